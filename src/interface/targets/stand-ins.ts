import { oneApiClouds } from '../clouds.ts';
import type { Environment, RawInputs } from '../raw-inputs.ts';
import type { CredentialKey } from './field-notes.ts';

const STAND_IN = 'stand-in'.padEnd(40, '-');
/** Take the place of credentials where only the form is checked. */
export const STAND_INS: Readonly<Record<CredentialKey, string>> = {
  'api-token': STAND_IN,
  'api-email': 'stand-in@example.com',
  'api-key': STAND_IN,
  'client-id': STAND_IN,
  'client-secret': STAND_IN,
  'client-private-key': STAND_IN,
};

/** An environment that lacks no credential; it signs in through OneAPI where the cloud is one of OneAPI's. */
export function standInEnvironment(cloud: string): Environment {
  const isOneApi = oneApiClouds.some((name) => name === cloud.toUpperCase());
  return {
    CLOUDFLARE_API_TOKEN: STAND_IN,
    ZPA_CLIENT_ID: STAND_IN,
    ZPA_CLIENT_SECRET: STAND_IN,
    ZSCALER_CLIENT_ID: STAND_IN,
    ZSCALER_CLIENT_SECRET: STAND_IN,
    ...(isOneApi ? { ZSCALER_VANITY_DOMAIN: 'stand-in' } : {}),
  };
}

/** The inputs of one store, with a stand-in for what is left out of a credential that is given in part. */
export function withStandIns(raw: RawInputs): RawInputs {
  const given = (...keys: readonly CredentialKey[]) => keys.some((key) => (raw[key] ?? '') !== '');
  const wanted: readonly CredentialKey[] = [
    ...(given('api-email', 'api-key') && !given('api-token') ? (['api-email', 'api-key'] as const) : []),
    ...(given('client-id', 'client-secret', 'client-private-key') ? (['client-id'] as const) : []),
    ...(given('client-id') && !given('client-secret', 'client-private-key')
      ? (['client-secret'] as const)
      : []),
  ];
  const complete: Record<string, string> = { ...raw };
  for (const key of wanted) complete[key] ||= STAND_INS[key];
  return complete;
}
