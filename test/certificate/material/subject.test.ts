import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkSubject,
  formatName,
  parseName,
  readCommonName,
} from '../../../src/certificate/material/subject.ts';

describe('a subject', () => {
  test.each([
    'CN=device 7,O=Example,C=DE',
    'CN = device 7, O = Example',
    'cn=device,serialNumber=42+OU=Test',
    'CN=a\\,b\\+c\\"d\\\\e',
    'CN=\\#7\\ ',
    'CN=Z\\C3\\BCrich',
    'CN=Zürich',
    'CN=a=b',
    'UID=jane,DC=example,DC=com',
    '2.5.4.3=device',
    '1.3.6.1.4.1.99999.1=device',
    'emailAddress=a@example.com,CN=a',
    `CN=${'x'.repeat(64)}`,
  ])('may be %s', (text) => {
    expect(checkSubject(text)).toBeNull();
  });

  test.each([
    ['', 'it is empty'],
    ['  ', 'it is empty'],
    ['device', 'an attribute such as CN=name is missing at character 1'],
    ['CN=device,', 'missing at character 11'],
    ['/C=DE/CN=device', 'missing at character 1'],
    ['CN=device,,O=Example', 'missing at character 11'],
    ['O=Example, Inc', 'missing at character 11'],
    ['CN="a"', 'the " at character 4 needs a backslash'],
    ['CN=a\\', 'the backslash at character 5 escapes nothing'],
    ['CN=a\\FFb', 'the backslash at character 5 escapes nothing'],
    ['serialNumber=42ü', 'serialNumber may hold letters, digits'],
    ['CN=a\\x', 'the backslash at character 5 escapes nothing'],
    ['CN=#0c0161', 'hexadecimal'],
    ['CN=', 'CN has no value'],
    ['CN=,O=Example', 'CN has no value'],
    ['XYZ=1', 'XYZ is not a known attribute'],
    ['3.5.4.3=1', '3.5.4.3 is not a known attribute'],
    ['C=Germany', 'C must be a country code'],
    [`CN=${'x'.repeat(65)}`, 'CN has 65 characters; at most 64'],
    ['CN=a\nO=b', 'CN holds a control character'],
    ['CN=a\\0Ab', 'CN holds a control character'],
    ['DC=zürich', 'DC may hold ASCII characters only'],
    ['CN=a+CN=b', 'CN stands twice in one part'],
  ])('may not be %j', (text, problem) => {
    expect(checkSubject(text)).toContain(problem);
  });

  test.each([
    ['CN=device\\, 7,O=Example', 'device, 7'],
    ['OU=a+CN=b,CN=c', 'b'],
    ['O=Example', null],
    ['', null],
    [null, null],
  ])('%j has the common name %j', (subject, commonName) => {
    expect(readCommonName(subject)).toBe(commonName);
  });

  test('reads as it was written, whatever its values hold', () => {
    const attribute = fc.record({
      type: fc.constantFrom('CN', 'O', 'emailAddress', '1.2.3.4'),
      value: fc.string({ unit: 'binary', minLength: 1 }),
    });
    const name = fc.array(fc.array(attribute, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(name, (parts) => {
        expect(parseName(formatName(parts))).toEqual(parts);
      }),
    );
  });
});
