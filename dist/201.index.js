export const id = 201;
export const ids = [201];
export const modules = {

/***/ 6201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  complete: () => (/* binding */ complete)
});

// EXTERNAL MODULE: ./lib/src/core/outcome/outcome.js
var outcome_outcome = __webpack_require__(3127);
// EXTERNAL MODULE: ./lib/src/core/ecs/added-container.js
var added_container = __webpack_require__(9038);
// EXTERNAL MODULE: ./lib/src/core/diagnosis/classes.js + 26 modules
var classes = __webpack_require__(8072);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/explain-failures.js


/** In the order of `failures`. */
function explainFailures(input) {
    return input.failures.map(group => {
        const row = (0,classes/* classRow */.FC)(group.failureClass);
        const evidence = evidenceFor(group, input);
        const { detail, next, position } = explainAdded(group) ?? row.explain(evidence);
        return {
            group,
            description: row.describe(evidence, detail),
            detail: detail || undefined,
            next: next ?? (0,classes/* nextStep */.sk)(group.failureClass, group),
            position,
        };
    });
}
/** The task definition says nothing of it. */
function explainAdded({ container }) {
    const added = (0,added_container/* addedContainer */.I)(container);
    if (!added)
        return undefined;
    const detail = `${container} is ${added.what}, which AWS adds to the task`;
    return { detail, next: added.next, position: undefined };
}
function evidenceFor(failure, input) {
    const { definition, positionOf, checks, service, tasks, logs } = input;
    const runs = tasks.flatMap(({ arn, startedAt, endedAt }) => failure.tasks.includes(arn) && startedAt !== undefined && endedAt !== undefined
        ? [Math.round((endedAt - startedAt) / 1000)]
        : []);
    return {
        failure,
        definition,
        positionOf,
        checks,
        service,
        lines: logs.flatMap(({ task, log }) => failure.tasks.includes(task) && log.kind === 'read' ? log.lines : []),
        shortestRun: runs.length > 0 ? Math.min(...runs) : undefined,
    };
}
// EXTERNAL MODULE: ./lib/src/core/errors/notice.js
var errors_notice = __webpack_require__(6240);
;// CONCATENATED MODULE: ./lib/src/core/outcome/diagnosis-input.js
function diagnosisInput({ revision, checks }, { plan, tasks, failures, alarms }) {
    const { observed, settings, previous, targetGroups } = plan;
    return {
        tasks,
        failures,
        alarmTriggered: alarms.length > 0,
        definition: revision.definition,
        positionOf: revision.kind === 'new' ? revision.positionOf : undefined,
        checks,
        service: {
            gracePeriod: settings.after.healthCheckGracePeriodSeconds,
            serving: previous === undefined ? undefined : { revision: previous, definition: observed.live },
            targetGroups,
        },
    };
}
/** Of the tasks of the rollback, which nobody planned. */
function rollbackDiagnosisInput({ settings, targetGroups }, { failed, failures }, definition) {
    return {
        tasks: failed,
        failures,
        alarmTriggered: false,
        definition,
        positionOf: undefined,
        checks: [],
        service: {
            gracePeriod: settings.after.healthCheckGracePeriodSeconds,
            serving: undefined,
            targetGroups,
        },
    };
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/rollback-notices.js

const missingImage = 'rollback-image';
function rollbackNotices({ checks }, services) {
    if (!services.some(mayRollBack))
        return [];
    return checks
        .filter(({ id, result }) => id === missingImage && result === 'warning')
        .map(check => (0,errors_notice/* warning */.$e)(noticeText(check)));
}
/** Then a notice says what the check had found, and nothing else has to. */
function isRepeated(check, notices) {
    return notices.some(({ text }) => text === noticeText(check));
}
function noticeText({ id, next, text }) {
    return `${id}: ${text}. ${next}`;
}
function mayRollBack(service) {
    if (service.kind !== 'ended')
        return false;
    const { result } = service;
    switch (result.kind) {
        case 'rolled-back':
        case 'failed':
            return true;
        case 'timed-out':
        case 'cancelled':
            return result.rollback.kind === 'rollback-requested' || result.rollback.kind === 'rollback-unconfirmed';
        case 'superseded':
            return result.stateWhenSuperseded === 'rolling-back';
        case 'succeeded':
        case 'idle':
        case 'paused':
        case 'started':
        case 'unknown':
            return false;
    }
}
// EXTERNAL MODULE: ./lib/src/core/outcome/serving.js
var outcome_serving = __webpack_require__(3439);
;// CONCATENATED MODULE: ./lib/src/core/outcome/rollout.js

function unwatchedRollout(plan, tracked) {
    return {
        plan,
        tracked,
        desiredCount: plan.settings.after.rolloutCount,
        tasks: [],
        failures: [],
        causes: [],
        logs: [],
        failedTasks: 0,
        timeline: [],
        alarms: [],
        impact: { kind: 'unknown', reason: 'not-watched' },
        endedAt: tracked.startedAt,
        tasksUnreadSince: undefined,
        serviceDeploymentArn: undefined,
        serving: outcome_serving/* unknownServing */.jy,
        healthyBy: undefined,
        tasksDenied: undefined,
        alarmDetails: undefined,
        targets: undefined,
        unplaced: undefined,
        wait: undefined,
        previousGone: undefined,
        lastPoll: undefined,
        pendingHook: undefined,
        unconfirmedReason: undefined,
        verification: undefined,
        verificationRollback: undefined,
        takeBack: undefined,
        broughtBackBy: undefined,
        rollback: undefined,
        failedHook: undefined,
        scaledToZero: undefined,
        stoppedBecause: undefined,
    };
}
/** Nothing serves any more. */
function scaledToZero(rollout) {
    return { ...rollout, serving: outcome_serving/* nothingServes */.gm, scaledToZero: true };
}
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var ecs_arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/text/json.js
var text_json = __webpack_require__(2234);
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/log-location.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */



function logLocation(definition, { container, task }) {
    const found = (0,text_json/* objectsIn */.Qv)(definition.containerDefinitions).find(({ name }) => name === container);
    const added = found ? undefined : (0,added_container/* addedContainer */.I)(container);
    if (added)
        return elsewhere(`${container} is ${added.what}, which AWS adds to the task`);
    const configuration = found?.logConfiguration;
    if (!(0,text_json/* isObject */.Gv)(configuration))
        return elsewhere(`container ${container} has no logConfiguration`);
    const driver = (0,text_json/* text */.Qq)(configuration.logDriver) ?? 'no driver';
    if (driver !== 'awslogs')
        return elsewhere(`container ${container} uses the log driver ${driver}: look ${destinations[driver] ?? 'where it sends the log'}`);
    const options = (0,text_json/* isObject */.Gv)(configuration.options) ? configuration.options : {};
    const group = (0,text_json/* text */.Qq)(options['awslogs-group']);
    const prefix = (0,text_json/* text */.Qq)(options['awslogs-stream-prefix']);
    if (!group)
        return elsewhere(`container ${container} has no awslogs-group`);
    // Then the name is the id of the container, which ECS reports on instances only.
    if (!prefix)
        return elsewhere(`look in the log group ${group}: without awslogs-stream-prefix the name of the stream is not known`);
    const stream = `${prefix}/${container}/${(0,ecs_arn/* resourceName */.Iy)(task)}`;
    const region = (0,text_json/* text */.Qq)(options['awslogs-region']) ?? (0,ecs_arn/* parseArn */.Lw)(task)?.region ?? '';
    return { kind: 'cloudwatch', stream: { region, group, stream } };
}
/**
 * Names of options only: their values may be secret.
 * https://docs.docker.com/engine/logging/configure/
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
const destinations = {
    awsfirelens: 'where the option Name sends it, and in the log of the log router',
    fluentd: 'at the fluentd-address',
    gelf: 'at the gelf-address',
    'json-file': 'on the container instance (docker logs)',
    journald: 'in the journal of the container instance',
    splunk: 'at the splunk-url',
    syslog: 'at the syslog-address',
};
function elsewhere(why) {
    return { kind: 'elsewhere', why };
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/log-samples.js


const mostGroups = 3;
const tasksPerGroup = 2;
const mostContainers = 2;
/** Of running tasks if an alarm was triggered and no task failed. */
function logsToRead(input) {
    const { failures, alarmTriggered, definition } = input;
    if (failures.length === 0 && alarmTriggered)
        return recentTaskLogs(input);
    return failures
        .slice(0, mostGroups)
        .flatMap(group => group.tasks
        .slice(-tasksPerGroup)
        .flatMap(task => suspectContainers(group, definition).map(container => ({ task, container }))));
}
function recentTaskLogs({ tasks, definition }) {
    return tasks
        .filter(({ startedAt }) => startedAt !== undefined)
        .slice(-tasksPerGroup)
        .flatMap(({ arn }) => mainContainers(definition).map(container => ({ task: arn, container })));
}
function suspectContainers(group, definition) {
    const { container, failureClass, stopCode, exitCode } = group;
    const hasRun = stopCode !== 'TaskFailedToStart' || exitCode !== undefined;
    if (!hasRun || !(0,classes/* classRow */.FC)(failureClass).hasLogs)
        return [];
    return container ? [container] : mainContainers(definition);
}
function mainContainers(definition) {
    const containers = (0,text_json/* objectsIn */.Qv)(definition.containerDefinitions);
    const withPorts = containers.filter(({ portMappings }) => (0,text_json/* isList */.Lv)(portMappings) && portMappings.length > 0);
    const essential = containers.filter(container => container.essential !== false);
    return (withPorts.length > 0 ? withPorts : essential)
        .flatMap(({ name }) => (0,text_json/* text */.Qq)(name) ?? [])
        .slice(0, mostContainers);
}
// EXTERNAL MODULE: ./lib/src/core/errors/denial.js
var denial = __webpack_require__(8611);
// EXTERNAL MODULE: ./lib/src/core/redaction/redact.js + 2 modules
var redact = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/src/core/text/enumerate.js
var enumerate = __webpack_require__(3548);
// EXTERNAL MODULE: ./lib/src/core/text/truncate.js
var truncate = __webpack_require__(2018);
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/diagnose.js
/** Never fails the run: see `notices`. */









const mostLines = 20;
const longestLine = 400;
async function diagnose(logs, input, secrets) {
    const tails = await Promise.all(logsToRead(input).map(async (sample) => {
        const location = logLocation(input.definition, sample);
        const log = await read(logs, location, secrets);
        return { ...sample, location: location.kind === 'cloudwatch' ? location.stream : undefined, log };
    }));
    return {
        causes: explainFailures({ ...input, logs: tails }),
        logs: tails,
        notices: unavailableNotices(tails),
    };
}
async function read(logs, location, secrets) {
    if (location.kind === 'elsewhere')
        return { kind: 'unavailable', why: location.why };
    const { stream } = location;
    const tail = await (0,attempt/* attempt */.CD)(() => logs.tail(stream, mostLines));
    if (tail.kind === 'failed') {
        const { error } = tail;
        // IAM policies name log groups, not streams.
        const denied = (0,denial/* unavailableReason */.L3)(error, `the log group ${stream.group}`);
        const why = error.kind === 'denied' ? denied : `CloudWatch Logs did not respond (${error.code})`;
        return { kind: 'unavailable', why };
    }
    const lines = tail.value;
    if (lines === 'no-group')
        return { kind: 'unavailable', why: `there is no log group ${stream.group}` };
    if (lines === 'no-stream')
        return { kind: 'unavailable', why: 'it has no log stream (yet)' };
    return { kind: 'read', lines: lines.map(line => (0,truncate/* truncate */.x)((0,redact/* redact */.E$)(line, secrets), longestLine)) };
}
function unavailableNotices(tails) {
    const containersByReason = new Map();
    for (const { container, log } of tails) {
        if (log.kind === 'unavailable')
            containersByReason.set(log.why, (containersByReason.get(log.why) ?? new Set()).add(container));
    }
    return [...containersByReason].map(([why, containers]) => (0,errors_notice/* notice */.lm)(`The log of ${(0,enumerate/* enumerate */.HL)([...containers])} is not shown: ${why}.`));
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/hidden-values.js + 2 modules
var hidden_values = __webpack_require__(3015);
// EXTERNAL MODULE: ./lib/src/core/task-definition/task-definition.js
var task_definition = __webpack_require__(8079);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/diagnose-rollback.js
/** Why the tasks of a rollback fail: of a revision that this run did not deploy. */






const nothingToExplain = { causes: [], logs: [], notices: [] };
async function diagnoseRollback(ports, { plan, rollback }, secrets) {
    if (!rollback || rollback.failures.length === 0)
        return nothingToExplain;
    const definition = await definitionOf(ports, plan, rollback);
    const input = rollbackDiagnosisInput(plan, rollback, definition);
    // A canceled step has no time to read logs.
    if (ports.canceled.aborted)
        return { ...nothingToExplain, causes: explainFailures({ ...input, logs: [] }) };
    const names = (0,task_definition/* imagesOf */.IC)(definition).flatMap(({ container, image }) => [container, image]);
    return diagnose(ports.logs, input, [...secrets, ...(0,hidden_values/* secretsOf */.F)([definition], names)]);
}
async function definitionOf({ ecs, canceled }, { observed }, { to }) {
    if (to === observed.serving)
        return observed.live;
    if (to === undefined || canceled.aborted)
        return {};
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTaskDefinition(to, 'once'));
    return read.kind === 'answered' ? read.value.definition : {};
}
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
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
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/restore-desired-count.js






const gone = {
    done: true,
    notice: (0,errors_notice/* notice */.lm)('The service no longer exists, so its desired count cannot be restored.'),
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
    return { done: false, notice: (0,errors_notice/* warning */.$e)(text), count: undefined };
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
        return { done: true, count, notice: (0,errors_notice/* notice */.lm)(`The desired count is back at ${count}.`) };
    }
    const now = service.desiredCount;
    // An earlier request had its effect; its answer was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: (0,errors_notice/* notice */.lm)(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and is not restored: somebody else changed it from ${bump.to} in the meantime.`;
    return { done: true, count: now, notice: (0,errors_notice/* notice */.lm)(text) };
}
// EXTERNAL MODULE: ./lib/src/core/ecs/service.js
var ecs_service = __webpack_require__(4265);
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
// EXTERNAL MODULE: ./lib/src/core/errors/api-error.js
var api_error = __webpack_require__(5397);
// EXTERNAL MODULE: ./lib/src/core/task-definition/containers.js
var task_definition_containers = __webpack_require__(5476);
// EXTERNAL MODULE: ./lib/src/core/diagnosis/failure-group.js
var failure_group = __webpack_require__(7910);
// EXTERNAL MODULE: ./lib/src/core/ecs/task.js
var ecs_task = __webpack_require__(8325);
;// CONCATENATED MODULE: ./lib/src/core/watch/deployment-health.js



/**
 * At least `after` tasks failed, and more than half of all that started. Slow tasks do not count, nor scaling, Spot
 * interruptions and failures that a rollback cannot help.
 */
function shouldFailFast(health, { after, now }) {
    if (after === 0)
        return false;
    const { stopped } = health;
    const failed = stopped.filter(task => (0,ecs_task/* isFailed */.Ix)(task) && (0,failure_group/* countsForFailFast */.ed)(task)).length;
    const { alive, allUp } = taskPresence(health);
    // It may have recovered from earlier failures.
    const recovered = allUp && !hasRecentFailure(stopped, now);
    return failed >= after && failed * 2 > stopped.length + alive && !recovered;
}
/** Either read can be the more recent one. */
function taskPresence({ tracked, service, running = [] }) {
    const wanted = service.desiredCount;
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId);
    const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0;
    const listed = running.length > 0 && running.length >= wanted && running.every(ecs_task/* isUp */.ie);
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
    return stopped.filter(ecs_task/* isFailed */.Ix).some(task => now - ((0,ecs_task/* endedAt */.u5)(task) ?? now) < window);
}
/**
 * ECS rolls back to a deployment that had COMPLETED. Without one, a stop would leave the service without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
// EXTERNAL MODULE: ./lib/src/core/resources/target-health.js
var target_health = __webpack_require__(1268);
// EXTERNAL MODULE: ./lib/src/core/watch/pace.js
var pace = __webpack_require__(4597);
;// CONCATENATED MODULE: ./lib/src/core/watch/rollback-health.js
/**
 * We never roll back a healthy deployment: it may only wait for old tasks to drain, or for the end of its bake time. That
 * all its tasks run does not make it healthy (docs/adr/0034).
 */





/** All its tasks run and none has failed lately: only the health of containers and targets can say more. */
function mayBeHealthy(health, now) {
    const { tracked, service, stopped, running } = health;
    if (!taskPresence(health).allUp || running?.every(ecs_task/* isUp */.ie) === false)
        return false;
    const counted = (0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId)?.failedTasks ?? 0;
    const isUnlisted = counted > 0 && !stopped.some(ecs_task/* isFailed */.Ix);
    return !isUnlisted && !hasFailedWithin(pace/* quietFor */.IE, { stopped, now });
}
/** For a deployment that may be healthy. */
function rollbackHealth({ running, stopped }, { targets, checksContainers }) {
    if (checksContainers && running?.some(({ healthStatus }) => healthStatus !== 'HEALTHY'))
        return 'not-healthy';
    const groups = targets.filter(group => group !== undefined);
    const hasFailed = stopped.some(ecs_task/* isFailed */.Ix) && !passContainerChecks(running);
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
        return targets.length > 0 && targets.every(target_health/* isReady */.i_);
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
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId);
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
    const groups = (0,ecs_service/* targetGroupsOf */.TT)(service);
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
    return (0,task_definition_containers/* checksHealth */.K3)(read.value.definition);
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
;// CONCATENATED MODULE: ./lib/src/deploy/finish/finalize.js




async function finalize(ports, request) {
    const { plan, watched } = request;
    const restored = plan.bump && (await restore(ports, request, plan.bump));
    const notices = restored ? [restored.notice] : [];
    const scaledToZero = restored?.count === 0;
    const { result } = watched;
    if (!('rollback' in result) || result.rollback.kind !== 'left')
        return { result, scaledToZero, notices };
    const raised = restored?.done === false ? plan.bump : undefined;
    const rollback = await rollbackStatus(ports, request, { before: result.rollback, raised });
    return { result: { ...result, rollback }, scaledToZero, notices };
}
/** Before the others: whether they are taken back depends on it. */
async function stopTimedOut(ports, request) {
    const { plan, watched } = request;
    const { result } = watched;
    if (result.kind !== 'timed-out')
        return result;
    const before = result.rollback;
    return { ...result, rollback: await rollbackStatus(ports, request, { before, raised: plan.bump }) };
}
async function restore(ports, request, bump) {
    const { canceled, saved } = ports;
    const state = unfinished(request);
    await saved.save({ ...state, bump });
    const policy = canceled.aborted ? policies/* restoreCountQuickly */.ol : policies/* restoreCount */.Gm;
    const restored = await restoreDesiredCount(ports, { ...state, bump }, policy);
    if (restored.done)
        await saved.save(state);
    return restored;
}
/** `raised`: the post step has to restore the count. */
async function rollbackStatus({ saved, ...ports }, request, { before, raised }) {
    const { plan, secrets, watched } = request;
    const { rollout, stopped } = watched;
    if (!wantsRollback(request)) {
        const isRequested = watched.rollbackRequested && !rollout.rollback;
        return isRequested ? { kind: 'rollback-requested' } : before;
    }
    const state = { ...unfinished(request), bump: raised };
    await saved.save(state);
    const { target } = plan.observed;
    const status = await rollBack(ports, { target, tracked: rollout.tracked, stopped });
    await saved.save({ ...state, rollback: false });
    return 'why' in status ? { ...status, why: (0,redact/* redact */.E$)(status.why, secrets) } : status;
}
function unfinished(request) {
    const { plan, watched } = request;
    const { before, completedBefore, deploymentId, taskDefinition } = watched.rollout.tracked;
    return {
        version: 1,
        target: plan.observed.target,
        taskDefinition,
        answered: true,
        deploymentId,
        readsAreCurrent: watched.readsAreCurrent,
        before,
        completedBefore,
        rollback: wantsRollback(request),
    };
}
/** A rollback that ECS has started needs no request. */
function wantsRollback({ options, watched: { result, rollout } }) {
    if (rollout.rollback || ('rollback' in result && result.rollback.kind !== 'left'))
        return false;
    if (result.kind === 'timed-out')
        return options.onTimeout === 'rollback';
    return result.kind === 'cancelled' && options.onCancel === 'rollback';
}
// EXTERNAL MODULE: ./lib/src/retry/cancellation.js
var cancellation = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/src/steps/step.js
var step = __webpack_require__(4082);
;// CONCATENATED MODULE: ./lib/src/steps/time-limits.js
/**
 * Milliseconds after the end of the wait by which calls to AWS end: the step ends within a minute of its wait, whatever
 * AWS does. docs/security.md lists these numbers.
 */
/** Looking for a deployment, and the last poll. */
const watching = 10_000;
/** Restoring the desired count, the rollback, and the evidence. The post step restores what is still left. */
const finishing = 28_000;
;// CONCATENATED MODULE: ./lib/src/steps/finalize.js












const finalize_finalize = {
    group: undefined,
    whenCanceled: 'perform',
    async perform(run, value) {
        const { announced, plan, problems, revision, verification, waitEndsAt, watches } = value;
        run.ports.endCallsBy(waitEndsAt + finishing);
        // First: a canceled step has seconds left.
        const restored = await Promise.all(watches.map(one => (one.kind === 'watched' ? finalize_restore(run, value, one) : one)));
        await (0,cancellation/* unlessCanceled */.A)(announced, run.ports.canceled);
        const explained = await Promise.all(restored.map(one => one.kind === 'restored' ? explain(run, value, one) : { service: one, notices: [] }));
        const services = explained.map(({ service }) => service);
        const rollback = rollbackNotices(plan, services);
        const notices = [...explained.flatMap(one => one.notices), ...rollback];
        return (0,step/* end */._N)({ ...(0,outcome_outcome/* deployed */.$8)({ plan, revision, services, problems }), verification }, notices);
    },
};
async function finalize_restore({ ports, saved }, { clock, options, secrets }, { plan, watched }) {
    const request = { plan, options, watched, secrets };
    return { kind: 'restored', watched, finalized: await finalize({ ...ports, clock, saved }, request) };
}
async function explain(run, value, { finalized, watched }) {
    const { result } = finalized;
    const [{ causes, logs, notices }, back] = await Promise.all([
        diagnosisOf(run, value, watched),
        diagnoseRollback(run.ports, watched.rollout, value.secrets),
    ]);
    const { plan, rollback } = watched.rollout;
    const name = value.plan.services.length > 1 ? plan.observed.service.name : undefined;
    const rollout = {
        ...watched.rollout,
        causes,
        logs: [...logs, ...back.logs],
        rollback: rollback && { ...rollback, causes: back.causes },
    };
    return {
        service: { kind: 'ended', result, rollout: finalized.scaledToZero ? scaledToZero(rollout) : rollout },
        notices: [...finalized.notices, ...notices, ...back.notices].map(notice => (0,errors_notice/* ofService */.Jv)((0,errors_notice/* redactNotice */.Ip)(notice, value.secrets), name)),
    };
}
async function diagnosisOf({ ports }, { plan, secrets }, { rollout }) {
    const input = diagnosisInput(plan, rollout);
    // A canceled step has no time to read logs.
    if (ports.canceled.aborted)
        return { causes: explainFailures({ ...input, logs: [] }), logs: [], notices: [] };
    return diagnose(ports.logs, input, secrets);
}
// EXTERNAL MODULE: ./lib/src/core/outcome/saved-state.js
var saved_state = __webpack_require__(2432);
// EXTERNAL MODULE: ./lib/src/core/plan/in-flight.js
var in_flight = __webpack_require__(5218);
// EXTERNAL MODULE: ./lib/src/core/resources/related-resources.js
var related_resources = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/src/core/ecs/plain-settings.js
var plain_settings = __webpack_require__(9838);
;// CONCATENATED MODULE: ./lib/src/core/ecs/volume-configuration.js
/**
 * An Amazon EBS volume that ECS creates for each task, as UpdateService and RunTask take it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
 */


/** With the values of tags hidden. */
function withoutTagValues({ managedEBSVolume, ...volume }) {
    if (!(0,text_json/* isObject */.Gv)(managedEBSVolume))
        return managedEBSVolume === undefined ? volume : { ...volume, managedEBSVolume };
    const { tagSpecifications, ...members } = managedEBSVolume;
    if (tagSpecifications === undefined)
        return { ...volume, managedEBSVolume };
    const hidden = (0,text_json/* objectsIn */.Qv)(tagSpecifications).map(item => item.tags === undefined ? item : { ...item, tags: (0,text_json/* objectsIn */.Qv)(item.tags).map(hideValue) });
    return { ...volume, managedEBSVolume: { ...members, tagSpecifications: hidden } };
}
function hideValue(tag) {
    return { ...tag, value: '***' };
}
/** `data: 20 GiB, gp3, with the role ecsInfrastructure` */
function volumeText({ name, managedEBSVolume }) {
    if (!(0,text_json/* isObject */.Gv)(managedEBSVolume))
        return name;
    const { filesystemType, roleArn, sizeInGiB, snapshotId, volumeType } = managedEBSVolume;
    const parts = [
        sizeInGiB === undefined ? undefined : `${shown(sizeInGiB)} GiB`,
        (0,text_json/* text */.Qq)(volumeType),
        (0,text_json/* text */.Qq)(filesystemType),
        snapshotId === undefined ? undefined : `from ${shown(snapshotId)}`,
        `with the role ${(0,ecs_arn/* resourceName */.Iy)((0,text_json/* text */.Qq)(roleArn) ?? '')}`,
    ];
    return `${name}: ${parts.filter(part => part !== undefined).join(', ')}`;
}
function shown(value) {
    return String(value);
}
/** Whatever the order of members. What ECS fills in counts as different. */
function areSameVolumes(some, others) {
    return JSON.stringify(sorted([...some])) === JSON.stringify(sorted([...others]));
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!(0,text_json/* isObject */.Gv)(value))
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
;// CONCATENATED MODULE: ./lib/src/core/settings/unsent-settings.js


/** Names of what an update would change. A count that is raised for the rollout only is no change. */
function unsentSettings({ before, after }) {
    const counts = [after.desiredCount, after.rolloutCount];
    const names = plain_settings/* plainSettings */.Kh.filter(name => name === 'desiredCount' ? !counts.includes(before.desiredCount) : before[name] !== after[name]);
    if (JSON.stringify(breakerOf(before)) !== JSON.stringify(breakerOf(after)))
        names.push('the circuit breaker');
    if ([...before.alarms].sort().join() !== [...after.alarms].sort().join())
        names.push('the alarms');
    if (!areSameVolumes(before.volumes, after.volumes))
        names.push('the volumes');
    return names;
}
function breakerOf({ breaker }) {
    const { enable, resetOnHealthyTask, rollback, threshold } = breaker;
    return [enable, rollback, resetOnHealthyTask, threshold.type, threshold.value];
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/hidden-names.js
var hidden_names = __webpack_require__(6505);
// EXTERNAL MODULE: ./lib/src/core/text/defined-members.js
var defined_members = __webpack_require__(1257);
;// CONCATENATED MODULE: ./lib/src/core/task-definition/size.js

/** ECS returns "1 vCPU" as "1024" and "2 GB" as "2048". */
function inUnits(size) {
    const amount = /^(\d+(?:\.\d+)?|\.\d+)\s*(?:vcpu|gb)$/i.exec((0,text_json/* text */.Qq)(size) ?? '')?.[1];
    return amount === undefined ? size : String(Math.round(Number(amount) * 1024));
}
function sizeOf(size) {
    const units = inUnits(size ?? null);
    if (typeof units === 'number')
        return Number.isInteger(units) && units >= 0 ? units : undefined;
    return /^\d{1,9}$/.test((0,text_json/* text */.Qq)(units) ?? '') ? Number(units) : undefined;
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/tags.js
var task_definition_tags = __webpack_require__(3897);
;// CONCATENATED MODULE: ./lib/src/core/task-definition/normalize.js
/**
 * A definition without what makes no difference to ECS. Not redacted.
 *
 * Notations that may mean the same stay different: one deployment too many is better than one too few.
 */





/** Lists without order, with the members that identify their items. */
const keys = {
    containerDefinitions: ['name'],
    environment: ['name'],
    secrets: ['name'],
    secretOptions: ['name'],
    portMappings: ['containerPort', 'containerPortRange', 'protocol'],
    mountPoints: ['containerPath'],
    volumesFrom: ['sourceContainer'],
    dependsOn: ['containerName'],
    ulimits: ['name'],
    systemControls: ['namespace'],
    extraHosts: ['hostname'],
    resourceRequirements: ['type'],
    volumes: ['name'],
    tags: ['key'],
};
function isKeyed(member) {
    return Object.hasOwn(keys, member);
}
const sets = new Set(['requiresCompatibilities', 'add', 'drop']);
/** Makes keyed lists objects. */
function normalize(definition) {
    const { definition: whole } = (0,task_definition/* registrable */.ZV)(definition);
    const tags = (0,text_json/* isList */.Lv)(whole.tags) ? whole.tags.filter(tag => !((0,text_json/* isObject */.Gv)(tag) && (0,task_definition_tags/* isOwn */.NP)(tag))) : [];
    const { networkMode } = whole;
    const sharesPorts = networkMode === 'awsvpc' || networkMode === 'host';
    const sized = withSizes({ ...whole, tags });
    const { networkMode: _, ...bridged } = sized;
    return tidy(networkMode === 'bridge' ? bridged : sized, '', sharesPorts);
}
function tidy(value, member, sharesPorts) {
    if ((0,text_json/* isList */.Lv)(value)) {
        const by = isKeyed(member) ? keys[member] : undefined;
        if (by && value.every(text_json/* isObject */.Gv)) {
            const names = unique(value.map(item => keyOf(item, by)));
            return objectOf(value.map((item, i) => [
                names[i] ?? '',
                tidy(withoutDefaults(item, member, sharesPorts), '', sharesPorts),
            ]));
        }
        const items = value.map(item => tidy(item, '', sharesPorts));
        return sets.has(member) && items.every(item => typeof item === 'string') ? items.toSorted() : items;
    }
    if (!(0,text_json/* isObject */.Gv)(value))
        return value;
    return objectOf(Object.entries(withoutDefaults(value, member, sharesPorts))
        .map(([key, inner]) => [key, tidy(inner, key, sharesPorts)])
        .filter(([, inner]) => !isEmpty(inner)));
}
function objectOf(entries) {
    return Object.fromEntries(entries);
}
/** Numbers repeated keys, so that no item hides another. */
function unique(names) {
    const taken = new Set(names);
    const used = new Set();
    return names.map(name => {
        let own = name;
        for (let n = 2; used.has(own) || (own !== name && taken.has(own)); n++)
            own = `${name} (${n})`;
        used.add(own);
        return own;
    });
}
function keyOf(item, by) {
    const parts = by.map(member => item[member] ?? (member === 'protocol' ? 'tcp' : ''));
    return parts.filter(part => part !== '').join('/');
}
/**
 * Defaults that ECS adds, by their list or object.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (and PortMapping, HealthCheck,
 * EFSVolumeConfiguration, RegisterTaskDefinition)
 */
function withoutDefaults(item, holder, sharesPorts) {
    const defaults = defaultsIn(item, holder, sharesPorts);
    return objectOf(Object.entries(item).filter(([member, value]) => !isDefault(defaults, member, value)));
}
function isDefault(defaults, member, value) {
    return Object.hasOwn(defaults, member) && defaults[member] === value;
}
function defaultsIn(item, holder, sharesPorts) {
    switch (holder) {
        case 'containerDefinitions':
            return { essential: true, cpu: 0 };
        case 'portMappings':
            return { protocol: 'tcp', hostPort: sharesPorts ? (item.containerPort ?? 0) : 0 };
        case 'healthCheck':
            return { interval: 30, timeout: 5, retries: 3 };
        case 'efsVolumeConfiguration':
            return { rootDirectory: '/' };
        default:
            return {};
    }
}
/** ECS returns "1 vCPU" as "1024". */
function withSizes(definition) {
    const { cpu, memory } = definition;
    const sizes = {
        cpu: cpu === undefined ? undefined : inUnits(cpu),
        memory: memory === undefined ? undefined : inUnits(memory),
    };
    return { ...definition, ...(0,defined_members/* definedMembers */.v)(sizes) };
}
function isEmpty(value) {
    if (value === null)
        return true;
    if ((0,text_json/* isList */.Lv)(value))
        return value.length === 0;
    return (0,text_json/* isObject */.Gv)(value) && Object.keys(value).length === 0;
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/visible-members.js
var visible_members = __webpack_require__(9738);
;// CONCATENATED MODULE: ./lib/src/core/task-definition/diff.js
/** Compares by name, not position, and ignores what makes no difference to ECS. Shows safe values only. */




function diff(live, proposed) {
    return compare(normalize(live), normalize(proposed), []);
}
/** Own members only: a variable can be called `constructor`. */
function compare(before, after, path) {
    if (before === undefined)
        return items(path, after ?? null).map(item => show('+', item.path, { before: undefined, after: item.value }));
    if (after === undefined)
        return items(path, before).map(item => show('-', item.path, { before: item.value, after: undefined }));
    if ((0,text_json/* isObject */.Gv)(before) && (0,text_json/* isObject */.Gv)(after)) {
        const members = new Set([...Object.keys(before), ...Object.keys(after)]);
        return [...members].flatMap(member => compare(own(before, member), own(after, member), [...path, member]));
    }
    if ((0,text_json/* isList */.Lv)(before) && (0,text_json/* isList */.Lv)(after)) {
        const longer = before.length > after.length ? before : after;
        return [...longer.keys()].flatMap(i => compare(before[i], after[i], [...path, i]));
    }
    return before === after ? [] : [show('~', path, { before, after })];
}
function own(object, member) {
    return Object.hasOwn(object, member) ? object[member] : undefined;
}
function items(path, value) {
    if (!isKeyed(String(path.at(-1))) || !(0,text_json/* isObject */.Gv)(value))
        return [{ path, value }];
    return Object.entries(value).map(([name, item]) => ({ path: [...path, name], value: item }));
}
function show(sign, path, { before, after }) {
    const [from, to] = [diff_shown(path, before), diff_shown(path, after)];
    const isShown = from !== undefined || to !== undefined;
    return {
        sign,
        path: showMember(path),
        hidden: isShown || (0,visible_members/* isOpen */.nT)(path) ? undefined : true,
        from,
        to,
    };
}
function diff_shown(path, value) {
    if (value === undefined || !(0,visible_members/* isVisible */.zN)(path))
        return undefined;
    if ((0,text_json/* isList */.Lv)(value))
        return value.length > 0 && value.every(isPlain) ? value.join(', ') : undefined;
    return isPlain(value) ? String(value) : undefined;
}
function isPlain(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
function showMember(path) {
    const steps = path[0] === 'containerDefinitions' && path.length > 1 ? path.slice(1) : path;
    const plain = steps.at(-1) === 'value' || steps.at(-1) === 'valueFrom' ? steps.slice(0, -1) : steps;
    return plain.map((step, i) => (0,hidden_names/* showStep */.mf)(String(step), String(plain[i - 1] ?? ''))).join('.');
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/image.js
var task_definition_image = __webpack_require__(8015);
// EXTERNAL MODULE: ./lib/src/core/text/duration.js
var duration = __webpack_require__(6412);
// EXTERNAL MODULE: ./lib/src/core/plan/join-candidate.js
var join_candidate = __webpack_require__(6868);
;// CONCATENATED MODULE: ./lib/src/core/plan/join.js
/** Joins a deployment only if a new one would change nothing (docs/adr/0042). */











/** Undefined: it runs just what would be deployed. */
function reasonNotToJoin(revision, { settings }, { candidate, resources }) {
    const { deployment, hasEnded, revision: found } = candidate;
    const name = (0,ecs_arn/* revisionName */.pd)(deployment.taskDefinition);
    if (hasEnded)
        return 'it has just ended';
    if (found.kind !== 'found')
        return `${name} could not be read${found.kind === 'unavailable' ? ` (${found.why})` : ''}`;
    const differences = diff(found.value.definition, revision.definition).length;
    const isOther = revision.kind === 'existing' && revision.arn !== deployment.taskDefinition;
    if (isOther || differences > 0)
        return `${name} is not what would be deployed`;
    const unsent = unsentSettings(settings);
    if (unsent.length > 0)
        return `${(0,enumerate/* enumerate */.HL)(unsent)} would be changed`;
    const moved = (0,task_definition/* imagesOf */.IC)(revision.definition).find(({ container, image }) => mayHaveMoved({ container, image }, { candidate, resources }));
    return moved && `${(0,task_definition_image/* shortImage */.Uq)(moved.image)} may be another image by now than the one that its tasks run`;
}
/** ECS resolves a tag once for a deployment: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
function mayHaveMoved({ container, image }, { candidate, resources }) {
    const now = (0,related_resources/* digestOf */.ol)(resources, image);
    const ran = candidate.images.find(one => one.container === container)?.digest;
    if (now !== undefined && ran !== undefined)
        return now !== ran;
    const found = resources.images.get(image);
    const isImmutable = found?.kind === 'found' && found.value.kind === 'stored' && found.value.immutable;
    return !isImmutable && (0,task_definition_image/* mutableReason */.PH)(image) !== undefined;
}
/** What the run does instead: nothing is registered, sent or put back. */
function joinedPlan(plan, candidate, decides) {
    const { taskDefinition } = candidate.deployment;
    return {
        ...plan,
        revision: { ...plan.revision, kind: 'existing', arn: taskDefinition, reason: 'joined', digests: [] },
        services: plan.services.map(service => ({ ...joinedService(service, candidate), decides })),
    };
}
function joinedService(plan, candidate) {
    const { before } = plan.settings;
    return {
        ...plan,
        observed: observedBefore(plan.observed, candidate),
        settings: { before, after: before },
        update: {},
        bump: undefined,
        previous: candidate.earlier.serving,
        joins: candidate,
    };
}
/** Without the deployment and its events: they belong to what this run reports. */
function observedBefore(observed, { deployment, service }) {
    const { createdAt = Number.POSITIVE_INFINITY } = deployment;
    const deployments = service.deployments.filter(({ id }) => id !== deployment.id);
    const events = service.events.filter(({ at }) => at < createdAt);
    return { ...observed, service: { ...observed.service, deployments, events } };
}
/** `ecs-svc/6216346761948112104 of web:8, which is in progress since 09:30:12 UTC and was registered by octocat in …` */
function joinedText({ deployment, revision }, run) {
    const since = deployment.createdAt === undefined ? '' : ` since ${(0,duration/* formatTimeOfDay */.qY)(deployment.createdAt)}`;
    const who = revision.kind === 'found' ? registrar(revision.value, run) : '';
    const name = (0,ecs_arn/* revisionName */.pd)(deployment.taskDefinition);
    return `${(0,join_candidate/* deploymentText */.J)(deployment)}, in progress${since}${who && `; ${name} was registered ${who}`}`;
}
/** Anybody can write tags. ECS does not say who began a deployment. */
function registrar({ definition, registeredBy }, run) {
    const found = (0,task_definition_tags/* provenanceIn */.PT)(definition);
    if (found.run !== undefined && found.run === run.run)
        return `by this workflow run (${found.run})`;
    const name = registeredBy?.slice(registeredBy.indexOf('/') + 1);
    const who = found.actor ?? name;
    return [...(who ? [`by ${who}`] : []), ...(found.run ? [`in ${found.run}`] : [])].join(' ');
}
function joinNotice(candidate, run) {
    return (0,errors_notice/* notice */.lm)(`Started no deployment: this run joined ${joinedText(candidate, run)}. It runs just what would have been deployed.`);
}
// EXTERNAL MODULE: ./lib/src/core/checks/check.js
var checks_check = __webpack_require__(3360);
// EXTERNAL MODULE: ./lib/src/core/resources/lookup.js
var resources_lookup = __webpack_require__(5850);
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/deployment-alarms.js
/**
 * The alarms that can fail this deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */


function deploymentAlarms({ observed, resources }) {
    const names = observed?.settings.after.alarms ?? [];
    return { names, details: names.length > 0 ? resources.alarms : resources_lookup/* skipped */.h };
}
function missingAlarms(names, alarms) {
    return names.filter(name => !alarms.has(name));
}
/** Undefined: not known, or those of an Express service, which only ECS sets. */
function watchedMetrics(context) {
    if (context.observed && (0,ecs_service/* isExpress */.Ty)(context.observed.service))
        return undefined;
    const { names, details } = deploymentAlarms(context);
    if (details.kind !== 'found' || missingAlarms(names, details.value).length > 0)
        return undefined;
    const watched = [...details.value.values()].map(({ watches }) => watches);
    return watched.some(metrics => !metrics) ? undefined : watched.flatMap(metrics => metrics ?? []);
}
function alarmsPage({ pages }) {
    return pages ? `${pages}/docs/alarms.md` : 'docs/alarms.md of this action';
}
/** Other alarms may watch it, but do not fail the deployment. */
function unwatched(context, metric) {
    return {
        result: 'notice',
        text: `no alarm of this deployment watches ${metric}`,
        next: '',
        docsUrl: alarmsPage(context),
        isRecommendation: true,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/alarm-missing.js



const alarmMissing = (0,checks_check/* defineCheck */.qH)({ id: 'alarm-missing', run });
function run(context) {
    const { names, details } = deploymentAlarms(context);
    if (details.kind !== 'found')
        return undefined;
    const missing = missingAlarms(names, details.value);
    if (missing.length === 0)
        return [];
    const [verb, it] = missing.length === 1 ? ['does', 'the alarm'] : ['do', 'the alarms'];
    return [
        {
            result: 'warning',
            text: `${(0,enumerate/* named */.KT)({ one: 'alarm', many: 'alarms' }, missing)} ${verb} not exist in this account and region`,
            next: `Correct the input alarms, or create ${it}.`,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/alarm-none.js


const alarmNone = (0,checks_check/* defineCheck */.qH)({ id: 'alarm-none', run: alarm_none_run });
function alarm_none_run(context) {
    if (!context.observed || deploymentAlarms(context).names.length > 0)
        return undefined;
    return [
        {
            result: 'notice',
            text: 'no CloudWatch alarm is configured for this deployment',
            next: '',
            docsUrl: alarmsPage(context),
            isRecommendation: true,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/alarm-ringing.js
/** While an alarm is in ALARM when a deployment starts, ECS ignores all alarms for it. */



const alarmRinging = (0,checks_check/* defineCheck */.qH)({ id: 'alarm-ringing', run: alarm_ringing_run });
function alarm_ringing_run(context) {
    const { names, details } = deploymentAlarms(context);
    if (details.kind === 'skipped')
        return undefined;
    if (details.kind === 'unavailable')
        return [(0,checks_check/* unavailable */.hU)(details.why)];
    const inAlarm = names.filter(name => details.value.get(name)?.state === 'ALARM');
    if (inAlarm.length === 0)
        return [];
    const [is, it] = inAlarm.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
    return [
        {
            result: 'warning',
            text: `${(0,enumerate/* named */.KT)({ one: 'alarm', many: 'alarms' }, inAlarm)} ${is} in ALARM before the deployment starts: ECS ignores all alarms for this deployment`,
            next: `Find out why ${it} in ALARM before you deploy.`,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/alarm-running-tasks.js



const alarmRunningTasks = (0,checks_check/* defineCheck */.qH)({ id: 'alarm-running-tasks', run: alarm_running_tasks_run });
function alarm_running_tasks_run(context) {
    const { observed } = context;
    const metrics = watchedMetrics(context);
    if (!metrics || !observed)
        return undefined;
    if (metrics.some(metric => countsTasks(metric, observed.service)))
        return [];
    return [unwatched(context, 'the running tasks of the service (RunningTaskCount)')];
}
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
function countsTasks({ namespace, name, dimensions }, service) {
    return (namespace === 'ECS/ContainerInsights' &&
        name === 'RunningTaskCount' &&
        dimensions.get('ServiceName') === service.name &&
        dimensions.get('ClusterName') === (0,ecs_arn/* resourceName */.Iy)(service.clusterArn));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/alarms/alarm-unhealthy-hosts.js


const alarmUnhealthyHosts = (0,checks_check/* defineCheck */.qH)({ id: 'alarm-unhealthy-hosts', run: alarm_unhealthy_hosts_run });
function alarm_unhealthy_hosts_run(context) {
    const { observed, resources } = context;
    const metrics = watchedMetrics(context);
    if (!metrics || !observed || observed.service.loadBalancers.length === 0)
        return undefined;
    const groups = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : undefined;
    if (metrics.some(metric => countsTargets(metric, groups)))
        return [];
    return [unwatched(context, 'the unhealthy targets of the service (UnHealthyHostCount)')];
}
/**
 * The healthy targets say as much as the unhealthy ones.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function countsTargets({ namespace, name, dimensions }, groups) {
    if (!/^AWS\/(Application|Network)ELB$/.test(namespace) || !/^(Un)?HealthyHostCount$/.test(name))
        return false;
    const group = dimensions.get('TargetGroup') ?? '';
    return groups === undefined || groups.some(({ arn }) => arn.endsWith(`:${group}`));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/locate.js

function locate(context, path) {
    const input = context.inputAt(path);
    if (input !== undefined)
        return { input };
    for (let steps = inSource(context, path); steps.length > 0; steps = steps.slice(0, -1)) {
        const position = context.positionOf(steps);
        if (position)
            return { position };
    }
    return {};
}
/** Inputs may remove list items, which shifts the rest. */
function inSource({ definition, source }, path) {
    const steps = [];
    let here = definition;
    let there = source;
    for (const step of path) {
        const item = memberAt(here, step);
        const same = (0,text_json/* isList */.Lv)(there) && typeof step === 'number' ? indexOf(item, there, step) : step;
        if (same === undefined)
            return steps;
        steps.push(same);
        here = item;
        there = memberAt(there, same);
    }
    return steps;
}
function memberAt(value, step) {
    if ((0,text_json/* isList */.Lv)(value))
        return typeof step === 'number' ? value[step] : undefined;
    return (0,text_json/* isObject */.Gv)(value) ? value[step] : undefined;
}
/** Compares items by name if they have one. */
function indexOf(item, list, index) {
    if (!(0,text_json/* isObject */.Gv)(item) || item.name === undefined)
        return index;
    const isSame = (other) => (0,text_json/* isObject */.Gv)(other) && other.name === item.name;
    if (isSame(list[index]))
        return index;
    const found = list.findIndex(isSame);
    return found < 0 ? undefined : found;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/flaw.js

function toFinding(context, { path, text, next, result }) {
    return { result: result ?? 'refused', text, next, ...locate(context, path) };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/container-dependency.js
/**
 * ECS: "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container", "A dependency
 * container with HEALTHY condition must have health check configured", "Container links should not have a cycle". What
 * it says to a cycle in dependsOn is not public: no container of it could start.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */





const containerDependency = (0,checks_check/* defineCheck */.qH)({ id: 'container-dependency', run: container_dependency_run });
function container_dependency_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    const dependencies = containers.flatMap(dependenciesOf);
    const links = containers.flatMap(linksOf);
    if (dependencies.length + links.length === 0)
        return undefined;
    const flaws = [
        ...containers.flatMap(container => conditionFlaws(container, containers)),
        ...cycleFlaw(dependencies, 'depend on'),
        ...cycleFlaw(links, 'link to'),
    ];
    return flaws.map(flaw => toFinding(context, flaw));
}
function conditionFlaws(container, containers) {
    return (0,task_definition_containers/* listedIn */.tl)(container, 'dependsOn').flatMap(({ value, path }) => {
        const other = containers.find(one => one.value.name === value.containerName);
        const condition = (0,text_json/* text */.Qq)(value.condition) ?? '';
        if (!other)
            return [];
        const place = [...path, 'condition'];
        if (['SUCCESS', 'COMPLETE'].includes(condition) && other.value.essential !== false) {
            const said = `container ${container.name} waits for ${other.name} with ${condition}, but ${other.name} is essential: the task ends when it does`;
            const next = `Set essential of ${other.name} to false, or wait for START or HEALTHY.`;
            return [{ path: place, text: said, next }];
        }
        if (condition !== 'HEALTHY' || (0,text_json/* isObject */.Gv)(other.value.healthCheck))
            return [];
        const said = `container ${container.name} waits until ${other.name} is HEALTHY, but ${other.name} has no healthCheck`;
        return [{ path: place, text: said, next: `Add a healthCheck to ${other.name}, or wait for START.` }];
    });
}
function dependenciesOf(container) {
    return (0,task_definition_containers/* listedIn */.tl)(container, 'dependsOn').flatMap(({ value, path }) => {
        const to = (0,text_json/* text */.Qq)(value.containerName);
        return to ? [{ from: container.name, to, path }] : [];
    });
}
/** `database` or `database:alias` */
function linksOf({ name: from, value, path }) {
    const { links } = value;
    if (!(0,text_json/* isList */.Lv)(links))
        return [];
    return links.flatMap((link, i) => {
        const [to] = ((0,text_json/* text */.Qq)(link) ?? '').split(':');
        return to ? [{ from, to, path: [...path, 'links', i] }] : [];
    });
}
function cycleFlaw(edges, how) {
    const cycle = edges.map(edge => cycleFrom(edge, edges)).find(found => found !== undefined);
    const first = cycle?.at(0);
    if (!cycle || !first)
        return [];
    const names = cycle.map(({ from }) => from);
    const said = names.length === 1
        ? `container ${first.from} is made to ${how} itself`
        : `containers ${(0,enumerate/* enumerate */.HL)(names)} ${how} each other in a circle`;
    return [{ path: first.path, text: said, next: 'Remove one of these references.' }];
}
/** The shortest way back. */
function cycleFrom(start, edges) {
    const visited = new Set();
    let ways = [[start]];
    while (ways.length > 0) {
        const back = ways.find(way => way.at(-1)?.to === start.from);
        if (back)
            return back;
        ways = ways.flatMap(way => {
            const here = way.at(-1)?.to ?? '';
            if (visited.has(here))
                return [];
            visited.add(here);
            return edges.filter(({ from }) => from === here).map(edge => [...way, edge]);
        });
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/fargate.js

/**
 * Whether Fargate's rules apply: ECS checks them in RegisterTaskDefinition for a file with
 * `requiresCompatibilities: ["FARGATE"]`, and in UpdateService for a service on Fargate ("Task definition does not
 * support launch_type FARGATE.").
 */
function isOnFargate({ definition, observed, }) {
    return (0,task_definition_containers/* isForFargate */.Ox)(definition) || observed?.service.onFargate === true;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/container-limits.js
/**
 * ECS: "The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.", "Soft limit exceeds hard
 * limit for ulimit nofile", "Tasks using the Fargate launch type must have a container stop timeout of less than 120
 * seconds." The other bounds are documented; whether ECS refuses what is out of them is not.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */





const restartPeriod = { least: 60, most: 1800 };
const mostExitCodes = 50;
/** As Docker writes it. */
const unlimited = -1;
const timeoutOnFargate = { least: 2, most: 120 };
const containerLimits = (0,checks_check/* defineCheck */.qH)({ id: 'container-limits', run: container_limits_run });
function container_limits_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    const limits = ['restartPolicy', 'ulimits', 'startTimeout', 'stopTimeout'];
    if (!containers.some(({ value }) => limits.some(member => value[member] !== undefined)))
        return undefined;
    const flaws = containers.flatMap(container => [
        ...restartFlaws(container),
        ...ulimitFlaws(container),
        ...(isOnFargate(context) ? timeoutFlaws(container) : []),
    ]);
    return flaws.map(flaw => toFinding(context, flaw));
}
function restartFlaws(container) {
    const { value, path } = (0,task_definition_containers/* memberOf */.C5)(container, 'restartPolicy');
    const { restartAttemptPeriod: period, ignoredExitCodes: codes } = value;
    const { least, most } = restartPeriod;
    const flaws = [];
    if (typeof period === 'number' && (period < least || period > most)) {
        flaws.push({
            path: [...path, 'restartAttemptPeriod'],
            text: `container ${container.name}: restartAttemptPeriod is ${period}, but ECS accepts only ${least} to ${most} seconds`,
            next: `Set it to a value from ${least} to ${most}.`,
        });
    }
    if ((0,text_json/* isList */.Lv)(codes) && codes.length > mostExitCodes) {
        flaws.push({
            path: [...path, 'ignoredExitCodes'],
            text: `container ${container.name} ignores ${codes.length} exit codes, but ECS accepts at most ${mostExitCodes}`,
            next: 'Remove some of them.',
        });
    }
    return flaws;
}
function ulimitFlaws(container) {
    return (0,task_definition_containers/* listedIn */.tl)(container, 'ulimits').flatMap(({ value, path }) => {
        const { name, softLimit: soft, hardLimit: hard } = value;
        if (typeof soft !== 'number' || typeof hard !== 'number')
            return [];
        if (soft <= hard || hard === unlimited)
            return [];
        return [
            {
                path: [...path, 'softLimit'],
                text: `container ${container.name}: the soft limit of ${(0,text_json/* text */.Qq)(name) ?? 'a ulimit'} is ${soft}, above its hard limit ${hard}`,
                next: 'Lower softLimit, or raise hardLimit.',
            },
        ];
    });
}
function timeoutFlaws({ name, value, path }) {
    const { least, most } = timeoutOnFargate;
    return ['startTimeout', 'stopTimeout'].flatMap((member) => {
        const seconds = value[member];
        if (typeof seconds !== 'number' || (seconds >= least && seconds <= most))
            return [];
        const isRefused = member === 'stopTimeout' && seconds > most;
        return [
            {
                path: [...path, member],
                text: `container ${name}: ${member} is ${seconds}, but the valid values for Fargate are ${least} to ${most} seconds`,
                next: `Set it to a value from ${least} to ${most}.`,
                ...(isRefused ? {} : { result: 'warning' }),
            },
        ];
    });
}
// EXTERNAL MODULE: ./lib/src/core/errors/problem.js
var problem = __webpack_require__(8237);
// EXTERNAL MODULE: ./lib/src/core/task-definition/placeholder.js
var placeholder = __webpack_require__(1391);
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/container-name.js
/**
 * ECS: "Container.name should not be null or empty.", "Container.name contains invalid characters."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */






const containerName = (0,checks_check/* defineCheck */.qH)({ id: 'container-name', run: container_name_run });
function container_name_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    if (containers.length === 0)
        return undefined;
    return containers
        .flatMap(({ name: shown, value, path }) => {
        const name = (0,text_json/* text */.Qq)(value.name);
        if (!name)
            return [{ path, text: `${shown} has no name`, next: 'Give the container a name.' }];
        // The check placeholder reports it.
        if (/^[\w-]{1,255}$/.test(name) || (0,placeholder/* placeholderIn */.P5)(name))
            return [];
        return [
            {
                path: [...path, 'name'],
                text: `${(0,problem/* quote */.hD)(name)} is not a valid name of a container: only letters, digits, hyphens and underscores are allowed, at most 255`,
                next: 'Rename the container.',
            },
        ];
    })
        .map(flaw => toFinding(context, flaw));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/container-size.js
/**
 * ECS refuses to register: "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be
 * specified.", "The sum of all container 'memoryReservation' values cannot be greater than the value of the
 * task 'memory'.", and the same of 'cpu'. Hard limits may add up to more than the task has.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */






const containerSize = (0,checks_check/* defineCheck */.qH)({ id: 'container-size', run: container_size_run });
function container_size_run(context) {
    const { definition } = context;
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    if (containers.length === 0)
        return undefined;
    const flaws = [
        // Of Fargate, the check fargate-size asks for the size of the task.
        ...(isOnFargate(context) ? [] : containers.map(container => memoryProblem(definition, container))),
        cpuProblem(definition, containers),
        reservationProblem(definition, containers),
        ...containers.flatMap(container => [taskLimitProblem(definition, container), ownLimitProblem(container)]),
    ];
    return flaws.flatMap(flaw => (flaw ? toFinding(context, flaw) : []));
}
/** Zero counts as not set. */
function memoryProblem(definition, { name, path, value }) {
    const hasMemory = [value.memory, value.memoryReservation].some(size => sizeOf(size) !== 0 && size !== undefined);
    if (definition.memory !== undefined || hasMemory)
        return undefined;
    return {
        path,
        text: `container ${name} has neither memory nor memoryReservation, and the task has no memory`,
        next: `Set memory or memoryReservation of ${name}, or memory of the task.`,
    };
}
function cpuProblem(definition, containers) {
    if (definition.cpu === undefined)
        return undefined;
    const path = ['cpu'];
    const cpu = sizeOf(definition.cpu);
    if (cpu === undefined) {
        // The check placeholder reports it.
        if (typeof definition.cpu === 'string' && (0,placeholder/* placeholderIn */.P5)(definition.cpu))
            return undefined;
        const text = 'cpu of the task is neither a number of CPU units nor of vCPU';
        return { path, text, next: 'Set cpu to a value such as 256 or 1 vCPU.' };
    }
    const shares = sum(containers, 'cpu');
    if (shares <= cpu)
        return undefined;
    return {
        path,
        text: `the containers have ${shares} CPU units in total, but the task has only ${cpu}`,
        next: `Set cpu of the task to at least ${shares}, or reduce cpu of the containers.`,
    };
}
function reservationProblem(definition, containers) {
    const memory = sizeOf(definition.memory);
    const reserved = sum(containers, 'memoryReservation');
    if (memory === undefined || reserved <= memory)
        return undefined;
    return {
        path: ['memory'],
        text: `the containers reserve ${reserved} MiB in total, but the task has only ${memory}`,
        next: `Set memory of the task to at least ${reserved}, or reduce memoryReservation of the containers.`,
    };
}
function taskLimitProblem(definition, { name, path, value }) {
    const memory = sizeOf(definition.memory);
    const hard = sizeOf(value.memory);
    if (memory === undefined || hard === undefined || hard <= memory)
        return undefined;
    return {
        path: [...path, 'memory'],
        text: `container ${name} may use ${hard} MiB, but the task has only ${memory}`,
        next: `Set memory of ${name} to at most ${memory}, or raise memory of the task.`,
    };
}
function ownLimitProblem({ name, path, value }) {
    const [hard, soft] = [sizeOf(value.memory), sizeOf(value.memoryReservation)];
    if (hard === undefined || soft === undefined || hard >= soft)
        return undefined;
    return {
        path: [...path, 'memory'],
        text: `container ${name} reserves ${soft} MiB, but may use only ${hard}`,
        next: `Set memory of ${name} to at least ${soft}, or reduce its memoryReservation.`,
    };
}
function sum(containers, member) {
    return containers.reduce((total, { value }) => total + (sizeOf(value[member]) ?? 0), 0);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/dangling-reference.js
/**
 * ECS refuses "Cannot depend on container + 'nope' because it does not exist", "Unknown volume 'nope'." and "Invalid
 * 'volumesFrom' setting. Unknown container: 'nope'.". What it does about links is not documented, so those warn.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */





const lists = [
    { list: 'dependsOn', member: 'containerName', how: 'depends on', kind: 'container', wrong: 'refused' },
    { list: 'mountPoints', member: 'sourceVolume', how: 'mounts', kind: 'volume', wrong: 'refused' },
    {
        list: 'volumesFrom',
        member: 'sourceContainer',
        how: 'takes the volumes of',
        kind: 'container',
        wrong: 'refused',
    },
];
const danglingReference = (0,checks_check/* defineCheck */.qH)({ id: 'dangling-reference', run: dangling_reference_run });
function dangling_reference_run(context) {
    const { definition } = context;
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const references = containers.flatMap(referencesOf);
    if (references.length === 0)
        return undefined;
    const names = {
        container: containers.flatMap(({ value }) => (0,text_json/* text */.Qq)(value.name) ?? []),
        volume: (0,task_definition_containers/* listedIn */.tl)({ value: definition, path: [] }, 'volumes').flatMap(({ value }) => (0,text_json/* text */.Qq)(value.name) ?? []),
    };
    return references
        .filter(({ kind, name }) => !names[kind].includes(name))
        .map(reference => ({
        result: reference.wrong,
        text: dangling(reference, names[reference.kind]),
        next: `Correct the name, or add the ${reference.kind}.`,
        ...locate(context, reference.path),
    }));
}
function referencesOf(container) {
    return [...lists.flatMap(list => referencesIn(container, list)), ...dangling_reference_linksOf(container)];
}
function referencesIn(container, { list, member, ...reference }) {
    return (0,task_definition_containers/* listedIn */.tl)(container, list).flatMap(({ value, path }) => {
        const name = (0,text_json/* text */.Qq)(value[member]);
        return name ? [{ ...reference, container: container.name, name, path: [...path, member] }] : [];
    });
}
/** `database` or `database:alias` */
function dangling_reference_linksOf({ name: container, value, path }) {
    const { links } = value;
    if (!(0,text_json/* isList */.Lv)(links))
        return [];
    return links.flatMap((link, i) => {
        const [name] = ((0,text_json/* text */.Qq)(link) ?? '').split(':');
        if (!name)
            return [];
        return [
            { container, how: 'links to', kind: 'container', name, path: [...path, 'links', i], wrong: 'warning' },
        ];
    });
}
function dangling({ container, how, kind, name }, names) {
    const meant = (0,problem/* closest */.kp)(name, names);
    return `container ${container} ${how} ${(0,problem/* quote */.hD)(name)}, but the task definition has no such ${kind}; ${(0,problem/* knownNames */.UH)(meant, names)}`;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/definition-size.js
/**
 * ECS: "Max allowed length is '65536' bytes.", "Too many containers." Whether tags count is not documented.
 * https://docs.aws.amazon.com/general/latest/gr/ecs-service.html (Task definition size, containers per task definition)
 */




const most = 65_536;
const definition_size_mostContainers = 10;
const definitionSize = (0,checks_check/* defineCheck */.qH)({ id: 'definition-size', run: definition_size_run });
function definition_size_run(context) {
    return [...definition_size_length(context), ...count(context.definition).map(flaw => toFinding(context, flaw))];
}
function count(definition) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const tooMany = containers[definition_size_mostContainers];
    if (!tooMany)
        return [];
    return [
        {
            path: tooMany.path,
            text: `the task definition has ${containers.length} containers, but ECS accepts at most ${definition_size_mostContainers}`,
            next: 'Remove some of them, or move them to a service of their own.',
        },
    ];
}
function definition_size_length({ registeredDefinition, provenance }) {
    const { tags: _, ...own } = registeredDefinition;
    const [size, whole] = [bytes(own), bytes((0,task_definition_tags/* tagged */.VK)(registeredDefinition, provenance))];
    if (whole <= most)
        return [];
    const isCertain = size > most;
    const shown = isCertain ? `${size} bytes` : `${whole} bytes with its tags`;
    return [
        {
            result: isCertain ? 'refused' : 'warning',
            text: `the task definition has ${shown}, but ECS accepts at most ${most}`,
            next: 'Move environment variables into files (env-files), or long values into secrets.',
        },
    ];
}
function bytes(value) {
    return new TextEncoder().encode(JSON.stringify(value)).length;
}
// EXTERNAL MODULE: ./lib/src/core/text/duplicates.js
var duplicates = __webpack_require__(3358);
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/duplicate-container.js
/** ECS: "Container names must be unique within a task definition". */





const duplicateContainer = (0,checks_check/* defineCheck */.qH)({ id: 'duplicate-container', run: duplicate_container_run });
function duplicate_container_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition).filter(({ value }) => (0,text_json/* text */.Qq)(value.name));
    if (containers.length === 0)
        return undefined;
    return (0,duplicates/* duplicates */.X)(containers.map(({ name }) => name)).map(name => ({
        result: 'refused',
        text: `two containers are named ${name}`,
        next: 'Give each container a unique name.',
        ...locate(context, containers.findLast(container => container.name === name)?.path ?? []),
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/environment-file.js
/**
 * ECS: "Invalid arn syntax.", "The maximum number of environment files was exceeded. Specify ten or less and try
 * again."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html
 */




const environment_file_most = 10;
const environmentFile = (0,checks_check/* defineCheck */.qH)({ id: 'environment-file', run: environment_file_run });
function environment_file_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    if (containers.every(container => (0,task_definition_containers/* listedIn */.tl)(container, 'environmentFiles').length === 0))
        return undefined;
    return containers.flatMap(flawsOf).map(flaw => toFinding(context, flaw));
}
function flawsOf(container) {
    const { name, path } = container;
    const files = (0,task_definition_containers/* listedIn */.tl)(container, 'environmentFiles');
    const flaws = files
        .filter(({ value }) => !/^arn:aws[a-z-]*:s3:::[^/]+\/.+$/.test((0,text_json/* text */.Qq)(value.value) ?? ''))
        .map(file => ({
        path: [...file.path, 'value'],
        text: `container ${name}: an environment file is not the ARN of an object in S3`,
        next: 'Use an ARN such as arn:aws:s3:::BUCKET/PATH/web.env.',
    }));
    if (files.length <= environment_file_most)
        return flaws;
    const tooMany = {
        path: [...path, 'environmentFiles'],
        text: `container ${name} has ${files.length} environment files, but ECS accepts at most ${environment_file_most}`,
        next: 'Merge some of them.',
    };
    return [tooMany, ...flaws];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/ephemeral-storage.js
/**
 * ECS: "EphemeralStorage size should be at least 21", "… at most 200", "Tasks using the EC2 launch type do not support
 * EphemeralStorage."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html
 */




const [least, ephemeral_storage_most] = [21, 200];
const ephemeralStorage = (0,checks_check/* defineCheck */.qH)({ id: 'ephemeral-storage', run: ephemeral_storage_run });
function ephemeral_storage_run(context) {
    const { ephemeralStorage: storage } = context.definition;
    if (!(0,text_json/* isObject */.Gv)(storage))
        return undefined;
    return [...launchType(context), ...size(storage.sizeInGiB)].map(flaw => toFinding(context, flaw));
}
function launchType({ definition }) {
    const { requiresCompatibilities: compatible } = definition;
    if (!(0,text_json/* isList */.Lv)(compatible) || !compatible.includes('EC2') || (0,task_definition_containers/* isForFargate */.Ox)(definition))
        return [];
    return [
        {
            path: ['ephemeralStorage'],
            text: 'ephemeralStorage is set, but tasks that require EC2 do not support it',
            next: 'Remove ephemeralStorage, or require FARGATE.',
        },
    ];
}
function size(gibibytes) {
    if (typeof gibibytes !== 'number' || (gibibytes >= least && gibibytes <= ephemeral_storage_most))
        return [];
    return [
        {
            path: ['ephemeralStorage', 'sizeInGiB'],
            text: `ephemeralStorage is ${gibibytes} GiB, but ECS accepts only ${least} to ${ephemeral_storage_most} GiB`,
            next: gibibytes < least
                ? 'Set it to at least 21, or remove ephemeralStorage: every task on Fargate has 20 GiB.'
                : `Set it to at most ${ephemeral_storage_most}.`,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/essential.js
/**
 * ECS refuses a task without an essential container.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */



const essential = (0,checks_check/* defineCheck */.qH)({ id: 'essential', run: essential_run });
function essential_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    const [first] = containers;
    if (!first)
        return undefined;
    if (containers.some(({ value }) => value.essential !== false))
        return [];
    return [
        {
            result: 'refused',
            text: 'no container is essential, but a task needs at least one that is',
            next: 'Remove essential: false from the main container.',
            ...locate(context, [...first.path, 'essential']),
        },
    ];
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/image-registry.js
var image_registry = __webpack_require__(4695);
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/execution-role.js
/**
 * ECS refuses: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
 * "Private repository authentication requires that the task definition specify a value for executionRoleArn.", "Fargate
 * requires task definition to have execution role ARN to support ECR images." (or "log driver awslogs."), "Role is not
 * valid". On EC2, ECR and awslogs use the role of the instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */










const roles = ['executionRoleArn', 'taskRoleArn'];
const executionRole = (0,checks_check/* defineCheck */.qH)({ id: 'execution-role', run: execution_role_run });
function execution_role_run(context) {
    const { definition } = context;
    const needs = (0,task_definition_containers/* containersOf */.Mz)(definition).flatMap(container => needsOf(container, hostOf(context)));
    const optional = roles.filter(role => (0,text_json/* text */.Qq)(definition[role]));
    if (needs.length === 0 && optional.length === 0)
        return undefined;
    const findings = optional.flatMap(role => malformed(context, role, (0,text_json/* text */.Qq)(definition[role]) ?? ''));
    if (optional.includes('executionRoleArn'))
        return findings;
    return [...missing(context, needs), ...findings];
}
function hostOf(context) {
    const { requiresCompatibilities: compatible } = context.definition;
    if (isOnFargate(context))
        return 'fargate';
    return (0,text_json/* isList */.Lv)(compatible) && compatible.includes('EXTERNAL') ? 'external' : 'instance';
}
function needsOf(container, host) {
    const { name, value, path } = container;
    const { own, logging } = (0,task_definition_containers/* secretsIn */.VY)(container);
    const [secret] = own;
    const [logSecret] = logging;
    const needs = [];
    if (secret)
        needs.push({ what: `the secrets of ${name}`, path: secret.path, isCertain: true });
    if ((0,text_json/* isObject */.Gv)(value.repositoryCredentials)) {
        const what = `the credentials for the image of ${name}`;
        needs.push({ what, path: [...path, 'repositoryCredentials'], isCertain: true });
    }
    if (logSecret)
        needs.push({ what: `the secrets of the log of ${name}`, path: logSecret.path, isCertain: false });
    if (host === 'instance')
        return needs;
    const isCertain = host === 'fargate';
    if ((0,image_registry/* registryOf */.F)((0,text_json/* text */.Qq)(value.image) ?? '')?.kind === 'ecr')
        needs.push({ what: `the image of ${name} in ECR`, path: [...path, 'image'], isCertain });
    const log = (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration');
    if (log.value.logDriver === 'awslogs')
        needs.push({ what: `the log of ${name} in CloudWatch`, path: [...log.path, 'logDriver'], isCertain });
    return needs;
}
function missing(context, needs) {
    if (needs.length === 0)
        return [];
    const certain = needs.filter(({ isCertain }) => isCertain);
    const reported = certain.length > 0 ? certain : needs;
    return [
        {
            result: certain.length > 0 ? 'refused' : 'warning',
            text: `executionRoleArn is missing; it is required for ${(0,enumerate/* enumerate */.HL)(reported.map(({ what }) => what))}`,
            next: 'Set executionRoleArn (or the input execution-role-arn) to a role with AmazonECSTaskExecutionRolePolicy and permission to read the secrets.',
            ...locate(context, reported[0]?.path ?? []),
        },
    ];
}
function malformed(context, role, value) {
    const place = locate(context, [role]);
    // ECS also takes the name of a role in its own account.
    const isName = /^[\w+=,.@/-]{1,512}$/.test(value);
    const isArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[!-~]+$/.test(value);
    // The check placeholder reports it.
    if (!isArn && (0,placeholder/* placeholderIn */.P5)(value))
        return [];
    if (!isName && !isArn)
        return [
            {
                result: 'refused',
                text: `${role} ${(0,problem/* quote */.hD)(value)} is neither the ARN nor the name of an IAM role`,
                next: 'Use an ARN such as arn:aws:iam::123456789012:role/NAME.',
                ...place,
            },
        ];
    const [own, service] = [(0,ecs_arn/* parseArn */.Lw)(value), (0,ecs_arn/* parseArn */.Lw)(context.observed?.service.arn ?? '')];
    if (!own || !service)
        return [];
    if (own.partition === service.partition && own.account === service.account)
        return [];
    return [
        {
            result: 'warning',
            text: `${role} belongs to ${accountOf(own)}, but the service runs in ${accountOf(service)}`,
            next: 'Use a role of the account that the service runs in.',
            ...place,
        },
    ];
}
/** `AWS account 123456789012`; other partitions have accounts of their own. */
function accountOf({ partition, account }) {
    return partition === 'aws' ? `AWS account ${account}` : `account ${account} of ${partition}`;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/fargate-size.js
/**
 * ECS refuses to register other sizes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */







/** CPU units to MiB. */
const sizes = new Map([
    [256, [512, 1024, 2048]],
    [512, gigabytes(1, 4, 1)],
    [1024, gigabytes(2, 8, 1)],
    [2048, gigabytes(4, 16, 1)],
    [4096, gigabytes(8, 30, 1)],
    [8192, gigabytes(16, 60, 4)],
    [16384, gigabytes(32, 120, 8)],
]);
const largest = 16384;
const windows = [1024, 2048, 4096];
const fargateSize = (0,checks_check/* defineCheck */.qH)({ id: 'fargate-size', run: fargate_size_run });
function fargate_size_run(context) {
    if (!isOnFargate(context))
        return undefined;
    return [...networkMode(context), ...fargate_size_size(context), ...architecture(context)];
}
function networkMode(context) {
    const { networkMode: mode } = context.definition;
    if (mode === 'awsvpc')
        return [];
    return [
        {
            result: 'refused',
            text: `networkMode is ${(0,text_json/* text */.Qq)(mode) ?? 'not set'}, but Fargate supports only awsvpc`,
            next: 'Set networkMode to awsvpc.',
            ...locate(context, ['networkMode']),
        },
    ];
}
function fargate_size_size(context) {
    const { definition } = context;
    const missing = ['cpu', 'memory'].filter(member => definition[member] === undefined);
    if (missing.length > 0)
        return [
            {
                result: 'refused',
                text: `the task has no ${missing.join(' and no ')}: Fargate needs both`,
                next: `Set ${(0,enumerate/* enumerate */.HL)(missing)} at the top level of the task definition.`,
            },
        ];
    const cpu = sizeOf(definition.cpu);
    // The check container-size reports what is no number.
    return cpu === undefined ? [] : pair(context, cpu);
}
function pair(context, cpu) {
    const { definition } = context;
    const known = sizes.get(cpu);
    if (!known) {
        const units = [...sizes.keys()];
        return [
            {
                result: cpu > largest ? 'warning' : 'refused',
                text: `cpu ${cpu}: Fargate supports ${(0,enumerate/* alternatives */.Vo)(units.map(String))} CPU units${cpu > largest ? ', as far as this release knows' : ''}`,
                next: `Set cpu to ${units.find(one => one > cpu) ?? largest}.`,
                ...locate(context, ['cpu']),
            },
        ];
    }
    if (isForWindows(definition) && !windows.includes(cpu)) {
        return [
            {
                result: 'refused',
                text: `cpu ${cpu}: Fargate runs Windows with ${(0,enumerate/* alternatives */.Vo)(windows.map(String))} CPU units`,
                next: `Set cpu to ${windows.find(units => units > cpu) ?? windows.at(-1)}.`,
                ...locate(context, ['cpu']),
            },
        ];
    }
    const memory = sizeOf(definition.memory);
    if (memory !== undefined && known.includes(memory))
        return [];
    // The check placeholder reports it.
    if ((0,placeholder/* placeholderIn */.P5)((0,text_json/* text */.Qq)(definition.memory) ?? ''))
        return [];
    return [
        {
            result: 'refused',
            text: `cpu ${cpu} with memory ${memory ?? 'of unknown size'}: with ${cpu} CPU units Fargate supports ${range(known)} MiB`,
            next: remedy(cpu, known, memory),
            ...locate(context, ['memory']),
        },
    ];
}
function architecture(context) {
    const { definition } = context;
    const { runtimePlatform: platform } = definition;
    if (!isForWindows(definition) || !(0,text_json/* isObject */.Gv)(platform) || platform.cpuArchitecture !== 'ARM64')
        return [];
    return [
        {
            result: 'refused',
            text: 'cpuArchitecture is ARM64, but Fargate runs Windows only on X86_64',
            next: 'Set cpuArchitecture to X86_64.',
            ...locate(context, ['runtimePlatform', 'cpuArchitecture']),
        },
    ];
}
function range(known) {
    const [first = 0, second = 0] = known;
    if (known.length < 4)
        return (0,enumerate/* alternatives */.Vo)(known.map(String));
    return `${first} to ${known.at(-1)} in steps of ${second - first}`;
}
function remedy(cpu, known, memory = 0) {
    const enough = known.find(one => one >= memory) ?? known.at(-1);
    const other = [...sizes].find(([units, fitting]) => units !== cpu && fitting.includes(memory))?.[0];
    return `Set memory to ${enough}${other === undefined ? '' : `, or cpu to ${other}`}.`;
}
function isForWindows({ runtimePlatform }) {
    return ((0,text_json/* isObject */.Gv)(runtimePlatform) && ((0,text_json/* text */.Qq)(runtimePlatform.operatingSystemFamily) ?? '').startsWith('WINDOWS'));
}
function gigabytes(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, i) => 1024 * (from + i * step));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/fargate-unsupported.js
/**
 * ECS: "Fargate compatible task definitions do not support sourcePath" (dockerVolumeConfiguration, ipcMode, …), "Tasks
 * using the Fargate launch type do not support GPU resource requirements.", "NET_ADMIN is not allowed on Fargate.",
 * "json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 * https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs
 */






const logDrivers = ['awslogs', 'splunk', 'awsfirelens'];
const fargateUnsupported = (0,checks_check/* defineCheck */.qH)({ id: 'fargate-unsupported', run: fargate_unsupported_run });
function fargate_unsupported_run(context) {
    const { definition } = context;
    if (!isOnFargate(context))
        return undefined;
    const volumes = (0,task_definition_containers/* listedIn */.tl)({ value: definition, path: [] }, 'volumes');
    const flaws = [
        ...taskFlaws(definition),
        ...volumes.flatMap(volumeFlaws),
        ...(0,task_definition_containers/* containersOf */.Mz)(definition).flatMap(container => [
            ...containerFlaws(container),
            ...linuxFlaws(container),
            ...logFlaws(container),
        ]),
    ];
    return flaws.map(flaw => toFinding(context, flaw));
}
function taskFlaws({ ipcMode, pidMode, placementConstraints }) {
    const flaws = [];
    if ((0,text_json/* text */.Qq)(ipcMode))
        flaws.push(unsupported(['ipcMode'], 'ipcMode is set'));
    if (pidMode === 'host') {
        const said = 'pidMode is host, but Fargate supports only task';
        flaws.push({ path: ['pidMode'], text: said, next: 'Remove pidMode, or set it to task.' });
    }
    if (hasItems(placementConstraints))
        flaws.push(unsupported(['placementConstraints'], 'placementConstraints are set'));
    return flaws;
}
function volumeFlaws({ value, path }) {
    const { host, dockerVolumeConfiguration: docker } = value;
    const name = (0,problem/* quote */.hD)((0,text_json/* text */.Qq)(value.name) ?? '');
    const flaws = [];
    if ((0,text_json/* isObject */.Gv)(host) && host.sourcePath !== undefined) {
        const what = `volume ${name} has host.sourcePath`;
        flaws.push(unsupported([...path, 'host', 'sourcePath'], what));
    }
    if ((0,text_json/* isObject */.Gv)(docker)) {
        const what = `volume ${name} has dockerVolumeConfiguration`;
        flaws.push(unsupported([...path, 'dockerVolumeConfiguration'], what));
    }
    return flaws;
}
function containerFlaws({ name, value, path }) {
    const flaws = [];
    if (value.privileged === true)
        flaws.push(unsupported([...path, 'privileged'], `container ${name} is privileged`));
    if (hasItems(value.dockerSecurityOptions))
        flaws.push(unsupported([...path, 'dockerSecurityOptions'], `container ${name} has dockerSecurityOptions`));
    const gpu = (0,task_definition_containers/* listedIn */.tl)({ value, path }, 'resourceRequirements').find(one => one.value.type === 'GPU');
    if (gpu)
        flaws.push(unsupported(gpu.path, `container ${name} requires a GPU`));
    return flaws;
}
function linuxFlaws(container) {
    const { name } = container;
    const linux = (0,task_definition_containers/* memberOf */.C5)(container, 'linuxParameters');
    const { value, path } = linux;
    const flaws = [];
    const capabilities = (0,task_definition_containers/* memberOf */.C5)(linux, 'capabilities');
    const { add } = capabilities.value;
    const added = (0,text_json/* isList */.Lv)(add) ? add.findIndex(one => one !== 'SYS_PTRACE') : -1;
    if (added >= 0) {
        flaws.push({
            path: [...capabilities.path, 'add', added],
            text: `container ${name} adds a capability that Fargate does not allow: it allows only SYS_PTRACE`,
            next: 'Remove the capability, or run the service on EC2 instances.',
        });
    }
    if (hasItems(value.devices))
        flaws.push(unsupported([...path, 'devices'], `container ${name} has devices`));
    const sizes = ['sharedMemorySize', 'maxSwap'].filter(member => Number(value[member] ?? 0) > 0);
    return [...flaws, ...sizes.map(member => unsupported([...path, member], `container ${name} has ${member}`))];
}
function logFlaws(container) {
    const { name } = container;
    const log = (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration');
    const router = (0,task_definition_containers/* memberOf */.C5)((0,task_definition_containers/* memberOf */.C5)(container, 'firelensConfiguration'), 'options');
    const driver = (0,text_json/* text */.Qq)(log.value.logDriver);
    const flaws = [];
    if (driver !== undefined && !logDrivers.includes(driver)) {
        flaws.push({
            path: [...log.path, 'logDriver'],
            text: `container ${name} has the log driver ${(0,problem/* quote */.hD)(driver)}, but Fargate supports only awslogs, splunk and awsfirelens`,
            next: 'Use awslogs, or send the logs through a log router with awsfirelens.',
        });
    }
    if (router.value['config-file-type'] === 's3') {
        const what = `the log router ${name} reads its configuration from s3`;
        flaws.push(unsupported([...router.path, 'config-file-type'], what));
    }
    return flaws;
}
function unsupported(path, what) {
    const member = path.findLast(step => typeof step === 'string');
    return {
        path,
        text: `${what}, which Fargate does not support`,
        next: `Remove ${member}, or run the service on EC2 instances.`,
    };
}
function hasItems(value) {
    return (0,text_json/* isList */.Lv)(value) && value.length > 0;
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/container-health-checks.js


function healthChecksIn(definition) {
    return (0,task_definition_containers/* containersOf */.Mz)(definition).flatMap(({ name, path, value: { healthCheck } }) => (0,text_json/* isObject */.Gv)(healthCheck) ? [{ name, path: [...path, 'healthCheck'], value: healthCheck }] : []);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/health-check.js


const healthCheck = (0,checks_check/* defineCheck */.qH)({ id: 'health-check', run: health_check_run });
/**
 * ECS: "Health check startPeriod must be less than or equal to the maximum allowed value 300".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
const bounds = [
    { member: 'interval', least: 5, most: 300, unit: 'seconds' },
    { member: 'timeout', least: 2, most: 60, unit: 'seconds' },
    { member: 'retries', least: 1, most: 10, unit: 'retries' },
    { member: 'startPeriod', least: 0, most: 300, unit: 'seconds' },
];
function health_check_run(context) {
    const checks = healthChecksIn(context.definition);
    return checks.length > 0 ? checks.flatMap(check => outOfBounds(context, check)) : undefined;
}
function outOfBounds({ positionOf }, { name, path, value }) {
    return bounds.flatMap(({ member, least, most, unit }) => {
        const number = value[member];
        if (typeof number !== 'number' || (number >= least && number <= most))
            return [];
        return [
            {
                result: 'refused',
                text: `container ${name}: healthCheck.${member} is ${number}, but ECS accepts only ${least} to ${most} ${unit}`,
                next: `Set healthCheck.${member} of ${name} to a value from ${least} to ${most}.`,
                position: positionOf([...path, member]),
            },
        ];
    });
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/health-command.js



const healthCommand = (0,checks_check/* defineCheck */.qH)({ id: 'health-command', run: health_command_run });
function health_command_run({ definition, positionOf }) {
    const checks = healthChecksIn(definition);
    if (checks.length === 0)
        return undefined;
    return checks.flatMap(({ name, path, value }) => {
        const problem = commandProblem((0,text_json/* isList */.Lv)(value.command) ? value.command : []);
        if (problem === undefined)
            return [];
        return [
            {
                result: 'warning',
                text: `container ${name}: healthCheck.command ${problem}`,
                next: 'Start it with CMD (a program and its arguments) or CMD-SHELL (one line for the shell), or remove healthCheck.',
                position: positionOf([...path, 'command']),
            },
        ];
    });
}
/** Commands can contain secrets: no words in messages. */
function commandProblem(words) {
    const [first] = words;
    if (first === undefined)
        return 'is empty';
    if ((first === 'CMD' || first === 'CMD-SHELL') && words.length > 1)
        return undefined;
    if (first === 'NONE')
        return 'is NONE, which disables the check';
    return 'must be CMD or CMD-SHELL followed by the command';
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/log-driver.js
/**
 * ECS: "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be
 * configured in one of the containers.", "Log driver splunk requires options: splunk-token".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */





const logDriver = (0,checks_check/* defineCheck */.qH)({ id: 'log-driver', run: log_driver_run });
function log_driver_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    const drivers = containers.map(container => (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration').value.logDriver);
    if (!drivers.includes('awsfirelens') && !drivers.includes('splunk'))
        return undefined;
    const hasRouter = containers.some(({ value }) => (0,text_json/* isObject */.Gv)(value.firelensConfiguration));
    return containers
        .flatMap(container => [...(hasRouter ? [] : routerFlaws(container)), ...splunkFlaws(container)])
        .map(flaw => toFinding(context, flaw));
}
function routerFlaws(container) {
    const { value, path } = (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration');
    if (value.logDriver !== 'awsfirelens')
        return [];
    return [
        {
            path: [...path, 'logDriver'],
            text: `container ${container.name} logs with awsfirelens, but no container has a firelensConfiguration`,
            next: 'Add a log router: a container with firelensConfiguration.',
        },
    ];
}
/** Secrets count as options. */
function splunkFlaws(container) {
    const log = (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration');
    if (log.value.logDriver !== 'splunk')
        return [];
    const { value: options } = (0,task_definition_containers/* memberOf */.C5)(log, 'options');
    const secrets = (0,task_definition_containers/* secretsIn */.VY)(container).logging.map(({ value }) => value.name);
    const missing = ['splunk-url', 'splunk-token'].filter(option => !(0,text_json/* text */.Qq)(options[option]) && !secrets.includes(option));
    if (missing.length === 0)
        return [];
    return [
        {
            path: log.path,
            text: `container ${container.name}: the log driver splunk lacks ${(0,enumerate/* enumerate */.HL)(missing)}`,
            next: `Add ${(0,enumerate/* enumerate */.HL)(missing)} to options or secretOptions of ${container.name}.`,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/log-group.js
/**
 * ECS refuses: "Log driver awslogs requires options: awslogs-region, awslogs-group", and "Fargate requires log
 * configuration options to include awslogs-stream-prefix to support log driver awslogs.". Options can contain secrets:
 * no values in messages.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html (names)
 */








const logGroup = (0,checks_check/* defineCheck */.qH)({ id: 'log-group', run: log_group_run });
function log_group_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition)
        .map(container => ({ container, log: (0,task_definition_containers/* memberOf */.C5)(container, 'logConfiguration') }))
        .filter(({ log }) => log.value.logDriver === 'awslogs');
    if (containers.length === 0)
        return undefined;
    return containers.flatMap(({ container, log }) => check(context, container, (0,task_definition_containers/* memberOf */.C5)(log, 'options')));
}
function check(context, { name }, { value: options, path }) {
    const optionOf = (option) => ({
        container: name,
        value: (0,text_json/* text */.Qq)(options[option]) ?? '',
        path: [...path, option],
    });
    const needed = ['awslogs-group', 'awslogs-region'];
    if (isOnFargate(context))
        needed.push('awslogs-stream-prefix');
    const missing = needed.filter(option => !(0,text_json/* text */.Qq)(options[option]));
    if (missing.length > 0)
        return [
            {
                result: 'refused',
                text: `container ${name}: the log driver awslogs lacks ${(0,enumerate/* enumerate */.HL)(missing)}`,
                next: `Add ${(0,enumerate/* enumerate */.HL)(missing)} to the log options of ${name} (in the file, or with log-configuration-options).`,
                ...locate(context, path),
            },
        ];
    const [groupOption, regionOption] = [optionOf('awslogs-group'), optionOf('awslogs-region')];
    return [
        ...((0,placeholder/* placeholderIn */.P5)(groupOption.value) ? [] : group(context, groupOption)),
        ...((0,placeholder/* placeholderIn */.P5)(regionOption.value) ? [] : region(context, regionOption)),
    ];
}
function group(context, { container, value, path }) {
    if (/^[\w/.#-]{1,512}$/.test(value))
        return [];
    return [
        {
            result: 'warning',
            text: `container ${container}: awslogs-group is not a valid name of a log group: only letters, digits and _ - / . # are allowed`,
            next: 'Use the name of the log group, not its ARN.',
            ...locate(context, path),
        },
    ];
}
/** Logs may go to another region. */
function region(context, { container, value, path }) {
    if (!(0,ecs_arn/* isRegion */.Dp)(value))
        return [
            {
                result: 'warning',
                text: `container ${container}: awslogs-region does not look like an AWS region`,
                next: 'Use a region such as eu-west-1.',
                ...locate(context, path),
            },
        ];
    const own = (0,ecs_arn/* parseArn */.Lw)(context.observed?.service.arn ?? '')?.region;
    if (own === undefined || own === value)
        return [];
    return [
        {
            result: 'notice',
            text: `container ${container}: the logs go to a different region than ${own}, where the service runs`,
            next: `If this is not intended, set awslogs-region to ${own}.`,
            ...locate(context, path),
        },
    ];
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/ports.js
var ports = __webpack_require__(5502);
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/network-mode.js
/**
 * ECS: "Links are not supported when networkMode=awsvpc.", the same of hostname, extraHosts, dnsServers and
 * disableNetworking. Its words for dnsSearchDomains, and for ports under none, are not public; that it takes neither is
 * documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 * https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs
 */





/** With what to do instead. */
const refusedByAwsvpc = {
    links: 'Remove links: the containers of the task reach each other at localhost.',
    hostname: 'Remove hostname.',
    extraHosts: 'Remove extraHosts, or resolve these names with DNS.',
    dnsServers: 'Remove dnsServers: the DHCP options of the VPC set the DNS servers.',
    dnsSearchDomains: 'Remove dnsSearchDomains: the DHCP options of the VPC set them.',
    disableNetworking: 'Remove disableNetworking.',
};
const network_mode_networkMode = (0,checks_check/* defineCheck */.qH)({ id: 'network-mode', run: network_mode_run });
function network_mode_run(context) {
    const { definition } = context;
    const mode = (0,ports/* networkModeOf */.b0)(definition);
    if (mode !== 'awsvpc' && mode !== 'none')
        return undefined;
    const flawsOf = mode === 'awsvpc' ? awsvpcFlaws : portFlaws;
    return (0,task_definition_containers/* containersOf */.Mz)(definition)
        .flatMap(flawsOf)
        .map(flaw => toFinding(context, flaw));
}
function awsvpcFlaws({ name, value, path }) {
    return Object.entries(refusedByAwsvpc)
        .filter(([member]) => isSet(value[member]))
        .map(([member, next]) => ({
        path: [...path, member],
        text: `container ${name} has ${member}, which network mode awsvpc does not support`,
        next,
    }));
}
function portFlaws(container) {
    const [port] = (0,task_definition_containers/* listedIn */.tl)(container, 'portMappings');
    if (!port)
        return [];
    return [
        {
            path: port.path,
            text: `container ${container.name} has portMappings, which network mode none does not support`,
            next: 'Remove portMappings, or choose a different network mode.',
        },
    ];
}
function isSet(value) {
    return (0,text_json/* isList */.Lv)(value) ? value.length > 0 : Boolean(value);
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/placeholder-places.js



const inText = (value) => (0,placeholder/* placeholderInText */.GF)(value, { isExpandedAtRunTime: false });
/** A shell, fluentd or Fluent Bit replaces `${VAR}`. */
const inProgram = (value) => (0,placeholder/* placeholderInText */.GF)(value, { isExpandedAtRunTime: true });
const nothing = () => undefined;
const never = () => false;
/** The first row that matches decides. */
const places = [
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
    { at: /^family$/, find: placeholder/* placeholderIn */.P5, isTaken: value => /^[\w-]{1,255}$/.test(value) },
    { at: /^(?:cpu|memory)$/, find: placeholder/* placeholderIn */.P5, isTaken: never },
    {
        at: /^(?:executionRoleArn|taskRoleArn)$/,
        find: placeholder/* placeholderIn */.P5,
        isTaken: value => /^(?:arn:aws[a-z-]*:iam::\d{12}:role\/)?[\w+=,.@/-]+$/.test(value),
    },
    // What is no reference at all is always refused.
    {
        at: /^containerDefinitions\.image$/,
        find: value => ((0,task_definition_image/* parseImage */.zZ)(value) ? (0,placeholder/* placeholderIn */.P5)(value) : undefined),
    },
    {
        at: /^(?:containerDefinitions\.(?:portMappings\.)?|volumes\.)name$/,
        find: placeholder/* placeholderIn */.P5,
        isTaken: value => /^[\w-]{1,255}$/.test(value),
    },
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
    {
        at: /\.(?:secrets|secretOptions)\.valueFrom$|\.credentialsParameter$/,
        find: placeholder/* placeholderIn */.P5,
        isTaken: value => /^arn:aws[a-z-]*:(?:ssm|secretsmanager):[a-z\d-]+:\d{12}:[\w:/+=.@!-]+$|^[\w./-]+$/.test(value),
    },
    { at: /\.environmentFiles\.value$|^volumes\.efsVolumeConfiguration\./, find: placeholder/* placeholderIn */.P5 },
    // Patterns, and the markup of Docker for tags: https://docs.docker.com/engine/logging/log_tags/
    { at: /\.options\.(?:tag|[\w-]*(?:format|pattern|regex)[\w-]*)$/i, find: nothing },
    { at: /\.logConfiguration\.options\.awslogs-/, find: placeholder/* placeholderIn */.P5 },
    { at: /\.(?:logConfiguration|firelensConfiguration)\.options\./, find: inProgram },
    { at: /\.(?:command|entryPoint)$/, find: inProgram },
    { at: /./, find: inText },
];
/** In the order of the definition. */
function remainingPlaceholders(definition) {
    return leavesOf(definition, []).flatMap(({ value, path }) => {
        const members = path.filter(step => typeof step === 'string').join('.');
        const place = places.find(({ at }) => at.test(members));
        const found = place?.find(value);
        if (!place || !found || isVariable(definition, path, found))
            return [];
        return { ...found, path, isRefused: place.isTaken?.(value) === false };
    });
}
function leavesOf(value, path) {
    if (typeof value === 'string')
        return [{ value, path }];
    if ((0,text_json/* isList */.Lv)(value))
        return value.flatMap((item, i) => leavesOf(item, [...path, i]));
    if (!(0,text_json/* isObject */.Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}
/** `${DB_HOST}` beside a variable DB_HOST: the program is to put it in. */
function isVariable(definition, [list, index, member, item], { text: found }) {
    const name = /^\$[{(]?(\w+)[})]?$/.exec(found)?.[1];
    const containers = definition.containerDefinitions;
    if (name === undefined || list !== 'containerDefinitions' || !(0,text_json/* isList */.Lv)(containers))
        return false;
    const container = containers[Number(index)];
    if (!(0,text_json/* isObject */.Gv)(container))
        return false;
    return [container.environment, container.secrets].some(variables => (0,text_json/* isList */.Lv)(variables) &&
        variables.some((one, i) => (0,text_json/* isObject */.Gv)(one) &&
            (0,text_json/* text */.Qq)(one.name) === name &&
            !(variables === container[String(member)] && i === item)));
}
// EXTERNAL MODULE: ./lib/src/core/text/identifier.js
var identifier = __webpack_require__(1927);
// EXTERNAL MODULE: ./lib/src/core/text/name.js
var text_name = __webpack_require__(9295);
// EXTERNAL MODULE: ./lib/src/core/text/truncate-list.js
var truncate_list = __webpack_require__(7595);
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/placeholder.js
/** What serves already may be meant so: templates of programs look the same. */









const mostFindings = 20;
const placeholder_placeholder = (0,checks_check/* defineCheck */.qH)({ id: 'placeholder', run: placeholder_run });
function placeholder_run(context) {
    const { definition, observed } = context;
    const serving = new Set(leavesOf(observed?.live ?? {}, []).map(({ value }) => value));
    const findings = remainingPlaceholders(definition)
        .filter(({ path, isRefused }) => isRefused || !serving.has(valueAt(definition, path)))
        .map(remaining => findingOf(context, remaining));
    return (0,truncate_list/* truncateList */.X)(placeholder_sorted(findings), mostFindings, count => ({
        result: 'warning',
        text: `${count} more placeholders remain`,
        next: '',
    }));
}
/** What is refused is never among those left out. */
function placeholder_sorted(findings) {
    return [
        ...findings.filter(({ result }) => result === 'refused'),
        ...findings.filter(({ result }) => result !== 'refused'),
    ];
}
function findingOf(context, remaining) {
    const { path, isRefused } = remaining;
    const place = locate(context, path);
    return {
        result: isRefused ? 'refused' : 'warning',
        text: `${label(context.definition, path)} contains ${placeholder_shown(remaining)}, which nothing has replaced`,
        next: place.input === undefined
            ? 'Replace it with the input placeholders, or write the value in its place.'
            : 'Write the value in its place, or an expression of GitHub.',
        ...place,
    };
}
/** A hidden value may be a secret that only looks like one. */
function placeholder_shown({ path, text: found, form }) {
    return (0,visible_members/* isVisible */.zN)(path) ? `the placeholder ${(0,problem/* quote */.hD)(found)}` : `a placeholder of the form ${form}`;
}
/** `container app, environment DB_HOST` */
function label(definition, path) {
    const [list, index, ...inside] = path;
    if (list !== 'containerDefinitions' || typeof index !== 'number')
        return (0,text_json/* showPath */.P8)(path);
    const [member = '', position, ...rest] = inside;
    const name = nameAt(definition, [list, index]);
    const item = nameAt(definition, path.slice(0, 4));
    const isNamed = typeof position === 'number' && item !== undefined && (0,identifier/* isIdentifier */._)(item) && (0,text_name/* isName */.Eo)(item);
    const where = isNamed && rest.length > 0 ? `${member} ${item}` : (0,text_json/* showPath */.P8)(inside);
    return name !== undefined && (0,identifier/* isIdentifier */._)(name) ? `container ${name}, ${where}` : (0,text_json/* showPath */.P8)(path);
}
function nameAt(definition, path) {
    const item = at(definition, path);
    return (0,text_json/* isObject */.Gv)(item) ? (0,text_json/* text */.Qq)(item.name) : undefined;
}
function valueAt(definition, path) {
    return (0,text_json/* text */.Qq)(at(definition, path)) ?? '';
}
function at(definition, path) {
    let here = definition;
    for (const step of path) {
        if ((0,text_json/* isList */.Lv)(here))
            here = here[Number(step)];
        else
            here = (0,text_json/* isObject */.Gv)(here) ? here[step] : undefined;
    }
    return here;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/proxy-configuration.js
/**
 * ECS: "APPMESH proxy configuration is only supported in networkMode=awsvpc", "Proxy container [envoy] does not
 * exist.", "Ingress port not found".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */







const required = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts'];
const proxyConfiguration = (0,checks_check/* defineCheck */.qH)({ id: 'proxy-configuration', run: proxy_configuration_run });
function proxy_configuration_run(context) {
    const { definition } = context;
    if (!(0,text_json/* isObject */.Gv)(definition.proxyConfiguration))
        return undefined;
    const proxy = (0,task_definition_containers/* memberOf */.C5)({ value: definition, path: [] }, 'proxyConfiguration');
    const flaws = [];
    if ((0,ports/* networkModeOf */.b0)(definition) !== 'awsvpc') {
        const said = 'proxyConfiguration is set, but only network mode awsvpc supports it';
        flaws.push({
            path: proxy.path,
            text: said,
            next: 'Set networkMode to awsvpc, or remove proxyConfiguration.',
        });
    }
    const container = (0,text_json/* text */.Qq)(proxy.value.containerName) ?? '';
    if (!(0,task_definition_containers/* containersOf */.Mz)(definition).some(({ value }) => value.name === container)) {
        flaws.push({
            path: [...proxy.path, 'containerName'],
            text: `proxyConfiguration names container ${(0,problem/* quote */.hD)(container)}, which the task definition does not have`,
            next: 'Correct the name, or add the container.',
        });
    }
    const names = (0,task_definition_containers/* listedIn */.tl)(proxy, 'properties').map(({ value }) => value.name);
    const missing = required.filter(name => !names.includes(name));
    if (missing.length > 0) {
        const said = `proxyConfiguration lacks ${(0,enumerate/* enumerate */.HL)(missing)}`;
        flaws.push({ path: proxy.path, text: said, next: `Add ${(0,enumerate/* enumerate */.HL)(missing)} to its properties.` });
    }
    return flaws.map(flaw => toFinding(context, flaw));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/registry-credentials.js
/**
 * ECS: "Private repository credentials are not a supported authentication method for ECR repositories."
 * https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/48
 */





const registryCredentials = (0,checks_check/* defineCheck */.qH)({ id: 'registry-credentials', run: registry_credentials_run });
function registry_credentials_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition).filter(({ value }) => (0,text_json/* isObject */.Gv)(value.repositoryCredentials));
    if (containers.length === 0)
        return undefined;
    return containers
        .filter(({ value }) => (0,image_registry/* registryOf */.F)((0,text_json/* text */.Qq)(value.image) ?? '')?.kind === 'ecr')
        .map(({ name, path }) => toFinding(context, {
        path: [...path, 'repositoryCredentials'],
        text: `container ${name} has repositoryCredentials, but its image is in ECR, where the execution role is used`,
        next: 'Remove repositoryCredentials.',
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/retired-member.js
/**
 * ECS: "Unsupported field 'inferenceAccelerators'."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */



const retiredMember = (0,checks_check/* defineCheck */.qH)({ id: 'retired-member', run: retired_member_run });
function retired_member_run(context) {
    const { inferenceAccelerators: accelerators } = context.definition;
    if (!(0,text_json/* isList */.Lv)(accelerators) || accelerators.length === 0)
        return undefined;
    return [
        toFinding(context, {
            path: ['inferenceAccelerators'],
            text: 'inferenceAccelerators is set, but ECS no longer supports Elastic Inference',
            next: 'Remove inferenceAccelerators.',
        }),
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/definition/volume.js
/**
 * ECS: "volume.name contains invalid characters.", "EFS IAM authorization requires TransitEncryption to be enabled.",
 * "When using an EFS access point, the root directory must either be set to "/" or be omitted.", "TransitEncryptionPort
 * requires that TransitEncryption is enabled.", "Volumes [data] are not referenced by any of the containers".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 */






const volume = (0,checks_check/* defineCheck */.qH)({ id: 'volume', run: volume_run });
function volume_run(context) {
    const { definition } = context;
    const volumes = (0,task_definition_containers/* listedIn */.tl)({ value: definition, path: [] }, 'volumes');
    if (volumes.length === 0)
        return undefined;
    const mounted = (0,task_definition_containers/* containersOf */.Mz)(definition).flatMap(container => (0,task_definition_containers/* listedIn */.tl)(container, 'mountPoints').map(({ value }) => value.sourceVolume));
    const flaws = [
        ...volumes.flatMap(one => [...nameFlaws(one), ...efsFlaws(one)]),
        ...launchFlaws(volumes, name => mounted.includes(name)),
    ];
    return flaws.map(flaw => toFinding(context, flaw));
}
function nameFlaws({ value, path }) {
    const name = (0,text_json/* text */.Qq)(value.name);
    // The check placeholder reports it.
    if (name === undefined || /^[\w-]{1,255}$/.test(name) || (0,placeholder/* placeholderIn */.P5)(name))
        return [];
    return [
        {
            path: [...path, 'name'],
            text: `${(0,problem/* quote */.hD)(name)} is not a valid name of a volume: only letters, digits, hyphens and underscores are allowed, at most 255`,
            next: 'Rename the volume here and in mountPoints.',
        },
    ];
}
function efsFlaws(one) {
    if (!(0,text_json/* isObject */.Gv)(one.value.efsVolumeConfiguration))
        return [];
    const efs = (0,task_definition_containers/* memberOf */.C5)(one, 'efsVolumeConfiguration');
    const { value, path } = efs;
    const access = (0,task_definition_containers/* memberOf */.C5)(efs, 'authorizationConfig');
    const name = (0,text_json/* text */.Qq)(one.value.name) ?? '';
    const flaws = [];
    const { rootDirectory } = value;
    if (access.value.accessPointId && rootDirectory !== undefined && rootDirectory !== '/') {
        flaws.push({
            path: [...path, 'rootDirectory'],
            text: `volume ${(0,problem/* quote */.hD)(name)} has a rootDirectory besides an access point, which sets the directory itself`,
            next: 'Remove rootDirectory.',
        });
    }
    if (value.transitEncryption === 'ENABLED')
        return flaws;
    const needs = [
        { needed: access.value.iam === 'ENABLED', path: [...access.path, 'iam'] },
        { needed: Boolean(access.value.accessPointId), path: [...access.path, 'accessPointId'] },
        { needed: value.transitEncryptionPort !== undefined, path: [...path, 'transitEncryptionPort'] },
    ];
    const unencrypted = needs
        .filter(({ needed }) => needed)
        .map(({ path: place }) => ({
        path: place,
        text: `volume ${(0,problem/* quote */.hD)(name)} has ${String(place.at(-1))}, which needs transitEncryption`,
        next: 'Set transitEncryption to ENABLED.',
    }));
    return [...flaws, ...unencrypted.slice(0, 1)];
}
function launchFlaws(volumes, isMounted) {
    const atLaunch = volumes.filter(({ value }) => value.configuredAtLaunch === true);
    const [, second] = atLaunch;
    const unused = atLaunch
        .filter(({ value }) => !isMounted((0,text_json/* text */.Qq)(value.name) ?? ''))
        .map(({ value, path }) => ({
        path,
        text: `volume ${(0,problem/* quote */.hD)((0,text_json/* text */.Qq)(value.name) ?? '')} is configured at launch, but no container mounts it`,
        next: 'Mount it in a container, or remove it.',
    }));
    if (!second)
        return unused;
    const tooMany = {
        path: second.path,
        text: 'more than one volume is configured at launch',
        next: 'Configure the others in the task definition.',
    };
    return [...unused, tooMany];
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/platform.js
var task_definition_platform = __webpack_require__(7299);
;// CONCATENATED MODULE: ./lib/src/core/checks/image/examined-images.js
/** Each image that will run, with what its registry says. */


function examine({ definition, overriddenImages, observed, serviceUnavailable, resources, inputAt, positionOf, }) {
    const live = observed ? (0,task_definition/* imagesOf */.IC)(observed.live) : [];
    return (0,task_definition/* imagesOf */.IC)(definition).map(({ container, image }, index) => {
        const isOverridden = overriddenImages.includes(container);
        const lookup = resources.images.get(image) ?? resources_lookup/* skipped */.h;
        const digest = lookup.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value.digest : undefined;
        // A pinned image runs under another name than in its source.
        const isSame = (other) => other === image || (digest !== undefined && other.endsWith(`@${digest}`));
        const input = inputAt(['containerDefinitions', index, 'image']);
        const runs = live.some(one => one.container === container && isSame(one.image));
        return {
            container,
            who: `container ${container}${input ? ` (input ${input})` : ''}`,
            image,
            lookup,
            severity: !isOverridden && (serviceUnavailable || runs) ? 'warning' : 'refused',
            position: isOverridden ? undefined : positionOf(['containerDefinitions', index, 'image']),
        };
    });
}
;// CONCATENATED MODULE: ./lib/src/core/checks/image/image-architecture.js






const imageArchitecture = (0,checks_check/* defineCheck */.qH)({ id: 'image-architecture', run: image_architecture_run });
function image_architecture_run(context) {
    const { definition, observed } = context;
    const platform = (0,task_definition_platform/* platformOf */.tj)(definition);
    if (!platform)
        return undefined;
    const position = context.positionOf(['runtimePlatform']);
    const before = observed && (0,task_definition_platform/* platformOf */.tj)(observed.live);
    const isMoved = before !== undefined && (0,task_definition_platform/* showPlatform */.hr)(before) !== (0,task_definition_platform/* showPlatform */.hr)(platform);
    const findings = examine(context).flatMap((image) => {
        const { lookup } = image;
        if (lookup.kind === 'unavailable')
            return [(0,checks_check/* unavailable */.hU)(lookup.why)];
        if (lookup.kind === 'skipped' || lookup.value.kind !== 'stored')
            return [];
        const { builds } = lookup.value;
        const isAsBefore = !isMoved && runsSameBuilds(context, image.container, builds);
        return checkBuilds(lookup.value, {
            ...image,
            // On another platform, an image that runs already is new too.
            severity: isMoved ? 'refused' : image.severity,
            position: position ?? image.position,
            platform,
            isCertain: !isAsBefore && isCertain(context, platform, builds),
        });
    });
    return (0,checks_check/* anyOf */.EB)(findings);
}
/**
 * Fargate defaults to Linux on X86_64. Instances may run any platform:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
 */
function isCertain({ definition }, wanted, builds) {
    const { runtimePlatform, requiresCompatibilities } = definition;
    const onlyFargate = (0,text_json/* isList */.Lv)(requiresCompatibilities) && requiresCompatibilities.join() === 'FARGATE';
    const named = (0,text_json/* isObject */.Gv)(runtimePlatform) ? runtimePlatform : {};
    const otherSystem = builds.every(({ os }) => os !== wanted.os);
    return onlyFargate || (otherSystem ? named.operatingSystemFamily : named.cpuArchitecture) !== undefined;
}
/** If the running image has the same builds, the new one works. */
function runsSameBuilds({ observed, resources }, container, builds) {
    const live = observed && (0,task_definition/* imagesOf */.IC)(observed.live).find(one => one.container === container);
    const lookup = live && resources.images.get(live.image);
    if (lookup?.kind !== 'found' || lookup.value.kind !== 'stored' || lookup.value.builds.length === 0)
        return false;
    const describe = (all) => all.map(task_definition_platform/* showPlatform */.hr).toSorted().join();
    return describe(lookup.value.builds) === describe(builds);
}
function checkBuilds({ builds, unavailable: missing }, required) {
    const { who, image, severity, position, platform, isCertain } = required;
    if (builds.length === 0)
        return missing?.config ? [(0,checks_check/* unavailable */.hU)(missing.config)] : [];
    if (builds.some(({ architecture, os }) => architecture === platform.architecture && os === platform.os))
        return [checks_check/* passed */.bF];
    const built = (0,enumerate/* enumerate */.HL)([...new Set(builds.map(task_definition_platform/* showPlatform */.hr))]);
    const needed = (0,task_definition_platform/* showPlatform */.hr)(platform);
    return [
        {
            result: isCertain ? severity : 'warning',
            text: isCertain
                ? `${who}: ${image} is built for ${built}, but the task runs on ${needed}`
                : `${who}: ${image} is built for ${built}, but the task definition does not set that platform`,
            next: `Build the image for ${needed}, or set its platform in runtimePlatform.`,
            position,
        },
    ];
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/pull-through.js
var pull_through = __webpack_require__(2007);
;// CONCATENATED MODULE: ./lib/src/core/checks/image/missing-image.js
function missingText(kind, { account, region, repository, id: image }) {
    if (kind === 'no-repository')
        return `account ${account} has no repository ${repository} in ${region}`;
    const what = 'tag' in image ? `tag ${image.tag}` : `image with this digest`;
    return `the repository ${repository} has no ${what}`;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/image/image-missing.js





const imageMissing = (0,checks_check/* defineCheck */.qH)({ id: 'image-missing', run: image_missing_run });
function image_missing_run(context) {
    const findings = examine(context).flatMap((image) => {
        const location = (0,image_registry/* registryOf */.F)(image.image);
        return location?.kind === 'ecr' ? checkImage(context, image, location) : [];
    });
    return (0,checks_check/* anyOf */.EB)(findings);
}
function checkImage({ imagePolicy, isDryRun }, { who, image, lookup, severity, position }, location) {
    // A pinned image cannot be registered without its digest.
    const isPinned = imagePolicy === 'digest' && 'tag' in location.id;
    // The check image-moves reports this.
    if (lookup.kind === 'unavailable')
        return isPinned ? [] : [(0,checks_check/* unavailable */.hU)(lookup.why)];
    if (lookup.kind === 'skipped')
        return [];
    if (lookup.value.kind === 'stored')
        return [checks_check/* passed */.bF];
    // A pull request may build the image and the plan in parallel.
    const advice = (0,pull_through/* pullThroughAdvice */.R)(location);
    const result = isDryRun && lookup.value.kind === 'no-image' ? 'warning' : severity;
    return [
        {
            result,
            text: `${who}: ${image} does not exist: ${missingText(lookup.value.kind, location)}`,
            next: [`Push the image before ${isDryRun ? 'you deploy' : 'this step'}, or correct its name.`, advice]
                .filter(Boolean)
                .join(' '),
            alwaysEnforced: isPinned && result === 'refused' ? true : undefined,
            position,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/errors/assert-never.js
/** An unhandled union member becomes a type error. */
function assertNever(value) {
    throw new TypeError(`not handled: ${JSON.stringify(value)}`);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/image/image-moves.js
/** The input `image-policy`: can an image change under a running revision? */





const imageMoves = (0,checks_check/* defineCheck */.qH)({ id: 'image-moves', alwaysEnforced: true, run: image_moves_run });
function image_moves_run(context) {
    // Nobody can change a registered revision.
    const severity = context.asIs ? { severity: 'warning' } : {};
    return (0,checks_check/* anyOf */.EB)(examine(context).map(image => image_moves_checkImage(context, { ...image, ...severity })));
}
function image_moves_checkImage({ imagePolicy, serviceUnavailable }, image) {
    switch (imagePolicy) {
        case 'immutable':
            return checkImmutable(image);
        case 'digest':
            return checkPinned(image, serviceUnavailable);
        case 'any':
            return checkForm({ ...image, severity: 'warning' });
        default:
            return assertNever(imagePolicy);
    }
}
function checkForm({ container, who, image, lookup, severity, position }) {
    const why = (0,task_definition_image/* mutableReason */.PH)(image);
    const stored = lookup.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value : undefined;
    if (!why || stored?.immutable)
        return checks_check/* passed */.bF;
    const unknown = lookup.kind === 'unavailable' ? lookup.why : stored?.unavailable?.mutability;
    const doubt = unknown ? `; whether its repository has immutable tags is not known: ${unknown}` : '';
    return {
        result: severity,
        text: `${who}: ${image} ${why}: the same revision could run different software tomorrow${doubt}`,
        next: `Use a tag for ${container} that is pushed only once (such as the commit), or a digest.`,
        position,
    };
}
/** By convention nobody moves such a tag, so a mutable repository is only a notice. */
function checkImmutable(examined) {
    const { who, image, lookup } = examined;
    const byForm = checkForm(examined);
    if (byForm.result !== 'passed' || lookup.kind !== 'found' || lookup.value.kind !== 'stored')
        return byForm;
    const { immutable, unavailable: parts } = lookup.value;
    if (parts?.mutability)
        return (0,checks_check/* unavailable */.hU)(parts.mutability);
    if (immutable !== false)
        return byForm;
    return {
        result: 'notice',
        text: `${who}: the repository of ${image} allows the tag to be pushed again`,
        next: 'Make the tags of the repository immutable, or set image-policy: digest.',
        isRecommendation: true,
    };
}
/** The check image-missing reports an image that does not exist. */
function checkPinned({ container, who, image, lookup, severity, position }, serviceUnavailable) {
    const reference = (0,task_definition_image/* parseImage */.zZ)(image);
    const home = (0,image_registry/* registryOf */.F)(image);
    if (!reference || !home || reference.digest)
        return checks_check/* passed */.bF;
    if (home.kind !== 'ecr')
        return {
            result: severity,
            text: `${who}: ${image} has no digest, and digests are looked up only in Amazon ECR, not in ${home.host}`,
            next: `Specify the image of ${container} by digest (${reference.repository}@sha256:…), or use Amazon ECR.`,
            position,
        };
    if (lookup.kind === 'found')
        return checks_check/* passed */.bF;
    if (serviceUnavailable)
        return (0,checks_check/* unavailable */.hU)(`the digest of ${image} was not looked up in ECR`);
    const why = lookup.kind === 'unavailable' ? lookup.why : 'it was not looked up in ECR';
    return {
        result: severity,
        text: `${who}: the digest of ${image} is not known: ${why}`,
        next: 'Allow the role of this step to read the repository (ecr:BatchGetImage), or specify the image by digest.',
        position,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/image/rollback-image.js
/**
 * ECS rolls back to the last deployment that COMPLETED; a lifecycle policy of the repository may have deleted its image.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */






const rollbackImage = (0,checks_check/* defineCheck */.qH)({ id: 'rollback-image', run: rollback_image_run });
function rollback_image_run({ observed, resources }) {
    if (!observed)
        return undefined;
    const { live, serving, service, settings } = observed;
    const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    const { enable, rollback } = settings.after.breaker;
    if (!enable || !rollback || !completed || completed.taskDefinition !== serving)
        return undefined;
    const name = (0,ecs_arn/* revisionName */.pd)(completed.taskDefinition);
    return (0,checks_check/* anyOf */.EB)((0,task_definition/* imagesOf */.IC)(live).flatMap(image => rollback_image_checkImage(image, name, resources)));
}
function rollback_image_checkImage({ container, image }, revision, { images }) {
    const location = (0,image_registry/* registryOf */.F)(image);
    const lookup = images.get(image);
    if (location?.kind !== 'ecr' || !lookup || lookup.kind === 'skipped')
        return [];
    // ECR fetches such a tag again.
    if ('tag' in location.id && (0,pull_through/* pullThroughPrefix */.L)(location.repository))
        return [];
    if (lookup.kind === 'unavailable')
        return [(0,checks_check/* unavailable */.hU)(lookup.why)];
    if (lookup.value.kind === 'stored')
        return [checks_check/* passed */.bF];
    return [
        {
            result: 'warning',
            text: `the circuit breaker rolls back to ${revision}, which could start no new task: the image ${image} of container ${container} no longer exists: ${missingText(lookup.value.kind, location)}`,
            next: 'Push that image again, or deploy a revision whose image exists first; let the lifecycle policy keep the images of services.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/image/tag-moved.js
/** A revision that is deployed as it is resolves its tags again: going back to it need not go back to its images. */




const tagMoved = (0,checks_check/* defineCheck */.qH)({ id: 'tag-moved', run: tag_moved_run });
function tag_moved_run(context) {
    const { asIs, definition } = context;
    if (asIs === undefined)
        return undefined;
    return (0,checks_check/* anyOf */.EB)((0,task_definition/* imagesOf */.IC)(definition).flatMap(image => tag_moved_checkImage(context, image, asIs)));
}
function tag_moved_checkImage({ resources }, one, revision) {
    const { container, image } = one;
    const reference = (0,task_definition_image/* parseImage */.zZ)(image);
    const lookup = resources.images.get(image);
    // The check image-missing reports what does not exist.
    const isMissing = lookup?.kind === 'found' && lookup.value.kind !== 'stored';
    if (!reference || reference.digest || isMissing)
        return [];
    const stored = lookup?.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value : undefined;
    const ran = (0,related_resources/* recordedDigest */.t6)(resources, container);
    const now = (0,related_resources/* movedDigest */.U$)(resources, one);
    if (stored && (ran !== undefined || stored.immutable) && now === undefined)
        return [checks_check/* passed */.bF];
    const what = `${(0,task_definition_image/* shortImage */.Uq)(image)} of container ${container}`;
    const consequence = `going back to ${revision} may not go back to the image that it ran`;
    if (ran === undefined) {
        const { recordedDigests } = resources;
        const why = recordedDigests.kind === 'unavailable' ? recordedDigests.why : 'ECS has recorded no digest of it';
        const next = 'Compare the image with what ran then, or deploy it by digest.';
        return [{ result: 'warning', text: `${consequence}: ${what} has a tag, and ${why}`, next }];
    }
    const next = `To run that image itself, set task-definition-arn: ${revision} and images: ${container}=${reference.repository}@${ran}.`;
    if (now === undefined) {
        const why = lookup?.kind === 'unavailable' ? lookup.why : 'its registry was not read';
        const text = `${consequence}: ${what} was ${ran}; what its tag means now is not known: ${why}`;
        return [{ result: 'warning', text, next }];
    }
    const text = `going back to ${revision} does not go back to the image that it ran: ${what} was ${ran}, and its tag is ${now} now`;
    return [{ result: 'warning', text, next }];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/duplicate-port.js
/**
 * ECS: "TCP host port '3000' is mapped multiple times in task." and "When networkMode=awsvpc, port mapping name is
 * already used". It may register ports where it picks the host port, but under awsvpc or host, containers share one
 * network.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */






const duplicatePort = (0,checks_check/* defineCheck */.qH)({ id: 'duplicate-port', run: duplicate_port_run });
function duplicate_port_run(context) {
    const { definition } = context;
    const mode = (0,text_json/* text */.Qq)(definition.networkMode) ?? 'bridge';
    const mappings = (0,task_definition_containers/* containersOf */.Mz)(definition).flatMap(container => (0,task_definition_containers/* listedIn */.tl)(container, 'portMappings').map(item => mappingOf(item, { container: container.name, mode })));
    if (mappings.length === 0)
        return undefined;
    const findings = (0,duplicates/* duplicates */.X)(mappings.flatMap(({ port }) => port ?? [])).map(port => {
        const sharing = mappings.filter(one => one.port === port);
        return shared(context, { port, mappings: sharing, mode });
    });
    if (mode !== 'awsvpc')
        return findings;
    const names = (0,duplicates/* duplicates */.X)(mappings.flatMap(({ name }) => name ?? []));
    return [...findings, ...names.map(name => named(context, name, mappings))];
}
function mappingOf({ value, path }, { container, mode }) {
    const name = (0,text_json/* text */.Qq)(value.name);
    const host = Number(value.hostPort ?? 0);
    const isFixed = host > 0;
    const port = isFixed ? host : mode === 'awsvpc' || mode === 'host' ? Number(value.containerPort ?? 0) : 0;
    return {
        container,
        path,
        isFixed,
        name: name || undefined,
        port: port > 0 ? `${(0,text_json/* text */.Qq)(value.protocol) ?? 'tcp'} ${port}` : undefined,
    };
}
function shared(context, { port, mappings, mode }) {
    const containers = [...new Set(mappings.map(({ container }) => container))];
    const isCertain = mappings.filter(({ isFixed }) => isFixed).length > 1;
    const network = mode === 'bridge' ? 'one host' : 'one network';
    return {
        result: isCertain ? 'refused' : 'warning',
        text: containers.length > 1
            ? `containers ${(0,enumerate/* enumerate */.HL)(containers)} use port ${port}, but share ${network}`
            : `container ${containers.join()} maps port ${port} more than once`,
        next: containers.length > 1
            ? 'Make one of them listen on a different port, or remove the mapping that nothing outside the task needs.'
            : 'Remove one of the mappings.',
        ...locate(context, mappings.at(-1)?.path ?? []),
    };
}
function named(context, name, mappings) {
    return {
        result: 'refused',
        text: `two port mappings are named ${name}`,
        next: 'Give each port mapping a unique name.',
        ...locate(context, mappings.findLast(one => one.name === name)?.path ?? []),
    };
}
// EXTERNAL MODULE: ./lib/src/core/resources/target-group.js
var target_group = __webpack_require__(6099);
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/service-target-groups.js
function serviceTargetGroups({ observed, resources, }) {
    const hasGroups = (observed?.service.loadBalancers ?? []).some(balancer => balancer.targetGroups.length > 0);
    const { targetGroups } = resources;
    return hasGroups && targetGroups.kind === 'found' ? targetGroups.value : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/health-port.js
/** Under awsvpc, containers share one address; under bridge, a target has the ports of its instance. */




const healthPort = (0,checks_check/* defineCheck */.qH)({ id: 'health-port', run: health_port_run });
function health_port_run(context) {
    const { definition, observed } = context;
    const groups = serviceTargetGroups(context);
    if (!groups || (0,ports/* networkModeOf */.b0)(definition) !== 'awsvpc')
        return undefined;
    const mappings = (0,ports/* portedContainersOf */.MY)(definition).flatMap(container => container.mappings);
    if (mappings.some(({ range }) => range !== undefined))
        return [];
    const known = new Set([
        ...mappings.map(({ containerPort }) => containerPort),
        ...(observed?.service.loadBalancers ?? []).map(({ port }) => port),
    ]);
    return groups.flatMap(({ name, healthCheck }) => {
        const port = (0,target_group/* fixedPort */._x)(healthCheck);
        if (port === undefined || known.has(port))
            return [];
        return {
            result: 'warning',
            text: `target group ${name} checks port ${port}, but no portMappings in the task definition contain it`,
            next: `Check traffic-port instead, or add ${port} to the portMappings of the container that answers on it.`,
        };
    });
}
// EXTERNAL MODULE: ./lib/src/core/ecs/port-advice.js
var port_advice = __webpack_require__(7268);
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-balancer.js
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */




const portBalancer = (0,checks_check/* defineCheck */.qH)({ id: 'port-balancer', alwaysEnforced: true, run: port_balancer_run });
function port_balancer_run({ definition, observed, positionOf }) {
    const balancers = observed?.service.loadBalancers ?? [];
    if (balancers.length === 0)
        return undefined;
    return balancers.flatMap((balancer) => {
        const container = (0,ports/* findContainer */.FA)(definition, balancer.container);
        if (container && (0,ports/* mappingOf */.GS)(container, balancer.port))
            return [];
        const problem = container ? wrongPort(container, balancer) : wrongContainer(definition, balancer);
        const path = container ? [...container.path, 'portMappings'] : ['containerDefinitions'];
        return [{ result: 'refused', ...problem, position: positionOf(path) }];
    });
}
function wrongPort({ name, mappings }, { port }) {
    const ports = mappings.flatMap(({ containerPort, range }) => range ?? containerPort ?? []);
    return {
        text: `the load balancer of the service sends requests to port ${port} of container ${name}, which has ${ports.length > 0 ? `only ${(0,enumerate/* enumerate */.HL)(ports.map(String))} in its portMappings` : 'no port in its portMappings'}`,
        next: `Add containerPort ${port} to the portMappings of ${name}, ${port_advice/* orMoveThePort */.n}`,
    };
}
function wrongContainer(definition, { container, port }) {
    const names = (0,ports/* portedContainersOf */.MY)(definition).map(({ name }) => name);
    return {
        text: `the load balancer of the service sends requests to port ${port} of container ${container}, but the task definition has ${names.length > 0 ? `only ${(0,enumerate/* enumerate */.HL)(names)}` : 'no container'}`,
        next: `Name the container ${container}, ${port_advice/* orMoveThePort */.n}`,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-bounds.js



const last = 65_535;
const portBounds = (0,checks_check/* defineCheck */.qH)({ id: 'port-bounds', run: port_bounds_run });
function port_bounds_run(context) {
    const mappings = (0,task_definition_containers/* containersOf */.Mz)(context.definition).flatMap(container => (0,task_definition_containers/* listedIn */.tl)(container, 'portMappings').map(mapping => ({ container: container.name, ...mapping })));
    if (mappings.length === 0)
        return undefined;
    return mappings.flatMap(port_bounds_flawsOf).map(flaw => toFinding(context, flaw));
}
function port_bounds_flawsOf({ container, value, path }) {
    if (value.containerPort === undefined && value.containerPortRange === undefined) {
        const text = `container ${container}: a port mapping has no containerPort`;
        return [{ path, text, next: 'Add containerPort, or remove the mapping.' }];
    }
    return ['containerPort', 'hostPort'].flatMap((member) => {
        const port = value[member];
        if (typeof port !== 'number' || (Number.isInteger(port) && port >= 0 && port <= last))
            return [];
        const text = `container ${container}: ${member} is ${port}, but a port is a number from 0 to ${last}`;
        return [{ path: [...path, member], text, next: `Correct ${member}.` }];
    });
}
;// CONCATENATED MODULE: ./lib/src/core/resources/image-config.js


/** Undefined if several builds fit and differ. */
function configOf({ builds }, { runtimePlatform }) {
    const wanted = (0,text_json/* isObject */.Gv)(runtimePlatform)
        ? (0,task_definition_platform/* architectureOf */.NJ)(String(runtimePlatform.cpuArchitecture))
        : undefined;
    const fitting = builds.filter(({ architecture }) => wanted === undefined || architecture === wanted);
    const [first, ...others] = fitting.flatMap(({ config }) => config ?? []);
    return first && others.every(other => isSame(first, other)) ? first : undefined;
}
function isSame(a, b) {
    return (JSON.stringify([a.exposedPorts, [...a.environment]]) ===
        JSON.stringify([b.exposedPorts, [...b.environment]]));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/balanced-containers.js
/** Containers behind a load balancer, with hints about their port. */




/** One per container port; `port-balancer` reports those that the task definition lacks. */
function balancedContainers({ definition, observed, resources }) {
    if (!observed)
        return [];
    const { service, live } = observed;
    const proven = (0,ecs_service/* servingIn */.m8)(service.deployments)?.rolloutState === 'COMPLETED';
    const known = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : [];
    return byPort(service.loadBalancers).flatMap((balancer) => {
        const container = (0,ports/* findContainer */.FA)(definition, balancer.container);
        if (!container || !(0,ports/* mappingOf */.GS)(container, balancer.port))
            return [];
        const before = (0,ports/* findContainer */.FA)(live, balancer.container);
        return [
            {
                balancer,
                groups: known.filter(({ arn }) => balancer.targetGroups.includes(arn)),
                ...withImage(container, definition, resources),
                live: before ? { ...withImage(before, live, resources), proven } : undefined,
            },
        ];
    });
}
function withImage(container, definition, { images }) {
    const image = (0,text_json/* text */.Qq)(container.value.image) ?? '';
    const lookup = images.get(image);
    const config = lookup?.kind === 'found' && lookup.value.kind === 'stored'
        ? configOf(lookup.value, definition)
        : undefined;
    return { container, image, config };
}
/** Several target groups can share a container port. */
function byPort(balancers) {
    const merged = new Map();
    for (const balancer of balancers) {
        const key = `${balancer.container}:${balancer.port}`;
        const targetGroups = [...(merged.get(key)?.targetGroups ?? []), ...balancer.targetGroups];
        merged.set(key, { ...balancer, targetGroups });
    }
    return [...merged.values()];
}
function mappingPath({ balancer, container }) {
    const mapping = (0,ports/* mappingOf */.GS)(container, balancer.port);
    return mapping && (0,ports/* containerPortPath */.sV)(mapping);
}
function hasSamePorts(a, b) {
    return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-variables.js
/**
 * Variables that commonly set the port an app listens on. Names that often mean another port (DB_PORT, METRICS_PORT,
 * SERVICE_PORT) are left out.
 */

/** Values of another form are ignored. */
const readers = {
    PORT: readPorts,
    HTTP_PORT: readPorts,
    SERVER_PORT: readPorts,
    APP_PORT: readPorts,
    LISTEN_PORT: readPorts,
    WEB_PORT: readPorts,
    FLASK_RUN_PORT: readPorts,
    UVICORN_PORT: readPorts,
    QUARKUS_HTTP_PORT: readPorts,
    MICRONAUT_SERVER_PORT: readPorts,
    ROCKET_PORT: readPorts,
    NITRO_PORT: readPorts,
    ASPNETCORE_HTTP_PORTS: readPorts,
    ASPNETCORE_URLS: readUrls,
};
/**
 * The task definition overrides the image. An environment file or a secret can hold anything, so what they may override
 * is left out.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
function portVariables({ value: definition, path }, image) {
    const own = new Map(placed(definition.environment, [...path, 'environment']));
    const secret = new Set((0,text_json/* objectsIn */.Qv)(definition.secrets).map(({ name }) => name));
    const hasFiles = (0,text_json/* isList */.Lv)(definition.environmentFiles) && definition.environmentFiles.length > 0;
    return Object.entries(readers).flatMap(([name, read]) => {
        if (secret.has(name))
            return [];
        const variable = own.get(name);
        const value = variable?.value ?? (hasFiles ? undefined : image?.environment.get(name));
        const ports = value === undefined ? [] : read(value.trim());
        return ports.length > 0 ? [{ name, ports, path: variable ? variable.path : undefined }] : [];
    });
}
function placed(list, path) {
    return (0,text_json/* objectsIn */.Qv)(list).flatMap((entry, i) => {
        const [name, value] = [(0,text_json/* text */.Qq)(entry.name), (0,text_json/* text */.Qq)(entry.value)];
        return name === undefined || value === undefined ? [] : [[name, { value, path: [...path, i, 'value'] }]];
    });
}
/** `5001`, or `5001;5002` (.NET) */
function readPorts(value) {
    return numbers(value.split(';'));
}
/** `http://+:5001;https://*:5002` */
function readUrls(value) {
    return numbers(value.split(';').map(url => /^https?:\/\/[^/]*:(\d+)\/?$/.exec(url.trim())?.[1] ?? ''));
}
function numbers(texts) {
    const ports = texts.map(one => (/^\d{1,5}$/.test(one.trim()) ? Number(one) : 0));
    return ports.every(port => port > 0 && port < 65_536) ? ports : [];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-environment.js






const portEnvironment = (0,checks_check/* defineCheck */.qH)({ id: 'port-environment', run: port_environment_run });
function port_environment_run(context) {
    const findings = balancedContainers(context).flatMap(one => checkEnvironment(context, one));
    const problems = findings.filter(({ result }) => result !== 'passed');
    return problems.length > 0 ? problems : (0,checks_check/* anyOf */.EB)(findings.slice(0, 1));
}
/** What the serving revision sets the same way works. */
function checkEnvironment(context, balanced) {
    const { container, config, image, live, balancer } = balanced;
    const variables = portVariables(container, config);
    if (variables.length === 0)
        return [];
    const before = live?.proven ? portVariables(live.container, live.config) : [];
    const changed = variables.filter(({ name, ports }) => !before.some(other => other.name === name && hasSamePorts(other.ports, ports)));
    const balancers = context.observed?.service.loadBalancers ?? [];
    const expected = balancers.filter(other => other.container === container.name).map(({ port }) => port);
    const hasExpected = variables.some(({ ports }) => ports.some(port => expected.includes(port)));
    if (hasExpected || changed.length === 0)
        return [checks_check/* passed */.bF];
    const values = changed.map(({ name, ports, path }) => `${name} is ${(0,enumerate/* enumerate */.HL)(ports.map(String))}${path ? '' : ` in ${(0,task_definition_image/* shortImage */.Uq)(image)}`}`);
    const names = (0,enumerate/* enumerate */.HL)(changed.map(({ name }) => name));
    return [
        {
            result: 'warning',
            text: `container ${container.name}: ${(0,enumerate/* enumerate */.HL)(values)}, but the load balancer sends requests to ${balancer.port}`,
            next: `Set ${names} to ${balancer.port} in the task definition, ${port_advice/* orMoveThePort */.n}`,
            position: context.positionOf(changed[0]?.path ?? mappingPath(balanced) ?? container.path),
        },
    ];
}
// EXTERNAL MODULE: ./lib/src/core/settings/breaker.js
var settings_breaker = __webpack_require__(8292);
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-exposed.js
/** An app need not listen on the port that its image exposes. */











const portExposed = (0,checks_check/* defineCheck */.qH)({ id: 'port-exposed', run: port_exposed_run });
function port_exposed_run(context) {
    const balanced = balancedContainers(context);
    for (const one of balanced) {
        const why = unavailableConfig(context, one);
        if (why !== undefined)
            return [(0,checks_check/* unavailable */.hU)(why)];
    }
    const findings = balanced.flatMap(one => checkExposed(context, one));
    const problems = findings.filter(({ result }) => result !== 'passed');
    return problems.length > 0 ? problems : (0,checks_check/* anyOf */.EB)(findings.slice(0, 1));
}
function unavailableConfig({ resources }, { image, config }) {
    const lookup = resources.images.get(image);
    if (lookup?.kind === 'unavailable')
        return lookup.why;
    if (config || lookup?.kind !== 'found' || lookup.value.kind !== 'stored')
        return undefined;
    return lookup.value.unavailable?.config;
}
function checkExposed(context, balanced) {
    const { container, config, live, balancer } = balanced;
    const exposed = config && exposedBy(config);
    if (!exposed || exposed.length === 0)
        return [];
    const before = live?.config && exposedBy(live.config);
    const isUnchanged = live?.proven && before && hasSamePorts(before, exposed);
    if (exposed.includes(balancer.port) || isUnchanged || isConfigured(balanced))
        return [checks_check/* passed */.bF];
    const hasMoved = (live?.proven && before?.includes(balancer.port)) ?? false;
    const isCertain = hasMoved && !mayBeHidden(container);
    const doubts = doubtsOf(balanced, exposed, hasMoved);
    const isFatal = isCertain && isCheckedInVain(balanced, exposed);
    return [
        {
            result: isCertain ? 'refused' : 'warning',
            text: isFatal ? `${doubts}: ${expectedResult(context)}` : doubts,
            next: (0,port_advice/* portAdvice */.G)(balancer.port, exposed.length === 1 ? exposed[0] : undefined),
            position: context.positionOf(mappingPath(balanced) ?? container.path),
        },
    ];
}
function doubtsOf({ image, live, groups, balancer: { port } }, exposed, hasMoved) {
    const checks = groups.map(({ name, healthCheck }) => `target group ${name} checks ${(0,target_group/* describeCheck */.cn)(healthCheck, port)}`);
    const checked = checks.length > 0 ? ` and ${(0,enumerate/* enumerate */.HL)(checks)}` : '';
    const doubt = `${(0,task_definition_image/* shortImage */.Uq)(image)} exposes ${(0,enumerate/* enumerate */.HL)(exposed.map(String))}, but the load balancer sends requests to ${port}${checked}`;
    if (!hasMoved || !live)
        return doubt;
    return `${doubt}; ${(0,task_definition_image/* shortImage */.Uq)(live.image)}, which serves, exposes ${port}`;
}
/** `5201/tcp` → 5201; undefined if any is no plain port. */
function exposedBy({ exposedPorts }) {
    const ports = exposedPorts.map(port => Number(/^(\d+)(?:\/\w+)?$/.exec(port)?.[1]));
    return ports.some(Number.isNaN) ? undefined : ports;
}
/** A variable or command with the port outweighs what the image exposes. */
function isConfigured({ balancer: { port }, container, config }) {
    const { command, entryPoint, healthCheck, environment } = container.value;
    const words = JSON.stringify([command, entryPoint, healthCheck, environment].map(part => part ?? []));
    return (portVariables(container, config).some(({ ports }) => ports.includes(port)) ||
        new RegExp(`(?<!\\d)${port}(?!\\d)`).test(words));
}
/** Environment files and secrets, which cannot be read, may set the port. */
function mayBeHidden({ value }) {
    const { environmentFiles } = value;
    const names = (0,text_json/* objectsIn */.Qv)(value.secrets).map(({ name }) => (0,text_json/* text */.Qq)(name) ?? '');
    return (((0,text_json/* isList */.Lv)(environmentFiles) && environmentFiles.length > 0) ||
        names.some(name => /PORT|LISTEN|BIND|ADDR(?:ESS)?$|ARGS$|OPTS$|ASPNETCORE_URLS/i.test(name)));
}
function isCheckedInVain({ balancer, groups }, exposed) {
    return (groups.length > 0 &&
        groups.every(({ healthCheck }) => !exposed.includes((0,target_group/* checkedPort */.bl)(healthCheck, balancer.port))));
}
function expectedResult({ observed }) {
    const failures = 'every task would fail its health check';
    if (!observed)
        return failures;
    const { service, settings } = observed;
    const { breaker, rolloutCount } = settings.after;
    const { enable, rollback, threshold } = breaker;
    // Rounding of unbounded shares is not documented.
    if (!enable || rolloutCount === 0 || threshold.type === 'UNBOUNDED_PERCENT')
        return failures;
    const hasCompleted = service.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
    const target = rollback && hasCompleted ? (0,ecs_service/* servingBefore */.mg)(service) : undefined;
    const reaction = target ? `roll back to ${(0,ecs_arn/* revisionName */.pd)(target)}` : 'stop the deployment';
    return `${failures}, and the circuit breaker would ${reaction} after ${(0,settings_breaker/* tripsAt */.Gx)(threshold, rolloutCount)} of them`;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-host.js
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */


const portHost = (0,checks_check/* defineCheck */.qH)({ id: 'port-host', run: port_host_run });
function port_host_run({ definition, positionOf }) {
    const mode = (0,ports/* networkModeOf */.b0)(definition);
    if (mode !== 'awsvpc' && mode !== 'host')
        return undefined;
    return (0,ports/* portedContainersOf */.MY)(definition).flatMap(({ name, mappings }) => mappings.flatMap(({ hostPort, containerPort, path }) => {
        // Under bridge, 0 means any port; its meaning here is not documented.
        if (!hostPort || !containerPort || hostPort === containerPort)
            return [];
        return [
            {
                result: 'refused',
                text: `container ${name}: hostPort is ${hostPort} and containerPort is ${containerPort}, but with network mode ${mode} they must be the same`,
                next: `Remove hostPort, or set it to ${containerPort}.`,
                position: positionOf([...path, 'hostPort']),
            },
        ];
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-name.js
/**
 * "The portName must match the name of one of the portMappings from all the containers in the task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html
 */



const portName = (0,checks_check/* defineCheck */.qH)({ id: 'port-name', alwaysEnforced: true, run: port_name_run });
function port_name_run({ definition, observed, positionOf }) {
    const wanted = observed?.service.portNames ?? [];
    if (wanted.length === 0)
        return undefined;
    const containers = (0,ports/* portedContainersOf */.MY)(definition);
    const names = containers.flatMap(({ mappings }) => mappings.flatMap(({ name }) => name ?? []));
    const [only, ...others] = containers;
    const path = only && others.length === 0 ? [...only.path, 'portMappings'] : ['containerDefinitions'];
    return wanted
        .filter(({ name }) => !names.includes(name))
        .map(({ name, usedBy }) => ({
        result: 'refused',
        text: `${usedBy} of the service uses the port ${(0,problem/* quote */.hD)(name)}, but ${namesText(name, names)}`,
        next: `Add "name": ${(0,problem/* quote */.hD)(name)} to the port mapping that it means, or change ${usedBy} of the service first.`,
        position: positionOf(path),
    }));
}
function namesText(name, names) {
    if (names.length === 0)
        return 'no port mapping of the task definition has a name';
    const similar = (0,problem/* closest */.kp)(name, names);
    const known = `the task definition names only ${names.join(', ')}`;
    return similar ? `${known}; is ${similar} the same port?` : known;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-range.js
/**
 * ECS: "Invalid port mapping for container 'app', cannot specify both single port and port range.", "Invalid
 * 'containerPortRange' setting for container 'app'.", "TCP container port '8085' is used multiple times in task when
 * networkMode=awsvpc." Under other modes, and for ranges under host, its words are not public.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */





const portRange = (0,checks_check/* defineCheck */.qH)({ id: 'port-range', run: port_range_run });
function port_range_run(context) {
    const { definition } = context;
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const hasRange = containers.some(container => mappingsOf(container).some(isRange));
    if (!hasRange)
        return undefined;
    const isShared = (0,ports/* networkModeOf */.b0)(definition) === 'awsvpc';
    const flaws = [
        ...containers.flatMap(container => rangeFlaws(container, (0,ports/* networkModeOf */.b0)(definition))),
        ...overlaps(isShared ? [containers] : containers.map(container => [container])),
    ];
    return flaws.map(flaw => toFinding(context, flaw));
}
function mappingsOf(container) {
    return (0,task_definition_containers/* listedIn */.tl)(container, 'portMappings');
}
function isRange({ value }) {
    return value.containerPortRange !== undefined;
}
function rangeFlaws(container, mode) {
    const { name } = container;
    return mappingsOf(container)
        .filter(isRange)
        .flatMap(({ value, path }) => {
        const place = [...path, 'containerPortRange'];
        const single = ['containerPort', 'hostPort'].find(member => value[member] !== undefined);
        if (single !== undefined) {
            const said = `container ${name}: a port mapping has containerPortRange and ${single}, but ECS takes only one of them`;
            return [{ path: [...path, single], text: said, next: `Remove ${single}, or map it on its own.` }];
        }
        if (!boundsOf(value.containerPortRange)) {
            const said = `container ${name}: containerPortRange is not two ports from 1 to 65535, the lower one first`;
            return [{ path: place, text: said, next: 'Write it as 8080-8090.' }];
        }
        if (mode !== 'host')
            return [];
        const said = `container ${name} has a containerPortRange, which network mode host does not support`;
        return [
            { path: place, text: said, next: 'Map each port on its own, or choose a different network mode.' },
        ];
    });
}
/** The check duplicate-port compares single ports. */
function overlaps(groups) {
    return groups.flatMap(containers => {
        const ranges = containers.flatMap(rangesOf);
        return ranges.flatMap((one, i) => {
            const other = ranges.slice(0, i).find(earlier => overlap(earlier, one));
            if (!other)
                return [];
            const port = Math.max(one.from, other.from);
            return [
                {
                    path: one.path,
                    text: `${one.protocol} port ${port} is in two port mappings, of ${other.container} and of ${one.container}`,
                    next: 'Map each port once.',
                },
            ];
        });
    });
}
function rangesOf(container) {
    return mappingsOf(container).flatMap(({ value, path }) => {
        const { containerPort: port, containerPortRange: range } = value;
        const bounds = range === undefined ? [port, port] : boundsOf(range);
        const [from, to] = bounds ?? [];
        if (typeof from !== 'number' || typeof to !== 'number')
            return [];
        const protocol = (0,text_json/* text */.Qq)(value.protocol) ?? 'tcp';
        return { container: container.name, from, to, protocol, isSingle: range === undefined, path };
    });
}
function overlap(one, other) {
    if (one.isSingle && other.isSingle)
        return false;
    return one.protocol === other.protocol && one.from <= other.to && other.from <= one.to;
}
function boundsOf(range) {
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(String(range)) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return from >= 1 && from < to && to <= 65_535 ? [from, to] : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/port-registry.js
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html */


const portRegistry = (0,checks_check/* defineCheck */.qH)({ id: 'port-registry', run: port_registry_run });
function port_registry_run({ definition, observed, positionOf }) {
    const registries = observed?.service.registries ?? [];
    if (registries.length === 0)
        return undefined;
    return registries.flatMap(({ container: name, port }) => {
        const container = (0,ports/* findContainer */.FA)(definition, name);
        if (container && (port === undefined || (0,ports/* mappingOf */.GS)(container, port)))
            return [];
        const path = container ? [...container.path, 'portMappings'] : ['containerDefinitions'];
        const what = container ? `port ${port} of container ${name}` : `container ${name}`;
        return [
            {
                result: 'refused',
                text: `service discovery of the service registers ${what}, which the task definition lacks`,
                next: `Add ${what} to the task definition, or change serviceRegistries of the service first.`,
                position: positionOf(path),
            },
        ];
    });
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/target-group.js


const targetGroup = (0,checks_check/* defineCheck */.qH)({ id: 'target-group', run: target_group_run });
function target_group_run({ observed, resources: { targetGroups } }) {
    const arns = (observed?.service.loadBalancers ?? []).flatMap(balancer => balancer.targetGroups);
    if (arns.length === 0 || targetGroups.kind === 'skipped')
        return undefined;
    if (targetGroups.kind === 'unavailable')
        return [(0,checks_check/* unavailable */.hU)(targetGroups.why)];
    const missing = arns.filter(arn => !targetGroups.value.some(group => group.arn === arn));
    if (missing.length === 0)
        return [];
    const [verb, it, them] = missing.length === 1 ? ['does', 'the target group', 'it'] : ['do', 'the target groups', 'them'];
    return [
        {
            result: 'refused',
            text: `the service registers its tasks in ${(0,enumerate/* named */.KT)({ one: 'target group', many: 'target groups' }, missing.map(nameOf))}, which ${verb} not exist`,
            next: `Create ${it} again, or remove ${them} from the service.`,
        },
    ];
}
/** `web-prod` of `…:targetgroup/web-prod/6d0ecf831eec9f09` */
function nameOf(arn) {
    return arn.split('/')[1] ?? arn;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/ports/target-type.js
/**
 * The target type cannot be changed. ECS: "The provided target group … has target type instance, which is incompatible
 * with the awsvpc network mode specified in the task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
 */



const targetType = (0,checks_check/* defineCheck */.qH)({ id: 'target-type', alwaysEnforced: true, run: target_type_run });
function target_type_run(context) {
    const groups = serviceTargetGroups(context);
    const mode = (0,ports/* networkModeOf */.b0)(context.definition);
    if (!groups || (mode !== 'awsvpc' && mode !== 'bridge' && mode !== 'host'))
        return undefined;
    const [needed, refused] = mode === 'awsvpc' ? ['ip', 'instance'] : ['instance', 'ip'];
    return groups
        .filter(group => group.targetType === refused)
        .map(group => ({
        result: 'refused',
        text: `target group ${group.name} has target type ${group.targetType}, but network mode ${mode} requires ${needed}`,
        next: `Use a target group of type ${needed} for the service, or keep its current network mode.`,
        position: context.positionOf(['networkMode']),
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/auto-scaling.js
/** Application Auto Scaling may change a raised desired count. */


const autoScaling = (0,checks_check/* defineCheck */.qH)({ id: 'auto-scaling', run: auto_scaling_run });
function auto_scaling_run({ observed, resources: { scaling } }) {
    const bump = observed && bumpOf(observed.settings);
    if (!bump || scaling.kind === 'skipped')
        return undefined;
    if (scaling.kind === 'unavailable')
        return [(0,checks_check/* unavailable */.hU)(scaling.why)];
    const bounds = scaling.value;
    if (!bounds)
        return undefined;
    if (bump.to > bounds.max)
        return [
            {
                result: 'refused',
                text: `bump-desired-count "${bump.to}" is more than the ${bounds.max} tasks that Application Auto Scaling allows this service`,
                next: `Set bump-desired-count to at most ${bounds.max}.`,
            },
        ];
    return [
        {
            result: 'notice',
            text: `Application Auto Scaling keeps this service between ${bounds.min} and ${bounds.max} tasks: it may raise the count further during the rollout, and this action leaves what it sets`,
            next: '',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/bake-time.js


const bakeTime = (0,checks_check/* defineCheck */.qH)({ id: 'bake-time', run: bake_time_run });
/** Goals that come after the bake time, and those between the traffic shift and the bake time. */
const afterBakeTime = ['completed', 'CLEAN_UP'];
const afterShift = ['POST_PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME'];
/** Of `wait-for-minutes`. */
const longestWait = 360;
/**
 * ECS completes a deployment only once traffic has shifted and the bake time is over, and with alarms. For a rolling
 * deployment without alarms, no source says so.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function bake_time_run({ observed, waitMinutes, waitUntil }) {
    if (!observed || waitMinutes === undefined)
        return undefined;
    const { shiftMinutes: shift } = observed.service;
    const bake = bakeMinutes(observed.settings.after, waitUntil ?? 'completed');
    if (bake === undefined || shift + bake === 0)
        return undefined;
    const minutes = shift + bake;
    if (minutes < waitMinutes)
        return [];
    const shorten = remedyFor(observed.service, shift < waitMinutes);
    return [
        {
            result: 'refused',
            text: `${whatTakes(shift, bake)} as long as wait-for-minutes (${waitMinutes}) or longer: this step would end as timed-out while the deployment goes on`,
            next: minutes < longestWait
                ? `Set wait-for-minutes to ${minutes} plus the minutes that the rollout takes, or ${shorten}.`
                : `This step waits for at most ${longestWait} minutes: ${shorten}, or set wait-for-service-stability to false.`,
        },
    ];
}
/** That pass before the goal; undefined for a goal before the end of the traffic shift. */
function bakeMinutes({ alarms, bakeTimeInMinutes, strategy }, goal) {
    if (afterShift.includes(goal))
        return 0;
    if (!afterBakeTime.includes(goal))
        return undefined;
    return strategy === 'ROLLING' && alarms.length === 0 ? 0 : bakeTimeInMinutes;
}
function whatTakes(shift, bake) {
    if (shift === 0)
        return `the bake time of ${bake} minutes takes`;
    if (bake === 0)
        return `the traffic shift of ${shift} minutes takes`;
    return `the traffic shift (${shift} minutes) and the bake time (${bake} minutes) take`;
}
/** A shorter bake time is enough only where the traffic shift alone fits into the wait. */
function remedyFor(service, shiftFits) {
    if ((0,ecs_service/* isExpress */.Ty)(service))
        return `set wait-until to ${shiftFits ? 'BAKE_TIME' : 'PRODUCTION_TRAFFIC_SHIFT'}`;
    return shiftFits ? 'shorten bake-time-minutes' : 'shorten the traffic shift of the service';
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/breaker-off.js


const breakerOff = (0,checks_check/* defineCheck */.qH)({ id: 'breaker-off', run: breaker_off_run });
function breaker_off_run({ observed, rollout: { breaker } }) {
    if (!observed)
        return undefined;
    if (observed.settings.after.breaker.enable)
        return [];
    const isConfigured = breaker.threshold !== undefined || breaker.resetOnHealthyTask !== undefined;
    const ignored = isConfigured ? ', so its settings have no effect' : '';
    return [
        {
            result: 'warning',
            text: `the circuit breaker is off and stays off${ignored}: a revision that cannot start is retried indefinitely`,
            next: (0,ecs_service/* isExpress */.Ty)(observed.service)
                ? 'ECS creates an Express service with it on, and no update can turn it on again. Keep fail-fast-after and set on-timeout: rollback, so that this action requests the rollback, or create the service anew.'
                : 'Remove circuit-breaker: keep, so that the breaker is turned on with rollback.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/settings/task-limits.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
function taskLimitsAt(percents, desiredCount) {
    return {
        min: Math.ceil((percents.minimumHealthyPercent * desiredCount) / 100),
        max: Math.floor((percents.maximumPercent * desiredCount) / 100),
    };
}
/** No old task may stop, no new one start. */
function isDeadlocked({ min, max }, desiredCount) {
    return min >= desiredCount && max <= desiredCount;
}
/** If all new tasks fail, old ones stop only down to the minimum. Traffic shifting runs both revisions in full. */
function maxConcurrentNewTasks(settings, runningCount) {
    const { strategy, rolloutCount } = settings;
    if (strategy !== 'ROLLING')
        return rolloutCount;
    const { min, max } = taskLimitsAt(settings, rolloutCount);
    return Math.min(rolloutCount, Math.max(1, max - Math.min(runningCount, min)));
}
/** What makes room where none is. */
function percentRemedy({ scheduling }, count) {
    const lower = `minimum-healthy-percent to at most ${Math.floor((100 * (count - 1)) / count)}, so that one can stop first`;
    if (scheduling === 'DAEMON')
        return `Set ${lower}.`;
    return `Set maximum-percent to at least ${Math.ceil((100 * (count + 1)) / count)}, so that one more can start, or ${lower}.`;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/health-wait.js

function healthWait({ definition, observed, resources }) {
    const { targetGroups } = resources;
    const groups = targetGroups.kind === 'found' ? targetGroups.value : [];
    const { healthCheckGracePeriodSeconds: gracePeriod = 0 } = observed?.settings.after ?? {};
    const isBalanced = (observed?.service.loadBalancers ?? []).length > 0;
    const waits = isBalanced ? groups.flatMap(group => targetGroupWait(group, gracePeriod)) : [];
    return soonest(waits) ?? soonest((0,text_json/* objectsIn */.Qv)(definition.containerDefinitions).flatMap(containerWait));
}
function soonest(waits) {
    return waits.toSorted((a, b) => a.seconds - b.seconds)[0];
}
/** ECS ignores failures until the grace period ends. */
function targetGroupWait({ healthCheck }, gracePeriod) {
    const { enabled, interval, unhealthyThreshold } = healthCheck;
    if (!enabled)
        return [];
    if (gracePeriod > unhealthyThreshold * interval)
        return [{ of: 'load balancer', seconds: gracePeriod, arithmetic: `(${gracePeriod} s of grace)` }];
    return [
        {
            of: 'load balancer',
            seconds: unhealthyThreshold * interval,
            arithmetic: `(${unhealthyThreshold} × ${interval} s)`,
        },
    ];
}
/** Defaults: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function containerWait({ essential, healthCheck }) {
    if (essential === false || !(0,text_json/* isObject */.Gv)(healthCheck) || isOff(healthCheck.command))
        return [];
    const interval = numberOr(30, healthCheck.interval);
    const retries = numberOr(3, healthCheck.retries);
    const startPeriod = numberOr(0, healthCheck.startPeriod);
    const checks = `${retries} × ${interval} s`;
    return [
        {
            of: 'container',
            seconds: startPeriod + retries * interval,
            arithmetic: startPeriod > 0 ? `(${startPeriod} s + ${checks})` : `(${checks})`,
        },
    ];
}
function isOff(command) {
    return !(0,text_json/* isList */.Lv)(command) || command.length === 0 || command[0] === 'NONE';
}
function numberOr(otherwise, value) {
    return typeof value === 'number' ? value : otherwise;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/breaker-slow.js






const breakerSlow = (0,checks_check/* defineCheck */.qH)({ id: 'breaker-slow', run: breaker_slow_run });
/** Below this, failures are reported fast enough. */
const manyRounds = 3;
/** Tasks that start together fail together. How long a start takes is unknown. */
function breaker_slow_run(context) {
    if (!context.observed)
        return undefined;
    const { service, settings } = context.observed;
    const { breaker, rolloutCount } = settings.after;
    // Nothing makes the breaker of an Express service faster.
    if (!breaker.enable || rolloutCount === 0 || (0,ecs_service/* isExpress */.Ty)(service))
        return undefined;
    const concurrent = maxConcurrentNewTasks(settings.after, service.runningCount);
    const rounds = Math.ceil(lowerBound(breaker.threshold, rolloutCount) / concurrent);
    if (rounds < manyRounds)
        return [];
    const wait = healthWait(context);
    const time = wait
        ? `: about ${(0,duration/* formatDuration */.a3)(rounds * wait.seconds)} of failed ${wait.of} health checks (${rounds} × ${wait.arithmetic}), plus the time to start and stop tasks`
        : '';
    const pace = concurrent === 1 ? 'one after another' : `${concurrent} at a time`;
    const more = service.scheduling === 'REPLICA' ? ` bump-desired-count starts more of them at once,` : '';
    const sooner = context.rollout.breaker.mode === 'stop' ? '' : ' fail-fast-after can stop it after fewer failures,';
    return [
        {
            result: 'notice',
            text: `it takes ${failures(breaker.threshold, rolloutCount)}, ${pace}, to trip the circuit breaker${time}`,
            next: `To find out sooner:${more}${sooner} and circuit-breaker-threshold can set a lower number of tasks.`,
            isRecommendation: true,
        },
    ];
}
function failures(threshold, desiredCount) {
    if (threshold.type === 'UNBOUNDED_PERCENT')
        return (0,settings_breaker/* showThreshold */.t$)(threshold, desiredCount);
    return `${(0,settings_breaker/* tripsAt */.Gx)(threshold, desiredCount)} failed tasks`;
}
/** How ECS rounds an unbounded share is not documented. */
function lowerBound(threshold, desiredCount) {
    if (threshold.type !== 'UNBOUNDED_PERCENT')
        return (0,settings_breaker/* tripsAt */.Gx)(threshold, desiredCount);
    return Math.max(1, Math.floor((threshold.value * desiredCount) / 100));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/controller.js
/**
 * UpdateService cannot change the task definition under every controller.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html
 */

const controller = (0,checks_check/* defineCheck */.qH)({ id: 'controller', alwaysEnforced: true, run: controller_run });
const remedies = new Map([
    ['CODE_DEPLOY', 'Deploy it through AWS CodeDeploy, or move the service to the ECS deployment controller.'],
    ['EXTERNAL', 'Deploy it with task sets, or move the service to the ECS deployment controller.'],
]);
function controller_run({ observed }) {
    if (!observed)
        return undefined;
    const { name, controller: type } = observed.service;
    const next = remedies.get(type);
    if (next === undefined)
        return [];
    return [
        {
            result: 'refused',
            text: `service ${name} has the deployment controller ${type}, so UpdateService cannot change its task definition`,
            next,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/cli-commands.js
/**
 * Commands name the region: the user's shell may have another.
 * https://docs.aws.amazon.com/cli/latest/reference/ecs/
 * https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/
 */


/** ECS stops deployments only by rollback (API_StopServiceDeployment). */
function stopCommand(serviceDeploymentArn) {
    return command(serviceDeploymentArn, `stop-service-deployment --service-deployment-arn ${serviceDeploymentArn} --stop-type ROLLBACK`);
}
/** Ends a pause hook; `--action ROLLBACK` rolls back (API_ContinueServiceDeployment). */
function continueCommand(serviceDeploymentArn, hookId) {
    return command(serviceDeploymentArn, `continue-service-deployment --service-deployment-arn ${serviceDeploymentArn} --hook-id ${hookId}`);
}
function deployCommand(service, revision) {
    if ((0,ecs_service/* isExpress */.Ty)(service))
        return expressCommand(service, `--task-definition-arn ${revision}`);
    return command(service.arn, `update-service ${namesOf(service)} --task-definition ${(0,ecs_arn/* revisionName */.pd)(revision)}`);
}
function scaleToZeroCommand(service) {
    return command(service.arn, `update-service ${namesOf(service)} --desired-count 0`);
}
/** Application Auto Scaling keeps it in these bounds. */
function scaleExpressCommand(service) {
    return expressCommand(service, '--scaling-target minTaskCount=2,maxTaskCount=20');
}
function expressCommand({ arn }, options) {
    return command(arn, `update-express-gateway-service --service-arn ${arn} ${options}`);
}
function describeServiceCommand(service, serviceDeploymentArn) {
    return serviceDeploymentArn
        ? command(serviceDeploymentArn, `describe-service-deployments --service-deployment-arns ${serviceDeploymentArn}`)
        : command(service.arn, `describe-services --cluster ${(0,ecs_arn/* resourceName */.Iy)(service.clusterArn)} --services ${service.name}`);
}
/** API_StopTask takes one task. */
function stopTasksCommand(tasks) {
    return tasks
        .map(arn => {
        const [cluster = '', task = ''] = arn.split('/').slice(-2);
        return command(arn, `stop-task --cluster ${cluster} --task ${task}`);
    })
        .join('; ');
}
/** ECS shows stopped tasks for at least an hour (API_DescribeTasks). */
function tasksCommand({ arn, clusterArn }, tasks) {
    return command(arn, `describe-tasks --cluster ${(0,ecs_arn/* resourceName */.Iy)(clusterArn)} --tasks ${tasks.join(' ')}`);
}
/** API_DescribeAlarmHistory; undefined for a name that needs quotes. */
function alarmCommand(service, alarm) {
    if (!/^\w[\w.-]*$/.test(alarm))
        return undefined;
    return command(service.arn, `describe-alarm-history --alarm-name ${alarm}`, 'cloudwatch');
}
function namesOf({ clusterArn, name }) {
    return `--cluster ${(0,ecs_arn/* resourceName */.Iy)(clusterArn)} --service ${name}`;
}
/** `arn` gives the region. */
function command(arn, words, service = 'ecs') {
    const region = (0,ecs_arn/* parseArn */.Lw)(arn)?.region;
    return `aws ${service} ${words}${region && (0,ecs_arn/* isRegion */.Dp)(region) ? ` --region ${region}` : ''}`;
}
/** Of the family; a task that has just been started is listed, too. */
function listTasksCommand(taskDefinition, cluster) {
    const [family] = (0,ecs_arn/* revisionName */.pd)(taskDefinition).split(':');
    return command(taskDefinition, `list-tasks --cluster ${(0,ecs_arn/* resourceName */.Iy)(cluster)} --family ${family}`);
}
function describeTaskCommand(cluster, task) {
    return command(task, `describe-tasks --cluster ${(0,ecs_arn/* resourceName */.Iy)(cluster)} --tasks ${task}`);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/desired-count.js



const desiredCount = (0,checks_check/* defineCheck */.qH)({ id: 'desired-count', run: desired_count_run });
function desired_count_run({ observed }) {
    if (!observed)
        return undefined;
    if (observed.settings.after.rolloutCount > 0)
        return [];
    return [
        {
            result: 'warning',
            text: 'the desired count is 0: the deployment will complete without starting a task and verify nothing',
            next: (0,ecs_service/* isExpress */.Ty)(observed.service)
                ? `Let it run tasks first: ${scaleExpressCommand(observed.service)}`
                : 'Set bump-desired-count to 1 to start one task for verification and stop it afterwards.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/drift.js
/**
 * Does this deployment overwrite what another repository, or none, registered? Needs revisions tagged by
 * `provenance-tags`.
 */





const drift = (0,checks_check/* defineCheck */.qH)({ id: 'drift', run: drift_run });
function drift_run(context) {
    const { observed, provenance } = context;
    const own = (0,task_definition_tags/* registrarOf */.fl)((0,task_definition_tags/* provenanceIn */.PT)({ tags: provenance.map(({ key, value }) => ({ key, value })) }));
    if (!observed?.serving || own === undefined)
        return undefined;
    const live = (0,task_definition_tags/* provenanceIn */.PT)(observed.live);
    const repository = (0,task_definition_tags/* registrarOf */.fl)(live);
    const paths = repository === own ? [] : overwritten(context);
    if (paths.length === 0)
        return [];
    const serving = (0,ecs_arn/* revisionName */.pd)(observed.serving);
    const what = `this deployment overwrites ${(0,enumerate/* enumerate */.HL)(paths)}`;
    if (repository === undefined)
        return [
            {
                result: 'notice',
                text: `${serving} has no tag that says which repository registered it${byWhom(observed.registeredBy)}: ${what}`,
                next: 'Add what should stay to your source.',
            },
        ];
    return [
        {
            result: 'warning',
            text: `${serving} was registered by ${repository}${live.run ? ` (${live.run})` : ''}, not by ${own}: ${what}`,
            next: 'Add what should stay to your source, or deploy this service from one repository only.',
        },
    ];
}
/** Paths that the new revision and the source change or remove, without images set by inputs. */
function overwritten({ observed, source, registeredDefinition, overriddenImages }) {
    if (!observed)
        return [];
    const images = new Set(overriddenImages.map(container => `${container}.image`));
    const stays = new Set(diff(observed.live, source).map(({ path }) => path));
    return diff(observed.live, registeredDefinition)
        .filter(({ sign, path }) => sign !== '+' && stays.has(path) && !images.has(path))
        .map(({ path }) => path);
}
/** `GitHubActions/deploy` of a role, or a user name. */
function byWhom(registeredBy) {
    const name = registeredBy?.slice(registeredBy.indexOf('/') + 1);
    return name ? ` (ECS says ${name})` : '';
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/express-container.js
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html (taskDefinitionArn) */


/** The container of an Express service that gets the traffic. */
const mainContainer = 'Main';
function mainContainerOf(definition) {
    return (0,task_definition_containers/* containersOf */.Mz)(definition).find(({ value }) => value.name === mainContainer);
}
/** TCP by default (API_PortMapping). */
function tcpMappingsOf(container) {
    const mappings = (0,task_definition_containers/* listedIn */.tl)(container, 'portMappings');
    return mappings.filter(({ value }) => ((0,text_json/* text */.Qq)(value.protocol) || 'tcp') === 'tcp');
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/express-definition.js
/**
 * What Express mode asks of a task definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html (taskDefinitionArn)
 */







const expressDefinition = (0,checks_check/* defineCheck */.qH)({ id: 'express-definition', alwaysEnforced: true, run: express_definition_run });
function express_definition_run(context) {
    const { definition, observed } = context;
    if (!observed || !(0,ecs_service/* isExpress */.Ty)(observed.service))
        return undefined;
    const main = mainContainerOf(definition);
    return [...withoutFargate(context), ...(main ? ofPorts(context, main) : withoutMain(context))];
}
function withoutFargate({ definition, observed, positionOf }) {
    if ((0,task_definition_containers/* isForFargate */.Ox)(definition))
        return [];
    return [
        {
            result: 'refused',
            text: `${observed?.service.name} is an Express service, which runs on Fargate, but FARGATE is not in requiresCompatibilities`,
            next: 'Add "requiresCompatibilities": ["FARGATE"] to the task definition.',
            position: positionOf(['requiresCompatibilities']),
        },
    ];
}
function withoutMain({ definition, observed, positionOf }) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const names = containers.map(({ name }) => (0,problem/* quote */.hD)(name));
    const [only, ...others] = containers;
    const which = only && others.length === 0 ? `the container ${only.name}` : 'the container that gets the traffic';
    return [
        {
            result: 'refused',
            text: `${observed?.service.name} is an Express service, which sends its traffic to a container named ${mainContainer}, but the task definition has ${names.length > 0 ? `only ${(0,enumerate/* enumerate */.HL)(names)}` : 'no container'}`,
            next: `Rename ${which} to ${mainContainer} in the task definition, and in container-name or images.`,
            position: positionOf(['containerDefinitions']),
        },
    ];
}
function ofPorts({ positionOf }, main) {
    const mappings = tcpMappingsOf(main);
    const [mapping, ...others] = mappings;
    const path = [...main.path, 'portMappings'];
    const what = `the container ${mainContainer} of an Express service needs one TCP port mapping with a containerPort and a name`;
    if (!mapping) {
        const next = `Add {"containerPort": …, "name": "http", "protocol": "tcp"} to the portMappings of ${mainContainer}.`;
        return [{ result: 'refused', text: `${what}, but has none`, next, position: positionOf(path) }];
    }
    if (others.length > 0) {
        const next = 'Keep only that of the traffic: the containers of a task reach each other without mappings.';
        const position = positionOf(others[0]?.path ?? path);
        return [{ result: 'refused', text: `${what}, but has ${mappings.length}`, next, position }];
    }
    const { name, containerPort } = mapping.value;
    const lacking = [
        ...(typeof containerPort === 'number' ? [] : ['containerPort']),
        ...((0,text_json/* text */.Qq)(name) ? [] : ['name']),
    ];
    if (lacking.length === 0)
        return [];
    return [
        {
            result: 'refused',
            text: `${what}, but its mapping has no ${(0,enumerate/* enumerate */.HL)(lacking)}`,
            next: `Add ${(0,enumerate/* enumerate */.HL)(lacking)} to the port mapping.`,
            position: positionOf(mapping.path),
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/settings/express-inputs.js
/** A new revision starts a deployment anyway: `force-new-deployment` has its own refusal where there is none. */
function inputsOfUpdateService(options) {
    const others = options;
    const { settingInputs, breaker, bumpDesiredCount, alarms, volume, ...rest } = others;
    const { inFlight: _, forceNewDeployment: __, ...forgotten } = rest;
    // Fails to compile if an option is neither sent nor refused.
    forgotten;
    const inputs = {
        // On with rollback is what ECS sets, too.
        'circuit-breaker': breaker.mode === 'stop',
        'circuit-breaker-threshold': breaker.threshold !== undefined,
        'circuit-breaker-reset-on-healthy-task': breaker.resetOnHealthyTask !== undefined,
        alarms: alarms !== undefined,
        'bump-desired-count': bumpDesiredCount !== undefined,
        'service-managed-ebs-volume': volume !== undefined,
    };
    return [...settingInputs, ...Object.entries(inputs).flatMap(([input, isSet]) => (isSet ? input : []))];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/express-service.js
/**
 * ECS configures the deployments of an Express service itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html
 * https://github.com/aws/containers-roadmap/issues/2813 (neither UpdateExpressGatewayService nor UpdateService can)
 */




const expressService = (0,checks_check/* defineCheck */.qH)({ id: 'express-service', alwaysEnforced: true, run: express_service_run });
function express_service_run({ observed, resources, rollout }) {
    if (!observed || !(0,ecs_service/* isExpress */.Ty)(observed.service))
        return undefined;
    const { service } = observed;
    const inputs = inputsOfUpdateService(rollout);
    return [
        ...(inputs.length > 0 ? [notTaken(service, inputs)] : []),
        ...(resources.endpoint.kind === 'unavailable' ? [withoutEndpoint(resources.endpoint.why)] : []),
    ];
}
const counts = ['desired-count', 'bump-desired-count'];
function notTaken(service, inputs) {
    const scale = inputs.some(input => counts.includes(input))
        ? ` To change how many tasks it runs: ${scaleExpressCommand(service)}`
        : '';
    return {
        result: 'refused',
        text: `${service.name} is an Express service: ECS configures its deployments (canary, circuit breaker with rollback, alarm), and UpdateExpressGatewayService takes only the revision, not ${inputs.join(', ')}`,
        next: `Remove ${inputs.length === 1 ? 'that input' : 'those inputs'}.${scale}`,
    };
}
function withoutEndpoint(why) {
    return { result: 'notice', text: `the output endpoint stays empty: ${why}`, next: '' };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/grace-period.js



const gracePeriod = (0,checks_check/* defineCheck */.qH)({ id: 'grace-period', run: grace_period_run });
function grace_period_run(context) {
    const grace = context.observed?.settings.after.healthCheckGracePeriodSeconds ?? 0;
    const slow = balancedContainers(context).filter(({ container, groups }) => startPeriod(container) > 0 && groups.length > 0);
    if (slow.length === 0)
        return undefined;
    return slow.flatMap(balanced => {
        const group = mostDemanding(balanced, grace);
        return group && !isProven(balanced) ? [tooShort(context, balanced, { group, grace })] : [];
    });
}
function mostDemanding({ container, groups }, grace) {
    const needed = startPeriod(container);
    return groups
        .filter(group => unhealthyAfter(group) < needed && grace < smallestGrace(needed, group))
        .sort((a, b) => smallestGrace(needed, b) - smallestGrace(needed, a))[0];
}
function tooShort({ positionOf }, { container }, { group, grace }) {
    const needed = startPeriod(container);
    const { interval, unhealthyThreshold, healthyThreshold } = group.healthCheck;
    const smallest = smallestGrace(needed, group);
    return {
        result: 'warning',
        text: `container ${container.name} may take ${needed} s to start (startPeriod); target group ${group.name} marks a task unhealthy after ${unhealthyAfter(group)} s (${unhealthyThreshold} × ${interval} s), and the grace period of the service, ${grace} s, ends before it can be healthy again (${needed} s + ${healthyThreshold} × ${interval} s)`,
        next: `Set healthCheckGracePeriodSeconds of the service to at least ${smallest}.`,
        position: positionOf([...container.path, 'healthCheck', 'startPeriod']),
    };
}
function unhealthyAfter({ healthCheck: { interval, unhealthyThreshold } }) {
    return unhealthyThreshold * interval;
}
function smallestGrace(needed, { healthCheck }) {
    return needed + healthCheck.healthyThreshold * healthCheck.interval;
}
/** The serving revision may take as long, and started. */
function isProven({ container, live }) {
    return live?.proven === true && startPeriod(live.container) >= startPeriod(container);
}
function startPeriod({ value: { healthCheck } }) {
    const period = (0,text_json/* isObject */.Gv)(healthCheck) ? healthCheck.startPeriod : undefined;
    return typeof period === 'number' ? period : 0;
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/launch-volumes.js
/** Volumes with `configuredAtLaunch`: who runs the task says what they are. */

/** Names. */
function launchVolumesIn({ volumes }) {
    return (0,text_json/* objectsIn */.Qv)(volumes)
        .filter(volume => volume.configuredAtLaunch === true)
        .flatMap(({ name }) => (0,text_json/* text */.Qq)(name) ?? []);
}
function hasVolume({ volumes }, name) {
    return (0,text_json/* objectsIn */.Qv)(volumes).some(volume => volume.name === name);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/launch-volume.js
/**
 * A volume with `configuredAtLaunch` gets its size and role from the service, or from the inputs.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
 */




const launchVolume = (0,checks_check/* defineCheck */.qH)({ id: 'launch-volume', alwaysEnforced: true, run: launch_volume_run });
function launch_volume_run(context) {
    const { definition, observed } = context;
    const configured = configuredNames(context);
    if (!configured)
        return undefined;
    const atLaunch = launchVolumesIn(definition);
    if (configured.length === 0 && atLaunch.length === 0)
        return undefined;
    // What serves could not do without it either: the answer lacks it (docs/adr/0026).
    if (configured.length === 0 && launchVolumesIn(observed?.live ?? {}).length > 0)
        return undefined;
    return [
        ...atLaunch.filter(name => !configured.includes(name)).map(name => unconfigured(context, name)),
        ...configured.filter(name => !atLaunch.includes(name)).map(name => unmatched(context, name)),
    ];
}
/** Undefined: not known. */
function configuredNames({ observed, rollout, serviceUnavailable }) {
    if (observed)
        return observed.settings.after.volumes.map(({ name }) => name);
    return serviceUnavailable && rollout.volume ? [rollout.volume.name] : undefined;
}
function volumeIn({ definition }, name) {
    return (0,task_definition_containers/* listedIn */.tl)({ value: definition, path: [] }, 'volumes').find(({ value }) => value.name === name);
}
function unconfigured(context, name) {
    const { observed, positionOf, rollout } = context;
    const who = rollout.volume ? 'the inputs configure' : `service ${observed?.service.name} has`;
    const what = rollout.volume ? 'another one' : 'no volumeConfigurations for it';
    return {
        result: 'refused',
        text: `the volume ${(0,problem/* quote */.hD)(name)} is configured at launch, but ${who} ${what}`,
        next: `Set service-managed-ebs-volume-name to ${name} and service-managed-ebs-volume to its size and role, or remove configuredAtLaunch.`,
        position: positionOf(volumeIn(context, name)?.path ?? ['volumes']),
    };
}
/** ECS: "Volume configuration provided but no matching configuredAtLaunch volume found in task definition." */
function unmatched(context, name) {
    const { definition, observed, positionOf, rollout } = context;
    const isThere = hasVolume(definition, name);
    const position = positionOf(volumeIn(context, name)?.path ?? ['volumes']);
    const add = isThere
        ? 'Set configuredAtLaunch: true of that volume'
        : 'Add that volume with configuredAtLaunch: true';
    if (rollout.volume) {
        const meant = isThere ? undefined : (0,problem/* closest */.kp)(name, launchVolumesIn(definition));
        const lacks = isThere
            ? `the volume ${(0,problem/* quote */.hD)(name)} has no configuredAtLaunch: true in the task definition`
            : `the task definition has no volume ${(0,problem/* quote */.hD)(name)}${meant ? `; did you mean ${meant}?` : ''}`;
        const next = `${add}, or remove service-managed-ebs-volume-name and service-managed-ebs-volume.`;
        return { result: 'refused', text: lacks, next, position, input: 'service-managed-ebs-volume-name' };
    }
    const why = isThere
        ? 'it has no configuredAtLaunch: true in the task definition'
        : 'the task definition has no such volume';
    return {
        result: 'refused',
        text: `service ${observed?.service.name} configures the volume ${(0,problem/* quote */.hD)(name)} at launch, but ${why}`,
        next: `${add}, or take it from the service first with aws ecs update-service --volume-configurations '[]'.`,
        position,
    };
}
// EXTERNAL MODULE: ./lib/src/core/ecs/lifecycle-stages.js
var lifecycle_stages = __webpack_require__(4060);
;// CONCATENATED MODULE: ./lib/src/core/checks/service/lifecycle-stage.js


const lifecycleStage = (0,checks_check/* defineCheck */.qH)({ id: 'lifecycle-stage', run: lifecycle_stage_run });
/** A rolling deployment shifts no traffic, but its hooks can name stages before a shift. */
const stagesBeforeShifts = [
    'RECONCILE_SERVICE',
    'PRE_SCALE_UP',
    'SCALE_UP',
    'POST_SCALE_UP',
];
/**
 * Whether a deployment may never show the stage of `wait-until`. AWS describes the stages of deployments that shift
 * traffic; which of them a rolling deployment shows is not documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
 */
function lifecycle_stage_run({ observed, waitUntil }) {
    if (!observed || !isStage(waitUntil))
        return undefined;
    const { service, settings } = observed;
    if (settings.after.strategy !== 'ROLLING')
        return [];
    if (service.hasHooks && stagesBeforeShifts.includes(waitUntil))
        return [];
    const without = service.hasHooks ? '' : ' without lifecycle hooks';
    return [
        {
            result: 'warning',
            text: `wait-until is ${waitUntil}, but a rolling deployment${without} may never show this stage: this step would then wait until the deployment shows a later one or has ended`,
            next: 'Remove wait-until if this step should not end earlier.',
        },
    ];
}
function isStage(waitUntil) {
    const all = lifecycle_stages/* lifecycleStages */.Wm;
    return all.includes(waitUntil);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/pause-hook.js


const pauseHook = (0,checks_check/* defineCheck */.qH)({ id: 'pause-hook', run: pause_hook_run });
/** `wait-until` and the pause hooks of the service (docs/adr/0045). */
function pause_hook_run({ observed, waitUntil }) {
    if (!observed || waitUntil === undefined)
        return undefined;
    const { pauseStages } = observed.service;
    if (waitUntil === 'paused')
        return pauseStages.length > 0 ? [] : [withoutHook];
    if (pauseStages.length === 0)
        return undefined;
    const before = waitUntil === 'completed' ? pauseStages : pauseStages.filter(stage => isBefore(stage, waitUntil));
    if (before.length === 0)
        return [];
    return [
        {
            result: 'notice',
            text: `the service has a pause hook at ${before.join(', ')}: the deployment waits there for somebody to continue it, and this step with it`,
            next: 'Set wait-until: paused if this step should end there.',
        },
    ];
}
const withoutHook = {
    result: 'refused',
    text: 'wait-until is paused, but the service has no pause hook: the deployment would go on without anybody who decides',
    next: 'Add a lifecycle hook with targetType PAUSE to the deploymentConfiguration of the service, or remove wait-until.',
};
/** A hook can have a stage that no deployment shows. */
function isBefore(stage, goal) {
    const shown = stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
    const order = lifecycle_stages/* lifecycleStages */.Wm;
    return order.indexOf(shown) < order.indexOf(goal);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/percent-stuck.js


const percentStuck = (0,checks_check/* defineCheck */.qH)({ id: 'percent-stuck', run: percent_stuck_run });
/** ECS waits indefinitely and only writes an event. Strategies that shift traffic ignore these percentages. */
function percent_stuck_run({ observed, rollout }) {
    if (!observed)
        return undefined;
    const { service, settings } = observed;
    const { minimumHealthyPercent, maximumPercent, rolloutCount: count, strategy } = settings.after;
    if (strategy !== 'ROLLING')
        return [];
    const refusal = refusedByEcs(service, rollout, settings.after);
    if (refusal)
        return [{ result: 'refused', ...refusal }];
    const limits = taskLimitsAt(settings.after, count);
    if (count === 0 || service.runningCount === 0 || !isDeadlocked(limits, count))
        return [];
    return [
        {
            // The count of a DAEMON service follows its instances, which may change. Where tasks are missing, ECS may
            // start those.
            result: service.scheduling === 'DAEMON' || service.runningCount < count ? 'warning' : 'refused',
            text: `no healthy task can be replaced: of ${count} desired, at least ceil(${minimumHealthyPercent}% × ${count}) = ${limits.min} must stay healthy, and at most floor(${maximumPercent}% × ${count}) = ${limits.max} may run, so the deployment would wait indefinitely`,
            next: percentRemedy(service, count),
        },
    ];
}
function refusedByEcs(service, options, { minimumHealthyPercent, maximumPercent }) {
    if (service.scheduling === 'DAEMON') {
        if ((options.maximumPercent ?? 0) <= 100)
            return undefined;
        return {
            text: `maximum-percent ${maximumPercent} is more than 100, the most that a DAEMON service may have`,
            next: 'Remove maximum-percent.',
        };
    }
    const isSet = options.minimumHealthyPercent !== undefined || options.maximumPercent !== undefined;
    if (!isSet || minimumHealthyPercent !== 100 || maximumPercent !== 100)
        return undefined;
    return {
        text: 'no healthy task can be replaced: minimum-healthy-percent and maximum-percent would both be 100, which ECS refuses',
        next: 'Set maximum-percent to more than 100, or minimum-healthy-percent to less.',
    };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/primary-failed.js



const primaryFailed = (0,checks_check/* defineCheck */.qH)({ id: 'primary-failed', run: primary_failed_run });
function primary_failed_run({ observed }) {
    if (!observed)
        return undefined;
    const { service } = observed;
    const primary = (0,ecs_service/* primaryOf */.Os)(service);
    if (primary?.rolloutState !== 'FAILED')
        return [];
    const serving = (0,ecs_service/* servingIn */.m8)(service.deployments);
    const running = serving
        ? `${(0,ecs_arn/* revisionName */.pd)(serving.taskDefinition)} serves`
        : 'no task of the service is running';
    return [
        {
            result: 'warning',
            text: `the PRIMARY deployment, ${primary.id}, has FAILED: ${running}`,
            next: 'No action is needed: this deployment replaces it.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/rollback-target.js

const rollbackTarget = (0,checks_check/* defineCheck */.qH)({ id: 'rollback-target', run: rollback_target_run });
function rollback_target_run({ observed }) {
    if (!observed)
        return undefined;
    const hasCompleted = observed.service.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
    if (!observed.settings.after.breaker.rollback || hasCompleted)
        return [];
    return [
        {
            result: 'warning',
            text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
            next: 'Watch this deployment; once one has succeeded, ECS can roll back to it.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/scheduling.js
/** ECS sets the desired count of a DAEMON service: one task per instance. */

const scheduling = (0,checks_check/* defineCheck */.qH)({ id: 'scheduling', alwaysEnforced: true, run: scheduling_run });
function scheduling_run({ observed, rollout }) {
    if (!observed)
        return undefined;
    const count = rollout.desiredCount ?? rollout.bumpDesiredCount;
    if (observed.service.scheduling !== 'DAEMON' || count === undefined)
        return [];
    return [
        {
            result: 'refused',
            text: `service ${observed.service.name} is a DAEMON service: ECS sets its desired count`,
            next: 'Remove desired-count and bump-desired-count.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/service-active.js

const serviceActive = (0,checks_check/* defineCheck */.qH)({ id: 'service-active', alwaysEnforced: true, run: service_active_run });
function service_active_run({ observed }) {
    if (!observed)
        return undefined;
    const { name, status } = observed.service;
    if (status === 'ACTIVE')
        return [];
    return [
        {
            result: 'refused',
            text: `service ${name} is ${status}, not ACTIVE`,
            next: 'Create the service again, or correct the inputs service and cluster.',
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/service-network.js
/**
 * ECS: "Network Configuration must be provided when networkMode 'awsvpc' is specified.", and "Network Configuration is
 * not valid for the given networkMode of this task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (networkConfiguration)
 */


const serviceNetwork = (0,checks_check/* defineCheck */.qH)({ id: 'service-network', alwaysEnforced: true, run: service_network_run });
function service_network_run({ definition, observed, positionOf }) {
    if (!observed)
        return undefined;
    const { hasNetwork, name } = observed.service;
    const mode = (0,ports/* networkModeOf */.b0)(definition);
    if (hasNetwork === (mode === 'awsvpc'))
        return [];
    // What serves could not do without it either: the answer lacks it (docs/adr/0026).
    if (!hasNetwork && (0,ports/* networkModeOf */.b0)(observed.live) === 'awsvpc')
        return undefined;
    const position = positionOf(['networkMode']);
    if (!hasNetwork)
        return [
            {
                result: 'refused',
                text: `the network mode awsvpc needs subnets, but service ${name} has no networkConfiguration`,
                next: 'Give the service its subnets first with aws ecs update-service --network-configuration, or keep its network mode.',
                position,
            },
        ];
    return [
        {
            result: 'refused',
            text: `service ${name} has a networkConfiguration, which needs the network mode awsvpc, but the task definition has ${mode === undefined ? 'no networkMode' : `network mode ${mode}`}`,
            next: 'Set "networkMode": "awsvpc" in the task definition.',
            position,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/checks/service/serving-gap.js


const servingGap = (0,checks_check/* defineCheck */.qH)({ id: 'serving-gap', run: serving_gap_run });
/**
 * Without room for one more, a new task starts only after an old one has stopped, and all old ones may stop. A DAEMON
 * service never runs more than one task on an instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function serving_gap_run({ observed }) {
    if (!observed)
        return undefined;
    const { service, settings } = observed;
    const { rolloutCount: count, strategy } = settings.after;
    if (strategy !== 'ROLLING' || service.scheduling === 'DAEMON')
        return undefined;
    if (count === 0 || service.runningCount === 0)
        return undefined;
    const { min, max } = taskLimitsAt(settings.after, count);
    if (min > 0 || max > count)
        return [];
    const gap = count === 1
        ? 'ECS stops the old task before it starts the new one, and nothing serves in between'
        : 'ECS may stop all old tasks before it starts new ones, and nothing serves in between';
    return [
        {
            result: 'warning',
            text: `of ${count} desired, no task must stay healthy (minimumHealthyPercent ${settings.after.minimumHealthyPercent}) and at most ${max} may run (maximumPercent ${settings.after.maximumPercent}): ${gap}`,
            next: 'Set minimum-healthy-percent to 100 and maximum-percent to 200, unless the old and the new tasks must never run at the same time.',
        },
    ];
}
// EXTERNAL MODULE: ./lib/src/core/ecs/event-text.js
var event_text = __webpack_require__(8312);
;// CONCATENATED MODULE: ./lib/src/core/checks/service/slow-rollout.js
/**
 * Which setting makes a rolling deployment slow, from the settings of this service. ECS takes a stopped task out of its
 * target groups and waits until they call it unused, at most for their deregistration delay.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html
 */






const slowRollout = (0,checks_check/* defineCheck */.qH)({ id: 'slow-rollout', run: slow_rollout_run });
/** In seconds: what is saved below this is not worth a word. */
const worthSaving = 60;
/** In seconds: longer than most requests. */
const shortDelay = 30;
const developerGuide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
function slow_rollout_run(context) {
    const { observed, resources } = context;
    if (!observed || !isRolling(observed))
        return undefined;
    const delays = resources.deregistrationDelays;
    if (delays.kind === 'skipped')
        return undefined;
    if (delays.kind === 'unavailable')
        return [{ ...(0,checks_check/* unavailable */.hU)(delays.why), isRecommendation: true }];
    const groups = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : [];
    const time = {
        rounds: roundsOf(observed),
        check: Math.max(0, ...groups.flatMap(checkInterval)),
        drain: Math.max(0, ...delays.value.values()),
    };
    const largest = [shorterDrain(time, groups, delays.value), fewerRounds(time, observed)]
        .flat()
        .toSorted((a, b) => b.seconds - a.seconds)[0];
    return largest && largest.seconds >= worthSaving ? [advice(time, observed, largest)] : [];
}
function isRolling({ service, settings }) {
    const { strategy, rolloutCount } = settings.after;
    return strategy === 'ROLLING' && rolloutCount > 0 && service.runningCount > 0 && !(0,ecs_service/* isExpress */.Ty)(service);
}
/** The tasks that `maxConcurrentNewTasks` lets start together. */
function roundsOf({ service, settings }) {
    return Math.ceil(settings.after.rolloutCount / maxConcurrentNewTasks(settings.after, service.runningCount));
}
/**
 * A new target of an Application Load Balancer is healthy after one check that succeeds, whatever the healthy threshold.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function checkInterval({ healthCheck: { enabled, interval } }) {
    return enabled ? [interval] : [];
}
function shorterDrain({ rounds, drain }, groups, delays) {
    const names = groups.filter(({ arn }) => (delays.get(arn) ?? 0) > shortDelay).map(({ name }) => name);
    if (names.length === 0)
        return [];
    const seconds = rounds * (drain - shortDelay);
    return [
        {
            seconds,
            how: `A deregistration delay (deregistration_delay.timeout_seconds) of ${shortDelay} s for target group ${(0,enumerate/* enumerate */.HL)(names)} saves up to ${seconds} s, if no request takes longer than that.`,
            docsUrl: `${developerGuide}/load-balancer-connection-draining.html`,
        },
    ];
}
function fewerRounds({ rounds, check, drain }, { service }) {
    if (rounds === 1 || service.scheduling === 'DAEMON')
        return [];
    const seconds = (rounds - 1) * (check + drain);
    return [
        {
            seconds,
            how: `minimum-healthy-percent: 100 and maximum-percent: 200 replace all tasks in one round, which saves up to ${seconds} s, if there is room for twice the tasks.`,
            docsUrl: `${developerGuide}/service-options.html`,
        },
    ];
}
function advice({ rounds, check, drain }, { service }, { docsUrl, how }) {
    const parts = [
        ...(check > 0 ? [`${check} s until the load balancer first checks a new task`] : []),
        ...(drain > 0 ? [`${drain} s until an old one has drained`] : []),
    ];
    const sum = rounds === 1 ? (0,enumerate/* enumerate */.HL)(parts) : `${rounds} rounds, each with ${(0,enumerate/* enumerate */.HL)(parts)}`;
    const last = lastDuration(service);
    const measured = last === undefined ? '' : `. The last deployment took ${(0,duration/* formatDuration */.a3)(last)}`;
    return {
        result: 'notice',
        text: `the settings of the service can add ${(0,duration/* formatDuration */.a3)(rounds * (check + drain))} to each deployment: at most ${sum}${measured}`,
        next: how,
        docsUrl,
        isRecommendation: true,
    };
}
/** In seconds, of the PRIMARY deployment. */
function lastDuration({ deployments, events }) {
    const primary = (0,ecs_service/* primaryOf */.Os)({ deployments });
    if (primary?.createdAt === undefined || primary.rolloutState !== 'COMPLETED')
        return undefined;
    const completed = (0,event_text/* completedAt */.lV)(events, primary.id);
    if (completed === undefined || completed <= primary.createdAt)
        return undefined;
    return (completed - primary.createdAt) / 1000;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/duplicate-variable.js
/**
 * ECS: "Duplicate secret names found: X. Each secret name must be unique." and "The secret name must be unique and not
 * shared with any new or existing environment variables set on the container". It registers duplicates in
 * `environment`; which one counts is not documented.
 */






const duplicateVariable = (0,checks_check/* defineCheck */.qH)({ id: 'duplicate-variable', run: duplicate_variable_run });
function duplicate_variable_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    const none = containers.every(container => [...(0,task_definition_containers/* listedIn */.tl)(container, 'environment'), ...(0,task_definition_containers/* listedIn */.tl)(container, 'secrets')].length === 0);
    if (none)
        return undefined;
    return containers.flatMap(container => variables(context, container));
}
function variables(context, container) {
    const environment = (0,task_definition_containers/* listedIn */.tl)(container, 'environment');
    const secrets = (0,task_definition_containers/* listedIn */.tl)(container, 'secrets');
    const plain = names(environment);
    const hidden = names(secrets);
    const found = [
        {
            result: 'refused',
            names: [...new Set(hidden)].filter(name => plain.includes(name)),
            items: environment,
            how: 'both in environment and in secrets',
            next: 'Remove the one in environment.',
        },
        {
            result: 'refused',
            names: (0,duplicates/* duplicates */.X)(hidden),
            items: secrets,
            how: 'more than once in secrets',
            next: 'Keep one of each.',
        },
        {
            result: 'warning',
            names: (0,duplicates/* duplicates */.X)(plain),
            items: environment,
            how: 'more than once in environment: which value applies is not documented',
            next: 'Keep one of each.',
        },
    ];
    return found
        .filter(one => one.names.length > 0)
        .map(({ result, names: repeated, items, how, next }) => ({
        result,
        text: `container ${container.name} has ${(0,enumerate/* enumerate */.HL)(repeated)} ${how}`,
        next,
        ...locate(context, items.findLast(({ value }) => value.name === repeated[0])?.path ?? []),
    }));
}
function names(items) {
    return items.flatMap(({ value }) => (0,text_json/* text */.Qq)(value.name) ?? []);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/secret-name.js
/**
 * The last noun decides: DB_PASSWORD is a secret, PASSWORD_FILE a file, TOKEN_TTL a time, SECRET_ARN an ARN. Variants
 * come after it.
 */
const nouns = new Set([
    'PASSWORD', 'PASSWORDS', 'PASSWD', 'PASSWRD', 'PASSPHRASE', 'PASS', 'PWD', 'PSW', 'SECRET', 'TOKEN', 'CREDENTIAL',
    'CREDENTIALS', 'CREDS', 'APIKEY', 'SECRETKEY', 'PRIVATEKEY', 'ACCESSKEY', 'PAT',
]); // biome-ignore format: one set
/** Other keys, such as cache keys, sort keys and public keys, are no secrets. */
const secret_name_keys = new Set([
    'API', 'SECRET', 'PRIVATE', 'ACCESS', 'ENCRYPTION', 'SIGNING', 'MASTER', 'HMAC', 'SHARED', 'AUTH', 'SSH', 'LICENSE',
]); // biome-ignore format: one set
const variants = new Set([
    'PROD', 'PRODUCTION', 'STAGING', 'STAGE', 'DEV', 'DEVELOPMENT', 'TEST', 'QA', 'LIVE', 'SANDBOX', 'OLD', 'NEW', 'CURRENT',
    'PREVIOUS', 'NEXT', 'PRIMARY', 'SECONDARY', 'DEFAULT', 'VALUE', 'BASE', 'BASE64', 'B64', 'HEX', 'PLAIN', 'RAW',
]); // biome-ignore format: one set
/** Bundlers publish these. */
const isPublic = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|VITE|GATSBY|PUBLIC|VUE_APP)_/;
/** Shells keep directories here. */
const shells = new Set(['PWD', 'OLDPWD']);
function isNamedPublic(name) {
    return isPublic.test(name) || wordsOf(name).some(word => word === 'PUBLIC' || word === 'PUBLISHABLE');
}
function isNamedSecret(name) {
    if (isNamedPublic(name) || shells.has(name))
        return false;
    const words = wordsOf(name);
    while (words.length > 1 && (variants.has(words.at(-1) ?? '') || /^V?\d+$/.test(words.at(-1) ?? '')))
        words.pop();
    const [before, last] = [words.at(-2) ?? '', words.at(-1) ?? ''];
    // PGPASSWORD, DBPASSWORD
    if (nouns.has(last) || last.endsWith('PASSWORD'))
        return true;
    return (last === 'KEY' || last === 'KEYS') && secret_name_keys.has(before);
}
/** `dbPassword`, `db.password`, `DB-PASSWORD` → DB, PASSWORD */
function wordsOf(name) {
    return name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .toUpperCase()
        .split(/[^A-Z\d]+/)
        .filter(word => word !== '');
}
// EXTERNAL MODULE: ./lib/src/core/redaction/secret-patterns.js
var secret_patterns = __webpack_require__(4194);
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/secret-value.js
/** A known form of secret, or plainly none. Entropy would also find hashes and ids. */


/** Undefined for no secret, or a public token. */
function secretForm(value, isPublic) {
    const trimmed = value.trim();
    if (isToBeReplaced(trimmed))
        return undefined;
    const password = secret_patterns/* withPassword */.o9.exec(trimmed)?.groups?.password;
    if (password !== undefined && !isToBeReplaced(password))
        return 'a URL with a password';
    const known = [...secret_patterns/* secretPatterns */.cc, secret_patterns/* token */.Sh].filter(({ mayBePublic }) => !isPublic || !mayBePublic);
    const form = known.find(({ pattern }) => pattern.test(trimmed));
    return form && !hasReference(trimmed) ? form.what : undefined;
}
function isHarmless(value) {
    const trimmed = value.trim();
    return isToBeReplaced(trimmed) || isSwitch(trimmed) || isPlace(trimmed) || isPublished(trimmed);
}
/** `${DB_PASSWORD}`, `{{ password }}` */
function isToBeReplaced(value) {
    return value === '' || hasReference(value) || words.test(value) || (0,placeholder/* isPlaceholder */.wK)(value);
}
/** Keys that browsers get: https://docs.stripe.com/keys, https://docs.mapbox.com/help/dive-deeper/access-tokens/ */
function isPublished(value) {
    return (/^(?:pk_(?:live|test)_\w+|pk\.eyJ[\w.-]+|phc_\w+)$/.test(value) ||
        /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) \S+/.test(value) ||
        /^-----BEGIN (?:[A-Z]+ )*(?:PUBLIC KEY|CERTIFICATE)-----/.test(value));
}
const words = /^(?:change[-_ ]?(?:me|it)|replace[-_ ]?me|redacted|placeholder|dummy|none|null|nil|undefined|n\/?a|tbd|x{3,}|\*+|\.{3}|<[^<>]*>|\[[^[\]]*\])$/i;
function hasReference(value) {
    return /\$\{[^{}]+\}|\$\([^()]+\)|\{\{[^{}]+\}\}|^\$\w+$|^%\w+%$/.test(value);
}
/** `true`, `off`, `15m`, `1 day` */
function isSwitch(value) {
    return /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|0|1|\d+\s?(?:ms|s|m|h|d|seconds?|minutes?|hours?|days?))$/i.test(value);
}
/** Where a secret is kept: ARN, path or URL without a password. */
function isPlace(value) {
    return (/^arn:aws[a-z-]*:/.test(value) ||
        /^\.{0,2}(?:\/[\w.@-]+)+\/?$/.test(value) ||
        /^[a-z\d_.-]+(?:\/[a-z\d_.-]+)+$/.test(value) ||
        /^(?:vault:|[a-z][a-z\d+.-]*:\/\/)\S+$/i.test(value));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/secret-in-clear.js
/**
 * Everybody who may describe the task definition can read `environment`. Messages have names, never values.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 */







const secretInClear = (0,checks_check/* defineCheck */.qH)({ id: 'secret-in-clear', run: secret_in_clear_run });
function secret_in_clear_run(context) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(context.definition);
    if (containers.every(container => (0,task_definition_containers/* listedIn */.tl)(container, 'environment').length === 0))
        return undefined;
    return containers.flatMap(container => inClear(context, container));
}
/** Variables from inputs are fixed elsewhere than those from the file. */
function inClear(context, container) {
    const found = (0,task_definition_containers/* listedIn */.tl)(container, 'environment').flatMap(({ value, path }) => {
        const name = (0,text_json/* text */.Qq)(value.name) ?? '';
        const why = secretReason(name, (0,text_json/* text */.Qq)(value.value) ?? '');
        return why === undefined ? [] : [{ path, label: why === '' ? name : `${name} (${why})` }];
    });
    const isFromInput = ({ path }) => context.inputAt(path) !== undefined;
    return [
        ...findingsIn(context, container, found.filter(isFromInput)),
        ...findingsIn(context, container, found.filter(suspect => !isFromInput(suspect))),
    ];
}
function findingsIn(context, container, found) {
    const [first] = found;
    if (!first)
        return [];
    const [verb, it] = found.length === 1 ? ['looks like a secret', 'it'] : ['look like secrets', 'them'];
    return [
        {
            result: 'warning',
            text: `container ${container.name} has ${(0,enumerate/* enumerate */.HL)(found.map(({ label }) => label))} in plain text, which ${verb}`,
            next: `Keep ${it} in Secrets Manager or SSM and reference ${it} in secrets (or with the input secrets).`,
            ...locate(context, first.path),
        },
    ];
}
/** Undefined: no secret. Empty: only the name shows it. */
function secretReason(name, value) {
    const form = secretForm(value, isNamedPublic(name));
    if (form !== undefined)
        return form;
    return isNamedSecret(name) && !isHarmless(value) ? '' : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/secret-reference.js
/**
 * References are never shown: people put secrets there by mistake.
 * Secrets Manager: an ARN alone or with all of `:json-key:version-stage:version-id`; otherwise the task stops with
 * "unexpected ARN format with parameters". Else the name of an SSM parameter in the same region ("The Systems Manager
 * parameter name specified for secret X is invalid. […] letters and symbols: a-zA-Z0-9_.-").
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */






const secretReference = (0,checks_check/* defineCheck */.qH)({ id: 'secret-reference', run: secret_reference_run });
function secret_reference_run(context) {
    const secrets = (0,task_definition_containers/* containersOf */.Mz)(context.definition).flatMap(container => {
        const { own, logging } = (0,task_definition_containers/* secretsIn */.VY)(container);
        return [...own, ...logging].map(secret => ({ container: container.name, ...secret }));
    });
    if (secrets.length === 0)
        return undefined;
    const service = (0,ecs_arn/* parseArn */.Lw)(context.observed?.service.arn ?? '');
    return secrets.flatMap(({ container, value, path }) => {
        const reference = (0,text_json/* text */.Qq)(value.valueFrom);
        const doubt = reference === undefined ? nowhere : doubtIn(reference, service);
        // The check placeholder reports it.
        if (!doubt || (0,placeholder/* placeholderIn */.P5)(reference ?? ''))
            return [];
        const { result, what, next } = doubt;
        const name = (0,text_json/* text */.Qq)(value.name);
        // No colon after the name: what follows one is masked as the value of a secret.
        const subject = name ? `the secret ${name}` : 'a secret without a name';
        return {
            result,
            text: `container ${container}: ${subject} ${what}`,
            next,
            ...locate(context, [...path, 'valueFrom']),
        };
    });
}
/** ECS: "containerDefinitions[0].secrets[0].valueFrom is required". */
const nowhere = {
    result: 'refused',
    what: 'has no valueFrom',
    next: 'Set valueFrom to the ARN of a secret in Secrets Manager, or to the ARN or name of an SSM parameter.',
};
function doubtIn(reference, service) {
    if (!reference.startsWith('arn:'))
        return doubtInName(reference);
    const [, partition = '', provider = '', region = '', account = '', ...resource] = reference.split(':');
    if (provider !== 'secretsmanager' && provider !== 'ssm')
        return {
            result: 'warning',
            what: 'has an ARN of neither Secrets Manager nor SSM, and ECS reads secrets only from these',
            next: 'Use the ARN of a secret or a parameter.',
        };
    const isPlaced = /^aws[a-z-]*$/.test(partition) && (0,ecs_arn/* isRegion */.Dp)(region) && /^\d{12}$/.test(account);
    if (!isPlaced || !(provider === 'ssm' ? isParameter(resource) : isSecret(resource)))
        return {
            result: 'warning',
            what: `has an ARN that is not ${secret_reference_forms[provider]}`,
            next: 'Correct it: a task that cannot read its secrets does not start.',
        };
    return service && doubtInRegion(partition, region, service);
}
const secret_reference_forms = {
    secretsmanager: 'that of a secret, alone or followed by :json-key:version-stage:version-id with all three colons',
    ssm: 'of the form arn:aws:ssm:eu-west-1:123456789012:parameter/NAME',
};
/**
 * A secret that a service of AWS manages has an exclamation mark: `rds!db-…`.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
 */
function isSecret([kind, name, ...more]) {
    return (kind === 'secret' && !!name && /^[\w/+=.@!-]+$/.test(name) && (more.length === 0 || more.length === 3));
}
function isParameter(resource) {
    return /^parameter\/[\w./-]+(?::[\w.-]+)?$/.test(resource.join(':'));
}
function doubtInName(name) {
    if (/^[\w./-]{1,2048}$/.test(name))
        return undefined;
    const next = 'Use the ARN of a secret in Secrets Manager, or the ARN or name of an SSM parameter.';
    if (name === '')
        return { result: 'warning', what: 'has an empty valueFrom', next };
    // SSM knows NAME:VERSION; whether ECS does is not documented.
    const isVersioned = /^[\w./-]+:[\w.:-]*$/.test(name);
    return {
        result: isVersioned ? 'warning' : 'refused',
        what: 'has a valueFrom that is no ARN, with characters that the name of an SSM parameter cannot contain',
        next,
    };
}
/** Credentials of one partition do not work in another. */
function doubtInRegion(partition, region, service) {
    if (partition !== service.partition)
        return {
            result: 'warning',
            what: `is in the partition ${partition}, but the service runs in ${service.partition}, where roles cannot read it`,
            next: `Use a secret of the partition ${service.partition}.`,
        };
    if (region === service.region)
        return undefined;
    return {
        result: 'notice',
        what: `is in ${region}, but the service runs in ${service.region}`,
        next: `If this is not intended, use one in ${service.region}.`,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/unnamed-variable.js
/**
 * ECS: "containerDefinitions[0].secrets[0].name is required".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html
 */




const unnamedVariable = (0,checks_check/* defineCheck */.qH)({ id: 'unnamed-variable', run: unnamed_variable_run });
function unnamed_variable_run(context) {
    const variables = (0,task_definition_containers/* containersOf */.Mz)(context.definition).flatMap(container => {
        const { own, logging } = (0,task_definition_containers/* secretsIn */.VY)(container);
        return [...(0,task_definition_containers/* listedIn */.tl)(container, 'environment'), ...own, ...logging].map(({ value, path }) => ({
            container,
            value,
            path,
        }));
    });
    if (variables.length === 0)
        return undefined;
    return variables
        .filter(({ value }) => !(0,text_json/* text */.Qq)(value.name))
        .map(({ container, path }) => ({
        result: 'refused',
        text: `container ${container.name}: ${(0,text_json/* showPath */.P8)(path.slice(container.path.length))} has no name`,
        next: 'Give it a name, or remove it.',
        ...locate(context, path),
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/checks/variables/vanished-variable.js
/** A file may lack what somebody added by hand. A renamed variable vanishes too, so the new names are listed. */






const vanishedVariable = (0,checks_check/* defineCheck */.qH)({ id: 'vanished-variable', run: vanished_variable_run });
function vanished_variable_run(context) {
    const { observed, definition } = context;
    if (!observed?.serving)
        return undefined;
    const after = new Map((0,task_definition_containers/* containersOf */.Mz)(definition).map(container => [container.name, container]));
    const pairs = (0,task_definition_containers/* containersOf */.Mz)(observed.live).flatMap(live => {
        const container = after.get(live.name);
        return container && namesIn(live).size > 0 ? [{ live, container }] : [];
    });
    if (pairs.length === 0)
        return undefined;
    const serving = (0,ecs_arn/* revisionName */.pd)(observed.serving);
    return pairs.flatMap(({ live, container }) => lost(context, { serving, live, container }));
}
function lost(context, { serving, live, container }) {
    const [before, after] = [namesIn(live), namesIn(container)];
    const gone = [...before].filter(([name]) => !after.has(name));
    if (gone.length === 0 || mayBeInFiles(live, container))
        return [];
    const added = [...after.keys()].filter(name => !before.has(name));
    const ofKind = (member) => gone.flatMap(([name, kind]) => (kind === member ? name : []));
    const what = (0,enumerate/* namedByKind */.N8)([
        { one: 'secret', many: 'secrets', names: ofKind('secrets') },
        { one: 'variable', many: 'variables', names: ofKind('environment') },
    ]);
    const newNames = added.length > 0 ? ` (new: ${(0,enumerate/* enumerate */.HL)(added)})` : '';
    return [
        {
            result: 'warning',
            text: `container ${container.name} no longer has ${what}, which ${serving} has${newNames}`,
            next: 'Add what should stay to your source.',
            ...locate(context, [...container.path, gone[0]?.[1] ?? 'environment']),
        },
    ];
}
/** Secrets come first. */
function namesIn(container) {
    const members = ['secrets', 'environment'];
    return new Map(members.flatMap(member => (0,task_definition_containers/* listedIn */.tl)(container, member).flatMap(({ value }) => {
        const name = (0,text_json/* text */.Qq)(value.name);
        return name ? [[name, member]] : [];
    })));
}
/** New environment files can set them. */
function mayBeInFiles(live, container) {
    const [before, after] = [live, container].map(({ value }) => JSON.stringify(value.environmentFiles ?? []));
    return after !== '[]' && after !== before;
}
;// CONCATENATED MODULE: ./lib/src/core/checks/checks.js









































































const definitions = [
    serviceActive,
    controller,
    expressService,
    expressDefinition,
    imageMoves,
    tagMoved,
    imageMissing,
    imageArchitecture,
    placeholder_placeholder,
    executionRole,
    secretReference,
    unnamedVariable,
    duplicateVariable,
    environmentFile,
    registryCredentials,
    logDriver,
    logGroup,
    fargateSize,
    fargateUnsupported,
    network_mode_networkMode,
    ephemeralStorage,
    retiredMember,
    containerSize,
    containerLimits,
    containerName,
    essential,
    duplicateContainer,
    containerDependency,
    danglingReference,
    volume,
    proxyConfiguration,
    duplicatePort,
    portBounds,
    portRange,
    definitionSize,
    secretInClear,
    vanishedVariable,
    drift,
    portHost,
    portBalancer,
    portName,
    portRegistry,
    targetGroup,
    targetType,
    healthPort,
    portExposed,
    portEnvironment,
    healthCheck,
    healthCommand,
    gracePeriod,
    breakerOff,
    rollbackTarget,
    rollbackImage,
    primaryFailed,
    desiredCount,
    scheduling,
    serviceNetwork,
    launchVolume,
    breakerSlow,
    percentStuck,
    servingGap,
    slowRollout,
    bakeTime,
    pauseHook,
    lifecycleStage,
    autoScaling,
    alarmRinging,
    alarmMissing,
    alarmNone,
    alarmUnhealthyHosts,
    alarmRunningTasks,
];
const checkIds = definitions.map(({ id }) => id);
const enforced = new Set(definitions.flatMap(({ id, alwaysEnforced }) => (alwaysEnforced ? id : [])));
function runChecks(context, preflight) {
    const checks = definitions.flatMap(definition => (0,checks_check/* runCheck */.k_)(definition, context));
    const isKnownHere = (0,task_definition_tags/* isKnown */.qE)((0,task_definition_tags/* provenanceIn */.PT)(context.observed?.live ?? {}));
    return applyPreflight(checks.filter(({ isRecommendation }) => !(isRecommendation && isKnownHere)), preflight);
}
/** If one of these is refused, no other check of the service is worth reporting. */
function runServiceChecks(context) {
    return [serviceActive, controller].flatMap(definition => (0,checks_check/* runCheck */.k_)(definition, context));
}
function applyPreflight(checks, preflight) {
    switch (preflight) {
        case 'fail':
            return [...checks];
        case 'warn':
            return checks.map(check => check.result === 'refused' && !isEnforced(check) ? { ...check, result: 'warning' } : check);
        case 'off':
            return checks.filter(isEnforced);
    }
}
function isEnforced({ id, alwaysEnforced }) {
    return alwaysEnforced === true || enforced.has(id);
}
;// CONCATENATED MODULE: ./lib/src/core/checks/merge-checks.js
/** The checks of several services as one list: what concerns only some of them names them. */

function mergeChecks(all) {
    const [only, ...others] = all;
    if (only && others.length === 0)
        return [...only.checks];
    const merged = [];
    for (const { checks, service } of all) {
        for (const check of checks) {
            const same = merged.find(one => merge_checks_isSame(one.check, check));
            if (!same)
                merged.push({ check, services: [service] });
            else if (!same.services.includes(service))
                same.services.push(service);
        }
    }
    return merged.map(({ check, services }) => {
        const isOfAll = services.length === all.length || check.result === 'passed';
        return isOfAll ? check : { ...check, text: `${(0,enumerate/* enumerate */.HL)(services)}: ${check.text}` };
    });
}
function merge_checks_isSame(one, other) {
    return one.id === other.id && one.result === other.result && one.text === other.text;
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/image-tags.js



/** `app=9be21c4 envoy=v1.30`. `known`: definitions that may have the same digests */
function imageTagsText(named, registered, { known }) {
    const names = new Map((0,task_definition/* imagesOf */.IC)(named).map(({ container, image }) => [container, image]));
    const entries = (0,task_definition/* imagesOf */.IC)(registered).flatMap(one => {
        const reference = (0,task_definition_image/* parseImage */.zZ)(one.image);
        if (!reference?.digest || reference.tag)
            return [];
        const tag = (0,task_definition_image/* parseImage */.zZ)(names.get(one.container) ?? '')?.tag ?? knownTag(one, known);
        return tag ? [`${one.container}=${tag}`] : [];
    });
    return entries.length > 0 ? entries.join(' ') : undefined;
}
function knownTag(image, known) {
    for (const definition of known) {
        const isSame = (0,task_definition/* imagesOf */.IC)(definition).some(one => one.container === image.container && one.image === image.image);
        const tag = isSame ? tagsIn(definition).get(image.container) : undefined;
        if (tag)
            return tag;
    }
    return undefined;
}
/** `…/web:9be21c4@sha256:…` where the definition has only the digest */
function withTag(image, definition) {
    const reference = (0,task_definition_image/* parseImage */.zZ)(image.image);
    const tag = tagsIn(definition).get(image.container);
    if (!reference?.digest || reference.tag || !tag)
        return image;
    return { ...image, image: `${reference.repository}:${tag}@${reference.digest}` };
}
/** By container. Anybody can write tags. */
function tagsIn(definition) {
    const entries = ((0,task_definition_tags/* imageTagsOf */.uv)(definition) ?? '').split(' ').flatMap(entry => {
        const [, container = '', tag = ''] = /^([\w-]+)=(\w[\w.-]{0,127})$/.exec(entry) ?? [];
        return container ? [[container, tag]] : [];
    });
    return new Map(entries);
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/render.js
var render = __webpack_require__(3372);
;// CONCATENATED MODULE: ./lib/src/core/task-definition/partial-render.js
/** Renders a definition as if its problems were fixed, so that one run reports all of them. */



/** undefined if a container name would be a mere guess */
function renderPartially(base, options) {
    const { images, overrides } = options;
    const { container: settings } = overrides;
    const names = (0,task_definition/* imagesOf */.IC)(base).map(({ container }) => container);
    const wanted = [...images.map(({ container }) => container), ...(settings?.containers ?? [])];
    const probable = new Map(wanted.flatMap(name => {
        const container = probableContainer(name, names);
        return container === undefined ? [] : [[name, container]];
    }));
    if (wanted.some(name => !probable.has(name)))
        return undefined;
    const corrected = (name) => probable.get(name) ?? name;
    const correctedOptions = {
        ...options,
        images: images.map(image => ({ ...image, container: corrected(image.container) })),
        overrides: settings
            ? { ...overrides, container: { ...settings, containers: settings.containers.map(corrected) } }
            : overrides,
    };
    return { options: correctedOptions, definition: (0,render/* applied */.Ic)(base, correctedOptions) };
}
function probableContainer(name, names) {
    if (names.includes(name))
        return name;
    return (0,problem/* closest */.kp)(name, names) ?? (names.length === 1 ? names[0] : undefined);
}
;// CONCATENATED MODULE: ./lib/src/core/plan/ambiguous-source.js
/** Without a definition of its own, a run starts from what its services run: it must not matter from which. */




function ambiguousSource({ base, options, targets }) {
    const [first, ...others] = targets.flatMap(target => (target.kind === 'service' ? target.observed : []));
    if (!first || others.length === 0 || base.definition !== first.live)
        return [];
    const rendered = rendering(first.live, options);
    const different = others.find(({ live }) => diff(rendered, rendering(live, options)).length > 0);
    if (!different)
        return [];
    const family = (0,task_definition/* familyOf */.Ap)(first.live);
    const text = `${ambiguous_source_namesOf(first)} and ${ambiguous_source_namesOf(different)}, so it is not clear which task definition is meant: set task-definition (a file), task-definition-arn or task-definition-family${family ? ` (${family})` : ''}`;
    return [{ subject: 'service', text }];
}
function rendering(live, options) {
    return renderPartially(live, options)?.definition ?? live;
}
/** `web runs web:7` */
function ambiguous_source_namesOf({ service, serving }) {
    return `${service.name} runs ${serving ? (0,ecs_arn/* revisionName */.pd)(serving) : 'no revision'}`;
}
;// CONCATENATED MODULE: ./lib/src/core/settings/service-settings.js
/** Service settings before and after the update. */


/** Those of an Express service stay. */
function settingsOf(service, options) {
    const before = settingsBefore(service);
    return { before, after: (0,ecs_service/* isExpress */.Ty)(service) ? before : settingsAfter(service, options) };
}
// Both objects name each setting that is not plain: one that is forgotten does not compile.
function settingsBefore(service) {
    const { desiredCount: rolloutCount, breaker, alarms, strategy, volumes } = service;
    return { ...plainSettingsBy(name => service[name]), rolloutCount, breaker, alarms, strategy, volumes };
}
function settingsAfter(service, options) {
    const plain = plainAfter(service, options);
    return {
        ...plain,
        rolloutCount: Math.max(plain.desiredCount, options.bumpDesiredCount ?? 0),
        breaker: breakerAfter(service.breaker, options.breaker),
        alarms: options.alarms?.names ?? service.alarms,
        strategy: service.strategy,
        volumes: options.volume ? [options.volume] : service.volumes,
    };
}
function plainAfter(before, options) {
    return plainSettingsBy(name => options[name] ?? before[name]);
}
function plainSettingsBy(valueIn) {
    return Object.fromEntries(plain_settings/* plainSettings */.Kh.map(name => [name, valueIn(name)]));
}
function breakerAfter(before, options) {
    const { mode } = options;
    return {
        enable: mode === 'keep' ? before.enable : true,
        rollback: mode === 'keep' ? before.rollback : mode === 'rollback',
        resetOnHealthyTask: options.resetOnHealthyTask ?? before.resetOnHealthyTask,
        threshold: options.threshold ?? before.threshold,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/input-of-path.js

function inputOfPath(definition, path, options) {
    const { images, overrides } = options;
    const [first, index, ...inside] = path;
    if (first === 'taskRoleArn')
        return overrides.taskRoleArn && 'task-role-arn';
    if (first === 'executionRoleArn')
        return overrides.executionRoleArn && 'execution-role-arn';
    if (first !== 'containerDefinitions' || typeof index !== 'number')
        return undefined;
    const containers = definition.containerDefinitions;
    const container = (0,text_json/* isList */.Lv)(containers) ? containers[index] : undefined;
    if (!(0,text_json/* isObject */.Gv)(container))
        return undefined;
    const name = (0,text_json/* text */.Qq)(container.name) ?? '';
    if (inside[0] === 'image') {
        const image = images.find(one => one.container === name);
        return image && (image.input === 'images' ? 'images' : 'image');
    }
    const settings = overrides.container;
    if (!settings?.containers.includes(name))
        return undefined;
    return inputOfSetting(settings, container, inside);
}
function inputOfSetting(settings, container, [member, step, option]) {
    switch (member) {
        case 'environment':
            return has(settings.environment, input_of_path_nameAt(container.environment, step)) && 'environment-variables';
        case 'secrets':
            return has(settings.secrets, input_of_path_nameAt(container.secrets, step)) && 'secrets';
        case 'dockerLabels':
            return has(settings.dockerLabels, step) && 'docker-labels';
        case 'environmentFiles':
            return settings.environmentFiles.length > 0 ? 'env-files' : undefined;
        case 'command':
            return settings.command && 'command';
        case 'logConfiguration':
            if (step === 'options')
                return has(settings.logOptions, option) && 'log-configuration-options';
            return step === 'secretOptions' ? undefined : settings.logDriver && 'log-configuration-log-driver';
        default:
            return undefined;
    }
}
function has(settings, key) {
    return settings.some(setting => setting.key === key) || undefined;
}
function input_of_path_nameAt(list, step) {
    const item = (0,text_json/* isList */.Lv)(list) && typeof step === 'number' ? list[step] : undefined;
    return (0,text_json/* isObject */.Gv)(item) ? (0,text_json/* text */.Qq)(item.name) : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/plan/following-port.js


/** The load balancer of an Express service gets its port from the definition. */
function followingPort(service, definition) {
    if (!(0,ecs_service/* isExpress */.Ty)(service))
        return service;
    const main = mainContainerOf(definition);
    const [port] = main ? tcpMappingsOf(main).map(({ value }) => value.containerPort) : [];
    // Another check refuses a definition without it.
    if (typeof port !== 'number')
        return { ...service, loadBalancers: [] };
    const loadBalancers = service.loadBalancers.map(one => ({ ...one, container: mainContainer, port }));
    return { ...service, loadBalancers };
}
;// CONCATENATED MODULE: ./lib/src/core/plan/image-source.js




/** The base before the serving revision, and either before this run. */
function imageSource(query) {
    const { base, options, serving } = query;
    const { commit, repository } = options.provenance;
    const known = [{ definition: base.definition, name: base.origin }];
    if (serving)
        known.push({ definition: serving.live, name: serving.name });
    for (const one of known) {
        const tags = (0,task_definition_tags/* provenanceIn */.PT)(one.definition);
        if (tags.commit === undefined || !hasSameImages(query, one.definition))
            continue;
        return { commit: tags.commit, repository: tags.repository, sameAs: one.name };
    }
    const isCopy = base.kind === 'revision' && hasSameImages(query, base.definition);
    if (isCopy)
        return { commit: undefined, repository, sameAs: base.origin };
    return { commit, repository, sameAs: undefined };
}
/** Containers may be left out, but each that stays runs what it ran there. */
function hasSameImages(query, known) {
    const before = (0,task_definition/* imagesOf */.IC)(known);
    const after = (0,task_definition/* imagesOf */.IC)(query.definition);
    return after.length > 0 && after.every(image => before.some(other => image_source_isSame(query, image, other)));
}
function image_source_isSame(query, { container, image }, other) {
    if (other.container !== container)
        return false;
    const digest = (0,related_resources/* digestOf */.ol)(query.resources, image);
    if (digest !== undefined && other.image.endsWith(`@${digest}`))
        return true;
    return other.image === image && !image_source_mayHaveMoved(query, { container, image });
}
/** This run may have pushed such a tag again, unless it takes the image from a revision. */
function image_source_mayHaveMoved({ base, options, resources }, { container, image }) {
    const isRequested = base.kind === 'file' || options.images.some(one => one.container === container);
    const found = resources.images.get(image);
    const isImmutable = found?.kind === 'found' && found.value.kind === 'stored' && found.value.immutable;
    return isRequested && !isImmutable && (0,task_definition_image/* mutableReason */.PH)(image) !== undefined;
}
// EXTERNAL MODULE: ./lib/src/core/plan/pin-images.js
var pin_images = __webpack_require__(7236);
;// CONCATENATED MODULE: ./lib/src/core/plan/build-check-context.js










function checkContext(checked) {
    const { options, base, definition, target, resources } = checked;
    const observed = target?.kind === 'service' ? target.observed : undefined;
    const registeredDefinition = (0,pin_images/* pinImages */.M)(definition, options.imagePolicy, resources);
    return {
        definition,
        registeredDefinition,
        imagePolicy: options.imagePolicy,
        asIs: base.asIs && base.origin,
        source: base.definition,
        provenance: provenanceFor(checked, registeredDefinition),
        isDryRun: options.mode === 'plan',
        overriddenImages: options.images.map(({ container }) => container),
        rollout: options.rollout,
        waitMinutes: options.watch?.minutes,
        waitUntil: options.watch?.waitUntil,
        resources,
        serviceUnavailable: target?.kind === 'offline',
        inputAt: path => inputOfPath(definition, path, options),
        positionOf: base.positionOf ?? build_check_context_nowhere,
        pages: options.pages,
        observed: observed && {
            ...observed,
            service: followingPort(observed.service, definition),
            settings: settingsOf(observed.service, options.rollout),
        },
    };
}
function imageSourceOf({ target, ...checked }) {
    const observed = target?.kind === 'service' ? target.observed : undefined;
    const serving = observed?.serving
        ? { live: observed.live, name: (0,ecs_arn/* revisionName */.pd)(observed.serving) }
        : undefined;
    if (checked.base.asIs && hasMoved(checked))
        return unknownSource;
    return imageSource({ ...checked, serving });
}
const unknownSource = { commit: undefined, repository: undefined, sameAs: undefined };
/** Then the tags of the revision are about another image. */
function hasMoved({ definition, resources }) {
    return (0,task_definition/* imagesOf */.IC)(definition).some(image => (0,related_resources/* movedDigest */.U$)(resources, image) !== undefined);
}
function build_check_context_nowhere() {
    return undefined;
}
/** ECS refuses too many tags: the user's own come first. */
function provenanceFor(checked, registered) {
    const { base, definition, options, previous, target } = checked;
    if (base.asIs !== undefined || !options.provenanceTags || !(0,task_definition_tags/* isKnown */.qE)(options.provenance))
        return [];
    const { commit, repository } = imageSourceOf(checked);
    const observed = target?.kind === 'service' ? target.observed : undefined;
    const known = [base.definition, ...(observed ? [observed.live] : [])];
    const tags = (0,task_definition_tags/* provenanceTags */.Xy)({ ...options.provenance, commit, repository }, { previous, imageTags: imageTagsText(definition, registered, { known }) });
    return (0,task_definition_tags/* tagsOf */.Fg)(definition).length + tags.length > task_definition_tags/* mostTags */.hp ? [] : tags;
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/image-problem.js
var image_problem = __webpack_require__(542);
;// CONCATENATED MODULE: ./lib/src/core/plan/planned-images.js



function missingMembers(family, containers) {
    const subject = 'task-definition';
    const problems = [];
    if (!family)
        problems.push({ subject, text: 'has no family: set the family to register it in' });
    if (containers === 0)
        problems.push({ subject, text: 'has no containerDefinitions: add at least one container' });
    return problems;
}
/** ECS registers these, but no host can pull them. Running images are fine. */
function imageProblems(context, proposed, running) {
    const known = new Set(running.map(({ image }) => image));
    return proposed.flatMap(({ container, image }, index) => {
        const text = known.has(image) ? undefined : problemOf(container, image);
        if (text === undefined)
            return [];
        const { position } = locate(context, ['containerDefinitions', index, 'image']);
        return { subject: 'task-definition', text, position };
    });
}
function problemOf(container, image) {
    if (image === '')
        return `container ${container} has no image: set one here or with the input image or images`;
    const problem = (0,image_problem/* imageProblem */.J)(image, 'definition');
    return problem && `container ${container}: ${problem}`;
}
/** The images set by the user or different from what runs, or else all. */
function plannedImages({ images }, { proposed, running, runningNames, named }) {
    const runningImages = running.map(byContainer);
    const names = runningNames.map(byContainer);
    const nameOf = byContainer(named);
    const requested = new Set(images.map(({ container }) => container));
    const relevant = proposed.filter(({ container, image }) => requested.has(container) || !runs(runningImages, { container, image }));
    return (relevant.length > 0 ? relevant : proposed).map(({ container, image }) => {
        const name = nameOf.get(container);
        const from = commonImage(runningImages, container);
        const fromName = commonImage(names, container);
        return {
            container,
            to: image,
            from,
            fromName: fromName === from ? undefined : fromName,
            named: name === image ? undefined : name,
        };
    });
}
/** In every service. */
function runs(services, { container, image }) {
    return services.length > 0 && services.every(images => images.get(container) === image);
}
/** Undefined: services run different ones. */
function commonImage(services, container) {
    const [first, ...others] = new Set(services.map(images => images.get(container)));
    return others.length === 0 ? first : undefined;
}
function replacedImages(source, named) {
    const kept = new Set(named.map(({ image }) => image));
    return (0,task_definition/* imagesOf */.IC)(source).flatMap(({ image }) => (kept.has(image) ? [] : image));
}
function byContainer(images) {
    return new Map(images.map(({ container, image }) => [container, image]));
}
;// CONCATENATED MODULE: ./lib/src/core/plan/revision-plan.js
function isAsIs(revision) {
    return revision.kind === 'existing' && revision.reason !== 'joined';
}
function isRollback(revision) {
    return revision.kind === 'existing' && revision.reason === 'rollback';
}
function provenanceOf(revision) {
    return revision.kind === 'new' ? revision.provenance : [];
}
;// CONCATENATED MODULE: ./lib/src/core/settings/service-update.js
/**
 * ECS merges `deploymentConfiguration` member by member: what is not sent stays.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */




function serviceUpdate(settings, options) {
    const others = options;
    const { inFlight, settingInputs, breaker, bumpDesiredCount, ...rest } = others;
    const { forceNewDeployment, alarms, volume, ...forgotten } = rest;
    // Fails to compile if an option is not sent.
    forgotten;
    const { desiredCount, ...members } = optionsOf(plain_settings/* serviceDefaults */.w_, options);
    const configuration = (0,defined_members/* definedMembers */.v)({
        deploymentCircuitBreaker: breakerUpdate(settings, options),
        ...optionsOf(plain_settings/* deploymentDefaults */.GW, options),
        alarms: alarms && { alarmNames: alarms.names, enable: true, rollback: alarms.rollback },
    });
    return (0,defined_members/* definedMembers */.v)({
        deploymentConfiguration: Object.keys(configuration).length > 0 ? configuration : undefined,
        desiredCount: bumpOf(settings)?.to ?? desiredCount,
        forceNewDeployment: forceNewDeployment ? true : undefined,
        volumeConfigurations: volume && [volume],
        ...members,
    });
}
/** With the values of tags hidden. */
function shownUpdate({ volumeConfigurations, ...update }) {
    const volumes = volumeConfigurations?.map(withoutTagValues);
    return JSON.parse(JSON.stringify({ ...update, volumeConfigurations: volumes }));
}
function optionsOf(defaults, options) {
    const names = Object.keys(defaults);
    return Object.fromEntries(names.map(name => [name, options[name]]));
}
function breakerUpdate({ after }, { breaker }) {
    const { mode, threshold: thresholdConfiguration, resetOnHealthyTask } = breaker;
    const isUnchanged = thresholdConfiguration === undefined && resetOnHealthyTask === undefined;
    if (mode === 'keep' && isUnchanged)
        return undefined;
    const { enable, rollback } = after.breaker;
    return { enable, rollback, ...(0,defined_members/* definedMembers */.v)({ resetOnHealthyTask, thresholdConfiguration }) };
}
;// CONCATENATED MODULE: ./lib/src/core/plan/service-plan.js







function planService(observed, revision, { options: { rollout }, resources }) {
    const { definition } = revision;
    const { endpoint, targetGroups } = resources;
    const digests = digestsIn(definition, resources);
    const settings = settingsOf(observed.service, rollout);
    return {
        observed,
        changes: diff(observed.live, definition),
        settings,
        update: updateFor(observed.service, { settings, rollout, revision }),
        bump: bumpOf(settings),
        previous: observed.serving || undefined,
        targetGroups: targetGroups.kind === 'found' ? targetGroups.value : undefined,
        endpoint: endpoint.kind === 'found' ? endpoint.value : undefined,
        digests: digests.size > 0 ? digests : undefined,
        joins: undefined,
        decides: undefined,
    };
}
/** UpdateExpressGatewayService takes nothing besides the revision. */
function updateFor(service, { settings, rollout, revision }) {
    if ((0,ecs_service/* isExpress */.Ty)(service))
        return {};
    const isForced = isSetAlready(service, revision);
    return serviceUpdate(settings, isForced ? { ...rollout, forceNewDeployment: true } : rollout);
}
/** ECS starts no deployment of the revision that a service has already (API_UpdateService). */
function isSetAlready(service, revision) {
    return revision.kind === 'existing' && (0,ecs_service/* primaryOf */.Os)(service)?.taskDefinition === revision.arn;
}
function digestsIn(definition, resources) {
    const digests = new Map();
    for (const { image } of (0,task_definition/* imagesOf */.IC)(definition)) {
        const digest = (0,related_resources/* digestOf */.ol)(resources, image);
        if (digest)
            digests.set(image, digest);
    }
    return digests;
}
// EXTERNAL MODULE: ./lib/src/core/task-definition/overrides.js
var overrides = __webpack_require__(1711);
;// CONCATENATED MODULE: ./lib/src/core/plan/task-file.js
/** The file of `run-task-definition`: checked as the revision of the service is, and registered if it differs. */












/** Inputs that change the definition of the service do not change this one, except for images of the same containers. */
function withSameImages(definition, { images }) {
    return (0,task_definition/* withImages */.nS)(definition, images);
}
function planTaskFile(file, own) {
    const { base, resources } = file;
    const options = { ...own.options, overrides: overrides/* noOverrides */.hB, tags: [] };
    const definition = withSameImages(base.definition, options);
    const target = own.target?.kind === 'offline' ? own.target : undefined;
    const checked = { options, base, definition, target, previous: undefined, resources };
    const context = checkContext(checked);
    const latest = file.latest.kind === 'found' ? file.latest.value : undefined;
    // What a tag means is looked up once: both revisions run the same image.
    const images = new Map([...resources.images, ...own.resources.images]);
    const registered = (0,pin_images/* pinImages */.M)(definition, options.imagePolicy, { images });
    const family = (0,task_definition/* familyOf */.Ap)(registered);
    const hidden = (0,hidden_names/* hiddenNames */.j4)(definition);
    const checks = runChecks({ ...context, registeredDefinition: registered }, options.preflight);
    const problems = [
        ...missingMembers(family, (0,task_definition/* imagesOf */.IC)(registered).length),
        ...imageProblems(context, (0,task_definition/* imagesOf */.IC)(registered), latest ? (0,task_definition/* imagesOf */.IC)(latest.definition) : []),
        ...sharedFamily(family, own.base),
    ];
    const content = { checked, context: { ...context, registeredDefinition: registered }, latest };
    return {
        definition: registered,
        revision: family ? revisionOf(file, { ...content, family }) : undefined,
        checks: checks.filter(check => !check.isRecommendation).map(check => (0,checks_check/* redactCheck */.In)(check, hidden)),
        problems: problems.map(problem => ({ ...problem, subject: 'run-task-definition' })),
    };
}
/** The next deployment would take the revision of the task for the latest one of the service. */
function sharedFamily(family, base) {
    if (!family || family !== (0,task_definition/* familyOf */.Ap)(base.definition))
        return [];
    const text = `has the family ${family}, which is that of the service: give it a family of its own, or remove the input to run the new revision of ${family}`;
    return [{ subject: 'run-task-definition', text }];
}
function revisionOf(file, { checked, context, family, latest }) {
    const { base } = file;
    const { inputAt, positionOf, provenance, registeredDefinition: definition } = context;
    const named = (0,task_definition/* imagesOf */.IC)(checked.definition);
    const running = latest ? [(0,task_definition/* imagesOf */.IC)(latest.definition)] : [];
    const revision = {
        kind: 'new',
        definition,
        family,
        origin: base.origin,
        provenance,
        imageSource: imageSourceOf(checked),
        images: plannedImages(checked.options, {
            proposed: (0,task_definition/* imagesOf */.IC)(definition),
            running,
            runningNames: running,
            named,
        }),
        replacedImages: replacedImages(base.definition, named),
        positionOf: path => (inputAt(path) ? undefined : positionOf(path)),
    };
    const changes = latest ? diff(latest.definition, definition) : [];
    if (latest && changes.length === 0)
        return { kind: 'unchanged', arn: latest.arn, file: revision };
    const unread = file.latest.kind === 'unavailable' ? file.latest.why : undefined;
    return { kind: 'new', file: revision, latest: latest?.arn, unread, changes };
}
/** Checks of the file say so where they have no position in it. What passed for the service is counted once. */
function withChecksOfFile(own, checks, file) {
    const added = checks.filter(({ id, result, text }) => {
        if (result === 'passed')
            return !own.some(check => check.id === id);
        return result !== 'unseen' || !own.some(check => check.id === id && check.text === text);
    });
    const named = added.map(check => {
        const isNamed = check.text === '' || check.position !== undefined;
        return isNamed ? check : { ...check, text: `${file}: ${check.text}` };
    });
    return [...own, ...named];
}
function taskFileNotices(revision, { images, provenance, provenanceTags }) {
    if (revision.kind !== 'new' && revision.kind !== 'unchanged')
        return [];
    const { file } = revision;
    const notices = [];
    const names = (0,task_definition/* imagesOf */.IC)(file.definition).map(({ container }) => container);
    const set = [...new Set(images.map(({ container }) => container))];
    if (set.length > 0 && !set.some(name => names.includes(name))) {
        const text = `${file.origin} has no container ${(0,enumerate/* enumerate */.HL)(set)}: the images of the one-off task are those of the file, not the one that is deployed.`;
        notices.push((0,errors_notice/* notice */.lm)(text));
    }
    if (revision.kind === 'unchanged')
        return notices;
    if (revision.unread !== undefined) {
        const text = `The latest revision of ${file.family} could not be read (${revision.unread}): ${file.origin} is registered, even if nothing differs.`;
        notices.push((0,errors_notice/* warning */.$e)(text));
    }
    if (file.provenance.length === 0 && provenanceTags && (0,task_definition_tags/* isKnown */.qE)(provenance)) {
        const text = `provenance-tags were not added to ${file.origin}: a task definition can have at most 50 tags.`;
        notices.push((0,errors_notice/* warning */.$e)(text));
    }
    return notices;
}
;// CONCATENATED MODULE: ./lib/src/core/plan/task-volume.js



const nameInput = 'run-task-managed-ebs-volume-name';
function reportTaskVolume(volume, definition, report) {
    const atLaunch = launchVolumesIn(definition);
    const [missing] = atLaunch.filter(name => name !== volume?.name);
    if (!volume) {
        if (missing !== undefined)
            report(nameInput, `is empty, but the task definition that the task runs leaves the volume ${(0,problem/* quote */.hD)(missing)} to the launch: set it to ${missing}, and run-task-managed-ebs-volume to its size and role`);
        return;
    }
    const { name } = volume;
    if (atLaunch.includes(name))
        return;
    const meant = (0,problem/* closest */.kp)(name, atLaunch);
    const lacks = hasVolume(definition, name)
        ? 'has no configuredAtLaunch: true in the task definition that the task runs: set that, or remove the input'
        : `is not a volume of the task definition that the task runs${meant ? `; did you mean ${meant}?` : ': add it with configuredAtLaunch: true, or remove the input'}`;
    report(nameInput, `${(0,problem/* quote */.hD)((0,text_name/* showName */.$i)(name))} ${lacks}`);
}
;// CONCATENATED MODULE: ./lib/src/core/plan/task-plan.js






function planTask({ options, revision, definition, launch }) {
    const problems = [];
    const report = (subject, words) => problems.push({ subject, text: words });
    const overrides = overridesOf(options, definition, report);
    const network = networkOf(options.network, { definition, launch, report });
    reportTaskVolume(options.volume, definition, report);
    const tags = options.tags.map(({ key, value }) => ({ key, value }));
    const members = {
        overrides: overrides.length > 0 ? { containerOverrides: overrides } : undefined,
        networkConfiguration: network && { awsvpcConfiguration: network },
        ...capacityOf(options, launch),
        startedBy: options.startedBy || undefined,
        tags: tags.length > 0 ? tags : undefined,
        enableECSManagedTags: options.managedTags,
        propagateTags: options.propagatesTags ? 'TASK_DEFINITION' : undefined,
        volumeConfigurations: options.volume && [options.volume],
    };
    const { cluster, onCancel, volume, wait } = options;
    const request = (0,defined_members/* definedMembers */.v)(members);
    return {
        task: { cluster, definition, revision, request, overrides, volume, wait, onCancel },
        problems,
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
const longestOverrides = 8_192;
function overridesOf({ command, overrides }, definition, report) {
    const names = (0,task_definition_containers/* containersOf */.Mz)(definition).map(({ name }) => name);
    for (const override of overrides) {
        const name = (0,text_json/* text */.Qq)(override.name) ?? '';
        if (!names.includes(name))
            report('run-task-container-overrides', unknownContainer(name, names));
    }
    const all = command ? withCommand(overrides, commandOf(command, names, report)) : overrides;
    const length = JSON.stringify({ containerOverrides: all }).length;
    if (length > longestOverrides) {
        report('run-task-container-overrides', `together with the command is ${length} characters of JSON, but ECS takes ${longestOverrides}: put long values into the task definition, or read them from Secrets Manager or S3`);
    }
    return all;
}
function commandOf({ container, words }, names, report) {
    const [only] = names;
    const name = container ?? (names.length === 1 ? only : undefined);
    if (name === undefined)
        report('run-task-command', `needs container-name, because ${knownContainers(names)}: name the one that runs it`);
    else if (!names.includes(name))
        report('run-task-command', `is for container-name, and ${unknownContainer(name, names)}`);
    return { name: name ?? '', command: [...words] };
}
function knownContainers(names) {
    return `the task definition has ${names.length === 0 ? 'no container' : `${names.length} containers`}`;
}
function withCommand(overrides, command) {
    if (!overrides.some(({ name }) => name === command.name))
        return [...overrides, command];
    return overrides.map(override => (override.name === command.name ? { ...override, ...command } : override));
}
function unknownContainer(name, names) {
    const known = (0,problem/* knownNames */.UH)((0,problem/* closest */.kp)(name, names), names);
    return `${(0,problem/* quote */.hD)((0,text_name/* showName */.$i)(name))} is not a container of the task definition that the task runs; ${known}`;
}
/** "This parameter is required for task definitions that use the awsvpc network mode" and refused for others (API_RunTask). */
function networkOf(options, { definition, launch, report }) {
    const { assignPublicIp, securityGroups, subnets } = options;
    const own = (0,defined_members/* definedMembers */.v)({
        subnets: subnets.length > 0 ? subnets : undefined,
        securityGroups: securityGroups.length > 0 ? securityGroups : undefined,
        assignPublicIp,
    });
    if (definition.networkMode !== 'awsvpc') {
        const mode = (0,text_json/* text */.Qq)(definition.networkMode) ?? 'bridge';
        if (Object.keys(own).length > 0) {
            report('run-task-subnets', `and the other inputs of its network are for the network mode awsvpc, but that of the task definition is ${mode}: remove them`);
        }
        return undefined;
    }
    const network = { ...launch?.network, ...own };
    if (network.subnets === undefined) {
        const why = launch ? 'the service has no subnets' : 'there is no service to take them from';
        report('run-task-subnets', `is empty, but the task needs subnets (network mode awsvpc), and ${why}: set it`);
    }
    return network;
}
/** A launch type and a strategy exclude each other; with neither, the default strategy of the cluster counts. */
function capacityOf({ launchType, strategy }, launch) {
    const version = launch?.platformVersion;
    if (strategy) {
        const onFargate = strategy.every(item => isFargate(item));
        return { capacityProviderStrategy: strategy, platformVersion: onFargate ? version : undefined };
    }
    if (launchType)
        return { launchType, platformVersion: launchType === 'FARGATE' ? version : undefined };
    if (!launch)
        return {};
    const own = launch.capacityProviderStrategy;
    return own.length > 0
        ? { capacityProviderStrategy: own, platformVersion: version }
        : { launchType: launch.launchType, platformVersion: version };
}
function isFargate(item) {
    return (0,text_json/* isObject */.Gv)(item) && /^FARGATE(?:_SPOT)?$/.test((0,text_json/* text */.Qq)(item.capacityProvider) ?? '');
}
;// CONCATENATED MODULE: ./lib/src/core/plan/verification-plan.js

function planVerification({ launch, options, revision }) {
    const { onFailure, task, url } = options;
    if (!task)
        return { verification: { onFailure, task, url }, problems: [] };
    const planned = planTask({ options: task, revision: { kind: 'planned' }, definition: revision, launch });
    const problems = planned.problems.map(problem => ({ ...problem, subject: subjectOf(problem.subject) }));
    return { verification: { onFailure, url, task: planned.task }, problems };
}
/** The task has no other input of its own. */
function subjectOf(subject) {
    return ['run-task-command', 'run-task-container-overrides'].includes(subject)
        ? 'verify-task-command'
        : subject;
}
;// CONCATENATED MODULE: ./lib/src/core/plan/make-plan.js
















function makePlan(request) {
    const { base, options, taskFile, targets } = request;
    if (!taskFile)
        return planRevision(request, undefined);
    const [target] = targets;
    const own = { options, base, target, resources: resourcesOf(request, target) };
    const file = planTaskFile(taskFile, own);
    return withTaskFile(planRevision(request, file), file, taskFile);
}
/** What is wrong with the file is reported with everything else. */
function withTaskFile(result, file, { base }) {
    const isPlanned = result.kind === 'planned';
    const own = isPlanned ? result.plan.checks : result.checks;
    const checks = withChecksOfFile(own, file.checks, base.origin);
    const plan = result.plan && { ...result.plan, checks };
    if (!isPlanned)
        return { ...result, plan, checks, problems: [...result.problems, ...file.problems] };
    if (file.problems.length > 0 || checks.some(isRefused))
        return refused({ problems: file.problems, checks, plan });
    return { kind: 'planned', plan: { ...result.plan, checks } };
}
function planRevision(request, file) {
    const { options, base, targets } = request;
    const serviceChecks = mergeChecks(contextsOf(request, options, base.definition).map(context => ({
        service: context.observed?.service.name ?? '',
        checks: runServiceChecks(context),
    })));
    if (serviceChecks.some(isRefused))
        return refuseServices(request, serviceChecks);
    const rendering = (0,render/* render */.XX)(base.definition, options);
    if (rendering.kind === 'problems')
        return refuseRendering(request, rendering.problems, serviceChecks);
    const contexts = contextsOf(request, options, rendering.definition);
    const [{ registeredDefinition }] = contexts;
    const checks = checkAll(contexts, options.preflight);
    const proposed = (0,task_definition/* imagesOf */.IC)(registeredDefinition);
    const live = observedIn(targets).map(one => one.live);
    const running = live.map(task_definition/* imagesOf */.IC);
    const runningNames = live.map(one => (0,task_definition/* imagesOf */.IC)(one).map(image => withTag(image, one)));
    const family = (0,task_definition/* familyOf */.Ap)(registeredDefinition);
    const problems = [
        ...missingMembers(family, proposed.length),
        ...imageProblems(contexts[0], proposed, running.flat()),
        ...ambiguousSource(request),
    ];
    if (!family)
        return refused({ problems, checks });
    const named = (0,task_definition/* imagesOf */.IC)(rendering.definition);
    const images = plannedImages(options, { proposed, running, runningNames, named });
    const [target] = targets;
    const { definition } = rendering;
    const checked = checkedFor(request, { options, definition, target });
    const revision = make_plan_revisionOf(base, contexts[0], {
        family,
        images,
        imageSource: imageSourceOf(checked),
        replacedImages: replacedImages(base.definition, named),
    });
    const task = taskOf(request, revision, file);
    const verified = verificationOf(request, revision);
    const verification = verified?.verification;
    const plan = { ...planOf(request, revision, checks), task: task?.task, verification };
    const ofTasks = [...(task?.problems ?? []), ...(verified?.problems ?? [])];
    problems.push(...ofTasks);
    // A request that is not clear is not shown.
    if (problems.length > 0 || checks.some(isRefused))
        return refused({ problems, checks, plan: ofTasks.length > 0 ? undefined : plan });
    return { kind: 'planned', plan };
}
/** What a task did forward, no task undoes: a rollback runs none. */
function taskOf({ targets, task, taskFile }, revision, file) {
    if (!task || isRollback(revision))
        return undefined;
    const { existing, options } = task;
    const launch = observedIn(targets)[0]?.service.launch;
    if (existing) {
        const { arn, definition } = existing;
        return planTask({ options, launch, revision: { kind: 'registered', arn }, definition });
    }
    if (!taskFile)
        return planTask({ options, launch, revision: { kind: 'planned' }, definition: revision.definition });
    // Without a family there is nothing to run.
    if (!file?.revision)
        return undefined;
    return planTask({ options, launch, revision: file.revision, definition: file.definition });
}
function verificationOf({ options: { verify }, targets }, revision) {
    if (!verify || targets.length === 0)
        return undefined;
    const [first] = observedIn(targets);
    return planVerification({
        options: verify,
        revision: revision.definition,
        launch: first?.service.launch,
    });
}
function observedIn(targets) {
    return targets.flatMap(target => (target.kind === 'service' ? target.observed : []));
}
function resourcesOf({ resources }, target) {
    return target?.kind === 'service' ? target.resources : resources;
}
/** Undefined: different ones serve. */
function commonRevision(targets) {
    const [first, ...others] = new Set(observedIn(targets).map(({ serving }) => serving));
    return others.length === 0 ? first : undefined;
}
function isRefused({ result }) {
    return result === 'refused';
}
function refused(refusal) {
    return { kind: 'refused', unchecked: undefined, plan: undefined, ...refusal };
}
/** The definition is still checked, if the service has one: with an external controller, its task sets have it. */
function refuseServices(request, serviceChecks) {
    if (request.base.kind !== 'file' && (0,task_definition/* imagesOf */.IC)(request.base.definition).length === 0)
        return refused({ problems: [], checks: serviceChecks });
    const registration = planRevision({ ...request, targets: [], task: undefined }, undefined);
    if (registration.kind === 'planned')
        return refused({ problems: [], checks: [...serviceChecks, ...registration.plan.checks] });
    const { problems, checks, unchecked } = registration;
    return refused({ problems, checks: [...serviceChecks, ...checks], unchecked });
}
function refuseRendering(request, problems, serviceChecks) {
    const { options, base } = request;
    const partial = renderPartially(base.definition, options);
    if (!partial)
        return refused({ problems, checks: serviceChecks, unchecked: 'it is not clear which container is meant' });
    const contexts = contextsOf(request, partial.options, partial.definition);
    return refused({ problems, checks: checkAll(contexts, options.preflight) });
}
function contextsOf(request, options, definition) {
    const [first, ...others] = request.targets;
    const contextOf = (target) => checkContext(checkedFor(request, { options, definition, target }));
    return [contextOf(first), ...others.map(contextOf)];
}
function checkedFor(request, own) {
    const { base, targets } = request;
    return { ...own, base, previous: commonRevision(targets), resources: resourcesOf(request, own.target) };
}
function checkAll(contexts, preflight) {
    const checks = mergeChecks(contexts.map(context => ({
        service: context.observed?.service.name ?? '',
        checks: runChecks(context, preflight),
    })));
    const names = contexts.flatMap(({ definition, observed }) => [definition, observed?.live ?? {}].flatMap(hidden_names/* hiddenNames */.j4));
    return names.length === 0 ? checks : checks.map(check => (0,checks_check/* redactCheck */.In)(check, names));
}
function make_plan_revisionOf(base, { registeredDefinition, provenance, inputAt, positionOf, resources }, parts) {
    const content = { ...parts, definition: registeredDefinition, origin: base.origin };
    if (base.asIs)
        return { ...content, ...base.asIs, kind: 'existing', digests: recordedOf(resources) };
    return {
        ...content,
        kind: 'new',
        provenance,
        positionOf: base.positionOf && (path => (inputAt(path) ? undefined : positionOf(path))),
    };
}
function recordedOf({ recordedDigests }) {
    if (recordedDigests.kind !== 'found')
        return [];
    return [...recordedDigests.value].map(([container, digest]) => ({ container, digest }));
}
function planOf({ options, targets }, revision, checks) {
    return {
        revision,
        task: undefined,
        services: targets.flatMap(target => target.kind === 'service'
            ? planService(target.observed, revision, { options, resources: target.resources })
            : []),
        goBackTogether: targets.length > 1 && options.watch?.onPartialFailure === 'rollback',
        verification: undefined,
        offline: targets.flatMap(target => (target.kind === 'offline' ? target.target : [])),
        checks,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/plan/skip-unchanged.js
/** The definition decides, not the settings of the rollout (docs/adr/0010). */




/** Never skips over a failed or unfinished deployment: success would vouch for it. */
function skipUnchanged(plan) {
    const { changes, previous, observed, settings } = plan;
    if (changes.length > 0 || previous === undefined)
        return { kind: 'deploy', notices: [] };
    const primary = (0,ecs_service/* primaryOf */.Os)(observed.service);
    const again = `Nothing differs from ${(0,ecs_arn/* revisionName */.pd)(previous)}, but it is deployed again because`;
    if (primary?.taskDefinition === previous && (primary.rolloutState ?? 'COMPLETED') === 'COMPLETED') {
        if (settings.before.desiredCount === 0)
            return { kind: 'skip', notices: unsent(plan), serving: undefined };
        if (primary.runningCount > 0)
            return { kind: 'skip', serving: previous, notices: unsent(plan) };
        return { kind: 'deploy', notices: [(0,errors_notice/* notice */.lm)(`${again} no task of it runs.`)] };
    }
    const state = primary
        ? `${primary.id} of ${(0,ecs_arn/* revisionName */.pd)(primary.taskDefinition)} is ${primary.rolloutState}`
        : 'there is no PRIMARY deployment';
    const text = `${again} its deployment is not the one that completed last: ${state}.`;
    return { kind: 'deploy', notices: [(0,errors_notice/* notice */.lm)(text)] };
}
/** Settings that wait for the next deployment. */
function unsent({ update, settings }) {
    // A restart that the user wants is never skipped.
    const { deploymentConfiguration = {}, desiredCount, forceNewDeployment: _, ...others } = update;
    const names = Object.keys(deploymentConfiguration);
    const isChanged = desiredCount !== undefined && desiredCount !== settings.before.desiredCount;
    if (isChanged)
        names.push('desiredCount');
    names.push(...Object.keys(others));
    if (names.length === 0)
        return [];
    return [(0,errors_notice/* notice */.lm)(`Not sent because there is nothing to deploy: ${(0,enumerate/* enumerate */.HL)(names)}.`)];
}
;// CONCATENATED MODULE: ./lib/src/core/plan/unforceable.js
/**
 * UpdateExpressGatewayService has no way to force a deployment of the revision that the service has already.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html
 */


function unforceable({ revision, services }) {
    const { origin } = revision;
    const set = services.filter(({ observed: { service } }) => (0,ecs_service/* isExpress */.Ty)(service) && isSetAlready(service, revision));
    return set.map(({ observed: { service } }) => ({
        subject: 'service',
        text: `${service.name} is an Express service and is set to ${origin} already: ECS starts a deployment only for another revision`,
        next: `To deploy it again, register it as a new revision: name ${origin} in task-definition-arn and set tags, such as restarted=true.`,
    }));
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/endpoint-url.js
/** ECS states a host. Undefined: no address of a web server. */
function endpointUrl(endpoint) {
    if (!endpoint)
        return undefined;
    const text = /^https?:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`;
    if (!URL.canParse(text))
        return undefined;
    const { origin, pathname } = new URL(text);
    return pathname === '/' ? origin : `${origin}${pathname}`;
}
// EXTERNAL MODULE: ./lib/src/core/plan/plan.js
var plan_plan = __webpack_require__(6039);
;// CONCATENATED MODULE: ./lib/src/core/redaction/redact-json.js


/** Each string, also those that are keys. */
function redactJson(json) {
    if (typeof json === 'string')
        return (0,redact/* redact */.E$)(json, []);
    if ((0,text_json/* isList */.Lv)(json))
        return json.map(redactJson);
    return (0,text_json/* isObject */.Gv)(json) ? redactMembers(json) : json;
}
function redactMembers(object) {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [(0,redact/* redact */.E$)(key, []), redactJson(value)]));
}
;// CONCATENATED MODULE: ./lib/src/core/task-definition/printable.js
/** Every member, but only safe values. */





const printable_hidden = '***';
function printable(definition) {
    return members(definition, []);
}
function members(object, path) {
    return Object.fromEntries(Object.entries(object).map(([member, value]) => [
        (0,redact/* redact */.E$)((0,hidden_names/* showStep */.mf)(member, lastName(path)), []),
        printable_show(value, [...path, member]),
    ]));
}
function printable_show(value, path) {
    if ((0,text_json/* isList */.Lv)(value))
        return value.map((item, i) => printable_show(item, [...path, i]));
    if ((0,text_json/* isObject */.Gv)(value))
        return members(value, path);
    if (value !== null && !(0,visible_members/* isVisible */.zN)(path) && !(0,hidden_names/* isNameAt */.Jb)(path))
        return printable_hidden;
    if (typeof value === 'string' && (0,hidden_names/* isNameAt */.Jb)(path))
        return (0,redact/* redact */.E$)((0,text_name/* showName */.$i)(value), []);
    return typeof value === 'string' ? (0,redact/* redact */.E$)(value, []) : value;
}
function lastName(path) {
    const last = path.at(-1);
    return typeof last === 'string' ? last : undefined;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/image-name.js

/** undefined: nothing ran before, or the same */
function previousImageName({ from, fromName, to }) {
    return from && from !== to ? (0,task_definition_image/* shortImage */.Uq)(fromName ?? from) : undefined;
}
/** A digest keeps the tag that it was resolved from. */
function imageName({ named, to }) {
    return named ? (0,task_definition_image/* shortImage */.Uq)(named, (0,task_definition_image/* parseImage */.zZ)(to)?.digest) : (0,task_definition_image/* shortImage */.Uq)(to);
}
;// CONCATENATED MODULE: ./lib/src/report/log/change-text.js

function changeText({ sign, path, from, to, hidden }) {
    if (from !== undefined && to !== undefined)
        return `${sign} ${path}  ${from} → ${to}`;
    const value = hidden ? '(value hidden)' : (to ?? from);
    return value === undefined ? `${sign} ${path}` : `${sign} ${path}  ${value}`;
}
/** Both values keep their ends, where tags are. */
function shortened({ from, to, ...change }) {
    const short = (value) => value && (0,truncate/* shorten */.m)(value, longestValue);
    return { ...change, from: short(from), to: short(to) };
}
const longestValue = 280;
// EXTERNAL MODULE: ./lib/src/core/plan/task-revision.js
var task_revision = __webpack_require__(6627);
;// CONCATENATED MODULE: ./lib/src/report/log/task-lines.js








/** The last line of its group. */
function taskLine(task) {
    const mark = task.kind === 'succeeded' ? '✓' : task.kind === 'started' ? 'ℹ' : '✗';
    return `  ${mark} ${taskText(task)}`;
}
/** `task 3e7a1395 of web:8 ended with exit code 0 after 0:41` */
function taskText(task) {
    if (task.kind === 'not-placed')
        return `ECS could not place the task of ${task.definition}`;
    if (task.kind === 'unconfirmed')
        return `it is not known whether the task of ${task.definition} runs`;
    const name = `task ${(0,ecs_arn/* shortTask */.m0)(task.arn)} of ${task.definition}`;
    switch (task.kind) {
        case 'started':
            return `${name} was started and not waited for`;
        case 'succeeded':
        case 'failed': {
            const { container, exitCode, span, stopCode } = task;
            const took = span?.endedAt === undefined ? '' : ` after ${(0,duration/* formatElapsed */.C7)(span.endedAt - span.createdAt)}`;
            const code = stopCode ? ` (${stopCode})` : '';
            if (exitCode === undefined)
                return `${name} failed${took}: ${container ?? 'it'} never ran${code}`;
            const whose = container === undefined ? '' : ` of ${container}`;
            return `${name} ended with exit code ${exitCode}${whose}${took}${task.kind === 'failed' ? code : ''}`;
        }
        case 'timed-out':
            return `${name} is still ${task.status} and goes on: ${task.arn}`;
        case 'cancelled':
            return task.stopped.kind === 'requested'
                ? `${name} is being stopped: ${task.arn}`
                : `${name} goes on: ${task.arn}`;
        case 'lost':
            return `it is not known how ${name} ended: ${task.arn}`;
    }
}
/** `web, new: app runs another command; FARGATE`: values of overrides are hidden. `registered`: by this run so far. */
function plannedTaskText({ revision, task }, registered = nothingRegistered) {
    if (!task)
        return undefined;
    const definition = definitionText(task.revision, revision, registered);
    const changed = task.overrides.map(overrideText);
    const unwaited = task.wait ? '' : ', not waited for';
    return ([
        `${definition}${changed.length > 0 ? `: ${changed.join('; ')}` : ''}`,
        capacityText(task),
        ...(task.volume ? [`volume ${volumeText(task.volume)}`] : []),
    ].join(' · ') + unwaited);
}
function definitionText(task, revision, { registeredForTask, revision: registered }) {
    switch (task.kind) {
        case 'planned':
            return newName(revision, revision.kind === 'existing' ? revision : registered);
        case 'registered':
            return (0,ecs_arn/* revisionName */.pd)(task.arn);
        case 'unchanged':
            return `${(0,ecs_arn/* revisionName */.pd)(task.arn)}, which is the same as ${task.file.origin}`;
        case 'new': {
            const { file, latest } = task;
            if (latest === undefined)
                return `${newName(file, registeredForTask)}, from ${file.origin}`;
            const next = registeredForTask ? (0,ecs_arn/* revisionName */.pd)(registeredForTask.arn) : 'new';
            return `${(0,ecs_arn/* revisionName */.pd)(latest)} → ${next}, from ${file.origin}`;
        }
    }
}
/** `web:8`, `web, new` until it is registered */
function newName({ family }, registered) {
    return registered ? (0,ecs_arn/* revisionName */.pd)(registered.arn) : `${family}, new`;
}
/** Of a file that is registered for the task: what differs from the latest revision, or the images of a first one. */
function taskChangeTexts({ task }) {
    if (task?.revision.kind !== 'new')
        return [];
    const { changes, file, latest } = task.revision;
    if (latest !== undefined)
        return changes.map(change => changeText(shortened(change)));
    return file.images.map(({ container, to }) => `${container}  ${(0,task_definition_image/* shortImage */.Uq)(to)}`);
}
function overrideText({ name, ...members }) {
    return `${(0,text_json/* text */.Qq)(name) ?? ''} with its own ${Object.keys(members).join(', ') || 'nothing'}`;
}
function capacityText({ request }) {
    const { capacityProviderStrategy: strategy, launchType } = request;
    if ((0,text_json/* isList */.Lv)(strategy))
        return strategy.map(item => ((0,text_json/* isObject */.Gv)(item) ? (0,text_json/* text */.Qq)(item.capacityProvider) : '')).join(', ');
    return (0,text_json/* text */.Qq)(launchType) ?? 'default capacity of the cluster';
}
const nothingRegistered = { registeredForTask: undefined, revision: undefined };
/** With the values of overrides and tags hidden. */
function runTaskCall({ revision, task }, registered = nothingRegistered) {
    if (!task)
        return undefined;
    const shown = printable({ containerDefinitions: task.overrides }).containerDefinitions;
    const { overrides, tags, volumeConfigurations, ...request } = task.request;
    const hiddenTags = (0,text_json/* isList */.Lv)(tags) && tags.flatMap(tag => ((0,text_json/* isObject */.Gv)(tag) ? { ...tag, value: '***' } : []));
    return {
        cluster: task.cluster,
        taskDefinition: definitionOfCall(task.revision, revision, registered),
        count: 1,
        ...(overrides === undefined ? {} : { overrides: { containerOverrides: shown } }),
        ...request,
        ...(hiddenTags ? { tags: hiddenTags } : {}),
        ...(task.volume ? { volumeConfigurations: [withoutTagValues(task.volume)] } : {}),
    };
}
function definitionOfCall(task, revision, registered) {
    if (task.kind === 'new')
        return task_lines_nameOf(task.file, registered.registeredForTask);
    return (0,task_revision/* arnOfTask */._)(task, revision) ?? task_lines_nameOf(revision, registered.revision);
}
/** It has no number until it is registered. */
function task_lines_nameOf({ family }, registered) {
    return registered ? (0,ecs_arn/* revisionName */.pd)(registered.arn) : `${family}:<new>`;
}
// EXTERNAL MODULE: ./lib/src/core/verification/shown-url.js
var shown_url = __webpack_require__(407);
;// CONCATENATED MODULE: ./lib/src/report/log/verification-lines.js






/** `GET https://web.example.com/version: 200 with "9be21c4", 3 times in a row within 120 s, 5 s apart` */
function plannedVerificationText(plan, registered) {
    const { verification } = plan;
    if (!verification)
        return undefined;
    const task = plannedTaskText({ ...plan, task: verification.task }, registered);
    const parts = [
        ...(verification.url ? [urlText(verification.url)] : []),
        ...(task === undefined ? [] : [`task ${task}`]),
    ];
    const back = verification.onFailure === 'rollback' ? ', else back to what served before' : '';
    return `${parts.join('; then ')}${back}`;
}
function urlText({ contains, forSeconds, intervalSeconds, status, successes, url }) {
    const text = contains === undefined ? '' : ` with "${(0,truncate/* truncate */.x)((0,redact/* redact */.E$)(contains, []), longestText)}"`;
    const times = successes === 1 ? 'once' : `${successes} times in a row`;
    return `GET ${(0,shown_url/* shownUrl */.z)(url)}: ${status}${text}, ${times} within ${forSeconds} s, ${intervalSeconds} s apart`;
}
/** characters */
const longestText = 60;
/** The last line of its group. */
function verificationLine(result) {
    const mark = result.kind === 'verified' ? '✓' : '✗';
    return `  ${mark} ${verificationText(result)}`;
}
/** `verified by https://web.example.com/version: 4 requests in 0:15` */
function verificationText(result) {
    switch (result.kind) {
        case 'verified':
            return `verified by ${(0,enumerate/* enumerate */.HL)([...(result.url ? [requestsText(result.url)] : []), ...(result.task ? [taskText(result.task)] : [])])}`;
        case 'failed':
            return `the verification failed: ${result.reason}`;
        case 'cancelled':
        case 'superseded':
        case 'skipped':
            return `not verified, because ${result.reason}`;
    }
}
function requestsText({ requests, took, url }) {
    return `${url} (${requests} ${requests === 1 ? 'request' : 'requests'} in ${(0,duration/* formatElapsed */.C7)(took)})`;
}
;// CONCATENATED MODULE: ./lib/src/report/log/plan-lines.js

















function logField(label, text) {
    return `  ${label.padEnd(12)}${text}`;
}
function planLines(plan) {
    const { revision, services } = plan;
    const checks = withoutRecommendations(plan.checks);
    const task = plannedTaskText(plan);
    const verification = plannedVerificationText(plan);
    const [first, ...images] = revision.images.map(imageText);
    return [
        logField('revision', `${revisionText(plan)}, ${originText(revision)}`),
        ...(first ? [logField('image', first), ...images.map(text => logField('', text))] : []),
        ...digestTexts(revision).map(text => logField('digest', text)),
        ...commitTexts(revision).map(text => logField('commit', text)),
        ...(task === undefined ? [] : [logField('task', task)]),
        ...taskChangeTexts(plan).map(text => logField('', text)),
        ...services.flatMap(service => [
            ...(services.length > 1 ? [logField('service', service.observed.service.name)] : []),
            ...serviceLines(service),
        ]),
        ...(plan.goBackTogether ? [logField('together', togetherText)] : []),
        ...(verification === undefined ? [] : [logField('verify', verification)]),
        ...((0,plan_plan/* isDecision */.pp)(plan) ? [] : [logField('checks', checksText(checks))]),
        ...raised(checks).map(check => logField('', checkText(check))),
        ...uncheckedGroups(checks).map(({ ids, text }) => logField('', `ℹ ${ids.join(', ')}  ${text}`)),
    ];
}
/** Of several services. */
const togetherText = 'if one fails, the others go back to what served before (on-partial-failure)';
/** In full, to be deployed by. */
function digestTexts(revision) {
    if (!isAsIs(revision))
        return [];
    return revision.digests.map(({ container, digest }) => `${container}  ${digest} when ECS last deployed it`);
}
function originText(revision) {
    if (!isAsIs(revision))
        return `from ${revision.origin}`;
    return isRollback(revision) ? 'as it is (rollback)' : 'as it is';
}
/** Only where it is not that of the run, which the headline has. */
function commitTexts({ imageSource: { commit, sameAs } }) {
    if (sameAs === undefined)
        return [];
    if (commit === undefined)
        return [`not known: the images are those of ${sameAs}, which has no commit tag`];
    return [`${commit.slice(0, 7)}, because the images are those of ${sameAs}`];
}
function serviceLines(plan) {
    return [
        ...decisionTexts(plan).map(text => logField('pause hook', text)),
        ...changeLines(plan.changes),
        logField('breaker', breakerText(plan)),
        ...settingRows(plan).map(([label, text]) => logField(label, text)),
    ];
}
/** What would be sent, or is sent, and until when the hook waits. */
function decisionTexts({ decides }) {
    if (!decides)
        return [];
    const { action, hook } = decides;
    const until = hook.expiresAt === undefined ? '' : `, which waits until ${(0,duration/* formatTimestamp */.Ey)(hook.expiresAt)}`;
    return [`${action === 'CONTINUE' ? 'continue' : 'roll back'} at ${hook.id}${until}`];
}
/** `web:7 → new`, `web:7 → web:8` once registered */
function revisionText({ revision, services }, show = (name) => name, registered) {
    const { family } = revision;
    const arn = revision.kind === 'existing' ? revision.arn : registered?.arn;
    const name = arn === undefined ? undefined : show((0,ecs_arn/* revisionName */.pd)(arn));
    const next = name ?? `${show(family)}, new`;
    const [previous, ...others] = new Set(services.map(service => service.previous));
    if (!previous || others.length > 0)
        return next;
    const before = (0,ecs_arn/* revisionName */.pd)(previous);
    if (name)
        return `${show(before)} → ${name}`;
    const isSameFamily = before.startsWith(`${family}:`);
    return `${show(before)} → ${isSameFamily ? 'new' : next}`;
}
function imageText(image) {
    const before = previousImageName(image);
    return `${image.container}  ${before ? `${before} → ` : ''}${imageName(image)}`;
}
/** Images have lines of their own. */
function changeLines(changes) {
    const [first, ...more] = changes.filter(({ path }) => !path.endsWith('.image')).map(changeText);
    if (first === undefined)
        return [logField('changes', changes.length > 0 ? 'only images' : 'none against the live definition')];
    return [logField('changes', first), ...more.map(text => logField('', text))];
}
/** `off → on with rollback, trips at 3 failed tasks (50% of 2, at least 3)` */
function breakerText(plan) {
    const before = plan.settings.before.breaker;
    const after = plan.settings.after.breaker;
    const was = (0,settings_breaker/* showBreaker */.MB)(before);
    const is = (0,settings_breaker/* showBreaker */.MB)(after);
    const switched = was === is ? is : `${was} → ${is}`;
    if (!after.enable)
        return switched;
    return `${switched}, trips at ${(0,settings_breaker/* showThreshold */.t$)(after.threshold, plan.settings.after.rolloutCount)}`;
}
function settingRows(plan) {
    return [...expressRows(plan), ...changedSettings(plan)];
}
function changedSettings(plan) {
    const { update, bump, settings } = plan;
    const { deploymentConfiguration = {}, desiredCount, volumeConfigurations, ...members } = update;
    const { deploymentCircuitBreaker: _, alarms, ...configuration } = deploymentConfiguration;
    const rows = [];
    if (desiredCount !== undefined) {
        const after = bump ? ` for the rollout, then ${bump.from}` : '';
        rows.push(['desired', `${settings.before.desiredCount} → ${desiredCount}${after}`]);
    }
    if (alarms) {
        const rollback = alarms.rollback ? 'with' : 'without';
        rows.push(['alarms', `${alarms.alarmNames.join(', ')}, ${rollback} rollback`]);
    }
    if (volumeConfigurations)
        rows.push(['volume', volumeConfigurations.map(volumeText).join('; ')]);
    const others = Object.entries({ ...configuration, ...members }).map(([name, value]) => `${name} ${value}`);
    if (others.length > 0)
        rows.push(['settings', others.join(' · ')]);
    return rows;
}
function expressRows({ endpoint, observed }) {
    if (!(0,ecs_service/* isExpress */.Ty)(observed.service))
        return [];
    const url = endpointUrl(endpoint);
    return [
        ['express', 'ECS configures the deployment, also its breaker and alarm: only the revision is sent'],
        ...(url ? [['endpoint', url]] : []),
    ];
}
/** `⚠ port-exposed  task-definition.json:14:11  the image exposes 5201, …` */
function checkText({ id, result, text, position, docsUrl }) {
    const mark = result === 'warning' ? '⚠' : result === 'refused' ? '✗' : 'ℹ';
    return [
        `${mark} ${id}`,
        ...(position ? [(0,problem/* showPosition */.xz)(position)] : []),
        docsUrl ? `${text}: see ${docsUrl}` : text,
    ].join('  ');
}
/** They stand in the folded part of the summary only. */
function withoutRecommendations(checks) {
    return checks.filter(({ isRecommendation }) => !isRecommendation);
}
function raised(checks) {
    const order = ['refused', 'warning', 'notice'];
    return order.flatMap(result => checks.filter(check => check.result === result));
}
/** Checks that could not run, grouped by reason: mostly a missing permission. */
function uncheckedGroups(checks) {
    const unchecked = checks.filter(({ result }) => result === 'unseen');
    const texts = [...new Set(unchecked.map(({ text }) => text))];
    return texts.map(text => ({
        text,
        ids: [...new Set(unchecked.filter(check => check.text === text).map(({ id }) => id))],
    }));
}
function changeCall(service, taskDefinition) {
    const { decides } = service;
    if (!decides)
        return { title: (0,plan_plan/* updateOperation */.LZ)(service), call: updateCall(service, taskDefinition) };
    const { action, hook, serviceDeploymentArn } = decides;
    return { title: 'ContinueServiceDeployment', call: { serviceDeploymentArn, hookId: hook.id, action } };
}
function updateCall({ observed, update }, taskDefinition) {
    const { cluster, service } = observed.target;
    if ((0,ecs_service/* isExpress */.Ty)(observed.service))
        return { serviceArn: observed.service.arn, taskDefinitionArn: taskDefinition };
    return { cluster, service, taskDefinition, ...shownUpdate(update) };
}
function checksText(checks) {
    const count = (result) => checks.filter(check => check.result === result).length;
    const warnings = count('warning');
    const refused = count('refused');
    const unchecked = count('unseen');
    const notices = count('notice');
    return [
        `${count('passed')} passed`,
        ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
        ...(refused > 0 ? [`${refused} refused`] : []),
        ...(unchecked > 0 ? [`${unchecked} not checked`] : []),
        ...(notices > 0 ? [`${notices} ${notices === 1 ? 'notice' : 'notices'}`] : []),
    ].join(', ');
}
/** Without the names of what was registered, the revisions have no numbers. */
function callLines(plan, registered = nothingRegistered) {
    const { revision, services, task } = plan;
    const runTask = runTaskCall(plan, registered);
    const verifyingTask = runTaskCall({ ...plan, task: plan.verification?.task }, registered);
    const arn = revision.kind === 'existing' ? revision.arn : registered.revision?.arn;
    const taskDefinition = arn === undefined ? `${revision.family}:<new>` : (0,ecs_arn/* revisionName */.pd)(arn);
    const registration = {
        title: 'RegisterTaskDefinition (values hidden)',
        lines: lines(registerCall(revision)),
    };
    return [
        ...(revision.kind === 'new' ? [registration] : []),
        ...(task?.revision.kind === 'new' ? [registrationOfFile(task.revision)] : []),
        ...(runTask ? [{ title: 'RunTask (values hidden)', lines: lines(runTask) }] : []),
        ...services.map(service => {
            const { call, title } = changeCall(service, taskDefinition);
            return { title, lines: lines(call) };
        }),
        ...(verifyingTask
            ? [{ title: 'RunTask of the verification (values hidden)', lines: lines(verifyingTask) }]
            : []),
    ];
}
function lines(value) {
    return JSON.stringify(redactJson(value), null, 2).split('\n');
}
function registrationOfFile({ file }) {
    return {
        title: `RegisterTaskDefinition of ${file.origin} (values hidden)`,
        lines: lines(registerCall(file)),
    };
}
function registerCall(revision) {
    const shown = printable(revision.definition);
    const provenance = provenanceOf(revision).map(({ key, value }) => ({ key, value }));
    const tags = [...((0,text_json/* isList */.Lv)(shown.tags) ? shown.tags : []), ...provenance];
    return tags.length > 0 ? { ...shown, tags } : shown;
}
;// CONCATENATED MODULE: ./lib/src/steps/show-plan.js

function showPlan({ inputs, log }, plan) {
    log.section('Plan', planLines(plan));
    if (inputs.mode === 'deploy')
        return;
    for (const { title, lines } of callLines(plan))
        log.section(title, lines);
}
;// CONCATENATED MODULE: ./lib/src/steps/plan.js
/** A dry run ends here, as does a run without changes. */

















const plan = {
    group: undefined,
    whenCanceled: 'perform',
    async perform(run, { candidate, decision, request, ...progress }) {
        const { inputs, ports, targets } = run;
        const result = makePlan(request);
        if (result.kind === 'refused')
            return refusePlan(run, result);
        const { plan, isJoined, notices: joinNotices } = join(run, result.plan, { candidate, decision, request });
        maskNames(run, plan);
        const skips = isJoined ? [] : skipsOf(run, plan);
        const isUnchanged = skips.length > 0 && skips.every(({ kind }) => kind === 'skip');
        const problems = isJoined || isUnchanged ? [] : unforceable(plan);
        if (problems.length > 0)
            return refusePlan(run, { problems, checks: plan.checks, plan, unchecked: undefined });
        const notices = [
            ...joinNotices,
            ...(isJoined ? [] : tagNotices(plan, request.options)),
            ...(plan.task && !isUnchanged ? taskFileNotices(plan.task.revision, request.options) : []),
            ...(isJoined || isUnchanged ? [] : forcedNotices(plan)),
            ...skipNotices(run, plan, { skips, isUnchanged }),
            ...skippedTask(request, plan, { isUnchanged }),
            ...(isUnchanged && plan.verification && inputs.mode === 'deploy' ? [unverified] : []),
        ];
        const definitionFile = await writeDefinition(ports, plan);
        showPlan(run, plan);
        if (inputs.mode === 'plan' || plan.offline.length > 0)
            return (0,step/* end */._N)({ ...(0,outcome_outcome/* planned */.lM)(targets, plan), definitionFile }, notices);
        if (isUnchanged)
            return (0,step/* end */._N)({ ...unchanged(plan, skips), definitionFile }, notices);
        if (plan.services.some(({ bump }) => bump) && !(await run.saved.save())) {
            const problems = [saved_state/* unsavedBump */.ZS];
            const refusal = (0,outcome_outcome/* refused */.J5)({ targets, problems, checks: plan.checks, plan, revision: undefined });
            return (0,step/* end */._N)({ ...refusal, definitionFile }, notices);
        }
        return (0,step/* proceed */.rj)({ ...progress, definitionFile, plan }, notices);
    },
};
/** A dry run keeps the plan of a new revision. */
function join({ inputs, ports }, plan, { candidate, decision, request }) {
    const [service] = plan.services;
    if (!candidate || !service)
        return { plan, isJoined: false, notices: [] };
    if (decision)
        return { plan: joinedPlan(plan, candidate, decision), isJoined: true, notices: [] };
    const isDryRun = inputs.mode === 'plan';
    const why = reasonNotToJoin(plan.revision, service, { candidate, resources: request.resources });
    if (why !== undefined) {
        const { deployment } = candidate;
        const now = (0,errors_notice/* notice */.lm)(`In progress now: ${(0,join_candidate/* deploymentText */.J)(deployment)}. It would not be joined because ${why}.`);
        return { plan, isJoined: false, notices: [isDryRun ? now : (0,in_flight/* supersedes */.Gm)(deployment, why)] };
    }
    if (isDryRun) {
        const would = (0,errors_notice/* notice */.lm)(`A deployment would join ${joinedText(candidate, ports.runner.run)}.`);
        return { plan, isJoined: true, notices: [would] };
    }
    const notices = [joinNotice(candidate, ports.runner.run)];
    return { plan: { ...joinedPlan(plan, candidate), task: undefined }, isJoined: true, notices };
}
/** The saved state contains them as they are, and a runner that debugs logs it. */
function maskNames({ ports, targets }, { revision }) {
    const names = [revision.family, ...targets.flatMap(({ cluster, service }) => [cluster, service])];
    for (const name of names)
        if ((0,redact/* redact */.E$)(name, []) !== name)
            ports.runner.mask(name);
}
function refusePlan(run, { problems, checks, plan, unchecked }) {
    if (plan)
        showPlan(run, plan);
    const notices = unchecked
        ? [(0,errors_notice/* notice */.lm)(`The checks of the task definition were not run, because ${unchecked}.`)]
        : [];
    return (0,step/* end */._N)((0,outcome_outcome/* refused */.J5)({ targets: run.targets, problems, checks, plan, revision: undefined }), notices);
}
function tagNotices(plan, { provenance, provenanceTags }) {
    const { revision } = plan;
    if (revision.kind === 'existing' ||
        revision.provenance.length > 0 ||
        !provenanceTags ||
        !(0,task_definition_tags/* isKnown */.qE)(provenance))
        return [];
    return [(0,errors_notice/* warning */.$e)('provenance-tags were not added: a task definition can have at most 50 tags.')];
}
function forcedNotices({ revision, services }) {
    const set = services.filter(({ observed }) => isSetAlready(observed.service, revision));
    if (set.length === 0)
        return [];
    const names = set.map(({ observed }) => observed.service.name);
    const which = services.length > 1 ? `${(0,enumerate/* enumerate */.HL)(names)} ${names.length > 1 ? 'are' : 'is'}` : 'the service is';
    return [(0,errors_notice/* notice */.lm)(`${revision.origin} is deployed again: ${which} set to it already.`)];
}
/** Nobody goes back to the revision that serves. */
function skipsOf({ inputs }, { revision, services }) {
    if (!isRollback(revision))
        return inputs.skipUnchanged ? services.map(skipUnchanged) : [];
    const isThere = services.every(({ observed }) => isSetAlready(observed.service, revision));
    return isThere && !inputs.rollout.forceNewDeployment ? services.map(skipUnchanged) : [];
}
function skipNotices({ inputs }, { services }, { isUnchanged, skips }) {
    if (isUnchanged && inputs.mode === 'plan')
        return [(0,errors_notice/* notice */.lm)('A deployment would end with no-change and send nothing of this plan: nothing differs.')];
    const name = (nth) => (skips.length > 1 ? services[nth]?.observed.service.name : undefined);
    return skips.flatMap(({ notices }, nth) => notices.map(one => (0,errors_notice/* ofService */.Jv)(one, name(nth))));
}
function skippedTask({ task }, plan, { isUnchanged }) {
    if (!task || (plan.task && !isUnchanged))
        return [];
    if (isRollback(plan.revision))
        return [(0,errors_notice/* notice */.lm)('The one-off task does not run, because this is a rollback.')];
    const changed = plan.task?.revision.kind === 'new' ? plan.task.revision : undefined;
    const although = changed ? `, although ${changed.file.origin} is not yet registered as it is` : '';
    return [(0,errors_notice/* notice */.lm)(`The one-off task does not run${although}, because there is nothing new to deploy.`)];
}
const unverified = (0,errors_notice/* notice */.lm)('Nothing is verified, because there is nothing new to deploy.');
function unchanged(plan, skips) {
    const services = plan.services.map((service, nth) => {
        const skip = skips[nth];
        return { kind: 'unchanged', plan: service, serving: skip?.kind === 'skip' ? skip.serving : undefined };
    });
    return (0,outcome_outcome/* deployed */.$8)({ plan, revision: undefined, services, problems: [] });
}
async function writeDefinition({ workspace }, { revision }) {
    const text = `${JSON.stringify(revision.definition, null, 2)}\n`;
    return workspace.writeTemporary('task-definition.json', text);
}
;// CONCATENATED MODULE: ./lib/src/deploy/prepare/fetch-images.js








/** A task definition has at most 10 containers. */
const maxImages = 20;
async function fetchImages(ports, query) {
    const { definition, live } = query;
    const wanted = new Map([
        ...(query.preflight === 'off' ? [] : live.flatMap(inEcr)),
        ...inEcr(definition).filter(([reference, { image }]) => isNeeded(query, reference, image)),
    ]);
    const lookups = [...wanted].slice(-maxImages).map(async ([reference, request]) => {
        const known = query.known?.get(reference);
        return [reference, known ?? (await fetchImage(ports, query, { reference, ...request }))];
    });
    return new Map(await Promise.all(lookups));
}
async function fetchImage({ registry, clock, canceled }, query, { reference, image, platform }) {
    const find = () => (0,attempt/* lookup */.$I)(() => registry.describe(image, platform));
    const first = await find();
    if (!isAbsent(first) || !mayArrive(query, reference, image))
        return first;
    const seconds = ((policies/* imageArrival */.ZZ.times - 1) * policies/* imageArrival */.ZZ.pause) / 1_000;
    query.log(`Waiting for at most ${seconds} s for ${(0,task_definition_image/* shortImage */.Uq)(reference)}, which Amazon ECR does not have yet.`);
    await clock.sleep(policies/* imageArrival */.ZZ.pause, canceled);
    const again = { ...policies/* imageArrival */.ZZ, times: policies/* imageArrival */.ZZ.times - 1 };
    const arrived = await (0,retry/* pollUntil */.g3)(again, { clock, canceled }, async () => {
        const found = await find();
        return found.kind === 'found' && !isAbsent(found) ? found : undefined;
    });
    return arrived ?? first;
}
/** What a pull through cache lacks does not arrive by itself, and a mutable tag would be refused all the same. */
function mayArrive({ awaited, imagePolicy }, reference, { repository }) {
    if (!awaited.includes(reference) || (0,pull_through/* pullThroughPrefix */.L)(repository))
        return false;
    return imagePolicy !== 'immutable' || (0,task_definition_image/* mutableReason */.PH)(reference) === undefined;
}
function isAbsent(found) {
    return found.kind === 'found' && found.value.kind === 'no-image';
}
function inEcr(definition) {
    const platform = (0,task_definition_platform/* platformOf */.tj)(definition);
    return (0,task_definition/* imagesOf */.IC)(definition).flatMap(({ image: reference }) => {
        const image = (0,image_registry/* registryOf */.F)(reference);
        return image?.kind === 'ecr' ? [[reference, { image, platform }]] : [];
    });
}
/** Without checks, only what `image-policy` needs. */
function isNeeded({ imagePolicy, preflight }, reference, { id }) {
    if (preflight !== 'off')
        return true;
    switch (imagePolicy) {
        case 'digest':
            return 'tag' in id;
        case 'immutable':
            return (0,task_definition_image/* mutableReason */.PH)(reference) !== undefined;
        case 'any':
            return false;
    }
}
// EXTERNAL MODULE: ./lib/src/deploy/prepare/past-deployments.js
var past_deployments = __webpack_require__(8031);
;// CONCATENATED MODULE: ./lib/src/deploy/prepare/fetch-recorded-digests.js





/** By container: what its tag was when ECS last deployed the revision. */
async function fetchRecordedDigests(ecs, { asIs, definition, observed }) {
    const isPinned = (0,task_definition/* imagesOf */.IC)(definition).every(({ image }) => (0,task_definition_image/* parseImage */.zZ)(image)?.digest);
    if (!asIs || !observed || isPinned)
        return resources_lookup/* skipped */.h;
    return (0,attempt/* lookup */.$I)(async () => {
        const images = await (0,past_deployments/* searchPast */.H)(ecs, observed.target, ({ deployments }) => {
            const ofRevision = deployments.flatMap(({ revision }) => revision ?? []);
            return ofRevision.find(one => one.taskDefinition === asIs.arn && one.images.some(image => image.digest))
                ?.images;
        });
        return new Map(images?.flatMap(({ container, digest }) => (digest ? [[container, digest]] : [])));
    });
}
;// CONCATENATED MODULE: ./lib/src/deploy/prepare/fetch-related-resources.js
/** All reads are optional: a denied one reports the missing permission. */










/** The images are read once for all services. */
async function fetchRelatedResources(ports, query) {
    const { observed } = query;
    let fetching;
    const images = () => {
        fetching ??= fetchImages(ports, { ...query, live: observed.map(({ live }) => live) });
        return fetching;
    };
    const ofServices = await Promise.all(observed.map(one => fetchForService(ports, query, { service: one, images })));
    return { ofServices, ofDefinition: ofServices[0] ?? { ...related_resources/* noResources */.xZ, images: await images() } };
}
async function fetchForService(ports, query, { images: fetchImages, service: observed }) {
    const settings = settingsOf(observed.service, query.rollout);
    const own = { observed, settings };
    const isChecked = query.preflight !== 'off';
    const [alarms, scaling, images, targetGroups, deregistrationDelays, endpoint, recordedDigests] = await Promise.all([
        fetchAlarms(ports, own),
        fetchScaling(ports, own),
        fetchImages(),
        fetchTargetGroups(ports, own),
        isChecked ? fetchDeregistrationDelays(ports, own) : resources_lookup/* skipped */.h,
        fetchEndpoint(ports, own),
        isChecked ? fetchRecordedDigests(ports.ecs, { ...query, observed }) : resources_lookup/* skipped */.h,
    ]);
    return { alarms, scaling, images, targetGroups, deregistrationDelays, endpoint, recordedDigests };
}
async function fetchAlarms({ alarms }, { settings }) {
    const names = settings.after.alarms;
    return names.length === 0 ? resources_lookup/* skipped */.h : (0,attempt/* lookup */.$I)(() => alarms.describe(names));
}
/** Only a raised desired count can conflict. */
async function fetchScaling({ scaling }, { observed, settings }) {
    if (!bumpOf(settings))
        return resources_lookup/* skipped */.h;
    const { clusterArn, name } = observed.service;
    return (0,attempt/* lookup */.$I)(() => scaling.boundsOf((0,ecs_arn/* resourceName */.Iy)(clusterArn), name));
}
async function fetchTargetGroups({ loadBalancers }, { observed }) {
    const arns = (0,ecs_service/* targetGroupsOf */.TT)(observed.service);
    return arns.length === 0 ? resources_lookup/* skipped */.h : (0,attempt/* lookup */.$I)(() => loadBalancers.targetGroups(arns));
}
/** Only a recommendation needs them. */
async function fetchDeregistrationDelays({ loadBalancers }, { observed }) {
    const arns = (0,ecs_service/* targetGroupsOf */.TT)(observed.service);
    if (arns.length === 0 || (0,task_definition_tags/* isKnown */.qE)((0,task_definition_tags/* provenanceIn */.PT)(observed.live)))
        return resources_lookup/* skipped */.h;
    return (0,attempt/* lookup */.$I)(() => loadBalancers.deregistrationDelays(arns));
}
async function fetchEndpoint({ ecs }, { observed: { service } }) {
    return (0,ecs_service/* isExpress */.Ty)(service) ? (0,attempt/* lookup */.$I)(() => ecs.endpointOf(service.arn)) : resources_lookup/* skipped */.h;
}
// EXTERNAL MODULE: ./lib/src/core/errors/api-error-problem.js
var api_error_problem = __webpack_require__(4627);
;// CONCATENATED MODULE: ./lib/src/deploy/task/read-existing-definition.js





/** The definition that the input `run-task-definition` names, for a task that does not run the new revision. */
async function readExistingDefinition(ecs, name) {
    const subject = 'run-task-definition';
    const shown = (0,problem/* quote */.hD)((0,ecs_arn/* revisionName */.pd)(name));
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTaskDefinition(name));
    if (read.kind === 'failed') {
        const { error } = read;
        if (error.kind !== 'rejected')
            return { kind: 'problem', problem: (0,api_error_problem/* toProblem */.H8)(error, {}) };
        const text = `${shown} was not found (${(0,redact/* redact */.E$)(error.message, [])}): check the name, the account and the region; a file is named with its ending, such as migrate.json`;
        return { kind: 'problem', problem: { subject, text } };
    }
    const { arn, definition } = read.value;
    if (definition.status === 'INACTIVE') {
        const text = `${shown} is INACTIVE, and ECS runs no task of it: name an ACTIVE revision`;
        return { kind: 'problem', problem: { subject, text } };
    }
    return { kind: 'read', existing: { arn, definition } };
}
;// CONCATENATED MODULE: ./lib/src/deploy/task/read-task-file.js






async function readTaskFile(ports, query) {
    const { base } = query;
    const [latest, images] = await Promise.all([
        readLatest(ports.ecs, base.definition),
        readImages(ports, query),
    ]);
    return { base, latest, resources: { ...related_resources/* noResources */.xZ, images } };
}
/** Without AWS credentials. */
function unreadTaskFile(base) {
    return { base, latest: resources_lookup/* skipped */.h, resources: related_resources/* noResources */.xZ };
}
/** Those of the service are known already, if their builds are for the same platform. */
async function readImages(ports, { base, ofService, ...query }) {
    const definition = withSameImages(base.definition, query);
    return fetchImages(ports, {
        ...query,
        definition,
        live: [],
        known: samePlatform(definition, ofService.definition) ? ofService.images : undefined,
    });
}
function samePlatform(one, other) {
    return JSON.stringify(one.runtimePlatform ?? {}) === JSON.stringify(other.runtimePlatform ?? {});
}
async function readLatest(ecs, file) {
    const family = (0,task_definition/* familyOf */.Ap)(file);
    // The plan reports it.
    if (!family)
        return resources_lookup/* skipped */.h;
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTaskDefinition(family));
    if (read.kind === 'answered') {
        const { arn, definition, tags } = read.value;
        return { kind: 'found', value: { arn, definition: (0,task_definition/* withTags */.SG)((0,task_definition/* registrable */.ZV)(definition).definition, tags) } };
    }
    // A family without an ACTIVE revision: "Unable to describe task definition."
    return read.error.kind === 'rejected' ? { kind: 'found', value: undefined } : (0,attempt/* unavailable */.hU)(read.error);
}
// EXTERNAL MODULE: ./lib/src/steps/read.js + 12 modules
var steps_read = __webpack_require__(4758);
;// CONCATENATED MODULE: ./lib/src/steps/prepare.js













const prepare = {
    group: undefined,
    whenCanceled: 'perform',
    async perform(run, { observation, source, taskFile: fileOfTask, ...progress }) {
        const { inputs, ports, targets } = run;
        if (observation.kind === 'paused')
            return preparePaused(run, progress, observation);
        if (observation.kind === 'problem')
            return prepare_refuseServices(run, undefined, { problems: [observation.problem], fileOfTask: undefined });
        const observed = observation.kind === 'observed' ? observation.observed : [];
        const notices = [];
        const isUnread = observation.kind === 'problems';
        if (isUnread) {
            const isDryRun = inputs.mode === 'plan' && (0,steps_read/* isOffline */.aK)(ports, observation.error);
            if (isDryRun && !source.base)
                return (0,steps_read/* nothingChecked */.t1)(run);
            if (!isDryRun)
                return prepare_refuseServices(run, source.base, { problems: observation.problems, fileOfTask });
            notices.push((0,errors_notice/* warning */.$e)(offlineText));
        }
        const base = source.base ?? liveDefinition(observed);
        if (!base)
            throw new TypeError('neither a file nor a service: the inputs allow no such run');
        const fetched = isUnread ? nothingFetched : await fetchResources(run, base, observed);
        if (!fetched)
            return (0,step/* stop */.ds)(notices);
        const task = isUnread ? undefined : await plannedTask(run);
        if (task?.kind === 'problem')
            return prepare_refuseServices(run, source.base, { problems: [task.problem], fileOfTask });
        const ofService = { definition: base.definition, images: fetched.ofDefinition.images };
        const taskFile = fileOfTask && (await fileToPlan(run, fileOfTask, isUnread ? undefined : ofService));
        if (taskFile === 'canceled')
            return (0,step/* stop */.ds)(notices);
        const request = {
            options: planOptions(run),
            base,
            targets: isUnread ? unread(targets) : deploymentTargets(observed, fetched.ofServices),
            resources: fetched.ofDefinition,
            task: task?.planned,
            taskFile,
        };
        const candidate = observation.kind === 'observed' ? observation.candidate : undefined;
        return (0,step/* proceed */.rj)({ ...progress, candidate, decision: undefined, request }, notices);
    },
};
/** Nothing is checked: what was deployed is there already. */
function preparePaused(run, progress, { base, candidate, decision, observed }) {
    const request = {
        options: { ...planOptions(run), imagePolicy: 'any', preflight: 'off' },
        base,
        targets: deploymentTargets([observed], []),
        resources: related_resources/* noResources */.xZ,
        task: undefined,
        taskFile: undefined,
    };
    return (0,step/* proceed */.rj)({ ...progress, candidate, decision, request });
}
const nothingFetched = { ofDefinition: related_resources/* noResources */.xZ, ofServices: [] };
const offlineText = 'There are no AWS credentials: only what can be checked without a call to AWS was checked.';
function planOptions({ inputs, ports }) {
    const { runner, step } = ports;
    const provenance = { commit: runner.commit || undefined, ...runner.run };
    // What is not watched is not verified.
    const verify = inputs.watch && inputs.verify;
    return { ...inputs, verify, provenance, pages: step.pages };
}
/** Checks of a file do not need the service: they are reported, too. */
function prepare_refuseServices(run, base, { fileOfTask, problems: own }) {
    const { targets } = run;
    const request = {
        options: planOptions(run),
        targets: unread(targets),
        resources: related_resources/* noResources */.xZ,
        task: undefined,
        taskFile: fileOfTask && unreadTaskFile(fileOfTask),
    };
    const result = base && makePlan({ ...request, base });
    const problems = result?.kind === 'refused' ? [...own, ...result.problems] : own;
    const checks = result?.kind === 'planned' ? result.plan.checks : (result?.checks ?? []);
    const plan = result?.plan;
    if (plan)
        showPlan(run, plan);
    return (0,step/* end */._N)((0,outcome_outcome/* refused */.J5)({ targets, problems, checks, plan, revision: undefined }));
}
/** Undefined: canceled. */
async function fetchResources({ inputs, log, ports }, base, observed) {
    // The plan refuses what cannot be rendered.
    const rendered = renderPartially(base.definition, inputs);
    if (!rendered)
        return { ofDefinition: related_resources/* noResources */.xZ, ofServices: observed.map(() => related_resources/* noResources */.xZ) };
    // A dry run says what is there now.
    const awaited = inputs.mode === 'plan' ? [] : inputs.images.map(({ image }) => image);
    const logLine = (line) => log.line(line);
    const { definition } = rendered;
    const { asIs } = base;
    const query = { ...inputs, asIs, definition, observed, awaited, log: logLine };
    return (0,cancellation/* unlessCanceled */.A)(fetchRelatedResources(ports, query), ports.canceled);
}
/** With the registered definition of `run-task-definition`, which a rollback does not need. */
async function plannedTask({ inputs, ports }) {
    const { source, task: options } = inputs;
    if (!options)
        return undefined;
    const { definition } = options;
    if (definition?.kind !== 'registered' || source.kind === 'rollback')
        return { kind: 'planned', planned: { options, existing: undefined } };
    const read = await readExistingDefinition(ports.ecs, definition.name);
    return read.kind === 'read' ? { kind: 'planned', planned: { options, existing: read.existing } } : read;
}
/** `ofService`: undefined without AWS credentials */
async function fileToPlan({ inputs, log, ports }, base, ofService) {
    if (!ofService)
        return unreadTaskFile(base);
    const awaited = inputs.mode === 'plan' ? [] : inputs.images.map(({ image }) => image);
    const query = { ...inputs, awaited, base, ofService, log: (line) => log.line(line) };
    return (await (0,cancellation/* unlessCanceled */.A)(readTaskFile(ports, query), ports.canceled)) ?? 'canceled';
}
function deploymentTargets(services, resources) {
    return services.map((observed, nth) => ({
        kind: 'service',
        observed,
        resources: resources[nth] ?? related_resources/* noResources */.xZ,
    }));
}
function unread(targets) {
    return targets.map(target => ({ kind: 'offline', target }));
}
/** To be registered with other images. The plan refuses services that run different definitions. */
function liveDefinition([first]) {
    if (!first)
        return undefined;
    const { live, serving } = first;
    return {
        kind: 'revision',
        definition: live,
        origin: (0,ecs_arn/* revisionName */.pd)(serving ?? 'nothing'),
        positionOf: undefined,
        asIs: undefined,
    };
}
// EXTERNAL MODULE: ./lib/src/core/outcome/outcomes.js
var outcomes = __webpack_require__(6386);
;// CONCATENATED MODULE: ./lib/src/core/errors/github-error.js
/** `permission`: `pull-requests: write` */
function gitHubErrorText(error, permission) {
    switch (error.kind) {
        case 'denied':
            return `its token lacks a permission: grant the job ${permission}`;
        case 'missing':
            return `GitHub did not find it, or its token cannot access it: grant the job the permission ${permission}`;
        case 'throttled':
            return `GitHub accepts no more requests for now (${error.message})`;
        case 'expired':
            return `GitHub does not accept github-token (${error.message})`;
        case 'skewed':
        case 'unreachable':
            return error.remedy === undefined ? error.message : `${error.message}: ${error.remedy}`;
        case 'unconfigured':
        case 'out-of-time':
            return error.message;
        case 'unavailable':
            return `GitHub gave no usable response (${error.message})`;
        case 'rejected':
            return `GitHub refused it (${error.message})`;
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/github/deployment-record.js





const noRecordWanted = noRecord([]);
function noRecord(notices) {
    return { record: { report: async () => { }, close: async () => [] }, notices };
}
/** Not retried: a lost answer would leave two records. */
async function openRecord(ports, { ref, environmentUrl, logUrl, ...deployment }) {
    if (ref === undefined)
        return noRecord([recordNotice('the commit is not known')]);
    const created = await (0,attempt/* attempt */.CD)(() => ports.during.createDeployment({ ref, ...deployment }));
    if (created.kind === 'failed')
        return noRecord([recordNotice(gitHubErrorText(created.error, permission))]);
    const links = { environmentUrl, logUrl };
    const record = keep(ports, (github, status) => github.createDeploymentStatus(created.value, { ...status, ...links }));
    return { record, notices: [] };
}
const permission = 'deployments: write';
function keep({ during, after, clock, canceled }, send) {
    let lastError;
    async function report(policy, work) {
        const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policy, { clock, canceled }, work));
        lastError = sent.kind === 'failed' ? sent.error : undefined;
    }
    return {
        report: status => report(policies/* gitHub */.g, () => send(during, status)),
        async close(status) {
            // A canceled workflow has no time to wait for GitHub again.
            const isInVain = canceled.aborted && lastError?.kind === 'unavailable';
            const github = canceled.aborted ? during : after;
            if (status && !isInVain)
                await report(policies/* gitHubRecordEnd */.wz, () => send(github, status));
            return lastError ? [recordNotice(gitHubErrorText(lastError, permission))] : [];
        },
    };
}
function recordNotice(why) {
    return (0,errors_notice/* warning */.$e)(`The deployment record on GitHub is not up to date: ${why}.`);
}
// EXTERNAL MODULE: ./lib/src/core/outcome/service-result.js
var service_result = __webpack_require__(1364);
;// CONCATENATED MODULE: ./lib/src/core/outcome/several-services.js
/** A run that did something to more than one service: each has an outcome of its own. */




/** False where all of them ended before anything was done to one. */
function isSplit({ services }) {
    return services.length > 1 && services.some(({ kind }) => kind !== 'untouched');
}
/** As if the run were about this service alone. */
function onlyService(outcome, service) {
    const own = (0,service_result/* planOfService */.Ae)(service);
    const name = serviceNameOf(service);
    return {
        ...outcome,
        name: (0,service_result/* nameOfService */.UO)(service),
        plan: outcome.plan && { ...outcome.plan, services: own ? [own] : [] },
        services: [service],
        problems: outcome.problems.flatMap(problem => problem.service === undefined || problem.service === name ? { ...problem, service: undefined } : []),
    };
}
function serviceNameOf(service) {
    return (0,service_result/* planOfService */.Ae)(service)?.observed.service.name ?? (0,ecs_arn/* resourceName */.Iy)((0,service_result/* targetOfService */.CY)(service).service);
}
function worstFirst(services) {
    const isOther = (service) => Number((0,service_result/* takeBackOf */.sb)(service) !== undefined);
    return services.toSorted((a, b) => severityOf(b) - severityOf(a) || isOther(a) - isOther(b));
}
/** The service that others were taken back for. */
function firstFailure({ services }) {
    const names = new Set(services.map(service => (0,service_result/* takeBackOf */.sb)(service)?.service));
    return services.find(service => names.has(serviceNameOf(service)));
}
function severityOf(service) {
    return outcomes/* outcomes */.K[(0,service_result/* nameOfService */.UO)(service)].severity;
}
/** `rolled back`, `completed, then taken back to web:7` */
function labelOf(service) {
    const takeBack = (0,service_result/* takeBackOf */.sb)(service);
    const { label } = outcomes/* outcomes */.K[(0,service_result/* nameOfService */.UO)(service)];
    if (!takeBack || service.kind !== 'ended' || service.result.kind !== 'rolled-back')
        return label;
    const verb = takeBack.was === 'completed' ? 'completed, then taken back' : 'stopped and taken back';
    return `${verb} to ${(0,ecs_arn/* revisionName */.pd)(service.result.serving)}`;
}
/** `worker (rolled back), web and api (succeeded)` */
function overviewOf({ services }) {
    const names = new Map();
    for (const service of worstFirst(services)) {
        const label = labelOf(service);
        names.set(label, [...(names.get(label) ?? []), serviceNameOf(service)]);
    }
    const groups = [...names].map(([label, of]) => ({ label, of }));
    const [first, ...others] = groups;
    if (first && others.length === 0)
        return `all ${services.length} services: ${first.label}`;
    return groups.map(({ label, of }) => `${(0,enumerate/* enumerate */.HL)(of)} (${label})`).join(', ');
}
;// CONCATENATED MODULE: ./lib/src/report/messages/serving-text.js



/** `web:7 serves`, `web:8 (20% of the traffic) and web:7 (80% of the traffic) serve`; undefined: not known */
function servingText(serving, show = ecs_arn/* revisionName */.pd) {
    switch (serving.kind) {
        case 'revisions':
            return `${serving_text_names(serving.revisions, show)} ${serving.revisions.length === 1 ? 'serves' : 'serve'}`;
        case 'none':
            return serving.others.length > 0 ? 'no running task is healthy' : 'no task is running';
        case 'unknown':
            return undefined;
    }
}
/** `web:7 still serves`: where only earlier revisions serve */
function stillServingText({ serving, tracked }, show = ecs_arn/* revisionName */.pd) {
    const revisions = (0,outcome_serving/* servingRevisions */.BJ)(serving);
    const isOurs = revisions.some(({ taskDefinition }) => taskDefinition === tracked.taskDefinition);
    if (isOurs)
        return servingText(serving, show);
    const [first, ...others] = revisions;
    if (!first)
        return undefined;
    return `${serving_text_names(revisions, show)} still ${others.length === 0 ? 'serves' : 'serve'}`;
}
function serving_text_names(revisions, show) {
    const isShared = revisions.length > 1;
    return (0,enumerate/* enumerate */.HL)(revisions.map(({ taskDefinition, traffic }) => {
        const share = isShared && traffic !== undefined ? ` (${traffic}% of the traffic)` : '';
        return `${show(taskDefinition)}${share}`;
    }));
}
/** `2 of 2 healthy`; `running` where nothing checks the health, or it is not known */
function tasksText({ running, healthy, traffic }, wanted) {
    const count = healthy === undefined ? `${running} of ${wanted} running` : `${healthy} of ${wanted} healthy`;
    const isShared = traffic !== undefined && traffic > 0 && traffic < 100;
    return isShared ? `${count}, ${traffic}% of the traffic` : count;
}
/** `web:8, 1 of 2 healthy · web:7, 2 of 2 healthy`, or `nothing: no task is running` */
function servingField({ desiredCount, serving }) {
    if (serving.kind === 'none')
        return `nothing: ${servingText(serving)}`;
    const texts = (0,outcome_serving/* servingRevisions */.BJ)(serving).map(tasks => `${(0,ecs_arn/* revisionName */.pd)(tasks.taskDefinition)}, ${tasksText(tasks, desiredCount)}`);
    return texts.length > 0 ? texts.join(' · ') : undefined;
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/deployment-record.js
/** The GitHub deployment and its statuses. */












/** Of a description: https://docs.github.com/en/rest/deployments/statuses */
const maxLength = 140;
function recordText({ revision, services, taskDefinition, run }) {
    const [plan, ...others] = services;
    const { service } = plan.observed;
    const names = services.map(({ observed }) => observed.service.name);
    const where = `${(0,enumerate/* enumerate */.HL)(names)} on ${(0,ecs_arn/* resourceName */.Iy)(service.clusterArn)}`;
    const { commit } = revision.imageSource;
    const how = isRollback(revision) ? ', a rollback' : '';
    return {
        ref: refOf(revision.imageSource, run),
        description: (0,truncate/* shorten */.m)((0,redact/* redact */.E$)(`${(0,ecs_arn/* revisionName */.pd)(taskDefinition)} to ${where} (Amazon ECS)${how}`, []), maxLength),
        payload: redactMembers({
            version: 1,
            cluster: service.clusterArn,
            service: service.arn,
            taskDefinition,
            previousTaskDefinition: plan.previous ?? null,
            images: (0,task_definition/* imagesOf */.IC)(revision.definition).map(({ container, image }) => ({
                container,
                image,
                digest: (0,task_definition_image/* parseImage */.zZ)(image)?.digest ?? plan.digests?.get(image) ?? null,
            })),
            commit: commit ?? null,
            run: run.run ?? null,
            actor: run.actor ?? null,
            rollback: isRollback(revision),
            ...(others.length > 0 ? { services: services.map(serviceJson) } : {}),
        }),
    };
}
function serviceJson({ observed, previous }) {
    return { service: observed.service.arn, previousTaskDefinition: previous ?? null };
}
/** GitHub takes only commits of its repository; anybody can write the tags of a revision. */
function refOf({ commit = '', repository }, run) {
    const isOwn = repository === run.repository && /^[0-9a-f]{40}$/.test(commit);
    return isOwn ? commit : run.commit;
}
function startedStatus({ taskDefinition, deploymentId }) {
    const description = `${(0,ecs_arn/* revisionName */.pd)(taskDefinition)} is ${deploymentId}`;
    return { state: 'in_progress', description: (0,truncate/* shorten */.m)((0,redact/* redact */.E$)(description, []), maxLength) };
}
/** `rolled-back, web:7 serves: ecs-svc/6216346761948112104 arn:aws:ecs:…` */
function endedStatus(outcome) {
    const { name } = outcome;
    const { gitHubState: state } = outcomes/* outcomes */.K[name];
    if (isSplit(outcome))
        return { state, description: (0,truncate/* shorten */.m)((0,redact/* redact */.E$)(`${name}: ${overviewOf(outcome)}`, []), maxLength) };
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    return { state, description: rollout ? (0,truncate/* shorten */.m)(rolloutText(name, rollout), maxLength) : name };
}
function rolloutText(name, { tracked, serving, serviceDeploymentArn: arn }) {
    const serves = serving.kind === 'revisions' ? servingText(serving) : undefined;
    const text = (0,redact/* redact */.E$)(`${name}${serves ? `, ${serves}` : ''}: ${tracked.deploymentId}`, []);
    if (!arn)
        return text;
    const whole = `${text} ${(0,redact/* redact */.E$)(arn, [])}`;
    // Half an ARN is useless, its last part is not.
    return whole.length > maxLength ? `${text} ${(0,ecs_arn/* deploymentIdOf */.Y4)(arn) ?? (0,redact/* redact */.E$)((0,ecs_arn/* resourceName */.Iy)(arn), [])}` : whole;
}
;// CONCATENATED MODULE: ./lib/src/steps/record.js





const record = {
    group: 'Deploy',
    whenCanceled: 'skip',
    async perform(run, value) {
        const { record, notices } = await record_open(run, value);
        const redacted = notices.map(notice => (0,errors_notice/* redactNotice */.Ip)(notice, []));
        const proceeded = (0,step/* proceed */.rj)({ ...value, record }, redacted);
        return { ...proceeded, afterReport: outcome => record_close(record, outcome) };
    },
};
async function record_open({ inputs, ports }, value) {
    const { commit, run } = ports.runner;
    const { environment, githubToken } = inputs;
    const { plan, revision } = value;
    const [service, ...others] = plan.services;
    if (!environment || !service)
        return noRecordWanted;
    const { clock, canceled, github } = ports;
    const calls = { during: github(githubToken, 'short'), after: github(githubToken, 'long') };
    return openRecord({ clock, canceled, ...calls }, {
        environment: environment.name,
        environmentUrl: environment.url,
        logUrl: run.run,
        ...recordText({
            revision: plan.revision,
            services: [service, ...others],
            taskDefinition: revision.arn,
            run: { ...run, commit },
        }),
    });
}
/** An unwatched deployment stays in progress. */
async function record_close(record, outcome) {
    const inProgress = outcomes/* outcomes */.K[outcome.name].gitHubState === 'in_progress';
    const notices = await record.close(inProgress ? undefined : endedStatus(outcome));
    return notices.map(notice => (0,errors_notice/* redactNotice */.Ip)(notice, []));
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/register.js
/**
 * After a lost response it looks for the effect (docs/adr/0006). A role that may not set tags registers without
 * provenance.
 */








async function registerRevision(ports, request) {
    const { canceled, clock, ecs } = ports;
    const { revision } = request;
    const budget = (0,retry/* openBudget */.ak)(clock);
    let definition = (0,task_definition_tags/* tagged */.VK)(revision.definition, revision.provenance);
    let withoutProvenance;
    let unconfirmed = 0;
    for (;;) {
        const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(registrations, { clock, canceled, budget }, () => ecs.registerTaskDefinition(definition)));
        if (sent.kind === 'answered') {
            return { kind: 'registered', registered: sent.value, unconfirmed, withoutProvenance };
        }
        const { error } = sent;
        if (mayBeAboutTags(error)) {
            if (withoutProvenance)
                return { kind: 'refused', error: withoutProvenance, unconfirmed };
            if (revision.provenance.length > 0) {
                withoutProvenance = error;
                definition = revision.definition;
                continue;
            }
        }
        if (canceled.aborted && registrations.isRetryable(error, budget.refusals))
            return { kind: 'cancelled', unconfirmed };
        if (error.kind !== 'unavailable')
            return { kind: 'refused', error, unconfirmed };
        const found = await findRegistered(ports, request, budget.startedAt);
        if (found)
            return { kind: 'registered', registered: found, unconfirmed, withoutProvenance };
        unconfirmed++;
        if (unconfirmed >= policies/* maxSendings */.WD)
            return { kind: 'refused', error, unconfirmed };
        await clock.sleep(registrations.pause(budget.requests, clock.random(), error), canceled);
        if (canceled.aborted)
            return { kind: 'cancelled', unconfirmed };
    }
}
/** ECS takes one for each family at a time. */
const registrations = {
    ...policies/* throttledChanges */.Mr,
    isRetryable: (error, refusals) => policies/* throttledChanges */.Mr.isRetryable(error, refusals) || isRace(error),
};
/**
 * Tags need a second permission, and a condition on their keys can deny the registration itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 */
function mayBeAboutTags(error) {
    return error.kind === 'denied' && (0,denial/* denialOf */.Z9)(error).action !== 'iam:PassRole';
}
/** Two jobs registered one family; only the message says so. */
function isRace(error) {
    return error.kind === 'rejected' && error.message.startsWith('Too many concurrent attempts');
}
/** Milliseconds between AWS's clock and this one, at most. */
const skew = 120_000;
/** The family's newest revision, if it is ours. Registering again would leave an unused revision at worst. */
async function findRegistered({ ecs, clock, canceled }, { revision, known }, startedAt) {
    await clock.sleep(policies/* lostChange */.bQ.pause, canceled);
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTaskDefinition(revision.family));
    if (read.kind === 'failed')
        return undefined;
    const { arn, definition, tags } = read.value;
    const registeredAt = Number(definition.registeredAt ?? 0) * 1000;
    const isKnown = known.includes(arn);
    const isOurs = registeredAt >= startedAt - skew && !isKnown && register_isSame((0,task_definition/* withTags */.SG)(definition, tags), revision.definition);
    return isOurs ? { arn, revision: (0,ecs_arn/* revisionNumber */.P7)(arn) ?? '' } : undefined;
}
function register_isSame(found, sent) {
    return diff(found, sent).length === 0;
}
;// CONCATENATED MODULE: ./lib/src/steps/register.js










const register = {
    group: 'Register',
    whenCanceled: 'skip',
    async perform(run, planned) {
        const { log, ports } = run;
        const { plan } = planned;
        const secrets = (0,plan_plan/* secretsOfPlan */.qi)(plan);
        const registration = await registrationOf(run, plan, secrets);
        if (registration.kind !== 'continue')
            return registration;
        const { notices, value: revision } = registration;
        ports.runner.output('task-definition-arn', (0,redact/* redact */.E$)(revision.arn, []));
        if (plan.revision.kind === 'new')
            log.line(logField('registered', (0,ecs_arn/* revisionName */.pd)(revision.arn)));
        const own = plan.revision.kind === 'new' ? revision : undefined;
        return (0,step/* proceed */.rj)({ ...planned, revision, registered: own, secrets }, notices);
    },
};
async function registrationOf(run, plan, secrets) {
    const { revision } = plan;
    if (revision.kind === 'existing')
        return (0,step/* proceed */.rj)({ arn: revision.arn, revision: (0,ecs_arn/* revisionNumber */.P7)(revision.arn) ?? '' });
    const running = plan.services.flatMap(({ observed }) => observed.service.deployments);
    const known = running.map(({ taskDefinition }) => taskDefinition);
    return registerNew(run, { plan, revision, known, own: undefined, secrets });
}
async function registerNew({ ports, targets }, { known, own, plan, revision, secrets }) {
    const registration = await registerRevision(ports, { revision, known });
    const notices = unusedRevisions(registration.unconfirmed);
    switch (registration.kind) {
        case 'cancelled':
            return (0,step/* stop */.ds)(notices);
        case 'refused': {
            // ECS may quote what it refuses.
            const problem = (0,api_error_problem/* toProblem */.H8)(registration.error, { target: targets[0], hidden: secrets });
            return (0,step/* end */._N)((0,outcome_outcome/* refused */.J5)({ targets, problems: [problem], checks: plan.checks, plan, revision: own }), notices);
        }
        case 'registered': {
            const { registered, withoutProvenance } = registration;
            return (0,step/* proceed */.rj)(registered, withoutProvenance ? [...notices, untagged(withoutProvenance)] : notices);
        }
    }
}
function unusedRevisions(unconfirmed) {
    if (unconfirmed === 0)
        return [];
    return [
        (0,errors_notice/* warning */.$e)(`${unconfirmed} responses to RegisterTaskDefinition were lost: up to as many unused revisions may exist.`),
    ];
}
function untagged(error) {
    const { remedy } = (0,denial/* denialOf */.Z9)(error);
    return (0,errors_notice/* warning */.$e)(`The revision was registered without provenance tags. With them, ${(0,denial/* denialText */.p_)(error)}: ${remedy}, or set provenance-tags: false.`);
}
;// CONCATENATED MODULE: ./lib/src/steps/register-task.js
/** The revision that the one-off task runs: of a file it is registered, if it differs from the latest one. */






const registerTask = {
    group: 'Register',
    whenCanceled: 'skip',
    async perform(run, value) {
        const { plan, registered: own, revision, secrets } = value;
        const { log, ports } = run;
        if (!plan.task)
            return (0,step/* proceed */.rj)({ ...value, taskDefinition: undefined });
        const { revision: planned } = plan.task;
        if (planned.kind !== 'new')
            return (0,step/* proceed */.rj)({ ...value, taskDefinition: (0,task_revision/* arnOfTask */._)(planned, plan.revision) ?? revision.arn });
        const { file, latest } = planned;
        const known = latest === undefined ? [] : [latest];
        const registration = await registerNew(run, { plan, revision: file, known, own, secrets });
        if (registration.kind !== 'continue')
            return registration;
        const { notices, value: registered } = registration;
        log.line(logField('registered', `${(0,ecs_arn/* revisionName */.pd)(registered.arn)}, for the task`));
        ports.runner.output('run-task-definition-arn', (0,redact/* redact */.E$)(registered.arn, []));
        return (0,step/* proceed */.rj)({ ...value, registeredForTask: registered, taskDefinition: registered.arn }, notices);
    },
};
;// CONCATENATED MODULE: ./lib/src/core/outcome/history.js
/** Joins service deployments, service revisions and tags of task definitions. */








function historyContext(outcome) {
    const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
    const plan = service && (0,service_result/* planOfService */.Ae)(service);
    if (!plan || !outcomes/* outcomes */.K[outcome.name].showsHistory || lostCredentials(service))
        return undefined;
    const before = plan.previous === undefined ? [] : [plan.previous];
    switch (service.kind) {
        case 'untouched':
        case 'unchanged':
        case 'unconfirmed':
            return { plan, revision: outcome.plan?.revision, serving: before, own: undefined };
        case 'started':
            return { ...ownContext(outcome, service.rollout), serving: before };
        case 'ended':
            return ownContext(outcome, service.rollout);
    }
}
function lostCredentials(service) {
    return (service.kind === 'ended' && service.result.kind === 'unknown' && service.result.lost === 'credentials');
}
function ownContext(outcome, { plan, tracked }) {
    return { plan, revision: outcome.plan?.revision, serving: (0,outcome_outcome/* servingArns */.by)(outcome), own: tracked };
}
/** The task definition of a service revision. */
function revisionFrom({ plan, own }, revisionArn) {
    if (own && (0,ecs_arn/* isRevisionOf */.rx)(revisionArn, own.deploymentId))
        return own.taskDefinition;
    return plan.observed.service.deployments.find(({ id }) => (0,ecs_arn/* isRevisionOf */.rx)(revisionArn, id))?.taskDefinition;
}
function buildHistory(context, data) {
    const deployments = data.listed.map(listed => history_join(context, data, listed));
    return {
        deployments,
        unavailable: data.unavailable,
        serving: context.serving.flatMap(arn => servingDeployment(deployments, arn) ?? []),
    };
}
function history_join(context, data, listed) {
    const { arn, targetRevisionArn: revisionArn = '', createdAt, finishedAt } = listed;
    const revision = data.revisions.find(one => one.arn === revisionArn);
    const taskDefinition = revision?.taskDefinition ?? revisionFrom(context, revisionArn);
    const definition = data.definitions.get(taskDefinition ?? '');
    return {
        arn,
        stage: (0,service_deployment/* stageOf */.gV)(listed),
        images: imagesIn(revision, definition ?? {}).map(image => withTag(image, definition ?? {})),
        provenance: (0,task_definition_tags/* provenanceIn */.PT)(definition ?? {}),
        noRollbackTarget: (0,service_deployment/* hasNoRollbackTarget */.tQ)(listed.statusReason) || undefined,
        taskDefinition,
        createdAt,
        finishedAt,
    };
}
function imagesIn(revision, definition) {
    if (revision && revision.images.length > 0)
        return revision.images;
    return (0,task_definition/* imagesOf */.IC)(definition).map(image => ({ ...image, digest: undefined }));
}
/** A revision can have several deployments: a success serves, else the one in progress. */
function servingDeployment(deployments, serving) {
    const candidates = deployments.filter(({ taskDefinition }) => taskDefinition === serving);
    return (candidates.find(({ stage }) => stage === 'successful') ??
        candidates.find(({ stage }) => stage === 'ongoing'));
}
;// CONCATENATED MODULE: ./lib/src/deploy/finish/read-history.js
/** Read last, for the summary. Nothing is retried; denied reads leave the missing permission. */




/** Each costs a call. */
const maxDefinitions = 10;
async function readHistory(ecs, context) {
    const unavailable = new Set();
    const read = async (work) => {
        const found = await (0,attempt/* lookup */.$I)(work);
        if (found.kind === 'unavailable')
            unavailable.add(found.why);
        return found.kind === 'found' ? found.value : undefined;
    };
    const { target } = context.plan.observed;
    const listed = (await read(() => ecs.listServiceDeployments(target))) ?? [];
    const arns = [...new Set(listed.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []))];
    const revisions = arns.length === 0 ? [] : ((await read(() => ecs.describeServiceRevisions(arns))) ?? []);
    const definitions = knownDefinitions(context);
    const wanted = taskDefinitionsOf(context, arns, revisions).filter(arn => !definitions.has(arn));
    await Promise.all(wanted.slice(0, maxDefinitions).map(async (arn) => {
        const answer = await read(() => ecs.describeTaskDefinition(arn, 'once'));
        if (answer)
            definitions.set(arn, (0,task_definition/* withTags */.SG)(answer.definition, answer.tags));
    }));
    const data = { listed, revisions, definitions, unavailable: [...unavailable] };
    return buildHistory(context, data);
}
function knownDefinitions({ plan, revision, own }) {
    const { serving, live } = plan.observed;
    const definitions = new Map();
    if (serving)
        definitions.set(serving, live);
    if (own && revision?.kind === 'new')
        definitions.set(own.taskDefinition, (0,task_definition_tags/* tagged */.VK)(revision.definition, revision.provenance));
    return definitions;
}
/** Newest first. */
function taskDefinitionsOf(context, arns, revisions) {
    const found = arns.map(arn => revisions.find(one => one.arn === arn)?.taskDefinition ?? revisionFrom(context, arn));
    return [...new Set(found)].filter(arn => arn !== undefined && arn !== '');
}
// EXTERNAL MODULE: ./lib/src/core/errors/annotation.js
var annotation = __webpack_require__(5341);
// EXTERNAL MODULE: ./lib/src/core/text/log-line.js
var log_line = __webpack_require__(5903);
;// CONCATENATED MODULE: ./lib/src/core/outcome/partial-failure.js
/** Some of several services failed: which of the others have to go back (docs/adr/0050). */

/** Of its own deployment, for certain: nothing more is to be expected of it. */
function hasFailed(result) {
    switch (result.kind) {
        case 'rolled-back':
        case 'failed':
            return true;
        case 'superseded':
            return result.stateWhenSuperseded === 'rolling-back';
        case 'succeeded':
        case 'idle':
        case 'paused':
        case 'started':
        case 'timed-out':
        case 'cancelled':
        case 'unknown':
            return false;
    }
}
/** ECS says that it rolls it back: nothing brings it to its end any more. */
function isRollingBack({ end, last: { serviceDeployment } }) {
    return !end && serviceDeployment !== undefined && (0,service_deployment/* stageOf */.gV)(serviceDeployment) === 'rolling-back';
}
/** `failed`, within a sentence; undefined: it did not */
function failureText(result) {
    if (result.kind === 'timed-out') {
        const { kind } = result.rollback;
        return kind === 'rollback-requested' || kind === 'rollback-unconfirmed' ? 'timed out' : undefined;
    }
    if (!hasFailed(result))
        return undefined;
    return result.kind === 'failed' ? 'failed' : 'was rolled back';
}
function undoingOf({ end, evaluation, failFast }) {
    const isGoingBack = evaluation.rollbackSince !== undefined || evaluation.failed || failFast.stopRequested;
    switch (end?.result.kind) {
        case 'succeeded':
        case 'idle':
            return 'completed';
        case undefined:
        case 'paused':
        case 'started':
        case 'timed-out':
            return isGoingBack ? undefined : 'rolling-out';
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'cancelled':
        case 'unknown':
            return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/task-counts.js


/** `web:8 1 running, 1 starting of 2 · web:7 2 running` */
function countsText({ deploymentId }, service) {
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId);
    const others = service.deployments.filter(({ id, pendingCount, runningCount }) => id !== deploymentId && (runningCount > 0 || pendingCount > 0));
    const texts = others.map(deploymentText);
    if (ours)
        texts.unshift(`${deploymentText(ours)} of ${service.desiredCount}`);
    return texts.join(' · ');
}
function deploymentText({ taskDefinition, runningCount, pendingCount }) {
    const starting = pendingCount > 0 ? `, ${pendingCount} starting` : '';
    return `${(0,ecs_arn/* revisionName */.pd)(taskDefinition)} ${runningCount} running${starting}`;
}
/** While old tasks drain, there are more. */
function runningText(running, { desiredCount }) {
    return running > desiredCount ? `${running} running` : `${running} of ${desiredCount} running`;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/requested-rollback.js
/** What the watch of a rollback makes of a deployment that ECS would have kept. */


/** ARN, of a revision that is known to have served. */
function requested_rollback_rollbackTarget({ completedBefore, previous, taskDefinition, }, { observed }) {
    const hasServed = observed.service.deployments.some(one => one.taskDefinition === previous && one.rolloutState === 'COMPLETED');
    return completedBefore && hasServed && previous !== taskDefinition ? previous : undefined;
}
/** `failed`: what it is if the rollback does not succeed; `back`: what the watch of the rollback found. */
function withRollback(failed, back, request) {
    const { begunAt, failure, to } = request;
    const { rollout } = failed;
    const { desiredCount, endedAt, serviceDeploymentArn, serving, timeline, tracked } = back.rollout;
    const began = {
        at: begunAt,
        text: `${failure}: rolling back to ${(0,ecs_arn/* revisionName */.pd)(to)}`,
        event: { kind: 'rolling-back', to: (0,ecs_arn/* revisionName */.pd)(to) },
    };
    const result = resultOf(failed, back, request);
    const isBack = result.kind === 'rolled-back';
    return {
        ...failed,
        result,
        notices: [...failed.notices, ...back.notices],
        rollout: {
            ...rollout,
            desiredCount,
            endedAt,
            tasksUnreadSince: begunAt,
            serving,
            timeline: [
                ...rollout.timeline.map(undecided),
                began,
                ...timeline.map(entry => (isBack ? ended(entry, back, to) : undecided(entry))),
            ],
            previousGone: undefined,
            lastPoll: back.rollout.lastPoll,
            broughtBackBy: isBack ? { serviceDeploymentArn, tracked } : undefined,
            rollback: isBack ? undefined : requested_rollback_unfinished(back, to),
        },
    };
}
function begunTo(to, { result }) {
    return { kind: 'begun', to, isTimedOut: result.kind === 'timed-out' };
}
const completedAllTheSame = {
    kind: 'not-sent',
    why: 'ECS completed it although it had accepted to stop it',
};
/** It was not the end. */
function undecided(entry) {
    return entry.event?.kind === 'ended' ? { ...entry, event: undefined } : entry;
}
/** Its own text counts from the start of the rollback. */
function ended(entry, { result, rollout }, to) {
    if (entry.event?.kind !== 'ended')
        return entry;
    const event = { kind: 'ended', as: 'rolled-back' };
    if (result.kind !== 'succeeded')
        return { ...entry, event };
    const { desiredCount } = rollout;
    return {
        ...entry,
        event,
        text: `${(0,ecs_arn/* revisionName */.pd)(to)} serves, ${runningText(result.running, { desiredCount })}`,
    };
}
function requested_rollback_unfinished({ rollout }, to) {
    const failed = rollout.tasks.filter(task => task.failed);
    return { to, failures: rollout.failures, causes: [], failed };
}
/** A rollback that ended well is one, whoever performed it; nothing else makes the failure green. */
function resultOf({ result: failed }, { result }, { reason, to }) {
    switch (result.kind) {
        case 'succeeded':
        case 'idle':
            return { kind: 'rolled-back', serving: to, reason };
        case 'superseded':
            return { ...result, stateWhenSuperseded: 'rolling-back' };
        case 'cancelled':
        case 'unknown':
            return result;
        // By ECS, to the revision that is to be taken back.
        case 'rolled-back':
        case 'failed':
        case 'timed-out':
        // Only where a watch may end early.
        case 'paused':
        case 'started':
            return failed;
    }
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/services-ahead.js
/** Services that stay on the new revision although another one did not get it. */


function servicesAhead(services) {
    if (!services.some(isBehind))
        return [];
    return services.flatMap(service => {
        if (service.kind !== 'ended' || !isAhead(service.result.kind))
            return [];
        const { plan, tracked } = service.rollout;
        const to = requested_rollback_rollbackTarget(tracked, plan);
        return to === undefined ? [] : [{ service, to }];
    });
}
function isBehind(service) {
    if (service.kind === 'ended')
        return hasFailed(service.result);
    return service.kind === 'untouched' && service.name === 'refused';
}
function isAhead(kind) {
    return kind === 'succeeded' || kind === 'idle';
}
;// CONCATENATED MODULE: ./lib/src/report/messages/even-out.js
/** What to do where services of one step ended on different revisions: each command on a line of its own. */





function evenOut(outcome) {
    if (!isSplit(outcome))
        return undefined;
    const ahead = servicesAhead(outcome.services);
    const [first] = ahead;
    if (!first)
        return undefined;
    const ours = (0,ecs_arn/* revisionName */.pd)(first.service.rollout.tracked.taskDefinition);
    const names = ahead.map(({ service }) => serviceNameOf(service));
    const stay = names.length === 1 ? 'stays' : 'stay';
    const targets = [...new Set(ahead.map(({ to }) => to))];
    const inputs = targets.map(to => {
        const of = ahead.filter(one => one.to === to).map(({ service }) => serviceNameOf(service));
        return `rollback: ${(0,ecs_arn/* revisionName */.pd)(to)} with service: ${of.join(', ')}`;
    });
    return {
        words: `${(0,enumerate/* enumerate */.HL)(names)} ${stay} on ${ours}. To bring all services to the same revision, deploy again once the cause is removed, or set ${(0,enumerate/* enumerate */.HL)(inputs)}, or run:`,
        commands: ahead.map(({ service, to }) => deployCommand(service.rollout.plan.observed.service, to)),
    };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/impact.js
/** How bad it was for users: a mark, and an outage in the heading and in the first sentence. */





/** Users were not affected: the mark of the outcome. */
const redMarks = { unaffected: undefined, reduced: '🔻', outage: '🚨', unknown: '❓' };
function markOf(outcome) {
    if ((0,outcome_outcome/* isGreen */.gf)(outcome))
        return (0,outcome_outcome/* needsAttention */.e_)(outcome) ? '⚠️' : outcomes/* outcomes */.K[outcome.name].mark;
    return impactMark(outcome) ?? outcomes/* outcomes */.K[outcome.name].mark;
}
/** Of a red outcome; undefined if users were not affected. */
function impactMark(outcome) {
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    return rollout && !(0,outcome_outcome/* isGreen */.gf)(outcome) ? redMarks[rollout.impact.kind] : undefined;
}
/** `nothing healthy served from 1:40 to 2:20` */
function outageText(outcome) {
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    if (rollout?.impact.kind !== 'outage')
        return undefined;
    const { impact, tracked } = rollout;
    if (impact.of === 0)
        return 'nothing healthy serves';
    return `nothing healthy ${impact.lasts ? 'serves' : 'served'} ${when(impact, tracked.startedAt)}`;
}
/** `users were not affected: 2 tasks of web:7 ran all the time.` */
function impactSentence(outcome) {
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    if (!rollout)
        return undefined;
    const { impact, tracked } = rollout;
    switch (impact.kind) {
        case 'outage':
            return outageSentence(impact, rollout);
        case 'reduced':
            return reducedSentence(impact, tracked.startedAt);
        case 'unaffected':
            return (0,outcome_outcome/* isGreen */.gf)(outcome) ? undefined : unaffectedSentence(impact.kept, rollout, outcome.name);
        case 'unknown': {
            const why = (0,outcome_outcome/* isGreen */.gf)(outcome) ? undefined : unknownTexts[impact.reason](rollout);
            return why && `whether users were affected is not known: ${why}.`;
        }
    }
}
/**
 * Without a registered target, requests end in errors; without a healthy one, they go to all:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function outageSentence({ counted, lasts }, { plan, serving }) {
    if (counted === 'targets') {
        return lasts
            ? 'no target of the load balancer is healthy: it sends requests to unhealthy tasks, and users may get errors now.'
            : 'no target of the load balancer was healthy: it sent requests to unhealthy tasks, and users may have got errors.';
    }
    const isBalanced = plan.observed.service.loadBalancers.length > 0;
    if (!isBalanced && lasts && serving.others.length > 0)
        return 'no running task is healthy.';
    if (!isBalanced)
        return lasts ? 'no task is running.' : 'no task was running.';
    return lasts ? 'no task is running: users get errors now.' : 'no task was running: users got errors.';
}
function reducedSentence(impact, startedAt) {
    const { counted, lasts, least, of } = impact;
    const noun = `${counted === 'tasks' ? 'task' : 'target'}${least === 1 ? '' : 's'}`;
    const verbs = counted === 'tasks' ? { now: least === 1 ? 'runs' : 'run', past: 'ran' } : isHealthy(least);
    const verb = lasts ? verbs.now : verbs.past;
    return `capacity ${lasts ? 'is' : 'was'} reduced ${when(impact, startedAt)}: ${least} ${noun} ${verb} instead of ${of}.`;
}
function isHealthy(count) {
    return count === 1
        ? { now: 'is healthy', past: 'was healthy' }
        : { now: 'are healthy', past: 'were healthy' };
}
function unaffectedSentence(kept, { tracked }, name) {
    const isDecided = name === 'rolled-back' || name === 'failed';
    const soFar = isDecided ? '' : ' so far';
    if (kept === 0)
        return `users were not affected${soFar}: no task had run before.`;
    const [before, ...others] = tracked.deployedBefore;
    const of = before && others.length === 0 ? ` of ${(0,ecs_arn/* revisionName */.pd)(before)}` : ' from before';
    return `users were not affected${soFar}: ${kept} ${kept === 1 ? 'task' : 'tasks'}${of} ran all the time.`;
}
/** undefined where the outcome says it already */
const unknownTexts = {
    'not-watched': () => undefined,
    'lost-sight': () => undefined,
    alarm: () => 'an alarm was triggered',
    'new-served': ({ tracked }) => `${(0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition)} was healthy for a time and may have taken requests`,
    'health-unread': () => 'the health of some running tasks was not read',
    unverified: ({ tracked }) => `${(0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition)} took requests, and its verification failed`,
};
const maxSpans = 2;
/** `from 1:40 to 2:20`, `at 1:40`, `since 1:40` */
function when({ spans, lasts }, startedAt) {
    const elapsed = (at) => (0,duration/* formatElapsed */.C7)(at - startedAt);
    const [first, last] = [spans[0], spans.at(-1)];
    if (first && last && spans.length > maxSpans)
        return lasts
            ? `now (${spans.length} times since ${elapsed(first.from)})`
            : `${spans.length} times from ${elapsed(first.from)} to ${elapsed(last.to)}`;
    const texts = spans.map(({ from, to }, index) => {
        if (lasts && index === spans.length - 1)
            return `since ${elapsed(from)}`;
        return elapsed(from) === elapsed(to) ? `at ${elapsed(from)}` : `from ${elapsed(from)} to ${elapsed(to)}`;
    });
    return (0,enumerate/* enumerate */.HL)(texts);
}
;// CONCATENATED MODULE: ./lib/src/report/messages/by-watch-result.js

/** `otherwise`: for an outcome of that name without a watch. */
function ofResult(kind, project, otherwise = (outcome) => {
    throw new TypeError(`nothing was watched, and yet the outcome is ${outcome.name}`);
}) {
    return outcome => {
        const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
        if (service?.kind !== 'ended' || !isOfKind(service.result, kind))
            return otherwise(outcome);
        return project({ result: service.result, rollout: service.rollout }, outcome);
    };
}
function isOfKind(result, kind) {
    return result.kind === kind;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/hook-text.js

/**
 * Empty if not worth a line.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html
 */
function hookText(hook) {
    const isPause = hook.targetType === 'PAUSE';
    const name = isPause ? `pause hook ${hook.id}` : `lifecycle hook ${hook.targetArn ?? hook.id}`;
    switch (hook.status) {
        case 'AWAITING_ACTION': {
            const until = hook.expiresAt === undefined ? '' : ` until ${(0,duration/* formatTimestamp */.Ey)(hook.expiresAt)}`;
            const otherwise = hook.timeoutAction === 'CONTINUE' ? 'continues' : 'rolls back';
            return `${name} waits for somebody to continue it${until}; otherwise ECS ${otherwise}`;
        }
        case 'SUCCEEDED':
            return isPause ? `${name} was continued` : '';
        case 'FAILED':
            return `${name} failed`;
        case 'TIMED_OUT':
            return `${name} timed out`;
        default:
            return '';
    }
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/console-links.js
/** Links to the AWS console. An unknown partition has no links. */

/**
 * What follows `<region>.console.` in each partition.
 *
 * The first four: https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html and its like for the other three. The
 * SDK's dnsSuffix is that of the APIs.
 *
 * The isolated ones: the domain of the sign-in page, from the endpoint rules of AWS Sign-In in every SDK; the first four
 * share it, too. Unverified: outsiders cannot open these consoles.
 */
const domains = new Map([
    ['aws', 'aws.amazon.com'],
    ['aws-cn', 'amazonaws.cn'],
    ['aws-us-gov', 'amazonaws-us-gov.com'],
    ['aws-eusc', 'amazonaws-eusc.eu'],
    ['aws-iso', 'c2shome.ic.gov'],
    ['aws-iso-b', 'sc2shome.sgov.gov'],
    ['aws-iso-e', 'csphome.adc-e.uk'],
    ['aws-iso-f', 'csphome.hci.ic.gov'],
]);
function page(arn, path) {
    const place = (0,ecs_arn/* parseArn */.Lw)(arn);
    const domain = place && domains.get(place.partition);
    // The ARN is untrusted.
    return domain && (0,ecs_arn/* isRegion */.Dp)(place.region) ? `https://${place.region}.console.${domain}${path}` : undefined;
}
function revisionLink(arn) {
    const [, family, revision] = /:task-definition\/([\w-]+):(\d+)$/.exec(arn) ?? [];
    return (family && page(arn, `/ecs/v2/task-definitions/${family}/${revision}/containers?region=${regionOf(arn)}`));
}
/** All deployments if this one's ARN is unknown. */
function deploymentLink(serviceArn, clusterArn, serviceDeploymentArn) {
    const cluster = encode((0,ecs_arn/* serviceOf */.z5)(serviceArn)?.cluster ?? (0,ecs_arn/* resourceName */.Iy)(clusterArn));
    const service = encode((0,ecs_arn/* resourceName */.Iy)(serviceArn));
    const one = serviceDeploymentArn ? `/${encode((0,ecs_arn/* resourceName */.Iy)(serviceDeploymentArn))}` : '';
    return page(serviceArn, `/ecs/v2/clusters/${cluster}/services/${service}/deployments${one}?region=${regionOf(serviceArn)}`);
}
/** The console encodes names twice and writes `$` for `%`. `arn` gives the partition. */
function logLink(arn, { region, group, stream }) {
    const encoded = (name) => encode(encode(name)).replaceAll('%', '$');
    const place = (0,ecs_arn/* parseArn */.Lw)(arn);
    if (!place)
        return undefined;
    return page(arn.replace(`:${place.region}:`, `:${region}:`), `/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encoded(group)}/log-events/${encoded(stream)}`);
}
/** `arn` gives account and region. */
function alarmLink(arn, name) {
    return page(arn, `/cloudwatch/home?region=${regionOf(arn)}#alarmsV2:alarm/${encode(name)}`);
}
function regionOf(arn) {
    return (0,ecs_arn/* parseArn */.Lw)(arn)?.region ?? '';
}
/** Also escapes what would end a Markdown link. */
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
;// CONCATENATED MODULE: ./lib/src/core/resources/alarm.js
const crossings = {
    GreaterThanThreshold: (value, threshold) => value > threshold,
    GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
    LessThanThreshold: (value, threshold) => value < threshold,
    LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};
/**
 * The first quoted value that crosses the threshold. CloudWatch may quote all:
 * `[3.0 (22/11/26 02:41:00), 9.0 (22/11/26 02:40:00)]`.
 */
function measured({ reason = '', condition }) {
    const { comparison = '', threshold } = condition ?? {};
    const crosses = crossings[comparison];
    if (!crosses || threshold === undefined)
        return undefined;
    const quoted = /(-?\d+(?:\.\d+)?(?:E-?\d+)?) \(\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d\)/g;
    return [...reason.matchAll(quoted)]
        .map(([, value]) => Number(value))
        .find(value => crosses(value, threshold));
}
;// CONCATENATED MODULE: ./lib/src/report/markdown/markdown.js
/** GitHub Markdown, safe for untrusted text. */



/** Before it is escaped, which would hide a secret from the patterns. */
function oneLine(text) {
    return (0,redact/* redact */.E$)(text, []).replace(/\s+/g, ' ');
}
/** One line of untrusted prose, without markup. */
function plain(text) {
    return (oneLine(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_[\]|~#$]/g, '\\$&')
        .replace(/@/g, '&#64;')
        // GitHub links bare addresses, too.
        .replace(/:\/\//g, '\\://')
        .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`));
}
/**
 * Puts an invisible space into mentions, issues and commits. GitHub searches the rendered text, so backslashes and
 * entities do not help.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function unlink(text) {
    return (0,redact/* redact */.E$)(text, [])
        .replace(/[@#]/g, '$&\u200b')
        .replace(/\bgh-(?=\d)/gi, '$&\u200b')
        .replace(/\b[0-9a-f]{7,}\b/gi, hex => (isCommit(hex) ? hex.replace(/.{6}(?=.)/g, '$&\u200b') : hex));
}
/** Digits alone are an account or a count. */
function isCommit(hex) {
    return /[a-f]/i.test(hex) || hex.length === 40;
}
function unlinked(text) {
    return plain(unlink(text));
}
/** Prose in which images, revisions, commits and tasks are code. */
function prose(text) {
    return withCode(text, plain);
}
/** The same where GitHub links mentions and commits, except in code: that can be copied without invisible spaces. */
function copyable(text) {
    return withCode(text, unlinked);
}
function withCode(text, show) {
    const words = (0,redact/* redact */.E$)(text, [])
        .split(/\s+/)
        .map(word => {
        const { before, name, after } = unwrapped(word);
        return isReference(name) || (/^[0-9a-f]{7,40}$/.test(name) && isCommit(name))
            ? `${show(before)}${code(name)}${show(after)}`
            : show(word);
    });
    return words.join(' ');
}
/** Without what punctuation puts around it. */
function unwrapped(word) {
    let end = word.length;
    while (end > 0 && '")]…,;:.!?'.includes(word.charAt(end - 1)))
        end--;
    const start = /^["(]*/.exec(word.slice(0, end))?.[0].length ?? 0;
    return { before: word.slice(0, start), name: word.slice(start, end), after: word.slice(end) };
}
function isReference(word) {
    if (isElapsed(word))
        return false;
    if (/^ecs-svc\/\d+$/.test(word))
        return true;
    return /^[a-z\d][\w./-]*(?::\d+\/[\w./-]+)?(?::[\w.-]+|(?::[\w.-]+)?@sha256:[0-9a-f]{64})$/i.test(word);
}
/** `1:40` */
function isElapsed(word) {
    return /^\d+(?::\d\d)+$/.test(word);
}
/** A code span cannot hold a backtick or a line break; a pipe would end the table cell. */
function code(text) {
    const safe = oneLine(text).trim().replaceAll('`', "'").replaceAll('|', '\\|');
    return safe === '' ? '' : `\`${safe}\``;
}
/** Cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** <summary> does not render Markdown, so the title is plain text. */
function fold(title, body) {
    const safe = oneLine(title).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `<details><summary>${safe}</summary>\n\n${body}\n\n</details>`;
}
function bullets(items) {
    return items.map(item => `- ${item}`).join('\n');
}
/** `url` must be one of ours. */
function markdown_link(text, url) {
    return linked(code(text), url);
}
/** By its id, which looks like a secret. */
function deploymentCode(arn, url) {
    const id = (0,ecs_arn/* deploymentIdOf */.Y4)(arn);
    return linked(id ? `\`${id}\`` : code((0,ecs_arn/* resourceName */.Iy)(arn)), url);
}
/** Addresses contain names, and a name can be a secret by mistake. */
function linked(label, url) {
    return url && (0,redact/* redact */.E$)(url, []) === url ? `[${label}](${url})` : label;
}
/** The fence is longer than any run of backticks inside. */
function fence(lines, language = '') {
    const clean = lines.map(line => (0,redact/* redact */.E$)(line, []));
    const longest = Math.max(2, ...clean.flatMap(line => (line.match(/`+/g) ?? []).map(({ length }) => length)));
    const ticks = '`'.repeat(longest + 1);
    return [`${ticks}${language}`, ...clean, ticks].join('\n');
}
function markdown_join(parts, mostBytes) {
    const rest = 'The rest is omitted: it would exceed the size limit.';
    const kept = [];
    let bytes = byteLength(rest);
    for (const part of parts) {
        bytes += byteLength(part) + 2;
        if (bytes > mostBytes)
            return [...kept, rest].join('\n\n');
        kept.push(part);
    }
    return kept.join('\n\n');
}
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}
/** Characters. Some reasons quote whole documents. */
const longest = 600;
function cut(text) {
    return (0,truncate/* shorten */.m)(text, longest);
}
;// CONCATENATED MODULE: ./lib/src/report/summary/plan-details.js











/** Rows per list: GitHub takes 1 MiB of summary per step. */
const plan_details_most = 100;
function omitted(count) {
    return count > plan_details_most ? `\n\n${count - plan_details_most} more are omitted.` : '';
}
function planTable(plan, registered) {
    const { revision, services } = plan;
    const task = plannedTaskText(plan, registered);
    const verification = plannedVerificationText(plan, registered);
    return table(['', 'planned'], [
        ['revision', revisionText(plan, code, registered.revision)],
        revision.kind === 'new'
            ? ['from', code(revision.origin)]
            : ['registered', (0,plan_plan/* isDecision */.pp)(plan) ? 'nothing' : 'nothing: it is deployed as it is'],
        ['image', imageChanges(revision.images)],
        ...digestTexts(revision).map(text => ['digest', plain(text)]),
        ...commitTexts(revision).map(text => ['commit', plain(text)]),
        ...(task === undefined ? [] : [['task', plain(task)]]),
        ...services.flatMap(service => [
            ...(services.length > 1 ? [['service', code(service.observed.service.name)]] : []),
            ...settingCells(service),
        ]),
        ...(plan.goBackTogether ? [['together', plain(togetherText)]] : []),
        ...(verification === undefined ? [] : [['verification', unlinked(verification)]]),
    ]);
}
function settingCells(plan) {
    const decision = decisionTexts(plan).map(text => ['pause hook', plain(text)]);
    const rows = [...decision, ...settingRows(plan).map(([label, text]) => [label, plain(text)])];
    return [['breaker', plain(breakerText(plan))], ...rows];
}
/** The circuit breaker, which has counted, and what the deployment changed of the service. */
function settingItems(plan) {
    const { after, before } = plan.settings;
    const isSame = (0,settings_breaker/* isSameBreaker */.vj)(before.breaker, after.breaker);
    return [
        `Circuit breaker${isSame ? ', unchanged' : ''}: ${plain(breakerText(plan))}`,
        ...changedSettings(plan).map(([label, text]) => `${titles[label]}: ${plain(text)}`),
    ];
}
const titles = {
    desired: 'Desired count',
    alarms: 'Alarms',
    volume: 'Volume',
    settings: 'Other settings',
};
function plan_details_images(planned) {
    return planned.map(image => `${plain(image.container)} ${code(imageName(image))}`).join('<br>');
}
/** `web:1f3c9e0 → web:9be21c4` */
function imageChanges(planned) {
    const texts = planned.map(image => {
        const before = previousImageName(image);
        return `${plain(image.container)} ${before ? `${code(before)} → ` : ''}${code(imageName(image))}`;
    });
    return texts.join('<br>');
}
function previousImages(planned) {
    return planned
        .flatMap(({ container, from, fromName }) => from ? [`${plain(container)} ${code((0,task_definition_image/* shortImage */.Uq)(fromName ?? from))}`] : [])
        .join('<br>');
}
/** Without refusing checks, which are above. `settings`: of the service. */
function evidenceOf(plan, settings = []) {
    const { revision, services, checks } = plan;
    const items = [
        ...raised(checks)
            .filter(({ result }) => result !== 'refused')
            .map(checkItem),
        ...uncheckedGroups(checks).map(({ ids, text }) => `${ids.map(code).join(', ')} ${plain(text)}.`),
    ];
    return [
        ...services.flatMap(service => changeParts(service, { of: services, family: revision.family, settings })),
        ...(items.length > 0 ? [fold(`Checks: ${checksText(checks)}`, bullets(items))] : []),
    ];
}
/** Of the file of `run-task-definition`. */
function taskChanges({ task }) {
    const texts = taskChangeTexts({ task });
    if (task?.revision.kind !== 'new' || texts.length === 0)
        return [];
    const { file, latest } = task.revision;
    const title = `${latest === undefined ? 'Images' : 'Changes'} of ${file.origin}${latest === undefined ? '' : ` against ${(0,ecs_arn/* revisionName */.pd)(latest)}`}`;
    const items = texts.slice(0, plan_details_most).map(text => code(cut(text)));
    return [fold(title, bullets(items) + omitted(texts.length))];
}
function changeParts({ changes, observed, previous }, { family, of, settings }) {
    const items = [
        ...changes.slice(0, plan_details_most).map(change => code(cut(changeText(shortened(change))))),
        ...settings,
    ];
    if (items.length === 0)
        return [];
    const what = changes.length > 0 ? 'Changes' : 'No change';
    const title = previous || changes.length > 0
        ? `${what}${of.length > 1 ? ` of ${observed.service.name}` : ''} against ${(0,ecs_arn/* revisionName */.pd)(previous ?? family)}`
        : 'Settings';
    return [fold(title, bullets(items) + omitted(changes.length))];
}
/** JSON keeps each text quoted on one line, so none can end the block. */
function callsOf(plan, registered) {
    return callLines(plan, registered).map(({ title, lines }) => fold(title, ['```json', ...lines, '```'].join('\n')));
}
function checkItem({ id, result, text, next, position, docsUrl }) {
    const mark = result === 'warning' ? '⚠️ ' : '';
    const place = position ? ` ${code((0,problem/* showPosition */.xz)(position))}` : '';
    return `${mark}${code(id)}${place}: ${prose(text)}${docsLink(docsUrl)}.${plan_details_remedy(next)}`;
}
function docsLink(page) {
    if (page === undefined)
        return '';
    if (!/^https?:/.test(page))
        return `: see ${plain(page)}`;
    return `: see ${markdown_link(/[^/]+\/[^/]+$/.exec(page)?.[0] ?? page, page)}`;
}
function plan_details_remedy(next) {
    return next ? ` ${prose(next)}` : '';
}
;// CONCATENATED MODULE: ./lib/src/report/summary/alarms.js









/** Per sentence. */
const maxNames = 10;
const maxTexts = 3;
const comparisons = {
    GreaterThanThreshold: 'above',
    GreaterThanOrEqualToThreshold: 'at or above',
    LessThanThreshold: 'below',
    LessThanOrEqualToThreshold: 'at or below',
};
/** `The alarm web-5xx was triggered: HTTPCode_Target_5XX_Count was 12, above 5` */
function alarmsText(names, details = new Map()) {
    const more = names.length - maxNames;
    const listed = names.slice(0, maxNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
    const subject = names.length === 1 ? `The alarm ${listed} was triggered` : `The alarms ${listed} were triggered`;
    const texts = names.flatMap(name => {
        const alarm = details.get(name);
        const text = alarm && alarmText(alarm);
        return text ? [names.length === 1 ? text : `${name}: ${text}`] : [];
    });
    return texts.length === 0 ? subject : `${subject}: ${texts.slice(0, maxTexts).join('; ')}`;
}
function alarmStep({ alarms, alarmDetails, tracked }) {
    const name = alarms.find(one => one !== service_deployment/* unnamedAlarm */.AB);
    if (name === undefined)
        return (0,classes/* nextStep */.sk)('alarm');
    const metric = alarmDetails?.get(name)?.condition?.measures;
    const what = metric ? `moved ${metric}` : `triggered the alarm ${name}`;
    return `Look in the logs of ${(0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition)} for what ${what}.`;
}
function alarmHistory({ alarms, plan }) {
    const name = alarms.find(one => one !== service_deployment/* unnamedAlarm */.AB);
    const history = name === undefined ? undefined : alarmCommand(plan.observed.service, name);
    return history && `The history of ${name}: ${history}`;
}
function alarmText(alarm) {
    const { state, condition, reason } = alarm;
    if (state !== 'ALARM') {
        const when = condition && limitText(condition);
        return `${when ? `its condition is ${condition.measures} ${when}, and ` : ''}it is ${state} ${state === 'OK' ? 'again' : 'now'}`;
    }
    const value = measured(alarm);
    const limit = condition && limitText(condition);
    if (limit && value !== undefined)
        return `${condition.measures} was ${alarms_short(value, condition.threshold)}, ${limit}`;
    return reason?.replace(/\.$/, '');
}
function limitText({ comparison = '', threshold }) {
    const word = comparisons[comparison];
    return word && threshold !== undefined ? `${word} ${threshold}` : undefined;
}
/** Four digits, unless that equals the threshold. */
function alarms_short(value, threshold) {
    const rounded = Math.abs(value) < 1_000 ? Number(value.toPrecision(4)) : Math.round(value);
    return rounded === threshold ? value : rounded;
}
function alarmParts({ alarms, alarmDetails, plan, tracked }) {
    const named = alarms.filter(name => name !== service_deployment/* unnamedAlarm */.AB);
    if (named.length === 0)
        return [];
    const { arn } = plan.observed.service;
    const rows = named.slice(0, plan_details_most).map(name => {
        const { state = '', condition, reason = '', since } = alarmDetails?.get(name) ?? {};
        return [
            markdown_link(name, alarmLink(arn, name)),
            condition ? plain(cut(conditionText(condition))) : '',
            `${code(state)}${since === undefined ? '' : ` since ${sinceText(since, tracked.startedAt)}`}`,
            plain(cut(reason)),
        ];
    });
    const body = table(['alarm', 'threshold', 'state', 'reason'], rows);
    return [fold('Triggered alarms', body + omitted(named.length))];
}
function sinceText(since, startedAt) {
    return since < startedAt ? (0,duration/* formatTimestamp */.Ey)(since) : (0,duration/* formatElapsed */.C7)(since - startedAt);
}
/** `Sum of HTTPCode_Target_5XX_Count above 5, in 2 of 3 periods of 60 s` */
function conditionText(condition) {
    const { measures, statistic, period, evaluationPeriods: all, datapointsToAlarm = all } = condition;
    const limit = limitText(condition);
    const count = all === 1 ? '1 period' : `${datapointsToAlarm} of ${all} periods`;
    const periods = all === undefined ? '' : `, in ${count}${period === undefined ? '' : ` of ${period} s`}`;
    return `${statistic ? `${statistic} of ` : ''}${measures}${limit ? ` ${limit}` : ''}${periods}`;
}
/** Only alarms that could be read. */
function alarmsJson({ alarms, alarmDetails }) {
    return alarms.slice(0, plan_details_most).flatMap(name => {
        const alarm = alarmDetails?.get(name);
        return alarm ? [alarmJson(name, alarm)] : [];
    });
}
function alarmJson(name, { state, condition, reason, since }) {
    return {
        name,
        state,
        reason: reason ?? null,
        since: since ?? null,
        measures: condition?.measures ?? null,
        statistic: condition?.statistic ?? null,
        comparison: condition?.comparison ?? null,
        threshold: condition?.threshold ?? null,
        period: condition?.period ?? null,
        evaluationPeriods: condition?.evaluationPeriods ?? null,
        datapointsToAlarm: condition?.datapointsToAlarm ?? null,
    };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/failure-sentence.js

/** `3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); …` */
function failureSentence(failed, cause) {
    const text = `${share(cause.group, failed)} ${cause.description}`;
    return cause.detail ? `${text}; ${cause.detail}` : text;
}
function share({ tasks, of }, { failedTasks, revision }) {
    const [only] = tasks;
    if (of === 'service')
        return only && tasks.length === 1
            ? `task ${(0,ecs_arn/* shortTask */.m0)(only)} of the service`
            : `${tasks.length} tasks of the service`;
    if (only && tasks.length === 1 && failedTasks === 1)
        return `task ${(0,ecs_arn/* shortTask */.m0)(only)} of ${revision}`;
    return `${tasks.length} of ${failedTasks} failed tasks of ${revision}`;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/sentence.js
/** Adds the period that a text lacks. */
function sentence(text) {
    const trimmed = text.trim();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/reason.js
/** Why a deployment ended as it did. Evidence says more than the reason that ECS gives. */








function primaryCause(rollout) {
    const { verification } = rollout;
    if (verification?.kind === 'failed')
        return { kind: 'verification', failureClass: 'verification', reason: verification.reason };
    if (rollout.alarms.length > 0)
        return { kind: 'alarms', failureClass: 'alarm' };
    if (rollout.failedHook)
        return { kind: 'hook', failureClass: 'lifecycle-hook', hook: rollout.failedHook };
    const [cause] = rollout.causes;
    if (cause)
        return { kind: 'tasks', failureClass: cause.group.failureClass, cause };
    const unplaced = unplacedText(rollout);
    return unplaced === undefined ? undefined : { kind: 'no-room', failureClass: 'placement', unplaced };
}
/** `reason`: of the whole deployment, from ECS. */
function explainOutcome(rollout, reason) {
    const primary = primaryCause(rollout);
    switch (primary?.kind) {
        case 'verification':
            return {
                why: reason_named(primary.reason),
                next: (0,classes/* nextStep */.sk)('verification', { reason: primary.reason }),
            };
        case 'alarms':
            return { why: sentence(alarmsText(rollout.alarms, rollout.alarmDetails)), next: alarmStep(rollout) };
        case 'hook': {
            const text = reason && (0,classes/* classOfReason */.WZ)(reason) === 'lifecycle-hook' ? reason : primary.hook;
            return {
                why: reason_named(text),
                next: (0,classes/* nextStep */.sk)('lifecycle-hook', { reason: text }),
            };
        }
        case 'tasks':
            return { why: reason_named(failureSentence(ofRollout(rollout), primary.cause)), next: primary.cause.next };
        case 'no-room':
            return {
                why: reason_named(primary.unplaced),
                next: (0,classes/* nextStep */.sk)('placement', { reason: primary.unplaced }),
            };
        case undefined:
            return reason ? reasonOfEcs(rollout, reason) : whatItWaitsFor(rollout);
    }
}
function ofRollout({ failedTasks, tracked }) {
    return { failedTasks, revision: (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition) };
}
function reasonOfEcs({ tasksDenied, plan }, reason) {
    const failureClass = (0,classes/* classOfReason */.WZ)(reason);
    if (tasksDenied && failureClass === 'other') {
        const command = tasksCommand(plan.observed.service, tasksDenied.named);
        return nextStepOf({
            why: reason_named(`${reason.trim().replace(/\.$/, '')}; why tasks failed could not be read`),
            next: 'Allow ecs:ListTasks and ecs:DescribeTasks as in docs/permissions.md of this action, so that the next deployment can say why.',
        }, 
        // API_DescribeTasks: at least an hour.
        tasksDenied.named.length > 0 ? `ECS keeps the reasons for an hour: ${command}` : undefined);
    }
    return {
        why: reason_named(reason),
        next: (0,classes/* nextStep */.sk)(failureClass, { reason }),
    };
}
/** Targets say more than that tasks still start. */
function whatItWaitsFor(rollout) {
    const { wait } = rollout;
    const targets = unhealthyTargets(rollout);
    if (!wait || (wait.yieldsToTargets && targets.why))
        return targets;
    return { why: sentence(wait.text), next: wait.next, failureClass: wait.failureClass };
}
function unhealthyTargets({ targets = [] }) {
    const unhealthy = (0,target_health/* unhealthyTargetsText */.WG)(targets);
    if (!unhealthy)
        return {};
    const failureClass = 'health-check';
    return {
        why: reason_named(unhealthy),
        next: (0,classes/* nextStep */.sk)(failureClass),
        failureClass,
    };
}
/** `further` can end in a command. */
function nextStepOf({ next, ...reason }, further) {
    const steps = [next, further].filter(step => step !== undefined).join(' ');
    return { ...reason, next: steps || undefined };
}
function unplacedText({ unplaced, tracked }) {
    if (!unplaced)
        return undefined;
    const { reason, times, since } = unplaced;
    const first = (0,duration/* formatElapsed */.C7)(since - tracked.startedAt);
    const often = times === 1 ? ` at ${first}` : ` repeatedly since ${first}`;
    return `ECS could not place a task${often}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}
function reason_named(text) {
    return sentence((0,ecs_arn/* shortenEveryArn */.aO)(text));
}
;// CONCATENATED MODULE: ./lib/src/report/messages/reached-goal-message.js
/** Of deployments that go on in ECS when the step ends green (docs/adr/0045). */






function pausedMessage({ result, rollout }) {
    const ours = (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition);
    const { serviceDeploymentArn: arn } = rollout;
    const text = hookText({
        ...result.hook,
        status: 'AWAITING_ACTION',
        targetType: 'PAUSE',
        targetArn: undefined,
    });
    const next = arn
        ? `Continue it with continue-deployment: continue (or rollback) in another step, or with the command (--action ROLLBACK to roll back): ${continueCommand(arn, result.hook.id)}`
        : 'Continue or roll back the deployment at its hook.';
    return { ...reached_goal_message_failures(rollout), what: `${ours} is paused: ${text}.`, serves: servingField(rollout), next };
}
function stageMessage({ result, rollout }) {
    const ours = (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition);
    return {
        ...reached_goal_message_failures(rollout),
        what: `the deployment of ${ours} has reached the stage ${(0,lifecycle_stages/* readableStage */.vd)(result.stage)}, goes on in ECS and is not watched any longer: how it ends is not known.`,
        serves: servingField(rollout),
        next: `To see how it ends: ${describeServiceCommand(rollout.plan.observed.service, rollout.serviceDeploymentArn)}`,
    };
}
/** Some of its tasks may have failed on the way. */
function reached_goal_message_failures(rollout) {
    return rollout.failedTasks > 0 ? { why: explainOutcome(rollout, undefined).why } : {};
}
;// CONCATENATED MODULE: ./lib/src/report/messages/refusals.js
/** Problems and checks that refuse a deployment. */
function refusalsOf(outcome) {
    return [
        ...outcome.problems.map(({ service, text, ...problem }) => ({
            ...problem,
            text: service === undefined ? text : `${service}: ${text}`,
        })),
        ...outcome.checks
            .filter(({ result }) => result === 'refused')
            .map(({ id, text, next, position }) => ({
            subject: id,
            text,
            next: next || undefined,
            position,
        })),
    ];
}
/** The outcome has the next step of a single refusal. */
function advisedRefusalsOf(outcome) {
    const all = refusalsOf(outcome);
    return all.length > 1 ? all : all.map(({ next: _, ...refusal }) => refusal);
}
;// CONCATENATED MODULE: ./lib/src/report/messages/registered-text.js


/** `web:8 is registered`, `web:8 and migrate:4 are registered` */
function registeredText({ registeredForTask, revision, }) {
    const names = [revision, registeredForTask].flatMap(one => (one ? (0,ecs_arn/* revisionName */.pd)(one.arn) : []));
    if (names.length === 0)
        return undefined;
    return `${(0,enumerate/* enumerate */.HL)(names)} ${names.length > 1 ? 'are' : 'is'} registered`;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/task-span.js

/** Oldest first. */
function spansOf(tasks, evidence = {}) {
    return tasks
        .flatMap(task => {
        if (task.createdAt === undefined)
            return [];
        return {
            arn: task.arn,
            createdAt: task.createdAt,
            failed: (0,ecs_task/* isFailed */.Ix)(task),
            startedAt: task.startedAt,
            healthyAt: healthyAt(task, evidence),
            endedAt: (0,ecs_task/* endedAt */.u5)(task),
            neverRan: hasRun(task) ? undefined : true,
        };
    })
        .sort((a, b) => a.createdAt - b.createdAt);
}
function healthyAt(task, { reported, snapshots = [], allHealthyAt = [] }) {
    const from = task.startedAt ?? Number.POSITIVE_INFINITY;
    const to = (0,ecs_task/* endedAt */.u5)(task) ?? Number.POSITIVE_INFINITY;
    const all = allHealthyAt.filter(at => at >= from && at <= to);
    const times = [reported?.get(task.arn), healthyTargetAt(task, snapshots), ...all];
    const known = times.filter(at => at !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
}
/** A container with an exit code ran, even if ECS reports no start. */
function hasRun({ startedAt, containers }) {
    return startedAt !== undefined || containers.some(({ exitCode }) => exitCode !== undefined);
}
/** Addresses are reused: only snapshots from the task's lifetime count, and its target groups must agree. */
function healthyTargetAt(task, snapshots) {
    const { addresses = [] } = task;
    const from = task.startedAt ?? Number.POSITIVE_INFINITY;
    const to = (0,ecs_task/* endedAt */.u5)(task) ?? Number.POSITIVE_INFINITY;
    const states = snapshots
        .filter(({ at }) => at >= from && at <= to)
        .flatMap(({ at, targets }) => targets.filter(({ id }) => addresses.includes(id)).map(({ state }) => ({ at, state })));
    return states.find(({ at, state }) => state === 'healthy' &&
        states.every(other => other.state === 'healthy' || Math.abs(other.at - at) > samePoll))?.at;
}
/** Milliseconds within which a poll reads all target groups. */
const samePoll = 10_000;
;// CONCATENATED MODULE: ./lib/src/core/outcome/rollback.js





/** The diagnosis adds causes. */
function rollbackIn(record) {
    const { last, result, rollback, secrets, tracked } = record;
    if (!rollback || result.kind === 'rolled-back' || result.kind === 'succeeded')
        return undefined;
    const service = last.service === 'missing' ? undefined : last.service;
    const primary = service && (0,ecs_service/* primaryOf */.Os)(service);
    const isTarget = primary !== undefined && primary.id === rollback.target;
    const failures = (0,failure_group/* groupFailures */.BR)(rollback.failed, service?.events ?? []);
    return {
        to: isTarget ? primary.taskDefinition : tracked.previous,
        failures: failures.map(group => ({ ...group, reason: (0,redact/* redact */.E$)(group.reason, secrets) })),
        causes: [],
        failed: spansOf(rollback.failed),
    };
}
/** Its tasks fail, and not all that are wanted are healthy. */
function isStuck({ failures, to }, serving, wanted) {
    const tasks = to === undefined ? undefined : (0,outcome_serving/* tasksIn */.uv)(serving, to);
    return failures.length > 0 && (tasks?.healthy ?? tasks?.running ?? 0) < wanted;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/rollback-message.js
/** A rollback that has not ended: how far it is, and why its tasks fail. */






/** `rollback to web:7 does not finish: 0 of 1 healthy` */
function stuckRollbackText(rollout, show = ecs_arn/* revisionName */.pd) {
    const { desiredCount, rollback, serving } = rollout;
    if (!rollback || !isStuck(rollback, serving, desiredCount))
        return undefined;
    return `rollback${toText(rollback.to, show)} does not finish: ${progressText(rollout)}`;
}
/** `the rollback to web:7 was still in progress: 1 of 2 healthy` */
function rollbackProgress(rollout) {
    if (!rollout.rollback)
        return undefined;
    const stuck = stuckRollbackText(rollout);
    if (stuck)
        return `the ${stuck}`;
    const progress = rollout.desiredCount === 0 ? '' : `: ${progressText(rollout)}`;
    return `the rollback${toText(rollout.rollback.to)} was still in progress${progress}`;
}
function toText(to, show = ecs_arn/* revisionName */.pd) {
    return to === undefined ? '' : ` to ${show(to)}`;
}
function progressText({ desiredCount, rollback, serving }) {
    const tasks = rollback?.to === undefined ? undefined : (0,outcome_serving/* tasksIn */.uv)(serving, rollback.to);
    return tasks ? tasksText(tasks, desiredCount) : `0 of ${desiredCount} healthy`;
}
/** Whoever reads it wants the former revision to run first. */
function rollback_message_withRollback(message, rollout) {
    const { rollback, desiredCount, serving } = rollout;
    const [cause] = rollback?.causes ?? [];
    if (!rollback || !cause || !isStuck(rollback, serving, desiredCount))
        return message;
    const revision = rollback.to === undefined ? 'the rollback' : (0,ecs_arn/* revisionName */.pd)(rollback.to);
    const failed = { failedTasks: rollback.failed.length, revision };
    return {
        ...message,
        rollback: {
            why: reason_named(failureSentence(failed, cause)),
            failureClass: cause.group.failureClass,
            revision,
        },
        next: stepsOf(message, {
            step: cause.next,
            revision,
            ours: (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition),
        }),
    };
}
function stepsOf({ next, why }, { step, revision, ours }) {
    if (next === undefined || why === undefined || revision === ours)
        return `For ${revision}: ${step}`;
    return `For ${revision}: ${step} For ${ours}: ${next}`;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/remaining-tasks.js
/** What a failed deployment left running, and how to stop or replace it. */






function rollbackText(rollout, rollback) {
    const back = rollout.tracked.previous ? ` to ${(0,ecs_arn/* revisionName */.pd)(rollout.tracked.previous)}` : '';
    switch (rollback.kind) {
        case 'left':
            return rollbackProgress(rollout) ?? 'the deployment was left as it is and may continue';
        case 'rollback-requested':
            return `a rollback${back} was requested`;
        case 'rollback-unconfirmed':
            return `a rollback${back} was requested, but ECS did not confirm it (${rollback.why})`;
        case 'rollback-not-sent':
            return `it was not rolled back because ${rollback.why}`;
    }
}
function stillRunning(rollout, { running, replacedBy }) {
    if (replacedBy)
        return `${replacedBy.id} of ${(0,ecs_arn/* revisionName */.pd)(replacedBy.taskDefinition)} has since replaced it`;
    const ours = (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition);
    const { serving, tracked } = rollout;
    if (serving.kind !== 'revisions' || (0,outcome_serving/* isOnlyServing */.TP)(serving, tracked.taskDefinition))
        return remaining(running, ours);
    const isOurs = (0,outcome_serving/* serves */.xu)(serving, tracked.taskDefinition);
    const also = running > 0 && !isOurs ? `, and ${remaining(running, ours)}, too` : '';
    return `${stillServingText(rollout)}${also}`;
}
function rollbackNote({ rollback }, { reason }) {
    if ((0,service_deployment/* hasNoRollbackTarget */.tQ)(reason))
        return 'there was nothing to roll back to';
    if (!rollback)
        return 'nothing rolled it back';
    return `its rollback${rollback.to === undefined ? '' : ` to ${(0,ecs_arn/* revisionName */.pd)(rollback.to)}`} failed`;
}
/** After a verification that failed. */
function verificationNote({ verificationRollback: rollback }) {
    if (!rollback || rollback.kind === 'not-wanted')
        return 'nothing rolls it back';
    if (rollback.kind === 'unproven')
        return 'nothing rolls it back, because nothing proves it wrong';
    return attemptNote(rollback);
}
/** Of a rollback that did not succeed. */
function attemptNote(rollback) {
    switch (rollback.kind) {
        case 'no-target':
            return 'there is nothing to roll back to';
        case 'not-sent':
            return `it was not rolled back because ${rollback.why}`;
        case 'unconfirmed':
            return `whether it is rolled back is not known: ${rollback.why}`;
        case 'begun':
            return rollback.isTimedOut
                ? `its rollback to ${(0,ecs_arn/* revisionName */.pd)(rollback.to)} has not finished`
                : `its rollback to ${(0,ecs_arn/* revisionName */.pd)(rollback.to)} failed`;
    }
}
/** `revision`: text or Markdown. */
function remaining(running, revision) {
    if (running === 0)
        return 'no task is running';
    return `${remaining_tasks_tasksText(running, revision)} still ${running === 1 ? 'runs' : 'run'}`;
}
/**
 * A load balancer without a healthy target sends requests to all targets:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function failOpenNote(rollout, { running, replacedBy }) {
    const { serving, tracked } = rollout;
    const isLikely = (0,outcome_serving/* servingRevisions */.BJ)(serving).every(({ healthy, taskDefinition }) => healthy === undefined && taskDefinition === tracked.taskDefinition);
    const balanced = rollout.plan.observed.service.loadBalancers.length > 0;
    if (rollout.impact.kind === 'outage' && rollout.impact.lasts)
        return undefined;
    return !replacedBy && isLikely && running > 0 && balanced && rollout.failedTasks > 0
        ? 'a load balancer sends requests even to unhealthy tasks when it has no others'
        : undefined;
}
function remaining_tasks_tasksText(running, revision) {
    return `${running} ${running === 1 ? 'task' : 'tasks'} of ${revision}`;
}
/** undefined if ECS cannot roll back */
function stopText({ serviceDeploymentArn: arn, tracked }) {
    return arn && tracked.completedBefore ? stopCommand(arn) : undefined;
}
function remaining_tasks_checkText({ plan, serviceDeploymentArn }) {
    return `Before you deploy again, check how it ended: ${describeServiceCommand(plan.observed.service, serviceDeploymentArn)}`;
}
/**
 * Deploys the previous revision if it was ever healthy, otherwise stops the remaining tasks. A FAILED deployment starts
 * no new ones (API_Deployment, rolloutState); a completed one does.
 */
function recoveryCommand(rollout, { completedAt, running, replacedBy }) {
    const { tracked, plan, tasks } = rollout;
    const { previous, completedBefore } = tracked;
    // Its tasks fail, too.
    if (replacedBy || rollout.rollback?.failures.length)
        return undefined;
    if (!completedBefore) {
        if (completedAt !== undefined)
            return `To stop its tasks: ${scaleToZeroCommand(plan.observed.service)}`;
        const up = tasks.filter(({ endedAt }) => endedAt === undefined).map(({ arn }) => arn);
        if (up.length === 0 || up.length !== running || up.length > maxStopped)
            return undefined;
        return `To stop what still runs: ${stopTasksCommand(up)}`;
    }
    if (!previous || previous === tracked.taskDefinition)
        return undefined;
    const name = (0,ecs_arn/* revisionName */.pd)(previous);
    return `To go back to ${name}, set rollback: ${name}, or run: ${deployCommand(plan.observed.service, previous)}`;
}
const maxStopped = 3;
;// CONCATENATED MODULE: ./lib/src/report/messages/rollback-request.js
/**
 * ECS does not say who requested a rollback, CloudTrail does.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
 */

/** `continue-deployment: rollback` */
function requestedByStep({ alarms, plan: { decides }, }) {
    if (decides?.action !== 'ROLLBACK' || alarms.length > 0)
        return undefined;
    return {
        why: 'continue-deployment: rollback asked for it, at the pause hook where the deployment waited.',
        next: 'Deploy again once what kept it from being approved is changed.',
    };
}
/** undefined if a failure or this run caused the rollback */
function requestedBySomebody(rollout, reason) {
    const { alarms, causes, failedHook, unplaced, stoppedBecause, tracked, timeline } = rollout;
    if (rollout.verification?.kind === 'failed')
        return undefined;
    if (causes.length > 0 || alarms.length > 0 || failedHook || unplaced || stoppedBecause)
        return undefined;
    if (reason === undefined) {
        return {
            why: 'ECS gives no reason; somebody may have requested it.',
            next: 'To find out whether somebody requested it, look for the event StopServiceDeployment in CloudTrail.',
        };
    }
    if (!/\brollback (?:was )?requested\b/i.test(reason))
        return undefined;
    const begun = timeline.find(({ event }) => event?.kind === 'rolling-back');
    const when = begun ? ` (seen at ${(0,duration/* formatElapsed */.C7)(begun.at - tracked.startedAt)})` : '';
    return {
        why: `somebody, not this run, requested the rollback${when}${rollout.tasksDenied ? '' : '; no failed task was found'}.`,
        next: 'To find out who requested it, look for the event StopServiceDeployment in CloudTrail.',
    };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/take-back-message.js
/** Of a service that was to go back because another one failed. */


/** `completed, then was taken back to web:7` */
function takenBackText({ takeBack }, back) {
    if (!takeBack)
        return undefined;
    const verb = takeBack.was === 'completed' ? 'completed, then was' : 'was stopped and';
    return `${verb} taken back to ${(0,ecs_arn/* revisionName */.pd)(back)}`;
}
/** Its own tasks need not have failed. */
function whyTakenBack({ failure, service }) {
    return {
        why: `one of the services failed: ${failure} (on-partial-failure: rollback).`,
        next: `Deploy again once ${service} is fixed.`,
        failureClass: 'other',
    };
}
/** Where the service stays on the new revision. */
function withTakeBack(message, { takeBack }) {
    if (!takeBack || takeBack.attempt.kind === 'begun')
        return message;
    const { attempt, failure } = takeBack;
    return { ...message, what: `${message.what.replace(/\.$/, '')}; ${failure}, but ${attemptNote(attempt)}.` };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/result-messages.js
/** Messages of watched deployments. */










function succeededMessage({ result, rollout }) {
    const took = (0,duration/* formatElapsed */.C7)(rollout.endedAt - rollout.tracked.startedAt);
    // Scaled up for the rollout only, it does not serve afterwards.
    const verb = rollout.plan.bump?.from === 0 ? 'came up' : 'serves';
    const what = `${oursIn(rollout)} ${verb}, ${result.running} of ${rollout.desiredCount} running, after ${took}`;
    if (rollout.verification?.kind === 'verified' && rollout.failedTasks === 0)
        return { what: `${what}, and is verified.` };
    if (rollout.failedTasks === 0)
        return { what: `${what}.` };
    return {
        ...explainOutcome(rollout, undefined),
        what: `${what}, although some of its tasks failed in the meantime.`,
    };
}
function idleMessage({ rollout }) {
    const message = {
        what: `the deployment of ${oursIn(rollout)} completed, but the desired count is 0: nothing was verified.`,
        next: 'Set bump-desired-count to 1 to verify a service that is scaled to zero.',
    };
    return rollout.failedTasks > 0 ? { ...message, ...explainOutcome(rollout, undefined) } : message;
}
function rolledBackMessage({ result, rollout }) {
    const what = `${oursIn(rollout)} ${rolledBackText(rollout)}; ${backText(result.serving, rollout)}.`;
    if (rollout.takeBack)
        return takenBackMessage(result.serving, rollout, rollout.takeBack);
    const requested = requestedByStep(rollout) ?? requestedBySomebody(rollout, result.reason);
    if (requested)
        return { what, ...requested };
    return { what, ...nextStepOf(explainOutcome(rollout, result.reason), alarmHistory(rollout)) };
}
function takenBackMessage(back, rollout, takeBack) {
    const current = (0,outcome_serving/* isOnlyServing */.TP)(rollout.serving, back) ? 'which serves' : backText(back, rollout);
    const what = `${oursIn(rollout)} ${takenBackText(rollout, back)}, ${current}.`;
    return { what, ...whyTakenBack(takeBack) };
}
/** An alarm, a hook or a request can roll back healthy tasks. */
function rolledBackText({ alarms, failedHook, failedTasks, stoppedBecause, verification }) {
    if (verification?.kind === 'failed')
        return 'failed its verification and was rolled back';
    if (stoppedBecause)
        return 'was stopped early and rolled back';
    if (alarms.length > 0 || failedHook)
        return 'was rolled back';
    return failedTasks > 0 ? 'did not become healthy' : 'was rolled back';
}
/** `back`: of the rollback. Its tasks may not run yet. */
function backText(back, rollout) {
    const { scaledToZero, serving } = rollout;
    const current = `${(0,ecs_arn/* revisionName */.pd)(back)} is the current revision again`;
    if (scaledToZero)
        return `${current}, and the service is scaled to zero`;
    if ((0,outcome_serving/* isOnlyServing */.TP)(serving, back))
        return `${(0,ecs_arn/* revisionName */.pd)(back)} serves`;
    const text = (0,outcome_serving/* serves */.xu)(serving, back)
        ? servingText(serving)
        : (stillServingText(rollout) ?? servingText(serving));
    return text ? `${current}, and ${text}` : current;
}
function failedMessage({ result, rollout }) {
    const { serving, takeBack, tracked, verification } = rollout;
    const note = failOpenNote(rollout, result);
    const isKept = verification?.kind === 'failed' || takeBack !== undefined;
    const isServing = isKept && (0,outcome_serving/* isOnlyServing */.TP)(serving, tracked.taskDefinition);
    const remains = isServing ? `${oursIn(rollout)} serves` : stillRunning(rollout, result);
    const left = `${remains}${note ? `, and ${note}` : ''}`;
    const message = {
        what: `${result_messages_failureText(rollout, result)}; ${left}.`,
        ...nextStepOf(takeBack ? { why: reason_named(result.reason) } : explainOutcome(rollout, result.reason), recoveryCommand(rollout, result)),
    };
    return rollback_message_withRollback(message, rollout);
}
function result_messages_failureText(rollout, result) {
    const ours = oursIn(rollout);
    if (rollout.verification?.kind === 'failed')
        return `ECS completed the deployment of ${ours}, but its verification failed, and ${verificationNote(rollout)}`;
    const { takeBack } = rollout;
    if (takeBack)
        return `${takeBack.failure}, ${ours} was to be taken back, and ${attemptNote(takeBack.attempt)}`;
    if (result.completedAt === undefined)
        return `${ours} failed and ${rollbackNote(rollout, result)}`;
    return `ECS completed the deployment of ${ours}, but its tasks keep failing, and nothing rolls it back`;
}
const whenSuperseded = {
    undecided: (ours) => `before ${ours} was decided`,
    completed: (ours) => `right after ${ours} had completed`,
    'rolling-back': (ours) => `while ${ours} was being rolled back`,
};
function supersededMessage({ result, rollout }) {
    const { by, stateWhenSuperseded: state } = result;
    const theirs = (0,ecs_arn/* revisionName */.pd)(by.taskDefinition);
    const why = state === 'rolling-back' ? explainOutcome(rollout, undefined) : {};
    const message = {
        ...why,
        what: `another deployment, ${by.id} of ${theirs}, took over ${whenSuperseded[state](oursIn(rollout))}.`,
        serves: servingField(rollout),
        next: `Find out what deployed ${theirs}; put all jobs that deploy this service into one concurrency group.`,
    };
    return rollback_message_withRollback(message, rollout);
}
function canceledMessage({ result, rollout }) {
    const ours = oursIn(rollout);
    const isDeployed = rollout.verification !== undefined && !rollout.rollback;
    const activity = activityIn(rollout);
    const left = result.rollback.kind === 'left' && isDeployed ? 'its deployment has completed' : undefined;
    const message = {
        what: `the workflow was cancelled while ${ours} was being ${activity}; ${left ?? rollbackText(rollout, result.rollback)}.`,
        serves: servingField(rollout),
        next: remaining_tasks_checkText(rollout),
    };
    return rollback_message_withRollback(message, rollout);
}
function activityIn({ rollback, takeBack, verification }) {
    if (takeBack?.attempt.kind === 'begun')
        return 'taken back';
    if (verification === undefined)
        return 'deployed';
    return rollback ? 'rolled back' : 'verified';
}
function oursIn({ tracked }) {
    return (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition);
}
;// CONCATENATED MODULE: ./lib/src/report/messages/split-command.js
function splitCommand(next) {
    const [, words = next, command] = /^(.*:) (aws [a-z]+ [a-z-]+ .*)$/s.exec(next) ?? [];
    return { words, command };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/task-message.js
/** A one-off task because of which nothing was deployed. */








/** undefined: no task kept the services from being updated */
function taskMessage(outcome) {
    const task = (0,outcome_outcome/* blockingTask */.V3)(outcome);
    return task && messageOf(task, outcome);
}
function messageOf(task, outcome) {
    const untouched = untouchedText(outcome);
    const cluster = outcome.plan?.task?.cluster ?? '';
    switch (task.kind) {
        case 'failed':
            return { what: `${taskName(task)} failed, so ${untouched}.`, ...failureOf(task) };
        case 'not-placed':
            return {
                what: `ECS could not place ${notPlaced(task)}, so ${untouched}.`,
                ...placementOf(task.failures),
            };
        case 'unconfirmed':
            return {
                what: `it is not known whether the one-off task of ${task.definition} runs, so ${untouched}.`,
                why: `${task.reason}.`,
                next: `Find out whether it runs or ran before you run this again: ${listTasksCommand(definitionArn(outcome), cluster)}`,
            };
        case 'timed-out':
            return {
                what: `${taskName(task)} did not end within ${(0,duration/* formatMinutes */.dp)(task.minutes)} and goes on, so ${untouched}.`,
                why: `${task.arn} is ${task.status}.`,
                next: `Raise wait-for-minutes if it only needs longer, and run this again only when it has ended: ${describeTaskCommand(cluster, task.arn)}`,
            };
        case 'cancelled':
            return {
                what: `the workflow was cancelled while ${taskName(task)} ran, so ${untouched}; ${task_message_stopText(task.stopped)}.`,
                why: `It is ${task.arn}.`,
                next: `See how it ends before you run this again: ${describeTaskCommand(cluster, task.arn)}`,
            };
        case 'lost':
            return {
                what: `it is not known how ${taskName(task)} ended, so ${untouched}.`,
                why: `${task.reason}.`,
                next: `See how it ended before you run this again: ${describeTaskCommand(cluster, task.arn)}`,
            };
    }
}
/** `the one-off task 3e7a1395 of web:8` */
function taskName({ arn, definition }) {
    return `the one-off task ${(0,ecs_arn/* shortTask */.m0)(arn)} of ${definition}`;
}
function notPlaced({ definition, started }) {
    if (started.length === 0)
        return `the one-off task of ${definition}`;
    return `all one-off tasks of ${definition} (${(0,enumerate/* enumerate */.HL)(started)} ${started.length === 1 ? 'runs and goes' : 'run and go'} on)`;
}
/** What serves stays what served. */
function untouchedText({ plan, services }) {
    const [service, ...others] = plan?.services ?? [];
    if (services.length === 0 || !service)
        return 'the run ended there';
    const previous = others.length === 0 && service.previous ? `; ${(0,ecs_arn/* revisionName */.pd)(service.previous)} serves as before` : '';
    return `nothing was deployed${previous}`;
}
function failureOf(task) {
    const [cause] = task.causes;
    if (!cause)
        return { why: reason_named(task.reason ?? 'ECS gives no reason'), next: (0,classes/* nextStep */.sk)('other') };
    const detail = cause.detail ? `; ${cause.detail}` : '';
    const failureClass = cause.group.failureClass;
    const why = reason_named(`the one-off task ${cause.description}${detail}${endText(task)}`);
    return { why, failureClass, next: nextOf(task) ?? cause.next };
}
/** Where the words of the diagnosis have neither. */
function endText({ reason, stopCode, causes: [cause] }) {
    if (!stopCode || stopCode === 'EssentialContainerExited')
        return '';
    const words = reason && !cause?.description.includes(reason) ? `: ${reason}` : '';
    return ` (${stopCode}${words})`;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode */
function nextOf({ container, endedFirst, stopCode }) {
    if (endedFirst)
        return `ECS killed ${container} because ${endedFirst} had ended: set its essential to false in the task definition, so that it does not count.`;
    switch (stopCode) {
        case 'UserInitiated':
            return 'Somebody stopped it: find out what it has done so far before you run this again.';
        case 'SpotInterruption':
        case 'TerminationNotice':
        case 'InfrastructureHealth':
            return 'AWS took its host away: run this again if the task may run twice, and give it capacity that is not interrupted (run-task-launch-type: FARGATE).';
        default:
            return undefined;
    }
}
function placementOf(failures) {
    const reason = failures.map(task_message_failureText).join('; ');
    return { why: reason_named(reason), next: (0,classes/* nextStep */.sk)('placement', { reason }), failureClass: 'placement' };
}
function task_message_failureText({ arn, detail, reason }) {
    const words = reason.replace(/\.$/, '');
    return `${words}${arn ? ` (${(0,ecs_arn/* shortenEveryArn */.aO)(arn)})` : ''}${detail ? `: ${detail.replace(/\.$/, '')}` : ''}`;
}
function task_message_stopText(stopped) {
    switch (stopped.kind) {
        case 'left':
            return 'it goes on';
        case 'requested':
            return 'it is being stopped (run-task-on-cancel: stop)';
        case 'not-stopped':
            return `it goes on, because it could not be stopped: ${stopped.why}`;
    }
}
function definitionArn({ plan, registeredForTask, revision }) {
    const known = plan?.revision.kind === 'existing' ? plan.revision.arn : revision?.arn;
    const own = plan?.task && (0,task_revision/* arnOfTask */._)(plan.task.revision, plan.revision);
    return registeredForTask?.arn ?? own ?? known ?? '';
}
;// CONCATENATED MODULE: ./lib/src/report/messages/timed-out-message.js







function timedOutMessage(watched) {
    const { rollout } = watched;
    return rollback_message_withRollback({ ...undecidedMessage(watched), serves: servingField(rollout) }, rollout);
}
function undecidedMessage({ result, rollout }) {
    const { minutes, rollback } = result;
    const ours = (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition);
    const within = `within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
    if (rollout.unconfirmedReason) {
        const left = rollback.kind === 'left' ? 'nothing rolls it back' : rollbackText(rollout, rollback);
        return {
            what: `ECS completed the deployment of ${ours}, but its tasks did not stay up ${within}; ${left}.`,
            ...explainOutcome(rollout, rollout.unconfirmedReason),
        };
    }
    const what = `${ours} was not decided ${within}; ${rollbackText(rollout, rollback)}.`;
    if (rollout.pendingHook)
        return waitsForHook(rollout, what, rollout.pendingHook);
    return stillGoing(rollout, what, rollback);
}
function waitsForHook({ serviceDeploymentArn: arn }, what, { text, pause }) {
    const next = arn && pause
        ? `Continue it (or end it with --action ROLLBACK): ${continueCommand(arn, pause.id)}`
        : 'Continue or roll back the deployment at its hook.';
    return { what, why: reason_named(text), next };
}
function stillGoing(rollout, what, rollback) {
    const why = explainOutcome(rollout, undefined);
    const goesOn = rollback.kind !== 'rollback-requested' && !rollout.rollback;
    const stop = goesOn ? stopText(rollout) : undefined;
    // Attempts have no limit: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
    const retries = goesOn ? endlessRetries(rollout) : undefined;
    if (retries) {
        return { what, ...nextStepOf(why, stop ? `${retries}; to stop it: ${stop}` : `${retries}.`) };
    }
    // Undocumented: whether the circuit breaker counts tasks that cannot be placed.
    if (stop && rollout.unplaced && rollout.failedTasks === 0) {
        const next = `${why.next} The deployment continues unwatched once there is capacity; to stop it: ${stop}`;
        return { what, ...why, next };
    }
    return { what, next: 'Raise wait-for-minutes, if the deployment only needs longer.', ...why };
}
/** ECS may not count what fails, or not act: containers that exit after RUNNING, images that cannot be pulled. */
function endlessRetries({ tracked: { breaker }, failedTasks, desiredCount }) {
    if (failedTasks === 0)
        return undefined;
    if (!breaker.enable)
        return 'With the circuit breaker off, ECS retries indefinitely';
    const hasNotActed = failedTasks > (0,settings_breaker/* tripsAt */.Gx)(breaker.threshold, desiredCount);
    return hasNotActed ? 'The circuit breaker has not acted on it, and ECS retries indefinitely' : undefined;
}
;// CONCATENATED MODULE: ./lib/src/report/messages/unknown-message.js




function unknownMessage({ result, rollout }) {
    const { reason, lost } = result;
    const { plan, lastPoll, tracked } = rollout;
    const ours = (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition);
    if (lost === 'service') {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
        return {
            what: `the service ${plan.observed.service.name} was deleted while ${ours} was being deployed.`,
            why: sentence(reason),
            next: 'To find out who deleted it, look for the event DeleteService in CloudTrail.',
        };
    }
    const last = lastPoll
        ? `; last poll at ${(0,duration/* formatElapsed */.C7)(lastPoll.at - tracked.startedAt)}: ${lastPoll.text}`
        : '';
    const longer = 'Let the credentials last longer than a deployment (role-duration-seconds of configure-aws-credentials). ';
    return {
        what: `${ours} was started, but its result could not be read.`,
        why: sentence(`${reason.replace(/\.$/, '')}${last}`),
        next: `${lost === 'credentials' ? longer : ''}${remaining_tasks_checkText(rollout)}`,
    };
}
;// CONCATENATED MODULE: ./lib/src/report/messages/messages.js
/** The outcome in three sentences, the same in every report. */

















function describe(outcome) {
    if (isSplit(outcome))
        return describeSeveral(outcome);
    const message = messages[outcome.name](outcome);
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    return rollout ? withTakeBack(message, rollout) : message;
}
/** What is said of the one that the others were taken back for, or of the worst one, with its name. */
function describeSeveral(outcome) {
    const worst = firstFailure(outcome) ?? worstFirst(outcome.services)[0];
    const overview = overviewOf(outcome);
    if (!worst || outcomes/* outcomes */.K[outcome.name].green)
        return { what: `${overview}.` };
    const name = serviceNameOf(worst);
    const { what, why, next, ...message } = describe(onlyService(outcome, worst));
    return {
        ...message,
        what: `${overview}. ${name}: ${what}`,
        why: why && `${name}: ${why}`,
        next: nextOfSeveral(outcome, next && `${name}: ${next}`),
    };
}
/** A command stays the end. */
function nextOfSeveral(outcome, next) {
    const even = evenOut(outcome);
    if (!even)
        return next;
    if (next !== undefined && splitCommand(next).command !== undefined)
        return `${even.words.replace(/, or run:$/, '.')} ${next}`;
    const words = `${even.words} ${even.commands.join(' && ')}`;
    return next === undefined ? words : `${next} ${words}`;
}
const messages = {
    refused: messages_refused,
    planned,
    registered,
    'no-change': messages_unchanged,
    started: ofResult('started', stageMessage, started),
    succeeded: ofResult('succeeded', succeededMessage),
    idle: ofResult('idle', idleMessage),
    paused: ofResult('paused', pausedMessage),
    'rolled-back': ofResult('rolled-back', rolledBackMessage),
    failed: ofResult('failed', failedMessage),
    superseded: ofResult('superseded', supersededMessage),
    'timed-out': ofResult('timed-out', timedOutMessage, ofTask),
    cancelled: ofResult('cancelled', canceledMessage, neverStarted),
    unknown: ofResult('unknown', unknownMessage, unconfirmed),
};
function messages_refused(outcome) {
    return taskMessage(outcome) ?? refusedByProblems(outcome);
}
/** Before a deployment, nothing else can end so. */
function ofTask(outcome) {
    const message = taskMessage(outcome);
    if (!message)
        throw new TypeError(`nothing was watched, and yet the outcome is ${outcome.name}`);
    return message;
}
function refusedByProblems(outcome) {
    const refusals = refusalsOf(outcome);
    const count = refusals.length;
    const known = registeredText(outcome);
    const unchanged = known ? `${known}, but ${unchangedServices(outcome)}.` : 'nothing was changed.';
    // Several problems have their own next steps.
    const next = count === 1 ? refusals[0]?.next : undefined;
    return { what: `${count} ${count === 1 ? 'problem' : 'problems'}, ${unchanged}`, next: next || undefined };
}
function unchangedServices({ services }) {
    return services.length > 1 ? 'no service was changed' : 'the service was not changed';
}
function planned({ plan }) {
    const what = plan ? plannedText(plan) : 'there was nothing to plan';
    return { what: `${what}; nothing was changed.` };
}
function plannedText({ revision, services, offline }) {
    const decided = services.find(({ decides }) => decides);
    if (decided?.decides)
        return plannedDecision(decided.decides, { revision, service: decided });
    const isNew = revision.kind === 'new';
    const text = isNew
        ? `a new revision of ${revision.family} would be registered`
        : `${(0,ecs_arn/* revisionName */.pd)(revision.arn)} would be deployed as it is`;
    const names = services.map(({ observed }) => observed.service.name);
    const unread = offline.map(({ service }) => (0,ecs_arn/* resourceName */.Iy)(service));
    const targets = [
        ...(names.length > 0 ? [(0,enumerate/* named */.KT)(serviceNoun, names)] : []),
        ...(unread.length > 0 ? [`${(0,enumerate/* named */.KT)(serviceNoun, unread)}, which could not be read`] : []),
    ];
    if (targets.length === 0)
        return text;
    return `${text}${isNew ? ' and deployed' : ''} to ${(0,enumerate/* enumerate */.HL)(targets)}`;
}
function plannedDecision({ action, hook }, { revision, service }) {
    const what = action === 'CONTINUE' ? 'continued' : 'rolled back';
    const name = revision.kind === 'existing' ? (0,ecs_arn/* revisionName */.pd)(revision.arn) : revision.family;
    return `the deployment of ${name} to ${service.observed.service.name}, which waits at ${hook.id}, would be ${what}`;
}
const serviceNoun = { one: 'service', many: 'services' };
function registered(outcome) {
    return { what: `${registeredText(outcome)}; no service was set, so nothing was deployed.` };
}
function messages_unchanged(outcome) {
    const { plan, serving } = decisive(outcome, 'unchanged');
    if (serving !== undefined)
        return { what: `${(0,ecs_arn/* revisionName */.pd)(serving)} serves and nothing differs from it; nothing was changed.` };
    const from = plan.previous === undefined ? '' : ` from ${(0,ecs_arn/* revisionName */.pd)(plan.previous)}`;
    return { what: `nothing differs${from}, and the desired count is 0; nothing was changed.` };
}
function started(outcome) {
    const isJoined = decisive(outcome, 'started').rollout.plan.joins !== undefined;
    const start = isJoined ? 'was in progress already and is not watched' : 'was started but not watched';
    return {
        what: `the deployment of ${messages_revisionOf(outcome)} ${start}: nothing was verified.`,
        next: 'Remove wait-for-service-stability: false so that this step reports how it ends.',
    };
}
function neverStarted(outcome) {
    const ofTask = taskMessage(outcome);
    if (ofTask)
        return ofTask;
    const known = registeredText(outcome);
    return {
        what: known
            ? `the workflow was cancelled: ${known}, ${unchangedServices(outcome)}.`
            : 'the workflow was cancelled before anything was changed.',
    };
}
function unconfirmed(outcome) {
    const ofTask = taskMessage(outcome);
    if (ofTask)
        return ofTask;
    const { plan, reason } = decisive(outcome, 'unconfirmed');
    return {
        what: plan.decides
            ? `it is not known whether the deployment of ${messages_revisionOf(outcome)} still waits at its pause hook.`
            : `it is not known whether ${messages_revisionOf(outcome)} is being deployed.`,
        why: `${reason}.`,
        next: `Before you run this again, check whether ECS started it: ${describeServiceCommand(plan.observed.service, undefined)}`,
    };
}
function decisive(outcome, kind) {
    const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
    if (service?.kind !== kind)
        throw new TypeError(`no service is ${kind}`);
    return service;
}
function messages_revisionOf({ revision }) {
    return revision ? (0,ecs_arn/* revisionName */.pd)(revision.arn) : 'the revision';
}
;// CONCATENATED MODULE: ./lib/src/report/log/verdict-lines.js
/** The last lines of the log. */










/** Each line is in the log once. A success that needs no attention has no annotation. */
function verdictText(outcome) {
    const lines = verdictLines(outcome).map(log_line/* logLine */.B);
    if ((0,outcome_outcome/* isGreen */.gf)(outcome) && !(0,outcome_outcome/* needsAttention */.e_)(outcome))
        return { annotation: undefined, lines };
    let length = 0;
    const fits = lines.filter(line => {
        length += line.length + 1;
        return length <= longestMessage;
    });
    const count = Math.max(1, fits.length);
    return { annotation: lines.slice(0, count).join('\n'), lines: lines.slice(count) };
}
/** https://github.com/actions/runner, src/Runner.Worker/ExecutionContext.cs: 4,096 characters */
const longestMessage = 4_000;
/** Must make sense without the lines above. */
function verdictLines(outcome) {
    return isSplit(outcome) ? linesOfSeveral(outcome) : linesOf(outcome);
}
/** The worst first. */
function linesOfSeveral(outcome) {
    const services = worstFirst(outcome.services);
    const width = Math.max(...services.map(service => serviceNameOf(service).length));
    const rows = services.flatMap(service => linesOf(onlyService(outcome, service)).map((line, nth) => `  ${(nth === 0 ? serviceNameOf(service) : '').padEnd(width)}  ${line}`));
    const even = evenOut(outcome);
    const next = even ? [logField('next', even.words), ...even.commands.map(one => logField('', one))] : [];
    return [`${mark(outcome)} ${outcome.name}: ${overviewOf(outcome)}.`, ...rows, ...next];
}
function linesOf(outcome) {
    const { what, why, rollback, serves, next } = describe(outcome);
    const outage = outageText(outcome);
    const impact = impactSentence(outcome);
    return [
        `${mark(outcome)} ${outcome.name}: ${outage ? `${outage}; ` : ''}${what}`,
        ...problemLines(outcome),
        ...(impact ? [logField('impact', impact)] : []),
        ...(why ? [logField('why', why)] : []),
        ...(rollback ? [logField('rollback', rollback.why)] : []),
        ...(serves ? [logField('serves', serves)] : []),
        ...(next ? nextLines(next) : []),
    ];
}
function nextLines(next) {
    const { words, command } = splitCommand(next);
    return [logField('next', words), ...(command === undefined ? [] : [logField('', command)])];
}
/** An outcome that verified nothing gets no tick. */
function mark(outcome) {
    if (!(0,outcome_outcome/* isGreen */.gf)(outcome))
        return impactMark(outcome) ?? '✗';
    return (0,outcome_outcome/* needsAttention */.e_)(outcome) ? '⚠' : '✓';
}
function problemLines(outcome) {
    const refusals = advisedRefusalsOf(outcome);
    const width = Math.max(...refusals.map(({ subject }) => subject.length)) + 2;
    return refusals.flatMap(({ subject, text, next, position }) => [
        `  ${subject.padEnd(width)}${position ? `${(0,problem/* showPosition */.xz)(position)} ` : ''}${text}`,
        ...(next ? [`  ${' '.repeat(width)}→ ${next}`] : []),
    ]);
}
;// CONCATENATED MODULE: ./lib/src/report/annotations/annotations.js
/** One annotation for the outcome, and one on each line that has a problem. */







/** The runner prints the message of each in the log. */
function annotations(outcome) {
    return [...verdict(outcome), ...annotations_places(outcome), ...cause(outcome), ...checks(outcome)].map(annotation/* redactAnnotation */.z);
}
/** A success that needs no attention has none. */
function verdict(outcome) {
    const { annotation: message } = verdictText(outcome);
    if (message === undefined)
        return [];
    const level = (0,outcome_outcome/* needsAttention */.e_)(outcome) ? 'warning' : 'error';
    return [{ level, title: `ECS deployment ${outcome.name}`, message }];
}
function annotations_places(outcome) {
    return refusalsOf(outcome).flatMap(({ subject, text, next, position }) => position ? [{ level: 'error', title: subject, message: advised(text, next), position }] : []);
}
function cause(outcome) {
    const found = causeOf(outcome);
    if (!found?.position)
        return [];
    const { group, description, position } = found;
    return [{ level: 'error', title: group.failureClass, message: `tasks ${description}`, position }];
}
function causeOf(outcome) {
    const task = (0,outcome_outcome/* blockingTask */.V3)(outcome);
    if (task?.kind === 'failed')
        return task.causes[0];
    const rollout = (0,outcome_outcome/* isGreen */.gf)(outcome) ? undefined : (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    const primary = rollout && primaryCause(rollout);
    return primary?.kind === 'tasks' ? primary.cause : undefined;
}
function advised(text, next) {
    return next ? `${text}\nNext: ${next}` : text;
}
/** `cause` already has an annotation on its line, and so has a notice. */
function checks(outcome) {
    const line = causeOf(outcome)?.position;
    const { warnedBy } = outcomes/* outcomes */.K[outcome.name];
    return outcome.checks.flatMap(check => {
        const { id, result, text, next, position } = check;
        if (result !== 'warning' || id === warnedBy || isRepeated(check, outcome.notices))
            return [];
        if (line && position && isSameLine(line, position))
            return [];
        return [{ level: 'warning', title: id, message: advised(text, next), position }];
    });
}
function isSameLine(one, other) {
    return one.file === other.file && one.line === other.line;
}
;// CONCATENATED MODULE: ./lib/src/report/markdown/docs-links.js
/** Advice names pages of this action's docs; a report can link them. */
/** `pages`: URL of this version's docs. Escapes and invisible spaces are those that Markdown text gets. */
function linkDocs(markdown, pages) {
    if (pages === undefined)
        return markdown;
    return markdown.replace(docs_links_page, (_, path, section) => {
        const anchor = section === undefined ? '' : `#${section}`;
        return `[${path}](${pages}/${path}${anchor})`;
    });
}
const docs_links_page = /\b(docs\/[a-z-]+\.md)(?:\\?#\u200b?([a-z-]+))? of this action\b/g;
// EXTERNAL MODULE: ./lib/src/core/outcome/task-result.js
var task_result = __webpack_require__(470);
;// CONCATENATED MODULE: ./lib/src/report/messages/red-outcome.js






function whyRed(outcome) {
    if ((0,outcome_outcome/* isGreen */.gf)(outcome))
        return undefined;
    const worst = isSplit(outcome) ? (firstFailure(outcome) ?? (0,outcome_outcome/* decisiveService */.iN)(outcome)) : undefined;
    if (worst)
        return whyRed(onlyService(outcome, worst));
    const { what, why } = describe(outcome);
    if ((0,outcome_outcome/* decisiveRollout */.EB)(outcome)?.takeBack)
        return { failureClass: 'other', reason: why ? `${what} ${why}` : what };
    return { failureClass: redClass(outcome), reason: why ?? reasonOf(outcome) ?? what };
}
function redClass(outcome) {
    if (outcome.problems.some(({ subject }) => subject === 'permissions'))
        return 'permissions';
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    const { why, failureClass } = describe(outcome);
    if (!rollout)
        return failureClass ?? 'other';
    return primaryCause(rollout)?.failureClass ?? failureClass ?? (0,classes/* classOfReason */.WZ)(why);
}
function reasonOf(outcome) {
    const refusals = refusalsOf(outcome);
    if (refusals.length === 0)
        return undefined;
    return refusals.map(({ subject, text }) => `${subject}: ${text}`).join('; ');
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/task-json.js

/** GitHub limits the size of outputs, and a deployment can have thousands of tasks. */
const maxListed = 20;
function taskJson(task) {
    const [arn = null] = (0,task_result/* startedTasks */.wV)(task);
    const end = task.kind === 'succeeded' || task.kind === 'failed' ? task : undefined;
    return {
        result: task.kind,
        arn,
        definition: task.definition,
        exitCode: end?.exitCode ?? null,
        container: end?.container ?? null,
        stopCode: end?.stopCode ?? null,
        reason: end?.reason ?? ('reason' in task ? (task.reason ?? null) : null),
        startedAt: end?.span?.startedAt ?? null,
        endedAt: end?.span?.endedAt ?? null,
        failures: task.kind === 'not-placed'
            ? task.failures.map(({ arn, detail = null, reason }) => ({ arn: arn ?? null, reason, detail }))
            : [],
        causes: (end?.causes ?? []).map(causeJson),
    };
}
function causeJson({ group, description, detail, next }) {
    return {
        class: group.failureClass,
        reason: group.reason,
        happened: description,
        insight: detail ?? null,
        next,
        stopCode: group.stopCode ?? null,
        container: group.container ?? null,
        exitCode: group.exitCode ?? null,
        count: group.tasks.length,
        tasks: group.tasks.slice(0, maxListed),
    };
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/verification-json.js



function plannedVerificationJson(plan) {
    const { verification } = plan;
    if (!verification)
        return null;
    const task = runTaskCall({ ...plan, task: verification.task }) ?? null;
    return { url: urlJson(verification.url), task, onFailure: verification.onFailure };
}
function urlJson(options) {
    if (!options)
        return null;
    const { url, contains = null, ...rest } = options;
    return { ...rest, url: (0,shown_url/* shownUrl */.z)(url), contains };
}
function verificationJson(result) {
    const { kind, task, url } = result;
    return {
        result: kind,
        reason: result.kind === 'verified' ? null : result.reason,
        url: url ? { url: url.url, requests: url.requests, seconds: Math.round(url.took / 1_000) } : null,
        task: task ? taskJson(task) : null,
    };
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/plan-json.js








function planJson(plan) {
    const { revision, services, checks } = plan;
    const [service] = services;
    const json = {
        version: 1,
        kind: kindOf(plan),
        family: revision.family,
        from: revision.origin,
        asIs: asIsJson(revision),
        images: revision.images.map(imageJson),
        definition: printable(revision.definition),
        tags: provenanceOf(revision).map(({ key, value }) => ({ key, value })),
        checks: checks.map(checkJson),
        task: runTaskCall(plan) ?? null,
        taskDefinition: taskDefinitionJson(plan),
        verification: plannedVerificationJson(plan),
    };
    if (!service)
        return json;
    const whole = { ...json, ...plan_json_serviceJson(service) };
    if (services.length === 1)
        return whole;
    const onPartialFailure = plan.goBackTogether ? 'rollback' : 'leave';
    return { ...whole, onPartialFailure, services: services.map(plan_json_serviceJson) };
}
/** What the task runs, unless it is the revision of the services. */
function taskDefinitionJson({ task }) {
    const revision = task?.revision ?? { kind: 'planned' };
    switch (revision.kind) {
        case 'planned':
            return null;
        case 'registered':
            return { kind: 'registered', taskDefinitionArn: revision.arn };
        case 'unchanged':
            return { kind: 'unchanged', taskDefinitionArn: revision.arn, ...fileJson(revision.file) };
        case 'new': {
            const { changes, file, latest } = revision;
            return {
                kind: 'new',
                previousTaskDefinitionArn: latest ?? null,
                changes: changes.map(changeText),
                ...fileJson(file),
            };
        }
    }
}
function fileJson(file) {
    return {
        family: file.family,
        from: file.origin,
        images: file.images.map(imageJson),
        definition: printable(file.definition),
        tags: provenanceOf(file).map(({ key, value }) => ({ key, value })),
    };
}
function asIsJson(revision) {
    if (!isAsIs(revision))
        return null;
    const digests = revision.digests.map(({ container, digest }) => ({ container, digest }));
    return { taskDefinitionArn: revision.arn, rollback: isRollback(revision), digests };
}
function kindOf({ services, offline }) {
    if (services.length > 0)
        return 'deploy';
    return offline.length > 0 ? 'unseen' : 'register';
}
function plan_json_serviceJson({ observed, previous, changes, settings, update, bump, decides, }) {
    return {
        cluster: observed.target.cluster,
        service: observed.service.name,
        previousTaskDefinitionArn: previous ?? null,
        changes: changes.map(changeText),
        circuitBreaker: {
            before: (0,settings_breaker/* showBreaker */.MB)(settings.before.breaker),
            after: (0,settings_breaker/* showBreaker */.MB)(settings.after.breaker),
        },
        update: shownUpdate(update),
        decision: decides
            ? {
                action: decides.action,
                hookId: decides.hook.id,
                serviceDeploymentArn: decides.serviceDeploymentArn,
            }
            : null,
        bumpDesiredCount: bump ? { from: bump.from, to: bump.to } : null,
    };
}
function imageJson({ container, from, to, named }) {
    return { container, from: from ?? null, to, named: named ?? null };
}
function checkJson({ id, result, text, next, position, docsUrl }) {
    return { id, result, text, next, at: positionJson(position), see: docsUrl ?? null };
}
function positionJson(position) {
    return position ? (0,problem/* showPosition */.xz)(position) : null;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/place.js


/** Partition, region and account; undefined if AWS has shown no ARN and the user gave none. */
function placeOf({ services, revision }) {
    const ofServices = services.flatMap(service => {
        const target = (0,service_result/* targetOfService */.CY)(service);
        return [(0,service_result/* planOfService */.Ae)(service)?.observed.service.arn, target.service, target.cluster];
    });
    return [...ofServices, revision?.arn].map(arn => (0,ecs_arn/* parseArn */.Lw)(arn ?? '')).find(place => place !== undefined);
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/result-json.js
/** The output `result`: docs/schema/result.json. */














/** `run`: this run, not the one that built the images. */
function resultJson(outcome, run) {
    const { plan, revision } = outcome;
    const place = placeOf(outcome);
    return {
        version: 2,
        ...verdictJson(outcome),
        region: place?.region ?? null,
        account: place?.account ?? null,
        run: {
            url: run.run ?? null,
            repository: run.repository ?? null,
            commit: run.commit ?? null,
            actor: run.actor ?? null,
        },
        images: plan ? plan.revision.images.map(imageJson) : [],
        taskDefinitionArn: revision?.arn ?? null,
        revision: revision?.revision ? Number(revision.revision) : null,
        asIs: plan ? isAsIs(plan.revision) : null,
        rollback: plan ? isRollback(plan.revision) : null,
        task: outcome.task ? taskJson(outcome.task) : null,
        runTaskDefinitionArn: (0,outcome_outcome/* runTaskDefinition */.q1)(outcome) ?? null,
        services: outcome.services.map(service => result_json_serviceJson(outcome, service)),
        verification: outcome.verification ? verificationJson(outcome.verification) : null,
        problems: outcome.problems.map(problemJson),
        checks: outcome.checks.filter(({ result }) => result !== 'passed').map(checkJson),
        notices: outcome.notices.map(({ level, text }) => ({ level, text })),
    };
}
function verdictJson(outcome) {
    const { what, why, next } = describe(outcome);
    const failure = whyRed(outcome);
    return {
        outcome: outcome.name,
        green: (0,outcome_outcome/* isGreen */.gf)(outcome),
        what,
        why: why ?? null,
        next: next ?? null,
        failure: failure ? { class: failure.failureClass, reason: failure.reason } : null,
    };
}
/** Names are those that the user gave. */
function result_json_serviceJson(whole, service) {
    const outcome = onlyService(whole, service);
    const rollout = (0,service_result/* rolloutOfService */.wI)(service);
    const plan = (0,service_result/* planOfService */.Ae)(service);
    const known = plan?.observed.service;
    const target = (0,service_result/* targetOfService */.CY)(service);
    return {
        cluster: (0,ecs_arn/* resourceName */.Iy)(target.cluster),
        name: (0,ecs_arn/* resourceName */.Iy)(target.service),
        arn: known?.arn ?? null,
        consoleUrl: (known && deploymentLink(known.arn, known.clusterArn, rollout?.serviceDeploymentArn)) ?? null,
        endpoint: plan?.endpoint ?? null,
        ...verdictJson(outcome),
        previousTaskDefinitionArn: (0,outcome_outcome/* previousRevision */.Rs)(outcome) ?? null,
        ...servingJson(service, (0,outcome_outcome/* servingArns */.by)(outcome)),
        deployment: rollout ? deploymentJson(rollout) : null,
    };
}
function servingJson(service, arns) {
    const serving = (0,service_result/* rolloutOfService */.wI)(service)?.serving ?? outcome_serving/* unknownServing */.jy;
    return {
        serving: kindOfServing(service),
        servingTaskDefinitionArn: arns.length === 1 ? (arns[0] ?? null) : null,
        revisions: [...(0,outcome_serving/* servingRevisions */.BJ)(serving), ...serving.others].map(({ taskDefinition, running, healthy, traffic }) => ({
            taskDefinitionArn: taskDefinition,
            serves: arns.includes(taskDefinition),
            running,
            healthy: healthy ?? null,
            trafficPercent: traffic ?? null,
        })),
    };
}
function kindOfServing(service) {
    if (service.kind === 'unchanged')
        return service.serving === undefined ? 'none' : 'revisions';
    return (0,service_result/* rolloutOfService */.wI)(service)?.serving.kind ?? 'unknown';
}
function problemJson({ subject, text, position }) {
    return { subject, text, at: positionJson(position) };
}
function deploymentJson(rollout) {
    const { endedAt } = rollout;
    const { deploymentId, startedAt } = rollout.tracked;
    return {
        id: deploymentId,
        serviceDeploymentArn: rollout.serviceDeploymentArn ?? null,
        desiredCount: rollout.desiredCount,
        joined: rollout.plan.joins !== undefined,
        decision: rollout.plan.decides?.action ?? null,
        startedAt: Math.round(startedAt),
        endedAt: Math.round(endedAt),
        seconds: Math.round((endedAt - startedAt) / 1000),
        stoppedBecause: rollout.stoppedBecause ?? null,
        alarms: [...rollout.alarms],
        alarmDetails: alarmsJson(rollout),
        failedTasks: rollout.failedTasks,
        rollback: rollbackJson(rollout),
        takeBack: takeBackJson(rollout),
        impact: impactJson(rollout.impact),
        causes: rollout.causes.slice(0, maxListed).map(causeJson),
    };
}
function rollbackJson({ rollback }) {
    if (!rollback)
        return null;
    return {
        taskDefinitionArn: rollback.to ?? null,
        failedTasks: rollback.failed.length,
        causes: rollback.causes.slice(0, maxListed).map(causeJson),
    };
}
function takeBackJson({ takeBack }) {
    if (!takeBack)
        return null;
    const { attempt, failure, service, was } = takeBack;
    return {
        service,
        failure,
        was,
        result: attempt.kind,
        taskDefinitionArn: attempt.kind === 'begun' ? attempt.to : null,
        reason: 'why' in attempt ? attempt.why : null,
    };
}
function impactJson(impact) {
    const shortage = impact.kind === 'reduced' || impact.kind === 'outage' ? impact : undefined;
    const from = shortage?.spans[0]?.from;
    const to = shortage?.lasts ? undefined : shortage?.spans.at(-1)?.to;
    return {
        kind: impact.kind,
        from: from === undefined ? null : Math.round(from),
        to: to === undefined ? null : Math.round(to),
        counted: shortage?.counted ?? null,
        least: shortage?.least ?? null,
        of: shortage?.of ?? null,
    };
}
;// CONCATENATED MODULE: ./lib/src/report/outputs/outputs.js
/** Every outcome sets every output; what does not apply is empty. */











function outputs(outcome, run) {
    const { definitionFile, plan, revision, task } = outcome;
    const { outcome: name, 'failure-class': failureClass, 'failure-reason': reason, ...own } = serviceTexts(outcome);
    const texts = {
        outcome: name,
        'task-definition-arn': revision?.arn ?? '',
        'task-definition': definitionFile ?? '',
        revision: revision?.revision ?? '',
        ...own,
        image: plan ? plan.revision.images.map(({ to }) => (0,redact/* redact */.E$)(to, [])).join(',') : '',
        'run-task-definition-arn': (0,outcome_outcome/* runTaskDefinition */.q1)(outcome) ?? '',
        'run-task-arn': taskArns(task),
        'run-task-exit-code': String((task && (0,task_result/* exitCodeOf */.FO)(task)) ?? ''),
        'failure-class': failureClass,
        'failure-reason': reason,
    };
    return {
        ...redactTexts(texts),
        services: servicesJson(outcome),
        plan: plan ? JSON.stringify(redactJson(planJson(plan))) : '',
        result: JSON.stringify(redactJson(resultJson(outcome, run))),
    };
}
function servicesJson(outcome) {
    if (outcome.services.length === 0)
        return '';
    return JSON.stringify(redactJson(outcome.services.map(service => outputs_serviceJson(outcome, service))));
}
/** What the outputs of a run about this service alone would be. */
function outputs_serviceJson(outcome, service) {
    const { cluster } = (0,service_result/* targetOfService */.CY)(service);
    const names = { cluster: (0,ecs_arn/* resourceName */.Iy)(cluster), service: serviceNameOf(service) };
    return { ...names, ...serviceTexts(onlyService(outcome, service)) };
}
/** Of several services, those of the worst one. */
function serviceTexts(outcome) {
    const rollout = (0,outcome_outcome/* decisiveRollout */.EB)(outcome);
    const failure = whyRed(outcome);
    const pause = (0,outcome_outcome/* openPause */.zJ)(outcome);
    const [plan] = outcome.services.flatMap(service => (0,service_result/* planOfService */.Ae)(service) ?? []);
    return {
        outcome: outcome.name,
        'previous-task-definition-arn': (0,outcome_outcome/* previousRevision */.Rs)(outcome) ?? '',
        'serving-task-definition-arn': (0,outcome_outcome/* servingArns */.by)(outcome).join(','),
        'deployment-id': rollout?.tracked.deploymentId ?? '',
        'service-deployment-arn': rollout?.serviceDeploymentArn ?? '',
        'hook-id': pause?.id ?? '',
        'hook-expires-at': pause?.expiresAt === undefined ? '' : (0,duration/* formatIso */.dv)(pause.expiresAt),
        endpoint: plan?.endpoint ?? '',
        'failure-class': failure?.failureClass ?? '',
        'failure-reason': failure?.reason ?? '',
    };
}
/** A JSON array, as of the official action. */
function taskArns(task) {
    const arns = task ? (0,task_result/* startedTasks */.wV)(task) : [];
    return arns.length > 0 ? JSON.stringify(arns) : '';
}
/** Names can hold secrets. */
function redactTexts(texts) {
    const redacted = Object.entries(texts).map(([name, text]) => [name, (0,redact/* redact */.E$)(text, [])]);
    return Object.fromEntries(redacted);
}
;// CONCATENATED MODULE: ./lib/src/report/markdown/commit-link.js

const fullCommit = /^[0-9a-f]{40}$/;
const repositoryName = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/;
function commitCode({ commit = '', repository = '' }, reporter) {
    if (!fullCommit.test(commit))
        return code(commit.slice(0, 40));
    const server = serverOf(reporter);
    const known = server !== undefined && repositoryName.test(repository);
    return markdown_link(commit.slice(0, 7), known ? `${server}/${repository}/commit/${commit}` : undefined);
}
/** undefined if the run was on another server; it may belong to another repository than the commit */
function runLink({ run = '' }, reporter) {
    const server = serverOf(reporter);
    if (server === undefined || !run.startsWith(`${server}/`))
        return undefined;
    const [, repository = ''] = /^(.+)\/actions\/runs\/\d+$/.exec(run.slice(server.length + 1)) ?? [];
    return repositoryName.test(repository) ? run : undefined;
}
function serverOf({ run = '' }) {
    return /^(https?:\/\/[A-Za-z0-9.-]+(?::\d+)?)\/[^/]+\/[^/]+\/actions\/runs\/\d+$/.exec(run)?.[1];
}
;// CONCATENATED MODULE: ./lib/src/report/messages/heading.js
/** The first line of the job summary. */














function heading(outcome) {
    if (isSplit(outcome))
        return { title: overviewOf(outcome) };
    return headings[outcome.name](outcome);
}
const headings = {
    refused: untouched,
    planned: labelAndMessage,
    registered: outcome => ({
        title: `${registeredRevision(outcome)} registered`,
        detail: 'No service was set, so nothing was deployed.',
    }),
    'no-change': heading_unchanged,
    started: ofResult('started', stageReached, outcome => ({
        title: `${registeredRevision(outcome)} started`,
        detail: 'The deployment was not watched: nothing was verified.',
    })),
    succeeded: ofResult('succeeded', succeeded),
    idle: labelAndMessage,
    paused: ofResult('paused', paused),
    'rolled-back': ofResult('rolled-back', rolledBack),
    failed: ofResult('failed', failed),
    superseded: ofResult('superseded', superseded),
    'timed-out': ofResult('timed-out', interrupted, labelAndMessage),
    cancelled: ofResult('cancelled', interrupted, untouched),
    unknown: ofResult('unknown', unknown, labelAndMessage),
};
function heading_label({ name }) {
    return outcomes/* outcomes */.K[name].label;
}
function labelAndMessage(outcome) {
    return { title: heading_label(outcome), detail: describe(outcome).what };
}
/** The text of a single problem follows the heading. */
function untouched(outcome) {
    const task = (0,outcome_outcome/* blockingTask */.V3)(outcome);
    if (task)
        return taskHeading(task.kind, outcome);
    const registered = registeredText(outcome);
    const count = refusalsOf(outcome).length;
    const details = [
        ...(registered ? [`${registered}.`] : []),
        ...(count > 1 ? [`${count} problems:`] : []),
    ].join(' ');
    const title = `${heading_label(outcome)}, ${registered ? 'the service was not changed' : 'nothing was changed'}`;
    return { title, detail: details || undefined };
}
function taskHeading(kind, outcome) {
    const what = kind === 'cancelled' ? 'nothing was deployed' : 'the one-off task failed';
    return { title: `${heading_label(outcome)}, ${what}`, detail: describe(outcome).what };
}
function heading_unchanged(outcome) {
    const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
    const serving = service?.kind === 'unchanged' ? service.serving : undefined;
    if (serving === undefined)
        return { title: 'no change, the service is scaled to zero', detail: describe(outcome).what };
    return {
        title: `no change, ${revision(serving)} serves`,
        detail: 'It already matches the task definition; nothing was changed.',
    };
}
function succeeded({ rollout }) {
    // Scaled up for the rollout only, it does not serve afterwards.
    const title = `${heading_oursIn(rollout)} ${rollout.plan.bump?.from === 0 ? 'came up' : 'serves'}`;
    return { title, detail: rollout.failedTasks > 0 ? 'Some of its tasks failed in the meantime.' : undefined };
}
function paused({ rollout }, outcome) {
    return { title: `${heading_oursIn(rollout)} paused${servingNote(rollout)}`, detail: describe(outcome).what };
}
function stageReached({ result, rollout }, outcome) {
    const title = `${heading_oursIn(rollout)} reached ${(0,lifecycle_stages/* readableStage */.vd)(result.stage)}${servingNote(rollout)}`;
    return { title, detail: describe(outcome).what };
}
function servingNote(rollout) {
    if ((0,outcome_serving/* isOnlyServing */.TP)(rollout.serving, rollout.tracked.taskDefinition))
        return ' and serves';
    const text = stillServingText(rollout, revision) ?? servingText(rollout.serving, revision);
    return text ? `, ${text}` : '';
}
function rolledBack({ result, rollout }, outcome) {
    const name = rollout.takeBack ? 'taken back' : heading_label(outcome);
    const title = rolledBackTitle(name, result.serving, rollout);
    if (rollout.stoppedBecause) {
        const ours = (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition);
        return { title, detail: `${ours} was stopped early: ${rollout.stoppedBecause}.` };
    }
    const { what, why } = describe(outcome);
    return { title, detail: why ? undefined : what };
}
function rolledBackTitle(name, back, rollout) {
    const { scaledToZero, serving } = rollout;
    const backTo = `${name} to ${revision(back)}`;
    if (scaledToZero)
        return `${backTo}, scaled to zero again`;
    if ((0,outcome_serving/* isOnlyServing */.TP)(serving, back))
        return `${name}, ${revision(back)} serves`;
    const still = (0,outcome_serving/* serves */.xu)(serving, back) ? undefined : stillServingText(rollout, revision);
    const text = still ?? servingText(serving, revision);
    return text ? `${backTo}, ${text}` : backTo;
}
function failed({ result, rollout }, outcome) {
    const { running, replacedBy } = result;
    const note = failOpenNote(rollout, result);
    const ours = rollout.tracked.taskDefinition;
    const isUnverified = rollout.verification?.kind === 'failed';
    if ((isUnverified || rollout.takeBack) && (0,outcome_serving/* isOnlyServing */.TP)(rollout.serving, ours))
        return {
            title: `${isUnverified ? 'verification failed' : heading_label(outcome)}, ${revision(ours)} serves`,
            detail: `${failedNote(rollout, result)}.`,
        };
    const isOurs = (0,outcome_serving/* serves */.xu)(rollout.serving, rollout.tracked.taskDefinition);
    const still = (0,outcome_serving/* isOnlyServing */.TP)(rollout.serving, rollout.tracked.taskDefinition)
        ? undefined
        : stillServingText(rollout, revision);
    const left = replacedBy
        ? `${revision(replacedBy.taskDefinition)} has replaced it`
        : (still ?? remaining(running, heading_oursIn(rollout)));
    const alsoRuns = still !== undefined && !isOurs && running > 0 && !replacedBy;
    const also = alsoRuns ? ` ${remaining(running, (0,ecs_arn/* revisionName */.pd)(rollout.tracked.taskDefinition))}, too.` : '';
    return {
        title: `${heading_label(outcome)}, ${left}`,
        detail: `${failedNote(rollout, result)}${note ? `; ${note}` : ''}.${also}`,
    };
}
function failedNote(rollout, result) {
    if (rollout.takeBack)
        return `${rollout.takeBack.failure}, and it was to be taken back; ${attemptNote(rollout.takeBack.attempt)}`;
    if (rollout.verification?.kind === 'failed')
        return `ECS completed the deployment, but its verification failed; ${verificationNote(rollout)}`;
    if (result.completedAt === undefined)
        return rollbackNote(rollout, result);
    return 'ECS completed the deployment, but its tasks keep failing; nothing rolls it back';
}
function interrupted({ rollout }, outcome) {
    const still = stuckRollbackText(rollout, revision) ??
        stillServingText(rollout, revision) ??
        servingText(rollout.serving, revision);
    return { title: still ? `${heading_label(outcome)}, ${still}` : heading_label(outcome), detail: describe(outcome).what };
}
function superseded({ result, rollout }, outcome) {
    const by = result.by.taskDefinition;
    const text = (0,outcome_serving/* isOnlyServing */.TP)(rollout.serving, by) ? 'which serves' : servingText(rollout.serving, revision);
    return {
        title: `${heading_label(outcome)} by ${revision(by)}${text ? `, ${text}` : ''}`,
        detail: describe(outcome).what,
    };
}
function unknown({ result }, outcome) {
    if (result.lost === 'service')
        return { title: `${heading_label(outcome)}, the service was deleted` };
    return labelAndMessage(outcome);
}
function registeredRevision({ revision: registered }) {
    return registered ? revision(registered.arn) : 'the revision';
}
function heading_oursIn({ tracked }) {
    return revision(tracked.taskDefinition);
}
function revision(arn) {
    return code((0,ecs_arn/* revisionName */.pd)(arn));
}
;// CONCATENATED MODULE: ./lib/src/report/messages/place-texts.js

/** Region and account, as far as they are known. `region`: that the step is set to */
function placeTexts(outcome, region) {
    const place = placeOf(outcome);
    return [place?.region || region, place?.account].flatMap(text => text || []);
}
;// CONCATENATED MODULE: ./lib/src/report/summary/past-images.js


function pastImages({ images }) {
    return images
        .map(({ container, image, digest }) => `${plain(container)} ${code((0,task_definition_image/* shortImage */.Uq)(image, digest))}`)
        .join('<br>');
}
;// CONCATENATED MODULE: ./lib/src/report/summary/deployment-table.js










/** On a narrow screen, only the first columns are visible. */
const head = ['revision', 'result', 'image', 'commit', 'deployment'];
function deploymentTable(subject, context) {
    const { competing, name, rollout } = subject;
    const { serving, tracked } = rollout;
    const rows = [ownRow(subject, context)];
    const add = (revision, result, isBold) => {
        rows.push([revisionCell(revision, isBold), result, ...pastCells(subject, revision, context)]);
    };
    if (competing && !(0,outcome_serving/* serves */.xu)(serving, competing))
        add(competing, joined('took over', countOf(rollout, competing)), true);
    for (const { taskDefinition } of (0,outcome_serving/* servingRevisions */.BJ)(serving))
        if (taskDefinition !== tracked.taskDefinition)
            add(taskDefinition, joined('**serves**', countOf(rollout, taskDefinition)), true);
    const { previous } = tracked;
    if (previous && !(0,outcome_serving/* serves */.xu)(serving, previous))
        add(previous, previousText(name, rollout, previous), false);
    return table(head, rows);
}
function ownRow({ images: planned, imageSource, name, rollout }, { run }) {
    const { plan, serving, tracked } = rollout;
    return [
        revisionCell(tracked.taskDefinition, (0,outcome_serving/* serves */.xu)(serving, tracked.taskDefinition)),
        ownText(name, rollout),
        plan_details_images(planned),
        commitCode(imageSource, run),
        deploymentIds(rollout, plan),
    ];
}
/** `**serves**, 2 of 2 healthy by 1:44, completed after 3:24`; `failed after 3:24, 0 of 2 healthy` */
function ownText(name, rollout) {
    const { endedAt, healthyBy, serving, tracked } = rollout;
    const took = (0,duration/* formatElapsed */.C7)(endedAt - tracked.startedAt);
    const tasks = countOf(rollout, tracked.taskDefinition);
    const isServing = (0,outcome_serving/* serves */.xu)(serving, tracked.taskDefinition);
    const isTakenBack = name === 'rolled-back' && rollout.takeBack !== undefined;
    const result = isTakenBack ? `taken back after ${took}` : resultTexts[name](took);
    if (name !== 'succeeded')
        return joined(result, isServing ? '**serves**' : '', tasks);
    // Scaled up for the rollout only, it does not serve afterwards.
    if (!isServing)
        return joined(`came up after ${took}`, tasks);
    if (healthyBy === undefined)
        return joined('**serves**', tasks, result);
    const since = `${tasks.endsWith(' healthy') ? tasks : joined(tasks, 'healthy')} by ${(0,duration/* formatElapsed */.C7)(healthyBy - tracked.startedAt)}`;
    return joined('**serves**', since, result);
}
function joined(...parts) {
    return parts.filter(part => part !== '').join(', ');
}
function previousText(name, rollout, previous) {
    if (outcomes/* outcomes */.K[name].completed)
        return 'replaced';
    const count = countOf(rollout, previous) || (rollout.previousGone ? '0 running' : '');
    return joined('deployed before', count);
}
function revisionCell(revision, isBold) {
    const name = revisionCode(revision);
    return isBold ? `**${name}**` : name;
}
/** For a revision that another run deployed. */
function pastCells({ images: planned, rollout }, revision, { run, history }) {
    const past = pastOf(history, revision);
    const image = past ? pastImages(past) : '';
    return [
        revision === rollout.tracked.previous ? previousImages(planned) : image,
        past ? commitCode(past.provenance, run) : '',
        pastIds(rollout, revision, past),
    ];
}
/** The history is read before or without a deployment that brought the revision back. */
function pastIds(rollout, revision, past) {
    const { broughtBackBy: back, plan } = rollout;
    if (back?.tracked.taskDefinition === revision)
        return deploymentIds(back, plan);
    const { service } = plan.observed;
    return past ? deploymentCode(past.arn, deploymentLink(service.arn, service.clusterArn, past.arn)) : '';
}
/** `ecs-svc/6216346761948112104`, and below it the id of the service deployment */
function deploymentIds({ serviceDeploymentArn: arn, tracked }, { observed: { service } }) {
    const url = deploymentLink(service.arn, service.clusterArn, arn);
    return `${markdown_link(tracked.deploymentId, url)}${arn ? `<br>${deploymentCode(arn)}` : ''}`;
}
function pastOf(history, revision) {
    const own = history?.deployments.filter(({ taskDefinition }) => taskDefinition === revision);
    return own?.find(({ stage }) => stage === 'successful') ?? own?.[0];
}
function revisionCode(arn) {
    return markdown_link((0,ecs_arn/* revisionName */.pd)(arn), revisionLink(arn));
}
function countOf({ desiredCount, serving }, revision) {
    const tasks = (0,outcome_serving/* tasksIn */.uv)(serving, revision);
    return tasks ? tasksText(tasks, desiredCount) : '';
}
const resultTexts = {
    succeeded: took => `completed after ${took}`,
    idle: took => `completed after ${took}, without a task`,
    unknown: took => `unknown after ${took}`,
    paused: took => `paused after ${took}`,
    started: took => (took === '0:00' ? 'started, not watched' : `in progress after ${took}`),
    'rolled-back': took => `rolled back after ${took}`,
    failed: took => `failed after ${took}`,
    superseded: took => `superseded after ${took}`,
    'timed-out': took => `timed out after ${took}`,
    cancelled: took => `cancelled after ${took}`,
};
;// CONCATENATED MODULE: ./lib/src/report/summary/gantt.js
/** Milliseconds from 0 to `end`. */
function gantt(rows, end) {
    const seconds = Math.max(1, Math.ceil(end / 1_000));
    return [
        '```mermaid',
        '---',
        'displayMode: compact',
        // Room for `task 3e7a1395`.
        'config:',
        '  gantt:',
        '    leftPadding: 90',
        '---',
        'gantt',
        // Written and read in one time zone, so everybody sees the elapsed time.
        '  dateFormat HH:mm:ss',
        `  axisFormat ${seconds < 3_600 ? '%-M:%S' : '%-H:%M:%S'}`,
        `  tickInterval ${ticks(seconds)}`,
        // The line would mark the time of reading.
        '  todayMarker off',
        ...rows.flatMap(({ name, marks }) => [`  section ${safe(name)}`, ...gantt_lines(marks, seconds * 1_000)]),
        '```',
    ].join('\n');
}
function gantt_lines(marks, length) {
    return marks.map((mark, index) => {
        const next = marks[index + 1];
        const { label, shortLabel = '' } = mark;
        const labels = isOverFailure(mark, marks[index - 1], length) ? [] : [label, shortLabel];
        const text = labels.find(one => hasRoom({ ...mark, label: one }, next, length));
        return line(mark, text ? safe(text) : blank);
    });
}
function line({ style, from, to }, text) {
    const tags = [...(to === undefined ? ['milestone'] : []), ...(style === 'plain' ? [] : [style])];
    // A bar under a second would be invisible.
    const until = to === undefined ? '0s' : time(Math.max(to, from + 1_000));
    return `  ${text} :${[...tags, time(from), until].join(', ')}`;
}
/** A space that Mermaid keeps. */
const blank = '#160;';
/** In a summary that is 400 pixels wide. */
const lettersInChart = 42;
/** Black on red cannot be read. */
function isOverFailure(mark, before, length) {
    return isWrittenLeft(mark, length) && before?.style === 'crit' && before.to !== undefined;
}
/** Mermaid writes the label of a milestone to its right, or to its left where the chart ends. */
function isWrittenLeft({ label, from, to }, length) {
    const position = (from / length) * lettersInChart;
    return to === undefined && position + width(label) > lettersInChart + margin;
}
function hasRoom({ label, from, to }, next, length) {
    const until = to ?? next?.from;
    if (until === undefined)
        return true;
    const own = width(label) + (to === undefined ? milestone : 0);
    const letters = own + (next && isWrittenLeft(next, length) ? width(next.label) + milestone : 0);
    return (until - from) * lettersInChart >= letters * length;
}
/** All in letters: what is right of the chart, and what a milestone takes. */
const margin = 3;
const milestone = 3;
const escapedColon = 7;
/** In letters: Mermaid measures a colon as it escapes it. */
function width(label) {
    return label.length + (label.split(':').length - 1) * escapedColon;
}
const day = 86_399;
function time(milliseconds) {
    const seconds = Math.min(day, Math.max(0, Math.floor(milliseconds / 1_000)));
    return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
        .map(part => String(Math.floor(part)).padStart(2, '0'))
        .join(':');
}
const steps = [
    [1, '1second'],
    [5, '5second'],
    [15, '15second'],
    [30, '30second'],
    [60, '1minute'],
    [120, '2minute'],
    [300, '5minute'],
    [600, '10minute'],
    [1_800, '30minute'],
];
/** About ten per chart. */
function ticks(seconds) {
    return steps.find(([step]) => seconds / step <= 10)?.[1] ?? '1hour';
}
const gantt_longest = 60;
/** A colon would end the text, a keyword would begin a statement. */
function safe(text) {
    return text
        .replace(/[^\w .,:/·-]/g, '')
        .slice(0, gantt_longest)
        .trim()
        .replaceAll(':', '#58;')
        .replace(gantt_command, first => `#${first.charCodeAt(0)};`);
}
/** The first letter of a keyword. */
const gantt_command = /^(?=gantt|click|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|acc|section|\d{4}-)./i;
;// CONCATENATED MODULE: ./lib/src/report/summary/rollout-rows.js
/** Chart rows of what ECS, its users and this action decided. */




/** A row each, whose names have room on a narrow screen. */
function rolloutRows({ timeline, tracked, endedAt }) {
    const rollback = firstOf(timeline, 'rolling-back');
    const end = endOf(timeline, endedAt);
    return [
        row('rollout', { label: '', style: 'active', from: tracked.startedAt, to: rollback?.at ?? end }),
        ...(rollback ? [row('rollback', { label: '', style: 'done', from: rollback.at, to: end })] : []),
    ];
}
function row(name, mark) {
    return { name, marks: [mark] };
}
function decisionRows({ timeline, endedAt }) {
    const end = firstOf(timeline, 'rolling-back')?.at ?? endOf(timeline, endedAt);
    return [
        { name: 'placement', marks: placement(timeline, end) },
        { name: 'stage', marks: stages(timeline, end) },
        { name: 'hook', marks: hooks(timeline, end) },
        { name: 'breaker', marks: timeline.flatMap(rollout_rows_count) },
        { name: 'alarm', marks: timeline.flatMap(alarm) },
        { name: 'stop', marks: timeline.flatMap(stop) },
    ].filter(({ marks }) => marks.length > 0);
}
function endRow({ timeline, endedAt, serving }, result) {
    const mark = { ...endMark(result, serving), from: endOf(timeline, endedAt), to: undefined };
    return { name: 'end', marks: [mark] };
}
function endMark(result, serving) {
    switch (result.kind) {
        case 'succeeded':
            return { label: 'completed', style: 'plain' };
        case 'idle':
            return { label: 'completed without a task', style: 'plain' };
        case 'rolled-back':
            return {
                label: backLabel((0,ecs_arn/* revisionName */.pd)(result.serving), (0,outcome_serving/* serves */.xu)(serving, result.serving)),
                style: 'plain',
            };
        case 'superseded':
            return { label: `${(0,ecs_arn/* revisionName */.pd)(result.by.taskDefinition)} took over`, style: 'crit' };
        case 'failed':
            return { label: 'failed', style: 'crit' };
        case 'unknown':
            return { label: 'unknown', style: 'crit' };
        case 'paused':
            return { label: 'paused', style: 'plain' };
        case 'started':
            return { label: `watched until ${(0,lifecycle_stages/* readableStage */.vd)(result.stage)}`, style: 'plain' };
        case 'timed-out':
            return { label: `timed out${rollout_rows_rollbackNote(result)}`, style: 'crit' };
        case 'cancelled':
            return { label: `cancelled${rollout_rows_rollbackNote(result)}`, style: 'crit' };
    }
}
function backLabel(revision, isServing) {
    return isServing ? `${revision} serves` : `back to ${revision}`;
}
function rollout_rows_rollbackNote({ rollback }) {
    return rollback.kind === 'rollback-requested' ? ', rollback requested' : '';
}
/** Until the first task that started after the last failed placement. */
function placement(timeline, end) {
    const first = firstOf(timeline, 'placement-failed');
    if (!first)
        return [];
    const last = timeline.findLastIndex(({ event }) => event?.kind === 'placement-failed' || (event?.kind === 'repeated' && (0,event_text/* isPlacementFailure */.e7)(event.of)));
    const to = firstOf(timeline.slice(last + 1), 'started')?.at ?? end;
    return [{ label: 'failing', style: 'crit', from: first.at, to }];
}
/** The shares of traffic within a stage are in the timeline. */
function stages(timeline, end) {
    const entries = timeline.flatMap(({ at, event }) => event?.kind === 'stage' ? { at, stage: event.stage } : []);
    const entered = entries.filter(({ stage }, index) => stage !== entries[index - 1]?.stage);
    return entered.map(({ at, stage }, index) => ({
        label: stage,
        style: 'plain',
        from: at,
        to: Math.max(at, entered[index + 1]?.at ?? end),
    }));
}
/** A hook waits until the next event of a hook. */
function hooks(timeline, end) {
    const entries = timeline.flatMap(({ at, event }) => event?.kind === 'hook' ? { at, status: event.status } : []);
    return entries.map(({ at, status }, index) => {
        if (status === 'waiting') {
            return { label: status, style: 'active', from: at, to: entries[index + 1]?.at ?? end };
        }
        return { label: status, style: status === 'continued' ? 'plain' : 'crit', from: at, to: undefined };
    });
}
function rollout_rows_count({ at, event }) {
    if (event?.kind === 'breaker') {
        const of = event.threshold === undefined ? '' : ` of ${event.threshold}`;
        return [{ label: `${event.failures}${of}`, style: 'plain', from: at, to: undefined }];
    }
    if (event?.kind !== 'tripped')
        return [];
    return [{ label: 'tripped', style: 'crit', from: at, to: undefined }];
}
function alarm({ at, event }) {
    if (event?.kind !== 'alarm')
        return [];
    return [{ label: event.names.join(', '), style: 'crit', from: at, to: undefined }];
}
function stop({ at, event }) {
    if (event?.kind === 'stopped-early') {
        return [{ label: 'stopped early', style: 'crit', from: at, to: undefined }];
    }
    if (event?.kind !== 'stopping')
        return [];
    return [{ label: 'stop requested', style: 'crit', from: at, to: undefined }];
}
function firstOf(timeline, kind) {
    return timeline.find((entry) => entry.event?.kind === kind);
}
function endOf(timeline, endedAt) {
    return firstOf(timeline, 'ended')?.at ?? endedAt;
}
;// CONCATENATED MODULE: ./lib/src/report/summary/target-health.js
/** Healthy targets are counted, others listed. */





function healthyTargetRows(snapshots) {
    const polls = (0,target_health/* summarizeTargetHealth */.FK)(snapshots).filter(({ of, isOutage }) => of > 0 || isOutage);
    const marks = polls.map((poll) => ({
        label: target_health_share(total(poll.shares)),
        style: poll.isOutage ? 'crit' : 'plain',
        from: poll.at,
        to: undefined,
    }));
    return marks.length > 0 ? [{ name: 'healthy targets', marks }] : [];
}
function total(shares) {
    return {
        healthy: shares.reduce((sum, { healthy }) => sum + healthy, 0),
        of: shares.reduce((sum, { of }) => sum + of, 0),
    };
}
function target_health_share({ healthy, of }) {
    return `${healthy} of ${of}`;
}
/** `web:8 0 of 2 · web:7 2 of 2` */
function byRevision(shares) {
    const rest = shares.some(({ revision }) => revision !== undefined) ? 'others' : 'all revisions';
    const texts = shares.map(one => `${one.revision ? (0,ecs_arn/* revisionName */.pd)(one.revision) : rest} ${target_health_share(one)}`);
    return texts.join(' · ') || '0 of 0';
}
function targetHealthParts(snapshots, startedAt) {
    if (snapshots.every(({ targets }) => targets.length === 0))
        return [];
    return [fold('Target health', snapshots.map(snapshot => snapshotText(snapshot, startedAt)).join('\n\n'))];
}
function snapshotText(snapshot, startedAt) {
    const { at, group, targets } = snapshot;
    const others = targets.filter(({ state }) => state !== 'healthy');
    const shares = (0,target_health/* revisionShares */.Ul)(targets);
    const gone = targets.length - shares.reduce((sum, { of }) => sum + of, 0);
    const draining = gone > 0 ? `, ${gone} draining` : '';
    const title = `${code((0,ecs_arn/* shortenArns */.Ov)(group))} at ${(0,duration/* formatElapsed */.C7)(at - startedAt)}: ${plain(byRevision(shares))} healthy${draining}`;
    if (others.length === 0)
        return title;
    const rows = others
        .slice(0, plan_details_most)
        .map(({ id, port, state, reason = '', description = '' }) => [
        code(port === undefined ? id : `${id}:${port}`),
        code(state),
        code(reason),
        plain(cut(description)),
    ]);
    return `${title}\n\n${table(['target', 'state', 'reason', 'description'], rows)}${omitted(others.length)}`;
}
;// CONCATENATED MODULE: ./lib/src/report/summary/task-row.js


function taskRow(span, times) {
    return { name: `task ${(0,ecs_arn/* shortTask */.m0)(span.arn)}`, marks: [...bars(span, times), ...end(span)] };
}
function bars(span, times) {
    const { createdAt, startedAt, endedAt = times.lastRead, failed } = span;
    if (startedAt === undefined) {
        return [{ label: 'starts', style: failed ? 'crit' : 'active', from: createdAt, to: endedAt }];
    }
    const starting = { label: 'starts', style: 'active', from: createdAt, to: startedAt };
    if (span.healthyAt === undefined) {
        return [starting, { label: 'runs', style: failed ? 'crit' : 'done', from: startedAt, to: endedAt }];
    }
    // Target health is read after the result is known.
    const healthyAt = Math.min(span.healthyAt, endedAt);
    const running = { label: 'runs', style: 'done', from: startedAt, to: healthyAt };
    const isLastPoll = span.endedAt === undefined && endedAt - healthyAt < lastPoll;
    const to = isLastPoll ? undefined : endedAt;
    // At the latest.
    const label = `healthy by ${(0,duration/* formatElapsed */.C7)(healthyAt - times.startedAt)}`;
    const healthy = { label, shortLabel: 'healthy', from: healthyAt, to };
    return [starting, running, { ...healthy, style: failed ? 'crit' : 'plain' }];
}
function end({ endedAt, failed, neverRan }) {
    if (endedAt === undefined)
        return [];
    if (!failed)
        return [{ label: 'stopped', style: 'plain', from: endedAt, to: undefined }];
    return [{ label: neverRan ? 'did not start' : 'failed', style: 'crit', from: endedAt, to: undefined }];
}
/** At most, in milliseconds. Often it is the first poll to find a task healthy. */
const lastPoll = 5_000;
;// CONCATENATED MODULE: ./lib/src/report/summary/diagram.js




const mostTasks = 16;
/** Per row: a deployment can fail and recover for hours, and Mermaid takes at most 50,000 characters. */
const mostMarks = 24;
/** Nothing, where the rollout and its end are all that is known. */
function diagramParts(rollout, result) {
    return rowsOf(rollout, result).length > 2 ? [diagram(rollout, result)] : [];
}
function diagram(rollout, result) {
    const { endedAt, tracked } = rollout;
    return gantt(rowsOf(rollout, result).map(row => ({
        ...row,
        marks: row.marks.slice(-mostMarks).map(mark => sinceStart(tracked.startedAt, mark)),
    })), endedAt - tracked.startedAt);
}
function rowsOf(rollout, result) {
    const { tasks, endedAt, tasksUnreadSince: lastRead = endedAt, tracked } = rollout;
    const shown = chooseTasks(tasks);
    return [
        ...rolloutRows(rollout),
        ...shown.map(task => taskRow(task, { startedAt: tracked.startedAt, lastRead })),
        ...moreTasksRow(tasks.length - shown.length, endedAt),
        ...healthyTargetRows(rollout.targets ?? []),
        ...decisionRows(rollout),
        endRow(rollout, result),
    ];
}
/** The oldest; at most half are failed tasks. */
function chooseTasks(tasks) {
    const failed = tasks.filter(task => task.failed).slice(0, mostTasks / 2);
    const others = tasks.filter(task => !failed.includes(task)).slice(0, mostTasks - failed.length);
    const all = new Set([...failed, ...others]);
    return tasks.filter(task => all.has(task));
}
function moreTasksRow(count, at) {
    if (count <= 0)
        return [];
    return [{ name: 'and', marks: [{ label: `${count} more tasks`, style: 'plain', from: at, to: undefined }] }];
}
/** Clocks differ: a task may seem older than its deployment. */
function sinceStart(startedAt, { from, to, ...mark }) {
    const begin = Math.max(0, from - startedAt);
    return { ...mark, from: begin, to: to === undefined ? undefined : Math.max(begin, to - startedAt) };
}
;// CONCATENATED MODULE: ./lib/src/report/summary/even-out-parts.js


function evenOutParts(outcome) {
    const even = evenOut(outcome);
    return even ? [`**Next:** ${prose(even.words)}`, fence([...even.commands], 'sh')] : [];
}
;// CONCATENATED MODULE: ./lib/src/report/summary/failure-table.js



/** Per row. */
const maxTasks = 6;
const failure_table_head = ['failed', 'reason', 'class', 'exit code', 'tasks', 'stop code'];
/** Without columns that are empty in every row. */
function failureTable({ failures, causes }) {
    const rows = failures.slice(0, plan_details_most).map((failure, nth) => failureRow(failure, causes[nth]));
    const isFilled = failure_table_head.map((_, column) => rows.some(row => row[column] !== ''));
    const shown = (cells) => cells.filter((_, column) => isFilled[column]);
    return table(shown(failure_table_head), rows.map(shown)) + omitted(failures.length);
}
function failureRow({ failureClass, tasks, stopCode, reason, container, exitCode }, cause) {
    const names = tasks.slice(0, maxTasks).map(task => code((0,ecs_arn/* shortTask */.m0)(task)));
    return [
        String(tasks.length),
        plain(cut(reason)) + (cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : ''),
        code(failureClass),
        exitCode === undefined ? '' : `${plain(container ?? '')} ${code(String(exitCode))}`,
        names.join(' ') + (tasks.length > maxTasks ? ` and ${tasks.length - maxTasks} more` : ''),
        code(stopCode ?? ''),
    ];
}
;// CONCATENATED MODULE: ./lib/src/report/summary/history.js






const stageTexts = {
    ongoing: 'in progress',
    stopping: 'being stopped',
    'rolling-back': 'being rolled back',
    successful: 'succeeded',
    stopped: 'stopped',
    'rolled-back': 'rolled back',
    'rollback-failed': 'failed',
};
function rollback({ stage, noRollbackTarget }) {
    if (stage !== 'rollback-failed')
        return '';
    return noRollbackTarget ? '; there was nothing to roll back to' : ', and so did its rollback';
}
function historyParts(history, context) {
    const { deployments, serving, unavailable } = history;
    const { service, texts } = context;
    const permission = (why) => why.replace(/^allow | on .*$/g, '');
    const reasons = unavailable.filter(why => !texts.some(text => text.includes(permission(why))));
    const missing = reasons.length > 0 ? [`Not all of the last deployments could be read: ${plain(reasons.join('; '))}.`] : [];
    if (deployments.length === 0)
        return missing;
    const rows = deployments.map(past => history_row(past, { ...context, serves: serving.includes(past) }));
    const body = table(['revision', 'result', 'started (UTC)', 'image', 'commit', 'deployment'], rows);
    return [fold(title(deployments.length, service.name), [body, ...missing].join('\n\n'))];
}
function title(count, name) {
    return count === 1 ? `The only deployment of ${name} so far` : `The last ${count} deployments of ${name}`;
}
function history_row(past, { serves, service, reporter, own }) {
    const { arn, createdAt, taskDefinition, provenance } = past;
    const run = runLink(provenance, reporter);
    const revision = taskDefinition ? revisionCode(taskDefinition) : '?';
    return [
        serves ? `**${revision}**` : revision,
        `${serves ? '**serves**, ' : ''}${history_ended(past, own)}`,
        createdAt === undefined ? '' : (0,duration/* formatTimestamp */.Ey)(createdAt).replace(' UTC', ''),
        pastImages(past),
        commitCode(provenance, reporter) + (run ? ` ([run](${run}))` : ''),
        deploymentCode(arn, deploymentLink(service.arn, service.clusterArn, arn)),
    ];
}
function history_ended(past, own) {
    const { arn, stage, createdAt, finishedAt } = past;
    const isTimed = createdAt !== undefined && finishedAt !== undefined && stage !== 'ongoing';
    const flaw = own?.arn === arn && stage === 'successful' ? own.flaw : undefined;
    // A flaw shows after ECS has completed it.
    const isOwnEnd = own?.arn === arn && flaw === undefined;
    const took = isTimed ? ` after ${(0,duration/* formatElapsed */.C7)(isOwnEnd ? own.took : finishedAt - createdAt)}` : '';
    const text = flaw === undefined ? `${stageTexts[stage]}${took}` : `completed${took}, but ${flaw}`;
    return `${text}${rollback(past)}`;
}
;// CONCATENATED MODULE: ./lib/src/report/summary/log-tails.js



/** `serviceArn` gives the partition of the links. */
function logTails(tails, serviceArn) {
    return tails.map(tail => logTail(tail, serviceArn)).join('\n\n');
}
function logTail({ task, container, location, log }, serviceArn) {
    const title = `${code(container)} of task ${code((0,ecs_arn/* shortTask */.m0)(task))}`;
    if (log.kind === 'unavailable')
        return `${title}: ${plain(log.why)}`;
    const where = location ? ` ${locationLink(location, serviceArn)}` : '';
    return `${title}${where}\n\n${fence(log.lines.length > 0 ? log.lines : ['(nothing)'])}`;
}
function locationLink({ group, stream, region }, serviceArn) {
    const ownRegion = (0,ecs_arn/* parseArn */.Lw)(serviceArn)?.region ?? '';
    return markdown_link(group, logLink(serviceArn, { group, stream, region: region || ownRegion }));
}
;// CONCATENATED MODULE: ./lib/src/report/summary/task-parts.js
/** The one-off task, in the job summary. */






function taskParts({ task, verification }) {
    const verifying = verification?.kind === 'failed' ? verification.task : undefined;
    return [task, verifying].flatMap(one => (one ? partsOf(one) : []));
}
function partsOf(task) {
    if (task.kind !== 'failed')
        return [prose(sentence(`One-off ${oneOff(task)}`))];
    const { logs } = task;
    return [
        failedTable(task),
        ...(logs.length > 0 ? [fold('Last lines of the log of the task', logTails(logs, task.arn))] : []),
    ];
}
function oneOff(task) {
    return taskText(task)
        .replace(/^ECS/, 'task: ECS')
        .replace(/^it is/, 'task: it is');
}
function failedTable(task) {
    const { arn, causes, container, definition, exitCode, reason = '', span, stopCode = '' } = task;
    const [cause] = causes;
    const took = span?.endedAt === undefined ? '' : (0,duration/* formatElapsed */.C7)(span.endedAt - span.createdAt);
    const detail = cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : '';
    const exit = exitCode === undefined ? 'never ran' : code(String(exitCode));
    const cells = [
        code((0,ecs_arn/* shortTask */.m0)(arn)),
        code(definition),
        code(stopCode),
        plain(cut(cause?.group.reason ?? reason)) + detail,
        `${plain(container ?? '')} ${exit}`.trim(),
        took,
    ];
    return table(['one-off task', 'definition', 'stop code', 'reason', 'exit code', 'took'], [cells]);
}
;// CONCATENATED MODULE: ./lib/src/report/summary/timeline.js
/** Without lines that only the log needs. */



function timelineTable(timeline, startedAt) {
    const rows = timeline_fold(timeline);
    const cells = rows
        .slice(-plan_details_most)
        .map(({ at, lastAt, text, times }) => [
        (0,duration/* formatElapsed */.C7)(at - startedAt) + (times > 1 ? ` to ${(0,duration/* formatElapsed */.C7)(lastAt - startedAt)}` : ''),
        plain(cut(text)) + (times > 1 ? ` (${times} times)` : ''),
    ]);
    return table(['at', 'what happened'], cells) + omitted(rows.length);
}
/** Repeated entries become one, at the time of the first. */
function timeline_fold(timeline) {
    const entries = [];
    for (const { at, text, event } of timeline) {
        if (event?.kind === 'log-only')
            continue;
        const again = event?.kind === 'repeated' ? event : undefined;
        const nth = again ? entries.findLastIndex(entry => entry.text === again.of) : -1;
        const first = entries[nth];
        if (first && again)
            entries[nth] = { ...first, lastAt: at, times: again.times };
        else
            entries.push({ at, lastAt: at, text, times: 1 });
    }
    return entries;
}
;// CONCATENATED MODULE: ./lib/src/report/summary/verification-parts.js



/** The reason why it failed stands above. */
function verificationParts({ verification }) {
    if (verification?.kind !== 'verified')
        return [];
    const text = sentence(verificationText(verification));
    return [unlinked(text.charAt(0).toUpperCase() + text.slice(1))];
}
;// CONCATENATED MODULE: ./lib/src/report/summary/summary.js































/** GitHub takes 1 MiB of summary per step and drops a larger one. */
const maxBytes = 900_000;
function summarize(outcome, context) {
    const { title, detail } = heading(outcome);
    const name = serviceName(outcome);
    const outage = isSplit(outcome) ? undefined : outageText(outcome);
    const impact = isSplit(outcome) ? undefined : impactSentence(outcome);
    const parts = [
        `### ${markOf(outcome)} ${name ? `${plain(name)}: ` : ''}${title}${outage ? `; ${outage}` : ''}`,
        ...whereParts(outcome, context),
        ...(impact ? [prose(opening(impact))] : []),
        ...(detail ? [prose(opening(detail))] : []),
        ...noticeParts((0,errors_notice/* openingNotices */.m4)(outcome.notices)),
        ...(isSplit(outcome) ? [overviewTable(outcome), ...evenOutParts(outcome)] : reasonParts(outcome)),
        ...taskParts(outcome),
        ...verificationParts(outcome),
        ...runParts(outcome),
        ...(isSplit(outcome)
            ? partsOfSeveral(outcome, context)
            : outcome.services.flatMap(service => serviceParts(outcome, service, context))),
        ...historyOf(outcome, context),
        ...noticeParts((0,errors_notice/* laterNotices */.o8)(outcome.notices)),
    ];
    return `${markdown_join(parts, maxBytes)}\n`;
}
/** A row each, the worst first. */
function overviewTable(outcome) {
    const rows = worstFirst(outcome.services).map(service => {
        const own = onlyService(outcome, service);
        const { what, why } = describe(own);
        const reason = why ?? whyRed(own)?.reason ?? ((0,service_result/* takeBackOf */.sb)(service) ? what : '');
        const serving = (0,outcome_outcome/* servingArns */.by)(own).map(arn => code((0,ecs_arn/* revisionName */.pd)(arn)));
        return [
            `${markOf(own)} ${(0,service_result/* takeBackOf */.sb)(service) && own.name === 'rolled-back' ? 'taken back' : outcomes/* outcomes */.K[own.name].label}`,
            code(serviceNameOf(service)),
            serving.join(' '),
            prose(cut(reason)),
        ];
    });
    return table(['result', 'service', 'serves', 'why'], rows);
}
/** Those that went well are folded. The checks are those of all. */
function partsOfSeveral(outcome, context) {
    const sections = worstFirst(outcome.services).flatMap(service => {
        const whole = onlyService(outcome, service);
        const own = { ...whole, plan: whole.plan && { ...whole.plan, checks: [] } };
        const { title, detail } = heading(own);
        const outage = outageText(own);
        const impact = impactSentence(own);
        const text = `${markOf(own)} ${plain(serviceNameOf(service))}: ${title}${outage ? `; ${outage}` : ''}`;
        const parts = [
            ...(impact ? [prose(opening(impact))] : []),
            ...(detail ? [prose(opening(detail))] : []),
            ...reasonParts(own),
            ...serviceParts(own, service, context),
        ];
        const isQuiet = (0,outcome_outcome/* isGreen */.gf)(own) && !(0,outcome_outcome/* needsAttention */.e_)(own);
        return isQuiet ? [fold(summaryText(own, service), parts.join('\n\n'))] : [`#### ${text}`, ...parts];
    });
    return [...sections, ...(outcome.plan ? evidenceOf({ ...outcome.plan, services: [] }) : [])];
}
/** Without Markdown. */
function summaryText(own, service) {
    return `${markOf(own)} ${serviceNameOf(service)}: ${describe(own).what.replace(/\.$/, '')}`;
}
/** Why, then what to do next. */
function reasonParts(outcome) {
    const { why, rollback, next } = describe(outcome);
    return [
        ...(why ? [`**Why${classText(whyRed(outcome)?.failureClass)}:** ${prose(opening(why))}`] : []),
        ...(rollback
            ? [`**Why the rollback fails${classText(rollback.failureClass)}:** ${prose(opening(rollback.why))}`]
            : []),
        ...refusalParts(outcome, why === undefined),
        ...(next ? summary_advice(next) : []),
    ];
}
/** `other` says nothing. */
function classText(failureClass) {
    return failureClass === undefined || failureClass === 'other' ? '' : ` (${code(failureClass)})`;
}
function noticeParts(notices) {
    return notices.length > 0 ? [bullets(notices.map(({ text }) => prose(text)))] : [];
}
/** Only prose: names of revisions stay as they are. */
function opening(what) {
    return /^[a-z]+,? /.test(what) ? what.charAt(0).toUpperCase() + what.slice(1) : what;
}
/** A code block has a button that copies it. */
function summary_advice(next) {
    const { words, command } = splitCommand(next);
    return [`**Next:** ${prose(words)}`, ...(command === undefined ? [] : [fence([command], 'sh')])];
}
/** `eu-west-1 · 123456789012 · commit 9be21c4`: staging and production must not look alike. */
function whereParts(outcome, { region, run }) {
    const commit = run.commit ? [`commit ${commitCode(run, run)}`] : [];
    const parts = [...placeTexts(outcome, region).map(plain), ...commit, ...endpointLinks(outcome)];
    return parts.length > 0 ? [parts.join(' · ')] : [];
}
/** Of Express services. */
function endpointLinks({ services }) {
    const urls = services.flatMap(service => endpointUrl((0,service_result/* planOfService */.Ae)(service)?.endpoint) ?? []);
    return urls.map(url => markdown_link(url.replace(/^https?:\/\//, ''), url));
}
/** `web on prod`, or the family that was registered */
function serviceName(outcome) {
    const [first] = outcome.services;
    if (first && outcome.services.length > 1)
        return `${outcome.services.length} services on ${(0,ecs_arn/* resourceName */.Iy)((0,service_result/* targetOfService */.CY)(first).cluster)}`;
    const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
    if (service) {
        const target = (0,service_result/* targetOfService */.CY)(service);
        const name = (0,service_result/* planOfService */.Ae)(service)?.observed.service.name ?? (0,ecs_arn/* resourceName */.Iy)(target.service);
        return `${name} on ${(0,ecs_arn/* resourceName */.Iy)(target.cluster)}`;
    }
    return (0,outcome_outcome/* isGreen */.gf)(outcome) ? outcome.plan?.revision.family : undefined;
}
/** A single refusal is the reason. */
function refusalParts(outcome, isReason) {
    const refusals = advisedRefusalsOf(outcome);
    const [only, ...others] = refusals;
    if (!only)
        return [];
    return isReason && others.length === 0
        ? [`**Why:** ${refusalItem(only)}`]
        : [bullets(refusals.map(refusalItem))];
}
function runParts(outcome) {
    const { plan, revision, services } = outcome;
    if (!plan)
        return [];
    if (outcomes/* outcomes */.K[outcome.name].showsPlan)
        return [planTable(plan, outcome), ...taskChanges(plan), ...evidenceOf(plan), ...callsOf(plan, outcome)];
    if (!revision || services.length > 0)
        return [];
    const cells = [code((0,ecs_arn/* revisionName */.pd)(revision.arn)), plan_details_images(plan.revision.images)];
    return [table(['registered', 'image'], [cells])];
}
function refusalItem({ subject, text, next, position }) {
    const place = position ? ` ${code((0,problem/* showPosition */.xz)(position))}` : '';
    return `${code(subject)}${place}: ${prose(sentence(text))}${plan_details_remedy(next ?? '')}`;
}
function serviceParts(outcome, service, context) {
    const { plan } = outcome;
    if (!plan)
        return [];
    const { images, imageSource } = plan.revision;
    switch (service.kind) {
        case 'untouched':
            return [];
        case 'unchanged':
        case 'unconfirmed':
            return evidenceOf(planOfOne(plan, service.plan));
        case 'started': {
            const { rollout } = service;
            const subject = { rollout, images, imageSource, name: service.kind, competing: undefined };
            return [deploymentTable(subject, context), ...evidence(plan, rollout)];
        }
        case 'ended': {
            const { result, rollout } = service;
            const competing = result.kind === 'superseded' ? result.by.taskDefinition : undefined;
            return [
                deploymentTable({ rollout, images, imageSource, name: result.kind, competing }, context),
                ...diagramParts(rollout, result),
                ...evidence(plan, rollout),
            ];
        }
    }
}
function planOfOne(plan, service) {
    return { ...plan, services: [service] };
}
function historyOf(outcome, { run, history }) {
    const service = (0,outcome_outcome/* decisiveService */.iN)(outcome);
    const observed = service && (0,service_result/* planOfService */.Ae)(service)?.observed.service;
    if (!history || !service || !observed)
        return [];
    return historyParts(history, {
        service: observed,
        reporter: run,
        texts: outcome.notices.map(({ text }) => text),
        own: service.kind === 'ended' ? summary_own(service) : undefined,
    });
}
function summary_own({ result, rollout }) {
    const { serviceDeploymentArn: arn, endedAt, tracked } = rollout;
    return { arn, took: endedAt - tracked.startedAt, flaw: flawOf(result, rollout) };
}
/** Of a deployment that ECS had completed. */
function flawOf(result, { verification }) {
    if (verification?.kind === 'failed')
        return 'its verification failed';
    if (result.kind !== 'failed' || result.completedAt === undefined)
        return undefined;
    return 'its tasks keep failing';
}
function evidence(plan, rollout) {
    const { failures, timeline, tracked, logs, targets = [] } = rollout;
    const { service } = rollout.plan.observed;
    const shown = planOfOne(rollout.desiredCount === 0 ? withoutAdvice(plan, 'desired-count') : plan, rollout.plan);
    return [
        ...(failures.length > 0 ? [fold(failuresTitle(rollout), failureTable(rollout))] : []),
        ...rollbackTable(rollout),
        ...alarmParts(rollout),
        ...targetHealthParts(targets, tracked.startedAt),
        ...(logs.length > 0 ? [fold('Last lines of the logs', logTails(logs, service.arn))] : []),
        ...(timeline.length > 0 ? [timelinePart(rollout)] : []),
        ...evidenceOf(shown, settingItems(rollout.plan)),
    ];
}
function timelinePart({ timeline, tracked: { startedAt } }) {
    return fold(`Timeline since ${(0,duration/* formatTimeOfDay */.qY)(startedAt)}`, timelineTable(timeline, startedAt));
}
/** The verdict has the advice already. */
function withoutAdvice(plan, id) {
    const checks = plan.checks.map(check => (check.id === id ? { ...check, next: '' } : check));
    return { ...plan, checks };
}
function failuresTitle({ failures, tracked }) {
    const of = failures.some(group => group.of === 'service')
        ? 'the service'
        : (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition);
    return `Failed tasks of ${of}`;
}
function rollbackTable({ rollback }) {
    if (!rollback || rollback.failures.length === 0)
        return [];
    const of = rollback.to === undefined ? 'the rollback' : (0,ecs_arn/* revisionName */.pd)(rollback.to);
    return [fold(`Failed tasks of ${of} since the rollback began`, failureTable(rollback))];
}
;// CONCATENATED MODULE: ./lib/src/deploy/github/pull-request-comment.js





async function keepComment({ github, clock, canceled }, pullRequest, comment) {
    const written = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* gitHubComment */.Hs, { clock, canceled }, () => write(github, pullRequest.number, comment)));
    return written.kind === 'answered' ? [] : [unwritten(written.error, pullRequest)];
}
/** Concurrent runs agree on the oldest comment. */
async function write(github, issue, { marker, body }) {
    const [first, ...others] = await github.ownComments(issue, marker);
    if (first !== undefined) {
        await github.updateComment(first, body);
        for (const other of others)
            await github.deleteComment(other);
        return;
    }
    const written = await github.createComment(issue, body);
    const [oldest = written] = await github.ownComments(issue, marker);
    if (oldest === written)
        return;
    await github.updateComment(oldest, body);
    await github.deleteComment(written);
}
function unwritten(error, { fork }) {
    const begin = 'The comment on the pull request was not kept up to date';
    if (fork && (error.kind === 'denied' || error.kind === 'missing'))
        return (0,errors_notice/* notice */.lm)(`${begin}: a pull request from a fork gets a read-only token.`);
    return (0,errors_notice/* warning */.$e)(`${begin}: ${gitHubErrorText(error, 'pull-requests: write')}.`);
}
;// CONCATENATED MODULE: ./lib/src/report/comment/comment-marker.js
/** The hidden first line of a comment: from inputs alone, so that a refused plan replaces an earlier comment. */



function topicOf(targets, source, environment) {
    const from = source.kind === 'file' ? source.path : source.kind === 'registered' ? source.name : 'live';
    return { source: from, targets, environment };
}
/** `<!-- ecs-safe-deploy prod/web -->` */
function markerOf({ targets, source, environment }) {
    const [first] = targets;
    const about = first ? [(0,ecs_arn/* resourceName */.Iy)(first.cluster), comment_marker_namesOf(targets).join(',')] : ['', source];
    const parts = [...about, ...(environment ? [environment] : [])];
    // An encoded name cannot end the comment.
    return `<!-- ecs-safe-deploy ${parts.map(part => comment_marker_encode((0,redact/* redact */.E$)(part, []))).join('/')} -->`;
}
function comment_marker_namesOf(targets) {
    return targets.map(({ service }) => (0,ecs_arn/* resourceName */.Iy)(service));
}
/** A lone surrogate has no encoding. */
function comment_marker_encode(text) {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
function topicName({ targets, source, environment }) {
    const [first] = targets;
    const what = first
        ? `${(0,enumerate/* enumerate */.HL)(comment_marker_namesOf(targets))} on ${(0,ecs_arn/* resourceName */.Iy)(first.cluster)}`
        : `revision from ${source}`;
    return environment ? `${what} (${environment})` : what;
}
;// CONCATENATED MODULE: ./lib/src/report/comment/pull-request-comment.js
/** A plan as a pull request comment. */















/** Of the 65,536 characters that GitHub takes. The folded part gets what is left. */
const maxOpenLength = 40_000;
const pull_request_comment_maxLength = 65_000;
const maxTextLength = 800;
/** undefined for outcomes that are not a plan */
function prComment(outcome, context) {
    const { pullRequestLabel } = outcomes/* outcomes */.K[outcome.name];
    if (pullRequestLabel === undefined)
        return undefined;
    const { topic, run } = context;
    const { plan } = outcome;
    const title = `${markerOf(topic)}\n${titleLine(outcome, pullRequestLabel, topic)}`;
    const planParts = plan
        ? [wouldBe(outcome, plan), ...taskTexts(plan), ...pull_request_comment_settingsOf(plan), ...togetherOf(plan)]
        : [];
    const items = within(itemsOf(outcome), maxOpenLength - planParts.join('').length);
    const foot = run ? `[${plan ? 'The whole plan' : 'The run'}](${run})` : '';
    const parts = (0,outcome_outcome/* isGreen */.gf)(outcome) ? [...planParts, items] : [items, ...planParts];
    const open = [title, whereLine(outcome, context), ...parts].filter(part => part !== '').join('\n\n');
    const folded = plan ? changesOf(plan, pull_request_comment_maxLength - open.length - foot.length) : [];
    return `${[open, ...folded, ...(foot ? [foot] : [])].join('\n\n')}\n`;
}
/** `**web on prod: plan** · 1 warning` */
function titleLine(outcome, label, topic) {
    const count = (result) => outcome.checks.filter(check => check.result === result).length;
    return [
        `**${unlinked(`${topicName(topic)}: ${label}`)}**`,
        ...several(outcome.problems.length + count('refused'), 'problem'),
        ...several(count('warning'), 'warning'),
    ].join(' · ');
}
/** `eu-west-1 · 123456789012 · updated for 9be21c4` */
function whereLine(outcome, { commit, region }) {
    return [
        ...placeTexts(outcome, region).map(unlinked),
        ...(commit ? [`updated for ${code(commit.slice(0, 7))}`] : []),
    ].join(' · ');
}
function several(count, what) {
    return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
}
function wouldBe(outcome, plan) {
    const { revision, services } = plan;
    const begin = (0,outcome_outcome/* isGreen */.gf)(outcome) ? 'Would' : 'Otherwise it would';
    const what = `${registrationText(revision)}${targetText(plan)}`;
    const images = revision.images.slice(0, 10).map(pull_request_comment_imageText);
    const more = revision.images.length - images.length;
    const changes = distinct(services.flatMap(service => service.changes));
    const others = changes.filter(({ path }) => !path.endsWith('.image'));
    const environment = others.filter(({ path }) => /^[^.]+\.environment\./.test(path));
    const parts = [
        `${revision.images.length === 1 ? 'image' : 'images'} ${images.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ...several(environment.length, 'change').map(count => `${count} to environment (values hidden)`),
        ...several(others.length - environment.length, 'other change'),
    ];
    return `${begin} ${what}: ${parts.join(', ')}.`;
}
/** By several services. */
function distinct(changes) {
    return [...new Map(changes.map(change => [changeText(change), change])).values()];
}
function registrationText(revision) {
    if (revision.kind === 'existing')
        return `deploy ${code((0,ecs_arn/* revisionName */.pd)(revision.arn))} as it is`;
    return `register a new revision of ${code(revision.family)}`;
}
function targetText({ revision, services, offline }) {
    const deploy = revision.kind === 'new' ? ' and deploy it' : '';
    if (services.length > 1) {
        const targets = services.map(({ observed, previous }) => {
            const replaced = previous ? ` (replacing ${code((0,ecs_arn/* revisionName */.pd)(previous))})` : '';
            return `${code(observed.service.name)}${replaced}`;
        });
        return `${deploy} to ${(0,enumerate/* enumerate */.HL)(targets)}`;
    }
    const texts = [
        ...services.map(({ previous }) => (previous ? ` and replace ${code((0,ecs_arn/* revisionName */.pd)(previous))}` : deploy)),
        ...offline.map(({ service }) => `${deploy} to ${code((0,ecs_arn/* resourceName */.Iy)(service))}, which could not be read`),
    ];
    return texts.join('');
}
function pull_request_comment_imageText(image) {
    const before = previousImageName(image);
    return `${code(image.container)} ${before ? `${code(before)} → ` : ''}${code(imageName(image))}`;
}
/** Before it, or none. */
function taskTexts(plan) {
    const task = plannedTaskText(plan);
    return task === undefined ? [] : [`It would run a one-off task first: ${copyable(pull_request_comment_short(task))}.`];
}
/** What is so of all services is said once. */
function togetherOf({ goBackTogether }) {
    return goBackTogether ? [`Of the services: ${togetherText}.`] : [];
}
function pull_request_comment_settingsOf({ services }) {
    const texts = services.map(service => ({
        name: service.observed.service.name,
        text: settings(service).join(''),
    }));
    return [...new Set(texts.map(({ text }) => text))].flatMap(text => {
        const names = texts.filter(one => one.text === text).map(({ name }) => name);
        if (text === '' || names.length === services.length)
            return text === '' ? [] : [text];
        return [`${(0,enumerate/* enumerate */.HL)(names.map(code))}: ${text}`];
    });
}
function settings(plan) {
    const { before, after } = plan.settings;
    const isSwitched = (0,settings_breaker/* showBreaker */.MB)(before.breaker) !== (0,settings_breaker/* showBreaker */.MB)(after.breaker);
    const breaker = isSwitched ? [['circuit breaker', breakerText(plan)]] : [];
    const rows = [...breaker, ...settingRows(plan)];
    if (rows.length === 0)
        return [];
    const texts = rows.map(([label, text]) => copyable(pull_request_comment_short(`${label} ${text}`)));
    return [`It would also set: ${texts.join('; ')}.`];
}
function itemsOf({ checks, notices, problems }) {
    return [
        ...problems.map(({ subject, text, position }) => item('❌', { subject, text, position })),
        ...raised(withoutRecommendations(checks)).map(({ id, result, ...check }) => item(marks[result] ?? 'ℹ️', { subject: id, ...check })),
        ...uncheckedGroups(checks).map(({ ids, text }) => `- ℹ️ ${ids.map(code).join(', ')} ${copyable(pull_request_comment_short(text))}.`),
        ...notices.map(({ level, text }) => `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${copyable(pull_request_comment_short(text))}`),
    ];
}
const marks = { refused: '❌', warning: '⚠️' };
function item(mark, { subject, text, next, position, docsUrl }) {
    const place = position ? ` ${code(`${position.file}:${position.line}`)}` : '';
    const remedy = next ? ` ${copyable(pull_request_comment_short(next))}` : '';
    return `- ${mark} ${code(subject)}${place}: ${sentence(`${copyable(pull_request_comment_short(text))}${docsLink(docsUrl)}`)}${remedy}`;
}
function changesOf(plan, budget) {
    const ofTask = taskChangesOf(plan, budget / 2);
    return [...ofTask, ...serviceChanges(plan, budget - ofTask.join('').length)];
}
function taskChangesOf({ task }, budget) {
    const texts = taskChangeTexts({ task });
    if (task?.revision.kind !== 'new' || texts.length === 0)
        return [];
    const { file, latest } = task.revision;
    const title = unlink(latest === undefined
        ? `Images of ${file.origin}`
        : `Changes of ${file.origin} against ${(0,ecs_arn/* revisionName */.pd)(latest)}`);
    return [
        fold(title, within(texts.map(text => `- ${code(pull_request_comment_short(text))}`), budget - title.length - 100)),
    ];
}
function serviceChanges({ revision, services }, budget) {
    return services.flatMap(({ changes, observed, previous }) => {
        if (changes.length === 0)
            return [];
        const of = services.length > 1 ? ` of ${observed.service.name}` : '';
        const title = unlink(`Changes${of} against ${(0,ecs_arn/* revisionName */.pd)(previous ?? revision.family)}`);
        const lines = changes.map(change => `- ${code(pull_request_comment_short(changeText(shortened(change))))}`);
        return [fold(title, within(lines, budget / services.length - title.length - 100))];
    });
}
function within(lines, budget) {
    const room = budget - 60;
    const kept = [];
    let used = 0;
    for (const line of lines) {
        used += line.length + 1;
        if (used > room)
            break;
        kept.push(line);
    }
    const missing = lines.length - kept.length;
    return [...kept, ...(missing > 0 ? [`- … ${missing} more omitted here`] : [])].join('\n');
}
function pull_request_comment_short(text) {
    return (0,truncate/* shorten */.m)(text, maxTextLength);
}
;// CONCATENATED MODULE: ./lib/src/steps/comment.js






async function comment({ inputs, ports }, outcome) {
    if (!inputs.prComment || inputs.mode !== 'plan')
        return [];
    const { commit, run } = ports.runner;
    const pullRequest = pullRequestOf(inputs.pullRequestNumber, ports.runner.pullRequest);
    const topic = topicOf(inputs.targets, inputs.source, inputs.environment?.name);
    const { region } = ports.step;
    const body = prComment(outcome, { topic, commit, run: run.run, region });
    if (body === undefined)
        return [];
    if (!pullRequest) {
        const event = ports.step.event ? `the event ${ports.step.event}` : 'the event';
        return [
            (0,errors_notice/* warning */.$e)(`pr-comment is set, but has no effect: ${event} names no pull request, and pr-number is not set.`),
        ];
    }
    const github = ports.github(inputs.githubToken, 'long');
    const { clock, canceled } = ports;
    const written = keepComment({ github, clock, canceled }, pullRequest, {
        marker: markerOf(topic),
        body: linkDocs(body, ports.step.pages),
    });
    return (await (0,cancellation/* unlessCanceled */.A)(written, canceled)) ?? [];
}
/** Whether another pull request comes from a fork is not known. */
function pullRequestOf(number, ofEvent) {
    if (number === undefined || number === ofEvent?.number)
        return ofEvent;
    return { number, fork: false };
}
// EXTERNAL MODULE: ./lib/src/steps/perform-steps.js + 1 modules
var perform_steps = __webpack_require__(736);
;// CONCATENATED MODULE: ./lib/src/steps/report.js











async function report(run, ended) {
    const { runner } = run.ports;
    const outcome = (0,perform_steps/* withNotices */.c)(ended, await comment(run, ended));
    const thisRun = { ...runner.run, commit: runner.commit };
    const { annotation, lines } = verdictText(outcome);
    const annotated = annotations(outcome);
    const verdict = annotation === undefined ? 0 : 1;
    for (const one of annotated.slice(0, verdict))
        run.log.annotate(one);
    for (const line of lines)
        run.log.line(line);
    for (const one of annotated.slice(verdict))
        run.log.annotate(one);
    run.log.notices((0,errors_notice/* laterNotices */.o8)(outcome.notices));
    for (const [name, value] of Object.entries(outputs(outcome, thisRun)))
        runner.output(name, value);
    if (!run.inputs.jobSummary)
        return;
    const { region } = run.ports.step;
    const context = { run: thisRun, region, history: await report_historyOf(run, outcome) };
    await runner.summary(linkDocs(summarize(outcome, context), run.ports.step.pages));
}
/** The outcome is reported by then. */
async function reportLate({ inputs, log, ports }, notices) {
    if (notices.length === 0)
        return;
    log.notices(notices);
    if (inputs.jobSummary)
        await ports.runner.summary(`\n${noticeParts(notices).join('\n\n')}\n`);
}
/** Last, because nothing else needs it. */
async function report_historyOf({ ports }, outcome) {
    const context = historyContext(outcome);
    if (!context || ports.canceled.aborted)
        return undefined;
    return (0,cancellation/* unlessCanceled */.A)(readHistory(ports.ecs, context), ports.canceled);
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/task-end.js
/**
 * How a one-off task ended. Only essential containers decide: when one ends, ECS stops the others, whose exit codes say
 * nothing. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */



function endOfTask(task, definition) {
    if (task.lastStatus !== 'STOPPED')
        return { kind: 'running' };
    const containers = decisiveContainers(task, definition);
    const failed = containers.find(({ exitCode }) => exitCode !== 0);
    const [first] = containers;
    const hasEnded = task.stopCode === 'EssentialContainerExited' || task.stopCode === undefined;
    if (hasEnded && first && !failed)
        return { kind: 'succeeded', exitCode: 0 };
    const decisive = failed ?? first;
    return { kind: 'failed', exitCode: decisive?.exitCode, container: decisive?.name };
}
/**
 * A container without an exit code never ran; one that the answer lacks counts as such. Those that ECS killed after
 * another had ended come last.
 */
function decisiveContainers({ containers }, definition) {
    const essential = (0,task_definition_containers/* containersOf */.Mz)(definition)
        .filter(({ value }) => value.essential !== false)
        .flatMap(({ name, value }) => {
        const found = containers.find(container => container.name === name) ?? neverRan(name);
        return isStoppedRouter(found, value) ? [] : [found];
    });
    return essential.toSorted((a, b) => Number(isKilled(a)) - Number(isKilled(b)));
}
function neverRan(name) {
    return { name, healthStatus: undefined, exitCode: undefined, reason: undefined };
}
/** AWS's own examples of a log router make it essential. */
function isStoppedRouter(container, definition) {
    return (0,text_json/* isObject */.Gv)(definition.firelensConfiguration) && isKilled(container) && container.reason === undefined;
}
function isKilled({ exitCode }) {
    return exitCode === 137 || exitCode === 143;
}
/** The container whose end made ECS kill the others. */
function endedFirst(task, definition) {
    const [first, ...others] = decisiveContainers(task, definition);
    return first?.exitCode === 0 && others.some(isKilled) ? first.name : undefined;
}
/** For the diagnosis: without the containers that do not decide. */
function onlyDecisive(task, definition) {
    const containers = decisiveContainers(task, definition);
    return containers.length > 0 ? { ...task, containers } : task;
}
function stopReason({ stoppedReason }) {
    return stoppedReason ? (0,ecs_arn/* shortenArns */.Ov)(stoppedReason).trim().replace(/\.$/, '') : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/poll-errors.js


const noErrors = { throttled: 0, refused: 0 };
/** `lost`: undefined if the next poll may succeed. */
function pollFailed(errors, error) {
    const throttled = error.kind === 'throttled' ? errors.throttled + 1 : errors.throttled;
    const refused = (0,api_error/* isRefusal */.vu)(error) ? errors.refused + 1 : errors.refused;
    const lost = (0,api_error/* isRefusal */.vu)(error) && refused >= api_error/* maxRefusals */.k1 ? lostContact(error) : undefined;
    return { errors: { throttled, refused }, lost };
}
function lostContact(error) {
    switch (error.kind) {
        case 'denied':
            return { reason: deniedSince(error) };
        case 'skewed':
            return { reason: error.message };
        case 'expired':
        case 'unconfigured':
            return { reason: 'the AWS credentials are no longer valid', lost: 'credentials' };
        default:
            return { reason: `${error.operation} was refused: ${error.message}` };
    }
}
function deniedSince(error) {
    const { principal, permission, clause } = (0,denial/* denialOf */.Z9)(error);
    return `${principal} can no longer call ${permission}${clause}`;
}
;// CONCATENATED MODULE: ./lib/src/deploy/task/follow-task.js





async function followTask({ canceled, clock, ecs }, { arn, cluster, deadline, onRead }) {
    let errors = noErrors;
    let foundAt = clock.now();
    const result = await (0,retry/* pollUntil */.g3)(policies/* oneOffTask */.Vc, { clock, canceled }, async () => {
        const read = await (0,attempt/* attempt */.CD)(() => ecs.describeTasks({ cluster }, [arn]));
        const now = clock.now();
        if (read.kind === 'failed') {
            const failed = pollFailed(errors, read.error);
            errors = failed.errors;
            if (failed.lost)
                return { kind: 'lost', reason: failed.lost.reason };
            return now >= deadline ? { kind: 'timed-out' } : undefined;
        }
        errors = noErrors;
        const task = read.value.find(one => one.arn === arn);
        // A new task is found late: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
        if (!task && now - foundAt >= pace/* staleFor */.Pr)
            return { kind: 'lost', reason: 'ECS does not know the task (any more)' };
        if (task) {
            foundAt = now;
            await onRead(task);
            if (task.lastStatus === 'STOPPED')
                return { kind: 'stopped', task };
        }
        return now >= deadline ? { kind: 'timed-out' } : undefined;
    });
    return result ?? { kind: 'cancelled' };
}
;// CONCATENATED MODULE: ./lib/src/deploy/task/start-task.js
/**
 * RunTask, never twice: every request has the same client token, and ECS answers a repeated one with the task that it
 * started. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */



/** `request` has a `clientToken`. */
async function startTask({ canceled, clock, ecs }, request) {
    if (canceled.aborted)
        return { kind: 'cancelled' };
    let doubtful = false;
    const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* runTask */.ql, { clock, canceled }, async () => {
        const answer = await (0,attempt/* attempt */.CD)(() => ecs.runTask(request));
        if (answer.kind === 'answered')
            return answer.value;
        doubtful ||= answer.error.kind === 'unavailable';
        throw answer.error;
    }));
    if (sent.kind === 'answered')
        return start_task_resultOf(sent.value);
    const { error } = sent;
    if (doubtful) {
        const reason = `RunTask was sent, but ECS did not confirm it (${error.code}: ${error.message})`;
        return { kind: 'unconfirmed', reason };
    }
    return error.kind === 'throttled' && canceled.aborted ? { kind: 'cancelled' } : { kind: 'refused', error };
}
function start_task_resultOf({ failures, tasks }) {
    if (failures.length > 0)
        return { kind: 'not-placed', failures, started: tasks };
    const [arn] = tasks;
    if (arn !== undefined)
        return { kind: 'started', arn };
    return { kind: 'unconfirmed', reason: 'ECS answered RunTask with neither a task nor a failure' };
}
;// CONCATENATED MODULE: ./lib/src/deploy/task/task-log.js
/** The log of a running task, line by line. Nothing depends on it: what cannot be read is said once. */







/** Of a container. */
const mostTaskLines = 2_000;
const task_log_mostContainers = 4;
/** Of one read. */
const mostPages = 5;
class TaskLog {
    #options;
    #containers;
    constructor(options) {
        this.#options = options;
        const { definition, log, task } = options;
        this.#containers = (0,task_definition_containers/* containersOf */.Mz)(definition)
            .slice(0, task_log_mostContainers)
            .flatMap(({ name: container }) => {
            const location = logLocation(definition, { container, task });
            if (location.kind === 'cloudwatch')
                return [{ container, location, token: undefined, lines: 0, isOver: false }];
            log(`  ℹ the log of ${container} is not shown: ${location.why}`);
            return [];
        });
    }
    async read() {
        for (const container of this.#containers)
            await this.#readContainer(container);
    }
    async #readContainer(one) {
        for (let page = 0; page < mostPages && !one.isOver; page++) {
            const { stream } = one.location;
            const read = await (0,attempt/* attempt */.CD)(() => this.#options.logs.since(stream, one.token));
            if (read.kind === 'failed') {
                if (read.error.kind === 'unavailable' || read.error.kind === 'throttled')
                    return;
                return this.#end(one, (0,denial/* unavailableReason */.L3)(read.error, `the log group ${stream.group}`));
            }
            if (read.value === 'no-group')
                return this.#end(one, `there is no log group ${stream.group}`);
            if (read.value === 'no-stream')
                return;
            const { lines, token } = read.value;
            this.#show(one, lines);
            if (token === undefined || token === one.token)
                return;
            one.token = token;
        }
    }
    #show(one, lines) {
        const { log, secrets } = this.#options;
        const shown = lines.slice(0, mostTaskLines - one.lines);
        for (const line of shown)
            log(`  ${one.container} | ${(0,truncate/* truncate */.x)((0,redact/* redact */.E$)(line, secrets), longestLine)}`);
        one.lines += shown.length;
        if (one.lines >= mostTaskLines)
            this.#end(one, `it has more than ${mostTaskLines} lines`);
    }
    #end(one, why) {
        one.isOver = true;
        this.#options.log(`  ℹ the log of ${one.container} is not shown any further: ${why}`);
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/task/run-task.js
/** Runs a one-off task and waits for its end. */















async function runTask(ports, request) {
    const { log, onStarted, secrets, task } = request;
    const definition = (0,ecs_arn/* revisionName */.pd)(request.taskDefinition);
    const startedAt = ports.clock.now();
    const started = await startTask(ports, requestOf(ports, request));
    const ran = (result) => ({ kind: 'ran', result, notices: [] });
    switch (started.kind) {
        case 'refused':
        case 'cancelled':
            return started;
        case 'unconfirmed':
            return ran({ kind: 'unconfirmed', definition, reason: (0,redact/* redact */.E$)(started.reason, secrets) });
        case 'not-placed': {
            onStarted(started.started);
            const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
            const failures = started.failures.map(({ arn, detail, reason }) => {
                return { arn, reason: hide(reason), detail: detail && hide(detail) };
            });
            return ran({ kind: 'not-placed', definition, failures, started: started.started });
        }
        case 'started':
    }
    const { arn } = started;
    onStarted([arn]);
    log(`  ${(0,duration/* formatElapsed */.C7)(0).padStart(5)}  started ${arn}`);
    if (!task.wait)
        return ran({ kind: 'started', arn, definition });
    return waitFor(ports, request, { arn, definition, minutes: task.wait.minutes, startedAt });
}
/** What a dry run shows, with the revision and the client token. */
function requestOf({ step }, { purpose, task, taskDefinition }) {
    const request = { cluster: task.cluster, taskDefinition, count: 1, ...task.request };
    const text = JSON.stringify(request);
    return { ...request, clientToken: step.clientToken(purpose === 'migration' ? text : `${purpose} ${text}`) };
}
async function waitFor(ports, request, { arn, definition, minutes, startedAt }) {
    const { log, secrets, task } = request;
    const { clock } = ports;
    const taskLog = new TaskLog({ logs: ports.logs, definition: task.definition, task: arn, secrets, log });
    let status = 'PROVISIONING';
    const followed = await followTask(ports, {
        arn,
        cluster: task.cluster,
        deadline: startedAt + minutes * 60_000,
        async onRead(read) {
            if (read.lastStatus !== status)
                log(statusLine(clock.now() - startedAt, read));
            status = read.lastStatus;
            if (hasLogs(read))
                await taskLog.read();
        },
    });
    const known = { arn, definition };
    switch (followed.kind) {
        case 'stopped':
            return run_task_ended(ports, request, { task: followed.task, known });
        case 'timed-out':
            return { kind: 'ran', result: { ...known, kind: 'timed-out', minutes, status }, notices: [] };
        case 'cancelled': {
            const stopped = await stopRequest(ports, request, arn);
            return { kind: 'ran', result: { ...known, kind: 'cancelled', stopped }, notices: [] };
        }
        case 'lost': {
            const reason = (0,redact/* redact */.E$)(lostReason(followed), secrets);
            return { kind: 'ran', result: { ...known, kind: 'lost', reason }, notices: [] };
        }
    }
}
function lostReason({ reason }) {
    return reason.replace(/\.$/, '');
}
function statusLine(elapsed, { lastStatus }) {
    return `  ${(0,duration/* formatElapsed */.C7)(elapsed).padStart(5)}  ${lastStatus.toLowerCase()}`;
}
function hasLogs({ lastStatus, startedAt }) {
    return startedAt !== undefined || !['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus);
}
async function run_task_ended(ports, { plan, secrets, task: { definition, revision } }, { task, known, }) {
    const end = endOfTask(task, definition);
    const span = spansOf([task])[0];
    const reason = stopReason(task);
    const facts = {
        span,
        endedFirst: endedFirst(task, definition),
        stopCode: task.stopCode || undefined,
        reason: reason && (0,redact/* redact */.E$)(reason, secrets),
    };
    if (end.kind !== 'failed') {
        const result = { ...facts, exitCode: 0, container: undefined, causes: [], logs: [] };
        return { kind: 'ran', result: { ...known, ...result, kind: 'succeeded' }, notices: [] };
    }
    const { checks } = plan;
    const content = (0,task_revision/* contentOfTask */.w)(revision, plan.revision);
    const failures = (0,failure_group/* groupFailures */.BR)([onlyDecisive(task, definition)], []);
    const { causes, logs, notices } = await diagnose(ports.logs, {
        definition,
        checks,
        service: undefined,
        positionOf: content?.kind === 'new' ? content.positionOf : undefined,
        tasks: span ? [span] : [],
        failures: failures.map(group => ({ ...group, reason: (0,redact/* redact */.E$)(group.reason, secrets) })),
        alarmTriggered: false,
    }, secrets);
    const { container, exitCode } = end;
    return {
        kind: 'ran',
        result: { ...known, ...facts, kind: 'failed', container, exitCode, causes, logs },
        notices,
    };
}
/** Only of a task that this run started, and only where the user asks for it. */
async function stopRequest(ports, { secrets, task }, arn) {
    if (task.onCancel !== 'stop')
        return { kind: 'left' };
    const reason = 'The workflow was canceled (run-task-on-cancel: stop)';
    const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* stopTask */.S8, { clock: ports.clock }, () => ports.ecs.stopTask(task.cluster, { task: arn, reason })));
    if (sent.kind === 'answered')
        return { kind: 'requested' };
    const { error } = sent;
    const why = error.kind === 'denied' ? (0,denial/* denialText */.p_)(error) : error.message;
    return { kind: 'not-stopped', why: (0,redact/* redact */.E$)(why.replace(/\.$/, ''), secrets) };
}
;// CONCATENATED MODULE: ./lib/src/steps/run-task.js
/** A one-off task of the new revision, such as a migration, before any service is updated. */










const run_task_runTask = {
    group: undefined,
    whenCanceled: 'skip',
    async perform(context, value) {
        const { plan, revision } = value;
        const ran = plan.task ? await perform(context, value, plan.task) : (0,step/* proceed */.rj)(value);
        if (ran.kind !== 'continue' || plan.services.length > 0)
            return ran;
        return (0,step/* end */._N)({ ...(0,outcome_outcome/* registered */.HZ)(plan, revision), task: ran.value.task }, ran.notices);
    },
};
async function perform({ log, ports, targets }, value, task) {
    const { plan, registered: own, revision, secrets, taskDefinition = revision.arn } = value;
    log.enter(`Task of ${(0,ecs_arn/* revisionName */.pd)(taskDefinition)}`);
    if (task.wait)
        ports.endCallsBy(ports.clock.now() + task.wait.minutes * 60_000 + finishing);
    const ran = await runTask(ports, {
        plan,
        task,
        taskDefinition,
        secrets,
        purpose: 'migration',
        log: line => log.line(line),
        onStarted(arns) {
            ports.runner.output('run-task-arn', JSON.stringify(arns));
            ports.runner.output('run-task-definition-arn', (0,redact/* redact */.E$)(taskDefinition, []));
        },
    });
    switch (ran.kind) {
        case 'cancelled':
            return (0,step/* stop */.ds)();
        case 'refused': {
            // ECS may quote what it refuses.
            const problem = (0,api_error_problem/* toProblem */.H8)(ran.error, {
                target: { cluster: task.cluster, service: '' },
                hidden: secrets,
            });
            return (0,step/* end */._N)((0,outcome_outcome/* refused */.J5)({ targets, problems: [problem], checks: plan.checks, plan, revision: own }));
        }
        case 'ran': {
            const { result } = ran;
            const notices = ran.notices.map(notice => (0,errors_notice/* redactNotice */.Ip)(notice, secrets));
            log.line(taskLine(result));
            if (!(0,task_result/* allowsDeployment */.gv)(result))
                return (0,step/* end */._N)((0,outcome_outcome/* endedByTask */.NF)(result, { targets, plan, revision: own }), notices);
            return (0,step/* proceed */.rj)({ ...value, task: result }, [...notices, ...unwaited(result)]);
        }
    }
}
function unwaited({ kind }) {
    if (kind !== 'started')
        return [];
    return [
        (0,errors_notice/* warning */.$e)('The one-off task was not waited for (wait-for-task-stopped: false): how it ends is not known, and what is deployed may run before it has ended.'),
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/take-back-result.js
/** The result of a service that was taken back, or was to be, because another one failed. */


/** By a deployment of what served before; `back`: what its watch found. */
function takenBackByDeployment(watched, back, begun) {
    const { failure, begunAt, to } = begun;
    const failed = {
        ...watched,
        result: {
            kind: 'failed',
            running: runningIn(watched.result),
            reason: `${failure}, and the rollback to ${(0,ecs_arn/* revisionName */.pd)(to)} that was to follow did not succeed`,
        },
    };
    const taken = withRollback(failed, back, { begunAt, to, failure, reason: failure });
    const impact = impactOfBoth(watched.rollout.impact, back.rollout.impact);
    return marked({ ...taken, rollout: { ...taken.rollout, impact } }, begun, begunTo(to, back));
}
/** By StopServiceDeployment: the same watch has seen all of it. */
function takenBackByStop(back, begun) {
    const { result } = back;
    if (result.kind === 'succeeded' || result.kind === 'idle')
        return marked(back, begun, completedAllTheSame);
    const own = result.kind === 'rolled-back' ? { ...result, reason: begun.failure } : result;
    return marked({ ...back, result: own }, begun, begunTo(begun.to, back));
}
/** `replacedBy`: the deployment of somebody else that is the current one by now. */
function notTakenBack(watched, reason, { attempt, replacedBy }) {
    const { result } = watched;
    if (replacedBy && (result.kind === 'succeeded' || result.kind === 'idle')) {
        const superseded = { kind: 'superseded', by: replacedBy, stateWhenSuperseded: 'completed' };
        return marked({ ...watched, result: superseded }, reason, attempt);
    }
    return marked({ ...watched, result: resultWithout(result, attempt) }, reason, attempt);
}
/** What serves after a request without an answer is not known. */
function resultWithout(result, attempt) {
    if (attempt.kind === 'unconfirmed')
        return { kind: 'unknown', reason: `whether it is rolled back is not known: ${attempt.why}` };
    if (result.kind !== 'timed-out' || attempt.kind !== 'not-sent')
        return result;
    return { ...result, rollback: { kind: 'rollback-not-sent', why: attempt.why } };
}
function marked(watched, reason, attempt) {
    const { failure, service, was } = reason;
    return { ...watched, rollout: { ...watched.rollout, takeBack: { failure, service, was, attempt } } };
}
function runningIn(result) {
    return 'running' in result ? result.running : 0;
}
/** Of both watches. Healthy as it was, the new revision may have taken requests that the former one cannot complete. */
function impactOfBoth(before, after) {
    const both = [before, after];
    const shortage = both.find(({ kind }) => kind === 'outage') ?? both.find(({ kind }) => kind === 'reduced');
    return shortage ?? { kind: 'unknown', reason: 'new-served' };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/counted-failures.js



function countedFailures({ deploymentId }, { service, serviceDeployment }) {
    const classic = service === 'missing' ? undefined : (0,ecs_service/* deploymentOf */.PE)(service, deploymentId)?.failedTasks;
    return Math.max(classic ?? 0, serviceDeployment?.breaker?.failures ?? 0);
}
/** 0 if a failed task could be read. */
function unlistedFailures(tracked, last, failed) {
    return failed.length === 0 ? countedFailures(tracked, last) : 0;
}
function unlistedNotice(count) {
    const tasks = count === 1 ? '1 failed task' : `${count} failed tasks`;
    return (0,errors_notice/* notice */.lm)(`ECS counts ${tasks} of the deployment, but no longer lists them: what is reported comes from its events.`);
}
/** While it stays the same, no task has started or stopped, as far as the service shows it. */
function taskActivity({ service }) {
    if (service === 'missing')
        return '';
    const counts = service.deployments.map(one => [one.id, one.runningCount, one.pendingCount]);
    return JSON.stringify([service.events[0]?.id, counts]);
}
/** When it changes, there are stopped tasks to read. A service deployment that was only found changes nothing. */
function failureCounts({ service, serviceDeployment }) {
    const classic = service === 'missing' ? [] : service.deployments.map(({ failedTasks }) => failedTasks);
    const failures = serviceDeployment?.breaker?.failures ?? 0;
    const stage = serviceDeployment ? (0,service_deployment/* stageOf */.gV)(serviceDeployment) : 'ongoing';
    return JSON.stringify([classic.filter(count => count > 0), failures, stage]);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/answered-hook.js
/** A stale read still shows the hook that this run has answered as waiting. */
function withoutAnswered(deployment, answered) {
    if (!deployment || answered === undefined)
        return deployment;
    const isStale = ({ id, status }) => id === answered && status === 'AWAITING_ACTION';
    return { ...deployment, hooks: deployment.hooks.filter(hook => !isStale(hook)) };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/polls.js




const noPolls = {
    count: 0,
    reads: 0,
    readAt: Number.NEGATIVE_INFINITY,
    glance: { kind: 'same' },
    nearSince: undefined,
    needsBoth: false,
    throttled: false,
    requestedAt: 0,
    repeats: 0,
    serviceDeploymentArn: undefined,
    refusals: 0,
    serviceDeploymentsDenied: undefined,
};
function polled(before, event) {
    const { reads, repeats, requestedAt } = event;
    return {
        ...serviceDeploymentRead(before, event),
        count: before.count + 1,
        reads: before.reads + (reliesOnService(before) ? 1 + repeats : reads),
        readAt: reads > 0 && event.service.kind === 'answered' ? requestedAt : before.readAt,
        glance: { kind: 'same' },
        needsBoth: false,
        throttled: before.throttled || isThrottled(event.service) || isThrottled(event.serviceDeployment),
        requestedAt,
        repeats,
    };
}
function glanced(before, event, { answeredHook, known }) {
    const { repeats, requestedAt, serviceDeployment, serviceDeploymentArn } = event;
    const throttled = before.throttled || isThrottled(serviceDeployment);
    const read = { ...before, reads: before.reads + 1 + repeats, throttled, requestedAt, repeats };
    if (serviceDeployment.kind !== 'answered')
        return { ...read, glance: { kind: 'unanswered' } };
    const now = withoutAnswered(serviceDeployment.value, answeredHook);
    if (isEqual(now, known))
        return { ...read, readAt: requestedAt, glance: { kind: 'same' } };
    return {
        ...read,
        readAt: requestedAt,
        glance: { kind: 'moved', read: { serviceDeployment, serviceDeploymentArn } },
    };
}
function isThrottled(answer) {
    return answer.kind === 'failed' && answer.error.kind === 'throttled';
}
/** Both come from the same mapping, with their members in one order. */
function isEqual(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
/** Also of a poll that a cancellation interrupted. */
function serviceDeploymentRead(before, { serviceDeployment, serviceDeploymentArn }) {
    const read = { ...before, serviceDeploymentArn: serviceDeploymentArn ?? before.serviceDeploymentArn };
    if (reliesOnService(before))
        return read;
    if (serviceDeployment.kind === 'not-read')
        return read;
    if (serviceDeployment.kind === 'answered') {
        return { ...read, refusals: 0, serviceDeploymentsDenied: undefined };
    }
    const { error } = serviceDeployment;
    if (error.kind !== 'denied' && error.kind !== 'rejected')
        return read;
    return { ...read, refusals: before.refusals + 1, serviceDeploymentsDenied: error };
}
/** Service deployments are not read any more. */
function reliesOnService({ refusals }) {
    return refusals >= api_error/* maxRefusals */.k1;
}
function pollNotices({ serviceDeploymentsDenied: denied }) {
    if (!denied)
        return [];
    return [
        (0,errors_notice/* notice */.lm)(`The service deployment, which shows results earlier and with more details, could not be read: ${(0,denial/* unavailableReason */.L3)(denied)}.`),
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/watch/reached-goal.js
/** Ends a watch by `wait-until` while the deployment goes on (docs/adr/0045). */




/** A deployment that is being stopped or rolled back, or that ECS calls completed, has reached nothing. */
function reachedGoal({ context, last, verdict }) {
    const { interim, waitUntil } = context.options;
    const goal = waitUntil === 'completed' ? (interim ?? waitUntil) : waitUntil;
    const { serviceDeployment } = last;
    if (goal === 'completed' || !serviceDeployment || (0,service_deployment/* stageOf */.gV)(serviceDeployment) !== 'ongoing')
        return undefined;
    if (verdict.kind !== 'watching' ||
        verdict.stage !== 'rolling-out' ||
        verdict.unconfirmedReason !== undefined)
        return undefined;
    if (goal === 'paused') {
        const hook = (0,service_deployment/* waitingPause */.yH)(serviceDeployment);
        return hook && { kind: 'paused', hook };
    }
    const { lifecycleStage: stage } = serviceDeployment;
    return stage !== undefined && (0,lifecycle_stages/* hasReached */.Nl)(stage, goal) ? { kind: 'started', stage } : undefined;
}
/** Why the watch did not end at its goal. */
function goalNotices({ context, polls }, { kind }) {
    const { waitUntil } = context.options;
    if (waitUntil === 'completed' || kind === 'paused' || kind === 'started')
        return [];
    if (reliesOnService(polls))
        return [
            (0,errors_notice/* warning */.$e)(`wait-until: ${waitUntil} needs the service deployment, which could not be read: whether it was reached is not known.`),
        ];
    if (kind !== 'succeeded' && kind !== 'idle')
        return [];
    if (waitUntil === 'paused')
        return [
            (0,errors_notice/* warning */.$e)('No pause hook was seen to pause this deployment: ECS completed it, although wait-until is paused.'),
        ];
    return [
        (0,errors_notice/* notice */.lm)(`ECS completed the deployment before a poll showed it at ${waitUntil} or later: a rolling deployment may never show this stage.`),
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/watch/rollback-failures.js

/** Failed since ECS began to roll back, of the deployment to which it does. */
function rollbackFailures({ evaluation: { rollbackSince, rollbackTarget }, last, tasks, }) {
    if (rollbackSince === undefined || rollbackTarget === undefined)
        return [];
    const begin = last.serviceDeployment?.rollback?.startedAt ?? rollbackSince;
    return [...tasks.failedOthers.values()].filter(task => task.startedBy === rollbackTarget && ((0,ecs_task/* endedAt */.u5)(task) ?? begin) >= begin);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/fail-fast.js


/** Polls in which the request may fail. */
const maxTries = 5;
const notStopped = 'fail-fast-after could not stop the deployment';
const fail_fast_unconfirmed = 'fail-fast-after requested a stop of the deployment, but ECS did not confirm it';
const noFailFast = {
    phase: 'initial',
    tries: 0,
    refusals: 0,
    stopRequested: false,
    reason: undefined,
    lacksServiceDeployment: false,
    notices: [],
};
function stopping(failFast) {
    return {
        ...failFast,
        phase: 'stopping',
        lacksServiceDeployment: false,
        tries: failFast.tries + 1,
        stopRequested: true,
    };
}
function stopConfirmed(failFast, reason) {
    return { ...failFast, tries: maxTries, stopRequested: true, reason, notices: [] };
}
function stopFailed(failFast, { doubtful, refused, why }) {
    const refusals = refused ? failFast.refusals + 1 : failFast.refusals;
    const tries = refusals >= api_error/* maxRefusals */.k1 ? maxTries : failFast.tries;
    const after = { ...failFast, tries, refusals, stopRequested: doubtful };
    if (tries < maxTries && !refused)
        return after;
    return { ...after, notices: [(0,errors_notice/* warning */.$e)(`${doubtful ? fail_fast_unconfirmed : notStopped}: ${why}.`)] };
}
function failFastNotices({ lacksServiceDeployment, notices }, { serviceDeploymentsDenied }) {
    if (!lacksServiceDeployment)
        return notices;
    const why = serviceDeploymentsDenied ? 'could not be read' : 'was not found';
    return [...notices, (0,errors_notice/* warning */.$e)(`${notStopped}: its service deployment ${why}.`)];
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/task-records.js
/**
 * As last read: ECS lists stopped tasks for about an hour only. Without the permission, only reasons of failures are
 * missing.
 */





const noTasks = {
    ended: new Map(),
    up: [],
    healthy: new Map(),
    finished: new Set(),
    others: new Set(),
    failedOthers: new Map(),
    lists: { running: undefined, 'all-running': undefined, stopped: undefined },
    triedAt: Number.NEGATIVE_INFINITY,
    activity: '',
    readAt: Number.NEGATIVE_INFINITY,
    accountedFor: '',
    refusals: 0,
    blocked: undefined,
    lastRunning: undefined,
    allRunning: undefined,
    triedRunningAt: Number.NEGATIVE_INFINITY,
};
/** The adapter reads no more pages. */
const mostListed = 500;
function stoppedTasks({ ended }) {
    return [...ended.values()];
}
function knownTasks({ ended, up }) {
    return [...ended.values(), ...up.filter(({ arn }) => !ended.has(arn))];
}
function isReadDue(records, { at, activity }) {
    const gap = records.activity === activity ? pace/* quietTaskReadGap */._d : pace/* taskReadGap */.Og;
    return at - records.triedAt >= gap;
}
function requestStopped(records, at) {
    if (records.blocked)
        return { records: { ...records, triedAt: at, readAt: at }, effect: undefined };
    const list = records.lists.stopped;
    const isOld = list !== undefined && at - list.at > pace/* maxRecordAge */.Lo;
    return {
        records: { ...records, triedAt: at },
        effect: {
            kind: 'read-tasks',
            which: 'stopped',
            list: isOld ? undefined : list,
            skip: records.finished,
        },
    };
}
function requestRunning(records, at, which = 'running') {
    if (records.blocked) {
        const lastRunning = { kind: 'read', requestedAt: at, tasks: undefined };
        return { records: { ...records, lastRunning }, effect: undefined };
    }
    return {
        records: { ...records, lastRunning: undefined, triedRunningAt: at },
        effect: { kind: 'read-tasks', which, list: records.lists[which], skip: new Set() },
    };
}
function tasksRead(records, event, { deploymentId }) {
    if (event.tasks.kind === 'failed')
        return readFailed(records, event, event.tasks);
    const tasks = event.tasks.value;
    const isNewlyHealthy = ({ arn, healthStatus }) => healthStatus === 'HEALTHY' && !records.healthy.has(arn);
    const healthy = tasks.filter(isNewlyHealthy).map(({ arn }) => [arn, event.at]);
    const after = {
        ...records,
        refusals: 0,
        healthy: new Map([...records.healthy, ...healthy]),
        lists: { ...records.lists, [event.which]: undefined },
    };
    const isOurs = ({ startedBy }) => startedBy === deploymentId;
    if (event.which !== 'stopped') {
        const allRunning = event.which === 'all-running' ? tasks : undefined;
        // The list is cut: ours may be missing.
        if (allRunning && allRunning.length >= mostListed)
            return after;
        const up = tasks.filter(isOurs);
        const lastRunning = { kind: 'read', requestedAt: event.requestedAt, tasks: up };
        return { ...after, up, allRunning, lastRunning };
    }
    const ours = tasks.filter(isOurs);
    const others = tasks.filter(task => !isOurs(task));
    const failed = others.filter(ecs_task/* isFailed */.Ix);
    // Exit codes may come later.
    const finished = tasks.filter(task => task.lastStatus === 'STOPPED' || (!isOurs(task) && !(0,ecs_task/* isFailed */.Ix)(task)));
    return {
        ...after,
        ended: new Map([...records.ended, ...ours.map(task => [task.arn, task])]),
        failedOthers: new Map([...records.failedOthers, ...failed.map(task => [task.arn, task])]),
        others: new Set([...records.others, ...others.map(({ arn }) => arn)]),
        finished: new Set([...records.finished, ...finished.map(({ arn }) => arn)]),
        readAt: event.list?.at ?? event.at,
    };
}
function readFailed(records, { which, list, at, requestedAt }, { error }) {
    const refusals = (0,api_error/* isRefusal */.vu)(error) ? records.refusals + 1 : records.refusals;
    const isBlocked = (0,api_error/* isRefusal */.vu)(error) && refusals >= api_error/* maxRefusals */.k1;
    const after = {
        ...records,
        refusals,
        lists: { ...records.lists, [which]: list },
        blocked: isBlocked ? error : undefined,
    };
    if (which === 'stopped')
        return isBlocked ? { ...after, readAt: at } : after;
    return {
        ...after,
        lastRunning: isBlocked ? { kind: 'read', requestedAt, tasks: undefined } : { kind: 'failed', error },
    };
}
function taskNotices({ blocked }) {
    if (!blocked)
        return [];
    return [(0,errors_notice/* warning */.$e)(`The tasks of the deployment could not be read: ${(0,denial/* unavailableReason */.L3)(blocked)}.`)];
}
// EXTERNAL MODULE: ./lib/src/core/ecs/placement-problems.js
var placement_problems = __webpack_require__(9630);
// EXTERNAL MODULE: ./lib/src/core/errors/missing-permission.js
var missing_permission = __webpack_require__(7600);
;// CONCATENATED MODULE: ./lib/src/core/ecs/task-names.js

/** ECS can start hundreds of tasks at once. */
const task_names_maxTasks = 10;
function joinTaskNames(ids, between = ' ') {
    return (0,truncate_list/* truncateList */.X)(ids, task_names_maxTasks, count => `and ${count} more`).join(between);
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/task-count-event.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */

function parseTaskCountEvent(text) {
    const match = /^((?:has )?(started|stopped|registered|deregistered|begun draining connections on)) (\d+) ((?:running |pending )?(?:task|target))s?(.*)$/.exec(text);
    if (!match)
        return undefined;
    const [, words = '', verb, count, noun = '', after = ''] = match;
    const named = /^: ((?:[0-9a-f]{8} ?)+)$/.exec(after)?.[1];
    return {
        verb: verb,
        words,
        count: Number(count),
        noun,
        rest: named === undefined ? after : '',
        tasks: named?.trim().split(' ') ?? [],
    };
}
/** Events that differ only in tasks merge. */
function mergeTaskCounts(events) {
    const sums = new Map();
    for (const event of events) {
        const key = `${event.words} ${event.noun}${event.rest} ${event.tasks.length > 0}`;
        const before = sums.get(key);
        const sum = before && {
            ...before,
            count: before.count + event.count,
            tasks: [...before.tasks, ...event.tasks],
        };
        sums.set(key, sum ?? event);
    }
    return [...sums.values()];
}
/** ECS writes "1 running tasks". */
function taskCountText({ words, count, noun, rest, tasks }) {
    const counted = `${count} ${noun}${count === 1 ? '' : 's'}`;
    return `${words} ${counted}${rest}${tasks.length > 0 ? `: ${joinTaskNames(tasks)}` : ''}`;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/wait.js


/** The newest event with these words. */
function said({ events }, words) {
    for (const { at, message } of events) {
        const match = words.exec((0,event_text/* eventText */.cj)(message));
        if (match)
            return { at, match };
    }
    return undefined;
}
/** When ECS last started or stopped tasks. */
function lastMove({ events }, verbs) {
    return events.find(({ message }) => {
        const verb = parseTaskCountEvent((0,event_text/* eventText */.cj)(message))?.verb;
        return verb !== undefined && verbs.includes(verb);
    })?.at;
}
/** `1 task`, `2 tasks` */
function countTasks(count) {
    return count === 1 ? '1 task' : `${count} tasks`;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/refused.js
/** What ECS cannot do, in the words of its events. */







function targetsRefused(facts) {
    const registering = said(facts, /failed to register targets in (.{1,200}?) with \(error (.{1,600})\)$/);
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
    const found = registering ?? said(facts, /failed to describe target health on (.{1,200}?) with \(error (.{1,600})\)$/);
    if (!found)
        return undefined;
    const [, group = 'the target group', error = ''] = found.match;
    const what = registering ? 'register the tasks in' : 'read the health of the tasks in';
    const missing = (0,missing_permission/* missingPermission */.U)(error);
    return {
        object: `ECS to ${what} ${group}`,
        isLogged: true,
        text: `ECS cannot ${what} ${group}: ${error}`,
        failureClass: missing ? 'permissions' : 'health-check',
        next: missing ?? `Create ${group} again, or correct loadBalancers of the service.`,
    };
}
function taskRefused(facts) {
    const error = said(facts, /failed to launch a task with \(error (.{1,500}?)\)?$/)?.match[1];
    if (!error || facts.running >= facts.service.desiredCount)
        return undefined;
    const role = /unable to assume the role '?([^\s']+)/.exec(error)?.[1];
    return {
        object: 'ECS to start a task',
        isLogged: true,
        text: `ECS cannot start a task: ${(0,ecs_arn/* shortenEveryArn */.aO)(error)}`,
        failureClass: role ? 'permissions' : 'resource-initialization',
        next: role
            ? `Check that the role ${role.slice(role.lastIndexOf('/') + 1)} exists, and let ecs-tasks.amazonaws.com assume it in its trust policy.`
            : 'Correct what ECS names, then deploy again.',
    };
}
function noRoom(facts) {
    const found = said(facts, /unable to stop or start tasks during a deployment/);
    if (!found || found.at < (lastMove(facts, ['started', 'stopped']) ?? 0))
        return undefined;
    const { service } = facts;
    const count = service.desiredCount;
    const { min, max } = taskLimitsAt(service, count);
    const limits = `of ${count} desired, at least ${min} must stay healthy (minimumHealthyPercent ${service.minimumHealthyPercent}) and at most ${max} may run (maximumPercent ${service.maximumPercent})`;
    return {
        object: `room to start or stop a task: ${limits}`,
        text: `ECS may neither stop an old task nor start a new one: ${limits}`,
        failureClass: 'placement',
        next: percentRemedy(service, count),
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html */
function protectedTasks(facts) {
    const found = said(facts, /unable to scale in(?: due to \(reason (\d+) tasks? under protection\)|.*protected tasks)/);
    const [old] = facts.old;
    if (!found || !old)
        return undefined;
    const count = found.match[1];
    const isOne = count === '1';
    const which = `${count === undefined ? 'tasks' : `${count} ${isOne ? 'task' : 'tasks'}`} of ${old.revision}`;
    return {
        object: `the scale-in protection of ${which} to end`,
        text: `${which} ${isOne ? 'is' : 'are'} under scale-in protection, so ECS does not stop ${isOne ? 'it' : 'them'}`,
        failureClass: 'placement',
        next: 'Wait until the protection expires, or end it for these tasks (UpdateTaskProtection).',
    };
}
/** Capacity, network interfaces, quotas. */
function unplaced({ events, pending, running, service, tracked }) {
    const failures = (0,event_text/* placementFailures */.bu)(events);
    if (!failures || running + pending >= service.desiredCount)
        return undefined;
    const { reason, since } = failures;
    return {
        object: `a place for ${countTasks(service.desiredCount - running - pending)}: ${reason}`,
        isLogged: true,
        text: `ECS could not place a task since ${(0,duration/* formatElapsed */.C7)(since - tracked.startedAt)}: ${reason}`,
        failureClass: 'placement',
        next: (0,placement_problems/* placementProblem */.F)(reason)?.next ?? 'Add capacity, or request less CPU and memory.',
    };
}
function throttled(facts) {
    if (!said(facts, /operations are being throttled/))
        return undefined;
    if (facts.running >= facts.service.desiredCount)
        return undefined;
    return {
        object: 'AWS, which throttles what ECS does for this service',
        isLogged: true,
        text: 'AWS throttles what ECS does for this service',
        failureClass: 'placement',
        next: 'Deploy fewer services at once, or raise wait-for-minutes.',
    };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/wait-times.js
/** Since when the deployment waits, where AWS gives no time: the first poll that showed it. */

const noWaitTimes = { hooks: new Map(), bake: undefined };
function waitTimes(before, tracked, snapshot) {
    const { at, serviceDeployment } = snapshot;
    const running = serviceDeployment?.hooks.filter(({ status }) => status === 'IN_PROGRESS') ?? [];
    const begun = running.filter(({ id }) => !before.hooks.has(id)).map(({ id }) => [id, at]);
    return {
        hooks: begun.length === 0 ? before.hooks : new Map([...before.hooks, ...begun]),
        bake: isBaking(tracked, snapshot) ? (before.bake ?? at) : undefined,
    };
}
/**
 * Of the rolling strategy, no stage says it: it begins when all tasks are healthy and older ones are gone.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function isBaking(tracked, { service, serviceDeployment }) {
    if (service === 'missing')
        return false;
    if (serviceDeployment?.lifecycleStage !== undefined)
        return serviceDeployment.lifecycleStage === 'BAKE_TIME';
    const bakes = service.bakeTimeInMinutes > 0 || service.alarms.length > 0;
    return bakes && service.strategy === 'ROLLING' && isAlone(tracked, service);
}
/** All its tasks run, and no older one. */
function isAlone(tracked, service) {
    const others = service.deployments.filter(({ id }) => id !== tracked.deploymentId);
    return allRun(tracked, service) && others.every(({ runningCount }) => runningCount === 0);
}
/** All its tasks run, healthy or not. */
function allRun({ deploymentId }, service) {
    const running = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId)?.runningCount ?? 0;
    return running > 0 && running >= service.desiredCount;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/stages.js



function pauses({ last }) {
    const hook = last.serviceDeployment?.hooks.find(({ status }) => status === 'AWAITING_ACTION');
    if (!hook)
        return undefined;
    return {
        object: `somebody to continue ${hook.targetType === 'PAUSE' ? 'pause hook' : 'lifecycle hook'} ${hook.id}`,
        isLogged: true,
        text: hookText(hook),
        failureClass: 'lifecycle-hook',
        next: 'Continue or roll back the deployment at its hook.',
    };
}
function hookRuns({ last, times, tracked }) {
    const hook = last.serviceDeployment?.hooks.find(({ status }) => status === 'IN_PROGRESS');
    if (!hook)
        return undefined;
    const stage = stageName(last.serviceDeployment);
    const since = (0,duration/* formatElapsed */.C7)((times.hooks.get(hook.id) ?? last.at) - tracked.startedAt);
    const name = `lifecycle hook ${hook.targetArn ?? hook.id}`;
    const when = `in progress since ${since}${stage ? ` (stage ${stage})` : ''}`;
    return {
        object: `${name}, ${when}`,
        text: `${name} is ${when}`,
        failureClass: 'lifecycle-hook',
        next: 'Read the log of its function: it must return hookStatus SUCCEEDED or FAILED.',
    };
}
function bakes({ last, minutes: wait, service, times, tracked }) {
    if (!isBaking(tracked, last))
        return undefined;
    const minutes = service.bakeTimeInMinutes;
    const end = times.bake === undefined ? undefined : (0,duration/* formatTimestamp */.Ey)(times.bake + minutes * 60_000);
    const traffic = trafficText(last.serviceDeployment);
    if (minutes === 0) {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
        return {
            object: 'the bake time of its alarms to end (less than 5 minutes unless set)',
            text: `all its tasks run, and the bake time of its alarms is not over (less than 5 minutes unless set)${traffic}`,
            failureClass: 'time-limit',
            next: `Set wait-for-minutes to at least ${wait + 5}, or set bake-time-minutes.`,
        };
    }
    const bake = `the bake time of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
    return {
        object: `${bake} to end${end ? `, at ${end}` : ''}`,
        text: `all its tasks run, and ${bake} ${end ? `lasts until ${end}` : 'is not over'}${traffic}`,
        failureClass: 'time-limit',
        next: bakeStep(wait, { bake: minutes, before: (times.bake ?? last.at) - tracked.watchedFrom }),
    };
}
/** `before`: milliseconds until the bake time began. A minute is left for the end. */
function bakeStep(wait, { bake, before }) {
    const rollout = Math.ceil(before / 60_000) + 1;
    const raise = `Set wait-for-minutes to at least ${Math.max(rollout + bake, wait + 1)}`;
    const most = wait - rollout;
    return most > 0 ? `${raise}, or bake-time-minutes to at most ${most}.` : `${raise}.`;
}
/** Traffic shifts in steps, with a bake time after each. */
function shifts({ last }) {
    const { serviceDeployment } = last;
    if (!/TRAFFIC_SHIFT/.test(serviceDeployment?.lifecycleStage ?? ''))
        return undefined;
    const stage = stageName(serviceDeployment);
    const traffic = trafficText(serviceDeployment);
    return {
        object: `stage ${stage} to end${traffic}`,
        isLogged: true,
        text: `stage ${stage} is not over${traffic}`,
        failureClass: 'time-limit',
        next: 'Raise wait-for-minutes, or let the strategy shift in larger steps or with shorter bake times.',
    };
}
function stageName(deployment) {
    return deployment?.lifecycleStage?.toLowerCase().replaceAll('_', ' ');
}
function trafficText(deployment) {
    const weight = deployment?.trafficWeight;
    return weight === undefined ? '' : `; the new revision gets ${weight}% of the traffic`;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/interruptions.js

const kinds = [
    {
        matches: ({ stopCode, stoppedReason = '' }) => stopCode === 'SpotInterruption' || /spot (?:task|interruption)/i.test(stoppedReason),
        as: 'interrupted by Spot',
        failureClass: 'placement',
        next: 'Run a part of the tasks on capacity that is not Spot (capacityProviderStrategy), or deploy again when Spot capacity is back.',
    },
    {
        matches: ({ stoppedReason = '' }) => /performing maintenance/i.test(stoppedReason),
        as: 'retired for maintenance of the host',
        failureClass: 'placement',
        next: 'Deploy again: AWS replaces hosts, which does not depend on the revision.',
    },
    {
        matches: ({ stopCode, stoppedReason = '' }) => stopCode === 'InfrastructureHealth' ||
            stopCode === 'TerminationNotice' ||
            /^Host EC2 .*(?:terminated|stopped)|instance is in DRAINING/i.test(stoppedReason),
        as: 'lost with a host',
        failureClass: 'placement',
        next: 'Check the container instances and their Auto Scaling group, then deploy again.',
    },
    {
        matches: ({ stopCode }) => stopCode === 'UserInitiated',
        as: 'stopped by a person or a program',
        failureClass: 'other',
        next: 'Find out what stops tasks of the service (StopTask), then deploy again.',
    },
];
/** Most frequent first. */
function interruptions(tasks) {
    const found = kinds.map(kind => ({ kind, ended: tasks.filter(task => interruptions_kindOf(task) === kind) }));
    return found
        .filter(({ ended }) => ended.length > 0)
        .map(({ kind: { as, failureClass, next }, ended }) => ({
        as: `${ended.length === 1 ? 'was' : 'were'} ${as}`,
        failureClass,
        next,
        count: ended.length,
        at: Math.max(...ended.map(task => (0,ecs_task/* endedAt */.u5)(task) ?? 0)),
    }))
        .sort((a, b) => b.count - a.count);
}
function interruptions_kindOf(task) {
    return kinds.find(({ matches }) => matches(task));
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/current-targets.js

/** The last snapshot of each target group; undefined if one of them is older than the tasks. */
function currentTargets(facts) {
    const { targets, tasks } = facts;
    const groups = [...new Set(targets.map(({ group }) => group))];
    const latest = groups.flatMap(group => targets.findLast(one => one.group === group) ?? []);
    const known = facts.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups);
    const isComplete = latest.length > 0 && known.every(group => groups.includes(group));
    const starts = tasks.flatMap(({ desiredStatus, startedAt }) => desiredStatus === 'RUNNING' && startedAt !== undefined ? [startedAt] : []);
    const changed = Math.max(lastMove(facts, ['started', 'registered']) ?? 0, ...starts);
    return isComplete && latest.every(({ at }) => at > changed) ? latest : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/tasks.js
/** What becomes of the tasks: of the deployment, and of older ones. */











const longer = (0,classes/* nextStep */.sk)('time-limit');
/** The other rows are about our deployment. */
function rollsBack(facts) {
    const { ours, running, service, tracked } = facts;
    const primary = (0,ecs_service/* primaryOf */.Os)(service);
    if (!primary || ours?.status === 'PRIMARY')
        return undefined;
    const revision = (0,ecs_arn/* revisionName */.pd)(primary.taskDefinition);
    const share = `${primary.runningCount} of ${service.desiredCount} running`;
    const text = `${revision} is the current revision again, ${share}`;
    if (primary.runningCount >= service.desiredCount && running > 0 && isLeaving(facts)) {
        const wait = tasks_stopping({ revision: (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition), running }, service);
        return { ...wait, text: `${text}, and ${wait.text}` };
    }
    return {
        object: `${revision} to serve again (${share})`,
        text,
        failureClass: 'time-limit',
        next: longer,
    };
}
/** A container that others depend on (dependsOn) keeps a task in PENDING. */
function stuckStart({ pending, tasks }) {
    const starting = pending > 0 ? startingTasks(tasks) : [];
    const causes = starting.flatMap(({ containers }) => {
        const ended = containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
        if (ended)
            return [{ name: ended.name, as: `exited with code ${ended.exitCode}` }];
        const sick = containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
        return sick ? [{ name: sick.name, as: 'is unhealthy' }] : [];
    });
    const [first] = causes;
    if (!first)
        return undefined;
    return {
        object: `container ${first.name}, which others depend on and which ${first.as}`,
        text: `${countTasks(starting.length)} ${starting.length === 1 ? 'stays' : 'stay'} in PENDING: container ${first.name}, which others depend on, ${first.as}`,
        failureClass: first.as === 'is unhealthy' ? 'health-check' : 'container-exit',
        next: `Read the log of ${first.name}, and compare dependsOn of the other containers with how ${first.name} ends.`,
    };
}
function tasks_interrupted({ last, tasks, running, service }) {
    const counts = interruptions(tasks);
    const [first] = counts;
    if (!first || (running >= service.desiredCount && first.at < last.at - pace/* quietFor */.IE))
        return undefined;
    const text = (0,enumerate/* enumerate */.HL)(counts.map(({ count, as }) => `${count} ${count === 1 ? 'task' : 'tasks'} ${as}`));
    const { failureClass, next } = first;
    return { object: `tasks that run: ${text}`, isLogged: true, text, failureClass, next };
}
/** Older tasks that ECS has begun to stop. */
function drains(facts) {
    const { running, service, old } = facts;
    const [first] = old;
    if (running < service.desiredCount || running === 0 || !first || !isLeaving(facts))
        return undefined;
    const wait = tasks_stopping(first, service);
    return { ...wait, text: `all its tasks run, and ${wait.text}` };
}
function tasks_stopping({ revision, running }, service) {
    const count = `${countTasks(running)} of ${revision}`;
    const isBalanced = service.loadBalancers.length > 0;
    const why = isBalanced
        ? 'the load balancer drains their connections (deregistration delay, 300 s unless set)'
        : 'their containers take long to end (stopTimeout)';
    return {
        object: `${count} to stop: ${why}`,
        text: `${count} ${running === 1 ? 'is' : 'are'} still stopping: ${why}`,
        failureClass: 'time-limit',
        next: isBalanced
            ? 'Raise wait-for-minutes, or lower the deregistration delay of the target group.'
            : 'Raise wait-for-minutes, or lower stopTimeout of the containers.',
    };
}
/** ECS stops older tasks only when newer ones are healthy. */
function isLeaving(facts) {
    if (facts.last.serviceDeployment?.lifecycleStage === 'CLEAN_UP')
        return true;
    const stops = lastMove(facts, ['stopped', 'begun draining connections on']);
    return stops !== undefined && stops >= (lastMove(facts, ['started']) ?? 0);
}
function becomesHealthy(facts) {
    const { checkedContainers, pending, running, service, tracked } = facts;
    if (running === 0 || pending > 0)
        return undefined;
    const targets = currentTargets(facts);
    const waiting = targets?.flatMap(one => one.targets.filter(isWaiting));
    const isBalanced = service.loadBalancers.length > 0 && waiting?.length !== 0;
    const sick = unhealthyContainers(facts);
    const containers = sick ?? (isBalanced ? [] : checkedContainers);
    if (!isBalanced && containers.length === 0)
        return undefined;
    const who = `${countTasks(running)} of ${(0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition)}`;
    const what = containers.length > 0
        ? `${containers.length === 1 ? 'container' : 'containers'} ${(0,enumerate/* enumerate */.HL)(containers)} of ${who}`
        : `the targets of ${who}`;
    const unhealthy = (0,target_health/* unhealthyTargetsText */.WG)(targets ?? []);
    const detail = unhealthy ?? waitingTargetsText(waiting ?? []);
    return {
        object: `${what} to become healthy`,
        text: `ECS waits for ${what} to become healthy${detail ? `: ${detail}` : ''}`,
        failureClass: 'health-check',
        next: unhealthy
            ? (0,classes/* nextStep */.sk)('health-check')
            : 'Make the app answer its health check sooner, or raise wait-for-minutes if it needs this long.',
    };
}
function isWaiting(target) {
    return !(0,target_health/* isDraining */.jQ)(target) && !(0,target_health/* isReady */.i_)(target);
}
/** `2 of them are initial (Target registration is in progress)` */
function waitingTargetsText(waiting) {
    const [first] = waiting;
    if (!first)
        return undefined;
    const reason = first.description ?? first.reason;
    return `${waiting.length} ${waiting.length === 1 ? 'is' : 'are'} ${first.state}${reason ? ` (${reason})` : ''}`;
}
/** Undefined if the tasks were not read. A container without a health check is UNKNOWN (API_Container). */
function unhealthyContainers({ checkedContainers, tasks }) {
    const up = tasks.filter(({ desiredStatus, lastStatus }) => lastStatus === 'RUNNING' && desiredStatus === 'RUNNING');
    if (up.length === 0)
        return undefined;
    return checkedContainers.filter(name => up.some(({ containers }) => containers.some(container => container.name === name && container.healthStatus !== 'HEALTHY')));
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
function starting({ pending, running, service, tasks }) {
    if (pending === 0)
        return undefined;
    const states = startingTasks(tasks).map(({ lastStatus }) => lastStatus);
    const text = `${pending} of ${service.desiredCount} tasks are still starting`;
    if (states.length > 0 && states.every(state => state === 'PROVISIONING')) {
        return {
            object: `${countTasks(pending)} in PROVISIONING: a network interface or an instance for them`,
            text: `${text}: they are in PROVISIONING, before a network interface and an instance are ready`,
            failureClass: 'placement',
            next: 'Check the free addresses of the subnets and, with a capacity provider, whether it adds instances.',
        };
    }
    const state = states.length > 0 ? ` (${[...new Set(states)].join(', ')})` : '';
    return {
        object: `${countTasks(pending)} to start${state}`,
        text: `${text}${state}, ${running} ${running === 1 ? 'runs' : 'run'}`,
        yieldsToTargets: true,
        failureClass: 'time-limit',
        next: 'Raise wait-for-minutes, if the start takes this long.',
    };
}
function startingTasks(tasks) {
    return tasks.filter(({ lastStatus, desiredStatus }) => desiredStatus === 'RUNNING' && /^(?:PROVISIONING|PENDING|ACTIVATING)$/.test(lastStatus));
}
/** After failures. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html */
function backsOff(facts) {
    const { pending, running, service } = facts;
    if (running + pending >= service.desiredCount)
        return undefined;
    if (!said(facts, /unable to consistently start tasks successfully/))
        return undefined;
    return {
        object: 'ECS to try again: it starts tasks less often after failures',
        isLogged: true,
        text: 'ECS cannot start tasks consistently and tries less and less often',
        yieldsToTargets: true,
        failureClass: 'other',
        next: 'Read why tasks of the service stopped.',
    };
}
/** What is seen, where nothing says why. */
function unexplained(facts) {
    const { events, pending, running, service, tasks, tracked } = facts;
    const ours = (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition);
    const missing = service.desiredCount - running - pending;
    const what = missing > 0
        ? `ECS has not started ${missing} of ${service.desiredCount} tasks of ${ours}`
        : `all tasks of ${ours} run, but ECS has not completed the deployment`;
    const counts = countsText(tracked, service);
    const event = events[0] && (0,event_text/* eventText */.cj)(events[0].message);
    const stop = tasks.findLast(({ stoppedReason }) => stoppedReason)?.stoppedReason;
    const details = [
        counts,
        event && `the last event is "${event}"`,
        stop && `the last task stopped with "${stop}"`,
    ];
    return {
        object: missing > 0 ? `ECS to start ${countTasks(missing)}` : 'ECS to complete the deployment',
        text: [what, ...details.filter(Boolean)].join('; '),
        yieldsToTargets: true,
        failureClass: 'other',
        next: missing > 0 ? 'Read the events of the service.' : longer,
    };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/waits/waits.js
/** What a deployment waits for that does not get on, as far as the last poll shows it. */







/** In order of precedence: what nobody can wait for comes first. */
const rows = [
    rollsBack,
    targetsRefused,
    taskRefused,
    noRoom,
    protectedTasks,
    stuckStart,
    pauses,
    hookRuns,
    unplaced,
    tasks_interrupted,
    bakes,
    shifts,
    throttled,
    backsOff,
    drains,
    becomesHealthy,
    starting,
    unexplained,
];
function waitOf({ context, last, tasks, targets, waits }) {
    const { eventsBefore, tracked } = context;
    const events = last.service === 'missing' ? [] : last.service.events;
    const isRead = last.at - tasks.triedRunningAt <= pace/* startingReadGap */.f2 + pace/* maxRecordAge */.Lo;
    return waits_waitFor({
        tracked,
        checkedContainers: context.checkedContainers,
        minutes: context.options.minutes,
        last,
        events: events.filter(({ id }) => !eventsBefore.includes(id)),
        tasks: isRead ? knownTasks(tasks) : stoppedTasks(tasks),
        targets: targets.snapshots,
        times: waits,
    });
}
/** Undefined if the service is gone. */
function waits_waitFor(facts) {
    const { last, tracked } = facts;
    const { service } = last;
    if (service === 'missing')
        return undefined;
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId);
    const old = service.deployments
        .filter(({ id, runningCount }) => id !== tracked.deploymentId && runningCount > 0)
        .map(one => ({ revision: (0,ecs_arn/* revisionName */.pd)(one.taskDefinition), running: one.runningCount }));
    const counts = { running: ours?.runningCount ?? 0, pending: ours?.pendingCount ?? 0 };
    for (const row of rows) {
        const wait = row({ ...facts, ...counts, service, ours, old });
        if (wait)
            return wait;
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/diagnosis/event-failures.js
/**
 * Failed health checks from service events: ECS may forget stopped tasks after an hour (API_DescribeTasks), and a role
 * may not be allowed to read them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */


/** `events`: since the deployment began, newest first. Ignores tasks that started before. */
function eventFailures(events, context) {
    const clusterTasks = context.clusterArn.replace(':cluster/', ':task/');
    const oldestFirst = [...events].reverse();
    const started = startedTasks(oldestFirst, context.deploymentId);
    const tasksByReason = new Map();
    for (const { message } of oldestFirst) {
        const failure = failureIn(message);
        if (!failure || !started.has(failure.task))
            continue;
        const arn = `${clusterTasks}/${failure.task}`;
        if (context.otherTasks.has(arn))
            continue;
        const tasks = tasksByReason.get(failure.reason) ?? [];
        // A task can have several events.
        tasksByReason.set(failure.reason, tasks.includes(arn) ? tasks : [...tasks, arn]);
    }
    return [...tasksByReason]
        .map(([reason, tasks]) => ({
        failureClass: 'health-check',
        reason,
        tasks,
        stopCode: undefined,
        container: undefined,
        exitCode: undefined,
        of: context.hadOtherTasks ? 'service' : undefined,
    }))
        .sort((a, b) => b.tasks.length - a.tasks.length);
}
/** Oldest first. */
function startedTaskIds(events, deploymentId) {
    return [...startedTasks([...events].reverse(), deploymentId)];
}
/** Not of a rollback, nor of another deployment that the event names. */
function startedTasks(oldestFirst, deploymentId) {
    const end = oldestFirst.findIndex(({ message }) => / rolling back to /.test(message));
    const messages = oldestFirst.slice(0, end < 0 ? undefined : end).map(({ message }) => message);
    const isOfOther = (message) => {
        const named = /\b(?:deployment|taskSet) (ecs-svc\/\d+)/.exec(message)?.[1];
        return named !== undefined && named !== deploymentId;
    };
    return new Set(messages.filter(message => !isOfOther(message)).flatMap(startedIn));
}
/** `(service web) has started 2 tasks: (task 3e7a…) (task 5e1c…).` */
function startedIn(message) {
    const [, list] = / has started \d+ tasks: (.*)$/s.exec(message) ?? [];
    return [...(list ?? '').matchAll(/\(task ([^\s()]+)\)/g)].map(([, task = '']) => task);
}
function failureIn(message) {
    const [, task, rest] = /\(task ([^\s()]+)\) (.*?)\.?$/s.exec(message) ?? [];
    if (!task || !rest)
        return undefined;
    if (rest === 'failed container health checks')
        return { task, reason: rest };
    const [, group] = /is unhealthy in \(target-group ([^\s()]+)\)/.exec(rest) ?? [];
    const response = (0,event_text/* targetResponse */.v)(message);
    if (!group || !response)
        return undefined;
    const { port, reason } = response;
    return { task, reason: `is unhealthy in (target-group ${(0,ecs_arn/* shortenArns */.Ov)(group)}), port ${port}: ${reason}` };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/healthy-by.js
/** When the tasks of a success were healthy, at the latest. AWS keeps no such time. */


/**
 * ECS stops older tasks as far as minimumHealthyPercent allows, so with 100% the last of them leave when all are healthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function healthyBy({ deploymentId }, service, { checksContainers, completedAt }) {
    if (service.loadBalancers.length === 0 && !checksContainers)
        return undefined;
    const { min } = taskLimitsAt(service, service.desiredCount);
    const begun = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId)?.createdAt;
    if (service.strategy !== 'ROLLING' || min < service.desiredCount || begun === undefined)
        return completedAt;
    const drained = service.events.find(({ at, message }) => {
        const of = /, taskSet ([^)]+)\) has begun draining connections/.exec(message)?.[1];
        return at >= begun && of !== undefined && of !== deploymentId;
    });
    return drained?.at ?? completedAt;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/healthy-tasks.js


/**
 * The bake time begins when all tasks of the new revision are healthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
const healthyStages = ['bake time', 'clean up'];
/** Times at which all tasks that ran then were healthy. */
function momentsOfHealth({ definition, last, result, timeline, tracked }) {
    if (result.kind !== 'succeeded' || last.service === 'missing')
        return [];
    const { completedAt } = result;
    const checksContainers = (0,task_definition_containers/* checksHealth */.K3)(definition);
    if (last.service.loadBalancers.length === 0 && !checksContainers)
        return [];
    const baking = timeline.find(({ event }) => event?.kind === 'stage' && healthyStages.includes(event.stage));
    const by = healthyBy(tracked, last.service, { checksContainers, completedAt });
    const times = [by, completedAt, baking?.at];
    return times.filter(at => at !== undefined);
}
/** When the last of the tasks that are up was healthy; undefined: not known of each */
function lastHealthyAt(spans, moments) {
    if (moments.length === 0)
        return undefined;
    // The tasks could not be read.
    if (spans.length === 0)
        return Math.min(...moments);
    const up = spans.filter(({ endedAt }) => endedAt === undefined);
    const times = up.map(({ healthyAt }) => healthyAt ?? Number.POSITIVE_INFINITY);
    const last = Math.max(...times);
    return Number.isFinite(last) ? last : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/impact.js

function impactOf(watch) {
    const before = completedBefore(watch);
    const baseline = Math.min(before.wanted, impact_total(before.running));
    const observations = [
        ...watch.capacity.map(poll => ofPoll(poll, { watch, baseline, before: before.running })),
        ...ofTargets(watch, baseline),
        ...ofServing(watch),
    ].sort((one, other) => one.from - other.from);
    const outage = shortage('outage', observations, baseline);
    // Before its first task is up, a service has no users.
    if (outage && (baseline > 0 || outage.lasts))
        return outage;
    return (shortage('reduced', observations, baseline) ??
        withoutShortage(watch, { observations, hadTasks: before.hadTasks }));
}
/** Before this run changed anything. */
function completedBefore({ plan }) {
    const { deployments } = plan.observed.service;
    const completed = deployments.filter(({ rolloutState }) => rolloutState === 'COMPLETED');
    const running = completed.map(({ id, taskDefinition, runningCount }) => ({
        id,
        taskDefinition,
        running: runningCount,
    }));
    return {
        wanted: plan.settings.before.desiredCount,
        running,
        hadTasks: deployments.some(({ runningCount }) => runningCount > 0),
    };
}
function ofPoll(poll, { watch, baseline, before }) {
    const { tracked } = watch;
    const earlier = poll.deployments.filter(({ id, taskDefinition }) => id !== tracked.deploymentId &&
        before.some(one => one.id === id || one.taskDefinition === taskDefinition));
    const need = Math.min(baseline, poll.wanted);
    const all = impact_total(poll.deployments);
    const kept = impact_total(earlier);
    const at = { from: poll.at, to: poll.lastAt, counted: 'tasks' };
    if (poll.wanted > 0 && all === 0)
        return { ...at, level: 'outage', count: 0 };
    if (all < need)
        return { ...at, level: 'reduced', count: all };
    return { ...at, level: kept >= need && baseline > 0 ? 'kept' : 'unclear', count: kept };
}
/** A task can have targets in several groups: then only an outage is certain. */
function ofTargets({ capacity, targets }, baseline) {
    const need = Math.min(baseline, ...capacity.map(({ wanted }) => wanted));
    const isSingle = new Set(targets.map(({ group }) => group)).size === 1;
    return (0,target_health/* summarizeTargetHealth */.FK)(targets).flatMap(({ at, isOutage }) => {
        const ready = readyAt(targets, at);
        const common = { from: at, to: at, counted: 'targets', count: ready };
        if (isOutage)
            return [{ ...common, level: 'outage' }];
        if (!isSingle)
            return [];
        if (ready < need)
            return [{ ...common, level: 'reduced' }];
        return [{ ...common, level: baseline > 0 ? 'kept' : 'unclear' }];
    });
}
/** Tasks run at the end, and none of them is healthy. Behind a load balancer, its targets say so. */
function ofServing({ endedAt, plan, serving }) {
    const isBalanced = plan.observed.service.loadBalancers.length > 0;
    if (isBalanced || serving.kind !== 'none' || serving.others.length === 0)
        return [];
    return [{ from: endedAt, to: endedAt, counted: 'tasks', count: 0, level: 'outage' }];
}
function readyAt(snapshots, at) {
    return snapshots.filter(poll => poll.at === at).flatMap(({ targets }) => targets.filter(target_health/* isReady */.i_)).length;
}
function shortage(kind, observations, of) {
    const [first, ...others] = observations.filter(({ level }) => level === kind);
    if (!first)
        return undefined;
    const last = observations.at(-1);
    const lasts = last?.level === kind;
    const worst = others.reduce((least, one) => (one.count < least.count ? one : least), first);
    const { counted, count: least } = withoutTasks(lasts ? last : worst, observations);
    return { kind, counted, least, of, spans: impact_spansOf(kind, observations), lasts };
}
/** Targets that are not healthy need a task: at the last poll before, there may have been none. */
function withoutTasks(worst, observations) {
    const poll = observations.findLast(({ counted, from }) => counted === 'tasks' && from <= worst.from);
    return poll?.level === 'outage' ? poll : worst;
}
/** What is not clear is no part of a span. */
function impact_spansOf(kind, observations) {
    const spans = [];
    let isOpen = false;
    for (const { level, from, to } of observations) {
        const last = spans.at(-1);
        if (level === kind && isOpen && last)
            spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) };
        else if (level === kind)
            spans.push({ from, to });
        isOpen = level === kind;
    }
    return spans;
}
function withoutShortage(watch, { observations, hadTasks }) {
    const { result, alarms, last, spans, capacity } = watch;
    const unknown = (reason) => ({ kind: 'unknown', reason });
    if (result.kind === 'unknown')
        return unknown('lost-sight');
    if (alarms.size > 0 || (last.serviceDeployment?.triggeredAlarms.length ?? 0) > 0)
        return unknown('alarm');
    const hasFailed = result.kind === 'rolled-back' || result.kind === 'failed';
    if (hasFailed && hasServed(capacity, spans))
        return unknown('new-served');
    if (!hadTasks)
        return { kind: 'unaffected', kept: 0 };
    const polls = observations.filter(({ counted }) => counted === 'tasks');
    if (polls.length === 0 || observations.some(({ level }) => level === 'unclear'))
        return unknown('health-unread');
    return { kind: 'unaffected', kept: Math.min(...polls.map(({ count }) => count)) };
}
/** Where traffic shifts by weights, a healthy task need not serve. */
function hasServed(capacity, spans) {
    const weights = capacity.flatMap(({ trafficWeight }) => trafficWeight ?? []);
    if (weights.length > 0)
        return weights.some(weight => weight > 0);
    return spans.some(({ healthyAt }) => healthyAt !== undefined);
}
function impact_total(deployments) {
    return deployments.reduce((sum, { running }) => sum + running, 0);
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/last-poll.js



function pendingHook({ serviceDeployment }) {
    if (!serviceDeployment || (0,service_deployment/* stageOf */.gV)(serviceDeployment) !== 'ongoing')
        return undefined;
    const { hooks } = serviceDeployment;
    const pause = (0,service_deployment/* waitingPause */.yH)(serviceDeployment);
    const waiting = pause ?? hooks.find(({ status }) => status === 'AWAITING_ACTION');
    return waiting && { text: hookText(waiting), pause };
}
function failedHook({ serviceDeployment }) {
    const failed = serviceDeployment?.hooks.find(({ status, timeoutAction }) => status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE'));
    return failed && hookText(failed);
}
/** ECS may blame a hook that it does not list, or no longer. */
function hookFailure(result) {
    if (result.kind !== 'rolled-back' && result.kind !== 'failed')
        return undefined;
    return (0,classes/* classOfReason */.WZ)(result.reason) === 'lifecycle-hook' ? result.reason : undefined;
}
// EXTERNAL MODULE: ./lib/src/core/outcome/revision-health.js
var revision_health = __webpack_require__(4661);
;// CONCATENATED MODULE: ./lib/src/core/outcome/serving-at-end.js


function servingAtEnd(record) {
    const { definition, last, plan, result, targets, tasks, tracked } = record;
    const { service, serviceDeployment } = last;
    if (result.kind === 'unknown' || service === 'missing')
        return outcome_serving/* unknownServing */.jy;
    if (result.kind === 'idle')
        return outcome_serving/* nothingServes */.gm;
    const { live, serving: before } = plan.observed;
    const checked = [
        ...((0,task_definition_containers/* checksHealth */.K3)(definition) ? [tracked.taskDefinition] : []),
        ...(before !== undefined && (0,task_definition_containers/* checksHealth */.K3)(live) ? [before] : []),
    ];
    const evidence = {
        service,
        tracked,
        trafficWeight: serviceDeployment?.trafficWeight,
        tasks: tasks.running,
        snapshots: targets.filter(({ at }) => at >= last.at),
        checked: new Set(checked),
        now: record.endedAt,
    };
    return result.kind === 'succeeded' ? (0,outcome_serving/* servesAlone */.qI)(evidence, tracked.taskDefinition) : (0,outcome_serving/* whatServes */.VH)(evidence);
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/target-revisions.js
/**
 * By the address of the task, which ECS shows for awsvpc tasks only. Other targets belong to the only previous revision,
 * if every task of this deployment was read and nobody else deployed.
 */



function withRevisions(record) {
    const { tracked, tasks, targets } = record;
    const before = beforeOurs(record);
    const of = (target, at) => tasks.all.some(task => isOf(task, target, at)) ? tracked.taskDefinition : before;
    return targets.map(poll => ({
        ...poll,
        targets: poll.targets.map(target => ({ ...target, revision: of(target, poll.at) })),
    }));
}
/** Addresses are reused, but the target of a stopped task drains. */
function isOf({ addresses = [], createdAt, stoppedAt }, target, at) {
    if (!addresses.includes(target.id) || createdAt === undefined || createdAt > at)
        return false;
    return stoppedAt === undefined || at <= stoppedAt || (0,target_health/* isDraining */.jQ)(target);
}
/** The revision of all other targets, if certain. */
function beforeOurs({ tracked, tasks, result, last }) {
    const [before, ...others] = tracked.deployedBefore;
    const isReplaced = result.kind === 'superseded' || (result.kind === 'failed' && result.replacedBy !== undefined);
    const isAlone = others.length === 0 && !isReplaced;
    if (!isAlone || tasks.denied || last.service === 'missing')
        return undefined;
    const { runningCount = 0, pendingCount = 0 } = (0,ecs_service/* deploymentOf */.PE)(last.service, tracked.deploymentId) ?? {};
    const isComplete = runningCount + pendingCount <= tasks.all.filter(({ lastStatus }) => lastStatus !== 'STOPPED').length &&
        unlistedFailures(tracked, last, tasks.stopped) === 0 &&
        tasks.all.every(({ addresses = [] }) => addresses.length > 0);
    return isComplete ? before : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/build-rollout.js
/** Redacts texts of AWS that the watch has not redacted. */















/** The diagnosis adds causes and logs. */
function buildRollout(record) {
    const { plan, tracked, last, result, tasks, targets, alarms } = record;
    const service = last.service === 'missing' ? undefined : last.service;
    const events = newEvents(service, plan.observed.service);
    const hide = (text) => (0,redact/* redact */.E$)(text, record.secrets);
    const failures = failuresIn(record, events);
    const allHealthyAt = momentsOfHealth(record);
    const spans = spansOf(tasks.all, { reported: tasks.healthy, snapshots: targets, allHealthyAt });
    const unplaced = (0,event_text/* placementFailures */.bu)(events);
    const waiting = pendingHook(last);
    const serving = servingAtEnd(record);
    const failed = failedHook(last) ?? hookFailure(result);
    return {
        plan,
        tracked,
        desiredCount: service?.desiredCount ?? plan.settings.after.rolloutCount,
        failures: failures.map(group => ({ ...group, reason: hide(group.reason) })),
        tasks: spans,
        healthyBy: lastHealthyAt(spans, allHealthyAt),
        failedTasks: Math.max(ownFailures(failures), countedFailures(tracked, last)),
        timeline: record.timeline,
        endedAt: record.endedAt,
        tasksUnreadSince: undefined,
        alarms: (last.serviceDeployment?.triggeredAlarms ?? []).map(hide),
        serviceDeploymentArn: record.serviceDeploymentArn,
        serving,
        lastPoll: result.kind === 'unknown' ? build_rollout_lastPoll(tracked, last) : undefined,
        tasksDenied: tasks.denied
            ? { named: startedTaskIds(events, tracked.deploymentId).slice(0, maxNamedTasks) }
            : undefined,
        alarmDetails: alarms.size > 0 ? alarms : undefined,
        targets: targetEvidence(record),
        wait: record.wait && { ...record.wait, text: hide(record.wait.text) },
        unplaced: unplaced && { ...unplaced, reason: hide(unplaced.reason) },
        impact: impactOf({ ...record, serving, spans }),
        previousGone: isPreviousGone(record) || undefined,
        pendingHook: waiting && { ...waiting, text: hide(waiting.text) },
        unconfirmedReason: record.unconfirmedReason && hide(record.unconfirmedReason),
        verification: undefined,
        verificationRollback: undefined,
        takeBack: undefined,
        broughtBackBy: undefined,
        rollback: rollbackIn(record),
        failedHook: failed && hide(failed),
        stoppedBecause: record.stoppedBecause,
        scaledToZero: undefined,
    };
}
/** The tasks of a deployment mostly fail for the same reason. */
const maxNamedTasks = 3;
/** ECS lists stopped tasks for about an hour; events explain the others. */
function failuresIn(record, events) {
    const { tracked, last, tasks } = record;
    const failed = tasks.stopped.filter(ecs_task/* isFailed */.Ix);
    if (unlistedFailures(tracked, last, failed) > 0)
        return eventFailures(events, eventContext(record));
    return (0,failure_group/* groupFailures */.BR)(failed, last.service === 'missing' ? [] : last.service.events);
}
function targetEvidence(record) {
    const { result, targets, tasks } = record;
    const isExpected = ['succeeded', 'paused', 'started'].includes(result.kind);
    const isEvidence = !isExpected || tasks.stopped.some(ecs_task/* isFailed */.Ix);
    return isEvidence && targets.length > 0 ? withRevisions(record) : undefined;
}
function newEvents(service, before) {
    const known = new Set(before.events.map(({ id }) => id));
    return service?.events.filter(({ id }) => !known.has(id)) ?? [];
}
function eventContext({ plan, tracked, tasks }) {
    const { clusterArn, deployments } = plan.observed.service;
    return {
        clusterArn,
        deploymentId: tracked.deploymentId,
        otherTasks: tasks.others,
        hadOtherTasks: deployments.some(({ runningCount, pendingCount }) => runningCount + pendingCount > 0),
    };
}
/** Groups of the whole `service` may include other deployments. */
function ownFailures(failures) {
    return failures.filter(group => group.of === undefined).flatMap(group => group.tasks).length;
}
function isPreviousGone({ tracked: { previous }, result, last: { service } }) {
    return (result.kind !== 'unknown' &&
        previous !== undefined &&
        service !== 'missing' &&
        (0,revision_health/* runningOf */.Tx)(service, previous) === 0);
}
function build_rollout_lastPoll(tracked, { at, service }) {
    if (service === 'missing')
        return undefined;
    const text = countsText(tracked, service);
    return text === '' ? undefined : { at, text };
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/running-tasks.js

/** `running`: tasks that should run, if read */
function withRunningTasks(result, running, redacted) {
    switch (result.kind) {
        case 'failed':
            return { ...result, running: countRunning(running, result.running), reason: redacted(result.reason) };
        case 'unknown':
            return { ...result, reason: redacted(result.reason) };
        case 'rolled-back':
            return { ...result, reason: result.reason && redacted(result.reason) };
        case 'succeeded':
        case 'idle':
        case 'superseded':
        case 'paused':
        case 'started':
        case 'timed-out':
        case 'cancelled':
            return result;
    }
}
/** ECS may count tasks that are draining. */
function countRunning(running, counted) {
    return counted === 0 ? counted : (running?.filter(ecs_task/* isUp */.ie).length ?? counted);
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/watched.js












function watchedOf(state, plan, { definition }) {
    const { end, last, context, tasks } = state;
    if (!end)
        throw new TypeError('the watch has not ended');
    const { secrets } = context;
    // Tasks that were read before the end may have stopped since.
    const read = tasks.lastRunning?.kind === 'read' ? tasks.lastRunning : undefined;
    const running = read && read.requestedAt >= end.at ? read.tasks : undefined;
    const result = withRunningTasks(end.result, running, text => (0,redact/* redact */.E$)(text, secrets));
    const stopped = stoppedTasks(tasks);
    return {
        result,
        stopped,
        readsAreCurrent: state.evaluation.readsAreCurrent,
        rollbackRequested: state.failFast.stopRequested,
        notices: noticesOf(state, result).map(notice => (0,errors_notice/* redactNotice */.Ip)(notice, secrets)),
        rollout: buildRollout({
            plan,
            definition,
            secrets,
            tracked: context.tracked,
            last,
            result,
            endedAt: end.at,
            tasks: {
                all: knownTasks(tasks),
                stopped,
                running: tasks.allRunning,
                healthy: tasks.healthy,
                others: tasks.others,
                denied: tasks.blocked?.kind === 'denied',
            },
            targets: state.targets.snapshots,
            capacity: state.capacity,
            alarms: state.alarms.found,
            timeline: state.log.timeline,
            serviceDeploymentArn: state.polls.serviceDeploymentArn,
            unconfirmedReason: state.confirmation.reason,
            stoppedBecause: state.failFast.reason,
            rollback: state.evaluation.rollbackSince === undefined
                ? undefined
                : { target: state.evaluation.rollbackTarget, failed: rollbackFailures(state) },
            wait: result.kind === 'timed-out' ? waitOf(state) : undefined,
        }),
    };
}
function noticesOf(state, result) {
    const { last, context, tasks } = state;
    const unlisted = unlistedFailures(context.tracked, last, stoppedTasks(tasks).filter(ecs_task/* isFailed */.Ix));
    const isUnlisted = unlisted > 0 && tasks.readAt >= last.at && !tasks.blocked;
    return [
        ...pollNotices(state.polls),
        ...taskNotices(tasks),
        ...(isUnlisted ? [unlistedNotice(unlisted)] : []),
        ...(result.kind === 'succeeded' ? [] : state.targets.notices),
        ...state.alarms.notices,
        ...goalNotices(state, result),
        ...failFastNotices(state.failFast, state.polls),
        ...state.confirmation.notices,
    ];
}
;// CONCATENATED MODULE: ./lib/src/core/plan/restoring-update.js

function restoringUpdate({ observed: { live }, settings: { before }, update, }) {
    if (update.volumeConfigurations === undefined)
        return {};
    // What serves could not do without it: the answer lacks it (docs/adr/0026).
    if (before.volumes.length === 0 && launchVolumesIn(live).length > 0)
        return {};
    return { volumeConfigurations: before.volumes };
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/clock-skew.js


/** Milliseconds that change no decision. */
const tolerance = 20_000;
/** Milliseconds that this clock is ahead; AWS set `madeAt` between the other times. */
function clockSkew(madeAt, from, to) {
    if (madeAt === undefined)
        return 0;
    const ahead = madeAt < from ? from - madeAt : Math.min(0, to - madeAt);
    return Math.abs(ahead) > tolerance ? ahead : 0;
}
function withClockOffset(clock, by) {
    return {
        now: () => clock.now() - by,
        sleep: (milliseconds, until) => clock.sleep(milliseconds, until),
        random: () => clock.random(),
    };
}
function clockNotices(ahead) {
    if (ahead === 0)
        return [];
    const seconds = Math.abs(ahead) / 1000;
    const side = ahead > 0 ? 'ahead of' : 'behind';
    return [
        (0,errors_notice/* notice */.lm)(`The clock of this machine is ${(0,duration/* formatDuration */.a3)(seconds)} ${side} the clock of AWS: all times shown are those of AWS.`),
    ];
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/send-update.js
/** An Express service has a call of its own, which takes nothing besides the revision (docs/adr/0051). */

/** Once. */
async function sendUpdate(ecs, service, change) {
    if (!(0,ecs_service/* isExpress */.Ty)(service))
        return { service: await ecs.updateService(change), serviceRevision: undefined };
    const { taskDefinition } = change;
    const serviceRevision = await ecs.updateExpressService({ serviceArn: service.arn, taskDefinition });
    return { service: undefined, serviceRevision };
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/update-service.js
/** Finds the deployment that an update started, also after a lost response (docs/adr/0006, docs/adr/0051). */








async function startDeployment(ports, request) {
    const { clock } = ports;
    const sentAt = clock.now();
    const sent = await sendWithRetries(ports, request);
    if (sent.kind !== 'answered')
        return sent;
    const { answer, answeredAt } = sent;
    const started = answer.service && startedIn(answer.service);
    if (started)
        return started;
    const effect = await findEffect(ports, request, answer);
    const found = effect.kind === 'found' && startedIn(effect.service);
    const reason = 'ECS accepted the update, but shows no new deployment for it';
    // Without its deployments, the answer says nothing of what it started.
    return found || { kind: 'lost', reason, answered: answer.service !== undefined };
    function startedIn(service) {
        const tracked = track(request, { ...answer, service }, answeredAt);
        if (!tracked)
            return undefined;
        const skewMs = clockSkew((0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId)?.createdAt, sentAt, clock.now());
        const startedAt = answeredAt - skewMs;
        return { kind: 'started', tracked: { ...tracked, startedAt, watchedFrom: startedAt }, service, skewMs };
    }
}
const lostAnswer = { service: undefined, serviceRevision: undefined };
async function sendWithRetries(ports, request) {
    const { canceled, clock, ecs } = ports;
    const { plan, taskDefinition } = request;
    const { service, target } = plan.observed;
    const change = { target, taskDefinition, update: plan.update };
    if (canceled.aborted)
        return { kind: 'cancelled' };
    const budget = (0,retry/* openBudget */.ak)(clock);
    for (let lost = 0;;) {
        const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* throttledChanges */.Mr, { clock, canceled, budget }, () => sendUpdate(ecs, service, change)));
        const answeredAt = clock.now();
        if (sent.kind === 'answered')
            return { kind: 'answered', answer: sent.value, answeredAt };
        const { error } = sent;
        if (error.kind !== 'unavailable') {
            if (lost > 0)
                return unanswered(plan, error);
            const isCanceled = error.kind === 'throttled' && canceled.aborted;
            return isCanceled ? { kind: 'cancelled' } : { kind: 'refused', error };
        }
        const effect = await findEffect(ports, request, lostAnswer);
        if (effect.kind === 'found')
            return { kind: 'answered', answer: { ...lostAnswer, service: effect.service }, answeredAt };
        lost++;
        // Polling showed no effect, and a second update of the same revision at worst changes nothing.
        const isFinal = lost >= policies/* maxSendings */.WD || canceled.aborted || plan.update.forceNewDeployment;
        if (effect.kind === 'unclear' || isFinal)
            return unanswered(plan, error);
    }
}
function unanswered(plan, error) {
    const reason = `${(0,plan_plan/* updateOperation */.LZ)(plan)} was sent, but ECS did not confirm it (${error.code}: ${error.message})`;
    return { kind: 'lost', reason, answered: false };
}
/** A new deployment of our revision counts as ours: nobody else is expected to deploy it just now. */
async function findEffect({ ecs, clock, canceled }, request, answer) {
    const { target, service: observed } = request.plan.observed;
    let last = { kind: 'unclear' };
    // ECS has it already.
    const isCurrent = answer.serviceRevision !== undefined;
    if (!isCurrent)
        await clock.sleep(policies/* lostChange */.bQ.pause, canceled);
    // A canceled workflow has time for one poll.
    const found = await (0,retry/* pollUntil */.g3)(policies/* lostChange */.bQ, { clock, canceled }, async () => {
        const read = await (0,attempt/* attempt */.CD)(() => ecs.describeService(target, canceled.aborted ? 'once' : 'retry'));
        if (read.kind === 'failed') {
            last = { kind: 'unclear' };
            return read.error.kind === 'out-of-time' ? last : undefined;
        }
        const service = read.value;
        if (service === 'missing')
            return undefined;
        if (track(request, { ...answer, service }, 0))
            return { kind: 'found', service };
        last = { kind: isUntouched(observed, service) ? 'none' : 'unclear' };
        return undefined;
    });
    return found ?? last;
}
/** A later deployment may have ended ours, which leaves the list with its last task. */
function isUntouched(observed, service) {
    const known = new Set(observed.events.map(({ id }) => id));
    const rolledBack = service.events.some(({ id, message }) => !known.has(id) && /rolling back/.test(message));
    return !rolledBack && (0,ecs_service/* primaryOf */.Os)(service)?.id === (0,ecs_service/* primaryOf */.Os)(observed)?.id;
}
/** If there are two, the one that ECS named, else the PRIMARY. */
function track(request, { service, serviceRevision }, startedAt) {
    const { taskDefinition } = request;
    const { observed, settings, previous } = request.plan;
    const observedIds = observed.service.deployments.map(({ id }) => id);
    const candidates = service.deployments.filter(deployment => deployment.taskDefinition === taskDefinition && !observedIds.includes(deployment.id));
    const named = serviceRevision === undefined ? undefined : candidates.find(({ id }) => (0,ecs_arn/* isRevisionOf */.rx)(serviceRevision, id));
    const ours = named ?? candidates.find(({ status }) => status === 'PRIMARY') ?? candidates[0];
    if (!ours)
        return undefined;
    // Another deployment can start between observation and ours. Everything is older than a PRIMARY.
    const older = service.deployments.filter(({ id, createdAt }) => id !== ours.id && (ours.status === 'PRIMARY' || (createdAt ?? 0) < (ours.createdAt ?? 0)));
    const before = [...observed.service.deployments, ...older];
    const replaced = (0,ecs_service/* servingIn */.m8)(older)?.taskDefinition ?? previous;
    return {
        deploymentId: ours.id,
        taskDefinition,
        before: [...new Set(before.map(({ id }) => id))],
        deployedBefore: [...new Set(before.map(({ taskDefinition }) => taskDefinition))],
        completedBefore: before.some(({ rolloutState }) => rolloutState === 'COMPLETED'),
        overriddenRollback: before.find(ecs_service/* isRollingBack */.Fw)?.id,
        breaker: settings.after.breaker,
        startedAt,
        watchedFrom: startedAt,
        previous: replaced,
    };
}
;// CONCATENATED MODULE: ./lib/src/deploy/rollback/read-current.js
/** An answer proves a revision only while its deployment is the current one. */



async function readCurrent({ ecs }, { plan, tracked }) {
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeService(plan.observed.target, 'retry'));
    if (read.kind === 'failed')
        return { kind: 'unread', why: (0,denial/* unavailableReason */.L3)(read.error) };
    const service = read.value;
    const primary = service === 'missing' ? undefined : (0,ecs_service/* primaryOf */.Os)(service);
    if (service === 'missing' || !primary)
        return { kind: 'unread', why: 'the service no longer exists' };
    return primary.id === tracked.deploymentId ? { kind: 'ours', service } : { kind: 'replaced', by: primary };
}
;// CONCATENATED MODULE: ./lib/src/deploy/rollback/start-rollback.js










async function startRollback(ports, subject) {
    const { isRollingOut, plan, tracked } = subject;
    const to = requested_rollback_rollbackTarget(tracked, plan);
    if (to === undefined)
        return { kind: 'no-target' };
    const stopped = isRollingOut ? await stopOngoing(ports, subject) : undefined;
    if (stopped)
        return { kind: 'begun', by: stopped, to };
    const current = await readCurrent(ports, subject);
    if (current.kind === 'unread')
        return notSent(`what serves now could not be read: ${current.why}`);
    if (current.kind === 'replaced')
        return notSent('somebody else has deployed meanwhile', current.by);
    const stoppedNow = isRollingOut ? undefined : await stopOngoing(ports, subject);
    if (stoppedNow)
        return { kind: 'begun', by: stoppedNow, to };
    return deployPrevious(ports, subject, { service: current.service, to });
}
/** Undefined: whoever may not read or stop it deploys instead. */
async function stopOngoing({ clock, ecs }, { isRollingOut, plan, tracked }) {
    const find = () => (0,attempt/* attempt */.CD)(() => ecs.findServiceDeployment(plan.observed.target, tracked.deploymentId));
    const isListed = (read) => read.kind === 'failed' || read.value;
    // Just begun, it may not be listed yet.
    const times = isRollingOut ? policies/* findServiceDeployment */.S7.times : 1;
    const read = await (0,retry/* pollUntil */.g3)({ ...policies/* findServiceDeployment */.S7, times }, { clock }, async () => {
        const found = await find();
        return isListed(found) ? found : undefined;
    });
    if (read?.kind !== 'answered' || !read.value)
        return undefined;
    switch ((0,service_deployment/* stageOf */.gV)(read.value)) {
        case 'rolling-back':
        case 'rolled-back':
            return 'ecs';
        case 'ongoing':
            return (await stopDeployment(ecs, clock, read.value.arn)).kind === 'stopped' ? 'stop' : undefined;
        default:
            return undefined;
    }
}
async function deployPrevious(ports, { plan: deployed, tracked }, { service, to }) {
    const plan = {
        ...deployed,
        observed: { ...deployed.observed, service },
        previous: tracked.taskDefinition,
        // The other settings stay as they are, and so does the desired count.
        update: restoringUpdate(deployed),
        bump: undefined,
        joins: undefined,
        decides: undefined,
    };
    const started = await startDeployment(ports, { plan, taskDefinition: to });
    switch (started.kind) {
        case 'started':
            return { kind: 'begun', by: 'deployment', to, tracked: started.tracked, plan, service: started.service };
        case 'lost':
            return { kind: 'unconfirmed', why: started.reason };
        case 'cancelled':
            return notSent('the workflow was canceled');
        case 'refused': {
            const { error } = started;
            return notSent(error.kind === 'denied' ? (0,denial/* denialText */.p_)(error) : `ECS refused it: ${error.message}`);
        }
    }
}
function notSent(why, replacedBy) {
    return { kind: 'not-sent', why: why.trim().replace(/\.$/, ''), replacedBy };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/cut-texts.js

function withoutCutValues(event, secrets) {
    const hide = hideIn(secrets);
    switch (event.kind) {
        case 'polled':
            return {
                ...event,
                service: mapAnswer(event.service, service => serviceWithout(service, hide)),
                serviceDeployment: mapAnswer(event.serviceDeployment, one => one && deploymentWithout(one, hide)),
            };
        case 'glanced':
            return {
                ...event,
                serviceDeployment: mapAnswer(event.serviceDeployment, one => one && deploymentWithout(one, hide)),
            };
        case 'tasks-read':
            return { ...event, tasks: mapAnswer(event.tasks, tasks => tasks.map(task => taskWithout(task, hide))) };
        default:
            return event;
    }
}
function snapshotWithout(snapshot, secrets) {
    return { ...snapshot, service: serviceWithout(snapshot.service, hideIn(secrets)) };
}
function hideIn(secrets) {
    return text => (text === undefined ? text : (0,redact/* hideCutEnd */.sH)(text, secrets));
}
function mapAnswer(answer, map) {
    return answer.kind === 'answered' ? { kind: 'answered', value: map(answer.value) } : answer;
}
function serviceWithout(service, hide) {
    if (service === 'missing')
        return service;
    return {
        ...service,
        events: service.events.map(event => ({ ...event, message: hide(event.message) })),
        deployments: service.deployments.map(deployment => ({
            ...deployment,
            rolloutStateReason: hide(deployment.rolloutStateReason),
        })),
    };
}
function deploymentWithout(deployment, hide) {
    const { rollback, statusReason } = deployment;
    return {
        ...deployment,
        statusReason: hide(statusReason),
        rollback: rollback && { ...rollback, reason: hide(rollback.reason) },
    };
}
function taskWithout(task, hide) {
    return {
        ...task,
        stoppedReason: hide(task.stoppedReason),
        containers: task.containers.map(container => ({ ...container, reason: hide(container.reason) })),
    };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/deployment-view.js




function deploymentView(tracked, service, found) {
    const { deploymentId } = tracked;
    const primary = (0,ecs_service/* primaryOf */.Os)(service);
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId);
    const own = found && isOfDeployment(found, deploymentId) ? found : undefined;
    const stage = own && (0,service_deployment/* stageOf */.gV)(own);
    const isOurs = primary?.id === deploymentId;
    const previousIsPrimary = primary !== undefined && !isOurs && isRollbackTarget(tracked, primary, { service, ours, own });
    // An older read could show anything.
    const isAfterOurs = ours !== undefined || stage === 'stopping' || stage === 'stopped';
    const rolledBackOver = previousIsPrimary && isAfterOurs ? service.deployments.find(one => isCompeting(tracked, one)) : undefined;
    const isOverridden = primary !== undefined && !isOurs && !previousIsPrimary;
    // The rollback that ours went over still stands in an older read.
    const saysRollingBack = primary !== undefined && primary.id !== tracked.overriddenRollback && (0,ecs_service/* isRollingBack */.Fw)(primary);
    return {
        service,
        ours,
        primary,
        serviceDeployment: stage && own,
        stage,
        isPrimary: isOurs && primary.taskDefinition === tracked.taskDefinition,
        previousIsPrimary,
        isRollingBack: previousIsPrimary && !rolledBackOver && (ours !== undefined || saysRollingBack),
        failure: deployment_view_failureIn(service, deploymentId),
        competingDeployment: isOverridden ? primary : rolledBackOver,
    };
}
function isOfDeployment({ targetRevisionArn }, deploymentId) {
    return targetRevisionArn === undefined || (0,ecs_arn/* isRevisionOf */.rx)(targetRevisionArn, deploymentId);
}
function deployment_view_failureIn({ events }, id) {
    const [newest] = events.flatMap(({ message }) => (0,event_text/* deploymentFailure */.K8)(message, id) ?? []);
    return newest;
}
/** Newer than ours: it was not there when ours began. */
function isCompeting({ deploymentId, before }, { id, status }) {
    return status !== 'PRIMARY' && id !== deploymentId && !before.includes(id);
}
/**
 * AWS's texts and captures show an old deployment with its old id, but AWS does not promise that. So the target of the
 * rollback, ECS's texts and the revision count, too.
 */
function isRollbackTarget(tracked, primary, { service, ours, own, }) {
    if (tracked.before.includes(primary.id))
        return true;
    const target = own?.rollback?.revisionArn;
    if (target !== undefined && (0,ecs_arn/* isRevisionOf */.rx)(target, primary.id))
        return true;
    if (rollbackTargetIn(primary.rolloutStateReason) === primary.id)
        return true;
    if (service.events.some(({ message }) => rollbackTargetIn(message) === primary.id))
        return true;
    const stage = own && (0,service_deployment/* stageOf */.gV)(own);
    const isGoingBack = stage === 'rolling-back' || stage === 'rolled-back' || ours?.rolloutState === 'FAILED';
    return isGoingBack && tracked.deployedBefore.includes(primary.taskDefinition);
}
function rollbackTargetIn(text = '') {
    return /rolling back to deployment(?:Id)? (ecs-svc\/\d+)/.exec(text)?.[1];
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/results.js
function results_completed({ service, ours, serviceDeployment, }) {
    if (service.desiredCount === 0)
        return { kind: 'idle' };
    if (!ours || ours.runningCount === 0)
        return undefined;
    return { kind: 'succeeded', running: ours.runningCount, completedAt: serviceDeployment?.finishedAt };
}
function results_rolledBack({ service, primary, failure, serviceDeployment, }) {
    const reason = serviceDeployment?.rollback?.reason ?? serviceDeployment?.statusReason ?? failure;
    return {
        kind: 'rolled-back',
        serving: primary?.taskDefinition ?? service.taskDefinition,
        reason: reason || undefined,
    };
}
function results_failed({ ours }, reason, { replacedBy }) {
    return { kind: 'failed', running: ours?.runningCount ?? 0, reason, replacedBy };
}
function results_superseded(by, stateWhenSuperseded) {
    return { kind: 'superseded', by, stateWhenSuperseded };
}
/** Only the breaker or an alarm leaves these traces. */
function wasStoppedByEcs({ ours, serviceDeployment }) {
    const isTripped = serviceDeployment?.breaker?.status === 'TRIGGERED' || ours?.rolloutState === 'FAILED';
    return isTripped || (serviceDeployment?.triggeredAlarms.length ?? 0) > 0;
}
function results_stopReason({ breaker }, { ours, serviceDeployment }) {
    const reason = ours?.rolloutState === 'FAILED' ? ours.rolloutStateReason : serviceDeployment?.statusReason;
    if (reason !== undefined)
        return reason;
    const hasAlarm = (serviceDeployment?.triggeredAlarms.length ?? 0) > 0;
    const detector = hasAlarm ? 'a CloudWatch alarm stopped it' : 'the circuit breaker tripped';
    return breaker.rollback ? detector : `${detector}, and rollback is off`;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/result-by-service.js

function resultByService(view, { readsAreCurrent }) {
    const { isPrimary, ours, previousIsPrimary, primary, serviceDeployment, stage } = view;
    const state = ours?.rolloutState;
    if (isPrimary && state === 'COMPLETED') {
        return stage === undefined || stage === 'ongoing' ? results_completed(view) : undefined;
    }
    if (isPrimary && state === 'FAILED' && stage !== 'rolling-back' && stage !== 'successful') {
        const reason = ours?.rolloutStateReason ?? 'the deployment FAILED';
        return results_failed(view, reason, { replacedBy: undefined });
    }
    if (isPrimary && ours && stage === 'stopped') {
        const reason = serviceDeployment?.statusReason ?? 'the deployment was STOPPED';
        return results_failed(view, reason, { replacedBy: undefined });
    }
    const isGone = ours === undefined || state === 'FAILED';
    const isRestored = previousIsPrimary && primary?.rolloutState === 'COMPLETED';
    return readsAreCurrent && isGone && isRestored ? results_rolledBack(view) : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/result-by-service-deployment.js

function resultByServiceDeployment(tracked, view, state) {
    switch (view.stage) {
        case undefined:
        case 'ongoing':
        case 'stopping':
        case 'rolling-back':
            return undefined;
        case 'successful':
            return afterSuccess(view);
        case 'rolled-back':
            return afterRollback(view);
        case 'rollback-failed':
            return afterFailedRollback(view, state);
        case 'stopped':
            return afterStop(tracked, view, state);
    }
}
function afterSuccess(view) {
    const { competingDeployment, isPrimary, ours } = view;
    if (competingDeployment)
        return results_superseded(competingDeployment, 'completed');
    return isPrimary && ours?.rolloutState !== 'FAILED' ? results_completed(view) : undefined;
}
function afterRollback(view) {
    const { competingDeployment, previousIsPrimary } = view;
    if (competingDeployment)
        return results_superseded(competingDeployment, 'rolling-back');
    return previousIsPrimary ? results_rolledBack(view) : undefined;
}
function afterFailedRollback(view, { rollbackSince }) {
    const { competingDeployment, serviceDeployment } = view;
    if (competingDeployment && rollbackSince !== undefined) {
        return results_superseded(competingDeployment, 'rolling-back');
    }
    const reason = serviceDeployment?.statusReason ?? 'the rollback failed';
    return results_failed(view, reason, { replacedBy: competingDeployment });
}
function afterStop(tracked, view, { rollbackSince }) {
    const { competingDeployment, previousIsPrimary } = view;
    if (wasStoppedByEcs(view)) {
        return results_failed(view, results_stopReason(tracked, view), { replacedBy: competingDeployment });
    }
    if (competingDeployment)
        return results_superseded(competingDeployment, 'undecided');
    return previousIsPrimary && rollbackSince !== undefined ? results_rolledBack(view) : undefined;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/result-by-supersession.js

function resultBySupersession(tracked, view, { readsAreCurrent, rollbackSince }) {
    const { competingDeployment, ours, stage } = view;
    if (!competingDeployment || !readsAreCurrent)
        return undefined;
    if (stage === 'stopping' && wasStoppedByEcs(view)) {
        return results_failed(view, results_stopReason(tracked, view), { replacedBy: competingDeployment });
    }
    if (rollbackSince !== undefined)
        return results_superseded(competingDeployment, 'rolling-back');
    const isCompleted = ours?.rolloutState === 'COMPLETED';
    return results_superseded(competingDeployment, isCompleted ? 'completed' : 'undecided');
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/evaluate.js
/**
 * The service deployment says how ours ended; the PRIMARY deployment serves. "The service is stable" proves nothing: so
 * is a service after a rollback (docs/adr/0005). Reads are eventually consistent: a contradictory snapshot decides
 * nothing.
 */





function evaluate(tracked, before, snapshot) {
    const { at, service, serviceDeployment } = snapshot;
    if (service === 'missing')
        return serviceGone(before, 'the service no longer exists');
    if (service.status !== 'ACTIVE') {
        return serviceGone(before, `the service is ${service.status}: somebody deleted it`);
    }
    const known = before.rollbackTarget === undefined ? tracked.before : [...tracked.before, before.rollbackTarget];
    const view = deploymentView({ ...tracked, before: known }, service, serviceDeployment);
    const state = nextState(before, view, { at, startedAt: tracked.startedAt });
    const certain = resultByServiceDeployment(tracked, view, state) ?? resultBySupersession(tracked, view, state);
    if (certain)
        return decided(state, certain);
    const likely = resultByService(view, state);
    if (!likely)
        return evaluate_watching(state);
    if (likely.kind === 'succeeded' || likely.kind === 'idle')
        return decided(state, likely);
    const tentative = nextTentative(before.tentative, likely.kind, { at });
    return isEnough(tentative, view, { state, at }) ? decided(state, likely) : evaluate_watching({ ...state, tentative });
}
function serviceGone(before, reason) {
    const state = { ...before, tentative: undefined, gonePolls: before.gonePolls + 1 };
    if (state.gonePolls < 2)
        return evaluate_watching(state);
    return decided(state, { kind: 'unknown', reason, lost: 'service' });
}
function nextState(before, view, { at, startedAt }) {
    const { ours, primary, stage } = view;
    const readsAreCurrent = before.readsAreCurrent || ours !== undefined || at - startedAt >= pace/* staleFor */.Pr;
    const isRollingBack = stage === 'rolling-back' || (readsAreCurrent && view.isRollingBack);
    const target = isRollingBack && view.previousIsPrimary ? primary?.id : undefined;
    return {
        readsAreCurrent,
        gonePolls: 0,
        tentative: undefined,
        failed: before.failed || ours?.rolloutState === 'FAILED',
        rollbackSince: before.rollbackSince ?? (isRollingBack ? at : undefined),
        stopSince: before.stopSince ?? (stage === 'stopping' ? at : undefined),
        completed: before.completed ?? completion(view, at),
        rollbackTarget: before.rollbackTarget ?? target,
    };
}
function completion({ isPrimary, ours, service, serviceDeployment, stage }, at) {
    if (!isPrimary || ours?.rolloutState === 'FAILED')
        return undefined;
    const { desiredCount } = service;
    if (stage === 'successful')
        return { at: serviceDeployment?.finishedAt ?? at, desiredCount };
    return ours?.rolloutState === 'COMPLETED' ? { at, desiredCount } : undefined;
}
function nextTentative(before, kind, { at }) {
    if (before?.kind !== kind)
        return { kind, polls: 1, since: at };
    return { kind, polls: before.polls + 1, since: before.since };
}
/**
 * A read can be stale, or fall between the failure and the rollback: two in a row must agree, four where the service
 * deployment is about to show the result. A rollback without a sign of failure must last as long as reads can be stale.
 */
function isEnough({ kind, polls, since }, { stage }, { state, at }) {
    const hasSign = state.failed || state.rollbackSince !== undefined || stage === 'stopped';
    if (kind === 'rolled-back' && !hasSign)
        return stage === undefined && at - since >= pace/* staleFor */.Pr;
    return polls >= (stage === undefined ? 2 : 4);
}
function evaluate_watching(state) {
    return { verdict: { kind: 'watching', stage: stageOf(state), unconfirmedReason: undefined }, state };
}
function stageOf({ rollbackSince, stopSince }) {
    if (rollbackSince !== undefined)
        return 'rolling-back';
    return stopSince === undefined ? 'rolling-out' : 'stopping';
}
function decided(state, result) {
    return { verdict: { kind: 'decided', result }, state };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/decision-distance.js
/**
 * Whether the next event may be ECS's decision, as far as the last poll shows it: then polls cost what they are worth.
 * What people do (a newer deployment, a stop) is not foreseen.
 */






function decisionDistance(state, at) {
    const { context, last, verdict } = state;
    const { service } = last;
    if (service === 'missing' || verdict.kind !== 'watching')
        return 'far';
    switch (verdict.stage) {
        case 'stopping':
            return 'near';
        case 'rolling-back':
            return endOfRollback(service, context.tracked.deploymentId);
        case 'rolling-out':
            if (state.failFast.stopRequested)
                return 'possible';
            if (failsLater(state, service, at))
                return 'far';
            if (hasEarlySuccess(service, context.tracked.deploymentId))
                return 'near';
            if (mayEndByFailure(state, service))
                return 'near';
            return decision_distance_completion(state, service, at);
    }
}
/** What ECS rolled back to runs; ours are gone, or still drain. */
function endOfRollback(service, deploymentId) {
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId);
    const primary = (0,ecs_service/* primaryOf */.Os)(service);
    const isRestored = primary !== undefined && primary.pendingCount === 0 && primary.runningCount >= service.desiredCount;
    if (!isRestored)
        return 'far';
    return !ours || ours.runningCount + ours.pendingCount === 0 ? 'near' : 'possible';
}
/** All tasks run and no older one: the bake time is left, or that the tasks of a first deployment become healthy. */
function decision_distance_completion({ context, last, polls, waits }, service, at) {
    const { tracked } = context;
    if (service.desiredCount === 0)
        return polls.count === 0 ? 'far' : 'near';
    if (!isAlone(tracked, service))
        return isReplacing(tracked, service) ? 'possible' : 'far';
    if (!isBaking(tracked, last))
        return tracked.completedBefore ? 'near' : 'possible';
    if (service.bakeTimeInMinutes === 0 || waits.bake === undefined)
        return 'possible';
    return at >= waits.bake + service.bakeTimeInMinutes * 60_000 - bakeMargin ? 'near' : 'far';
}
/**
 * All its tasks run, and ECS has begun to stop the older ones. One capture shows SUCCESSFUL while those drained
 * (docs/adr/0055).
 */
function isReplacing(tracked, service) {
    const started = lastMove(service, ['started']);
    const stopped = lastMove(service, ['stopped']);
    if (started === undefined || stopped === undefined)
        return false;
    return allRun(tracked, service) && stopped > started;
}
/** Milliseconds: the poll that first showed the bake time came later than its begin. */
const bakeMargin = 15_000;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/early-success-criteria.html */
function hasEarlySuccess(service, deploymentId) {
    const { desiredCount, earlySuccessPercent: percent } = service;
    const running = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId)?.runningCount ?? 0;
    return percent !== undefined && running > 0 && running * 100 >= percent * desiredCount;
}
/** Where tasks have failed, the next ones may do so at the same age. */
function failsLater({ tasks }, service, at) {
    const lives = stoppedTasks(tasks)
        .filter(ecs_task/* isFailed */.Ix)
        .flatMap(task => livedFor(task) ?? []);
    const started = lastMove(service, ['started']);
    if (started === undefined || lives.length === 0)
        return false;
    return at - started < Math.min(...lives) * shortLife;
}
/** The tasks in progress can trip the circuit breaker, and no rollback follows that takes its time. */
function mayEndByFailure(state, service) {
    const { context, last } = state;
    const { breaker, completedBefore, deploymentId } = context.tracked;
    if (!breaker.enable)
        return false;
    if (breaker.rollback && completedBefore && !rollsBackAtOnce(state, service))
        return false;
    const ours = (0,ecs_service/* deploymentOf */.PE)(service, deploymentId);
    if (!ours)
        return false;
    const count = last.serviceDeployment?.breaker;
    const failures = count?.failures ?? ours.failedTasks;
    const threshold = count?.threshold ?? (0,settings_breaker/* tripsAt */.Gx)(breaker.threshold, service.desiredCount);
    return failures > 0 && failures + ours.runningCount + ours.pendingCount >= threshold;
}
/** What served still runs in full, and what failed never ran: nothing has to start or to drain. */
function rollsBackAtOnce({ context, tasks }, service) {
    const others = service.deployments.filter(({ id }) => id !== context.tracked.deploymentId);
    const running = others.reduce((sum, { runningCount }) => sum + runningCount, 0);
    const failed = stoppedTasks(tasks).filter(ecs_task/* isFailed */.Ix);
    return (running >= service.desiredCount &&
        failed.length > 0 &&
        failed.every(({ startedAt }) => startedAt === undefined));
}
function livedFor(task) {
    const end = (0,ecs_task/* endedAt */.u5)(task);
    return end === undefined || task.createdAt === undefined ? undefined : end - task.createdAt;
}
/** The share of the shortest life after which a task may fail the same way. */
const shortLife = 0.8;
;// CONCATENATED MODULE: ./lib/src/core/watch/needs-both.js
/** Whether a poll of the service alone shows that the service deployment may say more than when it was last read. */


function needsBoth(state, { at, service }) {
    const { last } = state;
    if (JSON.stringify(resultsIn(service)) !== JSON.stringify(resultsIn(last.service)))
        return true;
    return decisionDistance({ ...state, last: { ...last, service } }, at) !== 'far';
}
function resultsIn(service) {
    if (service === 'missing')
        return service;
    const deployments = service.deployments.map(({ id, status, rolloutState, failedTasks }) => {
        return { id, status, rolloutState, failedTasks };
    });
    return { status: service.status, stoppedAt: lastMove(service, ['stopped']), deployments };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/alarm-records.js
/**
 * Read when ECS first names them: after a rollback they are soon OK again. At most three calls, and none after an
 * error.
 */






const maxCalls = 3;
/** DescribeAlarms takes no more: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const alarm_records_maxNames = 100;
/** A StateReason has up to 1,023 characters (API_MetricAlarm). */
const longestReason = 400;
const noAlarms = {
    requested: new Set([service_deployment/* unnamedAlarm */.AB]),
    found: new Map(),
    calls: 0,
    notices: [],
};
function requestAlarms(records, names) {
    const { requested, calls, notices } = records;
    const wanted = names.filter(name => !requested.has(name)).slice(0, alarm_records_maxNames);
    if (wanted.length === 0 || calls >= maxCalls || notices.length > 0)
        return { records, effect: undefined };
    return {
        records: { ...records, calls: calls + 1, requested: new Set([...requested, ...wanted]) },
        effect: { kind: 'read-alarms', names: wanted },
    };
}
function alarmsRead(records, { alarms }, { secrets }) {
    if (alarms.kind === 'failed') {
        const text = `The alarms are shown without their metrics: ${(0,denial/* unavailableReason */.L3)(alarms.error)}.`;
        return { ...records, notices: [...records.notices, (0,errors_notice/* notice */.lm)(text)] };
    }
    const found = [...alarms.value].map(([name, alarm]) => [(0,redact/* redact */.E$)(name, secrets), redactAlarm(alarm, secrets)]);
    return { ...records, found: new Map([...records.found, ...found]) };
}
function redactAlarm(alarm, secrets) {
    const short = (text) => (0,truncate/* shorten */.m)((0,ecs_arn/* shortenArns */.Ov)((0,redact/* redact */.E$)(text, secrets)), longestReason);
    const { condition, reason } = alarm;
    return {
        ...alarm,
        condition: condition && { ...condition, measures: short(condition.measures) },
        reason: reason === undefined ? undefined : short(reason),
    };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/capacity.js
function capacityPolled(polls, { at, service, serviceDeployment }) {
    if (service === 'missing')
        return polls;
    const poll = {
        at,
        lastAt: at,
        wanted: service.desiredCount,
        trafficWeight: serviceDeployment?.trafficWeight,
        deployments: service.deployments
            .filter(({ runningCount }) => runningCount > 0)
            .map(({ id, taskDefinition, runningCount }) => ({ id, taskDefinition, running: runningCount })),
    };
    const last = polls.at(-1);
    if (!last || !capacity_isSame(last, poll))
        return [...polls, poll];
    return [...polls.slice(0, -1), { ...last, lastAt: at }];
}
function capacity_isSame(one, other) {
    return (one.wanted === other.wanted &&
        one.trafficWeight === other.trafficWeight &&
        one.deployments.length === other.deployments.length &&
        one.deployments.every(({ id, running }, index) => {
            const same = other.deployments[index];
            return same?.id === id && same.running === running;
        }));
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/confirmation.js



/** Polls: about a minute. */
const maxFailedReads = 10;
/** Up to this count the next poll comes soon: the error may be a single one. */
const quickRetries = 3;
const confirmation_unconfirmed = {
    phase: 'initial',
    kept: undefined,
    targets: new Map(),
    failedReads: 0,
    needsEvidence: false,
    reason: undefined,
    notices: [],
};
function confirmationOfNextPoll(confirmation) {
    const refused = [...confirmation.targets].filter(([, targets]) => targets === undefined);
    return { ...confirmation, phase: 'initial', needsEvidence: false, targets: new Map(refused) };
}
function confirmationTargetsRead(confirmation, { group, targets }) {
    const read = (value) => new Map([...confirmation.targets, [group, value]]);
    if (targets.kind === 'answered')
        return { ...confirmation, targets: read(targets.value) };
    if (!(0,api_error/* isRefusal */.vu)(targets.error))
        return { ...confirmation, phase: 'targets-unread' };
    const text = `The health of the targets could not be read, so the success is based on the time that the tasks have been running: ${(0,denial/* unavailableReason */.L3)(targets.error)}.`;
    return { ...confirmation, targets: read(undefined), notices: [...confirmation.notices, (0,errors_notice/* warning */.$e)(text)] };
}
function evidenceReadFailed(confirmation) {
    const failedReads = confirmation.failedReads + 1;
    return { ...confirmation, failedReads, needsEvidence: failedReads <= quickRetries };
}
// EXTERNAL MODULE: ./lib/src/core/text/fingerprint.js
var fingerprint = __webpack_require__(4382);
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/repeated-events.js
/** ECS repeats texts: each is written once, then counted. */




function newTexts(texts, before, { at }) {
    const repeats = new Map(before);
    const lines = [];
    for (const { message, text } of texts) {
        const key = repeated_events_keyOf(message);
        const repeat = repeats.get(key);
        if (repeat) {
            repeats.set(key, { ...repeat, times: repeat.times + 1 });
        }
        else {
            repeats.set(key, { text, times: 1, reported: 1, reportedAt: at });
            lines.push({ text, event: (0,event_text/* isPlacementFailure */.e7)(message) ? { kind: 'placement-failed' } : undefined });
        }
    }
    return { lines, repeats };
}
/** A placement failure may name another instance each time. */
function repeated_events_keyOf(message) {
    return /was unable to place a task/.test(message) ? (0,fingerprint/* fingerprint */.R)(message) : message;
}
/** `after`: milliseconds since the last line */
function repeatedLines(before, { at, after }) {
    const repeats = new Map(before);
    const lines = [];
    for (const [key, repeat] of before) {
        const { text, times } = repeat;
        if (times === repeat.reported || at - repeat.reportedAt < after)
            continue;
        repeats.set(key, { ...repeat, reported: times, reportedAt: at });
        lines.push({
            text: `again: ${firstSentence(text)} (${times} times)`,
            event: { kind: 'repeated', of: text, times },
        });
    }
    return { lines, repeats };
}
function firstSentence(text) {
    const sentence = text.split(/\. |: | because /)[0] ?? text;
    return (0,truncate/* shorten */.m)((0,task_definition_image/* shortenImages */.o9)(sentence), 80);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/stopped-task-origin.js
/**
 * The event only names the tasks. Ours are known once read as stopped; a task that no event since our deployment started
 * is older.
 */




function withOrigin(event, context) {
    const { verb, tasks, rest } = event;
    if (verb !== 'stopped' || tasks.length === 0)
        return event;
    const origin = originOf(tasks, context);
    return origin ? { ...event, rest: `${rest} of ${(0,ecs_arn/* revisionName */.pd)(origin)}` } : event;
}
function originOf(ids, { tracked, service, stopped }) {
    const { deploymentId, taskDefinition, deployedBefore } = tracked;
    const ours = new Set(stopped.map(({ arn }) => (0,ecs_arn/* shortTask */.m0)(arn)));
    if (ids.every(id => ours.has(id)))
        return taskDefinition;
    const [before, ...others] = deployedBefore;
    const since = startedSince(service, (0,ecs_service/* deploymentOf */.PE)(service, deploymentId)?.createdAt);
    const isOld = since !== undefined && ids.every(id => !ours.has(id) && !since.has(id));
    return isOld && others.length === 0 ? before : undefined;
}
/** Undefined if not all of them are named. */
function startedSince({ events }, begun) {
    const oldest = events.at(-1);
    if (begun === undefined || (events.length >= mostEvents && oldest && oldest.at >= begun))
        return undefined;
    const starts = events
        .filter(({ at }) => at >= begun)
        .flatMap(({ message }) => parseTaskCountEvent((0,event_text/* eventText */.cj)(message)) ?? [])
        .filter(({ verb }) => verb === 'started');
    const isNamed = starts.every(({ count, tasks }) => tasks.length === count);
    return isNamed ? new Set(starts.flatMap(({ tasks }) => tasks)) : undefined;
}
/** ECS keeps no more (service-event-messages). */
const mostEvents = 100;
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/event-lines.js
/** Leaves out what another line says better. An unknown event is written in full. */







/** `events`: oldest first. */
function eventLines(events, before, context) {
    const { at, failing, hide, result, service, stopped, tracked } = context;
    const messages = events
        .filter(event => !(0,event_text/* isHealthEventOf */.EZ)(event, failing))
        .map(({ message }) => ({ message, text: event_lines_withRevisions((0,event_text/* eventText */.cj)(message), service) }));
    const taskCounts = messages.flatMap(({ text }) => parseTaskCountEvent(text) ?? []);
    const hasCompletion = messages.some(({ text }) => isCompletion(text));
    const others = messages
        .filter(({ text }) => !parseTaskCountEvent(text))
        .filter(event => !isSaidOtherwise(event, { ...context, hasCompletion }))
        .map(({ message }) => ({ message, text: withSubject(event_lines_withRevisions((0,event_text/* eventText */.cj)(hide(message)), service)) }));
    const first = newTexts(others, before, { at });
    const repeated = repeatedLines(first.repeats, { at, after: result === undefined ? pace/* maxSilence */.cb : 0 });
    return {
        lines: joinTasks([...first.lines, ...repeated.lines]),
        taskCounts: taskCountLines(taskCounts.map(event => withOrigin(event, { tracked, service, stopped })), context),
        repeats: repeated.repeats,
    };
}
/** Events begin with the service, which `eventText` leaves out. */
const serviceSubject = 'the service';
function withSubject(text) {
    return /^(?:has|was|is|registered|deregistered|stopped) /.test(text) ? `${serviceSubject} ${text}` : text;
}
/** People know a deployment by its revision. */
function event_lines_withRevisions(text, { deployments }) {
    return text.replace(/\becs-svc\/\d+\b/g, id => {
        const deployment = deployments.find(other => other.id === id);
        return deployment ? (0,ecs_arn/* revisionName */.pd)(deployment.taskDefinition) : id;
    });
}
/** Another line says the same with more details. */
function isSaidOtherwise({ message, text }, { tracked, known, result, hasCompletion, }) {
    const isOver = result === 'succeeded' || result === 'idle' || result === 'rolled-back';
    if (text === 'has reached a steady state')
        return isOver || hasCompletion;
    if (isCompletion(text))
        return isOver;
    if (text.startsWith('rolling back to deployment '))
        return known.has('rolling-back');
    const sameAs = sameAsFailure[(0,event_text/* deploymentFailure */.K8)(message, tracked.deploymentId) ?? ''];
    return sameAs !== undefined && known.has(sameAs);
}
function isCompletion(text) {
    return /^\S+ deployment completed$/.test(text);
}
/** They say as much as ECS's reason. */
const sameAsFailure = {
    'tasks failed to start': 'tripped',
    'alarm detected': 'alarm',
    'rollback requested': 'stopped-early',
};
/** A failure implies the stop of its task, and draining the deregistration. */
function taskCountLines(events, { failed }) {
    const failedIds = new Set(failed.map(({ arn }) => (0,ecs_arn/* shortTask */.m0)(arn)));
    const hasDrain = events.some(({ verb }) => verb === 'begun draining connections on');
    const reported = events
        .filter(({ verb, tasks }) => verb !== 'stopped' || tasks.length === 0 || !tasks.every(id => failedIds.has(id)))
        .filter(({ verb }) => verb !== 'deregistered' || !hasDrain);
    const merged = mergeTaskCounts(reported);
    if (merged.length === 0)
        return [];
    const hasStart = merged.some(({ verb }) => verb === 'started');
    const text = `${serviceSubject} ${merged.map(taskCountText).join('; it ')}`;
    return [{ text, event: hasStart ? { kind: 'started' } : undefined }];
}
/** Lines that differ only in the task become one. */
function joinTasks(lines) {
    const joined = new Map();
    for (const line of lines) {
        const task = /^[0-9a-f]{8}(?= )/.exec(line.text)?.[0];
        const key = task ? line.text.slice(task.length) : line.text;
        const tasks = joined.get(key)?.tasks ?? [];
        joined.set(key, { line: joined.get(key)?.line ?? line, tasks: task ? [...tasks, task] : tasks });
    }
    return [...joined].map(([key, { line, tasks }]) => tasks.length > 1 ? { ...line, text: joinTaskNames(tasks, ', ') + key } : line);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/failure-lines.js
/** One line for all that failed in the same way, in full only the first time. */






const noFailures = { ways: new Map(), last: undefined };
function failureLines(failed, before, context) {
    const groups = new Map();
    for (const { task, failure } of (0,failure_group/* failuresOf */.dJ)(failed, context.events)) {
        const text = failure_lines_failureText(failure);
        const key = (0,fingerprint/* fingerprint */.R)(text);
        const tasks = groups.get(key)?.tasks ?? [];
        groups.set(key, { text: groups.get(key)?.text ?? text, tasks: [...tasks, task] });
    }
    let reported = before;
    const lines = [];
    for (const [key, { text, tasks }] of groups) {
        const ids = tasks.map(({ arn }) => (0,ecs_arn/* shortTask */.m0)(arn));
        lines.push({
            text: lineText(key, { text, ids, reported, of: context.of }),
            details: lateDetails(tasks, context),
        });
        reported = { ways: new Map([[key, ids[0] ?? ''], ...reported.ways]), last: key };
    }
    return { lines, reported };
}
/** `2 tasks failed: 3e7a1395 5e1c383c: …`, `task 6a127288 failed the same way` */
function lineText(key, { text, ids, reported, of, }) {
    const names = joinTaskNames(ids);
    const isOne = ids.length === 1;
    const origin = of === undefined ? '' : ` of ${(0,ecs_arn/* revisionName */.pd)(of)}`;
    const subject = isOne ? `task ${names}${origin} failed` : `${ids.length} tasks${origin} failed`;
    const list = isOne ? '' : `: ${names}`;
    const first = reported.ways.get(key);
    if (first === undefined)
        return `${subject}${list}: ${text}`;
    const as = reported.last === key ? '' : ` as ${first}`;
    return `${subject} the same way${as}${list}`;
}
/** If that was well before the poll. */
function lateDetails(tasks, { noticedAt, startedAt }) {
    const ends = tasks.flatMap(task => (0,ecs_task/* endedAt */.u5)(task) ?? []);
    const first = Math.min(...ends);
    if (ends.length === 0 || noticedAt - first <= promptly)
        return [];
    const from = (0,duration/* formatElapsed */.C7)(first - startedAt);
    const to = (0,duration/* formatElapsed */.C7)(Math.max(...ends) - startedAt);
    return [from === to ? `ended at ${from}` : `ended at ${from} to ${to}`];
}
/** In milliseconds: then the time of the line is precise enough. */
const promptly = 5_000;
function failure_lines_failureText({ reason, container, exitCode }) {
    if (exitCode !== undefined)
        return `${reason}, ${container} ended with exit code ${exitCode}`;
    return /container health checks/.test(reason) && container ? `${reason} (${container})` : reason;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/progress-state.js

function initialProgress(tracked, eventsBefore) {
    return {
        events: new Set(eventsBefore),
        repeats: new Map(),
        stopped: new Set(),
        failures: noFailures,
        rollbackFailures: noFailures,
        statusTexts: new Map(),
        eventKinds: new Set(),
        lastAt: tracked.watchedFrom,
        waits: new Set(),
    };
}
/** For a line that no poll made. */
function recordEvent(state, entry) {
    return { ...state, eventKinds: new Set([...state.eventKinds, ...kindsOf([entry])]), lastAt: entry.at };
}
function kindsOf(lines) {
    return lines.flatMap(({ event }) => event?.kind ?? []);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/status-lines.js
/** One line for each topic, logged when its text changes. */









function statusLines(context) {
    const { page, serviceDeployment, tracked, service, verdict } = context;
    const hooks = serviceDeployment?.hooks ?? [];
    return [
        { topic: 'page', ...pageLine(page) },
        { topic: 'strategy', ...strategyLine(serviceDeployment) },
        ...hooks.map(hook => ({ topic: `hook ${hook.id}`, ...hookLine(hook, context) })),
        { topic: 'alarms', ...alarmLine(serviceDeployment) },
        { topic: 'breaker', ...breakerLine(context) },
        { topic: 'stage', ...stageLine(context) },
        { topic: 'result', ...resultLine(context) },
        { topic: 'counts', text: saysCounts(verdict) ? '' : countsText(tracked, service) },
    ];
}
const status_lines_nothing = { text: '' };
function pageLine(page) {
    return page === undefined ? status_lines_nothing : { text: `in the AWS console: ${page}`, event: { kind: 'log-only' } };
}
function strategyLine(deployment) {
    if (!deployment?.lifecycleStage)
        return status_lines_nothing;
    const stage = (0,lifecycle_stages/* readableStage */.vd)(deployment.lifecycleStage);
    const { trafficWeight } = deployment;
    const weight = trafficWeight === undefined ? '' : `: the new revision gets ${trafficWeight}% of the traffic`;
    return { text: `stage ${stage}${weight}`, event: { kind: 'stage', stage } };
}
const hookStatus = {
    AWAITING_ACTION: 'waiting',
    SUCCEEDED: 'continued',
    FAILED: 'failed',
    TIMED_OUT: 'timed out',
};
function hookLine(hook, { service, serviceDeployment }) {
    const status = hookStatus[hook.status];
    const event = status && { kind: 'hook', status };
    const text = hookText(hook);
    const isPause = hook.status === 'AWAITING_ACTION' && hook.targetType === 'PAUSE';
    if (!isPause || !serviceDeployment)
        return { text, event };
    const title = `${service.name} on ${(0,ecs_arn/* resourceName */.Iy)(service.clusterArn)} waits at a pause hook`;
    const command = continueCommand(serviceDeployment.arn, hook.id);
    return { text, event, request: { title, ask: continues, command } };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
const continues = 'To continue it, or with --action ROLLBACK to roll back';
function alarmLine(deployment) {
    const names = deployment?.triggeredAlarms ?? [];
    if (names.length === 0)
        return status_lines_nothing;
    const text = `${names.length === 1 ? 'alarm' : 'alarms'} triggered: ${names.join(', ')}`;
    return { text, event: { kind: 'alarm', names } };
}
function breakerLine({ tracked, service, serviceDeployment }) {
    const breaker = serviceDeployment?.breaker;
    if (breaker?.status === 'TRIGGERED') {
        const { failures, threshold } = breaker;
        const text = `circuit breaker tripped at ${failures} of ${threshold} failures`;
        return { text, event: { kind: 'tripped', failures, threshold } };
    }
    if (!tracked.breaker.enable || breaker?.status === 'DISABLED')
        return status_lines_nothing;
    const failures = breaker?.failures ?? (0,ecs_service/* deploymentOf */.PE)(service, tracked.deploymentId)?.failedTasks ?? 0;
    if (failures === 0)
        return status_lines_nothing;
    const threshold = breaker?.threshold ?? expectedThreshold(tracked, service);
    const of = threshold === undefined ? `${failures}` : `${failures} of ${threshold}`;
    const text = `circuit breaker counts ${of} ${of === '1' ? 'failure' : 'failures'}`;
    return { text, event: { kind: 'breaker', failures, threshold } };
}
/** AWS does not document how it rounds a percentage without bounds. */
function expectedThreshold({ breaker }, { desiredCount }) {
    const { threshold } = breaker;
    return threshold.type === 'UNBOUNDED_PERCENT' ? undefined : (0,settings_breaker/* tripsAt */.Gx)(threshold, desiredCount);
}
function stageLine({ tracked, service, verdict }) {
    if (verdict.kind !== 'watching')
        return status_lines_nothing;
    switch (verdict.stage) {
        case 'rolling-out':
            return { text: verdict.unconfirmedReason ?? '' };
        case 'stopping':
            return { text: 'the deployment is being stopped', event: { kind: 'stopping' } };
        case 'rolling-back': {
            const primary = (0,ecs_service/* primaryOf */.Os)(service);
            const target = primary && primary.id !== tracked.deploymentId ? primary.taskDefinition : tracked.previous;
            const to = target && (0,ecs_arn/* revisionName */.pd)(target);
            return { text: `rolling back${to ? ` to ${to}` : ''}`, event: { kind: 'rolling-back', to } };
        }
    }
}
function resultLine(context) {
    const { verdict } = context;
    if (verdict.kind !== 'decided')
        return status_lines_nothing;
    const { result } = verdict;
    const text = resultText(result, context);
    return { text, event: { kind: 'ended', as: result.kind } };
}
function resultText(result, context) {
    const { service, tracked } = context;
    const ours = (0,ecs_arn/* revisionName */.pd)(tracked.taskDefinition);
    switch (result.kind) {
        case 'succeeded':
            return `${ours} completed, ${runningText(result.running, service)}${status_lines_healthyText(result, context)}`;
        case 'idle':
            return `${ours} completed: the desired count is 0`;
        case 'rolled-back': {
            const running = (0,ecs_service/* primaryOf */.Os)(service)?.runningCount ?? 0;
            const serving = (0,ecs_arn/* revisionName */.pd)(result.serving);
            const text = running > 0 ? `${serving} serves` : `rolled back to ${serving}`;
            return `${text}, ${runningText(running, service)}`;
        }
        case 'superseded':
            return `${(0,ecs_arn/* revisionName */.pd)(result.by.taskDefinition)} took over`;
        case 'failed':
            if (result.completedAt !== undefined)
                return `${ours} keeps failing: ${result.reason}`;
            return `${ours} failed${failedRollbackText({ tracked, service })}`;
        case 'unknown':
            return '';
    }
}
function failedRollbackText({ tracked, service }) {
    const primary = (0,ecs_service/* primaryOf */.Os)(service);
    if (!primary || primary.id === tracked.deploymentId || primary.taskDefinition !== tracked.previous)
        return '';
    return `, and its rollback to ${(0,ecs_arn/* revisionName */.pd)(primary.taskDefinition)} as well`;
}
function status_lines_healthyText({ completedAt }, { checksContainers, service, tracked }) {
    // Where traffic shifts, the tasks were healthy long before the completion.
    if (service.strategy !== 'ROLLING')
        return '';
    const at = healthyBy(tracked, service, { checksContainers, completedAt });
    return at === undefined ? '' : `, healthy by ${(0,duration/* formatElapsed */.C7)(at - tracked.startedAt)}`;
}
function saysCounts(verdict) {
    if (verdict.kind !== 'decided')
        return false;
    const { kind } = verdict.result;
    return kind === 'succeeded' || kind === 'idle' || kind === 'rolled-back';
}
;// CONCATENATED MODULE: ./lib/src/core/watch/progress/progress.js
/** What changed between two polls, as lines. When nothing changes, a line says what the deployment waits for. */










function progressUpdate(state, report) {
    const { at, service } = report.snapshot;
    if (service === 'missing')
        return { timeline: [], state };
    const { lines: newLines, ...reported } = progress_changesOf(state, report, service);
    const waiting = newLines.length > 0 ? undefined : waitLine(state, report);
    const lines = waiting ? [waiting] : newLines;
    return {
        timeline: lines.map(({ text, event, request }) => ({ at, text, event, request })),
        state: {
            ...reported,
            eventKinds: new Set([...state.eventKinds, ...kindsOf(lines)]),
            lastAt: lines.length > 0 ? at : state.lastAt,
            waits: waiting && report.wait ? new Set([...state.waits, report.wait.object]) : state.waits,
        },
    };
}
function progress_changesOf(state, report, service) {
    const { checksContainers, hide, page, rollbackFailed, snapshot, stopped, tracked, verdict } = report;
    const { at, serviceDeployment } = snapshot;
    const failed = stopped.filter(ecs_task/* isFailed */.Ix);
    const failing = failed.filter(({ arn }) => !state.stopped.has(arn));
    const status = statusLines({
        tracked,
        service,
        serviceDeployment,
        verdict,
        checksContainers,
        page,
    });
    const changed = status.filter(line => isChanged(line, state));
    const failingBack = rollbackFailed.filter(({ arn }) => !state.stopped.has(arn));
    const context = { events: service.events, noticedAt: at, startedAt: tracked.startedAt, of: undefined };
    const failures = failureLines(failing, state.failures, context);
    const of = (0,ecs_service/* primaryOf */.Os)(service)?.taskDefinition;
    const backFailures = failureLines(failingBack, state.rollbackFailures, { ...context, of });
    const stops = stopped.filter(({ arn }) => !state.stopped.has(arn));
    const newEvents = service.events.filter(({ id }) => !state.events.has(id)).reverse();
    const events = eventLines(newEvents, state.repeats, {
        at,
        service,
        tracked,
        stopped,
        failed: [...failed, ...rollbackFailed],
        failing: [...failing, ...failingBack],
        hide,
        known: new Set([...state.eventKinds, ...kindsOf(changed)]),
        result: verdict.kind === 'decided' ? verdict.result.kind : undefined,
    });
    const counts = changed.filter(({ topic }) => topic === 'counts');
    const consequences = events.lines.filter(({ text }) => (0,event_text/* hasFailedRollback */.Cv)(text));
    const decisions = changed.filter(({ topic }) => topic !== 'counts');
    return {
        lines: [
            ...events.lines.filter(line => !consequences.includes(line)),
            ...interruptionLines(stops),
            ...beforeEnd(consequences, withBreakerCount(failures.lines, decisions)),
            ...backFailures.lines.map(withDetails),
            ...progress_join([...events.taskCounts, ...counts]),
        ],
        events: new Set([...state.events, ...newEvents.map(({ id }) => id)]),
        repeats: events.repeats,
        stopped: new Set([...state.stopped, ...[...stops, ...failingBack].map(({ arn }) => arn)]),
        failures: failures.reported,
        rollbackFailures: backFailures.reported,
        statusTexts: nextStatusTexts(state, status, snapshot),
    };
}
/** One poll can show the failure, the failed rollback that follows it, and the end. */
function beforeEnd(consequences, lines) {
    const end = lines.findIndex(({ event }) => event?.kind === 'ended');
    const at = end < 0 ? lines.length : end;
    return [...lines.slice(0, at), ...consequences, ...lines.slice(at)];
}
/** Events do not say it. */
function interruptionLines(stops) {
    return interruptions(stops.filter(task => !(0,ecs_task/* isFailed */.Ix)(task))).map(({ as, count }) => ({
        text: `${countTasks(count)} ${as}`,
    }));
}
/** The last counts of repeated texts, when no poll follows. */
function flushProgress(state, at) {
    const { lines, repeats } = repeatedLines(state.repeats, { at, after: 0 });
    return {
        timeline: lines.map(line => ({ at, ...line })),
        state: { ...state, repeats, lastAt: lines.length > 0 ? at : state.lastAt },
    };
}
function isChanged({ topic, text }, { eventKinds, statusTexts }) {
    if (text === '' || statusTexts.get(topic) === text)
        return false;
    // After the trip the service may go on counting.
    return topic !== 'breaker' || !eventKinds.has('tripped');
}
/** Once, and then again only after a long time without any line. */
function waitLine({ lastAt, statusTexts, waits }, { snapshot: { at }, verdict, wait }) {
    if (verdict.kind !== 'watching')
        return undefined;
    const object = verdict.unconfirmedReason === undefined ? wait?.object : undefined;
    const isNew = object !== undefined && !wait?.isLogged && !waits.has(object);
    if (at - lastAt < (isNew ? quietBeforeWait : maxQuiet))
        return undefined;
    const event = { kind: 'log-only' };
    if (object !== undefined)
        return { text: `${isNew ? '' : 'still '}waits for ${object}`, event };
    return { text: `nothing has changed: ${verdict.unconfirmedReason ?? statusTexts.get('counts')}`, event };
}
/** Milliseconds: what comes at once needs no line. */
const quietBeforeWait = 30_000;
/** Milliseconds without any line. */
const maxQuiet = 300_000;
/** Without the service deployment, earlier texts hold. */
function nextStatusTexts({ statusTexts }, status, { serviceDeployment }) {
    const kept = status.filter(({ text }) => text !== '' || serviceDeployment !== undefined);
    return new Map([...statusTexts, ...kept.map(({ topic, text }) => [topic, text])]);
}
/** The line of the last failure includes the breaker's count. */
function withBreakerCount(failures, decisions) {
    const last = failures.at(-1);
    const count = decisions.find(({ topic }) => topic === 'breaker');
    const event = count?.event;
    const hasThreshold = event?.kind === 'tripped' || (event?.kind === 'breaker' && event.threshold !== undefined);
    if (!last || !event || !hasThreshold)
        return [...failures.map(withDetails), ...decisions];
    const details = [...last.details, `breaker ${event.failures} of ${event.threshold}`];
    const { text } = withDetails({ ...last, details });
    const trip = event.kind === 'tripped' ? ': circuit breaker tripped' : '';
    return [
        ...failures.slice(0, -1).map(withDetails),
        { text: `${text}${trip}`, event },
        ...decisions.filter(line => line !== count),
    ];
}
function withDetails({ text, details }) {
    return { text: details.length > 0 ? `${text} (${details.join('; ')})` : text };
}
function progress_join(lines) {
    const [first] = lines;
    if (!first)
        return [];
    return [{ text: lines.map(({ text }) => text).join('; '), event: first.event }];
}
;// CONCATENATED MODULE: ./lib/src/core/watch/timeline-event.js
function mapEventTexts(event, map) {
    switch (event.kind) {
        case 'alarm':
            return { ...event, names: event.names.map(map) };
        case 'rolling-back':
            return event.to === undefined ? event : { ...event, to: map(event.to) };
        case 'repeated':
            return { ...event, of: map(event.of) };
        default:
            return event;
    }
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/progress-log.js






function initialLog({ tracked, eventsBefore, secrets }) {
    return {
        context: { tracked, secrets },
        progress: initialProgress(tracked, eventsBefore),
        timeline: [],
    };
}
function reportPoll(log, poll) {
    const { tracked, secrets } = log.context;
    const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
    const { state, timeline } = progressUpdate(log.progress, { ...poll, tracked, hide });
    return append({ ...log, progress: state }, timeline);
}
function recordEntry(log, entry) {
    return append({ ...log, progress: recordEvent(log.progress, entry) }, [entry]);
}
function reportSilence(log, { code, answeredAt, at }) {
    if (at - log.progress.lastAt < pace/* maxSilenceWithoutAnswer */.k0)
        return { log, lines: [] };
    const text = `no usable response from AWS (${code}) for ${(0,duration/* formatElapsed */.C7)(at - answeredAt)}; still watching`;
    return append({ ...log, progress: { ...log.progress, lastAt: at } }, [{ at, text }]);
}
/** When no poll follows. */
function flushLog(log, at) {
    const { state, timeline } = flushProgress(log.progress, at);
    return append({ ...log, progress: state }, timeline);
}
function append(log, entries) {
    const { tracked, secrets } = log.context;
    const hide = (text) => (0,redact/* redact */.E$)(text, secrets);
    const added = entries.map(({ at, text, event, request }) => ({
        at,
        text: hide(text),
        event: event && mapEventTexts(event, hide),
        request: request && { ...request, command: hide(request.command) },
    }));
    const lines = added.map((entry) => {
        const line = `${(0,duration/* formatElapsed */.C7)(entry.at - tracked.startedAt).padStart(7)}  ${entry.text}`;
        return { kind: 'log', line, annotation: annotationOf(entry) };
    });
    return { log: { ...log, timeline: [...log.timeline, ...added] }, lines };
}
function annotationOf({ request, text }) {
    if (!request)
        return undefined;
    const { ask, command, title } = request;
    return { level: 'warning', title, message: `${text}. ${ask}:\n${command}` };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/slices/target-health-records.js



const target_health_records_maxCalls = 3;
function initialTargetHealth(groups) {
    return {
        groups: [...new Set(groups)],
        snapshots: [],
        calls: 0,
        mostCalls: target_health_records_maxCalls,
        knownFailures: 0,
        pending: [],
        notices: [],
    };
}
/** `othersLeave`: tasks from before drain or are gone */
function targetHealthDue(records, { failed, othersLeave }) {
    const { calls, groups, knownFailures } = records;
    // Calls must remain for the end.
    const leavesEnough = calls + 2 * groups.length <= target_health_records_maxCalls;
    const isDue = failed > knownFailures && (knownFailures === 0 || (othersLeave && leavesEnough));
    return isDue ? { ...records, knownFailures: failed, pending: groups } : records;
}
function allTargetHealthDue(records) {
    const { calls, groups } = records;
    return { ...records, pending: groups, mostCalls: Math.max(target_health_records_maxCalls, calls + groups.length) };
}
function nextTargetHealth(records) {
    const { calls, mostCalls, notices, pending } = records;
    const [group, ...others] = pending;
    if (group === undefined || calls >= mostCalls || notices.length > 0) {
        return { records: { ...records, pending: [] }, effect: undefined };
    }
    return {
        records: { ...records, calls: calls + 1, pending: others },
        effect: { kind: 'read-target-health', group },
    };
}
function targetHealthRead(records, { at, group, targets }, { secrets }) {
    if (targets.kind === 'failed') {
        const text = `The health of the targets is not shown: ${(0,denial/* unavailableReason */.L3)(targets.error)}.`;
        return { ...records, notices: [...records.notices, (0,errors_notice/* notice */.lm)(text)] };
    }
    const hide = (text) => (text === undefined ? undefined : (0,redact/* redact */.E$)(text, secrets));
    const shown = targets.value.map(target => ({
        ...target,
        reason: hide(target.reason),
        description: hide(target.description),
    }));
    return { ...records, snapshots: [...records.snapshots, { at, group, targets: shown }] };
}
/** ECS names the draining deployment in its event. */
function othersAreLeaving({ tracked, eventsBefore }, { events }) {
    return events.some(({ id, message }) => {
        const drained = /, taskSet ([^)]+)\) has begun draining connections/.exec(message)?.[1];
        return drained !== undefined && drained !== tracked.deploymentId && !eventsBefore.includes(id);
    });
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/stage-result.js
function goTo(state, stage, lines = []) {
    return { state: { ...state, stage }, effect: undefined, lines };
}
/** The stage of `state` receives the answer. */
function stage_result_waitFor(state, effect) {
    return { state, effect, lines: [] };
}
/** The next stage receives the answer. */
function performThenGoTo(state, effect, stage) {
    return { state: { ...state, stage }, effect, lines: [] };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/end-watch.js
/** After the end, only what the report needs is read. */


function endWatch(state, end) {
    const { log, lines } = flushLog(state.log, end.at);
    return goTo({ ...state, log, end }, 'closing-alarms', lines);
}
/** The report explains the result by failed tasks. */
function isDiagnosed({ end }) {
    const kind = end?.result.kind;
    return kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled';
}
function hasCredentials({ end }) {
    const result = end?.result;
    return result?.kind !== 'unknown' || result.lost !== 'credentials';
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/fail-fast.js








function failFast(state, at) {
    const { phase } = state.failFast;
    if (phase === 'stopping' || !isStoppable(state))
        return done(state);
    if (phase === 'reading-running')
        return runningTasksRead(state);
    if (!isFailing(state, undefined))
        return done(state);
    const { records, effect } = requestRunning(state.tasks, at);
    const requested = {
        ...state,
        tasks: records,
        failFast: { ...state.failFast, phase: 'reading-running' },
    };
    return effect ? stage_result_waitFor(requested, effect) : runningTasksRead(requested);
}
function done(state) {
    const { context, last, tasks } = state;
    const failed = stoppedTasks(tasks).filter(ecs_task/* isFailed */.Ix).length;
    const othersLeave = last.service !== 'missing' && othersAreLeaving(context, last.service);
    const targets = targetHealthDue(state.targets, { failed, othersLeave });
    return goTo({ ...state, targets }, 'reading-target-health');
}
function isStoppable({ context, evaluation, failFast: { tries }, last }) {
    if (evaluation.completed !== undefined || !allowsRollback(context.tracked.breaker))
        return false;
    const { service, serviceDeployment } = last;
    if (tries >= maxTries || service === 'missing' || !hasRollbackTarget(context.tracked))
        return false;
    return serviceDeployment === undefined || (0,service_deployment/* stageOf */.gV)(serviceDeployment) === 'ongoing';
}
/** ECS stops a deployment only by rolling it back; a circuit breaker without rollback does not want that. */
function allowsRollback({ enable, rollback }) {
    return !enable || rollback;
}
function isFailing({ context, last, tasks }, running) {
    const { options, tracked } = context;
    const { at, service } = last;
    if (service === 'missing')
        return false;
    const health = { tracked, service, stopped: stoppedTasks(tasks), running };
    return shouldFailFast(health, { after: options.failFastAfter, now: at });
}
function runningTasksRead(state) {
    const running = state.tasks.lastRunning;
    // The next poll tries again.
    if (running?.kind !== 'read' || !isFailing(state, running.tasks))
        return done(state);
    const { serviceDeployment } = state.last;
    if (!serviceDeployment) {
        return done({ ...state, failFast: { ...state.failFast, lacksServiceDeployment: true } });
    }
    const effect = { kind: 'stop-deployment', arn: serviceDeployment.arn };
    return stage_result_waitFor({ ...state, failFast: stopping(state.failFast) }, effect);
}
/** Not because of its own tasks: another service failed. */
function stopped(state, { at, failure }) {
    const text = `stopping the deployment (on-partial-failure): ${failure}`;
    const { log, lines } = recordEntry(state.log, { at, text, event: { kind: 'stopped-early' } });
    const failFast = { ...state.failFast, tries: maxTries, stopRequested: true };
    return goTo({ ...state, log, failFast }, state.stage, lines);
}
function stopAnswered(state, { at, result }) {
    if (result.kind !== 'stopped') {
        return goTo({ ...state, failFast: stopFailed(state.failFast, result) }, state.stage);
    }
    const failed = stoppedTasks(state.tasks).filter(ecs_task/* isFailed */.Ix).length;
    const reason = `${failed} of its tasks had failed, more than half of all that it started`;
    const text = `stopping the deployment (fail-fast-after): ${reason}`;
    const { log, lines } = recordEntry(state.log, { at, text, event: { kind: 'stopped-early' } });
    return goTo({ ...state, log, failFast: stopConfirmed(state.failFast, reason) }, state.stage, lines);
}
// EXTERNAL MODULE: ./lib/src/core/watch/failing-after-completion.js
var failing_after_completion = __webpack_require__(6530);
;// CONCATENATED MODULE: ./lib/src/core/watch/replacements.js
/** Where tasks may not be read, events of the service still tell of the tasks that ECS starts again. */


/** Oldest first. */
function taskStarts({ tracked, eventsBefore }, { events }) {
    return events
        .filter(({ id }) => !eventsBefore.includes(id))
        .map(event => ({ at: event.at, tasks: startedTaskIds([event], tracked.deploymentId).length }))
        .filter(({ tasks }) => tasks > 0)
        .sort((a, b) => a.at - b.at);
}
/** More tasks than the service wants were started, the last ones lately. */
function hasJustReplaced(starts, { wanted, now }) {
    const last = starts.at(-1);
    return last !== undefined && replacements_count(starts) > wanted && now - last.at < pace/* quietFor */.IE;
}
/** Tasks that replace others since the completion, if ECS started some more than once. */
function replacedSince(starts, { completed, wanted }) {
    const since = starts.filter(({ at }) => at > completed.at);
    const added = Math.max(0, wanted - completed.desiredCount);
    return since.length < 2 ? 0 : Math.max(0, replacements_count(since) - added);
}
function replacements_count(starts) {
    return starts.reduce((sum, { tasks }) => sum + tasks, 0);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/check-completed.js
/** Where a completed deployment keeps failing, nothing more is to be expected of ECS (docs/adr/0033). */





/** A task that is up can speak against it, so the running tasks are read first. */
function checkCompleted(state, at) {
    const replaced = replacedTasks(state);
    if (replaced > 0) {
        const reason = `ECS has started ${replaced} tasks to replace others since it completed the deployment`;
        return check_completed_failed(state, reason);
    }
    if (!check_completed_isFailing(state, []))
        return goTo(state, 'reporting');
    const { records, effect } = requestRunning(state.tasks, at);
    return performThenGoTo({ ...state, tasks: records }, effect, 'confirming-failure');
}
function confirmFailure(state) {
    const { completed } = state.evaluation;
    const running = state.tasks.lastRunning;
    // The next poll tries again.
    if (!completed || running?.kind !== 'read' || !running.tasks || !check_completed_isFailing(state, running.tasks)) {
        return goTo(state, 'reporting');
    }
    const count = (0,failing_after_completion/* failedSince */.Yi)(stoppedTasks(state.tasks), completed.at).length;
    return check_completed_failed(state, `${count} of its tasks have failed since ECS completed the deployment`);
}
function check_completed_isFailing(state, running) {
    const { completed } = state.evaluation;
    if (!completed || !isUndecided(state))
        return false;
    const tasks = { stopped: stoppedTasks(state.tasks), running, completedAt: completed.at };
    return (0,failing_after_completion/* keepsFailing */.pb)(tasks, { after: state.context.options.failFastAfter, now: state.last.at });
}
/** Enough of them for fail-fast, otherwise 0. */
function replacedTasks(state) {
    const { context, evaluation, last, tasks } = state;
    const after = context.options.failFastAfter;
    const isUnreadable = tasks.blocked !== undefined;
    if (!isUnreadable || after === 0 || !evaluation.completed || !isUndecided(state))
        return 0;
    if (last.service === 'missing')
        return 0;
    const starts = taskStarts(context, last.service);
    const wanted = last.service.desiredCount;
    const replaced = replacedSince(starts, { completed: evaluation.completed, wanted });
    return replaced >= after ? replaced : 0;
}
function isUndecided({ context, last: { service }, verdict }) {
    if (verdict.kind !== 'watching' || service === 'missing')
        return false;
    return (0,ecs_service/* deploymentOf */.PE)(service, context.tracked.deploymentId)?.status === 'PRIMARY';
}
function check_completed_failed(state, reason) {
    const { context, evaluation, last } = state;
    const ours = last.service === 'missing' ? undefined : (0,ecs_service/* deploymentOf */.PE)(last.service, context.tracked.deploymentId);
    const result = {
        kind: 'failed',
        running: ours?.runningCount ?? 0,
        reason,
        completedAt: evaluation.completed?.at,
    };
    return goTo({ ...state, verdict: { kind: 'decided', result } }, 'reporting');
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/check-deadline.js


/** Milliseconds without an answer: unknown instead of timed out. */
const contactLostAfter = 120_000;
function checkDeadline(state, at) {
    const { context, last } = state;
    if (at < context.deadline)
        return goTo(state, 'polling');
    const result = at - last.at > contactLostAfter
        ? { kind: 'unknown', reason: 'AWS did not respond for minutes' }
        : { kind: 'timed-out', minutes: context.options.minutes, rollback: { kind: 'left' } };
    return endWatch(state, { result, at });
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/close-tasks.js




function closeStoppedTasks(state, at) {
    const { end, last, tasks } = state;
    const isRecorded = tasks.readAt >= last.at && end?.result.kind !== 'timed-out';
    if (!isDiagnosed(state) || !hasCredentials(state) || isRecorded) {
        return goTo(state, 'closing-running-tasks');
    }
    const { records, effect } = requestStopped(tasks, at);
    return performThenGoTo({ ...state, tasks: records }, effect, 'closing-running-tasks');
}
/** A success was confirmed; a canceled step has no time. */
const saysWhatServes = [
    'superseded',
    'failed',
    'timed-out',
    'rolled-back',
    'paused',
    'started',
];
/** Running tasks are part of the report. */
function closeRunningTasks(before, at) {
    const kind = before.end?.result.kind;
    const isTargetHealthShown = isDiagnosed(before) ? kind !== 'unknown' : kind === 'succeeded';
    const targets = isTargetHealthShown ? allTargetHealthDue(before.targets) : before.targets;
    const state = { ...before, targets };
    if (!kind || !saysWhatServes.includes(kind))
        return goTo(state, 'closing-target-health');
    const { records, effect } = requestRunning(state.tasks, at, 'all-running');
    return performThenGoTo({ ...state, tasks: records }, effect, 'closing-target-health');
}
// EXTERNAL MODULE: ./lib/src/core/watch/confirm-success.js
var confirm_success = __webpack_require__(4090);
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/confirm-by-tasks.js







/** Milliseconds between the reads of running and of stopped tasks. */
const maxReadAge = 60_000;
const replacing = 'ECS calls the deployment completed, but it has just replaced tasks: waiting for two minutes without a new one';
const tasksUnread = 'ECS calls the deployment completed, but its tasks could not be read yet';
function confirmByTasks(state, at) {
    const { verdict, confirmation } = state;
    if (verdict.kind !== 'decided' || verdict.result.kind !== 'succeeded')
        return confirm_by_tasks_done(state);
    switch (confirmation.phase) {
        case 'initial':
            return requestRunningTasks(state, at);
        case 'reading-running':
            return confirm_by_tasks_runningTasksRead(state, at);
        case 'reading-stopped':
            return stoppedTasksRead(state, at);
        case 'reading-targets':
            return requestTargets(state);
        case 'targets-unread':
            return confirm_by_tasks_done(withoutEvidence(state, { why: 'the health of the targets', at }));
    }
}
function confirm_by_tasks_done(state) {
    return goTo(state, 'reading-stopped-tasks');
}
function requestRunningTasks(state, at) {
    // A known failure can be reason enough.
    const known = (0,confirm_success/* confirmSuccess */.U0)({
        running: undefined,
        stopped: stoppedTasks(state.tasks),
        now: at,
        completedAt: undefined,
    });
    if (known.kind === 'not-yet')
        return confirm_by_tasks_done(notYet(state, known.reason));
    const { kept } = state.confirmation;
    if (kept !== undefined && at - kept.at <= maxReadAge)
        return requestStoppedTasks(state, at);
    const { records, effect } = requestRunning(state.tasks, at);
    const requested = change({ ...state, tasks: records }, { phase: 'reading-running', kept: undefined });
    return effect ? stage_result_waitFor(requested, effect) : confirm_by_tasks_runningTasksRead(requested, at);
}
function confirm_by_tasks_runningTasksRead(state, at) {
    const running = state.tasks.lastRunning;
    if (running?.kind !== 'read') {
        const why = running?.error.code ?? 'no response';
        return confirm_by_tasks_done(withoutEvidence(state, { why, at }));
    }
    const kept = { at: running.requestedAt, tasks: running.tasks };
    return requestStoppedTasks(change(state, { kept }), at);
}
function requestStoppedTasks(state, at) {
    const { records, effect } = requestStopped(state.tasks, at);
    const requested = change({ ...state, tasks: records }, { phase: 'reading-stopped' });
    return effect ? stage_result_waitFor(requested, effect) : stoppedTasksRead(requested, at);
}
function stoppedTasksRead(state, at) {
    if (at - state.tasks.readAt > pace/* maxRecordAge */.Lo) {
        return confirm_by_tasks_done(withoutEvidence(state, { why: 'the stopped tasks', at }));
    }
    const running = state.confirmation.kept?.tasks;
    const completedAt = completedAtOf(state.verdict);
    const concluded = conclude(state, { running, at });
    if (concluded.verdict.kind === 'decided' && (0,confirm_success/* needsTargetHealth */.hO)({ running, completedAt })) {
        return requestTargets(concluded);
    }
    return confirm_by_tasks_done(change(concluded, { kept: undefined }));
}
/** Of the next group that this poll has not read. */
function requestTargets(state) {
    const { targets, kept } = state.confirmation;
    const { groups } = state.targets;
    const group = groups.find(one => !targets.has(one));
    if (group !== undefined) {
        return stage_result_waitFor(change(state, { phase: 'reading-targets' }), { kind: 'read-target-health', group });
    }
    const forgotten = change(state, { kept: undefined });
    if (groups.length === 0)
        return confirm_by_tasks_done(forgotten);
    const confirmation = (0,confirm_success/* confirmTargets */.rm)(kept?.tasks ?? [], groups.map(one => targets.get(one)));
    return confirm_by_tasks_done(confirmation.kind === 'confirmed' ? forgotten : notYet(forgotten, confirmation.reason));
}
function withoutEvidence(before, { why, at }) {
    const confirmation = evidenceReadFailed(before.confirmation);
    const state = { ...before, confirmation };
    const { failedReads, notices } = confirmation;
    if (failedReads < maxFailedReads)
        return notYet(state, tasksUnread);
    if (failedReads > maxFailedReads)
        return conclude(state, { running: undefined, at });
    const text = `The running tasks could not be read (${why}), so the success is based on the counts of ECS.`;
    const warned = change(state, { notices: [...notices, (0,errors_notice/* warning */.$e)(text)] });
    return conclude(warned, { running: undefined, at });
}
function conclude(state, { running, at }) {
    const confirmation = (0,confirm_success/* confirmSuccess */.U0)({
        running,
        stopped: stoppedTasks(state.tasks),
        now: at,
        completedAt: completedAtOf(state.verdict),
    });
    if (confirmation.kind === 'not-yet')
        return notYet(state, confirmation.reason);
    return confirm_by_tasks_isReplacing(state, at) ? notYet(state, replacing) : state;
}
/** Where the tasks may not be read. */
function confirm_by_tasks_isReplacing({ context, last, tasks }, now) {
    if (!tasks.blocked || last.service === 'missing')
        return false;
    const wanted = last.service.desiredCount;
    return hasJustReplaced(taskStarts(context, last.service), { wanted, now });
}
function completedAtOf(verdict) {
    if (verdict.kind !== 'decided' || verdict.result.kind !== 'succeeded')
        return undefined;
    return verdict.result.completedAt;
}
function notYet(state, reason) {
    const verdict = { kind: 'watching', stage: 'rolling-out', unconfirmedReason: reason };
    return change({ ...state, verdict }, { reason });
}
function change(state, changes) {
    return { ...state, confirmation: { ...state.confirmation, ...changes } };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/related-resources.js




function readTargetHealth(before, next) {
    const { records, effect } = nextTargetHealth(before.targets);
    const state = { ...before, targets: records };
    return effect ? stage_result_waitFor(state, effect) : goTo(state, next);
}
function readAlarms(state, next) {
    if (!hasCredentials(state))
        return goTo(state, next);
    const names = state.last.serviceDeployment?.triggeredAlarms ?? [];
    const { records, effect } = requestAlarms(state.alarms, names);
    return performThenGoTo({ ...state, alarms: records }, effect, next);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/report.js










function report_report(before, at) {
    const { context, last, tasks, verdict } = before;
    const poll = {
        snapshot: last,
        verdict,
        stopped: stoppedTasks(tasks),
        rollbackFailed: rollbackFailures(before),
        wait: waitOf(before),
        checksContainers: context.checkedContainers.length > 0,
        page: pageOf(before),
    };
    const { log, lines } = reportPoll(before.log, poll);
    const accountedFor = tasks.readAt >= last.at ? failureCounts(last) : tasks.accountedFor;
    const state = { ...before, log, tasks: { ...tasks, accountedFor } };
    const result = verdict.kind === 'decided' ? verdict.result : reachedGoal(state);
    if (!result)
        return goTo(state, 'failing-fast', lines);
    const ended = endWatch(state, { result, at });
    // The verdict asks for the same person.
    const own = result.kind === 'paused' ? lines.map(line => ({ ...line, annotation: undefined })) : lines;
    return { ...ended, lines: [...own, ...ended.lines] };
}
/** The page of all deployments, where ours may not be read. */
function pageOf({ last: { service }, polls }) {
    const { serviceDeploymentArn: arn } = polls;
    if (service === 'missing' || (arn === undefined && !reliesOnService(polls)))
        return undefined;
    return deploymentLink(service.arn, service.clusterArn, arn);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/wanted-service-deployment.js



function wantedServiceDeployment(state, request) {
    const { glance, readAt, serviceDeploymentArn: arn } = state.polls;
    if (reliesOnService(state.polls))
        return 'skip';
    if (glance.kind === 'moved' && request.at - readAt <= pace/* freshFor */.A2)
        return glance.read;
    return arn === undefined ? 'find' : { arn, isOptional: canWait(state, request) };
}
function canWait(state, { at, distance }) {
    const { glance, needsBoth, readAt } = state.polls;
    if (distance !== 'far' || needsBoth || glance.kind === 'moved')
        return false;
    return at - readAt <= pace/* maxReuseAge */.Ek && serviceSuffices(state);
}
/** Where nothing is about to be decided, and the service shows every move. */
function serviceSuffices({ context, errors, evaluation, last, verdict }) {
    const { service, serviceDeployment } = last;
    if (service === 'missing' || !serviceDeployment || (0,service_deployment/* isOver */.PU)(serviceDeployment))
        return false;
    if (verdict.kind !== 'watching' || verdict.unconfirmedReason !== undefined)
        return false;
    const { completed, readsAreCurrent, tentative } = evaluation;
    if (errors.throttled > 0 || tentative || completed || !readsAreCurrent)
        return false;
    return context.options.waitUntil === 'completed' && showsEveryMove(service);
}
/** Stages, hooks and alarms show in the service deployment only. */
function showsEveryMove({ alarms, hasHooks, strategy }) {
    return strategy === 'ROLLING' && alarms.length === 0 && !hasHooks;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/request-poll.js
/** The next poll, or a glance at the service deployment alone: where it has not moved, the poll shows nothing new. */






function requestPoll(before, at) {
    const distance = decisionDistance(before, at);
    const nearSince = distance === 'near' ? (before.polls.nearSince ?? at) : undefined;
    const state = { ...before, polls: { ...before.polls, nearSince } };
    const arn = state.polls.serviceDeploymentArn;
    const pace = paceOf(state, { at, usual: usualPause(state, { at, distance }) });
    const glances = distance !== 'far' && mayGlance(state, at);
    if (glances && arn !== undefined)
        return stage_result_waitFor(state, { kind: 'glance', pace, arn });
    const serviceDeployment = wantedServiceDeployment(state, { at, distance });
    return stage_result_waitFor(state, { kind: 'poll', pace, serviceDeployment });
}
function paceOf(state, { at, usual }) {
    const { context, errors, polls } = state;
    const lasted = polls.count === 0 ? 0 : at - polls.requestedAt;
    return {
        usual,
        history: { throttled: errors.throttled, lasted, repeats: polls.repeats },
        atMost: longestPause(state),
        deadline: context.deadline,
    };
}
function usualPause(state, { at, distance }) {
    const first = pace/* firstPauses */.i3[state.polls.count];
    if (distance === 'far' && first !== undefined)
        return first;
    // Reads can be stale for some time: what they are to agree on needs it, too.
    if (lacksProof(state))
        return pace/* proofPause */.t8;
    const { throttled } = state.polls;
    switch (distance) {
        case 'near':
            return throttled ? pace/* proofPause */.t8 : nearPause(state, at);
        case 'possible':
            return throttled || reliesOnService(state.polls) ? pace/* slowPause */.ge : Math.round(1 / pace/* readRate */.nm);
        case 'far':
            return pace/* slowPause */.ge;
    }
}
function lacksProof({ evaluation, last, verdict }) {
    const isOverdue = last.serviceDeployment !== undefined && (0,service_deployment/* isOver */.PU)(last.serviceDeployment);
    const isUnconfirmed = verdict.kind === 'watching' && verdict.unconfirmedReason !== undefined;
    return isUnconfirmed || isOverdue || evaluation.completed !== undefined;
}
/** Spends what is left of the reads until the decision, which is expected soon. */
function nearPause({ context, polls }, at) {
    const left = pace/* firstReads */.ef + (at - context.tracked.watchedFrom) * pace/* readRate */.nm - polls.reads;
    const still = Math.max(pace/* leastNearFor */.dx, pace/* nearFor */.IA - (at - (polls.nearSince ?? at)));
    const affordable = Math.max(0, left) + still * pace/* readRate */.nm;
    const least = reliesOnService(polls) ? pace/* leastServicePause */.BU : pace/* leastNearPause */["if"];
    return Math.max(least, Math.round(still / affordable));
}
/** Not at the deadline, which a poll has to reach. */
function mayGlance({ context, errors, last, polls }, at) {
    const { serviceDeployment } = last;
    if (at >= context.deadline || polls.needsBoth)
        return false;
    if (polls.glance.kind !== 'same' || polls.throttled || errors.throttled > 0 || reliesOnService(polls))
        return false;
    if (!serviceDeployment || (0,service_deployment/* isOver */.PU)(serviceDeployment))
        return false;
    return at - last.at < pace/* maxPollGap */.Cs;
}
function longestPause({ errors, evaluation, last, confirmation, polls }) {
    if (errors.throttled > 0)
        return Number.POSITIVE_INFINITY;
    if (polls.glance.kind === 'moved' || polls.needsBoth)
        return 0;
    const isTentative = evaluation.tentative !== undefined && last.serviceDeployment === undefined;
    if (isTentative)
        return pace/* tentativePause */.Fk;
    return confirmation.needsEvidence ? pace/* evidencePause */.YC : Number.POSITIVE_INFINITY;
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/starting-tasks.js
/** Tasks that do not get on show what keeps them: their state, or a container that another depends on. */




function readStartingTasks(state, at) {
    const { context, last, log, tasks, verdict } = state;
    const ours = last.service === 'missing' ? undefined : (0,ecs_service/* deploymentOf */.PE)(last.service, context.tracked.deploymentId);
    const isStarting = verdict.kind === 'watching' && ours !== undefined && ours.pendingCount > 0;
    const isQuiet = at - log.progress.lastAt >= quiet;
    if (!isStarting || !isQuiet || at - tasks.triedRunningAt < pace/* startingReadGap */.f2) {
        return goTo(state, 'checking-completed');
    }
    const { records, effect } = requestRunning(tasks, at);
    return performThenGoTo({ ...state, tasks: records }, effect, 'checking-completed');
}
/** Milliseconds. */
const quiet = 20_000;
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/stopped-tasks.js



function readStoppedTasks(state, at) {
    const { last, tasks, verdict } = state;
    const hasNewFailures = failureCounts(last) !== tasks.accountedFor;
    const activity = taskActivity(last);
    const isWanted = verdict.kind === 'decided' || hasNewFailures || isReadDue(tasks, { at, activity });
    if (!isWanted || tasks.triedAt >= last.at)
        return goTo(state, 'reading-starting-tasks');
    const { records, effect } = requestStopped(tasks, at);
    return performThenGoTo({ ...state, tasks: { ...records, activity } }, effect, 'reading-starting-tasks');
}
;// CONCATENATED MODULE: ./lib/src/core/watch/stages/run-stage.js











const run_stage_stages = {
    polling: requestPoll,
    'confirming-success': confirmByTasks,
    'reading-stopped-tasks': readStoppedTasks,
    'reading-starting-tasks': readStartingTasks,
    'checking-completed': checkCompleted,
    'confirming-failure': confirmFailure,
    reporting: report_report,
    'failing-fast': failFast,
    'reading-target-health': state => readTargetHealth(state, 'reading-alarms'),
    'reading-alarms': state => readAlarms(state, 'checking-deadline'),
    'checking-deadline': checkDeadline,
    'closing-alarms': state => readAlarms(state, 'closing-stopped-tasks'),
    'closing-stopped-tasks': closeStoppedTasks,
    'closing-running-tasks': closeRunningTasks,
    'closing-target-health': state => readTargetHealth(state, 'finished'),
    finished: state => goTo(state, 'finished'),
};
function runStage(state, at) {
    return run_stage_stages[state.stage](state, at);
}
;// CONCATENATED MODULE: ./lib/src/core/watch/reducer.js

















function begin(state, at) {
    return advance(goTo(state, state.stage), at);
}
function reducer_step(state, event) {
    return advance(receive(state, withoutCutValues(event, state.context.secrets)), event.at);
}
function receive(state, event) {
    const { stage, context } = state;
    switch (event.kind) {
        case 'polled':
            return pollAnswered(state, event);
        case 'glanced':
            return glanceAnswered(state, event);
        case 'tasks-read':
            return goTo({ ...state, tasks: tasksRead(state.tasks, event, context.tracked) }, stage);
        case 'target-health-read':
            if (stage === 'confirming-success') {
                return goTo({ ...state, confirmation: confirmationTargetsRead(state.confirmation, event) }, stage);
            }
            return goTo({ ...state, targets: targetHealthRead(state.targets, event, context) }, stage);
        case 'alarms-read':
            return goTo({ ...state, alarms: alarmsRead(state.alarms, event, context) }, stage);
        case 'stop-answered':
            return stopAnswered(state, event);
        case 'stopped':
            return stopped(state, event);
        case 'canceled':
            return canceled(state, event);
    }
}
function pollAnswered(before, event) {
    const state = { ...before, polls: polled(before.polls, event) };
    const { at, service, serviceDeployment } = event;
    if (service.kind === 'failed')
        return pollUnanswered(state, { at, error: service.error });
    const isLast = at >= state.context.deadline;
    if (serviceDeployment.kind === 'not-read' && (isLast || needsBoth(state, { at, service: service.value }))) {
        return goTo({ ...state, errors: noErrors, polls: { ...state.polls, needsBoth: true } }, 'polling');
    }
    const snapshot = {
        at,
        service: service.value,
        serviceDeployment: serviceDeploymentIn(event, state),
    };
    const evaluation = evaluate(state.context.tracked, state.evaluation, snapshot);
    const evaluated = {
        ...state,
        errors: noErrors,
        last: snapshot,
        capacity: capacityPolled(state.capacity, snapshot),
        verdict: evaluation.verdict,
        evaluation: evaluation.state,
        confirmation: confirmationOfNextPoll(state.confirmation),
        failFast: { ...state.failFast, phase: 'initial' },
        waits: waitTimes(state.waits, state.context.tracked, snapshot),
    };
    return goTo(evaluated, 'confirming-success');
}
function serviceDeploymentIn({ serviceDeployment }, { context, last }) {
    switch (serviceDeployment.kind) {
        case 'answered':
            return withoutAnswered(serviceDeployment.value, context.answeredHook);
        case 'not-read':
            return last.serviceDeployment;
        case 'failed':
            return undefined;
    }
}
function pollUnanswered(state, { at, error }) {
    const { errors, lost } = pollFailed(state.errors, error);
    if (lost)
        return endWatch({ ...state, errors }, { result: { kind: 'unknown', ...lost }, at });
    const { log, lines } = reportSilence(state.log, { code: error.code, answeredAt: state.last.at, at });
    return goTo({ ...state, errors, log }, 'checking-deadline', lines);
}
function glanceAnswered(state, event) {
    const { answeredHook } = state.context;
    const known = state.last.serviceDeployment;
    return goTo({ ...state, polls: glanced(state.polls, event, { answeredHook, known }) }, 'polling');
}
/** Nothing more is read, not even for the report. */
function canceled(before, { at, interrupted }) {
    const polls = interrupted ? serviceDeploymentRead(before.polls, interrupted) : before.polls;
    const state = { ...before, polls };
    if (state.end)
        return goTo(state, 'finished');
    const result = { kind: 'cancelled', rollback: { kind: 'left' } };
    const ended = endWatch(state, { result, at });
    return goTo(ended.state, 'finished', ended.lines);
}
/** Until a stage waits or the watch is over. */
function advance(from, at) {
    let { state, effect } = from;
    const effects = [...from.lines];
    while (effect === undefined && state.stage !== 'finished') {
        const result = runStage(state, at);
        state = result.state;
        effect = result.effect;
        effects.push(...result.lines);
    }
    return { state, effects: effect ? [...effects, effect] : effects };
}
;// CONCATENATED MODULE: ./lib/src/core/watch/evaluation/evaluation.js
const initialEvaluation = {
    readsAreCurrent: false,
    gonePolls: 0,
    tentative: undefined,
    failed: false,
    rollbackSince: undefined,
    stopSince: undefined,
    completed: undefined,
    rollbackTarget: undefined,
};
;// CONCATENATED MODULE: ./lib/src/core/watch/watch-state.js












/** Goes on after an interim end; the time in between does not count. */
function resumeWatch(state, { at, options }) {
    const { context, end } = state;
    const deadline = context.deadline + (end ? at - end.at : 0);
    const polls = { ...state.polls, glance: { kind: 'same' }, nearSince: undefined };
    return { ...state, context: { ...context, deadline, options }, polls, stage: 'polling', end: undefined };
}
function initialWatch(context, first) {
    const { startedAt, watchedFrom } = context.tracked;
    // A joined deployment can have failures that nobody here has read.
    const isJoined = watchedFrom > startedAt;
    return {
        context,
        stage: 'polling',
        last: snapshotWithout(first, context.secrets),
        verdict: { kind: 'watching', stage: 'rolling-out', unconfirmedReason: undefined },
        evaluation: initialEvaluation,
        polls: noPolls,
        capacity: [],
        errors: noErrors,
        tasks: isJoined ? noTasks : { ...noTasks, accountedFor: failureCounts(first) },
        confirmation: confirmation_unconfirmed,
        failFast: noFailFast,
        targets: initialTargetHealth(context.targetGroups),
        alarms: noAlarms,
        waits: noWaitTimes,
        log: initialLog(context),
        end: undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/perform-effect.js




/** Polls and glances wait; other effects are due at once. */
function dueAt(effect, { clock }) {
    const now = clock.now();
    return isPaced(effect) ? now + (0,pace/* pauseBefore */.GB)(effect.pace, { random: clock.random(), now }) : now;
}
function isPaced(effect) {
    return effect.kind === 'poll' || effect.kind === 'glance';
}
async function perform_effect_perform(ports, effect) {
    const { ecs, clock, alarms, loadBalancers } = ports;
    switch (effect.kind) {
        case 'read-target-health': {
            const targets = await (0,attempt/* attempt */.CD)(() => loadBalancers.targetHealth(effect.group));
            return { kind: 'target-health-read', at: clock.now(), group: effect.group, targets };
        }
        case 'read-alarms': {
            const answer = await (0,attempt/* attempt */.CD)(() => alarms.describe(effect.names));
            return { kind: 'alarms-read', at: clock.now(), alarms: answer };
        }
        case 'stop-deployment': {
            const result = await stopDeployment(ecs, clock, effect.arn);
            return { kind: 'stop-answered', at: clock.now(), result };
        }
        default:
            return assertNever(effect);
    }
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/poll.js




/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const servicesInOneCall = 10;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const deploymentsInOneCall = 20;
/** In the order of the requests. All services are of one cluster. */
async function pollTogether(ports, requests) {
    const { clock, ecs } = ports;
    const requestedAt = clock.now();
    const polls = requests.map(openPoll);
    skipOptional(polls);
    await readAgain(ports, polls, 'serviceDeployment', open => readServiceDeployments(ecs, open));
    for (const poll of polls)
        poll.onRead(serviceDeploymentOf(poll));
    const full = polls.filter(({ effect }) => effect.kind === 'poll');
    await readAgain(ports, full, 'service', open => readServices(ecs, open));
    return polls.map(poll => eventOf(poll, { at: clock.now(), requestedAt }));
}
function eventOf(poll, times) {
    const { effect, reads, repeats, service } = poll;
    const read = { ...serviceDeploymentOf(poll), ...times, repeats };
    if (effect.kind === 'glance')
        return { ...read, kind: 'glanced' };
    return { ...read, kind: 'polled', reads, service: answerOf(service) };
}
function openPoll(request) {
    const { effect } = request;
    const wanted = effect.kind === 'glance' ? { arn: effect.arn, isOptional: false } : effect.serviceDeployment;
    const unread = {
        ...request,
        arn: undefined,
        isOptional: false,
        serviceDeployment: undefined,
        service: undefined,
        reads: 0,
        repeats: 0,
    };
    if (wanted === 'find')
        return unread;
    if (wanted === 'skip')
        return { ...unread, serviceDeployment: { kind: 'answered', value: undefined } };
    if ('arn' in wanted)
        return { ...unread, ...wanted };
    return { ...unread, arn: wanted.serviceDeploymentArn, serviceDeployment: wanted.serviceDeployment };
}
/** One call reads them all, if one is needed. */
function skipOptional(polls) {
    if (polls.some(({ isOptional, serviceDeployment }) => !isOptional && serviceDeployment === undefined))
        return;
    for (const poll of polls)
        if (poll.isOptional)
            poll.serviceDeployment = { kind: 'not-read' };
}
/** Only what was not answered is read again. */
async function readAgain({ canceled, clock }, polls, part, read) {
    const open = () => polls.filter(poll => isOpen(poll[part]));
    if (open().length === 0)
        return;
    const onRetry = () => {
        for (const poll of open())
            poll.repeats++;
    };
    await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* withinPoll */.L_, { clock, canceled, onRetry }, async () => {
        const reading = open();
        if (part === 'serviceDeployment')
            for (const poll of reading)
                poll.reads++;
        await read(reading);
        const errors = reading.flatMap(poll => errorOf(poll[part]) ?? []);
        const error = errors.find(isRetryable) ?? errors[0];
        if (error)
            throw error;
    }));
}
function isRetryable(error) {
    return policies/* withinPoll */.L_.isRetryable(error, 0);
}
function errorOf(answer) {
    return answer?.kind === 'failed' ? answer.error : undefined;
}
function isOpen(answer) {
    const error = errorOf(answer);
    return answer === undefined || (error !== undefined && isRetryable(error));
}
/** An error from before the time of the step was up says more. */
function latest(before, now) {
    const isOutOfTime = now.kind === 'failed' && now.error.kind === 'out-of-time';
    return isOutOfTime && before ? before : now;
}
function answerOf(answer) {
    if (!answer)
        throw new TypeError('a poll has no answer');
    return answer;
}
function serviceDeploymentOf({ arn, serviceDeployment }) {
    return { serviceDeployment: answerOf(serviceDeployment), serviceDeploymentArn: arn };
}
async function readServiceDeployments(ecs, open) {
    const known = open.filter(({ arn }) => arn !== undefined);
    const found = await Promise.all(open.filter(({ arn }) => arn === undefined).map(poll => poll_find(ecs, poll)));
    const wanted = [...known, ...found.flatMap(poll => poll ?? [])];
    const parts = chunks(wanted, deploymentsInOneCall);
    await Promise.all(parts.map(part => describeServiceDeployments(ecs, part)));
}
/** Undefined: its details are not needed. For an ongoing one the list is enough; they cost a call in the same bucket. */
async function poll_find(ecs, poll) {
    const { target, tracked } = poll;
    const answer = await (0,attempt/* attempt */.CD)(() => ecs.findServiceDeployment(target, tracked.deploymentId));
    if (answer.kind === 'failed' || !answer.value) {
        poll.serviceDeployment = latest(poll.serviceDeployment, answer);
        return undefined;
    }
    const listed = answer.value;
    poll.arn = listed.arn;
    poll.onRead({ serviceDeployment: { kind: 'answered', value: undefined }, serviceDeploymentArn: poll.arn });
    if ((0,service_deployment/* stageOf */.gV)(listed) !== 'ongoing')
        return poll;
    poll.serviceDeployment = answer;
    return undefined;
}
async function describeServiceDeployments(ecs, polls) {
    const arns = polls.flatMap(({ arn }) => arn ?? []);
    const answer = await (0,attempt/* attempt */.CD)(() => ecs.describeServiceDeployments(arns));
    for (const poll of polls) {
        const own = answer.kind === 'failed'
            ? answer
            : { kind: 'answered', value: answer.value.find(({ arn }) => arn === poll.arn) };
        poll.serviceDeployment = latest(poll.serviceDeployment, own);
    }
}
async function readServices(ecs, open) {
    const parts = chunks(open, servicesInOneCall);
    await Promise.all(parts.map(part => describeServices(ecs, part)));
}
async function describeServices(ecs, polls) {
    const answer = await (0,attempt/* attempt */.CD)(() => ecs.describeServices(polls.map(({ target }) => target)));
    for (const [nth, poll] of polls.entries())
        poll.service = latest(poll.service, answer.kind === 'failed' ? answer : { kind: 'answered', value: poll_valueAt(answer.value, nth) });
}
function poll_valueAt(values, nth) {
    const value = values[nth];
    if (value === undefined)
        throw new TypeError('a service has no answer');
    return value;
}
function chunks(all, size) {
    const count = Math.ceil(all.length / size);
    return Array.from({ length: count }, (_, nth) => all.slice(nth * size, (nth + 1) * size));
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/read-tasks.js



/** In the order of the requests. */
async function readTasksTogether(ports, requests) {
    const listed = await Promise.all(requests.map(request => listTasks(ports, request)));
    // The next poll reads stopped tasks again; the others are read again at once.
    const [stopped, running] = await Promise.all([
        describeTasks(ports, listed.filter(isOfStopped)),
        describeTasks(ports, listed.filter(one => !isOfStopped(one))),
    ]);
    return listed.map(one => {
        const { effect, list, requestedAt } = one;
        const described = isOfStopped(one) ? stopped : running;
        return {
            kind: 'tasks-read',
            at: ports.clock.now(),
            which: effect.which,
            requestedAt,
            list: list.kind === 'answered' ? list.value : undefined,
            tasks: tasksOf(one, described),
        };
    });
}
function isOfStopped({ effect }) {
    return effect.which === 'stopped';
}
async function listTasks(ports, request) {
    const { clock, ecs } = ports;
    const { effect, target, tracked } = request;
    const { list: known, which } = effect;
    const requestedAt = clock.now();
    if (known)
        return { ...request, requestedAt, list: { kind: 'answered', value: known } };
    const selection = which === 'running' ? { startedBy: tracked.deploymentId } : which;
    const list = await read_tasks_read(ports, {
        again: which !== 'stopped',
        work: async () => ({ at: clock.now(), arns: await ecs.listTasks(target, selection) }),
    });
    return { ...request, requestedAt, list };
}
async function describeTasks(ports, listed) {
    const [first] = listed;
    const arns = [...new Set(listed.flatMap(wantedOf))];
    if (!first || arns.length === 0)
        return { kind: 'answered', value: [] };
    return read_tasks_read(ports, {
        again: !isOfStopped(first),
        work: () => ports.ecs.describeTasks(first.target, arns),
    });
}
function read_tasks_read({ canceled, clock }, { again, work }) {
    return (0,attempt/* attempt */.CD)(again ? () => (0,retry/* retry */.L5)(policies/* withinPoll */.L_, { clock, canceled }, work) : work);
}
function wantedOf({ effect, list }) {
    return list.kind === 'answered' ? list.value.arns.filter(arn => !effect.skip.has(arn)) : [];
}
function tasksOf(listed, described) {
    if (listed.list.kind === 'failed')
        return listed.list;
    const wanted = new Set(wantedOf(listed));
    if (wanted.size === 0)
        return { kind: 'answered', value: [] };
    if (described.kind === 'failed')
        return described;
    return { kind: 'answered', value: described.value.filter(({ arn }) => wanted.has(arn)) };
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/perform-round.js



/** In the order of the effects. */
async function performRound(ports, round) {
    const polls = round.flatMap(due => (isPaced(due.effect) ? { ...due, effect: due.effect, due } : []));
    const reads = round.flatMap(due => due.effect.kind === 'read-tasks' ? { ...due, effect: due.effect, due } : []);
    const performed = await Promise.all([
        together(polls, requests => pollTogether(ports, requests)),
        together(reads, requests => readTasksTogether(ports, requests)),
        ...round.map(due => alone(ports, due)),
    ]);
    const events = new Map(performed.flat());
    return round.map(due => {
        const event = events.get(due);
        if (!event)
            throw new TypeError('an effect has no event');
        return event;
    });
}
async function together(requests, read) {
    if (requests.length === 0)
        return [];
    const events = await read(requests);
    return events.flatMap((event, nth) => {
        const request = requests[nth];
        return request ? [[request.due, event]] : [];
    });
}
async function alone(ports, due) {
    const { effect } = due;
    if (isPaced(effect) || effect.kind === 'read-tasks')
        return [];
    return [[due, await perform_effect_perform(ports, effect)]];
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/watch-log.js
/** Each line says of which service it is, where there are several. */

function namedLogs(log, services) {
    if (services.length < 2)
        return [log];
    const names = services.map(({ target }) => (0,ecs_arn/* resourceName */.Iy)(target.service));
    const width = Math.max(...names.map(({ length }) => length));
    return names.map(name => ({
        line: line => log.line(`${name.padEnd(width)} ${line}`),
        annotate: one => log.annotate({ ...one, message: `${name}: ${one.message}` }),
    }));
}
;// CONCATENATED MODULE: ./lib/src/deploy/watch/watch.js






/** In the order of the requests. */
async function watch(ports, requests, { log, isOver = () => false }) {
    const { clock, canceled } = ports;
    const logs = namedLogs(log, requests);
    const watches = requests.map((request, nth) => watch_open(request, { clock, log: logs[nth] ?? log }));
    for (;;) {
        const waiting = watches.filter(watch_isWaiting);
        const next = earliest(waiting);
        if (!next || (!canceled.aborted && areLeft(watches, isOver)))
            return watches.map(({ state }) => state);
        const { due } = next.pending;
        if (due > clock.now())
            await clock.sleep(due - clock.now(), canceled);
        const round = canceled.aborted ? waiting : waiting.filter(one => isDue(one, { next, now: clock.now() }));
        const events = await eventsOf(ports, round);
        for (const [nth, one] of round.entries())
            take(one, reducer_step(one.state, watch_eventOf(events, nth)));
    }
}
function areLeft(watches, isOver) {
    const canBeLeft = watches.every(({ pending }) => !pending || isPaced(pending.effect));
    return canBeLeft && isOver(watches.map(({ state }) => state));
}
function watch_isWaiting(watch) {
    return watch.pending !== undefined;
}
function earliest(waiting) {
    return waiting.toSorted((a, b) => a.pending.due - b.pending.due)[0];
}
/** What would come soon joins what is due: both cost one call. A short pause stays as long as it is. */
function isDue(watch, { next, now }) {
    const { due, effect } = watch.pending;
    if (watch === next || due <= now)
        return true;
    const leading = next.pending.effect;
    if (!isPaced(effect) || !isPaced(leading) || effect.pace.atMost !== Number.POSITIVE_INFINITY)
        return false;
    const sharesCalls = effect.kind === 'glance' || leading.kind === 'poll';
    return sharesCalls && due - now <= effect.pace.usual * joinable;
}
/** Of its usual pause: more than the jitter. */
const joinable = 0.4;
async function eventsOf(ports, round) {
    const { canceled, clock } = ports;
    const interrupted = new Map();
    const due = round.map(one => ({
        ...one.deployment,
        effect: one.pending.effect,
        onRead: (read) => void interrupted.set(one, read),
    }));
    const answered = canceled.aborted ? undefined : await (0,cancellation/* unlessCanceled */.A)(performRound(ports, due), canceled);
    const at = clock.now();
    return answered ?? round.map(one => ({ kind: 'canceled', at, interrupted: interrupted.get(one) }));
}
function watch_eventOf(events, nth) {
    const event = events[nth];
    if (!event)
        throw new TypeError('an effect has no event');
    return event;
}
function watch_open(request, context) {
    const { options, service, tracked } = request;
    const now = context.clock.now();
    const deadline = tracked.watchedFrom + options.minutes * 60_000;
    const state = request.resumed
        ? resumeWatch(request.resumed, { at: now, options })
        : initialWatch({ ...request, deadline }, { at: now, service, serviceDeployment: undefined });
    const opened = { deployment: request, context, state, pending: undefined };
    const failure = request.stoppedBecause;
    take(opened, failure === undefined ? begin(state, now) : reducer_step(state, { kind: 'stopped', at: now, failure }));
    return opened;
}
function take(watch, { state, effects }) {
    const { clock, log } = watch.context;
    watch.state = state;
    watch.pending = undefined;
    for (const effect of effects) {
        if (effect.kind !== 'log')
            watch.pending = { effect, due: dueAt(effect, { clock }) };
        else if (effect.annotation)
            log.annotate(effect.annotation);
        else
            log.line(effect.line);
    }
}
;// CONCATENATED MODULE: ./lib/src/core/plan/interim-stage.js
/** The new revision has all traffic by then, and StopServiceDeployment shifts it back. */
function interimStage({ services, verification }, { waitUntil }) {
    if (verification?.onFailure !== 'rollback' || waitUntil !== 'completed')
        return undefined;
    return services.length > 0 && services.every(interim_stage_bakes) ? 'BAKE_TIME' : undefined;
}
/** Whether a rolling deployment has this stage is not documented. */
function interim_stage_bakes({ settings: { after } }) {
    return after.strategy !== 'ROLLING' && (after.bakeTimeInMinutes ?? 0) > 0;
}
;// CONCATENATED MODULE: ./lib/src/core/errors/update-refusal.js
/** What to do when ECS refuses UpdateService, by its words. ECS publishes few of them, so each row has its source. */

const update_refusal_rows = [
    {
        // https://github.com/aws/containers-roadmap/issues/2836
        matches: /\d+ (?:active )?deployments exist/,
        nextStep: service => `Wait until an older deployment has no task left, or remove what keeps its tasks: scale-in protection, or a long deregistration delay. To see the deployments: ${describeServiceCommand(service, undefined)}`,
    },
    {
        // API_UpdateService: "You can't update a service that's inactive."
        matches: /^ServiceNotActiveException/,
        nextStep: ({ name }) => `Somebody has deleted ${name}: create it again with your infrastructure tool, then deploy.`,
    },
    {
        // https://github.com/dask/dask-cloudprovider/issues/328
        // https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/53
        matches: /capacity provider/i,
        nextStep: ({ name }) => `Associate the capacity providers of ${name} with the cluster (PutClusterCapacityProviders), or give the service a capacity provider strategy that names associated ones.`,
    },
    {
        // https://github.com/ansible/ansible/issues/70625: EFS volumes need platform version 1.4.0.
        matches: /^PlatformTaskDefinitionIncompatibilityException/,
        nextStep: ({ name }) => `Set the platform version of ${name} to LATEST, or take out of the task definition what its version lacks, such as EFS volumes before 1.4.0.`,
    },
    {
        // https://github.com/jenkinsci/amazon-ecs-plugin/issues/218
        matches: /^PlatformUnknownException/,
        nextStep: ({ name }) => `Set the platform version of ${name} to one that exists, in full: LATEST or 1.4.0.`,
    },
    {
        // API_UpdateService: "The specified namespace wasn't found."
        matches: /^NamespaceNotFoundException/,
        nextStep: ({ name }) => `Create the AWS Cloud Map namespace again, or correct the one in the Service Connect configuration of ${name}.`,
    },
    {
        // API_UpdateService: "The specified task isn't supported in this Region."
        matches: /^UnsupportedFeatureException/,
        nextStep: () => 'Take out of the task definition and the inputs what ECS names, or deploy where the Region supports it.',
    },
    {
        // https://github.com/awslabs/fargatecli/issues/35
        matches: /service.linked role/i,
        nextStep: () => 'Create the service-linked role of ECS: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com',
    },
    {
        // https://github.com/aws/amazon-ecs-cli/issues/21
        matches: /assume role and validate the specified targetGroupArn/,
        nextStep: ({ name }) => `Let the role of ${name} describe target groups and register targets, or let the service use the service-linked role of ECS.`,
    },
    {
        // Seen where a target group is attached to no listener.
        matches: /does not have an associated load balancer/,
        nextStep: () => 'Attach the target group to a listener of a load balancer, then deploy again.',
    },
    {
        // ECS Exec needs a task role.
        matches: /valid taskRoleArn/,
        nextStep: () => 'Add a taskRoleArn that ECS can assume to the task definition, or turn off enableExecuteCommand of the service.',
    },
    {
        matches: /TaskDefinition (?:is inactive|not found)/i,
        nextStep: () => 'Somebody deregistered the revision meanwhile: run this again, and exclude new revisions from the cleanup.',
    },
    {
        // Undocumented words; ECS names the deployment or its rollback.
        matches: /deployment .*in progress|in.progress deployment|rollback .*in progress/i,
        nextStep: service => `Wait until that deployment has ended (in-flight: wait does), then run this again. To see it: ${describeServiceCommand(service, undefined)}`,
    },
];
/** undefined: ECS's words must do */
function updateRefusalStep({ code, message, kind }, service) {
    if (kind !== 'rejected')
        return undefined;
    const text = `${code}: ${message}`;
    return update_refusal_rows.find(({ matches }) => matches.test(text))?.nextStep(service);
}
// EXTERNAL MODULE: ./lib/src/core/plan/pause-decision.js
var pause_decision = __webpack_require__(6235);
;// CONCATENATED MODULE: ./lib/src/deploy/change/continue-deployment.js
/**
 * A hook can be answered once: a second request for it is refused. After a lost answer it is read whether the hook still
 * waits (docs/adr/0045).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html
 */




async function continueDeployment(ports, decision) {
    const { canceled, clock, ecs } = ports;
    if (canceled.aborted)
        return { kind: 'cancelled' };
    const budget = (0,retry/* openBudget */.ak)(clock);
    for (let lost = 0;;) {
        const sent = await (0,attempt/* attempt */.CD)(() => (0,retry/* retry */.L5)(policies/* throttledChanges */.Mr, { clock, canceled, budget }, () => ecs.continueServiceDeployment(decision)));
        if (sent.kind === 'answered')
            return { kind: 'sent', isCertain: true };
        const { error } = sent;
        if (error.kind !== 'unavailable' && lost === 0) {
            const isCanceled = error.kind === 'throttled' && canceled.aborted;
            return isCanceled ? { kind: 'cancelled' } : { kind: 'refused', error };
        }
        const hook = await readHook(ports, decision);
        if (hook === 'continued' && decision.action === 'ROLLBACK')
            return { kind: 'contradicted' };
        if (hook === 'continued' || hook === 'ended')
            return { kind: 'sent', isCertain: false };
        lost++;
        if (hook === 'unclear' || lost >= policies/* maxSendings */.WD || canceled.aborted) {
            const reason = `ContinueServiceDeployment was sent, but ECS did not confirm it (${error.code}: ${error.message})`;
            return { kind: 'lost', reason };
        }
    }
}
/** Until it no longer waits, for as long as a read can be stale. */
async function readHook({ canceled, clock, ecs }, { hook: { id }, serviceDeploymentArn }) {
    let last = 'unclear';
    await clock.sleep(policies/* lostChange */.bQ.pause, canceled);
    const decided = await (0,retry/* pollUntil */.g3)(policies/* lostChange */.bQ, { clock, canceled }, async () => {
        const read = await (0,attempt/* attempt */.CD)(() => ecs.describeServiceDeployments([serviceDeploymentArn]));
        const found = read.kind === 'answered' ? read.value[0] : undefined;
        if (!found) {
            last = 'unclear';
            return undefined;
        }
        const hook = found.hooks.find(one => one.id === id);
        if ((0,service_deployment/* stageOf */.gV)(found) === 'successful' || (hook && isContinued(hook)))
            return 'continued';
        if (hook?.status !== 'AWAITING_ACTION' || (0,service_deployment/* stageOf */.gV)(found) !== 'ongoing')
            return 'ended';
        last = 'waiting';
        return undefined;
    });
    return decided ?? last;
}
/** By a request, or because it expired. */
function isContinued({ status, timeoutAction }) {
    return status === 'SUCCEEDED' || (status === 'TIMED_OUT' && timeoutAction === 'CONTINUE');
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/join-deployment.js

function joinDeployment({ settings }, { deployment, earlier, service }, now) {
    const { createdAt = now, id, taskDefinition } = deployment;
    // Only a clock that is behind shows in this.
    const skewMs = clockSkew(createdAt, createdAt, now);
    const watchedFrom = now - skewMs;
    return {
        kind: 'started',
        service,
        skewMs,
        tracked: {
            deploymentId: id,
            taskDefinition,
            before: earlier.ids,
            deployedBefore: earlier.taskDefinitions,
            previous: earlier.serving,
            completedBefore: earlier.hasCompleted,
            overriddenRollback: undefined,
            breaker: settings.before.breaker,
            startedAt: Math.min(createdAt, watchedFrom),
            watchedFrom,
        },
    };
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/refresh-bump.js



/** An unreadable service leaves the plan as it is. `requested`: the desired count that the user sets. */
async function refreshBump(ecs, { plan, requested }) {
    const { bump: planned } = plan;
    const now = planned && (await desiredCountOf(ecs, plan));
    if (!planned || now === undefined || now === planned.found)
        return { plan, notices: [] };
    const changed = `Somebody changed the desired count from ${planned.found} to ${now} since the plan was made`;
    const settings = withDesiredCount(plan.settings, { now, requested });
    const bump = bumpOf(settings);
    if (bump) {
        const text = `${changed}: it will be restored to ${bump.from}.`;
        return { plan: { ...plan, settings, bump }, notices: [(0,errors_notice/* notice */.lm)(text)] };
    }
    const { desiredCount: _, ...update } = plan.update;
    return {
        plan: { ...plan, settings, bump: undefined, update },
        notices: [(0,errors_notice/* notice */.lm)(`${changed}, so it is not raised.`)],
    };
}
async function desiredCountOf(ecs, { observed }) {
    const read = await (0,attempt/* attempt */.CD)(() => ecs.describeService(observed.target, 'once'));
    return read.kind === 'failed' || read.value === 'missing' ? undefined : read.value.desiredCount;
}
;// CONCATENATED MODULE: ./lib/src/steps/update.js
/** Updates each service once. An unwatched run ends here. */



















const update = {
    group: 'Deploy',
    whenCanceled: 'skip',
    async perform(run, recorded) {
        const { inputs, ports, targets } = run;
        const { record, registered, revision } = recorded;
        if (inputs.watch)
            ports.endCallsBy(ports.clock.now() + inputs.watch.minutes * 60_000 + watching);
        const sent = [];
        for (const service of recorded.plan.services) {
            const refusal = inputs.watch?.onPartialFailure === 'rollback' ? refusedIn(sent) : undefined;
            sent.push(refusal ? update_notSent(service, refusal) : await updateService(run, recorded, service));
        }
        const isOne = sent.length === 1;
        const notices = sent.flatMap(one => one.notices.map(own => (0,errors_notice/* ofService */.Jv)(own, isOne ? undefined : update_nameOf(one))));
        const problems = sent.flatMap(one => isOne ? one.problems : one.problems.map(own => ({ ...own, service: update_nameOf(one) })));
        const updates = sent.map(one => one.update);
        const plan = { ...recorded.plan, services: sent.map(one => one.plan) };
        const started = updates.find(one => one.kind === 'updated');
        if (!started && updates.every(({ kind }) => kind === 'untouched')) {
            if (problems.length === 0)
                return (0,step/* stop */.ds)(notices);
            return (0,step/* end */._N)((0,outcome_outcome/* refused */.J5)({ targets, problems, checks: plan.checks, plan, revision: registered }), notices);
        }
        // GitHub may be slow: neither the watch nor a canceled step's restore waits for it.
        const announced = started ? record.report(startedStatus(started.tracked)) : Promise.resolve();
        if (started && inputs.watch) {
            return (0,step/* proceed */.rj)({ ...recorded, plan, updates, problems, announced }, notices);
        }
        await (0,cancellation/* unlessCanceled */.A)(announced, ports.canceled);
        return (0,step/* end */._N)((0,outcome_outcome/* deployed */.$8)({ plan, revision, services: updates.map(update_unwatched), problems }), notices);
    },
};
function isRefusedUpdate({ kind, ...update }) {
    return kind === 'untouched' && update.name === 'refused';
}
function refusedIn(sent) {
    return sent.find(({ update }) => isRefusedUpdate(update));
}
/** It would only be taken back. */
function update_notSent(plan, refusal) {
    const text = `${plan.observed.service.name} is not updated, because the update of ${update_nameOf(refusal)} was refused`;
    const problems = [{ subject: 'on-partial-failure', text }];
    const update = { kind: 'untouched', name: 'refused', target: plan.observed.target, plan };
    return { update, plan, problems, notices: [] };
}
function update_nameOf({ plan }) {
    return plan.observed.service.name;
}
async function updateService(run, { revision, secrets }, planned) {
    if (planned.joins && planned.decides)
        return continueService(run, planned, { candidate: planned.joins, decision: planned.decides, secrets });
    if (planned.joins)
        return joinService(run, planned, planned.joins);
    const { log, ports, saved } = run;
    const { target } = planned.observed;
    const taskDefinition = revision.arn;
    const { plan, notices } = await refreshBump(ports.ecs, {
        plan: planned,
        requested: run.inputs.rollout.desiredCount,
    });
    const { observed, bump } = plan;
    const before = (0,saved_state/* stateBefore */.L9)({ ...observed, taskDefinition, bump, rollback: false });
    saved.keep(before);
    const isSaved = !bump || (await saved.save(before));
    const untouched = { kind: 'untouched', target, plan };
    if (!isSaved) {
        saved.keep(unfinishedAfter(before, { kind: 'cancelled' }, false));
        return { update: { ...untouched, name: 'refused' }, plan, problems: [saved_state/* unsavedBump */.ZS], notices };
    }
    const wantsRollback = () => run.inputs.watch?.onCancel === 'rollback' && ports.canceled.aborted;
    const saveRollback = () => void saved.saveRollbacks(wantsRollback());
    // The job may be killed before UpdateService is answered.
    ports.canceled.addEventListener('abort', saveRollback, { once: true });
    const started = await startDeployment(ports, { plan, taskDefinition });
    ports.canceled.removeEventListener('abort', saveRollback);
    saved.keep(unfinishedAfter(before, started, wantsRollback()));
    if (bump || wantsRollback())
        await saved.save();
    switch (started.kind) {
        case 'started': {
            const { deploymentId, startedAt } = started.tracked;
            const isOne = run.targets.length === 1;
            const where = isOne ? '' : ` of ${plan.observed.service.name}`;
            log.line(logField('started', `${deploymentId}${where} at ${(0,duration/* formatTimeOfDay */.qY)(startedAt)}`));
            return { update: { ...started, kind: 'updated', plan }, plan, problems: [], notices };
        }
        case 'lost': {
            const reason = (0,redact/* redact */.E$)(started.reason, secrets);
            return { update: { kind: 'unconfirmed', plan, reason }, plan, problems: [], notices };
        }
        case 'refused': {
            // ECS may quote what it refuses.
            const problem = (0,api_error_problem/* toProblem */.H8)(started.error, { target, hidden: secrets });
            const problems = [{ ...problem, next: updateRefusalStep(started.error, observed.service) }];
            return { update: { ...untouched, name: 'refused' }, plan, problems, notices };
        }
        case 'cancelled':
            return { update: { ...untouched, name: 'cancelled' }, plan, problems: [], notices };
    }
}
/** Nothing that this run changed has to be put back. */
function joinService({ log, ports }, plan, candidate) {
    const joined = joinDeployment(plan, candidate, ports.clock.now());
    log.line(logField('joined', joinedText(candidate, ports.runner.run)));
    return { update: { ...joined, kind: 'updated', plan }, plan, problems: [], notices: [] };
}
/** Nothing that this run changed has to be put back. */
async function continueService({ log, ports }, plan, { candidate, decision, secrets }) {
    const { target } = plan.observed;
    const untouched = { kind: 'untouched', target, plan };
    const continued = await continueDeployment(ports, decision);
    switch (continued.kind) {
        case 'sent': {
            const joined = joinDeployment(plan, candidate, ports.clock.now());
            log.line(logField('sent', (0,pause_decision/* decisionText */.G)(decision, candidate.deployment.taskDefinition)));
            const notices = continued.isCertain ? [] : [unconfirmedDecision];
            return { update: { ...joined, kind: 'updated', plan }, plan, problems: [], notices };
        }
        case 'lost': {
            const reason = (0,redact/* redact */.E$)(continued.reason, secrets);
            return { update: { kind: 'unconfirmed', plan, reason }, plan, problems: [], notices: [] };
        }
        case 'refused': {
            const problem = { ...(0,api_error_problem/* toProblem */.H8)(continued.error, { target, hidden: secrets }), next: decidedElsewhere };
            return { update: { ...untouched, name: 'refused' }, plan, problems: [problem], notices: [] };
        }
        case 'contradicted': {
            const problem = { subject: 'continue-deployment', text: continuedElsewhere, next: decidedElsewhere };
            return { update: { ...untouched, name: 'refused' }, plan, problems: [problem], notices: [] };
        }
        case 'cancelled':
            return { update: { ...untouched, name: 'cancelled' }, plan, problems: [], notices: [] };
    }
}
const decidedElsewhere = 'See whether somebody else decided, or the hook expired, in the meantime.';
const continuedElsewhere = 'the answer to ContinueServiceDeployment was lost, and the deployment was continued, not rolled back: somebody else decided, or the hook expired';
const unconfirmedDecision = (0,errors_notice/* warning */.$e)('The answer to ContinueServiceDeployment was lost. The hook does not wait any more: it took this answer or that of somebody else, or it expired.');
function unfinishedAfter(before, started, rollback) {
    switch (started.kind) {
        case 'started': {
            const { deploymentId } = started.tracked;
            return { ...before, rollback, answered: true, deploymentId };
        }
        case 'lost':
            return { ...before, rollback, answered: started.answered };
        case 'refused':
        case 'cancelled':
            return { ...before, answered: true, rollback: false, bump: undefined };
    }
}
function update_unwatched(update) {
    if (update.kind !== 'updated')
        return update;
    return { kind: 'started', rollout: unwatchedRollout(update.plan, update.tracked) };
}
;// CONCATENATED MODULE: ./lib/src/steps/watch.js










/** Its deployment goes on, and so does its watch. */
function isInterim({ state, watched }) {
    return watched.result.kind === 'started' && state.context.options.interim !== undefined;
}
const watch_watch = {
    group: 'Watch',
    whenCanceled: 'perform',
    async perform(run, { updates, ...updated }) {
        const { inputs, log, ports } = run;
        const { watch: options } = inputs;
        if (!options)
            throw new TypeError('a run that does not watch ends after the update');
        const started = updates.filter(update => update.kind === 'updated');
        const skewMs = watch_largest(started.map(update => update.skewMs));
        const clock = withClockOffset(ports.clock, skewMs);
        const latestStart = Math.max(...started.map(({ tracked }) => tracked.watchedFrom));
        const waitEndsAt = latestStart + skewMs + options.minutes * 60_000;
        ports.endCallsBy(waitEndsAt + watching);
        const interim = interimStage(updated.plan, options);
        const requests = started.map(update => watch_requestOf(update, { ...options, interim }, updated));
        const isOver = options.onPartialFailure === 'rollback' ? isPartialFailure(updates) : undefined;
        const states = await watch({ ...ports, clock }, requests, { log, isOver });
        const watches = updates.map((update) => {
            if (update.kind !== 'updated')
                return update;
            const state = states[started.indexOf(update)];
            if (!state)
                throw new TypeError('a watch has no state');
            const { plan } = update;
            if (!state.end)
                return { kind: 'left', plan, state };
            return { kind: 'watched', plan, state, watched: watchedOf(state, plan, updated.plan.revision) };
        });
        return (0,step/* proceed */.rj)({ ...updated, watches, options, clock, waitEndsAt }, clockNotices(skewMs));
    },
};
/** Then the others go back, and are not watched to the end of what they began. */
function isPartialFailure(updates) {
    if (updates.length < 2)
        return undefined;
    const isRefused = updates.some(isRefusedUpdate);
    return (states) => isRefused || states.some(state => isRollingBack(state) || (state.end && hasFailed(state.end.result)));
}
/** Of watches that have ended. */
function watchNotices(watches) {
    const watched = watches.flatMap(one => (one.kind === 'watched' ? one : []));
    return watched.flatMap(one => {
        if (isInterim(one))
            return [];
        const name = watched.length > 1 ? one.plan.observed.service.name : undefined;
        return one.watched.notices.map(own => (0,errors_notice/* ofService */.Jv)(own, name));
    });
}
/** One clock: what differs are the times of the answers. */
function watch_largest(skews) {
    return skews.reduce((found, one) => (Math.abs(one) > Math.abs(found) ? one : found), 0);
}
function watch_requestOf({ plan, service, tracked }, options, { plan: { revision }, secrets }) {
    const { observed } = plan;
    return {
        target: observed.target,
        tracked,
        options,
        service,
        answeredHook: plan.decides?.hook.id,
        eventsBefore: observed.service.events.map(({ id }) => id),
        targetGroups: observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
        checkedContainers: healthChecksIn(revision.definition).map(({ name }) => name),
        secrets,
        resumed: undefined,
        stoppedBecause: undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/steps/resume-watches.js
/** Watches on, to the end, what was verified before ECS had completed it. */





/** `pausedAt`: by the runner's clock. The time since then does not count. */
async function resumeWatches(run, value, { pausedAt, services }) {
    const { log, ports } = run;
    const paused = services.filter(isInterim);
    const waitEndsAt = value.waitEndsAt + (ports.clock.now() - pausedAt);
    if (paused.length === 0)
        return { services, waitEndsAt };
    log.enter('Watch on');
    ports.endCallsBy(waitEndsAt + watching);
    const requests = paused.map(one => resumedRequest(one, value));
    const states = await watch({ ...ports, clock: value.clock }, requests, { log });
    return {
        waitEndsAt,
        services: services.map(one => {
            const state = states[paused.indexOf(one)];
            if (!state)
                return one;
            return { ...one, state, watched: watchedOf(state, one.plan, value.plan.revision) };
        }),
    };
}
/** What the watches since then found, and all that those with an interim end had found before it. */
function noticesSince(before, after) {
    return after.flatMap((one, nth) => {
        const earlier = before[nth];
        if (one.kind !== 'watched' || earlier?.kind !== 'watched')
            return [];
        const said = isInterim(earlier) ? [] : earlier.watched.notices;
        const name = after.length > 1 ? one.plan.observed.service.name : undefined;
        return one.watched.notices.filter(own => !said.includes(own)).map(own => (0,errors_notice/* ofService */.Jv)(own, name));
    });
}
function resumedRequest({ plan, state }, { options }) {
    return {
        ...state.context,
        target: plan.observed.target,
        options: { ...options, interim: undefined },
        service: state.last.service,
        resumed: state,
        stoppedBecause: undefined,
    };
}
;// CONCATENATED MODULE: ./lib/src/steps/rollback-requests.js
/** How the watch of a rollback begins. */




/** Nothing stops it. */
const untilItsEnd = {
    failFastAfter: 0,
    onCancel: 'leave',
    onTimeout: 'fail',
    onPartialFailure: 'leave',
    waitUntil: 'completed',
    interim: undefined,
};
/** As the deployment itself is watched. */
function rollbackRequest({ plan, service, tracked, to }, { options, secrets }) {
    const { observed } = plan;
    return {
        target: observed.target,
        tracked,
        options: { ...options, ...untilItsEnd },
        service,
        answeredHook: undefined,
        eventsBefore: observed.service.events.map(({ id }) => id),
        targetGroups: observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
        checkedContainers: healthChecksIn(rollback_requests_definitionOf({ plan, to })).map(({ name }) => name),
        secrets,
        resumed: undefined,
        stoppedBecause: undefined,
    };
}
/** Known of the revision that served when the plan was made. */
function rollback_requests_definitionOf({ plan: { observed }, to }) {
    return observed.serving === to ? observed.live : {};
}
/** `to web:7, ecs-svc/5678902345678900295` */
function startedText(started) {
    switch (started.kind) {
        case 'begun':
            return `to ${(0,ecs_arn/* revisionName */.pd)(started.to)}${begunBy(started)}`;
        case 'no-target':
            return 'there is nothing to roll back to';
        case 'not-sent':
            return `not begun, because ${started.why}`;
        case 'unconfirmed':
            return `not known to have begun: ${started.why}`;
    }
}
function begunBy(started) {
    switch (started.by) {
        case 'stop':
            return ' by StopServiceDeployment';
        case 'ecs':
            return ': ECS has begun it already';
        case 'deployment':
            return `, ${started.tracked.deploymentId} at ${(0,duration/* formatTimeOfDay */.qY)(started.tracked.startedAt)}`;
    }
}
function attemptOf(started, secrets) {
    if (started.kind === 'no-target')
        return started;
    return { kind: started.kind, why: (0,redact/* redact */.E$)(started.why, secrets) };
}
;// CONCATENATED MODULE: ./lib/src/steps/take-back-all.js
/** Sends all requests at once, also if the workflow is canceled meanwhile, and watches what they begin to its end. */










/** What was watched, to its end or not. */
function isWatch(one) {
    return one.kind === 'watched' || one.kind === 'left';
}
async function takeBackAll(run, value, { reason, undone }) {
    const { log, ports } = run;
    const { clock, options, secrets } = value;
    log.enter('Roll back');
    const waitEndsAt = ports.clock.now() + options.minutes * 60_000;
    ports.endCallsBy(waitEndsAt + watching);
    const begunAt = clock.now();
    const all = await startAll(run, value, undone);
    const width = Math.max(...all.map(({ one }) => one.plan.observed.service.name.length));
    for (const { one, started } of all)
        log.line(logField('rollback', `${one.plan.observed.service.name.padEnd(width)}  ${(0,redact/* redact */.E$)(startedText(started), secrets)}`));
    const context = { reason, begunAt, value, all };
    const requests = new Map();
    for (const one of value.watches.filter(isWatch)) {
        const request = take_back_all_requestOf(one, context);
        if (request)
            requests.set(one, request);
    }
    const states = await watch({ ...ports, clock }, [...requests.values()], { log });
    const stateOf = new Map([...requests.keys()].map((one, nth) => [one, states[nth]]));
    const services = value.watches.map(one => {
        if (!isWatch(one))
            return one;
        const state = stateOf.get(one);
        const watched = watchedAfter(one, state, context);
        return { kind: 'watched', plan: one.plan, state: state ?? one.state, watched };
    });
    return { services, waitEndsAt };
}
/** A killed step leaves what was not sent to the post step. */
async function startAll({ ports, saved }, { clock }, undone) {
    const targets = undone.map(({ one: { plan, state } }) => ({
        target: plan.observed.target,
        takeBack: requested_rollback_rollbackTarget(state.context.tracked, plan),
    }));
    await saved.saveTakeBacks(targets);
    const canceled = new AbortController().signal;
    const all = await Promise.all(undone.map(async ({ one, was }) => {
        const subject = {
            plan: one.plan,
            tracked: one.state.context.tracked,
            isRollingOut: was === 'rolling-out',
        };
        return { one, was, started: await startRollback({ ...ports, clock, canceled }, subject) };
    }));
    await saved.saveTakeBacks(targets.map(one => ({ ...one, takeBack: undefined })));
    return all;
}
/** undefined: there is nothing more to watch */
function take_back_all_requestOf(one, { all, begunAt, reason, value }) {
    const { options } = value;
    const started = all.find(other => other.one === one)?.started;
    if (started?.kind === 'begun' && started.by === 'deployment')
        return rollbackRequest(started, value);
    const { state } = one;
    const resumed = resumedRequest(one, value);
    if (started?.kind !== 'begun')
        return take_back_all_isOpen(state) ? resumed : undefined;
    const deadline = begunAt + options.minutes * 60_000;
    const until = { ...state, end: undefined, context: { ...state.context, deadline } };
    const stoppedBecause = started.by === 'stop' ? reason.failure : undefined;
    return { ...resumed, options: { ...options, ...untilItsEnd }, resumed: until, stoppedBecause };
}
function take_back_all_isOpen({ context, end }) {
    return !end || (end.result.kind === 'started' && context.options.interim !== undefined);
}
function watchedAfter(one, state, context) {
    const { all, begunAt, reason, value } = context;
    const { plan, secrets } = value;
    const before = () => (one.kind === 'watched' ? one.watched : take_back_all_unfinished(one, context));
    const found = all.find(other => other.one === one);
    const after = (ended) => watchedOf(ended, one.plan, plan.revision);
    if (!found)
        return state ? after(state) : before();
    const { started, was } = found;
    if (started.kind !== 'begun') {
        const replacedBy = started.kind === 'not-sent' ? started.replacedBy : undefined;
        const attempt = attemptOf(started, secrets);
        return notTakenBack(state ? after(state) : before(), { ...reason, was }, { attempt, replacedBy });
    }
    if (!state)
        throw new TypeError('a watch has no state');
    const begun = { ...reason, was, begunAt, to: started.to };
    // What ECS has begun itself is not because of another service.
    if (started.by !== 'deployment')
        return started.by === 'ecs' ? after(state) : takenBackByStop(after(state), begun);
    const back = watchedOf(state, started.plan, { definition: rollback_requests_definitionOf(started) });
    return takenBackByDeployment(before(), back, begun);
}
/** Another deployment of ours has replaced it. */
function take_back_all_unfinished({ plan, state }, { begunAt, value }) {
    const result = { kind: 'failed', running: 0, reason: 'it was replaced' };
    return watchedOf({ ...state, end: { result, at: begunAt } }, plan, value.plan.revision);
}
;// CONCATENATED MODULE: ./lib/src/steps/take-back.js
/** Once one of several services has failed, decides which others go back to what served before (docs/adr/0050). */










const takeBack = {
    group: undefined,
    whenCanceled: 'perform',
    async perform(run, before) {
        if (before.options.onPartialFailure === 'leave')
            return take_back_ended(before, before.watches.map(asEnded));
        const watches = await withStoppedTimeOuts(run, before);
        const value = { ...before, watches };
        const reason = reasonToTakeBack(watches);
        const undone = reason ? watches.flatMap(undoneOf) : [];
        const isLeft = watches.some(({ kind }) => kind === 'left');
        if (!reason || (undone.length === 0 && !isLeft))
            return take_back_ended(value, watches.map(asEnded));
        if (run.ports.canceled.aborted && !isLeft)
            return take_back_ended(value, watches.map(one => take_back_canceled(one, reason)));
        const { services, waitEndsAt } = await takeBackAll(run, value, { reason, undone });
        return take_back_ended({ ...value, waitEndsAt }, services, noTransaction(reason, services));
    },
};
function take_back_ended(value, watches, notices = []) {
    return (0,step/* proceed */.rj)({ ...value, watches }, [...watchNotices(watches), ...notices]);
}
function asEnded(watch) {
    if (watch.kind === 'left')
        throw new TypeError('a watch was left, and nothing failed');
    return watch;
}
/** Where their rollback can be the reason to take others back, it comes first. */
async function withStoppedTimeOuts({ ports, saved }, { clock, options, secrets, watches }) {
    const hasFailed = reasonToTakeBack(watches) !== undefined;
    // Each that has timed out is rolled back anyway.
    const hasOthers = watches.some(one => !hasTimedOut(one) && undoneOf(one).length > 0);
    if (options.onTimeout === 'fail' || hasFailed || !hasOthers || ports.canceled.aborted)
        return watches;
    return Promise.all(watches.map(async (one) => {
        if (!hasTimedOut(one))
            return one;
        const request = { plan: one.plan, options, watched: one.watched, secrets };
        const result = await stopTimedOut({ ...ports, clock, saved }, request);
        return { ...one, watched: { ...one.watched, result } };
    }));
}
function hasTimedOut(one) {
    return one.kind === 'watched' && one.watched.result.kind === 'timed-out';
}
/** The first that failed. */
function reasonToTakeBack(watches) {
    for (const one of watches) {
        const service = take_back_nameOf(one);
        if (isRefusedUpdate(one))
            return { service, failure: `the update of ${service} was refused` };
        const text = take_back_failureIn(one);
        if (text !== undefined)
            return { service, failure: `${service} ${text}` };
    }
    return undefined;
}
function take_back_failureIn(one) {
    if (one.kind === 'left')
        return isRollingBack(one.state) ? 'was rolled back' : undefined;
    return one.kind === 'watched' ? failureText(one.watched.result) : undefined;
}
function take_back_nameOf(one) {
    return isWatch(one) ? one.plan.observed.service.name : serviceNameOf(one);
}
function undoneOf(one) {
    if (!isWatch(one))
        return [];
    const isRequested = one.kind === 'watched' && failureText(one.watched.result) !== undefined;
    const was = isRequested ? undefined : undoingOf(one.state);
    return was === undefined ? [] : [{ one, was }];
}
/** What goes on when a workflow is canceled is said by `on-cancel`. */
function take_back_canceled(watch, reason) {
    const one = asEnded(watch);
    const [undone] = undoneOf(watch);
    if (one.kind !== 'watched' || !undone)
        return one;
    const attempt = { kind: 'not-sent', why: 'the workflow was canceled' };
    const watched = notTakenBack(one.watched, { ...reason, was: undone.was }, { attempt, replacedBy: undefined });
    return { ...one, watched };
}
function noTransaction({ failure }, watches) {
    const names = watches.filter(isTakenBack).map(take_back_nameOf);
    if (names.length === 0)
        return [];
    const each = names.length > 1 ? 'each on its own' : 'on its own';
    const text = `ECS has no transaction over several services: once ${failure}, ${(0,enumerate/* enumerate */.HL)(names)} went back ${each} (on-partial-failure), and for a time the services may have run different revisions.`;
    return [(0,errors_notice/* notice */.lm)(text)];
}
function isTakenBack(one) {
    if (one.kind !== 'watched')
        return false;
    const { result, rollout } = one.watched;
    return rollout.takeBack !== undefined && result.kind === 'rolled-back';
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/verified.js

/** `replacedBy`: the deployment of somebody else that is the current one by now. */
function withVerification(watched, verification, replacedBy) {
    const { result, rollout } = watched;
    if (!canBeVerified(result))
        return watched;
    const verified = { ...watched, rollout: { ...rollout, verification } };
    if (replacedBy) {
        const superseded = { kind: 'superseded', by: replacedBy, stateWhenSuperseded: 'completed' };
        return { ...watched, result: superseded };
    }
    switch (verification.kind) {
        case 'verified':
        case 'superseded':
        case 'skipped':
            return verified;
        case 'cancelled':
            return { ...verified, result: { kind: 'cancelled', rollback: { kind: 'left' } } };
        case 'failed':
            return {
                ...verified,
                result: verified_failed(watched, verification.reason),
                rollout: {
                    ...verified.rollout,
                    // Whether its answers are of use to users is just what is in doubt.
                    impact: { kind: 'unknown', reason: 'unverified' },
                    verificationRollback: { kind: verification.proof === 'unproven' ? 'unproven' : 'not-wanted' },
                },
            };
    }
}
/** `started`: an interim end, ECS has not completed it yet; `idle`: scaled to 0 since. */
function canBeVerified({ kind }) {
    return kind === 'succeeded' || kind === 'started' || kind === 'idle';
}
function verified_failed({ result, rollout }, reason) {
    if (result.kind === 'idle')
        return { kind: 'failed', running: 0, reason, completedAt: rollout.endedAt };
    if (result.kind === 'succeeded') {
        const { completedAt = rollout.endedAt, running } = result;
        return { kind: 'failed', running, reason, completedAt };
    }
    const ours = (0,outcome_serving/* tasksIn */.uv)(rollout.serving, rollout.tracked.taskDefinition);
    return { kind: 'failed', running: ours?.running ?? 0, reason };
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/task-proof.js
/** What a one-off task says of the revision that it verifies: only its own exit code disproves it. */

/** Of a task that somebody or AWS stopped (API_Task). */
const stoppedByOthers = ['UserInitiated', 'SpotInterruption', 'TerminationNotice', 'InfrastructureHealth'];
function taskProof(result) {
    switch (result.kind) {
        case 'succeeded':
            return { kind: 'proven' };
        case 'cancelled':
            return { kind: 'canceled' };
        case 'failed': {
            const isOwn = result.exitCode !== undefined && !stoppedByOthers.includes(result.stopCode ?? '');
            const [cause] = result.causes;
            const detail = cause?.detail ? `; ${cause.detail}` : '';
            const why = cause ? `${cause.description}${detail}` : (result.reason ?? 'failed');
            return { kind: isOwn ? 'disproven' : 'unproven', reason: `${task_proof_nameOf(result)} ${why}` };
        }
        case 'timed-out':
            return unproven(`${task_proof_nameOf(result)} did not end within ${result.minutes} minutes and goes on`);
        case 'lost':
            return unproven(`it is not known how ${task_proof_nameOf(result)} ended: ${result.reason}`);
        case 'not-placed':
            return unproven(`ECS could not place the verifying task: ${task_proof_placement(result.failures)}`);
        case 'unconfirmed':
            return unproven(`it is not known whether the verifying task runs: ${result.reason}`);
        case 'started':
            throw new TypeError('a verifying task is waited for');
    }
}
function unproven(reason) {
    return { kind: 'unproven', reason };
}
function task_proof_nameOf({ arn, definition }) {
    return `the verifying task ${(0,ecs_arn/* shortTask */.m0)(arn)} of ${definition}`;
}
function task_proof_placement(failures) {
    return failures.map(({ detail, reason }) => (detail ? `${reason} (${detail})` : reason)).join('; ');
}
;// CONCATENATED MODULE: ./lib/src/deploy/verify/verify-task.js
/** Runs the one-off task that verifies a revision; it is not the one that ran before the deployment. */




async function verifyTask(ports, request) {
    const ran = await runTask(ports, { ...request, purpose: 'verification', onStarted: () => { } });
    switch (ran.kind) {
        case 'cancelled':
            return { proof: { kind: 'canceled' }, task: undefined, notices: [] };
        case 'refused': {
            const { error } = ran;
            const why = error.kind === 'denied' ? (0,denial/* denialText */.p_)(error) : error.message.replace(/\.$/, '');
            const reason = (0,redact/* redact */.E$)(`the verifying task was not started: ${why}`, request.secrets);
            return { proof: { kind: 'unproven', reason }, task: undefined, notices: [] };
        }
        case 'ran':
            return { proof: taskProof(ran.result), task: ran.result, notices: ran.notices };
    }
}
// EXTERNAL MODULE: ./lib/src/core/text/invisible.js
var invisible = __webpack_require__(9597);
;// CONCATENATED MODULE: ./lib/src/core/verification/check-answer.js




const maxRedirects = 5;
const redirects = [301, 302, 303, 307, 308];
function checkAnswer(answer, context) {
    const { options, secrets } = context;
    if (answer.kind === 'unanswered')
        return { kind: 'unexpected', reason: check_answer_short(answer.reason, secrets), isReached: answer.isReached };
    const { body, location, status } = answer;
    if (status !== options.status) {
        if (redirects.includes(status) && location !== undefined)
            return redirected(location, status, context);
        return unexpected(`${status} instead of ${options.status}${quoted(body, secrets)}`);
    }
    if (options.contains === undefined || body.includes(options.contains))
        return { kind: 'expected' };
    const wanted = check_answer_short(options.contains, secrets);
    return unexpected(`${status}, but without the text "${wanted}"${quoted(body, secrets)}`);
}
/** Another host could be anything, such as the page to log in. */
function redirected(location, status, { url, redirects }) {
    const from = new URL(url);
    const to = URL.parse(location, url);
    if (!to || !/^https?:$/.test(to.protocol))
        return unexpected(`${status} to an address that is neither https:// nor http://`);
    if (to.hostname !== from.hostname)
        return unexpected(`${status} to ${shownName(to)}, another host, which is not followed`);
    if (from.protocol === 'https:' && to.protocol === 'http:')
        return unexpected(`${status} from https:// to http://, which is not followed`);
    if (to.username !== '' || to.password !== '')
        return unexpected(`${status} to an address with credentials, which is not followed`);
    if (redirects >= maxRedirects)
        return unexpected(`more than ${maxRedirects} redirects`);
    to.hash = '';
    return { kind: 'redirected', to: to.href };
}
/** A path of another host can be as secret as its query. */
function shownName(to) {
    return (0,truncate/* truncate */.x)((0,redact/* redact */.E$)((0,shown_url/* shownUrl */.z)(to.origin), []), check_answer_longestLine);
}
function unexpected(reason) {
    return { kind: 'unexpected', reason, isReached: true };
}
/** characters */
const check_answer_longestLine = 120;
/** A page can have much before its first word. */
const searched = 2_000;
function quoted(body, secrets) {
    const text = (0,redact/* redact */.E$)(body, secrets)
        .slice(0, searched)
        .replace(/<[^<>]*>?/g, ' ');
    const line = text
        .split(/[\r\n]+/)
        .map(one => (0,invisible/* showInvisible */.j)(one).replace(/\s+/g, ' ').trim())
        .find(one => one !== '');
    return line === undefined ? '' : `: "${(0,truncate/* truncate */.x)(line, check_answer_longestLine)}"`;
}
function check_answer_short(text, secrets) {
    return (0,truncate/* truncate */.x)((0,invisible/* showInvisible */.j)((0,redact/* redact */.E$)(text, secrets)).replace(/\s+/g, ' ').trim(), check_answer_longestLine);
}
;// CONCATENATED MODULE: ./lib/src/core/verification/url-proof.js

function openProof(startedAt) {
    return {
        startedAt,
        requests: 0,
        unexpected: 0,
        inARow: 0,
        reason: undefined,
        isReached: false,
        line: undefined,
    };
}
/** The log is never silent for longer, in milliseconds. */
const longestSilence = 60_000;
/** `line`: undefined if the log has it already. An answer that the end of the time cut short says nothing about the page. */
function withAnswer(before, { at, isReached, reason }, options) {
    const { successes, status } = options;
    const isCutShort = reason !== undefined && at >= url_proof_endOf(before, options);
    if (isCutShort && before.requests > 0)
        return { proof: before, line: undefined };
    const proof = { ...before, isReached: before.isReached || isReached };
    const requests = proof.requests + 1;
    if (reason === undefined) {
        const inARow = proof.inARow + 1;
        const text = `${status} as expected   (${inARow} of ${successes})`;
        return { proof: { ...proof, requests, inARow, line: { text, at } }, line: text };
    }
    const next = { ...proof, requests, reason, inARow: 0, unexpected: proof.unexpected + 1 };
    // A server that is down gives the same answer for minutes.
    const isRepeated = proof.line?.text === reason;
    if (isRepeated && at - proof.line.at < longestSilence)
        return { proof: next, line: undefined };
    const line = isRepeated ? `still ${reason}   (${requests} requests)` : reason;
    return { proof: { ...next, line: { text: reason, at } }, line };
}
/** The pause and the next answer take time, too. */
function verdictOf(proof, options, now) {
    if (proof.inARow >= options.successes)
        return 'proven';
    return now + options.intervalSeconds * 1_000 >= url_proof_endOf(proof, options) ? 'out-of-time' : 'undecided';
}
function url_proof_endOf({ startedAt }, { forSeconds }) {
    return startedAt + forSeconds * 1_000;
}
/** `https://web.example.com/: 502 instead of 200 (24 of 24 requests in 2:00)` */
function url_proof_failureText(proof, { shown, now }) {
    const { reason, requests, startedAt, unexpected } = proof;
    const took = (0,duration/* formatElapsed */.C7)(now - startedAt);
    if (reason === undefined)
        return `${shown}: only ${proof.inARow} answers in ${took}, which is too few in a row`;
    return `${shown}: ${reason} (${unexpected} of ${requests} requests in ${took})`;
}
;// CONCATENATED MODULE: ./lib/src/deploy/verify/verify-url.js





/** Milliseconds from the request to the last byte. docs/security.md lists these numbers. */
const answerTime = 10_000;
/** Read of one answer; more is left unread. */
const maxWebAnswerBytes = 1024 * 1024;
async function verifyUrl(ports, request) {
    const { canceled, clock } = ports;
    const { log, options } = request;
    const shown = (0,shown_url/* shownUrl */.z)(options.url);
    let proof = openProof(clock.now());
    const result = () => ({
        url: shown,
        requests: proof.requests,
        took: clock.now() - proof.startedAt,
    });
    log(`         GET ${shown}`);
    for (;;) {
        const answer = await (0,cancellation/* unlessCanceled */.A)(readAnswer(ports, request, url_proof_endOf(proof, options)), canceled);
        if (!answer || canceled.aborted)
            return { kind: 'cancelled', url: result() };
        const now = clock.now();
        const next = withAnswer(proof, { ...answer, at: now }, options);
        proof = next.proof;
        if (next.line !== undefined)
            log(`  ${(0,duration/* formatElapsed */.C7)(now - proof.startedAt).padStart(5)}  ${next.line}`);
        switch (verdictOf(proof, options, now)) {
            case 'proven':
                return { kind: 'verified', url: result() };
            case 'out-of-time':
                return {
                    kind: 'failed',
                    url: result(),
                    proof: proof.isReached ? 'disproven' : 'unproven',
                    reason: url_proof_failureText(proof, { shown, now }),
                };
            case 'undecided':
                await clock.sleep(options.intervalSeconds * 1_000, canceled);
        }
        if (canceled.aborted)
            return { kind: 'cancelled', url: result() };
    }
}
/** Of one answer, with its redirects. */
async function readAnswer({ clock, web }, { options, secrets }, endsAt) {
    const deadline = Math.min(endsAt, clock.now() + answerTime);
    let { url } = options;
    let hidden = secrets;
    for (let redirects = 0;; redirects++) {
        const milliseconds = deadline - clock.now();
        if (milliseconds <= 0)
            return { reason: 'its redirects took too long', isReached: true };
        const answer = await web.get(url, { milliseconds, bytes: maxWebAnswerBytes });
        const checked = checkAnswer(answer, { options, url, redirects, secrets: hidden });
        if (checked.kind === 'expected')
            return { reason: undefined, isReached: true };
        if (checked.kind === 'unexpected') {
            const { isReached, reason } = checked;
            return { reason, isReached: isReached || redirects > 0 };
        }
        url = checked.to;
        hidden = [...hidden, ...(0,shown_url/* secretsOfUrl */.m)(url)];
    }
}
;// CONCATENATED MODULE: ./lib/src/core/outcome/verification-rollback.js
/** Back to what served before a deployment whose verification failed. */


/** `begunAt`: when the rollback was requested; `back`: what its watch found. */
function withVerificationRollback(failed, back, { begunAt, to }) {
    const failure = 'the verification failed';
    const rolledBack = withRollback(failed, back, { begunAt, to, failure, reason: verification_rollback_reasonOf(failed) });
    const verificationRollback = begunTo(to, back);
    return { ...rolledBack, rollout: { ...rolledBack.rollout, verificationRollback } };
}
/** By StopServiceDeployment: the same watch has seen all of it. */
function withStoppedDeployment(failed, back, { to }) {
    const { impact, verification } = failed.rollout;
    const { result } = back;
    if (verification && (result.kind === 'succeeded' || result.kind === 'idle')) {
        const own = withVerification(back, verification, undefined);
        return { ...own, rollout: { ...own.rollout, verificationRollback: completedAllTheSame } };
    }
    return {
        ...back,
        result: result.kind === 'rolled-back' ? { ...result, reason: verification_rollback_reasonOf(failed) } : result,
        rollout: { ...back.rollout, impact, verification, verificationRollback: begunTo(to, back) },
    };
}
function verification_rollback_reasonOf({ rollout: { verification } }) {
    return verification?.kind === 'failed' ? verification.reason : undefined;
}
;// CONCATENATED MODULE: ./lib/src/steps/roll-back-verified.js











async function rollBackVerified(run, value, { services, verification }) {
    const { log, ports } = run;
    const { clock, options } = value;
    log.enter('Roll back');
    const waitEndsAt = ports.clock.now() + options.minutes * 60_000;
    ports.endCallsBy(waitEndsAt + watching);
    const begunAt = clock.now();
    const rollbacks = [];
    for (const service of services) {
        const started = await startRollback({ ...ports, clock }, { ...service.watched.rollout, isRollingOut: false });
        log.line(logField('rollback', (0,redact/* redact */.E$)(startedText(started), value.secrets)));
        rollbacks.push({ service, started, request: roll_back_verified_requestOf(service, started, value) });
    }
    const requests = rollbacks.flatMap(({ request }) => request ?? []);
    const states = await watch({ ...ports, clock }, requests, { log });
    const rolledBack = rollbacks.map(({ request, service, started }) => {
        const state = request && states[requests.indexOf(request)];
        const failed = failedBy(service.watched, verification);
        const context = { begunAt, failed, service, started, state };
        return { ...service, watched: rolledBackTo(context, value) };
    });
    return { services: rolledBack, waitEndsAt };
}
function rolledBackTo({ begunAt, failed, service, started, state }, value) {
    const { plan, secrets } = value;
    const resumed = () => (state ? watchedOf(state, service.plan, plan.revision) : undefined);
    if (started.kind !== 'begun') {
        const own = resumed();
        const ended = own ? withVerification(own, roll_back_verified_verificationOf(failed), undefined) : failed;
        return { ...ended, rollout: { ...ended.rollout, verificationRollback: attemptOf(started, secrets) } };
    }
    const { to } = started;
    if (started.by !== 'deployment')
        return withStoppedDeployment(failed, resumed() ?? failed, { to });
    if (!state)
        throw new TypeError('a watch has no state');
    const back = watchedOf(state, started.plan, { definition: rollback_requests_definitionOf(started) });
    return withVerificationRollback(failed, back, { begunAt, to });
}
/** What has no tasks did not fail, but its revision is disproven, too. */
function failedBy(watched, verification) {
    if (watched.result.kind !== 'idle')
        return withVerification(watched, verification, undefined);
    return { ...watched, rollout: { ...watched.rollout, verification } };
}
function roll_back_verified_verificationOf({ rollout }) {
    if (!rollout.verification)
        throw new TypeError('nothing was verified');
    return rollout.verification;
}
function roll_back_verified_requestOf(service, started, value) {
    if (started.kind !== 'begun')
        return isInterim(service) ? resumedRequest(service, value) : undefined;
    if (started.by === 'deployment')
        return rollbackRequest(started, value);
    return { ...resumedRequest(service, value), options: { ...value.options, ...untilItsEnd } };
}
;// CONCATENATED MODULE: ./lib/src/steps/verify.js
/** The proof that what was deployed works, once all services have succeeded. */













const verify = {
    group: undefined,
    whenCanceled: 'perform',
    async perform(run, value) {
        const { plan, secrets, watches } = value;
        if (!plan.verification)
            return (0,step/* proceed */.rj)({ ...value, verification: undefined });
        const why = reasonToSkip(watches);
        if (why !== undefined)
            return skip(run, value, why);
        const pausedAt = run.ports.clock.now();
        const watched = watches.flatMap(one => (one.kind === 'watched' ? one : []));
        const idle = new Set(watched.filter(isIdle).map(one => one.plan));
        run.log.enter('Verify');
        const performed = await verify_perform(run, value, plan.verification);
        const { notices, replacedBy } = await readReplacements(run, watched, performed.verification);
        const verification = provenBy(performed.verification, watched, replacedBy);
        run.log.line(verificationLine(verification));
        const redacted = [...performed.notices, ...notices].map(notice => (0,errors_notice/* redactNotice */.Ip)(notice, secrets));
        if (isToRollBack(plan.verification, verification)) {
            const services = watched.filter(({ plan }) => !replacedBy.has(plan));
            const back = await rollBackVerified(run, value, { services, verification });
            const all = watched.map(one => {
                const by = replacedBy.get(one.plan);
                if (by)
                    return { ...one, watched: withVerification(one.watched, verification, by) };
                return back.services[services.indexOf(one)] ?? one;
            });
            const later = noticesSince(watches, all);
            return (0,step/* proceed */.rj)({ ...value, ...verify_ended({ ...back, services: all }), verification }, [
                ...later,
                ...redacted,
            ]);
        }
        const resumed = await resumeWatches(run, value, { pausedAt, services: watched });
        const services = resumed.services.map(one => {
            const by = replacedBy.get(one.plan);
            return idle.has(one.plan) && !by
                ? one
                : { ...one, watched: withVerification(one.watched, verification, by) };
        });
        const later = noticesSince(watches, services);
        return (0,step/* proceed */.rj)({ ...value, ...verify_ended({ ...resumed, services }), verification }, [...later, ...redacted]);
    },
};
function verify_ended({ services: watches, waitEndsAt }) {
    return { watches, waitEndsAt };
}
/** What was to be verified before its end is watched to that. */
async function skip(run, value, why) {
    const verification = { kind: 'skipped', reason: why, url: undefined, task: undefined };
    const { watches } = value;
    const services = watches.flatMap(one => (one.kind === 'watched' ? one : []));
    const pausedAt = run.ports.clock.now();
    const resumed = await resumeWatches(run, value, { pausedAt, services });
    const resumedOf = (one) => resumed.services[services.indexOf(one)] ?? one;
    const all = watches.map(one => (one.kind === 'watched' ? resumedOf(one) : one));
    const { waitEndsAt } = resumed;
    const notices = [...noticesSince(watches, all), ...verify_skipNotices(watches, why)];
    return (0,step/* proceed */.rj)({ ...value, watches: all, waitEndsAt, verification }, notices);
}
/** Without tasks, no answer says anything of it. */
function isIdle({ watched }) {
    return watched.result.kind === 'idle';
}
/** What somebody else deployed may have answered, so that an address proves nothing; a task of our revision still does. */
function provenBy(verification, watched, replacedBy) {
    if (replacedBy.size === 0)
        return verification;
    const isOurs = verification.kind === 'failed' && replacedBy.size < watched.length;
    if (!isOurs)
        return verify_superseded(verification);
    return verification.task ? verification : { ...verification, proof: 'unproven' };
}
/** Of what nothing disproves, a rollback could be the mistake. */
function isToRollBack({ onFailure }, verification) {
    return onFailure === 'rollback' && verification.kind === 'failed' && verification.proof === 'disproven';
}
async function verify_perform(run, value, { task, url: options }) {
    const url = options && (await performUrl(run, value, options));
    const done = url?.url;
    if (url?.kind === 'cancelled')
        return { verification: verify_canceled(done, undefined), notices: [] };
    if (url?.kind === 'failed') {
        const { proof, reason } = url;
        return { verification: { kind: 'failed', proof, reason, url: done, task: undefined }, notices: [] };
    }
    if (!task)
        return { verification: { kind: 'verified', url: done, task: undefined }, notices: [] };
    const { notices, proof, task: result } = await performTask(run, value, task);
    const tried = { url: done, task: result };
    switch (proof.kind) {
        case 'canceled':
            return { verification: verify_canceled(done, result), notices };
        case 'proven':
            return { verification: { kind: 'verified', ...tried }, notices };
        case 'disproven':
        case 'unproven':
            return { verification: { kind: 'failed', proof: proof.kind, reason: proof.reason, ...tried }, notices };
    }
}
function performUrl({ log, ports }, { secrets }, options) {
    ports.endCallsBy(ports.clock.now() + options.forSeconds * 1_000 + finishing);
    return verifyUrl(ports, { options, secrets, log: line => log.line(line) });
}
function performTask({ log, ports }, { plan, revision, secrets }, task) {
    const minutes = task.wait?.minutes ?? 0;
    ports.endCallsBy(ports.clock.now() + minutes * 60_000 + finishing);
    log.line(`         task of ${(0,ecs_arn/* revisionName */.pd)(revision.arn)}`);
    const taskDefinition = revision.arn;
    return verifyTask(ports, { plan, task, taskDefinition, secrets, log: line => log.line(line) });
}
function verify_canceled(url, task) {
    return { kind: 'cancelled', reason: 'the workflow was canceled', url, task };
}
/** A canceled step has no time for it. */
async function readReplacements({ ports }, watches, { kind }) {
    const replacedBy = new Map();
    const notices = [];
    if (kind === 'cancelled')
        return { replacedBy, notices };
    for (const one of watches) {
        const current = await readCurrent(ports, one.watched.rollout);
        if (current.kind === 'replaced')
            replacedBy.set(one.plan, current.by);
        if (current.kind === 'unread')
            notices.push((0,errors_notice/* warning */.$e)(verify_unread(one, current.why)));
    }
    return { replacedBy, notices };
}
function verify_unread({ plan }, why) {
    return `Whether another deployment of ${plan.observed.service.name} began during the verification could not be read (${why}).`;
}
function verify_superseded({ task, url }) {
    return { kind: 'superseded', reason: 'another deployment took over meanwhile', url, task };
}
function reasonToSkip(watches) {
    const names = watches.map(verify_nameOf);
    if (names.every(name => name === 'idle'))
        return 'the service wants no task';
    if (names.every(name => name === 'succeeded' || name === 'idle'))
        return undefined;
    const isUnfinished = names.some(name => name === 'paused' || name === 'started');
    return isUnfinished ? 'the deployment has not completed' : 'the rollout did not succeed';
}
/** A deployment that bakes has all traffic, and its tasks are healthy. */
function verify_nameOf(one) {
    if (one.kind === 'watched' && isInterim(one))
        return 'succeeded';
    return one.kind === 'watched' ? one.watched.result.kind : (0,service_result/* nameOfService */.UO)(one);
}
/** A red outcome says enough. */
function verify_skipNotices(watches, why) {
    if (!watches.every(one => ['succeeded', 'idle', 'paused', 'started'].includes(verify_nameOf(one))))
        return [];
    return [(0,errors_notice/* warning */.$e)(`The verification was not performed, because ${why}.`)];
}
;// CONCATENATED MODULE: ./lib/src/rest-of-run.js
/** The steps after the first answers of AWS. */













/** True if the step passes. */
async function complete(run, observed) {
    const { outcome, afterReport } = await observed
        .next(prepare)
        .next(plan)
        .next(register)
        .next(registerTask)
        .next(run_task_runTask)
        .next(record)
        .next(update)
        .next(watch_watch)
        .next(takeBack)
        .next(verify)
        .next(finalize_finalize)
        .outcome();
    await report(run, outcome);
    await reportLate(run, await afterReport());
    return (0,outcome_outcome/* isGreen */.gf)(outcome);
}

/***/ })

};
