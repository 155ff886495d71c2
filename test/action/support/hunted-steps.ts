import { reportFormats } from '../../../src/interface/words.ts';
import { TOKEN as GITHUB_TOKEN } from '../../support/github/world.ts';
import { issue, makeEcKeys } from '../../support/material.ts';
import { describeEndpoints, type Endpoint } from './endpoints.ts';

/** One operation with one provider, and the endpoint at which it can be troubled. */
export interface HuntedStep {
  readonly name: string;
  readonly endpoint: Endpoint['name'];
  readonly provider: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

const STORE_TOKEN = 'github_pat_OfTheHuntThatOpensNothing00001';
const PHASES = 'plan,stage,promote,retire';
const NOBODY_WAITS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'cloudflare-gateway': { soak: '0s', overlap: '0s', phases: PHASES },
  'cloudflare-client': { overlap: '0s', phases: PHASES, 'validity-days': 90 },
  'zscaler-zpa': { soak: '0s', overlap: '0s', phases: PHASES },
};

/** The tokens for GitHub that the steps are given. */
export const GITHUB_TOKENS = {
  [GITHUB_TOKEN]: { permissions: { issues: 'write', deployments: 'write', actions: 'read' } },
  [STORE_TOKEN]: { permissions: { secrets: 'write', environments: 'write' } },
} as const;

/** Every operation of each provider: those of one call, and the two that make many. */
export async function listHuntedSteps(): Promise<readonly HuntedStep[]> {
  const endpoints = await describeEndpoints();
  const single = endpoints
    // The token calls are part of all the others.
    .filter(({ name }) => !['zpa.signout', 'zpa.issued.list', 'zpa.clientlessIssued.list'].includes(name))
    .map(({ name, provider, inputs, env, secrets }) => ({
      name: `${inputs.operation} on ${provider}, ${name}`,
      endpoint: name,
      provider,
      inputs,
      env,
      secrets,
    }));
  const stores = ['gateway.list', 'client.list', 'zpa.certificates.list'].flatMap(
    (list) => endpoints.find(({ name }) => name === list) ?? [],
  );
  const audits = stores.map(({ name, provider, env, secrets }) => ({
    name: `audit of ${provider}`,
    endpoint: name,
    provider,
    inputs: {
      operation: 'audit',
      'report-formats': reportFormats.join(),
      issue: true,
      'github-token': GITHUB_TOKEN,
      'on-empty': 'ignore',
    },
    env,
    secrets: [...secrets, GITHUB_TOKEN],
  }));
  const checks = stores.map(({ name, provider, env, secrets }) => ({
    name: `check of ${provider}`,
    endpoint: name,
    provider,
    inputs: { operation: 'check' },
    env,
    secrets,
  }));
  return [...single, ...checks, ...audits, ...(await listRotations(stores))];
}

async function listRotations(stores: readonly Endpoint[]): Promise<readonly HuntedStep[]> {
  const keys = makeEcKeys();
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const now = Date.now();
  const { pem } = await issue({
    subject: 'CN=wiki.simulator.example',
    sans: ['wiki.simulator.example'],
    keys,
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 90 * 24 * 60 * 60 * 1000),
  });
  const inputs: Readonly<Record<string, HuntedStep['inputs']>> = {
    'cloudflare-gateway': { 'successor-id': 'new' },
    'cloudflare-client': {
      name: 'device-012.company.example',
      'store-secret': 'DEVICE_MTLS',
      'store-token': STORE_TOKEN,
    },
    'zscaler-zpa': {
      name: 'wiki',
      'successor-id': 'new',
      certificate: pem,
      'private-key': privateKey,
      'allow-untrusted-chain': true,
    },
  };
  const endpointOf: Readonly<Record<string, Endpoint['name']>> = {
    'cloudflare-gateway': 'gateway.create',
    'cloudflare-client': 'client.create',
    'zscaler-zpa': 'zpa.certificates.list',
  };
  return stores.map(({ provider, env, secrets, name }) => ({
    name: `rotate on ${provider}`,
    endpoint: endpointOf[provider] ?? name,
    provider,
    inputs: {
      operation: 'rotate',
      ...NOBODY_WAITS[provider],
      'github-token': GITHUB_TOKEN,
      ...inputs[provider],
    },
    env,
    secrets: [
      ...secrets,
      GITHUB_TOKEN,
      ...(provider === 'cloudflare-client' ? [STORE_TOKEN] : []),
      ...(provider === 'zscaler-zpa' ? [privateKey.trim()] : []),
    ],
  }));
}
