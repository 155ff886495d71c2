import { rm } from 'node:fs/promises';
import path from 'node:path';
import { reportFormats } from '../src/interface/words.ts';
import { createBench, type Measurement, measure, median, prepareAction } from './support/measure.ts';
import { tellBar } from './support/rounds.ts';
import { startVendor } from './support/vendor.ts';

/** A zone of more has more pages than its token may ask for in five minutes. */
const ZONE_AT_MOST = 10_000;
const BARS = { growth: 1.2, megabytes: 300 };

/** What an audit of so many certificates takes. */
interface Point {
  readonly size: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly cpuSeconds: number;
}

/**
 * An audit of zones of up to 10,000 client certificates each, every one signed for itself, with every report and
 * no latency: how time and memory grow with the estate.
 * @returns whether the bars were held, where the two largest sizes are ten times apart.
 */
export async function benchGrowth(runs: number, sizes: readonly number[]): Promise<boolean> {
  process.stdout.write(`Audit with every report, medians of ${runs} runs (of the largest, one)\n\n`);
  const points: Point[] = [];
  for (const [index, size] of sizes.entries()) {
    const isLargest = index === sizes.length - 1 && index > 0;
    const point = await auditSize(size, isLargest ? 1 : runs);
    points.push(point);
    process.stdout.write(
      `${String(size).padStart(7)} certificates ${point.seconds.toFixed(1).padStart(7)} s, ${((1000 * point.seconds) / size).toFixed(3)} ms each, ${((1000 * point.cpuSeconds) / size).toFixed(3)} ms of CPU each, ${point.megabytes.toFixed(0)} MB at the peak${tellExponent(points)}\n`,
    );
  }
  process.stdout.write('\n');
  const [before, last] = points.slice(-2);
  if (before === undefined || last === undefined) return true;
  return [
    tellBar(
      `time for each of ${last.size} ÷ for each of ${before.size}`,
      last.seconds / last.size / (before.seconds / before.size),
      BARS.growth,
    ),
    tellBar('the same in CPU', last.cpuSeconds / last.size / (before.cpuSeconds / before.size), BARS.growth),
    tellBar('megabytes at the peak', last.megabytes, BARS.megabytes, 0),
  ].every((held) => held);
}

async function auditSize(size: number, runs: number): Promise<Point> {
  const zones = Array.from({ length: Math.ceil(size / ZONE_AT_MOST) }, (_, index) =>
    Math.min(ZONE_AT_MOST, size - index * ZONE_AT_MOST),
  );
  const vendor = await startVendor({ zones, zpa: 0, limits: false });
  const { folder, probe } = await createBench();
  try {
    const targets = vendor.zones.map(({ id, token }, index) => ({
      name: `zone ${index}`,
      provider: 'cloudflare-client',
      'zone-id': id,
      'api-token': token,
      'api-url': vendor.url,
    }));
    const action = await prepareAction(
      {
        operation: 'audit',
        targets: JSON.stringify(targets),
        'fail-job': 'false',
        'report-formats': reportFormats.join(','),
        'report-directory': path.join(folder, 'reports'),
      },
      folder,
    );
    const taken: Measurement[] = [];
    for (let run = 0; run < runs; run += 1) {
      const one = await measure({ name: 'audit', ...action }, probe);
      if (one.exitCode !== 0) throw new Error(`The audit of ${size} ended with ${one.exitCode}`);
      taken.push(one);
    }
    return {
      size,
      seconds: median(taken.map(({ milliseconds }) => milliseconds)) / 1000,
      megabytes: median(taken.map(({ kibibytes }) => kibibytes)) / 1024,
      cpuSeconds: median(taken.map(({ cpuMilliseconds }) => cpuMilliseconds)) / 1000,
    };
  } finally {
    await vendor.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Time grows with this power of the size, from the point before. */
function tellExponent(points: readonly Point[]): string {
  const [before, last] = points.slice(-2);
  if (before === undefined || last === undefined) return '';
  const exponent = Math.log(last.seconds / before.seconds) / Math.log(last.size / before.size);
  return `, growth exponent ${exponent.toFixed(2)}`;
}
