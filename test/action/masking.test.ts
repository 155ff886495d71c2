import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GLOBAL_KEY, TOKENS } from '../../simulator/estate.ts';
import { ONEAPI_CLIENTS, VANITY_DOMAIN, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import { makeRsaKeys } from '../support/material.ts';
import { describeEndpoints } from './support/endpoints.ts';
import { makeSmallEstate } from './support/estates.ts';
import { type Cell, openHouse, play } from './support/fault-cells.ts';
import { describeStep, MADE_ASSERTION } from './support/masks.ts';
import { formsOf } from './support/secret-hunt.ts';
import { learnFirstToken } from './support/session-tokens.ts';

const house = await openHouse();
const endpoints = await describeEndpoints();
const legacyToken = await learnFirstToken('/signin');
const oneApiToken = await learnFirstToken('/oauth2/v1/token');
const signingKeys = makeRsaKeys();
const signingKey = signingKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
const folder = await mkdtemp(path.join(tmpdir(), 'signing-key-'));
const signingKeyPath = path.join(folder, 'signing.key');
await writeFile(signingKeyPath, `${signingKey}\n`);

afterAll(async () => {
  await Promise.all([house.close(), rm(folder, { recursive: true })]);
});

const account = { 'account-id': ACCOUNTS.company };
const customer = { 'customer-id': ZPA_CUSTOMERS.company };
const { write: legacyClient } = ZPA_CLIENTS;
const { write: oneApiClient } = ONEAPI_CLIENTS;

interface CredentialCase {
  readonly name: string;
  readonly provider: 'cloudflare-gateway' | 'zscaler-zpa';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Nobody may see them, and they are masked before anything is printed. */
  readonly secrets: readonly string[];
  /** Masked besides, once they are there. */
  readonly later?: readonly string[];
}

const gatewayList = endpoints.find(({ name }) => name === 'gateway.list');
const zpaList = endpoints.find(({ name }) => name === 'zpa.certificates.list');

/** Plays a list with a credential of its own. */
async function playCredential({ provider, inputs = {}, env = {}, secrets }: CredentialCase): Promise<Cell> {
  const list = provider === 'zscaler-zpa' ? zpaList : gatewayList;
  if (list === undefined) throw new Error('There is no list');
  const estate = makeSmallEstate(provider);
  const publicKey = signingKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const oneApiClients = estate.zscaler.oneApiClients.map((client) => ({ ...client, publicKey }));
  const scope = provider === 'zscaler-zpa' ? customer : account;
  return play({
    endpoint: { ...list, inputs: { ...list.inputs, ...scope, ...inputs }, env, secrets },
    faults: [],
    estate: { ...estate, zscaler: { ...estate.zscaler, oneApiClients } },
    house,
  });
}

describe('the credential is masked before anything is printed, and nothing else is', () => {
  const cases: readonly CredentialCase[] = [
    {
      name: 'a token of the inputs',
      provider: 'cloudflare-gateway',
      inputs: { 'api-token': TOKENS.write },
      secrets: [TOKENS.write],
    },
    {
      name: 'a token of the environment',
      provider: 'cloudflare-gateway',
      env: { CLOUDFLARE_API_TOKEN: TOKENS.write },
      secrets: [TOKENS.write],
    },
    {
      name: 'a key of the inputs, and not its e-mail',
      provider: 'cloudflare-gateway',
      inputs: { 'api-email': GLOBAL_KEY.email, 'api-key': GLOBAL_KEY.key },
      secrets: [GLOBAL_KEY.key],
    },
    {
      name: 'a key of the environment, and not its e-mail',
      provider: 'cloudflare-gateway',
      env: { CLOUDFLARE_EMAIL: GLOBAL_KEY.email, CLOUDFLARE_API_KEY: GLOBAL_KEY.key },
      secrets: [GLOBAL_KEY.key],
    },
    {
      name: 'a client secret of the inputs, and not its id',
      provider: 'zscaler-zpa',
      inputs: { 'client-id': legacyClient.id, 'client-secret': legacyClient.secret },
      secrets: [legacyClient.secret],
      later: [legacyToken],
    },
    {
      name: 'a client secret of the environment, and not its id',
      provider: 'zscaler-zpa',
      env: { ZPA_CLIENT_ID: legacyClient.id, ZPA_CLIENT_SECRET: legacyClient.secret },
      secrets: [legacyClient.secret],
      later: [legacyToken],
    },
    {
      name: 'a OneAPI secret of the inputs',
      provider: 'zscaler-zpa',
      inputs: {
        'client-id': oneApiClient.id,
        'client-secret': oneApiClient.secret,
        'vanity-domain': VANITY_DOMAIN,
      },
      secrets: [oneApiClient.secret],
      later: [oneApiToken],
    },
    {
      name: 'a signing key of the inputs',
      provider: 'zscaler-zpa',
      inputs: {
        'client-id': oneApiClient.id,
        'client-private-key': signingKey,
        'vanity-domain': VANITY_DOMAIN,
      },
      secrets: [signingKey],
      later: [MADE_ASSERTION, oneApiToken],
    },
    {
      name: 'a signing key of the environment',
      provider: 'zscaler-zpa',
      env: {
        ZSCALER_CLIENT_ID: oneApiClient.id,
        ZSCALER_PRIVATE_KEY: signingKey,
        ZSCALER_VANITY_DOMAIN: VANITY_DOMAIN,
      },
      secrets: [signingKey],
      later: [MADE_ASSERTION, oneApiToken],
    },
    {
      name: 'a signing key in a file, and not its path',
      provider: 'zscaler-zpa',
      inputs: {
        'client-id': oneApiClient.id,
        'client-private-key': signingKeyPath,
        'vanity-domain': VANITY_DOMAIN,
      },
      secrets: [signingKey],
      later: [MADE_ASSERTION, oneApiToken],
    },
  ];

  test.each(cases)('$name', async (one) => {
    const cell = await playCredential(one);
    expect({ errors: cell.errors, ...describeStep(cell) }).toEqual({
      errors: [],
      exitCode: 0,
      masks: [...one.secrets, ...(one.later ?? [])].sort(),
      harm: [],
      isDebugged: true,
    });
  });
});

describe('a credential that is refused before it is used is not quoted', () => {
  const blank = 'cfut_FakeSecret with a blank, of the simulator';
  const short = 'Fk+s3cr';
  const cutKey = signingKey.slice(0, signingKey.length / 2);
  const noKey = 'FakeSecret that is no key at all, of the simulator';

  test.each<
    readonly [name: string, provider: CredentialCase['provider'], secret: string, input: string, rest: object]
  >([
    ['a token with a blank in it', 'cloudflare-gateway', blank, 'api-token', {}],
    [
      'a token in the place of a key',
      'cloudflare-gateway',
      TOKENS.write,
      'api-key',
      { 'api-email': 'a@b.example' },
    ],
    ['a secret that was cut', 'zscaler-zpa', short, 'client-secret', { 'client-id': oneApiClient.id }],
    [
      'a signing key that was cut',
      'zscaler-zpa',
      cutKey,
      'client-private-key',
      { 'client-id': oneApiClient.id, 'vanity-domain': VANITY_DOMAIN },
    ],
    [
      'a signing key that is none',
      'zscaler-zpa',
      noKey,
      'client-private-key',
      { 'client-id': oneApiClient.id, 'vanity-domain': VANITY_DOMAIN },
    ],
  ])('%s', async (_, provider, secret, input, rest) => {
    const cell = await playCredential({
      name: '',
      provider,
      inputs: { ...rest, [input]: secret },
      secrets: [],
    });
    const log = cell.step.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const shown = [...log, cell.step.stderr, cell.step.summary, JSON.stringify(cell.step.outputs)].join('\n');
    expect(cell.step.exitCode).toBe(1);
    expect(cell.errors).toHaveLength(1);
    expect(cell.calls).toEqual([]);
    expect(formsOf(secret).filter((form) => shown.includes(form))).toEqual([]);
  });
});
