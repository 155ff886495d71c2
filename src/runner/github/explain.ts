import { formatDate } from '../../certificate/time.ts';
import { cleanText, describeBody, describeTries } from '../../http/error-text.ts';
import { NetworkFailure } from '../../http/errors.ts';
import type { GitHubCall } from './call.ts';
import { GitHubError, type GitHubErrorReason } from './errors.ts';
import { mendDenial, mendGone, mendMissing, mendToken } from './mends.ts';
import type { GitHubPlace } from './place.ts';
import { type AnswerHeaders, findWait, headerOf, readRetryAfter } from './rate-limit.ts';

/** A try that failed: the error, and what waiting may do about it. */
export interface FailedTry {
  readonly error: GitHubError;
  /** Whether it may pass by itself. */
  readonly isPassing: boolean;
  /** How long GitHub asks to wait, in milliseconds; null where it does not. */
  readonly waitMilliseconds: number | null;
}

/** What explaining takes. */
export interface Explaining {
  readonly place: GitHubPlace;
  readonly now: number;
  /** How often the call was sent. */
  readonly tries: number;
  readonly redact: (text: string) => string;
}

/** An answer of GitHub's that is not a good one. */
interface BadAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: unknown;
}

/**
 * Says for people what a failed try was, and how to mend it.
 * @throws what was thrown where it is neither an answer nor a failure of the network: a defect.
 */
export function explainFailure(thrown: unknown, call: GitHubCall, explaining: Explaining): FailedTry {
  // Octokit wraps what its fetch throws.
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  for (const one of [thrown, cause]) {
    if (one instanceof GitHubError) return { error: one, isPassing: false, waitMilliseconds: null };
    if (one instanceof NetworkFailure) return explainNetwork(one, call, explaining);
  }
  const answer = readAnswer(thrown);
  if (answer === null) throw thrown;
  return explainAnswer(answer, call, explaining);
}

/** The error for an answer that is good by its status, and not what GitHub's reference promises. */
export function refuseShape(
  call: GitHubCall,
  body: unknown,
  { place, redact }: Pick<Explaining, 'place' | 'redact'>,
): GitHubError {
  const what =
    typeof body === 'string' ? describeBody(body, redact, false) : 'a body of another shape than documented';
  return new GitHubError(`${tell(call, place)} answered with ${what}.`, {
    reason: 'unreadable',
    mend: 'Check GITHUB_API_URL and proxies: something other than GitHub may have answered. Else run again later.',
    mayHaveArrived: true,
  });
}

function explainNetwork(failure: NetworkFailure, call: GitHubCall, explaining: Explaining): FailedTry {
  const { place, tries, redact } = explaining;
  const error = new GitHubError(
    `${tell(call, place)} failed: ${redact(failure.message)} ${describeTries(null, tries)}.`,
    {
      reason: 'network',
      mend: 'Check the network of the runner, proxies (https_proxy, no_proxy) and GITHUB_API_URL; then run again.',
      mayHaveArrived: failure.mayHaveArrived,
      cause: failure,
    },
  );
  return { error, isPassing: failure.passing, waitMilliseconds: null };
}

function explainAnswer(answer: BadAnswer, call: GitHubCall, explaining: Explaining): FailedTry {
  const { place, now, tries, redact } = explaining;
  const { status, headers } = answer;
  const message = cleanText(readMessage(answer.body, redact), redact);
  const wait = findWait({ status, headers, message }, now);
  const { reason, mend } =
    wait === null ? judge(status, message, call, place) : judgeLimit(wait, status, now);
  const requestId = headerOf(headers, 'x-github-request-id');
  const seen = describeTries(requestId === undefined ? null : cleanText(requestId, redact), tries);
  const error = new GitHubError(`${tell(call, place)} answered ${status}: ${message} ${seen}.`, {
    reason,
    mend,
    httpStatus: status,
    mayHaveArrived: status >= 500 || status === 408,
  });
  return {
    error,
    isPassing: wait !== null || status >= 500 || status === 408,
    waitMilliseconds: wait ?? readRetryAfter(headers, now),
  };
}

function judge(
  status: number,
  message: string,
  call: GitHubCall,
  place: GitHubPlace,
): { readonly reason: GitHubErrorReason; readonly mend: string } {
  if (status === 401) return { reason: 'token', mend: mendToken() };
  if (status === 403) return { reason: 'permission', mend: mendDenial(message, call) };
  if (status === 404) return { reason: 'not-found', mend: mendMissing(call, place) };
  if (status === 410) return { reason: 'gone', mend: mendGone(message, place) };
  if (status >= 500 || status === 408) {
    return { reason: 'server', mend: 'GitHub failed. Run again later; see https://www.githubstatus.com.' };
  }
  return {
    reason: 'refused',
    mend: 'GitHub says no more than this. Check the inputs against it.',
  };
}

function judgeLimit(
  wait: number,
  status: number,
  now: number,
): { readonly reason: GitHubErrorReason; readonly mend: string } {
  const until = formatDate(new Date(Math.ceil((now + wait) / 1000) * 1000));
  return {
    reason: 'rate-limit',
    mend: `GitHub takes no more calls of this token before ${until} (${status}). Run again after that; other workflows of the repository share the limit.`,
  };
}

/** `POST /repos/octo/infra/issues at api.github.com` */
function tell({ method, path }: GitHubCall, { apiUrl }: GitHubPlace): string {
  return `${method} ${path} at ${new URL(apiUrl).host}`;
}

/** What octokit throws for an answer from 400 on; null for anything else. */
function readAnswer(thrown: unknown): BadAnswer | null {
  if (!(thrown instanceof Error) || !('response' in thrown)) return null;
  const { response } = thrown;
  if (typeof response !== 'object' || response === null || !('status' in response)) return null;
  return {
    status: Number(response.status),
    headers: 'headers' in response ? ((response.headers ?? {}) as AnswerHeaders) : {},
    body: 'data' in response ? response.data : '',
  };
}

/** GitHub's message and what it says of each field; of anything else what it looks like. */
function readMessage(body: unknown, redact: (text: string) => string): string {
  if (typeof body === 'string') return describeBody(body, redact, true);
  if (typeof body !== 'object' || body === null || !('message' in body)) return 'no message';
  const details = 'errors' in body && Array.isArray(body.errors) ? body.errors.map(tellDetail) : [];
  return [String(body.message), ...details].join('; ');
}

function tellDetail(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return String(detail);
  const { field, code, message, value } = detail as Readonly<Record<string, unknown>>;
  return [field, value, code, message].filter((part) => typeof part === 'string').join(' ');
}
