/*
 * What the page hands to its own script. Types only, and no imports: the script is checked with the browser's
 * types, the rest of the source with Node's.
 */

/** A store as the rows of its certificates show it; every text is inert. */
export interface TargetFacts {
  readonly name: string;
  readonly provider: string;
  readonly scope: string;
  readonly owner: string | null;
  readonly runbook: Reference | null;
}

/** What a person is referred to: a link where it has an address to follow, else its text. */
export type Reference = { readonly href: string } | { readonly text: string };

/** One row of the table of certificates; every text is inert. */
export interface CertificateRow {
  /** Severity, or why it does not count: a word that is also the name of an icon and a colour. */
  readonly state: string;
  /** What else is to be said of its state. */
  readonly note: string | null;
  readonly name: string;
  /** Names that it is for. */
  readonly detail: string | null;
  /** Not shown, yet found by the filter. */
  readonly more: string | null;
  readonly target: TargetFacts;
  /** Seconds since 1970. */
  readonly expires: number | null;
  readonly left: string;
  /** Percent of its lifetime that is left. */
  readonly life: number | null;
  /** Percent of its lifetime that is left when it is to be renewed. */
  readonly window: number | null;
  /** Seconds since 1970. */
  readonly renews: number | null;
  readonly use: string | null;
  readonly status: string | null;
  readonly usedBy: string | null;
  readonly issuer: string | null;
  readonly key: string | null;
  /** Algorithm that it is signed with. */
  readonly signature: string | null;
  readonly fingerprint: string | null;
  readonly id: string | null;
  /** Address of the vendor's console. */
  readonly console: string | null;
}

/** A number that stands for a text: its place in `PageData.texts`. */
export type TextIndex = number;

/** A `CertificateRow` as it is sent: texts that many rows share are sent once. */
export type PackedRow = readonly [
  state: TextIndex,
  note: TextIndex | null,
  name: string,
  detail: string | null,
  more: string | null,
  /** Place in `PageData.targets`. */
  target: number,
  expires: number | null,
  left: TextIndex,
  life: number | null,
  window: number | null,
  renews: number | null,
  use: TextIndex | null,
  status: TextIndex | null,
  usedBy: TextIndex | null,
  issuer: TextIndex | null,
  key: TextIndex | null,
  signature: TextIndex | null,
  /** Without colons where it is one of SHA-256. */
  fingerprint: string | null,
  id: string | null,
  console: TextIndex | null,
];

/** The content of the page's block of data. */
export interface PageData {
  readonly targets: readonly TargetFacts[];
  /** The most urgent first. */
  readonly rows: readonly PackedRow[];
  readonly texts: readonly string[];
}
