import { digestText } from '../../certificate/identity.ts';

/** A digest is shorter to keep than a longer key: an audit may have 100,000. */
const LONGEST_KEPT = 32;

/** Counts how often each key has come: 1 for the first. Tells apart what would else have one name. */
export function countOccurrences(): (text: string) => number {
  const counts = new Map<string, number>();
  return (text) => {
    const key = text.length > LONGEST_KEPT ? digestText(text) : text;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
