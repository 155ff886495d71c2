import { createUnkind } from '../../../simulator/unkind.ts';
import type { Answer } from '../../../simulator/vendor.ts';
import { ZPA_CUSTOMERS } from '../../../simulator/zscaler/estate.ts';
import { DEFAULT_ZSCALER_OPTIONS, type ZscalerOptions } from '../../../simulator/zscaler/options.ts';
import type {
  ApplicationSeed,
  AppType,
  CertificateSeed,
  CustomerSeed,
  PortalSeed,
} from '../../../simulator/zscaler/seeds.ts';
import type { CertificateState, CustomerState } from '../../../simulator/zscaler/state.ts';
import { createZscaler } from '../../../simulator/zscaler/zscaler.ts';
import type { TlsEndpoint } from '../../../src/http/served-certificate.ts';
import type { NetworkRequest } from '../../../src/http/types.ts';
import { type Issued, issue, makeEcKeys } from '../../support/material.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';
import { createLives, type Interception, type Kill, type Life, type WorldCall } from './lives.ts';
import { createZpaWatch } from './zpa-watch.ts';

const CUSTOMER = ZPA_CUSTOMERS.company;
export const SECRET = 'SecretOfTheTestsThatOpensNothing';
const CLIENT = { id: 'client', secret: SECRET };
const BASE = `/mgmtconfig/v1/admin/customers/${CUSTOMER}`;
export const DAY = 24 * 60 * 60 * 1000;
export const MINUTE = 60 * 1000;
/** The lineage; the name says nothing of what a certificate is for. */
export const NAME = 'portals.example.com';
export const OLD = idOf(101);
export const NAMES = ['crm.example.com', 'wiki.example.com', 'pra.example.com', 'start.example.com'] as const;
const START = Date.UTC(2026, 0, 1);

export function idOf(number: number): string {
  return `314159000000000${number}`;
}

/** A certificate to rotate to, as a workflow gives it. */
export interface Material {
  readonly pem: string;
  readonly privateKeyPem: string;
}

const materials = new Map<string, Promise<Material>>();

/** Renewed in the world's year so many, valid for 90 days from `from`; made once. */
export function renew(
  from: number,
  { names = NAMES, days = 90 }: { names?: readonly string[]; days?: number } = {},
): Promise<Material> {
  const key = `${from} ${days} ${names.join()}`;
  const known = materials.get(key);
  if (known !== undefined) return known;
  const made = makeMaterial(names, START + from * DAY, START + (from + days) * DAY);
  materials.set(key, made);
  return made;
}

async function makeMaterial(
  names: readonly string[],
  notBefore: number,
  notAfter: number,
): Promise<Material> {
  const keys = makeEcKeys();
  const issued: Issued = await issue({
    subject: `CN=${names[0] ?? 'nobody'}`,
    sans: names,
    keys,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
  });
  return {
    pem: issued.pem,
    privateKeyPem: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export interface ZpaWorldOptions {
  readonly customer?: Partial<CustomerSeed>;
  readonly zscaler?: Partial<ZscalerOptions>;
  readonly unkind?: number;
  readonly kill?: Kill | null;
  readonly intercept?: (name: string) => Interception | null | Promise<Interception | null>;
  /** How long an old certificate stays at least after nothing refers to it any more; null: not watched. */
  readonly overlapMilliseconds?: number | null;
  /** Of every run. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What a host serves, told from the world; without it what its referrer names. */
  readonly probe?: (
    endpoint: TlsEndpoint,
    served: string | null,
  ) => { fingerprint: string } | { failure: string };
  /** What the runs are given; `renew(-1)` where left out. */
  readonly material?: Material | null;
}

export interface ZpaWorld {
  readonly clock: VirtualClock;
  readonly ledger: FakeLedger;
  readonly calls: readonly WorldCall[];
  readonly breaches: readonly string[];
  live(inputs?: Readonly<Record<string, string>>): Promise<Life>;
  changes(): readonly string[];
  customer(): CustomerState;
  find(id: string): CertificateState | null;
  /** The certificates of the lineage's names, each with how many refer to it. */
  describe(): readonly string[];
  /** Ids that are referred to, each once. */
  inUse(): readonly string[];
  /** Ids that are referred to and do not exist. */
  missing(): readonly string[];
  /** Sends what a person does in the admin portal. */
  person(method: string, path: string, body?: unknown): Promise<Answer>;
  pass(milliseconds: number): Promise<void>;
}

/** The old certificate: 20 days left of 90. */
export function oldSeed(more: Partial<CertificateSeed> = {}): CertificateSeed {
  const notAfter = START + 20 * DAY;
  return {
    id: OLD,
    name: NAME,
    leaf: {
      commonName: NAMES[0],
      sans: NAMES,
      notBefore: notAfter - 90 * DAY,
      notAfter,
      withChain: false,
    },
    createdAt: notAfter - 89 * DAY,
    ...more,
  };
}

/** Two applications, a PRA portal, a user portal and one that Zscaler manages. */
export function makeCustomer(more: Partial<CustomerSeed> = {}): CustomerSeed {
  return {
    id: CUSTOMER,
    microtenants: [],
    certificates: [oldSeed()],
    applications: [
      application(301, 'CRM', 'crm.example.com', 'BROWSER_ACCESS'),
      application(302, 'Wiki', 'wiki.example.com', 'INSPECT'),
      application(303, 'Hosts', 'host.example.com', 'SECURE_REMOTE_ACCESS'),
    ],
    praPortals: [portal(401, 'Vault', 'pra.example.com', { userNotificationEnabled: true })],
    userPortals: [
      portal(501, 'Start', 'start.example.com', { managedByZs: false, userNotificationEnabled: false }),
      {
        id: idOf(502),
        createdAt: START - 300 * DAY,
        fields: {
          name: 'Guests',
          enabled: true,
          managedByZs: true,
          extLabel: 'guests',
          extDomain: 'example.com',
        },
      },
    ],
    ...more,
  };
}

export function application(number: number, name: string, domain: string, type: AppType): ApplicationSeed {
  const web = type !== 'SECURE_REMOTE_ACCESS';
  return {
    id: idOf(number),
    settings: {
      name,
      description: `${name}, & <more>`,
      domainNames: [domain],
      enabled: true,
      segmentGroupId: idOf(601),
      serverGroups: [{ id: idOf(602) }],
      weightedLoadBalancing: false,
      fieldOfTomorrow: { keep: ['me'] },
    },
    tcpPorts: ['443', '443', '8443', '8444'],
    apps: [
      {
        id: idOf(number + 10),
        type,
        fields: {
          name: domain,
          domain,
          enabled: true,
          applicationPort: web ? '443' : '22',
          applicationProtocol: web ? 'HTTPS' : 'SSH',
          ...(web ? { certificateId: OLD, trustUntrustedCert: false } : {}),
        },
      },
    ],
    createdAt: START - 300 * DAY,
  };
}

export function portal(number: number, name: string, domain: string, more: object): PortalSeed {
  return {
    id: idOf(number),
    createdAt: START - 300 * DAY,
    fields: { name, domain, enabled: true, certificateId: OLD, ...more },
  };
}

const ALL_PHASES = { phases: 'plan,stage,promote,retire' };

export async function openZpaWorld(options: ZpaWorldOptions = {}): Promise<ZpaWorld> {
  const clock = createVirtualClock(START);
  const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
  const ledger = createFakeLedger(clock, { skewMilliseconds: 0, unkind: options.unkind ?? null });
  const zscaler = await createZscaler(
    {
      customers: [makeCustomer(options.customer)],
      legacyClients: [{ ...CLIENT, customerId: CUSTOMER, mayWrite: true }],
      oneApiClients: [],
    },
    { clock, seed: 1, settleMilliseconds: 0, unkind },
    { ...DEFAULT_ZSCALER_OPTIONS, ...options.zscaler },
  );
  const customer = (): CustomerState => {
    const state = zscaler.readState().customers[CUSTOMER];
    if (state === undefined) throw new Error('The customer is gone');
    return state;
  };
  const watch = createZpaWatch(customer, clock, options.overlapMilliseconds ?? null);
  const material = options.material === undefined ? await renew(-1) : options.material;
  const find = (id: string) => customer().certificates.find((one) => one.id === id) ?? null;

  /** What a host would serve: the certificate of the app or portal of its domain. */
  const findServed = (host: string): string | null => {
    const { applications, praPortals, userPortals } = customer();
    const text = JSON.stringify([applications, praPortals, userPortals]);
    const pattern = new RegExp(`"domain":"${host.replaceAll('.', '\\.')}"[^{}]*?"certificateId":"(\\d+)"`);
    return find(pattern.exec(text)?.[1] ?? '')?.fingerprint ?? null;
  };

  const lives = createLives({
    clock,
    vendors: zscaler.vendors,
    unkind,
    ledger,
    kill: options.kill ?? null,
    inputs: {
      provider: 'zscaler-zpa',
      'customer-id': CUSTOMER,
      'client-id': CLIENT.id,
      'client-secret': CLIENT.secret,
      name: NAME,
      'allow-untrusted-chain': 'true',
      ...(material === null ? {} : { certificate: material.pem, 'private-key': material.privateKeyPem }),
      ...options.inputs,
    },
    nameCall,
    intercept: options.intercept,
    before: (name, { url }) => watch.inspect(name, url.pathname),
    after: (name) => watch.look(name),
    onTime: () => watch.look('some time'),
    ports: ({ travel }) => ({
      probeServedCertificate: (endpoint) =>
        travel(`probe ${endpoint.host}`, async () => {
          const served = findServed(endpoint.host);
          if (options.probe !== undefined) return options.probe(endpoint, served);
          return served === null ? { failure: 'nobody is there' } : { fingerprint: served };
        }),
    }),
  });

  const referrersOf = (id: string) => find(id)?.referrers.length ?? 0;
  const [legacy] = zscaler.vendors;
  let session: string | null = null;
  const answer = async (method: string, path: string, body: unknown): Promise<Answer> => {
    if (legacy === undefined) throw new Error('There is no vendor');
    const ask = (to: string, verb: string, text: string, headers: Record<string, string>) =>
      legacy.answer({ method: verb, path: to, query: new URLSearchParams(), headers, body: text });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const signIn = await ask(
      '/signin',
      'POST',
      new URLSearchParams({ client_id: CLIENT.id, client_secret: CLIENT.secret }).toString(),
      form,
    );
    session = (signIn.json as { readonly access_token: string }).access_token;
    return ask(path, method, body === undefined ? '' : JSON.stringify(body), {
      authorization: `Bearer ${session}`,
      'content-type': 'application/json',
    });
  };

  return {
    clock,
    ledger,
    calls: lives.calls,
    breaches: watch.breaches,
    live: (inputs = ALL_PHASES) => lives.live(inputs),
    changes: () => lives.changes().filter((name) => !/signin|signout|^probe/.test(name)),
    customer,
    find,
    describe: () =>
      customer()
        .certificates.filter(({ name }) => name.startsWith(NAME))
        .map(({ id, name }) => {
          const suffix = name === NAME ? 'NAME' : 'NAME-xxxxxxxx';
          return `${id === OLD ? 'old' : 'successor'} as ${suffix}, ${referrersOf(id)} referrers`;
        }),
    inUse: () => customer().certificates.flatMap(({ id, referrers }) => (referrers.length > 0 ? [id] : [])),
    missing: () => {
      const { applications, praPortals, userPortals } = customer();
      const text = JSON.stringify([applications, praPortals, userPortals]);
      const named = [...text.matchAll(/"certificateId":"(\d+)"/g)].map((match) => match[1] ?? '');
      return [...new Set(named)].filter((id) => find(id) === null);
    },
    person: async (method, path, body) => {
      const given = await answer(method, `${BASE}/${path}`, body);
      watch.forgive();
      return given;
    },
    pass: async (milliseconds) => {
      await clock.sleep(milliseconds);
      watch.look('some time');
    },
  };
}

/** Without ids: `GET certificate`, `PUT application/ID`. */
function nameCall({ method, url }: NetworkRequest): string {
  const path = url.pathname.replace(`${BASE}/`, '').replace(/\/\d{10,}/, '/ID');
  return `${method} ${path}`;
}
