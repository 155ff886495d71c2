import { CONTROL_PATH } from './control-names.ts';
import { type FaultBook, parseFault } from './faults.ts';
import type { HistoryEntry } from './history.ts';

/** What the control endpoints reach. */
export interface Control {
  readonly faults: FaultBook;
  readonly history: readonly HistoryEntry[];
  readState(): unknown;
  /** Whoever gives it may stop the simulator; undefined: nobody may. */
  readonly stopToken: string | undefined;
}

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly authorization: string | undefined;
}

export interface ControlAnswer {
  readonly status: number;
  readonly json: unknown;
  /** The simulator ends once this is answered. */
  readonly ends?: true;
}

/** The answer of a control endpoint: POST or DELETE faults, GET history, GET state, POST stop. */
export function answerControl(control: Control, request: ControlRequest): ControlAnswer {
  switch (`${request.method} ${request.path}`) {
    case `POST ${CONTROL_PATH}faults`:
      return planFaults(control.faults, request.body);
    case `DELETE ${CONTROL_PATH}faults`:
      control.faults.clear();
      return { status: 200, json: { planned: 0 } };
    case `GET ${CONTROL_PATH}history`:
      return { status: 200, json: control.history };
    case `GET ${CONTROL_PATH}state`:
      return { status: 200, json: control.readState() };
    case `POST ${CONTROL_PATH}stop`:
      return control.stopToken !== undefined && request.authorization === `Bearer ${control.stopToken}`
        ? { status: 200, json: { calls: control.history.length }, ends: true }
        : {
            status: 403,
            json: { error: 'Only who started the simulator with a token may stop it, by that token' },
          };
    default:
      return {
        status: 404,
        json: {
          error: `There is POST or DELETE ${CONTROL_PATH}faults, GET ${CONTROL_PATH}history, GET ${CONTROL_PATH}state and POST ${CONTROL_PATH}stop`,
        },
      };
  }
}

/** Plans one fault or an array of them: all or, where one is wrong, none. */
function planFaults(faults: FaultBook, body: string) {
  try {
    const given: unknown = JSON.parse(body);
    const plans = (Array.isArray(given) ? given : [given]).map(parseFault);
    for (const plan of plans) faults.plan(plan);
    return { status: 201, json: { planned: plans.length } };
  } catch (error) {
    return { status: 400, json: { error: error instanceof Error ? error.message : String(error) } };
  }
}
