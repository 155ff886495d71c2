import { describe, expect, test } from '@jest/globals';
import { buildRow, idOf, LOST, playRun, type Reply, refuse, type Sent, succeed } from './scene.ts';

const OLD = buildRow(1);

/** A vendor that loses the answer to a create, and lists what `rowsAt` says from then on. */
function loseCreate(rowsAt: (look: number, sent: Sent) => readonly unknown[] | Reply) {
  return (sent: Sent): Reply => {
    if (sent.call === 'POST /') return LOST;
    if (sent.before === 0) return succeed([OLD]);
    const given = rowsAt(sent.before, sent);
    return Array.isArray(given) ? succeed([OLD, ...given]) : (given as Reply);
  };
}

const create = { operation: 'create' };
const twice = (calls: readonly string[]) => calls.filter((call) => call === 'POST /').length;

describe('a create whose answer is lost', () => {
  test('is searched for over a minute, never sent again, and then the state is unknown', async () => {
    const { runner, calls, elapsed, sent } = await playRun({
      inputs: create,
      respond: loseCreate(() => []),
    });
    expect(twice(calls)).toBe(1);
    expect(runner.failure).toMatch(/state is unknown.*1m/s);
    expect(runner.failure).toContain('1825 days');
    expect(runner.outputs).toEqual({ adopted: 'false' });
    expect(elapsed).toBeGreaterThanOrEqual(60_000);
    expect(elapsed).toBeLessThan(62_000);
    const looks = sent.filter(({ call }) => call === 'GET /').length - 1;
    expect(looks).toBeGreaterThanOrEqual(20);
    expect(looks).toBeLessThanOrEqual(22);
    expect(runner.log.match(/searching for another/g)?.length).toBeGreaterThan(10);
  });

  test('searches no longer than the step may wait', async () => {
    const { elapsed } = await playRun({
      inputs: { ...create, 'wait-timeout': '7s' },
      respond: loseCreate(() => []),
    });
    expect(elapsed).toBeGreaterThanOrEqual(7000);
    expect(elapsed).toBeLessThan(7500);
  });

  test.each([1, 5, 20])('is adopted once it was seen alone twice, first at look %i', async (first) => {
    const { runner, sent } = await playRun({
      inputs: create,
      respond: loseCreate((look) => (look < first ? [] : [buildRow(2)])),
    });
    expect(runner.failure).toBeNull();
    expect(runner.outputs).toMatchObject({ id: idOf(2), adopted: 'true', changed: 'true' });
    expect(sent.filter(({ call }) => call === 'GET /')).toHaveLength(1 + first + 1);
  });

  test('is looked for once more where it appears at the last look', async () => {
    const { runner, sent } = await playRun({
      inputs: { ...create, 'wait-timeout': '0s' },
      respond: loseCreate(() => [buildRow(2)]),
    });
    expect(runner.outputs).toMatchObject({ id: idOf(2), adopted: 'true' });
    expect(sent.filter(({ call }) => call === 'GET /')).toHaveLength(3);
  });

  test.each<[string, (look: number) => readonly unknown[] | Reply]>([
    ['a second one appears at the second look', (look) => [2, 3].slice(0, look).map((n) => buildRow(n))],
    ['two appear at once', () => [buildRow(2), buildRow(3)]],
    ['two take turns', (look) => (look === 1 ? [buildRow(2)] : [buildRow(2), buildRow(3)])],
  ])('is not guessed where %s', async (_, rowsAt) => {
    const { runner, calls } = await playRun({ inputs: create, respond: loseCreate(rowsAt) });
    expect(runner.failure).toContain('state is unknown');
    for (const number of [2, 3]) expect(runner.failure).toContain(idOf(number));
    expect(runner.outputs).toEqual({ adopted: 'false' });
    expect(twice(calls)).toBe(1);
  });

  test('is not adopted by a look that failed', async () => {
    const { runner } = await playRun({
      inputs: { ...create, 'max-retries': '0', 'wait-timeout': '5s' },
      respond: loseCreate((look) => (look === 1 ? [buildRow(2)] : refuse(403, 10000))),
    });
    expect(runner.failure).toMatch(/state is unknown.*could not be read.*10000/s);
    expect(runner.outputs).toEqual({ adopted: 'false' });
  });

  test.each<[string, unknown]>([
    ['a custom one', buildRow(2, { type: 'custom' })],
    ['one of another validity', buildRow(2, {}, 365)],
    ['one without dates', buildRow(2, { expires_on: null })],
    ['one without id', buildRow(2, { id: null })],
  ])('is not taken for %s', async (_, row) => {
    const { runner } = await playRun({ inputs: create, respond: loseCreate(() => [row]) });
    expect(runner.failure).toContain('state is unknown');
    expect(runner.outputs).toEqual({ adopted: 'false' });
  });

  test('is known by the validity that was asked for', async () => {
    const { runner } = await playRun({
      inputs: { ...create, 'validity-days': '365' },
      respond: loseCreate(() => [buildRow(2, {}, 365), buildRow(3)]),
    });
    expect(runner.outputs).toMatchObject({ id: idOf(2), adopted: 'true' });
    expect(JSON.stringify(runner.events)).toContain('carry no mark');
  });
});

describe('a create', () => {
  test.each([
    ['a refusal', refuse(400, 2900), 'false'],
    ['a failure that may hide a success', refuse(502, 1), undefined],
  ])('that ends with %s tells whether something was changed', async (_, reply, changed) => {
    const { runner, calls } = await playRun({
      inputs: { ...create, 'wait-timeout': '0s' },
      respond: ({ call }) => (call === 'POST /' ? reply : succeed([OLD])),
    });
    expect(runner.failure).not.toBeNull();
    expect(runner.outputs.changed).toBe(changed);
    expect(twice(calls)).toBe(1);
  });

  test('that is answered 429 is sent again: it was not carried out', async () => {
    const { runner, calls } = await playRun({
      inputs: create,
      respond: ({ call, before }) => {
        if (call === 'GET /') return succeed([OLD]);
        return before === 0 ? refuse(429, 971) : succeed(buildRow(2));
      },
    });
    expect(runner.outputs).toMatchObject({ id: idOf(2), changed: 'true', adopted: 'false' });
    expect(twice(calls)).toBe(2);
  });
});
