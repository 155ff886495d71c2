import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generalizedTime, name, sequence, tlv, toPem } from '../certificate/der.ts';

/** What a TLS server shows and holds. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** A private CA that no root store knows. */
export interface Authority {
  /** Its certificate, as NODE_EXTRA_CA_CERTS wants it. */
  readonly file: string;
  issue(...names: readonly string[]): Identity;
  /** Removes the file. */
  remove(): void;
}

const ECDSA_WITH_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');
const SUBJECT_ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex');
const TRUE = tlv(0x01, Buffer.from([0xff]));
const VALIDITY = sequence(generalizedTime('20200101000000Z'), generalizedTime('20991231235959Z'));
const AUTHORITY_NAME = name([['CN', 'Loopback Test CA']]);

export function createAuthority(): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extension = sequence(BASIC_CONSTRAINTS, TRUE, tlv(0x04, sequence(TRUE)));
  const folder = mkdtempSync(path.join(tmpdir(), 'authority-'));
  const file = path.join(folder, 'ca.pem');
  writeFileSync(file, signCertificate(1, AUTHORITY_NAME, keys.publicKey, extension, keys.privateKey));
  let serial = 1;
  return {
    file,
    remove: () => rmSync(folder, { recursive: true }),
    issue(...names) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const sans = names.map((each) =>
        /^[\d.]+$/.test(each)
          ? tlv(0x87, Buffer.from(each.split('.').map(Number)))
          : tlv(0x82, Buffer.from(each, 'latin1')),
      );
      const extension = sequence(SUBJECT_ALTERNATIVE_NAME, tlv(0x04, sequence(...sans)));
      serial += 1;
      return {
        cert: signCertificate(serial, name([['CN', 'Loopback']]), own.publicKey, extension, keys.privateKey),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

function signCertificate(
  serial: number,
  subject: Buffer,
  publicKey: KeyObject,
  extension: Buffer,
  signer: KeyObject,
): string {
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([serial])),
    ECDSA_WITH_SHA256,
    AUTHORITY_NAME,
    VALIDITY,
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extension)),
  );
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', body, signer));
  return toPem(sequence(body, ECDSA_WITH_SHA256, signature));
}
