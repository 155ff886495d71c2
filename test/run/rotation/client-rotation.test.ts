import { describe, expect, test } from '@jest/globals';
import { AT_ONCE, describeClientEnding } from './client-story.ts';
import {
  CLIENT_PHASES,
  type ClientWorld,
  type ClientWorldOptions,
  clientIdOf,
  clientSeed,
  NAME,
  OLD,
  openClientWorld,
} from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { LABEL, STORE_DENIED } from './fake-secret-store.ts';
import type { Life } from './lives.ts';
import { finish } from './story.ts';
import { DAY, MINUTE } from './world.ts';

const PROMOTION = [
  'ledger append promoting',
  'POST certificates',
  'ledger append promoting',
  'store write',
  'ledger append promoted',
];
const RETIREMENT = ['DELETE certificates/ID', 'ledger append retired'];
const WEEK = { overlapMilliseconds: 7 * DAY };

/** The outputs that say where a rotation stands. */
function standing({ outputs }: Life) {
  return [outputs['rotation-state'], outputs['next-phase'], outputs.changed];
}

const statusOf = (world: ClientWorld, id: string) =>
  world.certificates().find((one) => one.id === id)?.status ?? 'gone';
const successorOf = (world: ClientWorld, index = 0) => world.ownCreations[index] ?? '';

/** Runs until the rotation is complete, and says how the world stands then. */
async function complete(world: ClientWorld, inputs = CLIENT_PHASES) {
  const last = await finish(world, inputs);
  await world.pass(MINUTE);
  return describeClientEnding(world, last);
}

const COMPLETE = { state: 'not-due', holds: 'successor', living: ['successor active'], breaches: [] };

describe('a client certificate that is due', () => {
  test('is replaced over daily runs, each of which does what is due', async () => {
    const world = await openClientWorld(WEEK);
    const story: (string | undefined)[] = [];
    const days: (readonly string[])[] = [];
    for (let day = 0; day <= 9; day += 1) {
      const life = await world.live();
      expect(life.failure).toBeNull();
      story.push(life.outputs['rotation-state']);
      days.push(world.changes());
      await world.pass(DAY);
    }
    expect(story).toEqual([...Array(7).fill('overlapping'), 'retired', 'not-due', 'not-due']);
    expect(days[0]).toEqual(PROMOTION);
    expect(days[7]).toEqual(RETIREMENT);
    expect([...days.slice(1, 7), ...days.slice(8)].flat()).toEqual([]);
    expect(world.heldId()).toBe(successorOf(world));
    expect(statusOf(world, OLD)).toBe('revoked');
    expect(world.breaches).toEqual([]);
  });

  test('is replaced in one run where no overlap is wanted', async () => {
    const world = await openClientWorld();
    const life = await world.live(AT_ONCE);
    expect(standing(life)).toEqual(['retired', 'none', 'true']);
    expect(world.changes()).toEqual([...PROMOTION, ...RETIREMENT]);
    expect(await complete(world, AT_ONCE)).toEqual(COMPLETE);
  });

  test('is replaced again and again, by itself', async () => {
    const world = await openClientWorld(WEEK);
    for (let rotation = 1; rotation <= 3; rotation += 1) {
      expect(await complete(world)).toEqual(COMPLETE);
      expect(world.ownCreations).toHaveLength(rotation);
      await world.pass(340 * DAY);
    }
  });

  test('is told in outputs at every turn', async () => {
    const world = await openClientWorld();
    const planned = await world.live({ phases: 'plan' });
    expect(standing(planned)).toEqual(['planned', 'promote', 'false']);
    expect(planned.outputs).toMatchObject({ id: OLD, name: NAME, 'days-left': '19', adopted: 'false' });

    const overlapping = await world.live();
    const id = successorOf(world);
    expect(standing(overlapping)).toEqual(['overlapping', 'none', 'true']);
    expect(overlapping.outputs).toMatchObject({ id, 'previous-id': OLD, status: 'active' });

    await world.pass(7 * DAY + MINUTE);
    expect(standing(await world.live({ phases: 'plan' }))).toEqual(['promoted', 'retire', 'false']);
    const retired = await world.live();
    expect(standing(retired)).toEqual(['retired', 'none', 'true']);
    expect(retired.outputs).toMatchObject({ id, 'previous-id': OLD });
    expect(standing(await world.live())).toEqual(['not-due', 'none', 'false']);
  });

  test('has one digest from the plan to the last phase, and another one afterwards', async () => {
    const world = await openClientWorld();
    const digests: (string | undefined)[] = [];
    for (const pause of [0, MINUTE, DAY, 7 * DAY]) {
      await world.pass(pause);
      digests.push((await world.live({ phases: 'plan' })).outputs['plan-digest']);
      digests.push((await world.live()).outputs['plan-digest']);
    }
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(1);
    expect((await world.live()).outputs['plan-digest']).not.toBe(digests[0]);
  });

  test('keeps the digest where a promotion is begun anew', async () => {
    const world = await openClientWorld();
    const approved = (await world.live({ phases: 'plan' })).outputs['plan-digest'] ?? '';
    const inputs = { ...AT_ONCE, overlap: '7d', 'expect-plan': approved };
    world.store.nextTrouble = { arrives: true, mayHaveArrived: true };
    expect((await world.live(inputs)).failure).toMatch(/Whether the new key is kept is not known/);
    await world.pass(5 * MINUTE);
    expect((await world.live(inputs)).failure).toBeNull();
    await world.pass(7 * DAY + MINUTE);
    const retired = await world.live(inputs);
    expect([retired.failure, retired.outputs['rotation-state']]).toEqual([null, 'retired']);
    expect(world.certificates().map(({ status }) => status)).toEqual(['revoked', 'revoked', 'active']);
  });

  test('is kept where the workflow wants it kept', async () => {
    const world = await openClientWorld({ inputs: { 'retire-by': 'keep' } });
    expect(standing(await world.live())).toEqual(['promoted', 'none', 'true']);
    await world.pass(30 * DAY);
    expect(standing(await world.live())).toEqual(['not-due', 'none', 'false']);
    expect(statusOf(world, OLD)).toBe('active');
  });

  test('is waited for where it takes long to be revoked, and gone on with by the next run', async () => {
    const world = await openClientWorld({ settleMilliseconds: 5 * MINUTE });
    const life = await world.live({ ...AT_ONCE, 'wait-timeout': '1m' });
    expect(life.failure).toBeNull();
    expect(life.outputs['rotation-state']).toBe('promoted');
    expect(life.runner.log).toMatch(/certificate \w+ to be revoked/);
    expect(world.changes()).toEqual([...PROMOTION, 'DELETE certificates/ID']);
    await world.pass(10 * MINUTE);
    await world.live(AT_ONCE);
    expect(world.changes()).toEqual(['ledger append retired']);
  });
});

describe('phases', () => {
  test.each([
    ['plan', []],
    ['retire', []],
    ['promote', PROMOTION],
    ['plan,promote,retire', PROMOTION],
  ])('"%s" of a certificate that is due', async (phases, changes) => {
    const world = await openClientWorld();
    const life = await world.live({ phases });
    expect(life.failure).toBeNull();
    expect(world.changes()).toEqual(changes);
  });

  test('in a dry run are foreseen, and nothing is sent or made', async () => {
    const world = await openClientWorld();
    const life = await world.live({ ...AT_ONCE, 'dry-run': 'true' });
    expect(world.changes()).toEqual([]);
    expect(world.store.values).toEqual([]);
    expect(life.runner.log).toMatch(
      /Would send: POST \S+client_certificates.*<signing request on the new key>/,
    );
    expect(life.runner.log).toMatch(new RegExp(`Would send: DELETE \\S+client_certificates/${OLD}`));
  });
});

describe('where the key is kept', () => {
  test('in a secret, it is masked, and shown nowhere', async () => {
    const world = await openClientWorld();
    const { runner } = await world.live();
    const [bundle = ''] = world.store.values;
    const [key = ''] = /-----BEGIN PRIVATE KEY-----[\s\S]+-----END PRIVATE KEY-----\n/.exec(bundle) ?? [];
    expect(key).not.toBe('');
    const line = key.split('\n')[1] ?? '';
    const shown = runner.events.filter(({ kind }) => kind !== 'mask');
    expect(JSON.stringify(shown)).not.toContain(line);
    expect(runner.events.some((event) => event.kind === 'mask' && event.value.includes(line))).toBe(true);
    expect(bundle.match(/-----BEGIN [A-Z ]+-----/g)).toEqual([
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN CERTIFICATE-----',
    ]);
    expect(runner.outputs).not.toHaveProperty('private-key-path');
  });

  test('in files, they are told in outputs', async () => {
    const world = await openClientWorld({ inFiles: true });
    const { outputs, runner } = await world.live();
    expect(outputs).toMatchObject({
      'private-key-path': '/files/private-key.pem',
      'certificate-path': '/files/certificate.pem',
    });
    const [bundle = ''] = world.store.values;
    const line = bundle.split('\n')[1] ?? '';
    expect(runner.events.some((event) => event.kind === 'mask' && event.value.includes(line))).toBe(true);
    expect(world.heldId()).toBe(successorOf(world));
    expect(await complete(world)).toEqual(COMPLETE);
  });

  test('cannot be written, nothing is made', async () => {
    const world = await openClientWorld();
    world.store.violation = STORE_DENIED;
    const life = await world.live();
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(/may not write secrets of acme\/api.*Secrets: write/s);
    expect(world.changes()).toEqual([]);
  });

  test('refuses the write, the new certificate is revoked again, and the next run makes another one', async () => {
    const world = await openClientWorld(WEEK);
    world.store.nextTrouble = { arrives: false, mayHaveArrived: false };
    const life = await world.live();
    expect(life.failure).toMatch(
      new RegExp(
        `not kept: PUT actions/secrets/MTLS failed.*${successorOf(world)}.*revoked again; ${OLD} serves`,
      ),
    );
    expect(world.changes()).toEqual([
      ...PROMOTION.slice(0, 4),
      'DELETE certificates/ID',
      'ledger append retired',
    ]);
    expect((await world.live()).failure).toBeNull();
    expect(world.changes()).toEqual(PROMOTION);
    await world.pass(7 * DAY + 1000);
    expect(await complete(world)).toEqual(COMPLETE);
  });

  test.each([true, false])(
    'may have been written (it was: %s), all stay active until a third key is kept, and for the overlap',
    async (arrives) => {
      const world = await openClientWorld(WEEK);
      world.store.nextTrouble = { arrives, mayHaveArrived: true };
      const life = await world.live();
      const unsure = successorOf(world);
      expect(life.failure).toMatch(/is not known: PUT actions.*both stay active/);
      expect(life.failure).toContain(unsure);
      expect(life.failure).toContain(OLD);
      expect([statusOf(world, OLD), statusOf(world, unsure)]).toEqual(['active', 'active']);

      await world.pass(DAY);
      const again = await world.live();
      expect(standing(again)).toEqual(['overlapping', 'none', 'true']);
      expect(world.heldId()).toBe(successorOf(world, 1));
      await world.pass(6 * DAY);
      await world.live();
      expect([statusOf(world, OLD), statusOf(world, unsure)]).toEqual(['active', 'active']);
      await world.pass(DAY + MINUTE);
      expect(await complete(world)).toEqual(COMPLETE);
      expect([statusOf(world, OLD), statusOf(world, unsure)]).toEqual(['revoked', 'revoked']);
    },
  );
});

describe('the ledger', () => {
  test('that fails before the key is kept leaves nothing behind', async () => {
    const world: ClientWorld = await openClientWorld({
      intercept: (name) => {
        if (name === 'POST certificates' && world.ownCreations.length === 0) {
          world.ledger.appendProblem = DENIED;
        }
        return null;
      },
    });
    const life = await world.live();
    expect(life.failure).toMatch(/The new key was not kept: the ledger cannot be written.*revoked again/);
    expect(world.store.values).toEqual([]);
    await world.pass(MINUTE);
    expect(statusOf(world, successorOf(world))).toBe('revoked');

    world.ledger.appendProblem = null;
    await world.pass(5 * MINUTE);
    expect(await complete(world)).toEqual(COMPLETE);
  });

  test.each([
    ['with an overlap', {}, /overlap of 7d.*tells the two apart.*deployments: write.*overlap 0s/s],
    [
      'with an old one that is kept',
      { overlap: '0s', 'retire-by': 'keep' },
      /kept beside its successor.*retire-by 'revoke'/s,
    ],
  ])('is needed %s: without it nothing is made', async (_, inputs, words) => {
    const world = await openClientWorld({ inputs });
    world.ledger.readProblem = DENIED;
    const life = await world.live();
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(words);
    expect(world.changes()).toEqual([]);
  });

  test.each<[string, ClientWorldOptions, Readonly<Record<string, string>>]>([
    ['in one run without an overlap', {}, AT_ONCE],
    ['for a first installation', { certificates: [], inputs: { 'successor-id': 'new' } }, CLIENT_PHASES],
    ['for one that has ended', { certificates: [clientSeed(1, { from: -400 })] }, CLIENT_PHASES],
  ])('is not needed %s', async (_, options, inputs) => {
    const world = await openClientWorld(options);
    world.ledger.readProblem = DENIED;
    await world.live(inputs);
    expect(world.heldId()).toBe(successorOf(world));
    await world.pass(MINUTE);
    expect((await world.live(inputs)).outputs['rotation-state']).toBe('not-due');
    expect(world.ownCreations).toHaveLength(1);
  });
});

describe('of several certificates with the name', () => {
  test('none is guessed where no record tells of any', async () => {
    const world = await openClientWorld({ certificates: [clientSeed(1), clientSeed(2, { from: -100 })] });
    const life = await world.live();
    expect(life.outputs['rotation-state']).toBe('blocked');
    expect(life.failure).toMatch(/2 certificates could serve/);
    expect(life.failure).toContain(clientIdOf(1));
    expect(life.failure).toContain(clientIdOf(2));
    expect(world.changes()).toEqual([]);
  });

  test('those that have ended or are revoked do not count', async () => {
    const world = await openClientWorld({
      certificates: [
        clientSeed(1),
        clientSeed(2, { from: -700 }),
        clientSeed(3, { status: 'revoked' }),
        clientSeed(4, { name: `${NAME}.example.org` }),
      ],
    });
    expect(standing(await world.live(AT_ONCE))).toEqual(['retired', 'none', 'true']);
    expect(statusOf(world, clientIdOf(2))).toBe('active');
    expect(statusOf(world, clientIdOf(4))).toBe('active');
  });

  test("a stranger's is told, blocks nothing, and is left alone", async () => {
    const world = await openClientWorld(WEEK);
    await world.live();
    const stranger = await world.createByHand();
    const life = await world.live();
    expect(life.outputs['rotation-state']).toBe('overlapping');
    expect(life.runner.log).toMatch(new RegExp(`${stranger} \\(active\\) has the same name.*left alone`));
    await world.pass(7 * DAY + MINUTE);
    await world.live();
    await world.pass(340 * DAY);
    const again = await world.live();
    expect(again.outputs['rotation-state']).toBe('overlapping');
    expect(statusOf(world, stranger)).toBe('active');
    expect(world.breaches).toEqual([]);
  });

  test('thousands that are revoked are never read', async () => {
    const revoked = Array.from({ length: 3000 }, (_, index) => clientSeed(index + 10, { status: 'revoked' }));
    const world = await openClientWorld({ certificates: [clientSeed(1), ...revoked] });
    await world.live({ phases: 'plan' });
    const reads = world.calls.map(({ name }) => name).filter((name) => name.startsWith('GET'));
    expect(reads.toSorted()).toEqual([
      'GET certificates active',
      'GET certificates pending_reactivation',
      'GET certificates pending_revocation',
      'GET hosts',
    ]);
  });
});

describe('what people do to the certificate that serves', () => {
  /** A world whose successor was promoted and whose old one is revoked. */
  async function openRotated(): Promise<ClientWorld> {
    const world = await openClientWorld(WEEK);
    await finish(world);
    await world.pass(MINUTE);
    world.changes();
    return world;
  }

  test('revoke it: what is kept is of no use, so it is replaced', async () => {
    const world = await openRotated();
    await world.changeByHand('DELETE', successorOf(world));
    const life = await world.live();
    expect(life.runner.log).toMatch(/was promoted last, and is revoked/);
    expect(world.changes()).toEqual([...PROMOTION, 'ledger append retired']);
    expect(await complete(world)).toMatchObject({ state: 'not-due', holds: 'successor' });
  });

  test('revoke it in its overlap: neither is the replaced one taken for it', async () => {
    const world = await openClientWorld();
    await world.live();
    await world.changeByHand('DELETE', successorOf(world));
    await world.live();
    expect(world.ownCreations).toHaveLength(2);
    expect(world.heldId()).toBe(successorOf(world, 1));
    expect(statusOf(world, OLD)).toBe('active');
    await world.pass(7 * DAY + MINUTE);
    expect(await complete(world)).toMatchObject({ state: 'not-due', living: ['successor active'] });
  });

  test('bring it back: it is waited for', async () => {
    const world = await openClientWorld({ settleMilliseconds: 10 * MINUTE });
    await world.live();
    const id = successorOf(world);
    await world.changeByHand('DELETE', id);
    await world.pass(MINUTE * 15);
    await world.changeByHand('PATCH', id);
    const life = await world.live();
    expect(standing(life)).toEqual(['promoting', 'none', 'false']);
    expect(life.runner.log).toMatch(/pending_reactivation: it can serve once that is over/);
    await world.pass(15 * MINUTE);
    expect((await world.live()).outputs['rotation-state']).toBe('overlapping');
    expect(world.ownCreations).toHaveLength(1);
  });

  test('let it end: it is replaced', async () => {
    const world = await openRotated();
    await world.pass(400 * DAY);
    const life = await world.live();
    expect(life.runner.log).toMatch(/is due: it expired on/);
    expect(world.heldId()).toBe(successorOf(world, 1));
  });

  test('revoke the replaced one before its time: that is put on record', async () => {
    const world = await openClientWorld();
    await world.live();
    world.changes();
    await world.changeByHand('DELETE', OLD);
    expect((await world.live()).failure).toBeNull();
    expect(world.changes()).toEqual(['ledger append retired']);
    expect((await world.live()).outputs['rotation-state']).toBe('not-due');
  });
});

describe('the zone', () => {
  test('that has no place left refuses; the next run need not wait', async () => {
    const world = await openClientWorld({ cloudflare: { clientQuota: 1 } });
    const life = await world.live();
    expect(life.failure).toMatch(/1445.*Revoke one that is not needed/s);
    expect(world.changes()).toEqual([
      'ledger append promoting',
      'POST certificates',
      'ledger append retired',
    ]);
    const before = world.clock.now();
    await world.live();
    expect(world.clock.now() - before).toBeLessThan(MINUTE);
  });

  test('whose place a certificate of a lost key takes gets it back first', async () => {
    const world = await openClientWorld({ cloudflare: { clientQuota: 2 }, kill: { call: 9, when: 'after' } });
    const killed = await world.live();
    expect(killed.wasKilled).toBe(true);
    expect(world.calls.at(-1)?.name).toBe('POST certificates');
    await world.live();
    expect(world.changes().slice(2)).toEqual([
      'ledger append promoting',
      'DELETE certificates/ID',
      'ledger append retired',
      ...PROMOTION.slice(1),
    ]);
    expect(await complete(world)).toEqual(COMPLETE);
  });

  test('tells which hosts are affected, and an approval falls with a change of them', async () => {
    const world = await openClientWorld({ hostnames: ['b.example.com', 'a.example.com'] });
    const planned = await world.live({ phases: 'plan' });
    expect(planned.outputs.plan).toContain('a.example.com, b.example.com');
    expect(planned.outputs.plan).toContain('which this action does not read');
    expect(planned.outputs.plan).toContain(LABEL);
    const other = await openClientWorld({ hostnames: ['a.example.com'] });
    const life = await other.live({
      ...CLIENT_PHASES,
      'expect-plan': planned.outputs['plan-digest'] ?? '',
    });
    expect(life.failure).toMatch(/approved.*is not the one that stands/s);
    expect(other.changes()).toEqual([]);
  });

  test('whose hosts may not be read is rotated all the same', async () => {
    const world = await openClientWorld({
      intercept: (name) => (name === 'GET hosts' ? { status: 403, code: 10000 } : null),
    });
    const life = await world.live(AT_ONCE);
    expect(life.failure).toBeNull();
    expect(life.runner.log).toMatch(
      /Note: Which hosts ask for a client certificate could not be read: .*403/,
    );
    expect(world.heldId()).toBe(successorOf(world));
  });
});
