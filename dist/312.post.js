export const id = 312;
export const ids = [312];
export const modules = {

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   aO: () => (/* binding */ shortenEveryArn),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   rx: () => (/* binding */ isRevisionOf)
/* harmony export */ });
/* unused harmony exports revisionNumber, deploymentDigits, shortTask, isArn, parseArn, isRegion, serviceOf, shortenArns */
/**
 * Names inside ARNs, and the short forms that people recognise.
 *
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings everywhere.
 */
/** `web:8` from `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8`; anything else comes back as it is. */
function revisionName(arn) {
    return /^arn:[^:]+:ecs:.*:task-definition\/(.+)$/.exec(arn)?.[1] ?? arn;
}
/** The revision number of a task definition ARN, for example `8`. */
function revisionNumber(arn) {
    return /:task-definition\/[^:]+:(\d+)$/.exec(arn)?.[1];
}
/** `6216346761948112104` from `ecs-svc/6216346761948112104`. */
function deploymentDigits(deploymentId) {
    return deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
}
/**
 * Whether a service revision ARN belongs to a classic deployment id. Both end in the same digits: seen in every
 * captured answer of CreateService and UpdateService and relied on by the Terraform AWS provider; not documented.
 */
function isRevisionOf(serviceRevisionArn, deploymentId) {
    return serviceRevisionArn.endsWith(`/${deploymentDigits(deploymentId)}`);
}
/** The last part of an ARN: the name of a cluster or a service, the id of a task. */
function resourceName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
/** The first eight characters of a task id. */
function shortTask(arn) {
    return resourceName(arn).slice(0, 8);
}
function isArn(value) {
    return value.startsWith('arn:');
}
/** Partition, region and account of any ARN. */
function parseArn(arn) {
    const match = /^arn:([^:]+):[^:]*:([^:]*):([^:]*):/.exec(arn);
    return match ? { partition: match[1] ?? '', region: match[2] ?? '', account: match[3] ?? '' } : undefined;
}
/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1` */
function isRegion(value) {
    return /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(value);
}
/** Cluster and service of a service ARN in its long form; the old short form has no cluster. */
function serviceOf(arn) {
    const match = /^arn:[^:]+:ecs:[^:]*:[^:]*:service\/(?:([^/]+)\/)?([^/]+)$/.exec(arn);
    if (!match?.[2])
        return undefined;
    return match[1] ? { cluster: match[1], service: match[2] } : { service: match[2] };
}
/** Replaces the ARNs in a text by the names that people recognise. */
function shortenArns(message) {
    return message.replace(/arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s()\],;]+/g, arn => {
        const targetGroup = /:targetgroup\/([^/]+)\//.exec(arn)?.[1];
        if (targetGroup)
            return targetGroup;
        if (arn.includes(':task-definition/'))
            return revisionName(arn);
        if (arn.includes(':ecs:'))
            return resourceName(arn);
        const alarm = /:cloudwatch:.*:alarm:(.+)$/.exec(arn)?.[1];
        if (alarm)
            return alarm;
        return arn;
    });
}
/**
 * The same for every ARN, for sentences: what a person reads there is a name, and the whole ARN stands in the details.
 * `secret:web/database-url-8Zk2Qp` → `web/database-url-8Zk2Qp`, `parameter/prod/url` → `/prod/url`, `role/deploy` → `deploy`
 */
function shortenEveryArn(message) {
    return shortenArns(message).replace(/arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:([^\s()\],;"']+)/g, (_, resource) => String(resource)
        .replace(/^parameter(?=\/)/, '')
        .replace(/^(?:secret|function|log-group|alarm|parameter|topic):/, '')
        .replace(/^(?:role|user|repository|key)\//, ''));
}

/***/ }),

/***/ 5925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ unnamedAlarm),
/* harmony export */   gV: () => (/* binding */ stageOf)
/* harmony export */ });
/* unused harmony export hasNoRollbackTarget */
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
function hasNoRollbackTarget(reason) {
    return /^No rollback candidate was found/.test(reason ?? '');
}
/** A status that this release does not know counts as ongoing: it decides nothing. */
function stageOf(deployment) {
    return stages[deployment.status] ?? 'ongoing';
}

/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L3: () => (/* binding */ unavailableReason),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
class ApiError extends Error {
    name = 'ApiError';
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
function isTransient(error) {
    return error.kind === 'throttled' || error.kind === 'unavailable';
}
/** The action and resource that a denied role lacks, as far as the message tells. */
function missingPermission(error) {
    const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(error.message);
    if (!named)
        return error.operation;
    return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation);
}
/** Why something optional could not be looked at: the permission to allow, or what AWS said. */
function unavailableReason(error) {
    if (error.kind === 'denied')
        return `allow ${missingPermission(error)}`;
    return `${error.operation}: ${error.message}`;
}

/***/ }),

/***/ 8292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ defaultBreaker)
/* harmony export */ });
/* unused harmony exports breakerAfter, breakerUpdate, tripsAt, showBreaker, showThreshold */
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
function breakerAfter(live, request) {
    return {
        enable: request.mode === 'keep' ? live.enable : true,
        rollback: request.mode === 'keep' ? live.rollback : request.mode === 'rollback',
        resetOnHealthyTask: request.resetOnHealthyTask ?? live.resetOnHealthyTask,
        threshold: request.threshold ?? live.threshold,
    };
}
function breakerUpdate(live, request) {
    const keepBreaker = request.threshold === undefined && request.resetOnHealthyTask === undefined;
    if (request.mode === 'keep' && keepBreaker)
        return undefined;
    const { enable, rollback } = breakerAfter(live, request);
    const { resetOnHealthyTask, threshold: thresholdConfiguration } = request;
    return { enable, rollback, ...definedMembers({ resetOnHealthyTask, thresholdConfiguration }) };
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

/***/ 960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E$: () => (/* binding */ redact)
});

// UNUSED EXPORTS: hiddenValues, isOpen, isVisible, scrub, secretsOf

;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-patterns.js
/** Forms by which a secret is known wherever it stands, and texts without them. */
const secretPatterns = [
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
const inside = [...secretPatterns, token].map(({ pattern }) => new RegExp(pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, ''), `${pattern.flags}g`));
/** A text of somebody else's without what looks like a secret in it. */
function maskSecrets(text) {
    const parts = text.replace(key, '***').replace(url, '$1***@').split(arn);
    const unnamed = parts.map((part, nth) => 
    // Every second one is an ARN.
    nth % 2 === 1 ? part : part.replace(spaced, '$1 ***').replace(named, '$1$2***'));
    return inside.reduce((masked, pattern) => masked.replace(pattern, '***'), unnamed.join(''));
}
;// CONCATENATED MODULE: ./lib/src/core/text/control-characters.js
/**
 * Texts from elsewhere without what is no text: control characters, and those that turn the direction of writing, which
 * would turn the sentence that quotes them (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Tabs and
 * ends of lines stay.
 */
function stripControlCharacters(text) {
    return text.replace(/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/redact.js
/**
 * What of a task definition may be shown to people. Environment values, secrets, commands, labels and options never:
 * everything is hidden unless it is known to be harmless, so that a member nobody thought of stays hidden too.
 */





/** Lists whose items are told apart by a name, which is then a step of a path and no member. */
const redact_named = new Set([
    'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]); // biome-ignore format: one set
/** Objects in which harmless members can stand. A member inside any other is hidden, whatever it is called. */
const openMembers = new Set([
    ...redact_named, 'healthCheck', 'logConfiguration', 'linuxParameters', 'restartPolicy', 'runtimePlatform',
    'ephemeralStorage', 'efsVolumeConfiguration',
]); // biome-ignore format: one set
const safeMembers = new Set([
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
    return last !== undefined && safeMembers.has(last) && members.every(member => openMembers.has(member));
}
/** Whether everything on this path is an object in which harmless members can stand: there is nothing to hide yet. */
function isOpen(path) {
    return membersOf(path).every(member => openMembers.has(member));
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
const containerMembers = new Set([
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
            if (isOpen && (safeMembers.has(member) || containerMembers.has(member)))
                continue;
            if (variables.has(member))
                collectIn(valuesOf(value), false);
            else
                collectIn(member === 'options' ? withoutPlaces(value) : value, isOpen && openMembers.has(member));
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
function redact(text, hidden) {
    return maskSecrets(stripControlCharacters(scrub(text, hidden)));
}
/** Without these values. */
function scrub(text, hidden) {
    return hidden.reduce((redact, value) => redact.replaceAll(value, '***'), text);
}

/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lv: () => (/* binding */ isList),
  Gv: () => (/* binding */ isObject),
  Qv: () => (/* binding */ objectsIn),
  P8: () => (/* binding */ showPath),
  Qq: () => (/* binding */ json_text)
});

;// CONCATENATED MODULE: ./lib/src/core/text/identifier.js
/**
 * What looks like the name of a variable, a label or a member. Where a name is expected and something else stands, it
 * may be a value: in `{value:hunter2: }`, which lacks a blank, YAML finds one key. That is never told.
 */
function isIdentifier(text) {
    return /^[\w./-]{1,64}$/.test(text);
}
;// CONCATENATED MODULE: ./lib/src/core/text/json.js

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** The objects in a list member; whatever else stands there is left out. */
function objectsIn(value) {
    return isList(value) ? value.filter(isObject) : [];
}
/** The string in a member, if it is one. */
function json_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** `containerDefinitions[0].image`, as people write it; `…` stands for what is no name. */
function showPath(path) {
    return path
        .map((step, i) => {
        if (typeof step === 'number')
            return `[${step}]`;
        return `${i === 0 ? '' : '.'}${isIdentifier(step) ? step : '…'}`;
    })
        .join('');
}

/***/ }),

/***/ 7318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* unused harmony export lookup */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/* harmony import */ var _core_task_definition_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(960);
/** An ApiError as a value: the only place beside `retry` that catches one. */


/** What the work gave, or the ApiError that it raised. Any other error is a bug and passes. */
async function attempt(work) {
    try {
        return { kind: 'answered', value: await work() };
    }
    catch (error) {
        if (!(error instanceof _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD))
            throw error;
        return { kind: 'failed', error };
    }
}
/** The same for something optional: why it is missing is all that is kept of the error. */
async function lookup(work) {
    const found = await attempt(work);
    if (found.kind === 'answered')
        return { kind: 'found', value: found.value };
    return { kind: 'unavailable', why: redact(unavailableReason(found.error), []) };
}

/***/ }),

/***/ 4513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ restoreCount),
/* harmony export */   S7: () => (/* binding */ findServiceDeployment),
/* harmony export */   Uk: () => (/* binding */ stopDeployment),
/* harmony export */   Um: () => (/* binding */ reads)
/* harmony export */ });
/* unused harmony exports optionalReads, withinPoll, throttledChanges, lostChange, maxSendings, restoreCountQuickly, gitHub, inFlightPause */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/** Every wait of this action for an answer: what is tried again, how often, for how long and how soon. */

const isThrottled = ({ kind }) => kind === 'throttled';
const isUnanswered = ({ kind }) => kind === 'unavailable';
const forever = Number.POSITIVE_INFINITY;
/** Doubles from twice `base` up to `most`; the whole of it is jitter, so that jobs do not ask in step. */
function fullJitter(base, most) {
    return (n, random) => random * Math.min(most, base * 2 ** n);
}
/** A read before anything is changed, and one that a poll does not repeat by itself. */
function reads(attempts) {
    return {
        attempts,
        within: forever,
        isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
        pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
    };
}
/** A read that nothing depends on: no answer soon is none. */
const optionalReads = reads(2);
/**
 * A read that AWS did not answer, while the poll still describes one moment (docs/adr/0011). Not one that was
 * throttled: asking sooner would take from the other clients of the account.
 */
const withinPoll = {
    attempts: 3,
    within: 4_000,
    isRetryable: isUnanswered,
    pause: (_, random) => 400 * (0.5 + random),
};
/**
 * A change that was throttled, and so had no effect. RegisterTaskDefinition is refilled with one call a second for the
 * whole account, which many jobs may share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const throttledChanges = {
    attempts: forever,
    within: 600_000,
    isRetryable: isThrottled,
    pause: fullJitter(1_000, 15_000),
};
/** Before each look for the effect of a change whose answer was lost: together longer than a read can be stale. */
const lostChange = { times: 16, pause: 4_500 };
/** How often a change is sent when nothing is seen of it. */
const maxSendings = 2;
/** Setting a count twice is setting it once. Only what cannot pass is given up at once. */
const restoreCount = {
    attempts: forever,
    within: 300_000,
    isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
    pause: fullJitter(250, 10_000),
};
/** The same for a canceled workflow, which has seconds left. */
const restoreCountQuickly = {
    ...restoreCount,
    within: 2_000,
    pause: fullJitter(250, 500),
};
/** Stopping a deployment that stops already has no effect. */
const stopDeployment = {
    attempts: 4,
    within: forever,
    isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
    pause: fullJitter(500, forever),
};
/** A service deployment is listed seconds after its start. */
const findServiceDeployment = { times: 4, pause: 1_000 };
/** GitHub: nothing waits for it longer than this. */
const gitHub = {
    attempts: 2,
    within: forever,
    isRetryable: isUnanswered,
    pause: () => 500,
};
/** Between two looks at what is in progress before the deployment, with jitter, in milliseconds. */
function inFlightPause(random) {
    return 8_000 * (0.85 + 0.3 * random);
}

/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7318);

/** Raises the last ApiError when the policy gives up. */
async function retry(policy, { clock, cancelled, onRetry }, work) {
    const startedAt = clock.now();
    for (let n = 1;; n++) {
        const result = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(work);
        if (result.kind === 'answered')
            return result.value;
        const { error } = result;
        const isLast = n >= policy.attempts || clock.now() - startedAt >= policy.within || cancelled?.aborted;
        if (isLast || !policy.isRetryable(error))
            throw error;
        await clock.sleep(policy.pause(n, clock.random(), error), cancelled);
        if (cancelled?.aborted)
            throw error;
        onRetry?.();
    }
}
/** Asks up to `times` times, with a pause before each but the first, until there is an answer. */
async function pollUntil({ times, pause }, { clock, cancelled }, poll) {
    for (let n = 0; n < times; n++) {
        if (n > 0)
            await clock.sleep(pause, cancelled);
        if (n > 0 && cancelled?.aborted)
            return undefined;
        const answer = await poll();
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}

/***/ })

};
