import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import type { RotationTools } from '../rotation.ts';
import { isAbsence, sendForJson } from './client.ts';
import { type Choice, findReferences, type RawObject, repoint } from './references.ts';
import type { Referrer } from './referrers.ts';
import { microtenantQuery, type ZpaScope } from './scope.ts';

/** An application or a portal, which is changed as a whole. */
export interface ReferringObject {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Those of it that refer to the lineage: `Browser Access application CRM at crm.example.com`. */
  readonly titles: readonly string[];
}

/** An object that could not be pointed elsewhere, for good; what it names now is not certain. */
export class RepointingFailure extends Error {
  override readonly name = 'RepointingFailure';
}

/** The objects of the referrers, each once. */
export function groupByObject(referrers: readonly Referrer[], scope: ZpaScope): readonly ReferringObject[] {
  const objects = new Map<string, ReferringObject>();
  for (const { objectPath, microtenantId, title } of referrers) {
    if (objectPath === null) continue;
    const known = objects.get(objectPath);
    const query = microtenantQuery({ ...scope, microtenantId: microtenantId ?? scope.microtenantId });
    objects.set(objectPath, { path: objectPath, query, titles: [...(known?.titles ?? []), title] });
  }
  return [...objects.values()];
}

/** The change of an object as a plan shows it: what else is in it is known once it is read. */
export function describeRepointing({ path, query }: ReferringObject, certificateId: string): HttpCall {
  const shownJson = { '…': 'all else as it is read just before', certificateId };
  return { method: 'PUT', path, query, json: shownJson, shownJson, retry: 'unsent' };
}

/**
 * Points an object's references elsewhere: reads it, sends it back whole with nothing else changed, and reads it
 * again until it shows that.
 * @returns what each changed reference named before, by its key; empty where there was nothing to change.
 * @throws RepointingFailure where ZPA refuses it, or does not show it within `wait-timeout`; ApiError where it cannot
 * be told
 */
export async function repointObject(
  transport: Transport,
  object: ReferringObject,
  choose: Choice,
  tools: RotationTools,
): Promise<ReadonlyMap<string, string>> {
  const { path, query } = object;
  const what = object.titles.join(', ');
  const read = () => readObject(transport, object);
  const before = await read();
  const wanted = new Map<string, string>();
  const former = new Map<string, string>();
  for (const reference of findReferences(before ?? {})) {
    const chosen = choose(reference);
    if (chosen === null || chosen === reference.certificateId) continue;
    wanted.set(reference.key, chosen);
    former.set(reference.key, reference.certificateId);
  }
  if (before === null || wanted.size === 0) return new Map();
  const isDone = async (): Promise<true | null> => {
    const now = await read();
    const left = findReferences(now ?? {}).filter(({ key, certificateId }) => {
      const chosen = wanted.get(key);
      return chosen !== undefined && certificateId === former.get(key);
    });
    return left.length === 0 ? true : null;
  };
  const call: HttpCall = { method: 'PUT', path, query, json: repoint(before, choose), retry: 'unsent' };
  try {
    await tools.sendLookingFirst(async (): Promise<true> => {
      await transport.send(call);
      return true;
    }, isDone);
  } catch (error) {
    if (isRefusal(error))
      throw new RepointingFailure(`${what} refused it (${error.message})`, { cause: error });
    throw error;
  }
  const shown = await tools.poll(`${what} to name the other certificate`, isDone);
  if (shown === null) throw new RepointingFailure(`${what} took it, and does not show it`);
  tools.log(
    `${what}: certificate ${[...new Set(wanted.values())].join(', ')} in place of ${[...new Set(former.values())].join(', ')}`,
  );
  return former;
}

/** Null where there is no such object any more. */
async function readObject(transport: Transport, { path, query }: ReferringObject): Promise<RawObject | null> {
  try {
    return await sendForJson(transport, { method: 'GET', path, query, retry: 'safe' }, (json) =>
      typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as RawObject) : null,
    );
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** The vendor's last word on what was sent; all else may pass by itself. */
function isRefusal(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.mayHaveArrived || error.status === null) return false;
  return error.status >= 400 && error.status < 500 && ![401, 408, 409, 429].includes(error.status);
}
