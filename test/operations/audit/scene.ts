import type { Certificate } from '../../../src/certificate/certificate.ts';
import { parseThreshold, type Threshold } from '../../../src/certificate/threshold.ts';
import { ApiError, type ApiErrorDetails } from '../../../src/http/errors.ts';
import type { AuditRequest, AuditTarget, IgnoreRule } from '../../../src/interface/audit-request.ts';
import { capabilitiesOf } from '../../../src/interface/capabilities.ts';
import { auditTargets } from '../../../src/operations/audit/audit.ts';
import type { AuditReport } from '../../../src/operations/audit/audit-report.ts';
import type { CredentialEnd, Provider, Usage } from '../../../src/providers/provider.ts';
import { buildCertificate } from '../../certificate/build-certificate.ts';
import { AUDITED_AT, buildTarget, inDays } from '../../report/audit/build-audit.ts';

export { AUDITED_AT, buildTarget, inDays };

/** What one target's store holds and says. */
export interface StoreState {
  readonly certificates?: readonly Partial<Certificate>[];
  readonly usage?: Usage;
  readonly credentialEnd?: CredentialEnd;
  /** What reading the list ends with instead. */
  readonly failure?: Error;
  readonly usageFailure?: Error;
  readonly notices?: readonly string[];
}

/** Audits stores that hold what is given, by target name; `asked` counts what each was asked for. */
export async function audit(
  stores: readonly (readonly [target: Partial<AuditTarget>, state: StoreState])[],
  request: Partial<AuditRequest> = {},
): Promise<{
  readonly report: AuditReport;
  readonly asked: readonly string[];
  readonly lines: readonly string[];
}> {
  const asked: string[] = [];
  const lines: string[] = [];
  const targets = stores.map(([target], index) => buildTarget({ name: `target ${index + 1}`, ...target }));
  const states = new Map(targets.map((target, index) => [target.name, stores[index]?.[1] ?? {}]));
  const report = await auditTargets({
    request: {
      targets,
      failJob: true,
      onEmpty: 'fail',
      validateOnly: false,
      reportFormats: [],
      reportDirectory: null,
      issue: null,
      transport: {
        requestTimeoutMilliseconds: 1000,
        maxRetries: 0,
        retryDelayMilliseconds: 1,
        concurrency: 8,
      },
      summary: true,
      ...request,
    },
    clock: { now: () => AUDITED_AT.getTime() },
    log: (line) => lines.push(line),
    version: '0.0.0',
    run: null,
    open: async (target) => createStore(target, states.get(target.name) ?? {}, asked),
    explain: (error) => ({
      message: error instanceof Error ? error.message : String(error),
      mend: 'mend it',
    }),
  });
  return { report, asked, lines };
}

/** The findings as `rule verdict target certificate`. */
export function briefly({ findings }: AuditReport): readonly string[] {
  return findings.map(({ rule, verdict, target, certificate }) =>
    [rule, verdict, target ?? '-', ...(certificate === null ? [] : [certificate.certificate.id])].join(' '),
  );
}

export function threshold(text: string): Threshold {
  const parsed = parseThreshold(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.ok;
}

export function ignore(match: IgnoreRule['match'], until = inDays(30)): IgnoreRule {
  return { match, reason: 'being replaced', until };
}

export function apiError(status: number): ApiError {
  const details: ApiErrorDetails = {
    kind: 'http',
    call: 'GET /list',
    host: 'api.example.com',
    status,
    errors: [],
    requestId: null,
    attempts: 1,
    mayHaveArrived: true,
  };
  return new ApiError(`GET /list answered ${status}`, details);
}

function createStore(target: AuditTarget, state: StoreState, asked: string[]): Provider {
  const certificates = (state.certificates ?? []).map((facts, index) =>
    buildCertificate({
      id: `${target.name} ${index + 1}`,
      status: capabilitiesOf[target.provider].statuses[0] === 'inactive' ? 'available' : null,
      notBefore: inDays(-100),
      ...facts,
    }),
  );
  const fail = () => {
    throw new Error('an audit must not ask for this');
  };
  return {
    name: target.provider,
    scope: target.scope,
    origin: 'https://api.example.com',
    capabilities: capabilitiesOf[target.provider],
    notices: state.notices ?? [],
    list: fail,
    survey: async (_filter, keep) => {
      asked.push(`${target.name}: list`);
      if (state.failure !== undefined) throw state.failure;
      return certificates.map((certificate) => keep(certificate));
    },
    readUsage:
      state.usage === undefined && state.usageFailure === undefined
        ? null
        : async () => {
            asked.push(`${target.name}: usage`);
            if (state.usageFailure !== undefined) throw state.usageFailure;
            return state.usage ?? { referrers: new Map(), withheld: [] };
          },
    readCredentialEnd:
      state.credentialEnd === undefined
        ? null
        : async () => {
            asked.push(`${target.name}: credential`);
            return state.credentialEnd ?? { expiresOn: null, remarks: [] };
          },
    isDenial: ({ status }) => status === 401 || status === 403,
    consoleUrl: ({ id }) => `https://console.example.com/${id}`,
    get: fail,
    get creation(): never {
      return fail();
    },
    transitions: {},
    deletion: null,
    update: null,
    openRotation: null,
    check: fail,
    advise: () => null,
    close: async () => {},
  };
}
