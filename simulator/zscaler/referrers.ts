import { ZPA_CERTIFICATES, ZPA_REFERRERS } from './estate.ts';
import type { ApplicationSeed, CustomerSeed, PortalSeed } from './seeds.ts';
import type { JsonObject } from './wire.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What refers to the company's certificates, and what might. */
export function makeReferrers(
  now: number,
): Pick<CustomerSeed, 'applications' | 'praPortals' | 'userPortals'> {
  return {
    applications: makeApplications(now),
    praPortals: [
      makePortal(now, ZPA_REFERRERS.praPortal, {
        name: 'Server room',
        domain: 'pra01.simulator.example',
        enabled: true,
        certificateId: ZPA_CERTIFICATES.portal,
        userNotificationEnabled: true,
        userNotification: 'Sessions are recorded',
      }),
    ],
    userPortals: [
      makePortal(now, ZPA_REFERRERS.userPortal, {
        name: 'Start page',
        domain: 'start.simulator.example',
        enabled: true,
        managedByZs: false,
        certificateId: ZPA_CERTIFICATES.serving,
        userNotificationEnabled: false,
      }),
      makePortal(now, ZPA_REFERRERS.managedUserPortal, {
        name: 'Guests',
        enabled: true,
        managedByZs: true,
        extLabel: 'guests',
        extDomain: 'simulator.example',
        userNotificationEnabled: false,
      }),
    ],
  };
}

function makeApplications(now: number): ApplicationSeed[] {
  const make = (
    id: string,
    { name, domain, app }: { name: string; domain: string; app: ApplicationSeed['apps'][number] },
  ): ApplicationSeed => ({
    id,
    settings: {
      name,
      description: `${name} of the company`,
      domainNames: [domain],
      enabled: true,
      segmentGroupId: '314159000000000601',
      segmentGroupName: 'Company',
      serverGroups: [{ id: '314159000000000602' }],
      bypassType: 'NEVER',
      healthReporting: 'ON_ACCESS',
      icmpAccessType: 'NONE',
      isCnameEnabled: true,
      doubleEncrypt: false,
      weightedLoadBalancing: false,
    },
    tcpPorts: [String(app.fields.applicationPort), String(app.fields.applicationPort)],
    apps: [{ ...app, fields: { name: domain, domain, enabled: true, ...app.fields } }],
    createdAt: now - 300 * DAY,
  });
  const https = { applicationPort: '443', applicationProtocol: 'HTTPS', trustUntrustedCert: false };
  return [
    make(ZPA_REFERRERS.crm, {
      name: 'CRM',
      domain: 'crm.simulator.example',
      app: {
        id: ZPA_REFERRERS.crmApp,
        type: 'BROWSER_ACCESS',
        fields: { ...https, allowOptions: true, hidden: false, certificateId: ZPA_CERTIFICATES.serving },
      },
    }),
    make(ZPA_REFERRERS.inspected, {
      name: 'CRM, inspected',
      domain: 'crm.simulator.example',
      app: {
        id: ZPA_REFERRERS.inspectedApp,
        type: 'INSPECT',
        fields: { ...https, certificateId: ZPA_CERTIFICATES.serving },
      },
    }),
    make(ZPA_REFERRERS.servers, {
      name: 'Servers',
      domain: 'host1.simulator.example',
      app: {
        id: ZPA_REFERRERS.serversApp,
        type: 'SECURE_REMOTE_ACCESS',
        fields: { applicationPort: '22', applicationProtocol: 'SSH' },
      },
    }),
  ];
}

function makePortal(now: number, id: string, fields: JsonObject): PortalSeed {
  return { id, fields, createdAt: now - 300 * DAY };
}
