import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../src/http/redact.ts';

function redactorOf(...secrets: string[]) {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
}

const SECRET = 'p/s "w+ör\\d';
const bytes = Buffer.from(SECRET);

describe('the redactor', () => {
  test.each([
    ['as it is', SECRET],
    ['URI-encoded', encodeURIComponent(SECRET)],
    ['URI-encoded in lower case', encodeURIComponent(SECRET).replace(/%../g, (octet) => octet.toLowerCase())],
    ['as a form field', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in base64', bytes.toString('base64').replace(/=+$/, '')],
    ['in base64url', bytes.toString('base64url')],
    ['in hex', bytes.toString('hex')],
    ['in upper-case hex', bytes.toString('hex').toUpperCase()],
  ])('masks a secret %s', (_form, text) => {
    expect(redactorOf(SECRET).redact(`before ${text} after`)).toBe('before *** after');
  });

  test('masks overlapping secrets whole, so that no part of one is left beside the other', () => {
    expect(redactorOf('abcdef', 'abcdefghij', 'hijklmn').redact('<abcdefghijklmn>')).toBe('<***>');
  });

  test('masks a key line by line, also with other line ends, but not the lines that every key has', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG\nByqGSM49\n-----END PRIVATE KEY-----\n';
    const redactor = redactorOf(key);
    expect(redactor.redact(`x${key}y`)).toBe('x***y');
    expect(redactor.redact(key.replaceAll('\n', '\r\n'))).toBe(
      '-----BEGIN PRIVATE KEY-----\r\n***\r\n***\r\n-----END PRIVATE KEY-----\r\n',
    );
    expect(redactor.redact('only ByqGSM49 of it')).toBe('only *** of it');
    expect(redactor.redact('-----BEGIN PRIVATE KEY-----')).toBe('-----BEGIN PRIVATE KEY-----');
  });

  test('leaves short secrets alone', () => {
    expect(redactorOf('', 'a', 'abcde').redact('a abcde')).toBe('a abcde');
  });

  test('leaves no secret in any form, wherever the secrets stand', () => {
    const secret = fc.oneof(
      fc.string({ minLength: 6, maxLength: 20, unit: 'binary' }),
      fc.string({ minLength: 6, maxLength: 12, unit: fc.constantFrom('a', 'b', '*') }),
    );
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.array(fc.string()),
        (secrets, others) => {
          const forms = secrets.flatMap((each) => [
            each,
            encodeURIComponent(each.toWellFormed()),
            JSON.stringify(each).slice(1, -1),
            Buffer.from(each).toString('base64'),
            Buffer.from(each).toString('hex'),
          ]);
          const redacted = redactorOf(...secrets).redact(
            others.join('x') + forms.join('') + others.join('y'),
          );
          for (const form of forms) expect(redacted).not.toContain(form);
        },
      ),
    );
  });
});
