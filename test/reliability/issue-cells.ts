import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readActionFile, runStep } from '../../scripts/support/step-runner.ts';
import { ACCOUNTS, TOKENS } from '../../simulator/estate.ts';
import { startSimulator } from '../../simulator/server.ts';
import { makeSmallEstate } from '../action/support/estates.ts';
import { findLeaks } from '../action/support/secret-hunt.ts';
import type { Fault } from '../support/github/faults.ts';
import { startGitHub } from '../support/github/server.ts';
import { REPOSITORY, TOKEN } from '../support/github/world.ts';
import type { Cell, Outcome } from './cell.ts';
import { GITHUB_TROUBLES } from './github-troubles.ts';

/** Enough of other issues that the audit's own are looked for on three pages. */
const OTHER_ISSUES = Array.from({ length: 230 }, (_, index) => ({ title: `Other ${index + 1}` }));
const LABEL = 'certificates';

/** The calls of an audit that keeps an issue, and which of them meets a fault. */
const CALLS: readonly (readonly [endpoint: string, call: number | 'every', where: string])[] = [
  ['issues.list', 1, 'first page'],
  ['issues.list', 2, 'middle page'],
  ['issues.list', 3, 'last page'],
  ['issues.list', 'every', 'every page'],
  ['issues.create', 1, 'once'],
  ['issues.create', 'every', 'every time'],
  ['issues.update', 1, 'once'],
  ['issues.update', 'every', 'every time'],
];

/** Audits that keep an issue: its verdict stands whatever GitHub does, and no second issue is opened. */
export function makeIssueCells(): readonly Cell[] {
  return CALLS.flatMap(([endpoint, call, where]) =>
    GITHUB_TROUBLES.map(
      ({ name, kind, plan }): Cell => ({
        group: 'GitHub, issue of an audit',
        kind,
        name: `${endpoint}: ${name}, ${where}`,
        isInTests: name === 'lost answer' && call !== 'every',
        play: () => playAudits({ ...plan, endpoint, call }),
      }),
    ),
  );
}

/** Two audits, of which the first meets the fault; what is updated was opened by one before. */
async function playAudits(fault: Fault): Promise<Outcome> {
  const simulator = await startSimulator({ estate: makeSmallEstate('cloudflare-gateway') });
  const github = await startGitHub({
    seed: {
      repositories: [{ name: REPOSITORY, issues: OTHER_ISSUES }],
      tokens: { [TOKEN]: { permissions: { issues: 'write' } } },
    },
  });
  const wrong: string[] = [];
  const leaks: string[] = [];
  const audit = async (what: string) => {
    const step = await runStep(
      {
        with: {
          operation: 'audit',
          provider: 'cloudflare-gateway',
          'account-id': ACCOUNTS.company,
          'api-token': TOKENS.write,
          'api-url': simulator.url,
          'report-formats': 'json',
          'retry-delay': '5ms',
          'request-timeout': fault.kind === 'stall' ? '500ms' : '2s',
          'max-retries': '2',
          issue: 'true',
          'issue-key': 'estate',
          'issue-labels': LABEL,
          'github-token': TOKEN,
        },
        env: github.env,
        debug: true,
      },
      await readActionFile(),
    );
    leaks.push(...(await findLeaks(step, [TOKENS.write, TOKEN])));
    await rm(path.dirname(step.runnerTemp), { recursive: true });
    const { verdict, complete } = step.outputs;
    if (step.exitCode !== 1 || verdict !== 'fail' || complete !== 'true') {
      wrong.push(`${what}: exit ${step.exitCode}, verdict ${verdict}, complete ${complete}`);
    }
    return step;
  };
  try {
    if (fault.endpoint === 'issues.update') await audit('the one before');
    github.planFault(fault);
    const met = await audit('the one that meets it');
    github.clearFaults();
    const ours = () =>
      (github.world.repositories[0]?.issues ?? []).filter(({ labels }) => labels.includes(LABEL));
    const isTold =
      /issue/i.test(met.stdout) && (met.outputs['issue-url'] !== undefined || hasWarned(met.commands));
    if (!isTold) wrong.push('nothing is said of the issue');
    const last = await audit('the one after it');
    const [issue] = ours();
    if (last.outputs['issue-url'] === undefined || issue?.state !== 'open') {
      wrong.push('the next audit keeps no open issue');
    }
    return {
      wrong: [...wrong, ...leaks],
      doubled: Math.max(0, ours().length - 1),
      orphans: 0,
      leaks: leaks.length,
    };
  } finally {
    await Promise.all([simulator.close(), github.close()]);
  }
}

function hasWarned(commands: readonly { readonly name: string }[]): boolean {
  return commands.some(({ name }) => name === 'warning');
}
