import { afterAll, describe, expect, test } from '@jest/globals';
import type { FaultPlan } from '../../simulator/faults.ts';
import { describeEndpoints, type Endpoint } from './support/endpoints.ts';
import { forEachOf, openHouse, play } from './support/fault-cells.ts';
import { describeStep, MADE_KEY } from './support/masks.ts';
import { formsOf } from './support/secret-hunt.ts';
import { learnFirstToken } from './support/session-tokens.ts';

const AT_ONCE = 4;
const house = await openHouse();
const endpoints = await describeEndpoints();
const legacyToken = await learnFirstToken('/signin');
const oneApiToken = await learnFirstToken('/oauth2/v1/token');

afterAll(house.close);

/** The session's token that the step of an endpoint gets; null where it needs none. */
function findSessionToken({ provider, env }: Endpoint): string | null {
  if (provider !== 'zscaler-zpa') return null;
  return 'ZSCALER_VANITY_DOMAIN' in env ? oneApiToken : legacyToken;
}

/** An endpoint that refuses has not given its token yet. */
function isSignIn({ name }: Endpoint): boolean {
  return name === 'zpa.signin' || name === 'oneapi.token';
}

/** What a step can do without: signing out, and asking whether a token is good that has just been used. */
function isDispensable({ name }: Endpoint): boolean {
  return name === 'zpa.signout' || name === 'token.verify';
}

/** How a step goes, and what the vendor says in it. */
interface Scenario {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** @param echo every secret in every form. */
  readonly faults: (endpoint: Endpoint, echo: string) => readonly FaultPlan[];
  /** Whether the endpoint is called, and gives what it is asked for. */
  readonly calls: 'well' | 'in vain' | 'never';
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'a success', inputs: {}, faults: () => [], calls: 'well' },
  {
    name: 'a refusal of the inputs',
    inputs: { 'max-retries': 'many' },
    faults: () => [],
    calls: 'never',
  },
  {
    name: 'an error that repeats the secrets',
    inputs: {},
    faults: ({ name }, echo) => [
      { kind: 'status', endpoint: name, status: 403, message: echo, call: 'every' },
    ],
    calls: 'in vain',
  },
  {
    name: 'a page that repeats the secrets',
    inputs: {},
    faults: ({ name }, echo) => [
      {
        kind: 'status',
        endpoint: name,
        status: 403,
        body: { text: `<html><title>${echo}</title>${echo}</html>`, contentType: 'text/html' },
        call: 'every',
      },
    ],
    calls: 'in vain',
  },
];

/** What a step may mask: its credential, what it signs in with, and the key it makes; nothing else. */
function expectMasks(endpoint: Endpoint, { calls }: Scenario): readonly string[] {
  const token = findSessionToken(endpoint);
  const getsToken = calls === 'well' || (calls === 'in vain' && !isSignIn(endpoint));
  return [
    ...endpoint.secrets,
    ...(token !== null && getsToken ? [token] : []),
    ...(endpoint.name === 'client.create' && calls !== 'never' ? [MADE_KEY] : []),
  ].sort();
}

describe('no secret is seen, whatever comes of it', () => {
  const cases = SCENARIOS.flatMap((scenario) => [true, false].map((debug) => ({ scenario, debug })));

  test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_, endpoint) => {
    const token = isSignIn(endpoint) ? null : findSessionToken(endpoint);
    const known = token === null ? endpoint.secrets : [...endpoint.secrets, token];
    const echo = known.flatMap(formsOf).join(' ');
    const seen = await forEachOf(cases, AT_ONCE, async ({ scenario, debug }) => {
      const faults = scenario.faults(endpoint, echo);
      const cell = await play({ endpoint, faults, inputs: scenario.inputs, debug, house });
      const isShown = scenario.calls === 'in vain' && cell.step.exitCode === 1;
      // What the vendor said is told, with the secrets taken out.
      return { ...describeStep(cell), isTold: isShown ? cell.errors.join().includes('***') : true };
    });
    const expected = cases.map(({ scenario, debug }) => ({
      exitCode:
        scenario.calls === 'never' || (scenario.calls === 'in vain' && !isDispensable(endpoint)) ? 1 : 0,
      masks: expectMasks(endpoint, scenario),
      harm: [],
      isDebugged: debug && scenario.calls !== 'never',
      isTold: true,
    }));
    const named = (rows: readonly object[]) =>
      rows.map((row, index) => ({
        case: `${cases[index]?.scenario.name}, debugging ${cases[index]?.debug ? 'on' : 'off'}`,
        ...row,
      }));
    expect(named(seen)).toEqual(named(expected));
  });
});
