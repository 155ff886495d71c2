import { describe, expect, test } from '@jest/globals';
import { formatDate } from '../../../src/certificate/time.ts';
import { issue, makeEcKeys, makeRsaKeys } from '../../support/material.ts';
import { apiError, audit, briefly, ignore, inDays, threshold } from './scene.ts';

const ZPA = { provider: 'zscaler-zpa' } as const;

describe('the ladders', () => {
  test.each<[what: string, facts: object, target: object, findings: readonly string[]]>([
    [
      'an authority warns half a year ahead',
      { notBefore: inDays(-1000), notAfter: inDays(179) },
      {},
      ['expiring warn target 1 target 1 1'],
    ],
    ['and not before', { notBefore: inDays(-1000), notAfter: inDays(181) }, {}, []],
    [
      'an authority fails two months ahead',
      { notBefore: inDays(-1000), notAfter: inDays(60) },
      {},
      ['critical fail target 1 target 1 1'],
    ],
    [
      'the percent is the shorter one of a short life',
      { notBefore: inDays(-70), notAfter: inDays(31) },
      {},
      ['expiring warn target 1 target 1 1'],
    ],
    [
      'a leaf warns 30 days ahead',
      { notBefore: inDays(-335), notAfter: inDays(30) },
      ZPA,
      ['expiring warn target 1 target 1 1'],
    ],
    ['and not before that', { notBefore: inDays(-335), notAfter: inDays(31) }, ZPA, []],
    [
      'a leaf fails 7 days ahead',
      { notBefore: inDays(-358), notAfter: inDays(7) },
      ZPA,
      ['critical fail target 1 target 1 1'],
    ],
    [
      'a leaf of 47 days warns at a third of them',
      { notBefore: inDays(-32), notAfter: inDays(15) },
      ZPA,
      ['expiring warn target 1 target 1 1'],
    ],
    ['and is green before', { notBefore: inDays(-31), notAfter: inDays(16) }, ZPA, []],
    [
      'a given warn-within counts',
      { notBefore: inDays(-335), notAfter: inDays(31) },
      { ...ZPA, warnWithin: threshold('31d') },
      ['expiring warn target 1 target 1 1'],
    ],
    [
      'a given fail-within that is wider than the default warning is the warning too',
      { notBefore: inDays(-335), notAfter: inDays(40) },
      { ...ZPA, failWithin: threshold('40d') },
      ['critical fail target 1 target 1 1'],
    ],
    [
      'a narrow fail-within leaves the default warning',
      { notBefore: inDays(-335), notAfter: inDays(30) },
      { ...ZPA, failWithin: threshold('1d') },
      ['expiring warn target 1 target 1 1'],
    ],
  ])('%s', async (_what, facts, target, findings) => {
    const { report } = await audit([[target, { certificates: [facts] }]]);
    expect(briefly(report)).toEqual(findings);
  });

  test('a certificate tells itself whether it is an authority', async () => {
    const keys = makeEcKeys();
    const dates = { notBefore: inDays(-1000), notAfter: inDays(100) };
    const authority = await issue({ subject: 'CN=root', keys, isCa: true, ...dates });
    const leaf = await issue({ subject: 'CN=leaf', ...dates });
    const { report } = await audit([
      [
        ZPA,
        {
          certificates: [
            { pem: authority.pem, ...dates },
            { pem: leaf.pem, ...dates },
          ],
        },
      ],
    ]);
    expect(briefly(report)).toEqual(['expiring warn target 1 target 1 1']);
    expect(report.certificates.map(({ isAuthority }) => isAuthority)).toEqual([true, false]);
    expect(report.workload.leaves).toBe(1);
  });
});

describe('what counts', () => {
  test('dormant certificates are listed and counted apart, unless a status is asked for', async () => {
    const revoked = {
      certificates: [
        { status: 'revoked', notAfter: inDays(-5) },
        { status: 'active', notAfter: inDays(200) },
      ],
    };
    const client = { provider: 'cloudflare-client' } as const;
    const { report } = await audit([[client, revoked]]);
    expect(report).toMatchObject({ verdict: 'ok', counts: { count: 2, judged: 1, dormant: 1, expired: 0 } });
    const asked = await audit([
      [{ ...client, filter: { statuses: ['revoked'], inUse: null, search: null } }, revoked],
    ]);
    expect(asked.report).toMatchObject({ verdict: 'fail', counts: { judged: 2, expired: 1 } });
  });

  test('only-in-use leaves out what surely is unused, and keeps what may serve', async () => {
    const { report } = await audit([
      [
        { onlyInUse: true },
        {
          certificates: [
            { inUse: true, notAfter: inDays(900) },
            { inUse: false, notAfter: inDays(-1) },
            { inUse: null, notAfter: inDays(-1) },
          ],
        },
      ],
    ]);
    expect(report.counts).toMatchObject({ judged: 2, dormant: 1, expired: 1 });
  });

  test('types leave out certificates of other types', async () => {
    const { report } = await audit([
      [
        { types: ['custom'] },
        {
          certificates: [
            { type: 'gateway_managed', notAfter: inDays(-1) },
            { type: 'custom', notAfter: inDays(3000) },
          ],
        },
      ],
    ]);
    expect(report).toMatchObject({ verdict: 'ok', counts: { judged: 1, dormant: 1 } });
  });

  test('ignored ones are shown with their rule, contribute nothing, and come last', async () => {
    const rule = ignore({ by: 'name', pattern: 'LEGACY-*' });
    const { report } = await audit([
      [
        { ...ZPA, ignore: [rule] },
        {
          certificates: [
            { name: 'legacy-vpn', notAfter: inDays(-9) },
            { name: 'intranet', notAfter: inDays(90) },
          ],
        },
      ],
    ]);
    expect(report).toMatchObject({
      verdict: 'ok',
      findings: [],
      counts: { judged: 1, ignored: 1, expired: 0 },
    });
    expect(
      report.certificates.map(({ certificate, severity, ignoredBy }) => [
        certificate.name,
        severity,
        ignoredBy,
      ]),
    ).toEqual([
      ['intranet', 'ok', null],
      ['legacy-vpn', 'ignored', rule],
    ]);
  });

  test('an ended rule is a finding, and what it named is judged again', async () => {
    const { report } = await audit([
      [
        { ...ZPA, ignore: [ignore({ by: 'id', value: 'target 1 1' }, inDays(0))] },
        { certificates: [{ notAfter: inDays(-9) }] },
      ],
    ]);
    expect(briefly(report)).toEqual(['expired fail target 1 target 1 1', 'ended-ignore warn target 1']);
  });

  test('a rule that names nothing is a remark, not a finding', async () => {
    const { report } = await audit([
      [
        { ...ZPA, ignore: [ignore({ by: 'fingerprint', value: 'AA' })] },
        { certificates: [{ notAfter: inDays(90) }] },
      ],
    ]);
    expect(report.findings).toEqual([]);
    expect(report.targets[0]?.remarks).toEqual(['The ignore rule for fingerprint AA names no certificate.']);
  });
});

describe('targets that cannot be read', () => {
  test('are findings that fail, denied told apart, and do not keep the others from being judged', async () => {
    const { report, lines } = await audit([
      [{ name: 'denied' }, { failure: apiError(403) }],
      [{ name: 'broken' }, { failure: apiError(500) }],
      [{ name: 'good' }, { certificates: [{ notAfter: inDays(3000) }] }],
    ]);
    expect(briefly(report)).toEqual(['unreadable fail denied', 'unreadable fail broken']);
    expect(report).toMatchObject({
      verdict: 'fail',
      isComplete: false,
      counts: { targets: 3, unreadable: 2, judged: 1 },
    });
    expect(report.targets.map(({ state, count }) => [state, count])).toEqual([
      ['denied', null],
      ['unreadable', null],
      ['read', 1],
    ]);
    expect(report.findings[0]?.message).toBe('may not be read: GET /list answered 403');
    expect(report.findings[1]?.message).toBe('could not be read: GET /list answered 500');
    expect(lines).toEqual(
      expect.arrayContaining(['denied: denied', 'broken: could not be read', 'good: 1 certificates']),
    );
  });

  test.each([
    ['fail', 'fail', ['empty fail -']],
    ['warn', 'warn', ['empty warn -']],
    ['ignore', 'ok', []],
  ] as const)('nothing at all with on-empty %s is %s', async (onEmpty, verdict, findings) => {
    const { report } = await audit(
      [
        [{}, {}],
        [{}, {}],
      ],
      { onEmpty },
    );
    expect(report.verdict).toBe(verdict);
    expect(briefly(report)).toEqual(findings);
  });

  test('one empty target among full ones is no finding', async () => {
    const { report } = await audit([
      [{}, {}],
      [{}, { certificates: [{ notAfter: inDays(3000) }] }],
    ]);
    expect(report.verdict).toBe('ok');
  });

  test('where everything is ignored nothing is empty', async () => {
    const { report } = await audit([
      [
        { ignore: [ignore({ by: 'name', pattern: '*' })] },
        { certificates: [{ name: 'a', notAfter: inDays(-1) }] },
      ],
    ]);
    expect(report.verdict).toBe('ok');
  });
});

describe('findings beyond dates', () => {
  test('an expired certificate that something refers to', async () => {
    const usage = {
      referrers: new Map([['target 1 1', ['Vault at vault.example.com (PRA portals)']]]),
      withheld: [],
    };
    const { report } = await audit([
      [ZPA, { certificates: [{ notAfter: inDays(-1) }, { notAfter: inDays(-2) }], usage }],
    ]);
    expect(briefly(report)).toEqual([
      'expired fail target 1 target 1 2',
      'expired fail target 1 target 1 1',
      'expired-in-use fail target 1 target 1 1',
    ]);
    expect(report.findings[2]?.message).toBe(
      'has expired and is still referred to: Vault at vault.example.com (PRA portals)',
    );
    expect(report.certificates.map(({ certificate, usedBy }) => [certificate.inUse, usedBy?.length])).toEqual(
      [
        [false, 0],
        [true, 1],
      ],
    );
  });

  test('what refers to certificates is asked for only where it matters', async () => {
    const usage = { referrers: new Map(), withheld: [] };
    const { asked } = await audit([
      [ZPA, { certificates: [{ notBefore: inDays(-1), notAfter: inDays(300) }], usage }],
    ]);
    expect(asked).toEqual(['target 1: list']);
  });

  test('where some of it is withheld nothing is surely unused', async () => {
    const usage = { referrers: new Map(), withheld: ['PRA portals could not be read'] };
    const { report } = await audit([
      [
        { ...ZPA, onlyInUse: true },
        { certificates: [{ notAfter: inDays(-1) }], usage },
      ],
    ]);
    expect(report.counts).toMatchObject({ judged: 1, expired: 1 });
    expect(report.certificates[0]).toMatchObject({ usedBy: null, certificate: { inUse: null } });
    expect(report.targets[0]?.remarks).toEqual(['PRA portals could not be read']);
  });

  test('that it cannot be read at all is a remark; the dates are judged all the same', async () => {
    const { report } = await audit([
      [ZPA, { certificates: [{ notAfter: inDays(-1) }], usageFailure: apiError(500) }],
    ]);
    expect(briefly(report)).toEqual(['expired fail target 1 target 1 1']);
    expect(report.targets[0]?.remarks).toEqual([
      'What refers to certificates is not known: GET /list answered 500',
    ]);
  });

  test("Gateway's certificate in use without a successor inside its window", async () => {
    const serving = { inUse: true, notBefore: inDays(-1700), notAfter: inDays(100) };
    const alone = await audit([[{}, { certificates: [serving] }]]);
    expect(briefly(alone.report)).toEqual([
      'expiring warn target 1 target 1 1',
      'no-successor warn target 1 target 1 1',
    ]);
    const spare = await audit([[{}, { certificates: [serving, { notAfter: inDays(1800) }] }]]);
    expect(briefly(spare.report)).toEqual(['expiring warn target 1 target 1 1']);
    const inactive = await audit([
      [{}, { certificates: [serving, { status: 'inactive', notAfter: inDays(1800) }] }],
    ]);
    expect(briefly(inactive.report)).toContain('no-successor warn target 1 target 1 1');
  });

  test.each([
    ['only those of one status were asked for', { statuses: ['available'], inUse: null, search: null }],
    ['only those in use were asked for', { statuses: [], inUse: true, search: null }],
  ])('no successor is missed where %s: it may be left out', async (_, filter) => {
    const serving = { inUse: true, notBefore: inDays(-1700), notAfter: inDays(100) };
    const { report } = await audit([[{ filter }, { certificates: [serving] }]]);
    expect(briefly(report)).toEqual(['expiring warn target 1 target 1 1']);
  });

  test("Gateway's certificate that has expired in use, which says nothing of who uses it", async () => {
    const { report } = await audit([[{}, { certificates: [{ inUse: true, notAfter: inDays(-1) }] }]]);
    expect(report.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      `expired: expired on ${formatDate(inDays(-1))}`,
      'expired-in-use: has expired and is still in use',
      'no-successor: is in use and has expired, and no other certificate is available to take its place',
    ]);
  });

  test('an expired certificate that its store calls used, though nothing is known to refer to it', async () => {
    const usage = { referrers: new Map(), withheld: [] };
    const certificates = [{ inUse: true, notAfter: inDays(-1) }];
    const { report } = await audit([[ZPA, { certificates, usage }]]);
    expect(report.findings.at(-1)?.message).toBe('has expired and is still in use');
  });

  test("what contradicts the certificate's own text", async () => {
    const { report } = await audit([
      [{}, { certificates: [{ notAfter: inDays(3000), contradictions: ["The API's notAfter differs."] }] }],
    ]);
    expect(briefly(report)).toEqual(['contradiction warn target 1 target 1 1']);
  });

  test('a weak key', async () => {
    const weak = await issue({ subject: 'CN=weak', keys: makeRsaKeys(1024) });
    const { report } = await audit([[ZPA, { certificates: [{ pem: weak.pem, notAfter: inDays(900) }] }]]);
    expect(briefly(report)).toEqual(['weak-key warn target 1 target 1 1']);
    expect(report.findings[0]?.message).toBe('has an RSA key of only 1024 bits; 2048 are the least');
  });

  test('one key in several certificates, across targets, once a key', async () => {
    const keys = makeEcKeys();
    const [a, b] = await Promise.all(['CN=a', 'CN=b'].map((subject) => issue({ subject, keys })));
    const dates = { notAfter: inDays(900) };
    const { report } = await audit([
      [
        { ...ZPA, name: 'one' },
        { certificates: [{ pem: a?.pem ?? '', fingerprint: 'A', name: 'a', ...dates }] },
      ],
      [
        { ...ZPA, name: 'two' },
        {
          certificates: [
            { pem: b?.pem ?? '', fingerprint: 'B', name: 'b', ...dates },
            { pem: a?.pem ?? '', fingerprint: 'A', name: 'a', ...dates },
          ],
        },
      ],
    ]);
    expect(briefly(report)).toEqual(['shared-key warn one one 1']);
    expect(report.findings[0]?.message).toBe('has the same key as b of two');
  });

  test.each([
    [31, []],
    [29, ['credential-expiring warn target 1']],
    [6, ['credential-expiring fail target 1']],
  ] as const)(
    'a token that ends in %d days, where thresholds are shares of a lifetime alone',
    async (days, findings) => {
      const shares = { failWithin: threshold('10%'), warnWithin: threshold('33%') };
      const certificates = [{ notAfter: inDays(3000) }];
      const credentialEnd = { expiresOn: inDays(days), remarks: [] };
      const { report } = await audit([[shares, { certificates, credentialEnd }]]);
      expect(briefly(report)).toEqual(findings);
    },
  );

  test.each([
    [40, []],
    [29, ['credential-expiring warn a']],
    [6, ['credential-expiring fail a']],
  ] as const)('a token that ends in %d days, asked for once, found once', async (days, findings) => {
    const credentials = { scheme: 'cloudflare-token', token: 'a-token-of-a-test', from: 'inputs' } as const;
    const credentialEnd = { expiresOn: inDays(days), remarks: [] };
    const certificates = [{ notAfter: inDays(3000) }];
    const { report, asked } = await audit([
      [
        { name: 'a', credentials },
        { certificates, credentialEnd },
      ],
      [
        { name: 'b', credentials },
        { certificates, credentialEnd },
      ],
    ]);
    expect(briefly(report)).toEqual(findings);
    expect(asked.filter((line) => line.endsWith('credential'))).toEqual(['a: credential']);
    for (const { message } of report.findings) {
      expect(message).toContain('as that of 1 more target,');
      expect(message).not.toContain('a-token-of-a-test');
    }
  });
});

test('what is held of a certificate is neither its PEM nor the fields of the vendor', async () => {
  const { pem } = await issue({ subject: 'CN=x' });
  const { report } = await audit([
    [ZPA, { certificates: [{ pem, vendor: { csr: 'x' }, notAfter: inDays(900) }] }],
  ]);
  expect(report.certificates[0]?.certificate).toMatchObject({ pem: null, vendor: {} });
  expect(report.certificates[0]?.key).toMatchObject({ kind: 'ec', bits: 256 });
});

test('what does not expire is never to be renewed; what ends in that year before its last day is', async () => {
  const ends = (date: string) => ({ certificates: [{ notAfter: new Date(date) }] });
  const { report } = await audit([
    [{}, ends('9999-12-31T23:59:59Z')],
    [{}, ends('9999-06-01T00:00:00Z')],
  ]);
  const renewals = report.certificates.map(({ target, renewOn }) => [target.name, renewOn === null]);
  expect(renewals.sort()).toEqual([
    ['target 1', true],
    ['target 2', false],
  ]);
});

test('the work ahead grows as lifetimes are cut', async () => {
  const year = { notBefore: inDays(-100), notAfter: inDays(265) };
  const { report } = await audit([[ZPA, { certificates: [year, year] }]]);
  expect(report.workload.leaves).toBe(2);
  expect(report.workload.now).toBeCloseTo(2 * 1.5, 1);
  expect(
    report.workload.atMost.map(({ days, rotations }) => [days, Math.round(rotations * 10) / 10]),
  ).toEqual([
    [200, 5.5],
    [100, 11],
    [47, 23.3],
  ]);
});

test('the most urgent come first: expired, then by date, ignored and dormant ones last', async () => {
  const { report } = await audit([
    [
      { ignore: [ignore({ by: 'id', value: 'target 1 1' })] },
      {
        certificates: [
          { notAfter: inDays(-50) },
          { notAfter: inDays(2000) },
          { notAfter: inDays(10) },
          { notAfter: inDays(-1) },
          { status: 'inactive', notAfter: inDays(-2) },
        ],
      },
    ],
  ]);
  expect(report.certificates.map(({ certificate }) => certificate.id?.slice(-1))).toEqual([
    '4',
    '3',
    '2',
    '1',
    '5',
  ]);
});
