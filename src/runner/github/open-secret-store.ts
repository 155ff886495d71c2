import type { GitHubAccess } from '../../deps.ts';
import { readVariable } from '../../interface/raw-inputs.ts';
import {
  type SecretPlace,
  type SecretStore,
  SecretStoreError,
} from '../../operations/rotation/secret-store.ts';
import { GitHubError } from './errors.ts';
import { openGitHub } from './github.ts';
import { adviseOnSecret, describeToken, type KnownPlace, labelSecret } from './secret/advice.ts';
import { createSecretEndpoints, type SecretEndpoints } from './secret/endpoints.ts';
import { seal } from './secret/seal.ts';

/** GitHub's limit (GitHub Docs, Secrets reference, Limits for secrets). */
const MOST_BYTES = 48 * 1024;
/** The scope that classic tokens need (GitHub REST API, Create or update a repository secret). */
const CLASSIC_SCOPE = 'repo';
/** How often the key may change under a write. */
const KEYS_AT_MOST = 3;

/**
 * Opens one secret of GitHub Actions. Never rejects, and calls nothing yet.
 *
 * The preflight reads the public key, which whoever sees the repository may read, and when the secret was written,
 * which only who may read secrets may. Two things stay unproved until the write: that a fine-grained token, or that of
 * an app, may write and not only read, since GitHub tells nobody what such a token may; and that the repository is not
 * archived. A write under another key would be no proof: GitHub promises no refusal, and has taken such writes, which
 * left a secret without its value (github.com/cli/cli, issues 3831 and 3853).
 */
export async function openSecretStore(access: GitHubAccess, place: SecretPlace): Promise<SecretStore> {
  const repository = place.repository ?? readVariable(access.environment, 'GITHUB_REPOSITORY');
  const known = { ...place, repository };
  const label = labelSecret(known);
  let opening: Promise<SecretEndpoints> | null = null;
  const open = () => {
    opening ??= openEndpoints(access, place);
    return opening;
  };

  return {
    label,
    async findViolation() {
      if (access.token === '') return null;
      const found = await findObstacle(open, known);
      if (found === null) return null;
      const { reason, instead } = found;
      return { reason: `${label} ${reason}`, certificates: [], instead, forcible: false };
    },
    async write(value) {
      const bytes = Buffer.byteLength(value);
      if (bytes > MOST_BYTES) throw refuseSize(label, bytes);
      if (access.token === '') throw refuseWithoutToken(label, known);
      try {
        await writeSealed(await open(), value);
      } catch (error) {
        throw explainWriting(error, label, known);
      }
    },
  };
}

async function openEndpoints(access: GitHubAccess, place: SecretPlace): Promise<SecretEndpoints> {
  const { token, environment, transport, deps } = access;
  const { repository } = place;
  return createSecretEndpoints(await openGitHub({ token, environment, transport, repository }, deps), place);
}

/** What stands against writing, as far as reading tells it; null where nothing does. */
async function findObstacle(
  open: () => Promise<SecretEndpoints>,
  place: KnownPlace,
): Promise<{ readonly reason: string; readonly instead: string } | null> {
  try {
    const { scopes } = await readBoth(await open());
    if (scopes === null || scopes.includes(CLASSIC_SCOPE)) return null;
    return {
      reason: `cannot be written: the classic token in store-token is without the scope ${CLASSIC_SCOPE} (it has ${scopes.join(', ')})`,
      instead: `give it that scope, or better put a token into store-token ${describeToken(place)}`,
    };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const isPassing = ['network', 'server', 'rate-limit', 'unreadable'].includes(error.reason);
    return {
      reason: `${isPassing ? 'may not be writable' : 'cannot be written'}: ${error.message.replace(/\.$/, '')}`,
      instead: adviseOnSecret(error, place),
    };
  }
}

/** The key and the facts, side by side. Of the facts only a denial counts: any other failure says nothing of writing. */
async function readBoth(endpoints: SecretEndpoints) {
  const [key, facts] = await Promise.allSettled([endpoints.readKey(), endpoints.readFacts()]);
  if (key.status === 'rejected') throw key.reason;
  if (facts.status === 'rejected') {
    const { reason } = facts;
    if (!(reason instanceof GitHubError) || reason.reason === 'permission') throw reason;
  }
  return key.value;
}

/** Seals for the key of this moment; where a write is refused because it has changed since, for the new one. */
async function writeSealed(endpoints: SecretEndpoints, value: string): Promise<void> {
  let { key } = await endpoints.readKey();
  for (let keys = 1; ; keys += 1) {
    try {
      return await endpoints.put(await seal(value, key), key.id);
    } catch (error) {
      const isRefused = error instanceof GitHubError && error.httpStatus === 422;
      if (!isRefused || keys === KEYS_AT_MOST) throw error;
      const { key: present } = await endpoints.readKey();
      if (present.id === key.id) throw error;
      key = present;
    }
  }
}

function explainWriting(error: unknown, label: string, place: KnownPlace): SecretStoreError {
  if (!(error instanceof GitHubError)) {
    const message = error instanceof Error ? error.message : String(error);
    return new SecretStoreError(`The ${label} cannot be sealed: ${message}`, {
      mend: 'This is a mistake of the action, or GitHub sends no usable key; report it with this text.',
      mayHaveArrived: false,
      cause: error,
    });
  }
  const { message, mayHaveArrived } = error;
  const what = mayHaveArrived ? 'may have been written or not' : 'is not written';
  return new SecretStoreError(`The ${label} ${what}: ${message}`, {
    mend: adviseOnSecret(error, place),
    mayHaveArrived,
    cause: error,
  });
}

function refuseSize(label: string, bytes: number): SecretStoreError {
  return new SecretStoreError(
    `The ${label} is not written: key and certificates have ${bytes} bytes, and GitHub takes ${MOST_BYTES} (48 KB).`,
    {
      mend: 'Choose a smaller key-algorithm, such as ecdsa-p256; the rest of it is the chain that the vendor shows.',
      mayHaveArrived: false,
    },
  );
}

function refuseWithoutToken(label: string, place: KnownPlace): SecretStoreError {
  return new SecretStoreError(`The ${label} is not written: there is no token for it.`, {
    mend: `Put a token into store-token, ${describeToken(place)}. The job's own token never may write secrets.`,
    mayHaveArrived: false,
  });
}
