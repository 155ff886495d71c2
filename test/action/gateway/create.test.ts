import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { TOKENS } from '../../../simulator/estate.ts';
import { ACCOUNT, DAY, errorOf, HOUR, messagesOf, type Scene, seedCertificate, withScene } from './scene.ts';

/** Another person's create, beside the action. */
async function createBeside({ simulator }: Scene): Promise<void> {
  const response = await fetch(`${simulator.url}/client/v4/accounts/${ACCOUNT}/gateway/certificates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKENS.write}`, 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`The create beside was answered ${response.status}`);
}

describe('create', () => {
  test.each([
    ['the days that were asked for', { 'validity-days': '365' }, 365, { validity_period_days: 365 }],
    ["the vendor's default", {}, 1825, {}],
  ])('makes an inactive certificate with %s', async (_, inputs, days, body) => {
    await withScene({}, async ({ step, calls, gateway, certificate, simulator }) => {
      const { exitCode, outputs, stdout } = await step({ operation: 'create', ...inputs });
      expect(exitCode).toBe(0);
      expect(calls()).toEqual(['gateway.list', 'gateway.create']);
      expect(simulator.history[1]?.body).toEqual(body);
      expect(gateway().creations).toHaveLength(1);
      const made = certificate(outputs.id ?? '');
      expect(Date.parse(made.expiresOn) - Date.parse(made.createdAt)).toBeGreaterThan((days - 1) * DAY);
      expect(outputs).toMatchObject({
        status: 'inactive',
        'in-use': 'false',
        changed: 'true',
        adopted: 'false',
        count: '1',
        'days-left': String(days - 1),
        'expires-on': made.expiresOn.replace('.000Z', 'Z'),
      });
      expect(stdout).toContain(`Created certificate ${made.id}`);
    });
  });

  test('writes its PEM to a file that only its user can read, and gives its true fingerprint', async () => {
    await withScene({}, async ({ step }) => {
      const { outputs } = await step({ operation: 'create', 'validity-days': '30' });
      const path = outputs['certificate-path'] ?? '';
      const certificate = new X509Certificate(await readFile(path, 'utf8'));
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.ca).toBe(true);
      expect(outputs.fingerprint).toBe(certificate.fingerprint256);
      expect(certificate.validToDate.toISOString()).toBe(outputs['expires-on']?.replace('Z', '.000Z'));
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    });
  });

  test('as a dry run shows the exact call and sends only the read', async () => {
    await withScene({}, async ({ step, calls, gateway, simulator }) => {
      const inputs = { operation: 'create', 'validity-days': '90', 'dry-run': 'true' };
      const { exitCode, outputs, stdout, summary } = await step(inputs);
      expect(exitCode).toBe(0);
      expect(calls()).toEqual(['gateway.list']);
      expect(gateway().creations).toEqual([]);
      expect(stdout).toContain(
        `POST ${simulator.url}/client/v4/accounts/${ACCOUNT}/gateway/certificates {"validity_period_days":90}`,
      );
      expect(outputs).toEqual({ changed: 'false', adopted: 'false' });
      expect(summary).toContain('dry run');
      expect(summary).toContain('validity&#95;period&#95;days');
    });
  });

  test('where the quota is spent warns before, fails, and says what to do', async () => {
    const certificates = [1, 2, 3].map((number) =>
      seedCertificate(number, { createdAt: Date.now() - DAY / 2, status: 'inactive' }),
    );
    await withScene({ certificates, cloudflare: { creationQuota: 0 } }, async ({ step, calls, gateway }) => {
      const result = await step({ operation: 'create' });
      expect(errorOf(result)).toMatch(/2900.*24 hours/s);
      expect(errorOf(result)).toContain('activate a spare');
      expect(messagesOf(result, 'warning').join('\n')).toContain('last 24 hours');
      expect(result.outputs).toEqual({ changed: 'false', adopted: 'false' });
      expect(calls()).toEqual(['gateway.list', 'gateway.create']);
      expect(gateway().creations).toEqual([]);
    });
  });

  test('warns where there are as many available as there can be', async () => {
    const certificates = Array.from({ length: 10 }, (_, index) => seedCertificate(index));
    await withScene({ certificates }, async ({ step }) => {
      const result = await step({ operation: 'create', 'dry-run': 'true' });
      expect(messagesOf(result, 'warning').join()).toMatch(/10 certificates are available/);
    });
  });
});

describe('a create whose answer is lost', () => {
  const lost = [{ endpoint: 'gateway.create', kind: 'lost-answer' }] as const;

  test('is not sent again: the certificate is searched for, seen twice, and adopted', async () => {
    const cloudflare = { listingLagMilliseconds: HOUR };
    await withScene({ faults: lost, cloudflare }, async (scene) => {
      const running = scene.step({ operation: 'create' });
      await scene.waitForCalls('gateway.list', 3);
      scene.passTime(HOUR);
      const result = await running;
      const { creations } = scene.gateway();
      expect(result.exitCode).toBe(0);
      expect(creations).toHaveLength(1);
      expect(result.outputs).toMatchObject({
        id: creations[0]?.id,
        adopted: 'true',
        changed: 'true',
        status: 'inactive',
      });
      expect(messagesOf(result, 'warning').join()).toContain(creations[0]?.id);
      expect(scene.calls().filter((call) => call === 'gateway.create')).toHaveLength(1);
    });
  });

  test('is not guessed where two new ones appeared', async () => {
    const faults = [{ endpoint: 'gateway.create', kind: 'stall', acted: true }] as const;
    await withScene({ faults }, async (scene) => {
      const running = scene.step({ operation: 'create', 'request-timeout': '1500ms' });
      await scene.waitForCalls('gateway.create', 1);
      await createBeside(scene);
      const result = await running;
      const error = errorOf(result);
      expect(error).toContain('state is unknown');
      for (const { id } of scene.gateway().creations) expect(error).toContain(id);
      expect(scene.gateway().creations).toHaveLength(2);
      expect(result.outputs).toEqual({ adopted: 'false' });
    });
  });

  test('and was not carried out ends with an unknown state, and with what to look for', async () => {
    const faults = [{ endpoint: 'gateway.create', kind: 'reset-before' }] as const;
    await withScene({ faults }, async ({ step, calls, gateway }) => {
      const inputs = { operation: 'create', 'validity-days': '77', 'wait-timeout': '200ms' };
      const result = await step(inputs);
      const error = errorOf(result);
      expect(error).toContain('state is unknown');
      expect(error).toContain('77 days');
      expect(error).toContain(ACCOUNT);
      expect(result.outputs).toEqual({ adopted: 'false' });
      expect(gateway().creations).toEqual([]);
      expect(calls().filter((call) => call === 'gateway.create')).toHaveLength(1);
    });
  });
});
