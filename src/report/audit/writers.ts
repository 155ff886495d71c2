import type { ReportFormat } from '../../interface/words.ts';
import type { AuditReport } from '../../operations/audit/audit-report.ts';

/** Writes the reports of one format. */
export interface ReportWriter {
  /** Name of the file, without a folder. */
  readonly fileName: string;
  /** The file's text, to be encoded as UTF-8, in pieces that are made as they are asked for. */
  write(report: AuditReport): Iterable<string>;
}

type Write = (report: AuditReport) => Iterable<string>;

const FORMATS: Readonly<
  Record<ReportFormat, { readonly fileName: string; readonly load: () => Promise<Write> }>
> = {
  html: {
    fileName: 'certops-audit.html',
    load: async () => (await import('./html/write-html.ts')).writeHtml,
  },
  json: { fileName: 'certops-audit.json', load: async () => (await import('./json.ts')).writeJson },
  csv: { fileName: 'certops-audit.csv', load: async () => (await import('./csv.ts')).writeCsv },
  sarif: { fileName: 'certops-audit.sarif', load: async () => (await import('./sarif.ts')).writeSarif },
  junit: { fileName: 'certops-audit.junit.xml', load: async () => (await import('./junit.ts')).writeJunit },
  prometheus: {
    fileName: 'certops-audit.prom',
    load: async () => (await import('./prometheus.ts')).writePrometheus,
  },
  icalendar: {
    fileName: 'certops-audit.ics',
    load: async () => (await import('./icalendar.ts')).writeIcalendar,
  },
};

/** Loads the writer of a format, and its library only then. */
export async function loadWriter(format: ReportFormat): Promise<ReportWriter> {
  const { fileName, load } = FORMATS[format];
  return { fileName, write: await load() };
}
