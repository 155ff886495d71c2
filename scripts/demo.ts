/**
 * The built action against the embedded simulator, as a story: what a runner would show, step by step.
 * Fails where a step ends otherwise than the story says.
 */
import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showLog, showMarkdown } from './support/show.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { runPostStep, runStep, type StepResult } from './support/step-runner.ts';

interface Scene {
  readonly title: string;
  readonly with: Readonly<Record<string, string>>;
  readonly expectExit: number;
}

const color = process.stdout.isTTY === true;
const print = (text: string) => process.stdout.write(`${text}\n`);
const simulator = await startSimulatorProcess(['--settle', '2s']);
const summaryPath = path.join(await mkdtemp(path.join(tmpdir(), 'certops-demo-')), 'job-summary.md');
const steps: StepResult[] = [];

async function play(scene: Scene): Promise<StepResult> {
  print(`\n${'─'.repeat(100)}\n▶ ${scene.title}`);
  for (const [name, value] of Object.entries(scene.with)) print(`    ${name}: ${value}`);
  const step = await runStep({
    with: {
      provider: 'cloudflare-gateway',
      'account-id': simulator.env.CLOUDFLARE_ACCOUNT_ID ?? '',
      'api-url': simulator.url,
      'api-token': simulator.env.CLOUDFLARE_API_TOKEN ?? '',
      'poll-interval': '500ms',
      ...scene.with,
    },
  });
  print(`\n${showLog(step.stdout, color)}`);
  const shown = [
    'id',
    'status',
    'expires-on',
    'days-left',
    'in-use',
    'changed',
    'verdict',
    'count',
    'expired-count',
  ];
  const outputs = shown.flatMap((name) =>
    step.outputs[name] === undefined ? [] : [`${name}=${step.outputs[name]}`],
  );
  print(`\n  exit code ${step.exitCode}; outputs ${outputs.join(', ') || 'none'}`);
  await appendFile(summaryPath, `${step.summary}\n`);
  if (step.exitCode !== scene.expectExit) {
    throw new Error(`'${scene.title}' ended with ${step.exitCode}, not ${scene.expectExit}: ${step.stderr}`);
  }
  steps.push(step);
  return step;
}

try {
  print(`Simulated Cloudflare API at ${simulator.url}; account ${simulator.env.CLOUDFLARE_ACCOUNT_ID}`);
  await play({ title: 'What the token can do', with: { operation: 'check' }, expectExit: 0 });
  await play({ title: 'What there is', with: { operation: 'list' }, expectExit: 0 });
  const created = await play({
    title: 'A new certificate for a year',
    with: { operation: 'create', 'validity-days': '365' },
    expectExit: 0,
  });
  const id = created.outputs.id ?? '';
  await play({
    title: 'Activate it, and wait until it is at the edge',
    with: { operation: 'activate', 'certificate-id': id },
    expectExit: 0,
  });
  const gate = await play({
    title: 'The expiry gate: the job fails on what expires within 30 days',
    with: { operation: 'list', 'fail-within': '30d', 'warn-within': '90d' },
    expectExit: 1,
  });
  const inUse = await play({
    title: 'Which one is in use?',
    with: { operation: 'list', 'in-use': 'true' },
    expectExit: 0,
  });
  await play({
    title: 'Deleting what serves is refused, with all the reasons',
    with: { operation: 'delete', 'certificate-id': inUse.outputs.id ?? gate.outputs.id ?? '' },
    expectExit: 1,
  });
  await play({
    title: 'A rehearsal of the deactivation',
    with: { operation: 'deactivate', 'certificate-id': id, 'dry-run': 'true' },
    expectExit: 0,
  });
  await play({
    title: 'Deactivate the new one again',
    with: { operation: 'deactivate', fingerprint: created.outputs.fingerprint ?? '' },
    expectExit: 0,
  });
  await play({ title: 'Delete it', with: { operation: 'delete', 'certificate-id': id }, expectExit: 0 });
  await play({
    title: 'Delete it once more: nothing to change',
    with: { operation: 'delete', 'certificate-id': id },
    expectExit: 0,
  });
  print(`\n${'─'.repeat(100)}\n▶ Post steps`);
  for (const step of steps) {
    const log = showLog((await runPostStep(step)).stdout, color);
    if (log !== '') print(`    ${log}`);
  }
  print(`\n${'═'.repeat(100)}\nThe job summary, as text\n`);
  print(showMarkdown(await readFile(summaryPath, 'utf8')));
  print(`\nThe job summary as Markdown: ${summaryPath}`);
} finally {
  await simulator.stop();
}
