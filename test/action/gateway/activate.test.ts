import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import { ACCOUNT, errorOf, HOUR, idOf, seedCertificate, withScene } from './scene.ts';

const { shelved, spare } = COMPANY;

const pending = [seedCertificate(1, { status: 'pending_deployment' }), seedCertificate(2)];

describe('activate', () => {
  test('sends one call, waits until the certificate is available, and tells how it goes', async () => {
    await withScene({}, async ({ step, calls, certificate, simulator }) => {
      const result = await step({ operation: 'activate', 'certificate-id': shelved });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ id: shelved, status: 'available', changed: 'true' });
      expect(certificate(shelved).status).toBe('available');
      expect(calls().slice(0, 2)).toEqual(['gateway.get', 'gateway.activate']);
      expect(new Set(calls().slice(2))).toEqual(new Set(['gateway.get']));
      expect(simulator.history[1]?.body).toEqual({});
      expect(result.stdout).toMatch(/available.*pending_deployment.*of 10m/);
      expect(result.stdout).toMatch(new RegExp(`${shelved} is available`));
    });
  });

  test('without waiting ends with the state that the vendor answered', async () => {
    await withScene({ settleMilliseconds: HOUR }, async ({ step, calls }) => {
      const { exitCode, outputs } = await step({
        operation: 'activate',
        'certificate-id': shelved,
        wait: 'false',
      });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ status: 'pending_deployment', changed: 'true' });
      expect(calls()).toEqual(['gateway.get', 'gateway.activate']);
    });
  });

  test('of an available one sends nothing', async () => {
    await withScene({ cloudflare: { activateOnAvailable: 'refuse' } }, async ({ step, calls }) => {
      const { exitCode, outputs } = await step({ operation: 'activate', 'certificate-id': spare });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ id: spare, status: 'available', changed: 'false' });
      expect(calls()).toEqual(['gateway.get']);
    });
  });

  test('of one that is on its way only waits', async () => {
    await withScene({ certificates: pending, settleMilliseconds: HOUR }, async (scene) => {
      const running = scene.step({ operation: 'activate', 'certificate-id': idOf(1) });
      await scene.waitForCalls('gateway.get', 3);
      scene.passTime(HOUR);
      const { exitCode, outputs } = await running;
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ status: 'available', changed: 'false' });
      expect(new Set(scene.calls())).toEqual(new Set(['gateway.get']));
    });
  });

  test('that waits too long fails, tells how to go on, and that the change was made', async () => {
    await withScene({ settleMilliseconds: HOUR }, async ({ step }) => {
      const result = await step({
        operation: 'activate',
        'certificate-id': shelved,
        'wait-timeout': '100ms',
      });
      const error = errorOf(result);
      for (const word of [shelved, 'pending_deployment', 'wait-timeout', "'get'", 'wait-for available']) {
        expect(error).toContain(word);
      }
      expect(result.outputs).toMatchObject({
        id: shelved,
        status: 'pending_deployment',
        changed: 'true',
        'in-use': 'false',
        count: '1',
      });
      expect(result.outputs['certificate-path']).toBeDefined();
    });
  });

  test('as a dry run shows the exact call and sends only the read', async () => {
    await withScene({}, async ({ step, calls, simulator }) => {
      const inputs = { operation: 'activate', 'certificate-id': shelved, 'dry-run': 'true' };
      const { exitCode, outputs, stdout } = await step(inputs);
      expect(exitCode).toBe(0);
      const path = `/client/v4/accounts/${ACCOUNT}/gateway/certificates/${shelved}/activate`;
      expect(stdout).toContain(`POST ${simulator.url}${path} {}`);
      expect(outputs).toMatchObject({ id: shelved, status: 'inactive', changed: 'false' });
      expect(calls()).toEqual(['gateway.get']);
    });
  });

  test('finds its certificate by fingerprint', async () => {
    await withScene({}, async ({ step, calls, certificate }) => {
      const { fingerprint } = certificate(shelved);
      const { outputs } = await step({ operation: 'activate', fingerprint });
      expect(outputs).toMatchObject({ id: shelved, status: 'available', changed: 'true' });
      expect(calls().slice(0, 2)).toEqual(['gateway.list', 'gateway.activate']);
    });
  });

  test('of an unknown certificate fails before anything is sent', async () => {
    await withScene({}, async ({ step, calls }) => {
      const result = await step({ operation: 'activate', 'certificate-id': idOf(99) });
      expect(errorOf(result)).toContain(idOf(99));
      expect(result.outputs).toEqual({ changed: 'false' });
      expect(calls()).toEqual(['gateway.get']);
    });
  });

  test("that the vendor refuses tells the vendor's code and that nothing was changed", async () => {
    await withScene({ cloudflare: { availableLimit: 4 } }, async ({ step, certificate }) => {
      const result = await step({ operation: 'activate', 'certificate-id': shelved });
      expect(errorOf(result)).toMatch(/400: 2904 .*request id [0-9a-f]{16}-LHR, 1 try/s);
      expect(result.outputs).toMatchObject({ id: shelved, status: 'inactive', changed: 'false' });
      expect(certificate(shelved).status).toBe('inactive');
    });
  });
});
