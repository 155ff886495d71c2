import { CLIENT_CERTIFICATES, ZONES } from '../../../simulator/cloudflare/client-estate.ts';
import { ACCOUNTS, GATEWAY_CERTIFICATES, TOKENS } from '../../../simulator/estate.ts';
import type { Simulator } from '../../../simulator/server.ts';
import { ONEAPI_CLIENTS, ZPA_CERTIFICATES, ZPA_CUSTOMERS } from '../../../simulator/zscaler/estate.ts';
import { issue, makeEcKeys } from '../../support/material.ts';
import type { Call } from './caller.ts';

type Texts = Readonly<Record<string, string>>;

/** How one provider's certificate is rotated by rotate.yml, and how one sees what came of it. */
export interface Rotation {
  readonly provider: string;
  readonly with: Call['with'];
  /** By the names that rotate.yml gives them. */
  readonly secrets: Texts;
  /** Jobs that one run takes where nothing has to wait. */
  readonly jobs: readonly string[];
  /** The certificate that is due. */
  readonly old: string;
  /** What serves now, and whether the old one is gone. */
  read(simulator: Simulator): { readonly serving: readonly string[]; readonly isOldGone: boolean };
}

const DAY = 24 * 60 * 60 * 1000;
/** Every wait is short, and none is asked for. */
const AT_ONCE = { soak: '0s', overlap: '0s', 'wait-timeout': '10s', 'poll-interval': '50ms' };

export const gateway: Rotation = {
  provider: 'cloudflare-gateway',
  with: {
    provider: 'cloudflare-gateway',
    'account-id': ACCOUNTS.company,
    // A spare stands beside it, of which nobody has said what it is for.
    'successor-id': 'new',
    ...AT_ONCE,
  },
  secrets: { api_token: TOKENS.write },
  jobs: ['plan', 'stage', 'promote', 'retire'],
  old: GATEWAY_CERTIFICATES.inUse,
  read: (simulator) => {
    const { certificates, deletedIds } = readGateway(simulator);
    return {
      serving: certificates.filter(({ inUse }) => inUse).map(({ id }) => id),
      isOldGone: deletedIds.includes(GATEWAY_CERTIFICATES.inUse),
    };
  },
};

function readGateway(simulator: Simulator) {
  const account = simulator.readState().cloudflare.accounts[ACCOUNTS.company];
  if (account === undefined) throw new Error('the simulated company is gone');
  return account.gateway;
}

/** Of an app that may write secrets, as the job's own token never may. */
export const STORE_TOKEN = 'ghs_TokenOfTheStoreThatOpensNothing000001';

export const client: Rotation = {
  provider: 'cloudflare-client',
  with: {
    provider: 'cloudflare-client',
    'zone-id': ZONES.company,
    name: 'device-007.company.example',
    'validity-days': 90,
    'rotate-within': '30d',
    'store-secret': 'DEVICE_MTLS',
    ...AT_ONCE,
    // Its successor is ready as it is made.
    soak: '',
  },
  secrets: { api_token: TOKENS.write, store_token: STORE_TOKEN },
  jobs: ['plan', 'promote', 'retire'],
  old: CLIENT_CERTIFICATES.thisWeek,
  read: (simulator) => {
    const { clientCertificates = [] } = simulator.readState().cloudflare.zones[ZONES.company] ?? {};
    const ofDevice = clientCertificates.filter(
      ({ commonName }) => commonName === 'device-007.company.example',
    );
    return {
      serving: ofDevice.filter(({ status }) => status === 'active').map(({ id }) => id),
      isOldGone: ofDevice.some(
        ({ id, status }) => id === CLIENT_CERTIFICATES.thisWeek && status === 'revoked',
      ),
    };
  },
};

const ZPA_NAMES = ['crm.simulator.example', 'start.simulator.example', '*.simulator.example'] as const;

/** The certificate of the CRM, of its inspection and of a user portal. */
export async function makeZpaRotation(): Promise<Rotation> {
  const keys = makeEcKeys();
  const { pem } = await issue({
    subject: `CN=${ZPA_NAMES[0]}`,
    sans: ZPA_NAMES,
    keys,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 90 * DAY),
  });
  return {
    provider: 'zscaler-zpa',
    with: {
      provider: 'zscaler-zpa',
      'customer-id': ZPA_CUSTOMERS.company,
      'vanity-domain': 'example',
      name: ZPA_NAMES[0],
      certificate: pem,
      // It is its own authority.
      'allow-untrusted-chain': true,
      ...AT_ONCE,
    },
    secrets: {
      client_id: ONEAPI_CLIENTS.write.id,
      client_secret: ONEAPI_CLIENTS.write.secret,
      private_key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    jobs: ['plan', 'stage', 'promote', 'retire'],
    old: ZPA_CERTIFICATES.serving,
    read: (simulator) => {
      const { certificates = [], deletedIds = [] } =
        simulator.readState().zscaler.customers[ZPA_CUSTOMERS.company] ?? {};
      const known: readonly string[] = Object.values(ZPA_CERTIFICATES).filter(
        (id) => id !== ZPA_CERTIFICATES.serving,
      );
      return {
        serving: certificates
          .filter(({ id, referrers }) => referrers.length > 0 && !known.includes(id))
          .map(({ id }) => id),
        isOldGone: deletedIds.includes(ZPA_CERTIFICATES.serving),
      };
    },
  };
}
