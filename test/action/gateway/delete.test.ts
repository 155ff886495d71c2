import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY } from '../../../simulator/estate.ts';
import {
  ACCOUNT,
  errorOf,
  idOf,
  messagesOf,
  type SceneOptions,
  seedCertificate,
  withScene,
} from './scene.ts';

const { inUse, spare, shelved, expired } = COMPANY;
const inactiveCustom = seedCertificate(1, { type: 'custom', status: 'inactive', organization: 'Own' });

describe('delete', () => {
  test('removes an inactive certificate', async () => {
    await withScene({}, async ({ step, calls, gateway }) => {
      const { exitCode, outputs } = await step({ operation: 'delete', 'certificate-id': expired });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({
        id: expired,
        status: 'deleted',
        changed: 'true',
        'in-use': 'false',
        count: '1',
        'days-left': '-41',
      });
      expect(gateway().deletedIds).toEqual([expired]);
      expect(calls()).toEqual(['gateway.list', 'gateway.delete']);
    });
  });

  test('of one that is not there is a success without a change, and a warning', async () => {
    await withScene({}, async ({ step, calls, gateway }) => {
      const result = await step({ operation: 'delete', 'certificate-id': idOf(9) });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ id: idOf(9), status: 'deleted', changed: 'false' });
      expect(messagesOf(result, 'warning').join()).toContain(idOf(9));
      expect(gateway().deletedIds).toEqual([]);
      expect(calls()).toEqual(['gateway.list', 'gateway.get']);
    });
  });

  test('of one that somebody else deletes in this moment changes nothing', async () => {
    const faults = [{ endpoint: 'gateway.delete', kind: 'status', status: 404, code: 2027 } as const];
    await withScene({ faults }, async ({ step }) => {
      const { exitCode, outputs } = await step({ operation: 'delete', 'certificate-id': shelved });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ id: shelved, status: 'deleted', changed: 'false' });
    });
  });

  test('by a fingerprint that none has is an error: it may be misspelt', async () => {
    await withScene({}, async ({ step, gateway }) => {
      expect(errorOf(await step({ operation: 'delete', fingerprint: 'EE'.repeat(32) }))).toContain(shelved);
      expect(gateway().deletedIds).toEqual([]);
    });
  });

  test('as a dry run shows the exact call and sends only the read', async () => {
    await withScene({}, async ({ step, calls, simulator }) => {
      const inputs = { operation: 'delete', 'certificate-id': shelved, 'dry-run': 'true' };
      const { exitCode, outputs, stdout } = await step(inputs);
      expect(exitCode).toBe(0);
      const path = `/client/v4/accounts/${ACCOUNT}/gateway/certificates/${shelved}`;
      expect(stdout).toMatch(new RegExp(`DELETE ${simulator.url}${path}$`, 'm'));
      expect(outputs).toMatchObject({ status: 'inactive', changed: 'false' });
      expect(calls()).toEqual(['gateway.list']);
    });
  });

  test.each<[string, SceneOptions, string, readonly RegExp[]]>([
    ['an available one', {}, spare, [/available/, /'deactivate'/]],
    ['one in use', {}, inUse, [/in use/, /Gateway configuration/, /'deactivate'/]],
    [
      'the last available one',
      { certificates: [seedCertificate(1), inactiveCustom] },
      idOf(1),
      [/last available/, /'deactivate'/],
    ],
    ['a custom one', { certificates: [inactiveCustom] }, idOf(1), [/custom/, /mtls_certificates/]],
  ])('of %s is refused, and force does not help', async (_, scene, id, reasons) => {
    await withScene(scene, async ({ step, calls, gateway }) => {
      const inputs = { operation: 'delete', 'certificate-id': id };
      const results = await Promise.all([step(inputs), step({ ...inputs, force: 'true' })]);
      for (const result of results) {
        const error = errorOf(result);
        for (const reason of [...reasons, /force cannot/]) expect(error).toMatch(reason);
        expect(result.outputs).toMatchObject({ id, changed: 'false' });
      }
      expect(calls()).toEqual(['gateway.list', 'gateway.list']);
      expect(gateway().deletedIds).toEqual([]);
    });
  });

  test('that the vendor refuses with HTTP 500 as active is not repeated, and says what to do', async () => {
    const faults = [
      { endpoint: 'gateway.delete', kind: 'status', status: 500, code: 2118, call: 'every' } as const,
    ];
    await withScene({ faults }, async ({ step, calls }) => {
      const result = await step({ operation: 'delete', 'certificate-id': shelved });
      expect(errorOf(result)).toMatch(/2118.*'deactivate'/s);
      expect(result.outputs).toMatchObject({ id: shelved, status: 'inactive', changed: 'false' });
      expect(calls()).toEqual(['gateway.list', 'gateway.delete']);
    });
  });
});
