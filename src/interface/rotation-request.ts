import { checkSubject, readCommonName } from '../certificate/material/subject.ts';
import type { Threshold } from '../certificate/threshold.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import type { InputProblem } from './input-error.ts';
import type { Inputs } from './inputs.ts';
import type { Environment, RawInputs } from './raw-inputs.ts';
import { type Request, readStoreRequest } from './request.ts';
import type { VerifiedHost } from './verified-host.ts';
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
  /** For the ledger and the gates; empty where there is none. */
  readonly githubToken: string;
  /** Environments that have to ask somebody. */
  readonly gateEnvironments: readonly string[];
  readonly allowUngated: boolean;
  /** The name of the lineage, where the provider has several; else null. */
  readonly lineageName: string | null;
  readonly verifyHosts: readonly VerifiedHost[];
  /** Null: a new key is kept in files of the job. */
  readonly secret: SecretRequest | null;
}

/** The secret that a new key is kept in. */
export interface SecretRequest {
  readonly secret: string;
  /** Null: the repository's own secret. */
  readonly environment: string | null;
  /** `owner/name`; null: the workflow's own. */
  readonly repository: string | null;
  /** Empty where none was given, and then nothing is promoted. */
  readonly token: string;
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
    gateEnvironments: inputs['gate-environments'] ?? [],
    allowUngated: inputs['allow-ungated'],
    lineageName: defaults.namesLineages ? (inputs.name ?? null) : null,
    verifyHosts: inputs['verify-hosts'] ?? [],
    secret:
      inputs['store-secret'] === undefined
        ? null
        : {
            secret: inputs['store-secret'],
            environment: inputs['store-environment'] ?? null,
            repository: inputs['store-repository'] ?? null,
            token: inputs['store-token'] ?? '',
          },
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
  if (rotation.namesLineages && inputs.name === undefined) {
    problems.push({
      input: 'name',
      message: `missing; operation 'rotate' needs to know which certificate is kept alive: give its ${inputs.provider === 'zscaler-zpa' ? 'name' : 'common name'} (operation 'list' shows it)`,
    });
  }
  return [...problems, ...findKeyProblems(inputs), ...findSecretProblems(inputs)];
}

/** A client certificate's successor is made on the runner. */
function findKeyProblems(inputs: Inputs): readonly InputProblem[] {
  if (inputs.provider !== 'cloudflare-client') return [];
  const problems: InputProblem[] = [];
  if (inputs['validity-days'] === undefined) {
    problems.push({
      input: 'validity-days',
      message: 'missing; Cloudflare needs to know how long the successor is valid',
    });
  }
  const successorId = inputs['successor-id'];
  if (successorId !== undefined && successorId !== 'new') {
    problems.push({
      input: 'successor-id',
      message: `given "${successorId}"; allowed with cloudflare-client: new. The key of a certificate that is there already cannot be kept any more`,
    });
  }
  const { subject, name } = inputs;
  if (subject === undefined || name === undefined) return problems;
  const problem = checkSubject(subject);
  const commonName = problem === null ? readCommonName(subject) : null;
  if (problem !== null) problems.push({ input: 'subject', message: problem });
  else if (commonName !== name) {
    problems.push({
      input: 'subject',
      message: `has ${commonName === null ? 'no common name' : `the common name ${JSON.stringify(commonName)}`}, and the successor has to have that of name, ${JSON.stringify(name)}. Correct one of them, or remove subject`,
    });
  }
  return problems;
}

function findSecretProblems(inputs: Inputs): readonly InputProblem[] {
  if (inputs.provider !== 'cloudflare-client') return [];
  const beside = ['store-environment', 'store-repository', 'store-token'] as const;
  if (inputs['store-secret'] === undefined) {
    return beside
      .filter((input) => inputs[input] !== undefined)
      .map((input) => ({ input, message: 'has no effect without store-secret; give that, or remove this' }));
  }
  if (inputs['store-token'] !== undefined || !inputs.phases.includes('promote')) return [];
  return [
    {
      input: 'store-token',
      message:
        "missing; the job's own token can never write secrets: give the token of a GitHub App or a fine-grained one, with Secrets: write (Environments: write where store-environment is given)",
    },
  ];
}
