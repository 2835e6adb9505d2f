export const id = 244;
export const ids = [244];
export const modules = {

/***/ 9228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ defaultBreaker)
/* harmony export */ });
/* unused harmony exports requested, breakerUpdate, tripsAt, showBreaker, showThreshold */
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
        ...(request.resetOnHealthyTask === undefined ? {} : { resetOnHealthyTask: request.resetOnHealthyTask }),
        ...(request.threshold === undefined ? {} : { thresholdConfiguration: request.threshold }),
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

/***/ 3484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   vC: () => (/* binding */ Fault)
/* harmony export */ });
class Fault extends Error {
    name = 'Fault';
    kind;
    /** `ecs:UpdateService` */
    operation;
    /** AWS's own name of the error, for example `ClusterNotFoundException` */
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

/***/ }),

/***/ 6244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finish: () => (/* binding */ finish)
});

;// CONCATENATED MODULE: ./lib/src/core/notice.js
function warning(text) {
    return { level: 'warning', text };
}
function notice(text) {
    return { level: 'notice', text };
}
// EXTERNAL MODULE: ./lib/src/core/fault.js
var core_fault = __webpack_require__(3484);
// EXTERNAL MODULE: ./lib/src/core/breaker.js
var breaker = __webpack_require__(9228);
;// CONCATENATED MODULE: ./lib/src/core/rollout.js

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
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(wish.forceNewDeployment ? { forceNewDeployment: true } : {}),
        ...(wish.enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: wish.enableEcsManagedTags }),
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
    return to !== undefined && to > from ? { from, to } : undefined;
}
/**
 * What to set the desired count to after a rollout, or nothing when it is not ours any more: somebody (auto scaling, a
 * person) changed it meanwhile, and theirs stays. The count of before can be an old read, or the effect of a restore
 * whose answer was lost: to set it again is right in both cases.
 */
function restoredCount({ from, to }, { desiredCount }) {
    return desiredCount === to || desiredCount === from ? from : undefined;
}
;// CONCATENATED MODULE: ./lib/src/deploy/restore.js
/** Puts a raised desired count back, unless somebody else has set another one meanwhile. */



const tries = 5;
/** Setting a count twice is setting it once, so every passing fault is tried again. */
async function restoreDesiredCount(ecs, clock, target, bump) {
    for (let attempt = 1;; attempt++) {
        try {
            const service = await ecs.describeService(target, 'once');
            if (service === 'missing' || service.status !== 'ACTIVE')
                return notice('The service is gone, and its desired count with it.');
            const count = restoredCount(bump, service);
            if (count === undefined) {
                return notice(`The desired count is ${service.desiredCount} and stays: somebody else changed it from ${bump.to} meanwhile.`);
            }
            await ecs.setDesiredCount(target, count);
            return notice(`The desired count is back at ${count}.`);
        }
        catch (fault) {
            if (!(fault instanceof core_fault/* Fault */.vC))
                throw fault;
            if (attempt >= tries || fault.kind === 'denied' || fault.kind === 'expired') {
                return warning(`The desired count is still ${bump.to} and should be ${bump.from}: ${fault.message}`);
            }
            await clock.sleep(clock.random() * Math.min(4_000, 250 * 2 ** attempt));
        }
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/stop.js
/**
 * Asks ECS to end our own deployment and to roll back: StopServiceDeployment with stopType ROLLBACK, which may be
 * repeated: on one that rolls back already "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */

const stop_tries = 4;
/** `stopped`, or the sentence that says why not. */
async function stopDeployment(ecs, clock, arn) {
    for (let attempt = 1;; attempt++) {
        try {
            await ecs.stopServiceDeployment(arn);
            return 'stopped';
        }
        catch (fault) {
            if (!(fault instanceof core_fault/* Fault */.vC))
                throw fault;
            if (fault.kind === 'denied')
                return { why: `the role may not call ${(0,core_fault/* missingPermission */.Up)(fault)}` };
            const passing = fault.kind === 'throttled' || fault.kind === 'unavailable';
            if (!passing || attempt >= stop_tries)
                return { why: fault.message.replace(/\.$/, '') };
            await clock.sleep(clock.random() * 500 * 2 ** attempt);
        }
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish.js



async function finish(ecs, clock, { target, bump, rollback }) {
    const notices = [];
    if (bump)
        notices.push(await restoreDesiredCount(ecs, clock, target, bump));
    if (rollback) {
        const result = await stopDeployment(ecs, clock, rollback.serviceDeploymentArn);
        notices.push(result === 'stopped'
            ? notice('The rollback of the deployment was requested.')
            : warning(`The deployment was not rolled back: ${result.why}.`));
    }
    return notices;
}

/***/ })

};
