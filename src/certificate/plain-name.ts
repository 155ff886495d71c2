import { type DerReader, NotPlain, oid, TAG } from './der-reader.ts';

/** By the short names that OpenSSL prints (RFC 4519, RFC 2985). */
const TYPES = new Map([
  [oid('550403'), 'CN'],
  [oid('550405'), 'serialNumber'],
  [oid('550406'), 'C'],
  [oid('550407'), 'L'],
  [oid('550408'), 'ST'],
  [oid('55040a'), 'O'],
  [oid('55040b'), 'OU'],
  [oid('0992268993f22c640119'), 'DC'],
  [oid('2a864886f70d010901'), 'emailAddress'],
]);
/** Printable ASCII that has no blank at its ends and no `#` at its start, where more would have to be escaped. */
const PLAIN_TEXT = /^(?![ #])[\x20-\x7e]+(?<! )$/;
const ESCAPED = /[,+"\\<>;]/;
const EACH_ESCAPED = /[,+"\\<>;]/g;

/**
 * A name as `CertificateFacts` has it: the most specific part first, escaped by RFC 4514.
 * @throws NotPlain for parts of several values, kinds that are not known by name, and texts beyond ASCII.
 */
export function readPlainName(name: DerReader): string {
  const parts: string[] = [];
  while (!name.isAtEnd) {
    const part = name.read(TAG.set);
    const pair = part.read(TAG.sequence);
    part.finish();
    const type = TYPES.get(pair.readOid());
    const value = readText(pair);
    pair.finish();
    if (type === undefined || !PLAIN_TEXT.test(value)) throw new NotPlain();
    const escaped = ESCAPED.test(value) ? value.replace(EACH_ESCAPED, '\\$&') : value;
    parts.push(`${type}=${escaped}`);
  }
  return parts.reverse().join(',');
}

function readText(pair: DerReader): string {
  switch (pair.peek()) {
    case TAG.utf8String:
    case TAG.printableString:
    case TAG.ia5String:
      return pair.read(pair.peek() ?? 0).toText();
    default:
      throw new NotPlain();
  }
}
