import { ACCOUNTS, GATEWAY_CERTIFICATES, makeEstate, TOKENS } from '../../../simulator/estate.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { COMMIT } from '../../support/github/deployment-state.ts';
import { startGitHub } from '../../support/github/server.ts';
import { BOT, REPOSITORY, type RepositorySeed, TOKEN, type World } from '../../support/github/world.ts';
import { type KillWorld, planFaults } from './play.ts';

const OLD = GATEWAY_CERTIFICATES.inUse;

export interface GatewayWorldOptions {
  readonly repository?: Partial<RepositorySeed>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** How many records of another account's rotations stand before those of this one, in the same environment. */
  readonly othersRecords?: number;
}

/** An account whose only certificate is due, and a repository whose jobs may write deployments. */
export async function openGatewayWorld({
  repository = {},
  inputs = {},
  othersRecords = 0,
}: GatewayWorldOptions = {}): Promise<KillWorld> {
  const estate = makeEstate('company', Date.now());
  const empty = makeEstate('empty', Date.now());
  const [company, ...others] = estate.cloudflare.accounts;
  if (company === undefined) throw new Error('The company is gone');
  const certificates = company.certificates.filter(({ id }) => id === OLD);
  const simulator = await startSimulator({
    settleMilliseconds: 40,
    estate: {
      ...empty,
      cloudflare: { ...empty.cloudflare, accounts: [{ ...company, certificates }, ...others] },
    },
  });
  const github = await startGitHub({
    seed: {
      repositories: [{ name: REPOSITORY, ...repository }],
      tokens: { [TOKEN]: { permissions: { deployments: 'write', actions: 'read' } } },
    },
  });
  addOthersRecords(github.world, othersRecords);
  const breaches: string[] = [];
  const gateway = () => {
    const account = simulator.readState().cloudflare.accounts[ACCOUNTS.company];
    if (account === undefined) throw new Error('The account is gone');
    return account.gateway;
  };
  const look = (what: string): void => {
    const { certificates } = gateway();
    const serving = certificates.find(({ inUse }) => inUse);
    if (serving?.status !== 'available') breaches.push(`${what}: nothing available is in use`);
    else if (Date.parse(serving.expiresOn) <= Date.now())
      breaches.push(`${what}: what is in use has expired`);
  };
  return {
    behind: { vendor: simulator.url, github: github.url },
    inputs: {
      provider: 'cloudflare-gateway',
      'account-id': ACCOUNTS.company,
      'api-token': TOKENS.write,
      'github-token': TOKEN,
      soak: '0s',
      overlap: '0s',
      ...inputs,
    },
    env: github.env,
    breaches,
    look,
    describe: () => {
      const { certificates, creations, deletedIds } = gateway();
      const [made] = creations;
      const name = (id: string) => (id === OLD ? 'old' : id === made?.id ? 'successor' : id);
      return {
        certificates: certificates.map(
          ({ id, status, inUse }) => `${name(id)} ${status}${inUse ? ' in use' : ''}`,
        ),
        creations: creations.length,
        deleted: deletedIds.map(name),
      };
    },
    countMade: () => gateway().creations.length,
    faults: planFaults(simulator, github),
    vendorCalls: simulator.history,
    secrets: [TOKENS.write, TOKEN],
    close: async () => {
      await Promise.all([simulator.close(), github.close()]);
    },
  };
}

/** What another account's rotations have recorded: lineages of two accounts share an environment. */
function addOthersRecords({ repositories, takeDeploymentId }: World, count: number): void {
  const lineage = { provider: 'cloudflare-gateway', scope: 'f'.repeat(32), name: 'in-use' };
  const records = Array.from({ length: count }, () => ({
    id: takeDeploymentId(),
    sha: COMMIT,
    ref: 'main',
    task: 'certops:rotation',
    payload: { version: 1, lineage },
    environment: 'certops-cloudflare-gateway-in-use',
    description: null,
    isTransient: false,
    isProduction: false,
    creator: BOT,
    createdAt: new Date(),
    statuses: [],
  }));
  repositories[0]?.deployments.push(...records);
}
