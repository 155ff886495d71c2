import { assembleCertificate } from '../certificate/assemble.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { Provider } from '../providers/provider.ts';
import { guardAgainst } from './guard.ts';
import { type OperationContext, OperationError } from './outcome.ts';
import { sendLookingFirst } from './resend.ts';
import { selectCertificate } from './select.ts';

/** Deletes one certificate; one that is not there any more is a success without a change. */
export async function deleteCertificate(context: OperationContext): Promise<void> {
  const { request, provider, progress, log } = context;
  const { deletion } = provider;
  if (request.selector === null || deletion === null) {
    throw new OperationError(`${provider.name} cannot delete.`, 'Choose another operation.');
  }
  const selection = await selectCertificate(provider, request.selector, deletion.needsAll);
  if (selection === null) {
    progress.learn({ certificates: [describeAbsent(provider, request.selector.value)] });
    progress.warn(
      `There is no certificate with id ${request.selector.value} in ${provider.name} ${provider.scope}; nothing to delete.`,
    );
    return;
  }
  const { certificate, all } = selection;
  progress.learn({ certificates: [certificate] });
  guardAgainst(context, `certificate ${certificate.id}`, await deletion.findViolations(certificate, all));
  const call = deletion.call(certificate.id);
  if (request.dryRun) {
    progress.learn({ planned: [call] });
    return;
  }
  const deletedByUs = await sendLookingFirst(
    context,
    // Gone at a repeat: an earlier try was done after all.
    async (triesBefore) => (await deletion.send(call)) || triesBefore > 0,
    async () => ((await provider.get(certificate.id)) === null ? true : null),
  );
  progress.learn({
    certificates: [{ ...certificate, status: 'deleted', inUse: false }],
    changed: deletedByUs,
  });
  log(
    deletedByUs
      ? `Certificate ${certificate.id} is deleted`
      : `Certificate ${certificate.id} was deleted by somebody else in this moment`,
  );
}

/** What is known of a certificate that is not there: its id, and that. */
function describeAbsent({ name, scope }: Provider, id: string): Certificate {
  return assembleCertificate({
    provider: name,
    scope,
    id,
    name: null,
    status: 'deleted',
    fingerprint: null,
    subject: null,
    issuer: null,
    serialNumber: null,
    sans: null,
    notBefore: null,
    notAfter: null,
    createdAt: null,
    updatedAt: null,
    inUse: null,
    type: null,
    pem: null,
    vendor: {},
  });
}
