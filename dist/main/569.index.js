export const id = 569;
export const ids = [569];
export const modules = {

/***/ 1705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ sha256Hex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** SHA-256 over the text's UTF-8, lower-case hex. */
function sha256Hex(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
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

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLedger: () => (/* binding */ openLedger)
});

// EXTERNAL MODULE: ./build/src/interface/raw-inputs.js
var raw_inputs = __webpack_require__(2193);
;// CONCATENATED MODULE: ./build/src/operations/rotation/ledger.js
/** A ledger that is not there at all. */
function createMissingLedger(unavailability) {
    return { read: async () => unavailability, append: async () => unavailability };
}

// EXTERNAL MODULE: ./build/src/runner/github/errors.js
var errors = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/src/runner/github/github.js + 6 modules
var github_github = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/src/runner/github/call.js
var call = __webpack_require__(8216);
;// CONCATENATED MODULE: ./build/src/runner/github/ledger/record-words.js
/** A deployment status takes no longer one (GitHub REST API, Deployment statuses). */
const LONGEST_CHARACTERS = 140;
/** Phases that another record follows are in progress until it does. */
function stateOf(phase) {
    switch (phase) {
        case 'staging':
        case 'promoting':
        case 'rolling-back':
            return 'in_progress';
        case 'staged':
        case 'promoted':
        case 'retired':
            return 'success';
        case 'rolled-back':
        case 'rollback-failed':
            return 'failure';
    }
}
/** A record for people, with whose it is: `promoted b in place of a (account)`; at most 140 characters. */
function describeEntry(entry) {
    const text = `${describeAct(entry)} (${entry.lineage.scope})`;
    return text.length > LONGEST_CHARACTERS ? `${text.slice(0, LONGEST_CHARACTERS - 1)}…` : text;
}
function describeAct({ phase, previous, successor }) {
    const old = previous?.id ?? null;
    const next = successor?.id ?? 'a new certificate';
    const inPlace = old === null ? ' as the first certificate' : ` in place of ${old}`;
    switch (phase) {
        case 'staging':
            return successor === null ? `about to make a certificate${inPlace}` : `made ${next}${inPlace}`;
        case 'staged':
            return `staged ${next}${inPlace}`;
        case 'promoting':
            return `about to promote ${next}${inPlace}`;
        case 'promoted':
            return `promoted ${next}${inPlace}`;
        case 'rolling-back':
            return `about to go back to ${old ?? 'none'} from ${next}`;
        case 'rolled-back':
            return `went back to ${old ?? 'none'} from ${next}`;
        case 'rollback-failed':
            return `could not go back to ${old ?? 'none'} from ${next}`;
        case 'retired':
            return old === null
                ? 'gave up a key before anything was made with it'
                : `retired ${old}; ${next} serves`;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
;// CONCATENATED MODULE: ./build/src/runner/github/ledger/wire.js

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Deployments). Unknown fields are tolerated.
 */
const deploymentSchema = schemas/* looseObject */._H3({
    /** Too long for a number, it is read as a bigint. */
    id: schemas/* union */.KCZ([schemas/* int */.Whr(), schemas/* bigint */.oad()]),
    task: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    /** An object, or its JSON. */
    payload: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    created_at: schemas/* string */.YjP(),
});
const deploymentsSchema = schemas/* array */.YOg(deploymentSchema);

;// CONCATENATED MODULE: ./build/src/runner/github/ledger/deployments.js



const TASK = 'certops:rotation';
const RULES = { permission: 'deployments: write' };
const PAGE_SIZE = 100;
/** The records among the deployments of the repository that a workflow runs in. */
function createDeployments(github) {
    const { octokit, repository } = github;
    const addressOf = (environment) => octokit.request.endpoint('GET /repos/{owner}/{repo}/deployments', {
        ...repository,
        environment,
        task: TASK,
        per_page: PAGE_SIZE,
    });
    function readRows(data, address, of) {
        const parsed = deploymentsSchema.safeParse(data);
        if (!parsed.success)
            throw github.refuse(address, RULES, data);
        return parsed.data.filter(({ task, environment }) => task === TASK && environment.toLowerCase() === of.toLowerCase());
    }
    return {
        async list(environment) {
            const address = addressOf(environment);
            const rows = [];
            let answeredAt = null;
            for await (const page of github.datedPages(address, RULES)) {
                rows.push(...readRows(page.data, address, environment));
                ({ answeredAt } = page);
            }
            return { rows, answeredAt };
        },
        async listNewest(environment) {
            const address = addressOf(environment);
            const { data } = await octokit.request({ ...address, method: 'GET', ...(0,call/* under */.h)(RULES) });
            return readRows(data, address, environment);
        },
        async create(environment, entry, payload, ref) {
            const { data, url } = await octokit.rest.repos.createDeployment({
                ...repository,
                ref,
                task: TASK,
                environment,
                description: describeEntry(entry),
                payload,
                // A record is of what has happened: nothing is merged for it, and no check stands against it.
                auto_merge: false,
                required_contexts: [],
                // It outlives every run, and is no place that users come to.
                transient_environment: false,
                production_environment: false,
                ...(0,call/* under */.h)(RULES),
            });
            const parsed = deploymentSchema.safeParse(data);
            if (!parsed.success || Number.isNaN(Date.parse(parsed.data.created_at))) {
                throw github.refuse({ method: 'POST', url }, RULES, data);
            }
            return parsed.data;
        },
    };
}

// EXTERNAL MODULE: ./build/src/certificate/digest.js
var digest = __webpack_require__(1705);
;// CONCATENATED MODULE: ./build/src/runner/github/ledger/environment-name.js

/** GitHub allows no longer name (Managing environments for deployment). */
const environment_name_LONGEST_CHARACTERS = 255;
const HASH_DIGITS = 12;
/** GitHub tells no upper case from lower, and refuses some marks: what is left is the same to everybody. */
const PLAIN_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
/**
 * The environment that a lineage's records stand in: `certops-cloudflare-gateway-in-use`. A name that cannot be
 * used as it is becomes a readable one with twelve hex digits of its SHA-256. Lineages of two scopes can share it.
 */
function nameEnvironment({ provider, name }) {
    const prefix = `certops-${provider}-`;
    const longest = environment_name_LONGEST_CHARACTERS - prefix.length;
    if (PLAIN_NAME.test(name) && name.length <= longest)
        return `${prefix}${name}`;
    const hash = (0,digest/* sha256Hex */.f)(name).slice(0, HASH_DIGITS);
    const readable = name
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+/, '')
        .slice(0, longest - HASH_DIGITS - 1)
        .replace(/[._-]+$/, '');
    return `${prefix}${readable === '' ? '' : `${readable}-`}${hash}`;
}

;// CONCATENATED MODULE: ./build/src/runner/github/ledger/payload.js

/** Every later version keeps `version` and `lineage` where they are. */
const VERSION = 1;
const lineageSchema = schemas/* looseObject */._H3({ provider: schemas/* string */.YjP(), scope: schemas/* string */.YjP(), name: schemas/* string */.YjP() });
const certificateSchema = schemas/* nullable */.mee(schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), fingerprint: schemas/* nullable */.mee(schemas/* string */.YjP()) }));
const headSchema = schemas/* looseObject */._H3({ version: schemas/* optional */.lqM(schemas/* unknown */.L5J()), lineage: lineageSchema });
const payloadSchema = schemas/* looseObject */._H3({
    version: schemas/* literal */.euz(VERSION),
    entry: schemas/* string */.YjP(),
    lineage: lineageSchema,
    phase: schemas/* enum */.k5n([
        'staging',
        'staged',
        'promoting',
        'promoted',
        'rolling-back',
        'rolled-back',
        'rollback-failed',
        'retired',
    ]),
    previous: certificateSchema,
    successor: certificateSchema,
    publicKeySha256: schemas/* nullable */.mee(schemas/* string */.YjP()),
    knownIds: schemas/* array */.YOg(schemas/* string */.YjP()),
    run: schemas/* nullable */.mee(schemas/* string */.YjP()),
});
/** An entry as a deployment carries it. It holds nothing secret. */
function writePayload(entry, { mark, run }) {
    const { lineage, phase, previous, successor, publicKeySha256, knownIds } = entry;
    return {
        version: VERSION,
        entry: mark,
        lineage: { provider: lineage.provider, scope: lineage.scope, name: lineage.name },
        phase,
        previous,
        successor,
        publicKeySha256,
        knownIds,
        run,
    };
}
/** @param payload as GitHub gives it: an object, or its JSON */
function readPayload(payload, lineage) {
    const given = typeof payload === 'string' ? parse(payload) : payload;
    const head = headSchema.safeParse(given);
    if (!head.success)
        return { kind: 'unreadable', why: 'it names no lineage' };
    if (!isSame(head.data.lineage, lineage))
        return { kind: 'other' };
    const { version } = head.data;
    if (version !== VERSION) {
        return {
            kind: 'unreadable',
            why: `it is of version ${nameVersion(version)}, not ${VERSION}`,
        };
    }
    const whole = payloadSchema.safeParse(given);
    if (!whole.success)
        return { kind: 'unreadable', why: 'its payload is not of the shape of version 1' };
    const { entry: mark, run, phase, previous, successor, publicKeySha256, knownIds } = whole.data;
    const entry = {
        lineage,
        phase,
        previous: refer(previous),
        successor: refer(successor),
        publicKeySha256,
        knownIds,
    };
    return { kind: 'record', entry, mark, run };
}
/** Anything may stand there, however long or deep. */
function nameVersion(version) {
    if (typeof version === 'number')
        return String(version);
    return version === undefined ? 'none' : 'unknown';
}
function isSame(one, other) {
    return one.provider === other.provider && one.scope === other.scope && one.name === other.name;
}
function refer(given) {
    return given === null ? null : { id: given.id, fingerprint: given.fingerprint };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/runner/github/ledger/unavailability.js
/** Why the ledger cannot be used, and how to mend that. */
function explainUnavailable(error, what) {
    const reason = error.message.replace(/\.$/, '');
    return { unavailable: `deployments cannot be ${what}: ${reason}`, mend: mend(error) };
}
function mend(error) {
    if (error.reason === 'permission' && !/archived/i.test(error.message)) {
        return "Give the job 'permissions: deployments: write' (keep what is listed there); a reusable workflow has no more than the job that calls it, so give it to that job, too. A token of its own in github-token needs Deployments: Read and write.";
    }
    if (error.httpStatus === 422 && /no ref found/i.test(error.message)) {
        return 'A record stands at the commit of the run (GITHUB_SHA, else GITHUB_REF), and the repository in GITHUB_REPOSITORY has no such: leave these variables as the runner sets them, and run again from a branch that exists.';
    }
    if (error.httpStatus === 409) {
        return 'GitHub does not take a deployment of this commit: see what it says, and the rules of the repository (Settings, Rules); or run again from another commit.';
    }
    return error.mend;
}

;// CONCATENATED MODULE: ./build/src/runner/github/ledger/ledger.js




/** GitHub's times are cut to whole seconds: what it dates with one happened before the next. */
const CLOCK_GRAIN_MILLISECONDS = 1000;
/** How long a new record is looked for whose answer was lost: a list may lag behind. */
const LOOK_PAUSES_MILLISECONDS = [1000, 2000, 4000];
/** The ledger in the deployments of a repository. */
function createDeploymentLedger(deployments, marks, run, { clock, random, sleep }) {
    let appends = 0;
    /** Like no other's: by the time, by chance, and by how many there were before. */
    function makeMark() {
        appends += 1;
        const digits = () => Math.floor(random() * 2 ** 32).toString(36);
        return [clock.now().toString(36), digits(), digits(), appends].join('-');
    }
    /** The record of one append; null where none is listed after a while. */
    async function look(environment, lineage, mark) {
        for (const pause of LOOK_PAUSES_MILLISECONDS) {
            await sleep(pause);
            const rows = await deployments.listNewest(environment);
            const readings = rows.map((row) => readRecord(row, lineage)).filter((one) => 'record' in one);
            // Of two the first one counts, as in every reading.
            const found = readings.findLast((one) => one.mark === mark);
            if (found !== undefined)
                return found.record;
        }
        return null;
    }
    /** Never sends an entry again before it was looked for. @throws GitHubError */
    async function write(environment, entry) {
        const mark = makeMark();
        const payload = writePayload(entry, { mark, run: run.address });
        for (let tries = 1;; tries += 1) {
            try {
                const row = await deployments.create(environment, entry, payload, run.ref);
                return toRecord(row, entry, run.address);
            }
            catch (error) {
                if (!(error instanceof errors/* GitHubError */.y) || !error.mayHaveArrived)
                    throw error;
                const found = await look(environment, entry.lineage, mark);
                if (found !== null)
                    return found;
                if (tries > run.maxRetries)
                    throw error;
            }
        }
    }
    return {
        async read(lineage) {
            const environment = nameEnvironment(lineage);
            try {
                const { rows, answeredAt } = await deployments.list(environment);
                if (answeredAt === null)
                    return UNDATED;
                const read = readRecords(rows, lineage, environment);
                if ('unavailable' in read)
                    return read;
                marks.learn(read);
                return { records: read, readAt: answeredAt };
            }
            catch (error) {
                if (!(error instanceof errors/* GitHubError */.y))
                    throw error;
                return explainUnavailable(error, 'read');
            }
        },
        async append(entry) {
            if (run.ref === '')
                return NOWHERE;
            try {
                const record = await write(nameEnvironment(entry.lineage), entry);
                await marks.mark(record);
                return record;
            }
            catch (error) {
                if (!(error instanceof errors/* GitHubError */.y))
                    throw error;
                return explainUnavailable(error, 'written');
            }
        },
    };
}
/** Without GitHub's own time nothing that is waited for can be proved; the runner's clock may be ahead. */
const UNDATED = {
    unavailable: 'the answer to the list of deployments bears no Date that can be read',
    mend: 'See which proxy between the runner and GitHub takes the header Date away.',
};
const NOWHERE = {
    unavailable: 'deployments cannot be written: neither GITHUB_SHA nor GITHUB_REF is set',
    mend: 'The runner sets them; outside of a workflow set GITHUB_SHA to a commit that the repository has.',
};
/**
 * All records of a lineage, the oldest first. One that may be the lineage's and that nobody can read holds
 * everything: it may say that a promotion failed, that a soak began anew, that a successor was made.
 */
function readRecords(rows, lineage, environment) {
    const inOrder = rows.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    // Pages shift while records are appended, and one that was sent twice is one record: the first.
    const records = new Map();
    for (const row of inOrder) {
        const reading = readRecord(row, lineage);
        if ('unreadable' in reading) {
            return {
                unavailable: `deployment ${row.id} of environment ${environment} is a record that cannot be read: ${reading.unreadable}`,
                mend: 'Run the release of this action that wrote it, or a newer one. If it is nobody’s, delete that deployment.',
            };
        }
        if ('record' in reading && !records.has(reading.mark))
            records.set(reading.mark, reading.record);
    }
    return [...records.values()];
}
function readRecord(row, lineage) {
    const reading = readPayload(row.payload, lineage);
    switch (reading.kind) {
        case 'other':
            return { isOther: true };
        case 'unreadable':
            return { unreadable: reading.why };
        case 'record': {
            const record = toRecord(row, reading.entry, reading.run);
            if (Number.isNaN(record.at.getTime()))
                return { unreadable: 'it bears no date' };
            return { mark: reading.mark, record };
        }
    }
}
function toRecord(row, entry, address) {
    const { lineage, phase, previous, successor, publicKeySha256, knownIds } = entry;
    return {
        lineage,
        phase,
        previous,
        successor,
        publicKeySha256,
        knownIds,
        recordId: String(row.id),
        at: new Date(Date.parse(row.created_at) + CLOCK_GRAIN_MILLISECONDS),
        run: address,
    };
}

;// CONCATENATED MODULE: ./build/src/runner/github/ledger/marks.js



function createHistoryMarks(github, debug) {
    const { octokit, repository } = github;
    /** Records in progress that none has brought to an end yet, by lineage. */
    const open = new Map();
    let isLimited = false;
    const keyOf = ({ lineage }) => JSON.stringify([lineage.provider, lineage.scope, lineage.name]);
    function note(record) {
        const key = keyOf(record);
        const before = open.get(key) ?? [];
        const isOpen = stateOf(record.phase) === 'in_progress';
        open.set(key, isOpen ? [...before, record.recordId] : []);
        return isOpen ? [] : before;
    }
    async function post(recordId, state, { run, ...entry }) {
        if (isLimited)
            return;
        try {
            await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
                ...repository,
                // Its type is a number, and it may be longer than one can hold.
                deployment_id: recordId,
                state,
                description: describeEntry(entry),
                ...(run === null ? {} : { log_url: run }),
                auto_inactive: false,
                ...(0,call/* under */.h)({ permission: 'deployments: write' }),
            });
        }
        catch (error) {
            if (!(error instanceof errors/* GitHubError */.y))
                throw error;
            isLimited = error.reason === 'rate-limit';
            debug(`Record ${recordId} stands, and is not marked '${state}': ${error.message}`);
        }
    }
    return {
        learn(records) {
            for (const key of new Set(records.map(keyOf)))
                open.delete(key);
            for (const record of records)
                note(record);
        },
        async mark(record) {
            const ended = note(record);
            await post(record.recordId, stateOf(record.phase), record);
            for (const id of ended)
                await post(id, 'inactive', record);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/runner/github/open-ledger.js







const GITHUB_COM = 'https://github.com';
/** Opens the ledger of rotations in the deployments of the workflow's own repository. Never rejects. */
async function openLedger(access) {
    const { environment, transport, deps } = access;
    try {
        const github = await (0,github_github/* openGitHub */.o)(access, deps);
        // Marks are not waited for, and take nothing of the patience that records need.
        const hasty = await (0,github_github/* openGitHub */.o)({ ...access, transport: { ...transport, maxRetries: 0 } }, deps);
        return createDeploymentLedger(createDeployments(github), createHistoryMarks(hasty, deps.debug), {
            ref: (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_SHA') || (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_REF'),
            address: findRunAddress(environment),
            maxRetries: transport.maxRetries,
        }, deps);
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y))
            throw error;
        const unavailable = `there is no ledger: ${error.message.replace(/\.$/, '')}`;
        return createMissingLedger({ unavailable, mend: error.mend });
    }
}
/** The page of this run's attempt; null outside of a workflow. */
function findRunAddress(environment) {
    const server = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_SERVER_URL').replace(/\/+$/, '') || GITHUB_COM;
    const run = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_RUN_ID');
    if (!/^https?:\/\//.test(server) || !/^\d+$/.test(run))
        return null;
    const attempt = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_RUN_ATTEMPT');
    const page = `${server}/${(0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_REPOSITORY')}/actions/runs/${run}`;
    return /^\d+$/.test(attempt) ? `${page}/attempts/${attempt}` : page;
}


/***/ })

};
