import { createPrivateKey } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type ActionFile,
  runPostStep,
  runStep,
  type StepResult,
} from '../../../scripts/support/step-runner.ts';
import type { FaultPlan } from '../../../simulator/faults.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { type FakeGitHub, startGitHub } from '../../support/github/server.ts';
import { makeSmallEstate } from './estates.ts';
import { GITHUB_TOKENS, type HuntedStep } from './hunted-steps.ts';
import { firstMasksOf, formsOf, masksOf } from './secret-hunt.ts';

/** How a step is to end. */
export interface Outcome {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** @param echo every secret in every form. */
  readonly faults?: (endpoint: HuntedStep['endpoint'], echo: string) => readonly FaultPlan[];
  /** Sent once the endpoint was called, or the step has been under way for so long. */
  readonly signal?: NodeJS.Signals;
}

/** What a hunt has found. */
export interface Found {
  /** `cancelled`, or the exit code. */
  readonly ending: string;
  /** One sentence for each secret that is seen, each file that others may read, and each that stays. */
  readonly harm: readonly string[];
}

const SETTLE_MILLISECONDS = 20;
const CANCELLED_AFTER_MILLISECONDS = 1500;
const LOOK_MILLISECONDS = 10;
const TIMES = {
  'request-timeout': '4s',
  'max-retries': 1,
  'retry-delay': '5ms',
  'wait-timeout': '1s',
  'poll-interval': '20ms',
};
const WORKFLOW = {
  GITHUB_WORKFLOW: 'Hunt',
  GITHUB_WORKFLOW_REF: 'octo-org/infrastructure/.github/workflows/hunt.yml@refs/heads/main',
  GITHUB_JOB: 'hunt',
  GITHUB_RUN_ID: '42',
};

/** Plays a step to an end, then its post step, and looks for every secret wherever anybody could. */
export async function hunt(
  hunted: HuntedStep,
  outcome: Outcome,
  debug: boolean,
  { action, cacheFolder }: { readonly action: ActionFile; readonly cacheFolder: string },
): Promise<Found> {
  const simulator = await startSimulator({
    settleMilliseconds: SETTLE_MILLISECONDS,
    estate: makeSmallEstate(hunted.provider),
  });
  const github = await startGitHub({ seed: { tokens: GITHUB_TOKENS } });
  const watch = new AbortController();
  try {
    const echo = hunted.secrets.flatMap(formsOf).join(' ');
    for (const fault of outcome.faults?.(hunted.endpoint, echo) ?? []) simulator.planFault(fault);
    const { signal } = outcome;
    const step = await runStep(
      {
        with: {
          provider: hunted.provider,
          'api-url': simulator.url,
          ...TIMES,
          ...hunted.inputs,
          ...outcome.inputs,
        },
        env: { ...github.env, GITHUB_TOKEN: '', ...WORKFLOW, ...hunted.env, NODE_COMPILE_CACHE: cacheFolder },
        debug,
        killAfterMilliseconds: 45_000,
        ...(signal === undefined
          ? {}
          : {
              onStart: (kill) => {
                const isCalled = () => simulator.history.some(({ endpoint }) => endpoint === hunted.endpoint);
                void cancelOnce(isCalled, () => kill(signal), watch.signal);
              },
            }),
      },
      action,
    );
    watch.abort();
    return {
      ending: step.exitCode === null ? 'cancelled' : String(step.exitCode),
      harm: await findHarm(hunted, step, github, action),
    };
  } finally {
    await Promise.all([simulator.close(), github.close()]);
  }
}

async function cancelOnce(isCalled: () => boolean, cancel: () => void, ended: AbortSignal): Promise<void> {
  const latest = Date.now() + CANCELLED_AFTER_MILLISECONDS;
  while (!ended.aborted && !isCalled() && Date.now() < latest) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
  cancel();
}

async function findHarm(
  { secrets }: HuntedStep,
  step: StepResult,
  github: FakeGitHub,
  action: ActionFile,
): Promise<readonly string[]> {
  const first = firstMasksOf(step);
  // A step that was cancelled before it said anything has masked nothing either.
  const unmasked = (withoutMasks(step.stdout).trim() === '' ? [] : secrets)
    .filter((secret) => !first.includes(secret))
    .map((secret) => `${secret} is not masked first`);
  const forms = [...new Set([...secrets, ...masksOf(step)].map(dropPublicHalf).flatMap(formsOf))];
  const modes = await findWideModes(step.runnerTemp);
  const before = await readPlaces(step);
  const post = await runPostStep(step, action);
  const after = await readPlaces(step);
  const places: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(before).filter(([place]) => !place.endsWith('private-key.pem'))),
    ...prefixKeys('after the post step: ', after),
    'the log': withoutMasks(step.stdout),
    stderr: step.stderr,
    'the post step': `${post.stdout}${post.stderr}`,
    'what GitHub was sent': JSON.stringify(github.log),
    'issues and deployments': JSON.stringify(github.world.repositories),
  };
  const leaks = Object.entries(places).flatMap(([place, text]) =>
    findForms(text, forms).map((form) => `${place} shows ${form}`),
  );
  const stay = Object.keys(after).filter((file) => isOwn(path.relative('temp', file)));
  await Promise.all(
    [step, post].map(({ summaryPath }) => rm(path.dirname(summaryPath), { recursive: true })),
  );
  return [
    ...unmasked,
    ...modes,
    ...leaks,
    ...stay.map((file) => `${file} stays after the post step`),
    ...(step.stderr === '' ? [] : [`stderr: ${step.stderr}`]),
  ];
}

/** A key on an elliptic curve ends with its public half, which a request or a certificate shows. */
function dropPublicHalf(secret: string): string {
  if (!secret.startsWith('-----BEGIN PRIVATE KEY-----')) return secret;
  return createPrivateKey(secret).asymmetricKeyType === 'ec'
    ? secret.split('\n').slice(1, 3).join('\n')
    : secret;
}

/** The forms that a text holds, also where a line's end or a break of some encoding is in the middle of one. */
function findForms(text: string, forms: readonly string[]): readonly string[] {
  const joined = text.replace(/\\r|\\n|%0[AaDd]|&#1[03];|[\s"',+:]/g, '');
  return forms.filter(
    (form) =>
      text.includes(form) ||
      (form.length > 20 && joined.includes(form.replace(/\\r|\\n|%0[AaDd]|[\s"',+:]/g, ''))),
  );
}

const withoutMasks = (log: string) =>
  log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
const prefixKeys = (prefix: string, texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}${key}`, text]));

/** Every file of the step's folder: environment files, summary, reports, and what it keeps for later steps. */
async function readPlaces({ summaryPath }: StepResult): Promise<Record<string, string>> {
  const folder = path.dirname(summaryPath);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, index) => [path.relative(folder, file), texts[index] ?? '']));
}

/** Whether a file below RUNNER_TEMP is one that the post step removes. */
const isOwn = (file: string) => /^certops-(?!report-)/.test(file);

/** What is in the step's own folders and could be read by others; reports are for others. */
async function findWideModes(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = entries
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .filter(({ file }) => isOwn(path.relative(folder, file)));
  const modes = await Promise.all(own.map(async ({ file }) => (await stat(file)).mode & 0o777));
  return own.flatMap(({ file, isFile }, index) =>
    modes[index] === (isFile ? 0o600 : 0o700)
      ? []
      : [`${path.basename(file)} has the mode ${modes[index]?.toString(8)}`],
  );
}
