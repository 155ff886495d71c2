import type { Credentials } from './credentials.ts';
import { readMaterialText } from './material-text.ts';

/**
 * A credential whose private key is its text, read from the file where it was given as a path.
 * @throws InputError where the file cannot be read.
 */
export async function readSigningKey(
  credentials: Credentials,
  readFile: (path: string) => Promise<string>,
  keep: (secret: string) => void,
): Promise<Credentials> {
  if (credentials.scheme !== 'zscaler-key') return credentials;
  const input = credentials.from === 'inputs' ? 'client-private-key' : 'ZSCALER_PRIVATE_KEY';
  const privateKey = (await readMaterialText(input, credentials.privateKey, readFile)).trim();
  keep(privateKey);
  return { ...credentials, privateKey };
}
