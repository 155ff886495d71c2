import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf, normaliseFingerprint } from '../../src/certificate/fingerprint.ts';

// SHA-256 of the empty text, as FIPS 180-4's own example values have it.
const EMPTY_HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const EMPTY =
  'E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55';

describe('normaliseFingerprint', () => {
  test.each([
    ['normalised already', EMPTY],
    ['lower case', EMPTY.toLowerCase()],
    ['plain hex', EMPTY_HEX],
    ['blanks around', `  ${EMPTY_HEX}\n`],
    ['the prefix sha256:', `sha256:${EMPTY_HEX}`],
    ['the prefix of openssl', `SHA256 Fingerprint=${EMPTY}`],
    ['the prefix of a newer openssl', `sha256 Fingerprint=${EMPTY}`],
    ['the prefix SHA-256:', `SHA-256: ${EMPTY}`],
  ])('reads %s', (_, text) => {
    expect(normaliseFingerprint(text)).toBe(EMPTY);
  });

  test('restores the leading zeros of octets', () => {
    const unpadded = ['0', '1', 'a', 'B', ...Array(28).fill('ff')].join(':');
    expect(normaliseFingerprint(unpadded)).toBe(['00', '01', '0A', '0B', ...Array(28).fill('FF')].join(':'));
  });

  test.each([
    ['nothing', ''],
    ['a SHA-1 fingerprint', EMPTY.slice(0, 59)],
    ['63 digits', EMPTY_HEX.slice(1)],
    ['65 digits', `${EMPTY_HEX}0`],
    ['31 octets', EMPTY.slice(3)],
    ['33 octets', `${EMPTY}:00`],
    ['an empty octet', EMPTY.replace('B0', '')],
    ['an octet of three digits', EMPTY.replace('B0', '0B0')],
    ['a digit that is not hex', EMPTY.replace('B0', 'G0')],
    ['two lines', `${EMPTY_HEX}\n${EMPTY_HEX}`],
    ['another algorithm', `sha1:${EMPTY_HEX}`],
  ])('refuses %s', (_, text) => {
    expect(normaliseFingerprint(text)).toBeNull();
  });

  test('gives one form for every spelling of the same octets', () => {
    const octet = fc.record({
      value: fc.integer({ min: 0, max: 255 }),
      padded: fc.boolean(),
      upper: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(octet, { minLength: 32, maxLength: 32 }), fc.boolean(), (octets, colons) => {
        const spelt = octets.map(({ value, padded, upper }) => {
          const digits = value.toString(16).padStart(padded || !colons ? 2 : 1, '0');
          return upper ? digits.toUpperCase() : digits;
        });
        const expected = octets
          .map(({ value }) => value.toString(16).toUpperCase().padStart(2, '0'))
          .join(':');
        expect(normaliseFingerprint(spelt.join(colons ? ':' : ''))).toBe(expected);
      }),
    );
  });
});

test('fingerprintOf hashes with SHA-256 and gives the normalised form', () => {
  expect(fingerprintOf(new Uint8Array())).toBe(EMPTY);
});
