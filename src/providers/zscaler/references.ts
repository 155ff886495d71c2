/** An object as the API gave it. */
export type RawObject = Readonly<Record<string, unknown>>;

/** One place in an object that names a certificate. */
export interface Reference {
  /** The id of the app or portal that names it: the same in every form of the object. */
  readonly key: string;
  readonly certificateId: string;
}

/** Which certificate a reference is to name; null: as it is. */
export type Choice = (reference: Reference) => string | null;

/** How lists of apps in what is read are named in what is written (recorded updates; official clients). */
const TYPED_LISTS = [
  { list: 'inspectionApps', type: 'INSPECT', idField: 'inspectAppId' },
  { list: 'praApps', type: 'SECURE_REMOTE_ACCESS', idField: 'praAppId' },
] as const;
const ID_FIELDS = ['baAppId', 'inspectAppId', 'praAppId', 'id'] as const;
/** Read in both forms, and taken back in one (ZPA help, Updating Applications). */
const PORT_FORMS = [
  ['tcpPortRange', 'tcpPortRanges'],
  ['udpPortRange', 'udpPortRanges'],
] as const;

/** Every reference of an object, each once, wherever it stands: flat, in `clientlessApps`, in `appsConfig`. */
export function findReferences(object: unknown): readonly Reference[] {
  const found = new Map<string, Reference>();
  visit(object, (reference) => {
    found.set(`${reference.key} ${reference.certificateId}`, reference);
    return null;
  });
  return [...found.values()];
}

/**
 * The object as it is sent back: other certificates where `choose` says so, and all else as it came. An
 * application's ports go in one form only, `weightedLoadBalancing` not at all, and its Inspect and PRA apps also in
 * `commonAppsDto`, in which form they are taken (ZPA help, Updating Applications; recorded updates).
 */
export function repoint(object: RawObject, choose: Choice): RawObject {
  const body = { ...(visit(object, choose) as RawObject) };
  if (!('domainNames' in body)) return body;
  delete body.weightedLoadBalancing;
  for (const [pairs, flat] of PORT_FORMS) if (pairs in body) delete body[flat];
  const configured = configureApps(body);
  return configured === null ? body : { ...body, commonAppsDto: configured };
}

function configureApps(body: RawObject): RawObject | null {
  const given = isObject(body.commonAppsDto) ? body.commonAppsDto : {};
  const config = listOf(given.appsConfig);
  const known = new Set(config.flatMap((app) => ID_FIELDS.map((field) => `${field} ${String(app[field])}`)));
  const more = TYPED_LISTS.flatMap(({ list, type, idField }) =>
    listOf(body[list])
      .filter(({ id }) => !known.has(`${idField} ${String(id)}`))
      .map((app) => ({ ...app, appTypes: [type], [idField]: app.id })),
  );
  return more.length === 0 ? null : { ...given, appsConfig: [...config, ...more] };
}

/** A copy in which every reference names what was chosen; the certificate's name is left out where it changes. */
function visit(value: unknown, choose: Choice): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, choose));
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, visit(inner, choose)]),
  );
  const { certificateId } = value;
  if (typeof certificateId !== 'string' && typeof certificateId !== 'number') return copy;
  if (certificateId === '') return copy;
  const chosen = choose({ key: keyOf(value), certificateId: String(certificateId) });
  if (chosen === null) return copy;
  const { certificateName: _name, ...rest } = copy;
  return { ...rest, certificateId: chosen };
}

function keyOf(object: RawObject): string {
  const field = ID_FIELDS.find((name) => object[name] !== undefined && object[name] !== null);
  return field === undefined ? '' : String(object[field]);
}

function listOf(value: unknown): readonly RawObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
