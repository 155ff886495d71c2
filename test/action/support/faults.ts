import type { FaultPlan } from '../../../simulator/faults.ts';

/** A plan, whichever endpoint and call it meets. */
export type Trouble = FaultPlan extends infer Plan
  ? Plan extends FaultPlan
    ? Omit<Plan, 'endpoint' | 'call'>
    : never
  : never;

/** What is done to a call, what that means, and what an error must say of it. */
export interface Fault {
  readonly name: string;
  readonly plan: Trouble;
  /** Whether the vendor carries the call out all the same. */
  readonly acts: boolean;
  /** Whether it may pass by itself; else it is the vendor's last word. */
  readonly passes: boolean;
  /** Whether the caller can tell that the call was not carried out. */
  readonly surelyNotActed: boolean;
  /** HTTP status or network cause, as the step's error must name it. */
  readonly said: RegExp;
  /** Differs from another fault in nothing but whether the vendor acts, which a read cannot feel. */
  readonly forWritesOnly?: boolean;
  /** Whether it needs a body to be spoilt: an answer without one stays good. */
  readonly spoilsBody?: boolean;
}

/** Where a redirect leads; the host is put in its place when a cell is played. */
export const ELSEWHERE = 'http://elsewhere.invalid/stray';

const HOST = '127\\.0\\.0\\.1:\\d+';

function status(code: number, more: Partial<Extract<Trouble, { kind: 'status' }>> = {}): Trouble {
  return { kind: 'status', status: code, ...more };
}

/** The same fault, with the vendor carrying the call out or not. */
function inBothWays(name: string, said: RegExp, plan: Trouble): readonly Fault[] {
  const common = { passes: true, surelyNotActed: false, said };
  return [
    { ...common, name, plan: { ...plan, acted: false } as Trouble, acts: false },
    {
      ...common,
      name: `${name}, acted`,
      plan: { ...plan, acted: true } as Trouble,
      acts: true,
      forWritesOnly: true,
    },
  ];
}

/** A good answer's body, spoilt; where the vendor acted, and where it did not. */
function spoilBody(name: string, said: RegExp, plan: Trouble, passes: boolean): readonly Fault[] {
  const common = { passes, surelyNotActed: false, said, spoilsBody: true };
  return [
    { ...common, name, plan: { ...plan, acted: true } as Trouble, acts: true },
    {
      ...common,
      name: `${name}, not acted`,
      plan: { ...plan, acted: false } as Trouble,
      acts: false,
      forWritesOnly: true,
    },
  ];
}

function tooMany(name: string, retryAfter: Extract<Trouble, { kind: 'status' }>['retryAfter']): Fault {
  const common = { acts: false, passes: true, surelyNotActed: true };
  return { ...common, name, plan: status(429, { retryAfter }), said: /answered 429/ };
}

/** Every fault of the simulator's, in both ways where the vendor may or may not have acted. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'reset before',
    plan: { kind: 'reset-before' },
    acts: false,
    passes: true,
    surelyNotActed: false,
    said: new RegExp(`connection to ${HOST} was cut`),
  },
  {
    name: 'lost answer',
    plan: { kind: 'lost-answer' },
    acts: true,
    passes: true,
    surelyNotActed: false,
    said: new RegExp(`connection to ${HOST} was cut`),
    forWritesOnly: true,
  },
  ...inBothWays('cut body', new RegExp(`connection to ${HOST} was cut`), { kind: 'cut-body' }),
  ...inBothWays('stall', new RegExp(`No whole answer from ${HOST} within 0\\.\\d+ s`), { kind: 'stall' }),
  ...inBothWays('408', /answered 408/, status(408)),
  tooMany('429 in seconds', { form: 'seconds', seconds: 0 }),
  tooMany('429 with a unit', { form: 'unit', seconds: 0 }),
  tooMany('429 with a date', { form: 'date', seconds: 0 }),
  tooMany('429 with none', { form: 'none' }),
  {
    ...tooMany('429 for longer than there is time', { form: 'seconds', seconds: 300 }),
    passes: false,
    said: /answered 429.*it asks to wait 300 s, longer than the \d+(\.\d)? s left/,
  },
  ...inBothWays('500', /answered 500/, status(500)),
  ...inBothWays('502 with HTML', /answered 502 with an HTML page/, status(502, { body: 'html' })),
  ...inBothWays('503', /answered 503/, status(503)),
  ...inBothWays('504 without a body', /answered 504 with an empty body/, status(504, { body: 'empty' })),
  ...spoilBody('broken JSON', /answered 20\d with .*where JSON was due/, { kind: 'broken-json' }, true),
  ...spoilBody('empty body', /answered 20\d with /, { kind: 'empty-body' }, false),
  ...(['string', 'swapped', 'numeric-ids'] as const).map(
    (shape): Fault => ({
      name: `wrong shape: ${shape}`,
      plan: { kind: 'wrong-shape', shape },
      acts: true,
      passes: false,
      surelyNotActed: false,
      said: /answered 20\d with /,
      spoilsBody: true,
    }),
  ),
  {
    name: 'success: false with 200',
    plan: { kind: 'success-false' },
    acts: false,
    passes: false,
    surelyNotActed: true,
    said: /answered 200: /,
  },
  ...spoilBody(
    '100 MB',
    new RegExp(`answer of ${HOST} is longer than \\d+ bytes`),
    { kind: 'huge-body' },
    false,
  ),
  {
    name: '100 MB, announced',
    plan: { kind: 'huge-body', contentLength: true },
    acts: true,
    passes: false,
    surelyNotActed: false,
    said: new RegExp(`answer of ${HOST} is longer than \\d+ bytes`),
    spoilsBody: true,
  },
  {
    name: 'redirect elsewhere',
    plan: { kind: 'redirect', location: ELSEWHERE, status: 307 },
    acts: false,
    passes: false,
    surelyNotActed: true,
    said: new RegExp(`answered 307, a redirect to ${HOST}, which is not followed`),
  },
];
