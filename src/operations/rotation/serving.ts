import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import { isValidNow } from './due.ts';
import type { LineageHistory } from './history.ts';
import { findOpenKey } from './open-keys.ts';

/** What serves in this moment, as far as it is proved. */
export type Serving =
  | { readonly kind: 'settled'; readonly current: ObservedCertificate | null }
  /** The provider is set to `to`, which can serve and is not proved to. */
  | {
      readonly kind: 'moving';
      readonly to: ObservedCertificate | null;
      readonly from: ObservedCertificate | null;
    }
  /** The provider is set to one that cannot serve: it is gone, or on its way out. */
  | {
      readonly kind: 'broken';
      readonly failedId: string;
      readonly failed: ObservedCertificate | null;
    }
  | { readonly kind: 'unclear'; readonly violations: readonly Violation[] };

/** Finds what serves: the provider says it, or where it does not, the last promotion on record. */
export function findServing(observation: RotationObservation, history: LineageHistory, now: Date): Serving {
  if (observation.servingKnownBy === 'ledger') return findByLedger(observation, history, now);
  const { certificates, missingId } = observation;
  const standing = (serves: ObservedCertificate['serves']) =>
    certificates.filter((one) => one.serves === serves);
  const [from = null] = standing('departing');
  if (missingId !== null) return { kind: 'broken', failedId: missingId, failed: null };
  const [to = null, anotherTo] = standing('arriving');
  const [current = null, another] = standing('yes');
  if (anotherTo !== undefined || another !== undefined || (to !== null && current !== null)) {
    const several = [...standing('yes'), ...standing('arriving')];
    return { kind: 'unclear', violations: [describeSeveral(several, 'are set to serve at once')] };
  }
  if (to !== null) {
    return to.readiness === 'dormant' || to.readiness === 'leaving'
      ? { kind: 'broken', failedId: to.certificate.id, failed: to }
      : { kind: 'moving', to, from };
  }
  return current === null && from !== null
    ? { kind: 'moving', to: null, from }
    : { kind: 'settled', current };
}

/**
 * The one that was promoted last serves, whatever became of it: where it was revoked since, what is kept is of no
 * use, and has to be replaced. Without a record it is the only one that can serve; one that is past its end cannot.
 */
function findByLedger({ certificates }: RotationObservation, history: LineageHistory, now: Date): Serving {
  const promotedId = history.lastPromotion?.successor?.id ?? null;
  const promoted = certificates.find(({ certificate }) => certificate.id === promotedId);
  if (promoted !== undefined) return { kind: 'settled', current: promoted };
  const replacedIds = new Set(history.replacements.map(({ previous }) => previous.id));
  const candidates = certificates.filter(
    (one) =>
      (one.readiness === 'ready' || one.readiness === 'arriving') &&
      !replacedIds.has(one.certificate.id) &&
      findOpenKey(one, history) === null,
  );
  // One whose end nobody knows may serve.
  const valid = candidates.filter(
    ({ certificate }) => certificate.notAfter === null || isValidNow(certificate, now),
  );
  if (valid.length > 1) {
    const what = 'could serve, and no record says which of them does';
    return { kind: 'unclear', violations: [describeSeveral(valid, what)] };
  }
  const endOf = ({ certificate }: ObservedCertificate) => certificate.notAfter?.getTime() ?? 0;
  const [lastEnded = null] = candidates.toSorted((a, b) => endOf(b) - endOf(a));
  return { kind: 'settled', current: valid[0] ?? lastEnded };
}

function describeSeveral(several: readonly ObservedCertificate[], what: string): Violation {
  return {
    reason: `${several.length} certificates ${what}`,
    certificates: several.map(({ certificate }) => certificate.id),
    instead: 'take away by hand those that are not needed, then run again',
    forcible: false,
  };
}
