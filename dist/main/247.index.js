export const id = 247;
export const ids = [247];
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

/***/ 4488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ findLifetime),
/* harmony export */   "in": () => (/* binding */ findThresholds),
/* harmony export */   sK: () => (/* binding */ findRenewalDate)
/* harmony export */ });
/* harmony import */ var _certificate_expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _certificate_threshold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2178);


/** Where a target gives none. An authority must reach every device before it serves. */
const LEAF_LADDER = { warnWithin: threshold('30d 33%'), failWithin: threshold('7d 10%') };
const AUTHORITY_LADDER = { warnWithin: threshold('180d 33%'), failWithin: threshold('60d 10%') };
/** The thresholds that one certificate is judged by, in its target. */
function findThresholds(certificate, isAuthority, { failWithin, warnWithin }) {
    const defaults = isAuthority ? AUTHORITY_LADDER : LEAF_LADDER;
    const fail = failWithin ?? defaults.failWithin;
    if (warnWithin !== null)
        return { failWithin: fail, warnWithin };
    if (failWithin === null)
        return defaults;
    const lifetime = findLifetime(certificate);
    const isWider = widthOf(failWithin, lifetime) > widthOf(defaults.warnWithin, lifetime);
    return { failWithin: fail, warnWithin: isWider ? failWithin : defaults.warnWithin };
}
/** When a certificate enters its warn window; null where it has no date, or does not expire. */
function findRenewalDate(certificate, warnWithin) {
    const { notAfter } = certificate;
    if (notAfter === null || (0,_certificate_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .neverExpires */ .zw)(notAfter))
        return null;
    const window = (0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_1__/* .windowMilliseconds */ .Vh)(warnWithin, findLifetime(certificate));
    return window === null ? null : new Date(notAfter.getTime() - window);
}
/** In milliseconds; null where a date is missing or the two make none. */
function findLifetime({ notBefore, notAfter, }) {
    if (notBefore === null || notAfter === null)
        return null;
    const lifetime = notAfter.getTime() - notBefore.getTime();
    return lifetime > 0 ? lifetime : null;
}
function widthOf(threshold, lifetime) {
    return (0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_1__/* .windowMilliseconds */ .Vh)(threshold, lifetime) ?? 0;
}
function threshold(text) {
    const parsed = (0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_1__/* .parseThreshold */ .B7)(text);
    if ('error' in parsed)
        throw new TypeError(parsed.error);
    return parsed.ok;
}


/***/ }),

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

/***/ 4247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRotateCourse: () => (/* binding */ createRotateCourse)
});

// EXTERNAL MODULE: ./build/src/certificate/material/subject.js
var material_subject = __webpack_require__(3491);
// EXTERNAL MODULE: ./build/src/interface/capabilities.js
var capabilities = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/interface/request.js
var interface_request = __webpack_require__(6444);
;// CONCATENATED MODULE: ./build/src/interface/rotation-request.js



/**
 * Reads and checks the inputs of a rotation.
 * @throws InputError with every problem found; no call was made.
 */
function readRotationRequest(raw, environment) {
    const { request, inputs } = (0,interface_request/* readStoreRequest */.tX)(raw, environment, findRotationProblems);
    const defaults = capabilities/* capabilitiesOf */.S[request.provider].rotation;
    const [retireBy] = defaults?.retireBy ?? [];
    if (defaults === null || retireBy === undefined) {
        throw new TypeError(`${request.provider} lists rotate and has no rotation`);
    }
    const { operation: _operation, ...store } = request;
    const successorId = inputs['successor-id'] ?? null;
    return {
        store,
        phases: inputs.phases,
        rotateWithin: inputs['rotate-within'] ?? null,
        soakMilliseconds: inputs.soak ?? defaults.soakMilliseconds,
        overlapMilliseconds: inputs.overlap ?? defaults.overlapMilliseconds,
        retireBy: inputs['retire-by'] ?? retireBy,
        successor: successorId === null ? null : successorId === 'new' ? { by: 'new' } : { by: 'id', id: successorId },
        expectedPlan: inputs['expect-plan'] ?? null,
        gateEnvironments: inputs['gate-environments'] ?? [],
        allowUngated: inputs['allow-ungated'],
        lineageName: defaults.namesLineages ? (inputs.name ?? null) : null,
        verifyHosts: inputs['verify-hosts'] ?? [],
        secret: inputs['store-secret'] === undefined
            ? null
            : {
                secret: inputs['store-secret'],
                environment: inputs['store-environment'] ?? null,
                repository: inputs['store-repository'] ?? null,
                token: inputs['store-token'] ?? '',
            },
        // Outside a workflow nothing fills the default in.
        githubToken: inputs['github-token'].startsWith('${{') ? '' : inputs['github-token'],
    };
}
function findRotationProblems(inputs, { rotation }) {
    if (rotation === null)
        return [];
    const problems = [];
    const retireBy = inputs['retire-by'];
    if (retireBy !== undefined && !rotation.retireBy.includes(retireBy)) {
        problems.push({
            input: 'retire-by',
            message: `given "${retireBy}"; allowed with ${inputs.provider}: ${rotation.retireBy.join(', ')}`,
        });
    }
    if (!inputs.wait) {
        problems.push({
            input: 'wait',
            message: 'given "false", which has no effect with operation \'rotate\': a phase is done once it has taken effect. Remove it; wait-timeout says for how long a run waits',
        });
    }
    if (rotation.namesLineages && inputs.name === undefined) {
        problems.push({
            input: 'name',
            message: `missing; operation 'rotate' needs to know which certificate is kept alive: give its ${inputs.provider === 'zscaler-zpa' ? 'name' : 'common name'} (operation 'list' shows it)`,
        });
    }
    return [...problems, ...findKeyProblems(inputs), ...findSecretProblems(inputs)];
}
/** A client certificate's successor is made on the runner. */
function findKeyProblems(inputs) {
    if (inputs.provider !== 'cloudflare-client')
        return [];
    const problems = [];
    if (inputs['validity-days'] === undefined) {
        problems.push({
            input: 'validity-days',
            message: 'missing; Cloudflare needs to know how long the successor is valid',
        });
    }
    const successorId = inputs['successor-id'];
    if (successorId !== undefined && successorId !== 'new') {
        problems.push({
            input: 'successor-id',
            message: `given "${successorId}"; allowed with cloudflare-client: new. The key of a certificate that is there already cannot be kept any more`,
        });
    }
    const { subject, name } = inputs;
    if (subject === undefined || name === undefined)
        return problems;
    const problem = (0,material_subject/* checkSubject */.jj)(subject);
    const commonName = problem === null ? (0,material_subject/* readCommonName */.bs)(subject) : null;
    if (problem !== null)
        problems.push({ input: 'subject', message: problem });
    else if (commonName !== name) {
        problems.push({
            input: 'subject',
            message: `has ${commonName === null ? 'no common name' : `the common name ${JSON.stringify(commonName)}`}, and the successor has to have that of name, ${JSON.stringify(name)}. Correct one of them, or remove subject`,
        });
    }
    return problems;
}
function findSecretProblems(inputs) {
    if (inputs.provider !== 'cloudflare-client')
        return [];
    const beside = ['store-environment', 'store-repository', 'store-token'];
    if (inputs['store-secret'] === undefined) {
        return beside
            .filter((input) => inputs[input] !== undefined)
            .map((input) => ({ input, message: 'has no effect without store-secret; give that, or remove this' }));
    }
    if (inputs['store-token'] !== undefined || !inputs.phases.includes('promote'))
        return [];
    return [
        {
            input: 'store-token',
            message: "missing; the job's own token can never write secrets: give the token of a GitHub App or a fine-grained one, with Secrets: write (Environments: write where store-environment is given)",
        },
    ];
}

// EXTERNAL MODULE: ./build/src/interface/signing-key.js
var signing_key = __webpack_require__(6512);
// EXTERNAL MODULE: ./build/src/opener.js + 15 modules
var src_opener = __webpack_require__(9829);
;// CONCATENATED MODULE: ./build/src/operations/rotation/outcome.js
/** Starts with nothing known. */
function createRotationProgress() {
    let outcome = {
        decision: null,
        plan: null,
        ledgerProblem: null,
        acts: [],
        changed: null,
        adopted: null,
        warnings: [],
        planned: [],
        keptFiles: null,
    };
    const learn = (facts) => {
        outcome = { ...outcome, ...facts };
    };
    return {
        get outcome() {
            return outcome;
        },
        learn,
        warn: (sentence) => {
            if (!outcome.warnings.includes(sentence))
                learn({ warnings: [...outcome.warnings, sentence] });
        },
        tell: (act) => learn({ acts: [...outcome.acts, act] }),
    };
}

// EXTERNAL MODULE: ./build/src/operations/audit/policy.js
var policy = __webpack_require__(4488);
// EXTERNAL MODULE: ./build/src/operations/material.js + 5 modules
var operations_material = __webpack_require__(3411);
// EXTERNAL MODULE: ./build/src/operations/outcome.js
var outcome = __webpack_require__(452);
// EXTERNAL MODULE: ./build/src/certificate/duration.js
var duration = __webpack_require__(3565);
// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
;// CONCATENATED MODULE: ./build/src/operations/rotation/decision-parts.js


/**
 * A decision with what follows from its step: the phase that is needed now is the step's, unless the step only
 * tidies up the ledger's history and nothing is left to do after it.
 */
function build({ observation }, facts) {
    const step = facts.step ?? null;
    const isTidying = step?.kind === 'record-retirement' && observation.unfinished.length === 0;
    const nextPhase = step === null || isTidying ? null : step.phase;
    return {
        successor: null,
        replaced: reference(facts.current),
        standsFor: null,
        step,
        nextPhase,
        comesNext: nextPhase === null ? null : { phase: nextPhase, notBefore: null },
        violations: [],
        ...facts,
        remarks: [...observation.remarks, ...(facts.remarks ?? [])],
    };
}
/** A decision to do nothing until people have mended what is listed. */
function block(situation, facts, violations) {
    const [first] = violations;
    const reason = violations.length === 1 ? `Blocked: ${first?.reason ?? ''}.` : `Blocked by ${violations.length} things.`;
    return build(situation, { state: 'blocked', reason, ...facts, violations });
}
/** How a record names a certificate. */
function reference(observed) {
    if (observed === null)
        return null;
    const { id, fingerprint } = observed.certificate;
    return { id, fingerprint };
}
/** What stands against one of the phases. */
function blockersAt({ blockers }, ...phases) {
    return blockers.filter(({ at }) => phases.includes(at)).map(({ violation }) => violation);
}
function findById({ certificates }, id) {
    return certificates.find(({ certificate }) => certificate.id === id) ?? null;
}
/** A promotion that failed: people have to say what comes next. */
function describeFailedPromotion(failedId, at) {
    return {
        reason: `certificate ${failedId} was set to serve and could not; at ${(0,time/* formatDate */.Yq)(at)} the one before it was set to serve again`,
        certificates: [failedId],
        instead: `find out why it could not; then set successor-id to '${failedId}' to try it again, or to 'new' to make another one`,
        forcible: false,
    };
}
/** A waiting time that nothing proves: the phase after it is held. */
function describeUnprovable(what, milliseconds, id, { unavailability }) {
    return {
        reason: `${what === 'overlap' ? 'an' : 'a'} ${what} of ${(0,duration/* formatDuration */.a)(milliseconds)}${id === null ? '' : ` of certificate ${id}`} cannot be proved: ${unavailability?.unavailable ?? 'no record tells when it began'}`,
        certificates: id === null ? [] : [id],
        instead: `${(unavailability?.mend ?? 'see to the ledger').replace(/\.$/, '')}; with ${what} 0s nothing has to be proved`,
        forcible: false,
    };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/refusal.js

/** The error that a run ends with where something stands against going on: every violation with how to mend it. */
function refuseRotation(violations, state) {
    const lines = violations.map(({ reason, certificates, instead }) => {
        const unnamed = certificates.filter((id) => !reason.includes(id));
        const ids = unnamed.length === 0 ? '' : ` (${unnamed.join(', ')})`;
        return `- ${reason}${ids}; instead: ${instead}`;
    });
    const head = state === 'rolled-back' ? 'The rotation was taken back' : 'The rotation is blocked';
    return new outcome/* OperationError */.O(`${head}:\n${lines.join('\n')}`, 'Follow the advice above, and run again.');
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/failed-promotion.js



/** The old one serves again: the run ends with an error, and people have to say what comes next. */
function stopAfterRollback({ context, book }, decision, { failedId, current, reason }) {
    const failure = describeFailedPromotion(failedId, book.view.now);
    const violations = [reason === null ? failure : { ...failure, reason: `${failure.reason} (${reason})` }];
    context.progress.learn({
        decision: {
            ...decision,
            state: 'rolled-back',
            current,
            step: null,
            nextPhase: null,
            comesNext: null,
            violations,
        },
    });
    return refuseRotation(violations, 'rolled-back');
}
/** Neither the new one nor the old one is proved to serve: the run ends with an error that says what stands. */
function failRollback({ context }, decision, what, cause) {
    context.progress.learn({ decision: { ...decision, state: 'rollback-failed' } });
    return new outcome/* OperationError */.O(`${what}.`, 'See at once what serves, and set the provider to a certificate that can; or run again, which tries the same.', cause);
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/history.js
/** Reads a lineage's records, which are in the order in which they were appended. */
function readHistory(records) {
    let namedSuccessorId = null;
    let openStagings = [];
    let lastPromotion = null;
    let lastFailure = null;
    const stagings = new Map();
    const intents = new Map();
    const promotions = new Map();
    const replacements = new Map();
    const setAsideIds = new Set();
    const openKeys = new Map();
    for (const record of records) {
        const { phase, previous, publicKeySha256 } = record;
        const id = record.successor?.id ?? null;
        if (phase === 'retired') {
            if (previous !== null)
                replacements.delete(previous.id);
            if (publicKeySha256 !== null)
                openKeys.delete(publicKeySha256);
            continue;
        }
        if (publicKeySha256 !== null) {
            if (phase === 'promoted')
                openKeys.delete(publicKeySha256);
            else {
                // The place of a key in the order is that of its announcement.
                const certificate = record.successor ?? openKeys.get(publicKeySha256)?.certificate ?? null;
                openKeys.set(publicKeySha256, { publicKeySha256, at: record.at, run: record.run, certificate });
            }
        }
        if (id === null) {
            if (phase === 'staging')
                openStagings = [...openStagings, record];
            continue;
        }
        openStagings = [];
        switch (phase) {
            case 'staging':
            case 'staged':
                namedSuccessorId = id;
                setAsideIds.delete(id);
                promotions.delete(id);
                lastFailure = null;
                if (phase === 'staged')
                    stagings.set(id, record);
                intents.set(id, record);
                break;
            case 'promoting':
                promotions.delete(id);
                intents.set(id, record);
                break;
            case 'promoted':
                if (namedSuccessorId === id)
                    namedSuccessorId = null;
                setAsideIds.add(id);
                promotions.set(id, record);
                lastPromotion = record;
                lastFailure = null;
                // What was kept by now is this one: clients may still have a key that may have been kept before it.
                for (const { publicKeySha256: hash, certificate } of [...openKeys.values()]) {
                    if (certificate === null)
                        continue;
                    openKeys.delete(hash);
                    replacements.set(certificate.id, { previous: certificate, promotion: record });
                }
                // Taken out first, so that the last one replaced comes last.
                if (previous !== null) {
                    replacements.delete(previous.id);
                    replacements.set(previous.id, { previous, promotion: record });
                }
                replacements.delete(id);
                break;
            case 'rolling-back':
            case 'rolled-back':
            case 'rollback-failed':
                if (namedSuccessorId === id)
                    namedSuccessorId = null;
                setAsideIds.add(id);
                stagings.delete(id);
                lastFailure = record;
                break;
        }
    }
    return {
        isEmpty: records.length === 0,
        namedSuccessorId,
        openStagings,
        findStaging: (id) => stagings.get(id) ?? null,
        findIntent: (id) => intents.get(id) ?? null,
        findPromotion: (id) => promotions.get(id) ?? null,
        lastPromotion,
        replacements: [...replacements.values()].reverse(),
        lastFailure,
        setAsideIds,
        openKeys: [...openKeys.values()],
    };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/open-keys.js
/** The announced key that a certificate was made with, and of which no end is on record; null where there is none. */
function findOpenKey({ publicKeySha256, certificate }, { openKeys }) {
    const isOf = (key) => key.publicKeySha256 === publicKeySha256 || key.certificate?.id === certificate.id;
    return openKeys.find(isOf) ?? null;
}
/** Whether its key was made by a run that ended, or will have to end, before it keeps it: then nobody has it. */
function isKeyless(one, history) {
    return findOpenKey(one, history)?.certificate === null;
}
/** The first of the keys of which a run may be making use in this moment; null where there is none. */
function findYoungKey({ openKeys }, { now }, { creationSettlesMilliseconds }) {
    return openKeys.find(({ at }) => at.getTime() + creationSettlesMilliseconds > now.getTime()) ?? null;
}
/**
 * Whether another run has taken over since a key was announced: it took the key's certificate away, or announced its
 * own key once nothing had been heard of this one for so long that its run had to be dead. One that announced earlier
 * than that gives way itself.
 * @param records in the order in which they were appended.
 */
function isTakenOver(publicKeySha256, records, settlesMilliseconds) {
    let heardAt = null;
    const givenUp = new Set(records.filter(({ phase }) => phase === 'retired').map((record) => record.publicKeySha256));
    if (givenUp.has(publicKeySha256))
        return true;
    for (const record of records) {
        const at = record.at.getTime();
        if (record.publicKeySha256 === publicKeySha256)
            heardAt = at;
        else if (heardAt !== null && record.publicKeySha256 !== null && !givenUp.has(record.publicKeySha256)) {
            if (at - heardAt >= settlesMilliseconds)
                return true;
        }
    }
    return false;
}

// EXTERNAL MODULE: ./build/src/certificate/threshold.js
var threshold = __webpack_require__(2178);
;// CONCATENATED MODULE: ./build/src/operations/rotation/due.js



/** Judges a certificate by the threshold: due where its end is within it. */
function assessDue(certificate, rotateWithin, now) {
    const { notAfter, notBefore } = certificate;
    if (notAfter === null)
        return { due: null, reason: 'its notAfter is missing or cannot be read' };
    if (notAfter.getUTCFullYear() === 9999)
        return { due: false, reason: 'it does not expire', dueOn: null };
    if (notBefore !== null && notAfter.getTime() <= notBefore.getTime()) {
        return { due: null, reason: 'its notAfter is not after its notBefore' };
    }
    const dueOn = (0,policy/* findRenewalDate */.sK)(certificate, rotateWithin);
    if (dueOn === null) {
        const reason = 'its lifetime is not known, so a percent of it cannot be applied; add days to rotate-within, such as 180d 33%';
        return { due: null, reason };
    }
    const left = notAfter.getTime() - now.getTime();
    if (left <= 0)
        return { due: true, reason: `it expired on ${(0,time/* formatDate */.Yq)(notAfter)}`, dueOn };
    const due = dueOn.getTime() <= now.getTime();
    const within = `rotate-within ${(0,threshold/* formatThreshold */.B6)(rotateWithin)}`;
    return {
        due,
        reason: due
            ? `it expires on ${(0,time/* formatDate */.Yq)(notAfter)}, within ${within}`
            : `it expires on ${(0,time/* formatDate */.Yq)(notAfter)}, and is due on ${(0,time/* formatDate */.Yq)(dueOn)} (${within})`,
        dueOn,
    };
}
/** Whether a certificate of this lifetime would be due again before its soak is over. */
function wouldBeDueAtOnce(lifetimeMilliseconds, rotateWithin, soakMilliseconds) {
    if (lifetimeMilliseconds === null)
        return false;
    const window = (0,threshold/* windowMilliseconds */.Vh)(rotateWithin, lifetimeMilliseconds);
    return window !== null && window + soakMilliseconds >= lifetimeMilliseconds;
}
/** Whether it is within its dates; a clock that differs by some minutes does not count. */
function isValidNow(certificate, now) {
    const { notBefore, notAfter } = certificate;
    if (notAfter === null || notAfter.getTime() <= now.getTime())
        return false;
    return notBefore === null || notBefore.getTime() <= now.getTime() + CLOCK_TOLERANCE_MILLISECONDS;
}
/** The vendor's clock and the runner's may differ. */
const CLOCK_TOLERANCE_MILLISECONDS = 10 * 60 * 1000;

;// CONCATENATED MODULE: ./build/src/operations/rotation/successor.js


const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
/** Between a begun making on record and the certificate's own time: clocks differ, and a busy API holds calls back. */
const EARLIEST_BEFORE_STAGING = 15 * MINUTE;
const LATEST_AFTER_STAGING = HOUR;
/** Without a record, only one as young as this is taken for a lost run's own. */
const YOUNG_MILLISECONDS = 24 * HOUR;
/**
 * Finds the successor: the one that a person named, that is certain by its content, or that the ledger names; else
 * one that a crashed run has left behind, recognised by its begun making on record, or without any record by its
 * age. Anything else that could serve is somebody's spare: then a person has to choose.
 */
function findSuccessor(search) {
    const { observation, history, policy, current } = search;
    const others = observation.certificates.filter((one) => one !== current);
    const given = policy.successor?.by === 'id' ? policy.successor.id : null;
    if (given !== null)
        return findGiven(given, others, search);
    const certain = others.filter(({ resemblance }) => resemblance === 'certain');
    const [only, another] = certain;
    if (another !== undefined)
        return blockByCandidates(certain, 'have the content of what is to be staged');
    if (only !== undefined)
        return checkNamed(only, 'is what is to be staged', search);
    const listed = others.find(({ certificate }) => certificate.id === history.namedSuccessorId);
    // One that has ended since is of no use to anybody.
    const named = listed === undefined || hasEnded(listed, search) ? undefined : listed;
    if (named !== undefined) {
        const finding = checkStaged(named, search);
        // A person who asks for a new one has seen that the staged one is of no use.
        if (finding.kind === 'found' || policy.successor?.by !== 'new')
            return finding;
    }
    const intent = history.namedSuccessorId === null ? null : history.findIntent(history.namedSuccessorId);
    // Made a moment ago, and not listed yet.
    if (listed === undefined && intent !== null && isSettling(intent, search))
        return awaitCreation(intent, search);
    return findUnnamed(others.filter((one) => isCandidate(one, search)), search);
}
function hasEnded({ certificate: { notAfter } }, { now }) {
    return notAfter !== null && notAfter <= now;
}
function isSettling({ at }, { ledger, policy }) {
    return at.getTime() + policy.creationSettlesMilliseconds > ledger.now.getTime();
}
function awaitCreation(staging, { policy }) {
    const until = new Date(staging.at.getTime() + policy.creationSettlesMilliseconds);
    return { kind: 'await', until, staging };
}
function findGiven(id, others, search) {
    const found = others.find(({ certificate }) => certificate.id === id);
    if (found !== undefined)
        return checkNamed(found, 'is named by successor-id', search);
    const isCurrent = search.current?.certificate.id === id;
    return successor_block({
        reason: isCurrent
            ? 'successor-id names the certificate that is to be replaced'
            : 'successor-id names a certificate that does not exist',
        certificates: [id],
        instead: "remove successor-id, or give it the id of another certificate, or 'new'",
        forcible: false,
    });
}
/** One that the ledger names; where it was ready once and is so no more, somebody did not want it to serve. */
function checkStaged(staged, search) {
    const how = 'was staged by an earlier run';
    const { certificate, readiness } = staged;
    if (readiness !== 'dormant' || search.history.findStaging(certificate.id) === null) {
        return checkNamed(staged, how, search);
    }
    return violate(staged, how, `since then somebody has deactivated it (${certificate.status ?? 'status unknown'})`);
}
function violate({ certificate }, how, reason) {
    return successor_block({
        reason: `certificate ${certificate.id} ${how}, but ${reason}`,
        certificates: [certificate.id],
        instead: `set successor-id to the id of the one that shall serve (this one's too, if it may), or to 'new'`,
        forcible: false,
    });
}
/** One that was named still has to be able to serve, and for longer than the one that it replaces. */
function checkNamed(named, how, { policy, now }) {
    const { certificate, readiness, unfitness } = named;
    if (unfitness !== null)
        return successor_block(unfitness);
    const due = assessDue(certificate, policy.rotateWithin, now);
    if (due.due !== false)
        return violate(named, how, `it would itself be due: ${due.reason}`);
    if (!isValidNow(certificate, now))
        return violate(named, how, 'it is not valid yet');
    if (readiness === 'leaving') {
        return violate(named, how, `somebody is taking it away (${certificate.status ?? 'status unknown'})`);
    }
    return { kind: 'found', successor: named, adoption: null };
}
/** Whether it could serve next, though nobody said that it shall. */
function isCandidate(one, { policy, now, history }) {
    const { certificate, unfitness } = one;
    const wasReplaced = history.replacements.some(({ previous }) => previous.id === certificate.id);
    return (unfitness === null &&
        !wasReplaced &&
        !history.setAsideIds.has(certificate.id) &&
        history.namedSuccessorId !== certificate.id &&
        assessDue(certificate, policy.rotateWithin, now).due === false);
}
function findUnnamed(candidates, search) {
    const { history, ledger, policy, current, now } = search;
    const stagings = history.openStagings.filter(({ previous }) => (previous?.id ?? null) === (current?.certificate.id ?? null));
    const made = candidates.filter((one) => stagings.some((staging) => mayBeOf(one, staging)));
    const [only, another] = made;
    if (another !== undefined) {
        return blockByCandidates(made, 'may have been made by runs that ended before they could record it');
    }
    if (only !== undefined && only.readiness !== 'leaving') {
        const adoption = `Certificate ${only.certificate.id} is taken for the one that an earlier run began to make and could not record: it appeared since, and it is as what was asked for.`;
        return { kind: 'found', successor: only, adoption };
    }
    if (only !== undefined)
        return blockByCandidates(made, 'may have been made by an earlier run, and is being taken away');
    const last = stagings.at(-1);
    if (last !== undefined && isSettling(last, search))
        return awaitCreation(last, search);
    // Without records nobody knows whether a young one is ours, so no second one is made beside it.
    const isBlind = ledger.unavailability !== null || history.isEmpty;
    const young = isBlind ? candidates.filter((one) => isYoung(one, now)) : [];
    const wantsNew = policy.successor?.by === 'new';
    const spares = wantsNew ? [] : candidates.filter(isAtEdge);
    const all = [...new Set([...young, ...spares])];
    const [single, ...more] = all;
    if (single === undefined)
        return { kind: 'none' };
    if (more.length === 0 && young.includes(single) && single.readiness !== 'leaving') {
        const adoption = `Certificate ${single.certificate.id} is taken for the successor: no record names one, it was made within the last 24 hours, and it is as what would be made.`;
        return { kind: 'found', successor: single, adoption };
    }
    return blockByCandidates(all, 'could be the successor, and no record names one');
}
function isAtEdge({ readiness }) {
    return readiness === 'ready' || readiness === 'arriving';
}
function mayBeOf({ certificate, resemblance }, staging) {
    const madeAt = certificate.createdAt ?? certificate.notBefore;
    if (resemblance !== 'likely' || madeAt === null || staging.knownIds.includes(certificate.id))
        return false;
    const after = madeAt.getTime() - staging.at.getTime();
    return after >= -EARLIEST_BEFORE_STAGING && after <= LATEST_AFTER_STAGING;
}
/** Whether it is as young and as much alike as one that a lost run may have made. */
function isYoung({ certificate, resemblance }, now) {
    const madeAt = certificate.createdAt ?? certificate.notBefore;
    return resemblance === 'likely' && madeAt !== null && now.getTime() - madeAt.getTime() < YOUNG_MILLISECONDS;
}
/** Ids that a new certificate could be taken for: young ones that are there before it is made, and alike. */
function findLookalikes(observation, now) {
    return observation.certificates.filter((one) => isYoung(one, now)).map(({ certificate }) => certificate.id);
}
function blockByCandidates(candidates, what) {
    const shown = candidates.map(({ certificate: { id, status, notAfter } }) => {
        const end = notAfter === null ? 'end unknown' : `until ${(0,time/* formatDate */.Yq)(notAfter)}`;
        return `${id} (${status ?? 'status unknown'}, ${end})`;
    });
    return successor_block({
        reason: `${candidates.length} ${candidates.length === 1 ? 'certificate' : 'certificates'} ${what}: ${shown.join('; ')}`,
        certificates: candidates.map(({ certificate }) => certificate.id),
        instead: "set successor-id to the id of the one that shall serve, or to 'new' to make another one",
        forcible: false,
    });
}
function successor_block(violation) {
    return { kind: 'blocked', violations: [violation] };
}

// EXTERNAL MODULE: ./build/src/operations/create.js
var create = __webpack_require__(9690);
// EXTERNAL MODULE: ./build/src/operations/delete.js
var operations_delete = __webpack_require__(9177);
// EXTERNAL MODULE: ./build/src/operations/resend.js
var resend = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/operations/transition.js
var transition = __webpack_require__(1617);
// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
;// CONCATENATED MODULE: ./build/src/operations/rotation/keep-bundle.js

/**
 * Keeps a new key with its certificate: in one secret as one PEM text (key, certificate, issuers), so that no reader
 * ever finds halves of two pairs, or in two files of the job.
 * @throws SecretStoreError where the secret is not written, or not surely; OperationError where the files are not
 */
async function keepBundle(context, bundle) {
    const certificates = [bundle.certificatePem, ...bundle.chainPems].map(endLine).join('');
    const privateKey = endLine(bundle.privateKeyPem);
    const { secretStore, log } = context;
    if (secretStore === null)
        return keepInFiles(context, privateKey, certificates);
    await secretStore.write(privateKey + certificates);
    log(`Key and certificate are kept in ${secretStore.label}`);
}
async function keepInFiles({ materials, progress, log }, privateKey, certificates) {
    try {
        const privateKeyPath = await materials.write('private-key.pem', privateKey);
        const certificatePath = await materials.write('certificate.pem', certificates);
        progress.learn({ keptFiles: { privateKeyPath, certificatePath } });
        log(`The key is in ${privateKeyPath}, its certificate in ${certificatePath}, until the job ends`);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new outcome/* OperationError */.O(`The new key and its certificate cannot be kept in files of the job: ${why}`, `Make room for files under RUNNER_TEMP, and let the runner's user write there.`, error);
    }
}
function endLine(pem) {
    return pem.endsWith('\n') ? pem : `${pem}\n`;
}

// EXTERNAL MODULE: ./build/src/operations/rotation/secret-store.js
var secret_store = __webpack_require__(8751);
;// CONCATENATED MODULE: ./build/src/operations/rotation/key-tools.js






/**
 * A promote that makes a key, in an order that no crash can break. Nobody can read back what is kept, so the records
 * have to tell it:
 *
 * 1. The key's hash is announced. Of runs at once only the first goes on. A crash from here to 3 leaves at most a
 *    certificate whose key nobody has: the next run revokes it, and makes another one.
 * 2. The certificate is made.
 * 3. It is recorded that this certificate's key is about to be kept. A crash from here to 5 leaves it open whether
 *    the new key is kept or the old one: both certificates stay active, the next run keeps a third key, and from
 *    then on both are revoked after the overlap.
 * 4. It is kept, in one write.
 * 5. It is recorded as promoted, and the overlap begins.
 */
function createKeyTools(parts) {
    const { context, book, recorder, making, make, changeStatus } = parts;
    const { previous, settlesMilliseconds } = making;
    const { progress } = context;
    let announced = null;
    /** Nothing was made with a key, or it is taken away: no later run has to look for it. */
    async function giveUp(publicKeySha256, made) {
        const gone = made === null ? null : { id: made.id, fingerprint: made.fingerprint };
        await recorder.confirm({ phase: 'retired', previous: gone, successor: previous, publicKeySha256 });
    }
    async function revoke(made, publicKeySha256) {
        try {
            await changeStatus(made.id, 'revoke', 'accepted');
        }
        catch (error) {
            if (!(error instanceof errors/* ApiError */.h || error instanceof outcome/* OperationError */.O))
                throw error;
            progress.warn(`Certificate ${made.id}, whose key nobody has, could not be revoked (${error.message.replace(/\.$/, '')}); the next run tries again.`);
            return false;
        }
        await giveUp(publicKeySha256, made);
        progress.tell(`Revoked certificate ${made.id}, whose key nobody has`);
        return true;
    }
    /** Takes the new certificate away, and says what stands now. */
    async function takeBack(made) {
        const isRevoked = await revoke(made, announced?.hash ?? '');
        const old = previous === null ? '' : `; ${previous.id} serves as before`;
        return isRevoked
            ? `Certificate ${made.id}, which was made for the new key, is revoked again${old}.`
            : `Certificate ${made.id}, which was made for the new key, stands though nobody has its key${old}.`;
    }
    async function refresh() {
        await book.refresh();
        const { unavailability } = book.view;
        if (unavailability === null)
            return;
        throw new outcome/* OperationError */.O(`The ledger cannot be read again (${unavailability.unavailable}), so whether another run makes the successor in this moment is not known.`, `${unavailability.mend} Then run again.`);
    }
    /** Whether this run's key is the one to go on with; where it was silent for long, another run may have begun. */
    async function announceKeeping(made) {
        const hash = announced?.hash ?? '';
        const before = announced?.record ?? null;
        const record = await recorder.announce({
            phase: 'promoting',
            previous,
            successor: { id: made.id, fingerprint: made.fingerprint },
            publicKeySha256: hash,
        });
        if (record === null || before === null)
            return true;
        if (record.at.getTime() - before.at.getTime() < settlesMilliseconds)
            return true;
        await refresh();
        return !isTakenOver(hash, book.view.records, settlesMilliseconds);
    }
    return {
        async makeKey(request) {
            const made = await context.generateKey(request);
            context.materials.mask(made.privateKeyPem);
            const csr = { pem: made.csrPem, publicKeySha256: made.publicKeySha256, isFreshKey: true };
            return { csr, privateKeyPem: made.privateKeyPem };
        },
        async announceKey(publicKeySha256) {
            const record = await recorder.announce({
                phase: 'promoting',
                previous,
                successor: null,
                publicKeySha256,
            });
            announced = { hash: publicKeySha256, record };
            making.keepKeyHash(publicKeySha256);
            if (record === null)
                return true;
            await refresh();
            const first = findYoungKey(readHistory(book.view.records), book.view, {
                creationSettlesMilliseconds: settlesMilliseconds,
            });
            if (first === null || first.publicKeySha256 === publicKeySha256)
                return true;
            await giveUp(publicKeySha256, null);
            return false;
        },
        async createForKey(csr, validityDays) {
            try {
                return await make({ validityDays, csr, upload: null });
            }
            catch (error) {
                const isRefused = error instanceof errors/* ApiError */.h && !error.mayHaveArrived;
                if (isRefused)
                    await giveUp(csr.publicKeySha256, null);
                throw error;
            }
        },
        async keep(made, bundle) {
            let isOurs;
            try {
                isOurs = await announceKeeping(made);
            }
            catch (error) {
                if (!(error instanceof outcome/* OperationError */.O))
                    throw error;
                // What the records do not tell, a crash would hide: the key is not kept.
                const message = `The new key was not kept: ${lowerFirst(error.message)} ${await takeBack(made)}`;
                const mend = book.view.unavailability?.mend ?? '';
                throw new outcome/* OperationError */.O(message, `${mend} Then run again.`.trim(), error);
            }
            if (!isOurs) {
                await revoke(made, announced?.hash ?? '');
                return false;
            }
            try {
                await keepBundle(context, bundle);
            }
            catch (error) {
                throw await explainUnkept(error, made);
            }
            return true;
        },
        async discard({ certificate, publicKeySha256 }) {
            const isStill = isKeyless({ certificate, publicKeySha256 }, readHistory(book.view.records));
            return isStill && publicKeySha256 !== null ? revoke(certificate, publicKeySha256) : false;
        },
    };
    /** What stands after a key could not be kept, or perhaps could. */
    async function explainUnkept(error, made) {
        const isOfStore = error instanceof secret_store/* SecretStoreError */.u;
        const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
        const mayBeKept = isOfStore ? error.mayHaveArrived : context.secretStore !== null;
        const isTold = isOfStore || error instanceof outcome/* OperationError */.O;
        const mend = isTold ? error.mend : 'See to where the key is to be kept.';
        if (!mayBeKept) {
            const message = `The new key was not kept: ${reason}. ${await takeBack(made)}`;
            return new outcome/* OperationError */.O(message, `${mend} Then run again.`, error);
        }
        const old = previous === null ? '' : ` and ${previous.id}, which it replaces, both`;
        return new outcome/* OperationError */.O(`Whether the new key is kept is not known: ${reason}. So certificate ${made.id}${old} stay${previous === null ? 's' : ''} active.`, `${mend} Then run again: another key is made and kept, and only then, after the overlap, what it replaces is revoked.`, error);
    }
}
function lowerFirst(text) {
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/tools.js








/** A line is printed at least this often while nothing changes. */
const REPORT_EVERY_MILLISECONDS = 15_000;
/** Lends the operations on single certificates to a vendor's rotation. */
function createTools(context, book, recorder, making) {
    const { progress, log } = context;
    /** Runs an operation of its own, and takes over what it learns, also where it fails. */
    async function operate(changes, run) {
        const operation = toOperation(context, changes);
        operation.progress.learn({ changed: false });
        try {
            return { value: await run(operation), outcome: operation.progress.outcome };
        }
        finally {
            takeOver(context, operation.progress.outcome);
        }
    }
    async function make(wanted) {
        const { outcome } = await operate({ operation: 'create' }, (operation) => (0,create/* createPrepared */.C)(operation, wanted));
        return requireId(outcome.certificates[0]);
    }
    const change = async (id, verb, until = 'done') => {
        const selector = { by: 'certificate-id', value: id };
        const waiting = { ...context.request.store.waiting, wait: until === 'done' };
        await operate({ operation: verb, selector, waiting }, (operation) => (0,transition/* changeStatus */.z)(operation, verb));
    };
    return {
        log,
        warn: progress.warn,
        async create(wanted) {
            const { previous, knownIds, settlesMilliseconds } = making;
            const record = await recorder.announce({ phase: 'staging', previous, successor: null, knownIds });
            if (record !== null && !(await isFirst(record, book, settlesMilliseconds)))
                return null;
            const made = await make(wanted);
            await recorder.confirm({ phase: 'staging', previous, successor: refer(made) });
            return made;
        },
        ...createKeyTools({ context, book, recorder, making, make, changeStatus: change }),
        probe: context.probe,
        changeStatus: change,
        async remove(id) {
            const selector = { by: 'certificate-id', value: id };
            await operate({ operation: 'delete', selector }, operations_delete/* deleteCertificate */.N);
        },
        async sendLookingFirst(send, findEffect) {
            // Which verb it is does not matter to a call that is given whole.
            const { value } = await operate({ operation: 'get' }, async (operation) => {
                const answer = await (0,resend/* sendLookingFirst */.o)(operation, send, findEffect);
                operation.progress.learn({ changed: true });
                return answer;
            });
            return value;
        },
        poll: (goal, read) => poll(context, goal, read),
    };
}
/**
 * Whether this run may make the successor: of runs that begin at once, the one whose record came first. The others
 * find what it makes.
 */
async function isFirst(record, book, settlesMilliseconds) {
    await book.refresh();
    const { unavailability, records, now } = book.view;
    if (unavailability !== null) {
        throw new outcome/* OperationError */.O(`The ledger cannot be read again (${unavailability.unavailable}), so whether another run makes the successor in this moment is not known.`, `${unavailability.mend} Then run again; nothing was made.`);
    }
    const open = readHistory(records).openStagings.filter(({ previous, at }) => previous?.id === record.previous?.id && at.getTime() + settlesMilliseconds > now.getTime());
    return open[0]?.recordId === record.recordId;
}
function toOperation({ request, provider, clock, sleep, log, materials }, changes) {
    const { store } = request;
    return {
        // A guard that objects is never overridden here, and a phase is done once it has taken effect.
        request: { ...store, force: false, waiting: { ...store.waiting, wait: true }, ...changes },
        provider,
        clock,
        sleep,
        log,
        materials,
        progress: (0,outcome/* createProgress */.m)(),
    };
}
function takeOver({ progress }, { changed, adopted, warnings }) {
    if (changed !== false && progress.outcome.changed !== true)
        progress.learn({ changed });
    if (adopted === true)
        progress.learn({ adopted });
    for (const warning of warnings)
        progress.warn(warning);
}
async function poll({ request, clock, sleep, log }, goal, read) {
    const { timeoutMilliseconds, intervalMilliseconds } = request.store.waiting;
    const startedAt = clock.now();
    let reportedAt = Number.NEGATIVE_INFINITY;
    for (;;) {
        const found = await read();
        if (found !== null)
            return found;
        const now = clock.now();
        const waited = now - startedAt;
        if (now - reportedAt >= REPORT_EVERY_MILLISECONDS) {
            const passed = (0,duration/* formatDuration */.a)(Math.round(waited / 1000) * 1000);
            log(`Waiting for ${goal} (${passed} of ${(0,duration/* formatDuration */.a)(timeoutMilliseconds)})`);
            reportedAt = now;
        }
        if (waited >= timeoutMilliseconds)
            return null;
        await sleep(Math.min(intervalMilliseconds, timeoutMilliseconds - waited));
    }
}
function requireId(certificate) {
    const id = certificate?.id ?? null;
    if (certificate !== undefined && id !== null)
        return { ...certificate, id };
    throw new outcome/* OperationError */.O('The new certificate has no id.', "Run operation 'list' to see what there is, and set successor-id to it.");
}
function refer({ id, fingerprint }) {
    return { id, fingerprint };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/act.js








/** Does one step; what is about to happen is recorded before, and what has happened after it. */
async function act(loop, observation, decision, step) {
    const { recorder, context } = loop;
    const { tell } = context.progress;
    switch (step.kind) {
        case 'stage':
            return stage({ loop, observation, decision }, step);
        case 'promote':
            return promote({ loop, observation, decision }, step);
        case 'rollback':
            return rollBack({ loop, observation, decision }, step);
        case 'retire':
            return retire({ loop, observation, decision }, step);
        case 'record-promotion': {
            const { previous } = step;
            const unproved = await prove({ loop, observation, decision }, step);
            if (unproved !== null)
                return unproved;
            await recorder.confirm({ phase: 'promoted', previous, successor: reference(step.successor) });
            tell(`Recorded that certificate ${step.successor.certificate.id} serves`);
            return 'done';
        }
        case 'record-retirement': {
            const { previous } = step;
            await recorder.confirm({ phase: 'retired', previous, successor: reference(step.heir) });
            tell(`Recorded that certificate ${previous.id} is retired`);
            return 'done';
        }
    }
}
async function stage(work, { successor, adoption }) {
    const { loop, decision } = work;
    const { progress } = loop.context;
    if (adoption !== null) {
        progress.warn(adoption);
        progress.learn({ adopted: true });
    }
    const ended = await loop.rotation.stage({ successor }, lendTools(work));
    return finish(work, ended, async ({ certificate }) => {
        if (certificate === null)
            return;
        const { id, fingerprint } = certificate;
        const previous = reference(decision.current);
        await loop.recorder.confirm({ phase: 'staged', previous, successor: { id, fingerprint } });
        progress.tell(`Staged certificate ${id}`);
    });
}
async function promote(work, step) {
    const { loop, decision } = work;
    const previous = decision.replaced;
    const { successor } = step;
    const isUnderWay = successor?.serves === 'arriving';
    // A vendor that makes the successor in its promote announces its key.
    if (successor !== null && !isUnderWay) {
        await loop.recorder.announce({ phase: 'promoting', previous, successor: reference(successor) });
    }
    let publicKeySha256 = null;
    const tools = lendTools(work, (hash) => {
        publicKeySha256 = hash;
    });
    const { missingId } = work.observation;
    const order = {
        replaced: step.replaced?.certificate ?? null,
        successor,
        missingId,
        keyless: step.keyless,
    };
    const ended = await loop.rotation.promote(order, tools);
    // One that was made for it was never set to serve, so nothing has to be taken back.
    if (ended.result === 'failed' && successor !== null)
        return endFailedPromotion(work, step, ended);
    return finish(work, ended, async ({ certificate }) => {
        const promoted = certificate ?? successor?.certificate ?? null;
        if (promoted === null)
            return;
        const { id, fingerprint } = promoted;
        const entry = { previous, successor: { id, fingerprint }, publicKeySha256 };
        await loop.recorder.confirm({ phase: 'promoted', ...entry });
        loop.context.progress.tell(`Promoted certificate ${id}: it serves`);
    });
}
/** What an earlier run did not see to its end is looked at once more; null where it is proved. */
async function prove(work, { previous, successor }) {
    const { rotation } = work.loop;
    if (rotation.prove === null)
        return null;
    const replaced = findById(work.observation, previous?.id ?? null);
    const { missingId } = work.observation;
    const order = { replaced: replaced?.certificate ?? null, successor, missingId, keyless: [] };
    const ended = await rotation.prove(order, lendTools(work));
    if (ended.result === 'done')
        return null;
    if (ended.result === 'failed')
        return endFailedPromotion(work, { replaced, successor }, ended);
    return finish(work, ended, async () => { });
}
/** A vendor that has undone its own promote, or could not. */
async function endFailedPromotion(work, { replaced, successor }, { reason, restored }) {
    const entry = { previous: work.decision.replaced, successor: reference(successor) };
    const phase = restored ? 'rolled-back' : 'rollback-failed';
    await work.loop.recorder.confirm({ phase, ...entry });
    const failedId = successor?.certificate.id ?? '';
    if (!restored)
        throw failRollback(work.loop, work.decision, `The promote failed: ${reason}`);
    throw stopAfterRollback(work.loop, work.decision, { failedId, current: replaced, reason });
}
/** A ledger that fails does not keep what serves from being mended. */
async function rollBack(work, { failed, restored }) {
    const { recorder, context } = work.loop;
    const entry = { previous: reference(restored), successor: failed };
    await recorder.confirm({ phase: 'rolling-back', ...entry });
    let ended;
    try {
        ended = await work.loop.rotation.rollback({ failedId: failed.id, restored }, lendTools(work));
    }
    catch (error) {
        await recorder.confirm({ phase: 'rollback-failed', ...entry });
        const cause = error instanceof Error ? error.message : String(error);
        const { id, status } = restored.certificate;
        const what = `Certificate ${failed.id} cannot serve, and going back to ${id} failed: ${cause}. The provider may still be set to ${failed.id}; ${id} is ${status ?? 'of unknown status'}`;
        throw failRollback(work.loop, work.decision, what, error);
    }
    if (ended.result === 'pending')
        context.progress.warn(`${capitalise(ended.reason)}.`);
    if (ended.result !== 'done' && ended.result !== 'pending')
        return finish(work, ended, async () => { });
    await recorder.confirm({ phase: 'rolled-back', ...entry });
    context.progress.tell(`Rolled back to certificate ${restored.certificate.id}`);
    const served = ended.result === 'done' && ended.certificate !== null
        ? { ...restored, certificate: ended.certificate, serves: 'yes' }
        : restored;
    throw stopAfterRollback(work.loop, work.decision, { failedId: failed.id, current: served, reason: null });
}
async function retire(work, { replaced, heir }) {
    const { loop, decision } = work;
    const by = loop.policy.retireBy;
    const ended = await loop.rotation.retire({ replaced, heir, by }, lendTools(work));
    return finish(work, ended, async () => {
        if (decision.replaced === null)
            return;
        const history = readHistory(loop.book.view.records);
        const openKey = replaced === null ? null : findOpenKey(replaced, history);
        await loop.recorder.confirm({
            phase: 'retired',
            previous: decision.replaced,
            successor: reference(heir),
            publicKeySha256: openKey?.publicKeySha256 ?? null,
        });
        loop.context.progress.tell(`Retired certificate ${decision.replaced.id} (${by})`);
    });
}
function lendTools({ loop, observation, decision }, keepKeyHash = () => { }) {
    const { context, book, recorder, policy } = loop;
    return createTools(context, book, recorder, {
        previous: reference(decision.current),
        knownIds: findLookalikes(observation, new Date(context.clock.now())),
        settlesMilliseconds: policy.creationSettlesMilliseconds,
        keepKeyHash,
    });
}
async function finish({ loop, decision }, ended, record) {
    const { progress, log } = loop.context;
    switch (ended.result) {
        case 'done':
            await record(ended);
            return 'done';
        case 'overtaken':
            log(`Looking again: ${ended.reason}`);
            return 'again';
        case 'pending': {
            const reason = `${capitalise(ended.reason)}.`;
            const state = decision.step?.phase === 'retire' ? decision.state : 'promoting';
            progress.learn({ decision: { ...decision, state, reason } });
            progress.warn(`${reason} Running again goes on.`);
            return 'pending';
        }
        case 'failed':
            throw new outcome/* OperationError */.O(`${capitalise(ended.reason)}.`, 'Run again, which looks at what stands first.');
        case 'refused':
            progress.learn({
                decision: {
                    ...decision,
                    state: 'blocked',
                    step: null,
                    nextPhase: null,
                    violations: ended.violations,
                },
            });
            throw refuseRotation(ended.violations, 'blocked');
    }
}
function capitalise(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/gates.js
/** Why jobs of these environments would ask nobody: one violation each; none where all of them are gates. */
async function findUngated(gates, environments) {
    const readings = await Promise.all(environments.map((environment) => gates.read(environment)));
    return readings.flatMap((reading) => reading.kind === 'gate'
        ? []
        : [
            {
                reason: reading.reason,
                certificates: [],
                instead: `${reading.mend.replace(/\.$/, '')}; or set allow-ungated to 'true'`,
                forcible: false,
            },
        ]);
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/approval.js


/** A gate that asks nobody is found where something is due, before anything is done. */
async function checkGates({ request, gates, progress }, decision) {
    if (request.allowUngated || gates === null)
        return;
    const violations = await findUngated(gates, request.gateEnvironments);
    if (violations.length === 0)
        return;
    progress.learn({ decision: { ...decision, state: 'blocked', step: null, nextPhase: null, violations } });
    throw refuseRotation(violations, 'blocked');
}
/** Promote and retire go by an approval: what was approved has to be what stands. */
function checkApproval({ context }, decision, step) {
    const { request, progress } = context;
    const { expectedPlan } = request;
    const digest = progress.outcome.plan?.digest ?? '';
    const isGated = step.kind === 'promote' || step.kind === 'retire';
    if (expectedPlan === null || !isGated || expectedPlan === digest)
        return;
    const violation = {
        reason: `the plan that was approved (${expectedPlan.slice(0, 12)}…) is not the one that stands now (${digest.slice(0, 12)}…): the certificate to be replaced, who refers to it, the policy or the material has changed`,
        certificates: decision.replaced === null ? [] : [decision.replaced.id],
        instead: 'plan again, compare, and approve anew',
        forcible: false,
    };
    progress.learn({
        decision: { ...decision, state: 'blocked', step: null, nextPhase: null, violations: [violation] },
    });
    throw refuseRotation([violation], 'blocked');
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/complete-observation.js

/** Adds what the records tell of a look: which certificates of the lineage it does not show, and which are gone. */
async function completeObservation({ rotation, book }, seen) {
    const { records } = book.view;
    const missingId = seen.missingId ?? findMissing(seen.danglingIds, records);
    if (rotation.find === undefined)
        return { ...seen, missingId };
    const { lastPromotion, replacements, openKeys } = readHistory(records);
    const named = [
        lastPromotion?.successor?.id,
        ...replacements.map(({ previous }) => previous.id),
        ...openKeys.map(({ certificate }) => certificate?.id),
    ];
    const known = new Set(seen.certificates.map(({ certificate }) => certificate.id));
    // A list leaves them out, or lags behind.
    const unseen = new Set(named.flatMap((id) => (id === undefined || known.has(id) ? [] : [id])));
    if (unseen.size === 0)
        return { ...seen, missingId };
    return { ...seen, missingId, certificates: [...seen.certificates, ...(await rotation.find([...unseen]))] };
}
/** The last on record of those that are named somewhere and do not exist. */
function findMissing(danglingIds, records) {
    const recorded = records.flatMap(({ previous, successor }) => [previous?.id, successor?.id]);
    return recorded.findLast((id) => id !== undefined && danglingIds.includes(id)) ?? null;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide-after-promotion.js



/**
 * What a promotion leaves to do: to record it, to take the old certificate away after the overlap, and what only
 * then can be done.
 * @returns null where nothing is left, or where the ledger does not know that this certificate took another's place.
 */
function decideAfterPromotion(current, situation) {
    const { observation, history, policy } = situation;
    const { id } = current.certificate;
    const intent = history.findIntent(id);
    if (intent !== null && history.findPromotion(id) === null) {
        return build(situation, {
            state: 'promoting',
            reason: `Certificate ${id} serves; that is not on record yet, and the overlap begins with the record.`,
            current,
            replaced: intent.previous,
            step: { kind: 'record-promotion', phase: 'promote', previous: intent.previous, successor: current },
        });
    }
    const isPromoted = history.lastPromotion?.successor?.id === id;
    for (const { previous, promotion } of isPromoted ? history.replacements : []) {
        const old = findById(observation, previous.id);
        if (policy.retireBy === 'keep')
            continue;
        const isGone = old === null || (old.readiness === 'dormant' && policy.retireBy !== 'delete');
        const { previous: first } = promotion;
        const standsFor = first?.id === previous.id ? null : first;
        if (isGone) {
            return build(situation, {
                state: 'retired',
                reason: `Certificate ${previous.id} is taken away; that is not on record yet.`,
                current,
                replaced: previous,
                standsFor,
                step: { kind: 'record-retirement', phase: 'retire', previous, heir: current },
            });
        }
        return { ...decideRetirement(old, promotion.at, current, situation), standsFor };
    }
    if (observation.unfinished.length === 0)
        return null;
    return build(situation, {
        state: 'promoted',
        reason: `Certificate ${id} serves. Left to do: ${observation.unfinished.join('; ')}.`,
        current,
        replaced: null,
        step: { kind: 'retire', phase: 'retire', replaced: null, heir: current },
    });
}
function decideRetirement(old, promotedAt, current, situation) {
    const { observation, ledger, policy, now } = situation;
    const oldId = old.certificate.id;
    const replaced = { id: oldId, fingerprint: old.certificate.fingerprint };
    const since = `Certificate ${current.certificate.id} took the place of ${oldId} at ${(0,time/* formatDate */.Yq)(promotedAt)}`;
    const overlap = policy.overlapMilliseconds;
    if (overlap > 0 && ledger.unavailability !== null) {
        const unprovable = describeUnprovable('overlap', overlap, oldId, ledger);
        return block(situation, { current, replaced }, [unprovable]);
    }
    const overlapEnd = new Date(promotedAt.getTime() + overlap);
    if (overlap > 0 && overlapEnd.getTime() > ledger.now.getTime()) {
        return build(situation, {
            state: 'overlapping',
            reason: `${since}, which stays until ${(0,time/* formatDate */.Yq)(overlapEnd)}.`,
            current,
            replaced,
            comesNext: { phase: 'retire', notBefore: overlapEnd },
        });
    }
    if (old.serves !== 'no' && observation.servingKnownBy === 'provider') {
        return build(situation, {
            state: 'overlapping',
            reason: `${since}, which is not proved to be out of use.`,
            current,
            replaced,
            comesNext: { phase: 'retire', notBefore: null },
        });
    }
    const violations = [...blockersAt(observation, 'retire')];
    if (!isValidNow(current.certificate, now)) {
        violations.push({
            reason: `certificate ${current.certificate.id}, which serves, is not within its dates, so the old one is kept`,
            certificates: [current.certificate.id],
            instead: 'see to a certificate that is valid first',
            forcible: false,
        });
    }
    if (violations.length > 0)
        return block(situation, { current, replaced }, violations);
    return build(situation, {
        state: 'promoted',
        reason: `${since}, which can be taken away now.`,
        current,
        replaced,
        step: { kind: 'retire', phase: 'retire', replaced: old, heir: current },
    });
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide-by-ledger.js



/** A run that has been silent for so long is dead, however slow it was. */
const RUN_ENDS_MILLISECONDS = 60 * 60 * 1000;
/** What was promoted a moment ago and is not shown yet is waited for: it is not replaced. */
function holdForPromotion(current, situation) {
    const { history, ledger, policy } = situation;
    const { lastPromotion } = history;
    const promotedId = lastPromotion?.successor?.id ?? null;
    if (lastPromotion === null || promotedId === null || current?.certificate.id === promotedId)
        return null;
    const settled = lastPromotion.at.getTime() + policy.creationSettlesMilliseconds;
    if (settled <= ledger.now.getTime())
        return null;
    return build(situation, {
        state: 'promoting',
        reason: `Certificate ${promotedId} was promoted at ${(0,time/* formatDate */.Yq)(lastPromotion.at)}, and is not shown yet.`,
        current: null,
    });
}
/**
 * A run that was about to keep a key, and of which nothing was heard since: what is kept may be the old one or the
 * new one. Only another new one settles that.
 * @returns one clause; null where there is no such.
 */
function describeUnsettledKey({ history }) {
    const key = history.openKeys.findLast(({ certificate }) => certificate !== null);
    if (key === undefined)
        return null;
    const run = key.run === null ? 'a run' : `run ${key.run}`;
    return `at ${(0,time/* formatDate */.Yq)(key.at)} ${run} was about to keep the key of certificate ${key.certificate?.id}, and no record says that it did, so what is kept is not known`;
}
/** A certificate that was made for a key which nobody kept, and that showed too late to be taken away before. */
function decideLeftover(current, situation) {
    const { observation, history, ledger, policy } = situation;
    if (policy.retireBy === 'keep')
        return null;
    const leftover = observation.certificates.find((one) => {
        const heardAt = findOpenKey(one, history)?.at.getTime() ?? Number.POSITIVE_INFINITY;
        const isDead = heardAt + RUN_ENDS_MILLISECONDS <= ledger.now.getTime();
        return isDead && isKeyless(one, history) && one.readiness === 'ready';
    });
    if (leftover === undefined)
        return null;
    const { id } = leftover.certificate;
    return build(situation, {
        state: 'promoted',
        reason: `Certificate ${current.certificate.id} serves. The key of certificate ${id} was lost before it was kept, so that one can be taken away now.`,
        current,
        replaced: reference(leftover),
        standsFor: reference(current),
        step: { kind: 'retire', phase: 'retire', replaced: leftover, heir: current },
    });
}
/** Certificates of the same name that no record tells of: somebody else's, and left alone. */
function remarkOnStrangers(current, { observation, history, ledger }) {
    const replacedIds = new Set(history.replacements.map(({ previous }) => previous.id));
    const strangers = observation.certificates.filter((one) => one !== current &&
        one.readiness !== 'dormant' &&
        !replacedIds.has(one.certificate.id) &&
        findOpenKey(one, history) === null);
    const remarks = strangers.map(({ certificate: { id, status } }) => `Certificate ${id} (${status ?? 'status unknown'}) has the same name, and no record tells of it: it is left alone.`);
    const promotedId = history.lastPromotion?.successor?.id ?? null;
    if (promotedId !== null && current?.certificate.id !== promotedId && ledger.unavailability === null) {
        remarks.push(`Certificate ${promotedId}, which was promoted last, does not exist any more.`);
    }
    return remarks;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide-making-promote.js





/**
 * A promote that makes its successor itself: there is nothing to stage and to soak.
 * @param because why one is needed.
 */
function decideMakingPromote(current, because, situation) {
    const { observation, history, ledger, policy } = situation;
    const violations = [
        ...blockersAt(observation, 'create', 'promote'),
        ...situation.violations,
        ...findUnprovableRetirement(current, situation),
    ];
    const remarks = current === null ? ['Nothing serves before it, so this promotion cannot be taken back.'] : [];
    if (violations.length > 0)
        return block(situation, { current, remarks }, violations);
    const young = findYoungKey(history, ledger, policy);
    if (young !== null) {
        const until = new Date(young.at.getTime() + policy.creationSettlesMilliseconds);
        const run = young.run === null ? 'a run' : `run ${young.run}`;
        return build(situation, {
            state: 'planned',
            reason: `${because}. At ${(0,time/* formatDate */.Yq)(young.at)} ${run} was about to make its successor, and may be at it.`,
            current,
            step: { kind: 'await-creation', phase: 'promote', until },
            remarks,
        });
    }
    const keyless = observation.certificates.filter((one) => one !== current && one.readiness === 'ready' && isKeyless(one, history));
    return build(situation, {
        state: 'planned',
        reason: `${because}. The promote makes its successor.`,
        current,
        step: { kind: 'promote', phase: 'promote', replaced: current, successor: null, keyless },
        remarks: [
            ...remarks,
            ...keyless.map(({ certificate }) => `The key of certificate ${certificate.id} was lost before it was kept; it is taken away and replaced.`),
        ],
    });
}
/**
 * Without the ledger the next run could not tell the new one from the old one, which could then never be taken away:
 * so it is not made. Not so where the old one cannot serve any more, or goes at once.
 */
function findUnprovableRetirement(current, { ledger, policy, now }) {
    const { overlapMilliseconds: overlap, retireBy } = policy;
    const staysBeside = overlap > 0 || retireBy === 'keep';
    if (ledger.unavailability === null || current === null || !staysBeside)
        return [];
    if (current.readiness !== 'ready' || !isValidNow(current.certificate, now))
        return [];
    const { unavailable, mend } = ledger.unavailability;
    const { id } = current.certificate;
    const why = retireBy === 'keep'
        ? `certificate ${id} is to be kept beside its successor`
        : `an overlap of ${(0,duration/* formatDuration */.a)(overlap)} of certificate ${id} cannot be proved`;
    return [
        {
            reason: `${why}, and without the ledger nothing tells the two apart afterwards: ${unavailable}`,
            certificates: [id],
            instead: `${mend.replace(/\.$/, '')}; ${retireBy === 'keep' ? "with retire-by 'revoke' and overlap 0s" : 'with overlap 0s'} it is not needed`,
            forcible: false,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide-due.js






/**
 * A certificate is due, or there is none: its successor is sought, made, soaked and promoted.
 * @param subject what is said before `why`.
 */
function decideDue(current, why, situation, subject = current === null ? 'First installation' : `Certificate ${current.certificate.id} is due`) {
    const { observation, policy } = situation;
    const because = `${subject}: ${why}`;
    const stopped = findStops(current, situation);
    if (stopped !== null)
        return stopped;
    const unknown = findUnknownLineage(current, situation);
    if (unknown.length > 0)
        return block(situation, { current }, unknown);
    if (!observation.hasStage) {
        return decideMakingPromote(current, because, {
            ...situation,
            violations: findLifetimeViolations(observation, policy),
        });
    }
    const finding = findSuccessor({ ...situation, current });
    const remarks = remarkOnDue(current, situation);
    const successor = finding.kind === 'found' ? finding.successor : null;
    // A successor that could not be promoted is not made either: it would be one more that no record names.
    const unproved = findUnprovable(successor, current, situation);
    if (finding.kind === 'blocked') {
        return block(situation, { current, remarks }, [...finding.violations, ...unproved]);
    }
    if (finding.kind === 'none') {
        const violations = [
            ...blockersAt(observation, 'create', 'stage'),
            ...findLifetimeViolations(observation, policy),
            ...findDueMaterial(situation),
            ...unproved,
        ];
        if (violations.length > 0)
            return block(situation, { current, remarks }, violations);
        return build(situation, {
            state: 'planned',
            reason: `${because}. Its successor has to be made.`,
            current,
            step: { kind: 'stage', phase: 'stage', successor: null, adoption: null },
            remarks,
        });
    }
    if (unproved.length > 0)
        return block(situation, { current, successor, remarks }, unproved);
    if (finding.kind === 'await') {
        const run = finding.staging.run === null ? 'a run' : `run ${finding.staging.run}`;
        return build(situation, {
            state: 'planned',
            reason: `${because}. At ${(0,time/* formatDate */.Yq)(finding.staging.at)} ${run} began to make its successor, which does not show yet.`,
            current,
            step: { kind: 'await-creation', phase: 'stage', until: finding.until },
            remarks,
        });
    }
    return decideFound(current, because, finding, remarks, situation);
}
/** The successor is there: it is brought to the edge, soaks, and is promoted. */
function decideFound(current, because, { successor, adoption }, remarks, situation) {
    const { observation, history, ledger, policy } = situation;
    const { id } = successor.certificate;
    const staging = history.findStaging(id);
    const mustRecord = staging === null && ledger.unavailability === null;
    if (successor.readiness !== 'ready' || mustRecord) {
        const violations = successor.readiness === 'dormant' ? blockersAt(observation, 'stage') : [];
        if (violations.length > 0)
            return block(situation, { current, successor, remarks }, violations);
        return build(situation, {
            state: 'planned',
            reason: `${because}. Its successor ${id} is ${successor.certificate.status ?? 'of unknown status'}${mustRecord && successor.readiness === 'ready' ? ', and its soak has not begun' : ''}.`,
            current,
            successor,
            step: { kind: 'stage', phase: 'stage', successor, adoption },
            remarks,
        });
    }
    const soak = policy.soakMilliseconds;
    const soakedAt = staging === null ? null : new Date(staging.at.getTime() + soak);
    // A ledger's times are rounded so that nothing is hastened; a soak of nothing has nothing to prove.
    if (soak > 0 && soakedAt !== null && soakedAt.getTime() > ledger.now.getTime()) {
        const endsBefore = current?.certificate.notAfter ?? null;
        const isLate = endsBefore !== null && endsBefore.getTime() < soakedAt.getTime();
        return build(situation, {
            state: 'soaking',
            reason: `${because}. Its successor ${id} soaks until ${(0,time/* formatDate */.Yq)(soakedAt)}, so that every device has it before it serves.`,
            current,
            successor,
            comesNext: { phase: 'promote', notBefore: soakedAt },
            remarks: isLate
                ? [
                    ...remarks,
                    `Certificate ${current?.certificate.id} ends before the soak is over. Where the devices have the successor already, shorten soak and run again.`,
                ]
                : remarks,
        });
    }
    const violations = blockersAt(observation, 'promote');
    if (violations.length > 0)
        return block(situation, { current, successor, remarks }, violations);
    return build(situation, {
        state: 'staged',
        reason: `${because}. Its successor ${id} is ready${soak > 0 ? `, and has soaked for ${(0,duration/* formatDuration */.a)(soak)}` : ''}.`,
        current,
        successor,
        step: { kind: 'promote', phase: 'promote', replaced: current, successor, keyless: [] },
        remarks,
    });
}
/** A promotion that failed, or that somebody took back: people have to say what comes next. */
function findStops(current, situation) {
    const { history, policy, observation } = situation;
    const currentId = current?.certificate.id ?? null;
    if (policy.successor !== null || history.namedSuccessorId !== null)
        return null;
    const { lastFailure, lastPromotion } = history;
    if (lastFailure !== null && (lastFailure.previous?.id ?? null) === currentId) {
        const failed = describeFailedPromotion(lastFailure.successor?.id ?? '', lastFailure.at);
        return block(situation, { current, state: 'rolled-back' }, [failed]);
    }
    const promotedId = lastPromotion?.successor?.id ?? null;
    const stillExists = observation.certificates.some(({ certificate }) => certificate.id === promotedId);
    if (lastPromotion === null || promotedId === currentId || !stillExists)
        return null;
    if ((lastPromotion.previous?.id ?? null) !== currentId)
        return null;
    return block(situation, { current }, [
        {
            reason: `certificate ${promotedId} was promoted at ${(0,time/* formatDate */.Yq)(lastPromotion.at)}, and since then somebody has set ${currentId ?? 'none'} to serve again`,
            certificates: [promotedId ?? ''],
            instead: `find out why; then set successor-id to '${promotedId}' to promote it again, or to 'new' to make another one`,
            forcible: false,
        },
    ]);
}
function remarkOnDue(current, situation) {
    const { observation, history } = situation;
    const remarks = [];
    const named = history.namedSuccessorId;
    if (named !== null && !observation.certificates.some(({ certificate }) => certificate.id === named)) {
        remarks.push(`Certificate ${named}, which an earlier run staged, is gone.`);
    }
    if (current === null) {
        remarks.push('Nothing serves before it, so this promotion cannot be taken back.');
    }
    return remarks;
}
/** A lineage that nobody has heard of is more often a mistyped name than a first one. */
function findUnknownLineage(current, { observation, history, policy }) {
    const isWanted = policy.successor?.by === 'new';
    return current === null && history.isEmpty && !isWanted ? blockersAt(observation, 'first') : [];
}
/**
 * Without the ledger nothing tells when a soak or an overlap began, nor, later, that a certificate was replaced at
 * all: a rotation that could not be brought to its end is not begun.
 */
function findUnprovable(successor, current, { observation, ledger, policy }) {
    if (ledger.unavailability === null)
        return [];
    const { soakMilliseconds: soak, overlapMilliseconds: overlap, retireBy } = policy;
    const violations = [];
    if (soak > 0 && observation.hasStage) {
        violations.push(describeUnprovable('soak', soak, successor?.certificate.id ?? null, ledger));
    }
    if (overlap > 0 && current !== null && retireBy !== 'keep') {
        violations.push(describeUnprovable('overlap', overlap, current.certificate.id, ledger));
    }
    return violations;
}
/** What is given to be uploaded must serve for longer than what it replaces is due. */
function findDueMaterial({ observation, policy, now }) {
    if (observation.successorValidity === null)
        return [];
    const assessed = assessDue(observation.successorValidity, policy.rotateWithin, now);
    if (assessed.due === false)
        return [];
    return [
        {
            reason: `the certificate that is given would itself be due: ${assessed.reason}`,
            certificates: [],
            instead: 'have it renewed, or lower rotate-within',
            forcible: false,
        },
    ];
}
function findLifetimeViolations({ successorLifetimeMilliseconds: lifetime }, { rotateWithin, soakMilliseconds }) {
    if (!wouldBeDueAtOnce(lifetime, rotateWithin, soakMilliseconds))
        return [];
    return [
        {
            reason: `a successor that is valid for ${(0,duration/* formatDuration */.a)(lifetime ?? 0)} would be due again before it has served`,
            certificates: [],
            instead: 'raise validity-days, or lower rotate-within',
            forcible: false,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide-unsettled.js



/** The provider is set to another certificate, and what serves is not settled. */
function decideMoving({ to, from }, situation) {
    const { history, observation, now } = situation;
    if (to !== null && !isValidNow(to.certificate, now)) {
        const why = `certificate ${to.certificate.id}, which was to take its place, is not within its dates`;
        return decideDue(from ?? to, why, situation);
    }
    const chosen = observation.settlesByItself ? null : findChosen(situation);
    if (chosen !== null && chosen !== to)
        return goOn(chosen, from === chosen ? to : from, from, situation);
    const intent = to === null ? null : history.findIntent(to.certificate.id);
    if (to !== null && (intent !== null || to.resemblance === 'certain' || chosen === to)) {
        return goOn(to, findById(observation, intent?.previous?.id ?? null) ?? from, from, situation);
    }
    if (!observation.settlesByItself)
        return block(situation, { current: from }, [describeSplit(to, from)]);
    const target = to === null ? 'none of its certificates' : `certificate ${to.certificate.id}`;
    return build(situation, {
        state: 'promoting',
        reason: `Somebody has set the provider to ${target}, and what serves is not settled yet${from === null ? '' : ` (${from.certificate.id} still does)`}. Nothing is done before it is.`,
        current: from,
    });
}
/** The provider is set to a certificate that cannot serve. */
function decideBroken({ failedId, failed }, situation) {
    const { history, observation, policy, now } = situation;
    const heir = failed === null ? findHeir(failedId, situation) : null;
    if (heir !== null)
        return goOn(heir, null, heir, situation);
    const status = failed === null ? 'does not exist' : `is ${failed.certificate.status ?? 'of unknown status'}`;
    const intent = history.findIntent(failedId);
    const restored = findById(observation, intent?.previous?.id ?? null);
    const canRestore = restored !== null && canServe(restored, now);
    if (!canRestore && policy.successor !== null) {
        return decideDue(null, 'somebody has chosen what takes its place', situation, `What is set to serve (${failedId}) ${status}`);
    }
    if (!canRestore) {
        const why = tellWhatServedBefore(intent);
        return block(situation, { current: null, successor: failed }, [
            {
                reason: `the provider is set to certificate ${failedId}, which ${status}, and ${why}`,
                certificates: [failedId],
                instead: "choose a certificate that is available where the provider is set to it, at once; or set successor-id to the id of one that can, or to 'new' to make one",
                forcible: false,
            },
        ]);
    }
    const hasFailedBefore = history.lastFailure?.phase === 'rollback-failed' && history.lastFailure.successor?.id === failedId;
    return build(situation, {
        state: hasFailedBefore ? 'rollback-failed' : 'promoting',
        reason: `The provider is set to certificate ${failedId}, which ${status}; ${restored.certificate.id} has to serve again.`,
        current: null,
        successor: failed,
        replaced: reference(restored),
        step: {
            kind: 'rollback',
            phase: 'promote',
            failed: reference(failed) ?? { id: failedId, fingerprint: null },
            restored,
        },
    });
}
/** A promotion that has begun, or that a person has chosen, goes on. */
function goOn(successor, replaced, current, situation) {
    const { history } = situation;
    const { id } = successor.certificate;
    return build(situation, {
        state: 'promoting',
        reason: `Certificate ${id} is set to serve, and is not proved to yet.`,
        current,
        successor,
        replaced: history.findIntent(id)?.previous ?? reference(replaced),
        step: { kind: 'promote', phase: 'promote', replaced, successor, keyless: [] },
    });
}
/** The one that took, or was taking, the place of a certificate that is gone, and is named by the rest. */
function findHeir(failedId, { observation, history, now }) {
    return (observation.certificates.find((one) => (one.serves === 'yes' || one.serves === 'arriving') &&
        history.findIntent(one.certificate.id)?.previous?.id === failedId &&
        canServe(one, now)) ?? null);
}
/** The one that a person has named, where it can serve; it need not be any younger than the other. */
function findChosen({ observation, policy, now }) {
    const { successor } = policy;
    const chosen = successor?.by === 'id' ? findById(observation, successor.id) : null;
    return chosen !== null && canServe(chosen, now) ? chosen : null;
}
function canServe({ readiness, unfitness, certificate }, now) {
    return readiness === 'ready' && unfitness === null && isValidNow(certificate, now);
}
/** Nobody finishes it but people. */
function describeSplit(to, from) {
    const ids = [to, from].flatMap((one) => (one === null ? [] : [one.certificate.id]));
    return {
        reason: `some of what serves names certificate ${ids[0]} and some names ${ids[1] ?? 'none'}, and no record says why`,
        certificates: ids,
        instead: 'set all of it to one of them by hand, or set successor-id to the id of the one that shall serve',
        forcible: false,
    };
}
/** @param intent the record of the promotion that failed */
function tellWhatServedBefore(intent) {
    if (intent === null)
        return 'no record says what served before it';
    return intent.previous === null
        ? 'nothing served before it'
        : `${intent.previous.id}, which served before it, cannot serve again`;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/serving.js


/** Finds what serves: the provider says it, or where it does not, the last promotion on record. */
function findServing(observation, history, now) {
    if (observation.servingKnownBy === 'ledger')
        return findByLedger(observation, history, now);
    const { certificates, missingId } = observation;
    const standing = (serves) => certificates.filter((one) => one.serves === serves);
    const [from = null] = standing('departing');
    if (missingId !== null)
        return { kind: 'broken', failedId: missingId, failed: null };
    const [to = null, anotherTo] = standing('arriving');
    const [current = null, another] = standing('yes');
    if (anotherTo !== undefined || another !== undefined || (to !== null && current !== null)) {
        const several = [...standing('yes'), ...standing('arriving')];
        return { kind: 'unclear', violations: [describeSeveral(several, 'are set to serve at once')] };
    }
    if (to !== null) {
        return to.readiness === 'dormant' || to.readiness === 'leaving'
            ? { kind: 'broken', failedId: to.certificate.id, failed: to }
            : { kind: 'moving', to, from };
    }
    return current === null && from !== null
        ? { kind: 'moving', to: null, from }
        : { kind: 'settled', current };
}
/**
 * The one that was promoted last serves, whatever became of it: where it was revoked since, what is kept is of no
 * use, and has to be replaced. Without a record it is the only one that can serve; one that is past its end cannot.
 */
function findByLedger({ certificates }, history, now) {
    const promotedId = history.lastPromotion?.successor?.id ?? null;
    const promoted = certificates.find(({ certificate }) => certificate.id === promotedId);
    if (promoted !== undefined)
        return { kind: 'settled', current: promoted };
    const replacedIds = new Set(history.replacements.map(({ previous }) => previous.id));
    const candidates = certificates.filter((one) => (one.readiness === 'ready' || one.readiness === 'arriving') &&
        !replacedIds.has(one.certificate.id) &&
        findOpenKey(one, history) === null);
    // One whose end nobody knows may serve.
    const valid = candidates.filter(({ certificate }) => certificate.notAfter === null || isValidNow(certificate, now));
    if (valid.length > 1) {
        const what = 'could serve, and no record says which of them does';
        return { kind: 'unclear', violations: [describeSeveral(valid, what)] };
    }
    const endOf = ({ certificate }) => certificate.notAfter?.getTime() ?? 0;
    const [lastEnded = null] = candidates.toSorted((a, b) => endOf(b) - endOf(a));
    return { kind: 'settled', current: valid[0] ?? lastEnded };
}
function describeSeveral(several, what) {
    return {
        reason: `${several.length} certificates ${what}`,
        certificates: several.map(({ certificate }) => certificate.id),
        instead: 'take away by hand those that are not needed, then run again',
        forcible: false,
    };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/decide.js








/**
 * Where a lineage stands and what is to be done next. Pure: the provider says what exists and what serves, the
 * ledger says since when and whose; where they leave a doubt, the phase is held and the doubt is named.
 */
function decide(observation, ledger, policy, now) {
    const history = readHistory(ledger.records);
    const situation = { observation, history, ledger, policy, now };
    const serving = findServing(observation, history, now);
    const current = serving.kind === 'settled' ? serving.current : null;
    const barred = blockersAt(observation, 'always');
    if (barred.length > 0)
        return block(situation, { current }, barred);
    switch (serving.kind) {
        case 'unclear':
            return block(situation, { current }, serving.violations);
        case 'moving':
            return decideMoving(serving, situation);
        case 'broken':
            return decideBroken(serving, situation);
        case 'settled':
            return observation.servingKnownBy === 'ledger'
                ? decideByLedger(serving.current, situation)
                : decideSettled(serving.current, situation);
    }
}
/** What serves is known by the records: what they leave open comes first. */
function decideByLedger(current, situation) {
    const held = holdForPromotion(current, situation);
    if (held !== null)
        return held;
    const unsettled = describeUnsettledKey(situation);
    const decision = unsettled === null ? decideSettled(current, situation) : decideDue(current, unsettled, situation);
    return { ...decision, remarks: [...decision.remarks, ...remarkOnStrangers(current, situation)] };
}
function decideSettled(current, situation) {
    const after = current === null ? null : decideAfterPromotion(current, situation);
    if (after?.step?.kind === 'record-promotion')
        return after;
    if (current === null) {
        const where = situation.observation.servingKnownBy === 'ledger' ? 'of the name' : 'of the account or tenant';
        return decideDue(null, `nothing ${where} serves yet`, situation);
    }
    const { observation, policy, now } = situation;
    const assessed = assessDue(current.certificate, policy.rotateWithin, now);
    const { id } = current.certificate;
    if (assessed.due === null) {
        return block(situation, { current }, [
            {
                reason: `whether certificate ${id} is due cannot be told: ${assessed.reason}`,
                certificates: [id],
                instead: 'give rotate-within as days, or replace the certificate by hand',
                forcible: false,
            },
        ]);
    }
    // One that is arriving is waited for where the provider does not say what serves; else it cannot be so.
    const isArriving = observation.servingKnownBy === 'ledger' && current.readiness === 'arriving';
    if (current.readiness !== 'ready' && !isArriving) {
        const status = current.certificate.status ?? 'status unknown';
        const why = current.readiness === 'dormant' && observation.servingKnownBy === 'ledger'
            ? `it was promoted last, and is ${status}: what was kept with it is of no use`
            : `it serves, and is ${status}: it may stop at any moment`;
        return decideDue(current, why, situation);
    }
    if (assessed.due)
        return decideDue(current, assessed.reason, situation);
    if (isArriving) {
        return build(situation, {
            state: 'promoting',
            reason: `Certificate ${id} was promoted last, and is ${current.certificate.status ?? 'on its way back'}: it can serve once that is over. Nothing is done before.`,
            current,
        });
    }
    if (after !== null)
        return after;
    const leftover = decideLeftover(current, situation);
    if (leftover !== null)
        return leftover;
    return build(situation, {
        state: 'not-due',
        reason: `Certificate ${id} is not due: ${assessed.reason}.`,
        current,
        comesNext: assessed.dueOn === null
            ? null
            : { phase: observation.hasStage ? 'stage' : 'promote', notBefore: assessed.dueOn },
        remarks: remarkOnLeftovers(current, situation),
    });
}
/** A successor that was made and is not needed now, and a ledger that could not be asked. */
function remarkOnLeftovers(current, situation) {
    const { history, observation, ledger } = situation;
    const exists = (id) => observation.certificates.some(({ certificate }) => certificate.id === id) &&
        id !== current.certificate.id;
    const remarks = [];
    if (exists(history.namedSuccessorId)) {
        remarks.push(`Certificate ${history.namedSuccessorId} was staged and is not needed now: another one serves. Use it at the next rotation, or take it away by hand.`);
    }
    const isSetByOthers = observation.servingKnownBy === 'provider' &&
        history.lastPromotion !== null &&
        history.lastPromotion.successor?.id !== current.certificate.id;
    if (isSetByOthers) {
        remarks.push(`The last promotion on record is that of ${history.lastPromotion?.successor?.id}; ${current.certificate.id} was set to serve by somebody else. What was replaced is left alone.`);
    }
    // What this run has done itself, it knows.
    if (ledger.unavailability !== null && history.isEmpty) {
        remarks.push(`Whether an old certificate waits to be taken away is not known: ${ledger.unavailability.unavailable}. ${ledger.unavailability.mend}`);
    }
    return remarks;
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/ledger-book.js
/** Opens the lineage's records. */
async function openLedgerBook(ledger, lineage, clock) {
    let unavailability = null;
    let records = [];
    let serverAhead = 0;
    const refresh = async () => {
        const reading = await ledger.read(lineage);
        if ('unavailable' in reading) {
            unavailability = reading;
            return;
        }
        records = reading.records;
        serverAhead = reading.readAt.getTime() - clock.now();
    };
    const now = () => new Date(clock.now() + serverAhead);
    await refresh();
    return {
        get view() {
            return { unavailability, records, now: now() };
        },
        refresh,
        async append(entry) {
            const appended = unavailability ?? (await ledger.append({ ...entry, lineage }));
            if (!('unavailable' in appended)) {
                records = [...records, appended];
                return appended;
            }
            unavailability = appended;
            records = [...records, { ...entry, lineage, recordId: '', at: now(), run: null }];
            return null;
        },
    };
}

// EXTERNAL MODULE: ./build/src/certificate/digest.js
var digest = __webpack_require__(1705);
;// CONCATENATED MODULE: ./build/src/operations/rotation/plan.js



const PHASES = ['stage', 'promote', 'retire'];
/** The plan that a decision stands for. */
function makePlan(rotation, observation, policy, decision) {
    const description = describe(rotation, policy, decision);
    return {
        lineage: rotation.lineage,
        affected: description.affected,
        phases: PHASES.flatMap((phase) => {
            const described = description.phases[phase];
            return described === null ? [] : [{ ...described, phase, standing: findStanding(phase, decision) }];
        }),
        irreversible: description.irreversible,
        policy,
        digest: digestPlan(rotation.lineage, observation, policy, decision),
    };
}
function describe(rotation, { retireBy }, decision) {
    const { successor, current, replaced } = decision;
    const served = current?.certificate.id ?? null;
    const hasChanged = served !== null && replaced !== null && replaced.id !== served;
    return rotation.describe({
        replacedId: replaced?.id ?? null,
        successorId: successor?.certificate.id ?? (hasChanged ? served : null),
        retireBy,
    });
}
function findStanding(phase, { state, step, comesNext }) {
    if (state === 'retired' || (state === 'promoted' && step === null))
        return 'done';
    if (state === 'blocked' || state === 'rolled-back')
        return 'held';
    const next = step?.phase ?? comesNext?.phase ?? 'stage';
    const distance = PHASES.indexOf(phase) - PHASES.indexOf(next);
    if (distance !== 0)
        return distance < 0 ? 'done' : 'later';
    return step === null ? 'waiting' : 'now';
}
/**
 * What an approval rests on. It holds neither a time nor the staged successor, so that it is the same from the plan
 * to the last phase, unless something changes that the one who approved has to know.
 */
function digestPlan(lineage, { referrers, material }, policy, decision) {
    const replaced = decision.standsFor ?? decision.replaced;
    const basis = {
        lineage: { provider: lineage.provider, scope: lineage.scope, name: lineage.name },
        replaced: replaced === null ? null : { id: replaced.id, fingerprint: replaced.fingerprint },
        referrers: [...referrers].sort(),
        policy: {
            rotateWithin: (0,threshold/* formatThreshold */.B6)(policy.rotateWithin),
            soak: (0,duration/* formatDuration */.a)(policy.soakMilliseconds),
            overlap: (0,duration/* formatDuration */.a)(policy.overlapMilliseconds),
            retireBy: policy.retireBy,
            successor: policy.successor === null ? null : policy.successor.by === 'id' ? policy.successor.id : 'new',
        },
        material: Object.fromEntries(Object.entries(material).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    return (0,digest/* sha256Hex */.f)(JSON.stringify(basis));
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/recorder.js

function createRecorder(book, progress) {
    const append = (entry) => book.append({ publicKeySha256: null, knownIds: [], ...entry });
    return {
        async announce(entry) {
            const wasUsable = book.view.unavailability === null;
            const record = await append(entry);
            const { unavailability } = book.view;
            if (record !== null || !wasUsable || unavailability === null)
                return record;
            progress.learn({ ledgerProblem: unavailability });
            throw new outcome/* OperationError */.O(`The ledger cannot be written (${unavailability.unavailable}), so '${entry.phase}' was not begun.`, `${unavailability.mend} Then run again; nothing was changed at the vendor by this phase.`);
        },
        async confirm(entry) {
            const wasUsable = book.view.unavailability === null;
            const record = await append(entry);
            const { unavailability } = book.view;
            if (record !== null || !wasUsable || unavailability === null)
                return;
            progress.learn({ ledgerProblem: unavailability });
            progress.warn(`'${entry.phase}' is done and could not be recorded (${unavailability.unavailable}); the next run records it, and waits from then on. ${unavailability.mend}`);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/operations/rotation/rotate.js












/** A rotation takes five or six acts; more mean that somebody undoes them. */
const ACTS_AT_MOST = 12;
/** How long another run may be about to make a successor, and how often it is looked for. */
const CREATION_SETTLES_MILLISECONDS = 2 * 60 * 1000;
const LOOKS_AT_MOST = 12;
/**
 * Brings a lineage forward as far as it can go now: looks, decides, does what is due where `phases` allows it, and
 * looks again. What it found and did is in the context's progress, also where it throws.
 * @throws ApiError, OperationError where it is blocked, or a phase failed
 */
async function rotate(context) {
    const { request, provider, ledger, clock, progress } = context;
    // Until a call that changes something is sent.
    progress.learn({ changed: false, adopted: false });
    const rotation = await openRotation(context);
    const policy = makePolicy(request, provider);
    const [book, observed, storeViolation] = await Promise.all([
        openLedgerBook(ledger, rotation.lineage, clock),
        rotation.observe(),
        context.secretStore?.findViolation() ?? null,
    ]);
    const loop = { context, rotation, policy, book, recorder: createRecorder(book, progress) };
    /** A new key that could not be kept is not made either. */
    const withStore = (observation) => storeViolation === null
        ? observation
        : { ...observation, blockers: [...observation.blockers, { at: 'promote', violation: storeViolation }] };
    const complete = async (seen) => withStore(await completeObservation(loop, seen));
    let observation = await complete(observed);
    const ended = {};
    let gatesAreChecked = false;
    for (let acts = 0;;) {
        const decision = look(loop, observation, ended);
        if (decision.violations.length > 0)
            throw refuseRotation(decision.violations, decision.state);
        const { step } = decision;
        if (step !== null && !gatesAreChecked) {
            await checkGates(context, decision);
            gatesAreChecked = true;
        }
        if (step === null || !request.phases.includes(step.phase))
            return;
        if (request.store.dryRun)
            return foresee(loop, decision, step);
        if (step.kind === 'await-creation') {
            observation = await complete(await rotate_awaitCreation(loop, step.until));
            continue;
        }
        checkApproval(loop, decision, step);
        if (acts >= ACTS_AT_MOST)
            throw refuseToGoOn(acts);
        acts += 1;
        const ending = await act(loop, observation, decision, step);
        if (ending === 'pending')
            return;
        const isPromotion = step.kind === 'promote' || step.kind === 'record-promotion';
        if (ending === 'done' && isPromotion)
            ended.promoted = decision.replaced;
        if (ending === 'done' && step.kind === 'retire')
            ended.retired = decision.replaced;
        observation = await complete(await rotation.observe());
    }
}
async function openRotation(context) {
    const { provider, request, secretStore } = context;
    if (provider.openRotation === null) {
        throw new outcome/* OperationError */.O(`${provider.name} cannot 'rotate'.`, 'Choose another operation.');
    }
    return provider.openRotation({
        lineageName: request.lineageName,
        material: await readMaterial(context),
        verifyHosts: request.verifyHosts,
        keptIn: secretStore?.label ?? null,
    });
}
/** What the successor is made of, read and checked before any call. */
async function readMaterial(context) {
    const { store, lineageName } = context.request;
    const { material, validityDays } = store;
    const { certificate, keyAlgorithm } = material;
    const subject = material.subject ?? (lineageName === null ? null : formatCommonName(lineageName));
    return {
        validityDays,
        keyRequest: subject === null ? null : { subject, keyAlgorithm },
        upload: certificate === null ? null : await (0,operations_material/* prepareUpload */.F)({ ...context, request: store }, certificate),
    };
}
function formatCommonName(value) {
    return (0,material_subject/* formatName */.nD)([[{ type: 'CN', value }]]);
}
function makePolicy(request, { capabilities }) {
    const { soakMilliseconds, overlapMilliseconds, retireBy, successor } = request;
    return {
        rotateWithin: request.rotateWithin ?? findWarnWindow(capabilities.holdsAuthorities),
        soakMilliseconds,
        overlapMilliseconds,
        retireBy,
        successor,
        creationSettlesMilliseconds: Math.min(CREATION_SETTLES_MILLISECONDS, request.store.waiting.timeoutMilliseconds),
    };
}
/** The window in which an audit warns. */
function findWarnWindow(isAuthority) {
    const undated = { notBefore: null, notAfter: null };
    return (0,policy/* findThresholds */["in"])(undated, isAuthority, { failWithin: null, warnWithin: null }).warnWithin;
}
function look(loop, observation, ended) {
    const { context, rotation, policy, book } = loop;
    const { progress, log, clock } = context;
    const decision = conclude(decide(observation, book.view, policy, new Date(clock.now())), ended);
    const before = progress.outcome.decision;
    if (before?.reason !== decision.reason)
        log(tell(decision));
    progress.learn({
        decision,
        plan: makePlan(rotation, observation, policy, decision),
        ledgerProblem: book.view.unavailability,
    });
    return decision;
}
/** What stands is not due because this run has ended a rotation: then that is what there is to say. */
function conclude(decision, { promoted, retired }) {
    if (decision.state !== 'not-due' || (retired === undefined && promoted === undefined))
        return decision;
    const replaced = retired ?? promoted ?? null;
    const tail = retired !== undefined
        ? `; ${replaced?.id ?? 'the old one'} is retired`
        : replaced === null
            ? ''
            : ` in place of ${replaced.id}`;
    return {
        ...decision,
        state: retired === undefined ? 'promoted' : 'retired',
        reason: `The rotation is complete: certificate ${decision.current?.certificate.id ?? ''} serves${tail}.`,
        replaced,
    };
}
/** What the run would send: the step's own calls, and those of the phases that follow without a pause. */
function foresee({ context, policy }, { successor }, step) {
    const { request, progress, log } = context;
    const phases = progress.outcome.plan?.phases ?? [];
    const callsOf = (phase) => phases.find((one) => one.phase === phase)?.calls ?? [];
    const planned = [...findOwnCalls(step, callsOf)];
    const follows = (phase, pause) => pause === 0 && request.phases.includes(phase);
    const reachesPromote = step.phase === 'stage' && follows('promote', policy.soakMilliseconds);
    if (reachesPromote)
        planned.push(...callsOf('promote'));
    const isPromotion = step.kind === 'promote' || step.kind === 'record-promotion' || reachesPromote;
    if (isPromotion && follows('retire', policy.overlapMilliseconds))
        planned.push(...callsOf('retire'));
    log(`A dry run: nothing is sent${successor === null ? '' : ` for ${successor.certificate.id}`}`);
    progress.learn({ planned });
}
function findOwnCalls(step, callsOf) {
    switch (step.kind) {
        case 'stage':
            return step.successor === null || step.successor.readiness === 'dormant' ? callsOf('stage') : [];
        case 'promote':
            return step.successor?.serves === 'arriving' ? [] : callsOf('promote');
        case 'rollback':
            return callsOf('promote');
        case 'retire':
            return callsOf('retire');
        default:
            return [];
    }
}
/** Looks after a while whether what another run began to make shows. */
async function rotate_awaitCreation({ context, rotation, book, policy }, until) {
    const left = until.getTime() - book.view.now.getTime();
    const { intervalMilliseconds } = context.request.store.waiting;
    const pause = Math.max(intervalMilliseconds, policy.creationSettlesMilliseconds / LOOKS_AT_MOST);
    await context.sleep(Math.max(1, Math.min(pause, left)));
    await book.refresh();
    return rotation.observe();
}
function refuseToGoOn(acts) {
    return new outcome/* OperationError */.O(`After ${acts} acts of this run what stands still changes.`, 'Somebody else, or another run, works on the same lineage: see who, and run again.');
}
/** A line of the log. What blocks says so itself. */
function tell({ state, reason }) {
    return state === 'blocked' ? reason : `${state}: ${reason}`;
}

// EXTERNAL MODULE: ./build/src/report/failure.js
var report_failure = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/certificate/expiry.js
var expiry = __webpack_require__(3198);
// EXTERNAL MODULE: ./build/src/report/records.js
var report_records = __webpack_require__(1550);
// EXTERNAL MODULE: ./build/src/report/inert.js
var inert = __webpack_require__(8212);
// EXTERNAL MODULE: ./build/src/report/sentences.js
var sentences = __webpack_require__(5198);
;// CONCATENATED MODULE: ./build/src/report/rotation/plan-markdown.js





const STANDINGS = {
    done: '✅ done',
    now: '▶️ now',
    waiting: '⏳ waiting',
    later: '– later',
    held: '⛔ held',
};
/** A plan for the one who approves it: what, why, to whom, what each phase does, what cannot be undone. */
function writePlan(plan, decision, origin) {
    const { lineage, affected, phases, irreversible, policy, digest } = plan;
    return [
        `**Lineage:** ${code(lineage.name)} of ${(0,inert/* inertMarkdown */.Ic)(lineage.provider)} ${code(lineage.scope)}`,
        `**Why:** ${(0,inert/* inertMarkdown */.Ic)(decision.reason, 1000)}`,
        writeParties(decision),
        '**Who is affected**',
        list(affected),
        '**What each phase does**',
        writePhases(phases),
        '**Calls**',
        list(phases.flatMap(({ phase, calls }) => calls.map((call) => `${phase}: ${(0,sentences/* describeCall */.GC)(call, origin)}`)), true),
        '**What cannot be undone**',
        irreversible.length === 0 ? '- nothing' : list(irreversible),
        `**Policy:** rotate-within ${(0,threshold/* formatThreshold */.B6)(policy.rotateWithin)}, soak ${(0,duration/* formatDuration */.a)(policy.soakMilliseconds)}, overlap ${(0,duration/* formatDuration */.a)(policy.overlapMilliseconds)}, retire-by ${policy.retireBy}`,
        `**Plan digest:** ${code(digest)}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function writeParties({ current, successor, replaced }) {
    const rows = [
        ...(current === null ? [] : [row('serves', current.certificate)]),
        ...(successor === null ? [] : [row('successor', successor.certificate)]),
        ...(replaced === null || replaced.id === current?.certificate.id
            ? []
            : [`| replaced | ${code(replaced.id)} | – | – | ${code(replaced.fingerprint ?? '–')} |`]),
    ];
    if (rows.length === 0)
        return '';
    return [
        '| Part | Id | Status | Expires on | Fingerprint |',
        '| --- | --- | --- | --- | --- |',
        ...rows,
    ].join('\n');
}
function row(part, { id, status, notAfter, fingerprint, }) {
    const end = notAfter === null ? '–' : (0,time/* formatDate */.Yq)(notAfter);
    return `| ${part} | ${code(id)} | ${(0,inert/* inertMarkdown */.Ic)(status ?? '–', 100)} | ${end} | ${code(fingerprint ?? '–')} |`;
}
function writePhases(phases) {
    const rows = phases.map(({ phase, standing, what }) => `| ${phase} | ${STANDINGS[standing]} | ${(0,inert/* inertMarkdown */.Ic)(what, 1000)} |`);
    return ['| Phase | Where it stands | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}
function list(lines, asCode = false) {
    return lines.map((line) => `- ${asCode ? code(line) : (0,inert/* inertMarkdown */.Ic)(line, 1000)}`).join('\n');
}
/** Code in HTML, since a backtick in the text would end a Markdown one. */
function code(text) {
    return `<code>${(0,inert/* inertMarkdown */.Ic)(text, 400)}</code>`;
}

;// CONCATENATED MODULE: ./build/src/report/rotation/rotation-report.js
/** The certificate that a rotation is about: the successor once there is one, else the one that serves. */
function findSubject({ state, successor, current }) {
    const isBack = state === 'rolled-back' || state === 'rollback-failed';
    const observed = isBack ? (current ?? successor) : (successor ?? current);
    return observed?.certificate ?? null;
}
/** Id of the certificate that the subject replaces, or has replaced; null where it replaces none. */
function findPreviousId(decision) {
    const id = decision.replaced?.id ?? null;
    return id === findSubject(decision)?.id ? null : id;
}
/** The certificates of a decision, the subject first, each once. */
function findParties(decision) {
    const { successor, current } = decision;
    const parties = [findSubject(decision), successor?.certificate ?? null, current?.certificate ?? null];
    return [...new Set(parties)].filter((party) => party !== null);
}

// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __webpack_require__(3320);
;// CONCATENATED MODULE: ./build/src/report/rotation/state-words.js

/** A state as people say it. */
const stateWords = {
    'not-due': 'not due: nothing to do',
    planned: 'due: a successor is needed',
    soaking: 'soaking: the successor is ready, and waits until every device has it',
    staged: 'staged: the successor may serve now',
    promoting: 'promoting: the successor is set to serve, and is not proved to yet',
    overlapping: 'overlapping: the successor serves, and the old one stays for a while',
    promoted: 'promoted: the successor serves',
    retired: 'retired: the rotation is complete',
    'rolled-back': 'rolled back: the old one serves again',
    'rollback-failed': 'rollback failed: see at once what serves',
    blocked: 'blocked: somebody has to see to it',
};
/** What comes next, and when. */
function tellNext({ comesNext, nextPhase }) {
    if (comesNext === null)
        return 'Nothing comes next.';
    const { phase, notBefore } = comesNext;
    if (nextPhase !== null)
        return `Next: ${phase}, which can be done now.`;
    return notBefore === null
        ? `Next: ${phase}; when is not known yet.`
        : `Next: ${phase}, not before ${(0,time/* formatDate */.Yq)(notBefore)}.`;
}

;// CONCATENATED MODULE: ./build/src/report/rotation/rotation-summary.js





/** The job summary of a rotation: where it stands first, then what was done, what comes next, and the whole plan. */
function writeRotationSummary(report) {
    const { outcome, failure, provider, scope, phases, dryRun, origin } = report;
    const { decision, plan } = outcome;
    const parts = [
        `### CertOps: rotate · ${(0,inert/* inertMarkdown */.Ic)(provider, 100)}`,
        `Scope <code>${(0,inert/* inertMarkdown */.Ic)(scope, 300)}</code> · allowed phases: ${phases.join(', ')}${dryRun ? ' · **dry run: nothing was changed**' : ''}`,
    ];
    if (decision !== null) {
        parts.push(`**${stateWords[decision.state]}**`, (0,inert/* inertMarkdown */.Ic)(decision.reason, 1000), tellNext(decision));
    }
    if (failure !== null) {
        parts.push(`**Failed:** ${(0,summary/* writeLines */.x)(failure.message)}`, ...(failure.mend === null ? [] : [`**What to do:** ${(0,summary/* writeLines */.x)(failure.mend)}`]));
    }
    if (outcome.acts.length > 0) {
        parts.push('**Done in this run**', outcome.acts.map((act) => `- ${(0,inert/* inertMarkdown */.Ic)(act)}`).join('\n'));
    }
    parts.push(...outcome.warnings.map((warning) => `> ⚠️ ${(0,inert/* inertMarkdown */.Ic)(warning, 1000)}`));
    parts.push(...(decision?.remarks ?? []).map((remark) => `> ℹ️ ${(0,inert/* inertMarkdown */.Ic)(remark, 1000)}`));
    if (outcome.planned.length > 0) {
        const calls = outcome.planned.map((call) => `- <code>${(0,inert/* inertMarkdown */.Ic)((0,sentences/* describeCall */.GC)(call, origin), 400)}</code>`);
        parts.push('Would send:', calls.join('\n'));
    }
    if (decision !== null && decision.state !== 'not-due' && plan !== null)
        parts.push('#### Plan', writePlan(plan, decision, origin));
    return `${parts.join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./build/src/runner/outputs.js
var outputs = __webpack_require__(5002);
// EXTERNAL MODULE: ./build/src/runner/runner.js
var runner_runner = __webpack_require__(9380);
;// CONCATENATED MODULE: ./build/src/runner/publish-rotation.js










/**
 * Shows where a rotation stands and what was done: log, outputs, annotations, files, job summary. Files that cannot
 * be written keep nothing else from being shown.
 * @throws what kept the files or the summary from being written.
 */
async function publishRotation(report, deps, options) {
    const { runner, files } = deps;
    printOutcome(report, runner.info);
    setOutputs(report, runner);
    annotate(report, runner);
    const [written] = await Promise.allSettled([writeFiles(report, deps)]);
    if (files.directory !== null)
        runner.saveState(runner_runner/* STEP_DIRECTORY_STATE */.F, files.directory);
    if (options.summary)
        await runner.writeSummary(writeRotationSummary(report));
    if (written.status === 'rejected')
        throw written.reason;
}
function printOutcome({ outcome, origin }, info) {
    const { decision, acts, planned, changed } = outcome;
    for (const act of acts)
        info(`Done: ${act}`);
    for (const call of planned)
        info(`Would send: ${(0,sentences/* describeCall */.GC)(call, origin)}`);
    for (const remark of decision?.remarks ?? [])
        info(`Note: ${remark}`);
    if (decision !== null)
        info(`Rotation: ${stateWords[decision.state]}. ${tellNext(decision)}`);
    if (changed !== null)
        info(`Changed: ${changed ? 'yes' : 'no'}`);
}
function setOutputs(report, runner) {
    const { decision, plan, changed, adopted } = report.outcome;
    const set = (name, value) => {
        if (value !== null)
            runner.setOutput(name, String(value));
    };
    set('changed', changed);
    set('adopted', adopted);
    if (decision === null)
        return;
    const { judgements } = judgeParties(report);
    set('rotation-state', decision.state);
    set('next-phase', decision.nextPhase ?? 'none');
    set('previous-id', findPreviousId(decision));
    set('count', judgements.length);
    const { text, truncated } = (0,report_records/* writeWithin */.BP)(judgements.map(report_records/* toRecordWithoutPem */.fK), outputs/* CERTIFICATES_BYTES_AT_MOST */.lt);
    set('certificates', text);
    set('truncated', truncated);
    if (plan !== null) {
        set('plan', writePlan(plan, decision, report.origin));
        set('plan-digest', plan.digest);
    }
    const certificate = findSubject(decision);
    if (certificate === null)
        return;
    set('id', certificate.id);
    set('fingerprint', certificate.fingerprint);
    set('status', certificate.status);
    set('name', certificate.name);
    set('expires-on', certificate.notAfter === null ? null : (0,time/* formatDate */.Yq)(certificate.notAfter));
    set('days-left', judgements.find((one) => one.certificate === certificate)?.daysLeft ?? null);
    set('in-use', certificate.inUse);
}
/** A rotation has no expiry gate: only the days that are left are taken from it. */
function judgeParties({ outcome, now }) {
    const parties = outcome.decision === null ? [] : findParties(outcome.decision);
    return (0,expiry/* judge */.S4)(parties, { failWithin: null, warnWithin: null, onEmpty: 'ignore', counts: () => true }, now);
}
function annotate({ outcome, failure }, runner) {
    const { decision, warnings } = outcome;
    const title = 'CertOps: rotate';
    for (const message of warnings.slice(0, WARNINGS_AT_MOST)) {
        runner.annotate({ level: 'warning', title, message });
    }
    if (decision === null || failure !== null)
        return;
    const message = `${stateWords[decision.state]}. ${decision.reason} ${tellNext(decision)}`;
    runner.annotate({ level: 'notice', title, message });
}
/** The runner shows ten annotations of a level for a step. */
const WARNINGS_AT_MOST = 10;
async function writeFiles(report, { runner, files }) {
    const { decision } = report.outcome;
    if (decision === null)
        return;
    const write = async (output, name, content) => {
        runner.setOutput(output, await files.write(name, content));
    };
    const kept = report.outcome.keptFiles;
    const pem = findSubject(decision)?.pem ?? null;
    if (kept !== null) {
        runner.setOutput('private-key-path', kept.privateKeyPath);
        runner.setOutput('certificate-path', kept.certificatePath);
    }
    else if (pem !== null) {
        await write('certificate-path', 'certificate.pem', pem);
    }
    const records = judgeParties(report).judgements.map(report_records/* toRecord */.Lv);
    if (records.length > 0) {
        await write('certificates-path', 'certificates.json', `${JSON.stringify(records)}\n`);
    }
}

;// CONCATENATED MODULE: ./build/src/rotate-course.js







function openAccess({ deps }, token, transport) {
    const { runner, clock, sleep, random, network } = deps;
    const debug = (line) => {
        if (runner.isDebug)
            runner.debug(line);
    };
    return {
        token,
        environment: runner.environment,
        transport,
        deps: { clock, sleep, random, network, debug },
    };
}
/** One run of a rotation, which goes on over many. */
function createRotateCourse(tools) {
    const { deps, redactor, keepSecret } = tools;
    const progress = createRotationProgress();
    let request = null;
    let provider = null;
    function assembleReport(failure) {
        const name = request?.store.provider ?? deps.runner.inputs.provider ?? '';
        return {
            provider: name,
            scope: request?.store.scope ?? '',
            origin: provider?.origin ?? '',
            dryRun: request?.store.dryRun ?? false,
            phases: request?.phases ?? [],
            outcome: progress.outcome,
            failure: failure === null
                ? null
                : (0,report_failure/* explainFailure */.S)(failure, {
                    operation: 'rotate',
                    provider: name,
                    advise: (error) => provider?.advise(error) ?? null,
                    redact: redactor.redact,
                }),
            now: new Date(deps.clock.now()),
        };
    }
    return {
        async perform() {
            const asked = readRotationRequest(deps.runner.inputs, deps.runner.environment);
            const credentials = await (0,signing_key/* readSigningKey */.j)(asked.store.credentials, deps.files.read, keepSecret);
            request = { ...asked, store: { ...asked.store, credentials } };
            provider = await (0,src_opener/* createOpener */.o)(tools)(request.store);
            const access = (token) => openAccess(tools, token, asked.store.transport);
            for (const notice of provider.notices)
                progress.warn(notice);
            await rotate({
                request,
                provider,
                ledger: await deps.openLedger(access(request.githubToken)),
                gates: request.gateEnvironments.length === 0 ? null : await deps.openGates(access(request.githubToken)),
                secretStore: request.secret === null
                    ? null
                    : await deps.openSecretStore(access(request.secret.token), request.secret),
                probe: deps.probeServedCertificate,
                generateKey: deps.generateKey,
                clock: deps.clock,
                sleep: deps.sleep,
                log: (line) => deps.runner.info(redactor.redact(line)),
                progress,
                materials: {
                    read: deps.files.read,
                    write: deps.files.write,
                    mask: keepSecret,
                    readTrustedRoots: deps.readTrustedRoots,
                },
            });
        },
        async close() {
            await provider?.close();
        },
        conclude(failure) {
            const report = assembleReport(failure);
            return {
                failure: report.failure,
                verdict: null,
                verdictText: null,
                failJob: true,
                publish: () => publishRotation(report, deps, { summary: request?.store.summary ?? true }),
            };
        },
    };
}


/***/ })

};
