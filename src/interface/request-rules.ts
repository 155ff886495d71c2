import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import type { InputProblem } from './input-error.ts';
import { inputNames, inputNotes } from './input-notes.ts';
import { defaultOf, type InputName, type Inputs } from './inputs.ts';
import { nearest } from './parsers.ts';
import type { RawInputs } from './raw-inputs.ts';
import type { Operation, ProviderName } from './words.ts';

/** A misspelt threshold would be a gate that never closes, so an unknown input is refused, not ignored. */
export function findUnknownInputs(raw: RawInputs): InputProblem[] {
  return Object.keys(raw)
    .filter((name) => raw[name] !== '' && !Object.hasOwn(inputNotes, name))
    .map((name) => ({
      input: name,
      message: `no such input${nearest(name, inputNames)}. Correct its name, or remove it; a variable of the job's env must not begin with INPUT_`,
    }));
}

/** Inputs that have no effect with the operation, or with the provider; null where there is not the one provider. */
export function findMisplacedInputs(
  raw: RawInputs,
  operation: Operation,
  provider: ProviderName | null,
): InputProblem[] {
  const capabilities = provider === null ? null : capabilitiesOf[provider];
  if (capabilities?.operations.includes(operation) === false) {
    return [
      {
        input: 'operation',
        message: `${provider} cannot '${operation}'${tellInstead(operation, capabilities)}; it can: ${capabilities.operations.join(', ')}`,
      },
    ];
  }
  return inputNames.flatMap((name) => {
    if (isDefault(name, raw[name] ?? '')) return [];
    const { operations: heeding, providers } = inputNotes[name];
    if (provider !== null && providers?.includes(provider) === false) {
      return [
        {
          input: name,
          message: `has no effect with provider '${provider}', only with ${providers.join(', ')}; remove it, or change the provider`,
        },
      ];
    }
    if (heeding === undefined || heeding.includes(operation)) return [];
    return [
      {
        input: name,
        message: `has no effect with operation '${operation}', only with ${heeding.join(', ')}; remove it, or change the operation`,
      },
    ];
  });
}

function tellInstead(operation: Operation, { insteadOf }: Capabilities): string {
  const instead = insteadOf[operation];
  return instead === undefined ? '' : `, use ${instead}`;
}

/** What the runner makes of a default that is an expression cannot be told from what a workflow gives. */
function isDefault(name: InputName, text: string): boolean {
  const value = defaultOf(name);
  return text === '' || text === value || value?.startsWith('$' + '{{') === true;
}

/** In these operations `name` is the new value, not a selector. */
export const NAMING_OPERATIONS: readonly Operation[] = ['create', 'update'];

export function findSelectorProblems(inputs: Inputs, capabilities: Capabilities): InputProblem[] {
  const { operation } = inputs;
  if (inputNotes['certificate-id'].operations?.includes(operation) !== true) return [];
  if (!capabilities.operations.includes(operation)) return [];
  const usable = capabilities.selectors.filter(
    (name) => name !== 'name' || !NAMING_OPERATIONS.includes(operation),
  );
  const given = usable.filter((name) => inputs[name] !== undefined);
  if (given.length === 1) return [];
  return [
    {
      input: 'certificate-id',
      message:
        given.length === 0
          ? `missing; operation '${operation}' needs to know which certificate: give ${usable.join(' or ')} (operation 'list' shows them)`
          : `given together with ${given.filter((name) => name !== 'certificate-id').join(' and ')}; allowed is one of them. Remove the others`,
    },
  ];
}

/** Cloudflare API reference, Create Zero Trust certificate: `validity_period_days`. */
const GATEWAY_VALIDITY_DAYS_AT_MOST = 10_950;

export function findMaterialProblems(inputs: Inputs): InputProblem[] {
  const problems: InputProblem[] = [];
  const missing = (input: InputName, message: string) =>
    problems.push({ input, message: `missing; ${message}` });
  if (inputs.operation === 'update' && inputs.name === undefined && inputs.description === undefined) {
    missing('name', "operation 'update' needs a new name or a new description");
  }
  if (inputs.operation !== 'create' && inputs.operation !== 'rotate') return problems;
  const days = inputs['validity-days'];
  if (
    inputs.provider === 'cloudflare-gateway' &&
    days !== undefined &&
    days > GATEWAY_VALIDITY_DAYS_AT_MOST
  ) {
    problems.push({
      input: 'validity-days',
      message: `given "${days}"; allowed: a whole number from 1 to ${GATEWAY_VALIDITY_DAYS_AT_MOST}`,
    });
  }
  if (inputs.operation !== 'create') return problems;
  if (inputs.provider === 'cloudflare-client') {
    if (days === undefined)
      missing('validity-days', 'Cloudflare needs to know how long the certificate is valid');
    if (inputs.csr === undefined && inputs.subject === undefined) {
      missing('csr', 'give a signing request, or a subject to make key and request on the runner');
    }
    if (inputs.csr !== undefined && inputs.subject !== undefined) {
      problems.push({
        input: 'subject',
        message: 'given together with csr, which holds a subject itself. Remove one',
      });
    }
    if (inputs.name !== undefined) {
      problems.push({
        input: 'name',
        message: 'has no effect here: the common name comes from csr or subject. Remove it',
      });
    }
  }
  if (inputs.provider === 'zscaler-zpa') {
    if (inputs.name === undefined) missing('name', 'ZPA needs a name for the certificate');
    if (inputs.certificate === undefined) missing('certificate', 'give the certificate as PEM text or path');
  }
  return problems;
}

export function findPageSizeProblems(
  inputs: Pick<Inputs, 'provider' | 'page-size'>,
  { pageSize }: Capabilities,
): InputProblem[] {
  const given = inputs['page-size'];
  if (given === undefined || pageSize === null) return [];
  if (given >= pageSize.minimum && given <= pageSize.maximum) return [];
  return [
    {
      input: 'page-size',
      message: `given "${given}"; allowed with ${inputs.provider}: ${pageSize.minimum} to ${pageSize.maximum}`,
    },
  ];
}

/** Two thresholds of the same kind, where a warning could never come before the failure. */
export function findSwappedThresholds(inputs: Pick<Inputs, 'fail-within' | 'warn-within'>): InputProblem[] {
  const fail = inputs['fail-within'];
  const warn = inputs['warn-within'];
  if (fail === undefined || warn === undefined) return [];
  const narrower = (a: number | null, b: number | null) => a !== null && b !== null && a < b;
  const sameKind =
    (fail.percent === null) === (warn.percent === null) &&
    (fail.milliseconds === null) === (warn.milliseconds === null);
  const swapped =
    sameKind &&
    (narrower(warn.milliseconds, fail.milliseconds) || narrower(warn.percent, fail.percent)) &&
    !narrower(fail.milliseconds, warn.milliseconds) &&
    !narrower(fail.percent, warn.percent);
  return swapped
    ? [
        {
          input: 'warn-within',
          message:
            'is narrower than fail-within, so no warning could ever come before the failure; were the two swapped?',
        },
      ]
    : [];
}
