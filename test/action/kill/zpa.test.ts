import { expect, test } from '@jest/globals';
import { killEverywhere } from './kill-everywhere.ts';
import { openZpaWorld } from './zpa-world.ts';

test('a ZPA rotation that is killed at any call, to the vendor or to GitHub, is mended by running again', async () => {
  const { kills, wrong } = await killEverywhere(openZpaWorld, (ending) =>
    expect(JSON.parse(ending)).toEqual({
      state: 'complete',
      named: 1,
      successor: ['NAME, 3 referrers'],
      uploads: 1,
      deleted: ['old'],
    }),
  );
  expect(kills).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
}, 1_800_000);
