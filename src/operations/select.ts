import type { Certificate } from '../certificate/certificate.ts';
import { EVERYTHING, type Selector } from '../interface/request.ts';
import type { Provider } from '../providers/provider.ts';
import { OperationError } from './outcome.ts';

/** A certificate that was found, with its id known. */
export type IdentifiedCertificate = Certificate & { readonly id: string };

export interface Selection {
  readonly certificate: IdentifiedCertificate;
  /** Every certificate of the scope, where they were read. */
  readonly all: readonly Certificate[];
}

const CANDIDATES_SHOWN = 10;

/**
 * Finds the one certificate that the selector names; with `needsAll` the whole scope is read along, in the
 * same call where that suffices.
 * @returns null where there is no certificate of the given id.
 * @throws OperationError where a fingerprint matches none, or several.
 */
export async function selectCertificate(
  provider: Provider,
  selector: Selector,
  needsAll: boolean,
): Promise<Selection | null> {
  if (selector.by === 'certificate-id') {
    const all = needsAll ? await provider.list(EVERYTHING) : [];
    const found =
      all.find((certificate) => certificate.id === selector.value) ?? (await provider.get(selector.value));
    return found === null ? null : { certificate: { ...found, id: found.id ?? selector.value }, all };
  }
  const all = await provider.list(EVERYTHING);
  const matches = findMatches(provider, selector, all);
  const [only] = matches;
  if (only === undefined || matches.length > 1) throw refuseSelection(selector, matches, all);
  if (only.id === null) {
    throw new OperationError(
      `The certificate with ${selector.by} ${selector.value} has no id in the vendor's answer.`,
      'Run again; if it stays so, name it by certificate-id as the dashboard shows it.',
    );
  }
  return { certificate: { ...only, id: only.id }, all };
}

/** As `selectCertificate`, where a missing certificate is an error. */
export async function requireCertificate(
  provider: Provider,
  selector: Selector,
  needsAll: boolean,
): Promise<Selection> {
  const selection = await selectCertificate(provider, selector, needsAll);
  if (selection !== null) return selection;
  throw new OperationError(
    `There is no certificate with id ${selector.value} in ${provider.name} ${provider.scope}.`,
    "Run operation 'list' to see what there is; check that the scope is the right one.",
  );
}

/**
 * Certificates that the selector names. A name outlives its certificates where revoked ones stay listed: those
 * count only where no other bears the name.
 */
function findMatches(
  { capabilities }: Provider,
  selector: Selector,
  all: readonly Certificate[],
): readonly Certificate[] {
  const matches = all.filter((certificate) =>
    selector.by === 'name' ? certificate.name === selector.value : certificate.fingerprint === selector.value,
  );
  const awake = matches.filter(({ status }) => !capabilities.dormantStatuses.includes(status ?? ''));
  return selector.by === 'name' && awake.length > 0 ? awake : matches;
}

function refuseSelection(
  selector: Selector,
  matches: readonly Certificate[],
  all: readonly Certificate[],
): OperationError {
  const candidates = (matches.length > 0 ? matches : all).slice(0, CANDIDATES_SHOWN).map(describeCandidate);
  const more = (matches.length > 0 ? matches : all).length - candidates.length;
  const shown = [...candidates, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  const given = `${selector.by} ${selector.value}`;
  return matches.length > 0
    ? new OperationError(
        `${matches.length} certificates have the ${given}: ${shown}.`,
        'Name one of them by certificate-id.',
      )
    : new OperationError(
        `No certificate has the ${given}. ${all.length === 0 ? 'There are none at all.' : `There are: ${shown}.`}`,
        'Give the id, fingerprint (SHA-256) or name of one of them.',
      );
}

function describeCandidate({ id, name, status, fingerprint }: Certificate): string {
  const facts = [name, status ?? 'status unknown', fingerprint ?? 'fingerprint unknown'].filter(
    (fact) => fact !== null,
  );
  return `${id ?? 'without id'} (${facts.join(', ')})`;
}
