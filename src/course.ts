import type { Verdict } from './certificate/expiry.ts';
import type { Deps } from './deps.ts';
import type { Redactor } from './http/redact.ts';
import type { Failure } from './report/step-report.ts';

/** What a step does between its inputs and its end: the operation on one store, or an audit over many. */
export interface Course {
  /** Does it. @throws what makes the step fail. */
  perform(): Promise<void>;
  /** Ends what it holds open, in every outcome. Never rejects. */
  close(): Promise<void>;
  /** What there is to tell, complete also where it failed. */
  conclude(failure: unknown): Conclusion;
}

/** How a step ended, and how that is shown. */
export interface Conclusion {
  readonly failure: Failure | null;
  readonly verdict: Verdict | null;
  /** Why the verdict is what it is. */
  readonly verdictText: string | null;
  /** With `false` no verdict fails the job. */
  readonly failJob: boolean;
  /** @throws what kept a file or the summary from being written, once all else is shown. */
  publish(): Promise<void>;
}

/** What a course is given. */
export interface CourseTools {
  readonly deps: Deps;
  readonly redactor: Redactor;
  /** From now on nothing shows it. */
  readonly keepSecret: (secret: string) => void;
}
