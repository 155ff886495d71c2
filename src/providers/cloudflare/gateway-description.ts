import type { CreationRequest, Provider } from '../provider.ts';
import type { DescriptionOrder, PhaseDescription, RotationDescription } from '../rotation.ts';
import type { GatewayConfiguration } from './gateway-configuration.ts';
import { DEFAULT_VALIDITY_DAYS } from './gateway-creation.ts';

interface Parts {
  readonly provider: Provider;
  readonly configuration: GatewayConfiguration;
  readonly request: CreationRequest;
  readonly accountId: string;
}

/** Stands for an id that the vendor has yet to give. */
const NEW_ID = '<new certificate>';

/** What the phases of a Gateway rotation do, to whom, and what stays done. */
export function describeGatewayRotation(
  { successorId, replacedId, retireBy }: DescriptionOrder,
  { provider, configuration, request, accountId }: Parts,
): RotationDescription {
  const { activate, deactivate } = provider.transitions;
  const id = successorId ?? NEW_ID;
  const days = request.validityDays ?? DEFAULT_VALIDITY_DAYS;
  const activation = activate === undefined ? [] : [shown(activate.call(id), id)];
  const stage: PhaseDescription = {
    what:
      successorId === null
        ? `Creates a certificate that is valid for ${days} days, activates it, and waits until it is available. Devices with the Cloudflare One Client on Windows, macOS and Debian install it by themselves; others need it from you.`
        : `Activates certificate ${id} where it is not available yet, and waits.`,
    calls: [...(successorId === null ? [provider.creation.call(request)] : []), ...activation],
  };
  const promote: PhaseDescription = {
    what: `Sets certificate ${id} in the Gateway configuration, and waits until it is in use. No other setting is sent.`,
    calls: [configuration.callToUse(id)],
  };
  const removal = [
    ...(deactivate === undefined ? [] : [deactivate.call(replacedId ?? '')]),
    ...(retireBy === 'delete' && provider.deletion !== null
      ? [provider.deletion.call(replacedId ?? '')]
      : []),
  ];
  return {
    affected: [
      `Every device whose HTTPS traffic Gateway inspects in account ${accountId}: from the promote on, sites open without a warning only where the device trusts the new certificate.`,
      'iOS, Android, ChromeOS and other Linux devices do not install it by themselves, and settings take up to ten minutes to reach a device.',
    ],
    phases: {
      stage,
      promote,
      retire:
        replacedId === null || retireBy === 'keep'
          ? null
          : {
              what:
                retireBy === 'delete'
                  ? `Deactivates certificate ${replacedId}, waits until it is inactive, and deletes it.`
                  : `Deactivates certificate ${replacedId}, and waits until it is inactive.`,
              calls: removal,
            },
    },
    irreversible: [
      ...(successorId === null
        ? ['The creation counts against the 3 that an account has in 24 hours; deleting gives nothing back.']
        : []),
      ...(replacedId === null
        ? ['There is no certificate to go back to: the promote is a first installation.']
        : []),
      ...(replacedId !== null && retireBy === 'delete'
        ? [`Certificate ${replacedId} is gone once it is deleted.`]
        : []),
    ],
  };
}

/** The path as people read it: the id that stands for a new one is not encoded. */
function shown<Call extends { readonly path: string }>(call: Call, id: string): Call {
  return { ...call, path: call.path.replace(encodeURIComponent(id), id) };
}
