import { describe, expect, test } from '@jest/globals';
import type { StepResult } from '../../../scripts/support/step-runner.ts';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import { idOf, messagesOf, recordsOf, seedCertificate, type With, withScene } from './scene.ts';

const list = { operation: 'list' };
const getExpired = { operation: 'get', 'certificate-id': COMPANY.expired };
const getSpare = { operation: 'get', 'certificate-id': COMPANY.spare };

/** Verdict, expiring-count, expired-count, exit code. */
type Ending = readonly [verdict: string, expiring: number, expired: number, exitCode: number];

/** What serves at the company has 20, 90, 400 and 1815 days left; an inactive one expired 40 days ago. */
const verdicts: readonly (readonly [string, With, Ending])[] = [
  ['far from every end', { ...list, 'fail-within': '7d' }, ['ok', 0, 0, 0]],
  ['at a warning', { ...list, 'fail-within': '7d', 'warn-within': '30d' }, ['warn', 1, 0, 0]],
  ['at a warning alone', { ...list, 'warn-within': '120' }, ['warn', 2, 0, 0]],
  ['within the threshold', { ...list, 'fail-within': '30d' }, ['fail', 1, 0, 1]],
  ['within hours', { ...list, 'fail-within': '500h' }, ['fail', 1, 0, 1]],
  ['within a percent', { ...list, 'fail-within': '25%' }, ['fail', 2, 0, 1]],
  ['within the longer of two only', { ...list, 'fail-within': '10d 25%' }, ['ok', 0, 0, 0]],
  ['told not to fail', { ...list, 'fail-within': '30d', 'fail-job': 'false' }, ['fail', 1, 0, 0]],
  ['inactive, asked for', { ...list, status: 'inactive', 'fail-within': '7d' }, ['fail', 0, 1, 1]],
  ['inactive, named', { ...getExpired, 'fail-within': '7d' }, ['fail', 0, 1, 1]],
  ['good, named', { ...getSpare, 'fail-within': '30d' }, ['ok', 0, 0, 0]],
];

function endingOf({ outputs, exitCode }: StepResult): readonly unknown[] {
  return [outputs.verdict, Number(outputs['expiring-count']), Number(outputs['expired-count']), exitCode];
}

describe('the expiry gate', () => {
  test('judges what counts by the thresholds', async () => {
    await withScene({}, async ({ step }) => {
      const results = await Promise.all(verdicts.map(([, inputs]) => step(inputs)));
      expect(results.map((result, index) => [verdicts[index]?.[0], endingOf(result)])).toEqual(
        verdicts.map(([what, , ending]) => [what, ending]),
      );
      for (const { outputs, stdout, summary } of results) {
        expect(stdout).toContain(`Verdict: ${outputs.verdict}`);
        expect(summary).toContain(`**Verdict: ${outputs.verdict}**`);
      }
    });
  });

  test('judges what is being made and what is being activated', async () => {
    await withScene({}, async ({ step }) => {
      const made = { operation: 'create', 'validity-days': '10', 'fail-within': '30d' };
      const activated = { operation: 'activate', 'certificate-id': COMPANY.expired, 'fail-within': '1d' };
      const results = await Promise.all([step(made), step(activated)]);
      expect(results.map(endingOf)).toEqual([
        ['fail', 1, 0, 1],
        ['fail', 0, 1, 1],
      ]);
      expect(results.map(({ outputs }) => outputs.changed)).toEqual(['true', 'true']);
    });
  });

  test.each<[string, readonly ReturnType<typeof seedCertificate>[]]>([
    ['no certificate at all', []],
    ['none that counts', [seedCertificate(1, { status: 'inactive', daysLeft: -3 })]],
  ])('with %s leaves it to on-empty', async (_, certificates) => {
    await withScene({ certificates }, async ({ step }) => {
      const gate = { operation: 'list', 'fail-within': '7d' };
      const results = await Promise.all(
        ['', 'fail', 'warn', 'ignore'].map((word) => step({ ...gate, 'on-empty': word })),
      );
      expect(results.map(({ exitCode, outputs }) => [exitCode, outputs.verdict])).toEqual([
        [1, 'fail'],
        [1, 'fail'],
        [0, 'warn'],
        [0, 'ok'],
      ]);
      expect(results.map((result) => messagesOf(result, 'error').join())).toEqual([
        expect.stringContaining('on-empty'),
        expect.stringContaining('on-empty'),
        '',
        '',
      ]);
    });
  });

  test('fails on what cannot be judged', async () => {
    const cloudflare = { omitFields: ['certificate', 'expires_on'] };
    await withScene({ cloudflare }, async ({ step }) => {
      const result = await step({ operation: 'list', 'fail-within': '1h' });
      expect(messagesOf(result, 'error').at(-1)).toMatch(/4 without a readable date/);
      expect(result.outputs.verdict).toBe('fail');
      expect(recordsOf(result)[0]).toMatchObject({ severity: 'unknown', notAfter: null, daysLeft: null });
      expect(result.outputs).not.toHaveProperty('expires-on');
      expect(result.outputs).not.toHaveProperty('days-left');
    });
  });

  test('that fails leaves every output, file and row complete', async () => {
    await withScene({}, async ({ step, certificate }) => {
      const result = await step({ operation: 'list', 'fail-within': '30d', 'warn-within': '100d' });
      expect(result.exitCode).toBe(1);
      expect(messagesOf(result, 'error').at(-1)).toMatch(/2 expiring of 4/);
      expect(result.outputs).toMatchObject({
        id: COMPANY.inUse,
        fingerprint: certificate(COMPANY.inUse).fingerprint,
        count: '6',
        'expiring-count': '2',
        changed: 'false',
      });
      expect(recordsOf(result).map(({ severity }) => severity)).toEqual([
        'critical',
        'expiring',
        'ok',
        'ok',
        'expired',
        'ok',
      ]);
      for (const id of Object.values(COMPANY)) expect(result.summary).toContain(id);
      expect(result.outputs['certificates-path']).toBeDefined();
    });
  });

  test('annotates the most urgent, ten of a level at most, its own error included', async () => {
    const certificates = Array.from({ length: 30 }, (_, index) =>
      seedCertificate(index, { daysLeft: index < 15 ? index : 15 + index }),
    );
    await withScene({ certificates }, async ({ step }) => {
      const gate = { operation: 'list', 'fail-within': '15d', 'warn-within': '60d' };
      const [failing, passing] = await Promise.all([step(gate), step({ ...gate, 'fail-job': 'false' })]);
      for (const level of ['error', 'warning'] as const) {
        expect(messagesOf(failing, level).length).toBeLessThanOrEqual(10);
      }
      expect(messagesOf(failing, 'error')).toHaveLength(10);
      expect(messagesOf(failing, 'error')[0]).toContain(idOf(0));
      expect(messagesOf(failing, 'error')[8]).toContain('7 more');
      expect(messagesOf(failing, 'error')[9]).toContain('Verdict fail');
      expect(messagesOf(failing, 'warning')[0]).toContain(idOf(15));
      expect(messagesOf(passing, 'error')).toEqual([]);
      expect(messagesOf(passing, 'warning').length).toBeLessThanOrEqual(10);
      expect(messagesOf(passing, 'warning')[0]).toContain(idOf(0));
      expect(passing.exitCode).toBe(0);
    });
  });
});
