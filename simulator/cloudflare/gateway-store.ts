import { createRandom, deriveSeed } from '../random.ts';
import type { World } from '../vendor.ts';

import { type GatewayCertificate, makeCertificate, NIL_ID } from './gateway-certificate.ts';
import type { CloudflareOptions } from './options.ts';
import type { AccountSeed } from './seeds.ts';
import { isObject, type JsonObject } from './wire.ts';

export const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A creation ever made, whatever became of the certificate. */
export interface Creation {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly validityDays: number;
}

/** One account's Gateway: what there is, without the rules of who may do what. */
export interface GatewayStore {
  /** Every certificate that there is, with its status as of now, in the order of creation. */
  readCertificates(): readonly GatewayCertificate[];
  create(validityDays: number): Promise<GatewayCertificate>;
  /** Starts the way to, or from, the edge; ends after the settle time. */
  beginBinding(certificate: GatewayCertificate, to: 'available' | 'inactive'): void;
  remove(certificate: GatewayCertificate): void;
  /** The configured certificate's id; null where none is, or where it is Cloudflare's own root. */
  readIdInUse(): string | null;
  /** The id that the rows show as in use, which lags behind the configured one. */
  readShownIdInUse(): string | null;
  /** Replaces the configuration's blocks. */
  configure(settings: JsonObject): void;
  readonly creations: readonly Creation[];
  readonly deletedIds: readonly string[];
  readonly configuration: {
    readonly settings: JsonObject;
    readonly createdAt: number;
    readonly updatedAt: number;
  };
}

/** Creates a store with its seeded certificates. */
export async function createGatewayStore(
  seed: AccountSeed,
  world: World,
  options: CloudflareOptions,
): Promise<GatewayStore> {
  const { clock, settleMilliseconds, unkind } = world;
  const random = createRandom(deriveSeed(world.seed, 'gateway', seed.id));
  const creations: Creation[] = [];
  const deletedIds: string[] = [];
  const started = clock.now();
  const settleTime = (id: string) => clock.now() + settleMilliseconds * (unkind?.drawSlowness(id) ?? 1);
  let certificates: GatewayCertificate[] = [];
  for (const { status, ...recipe } of seed.certificates) {
    const certificate = await makeCertificate({ ...recipe, listedAt: started }, random);
    certificate.status = status;
    certificate.settlesAt = status.startsWith('pending') ? settleTime(certificate.id) : null;
    if (status !== 'inactive') certificate.packId = random.uuid();
    certificates.push(certificate);
  }
  const configuration = { settings: seed.settings, createdAt: started, updatedAt: started };
  let shown = { before: readConfiguredId(seed.settings), until: started };

  return {
    creations,
    deletedIds,
    configuration,
    readCertificates: () => {
      for (const certificate of certificates) settle(certificate, clock.now());
      return certificates;
    },
    create: async (validityDays) => {
      const createdAt = clock.now();
      const id = random.uuid();
      // Counted before the signing, so that creations side by side cannot pass the quota.
      creations.push({ id, at: createdAt, validityDays });
      const certificate = await makeCertificate(
        {
          id,
          type: 'gateway_managed',
          createdAt,
          expiresOn: createdAt + validityDays * DAY_MILLISECONDS,
          listedAt: createdAt + options.listingLagMilliseconds,
        },
        random,
      );
      certificates.push(certificate);
      return certificate;
    },
    beginBinding: (certificate, to) => {
      certificate.status = to === 'available' ? 'pending_deployment' : 'pending_deletion';
      certificate.settlesAt = settleTime(certificate.id);
      if (certificate.packId === NIL_ID) certificate.packId = random.uuid();
    },
    remove: (certificate) => {
      certificates = certificates.filter((other) => other !== certificate);
      deletedIds.push(certificate.id);
    },
    readIdInUse: () => readConfiguredId(configuration.settings),
    readShownIdInUse: () =>
      clock.now() < shown.until ? shown.before : readConfiguredId(configuration.settings),
    configure: (settings) => {
      const before = readConfiguredId(configuration.settings);
      if (readConfiguredId(settings) !== before) {
        const lag = options.useLagMilliseconds * (unkind?.drawSlowness(`use ${before}`) ?? 1);
        shown = { before, until: clock.now() + lag };
      }
      configuration.settings = settings;
      configuration.updatedAt = clock.now();
    },
  };
}

/** The id in a configuration's certificate block; null for the nil id, Cloudflare's own root. */
export function readConfiguredId(settings: JsonObject): string | null {
  const block = settings.certificate;
  const id = isObject(block) ? block.id : null;
  return typeof id === 'string' && id !== NIL_ID ? id : null;
}

function settle(certificate: GatewayCertificate, now: number): void {
  if (certificate.settlesAt === null || certificate.settlesAt > now) return;
  certificate.settlesAt = null;
  certificate.status = certificate.status === 'pending_deployment' ? 'available' : 'inactive';
  if (certificate.status === 'inactive') certificate.packId = NIL_ID;
}
