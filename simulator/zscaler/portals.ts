import type { Answer } from '../vendor.ts';
import {
  type Call,
  requireServable,
  requireVisible,
  requireWritable,
  writeCertificateName,
  writeMicrotenant,
  writeTimes,
} from './call.ts';
import { refuseField, succeed, succeedEmpty } from './errors.ts';
import { answerList } from './list.ts';
import { API_USER_ID, type CustomerStore, type Portal } from './store.ts';
import type { JsonObject } from './wire.ts';

/** PRA portals and user portals, which differ in what a PUT takes. */
export interface PortalKind {
  readonly list: 'praPortals' | 'userPortals';
  readonly texts: readonly string[];
  readonly booleans: readonly string[];
  /** What a PUT may set besides those. */
  readonly optional: readonly string[];
}

const EXTERNAL = ['extLabel', 'extDomain', 'extDomainName'];

/** ZPA help, Configuring Privileged Portals Using API; recorded updates. */
export const PRA_PORTAL: PortalKind = {
  list: 'praPortals',
  texts: ['name', 'domain'],
  booleans: ['enabled', 'userNotificationEnabled'],
  optional: ['description', 'certificateId', 'userNotification', ...EXTERNAL],
};

/** ZPA help, Configuring User Portals Using API; recorded updates. */
export const USER_PORTAL: PortalKind = {
  list: 'userPortals',
  texts: ['name'],
  booleans: ['enabled', 'managedByZs'],
  optional: [
    'description',
    'domain',
    'certificateId',
    'userNotification',
    'userNotificationEnabled',
    ...EXTERNAL,
  ],
};

/** GET v1 praPortal or userPortal. @throws {Refusal} */
export function listPortals(call: Call, { list }: PortalKind): Answer {
  return answerList(call, call.store[list], (portal) => writePortal(portal, call.store));
}

/** GET v1 praPortal/{id} or userPortal/{id}. @throws {Refusal} */
export function getPortal(call: Call, { list }: PortalKind): Answer {
  return succeed(200, writePortal(requireVisible(call, call.store[list]), call.store));
}

/** PUT v1 praPortal/{id} or userPortal/{id} with the full object; 204. @throws {Refusal} */
export function updatePortal(call: Call, kind: PortalKind): Answer {
  const { store, world, body } = call;
  const portal = requireWritable(call, store[kind.list]);
  for (const field of kind.texts) {
    if (typeof body[field] !== 'string' || body[field] === '') throw refuseField(field, 'It must be a text.');
  }
  for (const field of kind.booleans) {
    if (typeof body[field] !== 'boolean') throw refuseField(field, 'It must be true or false.');
  }
  requireCertificate(body, store);
  const taken = [...kind.texts, ...kind.booleans, ...kind.optional];
  portal.fields = Object.fromEntries(
    Object.entries(body).filter(([field, value]) => taken.includes(field) && value !== null),
  );
  portal.modifiedAt = world.clock.now();
  return succeedEmpty(204);
}

/** A portal as the API gives it. */
export function writePortal(portal: Portal, store: CustomerStore): JsonObject {
  return {
    id: portal.id,
    ...writeTimes(portal, API_USER_ID),
    ...portal.fields,
    ...writeCertificateName(store, portal.fields),
    ...writeMicrotenant(portal, store),
  };
}

/** A portal that Zscaler manages has Zscaler's certificate, every other one its own. */
function requireCertificate(body: JsonObject, store: CustomerStore): void {
  const { certificateId = '', domain = '', managedByZs = false } = body;
  const external = managedByZs === true || EXTERNAL.some((field) => (body[field] ?? '') !== '');
  if (external) {
    if (certificateId !== '')
      throw refuseField('certificateId', 'Zscaler provides the certificate of such a portal.');
    return;
  }
  if (typeof domain !== 'string' || domain === '') throw refuseField('domain', 'It must be a text.');
  if (typeof certificateId !== 'string' || certificateId === '') {
    throw refuseField('certificateId', 'The portal needs a certificate.');
  }
  requireServable(store, certificateId);
}
