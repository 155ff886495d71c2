import type { Fault, Trouble } from '../support/github/faults.ts';
import type { FaultKind } from './cell.ts';

/** What is done to a call of GitHub's. */
export interface GitHubTrouble {
  readonly name: string;
  readonly kind: FaultKind;
  readonly plan: Trouble & Pick<Fault, 'times'>;
}

const ofStatus = (
  status: number,
  kind: FaultKind,
  more: object = {},
  name = String(status),
): GitHubTrouble => ({
  name,
  kind,
  plan: { kind: 'status', status, ...more },
});

/** Everything that goes wrong with GitHub's calls, and that the fake GitHub can do. */
export const GITHUB_TROUBLES: readonly GitHubTrouble[] = [
  { name: 'lost answer', kind: 'connection', plan: { kind: 'lost-answer' } },
  { name: 'reset', kind: 'connection', plan: { kind: 'reset' } },
  { name: 'stall', kind: 'connection', plan: { kind: 'stall' } },
  { name: 'stall, acted', kind: 'connection', plan: { kind: 'stall', acted: true } },
  { name: 'cut body', kind: 'connection', plan: { kind: 'cut-body' } },
  {
    name: 'secondary limit, 403',
    kind: 'limit',
    plan: { kind: 'secondary-limit', status: 403, retryAfterSeconds: 1 },
  },
  {
    name: 'secondary limit, 429',
    kind: 'limit',
    plan: { kind: 'secondary-limit', status: 429, retryAfterSeconds: 1 },
  },
  {
    name: 'secondary limit, for longer than there is time',
    kind: 'limit',
    plan: { kind: 'secondary-limit', status: 403, retryAfterSeconds: 900 },
  },
  { name: 'the quota of the hour', kind: 'limit', plan: { kind: 'primary-limit', resetAfterSeconds: 1800 } },
  ofStatus(500, 'server error'),
  ofStatus(500, 'server error', { acted: true }, '500, acted'),
  ofStatus(502, 'server error', { body: 'html' }, '502 with HTML'),
  ofStatus(502, 'server error', { body: 'html', acted: true }, '502 with HTML, acted'),
  ofStatus(503, 'server error'),
  ofStatus(504, 'server error', { body: 'empty' }, '504 without a body'),
  ofStatus(401, 'refusal'),
  ofStatus(403, 'refusal'),
  ofStatus(404, 'refusal'),
  ofStatus(410, 'refusal'),
  ofStatus(422, 'refusal'),
  { name: 'a page in place of an answer', kind: 'body', plan: { kind: 'wrong-body', body: 'html' } },
  { name: 'an answer of another shape', kind: 'body', plan: { kind: 'wrong-body', body: 'object' } },
  { name: 'broken JSON', kind: 'body', plan: { kind: 'broken-json' } },
  { name: 'a body without end', kind: 'body', plan: { kind: 'huge-body' } },
  { name: 'an answer without a date', kind: 'body', plan: { kind: 'without-date' } },
];
