import { judge } from './certificate/expiry.ts';
import type { CourseTools } from './course.ts';
import { createProgress } from './operations/outcome.ts';
import { explainFailure } from './report/failure.ts';
import type { StepReport } from './report/step-report.ts';

/** What a step has to tell that failed before there was anything to tell but that. */
export function createFailureReport(failure: unknown, { deps, redactor }: CourseTools): StepReport {
  const { inputs } = deps.runner;
  const operation = inputs.operation ?? '';
  const gate = { failWithin: null, warnWithin: null, failJob: true, onEmpty: 'fail' } as const;
  return {
    operation,
    provider: inputs.provider ?? '',
    scope: '',
    origin: '',
    dryRun: false,
    outcome: createProgress().outcome,
    judged: judge([], { ...gate, counts: () => true }, new Date(deps.clock.now())),
    gate,
    failure: explainFailure(failure, {
      operation,
      provider: inputs.provider || 'its targets',
      advise: () => null,
      redact: redactor.redact,
    }),
  };
}
