import { createRandom, deriveSeed } from '../../../simulator/random.ts';
import { type SecretStore, SecretStoreError } from '../../../src/operations/rotation/secret-store.ts';
import type { Violation } from '../../../src/providers/provider.ts';
import type { Crossing } from './lives.ts';

/** How a write goes wrong. `arrives`: the value is there although no good answer came. */
export interface Trouble {
  readonly arrives: boolean;
  readonly mayHaveArrived: boolean;
}

/** A secret in memory, with a look at what it holds that no real one gives. */
export interface FakeSecretStore {
  /** Every value that it ever held, the present one last. */
  readonly values: string[];
  /** What stands against writing it; null: nothing. */
  violation: Violation | null;
  /** What happens to the next write; null: it is well. */
  nextTrouble: Trouble | null;
  /** The store as one run sees it. */
  open(crossing: Crossing): SecretStore;
}

export const LABEL = 'secret MTLS in acme/api';
export const STORE_DENIED: Violation = {
  reason: 'the token may not write secrets of acme/api (403)',
  certificates: [],
  instead: 'give the token Secrets: write',
  forcible: false,
};
const TROUBLE_CHANCE = 0.05;

/** @param unkind troubles by this seed: of a hundred writes ten fail, and half of those arrive. */
export function createFakeSecretStore(unkind: number | null, onWrite: () => void): FakeSecretStore {
  const random = createRandom(deriveSeed(unkind ?? 0, 'secret store'));

  function drawTrouble(): Trouble | null {
    const chance = unkind === null ? 1 : random.next();
    if (chance < TROUBLE_CHANCE) return { arrives: true, mayHaveArrived: true };
    return chance < 2 * TROUBLE_CHANCE
      ? { arrives: false, mayHaveArrived: chance < 1.5 * TROUBLE_CHANCE }
      : null;
  }

  const store: FakeSecretStore = {
    values: [],
    violation: null,
    nextTrouble: null,
    open: ({ travel }) => ({
      label: LABEL,
      findViolation: () => travel('store look', async () => store.violation),
      write: (value) =>
        travel('store write', async () => {
          const trouble = store.nextTrouble ?? drawTrouble();
          store.nextTrouble = null;
          if (trouble?.arrives !== false) {
            store.values.push(value);
            onWrite();
          }
          if (trouble === null) return;
          throw new SecretStoreError('PUT actions/secrets/MTLS failed (502).', {
            mend: "See GitHub's status page.",
            mayHaveArrived: trouble.mayHaveArrived,
          });
        }),
    }),
  };
  return store;
}
