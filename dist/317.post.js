export const id = 317;
export const ids = [317];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
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
exports.Io = distance;
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
/* harmony export */   Lw: () => (/* binding */ parseArn),
/* harmony export */   aO: () => (/* binding */ shortenEveryArn),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   rx: () => (/* binding */ isRevisionOf)
/* harmony export */ });
/* unused harmony exports revisionNumber, namesRevision, deploymentIdOf, serviceOfDeployment, shortTask, isArn, isRegion, serviceOf, shortenArns */
/**
 * Formats: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 * Deployment digits exceed 2^53 and may start with 0, so they stay strings.
 */
/** `web:8` from `…:task-definition/web:8`; anything else unchanged. */
function revisionName(arn) {
    return /^arn:[^:]+:ecs:.*:task-definition\/(.+)$/s.exec(arn)?.[1] ?? arn;
}
function revisionNumber(arn) {
    return /:task-definition\/[^:]+:(\d+)$/.exec(arn)?.[1];
}
/** `web:41` or its ARN */
function namesRevision(value) {
    return /^(?:arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/)?[\w-]{1,255}:[1-9]\d{0,9}$/.test(value);
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
/** ECS draws it by chance. */
function deploymentIdOf(serviceDeploymentArn) {
    return /:service-deployment\/[\w-]+\/[\w-]+\/([\w-]{1,32})$/.exec(serviceDeploymentArn)?.[1];
}
/** Cluster and service by name. */
function serviceOfDeployment(arn) {
    const [, cluster, service] = /^arn:[^:]+:ecs:[^:]+:\d{12}:service-deployment\/([\w-]{1,255})\/([\w-]{1,255})\/[\w-]{1,32}$/.exec(arn) ?? [];
    return cluster && service ? { cluster, service } : undefined;
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
        const alarm = /^arn:[^:]+:cloudwatch:.*:alarm:(.+)$/s.exec(arn)?.[1];
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
/* unused harmony exports hasNoRollbackTarget, isOver, waitingPause */
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
/** ECS has decided it. */
function isOver(deployment) {
    const stage = stageOf(deployment);
    return stage !== 'ongoing' && stage !== 'stopping' && stage !== 'rolling-back';
}
/** The pause hook that a person has to end; the first of several. */
function waitingPause({ hooks }) {
    return hooks.find(({ status, targetType }) => status === 'AWAITING_ACTION' && targetType === 'PAUSE');
}

/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   hD: () => (/* binding */ ApiError),
/* harmony export */   k1: () => (/* binding */ maxRefusals),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
class ApiError extends Error {
    name = 'ApiError';
    kind;
    /** `ecs:UpdateService`, `issues/create-comment` */
    operation;
    /** `ClusterNotFoundException`, or GitHub's HTTP status */
    code;
    /** milliseconds for which the service wants no further request */
    retryAfter;
    /** what to do, if the kind does not say */
    remedy;
    constructor({ kind, operation, code, message, cause, retryAfter, remedy }) {
        super(message, { cause });
        this.kind = kind;
        this.operation = operation;
        this.code = code;
        this.retryAfter = retryAfter;
        this.remedy = remedy;
    }
}
function isTransient(error) {
    return error.kind === 'throttled' || error.kind === 'unavailable';
}
/** AWS understood the request and said no. */
function isRefusal(error) {
    return !isTransient(error) && error.kind !== 'out-of-time';
}
/**
 * Refusals in a row before a read or a change is given up. Fetching new credentials can fail once, a proxy can answer in
 * place of AWS, and a changed policy needs seconds to have its effect.
 */
const maxRefusals = 3;

/***/ }),

/***/ 992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L3: () => (/* binding */ unavailableReason),
/* harmony export */   Z9: () => (/* binding */ denialOf),
/* harmony export */   p_: () => (/* binding */ denialText)
/* harmony export */ });
/* unused harmony export missingPermission */
function denialOf({ message, operation }) {
    const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(message);
    const [, action = operation, resource] = named ?? [];
    const permission = resource ? `${action} on ${resource}` : action;
    const principal = principalIn(message);
    const owner = principal.startsWith('the user') ? 'the user' : 'the role';
    return { principal, action, permission, ...explain(reasonIn(message), { action, owner }) };
}
/** `ecs:UpdateService on arn:…` */
function missingPermission(error) {
    return denialOf(error).permission;
}
/** `the role deploy may not call ecs:UpdateService on arn:…, because no session policy allows it` */
function denialText(error) {
    const { principal, permission, clause } = denialOf(error);
    return `${principal} may not call ${permission}${clause}`;
}
/** What to do so that it can be read. `resource`: in place of the one that AWS names */
function unavailableReason(error, resource) {
    if (error.kind !== 'denied')
        return `${error.operation}: ${error.message}`;
    const { action, permission, clause, remedy } = denialOf(error);
    const what = resource === undefined ? permission : `${action} on ${resource}`;
    return clause === '' ? `allow ${what}` : `${what} is denied${clause}: ${remedy}`;
}
/** An assumed role: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
function principalIn(message) {
    const [, kind, name] = /User: arn:[\w-]+:(?:sts|iam)::\d*:(assumed-role|user|federated-user)\/(\S+)/.exec(message) ?? [];
    if (kind === undefined || name === undefined)
        return 'the role';
    const parts = name.split('/');
    return kind === 'assumed-role' ? `the role ${parts[0]}` : `the user ${parts.at(-1)}`;
}
const explicitDeny = /with an explicit deny(?: in an? ([A-Za-z -]{1,40}?(?:policy|boundary))(?:: (arn:\S+))?)?(?=[\s.,;)]|$)/;
const nothingAllows = /because no ([A-Za-z -]{1,40}?(?:policy|boundary)) allows/;
function reasonIn(message) {
    const deny = explicitDeny.exec(message);
    if (deny)
        return { isExplicit: true, policy: deny[1] ?? 'policy', arn: deny[2]?.replace(/[.,;)]+$/, '') };
    const missing = nothingAllows.exec(message);
    return missing?.[1] ? { isExplicit: false, policy: missing[1], arn: undefined } : undefined;
}
function explain(reason, call) {
    if (!reason)
        return { clause: '', remedy: allowIt(call.action) };
    const { arn, isExplicit, policy } = reason;
    const find = remedies[policy] ?? unknownPolicy;
    const remedy = find(call);
    if (isExplicit) {
        const which = arn === undefined ? '' : ` (${arn})`;
        const where = policy === 'policy' ? '' : ` in ${article(policy)} ${policy}${which}`;
        return { clause: `, with an explicit deny${where}`, remedy: remedy.ofDeny };
    }
    const clause = policy === 'identity-based policy' ? '' : `, because no ${policy} allows it`;
    return { clause, remedy: remedy.ofMissing };
}
function article(policy) {
    return policy.startsWith('identity') ? 'an' : 'a';
}
const sessionPolicies = 'inline-session-policy or managed-session-policies of configure-aws-credentials';
const remedies = {
    'identity-based policy': ({ action, owner }) => ({
        ofDeny: `remove this deny from the policies of ${owner} (an allow does not help)`,
        ofMissing: allowIt(action),
    }),
    'service control policy': () => byOrganization,
    'resource control policy': () => byOrganization,
    'session policy': () => ({
        ofDeny: `remove this deny from ${sessionPolicies} (an allow does not help)`,
        ofMissing: `add it to ${sessionPolicies}`,
    }),
    'permissions boundary': ({ owner }) => ({
        ofDeny: `remove this deny from the permissions boundary of ${owner} (an allow does not help)`,
        ofMissing: `allow it in the permissions boundary of ${owner}, too`,
    }),
    'VPC endpoint policy': () => ({
        ofDeny: 'remove this deny from the policy of the VPC endpoint',
        ofMissing: 'allow it in the policy of the VPC endpoint',
    }),
    'resource-based policy': ({ action }) => ({
        ofDeny: `remove this deny from ${resourcePolicy(action)} (an allow does not help)`,
        ofMissing: `allow it in ${resourcePolicy(action)}`,
    }),
};
const byOrganization = {
    ofDeny: 'ask the administrators of the organization to change it (an allow in the account does not help)',
    ofMissing: 'ask the administrators of the organization to allow it',
};
function unknownPolicy({ action }) {
    return { ofDeny: 'remove this deny (an allow does not help)', ofMissing: allowIt(action) };
}
/** What a policy may have and still not allow it. */
const conditions = {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
    'iam:PassRole': 'if it has the condition iam:PassedToService, with ecs-tasks.amazonaws.com',
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
    'ecs:TagResource': 'if it has a condition on aws:TagKeys or aws:RequestTag, with all keys',
};
function allowIt(action) {
    const condition = conditions[action];
    return condition === undefined ? 'allow it' : `allow it (${condition})`;
}
const resourcePolicies = {
    ecr: 'the policy of the repository',
    kms: 'the policy of the key',
    s3: 'the policy of the bucket',
    secretsmanager: 'the policy of the secret',
    sts: 'the trust policy of the role',
};
function resourcePolicy(action) {
    const [service = ''] = action.split(':');
    return resourcePolicies[service] ?? 'the policy of the resource';
}

/***/ }),

/***/ 7041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kp: () => (/* binding */ closest),
  hD: () => (/* binding */ quote)
});

// UNUSED EXPORTS: distinctProblems, knownNames, quoteImage, quoteReference, showPosition

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 9 modules
var redaction_redact = __webpack_require__(2002);
;// CONCATENATED MODULE: ./lib/src/core/text/invisible.js
/** Of names that look like others: a space that is none, a zero-width space, a byte order mark. */
const invisible = /\u034f|[\u00a0\u00ad\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;
/** `app<U+200B>` */
function invisible_showInvisible(text) {
    return text.replace(invisible, character => {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `<U+${code}>`;
    });
}
;// CONCATENATED MODULE: ./lib/src/core/errors/problem.js




/** Several services can have the same one, such as missing credentials. */
function distinctProblems(problems) {
    const keyOf = ({ subject, text, position, service }) => JSON.stringify([subject, text, position, service]);
    return [...new Map(problems.map(problem => [keyOf(problem), problem])).values()];
}
function showPosition({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
/** undefined if no word is close */
function closest(word, allowed) {
    const lower = word.toLowerCase();
    const ranked = allowed
        .map(candidate => ({ candidate, edits: (0,mod/* distance */.Io)(lower, candidate.toLowerCase()) }))
        .sort((a, b) => a.edits - b.edits);
    const best = ranked[0];
    return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
/** What a name that does not exist should be: `did you mean app?`, or `it has app and envoy` */
function knownNames(meant, names) {
    if (meant !== undefined)
        return `did you mean ${showInvisible(meant)}?`;
    return names.length === 0 ? 'it has none' : `it has ${enumerate(names.map(showInvisible))}`;
}
/** Redacts first: what is cut is not recognized. */
function quote(value) {
    const line = invisible_showInvisible((0,redaction_redact/* redact */.E$)(value, [])).replace(/\s+/g, ' ');
    return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}
/** For names of services and clusters: hides all before an @, where a URL has its password. */
function quoteReference(value) {
    return quote(withoutPassword(value));
}
/** A repository with a host, a long tag and a digest. */
const longestReference = 160;
/** For images, whose end matters most: the beginning is cut. */
function quoteImage(value) {
    const line = showInvisible(redact(withoutPassword(value), [])).replace(/\s+/g, ' ');
    return `"${line.length > longestReference ? `…${line.slice(1 - longestReference)}` : line}"`;
}
function withoutPassword(value) {
    return value.replace(/^.*@(?!sha256:)/is, '***@');
}

/***/ }),

/***/ 2317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => (/* binding */ runPostStep)
});

// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var ecs_arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 9 modules
var redact = __webpack_require__(2002);
;// CONCATENATED MODULE: ./lib/src/core/errors/notice.js

function warning(text) {
    return { level: 'warning', text };
}
/** In the first lines of the report. */
function firstWarning(text) {
    return { level: 'warning', text, isFirst: true };
}
function firstNotice(text) {
    return { level: 'notice', text, isFirst: true };
}
function notice(text) {
    return { level: 'notice', text };
}
/** `service`: where there are several */
function ofService(notice, service) {
    return service === undefined ? notice : { ...notice, text: `${service}: ${notice.text}` };
}
/** Before everything else: what the user would not expect of the run. */
function openingNotices(notices) {
    return notices.filter(({ isFirst }) => isFirst);
}
function laterNotices(notices) {
    return notices.filter(({ isFirst }) => !isFirst);
}
/** The text may quote AWS. */
function redactNotice(notice, hidden) {
    return { ...notice, text: (0,redact/* redact */.E$)(notice.text, hidden) };
}
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
;// CONCATENATED MODULE: ./lib/src/core/ecs/service.js
function isExpress({ managedBy }) {
    return managedBy === 'ECS';
}
/** ARNs, each once. */
function targetGroupsOf({ loadBalancers }) {
    return [...new Set(loadBalancers.flatMap(({ targetGroups }) => targetGroups))];
}
function primaryOf(service) {
    return service.deployments.find(deployment => deployment.status === 'PRIMARY');
}
/** ECS says so in most cases. */
function isRollingBack({ rolloutStateReason }) {
    return /rolling back/i.test(rolloutStateReason ?? '');
}
/**
 * The newest COMPLETED one with tasks, else the one with the most. A PRIMARY that FAILED or still rolls out need not
 * serve.
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
// EXTERNAL MODULE: ./lib/src/core/errors/api-error.js
var api_error = __webpack_require__(5397);
// EXTERNAL MODULE: ./lib/src/core/errors/denial.js
var denial = __webpack_require__(992);
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/find-deployment.js
/** What became of an UpdateService whose answer the main step did not live to read. */







/** Until reads cannot be from before the update any more, and longer while AWS does not respond. */
async function findDeployment({ ecs, clock }, state, isEnough = () => false) {
    let last = { kind: 'never-started' };
    let polls = 0;
    const found = await (0,retry/* pollUntil */.g3)(policies/* findLostChange */.UZ, { clock }, async () => {
        polls++;
        const isCurrent = polls >= policies/* lostChange */.bQ.times;
        const read = await (0,attempt/* attempt */.CD)(() => findOnce(ecs, state, { isCurrent, isEnough }));
        if (read.kind === 'answered')
            return read.value;
        last = { kind: 'unreadable', why: (0,denial/* unavailableReason */.L3)(read.error) };
        return isCurrent && !(0,api_error/* isTransient */.dg)(read.error) ? last : undefined;
    });
    return found ?? last;
}
async function findOnce(ecs, state, { isCurrent, isEnough }) {
    const service = await ecs.describeService(state.target, 'once');
    if (service === 'missing')
        return isCurrent ? { kind: 'gone' } : undefined;
    const deployment = newDeploymentIn(service, state);
    if (deployment)
        return { kind: 'found', deployment, service };
    if (!isCurrent && !isEnough(service))
        return undefined;
    if (service.status !== 'ACTIVE')
        return { kind: 'gone' };
    return state.answered ? { kind: 'never-started' } : findEnded(ecs, state);
}
function newDeploymentIn(service, state) {
    const { before, deploymentId, taskDefinition } = state;
    if (deploymentId !== undefined)
        return deploymentOf(service, deploymentId);
    const ours = service.deployments.filter(one => one.taskDefinition === taskDefinition && !before.includes(one.id));
    return ours.find(({ status }) => status === 'PRIMARY') ?? ours[0];
}
/** A deployment leaves the service with its last task, but not the list of service deployments. */
async function findEnded(ecs, { target, taskDefinition, before }) {
    const listed = await ecs.listServiceDeployments(target);
    const isNew = (arn) => !before.some(id => (0,ecs_arn/* isRevisionOf */.rx)(arn, id));
    const arns = listed.flatMap(({ targetRevisionArn: arn }) => (arn && isNew(arn) ? [arn] : []));
    const revisions = arns.length === 0 ? [] : await ecs.describeServiceRevisions(arns);
    const isOurs = revisions.some(revision => revision.taskDefinition === taskDefinition);
    return { kind: isOurs ? 'ended' : 'never-started' };
}
;// CONCATENATED MODULE: ./lib/src/core/settings/bump.js
function bumpOf({ before, after }) {
    const { desiredCount: from, rolloutCount: to } = after;
    return to > from ? { from, to, found: before.desiredCount } : undefined;
}
/** `requested`: by the user */
function withDesiredCount({ before, after }, { now, requested }) {
    const desiredCount = requested ?? now;
    return {
        before: { ...before, desiredCount: now, rolloutCount: now },
        after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
    };
}
/** Undefined if auto scaling or a person changed the count. `isCurrent`: the read is not from before our update. */
function restoredCount(bump, { desiredCount, isCurrent }) {
    if (desiredCount === bump.to)
        return bump.from;
    return !isCurrent && desiredCount === bump.found ? bump.from : undefined;
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/restore-desired-count.js






const gone = {
    done: true,
    notice: notice('The service no longer exists, so its desired count cannot be restored.'),
    count: undefined,
};
async function restoreDesiredCount({ ecs, clock }, request, policy) {
    const restore = () => (0,retry/* pollUntil */.g3)(policies/* missingService */.wu, { clock }, () => restoreOnce(ecs, request));
    const restored = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policy, { clock }, restore));
    if (restored.kind === 'answered')
        return restored.value ?? gone;
    const { from, to } = request.bump;
    const { error } = restored;
    const why = error.kind === 'denied' ? (0,denial/* unavailableReason */.L3)(error) : error.message;
    const text = `The desired count is still ${to} and should be ${from}: ${why}`;
    return { done: false, notice: warning(text), count: undefined };
}
/** Undefined: the service is missing, or no longer active. */
async function restoreOnce(ecs, { target, before, bump, taskDefinition, readsAreCurrent }) {
    const service = await ecs.describeService(target, 'once');
    if (service === 'missing' || service.status !== 'ACTIVE')
        return undefined;
    const isShown = service.deployments.some(deployment => deployment.taskDefinition === taskDefinition && !before.includes(deployment.id));
    const { desiredCount } = service;
    const count = restoredCount(bump, { desiredCount, isCurrent: readsAreCurrent || isShown });
    if (count !== undefined) {
        await ecs.setDesiredCount(target, count);
        return { done: true, count, notice: notice(`The desired count is back at ${count}.`) };
    }
    const now = service.desiredCount;
    // An earlier request had its effect; its answer was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and is not restored: somebody else changed it from ${bump.to} in the meantime.`;
    return { done: true, count: now, notice: notice(text) };
}
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
// EXTERNAL MODULE: ./lib/src/core/text/json.js + 1 modules
var json = __webpack_require__(9621);
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
    return (0,json/* isList */.Lv)(requiresCompatibilities) && requiresCompatibilities.includes('FARGATE');
}
/** ECS derives the health of a task from its essential containers (API_Task). */
function checksHealth(definition) {
    return containersOf(definition).some(({ value }) => value.essential !== false && (0,json/* isObject */.Gv)(value.healthCheck));
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/added-container.js
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
function added_container_containerKind(name) {
    return rows.find(({ prefix }) => name?.startsWith(prefix))?.prefix ?? name;
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/placement-problems.js
/**
 * Why ECS has no place for a task: capacity, network interfaces, quotas.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
/** The first row that matches decides. */
const placement_problems_rows = [
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
function placement_problems_placementProblem(text) {
    if (/\b(?:Cannot\w+|ResourceInitialization)Error\b/.test(text))
        return undefined;
    const row = placement_problems_rows.find(({ matches }) => matches.test(text.trim()));
    if (!row)
        return undefined;
    const subnet = /\bsubnet-[0-9a-f]+\b/.exec(text)?.[0] ?? 'a subnet of the service';
    const named = (words) => words.replace('SUBNET', subnet);
    return { detail: row.detail && named(row.detail), next: named(row.next) };
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/event-text.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */


/** `(service web) has started 2 tasks: (task 3e7a…)` → `has started 2 tasks: 3e7a1395` */
function eventText(message) {
    const text = shortenArns(message.replace(/^\(service [^\s,)]+(?:, taskSet [^)]+)?\) /, '').trim())
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
    return placementProblem(text) !== undefined;
}
/** The event repeats the failure of a task. */
function isHealthEventOf({ message }, tasks) {
    const task = tasks.find(({ arn }) => message.includes(`(task ${resourceName(arn)})`));
    if (message.includes(' failed container health checks'))
        return /container health checks/i.test(task?.stoppedReason ?? '');
    return task !== undefined && event_text_targetResponse(message) !== undefined;
}
function event_text_targetResponse(message) {
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
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/evidence.js
const noExplanation = { detail: undefined, next: undefined, position: undefined };
;// CONCATENATED MODULE: ./lib/src/core/task-definition/image.js
/** Only with a dot or a port, or localhost: `web:27` has a tag. */
const host = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::\\d+)?|[A-Za-z0-9-]+:\\d+';
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(`^(?<repository>(?:(?:${host})/)?${part}(?:/${part})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`);
/** Also a repository `sha256` with a tag, by the grammar; Docker refuses the digits alone, too. */
const bareDigest = /^(?:sha\d+:[0-9a-f]*|[0-9a-f]{64})$/;
function parseImage(reference) {
    const groups = pattern.exec(reference)?.groups;
    if (!groups?.repository || bareDigest.test(reference))
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
    return mutableTags.includes(image.tag.toLowerCase())
        ? `has the tag ${image.tag}, which can move`
        : undefined;
}
/** `web:9be21c4`, `web@sha256:1a2b3c4`; `web:9be21c4@sha256:1a2b3c4` with the digest of its tag */
function shortImage(reference, resolved) {
    const image = parseImage(reference);
    if (!image)
        return reference;
    const { repository, tag } = image;
    const name = repository.slice(repository.lastIndexOf('/') + 1);
    const digest = (image.digest ?? resolved)?.slice(0, shortDigest);
    return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
/** `sha256:` and seven digits */
const shortDigest = 14;
/** Words that name an image in a registry; punctuation may follow. */
const imageWord = /(?<![\w./:@-])[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?/g;
/** `failed to resolve ref web:9be21c4`: without registries, since tags are at the end */
function shortenImages(text) {
    return text.replace(imageWord, word => {
        const end = /[.:-]+$/.exec(word)?.[0] ?? '';
        const image = word.slice(0, word.length - end.length);
        const { digest, tag } = parseImage(image) ?? {};
        return digest || tag ? `${shortImage(image)}${end}` : word;
    });
}
;// CONCATENATED MODULE: ./lib/src/core/text/truncate.js
/** At the end. */
function truncate(text, most) {
    // Keeps the two UTF-16 units of a character together.
    const letters = [...text.slice(0, 2 * most + 2)];
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
/** In the middle: long texts differ at their ends. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const letters = [...text];
    if (letters.length <= most)
        return text;
    const end = Math.floor((most - 1) / 2);
    return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(letters.length - end).join('')}`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/reason-text.js



/** characters */
const longestReason = 200;
function shortReason(text) {
    // AWS names the cause at the end.
    return shorten(shortenImages((0,ecs_arn/* shortenEveryArn */.aO)(text)), longestReason);
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
// EXTERNAL MODULE: ./lib/src/core/errors/problem.js + 1 modules
var problem = __webpack_require__(7041);
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
        (containers.length === 1 && !addedContainer(name) ? containers[0] : undefined));
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
        explain: ({ group }) => plain(`ECS may not assume the infrastructure role ${(0,ecs_arn/* resourceName */.Iy)(group(1))}, which attaches the volumes`, `Let ecs.amazonaws.com assume ${(0,ecs_arn/* resourceName */.Iy)(group(1))} in its trust policy, and attach AmazonECSInfrastructureRolePolicyForVolumes.`),
    },
    {
        failureClass: 'permissions',
        matches: /unable to assume the role '?(\S+?)'?(?:[.\s]|$)/i,
        explain: ({ group }) => plain(`ECS may not assume the role ${(0,ecs_arn/* resourceName */.Iy)(group(1))}`, `Check that the role ${(0,ecs_arn/* resourceName */.Iy)(group(1))} exists, and let ecs-tasks.amazonaws.com assume it in its trust policy.`),
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
        explain: ({ evidence, group, name }) => plain(`the container runtime of the host did not get ${name} ready within ${group(1)}`, isForFargate(evidence.definition)
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
    return isForFargate(definition)
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
const start_failures_rows = [...programRows, ...runtimeRows];
function startFailureClass(text) {
    return start_failures_rows.find(({ matches }) => matches.test(text))?.failureClass;
}
function explainStart(evidence) {
    const { reason, container } = evidence.failure;
    const row = start_failures_rows.find(({ matches }) => matches.test(reason));
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
    const image = reference ? shortImage(reference) : 'its image';
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
    const { containerPort, hostPort, containerPortRange, name } = value;
    return {
        path,
        containerPort: typeof containerPort === 'number' ? containerPort : undefined,
        hostPort: typeof hostPort === 'number' ? hostPort : undefined,
        name: (0,json/* text */.Qq)(name) || undefined,
        range: typeof containerPortRange === 'string' ? containerPortRange : undefined,
    };
}
function isWithin(port, range = '') {
    const [from, to] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && port >= from && port <= to;
}
;// CONCATENATED MODULE: ./lib/src/core/text/enumerate.js
/** Lists in sentences. Nothing else joins words with "and" or "or". */
/** `a, b and c` */
function enumerate(words) {
    const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words;
    return joined(shown, 'and');
}
/** `a, b or c` */
function alternatives(words) {
    return joined(words, 'or');
}
/** `the alarm web-5xx`, `the alarms web-5xx and web-hosts`: the verb agrees with the number of names */
function named({ one, many }, names) {
    return `the ${names.length === 1 ? one : many} ${enumerate(names)}`;
}
/** `the secret A and the variables B and C`; kinds without names are left out */
function namedByKind(kinds) {
    const lists = kinds.filter(({ names }) => names.length > 0);
    const texts = lists.map(kind => named(kind, kind.names));
    const hasAnd = lists.slice(0, -1).some(({ names }) => names.length > 1);
    return hasAnd ? texts.join(', and ') : joined(texts, 'and');
}
function joined(words, conjunction) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
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
        : `Run the health check commands of ${enumerate(names)} in their images, and compare startPeriod with how long the start takes.`;
    return { detail: undefined, next, position: undefined };
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
        const ports = enumerate(listening.map(one => String(one.port)));
        return {
            detail: `the container listens on ${ports} (its log says ${(0,problem/* quote */.hD)(first.line)})`,
            next: portAdvice(port, first.port),
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
    const [mapping] = portedContainersOf(definition).flatMap(container => mappingOf(container, port) ?? []);
    return mapping && positionOf?.(containerPortPath(mapping));
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
;// CONCATENATED MODULE: ./lib/src/core/task-definition/image-registry.js

/**
 * By partition. Dual-stack hosts have a dash for the dot:
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html and AmazonECR/latest/userguide/ecr-requests.html
 */
const suffixes = [
    'amazonaws.com',
    'amazonaws.com.cn',
    'amazonaws.eu',
    'c2s.ic.gov',
    'sc2s.sgov.gov',
    'cloud.adc-e.uk',
    'csp.hci.ic.gov',
];
const dualStackSuffixes = ['on.aws', 'on.amazonwebservices.com.cn', 'on.amazonwebservices.eu'];
const ecrHosts = [
    ecrHost('dkr\\.ecr', suffixes),
    ecrHost('dkr-ecr', dualStackSuffixes),
];
function ecrHost(label, ends) {
    const end = ends.map(suffix => suffix.replaceAll('.', '\\.')).join('|');
    return new RegExp(`^(?<account>\\d{12})\\.${label}(?:-fips)?\\.(?<region>[a-z0-9-]+)\\.(?:${end})$`);
}
function registryOf(reference) {
    const image = parseImage(reference);
    if (!image)
        return undefined;
    const { host, path } = splitHost(image.repository);
    const groups = ecrHosts.map(pattern => pattern.exec(host.toLowerCase())?.groups).find(Boolean);
    if (!groups?.account || !groups.region)
        return { kind: 'elsewhere', host };
    const id = image.digest ? { digest: image.digest } : { tag: image.tag ?? 'latest' };
    return { kind: 'ecr', account: groups.account, region: groups.region, repository: path, id };
}
/** Docker's rule: a host has a dot or a port, or is localhost. */
function splitHost(repository) {
    const slash = repository.indexOf('/');
    const first = repository.slice(0, Math.max(0, slash));
    const isHost = first === 'localhost' || /[.:]/.test(first);
    if (!isHost)
        return { host: 'docker.io', path: slash < 0 ? `library/${repository}` : repository };
    return { host: first, path: repository.slice(slash + 1) };
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/pull-through.js
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
        image: reference ? shortImage(reference) : 'the image',
        registry: reference === undefined ? undefined : registryOf(reference),
        credentials: (0,json/* isObject */.Gv)(repositoryCredentials)
            ? (0,json/* text */.Qq)(repositoryCredentials.credentialsParameter)
            : undefined,
        account: (0,ecs_arn/* parseArn */.Lw)(tasks[0] ?? '')?.account ?? (0,ecs_arn/* parseArn */.Lw)((0,json/* text */.Qq)(definition.executionRoleArn) ?? '')?.account,
    });
}
/** An image can be called `timeout`, and its tag `403`. */
function withoutImage(reason, reference) {
    const { repository, tag = '' } = (reference !== undefined && parseImage(reference)) || {};
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
    const { repository = 'the image' } = parseImage(reference) ?? {};
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
    const { repository = 'the image' } = parseImage(reference) ?? {};
    const name = registry?.kind === 'ecr' ? registry.repository : repository;
    const place = registry?.kind === 'ecr' ? ` in account ${registry.account} and region ${registry.region}` : '';
    return {
        detail: `${hostOf(registry)} has no repository ${name}`,
        next: `Correct the name, or create the repository${place} and push the image.`,
    };
}
function noImage({ image, reference, registry }) {
    const parsed = reference ? parseImage(reference) : undefined;
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
    const advice = registry?.kind === 'ecr' && 'digest' in registry.id && pullThroughAdvice(registry);
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
        return `could not pull ${image ? shortImage(image) : unknown}${words}`;
    },
    explain: evidence => {
        const { detail, next } = explainPull(evidence);
        return { detail, next, position: memberAt(evidence, evidence.failure.container, 'image') };
    },
    nextStep: () => 'Check that the image was pushed with this tag, for this architecture, and that the task may pull it.',
    hasLogs: false,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/errors/missing-permission.js
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
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/lifecycle-hook.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */



const lifecycleHook = {
    id: 'lifecycle-hook',
    matchesTask: () => false,
    matchesDeployment: reason => /\bhook(?:s|\(s\))?\b|hookStatus/i.test(reason),
    describe: describeByReason,
    explain: () => noExplanation,
    nextStep: ({ reason }) => {
        const missing = missingPermission(reason);
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
    matchesTask: ({ text }) => startFailureClass(text) === 'permissions',
    matchesDeployment: () => false,
    describe: describeStart,
    explain: explainStart,
    nextStep: () => 'Grant the missing permission and deploy again.',
    hasLogs: true,
    countsForFailFast: true,
};
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/classes/placement.js



const placement = {
    id: 'placement',
    matchesTask: ({ text }) => placement_problems_placementProblem(text) !== undefined,
    matchesDeployment: () => false,
    describe: describeStart,
    explain: ({ failure }) => {
        const problem = placement_problems_placementProblem(failure.reason);
        return problem ? { ...problem, position: undefined } : noExplanation;
    },
    nextStep: ({ reason }) => placement_problems_placementProblem(reason)?.next ?? 'Add capacity, or request less CPU and memory.',
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
    return /arn:[\w-]+:(?:secretsmanager|ssm):[^\s,;"')]+/.exec(reason)?.[0]?.replace(/(?<![:.])[:.]+$/, '');
}
function isParameter(secret) {
    return secret.includes(':ssm:');
}
/** `the secret web/database-url-8Zk2Qp (DATABASE_URL of app)` */
function secretText(secret, reference) {
    const kind = isParameter(secret) ? 'parameter' : 'secret';
    return `the ${kind} ${(0,ecs_arn/* shortenEveryArn */.aO)(secret)}${reference ? ` (${reference.variable})` : ''}`;
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
    const groups = containersOf(definition).flatMap(container => {
        const { value, path } = memberOf(memberOf(container, 'logConfiguration'), 'options');
        const group = (0,json/* text */.Qq)(value['awslogs-group']);
        return group ? [{ group, path: [...path, 'awslogs-group'] }] : [];
    });
    const names = [...new Set(groups.map(({ group }) => group))];
    const named = alternatives(names) || 'the log group';
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
    return `; ${(0,ecs_arn/* revisionName */.pd)(serving.revision)} needs it, too, so no new task of that revision could start either`;
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
    const oldestFirst = [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
    for (const { task, failure } of failuresOf(oldestFirst, events)) {
        const key = keyOf(failure);
        const group = groups.get(key) ?? { ...failure, tasks: [], of: undefined };
        groups.set(key, { ...group, tasks: [...group.tasks, task.arn] });
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
function keyOf({ failureClass, reason, container, exitCode }) {
    return JSON.stringify([failureClass, fingerprint(reason), containerKind(container), exitCode]);
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
    const reason = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
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
function failure_group_countsForFailFast(task) {
    return classRow(classify(task, failedContainer(task))).countsForFailFast;
}
function classify(task, container) {
    const text = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`;
    return classOfTask({ text, stopCode: task.stopCode, exitCode: container?.exitCode });
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
function endedAt(task) {
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
    return hasFailedWithin(recentFailureWindow, { stopped, now });
}
function hasFailedWithin(window, { stopped, now }) {
    return stopped.filter(task_isFailed).some(task => now - (endedAt(task) ?? now) < window);
}
/**
 * ECS rolls back to a deployment that had COMPLETED. Without one, a stop would leave the service without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
;// CONCATENATED MODULE: ./lib/src/core/resources/target-health.js
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
/** Ignores draining targets, which get no new requests, unless all drain. */
function healthyTargets({ targets }) {
    const staying = targets.filter(target => !isDraining(target));
    const healthy = targets.filter(({ state }) => state === 'healthy').length;
    return { healthy, of: staying.length || targets.length };
}
function isDraining({ state }) {
    return /\bdraining$/.test(state);
}
/** `unused`: no load balancer; `unavailable`: no health checks (API_TargetHealth). */
function isReady({ state }) {
    return state === 'healthy' || state === 'unused' || state === 'unavailable';
}
/** Newest first, unknown last. */
function revisionShares(all) {
    const revisions = [...new Set(all.map(({ revision }) => revision))];
    return revisions
        .map(revision => {
        const targets = all.filter(target => target.revision === revision);
        return { revision, ...healthyTargets({ targets }) };
    })
        .sort((a, b) => byRevision(b.revision ?? '', a.revision ?? ''));
}
/** Without a collator that each start would create, for 3 ms. */
function byRevision(a, b) {
    return a.localeCompare(b, 'en', { numeric: true });
}
function summarizeTargetHealth(snapshots) {
    const groups = new Set(snapshots.map(({ group }) => group));
    const polls = [];
    for (const one of snapshots) {
        const poll = polls.at(-1);
        const isSame = poll?.every(({ at, group }) => one.at - at <= samePoll && one.group !== group);
        if (poll && isSame)
            poll.push(one);
        else
            polls.push([one]);
    }
    return polls.map(poll => {
        const counts = poll.map(healthyTargets);
        const targets = poll.flatMap(one => one.targets);
        return {
            at: Math.min(...poll.map(({ at }) => at)),
            shares: revisionShares(targets),
            healthy: counts.reduce((sum, { healthy }) => sum + healthy, 0),
            of: counts.reduce((sum, { of }) => sum + of, 0),
            isOutage: poll.length === groups.size && poll.every(isWithoutHealthy),
        };
    });
}
function isWithoutHealthy({ targets }) {
    return !targets.some(isReady);
}
/** Milliseconds for one poll of all groups. */
const samePoll = 10_000;
/** `2 of 4 targets are unhealthy: Health checks failed with these codes: [404]` */
function unhealthyTargetsText(snapshots) {
    for (const { targets } of [...snapshots].reverse()) {
        const unhealthy = targets.filter(({ state }) => state === 'unhealthy');
        const [first] = unhealthy;
        if (!first)
            continue;
        const share = `${unhealthy.length} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'}`;
        const why = first.description ?? first.reason;
        return `${share} of the load balancer ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why ? `: ${why}` : ''}`;
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/pace.js
/**
 * In milliseconds. A poll costs one call of each of two buckets (service reads, service deployments), each refilled with
 * 20 calls a second for the account (docs/performance.md). A jitter of ±15% keeps the jobs of a matrix out of step.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
function pauseBefore({ usual, history, atMost, deadline }, { random, now }) {
    const pause = Math.min(varied(usual, { random, history }), atMost);
    return Math.max(0, Math.min(pause, deadline - now));
}
function varied(pause, { random, history }) {
    const { throttled, lasted, repeats } = history;
    const usual = pause * 2 ** Math.min(throttled, 2) * (0.85 + 0.3 * random);
    return Math.round(Math.max(usual * leastPause, usual + repeats * repeatCost - lasted));
}
/** ECS decides nothing in the first seconds. */
const firstPauses = (/* unused pure expression or super */ null && ([8_500, 8_500]));
/** Nothing can be decided yet. */
const slowPause = 9_000;
/** The result is known, and proof is missing. */
const proofPause = 6_300;
/** The next event decides. */
const leastNearPause = 1_800;
/** The same where the service is all that can be read: a second poll has to agree. */
const leastServicePause = 1_000;
/** How long that may take, and how much longer once it has taken that long. */
const nearFor = 24_000;
const leastNearFor = 12_000;
/** Between polls of both views, while only the service deployment is read in between. */
const maxPollGap = 9_000;
/** A poll of the service alone needs a service deployment that was read just before: every other poll reads it. */
const maxReuseAge = 5_000;
/** How long the poll that follows may use what a glance has read. */
const freshFor = 2_000;
/** Reads of the service deployment in a millisecond, on average over the watch. */
const readRate = (/* unused pure expression or super */ null && (0.19 / 1_000));
/** Reads that need no time before them. */
const firstReads = 5;
/** The part of the pause that remains when answers take long. */
const leastPause = 0.5;
/** Milliseconds for each: a bad network must not cost more calls. */
const repeatCost = 2_500;
/** Another poll has to agree. */
const tentativePause = 1_000;
/** Only a read of the tasks is missing. */
const evidencePause = 3_000;
/** A read costs two calls of one bucket. */
const taskReadGap = 12_000;
/** While the service shows no task that started or stopped. */
const quietTaskReadGap = 60_000;
/** Of tasks that start, while nothing else changes. */
const startingReadGap = 60_000;
/** For a success, if a new read of the stopped tasks is refused. */
const maxRecordAge = 30_000;
/** Between counts of a repeated text. */
const maxSilence = 50_000;
/** Failed reads make the pauses longer. */
const maxSilenceWithoutAnswer = 30_000;
/** Until then, a read without our deployment may be stale. */
const staleFor = 60_000;
/** Without a failure or a new start, what runs is no crash loop. */
const quietFor = 120_000;
;// CONCATENATED MODULE: ./lib/src/core/watch/rollback-health.js
/**
 * We never roll back a healthy deployment: it may only wait for old tasks to drain, or for the end of its bake time. That
 * all its tasks run does not make it healthy (docs/adr/0034).
 */





/** All its tasks run and none has failed lately: only the health of containers and targets can say more. */
function mayBeHealthy(health, now) {
    const { tracked, service, stopped, running } = health;
    if (!taskPresence(health).allUp || running?.every(isUp) === false)
        return false;
    const counted = deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0;
    const isUnlisted = counted > 0 && !stopped.some(task_isFailed);
    return !isUnlisted && !hasFailedWithin(quietFor, { stopped, now });
}
/** For a deployment that may be healthy. */
function rollbackHealth({ running, stopped }, { targets, checksContainers }) {
    if (checksContainers && running?.some(({ healthStatus }) => healthStatus !== 'HEALTHY'))
        return 'not-healthy';
    const groups = targets.filter(group => group !== undefined);
    const hasFailed = stopped.some(task_isFailed) && !passContainerChecks(running);
    if (targets.length === 0)
        return hasFailed ? 'not-healthy' : 'healthy';
    if (groups.length < targets.length)
        return hasFailed ? 'not-healthy' : 'unknown';
    return areServed(running, groups) ? 'healthy' : 'not-healthy';
}
/** False without such checks: ECS then calls the health UNKNOWN. */
function passContainerChecks(running = []) {
    return running.length > 0 && running.every(({ healthStatus }) => healthStatus === 'HEALTHY');
}
/** Targets that are instances cannot be told from those of other deployments. */
function areServed(running, groups) {
    const addresses = running?.map(task => task.addresses ?? []);
    if (!addresses || addresses.some(own => own.length === 0)) {
        return !groups.flat().some(({ state }) => state === 'initial' || state === 'unhealthy');
    }
    return addresses.every(own => {
        const targets = groups.flat().filter(({ id }) => own.includes(id));
        return targets.length > 0 && targets.every(isReady);
    });
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/stop-deployment.js
/**
 * Can be repeated: during a rollback "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */





async function stopDeployment(ecs, clock, arn) {
    let doubtful = false;
    const answer = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* stopDeployment */.Uk, { clock }, async () => {
        const sent = await (0,attempt/* attempt */.CD)(() => ecs.stopServiceDeployment(arn));
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
            why: (0,denial/* denialText */.p_)(error),
            refused: true,
            doubtful,
        };
    }
    const why = error.message.replace(/\.$/, '');
    return { kind: 'not-stopped', why, refused: !(0,api_error/* isTransient */.dg)(error), doubtful };
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/roll-back.js
/**
 * Rolls back our undecided deployment, unless one more poll finds it healthy, ended, unreadable or without a deployment
 * to roll back to. A canceled workflow has a few seconds for it.
 */











const unreadable = 'it could not be read';
const completed = 'ECS does not stop a completed deployment';
async function rollBack(ports, request) {
    const { ecs, clock } = ports;
    const { target, tracked } = request;
    const [service, running] = await Promise.all([
        (0,attempt/* attempt */.CD)(() => ecs.describeService(target, 'once')),
        (0,attempt/* attempt */.CD)(() => readRunning(ecs, target, tracked.deploymentId)),
    ]);
    if (service.kind === 'failed' || service.value === 'missing')
        return { kind: 'rollback-not-sent', why: unreadable };
    const up = running.kind === 'answered' ? running.value : undefined;
    const why = refusalReason(request, service.value, up) ??
        (await healthReason(ports, request, { service: service.value, running: up }));
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
function refusalReason({ tracked }, service, running) {
    const ours = deploymentOf(service, tracked.deploymentId);
    if (ours?.rolloutState === 'COMPLETED')
        return completed;
    if (!ours && !running)
        return unreadable;
    return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed';
}
/** Undefined unless it is healthy, or may be. */
async function healthReason({ clock, ...ports }, { stopped, tracked }, { service, running }) {
    const health = { tracked, service, stopped, running };
    if (!mayBeHealthy(health, clock.now()))
        return undefined;
    const groups = targetGroupsOf(service);
    const [checksContainers, reads] = await Promise.all([
        hasContainerChecks(ports.ecs, tracked.taskDefinition, running),
        Promise.all(groups.map(group => (0,attempt/* attempt */.CD)(() => ports.loadBalancers.targetHealth(group)))),
    ]);
    const targets = reads.map(read => (read.kind === 'answered' ? read.value : undefined));
    switch (rollbackHealth(health, { targets, checksContainers })) {
        case 'not-healthy':
            return undefined;
        case 'healthy':
            return healthyText(running, groups);
        case 'unknown': {
            const failed = reads.find(read => read.kind === 'failed');
            const why = failed ? `: ${(0,denial/* unavailableReason */.L3)(failed.error)}` : '';
            return `all its tasks are running, and whether their targets are healthy could not be read${why}`;
        }
    }
}
function healthyText(running, groups) {
    if (groups.length > 0)
        return 'all its tasks are running and their targets are healthy';
    if (passContainerChecks(running))
        return 'all its tasks are running and pass their container health checks';
    return 'all its tasks are running and none has failed';
}
/** ECS calls the health of a container UNKNOWN without a health check, and before its first result (API_Container). */
async function hasContainerChecks(ecs, taskDefinition, running) {
    if (!running || passContainerChecks(running))
        return false;
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTaskDefinition(taskDefinition, 'once'));
    if (read.kind === 'failed')
        return false;
    return checksHealth(read.value.definition);
}
const alreadyEnded = {
    stopping: 'ECS is already stopping it',
    stopped: 'ECS has already stopped it',
    successful: completed,
};
async function find({ ecs, clock }, { target, tracked }) {
    let why = 'its service deployment was not found';
    const found = await (0,retry/* pollUntil */.g3)(policies/* findServiceDeployment */.S7, { clock }, async () => {
        const read = await (0,attempt/* attempt */.CD)(() => ecs.findServiceDeployment(target, tracked.deploymentId));
        if (read.kind === 'answered') {
            const ended = read.value && alreadyEnded[(0,service_deployment/* stageOf */.gV)(read.value)];
            return ended ? { why: ended } : read.value;
        }
        why = `its service deployment could not be read (${(0,denial/* unavailableReason */.L3)(read.error)})`;
        return (0,api_error/* isTransient */.dg)(read.error) ? undefined : { why };
    });
    return found ?? { why };
}
async function readRunning(ecs, target, deploymentId) {
    const tasks = await ecs.describeTasks(target, await ecs.listTasks(target, { startedBy: deploymentId }));
    return tasks.filter(({ startedBy }) => startedBy === deploymentId);
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/send-update.js
/** An Express service has a call of its own, which takes nothing besides the revision (docs/adr/0051). */

/** Once. */
async function sendUpdate(ecs, service, change) {
    if (!isExpress(service))
        return { service: await ecs.updateService(change), serviceRevision: undefined };
    const { taskDefinition } = change;
    const serviceRevision = await ecs.updateExpressService({ serviceArn: service.arn, taskDefinition });
    return { service: undefined, serviceRevision };
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/send-saved-take-back.js
/** Takes a service back that the main step did not live to take back, after another one had failed (docs/adr/0050). */








async function sendSavedTakeBack({ clock, ecs }, { deploymentId, target }, taskDefinition) {
    const revision = (0,ecs_arn/* revisionName */.pd)(taskDefinition);
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeService(target, 'retry'));
    if (read.kind === 'failed')
        return warning(`The service was not taken back to ${revision}, because it could not be read: ${(0,denial/* unavailableReason */.L3)(read.error)}.`);
    const service = read.value === 'missing' ? undefined : read.value;
    if (!service || primaryOf(service)?.id !== deploymentId)
        return notice('Another deployment than that of this run is the current one: nothing is left to be taken back.');
    const change = { target, taskDefinition, update: {} };
    const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* throttledChanges */.Mr, { clock }, () => sendUpdate(ecs, service, change)));
    if (sent.kind === 'answered')
        return warning(`Another service had failed: a deployment takes this one back to ${revision}, and nobody watches it.`);
    const { error } = sent;
    const why = error.kind === 'denied' ? (0,denial/* denialText */.p_)(error) : error.message.replace(/\.$/, '');
    const isLost = error.kind === 'unavailable';
    return warning(isLost
        ? `The update to ${revision} was sent, because another service had failed, but ECS did not confirm it: ${why}.`
        : `The service was not taken back to ${revision}, although another one had failed: ${why}.`);
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/post-step.js
/** What a killed main step left: the restore first, then the rollback. */








/** Of all services at once: a post step has not much time either. */
async function runPostStep(ports, states) {
    const notices = await Promise.all(states.map(async (state) => {
        const own = await finishService(ports, state);
        const name = states.length > 1 ? (0,ecs_arn/* resourceName */.Iy)(state.target.service) : undefined;
        return own.map(one => ofService(one, name));
    }));
    return notices.flat().map(one => redactNotice(one, []));
}
async function finishService(ports, saved) {
    const { state, notices } = saved.answered ? { state: saved, notices: [] } : await locate(ports, saved);
    const { bump, completedBefore, deploymentId, rollback, target } = state;
    const done = [...notices];
    if (bump)
        done.push(await restore(ports, state, bump));
    if (state.takeBack !== undefined)
        return [...done, await sendSavedTakeBack(ports, state, state.takeBack)];
    // The saved state has no stopped tasks: the counts must do.
    if (rollback && deploymentId !== undefined) {
        const tracked = { deploymentId, completedBefore, taskDefinition: state.taskDefinition };
        done.push(rollbackNotice(await rollBack(ports, { target, tracked, stopped: [] })));
    }
    return done;
}
async function restore(ports, state, bump) {
    let { readsAreCurrent } = state;
    if (!readsAreCurrent) {
        const found = await findDeployment(ports, state, ({ desiredCount }) => desiredCount === bump.to);
        readsAreCurrent = found.kind !== 'unreadable';
    }
    const restored = await restoreDesiredCount(ports, { ...state, bump, readsAreCurrent }, policies/* restoreCount */.Gm);
    return restored.notice;
}
/** After an update that may not have reached ECS. */
async function locate(ports, saved) {
    const found = await findDeployment(ports, saved);
    const revision = (0,ecs_arn/* revisionName */.pd)(saved.taskDefinition);
    const nothing = { ...saved, bump: undefined, rollback: false };
    const state = { ...saved, answered: true, readsAreCurrent: true };
    switch (found.kind) {
        case 'found': {
            const { id, status } = found.deployment;
            const rollback = saved.rollback && status === 'PRIMARY';
            const isReplaced = saved.rollback && !rollback;
            const why = 'somebody else has started another one since';
            const notices = isReplaced ? [rollbackNotice({ kind: 'rollback-not-sent', why })] : [];
            const older = found.service.deployments.filter(one => one.id !== id);
            const completedBefore = saved.completedBefore || older.some(({ rolloutState }) => rolloutState === 'COMPLETED');
            return { state: { ...state, deploymentId: id, completedBefore, rollback }, notices };
        }
        case 'ended': {
            const text = `The deployment of ${revision} has ended: there is nothing to roll back.`;
            return { state: { ...state, rollback: false }, notices: saved.rollback ? [notice(text)] : [] };
        }
        case 'never-started': {
            const text = `The update did not reach ECS: no deployment of ${revision} has started, and there is nothing to undo.`;
            return { state: nothing, notices: [notice(text)] };
        }
        case 'gone':
            return { state: nothing, notices: [gone.notice] };
        case 'unreadable': {
            const { bump } = saved;
            const count = bump ? `: the desired count may still be ${bump.to} and should be ${bump.from}` : '';
            const text = `Whether a deployment of ${revision} has started could not be read (${found.why})${count}.`;
            return { state: nothing, notices: [warning(text)] };
        }
    }
}
function rollbackNotice(rollback) {
    if (rollback.kind === 'rollback-requested')
        return notice('The rollback of the deployment was requested.');
    if (rollback.kind === 'rollback-unconfirmed') {
        const text = 'The rollback of the deployment was requested, but ECS did not confirm it';
        return warning(`${text}: ${(0,redact/* redact */.E$)(rollback.why, [])}.`);
    }
    const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody requested it';
    return warning(`The deployment was not rolled back because ${(0,redact/* redact */.E$)(why, [])}.`);
}

/***/ }),

/***/ 7318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt)
/* harmony export */ });
/* unused harmony exports lookup, unavailable */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/* harmony import */ var _core_errors_denial_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(992);
/* harmony import */ var _core_redaction_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2002);
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
    return unavailable(found.error);
}
function unavailable(error) {
    return { kind: 'unavailable', why: redact(unavailableReason(error), []) };
}

/***/ }),

/***/ 4513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ restoreCount),
/* harmony export */   Mr: () => (/* binding */ throttledChanges),
/* harmony export */   Mw: () => (/* binding */ optionalReads),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   S7: () => (/* binding */ findServiceDeployment),
/* harmony export */   UZ: () => (/* binding */ findLostChange),
/* harmony export */   Uk: () => (/* binding */ stopDeployment),
/* harmony export */   Um: () => (/* binding */ reads),
/* harmony export */   bQ: () => (/* binding */ lostChange),
/* harmony export */   wu: () => (/* binding */ missingService)
/* harmony export */ });
/* unused harmony exports pausedReads, withinPoll, runTask, oneOffTask, stopTask, maxSendings, restoreCountQuickly, gitHub, gitHubComment, gitHubRecordEnd, imageArrival, inFlight */
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
/** Nothing is decided before a paused deployment is read. */
const pausedReads = reads(10);
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
/** Each request has the same client token (docs/adr/0037). */
const runTask = { ...throttledChanges, within: 300_000, isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg };
/** A task is read until it has stopped, or the wait is over. */
const oneOffTask = { times: forever, pause: 4_000, jitter: 0.15 };
/** Idempotent; a canceled workflow has seconds left. */
const stopTask = {
    attempts: 3,
    within: 3_000,
    isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
    pause: fullJitter(250, 500),
};
/** 16 × 4.5 s exceeds the longest stale read. */
const lostChange = { times: 16, pause: 4_500 };
/** For the post step: as patient as `restoreCount`. */
const findLostChange = { ...lostChange, times: 64 };
const maxSendings = 2;
const isUnauthorized = ({ kind }) => kind === 'denied' || kind === 'expired';
/** Idempotent: only lasting errors end it. */
const restoreCount = {
    attempts: forever,
    within: 300_000,
    isRetryable: (error, refusals) => !isUnauthorized(error) || refusals < _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .maxRefusals */ .k1,
    pause: (n, random, error) => (isUnauthorized(error) ? 5_000 : fullJitter(250, 10_000)(n, random, error)),
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
/** While a deployment is changed or watched, nothing waits longer for GitHub. */
const gitHub = {
    attempts: 2,
    within: forever,
    isRetryable: isUnanswered,
    pause: () => 500,
};
/** Of a dry run, where nothing else waits. A retry finds a comment whose answer was lost. */
const gitHubComment = {
    attempts: forever,
    within: 30_000,
    isRetryable: _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg,
    pause: fullJitter(500, 8_000),
};
/** The end of a deployment record, after the report. Equal statuses do no harm. */
const gitHubRecordEnd = { ...gitHubComment, within: 60_000 };
/**
 * An image that was pushed seconds ago, or is replicated: "most images replicate in less than 30 minutes".
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
const imageArrival = { times: 7, pause: 5_000 };
/** The user says for how long. */
const inFlight = { times: forever, pause: 8_000, jitter: 0.15 };
/** One answer without the service may be stale. */
const missingService = { times: 2, pause: 0 };

/***/ }),

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   g3: () => (/* binding */ pollUntil)
/* harmony export */ });
/* unused harmony export openBudget */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7318);
/** The SDK's strategies use another clock and blame the caller for truncated answers (docs/adr/0008). */


function openBudget(clock) {
    return { startedAt: clock.now(), requests: 0, refusals: 0 };
}
/** Raises the last ApiError; when the time of the step is up, the one before, which says more. */
async function retry(policy, { clock, canceled, onRetry, budget = openBudget(clock) }, work) {
    let previous;
    for (;;) {
        const n = ++budget.requests;
        const result = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(work);
        if (result.kind === 'answered')
            return result.value;
        const { error } = result;
        if (error.kind === 'out-of-time')
            throw previous ?? error;
        previous = error;
        if ((0,_core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu)(error))
            budget.refusals++;
        const isLast = n >= policy.attempts || clock.now() - budget.startedAt >= policy.within || canceled?.aborted;
        if (isLast || !policy.isRetryable(error, budget.refusals))
            throw error;
        const pause = Math.max(policy.pause(n, clock.random(), error), error.retryAfter ?? 0);
        if (error.retryAfter !== undefined && clock.now() + pause - budget.startedAt > policy.within)
            throw error;
        await clock.sleep(pause, canceled);
        if (canceled?.aborted)
            throw error;
        onRetry?.();
    }
}
/** The first poll has no pause. A cancellation ends the pause, and the poll after it is the last. */
async function pollUntil({ times, pause, jitter = 0 }, { clock, canceled }, poll) {
    for (let n = 0; n < times; n++) {
        if (n > 0 && canceled?.aborted)
            return undefined;
        if (n > 0)
            await clock.sleep(pause * (1 + jitter * (2 * clock.random() - 1)), canceled);
        const answer = await poll();
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}

/***/ })

};
