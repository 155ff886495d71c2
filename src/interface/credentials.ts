import { chooseCloudflareCredentials } from './cloudflare-credentials.ts';
import type { LegacyCloud, OneApiCloud } from './clouds.ts';
import type { InputProblem } from './input-error.ts';
import { isMaterialText } from './material-text.ts';
import type { Environment, RawInputs } from './raw-inputs.ts';
import type { ProviderName } from './words.ts';
import { chooseZscalerCredentials } from './zscaler-credentials.ts';

/** Whether a credential came with the step, or from the vendor's own environment names. */
export type CredentialSource = 'inputs' | 'environment';

export type CloudflareCredentials =
  | { readonly scheme: 'cloudflare-token'; readonly token: string; readonly from: CredentialSource }
  | {
      readonly scheme: 'cloudflare-key';
      readonly email: string;
      readonly key: string;
      readonly from: CredentialSource;
    };

/** Where a Zscaler API client signs in. */
export type ZscalerSignIn =
  | { readonly kind: 'legacy'; readonly cloud: LegacyCloud }
  | { readonly kind: 'oneapi'; readonly vanityDomain: string; readonly cloud: OneApiCloud };

export type ZscalerCredentials = {
  readonly clientId: string;
  readonly signIn: ZscalerSignIn;
  readonly from: CredentialSource;
} & (
  | { readonly scheme: 'zscaler-secret'; readonly clientSecret: string }
  | {
      readonly scheme: 'zscaler-key';
      /** PEM, or the path of a file that holds it. */
      readonly privateKey: string;
    }
);

/** A whole credential of one vendor. */
export type Credentials = CloudflareCredentials | ZscalerCredentials;

/** A text shorter than this cannot be a credential; masking it would blank out harmless words. */
export const SHORTEST_CREDENTIAL = 8;

/** The credential that the inputs, or else the environment, hold; or what is wrong with it. */
export function chooseCredentials(
  provider: ProviderName,
  inputs: RawInputs,
  environment: Environment,
): Credentials | readonly InputProblem[] {
  return provider === 'zscaler-zpa'
    ? chooseZscalerCredentials(inputs, environment)
    : chooseCloudflareCredentials(inputs, environment);
}

/** Everything of a credential that must never be seen. */
export function secretsOf(credentials: Credentials): readonly string[] {
  switch (credentials.scheme) {
    case 'cloudflare-token':
      return [credentials.token];
    case 'cloudflare-key':
      return [credentials.key];
    case 'zscaler-secret':
      return [credentials.clientSecret];
    case 'zscaler-key':
      // A path is no secret; what it leads to is masked when it is read.
      return isMaterialText(credentials.privateKey) ? [credentials.privateKey] : [];
  }
}
