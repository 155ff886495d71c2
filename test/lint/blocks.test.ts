import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { readAuditRequest } from '../../src/interface/targets/read-audit-request.ts';
import { blocks } from './support/sources.ts';
import { completeWorkflow, findYamlBlocks, type YamlKind } from './support/yaml-blocks.ts';

const blocksOf = (kind: YamlKind) => blocks.filter((block) => block.kind === kind);
const readTargets = (inputs: Readonly<Record<string, string>>) =>
  readAuditRequest(
    { operation: 'audit', ...inputs },
    { environment: {}, readFile: async () => '', keepSecret: () => {} },
  );

describe('every YAML block of a page is one that a test can read', () => {
  test('as a workflow, targets, credentials or alerts', () => {
    expect(blocksOf('workflow').length).toBeGreaterThan(5);
    expect(blocksOf('other').map(({ name }) => name)).toEqual([]);
  });

  test.each(blocksOf('targets'))('$name shows targets that an audit takes', async ({ text }) => {
    const { targets } = await readTargets({ targets: text, 'validate-only': 'true' });
    expect(targets.length).toBeGreaterThan(0);
  });

  test.each(blocksOf('credentials'))('$name shows credentials that an audit takes', async ({ text }) => {
    const targets = Object.keys(parse(text)).map((name, index) => ({
      name,
      provider: 'cloudflare-gateway',
      'account-id': `${index}`.padStart(32, '0'),
      'api-token-env': name,
    }));
    const request = await readTargets({
      targets: JSON.stringify(targets),
      credentials: text.replaceAll('…', '0'.repeat(40)),
    });
    expect(request.targets.map(({ name }) => name)).toEqual(Object.keys(parse(text)));
  });

  test.each(blocksOf('alerts'))('$name shows alerts that Prometheus takes', ({ text }) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'lint-')), 'rules.yml');
    writeFileSync(file, stringify({ groups: [{ name: 'shown', rules: parse(text) }] }));
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('SUCCESS');
  });
});

describe('the blocks', () => {
  test('are found in lists too, by page and line, without the indent of the list', () => {
    const page = 'Text\n\n- so:\n\n  ```yaml\n  - run: a\n  ```\n\n```yml\nx: 1\n```\n';
    expect(findYamlBlocks('p.md', page)).toEqual([
      { name: 'p.md:6', text: '- run: a\n', kind: 'workflow' },
      { name: 'p.md:10', text: 'x: 1\n', kind: 'other' },
    ]);
  });

  test.each([
    ['steps', '- run: a\n'],
    ['jobs', 'jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: a\n'],
    ['permissions', 'permissions:\n  issues: write\n'],
    ['a whole workflow', 'on: push\npermissions: {}\njobs: {}\n'],
  ])('of %s become whole workflows that keep what they say', (_, text) => {
    const whole = parse(completeWorkflow(text));
    expect(Object.keys(whole).toSorted()).toEqual(['jobs', 'on', 'permissions']);
    const shown = parse(text);
    expect(Array.isArray(shown) ? { steps: whole.jobs.job.steps } : whole).toMatchObject(
      Array.isArray(shown) ? { steps: shown } : shown,
    );
  });
});
