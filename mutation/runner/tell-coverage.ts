/** Loaded into a process that a test starts: writes which mutants it has come by, as it ends. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InstrumenterContext } from '@stryker-mutator/api/core';

const folder = process.env.MUTATION_COVERAGE ?? '';
process.on('exit', () => {
  const { __stryker__ } = globalThis as { __stryker__?: InstrumenterContext };
  const counts = __stryker__?.mutantCoverage?.static ?? {};
  writeFileSync(path.join(folder, `${process.pid}.json`), JSON.stringify(counts));
});
