import { type Answer, type Call, type Endpoint, readMembers, readTexts } from './exchange.ts';
import { findIssue, writeIssue, writeUser } from './issue-json.ts';
import { numberPages } from './paging.ts';
import { notFound } from './problems.ts';

const ASSIGNEES_AT_MOST = 10;

export const ASSIGNEE_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'assignees.list',
    method: 'GET',
    path: '/assignees',
    scope: 'issues',
    level: 'read',
    documentation: '/issues/assignees#list-assignees',
    answer: listAssignees,
  },
  {
    name: 'assignees.check',
    method: 'GET',
    path: '/assignees/{login}',
    scope: 'issues',
    level: 'read',
    documentation: '/issues/assignees#check-if-a-user-can-be-assigned',
    answer: checkAssignee,
  },
  {
    name: 'assignees.add',
    method: 'POST',
    path: '/issues/{issue_number}/assignees',
    scope: 'issues',
    level: 'write',
    documentation: '/issues/assignees#add-assignees-to-an-issue',
    answer: addAssignees,
  },
  {
    name: 'assignees.remove',
    method: 'DELETE',
    path: '/issues/{issue_number}/assignees',
    scope: 'issues',
    level: 'write',
    documentation: '/issues/assignees#remove-assignees-from-an-issue',
    answer: removeAssignees,
  },
];

function listAssignees(call: Call): Answer {
  const page = numberPages(call, '/assignees', call.repository.collaborators);
  return { ...page, json: page.rows.map(writeUser) };
}

function checkAssignee({ repository, parameters }: Call): Answer {
  if (!hasLogin(repository.collaborators, parameters.login ?? '')) throw notFound();
  return { status: 204, json: undefined };
}

/** Who does not exist is not found; who has no access is passed over, and so is the eleventh. */
function addAssignees(call: Call): Answer {
  const { repository, world } = call;
  const issue = findIssue(call);
  const given = readTexts(readMembers(call.body).assignees) ?? [];
  if (given.some((login) => !hasLogin([...world.users], login))) throw notFound();
  const added = repository.collaborators.filter((login) => hasLogin(given, login));
  issue.assignees = [...new Set([...issue.assignees, ...added])].slice(0, ASSIGNEES_AT_MOST);
  issue.updatedAt = call.now;
  return { status: 201, json: writeIssue(call, issue) };
}

function removeAssignees(call: Call): Answer {
  const issue = findIssue(call);
  const given = readTexts(readMembers(call.body).assignees) ?? [];
  issue.assignees = issue.assignees.filter((login) => !hasLogin(given, login));
  issue.updatedAt = call.now;
  return { status: 200, json: writeIssue(call, issue) };
}

/** Logins are the same in either case. */
function hasLogin(logins: readonly string[], login: string): boolean {
  return logins.some((one) => one.toLowerCase() === login.toLowerCase());
}
