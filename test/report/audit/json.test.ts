import { describe, expect, test } from '@jest/globals';
import { providers, views } from '../../../src/interface/words.ts';
import { type AuditReport, findingRules } from '../../../src/operations/audit/audit-report.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { compileSchema, readJsonFile, writeReport } from './read-report.ts';

interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

const schema = readJsonFile('docs/audit-report.schema.json') as SchemaNode;
const validate = compileSchema(schema, '2020-12');

/** The report, parsed, after it was found to be as the schema says. */
// biome-ignore lint/suspicious/noExplicitAny: the schema says what it is.
async function readReport(report: AuditReport): Promise<any> {
  const document = JSON.parse(await writeReport('json', report));
  expect(validate(document)).toEqual([]);
  return document;
}

describe('the document', () => {
  test('says of the audit what the report holds', async () => {
    const document = await readReport(buildAudit({ version: '1.2.3', failJob: false, isComplete: false }));
    expect(document).toMatchObject({
      schemaVersion: 1,
      at: '2026-11-23T06:00:00Z',
      tool: { name: 'CertOps', version: '1.2.3' },
      verdict: 'fail',
      failJob: false,
      complete: false,
      counts: { count: 1, judged: 1, critical: 1, ignored: 0 },
      workload: { leaves: 1, atMost: [{ days: 200 }, { days: 100 }, { days: 47 }] },
      run: { repository: 'example/infrastructure', workflow: 'Expiry audit' },
    });
  });

  test('is valid without a run, a target or a certificate', async () => {
    const document = await readReport(buildAudit({ certificates: [], targets: [], run: null }));
    expect(document).toMatchObject({ verdict: 'ok', run: null, targets: [], certificates: [], findings: [] });
  });

  test('holds every field of a certificate but its PEM and the rest of the vendor', async () => {
    const audited = buildAudited({
      certificate: {
        id: '216196257331372705',
        name: 'shop.example.com',
        fingerprint: 'AB:CD',
        pem: '-----BEGIN CERTIFICATE-----',
        vendor: { private: 'field' },
        sans: ['shop.example.com'],
        notAfter: inDays(5),
        createdAt: new Date('2026-01-02T03:04:05.678Z'),
      },
      key: {
        kind: 'rsa',
        bits: 1024,
        publicKeySha256: 'ab',
        signatureAlgorithm: 'sha1WithRSAEncryption',
        isCa: false,
        isSelfIssued: true,
      },
      usedBy: ['app segment shop'],
    });
    const { certificates } = await readReport(buildAudit({ certificates: [audited] }));
    expect(certificates).toEqual([
      {
        target: 'production gateway',
        provider: 'cloudflare-gateway',
        scope: 'account',
        id: '216196257331372705',
        name: 'shop.example.com',
        status: null,
        fingerprint: 'AB:CD',
        subject: null,
        issuer: null,
        serialNumber: null,
        sans: ['shop.example.com'],
        notBefore: '2026-08-30T06:00:00Z',
        notAfter: '2026-11-28T06:00:00Z',
        createdAt: '2026-01-02T03:04:05.678Z',
        updatedAt: null,
        inUse: null,
        type: null,
        contradictions: [],
        standing: 'counted',
        severity: 'critical',
        verdict: 'fail',
        daysLeft: 5,
        reason: 'expires soon',
        renewOn: '2026-10-29T06:00:00Z',
        rules: ['critical'],
        key: {
          kind: 'rsa',
          bits: 1024,
          publicKeySha256: 'ab',
          signatureAlgorithm: 'sha1WithRSAEncryption',
          isCa: false,
          isSelfIssued: true,
        },
        usedBy: ['app segment shop'],
        ignored: null,
        consoleUrl: 'https://dash.example.com/certificates',
      },
    ]);
  });

  test("tells a target's policy as its inputs write it, and how it was read", async () => {
    const target = buildTarget({
      failWithin: { milliseconds: 7 * 86_400_000, percent: 10 },
      warnWithin: { milliseconds: null, percent: 33 },
      onlyInUse: true,
    });
    const { targets } = await readReport(
      buildAudit({
        certificates: [],
        targets: [
          {
            target,
            state: 'denied',
            trouble: { message: 'HTTP 403', mend: 'Give the token Read.' },
            count: null,
            credentialExpiresOn: inDays(3),
            remarks: ['Seen.'],
          },
        ],
      }),
    );
    expect(targets).toEqual([
      {
        name: 'production gateway',
        provider: 'cloudflare-gateway',
        scope: '0'.repeat(32),
        microtenantId: null,
        view: 'all',
        state: 'denied',
        trouble: { message: 'HTTP 403', mend: 'Give the token Read.' },
        count: null,
        credentialExpiresOn: '2026-11-26T06:00:00Z',
        failWithin: '7d 10%',
        warnWithin: '33%',
        statuses: [],
        types: [],
        onlyInUse: true,
        owner: 'network team',
        runbook: 'https://wiki.example.com/rotate',
        remarks: ['Seen.'],
      },
    ]);
  });

  test('says which certificate a finding is of', async () => {
    const first = buildAudited({ certificate: { id: '1' } });
    const second = buildAudited({ certificate: { id: '2', name: 'b', fingerprint: 'AB' } });
    const { findings } = await readReport(
      buildAudit({
        certificates: [first, second],
        findings: [
          findingOf(second, { rule: 'weak-key', message: 'has a weak key', mend: 'Replace it.' }),
          {
            rule: 'empty',
            verdict: 'warn',
            message: 'is empty',
            mend: 'Look.',
            target: null,
            certificate: null,
          },
        ],
      }),
    );
    expect(findings).toEqual([
      {
        rule: 'weak-key',
        verdict: 'fail',
        message: 'has a weak key',
        mend: 'Replace it.',
        target: 'production gateway',
        certificate: { index: 1, id: '2', name: 'b', fingerprint: 'AB' },
      },
      { rule: 'empty', verdict: 'warn', message: 'is empty', mend: 'Look.', target: null, certificate: null },
    ]);
  });

  test.each([
    { dates: 'ok', findings: [], verdict: 'ok' },
    { dates: 'ok', findings: ['warn'], verdict: 'warn' },
    { dates: 'warn', findings: ['warn', 'fail'], verdict: 'fail' },
    { dates: null, findings: [], verdict: null },
    { dates: null, findings: ['warn'], verdict: 'warn' },
  ] as const)('a certificate of dates $dates and findings $findings is $verdict', async (one) => {
    const audited = buildAudited({ contribution: one.dates });
    const { certificates } = await readReport(
      buildAudit({
        certificates: [audited],
        findings: one.findings.map((verdict) => findingOf(audited, { rule: 'weak-key', verdict })),
      }),
    );
    expect(certificates[0].verdict).toBe(one.verdict);
  });

  test('tells why a certificate is ignored, and until when', async () => {
    const ignoredBy = {
      match: { by: 'id', value: '1' },
      reason: 'leaves with the old office',
      until: inDays(30),
    } as const;
    const { certificates } = await readReport(
      buildAudit({ certificates: [buildAudited({ severity: 'ignored', contribution: null, ignoredBy })] }),
    );
    expect(certificates[0].ignored).toEqual({
      reason: 'leaves with the old office',
      until: '2026-12-23T06:00:00Z',
    });
  });

  test('holds one certificate a line', async () => {
    const certificates = ['1', '2', '3'].map((id) => buildAudited({ certificate: { id } }));
    const lines = (await writeReport('json', buildAudit({ certificates }))).split('\n');
    const ids = lines
      .filter((line) => line.startsWith('{"target":'))
      .map((line) => JSON.parse(line.replace(/,$/, '')).id);
    expect(ids).toEqual(['1', '2', '3']);
  });

  test.each(HOSTILE_TEXTS)('is valid, and keeps the text as it came: %s', async (_what, text) => {
    // A console's address is the action's own, and always an address.
    const report = buildHostileAudit(text);
    const certificates = report.certificates.map((one) => ({ ...one, consoleUrl: null }));
    const document = await readReport({ ...report, certificates });
    expect(document.targets[0].owner).toBe(text);
    expect(document.certificates[0].name).toBe(text);
  });
});

describe('the schema', () => {
  test('knows the words of the action, all of them and no others', () => {
    const words = (name: string) => schema.$defs?.[name]?.enum;
    expect(words('rule')).toEqual(findingRules);
    expect(words('provider')).toEqual(providers);
    expect(schema.$defs?.target?.properties?.view?.enum).toEqual(views);
  });

  test('leaves no object open, and no property optional', () => {
    const loose: string[] = [];
    const visit = (node: SchemaNode, path: string): void => {
      if (node.properties !== undefined) {
        if (node.additionalProperties !== false) loose.push(`${path} is open`);
        const names = Object.keys(node.properties);
        if (String(node.required) !== String(names)) loose.push(`${path} has optional properties`);
      }
      for (const [key, child] of Object.entries({ ...node.properties, ...node.$defs })) {
        visit(child, `${path}/${key}`);
      }
      if (node.items !== undefined) visit(node.items, `${path}[]`);
    };
    visit(schema, '');
    expect(loose).toEqual([]);
  });

  test.each([
    ['a field that it does not know', { pem: 'x' }],
    ['a date that is none', { notAfter: 'tomorrow' }],
    ['a severity that it does not know', { severity: 'bad' }],
  ])('refuses %s', async (_what, change) => {
    const document = await readReport(buildAudit());
    document.certificates[0] = { ...document.certificates[0], ...change };
    expect(validate(document)).toHaveLength(1);
  });
});
