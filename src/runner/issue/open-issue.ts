import type { Sleep } from '../../http/types.ts';
import { GitHubError } from '../github/errors.ts';
import { carries, type Marks } from './block.ts';
import type { Issue, IssueStore } from './issue-store.ts';

/** A new issue is listed a moment after it was made. */
const LOOKING_AGAIN_MILLISECONDS = [1000, 2000, 4000, 8000, 16_000];

/**
 * Opens an issue, and never a second one: where the answer is lost, it is looked for by its marks.
 * @returns the issue, and a sentence where it was opened in that roundabout way.
 */
export async function openIssue(
  store: Pick<IssueStore, 'create' | 'listNewest'>,
  issue: { readonly title: string; readonly body: string },
  marks: Marks,
  sleep: Sleep,
): Promise<{ readonly opened: Issue; readonly warning: string | null }> {
  try {
    return { opened: await store.create(issue), warning: null };
  } catch (error) {
    if (!(error instanceof GitHubError) || !error.mayHaveArrived) throw error;
    const found = await lookAgain(store, marks, sleep);
    if (found === null) throw tellUnknown(error);
    const warning = `GitHub's answer to opening issue #${found.number} was lost, and it was found by its mark. ${error.message}`;
    return { opened: found, warning };
  }
}

async function lookAgain(
  store: Pick<IssueStore, 'listNewest'>,
  marks: Marks,
  sleep: Sleep,
): Promise<Issue | null> {
  for (const pause of LOOKING_AGAIN_MILLISECONDS) {
    await sleep(pause);
    const found = (await listNewest(store)).find(({ body }) => carries(body, marks));
    if (found !== undefined) return found;
  }
  return null;
}

/** What keeps the list from being read must not hide that an issue may have been opened. */
async function listNewest(store: Pick<IssueStore, 'listNewest'>): Promise<readonly Issue[]> {
  try {
    return await store.listNewest();
  } catch (error) {
    if (error instanceof GitHubError) return [];
    throw error;
  }
}

function tellUnknown(error: GitHubError): GitHubError {
  return new GitHubError(`${error.message} It is not known whether the issue was opened; it is not listed.`, {
    reason: error.reason,
    mend: `${error.mend} If it was opened, the next run finds it by its mark and keeps it.`,
    httpStatus: error.httpStatus,
    mayHaveArrived: true,
    cause: error,
  });
}
