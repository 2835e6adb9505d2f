export const id = 336;
export const ids = [336];
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
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings.
 */
/** `web:8` from `…:task-definition/web:8`; anything else unchanged. */
function revisionName(arn) {
    return /^arn:[^:]+:ecs:.*:task-definition\/(.+)$/.exec(arn)?.[1] ?? arn;
}
function revisionNumber(arn) {
    return /:task-definition\/[^:]+:(\d+)$/.exec(arn)?.[1];
}
/** `6216346761948112104` from `ecs-svc/6216346761948112104`. */
function deploymentDigits(deploymentId) {
    return deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
}
/**
 * Undocumented, but true of every captured response of CreateService and UpdateService; the Terraform AWS provider
 * relies on it.
 */
function isRevisionOf(serviceRevisionArn, deploymentId) {
    return serviceRevisionArn.endsWith(`/${deploymentDigits(deploymentId)}`);
}
function resourceName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function shortTask(arn) {
    return resourceName(arn).slice(0, 8);
}
function isArn(value) {
    return value.startsWith('arn:');
}
function parseArn(arn) {
    const match = /^arn:([^:]+):[^:]*:([^:]*):([^:]*):/.exec(arn);
    return match ? { partition: match[1] ?? '', region: match[2] ?? '', account: match[3] ?? '' } : undefined;
}
/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1` */
function isRegion(value) {
    return /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(value);
}
/** The old short form has no cluster. */
function serviceOf(arn) {
    const match = /^arn:[^:]+:ecs:[^:]*:[^:]*:service\/(?:([^/]+)\/)?([^/]+)$/.exec(arn);
    if (!match?.[2])
        return undefined;
    return match[1] ? { cluster: match[1], service: match[2] } : { service: match[2] };
}
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
/** Also `secret:web/database-url-8Zk2Qp` → `web/database-url-8Zk2Qp`, `parameter/prod/url` → `/prod/url`. */
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
/** Used if ECS does not name triggered alarms. */
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
/** No deployment had ever COMPLETED. */
function hasNoRollbackTarget(reason) {
    return /^No rollback candidate was found/.test(reason ?? '');
}
/** An unknown status counts as ongoing. */
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
    /** `ClusterNotFoundException`, or GitHub's HTTP status */
    code;
    constructor({ kind, operation, code, message, cause }) {
        super(message, { cause });
        this.kind = kind;
        this.operation = operation;
        this.code = code;
    }
}
function isTransient(error) {
    return error.kind === 'throttled' || error.kind === 'unavailable';
}
function missingPermission(error) {
    const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(error.message);
    if (!named)
        return error.operation;
    return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation);
}
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
 * Untrusted text must not reorder the sentence that quotes it. Tabs and line ends stay.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
function stripControlCharacters(text) {
    return text.replace(/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-assignment.js
/** Values of secret names: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`. */
/** Also matches the end of a name. */
const secretName = /password|passphrase|passwd|pwd|(?<=[\w-])pass|secret|token|api[-_]?key|private[-_]?key|authorization|credentials?/gi;
/** `=`, `: `, `": "`, `\": ` */
const operator = /\\?["']?\s*[:=]\s*/y;
/** A quote, or the scheme of an Authorization header. */
const prefix = /\\?["']|bearer\s+|basic\s+/iy;
/** A backslash is part of the value unless it escapes a quote. */
const value = /(?:[^\s"',;&\\]|\\(?!["']))+/y;
/** A path can end like a secret: `/app/get-token`. */
const endOfPath = /\/[\w.-]{1,200}$/;
/** A path that is only mentioned: `"/app/get-token": stat`, `registry/auth-token:9be21c4`. */
const afterPath = /\\?["']:|:\S/y;
/** `auth-token:8` */
const revisionNumber = /:\d{1,5}(?!\w)/y;
/** `failed to fetch anonymous token: unexpected status` */
const sentenceWord = /(?:[a-z]*(?:exception|error|notfound)|the|an?|i[st]|was|not|no|unable|failed|unexpected|invalid|server|rpc|operation|access|denied|expired|missing|required|status|service|request|could|cannot|dial|get|head|post|user)(?=:?(?:\s|$))/iy;
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
    // A prefix with nothing behind is the value.
    if (isSentence(text, nameEnd, operatorEnd))
        return undefined;
    const end = endOf(value, text, operatorEnd);
    return end === undefined ? undefined : { start: operatorEnd, end };
}
function isMentioned(text, nameEnd) {
    if (endOf(revisionNumber, text, nameEnd) !== undefined)
        return true;
    const before = text.slice(Math.max(0, nameEnd - 201), nameEnd);
    return endOf(afterPath, text, nameEnd) !== undefined && endOfPath.test(before);
}
function isSentence(text, nameEnd, operatorEnd) {
    return (/:\s+$/.test(text.slice(nameEnd, operatorEnd)) && endOf(sentenceWord, text, operatorEnd) !== undefined);
}
/** `pattern` must be sticky. */
function endOf(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/redaction/secret-patterns.js
/** Secrets by their form alone. */
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
    // https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, and .NET's with `;`
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


/** `PGPASSWORD hunter2` */
const variable = /\b([A-Z\d_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)) +(?=\S*\d)[^\s"',;]+/g;
/** The scheme may be redacted already. */
const urlPassword = /((?:[a-z][a-z\d+.-]{0,30}|\*\*\*):\/\/[^\s/?#:@]*:)[^\s/]+@/gi;
/** Up to its end line or the end of the text. */
const privateKey = /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [^-]*-----|$)/gs;
/** The ARN of a secret is not secret. */
const arn = /(\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'(),;&=\]\\]+)/;
/** Not as the end of a longer name: `nginxapp-production`. */
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


/** Takes whole texts only: a cut text may end in part of a secret, which no pattern finds. */
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
/** Other keys may be secret values and are never printed: YAML reads `{value:hunter2: }` as one key. */
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
function objectsIn(value) {
    return isList(value) ? value.filter(isObject) : [];
}
function json_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** `containerDefinitions[0].image`; other keys may be secret */
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

/***/ 5336:
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
/** The text may quote AWS. */
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
function withDesiredCount({ before, after }, now) {
    // A desired count set by the user stays.
    const desiredCount = after.desiredCount === before.desiredCount ? now : after.desiredCount;
    return {
        before: { ...before, desiredCount: now, rolloutCount: now },
        after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
    };
}
/**
 * Undefined if auto scaling or a person changed the count. A read without a deployment of our task definition may be
 * older than our update.
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




/** One answer without the service may be stale. */
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
    const restored = await (0,attempt/* attempt */.C)(() => (0,retry/* retry */.L5)(policy, { clock }, restore));
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
    // An earlier request had its effect; its answer was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`;
    return { done: true, count: now, notice: notice(text) };
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/service.js
/** Times are milliseconds since the epoch. */
function primaryOf(service) {
    return service.deployments.find(deployment => deployment.status === 'PRIMARY');
}
/**
 * The newest COMPLETED one with tasks, else the one with the most. A PRIMARY that FAILED or still rolls out need not
 * serve. Expects newest first.
 */
function servingIn(deployments) {
    const running = deployments.filter(({ runningCount }) => runningCount > 0);
    const most = [...running].sort((a, b) => b.runningCount - a.runningCount)[0];
    return running.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? most;
}
function deploymentOf(service, id) {
    return service.deployments.find(deployment => deployment.id === id);
}
/** What to compare with and roll back to. */
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
function truncate(text, most) {
    // Keeps the two UTF-16 units of a character together.
    const letters = [...text.slice(0, 2 * most + 2)];
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/reason-text.js


/** characters */
const longestReason = 200;
function shortReason(text) {
    return truncate((0,arn/* shortenEveryArn */.aO)(text), longestReason);
}
/** Without the name of the error: the class says the same. */
function reasonText(reason) {
    return shortReason(reason.replace(/^(?:CannotPull\w*|ResourceInitializationError|OutOfMemoryError): /, ''));
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
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/src/core/errors/problem.js

function showPosition({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
/** undefined if no word is close */
function closest(word, allowed) {
    const lower = word.toLowerCase();
    const ranked = allowed
        .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
        .sort((a, b) => a.edits - b.edits);
    const best = ranked[0];
    return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
function quote(value) {
    const line = value.replace(/\s+/g, ' ');
    return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/image.js
/** Only with a dot or a port, or localhost: `web:27` has a tag. */
const host = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::\\d+)?|[A-Za-z0-9-]+:\\d+';
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(`^(?<repository>(?:(?:${host})/)?${part}(?:/${part})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`);
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
/** By convention. */
const mutableTags = (/* unused pure expression or super */ null && ([
    'latest', 'stable', 'edge', 'nightly', 'canary', 'current', 'release', 'main', 'master', 'trunk', 'head',
    'develop', 'development', 'dev', 'test', 'testing', 'qa', 'staging', 'stage', 'prod', 'production', 'live',
])); // biome-ignore format: one list
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
/** `web:9be21c4` */
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
function architectureOf(named) {
    return architectures[named];
}
/** undefined for unknown values */
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
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/container-definition.js


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
/** The default is `X86_64` (API_RuntimePlatform). */
function cpuArchitecture(definition) {
    const platform = definition.runtimePlatform;
    return ((0,json/* isObject */.Gv)(platform) ? (0,json/* text */.Qq)(platform.cpuArchitecture) : undefined) ?? 'X86_64';
}
/** As image tools name it: `linux/arm64`. */
function buildPlatform(definition) {
    const platform = platformOf(definition);
    return platform ? showPlatform(platform) : 'linux/amd64';
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
;// CONCATENATED MODULE: ./lib/src/core/ecs/port-advice.js
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
const orMoveThePort = (/* unused pure expression or super */ null && (`or move the load balancer of the service with it as ${page} says.`));
;// CONCATENATED MODULE: ./lib/src/core/task-definition/containers.js

function containersOf(definition) {
    return listedIn({ value: definition, path: [] }, 'containerDefinitions').map(({ value, path }) => ({
        name: (0,json/* text */.Qq)(value.name) || (0,json/* showPath */.P8)(path),
        value,
        path,
    }));
}
/** `member`: `environment`, `portMappings` */
function listedIn({ value, path }, member) {
    const list = value[member];
    if (!(0,json/* isList */.Lv)(list))
        return [];
    return list.flatMap((item, i) => ((0,json/* isObject */.Gv)(item) ? [{ value: item, path: [...path, member, i] }] : []));
}
function memberOf({ value, path }, member) {
    const inner = value[member];
    return { value: (0,json/* isObject */.Gv)(inner) ? inner : {}, path: [...path, member] };
}
function secretsIn(container) {
    return {
        own: listedIn(container, 'secrets'),
        logging: listedIn(memberOf(container, 'logConfiguration'), 'secretOptions'),
    };
}
/** Whether ECS applies Fargate's rules. */
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
function mappingOf({ mappings }, port) {
    return mappings.find(({ containerPort, range }) => containerPort === port || isWithin(port, range));
}
function containerPortPath({ path, range }) {
    return [...path, range === undefined ? 'containerPort' : 'containerPortRange'];
}
/** undefined if absent: the default differs between Linux and Windows. */
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
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/health-check-failure.js
/**
 * Events name the traffic port; the health check may use another.
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
        // Otherwise the event names a port of the instance.
        port: networkModeOf(definition) === 'awsvpc' ? port : undefined,
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
/** The log shows another port or address. */
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
/** Defaults of ECS (API_HealthCheck). */
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
    const words = last ? `name no port and end with ${quote(last)}` : 'name no port';
    return {
        detail: `nothing seems to listen on ${port}: the load balancer gets no answer, and the last lines of its log ${words}`,
        next: `Start a server on ${port}: check the command of the container.${slow ? ` ${slow}` : ''}`,
        position: undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/image-pull.js
/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html */





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
    // ECS says this of Fargate only, where the capacity is not the user's.
    /capacity is unavailable/i.test(reason)
        ? 'Add subnets in more availability zones to the service, or try another task size, architecture or capacity provider.'
        : 'Add capacity, or request less CPU and memory.',
    hasLogs: true,
    // A rollback would not find more capacity.
    countsForFailFast: false,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/secret-reference.js



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
/** For a deployment that no failed task explains. */
function classOfReason(reason) {
    return (failureClasses.find(row => row.matchesDeployment(reason ?? '')) ?? other).id;
}
function nextStep(failureClass, { reason = '', container, exitCode } = {}) {
    return classes_classRow(failureClass).nextStep({ reason, container, exitCode });
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/failure-group.js
/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */




/** Most frequent first. */
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
 * `port 5001: Health checks failed with these codes: [404]`
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task, events) {
    const event = events.find(({ message }) => message.includes(`(task ${resourceName(task.arn)})`) && message.includes('is unhealthy in'));
    const response = event && targetResponse(event.message);
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
;// CONCATENATED MODULE: ./lib/src/core/ecs/task.js
/**
 * Failed to start, an essential container exited, or a health check failed; not scaling, StopTask by a person, Spot
 * interruptions or failing hosts.
 */
function task_isFailed(task) {
    if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED')
        return false;
    if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited')
        return true;
    return /^Task failed .*health checks/i.test(task.stoppedReason ?? '');
}
function isUp(task) {
    return (task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY');
}
/** When it began to stop. */
function task_endedAt(task) {
    return task.stoppingAt ?? task.stoppedAt;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/deployment-health.js



/**
 * At least `after` tasks failed, and more than half of all that started. Slow tasks do not count, nor scaling, Spot
 * interruptions and failures that a rollback cannot help.
 */
function shouldFailFast(health, { after, now }) {
    if (after === 0)
        return false;
    const { stopped } = health;
    const failed = stopped.filter(task => isFailed(task) && countsForFailFast(task)).length;
    const { alive, allUp } = taskPresence(health);
    // It may have recovered from earlier failures.
    const recovered = allUp && !hasRecentFailure(stopped, now);
    return failed >= after && failed * 2 > stopped.length + alive && !recovered;
}
/** Either read can be the more recent one. */
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
/** In milliseconds. Older failures say nothing about the tasks that run now. */
const recentFailureWindow = 45_000;
function hasRecentFailure(stopped, now) {
    return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < recentFailureWindow);
}
/**
 * We never roll back a healthy deployment: it may only wait for old tasks to drain, or for the end of its bake time.
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
 * ECS rolls back to a deployment that had COMPLETED. Without one, a stop would leave the service without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/stop-deployment.js
/**
 * Can be repeated: during a rollback "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */




async function stopDeployment(ecs, clock, arn) {
    let doubtful = false;
    const answer = await (0,attempt/* attempt */.C)(() => (0,retry/* retry */.L5)(policies/* stopDeployment */.Uk, { clock }, async () => {
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
 * Rolls back our undecided deployment, unless one more poll finds it healthy, ended, unreadable or without a deployment
 * to roll back to. A canceled workflow has a few seconds for it.
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
const alreadyEnded = {
    stopping: 'ECS is stopping it already',
    stopped: 'ECS has stopped it already',
    successful: completed,
};
async function find({ ecs, clock }, { target, tracked }) {
    let why = 'its service deployment was not found';
    const found = await (0,retry/* pollUntil */.g3)(policies/* findServiceDeployment */.S7, { clock }, async () => {
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
    // The saved state has no stopped tasks: the counts must do.
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

/***/ }),

/***/ 7318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* unused harmony export lookup */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/* harmony import */ var _core_redaction_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/** Besides adapters, nothing else catches ApiErrors. */


/** Other errors are bugs and are thrown. */
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
/** Keeps only the redacted reason of an error. */
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

const isThrottled = ({ kind }) => kind === 'throttled';
const isUnanswered = ({ kind }) => kind === 'unavailable';
const forever = Number.POSITIVE_INFINITY;
/** Random, so that jobs do not retry together. The limit doubles from twice `base` to `most`. */
function fullJitter(base, most) {
    return (n, random) => random * Math.min(most, base * 2 ** n);
}
/** For reads that no poll repeats. */
function reads(attempts) {
    return {
        attempts,
        within: forever,
        isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
        pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
    };
}
/** For reads that nothing depends on. */
const optionalReads = reads(2);
/** The next poll reads again; changes are repeated only after a look for their effect (docs/adr/0006). */
const once = {
    attempts: 1,
    within: 0,
    isRetryable: () => false,
    pause: () => 0,
};
/** Both reads of a poll describe one moment (docs/adr/0011). Retries of throttled reads starve other clients. */
const withinPoll = {
    attempts: 3,
    within: 4_000,
    isRetryable: isUnanswered,
    pause: (_, random) => 400 * (0.5 + random),
};
/**
 * A throttled change had no effect. An account has one RegisterTaskDefinition a second.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const throttledChanges = {
    attempts: forever,
    within: 600_000,
    isRetryable: isThrottled,
    pause: fullJitter(1_000, 15_000),
};
/** 16 × 4.5 s exceeds the longest stale read. */
const lostChange = { times: 16, pause: 4_500 };
const maxSendings = 2;
/** Idempotent: only lasting errors end it. */
const restoreCount = {
    attempts: forever,
    within: 300_000,
    isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
    pause: fullJitter(250, 10_000),
};
/** A canceled workflow has seconds left. */
const restoreCountQuickly = {
    ...restoreCount,
    within: 2_000,
    pause: fullJitter(250, 500),
};
/** Idempotent. */
const stopDeployment = {
    attempts: 4,
    within: forever,
    isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
    pause: fullJitter(500, forever),
};
/** A service deployment is listed seconds after its start. */
const findServiceDeployment = { times: 4, pause: 1_000 };
/** Nothing waits longer for GitHub. */
const gitHub = {
    attempts: 2,
    within: forever,
    isRetryable: isUnanswered,
    pause: () => 500,
};
/** Milliseconds, with jitter. */
function inFlightPause(random) {
    return 8_000 * (0.85 + 0.3 * random);
}

/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   g3: () => (/* binding */ pollUntil)
/* harmony export */ });
/* unused harmony export openBudget */
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7318);

function openBudget(clock) {
    return { startedAt: clock.now(), requests: 0 };
}
/** Raises the last ApiError. */
async function retry(policy, { clock, canceled, onRetry, budget = openBudget(clock) }, work) {
    for (;;) {
        const n = ++budget.requests;
        const result = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(work);
        if (result.kind === 'answered')
            return result.value;
        const { error } = result;
        const isLast = n >= policy.attempts || clock.now() - budget.startedAt >= policy.within || canceled?.aborted;
        if (isLast || !policy.isRetryable(error))
            throw error;
        await clock.sleep(policy.pause(n, clock.random(), error), canceled);
        if (canceled?.aborted)
            throw error;
        onRetry?.();
    }
}
/** The first poll has no pause. A cancellation ends the pause, and the poll after it is the last. */
async function pollUntil({ times, pause }, { clock, canceled }, poll) {
    for (let n = 0; n < times; n++) {
        if (n > 0 && canceled?.aborted)
            return undefined;
        if (n > 0)
            await clock.sleep(pause, canceled);
        const answer = await poll();
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}

/***/ })

};
