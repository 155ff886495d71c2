import { AT_ONCE as CLIENT_AT_ONCE } from './client-story.ts';
import { type ClientWorld, openClientWorld } from './client-world.ts';
import { DENIED } from './fake-ledger.ts';
import { STORE_DENIED } from './fake-secret-store.ts';
import type { Life } from './lives.ts';
import { DAY, HOUR, idOf, MINUTE, OLD, openWorld, seed, type World, type WorldOptions } from './world.ts';
import { openZpaWorld } from './zpa-world.ts';

/** For each run what it told, in order: log, annotations, the failure, and then its outputs. */
export type RotationOutput = readonly (readonly string[])[];

const ALL = { phases: 'plan,stage,promote,retire' };
const AT_ONCE = { ...ALL, soak: '0s', overlap: '0s' };
const ZPA_AT_ONCE = { ...ALL, overlap: '0s' };

/** Rotations of every kind, with all that people are told on the way. */
export const STORIES: Readonly<Record<string, () => Promise<readonly Life[]>>> = {
  'Gateway, in one go': async () => [await (await openWorld()).live(AT_ONCE)],
  'Gateway, by the days': async () => {
    const world = await openWorld();
    const first = await world.live();
    await world.pass(DAY + MINUTE);
    const second = await world.live();
    await world.pass(7 * DAY + MINUTE);
    return [first, second, await world.live(), await world.live()];
  },
  'Gateway, one phase after the other, planned and dry': async () => {
    const world = await openWorld();
    const lives: Life[] = [];
    for (const phases of ['plan', 'stage', 'promote', 'retire']) {
      lives.push(await world.live({ phases, soak: '0s', overlap: '0s', 'dry-run': 'true' }));
      lives.push(await world.live({ phases, soak: '0s', overlap: '0s' }));
    }
    return lives;
  },
  'Gateway, without a ledger': async () => {
    const world = await openWorld();
    world.ledger.readProblem = DENIED;
    return [await world.live(), await world.live(AT_ONCE)];
  },
  'Gateway, with a ledger that cannot be written any more': async () => {
    const world: World = await openWorld({
      intercept: (name) => {
        if (name === 'PATCH configuration') world.ledger.appendProblem = DENIED;
        return null;
      },
    });
    return [await world.live(AT_ONCE), await world.live(AT_ONCE)];
  },
  'Gateway, with a ledger that cannot be read again before the creation': async () => {
    const world: World = await openWorld();
    const { open } = world.ledger;
    Object.assign(world.ledger, {
      open: (run: string) => {
        const ledger = open(run);
        let readings = 0;
        const read: typeof ledger.read = async (lineage) => {
          readings += 1;
          return readings > 1 ? DENIED : ledger.read(lineage);
        };
        return { ...ledger, read };
      },
    });
    return [await world.live(AT_ONCE)];
  },
  'Gateway, approved for something else': async () => {
    const world = await openWorld();
    const first = await world.live({ phases: 'plan,stage', 'expect-plan': '0'.repeat(64) });
    await world.live({ phases: 'stage' });
    await world.pass(DAY + MINUTE);
    const promoting = await world.live({ phases: 'promote', 'expect-plan': '0'.repeat(64) });
    await world.live();
    await world.pass(7 * DAY + MINUTE);
    return [first, promoting, await world.live({ phases: 'retire', 'expect-plan': '0'.repeat(64) })];
  },
  'Gateway, refused by the vendor': async () => {
    const refuse = (call: string) => openRefusing(call);
    return [
      await (await refuse('POST certificates')).live(AT_ONCE),
      await (await refuse('POST certificates/ID/activate')).live(AT_ONCE),
      await (await refuse('PATCH configuration')).live(AT_ONCE),
      await (await refuse('POST certificates/ID/deactivate')).live(AT_ONCE),
      await (await refuse('DELETE certificates/ID')).live(AT_ONCE),
    ];
  },
  'Gateway, set to what cannot serve': async () => {
    const world = await openBroken();
    const refused = await openBroken({
      intercept: (name) => (name === 'PATCH configuration' ? { status: 403, code: 10000 } : null),
    });
    return [await world.live(), await world.live(), await refused.live()];
  },
  'Gateway, too slow for its time': async () => {
    const world = await openWorld({ settleMilliseconds: 20 * MINUTE });
    const first = await world.live({ ...AT_ONCE, 'wait-timeout': '2m' });
    await world.pass(HOUR);
    return [first, await world.live(AT_ONCE)];
  },
  'Gateway, taken back by somebody': async () => {
    const world = await openWorld();
    await world.live({ ...ALL, soak: '0s' });
    await world.person('PATCH', 'configuration', { settings: { certificate: { id: OLD } } });
    return [await world.live()];
  },
  'client, in one go': async () => [await (await openClientWorld()).live(CLIENT_AT_ONCE)],
  'client, by the days': async () => {
    const world = await openClientWorld();
    const first = await world.live();
    const second = await world.live();
    await world.pass(7 * DAY + MINUTE);
    return [first, second, await world.live()];
  },
  'client, in files, dry first': async () => {
    const world = await openClientWorld({ inFiles: true });
    return [await world.live({ ...CLIENT_AT_ONCE, 'dry-run': 'true' }), await world.live(CLIENT_AT_ONCE)];
  },
  'client, whose secret cannot be written': async () => {
    const world = await openClientWorld();
    world.store.violation = STORE_DENIED;
    const blocked = await world.live();
    world.store.violation = null;
    world.store.nextTrouble = { arrives: false, mayHaveArrived: false };
    const failed = await world.live();
    await world.pass(10 * MINUTE);
    world.store.nextTrouble = { arrives: true, mayHaveArrived: true };
    const unsure = await world.live();
    await world.pass(10 * MINUTE);
    return [blocked, failed, unsure, await world.live()];
  },
  'client, without a ledger': async () => {
    const world = await openClientWorld();
    world.ledger.readProblem = DENIED;
    return [await world.live(), await world.live(CLIENT_AT_ONCE)];
  },
  'client, whose ledger fails before the key is kept': async () => {
    const world: ClientWorld = await openClientWorld({
      intercept: (name) => {
        if (name === 'POST certificates') world.ledger.appendProblem = DENIED;
        return null;
      },
    });
    return [await world.live()];
  },
  'client, refused by the vendor': async () => {
    const refuse = (call: string) =>
      openClientWorld({ intercept: (name) => (name === call ? { status: 403, code: 10000 } : null) });
    return [
      await (await refuse('POST certificates')).live(CLIENT_AT_ONCE),
      await (await refuse('DELETE certificates/ID')).live(CLIENT_AT_ONCE),
    ];
  },
  'ZPA, in one go': async () => [await (await openZpaWorld()).live(ZPA_AT_ONCE)],
  'ZPA, by the days': async () => {
    const world = await openZpaWorld();
    const first = await world.live({ ...ALL, overlap: '1d' });
    await world.pass(DAY + MINUTE);
    return [first, await world.live({ ...ALL, overlap: '1d' })];
  },
  'ZPA, refused on the way': async () => {
    const world = await openZpaWorld({
      intercept: (name) => (name === 'PUT praPortal/ID' ? { status: 403, code: 'access.denied' } : null),
    });
    const first = await world.live(ZPA_AT_ONCE);
    return [first, await world.live(ZPA_AT_ONCE)];
  },
  'ZPA, refused on the way there and back': async () => {
    let puts = 0;
    const world = await openZpaWorld({
      intercept: (name) => {
        if (!name.startsWith('PUT application') && !name.startsWith('PUT praPortal')) return null;
        puts += 1;
        return puts > 1 ? { status: 403, code: 'access.denied' } : null;
      },
    });
    return [await world.live(ZPA_AT_ONCE)];
  },
};

function openRefusing(call: string): Promise<World> {
  return openWorld({ intercept: (name) => (name === call ? { status: 403, code: 10000 } : null) });
}

/** An account that an earlier run left set to a certificate that is inactive. */
async function openBroken(options: WorldOptions = {}): Promise<World> {
  const certificates = [seed(1), seed(2, { status: 'inactive', from: -2, to: 1800 })];
  const world = await openWorld({ certificates, inUse: idOf(2), ...options });
  for (const phase of ['staged', 'promoting'] as const) {
    world.ledger.records.push({
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
  }
  return world;
}

/** What differs from play to play, each by the first of its kind that is told: ids, fingerprints, digests, serials. */
const VARYING =
  /\b(?:[0-9A-F]{2}:){31}[0-9A-F]{2}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b|\b\d{18}\b|\b[0-9A-F]{30,42}\b|(?<=[a-z]-)[0-9a-f]{8}\b|\b[0-9a-f]{12}(?=…)/g;
const NOT_TOLD_HERE = ['certificates', 'plan'];

export function tellRuns(lives: readonly Life[]): RotationOutput {
  const names = new Map<string, string>();
  const name = (text: string) =>
    text.replace(VARYING, (found) => {
      const known = names.get(found) ?? `<${names.size + 1}>`;
      names.set(found, known);
      return known;
    });
  return lives.map(({ runner, outputs }) => [
    ...runner.events.flatMap((event) => {
      if (event.kind === 'info' || event.kind === 'fail') return [name(`${event.kind}: ${event.text}`)];
      return event.kind === 'annotation' ? [name(JSON.stringify(event.annotation))] : [];
    }),
    ...Object.entries(outputs)
      .filter(([output]) => !NOT_TOLD_HERE.includes(output))
      .map(([output, value]) => name(`${output} = ${value}`)),
  ]);
}
