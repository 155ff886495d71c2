/**
 * A test runner for Stryker that loads every test once and runs those that a mutant concerns within the same process,
 * by the milliseconds: a process or a module loader anew for each of thousands of mutants would take hours.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext, MutantCoverage, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { type Children, followChildren } from './children.ts';
import type { Suite } from './globals.ts';
import { type Ended, listTests, runSuite } from './run-suite.ts';

const GLOBALS = pathToFileURL(path.join(import.meta.dirname, 'globals.ts')).href;

class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #patterns: readonly string[];
  #suites: readonly Suite[] = [];
  #children: Children | null = null;
  /** By id: how long each test took where nothing was mutated. */
  readonly #times = new Map<string, number>();

  constructor(options: StrykerOptions) {
    this.#patterns = options.tests as readonly string[];
  }

  /** A module is loaded once, so that what it does on loading is mutated by a process anew. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    this.#children = followChildren();
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
    });
    const { collect } = (await import(GLOBALS)) as typeof import('./globals.ts');
    const suites: Suite[] = [];
    for (const file of this.#patterns.flatMap((pattern) => globSync(pattern)).sort()) {
      suites.push(await collect(file, () => import(pathToFileURL(path.resolve(file)).href)));
    }
    this.#suites = suites;
  }

  async dryRun(): Promise<DryRunResult> {
    const stryker = readContext();
    const tests: TestResult[] = [];
    stryker.mutantCoverage ??= { static: {}, perTest: {} };
    const coverage = stryker.mutantCoverage;
    for (const suite of this.#suites) {
      await runSuite(suite, {
        has: () => true,
        enter: (id) => {
          stryker.currentTestId = id;
        },
        report: (ended) => {
          this.#times.set(ended.id, ended.milliseconds);
          tests.push(describeEnd(ended));
          addCounts(coverage, ended.id, this.#children?.takeCounts() ?? {});
        },
        goesOn: () => true,
      });
      shareHooks(suite, coverage);
    }
    delete stryker.currentTestId;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const stryker = readContext();
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    this.#children?.infect(activeMutant.id);
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const has = ({ id }: { readonly id: string }) => wanted === null || wanted.has(id);
    const timeOf = (suite: Suite) =>
      listTests(suite)
        .filter(has)
        .reduce((sum, { id }) => sum + (this.#times.get(id) ?? 0), 0);
    let count = 0;
    let killer: Ended | null = null;
    try {
      for (const suite of [...this.#suites].sort((one, other) => timeOf(one) - timeOf(other))) {
        await runSuite(suite, {
          has,
          enter: () => {},
          report: (ended) => {
            count += 1;
            if (ended.failure !== null) killer ??= ended;
          },
          goesOn: () => killer === null,
        });
        if (killer !== null) break;
      }
      const overrun = determineHitLimitReached(stryker.hitCount, hitLimit);
      if (overrun !== undefined) return { status: MutantRunStatus.Timeout, reason: overrun.reason ?? '' };
      return describeRun(killer, count);
    } finally {
      delete stryker.activeMutant;
      this.#children?.infect(null);
    }
  }

  async dispose(): Promise<void> {
    this.#children?.dispose();
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];

/** What the mutated code and its runner tell each other. */
function readContext(): InstrumenterContext {
  const world = globalThis as { __stryker__?: InstrumenterContext };
  world.__stryker__ ??= {};
  return world.__stryker__;
}

/** What a suite's hooks reach is reached by each of its tests. */
function shareHooks(suite: Suite, { perTest }: MutantCoverage): void {
  const reached = perTest[suite.id] ?? {};
  delete perTest[suite.id];
  for (const { id } of listTests(suite)) addCounts({ perTest }, id, reached);
  for (const item of suite.items) if ('items' in item) shareHooks(item, { static: {}, perTest });
}

function addCounts(
  { perTest }: Pick<MutantCoverage, 'perTest'>,
  id: string,
  more: Readonly<Record<string, number>>,
): void {
  const counts: Record<string, number> = { ...perTest[id] };
  for (const [mutant, count] of Object.entries(more)) counts[mutant] = (counts[mutant] ?? 0) + count;
  perTest[id] = counts;
}

function describeEnd({ id, milliseconds, failure }: Ended): TestResult {
  const common = { id, name: id, timeSpentMs: milliseconds };
  return failure === null
    ? { ...common, status: TestStatus.Success }
    : { ...common, status: TestStatus.Failed, failureMessage: failure };
}

function describeRun(killer: Ended | null, nrOfTests: number): MutantRunResult {
  return killer === null
    ? { status: MutantRunStatus.Survived, nrOfTests }
    : {
        status: MutantRunStatus.Killed,
        killedBy: [killer.id],
        failureMessage: killer.failure ?? '',
        nrOfTests,
      };
}
