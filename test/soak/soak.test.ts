import { describe, expect, test } from '@jest/globals';
import { createRecordingRunner } from '../support/recording-runner.ts';
import { AUDITS } from './audits.ts';
import { ROTATIONS } from './rotations.ts';
import { judgeRun, type Scenario, soak } from './scenario.ts';

const SCENARIOS = [...ROTATIONS, ...AUDITS];
const seeds = Array.from({ length: 3 * SCENARIOS.length }, (_, index) => index + 1);

describe('the soak', () => {
  test.each(seeds)('holds with seed %i', async (seed) => {
    expect((await soak(SCENARIOS, seed)).breaches).toEqual([]);
  });

  test('plays every scenario, and the same story for the same seed', async () => {
    const told = async (seed: number) => {
      const draws: number[] = [];
      const scenarios = SCENARIOS.map(
        ({ name }): Scenario => ({
          name,
          play: async (draw) => {
            draws.push(draw.next());
            return { course: 'played', breaches: [] };
          },
        }),
      );
      return { ...(await soak(scenarios, seed)), draws };
    };
    const first = await Promise.all(seeds.map(told));
    expect(new Set(first.map(({ scenario }) => scenario)).size).toBe(SCENARIOS.length);
    expect(await Promise.all(seeds.map(told))).toEqual(first);
    expect(new Set(first.map(({ draws }) => draws.join())).size).toBe(seeds.length);
  });

  test('tells of a story that breaks off', async () => {
    const broken: Scenario = { name: 'broken', play: async () => Promise.reject(new Error('at once')) };
    const { course, breaches } = await soak([broken], 7);
    expect([course, breaches.join()]).toEqual(['broken off', expect.stringContaining('at once')]);
  });

  test.each([
    [
      'in an output',
      (secret: string) => createRunner((runner) => runner.setOutput('id', secret)),
      ['secret 1 is told'],
    ],
    [
      'in base64 in the log',
      (secret: string) => createRunner((runner) => runner.info(Buffer.from(secret).toString('base64'))),
      ['secret 1 is told'],
    ],
    ['as a mask', (secret: string) => createRunner((runner) => runner.mask(secret)), []],
    [
      'not at all, but fails as nobody foresaw',
      () => createRunner((runner) => runner.fail('An unexpected error')),
      ['a failure that nobody foresaw: An unexpected error'],
    ],
  ])('judges a run that tells a secret %s', (_, tell, wanted) => {
    const secret = 'not"so secret';
    expect(judgeRun(tell(secret), [secret])).toEqual(wanted);
  });
});

function createRunner(tell: (runner: ReturnType<typeof createRecordingRunner>) => void) {
  const runner = createRecordingRunner({});
  tell(runner);
  return runner;
}
