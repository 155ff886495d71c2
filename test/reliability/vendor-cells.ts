import { isDeepStrictEqual } from 'node:util';
import { expectEnding, mayRepeat, readEnding } from '../action/support/endings.ts';
import { describeEndpoints, type Endpoint } from '../action/support/endpoints.ts';
import { type House, type Persistence, playFault } from '../action/support/fault-cells.ts';
import { FAULTS, type Fault } from '../action/support/faults.ts';
import type { Cell, FaultKind, Outcome } from './cell.ts';

/** One meeting of an endpoint of a vendor's and a fault. */
export interface Meeting {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
  readonly persistence: Persistence;
  /** Creates meet every fault in `npm test` too, changes each once, and all else a third. */
  readonly isInTests: boolean;
}

/** Every endpoint of the vendors' references with every fault that it can meet, once and every time. */
export async function listMeetings(): Promise<readonly Meeting[]> {
  const endpoints = await describeEndpoints();
  return endpoints.flatMap((endpoint, row) =>
    FAULTS.flatMap((fault, column) => {
      if (!canMeet(endpoint, fault)) return [];
      const { effect } = endpoint;
      const isOnDiagonal = (row + column) % 3 === 0;
      const persistences: readonly Persistence[] = mayRepeat(endpoint, fault)
        ? ['once', 'every time']
        : ['once'];
      return persistences.map((persistence) => ({
        endpoint,
        fault,
        persistence,
        isInTests: isOnDiagonal || effect === 'create' || (effect === 'write' && persistence === 'once'),
      }));
    }),
  );
}

/** An answer without a body that says nothing of a call that was not carried out cannot be told from a good one. */
function canMeet({ effect, isBodiless }: Endpoint, fault: Fault): boolean {
  if (isBodiless && fault.spoilsBody && !fault.acts) return false;
  return effect !== 'read' || !fault.forWritesOnly;
}

/** The meetings as cells, each a step of the built action against a simulator of its own. */
export function makeVendorCells(meetings: readonly Meeting[], house: House): readonly Cell[] {
  return meetings.map(({ endpoint, fault, persistence, isInTests }) => ({
    group: endpoint.provider,
    kind: kindOf(fault),
    name: `${endpoint.name}: ${fault.name}, ${persistence}`,
    isInTests,
    play: () => playMeeting(endpoint, fault, persistence, house),
  }));
}

async function playMeeting(
  endpoint: Endpoint,
  fault: Fault,
  persistence: Persistence,
  house: House,
): Promise<Outcome> {
  const cell = await playFault(endpoint, fault, persistence, house);
  const ending = readEnding(cell, fault);
  const wanted = expectEnding(endpoint, fault, persistence);
  return {
    wrong: isDeepStrictEqual(ending, wanted)
      ? []
      : [`ended as ${JSON.stringify(ending)}, and should as ${JSON.stringify(wanted)}`],
    doubled: Math.max(0, ending.creations - 1),
    // What was made, while the step says that nothing was, is lost to whoever reads its end.
    orphans: ending.creations > 0 && ending.word === 'failed' ? 1 : 0,
    leaks: cell.harm.length,
  };
}

/** The column of a fault. */
export function kindOf({ plan }: Fault): FaultKind {
  switch (plan.kind) {
    case 'reset-before':
    case 'lost-answer':
    case 'cut-body':
    case 'stall':
      return 'connection';
    case 'status':
      return plan.status === 429 ? 'limit' : 'server error';
    case 'success-false':
    case 'redirect':
      return 'refusal';
    default:
      return 'body';
  }
}
