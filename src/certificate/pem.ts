/** One block of a PEM text. */
export interface PemBlock {
  /** What stands after BEGIN, such as `CERTIFICATE`. */
  readonly label: string;
  /** The decoded body; null where it is empty or not base64. */
  readonly der: Uint8Array | null;
  /** The block as PEM has it: real newlines, lines of 64 characters, a newline at its end. */
  readonly pem: string;
}

const BOUNDARY = /-----(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,63})-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const LINES_OF_64 = /.{1,64}/g;
const LINE_LENGTH = 64;
const CERTIFICATE_LABELS = ['CERTIFICATE', 'X509 CERTIFICATE'];

/**
 * Every complete block of a text, in its order. Text around the blocks is passed over; a block without its own
 * END is none. Newlines may be LF, CRLF or blanks, or a backslash and an n, once or twice escaped, as in the
 * samples of Cloudflare's API reference.
 */
export function readPemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly bodyStart: number } | null = null;
  for (const boundary of text.matchAll(BOUNDARY)) {
    const [marker, kind, label = ''] = boundary;
    if (kind === 'BEGIN') {
      open = { label, bodyStart: boundary.index + marker.length };
    } else {
      if (open?.label === label) blocks.push(readBlock(label, text.slice(open.bodyStart, boundary.index)));
      open = null;
    }
  }
  return blocks;
}

/** The certificates among the blocks of a text; keys and requests are left out. */
export function readCertificateBlocks(text: string): readonly PemBlock[] {
  return readPemBlocks(text).filter(({ label }) => CERTIFICATE_LABELS.includes(label));
}

/** The blocks of a text and nothing else, each as PEM has it: texts of the same blocks become equal. */
export function normalisePem(text: string): string {
  return readPemBlocks(text)
    .map(({ pem }) => pem)
    .join('');
}

/**
 * DER as a PEM text, to be given to Node: in DER it would look for a PEM text first, and find one that somebody put
 * into an extension.
 */
export function writeCertificatePem(der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(LINES_OF_64) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Decodes a body that is as PEM has it already, which is quickly told; null for any other. */
function decodeStrictBody(body: string): Buffer | null {
  const lines = Math.ceil((body.length - 1) / (LINE_LENGTH + 1));
  const letters = body.length - 1 - lines;
  if (letters < 4 || letters % 4 !== 0 || !body.endsWith('\n')) return null;
  for (let start = 0; start < body.length - 1; start += LINE_LENGTH + 1) {
    if (body[start] !== '\n') return null;
  }
  // Of base64 for addresses; Node reads it too.
  if (body.includes('-') || body.includes('_')) return null;
  const padding = body.endsWith('==\n') ? 2 : body.endsWith('=\n') ? 1 : 0;
  const der = Buffer.from(body, 'base64');
  // Node passes over whatever is no letter of base64.
  return der.length === (letters / 4) * 3 - padding ? der : null;
}

function readBlock(label: string, body: string): PemBlock {
  const strict = decodeStrictBody(body);
  if (strict !== null) {
    return { label, der: strict, pem: `-----BEGIN ${label}-----${body}-----END ${label}-----\n` };
  }
  const lines = body
    .replace(/\\[rn]/g, '\n')
    .replaceAll('\\', '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // An encrypted key of old begins with headers, such as Proc-Type (RFC 1421).
  const headers = lines.slice(0, lines.findLastIndex((line) => line.includes(':')) + 1);
  const base64 = lines.slice(headers.length).join('').replace(/\s+/g, '');
  const wrapped = base64.match(LINES_OF_64) ?? [];
  const pem = [
    `-----BEGIN ${label}-----`,
    ...(headers.length > 0 ? [...headers, ''] : []),
    ...wrapped,
    `-----END ${label}-----`,
    '',
  ].join('\n');
  return { label, der: BASE64.test(base64) ? Buffer.from(base64, 'base64') : null, pem };
}
