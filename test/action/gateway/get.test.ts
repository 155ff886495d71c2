import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import { errorOf, HOUR, idOf, messagesOf, recordsOf, seedCertificate, withScene } from './scene.ts';

const { spare, shelved } = COMPANY;

const NOBODY = '00000000-0000-4000-8000-00000000dead';
const unpad = (fingerprint: string) => fingerprint.replace(/\b0/g, '');

describe('get', () => {
  test('reads one certificate by its id, in one call', async () => {
    await withScene({}, async ({ step, calls, certificate }) => {
      const result = await step({ operation: 'get', 'certificate-id': shelved });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        id: shelved,
        status: 'inactive',
        'in-use': 'false',
        fingerprint: certificate(shelved).fingerprint,
        count: '1',
        changed: 'false',
      });
      expect(recordsOf(result)).toHaveLength(1);
      expect(calls()).toEqual(['gateway.get']);
    });
  });

  test('finds it by its fingerprint, however that is written, in one call each', async () => {
    await withScene({}, async ({ step, calls, certificate }) => {
      const { fingerprint } = certificate(spare);
      const plain = fingerprint.replaceAll(':', '');
      const forms = [fingerprint, unpad(fingerprint), fingerprint.toLowerCase(), plain, plain.toLowerCase()];
      const results = await Promise.all(forms.map((form) => step({ operation: 'get', fingerprint: form })));
      expect(results.map(({ exitCode, outputs }) => [exitCode, outputs.id, outputs.fingerprint])).toEqual(
        forms.map(() => [0, spare, fingerprint]),
      );
      expect(calls()).toEqual(forms.map(() => 'gateway.list'));
    });
  });

  test('of an unknown id fails, and says how to see what there is', async () => {
    await withScene({}, async ({ step, calls }) => {
      const result = await step({ operation: 'get', 'certificate-id': NOBODY });
      const error = errorOf(result);
      expect(error).toContain(NOBODY);
      expect(error).toMatch(/'list'/);
      expect(result.outputs).toEqual({ changed: 'false' });
      expect(calls()).toEqual(['gateway.get']);
    });
  });

  test('by a fingerprint that none has lists the candidates', async () => {
    await withScene({}, async ({ step, certificate }) => {
      const error = errorOf(await step({ operation: 'get', fingerprint: '00'.repeat(32) }));
      for (const id of Object.values(COMPANY)) {
        expect(error).toContain(id);
        expect(error).toContain(certificate(id).fingerprint);
      }
    });
  });

  test('by a fingerprint that two have lists these two alone, and asks for an id', async () => {
    const twins = [1, 2].map((number) => ({ id: idOf(number), fingerprint: 'AB'.repeat(32) }));
    const result = [...twins, { id: idOf(3), fingerprint: 'CD'.repeat(32) }];
    const text = JSON.stringify({ success: true, errors: [], messages: [], result });
    const body = { text, contentType: 'application/json' };
    const faults = [{ endpoint: 'gateway.list', kind: 'status', status: 200, body } as const];
    await withScene({ faults }, async ({ step }) => {
      const error = errorOf(await step({ operation: 'get', fingerprint: 'ab'.repeat(32) }));
      expect(error).toContain(idOf(1));
      expect(error).toContain(idOf(2));
      expect(error).not.toContain(idOf(3));
      expect(error).toContain('certificate-id');
    });
  });

  test.each(['available', 'active'])('waits for the status %s, telling how it goes', async (status) => {
    const certificates = [seedCertificate(1, { status: 'pending_deployment' })];
    await withScene({ certificates, settleMilliseconds: HOUR }, async (scene) => {
      const inputs = { operation: 'get', 'certificate-id': idOf(1), 'wait-for': status };
      const running = scene.step(inputs);
      await scene.waitForCalls('gateway.get', 3);
      scene.passTime(HOUR);
      const { exitCode, outputs, stdout } = await running;
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ status: 'available', changed: 'false', id: idOf(1) });
      expect(stdout).toMatch(/available.*pending_deployment/);
      expect(new Set(scene.calls())).toEqual(new Set(['gateway.get']));
    });
  });

  test('that waits too long fails, says how to go on, and tells the state that it saw', async () => {
    await withScene({}, async ({ step }) => {
      const result = await step({
        operation: 'get',
        'certificate-id': shelved,
        'wait-for': 'available',
        'wait-timeout': '100ms',
      });
      expect(errorOf(result)).toMatch(/inactive.*wait-timeout/s);
      expect(result.outputs).toMatchObject({ id: shelved, status: 'inactive', changed: 'false' });
      expect(messagesOf(result, 'warning')).toEqual([]);
    });
  });
});
