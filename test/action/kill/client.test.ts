import { expect, test } from '@jest/globals';
import { openClientWorld } from './client-world.ts';
import { killEverywhere } from './kill-everywhere.ts';

test('a client rotation that is killed at any call, to the vendor or to GitHub, is mended by running again', async () => {
  const { kills, wrong } = await killEverywhere(openClientWorld, (ending) =>
    expect(JSON.parse(ending)).toEqual({
      state: 'complete',
      alive: ['kept active'],
      holds: 'the key of an active one',
    }),
  );
  expect(kills).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
}, 1_800_000);
