import { SHORTEST_CREDENTIAL } from '../credentials.ts';

/** Knows the secrets of a request, so that none of them is shown. */
export interface SecretKeeper {
  /** From now on nothing shows it; a text too short to be a credential is left alone. */
  keep(secret: string): void;
  /** No message shows it; it is nothing that would have to be masked elsewhere, such as a path. */
  hide(text: string): void;
  /** Whether a text is, holds or looks like a secret. */
  isSecret(text: string): boolean;
  /** The text without what is kept or hidden. */
  conceal(text: string): string;
}

// Token prefixes: Cloudflare Fundamentals documentation, API token formats.
const LOOKS_SECRET =
  /\bcf(?:k|[au]t)_|-----BEGIN|(?:api-token|api-key|client-secret|client-private-key)\s*[:=]/i;

/** Tells `keepSecret` of each secret once. */
export function createSecretKeeper(keepSecret: (secret: string) => void): SecretKeeper {
  const kept = new Set<string>();
  const unseen = new Set<string>();
  return {
    keep(secret) {
      if (secret.length < SHORTEST_CREDENTIAL || kept.has(secret)) return;
      kept.add(secret);
      unseen.add(secret);
      keepSecret(secret);
    },
    hide(text) {
      if (text.length >= SHORTEST_CREDENTIAL) unseen.add(text);
    },
    isSecret(text) {
      if (LOOKS_SECRET.test(text)) return true;
      for (const secret of unseen) if (text.includes(secret)) return true;
      return false;
    },
    conceal(text) {
      let concealed = text;
      for (const secret of unseen) concealed = concealed.replaceAll(secret, '***');
      return concealed;
    },
  };
}
