export const id = 294;
export const ids = [294];
export const modules = {

/***/ 1294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openIssues: () => (/* binding */ openIssues)
});

// EXTERNAL MODULE: ./build/src/runner/github/github.js + 6 modules
var github = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/src/runner/github/call.js
var call = __webpack_require__(8216);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
;// CONCATENATED MODULE: ./build/src/runner/github/wire.js

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Issues). Unknown fields are tolerated.
 */
const wire_text = schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* string */.YjP()));
const person = schemas/* looseObject */._H3({ login: schemas/* string */.YjP() });
/** Old servers send labels by name alone. */
const label = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: wire_text })]);
const issueSchema = schemas/* looseObject */._H3({
    number: schemas/* int */.Whr().check(api/* _positive */.NC()),
    title: schemas/* string */.YjP(),
    body: wire_text,
    state: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    labels: schemas/* optional */.lqM(schemas/* array */.YOg(label)),
    assignees: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(person))),
    /** Pull requests are listed among the issues. */
    pull_request: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
});
const issuesSchema = schemas/* array */.YOg(issueSchema);
/** The name of a label in either of its forms; empty where it has none. */
function nameLabel(given) {
    return typeof given === 'string' ? given : (given.name ?? '');
}

;// CONCATENATED MODULE: ./build/src/runner/github/issues.js


const RULES = { permission: 'issues: write' };
/** Saying it twice adds nothing. */
const REPEATABLE = { ...RULES, retry: 'safe' };
const PAGE_SIZE = 100;
/** The issues of the repository that a workflow runs in. */
function createIssueStore(github) {
    const { octokit, repository } = github;
    const { issues } = octokit.rest;
    const listed = (parameters) => octokit.request.endpoint('GET /repos/{owner}/{repo}/issues', {
        ...parameters,
        ...repository,
        per_page: PAGE_SIZE,
    });
    const read = (schema, data, call) => {
        const parsed = schema.safeParse(data);
        if (!parsed.success)
            throw github.refuse(call, RULES, data);
        return parsed.data;
    };
    return {
        async *list(state) {
            // By age, since what changes meanwhile must not move an issue to a page that was already read.
            const address = listed({ ...repository, state, sort: 'created', direction: 'asc' });
            for await (const page of github.pages(address, RULES)) {
                yield toIssues(read(issuesSchema, page, address));
            }
        },
        async listNewest() {
            const address = listed({ ...repository, state: 'all', sort: 'created', direction: 'desc' });
            const { data } = await octokit.request({ ...address, method: 'GET', ...(0,call/* under */.h)(RULES) });
            return toIssues(read(issuesSchema, data, address));
        },
        async read(number) {
            const { data, url } = await issues.get({ ...repository, issue_number: number, ...(0,call/* under */.h)(RULES) });
            return toIssue(read(issueSchema, data, { method: 'GET', url }));
        },
        async create({ title, body }) {
            const { data, url } = await issues.create({ ...repository, title, body, ...(0,call/* under */.h)(RULES) });
            return toIssue(read(issueSchema, data, { method: 'POST', url }));
        },
        async update(number, change) {
            const { data, url } = await issues.update({
                ...repository,
                issue_number: number,
                ...describeChange(change),
                ...(0,call/* under */.h)(RULES),
            });
            return toIssue(read(issueSchema, data, { method: 'PATCH', url }));
        },
        async comment(number, text) {
            await issues.createComment({ ...repository, issue_number: number, body: text, ...(0,call/* under */.h)(RULES) });
        },
        async addLabels(number, labels) {
            await issues.addLabels({
                ...repository,
                issue_number: number,
                labels: [...labels],
                ...(0,call/* under */.h)(REPEATABLE),
            });
        },
        async addAssignee(number, login) {
            const { data, url } = await issues.addAssignees({
                ...repository,
                issue_number: number,
                assignees: [login],
                ...(0,call/* under */.h)(REPEATABLE),
            });
            return toIssue(read(issueSchema, data, { method: 'POST', url })).assignees;
        },
    };
}
function describeChange({ state, ...texts }) {
    if (state === undefined)
        return texts;
    const reason = state === 'closed' ? 'completed' : 'reopened';
    return { ...texts, state, state_reason: reason };
}
function toIssues(rows) {
    return rows.filter(({ pull_request }) => pull_request === undefined || pull_request === null).map(toIssue);
}
function toIssue(row) {
    return {
        number: row.number,
        title: row.title,
        body: row.body ?? '',
        state: row.state === 'closed' ? 'closed' : 'open',
        labels: (row.labels ?? []).map(nameLabel).filter((name) => name !== ''),
        assignees: (row.assignees ?? []).map(({ login }) => login),
        updatedAt: new Date(row.updated_at),
        url: row.html_url,
    };
}

;// CONCATENATED MODULE: ./build/src/runner/github/open-issues.js


/**
 * Opens the issues of the repository that the workflow runs in.
 * @throws GitHubError (`setup`) where the environment or the token cannot be used; nothing was called.
 */
async function openIssues(options, deps) {
    return createIssueStore(await (0,github/* openGitHub */.o)(options, deps));
}


/***/ })

};
