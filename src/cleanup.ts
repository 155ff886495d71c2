/** Post entry: removes the folder that the step wrote its files into; needs no secret. */
import { createActionsRunner } from './runner/actions-runner.ts';
import { removeStepDirectory } from './runner/files.ts';
import { STEP_DIRECTORY_STATE } from './runner/runner.ts';

const runner = createActionsRunner(process.env);
const directory = runner.getState(STEP_DIRECTORY_STATE);
if (directory !== '') {
  const removed = await removeStepDirectory(directory, process.env);
  runner.info(removed ? 'Removed the files of the step' : 'The files of the step were gone already');
}
