/** What is not the DER of a plain certificate; another reader may know it. */
export class NotPlain extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** An AlgorithmIdentifier (RFC 5280, 4.1.1.2). OIDs are as `DerReader.readOid` gives them. */
export interface Algorithm {
  readonly oid: string;
  /** An OID, `null` for NULL, undefined for none. */
  readonly parameter: string | undefined;
}

/** Goes through the elements of one DER value (ITU-T X.690, section 10), strictly: no other encoding passes. */
export class DerReader {
  /** Where the next element begins. */
  position: number;
  readonly end: number;
  readonly #octets: Buffer;
  /** The same, an octet a character: to cut short texts out of it is far quicker than to decode each. */
  readonly #text: string;

  constructor(octets: Buffer, text = octets.toString('latin1'), position = 0, end = octets.length) {
    this.#octets = octets;
    this.#text = text;
    this.position = position;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.position === this.end;
  }

  get length(): number {
    return this.end - this.position;
  }

  /** The next octet, which is an element's tag; undefined at the end. */
  peek(): number | undefined {
    return this.position < this.end ? this.#octets[this.position] : undefined;
  }

  /**
   * Passes over the next element.
   * @returns a reader of its content.
   * @throws NotPlain where it has another tag, or no length as DER writes it.
   */
  read(tag: number): DerReader {
    if (this.peek() !== tag) throw new NotPlain();
    const octets = this.#octets;
    let start = this.position + 2;
    let length = start <= this.end ? (octets[start - 1] ?? 0) : 0x80;
    if (length >= 0x80) {
      const digits = length - 0x80;
      if (digits < 1 || digits > 3 || start + digits > this.end) throw new NotPlain();
      length = octets.readUIntBE(start, digits);
      if (length < 0x80 || length < 256 ** (digits - 1)) throw new NotPlain();
      start += digits;
    }
    const end = start + length;
    if (end > this.end) throw new NotPlain();
    this.position = end;
    return new DerReader(octets, this.#text, start, end);
  }

  /** @throws NotPlain where anything is left. */
  finish(): void {
    if (!this.isAtEnd) throw new NotPlain();
  }

  /** What is left, an octet a character, to be looked at and let go: it holds on to the whole. */
  glance(): string {
    return this.#text.slice(this.position, this.end);
  }

  /** What is left, an octet a character, as a text of its own. */
  toText(): string {
    return this.#octets.toString('latin1', this.position, this.end);
  }

  toHex(): string {
    return this.#octets.toString('hex', this.position, this.end);
  }

  toOctets(): Buffer {
    return this.#octets.subarray(this.position, this.end);
  }

  /** An OID's octets, one a character. @throws NotPlain where they are none. */
  readOid(): string {
    const content = this.read(TAG.oid);
    let isFirst = true;
    for (let index = content.position; index < content.end; index += 1) {
      const octet = this.#octets[index] ?? 0;
      if (isFirst && octet === 0x80) throw new NotPlain();
      isFirst = octet < 0x80;
    }
    if (content.isAtEnd || !isFirst) throw new NotPlain();
    return content.glance();
  }

  /** A whole number from 1, without leading zeros. @throws NotPlain for any other. */
  readPositiveInteger(): DerReader {
    const content = this.read(TAG.integer);
    if (content.peek() === 0) {
      content.position += 1;
      if ((content.peek() ?? 0) < 0x80) throw new NotPlain();
    } else if ((content.peek() ?? 0x80) >= 0x80) throw new NotPlain();
    return content;
  }

  /** A bit string of whole octets. */
  readBitString(): DerReader {
    const content = this.read(TAG.bitString);
    if (content.peek() !== 0) throw new NotPlain();
    content.position += 1;
    return content;
  }

  /** @throws NotPlain for parameters of other kinds. */
  readAlgorithm(): Algorithm {
    const content = this.read(TAG.sequence);
    const oid = content.readOid();
    let parameter: string | undefined;
    if (content.peek() === TAG.null) {
      content.read(TAG.null).finish();
      parameter = 'null';
    } else if (!content.isAtEnd) parameter = content.readOid();
    content.finish();
    return { oid, parameter };
  }
}

/** An OID as `DerReader.readOid` gives it, from the hex of its octets. */
export function oid(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1');
}
