import type { KeyBundle } from '../../providers/rotation.ts';
import { OperationError } from '../outcome.ts';
import type { RotationContext } from './outcome.ts';

/** What keeping a key takes. */
export type KeepingContext = Pick<RotationContext, 'secretStore' | 'materials' | 'progress' | 'log'>;

/**
 * Keeps a new key with its certificate: in one secret as one PEM text (key, certificate, issuers), so that no reader
 * ever finds halves of two pairs, or in two files of the job.
 * @throws SecretStoreError where the secret is not written, or not surely; OperationError where the files are not
 */
export async function keepBundle(context: KeepingContext, bundle: KeyBundle): Promise<void> {
  const certificates = [bundle.certificatePem, ...bundle.chainPems].map(endLine).join('');
  const privateKey = endLine(bundle.privateKeyPem);
  const { secretStore, log } = context;
  if (secretStore === null) return keepInFiles(context, privateKey, certificates);
  await secretStore.write(privateKey + certificates);
  log(`Key and certificate are kept in ${secretStore.label}`);
}

async function keepInFiles(
  { materials, progress, log }: KeepingContext,
  privateKey: string,
  certificates: string,
): Promise<void> {
  try {
    const privateKeyPath = await materials.write('private-key.pem', privateKey);
    const certificatePath = await materials.write('certificate.pem', certificates);
    progress.learn({ keptFiles: { privateKeyPath, certificatePath } });
    log(`The key is in ${privateKeyPath}, its certificate in ${certificatePath}, until the job ends`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperationError(
      `The new key and its certificate cannot be kept in files of the job: ${why}`,
      `Make room for files under RUNNER_TEMP, and let the runner's user write there.`,
      error,
    );
  }
}

function endLine(pem: string): string {
  return pem.endsWith('\n') ? pem : `${pem}\n`;
}
