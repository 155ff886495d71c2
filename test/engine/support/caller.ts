import { stringify } from 'yaml';
import { ACTION } from './rewrite.ts';
import type { EngineRun } from './stage.ts';

/** How a workflow of this repository is called. */
export interface Call {
  readonly with: Readonly<Record<string, string | number | boolean>>;
  readonly secrets?: Readonly<Record<string, string>> | 'inherit';
}

/** A user's workflow that calls one of the action's, and a job after it that sees what it says. */
export function makeCaller(workflow: string, call: Call): string {
  return stringify({
    name: 'Caller',
    on: { workflow_dispatch: {} },
    permissions: {},
    jobs: {
      call: { uses: `${ACTION}/.github/workflows/${workflow}@${'0'.repeat(40)}`, ...call },
      after: {
        needs: 'call',
        'runs-on': 'ubuntu-latest',
        steps: [
          {
            id: 'seen',
            shell: 'bash',
            env: { OUTPUTS: '${' + '{ toJSON(needs.call.outputs) }}' },
            run: `{ echo 'outputs<<END'; echo "$OUTPUTS"; echo END; } >> "$GITHUB_OUTPUT"`,
          },
        ],
      },
    },
  });
}

/** The outputs of the called workflow, as the caller's next job sees them. */
export function readCalled(run: EngineRun): Readonly<Record<string, string>> {
  return JSON.parse(run.step('after', 'seen').outputs.outputs ?? '');
}
