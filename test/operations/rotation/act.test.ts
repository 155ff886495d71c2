import { describe, expect, test } from '@jest/globals';
import { OperationError } from '../../../src/operations/outcome.ts';
import { act } from '../../../src/operations/rotation/act.ts';
import type { Decision, Step } from '../../../src/operations/rotation/decision.ts';
import { openLedgerBook } from '../../../src/operations/rotation/ledger-book.ts';
import type { RotationLoop } from '../../../src/operations/rotation/loop.ts';
import { createRotationProgress, type RotationContext } from '../../../src/operations/rotation/outcome.ts';
import { createRecorder } from '../../../src/operations/rotation/recorder.ts';
import type { ActResult, Rotation } from '../../../src/providers/rotation.ts';
import { createFakeLedger } from '../../run/rotation/fake-ledger.ts';
import { buildObservation, decideCase, dueOne, freshOne, NOW, observed, POLICY } from './build-situation.ts';

const LINEAGE = { provider: 'cloudflare-gateway', scope: 'account', name: 'in-use' };
const OLD = dueOne();
const NEW = freshOne();
const REFERENCES = {
  old: { id: 'old', fingerprint: 'FP:old' },
  new: { id: 'new', fingerprint: 'FP:new' },
};
const DONE: ActResult = { result: 'done', certificate: null };
const STEPS = {
  stage: { kind: 'stage', phase: 'stage', successor: NEW, adoption: null },
  promote: { kind: 'promote', phase: 'promote', replaced: OLD, successor: NEW, keyless: [] },
  make: { kind: 'promote', phase: 'promote', replaced: OLD, successor: null, keyless: [] },
  record: { kind: 'record-promotion', phase: 'promote', previous: REFERENCES.old, successor: NEW },
  rollback: { kind: 'rollback', phase: 'promote', failed: REFERENCES.new, restored: OLD },
  retire: { kind: 'retire', phase: 'retire', replaced: OLD, heir: NEW },
  recordRetirement: { kind: 'record-retirement', phase: 'retire', previous: REFERENCES.old, heir: NEW },
} as const satisfies Record<string, Step>;

/** Does one step with a vendor that answers so, and tells what people and the ledger get to know. */
async function play(
  step: (typeof STEPS)[keyof typeof STEPS],
  answer: ActResult | Error,
  facts: Partial<Decision> = {},
) {
  const clock = { now: () => NOW.getTime() };
  const ledger = createFakeLedger(clock, { skewMilliseconds: 0, unkind: null });
  const book = await openLedgerBook(ledger.open('this run'), LINEAGE, clock);
  const progress = createRotationProgress();
  const lines: string[] = [];
  const reply = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const rotation: Partial<Rotation> = {
    stage: reply,
    promote: reply,
    prove: reply,
    rollback: reply,
    retire: reply,
  };
  const context: Partial<RotationContext> = { progress, clock, log: (line) => void lines.push(line) };
  const loop = { context, rotation, policy: POLICY, book, recorder: createRecorder(book, progress) };
  const observation = buildObservation([OLD, NEW]);
  const decision = { ...decideCase({ certificates: [OLD, NEW] }), replaced: REFERENCES.old, step, ...facts };
  const ended = await act(loop as RotationLoop, observation, decision, step).then(
    (ending) => ({ ending, failure: null }),
    (failure: unknown) => ({ ending: null, failure }),
  );
  const { outcome } = progress;
  return {
    ...ended,
    message: ended.failure instanceof OperationError ? ended.failure.message : null,
    phases: ledger.records.map(({ phase }) => phase),
    records: ledger.records,
    lines,
    acts: outcome.acts,
    warnings: outcome.warnings,
    state: outcome.decision?.state ?? null,
    reason: outcome.decision?.reason ?? null,
    current: outcome.decision?.current ?? null,
  };
}

const each = Object.entries(STEPS).filter(([name]) => name !== 'recordRetirement');

describe.each(each)('%s', (name, step) => {
  test('that what stands has overtaken is looked at anew, and nothing more is recorded', async () => {
    const played = await play(step, { result: 'overtaken', reason: 'somebody was quicker' });
    expect(played).toMatchObject({
      ending: 'again',
      lines: ['Looking again: somebody was quicker'],
      acts: [],
    });
    expect(played.phases.filter((phase) => phase !== 'promoting' && phase !== 'rolling-back')).toEqual([]);
  });

  test('that a fresh look stands against blocks the run', async () => {
    const violations = [
      { reason: 'it is in use', certificates: [], instead: 'use another', forcible: false },
    ];
    const played = await play(step, { result: 'refused', violations });
    expect(played.state).toBe('blocked');
    expect(played.message).toContain('it is in use');
    expect(played.acts).toEqual([]);
  });

  test('whose call fails ends the run', async () => {
    const played = await play(step, new Error('no answer'));
    expect(played.ending).toBeNull();
    expect(String(played.failure)).toContain('no answer');
    expect(played.acts).toEqual([]);
    if (name === 'rollback') expect(played.phases).toEqual(['rolling-back', 'rollback-failed']);
  });
});

describe('An act that takes effect later', () => {
  const LATER: ActResult = { result: 'pending', reason: 'edges still read the old one' };

  test.each([
    ['stage', STEPS.stage, 'promoting'],
    ['promote', STEPS.promote, 'promoting'],
    ['retire', STEPS.retire, 'overlapping'],
  ] as const)('%s ends the run, which the next one goes on with', async (_, step, state) => {
    const played = await play(step, LATER, { state: 'overlapping' });
    expect(played).toMatchObject({ ending: 'pending', state, reason: 'Edges still read the old one.' });
    expect(played.warnings).toEqual(['Edges still read the old one. Running again goes on.']);
  });

  test('is a rollback all the same: it is recorded, and the run fails', async () => {
    const played = await play(STEPS.rollback, LATER);
    expect(played.phases).toEqual(['rolling-back', 'rolled-back']);
    expect(played.warnings).toEqual(['Edges still read the old one.']);
    expect(played).toMatchObject({ state: 'rolled-back', acts: ['Rolled back to certificate old'] });
    expect(played.current).toBe(OLD);
    expect(played.message).not.toBeNull();
  });
});

describe('A rollback that is done', () => {
  test('shows what serves now as the vendor answered it', async () => {
    const { certificate } = observed('old', { certificate: { status: 'active' } });
    const played = await play(STEPS.rollback, { result: 'done', certificate });
    expect(played.current).toMatchObject({ certificate: { id: 'old', status: 'active' }, serves: 'yes' });
  });

  test('shows what was there before where the vendor answered nothing', async () => {
    expect((await play(STEPS.rollback, DONE)).current).toBe(OLD);
  });

  test.each([
    ['active', 'old is active'],
    [null, 'old is of unknown status'],
  ])('and one that fails says where the old one stands: status %s', async (status, said) => {
    const restored = observed('old', { certificate: { status } });
    const played = await play({ ...STEPS.rollback, restored } as typeof STEPS.rollback, new Error('refused'));
    expect(played.state).toBe('rollback-failed');
    expect(played.message).toContain(`going back to old failed: refused. `);
    expect(played.message).toContain(said);
  });
});

describe('A promote that fails', () => {
  test.each([
    ['and was taken back', true, 'rolled-back'],
    ['and was not', false, 'rollback-failed'],
  ])('%s is recorded so', async (_, restored, phase) => {
    for (const step of [STEPS.promote, STEPS.record]) {
      const played = await play(step, { result: 'failed', reason: 'a portal refused it', restored });
      expect(played.phases.at(-1)).toBe(phase);
      expect(played.state).toBe(phase);
      expect(played.message).toContain('a portal refused it');
    }
  });

  test('of a certificate that was made for it has nothing to take back', async () => {
    const played = await play(STEPS.make, { result: 'failed', reason: 'no key was kept', restored: false });
    expect(played.phases).toEqual([]);
    expect(played.message).toContain('No key was kept.');
  });
});

describe('What is done is recorded and told', () => {
  test.each([
    [
      'a promote whose vendor answers nothing',
      STEPS.promote,
      ['promoting', 'promoted'],
      'Promoted certificate new: it serves',
    ],
    ['a promote that was proved', STEPS.record, ['promoted'], 'Recorded that certificate new serves'],
    ['a retirement', STEPS.retire, ['retired'], 'Retired certificate old (delete)'],
    [
      'one of an earlier run',
      STEPS.recordRetirement,
      ['retired'],
      'Recorded that certificate old is retired',
    ],
  ] as const)('%s', async (_, step, phases, told) => {
    const played = await play(step, DONE);
    expect(played).toMatchObject({ ending: 'done', phases, acts: [told] });
    expect(played.records.at(-1)).toMatchObject({ previous: REFERENCES.old, successor: REFERENCES.new });
  });

  test('unless nobody knows of what: a stage or a promote without a certificate, a retirement of nothing', async () => {
    expect(await play(STEPS.stage, DONE)).toMatchObject({ ending: 'done', phases: [], acts: [] });
    expect(await play(STEPS.make, DONE)).toMatchObject({ ending: 'done', phases: [], acts: [] });
    expect(await play(STEPS.retire, DONE, { replaced: null })).toMatchObject({
      ending: 'done',
      phases: [],
      acts: [],
    });
  });
});
