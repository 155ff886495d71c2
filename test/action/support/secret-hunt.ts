import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StepResult } from '../../../scripts/support/step-runner.ts';

/** How the tokens begin that the simulated Zscaler gives out. */
const SESSION_TOKEN = /(?:legacy|oneapi)-token-of-the-simulator-\w*/g;

/** What a step masks, in order. */
export function masksOf(step: StepResult): readonly string[] {
  return step.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
}

/** The lines of the log before anything but a mask is printed; each as the runner reads it. */
export function firstMasksOf(step: StepResult): readonly string[] {
  const lines = step.stdout.split('\n');
  const count = lines.findIndex((line) => !line.startsWith('::add-mask::'));
  return masksOf(step).slice(0, count);
}

/**
 * Looks for secrets, in every form that people and programs write them, in all that a step leaves behind.
 * @returns one sentence for each secret and place.
 */
export async function findLeaks(step: StepResult, secrets: readonly string[]): Promise<readonly string[]> {
  const places = await readPlaces(step);
  const forms = new Set(secrets.flatMap(formsOf));
  return Object.entries(places).flatMap(([place, text]) => [
    ...[...forms].filter((form) => text.includes(form)).map((form) => `${place} shows ${form}`),
    ...[...new Set(text.match(SESSION_TOKEN) ?? [])].map((token) => `${place} shows ${token}`),
  ]);
}

/** All that can be read after a step, by where it stands; the masks themselves aside. */
async function readPlaces(step: StepResult): Promise<Readonly<Record<string, string>>> {
  const log = step.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const folder = path.dirname(step.runnerTemp);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    // The key that was made for the user is what the user asked for.
    .filter((entry) => entry.isFile() && entry.name !== 'private-key.pem')
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return {
    stdout: log.join('\n'),
    stderr: step.stderr,
    ...Object.fromEntries(files.map((file, index) => [path.relative(folder, file), texts[index] ?? ''])),
  };
}

/** A secret as it is, and each of its lines: plain, for URLs and forms, within JSON, in base64 and in hex. */
export function formsOf(secret: string): readonly string[] {
  const lines = secret.split('\n').filter((line) => line.length > 0 && !line.startsWith('-----'));
  return [...new Set([secret, ...lines])].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [
      text,
      encodeURIComponent(text),
      new URLSearchParams({ x: text }).toString().slice('x='.length),
      JSON.stringify(text).slice(1, -1),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
    ];
  });
}
