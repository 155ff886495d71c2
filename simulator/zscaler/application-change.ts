import { isObjectArray, requireServable } from './call.ts';
import { refuseField } from './errors.ts';
import type { AppSeed, AppType } from './seeds.ts';
import type { Application, CustomerStore } from './store.ts';
import { isObject, type JsonObject } from './wire.ts';

/** Where an app of a type stands in what is read, and which member of `appsConfig` names it. */
export const TYPE_MEMBERS: Readonly<Record<AppType, { readonly list: string; readonly idMember: string }>> = {
  BROWSER_ACCESS: { list: 'clientlessApps', idMember: 'baAppId' },
  INSPECT: { list: 'inspectionApps', idMember: 'inspectAppId' },
  SECURE_REMOTE_ACCESS: { list: 'praApps', idMember: 'praAppId' },
};

const PORT_MEMBERS = ['tcpPortRanges', 'tcpPortRange', 'udpPortRanges', 'udpPortRange'];
const SERVER_MEMBERS = [
  'id',
  'creationTime',
  'modifiedTime',
  'modifiedBy',
  'microtenantId',
  'microtenantName',
];
const APP_SERVER_MEMBERS = [
  ...SERVER_MEMBERS,
  ...['appId', 'certificateName', 'appTypes'],
  ...Object.values(TYPE_MEMBERS).map(({ idMember }) => idMember),
];

/** What a PUT makes of an application. */
type ApplicationChange = Pick<Application, 'settings' | 'tcpPorts' | 'udpPorts' | 'apps'>;

/**
 * Reads a full object: what it leaves out is gone, Browser Access apps included. Both forms of ports together,
 * and `weightedLoadBalancing`, are not taken, though both are given (ZPA help, Updating Applications).
 * @throws {Refusal}
 */
export function readApplicationChange(
  body: JsonObject,
  application: Application,
  store: CustomerStore,
): ApplicationChange {
  for (const field of ['name', 'segmentGroupId']) {
    if (typeof body[field] !== 'string' || body[field] === '') throw refuseField(field, 'It must be a text.');
  }
  if (!isTextArray(body.domainNames) || body.domainNames.length === 0) {
    throw refuseField('domainNames', 'It must be a list of domains.');
  }
  if ('weightedLoadBalancing' in body) throw refuseField('weightedLoadBalancing', 'It cannot be sent here.');
  const tcpPorts = readPorts(body, 'tcp');
  const udpPorts = readPorts(body, 'udp');
  if (tcpPorts.length + udpPorts.length === 0) throw refuseField('tcpPortRange', 'There must be ports.');
  const apps = readApps(body, application);
  for (const app of apps) requireCertificate(app, store);
  const lists = Object.values(TYPE_MEMBERS).map(({ list }) => list);
  const own = omit(body, [...SERVER_MEMBERS, ...PORT_MEMBERS, ...lists, 'commonAppsDto']);
  const { weightedLoadBalancing } = application.settings;
  const settings = weightedLoadBalancing === undefined ? own : { ...own, weightedLoadBalancing };
  return { settings, tcpPorts, udpPorts, apps };
}

/** Pairs of from and to, from either form. */
function readPorts(body: JsonObject, protocol: 'tcp' | 'udp'): readonly string[] {
  const [flat, pairs] = [`${protocol}PortRanges`, `${protocol}PortRange`];
  if (flat in body && pairs in body) throw refuseField(pairs, `It cannot be sent together with ${flat}.`);
  const given = body[flat] ?? body[pairs] ?? [];
  const ports = isObjectArray(given) ? given.flatMap(({ from, to }) => [from, to]) : given;
  if (isTextArray(ports) && ports.length % 2 === 0 && ports.every((port) => /^\d{1,5}$/.test(port)))
    return ports;
  throw refuseField(flat in body ? flat : pairs, 'It must be pairs of ports.');
}

function readApps(body: JsonObject, application: Application): readonly AppSeed[] {
  const { clientlessApps, commonAppsDto } = body;
  const config = isObject(commonAppsDto) ? (commonAppsDto.appsConfig ?? []) : [];
  if (!isObjectArray(config)) throw refuseField('commonAppsDto.appsConfig', 'It must be a list of objects.');
  const configured = config.flatMap((app) => readConfigured(app, application));
  const browserAccess =
    clientlessApps === undefined && configured.some(({ type }) => type === 'BROWSER_ACCESS')
      ? application.apps.filter(({ type }) => type === 'BROWSER_ACCESS')
      : readClientlessApps(clientlessApps, application);
  const others = application.apps.filter(({ type }) => type !== 'BROWSER_ACCESS');
  return [...browserAccess, ...others].map((app) => configured.findLast(({ id }) => id === app.id) ?? app);
}

function readClientlessApps(given: unknown, application: Application): readonly AppSeed[] {
  if (given === undefined) return [];
  if (!isObjectArray(given)) throw refuseField('clientlessApps', 'It must be a list of objects.');
  return given.map((app) => readApp(app, { type: 'BROWSER_ACCESS', id: app.id, application }));
}

function readConfigured(app: JsonObject, application: Application): AppSeed[] {
  const types = isTextArray(app.appTypes) ? app.appTypes : [];
  const known = Object.entries(TYPE_MEMBERS).filter(([type]) => types.includes(type));
  if (known.length === 0) throw refuseField('appTypes', 'It must name types of apps.');
  return known.map(([type, { idMember }]) => readApp(app, { type, id: app[idMember], application }));
}

/** An app is known by its own id and its application's: without them it would be another one. */
function readApp(
  app: JsonObject,
  { type, id, application }: { type: string; id: unknown; application: Application },
): AppSeed {
  const existing = application.apps.find((candidate) => candidate.type === type && candidate.id === id);
  if (existing === undefined || app.appId !== application.id) {
    throw refuseField('appId', 'Such an app must be named by its own id and by appId.');
  }
  for (const field of ['name', 'domain', 'applicationPort', 'applicationProtocol']) {
    if (typeof app[field] !== 'string' || app[field] === '') throw refuseField(field, 'It must be a text.');
  }
  return { id: existing.id, type: existing.type, fields: omit(app, APP_SERVER_MEMBERS) };
}

/** Zscaler's own certificate goes with `extLabel` and `extDomain`, and then no other may be named. */
function requireCertificate({ type, fields }: AppSeed, store: CustomerStore): void {
  const { certificateId = '', extLabel = '', extDomain = '' } = fields;
  const external = extLabel !== '' || extDomain !== '';
  if (certificateId !== '') {
    if (external)
      throw refuseField('certificateId', 'It cannot be sent together with extLabel or extDomain.');
    requireServable(store, certificateId);
  } else if (!external && type !== 'SECURE_REMOTE_ACCESS' && fields.applicationProtocol === 'HTTPS') {
    throw refuseField('certificateId', 'HTTPS needs a certificate.');
  }
}

function omit(json: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([member]) => !members.includes(member)));
}

function isTextArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
