import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { keepRow, type Page, readAllKept, readAllPages } from '../../src/providers/pages.ts';

const makePage = <Row>(rows: readonly Row[], totalPages: number | null, characters = 0): Page<Row> => ({
  count: rows.length,
  readRows: () => rows,
  totalPages,
  characters,
});

/** A list of pages, and what was asked of it. */
function serve(pages: readonly (readonly string[])[], totalPages: number | null = pages.length) {
  const asked: number[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  return {
    asked,
    most: () => mostUnderWay,
    underWay: () => underWay,
    readPage: async (page: number): Promise<Page<string>> => {
      asked.push(page);
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return makePage(pages[page - 1] ?? [], totalPages);
    },
  };
}

const toKey = (row: string) => ({ id: row, mark: '' });

const read = (readPage: (page: number) => Promise<Page<string>>, sideBySide = 4) =>
  readAllPages(readPage, toKey, sideBySide);

test('two certificates that a vendor gives one id are both kept, one that is seen twice is one', async () => {
  const rows = ['A', 'B', 'A', null, 'B', null].map((fingerprint) =>
    keepRow(
      { id: '1', fingerprint, status: null, inUse: null } as Certificate,
      { statuses: [], inUse: null, search: null },
      ({ fingerprint: kept }) => ({ kept }),
    ),
  );
  const list = async () => makePage(rows, 1);
  expect(await readAllKept(list, 1)).toEqual([{ kept: 'A' }, { kept: 'B' }, { kept: null }]);
});

describe('a list of which a page fails', () => {
  test('gives up the pages that are not under way yet, and tells of that failure', async () => {
    const given: string[] = [];
    const reading = readAllPages(
      async (page, abandoned) => {
        if (page === 3) throw new Error('page 3 is not there');
        if (page > 3) {
          await new Promise((_, reject) => {
            abandoned.addEventListener('abort', () => reject(abandoned.reason));
          }).finally(() => given.push(`page ${page} is given up`));
        }
        return makePage([`row ${page}`], 20);
      },
      toKey,
      4,
    );
    await expect(reading).rejects.toThrow('page 3 is not there');
    expect(given.length).toBeGreaterThan(0);
    expect(given.length).toBeLessThan(5);
  });
});

describe('a list of several pages', () => {
  test('is read whole, in the order of its pages, each row once', async () => {
    const list = serve([['a', 'b'], ['b', 'c'], ['d'], ['e', 'a']]);
    expect(await read(list.readPage)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(list.asked).toEqual([1, 2, 3, 4]);
  });

  test.each([
    [1, 1],
    [3, 3],
    [0, 1],
    [50, 9],
  ])('is asked for %d pages side by side: %d at most are under way', async (sideBySide, most) => {
    const list = serve(Array.from({ length: 10 }, (_, index) => [`row ${index}`]));
    expect(await read(list.readPage, sideBySide)).toHaveLength(10);
    expect(list.most()).toBe(most);
  });

  test('is in order also where later pages answer first', async () => {
    const rows = await read(async (page) => {
      for (let turn = page; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return makePage([`row ${page}`], 5);
    });
    expect(rows).toEqual(['row 1', 'row 2', 'row 3', 'row 4', 'row 5']);
  });

  test('gives every row for any division into pages and any width', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        async (rows, size, sideBySide, tellsTotal) => {
          const pages = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
            rows.slice(index * size, (index + 1) * size),
          );
          const list = serve(pages, tellsTotal ? pages.length : null);
          expect(await read(list.readPage, sideBySide)).toEqual(rows);
        },
      ),
    );
  });
});

describe('a count of pages that cannot be relied on', () => {
  const pages = [['a'], ['b'], ['c']];

  test.each([
    ['none', null],
    ['zero', 0],
    ['a negative one', -3],
    ['a fraction', 2.5],
    ['no number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['too high', 40],
    ['absurdly high', Number.MAX_SAFE_INTEGER],
  ])('%s: the list is read until nothing new comes', async (_case, totalPages) => {
    const list = serve(pages, totalPages);
    expect(await read(list.readPage)).toEqual(['a', 'b', 'c']);
    expect(list.asked.length).toBeLessThan(12);
  });

  test('an empty first page is an empty list, whatever the count', async () => {
    const list = serve([[]], 40);
    expect(await read(list.readPage)).toEqual([]);
    expect(list.asked).toEqual([1]);
  });
});

describe('a list that has no end', () => {
  test.each([null, 1_000_000_000])('the same page for ever, total %s, is read a few times', async (total) => {
    let asked = 0;
    const rows = await read(async () => {
      asked += 1;
      return makePage(['a', 'b'], total);
    });
    expect(rows).toEqual(['a', 'b']);
    expect(asked).toBeLessThan(12);
  });

  test.each([null, 1_000_000_000])('ever new rows, total %s, are refused, not cut', async (total) => {
    await expect(read(async (page) => makePage([`${page}`], total))).rejects.toThrow(
      'does not end after 20000 pages',
    );
  });

  test.each([
    [
      'pages of no rows that are new',
      20_000,
      () => makePage(['a', String(Math.random())], null, 10),
      'pages',
    ],
    ['a hundred thousand promised pages of fifty rows', 5001, fiftyRows(10), '250000 rows'],
    ['pages of 8 MB', 97, fiftyRows(8 * 1024 * 1024), '805306368 characters'],
  ])('%s: given up after %d, in words that need no stack', async (_, most, pageOf, why) => {
    let asked = 0;
    const reading = read(async (page) => {
      asked += 1;
      return { ...pageOf(page), totalPages: 100_000 };
    });
    await expect(reading).rejects.toMatchObject({
      name: 'ApiError',
      kind: 'unreadable',
      message: expect.stringContaining(why),
    });
    expect(asked).toBeLessThanOrEqual(most + 4);
  });
});

/** Pages whose rows are all new. */
function fiftyRows(characters: number) {
  return (page: number) =>
    makePage(
      Array.from({ length: 50 }, (_, index) => `${page}-${index}`),
      null,
      characters,
    );
}

describe('a page that fails', () => {
  test.each([1, 2, 5])(
    'page %d ends the reading with its error, once nothing else is under way',
    async (bad) => {
      const list = serve(Array.from({ length: 40 }, (_, index) => [`row ${index}`]));
      const failing = read(async (page) => {
        const answered = await list.readPage(page);
        if (page === bad) throw new Error(`page ${page} failed`);
        return answered;
      });
      await expect(failing).rejects.toThrow(`page ${bad} failed`);
      expect(list.underWay()).toBe(0);
      expect(list.asked.length).toBeLessThan(bad + 8);
    },
  );

  test('several failures leave no rejection unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const failing = read(async (page) => {
      if (page > 1) throw new Error(`page ${page} failed`);
      return makePage(['a'], 9);
    });
    await expect(failing).rejects.toThrow('page 2 failed');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});
