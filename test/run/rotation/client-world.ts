import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ClientCertificateSeed } from '../../../simulator/cloudflare/client-seeds.ts';
import type { ClientCertificateState } from '../../../simulator/cloudflare/client-state.ts';
import { createCloudflare } from '../../../simulator/cloudflare/cloudflare.ts';
import { type CloudflareOptions, DEFAULT_CLOUDFLARE_OPTIONS } from '../../../simulator/cloudflare/options.ts';
import { createUnkind } from '../../../simulator/unkind.ts';
import { generateKeyAndCsr } from '../../../src/certificate/material/key-pair.ts';
import type { NetworkRequest } from '../../../src/http/types.ts';
import type { StepFiles } from '../../../src/runner/files.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { createClientWatch } from './client-watch.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';
import { createFakeSecretStore, type FakeSecretStore } from './fake-secret-store.ts';
import {
  type Crossing,
  createLives,
  type Interception,
  type Kill,
  type Life,
  type WorldCall,
} from './lives.ts';
import { ACCOUNT, DAY, TOKEN } from './world.ts';

export const ZONE = 'c0ffee00c0ffee00c0ffee00c0ffee02';
export const NAME = 'api-client.example.com';
const BASE = `/client/v4/zones/${ZONE}`;
const START = Date.UTC(2026, 0, 1);

export interface ClientWorldOptions {
  readonly certificates?: readonly ClientCertificateSeed[];
  readonly cloudflare?: Partial<CloudflareOptions>;
  readonly hostnames?: readonly string[];
  readonly settleMilliseconds?: number;
  /** Troubles of the vendor's, of the ledger's and of the store's, by this seed. */
  readonly unkind?: number;
  /** Asked before a call is carried out; what it gives is answered instead, null carries it out. */
  readonly intercept?: (name: string) => Interception | null | Promise<Interception | null>;
  /** How long a replaced certificate has to stay; 0: not watched. */
  readonly overlapMilliseconds?: number;
  readonly kill?: Kill | null;
  /** How far the ledger's clock is ahead. */
  readonly ledgerSkewMilliseconds?: number;
  /** Keeps a new key in files of the job, which then count as the store. */
  readonly inFiles?: boolean;
  /** Of every run. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A simulated zone, a ledger, a store and a clock, in which runs live and die. */
export interface ClientWorld {
  readonly clock: VirtualClock;
  readonly ledger: FakeLedger;
  readonly store: FakeSecretStore;
  readonly calls: readonly WorldCall[];
  /** Every breach of an invariant, as it happened. */
  readonly breaches: readonly string[];
  /** Certificates that runs of the action have made, in their order. */
  readonly ownCreations: readonly string[];
  /** Runs the action, by default with every phase allowed. */
  live(inputs?: Readonly<Record<string, string>>): Promise<Life>;
  /** What was sent since the last look: changes at the vendor, records, and what was kept. */
  changes(): readonly string[];
  certificates(): readonly ClientCertificateState[];
  /** The id of the certificate whose key is kept, found by comparing the keys. */
  heldId(): string | null;
  /** Has a certificate signed as a person would, by default with the lineage's name; returns its id. */
  createByHand(name?: string): Promise<string>;
  changeByHand(method: 'DELETE' | 'PATCH', id: string): Promise<void>;
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>;
}

/** The certificate that a world begins with: due, with 20 days left of a year. */
export const OLD = clientIdOf(1);

export function clientIdOf(number: number): string {
  return `ab1e${String(number).padStart(28, '0')}`;
}

/** A seeded certificate, by days from the world's beginning. */
export function clientSeed(
  number: number,
  {
    from = -345,
    days = 365,
    name = NAME,
    status = 'active',
  }: {
    readonly from?: number;
    readonly days?: number;
    readonly name?: string;
    readonly status?: ClientCertificateSeed['status'];
  } = {},
): ClientCertificateSeed {
  return {
    id: clientIdOf(number),
    subject: {
      commonName: name,
      organization: '',
      organizationalUnit: '',
      location: '',
      state: '',
      country: '',
    },
    status,
    issuedOn: START + from * DAY,
    validityDays: days,
  };
}

export const CLIENT_PHASES = { phases: 'plan,promote,retire' };

export async function openClientWorld(options: ClientWorldOptions = {}): Promise<ClientWorld> {
  const clock = createVirtualClock();
  const { certificates = [clientSeed(1)], kill = null, inFiles = false } = options;
  const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
  const ledger = createFakeLedger(clock, {
    skewMilliseconds: options.ledgerSkewMilliseconds ?? 0,
    unkind: options.unkind ?? null,
  });
  const vendor = await createCloudflare(
    {
      accounts: [{ id: ACCOUNT, certificates: [], settings: {} }],
      zones: [
        {
          id: ZONE,
          accountId: ACCOUNT,
          quota: 100,
          certificates,
          hostnames: options.hostnames ?? ['api.example.com'],
        },
      ],
      tokens: [TOKEN_SEED],
      globalKey: { email: 'a@example.com', key: 'f'.repeat(37) },
    },
    { clock, seed: 1, settleMilliseconds: options.settleMilliseconds ?? 4000, unkind },
    { ...DEFAULT_CLOUDFLARE_OPTIONS, ...options.cloudflare },
  );
  const ownCreations: string[] = [];
  /** By fingerprint. */
  const ids = new Map<string, string>();
  const first = certificates.find(({ id, status }) => id === OLD && status === 'active');

  const zone = () => {
    const state = vendor.readState().zones[ZONE];
    if (state === undefined) throw new Error('The zone is gone');
    return state;
  };
  const heldId = () => {
    const kept = store.values.at(-1);
    // What the clients had before the world began is the first one's key.
    return kept === undefined ? (first?.id ?? null) : findHolder(kept, ids);
  };
  const store = createFakeSecretStore(options.unkind ?? null, () => watch.look('a write'));
  const watch = createClientWatch({
    clock,
    overlapMilliseconds: options.overlapMilliseconds ?? 0,
    certificates: () => zone().clientCertificates,
    heldId,
    isOurs: (id) => id === OLD || ownCreations.includes(id),
  });
  const answer = (method: string, path: string, body: unknown) =>
    vendor.answer({
      method,
      path: `${BASE}/${path}`,
      query: new URLSearchParams(),
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
  const inputs: Readonly<Record<string, string>> = {
    provider: 'cloudflare-client',
    'zone-id': ZONE,
    'api-token': TOKEN,
    name: NAME,
    'validity-days': '365',
    ...(inFiles ? {} : { 'store-secret': 'MTLS', 'store-token': 'github_pat_OfTheTests' }),
    ...options.inputs,
  };

  const lives = createLives({
    clock,
    vendors: [vendor],
    unkind,
    ledger,
    kill,
    inputs,
    nameCall,
    intercept: options.intercept,
    before: (name, { url }) => watch.inspect(name, url.pathname),
    after: (name, given) => {
      if (name === 'POST certificates' && given.status < 300) {
        const { result } = given.json as {
          readonly result: { readonly id: string; readonly certificate: string };
        };
        ownCreations.push(result.id);
        ids.set(new X509Certificate(result.certificate).fingerprint256, result.id);
      }
      watch.look(name);
    },
    onTime: () => watch.look('some time'),
    ports: (crossing) => ({
      openSecretStore: async () => store.open(crossing),
      ...(inFiles ? { files: openJobFiles(crossing) } : {}),
    }),
  });

  /** Files of one run's job: a later step has the pair once both are there. */
  function openJobFiles({ meet }: Crossing): StepFiles {
    let privateKeyPem: string | null = null;
    return {
      directory: null,
      read: async () => '',
      write: (name, content) =>
        meet(`file ${name}`, async () => {
          const text = typeof content === 'string' ? content : [...content].join('');
          if (name === 'private-key.pem') privateKeyPem = text;
          if (name === 'certificate.pem' && privateKeyPem !== null) {
            store.values.push(`${privateKeyPem}${text}`);
            watch.look(name);
          }
          return `/files/${name}`;
        }),
    };
  }

  return {
    clock,
    ledger,
    store,
    calls: lives.calls,
    breaches: watch.breaches,
    ownCreations,
    live: (given = CLIENT_PHASES) => lives.live(given),
    changes: () => lives.changes().filter((name) => name !== 'store look'),
    certificates: () => zone().clientCertificates,
    heldId,
    createByHand: async (name = NAME) => {
      const { csrPem } = await generateKeyAndCsr({ subject: `CN=${name}`, keyAlgorithm: 'ecdsa-p256' });
      const given = await answer('POST', 'client_certificates', { csr: csrPem, validity_days: 365 });
      return (given.json as { readonly result: { readonly id: string } }).result.id;
    },
    changeByHand: async (method, id) => {
      await answer(
        method,
        `client_certificates/${id}`,
        method === 'PATCH' ? { reactivate: true } : undefined,
      );
      await clock.sleep(20_000);
      watch.forgive([id]);
    },
    pass: async (milliseconds) => {
      await clock.sleep(milliseconds);
      watch.look('some time');
    },
  };
}

/** Whose key a bundle holds; null where key and certificate are not of one pair, or of no certificate made here. */
export function findHolder(bundle: string, ids: ReadonlyMap<string, string>): string | null {
  const fingerprint = fingerprints.get(bundle) ?? readFingerprint(bundle);
  fingerprints.set(bundle, fingerprint);
  return ids.get(fingerprint) ?? null;
}

/** Of the certificates of bundles that were looked at before: one bundle is looked at after every call. */
const fingerprints = new Map<string, string>();

/** Empty where key and certificate are not of one pair. */
function readFingerprint(bundle: string): string {
  const [key = ''] = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(bundle) ?? [];
  const [pem = ''] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(bundle) ?? [];
  const certificate = new X509Certificate(pem);
  return certificate.checkPrivateKey(createPrivateKey(key)) ? certificate.fingerprint256 : '';
}

/** Without ids: `GET certificates active`, `DELETE certificates/ID`, `GET hosts`. */
function nameCall({ method, url }: NetworkRequest): string {
  const path = url.pathname
    .slice(BASE.length + 1)
    .replace('certificate_authorities/hostname_associations', 'hosts')
    .replace('client_certificates', 'certificates')
    .replace(/\/[0-9a-f]{32}/, '/ID');
  const status = url.searchParams.get('status');
  return `${method} ${path}${status === null ? '' : ` ${status}`}`;
}

const TOKEN_SEED = {
  id: '7'.repeat(32),
  value: TOKEN,
  ownedByAccount: null,
  accounts: [ACCOUNT],
  zeroTrust: 'none',
  zones: [ZONE],
  sslAndCertificates: 'write',
  status: 'active',
  notBefore: null,
  expiresOn: null,
} as const;
