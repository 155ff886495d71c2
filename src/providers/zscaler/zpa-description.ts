import type { Provider, Upload } from '../provider.ts';
import type { DescriptionOrder, PhaseDescription, RotationDescription } from '../rotation.ts';
import { describeRepointing, groupByObject } from './repointing.ts';
import type { ZpaScope } from './scope.ts';
import type { ZpaLineage } from './zpa-observation.ts';

interface Parts {
  readonly provider: Provider;
  readonly scope: ZpaScope;
  readonly name: string;
  /** Under the name that it is uploaded with; null where none was given. */
  readonly upload: Upload | null;
  readonly lineage: ZpaLineage | null;
  readonly hosts: readonly string[];
}

/** Stands for an id that the vendor has yet to give. */
const NEW_ID = '<new certificate>';

/** What the phases of a ZPA rotation do, to whom, and what stays done. */
export function describeZpaRotation(
  { successorId, replacedId, retireBy }: DescriptionOrder,
  { provider, scope, name, upload, lineage, hosts }: Parts,
): RotationDescription {
  const id = successorId ?? NEW_ID;
  const referrers = lineage?.referrers ?? [];
  const objects = groupByObject(referrers, scope);
  const count = `${objects.length} ${objects.length === 1 ? 'object' : 'objects'}`;
  const promote: PhaseDescription = {
    what:
      objects.length === 0
        ? `Hands the name ${name} on to certificate ${id}: nothing refers to the old one.`
        : `Points ${count} to certificate ${id}, each read just before and with nothing else changed, and reads each again.${hosts.length === 0 ? '' : ` Then ${hosts.join(', ')} must serve it over TLS; otherwise all are pointed back.`}`,
    calls: objects.map((object) => describeRepointing(object, id)),
  };
  return {
    affected: referrers.map(({ title }) => `${title}: from the promote on it serves the new certificate.`),
    phases: {
      stage: describeStage(successorId, upload, provider),
      promote,
      retire: replacedId === null || retireBy === 'keep' ? null : describeRetire(replacedId, name, provider),
    },
    irreversible: [
      ...(replacedId === null
        ? ['There is no certificate to go back to: the promote is a first installation.']
        : []),
      ...(replacedId !== null && retireBy === 'delete'
        ? [
            `Certificate ${replacedId} is gone once it is deleted, and its private key with it: ZPA gives no key back.`,
          ]
        : []),
    ],
  };
}

function describeStage(
  successorId: string | null,
  upload: Upload | null,
  provider: Provider,
): PhaseDescription {
  if (successorId !== null) return { what: `Certificate ${successorId} is uploaded.`, calls: [] };
  if (upload === null) return { what: 'Nothing can be uploaded: no certificate is given.', calls: [] };
  return {
    what: `Uploads the certificate as ${upload.name}, and reads it back.`,
    calls: [provider.creation.call({ validityDays: null, csr: null, upload })],
  };
}

function describeRetire(replacedId: string, name: string, provider: Provider): PhaseDescription {
  return {
    what: `Looks again that nothing refers to certificate ${replacedId}, deletes it, and renames its successor to ${name}.`,
    calls: provider.deletion === null ? [] : [provider.deletion.call(replacedId)],
  };
}
