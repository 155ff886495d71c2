/** An issue as far as it is kept. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  /** As people and programs wrote it, to the octet; empty where there is none. */
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  readonly updatedAt: Date;
  /** Where people find it. */
  readonly url: string;
}

/** What is to change; what is not named stays. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
}

/** The issues of one repository, pull requests left out. All reject with GitHubError. */
export interface IssueStore {
  /** All issues, page by page, the oldest first. Not the search, which lags behind. */
  list(state: 'open' | 'all'): AsyncIterable<readonly Issue[]>;
  /** The newest hundred, open or closed. */
  listNewest(): Promise<readonly Issue[]>;
  read(number: number): Promise<Issue>;
  /** Never sent again once it may have arrived; the error then says `mayHaveArrived`. */
  create(issue: { readonly title: string; readonly body: string }): Promise<Issue>;
  /** Closing is closing as completed. */
  update(number: number, change: IssueChange): Promise<Issue>;
  comment(number: number, text: string): Promise<void>;
  /** Adds labels to those that it has; one that the repository does not have is made. */
  addLabels(number: number, labels: readonly string[]): Promise<void>;
  /** @returns who is assigned now: GitHub passes over a login that cannot be, and says nothing. */
  addAssignee(number: number, login: string): Promise<readonly string[]>;
}
