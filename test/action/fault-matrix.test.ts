import { describe, expect, test } from '@jest/globals';
import { findClosedUrl } from '../../simulator/closed-port.ts';
import { describeEndpoints } from './support/endpoints.ts';
import {
  type Cell,
  type Endpoint,
  FAULTS,
  type Fault,
  findBreaches,
  forEachOf,
  playCell,
  playRefused,
} from './support/fault-cells.ts';

/** Cells that are played at the same time; the machine has few cores. */
const AT_ONCE = 3;
/** Generous: a busy machine may take its time, and none of it is measured. */
const PATIENCE_MILLISECONDS = 600_000;

/** How a step must end whose call met the fault once. */
type Ending = 'done' | 'adopted' | 'unknown' | 'failed';

/**
 * One rule for all endpoints: what may be sent again recovers from what passes; a create that may have arrived
 * is searched for; a change is looked for before it is repeated; the vendor's last word fails.
 */
function expectEnding({ effect }: Endpoint, { acts, passes, surelyNotActed, name }: Fault): Ending {
  if (effect === 'read') return passes ? 'done' : 'failed';
  if (name === 'redirect' || name === 'success: false') return 'failed';
  if (effect === 'write') return 'done';
  if (surelyNotActed) return 'done';
  return acts ? 'adopted' : 'unknown';
}

/** Endpoints for which a fault means something else than for all others, and why. */
const EXCEPTIONS: Readonly<Record<string, (fault: Fault) => Ending | null>> = {
  // Signing out is done as well as it can be, and never fails a step.
  'zpa.signout': () => 'done',
  // Numbers for ids are read as ids, and a token's answer holds no id.
  ...Object.fromEntries(
    [
      'zpa.certificates.list',
      'zpa.issued.list',
      'zpa.clientlessIssued.list',
      'zpa.certificates.get',
      'zpa.clientless.get',
      'zpa.certificates.create',
      'zpa.signin',
      'oneapi.token',
    ].map((name) => [name, ({ name: fault }: Fault) => (fault === 'wrong shape: numbers' ? 'done' : null)]),
  ),
};

function readEnding({ step, endpoint, stage }: Cell): Ending {
  const error = step.commands.find(({ name, properties }) => name === 'error' && !('title' in properties));
  if (step.exitCode !== 0) return /state is unknown/.test(error?.message ?? '') ? 'unknown' : 'failed';
  if (step.outputs.adopted === 'true') return 'adopted';
  const isDone = endpoint.isDone?.(stage.simulator.readState()) ?? true;
  return isDone ? 'done' : 'failed';
}

const endpoints = await describeEndpoints();

describe.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (name, endpoint) => {
  test(
    'meets every fault once',
    async () => {
      const wrong = await forEachOf(FAULTS, AT_ONCE, async (fault) => {
        const cell = await playCell(endpoint, fault, false);
        const ending = readEnding(cell);
        const wanted = EXCEPTIONS[name]?.(fault) ?? expectEnding(endpoint, fault);
        const breaches = await findBreaches(cell);
        await cell.stage.simulator.close();
        const said = cell.step.commands.find((command) => command.name === 'error')?.message ?? '';
        return [
          ...(ending === wanted ? [] : [`${fault.name}: ended ${ending}, not ${wanted}. ${said}`]),
          ...breaches.map((breach) => `${fault.name}: ${breach}`),
        ];
      });
      expect(wrong.flat()).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );

  test(
    'meets a fault that does not go away, and ends',
    async () => {
      const lasting = FAULTS.filter((fault) =>
        ['stall', '503', '429 with none', 'lost answer'].includes(fault.name),
      );
      const wrong = await forEachOf(lasting, AT_ONCE, async (fault) => {
        const cell = await playCell(endpoint, fault, true);
        const breaches = await findBreaches(cell);
        await cell.stage.simulator.close();
        return breaches.map((breach) => `${fault.name}: ${breach}`);
      });
      expect(wrong.flat()).toEqual([]);
    },
    PATIENCE_MILLISECONDS,
  );
});

test(
  'a connection that is refused is a failure of the network at every endpoint, never an unknown state',
  async () => {
    const wrong = await forEachOf(endpoints, AT_ONCE, async (endpoint) => {
      const cell = await playRefused(endpoint, await findClosedUrl());
      const message = cell.step.commands.find(({ name }) => name === 'error')?.message ?? '';
      await cell.stage.simulator.close();
      return [
        ...(await findBreaches(cell)),
        ...(cell.step.exitCode === 1 ? [] : [`${endpoint.name}: ended with ${cell.step.exitCode}`]),
        ...(/refused.*127\.0\.0\.1|127\.0\.0\.1.*refused/s.test(message)
          ? []
          : [`${endpoint.name}: ${message}`]),
        ...(/state is unknown/.test(message) ? [`${endpoint.name}: the state is known: ${message}`] : []),
      ];
    });
    expect(wrong.flat()).toEqual([]);
  },
  PATIENCE_MILLISECONDS,
);

test.each(['gateway.create', 'zpa.certificates.list'])(
  '%s: a wait that is longer than the time for the call ends it at once, and says so',
  async (name) => {
    const endpoint = endpoints.find((one) => one.name === name);
    if (endpoint === undefined) throw new Error(`no endpoint ${name}`);
    const plan = { kind: 'status', status: 429, retryAfter: { form: 'seconds', seconds: 300 } } as const;
    const fault = { name: '429 for 300 s', plan, acts: false, passes: false, surelyNotActed: true };
    const cell = await playCell(endpoint, fault, false);
    expect(await findBreaches(cell)).toEqual([]);
    expect(cell.calls).toBe(1);
    const message = cell.step.commands.find((command) => command.name === 'error')?.message ?? '';
    expect(message).toMatch(/429/);
    expect(message).toMatch(/300 s/);
    await cell.stage.simulator.close();
  },
);
