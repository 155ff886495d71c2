import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findClosedUrl } from '../../../simulator/closed-port.ts';
import { listMeetings, type Meeting } from '../../reliability/vendor-cells.ts';
import { expectEnding, readEnding } from './endings.ts';
import type { Endpoint } from './endpoints.ts';
import { type Cell, forEachOf, type House, openHouse, play, playFault } from './fault-cells.ts';
import type { Fault } from './faults.ts';

/** Steps that run at the same time: more than a small machine has cores, since some of them wait. */
const AT_ONCE = 4;
const PLAYING_TIMEOUT_MILLISECONDS = 300_000;

/**
 * One step of the built action, and a simulator, for each endpoint and each fault that it can meet: all of those of
 * creates, those of changes that are met once, and a third of the rest. `npm run reliability` plays all.
 */
export async function describeFaultMatrix(provider: string): Promise<void> {
  const meetings = (await listMeetings()).filter(
    ({ endpoint, isInTests }) => endpoint.provider === provider && isInTests,
  );
  const endpoints = [...new Set(meetings.map(({ endpoint }) => endpoint))];
  const house = await openHouse();

  afterAll(house.close);

  describe.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s meets',
    (_, endpoint) => {
      describeMeetings(
        meetings.filter((meeting) => meeting.endpoint === endpoint),
        house,
      );
    },
  );
  describe('a connection that is refused', () => {
    describeRefusals(endpoints, house);
  });
  describe('a create whose answer is lost, and whose store cannot be read since', () => {
    const [creation, list] = findCreation(endpoints);
    test('is never sent again, and the error says what to look for', async () => {
      const cell = await play({
        endpoint: creation,
        faults: [
          { kind: 'lost-answer', endpoint: creation.name },
          { kind: 'status', status: 503, endpoint: list.name, call: 2, times: 1000 },
        ],
        inputs: { 'wait-timeout': '200ms' },
        house,
      });
      const ending = readEnding(cell, { said: /connection to .* was cut/ });
      expect(ending).toMatchObject({ word: 'unknown', unsaid: [], creations: 1, creates: 1, harm: [] });
      expect(ending).toMatchObject({ changed: undefined, isNamed: false });
      expect(cell.errors.join()).toMatch(/could not be read since \(.*503/);
    });
  });
}

function describeMeetings(meetings: readonly Meeting[], house: House): void {
  const cells = new Map<string, Cell>();
  const named = meetings.map((meeting) => ({
    ...meeting,
    name: `${meeting.fault.name}, ${meeting.persistence}`,
  }));

  beforeAll(async () => {
    // Those that wait longest begin first.
    const inOrder = [...named].sort((a, b) => Number(isStall(b.fault)) - Number(isStall(a.fault)));
    await forEachOf(inOrder, AT_ONCE, async ({ name, endpoint, fault, persistence }) => {
      cells.set(name, await playFault(endpoint, fault, persistence, house));
    });
  }, PLAYING_TIMEOUT_MILLISECONDS);

  test.each(named)('$name', ({ name, endpoint, fault, persistence }) => {
    expect(readEnding(requireCell(cells, name), fault)).toEqual(expectEnding(endpoint, fault, persistence));
  });
}

function describeRefusals(endpoints: readonly Endpoint[], house: House): void {
  const said = /connection to 127\.0\.0\.1:\d+ was refused \(ECONNREFUSED\)/;
  const cells = new Map<string, Cell>();

  beforeAll(async () => {
    const inputs = { 'api-url': await findClosedUrl() };
    await forEachOf(endpoints, AT_ONCE, async (endpoint) => {
      cells.set(endpoint.name, await play({ endpoint, faults: [], inputs, house }));
    });
  }, PLAYING_TIMEOUT_MILLISECONDS);

  test.each(endpoints.map(({ name }) => name))('fails %s, and leaves nothing unknown', (name) => {
    const { word, unsaid, changed, harm } = readEnding(requireCell(cells, name), { said });
    expect({ word, unsaid, changed, harm }).toEqual({
      word: 'failed',
      unsaid: [],
      changed: 'false',
      harm: [],
    });
  });
}

function requireCell(cells: ReadonlyMap<string, Cell>, name: string): Cell {
  const cell = cells.get(name);
  if (cell === undefined) throw new Error(`The cell '${name}' was not played`);
  return cell;
}

/** The endpoint that creates, and the one that lists what it created. */
function findCreation(endpoints: readonly Endpoint[]): readonly [Endpoint, Endpoint] {
  const creation = endpoints.find(({ effect }) => effect === 'create');
  const list = endpoints.find(({ name }) => name === creation?.name.replace(/create$/, 'list'));
  if (creation === undefined || list === undefined) throw new Error('There is no create, or no list');
  return [creation, list];
}

function isStall(fault: Fault): boolean {
  return fault.plan.kind === 'stall';
}
