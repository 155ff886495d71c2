import { type Contexts, fillIn, holds } from './expressions.ts';
import type { Job, Workflow } from './workflow.ts';

type Result = 'success' | 'failure' | 'cancelled' | 'skipped';
type Texts = Readonly<Record<string, string>>;

/** How the step of the action ended. */
export interface StepEnd {
  readonly outputs: Texts;
  readonly failed?: boolean;
}

/** What a run is started with. */
export interface RunStart {
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly secrets?: Texts;
  /** Does the action's step of a job, which is given its `with`. */
  readonly act: (job: string, given: Texts) => Promise<StepEnd> | StepEnd;
  /** The run is cancelled once this job has ended. */
  readonly cancelAfter?: string;
}

/** How a job ran. */
export interface JobRun {
  /** What its step of the action was given, without what was empty. */
  readonly given: Texts;
  /** Empty where it has none. */
  readonly environment: string;
  readonly concurrencyGroup: string;
}

/** What a run has shown. */
export interface WorkflowRun {
  /** Jobs that ran, in order. */
  readonly ran: readonly string[];
  readonly results: Readonly<Record<string, Result>>;
  /** Of the jobs that ran. */
  readonly jobs: Readonly<Record<string, JobRun>>;
  /** Of the called workflow. */
  readonly outputs: Texts;
}

/** Runs the jobs of a called workflow as GitHub does: one after the other, each by its condition. */
export async function runWorkflow(
  workflow: Workflow,
  { inputs, secrets = {}, act, cancelAfter }: RunStart,
): Promise<WorkflowRun> {
  const called = workflow.on.workflow_call;
  const defaults = Object.entries(called?.inputs ?? {}).map(([name, one]) => [name, one.default]);
  const common = { inputs: { ...Object.fromEntries(defaults), ...inputs }, secrets };
  const ended: Record<string, { result: Result; outputs: Texts }> = {};
  const jobs: Record<string, JobRun> = {};
  const ran: string[] = [];
  let isCancelled = false;

  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = [job.needs ?? []].flat();
    const needs = Object.fromEntries(needed.map((one) => [one, ended[one]]));
    const results = needed.map((one) => ended[one]?.result);
    const status = {
      success: !isCancelled && results.every((one) => one === 'success'),
      failure: results.includes('failure'),
      cancelled: isCancelled,
    };
    if (!holds(job.if, { ...common, needs }, status)) {
      ended[name] = { result: 'skipped', outputs: {} };
      continue;
    }
    ran.push(name);
    const before = { ...common, needs };
    const env = fillInAll(job.env ?? {}, before);
    const given = fillInAll(findActionStep(job)?.with ?? {}, { ...before, env });
    jobs[name] = {
      given,
      environment: fillIn(job.environment ?? '', before),
      concurrencyGroup: fillIn(job.concurrency?.group ?? '', before),
    };
    const end = await act(name, given);
    const steps = { [findActionStep(job)?.id ?? '']: { outputs: end.outputs } };
    const outputs = fillInAll(job.outputs ?? {}, { ...common, needs, steps });
    isCancelled ||= name === cancelAfter;
    ended[name] = { result: end.failed === true ? 'failure' : 'success', outputs };
  }

  const values = Object.entries(called?.outputs ?? {}).map(([name, { value }]) => [name, value]);
  return {
    ran,
    results: Object.fromEntries(Object.entries(ended).map(([name, { result }]) => [name, result])),
    jobs,
    outputs: fillInAll(Object.fromEntries(values), { ...common, jobs: ended }),
  };
}

/** The step of a job that is the action itself. */
export function findActionStep(job: Job | undefined) {
  return job?.steps?.find(({ uses }) => uses === '$/');
}

/** The texts with their expressions filled in; those that are empty then are left out, as unset. */
function fillInAll(texts: Readonly<Record<string, unknown>>, contexts: Contexts): Texts {
  const filled = Object.entries(texts).map(([name, text]) => [name, fillIn(String(text), contexts).trim()]);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}
