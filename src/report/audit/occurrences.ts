/** Counts how often each key has come: 1 for the first. Tells apart what would else have one name. */
export function countOccurrences(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
