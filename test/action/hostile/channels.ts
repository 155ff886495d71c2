import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StepResult } from '../../../scripts/support/step-runner.ts';
import { outputNames } from '../../../src/interface/outputs.ts';
import { findControls } from '../../report/hostile-text.ts';
import { readEnvironmentFile, readOrders, splitLines } from '../support/runner-log.ts';

const SHOWN_ORDERS = ['add-mask', 'debug', 'error', 'warning', 'notice'];
const STATES = ['step-directory'];
/** What the action writes of its own accord in a summary or an issue. */
const OWN_MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^```mermaid\n[\s\S]*?\n```$/gm, ''],
  [/^<!-- (?:\/?certops:[^\n<>]*|Written anew[^\n<>]*) -->$/gm, ''],
  [/^(?:#{2,4} |> ⚠️ |> |- (?:\[[ x]\] )?)/gm, ''],
  [/<\/?(?:details|sub|code|strong|br|summary)>/g, ''],
  [/\*\*/g, ''],
  [/`(?:report-directory|fail-job|false|certificates-path)`/g, ''],
  [/\[([^[\]]*)\]\(https?:\/\/[^\s()<>|"`\\]*\)/g, '$1'],
  [/^\|(?: ?:?-+:? ?\|)+$/gm, ''],
];
/** What Markdown, HTML or GitHub heeds; entities are text. */
const LIVE = /[<>`*_[\]@~!\\$]|:\/\/|www\.|^\s*(?:::|#|```)|##\[/im;

/** What a text for GitHub's Markdown holds beyond the action's own markup; null where that is nothing. */
export function findLiveMarkdown(text: string): string | null {
  const foreign = OWN_MARKUP.reduce((rest, [own, left]) => rest.replace(own, left), text).replace(
    /&(?:amp|lt|gt|nbsp|#\d+);/g,
    '',
  );
  const found = LIVE.exec(foreign);
  const controls = findControls(foreign);
  if (found !== null)
    return `live: ${JSON.stringify(foreign.slice(Math.max(0, found.index - 60), found.index + 60))}`;
  return controls === null ? null : `control ${JSON.stringify(controls)}`;
}

/**
 * What a hostile text has brought about in the log, in the environment files or in the summary; one sentence each.
 * @param masks the only texts that may be masked
 */
export async function findTrouble(step: StepResult, masks: readonly string[]): Promise<readonly string[]> {
  const orders = readOrders(step.stdout);
  const forged = orders.filter(
    ({ name, data }) =>
      !SHOWN_ORDERS.includes(name) || (name === 'add-mask' && !masks.includes(unescapeData(data))),
  );
  const shown = splitLines(step.stdout).filter((line) => !line.startsWith('::add-mask::'));
  // An order's data is shown unescaped; any other line as it is.
  const dark = shown
    .map((line) => (readOrders(line).length > 0 ? unescapeData(line).replaceAll('\n', ' ') : line))
    .filter((line) => findControls(line.replaceAll('\t', '')) !== null)
    .map((line) => JSON.stringify(line.slice(0, 200)));
  const folder = path.dirname(step.summaryPath);
  const [outputs, state] = await Promise.all(
    ['output', 'state'].map(async (file) =>
      readEnvironmentFile(await readFile(path.join(folder, file), 'utf8')),
    ),
  );
  const live = findLiveMarkdown(step.summary);
  const stray = [...(outputs?.keys() ?? [])].filter((name) => !outputNames.some((known) => known === name));
  const strayState = [...(state?.keys() ?? [])].filter((name) => !STATES.includes(name));
  return [
    ...forged.map(({ name, data }) => `order ${name} ${data.slice(0, 100)}`),
    ...dark.slice(0, 3).map((line) => `the log hides or turns text: ${line}`),
    ...stray.map((name) => `output ${JSON.stringify(name)}`),
    ...strayState.map((name) => `state ${JSON.stringify(name)}`),
    ...(live === null ? [] : [`summary ${live}`]),
    ...(step.stderr === '' ? [] : [`stderr ${step.stderr.slice(0, 300)}`]),
  ];
}

/** The data of a command as the runner unescapes it. */
function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
