import type { Severity, Verdict } from '../certificate/expiry.ts';

/** A mark beside the word, for those who skim; the word stands always. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  ok: '🟢',
  expiring: '🟡',
  critical: '🔴',
  expired: '🔴',
  unknown: '🔴',
  'not-yet-valid': '🟡',
  ignored: '⚪',
};

export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = { ok: '🟢', warn: '🟡', fail: '🔴' };
