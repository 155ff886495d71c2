import type { Judgement } from '../certificate/expiry.ts';
import { formatDate } from '../certificate/time.ts';
import { tellSeverity, tellTimeLeft } from './sentences.ts';

/** One column of a table of certificates; its text is as it came, not yet made inert. */
export interface Column {
  readonly title: string;
  readonly textOf: (judgement: Judgement) => string | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'Severity', textOf: tellSeverity },
  { title: 'Name', textOf: ({ certificate }) => certificate.name },
  { title: 'Status', textOf: ({ certificate }) => certificate.status },
  {
    title: 'In use',
    textOf: ({ certificate }) => (certificate.inUse === null ? null : certificate.inUse ? 'yes' : 'no'),
  },
  {
    title: 'Expires on',
    textOf: ({ certificate }) => (certificate.notAfter === null ? null : formatDate(certificate.notAfter)),
  },
  { title: 'Time left', textOf: tellTimeLeft },
  { title: 'Type', textOf: ({ certificate }) => certificate.type },
  { title: 'Id', textOf: ({ certificate }) => certificate.id },
];

/** Columns that only some stores fill: left out where they would be empty. */
const OPTIONAL_TITLES = ['Name', 'In use', 'Type'];

/** The columns that say something of these certificates. */
export function chooseColumns(judgements: readonly Judgement[]): readonly Column[] {
  return COLUMNS.filter(
    ({ title, textOf }) =>
      !OPTIONAL_TITLES.includes(title) || judgements.some((judgement) => textOf(judgement) !== null),
  );
}
