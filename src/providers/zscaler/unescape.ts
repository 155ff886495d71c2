const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
/** Old records are escaped twice at most, as Zscaler's official Go client takes it. */
const HTML_ROUNDS = 2;
const UNPRINTABLE = /\p{Cc}/u;

/**
 * A name or description as people wrote it: old records hold it percent-encoded (`Wild%20Card%20Cert`) or
 * HTML-escaped (`&#x2a;&#x2e;`), also twice (ZPA help, examples of certificates). What is malformed, or would
 * give a control character, stays as it is.
 */
export function unescapeText(text: string): string {
  let plain = decodePercent(text);
  for (let round = 0; round < HTML_ROUNDS; round += 1) {
    plain = plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, decodeEntity);
  }
  return plain;
}

function decodePercent(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return UNPRINTABLE.test(plain) ? text : plain;
  } catch {
    return text;
  }
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
  const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint > 0x10ffff || isSurrogate) return entity;
  const character = String.fromCodePoint(codePoint);
  return UNPRINTABLE.test(character) ? entity : character;
}
