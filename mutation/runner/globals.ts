/** What takes the place of `@jest/globals`: it collects tests, which then run as often as there are mutants. */
export { expect } from 'expect';

type Run = (...values: never[]) => unknown;

/** One test. */
export interface Test {
  /** Its place among the tests of its file, as people read it; no other test has it. */
  readonly id: string;
  readonly run: Run;
}

/** A `describe`, or a whole file. */
export interface Suite {
  readonly id: string;
  readonly parent: Suite | null;
  readonly items: (Test | Suite)[];
  readonly hooks: Readonly<Record<'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll', Run[]>>;
}

let current: Suite | null = null;

function makeSuite(id: string, parent: Suite | null): Suite {
  return { id, parent, items: [], hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

function here(): Suite {
  if (current === null) throw new Error('A test stands outside a file');
  return current;
}

/** Collects the tests that a file declares while it is loaded. */
export async function collect(file: string, load: () => Promise<unknown>): Promise<Suite> {
  const suite = makeSuite(file, null);
  current = suite;
  try {
    await load();
  } finally {
    current = null;
  }
  return suite;
}

/** Names are given again, by a table or a loop. */
function nameNext(title: string): string {
  const { id, items } = here();
  return `${id} > ${title} #${items.length}`;
}

function declareTest(title: string, run: Run): void {
  here().items.push({ id: nameNext(title), run });
}

function declareSuite(title: string, declare: Run): void {
  const parent = here();
  const suite = makeSuite(nameNext(title), parent);
  parent.items.push(suite);
  current = suite;
  try {
    (declare as () => void)();
  } finally {
    current = parent;
  }
}

/** One declaration for each row of a table; a row that is a list is the arguments. */
function each(declare: (title: string, run: Run) => void) {
  return (table: readonly unknown[]) => (title: string, run: Run) => {
    for (const row of table) {
      const values = (Array.isArray(row) ? row : [row]) as never[];
      declare(title, () => run(...values));
    }
  };
}

export const test = Object.assign(declareTest, { each: each(declareTest) });
export const describe = Object.assign(declareSuite, { each: each(declareSuite) });
export const beforeAll = (run: Run) => void here().hooks.beforeAll.push(run);
export const beforeEach = (run: Run) => void here().hooks.beforeEach.push(run);
export const afterEach = (run: Run) => void here().hooks.afterEach.push(run);
export const afterAll = (run: Run) => void here().hooks.afterAll.push(run);
