/** Takes secrets out of texts. */
export interface Redactor {
  /** Secrets shorter than six characters are left alone: they would tear holes into ordinary words. */
  add(secret: string): void;
  redact(text: string): string;
}

const MASK = '***';
const SHORTEST_SECRET_CHARACTERS = 6;
const PEM_BOUNDARY = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/**
 * Replaces every secret that was added by `***`, also where it stands URI-encoded, JSON-escaped, in base64 or
 * in hex, and each line of a secret of several lines.
 */
export function createRedactor(): Redactor {
  const forms = new Set<string>();
  return {
    add(secret) {
      const lines = secret.split(/\r?\n/).map((line) => line.trim());
      for (const part of [secret, secret.trim(), ...lines.filter((line) => !PEM_BOUNDARY.test(line))]) {
        if (part.length < SHORTEST_SECRET_CHARACTERS) continue;
        for (const form of formsOf(part)) forms.add(form);
      }
    },
    redact(text) {
      let redacted = text;
      // A mask can complete a secret that itself holds asterisks; each round makes the text shorter.
      for (let ranges = findRanges(text, forms); ranges.length > 0; ranges = findRanges(redacted, forms)) {
        redacted = maskRanges(redacted, ranges);
      }
      return redacted;
    },
  };
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const encoded = encodeURIComponent(secret.toWellFormed());
  const hex = bytes.toString('hex');
  return [
    secret,
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    hex,
    hex.toUpperCase(),
  ];
}

type Range = readonly [start: number, end: number];

/** Where any form stands, overlaps merged, so that no part of a longer secret stays beside a shorter one. */
function findRanges(text: string, forms: ReadonlySet<string>): Range[] {
  const found: Range[] = [];
  for (const form of forms) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
      found.push([at, at + form.length]);
    }
  }
  found.sort(([left], [right]) => left - right);
  const merged: Range[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last !== undefined && range[0] <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function maskRanges(text: string, ranges: readonly Range[]): string {
  let masked = '';
  let from = 0;
  for (const [start, end] of ranges) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
}
