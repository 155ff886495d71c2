import { rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readActionFile, runStep } from '../../../scripts/support/step-runner.ts';
import { readError } from '../support/stage.ts';
import { readPath, type Speech, sendJson, startVendor, TOKEN_ANSWER } from './vendor.ts';

/** A process that needs more ends at once, with another exit code than 1. */
const HEAP_MEGABYTES = 400;
const MEGABYTES = 1024 * 1024;
const HEX = '0123456789abcdef0123456789abcdef';
const action = await readActionFile();

/** Writes as long as anybody listens. */
function pour(response: ServerResponse, part: string): void {
  const write = () => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', write);
  write();
}

const wrap = (list: string, pages = 1) =>
  `{"success":true,"errors":[],"messages":[],"result":${list},"result_info":{"total_pages":${pages}}}`;
const rowsOf = (count: number, prefix = 'row') =>
  `[${Array.from({ length: count }, (_, index) => `{"id":"${prefix}-${index}","status":"active"}`).join(',')}]`;
const clientList = {
  provider: 'cloudflare-client',
  'zone-id': HEX,
  'api-token': 'cfut_Token0000000000000000000000001',
};
const gatewayList = {
  provider: 'cloudflare-gateway',
  'account-id': HEX,
  'api-token': clientList['api-token'],
};
const zpaList = {
  provider: 'zscaler-zpa',
  'customer-id': '216196257331281920',
  'client-id': 'me',
  'client-secret': 'a secret of mine',
};

interface Trick {
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly speak: Speech;
  /** What the one error says; null where the step is to succeed. */
  readonly said: RegExp | null;
  readonly calls: number;
}

const signInThen =
  (speak: Speech): Speech =>
  (request, response) =>
    readPath(request).isSignIn ? sendJson(response, TOKEN_ANSWER) : speak(request, response);

const tricks: readonly Trick[] = [
  {
    what: 'a body without a length that never ends',
    inputs: clientList,
    speak: (_request, response) => {
      response.useChunkedEncodingByDefault = false;
      response.writeHead(200, { connection: 'close' });
      pour(response, 'x'.repeat(65_536));
    },
    said: /longer than 33554432 bytes/,
    calls: 2,
  },
  {
    what: 'chunks that never end',
    inputs: gatewayList,
    speak: (_request, response) => pour(response, '{"a":[1,2,3],'.repeat(5000)),
    said: /longer than 33554432 bytes/,
    calls: 2,
  },
  {
    what: 'a refusal that never ends',
    inputs: zpaList,
    speak: signInThen((_request, response) => {
      response.writeHead(403);
      pour(response, '<html>'.repeat(10_000));
    }),
    said: /longer than 33554432 bytes/,
    calls: 4,
  },
  {
    what: 'a sign-in that never ends',
    inputs: zpaList,
    speak: (_request, response) => pour(response, 'x'.repeat(65_536)),
    said: /longer than 33554432 bytes/,
    calls: 2,
  },
  {
    what: 'a body that drips for ever',
    inputs: { ...gatewayList, 'request-timeout': '600ms' },
    speak: (_request, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
    said: /No whole answer from .* within/,
    calls: 2,
  },
  {
    what: 'lists in lists, 16 million deep',
    inputs: clientList,
    speak: (_request, response) => sendJson(response, '['.repeat(16 * MEGABYTES)),
    said: /nested more than 64 levels deep/,
    calls: 2,
  },
  {
    what: 'a good row with a field that is too deep to be written',
    inputs: gatewayList,
    speak: (_request, response) =>
      sendJson(response, wrap(`[{"id":"one","extra":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]`)),
    said: /nested more than 64 levels deep/,
    calls: 2,
  },
  {
    what: 'ten million empty rows',
    inputs: gatewayList,
    speak: (_request, response) => sendJson(response, wrap(`[${'{},'.repeat(10_000_000)}{}]`)),
    said: /more than 250000 values/,
    calls: 2,
  },
  {
    what: 'a hundred thousand promised pages, each empty',
    inputs: clientList,
    speak: (request, response) =>
      sendJson(response, wrap(/[?&]page=1(&|$)/.test(request.url ?? '') ? rowsOf(50) : '[]', 100_000)),
    said: null,
    calls: 20,
  },
  {
    what: 'a hundred thousand promised pages, all the same',
    inputs: clientList,
    speak: (_request, response) => sendJson(response, wrap(rowsOf(50), 100_000)),
    said: null,
    calls: 20,
  },
  {
    what: 'pages that repeat for ever, and no count of them',
    inputs: zpaList,
    speak: signInThen((_request, response) => sendJson(response, `{"list":${rowsOf(500)}}`)),
    said: null,
    calls: 5,
  },
  {
    what: 'more rows in a page than any list has',
    inputs: clientList,
    speak: (_request, response) => sendJson(response, wrap(`[${'{},'.repeat(249_900)}{}]`, 100_000)),
    said: /more than 250000 values|does not end after 250000 rows/,
    calls: 2,
  },
  ...['..', '.', '', '../../accounts/other?x#y', 'a/b', '\\ud800', 'a\\r\\nhost: evil'].map((id) => ({
    what: `the id "${id}" for the certificate that is to be revoked`,
    inputs: { ...clientList, operation: 'revoke', fingerprint: 'AA'.repeat(32) },
    speak: ((_request, response) =>
      sendJson(
        response,
        wrap(`[{"id":"${id}","status":"active","fingerprint_sha256":"${'aa'.repeat(32)}"}]`),
      )) satisfies Speech,
    said: /is not one that can be sent as it is|without (an )?id|has no id/,
    calls: 1,
  })),
];

test.each(tricks)(
  '$what: the step ends, says why, and is not used up',
  async ({ inputs, speak, said, calls }) => {
    const vendor = await startVendor(speak);
    const step = await runStep(
      {
        with: {
          operation: 'list',
          'api-url': vendor.url,
          'max-retries': 1,
          'retry-delay': '1ms',
          'request-timeout': '60s',
          ...inputs,
        },
        env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` },
        killAfterMilliseconds: 120_000,
      },
      action,
    );
    await vendor.close();
    await rm(path.dirname(step.runnerTemp), { recursive: true });
    expect(step.stderr).toBe('');
    expect(step.exitCode).toBe(said === null ? 0 : 1);
    if (said !== null) {
      expect(readError(step)).toMatch(said);
      expect(readError(step)).not.toMatch(/unexpected|defect/);
    }
    expect(vendor.calls.length).toBeLessThanOrEqual(calls);
    expect(vendor.calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
  },
);
