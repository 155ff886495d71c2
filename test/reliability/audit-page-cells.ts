import { makeEstate } from '../../simulator/estate.ts';
import type { FaultPlan } from '../../simulator/faults.ts';
import { describeEndpoints, type Endpoint } from '../action/support/endpoints.ts';
import { type House, play } from '../action/support/fault-cells.ts';
import { FAULTS, type Fault } from '../action/support/faults.ts';
import type { Cell, Outcome } from './cell.ts';
import { kindOf } from './vendor-cells.ts';

/** The lists that an audit reads, in pages small enough for several. */
const PAGED: Readonly<Record<string, string>> = { 'client.list': '5', 'zpa.certificates.list': '2' };
const PAGE = 2;

/** Audits that miss a page: the verdict is of the whole, or the audit says that it is incomplete and fails. */
export async function makeAuditPageCells(house: House): Promise<readonly Cell[]> {
  const endpoints = (await describeEndpoints()).filter(({ name }) => name in PAGED);
  return endpoints.flatMap((endpoint) => {
    let whole: Promise<string | undefined> | undefined;
    const readOnce = () => {
      whole ??= audit(endpoint, [], house).then(({ step }) => step.outputs.count);
      return whole;
    };
    return FAULTS.filter(({ forWritesOnly }) => forWritesOnly !== true).map(
      (fault): Cell => ({
        group: 'an audit, pages of lists',
        kind: kindOf(fault),
        name: `${endpoint.name}: ${fault.name}`,
        isInTests: fault.name === 'empty body',
        play: async () => playPage(endpoint, fault, await readOnce(), house),
      }),
    );
  });
}

function audit(endpoint: Endpoint, faults: readonly FaultPlan[], house: House) {
  return play({
    endpoint: { ...endpoint, inputs: {} },
    faults,
    inputs: {
      operation: 'audit',
      'report-formats': 'json',
      'page-size': PAGED[endpoint.name] ?? '',
      ...(faults.some(({ kind }) => kind === 'stall') ? { 'request-timeout': '500ms' } : {}),
    },
    estate: makeEstate('company', Date.now()),
    house,
  });
}

async function playPage(
  endpoint: Endpoint,
  fault: Fault,
  whole: string | undefined,
  house: House,
): Promise<Outcome> {
  const plan = { ...fault.plan, endpoint: endpoint.name, query: { page: String(PAGE) } } as FaultPlan;
  const { step, calls, harm } = await audit(endpoint, [plan], house);
  const { count, complete, verdict } = step.outputs;
  const mayPass = fault.passes || (endpoint.takesNumericIds === true && fault.name.includes('numeric-ids'));
  const isRight = mayPass
    ? complete === 'true' && count === whole
    : complete === 'false' && verdict === 'fail' && step.exitCode === 1;
  return {
    wrong: [
      ...(isRight ? [] : [`exit ${step.exitCode}, complete ${complete}, ${verdict}, ${count} of ${whole}`]),
      ...(calls.some((call) => call.fault !== undefined) ? [] : ['no call has met the fault']),
      ...harm,
    ],
    doubled: 0,
    orphans: 0,
    leaks: harm.length,
  };
}
