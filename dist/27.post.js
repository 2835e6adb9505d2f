export const id = 27;
export const ids = [27];
export const modules = {

/***/ 2027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectRunner: () => (/* binding */ connectRunner)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
;// CONCATENATED MODULE: ./lib/src/core/text/log-line.js
/**
 * The runner takes a line with `::` or `##[` for a command; untrusted text must never become one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function logLine(text) {
    return text
        .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## [');
}
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/adapters/runner/pull-request-event.js

function readPullRequest(name = '', path = '') {
    const pull = payloadIn(path)?.pull_request;
    if (!pull)
        return undefined;
    const { number, head, base } = pull;
    const isAbout = name === 'pull_request' || name === 'pull_request_target';
    // A deleted fork leaves a head without repository. pull_request_target has the base's permissions.
    const fork = name === 'pull_request' && head?.repo?.full_name !== base?.repo?.full_name;
    return {
        head: typeof head?.sha === 'string' ? head.sha : undefined,
        pullRequest: isAbout && typeof number === 'number' ? { number, fork } : undefined,
    };
}
function payloadIn(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/src/adapters/runner/runner.js




function connectRunner() {
    return {
        ...deployed(),
        run: thisRun(),
        input: name => core/* getInput */.V4(name, { trimWhitespace: false }),
        mask: secret => core/* setSecret */.Pq(secret),
        log: line => core/* info */.pq(logLine(line)),
        debug: line => core/* debug */.Yz(line),
        group: title => core/* startGroup */.Oh(logLine(title)),
        ungroup: () => core/* endGroup */.N4(),
        annotate,
        output: (name, value) => void attempt(`No output ${name}`, () => core/* setOutput */.uH(name, value)),
        saveState: (name, value) => void attempt('No state for the post step', () => core/* saveState */.LZ(name, value)),
        summary: markdown => attempt('No job summary', () => core/* summary */.z.addRaw(markdown, true).write()),
    };
}
/** Only a warning: no deployment needs these files. */
async function attempt(title, write) {
    try {
        await write();
    }
    catch (error) {
        annotate({ level: 'warning', title, message: error instanceof Error ? error.message : String(error) });
    }
}
function annotate({ level, title, message, position }) {
    const properties = position
        ? { title, file: position.file, startLine: position.line, startColumn: position.column }
        : { title };
    const write = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    write(message, properties);
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function thisRun() {
    const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id } = external_node_process_.env;
    const { GITHUB_ACTOR: actor } = external_node_process_.env;
    return {
        repository: repository || undefined,
        actor: actor || undefined,
        run: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined,
    };
}
/** A pull request runs on a temporary merge commit; users know its head. */
function deployed() {
    const event = readPullRequest(external_node_process_.env.GITHUB_EVENT_NAME, external_node_process_.env.GITHUB_EVENT_PATH);
    return { commit: event?.head ?? (external_node_process_.env.GITHUB_SHA || undefined), pullRequest: event?.pullRequest };
}

/***/ })

};
