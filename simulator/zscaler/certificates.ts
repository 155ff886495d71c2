import type { Answer } from '../vendor.ts';
import { type Call, requireVisible, requireWritable, writeMicrotenant, writeTimes } from './call.ts';
import { readCertBlob } from './cert-blob.ts';
import { ERROR_IDS, refuse, refuseField, succeed, succeedEmpty } from './errors.ts';
import { answerList } from './list.ts';
import { API_USER_ID, type CertificateRow, DEFAULT_MICROTENANT } from './store.ts';
import { type CertificateJson, type JsonObject, omitUndefined, writeEpochSeconds } from './wire.ts';

/** ZPA help, Uploading Web Server Certificates. */
const CONSOLE_NAME = /^[A-Za-z0-9._-]+$/;

/** GET v1 certificate: all there are. @throws {Refusal} */
export function listCertificates(call: Call): Answer {
  return answerList(call, readListed(call), (row) => writeCertificate(row, call));
}

/** GET v2 certificate/issued and clientlessCertificate/issued: those that hold a certificate. @throws {Refusal} */
export function listIssued(call: Call): Answer {
  const issued = readListed(call).filter(({ content }) => content !== null);
  return answerList(call, issued, (row) => writeCertificate(row, call));
}

/** GET v1 certificate/{id} and clientlessCertificate/{id}. @throws {Refusal} */
export function getCertificate(call: Call): Answer {
  return succeed(200, writeCertificate(requireVisible(call, call.store.certificates), call));
}

/** POST v1 certificate: 201 with the row; the microtenant's name is missing there, as recorded. @throws {Refusal} */
export function createCertificate(call: Call): Answer {
  const { store, world, options, body, microtenantId } = call;
  const name = readName(call, null);
  const description = readDescription(body) ?? null;
  const content = readCertBlob(body.certBlob, world.clock.now(), options);
  if (store.certificates.length >= options.certificateLimit) {
    throw refuse(
      400,
      ERROR_IDS.limitReached,
      `No more than ${options.certificateLimit} certificates are allowed`,
    );
  }
  const row = store.create({
    name,
    description,
    content,
    microtenantId: microtenantId ?? DEFAULT_MICROTENANT,
  });
  const { microtenantName: _name, ...json } = writeCertificate(row, call);
  return succeed(201, json);
}

/** PUT v1 certificate/{id}: name and description, nothing else; 204. @throws {Refusal} */
export function updateCertificate(call: Call): Answer {
  const { store, world, options, body } = call;
  const row = requireWritable(call, store.certificates);
  refuseNotEditable(row, options.notEditableStatus);
  const other = Object.keys(body).find((field) => field !== 'name' && field !== 'description');
  if (other !== undefined && options.otherFieldsInUpdate === 'refuse') {
    throw refuseField(other, 'Name and description can be updated.');
  }
  const name = readName(call, row);
  const description = readDescription(body);
  const isKept = description === undefined && options.absentDescription === 'keep';
  if (!isKept) row.description = description ?? null;
  row.name = name;
  row.modifiedAt = world.clock.now();
  return succeedEmpty(204);
}

/** DELETE v1 certificate/{id}: 204; refused where something refers to it. @throws {Refusal} */
export function deleteCertificate(call: Call): Answer {
  const { store, options } = call;
  const row = requireWritable(call, store.certificates);
  refuseNotEditable(row, options.notEditableStatus);
  const [referrer] = store.findReferrers(row.id);
  if (referrer !== undefined && options.referencedDeletion === 'refuse') {
    throw refuse(
      400,
      ERROR_IDS.referenced,
      `Resource is being referenced in ${referrer.kind} : ${referrer.name}`,
      { params: [referrer.kind, referrer.name] },
    );
  }
  store.remove(row);
  return succeedEmpty(204);
}

function readListed({ store, world }: Call): CertificateRow[] {
  return store.certificates.filter(({ listedAt }) => listedAt <= world.clock.now());
}

function readName({ body, store, options }: Call, of: CertificateRow | null): string {
  const { name } = body;
  if (typeof name !== 'string' || name === '') throw refuseField('name', 'It must be a text.');
  if (options.consoleNameRule && !CONSOLE_NAME.test(name)) {
    throw refuseField('name', 'It may have letters, digits, full stops, hyphens and underscores.');
  }
  const taken = store.certificates.some((row) => row !== of && row.name === name);
  if (taken && options.duplicateName === 'refuse') {
    throw refuse(400, ERROR_IDS.alreadyExists, `Resource already exists with the given name : ${name}`, {
      params: [name],
    });
  }
  return name;
}

/** Undefined where there is none, null where it is to be unset. */
function readDescription({ description }: JsonObject): string | null | undefined {
  if (description === undefined) return undefined;
  if (description === null || description === '') return null;
  if (typeof description === 'string') return description;
  throw refuseField('description', 'It must be a text.');
}

function refuseNotEditable({ readOnly, zscalerManaged }: CertificateRow, status: number): void {
  if (readOnly || zscalerManaged) {
    throw refuse(status, ERROR_IDS.notEditable, 'The resource is read-only or managed by Zscaler');
  }
}

function writeCertificate(row: CertificateRow, { store, options }: Call): JsonObject {
  const { content, oldForm } = row;
  const writeTime = oldForm ? String : writeEpochSeconds;
  const named: Partial<CertificateJson> =
    content === null
      ? {}
      : {
          [options.commonNameField]: content.commonName ?? undefined,
          certificate: content.pem,
          ...(content.chain === null ? {} : { certChain: content.chain }),
          publicKey: content.publicKey,
          issuedTo: content.issuedTo,
          issuedBy: content.issuedBy,
          serialNo: content.serialNumber,
          ...(oldForm ? {} : { san: content.sans }),
          validFromInEpochSec: writeTime(content.notBefore),
          validToInEpochSec: writeTime(content.notAfter),
        };
  return omitUndefined({
    id: row.id,
    ...writeTimes(row, API_USER_ID),
    name: row.name,
    description: row.description ?? undefined,
    ...named,
    ...writeMicrotenant(row, store),
    readOnly: row.readOnly,
    zscalerManaged: row.zscalerManaged,
  });
}
