import { judge } from './certificate/expiry.ts';
import type { Deps } from './deps.ts';
import { createRedactor, type Redactor } from './http/redact.ts';
import { createTransport } from './http/transport.ts';
import { capabilitiesOf } from './interface/capabilities.ts';
import { SHORTEST_CREDENTIAL, secretsOf } from './interface/credentials.ts';
import { inputNames, inputNotes } from './interface/inputs.ts';
import { chooseCredentials, type Request, readRequest } from './interface/request.ts';
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
    stage.request = readRequest(deps.runner.inputs, deps.runner.environment);
    stage.provider = openWith(deps, stage.request, redactor);
    await executeOperation({
      request: stage.request,
      provider: stage.provider,
      clock: deps.clock,
      sleep: deps.sleep,
      log: (line) => deps.runner.info(redactor.redact(line)),
      progress,
    });
  } catch (error) {
    stage.failure = error;
  }
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

/** Before the first line and the first call; texts too short to be a credential are left alone. */
function maskCredentials({ runner }: Deps, redactor: Redactor): void {
  const chosen = chooseCredentials(runner.inputs, runner.environment);
  const given = inputNames.filter((name) => inputNotes[name].secret).map((name) => runner.inputs[name] ?? '');
  const secrets = new Set([...given, ...('scheme' in chosen ? secretsOf(chosen) : [])]);
  for (const secret of secrets) {
    if (secret.length < SHORTEST_CREDENTIAL) continue;
    runner.mask(secret);
    redactor.add(secret);
  }
}

function openWith(deps: Deps, request: Request, redactor: Redactor): Provider {
  return openProvider(request, {
    redact: redactor.redact,
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
    scope: request?.accountId ?? '',
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
