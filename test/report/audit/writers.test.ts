import { describe, expect, test } from '@jest/globals';
import { type ReportFormat, reportFormats } from '../../../src/interface/words.ts';
import { loadWriter } from '../../../src/report/audit/writers.ts';
import { findControls } from '../hostile-text.ts';
import { buildAudit, buildAudited, buildTarget } from './build-audit.ts';
import { buildHostileAudit, HOSTILE_TEXTS } from './hostile-audit.ts';
import { writeReport } from './read-report.ts';

/** Those that machines read; the one for people has tests of its own. */
const machineFormats = reportFormats.filter((format) => format !== 'html');

describe('files', () => {
  test.each([
    ['html', 'certops-audit.html'],
    ['json', 'certops-audit.json'],
    ['csv', 'certops-audit.csv'],
    ['sarif', 'certops-audit.sarif'],
    ['junit', 'certops-audit.junit.xml'],
    ['prometheus', 'certops-audit.prom'],
    ['icalendar', 'certops-audit.ics'],
  ] as const)('%s is %s', async (format, fileName) => {
    expect((await loadWriter(format)).fileName).toBe(fileName);
  });

  test.each(machineFormats)('%s ends with a line break', async (format) => {
    expect(await writeReport(format, buildAudit())).toMatch(/\n$/);
  });
});

describe('pieces', () => {
  const certificates = Array.from({ length: 3000 }, (_, index) =>
    buildAudited({ certificate: { id: String(index), name: `client-${index}.example.com` } }),
  );

  test.each(machineFormats)('%s comes in pieces, none of them large', async (format) => {
    const pieces = [...(await loadWriter(format)).write(buildAudit({ certificates }))];
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(256 * 1024);
  });

  test.each(machineFormats)('%s makes a piece when it is asked for, not before', async (format) => {
    let reads = 0;
    const watched = certificates.map((one) => ({
      ...one,
      get consoleUrl() {
        reads += 1;
        return null;
      },
      get renewOn() {
        reads += 1;
        return null;
      },
    }));
    const report = buildAudit({ certificates: watched });
    reads = 0;
    const pieces = (await loadWriter(format)).write(report)[Symbol.iterator]();
    expect(reads).toBe(0);
    pieces.next();
    const readForTheFirst = reads;
    while (pieces.next().done !== true);
    expect(readForTheFirst).toBeLessThan(reads);
  });
});

describe('a credential is in no report', () => {
  const SECRET = 'v1.0-SECRET-0123456789abcdef';
  const PEM = '-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----';
  const withCredential = (secret: string) =>
    buildTarget({
      credentials: { scheme: 'cloudflare-token', token: secret, from: 'inputs' },
      apiUrl: new URL(`https://user:${secret}@api.example.com/`),
    });
  const withKey = buildTarget({
    name: 'zpa',
    provider: 'zscaler-zpa',
    credentials: {
      scheme: 'zscaler-key',
      clientId: `client-${SECRET}`,
      privateKey: PEM,
      signIn: { kind: 'oneapi', vanityDomain: 'acme', cloud: 'PRODUCTION' },
      from: 'inputs',
    },
  });

  test.each(reportFormats)('%s', async (format: ReportFormat) => {
    const target = withCredential(SECRET);
    const rule = { match: { by: 'id', value: '1' }, reason: 'x', until: new Date() } as const;
    const report = buildAudit({
      certificates: [
        buildAudited({ target, certificate: { id: '1', pem: PEM, vendor: { secret: SECRET } } }),
        buildAudited({ target: withKey, standing: 'dormant', contribution: null }),
        buildAudited({ target, severity: 'ignored', contribution: null, ignoredBy: rule }),
      ],
    });
    expect(await writeReport(format, report)).not.toMatch(/SECRET|BEGIN PRIVATE|v1\.0/);
  });
});

describe.each(HOSTILE_TEXTS)('hostile text: %s', (_what, text) => {
  test.each(machineFormats)('%s shows no character that hides', async (format) => {
    const written = await writeReport(format, buildHostileAudit(text));
    expect(findControls(written.replaceAll('\r\n', '\n'))).toBeNull();
  });

  test.each(machineFormats)('%s is Unicode that can be encoded', async (format) => {
    expect((await writeReport(format, buildHostileAudit(text))).isWellFormed()).toBe(true);
  });

  // Who prints a report to the log of a job must not run what stands in it.
  test.each(machineFormats)('%s has no line that the runner takes for a command', async (format) => {
    const lines = (await writeReport(format, buildHostileAudit(text))).split(/\r\n|\r|\n/);
    expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });
});
