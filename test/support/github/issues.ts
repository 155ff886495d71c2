import { type Answer, type Call, type Endpoint, readMembers, readTexts } from './exchange.ts';
import { demandIssues, findIssue, writeIssue } from './issue-json.ts';
import { readKnownLabels } from './labels.ts';
import { followPages } from './paging.ts';
import { type FieldError, Refusal, validationFailed } from './problems.ts';
import { addIssue, type Issue } from './world.ts';

const TITLE_CHARACTERS_AT_MOST = 256;
export const BODY_CHARACTERS_AT_MOST = 65_536;
const ASSIGNEES_AT_MOST = 10;

export const ISSUE_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'issues.list',
    method: 'GET',
    path: '/issues',
    scope: 'issues',
    level: 'read',
    documentation: '/issues/issues#list-repository-issues',
    answer: listIssues,
  },
  {
    name: 'issues.create',
    method: 'POST',
    path: '/issues',
    scope: 'issues',
    level: 'write',
    documentation: '/issues/issues#create-an-issue',
    answer: createIssue,
  },
  {
    name: 'issues.get',
    method: 'GET',
    path: '/issues/{issue_number}',
    scope: 'issues',
    level: 'read',
    documentation: '/issues/issues#get-an-issue',
    answer: (call) => ({ status: 200, json: writeIssue(call, findIssue(call)) }),
  },
  {
    name: 'issues.update',
    method: 'PATCH',
    path: '/issues/{issue_number}',
    scope: 'issues',
    level: 'write',
    documentation: '/issues/issues#update-an-issue',
    answer: updateIssue,
  },
];

/** Pull requests are among them, also where issues are switched off. */
function listIssues(call: Call): Answer {
  const { repository, query, world, now } = call;
  const wanted = query.get('state') ?? 'open';
  if (!['open', 'closed', 'all'].includes(wanted)) {
    throw validationFailed({ resource: 'Issue', field: 'state', code: 'invalid', value: wanted });
  }
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const since = Date.parse(query.get('since') ?? '');
  const creator = query.get('creator');
  const rankOf = chooseRank(query.get('sort'));
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  const rows = repository.issues
    .filter(({ isPull }) => repository.hasIssues || isPull)
    .filter(({ createdAt }) => createdAt.getTime() + world.listingLagMilliseconds <= now.getTime())
    .filter(({ state }) => wanted === 'all' || state === wanted)
    .filter((issue) => labels.every((name) => issue.labels.includes(name)))
    .filter(({ updatedAt }) => Number.isNaN(since) || updatedAt.getTime() >= since)
    .filter(({ author }) => creator === null || author === creator)
    .sort((a, b) => (rankOf(a)[0] - rankOf(b)[0] || a.number - b.number) * sign);
  const page = followPages(call, '/issues', rows, rankOf);
  return { ...page, json: page.rows.map((issue) => writeIssue(call, issue)) };
}

function chooseRank(sort: string | null): (issue: Issue) => readonly [number, number] {
  if (sort === 'updated') return ({ updatedAt, number }) => [updatedAt.getTime(), number];
  if (sort === 'comments') return ({ comments, number }) => [comments.length, number];
  return ({ createdAt, number }) => [createdAt.getTime(), number];
}

function createIssue(call: Call): Answer {
  const { repository, actor, now } = call;
  demandIssues(repository);
  const { title, body, labels, assignees } = readMembers(call.body);
  if (title === undefined || title === null) {
    throw new Refusal(422, 'Invalid request.\n\n"title" wasn\'t supplied.');
  }
  demandTexts({ title: String(title), body });
  const assigned = readAssignees(call, assignees);
  const issue = addIssue(
    repository,
    {
      title: String(title),
      body: typeof body === 'string' ? body : null,
      labels: readKnownLabels(call, labels ?? []),
      assignees: assigned,
      author: actor.login,
    },
    now,
  );
  const json = writeIssue(call, issue);
  return { status: 201, json, headers: { location: String(json.url) } };
}

function updateIssue(call: Call): Answer {
  const issue = findIssue(call);
  const { title, body, state, state_reason: reason, labels, assignees } = readMembers(call.body);
  demandTexts({ title: title === undefined ? issue.title : String(title), body });
  if (state !== undefined && state !== 'open' && state !== 'closed') {
    throw validationFailed({ resource: 'Issue', field: 'state', code: 'invalid', value: String(state) });
  }
  const assigned = assignees === undefined ? issue.assignees : readAssignees(call, assignees);
  if (labels !== undefined) issue.labels = readKnownLabels(call, labels);
  if (title !== undefined) issue.title = String(title);
  if (body !== undefined) issue.body = typeof body === 'string' ? body : null;
  issue.assignees = assigned;
  if (state !== undefined && state !== issue.state) changeState(issue, state, reason, call.now);
  issue.updatedAt = call.now;
  return { status: 200, json: writeIssue(call, issue) };
}

/** The reason is heeded only where the state changes. */
function changeState(issue: Issue, state: 'open' | 'closed', reason: unknown, now: Date): void {
  const reasons = state === 'closed' ? ['completed', 'not_planned', 'duplicate'] : ['reopened'];
  const given = reasons.find((one) => one === reason) ?? reasons[0];
  issue.state = state;
  issue.stateReason = given as Issue['stateReason'];
  issue.closedAt = state === 'closed' ? now : null;
}

/** GitHub counts characters, not the halves that some of them have in JavaScript. */
function demandTexts({ title, body }: { readonly title: string; readonly body: unknown }): void {
  const errors: FieldError[] = [];
  const about = { resource: 'Issue', code: 'custom' } as const;
  if (title.trim() === '') errors.push({ resource: 'Issue', field: 'title', code: 'missing_field' });
  if (countCharacters(title) > TITLE_CHARACTERS_AT_MOST) {
    errors.push({ ...about, field: 'title', message: 'title is too long (maximum is 256 characters)' });
  }
  if (typeof body === 'string' && countCharacters(body) > BODY_CHARACTERS_AT_MOST) {
    errors.push({ ...about, field: 'body', message: 'body is too long (maximum is 65536 characters)' });
  }
  if (errors.length > 0) throw validationFailed(...errors);
}

/** Whoever has no access makes the whole invalid here; only the endpoint for assignees passes over them. */
function readAssignees({ repository }: Call, given: unknown): string[] {
  const logins = readTexts(given ?? []) ?? [];
  const wrong = logins.find((login) => !repository.collaborators.includes(login));
  if (wrong !== undefined) {
    throw validationFailed({ value: wrong, resource: 'Issue', field: 'assignees', code: 'invalid' });
  }
  return [...new Set(logins)].slice(0, ASSIGNEES_AT_MOST);
}

export function countCharacters(text: string): number {
  return [...text].length;
}
