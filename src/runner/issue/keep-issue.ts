import type { Sleep } from '../../http/types.ts';
import { addAssignees, addComment, addLabels } from './adorn-issue.ts';
import { findPlace, findRoom, frame, isCurrent, type Marks, marksOf } from './block.ts';
import { findIssue } from './find-issue.ts';
import type { Issue, IssueChange, IssueStore } from './issue-store.ts';
import { openIssue } from './open-issue.ts';

/** The one issue of a key, as it should be. */
export interface WantedIssue {
  readonly key: string;
  readonly title: string;
  /** The text in so many characters at most; empty where that is too few to say anything. */
  readonly writeBody: (charactersAtMost: number) => string;
  /**
   * `findings`: there is something to do. `clean`: all was read, and there is nothing. `incomplete-clean`: nothing
   * was found, and not all was read.
   */
  readonly state: 'findings' | 'clean' | 'incomplete-clean';
  /** Put on whenever it is open; others are left alone. */
  readonly labels: readonly string[];
  /** Put on as it is opened, and opened again; in between people hand it on. */
  readonly assignees: readonly string[];
  readonly closingComment: string;
  readonly reopeningComment: string;
}

/** What became of it. */
export interface KeptIssue {
  /** `none`: there is none, and none is needed. */
  readonly action: 'opened' | 'updated' | 'unchanged' | 'closed' | 'reopened' | 'none';
  readonly number: number | null;
  readonly url: string | null;
  /** What people should know, and what could not be done beside the issue itself: sentences. */
  readonly warnings: readonly string[];
}

/**
 * Keeps one issue up to date: opens it where there is something to do, writes anew what stands between its marks,
 * closes it where a complete look finds nothing, opens it again where something is found. Nothing is sent where
 * nothing changes.
 * @throws GitHubError where the issue itself could not be kept.
 */
export async function keepIssue(
  store: IssueStore,
  wanted: WantedIssue,
  { sleep }: { readonly sleep: Sleep },
): Promise<KeptIssue> {
  const marks = marksOf(wanted.key);
  const warnings: string[] = [];
  const needed = wanted.state === 'findings';
  const { kept, others } = await findIssue(store, marks, { closedToo: needed });
  if (kept !== null && others.length > 0) warnings.push(warnOfOthers(kept, others, marks));
  if (kept === null) {
    if (!needed) return { action: 'none', number: null, url: null, warnings };
    const body = frame(wanted.writeBody(findRoom(findPlace('', marks), marks)), marks);
    const { opened, warning } = await openIssue(store, { title: wanted.title, body }, marks, sleep);
    if (warning !== null) warnings.push(warning);
    await addLabels(store, opened, wanted.labels, warnings);
    await addAssignees(store, opened, wanted.assignees, warnings);
    return { action: 'opened', number: opened.number, url: opened.url, warnings };
  }
  // What people wrote while the lists were read is kept too.
  const issue = await store.read(kept.number);
  const action = await bringUpToDate(store, issue, wanted, marks, warnings);
  return { action, number: issue.number, url: issue.url, warnings };
}

async function bringUpToDate(
  store: IssueStore,
  issue: Issue,
  wanted: WantedIssue,
  marks: Marks,
  warnings: string[],
): Promise<KeptIssue['action']> {
  if (issue.state === 'closed' && wanted.state !== 'findings') return 'unchanged';
  const texts = findChange(issue, wanted, marks, warnings);
  if (issue.state === 'closed') {
    await store.update(issue.number, { ...texts, state: 'open' });
    await addComment(store, issue, wanted.reopeningComment, warnings);
    await addLabels(store, issue, wanted.labels, warnings);
    await addAssignees(store, issue, wanted.assignees, warnings);
    return 'reopened';
  }
  if (wanted.state === 'clean') {
    await store.update(issue.number, { ...texts, state: 'closed' });
    await addComment(store, issue, wanted.closingComment, warnings);
    return 'closed';
  }
  const isChanged = Object.keys(texts).length > 0;
  if (isChanged) await store.update(issue.number, texts);
  const areLabelsAdded = await addLabels(store, issue, wanted.labels, warnings);
  return isChanged || areLabelsAdded ? 'updated' : 'unchanged';
}

/** Title and text where they are not so already. */
function findChange(
  issue: Issue,
  wanted: WantedIssue,
  marks: Marks,
  warnings: string[],
): Pick<IssueChange, 'title' | 'body'> {
  const title = issue.title === wanted.title ? {} : { title: wanted.title };
  const place = findPlace(issue.body, marks);
  const room = findRoom(place, marks);
  const text = room > 0 ? wanted.writeBody(room) : '';
  if (text === '' || text.length > room) {
    warnings.push(
      `Issue #${issue.number} has no room left for what was found: GitHub takes 65,536 characters, and what people wrote around the marks takes most of them. Move some of that into comments.`,
    );
    return title;
  }
  const framed = frame(text, marks);
  if (isCurrent(place, framed)) return title;
  if (place.current === null) {
    warnings.push(
      `Issue #${issue.number} had lost one of its marks, so what was found is written below all that stood there. What an earlier run wrote above can be deleted.`,
    );
  }
  return { ...title, body: `${place.before}${framed}${place.after}` };
}

function warnOfOthers(kept: Issue, others: readonly Issue[], { begin }: Marks): string {
  const list = others.map(({ number }) => `#${number}`).join(', ');
  return `${others.length === 1 ? 'Issue' : 'Issues'} ${list} ${others.length === 1 ? 'carries' : 'carry'} the mark of issue #${kept.number} too, which alone is kept up to date. Close the others, or delete the line ${begin} and its end from their texts.`;
}
