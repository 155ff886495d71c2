import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalisePem, readCertificateBlocks, readPemBlocks } from '../../src/certificate/pem.ts';
import { buildDer, buildPem, toPem } from './der.ts';

const der = buildDer();
const pem = toPem(der);

describe('readPemBlocks', () => {
  test.each([
    ['newlines', pem],
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['CR alone', pem.replaceAll('\n', '\r')],
    ['a literal backslash and n', pem.replaceAll('\n', '\\n')],
    ['a doubled backslash and n', pem.replaceAll('\n', '\\\\n')],
    ['literal backslash r, backslash n', pem.replaceAll('\n', '\\r\\n')],
    ['blanks for newlines', pem.replaceAll('\n', ' ')],
    ['no newlines at all', pem.replaceAll('\n', '')],
    ['blanks at the ends of lines', pem.replaceAll('\n', '  \n')],
    ['text before and after', `Certificate:\n    Data: -----\n${pem}\nthe end\n`],
    ['a byte order mark', `\ufeff${pem}`],
  ])('reads a block with %s', (_, text) => {
    const blocks = readPemBlocks(text);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.label).toBe('CERTIFICATE');
    expect(Buffer.from(blocks[0]?.der ?? []).equals(der)).toBe(true);
    expect(blocks[0]?.pem).toBe(pem);
  });

  test('reads several blocks in their order, with what stands between them', () => {
    const text = `first\n${pem}second\n${toPem(Buffer.from('key'), 'PRIVATE KEY')}${pem}`;
    expect(readPemBlocks(text).map(({ label }) => label)).toEqual([
      'CERTIFICATE',
      'PRIVATE KEY',
      'CERTIFICATE',
    ]);
  });

  test('keeps the headers of an encrypted key', () => {
    const text =
      '-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\nDEK-Info: AES-256-CBC,00\r\n\r\nAAAA\r\n-----END RSA PRIVATE KEY-----';
    const [block] = readPemBlocks(text);
    expect(block?.der).toEqual(Buffer.from([0, 0, 0]));
    expect(block?.pem).toBe(`${text.replaceAll('\r\n', '\n')}\n`);
  });

  test.each([
    ['nothing', ''],
    ['no END', pem.slice(0, -10)],
    ['no BEGIN', pem.slice(10)],
    ['an END of another label', pem.replace('END CERTIFICATE', 'END PRIVATE KEY')],
    ['a bare body', der.toString('base64')],
  ])('finds no block in a text with %s', (_, text) => {
    expect(readPemBlocks(text)).toEqual([]);
  });

  test('a second END does not make a second block', () => {
    expect(readPemBlocks(`${pem}-----END CERTIFICATE-----\n`)).toEqual(readPemBlocks(pem));
  });

  test('a block that was cut off does not hide the next one', () => {
    expect(readPemBlocks(`${pem.slice(0, 100)}\n${pem}`)).toEqual(readPemBlocks(pem));
  });

  test.each([
    ['empty', ''],
    ['not base64', '*string*'],
    ['base64 with text after its padding', 'AA==BB'],
  ])('has no octets where the body is %s', (_, body) => {
    expect(
      readPemBlocks(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`)[0]?.der,
    ).toBeNull();
  });
});

test('readCertificateBlocks leaves keys out and takes the old label too', () => {
  const text = toPem(Buffer.from('key'), 'PRIVATE KEY') + toPem(der, 'X509 CERTIFICATE') + pem;
  expect(readCertificateBlocks(text).map(({ label }) => label)).toEqual(['X509 CERTIFICATE', 'CERTIFICATE']);
});

test('normalisePem makes texts of the same blocks equal', () => {
  const request = toPem(Buffer.alloc(100, 7), 'CERTIFICATE REQUEST');
  expect(
    normalisePem(`text\r\n${request.replaceAll('\n', '\r\n')}${buildPem().replaceAll('\n', '\\n')}`),
  ).toBe(request + buildPem());
});

test('a body that is as PEM has it, and one character away from that, are read as any other', () => {
  const change = fc.option(fc.tuple(fc.nat(), fc.constantFrom(...'A=-_*\n\\ ', '')), { nil: null });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), change, (octets, changed) => {
      const whole = toPem(octets);
      const [at, character] = changed ?? [0, whole[0] ?? ''];
      const index = at % whole.length;
      const text = whole.slice(0, index) + character + whole.slice(index + 1);
      // Empty lines are passed over, by the reader of bodies of every form.
      expect(readPemBlocks(text)).toEqual(readPemBlocks(text.replaceAll('\n', '\n\n')));
    }),
    { numRuns: 2000 },
  );
});
