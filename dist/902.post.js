export const id = 902;
export const ids = [902,341];
export const modules = {

/***/ 3902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectRunner: () => (/* binding */ connectRunner),
  reportBug: () => (/* binding */ reportBug)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./lib/src/core/errors/annotation.js
var annotation = __webpack_require__(5341);
// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 9 modules
var redact = __webpack_require__(2002);
// EXTERNAL MODULE: ./lib/src/core/text/control-characters.js
var control_characters = __webpack_require__(640);
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
;// CONCATENATED MODULE: ./lib/src/adapters/runner/passed-inputs.js
/** They run on act, where the steps of a composite action also get the inputs of that action. */
const actVariables = ['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS'];
function readPassedInputs(env) {
    const inputs = Object.entries(env).flatMap(([variable, value]) => {
        const name = /^INPUT_(.+)$/s.exec(variable)?.[1];
        // The runner never writes small letters.
        if (name === undefined || name !== name.toUpperCase())
            return [];
        const text = (value ?? '').trim();
        return [{ name: name.toLowerCase(), isEmpty: text === '', isFalse: /^false$/i.test(text) }];
    });
    return { inputs, includesSurrounding: actVariables.some(variable => env[variable]) };
}
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/adapters/runner/pull-request-event.js

function readPullRequest(name = '', path = '') {
    const payload = payloadIn(path);
    const pull = payload?.pull_request;
    if (!pull)
        return name === 'issue_comment' ? commented(payload?.issue) : undefined;
    const { number, head, base } = pull;
    const isAbout = name === 'pull_request' || name === 'pull_request_target';
    // A deleted fork leaves a head without repository. pull_request_target has the base's permissions.
    const fork = name === 'pull_request' && head?.repo?.full_name !== base?.repo?.full_name;
    return {
        head: typeof head?.sha === 'string' ? head.sha : undefined,
        pullRequest: isAbout && typeof number === 'number' ? { number, fork } : undefined,
    };
}
/** Issues that are pull requests have that member. Such a run is one of the default branch, with its permissions. */
function commented(issue) {
    if (!issue?.pull_request || typeof issue.number !== 'number')
        return undefined;
    return { head: undefined, pullRequest: { number: issue.number, fork: false } };
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
    const attempt = warnOnce();
    return {
        ...deployed(),
        run: thisRun(),
        input: name => core/* getInput */.V4(name, { trimWhitespace: false }),
        passedInputs: () => readPassedInputs(external_node_process_.env),
        mask: secret => core/* setSecret */.Pq(secret),
        log: line => core/* info */.pq(logLine((0,control_characters/* stripControlCharacters */.O)(line))),
        debug: line => core/* debug */.Yz((0,control_characters/* stripControlCharacters */.O)(line)),
        group: title => core/* startGroup */.Oh(logLine((0,control_characters/* stripControlCharacters */.O)(title))),
        ungroup: () => core/* endGroup */.N4(),
        annotate,
        output: (name, value) => void attempt('No outputs', () => core/* setOutput */.uH(name, (0,control_characters/* stripControlCharacters */.O)(value))),
        saveState: (name, value) => attempt('No state for the post step', () => core/* saveState */.LZ(name, value)),
        async summary(markdown) {
            await attempt('No job summary', () => core/* summary */.z.addRaw((0,control_characters/* stripControlCharacters */.O)(markdown), true).write());
        },
    };
}
function reportBug({ annotate, debug }, error) {
    annotate((0,annotation.bugAnnotation)(error));
    debug((0,redact/* redact */.E$)(error instanceof Error ? (error.stack ?? '') : '', []));
}
/** Only a warning for each title: the verdict needs none of these files. False: not written. */
function warnOnce() {
    const warned = new Set();
    return async (title, write) => {
        try {
            await write();
            return true;
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            if (!warned.has(title))
                annotate({ level: 'warning', title, message });
            warned.add(title);
            return false;
        }
    };
}
function annotate({ level, title, message, position }) {
    const named = { title: (0,control_characters/* stripControlCharacters */.O)(title) };
    const properties = position
        ? {
            ...named,
            file: (0,control_characters/* stripControlCharacters */.O)(position.file),
            startLine: position.line,
            startColumn: position.column,
        }
        : named;
    const write = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    write((0,control_characters/* stripControlCharacters */.O)(message), properties);
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

/***/ }),

/***/ 5341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bugAnnotation: () => (/* binding */ bugAnnotation),
/* harmony export */   redactAnnotation: () => (/* binding */ redactAnnotation)
/* harmony export */ });
/* harmony import */ var _redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2002);

/** The text of an error nobody expected may quote anything. */
function bugAnnotation(error) {
    const message = (0,_redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(error instanceof Error ? error.message : String(error), []);
    return { level: 'error', title: 'ecs-safe-deploy has a bug', message };
}
function redactAnnotation(annotation) {
    const lines = annotation.message.split('\n');
    return { ...annotation, message: lines.map(line => (0,_redaction_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(line, [])).join('\n') };
}

/***/ })

};
