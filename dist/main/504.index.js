export const id = 504;
export const ids = [504];
export const modules = {

/***/ 7163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ digestText),
/* harmony export */   l: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * Names one certificate of one store, the same in every audit: by its fingerprint, or else its id, or else by
 * what its names say. Nothing in it changes with the days. It is no text for people.
 */
function identify(certificate) {
    const { provider, scope, fingerprint, id, name, subject, serialNumber } = certificate;
    const own = fingerprint !== null
        ? ['fingerprint', fingerprint]
        : id !== null
            ? ['id', id]
            : ['names', name, subject, serialNumber];
    return JSON.stringify([provider, scope, ...own]);
}
/** The first 128 bits of a text's SHA-256, as 32 lower-case hex digits: a short name for it. */
function digestText(text) {
    // Not cut from the whole digest, which a part of it would keep in memory.
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text, 'buffer').toString('hex', 0, 16);
}


/***/ }),

/***/ 9922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ writeItems),
/* harmony export */   j: () => (/* binding */ toJsonText)
/* harmony export */ });
// They change what an editor or a terminal shows, or what the runner does, and JSON lets them stand as they are.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]|(?<=#)#(?=\[)/gu;
/**
 * A value as JSON on one line, of which nothing hides, and nothing is a command to a runner that prints it: what
 * would be is written `\uXXXX`, which reads as the same value.
 */
function toJsonText(value) {
    return JSON.stringify(value).replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The items of a JSON array, one a line. */
function* writeItems(items) {
    let separator = '\n';
    for (const item of items) {
        yield separator + toJsonText(item);
        separator = ',\n';
    }
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ countOccurrences)
/* harmony export */ });
/* harmony import */ var _certificate_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7163);

/** A digest is shorter to keep than a longer key: an audit may have 100,000. */
const LONGEST_KEPT = 32;
/** Counts how often each key has come: 1 for the first. Tells apart what would else have one name. */
function countOccurrences() {
    const counts = new Map();
    return (text) => {
        const key = text.length > LONGEST_KEPT ? (0,_certificate_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .digestText */ .M)(text) : text;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count;
    };
}


/***/ }),

/***/ 830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   Eq: () => (/* binding */ nameUniquely),
/* harmony export */   H_: () => (/* binding */ endSentence),
/* harmony export */   LC: () => (/* binding */ describeTrouble),
/* harmony export */   Zq: () => (/* binding */ nameCertificate),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8212);

/**
 * One line of well-formed Unicode without control characters, cut to a length. The runner's old mark of a
 * command, which it heeds anywhere in a line, is parted; its new one counts at a line's start only.
 */
function plainText(text, maximumLength = 500) {
    // A cut can part a surrogate pair, so the halves are mended last.
    return (0,_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .inertText */ .UJ)(text, maximumLength).toWellFormed().replaceAll('##[', '# #[');
}
/** What people call a certificate. */
function nameCertificate({ name, id, fingerprint }) {
    return plainText(name ?? id ?? fingerprint ?? 'certificate without a name', 200);
}
/** A name that is told apart from others of the same name. */
function nameUniquely(certificate) {
    const { name, id, fingerprint } = certificate;
    const mark = name === null ? null : (id ?? fingerprint);
    const text = nameCertificate(certificate);
    return mark === null ? text : `${text} (${plainText(mark, 200)})`;
}
/** An address that a reader may follow; null for anything but http and https, with a password in it or broken. */
function webAddress(text) {
    if (text === null || text === undefined || !URL.canParse(text))
        return null;
    const url = new URL(text);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.username === '' && url.password === '' ? url.href : null;
}
/** Why a target could not be read, in one line; null where it could. */
function describeTrouble({ state, trouble }) {
    if (state === 'read')
        return null;
    if (trouble === null)
        return state;
    return plainText(trouble.mend === null ? trouble.message : `${trouble.message} ${trouble.mend}`, 2000);
}
/** A sentence of a clause or a sentence: a full stop is added where none ends it. */
function endSentence(text) {
    return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}


/***/ }),

/***/ 1504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeSarif: () => (/* binding */ writeSarif)
});

// EXTERNAL MODULE: ./build/src/certificate/identity.js
var identity = __webpack_require__(7163);
// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
;// CONCATENATED MODULE: ./build/src/operations/audit/audit-report.js
/** What a finding is of; a stable word that reports and machines tell findings apart by. */
const findingRules = [
    'expired',
    'critical',
    'expiring',
    'not-yet-valid',
    'unknown-date',
    'expired-in-use',
    'no-successor',
    'contradiction',
    'weak-key',
    'weak-signature',
    'shared-key',
    'ended-ignore',
    'credential-expiring',
    'unreadable',
    'empty',
];

// EXTERNAL MODULE: ./build/src/report/audit/json-text.js
var json_text = __webpack_require__(9922);
// EXTERNAL MODULE: ./build/src/report/audit/occurrences.js
var occurrences = __webpack_require__(3450);
// EXTERNAL MODULE: ./build/src/report/audit/plain-text.js
var plain_text = __webpack_require__(830);
;// CONCATENATED MODULE: ./build/src/report/audit/sarif-rules.js
/** What every rule is about; a new rule does not type-check before it is told of here. */
const RULE_FACTS = {
    expired: {
        name: 'CertificateExpired',
        short: 'A certificate has expired.',
        full: 'The certificate is past its end of validity and is still kept as one that counts. Whoever meets it refuses the connection.',
        mend: 'Replace it, or delete it where nothing needs it.',
        level: 'error',
        securitySeverity: 8.5,
        tags: ['expiry'],
    },
    critical: {
        name: 'CertificateExpiresWithinFailWindow',
        short: 'A certificate expires within fail-within.',
        full: 'The time left is within the window in which the audit fails. Connections will be refused soon.',
        mend: 'Renew it now.',
        level: 'error',
        securitySeverity: 7.5,
        tags: ['expiry'],
    },
    expiring: {
        name: 'CertificateExpiresWithinWarnWindow',
        short: 'A certificate expires within warn-within.',
        full: 'The time left is within the window in which the audit warns: it is time to renew.',
        mend: 'Renew it before it enters fail-within.',
        level: 'warning',
        securitySeverity: 4,
        tags: ['expiry'],
    },
    'not-yet-valid': {
        name: 'CertificateNotYetValid',
        short: 'A certificate is not valid yet.',
        full: 'Its validity begins in the future. Whoever meets it before then refuses the connection.',
        mend: 'Do not let it serve before its notBefore; check the clock of whoever issued it.',
        level: 'warning',
        securitySeverity: 5,
        tags: ['expiry'],
    },
    'unknown-date': {
        name: 'CertificateWithoutReadableDate',
        short: 'When a certificate ends cannot be told.',
        full: 'Its dates are missing, cannot be read, or cannot be judged by the thresholds, so nobody would notice its end.',
        mend: 'Look at it at the vendor, and replace it where its dates are broken.',
        level: 'error',
        securitySeverity: 6,
        tags: ['expiry'],
    },
    'expired-in-use': {
        name: 'ExpiredCertificateInUse',
        short: 'An expired certificate still serves, or something still refers to it.',
        full: 'Whoever connects to what uses it meets an expired certificate: people are refused, or taught to click warnings away.',
        mend: 'Point what uses it at a valid certificate.',
        level: 'error',
        securitySeverity: 9.1,
        tags: ['expiry', 'in-use'],
    },
    'no-successor': {
        name: 'CertificateInUseWithoutSuccessor',
        short: 'A certificate in use is about to end, and none is there to take over.',
        full: 'Its successor has to be made, and has to reach every device, before it ends.',
        mend: 'Make its successor now.',
        level: 'error',
        securitySeverity: 7,
        tags: ['expiry', 'in-use'],
    },
    contradiction: {
        name: 'VendorContradictsCertificate',
        short: "The vendor's own fields contradict the certificate.",
        full: 'What the API says of the certificate is not what the certificate itself says. The certificate is believed.',
        mend: "Trust the certificate's own dates, and tell the vendor.",
        level: 'warning',
        securitySeverity: 4,
        tags: ['integrity'],
    },
    'weak-key': {
        name: 'WeakKey',
        short: "A certificate's key is too weak.",
        full: 'The key is of a kind or length that is no longer considered safe; who breaks it can pose as its owner.',
        mend: 'Replace the certificate with one of a stronger key, such as ecdsa-p256 or rsa-3072.',
        level: 'error',
        securitySeverity: 8.1,
        tags: ['cryptography', 'external/cwe/cwe-326'],
    },
    'weak-signature': {
        name: 'WeakSignature',
        short: 'A certificate is signed with a broken algorithm.',
        full: 'Signatures of this algorithm can be forged, so another certificate could pass for this one.',
        mend: 'Have it issued anew, signed with SHA-256 or better.',
        level: 'error',
        securitySeverity: 8.1,
        tags: ['cryptography', 'external/cwe/cwe-328'],
    },
    'shared-key': {
        name: 'KeySharedByCertificates',
        short: 'Several certificates have one key.',
        full: 'Who gets hold of the key has all of them at once, and renewing one of them does not make the key new.',
        mend: 'Give every certificate a key of its own.',
        level: 'warning',
        securitySeverity: 5,
        tags: ['cryptography'],
    },
    'ended-ignore': {
        name: 'IgnoreRuleEnded',
        short: 'A rule that ignores certificates has ended.',
        full: 'The day that the exception was agreed to has passed. Its certificates count again.',
        mend: 'Delete the rule, or agree on a new day.',
        level: 'warning',
        securitySeverity: 3,
        tags: ['configuration'],
    },
    'credential-expiring': {
        name: 'CredentialExpires',
        short: 'The credential that the audit reads with is about to end.',
        full: 'Once it has ended the audit sees nothing of this target any more.',
        mend: 'Make a new credential and store it where the audit finds it.',
        level: 'warning',
        securitySeverity: 5,
        tags: ['expiry', 'credential'],
    },
    unreadable: {
        name: 'TargetUnreadable',
        short: 'A target could not be read.',
        full: 'Nothing is known of its certificates; any of them may have expired.',
        mend: 'Mend what the message says, and run the audit again.',
        level: 'error',
        securitySeverity: 7,
        tags: ['coverage'],
    },
    empty: {
        name: 'NothingToAudit',
        short: 'No certificate was found.',
        full: 'An audit that sees nothing passes for a good one: a wrong scope or a missing permission looks the same.',
        mend: 'Check scopes and permissions; where there truly is nothing, set on-empty to ignore.',
        level: 'error',
        securitySeverity: 6,
        tags: ['coverage'],
    },
};
/** A rule as a SARIF reportingDescriptor. */
function toReportingDescriptor(id) {
    const { name, short, full, mend, level, securitySeverity, tags } = RULE_FACTS[id];
    return {
        id,
        name,
        shortDescription: { text: short },
        fullDescription: { text: full },
        help: { text: `${full} ${mend}`, markdown: `${full}\n\n**What to do:** ${mend}` },
        defaultConfiguration: { level },
        properties: {
            tags: ['security', 'certificate', ...tags],
            precision: 'very-high',
            'problem.severity': level,
            'security-severity': securitySeverity.toFixed(1),
        },
    };
}

;// CONCATENATED MODULE: ./build/src/report/audit/sarif.js







/** GitHub keeps no more of a run; which ones it keeps is better said here. */
const RESULTS_AT_MOST = 5000;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/**
 * The findings as SARIF 2.1.0 for code scanning, the most urgent 5,000 at most.
 *
 * Ignored certificates have no result: code scanning does not heed `suppressions` and would open an alert.
 * No `automationDetails` is given: upload-sarif would keep it, and with it two audits of one workflow (a
 * matrix) would overwrite each other; without it the upload's `category`, or its job, tells them apart.
 */
function* writeSarif(report) {
    yield `{"$schema":${(0,json_text/* toJsonText */.j)(SCHEMA)},"version":"2.1.0","runs":[{"tool":${(0,json_text/* toJsonText */.j)(toTool(report))},`;
    yield `\n"invocations":[${(0,json_text/* toJsonText */.j)(toInvocation(report))}],"columnKind":"utf16CodeUnits",`;
    yield '\n"results":[';
    yield* (0,json_text/* writeItems */.E)(toResults(report));
    yield '\n]}]}\n';
}
function toTool({ version }) {
    return {
        driver: {
            name: 'CertOps',
            semanticVersion: version,
            // Every rule, found or not: a tool's rules change with its version, not with what it sees.
            rules: findingRules.map(toReportingDescriptor),
        },
    };
}
function toInvocation({ at, isComplete, counts, findings }) {
    const notes = [];
    if (findings.length > RESULTS_AT_MOST) {
        notes.push(`These are the ${RESULTS_AT_MOST} most urgent of ${findings.length} findings; code scanning takes no more. The JSON and CSV reports hold them all.`);
    }
    if (!isComplete) {
        notes.push(`${counts.unreadable} of ${counts.targets} targets could not be read. Nothing is said here of their certificates.`);
    }
    return {
        executionSuccessful: isComplete,
        endTimeUtc: (0,time/* formatDate */.Yq)(at),
        toolExecutionNotifications: notes.map((text) => ({ level: 'warning', message: { text } })),
    };
}
function* toResults({ findings }) {
    const count = (0,occurrences/* countOccurrences */.W)();
    for (const finding of findings.slice(0, RESULTS_AT_MOST)) {
        const identity = identifyFinding(finding);
        yield toResult(finding, `${identity}:${count(identity)}`);
    }
}
function toResult(finding, fingerprint) {
    const { rule, verdict, target, certificate } = finding;
    return {
        ruleId: rule,
        ruleIndex: findingRules.indexOf(rule),
        level: verdict === 'fail' ? 'error' : 'warning',
        message: { text: describe(finding) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: locate(target) },
                    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
                },
                ...(certificate === null
                    ? {}
                    : {
                        logicalLocations: [
                            {
                                name: (0,plain_text/* nameCertificate */.Zq)(certificate.certificate),
                                fullyQualifiedName: `${(0,plain_text/* plainText */.wh)(certificate.target.name, 200)}/${(0,plain_text/* nameUniquely */.Eq)(certificate.certificate)}`,
                                kind: 'resource',
                            },
                        ],
                    }),
            },
        ],
        // The one name that code scanning reads.
        partialFingerprints: { primaryLocationLineHash: fingerprint },
        ...(certificate === null
            ? {}
            : {
                properties: {
                    provider: certificate.certificate.provider,
                    scope: certificate.certificate.scope,
                    id: certificate.certificate.id,
                    fingerprint: certificate.certificate.fingerprint,
                    notAfter: certificate.certificate.notAfter === null ? null : (0,time/* formatDate */.Yq)(certificate.certificate.notAfter),
                    owner: certificate.target.owner,
                    runbook: certificate.target.runbook,
                    consoleUrl: certificate.consoleUrl,
                },
            }),
    };
}
/** The same in every audit for one rule and one certificate: neither dates nor messages are in it. */
function identifyFinding({ rule, target, certificate }) {
    const of = certificate === null ? '' : (0,identity/* identify */.l)(certificate.certificate);
    return (0,identity/* digestText */.M)(JSON.stringify([rule, target, of]));
}
/**
 * Code scanning wants a file, and a certificate store has none. A path that no repository holds keeps
 * upload-sarif from putting the hash of some line in the fingerprint's place, and is shown in the alert.
 */
function locate(target) {
    if (target === null)
        return 'certops';
    const name = (0,plain_text/* plainText */.wh)(target, 200);
    return `certops/${encodeURIComponent(/^\.{0,2}$/.test(name) ? `${name}_` : name)}`;
}
/** What and where first: a list of alerts shows the first sentence only. */
function describe({ message, mend, target, certificate }) {
    const place = target === null ? 'The audit' : `target ${(0,plain_text/* plainText */.wh)(target, 200)}`;
    const subject = certificate === null
        ? capitalise(place)
        : `Certificate ${(0,plain_text/* nameUniquely */.Eq)(certificate.certificate)} of ${place}`;
    const sentences = [
        `${subject}: ${(0,plain_text/* endSentence */.H_)((0,plain_text/* plainText */.wh)(message, 1000))}`,
        (0,plain_text/* endSentence */.H_)((0,plain_text/* plainText */.wh)(mend, 1000)),
        (0,plain_text/* endSentence */.H_)(tellDetail('Owner', certificate?.target.owner)),
        tellDetail('Runbook', certificate?.target.runbook),
        tellDetail('Console', (0,plain_text/* webAddress */.Dy)(certificate?.consoleUrl)),
    ];
    return withoutMarkup(sentences.filter((sentence) => sentence !== '').join(' '));
}
function tellDetail(title, text) {
    return text === null || text === undefined ? '' : `${title}: ${(0,plain_text/* plainText */.wh)(text)}`;
}
/** SARIF reads `[text](address)` and `{0}` in a message; a vendor's text must be neither. */
function withoutMarkup(text) {
    return text.replaceAll('](', '] (').replace(/\{(?=\d)/g, '{ ');
}
function capitalise(text) {
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}


/***/ })

};
