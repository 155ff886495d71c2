import { afterEach, describe, expect, test } from '@jest/globals';
import { makeEstate } from '../../simulator/estate.ts';
import { makeZscalerSeed } from '../../simulator/zscaler/company.ts';
import { ZPA_CERTIFICATES as IDS } from '../../simulator/zscaler/estate.ts';
import type { ZscalerOptions } from '../../simulator/zscaler/options.ts';
import { closeSimulators, NOW } from './visitor.ts';
import { CERTIFICATE, CUSTOMER, CUSTOMER_V2, openZpa } from './zscaler-visitor.ts';

afterEach(closeSimulators);

/** The company with generated certificates besides its own eight. */
const openLarge = (generated: number, zscaler: Partial<ZscalerOptions> = {}) =>
  openZpa({
    zscaler,
    estate: { ...makeEstate('empty', NOW), zscaler: makeZscalerSeed('company', NOW, generated) },
  });

describe('the lists', () => {
  test.each([
    ['all', CERTIFICATE, 8],
    ['the issued ones', `${CUSTOMER_V2}/certificate/issued`, 7],
    ['the issued ones, at the deprecated path', `${CUSTOMER_V2}/clientlessCertificate/issued`, 7],
  ])('give %s', async (_what, path, count) => {
    const { zpa } = await openZpa();
    const { status, json } = await zpa('GET', path);
    expect([status, json.totalPages, json.totalCount]).toEqual([200, '1', String(count)]);
    const ids = (json.list as { id: string }[]).map(({ id }) => id);
    expect(ids).toHaveLength(count);
    expect(ids.includes(IDS.pending)).toBe(count === 8);
  });

  test.each([
    ['20 by default', '', 20, '51'],
    ['500 at most', '?pagesize=500', 500, '3'],
    ['as many as asked for', '?pagesize=7', 7, '144'],
    ['the rest at the end', '?pagesize=500&page=3', 8, '3'],
    ['nothing after the end', '?pagesize=500&page=4', 0, '3'],
    ['only with all small letters', '?pageSize=7', 20, '51'],
  ])('hold in a page %s', async (_what, query, rows, totalPages) => {
    const { zpa } = await openLarge(1000);
    const { json } = await zpa('GET', CERTIFICATE + query);
    expect([(json.list as unknown[]).length, json.totalPages]).toEqual([rows, totalPages]);
  });

  test('give every row once over all pages', async () => {
    const { readList } = await openLarge(90);
    const ids: unknown[] = [];
    for (let page = 1; page <= 5; page += 1) {
      ids.push(...(await readList(`${CERTIFICATE}?page=${page}`)).map(({ id }) => id));
    }
    expect([ids.length, new Set(ids).size]).toEqual([98, 98]);
  });

  test.each(['page=0', 'page=-1', 'page=x', 'page=1.5', 'pagesize=0', 'pagesize=x', 'pagesize=501'])(
    'refuse %s',
    async (query) => {
      const { zpa } = await openZpa();
      const [param] = query.split('=');
      expect(await zpa('GET', `${CERTIFICATE}?${query}`)).toMatchObject({
        status: 400,
        json: { id: 'invalid.resource.argument', params: [param] },
      });
    },
  );

  test('stand quickly, however long', async () => {
    const { zpa } = await openLarge(10_000);
    expect((await zpa('GET', `${CERTIFICATE}?pagesize=500&page=21`)).json).toMatchObject({
      totalPages: '21',
      totalCount: '10008',
    });
  });
});

describe('what is not established of a list is an option', () => {
  test.each<[Partial<ZscalerOptions>, string, object, readonly string[]]>([
    [{ numberForm: 'number' }, '', { totalPages: 1, totalCount: 8 }, []],
    [{ numberForm: 'mixed' }, '?pagesize=4&page=1', { totalPages: '2', totalCount: '8' }, []],
    [{ numberForm: 'mixed' }, '?pagesize=4&page=2', { totalPages: 2, totalCount: 8 }, []],
    [{ totalCount: 'zero' }, '', { totalPages: '1', totalCount: '0' }, []],
    [{ totalCount: 'absent' }, '', { totalPages: '1' }, ['totalCount']],
    [{}, '?page=9', { list: [] }, []],
    [{ emptyList: 'omitted' }, '?page=9', { totalPages: '1' }, ['list']],
    [{ oversizedPage: 'cap' }, '?pagesize=9999', { totalPages: '1' }, []],
  ])('%j with %j', async (zscaler, query, has, lacks) => {
    const { zpa } = await openZpa({ zscaler });
    const { status, json } = await zpa('GET', CERTIFICATE + query);
    expect([status, json]).toEqual([200, expect.objectContaining(has)]);
    for (const field of lacks) expect(json).not.toHaveProperty(field);
  });
});

describe('a search', () => {
  test.each([
    ['name EQ crm.simulator.example', [IDS.serving]],
    ['name+EQ+crm.simulator.example', [IDS.serving]],
    ['name+EQ+Wiki cert', [IDS.wiki]],
    ['name EQ CRM.simulator.example', []],
    ['name LIKE WIKI', [IDS.wiki]],
    ['name CONTAINS simulator', [IDS.portal, IDS.wildcard, IDS.serving, IDS.pending]],
    ['name STARTSWITH crm', [IDS.serving]],
    ['name ENDSWITH cert', [IDS.escaped, IDS.wiki]],
    [
      'name NE branch',
      [IDS.managed, IDS.escaped, IDS.wiki, IDS.portal, IDS.wildcard, IDS.serving, IDS.pending],
    ],
    ['cName EQ qa.simulator.example', [IDS.portal]],
    [`id EQ ${IDS.branch}`, [IDS.branch]],
    [`id LE ${IDS.portal}`, [IDS.managed, IDS.portal, IDS.serving]],
    ['microtenantName EQ Branch', [IDS.branch]],
    ['zscalerManaged EQ true', [IDS.managed]],
    ['nothing EQ x', []],
  ])('for %j', async (search, ids) => {
    const { zpa } = await openZpa();
    const { status, json } = await zpa('GET', `${CERTIFICATE}?search=${encodeURIComponent(search)}`);
    const found = (json.list as { id: string }[]).map(({ id }) => id);
    expect([status, [...found].sort(), json.totalCount]).toEqual([200, [...ids].sort(), String(ids.length)]);
  });

  test.each(['crm', 'name EQ', 'name IS crm', 'EQ crm', 'name=crm'])('for %j is refused', async (search) => {
    const { zpa } = await openZpa();
    const path = `?search=${encodeURIComponent(search)}`;
    for (const list of [CERTIFICATE, `${CUSTOMER_V2}/certificate/issued`, `${CUSTOMER}/praPortal`]) {
      expect(await zpa('GET', list + path)).toMatchObject({
        status: 400,
        json: { id: 'filtering.input.invalid.operand' },
      });
    }
  });

  test('is paged, too', async () => {
    const { zpa } = await openLarge(1000);
    const path = `${CERTIFICATE}?search=name%2BSTARTSWITH%2Bgenerated-0100&pagesize=500`;
    expect((await zpa('GET', path)).json).toMatchObject({ totalPages: '1', totalCount: '1' });
  });
});
