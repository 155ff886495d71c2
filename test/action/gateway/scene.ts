import { runStep, type Step, type StepResult } from '../../../scripts/support/step-runner.ts';
import type { GatewayCertificateSeed, TokenSeed } from '../../../simulator/cloudflare/seeds.ts';
import type { GatewayCertificateState, GatewayState } from '../../../simulator/cloudflare/state.ts';
import { ACCOUNTS, type Estate, makeEstate, TOKENS } from '../../../simulator/estate.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/server.ts';

export const ACCOUNT = ACCOUNTS.company;
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** The `with:` of a step. */
export type With = Step['with'];

/** One simulated vendor, and steps that are run against it. */
export interface Scene {
  readonly simulator: Simulator;
  /** Runs the built action; account, URL, token and short pauses are given unless said otherwise. */
  step(inputs: With, more?: Omit<Step, 'with'>): Promise<StepResult>;
  /** The endpoints that were called, in order. */
  calls(): readonly string[];
  /** The account's Gateway as it is at the vendor. */
  gateway(): GatewayState;
  /** A certificate as it is at the vendor. */
  certificate(id: string): GatewayCertificateState;
  /** Resolves once the endpoint was called so often. */
  waitForCalls(endpoint: string, count: number): Promise<void>;
  /** Lets so many milliseconds pass at the vendor. */
  passTime(milliseconds: number): void;
}

export interface SceneOptions extends Omit<SimulatorOptions, 'estate'> {
  /** In place of the company's certificates. */
  readonly certificates?: readonly GatewayCertificateSeed[];
  /** Which of them is in use. */
  readonly inUse?: string;
  /** Besides the company's tokens. */
  readonly tokens?: readonly TokenSeed[];
}

/** Starts a simulator of its own for a test, and ends it however the test ends. */
export async function withScene(options: SceneOptions, play: (scene: Scene) => Promise<void>): Promise<void> {
  const { certificates, inUse, tokens, ...rest } = options;
  let ahead = 0;
  const simulator = await startSimulator({
    settleMilliseconds: 30,
    clock: { now: () => Date.now() + ahead },
    ...rest,
    estate: buildEstate({
      ...(certificates === undefined ? {} : { certificates }),
      ...(inUse === undefined ? {} : { inUse }),
      tokens: tokens ?? [],
    }),
  });
  const gateway = () => {
    const account = simulator.readState().cloudflare.accounts[ACCOUNT];
    if (account === undefined) throw new Error('The account is gone');
    return account.gateway;
  };
  const calls = () => simulator.history.map(({ endpoint, method, path }) => endpoint ?? `${method} ${path}`);
  try {
    await play({
      simulator,
      step: (inputs, more = {}) =>
        runStep({
          with: {
            provider: 'cloudflare-gateway',
            'account-id': ACCOUNT,
            'api-url': simulator.url,
            'api-token': TOKENS.write,
            'poll-interval': '20ms',
            'retry-delay': '10ms',
            ...inputs,
          },
          ...more,
        }),
      calls,
      waitForCalls: async (endpoint, count) => {
        while (calls().filter((call) => call === endpoint).length < count) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
      passTime: (milliseconds) => {
        ahead += milliseconds;
      },
      gateway,
      certificate: (id) => {
        const found = gateway().certificates.find((certificate) => certificate.id === id);
        if (found === undefined) throw new Error(`There is no certificate ${id} at the vendor`);
        return found;
      },
    });
  } finally {
    await simulator.close();
  }
}

/** The company's Cloudflare, without its Zscaler. */
function buildEstate({
  certificates,
  inUse,
  tokens,
}: Pick<SceneOptions, 'certificates' | 'inUse' | 'tokens'>): Estate {
  const now = Date.now();
  const company = makeEstate('company', now);
  const accounts = company.cloudflare.accounts.map((account) =>
    account.id === ACCOUNT && certificates !== undefined
      ? { ...account, certificates, settings: inUse === undefined ? {} : { certificate: { id: inUse } } }
      : account,
  );
  return {
    cloudflare: {
      ...company.cloudflare,
      accounts,
      tokens: [...company.cloudflare.tokens, ...(tokens ?? [])],
    },
    zscaler: makeEstate('empty', now).zscaler,
    env: company.env,
  };
}

/** A seeded certificate: gateway_managed, available, a year old, with so many days (and a half) left. */
export function seedCertificate(
  number: number,
  { daysLeft = 300, ...facts }: Partial<GatewayCertificateSeed> & { readonly daysLeft?: number } = {},
): GatewayCertificateSeed {
  const now = Date.now();
  return {
    id: idOf(number),
    type: 'gateway_managed',
    status: 'available',
    createdAt: now - 365 * DAY,
    expiresOn: now + (daysLeft + 0.5) * DAY,
    ...facts,
  };
}

/** The id of a seeded certificate. */
export function idOf(number: number): string {
  return `ab1e0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** What the step's errors, warnings or notices say. */
export function messagesOf(step: StepResult, level: 'error' | 'warning' | 'notice'): readonly string[] {
  return step.commands.filter(({ name }) => name === level).map(({ message }) => message);
}

/** The one error of a step that failed. */
export function errorOf(step: StepResult): string {
  const errors = messagesOf(step, 'error');
  if (step.exitCode !== 1 || errors.length !== 1) {
    throw new Error(`Exit code ${step.exitCode}, ${errors.length} errors:\n${step.stdout}${step.stderr}`);
  }
  return errors.join('');
}

/** The records of the output `certificates`. */
export function recordsOf(step: StepResult): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(step.outputs.certificates ?? 'null');
}
