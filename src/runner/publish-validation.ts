import type { Deps } from '../deps.ts';
import type { Validation } from '../report/audit/validation.ts';

/** Shows that the targets of an audit are valid. */
export async function publishValidation(
  { line, summary }: Validation,
  { runner }: Pick<Deps, 'runner'>,
  options: { readonly summary: boolean },
): Promise<void> {
  runner.info(line);
  if (options.summary) await runner.writeSummary(summary);
}
