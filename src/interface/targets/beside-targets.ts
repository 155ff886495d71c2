import type { InputProblem } from '../input-error.ts';
import type { InputName } from '../inputs.ts';
import { defaultOf } from '../inputs.ts';
import type { RawInputs } from '../raw-inputs.ts';

/** What serves in each target in place of an input that is of one store only. */
const insteadOf: Readonly<Partial<Record<InputName, string>>> = {
  provider: 'provider',
  'account-id': 'account-id',
  'zone-id': 'zone-id',
  'customer-id': 'customer-id',
  'microtenant-id': 'microtenant-id',
  cloud: 'cloud',
  'vanity-domain': 'vanity-domain',
  'api-token': 'api-token-env',
  'api-email': 'api-email-env',
  'api-key': 'api-key-env',
  'client-id': 'client-id-env',
  'client-secret': 'client-secret-env',
  'client-private-key': 'client-private-key-env',
  status: 'statuses',
  'in-use': 'only-in-use',
  search: 'search',
  'page-size': 'page-size',
  view: 'view',
};

/** Inputs that would have no effect beside targets, since each target says for itself. */
export function findInputsBesideTargets(raw: RawInputs): InputProblem[] {
  return (Object.entries(insteadOf) as [InputName, string][])
    .filter(([name]) => (raw[name] ?? '') !== '' && raw[name] !== defaultOf(name))
    .map(([name, key]) => ({
      input: name,
      message: `has no effect beside targets: each target says for itself. Remove it, and give ${key} in the targets that need it`,
    }));
}
