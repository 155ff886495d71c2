/** The most calls in any span of that length; `times` are in their order. */
export function countMostCalls(times: readonly number[], windowMilliseconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, time] of times.entries()) {
    while ((times[first] ?? time) <= time - windowMilliseconds) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** The least time that so many calls take within a quota, in milliseconds. */
export function findFloor(calls: number, quota: number, windowMilliseconds: number): number {
  return (Math.ceil(calls / quota) - 1) * windowMilliseconds;
}
