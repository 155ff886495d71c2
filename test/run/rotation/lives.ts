import type { Unkind } from '../../../simulator/unkind.ts';
import type { Answer, Vendor } from '../../../simulator/vendor.ts';
import { generateKeyAndCsr } from '../../../src/certificate/material/key-pair.ts';
import type { Deps } from '../../../src/deps.ts';
import { NetworkFailure } from '../../../src/http/errors.ts';
import type { Network, NetworkRequest, NetworkResponse } from '../../../src/http/types.ts';
import type { Environment } from '../../../src/interface/raw-inputs.ts';
import type { RotationLedger } from '../../../src/operations/rotation/ledger.ts';
import { run } from '../../../src/run.ts';
// Loaded when it is needed, and here before: reading a file is nothing that the virtual clock waits for.
import '../../../src/rotate-course.ts';
import '../../../src/providers/cloudflare/client-rotation.ts';
import '../../../src/providers/cloudflare/gateway-rotation.ts';
import '../../../src/providers/zscaler/zpa.ts';
import '../../../src/providers/zscaler/zpa-rotation.ts';
import { createRecordingRunner, type RecordingRunner } from '../../support/recording-runner.ts';
import { NO_ROTATION_PORTS } from '../../support/rotation-ports.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { FakeLedger } from './fake-ledger.ts';

const ROUND_TRIP_MILLISECONDS = 40;

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

/** A refusal of the vendor's, made by its `makeErrorAnswer`. */
export interface Interception {
  readonly status: number;
  readonly code: number | string;
}

/** How one run went. */
export interface Life {
  readonly runner: RecordingRunner;
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure: string | null;
  readonly wasKilled: boolean;
}

/** What a run meets outside of itself: counted, and where it may be killed. */
export interface Crossing {
  /** Counts a call, carries it out, and kills the run on either side of it where that is planned. */
  meet<T>(name: string, carryOut: () => Promise<T>): Promise<T>;
  /** As `meet`, with half of the time on the way there and half on the way back. */
  travel<T>(name: string, carryOut: () => Promise<T>): Promise<T>;
}

/** What runs live in. */
export interface Habitat {
  readonly clock: VirtualClock;
  readonly vendors: readonly Vendor[];
  readonly unkind: Unkind | null;
  readonly ledger: FakeLedger;
  readonly kill: Kill | null;
  /** Of every run. */
  readonly inputs: Readonly<Record<string, string>>;
  /** A call's name without ids. */
  readonly nameCall: (request: NetworkRequest) => string;
  /** Asked before a call is carried out; what it gives is answered instead, null carries it out. */
  readonly intercept?: ((name: string) => Interception | null | Promise<Interception | null>) | undefined;
  /** Told of a call before it is carried out. */
  readonly before: (name: string, request: NetworkRequest) => void;
  /** Told of a call's answer once it was carried out. */
  readonly after: (name: string, answer: Answer) => void;
  /** Told whenever time has passed. */
  readonly onTime: () => void;
  /** Who else is called besides the vendors. */
  readonly elsewhere?: { serves(url: URL): boolean; readonly network: Network } | undefined;
  /** What a runner sets. */
  readonly environment?: Environment | undefined;
  /** What else the runs of this world are given. */
  readonly ports?: ((crossing: Crossing) => Partial<Deps>) | undefined;
}

/** The runs of a world. */
export interface Lives {
  readonly calls: readonly WorldCall[];
  /** Runs the action. */
  live(inputs: Readonly<Record<string, string>>): Promise<Life>;
  /** What was sent since the last look: changes at the vendor, and records. */
  changes(): readonly string[];
}

/** Lets runs of the action live and die among simulated vendors, a ledger and a clock. */
export function createLives(habitat: Habitat): Lives {
  const { clock, vendors, unkind, ledger, kill } = habitat;
  const calls: WorldCall[] = [];
  let lives = 0;
  let seen = 0;

  async function live(inputs: Readonly<Record<string, string>>): Promise<Life> {
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
    const go = async <T>(act: () => Promise<T>): Promise<T> => {
      await clock.sleep(ROUND_TRIP_MILLISECONDS / 2);
      const result = await act();
      await clock.sleep(ROUND_TRIP_MILLISECONDS / 2);
      return result;
    };
    const crossing: Crossing = { meet, travel: (name, carryOut) => meet(name, () => go(carryOut)) };

    async function carryOut(name: string, request: NetworkRequest, vendor: Vendor): Promise<Answer> {
      habitat.before(name, request);
      // Signing a certificate takes real time, in which no other run may take this one for dead.
      const given = await clock.hold(
        vendor.answer({
          method: request.method,
          path: request.url.pathname,
          query: request.url.searchParams,
          headers: request.headers,
          body: request.body ?? '',
        }),
      );
      habitat.after(name, given);
      return given;
    }

    const network: Network = {
      send: (request) => {
        const name = habitat.nameCall(request);
        const { elsewhere } = habitat;
        if (elsewhere?.serves(request.url) === true) {
          return crossing.travel(name, () => elsewhere.network.send(request));
        }
        return meet(name, async () => {
          const { pathname } = request.url;
          const vendor = vendors.find((one) => one.serves(pathname));
          if (vendor === undefined) throw new Error(`No simulated vendor serves ${pathname}`);
          const endpoint = vendor.findEndpoint(request.method, pathname);
          const fault =
            endpoint === null ? null : (unkind?.drawFault(endpoint, request.method !== 'GET') ?? null);
          if (fault?.kind === 'status') {
            await clock.sleep(ROUND_TRIP_MILLISECONDS);
            const refusal = vendor.makeErrorAnswer({ status: fault.status });
            return toResponse({ ...refusal, headers: { ...refusal.headers, 'retry-after': '1' } });
          }
          const refused = (await habitat.intercept?.(name)) ?? null;
          const given = await go(async () =>
            refused === null ? carryOut(name, request, vendor) : vendor.makeErrorAnswer(refused),
          );
          if (fault?.kind === 'lost-answer') {
            throw new NetworkFailure('The connection was reset', { kind: 'reset', mayHaveArrived: true });
          }
          return toResponse(given);
        });
      },
      async close() {},
    };
    const runner = createRecordingRunner(
      { operation: 'rotate', ...habitat.inputs, ...inputs },
      habitat.environment,
    );
    const opened = ledger.open(`run ${life}`);
    const watched: RotationLedger = {
      read: (lineage) => crossing.travel('ledger read', () => opened.read(lineage)),
      append: (entry) => crossing.travel(`ledger append ${entry.phase}`, () => opened.append(entry)),
    };
    await Promise.race([
      death,
      run({
        runner,
        files: { directory: null, read: async () => '', write: async (name) => `/files/${name}` },
        network,
        clock,
        sleep: async (milliseconds) => {
          await clock.sleep(milliseconds);
          habitat.onTime();
          return isDead ? never : undefined;
        },
        random: () => 0.5,
        readTrustedRoots: async () => [],
        conserveMemory: () => {},
        ...NO_ROTATION_PORTS,
        openLedger: async () => watched,
        generateKey: (request) => clock.hold(generateKeyAndCsr(request)),
        ...habitat.ports?.(crossing),
      }),
    ]);
    return { runner, outputs: runner.outputs, failure: runner.failure, wasKilled: isDead };
  }

  return {
    calls,
    live,
    changes: () => {
      const since = calls.slice(seen).map(({ name }) => name);
      seen = calls.length;
      return since.filter((name) => !name.startsWith('GET') && name !== 'ledger read');
    },
  };
}

function toResponse({ status, headers, json, text }: Answer): NetworkResponse {
  return { status, headers, body: text ?? JSON.stringify(json) };
}
