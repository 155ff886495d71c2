export const id = 797;
export const ids = [797];
export const modules = {

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

/***/ 2797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGates: () => (/* binding */ openGates)
});

// EXTERNAL MODULE: ./build/src/runner/github/errors.js
var errors = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/src/runner/github/call.js
var call = __webpack_require__(8216);
;// CONCATENATED MODULE: ./build/src/runner/github/gates/rule-words.js
/**
 * A protection rule that asks or holds somebody, in words; null for one that does neither: a policy of branches
 * lets everything from an allowed branch through, and nobody is asked.
 */
function describeRule({ type, wait_timer: minutes = 0, reviewers, prevent_self_review: isForOthers = false, }) {
    switch (type) {
        case 'branch_policy':
            return null;
        case 'wait_timer':
            return minutes > 0 ? `a wait of ${minutes} min` : null;
        case 'required_reviewers': {
            const names = (reviewers ?? []).map(({ type: kind, reviewer }) => kind === 'Team' ? `team ${reviewer?.slug ?? '?'}` : (reviewer?.login ?? '?'));
            if (names.length === 0)
                return null;
            return `review by ${names.join(' or ')}${isForOthers ? ', not by who started the run' : ''}`;
        }
        default:
            return `rule ${type}`;
    }
}
/** Rules of apps, which GitHub keeps apart from its own. */
function describeCustomRules(given) {
    return (given.custom_deployment_protection_rules ?? [])
        .filter(({ enabled }) => enabled)
        .map(({ app }) => `rule of the app ${app?.slug ?? '?'}`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
;// CONCATENATED MODULE: ./build/src/runner/github/gates/wire.js

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Deployment environments, Deployment protection rules).
 * Unknown fields are tolerated.
 */
const reviewer = schemas/* looseObject */._H3({
    type: schemas/* optional */.lqM(schemas/* string */.YjP()),
    reviewer: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* looseObject */._H3({ login: schemas/* optional */.lqM(schemas/* string */.YjP()), slug: schemas/* optional */.lqM(schemas/* string */.YjP()) }))),
});
const rule = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP(),
    wait_timer: schemas/* optional */.lqM(schemas/* number */.aig()),
    reviewers: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(reviewer))),
    prevent_self_review: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
});
const environmentSchema = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    /** Left out where there are none. */
    protection_rules: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(rule))),
});
const customRulesSchema = schemas/* looseObject */._H3({
    custom_deployment_protection_rules: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(schemas/* looseObject */._H3({
        enabled: schemas/* boolean */.zMY(),
        app: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* looseObject */._H3({ slug: schemas/* optional */.lqM(schemas/* string */.YjP()) }))),
    })))),
});

;// CONCATENATED MODULE: ./build/src/runner/github/gates/gates.js




const RULES = { permission: 'actions: read' };
/** Reads the environments of the repository that a workflow runs in. */
function createGateReader(github) {
    const { octokit, repository } = github;
    const whole = `${repository.owner}/${repository.repo}`;
    /** @returns null where there is no such thing. @throws GitHubError */
    async function get(route, environment, schema) {
        try {
            const path = `GET /repos/{owner}/{repo}/${route}`;
            const { data, url } = await octokit.request(path, { ...repository, environment, ...(0,call/* under */.h)(RULES) });
            const parsed = schema.safeParse(data);
            if (!parsed.success)
                throw github.refuse({ method: 'GET', url }, RULES, data);
            return parsed.data;
        }
        catch (error) {
            if (error instanceof errors/* GitHubError */.y && error.reason === 'not-found')
                return null;
            throw error;
        }
    }
    async function read(environment) {
        const found = await get('environments/{environment}', environment, environmentSchema);
        if (found === null) {
            return {
                kind: 'open',
                reason: `there is no environment '${environment}' in ${whole} that the token sees; GitHub makes it when a job names it, without any protection`,
                mend: `correct the name, or make it (${describePlace(environment)})`,
            };
        }
        const rules = (found.protection_rules ?? []).map(describeRule).filter((rule) => rule !== null);
        if (rules.length > 0)
            return { kind: 'gate', rules };
        const custom = await get('environments/{environment}/deployment_protection_rules', environment, customRulesSchema);
        const ofApps = custom === null ? [] : describeCustomRules(custom);
        if (ofApps.length > 0)
            return { kind: 'gate', rules: ofApps };
        return {
            kind: 'open',
            reason: `environment '${environment}' of ${whole} asks nobody: it has no required reviewers, wait timer or rule of an app${found.protection_rules?.some(({ type }) => type === 'branch_policy') === true ? '; a policy of branches alone asks nobody' : ''}`,
            mend: `add one (${describePlace(environment)})`,
        };
    }
    return {
        async read(environment) {
            try {
                return await read(environment);
            }
            catch (error) {
                if (!(error instanceof errors/* GitHubError */.y))
                    throw error;
                return explainUnknown(environment, error);
            }
        },
    };
}
/** Where people set a rule, and who has it: required reviewers and wait timers of private repositories are of Enterprise. */
function describePlace(environment) {
    return `Settings, Environments, ${environment}, Required reviewers; in private repositories only GitHub Enterprise has these and wait timers`;
}
function explainUnknown(environment, error) {
    const reason = `whether environment '${environment}' asks anybody cannot be read: ${error.message.replace(/\.$/, '')}`;
    const mend = error.reason === 'permission'
        ? "give the job 'permissions: actions: read' (keep what is listed there); a reusable workflow has no more than the job that calls it, so give it to that job, too. A token of its own in github-token needs Actions: Read-only"
        : error.mend;
    return { kind: 'unknown', reason, mend };
}

// EXTERNAL MODULE: ./build/src/runner/github/github.js + 6 modules
var github = __webpack_require__(9959);
;// CONCATENATED MODULE: ./build/src/runner/github/open-gates.js



/** Opens the reading of the environments of the workflow's own repository. Never rejects. */
async function openGates(access) {
    try {
        return createGateReader(await (0,github/* openGitHub */.o)(access, access.deps));
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y))
            throw error;
        const reason = (environment) => `whether environment '${environment}' asks anybody cannot be read: ${error.message.replace(/\.$/, '')}`;
        return {
            read: async (environment) => ({ kind: 'unknown', reason: reason(environment), mend: error.mend }),
        };
    }
}


/***/ })

};
