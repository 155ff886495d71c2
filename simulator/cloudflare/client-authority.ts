import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createRandom, deriveSeed } from '../random.ts';
import type { World } from '../vendor.ts';
import {
  readKeyOctets,
  signCertificate,
  signRequest,
  writeAuthorityKeyId,
  writeBasicConstraints,
  writeClientUsage,
  writeKeyUsage,
  writeName,
  writePem,
  writeSubjectKeyId,
} from './client-der.ts';
import type { ClientSubject } from './client-seeds.ts';

const YEAR_MILLISECONDS = 365 * 24 * 60 * 60 * 1000;
const AUTHORITY_YEARS = 15;
/** The API's word for how the authority signs. */
export const SIGNATURE = 'ECDSAWithSHA256';

/** What a certificate is made of: its subject and key. */
export interface ClientRequest {
  /** DER, as `publicKey` (SubjectPublicKeyInfo) is. */
  readonly subject: Buffer;
  readonly publicKey: Buffer;
  /** PEM with CRLF, as the API writes it. */
  readonly csr: string;
}

/** A signed certificate and what the API tells of it. */
export interface ClientMaterial {
  readonly csr: string;
  readonly pem: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  /** 40 lower-case hex digits. */
  readonly serialNumber: string;
  /** 40 lower-case hex digits. */
  readonly keyId: string;
}

/** The authority that Cloudflare manages for an account: it signs for each of the account's zones. */
export interface ClientAuthority {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly pem: string;
  /** Signs for the time given, in milliseconds since 1970. The serial number follows from the seed and the id. */
  issue(
    request: ClientRequest,
    terms: { readonly id: string; readonly issuedOn: number; readonly expiresOn: number },
  ): ClientMaterial;
}

/** Creates an account's authority, with a new key. */
export function createClientAuthority(accountId: string, world: World): ClientAuthority {
  const random = createRandom(deriveSeed(world.seed, 'client-authority', accountId));
  const name = writeName({
    country: 'US',
    state: 'California',
    location: 'San Francisco',
    organization: 'Cloudflare, Inc.',
    organizationalUnit: 'www.cloudflare.com',
    commonName: `Managed CA ${random.hex(32)}`,
  });
  const { privateKey, publicKey } = makeKeys();
  const keyId = hashKey(publicKey);
  const started = Math.floor(world.clock.now() / 1000) * 1000;
  const certificate = signCertificate(
    {
      serialNumber: `4${random.hex(39)}`,
      issuer: name,
      subject: name,
      publicKey,
      notBefore: started - AUTHORITY_YEARS * YEAR_MILLISECONDS,
      notAfter: started + AUTHORITY_YEARS * YEAR_MILLISECONDS,
      extensions: [writeBasicConstraints(true), writeKeyUsage(true), writeSubjectKeyId(keyId)],
    },
    privateKey,
  );
  return {
    id: random.uuid(),
    name: 'Cloudflare Managed CA for account',
    pem: writePem('CERTIFICATE', certificate),
    issue: (request, { id, issuedOn, expiresOn }) => {
      // The first digit keeps it positive and 20 octets long.
      const serialNumber = `4${createHash('sha256').update(`${world.seed} ${id}`).digest('hex').slice(1, 40)}`;
      const subjectKeyId = hashKey(request.publicKey);
      const der = signCertificate(
        {
          serialNumber,
          issuer: name,
          subject: request.subject,
          publicKey: request.publicKey,
          notBefore: issuedOn,
          notAfter: expiresOn,
          extensions: [
            writeBasicConstraints(false),
            writeKeyUsage(false),
            writeClientUsage(),
            writeSubjectKeyId(subjectKeyId),
            writeAuthorityKeyId(keyId),
          ],
        },
        privateKey,
      );
      return {
        csr: request.csr,
        pem: writePem('CERTIFICATE', der),
        sha256: createHash('sha256').update(der).digest('hex'),
        serialNumber,
        keyId: subjectKeyId.toString('hex'),
      };
    },
  };
}

/** A request as somebody with this subject would have sent it, with a new key. */
export function makeRequest(subject: ClientSubject): ClientRequest {
  const name = writeName(subject);
  const { privateKey, publicKey } = makeKeys();
  const csr = writePem('CERTIFICATE REQUEST', signRequest(name, publicKey, privateKey), '\r\n');
  return { subject: name, publicKey, csr };
}

function makeKeys(): { readonly privateKey: KeyObject; readonly publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }) };
}

/** RFC 5280, 4.2.1.2, the first way. */
function hashKey(publicKey: Buffer): Buffer {
  return createHash('sha1').update(readKeyOctets(publicKey)).digest();
}
