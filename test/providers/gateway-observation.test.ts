import { describe, expect, test } from '@jest/globals';
import type { Certificate } from '../../src/certificate/certificate.ts';
import type { ConfiguredCertificate } from '../../src/providers/cloudflare/gateway-configuration.ts';
import { observeGateway } from '../../src/providers/cloudflare/gateway-observation.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const HOUR = 60 * 60 * 1000;
const to = (id: string): ConfiguredCertificate => ({ kind: 'certificate', id });

function observe(
  rows: readonly Partial<Certificate>[],
  configured: ConfiguredCertificate = { kind: 'unset' },
  validityDays: number | null = null,
) {
  const certificates = rows.map((row) =>
    buildCertificate({ id: 'a', status: 'available', type: 'gateway_managed', inUse: false, ...row }),
  );
  return observeGateway({
    accountId: 'account',
    rows: certificates,
    configured,
    validityDays,
    lookalikes: certificates.filter(({ name }) => name === 'alike'),
    now: NOW,
  });
}

describe('what serves', () => {
  test.each<[string, Partial<Certificate>, ConfiguredCertificate, string]>([
    ['row and configuration agree', { inUse: true }, to('a'), 'yes'],
    ['the ids differ in case only', { inUse: true, id: 'A' }, to('a'), 'yes'],
    ['the row does not say', { inUse: null }, to('a'), 'yes'],
    ['the row does not show it yet', { inUse: false }, to('a'), 'arriving'],
    ['it is configured, and not at the edge', { inUse: true, status: 'inactive' }, to('a'), 'arriving'],
    [
      'it is configured, and leaves the edge',
      { inUse: true, status: 'pending_deletion' },
      to('a'),
      'arriving',
    ],
    ['another one is configured', { inUse: true }, to('b'), 'departing'],
    ["Cloudflare's own is configured", { inUse: true }, { kind: 'nil' }, 'departing'],
    ['the configuration names none', { inUse: true }, { kind: 'unset' }, 'yes'],
    ['neither names it', { inUse: false }, to('b'), 'no'],
    ['the row does not say and another one is configured', { inUse: null }, to('b'), 'no'],
  ])('where %s', (_, row, configured, serves) => {
    expect(observe([row], configured).certificates[0]?.serves).toBe(serves);
  });

  test('is missing where the configured one does not exist', () => {
    expect(observe([{}], to('b')).missingId).toBe('b');
    expect(observe([{}], to('a')).missingId).toBeNull();
    expect(observe([], { kind: 'nil' }).missingId).toBeNull();
  });
});

test.each<[string | null, boolean, string]>([
  ['available', false, 'ready'],
  ['pending_deployment', false, 'arriving'],
  ['pending_deletion', false, 'leaving'],
  ['inactive', false, 'dormant'],
  ['something new', false, 'dormant'],
  [null, false, 'dormant'],
  [null, true, 'ready'],
])('status %s (in use: %s) is %s', (status, inUse, readiness) => {
  expect(observe([{ status, inUse }], to('a')).certificates[0]?.readiness).toBe(readiness);
});

describe('what stands against a phase', () => {
  const createdAt = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
  const told = (...given: Parameters<typeof observe>) =>
    observe(...given).blockers.map(({ at, violation }) => `${at}: ${violation.reason}`);

  test.each<[string, readonly Partial<Certificate>[], readonly string[]]>([
    ['nothing', [{}], []],
    ['two creations', [1, 2].map((hours) => ({ createdAt: createdAt(hours) })), []],
    ['three, one of them a day ago', [1, 2, 24].map((hours) => ({ createdAt: createdAt(hours) })), []],
    [
      'three, one of them custom',
      [1, 2, 3].map((hours) => ({
        createdAt: createdAt(hours),
        type: hours === 3 ? 'custom' : 'gateway_managed',
      })),
      [],
    ],
    [
      'three in a day',
      [1, 2, 23].map((hours) => ({ createdAt: createdAt(hours) })),
      ['create: 3 certificates were created in the last 24 hours, and Cloudflare allows 3'],
    ],
    ['nine available', Array(9).fill({}), []],
    [
      'ten available, one of them on its way',
      [...Array(9).fill({}), { status: 'pending_deployment' }],
      ['stage: 10 certificates are available, and Cloudflare allows 10'],
    ],
    ['ten, one of them leaving', [...Array(9).fill({}), { status: 'pending_deletion' }], []],
    ['a custom one beside', [{ type: 'custom', id: 'b' }], []],
  ])('%s', (_, rows, blockers) => {
    expect(told(rows, { kind: 'nil' })).toEqual(blockers);
  });

  test('a spent quota says until when', () => {
    const [blocker] = observe([1, 2, 23, 3].map((hours) => ({ createdAt: createdAt(hours) }))).blockers;
    // The third youngest one frees the place.
    expect(blocker?.violation.instead).toContain('2026-06-16T09:00:00Z');
  });

  test('a custom one that is in use, or about to be, stands against everything', () => {
    for (const inUse of [true, false]) {
      const [blocker] = observe([{ type: 'custom', inUse }], to('a')).blockers;
      expect(blocker).toMatchObject({ at: 'always', violation: { certificates: ['a'], forcible: false } });
      expect(blocker?.violation.instead).toContain('mtls_certificates');
    }
  });
});

describe('a successor', () => {
  test('can be any but a custom one', () => {
    const { certificates } = observe([{ id: 'a' }, { id: 'b', type: 'custom' }]);
    expect(certificates.map(({ unfitness }) => unfitness === null)).toEqual([true, false]);
  });

  test('is likely where it is as what would be made', () => {
    const { certificates } = observe([{ id: 'a' }, { id: 'b', name: 'alike' }]);
    expect(certificates.map(({ resemblance }) => resemblance)).toEqual(['none', 'likely']);
  });

  test.each([
    [null, 1825],
    [90, 90],
  ])('for %s days is valid for %i', (validityDays, days) => {
    const { successorLifetimeMilliseconds, material } = observe([], { kind: 'nil' }, validityDays);
    expect(successorLifetimeMilliseconds).toBe(days * 24 * HOUR);
    expect(material).toEqual({ 'validity-days': days });
  });
});

test('rows without an id are left out, and said to be', () => {
  const { certificates, remarks } = observe([{ id: null }, { id: 'a' }], { kind: 'nil' });
  expect(certificates).toHaveLength(1);
  expect(remarks.join()).toMatch(/1 rows? .*no id/);
});

test.each<[ConfiguredCertificate, RegExp]>([
  [{ kind: 'unset' }, /names no certificate at all.*cannot be unset/],
  [{ kind: 'nil' }, /own root, which expired/],
])('a configuration that is %j is remarked on', (configured, remark) => {
  expect(observe([], configured).remarks.join()).toMatch(remark);
});
