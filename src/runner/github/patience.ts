import { findPause } from '../../http/retry.ts';
import type { HttpDeps } from '../../http/types.ts';
import type { GitHubCall } from './call.ts';
import { GitHubError } from './errors.ts';
import { explainFailure } from './explain.ts';
import type { GitHubPlace } from './place.ts';

/** How a client repeats itself. */
export interface Patience {
  /** Tries beyond the first. */
  readonly maxRetries: number;
  /** The first pause; doubled each time, jittered. */
  readonly retryDelayMilliseconds: number;
  /** For all calls together: beside an audit, keeping an issue may not take for ever. */
  readonly waitingAtMostMilliseconds: number;
}

/** Sends a call until it is answered for good. */
export type Persist = <Answer>(call: GitHubCall, send: () => Promise<Answer>) => Promise<Answer>;

/**
 * Repeats what may be repeated: what changes nothing by being said twice, after every failure that may pass; the
 * rest only where GitHub surely did not act on it. A limit of GitHub's is waited for as long as it asks.
 * @returns a function that throws GitHubError once no further try is allowed.
 */
export function createPersistence(
  patience: Patience,
  options: { readonly place: GitHubPlace; readonly redact: (text: string) => string },
  { clock, sleep, random, debug }: Omit<HttpDeps, 'network'>,
): Persist {
  let left = patience.waitingAtMostMilliseconds;

  return async (call, send) => {
    let mayHaveArrived = false;
    for (let tries = 1; ; tries += 1) {
      const startedAt = clock.now();
      const report = (what: string | number) =>
        debug(`${call.method} ${call.path} -> ${what} in ${clock.now() - startedAt} ms (try ${tries})`);
      try {
        const answer = await send();
        report('answered');
        return answer;
      } catch (thrown) {
        const failed = explainFailure(thrown, call, { ...options, now: clock.now(), tries });
        report(failed.error.httpStatus ?? failed.error.reason);
        mayHaveArrived ||= failed.error.mayHaveArrived;
        const ending = mayHaveArrived ? rememberArrival(failed.error) : failed.error;
        if (tries > patience.maxRetries || !mayRepeat(call, failed)) throw ending;
        const pause = findPause(
          {
            retriesMade: tries - 1,
            firstDelayMilliseconds: patience.retryDelayMilliseconds,
            retryAfterMilliseconds: failed.waitMilliseconds ?? undefined,
          },
          random,
        );
        if (pause > left) throw ending;
        left -= pause;
        await sleep(pause);
      }
    }
  };
}

/** What an earlier try may have done, the last one's failure does not undo. */
function rememberArrival(error: GitHubError): GitHubError {
  if (error.mayHaveArrived) return error;
  return new GitHubError(error.message, { ...error, mayHaveArrived: true, cause: error.cause });
}

function mayRepeat(
  { retry }: GitHubCall,
  { error, isPassing }: { readonly error: GitHubError; readonly isPassing: boolean },
): boolean {
  if (retry === 'unsent') return isPassing && !error.mayHaveArrived;
  return isPassing;
}
