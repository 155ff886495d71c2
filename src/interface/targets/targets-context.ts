import type { Threshold } from '../../certificate/threshold.ts';
import { InputError, type InputProblem } from '../input-error.ts';
import { describeUnseen, quote } from '../parse-inputs.ts';
import type { Environment } from '../raw-inputs.ts';
import type { SecretKeeper } from './secret-keeper.ts';
import type { TextPosition } from './yaml-text.ts';

/** What reading targets takes from the rest of the request and from outside. */
export interface TargetsContext {
  readonly input: 'targets' | 'targets-file';
  /** Null where they are within the input. */
  readonly path: string | null;
  readonly validateOnly: boolean;
  /** For targets that give none. */
  readonly defaults: {
    readonly apiUrl: URL | null;
    readonly failWithin: Threshold | undefined;
    readonly warnWithin: Threshold | undefined;
  };
  readonly environment: Environment;
  readonly credentials: ReadonlyMap<string, string>;
  readonly secrets: SecretKeeper;
  /** Names that lead to nothing, each told of once however many targets share it. */
  readonly missingNames: Set<string>;
  /** The text of a file, for private keys. */
  readonly readFile: (path: string) => Promise<string>;
}

/** Reading goes on after a problem, but not without end. */
const MOST_PROBLEMS = 1000;

/** Notes what is wrong with a text, and where. */
export interface ProblemLog {
  /** @param subject what it is about, such as a target and its key; null where it is the text as a whole. */
  readonly tell: (position: TextPosition | null, subject: string | null, message: string) => void;
}

/**
 * Adds to the problems what is wrong with the text of an input, or of a file.
 * `tell` throws an InputError where there are too many.
 */
export function createProblemLog(
  problems: InputProblem[],
  {
    input,
    path,
    secrets,
  }: { readonly input: string; readonly path: string | null; readonly secrets: SecretKeeper },
): ProblemLog {
  return {
    tell(position, subject, message) {
      const where =
        position === null
          ? path
          : path === null
            ? `line ${position.line}, column ${position.column}`
            : `${path}:${position.line}:${position.column}`;
      const words = [where, subject].filter((part) => part !== null).join(', ');
      problems.push({
        input,
        message: secrets.conceal(words === '' ? message : `${words}: ${message}`),
        ...(position === null ? {} : { place: { file: path, ...position } }),
      });
      if (problems.length < MOST_PROBLEMS) return;
      problems.push({ input, message: `${MOST_PROBLEMS} problems are found; what follows is not read` });
      throw new InputError(problems);
    },
  };
}

/** What was given, as far as it may be seen. */
export function describeText(text: string, secrets: SecretKeeper): string {
  return secrets.isSecret(text) ? describeUnseen(text) : `given ${quote(text)}`;
}
