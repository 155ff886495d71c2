/** A step that has run. */
export interface EngineStep {
  /** Its `id`, or its place in the job, counted from 0. */
  readonly id: string;
  /** Its `name`, or what it uses or runs. */
  readonly name: string;
  result: 'success' | 'failure' | 'skipped' | 'unknown';
  /** Whether its post step ran, and how it ended; null where it has none. */
  post: 'success' | 'failure' | null;
  readonly outputs: Record<string, string>;
  readonly annotations: Annotation[];
  /** Its part of the job summary. */
  summary: string;
  /** What it wrote, as the engine shows it. */
  text: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** A job that has run; one whose condition did not hold leaves no trace. */
export interface EngineJob {
  /** As the workflow names it, below the call and the called workflow: `rotate/rotate.yml/Plan`. */
  readonly path: string;
  /** Its key in the workflow. */
  readonly id: string;
  result: 'success' | 'failure' | 'unknown';
  readonly steps: EngineStep[];
}

/** One line of `act --json`, as far as it is read here. */
interface Line {
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly stage?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>> | null;
  readonly raw_output?: boolean;
  readonly msg: string;
}

const LEVELS = ['error', 'warning', 'notice'] as const;

/** Reads the jobs that ran, in the order of their first line, from what `act --json` wrote. */
export function readEngineLog(text: string): readonly EngineJob[] {
  const jobs = new Map<string, EngineJob>();
  for (const line of text.split('\n').map(parseLine)) {
    if (line?.job === undefined || line.jobID === undefined) continue;
    if (line.jobResult === undefined && line.stepID === undefined) continue;
    const path = line.job.trim();
    const job: EngineJob = jobs.get(path) ?? { path, id: line.jobID, result: 'unknown', steps: [] };
    jobs.set(path, job);
    if (line.jobResult !== undefined) job.result = line.jobResult === 'success' ? 'success' : 'failure';
    else addToStep(job, line);
  }
  return [...jobs.values()];
}

/** The log as people see it, what is masked being masked. */
export function showEngineLog(text: string): string {
  const lines = text.split('\n').map(parseLine);
  return lines
    .flatMap((line) => (line === null ? [] : [`${line.job ?? ''}: ${line.msg.trimEnd()}`]))
    .join('\n');
}

/** The job that ends with this line; null for any other line. */
export function readJobEnd(line: string): string | null {
  const { jobID, jobResult } = parseLine(line) ?? {};
  return jobResult === undefined ? null : (jobID ?? null);
}

/** Null for a line that the engine did not write as JSON. */
function parseLine(text: string): Line | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function addToStep(job: EngineJob, line: Line): void {
  const id = line.stepID?.at(-1) ?? '';
  let step = job.steps.find((one) => one.id === id);
  if (step === undefined) {
    // Before a step runs its action is fetched: that alone is no run of it.
    if (line.stage === 'Pre' && line.raw_output !== true) return;
    const [name = ''] = (line.step ?? '').split('\n');
    step = { id, name, result: 'unknown', post: null, outputs: {}, annotations: [], summary: '', text: '' };
    job.steps.push(step);
  }
  const { command, name, arg = '', content = '', kvPairs, stepResult, stage, msg } = line;
  if (stepResult !== undefined) {
    const result = stepResult === 'success' || stepResult === 'skipped' ? stepResult : 'failure';
    if (stage === 'Main') step.result = result;
    if (stage === 'Post' && result !== 'skipped') step.post = result;
  } else if (command === 'set-output' && name !== undefined) {
    step.outputs[name] = arg;
  } else if (command === 'summary') {
    step.summary += content;
  } else if (line.raw_output === true) {
    step.text += msg;
  }
  const level = LEVELS.find((one) => one === command);
  if (level !== undefined) step.annotations.push({ level, title: kvPairs?.title ?? '', message: arg });
}
