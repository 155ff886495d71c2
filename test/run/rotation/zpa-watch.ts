import type { CustomerState } from '../../../simulator/zscaler/state.ts';
import type { Clock } from '../../../src/http/types.ts';

/** Watches a ZPA tenant at every instant: what no rotation may ever do or cause. */
export interface ZpaWatch {
  readonly breaches: readonly string[];
  /** Looks at what stands after something that the action caused, or after time. */
  look(what: string): void;
  /** Looks at what stands after something that a person did. */
  forgive(): void;
  /** Looks at a call of the action's before it is carried out. */
  inspect(name: string, path: string): void;
}

export function createZpaWatch(
  readCustomer: () => CustomerState,
  clock: Clock,
  overlapMilliseconds: number | null,
): ZpaWatch {
  const breaches: string[] = [];
  const usedUntil = new Map<string, number>();
  const breach = (what: string): void => void breaches.push(what);

  /** What is referred to and does not exist, or has ended; and how many refer to anything. */
  function survey(customer: CustomerState, text: string) {
    const valid = new Set(
      customer.certificates
        .filter(({ expiresOn }) => expiresOn !== null && Date.parse(expiresOn) > clock.now())
        .map(({ id }) => id),
    );
    for (const { id, referrers } of customer.certificates) {
      if (referrers.length > 0) usedUntil.set(id, clock.now());
    }
    const named = [...text.matchAll(/"certificateId":"(\d+)"/g)].map((match) => match[1] ?? '');
    return { broken: named.filter((id) => !valid.has(id)), references: named.length };
  }

  /** What stands; the settings are read only where any text of them is another. */
  function see(last: Sight | null): Sight {
    const customer = readCustomer();
    const { applications, praPortals, userPortals } = customer;
    const text = JSON.stringify([applications, praPortals, userPortals]);
    const settings = last?.text === text ? last.settings : writeSettings(customer);
    return { text, settings, ...survey(customer, text) };
  }

  let before = see(null);
  return {
    breaches,
    look(what) {
      const now = see(before);
      if (now.broken.length > before.broken.length) breach(`${now.broken.join()} serves after ${what}`);
      if (now.references !== before.references) breach(`a reference is lost or made after ${what}`);
      if (now.settings !== before.settings) breach(`more than the certificate is changed after ${what}`);
      before = now;
    },
    forgive() {
      before = see(before);
    },
    inspect(name, path) {
      if (!name.startsWith('DELETE')) return;
      const id = path.split('/').at(-1) ?? '';
      const target = readCustomer().certificates.find((one) => one.id === id);
      if ((target?.referrers.length ?? 0) > 0) breach(`${name} of what is referred to`);
      const unused = clock.now() - (usedUntil.get(id) ?? Number.NEGATIVE_INFINITY);
      if (overlapMilliseconds !== null && unused < overlapMilliseconds) {
        breach(`${name} of ${id} after an overlap of ${unused} ms`);
      }
    },
  };
}

interface Sight {
  /** All that can refer to a certificate, as it is. */
  readonly text: string;
  readonly settings: string;
  readonly broken: readonly string[];
  readonly references: number;
}

/** Everything that a person has set, certificates aside: nothing of it may ever change. */
function writeSettings({ applications, praPortals, userPortals }: CustomerState): string {
  return JSON.stringify([applications, praPortals, userPortals], (field, value) => {
    if (['certificateId', 'certificateName', 'modifiedTime'].includes(field)) return undefined;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    // In one order: what is sent back may come in another.
    return isObject ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}
