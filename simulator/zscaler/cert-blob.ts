import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type CertificateContent, readContent } from './content.ts';
import { refuseField } from './errors.ts';
import type { ZscalerOptions } from './options.ts';

interface PemBlock {
  readonly label: string;
  readonly text: string;
}

/**
 * Reads what a create uploads: a PEM certificate, its unencrypted private key as PKCS#1 or PKCS#8, and perhaps
 * the chain, in any order; the first certificate is the leaf (ZPA help, Configuring Certificates Using API).
 * @throws {Refusal} 400 where it is not acceptable
 */
export function readCertBlob(blob: unknown, now: number, options: ZscalerOptions): CertificateContent {
  if (typeof blob !== 'string' || blob === '') throw refuseBlob('A PEM text is needed.');
  const blocks = readBlocks(blob);
  const [leaf, ...chain] = blocks
    .filter(({ label }) => label === 'CERTIFICATE')
    .map(({ text }) => readCertificate(text));
  if (leaf === undefined) throw refuseBlob('It holds no certificate.');
  const key = readKey(
    blocks.filter(({ label }) => label.endsWith('PRIVATE KEY')),
    options,
  );
  if (!leaf.checkPrivateKey(key) && options.mismatchedKey === 'refuse') {
    throw refuseBlob('The private key does not match the certificate.');
  }
  const content = readContent(leaf, chain);
  if (content.notAfter <= now && options.expiredUpload === 'refuse') {
    throw refuseBlob('The certificate has expired.');
  }
  return content;
}

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw refuseBlob('A certificate cannot be read.');
  }
}

function readBlocks(text: string): PemBlock[] {
  return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g)].map((match) => ({
    label: match[1] ?? '',
    text: match[0],
  }));
}

function readKey(blocks: readonly PemBlock[], { sec1Key }: ZscalerOptions): KeyObject {
  const [block, ...more] = blocks;
  if (block === undefined || more.length > 0) throw refuseBlob('It must hold one private key.');
  const accepted = ['PRIVATE KEY', 'RSA PRIVATE KEY', ...(sec1Key === 'accept' ? ['EC PRIVATE KEY'] : [])];
  if (!accepted.includes(block.label) || block.text.includes('Proc-Type: 4,ENCRYPTED')) {
    throw refuseBlob('The private key must be unencrypted PKCS#1 or PKCS#8.');
  }
  try {
    return createPrivateKey(block.text);
  } catch {
    throw refuseBlob('The private key cannot be read.');
  }
}

function refuseBlob(because: string) {
  return refuseField('certBlob', because);
}
