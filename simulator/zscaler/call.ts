import type { World } from '../vendor.ts';
import { ERROR_IDS, refuse, refuseMissing } from './errors.ts';
import type { ZscalerOptions } from './options.ts';
import { type CertificateRow, type CustomerStore, DEFAULT_MICROTENANT, type Thing } from './store.ts';
import { isObject, type JsonObject, writeEpochSeconds } from './wire.ts';

/** What the management API's endpoints work on. */
export interface Call {
  readonly store: CustomerStore;
  readonly world: World;
  readonly options: ZscalerOptions;
  readonly query: URLSearchParams;
  /** From the query; null where it names none. */
  readonly microtenantId: string | null;
  /** From the path; empty where it has none. */
  readonly id: string;
  /** Of a POST or PUT; empty for other methods. */
  readonly body: JsonObject;
}

/**
 * The microtenant that the query names: `0` is the Default one; none where it is left out.
 * @throws {Refusal} where there is no such microtenant
 */
export function readMicrotenant(
  query: URLSearchParams,
  store: CustomerStore,
  { unknownMicrotenantStatus: status }: ZscalerOptions,
): string | null {
  const id = query.get('microtenantId') ?? '';
  if (id === '') return null;
  if (store.microtenants.has(id)) return id;
  const errorId = status === 403 ? ERROR_IDS.accessDenied : ERROR_IDS.invalidArgument;
  throw refuse(status, errorId, `One or more input fields microtenantId are not valid. There is no ${id}`);
}

/** What a read shows: all microtenants' things, or one's. */
export function filterVisible<Kind extends Thing>(
  { microtenantId }: Call,
  things: readonly Kind[],
): readonly Kind[] {
  return microtenantId === null ? things : things.filter((thing) => thing.microtenantId === microtenantId);
}

/** The thing that a read asks for. @throws {Refusal} 400 where it is not there */
export function requireVisible<Kind extends Thing>(call: Call, things: readonly Kind[]): Kind {
  return requireById(filterVisible(call, things), call.id);
}

/** The thing that a write is about: in the Default microtenant unless another is named. @throws {Refusal} */
export function requireWritable<Kind extends Thing>(call: Call, things: readonly Kind[]): Kind {
  const { microtenantId, options } = call;
  if (microtenantId === null && options.microtenantOnWrite === 'optional')
    return requireById(things, call.id);
  return requireById(
    filterVisible({ ...call, microtenantId: microtenantId ?? DEFAULT_MICROTENANT }, things),
    call.id,
  );
}

function requireById<Kind extends Thing>(things: readonly Kind[], id: string): Kind {
  const thing = things.find((candidate) => candidate.id === id);
  if (thing === undefined) throw refuseMissing(id);
  return thing;
}

/** The certificate that something is to refer to: it must have been issued. @throws {Refusal} */
export function requireServable(store: CustomerStore, id: unknown): CertificateRow {
  const certificate = store.certificates.find(
    (candidate) => candidate.id === id && candidate.content !== null,
  );
  if (certificate === undefined) throw refuseMissing(String(id));
  return certificate;
}

/** The members of an object that tell of its microtenant; the Default one's id is never written. */
export function writeMicrotenant({ microtenantId }: Thing, store: CustomerStore): JsonObject {
  const name = { microtenantName: store.microtenants.get(microtenantId) };
  return microtenantId === DEFAULT_MICROTENANT ? name : { ...name, microtenantId };
}

/** The members of an object that tell when it was made and changed. */
export function writeTimes({ createdAt, modifiedAt }: Thing, modifiedBy: string): JsonObject {
  return {
    creationTime: writeEpochSeconds(createdAt),
    ...(modifiedAt === null ? {} : { modifiedTime: writeEpochSeconds(modifiedAt) }),
    modifiedBy,
  };
}

/** A certificate's name beside its id, as what refers to it writes it. */
export function writeCertificateName(store: CustomerStore, fields: JsonObject): JsonObject {
  const certificate = store.certificates.find(({ id }) => id === fields.certificateId);
  const name = certificate?.name ?? store.deletedNames.get(String(fields.certificateId));
  return name === undefined ? {} : { certificateName: name };
}

/** Whether a value is an array of objects. */
export function isObjectArray(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isObject);
}
