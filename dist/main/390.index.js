export const id = 390;
export const ids = [390];
export const modules = {

/***/ 8751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ SecretStoreError)
/* harmony export */ });
/** A secret that could not be written. */
class SecretStoreError extends Error {
    name = 'SecretStoreError';
    /** What a person can do about it. */
    mend;
    /** Whether it may have been written although no good answer came. */
    mayHaveArrived;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.mend = details.mend;
        this.mayHaveArrived = details.mayHaveArrived;
    }
}


/***/ }),

/***/ 4663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A call to GitHub that failed for good. Its texts are redacted and hold no token. */
class GitHubError extends Error {
    name = 'GitHubError';
    reason;
    /** What a person can do about it; it may be of several lines. */
    mend;
    /** The status of the answer; null where there was none. */
    httpStatus;
    /** Whether GitHub may have acted although no good answer came. */
    mayHaveArrived;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.reason = details.reason;
        this.mend = details.mend;
        this.httpStatus = details.httpStatus ?? null;
        this.mayHaveArrived = details.mayHaveArrived ?? false;
    }
}


/***/ }),

/***/ 9390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSecretStore: () => (/* binding */ openSecretStore)
});

// EXTERNAL MODULE: ./build/src/interface/raw-inputs.js
var raw_inputs = __webpack_require__(2193);
// EXTERNAL MODULE: ./build/src/operations/rotation/secret-store.js
var secret_store = __webpack_require__(8751);
// EXTERNAL MODULE: ./build/src/runner/github/errors.js
var errors = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/src/runner/github/github.js + 6 modules
var github = __webpack_require__(9959);
;// CONCATENATED MODULE: ./build/src/runner/github/secret/advice.js
/** `secret MTLS of environment production in acme/api` */
function labelSecret({ secret, environment, repository }) {
    return [
        `secret ${secret}`,
        ...(environment === null ? [] : [`of environment ${environment}`]),
        ...(repository === '' ? [] : [`in ${repository}`]),
    ].join(' ');
}
/** What a person can do about a secret that cannot be written. */
function adviseOnSecret(error, place) {
    switch (error.reason) {
        case 'token':
            return `Put another token into store-token, ${describeToken(place)}: this one may have expired or been revoked.`;
        case 'permission':
            return /archived/i.test(error.message)
                ? 'The repository is archived: nothing in it can change until it is not.'
                : `Put a token into store-token that may write it, ${describeToken(place)}. The job's own token never may.`;
        case 'not-found':
            return adviseOnAbsence(place);
        case 'redirect':
            return 'The repository was renamed or moved: set store-repository to its name of today.';
        default:
            return error.mend;
    }
}
/** `of a GitHub App or fine-grained, with Secrets: write on acme/api` */
function describeToken({ environment, repository }) {
    const permission = environment === null ? 'Secrets: write' : 'Environments: write';
    return `of a GitHub App or fine-grained, with ${permission} on ${repository}`;
}
/** GitHub says the same of what is not there and of what the token may not see. */
function adviseOnAbsence(place) {
    const { environment, repository } = place;
    const there = environment === null
        ? `Check that ${repository} exists (store-repository)`
        : `Check that ${repository} (store-repository) has an environment ${environment} (store-environment; Settings, Environments)`;
    return `${there}, and that the token in store-token is one ${describeToken(place)}: without it GitHub says the same.`;
}

// EXTERNAL MODULE: ./build/src/runner/github/call.js
var call = __webpack_require__(8216);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
;// CONCATENATED MODULE: ./build/src/runner/github/secret/wire.js

/** 32 octets in base64. */
const PUBLIC_KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
/** A public key for secrets as GitHub sends it (GitHub REST API, Actions secrets). Unknown fields are tolerated. */
const publicKeySchema = schemas/* looseObject */._H3({
    key_id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    key: schemas/* string */.YjP().check(api/* _regex */.Fk(PUBLIC_KEY)),
});

;// CONCATENATED MODULE: ./build/src/runner/github/secret/endpoints.js



/** @param environment null: the secret is the repository's own */
function createSecretEndpoints({ octokit, repository, refuse }, { secret, environment }) {
    const base = environment === null
        ? '/repos/{owner}/{repo}/actions/secrets'
        : '/repos/{owner}/{repo}/environments/{environment_name}/secrets';
    const named = { ...repository, ...(environment === null ? {} : { environment_name: environment }) };
    const rules = { permission: environment === null ? 'secrets: write' : 'environments: write' };
    return {
        async readKey() {
            const { data, url, headers } = await octokit.request(`GET ${base}/public-key`, {
                ...named,
                ...(0,call/* under */.h)(rules),
            });
            const parsed = publicKeySchema.safeParse(data);
            if (!parsed.success)
                throw refuse({ method: 'GET', url }, rules, data);
            const { key, key_id: id } = parsed.data;
            return {
                key: { id, octets: Buffer.from(key, 'base64') },
                scopes: readScopes(headers['x-oauth-scopes']),
            };
        },
        async readFacts() {
            try {
                await octokit.request(`GET ${base}/{secret_name}`, {
                    ...named,
                    secret_name: secret,
                    ...(0,call/* under */.h)(rules),
                });
            }
            catch (error) {
                if (!(error instanceof errors/* GitHubError */.y) || error.reason !== 'not-found')
                    throw error;
            }
        },
        async put(sealed, keyId) {
            const { status, url, data } = await octokit.request(`PUT ${base}/{secret_name}`, {
                ...named,
                secret_name: secret,
                encrypted_value: sealed,
                key_id: keyId,
                ...(0,call/* under */.h)(rules),
            });
            // Created, or replaced; a page of a proxy is neither.
            if (Number(status) !== 201 && Number(status) !== 204)
                throw refuse({ method: 'PUT', url }, rules, data);
        },
    };
}
/** Null where the header is missing or empty. */
function readScopes(header) {
    const scopes = String(header ?? '')
        .split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
    return scopes.length === 0 ? null : scopes;
}

;// CONCATENATED MODULE: ./build/src/runner/github/secret/seal.js
/**
 * Seals a text so that only GitHub can open it: a sealed box of libsodium (GitHub REST API, Encrypting secrets for the
 * REST API). The library is loaded only here: it is half a megabyte of WebAssembly.
 * @returns base64
 * @throws Error where the library cannot be loaded, or the key is no point of the curve; the text is not in it.
 */
async function seal(text, { octets }) {
    const { default: sodium } = await __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 4768));
    await sodium.ready;
    return Buffer.from(sodium.crypto_box_seal(text, octets)).toString('base64');
}

;// CONCATENATED MODULE: ./build/src/runner/github/open-secret-store.js







/** GitHub's limit (GitHub Docs, Secrets reference, Limits for secrets). */
const MOST_BYTES = 48 * 1024;
/** The scope that classic tokens need (GitHub REST API, Create or update a repository secret). */
const CLASSIC_SCOPE = 'repo';
/** How often the key may change under a write. */
const KEYS_AT_MOST = 3;
/**
 * Opens one secret of GitHub Actions. Never rejects, and calls nothing yet.
 *
 * The preflight reads the public key, which whoever sees the repository may read, and when the secret was written,
 * which only who may read secrets may. Two things stay unproved until the write: that a fine-grained token, or that of
 * an app, may write and not only read, since GitHub tells nobody what such a token may; and that the repository is not
 * archived. A write under another key would be no proof: GitHub promises no refusal, and has taken such writes, which
 * left a secret without its value (github.com/cli/cli, issues 3831 and 3853).
 */
async function openSecretStore(access, place) {
    const repository = place.repository ?? (0,raw_inputs/* readVariable */.n)(access.environment, 'GITHUB_REPOSITORY');
    const known = { ...place, repository };
    const label = labelSecret(known);
    let opening = null;
    const open = () => {
        opening ??= openEndpoints(access, place);
        return opening;
    };
    return {
        label,
        async findViolation() {
            if (access.token === '')
                return null;
            const found = await findObstacle(open, known);
            if (found === null)
                return null;
            const { reason, instead } = found;
            return { reason: `${label} ${reason}`, certificates: [], instead, forcible: false };
        },
        async write(value) {
            const bytes = Buffer.byteLength(value);
            if (bytes > MOST_BYTES)
                throw refuseSize(label, bytes);
            if (access.token === '')
                throw refuseWithoutToken(label, known);
            try {
                await writeSealed(await open(), value);
            }
            catch (error) {
                throw explainWriting(error, label, known);
            }
        },
    };
}
async function openEndpoints(access, place) {
    const { token, environment, transport, deps } = access;
    const { repository } = place;
    return createSecretEndpoints(await (0,github/* openGitHub */.o)({ token, environment, transport, repository }, deps), place);
}
/** What stands against writing, as far as reading tells it; null where nothing does. */
async function findObstacle(open, place) {
    try {
        const { scopes } = await readBoth(await open());
        if (scopes === null || scopes.includes(CLASSIC_SCOPE))
            return null;
        return {
            reason: `cannot be written: the classic token in store-token is without the scope ${CLASSIC_SCOPE} (it has ${scopes.join(', ')})`,
            instead: `give it that scope, or better put a token into store-token ${describeToken(place)}`,
        };
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y))
            throw error;
        const isPassing = ['network', 'server', 'rate-limit', 'unreadable'].includes(error.reason);
        return {
            reason: `${isPassing ? 'may not be writable' : 'cannot be written'}: ${error.message.replace(/\.$/, '')}`,
            instead: adviseOnSecret(error, place),
        };
    }
}
/** The key and the facts, side by side. Of the facts only a denial counts: any other failure says nothing of writing. */
async function readBoth(endpoints) {
    const [key, facts] = await Promise.allSettled([endpoints.readKey(), endpoints.readFacts()]);
    if (key.status === 'rejected')
        throw key.reason;
    if (facts.status === 'rejected') {
        const { reason } = facts;
        if (!(reason instanceof errors/* GitHubError */.y) || reason.reason === 'permission')
            throw reason;
    }
    return key.value;
}
/** Seals for the key of this moment; where a write is refused because it has changed since, for the new one. */
async function writeSealed(endpoints, value) {
    let { key } = await endpoints.readKey();
    for (let keys = 1;; keys += 1) {
        try {
            return await endpoints.put(await seal(value, key), key.id);
        }
        catch (error) {
            const isRefused = error instanceof errors/* GitHubError */.y && error.httpStatus === 422;
            if (!isRefused || keys === KEYS_AT_MOST)
                throw error;
            const { key: present } = await endpoints.readKey();
            if (present.id === key.id)
                throw error;
            key = present;
        }
    }
}
function explainWriting(error, label, place) {
    if (!(error instanceof errors/* GitHubError */.y)) {
        const message = error instanceof Error ? error.message : String(error);
        return new secret_store/* SecretStoreError */.u(`The ${label} cannot be sealed: ${message}`, {
            mend: 'This is a mistake of the action, or GitHub sends no usable key; report it with this text.',
            mayHaveArrived: false,
            cause: error,
        });
    }
    const { message, mayHaveArrived } = error;
    const what = mayHaveArrived ? 'may have been written or not' : 'is not written';
    return new secret_store/* SecretStoreError */.u(`The ${label} ${what}: ${message}`, {
        mend: adviseOnSecret(error, place),
        mayHaveArrived,
        cause: error,
    });
}
function refuseSize(label, bytes) {
    return new secret_store/* SecretStoreError */.u(`The ${label} is not written: key and certificates have ${bytes} bytes, and GitHub takes ${MOST_BYTES} (48 KB).`, {
        mend: 'Choose a smaller key-algorithm, such as ecdsa-p256; the rest of it is the chain that the vendor shows.',
        mayHaveArrived: false,
    });
}
function refuseWithoutToken(label, place) {
    return new secret_store/* SecretStoreError */.u(`The ${label} is not written: there is no token for it.`, {
        mend: `Put a token into store-token, ${describeToken(place)}. The job's own token never may write secrets.`,
        mayHaveArrived: false,
    });
}


/***/ })

};
