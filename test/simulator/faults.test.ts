import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { findClosedUrl } from '../../simulator/closed-port.ts';
import { ACCOUNTS } from '../../simulator/estate.ts';
import { createFaultBook, type FaultPlan, parseFault } from '../../simulator/faults.ts';
import { CERTIFICATES, closeSimulators, NOW, openSimulator, type Visited } from './visitor.ts';

afterEach(closeSimulators);

const CREATE = { endpoint: 'gateway.create' } as const;
const CONNECTION_ENDED = 'connection ended';

/** What the caller of a create sees, and how many creations there were. */
async function meet(fault: FaultPlan) {
  const simulator = await openSimulator();
  simulator.planFault(fault);
  const seen = await simulator.call('POST', CERTIFICATES, { body: {} }).catch(() => CONNECTION_ENDED);
  return { seen, creations: countCreations(simulator), entry: simulator.history[0], simulator };
}

function countCreations(simulator: Visited): number {
  return simulator.readState().cloudflare.accounts[ACCOUNTS.company]?.gateway.creations.length ?? -1;
}

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5);
}

describe('a fault that ends the connection', () => {
  test.each<[FaultPlan, number | null, boolean]>([
    [{ ...CREATE, kind: 'reset-before' }, null, false],
    [{ ...CREATE, kind: 'lost-answer' }, null, true],
    [{ ...CREATE, kind: 'cut-body' }, 200, true],
    [{ ...CREATE, kind: 'cut-body', acted: true }, 200, true],
    [{ ...CREATE, kind: 'cut-body', acted: false }, 200, false],
  ])('%j', async (fault, status, acted) => {
    const { seen, creations, entry } = await meet(fault);
    expect(seen).toBe(CONNECTION_ENDED);
    expect(creations).toBe(acted ? 1 : 0);
    expect(entry).toMatchObject({ endpoint: 'gateway.create', fault: fault.kind, status, acted });
  });

  test('a reset comes before the body is read, a cut after the headers', async () => {
    const { entry, simulator } = await meet({ ...CREATE, kind: 'reset-before' });
    expect(entry?.body).toBeNull();
    simulator.planFault({ ...CREATE, kind: 'cut-body' });
    const cut = await fetch(`${simulator.url}${CERTIFICATES}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${simulator.env.CLOUDFLARE_API_TOKEN}` },
    });
    expect([cut.status, Number(cut.headers.get('content-length'))]).toEqual([200, expect.any(Number)]);
    await expect(cut.text()).rejects.toThrow();
  });

  test('a closed port refuses', async () => {
    await expect(fetch(await findClosedUrl())).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });
});

describe('a fault with an answer of its own', () => {
  const NOT_JSON = expect.not.stringMatching(/^[{[]/);
  test.each<[Omit<FaultPlan, 'endpoint'> & Record<string, unknown>, number, unknown, boolean]>([
    [{ kind: 'status', status: 500 }, 500, expect.stringContaining('"code":2999'), false],
    [{ kind: 'status', status: 500, acted: true }, 500, expect.stringContaining('"code":2999'), true],
    [{ kind: 'status', status: 429 }, 429, expect.stringContaining('"code":971'), false],
    [{ kind: 'status', status: 403 }, 403, expect.stringContaining('"code":10000'), false],
    [
      { kind: 'status', status: 400, code: 7, message: 'Odd' },
      400,
      expect.stringContaining('{"code":7,"message":"Odd"}'),
      false,
    ],
    [
      { kind: 'status', status: 502, body: 'html' },
      502,
      expect.stringContaining('<title>502</title>'),
      false,
    ],
    [
      { kind: 'status', status: 504, body: 'html', acted: true },
      504,
      expect.stringContaining('<html>'),
      true,
    ],
    [{ kind: 'status', status: 503, body: 'empty' }, 503, '', false],
    [{ kind: 'status', status: 408, body: { text: 'Too slow' } }, 408, 'Too slow', false],
    [{ kind: 'success-false' }, 200, expect.stringContaining('"success":false'), false],
    [{ kind: 'success-false', code: 1234, acted: true }, 200, expect.stringContaining('"code":1234'), true],
    [{ kind: 'broken-json' }, 200, expect.stringMatching(/^\{"success":true/), true],
    [{ kind: 'broken-json', acted: false }, 200, expect.stringMatching(/^\{"success":true/), false],
    [{ kind: 'empty-body' }, 200, '', true],
    [{ kind: 'empty-body', acted: false }, 200, '', false],
    [{ kind: 'wrong-shape', shape: 'string' }, 200, expect.stringContaining('"result":"unexpected"'), true],
    [{ kind: 'wrong-shape', shape: 'swapped' }, 200, expect.stringContaining('"result":[{"id"'), true],
    [{ kind: 'wrong-shape', shape: 'numeric-ids' }, 200, expect.stringContaining('"id":123456'), true],
    [
      { kind: 'wrong-shape', shape: 'swapped', acted: false },
      200,
      expect.stringContaining('"result":[{}]'),
      false,
    ],
    [{ kind: 'huge-body', megabytes: 3 }, 200, expect.stringMatching(/^.{3000000}$/), true],
    [{ kind: 'huge-body', megabytes: 1, acted: false }, 200, expect.stringMatching(/^.{1000000}$/), false],
    [{ kind: 'redirect', location: 'http://127.0.0.1:9/x' }, 302, NOT_JSON, false],
    [{ kind: 'redirect', location: 'http://127.0.0.1:9/x', status: 307, acted: true }, 307, NOT_JSON, true],
  ])('%j', async (fault, status, text, acted) => {
    const { seen, creations, entry } = await meet(parseFault({ ...CREATE, ...fault }));
    expect(seen).toMatchObject({ status, text });
    expect(creations).toBe(acted ? 1 : 0);
    expect(entry).toMatchObject({ fault: fault.kind, status, acted });
    const headers = typeof seen === 'string' ? null : seen.headers;
    expect(headers?.get('cf-ray')).toMatch(/^[0-9a-f]{16}-/);
    expect(headers?.get('location') ?? undefined).toBe(fault.location);
  });

  test('broken JSON cannot be parsed', async () => {
    const { seen } = await meet({ ...CREATE, kind: 'broken-json' });
    expect(() => JSON.parse(typeof seen === 'string' ? '{}' : seen.text)).toThrow(SyntaxError);
  });

  test('a list in the wrong shape', async () => {
    const simulator = await openSimulator();
    const shapes = [];
    for (const shape of ['string', 'swapped', 'numeric-ids'] as const) {
      simulator.planFault({ endpoint: 'gateway.list', kind: 'wrong-shape', shape });
      shapes.push((await simulator.call('GET', CERTIFICATES)).json.result);
    }
    expect(shapes).toMatchObject(['unexpected', { items: expect.any(Array) }, Array(6).fill({ id: 123456 })]);
  });

  test.each([true, false])('a huge body whose length is announced: %s', async (contentLength) => {
    const { seen } = await meet({ ...CREATE, kind: 'huge-body', megabytes: 2, contentLength });
    const announced = typeof seen === 'string' ? null : seen.headers.get('content-length');
    expect(announced).toBe(contentLength ? '2000000' : null);
  });

  const tomorrow = new Date(Math.ceil((NOW + 86_400_000) / 1000) * 1000).toUTCString();
  test.each<[number, Extract<FaultPlan, { kind: 'status' }>['retryAfter'], string | null]>([
    [429, undefined, '1'],
    [503, undefined, null],
    [429, { form: 'seconds', seconds: 4 }, '4'],
    [429, { form: 'unit', seconds: 4 }, '4s'],
    [503, { form: 'date', seconds: 86_400 }, tomorrow],
    [429, { form: 'none' }, null],
    [429, { form: 'text', text: 'soon' }, 'soon'],
  ])('Retry-After of %i with %j', async (status, retryAfter, header) => {
    const { seen } = await meet({ ...CREATE, kind: 'status', status, ...(retryAfter ? { retryAfter } : {}) });
    expect(typeof seen === 'string' ? seen : seen.headers.get('retry-after')).toBe(header);
  });
});

describe('a fault that takes its time', () => {
  test.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])('a stall that acted: %s', async (acted, created) => {
    const simulator = await openSimulator();
    simulator.planFault({ ...CREATE, kind: 'stall', ...(acted === undefined ? {} : { acted }) });
    const caller = new AbortController();
    const call = simulator.call('POST', CERTIFICATES, { signal: caller.signal });
    await waitUntil(() => simulator.history[0]?.fault === 'stall' && simulator.history[0].acted === created);
    caller.abort();
    await expect(call).rejects.toThrow();
    expect([countCreations(simulator), simulator.history[0]?.status]).toEqual([created ? 1 : 0, null]);
  });

  test.each([true, false])('a slow answer is an answer in the end; acted first: %s', async (acted) => {
    const { seen, creations } = await meet({ ...CREATE, kind: 'slow', delayMilliseconds: 20, acted });
    expect([seen, creations]).toMatchObject([{ status: 200 }, 1]);
  });

  test.each([
    [undefined, 1],
    [true, 1],
    [false, 0],
  ])('a caller who does not wait for a slow answer that acted first: %s', async (acted, creations) => {
    const simulator = await openSimulator();
    const fault = { ...CREATE, kind: 'slow', delayMilliseconds: 3_600_000 } as const;
    simulator.planFault({ ...fault, ...(acted === undefined ? {} : { acted }) });
    const caller = new AbortController();
    const call = simulator.call('POST', CERTIFICATES, { signal: caller.signal });
    await waitUntil(() => simulator.history[0]?.fault === 'slow' && countCreations(simulator) === creations);
    caller.abort();
    await expect(call).rejects.toThrow();
    expect(countCreations(simulator)).toBe(creations);
  });

  test('closing the simulator ends what stalls', async () => {
    const simulator = await openSimulator();
    simulator.planFault({ endpoint: 'gateway.list', kind: 'stall' });
    const call = simulator.call('GET', CERTIFICATES).catch(() => CONNECTION_ENDED);
    await waitUntil(() => simulator.history.length === 1);
    await simulator.close();
    expect(await call).toBe(CONNECTION_ENDED);
  });
});

describe('which calls a fault meets', () => {
  const fault = { endpoint: 'gateway.list', kind: 'status', status: 503 } as const;
  test.each<[string, FaultPlan[], number[]]>([
    ['the next one', [fault], [503, 200, 200, 200]],
    ['the third', [{ ...fault, call: 3 }], [200, 200, 503, 200]],
    ['two from the second', [{ ...fault, call: 2, times: 2 }], [200, 503, 503, 200]],
    ['every one', [{ ...fault, call: 'every' }], [503, 503, 503, 503]],
    ['every one, three times', [{ ...fault, call: 'every', times: 3 }], [503, 503, 503, 200]],
    ['of any endpoint', [{ ...fault, endpoint: '*' }], [503, 200, 200, 200]],
    ['not those of another', [{ ...fault, endpoint: 'gateway.get' }], [200, 200, 200, 200]],
    [
      'the first planned goes first',
      [
        { ...fault, call: 2 },
        { ...fault, status: 500, call: 'every' },
      ],
      [500, 503, 500, 500],
    ],
    ['one after the other', [fault, { ...fault, status: 500 }], [503, 500, 200, 200]],
  ])('%s', async (_what, faults, statuses) => {
    const { call } = await openSimulator({ faults });
    const seen = [];
    for (let count = 0; count < 4; count += 1) seen.push((await call('GET', CERTIFICATES)).status);
    expect(seen).toEqual(statuses);
  });

  test('those alone that ask for the page that it names', async () => {
    const fault = {
      endpoint: 'zpa.certificates.list',
      kind: 'status',
      status: 503,
      query: { page: '2' },
    } as const;
    const book = createFaultBook();
    book.plan({ ...fault, call: 2 });
    const take = (query: string) =>
      book.take('zpa.certificates.list', new URLSearchParams(query))?.kind ?? null;
    expect(['page=2', 'page=1', 'page=1', 'page=2&pagesize=1', 'page=2'].map(take)).toEqual([
      null,
      null,
      null,
      'status',
      null,
    ]);
  });

  test('none once the faults are cleared', async () => {
    const simulator = await openSimulator({ faults: [{ ...fault, call: 'every' }] });
    simulator.clearFaults();
    expect((await simulator.call('GET', CERTIFICATES)).status).toBe(200);
  });
});

test.each([
  [{ endpoint: 'gateway.list' }, 'kind'],
  [{ endpoint: 'gateway.list', kind: 'refuse' }, 'kind'],
  [{ endpoint: 'gateway.rename', kind: 'stall' }, 'endpoint'],
  [{ endpoint: 'gateway.list', kind: 'status' }, 'status'],
  [{ endpoint: 'gateway.list', kind: 'stall', call: 0 }, 'call'],
  [{ endpoint: 'gateway.list', kind: 'lost-answer', acted: false }, 'acted'],
  [{ endpoint: 'gateway.list', kind: 'reset-before', acted: true }, 'acted'],
  ['gateway.list', 'object'],
])('the fault %j is refused', (fault, named) => {
  expect(() => parseFault(fault)).toThrow(named);
});
