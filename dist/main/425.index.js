export const id = 425;
export const ids = [425];
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

/***/ 4500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   kG: () => (/* binding */ groupFindings),
/* harmony export */   sL: () => (/* binding */ isJudged)
/* harmony export */ });
/* harmony import */ var _certificate_expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);

const NONE = [];
/** Groups a report's findings, so that each is told once and none is lost. */
function groupFindings({ findings, targets }) {
    const byCertificate = new Map();
    const byTarget = new Map(targets.map(({ target }) => [target.name, []]));
    const ofAudit = [];
    for (const finding of findings) {
        if (finding.certificate !== null) {
            const known = byCertificate.get(finding.certificate);
            if (known === undefined)
                byCertificate.set(finding.certificate, [finding]);
            else
                known.push(finding);
        }
        else {
            const ofTarget = finding.target === null ? undefined : byTarget.get(finding.target);
            (ofTarget ?? ofAudit).push(finding);
        }
    }
    return {
        ofCertificate: (certificate) => byCertificate.get(certificate) ?? NONE,
        ofTarget: (name) => byTarget.get(name) ?? NONE,
        ofAudit,
    };
}
/** What a certificate adds to the verdict by its dates and all findings together; null where it adds nothing. */
function verdictOf({ contribution }, findings) {
    if (findings.length === 0)
        return contribution;
    return (0,_certificate_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOf */ .hm)([contribution ?? 'ok', ...findings.map(({ verdict }) => verdict)]);
}
/** Each finding's rule, once. */
function rulesOf(findings) {
    return [...new Set(findings.map(({ rule }) => rule))];
}
/** Whether a certificate counts in the verdict and no rule takes it out. */
function isJudged({ standing, ignoredBy }) {
    return standing === 'counted' && ignoredBy === null;
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

/***/ 5425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writePrometheus: () => (/* binding */ writePrometheus)
});

// EXTERNAL MODULE: ./build/src/report/audit/occurrences.js
var occurrences = __webpack_require__(3450);
// EXTERNAL MODULE: ./build/src/report/audit/plain-text.js
var plain_text = __webpack_require__(830);
// EXTERNAL MODULE: ./build/src/report/audit/findings.js
var findings = __webpack_require__(4500);
;// CONCATENATED MODULE: ./build/src/report/audit/prometheus-text.js
/** A gauge in Prometheus' text format: its help, then every series; nothing where there is none. */
function* writeGauge(name, help, samples) {
    let begun = false;
    for (const { labels, value } of samples) {
        if (!begun)
            yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
        begun = true;
        yield `${name}${writeLabels(labels)} ${value}\n`;
    }
}
const SPECIAL = /[\\"\n]/;
/** Labels in braces, without the empty ones; empty where there are none. */
function writeLabels(labels) {
    let pairs = '';
    for (const label in labels) {
        const value = labels[label] ?? '';
        if (value === '')
            continue;
        const escaped = SPECIAL.test(value) ? escapeValue(value) : value;
        pairs += `${pairs === '' ? '{' : ','}${label}="${escaped}"`;
    }
    return pairs === '' ? '' : `${pairs}}`;
}
function escapeValue(value) {
    return value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}
/** The labels of the first that has them as they are; of every further one with `occurrence`, so that no two are the same. */
function markOccurrence(labels, occurrence) {
    return occurrence === 1 ? labels : { ...labels, occurrence: String(occurrence) };
}

;// CONCATENATED MODULE: ./build/src/report/audit/prometheus-certificates.js




const GAUGES = [
    {
        name: 'certops_certificate_not_after_timestamp_seconds',
        help: 'End of validity.',
        measure: ({ certificate }) => toSeconds(certificate.notAfter),
    },
    {
        name: 'certops_certificate_not_before_timestamp_seconds',
        help: 'Begin of validity.',
        measure: ({ certificate }) => toSeconds(certificate.notBefore),
    },
    {
        name: 'certops_certificate_renew_timestamp_seconds',
        help: 'When to renew: the begin of its warn window.',
        measure: ({ renewOn }) => toSeconds(renewOn),
    },
    {
        name: 'certops_certificate_severity',
        help: 'Severity of the certificate, as a label; always 1.',
        measure: () => 1,
        moreLabels: ({ severity }) => ({ severity }),
    },
    {
        name: 'certops_certificate_info',
        help: 'What is known of the certificate, as labels; always 1.',
        measure: () => 1,
        moreLabels: ({ certificate, target }) => ({
            provider: (0,plain_text/* plainText */.wh)(certificate.provider),
            scope: (0,plain_text/* plainText */.wh)(certificate.scope),
            status: (0,plain_text/* plainText */.wh)(certificate.status ?? ''),
            type: (0,plain_text/* plainText */.wh)(certificate.type ?? ''),
            in_use: certificate.inUse === null ? '' : String(certificate.inUse),
            subject: (0,plain_text/* plainText */.wh)(certificate.subject ?? ''),
            issuer: (0,plain_text/* plainText */.wh)(certificate.issuer ?? ''),
            serial_number: (0,plain_text/* plainText */.wh)(certificate.serialNumber ?? ''),
            owner: (0,plain_text/* plainText */.wh)(target.owner ?? ''),
        }),
    },
];
/**
 * The series of certificates that count and are not ignored, so that an alert needs no filter. No two are the
 * same: those that could not be told apart bear the label `occurrence`.
 */
function* writeCertificateGauges({ certificates }) {
    const judged = certificates.filter(findings/* isJudged */.sL);
    const occurrences = numberOccurrences(judged);
    for (const { name, help, measure, moreLabels } of GAUGES) {
        yield* writeGauge(name, help, samplesOf(judged, occurrences, measure, moreLabels));
    }
}
function* samplesOf(judged, occurrences, measure, moreLabels) {
    for (const [index, audited] of judged.entries()) {
        const value = measure(audited);
        if (value === null)
            continue;
        const labels = markOccurrence(toIdentityLabels(audited), occurrences[index] ?? 1);
        yield { labels: { ...labels, ...moreLabels?.(audited) }, value };
    }
}
/** For each certificate how many before it, itself among them, have its labels. */
function numberOccurrences(judged) {
    const count = (0,occurrences/* countOccurrences */.W)();
    return Uint32Array.from(judged, (audited) => count(writeLabels(toIdentityLabels(audited))));
}
function toIdentityLabels({ certificate, target }) {
    return {
        target: (0,plain_text/* plainText */.wh)(target.name),
        id: (0,plain_text/* plainText */.wh)(certificate.id ?? ''),
        name: (0,plain_text/* plainText */.wh)(certificate.name ?? ''),
        fingerprint: (0,plain_text/* plainText */.wh)(certificate.fingerprint ?? ''),
    };
}
function toSeconds(date) {
    return date === null ? null : date.getTime() / 1000;
}

;// CONCATENATED MODULE: ./build/src/report/audit/prometheus.js




const VERDICTS = ['ok', 'warn', 'fail'];
/**
 * Gauges in Prometheus' text format, as node_exporter's textfile collector reads them. Times are seconds since
 * 1970. Certificates that count have series of their own; every one is in `certops_certificates`.
 */
function* writePrometheus(report) {
    yield* writeGauge('certops_build_info', 'Version of CertOps that audited; always 1.', [
        { labels: { version: (0,plain_text/* plainText */.wh)(report.version) }, value: 1 },
    ]);
    yield* writeGauge('certops_audit_timestamp_seconds', 'When the audit was judged.', [
        { labels: {}, value: report.at.getTime() / 1000 },
    ]);
    yield* writeGauge('certops_audit_verdict', 'Verdict of the audit: 1 for the one that holds, 0 for the others.', VERDICTS.map((verdict) => ({ labels: { verdict }, value: verdict === report.verdict ? 1 : 0 })));
    yield* writeGauge('certops_audit_complete', 'Whether every target could be read.', [
        { labels: {}, value: report.isComplete ? 1 : 0 },
    ]);
    yield* writeTargetGauges(report);
    yield* writeGauge('certops_findings', 'Findings by target and rule; without a target those of the audit as a whole.', countAlike(labelFindings(report)));
    yield* writeGauge('certops_certificates', 'Certificates by target, standing and severity.', countAlike(labelCertificates(report)));
    yield* writeCertificateGauges(report);
}
function* writeTargetGauges({ targets }) {
    const count = (0,occurrences/* countOccurrences */.W)();
    const named = targets.map((audited) => {
        const labels = {
            target: (0,plain_text/* plainText */.wh)(audited.target.name),
            provider: audited.target.provider,
            scope: (0,plain_text/* plainText */.wh)(audited.target.scope),
        };
        return { audited, labels: markOccurrence(labels, count(writeLabels(labels))) };
    });
    yield* writeGauge('certops_target_up', 'Whether the target could be read.', named.map(({ audited, labels }) => ({ labels, value: audited.state === 'read' ? 1 : 0 })));
    yield* writeGauge('certops_target_certificates', 'Certificates that the target holds, where it could be read.', named.flatMap(({ audited: { count }, labels }) => (count === null ? [] : [{ labels, value: count }])));
    yield* writeGauge('certops_target_credential_not_after_timestamp_seconds', 'End of the credential that the target is read with, where the vendor tells.', named.flatMap(({ audited: { credentialExpiresOn }, labels }) => credentialExpiresOn === null ? [] : [{ labels, value: credentialExpiresOn.getTime() / 1000 }]));
}
function* labelFindings({ findings }) {
    for (const { target, rule, verdict } of findings)
        yield { target: (0,plain_text/* plainText */.wh)(target ?? ''), rule, verdict };
}
function* labelCertificates({ certificates }) {
    for (const { target, standing, severity } of certificates) {
        yield { target: (0,plain_text/* plainText */.wh)(target.name), standing, severity };
    }
}
function countAlike(labelSets) {
    const samples = new Map();
    for (const labels of labelSets) {
        const key = writeLabels(labels);
        const sample = samples.get(key);
        if (sample === undefined)
            samples.set(key, { labels, value: 1 });
        else
            sample.value += 1;
    }
    return [...samples.values()];
}


/***/ })

};
