import type { KeyAlgorithm } from '../../interface/words.ts';
import type { Provider } from '../provider.ts';
import type { DescriptionOrder, RotationDescription } from '../rotation.ts';
import type { HostnameReading } from './client-associations.ts';

interface Parts {
  readonly provider: Provider;
  readonly commonName: string;
  readonly validityDays: number;
  readonly keyRequest: { readonly subject: string; readonly keyAlgorithm: KeyAlgorithm };
  readonly keptIn: string | null;
  readonly hosts: HostnameReading;
}

/** So many hosts are named; of more, their number. */
const HOSTS_AT_MOST = 20;
/** Stands for what is made only then. */
const NEW_REQUEST = {
  pem: '<signing request on the new key>',
  publicKeySha256: '<its hash>',
  isFreshKey: true,
} as const;

/** What the phases of a client certificate's rotation do, to whom, and what stays done. */
export function describeClientRotation(
  { replacedId, successorId, retireBy }: DescriptionOrder,
  { provider, commonName, validityDays, keyRequest, keptIn, hosts }: Parts,
): RotationDescription {
  const where = keptIn ?? 'files of the job';
  const creation = provider.creation.call({ validityDays, csr: NEW_REQUEST, upload: null });
  const { revoke } = provider.transitions;
  const isToBeRevoked = replacedId !== null && retireBy !== 'keep' && revoke !== undefined;
  return {
    affected: [
      `Every client that signs in as ${commonName} with the key in ${where}: it has to take the new key and certificate from there, before the old certificate is revoked.`,
      describeHosts(hosts),
      'Which of their paths demand a certificate is decided by mTLS rules of the zone, which this action does not read. A revoked certificate is turned away only where such a rule asks for cf.tls_client_auth.cert_revoked.',
    ],
    phases: {
      stage: null,
      promote: {
        what: `Makes a key (${keyRequest.keyAlgorithm}) on the runner and has a certificate signed for ${keyRequest.subject}, valid for ${validityDays} days; waits until it is active; and keeps key and certificate together in ${where}.`,
        calls: successorId === null ? [creation] : [],
      },
      retire: isToBeRevoked
        ? {
            what: `Revokes certificate ${replacedId}, and waits until it is revoked.`,
            calls: [revoke.call(replacedId)],
          }
        : null,
    },
    irreversible: [
      ...(successorId !== null
        ? []
        : keptIn === null
          ? ['The new key is in files that are gone when the job ends: a later step has to keep it.']
          : [`The key that ${keptIn} holds now is overwritten, and cannot be read back.`]),
      ...(isToBeRevoked
        ? [
            `A revoked certificate stays listed for ever. It can be brought back with operation 'reactivate', of use only to a client that still has its key.`,
          ]
        : []),
    ],
  };
}

function describeHosts(hosts: HostnameReading): string {
  if ('unreadable' in hosts) {
    return 'Which hosts ask for a client certificate could not be read (it needs Zone · SSL and Certificates: Read).';
  }
  const { hostnames } = hosts;
  if (hostnames.length === 0) {
    return "No host of the zone is associated with Cloudflare's managed authority, so none asks for this certificate.";
  }
  const named = hostnames.slice(0, HOSTS_AT_MOST).join(', ');
  const more = hostnames.length - HOSTS_AT_MOST;
  return `Hosts that ask for a client certificate: ${named}${more > 0 ? `, and ${more} more` : ''}.`;
}
