import type { Rotation } from '../../providers/rotation.ts';
import type { RotationPolicy } from './decision.ts';
import type { LedgerBook } from './ledger-book.ts';
import type { RotationContext } from './outcome.ts';
import type { Recorder } from './recorder.ts';

/** What the turns of one run share. */
export interface RotationLoop {
  readonly context: RotationContext;
  readonly rotation: Rotation;
  readonly policy: RotationPolicy;
  readonly book: LedgerBook;
  readonly recorder: Recorder;
}
