import type { X509Certificate } from 'node:crypto';
import { parseOpensslTime } from '../x509.ts';
import { describeStaleness, isIssuedBy, type Link, nameLink } from './link.ts';

export interface Chain {
  /** The leaf's issuer first; no root. */
  readonly issuers: readonly Link[];
  /** What is wrong with the issuers themselves, a sentence each. */
  readonly problems: readonly string[];
  /** Why clients would not trust the chain; null where they do. */
  readonly distrust: Distrust | null;
  /** What was mended or left out, a sentence each. */
  readonly remarks: readonly string[];
}

export interface Distrust {
  /** A sentence. */
  readonly what: string;
  /** What to do, without the full stop. */
  readonly mend: string;
}

interface Path {
  readonly issuers: readonly Link[];
  readonly flaws: readonly string[];
  /** What the path, or a shorter piece of it, ends at: a trusted root, or a root that was given along. */
  readonly anchor: 'trusted' | Link | null;
}

/**
 * Finds the best chain from a leaf among what was given (the leaf included), in whatever order. Every link is
 * verified by names, key identifiers and signature. The chain is complete where a root issued one of its
 * certificates; it goes on beyond that where what was given does, as older clients need cross-signed ones.
 */
export function findChain(
  leaf: Link,
  given: readonly Link[],
  roots: readonly X509Certificate[],
  now: Date,
): Chain {
  const others = given.filter((link) => link !== leaf);
  if (leaf.isSelfSigned) {
    const distrust = {
      what: `The certificate ${nameLink(leaf)} is self-signed.`,
      mend: 'Use a certificate that an authority has issued',
    };
    return { issuers: [], problems: [], distrust, remarks: describeLeftOut(others, [leaf]) };
  }
  const path = findPath(
    leaf,
    others,
    roots.filter((root) => isCurrent(root, now)),
    now,
  );
  const links = [leaf, ...path.issuers];
  const leftOut = others.filter((other) => !links.includes(other));
  return {
    issuers: path.issuers,
    problems: path.flaws,
    distrust: describeDistrust(path, links, others),
    remarks: [...describeOrder(links, given), ...describeLeftOut(leftOut, links)],
  };
}

function findPath(from: Link, others: readonly Link[], roots: readonly X509Certificate[], now: Date): Path {
  const issuers = others.filter((other) => isIssuedBy(from.x509, other.x509));
  const givenRoot = issuers.find(({ isSelfSigned }) => isSelfSigned);
  const isTrusted = roots.some((root) => isIssuedBy(from.x509, root));
  const here: Path = isTrusted
    ? { issuers: [], flaws: [], anchor: 'trusted' }
    : { issuers: [], flaws: givenRoot ? findFlaws(givenRoot, now) : [], anchor: givenRoot ?? null };
  const beyond = issuers
    .filter(({ isSelfSigned }) => !isSelfSigned)
    .map((issuer): Path => {
      const rest = findPath(
        issuer,
        others.filter((other) => other !== issuer),
        roots,
        now,
      );
      return {
        issuers: [issuer, ...rest.issuers],
        flaws: [...findFlaws(issuer, now), ...rest.flaws],
        anchor: isTrusted ? 'trusted' : (rest.anchor ?? here.anchor),
      };
    });
  return [here, ...beyond].reduce((best, path) => (comparePaths(path, best) > 0 ? path : best));
}

/** Sound ones before flawed, trusted before private before incomplete; of equal ones the longer. */
function comparePaths(a: Path, b: Path): number {
  return rankPath(a) - rankPath(b) || a.issuers.length - b.issuers.length;
}

function rankPath({ flaws, anchor }: Path): number {
  if (anchor === null) return 0;
  if (flaws.length > 0) return 1;
  return anchor === 'trusted' ? 3 : 2;
}

function findFlaws(issuer: Link, now: Date): readonly string[] {
  const staleness = describeStaleness(issuer, now);
  const flaws: string[] = [];
  if (staleness !== null) {
    flaws.push(`The issuer ${nameLink(issuer)} ${staleness}; give the authority's current certificate.`);
  }
  if (!issuer.isCa) {
    flaws.push(
      `The issuer ${nameLink(issuer)} is no CA certificate (CA:TRUE), so that clients refuse what it signed; give a chain of CA certificates.`,
    );
  }
  return flaws;
}

function isCurrent(root: X509Certificate, now: Date): boolean {
  const [notBefore, notAfter] = [parseOpensslTime(root.validFrom), parseOpensslTime(root.validTo)];
  return notBefore !== null && notAfter !== null && notBefore <= now && now < notAfter;
}

function describeDistrust(path: Path, links: readonly Link[], others: readonly Link[]): Distrust | null {
  if (path.anchor === 'trusted') return null;
  if (path.anchor !== null) {
    return {
      what: `The chain ends at ${nameLink(path.anchor)}, which is not among the trusted roots.`,
      mend: 'Use a certificate of an authority that clients trust',
    };
  }
  const last = links.at(-1);
  if (last === undefined) return null;
  const namesake = others.some(({ subject }) => subject === last.issuer)
    ? ' One of that name is given, but did not sign it, or may not sign certificates.'
    : '';
  return {
    what: `The chain is incomplete: "${last.issuer}", which issued ${nameLink(last)}, is neither given nor a trusted root.${namesake}`,
    mend: 'Append its certificate to chain',
  };
}

function describeOrder(links: readonly Link[], given: readonly Link[]): readonly string[] {
  const positions = links.map((link) => given.indexOf(link));
  const isOrdered = positions.every(
    (position, index) => index === 0 || position > (positions[index - 1] ?? 0),
  );
  return isOrdered
    ? []
    : [`The certificates were out of order, and were put in order: ${links.map(nameLink).join(', ')}.`];
}

function describeLeftOut(leftOut: readonly Link[], links: readonly Link[]): readonly string[] {
  return leftOut.map((link) => {
    const isRoot = link.isSelfSigned && links.some(({ x509 }) => isIssuedBy(x509, link.x509));
    return isRoot
      ? `The root ${nameLink(link)} was left out: a server does not send it.`
      : `The certificate ${nameLink(link)} has no part in the chain, and was left out.`;
  });
}
