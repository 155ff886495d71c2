import type { Certificate } from '../../src/certificate/certificate.ts';
import { judge } from '../../src/certificate/expiry.ts';
import { createProgress, type Outcome } from '../../src/operations/outcome.ts';
import type { StepReport } from '../../src/report/step-report.ts';

export const NOW = new Date('2026-06-15T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

export const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);

/** A report on these certificates, all of which count; with `failWithinDays` there is a gate. */
export function buildReport(
  certificates: readonly Certificate[],
  {
    failWithinDays = null,
    outcome = {},
    ...facts
  }: Partial<Omit<StepReport, 'outcome'>> & {
    readonly failWithinDays?: number | null;
    readonly outcome?: Partial<Outcome>;
  } = {},
): StepReport {
  const failWithin = failWithinDays === null ? null : { milliseconds: failWithinDays * DAY, percent: null };
  const policy = { failWithin, warnWithin: null, onEmpty: 'fail', counts: () => true } as const;
  return {
    operation: 'list',
    provider: 'cloudflare-gateway',
    scope: 'account',
    origin: 'https://api.example.com',
    dryRun: false,
    outcome: { ...createProgress().outcome, certificates, selection: 'listed', changed: false, ...outcome },
    judged: judge(certificates, policy, NOW),
    gate: { failWithin, warnWithin: null, failJob: true, onEmpty: 'fail' },
    failure: null,
    ...facts,
  };
}
