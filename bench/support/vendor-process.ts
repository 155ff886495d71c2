/**
 * The simulator with an estate of a benchmark's size, as a process of its own, so that it runs beside what is
 * measured. Every certificate is another one, with a key of its own and signed for real, before the first call.
 *
 *   node bench/support/vendor-process.ts '{"zones": [10000], "zpa": 0, "limits": true}'
 *
 * Prints one JSON object as its first line, once it is ready.
 */
import { makeLargeZone } from '../../simulator/cloudflare/client-estate.ts';
import type { ZoneSeed } from '../../simulator/cloudflare/client-seeds.ts';
import type { TokenSeed } from '../../simulator/cloudflare/seeds.ts';
import { makeEstate } from '../../simulator/estate.ts';
import { startSimulator } from '../../simulator/server.ts';
import type { CertificateSeed } from '../../simulator/zscaler/seeds.ts';
import type { VendorReady, VendorWish } from './vendor.ts';

const DAY = 24 * 60 * 60 * 1000;
/** No benchmark makes so many calls. */
const BOUNDLESS = 10 ** 9;
const FIRST_ZPA_ID = 314159000001000001n;

const { zones, zpa, limits } = JSON.parse(process.argv[2] ?? '') as VendorWish;
const idOf = (kind: string, number: number) => `${kind}${String(number).padStart(32 - kind.length, '0')}`;
const now = Date.now();
const empty = makeEstate('empty', now);
const places = zones.map(makePlace);
/** The past, in which the certificates are signed, so that it uses up no quota of the present. */
let behind = 100 * DAY;

const simulator = await startSimulator({
  clock: { now: () => Date.now() - behind },
  estate: {
    env: empty.env,
    cloudflare: {
      accounts: places.map(({ accountId }) => ({ id: accountId, certificates: [], settings: {} })),
      zones: places.map(({ zone }) => zone),
      tokens: places.map(({ token }) => token),
      globalKey: empty.cloudflare.globalKey,
    },
    zscaler: {
      ...empty.zscaler,
      customers: empty.zscaler.customers.map((customer, index) =>
        index === 0 ? { ...customer, certificates: makeZpaCertificates(zpa) } : customer,
      ),
    },
  },
  ...(limits
    ? {}
    : {
        cloudflare: { requestQuota: { requests: BOUNDLESS, seconds: 300 } },
        zscaler: { quota: { reads: BOUNDLESS, writes: BOUNDLESS, seconds: 10 } },
      }),
});
for (const { zone, token } of places) await signAll(zone, token);
behind = 0;

const ready: VendorReady = {
  url: simulator.url,
  zones: places.map(({ zone, token }) => ({ id: zone.id, token: token.value })),
  env: simulator.env,
};
process.stdout.write(`${JSON.stringify(ready)}\n`);
process.once('SIGTERM', () => void simulator.close());

/** A zone in an account of its own, with a token that is the account's, so that each has a quota of its own. */
function makePlace(count: number, index: number) {
  const accountId = idOf('acc0', index);
  const id = idOf('2003', index);
  const [model] = empty.cloudflare.tokens;
  if (model === undefined) throw new Error('The empty estate has no token');
  const token: TokenSeed = {
    ...model,
    id: idOf('70ce', index),
    value: `cfat_FakeTokenOfTheBenchmark${String(index).padStart(12, '0')}`,
    ownedByAccount: accountId,
    accounts: [accountId],
    zones: [id],
    notBefore: null,
    expiresOn: null,
  };
  return { accountId, zone: { ...makeLargeZone(accountId, now, count), id }, token };
}

/** Valid for 200 days and ending one after another, the first a few days ago; as the simulator's, but no two alike. */
function makeZpaCertificates(count: number): CertificateSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const commonName = `bench-${String(index).padStart(6, '0')}.simulator.example`;
    const notAfter = now + (((index * 7919) % 200) - 10 + 0.5) * DAY;
    const notBefore = notAfter - 200 * DAY;
    const sans = [commonName, `www.${commonName}`];
    return {
      id: String(FIRST_ZPA_ID + BigInt(index)),
      name: commonName,
      leaf: { commonName, sans, notBefore, notAfter, withChain: false },
      createdAt: notBefore,
    };
  });
}

/** They are signed when they are first read, which must not be taken for the vendor's latency. */
async function signAll(zone: ZoneSeed, token: TokenSeed): Promise<void> {
  const pages = Math.ceil(zone.certificates.length / 50);
  for (let page = 1; page <= pages; page += 1) {
    behind -= 1000;
    const answer = await fetch(
      `${simulator.url}/client/v4/zones/${zone.id}/client_certificates?per_page=50&page=${page}`,
      { headers: { authorization: `Bearer ${token.value}` } },
    );
    if (!answer.ok) throw new Error(`Page ${page} of ${zone.id} was answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}
