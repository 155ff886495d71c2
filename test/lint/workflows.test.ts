import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runActionlint, runLanguageService, runZizmor } from './support/linters.ts';
import { actions, dependabot, root, type Source, shownWorkflows, workflows } from './support/sources.ts';

/** A workflow that a page would show, with something wrong in it. */
const page = (text: string): readonly Source[] => [{ name: 'page.md:1', text }];
const JOB = 'on: push\npermissions: {}\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n';

describe("GitHub's own language service", () => {
  test('finds nothing wrong with a workflow, an example, an action or a page', () => {
    const sources = [...workflows, ...actions, ...shownWorkflows];
    expect(runLanguageService(sources)).toEqual([]);
  });

  test.each([
    [
      'a key that is none',
      `${JOB}      - run: true\n        shel: bash\n`,
      "page.md:1:8: Unexpected value 'shel'",
    ],
    [
      'an input that the action has not',
      `${JOB}      - uses: OWNER/certops-action@0000000000000000000000000000000000000000\n        with:\n          operation: list\n          operations: list\n`,
      "page.md:1:10: Invalid action input 'operations'",
    ],
    [
      'an input that the simulator has not',
      `${JOB}      - uses: OWNER/certops-action/simulator@0000000000000000000000000000000000000000\n        with:\n          ports: 1\n`,
      "page.md:1:9: Invalid action input 'ports'",
    ],
    [
      'an input that the reusable workflow has not',
      'on: push\njobs:\n  audit:\n    uses: OWNER/certops-action/.github/workflows/expiry-audit.yml@0000000000000000000000000000000000000000\n    with:\n      target: x\n',
      'page.md:1:6: Invalid input, target is not defined in the referenced workflow.',
    ],
  ])('would find %s', (_, text, finding) => {
    expect(runLanguageService(page(text))).toEqual([finding]);
  });
});

describe('actionlint', () => {
  test('finds nothing wrong with a workflow, an example or a page', () => {
    expect(runActionlint([...workflows, ...shownWorkflows])).toEqual([]);
  });

  test('would find an output of a step that is not there', () => {
    const [finding, ...more] = runActionlint(page(`${JOB}      - run: echo \${{ steps.none.outputs.x }}\n`));
    expect([finding, more]).toEqual([
      expect.stringMatching(/^page\.md:1:7: property "none" is not defined/),
      [],
    ]);
  });
});

describe('zizmor', () => {
  test('finds nothing, at its most pedantic, in a workflow, an example, an action or the updates', () => {
    expect(runZizmor([...workflows, ...actions, dependabot], { persona: 'pedantic' })).toEqual([]);
  });

  test('finds nothing in a page', () => {
    expect(runZizmor(shownWorkflows, { persona: 'regular' })).toEqual([]);
  });

  test('ignores only what would be found', () => {
    const found = runZizmor(workflows, { persona: 'pedantic', ignored: true });
    const places = found.map((one) => one.replace(/^.*\/(.*?):\d+: ([a-z-]+):.*$/, '$2 $1'));
    expect(readIgnored()).toEqual([...new Set(places)].toSorted());
  });

  test('would find an action that is not pinned', () => {
    const found = runZizmor(page(`${JOB}      - uses: actions/checkout@v6\n`), { persona: 'regular' });
    expect(found.map((one) => one.split(': ', 2).join(' '))).toContain('page.md:1:7 unpinned-uses');
  });
});

/** Rule and file of every line that .github/zizmor.yml has in its lists. */
function readIgnored(): readonly string[] {
  const text = readFileSync(path.join(root, '.github', 'zizmor.yml'), 'utf8');
  const { rules }: { rules: Readonly<Record<string, { ignore: readonly string[] }>> } = parse(text);
  return Object.entries(rules)
    .flatMap(([rule, { ignore }]) => ignore.map((file) => `${rule} ${file}`))
    .toSorted();
}
