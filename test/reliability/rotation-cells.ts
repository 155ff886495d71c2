import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readActionFile, runStep, type StepResult } from '../../scripts/support/step-runner.ts';
import type { EndpointName } from '../../simulator/endpoints.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import { openClientWorld } from '../action/kill/client-world.ts';
import { openGatewayWorld } from '../action/kill/gateway-world.ts';
import { COMPLETE, HASTE, type KillWorld, RUNS_AT_MOST, type WorldFaults } from '../action/kill/play.ts';
import { openZpaWorld } from '../action/kill/zpa-world.ts';
import { FAULTS, type Fault } from '../action/support/faults.ts';
import { findLeaks } from '../action/support/secret-hunt.ts';
import { reviewedBy } from '../support/github/environment-state.ts';
import type { Cell, Outcome } from './cell.ts';
import { GITHUB_TROUBLES } from './github-troubles.ts';
import { kindOf } from './vendor-cells.ts';

type OpenWorld = () => Promise<KillWorld>;

/** How a rotation ends that meets nothing; each world is played through once. */
const endings = new Map<OpenWorld, Promise<string>>();

const openGatedWorld: OpenWorld = () =>
  openGatewayWorld({
    repository: { environments: [{ name: 'production', rules: [reviewedBy('octocat')] }] },
    inputs: { 'gate-environments': 'production' },
  });

/** The vendors' calls that only a rotation makes. */
const VENDOR_CALLS: readonly (readonly [
  group: string,
  open: OpenWorld,
  endpoints: readonly EndpointName[],
])[] = [
  ['cloudflare-gateway', openGatewayWorld, ['gateway.configuration.get', 'gateway.configuration.patch']],
  ['cloudflare-client', openClientWorld, ['client.associations.get']],
  [
    'zscaler-zpa',
    openZpaWorld,
    [
      'zpa.applications.byType',
      'zpa.applications.get',
      'zpa.applications.update',
      'zpa.praPortals.list',
      'zpa.userPortals.list',
      'zpa.userPortals.get',
      'zpa.userPortals.update',
    ],
  ],
];

/** GitHub's calls of a rotation: ledger, gates, and the secret of a new key. */
const GITHUB_CALLS: readonly (readonly [group: string, open: OpenWorld, endpoints: readonly string[]])[] = [
  [
    'GitHub, ledger of a rotation',
    openGatewayWorld,
    ['deployments.list', 'deployments.create', 'deployment-statuses.create'],
  ],
  ['GitHub, gates of a rotation', openGatedWorld, ['environments.get']],
  [
    'GitHub, secret of a new key',
    openClientWorld,
    ['secrets.key', 'secrets.get', 'secrets.put', 'deployments.create'],
  ],
];

/** Rotations whose calls meet each fault: the first call of the first run, or every call of it. */
export function makeRotationCells(): readonly Cell[] {
  const vendor = VENDOR_CALLS.flatMap(([group, open, endpoints]) =>
    endpoints.flatMap((endpoint) =>
      FAULTS.filter((fault) => canMeet(endpoint, fault)).map((fault): Cell => {
        const plan = (call: number | 'every') => ({ ...fault.plan, endpoint, call }) as FaultPlan;
        return {
          group: `${group}, in a rotation`,
          kind: kindOf(fault),
          name: `${endpoint}: ${fault.name}`,
          isInTests: fault.name === 'lost answer',
          play: () => playRotation(open, (faults) => faults.planVendor(plan(1))),
        };
      }),
    ),
  );
  const github = GITHUB_CALLS.flatMap(([group, open, endpoints]) =>
    endpoints.flatMap((endpoint) =>
      GITHUB_TROUBLES.flatMap(({ name, kind, plan }) =>
        ([1, 'every'] as const).map(
          (call): Cell => ({
            group,
            kind,
            name: `${endpoint}: ${name}, ${call === 1 ? 'once' : 'every time'}`,
            isInTests: name === 'lost answer' && call === 1,
            play: () => playRotation(open, (faults) => faults.planGitHub({ ...plan, endpoint, call })),
          }),
        ),
      ),
    ),
  );
  return [...vendor, ...github];
}

/** An update is answered without a body, so one that says nothing of what was not done is no other than a good one. */
function canMeet(endpoint: EndpointName, fault: Fault): boolean {
  return !endpoint.endsWith('.update') || fault.spoilsBody !== true || fault.acts;
}

/** Runs the built action until the rotation is complete; the faults are over after the first run. */
async function playRotation(open: OpenWorld, plan: (faults: WorldFaults) => void): Promise<Outcome> {
  const wanted = endings.get(open) ?? playThrough(open, () => {}).then(({ ending }) => ending);
  endings.set(open, wanted);
  const { ending, breaches, leaks, made } = await playThrough(open, plan);
  const wrong = ending === (await wanted) ? [] : [`ended as ${ending}, and should as ${await wanted}`];
  return {
    wrong: [...wrong, ...breaches, ...leaks],
    doubled: Math.max(0, made - 1),
    // The ending compared above holds every certificate that is left.
    orphans: 0,
    leaks: leaks.length,
  };
}

async function playThrough(open: OpenWorld, plan: (faults: WorldFaults) => void) {
  const world = await open();
  const leaks: string[] = [];
  try {
    plan(world.faults);
    let state: string | undefined;
    for (let runs = 0; runs < RUNS_AT_MOST && !COMPLETE.includes(state ?? ''); runs += 1) {
      const step = await runOnce(world);
      leaks.push(...(await findLeaks(step, world.secrets)));
      await rm(path.dirname(step.runnerTemp), { recursive: true });
      if (runs === 0) world.faults.clear();
      // A run that could not ask the ledger does not know whether anything is left to do.
      const isKnown = !step.stdout.includes('waits to be taken away is not known');
      state = isKnown ? step.outputs['rotation-state'] : undefined;
      world.look('a run');
    }
    const isComplete = COMPLETE.includes(state ?? '');
    const ending = JSON.stringify({ state: isComplete ? 'complete' : state, ...(await world.describe()) });
    return { ending, breaches: world.breaches, leaks, made: world.countMade() };
  } finally {
    await world.close();
  }
}

async function runOnce({ behind, inputs, env }: KillWorld): Promise<StepResult> {
  return runStep(
    {
      with: {
        operation: 'rotate',
        ...HASTE,
        'request-timeout': '2s',
        'max-retries': '2',
        'api-url': behind.vendor,
        ...inputs,
      },
      env: { ...env, GITHUB_API_URL: behind.github },
      debug: true,
    },
    await readActionFile(),
  );
}
