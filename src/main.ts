/** Entry of the step: wires the real parts together and runs. */
import { setFlagsFromString } from 'node:v8';
import { createNetwork } from './http/network.ts';
import { run } from './run.ts';
import { createActionsRunner } from './runner/actions-runner.ts';
import { createStepFiles } from './runner/files.ts';

const NO_LEDGER = {
  unavailable: 'this version keeps no ledger',
  mend: 'Set soak and overlap to 0s, or wait for a version that keeps one.',
};
// Sleeps do not hold the process open, the run does: a call that is still held back when the run ends is over.
const running = setInterval(() => {}, 2 ** 30);
await run({
  runner: createActionsRunner(process.env),
  files: createStepFiles(process.env),
  network: createNetwork({ environment: process.env }),
  clock: { now: () => Date.now() },
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
  random: () => Math.random(),
  conserveMemory: () => {
    for (const flag of ['--optimize-for-size', '--semi-space-growth-factor=1']) setFlagsFromString(flag);
  },
  readTrustedRoots: async () => (await import('node:tls')).rootCertificates,
  openLedger: async () => (await import('./operations/rotation/ledger.ts')).createMissingLedger(NO_LEDGER),
});
clearInterval(running);
