import { ApiError } from '../http/errors.ts';
import type { OperationContext } from './outcome.ts';

/**
 * Sends a call that must not be repeated blindly: after a failure that may hide a success, `findEffect` looks
 * at the state, and only where the call had no effect it is sent again.
 * @returns what the call, or the look at the state, gave.
 */
export async function sendLookingFirst<T>(
  context: OperationContext,
  send: () => Promise<T>,
  findEffect: () => Promise<T | null>,
): Promise<T> {
  const { maxRetries, retryDelayMilliseconds } = context.request.transport;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ApiError && error.mayHaveArrived)) throw error;
      context.log(`No clear answer (${error.message}); looking at the state before anything is repeated`);
      const effect = await findEffect();
      if (effect !== null) return effect;
      if (attempt >= maxRetries) throw error;
      await context.sleep(retryDelayMilliseconds * 2 ** Math.min(attempt, 5));
    }
  }
}
