import type { FaultPlan } from './faults.ts';

type Shape = Extract<FaultPlan, { kind: 'wrong-shape' }>['shape'];

/** A result in a shape that no reference promises. */
export function swapShape(result: unknown, shape: Shape): unknown {
  switch (shape) {
    case 'string':
      return 'unexpected';
    case 'swapped':
      return Array.isArray(result) ? { items: result } : [result];
    case 'numeric-ids':
      return Array.isArray(result) ? result.map(giveNumericId) : giveNumericId(result);
  }
}

function giveNumericId(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? { ...item, id: 123456 } : item;
}
