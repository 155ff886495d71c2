import { formatDate } from '../../certificate/time.ts';
import type { AuditedCertificate, AuditedTarget, Finding } from '../../operations/audit/audit-report.ts';
import { type FindingGroups, isJudged, verdictOf } from './findings.ts';
import { describeTrouble, endSentence, nameUniquely, plainText, webAddress } from './plain-text.ts';

/** How a test case ended. A warning passes: JUnit knows no other word for it, and must not fail a build. */
export type Ending = 'passed' | 'failure' | 'error' | 'skipped';

/** One test case of a JUnit report. */
export interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly ending: Ending;
  /** What dashboards group failures by; empty where it passed. */
  readonly type: string;
  /** Why it ended so, in one line; empty where it passed. */
  readonly message: string;
  /** Everything there is to tell; none begins as a command of the runner. */
  readonly lines: readonly string[];
}

/** Whether the target could be read, then what else is held against it. */
export function* toTargetCases(audited: AuditedTarget, groups: FindingGroups): Generator<TestCase> {
  const { target, state, count } = audited;
  const className = nameClass(audited.target);
  const findings = groups.ofTarget(target.name);
  const trouble = describeTrouble(audited);
  const ofReading = findings.filter(({ rule }) => rule === 'unreadable');
  yield {
    className,
    name: 'target is readable',
    ending: trouble === null ? 'passed' : 'error',
    type: trouble === null ? '' : state,
    message: trouble ?? '',
    lines: [
      ...(count === null ? [] : [`Certificates: ${count}`]),
      ...audited.remarks.map((remark) => `Remark: ${plainText(remark)}`),
      ...(trouble === null ? [] : ofReading.map(tellFinding)),
      ...tellContacts(target),
    ],
  };
  const others = trouble === null ? findings : findings.filter(({ rule }) => rule !== 'unreadable');
  for (const finding of others) yield toFindingCase(className, finding);
}

/** A finding that is of no certificate, as a case of its own. */
export function toFindingCase(className: string, finding: Finding): TestCase {
  const fails = finding.verdict === 'fail';
  return {
    className,
    name: `${finding.rule}: ${plainText(finding.message)}`,
    ending: fails ? 'failure' : 'passed',
    type: fails ? finding.rule : '',
    message: fails ? plainText(finding.message) : '',
    lines: [tellFinding(finding)],
  };
}

/** A certificate that counts, or that a rule takes out; null for any other. */
export function toCertificateCase(audited: AuditedCertificate, groups: FindingGroups): TestCase | null {
  const { certificate, target, ignoredBy } = audited;
  const findings = groups.ofCertificate(audited);
  const className = nameClass(target);
  const name = nameUniquely(certificate);
  if (ignoredBy !== null && findings.length === 0) {
    const message = `ignored until ${formatDate(ignoredBy.until)}: ${plainText(ignoredBy.reason)}`;
    return { className, name, ending: 'skipped', type: '', message, lines: [] };
  }
  if (!isJudged(audited) && findings.length === 0) return null;
  const fails = verdictOf(audited, findings) === 'fail';
  const worst = findings.find(({ verdict }) => verdict === 'fail');
  return {
    className,
    name,
    ending: fails ? 'failure' : 'passed',
    type: fails ? (worst?.rule ?? audited.severity) : '',
    message: fails ? plainText(worst?.message ?? audited.reason) : '',
    lines: [
      ...findings.map(tellFinding),
      ...(findings.length > 0 ? [] : [`State: ${audited.severity}: ${plainText(audited.reason)}`]),
      ...tell('Fingerprint', certificate.fingerprint),
      ...tell('Used by', audited.usedBy === null ? null : audited.usedBy.join(', ')),
      ...tellContacts(target),
      ...tell('Console', webAddress(audited.consoleUrl)),
    ],
  };
}

/** Dashboards take dots for packages, and show them as folders. */
function nameClass({ provider, name }: AuditedTarget['target']): string {
  return `${provider}.${plainText(name, 200)}`;
}

function tellFinding({ rule, verdict, message, mend }: Finding): string {
  const word = verdict === 'fail' ? 'Failure' : 'Warning';
  return `${word}: ${rule}: ${endSentence(plainText(message, 1000))} ${plainText(mend, 1000)}`;
}

function tellContacts({ owner, runbook }: AuditedTarget['target']): string[] {
  return [...tell('Owner', owner), ...tell('Runbook', runbook)];
}

function tell(title: string, text: string | null): string[] {
  return text === null || text === '' ? [] : [`${title}: ${plainText(text, 1000)}`];
}
