import { expect } from '@jest/globals';
import fc from 'fast-check';

/** What `npm test` takes the time for; `npm run fuzz` gives more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
const SEED = process.env.FUZZ_SEED;

/** How a property is tried; a share above 1 for what costs little. */
export function tries(share = 1): { numRuns: number; seed?: number } {
  const numRuns = Math.max(1, Math.ceil(RUNS * share));
  return SEED === undefined ? { numRuns } : { numRuns, seed: Number(SEED) };
}

/** Keys that a careless merge takes for more than names. */
export const PROTOTYPE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
] as const;

/** Texts that are more than text to somebody. */
export const oddText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '..',
    '../../x?y#z',
    '\u0000',
    '\ud800',
    '\u2028',
    '\r\n::error::x',
    '1e999',
    '-0',
    'NaN',
    '9'.repeat(400),
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00Z',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----',
    'x'.repeat(5000),
    ...PROTOTYPE_KEYS,
  ),
);

/** Any value that JSON can hold, with keys and numbers that are odd. */
export const oddJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 60),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), oddText), tie('value')), { maxLength: 3 })
      .map((entries) => makeObject(entries)),
  ),
})).value;

/** An object whose `__proto__` is a field like any other, as JSON.parse makes it. */
function makeObject(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

/** A good document of which some values are replaced, taken out, or joined by strange ones. */
export function spoil(good: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const),
    key: fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), oddText),
    value: oddJson,
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const document = { whole: structuredClone(good) };
    for (const one of changes) applyChange(document, one);
    return document.whole;
  });
}

interface Change {
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'add';
  readonly key: string;
  readonly value: unknown;
}

function applyChange(document: { whole: unknown }, { at, kind, key, value }: Change): void {
  const places = [...listPlaces(document)];
  const place = places[at % places.length];
  if (place === undefined) return;
  const define = (object: object, name: string) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  const inner: unknown = Reflect.get(place.object, place.key);
  if (kind === 'add' && typeof inner === 'object' && inner !== null && !Array.isArray(inner))
    define(inner, key);
  else if (kind === 'remove' && place.object !== document) Reflect.deleteProperty(place.object, place.key);
  else define(place.object, place.key);
}

function* listPlaces(object: object): Generator<{ object: object; key: string }> {
  for (const key of Object.keys(object)) {
    yield { object, key };
    const inner: unknown = Reflect.get(object, key);
    if (typeof inner === 'object' && inner !== null) yield* listPlaces(inner);
  }
}

/** Octets of which some are changed, taken out or doubled. */
export function spoilOctets(good: Uint8Array): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('set' as const, 'cut' as const, 'insert' as const),
    octets: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((octets, { at, kind, octets: given }) => {
      const place = octets.length === 0 ? 0 : at % octets.length;
      if (kind === 'cut')
        return Buffer.concat([octets.subarray(0, place), octets.subarray(place + given.length)]);
      const rest = octets.subarray(kind === 'set' ? place + given.length : place);
      return Buffer.concat([octets.subarray(0, place), given, rest]);
    }, Buffer.from(good)),
  );
}

const BUILT_IN = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const countNames = () => BUILT_IN.map((prototype) => Reflect.ownKeys(prototype).length);
const before = countNames();

/** Nothing that was read has become a property of every object. */
export function expectCleanPrototypes(): void {
  expect(countNames()).toEqual(before);
}

/** What a text is split into and glued from, where a grammar is to be met halfway. */
export function soupOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })), {
      maxLength: 16,
    })
    .map((parts) => parts.join(''));
}
