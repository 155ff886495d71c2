/** One attribute of a distinguished name, its value without escapes. */
export interface NameAttribute {
  /** OpenSSL's short name, such as `CN`, or the dotted identifier where it has none here. */
  readonly type: string;
  readonly value: string;
}

/** A distinguished name, the most specific part first; a part has several attributes where they are joined by `+`. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

interface AttributeKind {
  readonly oid: string;
  /** Other words for it, lower case. */
  readonly aliases?: readonly string[];
  /** The longest value in characters (RFC 5280, appendix A.1). */
  readonly maximum?: number;
}

const KINDS: Readonly<Record<string, AttributeKind>> = {
  CN: { oid: '2.5.4.3', aliases: ['commonname'], maximum: 64 },
  SN: { oid: '2.5.4.4', aliases: ['surname'], maximum: 32_768 },
  serialNumber: { oid: '2.5.4.5', maximum: 64 },
  C: { oid: '2.5.4.6', aliases: ['countryname'], maximum: 2 },
  L: { oid: '2.5.4.7', aliases: ['localityname'], maximum: 128 },
  ST: { oid: '2.5.4.8', aliases: ['s', 'stateorprovincename'], maximum: 128 },
  street: { oid: '2.5.4.9', aliases: ['streetaddress'] },
  O: { oid: '2.5.4.10', aliases: ['organizationname'], maximum: 64 },
  OU: { oid: '2.5.4.11', aliases: ['organizationalunitname'], maximum: 64 },
  title: { oid: '2.5.4.12', aliases: ['t'], maximum: 64 },
  GN: { oid: '2.5.4.42', aliases: ['g', 'givenname'], maximum: 32_768 },
  initials: { oid: '2.5.4.43', aliases: ['i'], maximum: 32_768 },
  UID: { oid: '0.9.2342.19200300.100.1.1', aliases: ['userid'] },
  DC: { oid: '0.9.2342.19200300.100.1.25', aliases: ['domaincomponent'] },
  emailAddress: { oid: '1.2.840.113549.1.9.1', aliases: ['e', 'email'], maximum: 255 },
};

const OID = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;
const TYPE = / *([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+) *= */y;
const CONTROL = /\p{Cc}/u;
const ESCAPED_OCTETS = /^(?:\\[0-9A-Fa-f]{2})+/;
const ESCAPABLE = ' "#+,;<=>\\';

/**
 * What is wrong with a subject to be requested, and how to mend it; null where nothing is. It is written as RFC
 * 4514 has it, most specific part first, such as `CN=device 7,O=Example,C=DE`; blanks around `,` and `+` are
 * passed over.
 */
export function checkSubject(text: string): string | null {
  const name = parseName(text);
  if ('problem' in name) return `The subject is malformed: ${name.problem}.`;
  for (const part of name) {
    for (const [index, { type, value }] of part.entries()) {
      const problem =
        part.findIndex((other) => other.type === type) < index
          ? 'stands twice in one part; write a comma for the + between them'
          : checkAttribute(type, value);
      if (problem !== null) return `The subject's ${type} ${problem}.`;
    }
  }
  return null;
}

/** Reads a distinguished name in the form of RFC 4514; where it is malformed, why. */
export function parseName(text: string): DistinguishedName | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'it is empty; write it as CN=name,O=organisation,C=country' };
  const parts: NameAttribute[][] = [[]];
  let position = 0;
  while (true) {
    TYPE.lastIndex = position;
    const [matched, type] = TYPE.exec(text) ?? [];
    if (matched === undefined || type === undefined) {
      return { problem: `an attribute such as CN=name is missing at character ${position + 1}` };
    }
    const value = readValue(text, position + matched.length);
    if ('problem' in value) return value;
    parts.at(-1)?.push({ type: nameType(type), value: value.value });
    const separator = text[value.end];
    if (separator === undefined) return parts;
    if (separator !== '+') parts.push([]);
    position = value.end + 1;
  }
}

/** Writes a distinguished name in the form of RFC 4514, as a certificate's subject is shown. */
export function formatName(name: DistinguishedName): string {
  return name
    .map((part) => part.map(({ type, value }) => `${nameType(type)}=${escapeValue(value)}`).join('+'))
    .join(',');
}

/** The most specific common name of a subject in the form of RFC 4514; null where it has none. */
export function readCommonName(subject: string | null): string | null {
  const name = parseName(subject ?? '');
  return 'problem' in name ? null : (name.flat().find(({ type }) => type === 'CN')?.value ?? null);
}

/** The dotted identifier of an attribute's type; null where it is not known. */
export function findOid(type: string): string | null {
  return KINDS[nameType(type)]?.oid ?? (OID.test(type) ? type : null);
}

function checkAttribute(type: string, value: string): string | null {
  if (findOid(type) === null) {
    return `is not a known attribute; known are ${Object.keys(KINDS).join(', ')} and dotted identifiers`;
  }
  if (value === '') return 'has no value; give one, or leave the attribute out';
  if (CONTROL.test(value)) return 'holds a control character, such as a line break; remove it';
  if (type === 'C' && !/^[A-Za-z]{2}$/.test(value))
    return 'must be a country code of two letters, such as DE';
  if ((type === 'DC' || type === 'emailAddress') && !/^\p{ASCII}*$/u.test(value)) {
    return 'may hold ASCII characters only';
  }
  if (type === 'serialNumber' && !/^[A-Za-z0-9 '()+,./:=?-]*$/.test(value)) {
    return "may hold letters, digits, blanks and '()+,-./:=? only";
  }
  const maximum = KINDS[type]?.maximum;
  if (maximum !== undefined && [...value].length > maximum) {
    return `has ${[...value].length} characters; at most ${maximum} are allowed (RFC 5280)`;
  }
  return null;
}

function nameType(type: string): string {
  const word = type.toLowerCase();
  const known = Object.entries(KINDS).find(
    ([name, { oid, aliases }]) => name.toLowerCase() === word || oid === type || aliases?.includes(word),
  );
  return known?.[0] ?? type;
}

type ReadValue = { readonly value: string; readonly end: number } | { readonly problem: string };

/** Reads up to the next separator or the end; blanks at either side that are not escaped are not the value's. */
function readValue(text: string, start: number): ReadValue {
  if (text[start] === '#')
    return { problem: `a value in hexadecimal (#…) is not supported; write it as text` };
  let value = '';
  let kept = 0;
  let position = start;
  while (position < text.length) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    if (character === ',' || character === '+' || character === ';') break;
    if (character === '\\') {
      const escaped = readEscape(text, position);
      if (escaped === null) return { problem: `the backslash at character ${position + 1} escapes nothing` };
      value += escaped.value;
      position = escaped.end;
      kept = value.length;
    } else if ('"<>'.includes(character)) {
      return { problem: `the ${character} at character ${position + 1} needs a backslash before it` };
    } else {
      value += character;
      position += character.length;
      if (character !== ' ') kept = value.length;
    }
  }
  return { value: value.slice(0, kept), end: position };
}

/** A backslash stands before a special character, or before two hex digits that are an octet of UTF-8. */
function readEscape(text: string, position: number): { readonly value: string; readonly end: number } | null {
  const [octets] = ESCAPED_OCTETS.exec(text.slice(position)) ?? [];
  if (octets !== undefined) {
    const utf8 = Buffer.from(octets.replaceAll('\\', ''), 'hex');
    const value = utf8.toString('utf8');
    return Buffer.from(value, 'utf8').equals(utf8) ? { value, end: position + octets.length } : null;
  }
  const next = text[position + 1];
  return next !== undefined && ESCAPABLE.includes(next) ? { value: next, end: position + 2 } : null;
}

function escapeValue(value: string): string {
  return value
    .replace(/[,+"\\<>;]|^[ #]| $/g, '\\$&')
    .replace(/\p{Cc}/gu, (control) =>
      Buffer.from(control, 'utf8').toString('hex').toUpperCase().replace(/../g, '\\$&'),
    );
}
