import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GitHubAccess } from '../../src/deps.ts';
import type { NetworkRequest } from '../../src/http/types.ts';
import { GitHubError } from '../../src/runner/github/errors.ts';
import { readPayload } from '../../src/runner/github/ledger/payload.ts';
import { openGates } from '../../src/runner/github/open-gates.ts';
import { openIssues } from '../../src/runner/github/open-issues.ts';
import { openLedger } from '../../src/runner/github/open-ledger.ts';
import { carries, findPlace, findRoom, frame, isCurrent, marksOf } from '../../src/runner/issue/block.ts';
import { RUNNER } from '../runner/github/hub-scene.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { expectCleanPrototypes, oddJson, oddText, soupOf, spoil, tries } from './support/fuzz.ts';

const LINEAGE = { provider: 'cloudflare-gateway', scope: 'account', name: 'in use' } as const;
const PAYLOAD = {
  version: 1,
  entry: 'mark',
  lineage: LINEAGE,
  phase: 'staged',
  previous: { id: 'old', fingerprint: null },
  successor: { id: 'new', fingerprint: null },
  publicKeySha256: null,
  knownIds: [],
  run: null,
};
const DEPLOYMENTS = [
  {
    id: 3_141_592_653,
    task: 'certops:rotation',
    environment: 'certops-cloudflare-gateway-in-use',
    payload: PAYLOAD,
    created_at: '2026-01-01T00:00:00Z',
  },
];
const ENVIRONMENT = {
  name: 'production',
  protection_rules: [
    { type: 'wait_timer', wait_timer: 30 },
    { type: 'required_reviewers', reviewers: [{ type: 'User', reviewer: { login: 'octocat' } }] },
  ],
};
const ISSUES = [
  {
    number: 1,
    title: 'An issue',
    body: 'text',
    state: 'open',
    html_url: 'https://github.com/octo-org/infrastructure/issues/1',
    updated_at: '2026-01-01T00:00:00Z',
    labels: [{ name: 'bug' }],
    assignees: [{ login: 'octocat' }],
  },
];

/** GitHub's side: every call is answered alike. */
function accessTo(
  answer: { status: number; headers: Record<string, string>; body: string },
  callsAtMost = 200,
): GitHubAccess {
  const clock = createVirtualClock();
  let calls = 0;
  return {
    token: 'ghs_TokenOfTheFuzzer',
    environment: RUNNER,
    transport: { requestTimeoutMilliseconds: 1000, maxRetries: 1, retryDelayMilliseconds: 1 },
    deps: {
      clock,
      sleep: clock.sleep,
      random: () => 0,
      debug: () => {},
      network: {
        async send(_request: NetworkRequest) {
          calls += 1;
          if (calls > callsAtMost) throw new Error(`more than ${callsAtMost} calls`);
          await clock.sleep(1);
          return answer;
        },
        async close() {},
      },
    },
  };
}

const answerOf = (good: unknown) =>
  fc.record({
    status: fc.constantFrom(200, 200, 200, 201, 204, 301, 403, 404, 422, 429, 500),
    headers: fc
      .dictionary(
        fc.constantFrom(
          'retry-after',
          'date',
          'link',
          'x-ratelimit-remaining',
          'x-ratelimit-reset',
          'location',
        ),
        fc.constantFrom(
          '',
          '0',
          '-1',
          '1e9',
          'x',
          '<https://evil.example/?page=2>; rel="next"',
          '<>; rel="next"',
          '..',
        ),
        { maxKeys: 2 },
      )
      .map((headers) => ({ 'content-type': 'application/json', ...headers })),
    body: fc.oneof(
      { weight: 3, arbitrary: spoil(good).map((value) => JSON.stringify(value)) },
      oddJson.map((value) => JSON.stringify(value)),
      oddText,
    ),
  });

describe('whatever GitHub answers', () => {
  test('the ledger is read, or said to be unavailable', async () => {
    await fc.assert(
      fc.asyncProperty(answerOf(DEPLOYMENTS), async (answer) => {
        const ledger = await openLedger(accessTo(answer));
        const read = await ledger.read(LINEAGE);
        expect(JSON.stringify(read)).toMatch(/records|unavailable/);
      }),
      tries(2),
    );
    expectCleanPrototypes();
  });

  test('an environment asks, asks nobody, or is not known', async () => {
    await fc.assert(
      fc.asyncProperty(answerOf(ENVIRONMENT), async (answer) => {
        const gates = await openGates(accessTo(answer));
        expect((await gates.read('production')).kind).toMatch(/\S/);
      }),
      tries(2),
    );
  });

  test('issues are read, or a GitHubError says why not', async () => {
    await fc.assert(
      fc.asyncProperty(answerOf(ISSUES), async (answer) => {
        const access = accessTo(answer);
        try {
          const issues = await openIssues(access, access.deps);
          for await (const page of issues.list('all')) expect(Array.isArray(page)).toBe(true);
          await issues.read(1);
        } catch (error) {
          expect(error).toBeInstanceOf(GitHubError);
        }
      }),
      tries(2),
    );
    expectCleanPrototypes();
  });
});

test('pages that go on for ever are refused', async () => {
  const link = '<https://api.github.com/repos/octo-org/infrastructure/issues?page=2>; rel="next"';
  const access = accessTo(
    { status: 200, headers: { 'content-type': 'application/json', link }, body: JSON.stringify(ISSUES) },
    2000,
  );
  const issues = await openIssues(access, access.deps);
  const readAll = async () => {
    for await (const page of issues.list('all')) expect(page).toHaveLength(1);
  };
  await expect(readAll()).rejects.toMatchObject({ name: 'GitHubError', reason: 'unreadable' });
});

test('a record of the ledger is read, of another lineage, or unreadable', () => {
  const payload = fc.oneof(
    spoil(PAYLOAD),
    spoil(PAYLOAD).map((value) => JSON.stringify(value)),
    oddJson,
    fc.constant({ ...PAYLOAD, version: JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) }),
  );
  fc.assert(
    fc.property(payload, (given) => {
      expect(['record', 'other', 'unreadable']).toContain(readPayload(given, LINEAGE).kind);
    }),
    tries(5),
  );
  expectCleanPrototypes();
});

test('what people wrote in an issue is kept to the character, whatever it is', () => {
  const marks = marksOf('workflow:job');
  const body = fc.oneof(soupOf(marks.begin, marks.end, '\n', '\r\n', '> ', '```', 'text', '-->'), oddText);
  fc.assert(
    fc.property(body, (given) => {
      const place = findPlace(given, marks);
      const framed = frame('new', marks);
      const written = `${place.before}${framed}${place.after}`;
      const own = place.current ?? '';
      expect(given.startsWith(place.before.trimEnd()) || given === '').toBe(true);
      expect(`${place.before}${own}${place.after}`.trim()).toBe(given.trim());
      expect(carries(written, marks)).toBe(true);
      expect(isCurrent(findPlace(written, marks), framed)).toBe(true);
      expect(findRoom(place, marks)).toBeLessThan(65_536);
    }),
    tries(10),
  );
});
