import { DEPLOYMENT_STATES, type Deployment, type DeploymentStatus } from './deployment-state.ts';
import { findEnvironment, makeEnvironment } from './environment-state.ts';
import { type Answer, type Call, type Endpoint, readMembers } from './exchange.ts';
import { writeRepositoryUrl, writeTime, writeUser } from './issue-json.ts';
import { numberPages } from './paging.ts';
import { notFound, Refusal, validationFailed } from './problems.ts';

const ENVIRONMENT_CHARACTERS_AT_MOST = 255;
const STATUS_DESCRIPTION_CHARACTERS_AT_MOST = 140;

export const DEPLOYMENT_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'deployments.list',
    method: 'GET',
    path: '/deployments',
    scope: 'deployments',
    level: 'read',
    documentation: '/deployments/deployments#list-deployments',
    answer: listDeployments,
  },
  {
    name: 'deployments.create',
    method: 'POST',
    path: '/deployments',
    scope: 'deployments',
    level: 'write',
    documentation: '/deployments/deployments#create-a-deployment',
    answer: createDeployment,
  },
  {
    name: 'deployment-statuses.list',
    method: 'GET',
    path: '/deployments/{deployment_id}/statuses',
    scope: 'deployments',
    level: 'read',
    documentation: '/deployments/statuses#list-deployment-statuses',
    answer: listStatuses,
  },
  {
    name: 'deployment-statuses.create',
    method: 'POST',
    path: '/deployments/{deployment_id}/statuses',
    scope: 'deployments',
    level: 'write',
    documentation: '/deployments/statuses#create-a-deployment-status',
    answer: createStatus,
  },
];

/** The newest first. */
function listDeployments(call: Call): Answer {
  const { repository, query, world, now } = call;
  const wants = (name: string, value: string) => [null, '', value].includes(query.get(name));
  const rows = repository.deployments
    .filter(({ createdAt }) => createdAt.getTime() + world.listingLagMilliseconds <= now.getTime())
    .filter(({ sha, ref }) => wants('sha', sha) && wants('ref', ref))
    .filter(({ task, environment }) => wants('task', task) && wants('environment', environment))
    .reverse();
  const page = numberPages(call, '/deployments', rows);
  return { ...page, json: page.rows.map((deployment) => writeDeployment(call, deployment)) };
}

/** An environment that nobody has made is made by the way, without any protection. */
function createDeployment(call: Call): Answer {
  const { repository, actor, now } = call;
  const given = readMembers(call.body);
  const { ref, task, payload, environment, description } = given;
  if (typeof ref !== 'string') throw new Refusal(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
  const { refs, failingContexts, isBehind } = repository.commits;
  const sha =
    Object.values(refs).find((one) => one === ref) ?? refs[ref.replace(/^refs\/(heads|tags)\//, '')];
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${ref}`);
  if (given.auto_merge !== false && isBehind) {
    throw new Refusal(409, `Conflict merging main into ${ref}.`);
  }
  const demanded = Array.isArray(given.required_contexts) ? given.required_contexts : failingContexts;
  if (failingContexts.some((context) => demanded.includes(context))) {
    throw new Refusal(409, `Conflict: Commit status checks failed for ${ref}.`);
  }
  const name = typeof environment === 'string' ? environment : 'production';
  if (name.length > ENVIRONMENT_CHARACTERS_AT_MOST || /['"`,;\\\n]/.test(name)) {
    throw validationFailed({ resource: 'Deployment', field: 'environment', code: 'invalid', value: name });
  }
  const deployment: Deployment = {
    id: call.world.takeDeploymentId(),
    sha,
    ref,
    task: typeof task === 'string' ? task : 'deploy',
    payload: payload ?? {},
    environment: name,
    description: typeof description === 'string' ? description : null,
    isTransient: given.transient_environment === true,
    isProduction:
      typeof given.production_environment === 'boolean'
        ? given.production_environment
        : name === 'production',
    creator: actor.login,
    createdAt: now,
    statuses: [],
  };
  repository.deployments.push(deployment);
  if (findEnvironment(repository.environments, name) === undefined) {
    repository.environments.push(makeEnvironment({ name }));
  }
  return { status: 201, json: writeDeployment(call, deployment) };
}

function listStatuses(call: Call): Answer {
  const { id, statuses } = findDeployment(call);
  const page = numberPages(call, `/deployments/${id}/statuses`, statuses.toReversed());
  return { ...page, json: page.rows.map((status) => writeStatus(call, status)) };
}

function createStatus(call: Call): Answer {
  const deployment = findDeployment(call);
  const { state: wanted, description, log_url: logUrl, auto_inactive: autoInactive } = readMembers(call.body);
  const state = DEPLOYMENT_STATES.find((one) => one === wanted);
  const resource = 'DeploymentStatus';
  if (state === undefined) throw validationFailed({ resource, field: 'state', code: 'invalid' });
  if (String(description ?? '').length > STATUS_DESCRIPTION_CHARACTERS_AT_MOST) {
    const message = 'description is too long (maximum is 140 characters)';
    throw validationFailed({ resource, field: 'description', code: 'custom', message });
  }
  if (logUrl !== undefined && logUrl !== '' && !/^https?:\/\//.test(String(logUrl))) {
    const message = 'log_url must use http(s) scheme';
    throw validationFailed({ resource, field: 'log_url', code: 'custom', message });
  }
  const add = (to: Deployment, facts: Pick<DeploymentStatus, 'state' | 'description' | 'logUrl'>) => {
    const id = `${Number(to.statuses.at(-1)?.id ?? '0') + 1}`;
    const status = { ...facts, id, creator: call.actor.login, createdAt: call.now };
    to.statuses.push(status);
    return status;
  };
  const status = add(deployment, {
    state,
    description: String(description ?? ''),
    logUrl: String(logUrl ?? ''),
  });
  if (state === 'success' && autoInactive !== false) {
    const others = call.repository.deployments.filter(
      (one) =>
        one !== deployment &&
        one.environment === deployment.environment &&
        !one.isTransient &&
        !one.isProduction &&
        one.statuses.at(-1)?.state === 'success',
    );
    for (const other of others) add(other, { state: 'inactive', description: '', logUrl: '' });
  }
  return { status: 201, json: writeStatus(call, status) };
}

function findDeployment({ repository, parameters }: Call): Deployment {
  const found = repository.deployments.find(({ id }) => id === parameters.deployment_id);
  if (found === undefined) throw notFound();
  return found;
}

function writeDeployment({ apiUrl, repository }: Call, deployment: Deployment) {
  const repositoryUrl = writeRepositoryUrl(apiUrl, repository);
  const url = `${repositoryUrl}/deployments/${deployment.id}`;
  return {
    url,
    id: writeDigits(deployment.id),
    node_id: `DE_${deployment.id}`,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: writeUser(deployment.creator),
    created_at: writeTime(deployment.createdAt),
    updated_at: writeTime(deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl,
    transient_environment: deployment.isTransient,
    production_environment: deployment.isProduction,
  };
}

function writeStatus({ apiUrl, repository, parameters }: Call, status: DeploymentStatus) {
  const url = `${writeRepositoryUrl(apiUrl, repository)}/deployments/${parameters.deployment_id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: Number(status.id),
    state: status.state,
    creator: writeUser(status.creator),
    description: status.description,
    log_url: status.logUrl,
    target_url: status.logUrl,
    created_at: writeTime(status.createdAt),
    updated_at: writeTime(status.createdAt),
    deployment_url: url,
  };
}

/** A number in JSON, however long it is. */
function writeDigits(digits: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
}
