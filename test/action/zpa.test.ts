import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  ONEAPI_CLIENTS,
  VANITY_DOMAIN,
  ZPA_CERTIFICATES,
  ZPA_CLIENTS,
  ZPA_CUSTOMERS,
} from '../../simulator/zscaler/estate.ts';
import { type Issued, issue, makeRsaKeys } from '../support/material.ts';
import { closeStages, openStage, readError } from './support/stage.ts';

afterEach(closeStages);

const open = (options = {}) => openStage('zscaler-zpa', options);
const DAY = 24 * 60 * 60 * 1000;
const legacy = {
  ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
  ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
  ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
};

/** A leaf of a private authority, with its key, as inputs. */
async function makeMaterial(commonName: string) {
  const dates = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 90 * DAY) };
  const authority: Issued = await issue({ subject: 'CN=Private Root', isCa: true, ...dates });
  const keys = makeRsaKeys();
  const leaf = await issue({
    subject: `CN=${commonName}`,
    sans: [commonName],
    issuer: authority,
    keys,
    ...dates,
  });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { certificate: leaf.pem, 'private-key': key };
}

describe('ZPA certificates are listed', () => {
  test.each([
    ['all', 8, 'zpa.certificates.list'],
    ['issued', 7, 'zpa.issued.list'],
    ['clientless-issued', 7, 'zpa.clientlessIssued.list'],
  ])('in the view %s', async (view, count, endpoint) => {
    const stage = await open();
    const step = await stage.step({ operation: 'list', view });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.count).toBe(String(count));
    expect(stage.calls()).toEqual(['oneapi.token', endpoint]);
    const warned = step.commands.some(
      ({ name, message }) => name === 'warning' && message.includes('view: issued'),
    );
    expect(warned).toBe(view === 'clientless-issued');
  });

  test('with derived statuses, unescaped names, ids of 18 digits, and a row without a certificate', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'list' });
    const rows = JSON.parse(step.outputs.certificates ?? '[]');
    const byId = Object.fromEntries(rows.map((row: { id: string }) => [row.id, row]));
    expect(byId[ZPA_CERTIFICATES.portal]).toMatchObject({ status: 'expired', severity: 'expired' });
    expect(byId[ZPA_CERTIFICATES.escaped]).toMatchObject({ name: 'Wild Card Cert', daysLeft: 60 });
    expect(byId[ZPA_CERTIFICATES.pending]).toMatchObject({
      status: 'pending',
      notAfter: null,
      fingerprint: null,
    });
    expect(byId[ZPA_CERTIFICATES.serving].vendor).toMatchObject({ creationTime: expect.any(String) });
  });

  test('judged: the expired fail, the one without a certificate is counted apart', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'list', 'fail-within': '7d' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'fail', count: '8', 'expired-count': '3' });
    expect(readError(step)).toContain('3 expired of 7');
  });

  test('by search, passed on and checked again', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'list', search: 'name EQ pra01.simulator.example' });
    expect(step.outputs).toMatchObject({ count: '1', id: ZPA_CERTIFICATES.portal });
    expect(stage.simulator.history.at(-1)?.query).toContain('search=name+EQ+pra01.simulator.example');
  });

  test('page by page, whatever the counts claim', async () => {
    const stage = await open();
    expect((await stage.step({ operation: 'list', 'page-size': 3 })).outputs.count).toBe('8');
    expect(stage.calls()).toEqual(['oneapi.token', ...Array(3).fill('zpa.certificates.list')]);
  });
});

describe('signing in', () => {
  test('legacy: the session is signed out after a success and after a failure', async () => {
    const stage = await open();
    const listed = await stage.step({ operation: 'list' }, { env: legacy });
    expect(listed.exitCode).toBe(0);
    expect(stage.calls()).toEqual(['zpa.signin', 'zpa.certificates.list', 'zpa.signout']);
    const failed = await stage.step(
      { operation: 'get', 'certificate-id': '314159000000009999' },
      { env: legacy },
    );
    expect(failed.exitCode).toBe(1);
    expect(stage.calls()).toEqual(['zpa.signin', 'zpa.certificates.get', 'zpa.signout']);
  });

  test('the tokens are masked and reach neither outputs, summary, nor files', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'list' }, { env: legacy, debug: true });
    const masked = step.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
    expect(masked).toContain(ZPA_CLIENTS.write.secret);
    expect(masked).toHaveLength(2);
    const log = step.stdout.replace(/^::add-mask::.*$/gm, '');
    const whole = await readFile(step.outputs['certificates-path'] ?? '', 'utf8');
    for (const secret of masked) {
      expect(log + step.stderr + JSON.stringify(step.outputs) + step.summary + whole).not.toContain(secret);
    }
  });

  test('OneAPI by the inputs', async () => {
    const stage = await open();
    const step = await stage.step(
      {
        operation: 'list',
        'customer-id': ZPA_CUSTOMERS.company,
        'vanity-domain': VANITY_DOMAIN,
        'client-id': ONEAPI_CLIENTS.write.id,
        'client-secret': ONEAPI_CLIENTS.write.secret,
      },
      { env: {} },
    );
    expect(step.exitCode).toBe(0);
    expect(stage.simulator.history.map(({ path }) => path)).toEqual([
      '/oauth2/v1/token',
      expect.stringMatching(/^\/zpa\/mgmtconfig\/v1/),
    ]);
  });

  test('a token that ends in the middle of a list is renewed', async () => {
    const stage = await open();
    const fault = { kind: 'status', status: 401, body: 'vendor' } as const;
    stage.simulator.planFault({ endpoint: 'zpa.certificates.list', call: 2, ...fault });
    const step = await stage.step({ operation: 'list', 'page-size': 3 });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.count).toBe('8');
    const calls = stage.calls();
    expect(calls.filter((endpoint) => endpoint === 'oneapi.token')).toHaveLength(2);
    expect(calls.filter((endpoint) => endpoint === 'zpa.certificates.list')).toHaveLength(4);
  });

  test('a tenant that was moved to OneAPI gets the hint', async () => {
    const stage = await open({ zscaler: { oneApiOnly: true } });
    const step = await stage.step({ operation: 'list' }, { env: legacy });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(/vanity-domain/);
  });

  test('a wrong secret is said to be one, and is not shown', async () => {
    const stage = await open();
    const env = { ...legacy, ZPA_CLIENT_SECRET: 'surely-the-wrong-secret' };
    const step = await stage.step({ operation: 'list' }, { env });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(/client-secret|ZPA_CLIENT_SECRET/);
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('surely-the-wrong-secret');
  });
});

describe('an upload', () => {
  test('is checked before anything leaves, sent whole, found again, changed and deleted', async () => {
    const stage = await open();
    const material = await makeMaterial('intranet.example.com');
    const create = { operation: 'create', name: 'intranet', ...material };
    const refused = await stage.step(create);
    expect(refused.exitCode).toBe(1);
    expect(readError(refused)).toMatch(/chain/);
    expect(stage.calls()).toEqual([]);

    const created = await stage.step({ ...create, 'allow-untrusted-chain': true });
    expect(created.outputs).toMatchObject({ changed: 'true', name: 'intranet', status: 'valid' });
    expect(created.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('PRIVATE KEY');
    const again = await stage.step({ ...create, 'allow-untrusted-chain': true });
    expect(again.outputs).toMatchObject({ changed: 'false', id: created.outputs.id });
    expect(stage.calls().filter((endpoint) => endpoint === 'zpa.certificates.create')).toHaveLength(1);

    const selector = { fingerprint: created.outputs.fingerprint ?? '' };
    const updated = await stage.step({ operation: 'update', ...selector, description: 'Intranet' });
    expect(updated.outputs).toMatchObject({ changed: 'true', name: 'intranet' });
    const put = stage.simulator.history.find(({ endpoint }) => endpoint === 'zpa.certificates.update');
    expect(put?.body).toEqual({ name: 'intranet', description: 'Intranet' });
    const same = await stage.step({ operation: 'update', ...selector, description: 'Intranet' });
    expect(same.outputs.changed).toBe('false');

    const deleted = await stage.step({ operation: 'delete', ...selector });
    expect(deleted.outputs).toMatchObject({ changed: 'true', status: 'deleted' });
    const gone = await stage.step({ operation: 'delete', 'certificate-id': created.outputs.id ?? '' });
    expect(gone.outputs).toMatchObject({ changed: 'false', status: 'deleted' });
  });

  test('whose answer was lost is adopted by its fingerprint', async () => {
    const stage = await open();
    stage.simulator.planFault({ endpoint: 'zpa.certificates.create', kind: 'lost-answer' });
    const material = await makeMaterial('lost.example.com');
    const step = await stage.step({
      operation: 'create',
      name: 'lost',
      ...material,
      'allow-untrusted-chain': true,
    });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ changed: 'true', adopted: 'true', name: 'lost' });
    expect(stage.calls().filter((endpoint) => endpoint === 'zpa.certificates.create')).toHaveLength(1);
  });

  test('in a dry run shows the call without the key', async () => {
    const stage = await open();
    const material = await makeMaterial('dry.example.com');
    const step = await stage.step({
      operation: 'create',
      name: 'dry',
      ...material,
      'allow-untrusted-chain': true,
      'dry-run': true,
    });
    expect(step.stdout).toMatch(/Would send: POST .*\/certificate/);
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/PRIVATE KEY/);
    expect(step.summary).not.toMatch(/PRIVATE KEY/);
    expect(stage.calls()).not.toContain('zpa.certificates.create');
  });

  test('with a key of another certificate is refused before any call, without showing it', async () => {
    const stage = await open();
    const [one, other] = [await makeMaterial('one.example.com'), await makeMaterial('two.example.com')];
    const step = await stage.step({
      operation: 'create',
      name: 'x',
      ...one,
      'private-key': other['private-key'],
    });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(/private-key|key/);
    expect(readError(step)).not.toContain(other['private-key'].split('\n')[1]);
    expect(stage.calls()).toEqual([]);
  });
});

describe('guards', () => {
  test.each([
    ['that a portal serves', ZPA_CERTIFICATES.portal, /portal/i],
    ['that an application serves', ZPA_CERTIFICATES.serving, /crm/i],
    ['that Zscaler manages', ZPA_CERTIFICATES.managed, /Zscaler manages/],
  ])('a certificate %s is not deleted, not even by force', async (_, id, reason) => {
    const stage = await open();
    const step = await stage.step({ operation: 'delete', 'certificate-id': id, force: true });
    expect(step.exitCode).toBe(1);
    expect(readError(step)).toMatch(reason);
    expect(stage.calls()).not.toContain('zpa.certificates.delete');
  });

  test('what Zscaler manages is not edited', async () => {
    const stage = await open();
    const step = await stage.step({
      operation: 'update',
      'certificate-id': ZPA_CERTIFICATES.managed,
      description: 'x',
    });
    expect(step.exitCode).toBe(1);
    expect(stage.calls()).not.toContain('zpa.certificates.update');
  });

  test('a certificate that is not there is told apart from a failure, though it is HTTP 400', async () => {
    const stage = await open();
    const step = await stage.step({ operation: 'get', 'certificate-id': '314159000000009999' });
    expect(readError(step)).toMatch(/no certificate with id 314159000000009999/);
  });
});
