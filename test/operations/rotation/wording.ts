import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Decision } from '../../../src/operations/rotation/decision.ts';
import { briefly } from './build-situation.ts';

/** What people read of a decision, and which certificates it is of. */
interface Wording {
  readonly reason: string;
  /** Current, successor, replaced, what an approval stands for. */
  readonly of: readonly (string | null)[];
  readonly adoption?: string;
  readonly violations?: Decision['violations'];
  readonly remarks?: Decision['remarks'];
}

/** Asks decisions for what a file of the repository says that people are told. */
export interface Wordings {
  /**
   * The decision is that one, and every sentence of it is as the file has it.
   * @param what names the case; no other of the file has this name and this decision
   */
  expectDecision(what: string, decision: Decision, brief: string): void;
}

/**
 * Opens `wording/NAME.json`. With `UPDATE_WORDING=1` in the environment it is written anew instead: what is told then
 * shows in the difference of two commits, and is read by somebody.
 */
export function openWordings(name: string): Wordings {
  const file = path.join(import.meta.dirname, 'wording', `${name}.json`);
  const isUpdate = process.env.UPDATE_WORDING === '1';
  const kept: Record<string, Wording> =
    isUpdate || !existsSync(file) ? {} : JSON.parse(readFileSync(file, 'utf8'));
  return {
    expectDecision(what, decision, brief) {
      expect(briefly(decision)).toBe(brief);
      const key = `${what}: ${brief}`;
      const told = tell(decision);
      if (isUpdate) {
        expect(kept[key] ?? told).toEqual(told);
        kept[key] = told;
        writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
      }
      expect(told).toEqual(kept[key]);
    },
  };
}

function tell({
  reason,
  current,
  successor,
  replaced,
  standsFor,
  step,
  violations,
  remarks,
}: Decision): Wording {
  const adoption = step?.kind === 'stage' ? step.adoption : null;
  return {
    reason,
    of: [
      current?.certificate.id ?? null,
      successor?.certificate.id ?? null,
      replaced?.id ?? null,
      standsFor?.id ?? null,
    ],
    ...(adoption === null ? {} : { adoption }),
    ...(violations.length === 0 ? {} : { violations }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}
