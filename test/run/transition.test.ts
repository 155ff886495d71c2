import { describe, expect, test } from '@jest/globals';
import { buildRow, idOf, LOST, playRun, type Reply, refuse, type Sent, succeed } from './scene.ts';

const ID = idOf(2);
const on = (operation: string, more: Record<string, string> = {}) => ({
  operation,
  'certificate-id': ID,
  ...more,
});
const SPARE = buildRow(1, { binding_status: 'available' });
const withStatus = (status: string) => buildRow(2, { binding_status: status });

/** A vendor whose certificate 2 has the status of the script's turn; the last one again and again. */
function follow(statuses: readonly string[], send: (sent: Sent) => Reply) {
  let look = 0;
  const next = () => statuses[Math.min(look++, statuses.length - 1)] ?? '';
  return (sent: Sent): Reply => {
    if (sent.call === 'GET /') return succeed([SPARE, withStatus(next())]);
    return sent.call === 'GET /ID' ? succeed(withStatus(next())) : send(sent);
  };
}

const countOf = (calls: readonly string[], call: string) => calls.filter((one) => one === call).length;

describe('waiting', () => {
  test('reads at the pace that was asked for, and prints a line every quarter of a minute', async () => {
    const { runner, sent, elapsed } = await playRun({
      inputs: on('activate', { 'wait-timeout': '2m', 'poll-interval': '3s' }),
      respond: follow(['inactive', 'pending_deployment'], () => succeed(withStatus('pending_deployment'))),
    });
    const looks = sent.filter(({ call }) => call === 'GET /ID').slice(1);
    const pauses = looks.slice(1).map(({ at }, index) => at - (looks[index]?.at ?? 0));
    expect(pauses.slice(0, -1).every((pause) => pause >= 3000 && pause < 3100)).toBe(true);
    const lines = runner.log.split('\n').filter((line) => line.startsWith('Waiting for available'));
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.length).toBeLessThanOrEqual(9);
    expect(lines[0]).toMatch(/pending_deployment.*2m/);
    expect(elapsed).toBeGreaterThanOrEqual(120_000);
    expect(elapsed).toBeLessThan(121_000);
    expect(runner.failure).toMatch(/pending_deployment after 2m/);
    expect(runner.failure).toContain(`certificate-id ${ID}`);
    expect(runner.outputs).toMatchObject({ id: ID, status: 'pending_deployment', changed: 'true' });
  });

  test('tells each state on the way, at once', async () => {
    const { runner, elapsed } = await playRun({
      inputs: on('get', { 'wait-for': 'inactive', 'poll-interval': '1s' }),
      respond: follow(
        ['available', 'available', 'pending_deletion', 'pending_deletion', 'inactive'],
        () => LOST,
      ),
    });
    const lines = runner.log.split('\n').filter((line) => line.startsWith('Waiting for inactive'));
    expect(lines.map((line) => /now (\w+)/.exec(line)?.[1])).toEqual(['available', 'pending_deletion']);
    expect(runner.outputs).toMatchObject({ status: 'inactive', changed: 'false' });
    expect(elapsed).toBeLessThan(5000);
  });

  test('ends where the certificate disappears', async () => {
    const { runner } = await playRun({
      inputs: on('get', { 'wait-for': 'available' }),
      respond: ({ before }) => (before === 0 ? succeed(withStatus('inactive')) : refuse(404, 2027)),
    });
    expect(runner.failure).toMatch(new RegExp(`${ID}.*disappeared`));
    expect(runner.outputs).toMatchObject({ id: ID, status: 'inactive', changed: 'false' });
  });

  test('outlasts a passing failure of the vendor', async () => {
    const { runner } = await playRun({
      inputs: on('get', { 'wait-for': 'available' }),
      respond: ({ before }) =>
        before === 0
          ? succeed(withStatus('inactive'))
          : before < 3
            ? refuse(503, 1)
            : succeed(withStatus('available')),
    });
    expect(runner.failure).toBeNull();
    expect(runner.outputs.status).toBe('available');
  });
});

describe('a call that takes a certificate elsewhere', () => {
  test.each([
    ['that was done all the same is not sent again', ['inactive', 'pending_deployment', 'available'], 1],
    ['that was done at once is not sent again', ['inactive', 'available'], 1],
    ['that was not done is sent again', ['inactive', 'inactive', 'available'], 2],
  ])('and loses its answer, %s: the state is looked at first', async (_, statuses, sends) => {
    const { runner, calls } = await playRun({
      inputs: on('activate'),
      respond: follow(statuses, ({ before }) =>
        before === 0 ? LOST : succeed(withStatus('pending_deployment')),
      ),
    });
    expect(runner.failure).toBeNull();
    expect(runner.outputs).toMatchObject({ status: 'available', changed: 'true' });
    expect(countOf(calls, 'POST /ID/activate')).toBe(sends);
    expect(calls.slice(0, 3)).toEqual(['GET /ID', 'POST /ID/activate', 'GET /ID']);
  });

  test('is looked at before every repeat, and given up with nothing known of a change', async () => {
    const { runner, calls } = await playRun({
      inputs: on('activate', { 'max-retries': '2' }),
      respond: follow(['inactive'], () => LOST),
    });
    expect(calls).toEqual([
      'GET /ID',
      ...Array.from({ length: 3 }, () => ['POST /ID/activate', 'GET /ID']).flat(),
    ]);
    expect(runner.failure).toContain('reset');
    expect(runner.outputs).toMatchObject({ id: ID, status: 'inactive' });
    expect(runner.outputs).not.toHaveProperty('changed');
  });

  test('is not repeated where the state cannot be read either', async () => {
    const { runner, calls } = await playRun({
      inputs: on('deactivate', { 'max-retries': '0' }),
      respond: ({ call }) => (call === 'GET /' ? succeed([SPARE, withStatus('available')]) : refuse(502, 1)),
    });
    expect(calls).toEqual(['GET /', 'POST /ID/deactivate', 'GET /ID']);
    expect(runner.failure).toContain('502');
    expect(runner.outputs).not.toHaveProperty('changed');
  });

  test.each(['activate', 'deactivate'])('that is refused changed nothing (%s)', async (operation) => {
    const { runner, calls } = await playRun({
      inputs: on(operation),
      respond: follow([operation === 'activate' ? 'inactive' : 'available'], () => refuse(400, 2904)),
    });
    expect(countOf(calls, `POST /ID/${operation}`)).toBe(1);
    expect(runner.failure).toContain('2904');
    expect(runner.outputs).toMatchObject({ id: ID, changed: 'false' });
  });

  test('that is refused at a repeat may have been done by the first', async () => {
    const { runner } = await playRun({
      inputs: on('activate'),
      respond: follow(['inactive'], ({ before }) => (before === 0 ? LOST : refuse(400, 2904))),
    });
    expect(runner.failure).toContain('2904');
    expect(runner.outputs).not.toHaveProperty('changed');
  });
});

describe('a delete', () => {
  const respondWith = (replies: readonly Reply[], gone: readonly boolean[]) => (sent: Sent) => {
    if (sent.call === 'GET /') return succeed([SPARE, buildRow(2)]);
    if (sent.call === 'GET /ID') return gone[sent.before] ? refuse(404, 2027) : succeed(buildRow(2));
    return replies[Math.min(sent.before, replies.length - 1)] ?? LOST;
  };

  test.each<[string, readonly Reply[], readonly boolean[], string, number]>([
    ['that is answered well', [succeed({})], [], 'true', 1],
    ['whose answer is lost, and which was done', [LOST], [true], 'true', 1],
    ['whose answer is lost, and which was not done', [LOST, succeed({})], [false], 'true', 2],
    ['that was done later than the look', [LOST, refuse(404, 2027)], [false], 'true', 2],
    ['of what somebody else deleted in between', [refuse(404, 2027)], [], 'false', 1],
  ])('%s ends with the certificate gone', async (_, replies, gone, changed, sends) => {
    const { runner, calls } = await playRun({
      inputs: on('delete'),
      respond: respondWith(replies, gone),
    });
    expect(runner.failure).toBeNull();
    expect(runner.outputs).toMatchObject({ id: ID, status: 'deleted', changed });
    expect(countOf(calls, 'DELETE /ID')).toBe(sends);
  });
});
