import { expect, test } from '@jest/globals';
import { checkCsr } from '../../src/certificate/material/csr.ts';
import { createClientCreation } from '../../src/providers/cloudflare/client-creation.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';
import { issue, makeEcKeys, request } from '../support/material.ts';

const keys = makeEcKeys();
const csrText = await request('CN=device-7', keys);
const facts = await checkCsr(csrText);
if ('problem' in facts) throw new Error(facts.problem);
const csr = { pem: facts.normalisedPem, publicKeySha256: facts.publicKeySha256, isFreshKey: false };
const ours = await issue({ subject: 'CN=device-7', keys });
const strangers = await issue({ subject: 'CN=device-7' });
const otherRequest = await request('CN=device-8', keys);

const creation = createClientCreation('/zones/z/client_certificates', async () => buildCertificate());
const wanted = { validityDays: 30, csr, upload: null };

test.each([
  ['key and request are ours', { pem: ours.pem, vendor: { csr: csrText.replaceAll('\n', '\r\n') } }, true],
  ['the key is ours and no request is shown', { pem: ours.pem }, true],
  ['the request is ours and no certificate is shown', { vendor: { csr: csrText } }, true],
  ['the key is a stranger’s', { pem: strangers.pem }, false],
  ['the key is ours, from another request', { pem: ours.pem, vendor: { csr: otherRequest } }, false],
  ['nothing is shown', {}, false],
])('a lost certificate is recognised: %s', (_, row, recognised) => {
  expect(creation.recognise([buildCertificate({ id: 'x', ...row })], wanted)).toHaveLength(
    recognised ? 1 : 0,
  );
});

test('a certificate with another key is a mismatch', () => {
  expect(creation.findMismatch(buildCertificate({ pem: ours.pem }), wanted)).toBeNull();
  expect(creation.findMismatch(buildCertificate({ pem: strangers.pem }), wanted)).toMatch(
    /another public key/,
  );
});
