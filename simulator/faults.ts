import { z } from 'zod';
import { ENDPOINTS, type EndpointName } from './endpoints.ts';

const retryAfter = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['seconds', 'unit', 'date']), seconds: z.number().nonnegative() }),
  z.strictObject({ form: z.literal('text'), text: z.string() }),
  z.strictObject({ form: z.literal('none') }),
]);

/** Which calls a fault meets. */
const when = {
  /** An endpoint's name, or `*` for any endpoint. */
  endpoint: z.enum([...ENDPOINTS, '*']),
  /** Only calls whose query says all of this, such as the page 2; they alone are counted. */
  query: z.record(z.string(), z.string()).optional(),
  /** The first call that it meets, counted from 1 since it was planned (default 1), or `every` call. */
  call: z.union([z.int().positive(), z.literal('every')]).optional(),
  /** How many calls it meets at most; 1 by default, without limit for `every`. */
  times: z.int().positive().optional(),
};
/** The vendor's own code: a number for Cloudflare, a word for Zscaler. */
const errorCode = z.union([z.int(), z.string()]).optional();
/** Whether the request is carried out although its answer is spoilt. */
const acted = z.boolean().optional();

const faultPlan = z.discriminatedUnion('kind', [
  /** The connection is reset before the body of the request is read. Never acts. */
  z.strictObject({ ...when, kind: z.literal('reset-before') }),
  /** Acts, then the connection is reset in place of an answer. */
  z.strictObject({ ...when, kind: z.literal('lost-answer') }),
  /** Headers and half of the body, then the end of the connection. Acts by default. */
  z.strictObject({ ...when, kind: z.literal('cut-body'), acted }),
  /** No answer, ever. Does not act by default. */
  z.strictObject({ ...when, kind: z.literal('stall'), acted }),
  /** Acts at once (the default) or after the delay if the caller is still there; answers after the delay. */
  z.strictObject({
    ...when,
    kind: z.literal('slow'),
    delayMilliseconds: z.number().nonnegative(),
    acted,
  }),
  /** A status with a body: an error in the vendor's form, an HTML page, nothing, or a given text. Does not act by default. */
  z.strictObject({
    ...when,
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    body: z
      .union([
        z.enum(['vendor', 'html', 'empty']),
        z.strictObject({ text: z.string(), contentType: z.string().optional() }),
      ])
      .optional(),
    code: errorCode,
    message: z.string().optional(),
    /** By default one second for 429, none for others. */
    retryAfter: retryAfter.optional(),
    acted,
  }),
  /** JSON that ends in the middle. Acts by default. */
  z.strictObject({ ...when, kind: z.literal('broken-json'), acted }),
  /** A result that is a string, an array in place of an object (and the other way round), or has numbers for ids. Acts by default. */
  z.strictObject({
    ...when,
    kind: z.literal('wrong-shape'),
    shape: z.enum(['string', 'swapped', 'numeric-ids']),
    acted,
  }),
  /** The status as it would be, with no body. Acts by default. */
  z.strictObject({ ...when, kind: z.literal('empty-body'), acted }),
  /** Status 200 with an error in the vendor's form. Does not act by default. */
  z.strictObject({
    ...when,
    kind: z.literal('success-false'),
    code: errorCode,
    message: z.string().optional(),
    acted,
  }),
  /** A body without end to speak of. Acts by default. */
  z.strictObject({
    ...when,
    kind: z.literal('huge-body'),
    /** 100 by default. */
    megabytes: z.int().positive().optional(),
    /** Whether Content-Length announces it; false by default. */
    contentLength: z.boolean().optional(),
    acted,
  }),
  /** A redirect to another URL. Does not act by default. */
  z.strictObject({
    ...when,
    kind: z.literal('redirect'),
    location: z.string().min(1),
    /** 302 by default. */
    status: z
      .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
      .optional(),
    acted,
  }),
]);

/** A fault, and which calls it meets. */
export type FaultPlan = z.infer<typeof faultPlan>;
export type FaultKind = FaultPlan['kind'];
export type RetryAfter = z.infer<typeof retryAfter>;

/**
 * Checks a plan that came as JSON.
 * @throws {Error} names every member that is wrong and what is allowed.
 */
export function parseFault(value: unknown): FaultPlan {
  const parsed = faultPlan.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`This fault cannot be planned: ${z.prettifyError(parsed.error)}`);
}

/** The planned faults, each with its own count of the calls that it could have met. */
export interface FaultBook {
  plan(fault: FaultPlan): void;
  clear(): void;
  /** Counts one call, and gives the fault that it meets: the first planned of those that are due. */
  take(endpoint: EndpointName, query?: URLSearchParams): FaultPlan | null;
}

export function createFaultBook(): FaultBook {
  let lines: { readonly fault: FaultPlan; calls: number; met: number }[] = [];
  return {
    plan: (fault) => {
      lines.push({ fault: parseFault(fault), calls: 0, met: 0 });
    },
    clear: () => {
      lines = [];
    },
    take: (endpoint, query = new URLSearchParams()) => {
      const counted = lines.filter(
        ({ fault }) =>
          (fault.endpoint === '*' || fault.endpoint === endpoint) && hasAll(query, fault.query ?? {}),
      );
      for (const line of counted) line.calls += 1;
      const due = counted.find(({ fault: { call = 1, times }, calls, met }) =>
        call === 'every' ? met < (times ?? Number.POSITIVE_INFINITY) : calls >= call && met < (times ?? 1),
      );
      if (due === undefined) return null;
      due.met += 1;
      return due.fault;
    },
  };
}

function hasAll(query: URLSearchParams, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => query.get(name) === value);
}
