import { describe, expect, test } from '@jest/globals';
import { DENIED } from './fake-ledger.ts';
import type { Life } from './lives.ts';
import { finish } from './story.ts';
import { DAY, HOUR, idOf, MINUTE, OLD, openWorld, seed, type World } from './world.ts';

const AT_ONCE = { phases: 'plan,stage,promote,retire', soak: '0s', overlap: '0s' };
const YEAR = 365 * DAY;

/** The outputs that say where a rotation stands. */
function standing({ outputs }: Life) {
  return [outputs['rotation-state'], outputs['next-phase'], outputs.changed];
}

/** A world whose successor is staged and has soaked. */
async function openSoaked(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(options);
  await world.live({ phases: 'stage' });
  await world.pass(DAY + MINUTE);
  world.changes();
  return world;
}

const successorOf = (world: World) => world.ownCreations[0] ?? '';

describe('a Gateway certificate that is due', () => {
  test('is replaced over daily runs, each of which does what is due', async () => {
    const world = await openWorld();
    const story: (string | undefined)[] = [];
    const days: (readonly string[])[] = [];
    for (let day = 0; day <= 11; day += 1) {
      const life = await world.live();
      expect(life.failure).toBeNull();
      story.push(life.outputs['rotation-state']);
      days.push(world.changes());
      await world.pass(DAY);
    }
    expect(story).toEqual([
      'soaking',
      ...Array(7).fill('overlapping'),
      'retired',
      ...Array(3).fill('not-due'),
    ]);
    expect(days[0]).toEqual([
      'ledger append staging',
      'POST certificates',
      'ledger append staging',
      'POST certificates/ID/activate',
      'ledger append staged',
    ]);
    expect(days[1]).toEqual(['ledger append promoting', 'PATCH configuration', 'ledger append promoted']);
    expect(days[8]).toEqual([
      'POST certificates/ID/deactivate',
      'DELETE certificates/ID',
      'ledger append retired',
    ]);
    expect([...days.slice(2, 8), ...days.slice(9)].flat()).toEqual([]);
    expect(world.breaches).toEqual([]);
  });

  test('is replaced again and again, by itself', async () => {
    const world = await openWorld();
    const served: string[] = [];
    for (let rotation = 0; rotation < 3; rotation += 1) {
      await finish(world);
      served.push(world.serving()?.id ?? '');
      await world.pass(4.7 * YEAR);
    }
    expect(new Set(served).size).toBe(3);
    expect(served).toEqual(world.ownCreations);
    expect(world.gateway().certificates).toHaveLength(1);
    expect(world.breaches).toEqual([]);
  });

  test('is told in outputs at every turn', async () => {
    const world = await openWorld();
    const planned = await world.live({ phases: 'plan' });
    expect(standing(planned)).toEqual(['planned', 'stage', 'false']);
    expect(planned.outputs).toMatchObject({ id: OLD, 'in-use': 'true', adopted: 'false', 'days-left': '19' });
    expect(planned.outputs).not.toHaveProperty('previous-id');

    const soaking = await world.live();
    const id = successorOf(world);
    expect(standing(soaking)).toEqual(['soaking', 'none', 'true']);
    expect(soaking.outputs).toMatchObject({ id, 'previous-id': OLD, status: 'available', 'in-use': 'false' });
    expect(soaking.outputs['certificate-path']).toBe('/files/certificate.pem');

    await world.pass(DAY + MINUTE);
    const staged = await world.live({ phases: 'plan' });
    expect(standing(staged)).toEqual(['staged', 'promote', 'false']);
    const overlapping = await world.live();
    expect(standing(overlapping)).toEqual(['overlapping', 'none', 'true']);
    expect(overlapping.outputs).toMatchObject({ id, 'previous-id': OLD, 'in-use': 'true' });

    await world.pass(7 * DAY + MINUTE);
    expect(standing(await world.live({ phases: 'plan' }))).toEqual(['promoted', 'retire', 'false']);
    const retired = await world.live();
    expect(standing(retired)).toEqual(['retired', 'none', 'true']);
    expect(retired.outputs).toMatchObject({ id, 'previous-id': OLD });
    const after = await world.live();
    expect(standing(after)).toEqual(['not-due', 'none', 'false']);
    expect(after.outputs).not.toHaveProperty('previous-id');
  });

  test('has one digest from the plan to the last phase, and another one afterwards', async () => {
    const world = await openWorld();
    const digests: (string | undefined)[] = [];
    for (const pause of [0, MINUTE, DAY, HOUR, 7 * DAY]) {
      await world.pass(pause);
      digests.push((await world.live({ phases: 'plan' })).outputs['plan-digest']);
      digests.push((await world.live()).outputs['plan-digest']);
    }
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(1);
    expect((await world.live()).outputs['plan-digest']).not.toBe(digests[0]);
  });
});

describe('phases', () => {
  test.each([
    ['plan', []],
    ['promote', []],
    ['promote,retire', []],
    [
      'stage',
      [
        'ledger append staging',
        'POST certificates',
        'ledger append staging',
        'POST certificates/ID/activate',
        'ledger append staged',
      ],
    ],
  ])('"%s" of a certificate that is due', async (phases, changes) => {
    const world = await openWorld();
    const life = await world.live({ phases });
    expect(life.failure).toBeNull();
    expect(world.changes()).toEqual(changes);
  });

  test('are all done in one run where nothing has to soak or to overlap', async () => {
    const world = await openWorld();
    const life = await world.live(AT_ONCE);
    expect(standing(life)).toEqual(['retired', 'none', 'true']);
    expect(world.gateway().certificates.map(({ id }) => id)).toEqual([successorOf(world)]);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['that was never asked for', {}, ['POST certificates', 'POST activate']],
    [
      'in one go',
      AT_ONCE,
      ['POST certificates', 'POST activate', 'PATCH configuration', 'POST deactivate', 'DELETE certificates'],
    ],
  ])('are shown by a dry run %s, and nothing is sent', async (_, inputs, planned) => {
    const world = await openWorld();
    const life = await world.live({ phases: 'plan,stage,promote,retire', 'dry-run': 'true', ...inputs });
    expect(life.failure).toBeNull();
    expect(world.changes()).toEqual([]);
    const lines = life.runner.log.split('\n').filter((line) => line.startsWith('Would send: '));
    const shown = lines.map((line) => {
      const [method = '', url = ''] = line.slice('Would send: '.length).split(' https://api.cloudflare.com');
      return `${method} ${/(activate|deactivate|configuration|certificates)(?![/a-z])|certificates(?=\/[^/]*$)/.exec(url)?.[0]}`;
    });
    expect(shown).toEqual(planned);
    expect(life.outputs['rotation-state']).toBe('planned');
  });

  test("send the certificate's block of the configuration, and nothing else", async () => {
    const world = await openSoaked();
    const before = world.gateway().settings;
    await world.live();
    expect(world.gateway().settings).toEqual({ ...before, certificate: { id: successorOf(world) } });
  });
});

describe('an approved plan', () => {
  test('is promoted where it is what stands', async () => {
    const world = await openSoaked();
    const digest = (await world.live({ phases: 'plan' })).outputs['plan-digest'] ?? '';
    const life = await world.live({ phases: 'promote', 'expect-plan': digest });
    expect(standing(life)).toEqual(['overlapping', 'none', 'true']);
  });

  test.each([
    ['the policy', async () => {}, { overlap: '1d' }],
    [
      'the certificate to be replaced',
      async (world: World) => {
        await world.person('PATCH', 'configuration', { settings: { certificate: { id: idOf(2) } } });
      },
      {},
    ],
    ['the material', async () => {}, { 'validity-days': '900' }],
  ])('is refused where %s has changed since', async (_, change, inputs) => {
    const world = await openSoaked({ certificates: [seed(1), seed(2)] });
    const digest = (await world.live({ phases: 'plan' })).outputs['plan-digest'] ?? '';
    await change(world);
    const life = await world.live({ phases: 'promote', 'expect-plan': digest, ...inputs });
    expect(life.failure).toMatch(/approved.*is not the one that stands now.*approve anew/s);
    expect(standing(life)).toEqual(['blocked', 'none', 'false']);
    expect(world.changes()).toEqual([]);
  });

  test('does not stand in the way of a stage', async () => {
    const world = await openWorld();
    const life = await world.live({ phases: 'plan,stage', 'expect-plan': '0'.repeat(64) });
    expect(life.outputs['rotation-state']).toBe('soaking');
  });
});

describe('a promote', () => {
  test('that takes longer than the run waits is promoting, which is no failure, and is gone on with', async () => {
    const world = await openSoaked({ cloudflare: { useLagMilliseconds: 10 * MINUTE } });
    const life = await world.live({ phases: 'promote', 'wait-timeout': '1m' });
    expect(life.failure).toBeNull();
    expect(standing(life)).toEqual(['promoting', 'promote', 'true']);
    expect(JSON.stringify(life.runner.events)).toMatch(/not shown to be in use yet.*Running again goes on/);
    world.changes();
    const next = await world.live({ phases: 'promote' });
    expect(next.outputs['rotation-state']).toBe('overlapping');
    expect(world.changes()).toEqual(['ledger append promoted']);
  });

  test('that a person did is recorded, and the overlap begins then', async () => {
    const world = await openSoaked();
    await world.person('PATCH', 'configuration', { settings: { certificate: { id: successorOf(world) } } });
    expect(standing(await world.live({ phases: 'plan' }))).toEqual(['promoting', 'promote', 'false']);
    const life = await world.live();
    expect(standing(life)).toEqual(['overlapping', 'none', 'false']);
    expect(world.changes()).toEqual(['ledger append promoted']);
  });

  test('that the vendor refuses fails, and stays to be done', async () => {
    const world = await openSoaked({
      intercept: (name) => (name === 'PATCH configuration' ? { status: 403, code: 10000 } : null),
    });
    const life = await world.live();
    expect(life.failure).toMatch(/PATCH.*403.*10000.*Zero Trust/s);
    expect(standing(life)).toEqual(['staged', 'promote', 'false']);
    expect(world.serving()?.id).toBe(OLD);
  });

  test('that a person took back is not done again before somebody says so', async () => {
    const world = await openSoaked();
    await world.live();
    await world.person('PATCH', 'configuration', { settings: { certificate: { id: OLD } } });
    world.changes();
    const life = await world.live();
    expect(standing(life)).toEqual(['blocked', 'none', 'false']);
    expect(life.failure).toContain(successorOf(world));
    expect(world.changes()).toEqual([]);
    const again = await world.live({ phases: 'plan,stage,promote', 'successor-id': successorOf(world) });
    expect(again.outputs['rotation-state']).toBe('overlapping');
    expect(world.serving()?.id).toBe(successorOf(world));
  });
});

describe('a promotion that left the account set to what cannot serve', () => {
  const certificates = [seed(1), seed(2, { status: 'inactive', from: -2, to: 1800 })];
  const entry = (phase: 'staged' | 'promoting') => ({
    lineage: { provider: 'cloudflare-gateway', scope: 'c0ffee00c0ffee00c0ffee00c0ffee01', name: 'in-use' },
    phase,
    previous: { id: OLD, fingerprint: null },
    successor: { id: idOf(2), fingerprint: null },
    publicKeySha256: null,
    knownIds: [],
    recordId: phase,
    at: new Date(Date.UTC(2025, 11, 30)),
    run: 'run 0',
  });
  const open = async (options: Parameters<typeof openWorld>[0] = {}) => {
    const world = await openWorld({ certificates, inUse: idOf(2), ...options });
    world.ledger.records.push(entry('staged'), entry('promoting'));
    return world;
  };

  test('is rolled back, fails the job, and waits for a person', async () => {
    const world = await open();
    const life = await world.live({ phases: 'promote' });
    expect(standing(life)).toEqual(['rolled-back', 'none', 'true']);
    expect(life.outputs).toMatchObject({ id: OLD, 'in-use': 'true' });
    expect(life.failure).toMatch(/taken back.*could not.*successor-id/s);
    expect(world.serving()?.id).toBe(OLD);
    expect(world.changes()).toEqual([
      'ledger append rolling-back',
      'PATCH configuration',
      'ledger append rolled-back',
    ]);
    const next = await world.live();
    expect(standing(next)).toEqual(['rolled-back', 'none', 'false']);
    expect(world.changes()).toEqual([]);
  });

  test('is left alone where promote is not allowed', async () => {
    const world = await open();
    expect(standing(await world.live({ phases: 'plan,stage' }))).toEqual(['promoting', 'promote', 'false']);
    expect(world.changes()).toEqual([]);
  });

  test('says what stands where the rollback fails, and tries again', async () => {
    let refuses = true;
    const world = await open({
      intercept: (name) => (refuses && name === 'PATCH configuration' ? { status: 403, code: 10000 } : null),
    });
    const life = await world.live();
    expect(standing(life)).toEqual(['rollback-failed', 'promote', 'false']);
    expect(life.failure).toMatch(
      new RegExp(`${idOf(2)} cannot serve.*going back to ${OLD} failed.*at once`, 's'),
    );
    refuses = false;
    expect((await world.live()).outputs['rotation-state']).toBe('rolled-back');
    expect(world.serving()?.id).toBe(OLD);
  });

  test('is rolled back also where the ledger cannot be written', async () => {
    const world = await open();
    world.ledger.appendProblem = DENIED;
    await world.live();
    expect(world.serving()?.id).toBe(OLD);
  });

  test('ends the same where a run is killed at any call of the rollback', async () => {
    const whole = await open();
    await whole.live();
    for (let call = 1; call <= whole.calls.length; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = await open({ kill: { call, when } });
        await world.live();
        const life = await world.live();
        expect([call, when, ...standing(life).slice(0, 2), world.serving()?.id]).toEqual([
          call,
          when,
          'rolled-back',
          'none',
          OLD,
        ]);
      }
    }
  });
});

describe('a person who acts in the midst of a run', () => {
  /** A soaked world, in which `act` happens just before the nth call of that name from then on. */
  async function openDisturbed(call: string, turn: number, act: (world: World) => Promise<unknown>) {
    let count = 0;
    let isArmed = false;
    const world = await openSoaked({
      cloudflare: { inUseDeactivation: 'switch', useLagMilliseconds: 2000 },
      intercept: async (name) => {
        if (isArmed && name === call) count += 1;
        if (count !== turn || !isArmed) return null;
        isArmed = false;
        await act(world);
        return null;
      },
    });
    return Object.assign(world, {
      arm: () => {
        isArmed = true;
      },
    });
  }

  test('and deactivates the successor keeps it from being promoted', async () => {
    const world = await openDisturbed('GET certificates/ID', 1, (it) =>
      it.person('POST', `certificates/${successorOf(it)}/deactivate`, {}),
    );
    world.arm();
    const life = await world.live();
    expect(life.failure).toMatch(/somebody is taking it away/);
    expect(world.changes()).not.toContain('PATCH configuration');
    expect(world.serving()?.id).toBe(OLD);
  });

  test('and turns back to the old one keeps it from being retired', async () => {
    const world = await openDisturbed('GET configuration', 2, (it) =>
      it.person('PATCH', 'configuration', { settings: { certificate: { id: OLD } } }),
    );
    await world.live();
    await world.pass(7 * DAY + MINUTE);
    world.changes();
    world.arm();
    const life = await world.live();
    expect(standing(life)).toEqual(['promoting', 'none', 'false']);
    expect(life.runner.log).toMatch(new RegExp(`Somebody has set the provider to certificate ${OLD}`));
    expect(world.changes().filter((change) => !change.startsWith('ledger'))).toEqual([]);
    expect(world.serving()?.id).toBe(OLD);
    await world.pass(MINUTE);
    expect((await world.live()).failure).toMatch(/somebody has set .* to serve again/);
  });

  test('and sets a third one in the midst of a promote is left in peace', async () => {
    const world = await openDisturbed('GET certificates/ID', 2, async (it) => {
      const { result } = (await it.person('POST', 'certificates', {})).json as { result: { id: string } };
      await it.person('POST', `certificates/${result.id}/activate`, {});
      await it.pass(MINUTE);
      await it.person('PATCH', 'configuration', { settings: { certificate: { id: result.id } } });
    });
    world.arm();
    const life = await world.live();
    expect(life.failure).toBeNull();
    expect(world.changes().filter((change) => change.startsWith('PATCH'))).toHaveLength(1);
    expect([OLD, successorOf(world)]).not.toContain(world.serving()?.id);
    expect(world.breaches).toEqual([]);
  });
});

describe('the ledger', () => {
  test('that cannot be read holds everything, and names the permission', async () => {
    const world = await openWorld();
    world.ledger.readProblem = DENIED;
    const life = await world.live();
    expect(standing(life)).toEqual(['blocked', 'none', 'false']);
    expect(life.failure).toMatch(/soak of 1d cannot be proved.*403.*deployments: write/s);
    expect(world.changes()).toEqual([]);
  });

  test.each([
    ['a create', {}, 0],
    ['a promote', {}, DAY + MINUTE],
  ])('that cannot be written stops %s before it is sent', async (_, inputs, pause) => {
    const world = await openWorld();
    if (pause > 0) {
      await world.live();
      await world.pass(pause);
      world.changes();
    }
    world.ledger.appendProblem = DENIED;
    const life = await world.live({ phases: 'plan,stage,promote,retire', ...inputs });
    expect(life.failure).toMatch(/ledger cannot be written.*403.*deployments: write.*nothing was changed/s);
    expect(life.outputs.changed).toBe('false');
    expect(world.changes().filter((change) => !change.startsWith('ledger'))).toEqual([]);
  });

  test('that is lost during a soak delays: it soaks anew', async () => {
    const world = await openWorld();
    await world.live();
    await world.pass(20 * HOUR);
    world.ledger.records.length = 0;
    const life = await world.live();
    expect(standing(life)).toEqual(['soaking', 'none', 'false']);
    expect(life.outputs.adopted).toBe('true');
    await world.pass(20 * HOUR);
    expect((await world.live()).outputs['rotation-state']).toBe('soaking');
    await world.pass(5 * HOUR);
    expect((await world.live()).outputs['rotation-state']).toBe('overlapping');
    expect(world.ownCreations).toHaveLength(1);
  });

  test('that is lost during an overlap leaves the old one to people', async () => {
    const world = await openSoaked();
    await world.live();
    world.ledger.records.length = 0;
    await world.pass(30 * DAY);
    expect(standing(await world.live())).toEqual(['not-due', 'none', 'false']);
    expect(world.gateway().certificates).toHaveLength(2);
  });
});

describe('a rotation is blocked, and says by what', () => {
  const young = (number: number) => seed(number, { from: -0.5, to: 1824, status: 'inactive' });

  test.each<[string, Parameters<typeof openWorld>[0], Readonly<Record<string, string>>, RegExp]>([
    [
      'a custom certificate in use',
      { certificates: [seed(1, { type: 'custom' })] },
      {},
      /custom.*in use.*mtls_certificates/s,
    ],
    [
      'three creations in a day',
      {
        certificates: [
          seed(1),
          ...[2, 3, 4].map((number) => seed(number, { from: -0.5, to: 364, status: 'inactive' })),
        ],
      },
      {},
      /3 certificates were created.*run again after 2026-01-01T12:00:00Z/s,
    ],
    [
      'ten available certificates',
      { certificates: [seed(1), ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => seed(number, { to: 30 }))] },
      {},
      /10 certificates are available.*'deactivate'/s,
    ],
    [
      'spares',
      { certificates: [seed(1), seed(2, { from: -30, to: 1795 })] },
      {},
      /1 certificate could be the successor.*successor-id.*'new'/s,
    ],
    [
      'two that a lost ledger may have known',
      { certificates: [seed(1), young(2), young(3)] },
      {},
      /2 certificates could be the successor/,
    ],
    [
      'a successor that is not there',
      {},
      { 'successor-id': idOf(9) },
      /successor-id names a certificate that does not exist/,
    ],
    [
      'a validity within rotate-within',
      {},
      { 'validity-days': '30', 'rotate-within': '60d' },
      /valid for 30d would be due again.*validity-days/s,
    ],
  ])('%s', async (_, options, inputs, message) => {
    const world = await openWorld(options);
    const life = await world.live({ phases: 'plan,stage,promote,retire', ...inputs });
    expect(standing(life)).toEqual(['blocked', 'none', 'false']);
    expect(life.failure).toMatch(message);
    expect(life.runner.summary).toMatch(/blocked/);
    expect(world.changes()).toEqual([]);
  });

  test("and a person's choice goes on with it", async () => {
    const certificates = [seed(1), seed(2, { from: -30, to: 1795 })];
    const chosen = await openWorld({ certificates });
    expect((await chosen.live({ ...AT_ONCE, 'successor-id': idOf(2) })).outputs).toMatchObject({
      id: idOf(2),
      'rotation-state': 'retired',
    });
    expect(chosen.ownCreations).toEqual([]);
    const anew = await openWorld({ certificates });
    expect((await anew.live({ ...AT_ONCE, 'successor-id': 'new' })).outputs['rotation-state']).toBe(
      'retired',
    );
    expect(anew.serving()?.id).toBe(successorOf(anew));
  });
});

describe('a first installation', () => {
  test.each([
    ['where the configuration names no certificate', null],
    ["where it names Cloudflare's own root", '00000000-0000-0000-0000-000000000000'],
  ])('%s', async (_, inUse) => {
    const world = await openWorld({ certificates: [], inUse });
    const planned = await world.live({ phases: 'plan' });
    expect(planned.outputs.plan).toMatch(/no certificate to go back to/);
    await world.live();
    await world.pass(DAY + MINUTE);
    const life = await world.live();
    expect(standing(life)).toEqual(['promoted', 'none', 'true']);
    expect(life.outputs).not.toHaveProperty('previous-id');
    expect(world.serving()?.id).toBe(successorOf(world));
    expect(standing(await world.live())).toEqual(['not-due', 'none', 'false']);
  });
});
