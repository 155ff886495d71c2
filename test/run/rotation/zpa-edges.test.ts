import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import {
  DAY,
  idOf,
  MINUTE,
  OLD,
  oldSeed,
  openZpaWorld,
  portal,
  renew,
  type ZpaWorldOptions,
} from './zpa-world.ts';

const AT_ONCE = { phases: 'plan,stage,promote,retire', overlap: '0s' };
const GONE_OVER = ['successor as NAME, 4 referrers'];
const NOBODY = { applications: [], praPortals: [], userPortals: [] };
/** Whether ZPA refuses to delete what is referred to is not documented for certificates. */
const DELETES_ANYTHING = { referencedDeletion: 'accept' } as const;
const NAMES_KEPT = { ...DELETES_ANYTHING, deletedCertificateName: 'kept' } as const;

/** A world in which a run was stopped after the first two of four referrers. */
async function openHalfMoved(options: ZpaWorldOptions = {}) {
  let isDown = true;
  const world = await openZpaWorld({
    ...options,
    intercept: (name) => (isDown && name === 'PUT praPortal/ID' ? { status: 500, code: 'down' } : null),
  });
  await world.live({ ...AT_ONCE, 'max-retries': '0' });
  isDown = false;
  const [successor] = world.customer().creations;
  expect(world.describe()).toEqual(['old as NAME, 2 referrers', 'successor as NAME-xxxxxxxx, 2 referrers']);
  return { world, successorId: successor?.id ?? '' };
}

describe('a certificate that was deleted although it is referred to', () => {
  test('is, where it is the successor, left for the old one, which is on record', async () => {
    const world = await openZpaWorld({ zscaler: DELETES_ANYTHING });
    const { outputs } = await world.live();
    await world.person('DELETE', `certificate/${outputs.id}`);
    expect(world.missing()).toEqual([outputs.id]);
    const life = await world.live();
    expect(life.outputs['rotation-state']).toBe('rolled-back');
    expect(world.describe()).toEqual(['old as NAME, 4 referrers']);
    expect(world.missing()).toEqual([]);

    const again = await world.live({ ...AT_ONCE, 'successor-id': 'new' });
    expect(again).toMatchObject({ failure: null, outputs: { 'rotation-state': 'retired' } });
    expect(world.describe()).toEqual(GONE_OVER);
    expect(world.breaches).toEqual([]);
  });

  test('is left for the old one also where the run that does it is killed at any of its calls', async () => {
    const play = async (kill: ZpaWorldOptions['kill']) => {
      const world = await openZpaWorld({ zscaler: DELETES_ANYTHING, kill: kill ?? null });
      const { outputs } = await world.live();
      await world.person('DELETE', `certificate/${outputs.id}`);
      const begin = world.calls.length;
      let life = await world.live();
      for (let runs = 1; runs < 5 && life.wasKilled; runs += 1) {
        await world.pass(MINUTE);
        life = await world.live();
      }
      return { world, begin, state: life.outputs['rotation-state'] };
    };
    const whole = await play(null);
    const wrong: string[] = [];
    for (let call = whole.begin + 1; call <= whole.world.calls.length; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { world, state } = await play({ call, when });
        const ending = [state, ...world.describe(), ...world.missing(), ...world.breaches].join(', ');
        if (ending !== 'rolled-back, old as NAME, 4 referrers') wrong.push(`${when} ${call}: ${ending}`);
      }
    }
    expect(whole.world.calls.length - whole.begin).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  }, 120_000);

  test('is told, and taken for nobody, without a record of what served before', async () => {
    const world = await openZpaWorld({ zscaler: DELETES_ANYTHING });
    const { outputs } = await world.live();
    await world.person('DELETE', `certificate/${outputs.id}`);
    world.ledger.records.length = 0;
    world.changes();
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toContain(`certificate ${outputs.id}, which does not exist`);
    expect(life.failure).toContain('set successor-id');
    expect(life.runner.log).toMatch(/PRA portal Vault at pra\.example\.com.*which is named there, does not/s);
    expect(world.changes()).toEqual([]);
    expect(world.find(OLD)).not.toBeNull();
  });

  test.each([DELETES_ANYTHING, NAMES_KEPT])(
    'is, where it is the old one, replaced by the one that was staged for it (%j)',
    async (zscaler) => {
      const world = await openZpaWorld({ zscaler });
      await world.live({ phases: 'stage' });
      await world.person('DELETE', `certificate/${OLD}`);
      expect((await world.live({ phases: 'plan' })).outputs).toMatchObject({ 'next-phase': 'promote' });
      expect((await world.live(AT_ONCE)).failure).toBeNull();
      expect(world.describe()).toEqual(GONE_OVER);
      expect(world.missing()).toEqual([]);
    },
  );

  test.each([DELETES_ANYTHING, NAMES_KEPT])(
    'is, where none was staged for it, replaced once a person says so (%j)',
    async (zscaler) => {
      const world = await openZpaWorld({ zscaler });
      await world.person('DELETE', `certificate/${OLD}`);
      const life = await world.live(AT_ONCE);
      expect(life.outputs['rotation-state']).toBe('blocked');
      expect(life.failure).toMatch(/does not exist.*no record says.*set successor-id.*'new'/s);
      expect(world.changes()).toEqual([]);
      expect((await world.live({ ...AT_ONCE, 'successor-id': 'new' })).failure).toBeNull();
      expect(world.describe()).toEqual(GONE_OVER);
      expect(world.missing()).toEqual([]);
    },
  );

  test.each([DELETES_ANYTHING, NAMES_KEPT])(
    'in the midst of a promote: the old one is gone, the rest goes over (%j)',
    async (zscaler) => {
      const { world } = await openHalfMoved({ zscaler });
      await world.person('DELETE', `certificate/${OLD}`);
      const life = await world.live(AT_ONCE);
      expect(life.failure).toBeNull();
      expect(world.describe()).toEqual(GONE_OVER);
      expect(world.missing()).toEqual([]);
    },
  );

  test.each([DELETES_ANYTHING, NAMES_KEPT])(
    'in the midst of a promote: the successor is gone, all goes back (%j)',
    async (zscaler) => {
      const { world, successorId } = await openHalfMoved({ zscaler });
      await world.person('DELETE', `certificate/${successorId}`);
      const life = await world.live(AT_ONCE);
      expect(life.outputs['rotation-state']).toBe('rolled-back');
      expect(world.describe()).toEqual(['old as NAME, 4 referrers']);
      expect(world.missing()).toEqual([]);
    },
  );

  test("is told where nothing shows that it was the lineage's", async () => {
    const world = await openZpaWorld({
      zscaler: DELETES_ANYTHING,
      customer: {
        certificates: [oldSeed(), oldSeed({ id: idOf(150), name: 'another' })],
        praPortals: [
          portal(401, 'Vault', 'pra.example.com', {
            userNotificationEnabled: true,
            certificateId: idOf(150),
          }),
        ],
      },
    });
    await world.person('DELETE', `certificate/${idOf(150)}`);
    const life = await world.live(AT_ONCE);
    expect(life.failure).toBeNull();
    expect(world.describe()).toEqual(['successor as NAME, 3 referrers']);
    expect(life.runner.log).toContain(
      `PRA portal Vault at pra.example.com: certificate ${idOf(150)}, which is named there, does not exist. Choose another one there`,
    );
  });

  test("is nobody's business where it had another name", async () => {
    const world = await openZpaWorld({
      zscaler: NAMES_KEPT,
      customer: {
        certificates: [oldSeed(), oldSeed({ id: idOf(150), name: 'another' })],
        praPortals: [
          portal(401, 'Vault', 'pra.example.com', {
            userNotificationEnabled: true,
            certificateId: idOf(150),
          }),
        ],
      },
    });
    await world.person('DELETE', `certificate/${idOf(150)}`);
    await world.live(AT_ONCE);
    expect(world.missing()).toEqual([idOf(150)]);
  });
});

describe('a ZPA rotation that began by hand', () => {
  const SECOND = idOf(150);
  const openMixed = () =>
    openZpaWorld({
      customer: {
        certificates: [oldSeed(), oldSeed({ id: SECOND, createdAt: oldSeed().createdAt + DAY })],
        praPortals: [
          portal(401, 'Vault', 'pra.example.com', { userNotificationEnabled: true, certificateId: SECOND }),
        ],
      },
    });

  test('is not left half done for ever: it is blocked, and says who names which', async () => {
    const world = await openMixed();
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(
      new RegExp(`some .* names certificate ${SECOND} and some names ${OLD}.*set successor-id`, 's'),
    );
    expect(life.runner.log).toContain(
      `Certificate ${SECOND} is named by PRA portal Vault at pra.example.com.`,
    );
    expect(world.changes()).toEqual([]);
  });

  test.each([OLD, SECOND])('is brought to its end with the one that a person names: %s', async (id) => {
    const world = await openMixed();
    const life = await world.live({ phases: 'promote', overlap: '0s', 'successor-id': id });
    expect(life.runner.log).toContain(`Promoted certificate ${id}`);
    expect(world.inUse()).toEqual([id]);
    expect(world.breaches).toEqual([]);
  });
});

describe('a ZPA promote', () => {
  test('of what nothing refers to hands the name on only once the hosts show it', async () => {
    const world = await openZpaWorld({
      customer: NOBODY,
      inputs: { 'verify-hosts': 'crm.example.com', 'wait-timeout': '1m' },
      probe: () => ({ fingerprint: `${'AB:'.repeat(31)}AB` }),
    });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('rolled-back');
    expect(world.describe()).toEqual(['old as NAME, 0 referrers', 'successor as NAME-xxxxxxxx, 0 referrers']);
  });

  test('is not begun where a portal is managed by Zscaler and names the certificate all the same', async () => {
    const world = await openZpaWorld({
      customer: {
        userPortals: [
          portal(501, 'Start', 'start.example.com', { managedByZs: true, userNotificationEnabled: false }),
        ],
      },
    });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(/user portal Start at start\.example\.com names .*Zscaler manages it/);
    expect(world.changes()).toEqual([]);
  });

  test('that was left until its successor had ended is left for another one', async () => {
    const { world, successorId } = await openHalfMoved({ material: await renew(-1, { days: 60 }) });
    await world.pass(70 * DAY);
    const material = await renew(65);
    const inputs = { ...AT_ONCE, certificate: material.pem, 'private-key': material.privateKeyPem };
    const life = await world.live(inputs);
    expect(life.failure).toBeNull();
    expect(world.inUse()).toEqual([life.outputs.id]);
    expect(life.outputs.id).not.toBe(successorId);
  });
});

describe('a name that only another microtenant has', () => {
  test('is not taken for a first installation, and the microtenant is named', async () => {
    const microtenant = idOf(900);
    const world = await openZpaWorld({
      customer: {
        ...NOBODY,
        microtenants: [{ id: microtenant, name: 'Branch' }],
        certificates: [oldSeed({ microtenantId: microtenant })],
      },
    });
    const life = await world.live(AT_ONCE);
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toContain(`set microtenant-id: ${microtenant}`);
    expect(world.changes()).toEqual([]);
  });
});

describe('a plan shows every call that is left', () => {
  const callsOf = (log: string) =>
    log
      .split('\n')
      .filter((line) => line.includes('Would send: '))
      .map((line) => /Would send: (\S+) \S*?\/customers\/\d+\/([a-zA-Z]+)/.exec(line)?.slice(1).join(' '));

  test('before anything is done', async () => {
    const world = await openZpaWorld();
    const { runner } = await world.live({ ...AT_ONCE, 'dry-run': 'true' });
    expect(callsOf(runner.log)).toEqual([
      'POST certificate',
      'PUT application',
      'PUT application',
      'PUT praPortal',
      'PUT userPortal',
      'DELETE certificate',
      'PUT certificate',
    ]);
  });

  test('in the overlap, and where only the name is left', async () => {
    const world = await openZpaWorld();
    const { outputs } = await world.live();
    await world.pass(2 * DAY);
    const retiring = await world.live({ ...AT_ONCE, overlap: '1d', 'dry-run': 'true' });
    expect(callsOf(retiring.runner.log)).toEqual(['DELETE certificate', 'PUT certificate']);
    expect(retiring.runner.log).toContain(`/certificate/${outputs.id}`);
    await world.person('DELETE', `certificate/${OLD}`);
    await world.live({ ...AT_ONCE, overlap: '1d' });
    expect(world.describe()).toEqual(GONE_OVER);
  });

  test('where nothing refers to the certificate', async () => {
    const world = await openZpaWorld({ customer: NOBODY });
    const { runner } = await world.live({ ...AT_ONCE, 'dry-run': 'true' });
    expect(callsOf(runner.log)).toEqual([
      'POST certificate',
      'PUT certificate',
      'PUT certificate',
      'DELETE certificate',
    ]);
  });
});

test('without a ledger a half-moved rotation goes on by the certificate that is given', async () => {
  const { world } = await openHalfMoved();
  world.ledger.readProblem = DENIED;
  const life = await world.live(AT_ONCE);
  expect(life.failure).toBeNull();
  expect(world.inUse()).toEqual([life.outputs.id]);
  expect(world.breaches).toEqual([]);
});
