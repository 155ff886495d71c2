import { type Answer, type Call, type Endpoint, readMembers } from './exchange.ts';
import { findIssue, writeRepositoryUrl, writeTime, writeUser } from './issue-json.ts';
import { BODY_CHARACTERS_AT_MOST, countCharacters } from './issues.ts';
import { numberPages } from './paging.ts';
import { validationFailed } from './problems.ts';
import type { Comment } from './world.ts';

export const COMMENT_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'comments.list',
    method: 'GET',
    path: '/issues/{issue_number}/comments',
    scope: 'issues',
    level: 'read',
    documentation: '/issues/comments#list-issue-comments',
    answer: listComments,
  },
  {
    name: 'comments.create',
    method: 'POST',
    path: '/issues/{issue_number}/comments',
    scope: 'issues',
    level: 'write',
    documentation: '/issues/comments#create-an-issue-comment',
    answer: createComment,
  },
];

function listComments(call: Call): Answer {
  const issue = findIssue(call);
  const page = numberPages(call, `/issues/${issue.number}/comments`, issue.comments);
  return { ...page, json: page.rows.map((comment) => writeComment(call, comment)) };
}

function createComment(call: Call): Answer {
  const issue = findIssue(call);
  const { body } = readMembers(call.body);
  if (typeof body !== 'string' || body.trim() === '') {
    throw validationFailed({ resource: 'IssueComment', field: 'body', code: 'missing_field' });
  }
  if (countCharacters(body) > BODY_CHARACTERS_AT_MOST) {
    throw validationFailed({
      resource: 'IssueComment',
      field: 'data',
      code: 'unprocessable',
      message: 'Body is too long (maximum is 65536 characters)',
    });
  }
  const comment: Comment = {
    id: issue.number * 1000 + issue.comments.length + 1,
    author: call.actor.login,
    body,
    createdAt: call.now,
  };
  issue.comments.push(comment);
  issue.updatedAt = call.now;
  const json = writeComment(call, comment);
  return { status: 201, json, headers: { location: String(json.url) } };
}

function writeComment(
  { apiUrl, repository }: Call,
  { id, author, body, createdAt }: Comment,
): Readonly<Record<string, unknown>> {
  return {
    id,
    url: `${writeRepositoryUrl(apiUrl, repository)}/issues/comments/${id}`,
    user: writeUser(author),
    created_at: writeTime(createdAt),
    updated_at: writeTime(createdAt),
    body,
  };
}
