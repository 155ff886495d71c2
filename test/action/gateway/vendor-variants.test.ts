import { describe, expect, test } from '@jest/globals';
import { GATEWAY_CERTIFICATES as COMPANY, TOKENS } from '../../../simulator/estate.ts';
import type { SimulatorOptions } from '../../../simulator/server.ts';
import { errorOf, idOf, messagesOf, recordsOf, seedCertificate, withScene } from './scene.ts';

const { inUse, shelved, spare } = COMPANY;
type Variant = NonNullable<SimulatorOptions['cloudflare']>;

describe('however the vendor writes it', () => {
  test.each<[string, Variant]>([
    ['a PEM with a backslash and an n for each line end', { literalBackslashNPem: true }],
    ['the word `active` for `available`', { availableWord: 'active' }],
    ['fingerprints with every digit', { fingerprintStyle: 'padded' }],
    ['a page count beside the list', { listResultInfo: true }],
    ['no message beside a good token', { message10000: false }],
  ])('%s, the result is the same', async (_, cloudflare) => {
    await withScene({ cloudflare }, async ({ step, certificate }) => {
      const [listed, checked] = await Promise.all([
        step({ operation: 'list', status: 'available', 'warn-within': '30d' }),
        step({ operation: 'check' }),
      ]);
      expect(listed.outputs).toMatchObject({
        count: '4',
        id: inUse,
        status: 'available',
        fingerprint: certificate(inUse).fingerprint,
        verdict: 'warn',
      });
      expect(recordsOf(listed).flatMap(({ contradictions }) => contradictions)).toEqual([]);
      expect(messagesOf(listed, 'warning')).toHaveLength(1);
      expect([checked.exitCode, checked.stdout]).toEqual([0, expect.stringContaining('credential: active')]);
    });
  });

  test.each([400, 404] as const)('a certificate that is not there with HTTP %i', async (notFoundStatus) => {
    await withScene({ cloudflare: { notFoundStatus } }, async ({ step }) => {
      const unknown = { 'certificate-id': idOf(9) };
      const [got, deleted] = await Promise.all([
        step({ operation: 'get', ...unknown }),
        step({ operation: 'delete', ...unknown }),
      ]);
      expect(errorOf(got)).toContain(`no certificate with id ${idOf(9)}`);
      expect([deleted.exitCode, deleted.outputs.changed]).toEqual([0, 'false']);
    });
  });

  test.each([401, 403] as const)('a refused credential with HTTP %i', async (authenticationErrorStatus) => {
    await withScene({ cloudflare: { authenticationErrorStatus } }, async ({ step, calls }) => {
      const powerless = { 'api-token': TOKENS.powerless };
      const listed = await step({ operation: 'list', ...powerless });
      expect(errorOf(listed)).toMatch(
        new RegExp(`${authenticationErrorStatus}: 10000 .*Zero Trust.*account-id`, 's'),
      );
      expect(calls()).toEqual(['gateway.list']);
      expect(errorOf(await step({ operation: 'check', ...powerless }))).toContain('10000');
    });
  });

  test('a read-only token may list, and is told what it lacks to create', async () => {
    await withScene({}, async ({ step, gateway }) => {
      const readOnly = { 'api-token': TOKENS.readOnly };
      const created = await step({ operation: 'create', ...readOnly });
      expect(errorOf(created)).toMatch(/10000.*Zero Trust.*Edit to change/s);
      expect(created.outputs).toEqual({ changed: 'false', adopted: 'false' });
      expect(gateway().creations).toEqual([]);
    });
  });
});

describe('whatever field the vendor leaves out', () => {
  /** What is then not known of a listed certificate; nothing where the PEM or nobody tells it. */
  const unknownWithout: Readonly<Record<string, readonly string[]>> = {
    id: ['id'],
    in_use: ['inUse'],
    binding_status: ['status'],
    qs_pack_id: [],
    type: ['type'],
    updated_at: ['updatedAt'],
    uploaded_on: [],
    created_at: ['createdAt'],
    expires_on: [],
    certificate: ['subject', 'issuer', 'serialNumber', 'notBefore', 'sans'],
    issuer_org: [],
    issuer_raw: [],
    fingerprint: [],
  };
  const OUTPUTS: Readonly<Record<string, string>> = { inUse: 'in-use', status: 'status', id: 'id' };

  test.each(Object.entries(unknownWithout))('%s, it is never guessed', async (field, unknown) => {
    const certificates = [seedCertificate(1, { daysLeft: 40 })];
    await withScene({ certificates, inUse: idOf(1), cloudflare: { omitFields: [field] } }, async (scene) => {
      const result = await scene.step({ operation: 'list', 'fail-within': '30d' });
      const whole = scene.certificate(idOf(1));
      const [record] = recordsOf(result);
      const facts: Record<string, unknown> = {
        id: whole.id,
        inUse: true,
        status: 'available',
        type: 'gateway_managed',
        createdAt: whole.createdAt.replace('.000Z', 'Z'),
        notAfter: whole.expiresOn.replace('.000Z', 'Z'),
        fingerprint: whole.fingerprint,
      };
      for (const fact of unknown) facts[fact] = null;
      expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'ok']);
      expect(record).toMatchObject(facts);
      for (const fact of unknown) expect(result.outputs).not.toHaveProperty(OUTPUTS[fact] ?? 'name');
      expect('certificate-path' in result.outputs).toBe(field !== 'certificate');
      expect(messagesOf(result, 'warning')).toEqual([]);
    });
  });

  test('a lifetime that is not known is no percent', async () => {
    const certificates = [seedCertificate(1, { daysLeft: 40 })];
    await withScene({ certificates, cloudflare: { omitFields: ['certificate'] } }, async ({ step }) => {
      const result = await step({ operation: 'list', 'fail-within': '1%' });
      expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'fail']);
      expect(messagesOf(result, 'error')[0]).toContain('add days');
    });
  });

  test('an id that is left out of the answer to a create is not made up', async () => {
    await withScene({ cloudflare: { omitFields: ['id'] } }, async ({ step, gateway }) => {
      const result = await step({ operation: 'create', 'wait-timeout': '100ms' });
      expect(errorOf(result)).toContain('state is unknown');
      expect(result.outputs).toEqual({ adopted: 'false' });
      expect(gateway().creations).toHaveLength(1);
    });
  });

  test('a certificate without a status is activated, and waited for in vain', async () => {
    await withScene({ cloudflare: { omitFields: ['binding_status'] } }, async ({ step, certificate }) => {
      const inputs = { operation: 'activate', 'certificate-id': shelved, 'wait-timeout': '100ms' };
      const result = await step(inputs);
      expect(errorOf(result)).toMatch(/unknown status/);
      expect(result.outputs).toMatchObject({ id: shelved, changed: 'true' });
      expect(result.outputs).not.toHaveProperty('status');
      expect(certificate(shelved).status).not.toBe('inactive');
    });
  });

  test('a certificate without a status is neither deactivated nor deleted unless forced', async () => {
    await withScene({ cloudflare: { omitFields: ['in_use', 'binding_status'] } }, async (scene) => {
      for (const operation of ['deactivate', 'delete']) {
        expect(errorOf(await scene.step({ operation, 'certificate-id': spare }))).toContain('does not say');
      }
      expect(new Set(scene.calls())).toEqual(new Set(['gateway.list']));
    });
  });
});
