/** Entry of the step: wires the real parts together and runs. */
import { setFlagsFromString } from 'node:v8';
import { createNetwork } from './http/network.ts';
import { run } from './run.ts';
import { createActionsRunner } from './runner/actions-runner.ts';
import { createStepFiles } from './runner/files.ts';
import { STEP_DIRECTORY_STATE } from './runner/runner.ts';

// Sleeps do not hold the process open, the run does: a call that is still held back when the run ends is over.
const running = setInterval(() => {}, 2 ** 30);
const runner = createActionsRunner(process.env);
await run({
  runner,
  files: createStepFiles(process.env, (directory) => runner.saveState(STEP_DIRECTORY_STATE, directory)),
  network: createNetwork({ environment: process.env }),
  clock: { now: () => Date.now() },
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
  random: () => Math.random(),
  conserveMemory: () => {
    for (const flag of ['--optimize-for-size', '--semi-space-growth-factor=1']) setFlagsFromString(flag);
  },
  readTrustedRoots: async () => (await import('node:tls')).rootCertificates,
  openLedger: async (access) => (await import('./runner/github/open-ledger.ts')).openLedger(access),
  openGates: async (access) => (await import('./runner/github/open-gates.ts')).openGates(access),
  openSecretStore: async (access, place) =>
    (await import('./runner/github/open-secret-store.ts')).openSecretStore(access, place),
  generateKey: async (request) =>
    (await import('./certificate/material/key-pair.ts')).generateKeyAndCsr(request),
  probeServedCertificate: async (host, timeoutMilliseconds) =>
    (await import('./http/served-certificate.ts')).probeServedCertificate(host, timeoutMilliseconds),
});
clearInterval(running);
