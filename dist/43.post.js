export const id = 43;
export const ids = [43];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
__webpack_unused_export__ = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
__webpack_unused_export__ = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 8043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => (/* binding */ runPostStep)
});

// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 4 modules
var redact = __webpack_require__(7819);
;// CONCATENATED MODULE: ./lib/src/core/errors/notice.js

function warning(text) {
    return { level: 'warning', text };
}
function notice(text) {
    return { level: 'notice', text };
}
/** For a notice that may quote AWS. */
function redactNotice(notice, hidden) {
    return { ...notice, text: (0,redact/* redact */.E)(notice.text, hidden) };
}
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
;// CONCATENATED MODULE: ./lib/src/core/settings/bump.js
function bumpOf({ before, after }) {
    const { desiredCount: from, rolloutCount: to } = after;
    return to > from ? { from, to, found: before.desiredCount } : undefined;
}
/** The settings of a service whose desired count somebody changed after the plan was made. */
function withDesiredCount({ before, after }, now) {
    // A desired count that the user set stays what the count is restored to.
    const desiredCount = after.desiredCount === before.desiredCount ? now : after.desiredCount;
    return {
        before: { ...before, desiredCount: now, rolloutCount: now },
        after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
    };
}
/**
 * What to set the desired count to after a rollout; nothing where auto scaling or a person changed it meanwhile. A read
 * that shows no deployment of our task definition may be older than our update, and so may its count.
 */
function restoredCount(bump, service, taskDefinition) {
    if (service.desiredCount === bump.to)
        return bump.from;
    const maybeStale = service.deployments.every(deployment => deployment.taskDefinition !== taskDefinition);
    return maybeStale && service.desiredCount === bump.found ? bump.from : undefined;
}
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/restore-desired-count.js




/** A single answer that there is no such service may be stale. */
const maxMissing = 2;
const gone = {
    done: true,
    notice: notice('The service is gone, and its desired count with it.'),
    count: undefined,
};
async function restoreDesiredCount({ ecs, clock }, request, policy) {
    let missing = 0;
    async function restore() {
        for (;;) {
            const restored = await restoreOnce(ecs, request);
            if (restored !== 'missing')
                return restored;
            missing++;
            if (missing === maxMissing)
                return gone;
        }
    }
    const restored = await (0,attempt/* attempt */.C)(() => (0,retry/* retry */.L)(policy, { clock }, restore));
    if (restored.kind === 'answered')
        return restored.value;
    const { from, to } = request.bump;
    const text = `The desired count is still ${to} and should be ${from}: ${restored.error.message}`;
    return { done: false, notice: warning(text), count: undefined };
}
async function restoreOnce(ecs, { target, bump, taskDefinition }) {
    const service = await ecs.describeService(target, 'once');
    if (service === 'missing')
        return service;
    if (service.status !== 'ACTIVE')
        return gone;
    const count = restoredCount(bump, service, taskDefinition);
    if (count !== undefined) {
        await ecs.setDesiredCount(target, count);
        return { done: true, count, notice: notice(`The desired count is back at ${count}.`) };
    }
    const now = service.desiredCount;
    // An earlier request had its effect, and its answer was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`;
    return { done: true, count: now, notice: notice(text) };
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/service.js
/**
 * A service and its classic deployments, as DescribeServices and UpdateService show them. Times are milliseconds since
 * the epoch. The other view of the same rollout is in service-deployment.ts.
 */
function primaryOf(service) {
    return service.deployments.find(deployment => deployment.status === 'PRIMARY');
}
/**
 * The deployment whose tasks answer: the newest that COMPLETED and has tasks running, else the one with the most. A
 * PRIMARY that FAILED or still rolls out does not serve only because it is PRIMARY. Deployments are listed newest
 * first. Nothing where no task runs.
 */
function servingIn(deployments) {
    const running = deployments.filter(({ runningCount }) => runningCount > 0);
    const most = [...running].sort((a, b) => b.runningCount - a.runningCount)[0];
    return running.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? most;
}
function deploymentOf(service, id) {
    return service.deployments.find(deployment => deployment.id === id);
}
/**
 * The revision to compare with and to go back to: the one that serves; where no task runs, the one that last
 * completed, or the PRIMARY.
 */
function servingBefore(service) {
    const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    const deployment = servingIn(service.deployments) ?? completed ?? primaryOf(service);
    return deployment?.taskDefinition ?? (service.taskDefinition || undefined);
}
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
// EXTERNAL MODULE: ./lib/src/core/errors/api-error.js
var api_error = __webpack_require__(5397);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/evidence.js
const noExplanation = { detail: undefined, next: undefined, position: undefined };
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var arn = __webpack_require__(5113);
;// CONCATENATED MODULE: ./lib/src/core/text/truncate.js
/** At most so many characters: of a longer text the beginning and an ellipsis. */
function truncate(text, most) {
    // A character has at most two UTF-16 units, which must not be separated.
    const letters = [...text.slice(0, 2 * most + 2)];
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/reason-text.js
/** ECS's own words about a failed task, short enough for a sentence. */


/** The evidence has all of them. */
const longestReason = 200;
function shortReason(text) {
    return truncate((0,arn/* shortenEveryArn */.aO)(text), longestReason);
}
/** A reason without the name of the error that it starts with: the class says the same. */
function reasonText(reason) {
    return shortReason(reason.replace(/^(?:CannotPull\w*|ResourceInitializationError|OutOfMemoryError): /, ''));
}
/** For a class that has no better words than ECS. */
function describeByReason({ failure }) {
    const { stopCode, reason, container, exitCode } = failure;
    const what = stopCode === 'TaskFailedToStart' ? 'could not start' : 'ended';
    const exit = exitCode === undefined ? '' : `; ${container ?? 'a container'} exited with code ${exitCode}`;
    return `${what}: ${reasonText(reason)}${exit}`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/alarm.js


const alarm = {
    id: 'alarm',
    matchesTask: () => false,
    matchesDeployment: reason => /alarm/i.test(reason),
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: () => 'Check the alarm and the metric that it watches.',
    hasLogs: true,
    countsForFailFast: true,
};
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/src/core/errors/problem.js

/** `td.json:3:5` */
function showPosition({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
/** The allowed word that was most likely meant; nothing if none is close. */
function closest(word, allowed) {
    const lower = word.toLowerCase();
    const ranked = allowed
        .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
        .sort((a, b) => a.edits - b.edits);
    const best = ranked[0];
    return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
/** A value as messages quote it: shortened, on one line. */
function quote(value) {
    const line = value.replace(/\s+/g, ' ');
    return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/image.js
/** The first part is a host only if it has a dot or a port, or is localhost; so `web:27` has a tag. */
const host = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::\\d+)?|[A-Za-z0-9-]+:\\d+';
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(`^(?<repository>(?:(?:${host})/)?${part}(?:/${part})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`);
/** Nothing if it is no image reference. */
function parseImage(reference) {
    const groups = pattern.exec(reference)?.groups;
    if (!groups?.repository)
        return undefined;
    return {
        repository: groups.repository,
        tag: groups.tag || undefined,
        digest: groups.digest || undefined,
    };
}
/** Tags that are mutable by convention: two deployments of one reference can run different software. */
const mutableTags = (/* unused pure expression or super */ null && ([
    'latest', 'stable', 'edge', 'nightly', 'canary', 'current', 'release', 'main', 'master', 'trunk', 'head',
    'develop', 'development', 'dev', 'test', 'testing', 'qa', 'staging', 'stage', 'prod', 'production', 'live',
])); // biome-ignore format: one list
/** Why this reference is mutable; nothing if it does not look so. */
function mutableReason(reference) {
    const image = parseImage(reference);
    if (!image)
        return undefined;
    if (image.digest)
        return undefined;
    if (!image.tag)
        return 'has no tag, which means latest';
    return mutableTags.includes(image.tag.toLowerCase()) ? `has the tag ${image.tag}, which moves` : undefined;
}
/** `web:9be21c4`: the last part of the repository, and the tag or a short digest. */
function shortImage(reference) {
    const image = parseImage(reference);
    if (!image)
        return reference;
    const name = image.repository.slice(image.repository.lastIndexOf('/') + 1);
    if (image.tag)
        return `${name}:${image.tag}`;
    return image.digest ? `${name}@${image.digest.slice(0, 19)}` : name;
}
// EXTERNAL MODULE: ./lib/src/core/text/json.js + 1 modules
var json = __webpack_require__(9621);
;// CONCATENATED MODULE: ./lib/src/core/task-definition/platform.js

const architectures = { X86_64: 'amd64', ARM64: 'arm64' };
/** The name of an architecture in registries; nothing for one that this release does not know. */
function architectureOf(named) {
    return architectures[named];
}
/** Nothing for values that this release does not know. */
function platformOf({ runtimePlatform }) {
    const named = (0,json/* isObject */.Gv)(runtimePlatform) ? runtimePlatform : {};
    const architecture = architectureOf((0,json/* text */.Qq)(named.cpuArchitecture) ?? 'X86_64');
    const os = osOf((0,json/* text */.Qq)(named.operatingSystemFamily) ?? 'LINUX');
    return architecture && os ? { architecture, os } : undefined;
}
function osOf(family) {
    if (family === 'LINUX')
        return 'linux';
    return family.startsWith('WINDOWS_') ? 'windows' : undefined;
}
function showPlatform({ os, architecture }) {
    return `${os}/${architecture}`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/container.js


function containerOf(definition, name) {
    const containers = (0,json/* objectsIn */.Qv)(definition.containerDefinitions);
    return (containers.find(container => container.name === name) ??
        (containers.length === 1 ? containers[0] : undefined));
}
function memberAt({ definition, positionOf }, name, ...members) {
    const container = containerOf(definition, name);
    const { containerDefinitions } = definition;
    const index = container && (0,json/* isList */.Lv)(containerDefinitions) ? containerDefinitions.indexOf(container) : -1;
    return index < 0 ? undefined : positionOf?.(['containerDefinitions', index, ...members]);
}
/** `the execution role ecsTaskExecutionRole` */
function executionRole(definition) {
    const role = (0,json/* text */.Qq)(definition.executionRoleArn);
    return role
        ? `the execution role ${role.slice(role.indexOf('/') + 1)}`
        : 'an execution role (the task definition names none)';
}
/** `X86_64` unless the definition says otherwise (API_RuntimePlatform). */
function cpuArchitecture(definition) {
    const platform = definition.runtimePlatform;
    return ((0,json/* isObject */.Gv)(platform) ? (0,json/* text */.Qq)(platform.cpuArchitecture) : undefined) ?? 'X86_64';
}
/** The platform to build for, as image tools call it: `linux/arm64`. */
function buildPlatform(definition) {
    const platform = platformOf(definition);
    return platform ? showPlatform(platform) : 'linux/amd64';
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/exit-code.js
/**
 * What the exit code of a container says beyond its number, where that is certain.
 *
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02
 */
const meanings = {
    126: 'found but cannot be executed: no permission, or not an executable',
    127: 'no such program',
    137: 'killed, SIGKILL',
    139: 'segmentation fault, SIGSEGV',
    143: 'terminated, SIGTERM',
};
function exitCodeMeaning(exitCode) {
    return meanings[exitCode];
}
/** Whether the command of the container did not even start. */
function isNotExecuted(exitCode) {
    return exitCode === 126 || exitCode === 127;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/log-lines.js
/** Which line of a log says most about why a container ended. */
const errorWords = /\b(\w*error|\w*exception|fatal|panic|cannot|can't|could not|unable|failed|failure|refused|denied|missing|no such|not found|not set|unknown|unexpected|invalid|illegal|unsupported|undefined|unrecognized|timed out|abort(?:ed|ing)?)\b/i;
function isErrorLine(line) {
    return errorWords.test(line);
}
/** The last line that looks like an error, else the last line. */
function mainLine(lines) {
    return lines.findLast(isErrorLine) ?? lastLine(lines);
}
function lastLine(lines) {
    return lines.findLast(line => line.trim() !== '');
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/out-of-memory.js


const outOfMemory = {
    id: 'out-of-memory',
    matchesTask: ({ text }) => /OutOfMemory/.test(text),
    matchesDeployment: () => false,
    describe: ({ failure: { container } }) => `ended because ${container ?? 'a container'} ran out of memory`,
    explain: explainMemory,
    nextStep: ({ container }) => `Raise the memory of ${container ?? 'the container'}, or reduce what it uses.`,
    hasLogs: true,
    countsForFailFast: true,
};
/** Which limit was too small. */
function explainMemory(evidence) {
    const { failure, definition } = evidence;
    const container = containerOf(definition, failure.container);
    const name = failure.container ?? 'the container';
    if (container?.memory !== undefined) {
        return {
            detail: `${name} is limited to ${container.memory} MiB`,
            next: `Raise the memory of ${name} above ${container.memory} MiB, or reduce what it uses.`,
            position: memberAt(evidence, failure.container, 'memory'),
        };
    }
    if (definition.memory === undefined)
        return noExplanation;
    return {
        detail: `the task is limited to ${definition.memory} MiB`,
        next: `Raise the memory of the task above ${definition.memory} MiB, or reduce what ${name} uses.`,
        position: evidence.positionOf?.(['memory']),
    };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/container-exit.js
/** A container ended by itself. Its exit code and the end of its log say why. */









const containerExit = {
    id: 'container-exit',
    matchesTask: ({ stopCode }) => stopCode === 'EssentialContainerExited',
    matchesDeployment: () => false,
    describe: ({ failure }) => `ended because ${exitText(failure)}`,
    explain: explainExit,
    nextStep: ({ container, exitCode }) => {
        const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
        return `Read the log of ${container ?? 'the container'} to find out why it ended${code}.`;
    },
    hasLogs: true,
    countsForFailFast: true,
};
/** `app exited with code 137 (killed, SIGKILL)` */
function exitText({ container = 'an essential container', exitCode, reason }) {
    const isUsualReason = /^essential container in task exited$/i.test(reason);
    const words = isUsualReason ? '' : `: ${reasonText(reason)}`;
    if (exitCode === undefined)
        return `${container} exited${words}`;
    const meaning = exitCodeMeaning(exitCode);
    return `${container} exited with code ${exitCode}${meaning ? ` (${meaning})` : ''}${words}`;
}
function explainExit(evidence) {
    const { failure, lines, definition } = evidence;
    const name = failure.container ?? 'the container';
    const words = [failure.reason, ...lines].join('\n');
    if (/exec format error/i.test(words))
        return explainArchitecture(evidence);
    if (/heap out of memory|OutOfMemoryError|Cannot allocate memory|MemoryError\b/.test(words)) {
        return { ...explainMemory(evidence), detail: 'its log says that it ran out of memory' };
    }
    const line = mainLine(lines);
    const detail = line ? `its log ends with ${quote(line)}` : undefined;
    if (failure.exitCode === 0) {
        const expectation = 'this is not an error, but the tasks of a service must keep running';
        return {
            detail: detail ? `${expectation}; ${detail}` : expectation,
            next: `Use a command that keeps ${name} running, or set its essential to false.`,
            position: undefined,
        };
    }
    if (isNotExecuted(failure.exitCode)) {
        return {
            detail,
            next: `Correct command or entryPoint of ${name}: the image must contain the program, as an executable file.`,
            position: memberAt(evidence, failure.container, 'command') ??
                memberAt(evidence, failure.container, 'entryPoint'),
        };
    }
    if (line === undefined)
        return noExplanation;
    return {
        detail,
        next: nextStepFor(line, name, containerOf(definition, failure.container)),
        position: undefined,
    };
}
function explainArchitecture({ failure, definition }) {
    const reference = (0,json/* text */.Qq)(containerOf(definition, failure.container)?.image);
    const image = reference ? shortImage(reference) : 'its image';
    return {
        detail: `${image} is built for another architecture than ${cpuArchitecture(definition)}, which the task runs on (exec format error)`,
        next: `Build the image for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
        position: undefined,
    };
}
/** Says that a variable is missing only where the definition lists all of them. */
function nextStepFor(line, name, container) {
    const variable = unsetVariable.exec(line)?.slice(1).find(Boolean);
    const listed = ['environment', 'secrets'].flatMap(member => (0,json/* objectsIn */.Qv)(container?.[member]).map(one => (0,json/* text */.Qq)(one.name)));
    if (variable && container && container.environmentFiles === undefined && !listed.includes(variable))
        return `The task definition does not set ${variable} for ${name}: add it to environment or secrets, or make ${name} start without it.`;
    if (isErrorLine(line))
        return `Fix the error shown in the log of ${name}.`;
    return `Read the log of ${name} to find out why it ended: nothing in its last lines looks like an error.`;
}
/** `KeyError: 'FEATURE_X'`, `DATABASE_URL is not set`, `missing environment variable TOKEN` */
const unsetVariable = /\bKeyError: '([A-Z][A-Z0-9_]+)'|\b([A-Z][A-Z0-9_]+) (?:is|was) (?:not set|not defined|missing|required)\b|\benvironment variable:? ['"`]?([A-Z][A-Z0-9_]+)\b/;
;// CONCATENATED MODULE: ./lib/src/core/ecs/port-advice.js
/**
 * How to move a port: the port of a container and that of the service's load balancer can only change together, which
 * this action does not do.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (loadBalancers)
 */
const page = 'docs/checks.md#moving-a-port of this action';
/** For an app that listens on another port (`port`, if it is known) than expected. */
function portAdvice(expected, port) {
    const to = port === undefined ? '' : ` to ${port}`;
    return `Make the app listen on ${expected}, or move the port${to} as ${page} says.`;
}
/** After other advice: `Name the container app, or …`. */
const orMoveThePort = (/* unused pure expression or super */ null && (`or move the load balancer of the service with it as ${page} says.`));
;// CONCATENATED MODULE: ./lib/src/core/task-definition/containers.js

function containersOf(definition) {
    return listedIn({ value: definition, path: [] }, 'containerDefinitions').map(({ value, path }) => ({
        name: (0,json/* text */.Qq)(value.name) || (0,json/* showPath */.P8)(path),
        value,
        path,
    }));
}
/** The objects in a list member: `environment`, `portMappings`. */
function listedIn({ value, path }, member) {
    const list = value[member];
    if (!(0,json/* isList */.Lv)(list))
        return [];
    return list.flatMap((item, i) => ((0,json/* isObject */.Gv)(item) ? [{ value: item, path: [...path, member, i] }] : []));
}
/** An object member; an empty object if there is none. */
function memberOf({ value, path }, member) {
    const inner = value[member];
    return { value: (0,json/* isObject */.Gv)(inner) ? inner : {}, path: [...path, member] };
}
/** The secrets of the container itself, and of its log driver. */
function secretsIn(container) {
    return {
        own: listedIn(container, 'secrets'),
        logging: listedIn(memberOf(container, 'logConfiguration'), 'secretOptions'),
    };
}
/** Whether ECS checks the definition against the rules of Fargate. */
function isForFargate({ requiresCompatibilities }) {
    return isList(requiresCompatibilities) && requiresCompatibilities.includes('FARGATE');
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/ports.js


function portedContainersOf(definition) {
    return containersOf(definition).map(container => ({
        ...container,
        mappings: listedIn(container, 'portMappings').map(toMapping),
    }));
}
function findContainer(definition, name) {
    return portedContainersOf(definition).find(({ value }) => value.name === name);
}
/** The mapping of this container port. */
function mappingOf({ mappings }, port) {
    return mappings.find(({ containerPort, range }) => containerPort === port || isWithin(port, range));
}
function containerPortPath({ path, range }) {
    return [...path, range === undefined ? 'containerPort' : 'containerPortRange'];
}
/** An absent mode stays absent: its default differs between Linux and Windows. */
function networkModeOf({ networkMode }) {
    return (0,json/* text */.Qq)(networkMode);
}
function toMapping({ value, path }) {
    const { containerPort, hostPort, containerPortRange } = value;
    return {
        path,
        containerPort: typeof containerPort === 'number' ? containerPort : undefined,
        hostPort: typeof hostPort === 'number' ? hostPort : undefined,
        range: typeof containerPortRange === 'string' ? containerPortRange : undefined,
    };
}
function isWithin(port, range = '') {
    const [from, to] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && port >= from && port <= to;
}
;// CONCATENATED MODULE: ./lib/src/core/resources/target-group.js
/** A port of its own; nothing for `traffic-port`, the port that requests go to. */
function fixedPort({ port = '' }) {
    return /^\d+$/.test(port) ? Number(port) : undefined;
}
function checkedPort(healthCheck, trafficPort) {
    return fixedPort(healthCheck) ?? trafficPort;
}
/** `GET :5001/health` */
function describeCheck(healthCheck, trafficPort) {
    const { protocol = '', path = '' } = healthCheck;
    const method = protocol.startsWith('HTTP') ? 'GET' : protocol;
    return `${method} :${checkedPort(healthCheck, trafficPort)}${path}`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/health-check-failure.js
/**
 * Which health check of a load balancer failed. Events name the port of the traffic; the health check may use another.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */


function parseHealthCheckFailure({ failure: { reason }, definition, service, }) {
    const names = [...reason.matchAll(/\(target-group ([^\s()]+)\)/g)].map(([, name]) => name);
    const [, digits, result] = /\bport (\d+): (.+)$/.exec(reason) ?? [];
    const check = service?.targetGroups?.find(({ name }) => name === names[0])?.healthCheck;
    const common = {
        group: names.length === 1 ? names[0] : undefined,
        result,
        codes: /codes: \[([\d, ]+)\]/.exec(result ?? '')?.[1],
    };
    if (digits === undefined)
        return { ...common, request: undefined, port: undefined };
    const trafficPort = Number(digits);
    const port = check ? checkedPort(check, trafficPort) : trafficPort;
    return {
        ...common,
        request: check ? describeCheck(check, trafficPort) : `port ${trafficPort}`,
        // In other network modes the event names a port of the instance.
        port: networkModeOf(definition) === 'awsvpc' ? port : undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/listening-ports.js
/** The ports that an app listens on, by the lines that servers write when they start. */
const serverWords = /\b(listen(?:ing|s)?|running|started|serving|bound|binding|available|accepting connections|server|ready)\b/i;
/** Of a connection to another host, or of a second server that is not the app. */
const otherServerWords = /\b(connect(?:ed|ing)? to|metrics|prometheus|debugger|inspector|admin|management|actuator)\b/i;
/** Not after the address of another host. */
const ownPort = /(?:(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|localhost|\[::1?\]|\*|(?<![\w.\]-])):|\bport(?:\(s\))?[ :=]+)(\d{2,5})\b/gi;
/** Each port once, in the order of the log. */
function listeningPorts(lines) {
    const found = new Map();
    for (const line of lines) {
        if (!serverWords.test(line) || otherServerWords.test(line))
            continue;
        for (const [, digits] of withoutTimes(line).matchAll(ownPort)) {
            const port = Number(digits);
            if (port > 0 && port < 65_536 && !found.has(port))
                found.set(port, line);
        }
    }
    return [...found].map(([port, line]) => ({ port, line }));
}
/** `12:04:31` looks like two ports. */
function withoutTimes(line) {
    return line.replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\b/g, ' ');
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/slow-start.js
/** Whether a task was perhaps stopped before it had finished its start. */


/** Seconds that ECS takes to stop an unhealthy task, with a margin. */
const stopMargin = 60;
/** For a task that was stopped as soon as the grace period allowed. */
function slowStartStep(evidence) {
    const { shortestRun } = evidence;
    const { gracePeriod, targetGroups } = evidence.service ?? {};
    if (shortestRun === undefined || gracePeriod === undefined)
        return undefined;
    const { group } = parseHealthCheckFailure(evidence);
    const check = targetGroups?.find(({ name }) => name === group)?.healthCheck;
    if (!check)
        return undefined;
    const earliest = Math.max(gracePeriod, check.interval * check.unhealthyThreshold);
    if (shortestRun > earliest + stopMargin)
        return undefined;
    return `If it only starts slowly (a task was stopped after ${shortestRun} s), raise healthCheckGracePeriodSeconds of the service (now ${gracePeriod}).`;
}
function slowStartText({ definition, shortestRun, service }) {
    const startPeriods = (0,json/* objectsIn */.Qv)(definition.containerDefinitions).map(({ healthCheck }) => (0,json/* isObject */.Gv)(healthCheck) && typeof healthCheck.startPeriod === 'number' ? healthCheck.startPeriod : 0);
    const stopped = shortestRun === undefined ? '' : `a task was stopped after ${shortestRun} s, `;
    return `${stopped}the start may take ${Math.max(0, ...startPeriods)} s (startPeriod), the grace period of the service is ${service?.gracePeriod ?? 0} s`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/health-check.js
/** A task ran, but a health check of its load balancer or of a container failed. */











const healthCheck = {
    id: 'health-check',
    matchesTask: end => /health checks/i.test(end.text),
    matchesDeployment: () => false,
    describe: describeHealthCheck,
    explain: evidence => {
        const check = parseHealthCheckFailure(evidence);
        return (explainPort(evidence, check) ??
            (isContainerCheck(evidence) ? explainContainerCheck(evidence) : undefined) ??
            explainStatusCode(check) ??
            explainWarning(evidence, check) ??
            explainTimeout(evidence) ??
            explainNoAnswer(evidence, check) ??
            noExplanation);
    },
    nextStep: () => usualStep,
    hasLogs: true,
    countsForFailFast: true,
};
const usualStep = 'Make the app answer the health check on the port and path that are checked, or correct the health check.';
function describeHealthCheck(evidence) {
    if (isContainerCheck(evidence))
        return 'failed the container health check';
    const { group, request, result = '', codes } = parseHealthCheckFailure(evidence);
    const failed = 'failed the load balancer health check';
    if (!request)
        return group ? `${failed} of target group ${group}` : failed;
    if (codes)
        return `${failed} (${codes} on ${request})`;
    if (/timed? ?out/i.test(result))
        return `${failed} (no answer in time on ${request})`;
    const words = result === '' || /^health checks failed$/i.test(result) ? '' : `: ${shortReason(result)}`;
    return `${failed} (${request}${words})`;
}
function isContainerCheck({ failure }) {
    return /container health checks/i.test(failure.reason);
}
/** By its log, the app listens on another port or address. */
function explainPort(evidence, { port }) {
    const listening = listeningPorts(evidence.lines);
    const [first] = listening;
    if (port === undefined || first === undefined)
        return undefined;
    if (listening.every(one => one.port !== port)) {
        const ports = listening.map(one => one.port).join(' and ');
        return {
            detail: `the container listens on ${ports} (its log says ${quote(first.line)})`,
            next: portAdvice(port, first.port),
            position: portPosition(evidence, port),
        };
    }
    const loopback = listening.find(one => one.port === port && /\b127\.0\.0\.1\b/.test(one.line));
    if (!loopback)
        return undefined;
    return {
        detail: `the app accepts connections from its own container only (its log says ${quote(loopback.line)})`,
        next: 'Make the app listen on 0.0.0.0.',
        position: undefined,
    };
}
function portPosition({ definition, positionOf }, port) {
    const [mapping] = portedContainersOf(definition).flatMap(container => mappingOf(container, port) ?? []);
    return mapping && positionOf?.(containerPortPath(mapping));
}
/** The defaults are those of ECS (API_HealthCheck). */
function explainContainerCheck(evidence) {
    const checked = (0,json/* objectsIn */.Qv)(evidence.definition.containerDefinitions).filter(one => (0,json/* isObject */.Gv)(one.healthCheck));
    const [only] = checked.length === 1 ? checked : [];
    const name = (0,json/* text */.Qq)(only?.name);
    const next = `Run the health check command of ${name ?? 'the task definition'} in the image (does the image have the program?), and compare startPeriod with the time that the start takes.`;
    if (!only || name === undefined || !(0,json/* isObject */.Gv)(only.healthCheck))
        return { detail: undefined, next, position: undefined };
    const { retries = 3, interval = 30, startPeriod = 0 } = only.healthCheck;
    return {
        detail: `the health check of ${name} failed ${retries} times, ${interval} s apart, after a startPeriod of ${startPeriod} s`,
        next,
        position: memberAt(evidence, name, 'healthCheck'),
    };
}
function explainStatusCode({ codes = '' }) {
    const position = undefined;
    if (/\b40[13]\b/.test(codes)) {
        const next = 'Answer the health check path without authentication, or check another path.';
        return { detail: undefined, next, position };
    }
    if (/\b404\b/.test(codes)) {
        const detail = 'the app answers, but does not serve the path that is checked';
        const next = 'Serve the health check path on the port that is checked, or correct the path of the target group.';
        return { detail, next, position };
    }
    if (/\b30\d\b/.test(codes)) {
        const detail = 'the app redirects the health check';
        const next = 'Answer the health check path without a redirect, or add this code to the matcher of the target group.';
        return { detail, next, position };
    }
    if (/\b5\d\d\b/.test(codes)) {
        const next = 'Read the log of the app: it may lack a database or a setting.';
        return { detail: undefined, next, position };
    }
    return undefined;
}
/** Checks that predict that tasks will not become healthy. */
const predictingChecks = new Set([
    'port-exposed',
    'port-environment',
    'health-port',
    'grace-period',
]);
/** A status code shows that something answers on the port. */
function explainWarning(evidence, { codes }) {
    const warning = evidence.checks
        .filter(({ result }) => result !== 'passed' && result !== 'unseen')
        .find(({ id }) => (codes ? id === 'grace-period' : predictingChecks.has(id)));
    if (!warning)
        return undefined;
    const { id, text, next, position } = warning;
    const detail = id === 'grace-period' ? slowStartText(evidence) : `the check ${id} warned: ${text}`;
    return { detail, next, position };
}
function explainTimeout({ failure }) {
    if (!/timed? ?out/i.test(failure.reason))
        return undefined;
    return {
        detail: undefined,
        next: 'Check that the security group of the task allows the load balancer on this port, and that the app answers in time.',
        position: undefined,
    };
}
/**
 * Without a status code the load balancer could not connect, or did not understand the answer
 * (elasticloadbalancing/latest/application/target-group-health-checks.html, reason codes).
 */
function explainNoAnswer(evidence, { port, codes }) {
    if (codes !== undefined)
        return undefined;
    const { lines } = evidence;
    const slow = slowStartStep(evidence);
    if (port === undefined || lines.length === 0 || listeningPorts(lines).length > 0)
        return slow ? { detail: undefined, next: `${usualStep} ${slow}`, position: undefined } : undefined;
    const last = lastLine(lines);
    const words = last ? `name no port and end with ${quote(last)}` : 'name no port';
    return {
        detail: `nothing seems to listen on ${port}: the load balancer gets no answer, and the last lines of its log ${words}`,
        next: `Start a server on ${port}: check the command of the container.${slow ? ` ${slow}` : ''}`,
        position: undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/image-pull.js
/**
 * The image of a container could not be pulled.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 */





const imagePull = {
    id: 'image-pull',
    matchesTask: end => /CannotPull|image Manifest does not contain/i.test(end.text),
    matchesDeployment: () => false,
    describe: ({ failure, definition }, detail) => {
        const image = (0,json/* text */.Qq)(containerOf(definition, failure.container)?.image);
        const words = detail ? '' : `: ${reasonText(failure.reason)}`;
        return `could not pull ${image ? shortImage(image) : 'an image'}${words}`;
    },
    explain: evidence => {
        const { detail, next } = explainPull(evidence);
        return { detail, next, position: memberAt(evidence, evidence.failure.container, 'image') };
    },
    nextStep: () => 'Check that the image was pushed with this tag, for this architecture, and that the execution role may pull it.',
    hasLogs: false,
    countsForFailFast: true,
};
function explainPull({ failure, definition }) {
    const { reason, container } = failure;
    const reference = (0,json/* text */.Qq)(containerOf(definition, container)?.image);
    const image = reference ? shortImage(reference) : 'the image';
    if (/matching platform|no matching manifest/i.test(reason)) {
        return {
            detail: `${image} is not built for ${cpuArchitecture(definition)}, which the task runs on`,
            next: `Build it for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
        };
    }
    if (/toomanyrequests|rate limit/i.test(reason)) {
        return {
            detail: 'the registry limits the rate of pulls',
            next: 'Pull from a registry without this limit, such as an ECR pull through cache, or set repositoryCredentials.',
        };
    }
    if (/not found|manifest unknown|does not exist/i.test(reason) && !/denied/i.test(reason)) {
        return { detail: missingImage(reference), next: `Push ${image}, or deploy a tag that exists.` };
    }
    if (/denied|not authorized|unauthorized|\b40[13]\b|has the permissions/i.test(reason)) {
        return {
            detail: 'the registry denied the pull',
            next: `Allow ${executionRole(definition)} to pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account, its repository policy must allow it, too.`,
        };
    }
    if (/time(d )?out|dial tcp|no such host|connection refused|deadline exceeded|\bEOF\b/i.test(reason)) {
        return {
            detail: 'the registry could not be reached from the subnets of the task',
            next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
        };
    }
    return noExplanation;
}
function missingImage(reference) {
    const image = reference ? parseImage(reference) : undefined;
    if (!image)
        return 'the registry does not have it';
    const { repository, tag, digest } = image;
    return `${repository} has ${digest ? `no image ${digest.slice(0, 19)}` : `no tag ${tag ?? 'latest'}`}`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/lifecycle-hook.js


const lifecycleHook = {
    id: 'lifecycle-hook',
    matchesTask: () => false,
    matchesDeployment: reason => /lifecycle hook|pause hook/i.test(reason),
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: ({ reason }) => /pause hook/.test(reason)
        ? 'Nobody continued the pause hook in time: deploy again, and run the command that the log shows when the hook waits.'
        : 'Read the log of the lifecycle hook.',
    hasLogs: true,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/other.js


const other_other = {
    id: 'other',
    matchesTask: () => true,
    matchesDeployment: () => true,
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: () => 'Read the events of the service.',
    hasLogs: true,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/permissions.js


const permissions = {
    id: 'permissions',
    matchesTask: () => false,
    matchesDeployment: () => false,
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: () => 'Grant the missing permission and deploy again.',
    hasLogs: true,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/placement.js


const placement = {
    id: 'placement',
    matchesTask: ({ text }) => /RESOURCE:|capacity is unavailable|no container instance met/i.test(text),
    matchesDeployment: () => false,
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: ({ reason }) => 
    // ECS says so of Fargate only, where the capacity is not the user's.
    /capacity is unavailable/i.test(reason)
        ? 'Add subnets in more availability zones to the service, or try another task size, architecture or capacity provider.'
        : 'Add capacity, or request less CPU and memory.',
    hasLogs: true,
    // A rollback would not find more capacity.
    countsForFailFast: false,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/secret-reference.js
/** Secrets and parameters that a task definition references. */



function findReference(definition, secret) {
    for (const container of containersOf(definition)) {
        const reference = listedIn(container, 'secrets').find(({ value: { valueFrom } }) => {
            const arn = (0,json/* text */.Qq)(valueFrom);
            return arn !== undefined && (arn.startsWith(secret) || secret.startsWith(arn));
        });
        if (reference)
            return { variable: `${(0,json/* text */.Qq)(reference.value.name)} of ${container.name}`, path: reference.path };
    }
    return undefined;
}
function secretArnIn(reason) {
    return /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/[:.]+$/, '');
}
function isParameter(secret) {
    return secret.includes(':ssm:');
}
/** `the secret web/database-url-8Zk2Qp (DATABASE_URL of app)` */
function secretText(secret, reference) {
    const kind = isParameter(secret) ? 'parameter' : 'secret';
    return `the ${kind} ${(0,arn/* shortenEveryArn */.aO)(secret)}${reference ? ` (${reference.variable})` : ''}`;
}
/**
 * A new secret gets six random characters at the end of its ARN (Secrets Manager, API_CreateSecret); the ARN of a
 * parameter is made of its name.
 */
function createSecretStep(secret) {
    if (!secret)
        return 'Create the secret, or correct valueFrom in the task definition.';
    return isParameter(secret)
        ? `Create ${secret}, or correct valueFrom in the task definition.`
        : `Correct valueFrom in the task definition (${secret}), or create the secret and set valueFrom to its new ARN.`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/resource-initialization.js
/**
 * ECS could not prepare a task: secrets, log groups, file systems.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */







const resourceInitialization = {
    id: 'resource-initialization',
    matchesTask: end => /ResourceInitializationError|Fetching secret data/.test(end.text),
    matchesDeployment: () => false,
    describe: ({ failure }, detail) => `could not start${detail ? '' : `: ${reasonText(failure.reason)}`}`,
    explain: explainInitialization,
    nextStep: () => 'Check the secrets and log settings of the task definition, and what the execution role may read.',
    hasLogs: false,
    countsForFailFast: true,
};
const notFound = /ResourceNotFound|can't find|ParameterNotFound|invalid parameters/i;
const accessDenied = /AccessDenied|not authorized|UnauthorizedOperation/i;
function explainInitialization(evidence) {
    const { reason } = evidence.failure;
    if (/log group does not exist/i.test(reason))
        return explainLogGroup(evidence);
    const isAboutSecret = secretArnIn(reason) !== undefined ||
        /secret|\bssm\b|parameter/i.test(reason.replace(/secrets or registry auth/gi, ''));
    if (isAboutSecret && (notFound.test(reason) || accessDenied.test(reason)))
        return explainSecret(evidence);
    if (accessDenied.test(reason))
        return explainDeniedAction(evidence);
    if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
        return {
            detail: 'AWS could not be reached from the subnets of the task',
            next: 'Connect the subnets to AWS: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
            position: undefined,
        };
    }
    if (/mount|\bEFS\b|file system/i.test(reason)) {
        return {
            detail: 'a volume could not be mounted',
            next: 'Check the file system, its mount targets in these subnets, and the security groups on port 2049.',
            position: undefined,
        };
    }
    return noExplanation;
}
function explainSecret(evidence) {
    const { definition, failure } = evidence;
    const serving = evidence.service?.serving;
    const secret = secretArnIn(failure.reason);
    const reference = secret === undefined ? undefined : findReference(definition, secret);
    const what = secret ? secretText(secret, reference) : 'a secret of the task definition';
    const position = reference && evidence.positionOf?.(reference.path);
    if (notFound.test(failure.reason)) {
        return {
            detail: `${what} does not exist${servingNeedsIt(serving, secret)}`,
            next: createSecretStep(secret),
            position,
        };
    }
    const action = secret !== undefined && isParameter(secret) ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue';
    return {
        detail: `${roleName(definition)} may not read ${what}${hasSameRole(serving, definition) ? servingNeedsIt(serving, secret) : ''}`,
        next: `Allow ${executionRole(definition)} to call ${action} on ${secret ?? 'it'} (and kms:Decrypt if it is encrypted with a key of your own).`,
        position,
    };
}
function explainDeniedAction({ definition, failure }) {
    const action = /not authorized to perform:? ([\w-]+:\w+)/.exec(failure.reason)?.[1];
    return {
        detail: action ? `${roleName(definition)} may not call ${action}` : undefined,
        next: `Allow ${executionRole(definition)} to call ${action ?? 'the action that ECS names'}.`,
        position: undefined,
    };
}
function roleName(definition) {
    return definition.executionRoleArn ? executionRole(definition) : 'the role that starts the task';
}
function explainLogGroup({ definition, positionOf }) {
    const groups = containersOf(definition).flatMap(container => {
        const { value, path } = memberOf(memberOf(container, 'logConfiguration'), 'options');
        const group = (0,json/* text */.Qq)(value['awslogs-group']);
        return group ? [{ group, path: [...path, 'awslogs-group'] }] : [];
    });
    const names = [...new Set(groups.map(({ group }) => group))];
    const named = names.join(' or ') || 'the log group';
    const path = names.length === 1 ? groups[0]?.path : undefined;
    return {
        detail: `the log group does not exist (${named})`,
        next: `Create ${named}, or set awslogs-create-group to true and allow ${executionRole(definition)} to call logs:CreateLogGroup.`,
        position: path && positionOf?.(path),
    };
}
function servingNeedsIt(serving, secret) {
    if (!serving || !secret || findReference(serving.definition, secret) === undefined)
        return '';
    return `; ${(0,arn/* revisionName */.pd)(serving.revision)} needs it, too: no new task of it could start either`;
}
function hasSameRole(serving, definition) {
    const role = (0,json/* text */.Qq)(definition.executionRoleArn);
    return role !== undefined && serving?.definition.executionRoleArn === role;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes.js










const failureClasses = [
    outOfMemory,
    imagePull,
    resourceInitialization,
    healthCheck,
    placement,
    containerExit,
    lifecycleHook,
    alarm,
    permissions,
    other_other,
];
function classes_classRow(failureClass) {
    return failureClasses.find(({ id }) => id === failureClass) ?? other;
}
function classes_classOfTask(end) {
    return (failureClasses.find(row => row.matchesTask(end)) ?? other).id;
}
/** The class of a deployment that no failed task explains. */
function classOfReason(reason) {
    return (failureClasses.find(row => row.matchesDeployment(reason ?? '')) ?? other).id;
}
/** One thing to do about a failure of this class. */
function nextStep(failureClass, { reason = '', container, exitCode } = {}) {
    return classes_classRow(failureClass).nextStep({ reason, container, exitCode });
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/failure-group.js
/**
 * Failed tasks, grouped by how they ended.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */




/** The most frequent end first. */
function groupFailures(tasks, events) {
    const groups = new Map();
    for (const task of [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
        const failure = failureOf(task, events);
        const { failureClass, reason, container, exitCode } = failure;
        const key = JSON.stringify([failureClass, fingerprint(reason), container, exitCode]);
        const group = groups.get(key) ?? { ...failure, tasks: [], of: undefined };
        groups.set(key, { ...group, tasks: [...group.tasks, task.arn] });
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
/** How one task ended, with the response that its load balancer got. */
function failureOf(task, events) {
    const container = failedContainer(task);
    const ownReason = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.$/, '');
    const health = targetHealth(task, events);
    return {
        failureClass: classify(task, container),
        reason: health ? `${ownReason}, ${health}` : ownReason,
        stopCode: task.stopCode || undefined,
        container: container?.name,
        exitCode: container?.exitCode,
    };
}
function failure_group_countsForFailFast(task) {
    return classRow(classify(task, failedContainer(task))).countsForFailFast;
}
function classify(task, container) {
    const text = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`;
    return classOfTask({ text, stopCode: task.stopCode });
}
/**
 * `port 5001: Health checks failed with these codes: [404]`, from the service event about this task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task, events) {
    const event = events.find(({ message }) => message.includes(`(task ${resourceName(task.arn)})`) && message.includes('is unhealthy in'));
    const response = event && targetResponse(event.message);
    return response && `port ${response.port}: ${response.reason}`;
}
/** The one with a reason, else the one that ended with an error. */
function failedContainer(task) {
    if (task.stopCode !== 'EssentialContainerExited' && task.stopCode !== 'TaskFailedToStart')
        return undefined;
    const { containers } = task;
    const ended = containers.filter(({ exitCode }) => exitCode !== undefined);
    const withError = ended.filter(({ exitCode }) => exitCode !== 0);
    return (containers.find(({ reason }) => reason !== undefined) ??
        // When one ends, ECS stops the others: SIGTERM, then SIGKILL.
        withError.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ??
        withError[0] ??
        ended[0]);
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/task.js
/**
 * Whether the task could not start, its essential container ended, or it failed a health check. Scaling, a person's
 * StopTask, Spot interruptions and failing hosts are not failures.
 */
function task_isFailed(task) {
    if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED')
        return false;
    if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited')
        return true;
    return /^Task failed .*health checks/i.test(task.stoppedReason ?? '');
}
/** Running, supposed to run, and not unhealthy. */
function isUp(task) {
    return (task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY');
}
/** When the task began to stop, as far as ECS says. */
function task_endedAt(task) {
    return task.stoppingAt ?? task.stoppedAt;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/deployment-health.js
/** Whether a deployment is healthy, fails or can be rolled back: decides whether we stop it ourselves. */



/**
 * Whether at least `after` of the deployment's tasks have failed, and more than half of all that it started. Slow tasks
 * do not count, nor tasks stopped by scaling or a Spot interruption, nor those of a class that a rollback cannot help.
 */
function shouldFailFast(health, { after, now }) {
    if (after === 0)
        return false;
    const { stopped } = health;
    const failed = stopped.filter(task => isFailed(task) && countsForFailFast(task)).length;
    const { alive, allUp } = taskPresence(health);
    // With all tasks up and no failure for a while, it may have recovered from earlier ones.
    const recovered = allUp && !hasRecentFailure(stopped, now);
    return failed >= after && failed * 2 > stopped.length + alive && !recovered;
}
/** How many tasks the deployment has, and whether all that the service wants are up, by the more recent of two reads. */
function taskPresence({ tracked, service, running = [] }) {
    const wanted = service.desiredCount;
    const ours = deploymentOf(service, tracked.deploymentId);
    const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0;
    const listed = running.length > 0 && running.length >= wanted && running.every(isUp);
    return {
        alive: Math.max((ours?.runningCount ?? 0) + (ours?.pendingCount ?? 0), running.length),
        allUp: counted || listed,
    };
}
/** Failures longer ago than this, in milliseconds, say nothing about the tasks that are running now. */
const recentFailureWindow = 45_000;
function hasRecentFailure(stopped, now) {
    return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < recentFailureWindow);
}
/**
 * Whether ECS calls the deployment completed, or all its tasks are up and none has failed. We never roll back such a
 * deployment: it may only wait for old tasks to drain, or for the end of its bake time.
 */
function isHealthy(health) {
    const { tracked, service, stopped, running } = health;
    const ours = deploymentOf(service, tracked.deploymentId);
    if (ours?.rolloutState === 'COMPLETED')
        return true;
    if (!taskPresence(health).allUp)
        return false;
    return !stopped.some(task_isFailed) && (ours?.failedTasks ?? 0) === 0 && (running?.every(isUp) ?? true);
}
/**
 * Whether ECS can roll back, to a deployment that had COMPLETED before ours. Without one, a stop would leave the service
 * without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/stop-deployment.js
/**
 * Stops our own deployment: StopServiceDeployment with stopType ROLLBACK. It can be repeated: on a deployment that is
 * rolling back "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */




async function stopDeployment(ecs, clock, arn) {
    let doubtful = false;
    const answer = await (0,attempt/* attempt */.C)(() => (0,retry/* retry */.L)(policies/* stopDeployment */.Uk, { clock }, async () => {
        const sent = await (0,attempt/* attempt */.C)(() => ecs.stopServiceDeployment(arn));
        if (sent.kind === 'answered')
            return;
        doubtful ||= sent.error.kind === 'unavailable';
        throw sent.error;
    }));
    if (answer.kind === 'answered')
        return { kind: 'stopped' };
    const { error } = answer;
    if (error.kind === 'denied') {
        return {
            kind: 'not-stopped',
            why: `the role may not call ${(0,api_error/* missingPermission */.Up)(error)}`,
            final: true,
            doubtful,
        };
    }
    const why = error.message.replace(/\.$/, '');
    return { kind: 'not-stopped', why, final: !(0,api_error/* isTransient */.dg)(error), doubtful };
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/roll-back.js
/**
 * Rolls back our own undecided deployment after one more poll: not if it is healthy, completed, being stopped or
 * unreadable, or if ECS has no deployment to roll back to. Takes a few seconds, which is what a canceled workflow has.
 */








const unreadable = 'it could not be read';
const completed = 'ECS does not stop what it has completed';
async function rollBack(ports, request) {
    const { ecs, clock } = ports;
    const { target, tracked } = request;
    const [service, running] = await Promise.all([
        (0,attempt/* attempt */.C)(() => ecs.describeService(target, 'once')),
        (0,attempt/* attempt */.C)(() => readRunning(ecs, target, tracked.deploymentId)),
    ]);
    if (service.kind === 'failed' || service.value === 'missing')
        return { kind: 'rollback-not-sent', why: unreadable };
    const up = running.kind === 'answered' ? running.value : undefined;
    const why = refusalReason(request, service.value, up);
    if (why)
        return { kind: 'rollback-not-sent', why };
    const found = await find(ports, request);
    if ('why' in found)
        return { kind: 'rollback-not-sent', why: found.why };
    const result = await stopDeployment(ecs, clock, found.arn);
    if (result.kind === 'stopped')
        return { kind: 'rollback-requested' };
    return { kind: result.doubtful ? 'rollback-unconfirmed' : 'rollback-not-sent', why: result.why };
}
function refusalReason({ stopped, tracked }, service, running) {
    const ours = deploymentOf(service, tracked.deploymentId);
    if (ours?.rolloutState === 'COMPLETED')
        return completed;
    if (!ours && !running)
        return unreadable;
    if (isHealthy({ tracked, service, stopped, running })) {
        return 'all its tasks run and none has failed';
    }
    return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed';
}
/** A stop of these has no effect. */
const alreadyEnded = {
    stopping: 'ECS is stopping it already',
    stopped: 'ECS has stopped it already',
    successful: completed,
};
async function find({ ecs, clock }, { target, tracked }) {
    let why = 'its service deployment was not found';
    const found = await (0,retry/* pollUntil */.g)(policies/* findServiceDeployment */.S7, { clock }, async () => {
        const read = await (0,attempt/* attempt */.C)(() => ecs.findServiceDeployment(target, tracked.deploymentId));
        if (read.kind === 'answered') {
            const ended = read.value && alreadyEnded[(0,service_deployment/* stageOf */.gV)(read.value)];
            return ended ? { why: ended } : read.value;
        }
        why = `its service deployment could not be read (${(0,api_error/* unavailableReason */.L3)(read.error)})`;
        return (0,api_error/* isTransient */.dg)(read.error) ? undefined : { why };
    });
    return found ?? { why };
}
async function readRunning(ecs, target, deploymentId) {
    const tasks = await ecs.describeTasks(target, await ecs.listTasks(target, { startedBy: deploymentId }));
    return tasks.filter(({ startedBy }) => startedBy === deploymentId);
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/post-step.js





async function runPostStep(ports, { target, taskDefinition, bump, rollback }) {
    const notices = [];
    if (bump) {
        const restored = await restoreDesiredCount(ports, { target, bump, taskDefinition }, policies/* restoreCount */.Gm);
        notices.push(redactNotice(restored.notice, []));
    }
    // The stopped tasks that the main step read are not in the saved state: the counts of the deployment must do.
    if (rollback) {
        const status = await rollBack(ports, { target, tracked: rollback, stopped: [] });
        notices.push(rollbackNotice(status));
    }
    return notices;
}
function rollbackNotice(rollback) {
    if (rollback.kind === 'rollback-requested')
        return notice('The rollback of the deployment was requested.');
    if (rollback.kind === 'rollback-unconfirmed') {
        const text = 'The rollback of the deployment was requested, which ECS did not confirm';
        return warning(`${text}: ${(0,redact/* redact */.E)(rollback.why, [])}.`);
    }
    const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody requested it';
    return warning(`The deployment was not rolled back, since ${(0,redact/* redact */.E)(why, [])}.`);
}

/***/ })

};
