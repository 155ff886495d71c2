import type { Certificate } from '../certificate/certificate.ts';
import { prepareJson } from '../certificate/json.ts';
import { createCertificate } from './create.ts';
import { deleteCertificate } from './delete.ts';
import { type OperationContext, OperationError } from './outcome.ts';
import { requireCertificate } from './select.ts';
import { changeStatus } from './transition.ts';
import { updateCertificate } from './update.ts';
import { waitForStatus } from './wait.ts';

/** Of a list's certificates so many are written as JSON while others are on their way; of more it would fill memory. */
const PREPARED_AT_MOST = 20_000;

/**
 * Does the requested operation; what it found and did is in the context's progress, also where it throws.
 * @throws ApiError, OperationError
 */
export async function executeOperation(context: OperationContext): Promise<void> {
  const { operation } = context.request;
  // Until a call that changes something is sent.
  context.progress.learn({ changed: false });
  switch (operation) {
    case 'list':
      return listCertificates(context);
    case 'get':
      return getCertificate(context);
    case 'create':
      return createCertificate(context);
    case 'activate':
    case 'deactivate':
    case 'reactivate':
    case 'revoke':
      return changeStatus(context, operation);
    case 'update':
      return updateCertificate(context);
    case 'delete':
      return deleteCertificate(context);
    case 'check':
      return checkCredential(context);
  }
}

async function listCertificates({ request, provider, progress }: OperationContext): Promise<void> {
  let prepared = 0;
  const keep = (certificate: Certificate) => {
    if (prepared < PREPARED_AT_MOST) prepareJson(certificate);
    prepared += 1;
    return certificate;
  };
  const certificates = await provider.survey(request.filter, keep);
  const selection = request.filter.statuses.length > 0 ? 'named' : 'listed';
  progress.learn({ certificates, selection });
}

async function getCertificate(context: OperationContext): Promise<void> {
  const { request, provider, progress } = context;
  if (request.selector === null) {
    throw new OperationError('No certificate is named.', 'Give certificate-id or fingerprint.');
  }
  const { certificate } = await requireCertificate(provider, request.selector, false);
  progress.learn({ certificates: [certificate], selection: 'named' });
  if (request.waiting.waitFor !== null) await waitForStatus(context, certificate, request.waiting.waitFor);
}

async function checkCredential({ provider, progress }: OperationContext): Promise<void> {
  const check = await provider.check();
  progress.learn({ check });
  if (check.read !== 'proved') throw check.read;
}
