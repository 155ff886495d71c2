import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { OperationError } from '../../../src/operations/outcome.ts';
import { keepBundle } from '../../../src/operations/rotation/keep-bundle.ts';
import { createRotationProgress } from '../../../src/operations/rotation/outcome.ts';
import { type SecretStore, SecretStoreError } from '../../../src/operations/rotation/secret-store.ts';
import type { KeyBundle } from '../../../src/providers/rotation.ts';
import { createStepFiles } from '../../../src/runner/files.ts';
import { HERE, keepSecretScenes } from '../../runner/github/secret-scene.ts';
import { issue } from '../../support/material.ts';

const scenes = keepSecretScenes();
afterEach(scenes.close);

let folder: string;
let bundle: KeyBundle;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keep-bundle-'));
  const root = await issue({ subject: 'CN=Root', isCa: true });
  const leaf = await issue({ subject: 'CN=api.example.com', issuer: root });
  bundle = {
    privateKeyPem: leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    // As Cloudflare sends it: without an end of its last line.
    certificatePem: leaf.pem.trimEnd(),
    chainPems: [root.pem.trimEnd()],
  };
});
afterAll(() => rm(folder, { recursive: true }));

function openContext(secretStore: SecretStore | null, runnerTemp = folder) {
  const lines: string[] = [];
  const files = createStepFiles({ RUNNER_TEMP: runnerTemp });
  const context = {
    secretStore,
    progress: createRotationProgress(),
    log: (line: string) => void lines.push(line),
    materials: { read: files.read, write: files.write, mask: () => {}, readTrustedRoots: async () => [] },
  };
  return { context, lines };
}

/** The error that keeping ends with. */
async function failWith(
  context: Parameters<typeof keepBundle>[0],
): Promise<OperationError | SecretStoreError> {
  const failure: unknown = await keepBundle(context, bundle).then(
    () => new Error('It was kept'),
    (error) => error,
  );
  if (!(failure instanceof OperationError || failure instanceof SecretStoreError)) throw failure;
  return failure;
}

/** The blocks of a PEM text, in order. */
const blocksOf = (text: string) => text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n/g) ?? [];
const subjectOf = (pem = '') => new X509Certificate(pem).subject;

describe('a key and its certificate in one secret', () => {
  test('are one PEM text: the key, its certificate, its issuers', async () => {
    const scene = await scenes.open();
    const { context, lines } = openContext(await scene.open());
    await keepBundle(context, bundle);
    const value = (await scene.read(HERE)) ?? '';
    const [key = '', leaf = '', ...issuers] = blocksOf(value);
    expect([key, leaf, ...issuers].join('')).toBe(value);
    expect(new X509Certificate(leaf).checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect([leaf, ...issuers].map(subjectOf)).toEqual(['CN=api.example.com', 'CN=Root']);
    expect(lines).toEqual([`Key and certificate are kept in secret MTLS in ${HERE}`]);
    expect(context.progress.outcome.keptFiles).toBeNull();
  });

  test('are written at once', async () => {
    const scene = await scenes.open();
    await keepBundle(openContext(await scene.open()).context, bundle);
    expect(scene.calls().filter((call) => call.startsWith('PUT'))).toHaveLength(1);
  });

  test.each([
    ['is refused', { kind: 'status', status: 403 }, false],
    ['has no answer', { kind: 'lost-answer' }, true],
  ] as const)(
    'that %s: it is told whether it may be there, and nothing of the key',
    async (_words, trouble, mayHaveArrived) => {
      const scene = await scenes.open();
      scene.github.planFault({ endpoint: 'secrets.put', call: 'every', ...trouble });
      const { context, lines } = openContext(await scene.open());
      const error = await failWith(context);
      expect(error.message).toContain('PUT /repos/acme/infrastructure/actions/secrets/MTLS');
      expect(error).toMatchObject({ name: 'SecretStoreError', mayHaveArrived });
      const [, secretLine = ''] = bundle.privateKeyPem.split('\n');
      expect(`${error.stack}${error.mend}${lines}${scene.debugLines}`).not.toContain(secretLine);
    },
  );
});

describe('a key and its certificate in files of the job', () => {
  test('are two files that only the user of the step can read', async () => {
    const { context, lines } = openContext(null);
    await keepBundle(context, bundle);
    const { privateKeyPath = '', certificatePath = '' } = context.progress.outcome.keptFiles ?? {};
    const key = createPrivateKey(await readFile(privateKeyPath, 'utf8'));
    const certificates = blocksOf(await readFile(certificatePath, 'utf8'));
    expect(new X509Certificate(certificates[0] ?? '').checkPrivateKey(key)).toBe(true);
    expect(certificates.map(subjectOf)).toEqual(['CN=api.example.com', 'CN=Root']);
    expect((await stat(privateKeyPath)).mode & 0o777).toBe(0o600);
    expect(lines).toEqual([
      `The key is in ${privateKeyPath}, its certificate in ${certificatePath}, until the job ends`,
    ]);
  });

  test('that cannot be written: it is said', async () => {
    const file = path.join(folder, 'no-folder');
    await writeFile(file, '');
    const { context } = openContext(null, file);
    const error = await failWith(context);
    expect(error.message).toMatch(/^The new key and its certificate cannot be kept in files of the job: E/);
    expect(error.mend).toContain('RUNNER_TEMP');
    expect(context.progress.outcome.keptFiles).toBeNull();
  });
});
