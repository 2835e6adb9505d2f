export const id = 129;
export const ids = [129];
export const modules = {

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   aO: () => (/* binding */ shortenEveryArn),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   rx: () => (/* binding */ isRevisionOf)
/* harmony export */ });
/* unused harmony exports revisionNumber, shortTask, isArn, parseArn, isRegion, serviceOf, shortenArns */
/**
 * Names inside ARNs, and their short forms.
 *
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings everywhere.
 */
/** `web:8` from `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8`; anything else as it is. */
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
 * Whether a service revision ARN belongs to a classic deployment id. Both end in the same digits: undocumented, but true
 * of every captured answer of CreateService and UpdateService, and the Terraform AWS provider relies on it.
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
/** Replaces ARNs in a text by names. */
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
 * The same for every ARN, for sentences; details have the whole ARN.
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
/** In place of the names of triggered alarms, if ECS does not give them. */
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
/** Whether ECS could not roll back because no deployment had ever COMPLETED. */
function hasNoRollbackTarget(reason) {
    return /^No rollback candidate was found/.test(reason ?? '');
}
/** An unknown status counts as ongoing: it decides nothing. */
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
    /** AWS's name of the error, such as `ClusterNotFoundException`, or GitHub's status */
    code;
    constructor(kind, operation, code, message, cause) {
        super(message, { cause });
        this.kind = kind;
        this.operation = operation;
        this.code = code;
    }
}
/** Whether the same request may succeed later. */
function isTransient(error) {
    return error.kind === 'throttled' || error.kind === 'unavailable';
}
/** The action and resource that a denied role lacks, as far as the message says. */
function missingPermission(error) {
    const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(error.message);
    if (!named)
        return error.operation;
    return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation);
}
/** Why something optional could not be read: the permission to allow, or what AWS said. */
function unavailableReason(error) {
    if (error.kind === 'denied')
        return `allow ${missingPermission(error)}`;
    return `${error.operation}: ${error.message}`;
}

/***/ }),

/***/ 7819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ redact)
});

;// CONCATENATED MODULE: ./lib/src/core/text/control-characters.js
/**
 * Removes control and bidirectional-override characters from untrusted text, so that it cannot reorder the sentence that
 * quotes it. Tabs and line ends stay. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
function stripControlCharacters(text) {
    return text.replace(/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-assignment.js
/** Values behind a name that says secret: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
/** A name, or the end of one, that says its value is secret. */
const secretName = /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?/gi;
/** `=`, `: `, `": "`, `\": `. */
const operator = /\\?["']?\s*[:=]\s*/y;
/** What can stand between the operator and the value: a quote, or the scheme of an Authorization header. */
const prefix = /\\?["']|bearer\s+|basic\s+/iy;
/** Up to a blank or something that separates values; a backslash belongs to it unless it escapes a quote. */
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/y;
/** The last part of a path, which can be called like a secret: `/app/get-token`, `registry/auth-token`. */
const endOfPath = /\/[\w.-]{1,200}$/;
/** What follows a path that is only mentioned: `"/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const afterPath = /\\?["']:|:\S/y;
/** What follows the family of a revision: `auth-token:8`. */
const revisionNumber = /:\d{1,5}(?!\w)/y;
/** How a sentence goes on behind a colon: `failed to fetch anonymous token: unexpected status`. */
const sentenceWord = /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy;
/** The text with *** for each value. */
function maskAssignments(text) {
    let masked = '';
    let copied = 0;
    let from = 0;
    for (;;) {
        secretName.lastIndex = from;
        const name = secretName.exec(text);
        if (!name)
            return masked + text.slice(copied);
        const found = valueBehind(text, name.index + name[0].length);
        if (found) {
            masked += `${text.slice(copied, found.start)}***`;
            copied = found.end;
        }
        from = found ? found.end : name.index + 1;
    }
}
/** The value that is assigned to the name that ends here, unless the name is not meant as one. */
function valueBehind(text, nameEnd) {
    const operatorEnd = endOf(operator, text, nameEnd);
    if (operatorEnd === undefined)
        return undefined;
    if (isMentioned(text, nameEnd))
        return undefined;
    const prefixEnd = endOf(prefix, text, operatorEnd);
    const valueEnd = prefixEnd === undefined ? undefined : endOf(value, text, prefixEnd);
    if (prefixEnd !== undefined && valueEnd !== undefined)
        return { start: prefixEnd, end: valueEnd };
    // A prefix with nothing behind it is a value itself.
    if (isSentence(text, nameEnd, operatorEnd))
        return undefined;
    const end = endOf(value, text, operatorEnd);
    return end === undefined ? undefined : { start: operatorEnd, end };
}
/** Whether a path or a revision ends here. */
function isMentioned(text, nameEnd) {
    if (endOf(revisionNumber, text, nameEnd) !== undefined)
        return true;
    const before = text.slice(Math.max(0, nameEnd - 201), nameEnd);
    return endOf(afterPath, text, nameEnd) !== undefined && endOfPath.test(before);
}
function isSentence(text, nameEnd, operatorEnd) {
    return (/:\s+$/.test(text.slice(nameEnd, operatorEnd)) && endOf(sentenceWord, text, operatorEnd) !== undefined);
}
/** Where a match of the sticky pattern that starts here ends. */
function endOf(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-patterns.js
/** Values that are known to be secrets by their form alone. */
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
;// CONCATENATED MODULE: ./lib/src/core/redaction/mask-secrets.js
/** Replaces what looks like a secret in texts of others. */


/** `PGPASSWORD hunter2`: a name in capitals is a variable. */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g;
/** The password of a URL. Its scheme can have been redacted before. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi;
/** A private key with what stands between its two ends, or up to the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs;
/** The ARN of a secret names it and is not secret: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf`. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/;
/** The patterns anywhere in a text, but not as the end of a longer name: `nginxapp-production`. */
const insideText = [...secretPatterns, token].map(({ pattern }) => new RegExp(pattern.source.replace(/^\^/, '(?<![A-Za-z\\d])').replace(/\$$/, ''), `${pattern.flags}g`));
function maskSecrets(text) {
    const parts = text.replace(privateKey, '***').replace(urlPassword, '$1***@').split(arn);
    const withoutAssignments = parts.map((part, i) => {
        const isArn = i % 2 === 1;
        return isArn ? part : maskAssignments(part.replace(variable, '$1 ***'));
    });
    return insideText.reduce((masked, pattern) => masked.replace(pattern, '***'), withoutAssignments.join(''));
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/redact.js
/** Texts that came from elsewhere (an error of AWS, a container's reason, a log line) as they may be shown. */


/**
 * Without these values, without what looks like a secret, and without control characters. Takes whole texts only: one
 * that was cut before may end in a part of a secret, which nothing would find.
 */
function redact(text, hidden) {
    const withoutValues = hidden.reduce((redacted, value) => redacted.replaceAll(value, '***'), text);
    return maskSecrets(stripControlCharacters(withoutValues));
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
 * A key that is not a plain identifier may really be a secret value (YAML reads `{value:hunter2: }` as one key), so such
 * keys are never printed.
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
/** The objects in a list; other items are left out. */
function objectsIn(value) {
    return isList(value) ? value.filter(isObject) : [];
}
/** The string in a member, if it is one. */
function json_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** `containerDefinitions[0].image`; `…` stands for keys that are not plain identifiers. */
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
/* harmony import */ var _core_redaction_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/** ApiErrors as values. Nothing else catches them, except adapters that translate errors. */


/** The result of the work or the ApiError that it raised. Any other error is a bug and is thrown. */
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
/** The same for something optional: of the error only the reason is kept, redacted. */
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
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   S7: () => (/* binding */ findServiceDeployment),
/* harmony export */   Uk: () => (/* binding */ stopDeployment),
/* harmony export */   Um: () => (/* binding */ reads)
/* harmony export */ });
/* unused harmony exports optionalReads, withinPoll, throttledChanges, lostChange, maxSendings, restoreCountQuickly, gitHub, inFlightPause */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/** The policy of every retry: for which errors, how often, for how long and how soon. */

const isThrottled = ({ kind }) => kind === 'throttled';
const isUnanswered = ({ kind }) => kind === 'unavailable';
const forever = Number.POSITIVE_INFINITY;
/** A random part of a limit that doubles from twice `base` up to `most`, so that jobs do not retry at the same time. */
function fullJitter(base, most) {
    return (n, random) => random * Math.min(most, base * 2 ** n);
}
/** A read before anything is changed, and one that the next poll does not repeat. */
function reads(attempts) {
    return {
        attempts,
        within: forever,
        isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
        pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
    };
}
/** A read that nothing depends on. */
const optionalReads = reads(2);
/**
 * Sent once. The next poll reads again; a change is repeated by its caller, which first looks for the effect
 * (docs/adr/0006).
 */
const once = {
    attempts: 1,
    within: 0,
    isRetryable: () => false,
    pause: () => 0,
};
/**
 * Retries an unanswered read within the same poll, so that both reads still describe one moment (docs/adr/0011).
 * Throttled reads are not retried: that would starve other clients.
 */
const withinPoll = {
    attempts: 3,
    within: 4_000,
    isRetryable: isUnanswered,
    pause: (_, random) => 400 * (0.5 + random),
};
/**
 * A throttled change had no effect. All jobs of an account share one RegisterTaskDefinition a second.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const throttledChanges = {
    attempts: forever,
    within: 600_000,
    isRetryable: isThrottled,
    pause: fullJitter(1_000, 15_000),
};
/** Polls after a lost response; 16 × 4.5 s exceeds the longest stale read. */
const lostChange = { times: 16, pause: 4_500 };
/** How often a change is sent if it shows no effect. */
const maxSendings = 2;
/** Setting a count is idempotent: only errors that cannot pass end it at once. */
const restoreCount = {
    attempts: forever,
    within: 300_000,
    isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
    pause: fullJitter(250, 10_000),
};
/** For a canceled workflow, which has seconds left. */
const restoreCountQuickly = {
    ...restoreCount,
    within: 2_000,
    pause: fullJitter(250, 500),
};
/** Stopping a deployment is idempotent. */
const stopDeployment = {
    attempts: 4,
    within: forever,
    isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
    pause: fullJitter(500, forever),
};
/** A service deployment is listed only seconds after its start. */
const findServiceDeployment = { times: 4, pause: 1_000 };
/** GitHub: nothing waits longer for it. */
const gitHub = {
    attempts: 2,
    within: forever,
    isRetryable: isUnanswered,
    pause: () => 500,
};
/** Between two polls for deployments in progress, with jitter, in milliseconds. */
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
async function retry(policy, { clock, canceled, onRetry }, work) {
    const startedAt = clock.now();
    for (let n = 1;; n++) {
        const result = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(work);
        if (result.kind === 'answered')
            return result.value;
        const { error } = result;
        const isLast = n >= policy.attempts || clock.now() - startedAt >= policy.within || canceled?.aborted;
        if (isLast || !policy.isRetryable(error))
            throw error;
        await clock.sleep(policy.pause(n, clock.random(), error), canceled);
        if (canceled?.aborted)
            throw error;
        onRetry?.();
    }
}
/** Polls up to `times` times, with a pause before each poll but the first, until there is a result. */
async function pollUntil({ times, pause }, { clock, canceled }, poll) {
    for (let n = 0; n < times; n++) {
        if (n > 0)
            await clock.sleep(pause, canceled);
        if (n > 0 && canceled?.aborted)
            return undefined;
        const answer = await poll();
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}

/***/ })

};
