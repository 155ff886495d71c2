import { carries, type Marks } from './block.ts';
import type { Issue, IssueStore } from './issue-store.ts';

/** The issue of a key, and others that carry its marks too. */
export interface FoundIssue {
  /** Null where there is none. */
  readonly kept: Issue | null;
  readonly others: readonly Issue[];
}

/**
 * Finds the issue of a key: the open one of the lowest number, else the closed one that was last touched. The
 * closed ones are read only where it is asked for and no open one is found: they are most of a repository's.
 */
export async function findIssue(
  store: Pick<IssueStore, 'list'>,
  marks: Marks,
  { closedToo }: { readonly closedToo: boolean },
): Promise<FoundIssue> {
  const open = await collect(store.list('open'), marks);
  if (open.length > 0 || !closedToo) return rank(open);
  // All of them, since one may have been opened again between the two lists.
  return rank(await collect(store.list('all'), marks));
}

async function collect(pages: AsyncIterable<readonly Issue[]>, marks: Marks): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  for await (const page of pages) found.push(...page.filter(({ body }) => carries(body, marks)));
  return found;
}

function rank(issues: readonly Issue[]): FoundIssue {
  const ranked = [...issues].sort(
    (a, b) => rankState(a) - rankState(b) || rankWithin(a, b) || a.number - b.number,
  );
  const [kept = null, ...others] = ranked;
  return { kept, others };
}

function rankState({ state }: Issue): number {
  return state === 'open' ? 0 : 1;
}

function rankWithin(a: Issue, b: Issue): number {
  return a.state === 'open' ? a.number - b.number : b.updatedAt.getTime() - a.updatedAt.getTime();
}
