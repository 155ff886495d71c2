import { describe, expect, test } from '@jest/globals';
import { type AuditReport, type Finding, findingRules } from '../../../src/operations/audit/audit-report.ts';
import { RULE_FACTS } from '../../../src/report/audit/sarif-rules.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { compileSchema, readJsonFile, writeReport } from './read-report.ts';

const official = readJsonFile('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// It says that it is of draft 4, where the id alone is written otherwise than in draft 7.
const validate = compileSchema({ ...official, $schema: undefined, id: undefined }, '7');

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: object;
    };
    readonly logicalLocations?: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: unknown;
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string };
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly semanticVersion: string;
      readonly rules: readonly Rule[];
    };
  };
  readonly results: readonly Result[];
  readonly automationDetails?: unknown;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
}

/** The one run of a report that is valid SARIF. */
async function readRun(report: AuditReport): Promise<Run> {
  const document = JSON.parse(await writeReport('sarif', report));
  expect(validate(document)).toEqual([]);
  expect(document.version).toBe('2.1.0');
  expect(document.runs).toHaveLength(1);
  return document.runs[0];
}

async function readFingerprints(findings: readonly Finding[]): Promise<readonly string[]> {
  const { results } = await readRun(buildAudit({ findings }));
  return results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
}

test.each([
  ['without a message', { message: undefined }],
  ['of an unknown level', { level: 'bad' }],
  [
    'at a place that is no address',
    { locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] },
  ],
])('the official schema refuses a result %s', async (_what, change) => {
  const document = JSON.parse(await writeReport('sarif', buildAudit()));
  document.runs[0].results[0] = { ...document.runs[0].results[0], ...change };
  expect(validate(document)).not.toEqual([]);
});

describe('results', () => {
  test('a finding of a certificate says what, where, who and how to mend it', async () => {
    const audited = buildAudited({
      certificate: { id: '7', name: 'shop.example.com' },
      target: buildTarget({ name: 'production gateway' }),
    });
    const finding = findingOf(audited, { message: 'expires on 2026-11-28', mend: 'Renew it' });
    const { results } = await readRun(buildAudit({ certificates: [audited], findings: [finding] }));
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      ruleId: 'critical',
      level: 'error',
      message: {
        text: 'Certificate shop.example.com (7) of target production gateway: expires on 2026-11-28. Renew it. Owner: network team. Runbook: https://wiki.example.com/rotate Console: https://dash.example.com/certificates',
      },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'certops/production%20gateway' } },
          logicalLocations: [
            { name: 'shop.example.com', fullyQualifiedName: 'production gateway/shop.example.com (7)' },
          ],
        },
      ],
      properties: { provider: 'cloudflare-gateway', id: '7', notAfter: '2026-11-28T06:00:00Z' },
    });
  });

  test.each([
    ['fail', 'error'],
    ['warn', 'warning'],
  ] as const)('%s is shown as %s', async (verdict, level) => {
    const { results } = await readRun(buildAudit({ findings: [findingOf(buildAudited(), { verdict })] }));
    expect(results[0]?.level).toBe(level);
  });

  test.each([
    { target: 'warehouse', uri: 'certops/warehouse', subject: 'Target warehouse: ' },
    { target: null, uri: 'certops', subject: 'The audit: ' },
  ])('a finding of no certificate is at $uri', async ({ target, uri, subject }) => {
    const finding: Finding = {
      rule: 'unreadable',
      verdict: 'fail',
      message: 'was denied',
      mend: 'Mend it.',
      target,
      certificate: null,
    };
    const { results } = await readRun(buildAudit({ findings: [finding] }));
    expect(results[0]?.message.text).toBe(`${subject}was denied. Mend it.`);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('an ignored certificate has none, since code scanning heeds no suppressions', async () => {
    const ignoredBy = { match: { by: 'id', value: '1' }, reason: 'x', until: inDays(3) } as const;
    const { results } = await readRun(
      buildAudit({ certificates: [buildAudited({ severity: 'ignored', contribution: null, ignoredBy })] }),
    );
    expect(results).toEqual([]);
  });

  test('the 5,000 most urgent are written, and it is said that there are more', async () => {
    const findings = Array.from({ length: 5001 }, (_, index) =>
      findingOf(buildAudited({ certificate: { id: String(index) } })),
    );
    const run = await readRun(buildAudit({ certificates: [], findings }));
    expect(run.results).toHaveLength(5000);
    expect(run.results.at(-1)?.message.text).toContain('4999');
    expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain(
      '5000 most urgent of 5001',
    );
    const whole = await readRun(buildAudit({ certificates: [], findings: findings.slice(1) }));
    expect(whole.invocations[0]?.toolExecutionNotifications).toEqual([]);
  });

  test('an audit that could not read everything says so', async () => {
    const run = await readRun(buildAudit({ isComplete: false, counts: { unreadable: 1, targets: 3 } }));
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { message: { text: expect.stringContaining('1 of 3 targets could not be read') } },
      ],
    });
  });

  test('leaves the category to the upload, which would not change one that is there', async () => {
    expect(await readRun(buildAudit())).not.toHaveProperty('automationDetails');
  });
});

describe('an alert follows one certificate of one rule', () => {
  const certificate = { id: '7', fingerprint: 'AB:CD', name: 'shop', notAfter: inDays(5) };
  const today = findingOf(buildAudited({ certificate }), { message: 'expires in 5 days' });

  test.each<[what: string, tomorrow: Finding]>([
    ['another day', findingOf(buildAudited({ certificate, daysLeft: 4 }), { message: 'expires in 4 days' })],
    [
      'another name and status',
      findingOf(buildAudited({ certificate: { ...certificate, name: 'x', status: 'y' } })),
    ],
    [
      'another id of the same certificate',
      findingOf(buildAudited({ certificate: { ...certificate, id: '8' } })),
    ],
    ['another verdict', { ...today, verdict: 'warn', mend: 'Look.' }],
    ['another owner', findingOf(buildAudited({ certificate, target: buildTarget({ owner: 'x' }) }))],
  ])('through %s', async (_what, tomorrow) => {
    const [before] = await readFingerprints([today]);
    const [after] = await readFingerprints([tomorrow]);
    expect(after).toBe(before);
  });

  test.each<[what: string, other: Finding]>([
    ['another rule', { ...today, rule: 'expired' }],
    ['another certificate', findingOf(buildAudited({ certificate: { ...certificate, fingerprint: 'EF' } }))],
    ['another scope', findingOf(buildAudited({ certificate: { ...certificate, scope: 'other' } }))],
    ['another provider', findingOf(buildAudited({ certificate: { ...certificate, provider: 'other' } }))],
    ['another target', findingOf(buildAudited({ certificate, target: buildTarget({ name: 'x' }) }))],
    ['no certificate', { ...today, certificate: null }],
  ])('and not %s', async (_what, other) => {
    const [before] = await readFingerprints([today]);
    const [after] = await readFingerprints([other]);
    expect(after).not.toBe(before);
  });

  test('by its id where it has no fingerprint, by its names where it has neither', async () => {
    const facts = [
      { id: '1', fingerprint: null, name: 'a' },
      { id: '2', fingerprint: null, name: 'a' },
      { id: null, fingerprint: null, name: 'a' },
      { id: null, fingerprint: null, name: 'b' },
    ];
    const marks = await readFingerprints(facts.map((one) => findingOf(buildAudited({ certificate: one }))));
    expect(new Set(marks).size).toBe(4);
  });

  test('and a second copy of it has its own', async () => {
    const copy = findingOf(buildAudited({ certificate: { ...certificate, id: '8' } }));
    const [first, second] = await readFingerprints([today, copy]);
    expect(second).not.toBe(first);
    expect(second?.split(':')[0]).toBe(first?.split(':')[0]);
  });
});

describe('rules', () => {
  test('are all told, whatever was found, and results point at theirs', async () => {
    const findings = findingRules.map((rule) => findingOf(buildAudited(), { rule }));
    const { tool, results } = await readRun(buildAudit({ findings }));
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(findingRules);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect((await readRun(buildAudit({ certificates: [] }))).tool.driver.rules).toEqual(tool.driver.rules);
  });

  test('keep to what code scanning shows', async () => {
    const { rules } = (await readRun(buildAudit())).tool.driver;
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { name, shortDescription, fullDescription, help, properties } of rules) {
      expect(name).toMatch(/^[A-Z][A-Za-z]{2,254}$/);
      expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(help.markdown).toContain('**What to do:**');
      expect(properties.tags).toContain('security');
      expect(properties.tags.length).toBeLessThanOrEqual(10);
      expect(properties['security-severity']).toMatch(/^(?:[1-9]\.\d|10\.0)$/);
    }
  });

  test('what already hurts is graver than what will', () => {
    const severity = (rule: Finding['rule']) => RULE_FACTS[rule].securitySeverity;
    expect(severity('expired-in-use')).toBeGreaterThan(9);
    expect(severity('expired')).toBeGreaterThan(severity('critical'));
    expect(severity('critical')).toBeGreaterThan(severity('expiring'));
  });
});

describe.each(HOSTILE_TEXTS)('hostile text: %s', (_what, text) => {
  test('is valid, and every location is a relative path below certops', async () => {
    const { results } = await readRun(buildHostileAudit(text));
    expect(results).toHaveLength(4);
    for (const { locations, message } of results) {
      const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
      const { pathname } = new URL(uri, 'file:///repository/');
      expect(pathname).toMatch(/^\/repository\/certops(?:\/[^/]+)?$/);
      expect(message.text).not.toMatch(/\]\(|\{\d/);
      expect(message.text).not.toBe('');
    }
  });
});
