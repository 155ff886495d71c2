import type { ZodMiniType } from 'zod/mini';
import type { GateReader, GateReading } from '../../../operations/rotation/gates.ts';
import { type CallRules, under } from '../call.ts';
import { GitHubError } from '../errors.ts';
import type { GitHub } from '../github.ts';
import { describeCustomRules, describeRule } from './rule-words.ts';
import { customRulesSchema, environmentSchema } from './wire.ts';

const RULES: CallRules = { permission: 'actions: read' };

/** Reads the environments of the repository that a workflow runs in. */
export function createGateReader(github: GitHub): GateReader {
  const { octokit, repository } = github;
  const whole = `${repository.owner}/${repository.repo}`;

  /** @returns null where there is no such thing. @throws GitHubError */
  async function get<Shape>(
    route: 'environments/{environment}' | 'environments/{environment}/deployment_protection_rules',
    environment: string,
    schema: ZodMiniType<Shape>,
  ): Promise<Shape | null> {
    try {
      const path = `GET /repos/{owner}/{repo}/${route}`;
      const { data, url } = await octokit.request(path, { ...repository, environment, ...under(RULES) });
      const parsed = schema.safeParse(data);
      if (!parsed.success) throw github.refuse({ method: 'GET', url }, RULES, data);
      return parsed.data;
    } catch (error) {
      if (error instanceof GitHubError && error.reason === 'not-found') return null;
      throw error;
    }
  }

  async function read(environment: string): Promise<GateReading> {
    const found = await get('environments/{environment}', environment, environmentSchema);
    if (found === null) {
      return {
        kind: 'open',
        reason: `there is no environment '${environment}' in ${whole} that the token sees; GitHub makes it when a job names it, without any protection`,
        mend: `correct the name, or make it (${describePlace(environment)})`,
      };
    }
    const rules = (found.protection_rules ?? []).map(describeRule).filter((rule) => rule !== null);
    if (rules.length > 0) return { kind: 'gate', rules };
    const custom = await get(
      'environments/{environment}/deployment_protection_rules',
      environment,
      customRulesSchema,
    );
    const ofApps = custom === null ? [] : describeCustomRules(custom);
    if (ofApps.length > 0) return { kind: 'gate', rules: ofApps };
    return {
      kind: 'open',
      reason: `environment '${environment}' of ${whole} asks nobody: it has no required reviewers, wait timer or rule of an app${found.protection_rules?.some(({ type }) => type === 'branch_policy') === true ? '; a policy of branches alone asks nobody' : ''}`,
      mend: `add one (${describePlace(environment)})`,
    };
  }

  return {
    async read(environment) {
      try {
        return await read(environment);
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        return explainUnknown(environment, error);
      }
    },
  };
}

/** Where people set a rule, and who has it: required reviewers and wait timers of private repositories are of Enterprise. */
function describePlace(environment: string): string {
  return `Settings, Environments, ${environment}, Required reviewers; in private repositories only GitHub Enterprise has these and wait timers`;
}

function explainUnknown(environment: string, error: GitHubError): GateReading {
  const reason = `whether environment '${environment}' asks anybody cannot be read: ${error.message.replace(/\.$/, '')}`;
  const mend =
    error.reason === 'permission'
      ? "give the job 'permissions: actions: read' (keep what is listed there); a reusable workflow has no more than the job that calls it, so give it to that job, too. A token of its own in github-token needs Actions: Read-only"
      : error.mend;
  return { kind: 'unknown', reason, mend };
}
