import type { Endpoint } from './endpoints.ts';
import type { Cell, Persistence } from './fault-cells.ts';
import type { Fault } from './faults.ts';

/**
 * How a step ends: as asked; with a certificate found again whose answer was lost; without knowing; or failed,
 * with nothing left to wonder about.
 */
type Word = 'done' | 'adopted' | 'unknown' | 'failed' | 'killed';

/** What the world can see of a step's end. */
export interface Ending {
  readonly word: Word;
  /** What the one error does not say although it must; empty also where there is none and none is due. */
  readonly unsaid: readonly string[];
  readonly changed: string | undefined;
  readonly adopted: string | undefined;
  /** Of the outputs that the endpoint names. */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** How many certificates exist that did not before, and whether `id` names the one. */
  readonly creations: number;
  readonly isNamed: boolean;
  readonly isDone: boolean | null;
  /** Whether a call was sent more than once, pages of a list apart; not told of what is only done as well as it can be. */
  readonly isRepeated: boolean | null;
  /** How often the vendor carried it out; told of those that must not be twice. */
  readonly actions: number | null;
  /** How often a create was sent. */
  readonly creates: number | null;
  readonly harm: readonly string[];
}

const NOT_SENT_AGAIN = 1;
/** The first try and two retries. */
const TRIES = 3;

/**
 * The one rule for all endpoints: what may be sent again recovers from what passes; a create that may have
 * arrived is searched for, never repeated; a change is looked for before it is repeated; the vendor's last word
 * fails.
 */
export function expectEnding(endpoint: Endpoint, fault: Fault, persistence: Persistence): Ending {
  const { effect, isDone, isIdempotent } = endpoint;
  const word = expectWord(endpoint, fault, persistence);
  const isOver = word === 'done' || word === 'adopted';
  const isSpoilt = isSpoiltFor(endpoint, fault);
  const acted = isOver || (effect === 'create' && fault.acts);
  return {
    word,
    unsaid: [],
    changed: expectChanged(endpoint, fault, word),
    adopted: effect === 'create' ? String(word === 'adopted') : undefined,
    outputs: isOver ? (endpoint.outputs ?? {}) : {},
    creations: effect === 'create' && acted ? 1 : 0,
    // A vendor that answers with another id than its own is taken at its word.
    isNamed: effect === 'create' && isOver && isSpoilt,
    isDone: isDone === undefined ? null : isOver,
    isRepeated: endpoint.neverFails ? null : mayRepeat(endpoint, fault),
    actions: effect === 'read' || isIdempotent ? null : Number(acted),
    creates: effect === 'create' ? expectCreates(fault, persistence) : null,
    harm: [],
  };
}

/**
 * Whether the call is sent again after it met the fault. Where it is not, a fault that stays is no other than one
 * that passes by: no second call meets it.
 */
export function mayRepeat(endpoint: Endpoint, fault: Fault): boolean {
  if (!isSpoiltFor(endpoint, fault)) return false;
  if (endpoint.effect === 'read' || fault.surelyNotActed) return fault.passes;
  if (endpoint.effect === 'create') return false;
  return !fault.acts || (endpoint.isIdempotent === true && fault.passes);
}

/** Whether the fault is one to this endpoint. */
function isSpoiltFor(endpoint: Endpoint, fault: Fault): boolean {
  if (fault.spoilsBody && endpoint.isBodiless) return false;
  return !(endpoint.takesNumericIds && fault.name === 'wrong shape: numeric-ids');
}

function expectWord(endpoint: Endpoint, fault: Fault, persistence: Persistence): Word {
  if (endpoint.neverFails || !isSpoiltFor(endpoint, fault)) return 'done';
  const recovers = fault.passes && persistence === 'once';
  if (endpoint.effect === 'read' || fault.surelyNotActed) return recovers ? 'done' : 'failed';
  if (endpoint.effect === 'create') return fault.acts ? 'adopted' : 'unknown';
  return fault.acts || persistence === 'once' ? 'done' : 'failed';
}

/** Not set where it cannot be known: then it is not guessed. */
function expectChanged({ effect }: Endpoint, { surelyNotActed }: Fault, word: Word): string | undefined {
  if (effect === 'read') return 'false';
  if (word === 'done' || word === 'adopted') return 'true';
  return surelyNotActed ? 'false' : undefined;
}

function expectCreates({ surelyNotActed, passes }: Fault, persistence: Persistence): number {
  if (!surelyNotActed || !passes) return NOT_SENT_AGAIN;
  return persistence === 'once' ? NOT_SENT_AGAIN + 1 : TRIES;
}

/** Reads from a cell what `expectEnding` foretells. */
export function readEnding(cell: Cell, fault: Pick<Fault, 'said'>): Ending {
  const { endpoint, step, creations, isDone, calls, harm } = cell;
  const { id, changed, adopted } = step.outputs;
  const word = readWord(cell);
  const isOver = word === 'done' || word === 'adopted';
  return {
    word,
    unsaid: findUnsaid(cell, fault, word),
    changed,
    adopted,
    outputs: isOver
      ? Object.fromEntries(Object.keys(endpoint.outputs ?? {}).map((name) => [name, step.outputs[name]]))
      : {},
    creations: creations.length,
    isNamed: id !== undefined && creations.includes(id),
    isDone,
    isRepeated: endpoint.neverFails ? null : hasRepeats(calls),
    actions:
      endpoint.effect === 'read' || endpoint.isIdempotent ? null : calls.filter(({ acted }) => acted).length,
    creates: endpoint.effect === 'create' ? calls.length : null,
    harm,
  };
}

function hasRepeats(calls: Cell['calls']): boolean {
  return new Set(calls.map(({ path, query }) => `${path}${query}`)).size < calls.length;
}

function readWord({ step, errors }: Cell): Word {
  if (step.exitCode === 0) return step.outputs.adopted === 'true' ? 'adopted' : 'done';
  if (step.exitCode !== 1) return 'killed';
  return errors.some((message) => /state is unknown/.test(message)) ? 'unknown' : 'failed';
}

/** An error names the operation and the provider, the status or the network's cause, and how to mend it. */
function findUnsaid({ endpoint, errors }: Cell, { said }: Pick<Fault, 'said'>, word: Word): string[] {
  const [error = ''] = errors;
  if (word === 'done' || word === 'adopted') return errors.map((message) => `needless: ${message}`);
  const [message = '', ...mend] = error.split('\n');
  const due: Readonly<Record<string, boolean>> = {
    'one error': errors.length === 1,
    'operation and provider': message.startsWith(`${endpoint.inputs.operation} on ${endpoint.provider}: `),
    'status or cause': said.test(message),
    'host and tries': / at 127\.0\.0\.1:\d+ .*\((request id [^,()]+, )?\d (try|tries)\)/.test(message),
    'the request id of an answer': !/ answered \d/.test(message) || /\(request id /.test(message),
    'how to mend it': mend.join(' ').trim().length > 20,
    'where to look': word !== 'unknown' || /look in .* for /.test(mend.join(' ')),
    'nothing of an HTML page': !/<\w|web server reported/.test(error),
    'no defect': !/unexpected|defect/.test(error),
  };
  const missing = Object.keys(due).filter((what) => !due[what]);
  return missing.length === 0 ? [] : [...missing, error];
}
