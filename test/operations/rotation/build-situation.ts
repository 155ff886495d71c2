import type { Certificate } from '../../../src/certificate/certificate.ts';
import { parseThreshold, type Threshold } from '../../../src/certificate/threshold.ts';
import { decide } from '../../../src/operations/rotation/decide.ts';
import type { Decision, RotationPolicy, Step } from '../../../src/operations/rotation/decision.ts';
import type { LedgerPhase, LedgerRecord } from '../../../src/operations/rotation/ledger.ts';
import type { LedgerView } from '../../../src/operations/rotation/ledger-book.ts';
import type { ObservedCertificate, RotationObservation } from '../../../src/providers/rotation.ts';
import { buildCertificate } from '../../certificate/build-certificate.ts';

export const NOW = new Date('2026-06-15T12:00:00Z');
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
export const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
export const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);

/** How a certificate differs from one that is ready, alike, valid for years, and does not serve. */
export type Facts = Partial<Omit<ObservedCertificate, 'certificate'>> & {
  readonly certificate?: Partial<Certificate>;
};

export function observed(id: string, { certificate = {}, ...facts }: Facts = {}): ObservedCertificate {
  return {
    certificate: {
      ...buildCertificate({
        provider: 'cloudflare-gateway',
        status: 'available',
        fingerprint: `FP:${id}`,
        notBefore: inDays(-30),
        createdAt: inDays(-30),
        notAfter: inDays(1795),
        ...certificate,
      }),
      id,
    },
    readiness: 'ready',
    serves: 'no',
    resemblance: 'likely',
    publicKeySha256: null,
    unfitness: null,
    ...facts,
  };
}

/** In use, and due in 100 days. */
export const dueOne = (facts: Facts = {}) =>
  observed('old', {
    serves: 'yes',
    ...facts,
    certificate: {
      notBefore: inDays(-1725),
      createdAt: inDays(-1725),
      notAfter: inDays(100),
      ...facts.certificate,
    },
  });
/** In use, and not due for years. */
export const freshOne = (id = 'new', facts: Facts = {}) => observed(id, { serves: 'yes', ...facts });
/** Replaced: at the edge still, and due. */
export const replacedOne = (facts: Facts = {}) => dueOne({ serves: 'no', ...facts });
/** Made some hours ago. */
export const young = (id: string, hours = 2, facts: Facts = {}) =>
  observed(id, {
    ...facts,
    certificate: { createdAt: hoursAgo(hours), notBefore: hoursAgo(hours), ...facts.certificate },
  });

let recordCount = 0;

/** One record of the rotation from `old` to `new`. */
export function record(
  phase: LedgerPhase,
  hours: number,
  facts: Partial<Pick<LedgerRecord, 'knownIds' | 'publicKeySha256' | 'run'>> & {
    readonly from?: string | null;
    readonly to?: string | null;
  } = {},
): LedgerRecord {
  const { from = 'old', to = 'new', ...rest } = facts;
  const refer = (id: string | null) => (id === null ? null : { id, fingerprint: `FP:${id}` });
  recordCount += 1;
  return {
    lineage: { provider: 'cloudflare-gateway', scope: 'account', name: 'in-use' },
    phase,
    previous: refer(from),
    successor: refer(to),
    publicKeySha256: null,
    knownIds: [],
    recordId: String(recordCount),
    at: hoursAgo(hours),
    run: 'run 7',
    ...rest,
  };
}

export const NO_LEDGER: LedgerView = {
  unavailability: { unavailable: 'deployments cannot be read (403)', mend: 'Give deployments: write.' },
  records: [],
  now: NOW,
};

export function threshold(text: string): Threshold {
  const parsed = parseThreshold(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.ok;
}

/** Everything that a decision is made from, where it differs from the usual. */
export interface Case {
  readonly certificates?: readonly ObservedCertificate[];
  readonly observation?: Partial<RotationObservation>;
  readonly records?: readonly LedgerRecord[];
  readonly ledger?: LedgerView;
  readonly policy?: Partial<RotationPolicy>;
}

export function buildObservation(
  certificates: readonly ObservedCertificate[],
  facts: Partial<RotationObservation> = {},
): RotationObservation {
  return {
    certificates,
    servingKnownBy: 'provider',
    missingId: null,
    danglingIds: [],
    settlesByItself: true,
    hasStage: true,
    successorLifetimeMilliseconds: 1825 * DAY,
    successorValidity: null,
    blockers: [],
    referrers: ['everybody'],
    material: {},
    unfinished: [],
    remarks: [],
    ...facts,
  };
}

export const POLICY: RotationPolicy = {
  rotateWithin: threshold('180d 33%'),
  soakMilliseconds: 24 * HOUR,
  overlapMilliseconds: 7 * DAY,
  retireBy: 'delete',
  successor: null,
  creationSettlesMilliseconds: 2 * 60 * 1000,
};

export function decideCase({ certificates = [], observation, records = [], ledger, policy }: Case): Decision {
  return decide(
    buildObservation(certificates, observation),
    ledger ?? { unavailability: null, records, now: NOW },
    { ...POLICY, ...policy },
    NOW,
  );
}

/** `state: step certificate, next phase`; a phase that is only to come stands with its time. */
export function briefly({ state, step, nextPhase, comesNext }: Decision): string {
  const parts = [state, tellStep(step)];
  if (nextPhase !== null) parts.push(`next ${nextPhase}`);
  else if (comesNext !== null) {
    parts.push(
      `then ${comesNext.phase}${comesNext.notBefore === null ? '' : ` ${tellHours(comesNext.notBefore)}`}`,
    );
  }
  return parts.filter((part) => part !== '').join(', ');
}

function tellHours(date: Date): string {
  const hours = (date.getTime() - NOW.getTime()) / HOUR;
  return hours > 999 ? `in ${Math.round(hours / 24)}d` : `in ${Math.round(hours * 100) / 100}h`;
}

function tellStep(step: Step | null): string {
  switch (step?.kind) {
    case undefined:
      return '';
    case 'await-creation':
      return `await creation until ${tellHours(step.until)}`;
    case 'stage':
      return `${step.adoption === null ? 'stage' : 'adopt'} ${step.successor?.certificate.id ?? 'one to be made'}`;
    case 'promote':
      return [
        `promote ${step.successor?.certificate.id ?? 'one to be made'}`,
        step.replaced === null ? '' : `for ${step.replaced.certificate.id}`,
        step.keyless.length === 0 ? '' : `without ${step.keyless.map(({ certificate }) => certificate.id)}`,
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'record-promotion':
      return `record promotion of ${step.successor.certificate.id}`;
    case 'rollback':
      return `roll back ${step.failed.id} to ${step.restored.certificate.id}`;
    case 'retire':
      return `retire ${step.replaced?.certificate.id ?? 'what is left'}`;
    case 'record-retirement':
      return `record retirement of ${step.previous.id}`;
  }
}
