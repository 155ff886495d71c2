import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import {
  type ActionFile,
  readActionFile,
  runStep,
  type StepResult,
} from '../../../scripts/support/step-runner.ts';
import { reportFormats } from '../../../src/interface/words.ts';
import { type Reader, startReader } from '../../report/audit/html/browser.ts';
import { parseCsv } from '../../report/audit/parse-csv.ts';
import { compileSchema, readJsonFile } from '../../report/audit/read-report.ts';
import { findControls } from '../../report/hostile-text.ts';
import { startGitHub } from '../../support/github/server.ts';
import { TOKEN as GITHUB_TOKEN } from '../../support/github/world.ts';
import { forEachOf } from '../support/fault-cells.ts';
import { findLiveMarkdown, findTrouble } from './channels.ts';
import { PAYLOADS } from './payloads.ts';
import {
  buildRow,
  type HostileVendor,
  readPath,
  type Speech,
  sendJson,
  startVendor,
  TOKEN_ANSWER,
} from './vendor.ts';

const AT_ONCE = 2;
const TOKEN = 'cfut_TokenThatTheHostileVendorMayNotShow01';
const SECRET = 'SecretThatTheHostileVendorMayNotShow0001';
const MASKS = [TOKEN, SECRET, GITHUB_TOKEN, TOKEN_ANSWER.access_token];
const HEX = '0123456789abcdef0123456789abcdef';

const rows = PAYLOADS.map(buildRow);

/** Every answer is good, but for its texts. */
const speakTexts: Speech = (request, response) => {
  const { isSignIn, isZpa, isZpaOne, isCloudflareList } = readPath(request);
  if (isSignIn) return sendJson(response, TOKEN_ANSWER);
  if (isZpa) return sendJson(response, isZpaOne ? rows[0] : { totalPages: '1', totalCount: '1', list: rows });
  const result = isCloudflareList
    ? rows
    : { ...rows[0], ...rows[3], settings: { certificate: { id: PAYLOADS[0] } } };
  const messages = PAYLOADS.map((message) => ({ code: 1, message }));
  sendJson(response, { success: true, errors: [], messages, result, result_info: { total_pages: 1 } });
};

/** Every answer is a refusal whose texts are a payload, another one with each call. */
function speakRefusals(): Speech {
  let index = 0;
  return (request, response) => {
    const { isSignIn, isZpa } = readPath(request);
    const text = PAYLOADS[index++ % PAYLOADS.length] ?? '';
    if (isSignIn && index < 3) return sendJson(response, TOKEN_ANSWER);
    const chain = PAYLOADS.map((message) => ({ code: 2, message }));
    const cloudflare = {
      success: false,
      errors: [
        { code: 1, message: text, documentation_url: text, source: { pointer: text }, error_chain: chain },
        { code: 2, message: `${text}${PAYLOADS.join(' ').slice(0, 5000)}` },
      ],
      messages: chain,
    };
    const zpa = {
      id: text,
      reason: text,
      params: PAYLOADS,
      exception: text,
      error: text,
      error_description: text,
    };
    const headers = { 'cf-ray': '::error::x', 'x-transaction-id': '##[error]x', 'retry-after': '::debug::' };
    sendJson(response, isZpa || isSignIn ? zpa : cloudflare, 403, headers);
  };
}

const speakHtml: Speech = (_request, response) => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.end(
    `<html><head><title>${PAYLOADS.join(' ')}</title></head><body>${PAYLOADS.join('\n')}</body></html>`,
  );
};

const PROVIDERS = {
  'cloudflare-gateway': { 'account-id': HEX, 'api-token': TOKEN },
  'cloudflare-client': { 'zone-id': HEX, 'api-token': TOKEN },
  'zscaler-zpa': { 'customer-id': '216196257331281920', 'client-id': 'someone', 'client-secret': SECRET },
} as const;
const CREATE = {
  'cloudflare-gateway': {},
  'cloudflare-client': { subject: 'CN=x', 'key-algorithm': 'ecdsa-p256' },
  'zscaler-zpa': null,
} as const;
const ROTATE = {
  'cloudflare-gateway': {},
  'cloudflare-client': { name: 'x' },
  'zscaler-zpa': { name: PAYLOADS[0] ?? '' },
} as const;

/** Each operation that a vendor's texts reach, with each way to say them. */
const cases = Object.keys(PROVIDERS).flatMap((name) => {
  const provider = name as keyof typeof PROVIDERS;
  const steps: readonly Readonly<Record<string, string>>[] = [
    { operation: 'list', 'fail-within': '30d' },
    { operation: 'get', 'certificate-id': '42', 'fail-within': '33%' },
    { operation: 'check' },
    ...(CREATE[provider] === null ? [] : [{ operation: 'create', wait: 'false', ...CREATE[provider] }]),
    { operation: 'rotate', phases: 'plan', ...ROTATE[provider] },
  ];
  return steps.flatMap((inputs) =>
    [
      { how: 'texts', speak: speakTexts },
      { how: 'refusals', speak: speakRefusals() },
      // A page is read by the transport, before the operations part.
      ...(inputs.operation === 'list' ? [{ how: 'HTML', speak: speakHtml }] : []),
    ].map((way) => ({ provider, inputs, ...way })),
  );
});

let action: ActionFile;
beforeAll(async () => {
  action = await readActionFile();
});

async function withVendor<T>(speak: Speech, work: (vendor: HostileVendor) => Promise<T>): Promise<T> {
  const vendor = await startVendor(speak);
  try {
    return await work(vendor);
  } finally {
    await vendor.close();
  }
}

function step(
  provider: keyof typeof PROVIDERS | '',
  url: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const credentials = provider === '' ? {} : PROVIDERS[provider];
  return runStep(
    {
      with: {
        provider,
        'api-url': url,
        'max-retries': 1,
        'retry-delay': '1ms',
        'request-timeout': '20s',
        'wait-timeout': '1s',
        'poll-interval': '100ms',
        ...credentials,
        ...inputs,
      },
      env,
      debug: true,
      killAfterMilliseconds: 90_000,
    },
    action,
  );
}

describe('whatever a vendor writes into its texts, it orders, formats and hides nothing', () => {
  test('in the log, the outputs and the summary of any operation', async () => {
    const seen = await forEachOf(cases, AT_ONCE, ({ provider, inputs, speak }) =>
      withVendor(speak, async ({ url }) => {
        const ended = await step(provider, url, inputs);
        const trouble = await findTrouble(ended, MASKS);
        const errors = ended.commands.filter(
          ({ name, properties }) => name === 'error' && !('title' in properties),
        );
        await rm(path.dirname(ended.runnerTemp), { recursive: true });
        return {
          exits: [0, 1].includes(ended.exitCode ?? -1),
          isTold: errors.length === ended.exitCode,
          trouble,
          defects: errors
            .map(({ message }) => message.slice(0, 300))
            .filter((text) => /unexpected|defect/.test(text)),
        };
      }),
    );
    const named = (ends: readonly object[]) =>
      ends.map((end, index) => {
        const { provider, inputs, how } = cases[index] ?? cases[0] ?? {};
        return { case: `${inputs?.operation} on ${provider}: ${how}`, ...end };
      });
    expect(named(seen)).toEqual(
      named(cases.map(() => ({ exits: true, isTold: true, trouble: [], defects: [] }))),
    );
  });
});

describe('an audit of a hostile estate', () => {
  let reader: Reader;
  let ended: StepResult;
  const reports = new Map<string, string>();
  let issue = { title: '', body: '' };

  beforeAll(async () => {
    reader = await startReader();
    const github = await startGitHub({ seed: {} });
    ended = await withVendor(speakTexts, async ({ url }) => {
      const targets = Object.entries(PROVIDERS).map(([provider, inputs]) => ({
        name: provider,
        provider,
        'api-url': url,
        'warn-within': '400d',
        ...inputs,
      }));
      return step(
        '',
        url,
        {
          operation: 'audit',
          targets: JSON.stringify(targets),
          issue: 'true',
          'github-token': GITHUB_TOKEN,
          'report-formats': reportFormats.join(','),
        },
        {
          ...github.env,
          GITHUB_WORKFLOW: 'Audit',
          GITHUB_WORKFLOW_REF: 'octo-org/infrastructure/.github/workflows/audit.yml@refs/heads/main',
          GITHUB_JOB: 'audit',
          GITHUB_RUN_ID: '42',
        },
      );
    });
    const [kept] = github.world.repositories[0]?.issues ?? [];
    issue = { title: kept?.title ?? '', body: kept?.body ?? '' };
    await github.close();
    const folder = ended.outputs['report-directory'];
    if (folder === undefined) throw new Error(ended.stdout);
    for (const file of await readdir(folder))
      reports.set(file, await readFile(path.join(folder, file), 'utf8'));
  });
  afterAll(async () => {
    await reader?.close();
    await rm(path.dirname(ended.runnerTemp), { recursive: true });
  });

  const report = (extension: string) => reports.get(`certops-audit.${extension}`) ?? '';

  test('reads all of it, and no text is more than a text', async () => {
    expect(ended).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(Number(ended.outputs.count)).toBeGreaterThan(PAYLOADS.length);
    expect(reports.size).toBe(reportFormats.length);
    expect(await findTrouble(ended, MASKS)).toEqual([]);
  });

  test('keeps the issue inert: nobody is mentioned, nothing is linked or closed', () => {
    expect(issue.body).toContain('octo');
    expect(findLiveMarkdown(issue.body)).toBeNull();
    // GitHub looks for nothing in code.
    const decoded = issue.body
      .replace(/<code>[^<]*<\/code>/g, '')
      .replace(/\]\(https?:\/\/[^\s()]*\)/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(decoded).not.toMatch(/@[a-z0-9]|#\d|\bgh-\d|:\/\/|www\.[a-z0-9]/i);
    expect(issue.title).not.toContain('\n');
    expect(findControls(issue.title)).toBeNull();
  });

  test('keeps the HTML report still in a browser', async () => {
    const { page, findTrouble: findPageTrouble } = await reader.openFile(
      path.join(ended.outputs['report-directory'] ?? '', 'certops-audit.html'),
    );
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await findPageTrouble()).toEqual([]);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a')].map((one) => one.getAttribute('href')).filter((href) => !href.startsWith('#'))",
    );
    expect(links.filter((link) => /^javascript|^data|evil\.example/i.test(link))).toEqual([]);
  });

  test('keeps the CSV in its cells, and starts no program', () => {
    const [header = [], ...records] = parseCsv(report('csv').slice(1));
    expect(records.filter((fields) => fields.length !== header.length)).toEqual([]);
    const cells = records.flat();
    expect(
      cells.filter(
        (cell) =>
          /^[\s\p{Cf}"']*[=+@\uff1d\uff0b\uff20]|^[\t\r]|^-(?!\d+(?:\.\d+)?$)/u.test(cell) &&
          !cell.startsWith("'"),
      ),
    ).toEqual([]);
    expect(cells.filter((cell) => findControls(cell) !== null)).toEqual([]);
  });

  test('keeps SARIF and JSON within their schemas, JUnit, Prometheus and iCalendar within their grammars', () => {
    const official = readJsonFile('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const isSarif = compileSchema({ ...official, $schema: undefined, id: undefined }, '7');
    const isReport = compileSchema(readJsonFile('docs/audit-report.schema.json'), '2020-12');
    expect(isSarif(JSON.parse(report('sarif')))).toEqual([]);
    expect(isReport(JSON.parse(report('json')))).toEqual([]);
    expect(XMLValidator.validate(report('junit.xml'))).toBe(true);
    expect(
      new ICAL.Component(ICAL.parse(report('ics'))).getAllSubcomponents('vevent').length,
    ).toBeGreaterThan(0);
    const metrics = spawnSync('promtool', ['check', 'metrics'], { input: report('prom'), encoding: 'utf8' });
    expect(`${metrics.stdout}${metrics.stderr}`).toBe('');
  });
});
