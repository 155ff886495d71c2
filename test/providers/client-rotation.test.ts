import { describe, expect, test } from '@jest/globals';
import type { Certificate } from '../../src/certificate/certificate.ts';
import type { Transport } from '../../src/http/transport.ts';
import type { HttpCall } from '../../src/http/types.ts';
import { findCommonName, readNamedRow } from '../../src/providers/cloudflare/client-lineage.ts';
import { createClientRotation } from '../../src/providers/cloudflare/client-rotation.ts';
import type { Provider } from '../../src/providers/provider.ts';
import type { RotationTools } from '../../src/providers/rotation.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

const NAME = 'api-client';
const PEM = '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n';
const made = (facts: Partial<Certificate> = {}) => ({
  ...buildCertificate({ provider: 'cloudflare-client', name: NAME, status: 'active', pem: PEM, ...facts }),
  id: 'new',
});

interface Scene {
  readonly created?: ReturnType<typeof made>;
  /** What is read by id, one answer after the other; the last one again and again. */
  readonly reads?: readonly (Certificate | null)[];
  readonly listed?: Readonly<Record<string, readonly Certificate[]>>;
  readonly hostnames?: unknown;
}

/** A rotation at a vendor of a few lines, with tools that tell what they were used for. */
function open({
  created = made(),
  reads = [created],
  listed = {},
  hostnames = ['a.example.com'],
}: Scene = {}) {
  const used: string[] = [];
  let read = 0;
  const call =
    (method: string) =>
    (id: string): HttpCall => ({
      method: method as HttpCall['method'],
      path: `/client_certificates/${id}`,
      retry: 'safe',
    });
  const provider = {
    name: 'cloudflare-client',
    get: async () => reads[Math.min(read++, reads.length - 1)] ?? null,
    creation: { call: () => ({ method: 'POST', path: '/client_certificates', json: {}, retry: 'unsent' }) },
    transitions: { revoke: { call: call('DELETE') } },
  } as unknown as Provider;
  const transport = {
    send: async () => ({ json: { result: { hostnames } }, text: '{…}', status: 200, host: 'x', attempts: 1 }),
  } as unknown as Transport;
  const rotation = createClientRotation({
    provider,
    transport,
    zoneId: 'zone',
    setup: {
      lineageName: NAME,
      material: {
        validityDays: 90,
        keyRequest: { subject: `CN=${NAME}`, keyAlgorithm: 'ecdsa-p256' },
        upload: null,
      },
      verifyHosts: [],
      keptIn: null,
    },
    listNamed: async (_, status) => {
      used.push(`list ${status}`);
      return listed[status] ?? [];
    },
  });
  const tools = {
    makeKey: async () => ({
      csr: { pem: 'CSR', publicKeySha256: 'key-new', isFreshKey: true },
      privateKeyPem: 'KEY',
    }),
    announceKey: async () => true,
    createForKey: async () => created,
    keep: async () => {
      used.push('keep');
      return true;
    },
    discard: async ({ certificate }: Parameters<RotationTools['discard']>[0]) => {
      used.push(`discard ${certificate.id}`);
      return true;
    },
    poll: async <T>(_: string, look: () => Promise<T | null>) => {
      for (let looks = 0; looks < 3; looks += 1) {
        const found = await look();
        if (found !== null) return found;
      }
      return null;
    },
  } as unknown as RotationTools;
  return { rotation, tools, used };
}

describe('what a promote has made', () => {
  const promote = async (scene: Scene) => {
    const { rotation, tools, used } = open(scene);
    const ended = await rotation.promote(
      { replaced: null, successor: null, missingId: null, keyless: [] },
      tools,
    );
    return { ended, used };
  };

  test('is kept once it is active', async () => {
    const { ended, used } = await promote({
      created: made({ status: null }),
      reads: [made({ status: 'pending_reactivation' }), made()],
    });
    expect(ended).toMatchObject({ result: 'done', certificate: { id: 'new', status: 'active' } });
    expect(used).toEqual(['keep']);
  });

  test.each<[string, Scene, RegExp]>([
    [
      'does not become active',
      { created: made({ status: null }) },
      /new is of unknown status, so it is revoked/,
    ],
    [
      'is revoked meanwhile',
      { created: made({ status: null }), reads: [made({ status: 'pending_revocation' })] },
      /new is pending_revocation/,
    ],
    ['is not shown', { created: made({ pem: null }) }, /is not shown by Cloudflare, so it cannot be kept/],
    [
      'carries another name',
      { created: made({ name: 'somebody' }) },
      /has the common name "somebody", not "api-client"/,
    ],
  ])('is taken away and not kept where it %s', async (_, scene, words) => {
    const { ended, used } = await promote(scene);
    expect(ended).toMatchObject({ result: 'failed', reason: expect.stringMatching(words) });
    expect(used).toEqual(['discard new']);
  });
});

describe('what is seen of a lineage', () => {
  const row = (id: string, status: string) => ({ ...made({ status }), id });

  test('lists those on their way before the active ones, and believes what it reads last', async () => {
    const { rotation, used } = open({
      listed: {
        pending_reactivation: [row('back', 'pending_reactivation')],
        active: [row('back', 'active'), row('one', 'active')],
        pending_revocation: [row('gone', 'pending_revocation'), { ...made(), id: null } as never],
      },
    });
    const { certificates, remarks, referrers } = await rotation.observe();
    expect(used.at(-1)).toBe('list active');
    expect(certificates.map(({ certificate, readiness }) => `${certificate.id} ${readiness}`)).toEqual([
      'back ready',
      'gone leaving',
      'one ready',
    ]);
    expect(remarks).toEqual(['Rows of the list that have no id are left out: 1.']);
    expect(referrers).toEqual(['host a.example.com']);
  });

  test.each([
    [[], /none asks for this certificate/],
    [null, /none asks for this certificate/],
    [Array.from({ length: 25 }, (_, index) => `h${index}.example.com`), /h0\.example\.com, .*, and 5 more\./],
    ['odd', /could not be read/],
  ])('tells the hosts %j', async (hostnames, words) => {
    const { rotation } = open({ hostnames });
    await rotation.observe();
    const { affected } = rotation.describe({ replacedId: 'old', successorId: null, retireBy: 'revoke' });
    expect(affected.join('\n')).toMatch(words);
  });

  test('by their ids, leaves out what does not exist', async () => {
    const { rotation } = open({ reads: [made({ status: 'revoked' }), null] });
    const found = await rotation.find?.(['old', 'gone']);
    expect(found?.map(({ certificate, readiness }) => [certificate.id, readiness])).toEqual([
      ['old', 'dormant'],
    ]);
  });
});

describe('a row of the list', () => {
  const named = (row: unknown) =>
    readNamedRow(row, NAME, ({ id, common_name }) =>
      made({ id: id ?? null, name: common_name ?? null, subject: 'CN=api-client,O=Acme' }),
    );

  test.each([
    ['of the name', { id: '1', common_name: NAME }, true],
    ['of the name in other letters', { id: '1', common_name: 'API-Client' }, false],
    ['of another name', { id: '1', common_name: `${NAME}.example.com` }, false],
    ['without a name, whose certificate has it', { id: '1' }, true],
  ])('%s', (_, row, isOurs) => {
    const read = named(row);
    expect(read).toMatchObject({ id: '1', mark: '' });
    expect(read?.kept !== null).toBe(isOurs);
  });

  test('of another name is not parsed', () => {
    const parse = () => {
      throw new Error('it is parsed');
    };
    expect(readNamedRow({ id: '1', common_name: 'other', certificate: PEM }, NAME, parse)?.kept).toBeNull();
    expect(readNamedRow('odd', NAME, parse)).toBeNull();
  });

  test('has its name from the API before its certificate', () => {
    expect(findCommonName({ name: 'a', subject: 'CN=b' })).toBe('a');
    expect(findCommonName({ name: null, subject: 'O=Acme' })).toBeNull();
  });
});

test('nothing is staged, and nothing is turned back', async () => {
  const { rotation, tools } = open();
  await expect(rotation.stage({ successor: null }, tools)).rejects.toThrow(/made by its promote/);
  const restored = { certificate: made(), readiness: 'ready', serves: 'unknown' } as never;
  expect(await rotation.rollback({ failedId: 'x', restored }, tools)).toMatchObject({ result: 'refused' });
});

describe('the plan', () => {
  const describeFor = (order: Partial<Parameters<ReturnType<typeof open>['rotation']['describe']>[0]>) =>
    open().rotation.describe({ replacedId: 'old', successorId: null, retireBy: 'revoke', ...order });

  test('tells the calls of each phase, and what stays done', () => {
    const { phases, irreversible } = describeFor({});
    expect(phases.stage).toBeNull();
    expect(phases.promote?.calls.map(({ method }) => method)).toEqual(['POST']);
    expect(phases.retire?.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /client_certificates/old',
    ]);
    expect(irreversible.join('\n')).toMatch(/files that are gone when the job ends.*reactivate/s);
  });

  test('retires nothing where the old one is kept, or there is none', () => {
    expect(describeFor({ retireBy: 'keep' }).phases.retire).toBeNull();
    expect(describeFor({ replacedId: null }).phases.retire).toBeNull();
  });
});
