import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from '@jest/globals';
import sodium from 'libsodium-wrappers';
import { findVault, openSecret, rotateKey } from './secret-vault.ts';
import { type FakeGitHub, startGitHub } from './server.ts';
import { REPOSITORY, type Seed, TOKEN } from './world.ts';

const running: FakeGitHub[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((github) => github.close()));
});

const SEED: Seed = {
  repositories: [{ name: REPOSITORY, environments: [{ name: 'production' }, { name: 'eu/west' }] }],
  tokens: { [TOKEN]: { permissions: { secrets: 'write', environments: 'write' } } },
};
const OF_REPOSITORY = '/actions/secrets';
const OF_ENVIRONMENT = '/environments/eu%2Fwest/secrets';

function createCaller(url: string, token = TOKEN) {
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/repos/${REPOSITORY}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
  };
}

async function open(seed: Seed = SEED) {
  const github = await startGitHub({ seed });
  running.push(github);
  const vaultOf = (environment: string | null) => {
    const [repository] = github.world.repositories;
    const vault = repository === undefined ? null : findVault(repository, environment);
    if (vault === null) throw new Error(`There is no environment ${environment}`);
    return vault;
  };
  return { github, call: createCaller(github.url), vaultOf };
}

/** Puts a value under the key that is in force. */
async function put(call: ReturnType<typeof createCaller>, folder: string, name: string, value: string) {
  const { json } = await call('GET', `${folder}/public-key`);
  return call('PUT', `${folder}/${name}`, {
    encrypted_value: await seal(value, json.key),
    key_id: json.key_id,
  });
}

async function seal(value: string, key: string): Promise<string> {
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seal(value, Buffer.from(key, 'base64'))).toString('base64');
}

describe.each([
  ['the repository', OF_REPOSITORY, null],
  ['an environment', OF_ENVIRONMENT, 'eu/west'],
])('secrets of %s', (_words, folder, environment) => {
  test('are created with 201, replaced with 204, and opened with the private key', async () => {
    const { call, vaultOf } = await open();
    expect(await put(call, folder, 'mtls', 'first')).toMatchObject({ status: 201, json: {} });
    expect(await put(call, folder, 'MTLS', 'second')).toMatchObject({ status: 204, json: null });
    expect(await openSecret(vaultOf(environment), 'MTLS')).toBe('second');
    expect((await call('GET', `${folder}/mtls`)).json).toMatchObject({ name: 'MTLS' });
    expect((await call('GET', `${folder}/OTHER`)).status).toBe(404);
  });

  test('sealed under a key that is no longer in force are refused, and so is what is none', async () => {
    const { call, vaultOf } = await open();
    const { json } = await call('GET', `${folder}/public-key`);
    rotateKey(vaultOf(environment));
    const sealed = { encrypted_value: await seal('value', json.key), key_id: json.key_id };
    expect(await call('PUT', `${folder}/MTLS`, sealed)).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('improperly encrypted') },
    });
    for (const body of [
      {},
      { ...sealed, encrypted_value: '?' },
      { encrypted_value: sealed.encrypted_value },
    ]) {
      expect((await call('PUT', `${folder}/MTLS`, body)).status).toBe(422);
    }
    expect((await call('PUT', `${folder}/GITHUB_X`, sealed)).status).toBe(422);
    expect(vaultOf(environment).secrets).toEqual([]);
  });
});

describe('who may', () => {
  const url = '/environments/production/secrets';

  test('write, read, or neither', async () => {
    const tokens = {
      reader: { permissions: { environments: 'read' } },
      other: { permissions: { secrets: 'write' } },
      stranger: { permissions: { environments: 'write' }, repositories: [] },
    } as const;
    const { github } = await open({ ...SEED, tokens });
    const statuses = async (token: string) => {
      const call = createCaller(github.url, token);
      const answers = [
        await call('GET', `${url}/public-key`),
        await call('GET', `${url}/X`),
        await call('PUT', `${url}/X`, {}),
      ];
      return answers.map(({ status }) => status);
    };
    expect(await statuses('reader')).toEqual([200, 404, 403]);
    expect(await statuses('other')).toEqual([403, 403, 403]);
    expect(await statuses('stranger')).toEqual([404, 404, 404]);
    expect(await statuses('unknown')).toEqual([401, 401, 401]);
  });

  test('read the key of a public repository: everybody, and what is in it: not so', async () => {
    const { github } = await open({
      repositories: [{ name: REPOSITORY, isPrivate: false }],
      tokens: { stranger: { repositories: [] } },
    });
    const call = createCaller(github.url, 'stranger');
    expect((await call('GET', `${OF_REPOSITORY}/public-key`)).status).toBe(200);
    expect((await call('GET', `${OF_REPOSITORY}/X`)).status).toBe(403);
  });

  test('an environment that does not exist has no key', async () => {
    const { call } = await open();
    expect((await call('GET', '/environments/absent/secrets/public-key')).status).toBe(404);
  });

  test('a classic token hears of its scopes', async () => {
    const { call } = await open({
      ...SEED,
      tokens: { [TOKEN]: { oauthScopes: ['repo', 'gist'], permissions: { secrets: 'write' } } },
    });
    const { headers } = await call('GET', `${OF_REPOSITORY}/public-key`);
    expect(headers.get('x-oauth-scopes')).toBe('repo, gist');
  });
});

test('a process of its own tells what its secrets hold', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'github-'));
  const file = path.join(folder, 'seed.json');
  await writeFile(file, JSON.stringify(SEED));
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', '--seed', file]);
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { url }: { url: string } = JSON.parse(line);
    await put(createCaller(url), OF_ENVIRONMENT, 'MTLS', 'key and certificate');
    const secrets = await fetch(`${url}/__github/secrets`);
    expect(await secrets.json()).toEqual([
      expect.objectContaining({
        repository: REPOSITORY,
        environment: 'eu/west',
        name: 'MTLS',
        value: 'key and certificate',
      }),
    ]);
  } finally {
    const closed = once(child, 'close');
    child.kill();
    await closed;
    await rm(folder, { recursive: true });
  }
});
