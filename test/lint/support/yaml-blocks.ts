import { parse } from 'yaml';

/** A block of YAML on a page of the documentation. */
export interface YamlBlock {
  /** The page and the block's first line, `docs/audit.md:26`. */
  readonly name: string;
  readonly text: string;
  readonly kind: YamlKind;
}

/** What a block shows: (a part of) a workflow, an audit's targets, its credentials, or alerts of Prometheus. */
export type YamlKind = 'workflow' | 'targets' | 'credentials' | 'alerts' | 'other';

/** Every YAML block of a page, however deep in a list. */
export function findYamlBlocks(page: string, markdown: string): readonly YamlBlock[] {
  return [...markdown.matchAll(/^( *)```ya?ml\n(.*?)^ *```$/gms)].map((match) => {
    const [, indent = '', body = ''] = match;
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    return { name: `${page}:${line}`, text, kind: classify(parse(text)) };
  });
}

function classify(content: unknown): YamlKind {
  if (Array.isArray(content)) {
    if (content.every((step) => 'uses' in step || 'run' in step)) return 'workflow';
    return content.every((rule) => 'alert' in rule) ? 'alerts' : 'other';
  }
  if (typeof content !== 'object' || content === null) return 'other';
  const keys = Object.keys(content);
  if (keys.includes('jobs') || keys.every((key) => key === 'permissions')) return 'workflow';
  if (keys.includes('targets')) return 'targets';
  return keys.every((key) => /^[A-Z_]+$/.test(key)) ? 'credentials' : 'other';
}

/** The whole workflow that a block of one is a part of: its own text, with what it leaves out around it. */
export function completeWorkflow(text: string): string {
  const content = parse(text);
  const job = '  job:\n    runs-on: ubuntu-latest\n    steps:\n';
  if (Array.isArray(content)) {
    const steps = text.replaceAll(/^(?=.)/gm, '      ');
    return `on: workflow_dispatch\npermissions: {}\njobs:\n${job}${steps}`;
  }
  return [
    'on' in content ? '' : 'on: workflow_dispatch\n',
    'permissions' in content ? '' : 'permissions: {}\n',
    text,
    'jobs' in content ? '' : `jobs:\n${job}      - run: "true"\n`,
  ].join('');
}
