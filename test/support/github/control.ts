import { type Answer, readMembers } from './exchange.ts';
import type { Fault } from './faults.ts';
import type { Hub } from './hub.ts';
import { openSecret } from './secret-vault.ts';

/** Below this a test that is another process plans faults and reads what happened. */
export const CONTROL_PATH = '/__github/';

/** What the control endpoints reach. */
export type Control = Pick<Hub, 'faults' | 'log' | 'world'>;

/** POST or DELETE faults, PUT clock, GET log, GET repositories, GET secrets. */
export async function answerControl(
  { faults, log, world }: Control,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: string },
): Promise<Answer> {
  switch (`${method} ${path.slice(CONTROL_PATH.length)}`) {
    case 'POST faults':
      return planFaults(faults, body);
    case 'DELETE faults':
      faults.clear();
      return { status: 200, json: { planned: 0 } };
    case 'PUT clock':
      return setClock(world, body);
    case 'GET log':
      return { status: 200, json: log };
    case 'GET repositories':
      return { status: 200, json: world.repositories };
    case 'GET secrets':
      return { status: 200, json: await openSecrets(world) };
    default:
      return {
        status: 404,
        json: {
          error: 'There is POST or DELETE faults, PUT clock, GET log, GET repositories, GET secrets',
        },
      };
  }
}

function planFaults(faults: Control['faults'], body: string): Answer {
  try {
    const given: unknown = JSON.parse(body);
    const planned = (Array.isArray(given) ? given : [given]) as readonly Fault[];
    for (const fault of planned) faults.plan(fault);
    return { status: 201, json: { planned: planned.length } };
  } catch (error) {
    return { status: 400, json: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/** Every secret with its text, as a workflow would find it. */
function openSecrets({ repositories }: Control['world']) {
  return Promise.all(
    repositories.flatMap(({ owner, name, vaults }) =>
      vaults.flatMap((vault) =>
        vault.secrets.map(async ({ name: secret, createdAt, updatedAt }) => ({
          repository: `${owner}/${name}`,
          environment: vault.environment,
          name: secret,
          value: await openSecret(vault, secret),
          createdAt,
          updatedAt,
        })),
      ),
    ),
  );
}

/** How far GitHub's clock is ahead of the machine's from now on. */
function setClock(world: Control['world'], body: string): Answer {
  const given = readMembers(JSON.parse(body)).aheadMilliseconds;
  if (typeof given !== 'number') return { status: 400, json: { error: 'Give aheadMilliseconds' } };
  world.clockAheadMilliseconds = given;
  return { status: 200, json: { aheadMilliseconds: given } };
}
