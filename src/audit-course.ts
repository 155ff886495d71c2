import type { Conclusion, Course, CourseTools } from './course.ts';
import { createFailureReport } from './failure-report.ts';
import type { AuditRequest } from './interface/audit-request.ts';
import { readAuditRequest } from './interface/targets/read-audit-request.ts';
import { createOpener } from './opener.ts';
import { auditTargets } from './operations/audit/audit.ts';
import type { AuditReport, RunFacts } from './operations/audit/audit-report.ts';
import type { Provider } from './providers/provider.ts';
import { describeAuditVerdict } from './report/audit/sentences.ts';
import { describeValidation } from './report/audit/validation.ts';
import { loadWriter } from './report/audit/writers.ts';
import { explainFailure } from './report/failure.ts';
import { type AuditIssue, keepAuditIssue } from './runner/keep-audit-issue.ts';
import { publish } from './runner/publish.ts';
import { publishAudit } from './runner/publish-audit.ts';
import { publishValidation } from './runner/publish-validation.ts';
import { VERSION } from './version.ts';

/** An audit of any number of certificate stores. */
export function createAuditCourse(tools: CourseTools): Course {
  const { deps, redactor, keepSecret } = tools;
  const { runner } = deps;
  const opened: Provider[] = [];
  let request: AuditRequest | null = null;
  let report: AuditReport | null = null;
  let issue: AuditIssue = { kept: null, warnings: [] };

  async function audit(asked: AuditRequest): Promise<AuditReport> {
    const open = createOpener(tools);
    return auditTargets({
      request: asked,
      clock: deps.clock,
      log: (line) => runner.info(redactor.redact(line)),
      version: VERSION,
      run: readRunFacts(runner.environment),
      open: async (target) => {
        if (target.credentials === null) throw new TypeError(`${target.name} was read without credentials`);
        const { credentials } = target;
        const provider = await open({ ...target, credentials, transport: asked.transport });
        opened.push(provider);
        return provider;
      },
      explain: (error, target, provider) =>
        explainFailure(error, {
          operation: 'audit',
          provider: target.provider,
          advise: (apiError) => provider?.advise(apiError) ?? null,
          redact: redactor.redact,
        }),
    });
  }

  return {
    async perform() {
      const { inputs, environment } = runner;
      const asked = await readAuditRequest(inputs, { environment, readFile: deps.files.read, keepSecret });
      request = asked;
      if (asked.validateOnly) return;
      // Of the many rows that are read little is held.
      deps.conserveMemory();
      report = await audit(asked);
      if (asked.issue !== null)
        issue = await keepAuditIssue(report, { request: asked.issue, transport: asked.transport }, deps);
    },
    async close() {
      // Targets of one credential share a session, so it is closed when none is read any more.
      await Promise.all(opened.map((provider) => provider.close()));
    },
    conclude(failure): Conclusion {
      const summary = request?.summary ?? true;
      if (failure !== null || request === null || (report === null && !request.validateOnly)) {
        const failed = createFailureReport(failure, tools);
        return {
          failure: failed.failure,
          verdict: null,
          verdictText: null,
          failJob: true,
          publish: () => publish(failed, deps, { summary }),
        };
      }
      const { targets, reportFormats, reportDirectory, failJob } = request;
      if (report === null) {
        return {
          failure: null,
          verdict: null,
          verdictText: null,
          failJob,
          publish: () => publishValidation(describeValidation(targets), deps, { summary }),
        };
      }
      const audited = report;
      return {
        failure: null,
        verdict: audited.verdict,
        verdictText: describeAuditVerdict(audited),
        failJob,
        publish: () =>
          publishAudit(audited, deps, {
            summary,
            formats: reportFormats,
            directory: reportDirectory,
            loadWriter,
            issue: issue.kept,
            warnings: issue.warnings,
          }),
      };
    },
  };
}

/** Where the audit runs, as the runner's own variables say. */
function readRunFacts(environment: Readonly<Record<string, string | undefined>>): RunFacts | null {
  const {
    GITHUB_REPOSITORY: repository = '',
    GITHUB_WORKFLOW: workflow = '',
    GITHUB_SERVER_URL: server = '',
    GITHUB_RUN_ID: id = '',
  } = environment;
  if (repository === '' || server === '' || id === '') return null;
  return { repository, workflow, url: `${server}/${repository}/actions/runs/${id}` };
}
