import { afterAll, describe, expect, test } from '@jest/globals';
import { forEachOf, openHouse } from './support/fault-cells.ts';
import { hunt, type Outcome } from './support/hunt.ts';
import { listHuntedSteps } from './support/hunted-steps.ts';

/*
 * Every operation × outcome. What `secrets.test.ts` covers already (a success, a refused input, a 403 that repeats
 * the secrets) is played here for those operations that are not there: audits, rotations and checks. Every fourth
 * case is played, and in turn with debugging on and off, so that neighbours make up for each other; every one, with
 * debugging both on and off, with SECRET_MATRIX=whole.
 */
const AT_ONCE = 3;
const isWhole = process.env.SECRET_MATRIX === 'whole';

const OUTCOMES: readonly Outcome[] = [
  {
    name: 'an error of the server that repeats the secrets',
    faults: (endpoint, echo) => [{ kind: 'status', endpoint, status: 500, message: echo, call: 'every' }],
  },
  { name: 'a lost answer', faults: (endpoint) => [{ kind: 'lost-answer', endpoint, call: 1 }] },
  { name: 'a verdict that fails', inputs: { 'fail-within': '36500d' } },
  {
    name: 'a cancelled job',
    faults: (endpoint) => [{ kind: 'stall', endpoint, call: 'every' }],
    signal: 'SIGINT',
  },
];
const MORE_OUTCOMES: readonly Outcome[] = [
  { name: 'a success' },
  { name: 'a refusal of the inputs', inputs: { 'max-retries': 'many' } },
  {
    name: 'an error that repeats the secrets',
    faults: (endpoint, echo) => [{ kind: 'status', endpoint, status: 403, message: echo, call: 'every' }],
  },
  {
    name: 'a job that is ended',
    faults: (endpoint) => [{ kind: 'stall', endpoint, call: 'every' }],
    signal: 'SIGTERM',
  },
];

/** @param makesKey whether a file with a key is there when the step is cancelled: then that is always played. */
function chooseCases(outcomes: readonly Outcome[], turn: number, makesKey: boolean) {
  const all = outcomes.flatMap((outcome) => [true, false].map((debug) => ({ outcome, debug })));
  return isWhole
    ? all
    : all.filter(
        ({ outcome }, index) => (index + turn) % 4 === 0 || (makesKey && outcome.signal !== undefined),
      );
}

const house = await openHouse();
afterAll(house.close);
const steps = await listHuntedSteps();

describe('no secret is seen, no file stays and none is for others', () => {
  test.each(steps.map((step) => [step.name, step] as const))('%s', async (name, step) => {
    const all = /^(?:audit|rotate|check)/.test(name) || isWhole ? [...OUTCOMES, ...MORE_OUTCOMES] : OUTCOMES;
    const cases = chooseCases(all, steps.indexOf(step), step.endpoint === 'client.create');
    const found = await forEachOf(cases, AT_ONCE, ({ outcome, debug }) => hunt(step, outcome, debug, house));
    const tell = (index: number) =>
      `${cases[index]?.outcome.name}, debugging ${cases[index]?.debug ? 'on' : 'off'}`;
    expect(found.map(({ harm }, index) => [tell(index), harm])).toEqual(
      cases.map((_, index) => [tell(index), []]),
    );
    for (const [index, { ending }] of found.entries()) {
      const { signal } = cases[index]?.outcome ?? {};
      expect([tell(index), ending]).toEqual([
        tell(index),
        expect.stringMatching(signal === undefined ? /^[01]$/ : /^cancelled$/),
      ]);
    }
  });
});
