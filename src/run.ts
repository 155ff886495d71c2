import { judge } from './certificate/expiry.ts';
import type { Deps } from './deps.ts';
import { createRedactor, type Redactor } from './http/redact.ts';
import { createTransport } from './http/transport.ts';
import { capabilitiesOf } from './interface/capabilities.ts';
import { chooseCredentials, SHORTEST_CREDENTIAL, secretsOf } from './interface/credentials.ts';
import { inputNames, inputNotes } from './interface/input-notes.ts';
import { isMaterialText, readMaterialText } from './interface/material-text.ts';
import { type Request, readRequest } from './interface/request.ts';
import { providers } from './interface/words.ts';
import { executeOperation } from './operations/execute.ts';
import { createProgress, type Progress } from './operations/outcome.ts';
import { openProvider } from './providers/open.ts';
import type { Provider } from './providers/provider.ts';
import { explainFailure } from './report/failure.ts';
import { describeVerdict } from './report/sentences.ts';
import type { StepReport } from './report/step-report.ts';
import { publish } from './runner/publish.ts';
import { VERSION } from './version.ts';

/** What a run has got hold of when it ends, however it ends. */
interface Stage {
  request: Request | null;
  provider: Provider | null;
  failure: unknown;
}

/**
 * One step: inputs, operation, verdict, publication. Never rejects; the only place that ends a run and the
 * only one that decides between pass and fail.
 */
export async function run(deps: Deps): Promise<void> {
  const redactor = createRedactor();
  const progress = createProgress();
  const stage: Stage = { request: null, provider: null, failure: null };
  try {
    maskCredentials(deps, redactor);
    stage.request = await resolveKey(
      deps,
      redactor,
      readRequest(deps.runner.inputs, deps.runner.environment),
    );
    stage.provider = await openWith(deps, stage.request, redactor);
    for (const notice of stage.provider.notices) progress.warn(notice);
    await executeOperation({
      request: stage.request,
      provider: stage.provider,
      clock: deps.clock,
      sleep: deps.sleep,
      log: (line) => deps.runner.info(redactor.redact(line)),
      progress,
      materials: {
        read: deps.files.read,
        write: deps.files.write,
        mask: (secret) => keepSecret(secret, deps, redactor),
        readTrustedRoots: deps.readTrustedRoots,
      },
    });
  } catch (error) {
    stage.failure = error;
  }
  await stage.provider?.close();
  const report = assembleReport(deps, stage, progress, redactor);
  let ending = describeEnding(report);
  try {
    await publish(report, deps, { summary: stage.request?.summary ?? true });
  } catch (error) {
    const message = redactor.redact(error instanceof Error ? error.message : String(error));
    ending = [ending, `The results could not be published: ${message}`]
      .filter((part) => part !== null)
      .join('\n');
  }
  if (ending !== null) deps.runner.fail(ending);
  await deps.network.close();
}

/** Why the step fails; null where it passes. The one rule of pass and fail. */
function describeEnding(report: StepReport): string | null {
  if (report.failure !== null) {
    return [report.failure.message, report.failure.mend].filter((part) => part !== null).join('\n');
  }
  if (report.judged.verdict !== 'fail' || !report.gate.failJob) return null;
  return `Verdict fail: ${describeVerdict(report) ?? ''}`;
}

/** Before the first line and the first call. */
function maskCredentials(deps: Deps, redactor: Redactor): void {
  const { inputs, environment } = deps.runner;
  const provider = providers.find((name) => name === inputs.provider);
  const chosen = provider === undefined ? [] : chooseCredentials(provider, inputs, environment);
  const given = inputNames
    .filter((name) => inputNotes[name].secret)
    .filter((name) => !inputNotes[name].material || isMaterialText(inputs[name] ?? ''))
    .map((name) => inputs[name] ?? '');
  for (const secret of new Set([...given, ...('scheme' in chosen ? secretsOf(chosen) : [])])) {
    keepSecret(secret, deps, redactor);
  }
}

/** A path, and a text too short to be a credential, are left alone: masking them would blank out other words. */
function keepSecret(secret: string, { runner }: Deps, redactor: Redactor): void {
  if (secret.length < SHORTEST_CREDENTIAL) return;
  runner.mask(secret);
  redactor.add(secret);
}

/** A key that signs in may be given as a path; from here on it is the key itself. */
async function resolveKey(deps: Deps, redactor: Redactor, request: Request): Promise<Request> {
  const { credentials } = request;
  if (credentials.scheme !== 'zscaler-key') return request;
  const name = credentials.from === 'inputs' ? 'client-private-key' : 'ZSCALER_PRIVATE_KEY';
  const privateKey = await readMaterialText(name, credentials.privateKey, deps.files.read);
  keepSecret(privateKey, deps, redactor);
  return { ...request, credentials: { ...credentials, privateKey } };
}

function openWith(deps: Deps, request: Request, redactor: Redactor): Promise<Provider> {
  return openProvider(request, {
    redact: redactor.redact,
    clock: deps.clock,
    mask: (secret) => keepSecret(secret, deps, redactor),
    userAgent: `certops-action/${VERSION}`,
    createTransport: (options) =>
      createTransport(options, {
        clock: deps.clock,
        sleep: deps.sleep,
        random: deps.random,
        network: deps.network,
        debug: (line) => {
          if (deps.runner.isDebug) deps.runner.debug(line);
        },
      }),
  });
}

function assembleReport(deps: Deps, stage: Stage, progress: Progress, redactor: Redactor): StepReport {
  const { outcome } = progress;
  const { request, provider } = stage;
  const dormant = request === null ? [] : capabilitiesOf[request.provider].dormantStatuses;
  const gateApplies = outcome.selection !== 'none' && stage.failure === null;
  const judged = judge(
    outcome.certificates,
    {
      failWithin: gateApplies ? (request?.gate.failWithin ?? null) : null,
      warnWithin: gateApplies ? (request?.gate.warnWithin ?? null) : null,
      onEmpty: request?.gate.onEmpty ?? 'fail',
      counts: ({ status }) => outcome.selection === 'named' || !dormant.includes(status ?? ''),
    },
    new Date(deps.clock.now()),
  );
  return {
    operation: request?.operation ?? deps.runner.inputs.operation ?? '',
    provider: request?.provider ?? deps.runner.inputs.provider ?? '',
    scope: request?.scope ?? '',
    origin: provider?.origin ?? '',
    dryRun: request?.dryRun ?? false,
    outcome,
    judged,
    gate: request?.gate ?? { failWithin: null, warnWithin: null, failJob: true, onEmpty: 'fail' },
    failure:
      stage.failure === null
        ? null
        : explainFailure(stage.failure, {
            operation: request?.operation ?? '',
            provider: request?.provider ?? '',
            advise: (error) => provider?.advise(error) ?? null,
            redact: redactor.redact,
          }),
  };
}
