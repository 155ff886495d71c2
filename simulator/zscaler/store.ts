import { X509Certificate } from 'node:crypto';
import type { World } from '../vendor.ts';
import { createAuthority } from './authority.ts';
import { type CertificateContent, readContent } from './content.ts';
import type { ZscalerOptions } from './options.ts';
import type { AppSeed, CertificateSeed, CustomerSeed, LeafSeed, PortalSeed } from './seeds.ts';
import type { JsonObject } from './wire.ts';

export const DEFAULT_MICROTENANT = '0';
/** The administrator behind the API's credentials. */
export const API_USER_ID = '314159000000000002';
/** Of the ids that are made at run time; as long as the vendor's, beyond what a double holds. */
const FIRST_NEW_ID = 314159000000700001n;

/** What every kind of thing has. Times are milliseconds since 1970. */
export interface Thing {
  readonly id: string;
  readonly microtenantId: string;
  readonly createdAt: number;
  modifiedAt: number | null;
}

export interface CertificateRow extends Thing {
  /** As it is on the wire, escapes included. */
  name: string;
  description: string | null;
  /** Null for a signing request that waits for its certificate. */
  readonly content: CertificateContent | null;
  /** When the lists begin to show it. */
  readonly listedAt: number;
  readonly readOnly: boolean;
  readonly zscalerManaged: boolean;
  readonly oldForm: boolean;
}

export interface Application extends Thing {
  settings: JsonObject;
  tcpPorts: readonly string[];
  udpPorts: readonly string[];
  apps: readonly AppSeed[];
}

export interface Portal extends Thing {
  fields: JsonObject;
}

/** A creation ever made, whatever became of the certificate. */
export interface Creation {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What refers to a certificate, in the words of an error. */
export interface Referrer {
  readonly kind: 'Application' | 'PRA Portal' | 'User Portal';
  readonly name: string;
}

/** One customer: what there is, without the rules of who may do what. */
export interface CustomerStore {
  /** Names by id, the Default microtenant's included. */
  readonly microtenants: ReadonlyMap<string, string>;
  /** In the order of creation. */
  readonly certificates: readonly CertificateRow[];
  readonly applications: readonly Application[];
  readonly praPortals: readonly Portal[];
  readonly userPortals: readonly Portal[];
  readonly creations: readonly Creation[];
  readonly deletedIds: readonly string[];
  /** Names that deleted certificates had, by id, where what refers to them shows them still. */
  readonly deletedNames: ReadonlyMap<string, string>;
  create(recipe: {
    readonly name: string;
    readonly description: string | null;
    readonly microtenantId: string;
    readonly content: CertificateContent;
  }): CertificateRow;
  remove(certificate: CertificateRow): void;
  findReferrers(certificateId: string): readonly Referrer[];
}

/** Creates a customer's store with what is seeded. */
export async function createCustomerStore(
  seed: CustomerSeed,
  world: World,
  options: ZscalerOptions,
): Promise<CustomerStore> {
  const { clock } = world;
  const certificates = await sowCertificates(seed.certificates, world);
  const creations: Creation[] = [];
  const deletedIds: string[] = [];
  const deletedNames = new Map<string, string>();
  let nextId = FIRST_NEW_ID;
  const applications = seed.applications.map(
    ({ id, microtenantId = DEFAULT_MICROTENANT, createdAt, settings, tcpPorts, apps }): Application => ({
      id,
      microtenantId,
      createdAt,
      modifiedAt: null,
      settings,
      tcpPorts,
      udpPorts: [],
      apps,
    }),
  );
  const [praPortals, userPortals] = [sowPortals(seed.praPortals), sowPortals(seed.userPortals)];

  return {
    microtenants: new Map([
      [DEFAULT_MICROTENANT, 'Default'],
      ...seed.microtenants.map(({ id, name }) => [id, name] as const),
    ]),
    certificates,
    applications,
    praPortals,
    userPortals,
    creations,
    deletedIds,
    deletedNames,
    create: (recipe) => {
      const createdAt = clock.now();
      const certificate: CertificateRow = {
        ...recipe,
        id: String(nextId),
        createdAt,
        modifiedAt: null,
        listedAt: createdAt + options.listingLagMilliseconds,
        readOnly: false,
        zscalerManaged: false,
        oldForm: false,
      };
      nextId += 1n;
      certificates.push(certificate);
      creations.push({ id: certificate.id, name: certificate.name, at: createdAt });
      return certificate;
    },
    remove: (certificate) => {
      certificates.splice(certificates.indexOf(certificate), 1);
      deletedIds.push(certificate.id);
      if (options.deletedCertificateName === 'kept') deletedNames.set(certificate.id, certificate.name);
    },
    findReferrers: (certificateId) => [
      ...applications
        .filter(({ apps }) => apps.some(({ fields }) => fields.certificateId === certificateId))
        .map(({ settings }) => ({ kind: 'Application', name: String(settings.name) }) as const),
      ...findPortals(praPortals, certificateId).map((name) => ({ kind: 'PRA Portal', name }) as const),
      ...findPortals(userPortals, certificateId).map((name) => ({ kind: 'User Portal', name }) as const),
    ],
  };
}

function sowPortals(seeds: readonly PortalSeed[]): Portal[] {
  return seeds.map(({ microtenantId = DEFAULT_MICROTENANT, ...seed }) => ({
    ...seed,
    microtenantId,
    modifiedAt: null,
  }));
}

function findPortals(portals: readonly Portal[], certificateId: string): string[] {
  return portals
    .filter(({ fields }) => fields.certificateId === certificateId)
    .map(({ fields }) => String(fields.name));
}

async function sowCertificates(seeds: readonly CertificateSeed[], world: World): Promise<CertificateRow[]> {
  const now = world.clock.now();
  const authority = seeds.some(({ leaf }) => leaf !== null) ? await createAuthority(now, world.seed) : null;
  const contents = new Map<LeafSeed, CertificateContent>();
  for (const { leaf } of seeds) {
    if (leaf === null || authority === null || contents.has(leaf)) continue;
    const { pem, chain } = await authority.sign(leaf);
    const issuers = chain === null ? [] : [new X509Certificate(chain)];
    contents.set(leaf, readContent(new X509Certificate(pem), issuers));
  }
  return seeds.map((seed) => ({
    id: seed.id,
    name: seed.name,
    description: seed.description ?? null,
    microtenantId: seed.microtenantId ?? DEFAULT_MICROTENANT,
    content: seed.leaf === null ? null : (contents.get(seed.leaf) ?? null),
    createdAt: seed.createdAt,
    modifiedAt: seed.modifiedAt ?? null,
    listedAt: seed.createdAt,
    readOnly: seed.readOnly ?? false,
    zscalerManaged: seed.zscalerManaged ?? false,
    oldForm: seed.oldForm ?? false,
  }));
}
