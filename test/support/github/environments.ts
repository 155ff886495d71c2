import { findEnvironment } from './environment-state.ts';
import type { Answer, Call, Endpoint } from './exchange.ts';
import { writeRepositoryUrl, writeTime } from './issue-json.ts';
import { notFound } from './problems.ts';

export const ENVIRONMENT_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'environments.get',
    method: 'GET',
    path: '/environments/{environment_name}',
    scope: 'actions',
    level: 'read',
    documentation: '/deployments/environments#get-an-environment',
    answer: getEnvironment,
  },
  {
    name: 'environment-rules.list',
    method: 'GET',
    path: '/environments/{environment_name}/deployment_protection_rules',
    scope: 'actions',
    level: 'read',
    documentation: '/deployments/protection-rules#get-all-deployment-protection-rules-for-an-environment',
    answer: listCustomRules,
  },
];

function getEnvironment(call: Call): Answer {
  const { repository, apiUrl, now } = call;
  const { name, rules } = findNamed(call);
  const address = `${writeRepositoryUrl(apiUrl, repository)}/environments/${encodeURIComponent(name)}`;
  const hasPolicy = rules.some(({ type }) => type === 'branch_policy');
  return {
    status: 200,
    json: {
      id: 161_088_068 + repository.environments.findIndex((one) => one.name === name),
      node_id: `EN_${name}`,
      name,
      url: address,
      html_url: `${new URL(apiUrl).origin}/${repository.owner}/${repository.name}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
      created_at: writeTime(now),
      updated_at: writeTime(now),
      can_admins_bypass: true,
      protection_rules: rules.map((rule, index) => ({ id: 3700 + index, node_id: `GA_${index}`, ...rule })),
      deployment_branch_policy: hasPolicy
        ? { protected_branches: false, custom_branch_policies: true }
        : null,
    },
  };
}

/** Apps' own rules are not among the environment's others. */
function listCustomRules(call: Call): Answer {
  const { customRules } = findNamed(call);
  const rows = customRules
    .filter(({ enabled }) => enabled)
    .map(({ slug, enabled }, index) => ({
      id: index + 1,
      node_id: `DPR_${index}`,
      enabled,
      app: { id: 100 + index, slug, integration_url: `${call.apiUrl}/apps/${slug}`, node_id: `A_${index}` },
    }));
  return { status: 200, json: { total_count: rows.length, custom_deployment_protection_rules: rows } };
}

function findNamed({ repository, parameters }: Call) {
  const found = findEnvironment(repository.environments, parameters.environment_name ?? '');
  if (found === undefined) throw notFound();
  return found;
}
