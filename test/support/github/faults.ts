/** Which calls a fault meets. */
interface When {
  /** An endpoint's name, or `*` for any. */
  readonly endpoint: string;
  /** The first call that it meets, counted from 1 since it was planned (the default), or `every` one. */
  readonly call?: number | 'every';
  /** How many calls it meets at most; 1 by default, without limit for `every`. */
  readonly times?: number;
}

/** What goes wrong. */
export type Trouble =
  /** A status with an error of GitHub's, an HTML page or nothing; acts first only where it is said. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'github' | 'html' | 'empty';
      readonly message?: string;
      readonly retryAfterSeconds?: number;
      readonly acted?: boolean;
    }
  /** Too much at once; without a time to wait where `retryAfterSeconds` is null. */
  | {
      readonly kind: 'secondary-limit';
      readonly status?: 403 | 429;
      readonly retryAfterSeconds?: number | null;
    }
  /** The quota of the hour is used up, and comes back after that time. */
  | { readonly kind: 'primary-limit'; readonly resetAfterSeconds?: number }
  /** Acts, then the connection is reset in place of an answer. */
  | { readonly kind: 'lost-answer' }
  /** The connection is reset, and nothing is done. */
  | { readonly kind: 'reset' }
  /** No answer, ever; acts only where it is said. */
  | { readonly kind: 'stall'; readonly acted?: boolean }
  /** Headers and half of the body, then the end of the connection. Acts. */
  | { readonly kind: 'cut-body' }
  /** JSON that ends in the middle. Acts. */
  | { readonly kind: 'broken-json' }
  /** A body without end to speak of. Acts. */
  | { readonly kind: 'huge-body' }
  /** A good status with another body: an HTML page, or JSON of another shape. Acts. */
  | { readonly kind: 'wrong-body'; readonly body: 'html' | 'object' }
  /** A good answer that does not say when it was given. */
  | { readonly kind: 'without-date' }
  /** The link to the next page names another host. */
  | { readonly kind: 'foreign-link'; readonly origin: string };

export type Fault = When & Trouble;

/** The planned faults, each with its own count of the calls that it could have met. */
export interface FaultBook {
  plan(fault: Fault): void;
  clear(): void;
  /** Counts one call, and gives the fault that it meets: the first planned of those that are due. */
  take(endpoint: string): Fault | null;
}

/** @param endpoints the names that faults may be planned for */
export function createFaultBook(endpoints: readonly string[]): FaultBook {
  let lines: { readonly fault: Fault; calls: number; met: number }[] = [];
  return {
    plan(fault) {
      if (fault.endpoint !== '*' && !endpoints.includes(fault.endpoint)) {
        throw new Error(`There is no endpoint ${fault.endpoint}; there is ${endpoints.join(', ')}`);
      }
      lines.push({ fault, calls: 0, met: 0 });
    },
    clear() {
      lines = [];
    },
    take(endpoint) {
      const counted = lines.filter(({ fault }) => fault.endpoint === '*' || fault.endpoint === endpoint);
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
