import type { Certificate } from '../../certificate/certificate.ts';
import { formatDate } from '../../certificate/time.ts';
import type { Violation } from '../provider.ts';
import type { Blocker, KnownCertificate, ObservedCertificate, RotationObservation } from '../rotation.ts';
import type { ConfiguredCertificate } from './gateway-configuration.ts';
import { AVAILABLE_AT_ONCE, CREATIONS_A_DAY, DEFAULT_VALIDITY_DAYS } from './gateway-creation.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What was read in one moment. */
export interface GatewayReading {
  readonly accountId: string;
  readonly rows: readonly Certificate[];
  readonly configured: ConfiguredCertificate;
  readonly validityDays: number | null;
  /** Rows that a create would make. */
  readonly lookalikes: readonly Certificate[];
  readonly now: Date;
}

/** What the account's certificates and its configuration mean for a rotation. */
export function observeGateway(reading: GatewayReading): RotationObservation {
  const { rows, configured, lookalikes, validityDays, accountId } = reading;
  const known = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
  const alike = new Set(lookalikes.map(({ id }) => id));
  const certificates = known.map(
    (certificate): ObservedCertificate => ({
      certificate,
      serves: findUse(certificate, configured),
      readiness: findReadiness(certificate),
      resemblance: alike.has(certificate.id) ? 'likely' : 'none',
      publicKeySha256: null,
      unfitness:
        certificate.type === 'custom' ? describeCustom(certificate, 'cannot be the successor') : null,
    }),
  );
  const configuredId = configured.kind === 'certificate' ? configured.id : null;
  return {
    certificates,
    servingKnownBy: 'provider',
    missingId:
      configuredId === null || known.some(({ id }) => id.toLowerCase() === configuredId)
        ? null
        : configuredId,
    danglingIds: [],
    settlesByItself: true,
    hasStage: true,
    successorLifetimeMilliseconds: (validityDays ?? DEFAULT_VALIDITY_DAYS) * DAY_MILLISECONDS,
    successorValidity: null,
    blockers: [...findCustomBlockers(certificates), ...findQuotaBlockers(reading)],
    referrers: [`Gateway configuration of account ${accountId}`],
    material: { 'validity-days': validityDays ?? DEFAULT_VALIDITY_DAYS },
    unfinished: [],
    remarks: findRemarks(reading, known.length),
  };
}

/**
 * Two sources say what serves, the row's `in_use` and the configuration; only together they prove it. A row that
 * leaves `in_use` out contradicts nothing. One that is not at the edge cannot serve, whatever they say.
 */
function findUse(
  { id, inUse, status }: KnownCertificate,
  configured: ConfiguredCertificate,
): ObservedCertificate['serves'] {
  switch (configured.kind) {
    case 'certificate':
      if (id.toLowerCase() === configured.id) {
        const isOff = status === 'inactive' || status === 'pending_deletion';
        return inUse === false || isOff ? 'arriving' : 'yes';
      }
      return inUse === true ? 'departing' : 'no';
    case 'nil':
      return inUse === true ? 'departing' : 'no';
    case 'unset':
      return inUse === true ? 'yes' : 'no';
  }
}

function findReadiness({ status, inUse }: KnownCertificate): ObservedCertificate['readiness'] {
  switch (status) {
    case 'available':
      return 'ready';
    case 'pending_deployment':
      return 'arriving';
    case 'pending_deletion':
      return 'leaving';
    default:
      // A row without a status that is in use is at the edge.
      return status === null && inUse === true ? 'ready' : 'dormant';
  }
}

function findCustomBlockers(certificates: readonly ObservedCertificate[]): readonly Blocker[] {
  return certificates
    .filter(({ certificate, serves }) => certificate.type === 'custom' && serves !== 'no')
    .map(({ certificate }) => ({
      at: 'always',
      violation: describeCustom(certificate, 'is in use'),
    }));
}

function describeCustom({ id }: KnownCertificate, what: string): Violation {
  return {
    reason: `certificate ${id} is a custom one, and ${what}: the account brought it itself`,
    certificates: [id],
    instead:
      "replace it where it was uploaded, in the account's mtls_certificates, and choose the new one in the Gateway configuration; or turn to a Cloudflare-generated certificate there, which can be rotated",
    forcible: false,
  };
}

/** Cloudflare One documentation, User-side certificates: creations in 24 hours, certificates available at once. */
function findQuotaBlockers({ rows, now }: GatewayReading): readonly Blocker[] {
  const blockers: Blocker[] = [];
  const creations = rows
    .filter(({ type }) => type !== 'custom')
    .flatMap((row) => (row.createdAt === null ? [] : [{ id: row.id ?? '', at: row.createdAt.getTime() }]))
    .filter(({ at }) => now.getTime() - at < DAY_MILLISECONDS)
    .sort((a, b) => b.at - a.at);
  const frees = creations[CREATIONS_A_DAY - 1];
  if (frees !== undefined) {
    blockers.push({
      at: 'create',
      violation: {
        reason: `${creations.length} certificates were created in the last 24 hours, and Cloudflare allows ${CREATIONS_A_DAY}`,
        certificates: creations.map(({ id }) => id),
        instead: `run again after ${formatDate(new Date(frees.at + DAY_MILLISECONDS))}, or set successor-id to one of them; deleting one gives nothing back`,
        forcible: false,
      },
    });
  }
  const atEdge = rows.filter(({ status }) => status === 'available' || status === 'pending_deployment');
  if (atEdge.length >= AVAILABLE_AT_ONCE) {
    blockers.push({
      at: 'stage',
      violation: {
        reason: `${atEdge.length} certificates are available, and Cloudflare allows ${AVAILABLE_AT_ONCE}`,
        certificates: atEdge.map(({ id }) => id ?? ''),
        instead: "take one that nobody needs from the edge first, with operation 'deactivate'",
        forcible: false,
      },
    });
  }
  return blockers;
}

function findRemarks({ rows, configured }: GatewayReading, knownCount: number): readonly string[] {
  const remarks: string[] = [];
  if (configured.kind === 'unset') {
    remarks.push(
      'The Gateway configuration names no certificate at all; once it does, that cannot be unset again.',
    );
  }
  if (configured.kind === 'nil') {
    remarks.push("The Gateway configuration names Cloudflare's own root, which expired on 2025-02-02.");
  }
  if (rows.length > knownCount) {
    remarks.push(`${rows.length - knownCount} rows of the list have no id and are left out.`);
  }
  return remarks;
}
