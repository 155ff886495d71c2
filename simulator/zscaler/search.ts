import { ERROR_IDS, refuse } from './errors.ts';
import type { JsonObject } from './wire.ts';

const OPERATORS: Readonly<Record<string, (field: string, value: string) => boolean>> = {
  EQ: (field, value) => field === value,
  NE: (field, value) => field !== value,
  GT: (field, value) => compare(field, value) > 0,
  LT: (field, value) => compare(field, value) < 0,
  GE: (field, value) => compare(field, value) >= 0,
  LE: (field, value) => compare(field, value) <= 0,
  LIKE: (field, value) => field.toLowerCase().includes(value.toLowerCase()),
  CONTAINS: (field, value) => field.toLowerCase().includes(value.toLowerCase()),
  STARTSWITH: (field, value) => field.toLowerCase().startsWith(value.toLowerCase()),
  ENDSWITH: (field, value) => field.toLowerCase().endsWith(value.toLowerCase()),
};

/**
 * The filter that a search stands for: `field operator value`, with blanks or literal plus signs between them.
 * @throws {Refusal} 400 where it is not of that form
 */
export function readSearch(search: string): (row: JsonObject) => boolean {
  const [, field = '', operator = '', value = ''] = /^(\w+)[ +]+(\w+)[ +]+(.+)$/s.exec(search) ?? [];
  const holds = OPERATORS[operator.toUpperCase()];
  if (holds === undefined) {
    throw refuse(400, ERROR_IDS.invalidOperand, `Invalid operand in the search '${search}'`, {
      params: [search],
    });
  }
  return (row) => {
    const given = row[field];
    return (typeof given === 'string' || typeof given === 'boolean') && holds(String(given), value);
  };
}

/** Numbers by size, all else by letters. */
function compare(left: string, right: string): number {
  const numeric = /^\d+$/.test(left) && /^\d+$/.test(right);
  if (numeric && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}
