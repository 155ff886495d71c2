const UNITS_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** Milliseconds of a duration such as `200ms`, `30s`, `5m`, `12h` or `7d`; null where the text is not one. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text.trim());
  if (match === null) return null;
  const [, count, unit] = match;
  return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS];
}

/** The shortest text that parseDuration reads as these milliseconds: a whole number of the largest unit that fits. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  if (whole === 0) return '0s';
  const unit = Object.entries(UNITS_MS).find(([, length]) => whole % length === 0);
  return unit === undefined ? `${whole}ms` : `${whole / unit[1]}${unit[0]}`;
}
