import { ApiError } from '../http/errors.ts';
import type { OperationContext } from './outcome.ts';

/**
 * Sends a call that must not be repeated blindly: after a failure that may hide a success, `findEffect` looks
 * at the state, and only where the call had no effect it is sent again. The progress tells whether something
 * was changed: unknown once the call is sent, and not where its first try was refused.
 * @param send is told how many tries there were before.
 * @returns what the call, or the look at the state, gave.
 */
export async function sendLookingFirst<T>(
  context: OperationContext,
  send: (triesBefore: number) => Promise<T>,
  findEffect: () => Promise<T | null>,
): Promise<T> {
  const { maxRetries, retryDelayMilliseconds } = context.request.transport;
  context.progress.learn({ changed: null });
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(attempt);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!error.mayHaveArrived) {
        if (attempt === 0) context.progress.learn({ changed: false });
        throw error;
      }
      context.log(`No clear answer (${error.message}); looking at the state before anything is repeated`);
      const effect = await findEffect();
      if (effect !== null) return effect;
      if (attempt >= maxRetries) throw error;
      await context.sleep(retryDelayMilliseconds * 2 ** Math.min(attempt, 5));
    }
  }
}
