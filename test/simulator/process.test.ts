import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { ZONES } from '../../simulator/cloudflare/client-estate.ts';
import { readCommandLine } from '../../simulator/command-line.ts';
import { ACCOUNTS, TOKENS } from '../../simulator/estate.ts';
import { ONEAPI_CLIENTS, VANITY_DOMAIN, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import { closeSimulators, openSimulator } from './visitor.ts';

const MAIN = path.join(import.meta.dirname, '..', '..', 'simulator', 'main.ts');
const FAULT = { endpoint: 'gateway.create', kind: 'lost-answer' } as const;

interface Ending {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs the simulator's entry until it ends; `onLine` may end it. */
async function runMain(args: string[], onLine: (line: string, end: () => void) => void): Promise<Ending> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    onLine(line, () => child.kill('SIGTERM'));
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, lines, errors })));
}

describe('the simulator as a process', () => {
  test('says first where it listens and what a visitor needs, and ends cleanly', async () => {
    let verified: Promise<number> | undefined;
    const { code, lines, errors } = await runMain(['--port', '0', '--unkind=5'], (line, end) => {
      const { url, env } = JSON.parse(line);
      const headers = { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}` };
      verified = fetch(`${url}/client/v4/user/tokens/verify`, { headers }).then(({ status }) => status);
      void verified.finally(end);
    });
    expect([code, lines.length, errors]).toEqual([0, 1, 'Unkind by --unkind=5\n']);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      env: {
        CLOUDFLARE_API_TOKEN: TOKENS.write,
        CLOUDFLARE_ACCOUNT_ID: ACCOUNTS.company,
        CLOUDFLARE_ZONE_ID: ZONES.company,
        ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
        ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
        ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
        ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
        ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
        ZSCALER_VANITY_DOMAIN: VANITY_DOMAIN,
      },
    });
    expect(await verified).toBe(200);
  });

  test('says what is wrong with its options, and how to get help', async () => {
    const { code, lines, errors } = await runMain(['--prot', '1'], (_, end) => end());
    expect([code, lines]).toEqual([2, []]);
    expect(errors).toMatch(/^simulator: Unknown option '--prot'.*see --help\n$/);
  });

  test('says so where its port is taken', async () => {
    const { url } = await openSimulator();
    const { code, errors } = await runMain(['--port', new URL(url).port], (_, end) => end());
    await closeSimulators();
    expect([code, errors]).toEqual([2, expect.stringContaining('EADDRINUSE')]);
  });
});

describe('the command line', () => {
  const none = { port: 0, estate: 'company', faults: [] };
  test.each<[string[], object]>([
    [[], none],
    [['--port', '4010'], { ...none, port: 4010 }],
    [['--estate=empty'], { ...none, estate: 'empty' }],
    [['--settle', '2s'], { ...none, settleMilliseconds: 2000 }],
    [['--settle', '200ms'], { ...none, settleMilliseconds: 200 }],
    [['--settle', '1m'], { ...none, settleMilliseconds: 60_000 }],
    [['--settle', '700'], { ...none, settleMilliseconds: 700 }],
    [['--unkind'], { ...none, unkind: 99 }],
    [['--unkind', '--port', '1'], { ...none, port: 1, unkind: 99 }],
    [['--unkind=12'], { ...none, unkind: 12 }],
    [
      ['--fault', JSON.stringify(FAULT), '--fault', JSON.stringify({ ...FAULT, call: 2 })],
      { ...none, faults: [FAULT, { ...FAULT, call: 2 }] },
    ],
  ])('%j', (args, options) => {
    expect(readCommandLine(args, () => 99)).toEqual({ kind: 'start', options });
  });

  test('--help wins', () => {
    expect(readCommandLine(['--port', 'x', '--help'], () => 0)).toEqual({ kind: 'help' });
  });

  test.each([
    [['--port', 'http'], '--port'],
    [['--port', '65536'], '65535'],
    [['--port', '-1'], '--port'],
    [['--estate', 'big'], 'company or empty'],
    [['--settle', 'soon'], '500ms'],
    [['--unkind=x'], '--unkind'],
    [['--unkind', '7'], '7'],
    [['--fault', '{'], '--fault must be JSON'],
    [['--fault', '{"endpoint":"gateway.list","kind":"odd"}'], 'kind'],
    [['--loud'], '--loud'],
  ])('%j is refused', (args, named) => {
    expect(() => readCommandLine(args, () => 0)).toThrow(named);
  });
});
