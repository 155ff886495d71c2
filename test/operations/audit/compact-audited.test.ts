import { expect, test } from '@jest/globals';
import { describeEnd } from '../../../src/certificate/expiry.ts';
import { compactAudited } from '../../../src/operations/audit/compact-audited.ts';
import { toAuditRecord } from '../../../src/report/audit/records.ts';
import { buildAudited, buildTarget, inDays } from '../../report/audit/build-audit.ts';

const notAfter = inDays(40);

test.each([
  [
    'whose reason is its end alone',
    buildAudited({ certificate: { notAfter }, reason: describeEnd(notAfter) }),
  ],
  ['with a reason of its own', buildAudited({ reason: 'expired on a Friday' })],
  ['without a date', buildAudited({ certificate: { notAfter: null }, renewOn: null, reason: 'has no date' })],
  [
    'without a date or a reason',
    buildAudited({ certificate: { notAfter: null }, renewOn: null, reason: '' }),
  ],
  [
    'that is ignored and used',
    buildAudited({
      severity: 'ignored',
      contribution: null,
      standing: 'dormant',
      daysLeft: -3,
      target: buildTarget({ name: 'edge' }),
      key: {
        kind: 'ec',
        bits: 256,
        publicKeySha256: 'ab',
        signatureAlgorithm: 'ecdsa-with-SHA256',
        isCa: true,
        isSelfIssued: false,
      },
      isAuthority: true,
      usedBy: ['portal'],
      renewOn: inDays(3),
      ignoredBy: { match: { by: 'id', value: '1' }, reason: 'a test', until: inDays(9) },
      consoleUrl: null,
    }),
  ],
])('a certificate %s is audited alike in little memory', (_, audited) => {
  const compact = compactAudited(audited);
  expect(toAuditRecord(compact)).toEqual(toAuditRecord(audited));
  const { contribution, target, key, isAuthority, reason, renewOn } = compact;
  expect({ ...audited, contribution, target, key, isAuthority, reason, renewOn }).toEqual(audited);
});
