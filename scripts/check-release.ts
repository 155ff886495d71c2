/**
 * Checks that a version may be released, and prints its notes: git tag --list | node scripts/check-release.ts 1.2.3
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { readReleaseNotes } from './support/release.ts';

const root = path.join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
try {
  const notes = readReleaseNotes(process.argv[2] ?? '', {
    packageVersion: JSON.parse(read('package.json')).version,
    changelog: read('CHANGELOG.md'),
    tags: (await text(process.stdin)).split('\n'),
  });
  process.stdout.write(notes);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
