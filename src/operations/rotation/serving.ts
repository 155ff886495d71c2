import type { Violation } from '../../providers/provider.ts';
import type { ObservedCertificate, RotationObservation } from '../../providers/rotation.ts';
import type { LineageHistory } from './history.ts';

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
export function findServing(observation: RotationObservation, history: LineageHistory): Serving {
  if (observation.servingKnownBy === 'ledger') return findByLedger(observation, history);
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

function findByLedger({ certificates }: RotationObservation, history: LineageHistory): Serving {
  const promotedId = history.lastPromotion?.successor?.id ?? null;
  const ready = certificates.filter(({ readiness }) => readiness === 'ready');
  const promoted = ready.find(({ certificate }) => certificate.id === promotedId);
  if (promoted !== undefined) return { kind: 'settled', current: promoted };
  const [current = null, ...others] = ready.filter((one) => !isKeyless(one, history));
  return others.length === 0
    ? { kind: 'settled', current }
    : {
        kind: 'unclear',
        violations: [describeSeveral(ready, 'could serve, and no record says which of them does')],
      };
}

/** Whether its key was made by a run that ended before it stored it. */
export function isKeyless({ publicKeySha256 }: ObservedCertificate, history: LineageHistory): boolean {
  return publicKeySha256 !== null && history.keylessHashes.has(publicKeySha256);
}

function describeSeveral(several: readonly ObservedCertificate[], what: string): Violation {
  return {
    reason: `${several.length} certificates ${what}`,
    certificates: several.map(({ certificate }) => certificate.id),
    instead: 'take away by hand those that are not needed, then run again',
    forcible: false,
  };
}
