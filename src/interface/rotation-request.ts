import type { Threshold } from '../certificate/threshold.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import type { InputProblem } from './input-error.ts';
import type { Inputs } from './inputs.ts';
import type { Environment, RawInputs } from './raw-inputs.ts';
import { type Request, readStoreRequest } from './request.ts';
import type { RetireBy, RotationPhase } from './words.ts';

/** What a step was asked to do with a rotation: checked, complete, without a text left to read. */
export interface RotationRequest {
  /** Where, and how it is waited and sent. */
  readonly store: Omit<Request, 'operation'>;
  /** In their order. */
  readonly phases: readonly RotationPhase[];
  /** Null: the window in which an audit warns. */
  readonly rotateWithin: Threshold | null;
  readonly soakMilliseconds: number;
  readonly overlapMilliseconds: number;
  readonly retireBy: RetireBy;
  /** Null where nobody has chosen one. */
  readonly successor: { readonly by: 'id'; readonly id: string } | { readonly by: 'new' } | null;
  /** The digest of the plan that was approved; null where none is expected. */
  readonly expectedPlan: string | null;
  /** For the ledger; empty where there is none. */
  readonly githubToken: string;
}

/**
 * Reads and checks the inputs of a rotation.
 * @throws InputError with every problem found; no call was made.
 */
export function readRotationRequest(raw: RawInputs, environment: Environment): RotationRequest {
  const { request, inputs } = readStoreRequest(raw, environment, findRotationProblems);
  const defaults = capabilitiesOf[request.provider].rotation;
  const [retireBy] = defaults?.retireBy ?? [];
  if (defaults === null || retireBy === undefined) {
    throw new TypeError(`${request.provider} lists rotate and has no rotation`);
  }
  const { operation: _operation, ...store } = request;
  const successorId = inputs['successor-id'] ?? null;
  return {
    store,
    phases: inputs.phases,
    rotateWithin: inputs['rotate-within'] ?? null,
    soakMilliseconds: inputs.soak ?? defaults.soakMilliseconds,
    overlapMilliseconds: inputs.overlap ?? defaults.overlapMilliseconds,
    retireBy: inputs['retire-by'] ?? retireBy,
    successor:
      successorId === null ? null : successorId === 'new' ? { by: 'new' } : { by: 'id', id: successorId },
    expectedPlan: inputs['expect-plan'] ?? null,
    // Outside a workflow nothing fills the default in.
    githubToken: inputs['github-token'].startsWith('${{') ? '' : inputs['github-token'],
  };
}

function findRotationProblems(inputs: Inputs, { rotation }: Capabilities): readonly InputProblem[] {
  if (rotation === null) return [];
  const problems: InputProblem[] = [];
  const retireBy = inputs['retire-by'];
  if (retireBy !== undefined && !rotation.retireBy.includes(retireBy)) {
    problems.push({
      input: 'retire-by',
      message: `given "${retireBy}"; allowed with ${inputs.provider}: ${rotation.retireBy.join(', ')}`,
    });
  }
  if (!inputs.wait) {
    problems.push({
      input: 'wait',
      message:
        'given "false", which has no effect with operation \'rotate\': a phase is done once it has taken effect. Remove it; wait-timeout says for how long a run waits',
    });
  }
  return problems;
}
