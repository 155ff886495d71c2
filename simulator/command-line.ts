import { parseArgs } from 'node:util';
import { ENDPOINTS } from './endpoints.ts';
import { ESTATE_NAMES, type EstateName } from './estate.ts';
import { type FaultPlan, parseFault } from './faults.ts';
import type { SimulatorOptions } from './server.ts';

export const HELP = `Simulates the certificate APIs on a loopback port, with a small company's estate.

Usage: npm run --silent simulator -- [options]

  --port N           listen on this port; 0, the default, takes any free one
  --estate NAME      ${ESTATE_NAMES.join(' or ')}; the first is the default
  --settle DURATION  how long a state change takes: 500ms, 2s; 1500ms is the default
  --fault JSON       plan a fault; may be given several times
  --unkind[=SEED]    random troubles, the same again for the same seed
  --help             this text

The first line on standard output is one JSON object: {"url": …, "env": {…}}.
Endpoints for faults: ${ENDPOINTS.join(', ')}, or * for any.
Example: --fault '{"endpoint":"gateway.create","kind":"lost-answer"}'
`;

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly options: SimulatorOptions };

/**
 * Reads the command line.
 * @param drawSeed gives the seed for an --unkind without one
 * @throws {Error} names the option, and what it may be
 */
export function readCommandLine(args: readonly string[], drawSeed: () => number): Command {
  const { values } = parseArgs({
    // parseArgs has no optional values: a bare --unkind becomes an empty one.
    args: args.map((argument) => (argument === '--unkind' ? '--unkind=' : argument)),
    options: {
      port: { type: 'string', default: '0' },
      estate: { type: 'string', default: ESTATE_NAMES[0] },
      settle: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      unkind: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const { unkind, settle } = values;
  return {
    kind: 'start',
    options: {
      port: readInteger('--port', values.port, 65_535),
      estate: readEstate(values.estate),
      faults: values.fault.map(readFault),
      ...(settle === undefined ? {} : { settleMilliseconds: readDuration('--settle', settle) }),
      ...(unkind === undefined
        ? {}
        : { unkind: unkind === '' ? drawSeed() : readInteger('--unkind', unkind, 2 ** 32 - 1) }),
    },
  };
}

function readInteger(option: string, value: string, largest: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= largest) return number;
  throw new Error(`${option} must be a whole number from 0 to ${largest}, not '${value}'`);
}

function readDuration(option: string, value: string): number {
  const match = /^(\d+)(ms|s|m)?$/.exec(value);
  if (match === null) throw new Error(`${option} must be a duration such as 500ms, 2s or 1m, not '${value}'`);
  return Number(match[1]) * { ms: 1, s: 1000, m: 60_000 }[(match[2] ?? 'ms') as 'ms' | 's' | 'm'];
}

function readEstate(value: string): EstateName {
  const name = ESTATE_NAMES.find((candidate) => candidate === value);
  if (name !== undefined) return name;
  throw new Error(`--estate must be ${ESTATE_NAMES.join(' or ')}, not '${value}'`);
}

function readFault(value: string): FaultPlan {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (cause) {
    throw new Error(`--fault must be JSON, not '${value}'`, { cause });
  }
  return parseFault(json);
}
