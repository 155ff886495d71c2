export const id = 586;
export const ids = [586];
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

/***/ 5586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeJunit: () => (/* binding */ writeJunit)
});

// EXTERNAL MODULE: ./build/src/report/audit/findings.js
var audit_findings = __webpack_require__(4500);
// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
// EXTERNAL MODULE: ./build/src/report/audit/plain-text.js
var plain_text = __webpack_require__(830);
;// CONCATENATED MODULE: ./build/src/report/audit/junit-cases.js



/** Whether the target could be read, then what else is held against it. */
function* toTargetCases(audited, groups) {
    const { target, state, count } = audited;
    const className = nameClass(audited.target);
    const findings = groups.ofTarget(target.name);
    const trouble = (0,plain_text/* describeTrouble */.LC)(audited);
    const ofReading = findings.filter(({ rule }) => rule === 'unreadable');
    yield {
        className,
        name: 'target is readable',
        ending: trouble === null ? 'passed' : 'error',
        type: trouble === null ? '' : state,
        message: trouble ?? '',
        lines: [
            ...(count === null ? [] : [`Certificates: ${count}`]),
            ...audited.remarks.map((remark) => `Remark: ${(0,plain_text/* plainText */.wh)(remark)}`),
            ...(trouble === null ? [] : ofReading.map(tellFinding)),
            ...tellContacts(target),
        ],
    };
    const others = trouble === null ? findings : findings.filter(({ rule }) => rule !== 'unreadable');
    for (const finding of others)
        yield toFindingCase(className, finding);
}
/** A finding that is of no certificate, as a case of its own. */
function toFindingCase(className, finding) {
    const fails = finding.verdict === 'fail';
    return {
        className,
        name: `${finding.rule}: ${(0,plain_text/* plainText */.wh)(finding.message)}`,
        ending: fails ? 'failure' : 'passed',
        type: fails ? finding.rule : '',
        message: fails ? (0,plain_text/* plainText */.wh)(finding.message) : '',
        lines: [tellFinding(finding)],
    };
}
/** A certificate that counts, or that a rule takes out; null for any other. */
function toCertificateCase(audited, groups) {
    const { certificate, target, ignoredBy } = audited;
    const findings = groups.ofCertificate(audited);
    const className = nameClass(target);
    const name = (0,plain_text/* nameUniquely */.Eq)(certificate);
    if (ignoredBy !== null && findings.length === 0) {
        const message = `ignored until ${(0,time/* formatDate */.Yq)(ignoredBy.until)}: ${(0,plain_text/* plainText */.wh)(ignoredBy.reason)}`;
        return { className, name, ending: 'skipped', type: '', message, lines: [] };
    }
    if (!(0,audit_findings/* isJudged */.sL)(audited) && findings.length === 0)
        return null;
    const fails = (0,audit_findings/* verdictOf */.Vj)(audited, findings) === 'fail';
    const worst = findings.find(({ verdict }) => verdict === 'fail');
    return {
        className,
        name,
        ending: fails ? 'failure' : 'passed',
        type: fails ? (worst?.rule ?? audited.severity) : '',
        message: fails ? (0,plain_text/* plainText */.wh)(worst?.message ?? audited.reason) : '',
        lines: [
            ...findings.map(tellFinding),
            ...(findings.length > 0 ? [] : [`State: ${audited.severity}: ${(0,plain_text/* plainText */.wh)(audited.reason)}`]),
            ...tell('Fingerprint', certificate.fingerprint),
            ...tell('Used by', audited.usedBy === null ? null : audited.usedBy.join(', ')),
            ...tellContacts(target),
            ...tell('Console', (0,plain_text/* webAddress */.Dy)(audited.consoleUrl)),
        ],
    };
}
/** Dashboards take dots for packages, and show them as folders. */
function nameClass({ provider, name }) {
    return `${provider}.${(0,plain_text/* plainText */.wh)(name, 200)}`;
}
function tellFinding({ rule, verdict, message, mend }) {
    const word = verdict === 'fail' ? 'Failure' : 'Warning';
    return `${word}: ${rule}: ${(0,plain_text/* endSentence */.H_)((0,plain_text/* plainText */.wh)(message, 1000))} ${(0,plain_text/* plainText */.wh)(mend, 1000)}`;
}
function tellContacts({ owner, runbook }) {
    return [...tell('Owner', owner), ...tell('Runbook', runbook)];
}
function tell(title, text) {
    return text === null || text === '' ? [] : [`${title}: ${(0,plain_text/* plainText */.wh)(text, 1000)}`];
}

;// CONCATENATED MODULE: ./build/src/report/audit/xml.js
// What XML 1.0 cannot hold, not even as a reference.
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** Text as XML 1.0 holds it, in an element or an attribute; characters that it cannot hold become `\ufffd`. */
function escapeXml(text) {
    return text.replace(ILLEGAL, '\ufffd').replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
/** A start tag without its `>` or `/>`. */
function openTag(name, attributes) {
    const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
    return `<${name}${pairs.join('')}`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/junit.js




/**
 * JUnit XML: a suite a target, a case a certificate that counts. `fail` is a failure, `warn` a case that
 * passes with a word in its output, an ignored certificate is skipped, a target that was not read an error.
 */
function* writeJunit(report) {
    const suites = gatherSuites(report);
    const tallies = suites.map(({ cases }) => tally(cases()));
    const seconds = report.at.toISOString().slice(0, 19);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `${openTag('testsuites', { name: 'CertOps audit', ...sum(tallies), time: 0 })}>\n`;
    for (const [index, { name, cases }] of suites.entries()) {
        const counts = tallies[index] ?? tally([]);
        yield `${openTag('testsuite', { name, ...counts, time: 0, timestamp: seconds })}>\n`;
        for (const testCase of cases())
            yield writeCase(testCase);
        yield '</testsuite>\n';
    }
    yield '</testsuites>\n';
}
/** Cases are made twice, to count and to write, rather than kept: there may be 100,000. */
function gatherSuites(report) {
    const groups = (0,audit_findings/* groupFindings */.kG)(report);
    const byTarget = new Map(report.targets.map(({ target }) => [target.name, []]));
    for (const certificate of report.certificates)
        byTarget.get(certificate.target.name)?.push(certificate);
    const ofTargets = report.targets.map((audited) => ({
        name: (0,plain_text/* plainText */.wh)(audited.target.name, 200),
        *cases() {
            yield* toTargetCases(audited, groups);
            for (const certificate of byTarget.get(audited.target.name) ?? []) {
                const testCase = toCertificateCase(certificate, groups);
                if (testCase !== null)
                    yield testCase;
            }
        },
    }));
    if (groups.ofAudit.length === 0)
        return ofTargets;
    const cases = () => groups.ofAudit.map((finding) => toFindingCase('audit', finding));
    return [{ name: 'audit', cases }, ...ofTargets];
}
function tally(cases) {
    const counts = { passed: 0, failure: 0, error: 0, skipped: 0 };
    let tests = 0;
    for (const { ending } of cases) {
        counts[ending] += 1;
        tests += 1;
    }
    return { tests, failures: counts.failure, errors: counts.error, skipped: counts.skipped };
}
function sum(tallies) {
    const total = (key) => tallies.reduce((count, one) => count + one[key], 0);
    return {
        tests: total('tests'),
        failures: total('failures'),
        errors: total('errors'),
        skipped: total('skipped'),
    };
}
function writeCase({ className, name, ending, type, message, lines }) {
    const head = openTag('testcase', { classname: className, name, time: 0 });
    const text = escapeXml(lines.join('\n'));
    if (ending === 'passed') {
        return text === '' ? `${head}/>\n` : `${head}><system-out>${text}</system-out></testcase>\n`;
    }
    if (ending === 'skipped')
        return `${head}>${openTag('skipped', { message })}/></testcase>\n`;
    return `${head}>${openTag(ending, { message, type })}>${text}</${ending}></testcase>\n`;
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


/***/ })

};
