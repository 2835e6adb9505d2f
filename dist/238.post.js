export const id = 238;
export const ids = [238];
export const modules = {

/***/ 3484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   V: () => (/* binding */ whyUnseen),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   vC: () => (/* binding */ Fault)
/* harmony export */ });
class Fault extends Error {
    name = 'Fault';
    kind;
    /** `ecs:UpdateService`, `issues/create-comment` */
    operation;
    /** AWS's own name of the error, for example `ClusterNotFoundException`; GitHub's status */
    code;
    constructor(kind, operation, code, message, cause) {
        super(message, { cause });
        this.kind = kind;
        this.operation = operation;
        this.code = code;
    }
}
/** Whether another try may give another answer without anybody changing anything. */
function isPassing(fault) {
    return fault.kind === 'throttled' || fault.kind === 'unavailable';
}
/** The action and resource that a denied role lacks, as far as the message tells. */
function missingPermission(fault) {
    const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(fault.message);
    if (!named)
        return fault.operation;
    return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? fault.operation);
}
/** Why something optional could not be looked at: the permission to allow, or what AWS said. */
function whyUnseen(fault) {
    if (fault.kind === 'denied')
        return `allow ${missingPermission(fault)}`;
    return `${fault.operation}: ${fault.message}`;
}

/***/ }),

/***/ 2616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ defaultBreaker)
/* harmony export */ });
/* unused harmony exports requested, breakerUpdate, tripsAt, showBreaker, showThreshold */
/**
 * The deployment circuit breaker: its settings, what a request changes of them, and when it trips.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */

/** What ECS uses where a service says nothing. */
const defaultBreaker = {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    threshold: { type: 'BOUNDED_PERCENT', value: 50 },
};
/** The setting after the request, whether or not it differs from the live one. */
function requested(live, request) {
    return {
        enable: request.mode === 'keep' ? live.enable : true,
        rollback: request.mode === 'keep' ? live.rollback : request.mode === 'rollback',
        resetOnHealthyTask: request.resetOnHealthyTask ?? live.resetOnHealthyTask,
        threshold: request.threshold ?? live.threshold,
    };
}
function breakerUpdate(live, request) {
    const nothingAsked = request.threshold === undefined && request.resetOnHealthyTask === undefined;
    if (request.mode === 'keep' && nothingAsked)
        return undefined;
    const { enable, rollback } = requested(live, request);
    return {
        enable,
        rollback,
        ...given('resetOnHealthyTask', request.resetOnHealthyTask),
        ...given('thresholdConfiguration', request.threshold),
    };
}
/** How many failed tasks trip the breaker at a desired count. */
function tripsAt({ type, value }, desiredCount) {
    const share = Math.ceil((value * desiredCount) / 100);
    switch (type) {
        case 'COUNT':
            return value;
        case 'BOUNDED_PERCENT':
            return Math.min(200, Math.max(3, share));
        case 'UNBOUNDED_PERCENT':
            return Math.max(1, share);
    }
}
/** `on with rollback`, `on without rollback`, `off` */
function showBreaker(setting) {
    if (!setting.enable)
        return 'off';
    return setting.rollback ? 'on with rollback' : 'on without rollback';
}
/** `3 failed tasks (50% of 2, at least 3)`: the arithmetic behind a threshold, with the limit that applies. */
function showThreshold(threshold, desiredCount) {
    const trips = tripsAt(threshold, desiredCount);
    const tasks = `${trips} failed ${trips === 1 ? 'task' : 'tasks'}`;
    switch (threshold.type) {
        case 'COUNT':
            return tasks;
        case 'BOUNDED_PERCENT': {
            const free = tripsAt({ ...threshold, type: 'UNBOUNDED_PERCENT' }, desiredCount);
            const bound = free < trips ? ', at least 3' : free > trips ? ', at most 200' : '';
            return `${tasks} (${threshold.value}% of ${desiredCount}${bound})`;
        }
        case 'UNBOUNDED_PERCENT':
            // How ECS rounds here is not documented: the share is named, not the count.
            return `${threshold.value}% of ${desiredCount} ${desiredCount === 1 ? 'task' : 'tasks'} failing`;
    }
}

/***/ }),

/***/ 5079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ unnamedAlarm),
/* harmony export */   gV: () => (/* binding */ stageOf)
/* harmony export */ });
/* unused harmony export isWayless */
/** Stands for alarms that went off where ECS does not say which. */
const unnamedAlarm = '(not named)';
const stages = {
    PENDING: 'ongoing',
    IN_PROGRESS: 'ongoing',
    STOP_REQUESTED: 'stopping',
    ROLLBACK_REQUESTED: 'rolling-back',
    ROLLBACK_IN_PROGRESS: 'rolling-back',
    SUCCESSFUL: 'successful',
    STOPPED: 'stopped',
    ROLLBACK_SUCCESSFUL: 'rolled-back',
    ROLLBACK_FAILED: 'rollback-failed',
};
/** Whether ECS failed to roll back because no deployment had ever COMPLETED, in the words that it says so. */
function isWayless(reason) {
    return /^No rollback candidate was found/.test(reason ?? '');
}
/** A status that this release does not know counts as ongoing: it decides nothing. */
function stageOf(deployment) {
    return stages[deployment.status] ?? 'ongoing';
}

/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finish: () => (/* binding */ finish)
});

;// CONCATENATED MODULE: ./lib/src/core/control-characters.js
/**
 * Texts from elsewhere without what is no text: control characters, and those that turn the direction of writing, which
 * would turn the sentence that quotes them (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Tabs and
 * ends of lines stay.
 */
function withoutControls(text) {
    return text.replace(/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
;// CONCATENATED MODULE: ./lib/src/core/secret-forms.js
/** Forms by which a secret is known wherever it stands, and texts without them. */
const secret_forms_forms = [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    { what: 'an access key id of AWS', pattern: /^(?:AKIA|ASIA)[A-Z2-7\d]{16}$/ },
    // https://www.rfc-editor.org/rfc/rfc7468
    {
        what: 'a private key',
        pattern: /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----/,
    },
    // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    { what: 'a token of GitHub', pattern: /^(?:gh[pousr]_[A-Za-z\d]{36,}|github_pat_\w{22,})$/ },
    // https://docs.gitlab.com/security/tokens/#token-prefixes
    { what: 'a token of GitLab', pattern: /^gl(?:pat|dt|rt|cbt|ptt|soat)-[\w.-]{20,}$/ },
    // https://docs.slack.dev/authentication/tokens
    { what: 'a token of Slack', pattern: /^(?:xox[abeprs]|xapp)-[\w-]{10,}$/ },
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
    { what: 'a webhook of Slack', pattern: /^https:\/\/hooks\.slack\.com\/(?:services|workflows)\/\S+$/ },
    // https://docs.stripe.com/keys
    { what: 'a key of Stripe', pattern: /^(?:[rs]k_(?:live|test)|whsec)_\w{10,}$/ },
    // https://docs.cloud.google.com/docs/authentication/api-keys
    { what: 'a key of Google', pattern: /^AIza[\w-]{35}$/ },
    // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
    { what: 'a token of npm', pattern: /^npm_[A-Za-z\d]{36}$/ },
    // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    { what: 'a key of SendGrid', pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
    // https://go.dev/wiki/SQLInterface: user:password@protocol(address)/database
    {
        what: 'a connection string with a password',
        pattern: /^[^\s:/@]{1,200}:[^\s@]{1,200}@(?:tcp|udp|unix)\(/,
    },
    // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and the ;-separated ones of .NET
    {
        what: 'a connection string with a password',
        pattern: /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]+/i,
    },
];
/** https://www.rfc-editor.org/rfc/rfc7519 */
const token = {
    what: 'a JSON Web Token',
    pattern: /^eyJ[\w-]{5,}\.eyJ[\w-]{2,}\.[\w-]{10,}$/,
};
/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
const withPassword = /^(?:jdbc:)?[a-z][a-z\d+.-]*:\/\/[^\s/?#:@]*:(?<password>[^\s/@]+)@/i;
/** What says secret of the value behind it. */
const secretName = /(password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?)/;
/** The end of a path can be a name and no more: `exec: "/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const notOfPath = /(?!(?<=\/[\w.-]{1,200})(?:\\?["']:|:\S))/;
/** So can what a revision is of: `auth-token:8`. */
const notOfRevision = /(?!:\d{1,5}(?!\w))/;
/** `=`, `: `, `": "`, `: Bearer `. */
const assigned = /(\\?["']?\s*[:=]\s*(?:\\?["']|bearer\s+|basic\s+)?)/;
/** After a colon a sentence can go on instead: `failed to fetch anonymous token: unexpected status`. */
const notSentence = /(?!(?<=:\s+)(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$)))/;
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/;
/** A name that says secret before a value: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
const named = new RegExp([secretName, notOfPath, notOfRevision, assigned, notSentence, value].map(({ source }) => source).join(''), 'gi');
/** `PGPASSWORD hunter2`: a name in capitals is a variable. */
const spaced = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g;
/** The scheme can be a value that was taken out before. */
const url = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi;
/** With what stands between its two ends, as far as it is there. */
const key = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs;
/** Names what secrets are in, and is none: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf`. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/;
/** Anywhere in a text, not only as the whole of it; but no end of a longer name: `nginxapp-production`. */
const inside = [...secret_forms_forms, token].map(({ pattern }) => new RegExp(pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, ''), `${pattern.flags}g`));
/** A text of somebody else's without what looks like a secret in it. */
function maskForms(text) {
    const parts = text.replace(key, '***').replace(url, '$1***@').split(arn);
    const unnamed = parts.map((part, nth) => 
    // Every second one is an ARN.
    nth % 2 === 1 ? part : part.replace(spaced, '$1 ***').replace(named, '$1$2***'));
    return inside.reduce((masked, pattern) => masked.replace(pattern, '***'), unnamed.join(''));
}
;// CONCATENATED MODULE: ./lib/src/core/redact.js
/**
 * What of a task definition may be shown to people. Environment values, secrets, commands, labels and options never:
 * everything is hidden unless it is known to be harmless, so that a member nobody thought of stays hidden too.
 */





/** Lists whose items are told apart by a name, which is then a step of a path and no member. */
const redact_named = new Set([
    'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]); // biome-ignore format: one set
/** Objects in which harmless members can stand. A member inside any other is hidden, whatever it is called. */
const redact_open = new Set([
    ...redact_named, 'healthCheck', 'logConfiguration', 'linuxParameters', 'restartPolicy', 'runtimePlatform',
    'ephemeralStorage', 'efsVolumeConfiguration',
]); // biome-ignore format: one set
const harmless = new Set([
    'family', 'image', 'cpu', 'memory', 'memoryReservation', 'essential', 'containerPort', 'hostPort', 'protocol',
    'appProtocol', 'containerPortRange', 'name', 'networkMode', 'taskRoleArn', 'executionRoleArn',
    'requiresCompatibilities', 'sizeInGiB', 'cpuArchitecture', 'operatingSystemFamily', 'logDriver', 'interval',
    'timeout', 'retries', 'startPeriod', 'startTimeout', 'stopTimeout', 'user', 'readonlyRootFilesystem', 'privileged',
    'pseudoTerminal', 'interactive', 'versionConsistency', 'pidMode', 'ipcMode', 'sourceVolume', 'containerPath',
    'readOnly', 'condition', 'enabled', 'hardLimit', 'softLimit', 'enableFaultInjection', 'initProcessEnabled',
    'fileSystemId', 'transitEncryption', 'ignoredExitCodes', 'restartAttemptPeriod', 'links',
]); // biome-ignore format: one set
/** Whether the value at this path of a task definition may be shown. Names of members always may. */
function isVisible(path) {
    const members = membersOf(path);
    const last = members.pop();
    return last !== undefined && harmless.has(last) && members.every(member => redact_open.has(member));
}
/** Whether everything on this path is an object in which harmless members can stand: there is nothing to hide yet. */
function isOpen(path) {
    return membersOf(path).every(member => redact_open.has(member));
}
/** The steps that are members: neither positions in a list nor names of items. */
function membersOf(path) {
    const members = [];
    let isName = false;
    for (const step of path) {
        if (!isName && typeof step === 'string')
            members.push(step);
        isName = !isName && redact_named.has(String(step));
    }
    return members;
}
/**
 * Members that no diff shows and that AWS names where they are wrong: how a container sits on its host, and where its
 * secrets are kept. Without them no error could be understood.
 */
const structural = new Set([
    'capabilities', 'devices', 'tmpfs', 'workingDirectory', 'hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts',
    'dockerSecurityOptions', 'systemControls', 'resourceRequirements', 'credentialSpecs', 'host',
    'rootDirectory', 'containerName', 'sourceContainer', 'environmentFiles', 'repositoryCredentials',
    'placementConstraints', 'authorizationConfig', 'fsxWindowsFileServerVolumeConfiguration', 'tags',
]); // biome-ignore format: one set
/** Lists of values that have names, which may be shown. */
const variables = new Set(['environment', 'secrets', 'secretOptions', 'properties']);
/** Shorter values are part of ordinary words: without them no text could be read. */
const leastLength = 8;
/**
 * Every value of a definition that no text may tell, in every form in which a text can hold it: those of variables,
 * commands, labels and options, of members that nobody has heard of, and what stands in place of a reference to a
 * secret.
 */
function hiddenValues(definition) {
    const found = new Set();
    collect(registrable(definition).definition, true);
    return [...found].sort((a, b) => b.length - a.length);
    function collect(object, isOpen) {
        for (const [member, value] of Object.entries(object)) {
            if (isOpen && (harmless.has(member) || structural.has(member)))
                continue;
            if (variables.has(member))
                collectIn(valuesOf(value), false);
            else
                collectIn(member === 'options' ? withoutPlaces(value) : value, isOpen && redact_open.has(member));
        }
    }
    function collectIn(value, isOpen) {
        if (typeof value === 'string')
            for (const form of formsOf(value))
                found.add(form);
        else if (isObject(value))
            collect(value, isOpen);
        else if (isList(value))
            for (const item of value)
                collectIn(item, isOpen);
    }
}
/** Variables without their names, and secrets without what says where they are kept. */
function valuesOf(list) {
    if (!isList(list))
        return list;
    return list.map(item => {
        if (!isObject(item))
            return item;
        const { name: _, valueFrom = null, ...values } = item;
        return { ...values, valueFrom: isReference(valueFrom) ? null : valueFrom };
    });
}
/** The log group that is not there is what an error is about; it opens nothing. */
function withoutPlaces(options) {
    if (!isObject(options))
        return options;
    return Object.fromEntries(Object.entries(options).filter(([name]) => !name.startsWith('awslogs-')));
}
/** The ARN of a secret, or a path of Parameter Store. Anything else may be the secret itself, put there by mistake. */
function isReference(value) {
    return typeof value === 'string' && /^(arn:|\/)/.test(value);
}
/**
 * A value as texts hold it: as it is, quoted as in JSON or Go, on one line, with its ARNs shortened, without a full
 * stop at its end; and each of its lines by itself.
 */
function formsOf(value) {
    // The first word of every health check, which errors about it explain.
    if (value === 'CMD-SHELL')
        return [];
    const written = [value, JSON.stringify(value).slice(1, -1)];
    const told = written.flatMap(text => {
        const line = text.replace(/\s+/g, ' ').trim();
        // An ARN alone would leave a name that everybody sees.
        const short = line.includes(' ') ? shortenArns(line) : line;
        return [line, short, short.replace(/\.$/, '')];
    });
    const lines = value.split(/[\r\n]+/).map(one => one.trim());
    return [...written, ...told, ...lines].filter(form => form.length >= leastLength);
}
/**
 * What to take out of every text about a deployment: the hidden values of these definitions, but for those that are
 * part of a name that everybody sees (a region, the service), without which no text could be understood.
 */
function secretsOf(definitions, names) {
    const values = new Set(definitions.flatMap(hiddenValues));
    return [...values]
        .filter(value => !names.some(name => name.includes(value)))
        .sort((a, b) => b.length - a.length);
}
/**
 * A text that came from elsewhere (an AWS error, a container's reason, a line of a log) as it may be shown: without the
 * values that must not be, without what is a secret by its form, and without what is no text. Only a whole text can be
 * cleaned: of one that was cut before, the rest of a secret would stay.
 */
function clean(text, hidden) {
    return maskForms(withoutControls(scrub(text, hidden)));
}
/** Without these values. */
function scrub(text, hidden) {
    return hidden.reduce((clean, value) => clean.replaceAll(value, '***'), text);
}
;// CONCATENATED MODULE: ./lib/src/core/notice.js

function warning(text) {
    return { level: 'warning', text };
}
function notice(text) {
    return { level: 'notice', text };
}
/** The same where it may quote what AWS says, without `hidden` and what else is secret. */
function cleaned(notice, hidden) {
    return { ...notice, text: clean(notice.text, hidden) };
}
// EXTERNAL MODULE: ./lib/src/core/fault.js
var core_fault = __webpack_require__(3484);
// EXTERNAL MODULE: ./lib/src/core/service/breaker.js
var breaker = __webpack_require__(2616);
;// CONCATENATED MODULE: ./lib/src/core/service/rollout.js
/**
 * What a rollout changes of a service beside its task definition, and the members of UpdateService that say so. ECS
 * merges `deploymentConfiguration` member by member, so what was not asked for is not sent and stays as it is.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */


function serviceUpdate(service, wish, bump) {
    const breaker = breakerUpdate(service.breaker, wish.breaker);
    const configuration = {
        ...(breaker ? { deploymentCircuitBreaker: breaker } : {}),
        ...pick(wish, 'minimumHealthyPercent', 'maximumPercent', 'bakeTimeInMinutes'),
        ...(wish.alarms
            ? { alarms: { alarmNames: wish.alarms.names, enable: true, rollback: wish.alarms.rollback } }
            : {}),
    };
    const desiredCount = bump?.to ?? wish.desiredCount;
    return {
        ...(Object.keys(configuration).length > 0 ? { deploymentConfiguration: configuration } : {}),
        ...given('desiredCount', desiredCount),
        ...(wish.forceNewDeployment ? { forceNewDeployment: true } : {}),
        ...given('enableECSManagedTags', wish.enableEcsManagedTags),
        ...pick(wish, 'propagateTags'),
    };
}
function pick(from, ...keys) {
    return Object.fromEntries(keys.filter(key => from[key] !== undefined).map(key => [key, from[key]]));
}
/** Nothing where the service wants that many tasks anyway. */
function bumpOf(service, wish) {
    const from = wish.desiredCount ?? service.desiredCount;
    const to = wish.bumpDesiredCount;
    return to !== undefined && to > from ? { from, to, found: service.desiredCount } : undefined;
}
/** The same bump of a service that wants so many tasks now; nothing where that is as many, or more. */
function raisedFrom({ from, to, found }, now) {
    // What the user gives as the desired count stays what it is put back to.
    if (from !== found)
        return { from, to, found: now };
    return now < to ? { from: now, to, found: now } : undefined;
}
/** How many tasks the service wants while the rollout lasts. */
function rolloutCount(service, wish) {
    return bumpOf(service, wish)?.to ?? wish.desiredCount ?? service.desiredCount;
}
/**
 * What to set the desired count to after a rollout, or nothing when it is not ours any more: somebody (auto scaling, a
 * person) changed it meanwhile, and theirs stays. A read without a deployment of our task definition may be older than
 * our update, and then the count that it shows is too.
 */
function restoredCount(bump, service, taskDefinition) {
    if (service.desiredCount === bump.to)
        return bump.from;
    const maybeStale = service.deployments.every(deployment => deployment.taskDefinition !== taskDefinition);
    return maybeStale && service.desiredCount === bump.found ? bump.from : undefined;
}
;// CONCATENATED MODULE: ./lib/src/deploy/restore.js
/** Puts a raised desired count back, unless somebody else has set another one meanwhile. */



/** How long to try, in milliseconds: a cancelled workflow has two seconds for it, any other one time. */
const patient = 300_000;
const hurried = 2_000;
/** One answer that there is no such service can be an odd one; so many are not. */
const mostMissing = 2;
const gone = {
    done: true,
    notice: notice('The service is gone, and its desired count with it.'),
};
/** Setting a count twice is setting it once, so every passing fault is tried again. */
async function restoreDesiredCount(ecs, clock, target, bump, taskDefinition, patience) {
    const startedAt = clock.now();
    let missing = 0;
    for (let attempt = 1;; attempt++) {
        try {
            const restored = await restoreOnce(ecs, target, bump, taskDefinition);
            if (restored !== 'missing')
                return restored;
            missing++;
            if (missing === mostMissing)
                return gone;
        }
        catch (fault) {
            if (!(fault instanceof core_fault/* Fault */.vC))
                throw fault;
            const hopeless = fault.kind === 'denied' || fault.kind === 'expired';
            if (hopeless || clock.now() - startedAt >= patience) {
                const text = `The desired count is still ${bump.to} and should be ${bump.from}: ${fault.message}`;
                return { done: false, notice: warning(text) };
            }
            await clock.sleep(clock.random() * Math.min(patience / 4, 10_000, 250 * 2 ** attempt));
        }
    }
}
async function restoreOnce(ecs, target, bump, taskDefinition) {
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
    // Back already: the answer to an earlier request was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`;
    return { done: true, count: now, notice: notice(text) };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/failure-group.js
/**
 * Why tasks of a deployment failed: stop codes, reasons and exit codes sorted into classes, the same failure of many
 * tasks in one group, and for each class one next step.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */




/** Groups failed tasks by how they ended; the most frequent end first. */
function groupFailures(tasks, events) {
    const groups = new Map();
    for (const task of [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
        const failure = failureOf(task, events);
        const key = JSON.stringify([
            failure.failureClass,
            alike(failure.reason),
            failure.container,
            failure.exitCode,
        ]);
        const group = groups.get(key);
        groups.set(key, { ...(group ?? failure), tasks: [...(group?.tasks ?? []), task.arn] });
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
/** How one task ended. The events of the service tell what a load balancer saw of it. */
function failureOf(task, events) {
    const container = culprit(task);
    const said = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.$/, '');
    const seen = targetHealth(task, events);
    const reason = seen ? `${said}, ${seen}` : said;
    return {
        failureClass: classify(task, container),
        reason,
        ...(task.stopCode ? { stopCode: task.stopCode } : {}),
        ...(container ? { container: container.name } : {}),
        ...given('exitCode', container?.exitCode),
    };
}
/**
 * `port 5001: Health checks failed with these codes: [404]`, from the service event about this task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task, events) {
    const about = events.find(({ message }) => message.includes(`(task ${lastPart(task.arn)})`) && message.includes('is unhealthy in'));
    const answer = about && targetAnswer(about.message);
    return answer && `port ${answer.port}: ${answer.reason}`;
}
/** The container that a task's end is about: the one with a reason, or the one that ended with an error. */
function culprit(task) {
    if (task.stopCode !== 'EssentialContainerExited' && task.stopCode !== 'TaskFailedToStart')
        return undefined;
    const { containers } = task;
    const ended = containers.filter(({ exitCode }) => exitCode !== undefined);
    const badly = ended.filter(({ exitCode }) => exitCode !== 0);
    return (containers.find(({ reason }) => reason !== undefined) ??
        // When one ends, ECS stops the others: SIGTERM, then SIGKILL.
        badly.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ??
        badly[0] ??
        ended[0]);
}
const byText = [
    { pattern: /OutOfMemory/, failureClass: 'out-of-memory' },
    { pattern: /CannotPull|image Manifest does not contain/i, failureClass: 'image-pull' },
    { pattern: /ResourceInitializationError|Fetching secret data/, failureClass: 'resource-initialization' },
    { pattern: /health checks/i, failureClass: 'health-check' },
    { pattern: /RESOURCE:|capacity is unavailable|no container instance met/i, failureClass: 'placement' },
];
/** The class of how one task ended. */
function failure_group_classOf(task) {
    return classify(task, culprit(task));
}
function classify(task, container) {
    const said = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`;
    const known = byText.find(({ pattern }) => pattern.test(said));
    if (known)
        return known.failureClass;
    return task.stopCode === 'EssentialContainerExited' ? 'container-exit' : 'other';
}
/** What the reason of a whole deployment says, for one that no failed task explains. */
function classOfReason(reason) {
    if (/lifecycle hook|pause hook/i.test(reason ?? ''))
        return 'lifecycle-hook';
    return /alarm/i.test(reason ?? '') ? 'alarm' : 'other';
}
/** What the exit code of a container says beyond its number, where that is certain. */
function explainExit(exitCode) {
    const meanings = {
        126: 'found but cannot be executed: no permission, or not an executable',
        127: 'no such program',
        137: 'killed, SIGKILL',
        139: 'segmentation fault, SIGSEGV',
        143: 'terminated, SIGTERM',
    };
    return meanings[exitCode];
}
/** One thing to do about a class of failures. */
function nextStep(group) {
    switch (group.failureClass) {
        case 'image-pull':
            return 'Check that the image was pushed with this tag, for this architecture, and that the execution role may pull it.';
        case 'resource-initialization':
            return 'Check the secrets and log settings of the task definition, and what the execution role may read.';
        case 'out-of-memory':
            return `Raise the memory of ${group.container ?? 'the container'}, or find what fills it.`;
        case 'health-check':
            return 'Make the app answer the health check on the port and path that are checked, or correct them.';
        case 'container-exit':
            return `Read the log of ${group.container ?? 'the container'} for why it ended${group.exitCode === undefined ? '' : ` with exit code ${group.exitCode}`}.`;
        case 'placement':
            // Said of Fargate alone (api_failures_messages), where capacity is not one's own.
            return /capacity is unavailable/i.test(group.reason ?? '')
                ? 'Give the service subnets in more availability zones, or try another task size, architecture or capacity provider.'
                : 'Add capacity, or ask for less CPU and memory.';
        case 'alarm':
            return 'Look at the alarm and what it measures.';
        case 'lifecycle-hook':
            return /pause hook/.test(group.reason ?? '')
                ? 'Nobody continued the pause hook in time: deploy again, and run the command that the log shows when the hook waits.'
                : 'Look at the log of the lifecycle hook.';
        case 'permissions':
            return 'Grant the missing permission and deploy again.';
        case 'other':
            return 'Look at the events of the service.';
    }
}
;// CONCATENATED MODULE: ./lib/src/core/service/service.js
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
;// CONCATENATED MODULE: ./lib/src/core/service/task.js
/**
 * Whether the end of this task speaks against its revision: it could not start, its essential container ended, or it
 * failed a health check. Scaling, a person's StopTask, Spot interruptions and failing hosts do not.
 */
function task_isFailed(task) {
    if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED')
        return false;
    if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited')
        return true;
    return /^Task failed .*health checks/i.test(task.stoppedReason ?? '');
}
/** Whether a task is up by what ECS says of it: running, meant to run, and not unhealthy. */
function isUp(task) {
    return (task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY');
}
/** When the task began to end, as far as ECS says. */
function task_endedAt(task) {
    return task.stoppingAt ?? task.stoppedAt;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/settle.js
/**
 * What we do about a deployment ourselves, beside watching it: stop it when it is doomed, when the wait is over, or
 * when the workflow is cancelled. Decided from what was seen, and never against a deployment that is well.
 */



/**
 * Whether at least `after` of the deployment's tasks have failed and they are more than half of all that it started.
 * Slow is not failed: only tasks that ended by a failure count. A task that found no capacity does not (a rollback
 * would not find more), nor one that scaling or a Spot interruption stopped.
 */
function isDoomed(standing, after, now) {
    if (after === 0)
        return false;
    const { stopped } = standing;
    const failed = stopped.filter(task => isFailed(task) && classOf(task) !== 'placement').length;
    const { alive, allUp } = presenceOf(standing);
    // Whatever failed before: with all tasks up and no failure for a while it may have come round.
    const cameRound = allUp && !hasFailedLately(stopped, now);
    return failed >= after && failed * 2 > stopped.length + alive && !cameRound;
}
/**
 * How many tasks of the deployment are there, and whether they are all that the service wants. What the service shows
 * can be older than what its tasks show: what either of the two has seen counts.
 */
function presenceOf({ tracked, service, running = [] }) {
    const wanted = service.desiredCount;
    const ours = deploymentOf(service, tracked.deploymentId);
    const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0;
    const seen = running.length > 0 && running.length >= wanted && running.every(isUp);
    return {
        alive: Math.max((ours?.runningCount ?? 0) + (ours?.pendingCount ?? 0), running.length),
        allUp: counted || seen,
    };
}
/** Failures longer ago than this, in milliseconds, say nothing about the tasks that run now. */
const lately = 45_000;
function hasFailedLately(stopped, now) {
    return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < lately);
}
/**
 * Whether ECS calls the deployment completed, or every task that the service wants is up and none of the deployment's
 * tasks has failed. Such a deployment is never rolled back by us: what is left may be old tasks that drain slowly, or a
 * bake time.
 */
function isWell(standing) {
    const { tracked, service, stopped, running } = standing;
    const ours = deploymentOf(service, tracked.deploymentId);
    if (ours?.rolloutState === 'COMPLETED')
        return true;
    if (!presenceOf(standing).allUp)
        return false;
    return !stopped.some(task_isFailed) && (ours?.failedTasks ?? 0) === 0 && (running?.every(isUp) ?? true);
}
/**
 * Whether ECS has something to go back to: a deployment from before ours that had COMPLETED. Stopping one that has not
 * leaves the service with nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
// EXTERNAL MODULE: ./lib/src/core/service/service-deployment.js
var service_deployment = __webpack_require__(5079);
;// CONCATENATED MODULE: ./lib/src/deploy/stop.js
/**
 * Asks ECS to end our own deployment and to roll back: StopServiceDeployment with stopType ROLLBACK, which may be
 * repeated: on one that rolls back already "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */

const tries = 4;
/** `stopped`, or the sentence that says why not. */
async function stopDeployment(ecs, clock, arn) {
    let doubtful = false;
    for (let attempt = 1;; attempt++) {
        try {
            await ecs.stopServiceDeployment(arn);
            return 'stopped';
        }
        catch (fault) {
            if (!(fault instanceof core_fault/* Fault */.vC))
                throw fault;
            doubtful ||= fault.kind === 'unavailable';
            if (fault.kind === 'denied') {
                return { why: `the role may not call ${(0,core_fault/* missingPermission */.Up)(fault)}`, final: true, doubtful };
            }
            const final = !(0,core_fault/* isPassing */.WG)(fault);
            if (final || attempt >= tries)
                return { why: fault.message.replace(/\.$/, ''), final, doubtful };
            await clock.sleep(clock.random() * 500 * 2 ** attempt);
        }
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/roll-back.js
/**
 * Rolls our own undecided deployment back, after one more look at it: never when all its tasks run and none has failed,
 * when ECS has completed it, stops it already or has nothing to go back to, or when it cannot be seen. Bounded to a few
 * seconds, which is what a cancelled workflow has.
 */





/** How often to look for the service deployment, which is listed seconds after its start, and the pause between. */
const looks = 4;
const pause = 1_000;
const unseen = 'it could not be seen';
const completed = 'ECS does not stop what it has completed';
/** `stopped` are tasks of the deployment that were seen to stop. */
async function rollBack(ecs, clock, target, tracked, stopped) {
    const [service, running] = await Promise.all([
        ifSeen(() => ecs.describeService(target, 'once')),
        ifSeen(() => readRunning(ecs, target, tracked.deploymentId)),
    ]);
    if (!service || service === 'missing')
        return { kind: 'rollback-not-sent', why: unseen };
    const why = whyNot(tracked, service, stopped, running);
    if (why)
        return { kind: 'rollback-not-sent', why };
    const found = await find(ecs, clock, target, tracked);
    if ('why' in found)
        return { kind: 'rollback-not-sent', why: found.why };
    const result = await stopDeployment(ecs, clock, found.arn);
    if (result === 'stopped')
        return { kind: 'rollback-requested' };
    return { kind: result.doubtful ? 'rollback-unconfirmed' : 'rollback-not-sent', why: result.why };
}
function whyNot(tracked, service, stopped, running) {
    const ours = deploymentOf(service, tracked.deploymentId);
    if (ours?.rolloutState === 'COMPLETED')
        return completed;
    if (!ours && !running)
        return unseen;
    if (isWell({ tracked, service, stopped, ...(running ? { running } : {}) })) {
        return 'all its tasks run and none has failed';
    }
    return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed';
}
/** What is asked of these has no effect: somebody's deployment has taken over, or ours went well. */
const alreadyEnded = {
    stopping: 'ECS is stopping it already',
    stopped: 'ECS has stopped it already',
    successful: completed,
};
async function find(ecs, clock, target, tracked) {
    let why = 'its service deployment was not found';
    for (let look = 0; look < looks; look++) {
        if (look > 0)
            await clock.sleep(pause);
        try {
            const found = await ecs.findServiceDeployment(target, tracked.deploymentId);
            const ended = found && alreadyEnded[(0,service_deployment/* stageOf */.gV)(found)];
            if (found)
                return ended ? { why: ended } : found;
        }
        catch (fault) {
            if (!(fault instanceof core_fault/* Fault */.vC))
                throw fault;
            why = `its service deployment could not be read (${(0,core_fault/* whyUnseen */.V)(fault)})`;
            if (!(0,core_fault/* isPassing */.WG)(fault))
                return { why };
        }
    }
    return { why };
}
async function readRunning(ecs, target, deploymentId) {
    const tasks = await ecs.describeTasks(target, await ecs.listTasks(target, { startedBy: deploymentId }));
    return tasks.filter(({ startedBy }) => startedBy === deploymentId);
}
async function ifSeen(read) {
    try {
        return await read();
    }
    catch (fault) {
        if (fault instanceof core_fault/* Fault */.vC)
            return undefined;
        throw fault;
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish.js




async function finish(ecs, clock, { target, taskDefinition, bump, rollback }) {
    const notices = [];
    if (bump) {
        const restored = await restoreDesiredCount(ecs, clock, target, bump, taskDefinition, patient);
        notices.push(cleaned(restored.notice, []));
    }
    // Tasks that the main step saw to stop are forgotten here: the counts of the deployment have to do.
    if (rollback)
        notices.push(told(await rollBack(ecs, clock, target, rollback, [])));
    return notices;
}
function told(aftermath) {
    if (aftermath.kind === 'rollback-requested')
        return notice('The rollback of the deployment was requested.');
    if (aftermath.kind === 'rollback-unconfirmed') {
        const text = 'The rollback of the deployment was requested, which ECS did not confirm';
        return warning(`${text}: ${clean(aftermath.why, [])}.`);
    }
    const why = aftermath.kind === 'rollback-not-sent' ? aftermath.why : 'nobody asked for it';
    return warning(`The deployment was not rolled back, since ${clean(why, [])}.`);
}

/***/ })

};
