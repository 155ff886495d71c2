import type { Certificate } from '../../certificate/certificate.ts';
import type { AuditedTarget } from '../../operations/audit/audit-report.ts';
import { inertText } from '../inert.ts';

/**
 * One line of well-formed Unicode without control characters, cut to a length. The runner's old mark of a
 * command, which it heeds anywhere in a line, is parted; its new one counts at a line's start only.
 */
export function plainText(text: string, maximumLength = 500): string {
  // A cut can part a surrogate pair, so the halves are mended last.
  return inertText(text, maximumLength).toWellFormed().replaceAll('##[', '# #[');
}

/** What people call a certificate. */
export function nameCertificate({ name, id, fingerprint }: Certificate): string {
  return plainText(name ?? id ?? fingerprint ?? 'certificate without a name', 200);
}

/** A name that is told apart from others of the same name. */
export function nameUniquely(certificate: Certificate): string {
  const { name, id, fingerprint } = certificate;
  const mark = name === null ? null : (id ?? fingerprint);
  const text = nameCertificate(certificate);
  return mark === null ? text : `${text} (${plainText(mark, 200)})`;
}

/** An address that a reader may follow; null for anything but http and https, with a password in it or broken. */
export function webAddress(text: string | null | undefined): string | null {
  if (text === null || text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
}

/** Why a target could not be read, in one line; null where it could. */
export function describeTrouble({ state, trouble }: AuditedTarget): string | null {
  if (state === 'read') return null;
  if (trouble === null) return state;
  return plainText(trouble.mend === null ? trouble.message : `${trouble.message} ${trouble.mend}`, 2000);
}

/** A sentence of a clause or a sentence: a full stop is added where none ends it. */
export function endSentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
