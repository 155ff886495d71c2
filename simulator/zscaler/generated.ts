import type { CertificateSeed, LeafSeed } from './seeds.ts';

const DAY = 24 * 60 * 60 * 1000;
const FIRST_ID = 314159000001000001n;
/** To sign one certificate takes milliseconds; an estate of 10,000 is to stand in a moment. */
const DISTINCT_LEAVES = 24;
const VALIDITY_DAYS = 200;
/** The first one expired so many days ago; the others end one after another, so far apart. */
const FIRST_DAYS_LEFT = -10;
const DAYS_APART = 8;

/** So many certificates for a large estate; they share a few PEMs, whose ends are spread over half a year. */
export function generateCertificates(count: number, now: number): CertificateSeed[] {
  const leaves = Array.from({ length: Math.min(count, DISTINCT_LEAVES) }, (_, index): LeafSeed => {
    const commonName = `generated-${index + 1}.simulator.example`;
    const notAfter = now + (FIRST_DAYS_LEFT + DAYS_APART * index + 0.5) * DAY;
    return {
      commonName,
      sans: [commonName],
      notBefore: notAfter - VALIDITY_DAYS * DAY,
      notAfter,
      withChain: false,
    };
  });
  return Array.from({ length: count }, (_, index) => {
    const leaf = leaves[index % leaves.length] ?? null;
    return {
      id: String(FIRST_ID + BigInt(index)),
      name: `generated-${String(index + 1).padStart(5, '0')}`,
      leaf,
      createdAt: leaf?.notBefore ?? now,
    };
  });
}
