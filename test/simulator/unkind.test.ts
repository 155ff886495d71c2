import { afterEach, describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as IDS } from '../../simulator/estate.ts';
import { CERTIFICATES, closeSimulators, openSimulator, SETTLE } from './visitor.ts';

afterEach(closeSimulators);

const READS = 300;
const WRITES = 300;
const WRITE = `${CERTIFICATES}/${IDS.spare}/activate`;
const patient = { cloudflare: { requestQuota: { requests: 10_000, seconds: 300 } } };

/** What a caller sees of so many reads and writes. */
async function experience(unkind: number) {
  const simulator = await openSimulator({ unkind, ...patient });
  const statuses = async (method: string, path: string, count: number) => {
    const seen: (number | 'lost')[] = [];
    for (let call = 0; call < count; call += 1) {
      seen.push(
        await simulator.call(method, path).then(
          ({ status }) => status,
          () => 'lost' as const,
        ),
      );
    }
    return seen;
  };
  return {
    reads: await statuses('GET', CERTIFICATES, READS),
    writes: await statuses('POST', WRITE, WRITES),
    history: simulator.history,
  };
}

const share = (seen: readonly unknown[], wanted: unknown) =>
  seen.filter((one) => one === wanted).length / seen.length;

describe('the unkind mode', () => {
  test('refuses some calls, loses some answers of writes, and does the same again for the same seed', async () => {
    const first = await experience(7);
    for (const seen of [first.reads, first.writes]) {
      expect(share(seen, 429)).toBeGreaterThan(0.02);
      expect(share(seen, 429)).toBeLessThan(0.09);
    }
    expect(share(first.reads, 'lost')).toBe(0);
    expect(share(first.writes, 'lost')).toBeGreaterThan(0.02);
    expect(share(first.writes, 'lost')).toBeLessThan(0.09);
    expect(first.history.filter(({ fault }) => fault === 'lost-answer').every(({ acted }) => acted)).toBe(
      true,
    );
    expect(first.history.filter(({ status }) => status === 429).some(({ acted }) => acted)).toBe(false);

    const again = await experience(7);
    expect([again.reads, again.writes]).toEqual([first.reads, first.writes]);
    const other = await experience(8);
    expect(other.reads).not.toEqual(first.reads);
  });

  test('lists in an order that changes from call to call', async () => {
    const { call } = await openSimulator({ unkind: 3, ...patient });
    const orders = new Set<string>();
    for (let count = 0; count < 10; count += 1) {
      const { status, json } = await call('GET', CERTIFICATES);
      if (status !== 200) continue;
      const ids = (json.result as { id: string }[]).map(({ id }) => id);
      expect([...ids].sort()).toEqual(Object.values(IDS).sort());
      orders.add(ids.join());
    }
    expect(orders.size).toBeGreaterThan(3);
  });

  test('settles a state change later, up to four times', async () => {
    const delays: number[] = [];
    for (const unkind of [1, 2, 3, 4]) {
      const { call, clock, readState } = await openSimulator({ unkind, ...patient });
      const status = () =>
        Object.values(readState().cloudflare.accounts)
          .flatMap(({ gateway }) => gateway.certificates)
          .find(({ id }) => id === IDS.shelved)?.status;
      while (status() === 'inactive') {
        await call('POST', `${CERTIFICATES}/${IDS.shelved}/activate`).catch(() => undefined);
      }
      let delay = 0;
      for (; status() === 'pending_deployment'; delay += 50) clock.pass(50);
      delays.push(delay);
    }
    for (const delay of delays) {
      expect(delay).toBeGreaterThanOrEqual(SETTLE);
      expect(delay).toBeLessThanOrEqual(4 * SETTLE + 50);
    }
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  test('leaves a planned fault its turn', async () => {
    const { call } = await openSimulator({
      unkind: 1,
      faults: [{ endpoint: 'gateway.list', call: 'every', kind: 'status', status: 418 }],
    });
    for (let count = 0; count < 20; count += 1) expect((await call('GET', CERTIFICATES)).status).toBe(418);
  });
});
