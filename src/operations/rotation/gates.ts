import type { Violation } from '../../providers/provider.ts';

/** Reads whether an environment asks anybody before a job may run in it. */
export interface GateReader {
  /** Never rejects for what cannot be read. */
  read(environment: string): Promise<GateReading>;
}

/** What stands before an environment's jobs. */
export type GateReading =
  /** Required reviewers, a wait timer or a custom rule, in words. */
  | { readonly kind: 'gate'; readonly rules: readonly string[] }
  /** There is no such environment, or it asks nobody: GitHub makes a mistyped one, without any protection. */
  | { readonly kind: 'open'; readonly reason: string; readonly mend: string }
  /** It could not be read (`actions: read` is missing, GitHub does not answer). */
  | { readonly kind: 'unknown'; readonly reason: string; readonly mend: string };

/** Why jobs of these environments would ask nobody: one violation each; none where all of them are gates. */
export async function findUngated(
  gates: GateReader,
  environments: readonly string[],
): Promise<readonly Violation[]> {
  const readings = await Promise.all(environments.map((environment) => gates.read(environment)));
  return readings.flatMap((reading) =>
    reading.kind === 'gate'
      ? []
      : [
          {
            reason: reading.reason,
            certificates: [],
            instead: `${reading.mend.replace(/\.$/, '')}; or set allow-ungated to 'true'`,
            forcible: false,
          },
        ],
  );
}
