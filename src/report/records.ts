import type { Judgement } from '../certificate/expiry.ts';
import { toJsonFields, writeJson } from '../certificate/json.ts';

/** A certificate as JSON, with what the policy makes of it. */
export function toRecord({ certificate, severity, daysLeft }: Judgement): Record<string, unknown> {
  return { ...toJsonFields(certificate), severity, daysLeft };
}

/** The text of `toRecord`. */
export function writeRecord({ certificate, severity, daysLeft }: Judgement): string {
  return `${writeJson(certificate).slice(0, -1)},${JSON.stringify({ severity, daysLeft }).slice(1)}`;
}

/** As `toRecord`, without the PEM: small enough to hand on as an output. */
export function toRecordWithoutPem(judgement: Judgement): Record<string, unknown> {
  const { pem: _pem, ...record } = toRecord(judgement);
  const vendor = Object.entries(judgement.certificate.vendor).filter(([, value]) => !isPem(value));
  return { ...record, vendor: Object.fromEntries(vendor) };
}

/** Chains, public keys and signing requests are among a vendor's own fields. */
function isPem(value: unknown): boolean {
  return typeof value === 'string' && value.includes('-----BEGIN');
}

/**
 * A JSON array of as many whole records as fit.
 * @returns the text, and whether anything was left out.
 */
export function writeWithin(
  records: Iterable<Record<string, unknown>>,
  maximumBytes: number,
): { readonly text: string; readonly truncated: boolean } {
  const kept: string[] = [];
  let bytes = 2;
  for (const record of records) {
    const text = JSON.stringify(record);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > maximumBytes) return { text: `[${kept.join(',')}]`, truncated: true };
    kept.push(text);
  }
  return { text: `[${kept.join(',')}]`, truncated: false };
}

/** A JSON array of values that are texts already, and a line's end, in parts: never the whole of it at once. */
export function* writeJsonArray(values: Iterable<string>): Iterable<string> {
  let separator = '[\n';
  for (const value of values) {
    yield separator;
    yield value;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** What becomes of each, made when it is asked for. */
export function* mapEach<From, To>(all: Iterable<From>, change: (one: From) => To): Iterable<To> {
  for (const one of all) yield change(one);
}
