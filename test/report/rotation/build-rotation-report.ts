import { decide } from '../../../src/operations/rotation/decide.ts';
import { createRotationProgress, type RotationOutcome } from '../../../src/operations/rotation/outcome.ts';
import type { RotationReport } from '../../../src/report/rotation/rotation-report.ts';
import {
  buildObservation,
  type Case,
  dueOne,
  NOW,
  POLICY,
  young,
} from '../../operations/rotation/build-situation.ts';

export { NOW };

/** The report of a run that looked at a case, and did nothing unless `outcome` says otherwise. */
export function buildRotationReport(
  { certificates = [dueOne(), young('new')], observation, records = [], ledger, policy }: Case = {},
  {
    outcome = {},
    text = (usual: string) => usual,
    ...facts
  }: Partial<Omit<RotationReport, 'outcome'>> & {
    readonly outcome?: Partial<RotationOutcome>;
    /** What stands in place of every text of the plan. */
    readonly text?: (usual: string) => string;
  } = {},
): RotationReport {
  const decided = decide(
    buildObservation(certificates, observation),
    ledger ?? { unavailability: null, records, now: NOW },
    { ...POLICY, ...policy },
    NOW,
  );
  const call = {
    method: 'PATCH',
    path: text('/configuration'),
    json: { id: text('new') },
    retry: 'unsent',
  } as const;
  return {
    provider: 'cloudflare-gateway',
    scope: 'account',
    origin: 'https://api.example.com',
    dryRun: false,
    phases: ['plan'],
    failure: null,
    now: NOW,
    ...facts,
    outcome: {
      ...createRotationProgress().outcome,
      decision: decided,
      plan: {
        lineage: { provider: text('cloudflare-gateway'), scope: text('account'), name: text('in-use') },
        affected: [text('every device')],
        phases: [
          { phase: 'stage', standing: 'done', what: text('makes one'), calls: [] },
          { phase: 'promote', standing: 'now', what: text('sets it'), calls: [call] },
        ],
        irreversible: [text('the creation')],
        policy: POLICY,
        digest: text('abc'),
      },
      ...outcome,
    },
  };
}
