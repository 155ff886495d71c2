import type { CertificateRow, PackedRow, TargetFacts, TextIndex } from './page-data.ts';

const SHA256_FINGERPRINT = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/;

/**
 * The page's data (`PageData`) as JSON for a script element, one row a line. A browser does not run it, and no text
 * in it can end the element.
 */
export function* writeData(
  rows: Iterable<CertificateRow>,
  targets: readonly TargetFacts[],
): Generator<string> {
  const places = new Map(targets.map((target, index) => [target, index]));
  const texts = new Map<string, TextIndex>();
  const share = (text: string) => {
    const known = texts.get(text) ?? texts.size;
    if (known === texts.size) texts.set(text, known);
    return known;
  };
  yield `{"targets":${toJson(targets)},\n"rows":[`;
  let separator = '\n';
  for (const row of rows) {
    yield separator + toJson(packRow(row, places.get(row.target) ?? -1, share));
    separator = ',\n';
  }
  yield '\n],\n"texts":[';
  separator = '\n';
  for (const text of texts.keys()) {
    yield separator + toJson(text);
    separator = ',\n';
  }
  yield '\n]}';
}

function packRow(row: CertificateRow, target: number, share: (text: string) => TextIndex): PackedRow {
  const maybe = (text: string | null) => (text === null ? null : share(text));
  return [
    share(row.state),
    maybe(row.note),
    row.name,
    row.detail,
    row.more,
    target,
    row.expires,
    share(row.left),
    row.life,
    row.window,
    row.renews,
    maybe(row.use),
    maybe(row.status),
    maybe(row.usedBy),
    maybe(row.issuer),
    maybe(row.key),
    maybe(row.signature),
    row.fingerprint === null ? null : packFingerprint(row.fingerprint),
    row.id,
    maybe(row.console),
  ];
}

function packFingerprint(fingerprint: string): string {
  return SHA256_FINGERPRINT.test(fingerprint) ? fingerprint.replaceAll(':', '') : fingerprint;
}

/** JSON without the marks that HTML could take for the end of the element or for a comment. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}
