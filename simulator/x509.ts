import { createHash, type webcrypto } from 'node:crypto';
import type { JsonName } from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface RootRequest {
  /** The most general part first, as in the certificate: `[{ C: ['US'] }, { CN: ['x'] }]`. */
  readonly name: JsonName;
  /** Hex. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface SignedCertificate {
  readonly pem: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/** A new ECDSA P-256 key pair. */
export async function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

/** Signs a root certificate (CA:TRUE, may sign certificates and CRLs) with its own key. */
export async function signRoot(request: RootRequest): Promise<SignedCertificate> {
  const x509 = await loadX509();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...request,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(request.keys.publicKey),
    ],
  });
  const der = new Uint8Array(certificate.rawData);
  return { pem: `${certificate.toString('pem')}\n`, sha256: createHash('sha256').update(der).digest('hex') };
}

/** Loaded when first needed, because it takes longer than all the rest, and needs Reflect's metadata first. */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  provideReflectMetadata();
  return import('@peculiar/x509');
}

/** The part of the Reflect metadata proposal that @peculiar/x509 asks for, where the runtime has none. */
function provideReflectMetadata(): void {
  if ('getMetadata' in Reflect) return;
  const metadata = new WeakMap<object, Map<unknown, unknown>>();
  const getOwnMetadata = (key: unknown, target: object) => metadata.get(target)?.get(key);
  const getMetadata = (key: unknown, target: object): unknown => {
    for (let owner: object | null = target; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
      if (metadata.get(owner)?.has(key)) return getOwnMetadata(key, owner);
    }
    return undefined;
  };
  const defineMetadata = (key: unknown, value: unknown, target: object) => {
    metadata.set(target, (metadata.get(target) ?? new Map()).set(key, value));
  };
  Object.assign(Reflect, { getMetadata, getOwnMetadata, defineMetadata });
}
