import type { Conclusion, Course, CourseTools } from './course.ts';
import type { GitHubAccess } from './deps.ts';
import type { TransportSettings } from './interface/request.ts';
import { type RotationRequest, readRotationRequest } from './interface/rotation-request.ts';
import { readSigningKey } from './interface/signing-key.ts';
import { createOpener } from './opener.ts';
import { createRotationProgress } from './operations/rotation/outcome.ts';
import { rotate } from './operations/rotation/rotate.ts';
import type { Provider } from './providers/provider.ts';
import { explainFailure } from './report/failure.ts';
import type { RotationReport } from './report/rotation/rotation-report.ts';
import { publishRotation } from './runner/publish-rotation.ts';

function openAccess({ deps }: CourseTools, token: string, transport: TransportSettings): GitHubAccess {
  const { runner, clock, sleep, random, network } = deps;
  const debug = (line: string) => {
    if (runner.isDebug) runner.debug(line);
  };
  return {
    token,
    environment: runner.environment,
    transport,
    deps: { clock, sleep, random, network, debug },
  };
}

/** One run of a rotation, which goes on over many. */
export function createRotateCourse(tools: CourseTools): Course {
  const { deps, redactor, keepSecret } = tools;
  const progress = createRotationProgress();
  let request: RotationRequest | null = null;
  let provider: Provider | null = null;

  function assembleReport(failure: unknown): RotationReport {
    const name = request?.store.provider ?? deps.runner.inputs.provider ?? '';
    return {
      provider: name,
      scope: request?.store.scope ?? '',
      origin: provider?.origin ?? '',
      dryRun: request?.store.dryRun ?? false,
      phases: request?.phases ?? [],
      outcome: progress.outcome,
      failure:
        failure === null
          ? null
          : explainFailure(failure, {
              operation: 'rotate',
              provider: name,
              advise: (error) => provider?.advise(error) ?? null,
              redact: redactor.redact,
            }),
      now: new Date(deps.clock.now()),
    };
  }

  return {
    async perform() {
      const asked = readRotationRequest(deps.runner.inputs, deps.runner.environment);
      const credentials = await readSigningKey(asked.store.credentials, deps.files.read, keepSecret);
      request = { ...asked, store: { ...asked.store, credentials } };
      provider = await createOpener(tools)(request.store);
      const access = (token: string) => openAccess(tools, token, asked.store.transport);
      for (const notice of provider.notices) progress.warn(notice);
      await rotate({
        request,
        provider,
        ledger: await deps.openLedger(access(request.githubToken)),
        gates:
          request.gateEnvironments.length === 0 ? null : await deps.openGates(access(request.githubToken)),
        secretStore:
          request.secret === null
            ? null
            : await deps.openSecretStore(access(request.secret.token), request.secret),
        probe: deps.probeServedCertificate,
        generateKey: deps.generateKey,
        clock: deps.clock,
        sleep: deps.sleep,
        log: (line) => deps.runner.info(redactor.redact(line)),
        progress,
        materials: {
          read: deps.files.read,
          write: deps.files.write,
          mask: keepSecret,
          readTrustedRoots: deps.readTrustedRoots,
        },
      });
    },
    async close() {
      await provider?.close();
    },
    conclude(failure): Conclusion {
      const report = assembleReport(failure);
      return {
        failure: report.failure,
        verdict: null,
        verdictText: null,
        failJob: true,
        publish: () => publishRotation(report, deps, { summary: request?.store.summary ?? true }),
      };
    },
  };
}
