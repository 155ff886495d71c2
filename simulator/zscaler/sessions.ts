import { createRandom, deriveSeed } from '../random.ts';
import type { World } from '../vendor.ts';
import type { ZscalerOptions } from './options.ts';

export type Scheme = 'legacy' | 'oneapi';

/** What a token was given for. Times are milliseconds since 1970. */
export interface Session {
  /** Counted from 1. */
  readonly number: number;
  readonly scheme: Scheme;
  readonly clientId: string;
  readonly customerId: string;
  readonly mayWrite: boolean;
  readonly openedAt: number;
  expiresAt: number;
  signedOutAt: number | null;
}

/** A session for tests and the control endpoint; its token is nowhere told. */
export interface SessionState extends Readonly<Session> {
  readonly status: 'open' | 'signed-out' | 'expired';
}

export interface Sessions {
  open(
    scheme: Scheme,
    client: { readonly id: string; readonly customerId: string; readonly mayWrite: boolean },
  ): { readonly token: string; readonly seconds: number };
  /** The open session of an Authorization header; null where there is none of this scheme. Counts its use. */
  find(scheme: Scheme, authorization: string | undefined): Session | null;
  signOut(session: Session): void;
  readState(): readonly SessionState[];
}

export function createSessions(world: World, options: ZscalerOptions): Sessions {
  const { clock, unkind } = world;
  const random = createRandom(deriveSeed(world.seed, 'zscaler tokens'));
  const sessions = new Map<string, Session>();
  const callsLeft = new Map<Session, number>();

  function readStatus({ signedOutAt, expiresAt }: Session): SessionState['status'] {
    if (signedOutAt !== null) return 'signed-out';
    return expiresAt <= clock.now() ? 'expired' : 'open';
  }

  /** In the unkind mode a token ends after some calls, in the midst of a list if need be. */
  function countCall(session: Session): void {
    const left = callsLeft.get(session);
    if (left === undefined) return;
    callsLeft.set(session, left - 1);
    if (left === 0) session.expiresAt = clock.now();
  }

  return {
    open: (scheme, client) => {
      const seconds = scheme === 'legacy' ? options.legacyTokenSeconds : options.oneApiTokenSeconds;
      const session: Session = {
        number: sessions.size + 1,
        scheme,
        clientId: client.id,
        customerId: client.customerId,
        mayWrite: client.mayWrite,
        openedAt: clock.now(),
        expiresAt: clock.now() + seconds * 1000,
        signedOutAt: null,
      };
      const token = `${scheme}-token-of-the-simulator-${random.hex(48)}`;
      sessions.set(token, session);
      if (unkind !== null) callsLeft.set(session, unkind.drawTokenCalls(`${scheme} ${session.number}`));
      return { token, seconds };
    },
    find: (scheme, authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
      const session = sessions.get(token);
      if (session === undefined || session.scheme !== scheme) return null;
      countCall(session);
      return readStatus(session) === 'open' ? session : null;
    },
    signOut: (session) => {
      session.signedOutAt = clock.now();
    },
    readState: () => [...sessions.values()].map((session) => ({ ...session, status: readStatus(session) })),
  };
}
