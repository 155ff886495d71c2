import { makeEstate } from '../../../simulator/estate.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { ZPA_CERTIFICATES, ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../../simulator/zscaler/estate.ts';
import type { CustomerSeed } from '../../../simulator/zscaler/seeds.ts';
import { startGitHub } from '../../support/github/server.ts';
import { TOKEN } from '../../support/github/world.ts';
import { issue, makeEcKeys } from '../../support/material.ts';
import { type KillWorld, planFaults } from './play.ts';

const OLD = ZPA_CERTIFICATES.serving;
/** What may refer to a certificate. */
export type ReferrerKind = 'applications' | 'praPortals' | 'userPortals';

const DAY = 24 * 60 * 60 * 1000;
/** What refers to it: an application, an inspected one and a user portal. */
const NAMES = ['crm.simulator.example', 'start.simulator.example'];

let material: Promise<{ readonly pem: string; readonly privateKey: string }> | undefined;

/** Made once: it is no part of what is watched. */
async function makeMaterial() {
  const keys = makeEcKeys();
  const { pem } = await issue({
    subject: 'CN=crm.simulator.example',
    sans: NAMES,
    keys,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 89 * DAY),
  });
  return { pem, privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/**
 * A tenant with a certificate that three things refer to, and a repository whose jobs may write deployments.
 * @param crowd a kind of what refers of which there are many more, so that those three are hidden among them
 */
export async function openZpaWorld({ crowd }: { readonly crowd?: ReferrerKind } = {}): Promise<KillWorld> {
  material ??= makeMaterial();
  const { pem, privateKey } = await material;
  const { zscaler } = makeEstate('company', Date.now());
  const simulator = await startSimulator({
    settleMilliseconds: 40,
    estate: {
      ...makeEstate('empty', Date.now()),
      zscaler: {
        ...zscaler,
        customers: zscaler.customers.map((one) => (crowd === undefined ? one : addReferrers(one, crowd))),
      },
    },
    // A process that is killed does not sign out, and the quota is that of many runs within seconds.
    zscaler: { quota: { reads: 10_000, writes: 10_000, seconds: 10 } },
  });
  const github = await startGitHub({
    seed: { tokens: { [TOKEN]: { permissions: { deployments: 'write' } } } },
  });
  const breaches: string[] = [];
  const customer = () => {
    const state = simulator.readState().zscaler.customers[ZPA_CUSTOMERS.company];
    if (state === undefined) throw new Error('The customer is gone');
    return state;
  };
  const lineageName = customer().certificates.find(({ id }) => id === OLD)?.name ?? '';
  const uses = () => {
    const { applications, praPortals, userPortals } = customer();
    const text = JSON.stringify([applications, praPortals, userPortals]);
    return [...text.matchAll(/"certificateId":"(\d+)"/g)].map((match) => match[1] ?? '');
  };
  const references = uses().length;
  return {
    behind: { vendor: simulator.url, github: github.url },
    inputs: {
      provider: 'zscaler-zpa',
      'customer-id': ZPA_CUSTOMERS.company,
      'client-id': ZPA_CLIENTS.write.id,
      'client-secret': ZPA_CLIENTS.write.secret,
      name: lineageName,
      certificate: pem,
      'private-key': privateKey,
      'allow-untrusted-chain': 'true',
      'github-token': TOKEN,
      overlap: '0s',
    },
    env: github.env,
    breaches,
    look: (what) => {
      const known = new Set(customer().certificates.map(({ id }) => id));
      const now = uses();
      if (now.length !== references) breaches.push(`${what}: ${now.length} references, not ${references}`);
      for (const id of now) if (!known.has(id)) breaches.push(`${what}: ${id} is named and does not exist`);
    },
    describe: () => {
      const { certificates, creations, deletedIds } = customer();
      const [made] = creations;
      return {
        named: certificates.filter(({ name }) => name.startsWith(lineageName)).length,
        successor: certificates
          .filter(({ id }) => id === made?.id)
          .map(
            ({ name, referrers }) => `${name === lineageName ? 'NAME' : name}, ${referrers.length} referrers`,
          ),
        uploads: creations.length,
        deleted: deletedIds.map((id) => (id === OLD ? 'old' : id)),
      };
    },
    countMade: () => customer().creations.length,
    faults: planFaults(simulator, github),
    vendorCalls: simulator.history,
    // The lines after these two hold the public half, which the certificate shows too.
    secrets: [ZPA_CLIENTS.write.secret, TOKEN, ...privateKey.split('\n').slice(1, 3)],
    close: async () => {
      await Promise.all([simulator.close(), github.close()]);
    },
  };
}

/** So many more than there are of a kind. */
const CROWD = 10;

/** More of a kind, of another certificate; those that there are stand in their midst. */
function addReferrers(customer: CustomerSeed, crowd: ReferrerKind): CustomerSeed {
  const serves = { certificateId: ZPA_CERTIFICATES.managed };
  const copies = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    change: (thing: Thing) => Thing,
  ): readonly Thing[] => {
    const copy = (index: number) => things.map((one) => change({ ...one, id: `${one.id}${index}` }));
    const more = Array.from({ length: things.length === 0 ? 0 : CROWD }, (_, index) => copy(index));
    return [...more.slice(0, CROWD / 2).flat(), ...things, ...more.slice(CROWD / 2).flat()];
  };
  if (crowd === 'applications') {
    const applications = copies(customer.applications, (one) => ({
      ...one,
      apps: one.apps.map((app) => ({
        ...app,
        id: `${app.id}${one.id}`,
        fields: { ...app.fields, ...serves },
      })),
    }));
    return { ...customer, applications };
  }
  const portals = copies(customer[crowd], (one) => ({ ...one, fields: { ...one.fields, ...serves } }));
  return { ...customer, [crowd]: portals };
}
