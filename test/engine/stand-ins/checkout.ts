/** Stands in for actions/checkout: checks out the one repository that there is, by git, sparsely where asked. */
import { execFileSync } from 'node:child_process';
import { actAs } from './step.ts';

const UNSUPPORTED = ['repository', 'ssh-key', 'path', 'filter', 'lfs', 'submodules', 'github-server-url'];

await actAs('actions/checkout', UNSUPPORTED, async ({ input, output, source, variable }) => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: variable('GITHUB_WORKSPACE'), encoding: 'utf8' }).trim();
  if (input('token') === '') throw new Error('there is no token');
  const ref = input('ref') || variable('GITHUB_SHA');
  const patterns = input('sparse-checkout')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const cone = input('sparse-checkout-cone-mode') === 'true' ? '--cone' : '--no-cone';
  git('init', '--quiet');
  git('fetch', '--quiet', '--depth', '1', source, ref);
  if (patterns.length > 0) git('sparse-checkout', 'set', cone, ...patterns);
  git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', 'FETCH_HEAD');
  output('ref', ref);
  output('commit', git('rev-parse', 'HEAD'));
});
