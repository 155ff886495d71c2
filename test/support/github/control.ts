import type { Answer } from './exchange.ts';
import type { Fault, FaultBook } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { World } from './world.ts';

/** Below this a test that is another process plans faults and reads what happened. */
export const CONTROL_PATH = '/__github/';

/** What the control endpoints reach. */
export interface Control {
  readonly faults: FaultBook;
  readonly log: readonly LogEntry[];
  readonly world: World;
}

/** POST or DELETE faults, GET log, GET repositories. */
export function answerControl(
  { faults, log, world }: Control,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: string },
): Answer {
  switch (`${method} ${path.slice(CONTROL_PATH.length)}`) {
    case 'POST faults':
      return planFaults(faults, body);
    case 'DELETE faults':
      faults.clear();
      return { status: 200, json: { planned: 0 } };
    case 'GET log':
      return { status: 200, json: log };
    case 'GET repositories':
      return { status: 200, json: world.repositories };
    default:
      return { status: 404, json: { error: `There is POST or DELETE faults, GET log, GET repositories` } };
  }
}

function planFaults(faults: FaultBook, body: string): Answer {
  try {
    const given: unknown = JSON.parse(body);
    const planned = (Array.isArray(given) ? given : [given]) as readonly Fault[];
    for (const fault of planned) faults.plan(fault);
    return { status: 201, json: { planned: planned.length } };
  } catch (error) {
    return { status: 400, json: { error: error instanceof Error ? error.message : String(error) } };
  }
}
