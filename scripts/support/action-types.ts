import { stringify } from 'yaml';
import { inputNames } from '../../src/interface/input-notes.ts';
import type { InputName } from '../../src/interface/inputs.ts';
import { type OutputName, outputNames } from '../../src/interface/outputs.ts';
import {
  keyAlgorithms,
  operations,
  providers,
  reportFormats,
  retireWays,
  rotationPhases,
  views,
} from '../../src/interface/words.ts';
import { stateWords } from '../../src/report/rotation/state-words.ts';

/** A type as github-actions-typing writes it: https://github.com/typesafegithub/github-actions-typing. */
type Typing =
  | { readonly type: 'boolean' | 'integer' }
  | { readonly type: 'enum'; readonly 'allowed-values': readonly string[] }
  | { readonly type: 'list'; readonly separator: ','; readonly 'list-item': Typing | typeof text };

const text = { type: 'string' } as const;
const boolean: Typing = { type: 'boolean' };
const integer: Typing = { type: 'integer' };
const oneOf = (words: readonly string[]): Typing => ({ type: 'enum', 'allowed-values': words });
const listOf = (item: Typing | typeof text): Typing => ({ type: 'list', separator: ',', 'list-item': item });

/** Inputs that are no plain text. */
export const inputTypes: Readonly<Partial<Record<InputName, Typing>>> = {
  operation: oneOf(operations),
  provider: oneOf(providers),
  'dry-run': boolean,
  force: boolean,
  status: listOf(text),
  'in-use': boolean,
  'page-size': integer,
  view: oneOf(views),
  'validity-days': integer,
  'key-algorithm': oneOf(keyAlgorithms),
  'allow-untrusted-chain': boolean,
  'fail-job': boolean,
  'on-empty': oneOf(['fail', 'warn', 'ignore']),
  'validate-only': boolean,
  'report-formats': listOf(oneOf(reportFormats)),
  issue: boolean,
  'issue-labels': listOf(text),
  'issue-assignees': listOf(text),
  phases: listOf(oneOf(rotationPhases)),
  'retire-by': oneOf(retireWays),
  'gate-environments': listOf(text),
  'allow-ungated': boolean,
  'verify-hosts': listOf(text),
  wait: boolean,
  'max-retries': integer,
  concurrency: integer,
  summary: boolean,
};

const outputTypes: Readonly<Partial<Record<OutputName, Typing>>> = {
  'days-left': integer,
  'in-use': boolean,
  changed: boolean,
  adopted: boolean,
  verdict: oneOf(['ok', 'warn', 'fail']),
  count: integer,
  'expiring-count': integer,
  'expired-count': integer,
  truncated: boolean,
  complete: boolean,
  'rotation-state': oneOf(Object.keys(stateWords)),
  'next-phase': oneOf([...rotationPhases.filter((phase) => phase !== 'plan'), 'none']),
};

/** action-types.yml, whole: every input and output of action.yml with its type. */
export function writeActionTypes(): string {
  const types = {
    inputs: Object.fromEntries(inputNames.map((name) => [name, inputTypes[name] ?? text])),
    outputs: Object.fromEntries(outputNames.map((name) => [name, outputTypes[name] ?? text])),
  };
  const yaml = stringify(types, { aliasDuplicateObjects: false });
  return `# Made by 'npm run generate' from src/interface/ and scripts/support/action-types.ts; change it there.\n${yaml}`;
}
