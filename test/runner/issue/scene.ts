import { createNetwork } from '../../../src/http/network.ts';
import type { Environment } from '../../../src/interface/raw-inputs.ts';
import type { GitHubOptions } from '../../../src/runner/github/github.ts';
import { openIssues } from '../../../src/runner/github/open-issues.ts';
import { marksOf } from '../../../src/runner/issue/block.ts';
import type { IssueStore } from '../../../src/runner/issue/issue-store.ts';
import { type KeptIssue, keepIssue, type WantedIssue } from '../../../src/runner/issue/keep-issue.ts';
import { type FakeGitHub, type FakeGitHubOptions, startGitHub } from '../../support/github/server.ts';
import type { Issue, RepositorySeed, Seed } from '../../support/github/world.ts';
import { REPOSITORY, TOKEN } from '../../support/github/world.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

export const KEY = '.github/workflows/audit.yml:audit';
export const MARKS = marksOf(KEY);

export interface Scene {
  readonly github: FakeGitHub;
  /** Milliseconds slept since the start. */
  readonly elapsed: () => number;
  readonly debugLines: readonly string[];
  /** What was called since the start or the last `forget`: `POST issues.create`. */
  readonly calls: () => readonly string[];
  readonly forget: () => void;
  open(options?: Partial<GitHubOptions>): Promise<IssueStore>;
  keep(wanted?: Partial<WantedIssue>, options?: Partial<GitHubOptions>): Promise<KeptIssue>;
  /** The issue of that number as it is at GitHub now. */
  issue(number: number): Issue;
  readonly issues: () => readonly Issue[];
  close(): Promise<void>;
}

/** A fake GitHub on a loopback port, and the action's own client of it; nobody really sleeps. */
export async function openScene(
  seed: Seed | RepositorySeed['issues'] = {},
  options: Omit<FakeGitHubOptions, 'seed' | 'clock'> & { readonly environment?: Environment } = {},
): Promise<Scene> {
  const clock = createVirtualClock();
  const startedAt = clock.now();
  const wholeSeed = Array.isArray(seed)
    ? { repositories: [{ name: REPOSITORY, issues: seed }] }
    : (seed as Seed);
  const github = await startGitHub({ ...options, clock, seed: wholeSeed });
  const environment = { ...github.env, ...options.environment };
  const network = createNetwork({ environment });
  const debugLines: string[] = [];
  let forgotten = 0;
  const deps = {
    network,
    clock,
    sleep: clock.sleep,
    random: () => 0,
    debug: (line: string) => void debugLines.push(line),
  };
  const scene: Scene = {
    github,
    elapsed: () => clock.now() - startedAt,
    debugLines,
    calls: () => github.log.slice(forgotten).map(({ method, endpoint }) => `${method} ${endpoint}`),
    forget: () => {
      forgotten = github.log.length;
    },
    open: (given = {}) =>
      openIssues(
        {
          token: TOKEN,
          environment,
          transport: { requestTimeoutMilliseconds: 30_000, maxRetries: 4, retryDelayMilliseconds: 1000 },
          ...given,
        },
        deps,
      ),
    keep: async (wanted = {}, given = {}) =>
      keepIssue(await scene.open(given), buildWanted(wanted), { sleep: clock.sleep }),
    issue(number) {
      const found = scene.issues().find((one) => one.number === number);
      if (found === undefined) throw new Error(`There is no issue ${number}`);
      return found;
    },
    issues: () => github.world.repositories[0]?.issues ?? [],
    async close() {
      await network.close();
      await github.close();
    },
  };
  return scene;
}

export function buildWanted(overrides: Partial<WantedIssue> = {}): WantedIssue {
  return {
    key: KEY,
    title: 'Certificates: fail (2 expired)',
    writeBody: () => 'Two have expired.',
    state: 'findings',
    labels: [],
    assignees: [],
    closingComment: 'All is in order.',
    reopeningComment: 'Found again.',
    ...overrides,
  };
}

/** A text between the marks as the action writes it, with what people wrote around it. */
export function writeMarked(text: string, { before = '', after = '', marks = MARKS } = {}): string {
  const note = '<!-- Written anew by each run. Write above or below of these marks: that is kept. -->';
  return `${before}${marks.begin}\n${note}\n\n${text}\n\n${marks.end}${after}`;
}

/** What stands between the marks of an issue. */
export function readMarked(body: string | null): string {
  const start = body?.indexOf(MARKS.begin) ?? -1;
  const end = body?.indexOf(MARKS.end) ?? -1;
  if (body === null || start < 0 || end < 0) throw new Error(`It has no marks: ${body}`);
  return body
    .slice(start + MARKS.begin.length, end)
    .replace(/<!--.*?-->/, '')
    .trim();
}

/** An issue of the audit's. */
export const OURS = { title: 'Certificates: fail (2 expired)', body: writeMarked('Two have expired.') };

/** So many issues that are not the audit's. */
export function others(count: number, facts: Partial<Issue> = {}): Partial<Issue>[] {
  const body = 'It does not work.';
  return Array.from({ length: count }, (_, index) => ({ title: `Bug ${index}`, body, ...facts }));
}

/** Scenes that are closed together, after a test. */
export function keepScenes() {
  const scenes: Scene[] = [];
  return {
    open: async (...given: Parameters<typeof openScene>): Promise<Scene> => {
      const scene = await openScene(...given);
      scenes.push(scene);
      return scene;
    },
    close: async (): Promise<void> => {
      await Promise.all(scenes.splice(0).map((scene) => scene.close()));
    },
  };
}
