import type { AuditTarget } from '../audit-request.ts';
import { chooseCredentials } from '../credentials.ts';
import type { InputProblem } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import type { Environment, RawInputs } from '../raw-inputs.ts';
import { findMisplacedInputs } from '../request-rules.ts';
import { readSigningKey } from '../signing-key.ts';
import { missingProvider, readStore } from '../store.ts';
import { defaultName } from './default-name.ts';
import { standInEnvironment, withStandIns } from './stand-ins.ts';

interface SingleStoreDeps {
  readonly environment: Environment;
  readonly readFile: (path: string) => Promise<string>;
  readonly keepSecret: (secret: string) => void;
}

/** The one target that the inputs are of, by the rules of every other operation. */
export async function readSingleStore(
  raw: RawInputs,
  inputs: Inputs,
  { environment, readFile, keepSecret }: SingleStoreDeps,
  problems: InputProblem[],
): Promise<readonly AuditTarget[]> {
  const { provider } = inputs;
  if (provider === undefined) {
    if ((raw.provider ?? '') === '') {
      problems.push({
        input: 'provider',
        message: `${missingProvider().message}; or give targets or targets-file for any number of stores. An empty one is as if it were not given`,
      });
    }
    return [];
  }
  problems.push(...findMisplacedInputs(raw, 'audit', provider));
  // What could not be read is told of already.
  const isToldOf = new Set(problems.map(({ input }) => input));
  const found: InputProblem[] = [];
  const store = readStore(provider, inputs, found);
  const validateOnly = inputs['validate-only'];
  const chosen = validateOnly
    ? chooseCredentials(provider, withStandIns(raw), standInEnvironment(inputs.cloud ?? ''))
    : chooseCredentials(provider, raw, environment);
  if (!('scheme' in chosen)) found.push(...chosen);
  problems.push(...found.filter(({ input }) => !isToldOf.has(input)));
  if (store === null || !('scheme' in chosen) || problems.length > 0) return [];
  return [
    {
      ...store,
      name: defaultName(store),
      credentials: validateOnly ? null : await readSigningKey(chosen, readFile, keepSecret),
      onlyInUse: false,
      types: [],
      failWithin: inputs['fail-within'] ?? null,
      warnWithin: inputs['warn-within'] ?? null,
      owner: null,
      runbook: null,
      ignore: [],
    },
  ];
}
