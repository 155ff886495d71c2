import type { Certificate } from '../../certificate/certificate.ts';
import type { HttpCall } from '../../http/types.ts';
import type { Creation } from '../provider.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Cloudflare API reference, Create Zero Trust certificate: `validity_period_days`, default. */
export const DEFAULT_VALIDITY_DAYS = 1825;
/** Cloudflare One documentation, User-side certificates: creations in 24 hours, and certificates available at once. */
export const CREATIONS_A_DAY = 3;
export const AVAILABLE_AT_ONCE = 10;

/** How Gateway certificates are made, and recognised where the answer was lost. */
export function createGatewayCreation(
  collection: string,
  send: (call: HttpCall) => Promise<Certificate>,
): Creation {
  return {
    listsBefore: () => true,
    findExisting: () => null,
    findViolations: () => [],
    findMismatch: () => null,
    call: ({ validityDays }) => ({
      method: 'POST',
      path: collection,
      json: validityDays === null ? {} : { validity_period_days: validityDays },
      retry: 'unsent',
    }),
    send,
    recognise: (newRows, { validityDays }) =>
      newRows.filter(
        (row) => row.type !== 'custom' && isAboutAsLong(row, validityDays ?? DEFAULT_VALIDITY_DAYS),
      ),
    adoptionCaveat:
      'Gateway certificates carry no mark of who made them: a certificate of the same validity that something else created in the same moment cannot be told apart.',
    lookFor: ({ validityDays }) =>
      `a certificate created in the last minutes that is valid for ${validityDays ?? DEFAULT_VALIDITY_DAYS} days; it counts against the ${CREATIONS_A_DAY} creations in 24 hours`,
    findConcerns: (existing, now) => {
      const concerns: string[] = [];
      const young = existing.filter(
        (row) => row.createdAt !== null && now.getTime() - row.createdAt.getTime() < DAY_MILLISECONDS,
      );
      if (young.length >= CREATIONS_A_DAY) {
        concerns.push(
          `${young.length} certificates were created in the last 24 hours; Cloudflare allows ${CREATIONS_A_DAY} and will probably refuse.`,
        );
      }
      const available = existing.filter((row) => row.status === 'available').length;
      if (available >= AVAILABLE_AT_ONCE) {
        concerns.push(
          `${available} certificates are available, the most that Cloudflare allows; a new one cannot be activated before another is deactivated.`,
        );
      }
      return concerns;
    },
  };
}

/** A day of tolerance: the vendor has rounded a default of 5 years to 1825 and to 1826 days. */
function isAboutAsLong(row: Certificate, days: number): boolean {
  const start = row.notBefore ?? row.createdAt;
  if (start === null || row.notAfter === null) return false;
  const actualDays = (row.notAfter.getTime() - start.getTime()) / DAY_MILLISECONDS;
  return Math.abs(actualDays - days) <= 1.5;
}
