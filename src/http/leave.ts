import { setImmediate } from 'node:timers/promises';

/**
 * Lets calls that are ready leave, those too whose connection is being made, before an answer or the rows of one take
 * the processor: the answers to them are on their way meanwhile.
 */
export async function letOthersLeave(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
