/** Inputs as the runner gives them: trimmed texts, empty where unset. */
export type RawInputs = Readonly<Record<string, string>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's text, trimmed; empty where it is not set. */
export function readVariable(environment: Environment, name: string): string {
  return (environment[name] ?? '').trim();
}
