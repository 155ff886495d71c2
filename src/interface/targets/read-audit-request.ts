import type { AuditRequest, IssueRequest } from '../audit-request.ts';
import { chooseCredentials, secretsOf } from '../credentials.ts';
import { InputError, type InputProblem } from '../input-error.ts';
import { inputNotes } from '../input-notes.ts';
import { defaultOf, type InputName, type Inputs } from '../inputs.ts';
import { isMaterialText } from '../material-text.ts';
import { parseInputs, quote } from '../parse-inputs.ts';
import type { Environment, RawInputs } from '../raw-inputs.ts';
import { readTransportSettings } from '../request.ts';
import { findMisplacedInputs, findSwappedThresholds, findUnknownInputs } from '../request-rules.ts';
import { withEnvironment } from '../store.ts';
import { providers } from '../words.ts';
import { findInputsBesideTargets } from './beside-targets.ts';
import { readNamedCredentials } from './named-credentials.ts';
import { readTargets } from './read-targets.ts';
import { createSecretKeeper, type SecretKeeper } from './secret-keeper.ts';
import { readSingleStore } from './single-store.ts';

/** What reading a request takes from outside. */
export interface AuditRequestDeps {
  readonly environment: Environment;
  /** The text of a file; a relative path starts at the workspace. */
  readonly readFile: (path: string) => Promise<string>;
  /** Told of every secret, once, as soon as it is known. */
  readonly keepSecret: (secret: string) => void;
}

/**
 * Reads and checks what an audit is asked to do: the inputs, and the targets of `targets`, of `targets-file`, or
 * the one store of the inputs.
 * @throws InputError with every problem found; no call was made.
 */
export async function readAuditRequest(raw: RawInputs, deps: AuditRequestDeps): Promise<AuditRequest> {
  if (raw.operation !== 'audit') throw new TypeError('Every other operation is read by readRequest');
  const secrets = createSecretKeeper(deps.keepSecret);
  keepInputSecrets(raw, deps.environment, secrets);
  const problems = findUnknownInputs(raw);
  const credentials = await readNamedCredentials(raw.credentials ?? '', secrets, problems);
  const inputs = readInputs(withEnvironment(raw, deps.environment), problems);
  const validateOnly = inputs['validate-only'];
  const issue = readIssue(inputs, raw, problems);
  problems.push(...findSwappedThresholds(inputs), ...findIdleDryRun(inputs));
  const source = await findSource(raw, inputs, deps, problems);
  if (source === 'none') problems.push(...findMisplacedCredentials(raw));
  else problems.push(...findMisplacedInputs(raw, 'audit', null), ...findInputsBesideTargets(raw));
  const targets =
    source === 'none'
      ? await readSingleStore(raw, inputs, { ...deps, keepSecret: secrets.keep }, problems)
      : await readTargets(
          source.text,
          {
            input: source.input,
            path: source.path,
            validateOnly,
            defaults: {
              apiUrl: inputs['api-url'] ?? null,
              failWithin: inputs['fail-within'],
              warnWithin: inputs['warn-within'],
            },
            environment: deps.environment,
            credentials,
            secrets,
            missingNames: new Set(),
            readFile: deps.readFile,
          },
          problems,
        );
  if (problems.length > 0) throw new InputError(problems);
  return {
    targets,
    failJob: inputs['fail-job'],
    onEmpty: inputs['on-empty'],
    validateOnly,
    reportFormats: inputs['report-formats'],
    reportDirectory: inputs['report-directory'] ?? null,
    issue,
    transport: readTransportSettings(inputs),
    summary: inputs.summary,
  };
}

/** Before anything is said: a message may quote an input in which a secret stands by mistake. */
function keepInputSecrets(raw: RawInputs, environment: Environment, secrets: SecretKeeper): void {
  for (const name of Object.keys(inputNotes) as InputName[]) {
    const { secret, structured, material } = inputNotes[name];
    const text = raw[name] ?? '';
    if (secret !== true || structured === true || (material === true && !isMaterialText(text))) continue;
    if (name !== 'github-token' || raw.issue?.toLowerCase() === 'true') secrets.keep(text);
  }
  const provider = providers.find((name) => name === raw.provider);
  const chosen = provider === undefined ? [] : chooseCredentials(provider, raw, environment);
  if ('scheme' in chosen) for (const secret of secretsOf(chosen)) secrets.keep(secret);
}

/** The inputs; those that cannot be read are told of and read as if they were not given. */
function readInputs(raw: RawInputs, problems: InputProblem[]): Inputs {
  const found: InputProblem[] = [];
  const inputs = parseInputs(raw, found);
  problems.push(...found);
  if (inputs !== null) return inputs;
  const refused = new Set(found.map(({ input }) => input));
  const readable = Object.fromEntries(Object.entries(raw).filter(([name]) => !refused.has(name)));
  const rest = parseInputs(readable, []);
  if (rest === null) throw new InputError(problems);
  return rest;
}

interface TargetsSource {
  readonly input: 'targets' | 'targets-file';
  readonly path: string | null;
  readonly text: string;
}

/** Where the targets stand; `none` where the inputs are of one store. */
async function findSource(
  raw: RawInputs,
  inputs: Inputs,
  { readFile }: AuditRequestDeps,
  problems: InputProblem[],
): Promise<TargetsSource | 'none'> {
  const inline = inputs.targets;
  const path = inputs['targets-file'];
  if (inline !== undefined) {
    if (path !== undefined) {
      problems.push({
        input: 'targets-file',
        message: 'given together with targets; allowed is one of the two. Remove one',
      });
    }
    return { input: 'targets', path: null, text: inline };
  }
  if (path === undefined) {
    if ((raw['targets-file'] ?? '') === '') return 'none';
    throw new InputError(problems);
  }
  try {
    return { input: 'targets-file', path, text: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read';
    problems.push({
      input: 'targets-file',
      message: `given ${quote(path)}, which is no file that can be read (${code}); allowed: the path of a YAML or JSON file, relative to the workspace. Is actions/checkout a step before this one?`,
    });
    throw new InputError(problems);
  }
}

function findMisplacedCredentials(raw: RawInputs): InputProblem[] {
  if ((raw.credentials ?? '') === '') return [];
  return [
    {
      input: 'credentials',
      message:
        'has an effect only with targets or targets-file, whose targets name its entries; remove it, or give targets. An empty targets is as if it were not given',
    },
  ];
}

function findIdleDryRun(inputs: Inputs): InputProblem[] {
  if (!inputs['dry-run'] || !inputs.issue || inputs['validate-only']) return [];
  return [
    {
      input: 'dry-run',
      message:
        "given together with issue, which is the one thing that an audit changes; remove dry-run, or give 'issue: false'",
    },
  ];
}

function readIssue(inputs: Inputs, raw: RawInputs, problems: InputProblem[]): IssueRequest | null {
  if (!inputs.issue || inputs['validate-only']) return null;
  const token = raw['github-token'] ?? '';
  if (token === '' || token === defaultOf('github-token')) {
    problems.push({
      input: 'github-token',
      message:
        "missing; 'issue: true' needs it. Remove the input, so that its default serves, and give the job 'permissions: issues: write'",
    });
  }
  return {
    key: inputs['issue-key'] ?? null,
    labels: inputs['issue-labels'] ?? [],
    assignees: inputs['issue-assignees'] ?? [],
    token,
  };
}
