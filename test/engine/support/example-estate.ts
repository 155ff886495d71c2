import { ZONES } from '../../../simulator/cloudflare/client-estate.ts';
import { ACCOUNTS, type Estate, GATEWAY_CERTIFICATES, makeEstate } from '../../../simulator/estate.ts';
import { ZPA_CUSTOMERS } from '../../../simulator/zscaler/estate.ts';

/** What the examples call the vendors' things that the simulated company has under other names. */
const NAMES: Readonly<Record<string, string>> = {
  [ACCOUNTS.company]: '0123456789abcdef0123456789abcdef',
  [ZONES.company]: 'fedcba9876543210fedcba9876543210',
  [ZPA_CUSTOMERS.company]: '314159265358979323',
  'crm.simulator.example': 'portal.example.com',
  'start.simulator.example': 'intranet.example.com',
  // Two devices whose certificates end within the week.
  'device-007.company.example': 'billing.internal.example.com',
  'device-008.company.example': 'orders.internal.example.com',
};

/** The company's estate under the names of the examples, without spares: Gateway has the certificate in use alone. */
export function makeExampleEstate(): Estate {
  const { cloudflare, ...others } = rename(makeEstate('company', Date.now()));
  const accounts = cloudflare.accounts.map((account) => ({
    ...account,
    certificates: account.certificates.filter(({ id }) => id === GATEWAY_CERTIFICATES.inUse),
  }));
  return { ...others, cloudflare: { ...cloudflare, accounts } };
}

/** A copy of plain data in which these texts are others. */
function rename<T>(value: T): T {
  if (typeof value === 'string') return (NAMES[value] ?? value) as T;
  if (Array.isArray(value)) return value.map(rename) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rename(one)])) as T;
}
