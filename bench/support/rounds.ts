import { type Measured, type Measurement, measure, median } from './measure.ts';

/** What a contender took, as medians of its runs. */
export interface Result {
  readonly name: string;
  readonly milliseconds: number;
  readonly kibibytes: number;
  readonly cpuMilliseconds: number;
  readonly exitCode: number;
}

/**
 * Runs the contenders in turn, so that whatever else the machine does meets all of them.
 * @param warming so many rounds before those that count
 */
export async function runRounds(
  contenders: readonly Measured[],
  rounds: number,
  { warming = 0, probe }: { readonly warming?: number; readonly probe?: string } = {},
): Promise<readonly Result[]> {
  const taken = contenders.map((): Measurement[] => []);
  for (let round = 0; round < rounds + warming; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const one = await measure(contender, probe);
      if (round >= warming) taken[index]?.push(one);
    }
  }
  return contenders.map(({ name }, index) => {
    const all = taken[index] ?? [];
    return {
      name,
      milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
      kibibytes: median(all.map(({ kibibytes }) => kibibytes)),
      cpuMilliseconds: median(all.map(({ cpuMilliseconds }) => cpuMilliseconds)),
      exitCode: Math.max(...all.map(({ exitCode }) => exitCode)),
    };
  });
}

/** @throws an Error where a contender that must not fail did. */
export function requireSuccess(results: readonly Result[]): void {
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  if (failed !== undefined) throw new Error(`${failed.name} ended with ${failed.exitCode}`);
}

/** A line on a bar, and whether it was held. */
export function tellBar(what: string, value: number, most: number, digits = 2): boolean {
  const held = value <= most;
  process.stdout.write(
    `Bar: ${what} ${value.toFixed(digits)}, at most ${most}: ${held ? 'held' : 'MISSED'}\n`,
  );
  return held;
}
