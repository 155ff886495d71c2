import { sha256Hex } from '../../../certificate/digest.ts';
import type { Lineage } from '../../../providers/rotation.ts';

/** GitHub allows no longer name (Managing environments for deployment). */
const LONGEST_CHARACTERS = 255;
const HASH_DIGITS = 12;
/** GitHub tells no upper case from lower, and refuses some marks: what is left is the same to everybody. */
const PLAIN_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

/**
 * The environment that a lineage's records stand in: `certops-cloudflare-gateway-in-use`. A name that cannot be
 * used as it is becomes a readable one with twelve hex digits of its SHA-256. Lineages of two scopes can share it.
 */
export function nameEnvironment({ provider, name }: Lineage): string {
  const prefix = `certops-${provider}-`;
  const longest = LONGEST_CHARACTERS - prefix.length;
  if (PLAIN_NAME.test(name) && name.length <= longest) return `${prefix}${name}`;
  const hash = sha256Hex(name).slice(0, HASH_DIGITS);
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, longest - HASH_DIGITS - 1)
    .replace(/[._-]+$/, '');
  return `${prefix}${readable === '' ? '' : `${readable}-`}${hash}`;
}
