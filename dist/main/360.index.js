export const id = 360;
export const ids = [360];
export const modules = {

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

/***/ 6360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeJson: () => (/* binding */ writeJson)
/* harmony export */ });
/* harmony import */ var _certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2178);
/* harmony import */ var _certificate_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4188);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4500);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9922);




/** Version of docs/audit-report.schema.json. It rises when a reader of the version before could fail. */
const SCHEMA_VERSION = 1;
/** The report as one JSON document that docs/audit-report.schema.json describes, one certificate a line. */
function* writeJson(report) {
    const groups = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .groupFindings */ .kG)(report);
    const indexes = new Map(report.certificates.map((certificate, index) => [certificate, index]));
    const head = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toJsonText */ .j)({
        schemaVersion: SCHEMA_VERSION,
        at: (0,_certificate_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(report.at),
        tool: { name: 'CertOps', version: report.version },
        verdict: report.verdict,
        failJob: report.failJob,
        complete: report.isComplete,
        counts: toCounts(report),
        workload: {
            leaves: report.workload.leaves,
            now: report.workload.now,
            atMost: report.workload.atMost.map(({ days, since, rotations }) => ({ days, since, rotations })),
        },
        run: report.run === null
            ? null
            : { repository: report.run.repository, workflow: report.run.workflow, url: report.run.url },
    });
    yield head.slice(0, -1);
    yield ',\n"targets":[';
    yield* (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .writeItems */ .E)(mapEach(report.targets, toTarget));
    yield '\n],\n"certificates":[';
    yield* (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .writeItems */ .E)(mapEach(report.certificates, (certificate) => toCertificate(certificate, groups.ofCertificate(certificate))));
    yield '\n],\n"findings":[';
    yield* (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .writeItems */ .E)(mapEach(report.findings, (finding) => toFinding(finding, indexes)));
    yield '\n]}\n';
}
function* mapEach(items, map) {
    for (const item of items)
        yield map(item);
}
function toCounts({ counts }) {
    return {
        count: counts.count,
        judged: counts.judged,
        expiring: counts.expiring,
        critical: counts.critical,
        expired: counts.expired,
        undated: counts.undated,
        dormant: counts.dormant,
        pending: counts.pending,
        ignored: counts.ignored,
        targets: counts.targets,
        unreadable: counts.unreadable,
    };
}
/** Field by field: a target holds credentials too. */
function toTarget({ target, state, trouble, count, credentialExpiresOn, remarks }) {
    return {
        name: target.name,
        provider: target.provider,
        scope: target.scope,
        microtenantId: target.microtenantId,
        view: target.view,
        state,
        trouble: trouble === null ? null : { message: trouble.message, mend: trouble.mend },
        count,
        credentialExpiresOn: formatOptional(credentialExpiresOn),
        failWithin: formatWithin(target.failWithin),
        warnWithin: formatWithin(target.warnWithin),
        statuses: target.filter.statuses,
        types: target.types,
        onlyInUse: target.onlyInUse,
        owner: target.owner,
        runbook: target.runbook,
        remarks,
    };
}
function toCertificate(audited, findings) {
    const { certificate, key, ignoredBy } = audited;
    return {
        target: audited.target.name,
        provider: certificate.provider,
        scope: certificate.scope,
        id: certificate.id,
        name: certificate.name,
        status: certificate.status,
        fingerprint: certificate.fingerprint,
        subject: certificate.subject,
        issuer: certificate.issuer,
        serialNumber: certificate.serialNumber,
        sans: certificate.sans,
        notBefore: formatOptional(certificate.notBefore),
        notAfter: formatOptional(certificate.notAfter),
        createdAt: formatOptional(certificate.createdAt),
        updatedAt: formatOptional(certificate.updatedAt),
        inUse: certificate.inUse,
        type: certificate.type,
        contradictions: certificate.contradictions,
        standing: audited.standing,
        severity: audited.severity,
        verdict: (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(audited, findings),
        daysLeft: audited.daysLeft,
        reason: audited.reason,
        renewOn: formatOptional(audited.renewOn),
        rules: (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOf */ .fD)(findings),
        key: key === null
            ? null
            : {
                kind: key.kind,
                bits: key.bits,
                publicKeySha256: key.publicKeySha256,
                signatureAlgorithm: key.signatureAlgorithm,
                isCa: key.isCa,
                isSelfIssued: key.isSelfIssued,
            },
        usedBy: audited.usedBy,
        ignored: ignoredBy === null ? null : { reason: ignoredBy.reason, until: (0,_certificate_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(ignoredBy.until) },
        consoleUrl: audited.consoleUrl,
    };
}
function toFinding({ rule, verdict, message, mend, target, certificate }, indexes) {
    return {
        rule,
        verdict,
        message,
        mend,
        target,
        certificate: certificate === null
            ? null
            : {
                index: indexes.get(certificate) ?? null,
                id: certificate.certificate.id,
                name: certificate.certificate.name,
                fingerprint: certificate.certificate.fingerprint,
            },
    };
}
function formatOptional(date) {
    return date === null ? null : (0,_certificate_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(date);
}
function formatWithin(threshold) {
    return threshold === null ? null : (0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .formatThreshold */ .B6)(threshold);
}


/***/ })

};
