import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { AuditReport } from '../../../../src/operations/audit/audit-report.ts';
import { writeHtml } from '../../../../src/report/audit/html/write-html.ts';

const CHROMIUM = '/usr/bin/chromium';
const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Before anything of the page: keeps what its content policy refuses. */
const WATCH_POLICY = `
  window.refused = [];
  addEventListener('securitypolicyviolation', (event) => {
    refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
`;

/** A report opened in Chromium. */
export interface OpenReport {
  readonly page: Page;
  readonly url: string;
  /** Whatever a page must not do: messages, errors, dialogs, requests, breaches of its policy. Empty if all is well. */
  findTrouble(): Promise<readonly string[]>;
}

/** One Chromium for a file of tests. */
export interface Reader {
  open(
    report: AuditReport,
    options?: BrowserContextOptions & { readonly hash?: string },
  ): Promise<OpenReport>;
  /** Opens a page that was written to a file. */
  openFile(file: string): Promise<OpenReport>;
  close(): Promise<void>;
}

/** Starts Chromium; the error says how to install it. */
export async function startReader(): Promise<Reader> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`These tests need Chromium at ${CHROMIUM}: 'apt-get install chromium' installs it.`);
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES });
  const folder = await mkdtemp(path.join(tmpdir(), 'certops-html-'));
  let count = 0;
  return {
    open: async (report, options = {}) => {
      count += 1;
      const file = path.join(folder, `${count}.html`);
      await writeFile(file, [...writeHtml(report)].join(''));
      return openFile(browser, pathToFileURL(file).href, options);
    },
    openFile: (file) => openFile(browser, pathToFileURL(file).href, {}),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openFile(
  browser: Browser,
  file: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string },
): Promise<OpenReport> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(10_000);
  await context.addInitScript({ content: WATCH_POLICY });
  const trouble: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', (popup) => trouble.push(`window: ${popup.url()}`));
  context.on('request', (request) => {
    if (request.url().split('#')[0] !== file) trouble.push(`request: ${request.url()}`);
  });
  await context.route('**/*', (route) =>
    route.request().url().startsWith(file) ? route.continue() : route.abort(),
  );
  await page.goto(file + hash);
  return {
    page,
    url: file,
    findTrouble: async () => [...trouble, ...(await page.evaluate<string[]>('window.refused ?? []'))],
  };
}

/** The text of a part of a page, in one line. */
export async function readText(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
