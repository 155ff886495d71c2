import { afterEach, describe, expect, test } from '@jest/globals';
import type { Actor, Seed } from '../../support/github/world.ts';
import { TOKEN } from '../../support/github/world.ts';
import { keepSecretScenes, type SecretScene, THERE } from './secret-scene.ts';

const scenes = keepSecretScenes();
afterEach(scenes.close);

const PLACE = { environment: 'production', repository: THERE };
const withToken = (actor: Partial<Actor>): Seed => ({ tokens: { [TOKEN]: actor } });

/** The violation that a scene's store finds; its absence is an error. */
async function findIn(scene: SecretScene, ...opening: Parameters<SecretScene['open']>) {
  const violation = await (await scene.open(...opening)).findViolation();
  if (violation === null) throw new Error('Nothing stands against it');
  return violation;
}

describe('nothing stands against writing', () => {
  test.each<[string, Seed]>([
    ['with the permission alone', withToken({ permissions: { environments: 'write' } })],
    [
      'with a classic token that has the scope repo',
      withToken({
        kind: 'personal',
        permissions: { environments: 'write' },
        oauthScopes: ['read:org', 'repo'],
      }),
    ],
  ])('a secret of an environment, %s', async (_words, seed) => {
    const scene = await scenes.open(seed);
    expect(await (await scene.open(PLACE)).findViolation()).toBeNull();
    expect([...scene.calls()].sort()).toEqual(['GET environment-secrets.get', 'GET environment-secrets.key']);
  });

  test('a secret of the workflow’s own repository, whether it is there already or not', async () => {
    const scene = await scenes.open(withToken({ permissions: { secrets: 'write' } }));
    const store = await scene.open();
    expect(await store.findViolation()).toBeNull();
    await store.write('value');
    expect(await store.findViolation()).toBeNull();
  });

  test('and nothing is known without a token: nobody is asked', async () => {
    const scene = await scenes.open();
    expect(await (await scene.open(PLACE, { token: '' })).findViolation()).toBeNull();
    expect(scene.calls()).toEqual([]);
  });

  test('nor is anything written to find it out', async () => {
    const scene = await scenes.open();
    await (await scene.open(PLACE)).findViolation();
    expect(scene.github.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('a store that cannot be written is refused, with what it takes', () => {
  const ENVIRONMENTS = 'of a GitHub App or fine-grained, with Environments: write on acme/api';
  const SECRETS = 'of a GitHub App or fine-grained, with Secrets: write on acme/api';

  test.each<[string, Parameters<typeof scenes.open>[0], Parameters<SecretScene['open']>, string, string]>([
    [
      'a token that GitHub does not know',
      {},
      [PLACE, { token: 'ghp_unknown00000000' }],
      '401: Bad credentials',
      `Put another token into store-token, ${ENVIRONMENTS}`,
    ],
    [
      "the job's own token",
      withToken({ permissions: { deployments: 'write' } }),
      [PLACE],
      '403: Resource not accessible by integration',
      "The job's own token never may.",
    ],
    [
      'a token for the secrets of the repository, for one of an environment',
      withToken({ kind: 'personal', permissions: { secrets: 'write' } }),
      [PLACE],
      '403: Resource not accessible by personal access token',
      ENVIRONMENTS,
    ],
    [
      'a token for environments, for a secret of the repository',
      withToken({ permissions: { environments: 'write' } }),
      [{ repository: THERE }],
      'GET /repos/acme/api/actions/secrets/',
      SECRETS,
    ],
    [
      'a token of nobody who works in a public repository',
      { ...withToken({ kind: 'personal', repositories: [] }), there: { isPrivate: false } },
      [{ repository: THERE }],
      '403: Must have admin rights to Repository.',
      SECRETS,
    ],
    [
      'a token without access to the repository',
      withToken({ permissions: { secrets: 'write' }, repositories: [] }),
      [{ repository: THERE }],
      '404: Not Found',
      'Check that acme/api exists (store-repository)',
    ],
    [
      'a repository that does not exist',
      {},
      [{ repository: 'acme/absent' }],
      'GET /repos/acme/absent/actions/secrets/public-key',
      'Check that acme/absent exists (store-repository)',
    ],
    [
      'an environment that does not exist',
      {},
      [{ repository: THERE, environment: 'prodction' }],
      '404: Not Found',
      'Check that acme/api (store-repository) has an environment prodction (store-environment;',
    ],
    [
      'a classic token without the scope for it',
      {
        ...withToken({
          kind: 'personal',
          permissions: { secrets: 'read' },
          oauthScopes: ['gist', 'workflow'],
        }),
      },
      [{ repository: THERE }],
      'without the scope repo (it has gist, workflow)',
      'give it that scope',
    ],
    [
      'a repository that has moved',
      { there: { formerNames: ['acme/old-api'] } },
      [{ repository: 'acme/old-api' }],
      'a redirect',
      'set store-repository to its name of today',
    ],
    [
      'a repository that nobody names',
      {},
      [{}, { environment: { GITHUB_REPOSITORY: '' } }],
      'GITHUB_REPOSITORY is not set',
      'The runner sets this variable',
    ],
  ])('%s', async (_words, seed, opening, reason, instead) => {
    const scene = await scenes.open(seed);
    const violation = await findIn(scene, ...opening);
    expect(violation.reason).toMatch(/^secret MTLS .*cannot be written: /);
    expect(violation.reason).toContain(reason);
    expect(violation.instead).toContain(instead);
    expect(violation).toMatchObject({ certificates: [], forcible: false });
    expect(`${JSON.stringify(violation)}${scene.debugLines}`).not.toContain(TOKEN);
  });

  test('GitHub’s own words and request id are in it, and which secret it is of', async () => {
    const { reason } = await findIn(await scenes.open(withToken({})), PLACE);
    expect(reason).toMatch(/^secret MTLS of environment production in acme\/api cannot be written: GET /);
    expect(reason).toMatch(/at 127\.0\.0\.1:\d+ answered 403: .* \(request id FAKE:\d, 1 try\)$/);
  });

  test('a GitHub that fails is tried again, and then said to be one', async () => {
    const scene = await scenes.open();
    scene.github.planFault({ endpoint: 'secrets.key', times: 4, kind: 'status', status: 502, body: 'html' });
    expect(await (await scene.open({ repository: THERE })).findViolation()).toBeNull();
    scene.github.planFault({ endpoint: 'secrets.key', call: 'every', kind: 'reset' });
    const violation = await findIn(scene, { repository: THERE });
    expect(violation.reason).toContain('secret MTLS in acme/api may not be writable: ');
    expect(violation.instead).toContain('Check the network of the runner');
  });

  test.each([
    ['a page of a proxy', { kind: 'wrong-body', body: 'html' }],
    ['a key of another shape', { kind: 'wrong-body', body: 'object' }],
  ] as const)('%s is no key', async (_words, trouble) => {
    const scene = await scenes.open();
    scene.github.planFault({ endpoint: 'secrets.key', ...trouble });
    expect((await findIn(scene, { repository: THERE })).reason).toContain('answered with');
  });

  test('what GitHub fails to say of a secret beside its key says nothing against writing', async () => {
    const scene = await scenes.open();
    scene.github.planFault({ endpoint: 'secrets.get', call: 'every', kind: 'status', status: 500 });
    expect(await (await scene.open({ repository: THERE })).findViolation()).toBeNull();
  });
});
