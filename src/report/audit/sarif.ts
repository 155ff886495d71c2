import { digestText, identify } from '../../certificate/identity.ts';
import { formatDate } from '../../certificate/time.ts';
import { type AuditReport, type Finding, findingRules } from '../../operations/audit/audit-report.ts';
import { toJsonText, writeItems } from './json-text.ts';
import { countOccurrences } from './occurrences.ts';
import { endSentence, nameCertificate, nameUniquely, plainText, webAddress } from './plain-text.ts';
import { toReportingDescriptor } from './sarif-rules.ts';

/** GitHub keeps no more of a run; which ones it keeps is better said here. */
const RESULTS_AT_MOST = 5000;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * The findings as SARIF 2.1.0 for code scanning, the most urgent 5,000 at most.
 *
 * Ignored certificates have no result: code scanning does not heed `suppressions` and would open an alert.
 * No `automationDetails` is given: upload-sarif would keep it, and with it two audits of one workflow (a
 * matrix) would overwrite each other; without it the upload's `category`, or its job, tells them apart.
 */
export function* writeSarif(report: AuditReport): Generator<string> {
  yield `{"$schema":${toJsonText(SCHEMA)},"version":"2.1.0","runs":[{"tool":${toJsonText(toTool(report))},`;
  yield `\n"invocations":[${toJsonText(toInvocation(report))}],"columnKind":"utf16CodeUnits",`;
  yield '\n"results":[';
  yield* writeItems(toResults(report));
  yield '\n]}]}\n';
}

function toTool({ version }: AuditReport): object {
  return {
    driver: {
      name: 'CertOps',
      semanticVersion: version,
      // Every rule, found or not: a tool's rules change with its version, not with what it sees.
      rules: findingRules.map(toReportingDescriptor),
    },
  };
}

function toInvocation({ at, isComplete, counts, findings }: AuditReport): object {
  const notes: string[] = [];
  if (findings.length > RESULTS_AT_MOST) {
    notes.push(
      `These are the ${RESULTS_AT_MOST} most urgent of ${findings.length} findings; code scanning takes no more. The JSON and CSV reports hold them all.`,
    );
  }
  if (!isComplete) {
    notes.push(
      `${counts.unreadable} of ${counts.targets} targets could not be read. Nothing is said here of their certificates.`,
    );
  }
  return {
    executionSuccessful: isComplete,
    endTimeUtc: formatDate(at),
    toolExecutionNotifications: notes.map((text) => ({ level: 'warning', message: { text } })),
  };
}

function* toResults({ findings }: AuditReport): Generator<object> {
  const count = countOccurrences();
  for (const finding of findings.slice(0, RESULTS_AT_MOST)) {
    const identity = identifyFinding(finding);
    yield toResult(finding, `${identity}:${count(identity)}`);
  }
}

function toResult(finding: Finding, fingerprint: string): object {
  const { rule, verdict, target, certificate } = finding;
  return {
    ruleId: rule,
    ruleIndex: findingRules.indexOf(rule),
    level: verdict === 'fail' ? 'error' : 'warning',
    message: { text: describe(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: locate(target) },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        },
        ...(certificate === null
          ? {}
          : {
              logicalLocations: [
                {
                  name: nameCertificate(certificate.certificate),
                  fullyQualifiedName: `${plainText(certificate.target.name, 200)}/${nameUniquely(certificate.certificate)}`,
                  kind: 'resource',
                },
              ],
            }),
      },
    ],
    // The one name that code scanning reads.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(certificate === null
      ? {}
      : {
          properties: {
            provider: certificate.certificate.provider,
            scope: certificate.certificate.scope,
            id: certificate.certificate.id,
            fingerprint: certificate.certificate.fingerprint,
            notAfter:
              certificate.certificate.notAfter === null ? null : formatDate(certificate.certificate.notAfter),
            owner: certificate.target.owner,
            runbook: certificate.target.runbook,
            consoleUrl: certificate.consoleUrl,
          },
        }),
  };
}

/** The same in every audit for one rule and one certificate: neither dates nor messages are in it. */
function identifyFinding({ rule, target, certificate }: Finding): string {
  const of = certificate === null ? '' : identify(certificate.certificate);
  return digestText(JSON.stringify([rule, target, of]));
}

/**
 * Code scanning wants a file, and a certificate store has none. A path that no repository holds keeps
 * upload-sarif from putting the hash of some line in the fingerprint's place, and is shown in the alert.
 */
function locate(target: string | null): string {
  if (target === null) return 'certops';
  const name = plainText(target, 200);
  return `certops/${encodeURIComponent(/^\.{0,2}$/.test(name) ? `${name}_` : name)}`;
}

/** What and where first: a list of alerts shows the first sentence only. */
function describe({ message, mend, target, certificate }: Finding): string {
  const place = target === null ? 'The audit' : `target ${plainText(target, 200)}`;
  const subject =
    certificate === null
      ? capitalise(place)
      : `Certificate ${nameUniquely(certificate.certificate)} of ${place}`;
  const sentences = [
    `${subject}: ${endSentence(plainText(message, 1000))}`,
    endSentence(plainText(mend, 1000)),
    endSentence(tellDetail('Owner', certificate?.target.owner)),
    tellDetail('Runbook', certificate?.target.runbook),
    tellDetail('Console', webAddress(certificate?.consoleUrl)),
  ];
  return withoutMarkup(sentences.filter((sentence) => sentence !== '').join(' '));
}

function tellDetail(title: string, text: string | null | undefined): string {
  return text === null || text === undefined ? '' : `${title}: ${plainText(text)}`;
}

/** SARIF reads `[text](address)` and `{0}` in a message; a vendor's text must be neither. */
function withoutMarkup(text: string): string {
  return text.replaceAll('](', '] (').replace(/\{(?=\d)/g, '{ ');
}

function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
