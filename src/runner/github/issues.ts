import type { ZodMiniType } from 'zod/mini';
import type { Issue, IssueChange, IssueStore } from '../issue/issue-store.ts';
import { type CallRules, under } from './call.ts';
import type { GitHub } from './github.ts';
import { issueSchema, issuesSchema, nameLabel, type WireIssue } from './wire.ts';

const RULES: CallRules = { permission: 'issues: write' };
/** Saying it twice adds nothing. */
const REPEATABLE: CallRules = { ...RULES, retry: 'safe' };
const PAGE_SIZE = 100;

/** The issues of the repository that a workflow runs in. */
export function createIssueStore(github: GitHub): IssueStore {
  const { octokit, repository } = github;
  const { issues } = octokit.rest;
  const listed = (parameters: Parameters<typeof issues.listForRepo>[0] & object) =>
    octokit.request.endpoint('GET /repos/{owner}/{repo}/issues', {
      ...parameters,
      ...repository,
      per_page: PAGE_SIZE,
    });

  const read = <Shape>(schema: ZodMiniType<Shape>, data: unknown, call: { method: string; url: string }) => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) throw github.refuse(call, RULES, data);
    return parsed.data;
  };

  return {
    async *list(state) {
      // By age, since what changes meanwhile must not move an issue to a page that was already read.
      const address = listed({ ...repository, state, sort: 'created', direction: 'asc' });
      for await (const page of github.pages(address, RULES)) {
        yield toIssues(read(issuesSchema, page, address));
      }
    },
    async listNewest() {
      const address = listed({ ...repository, state: 'all', sort: 'created', direction: 'desc' });
      const { data } = await octokit.request({ ...address, method: 'GET', ...under(RULES) });
      return toIssues(read(issuesSchema, data, address));
    },
    async read(number) {
      const { data, url } = await issues.get({ ...repository, issue_number: number, ...under(RULES) });
      return toIssue(read(issueSchema, data, { method: 'GET', url }));
    },
    async create({ title, body }) {
      const { data, url } = await issues.create({ ...repository, title, body, ...under(RULES) });
      return toIssue(read(issueSchema, data, { method: 'POST', url }));
    },
    async update(number, change) {
      const { data, url } = await issues.update({
        ...repository,
        issue_number: number,
        ...describeChange(change),
        ...under(RULES),
      });
      return toIssue(read(issueSchema, data, { method: 'PATCH', url }));
    },
    async comment(number, text) {
      await issues.createComment({ ...repository, issue_number: number, body: text, ...under(RULES) });
    },
    async addLabels(number, labels) {
      await issues.addLabels({
        ...repository,
        issue_number: number,
        labels: [...labels],
        ...under(REPEATABLE),
      });
    },
    async addAssignee(number, login) {
      const { data, url } = await issues.addAssignees({
        ...repository,
        issue_number: number,
        assignees: [login],
        ...under(REPEATABLE),
      });
      return toIssue(read(issueSchema, data, { method: 'POST', url })).assignees;
    },
  };
}

function describeChange({ state, ...texts }: IssueChange) {
  if (state === undefined) return texts;
  const reason: 'completed' | 'reopened' = state === 'closed' ? 'completed' : 'reopened';
  return { ...texts, state, state_reason: reason };
}

function toIssues(rows: readonly WireIssue[]): readonly Issue[] {
  return rows.filter(({ pull_request }) => pull_request === undefined || pull_request === null).map(toIssue);
}

function toIssue(row: WireIssue): Issue {
  return {
    number: row.number,
    title: row.title,
    body: row.body ?? '',
    state: row.state === 'closed' ? 'closed' : 'open',
    labels: (row.labels ?? []).map(nameLabel).filter((name) => name !== ''),
    assignees: (row.assignees ?? []).map(({ login }) => login),
    updatedAt: new Date(row.updated_at),
    url: row.html_url,
  };
}
