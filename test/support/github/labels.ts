import { type Answer, type Call, type Endpoint, readMembers, readTexts } from './exchange.ts';
import { findIssue, writeLabel } from './issue-json.ts';
import { numberPages } from './paging.ts';
import { notFound, Refusal, validationFailed } from './problems.ts';
import { makeLabel } from './world.ts';

const NAME_CHARACTERS_AT_MOST = 50;

const about = { scope: 'issues' } as const;

export const LABEL_ENDPOINTS: readonly Endpoint[] = [
  {
    ...about,
    name: 'labels.list',
    method: 'GET',
    path: '/labels',
    level: 'read',
    documentation: '/issues/labels#list-labels-for-a-repository',
    answer: listLabels,
  },
  {
    ...about,
    name: 'labels.create',
    method: 'POST',
    path: '/labels',
    level: 'write',
    documentation: '/issues/labels#create-a-label',
    answer: createLabel,
  },
  {
    ...about,
    name: 'labels.get',
    method: 'GET',
    path: '/labels/{name}',
    level: 'read',
    documentation: '/issues/labels#get-a-label',
    answer: getLabel,
  },
  {
    ...about,
    name: 'issue-labels.list',
    method: 'GET',
    path: '/issues/{issue_number}/labels',
    level: 'read',
    documentation: '/issues/labels#list-labels-for-an-issue',
    answer: (call) => answerWith(call, findIssue(call).labels),
  },
  {
    ...about,
    name: 'issue-labels.add',
    method: 'POST',
    path: '/issues/{issue_number}/labels',
    level: 'write',
    documentation: '/issues/labels#add-labels-to-an-issue',
    answer: (call) => changeLabels(call, (had, given) => [...new Set([...had, ...given])]),
  },
  {
    ...about,
    name: 'issue-labels.set',
    method: 'PUT',
    path: '/issues/{issue_number}/labels',
    level: 'write',
    documentation: '/issues/labels#set-labels-for-an-issue',
    answer: (call) => changeLabels(call, (_had, given) => [...given]),
  },
  {
    ...about,
    name: 'issue-labels.remove',
    method: 'DELETE',
    path: '/issues/{issue_number}/labels/{name}',
    level: 'write',
    documentation: '/issues/labels#remove-a-label-from-an-issue',
    answer: removeLabel,
  },
];

/**
 * The labels of an issue by their names; those that the repository does not have are made.
 * @throws Refusal where one cannot be made.
 */
export function readKnownLabels({ repository }: Call, given: unknown): string[] {
  const names = readTexts(given);
  if (names === null) throw new Refusal(422, 'Invalid request.\n\nNo subschema in "anyOf" matched.');
  for (const name of names) {
    if (name.trim() === '' || [...name].length > NAME_CHARACTERS_AT_MOST) {
      throw validationFailed({ value: name, resource: 'Label', field: 'name', code: 'invalid' });
    }
  }
  return names.map((name) => {
    const known = findLabel(repository.labels, name);
    if (known === undefined) repository.labels.push(makeLabel(name));
    return known?.name ?? name;
  });
}

function listLabels(call: Call): Answer {
  const page = numberPages(call, '/labels', call.repository.labels);
  return { ...page, json: page.rows.map(({ name }) => writeLabel(call.repository, name)) };
}

function createLabel(call: Call): Answer {
  const { name, color, description } = readMembers(call.body);
  const { repository } = call;
  if (typeof name !== 'string' || name.trim() === '') {
    throw validationFailed({ resource: 'Label', field: 'name', code: 'missing_field' });
  }
  if ([...name].length > NAME_CHARACTERS_AT_MOST) {
    const message = 'name is too long (maximum is 50 characters)';
    throw validationFailed({ resource: 'Label', field: 'name', code: 'custom', message });
  }
  if (findLabel(repository.labels, name) !== undefined) {
    throw validationFailed({ resource: 'Label', field: 'name', code: 'already_exists' });
  }
  repository.labels.push({
    name,
    color: typeof color === 'string' ? color : 'ededed',
    description: typeof description === 'string' ? description : null,
  });
  return { status: 201, json: writeLabel(repository, name) };
}

function getLabel({ repository, parameters }: Call): Answer {
  const label = findLabel(repository.labels, parameters.name ?? '');
  if (label === undefined) throw notFound();
  return { status: 200, json: writeLabel(repository, label.name) };
}

function changeLabels(
  call: Call,
  change: (had: readonly string[], given: readonly string[]) => string[],
): Answer {
  const issue = findIssue(call);
  const given = Array.isArray(call.body) ? call.body : readMembers(call.body).labels;
  issue.labels = change(issue.labels, readKnownLabels(call, given));
  issue.updatedAt = call.now;
  return answerWith(call, issue.labels);
}

function removeLabel(call: Call): Answer {
  const issue = findIssue(call);
  const had = issue.labels.length;
  issue.labels = issue.labels.filter((name) => name.toLowerCase() !== call.parameters.name?.toLowerCase());
  if (issue.labels.length === had) throw new Refusal(404, 'Label does not exist');
  return answerWith(call, issue.labels);
}

function answerWith({ repository }: Call, names: readonly string[]): Answer {
  return { status: 200, json: names.map((name) => writeLabel(repository, name)) };
}

/** Names are the same in either case. */
function findLabel<Named extends { readonly name: string }>(
  labels: readonly Named[],
  name: string,
): Named | undefined {
  return labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
}
