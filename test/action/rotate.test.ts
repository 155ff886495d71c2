import { once } from 'node:events';
import { createSecureContext, createServer, type Server } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
import { ZPA_CERTIFICATES, ZPA_CUSTOMERS } from '../../simulator/zscaler/estate.ts';
import { type Issued, issue } from '../support/material.ts';
import { closeStages, openStage, readError, type Stage } from './support/stage.ts';

afterEach(closeStages);

function readGateway(stage: Stage) {
  const account = stage.simulator.readState().cloudflare.accounts[ACCOUNTS.company];
  if (account === undefined) throw new Error('the simulated company is gone');
  return account.gateway;
}

describe('Gateway, through the built action', () => {
  test('a plan changes nothing, and says what would be done to whom', async () => {
    const stage = await openStage('cloudflare-gateway');
    const step = await stage.step({ operation: 'rotate', 'successor-id': 'new' });
    expect(step.outputs).toMatchObject({ changed: 'false', id: GATEWAY_CERTIFICATES.inUse });
    expect(step.outputs['plan-digest']).toMatch(/^[0-9a-f]{64}$/);
    expect(stage.simulator.history.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('one run takes a due certificate to its successor and retires it, where no soak and no overlap are asked for', async () => {
    const stage = await openStage('cloudflare-gateway');
    const rotate = () =>
      stage.step({
        operation: 'rotate',
        phases: 'plan,stage,promote,retire',
        'successor-id': 'new',
        soak: '0s',
        overlap: '0s',
        'wait-timeout': '20s',
      });
    const step = await rotate();
    expect(step).toMatchObject({ exitCode: 0, outputs: { changed: 'true', 'rotation-state': 'retired' } });
    expect(step.outputs['previous-id']).toBe(GATEWAY_CERTIFICATES.inUse);
    const { certificates, creations, deletedIds } = readGateway(stage);
    expect(certificates.filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual([step.outputs.id]);
    expect(deletedIds).toEqual([GATEWAY_CERTIFICATES.inUse]);
    expect(creations).toHaveLength(1);

    const again = await rotate();
    expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', 'rotation-state': 'not-due' } });
  });

  test('a soak that nothing can prove is refused before anything is made', async () => {
    const stage = await openStage('cloudflare-gateway');
    const step = await stage.step({ operation: 'rotate', phases: 'plan,stage', 'successor-id': 'new' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { changed: 'false', 'rotation-state': 'blocked' } });
    expect(readError(step)).toContain('there is no ledger');
    expect(stage.simulator.history.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('ZPA, through the built action', () => {
  const { serving } = ZPA_CERTIFICATES;
  let server: Server | null = null;
  afterEach(async () => {
    server?.close();
    server = null;
  });

  function readCustomer(stage: Stage) {
    const customer = stage.simulator.readState().zscaler.customers[ZPA_CUSTOMERS.company];
    if (customer === undefined) throw new Error('the simulated company is gone');
    return customer;
  }

  /** A portal that serves one of two certificates over TLS, as `choose` says. */
  async function serve(choose: () => Issued): Promise<number> {
    const contextOf = ({ pem, keys }: Issued) =>
      createSecureContext({ cert: pem, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) });
    const opened = createServer({
      SNICallback: (_name, answer) => answer(null, contextOf(choose())),
    });
    opened.on('tlsClientError', () => {});
    server = opened.listen(0, '127.0.0.1');
    await once(opened, 'listening');
    const address = opened.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
    return address.port;
  }

  const names = ['crm.simulator.example', 'start.simulator.example'];
  const renew = (cn: string) =>
    issue({
      subject: `CN=${cn}`,
      sans: names,
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000),
    });

  test.each([
    { what: 'is complete once the portal serves the new one', state: 'retired' },
    { what: 'is taken back where it serves another', state: 'rolled-back' },
  ])('a rotation $what, over real TLS', async ({ state }) => {
    const stage = await openStage('zscaler-zpa');
    const [material, other] = [await renew('crm.simulator.example'), await renew('other')];
    const port = await serve(() => (state === 'retired' ? material : other));
    const name = readCustomer(stage).certificates.find(({ id }) => id === serving)?.name ?? '';
    const step = await stage.step({
      operation: 'rotate',
      phases: 'plan,stage,promote,retire',
      name,
      certificate: material.pem,
      'private-key': material.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'allow-untrusted-chain': true,
      overlap: '0s',
      'wait-timeout': '1s',
      'verify-hosts': `crm.simulator.example=127.0.0.1:${port}`,
    });
    expect(step.outputs['rotation-state']).toBe(state);
    const { certificates, deletedIds } = readCustomer(stage);
    const referred = certificates.filter(({ referrers }) => referrers.length === 3);
    expect(referred.map(({ id }) => (id === serving ? 'old' : 'new'))).toEqual([
      state === 'retired' ? 'new' : 'old',
    ]);
    expect(deletedIds).toEqual(state === 'retired' ? [serving] : []);
    if (state === 'retired') expect(referred[0]).toMatchObject({ name });
    else expect(readError(step)).toMatch(/crm\.simulator\.example at 127\.0\.0\.1:\d+ serves/);
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('PRIVATE KEY');
  });
});
