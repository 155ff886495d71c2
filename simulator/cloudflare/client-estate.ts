import type { ClientCertificateSeed, ClientStatus, ClientSubject, ZoneSeed } from './client-seeds.ts';

/** The company's zones, both of its one account. */
export const ZONES = {
  company: 'c0ffee00c0ffee00c0ffee00c0ffeea1',
  /** Has no certificates, and the quota of a small plan. */
  second: 'c0ffee00c0ffee00c0ffee00c0ffeea2',
} as const;

/** The id of the company's nth client certificate, counted from 1; its common name ends with the same number. */
export const makeClientId = (number: number) => `c11e47000000000000000000${String(number).padStart(8, '0')}`;

/** Some of the company's client certificates: each the only one of its common name. */
export const CLIENT_CERTIFICATES = {
  /** Active; expired a day and a half ago. */
  expired: makeClientId(1),
  /** Active; expires in 2 days. */
  thisWeek: makeClientId(7),
  /** Active; expires in 8 days. */
  thisMonth: makeClientId(12),
  /** Active; expires in 31 days. */
  thisQuarter: makeClientId(21),
  /** Active, valid for years more. */
  spare: makeClientId(150),
  pendingReactivation: makeClientId(181),
  pendingRevocation: makeClientId(183),
  /** Revoked, although valid for years more. */
  revoked: makeClientId(186),
} as const;

const SECOND_QUOTA = 100;
const COMPANY_QUOTA = 1000;
const DAY = 24 * 60 * 60 * 1000;

const COMPANY_SUBJECT: ClientSubject = {
  commonName: '',
  organization: 'Example Works Ltd',
  organizationalUnit: 'Devices',
  location: 'Leeds',
  state: 'West Yorkshire',
  country: 'GB',
};
/** Of certificates whose key the vendor's dashboard made. */
const DASHBOARD_SUBJECT: ClientSubject = {
  commonName: 'Cloudflare',
  organization: '',
  organizationalUnit: '',
  location: '',
  state: '',
  country: 'US',
};

interface Row {
  readonly status?: ClientStatus;
  readonly daysLeft: number;
  readonly subject?: ClientSubject;
  /** The number in its common name, where it is not its own. */
  readonly device?: number;
}

/** The company's zone: 240 certificates in every status, 180 of them active. */
export function makeCompanyZone(accountId: string, now: number): ZoneSeed {
  const rows: Row[] = [
    ...fill(6, (index) => ({ daysLeft: -2 - 7 * index })),
    ...fill(5, (index) => ({ daysLeft: 2 + index })),
    ...fill(9, (index) => ({ daysLeft: 8 + 2 * index })),
    ...fill(20, (index) => ({ daysLeft: 31 + 3 * index })),
    ...fill(138, (index) => ({ daysLeft: 120 + 24 * index })),
    ...fill(2, (index) => ({ daysLeft: 3000 + index, subject: DASHBOARD_SUBJECT })),
    ...fill(2, (index) => ({ daysLeft: 700 + index, status: 'pending_reactivation' as const })),
    ...fill(3, (index) => ({ daysLeft: 800 + index, status: 'pending_revocation' as const })),
    ...fill(3, (index) => ({ daysLeft: 900 + index, status: 'revoked' as const })),
    ...fill(2, (index) => ({ daysLeft: -10 - index, status: 'revoked' as const })),
    // Under the common names of active ones, each issued 12 days before its successor.
    ...fill(50, (index) => ({
      daysLeft: 120 + 24 * index - 12,
      status: 'revoked' as const,
      device: 41 + index,
    })),
  ];
  return {
    id: ZONES.company,
    accountId,
    quota: COMPANY_QUOTA,
    certificates: rows.map((row, index) => makeCertificate(row, index + 1, now)),
    hostnames: ['api.company.example', 'devices.company.example'],
  };
}

/** A zone with so many certificates: one in ten revoked, the others active; about one in two hundred has expired. */
export function makeLargeZone(accountId: string, now: number, count: number): ZoneSeed {
  const rows = fill(
    count,
    (index): Row => ({
      status: index % 10 === 9 ? 'revoked' : 'active',
      daysLeft: ((index * 7919) % 3600) - 18,
    }),
  );
  return {
    ...makeEmptyZone(ZONES.company, accountId),
    quota: 2 * count,
    certificates: rows.map((row, index) => makeCertificate(row, index + 1, now)),
  };
}

/** A zone without certificates. */
export function makeEmptyZone(id: string, accountId: string): ZoneSeed {
  return { id, accountId, quota: SECOND_QUOTA, certificates: [], hostnames: [] };
}

/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeCertificate(row: Row, number: number, now: number): ClientCertificateSeed {
  const { daysLeft, status = 'active', device = number } = row;
  const validityDays = daysLeft < 300 ? 365 : 3650;
  const commonName = `device-${String(device).padStart(3, '0')}.company.example`;
  return {
    id: makeClientId(number),
    subject: row.subject ?? { ...COMPANY_SUBJECT, commonName },
    status,
    issuedOn: now + (daysLeft + 0.5 - validityDays) * DAY,
    validityDays,
  };
}

function fill<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
