import { guardAgainst } from './guard.ts';
import { type OperationContext, OperationError } from './outcome.ts';
import { sendLookingFirst } from './resend.ts';
import { requireCertificate } from './select.ts';

/** Changes a certificate's entry (name, description), never the certificate; reads it again afterwards. */
export async function updateCertificate(context: OperationContext): Promise<void> {
  const { request, provider, progress, log } = context;
  const { update } = provider;
  if (request.selector === null || update === null) {
    throw new OperationError(`${provider.name} cannot update.`, 'Choose another operation.');
  }
  const { certificate } = await requireCertificate(provider, request.selector, false);
  progress.learn({ certificates: [certificate], selection: 'named' });
  guardAgainst(context, `certificate ${certificate.id}`, update.findViolations(certificate));
  if (update.isDone(certificate, request.changes)) {
    log(`Certificate ${certificate.id} is so already; nothing to change`);
    return;
  }
  const call = update.call(certificate, request.changes);
  if (request.dryRun) {
    progress.learn({ planned: [call] });
    return;
  }
  await sendLookingFirst(
    context,
    async () => {
      await update.send(call);
      return true;
    },
    async () => {
      const state = await provider.get(certificate.id);
      return state !== null && update.isDone(state, request.changes) ? true : null;
    },
  );
  progress.learn({ changed: true });
  log(`Certificate ${certificate.id} is updated`);
  const after = await provider.get(certificate.id);
  if (after !== null) progress.learn({ certificates: [after] });
}
