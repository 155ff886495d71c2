import type { Certificate } from '../../certificate/certificate.ts';
import type { Violation } from '../provider.ts';

const CHOOSE_ANOTHER =
  'choose another available certificate in the Gateway configuration (Zero Trust · Settings · Certificates), and wait until devices have it';

/**
 * Why a certificate should not be deactivated. Deactivating the one in use makes Gateway switch silently to
 * the next available one, whether devices trust it or not (Cloudflare One documentation, User-side
 * certificates).
 */
export function findDeactivationViolations(
  certificate: Certificate,
  all: readonly Certificate[],
): readonly Violation[] {
  return [...findUseViolations(certificate), ...findLastAvailableViolations(certificate, all)];
}

/**
 * Why a certificate should not, or cannot, be deleted: only an inactive, gateway_managed one can be
 * (Cloudflare API reference, Delete Zero Trust certificate).
 */
export function findDeletionViolations(
  certificate: Certificate,
  all: readonly Certificate[],
): readonly Violation[] {
  const violations: Violation[] = [];
  if (certificate.type === 'custom') {
    violations.push({
      reason: 'it is a custom certificate, which this endpoint cannot delete',
      certificates: idsOf([certificate]),
      instead: "delete it where it was uploaded, in the account's mtls_certificates",
      forcible: false,
    });
  }
  if (certificate.status !== null && certificate.status !== 'inactive') {
    violations.push({
      reason: `its status is ${certificate.status}, and only an inactive certificate can be deleted`,
      certificates: idsOf([certificate]),
      instead: "run operation 'deactivate' on it first",
      forcible: false,
    });
    violations.push(...findUseViolations(certificate), ...findLastAvailableViolations(certificate, all));
  } else if (certificate.inUse === true || certificate.status === null) {
    violations.push(...findUseViolations(certificate));
  }
  return violations;
}

function findUseViolations(certificate: Certificate): readonly Violation[] {
  if (certificate.inUse === false) return [];
  return [
    {
      reason: certificate.inUse
        ? 'it is in use: Gateway inspects traffic with it now'
        : 'Cloudflare does not say whether it is in use',
      certificates: idsOf([certificate]),
      instead: CHOOSE_ANOTHER,
      forcible: true,
    },
  ];
}

function findLastAvailableViolations(
  certificate: Certificate,
  all: readonly Certificate[],
): readonly Violation[] {
  const others = all.filter((other) => other.status === 'available' && other.id !== certificate.id);
  if (certificate.status !== 'available' || others.length > 0) return [];
  return [
    {
      reason: 'it is the last available certificate of the account',
      certificates: idsOf([certificate]),
      instead: "create and activate another one first (operations 'create' and 'activate')",
      forcible: true,
    },
  ];
}

function idsOf(certificates: readonly Certificate[]): readonly string[] {
  return certificates.map((certificate) => certificate.id ?? certificate.fingerprint ?? 'without id');
}
