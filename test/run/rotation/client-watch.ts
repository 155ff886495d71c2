import type { ClientCertificateState } from '../../../simulator/cloudflare/client-state.ts';
import type { Clock } from '../../../src/http/types.ts';

/** Watches a zone and what is kept at every instant: what no rotation may ever do or cause. */
export interface ClientWatch {
  readonly breaches: readonly string[];
  /** Looks at what stands after something that the action caused, or after time. */
  look(what: string): void;
  /** Looks at what stands after something that a person did, who may break what they like. */
  forgive(ids: readonly string[]): void;
  /** Looks at a call of the action's before it is carried out. */
  inspect(name: string, path: string): void;
}

/** What is watched. */
export interface ClientScene {
  readonly clock: Clock;
  /** How long the certificate of a key that was kept has to stay after another key is kept. */
  readonly overlapMilliseconds: number;
  certificates(): readonly ClientCertificateState[];
  /** Whose key is kept now; null: nobody's. */
  heldId(): string | null;
  /** Whether a rotation may ever change it: made by one, or the first to be replaced. */
  isOurs(id: string): boolean;
}

export function createClientWatch(scene: ClientScene): ClientWatch {
  const { clock } = scene;
  const breaches: string[] = [];
  /** Certificates whose key somebody may have taken, and since when another one is kept. */
  const leftAt = new Map<string, number | null>();
  const forgiven = new Set<string>();
  let served = false;

  const breach = (what: string): void => void breaches.push(what);
  const find = (id: string) => scene.certificates().find((one) => one.id === id);
  const works = (id: string) => {
    const one = find(id);
    return one?.status === 'active' && Date.parse(one.expiresOn) > clock.now();
  };

  function update(): boolean {
    const heldId = scene.heldId();
    for (const [id, since] of leftAt) {
      if (id === heldId) leftAt.set(id, null);
      else if (since === null) leftAt.set(id, clock.now());
    }
    if (heldId !== null) leftAt.set(heldId, null);
    return heldId !== null && works(heldId);
  }
  served = update();

  return {
    breaches,
    look(what) {
      const now = update();
      if (served && !now) breach(`what is kept cannot be used after ${what}`);
      served = now;
      for (const [id, since] of leftAt) {
        if (since === null || forgiven.has(id) || works(id)) continue;
        const end = Date.parse(find(id)?.expiresOn ?? '');
        const stayed = clock.now() - since;
        leftAt.delete(id);
        if (stayed < scene.overlapMilliseconds && end > clock.now()) {
          breach(`certificate ${id} is of no use ${stayed} ms after another one was kept, by ${what}`);
        }
      }
    },
    forgive(ids) {
      for (const id of ids) forgiven.add(id);
      served = update();
    },
    inspect(name, path) {
      if (name.startsWith('GET') || name.startsWith('POST')) return;
      const id = path.split('/').at(-1) ?? '';
      if (!scene.isOurs(id)) breach(`${name} of ${id}, which is somebody else's`);
      if (!name.startsWith('DELETE')) breach(`${name} is not of a rotation`);
    },
  };
}
