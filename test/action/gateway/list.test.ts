import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import { errorOf, idOf, recordsOf, seedCertificate, type With, withScene } from './scene.ts';

const { inUse, spare, quarter, custom, shelved, expired } = COMPANY;

describe('list', () => {
  test('shows what passes the filters, by one call each', async () => {
    const expected: readonly (readonly [With, readonly string[]])[] = [
      [{}, Object.values(COMPANY)],
      [{ status: 'available' }, [inUse, spare, quarter, custom]],
      // The word that the status had before.
      [{ status: 'active' }, [inUse, spare, quarter, custom]],
      [{ status: 'inactive, pending_deletion\navailable' }, Object.values(COMPANY)],
      [{ 'in-use': 'true' }, [inUse]],
      [{ 'in-use': 'false' }, [spare, quarter, custom, shelved, expired]],
      [{ status: 'inactive', 'in-use': 'true' }, []],
    ];
    await withScene({}, async ({ step, calls }) => {
      const results = await Promise.all(expected.map(([filter]) => step({ operation: 'list', ...filter })));
      for (const [index, [filter, ids]] of expected.entries()) {
        const result = results[index];
        if (result === undefined) throw new Error('A step is missing');
        const shown = recordsOf(result).map(({ id }) => id);
        expect([filter, result.exitCode, new Set(shown)]).toEqual([filter, 0, new Set(ids)]);
        const count = String(ids.length);
        expect(result.outputs).toMatchObject({ count, changed: 'false', truncated: 'false' });
      }
      expect(calls()).toEqual(expected.map(() => 'gateway.list'));
    });
  });

  test('puts the most urgent of those that serve first, and describes it in the single outputs', async () => {
    await withScene({}, async ({ step, certificate }) => {
      const result = await step({ operation: 'list' });
      const first = certificate(inUse);
      expect(recordsOf(result).map(({ id }) => id)).toEqual([
        inUse,
        quarter,
        custom,
        spare,
        expired,
        shelved,
      ]);
      expect(result.outputs).toMatchObject({
        id: inUse,
        fingerprint: first.fingerprint,
        status: 'available',
        'expires-on': first.expiresOn.replace('.000Z', 'Z'),
        'days-left': '20',
        'in-use': 'true',
        'expiring-count': '0',
        'expired-count': '0',
      });
      expect(result.outputs).not.toHaveProperty('verdict');
      expect(result.outputs).not.toHaveProperty('adopted');
      expect(result.outputs).not.toHaveProperty('name');
    });
  });

  test('gives every field by its one name, without PEM in the output and with it in the file', async () => {
    await withScene({}, async ({ step, certificate }) => {
      const { outputs, ...rest } = await step({ operation: 'list', 'in-use': 'true' });
      const state = certificate(inUse);
      const [record] = recordsOf({ outputs, ...rest });
      expect(record).toMatchObject({
        provider: 'cloudflare-gateway',
        id: inUse,
        name: null,
        status: 'available',
        fingerprint: state.fingerprint,
        subject: expect.stringMatching(/^CN=Gateway CA/),
        serialNumber: expect.stringMatching(/^4[0-9A-F]{39}$/),
        notAfter: state.expiresOn.replace('.000Z', 'Z'),
        createdAt: state.createdAt.replace('.000Z', 'Z'),
        updatedAt: null,
        inUse: true,
        type: 'gateway_managed',
        contradictions: [],
        daysLeft: 20,
      });
      expect(record).not.toHaveProperty('pem');
      expect(record?.vendor).toMatchObject({ issuer_org: 'Cloudflare, Inc.' });
      const path = outputs['certificates-path'] ?? '';
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([{ ...record, pem: state.pem }]);
    });
  });

  test('of an account without certificates is empty, and no failure', async () => {
    await withScene({ certificates: [] }, async ({ step }) => {
      const { exitCode, outputs, stdout, summary } = await step({ operation: 'list' });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ count: '0', certificates: '[]', changed: 'false' });
      expect(outputs).not.toHaveProperty('id');
      expect(stdout).toContain('No certificates');
      expect(summary).toContain('list');
    });
  });

  test('cuts the output at 100 KiB of whole records, and keeps all in the file', async () => {
    const certificates = Array.from({ length: 100 }, (_, index) =>
      seedCertificate(index, { daysLeft: 100 - index }),
    );
    await withScene({ certificates }, async ({ step }) => {
      const result = await step({ operation: 'list' });
      const kept = recordsOf(result);
      expect(result.outputs).toMatchObject({ count: '100', truncated: 'true', id: idOf(99) });
      expect(Buffer.byteLength(result.outputs.certificates ?? '')).toBeLessThanOrEqual(100 * 1024);
      expect(kept.length).toBeGreaterThan(50);
      expect(kept.map(({ id }) => id)).toEqual(kept.map((_, index) => idOf(99 - index)));
      const whole = JSON.parse(await readFile(result.outputs['certificates-path'] ?? '', 'utf8'));
      expect(whole).toHaveLength(100);
      expect(result.stdout).toContain('and 50 more');
    });
  });

  test('that is refused says so, and changes nothing', async () => {
    const faults = [{ endpoint: 'gateway.list', kind: 'status', status: 403, call: 'every' }] as const;
    await withScene({ faults }, async ({ step }) => {
      const result = await step({ operation: 'list' });
      expect(errorOf(result)).toMatch(/10000 Authentication error.*Zero Trust: Read/s);
      expect(result.outputs).toEqual({ changed: 'false' });
    });
  });
});
