import { afterEach, describe, expect, test } from '@jest/globals';
import { CLIENT_CERTIFICATES as IDS, makeClientId } from '../../simulator/cloudflare/client-estate.ts';
import type { CloudflareOptions } from '../../simulator/cloudflare/options.ts';
import { makeEstate } from '../../simulator/estate.ts';
import { at, CLIENTS, makeCsr, openZone, readCode, SECOND_CLIENTS } from './client-visitor.ts';
import { closeSimulators, NOW, SETTLE } from './visitor.ts';

afterEach(closeSimulators);

const DAY = 24 * 60 * 60 * 1000;
const patient = { requestQuota: { requests: 100_000, seconds: 300 } };

describe('the seeded zone', () => {
  test('has the certificates that are told of it', async () => {
    const { callForRow } = await openZone();
    const read = async (id: string) => {
      const row = await callForRow('GET', at(id));
      return [row.status, Math.floor((Date.parse(row.expires_on) - NOW) / DAY)];
    };
    expect(await Promise.all(Object.values(IDS).map(read))).toEqual([
      ['active', -2],
      ['active', 2],
      ['active', 8],
      ['active', 31],
      ['active', 2736],
      ['pending_reactivation', 700],
      ['pending_revocation', 800],
      ['revoked', 900],
    ]);
  });

  test('has so many of each urgency among the active', async () => {
    const { listAll } = await openZone();
    const daysLeft = (await listAll())
      .filter(({ status }) => status === 'active')
      .map(({ expires_on }) => (Date.parse(expires_on) - NOW) / DAY);
    const count = (from: number, to: number) => daysLeft.filter((days) => days > from && days <= to).length;
    expect([count(-100, 0), count(0, 7), count(7, 30), count(30, 90), count(90, 4000)]).toEqual([
      6, 5, 9, 20, 140,
    ]);
  });

  test('has predecessors under the same names, and certificates of the dashboard', async () => {
    const rows = await (await openZone()).listAll();
    const named = (name: string) => rows.filter(({ common_name }) => common_name === name);
    expect(named('device-041.company.example').map(({ status }) => status)).toEqual(['active', 'revoked']);
    expect(named('Cloudflare').map(({ country, organization }) => [country, organization])).toEqual([
      ['US', ''],
      ['US', ''],
    ]);
  });

  test.each(['empty', 'company'] as const)('beside it stands one without any (%s)', async (estate) => {
    const { callForPage } = await openZone({ estate });
    const path = estate === 'empty' ? CLIENTS : SECOND_CLIENTS;
    expect(await callForPage('', path)).toEqual({
      rows: [],
      info: { count: 0, page: 1, per_page: 20, total_count: 0, total_pages: 0 },
    });
  });
});

describe('the list', () => {
  test.each([
    ['', 20, { page: 1, per_page: 20, total_count: 240, total_pages: 12 }],
    ['?status=all', 20, { total_count: 240 }],
    ['?status=active', 20, { total_count: 180, total_pages: 9 }],
    ['?status=revoked&per_page=50', 50, { total_count: 55, total_pages: 2 }],
    ['?status=revoked&per_page=50&page=2', 5, { page: 2, count: 5, total_count: 55 }],
    ['?status=pending_reactivation', 2, { total_count: 2, total_pages: 1 }],
    ['?status=pending_revocation', 3, { total_count: 3, total_pages: 1 }],
    ['?per_page=5&page=48', 5, { page: 48, per_page: 5, total_pages: 48 }],
    ['?page=13', 0, { page: 13, count: 0, total_count: 240 }],
    ['?limit=7', 7, { page: 1, per_page: 7, total_count: 240 }],
    ['?limit=10&offset=230', 10, { page: 24, per_page: 10, count: 10 }],
    ['?offset=235', 5, { per_page: 20, count: 5 }],
    ['?limit=1000', 50, { per_page: 50 }],
  ])('%s', async (query, length, info) => {
    const page = await (await openZone()).callForPage(query);
    expect(page.rows).toHaveLength(length);
    expect(page.info).toMatchObject({ count: length, ...info });
    const status = new URLSearchParams(query).get('status') ?? 'all';
    if (status !== 'all') expect(new Set(page.rows.map((row) => row.status))).toEqual(new Set([status]));
  });

  test.each([
    'status=expired',
    'status=Active',
    'status=',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=one',
    'page=',
    'per_page=4',
    'per_page=51',
    'per_page=all',
    'limit=0',
    'offset=-1',
  ])('is refused with %s', async (query) => {
    const { call } = await openZone();
    expect(await call('GET', `${CLIENTS}?${query}`)).toMatchObject({
      status: 400,
      json: { success: false, errors: [{ message: expect.stringContaining(query.split('=')[0] ?? '') }] },
    });
  });

  test.each([
    [{}, 1],
    [{ clientListOrder: 'oldest-first' }, -1],
  ] as const)('with %j is in the order of issuing, each row once', async (cloudflare, direction) => {
    const rows = await (await openZone({ cloudflare })).listAll();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(240);
    const issued = rows.map(({ issued_on }) => Date.parse(issued_on));
    expect(issued).toEqual(issued.toSorted((a, b) => direction * (b - a)));
  });

  test.each<[Partial<CloudflareOptions>, object | undefined]>([
    [{ clientResultInfo: 'no-total-pages' }, { count: 20, page: 1, per_page: 20, total_count: 240 }],
    [{ clientResultInfo: 'none' }, undefined],
  ])('tells of its pages with %j', async (cloudflare, info) => {
    expect((await (await openZone({ cloudflare })).callForPage()).info).toEqual(info);
  });

  test('may show a new certificate only after a while, by its id at once', async () => {
    const { call, callForPage, callForRow, clock } = await openZone({
      estate: 'empty',
      cloudflare: { clientListingLagMilliseconds: 5000 },
    });
    const { id } = await callForRow('POST', CLIENTS, {
      body: { csr: await makeCsr(), validity_days: 30 },
    });
    clock.pass(4999);
    expect(await callForPage()).toMatchObject({ rows: [], info: { total_count: 0 } });
    expect(readCode(await call('GET', at(id)))).toEqual([200, null]);
    clock.pass(1);
    expect(await callForPage()).toMatchObject({ rows: [{ id }], info: { total_count: 1 } });
  });
});

describe('unkind', () => {
  test('pages are small and shuffled each in itself, so that every row is still met once', async () => {
    const { call } = await openZone({ unkind: 4, cloudflare: patient });
    const askPage = async (page: number) => {
      for (;;) {
        const reply = await call('GET', `${CLIENTS}?per_page=50&page=${page}`);
        if (reply.status === 200) return reply.json;
      }
    };
    const ids: string[] = [];
    let orderly = true;
    for (let page = 1; page <= 12; page += 1) {
      const json = await askPage(page);
      expect(json.result_info).toEqual({ count: 20, page, per_page: 20, total_count: 240, total_pages: 12 });
      const rows = json.result as { id: string; issued_on: string }[];
      ids.push(...rows.map(({ id }) => id));
      const issued = rows.map(({ issued_on }) => Date.parse(issued_on));
      orderly &&= issued.every((time, index) => index === 0 || time <= (issued[index - 1] ?? 0));
    }
    expect(new Set(ids).size).toBe(240);
    expect(orderly).toBe(false);
  });

  test('a new certificate is missing from the list for up to three times the settle time', async () => {
    const { call, clock, readState } = await openZone({ unkind: 2, estate: 'empty', cloudflare: patient });
    const csr = await makeCsr();
    const zone = () => Object.values(readState().cloudflare.zones)[0];
    while (zone()?.creations.length === 0) {
      await call('POST', CLIENTS, { body: { csr, validity_days: 30 } }).catch(() => undefined);
    }
    const countListed = async () => {
      for (;;) {
        const reply = await call('GET', CLIENTS);
        if (reply.status === 200) return (reply.json.result as unknown[]).length;
      }
    };
    expect(await countListed()).toBe(0);
    clock.pass(3 * SETTLE);
    expect(await countListed()).toBe(1);
  });
});

describe('a large estate', () => {
  test.each([
    ['large', 10_000],
    ['huge', 100_000],
  ] as const)('%s has %i certificates, signed when they are read', async (estate, total) => {
    const { callForPage, callForRow } = await openZone({ estate });
    const { rows, info } = await callForPage(`?per_page=50&page=${total / 50}`);
    expect([rows.length, info.total_count, info.total_pages]).toEqual([50, total, total / 50]);
    expect((await callForPage('?status=revoked')).info.total_count).toBe(total / 10);
    expect(await callForRow('GET', at(makeClientId(total)))).toMatchObject({
      common_name: `device-${total}.company.example`,
    });
  });

  test('about one certificate in two hundred has expired', () => {
    const [zone] = makeEstate('large', NOW).cloudflare.zones;
    const expired = zone?.certificates.filter(
      ({ issuedOn, validityDays }) => issuedOn + validityDays * DAY <= NOW,
    );
    expect(expired?.length).toBeGreaterThan(40);
    expect(expired?.length).toBeLessThan(60);
  });
});
