import * as core from '@actions/core';
import type { Environment } from '../interface/raw-inputs.ts';
import type { Annotation } from '../report/annotations.ts';
import { inertLines } from '../report/inert.ts';
import type { Runner } from './runner.ts';

/** GitHub's runner, through its own toolkit. */
export function createActionsRunner(environment: Environment): Runner {
  const annotators = { error: core.error, warning: core.warning, notice: core.notice };
  return {
    environment,
    inputs: readInputs(environment),
    isDebug: core.isDebug(),
    mask: core.setSecret,
    info: (text) => {
      core.info(inertLines(text));
    },
    debug: core.debug,
    annotate: ({ level, title, message }: Annotation) => {
      annotators[level](inertLines(message), { title });
    },
    setOutput: core.setOutput,
    writeSummary: async (markdown) => {
      if (!environment.GITHUB_STEP_SUMMARY) return;
      await core.summary.addRaw(markdown, true).write();
    },
    saveState: core.saveState,
    getState: core.getState,
    fail: (message) => {
      core.setFailed(inertLines(message));
    },
  };
}

/** The runner gives input `fail-within` as INPUT_FAIL-WITHIN; unset ones as the empty text. */
function readInputs(environment: Environment): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith('INPUT_')) continue;
    inputs[variable.slice('INPUT_'.length).toLowerCase()] = (value ?? '').trim();
  }
  return inputs;
}
