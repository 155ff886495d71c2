/** A public key of GitHub's that a secret is sealed for. */
export interface SealingKey {
  /** What GitHub knows it by. */
  readonly id: string;
  /** 32 octets. */
  readonly octets: Uint8Array;
}

/**
 * Seals a text so that only GitHub can open it: a sealed box of libsodium (GitHub REST API, Encrypting secrets for the
 * REST API). The library is loaded only here: it is half a megabyte of WebAssembly.
 * @returns base64
 * @throws Error where the library cannot be loaded, or the key is no point of the curve; the text is not in it.
 */
export async function seal(text: string, { octets }: SealingKey): Promise<string> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seal(text, octets)).toString('base64');
}
