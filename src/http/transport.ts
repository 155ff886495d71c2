import { type DescribedTry, readAnswer, readNetworkFailure } from './answer.ts';
import { type Course, giveUp } from './course.ts';
import { ApiError, NetworkFailure, type VendorError } from './errors.ts';
import { letOthersLeave } from './leave.ts';
import { createRateLimiter, type RateLimiter, type Repeat, type Turn } from './rate-limit.ts';
import { encodeCall } from './request.ts';
import { findPause, mayRetry, parseRetryAfter } from './retry.ts';
import type { HttpAnswer, HttpCall, HttpDeps, NetworkRequest, NetworkResponse } from './types.ts';

/** What a vendor knows of its own answers, so that `http/` need not. */
export interface VendorDialect {
  /** The errors that an answer carries, from whatever body it has; empty for a good one. */
  errorsOf(answer: { status: number; text: string; json: unknown }): VendorError[];
  /**
   * Whether a failed answer may pass by itself. `undefined` leaves it to the status (408, 429, 5xx do).
   * A vendor that refuses for good with HTTP 500 says `false` here.
   */
  isPassing(answer: { status: number; errors: readonly VendorError[] }): boolean | undefined;
  /** Header names of request ids, in the order of preference. */
  readonly requestIdHeaders: readonly string[];
}

export interface TransportOptions {
  /** Scheme, host and port that every call of this transport goes to, and the only one credentials go to. */
  readonly origin: URL;
  readonly dialect: VendorDialect;
  /** Asked before each try; the values are secrets and go to `origin` only. */
  readonly authorise: () => Promise<Readonly<Record<string, string>>>;
  readonly redact: (text: string) => string;
  readonly userAgent: string;
  readonly requestTimeoutMilliseconds: number;
  /** Tries beyond the first. */
  readonly maxRetries: number;
  /** The first pause; doubled each time, jittered. */
  readonly retryDelayMilliseconds: number;
  /** How many calls may be under way at once. */
  readonly concurrency: number;
  /** The quotas that a call counts against; the transport holds a call back rather than exceed one. */
  readonly quotasOf: (call: HttpCall) => readonly Quota[];
  /** Shared by all transports of one credential; without it the transport has its own. */
  readonly limiter?: RateLimiter;
  /**
   * Called where a call is answered 401, with the credential headers that were refused: true where there are
   * others by now, then the call is sent again (a 401 was not acted on, so also for `unsent` calls). At most
   * three times for one call.
   */
  readonly renew?: (refused: Readonly<Record<string, string>>) => Promise<boolean>;
}

/** So many calls in any span of that length, counted under one key. */
export interface Quota {
  readonly key: string;
  readonly calls: number;
  readonly windowMilliseconds: number;
}

/** One vendor's API behind one credential: sends calls, retries where it is safe, keeps to the limits. */
export interface Transport {
  /**
   * @returns a 2xx answer whose dialect names no errors.
   * @throws ApiError once no further try is allowed.
   */
  send(call: HttpCall): Promise<HttpAnswer>;
}

export type CreateTransport = (options: TransportOptions, deps: HttpDeps) => Transport;

/** A try with less time left would hide the last real failure behind a timeout. */
const SHORTEST_TRY_MILLISECONDS = 1000;
/** Calls that share a credential can each meet the end of it; a credential that is refused anew is no use. */
const RENEWALS_AT_MOST = 3;

/** A transport that keeps to the limits of one credential: one serves all calls that share it. */
export const createTransport: CreateTransport = (options, deps) => {
  const { clock } = deps;
  const limiter = options.limiter ?? createRateLimiter(options, deps);
  const budgetMilliseconds = (options.maxRetries + 1) * options.requestTimeoutMilliseconds;
  const shortestTryMilliseconds = Math.min(SHORTEST_TRY_MILLISECONDS, options.requestTimeoutMilliseconds / 4);

  async function send(call: HttpCall): Promise<HttpAnswer> {
    const course: Course = {
      call,
      attempts: 0,
      retries: 0,
      renewals: 0,
      mayHaveArrived: false,
      deadline: 0,
    };
    const quotas = options.quotasOf(call);
    let repeat: Repeat | undefined;
    for (;;) {
      // Before the turn: it may itself send a call, for which a turn must be free.
      const credentials = await keepArrival(course, options.authorise);
      const turn = await limiter.enter(quotas, { repeat, abandoned: call.abandoned });
      const result = await sendOnce(course, turn, credentials);
      if ('answer' in result) return result.answer;
      const { failed } = result;
      course.mayHaveArrived ||= failed.mayHaveArrived;
      repeat = {
        ticket: turn.ticket,
        deadline: course.deadline - shortestTryMilliseconds,
        refusal: () => giveUp(course, failed, options, 'the rate limit leaves no time for another try'),
      };
      const isRenewed = failed.status === 401 && (await renewCredentials(course, credentials));
      if (!isRenewed) await pauseOrGiveUp(course, failed);
    }
  }

  async function sendOnce(
    course: Course,
    turn: Turn,
    credentials: Readonly<Record<string, string>>,
  ): Promise<{ answer: HttpAnswer } | { failed: DescribedTry }> {
    const startedAt = clock.now();
    if (course.attempts === 0) course.deadline = startedAt + budgetMilliseconds;
    course.attempts += 1;
    const report = (what: string | number) => {
      const line = `${course.call.method} ${course.call.path} -> ${what} in ${clock.now() - startedAt} ms`;
      deps.debug(options.redact(`${line} (try ${course.attempts})`));
    };
    let response: NetworkResponse;
    try {
      const timeoutMilliseconds = Math.min(options.requestTimeoutMilliseconds, course.deadline - startedAt);
      const request: NetworkRequest = encodeCall(course.call, options, credentials, timeoutMilliseconds);
      response = await deps.network.send(request);
    } catch (error) {
      turn.finish({});
      if (!(error instanceof NetworkFailure)) throw error;
      report(error.kind);
      return { failed: readNetworkFailure(error, options.redact) };
    }
    const { status, headers, body } = response;
    report(status);
    const now = clock.now();
    const held = status === 429 ? parseRetryAfter(headers['retry-after'], now) : undefined;
    turn.finish({ ratelimit: headers.ratelimit, holdMilliseconds: held });
    // An answer's JSON is made just before its rows are read: what waited parsed would fill the memory.
    await letOthersLeave();
    const reading = readAnswer(response, options, now);
    if (!reading.good) return { failed: reading.failed };
    const { json, requestId } = reading;
    const { host } = options.origin;
    const { attempts } = course;
    return { answer: { status, headers, text: body, json, host, requestId, attempts } };
  }

  async function renewCredentials(
    course: Course,
    refused: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const { renew } = options;
    if (renew === undefined || course.renewals >= RENEWALS_AT_MOST) return false;
    course.renewals += 1;
    return keepArrival(course, () => renew(refused));
  }

  async function pauseOrGiveUp(course: Course, failed: DescribedTry): Promise<void> {
    if (!mayRetry(course.call.retry, failed)) throw giveUp(course, failed, options);
    const asked = failed.retryAfterMilliseconds;
    const left = Math.max(0, course.deadline - shortestTryMilliseconds - clock.now());
    if (asked !== undefined && asked >= left) {
      const wait = `it asks to wait ${toSeconds(asked)} s, longer than the ${toSeconds(left)} s left for this call`;
      throw giveUp(course, failed, options, wait);
    }
    if (course.retries >= options.maxRetries) throw giveUp(course, failed, options);
    const pause = findPause(
      {
        retriesMade: course.retries,
        firstDelayMilliseconds: options.retryDelayMilliseconds,
        retryAfterMilliseconds: asked,
      },
      deps.random,
    );
    if (pause >= left) throw giveUp(course, failed, options, 'no time is left for another try');
    course.retries += 1;
    await deps.sleep(pause);
  }

  return { send };
};

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

/** A failure to sign in must not hide that an earlier try of the call may have been acted on. */
async function keepArrival<T>(course: Course, signIn: () => Promise<T>): Promise<T> {
  try {
    return await signIn();
  } catch (error) {
    if (!course.mayHaveArrived || !(error instanceof ApiError)) throw error;
    throw new ApiError(error.message, { ...error, mayHaveArrived: true, cause: error });
  }
}
