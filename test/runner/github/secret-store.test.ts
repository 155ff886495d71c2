import { afterEach, describe, expect, test } from '@jest/globals';
import { SecretStoreError } from '../../../src/operations/rotation/secret-store.ts';
import { rotateKey } from '../../support/github/secret-vault.ts';
import { TOKEN } from '../../support/github/world.ts';
import { HERE, keepSecretScenes, type SecretScene, THERE } from './secret-scene.ts';

const scenes = keepSecretScenes();
const { open } = scenes;
afterEach(scenes.close);

const VALUE = `-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIGo5tS3cretOfTheTestsé\n-----END PRIVATE KEY-----\n`;

/** The error that a write ends with. */
async function failWith(scene: SecretScene, ...opening: Parameters<SecretScene['open']>) {
  const failure: unknown = await (await scene.open(...opening)).write(VALUE).then(
    () => new Error('It was written'),
    (error) => error,
  );
  if (!(failure instanceof SecretStoreError)) throw failure;
  return failure;
}

describe('a written secret is what was given, sealed for GitHub alone', () => {
  test.each([
    ['secret MTLS in acme/infrastructure', {}, HERE, null],
    ['secret MTLS in acme/api', { repository: THERE }, THERE, null],
    [
      'secret MTLS of environment production in acme/api',
      { repository: THERE, environment: 'production' },
      THERE,
      'production',
    ],
    [
      'secret MTLS of environment prod/eu west?#1 in acme/api',
      { repository: THERE, environment: 'prod/eu west?#1' },
      THERE,
      'prod/eu west?#1',
    ],
  ])('%s', async (label, place, repository, environment) => {
    const scene = await open({
      there: { environments: [{ name: 'production' }, { name: 'prod/eu west?#1' }] },
    });
    const store = await scene.open(place);
    expect(store.label).toBe(label);
    await store.write(VALUE);
    expect(await scene.read(repository, environment)).toBe(VALUE);
    const { secrets } = scene.vault(repository, environment);
    expect(secrets.map(({ name }) => name)).toEqual(['MTLS']);
  });

  test('in two calls, the first time and when it is replaced', async () => {
    const scene = await open();
    const store = await scene.open();
    await store.write('first');
    await store.write(VALUE);
    expect(await scene.read(HERE)).toBe(VALUE);
    expect(scene.calls()).toEqual([
      'GET secrets.key',
      'PUT secrets.put',
      'GET secrets.key',
      'PUT secrets.put',
    ]);
    expect(scene.github.log.map(({ status }) => status)).toEqual([200, 201, 200, 204]);
  });

  test('of an Enterprise Server too', async () => {
    const scene = await open({}, { basePath: '/api/v3' });
    await (await scene.open({ repository: THERE, environment: 'production' })).write(VALUE);
    expect(scene.github.log.map(({ path }) => path)).toEqual([
      '/api/v3/repos/acme/api/environments/production/secrets/public-key',
      '/api/v3/repos/acme/api/environments/production/secrets/MTLS',
    ]);
    expect(await scene.read(THERE, 'production')).toBe(VALUE);
  });

  test('and never the same octets twice', async () => {
    const scene = await open();
    const store = await scene.open();
    await store.write(VALUE);
    const [before] = scene.vault(HERE).secrets.map(({ sealed }) => sealed);
    await store.write(VALUE);
    expect(scene.vault(HERE).secrets[0]?.sealed).not.toBe(before);
  });

  test('with the key of the moment, whatever the preflight read', async () => {
    const scene = await open();
    const store = await scene.open();
    expect(await store.findViolation()).toBeNull();
    rotateKey(scene.vault(HERE));
    await store.write(VALUE);
    expect(await scene.read(HERE)).toBe(VALUE);
    expect(scene.github.log.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});

describe('a key that changes under a write', () => {
  /** A store under which the key changes before each of its first writes. */
  async function openChanging(changes: number) {
    const scene = await open();
    let left = changes;
    const store = await scene.open(
      {},
      {
        beforeSend: (method) => {
          if (method !== 'PUT' || left === 0) return;
          left -= 1;
          rotateKey(scene.vault(HERE));
        },
      },
    );
    return { scene, store };
  }

  test('is read again, and the value sealed anew', async () => {
    const { scene, store } = await openChanging(2);
    await store.write(VALUE);
    expect(await scene.read(HERE)).toBe(VALUE);
    expect(scene.github.log.map(({ status }) => status)).toEqual([200, 422, 200, 422, 200, 201]);
  });

  test('is not read for ever', async () => {
    const { scene, store } = await openChanging(10);
    await expect(store.write(VALUE)).rejects.toMatchObject({
      name: 'SecretStoreError',
      mayHaveArrived: false,
    });
    expect(scene.github.log).toHaveLength(6);
  });

  test('a refusal under a key that stays is a refusal', async () => {
    const scene = await open();
    scene.github.planFault({
      endpoint: 'secrets.put',
      kind: 'status',
      status: 422,
      message: 'No more secrets',
    });
    const error = await failWith(scene);
    expect(error.message).toContain('422: No more secrets');
    expect(scene.calls()).toEqual(['GET secrets.key', 'PUT secrets.put', 'GET secrets.key']);
  });
});

describe('a write that may be repeated is', () => {
  test.each([
    ['a lost answer', { kind: 'lost-answer' }],
    ['a connection that is cut', { kind: 'reset' }],
    ['a failure of GitHub’s', { kind: 'status', status: 502, body: 'html' }],
    ['a failure after it was done', { kind: 'status', status: 500, acted: true }],
  ] as const)('after %s', async (_words, trouble) => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', times: 2, ...trouble });
    await (await scene.open()).write(VALUE);
    expect(await scene.read(HERE)).toBe(VALUE);
    expect(scene.vault(HERE).secrets).toHaveLength(1);
    expect(scene.calls()).toEqual(['GET secrets.key', ...Array(3).fill('PUT secrets.put')]);
  });

  test('as long after a limit as GitHub asks', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', kind: 'secondary-limit', retryAfterSeconds: 31 });
    await (await scene.open()).write(VALUE);
    expect(await scene.read(HERE)).toBe(VALUE);
    expect(scene.elapsed()).toBeGreaterThanOrEqual(31_000);
  });
});

describe('a write that fails says whether it may have been done', () => {
  test.each([
    ['refused', { kind: 'status', status: 403, message: 'Resource not accessible' }, false, 'is not written'],
    ['lost in the end', { kind: 'lost-answer' }, true, 'may have been written or not'],
    ['failed in the end', { kind: 'status', status: 503 }, true, 'may have been written or not'],
  ] as const)('%s', async (_words, trouble, mayHaveArrived, told) => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', call: 'every', ...trouble });
    const error = await failWith(scene);
    expect(error.mayHaveArrived).toBe(mayHaveArrived);
    expect(error.message).toContain(`The secret MTLS in acme/infrastructure ${told}: PUT `);
  });

  test('also where only an earlier try may have been', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', call: 1, kind: 'lost-answer' });
    scene.github.planFault({ endpoint: 'secrets.put', call: 2, kind: 'status', status: 403 });
    expect(await failWith(scene)).toMatchObject({ mayHaveArrived: true });
    expect(await scene.read(HERE)).toBe(VALUE);
  });

  test('a page of a proxy with a good status is no success', async () => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', kind: 'status', status: 200, body: 'html' });
    const error = await failWith(scene);
    expect(error).toMatchObject({ mayHaveArrived: true });
    expect(error.message).toContain('HTML page titled "Unicorn!"');
  });

  test('with what may do it, the status and the request id', async () => {
    const scene = await open({ tokens: { [TOKEN]: { permissions: { secrets: 'read' } } } });
    expect(await (await scene.open()).findViolation()).toBeNull();
    const error = await failWith(scene);
    expect(error.message).toMatch(
      /403: Resource not accessible by integration \(request id FAKE:\d+, 1 try\)/,
    );
    expect(error.mend).toContain('Secrets: write on acme/infrastructure');
    expect(error.mayHaveArrived).toBe(false);
  });

  test('an archived repository is said to be one', async () => {
    const scene = await open({ there: { isArchived: true } });
    expect((await failWith(scene, { repository: THERE })).mend).toContain('The repository is archived');
  });
});

describe('what cannot be written is not sent', () => {
  test('without a token', async () => {
    const scene = await open();
    const error = await failWith(scene, { environment: 'production', repository: THERE }, { token: '' });
    expect(error).toMatchObject({ mayHaveArrived: false });
    expect(error.message).toBe(
      'The secret MTLS of environment production in acme/api is not written: there is no token for it.',
    );
    expect(error.mend).toContain('Environments: write on acme/api');
    expect(scene.calls()).toEqual([]);
  });

  test.each([
    [49_152, true],
    [49_153, false],
  ])('a value of %i octets: %s', async (length, isWritten) => {
    const scene = await open();
    const store = await scene.open();
    const value = `${'x'.repeat(length - 2)}é`;
    if (isWritten) {
      await store.write(value);
      expect(await scene.read(HERE)).toBe(value);
    } else {
      await expect(store.write(value)).rejects.toMatchObject({
        name: 'SecretStoreError',
        message: expect.stringContaining('49153 bytes, and GitHub takes 49152 (48 KB)'),
      });
      expect(scene.calls()).toEqual([]);
    }
  });
});

describe('neither the value nor the token is in anything that people see', () => {
  const secrets = [TOKEN, VALUE, 'MC4CAQAwBQYDK2VwBCIEIGo5tS3cretOfTheTests'];

  test.each([
    ['a refusal that repeats the token', { kind: 'status', status: 422, message: `You are ${TOKEN}` }],
    ['a lost answer', { kind: 'lost-answer' }],
    ['a failure', { kind: 'status', status: 500 }],
  ] as const)('%s', async (_words, trouble) => {
    const scene = await open();
    scene.github.planFault({ endpoint: 'secrets.put', call: 'every', ...trouble });
    const error = await failWith(scene);
    const causes = [error, error.cause, (error.cause as Error).cause];
    const seen = causes.map((one) => `${(one as Error)?.stack}${JSON.stringify(one)}`).join('\n');
    expect(scene.debugLines.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(`${seen}${scene.debugLines.join('\n')}`).not.toContain(secret);
  });

  test('and a request never holds the value readable', async () => {
    const scene = await open();
    await (await scene.open()).write(VALUE);
    const sent = JSON.stringify(scene.github.log);
    for (const form of [VALUE, Buffer.from(VALUE).toString('base64')]) expect(sent).not.toContain(form);
  });
});
