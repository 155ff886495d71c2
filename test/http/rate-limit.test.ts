import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRateLimiter, type RateLimiter, type Repeat } from '../../src/http/rate-limit.ts';
import { parseRatelimit } from '../../src/http/ratelimit-header.ts';
import type { Quota } from '../../src/http/transport.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const WIDE: Quota = { key: 'wide', calls: 1000, windowMilliseconds: 1000 };

/** One call that takes a while; notes when it was sent, in milliseconds since the beginning. */
interface Sent {
  readonly name: string;
  readonly at: number;
}

function createScene(concurrency = 100) {
  const clock = createVirtualClock(0);
  const limiter = createRateLimiter({ concurrency }, { clock, sleep: clock.sleep });
  const sent: Sent[] = [];
  async function call(
    name: string,
    options: {
      quotas?: readonly Quota[];
      takes?: number;
      answer?: Parameters<Awaited<ReturnType<RateLimiter['enter']>>['finish']>[0];
      repeat?: Repeat;
      abandoned?: AbortSignal;
    } = {},
  ) {
    const turn = await limiter.enter(options.quotas ?? [WIDE], {
      repeat: options.repeat,
      abandoned: options.abandoned,
    });
    sent.push({ name, at: clock.now() });
    await clock.sleep(options.takes ?? 10);
    turn.finish(options.answer ?? {});
    return turn;
  }
  const timesOf = (name: string) => sent.filter((each) => each.name === name).map(({ at }) => at);
  return { clock, limiter, sent, call, timesOf };
}

const callMany = (count: number, work: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('concurrency', () => {
  test('no more calls are under way than allowed, and they go in the order of their coming', async () => {
    const scene = createScene(2);
    await callMany(5, (index) => scene.call(`c${index}`));
    expect(scene.sent).toEqual([
      { name: 'c0', at: 0 },
      { name: 'c1', at: 0 },
      { name: 'c2', at: 10 },
      { name: 'c3', at: 10 },
      { name: 'c4', at: 20 },
    ]);
  });
});

describe('a call that nobody wants any more', () => {
  test('is not sent where it still waits for leave, and holds nobody back', async () => {
    const scene = createScene(1);
    const abandonment = new AbortController();
    const given = { abandoned: abandonment.signal };
    const first = scene.call('first', { answer: { holdMilliseconds: 300_000 } });
    const waiting = Promise.allSettled([scene.call('a', given), scene.call('b', given)]);
    const wanted = scene.call('wanted');
    await first;
    abandonment.abort(new Error('a page has failed'));
    expect((await waiting).map((one) => 'reason' in one && one.reason.message)).toEqual(
      Array(2).fill('a page has failed'),
    );
    expect(scene.clock.now()).toBeLessThan(1000);
    await expect(scene.call('late', given)).rejects.toThrow('a page has failed');
    await wanted;
    expect(scene.sent.map(({ name }) => name)).toEqual(['first', 'wanted']);
  });

  test('ends as it would have where it is under way', async () => {
    const scene = createScene();
    const abandonment = new AbortController();
    const call = scene.call('a', { abandoned: abandonment.signal });
    await scene.clock.sleep(5);
    abandonment.abort(new Error('too late'));
    await expect(call).resolves.toMatchObject({ ticket: 0 });
  });
});

describe('quotas', () => {
  const three: Quota = { key: 'three', calls: 3, windowMilliseconds: 1000 };

  test('the window slides: the next call goes when the oldest has left it, counted from its answer', async () => {
    const scene = createScene();
    await scene.call('first', { quotas: [three], takes: 400 });
    await callMany(5, (index) => scene.call(`c${index}`, { quotas: [three] }));
    expect(scene.sent.map(({ at }) => at)).toEqual([0, 400, 400, 1400, 1410, 1410]);
  });

  test('a full quota holds no call of another one', async () => {
    const scene = createScene();
    await Promise.all([
      callMany(4, () => scene.call('three', { quotas: [three] })),
      scene.call('wide'),
      scene.call('none', { quotas: [] }),
    ]);
    expect(scene.timesOf('three')).toEqual([0, 0, 0, 1010]);
    expect([scene.timesOf('wide'), scene.timesOf('none')]).toEqual([[0], [0]]);
  });

  test('a call under two quotas keeps to both, and is not overtaken in either', async () => {
    const scene = createScene();
    const one: Quota = { key: 'one', calls: 1, windowMilliseconds: 500 };
    await Promise.all([
      scene.call('a', { quotas: [one] }),
      scene.call('both', { quotas: [one, three] }),
      scene.call('later', { quotas: [three] }),
    ]);
    expect(scene.sent).toEqual([
      { name: 'a', at: 0 },
      { name: 'both', at: 510 },
      { name: 'later', at: 510 },
    ]);
  });

  test('whenever a call under way arrives, no window of the vendor holds more than the quota, and every call comes through', async () => {
    const arrivals = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 150 }), fc.nat({ max: 150 })), {
      minLength: 1,
      maxLength: 40,
    });
    const property = fc.asyncProperty(
      arrivals,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 8 }),
      async (calls, allowed, windowMilliseconds, concurrency) => {
        const scene = createScene(concurrency);
        const quotas = [{ key: 'k', calls: allowed, windowMilliseconds }];
        let underWay = 0;
        let most = 0;
        await Promise.all(
          calls.map(async ([at, there, back], index) => {
            await scene.clock.sleep(at);
            const turn = await scene.limiter.enter(quotas);
            underWay += 1;
            most = Math.max(most, underWay);
            await scene.clock.sleep(there);
            scene.sent.push({ name: String(index), at: scene.clock.now() });
            await scene.clock.sleep(back);
            underWay -= 1;
            turn.finish({});
          }),
        );
        const times = scene.sent.map(({ at }) => at);
        expect(times).toHaveLength(calls.length);
        expect(most).toBeLessThanOrEqual(concurrency);
        for (const start of times) {
          const within = times.filter((time) => time >= start && time < start + windowMilliseconds);
          expect(within.length).toBeLessThanOrEqual(allowed);
        }
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('the vendor asks to wait', () => {
  const other: Quota = { key: 'other', calls: 1000, windowMilliseconds: 1000 };

  test('a hold stops every call of its keys, and no others', async () => {
    const scene = createScene();
    await scene.call('refused', { answer: { holdMilliseconds: 4000 } });
    await Promise.all([scene.call('same'), scene.call('other', { quotas: [other] })]);
    expect([scene.timesOf('same'), scene.timesOf('other')]).toEqual([[4010], [10]]);
  });

  test('a shorter hold does not end a longer one, and none is longer than five minutes', async () => {
    const scene = createScene();
    await Promise.all([
      scene.call('long', { answer: { holdMilliseconds: 86_400_000 } }),
      scene.call('short', { answer: { holdMilliseconds: 1 }, takes: 20 }),
    ]);
    await scene.call('next');
    expect(scene.timesOf('next')).toEqual([300_010]);
  });

  test('calls that wait already are held as well', async () => {
    const scene = createScene(1);
    await Promise.all([scene.call('refused', { answer: { holdMilliseconds: 500 } }), scene.call('waiting')]);
    expect(scene.timesOf('waiting')).toEqual([510]);
  });
});

describe('the Ratelimit header', () => {
  const left = (r: number, t: number) => ({ ratelimit: `"default";r=${r};t=${t}` });

  test('once nothing remains, calls wait for the reset, before any 429', async () => {
    const scene = createScene();
    await scene.call('a', { answer: left(2, 30) });
    await callMany(3, (index) => scene.call(`b${index}`, { answer: left(1 - index, 30) }));
    expect(scene.sent.map(({ at }) => at)).toEqual([0, 10, 10, 30_010]);
  });

  test('calls under way count as used until they are answered', async () => {
    const scene = createScene();
    const slow = callMany(3, () => scene.call('slow', { takes: 5000, answer: left(9, 60) }));
    await scene.call('a', { takes: 10, answer: left(4, 30) });
    await Promise.all([scene.call('fits', { takes: 1, answer: left(3, 30) }), scene.call('waits'), slow]);
    expect([scene.timesOf('fits'), scene.timesOf('waits')]).toEqual([[10], [5000]]);
  });

  test('answers that overtake each other do not raise what remains', async () => {
    const scene = createScene();
    await Promise.all([
      scene.call('a', { takes: 20, answer: left(5, 30) }),
      scene.call('b', { takes: 10, answer: left(0, 30) }),
    ]);
    await scene.call('c');
    expect(scene.timesOf('c')).toEqual([30_010]);
  });

  test('a call without an answer has used up one', async () => {
    const scene = createScene();
    await scene.call('a', { answer: left(1, 30) });
    await scene.call('lost', { answer: {} });
    await scene.call('next');
    expect(scene.timesOf('next')).toEqual([30_010]);
  });

  test('a new window replaces the old one', async () => {
    const scene = createScene();
    await scene.call('a', { answer: left(0, 2) });
    await scene.call('b', { answer: left(50, 60) });
    await scene.call('c');
    expect([scene.timesOf('b'), scene.timesOf('c')]).toEqual([[2010], [2020]]);
  });

  test('it speaks for the keys of its call only', async () => {
    const scene = createScene();
    await scene.call('a', { answer: left(0, 30) });
    await scene.call('b', { quotas: [{ ...WIDE, key: 'other' }] });
    expect(scene.timesOf('b')).toEqual([10]);
  });

  test.each([
    ['"default";r=50;t=30', [['"default"', 50, 30_000]]],
    ['"default"; t=30 ;r=0', [['"default"', 0, 30_000]]],
    ['default;r=1;t=2;pk=:abc=:', [['default', 1, 2000]]],
    [
      '"burst";r=9;t=2, "daily";r=400;t=3600',
      [
        ['"burst"', 9, 2000],
        ['"daily"', 400, 3_600_000],
      ],
    ],
    ['"a;r=0;t=9,b\\"c";r=3;t=4', [['"a;r=0;t=9,b\\"c"', 3, 4000]]],
    ['"only";r=1, "whole";r=2;t=3', [['"whole"', 2, 3000]]],
    ['"x";r=-1;t=3', []],
    ['"x";r=1.5;t=3', []],
    ['"x";r=;t=', []],
    [';r=1;t=1', []],
    ['50', []],
    ['', []],
    [undefined, []],
  ])('%j is read as %j', (value, expected) => {
    const read = parseRatelimit(value).map(({ name, remaining, resetMilliseconds }) => [
      name,
      remaining,
      resetMilliseconds,
    ]);
    expect(read).toEqual(expected);
  });
});

describe('a repeat', () => {
  const refusal = () => new Error('too late');

  test('goes before calls that came after its first try', async () => {
    const scene = createScene(1);
    const first = await scene.call('first');
    await Promise.all([
      scene.call('x'),
      scene.call('y'),
      scene.call('again', { repeat: { ticket: first.ticket, deadline: 1e6, refusal } }),
    ]);
    expect(scene.sent.map(({ name }) => name)).toEqual(['first', 'x', 'again', 'y']);
  });

  test('is refused at once where its hold outlasts its deadline', async () => {
    const scene = createScene();
    await scene.call('a', { answer: { holdMilliseconds: 5000 } });
    const again = scene.call('again', { repeat: { ticket: 0, deadline: 3000, refusal } });
    await expect(again).rejects.toThrow('too late');
    expect(scene.clock.now()).toBe(10);
  });

  test('is refused at its deadline where only other calls are in its way', async () => {
    const scene = createScene(1);
    const slow = scene.call('slow', { takes: 9000 });
    const again = scene.call('again', { repeat: { ticket: 0, deadline: 3000, refusal } });
    await expect(again).rejects.toThrow('too late');
    expect(scene.clock.now()).toBe(3000);
    await slow;
  });
});
