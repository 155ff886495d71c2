import { GitHubError } from '../github/errors.ts';
import type { Issue, IssueStore } from './issue-store.ts';

/**
 * Puts on the labels that are missing.
 * @returns whether any was, and is there now.
 */
export async function addLabels(
  store: Pick<IssueStore, 'addLabels'>,
  { number, labels }: Issue,
  wanted: readonly string[],
  warnings: string[],
): Promise<boolean> {
  const missing = findMissing(wanted, labels);
  if (missing.length === 0) return false;
  return attempt(`The labels ${missing.join(', ')} were not put on issue #${number}`, warnings, () =>
    store.addLabels(number, missing),
  );
}

/** Assigns whoever is missing. */
export async function addAssignees(
  store: Pick<IssueStore, 'addAssignee'>,
  { number, assignees }: Issue,
  wanted: readonly string[],
  warnings: string[],
): Promise<void> {
  // One by one: a login that does not exist would keep the others from being assigned.
  for (const login of findMissing(wanted, assignees)) {
    const what = `${login} was not assigned to issue #${number}`;
    const advice =
      "GitHub assigns users, ten at most, who have access to the repository; no organisation and no team. Check the input 'issue-assignees'.";
    await attempt(
      what,
      warnings,
      async () => {
        const assigned = await store.addAssignee(number, login);
        if (findMissing([login], assigned).length > 0) warnings.push(`${what}. ${advice}`);
      },
      // A login that does not exist is not found.
      ({ reason, mend }) => (reason === 'not-found' ? advice : mend),
    );
  }
}

/** Says something below an issue. */
export async function addComment(
  store: Pick<IssueStore, 'comment'>,
  { number }: Issue,
  text: string,
  warnings: string[],
): Promise<void> {
  await attempt(`Issue #${number} got no comment`, warnings, () => store.comment(number, text));
}

/** Where it fails a person is told: what adorns an issue does not keep it from being kept. */
async function attempt(
  what: string,
  warnings: string[],
  act: () => Promise<void>,
  adviseOn: (error: GitHubError) => string = ({ mend }) => mend,
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    warnings.push(`${what}: ${error.message} ${adviseOn(error)}`);
    return false;
  }
}

/** GitHub takes labels and logins in either case for the same. */
function findMissing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const there = new Set(present.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !there.has(name.toLowerCase()));
}
