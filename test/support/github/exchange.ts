import type { Actor, Repository, World } from './world.ts';

/** What a call may need: the words of `permissions:` in a workflow. */
export type Scope =
  | 'issues'
  | 'deployments'
  | 'actions'
  | 'contents'
  | 'metadata'
  | 'secrets'
  | 'environments';
export type Level = 'read' | 'write';

/** One call that was let in. */
export interface Call {
  readonly world: World;
  readonly repository: Repository;
  readonly actor: Actor;
  /** The placeholders of the endpoint's path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON; undefined where there was none. */
  readonly body: unknown;
  /** The API's own address: links begin with it. */
  readonly apiUrl: string;
  readonly now: Date;
}

/** What GitHub answers. */
export interface Answer {
  readonly status: number;
  /** Undefined for no body. */
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One endpoint below a repository. */
export interface Endpoint {
  /** By which faults are planned and the log is read: `issues.create`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the repository, such as `/issues/{issue_number}`. */
  readonly path: string;
  readonly scope: Scope;
  readonly level: Level;
  /** Where it is documented, below https://docs.github.com/rest. */
  readonly documentation: string;
  answer(call: Call): Answer;
}

/** The members of a body that should be a JSON object. */
export function readMembers(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

/** The texts of a list, or of a single text; null where the value is neither. */
export function readTexts(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  const texts = value.map((one) => (typeof one === 'string' ? one : readMembers(one).name));
  return texts.every((one) => typeof one === 'string') ? texts : null;
}
