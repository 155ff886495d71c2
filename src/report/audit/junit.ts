import type { AuditedCertificate, AuditReport } from '../../operations/audit/audit-report.ts';
import { groupFindings } from './findings.ts';
import {
  type Ending,
  type TestCase,
  toCertificateCase,
  toFindingCase,
  toTargetCases,
} from './junit-cases.ts';
import { plainText } from './plain-text.ts';
import { escapeXml, openTag } from './xml.ts';

interface Suite {
  readonly name: string;
  readonly cases: () => Iterable<TestCase>;
}

/**
 * JUnit XML: a suite a target, a case a certificate that counts. `fail` is a failure, `warn` a case that
 * passes with a word in its output, an ignored certificate is skipped, a target that was not read an error.
 */
export function* writeJunit(report: AuditReport): Generator<string> {
  const suites = gatherSuites(report);
  const tallies = suites.map(({ cases }) => tally(cases()));
  const seconds = report.at.toISOString().slice(0, 19);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${openTag('testsuites', { name: 'CertOps audit', ...sum(tallies), time: 0 })}>\n`;
  for (const [index, { name, cases }] of suites.entries()) {
    const counts = tallies[index] ?? tally([]);
    yield `${openTag('testsuite', { name, ...counts, time: 0, timestamp: seconds })}>\n`;
    for (const testCase of cases()) yield writeCase(testCase);
    yield '</testsuite>\n';
  }
  yield '</testsuites>\n';
}

/** Cases are made twice, to count and to write, rather than kept: there may be 100,000. */
function gatherSuites(report: AuditReport): readonly Suite[] {
  const groups = groupFindings(report);
  const byTarget = new Map<string, AuditedCertificate[]>(
    report.targets.map(({ target }) => [target.name, []]),
  );
  for (const certificate of report.certificates) byTarget.get(certificate.target.name)?.push(certificate);
  const ofTargets = report.targets.map((audited) => ({
    name: plainText(audited.target.name, 200),
    *cases() {
      yield* toTargetCases(audited, groups);
      for (const certificate of byTarget.get(audited.target.name) ?? []) {
        const testCase = toCertificateCase(certificate, groups);
        if (testCase !== null) yield testCase;
      }
    },
  }));
  if (groups.ofAudit.length === 0) return ofTargets;
  const cases = () => groups.ofAudit.map((finding) => toFindingCase('audit', finding));
  return [{ name: 'audit', cases }, ...ofTargets];
}

interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function tally(cases: Iterable<TestCase>): Tally {
  const counts: Record<Ending, number> = { passed: 0, failure: 0, error: 0, skipped: 0 };
  let tests = 0;
  for (const { ending } of cases) {
    counts[ending] += 1;
    tests += 1;
  }
  return { tests, failures: counts.failure, errors: counts.error, skipped: counts.skipped };
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (key: keyof Tally) => tallies.reduce((count, one) => count + one[key], 0);
  return {
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  };
}

function writeCase({ className, name, ending, type, message, lines }: TestCase): string {
  const head = openTag('testcase', { classname: className, name, time: 0 });
  const text = escapeXml(lines.join('\n'));
  if (ending === 'passed') {
    return text === '' ? `${head}/>\n` : `${head}><system-out>${text}</system-out></testcase>\n`;
  }
  if (ending === 'skipped') return `${head}>${openTag('skipped', { message })}/></testcase>\n`;
  return `${head}>${openTag(ending, { message, type })}>${text}</${ending}></testcase>\n`;
}
