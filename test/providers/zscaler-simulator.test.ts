import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type EstateName, makeEstate } from '../../simulator/estate.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import {
  ONEAPI_CLIENTS,
  VANITY_DOMAIN,
  ZPA_CERTIFICATES,
  ZPA_CLIENTS,
  ZPA_CUSTOMERS,
  ZPA_MICROTENANTS,
} from '../../simulator/zscaler/estate.ts';
import { checkUpload } from '../../src/certificate/material/upload.ts';
import { createNetwork } from '../../src/http/network.ts';
import { createTransport } from '../../src/http/transport.ts';
import type { Network } from '../../src/http/types.ts';
import type { ZscalerCredentials } from '../../src/interface/credentials.ts';
import { EVERYTHING } from '../../src/interface/request.ts';
import type { CreationRequest, Provider } from '../../src/providers/provider.ts';
import { createZpaProvider, type ZpaOptions } from '../../src/providers/zscaler/zpa.ts';
import { type Issued, issue, NOW } from '../support/material.ts';
import { failureOf } from './zscaler-scene.ts';

const CUSTOMER = ZPA_CUSTOMERS.company;
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });

const legacy = (client: { id: string; secret: string }): ZscalerCredentials => ({
  scheme: 'zscaler-secret',
  clientId: client.id,
  clientSecret: client.secret,
  signIn: { kind: 'legacy', cloud: 'PRODUCTION' },
  from: 'inputs',
});
const oneApi = { kind: 'oneapi', vanityDomain: VANITY_DOMAIN, cloud: 'PRODUCTION' } as const;
const SIGN_INS: Readonly<Record<string, ZscalerCredentials>> = {
  'the legacy sign-in': legacy(ZPA_CLIENTS.write),
  'OneAPI with a secret': {
    scheme: 'zscaler-secret',
    clientId: ONEAPI_CLIENTS.write.id,
    clientSecret: ONEAPI_CLIENTS.write.secret,
    signIn: oneApi,
    from: 'inputs',
  },
  'OneAPI with a key': {
    scheme: 'zscaler-key',
    clientId: 'client-with-key',
    privateKey: KEY.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signIn: oneApi,
    from: 'inputs',
  },
};

type Simulation = Omit<SimulatorOptions, 'estate'> & { readonly estate?: EstateName };

interface Stage {
  readonly provider: Provider;
  readonly simulator: Simulator;
  readonly passTime: (milliseconds: number) => void;
}

const open: { simulator: Simulator; network: Network }[] = [];
afterEach(async () => {
  for (const { simulator, network } of open.splice(0)) {
    await network.close();
    await simulator.close();
  }
});

/** A provider before a simulator of its own; time passes only where somebody sleeps, and then at once. */
async function setUp(
  { estate: name = 'company', ...simulation }: Simulation = {},
  overrides: Partial<ZpaOptions> = {},
): Promise<Stage> {
  let now = NOW.getTime();
  const clock = { now: () => now };
  const passTime = (milliseconds: number) => {
    now += milliseconds;
  };
  const estate = makeEstate(name, now);
  const publicKey = KEY.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const withKey = { id: 'client-with-key', secret: null, publicKey, customerId: CUSTOMER, mayWrite: true };
  const { oneApiClients } = estate.zscaler;
  const zscaler = { ...estate.zscaler, oneApiClients: [...oneApiClients, withKey] };
  const simulator = await startSimulator({ clock, estate: { ...estate, zscaler }, ...simulation });
  const network = createNetwork({ environment: {} });
  open.push({ simulator, network });
  const provider = createZpaProvider(
    {
      customerId: CUSTOMER,
      microtenantId: null,
      credentials: legacy(ZPA_CLIENTS.write),
      apiUrl: new URL(simulator.url),
      view: 'all',
      pageSize: 500,
      transport: {
        requestTimeoutMilliseconds: 30_000,
        maxRetries: 4,
        retryDelayMilliseconds: 100,
        concurrency: 4,
      },
      ...overrides,
    },
    {
      redact: (text) => text,
      userAgent: 'certops/1',
      clock,
      mask: () => {},
      shareSession: (_key, create) => create(),
      createTransport: (options) =>
        createTransport(options, {
          clock,
          sleep: async (milliseconds) => passTime(milliseconds),
          random: () => 0,
          network,
          debug: () => {},
        }),
    },
  );
  return { provider, simulator, passTime };
}

const listIds = async ({ provider }: Stage) => (await provider.list(EVERYTHING)).map(({ id }) => id).sort();
const statesOf = ({ simulator }: Stage) =>
  simulator.readState().zscaler.customers[CUSTOMER]?.certificates ?? [];

async function makeUpload(name: string, leaf?: Issued): Promise<CreationRequest> {
  const { pem, keys } = leaf ?? (await issue({ subject: 'CN=door.example', sans: ['door.example'] }));
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const material = { certificate: pem, privateKey, chain: null };
  const plan = checkUpload(material, { allowUntrustedChain: true, roots: [] }, NOW);
  if ('problems' in plan) throw new Error(plan.problems.map(({ message }) => message).join());
  return { validityDays: null, csr: null, upload: { name, description: 'Door', plan } };
}

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('It is missing');
  return value;
}

async function getOne({ provider }: Stage, id: string) {
  return { ...need(await provider.get(id)), id };
}

describe.each(Object.entries(SIGN_INS))('through %s', (_name, credentials) => {
  test('the whole life of a certificate', async () => {
    const stage = await setUp({}, { credentials });
    const { provider } = stage;
    const request = await makeUpload('door');
    const before = await provider.list(EVERYTHING);
    expect(before).toHaveLength(8);
    expect(provider.creation.findExisting(before, request)).toBeNull();

    const created = await provider.creation.send(provider.creation.call(request));
    const id = need(created.id);
    expect(created).toMatchObject({ name: 'door', status: 'valid', contradictions: [] });
    expect(provider.creation.findMismatch(created, request)).toBeNull();
    expect(provider.creation.findExisting(await provider.list(EVERYTHING), request)?.id).toBe(id);

    const update = need(provider.update);
    const changes = { name: 'gate', description: null };
    await update.send(update.call(await getOne(stage, id), changes));
    const changed = await getOne(stage, id);
    expect(changed).toMatchObject({ name: 'gate', vendor: { description: 'Door' } });
    expect(update.isDone(changed, changes)).toBe(true);

    const deletion = need(provider.deletion);
    expect(await deletion.findViolations(changed, [])).toEqual([]);
    expect(await deletion.send(deletion.call(id))).toBe(true);
    expect(await provider.get(id)).toBeNull();
    expect(await deletion.send(deletion.call(id))).toBe(false);
    expect((await provider.check()).read).toBe('proved');

    await provider.close();
    const sessions = stage.simulator.readState().zscaler.sessions;
    expect(sessions.map(({ status }) => status)).toEqual([
      credentials.signIn.kind === 'legacy' ? 'signed-out' : 'open',
    ]);
  });
});

describe('what is read', () => {
  test('agrees with what there is', async () => {
    const stage = await setUp();
    const read = new Map((await stage.provider.list(EVERYTHING)).map((one) => [one.id, one]));
    for (const { id, fingerprint, expiresOn } of statesOf(stage)) {
      const certificate = need(read.get(id));
      expect([certificate.fingerprint, certificate.notAfter?.toISOString() ?? null]).toEqual([
        fingerprint,
        expiresOn,
      ]);
      expect(certificate.contradictions).toEqual([]);
    }
    const statusOf = (id: string) => read.get(id)?.status;
    expect([
      statusOf(ZPA_CERTIFICATES.serving),
      statusOf(ZPA_CERTIFICATES.wildcard),
      statusOf(ZPA_CERTIFICATES.pending),
    ]).toEqual(['valid', 'expired', 'pending']);
    expect(read.get(ZPA_CERTIFICATES.escaped)).toMatchObject({
      name: 'Wild Card Cert',
      vendor: { name: 'Wild%20Card%20Cert' },
    });
  });

  test.each<[string, SimulatorOptions['zscaler'], number]>([
    ['numbers and texts in turn', { numberForm: 'mixed' }, 3],
    ['no right totalCount', { totalCount: 'zero' }, 3],
    ['no totalCount', { totalCount: 'absent' }, 3],
    ['no list where it is empty', { emptyList: 'omitted' }, 3],
    ['the other spelling of the common name', { commonNameField: 'getcName' }, 500],
    ['a quota of three reads', { quota: { reads: 3, writes: 1, seconds: 10 } }, 1],
  ])('is the same with %s', async (_case, zscaler, pageSize) => {
    const stage = await setUp({ zscaler: zscaler ?? {} }, { pageSize });
    expect(await listIds(stage)).toEqual(Object.values(ZPA_CERTIFICATES).sort());
    expect((await getOne(stage, ZPA_CERTIFICATES.serving)).vendor.cName).toBe('crm.simulator.example');
  });

  test.each([
    ['issued', 7],
    ['clientless-issued', 7],
  ] as const)('in the view %s is without what is pending', async (view, count) => {
    const { provider } = await setUp({}, { view });
    expect(await provider.list(EVERYTHING)).toHaveLength(count);
    expect(await provider.get(ZPA_CERTIFICATES.serving)).toMatchObject({ status: 'valid' });
  });

  test('is what was searched for', async () => {
    const { provider } = await setUp();
    const names = async (search: string) =>
      (await provider.list({ ...EVERYTHING, search })).map(({ name }) => name);
    expect(await names('name EQ branch')).toEqual(['branch']);
    expect(await names('name LIKE simulator.example')).toHaveLength(4);
    const error = await failureOf(names('branch'));
    expect(provider.advise(error)).toMatch(/field operator value/);
  });

  test('is one microtenant where one is named', async () => {
    const branch = await setUp({}, { microtenantId: ZPA_MICROTENANTS.branch });
    expect(await listIds(branch)).toEqual([ZPA_CERTIFICATES.branch]);
    expect(await listIds(await setUp({}, { microtenantId: '0' }))).not.toContain(ZPA_CERTIFICATES.branch);
  });

  test('keeps within the quota over many pages', async () => {
    const stage = await setUp({ estate: 'large' }, { pageSize: 20 });
    expect(await listIds(stage)).toHaveLength(1000);
    expect(stage.simulator.history.filter(({ status }) => status === 429)).toEqual([]);
  });

  test.each([1, 2])(
    'is whole where tokens end, pages come short and calls are refused (seed %d)',
    async (unkind) => {
      const stage = await setUp({ unkind, estate: 'large' });
      expect(await listIds(stage)).toHaveLength(1000);
    },
  );
});

describe('what is refused', () => {
  test('a name that is taken, by the provider and by the vendor', async () => {
    const { provider } = await setUp();
    const request = await makeUpload('Wiki cert');
    const before = await provider.list(EVERYTHING);
    expect(provider.creation.findViolations(before, request)).toMatchObject([{ forcible: false }]);
    const error = await failureOf(provider.creation.send(provider.creation.call(request)));
    expect(error).toMatchObject({ mayHaveArrived: false });
    expect(provider.advise(error)).toMatch(/another name/);
  });

  test('deleting what serves: every referrer is named', async () => {
    const stage = await setUp();
    const deletion = need(stage.provider.deletion);
    const reasonsOf = async (id: string) =>
      (await deletion.findViolations(await getOne(stage, id), [])).map(({ reason }) => reason);
    expect(await reasonsOf(ZPA_CERTIFICATES.serving)).toEqual([
      'Browser Access applications refer to it: crm.simulator.example',
      'AppProtection (Inspect) applications refer to it: crm.simulator.example',
      'user portals refer to it: Start page at start.simulator.example',
    ]);
    expect(await reasonsOf(ZPA_CERTIFICATES.portal)).toEqual([
      'PRA portals refer to it: Server room at pra01.simulator.example',
    ]);
    const error = await failureOf(deletion.send(deletion.call(ZPA_CERTIFICATES.serving)));
    expect(stage.provider.advise(error)).toMatch(/refers to it/);
  });

  test.each([
    [ZPA_CERTIFICATES.managed, null, 1],
    [ZPA_CERTIFICATES.branch, null, 1],
    [ZPA_CERTIFICATES.branch, ZPA_MICROTENANTS.branch, 0],
    [ZPA_CERTIFICATES.wiki, null, 0],
  ])('changing %s, run for microtenant %s: %d violations', async (id, microtenantId, count) => {
    const stage = await setUp({}, { microtenantId });
    const certificate = await getOne(stage, id);
    const update = need(stage.provider.update);
    expect(update.findViolations(certificate)).toHaveLength(count);
    expect(await need(stage.provider.deletion).findViolations(certificate, [])).toHaveLength(count);
    const sending = update.send(update.call(certificate, { name: 'new', description: null }));
    if (count > 0) await failureOf(sending);
    else await sending;
    expect(statesOf(stage).find((state) => state.id === id)?.name === 'new').toBe(count === 0);
  });

  test('a delete that forgets the microtenant is not taken for done', async () => {
    const stage = await setUp();
    const deletion = need(stage.provider.deletion);
    const error = await failureOf(deletion.send(deletion.call(ZPA_CERTIFICATES.branch)));
    expect(stage.provider.advise(error)).toMatch(/microtenant-id/);
  });

  test.each([200, 403])('a tenant that was moved to OneAPI, with status %d', async (oneApiOnlyStatus) => {
    const { provider } = await setUp({ zscaler: { oneApiOnly: true, oneApiOnlyStatus } });
    const error = await failureOf(provider.list(EVERYTHING));
    expect(provider.advise(error)).toMatch(/vanity-domain/);
  });

  test.each<[string, ZscalerCredentials]>([
    ['legacy', legacy(ONEAPI_CLIENTS.write)],
    ['OneAPI', { ...legacy(ZPA_CLIENTS.write), signIn: oneApi }],
  ])('the credential of the other way, by %s', async (_name, credentials) => {
    const { provider } = await setUp({}, { credentials });
    const { read } = await provider.check();
    expect(read).not.toBe('proved');
    if (read !== 'proved') expect(provider.advise(read)).toMatch(/vanity-domain/);
  });

  test('writing with a client that may only read', async () => {
    const { provider } = await setUp({}, { credentials: legacy(ZPA_CLIENTS.readOnly) });
    expect(await provider.check()).toMatchObject({ read: 'proved', count: 8 });
    const error = await failureOf(provider.creation.send(provider.creation.call(await makeUpload('door'))));
    expect(provider.advise(error)).toMatch(/role/);
  });
});

test('an upload whose answer is lost is recognised by its fingerprint', async () => {
  const { provider, simulator } = await setUp();
  const leaf = await issue({ subject: 'CN=door.example', sans: ['door.example'] });
  const request = await makeUpload('door', leaf);
  simulator.planFault({ endpoint: 'zpa.certificates.create', kind: 'lost-answer' });
  const error = await failureOf(provider.creation.send(provider.creation.call(request)));
  expect(error.mayHaveArrived).toBe(true);
  const [found, ...others] = provider.creation.recognise(await provider.list(EVERYTHING), request);
  expect(found?.fingerprint).toBe(new X509Certificate(leaf.pem).fingerprint256);
  expect(others).toEqual([]);
});

test('a token that ends while a run waits is renewed', async () => {
  const stage = await setUp({ zscaler: { legacyTokenSeconds: 60 } });
  await stage.provider.list(EVERYTHING);
  stage.passTime(61_000);
  expect(await listIds(stage)).toHaveLength(8);
  expect(stage.simulator.history.filter(({ status }) => status === 401)).toEqual([]);
  expect(stage.simulator.readState().zscaler.sessions).toHaveLength(2);
});
