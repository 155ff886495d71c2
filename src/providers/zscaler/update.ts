import type { Certificate } from '../../certificate/certificate.ts';
import type { HttpCall } from '../../http/types.ts';
import type { Changes, Update } from '../provider.ts';
import { findEntryViolations, microtenantQuery, type ZpaScope } from './scope.ts';
import { unescapeText } from './unescape.ts';

/**
 * How name and description of an entry are changed. Both are always sent, the unchanged one unescaped as it is
 * read: what is left out might be cleared, and what is sent back escaped would be escaped twice (ZPA API
 * reference, Update certificate: name or description only).
 */
export function createZpaUpdate(
  pathOf: (id: string) => string,
  scope: ZpaScope,
  send: (call: HttpCall) => Promise<void>,
): Update {
  return {
    findViolations: (certificate) => findEntryViolations(certificate, scope),
    isDone: (certificate, changes) => {
      const entry = readEntry(certificate);
      const wanted = mergeEntry(entry, changes);
      return wanted.name === entry.name && wanted.description === entry.description;
    },
    call: (certificate, changes) => ({
      method: 'PUT',
      path: pathOf(certificate.id),
      query: microtenantQuery(scope),
      json: mergeEntry(readEntry(certificate), changes),
      retry: 'safe',
    }),
    send,
  };
}

interface Entry {
  readonly name: string;
  readonly description: string;
}

function readEntry({ name, vendor }: Pick<Certificate, 'name' | 'vendor'>): Entry {
  const { description } = vendor;
  return {
    name: name ?? '',
    description: typeof description === 'string' ? unescapeText(description) : '',
  };
}

function mergeEntry(entry: Entry, { name, description }: Changes): Entry {
  return { name: name ?? entry.name, description: description ?? entry.description };
}
