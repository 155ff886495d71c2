import type { Conclusion, Course, CourseTools } from './course.ts';
import type { Deps } from './deps.ts';
import { createRedactor } from './http/redact.ts';
import { chooseCredentials, SHORTEST_CREDENTIAL, secretsOf } from './interface/credentials.ts';
import { inputNames, inputNotes } from './interface/input-notes.ts';
import { isMaterialText } from './interface/material-text.ts';
import { providers } from './interface/words.ts';
import { createStoreCourse } from './store-course.ts';

/**
 * One step: inputs, operation, verdict, publication. Never rejects; the only place that ends a run and the
 * only one that decides between pass and fail.
 */
export async function run(deps: Deps): Promise<void> {
  const redactor = createRedactor();
  const kept = new Set<string>();
  const tools: CourseTools = {
    deps,
    redactor,
    // A text too short to be a credential is left alone: masking it would blank out other words.
    keepSecret: (secret) => {
      if (secret.length < SHORTEST_CREDENTIAL || kept.has(secret)) return;
      kept.add(secret);
      deps.runner.mask(secret);
      redactor.add(secret);
    },
  };
  const course = await chooseCourse(tools);
  let failure: unknown = null;
  try {
    maskCredentials(tools);
    await course.perform();
  } catch (error) {
    failure = error;
  }
  await course.close();
  const conclusion = course.conclude(failure);
  let ending = describeEnding(conclusion);
  try {
    await conclusion.publish();
  } catch (error) {
    const message = redactor.redact(error instanceof Error ? error.message : String(error));
    ending = [ending, `The results could not be published: ${message}`]
      .filter((part) => part !== null)
      .join('\n');
  }
  if (ending !== null) deps.runner.fail(ending);
  await deps.network.close();
}

/** Audits and rotations are loaded only where they are asked for: other steps need not wait for them. */
async function chooseCourse(tools: CourseTools): Promise<Course> {
  switch (tools.deps.runner.inputs.operation) {
    case 'audit': {
      const { createAuditCourse } = await import('./audit-course.ts');
      return createAuditCourse(tools);
    }
    case 'rotate': {
      const { createRotateCourse } = await import('./rotate-course.ts');
      return createRotateCourse(tools);
    }
    default:
      return createStoreCourse(tools);
  }
}

/** Why the step fails; null where it passes. The one rule of pass and fail. */
function describeEnding({ failure, verdict, verdictText, failJob }: Conclusion): string | null {
  if (failure !== null) {
    return [failure.message, failure.mend].filter((part) => part !== null).join('\n');
  }
  if (verdict !== 'fail' || !failJob) return null;
  return `Verdict fail: ${verdictText ?? ''}`;
}

/** Before the first line and the first call. */
function maskCredentials({ deps, keepSecret }: CourseTools): void {
  const { inputs, environment } = deps.runner;
  const provider = providers.find((name) => name === inputs.provider);
  const chosen = provider === undefined ? [] : chooseCredentials(provider, inputs, environment);
  const given = inputNames
    .filter((name) => inputNotes[name].secret && !inputNotes[name].structured)
    .filter((name) => !inputNotes[name].material || isMaterialText(inputs[name] ?? ''))
    .map((name) => inputs[name] ?? '');
  for (const secret of new Set([...given, ...('scheme' in chosen ? secretsOf(chosen) : [])])) {
    keepSecret(secret);
  }
}
