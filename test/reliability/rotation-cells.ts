import type { EndpointName } from '../../simulator/endpoints.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import { openClientWorld } from '../action/kill/client-world.ts';
import { openGatewayWorld } from '../action/kill/gateway-world.ts';
import { openZpaWorld } from '../action/kill/zpa-world.ts';
import { FAULTS } from '../action/support/faults.ts';
import { type EnvironmentSeed, reviewedBy } from '../support/github/environment-state.ts';
import type { Cell } from './cell.ts';
import { GITHUB_TROUBLES } from './github-troubles.ts';
import { IMPATIENT, type OpenWorld, playRotation } from './rotation-play.ts';
import { kindOf } from './vendor-cells.ts';

const openAccount: OpenWorld = () => openGatewayWorld();
const openGatedAccount = (gate: Omit<EnvironmentSeed, 'name'>): OpenWorld => {
  const repository = { environments: [{ name: 'production', ...gate }] };
  return () => openGatewayWorld({ repository, inputs: { 'gate-environments': 'production' } });
};
/** Its ledger is read in three pages. */
const openAccountOfManyRecords: OpenWorld = () => openGatewayWorld({ othersRecords: 230 });
const openZone: OpenWorld = () => openClientWorld();
const openZoneOfEnvironment: OpenWorld = () => openClientWorld('production');
const openTenant: OpenWorld = () => openZpaWorld();

/** The vendors' calls that only a rotation makes. */
const VENDOR_CALLS: readonly (readonly [
  group: string,
  open: OpenWorld,
  endpoints: readonly EndpointName[],
])[] = [
  ['cloudflare-gateway', openAccount, ['gateway.configuration.get', 'gateway.configuration.patch']],
  ['cloudflare-client', openZone, ['client.associations.get']],
  [
    'zscaler-zpa',
    openTenant,
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

/**
 * ZPA answers an update without a body, so that one which did nothing is no other than a good one. The rotation finds
 * out where it reads again, takes it for a refusal, moves everything back, and leaves the rest to people.
 */
const MOVED_BACK = {
  calls: ['zpa.applications.update', 'zpa.userPortals.update'].map(
    (call) => `${call}: empty body, not acted`,
  ),
  ending:
    /^\{"state":"rolled-back","named":2,"successor":\["\S+, 0 referrers"\],"uploads":1,"deleted":\[\]\}$/,
};

type WhichCall = readonly [call: number | 'every', words: string];

const ONCE_OR_EVERY_TIME: readonly WhichCall[] = [
  [1, 'once'],
  ['every', 'every time'],
];

/** GitHub's calls of a rotation, which of them meet a fault, and what that is called. */
const GITHUB_CALLS: readonly {
  readonly group: string;
  readonly open: OpenWorld;
  readonly endpoints: readonly string[];
  readonly calls: readonly WhichCall[];
}[] = [
  {
    group: 'GitHub, ledger of a rotation',
    open: openAccount,
    endpoints: ['deployments.list', 'deployments.create', 'deployment-statuses.create'],
    calls: ONCE_OR_EVERY_TIME,
  },
  {
    group: 'GitHub, pages of the ledger',
    open: openAccountOfManyRecords,
    endpoints: ['deployments.list'],
    calls: [
      [1, 'first page'],
      [2, 'middle page'],
      [3, 'last page'],
    ],
  },
  {
    group: 'GitHub, gates of a rotation',
    open: openGatedAccount({ rules: [reviewedBy('octocat')] }),
    endpoints: ['environments.get'],
    calls: ONCE_OR_EVERY_TIME,
  },
  {
    group: 'GitHub, gates of a rotation',
    // They are asked for only where GitHub's own rules do not make a gate.
    open: openGatedAccount({ customRules: [{ slug: 'change-board', enabled: true }] }),
    endpoints: ['environment-rules.list'],
    calls: ONCE_OR_EVERY_TIME,
  },
  {
    group: 'GitHub, secret of a new key',
    open: openZone,
    endpoints: ['secrets.key', 'secrets.get', 'secrets.put', 'deployments.create'],
    calls: ONCE_OR_EVERY_TIME,
  },
  {
    group: 'GitHub, environment secret of a new key',
    open: openZoneOfEnvironment,
    endpoints: ['environment-secrets.key', 'environment-secrets.get', 'environment-secrets.put'],
    calls: ONCE_OR_EVERY_TIME,
  },
];

/** Rotations whose calls meet each fault: the first call of the first run, or every call of it. */
export function makeRotationCells(): readonly Cell[] {
  return [...makeVendorCells(), ...makeGitHubCells()];
}

function makeVendorCells(): readonly Cell[] {
  return VENDOR_CALLS.flatMap(([group, open, endpoints]) =>
    endpoints.flatMap((endpoint) =>
      FAULTS.map((fault): Cell => {
        const name = `${endpoint}: ${fault.name}`;
        const isMovedBack = MOVED_BACK.calls.includes(name);
        return {
          group: `${group}, in a rotation`,
          kind: kindOf(fault),
          name,
          isInTests: fault.name === 'lost answer' || isMovedBack,
          play: () =>
            playRotation({
              open,
              plan: (faults) => faults.planVendor({ ...fault.plan, endpoint, call: 1 } as FaultPlan),
              ...(isMovedBack ? { ending: MOVED_BACK.ending } : {}),
            }),
        };
      }),
    ),
  );
}

function makeGitHubCells(): readonly Cell[] {
  return GITHUB_CALLS.flatMap(({ group, open, endpoints, calls }) =>
    endpoints.flatMap((endpoint) =>
      GITHUB_TROUBLES.flatMap(({ name, kind, plan }) =>
        calls.map(
          ([call, words]): Cell => ({
            group,
            kind,
            name: `${endpoint}: ${name}, ${words}`,
            isInTests: name === 'lost answer' && call === 1,
            play: () =>
              playRotation({
                open,
                plan: (faults) => faults.planGitHub({ ...plan, endpoint, call }),
                ...(plan.kind === 'stall' ? { inputs: IMPATIENT } : {}),
              }),
          }),
        ),
      ),
    ),
  );
}
