import type { Answer } from './exchange.ts';
import type { Fault } from './faults.ts';
import { writeProblem } from './problems.ts';

const SECONDARY_DOCUMENTATION = '/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
const PRIMARY_DOCUMENTATION = '/overview/rate-limits-for-the-rest-api';
const PAGE =
  '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body>No server is available.</body></html>';

/** What becomes of a body on its way. */
export type BodyDamage = 'cut' | 'broken' | 'endless';

/** What goes over the wire in place of the good answer: another one, a text, the end of the connection, or nothing. */
export type Spoilt =
  | (Answer & { readonly isUndated?: boolean; readonly damage?: BodyDamage })
  | { readonly status: number; readonly page: string }
  | 'reset'
  | 'stall';

/**
 * Spoils a call.
 * @param act carries it out
 */
export function spoil(fault: Fault, act: () => Answer, now: Date): Spoilt {
  switch (fault.kind) {
    case 'reset':
      return 'reset';
    case 'lost-answer':
      act();
      return 'reset';
    case 'stall':
      if (fault.acted ?? false) act();
      return 'stall';
    case 'cut-body':
      return { ...act(), damage: 'cut' };
    case 'broken-json':
      return { ...act(), damage: 'broken' };
    case 'huge-body':
      return { ...act(), damage: 'endless' };
    case 'status':
      if (fault.acted ?? false) act();
      return writeStatus(fault);
    case 'secondary-limit':
      return writeSecondaryLimit(fault);
    case 'primary-limit': {
      const reset = Math.ceil(now.getTime() / 1000) + (fault.resetAfterSeconds ?? 3600);
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
      const message = 'API rate limit exceeded for installation ID 1.';
      return { ...writeProblem({ status: 403, message, errors: undefined }, PRIMARY_DOCUMENTATION), headers };
    }
    case 'wrong-body': {
      const { status, headers = {} } = act();
      return fault.body === 'html' ? { status, page: PAGE } : { status, json: { data: [] }, headers };
    }
    case 'without-date':
      return { ...act(), isUndated: true };
    case 'foreign-link': {
      const answer = act();
      const link = (answer.headers?.link ?? '').replace(/<https?:\/\/[^/]+/g, `<${fault.origin}`);
      return { ...answer, headers: { ...answer.headers, link } };
    }
  }
}

function writeStatus({
  status,
  body = 'github',
  message = status >= 500 ? 'Server Error' : 'Not as it should be',
  retryAfterSeconds,
}: Extract<Fault, { kind: 'status' }>): Spoilt {
  if (body === 'html') return { status, page: PAGE };
  const headers = writeRetryAfter(retryAfterSeconds ?? null);
  if (body === 'empty') return { status, json: undefined, headers };
  return { ...writeProblem({ status, message, errors: undefined }, ''), headers };
}

function writeSecondaryLimit({
  status = 403,
  retryAfterSeconds = 60,
}: Extract<Fault, { kind: 'secondary-limit' }>): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return {
    ...writeProblem({ status, message, errors: undefined }, SECONDARY_DOCUMENTATION),
    headers: writeRetryAfter(retryAfterSeconds),
  };
}

function writeRetryAfter(seconds: number | null): Readonly<Record<string, string>> {
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}
