import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type ActionFile,
  readActionFile,
  runStep,
  type StepResult,
} from '../../../scripts/support/step-runner.ts';
import type { Estate } from '../../../simulator/estate.ts';
import type { FaultPlan } from '../../../simulator/faults.ts';
import type { HistoryEntry } from '../../../simulator/history.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { type Elsewhere, openElsewhere } from './elsewhere.ts';
import type { Endpoint } from './endpoints.ts';
import { makeSmallEstate } from './estates.ts';
import { ELSEWHERE, type Fault } from './faults.ts';
import { findLeaks, firstMasksOf, masksOf } from './secret-hunt.ts';

/** Whether the fault meets the first call, or every one. */
export type Persistence = 'once' | 'every time';

/** What came of one step, in terms of what the world sees. */
export interface Cell {
  readonly endpoint: Endpoint;
  readonly step: StepResult;
  /** The one error that the step ends with; several, or none, are told as they are. */
  readonly errors: readonly string[];
  /** The ids of the certificates that the step made. */
  readonly creations: readonly string[];
  /** Whether the vendor's state is what a write was to bring about; null for what changes nothing. */
  readonly isDone: boolean | null;
  /** The requests to the endpoint. */
  readonly calls: readonly HistoryEntry[];
  /** What must not be, one sentence for each: secrets that are shown, requests that went elsewhere. */
  readonly harm: readonly string[];
}

/** Times short enough for a test; the action has no other way to hurry. */
const TIMES = {
  'request-timeout': '4s',
  'max-retries': 2,
  'retry-delay': '5ms',
  'wait-timeout': '15s',
  'poll-interval': '20ms',
};
/** For calls that are never answered. */
const STALLED = { 'request-timeout': '500ms' };
/** For certificates that never appear. */
const SEARCHED_IN_VAIN = { 'wait-timeout': '700ms' };
/** A step that has not ended by itself until then hangs. */
const KILL_AFTER_MILLISECONDS = 45_000;
const SETTLE_MILLISECONDS = 30;

export interface Trial {
  readonly endpoint: Endpoint;
  /** What meets which calls. */
  readonly faults: readonly FaultPlan[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** Step debugging; on where left out, since it shows the most. */
  readonly debug?: boolean;
  /** A small one of the provider's where left out. */
  readonly estate?: Estate;
  readonly house: House;
}

/** What all trials share. */
export interface House {
  readonly action: ActionFile;
  /** Where a compile cache is kept, so that the many steps start sooner. */
  readonly cacheFolder: string;
}

/** Opens what all trials share; `close` takes the folder away. */
export async function openHouse(): Promise<House & { close(): Promise<void> }> {
  const cacheFolder = await mkdtemp(path.join(tmpdir(), 'compile-cache-'));
  return {
    action: await readActionFile(),
    cacheFolder,
    close: () => rm(cacheFolder, { recursive: true }),
  };
}

/** Plays a step whose calls to the endpoint meet the fault. */
export async function playFault(
  endpoint: Endpoint,
  fault: Fault,
  persistence: Persistence,
  house: House,
): Promise<Cell> {
  const call = persistence === 'once' ? 1 : 'every';
  return play({
    endpoint,
    faults: [{ ...fault.plan, endpoint: endpoint.name, call } as FaultPlan],
    inputs: {
      ...(fault.plan.kind === 'stall' ? STALLED : {}),
      ...(endpoint.effect === 'create' && !fault.acts ? SEARCHED_IN_VAIN : {}),
    },
    house,
  });
}

/** Plays a step against a simulator of its own. */
export async function play(trial: Trial): Promise<Cell> {
  const { endpoint, faults, inputs = {}, debug = true, house } = trial;
  const elsewhere = await openElsewhere();
  const simulator = await startSimulator({
    settleMilliseconds: SETTLE_MILLISECONDS,
    estate: trial.estate ?? makeSmallEstate(endpoint.provider),
  });
  try {
    for (const fault of faults) simulator.planFault(aimElsewhere(fault, elsewhere));
    const step = await runStep(
      {
        with: {
          provider: endpoint.provider,
          'api-url': simulator.url,
          ...TIMES,
          ...endpoint.inputs,
          ...inputs,
        },
        env: { ...endpoint.env, NODE_COMPILE_CACHE: house.cacheFolder },
        debug,
        killAfterMilliseconds: KILL_AFTER_MILLISECONDS,
      },
      house.action,
    );
    const state = simulator.readState();
    return {
      endpoint,
      step,
      errors: step.commands
        .filter(({ name, properties }) => name === 'error' && !('title' in properties))
        .map(({ message }) => message),
      creations: endpoint.listCreations(state),
      isDone: endpoint.isDone?.(state) ?? null,
      calls: simulator.history.filter((call) => call.endpoint === endpoint.name),
      harm: await findHarm(endpoint, step, elsewhere),
    };
  } finally {
    await Promise.all([simulator.close(), elsewhere.close()]);
  }
}

function aimElsewhere(fault: FaultPlan, { host }: Elsewhere): FaultPlan {
  if (fault.kind !== 'redirect') return fault;
  return { ...fault, location: fault.location.replace(new URL(ELSEWHERE).host, host) };
}

/** Looks through all that the step left, and takes it away. */
async function findHarm(endpoint: Endpoint, step: StepResult, { visits }: Elsewhere): Promise<string[]> {
  const masked = firstMasksOf(step);
  const leaks = await findLeaks(step, [...endpoint.secrets, ...masksOf(step)]);
  await rm(path.dirname(step.runnerTemp), { recursive: true });
  return [
    ...leaks,
    ...endpoint.secrets
      .filter((secret) => !masked.includes(secret))
      .map((secret) => `${secret} is not masked first`),
    ...visits.map((headers) => `a request went elsewhere with ${JSON.stringify(headers)}`),
    ...(step.stderr === '' ? [] : [`stderr: ${step.stderr}`]),
  ];
}

/**
 * Does the work for each item, a few at a time, in order.
 * @returns the results in the order of the items.
 */
export async function forEachOf<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
