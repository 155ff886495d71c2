import type { Deps } from '../../src/deps.ts';

const absent = (what: string) => async (): Promise<never> => {
  throw new Error(`There is no ${what} in this scene`);
};

/** For scenes without a rotation. */
export const NO_ROTATION_PORTS: Pick<
  Deps,
  'openLedger' | 'openGates' | 'openSecretStore' | 'generateKey' | 'probeServedCertificate'
> = {
  openLedger: absent('ledger'),
  openGates: absent('gate'),
  openSecretStore: absent('secret store'),
  generateKey: absent('key'),
  probeServedCertificate: absent('probe'),
};
