import type { Certificate } from '../../certificate/certificate.ts';
import { ApiError } from '../../http/errors.ts';
import type { Transport } from '../../http/transport.ts';
import type { HttpCall } from '../../http/types.ts';
import type { Deletion, Violation } from '../provider.ts';
import { isAbsence } from './client.ts';
import { findReferrers, type ReferrerReading, type Referrers } from './referrers.ts';
import { findEntryViolations, microtenantQuery, type ZpaScope } from './scope.ts';

/** A violation is to be read by people. */
const REFERRERS_SHOWN = 20;

export interface DeletionOptions {
  readonly pathOf: (id: string) => string;
  readonly scope: ZpaScope;
  readonly referrers: Omit<ReferrerReading, 'query'>;
  /** Reads the certificate of a path; null where there is none. */
  readonly read: (call: HttpCall) => Promise<Certificate | null>;
}

/** How a certificate is deleted: only where nothing refers to it, which ZPA itself refuses. */
export function createZpaDeletion(transport: Transport, options: DeletionOptions): Deletion {
  const { pathOf, scope } = options;
  const query = microtenantQuery(scope);
  return {
    needsAll: false,
    findViolations: async (certificate) => {
      const final = findEntryViolations(certificate, scope);
      if (final.length > 0 || certificate.id === null) return final;
      const { id } = certificate;
      const referrers = await findReferrers(transport, id, { ...options.referrers, query });
      return referrers.flatMap((one) => judgeReferrers(one, id));
    },
    call: (id) => ({ method: 'DELETE', path: pathOf(id), query, retry: 'unsent' }),
    send: async (call) => {
      try {
        await transport.send(call);
        return true;
      } catch (error) {
        if (!isAbsence(error)) throw error;
        // A write sees one microtenant only, a read all of them: what can still be read was not deleted.
        const left = await options.read({ method: 'GET', path: call.path, query, retry: 'safe' });
        if (left === null) return false;
        throw error;
      }
    },
  };
}

function judgeReferrers({ kind, found }: Referrers, id: string): readonly Violation[] {
  if (found instanceof ApiError) {
    return [
      {
        reason: `it cannot be ruled out that ${kind} refer to it: their list could not be read (${found.message})`,
        certificates: [id],
        instead: `give the API client a role that may read ${kind}, or look at them in the admin portal`,
        forcible: true,
      },
    ];
  }
  if (found.length === 0) return [];
  const more = found.length - REFERRERS_SHOWN;
  const names = [...found.slice(0, REFERRERS_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
  return [
    {
      reason: `${kind} refer to it: ${names}`,
      certificates: [id],
      instead: 'choose another certificate in each of them first',
      forcible: false,
    },
  ];
}
