/** Entry of the simulator as a process of its own. */
import { randomInt } from 'node:crypto';
import { HELP, readCommandLine } from './command-line.ts';
import { STOP_TOKEN_VARIABLE } from './control-names.ts';
import { startSimulator } from './server.ts';

try {
  const command = readCommandLine(process.argv.slice(2), () => randomInt(2 ** 32));
  if (command.kind === 'help') {
    process.stdout.write(HELP);
  } else {
    const { unkind } = command.options;
    const simulator = await startSimulator({
      ...command.options,
      stopToken: process.env[STOP_TOKEN_VARIABLE],
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
    process.stdout.write(`${JSON.stringify({ url: simulator.url, env: simulator.env })}\n`);
    if (unkind !== undefined) process.stderr.write(`Unkind by --unkind=${unkind}\n`);
  }
} catch (error) {
  process.stderr.write(`simulator: ${error instanceof Error ? error.message : error}; see --help\n`);
  process.exitCode = 2;
}
