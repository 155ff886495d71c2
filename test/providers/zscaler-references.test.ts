import { describe, expect, test } from '@jest/globals';
import { findReferences, repoint } from '../../src/providers/zscaler/references.ts';

const OLD = '216000000000000101';
const NEW = '216000000000000102';
const toNew = ({ certificateId }: { readonly certificateId: string }) => (certificateId === OLD ? NEW : null);

describe('the references of an object', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a portal', { id: '7', certificateId: OLD }, [`7 ${OLD}`]],
    ['a number, as it came', { id: 7, certificateId: 101 }, ['7 101']],
    [
      'clientless apps',
      { id: '1', clientlessApps: [{ id: '2', appId: '1', certificateId: OLD }] },
      [`2 ${OLD}`],
    ],
    [
      'configured apps, by the id of their kind',
      { commonAppsDto: { appsConfig: [{ id: '9', inspectAppId: '3', certificateId: OLD }] } },
      [`3 ${OLD}`],
    ],
    [
      'the same app in two forms',
      {
        clientlessApps: [{ id: '2', certificateId: OLD }],
        commonAppsDto: { appsConfig: [{ baAppId: '2', certificateId: OLD }] },
      },
      [`2 ${OLD}`],
    ],
    ['none: empty, null or absent', { a: { certificateId: '' }, b: { certificateId: null }, c: {} }, []],
  ])('%s', (_, object, found) => {
    expect(findReferences(object).map(({ key, certificateId }) => `${key} ${certificateId}`)).toEqual(found);
  });
});

describe('an object that is pointed elsewhere', () => {
  test('is a portal with nothing else changed, without the name of the former certificate', () => {
    const portal = {
      id: '7',
      name: 'A &amp; B',
      certificateId: OLD,
      certificateName: 'old',
      tomorrow: [null, 1],
    };
    expect(repoint(portal, toNew)).toEqual({
      id: '7',
      name: 'A &amp; B',
      certificateId: NEW,
      tomorrow: [null, 1],
    });
  });

  test('keeps what names another certificate, its name too', () => {
    const portal = { id: '7', certificateId: '216000000000000199', certificateName: 'other' };
    expect(repoint(portal, toNew)).toEqual(portal);
  });

  test('is an application with one form of its ports, without weightedLoadBalancing', () => {
    const application = {
      id: '1',
      domainNames: ['a.example.com'],
      tcpPortRanges: ['443', '443'],
      tcpPortRange: [{ from: '443', to: '443' }],
      udpPortRanges: ['53', '53'],
      weightedLoadBalancing: false,
      clientlessApps: [{ id: '2', appId: '1', certificateId: OLD, name: 'a' }],
    };
    expect(repoint(application, toNew)).toEqual({
      id: '1',
      domainNames: ['a.example.com'],
      tcpPortRange: [{ from: '443', to: '443' }],
      udpPortRanges: ['53', '53'],
      clientlessApps: [{ id: '2', appId: '1', certificateId: NEW, name: 'a' }],
    });
  });

  test('has its inspected and PRA apps in the form in which they are taken', () => {
    const application = {
      id: '1',
      domainNames: ['a.example.com'],
      inspectionApps: [{ id: '3', appId: '1', certificateId: OLD, certificateName: 'old', domain: 'a' }],
      praApps: [{ id: '4', appId: '1', domain: 'b' }],
    };
    expect(repoint(application, toNew)).toMatchObject({
      commonAppsDto: {
        appsConfig: [
          { id: '3', appId: '1', certificateId: NEW, domain: 'a', appTypes: ['INSPECT'], inspectAppId: '3' },
          { id: '4', appId: '1', domain: 'b', appTypes: ['SECURE_REMOTE_ACCESS'], praAppId: '4' },
        ],
      },
    });
  });

  test('is not told twice of an app that it has in that form already', () => {
    const app = { inspectAppId: '3', appId: '1', appTypes: ['INSPECT'], certificateId: OLD };
    const application = {
      domainNames: ['a'],
      inspectionApps: [{ id: '3', appId: '1', certificateId: OLD }],
      commonAppsDto: { appsConfig: [app], deletedAppsConfig: [] },
    };
    expect(repoint(application, toNew).commonAppsDto).toEqual({
      appsConfig: [{ ...app, certificateId: NEW }],
      deletedAppsConfig: [],
    });
  });

  test('is left as it is, and so is the one that was read', () => {
    const portal = { id: '7', certificateId: OLD, inner: { certificateId: OLD } };
    const before = JSON.stringify(portal);
    repoint(portal, toNew);
    expect(JSON.stringify(portal)).toBe(before);
  });
});
