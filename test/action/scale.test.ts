import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { makeLargeZone } from '../../simulator/cloudflare/client-estate.ts';
import { ACCOUNTS, makeEstate } from '../../simulator/estate.ts';
import { makeZscalerSeed } from '../../simulator/zscaler/company.ts';
import { closeStages, openStage } from './support/stage.ts';

afterEach(closeStages);

test('1,000 ZPA certificates are read in two list requests', async () => {
  const estate = { ...makeEstate('company', Date.now()), zscaler: makeZscalerSeed('large', Date.now()) };
  const stage = await openStage('zscaler-zpa', { estate });
  const step = await stage.step({ operation: 'list' });
  expect(step.outputs.count).toBe('1000');
  expect(stage.calls()).toEqual(['oneapi.token', 'zpa.certificates.list', 'zpa.certificates.list']);
});

test('10,000 client certificates are read in 200 pages side by side, without a 429', async () => {
  const now = Date.now();
  const company = makeEstate('company', now);
  const zones = [makeLargeZone(ACCOUNTS.company, now, 10_000), ...company.cloudflare.zones.slice(1)];
  const stage = await openStage('cloudflare-client', {
    estate: { ...company, cloudflare: { ...company.cloudflare, zones } },
  });
  const step = await stage.step({ operation: 'list', concurrency: 8 });
  expect(step.exitCode).toBe(0);
  expect(step.outputs).toMatchObject({ count: '10000', truncated: 'true' });
  expect(stage.calls()).toEqual(Array(200).fill('client.list'));
  expect(stage.simulator.history.every(({ status }) => status === 200)).toBe(true);
  const whole = JSON.parse(await readFile(step.outputs['certificates-path'] ?? '', 'utf8'));
  expect(new Set(whole.map(({ id }: { id: string }) => id)).size).toBe(10_000);
  expect(Buffer.byteLength(step.summary)).toBeLessThan(1024 * 1024);
});
