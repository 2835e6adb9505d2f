export const id = 530;
export const ids = [530];
export const modules = {

/***/ 8072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WZ: () => (/* binding */ classOfReason),
  D4: () => (/* binding */ classOfTask),
  FC: () => (/* binding */ classRow),
  sk: () => (/* binding */ nextStep)
});

// UNUSED EXPORTS: failureClasses

;// CONCATENATED MODULE: ./lib/src/core/diagnosis/evidence.js
const noExplanation = { detail: undefined, next: undefined, position: undefined };
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/task-definition/image.js
var task_definition_image = __webpack_require__(8015);
// EXTERNAL MODULE: ./lib/src/core/text/truncate.js
var truncate = __webpack_require__(2018);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/reason-text.js



/** characters */
const longestReason = 200;
function shortReason(text) {
    // AWS names the cause at the end.
    return (0,truncate/* shorten */.m)((0,task_definition_image/* shortenImages */.o9)((0,arn/* shortenEveryArn */.aO)(text)), longestReason);
}
/** Without the name of the error: the class says the same. */
function reasonText(reason) {
    return shortReason(reason.replace(errorNames, ''));
}
const errorNames = /^(?:(?:Cannot\w+|ResourceInitializationError|OutOfMemoryError|TaskFailedToStart): )+/;
/** `could not start`, with ECS's words if there is no `detail` */
function describeStart({ failure }, detail) {
    return `could not start${detail ? '' : `: ${reasonText(failure.reason)}`}`;
}
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
// EXTERNAL MODULE: ./lib/src/core/errors/problem.js
var problem = __webpack_require__(8237);
// EXTERNAL MODULE: ./lib/src/core/text/json.js
var json = __webpack_require__(2234);
// EXTERNAL MODULE: ./lib/src/core/ecs/added-container.js
var added_container = __webpack_require__(9038);
// EXTERNAL MODULE: ./lib/src/core/task-definition/platform.js
var task_definition_platform = __webpack_require__(7299);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/container-definition.js



function containerOf(definition, name) {
    const containers = (0,json/* objectsIn */.Qv)(definition.containerDefinitions);
    return (containers.find(container => container.name === name) ??
        (containers.length === 1 && !(0,added_container/* addedContainer */.I)(name) ? containers[0] : undefined));
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
        : 'an execution role (the task definition has none)';
}
/** The default is `X86_64` (API_RuntimePlatform). */
function cpuArchitecture(definition) {
    const platform = definition.runtimePlatform;
    return ((0,json/* isObject */.Gv)(platform) ? (0,json/* text */.Qq)(platform.cpuArchitecture) : undefined) ?? 'X86_64';
}
/** As image tools name it: `linux/arm64`. */
function buildPlatform(definition) {
    const platform = (0,task_definition_platform/* platformOf */.tj)(definition);
    return platform ? (0,task_definition_platform/* showPlatform */.hr)(platform) : 'linux/amd64';
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/exit-code.js
/**
 * Only meanings that are certain.
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
function isNotExecuted(exitCode) {
    return exitCode === 126 || exitCode === 127;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/main-log-line.js
const errorWords = /\b(\w*error|\w*exception|fatal|panic|cannot|can't|could not|unable|failed|failure|refused|denied|missing|no such|not found|not set|unknown|unexpected|invalid|illegal|unsupported|undefined|unrecognized|timed out|abort(?:ed|ing)?)\b/i;
function isErrorLine(line) {
    return errorWords.test(line);
}
function mainLine(lines) {
    return lines.findLast(isErrorLine) ?? lastLine(lines);
}
function lastLine(lines) {
    return lines.findLast(line => line.trim() !== '');
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/program-failures.js
/**
 * What the image does not have: program, directory, user.
 * https://github.com/opencontainers/runc/blob/main/libcontainer/standard_init_linux.go
 */


/** Old Docker versions escape the quotes. */
const quoted = '\\\\*"([^"\\\\]+)\\\\*"';
const programRows = [
    {
        failureClass: 'container-exit',
        matches: new RegExp(`exec: ${quoted}: permission denied|exec (\\S{1,200}): permission denied`),
        explain: ({ evidence, name, group }) => {
            const program = group(1) || group(2);
            return {
                detail: `${(0,problem/* quote */.hD)(program)} in the image of ${name} is not an executable file`,
                next: `Make ${program} executable in the image (chmod +x), or correct command or entryPoint of ${name}.`,
                position: commandAt(evidence),
            };
        },
    },
    {
        failureClass: 'container-exit',
        matches: new RegExp(`exec: ${quoted}: (?:executable file not found|stat \\S{1,200}: no such file|no such file)|exec (\\S{1,200}): no such file or directory`),
        explain: missingProgram,
    },
    {
        failureClass: 'container-exit',
        matches: /exec format error/i,
        explain: () => ({ detail: undefined, next: undefined, position: undefined }),
    },
    {
        failureClass: 'container-exit',
        matches: new RegExp(`chdir to cwd \\(?${quoted}`),
        explain: ({ evidence, name, group }) => ({
            detail: `the image of ${name} has no directory ${group(1)}`,
            next: `Correct workingDirectory of ${name}, or create ${group(1)} in the image.`,
            position: memberAt(evidence, evidence.failure.container, 'workingDirectory'),
        }),
    },
    {
        failureClass: 'container-exit',
        matches: /unable to find (user|group) ([^:\s]+): no matching entries/,
        explain: ({ evidence, name, group }) => ({
            detail: `the image of ${name} has no ${group(1)} ${group(2)}`,
            next: `Correct user of ${name}, or create the ${group(1)} ${group(2)} in the image.`,
            position: memberAt(evidence, evidence.failure.container, 'user'),
        }),
    },
];
/** The whole command as one word is a usual mistake. */
function missingProgram({ evidence, name, group }) {
    const program = group(1) || group(2);
    const words = program.trim().split(/\s+/);
    const next = words.length > 1
        ? `Write each word of command or entryPoint of ${name} as an item of its own: ${JSON.stringify(words)}.`
        : `Correct command or entryPoint of ${name}: the image must contain the program, as an executable file.`;
    return {
        detail: `the image of ${name} has no program ${(0,problem/* quote */.hD)(program)}`,
        next,
        position: commandAt(evidence),
    };
}
function commandAt(evidence) {
    const { container } = evidence.failure;
    return memberAt(evidence, container, 'command') ?? memberAt(evidence, container, 'entryPoint');
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/containers.js
var containers = __webpack_require__(5476);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/runtime-failures.js
/** What the host, its storage and the log driver refuse. */






const runtimeRows = [
    {
        // CannotPullContainerError is a class of its own.
        failureClass: 'resource-initialization',
        matches: /no space left on device|devmapper: thin pool|thin pool has \d+ free/i,
        explain: ({ evidence }) => plain('the disk of the host is full', diskStep(evidence.definition)),
    },
    {
        failureClass: 'resource-initialization',
        matches: /failed to (?:initialize logging driver|validate logger args|create logger)[^:]{0,60}: (.+)$/s,
        explain: explainLogDriver,
    },
    {
        failureClass: 'permissions',
        matches: /unable to assume the configured ECS Infrastructure Role '?(\S+?)'?(?:[.\s]|$)/i,
        explain: ({ group }) => plain(`ECS may not assume the infrastructure role ${(0,arn/* resourceName */.Iy)(group(1))}, which attaches the volumes`, `Let ecs.amazonaws.com assume ${(0,arn/* resourceName */.Iy)(group(1))} in its trust policy, and attach AmazonECSInfrastructureRolePolicyForVolumes.`),
    },
    {
        failureClass: 'permissions',
        matches: /unable to assume the role '?(\S+?)'?(?:[.\s]|$)/i,
        explain: ({ group }) => plain(`ECS may not assume the role ${(0,arn/* resourceName */.Iy)(group(1))}`, `Check that the role ${(0,arn/* resourceName */.Iy)(group(1))} exists, and let ecs-tasks.amazonaws.com assume it in its trust policy.`),
    },
    {
        failureClass: 'resource-initialization',
        matches: /IdempotentParameterMismatch/,
        explain: () => plain('the EBS volume could not be created with its KMS key', 'Check that the KMS key of the volume exists, and that its policy lets the infrastructure role use it.'),
    },
    {
        failureClass: 'resource-initialization',
        matches: /timed out while configuring the EBS volume/i,
        explain: () => plain('the EBS volume was not ready in time', 'Check filesystemType of the volume: it must fit the operating system of the task and the snapshot.'),
    },
    {
        failureClass: 'resource-initialization',
        matches: /CannotCreateVolumeError(?:: (.+))?|EBS volume(?:\. Encountered (.+))?/s,
        explain: ({ group }) => {
            const said = group(1) || group(2);
            const words = said ? `: ${shortReason(said)}` : '';
            return plain(`a volume could not be created${words}`, 'Check the volumes of the task definition and of the service: driver, size, snapshot, and what the infrastructure role may do.');
        },
    },
    {
        failureClass: 'resource-initialization',
        matches: /waiting for EphemeralStorage/i,
        explain: () => plain('Fargate did not provide the ephemeral storage in time', 'Deploy again: this passes by itself. If it happens again, ask AWS Support.'),
    },
    {
        failureClass: 'resource-initialization',
        matches: /port is already allocated|address already in use/i,
        explain: () => plain('another container of the host has the host port', 'Set hostPort to 0, so that each task gets a free port.'),
    },
    {
        failureClass: 'resource-initialization',
        matches: /adding custom device \\*"([^"\\]+)|nvidia-container-cli/,
        explain: ({ group, name }) => {
            const device = group(1) ? `the device ${group(1)}` : 'a GPU with its driver';
            return plain(`the container instance does not have ${device}`, `Run the tasks on instances with ${device}, or remove it from ${name}.`);
        },
    },
    {
        failureClass: 'resource-initialization',
        matches: /to rootfs at \\*"([^"\\]+)\\*"[^"]*not a directory/,
        explain: ({ group, name, evidence }) => ({
            ...plain(`a volume cannot be mounted at ${group(1)}: the one is a file and the other a directory`, `Correct containerPath in mountPoints of ${name}.`),
            position: memberAt(evidence, evidence.failure.container, 'mountPoints'),
        }),
    },
    {
        failureClass: 'resource-initialization',
        matches: /timed out after waiting (\d\w*)/,
        explain: ({ evidence, group, name }) => plain(`the container runtime of the host did not get ${name} ready within ${group(1)}`, (0,containers/* isForFargate */.Ox)(evidence.definition)
            ? 'Deploy again: the host was too slow. If it happens again, start fewer tasks at once, or make the image smaller.'
            : 'Replace the container instance, or give it a faster disk and start fewer tasks on it at once.'),
    },
    {
        failureClass: 'resource-initialization',
        matches: /OCI runtime create failed|failed to create shim|CannotStartContainerError|CannotCreateContainerError|CannotInspectContainerError|ContainerRuntime\w*Error|Docker\w*Error/,
        explain: explainRuntime,
    },
];
function plain(detail, next) {
    return { detail, next, position: undefined };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html */
function diskStep(definition) {
    return (0,containers/* isForFargate */.Ox)(definition)
        ? 'Set ephemeralStorage.sizeInGiB to more than it is (21 to 200), or make the image smaller.'
        : 'Give the container instances a larger volume, remove what fills it, or make the image smaller.';
}
function explainLogDriver({ evidence, name, group }) {
    const { definition, failure } = evidence;
    const configuration = containerOf(definition, failure.container)?.logConfiguration;
    const driver = ((0,json/* isObject */.Gv)(configuration) ? (0,json/* text */.Qq)(configuration.logDriver) : undefined) ?? 'of the task';
    const position = memberAt(evidence, failure.container, 'logConfiguration');
    const isUnreachable = /dial|time(?:d )?out|no such host|refused|no route/i.test(group(1));
    // What it sends to is AWS.
    if (isUnreachable && driver === 'awslogs')
        return noExplanation;
    const next = isUnreachable
        ? `Check the address in logConfiguration of ${name}, and that the subnets and security groups of the task reach it.`
        : `Correct the options in logConfiguration of ${name}.`;
    return { detail: `the log driver ${driver} failed: ${shortReason(group(1))}`, next, position };
}
/** The last part says most. */
function explainRuntime({ reason, name }) {
    const parts = reason.replace(/: unknown$/, '').split(': ');
    const words = parts.slice(-2).join(': ');
    return plain(`the container runtime of the host refused ${name}${parts.length > 1 ? `: ${shortReason(words)}` : ''}`, `Compare the settings of ${name} in the task definition (mountPoints, linuxParameters, ulimits, user) with what the image and the host have.`);
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/start-failures.js



/** The first row that matches decides. */
const rows = [...programRows, ...runtimeRows];
function startFailureClass(text) {
    return rows.find(({ matches }) => matches.test(text))?.failureClass;
}
function explainStart(evidence) {
    const { reason, container } = evidence.failure;
    const row = rows.find(({ matches }) => matches.test(reason));
    const match = row?.matches.exec(reason);
    if (!row || !match)
        return noExplanation;
    return row.explain({
        evidence,
        reason,
        name: container ?? 'the container',
        group: n => match[n] ?? '',
    });
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/out-of-memory.js


const outOfMemory = {
    id: 'out-of-memory',
    matchesTask: ({ text }) => /OutOfMemory|OOM-killed/.test(text),
    matchesDeployment: () => false,
    describe: ({ failure: { container } }) => `ended because ${container ?? 'a container'} ran out of memory`,
    explain: explainMemory,
    nextStep: ({ container }) => `Raise the memory of ${container ?? 'the container'}, or reduce what it uses.`,
    hasLogs: true,
    countsForFailFast: true,
};
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










const containerExit = {
    id: 'container-exit',
    matchesTask: ({ stopCode, text, exitCode }) => stopCode === 'EssentialContainerExited' ||
        startFailureClass(text) === 'container-exit' ||
        (stopCode === 'TaskFailedToStart' && !isStopped(exitCode)),
    matchesDeployment: () => false,
    describe: (evidence, detail) => hasRun(evidence.failure)
        ? `ended because ${exitText(evidence.failure)}`
        : describeStart(evidence, detail),
    explain: explainExit,
    nextStep: ({ container, exitCode }) => {
        const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
        return `Read the log of ${container ?? 'the container'} to find out why it ended${code}.`;
    },
    hasLogs: true,
    countsForFailFast: true,
};
/** By ECS, since another container failed: SIGTERM or SIGKILL. */
function isStopped(exitCode) {
    return exitCode === undefined || exitCode === 0 || exitCode === 137 || exitCode === 143;
}
function hasRun({ stopCode, exitCode }) {
    return stopCode !== 'TaskFailedToStart' || exitCode !== undefined;
}
/** `app exited with code 137 (killed, SIGKILL)` */
function exitText({ container = 'an essential container', exitCode, reason }) {
    const isUsualReason = /^(?:essential container in task exited|task failed to start)$/i.test(reason);
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
    if (startFailureClass(failure.reason) === 'container-exit')
        return explainStart(evidence);
    if (/heap out of memory|OutOfMemoryError|Cannot allocate memory|MemoryError\b/.test(words)) {
        return { ...explainMemory(evidence), detail: 'its log says that it ran out of memory' };
    }
    const line = mainLine(lines);
    const detail = line ? `its log ends with ${(0,problem/* quote */.hD)(line)}` : undefined;
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
    const image = reference ? (0,task_definition_image/* shortImage */.Uq)(reference) : 'its image';
    return {
        detail: `${image} is built for a different architecture than ${cpuArchitecture(definition)}, which the task runs on (exec format error)`,
        next: `Build the image for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
        position: undefined,
    };
}
/** Names a missing variable only if the definition lists all of them. */
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
// EXTERNAL MODULE: ./lib/src/core/ecs/port-advice.js
var port_advice = __webpack_require__(7268);
// EXTERNAL MODULE: ./lib/src/core/task-definition/ports.js
var ports = __webpack_require__(5502);
// EXTERNAL MODULE: ./lib/src/core/text/enumerate.js
var enumerate = __webpack_require__(3548);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/container-check.js
/** Health checks of containers: which failed, and whose it is. */



function explainContainerCheck(evidence) {
    const { container } = evidence.failure;
    const checked = (0,json/* objectsIn */.Qv)(evidence.definition.containerDefinitions).filter(one => (0,json/* isObject */.Gv)(one.healthCheck));
    const names = checked.flatMap(({ name }) => (0,json/* text */.Qq)(name) ?? []);
    const failed = container === undefined && checked.length === 1 ? names[0] : container;
    const definition = checked.find(({ name }) => name === failed);
    if (failed === undefined)
        return explainUnnamed(names);
    if (!definition)
        return explainAdded(failed);
    return explainDefined(evidence, failed, definition);
}
/** Defaults of ECS (API_HealthCheck). */
function explainDefined(evidence, name, definition) {
    const healthCheck = (0,json/* isObject */.Gv)(definition.healthCheck) ? definition.healthCheck : {};
    const { retries = 3, interval = 30, startPeriod = 0 } = healthCheck;
    return {
        detail: `the health check of ${name} failed ${retries} times, ${interval} s apart, after a startPeriod of ${startPeriod} s`,
        next: `Run the health check command of ${name} in the image (does the image contain the program?), and compare startPeriod with how long the start takes.`,
        position: memberAt(evidence, name, 'healthCheck'),
    };
}
function explainAdded(name) {
    return {
        detail: `the task definition has no health check for ${name}`,
        next: `Find out what adds ${name} to the tasks of this service, and read its log.`,
        position: undefined,
    };
}
/** ECS did not say which container it was. */
function explainUnnamed(names) {
    const next = names.length === 0
        ? 'Look at healthStatus of the containers of a stopped task, which ECS lists for an hour: the task definition has no health check, so AWS added the container that failed.'
        : `Run the health check commands of ${(0,enumerate/* enumerate */.HL)(names)} in their images, and compare startPeriod with how long the start takes.`;
    return { detail: undefined, next, position: undefined };
}
// EXTERNAL MODULE: ./lib/src/core/resources/target-group.js
var target_group = __webpack_require__(6099);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/health-check-failure.js
/**
 * Events name the traffic port; the health check may use another.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */


function parseHealthCheckFailure({ failure: { reason }, definition, service, }) {
    const names = [...reason.matchAll(/\(target-group ([^\s()]+)\)/g)].map(([, name]) => name);
    const [, digits, result] = /\bport (\d+): (.+)$/s.exec(reason) ?? [];
    const check = service?.targetGroups?.find(({ name }) => name === names[0])?.healthCheck;
    const common = {
        group: names.length === 1 ? names[0] : undefined,
        result,
        codes: /codes: \[([\d, ]+)\]/.exec(result ?? '')?.[1],
    };
    if (digits === undefined)
        return { ...common, request: undefined, port: undefined };
    const trafficPort = Number(digits);
    const port = check ? (0,target_group/* checkedPort */.bl)(check, trafficPort) : trafficPort;
    return {
        ...common,
        request: check ? (0,target_group/* describeCheck */.cn)(check, trafficPort) : `port ${trafficPort}`,
        // Otherwise the event names a port of the instance.
        port: (0,ports/* networkModeOf */.b0)(definition) === 'awsvpc' ? port : undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/listening-ports.js
/** From the lines that servers write when they start. */
const serverWords = /\b(listen(?:ing|s)?|running|started|serving|bound|binding|available|accepting connections|server|ready)\b/i;
/** A connection to another host, or a second server. */
const otherServerWords = /\b(connect(?:ed|ing)? to|metrics|prometheus|debugger|inspector|admin|management|actuator)\b/i;
/** Not after the address of another host. */
const ownPort = /(?:(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|localhost|\[::1?\]|\*|(?<![\w.\]-])):|\bport(?:\(s\))?[ :=]+)(\d{2,5})\b/gi;
/** In the order of the log. */
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


/** Seconds that ECS takes to stop an unhealthy task, with a margin. */
const stopMargin = 60;
/** For a task stopped as soon as the grace period allowed. */
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
    if (isContainerCheck(evidence)) {
        const { container } = evidence.failure;
        return `failed the container health check${container ? ` of ${container}` : ''}`;
    }
    const { group, request, result = '', codes } = parseHealthCheckFailure(evidence);
    const failed = 'failed the load balancer health check';
    if (!request)
        return group ? `${failed} of target group ${group}` : failed;
    if (codes)
        return `${failed} (${codes} on ${request})`;
    if (/timed? ?out/i.test(result))
        return `${failed} (no response in time on ${request})`;
    const words = result === '' || /^health checks failed$/i.test(result) ? '' : `: ${shortReason(result)}`;
    return `${failed} (${request}${words})`;
}
function isContainerCheck({ failure }) {
    return /container health checks/i.test(failure.reason);
}
/** The log shows another port or address. */
function explainPort(evidence, { port }) {
    const listening = listeningPorts(evidence.lines);
    const [first] = listening;
    if (port === undefined || first === undefined)
        return undefined;
    if (listening.every(one => one.port !== port)) {
        const ports = (0,enumerate/* enumerate */.HL)(listening.map(one => String(one.port)));
        return {
            detail: `the container listens on ${ports} (its log says ${(0,problem/* quote */.hD)(first.line)})`,
            next: (0,port_advice/* portAdvice */.G)(port, first.port),
            position: portPosition(evidence, port),
        };
    }
    const loopback = listening.find(one => one.port === port && /\b127\.0\.0\.1\b/.test(one.line));
    if (!loopback)
        return undefined;
    return {
        detail: `the app accepts connections from its own container only (its log says ${(0,problem/* quote */.hD)(loopback.line)})`,
        next: 'Make the app listen on 0.0.0.0.',
        position: undefined,
    };
}
function portPosition({ definition, positionOf }, port) {
    const [mapping] = (0,ports/* portedContainersOf */.MY)(definition).flatMap(container => (0,ports/* mappingOf */.GS)(container, port) ?? []);
    return mapping && positionOf?.((0,ports/* containerPortPath */.sV)(mapping));
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
        const next = 'Read the log of the app: a database or a setting may be missing.';
        return { detail: undefined, next, position };
    }
    return undefined;
}
/** These predict unhealthy tasks. */
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
 * Without a status code the load balancer could not connect, or did not understand the answer (reason codes):
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function explainNoAnswer(evidence, { port, codes }) {
    if (codes !== undefined)
        return undefined;
    const { lines } = evidence;
    const slow = slowStartStep(evidence);
    if (port === undefined || lines.length === 0 || listeningPorts(lines).length > 0)
        return slow ? { detail: undefined, next: `${usualStep} ${slow}`, position: undefined } : undefined;
    const last = lastLine(lines);
    const words = last ? `contain no port and end with ${(0,problem/* quote */.hD)(last)}` : 'contain no port';
    return {
        detail: `nothing seems to listen on ${port}: the load balancer gets no response, and the last lines of its log ${words}`,
        next: `Start a server on ${port}: check the command of the container.${slow ? ` ${slow}` : ''}`,
        position: undefined,
    };
}
// EXTERNAL MODULE: ./lib/src/core/errors/denial.js
var denial = __webpack_require__(8611);
// EXTERNAL MODULE: ./lib/src/core/task-definition/image-registry.js
var image_registry = __webpack_require__(4695);
// EXTERNAL MODULE: ./lib/src/core/task-definition/pull-through.js
var pull_through = __webpack_require__(2007);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/pull-failures.js
/**
 * Why a task could not pull its image, in the words of ECS, containerd and Docker.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 */









/** The first row that matches decides. */
const pull_failures_rows = [
    { matches: /matching platform|no matching manifest/i, explain: otherPlatform },
    { matches: /toomanyrequests|too many requests|rate limit|\b429\b/i, explain: tooManyPulls },
    { matches: /no space left on device/i, explain: noSpace },
    { matches: /upstream registry|pull through cache/i, explain: upstreamFailed },
    { matches: /x509|certificate/i, explain: certificateRefused },
    {
        matches: /time(?:d )?out|dial tcp|no such host|connection (?:refused|reset|issue)|deadline exceeded|context canceled|request canceled|network is unreachable|no route to host|network configuration|\bEOF\b|nil pointer/i,
        explain: unreachable,
    },
    { matches: /Status Code: 404/, explain: noRepository },
    { matches: /starport-layer-bucket/, explain: layersDenied },
    {
        matches: /denied|not authorized|failed to authorize|unauthorized|anonymous token|authentication required|basic auth|forbidden|\b40[13]\b|permissions to pull/i,
        explain: denied,
    },
    { matches: /name unknown|repository [^:;]{1,300}? (?:not found|does not exist)/i, explain: noRepository },
    { matches: /not found|manifest unknown|does not exist|\b404\b/i, explain: noImage },
    { matches: /invalid reference format/i, explain: invalidReference },
];
function explainPull({ failure, definition }) {
    const { reason, container: name, tasks } = failure;
    const container = containerOf(definition, name);
    const reference = (0,json/* text */.Qq)(container?.image);
    const words = withoutImage(reason, reference);
    const row = pull_failures_rows.find(({ matches }) => matches.test(words));
    if (!row)
        return noExplanation;
    const { repositoryCredentials } = container ?? {};
    return row.explain({
        reason,
        definition,
        reference,
        image: reference ? (0,task_definition_image/* shortImage */.Uq)(reference) : 'the image',
        registry: reference === undefined ? undefined : (0,image_registry/* registryOf */.F)(reference),
        credentials: (0,json/* isObject */.Gv)(repositoryCredentials)
            ? (0,json/* text */.Qq)(repositoryCredentials.credentialsParameter)
            : undefined,
        account: (0,arn/* parseArn */.Lw)(tasks[0] ?? '')?.account ?? (0,arn/* parseArn */.Lw)((0,json/* text */.Qq)(definition.executionRoleArn) ?? '')?.account,
    });
}
/** An image can be called `timeout`, and its tag `403`. */
function withoutImage(reason, reference) {
    const { repository, tag = '' } = (reference !== undefined && (0,task_definition_image/* parseImage */.zZ)(reference)) || {};
    if (reference === undefined || repository === undefined)
        return reason;
    const path = hasHost(reference) ? repository.slice(repository.indexOf('/') + 1) : repository;
    return [reference, repository, `${path}/manifests/${tag}`, path].reduce((words, name) => words.replaceAll(name, 'IMAGE'), reason);
}
function otherPlatform({ image, definition }) {
    return {
        detail: `${image} is not built for ${cpuArchitecture(definition)}, which the task runs on`,
        next: `Build it for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
    };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors.html#error429 */
function tooManyPulls({ registry }) {
    if (registry?.kind === 'ecr') {
        return {
            detail: 'Amazon ECR limits the rate of pulls',
            next: 'Start fewer tasks at once, or request a higher quota for Amazon ECR.',
        };
    }
    const host = registry?.host ?? 'the registry';
    const cache = 'Pull from a registry without this limit, such as an ECR pull through cache';
    // Amazon ECR Public takes no repositoryCredentials of the user.
    if (host === 'public.ecr.aws')
        return { detail: limitText(host), next: `${cache}.` };
    return {
        detail: limitText(host),
        next: `${cache}, or set repositoryCredentials to a Secrets Manager secret with an account of ${host}.`,
    };
}
function limitText(host) {
    return `${host} limits the rate of pulls`;
}
function noSpace({ definition, image }) {
    return { detail: `the disk has no space for ${image}`, next: diskStep(definition) };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/error-pullthroughcache.html */
function upstreamFailed({ image }) {
    return {
        detail: `the pull through cache of Amazon ECR could not get ${image} from its upstream registry`,
        next: 'Check the credentials of the pull through cache rule, and that the image exists upstream under this name.',
    };
}
function certificateRefused({ registry }) {
    return {
        detail: `the hosts of the tasks do not trust the certificate of ${hostOf(registry)}`,
        next: 'Give the registry a certificate of a public authority, or copy the image to Amazon ECR.',
    };
}
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function unreachable({ registry }) {
    if (registry?.kind === 'elsewhere') {
        return {
            detail: `${registry.host} could not be reached from the subnets of the task`,
            next: 'Connect the subnets to the internet (a NAT gateway or a public IP address), let the security group reach port 443, and check the name of the registry; or copy the image to Amazon ECR.',
        };
    }
    return {
        detail: 'the registry could not be reached from the subnets of the task',
        next: 'Connect the subnets to the registry: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
    };
}
/** Layers are in a bucket of AWS: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function layersDenied({ registry }) {
    const region = registry?.kind === 'ecr' ? registry.region : 'REGION';
    return {
        detail: 'the layers of the image may not be downloaded from S3',
        next: `Allow s3:GetObject on arn:aws:s3:::prod-${region}-starport-layer-bucket/* in the policy of the VPC endpoint for S3.`,
    };
}
function denied(pull) {
    const { registry } = pull;
    return registry?.kind === 'elsewhere' ? deniedElsewhere(pull, registry.host) : deniedByEcr(pull, registry);
}
const pullActions = 'ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer';
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html */
function deniedByEcr({ account, definition, reason }, ecr) {
    const { action, clause, remedy } = (0,denial/* denialOf */.Z9)({ message: reason, operation: 'ecr:BatchGetImage' });
    if (clause)
        return { detail: `the registry denied the pull${clause}`, next: `For ${action}: ${remedy}.` };
    const role = executionRole(definition);
    if (ecr && account && account !== ecr.account) {
        return {
            detail: `account ${ecr.account} denied the pull of its repository ${ecr.repository}`,
            next: `Allow account ${account} ecr:BatchGetImage and ecr:GetDownloadUrlForLayer in the policy of the repository, and ${role} to pull it: ${pullActions}.`,
        };
    }
    const exists = /not exist/.test(reason) && ecr ? ` Check that the repository ${ecr.repository} exists.` : '';
    const isOwn = ecr !== undefined && account === ecr.account;
    const other = isOwn ? '' : '; for a repository in another account, its policy must allow this, too';
    return {
        detail: 'the registry denied the pull',
        next: `Allow ${role} to pull it: ${pullActions}${other}.${exists}`,
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html */
function deniedElsewhere({ credentials, definition, reference = '' }, host) {
    const { repository = 'the image' } = (0,task_definition_image/* parseImage */.zZ)(reference) ?? {};
    if (credentials !== undefined) {
        const secret = credentials.slice(credentials.lastIndexOf(':secret:') + 1).replace(/^secret:/, '');
        return {
            detail: `${host} denied the pull of ${repository} with the credentials of ${secret}`,
            next: `Check username and password in this secret (a token may have expired), and that they may read ${repository}.`,
        };
    }
    const named = `${host} has no public image ${repository}: the name is wrong, or it is private`;
    if (host === 'public.ecr.aws')
        return { detail: named, next: `Correct the name ${repository}.` };
    const registry = hasHost(reference) ? '' : ' (with its registry, if it is not in Docker Hub)';
    return {
        detail: named,
        next: `Correct the name${registry}, or set repositoryCredentials to a Secrets Manager secret with username and password for ${host}, which ${executionRole(definition)} may read.`,
    };
}
function noRepository({ reference = '', registry }) {
    const { repository = 'the image' } = (0,task_definition_image/* parseImage */.zZ)(reference) ?? {};
    const name = registry?.kind === 'ecr' ? registry.repository : repository;
    const place = registry?.kind === 'ecr' ? ` in account ${registry.account} and region ${registry.region}` : '';
    return {
        detail: `${hostOf(registry)} has no repository ${name}`,
        next: `Correct the name, or create the repository${place} and push the image.`,
    };
}
function noImage({ image, reference, registry }) {
    const parsed = reference ? (0,task_definition_image/* parseImage */.zZ)(reference) : undefined;
    if (!parsed)
        return { detail: 'the registry does not have it', next: `Push ${image}, or deploy a tag that exists.` };
    const { repository, tag, digest } = parsed;
    const registryHint = registry?.kind === 'elsewhere' && !hasHost(reference ?? '')
        ? ' It names no registry, which means Docker Hub.'
        : '';
    return {
        detail: `${repository} has ${digest ? `no image ${digest.slice(0, 19)}` : `no tag ${tag ?? 'latest'}`}`,
        next: `Push ${image}, or deploy ${digest ? 'an image' : 'a tag'} that exists.${registryHint}${cacheHint(registry)}`,
    };
}
/** A tag that is missing here is missing upstream, too. */
function cacheHint(registry) {
    const advice = registry?.kind === 'ecr' && 'digest' in registry.id && (0,pull_through/* pullThroughAdvice */.R)(registry);
    return advice ? ` ${advice}` : '';
}
function invalidReference({ reference = '' }) {
    return {
        detail: `"${reference}" is not an image reference`,
        next: 'Set the image as repository:tag or repository@sha256:….',
    };
}
function hostOf(registry) {
    if (registry?.kind === 'elsewhere')
        return registry.host;
    return registry ? 'Amazon ECR' : 'the registry';
}
/** `nginx` and `octo/web` are in Docker Hub. */
function hasHost(reference) {
    return /^(?:localhost|[^/]*[.:][^/]*)\//.test(reference);
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/image-pull.js
/** pull-failures.ts explains the texts. */





const imagePull = {
    id: 'image-pull',
    matchesTask: end => /CannotPull|image Manifest does not contain/i.test(end.text),
    matchesDeployment: () => false,
    describe: ({ failure, definition }, detail) => {
        const image = (0,json/* text */.Qq)(containerOf(definition, failure.container)?.image);
        const words = detail ? '' : `: ${reasonText(failure.reason)}`;
        const unknown = failure.container ? `the image of ${failure.container}` : 'an image';
        return `could not pull ${image ? (0,task_definition_image/* shortImage */.Uq)(image) : unknown}${words}`;
    },
    explain: evidence => {
        const { detail, next } = explainPull(evidence);
        return { detail, next, position: memberAt(evidence, evidence.failure.container, 'image') };
    },
    nextStep: () => 'Check that the image was pushed with this tag, for this architecture, and that the task may pull it.',
    hasLogs: false,
    countsForFailFast: true,
};
// EXTERNAL MODULE: ./lib/src/core/errors/missing-permission.js
var missing_permission = __webpack_require__(7600);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/lifecycle-hook.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */



const lifecycleHook = {
    id: 'lifecycle-hook',
    matchesTask: () => false,
    matchesDeployment: reason => /\bhook(?:s|\(s\))?\b|hookStatus/i.test(reason),
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: ({ reason }) => {
        const missing = (0,missing_permission/* missingPermission */.U)(reason);
        if (missing)
            return missing;
        if (/pause hook/i.test(reason))
            return 'Nobody continued the pause hook in time: deploy again, and when the hook waits, run the command that the log shows.';
        if (/unable to parse the response|hookStatus/i.test(reason))
            return 'Make the function of the lifecycle hook return hookStatus: SUCCEEDED, FAILED or IN_PROGRESS.';
        if (/not authorized|unable to (?:assume|invoke)|AccessDenied/i.test(reason))
            return 'Let the role of the lifecycle hook call lambda:InvokeFunction on its function, and let ecs.amazonaws.com assume the role.';
        return 'Read the log of the lifecycle hook.';
    },
    hasLogs: true,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/other.js


const other = {
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
    matchesTask: ({ text }) => startFailureClass(text) === 'permissions',
    matchesDeployment: () => false,
    describe: describeStart,
    explain: explainStart,
    nextStep: () => 'Grant the missing permission and deploy again.',
    hasLogs: true,
    countsForFailFast: true,
};
// EXTERNAL MODULE: ./lib/src/core/ecs/placement-problems.js
var placement_problems = __webpack_require__(9630);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/placement.js



const placement = {
    id: 'placement',
    matchesTask: ({ text }) => (0,placement_problems/* placementProblem */.F)(text) !== undefined,
    matchesDeployment: () => false,
    describe: describeStart,
    explain: ({ failure }) => {
        const problem = (0,placement_problems/* placementProblem */.F)(failure.reason);
        return problem ? { ...problem, position: undefined } : noExplanation;
    },
    nextStep: ({ reason }) => (0,placement_problems/* placementProblem */.F)(reason)?.next ?? 'Add capacity, or request less CPU and memory.',
    hasLogs: true,
    // A rollback would not find more capacity.
    countsForFailFast: false,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/secret-reference.js



function findReference(definition, secret) {
    for (const container of (0,containers/* containersOf */.Mz)(definition)) {
        const reference = (0,containers/* listedIn */.tl)(container, 'secrets').find(({ value: { valueFrom } }) => {
            const arn = (0,json/* text */.Qq)(valueFrom);
            return arn !== undefined && (arn.startsWith(secret) || secret.startsWith(arn));
        });
        if (reference)
            return { variable: `${(0,json/* text */.Qq)(reference.value.name)} of ${container.name}`, path: reference.path };
    }
    return undefined;
}
function secretArnIn(reason) {
    return /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/(?<![:.])[:.]+$/, '');
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
 * parameter ends with its name.
 */
function createSecretStep(secret) {
    if (!secret)
        return 'Create the secret, or correct valueFrom in the task definition.';
    return isParameter(secret)
        ? `Create ${secret}, or correct valueFrom in the task definition.`
        : `Correct valueFrom in the task definition (${secret}), or create the secret and set valueFrom to its new ARN.`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/resource-initialization.js
/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */










const resourceInitialization = {
    id: 'resource-initialization',
    matchesTask: ({ text, stopCode, exitCode }) => {
        const hasEnded = stopCode === 'EssentialContainerExited' && exitCode !== undefined;
        const startClass = hasEnded ? undefined : startFailureClass(text);
        if (startClass)
            return startClass === 'resource-initialization';
        return /ResourceInitializationError|Fetching secret data/.test(text);
    },
    matchesDeployment: () => false,
    describe: describeStart,
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
    if (/\bEFS\b|mount\.nfs/.test(reason))
        return explainFileSystem(reason);
    if (accessDenied.test(reason))
        return explainDeniedAction(evidence);
    const start = explainStart(evidence);
    if (start !== noExplanation)
        return start;
    if (/deadline exceeded|time(d )?out|dial tcp|no such host|connection issue/i.test(reason)) {
        return {
            detail: 'AWS could not be reached from the subnets of the task',
            next: 'Connect the subnets to AWS: a NAT gateway, a public IP address, or VPC endpoints for what the task needs (secretsmanager, ssm, logs, ecr).',
            position: undefined,
        };
    }
    return /mount|file system/i.test(reason) ? explainFileSystem(reason) : noExplanation;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */
function explainFileSystem(reason) {
    const id = /\bfs-[0-9a-f]+\b/.exec(reason)?.[0];
    const detail = id ? `the EFS file system ${id} could not be mounted` : 'a volume could not be mounted';
    if (/access denied/i.test(reason)) {
        const next = 'Let the task role mount it (elasticfilesystem:ClientMount), and check its policy and access point.';
        return { detail, next, position: undefined };
    }
    const next = 'Check the file system, its mount targets in these subnets, and the security groups on port 2049.';
    return { detail, next, position: undefined };
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
    const isShared = hasSameRole(serving, definition);
    return {
        ...explainDeniedSecret(evidence, {
            secret,
            what,
            servingToo: isShared ? servingNeedsIt(serving, secret) : '',
        }),
        position,
    };
}
function explainDeniedSecret({ definition, failure }, { secret, what, servingToo }) {
    const read = secret !== undefined && isParameter(secret) ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue';
    const { action, clause, remedy } = (0,denial/* denialOf */.Z9)({ message: failure.reason, operation: read });
    const role = executionRole(definition);
    const detail = `${roleName(definition)} may not read ${what}${clause}${servingToo}`;
    const isKey = action === 'kms:Decrypt' || /Access to KMS is not allowed/i.test(failure.reason);
    if (clause)
        return { detail, next: `For ${action} on ${isKey ? 'its key' : (secret ?? 'it')}: ${remedy}.` };
    if (isKey)
        return { detail, next: `Allow ${role} to call kms:Decrypt on the key that encrypts it.` };
    const key = 'and kms:Decrypt if it is encrypted with a key of your own';
    return { detail, next: `Allow ${role} to call ${read} on ${secret ?? 'it'} (${key}).` };
}
function explainDeniedAction({ definition, failure }) {
    const { action, clause, remedy } = (0,denial/* denialOf */.Z9)({ message: failure.reason, operation: '' });
    const allow = `Allow ${executionRole(definition)} to call ${action || 'the action that ECS names'}.`;
    return {
        detail: action ? `${roleName(definition)} may not call ${action}${clause}` : undefined,
        next: clause ? `For ${action}: ${remedy}.` : allow,
        position: undefined,
    };
}
function roleName(definition) {
    return definition.executionRoleArn ? executionRole(definition) : 'the role that starts the task';
}
function explainLogGroup({ definition, positionOf }) {
    const groups = (0,containers/* containersOf */.Mz)(definition).flatMap(container => {
        const { value, path } = (0,containers/* memberOf */.C5)((0,containers/* memberOf */.C5)(container, 'logConfiguration'), 'options');
        const group = (0,json/* text */.Qq)(value['awslogs-group']);
        return group ? [{ group, path: [...path, 'awslogs-group'] }] : [];
    });
    const names = [...new Set(groups.map(({ group }) => group))];
    const named = (0,enumerate/* alternatives */.Vo)(names) || 'the log group';
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
    return `; ${(0,arn/* revisionName */.pd)(serving.revision)} needs it, too, so no new task of that revision could start either`;
}
function hasSameRole(serving, definition) {
    const role = (0,json/* text */.Qq)(definition.executionRoleArn);
    return role !== undefined && serving?.definition.executionRoleArn === role;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/time-limit.js


const timeLimit = {
    id: 'time-limit',
    matchesTask: () => false,
    matchesDeployment: () => false,
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: () => 'Raise wait-for-minutes, if the deployment only needs longer.',
    hasLogs: false,
    countsForFailFast: false,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/verification.js


const verification = {
    id: 'verification',
    matchesTask: () => false,
    matchesDeployment: () => false,
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: ({ reason }) => {
        if (/verifying task/.test(reason))
            return 'Read the log of the verifying task, and run its command against the new revision.';
        if (/TLS certificate/.test(reason))
            return 'Correct the certificate of the address, or, if its CA is your own, set NODE_EXTRA_CA_CERTS in the env of this step to the PEM file of the CA.';
        if (/\bE(?:NOTFOUND|AI_AGAIN)\b/.test(reason))
            return 'Check the name in verify-url: an internal one is known only to a runner in its network.';
        if (/\bECONN|\bEHOSTUNREACH|\bENETUNREACH|no whole answer|too long/.test(reason))
            return 'Check whether the runner reaches verify-url: an internal address needs a self-hosted runner in its network.';
        if (/another host/.test(reason))
            return 'Set verify-url to an address that answers by itself, such as a health check without a login.';
        return 'Read the log of the new tasks, and check that verify-url, verify-status and verify-contains are what a working revision answers.';
    },
    hasLogs: false,
    countsForFailFast: false,
};
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
    verification,
    timeLimit,
    other,
];
function classRow(failureClass) {
    return failureClasses.find(({ id }) => id === failureClass) ?? other;
}
function classOfTask(end) {
    return (failureClasses.find(row => row.matchesTask(end)) ?? other).id;
}
/** For a deployment that no failed task explains. */
function classOfReason(reason) {
    return (failureClasses.find(row => row.matchesDeployment(reason ?? '')) ?? other).id;
}
function nextStep(failureClass, { reason = '', container, exitCode } = {}) {
    return classRow(failureClass).nextStep({ reason, container, exitCode });
}

/***/ }),

/***/ 7910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ groupFailures),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   ed: () => (/* binding */ countsForFailFast)
/* harmony export */ });
/* harmony import */ var _ecs_added_container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9038);
/* harmony import */ var _ecs_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5113);
/* harmony import */ var _ecs_event_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8312);
/* harmony import */ var _text_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4382);
/* harmony import */ var _classes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8072);
/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */





/** Most frequent first. */
function groupFailures(tasks, events) {
    const groups = new Map();
    const oldestFirst = [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
    for (const { task, failure } of failuresOf(oldestFirst, events)) {
        const key = keyOf(failure);
        const group = groups.get(key) ?? { ...failure, tasks: [], of: undefined };
        groups.set(key, { ...group, tasks: [...group.tasks, task.arn] });
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
function keyOf({ failureClass, reason, container, exitCode }) {
    return JSON.stringify([failureClass, (0,_text_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprint */ .R)(reason), (0,_ecs_added_container_js__WEBPACK_IMPORTED_MODULE_0__/* .containerKind */ .A)(container), exitCode]);
}
/**
 * In the order of `tasks`. ECS keeps 100 events: a task whose event is gone failed as the others did, if these agree.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html
 */
function failuresOf(tasks, events) {
    const all = tasks.map(task => ({ task, own: ownFailure(task), health: targetHealth(task, events) }));
    const known = new Map();
    for (const { own, health } of all) {
        const key = keyOf(own);
        if (health)
            known.set(key, (known.get(key) ?? new Set()).add(health));
    }
    return all.map(({ task, own, health }) => {
        const [first, ...others] = known.get(keyOf(own)) ?? [];
        const response = health ?? (others.length === 0 ? first : undefined);
        return { task, failure: response ? { ...own, reason: `${own.reason}, ${response}` } : own };
    });
}
function ownFailure(task) {
    const container = failedContainer(task);
    const reason = (0,_ecs_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenArns */ .Ov)(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.$/, '');
    return {
        failureClass: classify(task, container),
        reason,
        stopCode: task.stopCode || undefined,
        container: container?.name ?? unhealthyContainer(task)?.name,
        exitCode: container?.exitCode,
    };
}
function unhealthyContainer({ stoppedReason, containers }) {
    if (!/container health checks/i.test(stoppedReason ?? ''))
        return undefined;
    return containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
}
function countsForFailFast(task) {
    return (0,_classes_js__WEBPACK_IMPORTED_MODULE_2__/* .classRow */ .FC)(classify(task, failedContainer(task))).countsForFailFast;
}
function classify(task, container) {
    const text = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`;
    return (0,_classes_js__WEBPACK_IMPORTED_MODULE_2__/* .classOfTask */ .D4)({ text, stopCode: task.stopCode, exitCode: container?.exitCode });
}
/**
 * `port 5001: Health checks failed with these codes: [404]`
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task, events) {
    const event = events.find(({ message }) => message.includes(`(task ${(0,_ecs_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceName */ .Iy)(task.arn)})`) && message.includes('is unhealthy in'));
    const response = event && (0,_ecs_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .targetResponse */ .v)(event.message);
    return response && `port ${response.port}: ${response.reason}`;
}
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

/***/ }),

/***/ 9038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ containerKind),
/* harmony export */   I: () => (/* binding */ addedContainer)
/* harmony export */ });
const rows = [
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
        prefix: 'ecs-service-connect-',
        what: 'the Service Connect proxy',
        next: 'Give the task room for the proxy (256 CPU units and 64 MiB more), and read its log: serviceConnectConfiguration.logConfiguration of the service says where it is.',
    },
    {
        // https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
        prefix: 'aws-guardduty-agent-',
        what: 'the GuardDuty agent',
        next: 'Let the execution role pull the image of the agent and the subnets reach the endpoint guardduty-data, and give the task memory for it; or exclude the cluster with the tag GuardDutyManaged: false.',
    },
    {
        prefix: '~internal~ecs~',
        what: 'a container of ECS itself',
        next: 'Replace the container instance if this happens again.',
    },
];
function addedContainer(name) {
    return rows.find(({ prefix }) => name?.startsWith(prefix));
}
/** The same for containers that differ in the random end of the name only. */
function containerKind(name) {
    return rows.find(({ prefix }) => name?.startsWith(prefix))?.prefix ?? name;
}

/***/ }),

/***/ 8312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ hasFailedRollback),
/* harmony export */   EZ: () => (/* binding */ isHealthEventOf),
/* harmony export */   K8: () => (/* binding */ deploymentFailure),
/* harmony export */   bu: () => (/* binding */ placementFailures),
/* harmony export */   cj: () => (/* binding */ eventText),
/* harmony export */   e7: () => (/* binding */ isPlacementFailure),
/* harmony export */   lV: () => (/* binding */ completedAt),
/* harmony export */   v: () => (/* binding */ targetResponse)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5113);
/* harmony import */ var _placement_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9630);
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */


/** `(service web) has started 2 tasks: (task 3e7a…)` → `has started 2 tasks: 3e7a1395` */
function eventText(message) {
    const text = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .shortenArns */ .Ov)(message.replace(/^\(service [^\s,)]+(?:, taskSet [^)]+)?\) /, '').trim())
        .replace(/\s+/g, ' ')
        .replace(/\((?:task|deployment) ([^\s()]+)\)/g, '$1')
        .replace(/\(target-group ([^\s()]+)\)/g, 'target group $1')
        .replace(/\b[0-9a-f]{32}\b/g, id => id.slice(0, 8))
        .replace(/\b1 ((?:\w+ )?(?:task|target|connection))s\b/g, '1 $1')
        .replace(/^Deployment \[[^\]]+\] rollback has failed/, failedRollback)
        .replace(/\.$/, '');
    return text.replace(/\. For more information, see the [^.]*(?:Developer|User) Guide$/, '');
}
const failedRollback = 'the rollback has failed';
/** Takes the text of `eventText`. */
function hasFailedRollback(text) {
    return text.startsWith(failedRollback);
}
/** Undefined unless the newest is about capacity. */
function placementFailures(events) {
    const all = events.flatMap(({ at, message }) => {
        const reason = placementReason(message);
        return reason ? [{ at, reason }] : [];
    });
    const said = all.filter(({ reason }) => isAboutCapacity(reason));
    const [newest] = said;
    if (!newest || newest !== all[0])
        return undefined;
    const reason = newest.reason.replace(/\. For more information, see .*$/s, '');
    return { reason, times: said.length, since: Math.min(...said.map(({ at }) => at)) };
}
function placementReason(message) {
    return /was unable to place a task(?: because|\. Reason:|:)? (.+)$/.exec(eventText(message))?.[1];
}
function isPlacementFailure(message) {
    const reason = placementReason(message);
    return reason !== undefined && isAboutCapacity(reason);
}
function isAboutCapacity(text) {
    return (0,_placement_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .placementProblem */ .F)(text) !== undefined;
}
/** The event repeats the failure of a task. */
function isHealthEventOf({ message }, tasks) {
    const task = tasks.find(({ arn }) => message.includes(`(task ${(0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .resourceName */ .Iy)(arn)})`));
    if (message.includes(' failed container health checks'))
        return /container health checks/i.test(task?.stoppedReason ?? '');
    return task !== undefined && targetResponse(message) !== undefined;
}
function targetResponse(message) {
    const [, port, rest = ''] = /\(port (\d+)\) is unhealthy in (.*)$/s.exec(message) ?? [];
    const [, quoted] = splitAtLast(rest, ' due to (reason ');
    const reason = quoted?.replace(/\)\.?$/, '');
    return port && reason && reason !== quoted ? { port, reason } : undefined;
}
/** `(service web) (deployment ecs-svc/6216346761948112104) deployment failed: alarm detected.` */
function deploymentFailure(message, deploymentId) {
    const [, why] = message.split(`(deployment ${deploymentId}) deployment failed: `);
    return why?.replace(/\.$/, '');
}
function splitAtLast(text, separator) {
    const at = text.lastIndexOf(separator);
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
/** When ECS said so, in milliseconds; events are newest first. */
function completedAt(events, deploymentId) {
    return events.find(({ message }) => message.includes(`(deployment ${deploymentId}) deployment completed`))
        ?.at;
}

/***/ }),

/***/ 9630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ placementProblem)
/* harmony export */ });
/**
 * Why ECS has no place for a task: capacity, network interfaces, quotas.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
/** The first row that matches decides. */
const rows = [
    {
        matches: /InsufficientFreeAddresses|not have enough free addresses/i,
        detail: 'SUBNET has no free IP address',
        next: 'Free addresses in SUBNET, or add a subnet with more addresses to the service.',
    },
    {
        matches: /Invalid(?:SubnetID|Subnet|SecurityGroupID|SecurityGroup|Group)\.NotFound/,
        detail: 'the network configuration of the service names a subnet or security group that does not exist',
        next: 'Correct the subnets and security groups of the service.',
    },
    {
        matches: /RESOURCE:ENI|unused device index|has insufficient ENI|encountered error "RESOURCE:ENI"/i,
        detail: 'no container instance can take another network interface',
        next: 'Add container instances, use an instance type with more network interfaces, or turn on awsvpcTrunking.',
    },
    {
        matches: /(?:Network)?InterfaceLimitExceeded|maximum number of network interfaces/i,
        detail: 'the account has as many network interfaces as its quota allows',
        next: 'Request a higher quota for network interfaces per Region, or delete unused ones.',
    },
    {
        matches: /rate limit exceeded while preparing network interface/i,
        detail: 'EC2 limits how many network interfaces are created at once',
        next: 'Start fewer tasks at once, then deploy again.',
    },
    {
        // https://github.com/aws/amazon-ecs-agent/issues/4825
        matches: /network interface provision|^InternalError\b/i,
        detail: 'EC2 did not attach the network interface of the task in time',
        next: 'Deploy again. If it happens again, compare the network interfaces in the Region with their quota, and replace the container instance if the tasks run on EC2.',
    },
    {
        matches: /Create Network Interface/i,
        detail: 'EC2 could not create the network interface of the task',
        next: 'Check that the subnets of the service have free addresses, and that the account may create network interfaces in them.',
    },
    {
        // ECS says this of Fargate only, where the capacity is not the user's.
        matches: /capacity is unavailable/i,
        detail: undefined,
        next: 'Add subnets in more Availability Zones to the service, or try another task size, architecture or capacity provider.',
    },
    {
        matches: /reached the limit on the number of (?:tasks|vCPUs)|configuration is above your limit/i,
        detail: 'the Fargate quota of the account is used up',
        next: 'Request a higher Fargate quota in Service Quotas, or stop tasks that are not needed.',
    },
    {
        matches: /EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|no container instances were found/i,
        detail: 'no container instance is registered with the cluster',
        next: 'Check that the Auto Scaling group of the capacity provider runs instances, and that their ECS agents join this cluster.',
    },
    {
        matches: /(?:^|: )AGENT(?:[\s.]|$)|encountered error "AGENT"/,
        detail: 'the ECS agent of the container instance is disconnected',
        next: 'Restart the ECS agent of the container instance, or replace the instance.',
    },
    {
        matches: /(?:^|: )ATTRIBUTE(?:[\s.]|$)|missing an attribute required/,
        detail: 'no container instance has an attribute that the task definition requires',
        next: 'Add container instances with what the task definition requires (its architecture, log drivers, network mode and subnets), or require less.',
    },
    {
        matches: /MemberOf placement constraint unsatisfied|(?:^|: )LOCATION(?:[\s.]|$)/,
        detail: 'no container instance meets the placement constraints of the task',
        next: 'Correct placementConstraints, or add container instances that meet them.',
    },
    {
        matches: /RESOURCE:PORTS|using a port required|too many ports/i,
        detail: 'no container instance has the host ports free',
        next: 'Set hostPort to 0, so that each task gets a free port, or add container instances.',
    },
    {
        matches: /RESOURCE:GPU/,
        detail: 'no container instance has enough GPUs free',
        next: 'Add container instances with GPUs, or request fewer.',
    },
    {
        matches: /not compatible with the selected compute strategy/i,
        detail: 'the task definition does not allow the launch type or capacity provider of the service',
        next: 'Name it in requiresCompatibilities of the task definition, or change the capacity provider of the service.',
    },
    {
        // "a subnet being in an unsupported Availability Zone"
        matches: /unable to place a task\. Reason: Internal error|^Internal error$/i,
        detail: undefined,
        next: 'Check that Fargate supports the Availability Zone of each subnet of the service.',
    },
    {
        matches: /RESOURCE:|no container instance met|capacity/i,
        detail: undefined,
        next: 'Add capacity, or request less CPU and memory.',
    },
];
function placementProblem(text) {
    if (/\b(?:Cannot\w+|ResourceInitialization)Error\b/.test(text))
        return undefined;
    const row = rows.find(({ matches }) => matches.test(text.trim()));
    if (!row)
        return undefined;
    const subnet = /\bsubnet-[0-9a-f]+\b/.exec(text)?.[0] ?? 'a subnet of the service';
    const named = (words) => words.replace('SUBNET', subnet);
    return { detail: row.detail && named(row.detail), next: named(row.next) };
}

/***/ }),

/***/ 7268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ portAdvice),
/* harmony export */   n: () => (/* binding */ orMoveThePort)
/* harmony export */ });
/**
 * UpdateService must change container port and load balancer port together, which this action does not do.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (loadBalancers)
 */
const page = 'docs/checks.md#moving-a-port of this action';
/** `port`: what the app listens on, if known. */
function portAdvice(expected, port) {
    const to = port === undefined ? '' : ` to ${port}`;
    return `Make the app listen on ${expected}, or move the port${to} as ${page} says.`;
}
/** After other advice: `Name the container app, or …`. */
const orMoveThePort = `or move the load balancer of the service with it as ${page} says.`;

/***/ }),

/***/ 7600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ missingPermission)
/* harmony export */ });
/**
 * What a role of ECS lacks, from an error of another service in ECS's texts.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */
/** `Allow lambda:InvokeFunction to the role hooks.` */
function missingPermission(error) {
    const assumed = /unable to assume (?:the )?role '?(?:arn:\S+?:role\/)?([^\s'.]+)/.exec(error)?.[1];
    if (assumed)
        return `Let ecs.amazonaws.com assume the role ${nameOf(assumed)} in its trust policy.`;
    const [, session, action] = /(?:User: )?(\S*assumed-role\/\S+) is not authorized to perform: ([\w-]+:\w+)/.exec(error) ?? [];
    const role = session && /assumed-role\/([^/\s]+)/.exec(session)?.[1];
    return role ? `Allow ${action} to the role ${role}.` : undefined;
}
/** Roles can have paths. */
function nameOf(role) {
    return role.slice(role.lastIndexOf('/') + 1);
}

/***/ }),

/***/ 6099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _x: () => (/* binding */ fixedPort),
/* harmony export */   bl: () => (/* binding */ checkedPort),
/* harmony export */   cn: () => (/* binding */ describeCheck)
/* harmony export */ });
/** Undefined for `traffic-port`. */
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

/***/ }),

/***/ 5476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   K3: () => (/* binding */ checksHealth),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Ox: () => (/* binding */ isForFargate),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   tl: () => (/* binding */ listedIn)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2234);

function containersOf(definition) {
    return listedIn({ value: definition, path: [] }, 'containerDefinitions').map(({ value, path }) => ({
        name: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value.name) || (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .showPath */ .P8)(path),
        value,
        path,
    }));
}
/** `member`: `environment`, `portMappings` */
function listedIn({ value, path }, member) {
    const list = value[member];
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(list))
        return [];
    return list.flatMap((item, i) => ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(item) ? [{ value: item, path: [...path, member, i] }] : []));
}
function memberOf({ value, path }, member) {
    const inner = value[member];
    return { value: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(inner) ? inner : {}, path: [...path, member] };
}
function secretsIn(container) {
    return {
        own: listedIn(container, 'secrets'),
        logging: listedIn(memberOf(container, 'logConfiguration'), 'secretOptions'),
    };
}
/** Whether ECS applies Fargate's rules. */
function isForFargate({ requiresCompatibilities }) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(requiresCompatibilities) && requiresCompatibilities.includes('FARGATE');
}
/** ECS derives the health of a task from its essential containers (API_Task). */
function checksHealth(definition) {
    return containersOf(definition).some(({ value }) => value.essential !== false && (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value.healthCheck));
}

/***/ }),

/***/ 7299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ architectureOf),
/* harmony export */   hr: () => (/* binding */ showPlatform),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2234);

const architectures = { X86_64: 'amd64', ARM64: 'arm64' };
function architectureOf(named) {
    return architectures[named];
}
/** undefined for unknown values */
function platformOf({ runtimePlatform }) {
    const named = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(runtimePlatform) ? runtimePlatform : {};
    const architecture = architectureOf((0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(named.cpuArchitecture) ?? 'X86_64');
    const os = osOf((0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(named.operatingSystemFamily) ?? 'LINUX');
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

/***/ }),

/***/ 5502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ findContainer),
/* harmony export */   GS: () => (/* binding */ mappingOf),
/* harmony export */   MY: () => (/* binding */ portedContainersOf),
/* harmony export */   b0: () => (/* binding */ networkModeOf),
/* harmony export */   sV: () => (/* binding */ containerPortPath)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2234);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5476);


function portedContainersOf(definition) {
    return (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(definition).map(container => ({
        ...container,
        mappings: (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .listedIn */ .tl)(container, 'portMappings').map(toMapping),
    }));
}
function findContainer(definition, name) {
    return portedContainersOf(definition).find(({ value }) => value.name === name);
}
function mappingOf({ mappings }, port) {
    return mappings.find(({ containerPort, range }) => containerPort === port || isWithin(port, range));
}
function containerPortPath({ path, range }) {
    return [...path, range === undefined ? 'containerPort' : 'containerPortRange'];
}
/** undefined if absent: the default differs between Linux and Windows. */
function networkModeOf({ networkMode }) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(networkMode);
}
function toMapping({ value, path }) {
    const { containerPort, hostPort, containerPortRange, name } = value;
    return {
        path,
        containerPort: typeof containerPort === 'number' ? containerPort : undefined,
        hostPort: typeof hostPort === 'number' ? hostPort : undefined,
        name: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(name) || undefined,
        range: typeof containerPortRange === 'string' ? containerPortRange : undefined,
    };
}
function isWithin(port, range = '') {
    const [from, to] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && port >= from && port <= to;
}

/***/ }),

/***/ 2007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ pullThroughPrefix),
/* harmony export */   R: () => (/* binding */ pullThroughAdvice)
/* harmony export */ });
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-pulling.html */
const usualPrefixes = [
    'ecr-public', 'kubernetes', 'quay', 'docker-hub', 'github', 'azure', 'gitlab', 'chainguard',
    'dockerhub', 'ghcr', 'docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'public.ecr.aws', 'registry.gitlab.com',
]; // biome-ignore format: one list
/** `mirror/docker-hub` of `mirror/docker-hub/library/nginx` */
function pullThroughPrefix(repository) {
    const parents = repository.split('/').slice(0, -1);
    const index = parents.findIndex(part => usualPrefixes.includes(part));
    return index < 0 ? undefined : parents.slice(0, index + 1).join('/');
}
/**
 * Advice for an image that ECR does not have; undefined where no cache is likely. A digest is never fetched from
 * upstream: https://github.com/aws/containers-roadmap/issues/2837
 */
function pullThroughAdvice({ repository, id }) {
    const prefix = pullThroughPrefix(repository);
    if (prefix === undefined)
        return undefined;
    const how = 'tag' in id
        ? 'pull the tag once (docker pull), since ECR has it only then'
        : 'pull the image by its tag once, since a digest alone is never fetched from upstream';
    return `If ${prefix} is the prefix of a pull through cache rule: ${how}.`;
}

/***/ }),

/***/ 4382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/** Equal for texts that differ only in ids and addresses. */
function fingerprint(text) {
    return text.replace(differing, '·');
}
/** Container ids are twice as long as task ids. A port stays unless the call came from it. */
const differing = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{32}){1,2}|\d+\.\d+\.\d+\.\d+(?::\d+(?=->))?)\b/g;

/***/ }),

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yi: () => (/* binding */ failedSince),
/* harmony export */   _p: () => (/* binding */ hasFailedReplacement),
/* harmony export */   pb: () => (/* binding */ keepsFailing)
/* harmony export */ });
/* harmony import */ var _diagnosis_failure_group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7910);
/* harmony import */ var _ecs_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8325);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4597);
/** ECS watches a deployment until it has completed it; a crash loop afterwards goes on for ever (docs/adr/0033). */



/**
 * At least `after` tasks failed since the completion, and more than half of those that there were; some of them replaced
 * tasks that had failed; and no task has been up for two minutes and longer than those that failed.
 */
function keepsFailing({ stopped, running, completedAt }, { after, now }) {
    if (after === 0)
        return false;
    const ended = stopped.filter(task => ((0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .endedAt */ .u5)(task) ?? now) > completedAt);
    const failed = failedSince(ended, completedAt);
    if (failed.length < after || failed.length * 2 <= ended.length + running.length)
        return false;
    return hasFailedReplacement(failed) && !running.some(task => isStable(task, { failed, now }));
}
/** A rollback or new tasks can help against these failures. */
function failedSince(stopped, completedAt) {
    return stopped.filter(task => (0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailed */ .Ix)(task) && (0,_diagnosis_failure_group_js__WEBPACK_IMPORTED_MODULE_0__/* .countsForFailFast */ .ed)(task) && ((0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .endedAt */ .u5)(task) ?? Number.POSITIVE_INFINITY) > completedAt);
}
/** All tasks can fail once, for example while a database restarts. */
function hasFailedReplacement(failed) {
    const firstEnd = Math.min(...failed.map(task => (0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .endedAt */ .u5)(task) ?? Number.POSITIVE_INFINITY));
    return failed.some(({ createdAt }) => createdAt !== undefined && createdAt > firstEnd);
}
function isStable(task, { failed, now }) {
    const { startedAt } = task;
    if (!(0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .isUp */ .ie)(task) || startedAt === undefined)
        return false;
    const longest = Math.max(...failed.map(one => ((0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .endedAt */ .u5)(one) ?? now) - (one.startedAt ?? (0,_ecs_task_js__WEBPACK_IMPORTED_MODULE_1__/* .endedAt */ .u5)(one) ?? now)));
    return now - startedAt >= Math.max(_pace_js__WEBPACK_IMPORTED_MODULE_2__/* .quietFor */ .IE, longest);
}

/***/ })

};
