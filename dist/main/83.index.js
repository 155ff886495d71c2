export const id = 83;
export const ids = [83];
export const modules = {

/***/ 83:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAuditCourse: () => (/* binding */ createAuditCourse)
});

// EXTERNAL MODULE: ./build/src/certificate/expiry.js
var expiry = __webpack_require__(3198);
// EXTERNAL MODULE: ./build/src/operations/outcome.js
var outcome = __webpack_require__(452);
// EXTERNAL MODULE: ./build/src/report/failure.js
var report_failure = __webpack_require__(1522);
;// CONCATENATED MODULE: ./build/src/failure-report.js



/** What a step has to tell that failed before there was anything to tell but that. */
function createFailureReport(failure, { deps, redactor }) {
    const { inputs } = deps.runner;
    const operation = inputs.operation ?? '';
    const gate = { failWithin: null, warnWithin: null, failJob: true, onEmpty: 'fail' };
    return {
        operation,
        provider: inputs.provider ?? '',
        scope: '',
        origin: '',
        dryRun: false,
        outcome: (0,outcome/* createProgress */.m)().outcome,
        judged: (0,expiry/* judge */.S4)([], { ...gate, counts: () => true }, new Date(deps.clock.now())),
        gate,
        failure: (0,report_failure/* explainFailure */.S)(failure, {
            operation,
            provider: inputs.provider || 'its targets',
            advise: () => null,
            redact: redactor.redact,
        }),
    };
}

// EXTERNAL MODULE: ./build/src/interface/credentials.js + 2 modules
var credentials = __webpack_require__(4312);
// EXTERNAL MODULE: ./build/src/interface/input-error.js
var input_error = __webpack_require__(838);
// EXTERNAL MODULE: ./build/src/interface/input-notes.js
var input_notes = __webpack_require__(2233);
// EXTERNAL MODULE: ./build/src/interface/inputs.js
var interface_inputs = __webpack_require__(2540);
// EXTERNAL MODULE: ./build/src/interface/material-text.js
var material_text = __webpack_require__(3470);
// EXTERNAL MODULE: ./build/src/interface/parse-inputs.js
var parse_inputs = __webpack_require__(1726);
// EXTERNAL MODULE: ./build/src/interface/request.js
var request = __webpack_require__(6444);
// EXTERNAL MODULE: ./build/src/interface/request-rules.js
var request_rules = __webpack_require__(2018);
// EXTERNAL MODULE: ./build/src/interface/store.js
var interface_store = __webpack_require__(3984);
// EXTERNAL MODULE: ./build/src/interface/words.js
var words = __webpack_require__(5268);
;// CONCATENATED MODULE: ./build/src/interface/targets/beside-targets.js

/** What serves in each target in place of an input that is of one store only. */
const insteadOf = {
    provider: 'provider',
    'account-id': 'account-id',
    'zone-id': 'zone-id',
    'customer-id': 'customer-id',
    'microtenant-id': 'microtenant-id',
    cloud: 'cloud',
    'vanity-domain': 'vanity-domain',
    'api-token': 'api-token-env',
    'api-email': 'api-email-env',
    'api-key': 'api-key-env',
    'client-id': 'client-id-env',
    'client-secret': 'client-secret-env',
    'client-private-key': 'client-private-key-env',
    status: 'statuses',
    'in-use': 'only-in-use',
    search: 'search',
    'page-size': 'page-size',
    view: 'view',
};
/** Inputs that would have no effect beside targets, since each target says for itself. */
function findInputsBesideTargets(raw) {
    return Object.entries(insteadOf)
        .filter(([name]) => (raw[name] ?? '') !== '' && raw[name] !== (0,interface_inputs/* defaultOf */.H)(name))
        .map(([name, key]) => ({
        input: name,
        message: `has no effect beside targets: each target says for itself. Remove it, and give ${key} in the targets that need it`,
    }));
}

// EXTERNAL MODULE: ./build/src/certificate/time.js
var time = __webpack_require__(4188);
// EXTERNAL MODULE: ./build/src/interface/parsers.js + 1 modules
var parsers = __webpack_require__(9164);
;// CONCATENATED MODULE: ./build/src/interface/targets/field-texts.js


/** Text on one line, without marks that change how what stands around it is read. */
function lineText(longest, allowed) {
    return (0,parsers/* patternText */.U)(new RegExp(`^[^\\p{Cc}\\p{Bidi_Control}\\p{Zl}\\p{Zp}]{1,${longest}}$`, 'u'), `${allowed} of at most ${longest} characters, on one line`);
}
const RUNNER_PREFIXES = ['GITHUB_', 'ACTIONS_', 'RUNNER_', 'INPUT_'];
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const NAME_ALLOWED = 'a name of letters, digits and underscores, 255 at most, that does not begin with a digit';
/** Whether a text can name an entry of `credentials`, or a variable of the environment. */
function isCredentialName(text) {
    return NAME.test(text);
}
/** The name of a credential, in `credentials` or in the environment. */
function credentialNameText() {
    const eitherCase = (word) => word.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
    return (0,parsers/* withShape */.qv)({ pattern: `^(?!${RUNNER_PREFIXES.map(eitherCase).join('|')})${NAME.source.slice(1)}` }, (0,parsers/* readAs */.fd)((text) => {
        if (!NAME.test(text)) {
            return new Error(`allowed: ${NAME_ALLOWED}. Give the name of the credential, not the credential`);
        }
        return RUNNER_PREFIXES.some((prefix) => text.toUpperCase().startsWith(prefix))
            ? new Error(`allowed: a name that does not begin with ${RUNNER_PREFIXES.join(', ')}, which are the runner's own; rename the credential`)
            : text;
    }));
}
/** An http or https URL, normalised, so that it can stand in a report. */
function webAddressText() {
    return (0,parsers/* withShape */.qv)({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s@]+(?:[/?#]\\S*)?$' }, (0,parsers/* readAs */.fd)((text) => {
        const url = text.length <= 2000 && URL.canParse(text) ? new URL(text) : null;
        const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
        return isWeb
            ? url.href
            : new Error('allowed: a web address such as https://wiki.example.com/certificates, without user name and password');
    }));
}
/** The moment from which a rule no longer holds: the day's end of a date, or a time itself. */
function endText() {
    return (0,parsers/* withShape */.qv)({
        pattern: '^\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2}))?$',
    }, (0,parsers/* readAs */.fd)((text) => {
        const end = /^\d{4}-\d{2}-\d{2}$/.test(text) ? readEndOfDay(text) : readTime(text);
        if (end === null) {
            return new Error('allowed: a date of the calendar such as 2027-03-31 (through the end of that day, UTC), or a time with its zone such as 2027-03-31T12:00:00Z');
        }
        return end.getUTCFullYear() > 9998
            ? new Error('allowed: a date before 9999; a rule has to end, so that somebody looks again')
            : end;
    }));
}
function readEndOfDay(text) {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    const start = (0,time/* makeUtcDate */.dH)({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 });
    return start === null ? null : new Date(start.getTime() + 86_400_000);
}
function readTime(text) {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)
        ? (0,time/* parseApiTime */.JY)(text)
        : null;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/targets-context.js


/** Reading goes on after a problem, but not without end. */
const MOST_PROBLEMS = 1000;
/**
 * Adds to the problems what is wrong with the text of an input, or of a file.
 * `tell` throws an InputError where there are too many.
 */
function createProblemLog(problems, { input, path, secrets, }) {
    return {
        tell(position, subject, message) {
            const where = position === null
                ? path
                : path === null
                    ? `line ${position.line}, column ${position.column}`
                    : `${path}:${position.line}:${position.column}`;
            const words = [where, subject].filter((part) => part !== null).join(', ');
            problems.push({
                input,
                message: secrets.conceal(words === '' ? message : `${words}: ${message}`),
                ...(position === null ? {} : { place: { file: path, ...position } }),
            });
            if (problems.length < MOST_PROBLEMS)
                return;
            problems.push({ input, message: `${MOST_PROBLEMS} problems are found; what follows is not read` });
            throw new input_error/* InputError */.d(problems);
        },
    };
}
/** What was given, as far as it may be seen. */
function describeText(text, secrets) {
    return secrets.isSecret(text) ? (0,parse_inputs/* describeUnseen */.yO)(text) : `given ${(0,parse_inputs/* quote */.hD)(text)}`;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/texts.js

/** Longer ones, and ones with digits, may be a secret in the wrong place. */
const SHOWN_KEY = /^[A-Za-z_-]{1,30}$/;
/** A digit is no mark of a secret in these. */
const SHOWN_NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
/** Whether a text is so plainly a name that it can be shown where a secret might stand by mistake. */
function isPlainName(text) {
    return SHOWN_KEY.test(text) || SHOWN_NAME.test(text);
}
/** What is wrong with an empty value, if nothing else is known of it. */
const EMPTY = 'is empty; give it a value, or remove the key. A value that begins with # needs quotes';
/**
 * The texts of a map's keys, as an input would give them; a list of words becomes lines. A key that is not
 * known, or whose value is none, is told of and left out.
 */
function readTexts(map, rules, secrets, tell) {
    const names = Object.keys(rules.keys);
    const texts = {};
    for (const [key, { keyAt, value }] of map.entries) {
        if (!Object.hasOwn(rules.keys, key)) {
            tell(keyAt, null, describeUnknownKey(key, names, secrets));
        }
        else if (!rules.apart.has(key)) {
            const text = readText(value, rules.lists.has(key));
            const complaint = text === '' ? rules.complainOfEmpty(key) : complainOf(value, text, names);
            if (complaint !== null)
                tell(value.at, key, complaint);
            else if (text !== null && text !== '')
                texts[key] = text;
        }
    }
    return texts;
}
/** Where the value of a key stands; the map itself where it has no such key. */
function placeOf(map, key) {
    return map.entries.get(key)?.value.at ?? map.at;
}
/** The text of a value, a list's words as lines; null where it is neither. */
function readText(value, mayBeList) {
    if (value.kind === 'text')
        return value.text;
    return mayBeList &&
        value.kind === 'list' &&
        value.items.every((item) => item.kind === 'text')
        ? value.items.map(({ text }) => text).join('\n')
        : null;
}
function complainOf(value, text, keys) {
    if (text === null) {
        return value.kind === 'list'
            ? 'is a list; allowed: one text, or a list of words where the key takes one. A text that begins with [ needs quotes'
            : 'is a map; allowed: one text. A text that begins with { needs quotes; or is the indentation of the next line wrong?';
    }
    const glued = value.kind === 'text' && value.isFolded ? findGluedKey(text, keys) : null;
    return glued === null ? null : `goes on in the next line, where a blank is missing after "${glued.key}:"`;
}
/** A key without a blank after its colon, within lines that were joined, and what follows it. */
function findGluedKey(text, keys) {
    for (const word of text.split(/\s+/)) {
        const colon = word.indexOf(':');
        const key = word.slice(0, colon);
        if (colon > 0 && colon < word.length - 1 && keys.includes(key))
            return { key, rest: word.slice(colon + 1) };
    }
    return null;
}
function describeUnknownKey(key, keys, secrets) {
    const glued = findGluedKey(key, keys);
    if (glued !== null)
        return `a blank is missing after "${glued.key}:"`;
    if (key === '<<')
        return 'merge keys (<<) are not read; write the keys out';
    const shown = SHOWN_KEY.test(key) && !secrets.isSecret(key) ? `"${key}"` : `of ${key.length} characters`;
    return `there is no key ${shown}${(0,parsers/* nearest */.pA)(key, keys) || `; allowed: ${keys.join(', ')}`}`;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/yaml-syntax.js
const QUOTE_IT = 'put the text in quotes';
/** What is wrong with a text that is no YAML, or none that is read here, and how to mend it. */
const MENDS = {
    alias: `an alias (*) without its anchor (&) before it; where a text begins with *, ${QUOTE_IT}`,
    bracket: 'a bracket, a brace or a comma is missing here or above',
    character: 'a character that no text may hold; remove it, or write it as an escape in double quotes',
    colon: `a second colon for one key; where it belongs to a text, ${QUOTE_IT}. Or is this line indented too far?`,
    directive: 'a line above --- that begins with % is a directive, and this is none that is known; remove it',
    documents: 'a second document begins here (---); allowed is one. Put all into it',
    escape: 'double quotes do not know this escape; write \\\\ for a backslash, or take single quotes',
    folded: 'a key over more than one line; is a colon, or the blank after a colon, missing in the line above?',
    indentation: 'the indentation fits none of the lines above; indent the keys of one map alike, with blanks',
    key: 'a key is a list or a map; allowed: a text',
    nesting: 'lists and maps stand deeper in each other than anything that is read here',
    property: `an anchor (&), an alias (*) or a tag (!) that cannot be read; where a text begins with one of them, ${QUOTE_IT}`,
    quote: 'a closing quote is missing here or above',
    start: `a text cannot begin with this character; ${QUOTE_IT}`,
    tab: 'a tab indents this line; YAML takes blanks only',
    tag: `a tag (!) that is not read here; remove it. Where a text begins with !, ${QUOTE_IT}`,
    twice: 'the same key twice in one map; keep one of them',
    unexpected: 'something stands here that belongs to no list and no map; is its indentation, or a quote or bracket above, wrong?',
};
/** The first that fits the library's reason. Its reasons are not shown: some hold a piece of the text. */
const REASONS = [
    [/^tab characters/, MENDS.tab],
    [/quoted scalar$|^deficient indentation/, MENDS.quote],
    [/flow collection|^expected the node content/, MENDS.bracket],
    [/escape sequence|hexadecimal|escaped character/, MENDS.escape],
    [/multiline key|after a mapping key|key-value separator/, MENDS.folded],
    [/nesting/, MENDS.nesting],
    [/non-printable|null byte|valid JSON character/, MENDS.character],
    [/directive|%YAML|TAG|YAML version/, MENDS.directive],
    [/tag|anchor|alias/, MENDS.property],
    [/indentation/, MENDS.indentation],
];
/** What is wrong with a text at a place, and how to mend it; nothing of the text is shown. */
function describeSyntaxError(reason, text, at) {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    if (/^ *\t\s*$/.test(before))
        return MENDS.tab;
    if (/mapping entry$|document separator/.test(reason)) {
        if (text[at] === ':')
            return MENDS.colon;
        if (/[@`%]/.test(text[at] ?? ''))
            return MENDS.start;
    }
    return REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? MENDS.unexpected;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/yaml-text.js

const LONGEST_CHARACTERS = 4 * 1024 * 1024;
/** Nothing that is read here is half as deep. */
const DEEPEST = 16;
/** Values that aliases may stand for, all together: a text of a few lines can unfold to billions. */
const MOST_UNFOLDED = 100_000;
/** What follows the first few is mostly their consequence. */
const yaml_text_MOST_PROBLEMS = 20;
/** Reads a YAML or JSON text, or says what is wrong with it. */
async function parseYaml(text) {
    if (text.length > LONGEST_CHARACTERS) {
        return {
            problems: [
                {
                    message: `is ${text.length} characters long; allowed: ${LONGEST_CHARACTERS}. Split it over several audits`,
                    position: null,
                },
            ],
        };
    }
    const yaml = await __webpack_require__.e(/* import() */ 243).then(__webpack_require__.bind(__webpack_require__, 3243));
    const positionOf = createPositions(text);
    let events;
    try {
        events = yaml.parseEvents(text, { maxDepth: DEEPEST });
    }
    catch (error) {
        // The library's advice is to expect any other error too.
        const { reason, mark } = error instanceof yaml.YAMLException ? error : { reason: '', mark: undefined };
        const at = mark?.position ?? 0;
        return { problems: [{ message: describeSyntaxError(reason, text, at), position: positionOf(at) }] };
    }
    const found = [];
    const root = assemble(yaml, text, events, found);
    return found.length > 0
        ? { problems: found.map(({ message, at }) => ({ message, position: positionOf(at) })) }
        : { ok: { root, positionOf } };
}
/** Finds lines; the text is gone through once, at the first question. */
function createPositions(text) {
    let starts = null;
    return (at) => {
        starts ??= findLineStarts(text);
        let line = 0;
        for (let step = 2 ** Math.ceil(Math.log2(starts.length)); step >= 1; step /= 2) {
            if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= at)
                line += step;
        }
        return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
    };
}
function findLineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
const NOTHING = { kind: 'text', text: '', at: 0, isFolded: false };
/** Puts the values together from the library's events, and notes what has no meaning here. */
function assemble(yaml, source, events, problems) {
    const { EVENT_ID, SCALAR_STYLE } = yaml;
    const anchored = new Map();
    const open = [];
    let documents = 0;
    let end = 0;
    let size = 0;
    let unfolded = 0;
    let root = NOTHING;
    function refuse(at, message) {
        if (problems.length < yaml_text_MOST_PROBLEMS)
            problems.push({ message, at });
    }
    function close(value, anchor, sizeBefore) {
        if (anchor !== null)
            anchored.set(anchor, { value, size: size - sizeBefore });
        const parent = open.at(-1);
        if (parent === undefined)
            root = value;
        else
            parent.add(value);
    }
    function readProperties(event) {
        if (event.tagStart >= 0 && !KNOWN_TAGS.has(source.slice(event.tagStart, event.tagEnd))) {
            refuse(event.tagStart, MENDS.tag);
        }
        return event.anchorStart < 0 ? null : source.slice(event.anchorStart, event.anchorEnd);
    }
    function readScalar(event) {
        const isPlain = event.style === SCALAR_STYLE.PLAIN;
        const text = yaml.getScalarValue(source, event).trim().toWellFormed();
        // An empty one stands nowhere: it is where the last one ends.
        const at = event.valueStart < 0 ? end : event.valueStart - (isQuoted(event) ? 1 : 0);
        if (event.valueEnd >= 0)
            end = event.valueEnd;
        return {
            kind: 'text',
            text: isPlain && NULLS.has(text) ? '' : text,
            at,
            isFolded: isPlain && text.includes(' ') && source.slice(event.valueStart, event.valueEnd).includes('\n'),
        };
    }
    function isQuoted({ style }) {
        return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    }
    function openMap(at) {
        const entries = new Map();
        let key = null;
        return {
            value: { kind: 'map', entries, at },
            add(item) {
                if (key === null) {
                    key = item;
                    return;
                }
                if (key.kind !== 'text')
                    refuse(key.at, MENDS.key);
                else if (entries.has(key.text))
                    refuse(key.at, MENDS.twice);
                else
                    entries.set(key.text, { keyAt: key.at, value: item });
                key = null;
            },
        };
    }
    function unfold({ anchorStart, anchorEnd }) {
        const at = anchorStart - 1;
        end = anchorEnd;
        const anchor = anchored.get(source.slice(anchorStart, anchorEnd));
        if (anchor === undefined) {
            refuse(at, MENDS.alias);
            return NOTHING;
        }
        unfolded += anchor.size;
        size += anchor.size;
        if (unfolded <= MOST_UNFOLDED)
            return anchor.value;
        refuse(at, `its aliases (*) stand for more than ${MOST_UNFOLDED} values; write them out`);
        return NOTHING;
    }
    for (const event of events) {
        switch (event.type) {
            case EVENT_ID.DOCUMENT:
                documents += 1;
                if (documents === 2)
                    refuse(findMarker(source, end), MENDS.documents);
                break;
            case EVENT_ID.SEQUENCE: {
                const items = [];
                open.push({
                    value: { kind: 'list', items, at: event.start },
                    anchor: readProperties(event),
                    sizeBefore: size,
                    add: (item) => items.push(item),
                });
                size += 1;
                break;
            }
            case EVENT_ID.MAPPING:
                open.push({ ...openMap(event.start), anchor: readProperties(event), sizeBefore: size });
                size += 1;
                break;
            case EVENT_ID.SCALAR:
                size += 1;
                close(readScalar(event), readProperties(event), size - 1);
                break;
            case EVENT_ID.ALIAS:
                close(unfold(event), null, size);
                break;
            case EVENT_ID.POP: {
                // The last one is the document's own.
                const closed = open.pop();
                if (closed !== undefined)
                    close(closed.value, closed.anchor, closed.sizeBefore);
                break;
            }
        }
    }
    return root;
}
/** Where the document after a place begins. */
function findMarker(source, from) {
    const marker = /^---/m.exec(source.slice(from));
    return marker === null ? from : from + marker.index;
}
const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const KNOWN_TAGS = new Set(['!!str', '!!map', '!!seq']);

;// CONCATENATED MODULE: ./build/src/interface/targets/named-credentials.js




const ALLOWED = 'allowed: a YAML or JSON map of names to credentials, such as NAME: value';
/**
 * The credentials of the input `credentials` by their names. Each is kept secret as soon as it is known, and
 * nothing of the text is shown but names that are plainly names.
 */
async function readNamedCredentials(text, secrets, problems) {
    const credentials = new Map();
    if (text === '')
        return credentials;
    const { tell } = createProblemLog(problems, { input: 'credentials', path: null, secrets });
    const parsed = await parseYaml(text);
    if ('problems' in parsed) {
        for (const { position, message } of parsed.problems)
            tell(position, null, message);
        return credentials;
    }
    const { root, positionOf } = parsed.ok;
    if (root.kind !== 'map') {
        tell(null, null, `is a ${root.kind} of ${text.length} characters, which is not shown; ${ALLOWED}`);
        return credentials;
    }
    for (const { value } of root.entries.values())
        if (value.kind === 'text')
            secrets.keep(value.text);
    for (const [name, { keyAt, value }] of root.entries) {
        if (!isCredentialName(name)) {
            tell(positionOf(keyAt), null, `a name of ${name.length} characters, which is not shown; allowed: letters, digits and underscores, not a digit first. Is the blank after its colon missing?`);
        }
        else if (value.kind === 'text') {
            credentials.set(name, value.text);
        }
        else {
            const subject = isPlainName(name) ? name : null;
            tell(positionOf(value.at), subject, `is a ${value.kind}; allowed: one text. Put the credential in quotes`);
        }
    }
    return credentials;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
;// CONCATENATED MODULE: ./build/src/interface/targets/fields.js




const inputs = interface_inputs/* inputSchema */.i.shape;
/** Keys of a target that name a credential rather than hold it. */
const nameOfCredential = schemas/* optional */.lqM(credentialNameText());
/**
 * Every key of a target whose value is one text, or a list of words. Those that inputs have too are read as the
 * inputs are.
 */
const targetSchema = schemas/* object */.Ikc({
    name: schemas/* optional */.lqM(lineText(100, 'a name')),
    provider: inputs.provider,
    'account-id': inputs['account-id'],
    'zone-id': inputs['zone-id'],
    'customer-id': inputs['customer-id'],
    'microtenant-id': inputs['microtenant-id'],
    view: schemas/* optional */.lqM(inputs.view),
    search: inputs.search,
    'page-size': inputs['page-size'],
    'api-url': inputs['api-url'],
    cloud: inputs.cloud,
    'vanity-domain': inputs['vanity-domain'],
    'api-token-env': nameOfCredential,
    'api-email-env': nameOfCredential,
    'api-key-env': nameOfCredential,
    'client-id-env': nameOfCredential,
    'client-secret-env': nameOfCredential,
    'client-private-key-env': nameOfCredential,
    'api-token': inputs['api-token'],
    'api-email': inputs['api-email'],
    'api-key': inputs['api-key'],
    'client-id': inputs['client-id'],
    'client-secret': inputs['client-secret'],
    'client-private-key': inputs['client-private-key'],
    'warn-within': inputs['warn-within'],
    'fail-within': inputs['fail-within'],
    'only-in-use': schemas/* optional */.lqM((0,parsers/* booleanText */.m6)()),
    statuses: schemas/* optional */.lqM((0,parsers/* listText */.so)()),
    types: schemas/* optional */.lqM((0,parsers/* listText */.so)()),
    owner: schemas/* optional */.lqM(lineText(200, 'a person or team')),
    runbook: schemas/* optional */.lqM(webAddressText()),
});
/** Every key of an `ignore` rule. */
const ruleSchema = schemas/* object */.Ikc({
    id: inputs['certificate-id'],
    fingerprint: inputs.fingerprint,
    name: schemas/* optional */.lqM((0,parsers/* patternText */.U)(/^[^\p{Cc}]{1,255}$/u, 'a name, or a pattern with * for any text and ? for one character, of at most 255 characters')),
    reason: schemas/* optional */.lqM(lineText(500, 'a reason')),
    until: schemas/* optional */.lqM(endText()),
});
/** What names the certificates of a rule; one of them. */
const ruleSelectors = ['id', 'fingerprint', 'name'];

// EXTERNAL MODULE: ./build/src/interface/capabilities.js
var interface_capabilities = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/interface/signing-key.js
var signing_key = __webpack_require__(6512);
;// CONCATENATED MODULE: ./build/src/interface/targets/default-name.js
/** What a store is called that has no name of its own. */
function defaultName({ provider, scope, microtenantId, view, }) {
    return [
        provider,
        scope,
        ...(microtenantId === null ? [] : [`microtenant ${microtenantId}`]),
        ...(view === 'all' ? [] : [`view ${view}`]),
    ].join(' ');
}

;// CONCATENATED MODULE: ./build/src/interface/targets/field-notes.js

/** Keys that hold a part of a credential; each can be named with `-env` too. */
const credentialKeys = [
    'api-token',
    'api-email',
    'api-key',
    'client-id',
    'client-secret',
    'client-private-key',
];
/** Notes on every key of a target, in the order of documentation. */
const targetNotes = {
    name: {
        description: 'What people call this store, unique among the targets. Without it: the provider and the scope.',
        numeric: true,
    },
    provider: { description: 'Which kind of certificate store this is.' },
    'account-id': { ...asInput('account-id'), numeric: true },
    'zone-id': { ...asInput('zone-id'), numeric: true },
    'customer-id': { ...asInput('customer-id'), numeric: true },
    'microtenant-id': {
        ...asInput('microtenant-id'),
        description: 'ZPA microtenant id; `0` is the Default microtenant. Without it: all microtenants.',
        numeric: true,
    },
    view: asInput('view'),
    search: asInput('search'),
    'page-size': { ...asInput('page-size'), numeric: true },
    'api-url': {
        description: `${input_notes/* inputNotes */.g['api-url'].description} Without it: the input \`api-url\`. In a file it may only be what the input is.`,
    },
    cloud: asInput('cloud'),
    'vanity-domain': { ...asInput('vanity-domain'), numeric: true },
    'api-token-env': named('api-token', 'the Cloudflare API token'),
    'api-email-env': named('api-email', 'the e-mail address of the Global API Key'),
    'api-key-env': named('api-key', 'the Cloudflare Global API Key'),
    'client-id-env': named('client-id', 'the id of the Zscaler API client'),
    'client-secret-env': named('client-secret', 'the secret of the Zscaler API client'),
    'client-private-key-env': named('client-private-key', 'the RSA private key (PEM) that signs the OneAPI sign-in'),
    'api-token': literal('api-token'),
    'api-email': asInput('api-email'),
    'api-key': literal('api-key'),
    'client-id': { ...asInput('client-id'), numeric: true },
    'client-secret': literal('client-secret'),
    'client-private-key': literal('client-private-key'),
    'warn-within': {
        description: 'Warn where the remaining time is within this: `30` or `30d`, `12h`, `33%` of the lifetime, or both, `30d 33%`: then the shorter counts. Without it: the input `warn-within`, else the defaults of an audit.',
        numeric: true,
    },
    'fail-within': {
        description: 'Fail where the remaining time is within this; written as in `warn-within`. Without it: the input `fail-within`, else the defaults of an audit.',
        numeric: true,
    },
    'only-in-use': {
        description: 'Only certificates that serve, or that something refers to, count in the verdict.',
        providers: ['cloudflare-gateway', 'zscaler-zpa'],
        why: 'which does not tell whether a client certificate is in use',
    },
    statuses: {
        description: 'Only certificates of these statuses count: a list, or words separated by commas. Without it: all but the inactive and the revoked.',
    },
    types: {
        description: 'Only certificates of these types count: `gateway_managed`, `custom`. Without it: all.',
        providers: ['cloudflare-gateway'],
        why: 'whose certificates have no type',
    },
    owner: { description: 'The person or team to ask; shown beside each certificate.', numeric: true },
    runbook: { description: 'Web address of what to do; shown beside each certificate.' },
    ignore: {
        description: 'Rules that take certificates out of the verdict, each for a reason and until a day. One that has ended is a finding.',
    },
};
/** Notes on every key of an `ignore` rule. */
const ruleNotes = {
    id: {
        description: "The certificate's id at the vendor. Give this, `fingerprint` or `name`.",
        numeric: true,
    },
    fingerprint: {
        description: "The certificate's SHA-256 fingerprint, with or without colons, in either case.",
    },
    name: {
        description: 'Name of certificates: `*` stands for any text, `?` for one character, in either case.',
        numeric: true,
    },
    reason: { description: 'Why this is no concern; shown in every report.', numeric: true },
    until: {
        description: 'Until when: a date (`2027-03-31`, through the end of that day, UTC) or a time (`2027-03-31T12:00:00Z`).',
    },
};
function asInput(name) {
    const { description, providers } = input_notes/* inputNotes */.g[name];
    return { description, ...(providers === undefined ? {} : { providers }) };
}
function literal(name) {
    return {
        ...asInput(name),
        description: `${input_notes/* inputNotes */.g[name].description} Only within the input \`targets\`; in a file give \`${name}-env\`.`,
        secret: true,
    };
}
function named(name, what) {
    return {
        ...asInput(name),
        description: `Name of ${what}: an entry of the input \`credentials\`, else a variable of the environment.`,
    };
}

;// CONCATENATED MODULE: ./build/src/interface/targets/parse-texts.js


/** Reads each text by the schema of its key; one that cannot be read is told of and left out. */
function parseTexts({ shape }, texts, tell, { isHidden, secrets }) {
    const values = {};
    // Key by key: of thousands of targets each gives a few of many keys.
    for (const [key, text = ''] of Object.entries(texts)) {
        const parsed = shape[key]?.safeParse(text);
        if (parsed?.success === true) {
            values[key] = parsed.data;
        }
        else {
            const given = isHidden(key, text) ? (0,parse_inputs/* describeUnseen */.yO)(text) : describeText(text, secrets);
            tell(key, `${given}; ${parsed?.error.issues[0]?.message ?? ''}`);
        }
    }
    return values;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/ignore-rules.js




const RULES = {
    keys: ruleNotes,
    lists: new Set(),
    apart: new Set(),
    complainOfEmpty: () => EMPTY,
};
/** The rules of a target's `ignore`; one that ended already is among them. */
function readIgnoreRules(value, secrets, tell) {
    if (value === undefined)
        return [];
    if (value.kind !== 'list') {
        tell(value.at, 'ignore', 'allowed: a list of rules, each with a "- " before its first key');
        return [];
    }
    return value.items.flatMap((item, index) => {
        const tellOfRule = (at, key, message) => tell(at, `ignore rule ${index + 1}${key === null ? '' : `, ${key}`}`, message);
        if (item.kind !== 'map') {
            tellOfRule(item.at, null, `allowed: a map of ${ruleSelectors.join(' or ')}, reason and until`);
            return [];
        }
        return readRule(item, secrets, tellOfRule) ?? [];
    });
}
function readRule(map, secrets, tell) {
    let isSound = true;
    const refuse = (...problem) => {
        isSound = false;
        tell(...problem);
    };
    const texts = readTexts(map, RULES, secrets, refuse);
    if (texts.reason !== undefined)
        texts.reason = texts.reason.replace(/\s+/g, ' ');
    const values = parseTexts(ruleSchema, texts, (key, message) => refuse(placeOf(map, key), key, message), {
        isHidden: () => false,
        secrets,
    });
    const given = ruleSelectors.filter((key) => map.entries.has(key));
    if (given.length !== 1) {
        refuse(map.at, null, given.length === 0
            ? `names no certificate; give ${ruleSelectors.join(' or ')}`
            : `gives ${given.join(' and ')}; allowed is one of them. Make two rules, or remove one`);
    }
    if (!map.entries.has('reason')) {
        refuse(map.at, 'reason', 'missing; say why these certificates are no concern. Every report shows it');
    }
    if (!map.entries.has('until')) {
        refuse(map.at, 'until', 'missing; give a date such as 2027-03-31, after which somebody looks again');
    }
    const match = readMatch(values);
    const { reason, until } = values;
    return isSound && match !== null && reason !== undefined && until !== undefined
        ? { match, reason, until }
        : null;
}
function readMatch({ id, fingerprint, name }) {
    if (id !== undefined)
        return { by: 'id', value: id };
    if (fingerprint !== undefined)
        return { by: 'fingerprint', value: fingerprint };
    return name === undefined ? null : { by: 'name', pattern: name };
}

// EXTERNAL MODULE: ./build/src/interface/raw-inputs.js
var raw_inputs = __webpack_require__(2193);
// EXTERNAL MODULE: ./build/src/interface/clouds.js
var clouds = __webpack_require__(5851);
;// CONCATENATED MODULE: ./build/src/interface/targets/stand-ins.js

const STAND_IN = 'stand-in'.padEnd(40, '-');
/** Take the place of credentials where only the form is checked. */
const STAND_INS = {
    'api-token': STAND_IN,
    'api-email': 'stand-in@example.com',
    'api-key': STAND_IN,
    'client-id': STAND_IN,
    'client-secret': STAND_IN,
    'client-private-key': STAND_IN,
};
/** An environment that lacks no credential; it signs in through OneAPI where the cloud is one of OneAPI's. */
function standInEnvironment(cloud) {
    const isOneApi = clouds/* oneApiClouds */.H.some((name) => name === cloud.toUpperCase());
    return {
        CLOUDFLARE_API_TOKEN: STAND_IN,
        ZPA_CLIENT_ID: STAND_IN,
        ZPA_CLIENT_SECRET: STAND_IN,
        ZSCALER_CLIENT_ID: STAND_IN,
        ZSCALER_CLIENT_SECRET: STAND_IN,
        ...(isOneApi ? { ZSCALER_VANITY_DOMAIN: 'stand-in' } : {}),
    };
}
/** The inputs of one store, with a stand-in for what is left out of a credential that is given in part. */
function withStandIns(raw) {
    const given = (...keys) => keys.some((key) => (raw[key] ?? '') !== '');
    const wanted = [
        ...(given('api-email', 'api-key') && !given('api-token') ? ['api-email', 'api-key'] : []),
        ...(given('client-id', 'client-secret', 'client-private-key') ? ['client-id'] : []),
        ...(given('client-id') && !given('client-secret', 'client-private-key')
            ? ['client-secret']
            : []),
    ];
    const complete = { ...raw };
    for (const key of wanted)
        complete[key] ||= STAND_INS[key];
    return complete;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/target-credentials.js











/** More names than these are not searched for one that is like a missing one. */
const MOST_COMPARED = 100;
/** What an empty credential often means. */
const INVISIBLE = 'An empty secret is often one that is not visible to this workflow (a fork, another environment, a misspelt name)';
/** Keeps every secret that a target holds or names, before anything is said of it. */
function keepTargetSecrets(map, context) {
    for (const secret of findGluedSecrets(map))
        context.secrets.keep(secret);
    for (const key of credentialKeys) {
        if (input_notes/* inputNotes */.g[key].secret !== true)
            continue;
        const literal = map.entries.get(key)?.value;
        const name = map.entries.get(`${key}-env`)?.value;
        const named = name?.kind === 'text' && !context.validateOnly ? lookUp(name.text, context)?.text : undefined;
        for (const secret of [literal?.kind === 'text' ? literal.text : '', named ?? '']) {
            if (key !== 'client-private-key' || (0,material_text/* isMaterialText */.L)(secret))
                context.secrets.keep(secret);
            else
                context.secrets.hide(secret);
        }
    }
}
/** Secrets whose key lacks the blank after its colon, so that they are part of another text. */
function findGluedSecrets(map) {
    const found = [];
    for (const [key, { value }] of map.entries) {
        if (key.includes(':'))
            found.push(findGluedKey(key, credentialKeys)?.rest ?? '');
        if (value.kind === 'text' && value.isFolded) {
            found.push(findGluedKey(value.text, credentialKeys)?.rest ?? '');
        }
    }
    return found;
}
/**
 * The credential of a target; null where there is none, which is told of, and where nothing but the form was to
 * be checked. A private key is still what was given, text or path.
 */
function readTargetCredentials(map, provider, texts, context, tell) {
    const resolved = {};
    let isSound = true;
    const refuse = (key, message) => {
        isSound = false;
        tell(placeOf(map, key), key, message);
    };
    const given = credentialKeys.filter((key) => map.entries.has(key) || map.entries.has(`${key}-env`));
    for (const key of given) {
        const text = resolve(key, map, texts, context, refuse);
        if (text === null)
            isSound = false;
        else
            resolved[key] = text;
    }
    if (!isSound)
        return null;
    const { cloud = '', 'vanity-domain': vanityDomain = '' } = texts;
    const chosen = (0,credentials/* chooseCredentials */.Mk)(provider, { ...resolved, cloud, 'vanity-domain': vanityDomain }, context.validateOnly ? standInEnvironment(cloud) : context.environment);
    if ('scheme' in chosen)
        return context.validateOnly ? null : chosen;
    for (const { input, message } of chosen) {
        const isAbsent = given.length === 0 && (input === 'api-token' || input === 'client-id');
        const key = map.entries.has(input) ? input : `${input}-env`;
        tell(placeOf(map, key), isAbsent ? null : input, isAbsent ? describeAbsence(provider) : message);
    }
    return null;
}
/** The text of a part of a credential, given or named; null where there is none, which is told of. */
function resolve(key, map, texts, context, refuse) {
    const nameKey = `${key}-env`;
    const isLiteral = map.entries.has(key);
    if (isLiteral && map.entries.has(nameKey)) {
        refuse(nameKey, `given together with ${key}; allowed is one of the two. Remove one`);
        return null;
    }
    if (isLiteral) {
        const literal = map.entries.get(key)?.value;
        if (context.path !== null && input_notes/* inputNotes */.g[key].secret === true) {
            refuse(key, refuseLiteral(key, literal?.kind === 'text' ? literal.text : ''));
            return null;
        }
        if (literal?.kind === 'text' && literal.text === '' && context.validateOnly)
            return STAND_INS[key];
        return texts[key] ?? null;
    }
    const name = texts[nameKey];
    if (name === undefined)
        return null;
    if (context.validateOnly)
        return STAND_INS[key];
    const found = lookUp(name, context);
    if (found === null || found.text === '') {
        if (!context.missingNames.has(name))
            refuse(nameKey, describeMissing(name, found, context));
        context.missingNames.add(name);
        return null;
    }
    const checked = interface_inputs/* inputSchema */.i.shape[key].safeParse(found.text);
    if (!checked.success) {
        const allowed = checked.error.issues[0]?.message ?? '';
        refuse(nameKey, `${name} of ${found.source}: ${(0,parse_inputs/* describeUnseen */.yO)(found.text)}; ${allowed}`);
        return null;
    }
    if (key === 'client-private-key' && context.path !== null && !(0,material_text/* isMaterialText */.L)(found.text)) {
        refuse(nameKey, `${name} of ${found.source} holds no PEM text (no -----BEGIN); a path is not taken by way of a file that a pull request can change. Give it the key itself`);
        return null;
    }
    return found.text;
}
/** What a name leads to: an entry of `credentials`, else a variable. */
function lookUp(name, { credentials, environment }) {
    const entry = credentials.get(name);
    if (entry !== undefined)
        return { text: entry, source: 'the input credentials' };
    if (!isCredentialName(name) || !Object.hasOwn(environment, name))
        return null;
    return { text: (0,raw_inputs/* readVariable */.n)(environment, name), source: 'the environment' };
}
function describeMissing(name, found, { credentials }) {
    if (found !== null)
        return `${name} of ${found.source} is empty. ${INVISIBLE}`;
    const entries = credentials.size === 0 ? 'which is empty' : `which has ${credentials.size}`;
    const looked = `no entry of the input credentials, ${entries}, and no variable of the environment`;
    if (!isPlainName(name)) {
        return `${(0,parse_inputs/* describeUnseen */.yO)(name)}, and they are the name of ${looked}. Give the name of the credential, not the credential itself`;
    }
    const names = credentials.size > MOST_COMPARED ? [] : [...credentials.keys()].filter(isPlainName);
    const hint = (0,parsers/* nearest */.pA)(name, names) || '; add it to one of the two.';
    return `given ${name}, which is ${looked}${hint} ${INVISIBLE}`;
}
function describeAbsence(provider) {
    const ways = provider === 'zscaler-zpa'
        ? "client-id-env with client-secret-env (or, for OneAPI, client-private-key-env), or set the vendor's own variables in env (ZSCALER_CLIENT_ID, ZSCALER_CLIENT_SECRET and ZSCALER_VANITY_DOMAIN, or ZPA_CLIENT_ID and ZPA_CLIENT_SECRET)"
        : 'api-token-env (or api-email with api-key-env), or set CLOUDFLARE_API_TOKEN in env';
    return `has no credential. Name one with ${ways}. ${INVISIBLE}`;
}
function refuseLiteral(key, text) {
    if (key === 'client-private-key' && text !== '' && !(0,material_text/* isMaterialText */.L)(text)) {
        return `a path is not taken from a file that a pull request can change. Store the key in a secret and name it with ${key}-env`;
    }
    return `a secret in a file is read by everyone who can read the repository, and stays in its history. Take it as leaked: make a new one at the vendor, revoke this one, store the new one in a secret and name it here with ${key}-env`;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/read-target.js














const LISTS = new Set(['statuses', 'types']);
const APART = new Set(['ignore']);
const CREDENTIAL_KEYS = new Set(credentialKeys);
const NAMING_KEYS = new Set(credentialKeys.map((key) => `${key}-env`));
/** One target; null where something is wrong with it, which is told of. */
async function readTarget(map, context, tell) {
    let isSound = true;
    const refuse = (...problem) => {
        isSound = false;
        tell(...problem);
    };
    const texts = readTexts(map, rulesFor(context), context.secrets, refuse);
    const values = parseTexts(targetSchema, texts, (key, message) => refuse(placeOf(map, key), key, message), {
        isHidden: (key, text) => (NAMING_KEYS.has(key) && !isPlainName(text)) || targetNotes[key].secret === true,
        secrets: context.secrets,
    });
    const ignore = readIgnoreRules(map.entries.get('ignore')?.value, context.secrets, refuse);
    checkThresholds(map, values, context, refuse);
    checkApiUrl(map, values, context, refuse);
    const { provider } = values;
    if (provider === undefined) {
        if (!map.entries.has('provider'))
            refuse(map.at, 'provider', (0,interface_store/* missingProvider */.UM)().message);
        return null;
    }
    refuseMisplacedKeys(map, provider, refuse);
    checkTypes(map, provider, values, context, refuse);
    const store = readStoreOf(map, provider, values, context, refuse);
    const credentials = await readCredentials(map, provider, { ...texts }, values, context, refuse);
    return isSound && store !== null ? assembleTarget(store, values, ignore, credentials, context) : null;
}
function rulesFor({ validateOnly }) {
    return {
        keys: targetNotes,
        lists: LISTS,
        apart: APART,
        complainOfEmpty(key) {
            if (!CREDENTIAL_KEYS.has(key))
                return EMPTY;
            return validateOnly ? null : `is empty. ${INVISIBLE}`;
        },
    };
}
function checkThresholds(map, values, { defaults }, tell) {
    const own = ['warn-within', 'fail-within'].filter((key) => values[key] !== undefined);
    if (own.length === 0)
        return;
    const [swapped] = (0,request_rules/* findSwappedThresholds */.yN)({
        'fail-within': values['fail-within'] ?? defaults.failWithin,
        'warn-within': values['warn-within'] ?? defaults.warnWithin,
    });
    if (swapped === undefined)
        return;
    const message = own.length === 2
        ? swapped.message
        : `with the other one of the action's inputs warn-within would be narrower than fail-within, so that no warning could ever come before the failure; give the target both`;
    tell(placeOf(map, own[0] ?? ''), own[0] ?? null, message);
}
/** A pull request could otherwise have the credentials sent to a host of its own. */
function checkApiUrl(map, values, { path, defaults }, tell) {
    const given = values['api-url'];
    if (path === null || given === undefined || given.href === defaults.apiUrl?.href)
        return;
    tell(placeOf(map, 'api-url'), 'api-url', `given "${given.origin}"; a file that a pull request can change cannot say where credentials go. Allowed: ${defaults.apiUrl === null
        ? 'none, since the input api-url is not given'
        : `"${defaults.apiUrl.origin}", as the input api-url`}. Remove it, or give it as the input api-url`);
}
function refuseMisplacedKeys(map, provider, tell) {
    for (const [key, { keyAt }] of map.entries) {
        if (!Object.hasOwn(targetNotes, key))
            continue;
        const { providers, why } = targetNotes[key];
        if (providers === undefined || providers.includes(provider))
            continue;
        const reason = why === undefined ? '' : `, ${why}`;
        tell(keyAt, key, `has no effect with provider '${provider}'${reason}, only with ${providers.join(', ')}; remove it, or change the provider`);
    }
}
function checkTypes(map, provider, values, { secrets }, tell) {
    const { types } = interface_capabilities/* capabilitiesOf */.S[provider];
    if (types.length === 0)
        return;
    for (const type of values.types ?? []) {
        if (types.includes(type))
            continue;
        tell(placeOf(map, 'types'), 'types', `${describeText(type, secrets)}; allowed: ${types.join(', ')}${(0,parsers/* nearest */.pA)(type, types)}`);
    }
}
function readStoreOf(map, provider, values, { defaults }, tell) {
    const problems = [];
    const store = (0,interface_store/* readStore */.uz)(provider, { ...values, status: values.statuses, 'api-url': values['api-url'] ?? defaults.apiUrl ?? undefined }, problems);
    for (const { input, message } of problems) {
        const key = input === 'status' ? 'statuses' : input;
        // A key whose text cannot be read is told of already.
        const isToldOf = map.entries.has(key) && values[key] === undefined;
        if (!isToldOf)
            tell(placeOf(map, key), key, message);
    }
    return store;
}
async function readCredentials(map, provider, texts, values, context, tell) {
    // A text that its schema refused is told of already.
    for (const key of Object.keys(texts))
        if (values[key] === undefined)
            delete texts[key];
    const credentials = readTargetCredentials(map, provider, texts, context, tell);
    if (credentials === null)
        return null;
    try {
        return await (0,signing_key/* readSigningKey */.j)(credentials, context.readFile, context.secrets.keep);
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        for (const { input, message } of error.problems)
            tell(placeOf(map, input), input, message);
        return null;
    }
}
function assembleTarget(store, values, ignore, credentials, { defaults }) {
    return {
        ...store,
        name: values.name ?? defaultName(store),
        credentials,
        onlyInUse: values['only-in-use'] ?? false,
        types: values.types ?? [],
        failWithin: values['fail-within'] ?? defaults.failWithin ?? null,
        warnWithin: values['warn-within'] ?? defaults.warnWithin ?? null,
        owner: values.owner ?? null,
        runbook: values.runbook ?? null,
        ignore,
    };
}

;// CONCATENATED MODULE: ./build/src/interface/targets/read-targets.js






/** One audit is read in one process: more are another audit. */
const MOST_TARGETS = 10_000;
/**
 * The targets of a YAML or JSON text, in its order; those that are wrong are left out, and what is wrong with
 * them is added to the problems.
 * @throws InputError where there are too many problems to go on.
 */
async function readTargets(text, context, problems) {
    const log = createProblemLog(problems, context);
    const parsed = await parseYaml(text);
    if ('problems' in parsed) {
        for (const { position, message } of parsed.problems) {
            const glued = findGluedLine(text, position, context);
            log.tell(position, null, glued === null ? message : `a blank is missing after "${glued}:"`);
        }
        return [];
    }
    const { ok } = parsed;
    const items = findItems(ok, log);
    // All of them before the first message: a secret of one target may stand in another by mistake.
    for (const item of items)
        if (item.kind === 'map')
            keepTargetSecrets(item, context);
    const targets = [];
    const places = new Map();
    for (const [index, item] of items.entries()) {
        const ordinal = `target ${index + 1}`;
        if (item.kind !== 'map') {
            log.tell(ok.positionOf(item.at), ordinal, describeNoMap(item));
            continue;
        }
        const target = await readTarget(item, context, (at, key, message) => {
            const label = labelOf(item, ordinal, context);
            log.tell(ok.positionOf(at), key === null ? label : `${label}, ${key}`, message);
        });
        if (target === null)
            continue;
        const position = ok.positionOf(placeOf(item, 'name'));
        const before = places.get(target.name);
        if (before === undefined) {
            targets.push(target);
            places.set(target.name, `${ordinal} (line ${position.line})`);
        }
        else {
            log.tell(position, `${ordinal}, name`, `"${target.name}" is the name of ${before} too; reports tell targets apart by it. Give one of them another name`);
        }
    }
    sortByPlace(problems);
    return targets;
}
/** In the order in which people mend them: inputs first, then from the first line to the last. */
function sortByPlace(problems) {
    problems.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0));
}
/**
 * The key that lacks the blank after its colon, in a line that cannot be read or in the one above; what follows it
 * is kept secret.
 */
function findGluedLine(text, position, { secrets }) {
    if (position === null)
        return null;
    const keys = Object.keys(targetSchema.shape);
    const lines = text.split('\n', position.line).slice(-2);
    const [glued] = lines.flatMap((line) => findGluedKey(line, keys) ?? []);
    if (glued === undefined)
        return null;
    secrets.keep(glued.rest);
    return glued.key;
}
function findItems({ root, positionOf }, log) {
    const refuse = (at, message) => {
        log.tell(positionOf(at), null, message);
        return [];
    };
    let list = root;
    if (root.kind === 'map') {
        const inner = root.entries.get('targets');
        if (inner === undefined) {
            return refuse(root.at, root.entries.has('provider')
                ? 'is one target by itself; targets are a list: put "- " before its first key, and indent the others alike'
                : 'is a map without targets; allowed: a list of targets, or a map with the key targets');
        }
        for (const [key, { keyAt }] of root.entries) {
            // Editors find the schema by it.
            if (key !== 'targets' && key !== '$schema') {
                refuse(keyAt, 'beside targets only $schema may stand; remove the key, or put it into each target');
            }
        }
        list = inner.value;
    }
    if (list.kind !== 'list') {
        return refuse(list.at, list.kind === 'text' && list.text === ''
            ? 'holds no targets; allowed: a list of targets, or a map with the key targets'
            : `is a ${list.kind}; allowed: a list of targets, each with "- " before its first key`);
    }
    if (list.items.length === 0)
        return refuse(list.at, 'is an empty list; give one target at least');
    if (list.items.length > MOST_TARGETS) {
        return refuse(list.at, `holds ${list.items.length} targets; allowed: ${MOST_TARGETS}. Split them over several audits`);
    }
    return list.items;
}
function describeNoMap(item) {
    const glued = item.kind === 'text' ? findGluedKey(item.text, Object.keys(targetSchema.shape)) : null;
    return glued === null
        ? `is ${item.kind === 'text' && item.text === '' ? 'empty' : `a ${item.kind}`}; allowed: a map of keys such as provider and its scope`
        : `a blank is missing after "${glued.key}:"`;
}
/** The target as people know it, where its name can be shown; else its place among the others. */
function labelOf(map, ordinal, { secrets }) {
    const value = map.entries.get('name')?.value;
    const isName = value?.kind === 'text' &&
        !value.isFolded &&
        value.text !== '' &&
        targetSchema.shape.name.safeParse(value.text).success &&
        !secrets.isSecret(value.text);
    return isName ? `target ${JSON.stringify(value.text)}` : ordinal;
}

;// CONCATENATED MODULE: ./build/src/interface/targets/secret-keeper.js

// Token prefixes: Cloudflare Fundamentals documentation, API token formats.
const LOOKS_SECRET = /\bcf(?:k|[au]t)_|-----BEGIN|(?:api-token|api-key|client-secret|client-private-key)\s*[:=]/i;
/** Tells `keepSecret` of each secret once. */
function createSecretKeeper(keepSecret) {
    const kept = new Set();
    const unseen = new Set();
    return {
        keep(secret) {
            if (secret.length < credentials/* SHORTEST_CREDENTIAL */.$r || kept.has(secret))
                return;
            kept.add(secret);
            unseen.add(secret);
            keepSecret(secret);
        },
        hide(text) {
            if (text.length >= credentials/* SHORTEST_CREDENTIAL */.$r)
                unseen.add(text);
        },
        isSecret(text) {
            if (LOOKS_SECRET.test(text))
                return true;
            for (const secret of unseen)
                if (text.includes(secret))
                    return true;
            return false;
        },
        conceal(text) {
            let concealed = text;
            for (const secret of unseen)
                concealed = concealed.replaceAll(secret, '***');
            return concealed;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/interface/targets/single-store.js






/** The one target that the inputs are of, by the rules of every other operation. */
async function readSingleStore(raw, inputs, { environment, readFile, keepSecret }, problems) {
    const { provider } = inputs;
    if (provider === undefined) {
        if ((raw.provider ?? '') === '') {
            problems.push({
                input: 'provider',
                message: `${(0,interface_store/* missingProvider */.UM)().message}; or give targets or targets-file for any number of stores. An empty one is as if it were not given`,
            });
        }
        return [];
    }
    problems.push(...(0,request_rules/* findMisplacedInputs */.rj)(raw, 'audit', provider));
    // What could not be read is told of already.
    const isToldOf = new Set(problems.map(({ input }) => input));
    const found = [];
    const store = (0,interface_store/* readStore */.uz)(provider, inputs, found);
    const validateOnly = inputs['validate-only'];
    const chosen = validateOnly
        ? (0,credentials/* chooseCredentials */.Mk)(provider, withStandIns(raw), standInEnvironment(inputs.cloud ?? ''))
        : (0,credentials/* chooseCredentials */.Mk)(provider, raw, environment);
    if (!('scheme' in chosen))
        found.push(...chosen);
    problems.push(...found.filter(({ input }) => !isToldOf.has(input)));
    if (store === null || !('scheme' in chosen) || problems.length > 0)
        return [];
    return [
        {
            ...store,
            name: defaultName(store),
            credentials: validateOnly ? null : await (0,signing_key/* readSigningKey */.j)(chosen, readFile, keepSecret),
            onlyInUse: false,
            types: [],
            failWithin: inputs['fail-within'] ?? null,
            warnWithin: inputs['warn-within'] ?? null,
            owner: null,
            runbook: null,
            ignore: [],
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/interface/targets/read-audit-request.js















/**
 * Reads and checks what an audit is asked to do: the inputs, and the targets of `targets`, of `targets-file`, or
 * the one store of the inputs.
 * @throws InputError with every problem found; no call was made.
 */
async function readAuditRequest(raw, deps) {
    if (raw.operation !== 'audit')
        throw new TypeError('Every other operation is read by readRequest');
    const secrets = createSecretKeeper(deps.keepSecret);
    keepInputSecrets(raw, deps.environment, secrets);
    const problems = (0,request_rules/* findUnknownInputs */.dw)(raw);
    const credentials = await readNamedCredentials(raw.credentials ?? '', secrets, problems);
    const inputs = readInputs((0,interface_store/* withEnvironment */.Ec)(raw, deps.environment), problems);
    const validateOnly = inputs['validate-only'];
    const issue = readIssue(inputs, raw, problems);
    problems.push(...(0,request_rules/* findSwappedThresholds */.yN)(inputs), ...findIdleDryRun(inputs));
    const source = await findSource(raw, inputs, deps, problems);
    if (source === 'none')
        problems.push(...findMisplacedCredentials(raw));
    else
        problems.push(...(0,request_rules/* findMisplacedInputs */.rj)(raw, 'audit', null), ...findInputsBesideTargets(raw));
    const targets = source === 'none'
        ? await readSingleStore(raw, inputs, { ...deps, keepSecret: secrets.keep }, problems)
        : await readTargets(source.text, {
            input: source.input,
            path: source.path,
            validateOnly,
            defaults: {
                apiUrl: inputs['api-url'] ?? null,
                failWithin: inputs['fail-within'],
                warnWithin: inputs['warn-within'],
            },
            environment: deps.environment,
            credentials,
            secrets,
            missingNames: new Set(),
            readFile: deps.readFile,
        }, problems);
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return {
        targets,
        failJob: inputs['fail-job'],
        onEmpty: inputs['on-empty'],
        validateOnly,
        reportFormats: inputs['report-formats'],
        reportDirectory: inputs['report-directory'] ?? null,
        issue,
        transport: (0,request/* readTransportSettings */.D8)(inputs),
        summary: inputs.summary,
    };
}
/** Before anything is said: a message may quote an input in which a secret stands by mistake. */
function keepInputSecrets(raw, environment, secrets) {
    for (const name of Object.keys(input_notes/* inputNotes */.g)) {
        const { secret, structured, material } = input_notes/* inputNotes */.g[name];
        const text = raw[name] ?? '';
        if (secret !== true || structured === true || (material === true && !(0,material_text/* isMaterialText */.L)(text)))
            continue;
        if (name !== 'github-token' || raw.issue?.toLowerCase() === 'true')
            secrets.keep(text);
    }
    const provider = words/* providers */.r5.find((name) => name === raw.provider);
    const chosen = provider === undefined ? [] : (0,credentials/* chooseCredentials */.Mk)(provider, raw, environment);
    if ('scheme' in chosen)
        for (const secret of (0,credentials/* secretsOf */.Fj)(chosen))
            secrets.keep(secret);
}
/** The inputs; those that cannot be read are told of and read as if they were not given. */
function readInputs(raw, problems) {
    const found = [];
    const inputs = (0,parse_inputs/* parseInputs */.TL)(raw, found);
    problems.push(...found);
    if (inputs !== null)
        return inputs;
    const refused = new Set(found.map(({ input }) => input));
    const readable = Object.fromEntries(Object.entries(raw).filter(([name]) => !refused.has(name)));
    const rest = (0,parse_inputs/* parseInputs */.TL)(readable, []);
    if (rest === null)
        throw new input_error/* InputError */.d(problems);
    return rest;
}
/** Where the targets stand; `none` where the inputs are of one store. */
async function findSource(raw, inputs, { readFile }, problems) {
    const inline = inputs.targets;
    const path = inputs['targets-file'];
    if (inline !== undefined) {
        if (path !== undefined) {
            problems.push({
                input: 'targets-file',
                message: 'given together with targets; allowed is one of the two. Remove one',
            });
        }
        return { input: 'targets', path: null, text: inline };
    }
    if (path === undefined) {
        if ((raw['targets-file'] ?? '') === '')
            return 'none';
        throw new input_error/* InputError */.d(problems);
    }
    try {
        return { input: 'targets-file', path, text: await readFile(path) };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read';
        problems.push({
            input: 'targets-file',
            message: `given ${(0,parse_inputs/* quote */.hD)(path)}, which is no file that can be read (${code}); allowed: the path of a YAML or JSON file, relative to the workspace. Is actions/checkout a step before this one?`,
        });
        throw new input_error/* InputError */.d(problems);
    }
}
function findMisplacedCredentials(raw) {
    if ((raw.credentials ?? '') === '')
        return [];
    return [
        {
            input: 'credentials',
            message: 'has an effect only with targets or targets-file, whose targets name its entries; remove it, or give targets. An empty targets is as if it were not given',
        },
    ];
}
function findIdleDryRun(inputs) {
    if (!inputs['dry-run'] || !inputs.issue || inputs['validate-only'])
        return [];
    return [
        {
            input: 'dry-run',
            message: "given together with issue, which is the one thing that an audit changes; remove dry-run, or give 'issue: false'",
        },
    ];
}
function readIssue(inputs, raw, problems) {
    if (!inputs.issue || inputs['validate-only'])
        return null;
    const token = raw['github-token'] ?? '';
    if (token === '' || token === (0,interface_inputs/* defaultOf */.H)('github-token')) {
        problems.push({
            input: 'github-token',
            message: "missing; 'issue: true' needs it. Remove the input, so that its default serves, and give the job 'permissions: issues: write'",
        });
    }
    return {
        key: inputs['issue-key'] ?? null,
        labels: inputs['issue-labels'] ?? [],
        assignees: inputs['issue-assignees'] ?? [],
        token,
    };
}

// EXTERNAL MODULE: ./build/src/opener.js + 15 modules
var src_opener = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/src/operations/audit/certificate-findings.js
var certificate_findings = __webpack_require__(1306);
;// CONCATENATED MODULE: ./build/src/certificate/compact.js
const compact_NOTHING = {};
const NONE = [];
/** The number of a date. */
function compactDate(date) {
    return date === null ? null : date.getTime();
}
/** The date of a number, made anew each time it is asked for. */
function expandDate(compact) {
    return compact === null ? null : new Date(compact);
}
/**
 * A certificate without its PEM and the vendor's remaining fields, in half of the memory: an audit holds 100,000.
 * Its dates are no properties of its own, so a copy by spreading would lack them: `compactCertificate` copies one.
 */
class CompactCertificate {
    provider;
    scope;
    id;
    name;
    status;
    fingerprint;
    subject;
    issuer;
    serialNumber;
    sans;
    inUse;
    type;
    contradictions;
    #notBefore;
    #notAfter;
    #createdAt;
    #updatedAt;
    constructor(certificate, { issuer = certificate.issuer, inUse = certificate.inUse }) {
        this.provider = certificate.provider;
        this.scope = certificate.scope;
        this.id = certificate.id;
        this.name = certificate.name;
        this.status = certificate.status;
        this.fingerprint = certificate.fingerprint;
        this.subject = certificate.subject;
        this.issuer = issuer;
        this.serialNumber = certificate.serialNumber;
        this.sans = certificate.sans?.length === 0 ? NONE : certificate.sans;
        this.inUse = inUse;
        this.type = certificate.type;
        this.contradictions = certificate.contradictions.length === 0 ? NONE : certificate.contradictions;
        this.#notBefore = compactDate(certificate.notBefore);
        this.#notAfter = compactDate(certificate.notAfter);
        this.#createdAt = compactDate(certificate.createdAt);
        this.#updatedAt = compactDate(certificate.updatedAt);
    }
    get notBefore() {
        return expandDate(this.#notBefore);
    }
    get notAfter() {
        return expandDate(this.#notAfter);
    }
    get createdAt() {
        return expandDate(this.#createdAt);
    }
    get updatedAt() {
        return expandDate(this.#updatedAt);
    }
    get pem() {
        return null;
    }
    get vendor() {
        return compact_NOTHING;
    }
}
/** The certificate as an audit holds it, with what is changed in it. */
function compactCertificate(certificate, changes = {}) {
    return new CompactCertificate(certificate, changes);
}

;// CONCATENATED MODULE: ./build/src/operations/audit/compact-audited.js


/** Its date is held as a number, and its reason only where it says more than the end: 100,000 take 20 MB less. */
class CompactAudited {
    certificate;
    standing;
    severity;
    contribution;
    daysLeft;
    target;
    key;
    isAuthority;
    usedBy;
    ignoredBy;
    consoleUrl;
    #renewOn;
    /** Null where it is the certificate's end alone. */
    #reason;
    constructor(audited) {
        this.certificate = audited.certificate;
        this.standing = audited.standing;
        this.severity = audited.severity;
        this.contribution = audited.contribution;
        this.daysLeft = audited.daysLeft;
        this.target = audited.target;
        this.key = audited.key;
        this.isAuthority = audited.isAuthority;
        this.usedBy = audited.usedBy;
        this.ignoredBy = audited.ignoredBy;
        this.consoleUrl = audited.consoleUrl;
        this.#renewOn = compactDate(audited.renewOn);
        this.#reason = audited.reason === tellEnd(audited.certificate) ? null : audited.reason;
    }
    get renewOn() {
        return expandDate(this.#renewOn);
    }
    get reason() {
        return this.#reason ?? tellEnd(this.certificate);
    }
}
/** An audited certificate in little memory, as those are held that an audit reports. */
function compactAudited(audited) {
    return new CompactAudited(audited);
}
function tellEnd({ notAfter }) {
    return notAfter === null ? '' : (0,expiry/* describeEnd */.lA)(notAfter);
}

// EXTERNAL MODULE: ./build/src/operations/audit/ignore.js
var ignore = __webpack_require__(4628);
// EXTERNAL MODULE: ./build/src/operations/audit/policy.js
var policy = __webpack_require__(4488);
;// CONCATENATED MODULE: ./build/src/operations/audit/judge-target.js






/** Judges a target's certificates by its policy. */
function judgeTarget(target, certificates, usage, now) {
    const capabilities = interface_capabilities/* capabilitiesOf */.S[target.provider];
    const rules = target.ignore.filter((rule) => (0,ignore/* holds */.v9)(rule, now));
    return certificates.map(({ certificate: surveyed, key, consoleUrl }) => {
        const usedBy = findUsers(surveyed.id, usage);
        const inUse = surveyed.inUse ?? concludeUse(usedBy, usage);
        // Of very many certificates a second copy would be felt.
        const certificate = inUse === surveyed.inUse ? surveyed : compactCertificate(surveyed, { inUse });
        const isAuthority = key?.isCa ?? capabilities.holdsAuthorities;
        const thresholds = (0,policy/* findThresholds */["in"])(certificate, isAuthority, target);
        const counts = isCounted(certificate, target, capabilities);
        const judgement = (0,expiry/* judgeCertificate */.Z9)(certificate, { ...thresholds, onEmpty: 'fail', counts: () => counts }, now);
        const ignoredBy = rules.find((rule) => (0,ignore/* matchesRule */.Ib)(certificate, rule)) ?? null;
        const isIgnored = ignoredBy !== null && judgement.standing === 'counted';
        return compactAudited({
            certificate,
            standing: judgement.standing,
            severity: isIgnored ? 'ignored' : judgement.severity,
            contribution: isIgnored ? null : judgement.contribution,
            daysLeft: judgement.daysLeft,
            reason: judgement.reason,
            target,
            key,
            isAuthority,
            usedBy,
            renewOn: (0,policy/* findRenewalDate */.sK)(certificate, thresholds.warnWithin),
            ignoredBy: isIgnored ? ignoredBy : null,
            consoleUrl,
        });
    });
}
/**
 * Whether it must be known what refers to the certificates: where only those in use count, and where one of
 * those that count is in its window, so that a person sees whom it concerns.
 */
function needsUsage(target, certificates, now) {
    if (target.onlyInUse)
        return certificates.length > 0;
    return judgeTarget(target, certificates, null, now).some(({ contribution }) => contribution === 'warn' || contribution === 'fail');
}
function isCounted({ status, inUse, type }, { filter, onlyInUse, types }, { dormantStatuses }) {
    // What is not known to be unused counts: an audit must not pass over what may serve.
    if (onlyInUse && inUse === false)
        return false;
    if (types.length > 0 && !types.includes(type ?? ''))
        return false;
    return filter.statuses.length > 0 || !dormantStatuses.includes(status ?? '');
}
function findUsers(id, usage) {
    if (usage === null || id === null)
        return null;
    const users = usage.referrers.get(id) ?? [];
    return users.length === 0 && usage.withheld.length > 0 ? null : users;
}
/** Used where something refers to it, unused only where everything was read and nothing does. */
function concludeUse(usedBy, usage) {
    if (usage === null || usedBy === null)
        return null;
    return usedBy.length > 0;
}

// EXTERNAL MODULE: ./build/src/certificate/key-facts.js + 1 modules
var key_facts = __webpack_require__(2517);
// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
;// CONCATENATED MODULE: ./build/src/operations/audit/read-target.js



/** Gives equal texts as one, to hold it once: a target's many certificates have few issuers, and few pages show them. */
function createSharing() {
    const known = new Map();
    return (text) => {
        if (text === null)
            return null;
        const first = known.get(text);
        if (first === undefined)
            known.set(text, text);
        return first ?? text;
    };
}
/**
 * Reads one target. Never rejects: what keeps it from being read is in the reading.
 * @param needsUsage whether what refers to the certificates must be known, given what was read.
 */
async function read_target_readTarget(target, needsUsage, context) {
    let provider = null;
    try {
        provider = await context.open(target);
        const { consoleUrl, readCredentialEnd, readUsage } = provider;
        const share = createSharing();
        const keep = (certificate) => ({
            certificate: compactCertificate(certificate, { issuer: share(certificate.issuer) }),
            key: certificate.pem === null ? null : (0,key_facts/* readKeyFacts */.pB)(certificate.pem),
            consoleUrl: share(consoleUrl(certificate)),
        });
        const [certificates, credential] = await Promise.allSettled([
            provider.survey(target.filter, keep),
            readCredentialEnd === null ? null : context.askOnce(target, readCredentialEnd),
        ]);
        if (certificates.status === 'rejected')
            throw certificates.reason;
        const remarks = [...provider.notices];
        const usage = readUsage !== null && needsUsage(certificates.value)
            ? await readUsage().catch((error) => {
                const { message } = context.explain(error, target, provider);
                return {
                    referrers: new Map(),
                    withheld: [`What refers to certificates is not known: ${message}`],
                };
            })
            : null;
        remarks.push(...(usage?.withheld ?? []));
        if (credential.status === 'rejected') {
            const { message } = context.explain(credential.reason, target, provider);
            remarks.push(`When the credential ends is not known: ${message}`);
        }
        return {
            target,
            provider,
            state: 'read',
            trouble: null,
            certificates: certificates.value,
            usage,
            credentialExpiresOn: credential.status === 'fulfilled' ? (credential.value?.expiresOn ?? null) : null,
            remarks,
        };
    }
    catch (error) {
        const isDenied = error instanceof errors/* ApiError */.h && provider?.isDenial(error) === true;
        return {
            target,
            provider,
            state: isDenied ? 'denied' : 'unreadable',
            trouble: context.explain(error, target, provider),
            certificates: [],
            usage: null,
            credentialExpiresOn: null,
            remarks: [],
        };
    }
}

// EXTERNAL MODULE: ./build/src/certificate/threshold.js
var certificate_threshold = __webpack_require__(2178);
;// CONCATENATED MODULE: ./build/src/operations/audit/target-findings.js




/** What is held against a target itself. */
function findAboutTarget(reading, now) {
    return [...tellTrouble(reading), ...tellEndedRules(reading, now)];
}
function tellTrouble({ target, state, trouble }) {
    if (trouble === null)
        return [];
    return [
        {
            rule: 'unreadable',
            verdict: 'fail',
            message: `${state === 'denied' ? 'may not be read' : 'could not be read'}: ${trouble.message}`,
            mend: trouble.mend ?? 'Run again; what is not read is not watched.',
            target: target.name,
            certificate: null,
        },
    ];
}
function tellEndedRules({ target }, now) {
    return target.ignore
        .filter((rule) => !(0,ignore/* holds */.v9)(rule, now))
        .map((rule) => ({
        rule: 'ended-ignore',
        verdict: 'warn',
        message: `has an ignore rule for ${(0,ignore/* describeRule */.IO)(rule)} that ended on ${(0,time/* formatDate */.Yq)(rule.until)} (${rule.reason}); what it named is judged again`,
        mend: 'Remove the rule, or decide anew and give it a later until.',
        target: target.name,
        certificate: null,
    }));
}
/** Rules that name no certificate of a target that was read: perhaps misspelt, perhaps no longer needed. */
function remarkOnIdleRules({ target, state }, certificates, now) {
    if (state !== 'read')
        return [];
    return target.ignore
        .filter((rule) => (0,ignore/* holds */.v9)(rule, now))
        .filter((rule) => !certificates.some(({ certificate }) => (0,ignore/* matchesRule */.Ib)(certificate, rule)))
        .map((rule) => `The ignore rule for ${(0,ignore/* describeRule */.IO)(rule)} names no certificate.`);
}
/**
 * Credentials that end within a window, as leaf certificates do: once they have, nothing can be read. One finding
 * a credential.
 * @param keyOf tells credentials apart.
 */
function findEndingCredentials(readings, keyOf, now) {
    const byCredential = new Map();
    for (const reading of readings) {
        if (reading.credentialExpiresOn === null)
            continue;
        const key = keyOf(reading);
        byCredential.set(key, [...(byCredential.get(key) ?? []), reading]);
    }
    return [...byCredential.values()].flatMap((sharing) => {
        const [first] = sharing;
        const expiresOn = first?.credentialExpiresOn ?? null;
        if (first === undefined || expiresOn === null)
            return [];
        const verdict = sharing
            .map(({ target }) => judgeEnd(expiresOn, target, now))
            .reduce((worst, one) => (worst === 'fail' || one === 'ok' ? worst : one), 'ok');
        if (verdict === 'ok')
            return [];
        const more = sharing.length - 1;
        const others = more === 0 ? '' : `, as that of ${more} more target${more === 1 ? '' : 's'},`;
        return [
            {
                rule: 'credential-expiring',
                verdict,
                message: `is read with an API token${others} that ends on ${(0,time/* formatDate */.Yq)(expiresOn)}`,
                mend: 'Roll the token, or give it a later end, and store it again; without it nothing is watched.',
                target: first.target.name,
                certificate: null,
            },
        ];
    });
}
/** A credential's lifetime is not known: in place of a share of it alone stands what is usual for a leaf. */
function judgeEnd(expiresOn, target, now) {
    const dates = { notBefore: null, notAfter: expiresOn };
    const given = (0,policy/* findThresholds */["in"])(dates, false, target);
    const usual = (0,policy/* findThresholds */["in"])(dates, false, { failWithin: null, warnWithin: null });
    const isWithin = (threshold) => {
        const window = (0,certificate_threshold/* windowMilliseconds */.Vh)(given[threshold], null) ?? (0,certificate_threshold/* windowMilliseconds */.Vh)(usual[threshold], null);
        return window !== null && expiresOn.getTime() - now.getTime() <= window;
    };
    if (isWithin('failWithin'))
        return 'fail';
    return isWithin('warnWithin') ? 'warn' : 'ok';
}
/** Nothing to judge in all that was read, which is more often a mistake than good news. */
function findEmptiness({ judged, ignored, dormant, pending, unreadable, count }, onEmpty) {
    if (judged + ignored > 0 || unreadable > 0 || onEmpty === 'ignore')
        return [];
    const message = count === 0
        ? 'No certificate was found in any target'
        : `None of the ${count} certificates found counts (${dormant} not in service, ${pending} pending)`;
    return [
        {
            rule: 'empty',
            verdict: onEmpty,
            message: `${message}, and on-empty is ${onEmpty}`,
            mend: 'Check the scopes and filters of the targets; if that is as it should be, set on-empty to ignore.',
            target: null,
            certificate: null,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/operations/audit/workload.js

const DAY_MILLISECONDS = 86_400_000;
const DAYS_A_YEAR = 365.25;
/** A certificate is replaced when a third of its life is left, as the default warn window says. */
const USED_SHARE = 2 / 3;
/** The longest lifetimes of public TLS certificates (CA/Browser Forum, ballot SC-081v3). */
const LIMITS = [
    { days: 200, since: '2026-03-15' },
    { days: 100, since: '2027-03-15' },
    { days: 47, since: '2029-03-15' },
];
/** How often the leaf certificates that count have to be replaced in a year. */
function estimateWorkload(counted) {
    const leaves = counted.filter(({ isAuthority }) => !isAuthority);
    const lifetimes = leaves.map(({ certificate }) => (0,policy/* findLifetime */.Dn)(certificate));
    const rotate = (most) => lifetimes.reduce((sum, lifetime) => {
        const days = Math.min(most, lifetime === null ? Number.POSITIVE_INFINITY : lifetime / DAY_MILLISECONDS);
        return sum + DAYS_A_YEAR / (days * USED_SHARE);
    }, 0);
    return {
        leaves: leaves.length,
        now: rotate(Number.POSITIVE_INFINITY),
        atMost: LIMITS.map((limit) => ({ ...limit, rotations: rotate(limit.days) })),
    };
}

;// CONCATENATED MODULE: ./build/src/operations/audit/audit.js






/** So many targets are read at once; each credential's own limits are kept besides. */
const TARGETS_SIDE_BY_SIDE = 32;
/** More lines than that tell nobody anything. */
const PROGRESS_LINES_AT_MOST = 50;
/** Reads all targets side by side and judges them together. Rejects only on a defect: trouble is a finding. */
async function auditTargets(context) {
    const { request, clock } = context;
    const readings = await audit_readTargets(context);
    const now = new Date(clock.now());
    const judged = readings.map((reading) => judgeTarget(reading.target, reading.certificates, reading.usage, now));
    const certificates = judged.flat().sort(rankAudited);
    const counted = certificates.filter(audit_isCounted);
    const counts = countAll(certificates, readings);
    const findings = [
        ...readings.flatMap((reading) => findAboutTarget(reading, now)),
        ...judged.flatMap((siblings) => siblings.flatMap((one) => (0,certificate_findings/* findAboutCertificate */.qX)(one, siblings))),
        ...(0,certificate_findings/* findSharedKeys */.DW)(counted),
        ...findEndingCredentials(readings, ({ target }) => credentialKeyOf(target), now),
        ...findEmptiness(counts, request.onEmpty),
    ].sort(rankFindings(certificates));
    return {
        at: now,
        version: context.version,
        verdict: (0,expiry/* worstOf */.hm)(findings.map(({ verdict }) => verdict)),
        failJob: request.failJob,
        isComplete: counts.unreadable === 0,
        counts,
        certificates,
        findings,
        targets: readings.map((reading, index) => ({
            target: reading.target,
            state: reading.state,
            trouble: reading.trouble,
            count: reading.state === 'read' ? reading.certificates.length : null,
            credentialExpiresOn: reading.credentialExpiresOn,
            remarks: [...reading.remarks, ...remarkOnIdleRules(reading, judged[index] ?? [], now)],
        })),
        workload: estimateWorkload(counted),
        run: context.run,
    };
}
/** Tells credentials apart: those that are alike share their limits, and are asked about once. */
function credentialKeyOf({ credentials, apiUrl, provider }) {
    return JSON.stringify([provider === 'zscaler-zpa', credentials, apiUrl?.href ?? null]);
}
async function audit_readTargets(context) {
    const { request, clock, log } = context;
    const { targets } = request;
    const asked = new Map();
    const reading = {
        open: context.open,
        explain: context.explain,
        askOnce: (target, ask) => {
            // What a token may be asked differs between an account's store and a zone's.
            const key = `${target.provider} ${credentialKeyOf(target)}`;
            const answer = asked.get(key) ?? ask();
            asked.set(key, answer);
            return answer;
        },
    };
    const readings = [];
    let next = 0;
    const readOn = async () => {
        for (let index = next++; index < targets.length; index = next++) {
            const target = targets[index];
            if (target === undefined)
                return;
            const now = new Date(clock.now());
            const one = await read_target_readTarget(target, (found) => needsUsage(target, found, now), reading);
            readings[index] = one;
            if (targets.length <= PROGRESS_LINES_AT_MOST)
                log(describeReading(one));
        }
    };
    await Promise.all(Array.from({ length: Math.min(TARGETS_SIDE_BY_SIDE, targets.length) }, readOn));
    return readings;
}
function describeReading({ target, state, certificates }) {
    if (state === 'denied')
        return `${target.name}: denied`;
    if (state === 'unreadable')
        return `${target.name}: could not be read`;
    return `${target.name}: ${certificates.length} certificates`;
}
function audit_isCounted({ standing, ignoredBy }) {
    return standing === 'counted' && ignoredBy === null;
}
function rankAudited(a, b) {
    return rankGroup(a) - rankGroup(b) || (0,expiry/* rankByUrgency */.v9)(a, b);
}
function rankGroup(audited) {
    const groups = ['counted', 'dormant', 'pending'];
    return audit_isCounted(audited) ? 0 : 1 + groups.indexOf(audited.standing);
}
/** `fail` first; among equals what concerns targets, then certificates as they are ordered. */
function rankFindings(certificates) {
    const places = new Map(certificates.map((one, index) => [one, index]));
    const placeOf = ({ certificate }) => (certificate === null ? -1 : (places.get(certificate) ?? 0));
    const rank = ({ verdict }) => (verdict === 'fail' ? 0 : 1);
    return (a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b);
}
function countAll(certificates, readings) {
    const counted = certificates.filter(audit_isCounted);
    const count = (...severities) => counted.filter(({ severity }) => severities.includes(severity)).length;
    return {
        count: certificates.length,
        judged: counted.length,
        expiring: count('expiring', 'critical'),
        critical: count('critical'),
        expired: count('expired'),
        undated: count('unknown', 'not-yet-valid'),
        dormant: certificates.filter(({ standing }) => standing === 'dormant').length,
        pending: certificates.filter(({ standing }) => standing === 'pending').length,
        ignored: certificates.filter(({ ignoredBy }) => ignoredBy !== null).length,
        targets: readings.length,
        unreadable: readings.filter(({ state }) => state !== 'read').length,
    };
}

// EXTERNAL MODULE: ./build/src/report/audit/sentences.js
var sentences = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/report/inert.js
var inert = __webpack_require__(8212);
;// CONCATENATED MODULE: ./build/src/report/audit/validation.js


/** More rows than that help nobody. */
const ROWS_AT_MOST = 200;
/** Says what was checked. */
function describeValidation(targets) {
    const counts = words/* providers */.r5
        .map((name) => ({ name, count: targets.filter(({ provider }) => provider === name).length }))
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => `${count} ${name}`);
    const line = `${targets.length} ${targets.length === 1 ? 'target is' : 'targets are'} valid (${counts.join(', ')}). Nothing was called.`;
    const rows = targets
        .slice(0, ROWS_AT_MOST)
        .map(({ name, provider, scope, owner, ignore }) => `| ${[name, provider, scope, owner ?? '–', String(ignore.length)].map((text) => (0,inert/* inertMarkdown */.Ic)(text, 100)).join(' | ')} |`);
    const left = targets.length - rows.length;
    const summary = [
        '## ✅ Targets are valid',
        line,
        ['| Target | Provider | Scope | Owner | Ignore rules |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
        ...(left > 0 ? [`… and ${left} more.`] : []),
    ].join('\n\n');
    return { line, summary: `${summary}\n` };
}

;// CONCATENATED MODULE: ./build/src/report/audit/writers.js
const FORMATS = {
    html: {
        fileName: 'certops-audit.html',
        load: async () => (await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 7382))).writeHtml,
    },
    json: { fileName: 'certops-audit.json', load: async () => (await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 6360))).writeJson },
    csv: { fileName: 'certops-audit.csv', load: async () => (await __webpack_require__.e(/* import() */ 481).then(__webpack_require__.bind(__webpack_require__, 7481))).writeCsv },
    sarif: { fileName: 'certops-audit.sarif', load: async () => (await __webpack_require__.e(/* import() */ 504).then(__webpack_require__.bind(__webpack_require__, 1504))).writeSarif },
    junit: { fileName: 'certops-audit.junit.xml', load: async () => (await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.bind(__webpack_require__, 5586))).writeJunit },
    prometheus: {
        fileName: 'certops-audit.prom',
        load: async () => (await __webpack_require__.e(/* import() */ 425).then(__webpack_require__.bind(__webpack_require__, 5425))).writePrometheus,
    },
    icalendar: {
        fileName: 'certops-audit.ics',
        load: async () => (await __webpack_require__.e(/* import() */ 313).then(__webpack_require__.bind(__webpack_require__, 6313))).writeIcalendar,
    },
};
/** Loads the writer of a format, and its library only then. */
async function loadWriter(format) {
    const { fileName, load } = FORMATS[format];
    return { fileName, write: await load() };
}

// EXTERNAL MODULE: ./build/src/runner/github/errors.js
var github_errors = __webpack_require__(4663);
;// CONCATENATED MODULE: ./build/src/runner/issue/adorn-issue.js

/**
 * Puts on the labels that are missing.
 * @returns whether any was, and is there now.
 */
async function addLabels(store, { number, labels }, wanted, warnings) {
    const missing = findMissing(wanted, labels);
    if (missing.length === 0)
        return false;
    return attempt(`The labels ${missing.join(', ')} were not put on issue #${number}`, warnings, () => store.addLabels(number, missing));
}
/** Assigns whoever is missing. */
async function addAssignees(store, { number, assignees }, wanted, warnings) {
    // One by one: a login that does not exist would keep the others from being assigned.
    for (const login of findMissing(wanted, assignees)) {
        const what = `${login} was not assigned to issue #${number}`;
        const advice = "GitHub assigns users, ten at most, who have access to the repository; no organisation and no team. Check the input 'issue-assignees'.";
        await attempt(what, warnings, async () => {
            const assigned = await store.addAssignee(number, login);
            if (findMissing([login], assigned).length > 0)
                warnings.push(`${what}. ${advice}`);
        }, 
        // A login that does not exist is not found.
        ({ reason, mend }) => (reason === 'not-found' ? advice : mend));
    }
}
/** Says something below an issue. */
async function addComment(store, { number }, text, warnings) {
    await attempt(`Issue #${number} got no comment`, warnings, () => store.comment(number, text));
}
/** Where it fails a person is told: what adorns an issue does not keep it from being kept. */
async function attempt(what, warnings, act, adviseOn = ({ mend }) => mend) {
    try {
        await act();
        return true;
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y))
            throw error;
        warnings.push(`${what}: ${error.message} ${adviseOn(error)}`);
        return false;
    }
}
/** GitHub takes labels and logins in either case for the same. */
function findMissing(wanted, present) {
    const there = new Set(present.map((name) => name.toLowerCase()));
    return wanted.filter((name) => !there.has(name.toLowerCase()));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/runner/issue/block.js

/** What GitHub takes as the text of an issue; it counts characters. */
const BODY_CHARACTERS_AT_MOST = 65_536;
/** A longer key stands in the marks as its hash. */
const KEY_CHARACTERS_AT_MOST = 200;
const NOTE = '<!-- Written anew by each run. Write above or below of these marks: that is kept. -->';
/** The marks of a key. No key, whatever it holds, ends the comment early or looks like another key's. */
function marksOf(key) {
    const escaped = encodeURIComponent(key.toWellFormed());
    const shown = escaped.length <= KEY_CHARACTERS_AT_MOST
        ? escaped
        : `sha256:${(0,external_node_crypto_.createHash)('sha256').update(key.toWellFormed()).digest('hex')}`;
    return { begin: `<!-- certops:issue-key=${shown} -->`, end: `<!-- /certops:issue-key=${shown} -->` };
}
/** Whether an issue is of that key. One mark is enough: people may have lost the other. */
function carries(body, { begin, end }) {
    return findMark(body, begin) >= 0 || findMark(body, end) >= 0;
}
/**
 * Where the text goes. Where the marks are damaged it goes below all that is there, since what is whose cannot be
 * known; the next time the last marks that are whole count.
 */
function findPlace(body, { begin, end }) {
    const endsAt = findMark(body, end);
    const beginsAt = endsAt < 0 ? -1 : findMark(body, begin, endsAt);
    if (beginsAt < 0) {
        return { before: body === '' ? '' : `${body}\n\n`, after: '', current: null };
    }
    return {
        before: body.slice(0, beginsAt),
        after: body.slice(endsAt + end.length),
        current: body.slice(beginsAt, endsAt + end.length),
    };
}
/** How long the text may be that goes there; zero or less where people left no room. */
function findRoom({ before, after }, marks) {
    return BODY_CHARACTERS_AT_MOST - before.length - after.length - block_frame('', marks).length;
}
/** The text between its marks. */
function block_frame(text, { begin, end }) {
    return `${begin}\n${NOTE}\n\n${text}\n\n${end}`;
}
/** Whether the text between the marks is that already; editing by hand turns line ends into CRLF. */
function isCurrent({ current }, framed) {
    return current !== null && current.replaceAll('\r\n', '\n') === framed;
}
/** Where a mark stands last before a place; -1 where it does not. One that is quoted begins no line. */
function findMark(body, mark, before = body.length) {
    for (let at = body.lastIndexOf(mark, before); at > 0; at = body.lastIndexOf(mark, at - 1)) {
        if (body[at - 1] === '\n')
            return at;
    }
    return body.startsWith(mark) ? 0 : -1;
}

;// CONCATENATED MODULE: ./build/src/runner/issue/find-issue.js

/**
 * Finds the issue of a key: the open one of the lowest number, else the closed one that was last touched. The
 * closed ones are read only where it is asked for and no open one is found: they are most of a repository's.
 */
async function findIssue(store, marks, { closedToo }) {
    const open = await collect(store.list('open'), marks);
    if (open.length > 0 || !closedToo)
        return rank(open);
    // All of them, since one may have been opened again between the two lists.
    return rank(await collect(store.list('all'), marks));
}
async function collect(pages, marks) {
    const found = [];
    for await (const page of pages)
        found.push(...page.filter(({ body }) => carries(body, marks)));
    return found;
}
function rank(issues) {
    const ranked = [...issues].sort((a, b) => rankState(a) - rankState(b) || rankWithin(a, b) || a.number - b.number);
    const [kept = null, ...others] = ranked;
    return { kept, others };
}
function rankState({ state }) {
    return state === 'open' ? 0 : 1;
}
function rankWithin(a, b) {
    return a.state === 'open' ? a.number - b.number : b.updatedAt.getTime() - a.updatedAt.getTime();
}

;// CONCATENATED MODULE: ./build/src/runner/issue/open-issue.js


/** A new issue is listed a moment after it was made. */
const LOOKING_AGAIN_MILLISECONDS = [1000, 2000, 4000, 8000, 16_000];
/**
 * Opens an issue, and never a second one: where the answer is lost, it is looked for by its marks.
 * @returns the issue, and a sentence where it was opened in that roundabout way.
 */
async function openIssue(store, issue, marks, sleep) {
    try {
        return { opened: await store.create(issue), warning: null };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y) || !error.mayHaveArrived)
            throw error;
        const found = await lookAgain(store, marks, sleep);
        if (found === null)
            throw tellUnknown(error);
        const warning = `GitHub's answer to opening issue #${found.number} was lost, and it was found by its mark. ${error.message}`;
        return { opened: found, warning };
    }
}
async function lookAgain(store, marks, sleep) {
    for (const pause of LOOKING_AGAIN_MILLISECONDS) {
        await sleep(pause);
        const found = (await listNewest(store)).find(({ body }) => carries(body, marks));
        if (found !== undefined)
            return found;
    }
    return null;
}
/** What keeps the list from being read must not hide that an issue may have been opened. */
async function listNewest(store) {
    try {
        return await store.listNewest();
    }
    catch (error) {
        if (error instanceof github_errors/* GitHubError */.y)
            return [];
        throw error;
    }
}
function tellUnknown(error) {
    return new github_errors/* GitHubError */.y(`${error.message} It is not known whether the issue was opened; it is not listed.`, {
        reason: error.reason,
        mend: `${error.mend} If it was opened, the next run finds it by its mark and keeps it.`,
        httpStatus: error.httpStatus,
        mayHaveArrived: true,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/src/runner/issue/keep-issue.js




/**
 * Keeps one issue up to date: opens it where there is something to do, writes anew what stands between its marks,
 * closes it where a complete look finds nothing, opens it again where something is found. Nothing is sent where
 * nothing changes.
 * @throws GitHubError where the issue itself could not be kept.
 */
async function keepIssue(store, wanted, { sleep }) {
    const marks = marksOf(wanted.key);
    const warnings = [];
    const needed = wanted.state === 'findings';
    const { kept, others } = await findIssue(store, marks, { closedToo: needed });
    if (kept !== null && others.length > 0)
        warnings.push(warnOfOthers(kept, others, marks));
    if (kept === null) {
        if (!needed)
            return { action: 'none', number: null, url: null, warnings };
        const body = block_frame(wanted.writeBody(findRoom(findPlace('', marks), marks)), marks);
        const { opened, warning } = await openIssue(store, { title: wanted.title, body }, marks, sleep);
        if (warning !== null)
            warnings.push(warning);
        await addLabels(store, opened, wanted.labels, warnings);
        await addAssignees(store, opened, wanted.assignees, warnings);
        return { action: 'opened', number: opened.number, url: opened.url, warnings };
    }
    // What people wrote while the lists were read is kept too.
    const issue = await store.read(kept.number);
    const action = await bringUpToDate(store, issue, wanted, marks, warnings);
    return { action, number: issue.number, url: issue.url, warnings };
}
async function bringUpToDate(store, issue, wanted, marks, warnings) {
    if (issue.state === 'closed' && wanted.state !== 'findings')
        return 'unchanged';
    const texts = findChange(issue, wanted, marks, warnings);
    if (issue.state === 'closed') {
        await store.update(issue.number, { ...texts, state: 'open' });
        await addComment(store, issue, wanted.reopeningComment, warnings);
        await addLabels(store, issue, wanted.labels, warnings);
        await addAssignees(store, issue, wanted.assignees, warnings);
        return 'reopened';
    }
    if (wanted.state === 'clean') {
        await store.update(issue.number, { ...texts, state: 'closed' });
        await addComment(store, issue, wanted.closingComment, warnings);
        return 'closed';
    }
    const isChanged = Object.keys(texts).length > 0;
    if (isChanged)
        await store.update(issue.number, texts);
    const areLabelsAdded = await addLabels(store, issue, wanted.labels, warnings);
    return isChanged || areLabelsAdded ? 'updated' : 'unchanged';
}
/** Title and text where they are not so already. */
function findChange(issue, wanted, marks, warnings) {
    const title = issue.title === wanted.title ? {} : { title: wanted.title };
    const place = findPlace(issue.body, marks);
    const room = findRoom(place, marks);
    const text = room > 0 ? wanted.writeBody(room) : '';
    if (text === '' || text.length > room) {
        warnings.push(`Issue #${issue.number} has no room left for what was found: GitHub takes 65,536 characters, and what people wrote around the marks takes most of them. Move some of that into comments.`);
        return title;
    }
    const framed = block_frame(text, marks);
    if (isCurrent(place, framed))
        return title;
    if (place.current === null) {
        warnings.push(`Issue #${issue.number} had lost one of its marks, so what was found is written below all that stood there. What an earlier run wrote above can be deleted.`);
    }
    return { ...title, body: `${place.before}${framed}${place.after}` };
}
function warnOfOthers(kept, others, { begin }) {
    const list = others.map(({ number }) => `#${number}`).join(', ');
    return `${others.length === 1 ? 'Issue' : 'Issues'} ${list} ${others.length === 1 ? 'carries' : 'carry'} the mark of issue #${kept.number} too, which alone is kept up to date. Close the others, or delete the line ${begin} and its end from their texts.`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/issue-parts.js
/**
 * Shortens parts to so many characters together, at whole rows. What short parts leave goes to the long ones, so
 * that a long table neither pushes out those after it nor wastes room.
 * @param pointer where the rest is, as Markdown
 * @returns a text for each that has room for its head.
 */
function fitIssueParts(parts, charactersAtMost, pointer) {
    const measured = parts.map((part) => measure(part, charactersAtMost, pointer));
    const shares = share(measured.map(({ wants }) => wants), charactersAtMost);
    return measured.flatMap((one, index) => cut(one, shares[index] ?? 0, pointer) ?? []);
}
function measure(part, charactersAtMost, pointer) {
    const rows = [];
    let wants = measureLines(part.head, tellMore(part.count, pointer));
    for (const row of part.rows) {
        wants += measureLines(row);
        if (wants > charactersAtMost)
            break;
        rows.push(row);
    }
    return { part, rows, wants };
}
/** Gives each what it wants, or an equal part of what the smaller ones leave. */
function share(wants, whole) {
    const shares = [];
    let left = whole;
    const bySize = [...wants.entries()].sort(([, a], [, b]) => a - b);
    for (const [place, [index, wanted]] of bySize.entries()) {
        const given = Math.min(wanted, Math.floor(left / (bySize.length - place)));
        shares[index] = given;
        left -= given;
    }
    return shares;
}
function cut({ part, rows }, charactersAtMost, pointer) {
    const { head, count } = part;
    let length = measureLines(head, tellMore(count, pointer));
    if (length > charactersAtMost)
        return null;
    const end = rows.findIndex((row) => {
        length += measureLines(row);
        return length > charactersAtMost;
    });
    const shown = end === -1 ? rows : rows.slice(0, end);
    const more = count - shown.length;
    return [head, ...shown, ...(more > 0 ? [tellMore(more, pointer)] : [])].join('\n');
}
function tellMore(more, pointer) {
    return `\n… and ${more.toLocaleString('en-US')} more: see ${pointer}.`;
}
/** In characters, with the empty line that may follow each. */
function measureLines(...lines) {
    return lines.reduce((sum, line) => sum + line.length + 2, 0);
}

// EXTERNAL MODULE: ./build/src/report/sentences.js
var report_sentences = __webpack_require__(5198);
;// CONCATENATED MODULE: ./build/src/report/audit/issue-text.js

/** Breaks a word for machines and not for eyes. */
const UNSEEN = '&#8203;';
const LONGEST_ADDRESS = 2000;
/**
 * Text within an issue. GitHub looks for mentions, issue numbers and addresses in what Markdown makes of a text,
 * where an escaped mark is the mark again (github/cmark-gfm#181); so each is broken.
 */
function inertInIssue(text, maximumLength = 500) {
    return (0,inert/* inertMarkdown */.Ic)(text, maximumLength)
        .replace(/&#(?:64|35);|www&#46;|\bgh-(?=\d)/gi, (mark) => `${mark}${UNSEEN}`)
        .replaceAll('&#58;//', `&#58;${UNSEEN}//`);
}
/** A name as it can be copied: GitHub looks for nothing in code. */
function nameInIssue(text, maximumLength = 100) {
    return `<code>${(0,inert/* inertMarkdown */.Ic)(text, maximumLength)}</code>`;
}
/** Inert Markdown that leads to an address; alone where that is none to follow. */
function linkInIssue(label, address) {
    const url = address === null || address.length > LONGEST_ADDRESS ? null : URL.parse(address);
    if (url === null || !['https:', 'http:'].includes(url.protocol))
        return label;
    if (url.username !== '' || url.password !== '')
        return label;
    const target = url.href
        .replace(/[^\w\-.~:/?#@&+,;=%]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('&', '&amp;');
    return `[${label}](${target})`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/issue-tables.js



const LONGEST_NAME = 100;
const LONGEST_TROUBLE = 1000;
const issue_tables_NOTHING = '–';
/** Rules whose whole story the row of a certificate or of a target tells. */
const RULES_OF_ROWS = ['expired', 'critical', 'expiring', 'unreadable'];
/** Whether a finding tells more than the row of its certificate, or of a target that could not be read. */
function isBeyondRows({ rule }) {
    return !RULES_OF_ROWS.includes(rule);
}
/** The tables of an audit's issue, the most urgent first; those without rows are left out. */
function makeIssueTables(report) {
    return [
        makeWorkTable(report),
        makeUnreadableTable(report),
        makeFindingsTable(report),
        makeIgnoredTable(report),
    ].filter(({ count }) => count > 0);
}
function makeWorkTable({ certificates }) {
    const work = certificates.filter(({ contribution, ignoredBy }) => ignoredBy === null && (contribution === 'fail' || contribution === 'warn'));
    return makeTable('To do, by time left', work, {
        Severity: ({ contribution, severity }) => `${contribution === 'fail' ? '🔴' : '🟡'}&nbsp;${severity}`,
        Certificate: tellCertificate,
        Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
        'Expires on': ({ certificate }) => tellDay(certificate.notAfter),
        'Time left': (audited) => (0,report_sentences/* tellTimeLeft */.oO)(audited).replace(/(\d+) d/, '$1&nbsp;d'),
        Owner: ({ target }) => tellOwner(target),
        Runbook: ({ target }) => tellRunbook(target),
    });
}
function makeUnreadableTable({ targets }) {
    const unread = targets.filter(({ state }) => state !== 'read');
    return makeTable('Could not be read', unread, {
        Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
        State: ({ state }) => `🔴&nbsp;${state}`,
        Why: ({ trouble }) => inertInIssue(trouble?.message ?? issue_tables_NOTHING, LONGEST_TROUBLE),
        'What to do': ({ trouble }) => inertInIssue(trouble?.mend ?? issue_tables_NOTHING, LONGEST_TROUBLE),
        Owner: ({ target }) => tellOwner(target),
    });
}
function makeFindingsTable({ findings, targets }) {
    const byName = new Map(targets.map(({ target }) => [target.name, target]));
    return makeTable('Also found', findings.filter(isBeyondRows), {
        Finding: ({ verdict, rule }) => `${verdict === 'fail' ? '🔴' : '🟡'}&nbsp;${rule}`,
        Of: tellSubject,
        'What is wrong': ({ message }) => inertInIssue(message),
        'What to do': ({ mend }) => inertInIssue(mend),
        Owner: ({ target }) => tellOwner(byName.get(target ?? '')),
    });
}
function makeIgnoredTable({ certificates }) {
    const ignored = certificates.filter(({ ignoredBy }) => ignoredBy !== null);
    return makeTable('Ignored', ignored, {
        Certificate: tellCertificate,
        Target: ({ target }) => inertInIssue(target.name, LONGEST_NAME),
        'Expires on': ({ certificate }) => tellDay(certificate.notAfter),
        Reason: ({ ignoredBy }) => inertInIssue(ignoredBy?.reason ?? issue_tables_NOTHING),
        Until: ({ ignoredBy }) => tellDay(ignoredBy?.until ?? null),
    });
}
/** A table under a heading; the cells, already inert, by their column's title. */
function makeTable(heading, things, columns) {
    const titles = Object.keys(columns);
    const tellers = Object.values(columns);
    const writeLine = (cells) => `| ${cells.join(' | ')} |`;
    return {
        head: [`### ${heading}`, '', writeLine(titles), writeLine(titles.map(() => '---'))].join('\n'),
        rows: mapLazily(things, (row) => writeLine(tellers.map((tell) => tell(row)))),
        count: things.length,
    };
}
function* mapLazily(things, write) {
    for (const one of things)
        yield write(one);
}
function tellCertificate({ certificate, consoleUrl }) {
    return linkInIssue(nameInIssue((0,certificate_findings/* nameOf */.Vb)(certificate)), consoleUrl);
}
function tellSubject({ certificate, target }) {
    if (certificate !== null) {
        return `${tellCertificate(certificate)} of ${inertInIssue(certificate.target.name, LONGEST_NAME)}`;
    }
    return target === null ? 'the audit' : inertInIssue(target, LONGEST_NAME);
}
function tellOwner(target) {
    return inertInIssue(target?.owner ?? issue_tables_NOTHING, LONGEST_NAME);
}
/** A link, or what there is to read where it is no address. */
function tellRunbook({ runbook }) {
    if (runbook === null)
        return issue_tables_NOTHING;
    const link = linkInIssue('runbook', runbook);
    return link === 'runbook' ? inertInIssue(runbook, LONGEST_NAME) : link;
}
/** The day in UTC. */
function tellDay(date) {
    return date === null ? issue_tables_NOTHING : date.toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/src/report/audit/issue-body.js





const CHARACTERS_AT_MOST = 60_000;
const issue_body_LONGEST_NAME = 100;
const MARKS = { ok: '🟢', warn: '🟡', fail: '🔴' };
/**
 * What an audit's issue says: verdict and counts, then what needs work by time left, what could not be read, what
 * else was found, what is ignored. Of a vendor's text nothing mentions, links, formats or refers to an issue.
 */
function writeIssue(report, options = {}) {
    const { charactersAtMost = CHARACTERS_AT_MOST, name = null } = options;
    const subject = name === null ? 'Certificates' : `Certificates of ${(0,inert/* inertText */.UJ)(name, issue_body_LONGEST_NAME)}`;
    return {
        title: `${subject}: ${report.verdict} (${tellCounts(report)})`,
        body: writeBody(report, charactersAtMost),
    };
}
/** What is said below the issue as it is closed, or opened again. */
function writeIssueComment(report, change) {
    const run = tellRun(report, 'the audit');
    return change === 'closed'
        ? `Nothing is left to do: ${run} could read every target. A later finding opens this issue again.`
        : `Opened again: ${run} found ${tellCounts(report)}.`;
}
function writeBody(report, charactersAtMost) {
    const lead = writeLead(report);
    const version = inertInIssue(report.version, 50);
    const end = `<sub>Judged at ${(0,time/* formatDate */.Yq)(report.at)} in ${tellRun(report, 'this run')} by CertOps ${version}.</sub>`;
    const pointer = `the summary and the reports of ${tellRun(report, 'the run')}`;
    const room = charactersAtMost - lead.length - end.length - 4;
    if (room < 0) {
        const least = `**Verdict: ${report.verdict}** – see ${pointer}.`;
        return least.length <= charactersAtMost ? least : '';
    }
    return [lead, ...fitIssueParts(makeIssueTables(report), room, pointer), end].join('\n\n');
}
function writeLead(report) {
    const { verdict, counts, failJob, isComplete } = report;
    const verb = counts.judged === 1 ? 'counts' : 'count';
    const among = `${tellCount(counts.judged, 'certificate')} ${verb}, in ${tellCount(counts.targets, 'target')}`;
    return [
        `${MARKS[verdict]} **Verdict: ${verdict}** – ${tellCounts(report)}. ${among}.`,
        ...(isComplete
            ? []
            : [
                'Not every target could be read, so there may be more to do. This issue stays open until all were.',
            ]),
        ...(verdict === 'fail' && !failJob ? ['`fail-job` is `false`: this does not fail the job.'] : []),
    ].join('\n\n');
}
/** `2 expired, 3 expiring`: what is not zero; `nothing to do` where all is. */
function tellCounts({ counts, findings }) {
    const others = findings.filter(isBeyondRows).length;
    const told = [
        { count: counts.expired, text: `${tellNumber(counts.expired)} expired` },
        { count: counts.critical, text: `${tellNumber(counts.critical)} critical` },
        {
            count: counts.expiring - counts.critical,
            text: `${tellNumber(counts.expiring - counts.critical)} expiring`,
        },
        { count: counts.unreadable, text: tellCount(counts.unreadable, 'unreadable target') },
        { count: others, text: tellCount(others, 'other finding') },
    ].filter(({ count }) => count > 0);
    return told.length === 0 ? 'nothing to do' : told.map(({ text }) => text).join(', ');
}
function tellRun({ run }, words) {
    return linkInIssue(words, run?.url ?? null);
}
function tellCount(count, noun) {
    return `${tellNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
function tellNumber(value) {
    return value.toLocaleString('en-US');
}

;// CONCATENATED MODULE: ./build/src/runner/issue/issue-key.js


/**
 * The key of the one issue that a job keeps: path of its workflow, and its job, `.github/workflows/audit.yml:audit`.
 * It is the same on every branch. Jobs of a matrix, and several calls of one reusable workflow, share it, so they
 * need an `issue-key` each.
 * @throws InputError where the environment does not say what runs.
 */
function defaultIssueKey(environment) {
    // octo/infra/.github/workflows/audit.yml@refs/heads/main
    const reference = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_WORKFLOW_REF');
    const [located = ''] = reference.split('@refs/', 1);
    const path = /^[^/]+\/[^/]+\/(?<path>.+?)$/.exec(located.replace(/@[0-9a-f]{40}$/, ''))?.groups?.path;
    const job = (0,raw_inputs/* readVariable */.n)(environment, 'GITHUB_JOB');
    if (path === undefined || job === '') {
        const missing = path === undefined ? 'GITHUB_WORKFLOW_REF' : 'GITHUB_JOB';
        const message = `it is needed here, since ${missing} does not say what runs (the runner sets it); give any text that names this audit, such as production`;
        throw new input_error/* InputError */.d([{ input: 'issue-key', message }]);
    }
    return `${path}:${job}`;
}

;// CONCATENATED MODULE: ./build/src/runner/issue/want-issue.js


/**
 * The issue that an audit wants. A key that was given is in its title too: audits that have one have siblings.
 * @throws InputError where no key was given and the environment does not say what runs.
 */
function wantIssue(report, request, environment) {
    const { key: name, labels, assignees } = request;
    return {
        key: name ?? defaultIssueKey(environment),
        title: writeIssue(report, { name }).title,
        writeBody: (charactersAtMost) => writeIssue(report, { name, charactersAtMost }).body,
        state: report.findings.length > 0 ? 'findings' : report.isComplete ? 'clean' : 'incomplete-clean',
        labels,
        assignees,
        closingComment: writeIssueComment(report, 'closed'),
        reopeningComment: writeIssueComment(report, 'reopened'),
    };
}

;// CONCATENATED MODULE: ./build/src/runner/keep-audit-issue.js




/** Keeps the one issue that an audit was asked for. Trouble with it is a warning. */
async function keepAuditIssue(report, { request, transport }, deps) {
    const { runner, clock, sleep, random, network } = deps;
    const { environment } = runner;
    try {
        const wanted = wantIssue(report, request, environment);
        // GitHub's client is loaded only where an issue is asked for.
        const { openIssues } = await Promise.all(/* import() */[__webpack_require__.e(959), __webpack_require__.e(294)]).then(__webpack_require__.bind(__webpack_require__, 1294));
        const store = await openIssues({ token: request.token, environment, transport }, {
            clock,
            sleep,
            random,
            network,
            debug: (line) => {
                if (runner.isDebug)
                    runner.debug(line);
            },
        });
        const { action, url, warnings } = await keepIssue(store, wanted, { sleep });
        if (action === 'none' || url === null)
            return { kept: null, warnings };
        runner.info(`Issue ${action}: ${url}`);
        return { kept: { action, url }, warnings };
    }
    catch (error) {
        if (!(error instanceof github_errors/* GitHubError */.y || error instanceof input_error/* InputError */.d))
            throw error;
        const mend = error instanceof github_errors/* GitHubError */.y ? ` ${error.mend}` : '';
        return { kept: null, warnings: [`The issue could not be kept: ${error.message}${mend}`] };
    }
}

// EXTERNAL MODULE: ./build/src/runner/publish.js
var publish = __webpack_require__(6763);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __webpack_require__(5594);
;// CONCATENATED MODULE: ./build/src/report/audit/annotations.js




/**
 * What the workflow run's page shows of an audit: the most urgent first, one for each certificate, within what the
 * runner shows. An error only where it fails the job.
 * @param warnings what went wrong beside the audit itself; shown before its warnings.
 */
function findAuditAnnotations(report, warnings = []) {
    const findings = joinFindings(report.findings).map((joined) => {
        const [first] = joined;
        return {
            level: first.verdict === 'fail' && report.failJob ? 'error' : 'warning',
            title: `CertOps: ${first.rule}`,
            message: describeFindings(joined),
        };
    });
    return (0,annotations/* limitAnnotations */.y)([...warnings.map(describeWarning), ...findings]);
}
function describeWarning(warning) {
    return { level: 'warning', title: 'CertOps: audit', message: (0,inert/* inertText */.UJ)(warning, 1000) };
}
/** Findings of one certificate become one, in the place of the first. */
function joinFindings(findings) {
    const joined = new Map();
    for (const finding of findings) {
        const key = finding.certificate ?? finding;
        const others = joined.get(key);
        if (others === undefined)
            joined.set(key, [finding]);
        else
            others.push(finding);
    }
    return [...joined.values()];
}
function describeFindings(joined) {
    const [first] = joined;
    const { certificate } = first;
    const kind = certificate === null ? '' : 'Certificate ';
    const date = certificate?.certificate.notAfter ?? null;
    const ends = date === null ? '' : ` (${(0,time/* formatDate */.Yq)(date)})`;
    const wrong = joined.map(({ message }) => (0,inert/* inertText */.UJ)(message).replace(/\.$/, '')).join('; ');
    const mends = [...new Set(joined.map(({ mend }) => (0,inert/* inertText */.UJ)(mend)))].join(' ');
    const contacts = certificate === null ? '' : tellContacts(certificate);
    return `${kind}${(0,sentences/* tellSubject */.yh)(first)}${ends}: ${wrong}. ${mends}${contacts}`;
}
function tellContacts({ target: { owner, runbook } }) {
    return [
        owner === null ? '' : ` Owner: ${(0,inert/* inertText */.UJ)(owner, 100)}.`,
        runbook === null ? '' : ` Runbook: ${(0,inert/* inertText */.UJ)(runbook, 300)}`,
    ].join('');
}

// EXTERNAL MODULE: ./build/src/report/columns.js
var columns = __webpack_require__(7123);
// EXTERNAL MODULE: ./build/src/report/log-table.js
var log_table = __webpack_require__(9335);
;// CONCATENATED MODULE: ./build/src/report/audit/log.js




const LINES_AT_MOST = 50;
const LONGEST_SENTENCE = 1000;
/** What the log shows of an audit: trouble first, then what needs work, and the verdict last. */
function writeAuditLog(report) {
    const urgent = report.certificates.filter(sentences/* needsWork */.Bd);
    return [
        ...limitLines(report.targets.flatMap(describeTrouble), 'targets that could not be read'),
        ...limitLines(report.targets.flatMap(describeRemarks), 'remarks'),
        ...(urgent.length === 0 ? [] : [writeTable(urgent)]),
        ...limitLines(report.findings.filter(sentences/* isBeyondDates */.fE).map(describeFinding), 'findings'),
        `${(0,sentences/* tellCount */.Xp)(report.counts.count, 'certificate')} in ${(0,sentences/* tellCount */.Xp)(report.counts.targets, 'target')}, ${urgent.length} with dates that need work`,
        `Verdict: ${report.verdict} (${(0,sentences/* describeAuditVerdict */.M$)(report)})`,
    ];
}
function writeTable(certificates) {
    const [severity, ...others] = (0,columns/* chooseColumns */.h)(certificates.slice(0, LINES_AT_MOST));
    const target = { title: 'Target', textOf: (one) => one.target.name };
    return (0,log_table/* alignColumns */.R)(certificates, [...(severity === undefined ? [] : [severity]), target, ...others]);
}
function describeTrouble({ target, state, trouble }) {
    if (trouble === null)
        return [];
    const word = state === 'denied' ? 'denied' : 'could not be read';
    const what = (0,inert/* inertText */.UJ)(trouble.message, LONGEST_SENTENCE).replace(/\.$/, '');
    const mend = trouble.mend === null ? '' : ` ${(0,inert/* inertText */.UJ)(trouble.mend, LONGEST_SENTENCE)}`;
    return [`Target ${(0,inert/* inertText */.UJ)(target.name, 100)} ${word}: ${what}.${mend}`];
}
function describeRemarks({ target, remarks }) {
    return remarks.map((remark) => `Target ${(0,inert/* inertText */.UJ)(target.name, 100)}: ${(0,inert/* inertText */.UJ)(remark)}`);
}
function describeFinding(finding) {
    return `${finding.verdict}: ${finding.rule}: ${(0,sentences/* tellSubject */.yh)(finding)} ${(0,inert/* inertText */.UJ)(finding.message)}`;
}
function limitLines(lines, noun) {
    const left = lines.length - LINES_AT_MOST;
    return left <= 0 ? lines : [...lines.slice(0, LINES_AT_MOST), `… and ${left} more ${noun}`];
}

// EXTERNAL MODULE: ./build/src/report/records.js
var records = __webpack_require__(1550);
;// CONCATENATED MODULE: ./build/src/report/audit/records.js


/** A certificate of an audit as JSON: where it is, what is made of it, and whom to ask. */
function toAuditRecord(audited) {
    const { target, standing, reason, usedBy, renewOn, ignoredBy, consoleUrl } = audited;
    return {
        target: target.name,
        ...(0,records/* toRecordWithoutPem */.fK)(audited),
        standing,
        reason,
        renewOn: renewOn === null ? null : (0,time/* formatDate */.Yq)(renewOn),
        usedBy,
        owner: target.owner,
        runbook: target.runbook,
        consoleUrl,
        ignored: ignoredBy === null ? null : { reason: ignoredBy.reason, until: (0,time/* formatDate */.Yq)(ignoredBy.until) },
    };
}

// EXTERNAL MODULE: ./build/src/report/marks.js
var marks = __webpack_require__(4658);
;// CONCATENATED MODULE: ./build/src/report/audit/summary-parts.js
/** A part without rows. */
function plainPart(text) {
    return { before: text, rows: [], count: 0, rowsAtMost: 0, after: '' };
}
/**
 * Joins parts to a text of so many octets at most. Each part takes half of what is left at most, so that none
 * pushes out those after it; it is cut at whole rows, and one that does not fit without its rows is left out.
 * @param pointer where the whole is, as Markdown; null where it is nowhere.
 */
function joinParts(parts, maximumBytes, pointer) {
    const whole = pointer === null ? '' : `: the whole is in ${pointer}`;
    const closing = `<sub>Some parts did not fit${whole}.</sub>`;
    let left = maximumBytes - summary_parts_measure(closing);
    let isWhole = true;
    const texts = [];
    for (const part of parts) {
        const text = fitPart(part, Math.floor(left / 2), pointer);
        if (text === null) {
            isWhole = false;
            continue;
        }
        left -= summary_parts_measure(text);
        texts.push(text);
    }
    return `${[...texts, ...(isWhole ? [] : [closing])].join('\n\n')}\n`;
}
function fitPart({ before, rows, count, rowsAtMost, after }, maximumBytes, pointer) {
    const where = pointer === null ? '' : `, in ${pointer}`;
    const tellMore = (more) => `\n… and ${more.toLocaleString('en-US')} more${where}.`;
    let bytes = summary_parts_measure(before) + summary_parts_measure(after) + summary_parts_measure(tellMore(count));
    if (bytes > maximumBytes)
        return null;
    const shown = [];
    for (const row of rows) {
        bytes += summary_parts_measure(row);
        if (shown.length === rowsAtMost || bytes > maximumBytes)
            break;
        shown.push(row);
    }
    const more = count - shown.length;
    return [before, ...shown, ...(more > 0 ? [tellMore(more)] : []), ...(after === '' ? [] : [after])].join('\n');
}
/** In octets, with the line's end. */
function summary_parts_measure(text) {
    return Buffer.byteLength(text) + 2;
}

;// CONCATENATED MODULE: ./build/src/report/audit/summary-tables.js






const LONGEST_CELL = 100;
const summary_tables_LONGEST_SENTENCE = 500;
const cell = (text) => (text === null ? null : (0,inert/* inertMarkdown */.Ic)(text, LONGEST_CELL));
const day = (date) => (date === null ? null : (0,sentences/* tellDay */._c)(date));
const summary_tables_NAME = {
    title: 'Name',
    cellOf: ({ certificate, consoleUrl }) => (0,inert/* inertLink */.r)((0,certificate_findings/* nameOf */.Vb)(certificate), consoleUrl, LONGEST_CELL),
};
const TARGET = { title: 'Target', cellOf: ({ target }) => cell(target.name) };
const EXPIRES_ON = {
    title: 'Expires on',
    cellOf: ({ certificate }) => day(certificate.notAfter),
};
/** Certificates by time left. */
const CERTIFICATE_COLUMNS = [
    { title: 'Severity', cellOf: tellState },
    summary_tables_NAME,
    TARGET,
    EXPIRES_ON,
    { title: 'Time left', cellOf: (one) => (0,report_sentences/* tellTimeLeft */.oO)(one).replace(/(\d+) d/, '$1&nbsp;d') },
    { title: 'Renew on', cellOf: ({ renewOn }) => day(renewOn) },
    { title: 'In use', cellOf: sentences/* tellUse */.L3 },
    { title: 'Owner', cellOf: ({ target }) => summary_tables_tellOwner(target) },
];
const IGNORED_COLUMNS = [
    summary_tables_NAME,
    TARGET,
    EXPIRES_ON,
    {
        title: 'Reason',
        cellOf: ({ ignoredBy }) => ignoredBy === null ? null : (0,inert/* inertMarkdown */.Ic)(ignoredBy.reason, summary_tables_LONGEST_SENTENCE),
    },
    { title: 'Until', cellOf: ({ ignoredBy }) => day(ignoredBy?.until ?? null) },
];
const FINDING_COLUMNS = [
    { title: 'Finding', cellOf: ({ verdict, rule }) => `${marks/* VERDICT_MARKS */.K[verdict]}&nbsp;${rule}` },
    {
        title: 'Of',
        cellOf: ({ certificate, target }) => certificate === null
            ? cell(target)
            : `${(0,inert/* inertLink */.r)((0,certificate_findings/* nameOf */.Vb)(certificate.certificate), certificate.consoleUrl, LONGEST_CELL)} of ${cell(target)}`,
    },
    { title: 'What is wrong', cellOf: ({ message }) => (0,inert/* inertMarkdown */.Ic)(message, summary_tables_LONGEST_SENTENCE) },
    { title: 'What to do', cellOf: ({ mend }) => (0,inert/* inertMarkdown */.Ic)(mend, summary_tables_LONGEST_SENTENCE) },
];
const TARGET_COLUMNS = [
    { title: 'Target', cellOf: ({ target }) => cell(target.name) },
    { title: 'Provider', cellOf: ({ target }) => target.provider },
    { title: 'State', cellOf: ({ state }) => (state === 'read' ? '🟢&nbsp;read' : `🔴&nbsp;${state}`) },
    { title: 'Certificates', cellOf: ({ count }) => (count === null ? null : (0,sentences/* tellNumber */.vK)(count)) },
    { title: 'Thresholds', cellOf: ({ target }) => (0,sentences/* tellThresholds */.mB)(target) },
    { title: 'Credential ends', cellOf: ({ credentialExpiresOn }) => day(credentialExpiresOn) },
    { title: 'Owner', cellOf: ({ target }) => summary_tables_tellOwner(target) },
];
/** A table of some things, without the columns that would be empty. */
function tablePart(things, columns, rowsAtMost, { before = '', after = '' } = {}) {
    const candidates = things.slice(0, rowsAtMost);
    const filled = columns.filter(({ cellOf }) => candidates.some((one) => cellOf(one) !== null));
    const head = [
        `| ${filled.map(({ title }) => title).join(' | ')} |`,
        `| ${filled.map(() => '---').join(' | ')} |`,
    ];
    return {
        before: [...(before === '' ? [] : [before, '']), ...head].join('\n'),
        rows: (0,records/* mapEach */.SS)(candidates, (one) => `| ${filled.map(({ cellOf }) => cellOf(one) ?? '–').join(' | ')} |`),
        count: things.length,
        rowsAtMost,
        after: after === '' ? '' : `\n${after}`,
    };
}
/** As `tablePart`, shut until a person opens it. */
function foldedTablePart(title, things, columns, rowsAtMost) {
    return tablePart(things, columns, rowsAtMost, {
        before: `<details><summary>${title}</summary>`,
        after: '</details>',
    });
}
/** What does not count is not called good or bad. */
function tellState({ severity, standing }) {
    if (standing === 'pending')
        return '⚪&nbsp;pending';
    if (standing === 'dormant')
        return '⚪&nbsp;not&nbsp;counted';
    return `${marks/* SEVERITY_MARKS */.r[severity]}&nbsp;${severity}`;
}
function summary_tables_tellOwner({ owner, runbook }) {
    if (runbook === null)
        return cell(owner);
    const link = (0,inert/* inertLink */.r)('runbook', runbook);
    // A runbook that is no address is a text to read.
    const book = link === 'runbook' ? (0,inert/* inertMarkdown */.Ic)(runbook, LONGEST_CELL) : link;
    return owner === null ? book : `${cell(owner)} · ${book}`;
}

;// CONCATENATED MODULE: ./build/src/report/audit/timeline.js



/** More bars than these are counted by month; of a clean audit only the next few are drawn one by one. */
const BARS_AT_MOST = 40;
const BARS_OF_CLEAN_AT_MOST = 12;
const MONTHS_AHEAD = 24;
/** How far a bar reaches back, so that one long overdue does not press the others together. */
const DAYS_BACK = 30;
const timeline_DAY_MILLISECONDS = 86_400_000;
const timeline_LONGEST_NAME = 40;
const SECTIONS = [
    { title: 'Expired', severities: ['expired'], tag: 'crit, ' },
    { title: 'Critical', severities: ['critical', 'unknown'], tag: 'crit, ' },
    { title: 'Expiring', severities: ['expiring', 'not-yet-valid'], tag: 'active, ' },
    { title: 'Later', severities: ['ok'], tag: '' },
];
/**
 * What expires within two years, as Mermaid: a bar for each certificate from when to renew it to its end, or their
 * number by month where there are too many. Nothing of it depends on more of Mermaid than GitHub has.
 * @returns Markdown; null where nothing ends in that time.
 */
function writeTimeline(report) {
    const endings = findEndings(report);
    if (endings.length === 0)
        return null;
    const most = report.verdict === 'ok' ? BARS_OF_CLEAN_AT_MOST : BARS_AT_MOST;
    return endings.length <= most ? drawBars(endings, report.at) : drawMonths(endings, report.at);
}
function findEndings({ at, certificates }) {
    const border = addMonths(at, MONTHS_AHEAD).getTime();
    return certificates.filter(sentences/* isCounted */.he).flatMap((one) => {
        const { notAfter } = one.certificate;
        return notAfter === null || notAfter.getTime() >= border ? [] : [{ audited: one, ends: notAfter }];
    });
}
function drawBars(endings, at) {
    const sections = SECTIONS.flatMap(({ title, severities, tag }) => {
        const bars = endings
            .filter(({ audited }) => severities.includes(audited.severity))
            .map((ending) => `    ${labelBar(ending)} :${tag}${spanBar(ending, at).map(sentences/* tellDay */._c).join(', ')}`);
        return bars.length === 0 ? [] : [`    section ${title}`, ...bars];
    });
    return [
        '**What is coming.** A bar reaches from the day to renew a certificate to the day it expires; where that is past, from then to today.',
        '',
        '```mermaid',
        'gantt',
        '    accTitle: Certificates by the time they have to be renewed in',
        '    dateFormat YYYY-MM-DD',
        '    axisFormat %Y-%m-%d',
        ...sections,
        '```',
    ].join('\n');
}
/** Begins with the time left, so that no name is ever read as one of Mermaid's own words. */
function labelBar({ audited }) {
    return `${(0,report_sentences/* tellTimeLeft */.oO)(audited)} · ${toMermaidText((0,certificate_findings/* nameOf */.Vb)(audited.certificate))}`;
}
/** The first day of a bar and the day after its last; at least a day long. */
function spanBar({ ends, audited }, at) {
    const earliest = at.getTime() - DAYS_BACK * timeline_DAY_MILLISECONDS;
    const hasEnded = ends.getTime() <= at.getTime();
    const from = Math.max(earliest, (hasEnded ? ends : (audited.renewOn ?? at)).getTime());
    const to = (hasEnded ? at : ends).getTime();
    return [new Date(from), new Date(Math.max(to, from + timeline_DAY_MILLISECONDS))];
}
/** Letters and digits of every script, and what names and wildcards are made of; all else becomes a blank. */
function toMermaidText(text) {
    const safe = text
        .slice(0, 4 * timeline_LONGEST_NAME)
        .replace(/[^\p{L}\p{M}\p{N}._*@-]+/gu, ' ')
        .trim();
    if (safe === '')
        return 'certificate';
    const characters = [...safe];
    return characters.length > timeline_LONGEST_NAME ? `${characters.slice(0, timeline_LONGEST_NAME - 1).join('')}…` : safe;
}
function drawMonths(endings, at) {
    const expired = endings.filter(({ ends }) => ends.getTime() <= at.getTime()).length;
    const counts = new Map();
    for (const { ends } of endings) {
        const month = monthOf(ends);
        if (ends.getTime() > at.getTime())
            counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    const last = [...counts.keys()].sort().at(-1);
    const months = Array.from({ length: MONTHS_AHEAD }, (_, index) => monthOf(addMonths(at, index)));
    const rows = [
        ...(expired > 0 ? [['expired', expired]] : []),
        ...months
            .filter((month) => last !== undefined && month <= last)
            .map((month) => [month, counts.get(month) ?? 0]),
    ];
    const highest = Math.max(...rows.map(([, count]) => count));
    return [
        `**What is coming.** ${(0,sentences/* tellCount */.Xp)(endings.length, 'certificate')} by the month in which they expire, two years ahead.`,
        '',
        '```mermaid',
        '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4493f8"}}}}%%',
        'xychart-beta horizontal',
        '    accTitle: Certificates by the month in which they expire',
        `    x-axis [${rows.map(([month]) => `"${month}"`).join(', ')}]`,
        `    y-axis "certificates" 0 --> ${highest}`,
        `    bar [${rows.map(([, count]) => count).join(', ')}]`,
        '```',
    ].join('\n');
}
function monthOf(date) {
    return date.toISOString().slice(0, 7);
}
/** The first moment of the month so many months after a date's own. */
function addMonths(date, months) {
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

;// CONCATENATED MODULE: ./build/src/report/audit/summary.js










/** The runner shows no summary of more than 1 MiB at all. */
const BYTES_AT_MOST = 1_000_000;
/** A page of more rows is slow to open and read by nobody; the reports have them all. */
const URGENT_ROWS = 500;
const OTHER_ROWS = 200;
/** The job summary of an audit: verdict and counts, what must be done and by whom, what is coming, and the rest. */
function writeAuditSummary(report, options) {
    const { reportPath, issue = null, warnings = [], maximumBytes = BYTES_AT_MOST } = options;
    const timeline = writeTimeline(report);
    return joinParts([
        plainPart(summary_writeLead(report, issue)),
        ...warningsPart(warnings),
        ...unreadablePart(report),
        ...urgentPart(report),
        ...findingsPart(report),
        ...(timeline === null ? [] : [plainPart(timeline)]),
        ...workloadPart(report),
        ...foldedParts(report),
        plainPart(writeEnd(report, reportPath)),
    ], maximumBytes, reportPath === null ? null : code(reportPath));
}
function summary_writeLead(report, issue) {
    const { verdict, counts, failJob } = report;
    const found = (0,sentences/* listFound */.nE)(report);
    const among = `${(0,sentences/* tellCount */.Xp)(counts.judged, 'certificate')} in ${(0,sentences/* tellCount */.Xp)(counts.targets, 'target')}`;
    const told = counts.judged === 0
        ? (0,inert/* inertMarkdown */.Ic)((0,sentences/* describeExpiry */.Ts)(report))
        : found.length === 0
            ? among
            : `${found.join(', ')} of ${among}`;
    const unreadable = counts.unreadable === 0 ? '' : ` · ${(0,sentences/* tellCount */.Xp)(counts.unreadable, 'target')} could not be read`;
    const leftOut = (0,sentences/* listLeftOut */.GG)(report);
    const lines = [
        `### ${marks/* VERDICT_MARKS */.K[verdict]} CertOps audit: ${verdict} · ${told}${unreadable}`,
        ...(verdict === 'ok' && counts.judged > 0 ? [writeGoodNews(report)] : []),
        ...describeEmptyMend(report),
        ...(leftOut.length === 0 ? [] : [`Besides: ${leftOut.join('; ')}.`]),
        ...(verdict === 'fail' && !failJob ? ['`fail-job` is `false`: this verdict does not fail the job.'] : []),
        ...(issue === null ? [] : [`${(0,inert/* inertLink */.r)(nameIssue(issue), issue.url)}: ${issue.action}.`]),
    ];
    return lines.join('\n\n');
}
/** `Issue 12`. */
function nameIssue({ url }) {
    const [number = ''] = /\d+$/.exec(url) ?? [];
    return `Issue ${number}`.trim();
}
/** What comes next where nothing has to be done. */
function writeGoodNews({ certificates }) {
    const next = certificates.find((one) => (0,sentences/* isCounted */.he)(one) && one.daysLeft !== null);
    if (next === undefined)
        return 'Nothing to do: none of them expires.';
    const { certificate, consoleUrl, target, renewOn } = next;
    const name = `${(0,inert/* inertLink */.r)((0,certificate_findings/* nameOf */.Vb)(certificate), consoleUrl, 100)} of ${(0,inert/* inertMarkdown */.Ic)(target.name, 100)}`;
    const ends = certificate.notAfter === null ? '' : ` on ${(0,sentences/* tellDay */._c)(certificate.notAfter)}`;
    const renewal = renewOn === null ? '' : `; it is to be renewed from ${(0,sentences/* tellDay */._c)(renewOn)} on`;
    return `Nothing to do. The next to expire is ${name}${ends}, in ${(0,report_sentences/* tellTimeLeft */.oO)(next)}${renewal}.`;
}
function describeEmptyMend({ findings }) {
    return findings
        .filter(({ rule }) => rule === 'empty')
        .map(({ mend }) => `**What to do:** ${(0,inert/* inertMarkdown */.Ic)(mend)}`);
}
function warningsPart(warnings) {
    return listPart('', warnings, (warning) => `> ⚠️ ${(0,inert/* inertMarkdown */.Ic)(warning, 1000)}\n`);
}
function unreadablePart({ targets }) {
    const troubled = targets.filter(({ state }) => state !== 'read');
    if (troubled.length === 0)
        return [];
    const columns = [
        { title: 'Target', cellOf: ({ target }) => (0,inert/* inertMarkdown */.Ic)(target.name, 100) },
        { title: 'State', cellOf: ({ state }) => `🔴&nbsp;${state}` },
        {
            title: 'Why',
            cellOf: ({ trouble }) => (trouble === null ? null : (0,inert/* inertMarkdown */.Ic)(trouble.message, 1000)),
        },
        {
            title: 'What to do',
            cellOf: ({ trouble }) => (trouble?.mend == null ? null : (0,inert/* inertMarkdown */.Ic)(trouble.mend, 1000)),
        },
    ];
    return [tablePart(troubled, columns, OTHER_ROWS, { before: '**Not read, and so not watched:**' })];
}
function urgentPart({ certificates }) {
    const urgent = certificates.filter(sentences/* needsWork */.Bd);
    if (urgent.length === 0)
        return [];
    return [
        tablePart(urgent, CERTIFICATE_COLUMNS, URGENT_ROWS, { before: '**To be replaced, by time left:**' }),
    ];
}
function findingsPart({ findings }) {
    const others = findings.filter(sentences/* isBeyondDates */.fE);
    if (others.length === 0)
        return [];
    return [tablePart(others, FINDING_COLUMNS, OTHER_ROWS, { before: '**Also found:**' })];
}
function workloadPart({ at, workload }) {
    if (workload.leaves === 0)
        return [];
    const today = (0,sentences/* tellDay */._c)(at);
    const limits = workload.atMost.map(({ days, since, rotations }) => `| at most ${days} days (${since <= today ? 'since' : 'from'} ${since}) | ${(0,sentences/* tellNumber */.vK)(rotations)} |`);
    return [
        plainPart([
            `**The work ahead.** Rotations a year of ${(0,sentences/* tellCount */.Xp)(workload.leaves, 'leaf certificate')}, if each is replaced when a third of its life is left: as they are now, and if the limits of public TLS certificates were theirs.`,
            '',
            '| Lifetime | Rotations a year |',
            '| --- | ---: |',
            `| as now | ${(0,sentences/* tellNumber */.vK)(workload.now)} |`,
            ...limits,
        ].join('\n')),
    ];
}
function foldedParts({ certificates, targets }) {
    const ignored = certificates.filter(({ ignoredBy }) => ignoredBy !== null);
    const rest = certificates.filter((one) => one.ignoredBy === null && !(0,sentences/* needsWork */.Bd)(one));
    // Those that could not be read are first here too.
    const ordered = [...targets].sort((a, b) => summary_rankState(a) - summary_rankState(b));
    const remarks = targets.flatMap(({ target, remarks: told }) => told.map((remark) => [target.name, remark]));
    return [
        ...(ignored.length === 0
            ? []
            : [
                foldedTablePart(`Ignored: ${(0,sentences/* tellCount */.Xp)(ignored.length, 'certificate')}`, ignored, IGNORED_COLUMNS, OTHER_ROWS),
            ]),
        ...(rest.length === 0
            ? []
            : [
                foldedTablePart(`Nothing to do now: ${(0,sentences/* tellCount */.Xp)(rest.length, 'certificate')}`, rest, CERTIFICATE_COLUMNS, OTHER_ROWS),
            ]),
        ...(ordered.length === 0
            ? []
            : [foldedTablePart(`Targets: ${(0,sentences/* tellNumber */.vK)(ordered.length)}`, ordered, TARGET_COLUMNS, OTHER_ROWS)]),
        ...listPart('**Remarks**\n', remarks, ([name, remark]) => `- ${(0,inert/* inertMarkdown */.Ic)(name, 100)}: ${(0,inert/* inertMarkdown */.Ic)(remark)}`),
    ];
}
function summary_rankState({ state }) {
    return state === 'read' ? 1 : 0;
}
function listPart(before, things, write) {
    if (things.length === 0)
        return [];
    const rows = (0,records/* mapEach */.SS)(things, write);
    return [{ before, rows, count: things.length, rowsAtMost: OTHER_ROWS, after: '' }];
}
function writeEnd({ at, version }, reportPath) {
    const whole = reportPath === null
        ? ''
        : ` The whole report: ${code(reportPath)} on the runner, and in the run's artifacts where the workflow uploads \`report-directory\`.`;
    return `<sub>Judged at ${(0,time/* formatDate */.Yq)(at)} by CertOps ${(0,inert/* inertMarkdown */.Ic)(version, 50)}.${whole}</sub>`;
}
/** Code in HTML, since a backtick in the text would end a Markdown one. */
function code(text) {
    return `<code>${(0,inert/* inertMarkdown */.Ic)(text, 300)}</code>`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/runner/chunks.js
var chunks = __webpack_require__(6652);
// EXTERNAL MODULE: ./build/src/runner/places.js
var places = __webpack_require__(1410);
;// CONCATENATED MODULE: ./build/src/runner/audit-files.js





const PREFIX = 'certops-report-';
/**
 * Reports in a folder that is made with the first of them.
 * @param directory a relative path starts at the workspace; null or empty: a new folder under RUNNER_TEMP.
 */
function createReportFiles(environment, directory) {
    const wanted = directory === null || directory.trim() === '' ? null : directory;
    let made = null;
    return {
        get directory() {
            return made;
        },
        async write(fileName, parts) {
            made ??= await makeDirectory(wanted, environment);
            const file = external_node_path_.join(made, fileName);
            try {
                await replaceFile(file, parts);
            }
            catch (error) {
                throw explain(`the report ${JSON.stringify(file)} could not be written`, error);
            }
            return file;
        },
    };
}
async function makeDirectory(wanted, environment) {
    const parent = external_node_path_.resolve(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)());
    const target = wanted === null ? parent : (0,places/* findInWorkspace */.eL)(environment, wanted);
    try {
        await (0,promises_.mkdir)(target, { recursive: true });
        return wanted === null ? await (0,promises_.mkdtemp)(external_node_path_.join(parent, PREFIX)) : target;
    }
    catch (error) {
        throw explain(`the folder ${JSON.stringify(target)} could not be made`, error);
    }
}
/** Writes beside the file and then takes its place, which also takes that of a link instead of following it. */
async function replaceFile(file, parts) {
    const beside = await (0,promises_.mkdtemp)(external_node_path_.join(external_node_path_.dirname(file), '.certops-'));
    try {
        const unfinished = external_node_path_.join(beside, external_node_path_.basename(file));
        const handle = await (0,promises_.open)(unfinished, 'wx');
        try {
            await (0,chunks/* writeChunks */.a)(handle, parts);
        }
        finally {
            await handle.close();
        }
        await (0,promises_.rename)(unfinished, file);
    }
    finally {
        await (0,promises_.rm)(beside, { recursive: true, force: true });
    }
}
/** What the system refuses can be mended by another folder; all else cannot. */
function explain(what, error) {
    const why = error instanceof Error ? error.message : String(error);
    const isRefusal = typeof Object(error).code === 'string';
    const mend = isRefusal
        ? " Give a folder that the runner's user can write into, or none for a new one under RUNNER_TEMP."
        : '';
    return new Error(`report-directory: ${what} (${why}).${mend}`, { cause: error });
}

// EXTERNAL MODULE: ./build/src/runner/outputs.js
var outputs = __webpack_require__(5002);
// EXTERNAL MODULE: ./build/src/runner/runner.js
var runner_runner = __webpack_require__(9380);
;// CONCATENATED MODULE: ./build/src/runner/publish-audit.js









/**
 * Shows what an audit found: log, outputs, annotations, reports, job summary. What cannot be written keeps nothing
 * else from being shown.
 * @throws what kept files or the summary from being written, all of it.
 */
async function publishAudit(report, { runner, files }, options) {
    const { issue = null, warnings = [] } = options;
    for (const line of writeAuditLog(report))
        runner.info(line);
    setAuditOutputs(report, runner);
    (0,outputs/* setOutput */.uH)(runner, 'issue-url', issue?.url ?? null);
    for (const annotation of findAuditAnnotations(report, warnings))
        runner.annotate(annotation);
    const failures = [];
    const attempt = async (task) => {
        try {
            return await task();
        }
        catch (error) {
            failures.push(error);
            return null;
        }
    };
    const certificatesPath = await attempt(() => files.write('certificates.json', (0,records/* writeJsonArray */.T8)((0,records/* mapEach */.SS)(report.certificates, (certificate) => JSON.stringify(toAuditRecord(certificate))))));
    if (files.directory !== null)
        runner.saveState(runner_runner/* STEP_DIRECTORY_STATE */.F, files.directory);
    (0,outputs/* setOutput */.uH)(runner, 'certificates-path', certificatesPath);
    const reportFiles = createReportFiles(runner.environment, options.directory);
    const reports = new Map();
    for (const format of options.formats) {
        const file = await attempt(() => writeReport(report, format, options, reportFiles));
        if (file === null)
            continue;
        reports.set(format, file);
        runner.info(`Report (${format}): ${file}`);
    }
    if (reports.size > 0)
        (0,outputs/* setOutput */.uH)(runner, 'report-directory', reportFiles.directory);
    if (options.summary) {
        const [first] = reports.values();
        const summary = writeAuditSummary(report, {
            reportPath: reports.get('html') ?? first ?? certificatesPath,
            issue,
            warnings: [...warnings, ...tellFailures(failures)],
        });
        await attempt(() => runner.writeSummary(summary));
    }
    if (failures.length > 0)
        throw new AggregateError(failures, tellFailures(failures).join('\n'));
}
function setAuditOutputs(report, runner) {
    (0,outputs/* setOutput */.uH)(runner, 'verdict', report.verdict);
    (0,outputs/* setOutput */.uH)(runner, 'complete', report.isComplete);
    (0,outputs/* setCertificateOutputs */.U7)({
        mostUrgent: report.certificates.find(sentences/* isCounted */.he) ?? null,
        counts: report.counts,
        records: (0,records/* mapEach */.SS)(report.certificates, toAuditRecord),
    }, runner);
}
async function writeReport(report, format, { loadWriter }, reportFiles) {
    const { fileName, parts } = await startReport(report, format, loadWriter);
    return reportFiles.write(fileName, parts);
}
async function startReport(report, format, loadWriter) {
    try {
        const writer = await loadWriter(format);
        return { fileName: writer.fileName, parts: writer.write(report) };
    }
    catch (error) {
        throw new Error(`report-formats: ${format} could not be made (${tellFailure(error)}).`, { cause: error });
    }
}
/** Each once: what keeps one report from its folder keeps the others too. */
function tellFailures(failures) {
    return [...new Set(failures.map(tellFailure))];
}
function tellFailure(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./build/src/runner/publish-validation.js
/** Shows that the targets of an audit are valid. */
async function publishValidation({ line, summary }, { runner }, options) {
    runner.info(line);
    if (options.summary)
        await runner.writeSummary(summary);
}

// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(8009);
;// CONCATENATED MODULE: ./build/src/audit-course.js













/** An audit of any number of certificate stores. */
function createAuditCourse(tools) {
    const { deps, redactor, keepSecret } = tools;
    const { runner } = deps;
    const opened = [];
    let request = null;
    let report = null;
    let issue = { kept: null, warnings: [] };
    async function audit(asked) {
        const open = (0,src_opener/* createOpener */.o)(tools);
        return auditTargets({
            request: asked,
            clock: deps.clock,
            log: (line) => runner.info(redactor.redact(line)),
            version: version/* VERSION */.x,
            run: readRunFacts(runner.environment),
            open: async (target) => {
                if (target.credentials === null)
                    throw new TypeError(`${target.name} was read without credentials`);
                const { credentials } = target;
                const provider = await open({ ...target, credentials, transport: asked.transport });
                opened.push(provider);
                return provider;
            },
            explain: (error, target, provider) => (0,report_failure/* explainFailure */.S)(error, {
                operation: 'audit',
                provider: target.provider,
                advise: (apiError) => provider?.advise(apiError) ?? null,
                redact: redactor.redact,
            }),
        });
    }
    return {
        async perform() {
            const { inputs, environment } = runner;
            const asked = await readAuditRequest(inputs, { environment, readFile: deps.files.read, keepSecret });
            request = asked;
            if (asked.validateOnly)
                return;
            // Of the many rows that are read little is held.
            deps.conserveMemory();
            report = await audit(asked);
            if (asked.issue !== null)
                issue = await keepAuditIssue(report, { request: asked.issue, transport: asked.transport }, deps);
        },
        async close() {
            // Targets of one credential share a session, so it is closed when none is read any more.
            await Promise.all(opened.map((provider) => provider.close()));
        },
        conclude(failure) {
            const summary = request?.summary ?? true;
            if (failure !== null || request === null || (report === null && !request.validateOnly)) {
                const failed = createFailureReport(failure, tools);
                return {
                    failure: failed.failure,
                    verdict: null,
                    verdictText: null,
                    failJob: true,
                    publish: () => (0,publish/* publish */.m)(failed, deps, { summary }),
                };
            }
            const { targets, reportFormats, reportDirectory, failJob } = request;
            if (report === null) {
                return {
                    failure: null,
                    verdict: null,
                    verdictText: null,
                    failJob,
                    publish: () => publishValidation(describeValidation(targets), deps, { summary }),
                };
            }
            const audited = report;
            return {
                failure: null,
                verdict: audited.verdict,
                verdictText: (0,sentences/* describeAuditVerdict */.M$)(audited),
                failJob,
                publish: () => publishAudit(audited, deps, {
                    summary,
                    formats: reportFormats,
                    directory: reportDirectory,
                    loadWriter: loadWriter,
                    issue: issue.kept,
                    warnings: issue.warnings,
                }),
            };
        },
    };
}
/** Where the audit runs, as the runner's own variables say. */
function readRunFacts(environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_WORKFLOW: workflow = '', GITHUB_SERVER_URL: server = '', GITHUB_RUN_ID: id = '', } = environment;
    if (repository === '' || server === '' || id === '')
        return null;
    return { repository, workflow, url: `${server}/${repository}/actions/runs/${id}` };
}


/***/ }),

/***/ 2517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dF: () => (/* binding */ describeWeakKey),
  sI: () => (/* binding */ describeWeakSignature),
  pB: () => (/* binding */ readKeyFacts)
});

// UNUSED EXPORTS: readKeyFactsByOpenssl

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/certificate/der-reader.js
var der_reader = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/src/certificate/pem.js
var certificate_pem = __webpack_require__(471);
// EXTERNAL MODULE: ./build/src/certificate/plain-certificate.js + 1 modules
var plain_certificate = __webpack_require__(7788);
;// CONCATENATED MODULE: ./build/src/certificate/plain-key.js

const OIDS = {
    rsaEncryption: (0,der_reader/* oid */.jq)('2a864886f70d010101'),
    ecPublicKey: (0,der_reader/* oid */.jq)('2a8648ce3d0201'),
};
const CURVES = new Map([
    [
        (0,der_reader/* oid */.jq)('2a8648ce3d030107'),
        {
            bits: 256,
            p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
            b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
        },
    ],
    [
        (0,der_reader/* oid */.jq)('2b81040022'),
        {
            bits: 384,
            p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
            b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
        },
    ],
]);
/** Lengths that OpenSSL takes without a word. */
const MODULUS_BITS = { least: 1024, most: 8192 };
const EXPONENTS = ['03', '11', '010001'];
const UNCOMPRESSED = 0x04;
/**
 * Reads a SubjectPublicKeyInfo of RSA, or of a point on P-256 or P-384, written as OpenSSL writes it.
 * @returns null for any other key, and for what is none.
 */
function readPlainKey(der) {
    try {
        const info = new der_reader/* DerReader */.lL(der).read(der_reader/* TAG */.Dk.sequence);
        const algorithm = info.readAlgorithm();
        const { parameter } = algorithm;
        const key = info.readBitString();
        if (algorithm.oid === OIDS.rsaEncryption && parameter === 'null')
            return readRsa(key);
        const curve = CURVES.get(parameter);
        return algorithm.oid === OIDS.ecPublicKey && curve !== undefined ? readPoint(key, curve) : null;
    }
    catch (error) {
        if (error instanceof der_reader/* NotPlain */.qh)
            return null;
        throw error;
    }
}
/** RFC 8017, A.1.1. */
function readRsa(key) {
    const numbers = key.read(der_reader/* TAG */.Dk.sequence);
    key.finish();
    const modulus = numbers.readPositiveInteger();
    const exponent = numbers.readPositiveInteger().toHex();
    numbers.finish();
    const bits = (modulus.length - 1) * 8 + (32 - Math.clz32(modulus.peek() ?? 0));
    const isPlain = bits >= MODULUS_BITS.least && bits <= MODULUS_BITS.most && EXPONENTS.includes(exponent);
    return isPlain ? { kind: 'rsa', bits } : null;
}
/** SEC 1, 2.3.4: only what lies on the curve is a key. */
function readPoint(point, { bits, p, b }) {
    const octets = bits / 8;
    if (point.length !== 1 + 2 * octets || point.peek() !== UNCOMPRESSED)
        return null;
    point.position += 1;
    const hex = point.toHex();
    const x = BigInt(`0x${hex.slice(0, 2 * octets)}`);
    const y = BigInt(`0x${hex.slice(2 * octets)}`);
    const isOnCurve = x < p && y < p && (x * x * x - 3n * x + b - y * y) % p === 0n;
    return isOnCurve ? { kind: 'ec', bits } : null;
}

;// CONCATENATED MODULE: ./build/src/certificate/key-facts.js





/** Shorter RSA and DSA keys are not to be used any more (NIST SP 800-131A Rev. 2, tables 2 and 4). */
const SHORTEST_MODULUS_BITS = 2048;
/** Curves of smaller fields are not to be trusted by browsers (CA/Browser Forum Baseline Requirements, 6.1.5). */
const SHORTEST_FIELD_BITS = 256;
/** OpenSSL's names of the algorithms that nearly all certificates are signed with, by OID. */
const SIGNATURES = new Map([
    [(0,der_reader/* oid */.jq)('2a8648ce3d040302'), 'ecdsa-with-SHA256'],
    [(0,der_reader/* oid */.jq)('2a8648ce3d040303'), 'ecdsa-with-SHA384'],
    [(0,der_reader/* oid */.jq)('2a864886f70d01010b'), 'sha256WithRSAEncryption'],
    [(0,der_reader/* oid */.jq)('2a864886f70d01010c'), 'sha384WithRSAEncryption'],
    [(0,der_reader/* oid */.jq)('2a864886f70d01010d'), 'sha512WithRSAEncryption'],
]);
/** Reads the first certificate of a PEM text; null where it cannot be read. Never throws. */
function readKeyFacts(pem) {
    return readPlainKeyFacts(pem) ?? readKeyFactsByOpenssl(pem);
}
/** Those of a plain certificate with a plain key; null for any other. */
function readPlainKeyFacts(pem) {
    const der = (0,certificate_pem/* readCertificateBlocks */.mP)(pem)[0]?.der ?? null;
    const plain = der === null ? null : (0,plain_certificate/* readPlainCertificate */.O)(der);
    const signatureAlgorithm = plain === null ? undefined : SIGNATURES.get(plain.signatureOid);
    if (plain === null || signatureAlgorithm === undefined)
        return null;
    const key = readPlainKey(plain.publicKey);
    if (key === null)
        return null;
    return {
        kind: key.kind,
        bits: key.bits,
        publicKeySha256: (0,external_node_crypto_.hash)('sha256', plain.publicKey),
        signatureAlgorithm,
        isCa: false,
        isSelfIssued: plain.subject === plain.issuer,
    };
}
/** Those of any certificate; it takes far longer. Never throws. */
function readKeyFactsByOpenssl(pem) {
    try {
        const x509 = new external_node_crypto_.X509Certificate(pem);
        return {
            ...readPublicKey(x509),
            // Node gives these from 24.9 on.
            signatureAlgorithm: x509.signatureAlgorithm ?? x509.signatureAlgorithmOid ?? null,
            isCa: x509.ca,
            isSelfIssued: x509.subject === x509.issuer,
        };
    }
    catch {
        return null;
    }
}
function readPublicKey(x509) {
    let key;
    let der;
    try {
        key = x509.publicKey;
        der = key.export({ type: 'spki', format: 'der' });
    }
    catch {
        return { kind: null, bits: null, publicKeySha256: null };
    }
    const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
    return {
        kind: key.asymmetricKeyType ?? null,
        bits: modulusLength ?? readFieldBits(namedCurve),
        publicKeySha256: (0,external_node_crypto_.hash)('sha256', der),
    };
}
/** A curve's name holds the length of its field: prime256v1, secp384r1, brainpoolP512r1. */
function readFieldBits(curve) {
    const digits = /\d{3}/.exec(curve ?? '')?.[0];
    return digits === undefined ? null : Number(digits);
}
/** Why the key is too weak, as a clause that follows the certificate's name; null where it is not. */
function describeWeakKey({ kind, bits }) {
    if (kind === 'dsa')
        return 'has a DSA key, which is not to be used any more';
    if (bits === null)
        return null;
    const shortest = kind === 'ec' ? SHORTEST_FIELD_BITS : kind?.startsWith('rsa') ? SHORTEST_MODULUS_BITS : 0;
    if (bits >= shortest)
        return null;
    return `has ${kind === 'ec' ? 'an EC' : 'an RSA'} key of only ${bits} bits; ${shortest} are the least`;
}
/**
 * Why the signature is too weak, as a clause that follows the certificate's name; null where it is not. A root's
 * own signature is never looked at: it is trusted for its key.
 */
function describeWeakSignature({ signatureAlgorithm, isSelfIssued }) {
    if (isSelfIssued || signatureAlgorithm === null)
        return null;
    const hash = /md2|md4|md5|sha1(?!\d)/i.exec(signatureAlgorithm)?.[0].toUpperCase();
    return hash === undefined ? null : `is signed with ${hash.replace('SHA1', 'SHA-1')}, which can be forged`;
}


/***/ }),

/***/ 1306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ findSharedKeys),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   qX: () => (/* binding */ findAboutCertificate)
/* harmony export */ });
/* harmony import */ var _certificate_key_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2517);
/* harmony import */ var _certificate_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4188);
/* harmony import */ var _interface_capabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7107);
/* harmony import */ var _interface_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6444);




const RULES = {
    expired: { rule: 'expired', mend: 'Replace it now, or remove it if nothing needs it any more.' },
    critical: {
        rule: 'critical',
        mend: 'Replace it now: create its successor, put that into service, retire this one.',
    },
    expiring: { rule: 'expiring', mend: 'Plan its replacement: create its successor before the time is up.' },
    'not-yet-valid': {
        rule: 'not-yet-valid',
        mend: 'Put it into service only when it is valid; check the clock of who issued it.',
    },
    unknown: {
        rule: 'unknown-date',
        mend: 'Look at it in the console of the vendor: what cannot be read cannot be watched.',
    },
};
/** What is held against one certificate that counts. */
function findAboutCertificate(audited, siblings) {
    if (audited.standing !== 'counted' || audited.ignoredBy !== null)
        return [];
    const told = [
        ...tellSeverity(audited),
        ...tellExpiredInUse(audited),
        ...tellMissingSuccessor(audited, siblings),
        ...tellContradictions(audited),
        ...tellWeakness(audited),
    ];
    return told.map((one) => ({ ...one, target: audited.target.name, certificate: audited }));
}
function tellSeverity({ severity, contribution, reason }) {
    const known = RULES[severity];
    if (known === undefined || contribution === null || contribution === 'ok')
        return [];
    return [{ ...known, verdict: contribution, message: reason }];
}
function tellExpiredInUse({ severity, certificate, usedBy }) {
    if (severity !== 'expired' || certificate.inUse !== true)
        return [];
    const isReferredTo = usedBy !== null && usedBy.length > 0;
    return [
        {
            rule: 'expired-in-use',
            verdict: 'fail',
            message: isReferredTo
                ? `has expired and is still referred to: ${listSome(usedBy)}`
                : 'has expired and is still in use',
            mend: 'Users see errors now. Put a valid certificate in its place.',
        },
    ];
}
/** Where one certificate serves at a time, and the one that does is in its window. */
function tellMissingSuccessor(audited, siblings) {
    const { certificate, target, severity, contribution } = audited;
    if (!_interface_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .capabilitiesOf */ .S[target.provider].servesOne || certificate.inUse !== true)
        return [];
    if (contribution !== 'warn' && contribution !== 'fail')
        return [];
    // A narrower list may leave out the successor itself.
    if (target.filter.statuses.length > 0 || target.filter.inUse !== _interface_request_js__WEBPACK_IMPORTED_MODULE_2__/* .EVERYTHING */ .Qz.inUse)
        return [];
    const isReady = (one) => one !== audited && one.standing === 'counted' && one.severity === 'ok';
    if (siblings.some(isReady))
        return [];
    return [
        {
            rule: 'no-successor',
            verdict: contribution,
            message: `is in use and ${severity === 'expired' ? 'has expired' : 'inside its window'}, and no other certificate is available to take its place`,
            mend: 'Create and activate its successor now, so that it reaches every device before the switch.',
        },
    ];
}
function tellContradictions({ certificate }) {
    return certificate.contradictions.map((sentence) => ({
        rule: 'contradiction',
        verdict: 'warn',
        message: `contradicts itself. ${sentence}`,
        mend: "The certificate's own text is what counts and was judged; tell the vendor of the difference.",
    }));
}
function tellWeakness({ key }) {
    if (key === null)
        return [];
    const weakKey = (0,_certificate_key_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .describeWeakKey */ .dF)(key);
    const weakSignature = (0,_certificate_key_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .describeWeakSignature */ .sI)(key);
    const mend = 'Replace it by one with a key of ECDSA P-256 or RSA 2048 at least, signed with SHA-256 or better.';
    return [
        ...(weakKey === null ? [] : [{ rule: 'weak-key', verdict: 'warn', message: weakKey, mend }]),
        ...(weakSignature === null
            ? []
            : [{ rule: 'weak-signature', verdict: 'warn', message: weakSignature, mend }]),
    ];
}
/** Certificates of one key, wherever they are: who has the key of one has that of all. */
function findSharedKeys(counted) {
    const firsts = new Map();
    /** By key, then by fingerprint: one certificate in two stores is no second certificate. */
    const groups = new Map();
    for (const audited of counted) {
        const digest = audited.key?.publicKeySha256 ?? null;
        if (digest === null)
            continue;
        const first = firsts.get(digest);
        if (first === undefined) {
            firsts.set(digest, audited);
            continue;
        }
        const group = groups.get(digest) ?? new Map([[first.certificate.fingerprint, first]]);
        groups.set(digest, group);
        const { fingerprint } = audited.certificate;
        if (!group.has(fingerprint))
            group.set(fingerprint, audited);
    }
    return [...groups.values()].flatMap((group) => {
        const [first, ...others] = group.values();
        if (first === undefined || others.length === 0)
            return [];
        const names = others.map(({ certificate, target }) => `${nameOf(certificate)} of ${target.name}`);
        return [
            {
                rule: 'shared-key',
                verdict: 'warn',
                message: `has the same key as ${listSome(names)}`,
                mend: 'Make a new key with each new certificate, so that one loss is not the loss of all.',
                target: first.target.name,
                certificate: first,
            },
        ];
    });
}
/** What people call a certificate. */
function nameOf({ name, id, fingerprint, notAfter }) {
    return name ?? id ?? fingerprint ?? `without id (${notAfter === null ? 'no date' : (0,_certificate_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(notAfter)})`;
}
function listSome(names) {
    const shown = names.slice(0, 5).join(', ');
    return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}


/***/ }),

/***/ 4628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ describeRule),
/* harmony export */   Ib: () => (/* binding */ matchesRule),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* unused harmony export matchesPattern */
/** Whether a rule names a certificate. */
function matchesRule(certificate, { match }) {
    switch (match.by) {
        case 'id':
            return certificate.id === match.value;
        case 'fingerprint':
            return certificate.fingerprint === match.value;
        case 'name':
            return certificate.name !== null && matchesPattern(certificate.name, match.pattern);
    }
}
/** Whether a rule still holds. */
function holds({ until }, now) {
    return now.getTime() < until.getTime();
}
/** The rule as people wrote it. */
function describeRule({ match }) {
    return `${match.by} ${match.by === 'name' ? match.pattern : match.value}`;
}
/**
 * `*` stands for any text, `?` for one character; in either case. In steps that grow with the product of the two
 * lengths at most, whatever the pattern.
 */
function matchesPattern(text, pattern) {
    const characters = [...text.toLowerCase()];
    const marks = [...pattern.toLowerCase()];
    let at = 0;
    let mark = 0;
    let star = -1;
    let starAt = 0;
    while (at < characters.length) {
        if (marks[mark] === '*') {
            star = mark;
            starAt = at;
            mark += 1;
        }
        else if (marks[mark] === '?' || marks[mark] === characters[at]) {
            at += 1;
            mark += 1;
        }
        else if (star >= 0) {
            starAt += 1;
            at = starAt;
            mark = star + 1;
        }
        else {
            return false;
        }
    }
    while (marks[mark] === '*')
        mark += 1;
    return mark === marks.length;
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

/***/ 5758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ needsWork),
/* harmony export */   GG: () => (/* binding */ listLeftOut),
/* harmony export */   L3: () => (/* binding */ tellUse),
/* harmony export */   M$: () => (/* binding */ describeAuditVerdict),
/* harmony export */   Ts: () => (/* binding */ describeExpiry),
/* harmony export */   Xp: () => (/* binding */ tellCount),
/* harmony export */   _c: () => (/* binding */ tellDay),
/* harmony export */   fE: () => (/* binding */ isBeyondDates),
/* harmony export */   he: () => (/* binding */ isCounted),
/* harmony export */   lO: () => (/* binding */ tellName),
/* harmony export */   mB: () => (/* binding */ tellThresholds),
/* harmony export */   nE: () => (/* binding */ listFound),
/* harmony export */   vK: () => (/* binding */ tellNumber),
/* harmony export */   yh: () => (/* binding */ tellSubject)
/* harmony export */ });
/* harmony import */ var _certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2178);
/* harmony import */ var _interface_capabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7107);
/* harmony import */ var _operations_audit_certificate_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _operations_audit_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4488);
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8212);





/** Rules whose whole story a certificate's own row tells. */
const RULES_OF_ROWS = ['expired', 'critical', 'expiring'];
/** Why the verdict is what it is, in one sentence: what was found, among how many, by which thresholds. */
function describeAuditVerdict(report) {
    const { counts, findings } = report;
    const expiry = describeExpiry(report);
    const unreadable = counts.unreadable === 0
        ? null
        : `${tellNumber(counts.unreadable)} of ${tellNumber(counts.targets)} targets could not be read`;
    const others = findings.filter(isBeyondDates);
    const rules = [...new Set(others.map(({ rule }) => rule))].join(', ');
    const beyond = others.length === 0 ? null : `${tellCount(others.length, 'other finding')} (${rules})`;
    return [expiry, unreadable, beyond].filter((part) => part !== null).join('; ');
}
/** What expires among those that count; in their absence, why there are none. */
function describeExpiry(report) {
    const { counts } = report;
    if (counts.judged === 0)
        return describeEmptiness(report);
    const found = listFound(report);
    const among = `${tellCount(counts.judged, 'certificate')} in ${tellCount(counts.targets, 'target')}`;
    return `${found.length === 0 ? 'nothing expires soon among' : `${found.join(', ')} of`} ${among} (${describePolicy(report)})`;
}
/** `2 expired`, `1 critical`, …: the counts that are not zero. */
function listFound({ counts }) {
    return [
        tellSome(counts.expired, 'expired'),
        tellSome(counts.critical, 'critical'),
        tellSome(counts.expiring - counts.critical, 'expiring'),
        tellSome(counts.undated, 'not yet valid or without a readable date'),
    ].filter((part) => part !== null);
}
/** `3 ignored`, …: why certificates that were read do not count. */
function listLeftOut({ counts }) {
    return [
        tellSome(counts.ignored, 'ignored'),
        tellSome(counts.dormant, 'not counted, being inactive, revoked or filtered out'),
        tellSome(counts.pending, 'pending, without a certificate yet'),
    ].filter((part) => part !== null);
}
function describeEmptiness({ counts, findings }) {
    const empty = findings.find(({ rule }) => rule === 'empty');
    if (empty !== undefined)
        return (0,_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)(empty.message);
    if (counts.count > 0) {
        return `none of ${tellCount(counts.count, 'certificate')} counts (${counts.ignored} ignored, ${counts.dormant} not in service, ${counts.pending} pending)`;
    }
    return counts.unreadable > 0 ? 'no certificate was read' : 'no certificate was found';
}
/** The thresholds where all targets have the same ones, else who sets them. */
function describePolicy({ targets }) {
    const given = new Set(targets.map(({ target }) => tellGivenThresholds(target)));
    const [one = ''] = given;
    if (given.size > 1)
        return 'thresholds of each target';
    return one === '' ? 'default thresholds' : one;
}
function tellGivenThresholds({ failWithin, warnWithin }) {
    return [
        failWithin === null ? null : `fail-within ${(0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .formatThreshold */ .B6)(failWithin)}`,
        warnWithin === null ? null : `warn-within ${(0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .formatThreshold */ .B6)(warnWithin)}`,
    ]
        .filter((part) => part !== null)
        .join(', ');
}
/** The thresholds that most certificates of a target's kind of store are judged by. */
function tellThresholds(target) {
    const isAuthority = _interface_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .capabilitiesOf */ .S[target.provider].holdsAuthorities;
    const undated = { notBefore: null, notAfter: null };
    const { failWithin, warnWithin } = (0,_operations_audit_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .findThresholds */ ["in"])(undated, isAuthority, target);
    return `fail ${(0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .formatThreshold */ .B6)(failWithin)}, warn ${(0,_certificate_threshold_js__WEBPACK_IMPORTED_MODULE_0__/* .formatThreshold */ .B6)(warnWithin)}`;
}
/** Whether something has to be done about a certificate's dates. */
function needsWork({ contribution, ignoredBy }) {
    return ignoredBy === null && (contribution === 'fail' || contribution === 'warn');
}
/** Whether a certificate is among those that the verdict is about. */
function isCounted({ standing, ignoredBy }) {
    return standing === 'counted' && ignoredBy === null;
}
/** Whether a finding tells more than the row of its certificate, or of a target that could not be read. */
function isBeyondDates({ rule }) {
    return !RULES_OF_ROWS.includes(rule) && rule !== 'unreadable' && rule !== 'empty';
}
/** What a finding is about: `portal of production`, a target, or the audit itself. */
function tellSubject({ certificate, target }) {
    if (certificate !== null)
        return tellName(certificate);
    return target === null ? 'The audit' : `Target ${(0,_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)(target, 100)}`;
}
/** `portal of production`, in one line. */
function tellName({ certificate, target }) {
    return `${(0,_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)((0,_operations_audit_certificate_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(certificate), 100)} of ${(0,_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)(target.name, 100)}`;
}
/** Whether it serves, and how many refer to it; null where neither is known. */
function tellUse({ certificate: { inUse }, usedBy }) {
    const users = usedBy === null || usedBy.length === 0 ? null : `by ${usedBy.length}`;
    if (inUse === null)
        return users;
    if (!inUse)
        return 'no';
    return users === null ? 'yes' : `yes, ${users}`;
}
/** The day in UTC: `2026-11-28`. */
function tellDay(date) {
    return date.toISOString().slice(0, 10);
}
/** `1 target`, `1,200 targets`. */
function tellCount(count, noun) {
    return `${tellNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/** With a comma between thousands; below ten with one decimal, where there is one. */
function tellNumber(value) {
    return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
}
function tellSome(count, what) {
    return count > 0 ? `${tellNumber(count)} ${what}` : null;
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


/***/ })

};
