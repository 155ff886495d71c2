import type { Certificate } from '../../certificate/certificate.ts';
import type { IgnoreRule } from '../../interface/audit-request.ts';

/** Whether a rule names a certificate. */
export function matchesRule(certificate: Certificate, { match }: IgnoreRule): boolean {
  switch (match.by) {
    case 'id':
      return certificate.id === match.value;
    case 'fingerprint':
      return certificate.fingerprint === match.value;
    case 'name':
      return certificate.name !== null && matchesPattern(certificate.name, match.pattern);
  }
}

/** Whether a rule still holds. */
export function holds({ until }: IgnoreRule, now: Date): boolean {
  return now.getTime() < until.getTime();
}

/** The rule as people wrote it. */
export function describeRule({ match }: IgnoreRule): string {
  return `${match.by} ${match.by === 'name' ? match.pattern : match.value}`;
}

/**
 * `*` stands for any text, `?` for one character; in either case. In steps that grow with the product of the two
 * lengths at most, whatever the pattern.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const characters = [...text.toLowerCase()];
  const marks = [...pattern.toLowerCase()];
  let at = 0;
  let mark = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    if (marks[mark] === '*') {
      star = mark;
      starAt = at;
      mark += 1;
    } else if (marks[mark] === '?' || marks[mark] === characters[at]) {
      at += 1;
      mark += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      mark = star + 1;
    } else {
      return false;
    }
  }
  while (marks[mark] === '*') mark += 1;
  return mark === marks.length;
}
