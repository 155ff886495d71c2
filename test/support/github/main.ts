/** Entry of the fake GitHub as a process of its own: `node test/support/github/main.ts --port 0`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startGitHub } from './server.ts';

const HELP = `A fake GitHub REST API on a loopback port, for tests.

  --port N          listen on this port; 0, the default, takes any free one
  --base-path PATH  where the API begins, such as /api/v3; empty by default
  --seed FILE       JSON: repositories, tokens, users (see Seed in world.ts; dates cannot be given)
  --help            this text

The first line on standard output is one JSON object: {"url": …, "env": {…}}.
POST and DELETE /__github/faults, PUT /__github/clock ({"aheadMilliseconds": N}), GET /__github/log,
/__github/repositories and /__github/secrets control it.
`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      'base-path': { type: 'string', default: '' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
  } else {
    const github = await startGitHub({
      port: Number(values.port),
      basePath: values['base-path'],
      seed: values.seed === undefined ? {} : JSON.parse(readFileSync(values.seed, 'utf8')),
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void github.close());
    process.stdout.write(`${JSON.stringify({ url: github.url, env: github.env })}\n`);
  }
} catch (error) {
  process.stderr.write(`github: ${error instanceof Error ? error.message : error}; see --help\n`);
  process.exitCode = 2;
}
