import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { readText } from './workflow.ts';

/** What GitHub's own parser finds wrong with a workflow: keys, types, needs, contexts of expressions. */
export async function findFaults(...names: readonly string[]): Promise<readonly string[]> {
  const file = { name: names.join('/'), content: readText(...names) };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}
