import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { readActionFile, runStep } from '../../../scripts/support/step-runner.ts';
import { reportFormats } from '../../../src/interface/words.ts';
import {
  buildDer,
  caExtension,
  generalizedTime,
  name,
  sanExtension,
  toPem,
  utcTime,
} from '../../certificate/der.ts';
import { startReader } from '../../report/audit/html/browser.ts';
import { parseCsv } from '../../report/audit/parse-csv.ts';
import { compileSchema, readJsonFile } from '../../report/audit/read-report.ts';
import { findTrouble } from './channels.ts';
import { sendJson, startVendor } from './vendor.ts';

/*
 * Certificates that are hard to read, through a whole audit: those built here, and those of the corpus that
 * CERTOPS_CORPORA names, or that is beside the repository.
 */
const TOKEN = 'cfut_TokenOfTheAuditOfTrickyCertificates01';
const folder = process.env.CERTOPS_CORPORA ?? path.join(import.meta.dirname, '../../../../shared/corpora');
const file = path.join(folder, 'tricky-certificates.jsonl.gz');

interface Tricky {
  readonly id: string;
  readonly der: string;
  readonly sha256?: string;
}

const built: readonly Tricky[] = [
  buildDer({ notAfter: generalizedTime('99991231235959Z') }),
  buildDer({ notAfter: generalizedTime('00010101000000Z') }),
  buildDer({ notAfter: utcTime('19020701025736Z'), serial: [0x80] }),
  buildDer({ subject: name([]), issuer: name([]), extensions: [caExtension] }),
  buildDer({
    subject: name([['CN', '\u0000\u0007\u202e']]),
    extensions: [sanExtension(Buffer.from([0x82, 5, 0x61]))],
  }),
  Buffer.from('3003020101', 'hex'),
].map((der, index) => ({ id: `built-${index}`, der: der.toString('base64') }));
const corpus: readonly Tricky[] = existsSync(file)
  ? gunzipSync(readFileSync(file))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line): Tricky => JSON.parse(line))
  : [];

test('tricky certificates go through an audit, each into every report, with its own fingerprint', async () => {
  const tricky = [...built, ...corpus];
  const result = tricky.map(({ der }, index) => ({
    id: `tricky-${index}`,
    status: 'active',
    certificate: toPem(Buffer.from(der, 'base64')),
  }));
  const vendor = await startVendor((_request, response) =>
    sendJson(response, { success: true, errors: [], messages: [], result, result_info: { total_pages: 1 } }),
  );
  const step = await runStep(
    {
      with: {
        operation: 'audit',
        provider: 'cloudflare-client',
        'zone-id': '0123456789abcdef0123456789abcdef',
        'api-token': TOKEN,
        'api-url': vendor.url,
        'report-formats': reportFormats.join(),
      },
    },
    await readActionFile(),
  );
  await vendor.close();
  expect(await findTrouble(step, [TOKEN])).toEqual([]);
  expect(step).toMatchObject({ exitCode: 1, outputs: { count: String(tricky.length) } });

  const directory = step.outputs['report-directory'] ?? '';
  const reports = new Map<string, string>();
  for (const one of await readdir(directory)) {
    reports.set(one.slice('certops-audit.'.length), await readFile(path.join(directory, one), 'utf8'));
  }
  const read = (extension: string) => reports.get(extension) ?? '';
  const json = JSON.parse(read('json'));
  expect(compileSchema(readJsonFile('docs/audit-report.schema.json'), '2020-12')(json)).toEqual([]);
  const fingerprints = new Map<string, string>(
    json.certificates.map((one: { id: string; fingerprint: string }) => [one.id, one.fingerprint]),
  );
  const wrong = tricky.filter(
    ({ sha256 }, index) =>
      sha256 !== undefined &&
      fingerprints.get(`tricky-${index}`)?.replaceAll(':', '').toLowerCase() !== sha256,
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
  const official = readJsonFile('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const sarif = compileSchema({ ...official, $schema: undefined, id: undefined }, '7');
  expect(sarif(JSON.parse(read('sarif')))).toEqual([]);
  const [header = [], ...rows] = parseCsv(read('csv').slice(1));
  const idColumn = header.indexOf('id');
  const inCsv = new Set(rows.map((fields) => fields[idColumn]));
  expect(tricky.flatMap((_, index) => (inCsv.has(`tricky-${index}`) ? [] : [index]))).toEqual([]);
  expect(XMLValidator.validate(read('junit.xml'))).toBe(true);
  expect(() => ICAL.parse(read('ics'))).not.toThrow();
  expect(read('prom')).toContain('certops_audit_verdict');

  const reader = await startReader();
  const { page, findTrouble: findPageTrouble } = await reader.openFile(
    path.join(directory, 'certops-audit.html'),
  );
  expect(await page.locator('#table tbody tr').count()).toBeGreaterThan(0);
  expect(await findPageTrouble()).toEqual([]);
  await reader.close();
  await rm(path.dirname(step.runnerTemp), { recursive: true });
});
