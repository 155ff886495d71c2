import { createRandom, deriveSeed } from '../random.ts';
import type { World } from '../vendor.ts';
import { type ClientAuthority, type ClientRequest, makeRequest } from './client-authority.ts';
import { type ClientCertificate, readStatus, takesSlot } from './client-certificate.ts';
import type { ReadRequest } from './client-request.ts';
import type { ClientCertificateSeed, ZoneSeed } from './client-seeds.ts';
import { DAY_MILLISECONDS } from './gateway-store.ts';
import type { CloudflareOptions } from './options.ts';

/** A creation ever made. */
export interface ClientCreation {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly validityDays: number;
}

/** One zone's client certificates, without the rules of who may do what. */
export interface ClientStore {
  readonly accountId: string;
  /** Certificates that may be active, or on their way there, at once. */
  readonly quota: number;
  /** In the order of creation; nothing is ever removed. */
  readonly certificates: readonly ClientCertificate[];
  readonly creations: readonly ClientCreation[];
  /** The host names for which a certificate is asked, by the authority's id; the managed one has the empty id. */
  readonly hostnames: Map<string, readonly string[]>;
  /** The account's: it signs for all of its zones. */
  readonly authority: ClientAuthority;
  find(id: string): ClientCertificate | undefined;
  countTakenSlots(): number;
  create(request: ReadRequest, validityDays: number): ClientCertificate;
  /** Starts a change of status; ends after the settle time. */
  begin(certificate: ClientCertificate, status: 'pending_reactivation' | 'pending_revocation'): void;
}

/** Creates a store with its seeded certificates. */
export function createClientStore(
  seed: ZoneSeed,
  authority: ClientAuthority,
  world: World,
  options: CloudflareOptions,
): ClientStore {
  const { clock, settleMilliseconds, unkind } = world;
  const random = createRandom(deriveSeed(world.seed, 'client', seed.id));
  const slow = (id: string) => settleMilliseconds * (unkind?.drawSlowness(id) ?? 1);
  const creations: ClientCreation[] = [];
  const certificates: ClientCertificate[] = [];
  const byId = new Map<string, ClientCertificate>();

  const enter = (
    row: ClientCertificateSeed,
    listedAt: number,
    readRequest: () => ClientRequest,
  ): ClientCertificate => {
    const issuedOn = Math.floor(row.issuedOn / 1000) * 1000;
    const times = { issuedOn, expiresOn: issuedOn + row.validityDays * DAY_MILLISECONDS };
    const certificate: ClientCertificate = {
      ...row,
      ...times,
      listedAt,
      settlesAt: row.status.startsWith('pending') ? clock.now() + slow(row.id) : null,
      readMaterial: memoize(() => authority.issue(readRequest(), { id: row.id, ...times })),
    };
    certificates.push(certificate);
    byId.set(certificate.id, certificate);
    return certificate;
  };
  for (const row of seed.certificates.toSorted((a, b) => a.issuedOn - b.issuedOn)) {
    enter(row, row.issuedOn, () => makeRequest(row.subject));
  }

  return {
    accountId: seed.accountId,
    quota: options.clientQuota ?? seed.quota,
    certificates,
    creations,
    hostnames: new Map([['', seed.hostnames]]),
    authority,
    find: (id) => byId.get(id),
    countTakenSlots: () => {
      const now = clock.now();
      return certificates.filter((certificate) => takesSlot(readStatus(certificate, now))).length;
    },
    create: (request, validityDays) => {
      const now = clock.now();
      const id = random.hex(32);
      // An unkind list lags by up to three times the settle time.
      const unkindLag = unkind === null ? 0 : slow(`listing ${id}`) - settleMilliseconds;
      creations.push({ id, at: now, validityDays });
      return enter(
        { id, subject: request.parts, status: 'active', issuedOn: now, validityDays },
        now + options.clientListingLagMilliseconds + unkindLag,
        () => request,
      );
    },
    begin: (certificate, status) => {
      certificate.status = status;
      certificate.settlesAt = clock.now() + slow(certificate.id);
    },
  };
}

/** The same function, carried out once. */
function memoize<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
