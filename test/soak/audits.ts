import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ZONES } from '../../simulator/cloudflare/client-estate.ts';
import { createCloudflare } from '../../simulator/cloudflare/cloudflare.ts';
import { DEFAULT_CLOUDFLARE_OPTIONS } from '../../simulator/cloudflare/options.ts';
import { ACCOUNTS, makeEstate, TOKENS } from '../../simulator/estate.ts';
import type { Random } from '../../simulator/random.ts';
import { createUnkind } from '../../simulator/unkind.ts';
import { ZPA_CLIENTS, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import { DEFAULT_ZSCALER_OPTIONS } from '../../simulator/zscaler/options.ts';
import { createZscaler } from '../../simulator/zscaler/zscaler.ts';
import '../../src/audit-course.ts';
import '../../src/providers/cloudflare/client-certificates.ts';
import { createFakeLedger } from '../run/rotation/fake-ledger.ts';
import { createLives, type Interception, type Life } from '../run/rotation/lives.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { choose, judgeRun, type Played, type Scenario } from './scenario.ts';

const SECRETS = [TOKENS.write, ZPA_CLIENTS.write.secret];
const TARGETS = [
  {
    name: 'gateway',
    provider: 'cloudflare-gateway',
    'account-id': ACCOUNTS.company,
    'api-token-env': 'TOKEN',
  },
  { name: 'clients', provider: 'cloudflare-client', 'zone-id': ZONES.company, 'api-token-env': 'TOKEN' },
  {
    name: 'portals',
    provider: 'zscaler-zpa',
    'customer-id': ZPA_CUSTOMERS.company,
    'client-id-env': 'ID',
    'client-secret-env': 'SECRET',
  },
];
const CREDENTIALS = { TOKEN: TOKENS.write, ID: ZPA_CLIENTS.write.id, SECRET: ZPA_CLIENTS.write.secret };

/** What one audit of the whole estate told, and how much there was to read. */
interface Audited extends Life {
  readonly certificates: number;
}

interface AuditTroubles {
  readonly unkind: number | null;
  readonly maxRetries: number;
  /** What an endpoint always answers; null: as it is. */
  readonly intercept: (name: string) => Interception | null;
}

async function auditOnce({ unkind, maxRetries, intercept }: AuditTroubles): Promise<Audited> {
  const clock = createVirtualClock();
  const troubles = unkind === null ? null : createUnkind(unkind);
  const estate = makeEstate('company', clock.now());
  const base = { clock, seed: 1, settleMilliseconds: 1000, unkind: troubles };
  const cloudflare = await createCloudflare(estate.cloudflare, base, DEFAULT_CLOUDFLARE_OPTIONS);
  const zscaler = await createZscaler(estate.zscaler, base, DEFAULT_ZSCALER_OPTIONS);
  const folder = await mkdtemp(path.join(tmpdir(), 'soak-'));
  const lives = createLives({
    clock,
    vendors: [cloudflare, ...zscaler.vendors],
    unkind: troubles,
    ledger: createFakeLedger(clock, { skewMilliseconds: 0, unkind: null }),
    kill: null,
    inputs: {},
    environment: { RUNNER_TEMP: folder },
    nameCall: ({ method, url }) => `${method} ${url.pathname}`,
    intercept,
    before: () => {},
    after: () => {},
    onTime: () => {},
  });
  try {
    const life = await lives.live({
      operation: 'audit',
      targets: JSON.stringify(TARGETS),
      credentials: JSON.stringify(CREDENTIALS),
      'max-retries': String(maxRetries),
    });
    const { accounts, zones } = cloudflare.readState();
    const certificates =
      (accounts[ACCOUNTS.company]?.gateway.certificates.length ?? 0) +
      (zones[ZONES.company]?.clientCertificates.length ?? 0) +
      (zscaler.readState().customers[ZPA_CUSTOMERS.company]?.certificates.length ?? 0);
    return { ...life, certificates };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Now and then something is refused for good: what it is of cannot be read. */
function drawRefusal(draw: Random): AuditTroubles['intercept'] {
  const what = choose(draw, [null, null, 'gateway', 'client_certificates', 'certificate', 'signin']);
  const status = choose(draw, [401, 403, 500, 503]);
  return (name) => (what !== null && name.includes(what) ? { status, code: 10000 } : null);
}

/** What a complete audit has read is all there is, and an incomplete one says what is missing and fails. */
function judge({ outputs, failure, runner, certificates }: Audited): Played {
  const { complete, count, verdict } = outputs;
  const isWhole = complete === 'true' && count === String(certificates);
  const isTold =
    complete === 'false' &&
    verdict === 'fail' &&
    /could not be read|unreadable/.test(`${runner.log} ${failure}`);
  const wrong =
    isWhole || isTold ? [] : [`complete ${complete}, ${verdict}, ${count} of ${certificates}: ${failure}`];
  return {
    course: complete === 'true' ? 'complete' : 'incomplete',
    breaches: [...wrong, ...judgeRun(runner, SECRETS)],
  };
}

/** Audits of three stores that are refused, lose answers, and cannot be read in part. */
export const AUDITS: readonly Scenario[] = [
  {
    name: 'audit of three stores',
    play: async (draw, seed) =>
      judge(
        await auditOnce({
          unkind: seed,
          maxRetries: draw.integer(5),
          intercept: drawRefusal(draw),
        }),
      ),
  },
];
