import { ONEAPI_CLIENTS, ZPA_CERTIFICATES, ZPA_CLIENTS, ZPA_CUSTOMERS, ZPA_MICROTENANTS } from './estate.ts';
import { generateCertificates } from './generated.ts';
import { makeReferrers } from './referrers.ts';
import type { CertificateSeed, CustomerSeed, LeafSeed, ZscalerSeed } from './seeds.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOTHING = { certificates: [], applications: [], praPortals: [], userPortals: [] } as const;

/** The company's own and the generated ones: 1,000, a tenant's limit, and ten times as many. */
const GENERATED = { company: 0, empty: 0, large: 992, huge: 9992 } as const;

/**
 * A small company's ZPA, relative to now, or the same customer with nothing in it.
 * @param generated so many more certificates than the company's own
 */
export function makeZscalerSeed(
  name: 'company' | 'empty' | 'large' | 'huge',
  now: number,
  generated: number = GENERATED[name],
): ZscalerSeed {
  const { company, second } = ZPA_CUSTOMERS;
  const microtenants = [{ id: ZPA_MICROTENANTS.branch, name: 'Branch' }];
  const things = name === 'empty' ? NOTHING : makeCompanyThings(now);
  const certificates = [...things.certificates, ...generateCertificates(generated, now)];
  return {
    customers: [
      { id: company, microtenants, ...things, certificates },
      { id: second, microtenants: [], ...NOTHING },
    ],
    legacyClients: [
      { ...ZPA_CLIENTS.write, customerId: company, mayWrite: true },
      { ...ZPA_CLIENTS.readOnly, customerId: company, mayWrite: false },
      { ...ZPA_CLIENTS.second, customerId: second, mayWrite: true },
    ],
    oneApiClients: [
      { ...ONEAPI_CLIENTS.write, publicKey: null, customerId: company, mayWrite: true },
      { ...ONEAPI_CLIENTS.readOnly, publicKey: null, customerId: company, mayWrite: false },
    ],
  };
}

function makeCompanyThings(now: number): Omit<CustomerSeed, 'id' | 'microtenants'> {
  return {
    certificates: makeCertificates(now),
    ...makeReferrers(now),
  };
}

/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeLeaf(now: number, daysLeft: number, validityDays: number, names: readonly string[]): LeafSeed {
  const notAfter = now + (daysLeft + 0.5) * DAY;
  const commonName = names[0] ?? '';
  return { commonName, sans: names, notBefore: notAfter - validityDays * DAY, notAfter, withChain: false };
}

function makeCertificates(now: number): CertificateSeed[] {
  const make = (id: string, name: string, leaf: LeafSeed, more: Partial<CertificateSeed> = {}) => ({
    id,
    name,
    leaf,
    createdAt: leaf.notBefore + DAY,
    ...more,
  });
  const crm = makeLeaf(now, 20, 90, ['crm.simulator.example', 'start.simulator.example']);
  const wiki = makeLeaf(now, -151, 365, ['wiki.simulator.example']);
  return [
    make(ZPA_CERTIFICATES.managed, 'Zscaler Managed', makeLeaf(now, 400, 730, ['*.managed.example']), {
      readOnly: true,
      zscalerManaged: true,
    }),
    make(
      ZPA_CERTIFICATES.escaped,
      'Wild%20Card%20Cert',
      makeLeaf(now, 60, 365, ['*.legacy.simulator.example']),
      { description: '&#x2a;&#x2e;legacy', oldForm: true },
    ),
    make(ZPA_CERTIFICATES.wiki, 'Wiki cert', { ...wiki, sans: [] }),
    // The name says nothing of what a certificate is for.
    make(
      ZPA_CERTIFICATES.portal,
      'pra01.simulator.example',
      makeLeaf(now, -151, 365, ['qa.simulator.example']),
      { description: 'Server room' },
    ),
    make(ZPA_CERTIFICATES.wildcard, '*.simulator.example', makeLeaf(now, -13, 200, ['*.simulator.example'])),
    make(
      ZPA_CERTIFICATES.serving,
      'crm.simulator.example',
      { ...crm, withChain: true },
      { description: 'CRM and start page', modifiedAt: now - 60 * DAY },
    ),
    make(ZPA_CERTIFICATES.branch, 'branch', makeLeaf(now, 190, 200, ['branch.simulator.example']), {
      microtenantId: ZPA_MICROTENANTS.branch,
    }),
    {
      id: ZPA_CERTIFICATES.pending,
      name: 'CN=new.simulator.example,O=Example Works',
      leaf: null,
      createdAt: now - 2 * DAY,
    },
  ];
}
