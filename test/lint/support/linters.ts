import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toolPath } from '../../../scripts/support/test-tools.ts';
import { root, type Source } from './sources.ts';

/** What is wrong, a line each: `file:line: rule or message`. */
export type Findings = readonly string[];

function run(command: string, args: readonly string[], input = ''): string {
  const { error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw new Error(`${command} cannot be started: ${error.message}. Run npm test.`);
  if (stdout === '') throw new Error(`${path.basename(command)} said nothing but: ${stderr}`);
  return stdout;
}

/** GitHub's own language service: keys, types, contexts, expressions, inputs of what is called. */
export function runLanguageService(sources: readonly Source[]): Findings {
  const entry = path.join(import.meta.dirname, 'language-service.ts');
  return JSON.parse(run(process.execPath, [entry], JSON.stringify(sources)));
}

/** actionlint under .github/actionlint.yaml: syntax, expressions, needs, scripts. */
export function runActionlint(sources: readonly Source[]): Findings {
  const files = layOut(sources);
  const found: readonly { message: string; filepath: string; line: number }[] = JSON.parse(
    run(toolPath('actionlint'), [
      ...['-config-file', '.github/actionlint.yaml', '-shellcheck=', '-pyflakes=', '-format', '{{json .}}'],
      ...files.keys(),
    ]),
  );
  return found.map(
    ({ filepath, line, message }) => `${files.get(path.resolve(root, filepath))}:${line}: ${message}`,
  );
}

export interface Audit {
  readonly persona: 'regular' | 'pedantic';
  /** Whether what .github/zizmor.yml ignores is told too. */
  readonly ignored?: boolean;
}

/** zizmor's security audit, offline, under .github/zizmor.yml; the whole rule for each finding. */
export function runZizmor(sources: readonly Source[], { persona, ignored = false }: Audit): Findings {
  const files = layOut(sources);
  const found: readonly ZizmorFinding[] = JSON.parse(
    run(toolPath('zizmor'), [
      ...['--offline', '--no-progress', '--no-exit-codes', '--strict-collection', '--quiet'],
      ...['--format', 'json-v1', '--persona', persona, '--config', '.github/zizmor.yml'],
      ...(ignored ? ['--no-ignores'] : []),
      ...files.keys(),
    ]),
  );
  return found.map(({ ident, desc, locations }) => {
    const place = locations.find(({ symbolic }) => symbolic.kind === 'Primary') ?? locations[0];
    const given = place?.symbolic.key.Local?.verbatim_path ?? '';
    const line = (place?.concrete.location.start_point.row ?? 0) + 1;
    return `${files.get(path.resolve(root, given)) ?? given}:${line}: ${ident}: ${desc}`;
  });
}

interface ZizmorFinding {
  readonly ident: string;
  readonly desc: string;
  readonly locations: readonly {
    readonly symbolic: {
      readonly kind: string;
      readonly key: { readonly Local?: { readonly verbatim_path: string } };
    };
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

/** Files of the repository as they are; a text that only a page shows becomes a workflow of a folder of its own. */
function layOut(sources: readonly Source[]): ReadonlyMap<string, string> {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'lint-')), '.github', 'workflows');
  return new Map(
    sources.map(({ name, text }, index) => {
      if (name.endsWith('.yml')) return [path.join(root, name), name];
      mkdirSync(folder, { recursive: true });
      const file = path.join(folder, `${index}.yml`);
      writeFileSync(file, text);
      return [file, name];
    }),
  );
}
