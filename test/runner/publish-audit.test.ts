import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { AuditReport } from '../../src/operations/audit/audit-report.ts';
import { createStepFiles, type StepFiles } from '../../src/runner/files.ts';
import { type AuditPublication, publishAudit, type ReportWriter } from '../../src/runner/publish-audit.ts';
import { buildAudit, buildAudited, findingOf, inDays } from '../report/audit/build-audit.ts';
import { buildHostileCertificate } from '../report/hostile-text.ts';
import { createRecordingRunner } from '../support/recording-runner.ts';

const writers: Readonly<Record<string, ReportWriter>> = {
  html: { fileName: 'audit.html', write: () => ['<html>', '</html>'] },
  json: { fileName: 'audit.json', write: ({ verdict }) => [JSON.stringify({ verdict })] },
};
const full = async (): Promise<never> => {
  throw new Error('ENOSPC: no space left on device');
};

/** Publishes an audit into new folders; what it rejects with is in `failure`. */
async function publish(
  report: AuditReport,
  {
    files = {},
    writeSummary,
    ...options
  }: Partial<AuditPublication> & {
    readonly files?: Partial<StepFiles>;
    readonly writeSummary?: () => Promise<void>;
  } = {},
) {
  const temp = await mkdtemp(path.join(tmpdir(), 'publish-'));
  const environment = { RUNNER_TEMP: temp };
  const runner = createRecordingRunner({}, environment);
  if (writeSummary !== undefined) Object.assign(runner, { writeSummary });
  const stepFiles = createStepFiles(environment);
  const failure = await publishAudit(
    report,
    {
      runner,
      files: files.write === undefined ? stepFiles : { directory: null, read: full, write: files.write },
    },
    {
      summary: true,
      formats: ['html', 'json'],
      directory: null,
      loadWriter: async (format) => writers[format] ?? full(),
      ...options,
    },
  ).then(
    () => null,
    (error: Error) => error.message,
  );
  const annotations = runner.events.flatMap((event) =>
    event.kind === 'annotation' ? [event.annotation] : [],
  );
  return { runner, failure, annotations, temp, outputs: runner.outputs };
}

const one = (id: string, days: number, facts: Parameters<typeof buildAudited>[0] = {}) =>
  buildAudited({
    ...facts,
    certificate: {
      id,
      name: `name of ${id}`,
      fingerprint: 'AB:CD',
      status: 'available',
      inUse: true,
      notAfter: inDays(days),
      ...facts.certificate,
    },
  });
const dormant = { standing: 'dormant', contribution: null } as const;
const ignored = {
  severity: 'ignored',
  contribution: null,
  ignoredBy: { match: { by: 'id', value: 'x' }, reason: 'OPS-7', until: inDays(9) },
} as const;

describe('the outputs of an audit', () => {
  test('tell the verdict, the counts and the most urgent certificate that counts', async () => {
    const certificates = [
      one('id-1', 5),
      one('id-2', 20, { severity: 'expiring', contribution: 'warn' }),
      one('id-3', -3, dormant),
    ];
    const { outputs } = await publish(buildAudit({ certificates }));
    expect(outputs).toMatchObject({
      verdict: 'fail',
      count: '3',
      'expiring-count': '2',
      'expired-count': '0',
      id: 'id-1',
      name: 'name of id-1',
      fingerprint: 'AB:CD',
      status: 'available',
      'expires-on': '2026-11-28T06:00:00Z',
      'days-left': '5',
      'in-use': 'true',
      truncated: 'false',
    });
    expect(outputs).not.toHaveProperty('issue-url');
  });

  test('name no certificate where none counts', async () => {
    const { outputs } = await publish(
      buildAudit({ certificates: [one('id-1', -5, ignored), one('id-2', -9, dormant)] }),
    );
    expect(outputs).toMatchObject({ verdict: 'ok', count: '2', 'expired-count': '0' });
    for (const name of ['id', 'name', 'fingerprint', 'expires-on', 'days-left', 'status', 'in-use']) {
      expect(outputs).not.toHaveProperty(name);
    }
  });

  test('hold each certificate with what is made of it', async () => {
    const certificates = [one('id-1', 5, { usedBy: ['app 1'] }), one('id-2', -5, ignored)];
    const { outputs } = await publish(buildAudit({ certificates }));
    const [first, second] = JSON.parse(outputs.certificates ?? '');
    expect(first).toMatchObject({
      target: 'production gateway',
      id: 'id-1',
      severity: 'critical',
      standing: 'counted',
      daysLeft: 5,
      notAfter: '2026-11-28T06:00:00Z',
      renewOn: '2026-10-29T06:00:00Z',
      usedBy: ['app 1'],
      owner: 'network team',
      runbook: 'https://wiki.example.com/rotate',
      ignored: null,
    });
    expect(first).not.toHaveProperty('pem');
    expect(second.ignored).toEqual({ reason: 'OPS-7', until: '2026-12-02T06:00:00Z' });
  });

  test('cut the certificates at 100 KiB; the file has them all', async () => {
    const certificates = Array.from({ length: 3000 }, (_, index) => one(`id-${index}`, 5));
    const { outputs } = await publish(buildAudit({ certificates }));
    expect(outputs.truncated).toBe('true');
    expect(Buffer.byteLength(outputs.certificates ?? '')).toBeLessThanOrEqual(100 * 1024);
    expect(JSON.parse(outputs.certificates ?? '').length).toBeGreaterThan(50);
    const whole = JSON.parse(await readFile(outputs['certificates-path'] ?? '', 'utf8'));
    expect(whole.map(({ id }: { id: string }) => id)).toEqual(
      certificates.map(({ certificate }) => certificate.id),
    );
  });

  test('have an empty list where nothing was found', async () => {
    const { outputs } = await publish(buildAudit({ certificates: [] }));
    expect(outputs).toMatchObject({ certificates: '[]', count: '0', truncated: 'false' });
    expect(JSON.parse(await readFile(outputs['certificates-path'] ?? '', 'utf8'))).toEqual([]);
  });
});

describe('the reports of an audit', () => {
  test('are written, and stay when the files of the step go', async () => {
    const { runner, outputs, failure, temp } = await publish(buildAudit());
    expect(failure).toBeNull();
    const directory = outputs['report-directory'] ?? '';
    expect((await readdir(directory)).sort()).toEqual(['audit.html', 'audit.json']);
    expect(JSON.parse(await readFile(path.join(directory, 'audit.json'), 'utf8'))).toEqual({
      verdict: 'fail',
    });
    expect(path.dirname(directory)).toBe(temp);
    const removed = runner.events.flatMap((event) => (event.kind === 'state' ? [event.value] : []));
    expect(removed).toEqual([path.dirname(outputs['certificates-path'] ?? '')]);
    expect(removed).not.toContain(directory);
    expect(runner.log).toContain(`Report (html): ${path.join(directory, 'audit.html')}`);
    expect(runner.summary).toContain('audit.html</code>');
  });

  test('are none where none is asked for; the summary leads to the certificates', async () => {
    const { runner, outputs } = await publish(buildAudit(), { formats: [] });
    expect(outputs).not.toHaveProperty('report-directory');
    expect(runner.summary).toContain('certificates.json</code>');
  });
});

describe('the page of the run', () => {
  test('has log, outputs and annotations before a file is written, and the summary last', async () => {
    const { runner } = await publish(buildAudit());
    const kinds = runner.events.map(({ kind }) => kind);
    expect(kinds.indexOf('info')).toBe(0);
    expect(kinds.indexOf('output')).toBeLessThan(kinds.indexOf('annotation'));
    expect(kinds.indexOf('annotation')).toBeLessThan(kinds.indexOf('state'));
    expect(kinds.at(-1)).toBe('summary');
  });

  test('has no summary where none is wanted', async () => {
    const { runner, outputs } = await publish(buildAudit(), { summary: false });
    expect(runner.summary).toBe('');
    expect(outputs).toHaveProperty('report-directory');
  });

  test('leads to the issue, and tells what went wrong beside the audit', async () => {
    const { runner, outputs, annotations } = await publish(buildAudit({ findings: [] }), {
      issue: { url: 'https://github.example.com/o/r/issues/7', action: 'closed' },
      warnings: ['The issue has no label.'],
    });
    expect(outputs['issue-url']).toBe('https://github.example.com/o/r/issues/7');
    expect(runner.summary).toContain('[Issue 7](https://github.example.com/o/r/issues/7): closed.');
    expect(runner.summary).toContain('The issue has no label.');
    expect(annotations).toEqual([
      { level: 'warning', title: 'CertOps: audit', message: 'The issue has no label.' },
    ]);
  });

  test('never fails the step itself', async () => {
    const { runner } = await publish(buildAudit());
    expect(runner.failure).toBeNull();
  });
});

describe('what cannot be written keeps nothing else from being shown', () => {
  const shown = ({ runner, outputs, annotations }: Awaited<ReturnType<typeof publish>>) => ({
    log: runner.log.includes('Verdict: fail'),
    verdict: outputs.verdict,
    annotations: annotations.length,
  });
  const whole = { log: true, verdict: 'fail', annotations: 1 };

  test('a report: the others are written, and the summary says which is missing', async () => {
    const broken = await publish(buildAudit(), {
      formats: ['html', 'sarif', 'json'],
      loadWriter: async (format) =>
        format === 'sarif'
          ? {
              fileName: 'audit.sarif',
              write: () => {
                throw new Error('cannot be told');
              },
            }
          : (writers[format] ?? full()),
    });
    expect(shown(broken)).toEqual(whole);
    expect(broken.failure).toMatch(/^report-formats: sarif could not be made \(cannot be told\)/);
    expect((await readdir(broken.outputs['report-directory'] ?? '')).sort()).toEqual([
      'audit.html',
      'audit.json',
    ]);
    expect(broken.runner.summary).toContain('sarif could not be made');
  });

  test('a folder that cannot be made: the reason is told once', async () => {
    const broken = await publish(buildAudit(), { directory: '/dev/null/reports' });
    expect(shown(broken)).toEqual(whole);
    expect(broken.failure).toMatch(
      /^report-directory: the folder "\/dev\/null\/reports" could not be made .*$/,
    );
    expect(broken.outputs).not.toHaveProperty('report-directory');
  });

  test('a writer that cannot be loaded', async () => {
    const broken = await publish(buildAudit(), { formats: ['html', 'csv'] });
    expect(shown(broken)).toEqual(whole);
    expect(broken.failure).toContain('ENOSPC');
    expect(await readdir(broken.outputs['report-directory'] ?? '')).toEqual(['audit.html']);
  });

  test('the file of certificates', async () => {
    const broken = await publish(buildAudit(), { files: { write: full } });
    expect(shown(broken)).toEqual(whole);
    expect(broken.failure).toContain('ENOSPC');
    expect(broken.outputs).not.toHaveProperty('certificates-path');
    expect(broken.runner.summary).toContain('audit.html</code>');
  });

  test('all of it: each failure is told', async () => {
    const broken = await publish(buildAudit(), {
      files: { write: full },
      writeSummary: async () => {
        throw new Error('no summary');
      },
      loadWriter: async () => {
        throw new Error('no writer');
      },
    });
    expect(shown(broken)).toEqual(whole);
    expect(broken.failure?.split('\n')).toEqual([
      'ENOSPC: no space left on device',
      'report-formats: html could not be made (no writer).',
      'report-formats: json could not be made (no writer).',
      'no summary',
    ]);
  });
});

test('a hostile certificate reaches the outputs as JSON and no more', async () => {
  const audited = buildAudited({ certificate: buildHostileCertificate({ notAfter: inDays(5), pem: null }) });
  const { outputs, annotations } = await publish(
    buildAudit({ certificates: [audited], findings: [findingOf(audited)] }),
  );
  expect(JSON.parse(outputs.certificates ?? '')[0].name).toBe(audited.certificate.name);
  expect(outputs.certificates).not.toContain('\n');
  expect(annotations[0]?.message).not.toContain('\n');
});
