/** Builds dist/ from the source: tsc to JavaScript, then ncc to one file for each entry. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const run = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const ncc = path.join(path.dirname(require.resolve('@vercel/ncc/package.json')), 'dist', 'ncc', 'cli.js');

const bundles = {
  main: 'build/src/main.js',
  cleanup: 'build/src/cleanup.js',
  simulator: 'build/simulator/main.js',
  'simulator-start': 'build/simulator/action/start.js',
  'simulator-stop': 'build/simulator/action/stop.js',
};

rmSync(path.join(root, 'build'), { recursive: true, force: true });
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run(tsc, '-p', 'tsconfig.build.json');
declareToolkitPrunable();
for (const [name, entry] of Object.entries(bundles)) {
  run(ncc, 'build', entry, '--out', `dist/${name}`, '--license', 'licenses.txt', '--no-cache');
}
process.stdout.write(`Built dist/ (${Object.keys(bundles).join(', ')})\n`);

/**
 * @actions/core drags in an HTTP client, and with it all of undici, for an OIDC client that is not used: half
 * of the bundle and a quarter of the start-up time. Its modules have no side effects, but its package.json
 * does not say so; a copy beside the compiled source does, and the bundler then leaves out what nothing uses.
 */
function declareToolkitPrunable(): void {
  const copy = path.join(root, 'build', 'node_modules', '@actions', 'core');
  cpSync(path.join(root, 'node_modules', '@actions', 'core'), copy, { recursive: true });
  const file = path.join(copy, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, sideEffects: false }));
}
