import type { Answer } from '../vendor.ts';
import { readApplicationChange, TYPE_MEMBERS } from './application-change.ts';
import {
  type Call,
  filterVisible,
  requireVisible,
  requireWritable,
  writeCertificateName,
  writeMicrotenant,
  writeTimes,
} from './call.ts';
import { refuseField, succeed, succeedEmpty } from './errors.ts';
import { answerRows } from './list.ts';
import type { AppSeed, AppType } from './seeds.ts';
import { API_USER_ID, type Application, type CustomerStore, DEFAULT_MICROTENANT } from './store.ts';
import { isObject, type JsonObject } from './wire.ts';

/**
 * GET v1 application/getAppsByType: a row for each app of one type. Its totalCount is `0` whatever there is, as
 * recorded. @throws {Refusal}
 */
export function listAppsByType(call: Call): Answer {
  const type = call.query.get('applicationType') ?? '';
  if (!isAppType(type))
    throw refuseField('applicationType', 'There are BROWSER_ACCESS, INSPECT and SECURE_REMOTE_ACCESS.');
  const rows = filterVisible(call, call.store.applications).flatMap((application) =>
    application.apps.filter((app) => app.type === type).map((app) => ({ application, app })),
  );
  const answer = answerRows(call, rows, (row) => writeAppRow(row, call.store));
  const { json } = answer;
  if (!isObject(json) || json.totalCount === undefined) return answer;
  return { ...answer, json: { ...json, totalCount: typeof json.totalCount === 'string' ? '0' : 0 } };
}

/** GET v1 application/{id}. @throws {Refusal} */
export function getApplication(call: Call): Answer {
  const application = requireVisible(call, call.store.applications);
  return succeed(200, writeApplication(application, call.store));
}

/** PUT v1 application/{id} with the full object; 204. @throws {Refusal} */
export function updateApplication(call: Call): Answer {
  const { store, world, body } = call;
  const application = requireWritable(call, store.applications);
  const change = readApplicationChange(body, application, store);
  Object.assign(application, change, { modifiedAt: world.clock.now() });
  return succeedEmpty(204);
}

/** An application as the API gives it: with both forms of its ports, though it takes only one of them back. */
export function writeApplication(application: Application, store: CustomerStore): JsonObject {
  const apps = Object.entries(TYPE_MEMBERS).flatMap(([type, { list }]) => {
    const ofType = application.apps.filter((app) => app.type === type);
    return ofType.length === 0 ? [] : [[list, ofType.map((app) => writeApp(app, application, store))]];
  });
  return {
    id: application.id,
    ...writeTimes(application, API_USER_ID),
    ...application.settings,
    ...writePorts('tcp', application.tcpPorts),
    ...writePorts('udp', application.udpPorts),
    ...writeMicrotenant(application, store),
    ...Object.fromEntries(apps),
  };
}

function writePorts(protocol: 'tcp' | 'udp', ports: readonly string[]): JsonObject {
  if (ports.length === 0) return {};
  const pairs = ports.flatMap((from, index) =>
    index % 2 === 0 ? [{ from, to: ports[index + 1] ?? from }] : [],
  );
  return { [`${protocol}PortRanges`]: ports, [`${protocol}PortRange`]: pairs };
}

function writeApp({ id, fields }: AppSeed, application: Application, store: CustomerStore): JsonObject {
  return {
    id,
    appId: application.id,
    ...fields,
    ...writeCertificateName(store, fields),
    ...writeMicrotenant(application, store),
  };
}

function writeAppRow(
  { application, app }: { readonly application: Application; readonly app: AppSeed },
  store: CustomerStore,
): JsonObject {
  const { fields, id } = app;
  const shown = [
    'name',
    'domain',
    'enabled',
    'applicationPort',
    'applicationProtocol',
    'certificateId',
    'trustUntrustedCert',
  ];
  return {
    id,
    appId: application.id,
    ...Object.fromEntries(shown.filter((name) => name in fields).map((name) => [name, fields[name]])),
    ...writeCertificateName(store, fields),
    ...(application.microtenantId === DEFAULT_MICROTENANT
      ? {}
      : { microtenantId: application.microtenantId }),
  };
}

function isAppType(type: string): type is AppType {
  return Object.hasOwn(TYPE_MEMBERS, type);
}
