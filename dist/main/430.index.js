export const id = 430;
export const ids = [430];
export const modules = {

/***/ 8902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   Md: () => (/* binding */ isAbsence),
/* harmony export */   SP: () => (/* binding */ readPage),
/* harmony export */   WI: () => (/* binding */ sendForJson)
/* harmony export */ });
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3155);
/* harmony import */ var _http_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4703);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1248);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(744);




/**
 * Sends a call and reads its JSON with `read`.
 * @throws ApiError also where the answer is good but not of the documented shape.
 */
async function sendForJson(transport, call, read) {
    const answer = await transport.send(call);
    const value = read(answer.json, answer.text);
    if (value === null)
        throw (0,_http_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseShape */ .u)(call, answer);
    return value;
}
/** Reads one page of a list; pages are counted from 1. */
async function readPage(transport, { path, query, pageSize }, { page, abandoned }, read) {
    const call = {
        method: 'GET',
        path,
        query: { page: String(page), pagesize: String(pageSize), ...query },
        retry: 'safe',
        ...(abandoned === undefined ? {} : { abandoned }),
    };
    return sendForJson(transport, call, (json, { length }) => {
        const envelope = _wire_js__WEBPACK_IMPORTED_MODULE_3__/* .listSchema */ .cE.safeParse(json);
        // An empty list may be left out, even with all else; something else in its place is no list.
        if (!envelope.success)
            return null;
        const isBare = (envelope.data.list ?? envelope.data.totalPages ?? null) === null;
        if (isBare && Object.keys(envelope.data).length > 0)
            return null;
        const rows = (envelope.data.list ?? []).map(read);
        if (!rows.every((row) => row !== null))
            return null;
        return {
            count: rows.length,
            readRows: () => rows,
            totalPages: readWholeNumber(envelope.data.totalPages),
            characters: length,
        };
    });
}
/** Reads a whole list, each row once. */
function readList(transport, list, read, { keyOf, concurrency }) {
    return (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .readAllPages */ .s$)((page, abandoned) => readPage(transport, list, { page, abandoned }, read), (row) => ({ id: keyOf(row), mark: '' }), concurrency);
}
/**
 * Whether an error says that what the path names is not there: HTTP 400 with an id of its own, not 404 (ZPA API,
 * error codes). A 404 without any error of the vendor's is not this API's.
 */
function isAbsence(error) {
    if (!(error instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .h))
        return false;
    return error.has('resource.not.found') || (error.status === 404 && error.errors.length > 0);
}
function readWholeNumber(value) {
    const text = String(value ?? '').trim();
    return /^\d{1,15}$/.test(text) ? Number(text) : null;
}


/***/ }),

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SX: () => (/* binding */ findReferrers),
/* harmony export */   k9: () => (/* binding */ readUsage),
/* harmony export */   tV: () => (/* binding */ readReferrers)
/* harmony export */ });
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3155);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8902);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(744);



/** Everything that can refer to a web server certificate (ZPA help, Configuring Browser Access and portals). */
const KINDS = [
    {
        kind: 'Browser Access applications',
        one: 'Browser Access application',
        path: '/application/getAppsByType',
        query: { applicationType: 'BROWSER_ACCESS', expandAll: 'false' },
        object: { path: '/application', idField: 'appId' },
    },
    {
        kind: 'AppProtection (Inspect) applications',
        one: 'AppProtection (Inspect) application',
        path: '/application/getAppsByType',
        query: { applicationType: 'INSPECT', expandAll: 'false' },
        object: { path: '/application', idField: 'appId' },
    },
    {
        kind: 'PRA portals',
        one: 'PRA portal',
        path: '/praPortal',
        query: {},
        object: { path: '/praPortal', idField: 'id' },
    },
    {
        kind: 'user portals',
        one: 'user portal',
        path: '/userPortal',
        query: {},
        object: { path: '/userPortal', idField: 'id' },
    },
];
/**
 * Reads what refers to a certificate, kind by kind. A kind that the credential may not read, or that the tenant
 * does not have, is told as the refusal.
 * @throws ApiError where a list fails in any other way.
 */
async function findReferrers(transport, certificateId, reading) {
    const readings = await readReferrers(transport, reading);
    return readings.map(({ kind, rows }) => ({
        kind,
        found: rows instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .h
            ? rows
            : rows.filter(({ refersTo }) => refersTo.includes(certificateId)).map(({ label }) => label),
    }));
}
/**
 * Reads everything that refers to any certificate of the customer's.
 * @throws ApiError where a list fails in any other way than by refusal.
 */
async function readUsage(transport, reading) {
    const readings = await readReferrers(transport, reading);
    const referrers = new Map();
    for (const { kind, rows } of readings) {
        if (rows instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .h)
            continue;
        for (const { label, refersTo } of rows) {
            for (const id of new Set(refersTo)) {
                const known = referrers.get(id) ?? [];
                known.push(`${label} (${kind})`);
                referrers.set(id, known);
            }
        }
    }
    const withheld = readings.flatMap(({ kind, rows }) => rows instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .h
        ? `${kind} could not be read, so what they refer to is not known: ${rows.message}`
        : []);
    return { referrers, withheld };
}
/**
 * Reads everything that may refer to a certificate, kind by kind.
 * @throws ApiError where a list fails in any other way than by refusal.
 */
async function readReferrers(transport, { customerPath, query, pageSize, concurrency }) {
    const readings = KINDS.map(async (one) => {
        const list = {
            path: `${customerPath}${one.path}`,
            query: { ...one.query, ...query },
            pageSize,
        };
        try {
            const keyOf = (row) => row.key;
            return {
                kind: one.kind,
                rows: await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(transport, list, (row) => readReferrer(row, one, customerPath), {
                    keyOf,
                    concurrency,
                }),
            };
        }
        catch (error) {
            if (isDenial(error, list))
                return { kind: one.kind, rows: error };
            throw error;
        }
    });
    // Where one fails, the others are waited for: no call is under way when the session is closed.
    const outcomes = await Promise.allSettled(readings);
    return outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            throw outcome.reason;
        return outcome.value;
    });
}
function readReferrer(row, { one, object }, customerPath) {
    const read = _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .referrerSchema */ .RC.safeParse(row);
    if (!read.success)
        return null;
    const { id, name, domain, microtenantId, certificateName, managedByZs } = read.data;
    const known = [name, domain === name ? null : domain].filter((text) => text !== null && text !== undefined);
    const objectId = String(read.data[object.idField] ?? '');
    const label = known.length === 0 ? `id ${id}` : known.join(' at ');
    return {
        key: id === null || id === undefined ? JSON.stringify(row) : String(id),
        label,
        title: `${one} ${label}`,
        domain: domain || null,
        refersTo: findCertificateIds(row),
        certificateName: certificateName ?? null,
        isManaged: managedByZs === true,
        objectPath: objectId === '' ? null : `${customerPath}${object.path}/${encodeURIComponent(objectId.toWellFormed())}`,
        microtenantId: microtenantId === null || microtenantId === undefined ? null : String(microtenantId),
    };
}
/**
 * The certificates that a row names, wherever in it: a flat app or portal has `certificateId` itself, an
 * application in its `clientlessApps` or in its `commonAppsDto.appsConfig`.
 */
function findCertificateIds(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([field, inner]) => field === 'certificateId' && (typeof inner === 'string' || typeof inner === 'number')
        ? [String(inner)]
        : findCertificateIds(inner));
}
/** A refusal of the list itself, not of a sign-in in its midst. */
function isDenial(error, { path }) {
    return (error instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .h && error.call === `GET ${path}` && [401, 403, 404].includes(error.status ?? 0));
}


/***/ }),

/***/ 1901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ findEntryViolations),
/* harmony export */   jE: () => (/* binding */ isInTarget),
/* harmony export */   pM: () => (/* binding */ microtenantQuery)
/* harmony export */ });
/** The Default microtenant; reads leave it out where they name a row's. */
const DEFAULT_MICROTENANT = '0';
/** The query that names the microtenant. */
function microtenantQuery({ microtenantId }) {
    return microtenantId === null ? {} : { microtenantId };
}
/** Whether a row is in the microtenant that a write goes to: the Default one where none is named. */
function isInTarget({ vendor }, { microtenantId }) {
    return (readMicrotenant(vendor) === null || readMicrotenant(vendor) === (microtenantId ?? DEFAULT_MICROTENANT));
}
/** Why an entry cannot be changed or deleted at all. */
function findEntryViolations(certificate, scope) {
    const { id, vendor } = certificate;
    const refuse = (reason, instead) => ({
        reason,
        certificates: [id ?? 'without id'],
        instead,
        forcible: false,
    });
    const violations = [];
    if (vendor.zscalerManaged === true) {
        violations.push(refuse('Zscaler manages it, so it cannot be changed', 'choose a certificate of your own'));
    }
    else if (vendor.readOnly === true) {
        violations.push(refuse('it is read-only here: another microtenant shares it', 'run with the microtenant-id that it belongs to'));
    }
    if (!isInTarget(certificate, scope)) {
        const microtenant = readMicrotenant(vendor) ?? '';
        violations.push(refuse(`it is in microtenant ${microtenant}, and a write without its id goes to the Default one`, `set microtenant-id: ${microtenant}`));
    }
    return violations;
}
/** Null where the row does not say: the Default microtenant, or the one that was asked for. */
function readMicrotenant({ microtenantId }) {
    return typeof microtenantId === 'string' && microtenantId !== '' ? microtenantId : null;
}


/***/ }),

/***/ 744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ tokenSchema),
/* harmony export */   RC: () => (/* binding */ referrerSchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   f6: () => (/* binding */ certificateSchema),
/* harmony export */   ut: () => (/* binding */ errorBodySchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);

/*
 * What Zscaler sends. Every field is optional, and unknown ones are kept (ZPA API reference, Certificate
 * Management; fields and types as in recorded answers). Counts and times are texts in most answers, numbers in
 * some.
 */
const text = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()));
const textOrNumber = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])));
/** ZPA: `id`, `reason`, `params`; its gateways: `detail`, or `code` and `message`; ZIdentity: RFC 6749, 5.2. */
const errorBodySchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: textOrNumber,
    reason: text,
    params: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()))),
    exception: text,
    detail: text,
    code: textOrNumber,
    message: text,
    error: text,
    error_description: text,
});
/** `expires_in`, seconds, is a text in the legacy sign-in and a number in OneAPI. */
const tokenSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    access_token: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[\x21-\x7e]+$/)),
    expires_in: textOrNumber,
});
/** `list` may be left out where it is empty; `totalCount` is wrong at times, so it is not read. */
const listSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    totalPages: textOrNumber,
    list: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()))),
});
const certificateSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: textOrNumber,
    name: text,
    description: text,
    cName: text,
    /** `cName` in another description of the API. */
    getcName: text,
    certificate: text,
    issuedTo: text,
    issuedBy: text,
    /** Decimal. */
    serialNo: textOrNumber,
    san: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
    validFromInEpochSec: textOrNumber,
    validToInEpochSec: textOrNumber,
    creationTime: textOrNumber,
    modifiedTime: textOrNumber,
});
/** An application's app, a PRA portal or a user portal: what may refer to a certificate. */
const referrerSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: textOrNumber,
    /** The application that an app is of. */
    appId: textOrNumber,
    name: text,
    domain: text,
    microtenantId: textOrNumber,
    certificateName: text,
    /** A user portal whose certificate is Zscaler's own. */
    managedByZs: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY())),
});


/***/ }),

/***/ 2430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createZpaProvider: () => (/* binding */ createZpaProvider)
});

// EXTERNAL MODULE: ./build/src/interface/capabilities.js
var capabilities = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/providers/pages.js
var pages = __webpack_require__(1248);
// EXTERNAL MODULE: ./build/src/providers/zscaler/wire.js
var wire = __webpack_require__(744);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/dialect.js

/** Our word for an answer that comes without one, as in Zscaler's official Go client. */
const ONLY_ONEAPI = 'ONLY_ONEAPI_SUPPORTED';
/** Somebody else changes something in this moment; nothing was done (ZPA API, error codes). */
const CONCURRENCY_CODES = ['api.concurrent.access.error', 'db.simultaneous.request'];
/** ZPA help, Rate Limiting: calls to one endpoint in 10 seconds. */
const READS_AT_MOST = 20;
const WRITES_AT_MOST = 10;
const WINDOW_MILLISECONDS = 10_000;
/** How ZPA, its gateways and ZIdentity say what went wrong. */
const zscalerDialect = {
    errorsOf({ status, text, json }) {
        // A tenant that was moved to OneAPI answers legacy calls with a plain text.
        if ((status >= 400 || json === undefined) && /only through Zscaler OneAPI/i.test(text)) {
            return [{ code: ONLY_ONEAPI, message: 'this tenant is reached only through Zscaler OneAPI' }];
        }
        const body = wire/* errorBodySchema */.ut.safeParse(json);
        if (status < 400 && !(body.success && isErrorAlone(body.data)))
            return [];
        const error = body.success ? readError(body.data) : null;
        return error === null ? [] : [error];
    },
    isPassing({ status, errors }) {
        if (errors.some(({ code }) => code === ONLY_ONEAPI))
            return false;
        if (status !== 400 && status !== 409)
            return undefined;
        return errors.some(({ code }) => code !== null && CONCURRENCY_CODES.includes(code));
    },
    requestIdHeaders: ['x-oneapi-request-id', 'x-transaction-id'],
};
/**
 * The quota of a call: ZPA counts each endpoint, ids in its path aside, apart for reading and writing (ZPA help,
 * Rate Limiting; a recorded 429 shows that other endpoints do not count). What OneAPI's gateway tells in
 * `x-ratelimit-*` is another quota, for a whole organisation, and far wider.
 */
function findZpaQuotas(call) {
    const isRead = call.method === 'GET';
    const template = call.path.replace(/\/\d+(?=\/|$)/g, '/{id}');
    return [
        {
            key: `${isRead ? 'read' : 'write'} ${template}`,
            calls: isRead ? READS_AT_MOST : WRITES_AT_MOST,
            windowMilliseconds: WINDOW_MILLISECONDS,
        },
    ];
}
/** An error that came with a good status: it has a reason, and nothing of a list or a certificate. */
function isErrorAlone(body) {
    return (typeof body.reason === 'string' &&
        !['list', 'totalPages', 'name', 'certificate'].some((field) => field in body));
}
function readError(body) {
    const code = body.id ?? body.code ?? body.error ?? null;
    const texts = [body.reason, body.message, body.error_description, body.detail, body.exception];
    const words = texts.find((text) => text !== undefined && text !== null && text !== '') ?? '';
    if (code === null && words === '')
        return null;
    const params = (body.params ?? []).map(describeParam).filter((param) => !words.includes(param));
    const message = [words, params.length === 0 ? '' : `(${params.join(', ')})`];
    return {
        code: code === null ? null : String(code),
        message: message.filter((part) => part !== '').join(' '),
    };
}
function describeParam(param) {
    return typeof param === 'string' ? param : (JSON.stringify(param) ?? '');
}

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
// EXTERNAL MODULE: ./build/src/http/shape.js
var shape = __webpack_require__(4703);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/certificate/pem.js
var pem = __webpack_require__(471);
// EXTERNAL MODULE: ./build/src/interface/input-error.js
var input_error = __webpack_require__(838);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/assertion.js



/** Zscaler help, OneAPI authentication: the audience of every token and assertion. */
const ZSCALER_AUDIENCE = 'https://api.zscaler.com';
const LIFETIME_SECONDS = 600;
/** Zscaler's official clients refuse shorter keys. */
const SHORTEST_KEY_BITS = 2048;
/**
 * Reads the key that signs a client's assertions.
 * @returns a function that makes an assertion, good for ten minutes: a secret (RFC 7523; the claims as in
 *   Zscaler help, OneAPI authentication, private key JWT).
 * @throws InputError where the key is not an unencrypted RSA key of 2048 bits or more.
 */
function createAssertionSigner(credentials, clock) {
    const key = readKey(credentials);
    return () => {
        const claims = {
            iss: credentials.clientId,
            sub: credentials.clientId,
            aud: ZSCALER_AUDIENCE,
            exp: Math.floor(clock.now() / 1000) + LIFETIME_SECONDS,
        };
        const text = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encodePart).join('.');
        return `${text}.${(0,external_node_crypto_.sign)('sha256', Buffer.from(text), key).toString('base64url')}`;
    };
}
function encodePart(part) {
    return Buffer.from(JSON.stringify(part)).toString('base64url');
}
function readKey({ privateKey, from }) {
    const refuse = (message) => new input_error/* InputError */.d([{ input: from === 'inputs' ? 'client-private-key' : 'ZSCALER_PRIVATE_KEY', message }]);
    const [block, ...others] = (0,pem/* readPemBlocks */.Hg)(privateKey).filter(({ label }) => label.endsWith('PRIVATE KEY'));
    if (block === undefined) {
        throw refuse('holds no whole private key; give PEM from -----BEGIN PRIVATE KEY----- to its END line');
    }
    if (others.length > 0) {
        throw refuse(`holds ${others.length + 1} private keys; leave only the one registered with the API client`);
    }
    if (block.label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/im.test(block.pem)) {
        throw refuse('is encrypted; decrypt it: openssl pkey -in encrypted.pem -out key.pem');
    }
    const key = parseKey(block.pem);
    if (key === null)
        throw refuse(`is damaged or of an unknown kind (${block.label}); copy it again, whole`);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType !== 'rsa' || bits < SHORTEST_KEY_BITS) {
        const given = key.asymmetricKeyType === 'rsa'
            ? `an RSA key of ${bits} bits`
            : `a key of the kind ${key.asymmetricKeyType}`;
        throw refuse(`is ${given}; OneAPI takes RSA keys of ${SHORTEST_KEY_BITS} bits or more (RS256)`);
    }
    return key;
}
function parseKey(pem) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/session.js





const LEGACY_SIGN_IN = '/signin';
const ONEAPI_SIGN_IN = '/oauth2/v1/token';
const LEGACY_SIGN_OUT = '/signout';
/** A call may wait in line before it leaves; a tenth of a short life is kept for that, else so long. */
const RENEWED_BEFORE_END_MILLISECONDS = 30_000;
const SIGN_OUT_TIMEOUT_MILLISECONDS = 5000;
const SIGN_OUT_RETRY_DELAY_MILLISECONDS = 500;
/**
 * A session that is not signed in yet (Zscaler help: ZPA API authentication, and OneAPI authentication).
 * @throws InputError where the credential's private key cannot be used.
 */
function createSession(options, deps) {
    const { credentials, origin } = options;
    const { clock, mask } = deps;
    const isLegacy = credentials.signIn.kind === 'legacy';
    const path = isLegacy ? LEGACY_SIGN_IN : ONEAPI_SIGN_IN;
    const createForm = prepareForm(credentials, deps);
    const createTokenTransport = (settings, headers) => deps.createTransport({
        ...settings,
        origin,
        dialect: zscalerDialect,
        authorise: async () => headers,
        redact: deps.redact,
        userAgent: deps.userAgent,
        quotasOf: () => [],
    });
    const signInTransport = createTokenTransport(options.transport, {});
    /** The one in use; null before the first sign-in, and from a refusal to the next. */
    let current = null;
    let uses = 0;
    /** Every one that may still be good, the refused ones too. */
    let open = [];
    let signingIn = null;
    const signIn = async () => {
        const startedAt = clock.now();
        const call = { method: 'POST', path, form: createForm(), retry: 'safe' };
        const answer = await signInTransport.send(call).catch((error) => {
            throw describeUnsent(error);
        });
        const read = wire/* tokenSchema */.Bk.safeParse(answer.json);
        if (!read.success)
            throw describeUnsent((0,shape/* refuseShape */.u)(call, answer));
        mask(read.data.access_token);
        const lifetimeSeconds = readSeconds(read.data.expires_in);
        const endsAt = startedAt + (lifetimeSeconds ?? Number.POSITIVE_INFINITY) * 1000;
        const token = { value: read.data.access_token, lifetimeSeconds, endsAt };
        current = token;
        uses = 0;
        open = [...open.filter((one) => one.endsAt > clock.now()), token];
        return token;
    };
    /** One sign-in serves all that wait for one. */
    const obtain = () => {
        signingIn ??= signIn().finally(() => {
            signingIn = null;
        });
        return signingIn;
    };
    return {
        authorise: async () => {
            const token = current !== null && clock.now() < findRenewalTime(current) ? current : await obtain();
            uses += 1;
            return headersOf(token);
        },
        renew: async (refused) => {
            if (current !== null && headersOf(current).authorization === refused.authorization) {
                if (uses <= 1)
                    return false;
                current = null;
            }
            if (current === null)
                await obtain();
            return true;
        },
        isRefusal: ({ call, status }) => call === `POST ${path}` && [400, 401, 403].includes(status ?? 0),
        describe: () => {
            const how = `${isLegacy ? 'the legacy ZPA sign-in' : 'OneAPI'} at ${origin.host}, with ${credentials.scheme === 'zscaler-key' ? 'a signed assertion' : 'a client secret'}`;
            if (current === null)
                return `No token was given by ${how}.`;
            const { lifetimeSeconds } = current;
            const life = lifetimeSeconds === null ? 'an unknown time' : `${lifetimeSeconds.toLocaleString('en')} s`;
            return `Signed in through ${how}; the token lives for ${life} and stays in memory.`;
        },
        close: async () => {
            const alive = isLegacy ? open.filter(({ endsAt }) => endsAt > clock.now()) : [];
            current = null;
            open = [];
            const settings = {
                ...options.transport,
                maxRetries: Math.min(options.transport.maxRetries, 1),
                retryDelayMilliseconds: SIGN_OUT_RETRY_DELAY_MILLISECONDS,
                requestTimeoutMilliseconds: Math.min(options.transport.requestTimeoutMilliseconds, SIGN_OUT_TIMEOUT_MILLISECONDS),
            };
            const call = { method: 'POST', path: LEGACY_SIGN_OUT, json: {}, retry: 'safe' };
            // A session that cannot be signed out ends by itself within the hour.
            await Promise.allSettled(alive.map((token) => createTokenTransport(settings, headersOf(token)).send(call)));
        },
    };
}
/** The form of a sign-in; an assertion is made anew for each. */
function prepareForm(credentials, { clock, mask }) {
    const { clientId } = credentials;
    const grant = credentials.signIn.kind === 'legacy'
        ? {}
        : { grant_type: 'client_credentials', audience: ZSCALER_AUDIENCE };
    if (credentials.scheme === 'zscaler-secret') {
        return () => ({ ...grant, client_id: clientId, client_secret: credentials.clientSecret });
    }
    const signAssertion = createAssertionSigner(credentials, clock);
    return () => {
        const assertion = signAssertion();
        mask(assertion);
        return {
            ...grant,
            client_id: clientId,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: assertion,
        };
    };
}
function headersOf({ value }) {
    return { authorization: `Bearer ${value}` };
}
function findRenewalTime({ lifetimeSeconds, endsAt }) {
    return endsAt - Math.min(RENEWED_BEFORE_END_MILLISECONDS, (lifetimeSeconds ?? 0) * 100);
}
function readSeconds(value) {
    const text = String(value ?? '').trim();
    return /^\d{1,9}(?:\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
/** That a sign-in may have arrived says nothing of the call that it was for: that one was not sent. */
function describeUnsent(error) {
    if (!(error instanceof errors/* ApiError */.h))
        return error;
    return new errors/* ApiError */.h(error.message, { ...error, mayHaveArrived: false, cause: error });
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/advice.js


const ONEAPI_MEND = 'This tenant was moved to OneAPI. Set vanity-domain (acme for acme.zslogin.net), and give client-id with client-secret or client-private-key of an API client that was made in ZIdentity; the ZPA API keys of old no longer sign in.';
const RATE_LIMIT_MEND = 'Rate limit: 20 reads or 10 writes of one endpoint in 10 seconds, for everything behind this IP address. Run again later, or raise max-retries and request-timeout so that the step can wait.';
/** Ids and their meaning: ZPA API documentation, error codes; some are known from Zscaler's official clients only. */
const adviceByCode = [
    {
        codes: ['resource.not.found'],
        mend: "There is nothing of this id in the customer and microtenant. Run operation 'list' to see what there is; check customer-id, and set microtenant-id where the certificate is not in the Default microtenant.",
    },
    {
        codes: ['resource.referenced'],
        mend: 'The certificate is in use. Choose another one in each application and portal that refers to it (the error names one), then delete it.',
    },
    {
        codes: ['resource.already.exist'],
        mend: 'There is a certificate of this name already. Choose another name; ZPA cannot replace the certificate of an entry.',
    },
    {
        codes: ['invalid.resource.argument'],
        mend: 'ZPA does not accept a value. In a name, use letters, digits, ".", "-" and "_" only; the upload must be an X.509 certificate and its unencrypted RSA key (PKCS#1 or PKCS#8); microtenant-id must be one of this tenant, or 0.',
    },
    {
        codes: ['filtering.input.invalid.operand'],
        mend: 'The search is not understood. Write it as field operator value, such as name EQ intranet.example.com; operators are EQ, NE, LIKE, CONTAINS, STARTSWITH, ENDSWITH.',
    },
    {
        codes: ['domains.does.not.belong.to.customer'],
        mend: 'A name in the certificate is of a domain that is not among the authentication domains of this tenant or microtenant. Check microtenant-id and the domains in the ZPA admin portal.',
    },
    {
        codes: ['domains.already.exists.in.other.microtenant'],
        mend: 'The domain belongs to another microtenant. Set microtenant-id to that one.',
    },
    {
        codes: ['api.concurrent.access.error', 'db.simultaneous.request'],
        mend: 'Something else changes this tenant in the same moment; nothing was done. Run again, and let workflows that write to the tenant run one after the other (concurrency).',
    },
    {
        codes: ['config.change.not.allowed.sku.not.enabled'],
        mend: 'The subscription of the tenant does not include this. Ask Zscaler, or whoever manages the subscription.',
    },
    { codes: ['invalid.toomanyrequests'], mend: RATE_LIMIT_MEND },
    {
        codes: ['retryable.server.error'],
        mend: "The vendor's side is busy. Run again later; look at trust.zscaler.com.",
    },
    {
        codes: ['non.restricted.entity.authorization.failed'],
        mend: 'The API client is restricted to a microtenant, or its role lacks this right. Set microtenant-id, or give the client a role with the right.',
    },
    {
        codes: ['bad.request'],
        mend: 'ZPA did not understand the call. Check that customer-id, microtenant-id and certificate-id are the numbers that the admin portal shows.',
    },
    {
        codes: ['SESSION_NOT_VALID'],
        mend: 'The session was ended elsewhere. Run again; let no other workflow sign out with the same API client at the same time.',
    },
];
const ACCESS_MEND = "The API client may not do this: its role lacks the right (certificates: view to read, full to change), customer-id is not the client's own, or it works within a microtenant and microtenant-id is missing.";
/** How to mend what Zscaler refused; null where neither id nor status is a known one. */
function adviseOnZscaler(error) {
    if (error.has(ONLY_ONEAPI))
        return ONEAPI_MEND;
    const { call, status } = error;
    const isRefused = status === 400 || status === 401 || status === 403;
    if (isRefused && call === `POST ${LEGACY_SIGN_IN}`) {
        return 'The legacy sign-in refused the credential. Check client-id and client-secret of the ZPA API key (stored whole, not expired), and that cloud is its own. If the client was made in ZIdentity, set vanity-domain to sign in through OneAPI.';
    }
    if (isRefused && call === `POST ${ONEAPI_SIGN_IN}`) {
        return 'OneAPI refused the credential. Check vanity-domain, cloud, client-id, and client-secret or the public key that is registered with the API client in ZIdentity (for a signed assertion, the clock of the runner too). If it is a ZPA API key of old, leave vanity-domain out.';
    }
    const known = adviceByCode.find(({ codes }) => codes.some((code) => error.has(code)));
    if (known !== undefined)
        return known.mend;
    if (status === 429)
        return RATE_LIMIT_MEND;
    // `access.denied`, and OneAPI's `unauthorized`, come with these.
    return status === 401 || status === 403 ? ACCESS_MEND : null;
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/check.js

/** What a ZPA credential can do: signing in proved by signing in, reading by reading one page. */
async function checkCredential(session, readFirstPage) {
    const page = await readFirstPage().catch((error) => {
        if (error instanceof errors/* ApiError */.h && (isDenial(error) || session.isRefusal(error)))
            return error;
        throw error;
    });
    const wasRead = !(page instanceof errors/* ApiError */.h);
    const hasMore = wasRead && page.totalPages !== null && page.totalPages > 1;
    return {
        read: wasRead ? 'proved' : page,
        write: 'unknown',
        credentialStatus: null,
        credentialExpiresOn: null,
        count: wasRead ? page.count : null,
        remarks: [
            session.describe(),
            ...(hasMore ? [`Only the first of ${page.totalPages} pages was read.`] : []),
            'ZPA has no way to ask for the rights or the expiry of an API client.',
        ],
    };
}
/** Whether ZPA refused the token, or what it asked to read. */
function isDenial({ status }) {
    return status === 401 || status === 403;
}

// EXTERNAL MODULE: ./build/src/providers/zscaler/client.js
var client = __webpack_require__(8902);
// EXTERNAL MODULE: ./build/src/providers/zscaler/scope.js
var zscaler_scope = __webpack_require__(1901);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/creation.js

/** ZPA help, Ranges & Limitations: web server certificates of a tenant. */
const CERTIFICATES_AT_MOST = 1000;
/** How certificates are uploaded, and recognised where the answer was lost: by their fingerprint. */
function createZpaCreation(collection, scope, send) {
    const findSame = (rows, request) => {
        const { plan } = requireUpload(request);
        return rows.filter((row) => row.fingerprint === plan.fingerprint && (0,zscaler_scope/* isInTarget */.jE)(row, scope));
    };
    return {
        listsBefore: () => true,
        findExisting: (before, request) => {
            const same = findSame(before, request);
            const { name } = requireUpload(request);
            return same.find((row) => row.name === name) ?? same[0] ?? null;
        },
        findViolations: (before, request) => {
            const { name } = requireUpload(request);
            const taken = before.filter((row) => row.name === name && (0,zscaler_scope/* isInTarget */.jE)(row, scope));
            if (taken.length === 0)
                return [];
            return [
                {
                    reason: `another certificate has the name ${JSON.stringify(name)}, and names tell certificates apart`,
                    certificates: taken.map(({ id }) => id ?? 'without id'),
                    instead: 'choose another name; ZPA cannot replace the certificate of an entry',
                    forcible: false,
                },
            ];
        },
        call: (request) => {
            const { name, description, plan } = requireUpload(request);
            const issuers = plan.chainPems.length;
            const shown = `(PEM: the certificate, ${issuers} ${issuers === 1 ? 'issuer' : 'issuers'} and the private key)`;
            const entry = { name, ...(description === null ? {} : { description }) };
            return {
                method: 'POST',
                path: collection,
                query: (0,zscaler_scope/* microtenantQuery */.pM)(scope),
                json: { ...entry, certBlob: plan.certBlob },
                shownJson: { ...entry, certBlob: shown },
                retry: 'unsent',
            };
        },
        send,
        recognise: findSame,
        findMismatch: (created, request) => {
            const { plan } = requireUpload(request);
            if (created.fingerprint === null || created.fingerprint === plan.fingerprint)
                return null;
            return `its fingerprint is ${created.fingerprint}, not ${plan.fingerprint} as the uploaded one's`;
        },
        adoptionCaveat: null,
        lookFor: (request) => {
            const { name, plan } = requireUpload(request);
            return `a certificate named ${JSON.stringify(name)} with the fingerprint ${plan.fingerprint} (SHA-256)`;
        },
        findConcerns: (existing) => existing.length < CERTIFICATES_AT_MOST
            ? []
            : [
                `There are ${existing.length} certificates; ZPA allows ${CERTIFICATES_AT_MOST} in a tenant and will probably refuse another one.`,
            ],
    };
}
/** The inputs are checked before: a create on ZPA never comes without one. */
function requireUpload({ upload }) {
    if (upload === null)
        throw new Error('A ZPA certificate is created by uploading one, and there is none');
    return upload;
}

// EXTERNAL MODULE: ./build/src/providers/zscaler/referrers.js
var zscaler_referrers = __webpack_require__(5813);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/deletion.js




/** A violation is to be read by people. */
const REFERRERS_SHOWN = 20;
/** How a certificate is deleted: only where nothing refers to it, which ZPA itself refuses. */
function createZpaDeletion(transport, options) {
    const { pathOf, scope } = options;
    const query = (0,zscaler_scope/* microtenantQuery */.pM)(scope);
    return {
        needsAll: false,
        findViolations: async (certificate) => {
            const final = (0,zscaler_scope/* findEntryViolations */.Q8)(certificate, scope);
            if (final.length > 0 || certificate.id === null)
                return final;
            const { id } = certificate;
            const referrers = await (0,zscaler_referrers/* findReferrers */.SX)(transport, id, { ...options.referrers, query });
            return referrers.flatMap((one) => judgeReferrers(one, id));
        },
        call: (id) => ({ method: 'DELETE', path: pathOf(id), query, retry: 'unsent' }),
        send: async (call) => {
            try {
                await transport.send(call);
                return true;
            }
            catch (error) {
                if (!(0,client/* isAbsence */.Md)(error))
                    throw error;
                // A write sees one microtenant only, a read all of them: what can still be read was not deleted.
                const left = await options.read({ method: 'GET', path: call.path, query, retry: 'safe' });
                if (left === null)
                    return false;
                throw error;
            }
        },
    };
}
function judgeReferrers({ kind, found }, id) {
    if (found instanceof errors/* ApiError */.h) {
        return [
            {
                reason: `it cannot be ruled out that ${kind} refer to it: their list could not be read (${found.message})`,
                certificates: [id],
                instead: `give the API client a role that may read ${kind}, or look at them in the admin portal`,
                forcible: true,
            },
        ];
    }
    if (found.length === 0)
        return [];
    const more = found.length - REFERRERS_SHOWN;
    const names = [...found.slice(0, REFERRERS_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
    return [
        {
            reason: `${kind} refer to it: ${names}`,
            certificates: [id],
            instead: 'choose another certificate in each of them first',
            forcible: false,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/hosts.js

/** Zscaler help, ZPA API: base URLs of the clouds. */
const LEGACY_HOSTS = {
    PRODUCTION: 'config.private.zscaler.com',
    ZPATWO: 'config.zpatwo.net',
    BETA: 'config.zpabeta.net',
    GOV: 'config.zpagov.net',
    GOVUS: 'config.zpagov.us',
    PREVIEW: 'config.zpapreview.net',
};
/** Zscaler help, OneAPI: the domain under which a tenant signs in, and the API's host. */
const ONEAPI_HOSTS = {
    PRODUCTION: { signIn: 'zslogin.net', api: 'api.zsapi.net' },
    BETA: { signIn: 'zsloginbeta.net', api: 'api.beta.zsapi.net' },
    ALPHA: { signIn: 'zsloginalpha.net', api: 'api.alpha.zsapi.net' },
    GOV: { signIn: 'zidentitygov.net', api: 'api.zscalergov.net' },
    GOVUS: { signIn: 'zidentitygov.us', api: 'api.zscalergov.us' },
};
const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/**
 * The hosts of a sign-in.
 * @param apiUrl takes the place of scheme, host and port of both; paths stay the vendor's own.
 * @throws InputError where the vanity domain would lead to another domain than the vendor's.
 */
function findHosts(signIn, apiUrl) {
    if (signIn.kind === 'legacy') {
        const base = apiUrl ?? new URL(`https://${LEGACY_HOSTS[signIn.cloud]}`);
        return { token: base, api: base, pathPrefix: '' };
    }
    if (!HOST_LABEL.test(signIn.vanityDomain)) {
        const given = JSON.stringify(signIn.vanityDomain.slice(0, 80));
        const message = `given ${given} (here or as ZSCALER_VANITY_DOMAIN); allowed: the first part of the sign-in host alone, such as acme for acme.zslogin.net`;
        throw new input_error/* InputError */.d([{ input: 'vanity-domain', message }]);
    }
    const hosts = ONEAPI_HOSTS[signIn.cloud];
    return {
        token: apiUrl ?? new URL(`https://${signIn.vanityDomain}.${hosts.signIn}`),
        api: apiUrl ?? new URL(`https://${hosts.api}`),
        pathPrefix: '/zpa',
    };
}
/** Where people sign in: ZIdentity, or the admin portal of the legacy cloud, which is named as its API is. */
function findConsole(signIn) {
    return signIn.kind === 'oneapi'
        ? `https://${signIn.vanityDomain}.${ONEAPI_HOSTS[signIn.cloud].signIn}`
        : `https://${LEGACY_HOSTS[signIn.cloud].replace(/^config\./, 'admin.')}`;
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/search.js
/** Operators of ZPA's search (ZPA help, search parameters; LIKE is "contains"), without regard to case. */
const COMPARISONS = {
    EQ: (name, value) => name === value,
    LIKE: (name, value) => name.includes(value),
    CONTAINS: (name, value) => name.includes(value),
    STARTSWITH: (name, value) => name.startsWith(value),
    ENDSWITH: (name, value) => name.endsWith(value),
};
/**
 * What a search for a name stands for, to check the vendor's answer again; a search of any other kind lets
 * everything pass, since only the vendor knows its meaning.
 */
function readSearch(search) {
    // Official clients write plus signs where the documentation has blanks.
    const [, operator = '', value = ''] = /^\s*name[ +]+(\w+)[ +]+(.*\S)\s*$/isu.exec(search ?? '') ?? [];
    const wanted = value.toLowerCase();
    const word = operator.toUpperCase();
    if (word === 'NE')
        return (certificate) => namesOf(certificate).every((name) => name !== wanted);
    const compare = COMPARISONS[word];
    if (compare === undefined)
        return () => true;
    return (certificate) => namesOf(certificate).some((name) => compare(name, wanted));
}
/** The name as people wrote it, and as the vendor keeps it. */
function namesOf({ name, vendor }) {
    return [name, vendor.name].flatMap((one) => (typeof one === 'string' ? one.toLowerCase() : []));
}

// EXTERNAL MODULE: ./build/src/certificate/assemble.js
var assemble = __webpack_require__(1405);
;// CONCATENATED MODULE: ./build/src/providers/zscaler/unescape.js
const NAMED_ENTITIES = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
};
/** Old records are escaped twice at most, as Zscaler's official Go client takes it. */
const HTML_ROUNDS = 2;
const UNPRINTABLE = /\p{Cc}/u;
/**
 * A name or description as people wrote it: old records hold it percent-encoded (`Wild%20Card%20Cert`) or
 * HTML-escaped (`&#x2a;&#x2e;`), also twice (ZPA help, examples of certificates). What is malformed, or would
 * give a control character, stays as it is.
 */
function unescapeText(text) {
    let plain = decodePercent(text);
    for (let round = 0; round < HTML_ROUNDS; round += 1) {
        plain = plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, decodeEntity);
    }
    return plain;
}
function decodePercent(text) {
    try {
        const plain = decodeURIComponent(text);
        return UNPRINTABLE.test(plain) ? text : plain;
    }
    catch {
        return text;
    }
}
function decodeEntity(entity, decimal, hex, name) {
    if (name !== undefined)
        return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
    const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (codePoint > 0x10ffff || isSurrogate)
        return entity;
    const character = String.fromCodePoint(codePoint);
    return UNPRINTABLE.test(character) ? entity : character;
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/to-certificate.js


const ZPA_PROVIDER = 'zscaler-zpa';
/**
 * The record of a row. ZPA has no status: it is derived from the dates, and a row without any trace of a
 * certificate is `pending`. The vendor's `name` is among the vendor's fields where it is escaped.
 */
function toCertificate(row, scope, now) {
    const { id, name: rawName, certificate: pem, issuedTo, issuedBy, serialNo, san, validFromInEpochSec, validToInEpochSec, ...rest } = row;
    const name = typeof rawName === 'string' ? unescapeText(rawName) : null;
    const commonName = row.cName ?? row.getcName ?? null;
    const assembled = (0,assemble/* assembleCertificate */.A)({
        provider: ZPA_PROVIDER,
        scope,
        id: readId(id),
        name,
        status: null,
        fingerprint: null,
        subject: issuedTo ?? null,
        issuer: issuedBy ?? null,
        serialNumber: readSerial(serialNo),
        sans: san ?? null,
        notBefore: (0,assemble/* parseApiTime */.J)(validFromInEpochSec),
        notAfter: (0,assemble/* parseApiTime */.J)(validToInEpochSec),
        createdAt: (0,assemble/* parseApiTime */.J)(rest.creationTime),
        updatedAt: (0,assemble/* parseApiTime */.J)(rest.modifiedTime),
        inUse: null,
        type: null,
        pem: pem ?? null,
        vendor: {
            ...rest,
            ...(commonName === null ? {} : { cName: commonName }),
            ...(rawName === name ? {} : { name: rawName }),
        },
    });
    const hasNone = [pem, serialNo].every(isUnset) && [validFromInEpochSec, validToInEpochSec].every(isNoTime);
    return { ...assembled, status: hasNone ? 'pending' : deriveStatus(assembled, now) };
}
/** Null where the dates do not settle it. */
function deriveStatus({ notBefore, notAfter }, now) {
    if (notAfter !== null && notAfter <= now)
        return 'expired';
    if (notBefore !== null && notBefore > now)
        return 'not-yet-valid';
    return notBefore !== null && notAfter !== null ? 'valid' : null;
}
/** A number that lost digits on the way would name another certificate. */
function readId(id) {
    if (typeof id === 'number')
        return Number.isSafeInteger(id) ? String(id) : null;
    return id ?? null;
}
/** From decimal to hex, two digits an octet; anything else is left for the record to judge. */
function readSerial(serialNo) {
    if (typeof serialNo === 'number' && !Number.isSafeInteger(serialNo))
        return null;
    const text = String(serialNo ?? '').trim();
    const [, sign = '', digits] = /^(-?)(\d{1,200})$/.exec(text) ?? [];
    if (digits === undefined)
        return text === '' ? null : text;
    const hex = BigInt(digits).toString(16).toUpperCase();
    return `${sign}${hex.length % 2 === 0 ? hex : `0${hex}`}`;
}
function isUnset(value) {
    return value === null || value === undefined || String(value).trim() === '';
}
function isNoTime(value) {
    return isUnset(value) || Number(value) === 0;
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/update.js


/**
 * How name and description of an entry are changed. Both are always sent, the unchanged one unescaped as it is
 * read: what is left out might be cleared, and what is sent back escaped would be escaped twice (ZPA API
 * reference, Update certificate: name or description only).
 */
function createZpaUpdate(pathOf, scope, send) {
    return {
        findViolations: (certificate) => (0,zscaler_scope/* findEntryViolations */.Q8)(certificate, scope),
        isDone: (certificate, changes) => {
            const entry = readEntry(certificate);
            const wanted = mergeEntry(entry, changes);
            return wanted.name === entry.name && wanted.description === entry.description;
        },
        call: (certificate, changes) => ({
            method: 'PUT',
            path: pathOf(certificate.id),
            query: (0,zscaler_scope/* microtenantQuery */.pM)(scope),
            json: mergeEntry(readEntry(certificate), changes),
            retry: 'safe',
        }),
        send,
    };
}
function readEntry({ name, vendor }) {
    const { description } = vendor;
    return {
        name: name ?? '',
        description: typeof description === 'string' ? unescapeText(description) : '',
    };
}
function mergeEntry(entry, { name, description }) {
    return { name: name ?? entry.name, description: description ?? entry.description };
}

;// CONCATENATED MODULE: ./build/src/providers/zscaler/zpa.js
















/**
 * Web server certificates of one Zscaler Private Access customer (ZPA API reference, Certificate Management). It
 * signs in with its first call, through OneAPI or the legacy API as the credential says; `close` signs out.
 * @throws InputError where the vanity domain or the credential's private key cannot be used.
 */
function createZpaProvider(options, deps) {
    const { customerId, microtenantId, view, pageSize } = options;
    const { concurrency } = options.transport;
    const hosts = findHosts(options.credentials.signIn, options.apiUrl);
    const session = deps.shareSession(JSON.stringify([options.credentials, hosts.token.href]), () => createSession({ credentials: options.credentials, origin: hosts.token, transport: options.transport }, deps));
    const transport = deps.createTransport({
        ...options.transport,
        origin: hosts.api,
        dialect: zscalerDialect,
        authorise: session.authorise,
        renew: session.renew,
        redact: deps.redact,
        userAgent: deps.userAgent,
        quotasOf: findZpaQuotas,
    });
    const scope = microtenantId === null ? customerId : `${customerId}/${microtenantId}`;
    const query = (0,zscaler_scope/* microtenantQuery */.pM)(options);
    const customerPath = (version) => `${hosts.pathPrefix}/mgmtconfig/${version}/admin/customers/${customerId}`;
    const collection = `${customerPath('v1')}/certificate`;
    const pathOf = (id) => `${collection}/${encodeURIComponent(id.toWellFormed())}`;
    const readRow = (json) => {
        const row = wire/* certificateSchema */.f6.safeParse(json);
        return row.success ? toCertificate(row.data, scope, new Date(deps.clock.now())) : null;
    };
    const readOne = async (call) => {
        try {
            return await (0,client/* sendForJson */.WI)(transport, call, readRow);
        }
        catch (error) {
            if ((0,client/* isAbsence */.Md)(error))
                return null;
            throw error;
        }
    };
    const listCall = (search) => ({
        path: {
            all: collection,
            issued: `${customerPath('v2')}/certificate/issued`,
            'clientless-issued': `${customerPath('v2')}/clientlessCertificate/issued`,
        }[view],
        query: { ...query, ...(search === null ? {} : { search }) },
        pageSize,
    });
    const survey = async (filter, keep) => {
        const isSought = readSearch(filter.search);
        const keepSought = (json) => {
            const certificate = readRow(json);
            if (certificate === null)
                return null;
            const row = (0,pages/* keepRow */.AN)(certificate, filter, keep);
            return isSought(certificate) ? row : { ...row, kept: null };
        };
        const list = listCall(filter.search);
        return (0,pages/* readAllKept */.YN)((page, abandoned) => (0,client/* readPage */.SP)(transport, list, { page, abandoned }, keepSought), concurrency);
    };
    const referrers = { customerPath: customerPath('v1'), pageSize, concurrency };
    const sendAndForget = async (call) => {
        await transport.send(call);
    };
    const provider = {
        name: ZPA_PROVIDER,
        scope,
        origin: hosts.api.origin,
        capabilities: capabilities/* capabilitiesOf */.S[ZPA_PROVIDER],
        notices: view === 'clientless-issued' ? [DEPRECATION] : [],
        list: (filter) => survey(filter, (certificate) => certificate),
        survey,
        readUsage: () => (0,zscaler_referrers/* readUsage */.k9)(transport, { ...referrers, query }),
        readCredentialEnd: null,
        isDenial: (error) => isDenial(error) || session.isRefusal(error),
        consoleUrl: () => findConsole(options.credentials.signIn),
        get: (id) => {
            const clientless = `${customerPath('v1')}/clientlessCertificate/${encodeURIComponent(id.toWellFormed())}`;
            const path = view === 'clientless-issued' ? clientless : pathOf(id);
            return readOne({ method: 'GET', path, query, retry: 'safe' });
        },
        creation: createZpaCreation(collection, options, (call) => (0,client/* sendForJson */.WI)(transport, call, readRow)),
        transitions: {},
        deletion: createZpaDeletion(transport, {
            pathOf,
            scope: options,
            referrers,
            read: readOne,
        }),
        update: createZpaUpdate(pathOf, options, sendAndForget),
        openRotation: async (setup) => {
            const { createZpaRotation } = await __webpack_require__.e(/* import() */ 681).then(__webpack_require__.bind(__webpack_require__, 3681));
            const reading = { ...referrers, query };
            return createZpaRotation({ provider, transport, scope: options, reading, setup });
        },
        check: () => checkCredential(session, () => (0,client/* readPage */.SP)(transport, listCall(null), { page: 1 }, readRow)),
        advise: adviseOnZscaler,
        close: session.close,
    };
    return provider;
}
/** ZPA API reference, Certificate Management. */
const DEPRECATION = "The view clientless-issued reads endpoints (clientlessCertificate) that Zscaler will take away; use view: issued for lists and view: all for operation 'get'.";


/***/ })

};
