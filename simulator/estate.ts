import { makeCompanyZone, makeEmptyZone, makeLargeZone, ZONES } from './cloudflare/client-estate.ts';
import type { ZoneSeed } from './cloudflare/client-seeds.ts';
import type { AccountSeed, CloudflareSeed, GatewayCertificateSeed, TokenSeed } from './cloudflare/seeds.ts';
import { makeZscalerSeed } from './zscaler/company.ts';
import { ZSCALER_ENV } from './zscaler/estate.ts';
import type { ZscalerSeed } from './zscaler/seeds.ts';

/** What the simulator begins with; custom ones may be built by hand. */
export interface Estate {
  readonly cloudflare: CloudflareSeed;
  readonly zscaler: ZscalerSeed;
  /** The vendors' own environment names for what a visitor needs. */
  readonly env: Readonly<Record<string, string>>;
}

export const ESTATE_NAMES = ['company', 'empty', 'large', 'huge'] as const;
export type EstateName = (typeof ESTATE_NAMES)[number];

export const ACCOUNTS = {
  company: 'c0ffee00c0ffee00c0ffee00c0ffee01',
  /** Has no certificates. */
  second: 'c0ffee00c0ffee00c0ffee00c0ffee02',
} as const;

/** The company's Gateway certificates. */
export const GATEWAY_CERTIFICATES = {
  /** In use; expires in 20 days. */
  inUse: '5e1f5160-0001-4ed0-8000-000000000001',
  /** Available, valid for almost five years more. */
  spare: '5e1f5160-0002-4ed0-8000-000000000002',
  /** Available; expires in 90 days. */
  quarter: '5e1f5160-0003-4ed0-8000-000000000003',
  /** Brought by the company itself; available. */
  custom: '5e1f5160-0004-4ed0-8000-000000000004',
  /** Inactive, valid for almost ten years more. */
  shelved: '5e1f5160-0005-4ed0-8000-000000000005',
  /** Inactive; expired 40 days ago. */
  expired: '5e1f5160-0006-4ed0-8000-000000000006',
} as const;

/** Values of the seeded tokens, in the vendor's formats; none has ever been valid anywhere. */
export const TOKENS = {
  /** Zero Trust Write in the company's account, SSL and Certificates Write in both of its zones. */
  write: 'cfut_FakeTokenOfTheSimulatorWrite000000000001',
  /** Zero Trust Read in the company's account, SSL and Certificates Read in both of its zones. */
  readOnly: 'cfut_FakeTokenOfTheSimulatorReadOnly000000002',
  /** As `write`, but expired a day ago. */
  expired: 'cfut_FakeTokenOfTheSimulatorExpired0000000003',
  /** As `write`, but switched off. */
  disabled: 'cfut_FakeTokenOfTheSimulatorDisabled000000004',
  /** Owned by the company's account, with the rights of `write`. */
  accountOwned: 'cfat_FakeTokenOfTheSimulatorAccount0000000005',
  /** Zero Trust Write in the second account only. */
  secondAccount: 'cfut_FakeTokenOfTheSimulatorSecond00000000006',
  /** Valid, without any permission. */
  powerless: 'cfut_FakeTokenOfTheSimulatorPowerless00000007',
  /** SSL and Certificates Write in the second zone, and nothing else. */
  secondZone: 'cfut_FakeTokenOfTheSimulatorSecondZone00000008',
} as const;

export const GLOBAL_KEY = {
  email: 'admin@simulator.example',
  key: 'facade00facade00facade00facade00fa7e5',
} as const;

const DAY = 24 * 60 * 60 * 1000;

/** A small company's estate, relative to now. */
export function makeEstate(name: EstateName, now: number): Estate {
  const company: AccountSeed =
    name !== 'empty'
      ? {
          id: ACCOUNTS.company,
          certificates: makeCompanyCertificates(now),
          settings: {
            activity_log: { enabled: true },
            certificate: { id: GATEWAY_CERTIFICATES.inUse },
            tls_decrypt: { enabled: true },
          },
        }
      : { id: ACCOUNTS.company, certificates: [], settings: {} };
  return {
    cloudflare: {
      accounts: [company, { id: ACCOUNTS.second, certificates: [], settings: {} }],
      zones: [makeZone(name, now), makeEmptyZone(ZONES.second, ACCOUNTS.company)],
      tokens: makeTokens(now),
      globalKey: GLOBAL_KEY,
    },
    zscaler: makeZscalerSeed(name, now),
    env: {
      CLOUDFLARE_API_TOKEN: TOKENS.write,
      CLOUDFLARE_ACCOUNT_ID: ACCOUNTS.company,
      CLOUDFLARE_ZONE_ID: ZONES.company,
      ...ZSCALER_ENV,
    },
  };
}

function makeZone(name: EstateName, now: number): ZoneSeed {
  switch (name) {
    case 'company':
      return makeCompanyZone(ACCOUNTS.company, now);
    case 'empty':
      return makeEmptyZone(ZONES.company, ACCOUNTS.company);
    case 'large':
      return makeLargeZone(ACCOUNTS.company, now, 10_000);
    case 'huge':
      return makeLargeZone(ACCOUNTS.company, now, 100_000);
  }
}

/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeCompanyCertificates(now: number): GatewayCertificateSeed[] {
  const make = (
    id: string,
    status: GatewayCertificateSeed['status'],
    daysLeft: number,
    validityDays: number,
  ): GatewayCertificateSeed => ({
    id,
    type: 'gateway_managed',
    status,
    createdAt: now + (daysLeft + 0.5 - validityDays) * DAY,
    expiresOn: now + (daysLeft + 0.5) * DAY,
  });
  return [
    make(GATEWAY_CERTIFICATES.inUse, 'available', 20, 1825),
    make(GATEWAY_CERTIFICATES.expired, 'inactive', -41, 365),
    make(GATEWAY_CERTIFICATES.quarter, 'available', 90, 365),
    {
      ...make(GATEWAY_CERTIFICATES.custom, 'available', 400, 730),
      type: 'custom',
      organization: 'Example Works Ltd',
    },
    make(GATEWAY_CERTIFICATES.shelved, 'inactive', 3550, 3650),
    make(GATEWAY_CERTIFICATES.spare, 'available', 1815, 1825),
  ];
}

function makeTokens(now: number): TokenSeed[] {
  const make = (name: keyof typeof TOKENS, more: Partial<TokenSeed> = {}): TokenSeed => ({
    // The number that the token ends with.
    id: `70ce0000000000000000000000000${TOKENS[name].slice(-3)}`,
    value: TOKENS[name],
    ownedByAccount: null,
    accounts: [ACCOUNTS.company],
    zeroTrust: 'write',
    zones: [ZONES.company, ZONES.second],
    sslAndCertificates: 'write',
    status: 'active',
    notBefore: null,
    expiresOn: null,
    ...more,
  });
  return [
    make('write', { notBefore: now - 30 * DAY, expiresOn: now + 60 * DAY }),
    make('readOnly', { zeroTrust: 'read', sslAndCertificates: 'read' }),
    make('expired', { notBefore: now - 90 * DAY, expiresOn: now - DAY }),
    make('disabled', { status: 'disabled' }),
    make('accountOwned', { ownedByAccount: ACCOUNTS.company }),
    make('secondAccount', { accounts: [ACCOUNTS.second], zones: [] }),
    make('powerless', { zeroTrust: 'none', sslAndCertificates: 'none' }),
    make('secondZone', { zeroTrust: 'none', zones: [ZONES.second] }),
  ];
}
