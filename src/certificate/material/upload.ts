import { X509Certificate } from 'node:crypto';
import { type MaterialBlocks, readMaterialBlocks, type UploadProblem } from './blocks.ts';
import { type Chain, type Distrust, findChain } from './chain.ts';
import { describeStaleness, type Link, nameLink, readLink } from './link.ts';
import { type KeyReading, readPrivateKey, type UploadKey } from './private-key.ts';
import { readCommonName } from './subject.ts';

export type { MaterialInput, UploadProblem } from './blocks.ts';

/** Texts of PEM, each of which may hold certificates and the key together, in any order. */
export interface UploadMaterial {
  readonly certificate: string;
  readonly privateKey: string | null;
  readonly chain: string | null;
}

export interface UploadOptions {
  /** Take a certificate that is self-signed, or whose chain is incomplete or ends at a root that is not trusted. */
  readonly allowUntrustedChain: boolean;
  /** The roots that clients trust, one PEM each. */
  readonly roots: readonly string[];
}

/** What to upload, checked. */
export interface UploadPlan {
  readonly leafPem: string;
  /** The leaf's issuer first; no root. */
  readonly chainPems: readonly string[];
  /** Leaf, chain and key as one PEM text with LF line ends, in that order: a secret. */
  readonly certBlob: string;
  /** The leaf's, as in Certificate. */
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** RFC 4514-like, most specific part first. */
  readonly subject: string;
  readonly sans: readonly string[];
  /** The most specific one; null where the subject has none. */
  readonly commonName: string | null;
  /** What was mended, left out or let pass, one sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Checks what is to be uploaded to ZPA, and puts it in order; every problem is said at once. The leaf is the
 * certificate that carries the key, else the first that is no CA. The key must be RSA or EC and not encrypted
 * (ZPA help article on uploading web server certificates: PKCS#1 or PKCS#8), the leaf and its issuers must be
 * valid now, and the chain must end at one of the roots, unless an untrusted chain is allowed.
 */
export function checkUpload(
  material: UploadMaterial,
  options: UploadOptions,
  now: Date,
): UploadPlan | { readonly problems: readonly UploadProblem[] } {
  const texts = readTexts(material);
  const certificates = texts.flatMap((text) => text.certificates).map(readLink);
  const links = dropRepeated(certificates.flatMap((read) => ('message' in read ? [] : read)));
  const key = readKeyOf(texts);
  const problems = [
    ...texts.flatMap((text) => text.problems),
    ...certificates.flatMap((read) => ('message' in read ? read : [])),
    ...key.problems,
  ];
  const isLeafLost = problems.some(({ input }) => input === 'certificate');
  const leaf = findLeaf(links, key.key, isLeafLost);
  if (leaf === null) return { problems };

  const chain = findChain(leaf, links, options.roots.flatMap(readRoot), now);
  problems.push(...checkLeaf(leaf, key.key, now), ...describeChain(chain, leaf, options));
  if (key.key === null || problems.length > 0) return { problems };
  const leafPem = leaf.x509.toString();
  const chainPems = chain.issuers.map(({ x509 }) => x509.toString());
  return {
    leafPem,
    chainPems,
    certBlob: [leafPem, ...chainPems, key.key.pem].join(''),
    fingerprint: leaf.fingerprint,
    notBefore: leaf.notBefore,
    notAfter: leaf.notAfter,
    subject: leaf.subject,
    sans: leaf.sans,
    commonName: readCommonName(leaf.subject),
    remarks: [
      ...texts.flatMap((text) => text.remarks),
      ...key.remarks,
      ...remarkOnLeaf(leaf),
      ...(chain.distrust === null ? [] : [describeTolerance(chain.distrust)]),
      ...chain.remarks,
    ],
  };
}

function readTexts({ certificate, privateKey, chain }: UploadMaterial): readonly MaterialBlocks[] {
  return [
    readMaterialBlocks('certificate', certificate),
    ...(chain === null ? [] : [readMaterialBlocks('chain', chain)]),
    ...(privateKey === null ? [] : [readMaterialBlocks('private-key', privateKey)]),
  ];
}

function readKeyOf(texts: readonly MaterialBlocks[]): KeyReading {
  const reading = readPrivateKey(texts.flatMap(({ keys }) => keys));
  const isSaid = texts.some(({ problems }) => problems.some(({ input }) => input === 'private-key'));
  if (reading.key !== null || reading.problems.length > 0 || isSaid) return reading;
  const message =
    'There is no private key, and ZPA needs it with the certificate; give private-key, or append the key to certificate.';
  return { ...reading, problems: [{ input: 'private-key', message }] };
}

function dropRepeated(links: readonly Link[]): readonly Link[] {
  return links.filter(
    ({ fingerprint }, index) => links.findIndex((other) => other.fingerprint === fingerprint) === index,
  );
}

/** A CA certificate is taken for the leaf only where it carries the key, or is all that there was. */
function findLeaf(links: readonly Link[], key: UploadKey | null, isLeafLost: boolean): Link | null {
  const carriers = key === null ? [] : links.filter((link) => carriesKey(link, key));
  const candidates = carriers.length > 0 ? carriers : links;
  const leaf = candidates.find(({ isCa }) => !isCa);
  return leaf ?? (isLeafLost ? carriers[0] : candidates[0]) ?? null;
}

function carriesKey({ x509 }: Link, { key }: UploadKey): boolean {
  try {
    return x509.checkPrivateKey(key);
  } catch {
    // OpenSSL throws on public keys of kinds that it does not know.
    return false;
  }
}

function checkLeaf(leaf: Link, key: UploadKey | null, now: Date): readonly UploadProblem[] {
  const name = nameLink(leaf);
  const messages: string[] = [];
  const staleness = describeStaleness(leaf, now);
  if (staleness !== null) messages.push(`The certificate ${name} ${staleness}; use one that is valid now.`);
  if (leaf.sans.length === 0 && readCommonName(leaf.subject) === null) {
    messages.push(
      `The certificate ${name} has no names (no subject alternative name and no common name), so that no client accepts it for any host; use one issued for the host's name.`,
    );
  }
  const problems: UploadProblem[] = messages.map((message) => ({ input: leaf.input, message }));
  if (key !== null && !carriesKey(leaf, key)) {
    const message = `The private key does not belong to the certificate ${name}; give the key that its request was made with.`;
    problems.push({ input: 'private-key', message });
  }
  return problems;
}

function remarkOnLeaf(leaf: Link): readonly string[] {
  const remarks: string[] = [];
  if (leaf.sans.length === 0) {
    remarks.push(
      `The certificate ${nameLink(leaf)} has no subject alternative name: browsers pass over its common name.`,
    );
  }
  if (leaf.isCa)
    remarks.push(`The certificate ${nameLink(leaf)} is a CA certificate: some browsers refuse it.`);
  return remarks;
}

function describeChain(chain: Chain, leaf: Link, options: UploadOptions): readonly UploadProblem[] {
  const problems: UploadProblem[] = chain.problems.map((message) => ({ input: 'chain', message }));
  if (chain.distrust !== null && !options.allowUntrustedChain) {
    const { what, mend } = chain.distrust;
    const message = `${what} ZPA then silently serves plain HTTP. ${mend}, or set allow-untrusted-chain: true if all clients trust it.`;
    problems.push({ input: leaf.isSelfSigned ? leaf.input : 'chain', message });
  }
  return problems;
}

function describeTolerance({ what }: Distrust): string {
  return `${what} allow-untrusted-chain lets it pass; see that ZPA serves it over HTTPS.`;
}

/** A root that cannot be read trusts nothing. */
function readRoot(pem: string): readonly X509Certificate[] {
  try {
    return [new X509Certificate(pem)];
  } catch {
    return [];
  }
}
