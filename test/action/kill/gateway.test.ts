import { expect, test } from '@jest/globals';
import { openGatewayWorld } from './gateway-world.ts';
import { killEverywhere } from './kill-everywhere.ts';

test('a Gateway rotation that is killed at any call, to the vendor or to GitHub, is mended by running again', async () => {
  const { kills, wrong } = await killEverywhere(openGatewayWorld, (ending) =>
    expect(JSON.parse(ending)).toEqual({
      state: 'complete',
      certificates: ['successor available in use'],
      creations: 1,
      deleted: ['old'],
    }),
  );
  expect(kills).toBeGreaterThan(35);
  expect(wrong).toEqual([]);
}, 1_200_000);
