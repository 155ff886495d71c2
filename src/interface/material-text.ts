import { InputError } from './input-error.ts';

/** A longer text is no path on any system. */
const LONGEST_PATH = 4096;

/** Whether the input holds the material itself, not the path of a file. */
export function isMaterialText(given: string): boolean {
  return given.includes('-----BEGIN') || given.includes('\n') || given.length > LONGEST_PATH;
}

/**
 * The material that an input names: its text, or the content of the file whose path it is.
 * @throws InputError where it is neither; what was given is not shown, since it may be a key.
 */
export async function readMaterialText(
  input: string,
  given: string,
  read: (path: string) => Promise<string>,
): Promise<string> {
  if (isMaterialText(given)) return given;
  try {
    return await read(given);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read';
    throw new InputError([
      {
        input,
        message: `is neither PEM text (it holds no -----BEGIN) nor the path of a file that can be read (${code}). Give the PEM itself, or a path relative to the workspace`,
      },
    ]);
  }
}
