import type { ProviderName } from '../../src/interface/words.ts';

type Texts = Readonly<Record<string, string>>;

/** A rotation from due to retired, in the seeded estate. */
export interface RotationStory {
  readonly provider: ProviderName;
  /** What is replaced, as people say it. */
  readonly subject: string;
  /** What every step is given, beside its phases. */
  readonly inputs: Texts;
  /** Inputs with which the rotation is refused, and why people then have to choose; null where there is nothing to show. */
  readonly refusal: { readonly title: string; readonly without: string } | null;
}

/** Nothing has to wait, so no ledger has to prove it. */
const AT_ONCE = { soak: '0s', overlap: '0s' };

/** The root in use, which has 20 days left; a spare stands beside it, of which nobody has said what it is for. */
export const gatewayRotation: RotationStory = {
  provider: 'cloudflare-gateway',
  subject: 'the root that Gateway inspects with',
  inputs: { ...AT_ONCE, 'successor-id': 'new' },
  refusal: { title: 'A spare could be the successor, and nobody has said so', without: 'successor-id' },
};

/** The certificate of a device, which has a few days left. */
export const clientRotation: RotationStory = {
  provider: 'cloudflare-client',
  subject: "a device's certificate, with a new key",
  inputs: {
    name: 'device-007.company.example',
    'validity-days': '90',
    'rotate-within': '30d',
    // The client's successor is ready as it is made.
    overlap: AT_ONCE.overlap,
  },
  refusal: { title: 'Cloudflare has to be told how long', without: 'validity-days' },
};

/**
 * The certificate of the CRM and of a user portal, which has 20 days left.
 * @param material certificate and private key of a server with the names that are asked for
 */
export async function makeZpaRotation(
  material: (names: readonly [string, ...string[]]) => Promise<Texts>,
): Promise<RotationStory> {
  const names = ['crm.simulator.example', 'start.simulator.example', '*.simulator.example'] as const;
  return {
    provider: 'zscaler-zpa',
    subject: "the CRM's certificate, wherever it serves",
    inputs: {
      ...AT_ONCE,
      ...(await material(names)),
      name: names[0],
      // The demo's authority is known to nobody.
      'allow-untrusted-chain': 'true',
    },
    refusal: { title: 'An authority that no browser knows is refused', without: 'allow-untrusted-chain' },
  };
}
