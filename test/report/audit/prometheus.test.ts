import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import { writeLabels } from '../../../src/report/audit/prometheus-text.ts';
import { AUDITED_AT, buildAudit, buildAudited, buildTarget, findingOf, inDays } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { writeReport } from './read-report.ts';

interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What promtool holds against a text; empty where it is content. */
function checkMetrics(text: string): string {
  const { error, status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  });
  if (error !== undefined) {
    throw new Error(
      `promtool cannot be started (${error.message}). Install it: apt-get install prometheus (.ci/run does).`,
    );
  }
  return status === 0 ? `${stdout}${stderr}` : `exit code ${status}: ${stdout}${stderr}`;
}

const LABEL = /^([a-z_]+)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/;
const ESCAPED: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

function parseLabels(text: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const [all = '', name = '', value = ''] = LABEL.exec(rest) ?? [];
    if (all === '') throw new Error(`no label: ${rest}`);
    labels[name] = value.replace(/\\./g, (pair) => ESCAPED[pair] ?? pair);
    rest = rest.slice(all.length);
  }
  return labels;
}

/** The series of a report that is as the format wants it. */
async function readSeries(report: AuditReport): Promise<readonly Series[]> {
  const written = await writeReport('prometheus', report);
  const series: Series[] = [];
  const announced = new Set<string>();
  let current = '';
  for (const line of written.trimEnd().split('\n')) {
    const [, keyword, metric = ''] = /^# (HELP|TYPE) ([a-z_]+) /.exec(line) ?? [];
    if (keyword !== undefined) {
      // Once each, help first, and no metric is taken up again.
      expect(announced.has(`${keyword} ${metric}`)).toBe(false);
      announced.add(`${keyword} ${metric}`);
      current = metric;
      continue;
    }
    const [, name = '', labels = '', value = ''] = /^([a-z_]+)(?:\{(.*)\})? (-?[\d.]+)$/.exec(line) ?? [];
    expect([line, name]).toEqual([line, current]);
    series.push({ name, labels: parseLabels(labels), value: Number(value) });
  }
  const keys = series.map(({ name, labels }) => JSON.stringify([name, Object.entries(labels).sort()]));
  expect(new Set(keys).size).toBe(keys.length);
  return series;
}

async function readMetric(report: AuditReport, name: string): Promise<readonly Omit<Series, 'name'>[]> {
  return (await readSeries(report))
    .filter((one) => one.name === name)
    .map(({ labels, value }) => ({ labels, value }));
}

const IDENTITY = { target: 'production gateway', id: '7', name: 'shop', fingerprint: 'AB:CD' };
const facts = { id: '7', name: 'shop', fingerprint: 'AB:CD' };

describe('the audit', () => {
  test('has its time, its verdict, and whether it saw everything', async () => {
    const report = buildAudit({ isComplete: false, version: '1.2.3' });
    expect(await readSeries(report)).toEqual(
      expect.arrayContaining([
        { name: 'certops_build_info', labels: { version: '1.2.3' }, value: 1 },
        { name: 'certops_audit_timestamp_seconds', labels: {}, value: AUDITED_AT.getTime() / 1000 },
        { name: 'certops_audit_verdict', labels: { verdict: 'ok' }, value: 0 },
        { name: 'certops_audit_verdict', labels: { verdict: 'warn' }, value: 0 },
        { name: 'certops_audit_verdict', labels: { verdict: 'fail' }, value: 1 },
        { name: 'certops_audit_complete', labels: {}, value: 0 },
      ]),
    );
  });

  test('counts findings by target and rule', async () => {
    const audited = buildAudited();
    const findings = [
      findingOf(audited),
      findingOf(audited),
      findingOf(audited, { rule: 'weak-key', verdict: 'warn' }),
      findingOf(audited, { rule: 'empty', target: null, certificate: null }),
    ];
    expect(await readMetric(buildAudit({ findings }), 'certops_findings')).toEqual([
      { labels: { target: 'production gateway', rule: 'critical', verdict: 'fail' }, value: 2 },
      { labels: { target: 'production gateway', rule: 'weak-key', verdict: 'warn' }, value: 1 },
      { labels: { rule: 'empty', verdict: 'fail' }, value: 1 },
    ]);
  });

  test('counts every certificate by target, standing and severity', async () => {
    const certificates = [
      buildAudited(),
      buildAudited(),
      buildAudited({ standing: 'dormant', contribution: null, severity: 'expired' }),
    ];
    const target = 'production gateway';
    expect(await readMetric(buildAudit({ certificates }), 'certops_certificates')).toEqual([
      { labels: { target, standing: 'counted', severity: 'critical' }, value: 2 },
      { labels: { target, standing: 'dormant', severity: 'expired' }, value: 1 },
    ]);
  });
});

describe('a target', () => {
  const target = buildTarget({ name: 'warehouse', scope: 'zone' });
  const labels = { target: 'warehouse', provider: 'cloudflare-gateway', scope: 'zone' };
  const read = { target, state: 'read', trouble: null, count: 4, remarks: [] } as const;

  test.each([
    ['certops_target_up', [{ labels, value: 1 }]],
    ['certops_target_certificates', [{ labels, value: 4 }]],
    [
      'certops_target_credential_not_after_timestamp_seconds',
      [{ labels, value: inDays(3).getTime() / 1000 }],
    ],
  ])('that was read has %s', async (name, series) => {
    const targets = [{ ...read, credentialExpiresOn: inDays(3) }];
    expect(await readMetric(buildAudit({ certificates: [], targets }), name)).toEqual(series);
  });

  test.each([
    ['certops_target_up', [{ labels, value: 0 }]],
    ['certops_target_certificates', []],
    ['certops_target_credential_not_after_timestamp_seconds', []],
  ])('that was denied has %s', async (name, series) => {
    const targets = [{ ...read, state: 'denied' as const, count: null, credentialExpiresOn: null }];
    expect(await readMetric(buildAudit({ certificates: [], targets }), name)).toEqual(series);
  });
});

describe('a certificate', () => {
  const report = buildAudit({
    certificates: [
      buildAudited({
        certificate: { ...facts, inUse: true, status: 'available', subject: 'CN=shop', notAfter: inDays(5) },
      }),
    ],
  });

  test.each([
    ['not_after_timestamp_seconds', {}, inDays(5).getTime() / 1000],
    ['not_before_timestamp_seconds', {}, inDays(-85).getTime() / 1000],
    ['renew_timestamp_seconds', {}, inDays(-25).getTime() / 1000],
    ['severity', { severity: 'critical' }, 1],
    [
      'info',
      {
        provider: 'cloudflare-gateway',
        scope: 'account',
        status: 'available',
        in_use: 'true',
        subject: 'CN=shop',
        owner: 'network team',
      },
      1,
    ],
  ])('has its %s', async (name, more, value) => {
    expect(await readMetric(report, `certops_certificate_${name}`)).toEqual([
      { labels: { ...IDENTITY, ...more }, value },
    ]);
  });

  test('without dates has no series of dates', async () => {
    const undated = buildAudited({
      certificate: { ...facts, notBefore: null, notAfter: null },
      renewOn: null,
    });
    const names = (await readSeries(buildAudit({ certificates: [undated] })))
      .map(({ name }) => name)
      .filter((name) => name.startsWith('certops_certificate_'));
    expect(names).toEqual(['certops_certificate_severity', 'certops_certificate_info']);
  });

  test.each([
    ['does not count', { standing: 'dormant', contribution: null }],
    [
      'is ignored',
      {
        severity: 'ignored',
        contribution: null,
        ignoredBy: { match: { by: 'id', value: '7' }, reason: 'x', until: inDays(3) },
      },
    ],
  ] as const)('that %s has no series of its own, so that no alert needs a filter', async (_what, change) => {
    const certificates = [buildAudited({ certificate: facts, ...change })];
    const series = await readSeries(buildAudit({ certificates }));
    expect(series.filter(({ name }) => name.startsWith('certops_certificate_'))).toEqual([]);
    expect(series.filter(({ name }) => name === 'certops_certificates')).toHaveLength(1);
  });

  test('that cannot be told apart from another is numbered', async () => {
    const nameless = { id: null, name: null, fingerprint: null, notAfter: inDays(5) };
    const certificates = [facts, facts, nameless, nameless].map((certificate) =>
      buildAudited({ certificate }),
    );
    const series = await readMetric(buildAudit({ certificates }), 'certops_certificate_severity');
    const target = 'production gateway';
    expect(series.map(({ labels: { severity: _severity, ...labels } }) => labels)).toEqual([
      IDENTITY,
      { ...IDENTITY, occurrence: '2' },
      { target },
      { target, occurrence: '2' },
    ]);
  });
});

test.each([
  [{ a: 'x' }, '{a="x"}'],
  [{ a: 'back\\slash', b: 'say "hi"' }, '{a="back\\\\slash",b="say \\"hi\\""}'],
  [{ a: 'two\nlines' }, '{a="two\\nlines"}'],
  [{ a: '' }, ''],
])('labels %j are written %s', (labels, written) => {
  expect(writeLabels(labels)).toBe(written);
});

describe('promtool is content', () => {
  test('with an audit of everything', async () => {
    const target = buildTarget({ name: 'zpa', provider: 'zscaler-zpa' });
    const report = buildAudit({
      certificates: [
        buildAudited({ certificate: facts }),
        buildAudited({ certificate: facts }),
        buildAudited({ target, severity: 'expired', certificate: { notAfter: inDays(-3) } }),
        buildAudited({ target, severity: 'ok', contribution: 'ok', renewOn: null }),
      ],
      targets: [
        {
          target,
          state: 'unreadable',
          trouble: { message: 'x', mend: null },
          count: null,
          credentialExpiresOn: inDays(3),
          remarks: [],
        },
      ],
    });
    expect(checkMetrics(await writeReport('prometheus', report))).toBe('');
  });

  test('with an audit of nothing', async () => {
    expect(checkMetrics(await writeReport('prometheus', buildAudit({ certificates: [], targets: [] })))).toBe(
      '',
    );
  });

  test('and would not be with a series twice', async () => {
    const written = await writeReport('prometheus', buildAudit());
    expect(checkMetrics(`${written}${written}`)).toMatch(/^exit code 1/);
  });
});

describe.each(HOSTILE_TEXTS)('hostile text: %s', (_what, text) => {
  test('is a label and no series', async () => {
    const report = buildHostileAudit(text);
    expect(checkMetrics(await writeReport('prometheus', report))).toBe('');
    const verdicts = await readMetric(report, 'certops_audit_verdict');
    expect(verdicts.map(({ value }) => value)).toEqual([0, 0, 1]);
  });
});
