import { expect } from '@jest/globals';
import { type KillWorld, play } from './play.ts';

/** Every call of a whole rotation, killed before it and after what it does: what ended otherwise than unkilled. */
export async function killEverywhere(
  openWorld: () => Promise<KillWorld>,
  isWanted: (ending: string) => void,
): Promise<{ readonly kills: number; readonly wrong: readonly string[] }> {
  const whole = await play(openWorld, null);
  isWanted(whole.ending);
  expect(whole.states).toEqual(['retired', 'not-due']);
  const wrong = whole.breaches.map((breach) => `unkilled: ${breach}`);
  let kills = 0;
  for (const [index, name] of whole.calls.entries()) {
    // A call that only reads does nothing: killed after it is killed before it.
    for (const when of name.startsWith('GET') ? (['before'] as const) : (['before', 'after'] as const)) {
      const killed = await play(openWorld, { call: index + 1, when });
      kills += 1;
      const where = `${when} call ${index + 1}, ${name}`;
      if (killed.ending !== whole.ending) wrong.push(`${where}: ${killed.ending}`);
      for (const breach of killed.breaches) wrong.push(`${where}: ${breach}`);
    }
  }
  return { kills, wrong };
}
