import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { AuditReport, Finding } from '../../../src/operations/audit/audit-report.ts';
import { buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { writeReport } from './read-report.ts';

interface Outcome {
  readonly message: string;
  readonly type: string;
  readonly text?: string;
}
interface Case {
  readonly classname: string;
  readonly name: string;
  readonly failure?: Outcome;
  readonly error?: Outcome;
  readonly skipped?: Outcome;
  readonly 'system-out'?: string;
}
interface Counts {
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
}
interface Suite extends Counts {
  readonly name: string;
  readonly timestamp: string;
  readonly testcase: readonly Case[];
}
interface Suites extends Counts {
  readonly testsuite: readonly Suite[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'text',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

/** The suites of a report that is well-formed XML, and of which every count is right. */
async function readSuites(report: AuditReport): Promise<readonly Suite[]> {
  const written = await writeReport('junit', report);
  expect(XMLValidator.validate(written)).toBe(true);
  const { testsuites }: { readonly testsuites: Suites } = parser.parse(written);
  const suites = testsuites.testsuite ?? [];
  for (const suite of suites) expect(suite).toMatchObject(countCases(suite.testcase));
  expect(testsuites).toMatchObject(countCases(suites.flatMap(({ testcase }) => testcase)));
  return suites;
}

function countCases(cases: readonly Case[]): Counts {
  const count = (key: keyof Case) => String(cases.filter((one) => one[key] !== undefined).length);
  return {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** The case of the one certificate that a report holds. */
async function readCase(report: AuditReport): Promise<Case | undefined> {
  const [suite] = await readSuites(report);
  return suite?.testcase.find(({ name }) => name !== 'target is readable');
}

describe('suites', () => {
  test('there is one a target, with a case for reading it and one for each certificate that counts', async () => {
    const [first, second] = [buildTarget({ name: 'a' }), buildTarget({ name: 'b', provider: 'zscaler-zpa' })];
    const suites = await readSuites(
      buildAudit({
        certificates: [
          buildAudited({ target: second, certificate: { name: 'shop', id: '1' } }),
          buildAudited({ target: first, certificate: { name: 'root', id: '2' } }),
          buildAudited({ target: second, certificate: { name: null, id: '3' } }),
          buildAudited({ target: first, standing: 'dormant', contribution: null }),
          buildAudited({ target: first, standing: 'pending', contribution: null }),
        ],
      }),
    );
    expect(suites).toMatchObject([
      {
        name: 'b',
        timestamp: '2026-11-23T06:00:00',
        testcase: [
          { classname: 'zscaler-zpa.b', name: 'target is readable' },
          { classname: 'zscaler-zpa.b', name: 'shop (1)' },
          { classname: 'zscaler-zpa.b', name: '3' },
        ],
      },
      {
        name: 'a',
        testcase: [
          { classname: 'cloudflare-gateway.a', name: 'target is readable' },
          { classname: 'cloudflare-gateway.a', name: 'root (2)' },
        ],
      },
    ]);
  });

  test('an audit of nothing is an empty report', async () => {
    expect(await readSuites(buildAudit({ certificates: [], targets: [] }))).toEqual([]);
  });
});

describe('a certificate', () => {
  test('that fails is a failure with all that is held against it', async () => {
    const audited = buildAudited({ usedBy: ['app shop'], certificate: { fingerprint: 'AB:CD' } });
    const findings = [
      findingOf(audited, { rule: 'weak-key', verdict: 'warn', message: 'is weak', mend: 'Replace it.' }),
      findingOf(audited, { message: 'expires on 2026-11-28', mend: 'Renew it.' }),
    ];
    const found = await readCase(buildAudit({ certificates: [audited], findings }));
    expect(found?.failure).toMatchObject({ message: 'expires on 2026-11-28', type: 'critical' });
    expect(found?.failure?.text?.split('\n')).toEqual([
      'Warning: weak-key: is weak. Replace it.',
      'Failure: critical: expires on 2026-11-28. Renew it.',
      'Fingerprint: AB:CD',
      'Used by: app shop',
      'Owner: network team',
      'Runbook: https://wiki.example.com/rotate',
      'Console: https://dash.example.com/certificates',
    ]);
  });

  test('that warns passes, and says so in its output', async () => {
    const audited = buildAudited({ severity: 'expiring', contribution: 'warn' });
    const found = await readCase(
      buildAudit({ certificates: [audited], findings: [findingOf(audited, { rule: 'expiring' })] }),
    );
    expect(found).not.toHaveProperty('failure');
    expect(found?.['system-out']).toMatch(/^Warning: expiring: expires soon\. Renew it\.\n/);
  });

  test('that is well passes', async () => {
    const audited = buildAudited({ severity: 'ok', contribution: 'ok', reason: 'expires on 2030-01-01' });
    const found = await readCase(buildAudit({ certificates: [audited] }));
    expect(found).not.toHaveProperty('failure');
    expect(found?.['system-out']).toMatch(/^State: ok: expires on 2030-01-01\n/);
  });

  test('that is ignored is skipped, with the reason', async () => {
    const rule = { match: { by: 'id', value: '1' }, reason: 'office closes', until: inDays(30) } as const;
    const found = await readCase(
      buildAudit({
        certificates: [buildAudited({ severity: 'ignored', contribution: null, ignoredBy: rule })],
      }),
    );
    expect(found?.skipped?.message).toBe('ignored until 2026-12-23T06:00:00Z: office closes');
  });

  test('that does not count is told of where a finding is held against it', async () => {
    const audited = buildAudited({ standing: 'dormant', contribution: null });
    const findings = [findingOf(audited, { rule: 'expired-in-use', verdict: 'fail' })];
    const found = await readCase(buildAudit({ certificates: [audited], findings }));
    expect(found?.failure?.type).toBe('expired-in-use');
  });
});

describe('a target', () => {
  const target = buildTarget({ name: 'warehouse' });
  const unreadable: Finding = {
    rule: 'unreadable',
    verdict: 'fail',
    message: 'was denied',
    mend: 'Mend it.',
    target: 'warehouse',
    certificate: null,
  };

  test('that could not be read is one error', async () => {
    const suites = await readSuites(
      buildAudit({
        certificates: [],
        targets: [
          {
            target,
            state: 'denied',
            trouble: { message: 'HTTP 403.', mend: 'Give the token Read.' },
            count: null,
            credentialExpiresOn: null,
            remarks: [],
          },
        ],
        findings: [unreadable],
      }),
    );
    expect(suites).toMatchObject([
      {
        tests: '1',
        errors: '1',
        failures: '0',
        testcase: [{ error: { message: 'HTTP 403. Give the token Read.', type: 'denied' } }],
      },
    ]);
  });

  test.each([
    ['fail', { failure: { message: 'was denied', type: 'ended-ignore' } }],
    ['warn', { 'system-out': 'Warning: ended-ignore: was denied. Mend it.' }],
  ] as const)('has a case for each finding of its own: %s', async (verdict, outcome) => {
    const findings = [{ ...unreadable, rule: 'ended-ignore' as const, verdict }];
    const audited = buildAudited({ target, severity: 'ok', contribution: 'ok' });
    const [suite] = await readSuites(buildAudit({ certificates: [audited], findings }));
    expect(suite?.testcase[1]).toMatchObject({ name: 'ended-ignore: was denied', ...outcome });
    expect(suite?.testcase).toHaveLength(3);
  });

  test('findings of no target are a suite of their own', async () => {
    const findings = [{ ...unreadable, rule: 'empty' as const, target: null }];
    const suites = await readSuites(buildAudit({ certificates: [], findings }));
    expect(suites).toMatchObject([
      { name: 'audit', failures: '1', testcase: [{ classname: 'audit', failure: { type: 'empty' } }] },
    ]);
  });
});

describe.each(HOSTILE_TEXTS)('hostile text: %s', (_what, text) => {
  test('is text and no markup', async () => {
    const suites = await readSuites(buildHostileAudit(text));
    expect(suites.map(({ testcase }) => testcase.length)).toEqual([1, 5, 1]);
    const known = ['classname', 'name', 'time', 'failure', 'error', 'skipped', 'system-out'];
    for (const one of suites.flatMap(({ testcase }) => testcase)) {
      expect(Object.keys(one).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  test('leaves no character that XML 1.0 cannot hold', async () => {
    const written = await writeReport('junit', buildHostileAudit(text));
    const illegal = [...written].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && character !== '\t' && character !== '\n' && character !== '\r';
      return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
    });
    expect(illegal).toEqual([]);
  });
});

test.each(['a & b', '<b>', 'say "hi"', "it's", ']]>', '&amp;'])(
  '%s is read as it was written',
  async (name) => {
    const found = await readCase(buildAudit({ certificates: [buildAudited({ certificate: { name } })] }));
    expect(found?.name).toBe(name);
  },
);
