import { ApiError } from '../../http/errors.ts';
import { refuseShape } from '../../http/shape.ts';
import type { Transport, TransportOptions } from '../../http/transport.ts';
import type { Clock, HttpCall } from '../../http/types.ts';
import type { ZscalerCredentials } from '../../interface/credentials.ts';
import type { TransportSettings } from '../../interface/request.ts';
import { createAssertionSigner, ZSCALER_AUDIENCE } from './assertion.ts';
import { zscalerDialect } from './dialect.ts';
import { tokenSchema } from './wire.ts';

/** What a session leaves to the one who opens it. */
export interface SessionDeps {
  readonly redact: (text: string) => string;
  readonly userAgent: string;
  readonly clock: Clock;
  /** Told of every secret that a sign-in makes or brings, before it is used. */
  readonly mask: (secret: string) => void;
  readonly createTransport: (options: TransportOptions) => Transport;
}

export interface SessionOptions {
  readonly credentials: ZscalerCredentials;
  /** Where tokens come from. */
  readonly origin: URL;
  readonly transport: TransportSettings;
}

type CredentialHeaders = Readonly<Record<string, string>>;

/** A credential's access to the API: signs in when first asked, and anew when a token ends. */
export interface Session {
  /** @throws ApiError where the sign-in fails; the call that it was for has not been sent. */
  authorise(): Promise<CredentialHeaders>;
  /**
   * Signs in anew, unless that was done since the refused headers were given. False where they are of a token
   * that was never used before: such a refusal is of the client, not of its token.
   */
  renew(refused: CredentialHeaders): Promise<boolean>;
  /** Whether an error is the refusal of a sign-in. */
  isRefusal(error: ApiError): boolean;
  /** How it signs in and how long its token lives, as a sentence. */
  describe(): string;
  /** Signs out of the legacy API, in a few seconds at most. Never rejects. */
  close(): Promise<void>;
}

interface Token {
  readonly value: string;
  /** Null where the answer does not say. */
  readonly lifetimeSeconds: number | null;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

export const LEGACY_SIGN_IN = '/signin';
export const ONEAPI_SIGN_IN = '/oauth2/v1/token';
const LEGACY_SIGN_OUT = '/signout';

/** A call may wait in line before it leaves; a tenth of a short life is kept for that, else so long. */
const RENEWED_BEFORE_END_MILLISECONDS = 30_000;
const SIGN_OUT_TIMEOUT_MILLISECONDS = 5000;
const SIGN_OUT_RETRY_DELAY_MILLISECONDS = 500;

/**
 * A session that is not signed in yet (Zscaler help: ZPA API authentication, and OneAPI authentication).
 * @throws InputError where the credential's private key cannot be used.
 */
export function createSession(options: SessionOptions, deps: SessionDeps): Session {
  const { credentials, origin } = options;
  const { clock, mask } = deps;
  const isLegacy = credentials.signIn.kind === 'legacy';
  const path = isLegacy ? LEGACY_SIGN_IN : ONEAPI_SIGN_IN;
  const createForm = prepareForm(credentials, deps);
  const createTokenTransport = (settings: TransportSettings, headers: CredentialHeaders) =>
    deps.createTransport({
      ...settings,
      origin,
      dialect: zscalerDialect,
      authorise: async () => headers,
      redact: deps.redact,
      userAgent: deps.userAgent,
      quotasOf: () => [],
    });
  const signInTransport = createTokenTransport(options.transport, {});
  /** The one in use; null before the first sign-in, and from a refusal to the next. */
  let current: Token | null = null;
  let uses = 0;
  /** Every one that may still be good, the refused ones too. */
  let open: readonly Token[] = [];
  let signingIn: Promise<Token> | null = null;

  const signIn = async (): Promise<Token> => {
    const startedAt = clock.now();
    const call: HttpCall = { method: 'POST', path, form: createForm(), retry: 'safe' };
    const answer = await signInTransport.send(call).catch((error: unknown) => {
      throw describeUnsent(error);
    });
    const read = tokenSchema.safeParse(answer.json);
    if (!read.success) throw describeUnsent(refuseShape(call, answer));
    mask(read.data.access_token);
    const lifetimeSeconds = readSeconds(read.data.expires_in);
    const endsAt = startedAt + (lifetimeSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    const token = { value: read.data.access_token, lifetimeSeconds, endsAt };
    current = token;
    uses = 0;
    open = [...open.filter((one) => one.endsAt > clock.now()), token];
    return token;
  };

  /** One sign-in serves all that wait for one. */
  const obtain = (): Promise<Token> => {
    signingIn ??= signIn().finally(() => {
      signingIn = null;
    });
    return signingIn;
  };

  return {
    authorise: async () => {
      const token = current !== null && clock.now() < findRenewalTime(current) ? current : await obtain();
      uses += 1;
      return headersOf(token);
    },
    renew: async (refused) => {
      if (current !== null && headersOf(current).authorization === refused.authorization) {
        if (uses <= 1) return false;
        current = null;
      }
      if (current === null) await obtain();
      return true;
    },
    isRefusal: ({ call, status }) => call === `POST ${path}` && [400, 401, 403].includes(status ?? 0),
    describe: () => {
      const how = `${isLegacy ? 'the legacy ZPA sign-in' : 'OneAPI'} at ${origin.host}, with ${credentials.scheme === 'zscaler-key' ? 'a signed assertion' : 'a client secret'}`;
      if (current === null) return `No token was given by ${how}.`;
      const { lifetimeSeconds } = current;
      const life = lifetimeSeconds === null ? 'an unknown time' : `${lifetimeSeconds.toLocaleString('en')} s`;
      return `Signed in through ${how}; the token lives for ${life} and stays in memory.`;
    },
    close: async () => {
      const alive = isLegacy ? open.filter(({ endsAt }) => endsAt > clock.now()) : [];
      current = null;
      open = [];
      const settings: TransportSettings = {
        ...options.transport,
        maxRetries: Math.min(options.transport.maxRetries, 1),
        retryDelayMilliseconds: SIGN_OUT_RETRY_DELAY_MILLISECONDS,
        requestTimeoutMilliseconds: Math.min(
          options.transport.requestTimeoutMilliseconds,
          SIGN_OUT_TIMEOUT_MILLISECONDS,
        ),
      };
      const call: HttpCall = { method: 'POST', path: LEGACY_SIGN_OUT, json: {}, retry: 'safe' };
      // A session that cannot be signed out ends by itself within the hour.
      await Promise.allSettled(
        alive.map((token) => createTokenTransport(settings, headersOf(token)).send(call)),
      );
    },
  };
}

/** The form of a sign-in; an assertion is made anew for each. */
function prepareForm(
  credentials: ZscalerCredentials,
  { clock, mask }: SessionDeps,
): () => Readonly<Record<string, string>> {
  const { clientId } = credentials;
  const grant: Readonly<Record<string, string>> =
    credentials.signIn.kind === 'legacy'
      ? {}
      : { grant_type: 'client_credentials', audience: ZSCALER_AUDIENCE };
  if (credentials.scheme === 'zscaler-secret') {
    return () => ({ ...grant, client_id: clientId, client_secret: credentials.clientSecret });
  }
  const signAssertion = createAssertionSigner(credentials, clock);
  return () => {
    const assertion = signAssertion();
    mask(assertion);
    return {
      ...grant,
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
  };
}

function headersOf({ value }: Token): CredentialHeaders {
  return { authorization: `Bearer ${value}` };
}

function findRenewalTime({ lifetimeSeconds, endsAt }: Token): number {
  return endsAt - Math.min(RENEWED_BEFORE_END_MILLISECONDS, (lifetimeSeconds ?? 0) * 100);
}

function readSeconds(value: string | number | null | undefined): number | null {
  const text = String(value ?? '').trim();
  return /^\d{1,9}(?:\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** That a sign-in may have arrived says nothing of the call that it was for: that one was not sent. */
function describeUnsent(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  return new ApiError(error.message, { ...error, mayHaveArrived: false, cause: error });
}
