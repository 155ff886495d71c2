import { describe, expect, test } from '@jest/globals';
import { writePlan } from '../../../src/report/rotation/plan-markdown.ts';
import {
  findParties,
  findPreviousId,
  findSubject,
  type RotationReport,
} from '../../../src/report/rotation/rotation-report.ts';
import { writeRotationSummary } from '../../../src/report/rotation/rotation-summary.ts';
import { stateWords, tellNext } from '../../../src/report/rotation/state-words.ts';
import {
  type Case,
  decideCase,
  dueOne,
  freshOne,
  NO_LEDGER,
  observed,
  record,
  replacedOne,
  young,
} from '../../operations/rotation/build-situation.ts';
import { findControls, HOSTILE } from '../hostile-text.ts';
import { buildRotationReport } from './build-rotation-report.ts';

const STAGED = [record('staged', 30)];
const soaking: Case = { certificates: [dueOne(), young('new')], records: [record('staged', 1)] };

describe('the job summary of a rotation', () => {
  test('says first where it stands, why, and what comes next and when', () => {
    const summary = writeRotationSummary(buildRotationReport(soaking));
    const lines = summary.split('\n').filter((line) => line !== '');
    expect(lines[0]).toBe('### CertOps: rotate · cloudflare-gateway');
    expect(lines[2]).toMatch(/^\*\*soaking: /);
    expect(lines[3]).toMatch(/Certificate old is due.*successor new soaks until 2026-06-16T11/);
    expect(lines[4]).toBe('Next: promote, not before 2026-06-16T11:00:00Z.');
  });

  test('tells what was done, what went wrong and how to mend it', () => {
    const summary = writeRotationSummary(
      buildRotationReport(soaking, {
        outcome: { acts: ['Staged certificate new'], warnings: ['Mind this'] },
        failure: { message: 'It broke:\n- here\n- there', mend: 'Mend it.' },
      }),
    );
    expect(summary).toContain('**Done in this run**\n\n- Staged certificate new');
    expect(summary).toContain('> ⚠️ Mind this');
    expect(summary).toContain('**Failed:** It broke&#58;\n\n- here\n- there');
    expect(summary).toContain('**What to do:** Mend it.');
  });

  test('shows the plan with who is affected, what cannot be undone, and the calls', () => {
    const summary = writeRotationSummary(buildRotationReport(soaking));
    for (const part of [
      'every device',
      '- the creation',
      '| promote | ▶️ now | sets it |',
      'PATCH https&#58;//api.example.com/configuration',
      'soak 1d, overlap 7d, retire-by delete',
      '<code>abc</code>',
      '| serves | <code>old</code> | available | 2026-09-23T12:00:00Z |',
      '| successor | <code>new</code> |',
    ]) {
      expect(summary).toContain(part);
    }
  });

  test('is short where nothing is due', () => {
    const summary = writeRotationSummary(buildRotationReport({ certificates: [freshOne()] }));
    expect(summary).toContain('**not due: nothing to do**');
    expect(summary).not.toContain('Plan');
  });

  test('lists every violation where it is blocked, and every remark', () => {
    const report = buildRotationReport({ certificates: [freshOne()], ledger: NO_LEDGER });
    expect(writeRotationSummary(report)).toMatch(
      /> ℹ️ Whether an old certificate waits.*deployments&#58; write/,
    );
  });

  test('of a dry run says that nothing was changed, and what would be sent', () => {
    const planned = [{ method: 'POST', path: '/certificates', json: {}, retry: 'unsent' }] as const;
    const summary = writeRotationSummary(
      buildRotationReport(soaking, { dryRun: true, outcome: { planned } }),
    );
    expect(summary).toContain('**dry run: nothing was changed**');
    expect(summary).toContain('- <code>POST https&#58;//api.example.com/certificates &#123;&#125;</code>');
  });

  test('is there also where nothing could be read', () => {
    const report = buildRotationReport({}, { outcome: { decision: null, plan: null } });
    const summary = writeRotationSummary({ ...report, failure: { message: 'No token', mend: null } });
    expect(summary).toContain('**Failed:** No token');
  });

  test.each<[string, (hostile: string) => RotationReport]>([
    ['texts of the plan', (hostile) => buildRotationReport(soaking, { text: () => hostile })],
    [
      'a certificate',
      (hostile) =>
        buildRotationReport({
          certificates: [
            dueOne({ certificate: { status: hostile, fingerprint: hostile } }),
            young(hostile, 2, { certificate: { status: hostile, fingerprint: hostile } }),
          ],
        }),
    ],
    [
      'a ledger',
      (hostile) =>
        buildRotationReport({
          certificates: [dueOne(), observed(hostile)],
          ledger: { ...NO_LEDGER, unavailability: { unavailable: hostile, mend: hostile } },
        }),
    ],
    [
      'a run',
      (hostile) =>
        buildRotationReport({
          certificates: [dueOne()],
          records: [record('staging', 0, { to: null, run: hostile })],
        }),
    ],
    [
      'what was done',
      (hostile) =>
        buildRotationReport(soaking, {
          outcome: { acts: [hostile], warnings: [hostile] },
          failure: { message: hostile, mend: hostile },
          provider: hostile,
          scope: hostile,
        }),
    ],
  ])('holds nothing of hostile %s', (_, build) => {
    const summary = writeRotationSummary(build(HOSTILE));
    expect(findControls(summary)).toBeNull();
    expect(summary).not.toMatch(/<(?!\/?code>)/);
    expect(summary).not.toMatch(/^::|##\[|\]\(|@octocat|(?<!&#\d+;|\w)www\.evil/m);
    for (const line of summary.split('\n').filter((one) => one.startsWith('| serves'))) {
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(6);
    }
  });
});

describe('the certificate that a rotation is about', () => {
  test.each<[string, Case, string | null, string | null]>([
    ['is the one that serves', { certificates: [freshOne()] }, 'new', null],
    ['is the one that is due', { certificates: [dueOne()] }, 'old', null],
    ['is its successor once there is one', soaking, 'new', 'old'],
    [
      'is the one that took its place',
      { certificates: [replacedOne(), freshOne()], records: [...STAGED, record('promoted', 1)] },
      'new',
      'old',
    ],
    [
      'is the old one after a rollback',
      { certificates: [dueOne(), observed('new')], records: [...STAGED, record('rolled-back', 1)] },
      'old',
      null,
    ],
    ['is none where nothing serves', { certificates: [] }, null, null],
  ])('%s', (_, given, id, previousId) => {
    const decision = decideCase(given);
    expect([findSubject(decision)?.id ?? null, findPreviousId(decision)]).toEqual([id, previousId]);
  });

  test('comes first, and each other one once', () => {
    expect(findParties(decideCase(soaking)).map(({ id }) => id)).toEqual(['new', 'old']);
    expect(findParties(decideCase({ certificates: [dueOne()] })).map(({ id }) => id)).toEqual(['old']);
  });
});

test('every state has words, and what comes next is told with its time', () => {
  expect(Object.values(stateWords).every((words) => words.length > 0)).toBe(true);
  const next = (given: Case) => tellNext(decideCase(given));
  expect(next({ certificates: [dueOne()] })).toBe('Next: stage, which can be done now.');
  expect(next(soaking)).toBe('Next: promote, not before 2026-06-16T11:00:00Z.');
  expect(next({ certificates: [dueOne(), observed('spare')] })).toBe('Nothing comes next.');
  const serving = {
    certificates: [replacedOne({ serves: 'departing' }), freshOne()],
    records: [record('promoted', 999)],
  };
  expect(next(serving)).toBe('Next: retire; when is not known yet.');
});

test('a plan without anything irreversible says so', () => {
  const { outcome } = buildRotationReport(soaking);
  if (outcome.plan === null || outcome.decision === null) throw new Error('no plan');
  const text = writePlan({ ...outcome.plan, irreversible: [] }, outcome.decision, 'https://api.example.com');
  expect(text).toContain('**What cannot be undone**\n\n- nothing');
});
