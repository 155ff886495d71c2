import type { EndpointName } from '../../simulator/endpoints.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import { openZpaWorld, type ReferrerKind } from '../action/kill/zpa-world.ts';
import { FAULTS, type Fault } from '../action/support/faults.ts';
import type { Cell, Outcome } from './cell.ts';
import {
  type Expectation,
  IMPATIENT,
  type PlayedRotation,
  playRotation,
  playThrough,
} from './rotation-play.ts';
import { kindOf } from './vendor-cells.ts';

/** A list of what may refer to a certificate, so long that it has three pages. */
interface LongList {
  readonly endpoint: EndpointName;
  readonly query: Readonly<Record<string, string>>;
  readonly crowd: ReferrerKind;
}

const LISTS: readonly LongList[] = [
  {
    endpoint: 'zpa.applications.byType',
    query: { applicationType: 'BROWSER_ACCESS' },
    crowd: 'applications',
  },
  { endpoint: 'zpa.praPortals.list', query: {}, crowd: 'praPortals' },
  { endpoint: 'zpa.userPortals.list', query: {}, crowd: 'userPortals' },
];
const PAGES = ['first', 'middle', 'last'] as const;

/**
 * Rotations of which the run that takes the old certificate away misses a page of what refers to it, in its last
 * reading: it is not deleted by what the other pages show.
 */
export function makeReferrerCells(): readonly Cell[] {
  return LISTS.flatMap((list) => {
    const rotation: Pick<Expectation, 'open' | 'before' | 'inputs'> = {
      open: () => openZpaWorld({ crowd: list.crowd }),
      before: { phases: 'plan,stage,promote' },
      inputs: { phases: 'retire', 'page-size': '5' },
    };
    let undisturbed: Promise<PlayedRotation> | undefined;
    const playUndisturbed = () => {
      undisturbed ??= playThrough({ ...rotation, plan: () => {} });
      return undisturbed;
    };
    return FAULTS.filter(({ forWritesOnly }) => forWritesOnly !== true).flatMap((fault) =>
      PAGES.map(
        (page, index): Cell => ({
          group: 'zscaler-zpa, pages of what refers',
          kind: kindOf(fault),
          name: `${list.endpoint}: ${fault.name}, ${page} page`,
          isInTests: fault.name === 'empty body' && page === 'last',
          play: async () => {
            const query = { ...list.query, page: String(index + 1) };
            return playMissingPage(rotation, { ...list, query }, fault, await playUndisturbed());
          },
        }),
      ),
    );
  });
}

async function playMissingPage(
  rotation: Pick<Expectation, 'open' | 'before' | 'inputs'>,
  { endpoint, query }: LongList,
  fault: Fault,
  undisturbed: PlayedRotation,
): Promise<Outcome> {
  const readings = undisturbed.calls.filter(
    (call) => call.endpoint === endpoint && hasAll(call.query, query),
  );
  const patience = fault.plan.kind === 'stall' ? IMPATIENT : {};
  return playRotation({
    ...rotation,
    inputs: { ...rotation.inputs, ...patience },
    ending: undisturbed.ending,
    plan: (faults) =>
      faults.planVendor({ ...fault.plan, endpoint, query, call: readings.length } as FaultPlan),
    judge: ({ stateAfter }) => {
      // An id is the same to a reader as a number and as digits.
      const mayPass = fault.passes || fault.name.includes('numeric-ids');
      return mayPass || stateAfter !== 'retired'
        ? []
        : ['the old one was deleted without a page of the list'];
    },
  });
}

function hasAll(search: string, wanted: Readonly<Record<string, string>>): boolean {
  const query = new URLSearchParams(search);
  return Object.entries(wanted).every(([name, value]) => query.get(name) === value);
}
