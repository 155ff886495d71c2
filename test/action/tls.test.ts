import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readActionFile, runStep } from '../../scripts/support/step-runner.ts';
import { inputSchema } from '../../src/interface/inputs.ts';
import { shapeOf } from '../../src/interface/parsers.ts';
import { createAuthority } from '../http/authority.ts';
import { issue, makeEcKeys } from '../support/material.ts';

const TOKEN = 'cfut_TokenThatNobodyMayReadUnverified00001';
const SECRET = 'SecretThatNobodyMayReadUnverified0000001';
/** What an impostor hears once the handshake is done. */
const heard: string[] = [];
const authority = createAuthority();
const impostor = createServer(authority.issue('localhost', '127.0.0.1'), (request, response) => {
  heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
  response.end('{"success":true,"errors":[],"messages":[],"result":[]}');
});
const action = await readActionFile();

beforeAll(async () => {
  impostor.listen(0, '127.0.0.1');
  await once(impostor, 'listening');
});
afterAll(() => {
  impostor.close();
  authority.remove();
});

/** What weakens Node's own clients, or those of other tools. */
const VARIABLES = {
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_OPTIONS: '--tls-min-v1.0',
  NPM_CONFIG_STRICT_SSL: 'false',
  GIT_SSL_NO_VERIFY: 'true',
  CURL_INSECURE: '1',
  OPENSSL_CONF: '/dev/null',
  SSL_CERT_FILE: '/dev/null',
};
const GATEWAY = {
  provider: 'cloudflare-gateway',
  'account-id': '0123456789abcdef0123456789abcdef',
  'api-token': TOKEN,
};
const ZPA = {
  provider: 'zscaler-zpa',
  'customer-id': '216196257331281920',
  'client-id': 'me',
  'client-secret': SECRET,
};

const DELETE = { operation: 'delete', 'certificate-id': '5e1f5160-0001-4ed0-8000-000000000001' };
const key = makeEcKeys();
const now = Date.now();
const leaf = await issue({
  subject: 'CN=a.example',
  sans: ['a.example'],
  keys: key,
  notBefore: new Date(now - 60_000),
  notAfter: new Date(now + 86_400_000),
});
const UPLOAD = {
  operation: 'create',
  name: 'a',
  certificate: leaf.pem,
  'private-key': key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const ROTATE = { operation: 'rotate', phases: 'plan', 'successor-id': 'new' };

/** Steps that between them turn every switch of the action the way that asks for less. */
const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a list', { ...GATEWAY, operation: 'list', 'in-use': 'true', 'fail-job': 'false', summary: 'false' }],
  ['a delete that is forced', { ...GATEWAY, ...DELETE, force: 'true', wait: 'false' }],
  ['a delete that is tried dry', { ...GATEWAY, ...DELETE, 'dry-run': 'true' }],
  ['ZPA, whose secret is in a form', { ...ZPA, operation: 'list' }],
  ['an upload of an untrusted chain', { ...ZPA, ...UPLOAD, 'allow-untrusted-chain': 'true' }],
  ['an audit', { ...GATEWAY, operation: 'audit', issue: 'false', 'validate-only': 'false' }],
  ['a rotation', { ...GATEWAY, ...ROTATE, 'allow-ungated': 'true' }],
];

test.each(steps)('a host that nobody vouches for hears nothing of %s', async (_, inputs) => {
  const { port } = impostor.address() as AddressInfo;
  const step = await runStep(
    { with: { 'max-retries': 0, ...inputs, 'api-url': `https://127.0.0.1:${port}` }, env: VARIABLES },
    action,
  );
  await rm(path.dirname(step.runnerTemp), { recursive: true });
  expect(step.exitCode).toBe(1);
  expect(step.stdout).toContain('is not from a trusted issuer');
  expect(heard).toEqual([]);
});

test('every switch of the action is among those', () => {
  const switches = Object.entries(inputSchema.shape).flatMap(([name, schema]) =>
    'boolean' in (shapeOf(schema) ?? {}) ? [name] : [],
  );
  const tried = new Set(steps.flatMap(([, inputs]) => Object.keys(inputs)));
  expect(switches.filter((name) => !tried.has(name))).toEqual([]);
});
