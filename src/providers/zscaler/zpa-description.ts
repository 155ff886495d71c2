import type { HttpCall } from '../../http/types.ts';
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
  const rename = (certificateId: string, wanted: string): HttpCall =>
    describeRename(provider, certificateId, wanted);
  const promote: PhaseDescription = {
    what:
      objects.length === 0
        ? `Hands the name ${name} on to certificate ${id}: nothing refers to the old one.`
        : `Points ${count} to certificate ${id}, each read just before and with nothing else changed, and reads each again.${hosts.length === 0 ? '' : ` Then ${hosts.join(', ')} must serve it over TLS; otherwise all are pointed back.`}`,
    calls: [
      ...objects.map((object) => describeRepointing(object, id)),
      ...(objects.length === 0 && replacedId !== null
        ? [rename(replacedId, '<another name>'), rename(id, name)]
        : []),
    ],
  };
  const isNameLeft = objects.length > 0 || (lineage?.observation.unfinished.length ?? 0) > 0;
  return {
    affected: referrers.map(({ title }) => `${title}: from the promote on it serves the new certificate.`),
    phases: {
      stage: describeStage(successorId, upload, provider),
      promote,
      retire:
        retireBy === 'keep'
          ? null
          : describeRetire(replacedId, name, [
              ...(replacedId === null || provider.deletion === null
                ? []
                : [provider.deletion.call(replacedId)]),
              ...(isNameLeft ? [rename(id, name)] : []),
            ]),
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

/** The change of a name as a plan shows it: the description is sent along as it is read. */
function describeRename({ update }: Provider, certificateId: string, name: string): HttpCall {
  if (update === null) throw new TypeError('A ZPA certificate can be renamed');
  const entry = { id: certificateId, name, vendor: {} };
  const call = update.call(entry, { name, description: null });
  return { ...call, path: call.path.replace(encodeURIComponent(certificateId), certificateId) };
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

function describeRetire(
  replacedId: string | null,
  name: string,
  calls: PhaseDescription['calls'],
): PhaseDescription | null {
  if (calls.length === 0) return null;
  const renames = calls.some(({ method }) => method === 'PUT');
  const taking = `renames the successor to ${name}.`;
  if (replacedId === null) return { what: `R${taking.slice(1)}`, calls };
  const deletion = `Looks again that nothing refers to certificate ${replacedId}, and deletes it`;
  return { what: renames ? `${deletion}; then ${taking}` : `${deletion}.`, calls };
}
