import { type Estate, GATEWAY_CERTIFICATES, makeEstate } from '../../../simulator/estate.ts';
import { ZPA_CERTIFICATES } from '../../../simulator/zscaler/estate.ts';

const { custom, expired } = GATEWAY_CERTIFICATES;
const ZPA_KEPT: readonly string[] = [ZPA_CERTIFICATES.wiki, ZPA_CERTIFICATES.wildcard];

/**
 * The company's estate with little in it but what one provider's endpoints are tried on: seeding signs every
 * certificate, and many hundred estates are seeded.
 */
export function makeSmallEstate(provider: string): Estate {
  const now = Date.now();
  const full = makeEstate('company', now);
  const empty = makeEstate('empty', now);
  switch (provider) {
    case 'cloudflare-gateway': {
      const accounts = full.cloudflare.accounts.map((account) => ({
        ...account,
        certificates: account.certificates.filter(({ id }) => id !== custom && id !== expired),
      }));
      return { ...empty, cloudflare: { ...empty.cloudflare, accounts } };
    }
    case 'cloudflare-client':
      return { ...empty, cloudflare: { ...empty.cloudflare, zones: full.cloudflare.zones } };
    default: {
      const customers = full.zscaler.customers.map((customer) => ({
        ...customer,
        certificates: customer.certificates.filter(({ id }) => ZPA_KEPT.includes(id)),
        applications: [],
        praPortals: [],
        userPortals: [],
      }));
      return { ...empty, zscaler: { ...full.zscaler, customers } };
    }
  }
}
