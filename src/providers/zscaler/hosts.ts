import type { LegacyCloud, OneApiCloud } from '../../interface/clouds.ts';
import type { ZscalerSignIn } from '../../interface/credentials.ts';
import { InputError } from '../../interface/input-error.ts';

/** Where a Zscaler API client signs in, and where it calls. */
export interface ZscalerHosts {
  /** Scheme, host and port that tokens come from. */
  readonly token: URL;
  /** Scheme, host and port of the API. */
  readonly api: URL;
  /** What stands before the API's own paths. */
  readonly pathPrefix: string;
}

/** Zscaler help, ZPA API: base URLs of the clouds. */
const LEGACY_HOSTS: Readonly<Record<LegacyCloud, string>> = {
  PRODUCTION: 'config.private.zscaler.com',
  ZPATWO: 'config.zpatwo.net',
  BETA: 'config.zpabeta.net',
  GOV: 'config.zpagov.net',
  GOVUS: 'config.zpagov.us',
  PREVIEW: 'config.zpapreview.net',
};

/** Zscaler help, OneAPI: the domain under which a tenant signs in, and the API's host. */
const ONEAPI_HOSTS: Readonly<Record<OneApiCloud, { readonly signIn: string; readonly api: string }>> = {
  PRODUCTION: { signIn: 'zslogin.net', api: 'api.zsapi.net' },
  BETA: { signIn: 'zsloginbeta.net', api: 'api.beta.zsapi.net' },
  ALPHA: { signIn: 'zsloginalpha.net', api: 'api.alpha.zsapi.net' },
  GOV: { signIn: 'zidentitygov.net', api: 'api.zscalergov.net' },
  GOVUS: { signIn: 'zidentitygov.us', api: 'api.zscalergov.us' },
};

const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * The hosts of a sign-in.
 * @param apiUrl takes the place of scheme, host and port of both; paths stay the vendor's own.
 * @throws InputError where the vanity domain would lead to another domain than the vendor's.
 */
export function findHosts(signIn: ZscalerSignIn, apiUrl: URL | null): ZscalerHosts {
  if (signIn.kind === 'legacy') {
    const base = apiUrl ?? new URL(`https://${LEGACY_HOSTS[signIn.cloud]}`);
    return { token: base, api: base, pathPrefix: '' };
  }
  if (!HOST_LABEL.test(signIn.vanityDomain)) {
    const given = JSON.stringify(signIn.vanityDomain.slice(0, 80));
    const message = `given ${given} (here or as ZSCALER_VANITY_DOMAIN); allowed: the first part of the sign-in host alone, such as acme for acme.zslogin.net`;
    throw new InputError([{ input: 'vanity-domain', message }]);
  }
  const hosts = ONEAPI_HOSTS[signIn.cloud];
  return {
    token: apiUrl ?? new URL(`https://${signIn.vanityDomain}.${hosts.signIn}`),
    api: apiUrl ?? new URL(`https://${hosts.api}`),
    pathPrefix: '/zpa',
  };
}

/** Where people sign in: ZIdentity, or the admin portal of the legacy cloud, which is named as its API is. */
export function findConsole(signIn: ZscalerSignIn): string {
  return signIn.kind === 'oneapi'
    ? `https://${signIn.vanityDomain}.${ONEAPI_HOSTS[signIn.cloud].signIn}`
    : `https://${LEGACY_HOSTS[signIn.cloud].replace(/^config\./, 'admin.')}`;
}
