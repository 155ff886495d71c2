import { makeEstate } from '../../simulator/estate.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import { describeEndpoints, type Endpoint } from '../action/support/endpoints.ts';
import { type House, play } from '../action/support/fault-cells.ts';
import { FAULTS, type Fault } from '../action/support/faults.ts';
import type { Cell, Outcome } from './cell.ts';
import { kindOf } from './vendor-cells.ts';

/** The vendors' lists that have pages, read in pages small enough for several. */
const PAGED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'client.list': { 'page-size': '5', status: '' },
  'zpa.certificates.list': { 'page-size': '2' },
  'zpa.issued.list': { 'page-size': '2' },
  'zpa.clientlessIssued.list': { 'page-size': '2' },
};
const PLACES = ['first', 'middle', 'last'] as const;

/** What a list holds where nothing goes wrong. */
interface Whole {
  readonly count: string | undefined;
  readonly pages: number;
}

/** Lists of which one page meets a fault: the whole is read, or the step fails; never is a part taken for it. */
export async function makePageCells(house: House): Promise<readonly Cell[]> {
  const endpoints = (await describeEndpoints()).filter(({ name }) => name in PAGED);
  return endpoints.flatMap((endpoint) => {
    let whole: Promise<Whole> | undefined;
    const readOnce = () => {
      whole ??= readWhole(endpoint, house);
      return whole;
    };
    return FAULTS.filter(({ forWritesOnly }) => forWritesOnly !== true).flatMap((fault) =>
      PLACES.map(
        (place): Cell => ({
          group: `${endpoint.provider}, pages of lists`,
          kind: kindOf(fault),
          name: `${endpoint.name}: ${fault.name}, ${place} page`,
          isInTests: fault.name === 'reset before' || (place === 'middle' && fault.name === 'empty body'),
          play: async () => playPage({ endpoint, fault, place, whole: await readOnce() }, house),
        }),
      ),
    );
  });
}

const inputsOf = ({ name }: Endpoint) => PAGED[name] ?? {};

async function readWhole(endpoint: Endpoint, house: House): Promise<Whole> {
  const { step, calls } = await play({
    endpoint,
    faults: [],
    inputs: inputsOf(endpoint),
    estate: makeEstate('company', Date.now()),
    house,
  });
  if (calls.length < PLACES.length) throw new Error(`${endpoint.name} has ${calls.length} pages only`);
  return { count: step.outputs.count, pages: calls.length };
}

interface SpoiltPage {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
  readonly place: (typeof PLACES)[number];
  readonly whole: Whole;
}

async function playPage({ endpoint, fault, place, whole }: SpoiltPage, house: House): Promise<Outcome> {
  const call = { first: 1, middle: Math.ceil(whole.pages / 2), last: whole.pages }[place];
  const { step, errors, harm } = await play({
    endpoint,
    faults: [{ ...fault.plan, endpoint: endpoint.name, call } as FaultPlan],
    inputs: { ...inputsOf(endpoint), ...(fault.plan.kind === 'stall' ? { 'request-timeout': '500ms' } : {}) },
    estate: makeEstate('company', Date.now()),
    house,
  });
  const isWhole = step.exitCode === 0 && step.outputs.count === whole.count && errors.length === 0;
  const hasFailed = step.exitCode === 1 && errors.length === 1 && step.outputs.count === undefined;
  const mayPass = fault.passes || (endpoint.takesNumericIds === true && fault.name.includes('numeric-ids'));
  const isRight = mayPass ? isWhole : hasFailed;
  return {
    wrong: [
      ...(isRight
        ? []
        : [`exit ${step.exitCode}, ${step.outputs.count} of ${whole.count}: ${errors.join()}`]),
      ...harm,
    ],
    doubled: 0,
    orphans: 0,
    leaks: harm.length,
  };
}
