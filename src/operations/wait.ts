import type { Certificate } from '../certificate/certificate.ts';
import { formatDuration } from '../certificate/duration.ts';
import { type OperationContext, OperationError } from './outcome.ts';

/** A line is printed at least this often while nothing changes. */
const REPORT_EVERY_MILLISECONDS = 15_000;

/**
 * Reads a certificate again and again until it has the status, telling how it goes.
 * @param latest the certificate as last read.
 * @returns the certificate with that status; the progress holds each state on the way.
 * @throws OperationError at `wait-timeout`, or where the certificate is gone.
 */
export async function waitForStatus(
  context: OperationContext,
  latest: Certificate & { readonly id: string },
  goal: string,
): Promise<void> {
  const { provider, clock, sleep, log, progress } = context;
  const { timeoutMilliseconds, intervalMilliseconds } = context.request.waiting;
  const startedAt = clock.now();
  const limit = formatDuration(timeoutMilliseconds);
  let current: Certificate = latest;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let reportedStatus: string | null = null;
  while (current.status !== goal) {
    const now = clock.now();
    const waited = now - startedAt;
    if (current.status !== reportedStatus || now - reportedAt >= REPORT_EVERY_MILLISECONDS) {
      log(`Waiting for ${goal}: now ${current.status ?? 'unknown'} (${tellWaited(waited)} of ${limit})`);
      reportedAt = now;
      reportedStatus = current.status;
    }
    if (waited >= timeoutMilliseconds) {
      throw new OperationError(
        `Certificate ${latest.id} is still ${current.status ?? 'of unknown status'} after ${limit}; waited for ${goal}.`,
        `Raise wait-timeout, or go on waiting with operation 'get', certificate-id ${latest.id} and wait-for ${goal}.`,
      );
    }
    await sleep(Math.min(intervalMilliseconds, timeoutMilliseconds - waited));
    const read = await provider.get(latest.id);
    if (read === null) {
      throw new OperationError(
        `Certificate ${latest.id} disappeared while waiting for ${goal}.`,
        'Somebody else deleted it; look at the audit log of the account.',
      );
    }
    current = { ...read, id: latest.id };
    progress.learn({ certificates: [current] });
  }
  log(`Certificate ${latest.id} is ${goal} after ${tellWaited(clock.now() - startedAt)}`);
}

/** Whole seconds: people do not wait by milliseconds. */
function tellWaited(milliseconds: number): string {
  return formatDuration(Math.round(milliseconds / 1000) * 1000);
}
