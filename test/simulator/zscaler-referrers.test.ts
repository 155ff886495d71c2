import { afterEach, describe, expect, test } from '@jest/globals';
import { ZPA_CERTIFICATES as IDS, ZPA_REFERRERS as REFERRERS } from '../../simulator/zscaler/estate.ts';
import { closeSimulators } from './visitor.ts';
import {
  CERTIFICATE,
  CUSTOMER,
  type Json,
  makeMaterial,
  openZpa,
  writeKey,
  type ZpaVisited,
} from './zscaler-visitor.ts';

afterEach(closeSimulators);

const APPLICATION = `${CUSTOMER}/application`;
const CRM = `${APPLICATION}/${REFERRERS.crm}`;
const INSPECTED = `${APPLICATION}/${REFERRERS.inspected}`;
const SERVERS = `${APPLICATION}/${REFERRERS.servers}`;
const PRA_PORTAL = `${CUSTOMER}/praPortal/${REFERRERS.praPortal}`;
const USER_PORTAL = `${CUSTOMER}/userPortal/${REFERRERS.userPortal}`;
const MANAGED_PORTAL = `${CUSTOMER}/userPortal/${REFERRERS.managedUserPortal}`;
const NOT_VALID = 'invalid.resource.argument';
const https = {
  applicationPort: '443',
  applicationProtocol: 'HTTPS',
  domain: 'crm.simulator.example',
  name: 'crm.simulator.example',
};

/** An application or portal as it is read, ready to be sent back; ports in one form only. */
async function readForUpdate(simulator: ZpaVisited, path: string): Promise<Record<string, unknown>> {
  const {
    tcpPortRanges: _flat,
    weightedLoadBalancing: _weighted,
    ...json
  } = (await simulator.zpa('GET', path)).json;
  return json;
}

const replace = (apps: unknown, more: Json) => (apps as Json[]).map((app) => ({ ...app, ...more }));
const references = (simulator: ZpaVisited, id: string) =>
  simulator
    .readCompany()
    .certificates.find((row) => row.id === id)
    ?.referrers.map(({ name }) => name);

describe('apps by type', () => {
  test.each([
    [
      'BROWSER_ACCESS',
      {
        id: REFERRERS.crmApp,
        appId: REFERRERS.crm,
        name: 'crm.simulator.example',
        domain: 'crm.simulator.example',
        enabled: true,
        applicationPort: '443',
        applicationProtocol: 'HTTPS',
        certificateId: IDS.serving,
        certificateName: 'crm.simulator.example',
        trustUntrustedCert: false,
      },
    ],
    [
      'INSPECT',
      {
        id: REFERRERS.inspectedApp,
        appId: REFERRERS.inspected,
        name: 'crm.simulator.example',
        domain: 'crm.simulator.example',
        enabled: true,
        applicationPort: '443',
        applicationProtocol: 'HTTPS',
        certificateId: IDS.serving,
        certificateName: 'crm.simulator.example',
        trustUntrustedCert: false,
      },
    ],
    [
      'SECURE_REMOTE_ACCESS',
      {
        id: REFERRERS.serversApp,
        appId: REFERRERS.servers,
        name: 'host1.simulator.example',
        domain: 'host1.simulator.example',
        enabled: true,
        applicationPort: '22',
        applicationProtocol: 'SSH',
      },
    ],
  ])('%s', async (type, row) => {
    const { zpa } = await openZpa();
    const path = `${APPLICATION}/getAppsByType?applicationType=${type}&expandAll=false`;
    const { status, json } = await zpa('GET', path);
    // The count is wrong in recorded answers, too.
    expect([status, json]).toEqual([200, { totalPages: '1', totalCount: '0', list: [row] }]);
    expect((await zpa('GET', `${path}&page=2`)).json.list).toEqual([]);
    expect((await zpa('GET', `${path}&microtenantId=0`)).json.list).toEqual([row]);
  });

  test.each(['', '?applicationType=OTHER', '?applicationType=toString'])('%j is refused', async (query) => {
    const { zpa } = await openZpa();
    expect(await zpa('GET', `${APPLICATION}/getAppsByType${query}`)).toMatchObject({
      status: 400,
      json: { id: NOT_VALID },
    });
  });
});

describe('an application', () => {
  test('is read with both forms of its ports and with its apps', async () => {
    const { zpa } = await openZpa();
    expect((await zpa('GET', CRM)).json).toMatchObject({
      id: REFERRERS.crm,
      name: 'CRM',
      tcpPortRanges: ['443', '443'],
      tcpPortRange: [{ from: '443', to: '443' }],
      weightedLoadBalancing: false,
      microtenantName: 'Default',
      clientlessApps: [
        {
          id: REFERRERS.crmApp,
          appId: REFERRERS.crm,
          certificateId: IDS.serving,
          certificateName: 'crm.simulator.example',
        },
      ],
    });
    expect((await zpa('GET', INSPECTED)).json).toMatchObject({
      inspectionApps: [{ id: REFERRERS.inspectedApp }],
    });
    expect((await zpa('GET', SERVERS)).json).toMatchObject({ praApps: [{ id: REFERRERS.serversApp }] });
  });

  test('gets another certificate and keeps the rest', async () => {
    const simulator = await openZpa();
    const { zpa, clock } = simulator;
    const before = (await zpa('GET', CRM)).json;
    const body = await readForUpdate(simulator, CRM);
    clock.pass(1000);
    body.clientlessApps = replace(body.clientlessApps, { certificateId: IDS.escaped });
    const reply = await zpa('PUT', CRM, { body });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect((await zpa('GET', CRM)).json).toEqual({
      ...before,
      modifiedTime: expect.any(String),
      clientlessApps: replace(before.clientlessApps, {
        certificateId: IDS.escaped,
        certificateName: 'Wild%20Card%20Cert',
      }),
    });
    expect(references(simulator, IDS.escaped)).toEqual(['CRM']);
  });

  test.each<[string, string, Json]>([
    [
      'Browser Access in the newer form',
      CRM,
      { appTypes: ['BROWSER_ACCESS'], baAppId: REFERRERS.crmApp, appId: REFERRERS.crm, ...https },
    ],
    [
      'inspection',
      INSPECTED,
      { appTypes: ['INSPECT'], inspectAppId: REFERRERS.inspectedApp, appId: REFERRERS.inspected, ...https },
    ],
  ])('gets another certificate for %s', async (_what, path, app) => {
    const simulator = await openZpa();
    const { clientlessApps: _apps, ...body } = await readForUpdate(simulator, path);
    const commonAppsDto = { appsConfig: [{ ...app, certificateId: IDS.escaped }] };
    expect((await simulator.zpa('PUT', path, { body: { ...body, commonAppsDto } })).status).toBe(204);
    expect(references(simulator, IDS.escaped)).toEqual([body.name]);
    expect((await simulator.zpa('GET', path)).json).not.toHaveProperty('commonAppsDto');
  });

  test('takes what is read of inspected apps for no change', async () => {
    const simulator = await openZpa();
    const body = await readForUpdate(simulator, INSPECTED);
    body.inspectionApps = replace(body.inspectionApps, { certificateId: IDS.escaped });
    expect((await simulator.zpa('PUT', INSPECTED, { body })).status).toBe(204);
    expect(references(simulator, IDS.escaped)).toEqual([]);
  });

  test('loses what the full object leaves out', async () => {
    const simulator = await openZpa();
    const { clientlessApps: _apps, description: _description, ...body } = await readForUpdate(simulator, CRM);
    expect((await simulator.zpa('PUT', CRM, { body })).status).toBe(204);
    const { json } = await simulator.zpa('GET', CRM);
    for (const field of ['clientlessApps', 'description']) expect(json).not.toHaveProperty(field);
    expect(json).toMatchObject({ segmentGroupId: expect.any(String), weightedLoadBalancing: false });
    expect(references(simulator, IDS.serving)).toEqual(['CRM, inspected', 'Start page']);
  });

  const app = { id: REFERRERS.crmApp, appId: REFERRERS.crm, ...https, certificateId: IDS.serving };
  const { appId: _appId, ...withoutAppId } = app;
  const { id: _id, ...withoutId } = app;
  const { certificateId: _certificateId, ...withoutCertificate } = app;
  test.each<[string, Json, Json]>([
    ['both forms of ports', { tcpPortRanges: ['443', '443'] }, { params: ['tcpPortRange'] }],
    ['the weighted load balancing', { weightedLoadBalancing: false }, { params: ['weightedLoadBalancing'] }],
    ['no ports', { tcpPortRange: undefined }, { params: ['tcpPortRange'] }],
    ['half a range of ports', { tcpPortRange: [{ from: '1' }] }, { params: ['tcpPortRange'] }],
    ['an app without appId', { clientlessApps: [withoutAppId] }, { params: ['appId'] }],
    ['an app without its id', { clientlessApps: [withoutId] }, { params: ['appId'] }],
    [
      'an app of another application',
      { clientlessApps: [{ ...app, appId: REFERRERS.inspected }] },
      { params: ['appId'] },
    ],
    ['an app without a certificate', { clientlessApps: [withoutCertificate] }, { params: ['certificateId'] }],
    [
      'a certificate that is not there',
      { clientlessApps: [{ ...app, certificateId: '42' }] },
      { id: 'resource.not.found', params: ['42'] },
    ],
    [
      'a certificate that is only requested',
      { clientlessApps: [{ ...app, certificateId: IDS.pending }] },
      { id: 'resource.not.found' },
    ],
    [
      'a certificate beside Zscaler’s',
      { clientlessApps: [{ ...app, extLabel: 'x' }] },
      { params: ['certificateId'] },
    ],
    ['no name', { name: undefined }, { params: ['name'] }],
    ['no domains', { domainNames: [] }, { params: ['domainNames'] }],
    ['apps that are no list', { clientlessApps: {} }, { params: ['clientlessApps'] }],
    [
      'a new app',
      { commonAppsDto: { appsConfig: [{ ...https, appTypes: ['BROWSER_ACCESS'] }] } },
      { params: ['appId'] },
    ],
    ['an app without types', { commonAppsDto: { appsConfig: [app] } }, { params: ['appTypes'] }],
  ])('refuses %s', async (_what, more, json) => {
    const simulator = await openZpa();
    const body = { ...(await readForUpdate(simulator, CRM)), ...more };
    const before = simulator.readCompany();
    expect(await simulator.zpa('PUT', CRM, { body })).toMatchObject({ status: 400, json });
    expect(simulator.readCompany()).toEqual(before);
  });

  test('may have Zscaler’s certificate in place of its own', async () => {
    const simulator = await openZpa();
    const body = await readForUpdate(simulator, CRM);
    body.clientlessApps = replace(body.clientlessApps, { certificateId: '', extLabel: 'x', extDomain: 'y' });
    expect((await simulator.zpa('PUT', CRM, { body })).status).toBe(204);
    expect(references(simulator, IDS.serving)).toEqual(['CRM, inspected', 'Start page']);
  });
});

describe('portals', () => {
  test.each([
    ['praPortal', [['Server room', IDS.portal, 'pra01.simulator.example']]],
    [
      'userPortal',
      [
        ['Start page', IDS.serving, 'crm.simulator.example'],
        ['Guests', undefined, undefined],
      ],
    ],
  ])('%s are listed', async (path, rows) => {
    const { zpa, readList } = await openZpa();
    const listed = await readList(`${CUSTOMER}/${path}`);
    expect(listed.map((row) => [row.name, row.certificateId, row.certificateName])).toEqual(rows);
    for (const row of listed) {
      expect((await zpa('GET', `${CUSTOMER}/${path}/${row.id}`)).json).toEqual(row);
    }
  });

  test.each([PRA_PORTAL, USER_PORTAL])('%s gets another certificate and keeps the rest', async (path) => {
    const simulator = await openZpa();
    const before = (await simulator.zpa('GET', path)).json;
    const reply = await simulator.zpa('PUT', path, { body: { ...before, certificateId: IDS.escaped } });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect((await simulator.zpa('GET', path)).json).toEqual({
      ...before,
      certificateId: IDS.escaped,
      certificateName: 'Wild%20Card%20Cert',
      modifiedTime: expect.any(String),
    });
    expect(references(simulator, IDS.escaped)).toEqual([before.name]);
  });

  test('lose what the full object leaves out', async () => {
    const { zpa } = await openZpa();
    const { userNotification: _text, ...body } = (await zpa('GET', PRA_PORTAL)).json;
    await zpa('PUT', PRA_PORTAL, { body });
    expect((await zpa('GET', PRA_PORTAL)).json).not.toHaveProperty('userNotification');
  });

  test.each<[string, string, Json, Json]>([
    ['no certificate', PRA_PORTAL, { certificateId: undefined }, { params: ['certificateId'] }],
    ['no domain', PRA_PORTAL, { domain: undefined }, { params: ['domain'] }],
    ['no word on enabled', PRA_PORTAL, { enabled: undefined }, { params: ['enabled'] }],
    [
      'no word on the notification',
      PRA_PORTAL,
      { userNotificationEnabled: undefined },
      { params: ['userNotificationEnabled'] },
    ],
    ['an unknown certificate', PRA_PORTAL, { certificateId: '42' }, { id: 'resource.not.found' }],
    ['a certificate beside Zscaler’s', PRA_PORTAL, { extLabel: 'x' }, { params: ['certificateId'] }],
    ['no certificate', USER_PORTAL, { certificateId: undefined }, { params: ['certificateId'] }],
    ['no word on its manager', USER_PORTAL, { managedByZs: undefined }, { params: ['managedByZs'] }],
    ['a certificate', MANAGED_PORTAL, { certificateId: IDS.serving }, { params: ['certificateId'] }],
  ])('refuse %s: %s', async (_what, path, more, json) => {
    const { zpa, readCompany } = await openZpa();
    const body = { ...(await zpa('GET', path)).json, ...more };
    const before = readCompany();
    expect(await zpa('PUT', path, { body })).toMatchObject({ status: 400, json });
    expect(readCompany()).toEqual(before);
  });

  test.each([
    `${APPLICATION}/42`,
    `${CUSTOMER}/praPortal/${REFERRERS.userPortal}`,
    `${CUSTOMER}/userPortal/42`,
  ])('%s is not there', async (path) => {
    const { zpa } = await openZpa();
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', {}],
    ] as const) {
      expect(await zpa(method, path, { body })).toMatchObject({
        status: 400,
        json: { id: 'resource.not.found' },
      });
    }
  });
});

test('a rotation: a new certificate takes over from the old one, which can then be deleted', async () => {
  const simulator = await openZpa();
  const { zpa } = simulator;
  const { certificate, key } = await makeMaterial({
    names: ['crm.simulator.example', 'start.simulator.example'],
  });
  const created = await zpa('POST', CERTIFICATE, {
    body: { name: 'crm-2', certBlob: certificate + writeKey(key) },
  });
  const certificateId = String(created.json.id);
  const old = `${CERTIFICATE}/${IDS.serving}`;

  const crm = await readForUpdate(simulator, CRM);
  await zpa('PUT', CRM, { body: { ...crm, clientlessApps: replace(crm.clientlessApps, { certificateId }) } });
  expect(await zpa('DELETE', old)).toMatchObject({
    status: 400,
    json: { params: ['Application', 'CRM, inspected'] },
  });
  const inspected = await readForUpdate(simulator, INSPECTED);
  const appsConfig = [
    {
      appTypes: ['INSPECT'],
      inspectAppId: REFERRERS.inspectedApp,
      appId: REFERRERS.inspected,
      ...https,
      certificateId,
    },
  ];
  await zpa('PUT', INSPECTED, { body: { ...inspected, commonAppsDto: { appsConfig } } });
  expect(await zpa('DELETE', old)).toMatchObject({
    status: 400,
    json: { params: ['User Portal', 'Start page'] },
  });
  await zpa('PUT', USER_PORTAL, {
    body: { ...(await readForUpdate(simulator, USER_PORTAL)), certificateId },
  });
  expect((await zpa('DELETE', old)).status).toBe(204);
  expect(
    (await zpa('PUT', `${CERTIFICATE}/${certificateId}`, { body: { name: 'crm.simulator.example' } })).status,
  ).toBe(204);
  expect(references(simulator, certificateId)).toEqual(['CRM', 'CRM, inspected', 'Start page']);
  expect((await zpa('GET', CRM)).json.clientlessApps).toMatchObject([
    { certificateName: 'crm.simulator.example' },
  ]);
});
