import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { runPostStep } from '../../scripts/support/step-runner.ts';
import { CLIENT_CERTIFICATES, ZONES } from '../../simulator/cloudflare/client-estate.ts';
import { request } from '../support/material.ts';
import { closeStages, openStage, readError } from './support/stage.ts';

afterEach(closeStages);

const open = (options = {}) => openStage('cloudflare-client', options);

describe('client certificates are listed', () => {
  test('over all pages, each once, with the vendor’s remaining fields', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'list' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.count).toBe('240');
    expect(stage.calls()).toEqual(Array(5).fill('client.list'));
    const whole = JSON.parse(await readFile(step.outputs['certificates-path'] ?? '', 'utf8'));
    expect(new Set(whole.map(({ id }: { id: string }) => id)).size).toBe(240);
    expect(whole[0].vendor).toMatchObject({
      state: expect.any(String),
      csr: expect.stringContaining('\r\n'),
      certificate_authority: expect.any(Object),
      validity_days: expect.any(Number),
      signature: expect.any(String),
      ski: expect.any(String),
    });
  });

  test('by status, filtered by the vendor and counted in the verdict', async () => {
    const stage = await open();
    const step = await stage.step({
      operation: 'list',
      status: 'revoked',
      'fail-within': '7d',
      'fail-job': false,
    });
    expect(step.exitCode).toBe(0);
    expect(Number(step.outputs.count)).toBeGreaterThan(0);
    expect(Number(step.outputs.count)).toBeLessThan(240);
    expect(stage.simulator.history[0]?.query).toBe('?page=1&per_page=50&status=revoked');
    expect(
      JSON.parse(step.outputs.certificates ?? '[]').every(
        (one: { status: string }) => one.status === 'revoked',
      ),
    ).toBe(true);
  });

  test.each(['no-total-pages', 'none'] as const)(
    'whole also where result_info is %s',
    async (clientResultInfo) => {
      const stage = await open({ cloudflare: { clientResultInfo } });
      expect((await stage.step({ operation: 'list' })).outputs.count).toBe('240');
    },
  );

  test.each(['rfc3339', 'go', 'no-zone'] as const)('with dates in the form %s', async (clientTimeStyle) => {
    const stage = await open({ cloudflare: { clientTimeStyle, omitFields: ['certificate'] } });
    const step = await stage.step({ operation: 'get', 'certificate-id': CLIENT_CERTIFICATES.thisWeek });
    expect(step.outputs['days-left']).toBe('2');
  });
});

describe('a client certificate is created', () => {
  test('with a key made on the runner: private, masked, carried by the certificate, gone at the end', async () => {
    const stage = await open();
    const step = await stage.step({
      operation: 'create',
      subject: 'CN=device-7,O=Example',
      'validity-days': 90,
      'key-algorithm': 'ecdsa-p384',
    });
    expect(step.exitCode).toBe(0);
    expect(stage.calls()).toEqual(['client.create']);
    expect(step.outputs).toMatchObject({
      changed: 'true',
      adopted: 'false',
      name: 'device-7',
      status: 'active',
    });
    const keyPath = step.outputs['private-key-path'] ?? '';
    expect((await stat(keyPath)).mode & 0o777).toBe(0o600);
    const key = await readFile(keyPath, 'utf8');
    expect(step.commands.some(({ name, message }) => name === 'add-mask' && message === key)).toBe(true);
    expect(Object.values(step.outputs).join()).not.toContain('PRIVATE KEY');
    const certificate = new X509Certificate(await readFile(step.outputs['certificate-path'] ?? '', 'utf8'));
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(createPrivateKey(key).asymmetricKeyDetails).toMatchObject({ namedCurve: 'secp384r1' });
    await runPostStep(step);
    await expect(stat(keyPath)).rejects.toThrow('ENOENT');
  });

  test('from a request that is given, which leaves as it was', async () => {
    const stage = await open();
    const csr = await request('CN=printer-3');
    const step = await stage.step({ operation: 'create', csr, 'validity-days': 30 });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.name).toBe('printer-3');
    expect(step.outputs['private-key-path']).toBeUndefined();
    const sent = stage.simulator.history.find(({ endpoint }) => endpoint === 'client.create');
    expect(sent?.body).toEqual({ csr, validity_days: 30 });
  });

  test.each([
    [
      'a broken request',
      { csr: '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----' },
      /csr/,
    ],
    ['a path that leads nowhere', { csr: 'no/such/file.csr' }, /ENOENT/],
    ['a subject that is none', { subject: 'device-7' }, /subject/],
  ])('%s is refused before any call', async (_, inputs, message) => {
    const stage = await open();
    const step = await stage.step({ operation: 'create', 'validity-days': 30, ...inputs });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(message);
    expect(stage.calls()).toEqual([]);
  });

  test('and adopted by its key where the answer was lost, though the listing lags', async () => {
    const stage = await open({ cloudflare: { clientListingLagMilliseconds: 300 } });
    stage.simulator.planFault({ endpoint: 'client.create', kind: 'lost-answer' });
    const step = await stage.step({ operation: 'create', subject: 'CN=device-8', 'validity-days': 30 });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ changed: 'true', adopted: 'true', name: 'device-8' });
    expect(stage.calls().filter((endpoint) => endpoint === 'client.create')).toHaveLength(1);
    expect(stage.simulator.readState().cloudflare.zones[ZONES.company]?.creations).toHaveLength(1);
  });

  test('an older certificate of the same request is not taken for the new one', async () => {
    const stage = await open();
    const csr = await request('CN=printer-4');
    const first = await stage.step({ operation: 'create', csr, 'validity-days': 30 });
    stage.simulator.planFault({ endpoint: 'client.create', kind: 'lost-answer' });
    const second = await stage.step({ operation: 'create', csr, 'validity-days': 30 });
    expect(second.outputs.adopted).toBe('true');
    expect(second.outputs.id).not.toBe(first.outputs.id);
  });

  test('an answer that does not show it is said to prove nothing', async () => {
    const stage = await open({ cloudflare: { omitFields: ['certificate'] } });
    const step = await stage.step({ operation: 'create', subject: 'CN=device-9', 'validity-days': 30 });
    expect(step.exitCode).toBe(0);
    expect(stage.calls()).toEqual(['client.create', 'client.get']);
    expect(step.stdout).toMatch(/::warning .*not proved/);
  });

  test('a spent quota is told with its mend', async () => {
    const stage = await open({ cloudflare: { clientQuota: 1 } });
    const step = await stage.step({ operation: 'create', subject: 'CN=one-too-many', 'validity-days': 30 });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(/1445.*\n.*[Rr]evoke one/s);
    expect(step.outputs.changed).toBe('false');
  });

  test('a dry run makes no key and sends nothing', async () => {
    const stage = await open();
    const step = await stage.step({
      operation: 'create',
      subject: 'CN=device-9',
      'validity-days': 30,
      'dry-run': true,
    });
    expect(step.exitCode).toBe(0);
    expect(step.stdout).toMatch(/Would send: POST .*client_certificates/);
    expect(step.outputs['private-key-path']).toBeUndefined();
    expect(stage.calls()).toEqual([]);
  });
});

describe('a client certificate is revoked and reactivated', () => {
  test('by its name, waiting both times, and doing nothing where it holds', async () => {
    const stage = await open();
    const id = CLIENT_CERTIFICATES.spare;
    const { name } = (await stage.step({ operation: 'get', 'certificate-id': id })).outputs;
    const revoked = await stage.step({ operation: 'revoke', name: name ?? '' });
    expect(revoked.outputs).toMatchObject({ id, status: 'revoked', changed: 'true' });
    const again = await stage.step({ operation: 'revoke', 'certificate-id': id });
    expect(again.outputs).toMatchObject({ status: 'revoked', changed: 'false' });
    const back = await stage.step({ operation: 'reactivate', 'certificate-id': id });
    expect(back.outputs).toMatchObject({ id, status: 'active', changed: 'true' });
    expect(stage.calls().filter((endpoint) => endpoint === 'client.revoke')).toHaveLength(1);
  });

  test('reactivating turns one back that is on its way to be revoked', async () => {
    const stage = await open({ settleMilliseconds: 400 });
    const id = CLIENT_CERTIFICATES.spare;
    await stage.step({ operation: 'revoke', 'certificate-id': id, wait: false });
    const back = await stage.step({ operation: 'reactivate', 'certificate-id': id });
    expect(back.outputs).toMatchObject({ id, status: 'active', changed: 'true' });
  });

  test('a lost answer is looked into, not repeated', async () => {
    const stage = await open();
    stage.simulator.planFault({ endpoint: 'client.revoke', kind: 'lost-answer' });
    const step = await stage.step({ operation: 'revoke', 'certificate-id': CLIENT_CERTIFICATES.spare });
    expect(step.outputs).toMatchObject({ status: 'revoked', changed: 'true' });
    expect(stage.calls().filter((endpoint) => endpoint === 'client.revoke')).toHaveLength(1);
  });

  test('deleting is refused before any call, naming revoke', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'delete', 'certificate-id': CLIENT_CERTIFICATES.spare });
    expect(readError(step)).toContain("use 'revoke'");
    expect(stage.calls()).toEqual([]);
  });

  test('a name that several bear is refused with the candidates', async () => {
    const stage = await open();
    for (const _ of [1, 2]) await stage.step({ operation: 'create', subject: 'CN=twin', 'validity-days': 9 });
    const step = await stage.step({ operation: 'revoke', name: 'twin' });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(/2 certificates have the name twin: [0-9a-f]{32}.*certificate-id/s);
  });
});

test('check proves reading of the zone and tells the token’s state', async () => {
  const stage = await open();
  const step = await stage.step({ operation: 'check' });
  expect(step.exitCode).toBe(0);
  expect(step.stdout).toMatch(/read: proved \(240 certificates\)\nwrite: unknown/);
  expect(stage.calls().toSorted()).toEqual(['client.list', 'token.verify']);
});
