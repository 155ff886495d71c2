import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import {
  application,
  DAY,
  idOf,
  MINUTE,
  NAME,
  NAMES,
  OLD,
  oldSeed,
  openZpaWorld,
  renew,
  type ZpaWorld,
} from './zpa-world.ts';

const AT_ONCE = { phases: 'plan,stage,promote,retire', overlap: '0s' };
const GONE_OVER = ['successor as NAME, 4 referrers'];

describe('a ZPA rotation', () => {
  test('goes from due to retired: everything refers to the new one, which has the name in the end', async () => {
    const world = await openZpaWorld();
    const life = await world.live(AT_ONCE);
    expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired', changed: 'true' } });
    expect(world.describe()).toEqual(GONE_OVER);
    expect(world.customer().deletedIds).toEqual([OLD]);
    expect(life.outputs['previous-id']).toBe(OLD);
    expect(world.changes()).toEqual([
      'ledger append staging',
      'POST certificate',
      'ledger append staging',
      'ledger append staged',
      'ledger append promoting',
      'PUT application/ID',
      'PUT application/ID',
      'PUT praPortal/ID',
      'PUT userPortal/ID',
      'ledger append promoted',
      'DELETE certificate/ID',
      'PUT certificate/ID',
      'ledger append retired',
    ]);
    expect(world.breaches).toEqual([]);
    expect((await world.live(AT_ONCE)).outputs).toMatchObject({
      'rotation-state': 'not-due',
      changed: 'false',
    });
  });

  test('keeps the old one for the overlap, under its own name', async () => {
    const world = await openZpaWorld({ overlapMilliseconds: DAY });
    const first = await world.live();
    expect(first.outputs).toMatchObject({ 'rotation-state': 'overlapping', 'next-phase': 'none' });
    expect(world.describe()).toEqual(['old as NAME, 0 referrers', 'successor as NAME-xxxxxxxx, 4 referrers']);
    await world.pass(DAY - 2 * MINUTE);
    expect((await world.live()).outputs).toMatchObject({ 'rotation-state': 'overlapping' });
    await world.pass(2 * MINUTE);
    const last = await world.live();
    expect(last.outputs).toMatchObject({ 'rotation-state': 'retired' });
    expect(world.describe()).toEqual(GONE_OVER);
    expect(world.breaches).toEqual([]);
  });

  test('starts the second and the third time by itself', async () => {
    const world = await openZpaWorld();
    const ids = new Set<string | undefined>();
    for (const day of [-1, 65, 130]) {
      const material = await renew(day);
      const inputs = { ...AT_ONCE, certificate: material.pem, 'private-key': material.privateKeyPem };
      const life = await world.live(inputs);
      expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired' } });
      expect(world.describe()).toEqual(GONE_OVER);
      ids.add(life.outputs.id);
      await world.pass(66 * DAY);
    }
    expect(ids.size).toBe(3);
    expect(world.breaches).toEqual([]);
  });

  test('installs the first one under the name itself', async () => {
    const world = await openZpaWorld({
      customer: { certificates: [], applications: [], praPortals: [], userPortals: [] },
    });
    const life = await world.live({ ...AT_ONCE, 'successor-id': 'new' });
    expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'promoted' } });
    expect(world.describe()).toEqual(['successor as NAME, 0 referrers']);
  });

  test('hands the name on where nothing refers to the old one', async () => {
    const world = await openZpaWorld({ customer: { applications: [], praPortals: [], userPortals: [] } });
    const life = await world.live(AT_ONCE);
    expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired' } });
    expect(world.describe()).toEqual(['successor as NAME, 0 referrers']);
    expect(world.customer().deletedIds).toEqual([OLD]);
  });

  test('leaves the old one where it is to be kept', async () => {
    const world = await openZpaWorld();
    const life = await world.live({ ...AT_ONCE, 'retire-by': 'keep' });
    expect(life).toMatchObject({ failure: null });
    expect(world.describe()).toEqual(['old as NAME, 0 referrers', 'successor as NAME-xxxxxxxx, 4 referrers']);
    expect((await world.live({ ...AT_ONCE, 'retire-by': 'keep' })).outputs['rotation-state']).toBe('not-due');
  });

  test('sends objects back whole: one form of ports, no weightedLoadBalancing, every id, fields unknown to it', async () => {
    const world = await openZpaWorld();
    const before = world.customer().applications;
    await world.live(AT_ONCE);
    const strip = (json: unknown) =>
      JSON.parse(
        JSON.stringify(json, (field, value) =>
          ['certificateId', 'certificateName', 'modifiedTime'].includes(field) ? undefined : value,
        ),
      );
    expect(strip(world.customer().applications)).toEqual(strip(before));
    expect(JSON.stringify(world.customer().applications)).toContain('fieldOfTomorrow');
  });

  test('is complete without a ledger where nothing has to be waited for', async () => {
    const world = await openZpaWorld();
    world.ledger.readProblem = DENIED;
    const life = await world.live(AT_ONCE);
    expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired' } });
    expect(world.describe()).toEqual(GONE_OVER);
  });

  test('plans without a change: who is affected, every call, what cannot be undone', async () => {
    const world = await openZpaWorld();
    const life = await world.live({ phases: 'plan' });
    expect(life.outputs).toMatchObject({
      'rotation-state': 'planned',
      'next-phase': 'stage',
      changed: 'false',
    });
    expect(world.changes()).toEqual([]);
    for (const said of [
      'Browser Access application crm.example.com',
      'application wiki.example.com',
      'PRA portal Vault at pra.example.com',
      'user portal Start at start.example.com',
      'PUT',
      'gives no key back',
    ]) {
      expect(life.outputs.plan).toContain(said);
    }
    expect(life.outputs.plan).not.toContain('PRIVATE KEY');
    expect(life.outputs.plan).not.toContain('Guests');
  });

  test('prints in a dry run what it would send', async () => {
    const world = await openZpaWorld();
    const life = await world.live({ ...AT_ONCE, 'dry-run': 'true' });
    expect(world.changes()).toEqual([]);
    expect(life.runner.log.match(/Would send: [A-Z]+ \S+/g)).toHaveLength(7);
    expect(life.runner.log).not.toContain('PRIVATE KEY');
  });
});

describe('the plan that was approved', () => {
  const digestOf = async (world: ZpaWorld) => (await world.live({ phases: 'plan' })).outputs['plan-digest'];

  test('is the same from the plan to the retire', async () => {
    const world = await openZpaWorld();
    const digest = (await digestOf(world)) ?? '';
    for (const phases of ['stage', 'promote']) {
      expect((await world.live({ phases, 'expect-plan': digest })).failure).toBeNull();
      expect(await digestOf(world)).toBe(digest);
    }
    await world.pass(DAY + MINUTE);
    const last = await world.live({ phases: 'retire', 'expect-plan': digest });
    expect(last).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired' } });
  });

  test('is another one once somebody else refers to the certificate', async () => {
    const world = await openZpaWorld();
    const digest = (await digestOf(world)) ?? '';
    await world.live({ phases: 'stage' });
    await world.person('PUT', `userPortal/${idOf(501)}`, {
      name: 'Start of the day',
      enabled: true,
      domain: 'start.example.com',
      managedByZs: false,
      certificateId: OLD,
    });
    const life = await world.live({ phases: 'promote', 'expect-plan': digest });
    expect(life.failure).toMatch(/the plan that was approved .* is not the one that stands now/);
    expect(world.inUse()).toEqual([OLD]);
  });
});

describe('a ZPA rotation is blocked before any change', () => {
  test.each<[string, Parameters<typeof openZpaWorld>[0], RegExp]>([
    [
      'without a certificate to upload',
      { material: null },
      /no certificate to take the place of portals.*renewed/s,
    ],
    [
      'by a domain that a wildcard does not cover',
      { customer: { applications: [application(301, 'Deep', 'a.b.example.com', 'BROWSER_ACCESS')] } },
      /application a\.b\.example\.com would serve a certificate that is not for its domain/,
    ],
  ])('%s', async (_, options, said) => {
    const world = await openZpaWorld(options);
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(said);
    expect(world.changes()).toEqual([]);
  });

  test('by a name that no certificate has, unless a person asks for the first one', async () => {
    const world = await openZpaWorld({ inputs: { name: 'portal.example.com' } });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(/no certificate named portal\.example\.com.*'list' shows them.*'new'/s);
    expect(world.changes()).toEqual([]);
  });

  test('by names that would be lost', async () => {
    const world = await openZpaWorld({
      material: await renew(-1, { names: ['crm.example.com', '*.example.org'] }),
    });
    const life = await world.live(AT_ONCE);
    expect(life.failure).toMatch(/is also for wiki\.example\.com, pra\.example\.com, start\.example\.com/);
    expect(life.failure).toMatch(/PRA portal Vault at pra\.example\.com.* would serve/);
    expect(world.changes()).toEqual([]);
  });

  test('by a certificate that would itself be due', async () => {
    const world = await openZpaWorld({ material: await renew(-60) });
    const life = await world.live({ ...AT_ONCE, 'rotate-within': '40d' });
    expect(life.failure).toMatch(/the certificate that is given would itself be due/);
    expect(world.changes()).toEqual([]);
  });

  test('by the very certificate that serves', async () => {
    const world = await openZpaWorld();
    await world.live(AT_ONCE);
    await world.pass(75 * DAY);
    world.changes();
    const life = await world.live(AT_ONCE);
    expect(life.failure).toMatch(/the certificate that is given is \d+, which serves now/);
    expect(world.changes()).toEqual([]);
  });

  test('by lists that may not be read, from taking the old one away', async () => {
    const world = await openZpaWorld({
      intercept: (name) => (name === 'GET praPortal' ? { status: 403, code: 'access.denied' } : null),
      customer: { praPortals: [] },
    });
    const life = await world.live(AT_ONCE);
    expect(life.failure).toMatch(/PRA portals could not be read.*role that may read them.*keep/s);
    expect(world.customer().deletedIds).toEqual([]);
    expect(world.breaches).toEqual([]);
  });
});

describe('a promote that fails', () => {
  const refusing = (path: string) => {
    let isOpen = true;
    return {
      intercept: (name: string) =>
        isOpen && name === `PUT ${path}` ? { status: 403, code: 'access.denied' } : null,
      mend: () => {
        isOpen = false;
      },
    };
  };

  test('at the third object moves the first two back, and says so', async () => {
    const { intercept, mend } = refusing('praPortal/ID');
    const world = await openZpaWorld({ intercept });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('rolled-back');
    expect(life.failure).toMatch(/PRA portal Vault at pra\.example\.com refused it.*successor-id/s);
    expect(world.describe()).toEqual(['old as NAME, 4 referrers', 'successor as NAME-xxxxxxxx, 0 referrers']);
    expect(world.breaches).toEqual([]);

    mend();
    const stopped = await world.live(AT_ONCE);
    expect(stopped.failure).toMatch(/could not.*set successor-id to/s);
    const [, successor] = world.customer().certificates;
    const again = await world.live({ ...AT_ONCE, 'successor-id': successor?.id ?? '' });
    expect(again).toMatchObject({ failure: null });
    expect(world.describe()).toEqual(GONE_OVER);
  });

  test('by a host that serves another certificate moves everything back', async () => {
    const world = await openZpaWorld({
      inputs: { 'verify-hosts': 'crm.example.com,wiki.example.com', 'wait-timeout': '2m' },
      probe: ({ host }, served) =>
        host === 'wiki.example.com'
          ? { fingerprint: `${'AB:'.repeat(31)}AB` }
          : { fingerprint: served ?? '' },
    });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('rolled-back');
    expect(life.failure).toMatch(/wiki\.example\.com:443 serves AB:AB/);
    expect(world.inUse()).toEqual([OLD]);
    expect(world.breaches).toEqual([]);
  });

  test('by nothing but a host that cannot be reached is not taken back, and goes on in the next run', async () => {
    let isUp = false;
    const world = await openZpaWorld({
      inputs: { 'verify-hosts': 'crm.example.com=10.0.0.7:8443', 'wait-timeout': '1m' },
      probe: (_, served) => (isUp ? { fingerprint: served ?? '' } : { failure: 'connection refused' }),
    });
    const life = await world.live(AT_ONCE);
    expect(life).toMatchObject({ failure: null, outputs: { 'rotation-state': 'promoting' } });
    expect(life.runner.log + JSON.stringify(life.runner.events)).toContain(
      'crm.example.com at 10.0.0.7:8443: connection refused',
    );
    expect(world.customer().deletedIds).toEqual([]);
    isUp = true;
    expect((await world.live(AT_ONCE)).outputs['rotation-state']).toBe('retired');
    expect(world.describe()).toEqual(GONE_OVER);
  });

  test('and cannot be taken back says what stands where', async () => {
    let puts = 0;
    const world = await openZpaWorld({
      intercept: (name) => {
        if (!name.startsWith('PUT application') && !name.startsWith('PUT praPortal')) return null;
        puts += 1;
        return puts > 1 ? { status: 403, code: 'access.denied' } : null;
      },
    });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('rollback-failed');
    expect(life.failure).toMatch(/These name \d+ still: Browser Access application crm\.example\.com/);
    expect(world.breaches).toEqual([]);
  });

  test('of an old one that has ended is not taken back', async () => {
    const { intercept } = refusing('praPortal/ID');
    const world = await openZpaWorld({ intercept, material: await renew(15) });
    await world.pass(21 * DAY);
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('rollback-failed');
    expect(life.failure).toMatch(/Nothing is moved back, since \d+ is expired/);
  });
});

describe('what people do meanwhile', () => {
  test('one who points an object elsewhere keeps it there', async () => {
    const own = idOf(150);
    const world = await openZpaWorld({
      customer: { certificates: [oldSeed(), oldSeed({ id: own, name: 'another' })] },
    });
    await world.live({ phases: 'stage' });
    await world.person('PUT', `praPortal/${idOf(401)}`, {
      name: 'Vault',
      domain: 'pra.example.com',
      enabled: true,
      userNotificationEnabled: true,
      certificateId: own,
    });
    expect((await world.live(AT_ONCE)).failure).toBeNull();
    expect(world.describe()).toEqual(['successor as NAME, 3 referrers']);
    expect(world.find(own)?.referrers).toHaveLength(1);
  });

  test('one who deletes the staged one has it uploaded again', async () => {
    const world = await openZpaWorld();
    const { outputs } = await world.live({ phases: 'stage' });
    expect((await world.person('DELETE', `certificate/${outputs.id}`)).status).toBe(204);
    await world.pass(5 * MINUTE);
    expect((await world.live(AT_ONCE)).failure).toBeNull();
    expect(world.describe()).toEqual(GONE_OVER);
  });

  test('one who points an object back to the old one during the overlap has it moved again', async () => {
    const world = await openZpaWorld();
    await world.live();
    await world.person('PUT', `praPortal/${idOf(401)}`, {
      name: 'Vault',
      domain: 'pra.example.com',
      enabled: true,
      userNotificationEnabled: true,
      certificateId: OLD,
    });
    await world.pass(2 * DAY);
    const retiring = await world.live({ phases: 'retire' });
    expect(retiring.outputs).toMatchObject({ 'rotation-state': 'promoting', 'next-phase': 'promote' });
    expect(world.customer().deletedIds).toEqual([]);
    await world.live();
    await world.pass(2 * DAY);
    await world.live();
    expect(world.describe()).toEqual(GONE_OVER);
    expect(world.breaches).toEqual([]);
  });

  test('names are told apart by their certificates, not by how they look', async () => {
    const stranger = idOf(151);
    const world = await openZpaWorld({
      customer: { certificates: [oldSeed(), oldSeed({ id: stranger, name: `${NAME}-0badf00d` })] },
    });
    expect((await world.live(AT_ONCE)).failure).toBeNull();
    expect(world.find(stranger)).not.toBeNull();
    expect(world.inUse()).toHaveLength(1);
    expect(NAMES).toHaveLength(4);
  });
});
