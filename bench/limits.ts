import { rm } from 'node:fs/promises';
import { createBench, measure, prepareAction } from './support/measure.ts';
import { tellBar } from './support/rounds.ts';
import { startVendor, type VendorProcess } from './support/vendor.ts';
import { findFloor } from './support/windows.ts';

const FLOOR_BAR = 1.1;

/** A list in pages so small that they exceed a vendor's quota. */
interface Course {
  readonly name: string;
  readonly wish: { readonly zones: readonly number[]; readonly zpa: number };
  readonly quota: { readonly calls: number; readonly windowMilliseconds: number };
  readonly inputs: (vendor: VendorProcess) => Readonly<Record<string, string>>;
  /** Of the calls that the quota counts. */
  readonly endpoint: string;
}

const COURSES: readonly Course[] = [
  {
    name: 'ZPA, 100 reads where 20 in 10 s are allowed',
    wish: { zones: [], zpa: 2000 },
    quota: { calls: 20, windowMilliseconds: 10_000 },
    inputs: ({ env }) => ({
      provider: 'zscaler-zpa',
      'customer-id': env.ZPA_CUSTOMER_ID ?? '',
      'client-id': env.ZPA_CLIENT_ID ?? '',
      'client-secret': env.ZPA_CLIENT_SECRET ?? '',
      'page-size': '20',
    }),
    endpoint: 'zpa.certificates.list',
  },
  {
    name: 'Cloudflare, 1,300 calls where 1,200 in 300 s are allowed',
    wish: { zones: [6500], zpa: 0 },
    quota: { calls: 1200, windowMilliseconds: 300_000 },
    inputs: ({ zones }) => ({
      provider: 'cloudflare-client',
      'zone-id': zones[0]?.id ?? '',
      'api-token': zones[0]?.token ?? '',
      'page-size': '5',
    }),
    endpoint: 'client.list',
  },
];

/**
 * A list that must exceed the vendor's quota, with the quota enforced: how close the action comes to the least
 * time that the quota allows, and how often it is refused.
 * @returns whether the bars were held.
 */
export async function benchLimits(): Promise<boolean> {
  let held = true;
  for (const { name, wish, quota, inputs, endpoint } of COURSES) {
    const vendor = await startVendor({ ...wish, limits: true });
    const { folder } = await createBench();
    try {
      const given = { operation: 'list', 'api-url': vendor.url, ...inputs(vendor) };
      const since = Date.now();
      const { milliseconds, exitCode } = await measure({ name, ...(await prepareAction(given, folder)) });
      const counted = (await vendor.listCalls(since)).filter((call) => call.endpoint === endpoint);
      const refused = counted.filter(({ status }) => status === 429).length;
      const floor = findFloor(counted.length, quota.calls, quota.windowMilliseconds);
      process.stdout.write(
        `${name}\n  ${(milliseconds / 1000).toFixed(1)} s, ${counted.length} calls, ${refused} refused with 429, exit code ${exitCode}\n`,
      );
      const bars = [
        tellBar('time ÷ the least that the quota allows', milliseconds / floor, FLOOR_BAR),
        tellBar('calls refused', refused, 0, 0),
      ];
      held = held && exitCode === 0 && bars.every((one) => one);
    } finally {
      await vendor.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return held;
}
