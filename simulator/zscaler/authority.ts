import type { webcrypto } from 'node:crypto';
import type { JsonName } from '@peculiar/x509';
import { createRandom, deriveSeed } from '../random.ts';
import { loadX509, makeKeys } from '../x509.ts';
import type { LeafSeed } from './seeds.ts';

/** Signs server certificates, as a public authority would have done for a customer. */
export interface Authority {
  /** The leaf's PEM, and the intermediate's where it is wanted. */
  sign(leaf: LeafSeed): Promise<{ readonly pem: string; readonly chain: string | null }>;
}

const DAY = 24 * 60 * 60 * 1000;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ORGANIZATION: JsonName = [{ C: ['GB'] }, { O: ['Example Trust, Ltd'] }];
const ROOT_NAME: JsonName = [...ORGANIZATION, { CN: ['Example Root X1'] }];
const ISSUING_NAME: JsonName = [...ORGANIZATION, { CN: ['Example Issuing R3'] }];

/**
 * Makes an authority of a root and an intermediate certificate, valid for ten years either side of now. Each
 * leaf has a key of its own, which nobody keeps: the API never gives a private key away.
 */
export async function createAuthority(now: number, seed: number): Promise<Authority> {
  const random = createRandom(deriveSeed(seed, 'zscaler authority'));
  const [rootKeys, issuingKeys] = [await makeKeys(), await makeKeys()];
  const life = { notBefore: now - 3650 * DAY, notAfter: now + 3650 * DAY };
  const issuing = await signCertificate({
    subject: ISSUING_NAME,
    issuer: ROOT_NAME,
    serialNumber: `4${random.hex(31)}`,
    publicKey: issuingKeys.publicKey,
    signingKey: rootKeys.privateKey,
    sans: [],
    ca: true,
    ...life,
  });
  return {
    sign: async ({ commonName, sans, notBefore, notAfter, withChain }) => ({
      pem: await signCertificate({
        subject: [{ C: ['GB'] }, { L: ['Leeds'] }, { O: ['Example Works, Ltd'] }, { CN: [commonName] }],
        issuer: ISSUING_NAME,
        serialNumber: `4${random.hex(31)}`,
        publicKey: (await makeKeys()).publicKey,
        signingKey: issuingKeys.privateKey,
        sans,
        ca: false,
        notBefore,
        notAfter,
      }),
      chain: withChain ? issuing : null,
    }),
  };
}

interface SigningRequest {
  readonly subject: JsonName;
  readonly issuer: JsonName;
  /** Hex. */
  readonly serialNumber: string;
  readonly publicKey: webcrypto.CryptoKey;
  readonly signingKey: webcrypto.CryptoKey;
  readonly sans: readonly string[];
  readonly ca: boolean;
  readonly notBefore: number;
  readonly notAfter: number;
}

async function signCertificate({ sans, ca, notBefore, notAfter, ...request }: SigningRequest) {
  const x509 = await loadX509();
  const second = (milliseconds: number) => new Date(Math.floor(milliseconds / 1000) * 1000);
  const certificate = await x509.X509CertificateGenerator.create({
    ...request,
    notBefore: second(notBefore),
    notAfter: second(notAfter),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(ca, undefined, true),
      new x509.KeyUsagesExtension(
        ca
          ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign
          : x509.KeyUsageFlags.digitalSignature,
        true,
      ),
      ...(sans.length === 0
        ? []
        : [new x509.SubjectAlternativeNameExtension(sans.map((value) => ({ type: 'dns', value })))]),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}
