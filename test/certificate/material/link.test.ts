import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { MaterialBlock } from '../../../src/certificate/material/blocks.ts';
import { isIssuedBy, type Link, nameLink, readLink } from '../../../src/certificate/material/link.ts';
import { readCertificateBlocks } from '../../../src/certificate/pem.ts';
import { issue } from '../../support/material.ts';
import { buildDer, sequence, utcTime } from '../der.ts';

const readDer = (der: Uint8Array | null) =>
  readLink({ label: 'CERTIFICATE', der, input: 'chain' } as MaterialBlock);
const readPem = (pem: string) => readDer(readCertificateBlocks(pem)[0]?.der ?? null);
const asLink = (read: ReturnType<typeof readLink>): Link => {
  if ('message' in read) throw new Error(read.message);
  return read;
};

describe('a certificate that cannot stand in a chain', () => {
  test.each([
    ['no base64', null, 'is not base64 between its BEGIN and END lines'],
    ['no certificate', Buffer.from('3000', 'hex'), 'is refused by OpenSSL as malformed'],
    [
      'a month that there is not',
      buildDer({ notAfter: utcTime('271301000000Z') }),
      'a date that cannot be read',
    ],
  ])('%s: it is said, with what to do', (_, der, why) => {
    const read = readDer(der);
    expect(read).toMatchObject({ input: 'chain', message: expect.stringContaining(why) });
    expect(read).toMatchObject({ message: expect.stringMatching(/copy or export it again, whole\.$/) });
  });

  test('of a date that cannot be read the subject is told', () => {
    expect(readDer(buildDer({ notAfter: utcTime('271301000000Z') }))).toMatchObject({
      message: expect.stringContaining('("CN=test")'),
    });
  });
});

describe('who signed a certificate', () => {
  test('its own key, another of the same name, another', async () => {
    const root = await issue({ subject: 'CN=root', isCa: true });
    const sameName = await issue({ subject: 'CN=root', isCa: true, issuer: root });
    const leaf = await issue({ subject: 'CN=leaf', issuer: root });
    const [own, other, below] = [root, sameName, leaf].map(({ pem }) => asLink(readPem(pem)));
    expect([own?.isSelfSigned, other?.isSelfSigned, below?.isSelfSigned]).toEqual([true, false, false]);
    const x509Of = ({ pem }: { readonly pem: string }) => new X509Certificate(pem);
    expect(isIssuedBy(x509Of(leaf), x509Of(root))).toBe(true);
    expect(isIssuedBy(x509Of(leaf), x509Of(sameName))).toBe(false);
    expect(isIssuedBy(x509Of(root), x509Of(leaf))).toBe(false);
  });

  test('a key of a kind that nobody knows has signed nothing', async () => {
    const unknown = buildDer({ unknownKey: true });
    const { x509 } = asLink(readDer(unknown));
    expect(isIssuedBy(x509, x509)).toBe(false);
    expect(
      asLink(readDer(buildDer({ unknownKey: true, issuer: sequence(), subject: sequence() }))).isSelfSigned,
    ).toBe(false);
  });
});

test('a certificate is called by its subject, or else by its fingerprint', () => {
  const named = asLink(readDer(buildDer()));
  expect(nameLink(named)).toBe('"CN=test"');
  const nameless = asLink(readDer(buildDer({ subject: sequence() })));
  expect(nameless.sans).toEqual([]);
  expect(nameLink(nameless)).toBe(`the certificate ${nameless.fingerprint}`);
});
