import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 4134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ HELP),
  y: () => (/* binding */ readCommandLine)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./build/simulator/endpoints.js + 2 modules
var endpoints = __nccwpck_require__(6908);
// EXTERNAL MODULE: ./build/simulator/estate.js + 5 modules
var estate = __nccwpck_require__(3690);
// EXTERNAL MODULE: ./build/simulator/faults.js + 18 modules
var faults = __nccwpck_require__(4488);
;// CONCATENATED MODULE: ./build/simulator/command-line.js




const HELP = `Simulates the certificate APIs on a loopback port, with a small company's estate.

Usage: npm run --silent simulator -- [options]

  --port N           listen on this port; 0, the default, takes any free one
  --estate NAME      ${estate/* ESTATE_NAMES */._h.join(' or ')}; the first is the default
  --settle DURATION  how long a state change takes: 500ms, 2s; 1500ms is the default
  --fault JSON       plan a fault; may be given several times
  --unkind[=SEED]    random troubles, the same again for the same seed
  --help             this text

The first line on standard output is one JSON object: {"url": …, "env": {…}}.
Endpoints for faults: ${endpoints/* ENDPOINTS */.H.join(', ')}, or * for any.
Example: --fault '{"endpoint":"gateway.create","kind":"lost-answer"}'
`;
/**
 * Reads the command line.
 * @param drawSeed gives the seed for an --unkind without one
 * @throws {Error} names the option, and what it may be
 */
function readCommandLine(args, drawSeed) {
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({
        // parseArgs has no optional values: a bare --unkind becomes an empty one.
        args: args.map((argument) => (argument === '--unkind' ? '--unkind=' : argument)),
        options: {
            port: { type: 'string', default: '0' },
            estate: { type: 'string', default: estate/* ESTATE_NAMES */._h[0] },
            settle: { type: 'string' },
            fault: { type: 'string', multiple: true, default: [] },
            unkind: { type: 'string' },
            help: { type: 'boolean', default: false },
        },
    });
    if (values.help)
        return { kind: 'help' };
    const { unkind, settle } = values;
    return {
        kind: 'start',
        options: {
            port: readInteger('--port', values.port, 65_535),
            estate: readEstate(values.estate),
            faults: values.fault.map(readFault),
            ...(settle === undefined ? {} : { settleMilliseconds: readDuration('--settle', settle) }),
            ...(unkind === undefined
                ? {}
                : { unkind: unkind === '' ? drawSeed() : readInteger('--unkind', unkind, 2 ** 32 - 1) }),
        },
    };
}
function readInteger(option, value, largest) {
    const number = Number(value);
    if (/^\d+$/.test(value) && number <= largest)
        return number;
    throw new Error(`${option} must be a whole number from 0 to ${largest}, not '${value}'`);
}
function readDuration(option, value) {
    const match = /^(\d+)(ms|s|m)?$/.exec(value);
    if (match === null)
        throw new Error(`${option} must be a duration such as 500ms, 2s or 1m, not '${value}'`);
    return Number(match[1]) * { ms: 1, s: 1000, m: 60_000 }[(match[2] ?? 'ms')];
}
function readEstate(value) {
    const name = estate/* ESTATE_NAMES */._h.find((candidate) => candidate === value);
    if (name !== undefined)
        return name;
    throw new Error(`--estate must be ${estate/* ESTATE_NAMES */._h.join(' or ')}, not '${value}'`);
}
function readFault(value) {
    let json;
    try {
        json = JSON.parse(value);
    }
    catch (cause) {
        throw new Error(`--fault must be JSON, not '${value}'`, { cause });
    }
    return (0,faults/* parseFault */.G)(json);
}


/***/ }),

/***/ 313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ STOP_TOKEN_VARIABLE),
/* harmony export */   c: () => (/* binding */ CONTROL_PATH)
/* harmony export */ });
const CONTROL_PATH = '/__simulator/';
/** Environment variable that gives the simulator as a process its token to be stopped by. */
const STOP_TOKEN_VARIABLE = 'CERTOPS_SIMULATOR_STOP_TOKEN';


/***/ }),

/***/ 6908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ ENDPOINTS)
});

;// CONCATENATED MODULE: ./build/simulator/cloudflare/endpoints.js
/** The endpoints of a zone. */
const CLIENT_ENDPOINTS = [
    'client.list',
    'client.create',
    'client.get',
    'client.reactivate',
    'client.revoke',
    'client.associations.get',
    'client.associations.put',
];
/** The simulated endpoints of Cloudflare, named by resource and verb. */
const CLOUDFLARE_ENDPOINTS = [
    'gateway.list',
    'gateway.create',
    'gateway.get',
    'gateway.delete',
    'gateway.activate',
    'gateway.deactivate',
    'gateway.configuration.get',
    'gateway.configuration.patch',
    'gateway.configuration.put',
    ...CLIENT_ENDPOINTS,
    'token.verify',
];

;// CONCATENATED MODULE: ./build/simulator/zscaler/endpoints.js
/** The simulated endpoints of ZPA's management API, named by resource and verb. */
const API_ENDPOINTS = [
    'zpa.certificates.list',
    'zpa.certificates.create',
    'zpa.certificates.get',
    'zpa.certificates.update',
    'zpa.certificates.delete',
    'zpa.clientless.get',
    'zpa.issued.list',
    'zpa.clientlessIssued.list',
    'zpa.applications.byType',
    'zpa.applications.get',
    'zpa.applications.update',
    'zpa.praPortals.list',
    'zpa.praPortals.get',
    'zpa.praPortals.update',
    'zpa.userPortals.list',
    'zpa.userPortals.get',
    'zpa.userPortals.update',
];
/** All simulated endpoints of Zscaler, those of the sign-in included. */
const ZSCALER_ENDPOINTS = [...API_ENDPOINTS, 'zpa.signin', 'zpa.signout', 'oneapi.token'];

;// CONCATENATED MODULE: ./build/simulator/endpoints.js


/** Every endpoint for which a fault can be planned. */
const ENDPOINTS = [...CLOUDFLARE_ENDPOINTS, ...ZSCALER_ENDPOINTS];


/***/ }),

/***/ 3690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ ESTATE_NAMES),
  J5: () => (/* binding */ makeEstate)
});

// UNUSED EXPORTS: ACCOUNTS, GATEWAY_CERTIFICATES, GLOBAL_KEY, TOKENS

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-estate.js
/** The company's zones, both of its one account. */
const ZONES = {
    company: 'c0ffee00c0ffee00c0ffee00c0ffeea1',
    /** Has no certificates, and the quota of a small plan. */
    second: 'c0ffee00c0ffee00c0ffee00c0ffeea2',
};
/** The id of the company's nth client certificate, counted from 1; its common name ends with the same number. */
const makeClientId = (number) => `c11e47000000000000000000${String(number).padStart(8, '0')}`;
/** Some of the company's client certificates: each the only one of its common name. */
const CLIENT_CERTIFICATES = {
    /** Active; expired a day and a half ago. */
    expired: makeClientId(1),
    /** Active; expires in 2 days. */
    thisWeek: makeClientId(7),
    /** Active; expires in 8 days. */
    thisMonth: makeClientId(12),
    /** Active; expires in 31 days. */
    thisQuarter: makeClientId(21),
    /** Active, valid for years more. */
    spare: makeClientId(150),
    pendingReactivation: makeClientId(181),
    pendingRevocation: makeClientId(183),
    /** Revoked, although valid for years more. */
    revoked: makeClientId(186),
};
const SECOND_QUOTA = 100;
const COMPANY_QUOTA = 1000;
const DAY = 24 * 60 * 60 * 1000;
const COMPANY_SUBJECT = {
    commonName: '',
    organization: 'Example Works Ltd',
    organizationalUnit: 'Devices',
    location: 'Leeds',
    state: 'West Yorkshire',
    country: 'GB',
};
/** Of certificates whose key the vendor's dashboard made. */
const DASHBOARD_SUBJECT = {
    commonName: 'Cloudflare',
    organization: '',
    organizationalUnit: '',
    location: '',
    state: '',
    country: 'US',
};
/** The company's zone: 240 certificates in every status, 180 of them active. */
function makeCompanyZone(accountId, now) {
    const rows = [
        ...fill(6, (index) => ({ daysLeft: -2 - 7 * index })),
        ...fill(5, (index) => ({ daysLeft: 2 + index })),
        ...fill(9, (index) => ({ daysLeft: 8 + 2 * index })),
        ...fill(20, (index) => ({ daysLeft: 31 + 3 * index })),
        ...fill(138, (index) => ({ daysLeft: 120 + 24 * index })),
        ...fill(2, (index) => ({ daysLeft: 3000 + index, subject: DASHBOARD_SUBJECT })),
        ...fill(2, (index) => ({ daysLeft: 700 + index, status: 'pending_reactivation' })),
        ...fill(3, (index) => ({ daysLeft: 800 + index, status: 'pending_revocation' })),
        ...fill(3, (index) => ({ daysLeft: 900 + index, status: 'revoked' })),
        ...fill(2, (index) => ({ daysLeft: -10 - index, status: 'revoked' })),
        // Under the common names of active ones, each issued 12 days before its successor.
        ...fill(50, (index) => ({
            daysLeft: 120 + 24 * index - 12,
            status: 'revoked',
            device: 41 + index,
        })),
    ];
    return {
        id: ZONES.company,
        accountId,
        quota: COMPANY_QUOTA,
        certificates: rows.map((row, index) => makeCertificate(row, index + 1, now)),
        hostnames: ['api.company.example', 'devices.company.example'],
    };
}
/** A zone with so many certificates: one in ten revoked, the others active; about one in two hundred has expired. */
function makeLargeZone(accountId, now, count) {
    const rows = fill(count, (index) => ({
        status: index % 10 === 9 ? 'revoked' : 'active',
        daysLeft: ((index * 7919) % 3600) - 18,
    }));
    return {
        ...makeEmptyZone(ZONES.company, accountId),
        quota: 2 * count,
        certificates: rows.map((row, index) => makeCertificate(row, index + 1, now)),
    };
}
/** A zone without certificates. */
function makeEmptyZone(id, accountId) {
    return { id, accountId, quota: SECOND_QUOTA, certificates: [], hostnames: [] };
}
/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeCertificate(row, number, now) {
    const { daysLeft, status = 'active', device = number } = row;
    const validityDays = daysLeft < 300 ? 365 : 3650;
    const commonName = `device-${String(device).padStart(3, '0')}.company.example`;
    return {
        id: makeClientId(number),
        subject: row.subject ?? { ...COMPANY_SUBJECT, commonName },
        status,
        issuedOn: now + (daysLeft + 0.5 - validityDays) * DAY,
        validityDays,
    };
}
function fill(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/estate.js
const ZPA_CUSTOMERS = {
    company: '216000000000000001',
    /** Has no certificates. */
    second: '216000000000000002',
};
const ZPA_MICROTENANTS = { default: '0', branch: '314159000000000201' };
/** The company's ZPA certificates. */
const ZPA_CERTIFICATES = {
    /** The valid one, uploaded with its chain; expires in 20 days. Serves the CRM, its inspection and a user portal. */
    serving: '314159000000000101',
    /** Expired 150 days ago, and yet serves a PRA portal. */
    portal: '314159000000000102',
    /** Expired 150 days ago; has no alternative names. */
    wiki: '314159000000000103',
    /** Expired 12 days ago. */
    wildcard: '314159000000000104',
    /** A signing request without a certificate. */
    pending: '314159000000000105',
    /** An old record: its name is escaped, its dates are milliseconds; expires in 60 days. */
    escaped: '314159000000000106',
    /** Zscaler's own, read-only, with a short id; expires in 400 days. */
    managed: '6573',
    /** In the microtenant of the branch; expires in 190 days. */
    branch: '314159000000000107',
};
/** What refers to the company's certificates, and what might. */
const ZPA_REFERRERS = {
    /** Application with a Browser Access app. */
    crm: '314159000000000301',
    crmApp: '314159000000000311',
    /** Application with an inspected app. */
    inspected: '314159000000000302',
    inspectedApp: '314159000000000312',
    /** Application with an app for privileged remote access, which has no certificate. */
    servers: '314159000000000303',
    serversApp: '314159000000000313',
    praPortal: '314159000000000401',
    userPortal: '314159000000000501',
    /** Has Zscaler's certificate. */
    managedUserPortal: '314159000000000502',
};
/** Credentials with letters that must be encoded in a form; none has ever been valid anywhere. */
const ZPA_CLIENTS = {
    write: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjE=', secret: 'FakeSecret+Of:the#Simulator,1&x=%41' },
    readOnly: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjI=', secret: 'FakeSecret+Of:the#Simulator,2&x=%41' },
    second: { id: 'RmFrZUtleU9mVGhlU2ltdWxhdG9yOjM=', secret: 'FakeSecret+Of:the#Simulator,3&x=%41' },
};
const ONEAPI_CLIENTS = {
    write: { id: 'simulator1oneapi', secret: 'FakeOneApiSecret+Of:the#Simulator,1&x=%41' },
    readOnly: { id: 'simulator2oneapi', secret: 'FakeOneApiSecret+Of:the#Simulator,2&x=%41' },
};
const VANITY_DOMAIN = 'simulator';
/** The vendor's own environment names for what a visitor needs. */
const ZSCALER_ENV = {
    ZPA_CUSTOMER_ID: ZPA_CUSTOMERS.company,
    ZPA_CLIENT_ID: ZPA_CLIENTS.write.id,
    ZPA_CLIENT_SECRET: ZPA_CLIENTS.write.secret,
    ZSCALER_CLIENT_ID: ONEAPI_CLIENTS.write.id,
    ZSCALER_CLIENT_SECRET: ONEAPI_CLIENTS.write.secret,
    ZSCALER_VANITY_DOMAIN: VANITY_DOMAIN,
};

;// CONCATENATED MODULE: ./build/simulator/zscaler/generated.js
const generated_DAY = 24 * 60 * 60 * 1000;
const FIRST_ID = 314159000001000001n;
/** To sign one certificate takes milliseconds; an estate of 10,000 is to stand in a moment. */
const DISTINCT_LEAVES = 24;
const VALIDITY_DAYS = 200;
/** The first one expired so many days ago; the others end one after another, so far apart. */
const FIRST_DAYS_LEFT = -10;
const DAYS_APART = 8;
/** So many certificates for a large estate; they share a few PEMs, whose ends are spread over half a year. */
function generateCertificates(count, now) {
    const leaves = Array.from({ length: Math.min(count, DISTINCT_LEAVES) }, (_, index) => {
        const commonName = `generated-${index + 1}.simulator.example`;
        const notAfter = now + (FIRST_DAYS_LEFT + DAYS_APART * index + 0.5) * generated_DAY;
        return {
            commonName,
            sans: [commonName],
            notBefore: notAfter - VALIDITY_DAYS * generated_DAY,
            notAfter,
            withChain: false,
        };
    });
    return Array.from({ length: count }, (_, index) => {
        const leaf = leaves[index % leaves.length] ?? null;
        return {
            id: String(FIRST_ID + BigInt(index)),
            name: `generated-${String(index + 1).padStart(5, '0')}`,
            leaf,
            createdAt: leaf?.notBefore ?? now,
        };
    });
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/referrers.js

const referrers_DAY = 24 * 60 * 60 * 1000;
/** What refers to the company's certificates, and what might. */
function makeReferrers(now) {
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
function makeApplications(now) {
    const make = (id, { name, domain, app }) => ({
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
        createdAt: now - 300 * referrers_DAY,
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
function makePortal(now, id, fields) {
    return { id, fields, createdAt: now - 300 * referrers_DAY };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/company.js



const company_DAY = 24 * 60 * 60 * 1000;
const NOTHING = { certificates: [], applications: [], praPortals: [], userPortals: [] };
/** The company's own and the generated ones: 1,000, a tenant's limit, and ten times as many. */
const GENERATED = { company: 0, empty: 0, large: 992, huge: 9992 };
/**
 * A small company's ZPA, relative to now, or the same customer with nothing in it.
 * @param generated so many more certificates than the company's own
 */
function makeZscalerSeed(name, now, generated = GENERATED[name]) {
    const { company, second } = ZPA_CUSTOMERS;
    const microtenants = [{ id: ZPA_MICROTENANTS.branch, name: 'Branch' }];
    const things = name === 'empty' ? NOTHING : makeCompanyThings(now);
    const certificates = [...things.certificates, ...generateCertificates(generated, now)];
    return {
        customers: [
            { id: company, microtenants, ...things, certificates },
            { id: second, microtenants: [], ...NOTHING },
        ],
        legacyClients: [
            { ...ZPA_CLIENTS.write, customerId: company, mayWrite: true },
            { ...ZPA_CLIENTS.readOnly, customerId: company, mayWrite: false },
            { ...ZPA_CLIENTS.second, customerId: second, mayWrite: true },
        ],
        oneApiClients: [
            { ...ONEAPI_CLIENTS.write, publicKey: null, customerId: company, mayWrite: true },
            { ...ONEAPI_CLIENTS.readOnly, publicKey: null, customerId: company, mayWrite: false },
        ],
    };
}
function makeCompanyThings(now) {
    return {
        certificates: makeCertificates(now),
        ...makeReferrers(now),
    };
}
/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeLeaf(now, daysLeft, validityDays, names) {
    const notAfter = now + (daysLeft + 0.5) * company_DAY;
    const commonName = names[0] ?? '';
    return { commonName, sans: names, notBefore: notAfter - validityDays * company_DAY, notAfter, withChain: false };
}
function makeCertificates(now) {
    const make = (id, name, leaf, more = {}) => ({
        id,
        name,
        leaf,
        createdAt: leaf.notBefore + company_DAY,
        ...more,
    });
    const crm = makeLeaf(now, 20, 90, ['crm.simulator.example', 'start.simulator.example']);
    const wiki = makeLeaf(now, -151, 365, ['wiki.simulator.example']);
    return [
        make(ZPA_CERTIFICATES.managed, 'Zscaler Managed', makeLeaf(now, 400, 730, ['*.managed.example']), {
            readOnly: true,
            zscalerManaged: true,
        }),
        make(ZPA_CERTIFICATES.escaped, 'Wild%20Card%20Cert', makeLeaf(now, 60, 365, ['*.legacy.simulator.example']), { description: '&#x2a;&#x2e;legacy', oldForm: true }),
        make(ZPA_CERTIFICATES.wiki, 'Wiki cert', { ...wiki, sans: [] }),
        // The name says nothing of what a certificate is for.
        make(ZPA_CERTIFICATES.portal, 'pra01.simulator.example', makeLeaf(now, -151, 365, ['qa.simulator.example']), { description: 'Server room' }),
        make(ZPA_CERTIFICATES.wildcard, '*.simulator.example', makeLeaf(now, -13, 200, ['*.simulator.example'])),
        make(ZPA_CERTIFICATES.serving, 'crm.simulator.example', { ...crm, withChain: true }, { description: 'CRM and start page', modifiedAt: now - 60 * company_DAY }),
        make(ZPA_CERTIFICATES.branch, 'branch', makeLeaf(now, 190, 200, ['branch.simulator.example']), {
            microtenantId: ZPA_MICROTENANTS.branch,
        }),
        {
            id: ZPA_CERTIFICATES.pending,
            name: 'CN=new.simulator.example,O=Example Works',
            leaf: null,
            createdAt: now - 2 * company_DAY,
        },
    ];
}

;// CONCATENATED MODULE: ./build/simulator/estate.js



const ESTATE_NAMES = ['company', 'empty', 'large', 'huge'];
const ACCOUNTS = {
    company: 'c0ffee00c0ffee00c0ffee00c0ffee01',
    /** Has no certificates. */
    second: 'c0ffee00c0ffee00c0ffee00c0ffee02',
};
/** The company's Gateway certificates. */
const GATEWAY_CERTIFICATES = {
    /** In use; expires in 20 days. */
    inUse: '5e1f5160-0001-4ed0-8000-000000000001',
    /** Available, valid for almost five years more. */
    spare: '5e1f5160-0002-4ed0-8000-000000000002',
    /** Available; expires in 90 days. */
    quarter: '5e1f5160-0003-4ed0-8000-000000000003',
    /** Brought by the company itself; available. */
    custom: '5e1f5160-0004-4ed0-8000-000000000004',
    /** Inactive, valid for almost ten years more. */
    shelved: '5e1f5160-0005-4ed0-8000-000000000005',
    /** Inactive; expired 40 days ago. */
    expired: '5e1f5160-0006-4ed0-8000-000000000006',
};
/** Values of the seeded tokens, in the vendor's formats; none has ever been valid anywhere. */
const TOKENS = {
    /** Zero Trust Write in the company's account, SSL and Certificates Write in both of its zones. */
    write: 'cfut_FakeTokenOfTheSimulatorWrite000000000001',
    /** Zero Trust Read in the company's account, SSL and Certificates Read in both of its zones. */
    readOnly: 'cfut_FakeTokenOfTheSimulatorReadOnly000000002',
    /** As `write`, but expired a day ago. */
    expired: 'cfut_FakeTokenOfTheSimulatorExpired0000000003',
    /** As `write`, but switched off. */
    disabled: 'cfut_FakeTokenOfTheSimulatorDisabled000000004',
    /** Owned by the company's account, with the rights of `write`. */
    accountOwned: 'cfat_FakeTokenOfTheSimulatorAccount0000000005',
    /** Zero Trust Write in the second account only. */
    secondAccount: 'cfut_FakeTokenOfTheSimulatorSecond00000000006',
    /** Valid, without any permission. */
    powerless: 'cfut_FakeTokenOfTheSimulatorPowerless00000007',
    /** SSL and Certificates Write in the second zone, and nothing else. */
    secondZone: 'cfut_FakeTokenOfTheSimulatorSecondZone00000008',
};
const GLOBAL_KEY = {
    email: 'admin@simulator.example',
    key: 'facade00facade00facade00facade00fa7e5',
};
const estate_DAY = 24 * 60 * 60 * 1000;
/** A small company's estate, relative to now. */
function makeEstate(name, now) {
    const company = name !== 'empty'
        ? {
            id: ACCOUNTS.company,
            certificates: makeCompanyCertificates(now),
            settings: {
                activity_log: { enabled: true },
                certificate: { id: GATEWAY_CERTIFICATES.inUse },
                tls_decrypt: { enabled: true },
            },
        }
        : { id: ACCOUNTS.company, certificates: [], settings: {} };
    return {
        cloudflare: {
            accounts: [company, { id: ACCOUNTS.second, certificates: [], settings: {} }],
            zones: [makeZone(name, now), makeEmptyZone(ZONES.second, ACCOUNTS.company)],
            tokens: makeTokens(now),
            globalKey: GLOBAL_KEY,
        },
        zscaler: makeZscalerSeed(name, now),
        env: {
            CLOUDFLARE_API_TOKEN: TOKENS.write,
            CLOUDFLARE_ACCOUNT_ID: ACCOUNTS.company,
            CLOUDFLARE_ZONE_ID: ZONES.company,
            ...ZSCALER_ENV,
        },
    };
}
function makeZone(name, now) {
    switch (name) {
        case 'company':
            return makeCompanyZone(ACCOUNTS.company, now);
        case 'empty':
            return makeEmptyZone(ZONES.company, ACCOUNTS.company);
        case 'large':
            return makeLargeZone(ACCOUNTS.company, now, 10_000);
        case 'huge':
            return makeLargeZone(ACCOUNTS.company, now, 100_000);
    }
}
/** Half a day more than the round number, so that the estate stays as described for a while. */
function makeCompanyCertificates(now) {
    const make = (id, status, daysLeft, validityDays) => ({
        id,
        type: 'gateway_managed',
        status,
        createdAt: now + (daysLeft + 0.5 - validityDays) * estate_DAY,
        expiresOn: now + (daysLeft + 0.5) * estate_DAY,
    });
    return [
        make(GATEWAY_CERTIFICATES.inUse, 'available', 20, 1825),
        make(GATEWAY_CERTIFICATES.expired, 'inactive', -41, 365),
        make(GATEWAY_CERTIFICATES.quarter, 'available', 90, 365),
        {
            ...make(GATEWAY_CERTIFICATES.custom, 'available', 400, 730),
            type: 'custom',
            organization: 'Example Works Ltd',
        },
        make(GATEWAY_CERTIFICATES.shelved, 'inactive', 3550, 3650),
        make(GATEWAY_CERTIFICATES.spare, 'available', 1815, 1825),
    ];
}
function makeTokens(now) {
    const make = (name, more = {}) => ({
        // The number that the token ends with.
        id: `70ce0000000000000000000000000${TOKENS[name].slice(-3)}`,
        value: TOKENS[name],
        ownedByAccount: null,
        accounts: [ACCOUNTS.company],
        zeroTrust: 'write',
        zones: [ZONES.company, ZONES.second],
        sslAndCertificates: 'write',
        status: 'active',
        notBefore: null,
        expiresOn: null,
        ...more,
    });
    return [
        make('write', { notBefore: now - 30 * estate_DAY, expiresOn: now + 60 * estate_DAY }),
        make('readOnly', { zeroTrust: 'read', sslAndCertificates: 'read' }),
        make('expired', { notBefore: now - 90 * estate_DAY, expiresOn: now - estate_DAY }),
        make('disabled', { status: 'disabled' }),
        make('accountOwned', { ownedByAccount: ACCOUNTS.company }),
        make('secondAccount', { accounts: [ACCOUNTS.second], zones: [] }),
        make('powerless', { zeroTrust: 'none', sslAndCertificates: 'none' }),
        make('secondZone', { zeroTrust: 'none', zones: [ZONES.second] }),
    ];
}


/***/ }),

/***/ 4488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ createFaultBook),
  G: () => (/* binding */ parseFault)
});

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/util.js

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function util_assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            util_assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        util_assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function util_isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const util_allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (globalConfig.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (util_isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (util_isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function util_issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/core.js
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                members(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = rawShape(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def — skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/regexes.js

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function regexes_anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ regexes_anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/checks.js
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !nullish(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : floatSafeRemainder(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
        if (length <= def.maximum)
            return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? codePointLength(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? codePointLength(input)
            : units;
        if (length === def.length)
            return;
        const origin = getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = lowercase);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = uppercase);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = escapeRegex(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(...prefixIssues(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ $constructor("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    hide(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = aborted(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (explicitlyAborted(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new $ZodAsyncError();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        attachSchema(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = aborted(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    attachSchema(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = aborted(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (aborted(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new $ZodAsyncError();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new $ZodAsyncError();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return hide(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        own(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? anyString;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    $ZodCheckStringFormat.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = guid);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = uuid(v));
    }
    else
        def.pattern ?? (def.pattern = uuid());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = email);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = emoji());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? nanoid : nanoidOfLength(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = cuid);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = cuid2);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = ulid);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = xid);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = ksuid);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = datetime(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = date);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = time(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = duration);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = ipv4);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = ipv6);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = cidrv4);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = cidrv6); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = e164);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = number;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
    $ZodCheckNumberFormat.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes_boolean;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ $constructor("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = bigint;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ $constructor("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = sizeCaps(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    attachSchema(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...prefixIssues(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && aborted(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = optionalKeys(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (aborted(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = cached(() => normalizeDef(def));
    defineLazyInternal(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    util_assignProp(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = util_isObject;
    const catchall = def.catchall;
    let value;
    const memo = globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = cached(() => normalizeDef(def));
    const memo = globalConfig.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = util_isObject;
    const jit = !globalConfig.jitless;
    const allowsEval = util_allowsEval;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !aborted(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    defineLazyInternal(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    util_assignProp(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util_isObject(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (isPlainObject(a) && isPlainObject(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (aborted(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ $constructor("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = aborted(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (aborted(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...prefixIssues(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...prefixIssues(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!isPlainObject(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...prefixIssues(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...prefixIssues(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = getEnumValues(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    defineLazyInternal(inst, "pattern", (zod) => {
        const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    defineLazyInternal(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    globalConfig.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new $ZodEncodeError(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new $ZodAsyncError();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    defineLazyInternal(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : undefined;
    });
    defineLazyInternal(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
    $ZodCheck.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(util_issue(_iss));
    }
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/registries.js
var registries_a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(registries_a = globalThis).__zod_globalRegistry ?? (registries_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/api.js




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ...normalizeParams(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new $ZodCheckLessThan({
        check: "less_than",
        ...normalizeParams(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new $ZodCheckLessThan({
        check: "less_than",
        ...normalizeParams(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...normalizeParams(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...normalizeParams(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new $ZodCheckMultipleOf({
        check: "multiple_of",
        ...normalizeParams(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new $ZodCheckMaxLength({
        check: "max_length",
        ...normalizeParams(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new $ZodCheckMinLength({
        check: "min_length",
        ...normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new $ZodCheckLengthEquals({
        check: "length_equals",
        ...normalizeParams(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new $ZodCheckRegex({
        check: "string_format",
        format: "regex",
        ...normalizeParams(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new $ZodCheckLowerCase({
        check: "string_format",
        format: "lowercase",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new $ZodCheckUpperCase({
        check: "string_format",
        format: "uppercase",
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new $ZodCheckIncludes({
        check: "string_format",
        format: "includes",
        ...normalizeParams(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new $ZodCheckStartsWith({
        check: "string_format",
        format: "starts_with",
        ...normalizeParams(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new $ZodCheckEndsWith({
        check: "string_format",
        format: "ends_with",
        ...normalizeParams(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new $ZodCheckProperties({
        check: "properties",
        shape,
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new $ZodCheckOverwrite({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ...normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...normalizeParams(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(util_issue(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(util_issue(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new $ZodCheck({
        check: "custom",
        ...normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new $ZodCheck({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new $ZodCheck({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/to-json-schema.js


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                util_assignProp(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function to_json_schema_initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? globalRegistry,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function to_json_schema_processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            to_json_schema_processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function to_json_schema_extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would — this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one — nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
 * an annotation like `description` — makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            util_assignProp(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it — so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function to_json_schema_finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection — through `z.lazy`, or any `ref` chain — holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs — it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                util_assignProp(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = to_json_schema_initializeContext({ ...params, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = to_json_schema_initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/json-schema-processors.js




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(NUMBER_FORMAT_RANGES),
    bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [base64Charset, base64],
    [base64urlCharset, base64url],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = getEnumValues(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = to_json_schema_processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        util_assignProp(json.properties, key, to_json_schema_processSchema(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = to_json_schema_processSchema(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = to_json_schema_processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = to_json_schema_processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? to_json_schema_processSchema(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
 * accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition — the string form a key position needs is not the number form every other reference wants — so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? number : integer).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            util_assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = to_json_schema_processSchema(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = initializeContext({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            processSchema(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            extractDefs(ctx, schema);
            assignProp(schemas, key, finalize(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = initializeContext({ ...params, processors: allProcessors });
    processSchema(input, ctx);
    extractDefs(ctx, input);
    return finalize(ctx, input);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = parsedType(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
                return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = $constructor("$ZodError", initializer);
const $ZodRealError = $constructor("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new $ZodAsyncError();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
            captureStackTrace(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
            captureStackTrace(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new $ZodAsyncError();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new $ZodAsyncError();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const errors_initializer = (inst, issues) => {
    $ZodError.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", errors_initializer)));
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", errors_initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/parse.js


const classic_parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const classic_parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out — see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!globalConfig.localeError)
        config(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!globalConfig.memoizer)
        config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(mergeDefs(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return clone(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(_overwrite(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return schemas_default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return schemas_catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        globalRegistry.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return globalRegistry.get(this);
        const cl = this.clone();
        globalRegistry.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return hide(this, "~standard", {
            ...standardProps(this),
            jsonSchema: {
                input: createStandardJSONSchemaMethod(this, "input"),
                output: createStandardJSONSchemaMethod(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        own(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return classic_parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await classic_parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        own(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return parse_validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return globalRegistry.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(_regex(...args));
    },
    includes(...args) {
        return this.check(_includes(...args));
    },
    startsWith(...args) {
        return this.check(_startsWith(...args));
    },
    endsWith(...args) {
        return this.check(_endsWith(...args));
    },
    min(...args) {
        return this.check(_minLength(...args));
    },
    max(...args) {
        return this.check(_maxLength(...args));
    },
    length(...args) {
        return this.check(_length(...args));
    },
    nonempty(...args) {
        return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
        return this.check(_lowercase(params));
    },
    uppercase(params) {
        return this.check(_uppercase(params));
    },
    trim() {
        return this.check(_trim());
    },
    normalize(...args) {
        return this.check(_normalize(...args));
    },
    toLowerCase() {
        return this.check(_toLowerCase());
    },
    toUpperCase() {
        return this.check(_toUpperCase());
    },
    slugify() {
        return this.check(_slugify());
    },
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(_email(ZodEmail, params));
    },
    url(params) {
        return this.check(_url(ZodURL, params));
    },
    jwt(params) {
        return this.check(_jwt(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api_emoji(ZodEmoji, params));
    },
    guid(params) {
        return this.check(_guid(ZodGUID, params));
    },
    uuid(params) {
        return this.check(_uuid(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(_uuidv4(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(_uuidv6(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(_uuidv7(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(_nanoid(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(_cuid(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(_cuid2(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(_ulid(ZodULID, params));
    },
    base64(params) {
        return this.check(_base64(ZodBase64, params));
    },
    base64url(params) {
        return this.check(_base64url(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(_xid(ZodXID, params));
    },
    ksuid(params) {
        return this.check(_ksuid(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(_ipv4(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(_ipv6(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(_cidrv4(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(_cidrv6(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(_e164(ZodE164, params));
    },
    datetime(params) {
        return this.check(_isoDateTime(ZodISODateTime, params));
    },
    date(params) {
        return this.check(_isoDate(ZodISODate, params));
    },
    time(params) {
        return this.check(_isoTime(ZodISOTime, params));
    },
    duration(params) {
        return this.check(_isoDuration(ZodISODuration, params));
    },
});
function schemas_string(params) {
    return _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
    $ZodISODateTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
    $ZodISODate.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
    $ZodISOTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
    $ZodISODuration.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmail.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodGUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodUUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodURL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return core._url(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmoji.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodNanoID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function schemas_cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID2.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodULID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodXID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodKSUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
    $ZodCIDRv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
    $ZodCIDRv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64URL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodE164.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodJWT.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function schemas_hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function schemas_hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function schemas_currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ derived({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = aggregateChecks(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = aggregateChecks(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = aggregateChecks(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(_gt(value, params));
    },
    gte(value, params) {
        return this.check(_gte(value, params));
    },
    min(value, params) {
        return this.check(_gte(value, params));
    },
    lt(value, params) {
        return this.check(_lt(value, params));
    },
    lte(value, params) {
        return this.check(_lte(value, params));
    },
    max(value, params) {
        return this.check(_lte(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(_gt(0, params));
    },
    nonnegative(params) {
        return this.check(_gte(0, params));
    },
    negative(params) {
        return this.check(_lt(0, params));
    },
    nonpositive(params) {
        return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
        return this.check(_multipleOf(value, params));
    },
    step(value, params) {
        return this.check(_multipleOf(value, params));
    },
    finite() {
        return this;
    },
}));
function schemas_number(params) {
    return _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return _int(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return _boolean(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ $constructor("ZodBigInt", (inst, def) => {
    $ZodBigInt.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => bigintProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ derived({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(_gte(value, params));
    },
    min(value, params) {
        return this.check(_gte(value, params));
    },
    gt(value, params) {
        return this.check(_gt(value, params));
    },
    lt(value, params) {
        return this.check(_lt(value, params));
    },
    lte(value, params) {
        return this.check(_lte(value, params));
    },
    max(value, params) {
        return this.check(_lte(value, params));
    },
    positive(params) {
        return this.check(_gt(BigInt(0), params));
    },
    negative(params) {
        return this.check(_lt(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(_lte(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(_gte(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(_multipleOf(value, params));
    },
}));
function schemas_bigint(params) {
    return core._bigint(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function schemas_undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nullProcessor(inst, ctx, json, params);
})));
function schemas_null(params) {
    return core._null(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
    $ZodUnknown.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
    return _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
    return _never(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function schemas_void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ $constructor("ZodDate", (inst, def) => {
    $ZodDate.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => dateProcessor(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(_gte(value, params));
    inst.max = (value, params) => inst.check(_lte(value, params));
}, 
/*@__PURE__*/ derived({
    minDate: (inst) => {
        const { minimum } = aggregateChecks(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = aggregateChecks(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function schemas_date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodArray.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(_minLength(n, params));
    },
    nonempty(params) {
        return this.check(_minLength(1, params));
    },
    max(n, params) {
        return this.check(_maxLength(n, params));
    },
    length(n, params) {
        return this.check(_length(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return _array(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return schemas_enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodObjectJIT.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
    installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return schemas_enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(mergeDefs(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(mergeDefs(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return extend(this, incoming);
    },
    safeExtend(incoming) {
        return safeExtend(this, incoming);
    },
    merge(other) {
        return merge(this, other);
    },
    pick(mask) {
        return pick(this, mask);
    },
    omit(mask) {
        return omit(this, mask);
    },
    partial(...args) {
        return partial(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return partial(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return required(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...util.normalizeParams(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...normalizeParams(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...util.normalizeParams(params),
    });
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
    $ZodUnion.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...normalizeParams(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...normalizeParams(params),
    });
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
    $ZodIntersection.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ $constructor("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTuple.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodRecord.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: schemas_string(),
            valueType: keyType,
            ...normalizeParams(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...normalizeParams(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...normalizeParams(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...normalizeParams(params),
            entries: newEntries,
        });
    };
});
function schemas_enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...normalizeParams(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...normalizeParams(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTransform.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new $ZodEncodeError(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(util_issue(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(util_issue(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
    $ZodExactOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function schemas_nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
    $ZodDefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function schemas_default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
    $ZodPrefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
    $ZodNonOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...normalizeParams(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
    $ZodCatch.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function schemas_catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : constantCatch(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
    $ZodPipe.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodPreprocess.init(inst, def);
})));
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
    $ZodReadonly.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
})));
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
    $ZodCustom.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return core._custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return _refine(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return _superRefine(fn, params);
}
// Re-export describe and meta from core
const schemas_describe = describe;
const schemas_meta = meta;
const ZodInstanceOf = /*@__PURE__*/ $constructor("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(_properties(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([schemas_string(params), schemas_number(), schemas_boolean(), schemas_null(), array(jsonSchema), record(schemas_string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}

// EXTERNAL MODULE: ./build/simulator/endpoints.js + 2 modules
var endpoints = __nccwpck_require__(6908);
;// CONCATENATED MODULE: ./build/simulator/faults.js


const retryAfter = discriminatedUnion('form', [
    strictObject({ form: schemas_enum(['seconds', 'unit', 'date']), seconds: schemas_number().nonnegative() }),
    strictObject({ form: literal('text'), text: schemas_string() }),
    strictObject({ form: literal('none') }),
]);
/** Which calls a fault meets. */
const when = {
    /** An endpoint's name, or `*` for any endpoint. */
    endpoint: schemas_enum([...endpoints/* ENDPOINTS */.H, '*']),
    /** Only calls whose query says all of this, such as the page 2; they alone are counted. */
    query: record(schemas_string(), schemas_string()).optional(),
    /** The first call that it meets, counted from 1 since it was planned (default 1), or `every` call. */
    call: union([schemas_int().positive(), literal('every')]).optional(),
    /** How many calls it meets at most; 1 by default, without limit for `every`. */
    times: schemas_int().positive().optional(),
};
/** The vendor's own code: a number for Cloudflare, a word for Zscaler. */
const errorCode = union([schemas_int(), schemas_string()]).optional();
/** Whether the request is carried out although its answer is spoilt. */
const acted = schemas_boolean().optional();
const faultPlan = discriminatedUnion('kind', [
    /** The connection is reset before the body of the request is read. Never acts. */
    strictObject({ ...when, kind: literal('reset-before') }),
    /** Acts, then the connection is reset in place of an answer. */
    strictObject({ ...when, kind: literal('lost-answer') }),
    /** Headers and half of the body, then the end of the connection. Acts by default. */
    strictObject({ ...when, kind: literal('cut-body'), acted }),
    /** No answer, ever. Does not act by default. */
    strictObject({ ...when, kind: literal('stall'), acted }),
    /** Acts at once (the default) or after the delay if the caller is still there; answers after the delay. */
    strictObject({
        ...when,
        kind: literal('slow'),
        delayMilliseconds: schemas_number().nonnegative(),
        acted,
    }),
    /** A status with a body: an error in the vendor's form, an HTML page, nothing, or a given text. Does not act by default. */
    strictObject({
        ...when,
        kind: literal('status'),
        status: schemas_int().min(200).max(599),
        body: union([
            schemas_enum(['vendor', 'html', 'empty']),
            strictObject({ text: schemas_string(), contentType: schemas_string().optional() }),
        ])
            .optional(),
        code: errorCode,
        message: schemas_string().optional(),
        /** By default one second for 429, none for others. */
        retryAfter: retryAfter.optional(),
        acted,
    }),
    /** JSON that ends in the middle. Acts by default. */
    strictObject({ ...when, kind: literal('broken-json'), acted }),
    /** A result that is a string, an array in place of an object (and the other way round), or has numbers for ids. Acts by default. */
    strictObject({
        ...when,
        kind: literal('wrong-shape'),
        shape: schemas_enum(['string', 'swapped', 'numeric-ids']),
        acted,
    }),
    /** The status as it would be, with no body. Acts by default. */
    strictObject({ ...when, kind: literal('empty-body'), acted }),
    /** Status 200 with an error in the vendor's form. Does not act by default. */
    strictObject({
        ...when,
        kind: literal('success-false'),
        code: errorCode,
        message: schemas_string().optional(),
        acted,
    }),
    /** A body without end to speak of. Acts by default. */
    strictObject({
        ...when,
        kind: literal('huge-body'),
        /** 100 by default. */
        megabytes: schemas_int().positive().optional(),
        /** Whether Content-Length announces it; false by default. */
        contentLength: schemas_boolean().optional(),
        acted,
    }),
    /** A redirect to another URL. Does not act by default. */
    strictObject({
        ...when,
        kind: literal('redirect'),
        location: schemas_string().min(1),
        /** 302 by default. */
        status: union([literal(301), literal(302), literal(303), literal(307), literal(308)])
            .optional(),
        acted,
    }),
]);
/**
 * Checks a plan that came as JSON.
 * @throws {Error} names every member that is wrong and what is allowed.
 */
function parseFault(value) {
    const parsed = faultPlan.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new Error(`This fault cannot be planned: ${prettifyError(parsed.error)}`);
}
function createFaultBook() {
    let lines = [];
    return {
        plan: (fault) => {
            lines.push({ fault: parseFault(fault), calls: 0, met: 0 });
        },
        clear: () => {
            lines = [];
        },
        take: (endpoint, query = new URLSearchParams()) => {
            const counted = lines.filter(({ fault }) => (fault.endpoint === '*' || fault.endpoint === endpoint) && hasAll(query, fault.query ?? {}));
            for (const line of counted)
                line.calls += 1;
            const due = counted.find(({ fault: { call = 1, times }, calls, met }) => call === 'every' ? met < (times ?? Number.POSITIVE_INFINITY) : calls >= call && met < (times ?? 1));
            if (due === undefined)
                return null;
            due.met += 1;
            return due.fault;
        },
    };
}
function hasAll(query, wanted) {
    return Object.entries(wanted).every(([name, value]) => query.get(name) === value);
}


/***/ }),

/***/ 5420:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4134);
/* harmony import */ var _control_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(313);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3927);
/** Entry of the simulator as a process of its own. */




try {
    const command = (0,_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommandLine */ .y)(process.argv.slice(2), () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32));
    if (command.kind === 'help') {
        process.stdout.write(_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .HELP */ ._);
    }
    else {
        const { unkind } = command.options;
        const simulator = await (0,_server_js__WEBPACK_IMPORTED_MODULE_2__/* .startSimulator */ .r)({
            ...command.options,
            stopToken: process.env[_control_names_js__WEBPACK_IMPORTED_MODULE_3__/* .STOP_TOKEN_VARIABLE */ .a],
        });
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.once(signal, () => void simulator.close());
        process.stdout.write(`${JSON.stringify({ url: simulator.url, env: simulator.env })}\n`);
        if (unkind !== undefined)
            process.stderr.write(`Unkind by --unkind=${unkind}\n`);
    }
}
catch (error) {
    process.stderr.write(`simulator: ${error instanceof Error ? error.message : error}; see --help\n`);
    process.exitCode = 2;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ startSimulator)
});

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: ./build/simulator/random.js
/** Mulberry32: 32 bits of state, good enough for ids and chances, useless for secrets. */
function createRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const integer = (below) => Math.floor(next() * below);
    const hex = (digits) => Array.from({ length: digits }, () => integer(16).toString(16)).join('');
    return {
        next,
        integer,
        hex,
        uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[integer(4)]}${hex(3)}-${hex(12)}`,
        shuffle: (items) => items
            .map((item) => ({ item, rank: next() }))
            .sort((left, right) => left.rank - right.rank)
            .map(({ item }) => item),
    };
}
/**
 * A seed for one purpose (FNV-1a over the parts), so that what is drawn for one purpose never depends on how
 * much was drawn for another.
 */
function deriveSeed(seed, ...parts) {
    let hash = 0x811c9dc5;
    for (const character of [seed, ...parts].join('\u0000')) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    }
    return hash;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-der.js

/*
 * Certificates and requests are written octet by octet here: it takes about a tenth of the time that the X.509
 * library takes, and a zone of the benchmark has a hundred thousand of them.
 */
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const explicit = (number) => 0xa0 + number;
const implicit = (number) => 0x80 + number;
const ECDSA_WITH_SHA256 = writeDer(SEQUENCE, writeOid('2a8648ce3d040302'));
const TRUE = Buffer.from('0101ff', 'hex');
/** RFC 5280, 4.1.2.5: from this year on, times are GeneralizedTime. */
const FIRST_GENERALIZED_YEAR = 2050;
/** Parts of a name in the order in which certificates bear them, the most general first. */
const NAME_PARTS = [
    ['country', '550406', PRINTABLE_STRING],
    ['state', '550408', UTF8_STRING],
    ['location', '550407', UTF8_STRING],
    ['organization', '55040a', UTF8_STRING],
    ['organizationalUnit', '55040b', UTF8_STRING],
    ['commonName', '550403', UTF8_STRING],
];
/** Signs a certificate of version 3 with an ECDSA key and SHA-256; DER. */
function signCertificate(terms, issuerKey) {
    return signContents(writeDer(SEQUENCE, writeDer(explicit(0), writeDer(INTEGER, Buffer.of(2))), writeDer(INTEGER, Buffer.from(terms.serialNumber, 'hex')), ECDSA_WITH_SHA256, terms.issuer, writeDer(SEQUENCE, writeTime(terms.notBefore), writeTime(terms.notAfter)), terms.subject, terms.publicKey, writeDer(explicit(3), writeDer(SEQUENCE, ...terms.extensions))), issuerKey);
}
/** Signs a certificate signing request (PKCS #10) with its own ECDSA key and SHA-256; DER. */
function signRequest(subject, publicKey, key) {
    const version = writeDer(INTEGER, Buffer.of(0));
    return signContents(writeDer(SEQUENCE, version, subject, publicKey, writeDer(explicit(0))), key);
}
/** A name in DER. */
function writeName(parts) {
    const given = NAME_PARTS.filter(([part]) => parts[part] !== '');
    return writeDer(SEQUENCE, ...given.map(([part, oid, tag]) => writeDer(SET, writeDer(SEQUENCE, writeOid(oid), writeDer(tag, Buffer.from(parts[part]))))));
}
/** BasicConstraints, critical. */
function writeBasicConstraints(authority) {
    return writeExtension('551d13', writeDer(SEQUENCE, ...(authority ? [TRUE] : [])), true);
}
/** KeyUsage, critical: signing certificates and CRLs for an authority, digital signatures for others. */
function writeKeyUsage(authority) {
    return writeExtension('551d0f', writeDer(BIT_STRING, Buffer.from(authority ? '0106' : '0780', 'hex')), true);
}
/** ExtendedKeyUsage: clientAuth. */
function writeClientUsage() {
    return writeExtension('551d25', writeDer(SEQUENCE, writeOid('2b06010505070302')), false);
}
/** SubjectKeyIdentifier. */
function writeSubjectKeyId(keyId) {
    return writeExtension('551d0e', writeDer(OCTET_STRING, keyId), false);
}
/** AuthorityKeyIdentifier. */
function writeAuthorityKeyId(keyId) {
    return writeExtension('551d23', writeDer(SEQUENCE, writeDer(implicit(0), keyId)), false);
}
/** The octets of the key itself within a SubjectPublicKeyInfo, of which a key identifier is the hash. */
function readKeyOctets(publicKey) {
    const [algorithmStart] = readContents(publicKey, 0);
    const [, algorithmEnd] = readContents(publicKey, algorithmStart);
    const [start, end] = readContents(publicKey, algorithmEnd);
    // The first octet of a bit string counts its unused bits.
    return publicKey.subarray(start + 1, end);
}
/** PEM with lines of 64, each ended by `lineEnd`. */
function writePem(label, der, lineEnd = '\n') {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineEnd);
}
function signContents(contents, key) {
    const signature = writeDer(BIT_STRING, Buffer.of(0), (0,external_node_crypto_.sign)('sha256', contents, key));
    return writeDer(SEQUENCE, contents, ECDSA_WITH_SHA256, signature);
}
function writeExtension(oid, value, critical) {
    return writeDer(SEQUENCE, writeOid(oid), ...(critical ? [TRUE] : []), writeDer(OCTET_STRING, value));
}
function writeOid(hex) {
    return writeDer(OBJECT_IDENTIFIER, Buffer.from(hex, 'hex'));
}
function writeTime(milliseconds) {
    const time = new Date(milliseconds);
    const digits = time.toISOString().replace(/\.\d+|[^\dZ]/g, '');
    return time.getUTCFullYear() < FIRST_GENERALIZED_YEAR
        ? writeDer(UTC_TIME, Buffer.from(digits.slice(2)))
        : writeDer(GENERALIZED_TIME, Buffer.from(digits));
}
function writeDer(tag, ...contents) {
    const length = contents.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([Buffer.of(tag), writeLength(length), ...contents]);
}
function writeLength(length) {
    if (length < 0x80)
        return Buffer.of(length);
    const hex = length.toString(16);
    const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
    return Buffer.concat([Buffer.of(0x80 + octets.length), octets]);
}
/** Where the contents of the value that begins at `at` begin and end. */
function readContents(der, at) {
    const first = der.readUInt8(at + 1);
    if (first < 0x80)
        return [at + 2, at + 2 + first];
    const octets = first - 0x80;
    const start = at + 2 + octets;
    return [start, start + der.readUIntBE(at + 2, octets)];
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-authority.js



const YEAR_MILLISECONDS = 365 * 24 * 60 * 60 * 1000;
const AUTHORITY_YEARS = 15;
/** The API's word for how the authority signs. */
const SIGNATURE = 'ECDSAWithSHA256';
/** Creates an account's authority, with a new key. */
function createClientAuthority(accountId, world) {
    const random = createRandom(deriveSeed(world.seed, 'client-authority', accountId));
    const name = writeName({
        country: 'US',
        state: 'California',
        location: 'San Francisco',
        organization: 'Cloudflare, Inc.',
        organizationalUnit: 'www.cloudflare.com',
        commonName: `Managed CA ${random.hex(32)}`,
    });
    const { privateKey, publicKey } = makeKeys();
    const keyId = hashKey(publicKey);
    const started = Math.floor(world.clock.now() / 1000) * 1000;
    const certificate = signCertificate({
        serialNumber: `4${random.hex(39)}`,
        issuer: name,
        subject: name,
        publicKey,
        notBefore: started - AUTHORITY_YEARS * YEAR_MILLISECONDS,
        notAfter: started + AUTHORITY_YEARS * YEAR_MILLISECONDS,
        extensions: [writeBasicConstraints(true), writeKeyUsage(true), writeSubjectKeyId(keyId)],
    }, privateKey);
    return {
        id: random.uuid(),
        name: 'Cloudflare Managed CA for account',
        pem: writePem('CERTIFICATE', certificate),
        issue: (request, { id, issuedOn, expiresOn }) => {
            // The first digit keeps it positive and 20 octets long.
            const serialNumber = `4${(0,external_node_crypto_.createHash)('sha256').update(`${world.seed} ${id}`).digest('hex').slice(1, 40)}`;
            const subjectKeyId = hashKey(request.publicKey);
            const der = signCertificate({
                serialNumber,
                issuer: name,
                subject: request.subject,
                publicKey: request.publicKey,
                notBefore: issuedOn,
                notAfter: expiresOn,
                extensions: [
                    writeBasicConstraints(false),
                    writeKeyUsage(false),
                    writeClientUsage(),
                    writeSubjectKeyId(subjectKeyId),
                    writeAuthorityKeyId(keyId),
                ],
            }, privateKey);
            return {
                csr: request.csr,
                pem: writePem('CERTIFICATE', der),
                sha256: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex'),
                serialNumber,
                keyId: subjectKeyId.toString('hex'),
            };
        },
    };
}
/** A request as somebody with this subject would have sent it, with a new key. */
function makeRequest(subject) {
    const name = writeName(subject);
    const { privateKey, publicKey } = makeKeys();
    const csr = writePem('CERTIFICATE REQUEST', signRequest(name, publicKey, privateKey), '\r\n');
    return { subject: name, publicKey, csr };
}
function makeKeys() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }) };
}
/** RFC 5280, 4.2.1.2, the first way. */
function hashKey(publicKey) {
    return (0,external_node_crypto_.createHash)('sha1').update(readKeyOctets(publicKey)).digest();
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-certificate.js

/** The status as of now: a pending one ends when its time has come. */
function readStatus({ status, settlesAt }, now) {
    if (settlesAt === null || settlesAt > now)
        return status;
    return status === 'pending_revocation' ? 'revoked' : 'active';
}
/** Whether it takes one of the zone's slots: revoking frees it at once. */
function takesSlot(status) {
    return status === 'active' || status === 'pending_reactivation';
}
/** A certificate as the API writes it. */
function writeClientCertificate(certificate, authority, options, now) {
    const { subject } = certificate;
    const { csr, pem, sha256, serialNumber, keyId } = certificate.readMaterial();
    const json = {
        id: certificate.id,
        certificate: options.literalBackslashNPem ? pem.replaceAll('\n', '\\n') : pem,
        certificate_authority: { id: authority.id, name: authority.name },
        common_name: subject.commonName,
        country: subject.country,
        csr,
        expires_on: client_certificate_writeTime(certificate.expiresOn, options.clientTimeStyle),
        fingerprint_sha256: sha256,
        issued_on: client_certificate_writeTime(certificate.issuedOn, options.clientTimeStyle),
        location: subject.location,
        organization: subject.organization,
        organizational_unit: subject.organizationalUnit,
        serial_number: serialNumber,
        signature: SIGNATURE,
        ski: keyId,
        state: subject.state,
        status: readStatus(certificate, now),
        validity_days: certificate.validityDays,
    };
    return Object.fromEntries(Object.entries(json).filter(([field]) => !options.omitFields.includes(field)));
}
function client_certificate_writeTime(milliseconds, style) {
    const [date, time] = new Date(milliseconds).toISOString().split(/[T.]/);
    switch (style) {
        case 'rfc3339':
            return `${date}T${time}Z`;
        case 'go':
            return `${date} ${time} +0000 UTC`;
        case 'no-zone':
            return `${date}T${time}`;
    }
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-state.js

/** What a zone holds; signs nothing that was not read yet. */
function readZoneState(store, now) {
    return {
        accountId: store.accountId,
        clientCertificates: store.certificates.map((certificate) => ({
            id: certificate.id,
            commonName: certificate.subject.commonName,
            status: readStatus(certificate, now),
            validityDays: certificate.validityDays,
            issuedOn: new Date(certificate.issuedOn).toISOString(),
            expiresOn: new Date(certificate.expiresOn).toISOString(),
        })),
        creations: [...store.creations],
        hostnames: Object.fromEntries(store.hostnames),
        authorityPem: store.authority.pem,
    };
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/codes.js
/**
 * Error codes of the Cloudflare API, from its documentation and from reports of those who met them. The group
 * at the end is chosen for this simulator: the real numbers are not known, so nothing may depend on them.
 */
const CODES = {
    rateLimited: 971,
    invalidApiToken: 1000,
    missingAuthorization: 1001,
    clientAlreadyDeleted: 1407,
    invalidClientCertificateId: 1415,
    clientQuotaReached: 1445,
    certificateNotFound: 2027,
    certificateActive: 2118,
    decryptionNeedsCertificate: 2211,
    invalidRequestHeaders: 6003,
    invalidEmailHeader: 6102,
    invalidKeyHeader: 6103,
    invalidContentType: 6105,
    invalidAuthorizationHeader: 6111,
    malformedJson: 6007,
    noRoute: 7000,
    noMethod: 7001,
    couldNotRoute: 7003,
    missingCredential: 9106,
    authenticationError: 10000,
    invalidBody: 2901,
    invalidValidityPeriod: 2902,
    customCertificate: 2903,
    availableLimit: 2904,
    alreadyActive: 2905,
    certificateInUse: 2906,
    certificateNotAvailable: 2907,
    invalidCsr: 2908,
    invalidQuery: 2909,
    clientNotRevoked: 2910,
    internalError: 2999,
};

;// CONCATENATED MODULE: ./build/simulator/cloudflare/envelope.js
/** A refusal on its way to the caller. */
class Refusal extends Error {
    status;
    errors;
    headers;
    constructor(status, errors, headers = {}) {
        super(errors.map(({ code, message }) => `${code} ${message}`).join('; '));
        this.status = status;
        this.errors = errors;
        this.headers = headers;
    }
}
/** A refusal with a single error. */
function refuse(status, code, message, more = {}) {
    return new Refusal(status, [{ code, message, ...more }]);
}
/** The envelope of a good answer. */
function succeed(status, result, more = {}) {
    return { status, headers: {}, json: { success: true, errors: [], messages: [], result, ...more } };
}
/** The envelope of an error. */
function fail({ status, errors, headers }) {
    return { status, headers, json: { success: false, errors, messages: [], result: null } };
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-associations.js


const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The managed authority's id in the store. */
const MANAGED = '';
/** GET hostname_associations, of the managed authority or of the one that `mtls_certificate_id` names. @throws {Refusal} */
function getHostnameAssociations({ store }, query) {
    const authorityId = readAuthorityId(query.get('mtls_certificate_id') ?? undefined);
    return succeed(200, { hostnames: store.hostnames.get(authorityId) ?? [] });
}
/** PUT hostname_associations: replaces the whole list of that authority. @throws {Refusal} */
function putHostnameAssociations({ store }, body) {
    const authorityId = readAuthorityId(body.mtls_certificate_id);
    const { hostnames } = body;
    if (!Array.isArray(hostnames) || !hostnames.every((name) => typeof name === 'string' && name !== '')) {
        throw refuse(400, CODES.invalidBody, 'hostnames must be an array of host names', {
            source: { pointer: '/hostnames' },
        });
    }
    store.hostnames.set(authorityId, hostnames);
    return succeed(200, { hostnames });
}
function readAuthorityId(given) {
    if (given === undefined)
        return MANAGED;
    if (typeof given === 'string' && UUID.test(given))
        return given.toLowerCase();
    throw refuse(400, CODES.invalidBody, 'mtls_certificate_id must be a UUID', {
        source: { pointer: '/mtls_certificate_id' },
    });
}

;// CONCATENATED MODULE: ./build/simulator/x509.js

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** A new ECDSA P-256 key pair. */
async function x509_makeKeys() {
    return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}
/** Signs a root certificate (CA:TRUE, may sign certificates and CRLs) with its own key. */
async function signRoot(request) {
    const x509 = await loadX509();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
        ...request,
        signingAlgorithm: ALGORITHM,
        extensions: [
            new x509.BasicConstraintsExtension(true, undefined, true),
            new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
            await x509.SubjectKeyIdentifierExtension.create(request.keys.publicKey),
        ],
    });
    const der = new Uint8Array(certificate.rawData);
    return { pem: `${certificate.toString('pem')}\n`, sha256: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex') };
}
/** Loaded when first needed, because it takes longer than all the rest, and needs Reflect's metadata first. */
async function loadX509() {
    provideReflectMetadata();
    return __nccwpck_require__.e(/* import() */ 927).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8927, 19));
}
/** The part of the Reflect metadata proposal that @peculiar/x509 asks for, where the runtime has none. */
function provideReflectMetadata() {
    if ('getMetadata' in Reflect)
        return;
    const metadata = new WeakMap();
    const getOwnMetadata = (key, target) => metadata.get(target)?.get(key);
    const getMetadata = (key, target) => {
        for (let owner = target; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
            if (metadata.get(owner)?.has(key))
                return getOwnMetadata(key, owner);
        }
        return undefined;
    };
    const defineMetadata = (key, value, target) => {
        metadata.set(target, (metadata.get(target) ?? new Map()).set(key, value));
    };
    Object.assign(Reflect, { getMetadata, getOwnMetadata, defineMetadata });
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-request.js

const PEM = /^-----BEGIN (NEW )?CERTIFICATE REQUEST-----\r?\n[^-]+\r?\n-----END (NEW )?CERTIFICATE REQUEST-----$/;
/** Reads a request; null where it is not one in PEM, or its signature is not of its own key. */
async function readCertificateRequest(csr) {
    if (!PEM.test(csr.trim()))
        return null;
    const x509 = await loadX509();
    try {
        const request = new x509.Pkcs10CertificateRequest(csr);
        if (!(await request.verify()))
            return null;
        const name = request.subjectName;
        const read = (part) => name.getField(part)[0] ?? '';
        return {
            subject: Buffer.from(name.toArrayBuffer()),
            publicKey: Buffer.from(request.publicKey.rawData),
            csr: csr.replace(/\r?\n/g, '\r\n'),
            parts: {
                commonName: read('CN'),
                organization: read('O'),
                organizationalUnit: read('OU'),
                location: read('L'),
                state: read('ST'),
                country: read('C'),
            },
        };
    }
    catch {
        // Whatever the library cannot read, or a key that cannot have signed, is no request.
        return null;
    }
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-certificates.js




/** The reference names no bound; this one keeps dates within four digits of a year. */
const LONGEST_VALIDITY_DAYS = 36_500;
/** POST client_certificates: the same request may be signed any number of times. @throws {Refusal} */
async function createClientCertificate(context, body) {
    const { csr, validity_days: days } = body;
    const request = typeof csr === 'string' ? await readCertificateRequest(csr) : null;
    if (request === null) {
        throw refuse(400, CODES.invalidCsr, 'csr must be a certificate signing request in PEM, signed by its own key', {
            source: { pointer: '/csr' },
        });
    }
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > LONGEST_VALIDITY_DAYS) {
        throw refuse(400, CODES.invalidValidityPeriod, `validity_days must be a whole number from 1 to ${LONGEST_VALIDITY_DAYS}`, { source: { pointer: '/validity_days' } });
    }
    requireSlot(context);
    return answerWith(context, context.store.create(request, days));
}
/** GET one certificate. @throws {Refusal} 1415 where it is not there. */
function getClientCertificate(context, id) {
    return answerWith(context, requireCertificate(context, id));
}
/** PATCH: begins to reactivate what is revoked, or on its way there. @throws {Refusal} */
function reactivateClientCertificate(context, id, body) {
    const { store, world, options } = context;
    const { reactivate } = body;
    if (reactivate !== true && (reactivate !== undefined || options.clientPatchBodyRequired)) {
        throw refuse(400, CODES.invalidBody, 'reactivate must be true', { source: { pointer: '/reactivate' } });
    }
    const certificate = requireCertificate(context, id);
    if (!takesSlot(readStatus(certificate, world.clock.now()))) {
        requireSlot(context);
        store.begin(certificate, 'pending_reactivation');
    }
    else if (options.clientReactivateActive === 'refuse') {
        throw refuse(400, CODES.clientNotRevoked, 'Certificate is not revoked');
    }
    return answerWith(context, certificate);
}
/** DELETE: begins to revoke; the row stays for ever. @throws {Refusal} 1407 where that is done, or begun, already. */
function revokeClientCertificate(context, id) {
    const { store, world, options } = context;
    const certificate = requireCertificate(context, id);
    if (!takesSlot(readStatus(certificate, world.clock.now()))) {
        throw refuse(options.clientRefusalStatus, CODES.clientAlreadyDeleted, 'The certificate is already deleted');
    }
    store.begin(certificate, 'pending_revocation');
    return answerWith(context, certificate);
}
function requireCertificate({ store, options }, id) {
    const certificate = store.find(id);
    if (certificate !== undefined)
        return certificate;
    throw refuse(options.clientNotFoundStatus, CODES.invalidClientCertificateId, 'Invalid Certificate ID in request');
}
function requireSlot({ store, options }) {
    if (store.countTakenSlots() < store.quota)
        return;
    throw refuse(options.clientRefusalStatus, CODES.clientQuotaReached, `No more than ${store.quota} client certificates can be active in this zone`);
}
function answerWith({ store, world, options }, certificate) {
    const json = writeClientCertificate(certificate, store.authority, options, world.clock.now());
    return succeed(200, json);
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-seeds.js
/** Lifecycle of a client certificate (Cloudflare API reference, Client Certificates). */
const CLIENT_STATUSES = ['active', 'pending_reactivation', 'pending_revocation', 'revoked'];

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-listing.js




/** Cloudflare API reference, List Client Certificates. */
const DEFAULT_PER_PAGE = 20;
const SMALLEST_PER_PAGE = 5;
const LARGEST_PER_PAGE = 50;
/** An unkind page holds no more, whatever was asked for. */
const UNKIND_LARGEST_PER_PAGE = 20;
/** GET client_certificates: one page, with those that are revoked too. @throws {Refusal} for what cannot be asked. */
function listClientCertificates(context, query) {
    const { store, world, options } = context;
    const status = readStatusFilter(query);
    const largest = world.unkind === null ? LARGEST_PER_PAGE : UNKIND_LARGEST_PER_PAGE;
    const { skip, perPage, page } = readWindow(query, largest);
    const now = world.clock.now();
    const { rows, total } = selectRows(store.certificates, (row) => row.listedAt <= now && (status === 'all' || readStatus(row, now) === status), { skip, take: perPage, newestFirst: options.clientListOrder === 'newest-first' });
    // Each page by itself: a row never moves from one to another.
    const shown = world.unkind?.reorder('client.list', rows) ?? rows;
    const info = { count: rows.length, page, per_page: perPage, total_count: total };
    const totalPages = Math.ceil(total / perPage);
    return succeed(200, shown.map((row) => writeClientCertificate(row, store.authority, options, now)), {
        full: { result_info: { ...info, total_pages: totalPages } },
        'no-total-pages': { result_info: info },
        none: {},
    }[options.clientResultInfo]);
}
/** One window of the rows that are wanted, and how many are wanted in all, in a single pass: there may be very many. */
function selectRows(rows, isWanted, { skip, take, newestFirst, }) {
    const selected = [];
    let total = 0;
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[newestFirst ? rows.length - 1 - index : index];
        if (row === undefined || !isWanted(row))
            continue;
        if (total >= skip && selected.length < take)
            selected.push(row);
        total += 1;
    }
    return { rows: selected, total };
}
function readStatusFilter(query) {
    const given = query.get('status') ?? 'all';
    const known = ['all', ...CLIENT_STATUSES].find((status) => status === given);
    if (known !== undefined)
        return known;
    throw refuse(400, CODES.invalidQuery, `status must be one of all, ${CLIENT_STATUSES.join(', ')}`);
}
/** The window by `limit` and `offset` where one of them is given, else by `page` and `per_page`. */
function readWindow(query, largest) {
    const page = readInteger(query, 'page', 1, { from: 1 });
    const asked = readInteger(query, 'per_page', DEFAULT_PER_PAGE, {
        from: SMALLEST_PER_PAGE,
        to: LARGEST_PER_PAGE,
    });
    const limit = readInteger(query, 'limit', DEFAULT_PER_PAGE, { from: 1 });
    const offset = readInteger(query, 'offset', 0, { from: 0 });
    if (query.has('limit') || query.has('offset')) {
        const perPage = Math.min(limit, largest);
        return { skip: offset, perPage, page: Math.floor(offset / perPage) + 1 };
    }
    const perPage = Math.min(asked, largest);
    return { skip: (page - 1) * perPage, perPage, page };
}
function readInteger(query, name, fallback, { from, to = Number.MAX_SAFE_INTEGER }) {
    const given = query.get(name);
    if (given === null)
        return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= from && value <= to)
        return value;
    const bounds = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
    throw refuse(400, CODES.invalidQuery, `${name} must be a whole number ${bounds}`);
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/gateway-certificate.js

const NIL_ID = '00000000-0000-0000-0000-000000000000';
/** An unset time as the vendor writes it. */
const ZERO_TIME = '0001-01-01T00:00:00Z';
/** Makes an inactive certificate, signed for real. */
async function makeCertificate(recipe, random) {
    const issuer = recipe.type === 'gateway_managed'
        ? describeManagedIssuer(random.hex(32))
        : describeCustomIssuer(recipe.organization ?? 'Example Company');
    const expiresOn = Math.floor(recipe.expiresOn / 1000) * 1000;
    const { pem, sha256 } = await signRoot({
        name: issuer.map(([type, value]) => ({ [type]: [value] })),
        // The first digit keeps it positive and 20 octets long.
        serialNumber: `4${random.hex(39)}`,
        notBefore: new Date(Math.floor(recipe.createdAt / 1000) * 1000),
        notAfter: new Date(expiresOn),
        keys: await x509_makeKeys(),
    });
    return {
        id: recipe.id,
        type: recipe.type,
        pem,
        sha256,
        issuerOrganization: issuer.find(([type]) => type === 'O')?.[1] ?? '',
        issuer: issuer
            .map(([type, value]) => `${type}=${value.replaceAll(',', '\\,')}`)
            .reverse()
            .join(','),
        createdAt: Math.floor(recipe.createdAt),
        createdMicroseconds: random.integer(1000),
        expiresOn,
        listedAt: recipe.listedAt,
        status: 'inactive',
        settlesAt: null,
        packId: NIL_ID,
    };
}
/** A certificate as the API writes it. */
function writeCertificate(certificate, inUse, options) {
    const managed = certificate.type === 'gateway_managed';
    const created = writeMicroseconds(certificate.createdAt, certificate.createdMicroseconds);
    const json = {
        id: certificate.id,
        in_use: inUse,
        binding_status: certificate.status === 'available' ? options.availableWord : certificate.status,
        qs_pack_id: certificate.packId,
        type: certificate.type,
        updated_at: managed ? ZERO_TIME : created,
        uploaded_on: managed ? ZERO_TIME : created,
        created_at: managed ? created : ZERO_TIME,
        expires_on: new Date(certificate.expiresOn).toISOString().replace('.000Z', 'Z'),
        certificate: options.literalBackslashNPem ? certificate.pem.replaceAll('\n', '\\n') : certificate.pem,
        issuer_org: certificate.issuerOrganization,
        issuer_raw: certificate.issuer,
        fingerprint: writeFingerprint(certificate.sha256, options.fingerprintStyle),
    };
    return Object.fromEntries(Object.entries(json).filter(([field]) => !options.omitFields.includes(field)));
}
/** Upper-case octets, colons between them; unpadded ones without a leading zero. */
function writeFingerprint(sha256, style) {
    const octets = sha256.toUpperCase().match(/../g) ?? [];
    return octets.map((octet) => (style === 'unpadded' ? octet.replace(/^0/, '') : octet)).join(':');
}
function writeMicroseconds(milliseconds, micros) {
    return new Date(milliseconds).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`);
}
function describeManagedIssuer(mark) {
    return [
        ['C', 'US'],
        ['ST', 'California'],
        ['L', 'San Francisco'],
        ['O', 'Cloudflare, Inc.'],
        ['CN', `Gateway CA - Cloudflare Managed G1 ${mark}`],
    ];
}
function describeCustomIssuer(organization) {
    return [
        ['C', 'GB'],
        ['L', 'Leeds'],
        ['O', organization],
        ['CN', `${organization} Inspection Root`],
    ];
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/wire.js
/** JSON as the Cloudflare API writes it; this simulator's own description, shared with nobody. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/gateway-store.js



const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Creates a store with its seeded certificates. */
async function createGatewayStore(seed, world, options) {
    const { clock, settleMilliseconds, unkind } = world;
    const random = createRandom(deriveSeed(world.seed, 'gateway', seed.id));
    const creations = [];
    const deletedIds = [];
    const started = clock.now();
    const settleTime = (id) => clock.now() + settleMilliseconds * (unkind?.drawSlowness(id) ?? 1);
    let certificates = [];
    for (const { status, ...recipe } of seed.certificates) {
        const certificate = await makeCertificate({ ...recipe, listedAt: started }, random);
        certificate.status = status;
        certificate.settlesAt = status.startsWith('pending') ? settleTime(certificate.id) : null;
        if (status !== 'inactive')
            certificate.packId = random.uuid();
        certificates.push(certificate);
    }
    const configuration = { settings: seed.settings, createdAt: started, updatedAt: started };
    let shown = { before: readConfiguredId(seed.settings), until: started };
    return {
        creations,
        deletedIds,
        configuration,
        readCertificates: () => {
            for (const certificate of certificates)
                settle(certificate, clock.now());
            return certificates;
        },
        create: async (validityDays) => {
            const createdAt = clock.now();
            const id = random.uuid();
            // Counted before the signing, so that creations side by side cannot pass the quota.
            creations.push({ id, at: createdAt, validityDays });
            const certificate = await makeCertificate({
                id,
                type: 'gateway_managed',
                createdAt,
                expiresOn: createdAt + validityDays * DAY_MILLISECONDS,
                listedAt: createdAt + options.listingLagMilliseconds,
            }, random);
            certificates.push(certificate);
            return certificate;
        },
        beginBinding: (certificate, to) => {
            certificate.status = to === 'available' ? 'pending_deployment' : 'pending_deletion';
            certificate.settlesAt = settleTime(certificate.id);
            if (certificate.packId === NIL_ID)
                certificate.packId = random.uuid();
        },
        remove: (certificate) => {
            certificates = certificates.filter((other) => other !== certificate);
            deletedIds.push(certificate.id);
        },
        readIdInUse: () => readConfiguredId(configuration.settings),
        readShownIdInUse: () => clock.now() < shown.until ? shown.before : readConfiguredId(configuration.settings),
        configure: (settings) => {
            const before = readConfiguredId(configuration.settings);
            if (readConfiguredId(settings) !== before) {
                const lag = options.useLagMilliseconds * (unkind?.drawSlowness(`use ${before}`) ?? 1);
                shown = { before, until: clock.now() + lag };
            }
            configuration.settings = settings;
            configuration.updatedAt = clock.now();
        },
    };
}
/** The id in a configuration's certificate block; null for the nil id, Cloudflare's own root. */
function readConfiguredId(settings) {
    const block = settings.certificate;
    const id = isObject(block) ? block.id : null;
    return typeof id === 'string' && id !== NIL_ID ? id : null;
}
function settle(certificate, now) {
    if (certificate.settlesAt === null || certificate.settlesAt > now)
        return;
    certificate.settlesAt = null;
    certificate.status = certificate.status === 'pending_deployment' ? 'available' : 'inactive';
    if (certificate.status === 'inactive')
        certificate.packId = NIL_ID;
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-store.js




/** Creates a store with its seeded certificates. */
function createClientStore(seed, authority, world, options) {
    const { clock, settleMilliseconds, unkind } = world;
    const random = createRandom(deriveSeed(world.seed, 'client', seed.id));
    const slow = (id) => settleMilliseconds * (unkind?.drawSlowness(id) ?? 1);
    const creations = [];
    const certificates = [];
    const byId = new Map();
    const enter = (row, listedAt, readRequest) => {
        const issuedOn = Math.floor(row.issuedOn / 1000) * 1000;
        const times = { issuedOn, expiresOn: issuedOn + row.validityDays * DAY_MILLISECONDS };
        const certificate = {
            ...row,
            ...times,
            listedAt,
            settlesAt: row.status.startsWith('pending') ? clock.now() + slow(row.id) : null,
            readMaterial: memoize(() => authority.issue(readRequest(), { id: row.id, ...times })),
        };
        certificates.push(certificate);
        byId.set(certificate.id, certificate);
        return certificate;
    };
    for (const row of seed.certificates.toSorted((a, b) => a.issuedOn - b.issuedOn)) {
        enter(row, row.issuedOn, () => makeRequest(row.subject));
    }
    return {
        accountId: seed.accountId,
        quota: options.clientQuota ?? seed.quota,
        certificates,
        creations,
        hostnames: new Map([['', seed.hostnames]]),
        authority,
        find: (id) => byId.get(id),
        countTakenSlots: () => {
            const now = clock.now();
            return certificates.filter((certificate) => takesSlot(readStatus(certificate, now))).length;
        },
        create: (request, validityDays) => {
            const now = clock.now();
            const id = random.hex(32);
            // An unkind list lags by up to three times the settle time.
            const unkindLag = unkind === null ? 0 : slow(`listing ${id}`) - settleMilliseconds;
            creations.push({ id, at: now, validityDays });
            return enter({ id, subject: request.parts, status: 'active', issuedOn: now, validityDays }, now + options.clientListingLagMilliseconds + unkindLag, () => request);
        },
        begin: (certificate, status) => {
            certificate.status = status;
            certificate.settlesAt = clock.now() + slow(certificate.id);
        },
    };
}
/** The same function, carried out once. */
function memoize(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-zones.js





/** Every endpoint of a zone, with the right to SSL and Certificates that it needs. */
const CLIENT = {
    'client.list': ['read', (call) => listClientCertificates(call, call.query)],
    'client.create': ['write', (call) => createClientCertificate(call, call.body)],
    'client.get': ['read', (call) => getClientCertificate(call, call.certificateId)],
    'client.reactivate': ['write', (call) => reactivateClientCertificate(call, call.certificateId, call.body)],
    'client.revoke': ['write', (call) => revokeClientCertificate(call, call.certificateId)],
    'client.associations.get': ['read', (call) => getHostnameAssociations(call, call.query)],
    'client.associations.put': ['write', (call) => putHostnameAssociations(call, call.body)],
};
/** Whether an endpoint is one of a zone. */
function isClientEndpoint(endpoint) {
    return endpoint in CLIENT;
}
/** The stores of every zone, by its id; the zones of one account share its authority. */
function openClientStores(seed, world, options) {
    const authorities = new Map(seed.accounts.map(({ id }) => [id, createClientAuthority(id, world)]));
    return new Map(seed.zones.map((zone) => {
        const authority = authorities.get(zone.accountId);
        if (authority === undefined) {
            throw new Error(`Zone ${zone.id} belongs to account ${zone.accountId}, which the estate lacks`);
        }
        return [zone.id, createClientStore(zone, authority, world, options)];
    }));
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/credentials.js


/** The quota owner of requests from nobody known. */
const UNKNOWN_OWNER = 'unknown';
const CREDENTIAL_HEADERS = ['authorization', 'x-auth-email', 'x-auth-key'];
const TOKEN = /^Bearer [A-Za-z0-9_-]{40,}$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const GLOBAL_KEY = /^([0-9a-f]{32,45}|cfk_[A-Za-z0-9_-]{40,})$/;
/** The credential's scheme: `token`, `key`, `both` or `none`. */
function describeCredential(headers) {
    const token = headers.authorization !== undefined;
    const key = headers['x-auth-email'] !== undefined || headers['x-auth-key'] !== undefined;
    if (token)
        return key ? 'both' : 'token';
    return key ? 'key' : 'none';
}
/** Finds out who sends a request, by its headers alone. */
function identify(headers, seed, options) {
    const unknown = (refusal) => ({
        quotaOwner: UNKNOWN_OWNER,
        caller: null,
        refusal,
    });
    switch (describeCredential(headers)) {
        case 'none':
            return unknown(refuse(400, CODES.missingCredential, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers'));
        case 'both':
            return unknown(refuse(400, CODES.missingCredential, 'Use either Authorization or X-Auth-Email and X-Auth-Key headers'));
        case 'token': {
            if (!TOKEN.test(headers.authorization ?? '')) {
                return unknown(refuseHeader(CODES.invalidAuthorizationHeader, 'Authorization'));
            }
            const token = seed.tokens.find(({ value }) => `Bearer ${value}` === headers.authorization);
            if (token === undefined)
                return unknown(refuseCredential(options));
            return { caller: { token }, quotaOwner: token.ownedByAccount === null ? 'user' : token.id };
        }
        case 'key': {
            const { 'x-auth-email': email, 'x-auth-key': key } = headers;
            if (!EMAIL.test(String(email)))
                return unknown(refuseHeader(CODES.invalidEmailHeader, 'X-Auth-Email'));
            if (!GLOBAL_KEY.test(String(key)))
                return unknown(refuseHeader(CODES.invalidKeyHeader, 'X-Auth-Key'));
            return email === seed.globalKey.email && key === seed.globalKey.key
                ? { caller: { token: null }, quotaOwner: 'user' }
                : unknown(refuseCredential(options));
        }
    }
}
/** The answer to a credential that is not valid, or may not do this: the vendor does not tell them apart. */
function refuseCredential({ authenticationErrorStatus }) {
    return refuse(authenticationErrorStatus, CODES.authenticationError, 'Authentication error');
}
/** Whether a caller may read, or write, Zero Trust things of an account. */
function mayAct(caller, accountId, need, clock) {
    return mayWithToken(caller, clock, ({ accounts, zeroTrust }) => {
        return accounts.includes(accountId) && (zeroTrust === 'write' || zeroTrust === need);
    });
}
/** Whether a caller may read, or write, SSL and Certificates of a zone. */
function mayActInZone(caller, zoneId, need, clock) {
    return mayWithToken(caller, clock, ({ zones, sslAndCertificates }) => {
        return zones.includes(zoneId) && (sslAndCertificates === 'write' || sslAndCertificates === need);
    });
}
/** The global key may do everything, a token that is active what it grants. */
function mayWithToken({ token }, clock, isGranted) {
    return token === null || (readTokenStatus(token, clock) === 'active' && isGranted(token));
}
/** A token's status now, in the vendor's words. */
function readTokenStatus(token, clock) {
    if (token.expiresOn !== null && token.expiresOn <= clock.now())
        return 'expired';
    return token.notBefore !== null && token.notBefore > clock.now() ? 'disabled' : token.status;
}
function refuseHeader(code, header) {
    return refuse(400, CODES.invalidRequestHeaders, 'Invalid request headers', {
        error_chain: [{ code, message: `Invalid format for ${header} header` }],
    });
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/gateway.js




/** Cloudflare API reference, Create Zero Trust certificate. */
const DEFAULT_VALIDITY_DAYS = 1825;
const gateway_LONGEST_VALIDITY_DAYS = 10_950;
/** GET certificates: all in one page, there is no query. */
function listCertificates({ store, world, options }) {
    const listed = store.readCertificates().filter(({ listedAt }) => listedAt <= world.clock.now());
    const rows = world.unkind?.reorder('gateway.list', listed) ?? listed;
    const count = rows.length;
    return succeed(200, rows.map((row) => write(row, store, options)), options.listResultInfo ? { result_info: { count, page: 1, per_page: count, total_count: count } } : {});
}
/** POST certificates. @throws {Refusal} for a validity out of range, or a spent quota. */
async function createCertificate({ store, world, options }, body) {
    const days = body.validity_period_days ?? DEFAULT_VALIDITY_DAYS;
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > gateway_LONGEST_VALIDITY_DAYS) {
        throw refuse(400, CODES.invalidValidityPeriod, `validity_period_days must be a whole number from 1 to ${gateway_LONGEST_VALIDITY_DAYS}`, { source: { pointer: '/validity_period_days' } });
    }
    const dayAgo = world.clock.now() - DAY_MILLISECONDS;
    if (store.creations.filter(({ at }) => at > dayAgo).length >= options.creationQuota) {
        const { status, code } = options.creationQuotaError;
        throw refuse(status, code, `No more than ${options.creationQuota} certificates can be created in 24 hours`);
    }
    return succeed(200, write(await store.create(days), store, options));
}
/** GET one certificate. @throws {Refusal} 2027 where it is not there. */
function getCertificate({ store, options }, id) {
    return succeed(200, write(gateway_requireCertificate(store, id, options), store, options));
}
/** DELETE one certificate: only an inactive, gateway-managed one. @throws {Refusal} */
function deleteCertificate({ store, options }, id) {
    const certificate = gateway_requireCertificate(store, id, options);
    if (certificate.type === 'custom') {
        throw refuse(400, CODES.customCertificate, 'A custom certificate is managed through mtls_certificates');
    }
    if (certificate.status !== 'inactive') {
        throw refuse(500, CODES.certificateActive, 'Certificate is active and cannot be deleted');
    }
    const result = write(certificate, store, options);
    store.remove(certificate);
    return succeed(200, result);
}
/** POST activate: 202 with the certificate on its way to the edge. @throws {Refusal} */
function activateCertificate({ store, options }, id) {
    const certificate = gateway_requireCertificate(store, id, options);
    const atEdge = store
        .readCertificates()
        .filter(({ status }) => status === 'available' || status === 'pending_deployment');
    if (!atEdge.includes(certificate)) {
        if (atEdge.length >= options.availableLimit) {
            throw refuse(400, CODES.availableLimit, `No more than ${options.availableLimit} certificates can be available`);
        }
        store.beginBinding(certificate, 'available');
    }
    else if (options.activateOnAvailable === 'refuse') {
        throw refuse(400, CODES.alreadyActive, 'Certificate is already active');
    }
    return succeed(202, write(certificate, store, options));
}
/** POST deactivate: 201 with the certificate on its way from the edge. @throws {Refusal} */
function deactivateCertificate({ store, options }, id) {
    const certificate = gateway_requireCertificate(store, id, options);
    const status = certificate.status;
    if (status === 'available' || status === 'pending_deployment') {
        if (store.readIdInUse() === certificate.id) {
            if (options.inUseDeactivation === 'refuse') {
                throw refuse(400, CODES.certificateInUse, 'Certificate is in use and cannot be deactivated');
            }
            const next = store
                .readCertificates()
                .find((other) => other.status === 'available' && other.type === 'gateway_managed' && other !== certificate);
            store.configure({ ...store.configuration.settings, certificate: { id: next?.id ?? NIL_ID } });
        }
        store.beginBinding(certificate, 'inactive');
    }
    return succeed(201, write(certificate, store, options));
}
function gateway_requireCertificate(store, id, options) {
    const wanted = id.toLowerCase();
    const certificate = store.readCertificates().find((candidate) => candidate.id === wanted);
    if (certificate !== undefined)
        return certificate;
    throw refuse(options.notFoundStatus, CODES.certificateNotFound, 'Certificate not found in SSL store');
}
function write(certificate, store, options) {
    return writeCertificate(certificate, store.readShownIdInUse() === certificate.id, options);
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/gateway-configuration.js




/** GET configuration. */
function getConfiguration({ store }) {
    const { settings, createdAt, updatedAt } = store.configuration;
    return succeed(200, {
        settings,
        created_at: new Date(createdAt).toISOString(),
        updated_at: new Date(updatedAt).toISOString(),
    });
}
/** PATCH configuration: each given block replaces its like as a whole; `null` is ignored. @throws {Refusal} */
function patchConfiguration(context, body) {
    return change(context, { ...context.store.configuration.settings, ...readGivenBlocks(body) });
}
/** PUT configuration: replaces all of it. @throws {Refusal} */
function putConfiguration(context, body) {
    return change(context, readGivenBlocks(body));
}
function readGivenBlocks({ settings }) {
    if (!isObject(settings)) {
        throw refuse(400, CODES.invalidBody, 'settings must be an object', { source: { pointer: '/settings' } });
    }
    const given = Object.entries(settings).filter(([, block]) => block !== null);
    const wrong = given.find(([, block]) => !isObject(block));
    if (wrong === undefined)
        return Object.fromEntries(given);
    throw refuse(400, CODES.invalidBody, `settings.${wrong[0]} must be an object`, {
        source: { pointer: `/settings/${wrong[0]}` },
    });
}
function change(context, wanted) {
    const { store } = context;
    const { certificate, tls_decrypt: decryption } = wanted;
    if (isObject(certificate) && typeof certificate.id !== 'string') {
        throw refuse(400, CODES.invalidBody, 'settings.certificate.id must be a string', {
            source: { pointer: '/settings/certificate/id' },
        });
    }
    // The nil id stands for Cloudflare's own root.
    const id = readConfiguredId(wanted)?.toLowerCase() ?? null;
    const found = store.readCertificates().find((candidate) => candidate.id === id);
    if (id !== null && found?.status !== 'available' && id !== store.readIdInUse()) {
        throw refuse(400, CODES.certificateNotAvailable, 'The certificate must be available before it can be used', {
            source: { pointer: '/settings/certificate/id' },
        });
    }
    if (isObject(decryption) && decryption.enabled === true && certificate === undefined) {
        throw refuse(400, CODES.decryptionNeedsCertificate, 'TLS decryption needs a certificate');
    }
    store.configure(id === null ? wanted : { ...wanted, certificate: { id } });
    return getConfiguration(context);
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/rate-limit.js


/** Cloudflare's global limit (documentation, Fundamentals, API, Rate limits). */
function createRateLimit({ requestQuota }, clock) {
    const { requests, seconds } = requestQuota;
    const windows = new Map();
    const open = (owner, blocked) => {
        const window = { endsAt: clock.now() + seconds * 1000, used: 0, blocked };
        windows.set(owner, window);
        return window;
    };
    const current = (owner) => {
        const window = windows.get(owner);
        return window === undefined || window.endsAt <= clock.now() ? open(owner, false) : window;
    };
    const secondsLeft = (window) => Math.ceil((window.endsAt - clock.now()) / 1000);
    return {
        count: (owner) => {
            let window = current(owner);
            window.used += 1;
            if (!window.blocked && window.used > requests)
                window = open(owner, true);
            if (!window.blocked)
                return;
            const message = `More than ${requests} requests per ${seconds} seconds reached. Please wait and consider throttling your request speed`;
            throw new Refusal(429, [{ code: CODES.rateLimited, message }], {
                'retry-after': String(secondsLeft(window)),
            });
        },
        makeHeaders: (owner) => {
            const window = current(owner);
            const left = window.blocked ? 0 : Math.max(0, requests - window.used);
            return {
                ratelimit: `"default";r=${left};t=${secondsLeft(window)}`,
                'ratelimit-policy': `"default";q=${requests};w=${seconds}`,
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/request-body.js



/**
 * The JSON object in a request's body; an empty one where there is no body.
 * @throws {Refusal} for another content type, for what is not JSON, and for JSON that is not an object
 */
function readRequestBody({ headers, body }) {
    if (body === '')
        return {};
    const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (contentType !== 'application/json') {
        throw refuse(400, CODES.invalidRequestHeaders, 'Invalid request headers', {
            error_chain: [
                {
                    code: CODES.invalidContentType,
                    message: 'Invalid Content-Type header, valid values are application/json,multipart/form-data',
                },
            ],
        });
    }
    const json = parse(body);
    if (json === undefined)
        throw refuse(400, CODES.malformedJson, 'Malformed JSON in request body');
    if (!isObject(json))
        throw refuse(400, CODES.invalidBody, 'The request body must be an object');
    return json;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/routes.js


const BASE_PATH = '/client/v4';
const ACCOUNT = '/accounts/{account_id}';
const CERTIFICATES = `${ACCOUNT}/gateway/certificates`;
const CERTIFICATE = `${CERTIFICATES}/{certificate_id}`;
const CONFIGURATION = `${ACCOUNT}/gateway/configuration`;
const ZONE = '/zones/{zone_id}';
const CLIENT_CERTIFICATES = `${ZONE}/client_certificates`;
const CLIENT_CERTIFICATE = `${CLIENT_CERTIFICATES}/{client_certificate_id}`;
const ASSOCIATIONS = `${ZONE}/certificate_authorities/hostname_associations`;
/** Paths as in the Cloudflare API reference, under the base path. */
const ROUTES = [
    ['GET', CERTIFICATES, 'gateway.list'],
    ['POST', CERTIFICATES, 'gateway.create'],
    ['GET', CERTIFICATE, 'gateway.get'],
    ['DELETE', CERTIFICATE, 'gateway.delete'],
    ['POST', `${CERTIFICATE}/activate`, 'gateway.activate'],
    ['POST', `${CERTIFICATE}/deactivate`, 'gateway.deactivate'],
    ['GET', CONFIGURATION, 'gateway.configuration.get'],
    ['PATCH', CONFIGURATION, 'gateway.configuration.patch'],
    ['PUT', CONFIGURATION, 'gateway.configuration.put'],
    ['GET', CLIENT_CERTIFICATES, 'client.list'],
    ['POST', CLIENT_CERTIFICATES, 'client.create'],
    ['GET', CLIENT_CERTIFICATE, 'client.get'],
    ['PATCH', CLIENT_CERTIFICATE, 'client.reactivate'],
    ['DELETE', CLIENT_CERTIFICATE, 'client.revoke'],
    ['GET', ASSOCIATIONS, 'client.associations.get'],
    ['PUT', ASSOCIATIONS, 'client.associations.put'],
    ['GET', '/user/tokens/verify', 'token.verify'],
    ['GET', `${ACCOUNT}/tokens/verify`, 'token.verify'],
];
const ID_FORMATS = {
    account_id: /^[0-9a-f]{32}$/,
    certificate_id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    zone_id: /^[0-9a-f]{32}$/,
    // A malformed one is answered as one that is not there.
    client_certificate_id: /./,
};
/** The route of a request; null where there is none. The ids may be malformed. */
function findRoute(method, path) {
    for (const [routeMethod, pattern, endpoint] of ROUTES) {
        const ids = routeMethod === method ? matchPath(pattern, path) : null;
        if (ids !== null)
            return { endpoint, ids };
    }
    return null;
}
/**
 * The route of a request whose ids are well-formed.
 * @throws {Refusal} as the vendor answers what it cannot route.
 */
function requireRoute(method, path) {
    const match = findRoute(method, path);
    if (match === null) {
        if (ROUTES.some(([, pattern]) => matchPath(pattern, path) !== null)) {
            throw refuse(405, CODES.noMethod, `Method ${method} not available for that URI.`);
        }
        throw refuse(404, CODES.noRoute, 'No route for that URI');
    }
    if (Object.entries(match.ids).every(([name, id]) => ID_FORMATS[name]?.test(id)))
        return match;
    throw new Refusal(404, [
        {
            code: CODES.couldNotRoute,
            message: `Could not route to ${path}, perhaps your object identifier is invalid?`,
        },
        { code: CODES.noRoute, message: 'No route for that URI' },
    ]);
}
function matchPath(pattern, path) {
    const expected = `${BASE_PATH}${pattern}`.split('/');
    const given = path.split('/');
    if (expected.length !== given.length)
        return null;
    const ids = {};
    for (const [index, part] of expected.entries()) {
        const value = given[index] ?? '';
        if (part.startsWith('{'))
            ids[part.slice(1, -1)] = value;
        else if (part !== value)
            return null;
    }
    return ids;
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/state.js

/** What one account's Gateway holds now. */
function readGatewayState(store) {
    return {
        certificates: store.readCertificates().map((certificate) => ({
            id: certificate.id,
            type: certificate.type,
            status: certificate.status,
            inUse: store.readIdInUse() === certificate.id,
            fingerprint: writeFingerprint(certificate.sha256, 'padded'),
            createdAt: new Date(certificate.createdAt).toISOString(),
            expiresOn: new Date(certificate.expiresOn).toISOString(),
            pem: certificate.pem,
        })),
        creations: [...store.creations],
        deletedIds: [...store.deletedIds],
        settings: store.configuration.settings,
    };
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/token-verification.js



/**
 * GET tokens/verify. A user's token is verified at the user's path, an account-owned one at its account's.
 * @param accountId null at the user's path
 * @throws {Refusal}
 */
function verifyToken(identification, accountId, { clock, options }) {
    if (identification.caller === null && identification.refusal.status === 400)
        throw identification.refusal;
    if (identification.caller?.token === null) {
        throw refuse(400, CODES.missingAuthorization, 'Missing "Authorization" header');
    }
    const token = identification.caller?.token;
    if (token === undefined || token.ownedByAccount !== accountId) {
        throw refuse(401, CODES.invalidApiToken, 'Invalid API Token');
    }
    const status = readTokenStatus(token, clock);
    const valid = options.message10000 && status === 'active';
    const result = {
        id: token.id,
        status,
        ...(token.notBefore === null ? {} : { not_before: writeSeconds(token.notBefore) }),
        ...(token.expiresOn === null ? {} : { expires_on: writeSeconds(token.expiresOn) }),
    };
    const messages = [
        { code: CODES.authenticationError, message: 'This API Token is valid and active', type: null },
    ];
    return succeed(200, result, valid ? { messages } : {});
}
function writeSeconds(milliseconds) {
    return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

;// CONCATENATED MODULE: ./build/simulator/cloudflare/cloudflare.js















const GATEWAY = {
    'gateway.list': ['read', listCertificates],
    'gateway.create': ['write', (call) => createCertificate(call, call.body)],
    'gateway.get': ['read', (call) => getCertificate(call, call.certificateId)],
    'gateway.delete': ['write', (call) => deleteCertificate(call, call.certificateId)],
    'gateway.activate': ['write', (call) => activateCertificate(call, call.certificateId)],
    'gateway.deactivate': ['write', (call) => deactivateCertificate(call, call.certificateId)],
    'gateway.configuration.get': ['read', getConfiguration],
    'gateway.configuration.patch': ['write', (call) => patchConfiguration(call, call.body)],
    'gateway.configuration.put': ['write', (call) => putConfiguration(call, call.body)],
};
/** A simulated Cloudflare API with its seeded accounts and tokens. */
async function createCloudflare(seed, world, options) {
    const { clock } = world;
    const rateLimit = createRateLimit(options, clock);
    const rays = createRandom(deriveSeed(world.seed, 'cf-ray'));
    const stores = new Map();
    for (const account of seed.accounts) {
        stores.set(account.id, await createGatewayStore(account, world, options));
    }
    const zones = openClientStores(seed, world, options);
    const makeHeaders = (quotaOwner = UNKNOWN_OWNER) => ({
        server: 'cloudflare',
        'cf-ray': `${rays.hex(16)}-LHR`,
        ...rateLimit.makeHeaders(quotaOwner),
    });
    async function carryOut(request, identification) {
        rateLimit.count(identification.quotaOwner);
        const { endpoint, ids } = requireRoute(request.method, request.path);
        const { account_id: accountId = null, certificate_id: certificateId = '' } = ids;
        if (endpoint === 'token.verify')
            return verifyToken(identification, accountId, { clock, options });
        if (identification.caller === null)
            throw identification.refusal;
        if (isClientEndpoint(endpoint))
            return carryOutInZone(endpoint, ids, request, identification.caller);
        const [need, act] = GATEWAY[endpoint];
        const store = stores.get(accountId ?? '');
        if (accountId === null || store === undefined || !mayAct(identification.caller, accountId, need, clock)) {
            throw refuseCredential(options);
        }
        const body = need === 'write' ? readRequestBody(request) : {};
        return act({ store, world, options, certificateId, body });
    }
    async function carryOutInZone(endpoint, { zone_id: zoneId = '', client_certificate_id: certificateId = '' }, request, caller) {
        const [need, act] = CLIENT[endpoint];
        const store = zones.get(zoneId);
        if (store === undefined || !mayActInZone(caller, zoneId, need, clock))
            throw refuseCredential(options);
        const body = need === 'write' ? readRequestBody(request) : {};
        return act({ store, world, options, certificateId, query: request.query, body });
    }
    return {
        credentialHeaders: CREDENTIAL_HEADERS,
        credentialFields: [],
        retryAfterForm: 'seconds',
        serves: (path) => path === BASE_PATH || path.startsWith(`${BASE_PATH}/`),
        findEndpoint: (method, path) => findRoute(method, path)?.endpoint ?? null,
        describeCredential: describeCredential,
        makeHeaders,
        makeBlankAnswer: () => ({ ...succeed(200, {}), headers: makeHeaders() }),
        makeErrorAnswer: ({ status, code, message }) => {
            const usual = USUAL_ERRORS[status] ?? { code: CODES.internalError, message: 'Internal error' };
            const refusal = refuse(status, typeof code === 'number' ? code : usual.code, message ?? usual.message);
            return { ...fail(refusal), headers: makeHeaders() };
        },
        replaceResult: (json, replace) => (isObject(json) ? { ...json, result: replace(json.result) } : json),
        answer: async (request) => {
            const identification = identify(request.headers, seed, options);
            const answer = await carryOut(request, identification).catch((error) => {
                if (error instanceof Refusal)
                    return fail(error);
                throw error;
            });
            return { ...answer, headers: { ...makeHeaders(identification.quotaOwner), ...answer.headers } };
        },
        readState: () => ({
            accounts: Object.fromEntries([...stores].map(([id, store]) => [id, { gateway: readGatewayState(store) }])),
            zones: Object.fromEntries([...zones].map(([id, store]) => [id, readZoneState(store, clock.now())])),
        }),
    };
}
/** What a fault of a status says where it does not bring its own words. */
const USUAL_ERRORS = {
    401: { code: CODES.authenticationError, message: 'Authentication error' },
    403: { code: CODES.authenticationError, message: 'Authentication error' },
    404: { code: CODES.noRoute, message: 'No route for that URI' },
    429: { code: CODES.rateLimited, message: 'Please wait and consider throttling your request speed' },
};

;// CONCATENATED MODULE: ./build/simulator/cloudflare/client-options.js
/** What holds where nothing else is said. */
const DEFAULT_CLIENT_OPTIONS = {
    clientListingLagMilliseconds: 0,
    clientListOrder: 'newest-first',
    clientResultInfo: 'full',
    clientTimeStyle: 'rfc3339',
    clientQuota: null,
    clientNotFoundStatus: 400,
    clientRefusalStatus: 400,
    clientPatchBodyRequired: false,
    clientReactivateActive: 'tolerate',
};

;// CONCATENATED MODULE: ./build/simulator/cloudflare/options.js

/** What holds where nothing else is said. */
const DEFAULT_CLOUDFLARE_OPTIONS = {
    literalBackslashNPem: false,
    fingerprintStyle: 'unpadded',
    availableWord: 'available',
    inUseDeactivation: 'refuse',
    activateOnAvailable: 'tolerate',
    notFoundStatus: 404,
    authenticationErrorStatus: 403,
    omitFields: [],
    message10000: true,
    listResultInfo: false,
    listingLagMilliseconds: 0,
    useLagMilliseconds: 0,
    requestQuota: { requests: 1200, seconds: 300 },
    creationQuota: 3,
    creationQuotaError: { status: 400, code: 2900 },
    availableLimit: 10,
    ...DEFAULT_CLIENT_OPTIONS,
};

// EXTERNAL MODULE: ./build/simulator/control-names.js
var control_names = __nccwpck_require__(313);
// EXTERNAL MODULE: ./build/simulator/faults.js + 18 modules
var simulator_faults = __nccwpck_require__(4488);
;// CONCATENATED MODULE: ./build/simulator/control.js


/** The answer of a control endpoint: POST or DELETE faults, GET history, GET state, POST stop. */
function answerControl(control, request) {
    switch (`${request.method} ${request.path}`) {
        case `POST ${control_names/* CONTROL_PATH */.c}faults`:
            return planFaults(control.faults, request.body);
        case `DELETE ${control_names/* CONTROL_PATH */.c}faults`:
            control.faults.clear();
            return { status: 200, json: { planned: 0 } };
        case `GET ${control_names/* CONTROL_PATH */.c}history`:
            return { status: 200, json: control.history };
        case `GET ${control_names/* CONTROL_PATH */.c}state`:
            return { status: 200, json: control.readState() };
        case `POST ${control_names/* CONTROL_PATH */.c}stop`:
            return control.stopToken !== undefined && request.authorization === `Bearer ${control.stopToken}`
                ? { status: 200, json: { calls: control.history.length }, ends: true }
                : {
                    status: 403,
                    json: { error: 'Only who started the simulator with a token may stop it, by that token' },
                };
        default:
            return {
                status: 404,
                json: {
                    error: `There is POST or DELETE ${control_names/* CONTROL_PATH */.c}faults, GET ${control_names/* CONTROL_PATH */.c}history, GET ${control_names/* CONTROL_PATH */.c}state and POST ${control_names/* CONTROL_PATH */.c}stop`,
                },
            };
    }
}
/** Plans one fault or an array of them: all or, where one is wrong, none. */
function planFaults(faults, body) {
    try {
        const given = JSON.parse(body);
        const plans = (Array.isArray(given) ? given : [given]).map(simulator_faults/* parseFault */.G);
        for (const plan of plans)
            faults.plan(plan);
        return { status: 201, json: { planned: plans.length } };
    }
    catch (error) {
        return { status: 400, json: { error: error instanceof Error ? error.message : String(error) } };
    }
}

;// CONCATENATED MODULE: ./build/simulator/shapes.js
/** A result in a shape that no reference promises. */
function swapShape(result, shape) {
    switch (shape) {
        case 'string':
            return 'unexpected';
        case 'swapped':
            return Array.isArray(result) ? { items: result } : [result];
        case 'numeric-ids':
            return Array.isArray(result) ? result.map(giveNumericId) : giveNumericId(result);
    }
}
function giveNumericId(item) {
    return typeof item === 'object' && item !== null ? { ...item, id: 123456 } : item;
}

;// CONCATENATED MODULE: ./build/simulator/delivery.js

const MEGABYTE = 1_000_000;
/** Answers as the vendor does. */
async function deliver(delivery) {
    send(delivery, writeJson(await act(delivery)));
}
/** Answers as a fault has it. */
async function deliverFault(delivery, fault) {
    const { vendor, response } = delivery;
    delivery.entry.fault = fault.kind;
    switch (fault.kind) {
        case 'reset-before':
            return resetConnection(response);
        case 'lost-answer':
            await act(delivery);
            return resetConnection(response);
        case 'stall':
            if (fault.acted ?? false)
                await act(delivery);
            return;
        case 'slow':
            return deliverSlowly(delivery, fault.delayMilliseconds, fault.acted ?? true);
        case 'status': {
            if (fault.acted ?? false)
                await act(delivery);
            return send(delivery, makeStatusMessage(fault, delivery));
        }
        case 'success-false': {
            if (fault.acted ?? false)
                await act(delivery);
            const { code, message } = fault;
            return send(delivery, writeJson(vendor.makeErrorAnswer({ status: 200, code, message })));
        }
        case 'redirect': {
            if (fault.acted ?? false)
                await act(delivery);
            const headers = { ...vendor.makeHeaders(), location: fault.location };
            return send(delivery, { status: fault.status ?? 302, headers, body: '' });
        }
        case 'cut-body':
            return cutBody(delivery, writeJson(await answerOrBlank(delivery, fault.acted ?? true)));
        case 'broken-json': {
            const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
            return send(delivery, { ...message, body: message.body.slice(0, message.body.length / 2) });
        }
        case 'empty-body': {
            const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
            return send(delivery, { ...message, body: '' });
        }
        case 'wrong-shape': {
            const answer = await answerOrBlank(delivery, fault.acted ?? true);
            const json = vendor.replaceResult(answer.json, (result) => swapShape(result, fault.shape));
            return send(delivery, writeJson({ ...answer, json }));
        }
        case 'huge-body': {
            const message = writeJson(await answerOrBlank(delivery, fault.acted ?? true));
            const bytes = (fault.megabytes ?? 100) * MEGABYTE;
            return streamHugeBody(delivery, message, { bytes, announced: fault.contentLength ?? false });
        }
    }
}
async function act({ vendor, request, entry }) {
    const answer = await vendor.answer(request);
    entry.acted = answer.status >= 200 && answer.status < 300;
    return answer;
}
async function answerOrBlank(delivery, acted) {
    return acted ? act(delivery) : delivery.vendor.makeBlankAnswer();
}
async function deliverSlowly(delivery, milliseconds, actFirst) {
    // What making the answer takes is of the delay, not beside it.
    const waited = pause(delivery.response, milliseconds);
    const first = actFirst ? writeJson(await act(delivery)) : null;
    const stillThere = await waited;
    if (stillThere)
        send(delivery, first ?? writeJson(await act(delivery)));
}
/** Waits; false as soon as the caller has gone. */
function pause(response, milliseconds) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), milliseconds);
        response.once('close', () => {
            clearTimeout(timer);
            resolve(false);
        });
    });
}
function writeJson({ status, headers, json, text }) {
    const body = text ?? JSON.stringify(json);
    const type = body === '' ? {} : { 'content-type': 'application/json' };
    return { status, headers: { ...type, ...headers }, body };
}
function send({ response, entry }, { status, headers, body }) {
    entry.status = status;
    // RFC 9110, 8.6: a 204 has no Content-Length.
    const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    response.writeHead(status, { ...headers, ...length }).end(body);
}
function resetConnection(response) {
    response.socket?.resetAndDestroy();
}
function cutBody({ response, entry }, { status, headers, body }) {
    entry.status = status;
    const bytes = Buffer.from(body);
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}
function streamHugeBody({ response, entry }, { status, headers }, { bytes, announced }) {
    entry.status = status;
    const [head, tail] = ['{"result":"', '"}'];
    let left = bytes - head.length - tail.length;
    const filling = Buffer.alloc(Math.min(left, MEGABYTE), 'x');
    response.writeHead(status, { ...headers, ...(announced ? { 'content-length': String(bytes) } : {}) });
    response.write(head);
    const pump = () => {
        while (left > 0) {
            const chunk = filling.subarray(0, left);
            left -= chunk.length;
            if (!response.write(chunk))
                return;
        }
        response.off('drain', pump);
        response.end(tail);
    };
    response.on('drain', pump);
    pump();
}
function makeStatusMessage(fault, { vendor, clock }) {
    const { status, body = 'vendor', code, message } = fault;
    const retryAfter = fault.retryAfter ?? (status === 429 ? { form: vendor.retryAfterForm, seconds: 1 } : { form: 'none' });
    const written = writeRetryAfter(retryAfter, clock);
    const headers = { ...vendor.makeHeaders(), ...(written === null ? {} : { 'retry-after': written }) };
    if (body === 'vendor') {
        const answer = writeJson(vendor.makeErrorAnswer({ status, code, message }));
        return { ...answer, headers: { ...answer.headers, ...headers } };
    }
    if (body === 'empty')
        return { status, headers, body: '' };
    const page = body === 'html'
        ? { text: makePage(status), contentType: 'text/html; charset=UTF-8' }
        : { contentType: 'text/plain', ...body };
    return {
        status,
        headers: { ...headers, 'content-type': page.contentType ?? 'text/plain' },
        body: page.text,
    };
}
/** The header's value in one of the forms that clients meet; null for none. */
function writeRetryAfter(retryAfter, clock) {
    switch (retryAfter.form) {
        case 'seconds':
            return String(retryAfter.seconds);
        case 'unit':
            return `${retryAfter.seconds}s`;
        case 'date':
            return new Date(Math.ceil(clock.now() / 1000 + retryAfter.seconds) * 1000).toUTCString();
        case 'text':
            return retryAfter.text;
        case 'none':
            return null;
    }
}
function makePage(status) {
    return `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Error ${status}</h1><p>The web server reported an error.</p></body></html>\n`;
}

// EXTERNAL MODULE: ./build/simulator/estate.js + 5 modules
var estate = __nccwpck_require__(3690);
;// CONCATENATED MODULE: ./build/simulator/history.js
/** Headers for the history: credentials replaced. */
function maskHeaders(headers, secret) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secret.includes(name) ? '(given)' : String(value)]));
}
/** The body for the history: JSON, a form as an object, or the text; credentials replaced by name. */
function readBody(text, contentType = '', secret = []) {
    if (text === '')
        return null;
    if (contentType.startsWith('application/x-www-form-urlencoded')) {
        return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [
            name,
            secret.includes(name) ? '(given)' : value,
        ]));
    }
    try {
        return JSON.parse(text, (name, value) => (secret.includes(name) ? '(given)' : value));
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/simulator/unkind.js

/** The chance of a 429, and of a write whose answer is lost. */
const MISHAP_CHANCE = 0.05;
/** A token that an API gives out ends after so many calls: from, and how many more at most. */
const FEWEST_TOKEN_CALLS = 2;
const MORE_TOKEN_CALLS = 20;
/** A state change takes up to so many times as long. */
const SLOWEST_SETTLING_FACTOR = 4;
/**
 * Every draw depends on the seed, on what it is for, and on how often that was drawn before: calls to other
 * endpoints, even side by side, do not change it.
 */
function createUnkind(seed) {
    const counts = new Map();
    const draw = (purpose) => {
        const count = (counts.get(purpose) ?? 0) + 1;
        counts.set(purpose, count);
        return createRandom(deriveSeed(seed, purpose, count));
    };
    return {
        drawFault: (endpoint, writes) => {
            const chance = draw(`fault ${endpoint}`).next();
            if (chance < MISHAP_CHANCE) {
                return { endpoint, kind: 'status', status: 429 };
            }
            return writes && chance < 2 * MISHAP_CHANCE ? { endpoint, kind: 'lost-answer' } : null;
        },
        drawSlowness: (thing) => 1 + draw(`slowness ${thing}`).next() * (SLOWEST_SETTLING_FACTOR - 1),
        drawTokenCalls: (session) => FEWEST_TOKEN_CALLS + draw(`token ${session}`).integer(MORE_TOKEN_CALLS + 1),
        reorder: (list, rows) => draw(`order ${list}`).shuffle(rows),
    };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/options.js
/** What holds where nothing else is said. */
const DEFAULT_ZSCALER_OPTIONS = {
    oneApiOnly: false,
    oneApiOnlyStatus: 403,
    legacyTokenSeconds: 3600,
    oneApiTokenSeconds: 3600,
    signOutStatus: 200,
    audienceRequired: true,
    assertionSeconds: 3600,
    foreignCustomerStatus: 403,
    unknownMicrotenantStatus: 400,
    microtenantOnWrite: 'required',
    numberForm: 'string',
    totalCount: 'right',
    emptyList: 'empty',
    oversizedPage: 'refuse',
    commonNameField: 'cName',
    listingLagMilliseconds: 0,
    duplicateName: 'refuse',
    consoleNameRule: false,
    mismatchedKey: 'refuse',
    sec1Key: 'refuse',
    expiredUpload: 'accept',
    certificateLimit: 1000,
    otherFieldsInUpdate: 'ignore',
    absentDescription: 'clear',
    notEditableStatus: 403,
    referencedDeletion: 'refuse',
    deletedCertificateName: 'gone',
    quota: { reads: 20, writes: 10, seconds: 10 },
    retryAfterForm: 'unit',
    gatewayQuota: { requests: 5000, seconds: 60 },
};

;// CONCATENATED MODULE: ./build/simulator/zscaler/errors.js
/**
 * Error ids of the ZPA API, from its documentation and from official clients. The group at the end is chosen
 * for this simulator: the real ids are not known, so nothing may depend on them.
 */
const ERROR_IDS = {
    accessDenied: 'access.denied',
    alreadyExists: 'resource.already.exist',
    badRequest: 'bad.request',
    concurrentChange: 'api.concurrent.access.error',
    invalidArgument: 'invalid.resource.argument',
    invalidOperand: 'filtering.input.invalid.operand',
    notFound: 'resource.not.found',
    referenced: 'resource.referenced',
    retryableServerError: 'retryable.server.error',
    tooManyRequests: 'invalid.toomanyrequests',
    internalError: 'internal.server.error',
    limitReached: 'resource.limit.reached',
    methodNotAllowed: 'method.not.allowed',
    noRoute: 'no.such.path',
    notEditable: 'resource.not.editable',
    unsupportedMediaType: 'unsupported.media.type',
};
const JSON_TYPE = 'application/json;charset=utf-8';
/** A refusal on its way to the caller. */
class errors_Refusal extends Error {
    answer;
    constructor(message, answer) {
        super(message);
        this.answer = answer;
    }
}
/** A refusal in ZPA's own form. */
function errors_refuse(status, id, reason, more = {}, headers = {}) {
    const answer = errors_succeed(status, { id, reason, ...more });
    return new errors_Refusal(`${id} ${reason}`, { ...answer, headers: { ...answer.headers, ...headers } });
}
/** The refusal of a field's value. */
function refuseField(field, because) {
    return errors_refuse(400, ERROR_IDS.invalidArgument, `One or more input fields ${field} are not valid. ${because}`, {
        params: [field],
    });
}
/** The refusal of what is not there: HTTP 400, not 404 (ZPA API documentation, error codes). */
function refuseMissing(idOrName) {
    return errors_refuse(400, ERROR_IDS.notFound, `No resource exists with the given id/name :${idOrName}`, {
        params: [idOrName],
    });
}
/** An answer with JSON. */
function errors_succeed(status, json) {
    return { status, headers: { 'content-type': JSON_TYPE }, json };
}
/** An answer without a body. */
function succeedEmpty(status) {
    return { status, headers: {}, json: null, text: '' };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/authority.js


const DAY = 24 * 60 * 60 * 1000;
const authority_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const ORGANIZATION = [{ C: ['GB'] }, { O: ['Example Trust, Ltd'] }];
const ROOT_NAME = [...ORGANIZATION, { CN: ['Example Root X1'] }];
const ISSUING_NAME = [...ORGANIZATION, { CN: ['Example Issuing R3'] }];
/**
 * Makes an authority of a root and an intermediate certificate, valid for ten years either side of now. Each
 * leaf has a key of its own, which nobody keeps: the API never gives a private key away.
 */
async function createAuthority(now, seed) {
    const random = createRandom(deriveSeed(seed, 'zscaler authority'));
    const [rootKeys, issuingKeys] = [await x509_makeKeys(), await x509_makeKeys()];
    const life = { notBefore: now - 3650 * DAY, notAfter: now + 3650 * DAY };
    const issuing = await authority_signCertificate({
        subject: ISSUING_NAME,
        issuer: ROOT_NAME,
        serialNumber: `4${random.hex(31)}`,
        publicKey: issuingKeys.publicKey,
        signingKey: rootKeys.privateKey,
        sans: [],
        ca: true,
        ...life,
    });
    return {
        sign: async ({ commonName, sans, notBefore, notAfter, withChain }) => ({
            pem: await authority_signCertificate({
                subject: [{ C: ['GB'] }, { L: ['Leeds'] }, { O: ['Example Works, Ltd'] }, { CN: [commonName] }],
                issuer: ISSUING_NAME,
                serialNumber: `4${random.hex(31)}`,
                publicKey: (await x509_makeKeys()).publicKey,
                signingKey: issuingKeys.privateKey,
                sans,
                ca: false,
                notBefore,
                notAfter,
            }),
            chain: withChain ? issuing : null,
        }),
    };
}
async function authority_signCertificate({ sans, ca, notBefore, notAfter, ...request }) {
    const x509 = await loadX509();
    const second = (milliseconds) => new Date(Math.floor(milliseconds / 1000) * 1000);
    const certificate = await x509.X509CertificateGenerator.create({
        ...request,
        notBefore: second(notBefore),
        notAfter: second(notAfter),
        signingAlgorithm: authority_ALGORITHM,
        extensions: [
            new x509.BasicConstraintsExtension(ca, undefined, true),
            new x509.KeyUsagesExtension(ca
                ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign
                : x509.KeyUsageFlags.digitalSignature, true),
            ...(sans.length === 0
                ? []
                : [new x509.SubjectAlternativeNameExtension(sans.map((value) => ({ type: 'dns', value })))]),
        ],
    });
    return `${certificate.toString('pem')}\n`;
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/content.js
/** OIDs that RFC 2253 has no keyword for, by the short name that Node writes; their values are IA5 strings. */
const NUMERIC_OIDS = { emailAddress: '1.2.840.113549.1.9.1' };
const IA5_STRING_TAG = 0x16;
/** Reads the facts from a leaf and the issuers that came with it. */
function readContent(x509, chain) {
    const issuedTo = writeRfc2253(x509.subject);
    const commonName = readCommonName(x509);
    const sans = readDnsNames(x509.subjectAltName);
    return {
        pem: x509.toString(),
        chain: chain.length === 0 ? null : chain.join(''),
        publicKey: x509.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        issuedTo,
        issuedBy: writeRfc2253(x509.issuer),
        serialNumber: BigInt(`0x${x509.serialNumber}`).toString(),
        commonName,
        sans: sans.length > 0 || commonName === null ? sans : [commonName],
        notBefore: Date.parse(x509.validFrom),
        notAfter: Date.parse(x509.validTo),
        fingerprint: x509.fingerprint256,
    };
}
/** Turns Node's name, a part a line with the most general first, into RFC 2253's order and form. */
function writeRfc2253(name) {
    return (name ?? '')
        .split('\n')
        .filter((part) => part !== '')
        .map((part) => part
        .split(/(?<!\\) \+ /)
        .map(writeNamePart)
        .join('+'))
        .reverse()
        .join(',');
}
function writeNamePart(part) {
    const [, type = '', value = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    const oid = NUMERIC_OIDS[type];
    if (oid === undefined)
        return part;
    const octets = Buffer.from(value, 'latin1');
    return `${oid}=#${Buffer.from([IA5_STRING_TAG, octets.length, ...octets]).toString('hex')}`;
}
function readCommonName(x509) {
    const names = x509.toLegacyObject().subject?.CN;
    const last = Array.isArray(names) ? names.at(-1) : names;
    return typeof last === 'string' ? last : null;
}
function readDnsNames(subjectAltName) {
    return (subjectAltName ?? '')
        .split(', ')
        .filter((name) => name.startsWith('DNS:'))
        .map((name) => name.slice('DNS:'.length));
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/store.js



const DEFAULT_MICROTENANT = '0';
/** The administrator behind the API's credentials. */
const API_USER_ID = '314159000000000002';
/** Of the ids that are made at run time; as long as the vendor's, beyond what a double holds. */
const FIRST_NEW_ID = 314159000000700001n;
/** Creates a customer's store with what is seeded. */
async function createCustomerStore(seed, world, options) {
    const { clock } = world;
    const certificates = await sowCertificates(seed.certificates, world);
    const creations = [];
    const deletedIds = [];
    const deletedNames = new Map();
    let nextId = FIRST_NEW_ID;
    const applications = seed.applications.map(({ id, microtenantId = DEFAULT_MICROTENANT, createdAt, settings, tcpPorts, apps }) => ({
        id,
        microtenantId,
        createdAt,
        modifiedAt: null,
        settings,
        tcpPorts,
        udpPorts: [],
        apps,
    }));
    const [praPortals, userPortals] = [sowPortals(seed.praPortals), sowPortals(seed.userPortals)];
    return {
        microtenants: new Map([
            [DEFAULT_MICROTENANT, 'Default'],
            ...seed.microtenants.map(({ id, name }) => [id, name]),
        ]),
        certificates,
        applications,
        praPortals,
        userPortals,
        creations,
        deletedIds,
        deletedNames,
        create: (recipe) => {
            const createdAt = clock.now();
            const certificate = {
                ...recipe,
                id: String(nextId),
                createdAt,
                modifiedAt: null,
                listedAt: createdAt + options.listingLagMilliseconds,
                readOnly: false,
                zscalerManaged: false,
                oldForm: false,
            };
            nextId += 1n;
            certificates.push(certificate);
            creations.push({ id: certificate.id, name: certificate.name, at: createdAt });
            return certificate;
        },
        remove: (certificate) => {
            certificates.splice(certificates.indexOf(certificate), 1);
            deletedIds.push(certificate.id);
            if (options.deletedCertificateName === 'kept')
                deletedNames.set(certificate.id, certificate.name);
        },
        findReferrers: (certificateId) => [
            ...applications
                .filter(({ apps }) => apps.some(({ fields }) => fields.certificateId === certificateId))
                .map(({ settings }) => ({ kind: 'Application', name: String(settings.name) })),
            ...findPortals(praPortals, certificateId).map((name) => ({ kind: 'PRA Portal', name })),
            ...findPortals(userPortals, certificateId).map((name) => ({ kind: 'User Portal', name })),
        ],
    };
}
function sowPortals(seeds) {
    return seeds.map(({ microtenantId = DEFAULT_MICROTENANT, ...seed }) => ({
        ...seed,
        microtenantId,
        modifiedAt: null,
    }));
}
function findPortals(portals, certificateId) {
    return portals
        .filter(({ fields }) => fields.certificateId === certificateId)
        .map(({ fields }) => String(fields.name));
}
async function sowCertificates(seeds, world) {
    const now = world.clock.now();
    const authority = seeds.some(({ leaf }) => leaf !== null) ? await createAuthority(now, world.seed) : null;
    const contents = new Map();
    for (const { leaf } of seeds) {
        if (leaf === null || authority === null || contents.has(leaf))
            continue;
        const { pem, chain } = await authority.sign(leaf);
        const issuers = chain === null ? [] : [new external_node_crypto_.X509Certificate(chain)];
        contents.set(leaf, readContent(new external_node_crypto_.X509Certificate(pem), issuers));
    }
    return seeds.map((seed) => ({
        id: seed.id,
        name: seed.name,
        description: seed.description ?? null,
        microtenantId: seed.microtenantId ?? DEFAULT_MICROTENANT,
        content: seed.leaf === null ? null : (contents.get(seed.leaf) ?? null),
        createdAt: seed.createdAt,
        modifiedAt: seed.modifiedAt ?? null,
        listedAt: seed.createdAt,
        readOnly: seed.readOnly ?? false,
        zscalerManaged: seed.zscalerManaged ?? false,
        oldForm: seed.oldForm ?? false,
    }));
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/wire.js
/** JSON as the ZPA API writes it; this simulator's own description, shared with nobody. */
function wire_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Times are written as text, in whole seconds since 1970. */
function writeEpochSeconds(milliseconds) {
    return String(Math.floor(milliseconds / 1000));
}
/** An object's members without those that are undefined. */
function omitUndefined(json) {
    return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/call.js



/**
 * The microtenant that the query names: `0` is the Default one; none where it is left out.
 * @throws {Refusal} where there is no such microtenant
 */
function readMicrotenant(query, store, { unknownMicrotenantStatus: status }) {
    const id = query.get('microtenantId') ?? '';
    if (id === '')
        return null;
    if (store.microtenants.has(id))
        return id;
    const errorId = status === 403 ? ERROR_IDS.accessDenied : ERROR_IDS.invalidArgument;
    throw errors_refuse(status, errorId, `One or more input fields microtenantId are not valid. There is no ${id}`);
}
/** What a read shows: all microtenants' things, or one's. */
function filterVisible({ microtenantId }, things) {
    return microtenantId === null ? things : things.filter((thing) => thing.microtenantId === microtenantId);
}
/** The thing that a read asks for. @throws {Refusal} 400 where it is not there */
function requireVisible(call, things) {
    return requireById(filterVisible(call, things), call.id);
}
/** The thing that a write is about: in the Default microtenant unless another is named. @throws {Refusal} */
function requireWritable(call, things) {
    const { microtenantId, options } = call;
    if (microtenantId === null && options.microtenantOnWrite === 'optional')
        return requireById(things, call.id);
    return requireById(filterVisible({ ...call, microtenantId: microtenantId ?? DEFAULT_MICROTENANT }, things), call.id);
}
function requireById(things, id) {
    const thing = things.find((candidate) => candidate.id === id);
    if (thing === undefined)
        throw refuseMissing(id);
    return thing;
}
/** The certificate that something is to refer to: it must have been issued. @throws {Refusal} */
function requireServable(store, id) {
    const certificate = store.certificates.find((candidate) => candidate.id === id && candidate.content !== null);
    if (certificate === undefined)
        throw refuseMissing(String(id));
    return certificate;
}
/** The members of an object that tell of its microtenant; the Default one's id is never written. */
function writeMicrotenant({ microtenantId }, store) {
    const name = { microtenantName: store.microtenants.get(microtenantId) };
    return microtenantId === DEFAULT_MICROTENANT ? name : { ...name, microtenantId };
}
/** The members of an object that tell when it was made and changed. */
function writeTimes({ createdAt, modifiedAt }, modifiedBy) {
    return {
        creationTime: writeEpochSeconds(createdAt),
        ...(modifiedAt === null ? {} : { modifiedTime: writeEpochSeconds(modifiedAt) }),
        modifiedBy,
    };
}
/** A certificate's name beside its id, as what refers to it writes it. */
function writeCertificateName(store, fields) {
    const certificate = store.certificates.find(({ id }) => id === fields.certificateId);
    const name = certificate?.name ?? store.deletedNames.get(String(fields.certificateId));
    return name === undefined ? {} : { certificateName: name };
}
/** Whether a value is an array of objects. */
function isObjectArray(value) {
    return Array.isArray(value) && value.every(wire_isObject);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/forms.js
const FORM_TYPE = 'application/x-www-form-urlencoded';
/** The fields of a form; null where the content type is another. */
function readForm({ headers, body }) {
    return readMediaType(headers['content-type']) === FORM_TYPE ? new URLSearchParams(body) : null;
}
/** A Content-Type without its parameters, in small letters. */
function readMediaType(contentType) {
    return contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/legacy-sign-in.js


/** POST signin: `expires_in` is a text (ZPA API documentation, authentication). @throws {Refusal} */
function signIn(request, { clients, sessions }) {
    const form = readForm(request);
    if (form === null) {
        throw errors_refuse(415, ERROR_IDS.unsupportedMediaType, 'The body must be application/x-www-form-urlencoded');
    }
    const client = clients.find(({ id }) => id === form.get('client_id'));
    if (client === undefined || client.secret !== form.get('client_secret')) {
        throw errors_refuse(401, ERROR_IDS.accessDenied, 'Invalid client id or client secret');
    }
    const { token, seconds } = sessions.open('legacy', client);
    return errors_succeed(200, { token_type: 'Bearer', access_token: token, expires_in: String(seconds) });
}
/** POST signout. */
function signOut(session, sessions, { signOutStatus }) {
    sessions.signOut(session);
    return succeedEmpty(signOutStatus);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/client-assertion.js


const AUDIENCE = 'https://api.zscaler.com';
/** What is wrong with a client assertion (RFC 7523, signed RS256); null where it is good. */
function findAssertionFault(assertion, expected) {
    const [head = '', claims = '', signature = '', ...more] = assertion.split('.');
    const header = readPart(head);
    const payload = readPart(claims);
    if (more.length > 0 || header === null || payload === null)
        return 'it is not a JSON Web Token';
    if (header.alg !== 'RS256')
        return 'alg must be RS256';
    const signed = (0,external_node_crypto_.verify)('sha256', Buffer.from(`${head}.${claims}`), (0,external_node_crypto_.createPublicKey)(expected.publicKey), Buffer.from(signature, 'base64url'));
    if (!signed)
        return 'its signature is not by the registered key';
    const { iss, sub, aud, exp } = payload;
    if (iss !== expected.clientId || sub !== expected.clientId)
        return 'iss and sub must be the client id';
    if (aud !== AUDIENCE && !(Array.isArray(aud) && aud.includes(AUDIENCE)))
        return `aud must be ${AUDIENCE}`;
    if (typeof exp !== 'number')
        return 'exp must be a number';
    const now = expected.now / 1000;
    if (exp <= now)
        return 'it has expired';
    return exp > now + expected.seconds ? `exp may lie at most ${expected.seconds} seconds ahead` : null;
}
function readPart(part) {
    try {
        const json = JSON.parse(Buffer.from(part, 'base64url').toString());
        return wire_isObject(json) ? json : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/oneapi-token.js



const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The token endpoint has a quota of its own (recorded). */
const TOKEN_QUOTA_HEADERS = { 'x-ratelimit-limit': '500, 500;w=1, 100000;w=60' };
/**
 * POST oauth2/v1/token, for client credentials: a secret in the form or as Basic authorisation, or an assertion
 * signed with the client's private key. Every failure is HTTP 400 (Zscaler OneAPI, authentication).
 * @throws {Refusal}
 */
function issueToken(request, context) {
    const form = readForm(request);
    if (form === null)
        throw refuseToken('invalid_request', 'The body must be application/x-www-form-urlencoded');
    if (form.get('grant_type') !== 'client_credentials') {
        throw refuseToken('unsupported_grant_type', 'grant_type must be client_credentials');
    }
    const audience = form.get('audience');
    if (audience === null ? context.options.audienceRequired : audience !== AUDIENCE) {
        throw refuseToken('invalid_request', `audience must be ${AUDIENCE}`);
    }
    const client = oneapi_token_identify(form, request.headers.authorization, context);
    const { token, seconds } = context.sessions.open('oneapi', client);
    return errors_succeed(200, { access_token: token, token_type: 'Bearer', expires_in: seconds });
}
function oneapi_token_identify(form, authorization, { clients, clock, options }) {
    const given = {
        authorization: authorization ?? null,
        client_secret: form.get('client_secret'),
        client_assertion: form.get('client_assertion'),
    };
    if (Object.values(given).filter((proof) => proof !== null).length !== 1) {
        throw refuseToken('invalid_request', 'Give one of client_secret, client_assertion and Basic authorisation');
    }
    const pair = given.authorization === null ? null : readBasic(given.authorization);
    const clientId = pair?.id ?? form.get('client_id');
    const client = clients.find(({ id }) => id === clientId);
    if (client === undefined)
        throw refuseToken('invalid_client', 'Invalid client');
    if (given.client_assertion === null) {
        const secrets = pair?.secrets ?? [given.client_secret];
        if (client.secret === null || !secrets.includes(client.secret)) {
            throw refuseToken('invalid_client', 'Invalid client secret');
        }
        return client;
    }
    if (form.get('client_assertion_type') !== ASSERTION_TYPE) {
        throw refuseToken('invalid_request', `client_assertion_type must be ${ASSERTION_TYPE}`);
    }
    if (client.publicKey === null)
        throw refuseToken('invalid_client', 'The client has no registered key');
    const fault = findAssertionFault(given.client_assertion, {
        clientId: client.id,
        publicKey: client.publicKey,
        now: clock.now(),
        seconds: options.assertionSeconds,
    });
    if (fault !== null)
        throw refuseToken('invalid_client', `Invalid client assertion: ${fault}`);
    return client;
}
/**
 * Id and secret of a Basic header. RFC 6749, 2.3.1, has each of them form-encoded first, many clients do not:
 * the secret may be meant either way.
 */
function readBasic(authorization) {
    const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1] ?? '';
    const [, id, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
    if (id === undefined || secret === undefined)
        return null;
    return { id: decodeFormPart(id), secrets: [secret, decodeFormPart(secret)] };
}
function decodeFormPart(part) {
    return new URLSearchParams(`part=${part}`).get('part') ?? '';
}
function refuseToken(error, description) {
    const json = { error, error_description: description };
    return new errors_Refusal(description, { status: 400, headers: {}, json });
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/rate-limit.js

function createSlidingWindow(seconds, clock) {
    const times = new Map();
    return {
        count: (thing, quota) => {
            const now = clock.now();
            const recent = (times.get(thing) ?? []).filter((time) => time > now - seconds * 1000);
            times.set(thing, recent);
            const blocking = recent[recent.length - quota];
            if (recent.length >= quota)
                return (blocking ?? now) + seconds * 1000 - now;
            recent.push(now);
            return null;
        },
    };
}
/** ZPA's own limit (ZPA help, Rate Limiting; recorded: the 21st read of one endpoint within 10 s was refused). */
function rate_limit_createRateLimit({ quota, retryAfterForm }, clock) {
    const window = createSlidingWindow(quota.seconds, clock);
    return {
        count: (pathTemplate, method) => {
            const reads = method === 'GET';
            const allowed = reads ? quota.reads : quota.writes;
            const wait = window.count(`${reads ? 'read' : 'write'} ${pathTemplate}`, allowed);
            if (wait === null)
                return;
            const seconds = Math.max(1, Math.ceil(wait / 1000));
            throw errors_refuse(429, ERROR_IDS.tooManyRequests, `Too many requests: ${allowed} ${reads ? 'reads' : 'writes'} in ${quota.seconds} seconds are allowed`, { exception: 'Rate limit exceeded' }, { 'retry-after': retryAfterForm === 'unit' ? `${seconds}s` : String(seconds) });
        },
    };
}
function createGatewayQuota({ gatewayQuota }, clock) {
    const { requests, seconds } = gatewayQuota;
    let endsAt = 0;
    let used = 0;
    const turn = () => {
        if (clock.now() < endsAt)
            return;
        endsAt = clock.now() + seconds * 1000;
        used = 0;
    };
    return {
        count: () => {
            turn();
            used += 1;
            if (used <= requests)
                return;
            const json = { detail: 'API rate limit exceeded', type: '', title: '', status: '' };
            throw new errors_Refusal(json.detail, { status: 429, headers: {}, json });
        },
        makeHeaders: () => {
            turn();
            return {
                'x-ratelimit-limit': `${requests}, ${requests};w=${seconds}`,
                'x-ratelimit-remaining': String(Math.max(0, requests - used)),
                'x-ratelimit-reset': String(Math.ceil((endsAt - clock.now()) / 1000)),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/doors.js




const SIGN_IN = '/signin';
const SIGN_OUT = '/signout';
const MANAGEMENT_PATH = '/mgmtconfig/';
const TOKEN_PATH = '/oauth2/v1/token';
const ONEAPI_PREFIX = '/zpa';
const ONEAPI_ONLY = 'This tenant can be reached only through Zscaler OneAPI.\n';
/** The session of a request. @throws {Refusal} 401 */
function requireSession(door, request, sessions) {
    const session = sessions.find(door.scheme, request.headers.authorization);
    if (session === null)
        throw door.refuseCredential();
    return session;
}
/** The door of API keys: signin, signout, and the management API at the root. */
function createLegacyDoor({ seed, sessions, options }) {
    const legacy = {
        scheme: 'legacy',
        serves: (path) => path === SIGN_IN || path === SIGN_OUT || path.startsWith(MANAGEMENT_PATH),
        stripPrefix: (path) => path,
        findSignIn: (method, path) => {
            if (method !== 'POST')
                return null;
            if (path === SIGN_IN)
                return 'zpa.signin';
            return path === SIGN_OUT ? 'zpa.signout' : null;
        },
        answerSignIn: (endpoint, request) => endpoint === 'zpa.signin'
            ? signIn(request, { clients: seed.legacyClients, sessions })
            : signOut(requireSession(legacy, request, sessions), sessions, options),
        refuseCredential: () => errors_refuse(401, ERROR_IDS.accessDenied, 'The access token is missing, wrong or expired'),
        guard: () => {
            if (!options.oneApiOnly)
                return;
            throw new errors_Refusal(ONEAPI_ONLY, {
                status: options.oneApiOnlyStatus,
                headers: { 'content-type': 'text/plain;charset=utf-8' },
                json: null,
                text: ONEAPI_ONLY,
            });
        },
        makeHeaders: () => ({}),
    };
    return legacy;
}
/** The door of OneAPI: its token endpoint, and the management API under a prefix. */
function createOneApiDoor({ seed, sessions, clock, options }) {
    const gatewayQuota = createGatewayQuota(options, clock);
    return {
        scheme: 'oneapi',
        serves: (path) => path === TOKEN_PATH || path.startsWith(`${ONEAPI_PREFIX}/`),
        stripPrefix: (path) => (path.startsWith(`${ONEAPI_PREFIX}/`) ? path.slice(ONEAPI_PREFIX.length) : null),
        findSignIn: (method, path) => (method === 'POST' && path === TOKEN_PATH ? 'oneapi.token' : null),
        answerSignIn: (_endpoint, request) => issueToken(request, { clients: seed.oneApiClients, sessions, clock, options }),
        refuseCredential: () => {
            const json = { detail: 'unauthorized', type: '', title: '', status: '' };
            return new errors_Refusal(json.detail, { status: 401, headers: {}, json });
        },
        guard: (path) => {
            if (path !== TOKEN_PATH)
                gatewayQuota.count();
        },
        makeHeaders: (path) => (path === TOKEN_PATH ? TOKEN_QUOTA_HEADERS : gatewayQuota.makeHeaders()),
    };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/application-change.js



/** Where an app of a type stands in what is read, and which member of `appsConfig` names it. */
const TYPE_MEMBERS = {
    BROWSER_ACCESS: { list: 'clientlessApps', idMember: 'baAppId' },
    INSPECT: { list: 'inspectionApps', idMember: 'inspectAppId' },
    SECURE_REMOTE_ACCESS: { list: 'praApps', idMember: 'praAppId' },
};
const PORT_MEMBERS = ['tcpPortRanges', 'tcpPortRange', 'udpPortRanges', 'udpPortRange'];
const SERVER_MEMBERS = [
    'id',
    'creationTime',
    'modifiedTime',
    'modifiedBy',
    'microtenantId',
    'microtenantName',
];
const APP_SERVER_MEMBERS = [
    ...SERVER_MEMBERS,
    ...['appId', 'certificateName', 'appTypes'],
    ...Object.values(TYPE_MEMBERS).map(({ idMember }) => idMember),
];
/**
 * Reads a full object: what it leaves out is gone, Browser Access apps included. Both forms of ports together,
 * and `weightedLoadBalancing`, are not taken, though both are given (ZPA help, Updating Applications).
 * @throws {Refusal}
 */
function readApplicationChange(body, application, store) {
    for (const field of ['name', 'segmentGroupId']) {
        if (typeof body[field] !== 'string' || body[field] === '')
            throw refuseField(field, 'It must be a text.');
    }
    if (!isTextArray(body.domainNames) || body.domainNames.length === 0) {
        throw refuseField('domainNames', 'It must be a list of domains.');
    }
    if ('weightedLoadBalancing' in body)
        throw refuseField('weightedLoadBalancing', 'It cannot be sent here.');
    const tcpPorts = readPorts(body, 'tcp');
    const udpPorts = readPorts(body, 'udp');
    if (tcpPorts.length + udpPorts.length === 0)
        throw refuseField('tcpPortRange', 'There must be ports.');
    const apps = readApps(body, application);
    for (const app of apps)
        application_change_requireCertificate(app, store);
    const lists = Object.values(TYPE_MEMBERS).map(({ list }) => list);
    const own = omit(body, [...SERVER_MEMBERS, ...PORT_MEMBERS, ...lists, 'commonAppsDto']);
    const { weightedLoadBalancing } = application.settings;
    const settings = weightedLoadBalancing === undefined ? own : { ...own, weightedLoadBalancing };
    return { settings, tcpPorts, udpPorts, apps };
}
/** Pairs of from and to, from either form. */
function readPorts(body, protocol) {
    const [flat, pairs] = [`${protocol}PortRanges`, `${protocol}PortRange`];
    if (flat in body && pairs in body)
        throw refuseField(pairs, `It cannot be sent together with ${flat}.`);
    const given = body[flat] ?? body[pairs] ?? [];
    const ports = isObjectArray(given) ? given.flatMap(({ from, to }) => [from, to]) : given;
    if (isTextArray(ports) && ports.length % 2 === 0 && ports.every((port) => /^\d{1,5}$/.test(port)))
        return ports;
    throw refuseField(flat in body ? flat : pairs, 'It must be pairs of ports.');
}
function readApps(body, application) {
    const { clientlessApps, commonAppsDto } = body;
    const config = wire_isObject(commonAppsDto) ? (commonAppsDto.appsConfig ?? []) : [];
    if (!isObjectArray(config))
        throw refuseField('commonAppsDto.appsConfig', 'It must be a list of objects.');
    const configured = config.flatMap((app) => readConfigured(app, application));
    const browserAccess = clientlessApps === undefined && configured.some(({ type }) => type === 'BROWSER_ACCESS')
        ? application.apps.filter(({ type }) => type === 'BROWSER_ACCESS')
        : readClientlessApps(clientlessApps, application);
    const others = application.apps.filter(({ type }) => type !== 'BROWSER_ACCESS');
    return [...browserAccess, ...others].map((app) => configured.findLast(({ id }) => id === app.id) ?? app);
}
function readClientlessApps(given, application) {
    if (given === undefined)
        return [];
    if (!isObjectArray(given))
        throw refuseField('clientlessApps', 'It must be a list of objects.');
    return given.map((app) => readApp(app, { type: 'BROWSER_ACCESS', id: app.id, application }));
}
function readConfigured(app, application) {
    const types = isTextArray(app.appTypes) ? app.appTypes : [];
    const known = Object.entries(TYPE_MEMBERS).filter(([type]) => types.includes(type));
    if (known.length === 0)
        throw refuseField('appTypes', 'It must name types of apps.');
    return known.map(([type, { idMember }]) => readApp(app, { type, id: app[idMember], application }));
}
/** An app is known by its own id and its application's: without them it would be another one. */
function readApp(app, { type, id, application }) {
    const existing = application.apps.find((candidate) => candidate.type === type && candidate.id === id);
    if (existing === undefined || app.appId !== application.id) {
        throw refuseField('appId', 'Such an app must be named by its own id and by appId.');
    }
    for (const field of ['name', 'domain', 'applicationPort', 'applicationProtocol']) {
        if (typeof app[field] !== 'string' || app[field] === '')
            throw refuseField(field, 'It must be a text.');
    }
    return { id: existing.id, type: existing.type, fields: omit(app, APP_SERVER_MEMBERS) };
}
/** Zscaler's own certificate goes with `extLabel` and `extDomain`, and then no other may be named. */
function application_change_requireCertificate({ type, fields }, store) {
    const { certificateId = '', extLabel = '', extDomain = '' } = fields;
    const external = extLabel !== '' || extDomain !== '';
    if (certificateId !== '') {
        if (external)
            throw refuseField('certificateId', 'It cannot be sent together with extLabel or extDomain.');
        requireServable(store, certificateId);
    }
    else if (!external && type !== 'SECURE_REMOTE_ACCESS' && fields.applicationProtocol === 'HTTPS') {
        throw refuseField('certificateId', 'HTTPS needs a certificate.');
    }
}
function omit(json, members) {
    return Object.fromEntries(Object.entries(json).filter(([member]) => !members.includes(member)));
}
function isTextArray(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/search.js

const OPERATORS = {
    EQ: (field, value) => field === value,
    NE: (field, value) => field !== value,
    GT: (field, value) => compare(field, value) > 0,
    LT: (field, value) => compare(field, value) < 0,
    GE: (field, value) => compare(field, value) >= 0,
    LE: (field, value) => compare(field, value) <= 0,
    LIKE: (field, value) => field.toLowerCase().includes(value.toLowerCase()),
    CONTAINS: (field, value) => field.toLowerCase().includes(value.toLowerCase()),
    STARTSWITH: (field, value) => field.toLowerCase().startsWith(value.toLowerCase()),
    ENDSWITH: (field, value) => field.toLowerCase().endsWith(value.toLowerCase()),
};
/**
 * The filter that a search stands for: `field operator value`, with blanks or literal plus signs between them.
 * @throws {Refusal} 400 where it is not of that form
 */
function readSearch(search) {
    const [, field = '', operator = '', value = ''] = /^(\w+)[ +]+(\w+)[ +]+(.+)$/s.exec(search) ?? [];
    const holds = OPERATORS[operator.toUpperCase()];
    if (holds === undefined) {
        throw errors_refuse(400, ERROR_IDS.invalidOperand, `Invalid operand in the search '${search}'`, {
            params: [search],
        });
    }
    return (row) => {
        const given = row[field];
        return (typeof given === 'string' || typeof given === 'boolean') && holds(String(given), value);
    };
}
/** Numbers by size, all else by letters. */
function compare(left, right) {
    const numeric = /^\d+$/.test(left) && /^\d+$/.test(right);
    if (numeric && left.length !== right.length)
        return left.length - right.length;
    return left < right ? -1 : Number(left > right);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/list.js



/** ZPA API reference, Certificate Management. */
const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE_SIZE = 500;
/** The most that a page holds in the unkind mode, whatever was asked for. */
const UNKIND_PAGE_SIZE = 3;
/**
 * One page of a list: searched, filtered by microtenant, and counted in pages from 1.
 * @throws {Refusal}
 */
function answerList(call, things, write) {
    return answerRows(call, filterVisible(call, things), write);
}
/** As `answerList`, for rows that are filtered already. */
function answerRows({ query, options, world }, all, write) {
    const { page, size } = readPage(query, options.oversizedPage);
    const held = world.unkind === null ? size : Math.min(size, UNKIND_PAGE_SIZE);
    const search = query.get('search') ?? '';
    const holds = search === '' ? () => true : readSearch(search);
    const rows = search === '' ? all : all.filter((row) => holds(write(row)));
    const slice = rows.slice((page - 1) * held, page * held);
    const shown = world.unkind?.reorder('zpa list', slice) ?? slice;
    const asText = options.numberForm === 'mixed' ? page % 2 === 1 : options.numberForm === 'string';
    const count = (number) => (asText ? String(number) : number);
    return errors_succeed(200, {
        totalPages: count(Math.ceil(rows.length / held)),
        ...(options.totalCount === 'absent'
            ? {}
            : { totalCount: count(options.totalCount === 'zero' ? 0 : rows.length) }),
        ...(shown.length === 0 && options.emptyList === 'omitted' ? {} : { list: shown.map(write) }),
    });
}
function readPage(query, oversized) {
    const page = readPositive(query, 'page', 1);
    const size = readPositive(query, 'pagesize', DEFAULT_PAGE_SIZE);
    if (size > LARGEST_PAGE_SIZE && oversized === 'refuse') {
        throw refuseField('pagesize', `It may be ${LARGEST_PAGE_SIZE} at most.`);
    }
    return { page, size: Math.min(size, LARGEST_PAGE_SIZE) };
}
function readPositive(query, name, usual) {
    const text = query.get(name) ?? '';
    if (text === '')
        return usual;
    if (/^[1-9]\d{0,8}$/.test(text))
        return Number(text);
    throw refuseField(name, 'It must be a whole number from 1.');
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/applications.js






/**
 * GET v1 application/getAppsByType: a row for each app of one type. Its totalCount is `0` whatever there is, as
 * recorded. @throws {Refusal}
 */
function listAppsByType(call) {
    const type = call.query.get('applicationType') ?? '';
    if (!isAppType(type))
        throw refuseField('applicationType', 'There are BROWSER_ACCESS, INSPECT and SECURE_REMOTE_ACCESS.');
    const rows = filterVisible(call, call.store.applications).flatMap((application) => application.apps.filter((app) => app.type === type).map((app) => ({ application, app })));
    const answer = answerRows(call, rows, (row) => writeAppRow(row, call.store));
    const { json } = answer;
    if (!wire_isObject(json) || json.totalCount === undefined)
        return answer;
    return { ...answer, json: { ...json, totalCount: typeof json.totalCount === 'string' ? '0' : 0 } };
}
/** GET v1 application/{id}. @throws {Refusal} */
function getApplication(call) {
    const application = requireVisible(call, call.store.applications);
    return errors_succeed(200, writeApplication(application, call.store));
}
/** PUT v1 application/{id} with the full object; 204. @throws {Refusal} */
function updateApplication(call) {
    const { store, world, body } = call;
    const application = requireWritable(call, store.applications);
    const change = readApplicationChange(body, application, store);
    Object.assign(application, change, { modifiedAt: world.clock.now() });
    return succeedEmpty(204);
}
/** An application as the API gives it: with both forms of its ports, though it takes only one of them back. */
function writeApplication(application, store) {
    const apps = Object.entries(TYPE_MEMBERS).flatMap(([type, { list }]) => {
        const ofType = application.apps.filter((app) => app.type === type);
        return ofType.length === 0 ? [] : [[list, ofType.map((app) => writeApp(app, application, store))]];
    });
    return {
        id: application.id,
        ...writeTimes(application, API_USER_ID),
        ...application.settings,
        ...writePorts('tcp', application.tcpPorts),
        ...writePorts('udp', application.udpPorts),
        ...writeMicrotenant(application, store),
        ...Object.fromEntries(apps),
    };
}
function writePorts(protocol, ports) {
    if (ports.length === 0)
        return {};
    const pairs = ports.flatMap((from, index) => index % 2 === 0 ? [{ from, to: ports[index + 1] ?? from }] : []);
    return { [`${protocol}PortRanges`]: ports, [`${protocol}PortRange`]: pairs };
}
function writeApp({ id, fields }, application, store) {
    return {
        id,
        appId: application.id,
        ...fields,
        ...writeCertificateName(store, fields),
        ...writeMicrotenant(application, store),
    };
}
function writeAppRow({ application, app }, store) {
    const { fields, id } = app;
    const shown = [
        'name',
        'domain',
        'enabled',
        'applicationPort',
        'applicationProtocol',
        'certificateId',
        'trustUntrustedCert',
    ];
    return {
        id,
        appId: application.id,
        ...Object.fromEntries(shown.filter((name) => name in fields).map((name) => [name, fields[name]])),
        ...writeCertificateName(store, fields),
        ...(application.microtenantId === DEFAULT_MICROTENANT
            ? {}
            : { microtenantId: application.microtenantId }),
    };
}
function isAppType(type) {
    return Object.hasOwn(TYPE_MEMBERS, type);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/cert-blob.js



/**
 * Reads what a create uploads: a PEM certificate, its unencrypted private key as PKCS#1 or PKCS#8, and perhaps
 * the chain, in any order; the first certificate is the leaf (ZPA help, Configuring Certificates Using API).
 * @throws {Refusal} 400 where it is not acceptable
 */
function readCertBlob(blob, now, options) {
    if (typeof blob !== 'string' || blob === '')
        throw refuseBlob('A PEM text is needed.');
    const blocks = readBlocks(blob);
    const [leaf, ...chain] = blocks
        .filter(({ label }) => label === 'CERTIFICATE')
        .map(({ text }) => readCertificate(text));
    if (leaf === undefined)
        throw refuseBlob('It holds no certificate.');
    const key = readKey(blocks.filter(({ label }) => label.endsWith('PRIVATE KEY')), options);
    if (!leaf.checkPrivateKey(key) && options.mismatchedKey === 'refuse') {
        throw refuseBlob('The private key does not match the certificate.');
    }
    const content = readContent(leaf, chain);
    if (content.notAfter <= now && options.expiredUpload === 'refuse') {
        throw refuseBlob('The certificate has expired.');
    }
    return content;
}
function readCertificate(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch {
        throw refuseBlob('A certificate cannot be read.');
    }
}
function readBlocks(text) {
    return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g)].map((match) => ({
        label: match[1] ?? '',
        text: match[0],
    }));
}
function readKey(blocks, { sec1Key }) {
    const [block, ...more] = blocks;
    if (block === undefined || more.length > 0)
        throw refuseBlob('It must hold one private key.');
    const accepted = ['PRIVATE KEY', 'RSA PRIVATE KEY', ...(sec1Key === 'accept' ? ['EC PRIVATE KEY'] : [])];
    if (!accepted.includes(block.label) || block.text.includes('Proc-Type: 4,ENCRYPTED')) {
        throw refuseBlob('The private key must be unencrypted PKCS#1 or PKCS#8.');
    }
    try {
        return (0,external_node_crypto_.createPrivateKey)(block.text);
    }
    catch {
        throw refuseBlob('The private key cannot be read.');
    }
}
function refuseBlob(because) {
    return refuseField('certBlob', because);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/certificates.js






/** ZPA help, Uploading Web Server Certificates. */
const CONSOLE_NAME = /^[A-Za-z0-9._-]+$/;
/** GET v1 certificate: all there are. @throws {Refusal} */
function certificates_listCertificates(call) {
    return answerList(call, readListed(call), (row) => certificates_writeCertificate(row, call));
}
/** GET v2 certificate/issued and clientlessCertificate/issued: those that hold a certificate. @throws {Refusal} */
function listIssued(call) {
    const issued = readListed(call).filter(({ content }) => content !== null);
    return answerList(call, issued, (row) => certificates_writeCertificate(row, call));
}
/** GET v1 certificate/{id} and clientlessCertificate/{id}. @throws {Refusal} */
function certificates_getCertificate(call) {
    return errors_succeed(200, certificates_writeCertificate(requireVisible(call, call.store.certificates), call));
}
/** POST v1 certificate: 201 with the row; the microtenant's name is missing there, as recorded. @throws {Refusal} */
function certificates_createCertificate(call) {
    const { store, world, options, body, microtenantId } = call;
    const name = readName(call, null);
    const description = readDescription(body) ?? null;
    const content = readCertBlob(body.certBlob, world.clock.now(), options);
    if (store.certificates.length >= options.certificateLimit) {
        throw errors_refuse(400, ERROR_IDS.limitReached, `No more than ${options.certificateLimit} certificates are allowed`);
    }
    const row = store.create({
        name,
        description,
        content,
        microtenantId: microtenantId ?? DEFAULT_MICROTENANT,
    });
    const { microtenantName: _name, ...json } = certificates_writeCertificate(row, call);
    return errors_succeed(201, json);
}
/** PUT v1 certificate/{id}: name and description, nothing else; 204. @throws {Refusal} */
function updateCertificate(call) {
    const { store, world, options, body } = call;
    const row = requireWritable(call, store.certificates);
    refuseNotEditable(row, options.notEditableStatus);
    const other = Object.keys(body).find((field) => field !== 'name' && field !== 'description');
    if (other !== undefined && options.otherFieldsInUpdate === 'refuse') {
        throw refuseField(other, 'Name and description can be updated.');
    }
    const name = readName(call, row);
    const description = readDescription(body);
    const isKept = description === undefined && options.absentDescription === 'keep';
    if (!isKept)
        row.description = description ?? null;
    row.name = name;
    row.modifiedAt = world.clock.now();
    return succeedEmpty(204);
}
/** DELETE v1 certificate/{id}: 204; refused where something refers to it. @throws {Refusal} */
function certificates_deleteCertificate(call) {
    const { store, options } = call;
    const row = requireWritable(call, store.certificates);
    refuseNotEditable(row, options.notEditableStatus);
    const [referrer] = store.findReferrers(row.id);
    if (referrer !== undefined && options.referencedDeletion === 'refuse') {
        throw errors_refuse(400, ERROR_IDS.referenced, `Resource is being referenced in ${referrer.kind} : ${referrer.name}`, { params: [referrer.kind, referrer.name] });
    }
    store.remove(row);
    return succeedEmpty(204);
}
function readListed({ store, world }) {
    return store.certificates.filter(({ listedAt }) => listedAt <= world.clock.now());
}
function readName({ body, store, options }, of) {
    const { name } = body;
    if (typeof name !== 'string' || name === '')
        throw refuseField('name', 'It must be a text.');
    if (options.consoleNameRule && !CONSOLE_NAME.test(name)) {
        throw refuseField('name', 'It may have letters, digits, full stops, hyphens and underscores.');
    }
    const taken = store.certificates.some((row) => row !== of && row.name === name);
    if (taken && options.duplicateName === 'refuse') {
        throw errors_refuse(400, ERROR_IDS.alreadyExists, `Resource already exists with the given name : ${name}`, {
            params: [name],
        });
    }
    return name;
}
/** Undefined where there is none, null where it is to be unset. */
function readDescription({ description }) {
    if (description === undefined)
        return undefined;
    if (description === null || description === '')
        return null;
    if (typeof description === 'string')
        return description;
    throw refuseField('description', 'It must be a text.');
}
function refuseNotEditable({ readOnly, zscalerManaged }, status) {
    if (readOnly || zscalerManaged) {
        throw errors_refuse(status, ERROR_IDS.notEditable, 'The resource is read-only or managed by Zscaler');
    }
}
function certificates_writeCertificate(row, { store, options }) {
    const { content, oldForm } = row;
    const writeTime = oldForm ? String : writeEpochSeconds;
    const named = content === null
        ? {}
        : {
            [options.commonNameField]: content.commonName ?? undefined,
            certificate: content.pem,
            ...(content.chain === null ? {} : { certChain: content.chain }),
            publicKey: content.publicKey,
            issuedTo: content.issuedTo,
            issuedBy: content.issuedBy,
            serialNo: content.serialNumber,
            ...(oldForm ? {} : { san: content.sans }),
            validFromInEpochSec: writeTime(content.notBefore),
            validToInEpochSec: writeTime(content.notAfter),
        };
    return omitUndefined({
        id: row.id,
        ...writeTimes(row, API_USER_ID),
        name: row.name,
        description: row.description ?? undefined,
        ...named,
        ...writeMicrotenant(row, store),
        readOnly: row.readOnly,
        zscalerManaged: row.zscalerManaged,
    });
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/portals.js




const EXTERNAL = ['extLabel', 'extDomain', 'extDomainName'];
/** ZPA help, Configuring Privileged Portals Using API; recorded updates. */
const PRA_PORTAL = {
    list: 'praPortals',
    texts: ['name', 'domain'],
    booleans: ['enabled', 'userNotificationEnabled'],
    optional: ['description', 'certificateId', 'userNotification', ...EXTERNAL],
};
/** ZPA help, Configuring User Portals Using API; recorded updates. */
const USER_PORTAL = {
    list: 'userPortals',
    texts: ['name'],
    booleans: ['enabled', 'managedByZs'],
    optional: [
        'description',
        'domain',
        'certificateId',
        'userNotification',
        'userNotificationEnabled',
        ...EXTERNAL,
    ],
};
/** GET v1 praPortal or userPortal. @throws {Refusal} */
function listPortals(call, { list }) {
    return answerList(call, call.store[list], (portal) => writePortal(portal, call.store));
}
/** GET v1 praPortal/{id} or userPortal/{id}. @throws {Refusal} */
function getPortal(call, { list }) {
    return errors_succeed(200, writePortal(requireVisible(call, call.store[list]), call.store));
}
/** PUT v1 praPortal/{id} or userPortal/{id} with the full object; 204. @throws {Refusal} */
function updatePortal(call, kind) {
    const { store, world, body } = call;
    const portal = requireWritable(call, store[kind.list]);
    for (const field of kind.texts) {
        if (typeof body[field] !== 'string' || body[field] === '')
            throw refuseField(field, 'It must be a text.');
    }
    for (const field of kind.booleans) {
        if (typeof body[field] !== 'boolean')
            throw refuseField(field, 'It must be true or false.');
    }
    portals_requireCertificate(body, store);
    const taken = [...kind.texts, ...kind.booleans, ...kind.optional];
    portal.fields = Object.fromEntries(Object.entries(body).filter(([field, value]) => taken.includes(field) && value !== null));
    portal.modifiedAt = world.clock.now();
    return succeedEmpty(204);
}
/** A portal as the API gives it. */
function writePortal(portal, store) {
    return {
        id: portal.id,
        ...writeTimes(portal, API_USER_ID),
        ...portal.fields,
        ...writeCertificateName(store, portal.fields),
        ...writeMicrotenant(portal, store),
    };
}
/** A portal that Zscaler manages has Zscaler's certificate, every other one its own. */
function portals_requireCertificate(body, store) {
    const { certificateId = '', domain = '', managedByZs = false } = body;
    const external = managedByZs === true || EXTERNAL.some((field) => (body[field] ?? '') !== '');
    if (external) {
        if (certificateId !== '')
            throw refuseField('certificateId', 'Zscaler provides the certificate of such a portal.');
        return;
    }
    if (typeof domain !== 'string' || domain === '')
        throw refuseField('domain', 'It must be a text.');
    if (typeof certificateId !== 'string' || certificateId === '') {
        throw refuseField('certificateId', 'The portal needs a certificate.');
    }
    requireServable(store, certificateId);
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/management.js






/** What each endpoint of the management API does. */
const MANAGEMENT = {
    'zpa.certificates.list': certificates_listCertificates,
    'zpa.certificates.create': certificates_createCertificate,
    'zpa.certificates.get': certificates_getCertificate,
    'zpa.certificates.update': updateCertificate,
    'zpa.certificates.delete': certificates_deleteCertificate,
    'zpa.clientless.get': certificates_getCertificate,
    'zpa.issued.list': listIssued,
    'zpa.clientlessIssued.list': listIssued,
    'zpa.applications.byType': listAppsByType,
    'zpa.applications.get': getApplication,
    'zpa.applications.update': updateApplication,
    'zpa.praPortals.list': (call) => listPortals(call, PRA_PORTAL),
    'zpa.praPortals.get': (call) => getPortal(call, PRA_PORTAL),
    'zpa.praPortals.update': (call) => updatePortal(call, PRA_PORTAL),
    'zpa.userPortals.list': (call) => listPortals(call, USER_PORTAL),
    'zpa.userPortals.get': (call) => getPortal(call, USER_PORTAL),
    'zpa.userPortals.update': (call) => updatePortal(call, USER_PORTAL),
};
/**
 * The JSON object in the body of a POST or PUT; other methods' bodies are passed over.
 * @throws {Refusal}
 */
function readJsonBody({ method, headers, body }) {
    if (method !== 'POST' && method !== 'PUT')
        return {};
    if (readMediaType(headers['content-type']) !== 'application/json') {
        throw errors_refuse(415, ERROR_IDS.unsupportedMediaType, 'The body must be application/json');
    }
    const json = management_parse(body);
    if (wire_isObject(json))
        return json;
    throw errors_refuse(400, ERROR_IDS.badRequest, 'The body must be a JSON object');
}
function management_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/routes.js

const CUSTOMER_V1 = '/mgmtconfig/v1/admin/customers/{customerId}';
const CUSTOMER_V2 = '/mgmtconfig/v2/admin/customers/{customerId}';
/** Paths as in the ZPA API reference. */
const routes_ROUTES = [
    ['GET', `${CUSTOMER_V1}/certificate`, 'zpa.certificates.list'],
    ['POST', `${CUSTOMER_V1}/certificate`, 'zpa.certificates.create'],
    ['GET', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.get'],
    ['PUT', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.update'],
    ['DELETE', `${CUSTOMER_V1}/certificate/{id}`, 'zpa.certificates.delete'],
    ['GET', `${CUSTOMER_V1}/clientlessCertificate/{id}`, 'zpa.clientless.get'],
    ['GET', `${CUSTOMER_V2}/certificate/issued`, 'zpa.issued.list'],
    ['GET', `${CUSTOMER_V2}/clientlessCertificate/issued`, 'zpa.clientlessIssued.list'],
    ['GET', `${CUSTOMER_V1}/application/getAppsByType`, 'zpa.applications.byType'],
    ['GET', `${CUSTOMER_V1}/application/{id}`, 'zpa.applications.get'],
    ['PUT', `${CUSTOMER_V1}/application/{id}`, 'zpa.applications.update'],
    ['GET', `${CUSTOMER_V1}/praPortal`, 'zpa.praPortals.list'],
    ['GET', `${CUSTOMER_V1}/praPortal/{id}`, 'zpa.praPortals.get'],
    ['PUT', `${CUSTOMER_V1}/praPortal/{id}`, 'zpa.praPortals.update'],
    ['GET', `${CUSTOMER_V1}/userPortal`, 'zpa.userPortals.list'],
    ['GET', `${CUSTOMER_V1}/userPortal/{id}`, 'zpa.userPortals.get'],
    ['PUT', `${CUSTOMER_V1}/userPortal/{id}`, 'zpa.userPortals.update'],
];
/** A 64-bit number; longer ones than a double holds are usual. */
const ID_FORMAT = /^\d{1,19}$/;
/** The route of a path without the vendor's prefix; null where there is none. The ids may be malformed. */
function routes_findRoute(method, path) {
    for (const [routeMethod, template, endpoint] of routes_ROUTES) {
        const ids = routeMethod === method ? routes_matchPath(template, path) : null;
        if (ids !== null) {
            return { endpoint, template, customerId: ids.get('{customerId}') ?? '', id: ids.get('{id}') ?? '' };
        }
    }
    return null;
}
/**
 * The route of a request whose ids are well-formed.
 * @throws {Refusal}
 */
function routes_requireRoute(method, path) {
    const match = routes_findRoute(method, path);
    if (match === null) {
        const known = routes_ROUTES.some(([, template]) => routes_matchPath(template, path) !== null);
        throw known
            ? errors_refuse(405, ERROR_IDS.methodNotAllowed, `Method ${method} is not allowed here`)
            : errors_refuse(404, ERROR_IDS.noRoute, 'There is no such path');
    }
    if (!ID_FORMAT.test(match.customerId) || (match.template.endsWith('{id}') && !ID_FORMAT.test(match.id))) {
        throw errors_refuse(400, ERROR_IDS.badRequest, 'An id in the path is not a number');
    }
    return match;
}
function routes_matchPath(template, path) {
    const expected = template.split('/');
    const given = path.split('/');
    if (expected.length !== given.length)
        return null;
    const ids = new Map();
    for (const [index, part] of expected.entries()) {
        const value = given[index] ?? '';
        if (part.startsWith('{'))
            ids.set(part, value);
        else if (part !== value)
            return null;
    }
    return ids;
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/sessions.js

function createSessions(world, options) {
    const { clock, unkind } = world;
    const random = createRandom(deriveSeed(world.seed, 'zscaler tokens'));
    const sessions = new Map();
    const callsLeft = new Map();
    function readStatus({ signedOutAt, expiresAt }) {
        if (signedOutAt !== null)
            return 'signed-out';
        return expiresAt <= clock.now() ? 'expired' : 'open';
    }
    /** In the unkind mode a token ends after some calls, in the midst of a list if need be. */
    function countCall(session) {
        const left = callsLeft.get(session);
        if (left === undefined)
            return;
        callsLeft.set(session, left - 1);
        if (left === 0)
            session.expiresAt = clock.now();
    }
    return {
        open: (scheme, client) => {
            const seconds = scheme === 'legacy' ? options.legacyTokenSeconds : options.oneApiTokenSeconds;
            const session = {
                number: sessions.size + 1,
                scheme,
                clientId: client.id,
                customerId: client.customerId,
                mayWrite: client.mayWrite,
                openedAt: clock.now(),
                expiresAt: clock.now() + seconds * 1000,
                signedOutAt: null,
            };
            const token = `${scheme}-token-of-the-simulator-${random.hex(48)}`;
            sessions.set(token, session);
            if (unkind !== null)
                callsLeft.set(session, unkind.drawTokenCalls(`${scheme} ${session.number}`));
            return { token, seconds };
        },
        find: (scheme, authorization) => {
            const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
            const session = sessions.get(token);
            if (session === undefined || session.scheme !== scheme)
                return null;
            countCall(session);
            return readStatus(session) === 'open' ? session : null;
        },
        signOut: (session) => {
            session.signedOutAt = clock.now();
        },
        readState: () => [...sessions.values()].map((session) => ({ ...session, status: readStatus(session) })),
    };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/state.js


/** What there is, for tests and for the control endpoint. */
function readZscalerState(stores, sessions) {
    const customers = [...stores].map(([id, store]) => [id, readCustomer(store)]);
    return { sessions: sessions.readState(), customers: Object.fromEntries(customers) };
}
function readCustomer(store) {
    return {
        certificates: store.certificates.map(({ id, name, description, microtenantId, content }) => ({
            id,
            name,
            description,
            microtenantId,
            fingerprint: content?.fingerprint ?? null,
            expiresOn: content === null ? null : new Date(content.notAfter).toISOString(),
            pem: content?.pem ?? null,
            chain: content?.chain ?? null,
            referrers: store.findReferrers(id),
        })),
        creations: [...store.creations],
        deletedIds: [...store.deletedIds],
        applications: store.applications.map((application) => writeApplication(application, store)),
        praPortals: store.praPortals.map((portal) => writePortal(portal, store)),
        userPortals: store.userPortals.map((portal) => writePortal(portal, store)),
    };
}

;// CONCATENATED MODULE: ./build/simulator/zscaler/zscaler.js











/** A simulated ZPA with its seeded customers and clients. */
async function createZscaler(seed, world, options) {
    const stores = new Map();
    for (const customer of seed.customers) {
        stores.set(customer.id, await createCustomerStore(customer, world, options));
    }
    const sessions = createSessions(world, options);
    const rateLimit = rate_limit_createRateLimit(options, world.clock);
    function carryOut(door, request) {
        const { method, path, query } = request;
        door.guard(path);
        const signInEndpoint = door.findSignIn(method, path);
        if (signInEndpoint !== null) {
            if (door.scheme === 'legacy')
                rateLimit.count(path, method);
            return door.answerSignIn(signInEndpoint, request);
        }
        const inner = door.stripPrefix(path) ?? '';
        const template = routes_findRoute(method, inner)?.template;
        if (template !== undefined)
            rateLimit.count(template, method);
        const session = requireSession(door, request, sessions);
        const { endpoint, customerId, id } = routes_requireRoute(method, inner);
        const store = stores.get(customerId);
        if (store === undefined || session.customerId !== customerId) {
            throw options.foreignCustomerStatus === 401
                ? door.refuseCredential()
                : errors_refuse(options.foreignCustomerStatus, ERROR_IDS.accessDenied, 'The credential is not for this customer');
        }
        if (method !== 'GET' && !session.mayWrite) {
            throw errors_refuse(403, ERROR_IDS.accessDenied, 'The credential may not write');
        }
        const body = readJsonBody(request);
        const microtenantId = readMicrotenant(query, store, options);
        return MANAGEMENT[endpoint]({ store, world, options, query, microtenantId, id, body });
    }
    function makeVendor(door) {
        const ids = createRandom(deriveSeed(world.seed, 'x-transaction-id', door.scheme));
        const makeHeaders = (path = null) => ({
            'x-transaction-id': ids.uuid(),
            ...door.makeHeaders(path),
            ...(door.scheme === 'oneapi' ? { 'x-oneapi-request-id': ids.uuid() } : {}),
        });
        return {
            credentialHeaders: ['authorization'],
            credentialFields: ['client_secret', 'client_assertion'],
            retryAfterForm: options.retryAfterForm,
            serves: door.serves,
            findEndpoint: (method, path) => door.findSignIn(method, path) ?? routes_findRoute(method, door.stripPrefix(path) ?? '')?.endpoint ?? null,
            describeCredential: ({ authorization }) => authorization?.split(' ')[0]?.toLowerCase() ?? 'none',
            makeHeaders,
            makeBlankAnswer: () => addHeaders(errors_succeed(200, {}), makeHeaders()),
            makeErrorAnswer: ({ status, code, message }) => {
                const isCredential = status === 401 && code === undefined && message === undefined;
                const usual = zscaler_USUAL_ERRORS[status] ?? { id: ERROR_IDS.internalError, reason: 'Internal error' };
                const refusal = isCredential
                    ? door.refuseCredential()
                    : errors_refuse(status, String(code ?? usual.id), message ?? usual.reason);
                return addHeaders(refusal.answer, makeHeaders());
            },
            replaceResult: (json, replace) => wire_isObject(json) && 'list' in json ? { ...json, list: replace(json.list) } : replace(json),
            answer: async (request) => {
                const answer = attempt(() => carryOut(door, request));
                return addHeaders(answer, makeHeaders(request.path));
            },
            readState: () => readZscalerState(stores, sessions),
        };
    }
    const context = { seed, sessions, clock: world.clock, options };
    return {
        vendors: [makeVendor(createLegacyDoor(context)), makeVendor(createOneApiDoor(context))],
        readState: () => readZscalerState(stores, sessions),
    };
}
function addHeaders(answer, headers) {
    return { ...answer, headers: { ...headers, ...answer.headers } };
}
function attempt(act) {
    try {
        return act();
    }
    catch (error) {
        if (error instanceof errors_Refusal)
            return error.answer;
        throw error;
    }
}
/** What a fault of a status says where it does not bring its own words. */
const zscaler_USUAL_ERRORS = {
    400: { id: ERROR_IDS.badRequest, reason: 'Bad request' },
    403: { id: ERROR_IDS.accessDenied, reason: 'Access denied' },
    404: { id: ERROR_IDS.notFound, reason: 'Not found' },
    409: {
        id: ERROR_IDS.concurrentChange,
        reason: 'Unable to modify the resource due to concurrent change requests. Try again',
    },
    429: { id: ERROR_IDS.tooManyRequests, reason: 'Too many requests' },
    503: { id: ERROR_IDS.retryableServerError, reason: 'The service is busy. Try again' },
};

;// CONCATENATED MODULE: ./build/simulator/server.js














const LOOPBACK = '127.0.0.1';
/** Long, so that no idle connection ends just as a test uses it again. */
const KEEP_ALIVE_MILLISECONDS = 60_000;
const DEFAULT_SETTLE_MILLISECONDS = 1500;
/**
 * Starts the simulator on the loopback interface, and resolves once it listens.
 * @throws {Error} for a fault that cannot be planned, or a port that is taken
 */
async function startSimulator(options = {}) {
    const clock = options.clock ?? { now: () => Date.now() };
    const faults = (0,simulator_faults/* createFaultBook */.m)();
    for (const fault of options.faults ?? [])
        faults.plan(fault);
    const history = [];
    let estate = await openEstate(options, clock);
    let closing;
    async function handle(request, response) {
        const { method = 'GET', headers } = request;
        const { path, query } = splitTarget(request.url ?? '/');
        if (path.startsWith(control_names/* CONTROL_PATH */.c)) {
            const control = { faults, history, readState: estate.readState, stopToken: options.stopToken };
            const { authorization } = headers;
            const answer = answerControl(control, { method, path, authorization, body: await (0,consumers_namespaceObject.text)(request) });
            if (answer.ends)
                response.once('close', () => void close());
            return sendJson(response, answer.status, answer.json);
        }
        const vendor = estate.vendors.find((candidate) => candidate.serves(path));
        if (vendor === undefined)
            return sendJson(response, 404, { error: `No simulated vendor serves ${path}` });
        const endpoint = vendor.findEndpoint(method, path);
        const entry = {
            at: clock.now(),
            method,
            path,
            query,
            endpoint,
            credential: vendor.describeCredential(headers),
            headers: maskHeaders(headers, vendor.credentialHeaders),
            body: null,
            status: null,
            acted: false,
        };
        history.push(entry);
        const writes = method !== 'GET' && method !== 'HEAD';
        const fault = endpoint === null
            ? null
            : (faults.take(endpoint, new URLSearchParams(query)) ??
                estate.unkind?.drawFault(endpoint, writes) ??
                null);
        const body = fault?.kind === 'reset-before' ? '' : await (0,consumers_namespaceObject.text)(request);
        entry.body = readBody(body, headers['content-type'], vendor.credentialFields);
        const delivery = {
            vendor,
            request: { method, path, query: new URLSearchParams(query), headers, body },
            response,
            entry,
            clock,
        };
        await (fault === null ? deliver(delivery) : deliverFault(delivery, fault));
    }
    const server = (0,external_node_http_namespaceObject.createServer)({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
        handle(request, response).catch((error) => {
            // A caller that went away while it sent is no news; anything else is the simulator's own mistake.
            if (response.destroyed || request.errored)
                return;
            sendJson(response, 500, {
                error: `The simulator failed: ${error instanceof Error ? error.stack : error}`,
            });
        });
    });
    const close = () => {
        closing ??= closeServer(server);
        return closing;
    };
    server.listen(options.port ?? 0, LOOPBACK);
    await (0,external_node_events_namespaceObject.once)(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('A TCP server has no port');
    return {
        url: `http://${LOOPBACK}:${address.port}`,
        env: estate.env,
        history,
        planFault: (fault) => faults.plan(fault),
        clearFaults: () => faults.clear(),
        readState: () => estate.readState(),
        reset: async () => {
            estate = await openEstate(options, clock);
            faults.clear();
            history.length = 0;
        },
        close,
    };
}
async function closeServer(server) {
    const closed = (0,external_node_events_namespaceObject.once)(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
}
/** Seeds every vendor. */
async function openEstate(options, clock) {
    const { estate: wanted = 'company' } = options;
    const seeded = typeof wanted === 'string' ? (0,estate/* makeEstate */.J5)(wanted, clock.now()) : wanted;
    const unkind = options.unkind === undefined ? null : createUnkind(options.unkind);
    const world = {
        clock,
        unkind,
        seed: options.seed ?? 1,
        settleMilliseconds: options.settleMilliseconds ?? DEFAULT_SETTLE_MILLISECONDS,
    };
    const cloudflare = await createCloudflare(seeded.cloudflare, world, {
        ...DEFAULT_CLOUDFLARE_OPTIONS,
        ...options.cloudflare,
    });
    const zscaler = await createZscaler(seeded.zscaler, world, {
        ...DEFAULT_ZSCALER_OPTIONS,
        ...options.zscaler,
    });
    const vendors = [cloudflare, ...zscaler.vendors];
    const readState = () => ({
        cloudflare: cloudflare.readState(),
        zscaler: zscaler.readState(),
    });
    return { env: seeded.env, vendors, unkind, readState };
}
/** Path and query (with its question mark) as they came: an URL parser would tidy them up. */
function splitTarget(target) {
    const [path = ''] = target.split('?', 1);
    return { path, query: target.slice(path.length) };
}
function sendJson(response, status, json) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5420);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
