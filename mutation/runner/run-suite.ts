import type { Suite, Test } from './globals.ts';

/** How a test ended. */
export interface Ended {
  readonly id: string;
  readonly milliseconds: number;
  /** Null where it has passed. */
  readonly failure: string | null;
}

export interface SuiteRun {
  /** Which tests are run. */
  readonly has: (test: Test) => boolean;
  /** Told before a test or a hook of a suite runs: its id. */
  readonly enter: (id: string) => void;
  readonly report: (ended: Ended) => void;
  /** Whether to go on. */
  readonly goesOn: () => boolean;
}

type Hook = keyof Suite['hooks'];

/** Runs the wanted tests of a suite, with its hooks; what is thrown beside a test fails the test that runs. */
export async function runSuite(suite: Suite, run: SuiteRun): Promise<void> {
  const wanted = listTests(suite).filter(run.has);
  if (wanted.length === 0) return;
  run.enter(suite.id);
  const failure = await findFailure(() => runHooks([suite], 'beforeAll'));
  if (failure !== null) {
    for (const { id } of wanted) run.report({ id, milliseconds: 0, failure });
  } else {
    for (const item of suite.items) {
      if (!run.goesOn()) break;
      if ('items' in item) await runSuite(item, run);
      else if (run.has(item)) await runTest(item, suite, run);
    }
  }
  run.enter(suite.id);
  await findFailure(() => runHooks([suite], 'afterAll'));
}

/** Every test of a suite and of those within it. */
export function listTests(suite: Suite): readonly Test[] {
  return suite.items.flatMap((item) => ('items' in item ? listTests(item) : [item]));
}

async function runTest(test: Test, suite: Suite, run: SuiteRun): Promise<void> {
  const around = listAround(suite);
  run.enter(test.id);
  const startedAt = performance.now();
  const failure =
    (await findFailure(async () => {
      await runHooks(around, 'beforeEach');
      await (test.run as () => unknown)();
    })) ?? null;
  const after = await findFailure(() => runHooks([...around].reverse(), 'afterEach'));
  run.report({ id: test.id, milliseconds: performance.now() - startedAt, failure: failure ?? after });
}

/** The suites that a suite is in, the outermost first, and itself. */
function listAround(suite: Suite): readonly Suite[] {
  return suite.parent === null ? [suite] : [...listAround(suite.parent), suite];
}

async function runHooks(suites: readonly Suite[], hook: Hook): Promise<void> {
  for (const { hooks } of suites) for (const run of hooks[hook]) await (run as () => unknown)();
}

/** What an action fails with, or what is thrown meanwhile where nobody catches it. */
async function findFailure(act: () => Promise<unknown>): Promise<string | null> {
  let fail = (_: unknown) => {};
  const stray = new Promise<never>((_, reject) => {
    fail = reject;
  });
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  try {
    await Promise.race([act(), stray]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  }
}
