import type { Kill, WorldCall } from './lives.ts';

/** A world that was played to its end. */
export interface Played<Ending> {
  readonly world: { readonly calls: readonly WorldCall[] };
  readonly ending: Ending;
}

/** What came of killing a play at each of its calls, on both sides of what the call does. */
export interface KillWalk {
  readonly kills: number;
  /** Where it ended otherwise: the side, the call, and how it ended. */
  readonly wrong: readonly string[];
}

/**
 * Kills a play at every call that it makes where nobody kills it.
 * @param isRight whether a killed play has ended as it should.
 */
export async function killEverywhere<Ending, One extends Played<Ending>>(
  whole: Played<Ending>,
  play: (kill: Kill) => Promise<One>,
  isRight: (played: One) => boolean,
): Promise<KillWalk> {
  const wrong: string[] = [];
  let kills = 0;
  for (const [index, { name }] of whole.world.calls.entries()) {
    for (const when of ['before', 'after'] as const) {
      const played = await play({ call: index + 1, when });
      kills += 1;
      if (!isRight(played))
        wrong.push(`${when} call ${index + 1}, ${name}: ${JSON.stringify(played.ending)}`);
    }
  }
  return { kills, wrong };
}

/** Some kills over a play of so many calls, on either side in turn; another `number` takes the other sides. */
export function drawKills(callCount: number, number: number): readonly Kill[] {
  return [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((share, index) => ({
    call: 1 + Math.floor(share * callCount),
    when: (index + number) % 2 === 0 ? 'before' : 'after',
  }));
}

/** Whether two endings are the same to the letter. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
