import { createCloudflare } from '../../../simulator/cloudflare/cloudflare.ts';
import { type CloudflareOptions, DEFAULT_CLOUDFLARE_OPTIONS } from '../../../simulator/cloudflare/options.ts';
import type { GatewayCertificateSeed, TokenSeed } from '../../../simulator/cloudflare/seeds.ts';
import type { GatewayCertificateState, GatewayState } from '../../../simulator/cloudflare/state.ts';
import type { JsonObject } from '../../../simulator/cloudflare/wire.ts';
import { createUnkind } from '../../../simulator/unkind.ts';
import type { Answer } from '../../../simulator/vendor.ts';
import { NetworkFailure } from '../../../src/http/errors.ts';
import type { Network, NetworkRequest, NetworkResponse } from '../../../src/http/types.ts';
import type { RotationLedger } from '../../../src/operations/rotation/ledger.ts';
import { run } from '../../../src/run.ts';
import { createRecordingRunner, type RecordingRunner } from '../../support/recording-runner.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';
import { createWatch, type Delays } from './watch.ts';

export const ACCOUNT = 'c0ffee00c0ffee00c0ffee00c0ffee01';
export const TOKEN = 'cfut_TokenOfTheTestsThatOpensNothing0000001';
export const MINUTE = 60 * 1000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const ROUND_TRIP_MILLISECONDS = 40;
const BASE = `/client/v4/accounts/${ACCOUNT}/gateway`;

/** Where a run is killed: at which of its world's calls, counted from 1, and on which side of the change. */
export interface Kill {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** One call of any run to anybody. */
export interface WorldCall {
  /** `POST certificates`, `PATCH configuration`, `ledger append promoted`. */
  readonly name: string;
  readonly life: number;
}

/** A refusal of the vendor's. */
export interface Interception {
  readonly status: number;
  readonly code: number;
}

/** How one run went. */
export interface Life {
  readonly runner: RecordingRunner;
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure: string | null;
  readonly wasKilled: boolean;
}

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
  const clock = createVirtualClock();
  const { inUse = OLD, kill = null } = options;
  const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
  const ledger = createFakeLedger(clock, {
    skewMilliseconds: options.ledgerSkewMilliseconds ?? 0,
    unkind: options.unkind ?? null,
  });
  const settings: JsonObject = inUse === null ? {} : { certificate: { id: inUse } };
  const vendor = await createCloudflare(
    {
      accounts: [{ id: ACCOUNT, certificates: options.certificates ?? [seed(1)], settings }],
      zones: [],
      tokens: [makeToken()],
      globalKey: { email: 'a@example.com', key: 'f'.repeat(37) },
    },
    { clock, seed: 1, settleMilliseconds: options.settleMilliseconds ?? 4000, unkind },
    { ...DEFAULT_CLOUDFLARE_OPTIONS, ...options.cloudflare },
  );
  const calls: WorldCall[] = [];
  const ownCreations: string[] = [];
  let lives = 0;
  let seen = 0;

  const gateway = () => {
    const account = vendor.readState().accounts[ACCOUNT];
    if (account === undefined) throw new Error('The account is gone');
    return account.gateway;
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

  async function act(name: string, { method, url, body = '' }: NetworkRequest): Promise<Answer> {
    watch.inspect(name, url.pathname, body);
    const given = await answer(method, url.pathname, body);
    if (name === 'POST certificates' && given.status < 300) {
      ownCreations.push((given.json as { readonly result: { readonly id: string } }).result.id);
    }
    watch.look(name);
    return given;
  }

  async function live(inputs: Readonly<Record<string, string>> = ALL_PHASES): Promise<Life> {
    lives += 1;
    const life = lives;
    let isDead = false;
    let die: () => void = () => {};
    const death = new Promise<void>((resolve) => {
      die = () => {
        isDead = true;
        resolve();
      };
    });
    const never = new Promise<never>(() => {});
    /** Counts a call, and kills the run before or after it where that is planned. */
    const meet = async <T>(name: string, carryOut: () => Promise<T>): Promise<T> => {
      if (isDead) return never;
      calls.push({ name, life });
      const isLast = kill !== null && kill.call === calls.length;
      if (isLast && kill.when === 'before') {
        die();
        return never;
      }
      const result = await carryOut();
      if (isLast) die();
      return isDead ? never : result;
    };
    const sleep = async (milliseconds: number) => {
      await clock.sleep(milliseconds);
      watch.look('some time');
      return isDead ? never : undefined;
    };
    /** Half of the way there, half of it back. */
    const travel = async <T>(act: () => Promise<T>): Promise<T> => {
      await clock.sleep(ROUND_TRIP_MILLISECONDS / 2);
      const result = await act();
      await clock.sleep(ROUND_TRIP_MILLISECONDS / 2);
      return result;
    };
    const network: Network = {
      send: (request) => {
        const name = nameCall(request);
        return meet(name, async () => {
          const endpoint = vendor.findEndpoint(request.method, request.url.pathname);
          const fault =
            endpoint === null ? null : (unkind?.drawFault(endpoint, request.method !== 'GET') ?? null);
          if (fault?.kind === 'status') {
            await clock.sleep(ROUND_TRIP_MILLISECONDS);
            const refusal = vendor.makeErrorAnswer({ status: fault.status });
            return toResponse({ ...refusal, headers: { ...refusal.headers, 'retry-after': '1' } });
          }
          const refused = (await options.intercept?.(name)) ?? null;
          const given = await travel(async () =>
            refused === null ? act(name, request) : vendor.makeErrorAnswer(refused),
          );
          if (fault?.kind === 'lost-answer') {
            throw new NetworkFailure('The connection was reset', { kind: 'reset', mayHaveArrived: true });
          }
          return toResponse(given);
        });
      },
      async close() {},
    };
    const runner = createRecordingRunner({
      operation: 'rotate',
      provider: 'cloudflare-gateway',
      'account-id': ACCOUNT,
      'api-token': TOKEN,
      ...inputs,
    });
    const opened = ledger.open(`run ${life}`);
    const watched: RotationLedger = {
      read: (lineage) => meet('ledger read', () => travel(() => opened.read(lineage))),
      append: (entry) => meet(`ledger append ${entry.phase}`, () => travel(() => opened.append(entry))),
    };
    await Promise.race([
      death,
      run({
        runner,
        files: { directory: null, read: async () => '', write: async (name) => `/files/${name}` },
        network,
        clock,
        sleep,
        random: () => 0.5,
        readTrustedRoots: async () => [],
        conserveMemory: () => {},
        openLedger: async () => watched,
      }),
    ]);
    return { runner, outputs: runner.outputs, failure: runner.failure, wasKilled: isDead };
  }

  return {
    clock,
    ledger,
    calls,
    breaches: watch.breaches,
    touched: watch.touched,
    get everServed() {
      return watch.everServed;
    },
    ownCreations,
    live,
    changes: () => {
      const since = calls.slice(seen).map(({ name }) => name);
      seen = calls.length;
      return since.filter((name) => !name.startsWith('GET') && name !== 'ledger read');
    },
    gateway,
    serving,
    person: async (method, path, body, touchedIds = []) => {
      const given = await answer(method, `${BASE}/${path}`, body === undefined ? '' : JSON.stringify(body));
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

function toResponse({ status, headers, json, text }: Answer): NetworkResponse {
  return { status, headers, body: text ?? JSON.stringify(json) };
}

/** Without ids: `GET certificates`, `POST certificates/activate`, `PATCH configuration`. */
function nameCall({ method, url }: NetworkRequest): string {
  const path = url.pathname.slice(BASE.length + 1).replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/, '/ID');
  return `${method} ${path}`;
}

function makeToken(): TokenSeed {
  return {
    id: '7'.repeat(32),
    value: TOKEN,
    ownedByAccount: null,
    accounts: [ACCOUNT],
    zeroTrust: 'write',
    zones: [],
    sslAndCertificates: 'none',
    status: 'active',
    notBefore: null,
    expiresOn: null,
  };
}
