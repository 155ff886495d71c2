import { generateKeyPairSync } from 'node:crypto';
import { findEnvironment } from './environment-state.ts';
import type { Repository } from './world.ts';

/** A key pair that secrets are sealed for. */
export interface SecretKey {
  readonly id: string;
  /** 32 octets in base64. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A secret as it came: sealed. */
export interface StoredSecret {
  /** In upper case, as GitHub keeps names. */
  readonly name: string;
  readonly createdAt: Date;
  updatedAt: Date;
  sealed: string;
  keyId: string;
}

/** The secrets of a repository or of one environment. */
export interface SecretVault {
  /** Null: of the repository itself. */
  readonly environment: string | null;
  /** The last one is in force. */
  readonly keys: SecretKey[];
  readonly secrets: StoredSecret[];
}

/** The vault of a repository, or of one of its environments; null where it has no such environment. */
export function findVault(
  { vaults, environments }: Pick<Repository, 'vaults' | 'environments'>,
  environment: string | null,
): SecretVault | null {
  const name = environment === null ? null : findEnvironment(environments, environment)?.name;
  if (name === undefined) return null;
  const found = vaults.find((one) => one.environment === name);
  if (found !== undefined) return found;
  const vault = { environment: name, keys: [makeKey()], secrets: [] };
  vaults.push(vault);
  return vault;
}

/** From now on secrets are sealed for another key. */
export function rotateKey(vault: SecretVault): void {
  vault.keys.push(makeKey());
}

export function currentKey({ keys }: SecretVault): SecretKey {
  const key = keys.at(-1);
  if (key === undefined) throw new Error('A vault has a key');
  return key;
}

/** The text of a secret; null where there is none of that name. @throws Error where it was not sealed for its key. */
export async function openSecret(vault: SecretVault, name: string): Promise<string | null> {
  const secret = vault.secrets.find((one) => one.name === name.toUpperCase());
  if (secret === undefined) return null;
  const key = vault.keys.find(({ id }) => id === secret.keyId);
  if (key === undefined) throw new Error(`There is no key ${secret.keyId}`);
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const [sealed, publicKey, privateKey] = [secret.sealed, key.publicKey, key.privateKey].map(
    (text) => new Uint8Array(Buffer.from(text, 'base64')),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  return Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, privateKey)).toString();
}

/** Made by Node, whose keys on Curve25519 are the same octets as libsodium's. */
function makeKey(): SecretKey {
  const { x = '', d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const toBase64 = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const id = String(Buffer.from(x, 'base64url').readBigUInt64BE());
  return { id, publicKey: toBase64(x), privateKey: toBase64(d) };
}
