import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';

/** A step's environment, as the runner gives it. */
export type StepEnvironment = Readonly<Record<string, string | undefined>>;

/** The files by which a step tells the runner something. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_STATE';

/**
 * Tells the runner names and values.
 * @throws {Error} outside a step, where the runner names no such file
 */
export function tellRunner(
  environment: StepEnvironment,
  file: RunnerFile,
  values: Readonly<Record<string, string>>,
): void {
  const path = environment[file];
  if (path === undefined || path === '') {
    throw new Error(
      `${file} is not set, so this is no step of a workflow. By hand: npm run --silent simulator -- --help`,
    );
  }
  for (const [name, value] of Object.entries(values)) {
    const end = `end-${randomUUID()}`;
    appendFileSync(path, [`${name}<<${end}`, value, end, ''].join(EOL));
  }
}

/** An input, without blanks around it; empty where it is not given. */
export function readInput(environment: StepEnvironment, name: string): string {
  return (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** An error or a warning of the step, as the runner reads it from standard output. */
export function formatAnnotation(level: 'error' | 'warning', message: string): string {
  const escaped = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${level} title=CertOps simulator::${escaped}\n`;
}
