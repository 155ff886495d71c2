import type { Certificate } from '../../certificate/certificate.ts';
import type { HttpCall } from '../../http/types.ts';
import type { Creation, CreationRequest, Upload } from '../provider.ts';
import { isInTarget, microtenantQuery, type ZpaScope } from './scope.ts';

/** ZPA help, Ranges & Limitations: web server certificates of a tenant. */
const CERTIFICATES_AT_MOST = 1000;

/** How certificates are uploaded, and recognised where the answer was lost: by their fingerprint. */
export function createZpaCreation(
  collection: string,
  scope: ZpaScope,
  send: (call: HttpCall) => Promise<Certificate>,
): Creation {
  const findSame = (rows: readonly Certificate[], request: CreationRequest): readonly Certificate[] => {
    const { plan } = requireUpload(request);
    return rows.filter((row) => row.fingerprint === plan.fingerprint && isInTarget(row, scope));
  };
  return {
    listsBefore: () => true,
    findExisting: (before, request) => {
      const same = findSame(before, request);
      const { name } = requireUpload(request);
      return same.find((row) => row.name === name) ?? same[0] ?? null;
    },
    findViolations: (before, request) => {
      const { name } = requireUpload(request);
      const taken = before.filter((row) => row.name === name && isInTarget(row, scope));
      if (taken.length === 0) return [];
      return [
        {
          reason: `another certificate has the name ${JSON.stringify(name)}, and names tell certificates apart`,
          certificates: taken.map(({ id }) => id ?? 'without id'),
          instead: 'choose another name; ZPA cannot replace the certificate of an entry',
          forcible: false,
        },
      ];
    },
    call: (request) => {
      const { name, description, plan } = requireUpload(request);
      const issuers = plan.chainPems.length;
      const shown = `(PEM: the certificate, ${issuers} ${issuers === 1 ? 'issuer' : 'issuers'} and the private key)`;
      const entry = { name, ...(description === null ? {} : { description }) };
      return {
        method: 'POST',
        path: collection,
        query: microtenantQuery(scope),
        json: { ...entry, certBlob: plan.certBlob },
        shownJson: { ...entry, certBlob: shown },
        retry: 'unsent',
      };
    },
    send,
    recognise: findSame,
    findMismatch: (created, request) => {
      const { plan } = requireUpload(request);
      if (created.fingerprint === null || created.fingerprint === plan.fingerprint) return null;
      return `its fingerprint is ${created.fingerprint}, not ${plan.fingerprint} as the uploaded one's`;
    },
    adoptionCaveat: null,
    lookFor: (request) => {
      const { name, plan } = requireUpload(request);
      return `a certificate named ${JSON.stringify(name)} with the fingerprint ${plan.fingerprint} (SHA-256)`;
    },
    findConcerns: (existing) =>
      existing.length < CERTIFICATES_AT_MOST
        ? []
        : [
            `There are ${existing.length} certificates; ZPA allows ${CERTIFICATES_AT_MOST} in a tenant and will probably refuse another one.`,
          ],
  };
}

/** The inputs are checked before: a create on ZPA never comes without one. */
function requireUpload({ upload }: CreationRequest): Upload {
  if (upload === null) throw new Error('A ZPA certificate is created by uploading one, and there is none');
  return upload;
}
