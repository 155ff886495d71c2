import type { GatewayState } from '../../../simulator/cloudflare/state.ts';
import type { Clock } from '../../../src/http/types.ts';

/** How long a successor has to be ready before it may serve, and an old one to stay; null: not watched. */
export interface Delays {
  readonly soakMilliseconds: number;
  readonly overlapMilliseconds: number;
}

/** Watches a vendor at every instant: what no rotation may ever do or cause. */
export interface Watch {
  readonly breaches: readonly string[];
  /** Certificates that a person has taken in hand. */
  readonly touched: ReadonlySet<string>;
  /** Certificates that have served at any time. */
  readonly everServed: ReadonlySet<string>;
  /** Looks at what stands after something that the action caused, or after time. */
  look(what: string): void;
  /** Looks at what stands after something that a person did, who may break what they like. */
  forgive(touchedIds: readonly string[]): void;
  /** Looks at a call of the action's before it is carried out. */
  inspect(name: string, path: string, body: string): void;
}

export function createWatch(readGateway: () => GatewayState, clock: Clock, delays: Delays | null): Watch {
  const breaches: string[] = [];
  const availableSince = new Map<string, number>();
  const servedUntil = new Map<string, number>();
  const touched = new Set<string>();
  let servedWell = false;

  function update(): boolean {
    const { certificates } = readGateway();
    for (const { id, status, inUse } of certificates) {
      if (status !== 'available') availableSince.delete(id);
      else if (!availableSince.has(id)) availableSince.set(id, clock.now());
      if (inUse) servedUntil.set(id, clock.now());
    }
    const serving = certificates.find(({ inUse }) => inUse);
    return serving?.status === 'available' && Date.parse(serving.expiresOn) > clock.now();
  }

  function inspectUse(id: string): void {
    const target = readGateway().certificates.find((one) => one.id === id);
    if (target?.status !== 'available') breach(`certificate ${id} is set while it is not available`);
    if (Date.parse(target?.expiresOn ?? '') <= clock.now()) breach(`certificate ${id} is set after its end`);
    const soaked = clock.now() - (availableSince.get(id) ?? clock.now());
    if (delays !== null && !touched.has(id) && soaked < delays.soakMilliseconds) {
      breach(`certificate ${id} is set after a soak of ${soaked} ms`);
    }
  }

  function inspectRemoval(name: string, id: string): void {
    const target = readGateway().certificates.find((one) => one.id === id);
    if (target?.inUse === true) breach(`${name} of what is in use`);
    const overlapped = clock.now() - (servedUntil.get(id) ?? Number.NEGATIVE_INFINITY);
    if (delays !== null && !touched.has(id) && overlapped < delays.overlapMilliseconds) {
      breach(`${name} of ${id} after an overlap of ${overlapped} ms`);
    }
  }

  const breach = (what: string): void => void breaches.push(what);
  servedWell = update();

  return {
    breaches,
    touched,
    get everServed() {
      return new Set(servedUntil.keys());
    },
    look(what) {
      const now = update();
      if (servedWell && !now) breach(`nothing valid serves after ${what}`);
      servedWell = now;
    },
    forgive(touchedIds) {
      for (const id of touchedIds) touched.add(id);
      servedWell = update();
    },
    inspect(name, path, body) {
      const parts = path.split('/');
      if (name.startsWith('PUT')) breach('the whole configuration is replaced');
      if (name.endsWith('/deactivate')) inspectRemoval(name, parts.at(-2) ?? '');
      if (name.startsWith('DELETE')) inspectRemoval(name, parts.at(-1) ?? '');
      if (!name.startsWith('PATCH')) return;
      const sent = JSON.parse(body);
      if (Object.keys(sent).join() !== 'settings' || Object.keys(sent.settings).join() !== 'certificate') {
        breach(`more than the certificate is set: ${body}`);
      }
      inspectUse(sent.settings.certificate.id);
    },
  };
}
