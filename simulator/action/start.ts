/** Entry of simulator/action.yml: starts the simulator for the rest of the job. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startInBackground } from './background.ts';
import { readStepOptions } from './options.ts';
import { formatAnnotation, tellRunner } from './runner-files.ts';

const { env } = process;
/** Nothing for the post step to stop. */
const NOTHING = { folder: '', token: '' };
try {
  const { args, exportEnvironment } = readStepOptions(env);
  const folder = mkdtempSync(path.join(env.RUNNER_TEMP || tmpdir(), 'certops-simulator-'));
  const token = randomUUID();
  // Told before the start: where this step is cancelled meanwhile, its post step knows what to stop.
  tellRunner(env, 'GITHUB_STATE', { folder, token });
  const simulator = path.join(path.dirname(process.argv[1] ?? ''), '..', 'simulator', 'index.js');
  const started = await startInBackground(simulator, args, { folder, token }).catch((error: unknown) => {
    tellRunner(env, 'GITHUB_STATE', NOTHING);
    throw error;
  });
  tellRunner(env, 'GITHUB_OUTPUT', { url: started.url, ...started.env });
  if (exportEnvironment) tellRunner(env, 'GITHUB_ENV', started.env);
  process.stdout.write(`The simulator listens at ${started.url} until the job ends\n`);
} catch (error) {
  process.stdout.write(formatAnnotation('error', error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
