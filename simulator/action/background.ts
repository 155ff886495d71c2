import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { CONTROL_PATH, STOP_TOKEN_VARIABLE } from '../control-names.ts';

/** What the simulator says of itself once it listens. */
export interface Announcement {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How a simulator that should be stopped was found. */
export type Stop =
  | { readonly kind: 'stopped'; readonly calls: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'someone-else' };

const START_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 50;
const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));

const announcementFile = (folder: string) => path.join(folder, 'announcement.json');
const logFile = (folder: string) => path.join(folder, 'simulator.log');
const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** What the simulator in this folder has written to standard error. */
export function readLog(folder: string): string {
  return readIfThere(logFile(folder)).trim();
}

/** What the simulator in this folder said once it listened; null before. */
function readAnnouncement(folder: string): Announcement | null {
  const [line = '', ...rest] = readIfThere(announcementFile(folder)).split('\n');
  return rest.length === 0 ? null : JSON.parse(line);
}

/** The same, for one that may be starting still; null where it does not come within ten seconds. */
export async function awaitAnnouncement(folder: string): Promise<Announcement | null> {
  const deadline = Date.now() + STOP_MILLISECONDS;
  for (;;) {
    const announcement = readAnnouncement(folder);
    if (announcement !== null || Date.now() > deadline) return announcement;
    await pause();
  }
}

/**
 * Starts the simulator as a process that outlives this one, and resolves once it listens. Its output goes to files of
 * the folder: a pipe would end with this process, or keep the runner waiting for it.
 * @param simulator the simulator's built entry
 * @param token whoever knows it can stop the simulator
 * @throws {Error} with the simulator's own words where it ends instead
 */
export async function startInBackground(
  simulator: string,
  args: readonly string[],
  { folder, token }: { readonly folder: string; readonly token: string },
): Promise<Announcement> {
  const files = [announcementFile(folder), logFile(folder)].map((file) => openSync(file, 'a'));
  const child = spawn(process.execPath, [simulator, ...args], {
    cwd: folder,
    detached: true,
    windowsHide: true,
    env: { ...process.env, [STOP_TOKEN_VARIABLE]: token },
    stdio: ['ignore', ...files],
  });
  let ending: string | undefined;
  child.once('error', (error) => {
    ending = error.message;
  });
  child.once('exit', (code, signal) => {
    ending = signal === null ? `exit code ${code}` : `ended by ${signal}`;
  });
  for (const file of files) closeSync(file);
  const deadline = Date.now() + START_MILLISECONDS;
  for (;;) {
    const announcement = readAnnouncement(folder);
    if (announcement !== null) {
      child.unref();
      return announcement;
    }
    if (ending !== undefined) {
      throw new Error(`The simulator did not start (${ending}): ${readLog(folder) || 'it left no word'}`);
    }
    if (Date.now() > deadline) {
      child.kill();
      throw new Error(
        `The simulator did not listen within ${START_MILLISECONDS / 1000} s. ${readLog(folder)}`,
      );
    }
    await pause();
  }
}

/**
 * Asks the simulator at the URL to end, and resolves once nothing listens there. No process is killed: a number or a
 * port that belonged to the simulator may be another program's by now, and that one does not know the token.
 */
export async function stopInBackground(url: string, token: string): Promise<Stop> {
  const answer = await askToStop(url, token);
  if (answer === null) return { kind: 'gone' };
  if (answer.status !== 200) return { kind: 'someone-else' };
  const deadline = Date.now() + STOP_MILLISECONDS;
  while ((await askToStop(url, token)) !== null && Date.now() < deadline) await pause();
  return { kind: 'stopped', calls: JSON.parse(answer.body).calls };
}

/** The answer, or null where nothing listens; never through a proxy. */
function askToStop(
  url: string,
  token: string,
): Promise<{ readonly status: number | undefined; readonly body: string } | null> {
  return new Promise((resolve) => {
    const call = request(`${url}${CONTROL_PATH}stop`, {
      method: 'POST',
      agent: false,
      timeout: STOP_MILLISECONDS,
      headers: { authorization: `Bearer ${token}` },
    });
    call.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.once('close', () => resolve({ status: response.statusCode, body }));
    });
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(null));
    call.end();
  });
}
