import type { InputProblem } from './input-error.ts';
import { inputNotes } from './input-notes.ts';
import { type InputName, type Inputs, inputSchema } from './inputs.ts';
import type { RawInputs } from './raw-inputs.ts';

/** Every input read by its schema; null, with a problem for each, where one is not what it may be. */
export function parseInputs(raw: RawInputs, problems: InputProblem[]): Inputs | null {
  const given = Object.fromEntries(
    Object.entries(raw).filter(([name, text]) => text !== '' && Object.hasOwn(inputNotes, name)),
  );
  const parsed = inputSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0]) as InputName;
    const text = given[name];
    const allowed = text === undefined ? allowedFor(name) : issue.message;
    problems.push({ input: name, message: `${describeGiven(name, text)}; ${allowed}` });
  }
  return null;
}

function allowedFor(name: InputName): string {
  const refused = inputSchema.shape[name].safeParse('\u0000');
  return refused.success ? 'give it' : (refused.error.issues[0]?.message ?? 'give it');
}

function describeGiven(name: InputName, text: string | undefined): string {
  if (text === undefined) return 'missing';
  return inputNotes[name].secret ? describeUnseen(text) : `given ${quote(text)}`;
}

/** A text for a message, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** What may be said of a text that must not be seen. */
export function describeUnseen(text: string): string {
  return `${text.length} characters given`;
}
