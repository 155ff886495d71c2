import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Measured } from './measure.ts';

const bench = path.join(import.meta.dirname, '..');
const folder = path.join(bench, 'node_modules', 'cloudflare');

/** Whether Cloudflare's own library is there to be measured; says how to get it where it is not. */
export function hasSdk(): boolean {
  if (existsSync(folder)) return true;
  process.stdout.write(
    "Without Cloudflare's own library (npm ci --prefix bench installs it) its part is left out.\n\n",
  );
  return false;
}

/**
 * A script as its user would write it, with `client` at hand.
 * @param name of its file, too
 */
export async function prepareSdk(
  name: string,
  { url, token, body, into }: Readonly<Record<'url' | 'token' | 'body' | 'into', string>>,
): Promise<Measured> {
  const entry = pathToFileURL(path.join(folder, 'index.mjs')).href;
  const file = path.join(into, `${name.replace(/[^a-z0-9]+/gi, '-')}.mjs`);
  await writeFile(
    file,
    `import Cloudflare from ${JSON.stringify(entry)};
const client = new Cloudflare({ apiToken: ${JSON.stringify(token)}, baseURL: ${JSON.stringify(`${url}/client/v4`)} });
${body}
`,
  );
  return { name, args: [file], env: {} };
}
