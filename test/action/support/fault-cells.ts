import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { StepResult } from '../../../scripts/support/step-runner.ts';
import type { FaultPlan } from '../../../simulator/faults.ts';
import type { SimulatorState } from '../../../simulator/server.ts';
import { openStage, type Stage, type StepOptions } from './stage.ts';

type Faultless = FaultPlan extends infer Plan
  ? Plan extends FaultPlan
    ? Omit<Plan, 'endpoint' | 'call'>
    : never
  : never;

/** What is done to one call. `elsewhere` stands for a host that is not the vendor's. */
export interface Fault {
  readonly name: string;
  readonly plan: Faultless;
  /** Whether the vendor acts on the call all the same. */
  readonly acts: boolean;
  /** What the fault is to a call that may be sent again: it passes, or it is the vendor's last word. */
  readonly passes: boolean;
  /** Whether the caller can know that the call was not acted on. */
  readonly surelyNotActed: boolean;
}

const status = (code: number, more: object = {}) => ({ kind: 'status', status: code, ...more }) as Faultless;

/** Every fault of the simulator's, in both ways where the vendor may or may not have acted. */
export const FAULTS: readonly Fault[] = [
  { name: 'reset before', plan: { kind: 'reset-before' }, acts: false, passes: true, surelyNotActed: false },
  { name: 'lost answer', plan: { kind: 'lost-answer' }, acts: true, passes: true, surelyNotActed: false },
  { name: 'cut body', plan: { kind: 'cut-body' }, acts: true, passes: true, surelyNotActed: false },
  {
    name: 'cut body, not acted',
    plan: { kind: 'cut-body', acted: false },
    acts: false,
    passes: true,
    surelyNotActed: false,
  },
  { name: 'stall', plan: { kind: 'stall' }, acts: false, passes: true, surelyNotActed: false },
  {
    name: 'stall, acted',
    plan: { kind: 'stall', acted: true },
    acts: true,
    passes: true,
    surelyNotActed: false,
  },
  { name: '408', plan: status(408), acts: false, passes: true, surelyNotActed: false },
  {
    name: '429 in seconds',
    plan: status(429, { retryAfter: { form: 'seconds', seconds: 0 } }),
    acts: false,
    passes: true,
    surelyNotActed: true,
  },
  {
    name: '429 with a unit',
    plan: status(429, { retryAfter: { form: 'unit', seconds: 0 } }),
    acts: false,
    passes: true,
    surelyNotActed: true,
  },
  {
    name: '429 with a date',
    plan: status(429, { retryAfter: { form: 'date', seconds: 0 } }),
    acts: false,
    passes: true,
    surelyNotActed: true,
  },
  {
    name: '429 with none',
    plan: status(429, { retryAfter: { form: 'none' } }),
    acts: false,
    passes: true,
    surelyNotActed: true,
  },
  { name: '500', plan: status(500), acts: false, passes: true, surelyNotActed: false },
  { name: '500, acted', plan: status(500, { acted: true }), acts: true, passes: true, surelyNotActed: false },
  {
    name: '502 with HTML',
    plan: status(502, { body: 'html' }),
    acts: false,
    passes: true,
    surelyNotActed: false,
  },
  { name: '503', plan: status(503), acts: false, passes: true, surelyNotActed: false },
  { name: '504, acted', plan: status(504, { acted: true }), acts: true, passes: true, surelyNotActed: false },
  { name: 'broken JSON', plan: { kind: 'broken-json' }, acts: true, passes: true, surelyNotActed: false },
  {
    name: 'wrong shape: text',
    plan: { kind: 'wrong-shape', shape: 'string' },
    acts: true,
    passes: false,
    surelyNotActed: false,
  },
  {
    name: 'wrong shape: swapped',
    plan: { kind: 'wrong-shape', shape: 'swapped' },
    acts: true,
    passes: false,
    surelyNotActed: false,
  },
  {
    name: 'wrong shape: numbers',
    plan: { kind: 'wrong-shape', shape: 'numeric-ids' },
    acts: true,
    passes: false,
    surelyNotActed: false,
  },
  { name: 'empty body', plan: { kind: 'empty-body' }, acts: true, passes: false, surelyNotActed: false },
  {
    name: 'success: false',
    plan: { kind: 'success-false' },
    acts: false,
    passes: false,
    surelyNotActed: false,
  },
  {
    name: '100 MB',
    plan: { kind: 'huge-body', contentLength: true },
    acts: true,
    passes: false,
    surelyNotActed: false,
  },
  {
    name: '100 MB, unannounced',
    plan: { kind: 'huge-body' },
    acts: true,
    passes: false,
    surelyNotActed: false,
  },
  {
    name: 'redirect',
    plan: { kind: 'redirect', location: 'elsewhere' },
    acts: false,
    passes: false,
    surelyNotActed: true,
  },
];

/** One endpoint, and the step that calls it. */
export interface Endpoint {
  readonly name: FaultPlan['endpoint'];
  readonly provider: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  /** `read` changes nothing; `create` makes a certificate; `write` changes or takes away one. */
  readonly effect: 'read' | 'create' | 'write';
  /** How many certificates were made in this run. */
  readonly countCreations: (state: SimulatorState) => number;
  /** Whether the vendor's state is what the step was to bring about. */
  readonly isDone?: (state: SimulatorState) => boolean;
}

/** What one cell of the matrix came to. */
export interface Cell {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
  readonly stage: Stage;
  readonly step: StepResult;
  /** How often the endpoint was called. */
  readonly calls: number;
  /** Requests that reached the host elsewhere. */
  readonly strayed: number;
}

/** Times short enough for a test; the action has no other way to hurry. */
const SHORT_TIMES = {
  'request-timeout': '1500ms',
  'max-retries': 2,
  'wait-timeout': '900ms',
  'poll-interval': '60ms',
};

/** Runs a step whose call meets the fault: once, or every time. */
export async function playCell(endpoint: Endpoint, fault: Fault, every: boolean): Promise<Cell> {
  const elsewhere = await openElsewhere();
  const stage = await openStage(endpoint.provider, { settleMilliseconds: 60 });
  const plan = 'location' in fault.plan ? { ...fault.plan, location: `${elsewhere.url}/stray` } : fault.plan;
  stage.simulator.planFault({
    ...plan,
    endpoint: endpoint.name,
    ...(every ? { call: 'every' } : {}),
  } as FaultPlan);
  const step = await stage.step({ ...SHORT_TIMES, ...endpoint.inputs }, optionsOf(endpoint));
  const calls = stage.simulator.history.filter((call) => call.endpoint === endpoint.name).length;
  const strayed = elsewhere.count();
  await elsewhere.close();
  return { endpoint, fault, stage, step, calls, strayed };
}

/** Runs a step against a port at which nothing listens. */
export async function playRefused(endpoint: Endpoint, closedUrl: string): Promise<Cell> {
  const stage = await openStage(endpoint.provider);
  const step = await stage.step(
    { ...SHORT_TIMES, ...endpoint.inputs, 'api-url': closedUrl },
    optionsOf(endpoint),
  );
  const fault: Fault = {
    name: 'refused',
    plan: { kind: 'reset-before' },
    acts: false,
    passes: true,
    surelyNotActed: true,
  };
  return { endpoint, fault, stage, step, calls: 0, strayed: 0 };
}

function optionsOf(endpoint: Endpoint): StepOptions {
  return { debug: true, ...(endpoint.env === undefined ? {} : { env: endpoint.env }) };
}

async function openElsewhere(): Promise<{ url: string; count: () => number; close: () => Promise<void> }> {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** What no fault may ever bring about; one sentence for each thing that is wrong. */
export async function findBreaches({
  endpoint,
  step,
  stage,
  calls,
  fault,
  strayed,
}: Cell): Promise<string[]> {
  const breaches: string[] = [];
  const errors = step.commands.filter(({ name, properties }) => name === 'error' && !('title' in properties));
  const message = errors[0]?.message ?? '';
  if (step.exitCode !== 0 && step.exitCode !== 1)
    breaches.push(`ended with ${step.exitCode}: ${step.stderr}`);
  if (errors.length !== (step.exitCode === 0 ? 0 : 1)) breaches.push(`${errors.length} errors`);
  if (step.exitCode === 1) {
    if (!message.includes(`on ${endpoint.provider}`))
      breaches.push(`the error names no provider: ${message}`);
    if (!message.includes('\n')) breaches.push(`the error has no mend: ${message}`);
    if (/<html|<body/i.test(message)) breaches.push('the error holds an HTML page');
    if (/unexpected|defect/i.test(message)) breaches.push(`a defect: ${message}`);
  }
  if (step.stderr !== '') breaches.push(`stderr: ${step.stderr}`);
  if (strayed > 0) breaches.push('a request went elsewhere');

  const creations = endpoint.countCreations(stage.simulator.readState());
  const expected = endpoint.effect === 'create' ? 1 : 0;
  if (creations > expected) breaches.push(`${creations} certificates were created`);
  if (endpoint.effect === 'create') {
    const isReported = step.exitCode === 0 ? step.outputs.id !== undefined : /state is unknown/.test(message);
    if (creations === 1 && !isReported && step.outputs.id === undefined)
      breaches.push(`an orphan: ${message}`);
    if (!fault.surelyNotActed && calls > 1) breaches.push(`the create was sent ${calls} times`);
  }
  breaches.push(...(await findLeaks(step)));
  return breaches;
}

async function findLeaks(step: StepResult): Promise<string[]> {
  const lines = step.stdout.split('\n');
  const secrets = step.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  if (secrets.length === 0 || !lines[0]?.startsWith('::add-mask::')) return ['nothing is masked first'];
  const files = await readTexts(step.runnerTemp);
  const shown = [
    lines.filter((line) => !line.startsWith('::add-mask::')).join('\n'),
    step.stderr,
    JSON.stringify(step.outputs),
    JSON.stringify(step.state),
    step.summary,
    ...files,
  ].join('\n');
  return secrets.flatMap((secret) => {
    const forms = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
      JSON.stringify(secret).slice(1, -1),
    ];
    return forms.some((form) => shown.includes(form)) ? [`a secret is shown: ${secret.slice(0, 4)}…`] : [];
  });
}

/** Files that the step wrote; the key that was made for the user is what the user asked for. */
async function readTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'private-key.pem');
  return Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')));
}

/** Does the work for each item, a few at a time. */
export async function forEachOf<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
