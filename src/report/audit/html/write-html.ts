import type { AuditedCertificate, AuditReport } from '../../../operations/audit/audit-report.ts';
import { tellDay } from '../sentences.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assets.ts';
import { makeRows, type RowMaker } from './certificate-rows.ts';
import { writeCertificates } from './certificate-table.ts';
import { writeData } from './data-block.ts';
import { isTold, writeFindings, writeTroubles } from './findings.ts';
import { drawIcons, tabIcon } from './icons.ts';
import { writeIgnored } from './ignored.ts';
import { embed, type Markup, markup } from './markup.ts';
import { writeOverview } from './overview.ts';
import type { CertificateRow } from './page-data.ts';
import { writeTargets } from './targets.ts';
import { writeTimeline } from './timeline/timeline.ts';
import { writeWorkload } from './workload.ts';

/** Nothing is loaded, sent or framed, and nothing runs but the one style and the one script of the page's own. */
const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${SCRIPT_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The report as one HTML file that needs nothing else: it works from a disk and without a network, and, its filters
 * aside, without scripts. The text comes in parts, none of which grows with the estate.
 */
export function* writeHtml(report: AuditReport): Generator<string> {
  for (const { html } of writePage(report)) yield html;
}

function* writePage(report: AuditReport): Generator<Markup> {
  const rows = makeRows(report);
  yield writeHead(report);
  yield writeOverview(report);
  yield writeContents(report);
  yield markup`<main>\n`;
  yield* writeTroubles(report);
  yield* writeFindings(report);
  yield* writeTimeline(report);
  yield* writeCertificates(report, rows);
  yield* writeIgnored(report);
  yield* writeWorkload(report);
  yield* writeTargets(report);
  yield markup`</main>\n`;
  yield writeFoot(report);
  if (report.certificates.length > 0) {
    yield markup`<script type="application/json" id="data">`;
    for (const part of writeData(makeEach(report.certificates, rows), rows.targets)) yield embed(part);
    yield markup`</script>\n`;
    yield markup`<script type="module">${embed(SCRIPT)}</script>\n`;
  }
  yield markup`</body>\n</html>\n`;
}

function* makeEach(certificates: readonly AuditedCertificate[], rows: RowMaker): Generator<CertificateRow> {
  for (const one of certificates) yield rows.rowOf(one);
}

function writeHead({ verdict, at }: AuditReport): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${verdict}: expiry audit of ${tellDay(at)}, CertOps</title>
<link rel="icon" href="${tabIcon(verdict)}">
<style>${embed(STYLE)}</style>
</head>
<body>
<a class="skip" href="#certificates">Skip to the certificates</a>
${drawIcons()}
`;
}

function writeContents(report: AuditReport): Markup {
  const sections = [
    ['unread', 'Not read', report.counts.unreadable > 0],
    ['findings', 'Findings', report.findings.some(isTold)],
    ['timeline', 'Timeline', true],
    ['certificates', 'Certificates', true],
    ['ignored', 'Ignored', report.counts.ignored > 0],
    ['workload', 'The work ahead', report.workload.leaves > 0],
    ['targets', 'Targets', true],
  ] as const;
  const items = sections
    .filter(([, , isThere]) => isThere)
    .map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`);
  return markup`<nav class="contents" aria-label="Sections"><ul>${items}</ul></nav>\n`;
}

function writeFoot({ version }: AuditReport): Markup {
  return markup`<footer>
<p>CertOps ${version}. This page is one file: it loads nothing and sends nothing.</p>
<p class="keys"><kbd>/</kbd> filters, <kbd>Esc</kbd> clears the filters; the address holds the view, so that it can be shared.</p>
</footer>
`;
}
