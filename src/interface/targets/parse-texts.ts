import type * as z from 'zod/mini';
import { describeUnseen } from '../parse-inputs.ts';
import type { SecretKeeper } from './secret-keeper.ts';
import { describeText } from './targets-context.ts';

/** What must not be shown of the texts. */
export interface Discretion {
  readonly isHidden: (key: string, text: string) => boolean;
  readonly secrets: SecretKeeper;
}

/** Reads each text by the schema of its key; one that cannot be read is told of and left out. */
export function parseTexts<Shape extends Record<string, z.ZodMiniOptional>>(
  { shape }: z.ZodMiniObject<Shape>,
  texts: Readonly<Partial<Record<string, string>>>,
  tell: (key: string, message: string) => void,
  { isHidden, secrets }: Discretion,
): z.output<z.ZodMiniObject<Shape>> {
  const values: Record<string, unknown> = {};
  // Key by key: of thousands of targets each gives a few of many keys.
  for (const [key, text = ''] of Object.entries(texts)) {
    const parsed = shape[key]?.safeParse(text);
    if (parsed?.success === true) {
      values[key] = parsed.data;
    } else {
      const given = isHidden(key, text) ? describeUnseen(text) : describeText(text, secrets);
      tell(key, `${given}; ${parsed?.error.issues[0]?.message ?? ''}`);
    }
  }
  return values as z.output<z.ZodMiniObject<Shape>>;
}
