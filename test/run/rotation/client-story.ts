import {
  CLIENT_PHASES,
  type ClientWorld,
  type ClientWorldOptions,
  OLD,
  openClientWorld,
} from './client-world.ts';
import type { Life } from './lives.ts';
import { finish, remember } from './story.ts';
import { MINUTE } from './world.ts';

export const AT_ONCE = { ...CLIENT_PHASES, overlap: '0s' };

/** How a world ended, without ids that differ from play to play. */
export interface ClientEnding {
  readonly state: string | undefined;
  /** Whose key is kept. */
  readonly holds: string;
  /** Certificates that are not revoked, strangers' among them. */
  readonly living: readonly string[];
  readonly breaches: readonly string[];
}

/** How a rotation ends that nothing has kept from its end. */
export const COMPLETE: ClientEnding = {
  state: 'not-due',
  holds: 'successor',
  living: ['successor active'],
  breaches: [],
};

export function describeClientEnding(world: ClientWorld, last: Life): ClientEnding {
  const heldId = world.heldId() ?? '';
  const isOurs = (id: string) => world.ownCreations.includes(id);
  const name = (id: string) =>
    id === OLD ? 'old' : isOurs(id) ? (id === heldId ? 'successor' : 'another of ours') : id.slice(-2);
  return {
    state: last.failure ?? last.outputs['rotation-state'],
    holds: name(heldId),
    living: world
      .certificates()
      .filter(({ status }) => status !== 'revoked')
      .map(({ id, status }) => `${name(id)} ${status}`),
    breaches: world.breaches,
  };
}

/** Plays a whole rotation in a world of its own. */
export async function playClient(
  options: ClientWorldOptions,
  inputs: Readonly<Record<string, string>> = CLIENT_PHASES,
  prepare: (world: ClientWorld) => void = () => {},
): Promise<{
  readonly world: ClientWorld;
  readonly last: Life;
  readonly ending: ClientEnding;
  readonly lives: readonly Life[];
}> {
  const world = await openClientWorld(options);
  prepare(world);
  const remembered = remember(world);
  const last = await finish(remembered, inputs);
  await world.pass(MINUTE);
  return { world, last, ending: describeClientEnding(world, last), lives: remembered.lives };
}
