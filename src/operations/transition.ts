import type { Certificate } from '../certificate/certificate.ts';
import { ApiError } from '../http/errors.ts';
import type { TransitionVerb } from '../providers/provider.ts';
import { guardAgainst } from './guard.ts';
import { type OperationContext, OperationError } from './outcome.ts';
import { sendLookingFirst } from './resend.ts';
import { requireCertificate } from './select.ts';
import { waitForStatus } from './wait.ts';

/** Takes one certificate to another status: does nothing where it has it, and only waits where it is under way. */
export async function changeStatus(context: OperationContext, verb: TransitionVerb): Promise<void> {
  const { request, provider, progress, log } = context;
  const transition = provider.transitions[verb];
  if (transition === undefined || request.selector === null) {
    throw new OperationError(`${provider.name} cannot '${verb}'.`, 'Choose another operation.');
  }
  const { certificate, all } = await requireCertificate(provider, request.selector, transition.needsAll);
  const { id } = certificate;
  progress.learn({ certificates: [certificate], selection: 'named' });

  if (certificate.status === transition.goal) {
    log(`Certificate ${id} is ${transition.goal} already; nothing to change`);
    return;
  }
  let latest: Certificate & { readonly id: string } = certificate;
  if (transition.underWay.includes(certificate.status ?? '')) {
    log(`Certificate ${id} is ${certificate.status} already; nothing to send`);
  } else {
    guardAgainst(context, `certificate ${id}`, transition.findViolations(certificate, all));
    const call = transition.call(id);
    if (request.dryRun) {
      progress.learn({ planned: [call] });
      return;
    }
    let wasDone = false;
    const answered = await sendLookingFirst(
      context,
      async () => {
        try {
          return await transition.send(call);
        } catch (error) {
          const state = error instanceof ApiError && transition.isDone(error) ? await provider.get(id) : null;
          if (state === null) throw error;
          wasDone = true;
          return state;
        }
      },
      async () => {
        const state = await provider.get(id);
        const reached =
          state?.status === transition.goal || transition.underWay.includes(state?.status ?? '');
        return reached ? state : null;
      },
    );
    latest = { ...overlayKnown(certificate, answered), id };
    progress.learn({ certificates: [latest], changed: !wasDone });
    log(`Certificate ${id}: ${verb} accepted, now ${latest.status ?? 'of unknown status'}`);
  }
  if (request.waiting.wait && !request.dryRun) await waitForStatus(context, latest, transition.goal);
}

/** What the answer says wins; what it leaves out stays as read before. */
function overlayKnown(before: Certificate, after: Certificate): Certificate {
  const known = Object.entries(after).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(known) };
}
