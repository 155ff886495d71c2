import { createCloudflare } from '../../../simulator/cloudflare/cloudflare.ts';
import { type CloudflareOptions, DEFAULT_CLOUDFLARE_OPTIONS } from '../../../simulator/cloudflare/options.ts';
import type { GatewayCertificateSeed, TokenSeed } from '../../../simulator/cloudflare/seeds.ts';
import type { GatewayCertificateState, GatewayState } from '../../../simulator/cloudflare/state.ts';
import type { JsonObject } from '../../../simulator/cloudflare/wire.ts';
import { createUnkind } from '../../../simulator/unkind.ts';
import type { Answer } from '../../../simulator/vendor.ts';
import type { Deps } from '../../../src/deps.ts';
import type { NetworkRequest } from '../../../src/http/types.ts';
import type { Environment } from '../../../src/interface/raw-inputs.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';
import {
  createLives,
  type Habitat,
  type Interception,
  type Kill,
  type Life,
  type WorldCall,
} from './lives.ts';
import { createWatch, type Delays } from './watch.ts';

export const ACCOUNT = 'c0ffee00c0ffee00c0ffee00c0ffee01';
export const TOKEN = 'cfut_TokenOfTheTestsThatOpensNothing0000001';
export const MINUTE = 60 * 1000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface WorldOptions {
  readonly certificates?: readonly GatewayCertificateSeed[];
  /** The id that the configuration names; null: the configuration names none. */
  readonly inUse?: string | null;
  readonly cloudflare?: Partial<CloudflareOptions>;
  readonly settleMilliseconds?: number;
  /** Troubles of the vendor's and of the ledger's, by this seed. */
  readonly unkind?: number;
  /** Asked before a call is carried out; what it gives is answered instead, null carries it out. */
  readonly intercept?: (name: string) => Interception | null | Promise<Interception | null>;
  /** How early nothing may happen. */
  readonly delays?: Delays;
  readonly kill?: Kill | null;
  /** How far the ledger's clock is ahead. */
  readonly ledgerSkewMilliseconds?: number;
  /** One that other worlds share. */
  readonly clock?: VirtualClock;
  readonly account?: string;
  /** Of every run, besides those of the account. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** GitHub, where the runs call it themselves. */
  readonly github?: GitHubSide;
}

/** What runs that call GitHub are given. */
export interface GitHubSide {
  readonly elsewhere: NonNullable<Habitat['elsewhere']>;
  readonly environment: Environment;
  readonly ports: Partial<Deps>;
  /** Without ids. */
  nameCall(request: NetworkRequest): string;
}

/** A simulated vendor, a ledger and a clock, in which runs live and die. */
export interface World {
  readonly clock: VirtualClock;
  readonly ledger: FakeLedger;
  readonly calls: readonly WorldCall[];
  /** Every breach of an invariant, as it happened. */
  readonly breaches: readonly string[];
  /** Certificates that a person has taken in hand. */
  readonly touched: ReadonlySet<string>;
  /** Certificates that have served at any time. */
  readonly everServed: ReadonlySet<string>;
  /** Creations that runs of the action have made; people's are not among them. */
  readonly ownCreations: readonly string[];
  /** Runs the action, by default with every phase allowed. */
  live(inputs?: Readonly<Record<string, string>>): Promise<Life>;
  /** What was sent since the last look: changes at the vendor, and records. */
  changes(): readonly string[];
  gateway(): GatewayState;
  /** The certificate in use. */
  serving(): GatewayCertificateState | null;
  /** Sends what a person does in the dashboard; returns the answer. */
  person(method: string, path: string, body?: unknown, touchedIds?: readonly string[]): Promise<Answer>;
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>;
}

/** The certificate that a world begins with in use: due, with 20 days left of five years. */
export const OLD = idOf(1);

export function idOf(number: number): string {
  return `ab1e0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A seeded certificate, by days from the world's beginning. */
export function seed(
  number: number,
  { from = -1805, to = 20, ...facts }: Partial<GatewayCertificateSeed> & { from?: number; to?: number } = {},
): GatewayCertificateSeed {
  const start = Date.UTC(2026, 0, 1);
  return {
    id: idOf(number),
    type: 'gateway_managed',
    status: 'available',
    createdAt: start + from * DAY,
    expiresOn: start + to * DAY,
    ...facts,
  };
}

const ALL_PHASES = { phases: 'plan,stage,promote,retire' };

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { clock = createVirtualClock(), inUse = OLD, kill = null, account = ACCOUNT, github } = options;
  const base = `/client/v4/accounts/${account}/gateway`;
  const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
  const ledger = createFakeLedger(clock, {
    skewMilliseconds: options.ledgerSkewMilliseconds ?? 0,
    unkind: options.unkind ?? null,
  });
  const settings: JsonObject = inUse === null ? {} : { certificate: { id: inUse } };
  const vendor = await createCloudflare(
    {
      accounts: [{ id: account, certificates: options.certificates ?? [seed(1)], settings }],
      zones: [],
      tokens: [makeToken(account)],
      globalKey: { email: 'a@example.com', key: 'f'.repeat(37) },
    },
    { clock, seed: 1, settleMilliseconds: options.settleMilliseconds ?? 4000, unkind },
    { ...DEFAULT_CLOUDFLARE_OPTIONS, ...options.cloudflare },
  );
  const ownCreations: string[] = [];

  const gateway = () => {
    const state = vendor.readState().accounts[account];
    if (state === undefined) throw new Error('The account is gone');
    return state.gateway;
  };
  const serving = () => gateway().certificates.find((one) => one.inUse) ?? null;
  const watch = createWatch(gateway, clock, options.delays ?? null);
  const answer = (method: string, path: string, body: string) =>
    vendor.answer({
      method,
      path,
      query: new URLSearchParams(),
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body,
    });

  const lives = createLives({
    clock,
    vendors: [vendor],
    unkind,
    ledger,
    kill,
    inputs: { provider: 'cloudflare-gateway', 'account-id': account, 'api-token': TOKEN, ...options.inputs },
    nameCall: (request) =>
      github?.elsewhere.serves(request.url) === true ? github.nameCall(request) : nameCall(request, base),
    intercept: options.intercept,
    before: (name, { url, body = '' }) => watch.inspect(name, url.pathname, body),
    after: (name, given) => {
      if (name === 'POST certificates' && given.status < 300) {
        ownCreations.push((given.json as { readonly result: { readonly id: string } }).result.id);
      }
      watch.look(name);
    },
    onTime: () => watch.look('some time'),
    elsewhere: github?.elsewhere,
    environment: github?.environment,
    ports: () => github?.ports ?? {},
  });

  return {
    clock,
    ledger,
    calls: lives.calls,
    breaches: watch.breaches,
    touched: watch.touched,
    get everServed() {
      return watch.everServed;
    },
    ownCreations,
    live: (inputs = ALL_PHASES) => lives.live(inputs),
    changes: lives.changes,
    gateway,
    serving,
    person: async (method, path, body, touchedIds = []) => {
      const given = await answer(method, `${base}/${path}`, body === undefined ? '' : JSON.stringify(body));
      // What people break themselves is not the action's breach.
      watch.forgive(touchedIds);
      return given;
    },
    pass: async (milliseconds) => {
      await clock.sleep(milliseconds);
      watch.look('some time');
    },
  };
}

/** Without ids: `GET certificates`, `POST certificates/activate`, `PATCH configuration`. */
function nameCall({ method, url }: NetworkRequest, base: string): string {
  const path = url.pathname.slice(base.length + 1).replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/, '/ID');
  return `${method} ${path}`;
}

function makeToken(account: string): TokenSeed {
  return {
    id: '7'.repeat(32),
    value: TOKEN,
    ownedByAccount: null,
    accounts: [account],
    zeroTrust: 'write',
    zones: [],
    sslAndCertificates: 'none',
    status: 'active',
    notBefore: null,
    expiresOn: null,
  };
}
