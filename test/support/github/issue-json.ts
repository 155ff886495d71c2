import type { Call } from './exchange.ts';
import { notFound, Refusal } from './problems.ts';
import { type Issue, makeLabel, type Repository } from './world.ts';

/** The issue that a path names. @throws Refusal where there is none, or where issues are switched off. */
export function findIssue({ repository, parameters }: Call): Issue {
  const issue = repository.issues.find(({ number }) => String(number) === parameters.issue_number);
  if (issue === undefined) throw notFound();
  if (!issue.isPull) demandIssues(repository);
  return issue;
}

/** @throws Refusal where the repository's issues are switched off. */
export function demandIssues({ hasIssues }: Repository): void {
  if (!hasIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
}

/** An issue as GitHub writes it. */
export function writeIssue({ repository, apiUrl }: Call, issue: Issue): Readonly<Record<string, unknown>> {
  const url = `${writeRepositoryUrl(apiUrl, repository)}/issues/${issue.number}`;
  const page = `${new URL(apiUrl).origin}/${repository.owner}/${repository.name}`;
  return {
    id: repository.id * 100_000 + issue.number,
    node_id: `I_${repository.id}_${issue.number}`,
    url,
    repository_url: writeRepositoryUrl(apiUrl, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${page}/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`,
    number: issue.number,
    title: issue.title,
    user: writeUser(issue.author),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    labels: issue.labels.map((name) => writeLabel(repository, name)),
    assignee: issue.assignees.length === 0 ? null : writeUser(issue.assignees[0] ?? ''),
    assignees: issue.assignees.map(writeUser),
    milestone: null,
    comments: issue.comments.length,
    created_at: writeTime(issue.createdAt),
    updated_at: writeTime(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : writeTime(issue.closedAt),
    author_association: 'CONTRIBUTOR',
    body: issue.body,
    ...(issue.isPull ? { pull_request: { url: url.replace('/issues/', '/pulls/') } } : {}),
  };
}

export function writeUser(login: string): Readonly<Record<string, unknown>> {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User', site_admin: false };
}

export function writeLabel({ labels }: Repository, name: string): Readonly<Record<string, unknown>> {
  const label = labels.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? makeLabel(name);
  return { ...label, default: ['bug', 'enhancement'].includes(label.name) };
}

export function writeRepositoryUrl(apiUrl: string, { owner, name }: Repository): string {
  return `${apiUrl}/repos/${owner}/${name}`;
}

/** GitHub's times are of whole seconds. */
export function writeTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
