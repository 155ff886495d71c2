import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Values of `github`, `inputs`, `needs`, … by name; what is missing is null, as GitHub has it. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What the functions of a job's condition say. */
export interface JobStatus {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const FINE: JobStatus = { success: true, failure: false, cancelled: false };
const STATUS_FUNCTION = /\b(?:success|failure|cancelled|always)\s*\(/;

/** An expression's value, by GitHub's own library for expressions. */
function evaluate(source: string, contexts: Contexts, status: JobStatus = FINE): data.ExpressionData {
  const functions = Object.entries({ ...status, always: true }).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  const { tokens } = new Lexer(source).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known: data.Dictionary = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(parsed, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

/** A text with its expressions filled in. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replace(/\${{(.*?)}}/gs, (_, source: string) => evaluate(source, contexts).coerceString());
}

/** Whether an `if:` holds; one that asks for no status holds only where nothing before it failed or was skipped. */
export function holds(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  const source = condition?.replace(/^\s*\${{(.*)}}\s*$/s, '$1') ?? 'success()';
  const whole = STATUS_FUNCTION.test(source) ? source : `success() && (${source})`;
  return evaluate(`!!(${whole})`, contexts, status).coerceString() === 'true';
}
