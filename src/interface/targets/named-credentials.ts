import type { InputProblem } from '../input-error.ts';
import { isCredentialName } from './field-texts.ts';
import type { SecretKeeper } from './secret-keeper.ts';
import { createProblemLog } from './targets-context.ts';
import { isPlainName } from './texts.ts';
import { parseYaml } from './yaml-text.ts';

const ALLOWED = 'allowed: a YAML or JSON map of names to credentials, such as NAME: value';

/**
 * The credentials of the input `credentials` by their names. Each is kept secret as soon as it is known, and
 * nothing of the text is shown but names that are plainly names.
 */
export async function readNamedCredentials(
  text: string,
  secrets: SecretKeeper,
  problems: InputProblem[],
): Promise<ReadonlyMap<string, string>> {
  const credentials = new Map<string, string>();
  if (text === '') return credentials;
  const { tell } = createProblemLog(problems, { input: 'credentials', path: null, secrets });
  const parsed = await parseYaml(text);
  if ('problems' in parsed) {
    for (const { position, message } of parsed.problems) tell(position, null, message);
    return credentials;
  }
  const { root, positionOf } = parsed.ok;
  if (root.kind !== 'map') {
    tell(null, null, `is a ${root.kind} of ${text.length} characters, which is not shown; ${ALLOWED}`);
    return credentials;
  }
  for (const { value } of root.entries.values()) if (value.kind === 'text') secrets.keep(value.text);
  for (const [name, { keyAt, value }] of root.entries) {
    if (!isCredentialName(name)) {
      tell(
        positionOf(keyAt),
        null,
        `a name of ${name.length} characters, which is not shown; allowed: letters, digits and underscores, not a digit first. Is the blank after its colon missing?`,
      );
    } else if (value.kind === 'text') {
      credentials.set(name, value.text);
    } else {
      const subject = isPlainName(name) ? name : null;
      tell(
        positionOf(value.at),
        subject,
        `is a ${value.kind}; allowed: one text. Put the credential in quotes`,
      );
    }
  }
  return credentials;
}
