import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { NetworkRequest } from '../../../src/http/types.ts';
import { openIssues } from '../../../src/runner/github/open-issues.ts';

const TOKEN = 'ghs_TokenOfTheTestsThatOpensNothing000001';
const TRANSPORT = { requestTimeoutMilliseconds: 7000, maxRetries: 0, retryDelayMilliseconds: 1 };

test('GitHub is called by the action’s own network, which knows proxies, roots and time-outs', async () => {
  const requests: NetworkRequest[] = [];
  const store = await openIssues(
    {
      token: TOKEN,
      environment: { GITHUB_API_URL: 'https://github.example.com/api/v3/', GITHUB_REPOSITORY: 'octo/infra' },
      transport: TRANSPORT,
    },
    {
      network: {
        async send(request) {
          requests.push(request);
          return { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' };
        },
        async close() {},
      },
      clock: { now: () => 0 },
      sleep: async () => {},
      random: () => 0,
      debug: () => {},
    },
  );
  expect(await store.listNewest()).toEqual([]);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.url.href).toMatch(
    /^https:\/\/github\.example\.com\/api\/v3\/repos\/octo\/infra\/issues\?/,
  );
  expect(requests[0]).toMatchObject({
    method: 'GET',
    timeoutMilliseconds: 7000,
    headers: {
      authorization: `token ${TOKEN}`,
      'user-agent': expect.stringMatching(/^certops-action\/\d/),
      'accept-encoding': 'identity',
    },
  });
});

test.each([
  ['https_proxy', 'no host:x'],
  ['GITHUB_EVENT_PATH', import.meta.filename],
])('a client that cannot be loaded for its %s is said to be one', (variable, value) => {
  const file = path.join(import.meta.dirname, '..', '..', '..', 'src/runner/github/open-issues.ts');
  const script = `
    import { openIssues } from ${JSON.stringify(file)};
    const environment = { GITHUB_REPOSITORY: 'octo/infra' };
    const transport = ${JSON.stringify(TRANSPORT)};
    await openIssues({ token: 'ghs_0000000', environment, transport }, {}).catch((error) => {
      console.log(JSON.stringify([error.name, error.reason, error.mend]));
    });`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, [variable]: value },
  });
  expect(JSON.parse(stdout)).toEqual(['GitHubError', 'setup', expect.stringContaining(variable)]);
});
