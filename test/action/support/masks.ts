import type { Cell } from './fault-cells.ts';
import { masksOf } from './secret-hunt.ts';

/** Stands for a key that the step itself makes. */
export const MADE_KEY = 'a private key';
/** Stands for a sign-in that the step itself signs. */
export const MADE_ASSERTION = 'an assertion';

/** What a step masks, each told once; what cannot be foretold is told by its kind. */
function readMasks({ step, endpoint }: Cell): readonly string[] {
  const masks = masksOf(step).map((mask) => {
    if (endpoint.secrets.includes(mask)) return mask;
    if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(mask)) return MADE_KEY;
    return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(mask) ? MADE_ASSERTION : mask;
  });
  return [...new Set(masks)].sort();
}

/** What a step shows of how it keeps secrets. */
export function describeStep(cell: Cell) {
  const { step, harm } = cell;
  return {
    exitCode: step.exitCode,
    masks: readMasks(cell),
    harm,
    isDebugged: step.commands.some(({ name }) => name === 'debug'),
  };
}
