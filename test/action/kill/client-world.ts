import { createPrivateKey, X509Certificate } from 'node:crypto';
import { CLIENT_CERTIFICATES, ZONES } from '../../../simulator/cloudflare/client-estate.ts';
import { makeEstate, TOKENS } from '../../../simulator/estate.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { findVault, openSecret } from '../../support/github/secret-vault.ts';
import { startGitHub } from '../../support/github/server.ts';
import { REPOSITORY, TOKEN } from '../../support/github/world.ts';
import { type KillWorld, planFaults } from './play.ts';

const STORE_TOKEN = 'github_pat_OfTheTestsThatOpensNothing';

/**
 * A zone in which one device's certificate is due, and a repository with a secret for the next one.
 * @param environment whose secret it is; null: the repository's own
 */
export async function openClientWorld(environment: string | null = null): Promise<KillWorld> {
  const estate = makeEstate('company', Date.now());
  const empty = makeEstate('empty', Date.now());
  const [zone, ...others] = estate.cloudflare.zones;
  if (zone === undefined) throw new Error('The zone is gone');
  const old = zone.certificates.find(({ id }) => id === CLIENT_CERTIFICATES.thisMonth);
  if (old === undefined) throw new Error('The certificate that is due is gone');
  const simulator = await startSimulator({
    settleMilliseconds: 40,
    estate: {
      ...empty,
      cloudflare: { ...empty.cloudflare, zones: [{ ...zone, certificates: [old] }, ...others] },
    },
  });
  const github = await startGitHub({
    seed: {
      repositories: [{ name: REPOSITORY, environments: environment === null ? [] : [{ name: environment }] }],
      tokens: {
        [TOKEN]: { permissions: { deployments: 'write' } },
        [STORE_TOKEN]: {
          kind: 'personal',
          login: 'octocat',
          permissions: environment === null ? { secrets: 'write' } : { environments: 'write' },
        },
      },
    },
  });
  const breaches: string[] = [];
  const certificates = () => simulator.readState().cloudflare.zones[ZONES.company]?.clientCertificates ?? [];
  const [repository] = github.world.repositories;
  const vault = repository === undefined ? null : findVault(repository, environment);
  if (vault === null) throw new Error('The repository is gone');
  /** The state of the certificate whose key is kept; null before any is. */
  const readHeld = async () => {
    const bundle = await openSecret(vault, 'MTLS');
    if (bundle === null) return null;
    const [pem = ''] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(bundle) ?? [];
    const [key = ''] = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(bundle) ?? [];
    const kept = new X509Certificate(pem);
    if (!kept.checkPrivateKey(createPrivateKey(key))) throw new Error('The secret holds halves of two pairs');
    const answer = await fetch(
      `${simulator.url}/client/v4/zones/${ZONES.company}/client_certificates?per_page=50`,
      {
        headers: { authorization: `Bearer ${TOKENS.readOnly}` },
      },
    );
    const { result } = (await answer.json()) as {
      readonly result: readonly {
        readonly id: string;
        readonly status: string;
        readonly certificate: string;
      }[];
    };
    return result.find(
      ({ certificate }) => new X509Certificate(certificate).fingerprint256 === kept.fingerprint256,
    );
  };
  let looks = Promise.resolve();
  return {
    behind: { vendor: simulator.url, github: github.url },
    inputs: {
      provider: 'cloudflare-client',
      'zone-id': ZONES.company,
      'api-token': TOKENS.write,
      name: old.subject.commonName,
      'validity-days': '90',
      'github-token': TOKEN,
      'store-secret': 'MTLS',
      'store-token': STORE_TOKEN,
      ...(environment === null ? {} : { 'store-environment': environment }),
      overlap: '0s',
    },
    env: github.env,
    breaches,
    look: (what) => {
      const oldIsActive = certificates().find(({ id }) => id === old.id)?.status === 'active';
      looks = looks.then(async () => {
        const held = await readHeld();
        if (held === undefined) breaches.push(`${what}: the secret holds the key of no certificate`);
        else if (held === null) {
          if (!oldIsActive) breaches.push(`${what}: the old one is away before another is kept`);
        } else if (held.status !== 'active')
          breaches.push(`${what}: what the secret holds is ${held.status}`);
      });
    },
    describe: async () => {
      await looks;
      const held = await readHeld();
      return {
        alive: certificates()
          .filter(({ status }) => status !== 'revoked')
          .map(
            ({ id, status }) => `${id === old.id ? 'old' : id === held?.id ? 'kept' : 'another'} ${status}`,
          ),
        holds: held === null || held === undefined ? 'nothing' : 'the key of an active one',
      };
    },
    countMade: () => certificates().filter(({ id, status }) => id !== old.id && status !== 'revoked').length,
    faults: planFaults(simulator, github),
    vendorCalls: simulator.history,
    secrets: [TOKENS.write, TOKEN, STORE_TOKEN],
    close: async () => {
      await Promise.all([simulator.close(), github.close()]);
    },
  };
}
