export const id = 653;
export const ids = [653];
export const modules = {

/***/ 6653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStuckRollback: () => (/* binding */ readStuckRollback)
});

// EXTERNAL MODULE: ./lib/src/core/ecs/service.js
var ecs_service = __webpack_require__(4265);
// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 2 modules
var redact = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/src/core/diagnosis/failure-group.js
var failure_group = __webpack_require__(7910);
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/ecs/task.js
var ecs_task = __webpack_require__(8325);
// EXTERNAL MODULE: ./lib/src/core/resources/target-health.js
var target_health = __webpack_require__(1268);
// EXTERNAL MODULE: ./lib/src/core/watch/confirm-success.js
var confirm_success = __webpack_require__(4090);
// EXTERNAL MODULE: ./lib/src/core/watch/failing-after-completion.js
var failing_after_completion = __webpack_require__(6530);
;// CONCATENATED MODULE: ./lib/src/core/watch/rollback-headway.js
/** Does a rollback make headway? (docs/adr/0041) */






/** Undefined where it makes headway, or may do so. */
function stuckRollback(evidence) {
    const { deployment, service } = evidence;
    const failure = failureOf(evidence);
    if (!failure)
        return undefined;
    return {
        ...failure,
        revision: (0,arn/* revisionName */.pd)(deployment.taskDefinition),
        isOutage: service.runningCount === 0,
    };
}
function failureOf(evidence) {
    const { running, service, stopped } = evidence;
    if (!stopped || !running)
        return countedFailure(evidence);
    const startedByIt = startedBy(evidence);
    const failed = stopped.filter(task => startedByIt(task) && (0,ecs_task/* isFailed */.Ix)(task) && (0,failure_group/* countsForFailFast */.ed)(task));
    if (failed.length === 0 || !(0,failing_after_completion/* hasFailedReplacement */._p)(failed))
        return undefined;
    if (running.some(task => startedByIt(task) && isHealthy(task, failed, evidence)))
        return undefined;
    return { failed: failed.length, reason: (0,failure_group/* groupFailures */.BR)(failed, service.events)[0]?.reason };
}
/** More than the service wants: some of them replaced others. */
function countedFailure({ deployment, service }) {
    const { failedTasks: failed, runningCount } = deployment;
    const isStuck = runningCount === 0 && failed > Math.max(1, service.desiredCount);
    return isStuck ? { failed, reason: undefined } : undefined;
}
/**
 * A rollback begins after the deployment that it ends. Whether it sets the creation time of the PRIMARY is not
 * documented, so tasks of the time in between may count.
 */
function startedBy({ deployment, service }) {
    const others = service.deployments.filter(({ id }) => id !== deployment.id);
    const times = others.flatMap(({ createdAt }) => createdAt ?? []);
    const since = times.length > 0 ? Math.max(...times) : (deployment.createdAt ?? 0);
    return ({ createdAt }) => createdAt !== undefined && createdAt > since;
}
/** Without health checks, it must have been up for longer than those that failed. */
function isHealthy(task, failed, { now, targets }) {
    if (!(0,ecs_task/* isUp */.ie)(task))
        return false;
    const own = task.addresses ?? [];
    const known = targets.flatMap(group => group ?? []).filter(({ id }) => own.includes(id));
    if (known.some(target_health/* isReady */.i_))
        return true;
    const isBalanced = targets.length > 0 && targets.every(group => group !== undefined) && own.length > 0;
    if (isBalanced)
        return false;
    if (task.healthStatus === 'HEALTHY' && targets.length === 0)
        return true;
    const lives = failed.map(one => ((0,ecs_task/* endedAt */.u5)(one) ?? now) - (one.startedAt ?? (0,ecs_task/* endedAt */.u5)(one) ?? now));
    return now - (task.startedAt ?? now) >= Math.max(confirm_success/* presumedHealthyAfter */.rJ, ...lives);
}
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
;// CONCATENATED MODULE: ./lib/src/deploy/prepare/read-stuck-rollback.js
/** Whether a rollback makes headway. Each read is optional: without them, it may. */




async function readStuckRollback({ clock, ecs, loadBalancers }, { deployment, secrets, service, target }) {
    const { id } = deployment;
    const groups = (0,ecs_service/* targetGroupsOf */.TT)(service);
    const [stopped, running, ...targets] = await Promise.all([
        readTasks(ecs, target, { which: 'stopped', id }),
        readTasks(ecs, target, { which: { startedBy: id }, id }),
        ...groups.map(group => (0,attempt/* attempt */.CD)(() => loadBalancers.targetHealth(group))),
    ]);
    const stuck = stuckRollback({
        service,
        deployment,
        stopped,
        running,
        targets: targets.map(read => (read.kind === 'answered' ? read.value : undefined)),
        now: clock.now(),
    });
    return stuck && { ...stuck, reason: stuck.reason && (0,redact/* redact */.E$)(stuck.reason, secrets) };
}
async function readTasks(ecs, target, { which, id }) {
    const read = await (0,attempt/* attempt */.CD)(async () => {
        const arns = await ecs.listTasks(target, which);
        return arns.length === 0 ? [] : ecs.describeTasks(target, arns);
    });
    return read.kind === 'answered' ? read.value.filter(({ startedBy }) => startedBy === id) : undefined;
}

/***/ })

};
