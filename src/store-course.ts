import { judge } from './certificate/expiry.ts';
import type { Conclusion, Course, CourseTools } from './course.ts';
import { capabilitiesOf } from './interface/capabilities.ts';
import { type Request, readRequest } from './interface/request.ts';
import { readSigningKey } from './interface/signing-key.ts';
import { createOpener } from './opener.ts';
import { executeOperation } from './operations/execute.ts';
import { createProgress } from './operations/outcome.ts';
import type { Provider } from './providers/provider.ts';
import { explainFailure } from './report/failure.ts';
import { describeVerdict } from './report/sentences.ts';
import type { StepReport } from './report/step-report.ts';
import { publish } from './runner/publish.ts';

/** One operation on one certificate store. */
export function createStoreCourse(tools: CourseTools): Course {
  const { deps, redactor, keepSecret } = tools;
  const progress = createProgress();
  let request: Request | null = null;
  let provider: Provider | null = null;

  function assembleReport(failure: unknown): StepReport {
    const { outcome } = progress;
    const dormant = request === null ? [] : capabilitiesOf[request.provider].dormantStatuses;
    const gateApplies = outcome.selection !== 'none' && failure === null;
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
        failure === null
          ? null
          : explainFailure(failure, {
              operation: request?.operation ?? '',
              provider: request?.provider ?? '',
              advise: (error) => provider?.advise(error) ?? null,
              redact: redactor.redact,
            }),
    };
  }

  return {
    async perform() {
      const asked = readRequest(deps.runner.inputs, deps.runner.environment);
      // A key that signs in may be given as a path; from here on it is the key itself.
      const credentials = await readSigningKey(asked.credentials, deps.files.read, keepSecret);
      request = { ...asked, credentials };
      provider = await createOpener(tools)(request);
      for (const notice of provider.notices) progress.warn(notice);
      await executeOperation({
        request,
        provider,
        clock: deps.clock,
        sleep: deps.sleep,
        log: (line) => deps.runner.info(redactor.redact(line)),
        progress,
        materials: {
          read: deps.files.read,
          write: deps.files.write,
          mask: keepSecret,
          readTrustedRoots: deps.readTrustedRoots,
        },
      });
    },
    async close() {
      await provider?.close();
    },
    conclude(failure): Conclusion {
      const report = assembleReport(failure);
      return {
        failure: report.failure,
        verdict: report.judged.verdict,
        verdictText: describeVerdict(report),
        failJob: report.gate.failJob,
        publish: () => publish(report, deps, { summary: request?.summary ?? true }),
      };
    },
  };
}
