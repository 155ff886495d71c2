import { expect, test } from '@jest/globals';
import { createVirtualClock } from './virtual-clock.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('work that looks at the clock now and then is not overtaken by a sleeper', async () => {
  const clock = createVirtualClock(0);
  const sleeper = clock.sleep(1000);
  const seen: number[] = [];
  for (let call = 0; call < 20; call += 1) {
    await turn();
    await turn();
    seen.push(clock.now());
  }
  expect(new Set(seen)).toEqual(new Set([0]));
  await sleeper;
  expect(clock.now()).toBe(1000);
});

test('neither is work that holds it, nor what it does right after', async () => {
  const clock = createVirtualClock(0);
  const sleeper = clock.sleep(1000);
  for (let call = 0; call < 20; call += 1) {
    await clock.hold(turn().then(turn).then(turn));
    await turn();
    await turn();
  }
  expect(clock.now()).toBe(0);
  await sleeper;
  expect(clock.now()).toBe(1000);
});
