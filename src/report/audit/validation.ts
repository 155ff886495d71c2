import type { AuditTarget } from '../../interface/audit-request.ts';
import { providers } from '../../interface/words.ts';
import { inertMarkdown } from '../inert.ts';

/** What `validate-only` found: all is well, or there would have been an error. */
export interface Validation {
  /** For the log. */
  readonly line: string;
  readonly summary: string;
}

/** More rows than that help nobody. */
const ROWS_AT_MOST = 200;

/** Says what was checked. */
export function describeValidation(targets: readonly AuditTarget[]): Validation {
  const counts = providers
    .map((name) => ({ name, count: targets.filter(({ provider }) => provider === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`);
  const line = `${targets.length} ${targets.length === 1 ? 'target is' : 'targets are'} valid (${counts.join(', ')}). Nothing was called.`;
  const rows = targets
    .slice(0, ROWS_AT_MOST)
    .map(
      ({ name, provider, scope, owner, ignore }) =>
        `| ${[name, provider, scope, owner ?? '–', String(ignore.length)].map((text) => inertMarkdown(text, 100)).join(' | ')} |`,
    );
  const left = targets.length - rows.length;
  const summary = [
    '## ✅ Targets are valid',
    line,
    ['| Target | Provider | Scope | Owner | Ignore rules |', '| --- | --- | --- | --- | --- |', ...rows].join(
      '\n',
    ),
    ...(left > 0 ? [`… and ${left} more.`] : []),
  ].join('\n\n');
  return { line, summary: `${summary}\n` };
}
