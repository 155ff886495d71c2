import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import {
  ACCOUNT,
  errorOf,
  HOUR,
  idOf,
  messagesOf,
  type SceneOptions,
  seedCertificate,
  withScene,
} from './scene.ts';

const { inUse, spare, shelved, quarter } = COMPANY;

const READS = ['gateway.list', 'gateway.get'];
const onlyOne: SceneOptions = {
  certificates: [seedCertificate(1), seedCertificate(2, { status: 'inactive' })],
};

describe('deactivate', () => {
  test('sends one call and waits until the certificate is inactive', async () => {
    await withScene({}, async ({ step, calls, certificate }) => {
      const { exitCode, outputs, stdout } = await step({ operation: 'deactivate', 'certificate-id': spare });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ id: spare, status: 'inactive', changed: 'true', 'in-use': 'false' });
      expect(certificate(spare).status).toBe('inactive');
      expect(calls().slice(0, 2)).toEqual(['gateway.list', 'gateway.deactivate']);
      expect(new Set(calls().slice(2))).toEqual(new Set(['gateway.get']));
      expect(stdout).toMatch(/inactive.*pending_deletion/);
    });
  });

  test('without waiting ends with the state that the vendor answered', async () => {
    await withScene({ settleMilliseconds: HOUR }, async ({ step, calls }) => {
      const { outputs } = await step({ operation: 'deactivate', 'certificate-id': spare, wait: 'false' });
      expect(outputs).toMatchObject({ status: 'pending_deletion', changed: 'true' });
      expect(calls()).toEqual(['gateway.list', 'gateway.deactivate']);
    });
  });

  test('of an inactive one sends nothing', async () => {
    await withScene({}, async ({ step, calls }) => {
      const { exitCode, outputs } = await step({ operation: 'deactivate', 'certificate-id': shelved });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ id: shelved, status: 'inactive', changed: 'false' });
      expect(calls()).toEqual(['gateway.list']);
    });
  });

  test('of one that is on its way out only waits', async () => {
    const certificates = [seedCertificate(1, { status: 'pending_deletion' }), seedCertificate(2)];
    await withScene({ certificates, settleMilliseconds: HOUR }, async (scene) => {
      const running = scene.step({ operation: 'deactivate', 'certificate-id': idOf(1) });
      await scene.waitForCalls('gateway.get', 2);
      scene.passTime(HOUR);
      const { exitCode, outputs } = await running;
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ status: 'inactive', changed: 'false' });
      expect(scene.calls()).not.toContain('gateway.deactivate');
    });
  });

  test('that waits too long tells how to go on, and that the change was made', async () => {
    await withScene({ settleMilliseconds: HOUR }, async ({ step }) => {
      const inputs = { operation: 'deactivate', 'certificate-id': spare, 'wait-timeout': '100ms' };
      const result = await step(inputs);
      expect(errorOf(result)).toContain('wait-for inactive');
      expect(result.outputs).toMatchObject({ id: spare, status: 'pending_deletion', changed: 'true' });
    });
  });

  test('as a dry run shows the exact call and sends only the read', async () => {
    await withScene({}, async ({ step, calls, simulator }) => {
      const inputs = { operation: 'deactivate', 'certificate-id': quarter, 'dry-run': 'true' };
      const { exitCode, outputs, stdout } = await step(inputs);
      expect(exitCode).toBe(0);
      const path = `/client/v4/accounts/${ACCOUNT}/gateway/certificates/${quarter}/deactivate`;
      expect(stdout).toContain(`POST ${simulator.url}${path} {}`);
      expect(outputs).toMatchObject({ status: 'available', changed: 'false' });
      expect(calls()).toEqual(['gateway.list']);
    });
  });
});

describe('deactivate is refused', () => {
  const whatServes = { certificates: [seedCertificate(1), seedCertificate(2, { status: 'inactive' })] };

  test.each<[string, SceneOptions, Record<string, string>, readonly string[]]>([
    ['what is in use', {}, { 'certificate-id': inUse }, ['in use']],
    ['the last available one', onlyOne, { 'certificate-id': idOf(1) }, ['last available']],
    [
      'what is both, with both reasons',
      { ...whatServes, inUse: idOf(1) },
      { 'certificate-id': idOf(1) },
      ['in use', 'last available'],
    ],
    [
      'the last available one under its id in capitals',
      onlyOne,
      { 'certificate-id': idOf(1).toUpperCase() },
      ['last available'],
    ],
    ['in a dry run too', {}, { 'certificate-id': inUse, 'dry-run': 'true' }, ['in use']],
    [
      'where the vendor does not say whether it is in use',
      { cloudflare: { omitFields: ['in_use'] } },
      { 'certificate-id': spare },
      ['does not say'],
    ],
  ])('for %s', async (_, scene, inputs, reasons) => {
    await withScene(scene, async ({ step, calls, gateway }) => {
      const before = gateway();
      const result = await step({ operation: 'deactivate', ...inputs });
      const error = errorOf(result);
      const violations = error.split('\n').filter((line) => line.startsWith('- '));
      expect(violations).toEqual(reasons.map((reason) => expect.stringMatching(`${reason}.*instead: `)));
      expect(error).toContain('force: true');
      expect(result.outputs).toMatchObject({ changed: 'false', count: '1' });
      expect(result.outputs.id).toBe(inputs['certificate-id']?.toLowerCase());
      expect(calls().filter((call) => !READS.includes(call))).toEqual([]);
      expect(gateway()).toEqual(before);
    });
  });

  test('unless it is forced, which is a warning', async () => {
    const cloudflare = { inUseDeactivation: 'switch' } as const;
    await withScene({ cloudflare }, async ({ step, certificate }) => {
      const inputs = { operation: 'deactivate', 'certificate-id': inUse, force: 'true' };
      const result = await step(inputs);
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        id: inUse,
        status: 'inactive',
        changed: 'true',
        'in-use': 'false',
      });
      expect(messagesOf(result, 'warning').join()).toMatch(new RegExp(`${inUse}.*in use`));
      expect(certificate(inUse).status).toBe('inactive');
    });
  });

  test('by the vendor itself in spite of force, and nothing is changed', async () => {
    await withScene({}, async ({ step, certificate }) => {
      const inputs = { operation: 'deactivate', 'certificate-id': inUse, force: 'true' };
      const result = await step(inputs);
      expect(errorOf(result)).toContain('2906');
      expect(result.outputs).toMatchObject({ id: inUse, status: 'available', changed: 'false' });
      expect(certificate(inUse).status).toBe('available');
    });
  });

  test('for the last available one unless it is forced', async () => {
    await withScene(onlyOne, async ({ step }) => {
      const result = await step({ operation: 'deactivate', 'certificate-id': idOf(1), force: 'true' });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ status: 'inactive', changed: 'true' });
      expect(messagesOf(result, 'warning').join()).toContain('last available');
    });
  });
});
