import { generateKeyPairSync } from 'node:crypto';

/*
 * Writes certificates in raw DER, so that they can hold what no library would sign. The signature is not valid;
 * reading a certificate does not check it.
 */

export interface DerCertificate {
  /** The serial number's octets, two's complement. */
  readonly serial?: readonly number[];
  readonly notBefore?: Buffer;
  readonly notAfter?: Buffer;
  readonly subject?: Buffer;
  readonly issuer?: Buffer;
  readonly extensions?: readonly Buffer[];
  /** Of a kind that no library knows. */
  readonly unknownKey?: boolean;
}

const spki = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
const unknownAlgorithm = sequence(Buffer.from('06042a030405', 'hex'));
const ed25519 = sequence(Buffer.from('06032b6570', 'hex'));

/** A certificate of version 3 for CN=test, 2026-01-01 to 2027-01-01, where nothing else is given. */
export function buildDer(certificate: DerCertificate = {}): Buffer {
  const extensions = certificate.extensions ?? [];
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from(certificate.serial ?? [0x2a])),
    ed25519,
    certificate.issuer ?? name([['CN', 'issuer']]),
    sequence(
      certificate.notBefore ?? utcTime('260101000000Z'),
      certificate.notAfter ?? utcTime('270101000000Z'),
    ),
    certificate.subject ?? name([['CN', 'test']]),
    certificate.unknownKey === true ? sequence(unknownAlgorithm, tlv(0x03, Buffer.alloc(33))) : spki,
    ...(extensions.length > 0 ? [tlv(0xa3, sequence(...extensions))] : []),
  );
  return sequence(body, ed25519, tlv(0x03, Buffer.alloc(65)));
}

/** The same as PEM. */
export function buildPem(certificate: DerCertificate = {}): string {
  return toPem(buildDer(certificate));
}

export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

export function tlv(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

export function sequence(...contents: readonly Uint8Array[]): Buffer {
  return tlv(0x30, ...contents);
}

export function utcTime(text: string): Buffer {
  return tlv(0x17, Buffer.from(text, 'latin1'));
}

export function generalizedTime(text: string): Buffer {
  return tlv(0x18, Buffer.from(text, 'latin1'));
}

const ATTRIBUTES: Readonly<Record<string, string>> = { CN: '0603550403', C: '0603550406', O: '060355040a' };

/** A distinguished name of one-valued parts, or of one part with several values, the least specific part first. */
export function name(parts: readonly (readonly [string, string])[], together = false): Buffer {
  const values = parts.map(([attribute, value]) =>
    sequence(Buffer.from(ATTRIBUTES[attribute] ?? '', 'hex'), tlv(0x0c, Buffer.from(value, 'utf8'))),
  );
  return together ? sequence(tlv(0x31, ...values)) : sequence(...values.map((value) => tlv(0x31, value)));
}

/** The subject alternative name extension. */
export function sanExtension(...names: readonly Uint8Array[]): Buffer {
  return sequence(Buffer.from('0603551d11', 'hex'), tlv(0x04, sequence(...names)));
}

export const emailName = (text: string) => tlv(0x81, Buffer.from(text, 'latin1'));
export const dnsName = (text: string) => tlv(0x82, Buffer.from(text, 'latin1'));
export const uriName = (text: string) => tlv(0x86, Buffer.from(text, 'latin1'));
export const addressName = (octets: readonly number[]) => tlv(0x87, Buffer.from(octets));
export const directoryName = (text: string) => tlv(0xa4, name([['CN', text]]));

/** Basic constraints that say CA. */
export const caExtension = sequence(
  Buffer.from('0603551d13', 'hex'),
  tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
);
