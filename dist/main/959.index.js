export const id = 959;
export const ids = [959];
export const modules = {

/***/ 8216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeCall),
/* harmony export */   h: () => (/* binding */ under)
/* harmony export */ });
/** Rules as a parameter of any of octokit's endpoints; they are not sent. */
function under(rules) {
    return { request: { certops: rules } };
}
/** A call of octokit's, its address already written out. */
function describeCall(method, address, given) {
    return {
        method,
        path: new URL(address).pathname,
        permission: given?.permission ?? 'contents: read',
        retry: given?.retry ?? (method === 'POST' ? 'unsent' : 'safe'),
    };
}


/***/ }),

/***/ 9959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./build/src/http/redact.js
var redact = __webpack_require__(9429);
// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(8009);
// EXTERNAL MODULE: ./build/src/runner/github/call.js
var call = __webpack_require__(8216);
// EXTERNAL MODULE: ./build/src/runner/github/errors.js
var errors = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
// EXTERNAL MODULE: ./build/src/http/error-text.js
var error_text = __webpack_require__(5550);
// EXTERNAL MODULE: ./build/src/http/errors.js
var http_errors = __webpack_require__(3155);
;// CONCATENATED MODULE: ./build/src/runner/github/mends.js
/** What to do where GitHub does not know the token. */
function mendToken() {
    return "Check the input 'github-token': its default is the token of the job; another one may have expired or been revoked.";
}
/** What to do where the token may not do this: the lines of YAML to add, or the permission of another token. */
function mendDenial(message, { permission }) {
    if (/archived/i.test(message))
        return 'The repository is archived: nothing in it can change until it is not.';
    return [
        'Add these lines to the job that runs this step (what is not listed there is denied, so keep what is):',
        'permissions:',
        `  ${permission}`,
        `A token of its own in 'github-token' needs the repository permission "${namePermission(permission)}". Runs of pull requests from forks cannot have it.`,
    ].join('\n');
}
/** What to do where the repository, or what is in it, cannot be seen. */
function mendMissing({ permission }, { apiUrl, owner, repo }) {
    return `The token does not see ${owner}/${repo} (GITHUB_REPOSITORY) at ${apiUrl} (GITHUB_API_URL), or what was asked for is not there. Check both, and that the token is of this repository with 'permissions: ${permission}'.`;
}
/** What to do where issues are switched off, or the issue is. */
function mendGone(message, { owner, repo }) {
    if (/deleted/i.test(message))
        return 'The issue was deleted meanwhile; the next run opens another one.';
    return `Switch issues on in ${owner}/${repo} (Settings, General, Features, Issues), or set 'issue: false'.`;
}
/** `issues: write` as the pages of fine-grained tokens have it: `Issues: Read and write`. */
function namePermission(permission) {
    const [scope = '', level = ''] = permission.split(': ');
    const name = `${scope.charAt(0).toUpperCase()}${scope.slice(1)}`.replaceAll('-', ' ');
    return `${name}: ${level === 'write' ? 'Read and write' : 'Read-only'}`;
}

// EXTERNAL MODULE: ./build/src/http/retry.js
var retry = __webpack_require__(6092);
;// CONCATENATED MODULE: ./build/src/runner/github/rate-limit.js

/** Where GitHub does not say how long: a minute at least (GitHub REST API, Rate limits). */
const SECONDARY_WAIT_MILLISECONDS = 60_000;
/** The server's clock and this one are not quite the same. */
const RESET_SLACK_MILLISECONDS = 1000;
/**
 * How long a refusal for too many calls asks to wait, in milliseconds; null where it is no such refusal.
 * GitHub sends 403 or 429 for both of its limits: with `retry-after`, with nothing left of the hourly quota and
 * the time of its reset, or with a message alone.
 */
function findWait(answer, now) {
    const { status, headers, message } = answer;
    if (status !== 403 && status !== 429)
        return null;
    const asked = readRetryAfter(headers, now);
    if (asked !== null)
        return asked;
    if (status === 403 && !/rate limit|abuse detection/i.test(message))
        return null;
    const reset = Number(headerOf(headers, 'x-ratelimit-reset') ?? Number.NaN);
    if (headerOf(headers, 'x-ratelimit-remaining') !== '0' || !Number.isFinite(reset)) {
        return SECONDARY_WAIT_MILLISECONDS;
    }
    return Math.max(0, reset * 1000 - now) + RESET_SLACK_MILLISECONDS;
}
/** What a `retry-after` asks for, in milliseconds; null where there is none that can be read. */
function readRetryAfter(headers, now) {
    return (0,retry/* parseRetryAfter */.mu)(headerOf(headers, 'retry-after'), now) ?? null;
}
/** A header's text; undefined where it is not there. */
function headerOf(headers, name) {
    const value = headers[name];
    return value === undefined ? undefined : String(value);
}

;// CONCATENATED MODULE: ./build/src/runner/github/explain.js






/**
 * Says for people what a failed try was, and how to mend it.
 * @throws what was thrown where it is neither an answer nor a failure of the network: a defect.
 */
function explainFailure(thrown, call, explaining) {
    // Octokit wraps what its fetch throws.
    const cause = thrown instanceof Error ? thrown.cause : undefined;
    for (const one of [thrown, cause]) {
        if (one instanceof errors/* GitHubError */.y)
            return { error: one, isPassing: false, waitMilliseconds: null };
        if (one instanceof http_errors/* NetworkFailure */.p)
            return explainNetwork(one, call, explaining);
    }
    const answer = readAnswer(thrown);
    if (answer === null)
        throw thrown;
    return explainAnswer(answer, call, explaining);
}
/** The error for an answer that is good by its status, and not what GitHub's reference promises. */
function refuseShape(call, body, { place, redact }) {
    const what = typeof body === 'string' ? (0,error_text/* describeBody */.MP)(body, redact, false) : 'a body of another shape than documented';
    return new errors/* GitHubError */.y(`${tell(call, place)} answered with ${what}.`, {
        reason: 'unreadable',
        mend: 'Check GITHUB_API_URL and proxies: something other than GitHub may have answered. Else run again later.',
        mayHaveArrived: true,
    });
}
function explainNetwork(failure, call, explaining) {
    const { place, tries, redact } = explaining;
    const error = new errors/* GitHubError */.y(`${tell(call, place)} failed: ${redact(failure.message)} ${(0,error_text/* describeTries */.BI)(null, tries)}.`, {
        reason: 'network',
        mend: 'Check the network of the runner, proxies (https_proxy, no_proxy) and GITHUB_API_URL; then run again.',
        mayHaveArrived: failure.mayHaveArrived,
        cause: failure,
    });
    return { error, isPassing: failure.passing, waitMilliseconds: null };
}
function explainAnswer(answer, call, explaining) {
    const { place, now, tries, redact } = explaining;
    const { status, headers } = answer;
    const message = (0,error_text/* cleanText */.X5)(readMessage(answer.body, redact), redact);
    const wait = findWait({ status, headers, message }, now);
    const { reason, mend } = wait === null ? judge(status, message, call, place) : judgeLimit(wait, status, now);
    const requestId = headerOf(headers, 'x-github-request-id');
    const seen = (0,error_text/* describeTries */.BI)(requestId === undefined ? null : (0,error_text/* cleanText */.X5)(requestId, redact), tries);
    const error = new errors/* GitHubError */.y(`${tell(call, place)} answered ${status}: ${message} ${seen}.`, {
        reason,
        mend,
        httpStatus: status,
        mayHaveArrived: status >= 500 || status === 408,
    });
    return {
        error,
        isPassing: wait !== null || status >= 500 || status === 408,
        waitMilliseconds: wait ?? readRetryAfter(headers, now),
    };
}
function judge(status, message, call, place) {
    if (status === 401)
        return { reason: 'token', mend: mendToken() };
    if (status === 403)
        return { reason: 'permission', mend: mendDenial(message, call) };
    if (status === 404)
        return { reason: 'not-found', mend: mendMissing(call, place) };
    if (status === 410)
        return { reason: 'gone', mend: mendGone(message, place) };
    if (status >= 500 || status === 408) {
        return { reason: 'server', mend: 'GitHub failed. Run again later; see https://www.githubstatus.com.' };
    }
    return {
        reason: 'refused',
        mend: 'GitHub says no more than this. Check the inputs against it.',
    };
}
function judgeLimit(wait, status, now) {
    const until = (0,time/* formatDate */.Yq)(new Date(Math.ceil((now + wait) / 1000) * 1000));
    return {
        reason: 'rate-limit',
        mend: `GitHub takes no more calls of this token before ${until} (${status}). Run again after that; other workflows of the repository share the limit.`,
    };
}
/** `POST /repos/octo/infra/issues at api.github.com` */
function tell({ method, path }, { apiUrl }) {
    return `${method} ${path} at ${new URL(apiUrl).host}`;
}
/** What octokit throws for an answer from 400 on; null for anything else. */
function readAnswer(thrown) {
    if (!(thrown instanceof Error) || !('response' in thrown))
        return null;
    const { response } = thrown;
    if (typeof response !== 'object' || response === null || !('status' in response))
        return null;
    return {
        status: Number(response.status),
        headers: 'headers' in response ? (response.headers ?? {}) : {},
        body: 'data' in response ? response.data : '',
    };
}
/** GitHub's message and what it says of each field; of anything else what it looks like. */
function readMessage(body, redact) {
    if (typeof body === 'string')
        return (0,error_text/* describeBody */.MP)(body, redact, true);
    if (typeof body !== 'object' || body === null || !('message' in body))
        return 'no message';
    const details = 'errors' in body && Array.isArray(body.errors) ? body.errors.map(tellDetail) : [];
    return [String(body.message), ...details].join('; ');
}
function tellDetail(detail) {
    if (typeof detail !== 'object' || detail === null)
        return String(detail);
    const { field, code, message, value } = detail;
    return [field, value, code, message].filter((part) => typeof part === 'string').join(' ');
}

// EXTERNAL MODULE: ./build/src/http/json.js
var http_json = __webpack_require__(6102);
;// CONCATENATED MODULE: ./build/src/runner/github/fetch.js


/** A hundred issues, each as long as it can be, in four octets a character. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/**
 * The `fetch` that octokit sends by: the action's own network, and so its proxies, trusted roots and time-outs.
 * The token goes to the API's own scheme, host and port only; redirects are not followed.
 */
function createFetch(network, { apiUrl, timeoutMilliseconds }) {
    const { origin } = new URL(apiUrl);
    return async (address, options = {}) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw refuseElsewhere(url.origin, origin);
        const { status, headers, body } = await network.send({
            method: (options.method ?? 'GET'),
            url,
            headers: { ...options.headers, 'accept-encoding': 'identity' },
            ...(options.body === undefined ? {} : { body: options.body }),
            timeoutMilliseconds,
            maxBodyBytes: MAX_BODY_BYTES,
        });
        if (status >= 300 && status < 400)
            throw refuseRedirect(url, status, headers.location);
        const text = status >= 400 ? shortenNumbers(body) : body;
        const response = new Response(status === 204 || status === 205 ? null : text, { status, headers });
        // A response that was made here has none of its own.
        return Object.defineProperty(response, 'url', { value: url.href });
    };
}
/** The client makes a text of a refusal's body, and cannot where it has read a number as a bigint. */
function shortenNumbers(body) {
    const { json } = (0,http_json/* readJson */.V)(body);
    if (json === undefined)
        return body;
    return JSON.stringify(json, (_, value) => typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value);
}
/** A page's link is GitHub's word, and is not followed elsewhere. */
function refuseElsewhere(given, origin) {
    return new errors/* GitHubError */.y(`The API at ${origin} names ${given} for its next page; the token is not sent there.`, {
        reason: 'redirect',
        mend: 'Check GITHUB_API_URL: it must be the address that GitHub knows itself by.',
    });
}
function refuseRedirect({ host, pathname }, status, location) {
    const target = URL.parse(location ?? '')?.host;
    return new errors/* GitHubError */.y(`${pathname} at ${host} answered ${status}, a redirect${target === undefined ? '' : ` to ${target}`}, which is not followed.`, {
        reason: 'redirect',
        mend: 'The repository was renamed or moved since this run was started: start the workflow anew where it is now. Else check GITHUB_REPOSITORY and GITHUB_API_URL.',
        httpStatus: status,
    });
}

;// CONCATENATED MODULE: ./build/src/runner/github/patience.js



/**
 * Repeats what may be repeated: what changes nothing by being said twice, after every failure that may pass; the
 * rest only where GitHub surely did not act on it. A limit of GitHub's is waited for as long as it asks.
 * @returns a function that throws GitHubError once no further try is allowed.
 */
function createPersistence(patience, options, { clock, sleep, random, debug }) {
    let left = patience.waitingAtMostMilliseconds;
    return async (call, send) => {
        let mayHaveArrived = false;
        for (let tries = 1;; tries += 1) {
            const startedAt = clock.now();
            const report = (what) => debug(`${call.method} ${call.path} -> ${what} in ${clock.now() - startedAt} ms (try ${tries})`);
            try {
                const answer = await send();
                report('answered');
                return answer;
            }
            catch (thrown) {
                const failed = explainFailure(thrown, call, { ...options, now: clock.now(), tries });
                report(failed.error.httpStatus ?? failed.error.reason);
                mayHaveArrived ||= failed.error.mayHaveArrived;
                const ending = mayHaveArrived ? rememberArrival(failed.error) : failed.error;
                if (tries > patience.maxRetries || !mayRepeat(call, failed))
                    throw ending;
                const pause = (0,retry/* findPause */.Ww)({
                    retriesMade: tries - 1,
                    firstDelayMilliseconds: patience.retryDelayMilliseconds,
                    retryAfterMilliseconds: failed.waitMilliseconds ?? undefined,
                }, random);
                if (pause > left)
                    throw ending;
                left -= pause;
                await sleep(pause);
            }
        }
    };
}
/** What an earlier try may have done, the last one's failure does not undo. */
function rememberArrival(error) {
    if (error.mayHaveArrived)
        return error;
    return new errors/* GitHubError */.y(error.message, { ...error, mayHaveArrived: true, cause: error.cause });
}
function mayRepeat({ retry }, { error, isPassing }) {
    if (retry === 'unsent')
        return isPassing && !error.mayHaveArrived;
    return isPassing;
}

// EXTERNAL MODULE: ./build/src/interface/raw-inputs.js
var raw_inputs = __webpack_require__(2193);
;// CONCATENATED MODULE: ./build/src/runner/github/place.js


const GITHUB_COM = 'https://api.github.com';
/**
 * Reads where GitHub is from the environment that the runner sets.
 * @param repository `owner/name` of another repository than the one that the workflow runs in
 * @throws GitHubError (`setup`) where a variable is missing or cannot be used.
 */
function readPlace(environment, repository = null) {
    return { apiUrl: readApiUrl(environment), ...readRepository(environment, repository) };
}
function readApiUrl(environment) {
    const given = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_API_URL') || GITHUB_COM;
    const url = URL.parse(given);
    const allowed = 'an https URL such as https://api.github.com or https://HOST/api/v3 (http on loopback only)';
    // A value with a sign-in is not shown.
    if (given.includes('@')) {
        throw unusable(`GITHUB_API_URL holds a user or a password, and must be ${allowed}.`);
    }
    if (url === null || !['https:', 'http:'].includes(url.protocol)) {
        throw unusable(`GITHUB_API_URL holds '${given}', and must be ${allowed}.`);
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        throw unusable(`GITHUB_API_URL is ${url.origin}: the token would travel unencrypted. It must be ${allowed}.`);
    }
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
function readRepository(environment, repository) {
    const given = repository ?? (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_REPOSITORY');
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner === undefined || repo === undefined) {
        throw unusable(given === ''
            ? 'GITHUB_REPOSITORY is not set, so there is no repository to keep anything in.'
            : `GITHUB_REPOSITORY holds '${given}', and must be owner/name.`);
    }
    return { owner, repo };
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
function unusable(message) {
    return new errors/* GitHubError */.y(message, {
        reason: 'setup',
        mend: "The runner sets this variable; do not change it in 'env'. Elsewhere set it yourself.",
    });
}

;// CONCATENATED MODULE: ./build/src/runner/github/github.js








/** A hundred rows each: far more than a repository has. */
const PAGES_AT_MOST = 2000;
const WAITING_AT_MOST_MILLISECONDS = 180_000;
const API_VERSION = '2022-11-28';
/**
 * Opens GitHub's API. Its client is loaded only here, and only when this is called: it costs a tenth of a second
 * and 30 MB.
 * @throws GitHubError (`setup`) where the environment or the token cannot be used; nothing was called.
 */
async function openGitHub(options, deps) {
    const { token, environment, transport } = options;
    const place = readPlace(environment, options.repository);
    if (token === '') {
        throw new errors/* GitHubError */.y("There is no token for GitHub: the input 'github-token' is empty.", {
            reason: 'setup',
            mend: "Leave 'github-token' out (its default is the token of the job), or give it a token.",
        });
    }
    const redactor = (0,redact/* createRedactor */.l)();
    redactor.add(token);
    const persist = createPersistence({
        maxRetries: transport.maxRetries,
        retryDelayMilliseconds: transport.retryDelayMilliseconds,
        waitingAtMostMilliseconds: options.waitingAtMostMilliseconds ?? WAITING_AT_MOST_MILLISECONDS,
    }, { place, redact: redactor.redact }, deps);
    const { getOctokit: connect } = await loadClient();
    const octokit = connect(token, {
        baseUrl: place.apiUrl,
        userAgent: `certops-action/${version/* VERSION */.x}`,
        log: { debug: deps.debug, info: deps.debug, warn: deps.debug, error: deps.debug },
        request: {
            fetch: createFetch(deps.network, {
                apiUrl: place.apiUrl,
                timeoutMilliseconds: transport.requestTimeoutMilliseconds,
            }),
        },
    });
    octokit.hook.wrap('request', (send, request) => {
        const { url } = octokit.request.endpoint.parse(request);
        request.headers['x-github-api-version'] = API_VERSION;
        return persist((0,call/* describeCall */.G)(request.method, url, request.request?.certops), async () => send(request));
    });
    async function* datedPages({ url }, rules) {
        let count = 0;
        for (let next = url; next !== undefined; count += 1) {
            if (count >= PAGES_AT_MOST)
                throw refuseEndless(place);
            const answer = await octokit.request({
                method: 'GET',
                url: next,
                request: { certops: rules },
            });
            yield { data: answer.data, answeredAt: readDate(answer.headers.date) };
            next = findNextPage(answer.headers.link);
        }
    }
    return {
        octokit,
        repository: { owner: place.owner, repo: place.repo },
        datedPages,
        async *pages(address, rules) {
            for await (const { data } of datedPages(address, rules))
                yield data;
        },
        refuse: ({ method, url }, rules, body) => refuseShape((0,call/* describeCall */.G)(method, url, rules), body, { place, redact: redactor.redact }),
    };
}
function refuseEndless({ apiUrl }) {
    return new errors/* GitHubError */.y(`The API at ${apiUrl} lists more than ${PAGES_AT_MOST} pages, so it is not believed.`, {
        reason: 'unreadable',
        mend: 'Check GITHUB_API_URL and proxies: something other than GitHub may have answered.',
    });
}
/** The address behind `rel="next"` of a Link header; undefined on the last page. */
function findNextPage(link) {
    return /<([^<>]+)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
}
function readDate(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : new Date(time);
}
/** The client reads the environment as it is loaded, and fails on variables that it cannot read. */
async function loadClient() {
    try {
        return await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    }
    catch (cause) {
        throw new errors/* GitHubError */.y('The client for GitHub cannot be loaded.', {
            reason: 'setup',
            mend: 'Check that https_proxy, if set, is a URL such as http://host:port, and that the file that GITHUB_EVENT_PATH names is JSON.',
            cause,
        });
    }
}


/***/ })

};
