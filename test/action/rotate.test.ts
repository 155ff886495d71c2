import { afterEach, describe, expect, test } from '@jest/globals';
import { ACCOUNTS, GATEWAY_CERTIFICATES } from '../../simulator/estate.ts';
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
    expect(readError(step)).toContain('Set soak and overlap to 0s');
    expect(stage.simulator.history.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.each(['cloudflare-client', 'zscaler-zpa'])(
    '%s cannot yet, and says so before any call',
    async (provider) => {
      const stage = await openStage(provider);
      const step = await stage.step({ operation: 'rotate' });
      expect(step.exitCode).toBe(1);
      expect(readError(step)).toContain(`${provider} cannot 'rotate'`);
      expect(stage.simulator.history).toEqual([]);
    },
  );
});
