export const id = 103;
export const ids = [103];
export const modules = {

/***/ 1103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => (/* binding */ runPostStep)
});

// EXTERNAL MODULE: ./lib/src/core/task-definition/redact.js + 2 modules
var redact = __webpack_require__(960);
;// CONCATENATED MODULE: ./lib/src/core/errors/notice.js

function warning(text) {
    return { level: 'warning', text };
}
function notice(text) {
    return { level: 'notice', text };
}
/** The same where it may quote what AWS says, without `hidden` and what else is secret. */
function redactNotice(notice, hidden) {
    return { ...notice, text: (0,redact/* redact */.E$)(notice.text, hidden) };
}
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
// EXTERNAL MODULE: ./lib/src/core/settings/breaker.js
var breaker = __webpack_require__(8292);
;// CONCATENATED MODULE: ./lib/src/core/settings/service-settings.js
/**
 * What a rollout changes of a service beside its task definition, and the members of UpdateService that say so. ECS
 * merges `deploymentConfiguration` member by member, so what was not asked for is not sent and stays as it is.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */


function serviceUpdate(service, options, bump) {
    const breaker = breakerUpdate(service.breaker, options.breaker);
    const { alarms, minimumHealthyPercent, maximumPercent, bakeTimeInMinutes } = options;
    const configuration = definedMembers({
        deploymentCircuitBreaker: breaker,
        minimumHealthyPercent,
        maximumPercent,
        bakeTimeInMinutes,
        alarms: alarms && { alarmNames: alarms.names, enable: true, rollback: alarms.rollback },
    });
    return definedMembers({
        deploymentConfiguration: Object.keys(configuration).length > 0 ? configuration : undefined,
        desiredCount: bump?.to ?? options.desiredCount,
        forceNewDeployment: options.forceNewDeployment ? true : undefined,
        enableECSManagedTags: options.enableEcsManagedTags,
        propagateTags: options.propagateTags,
    });
}
/** Nothing where the service wants that many tasks anyway. */
function bumpOf(service, options) {
    const from = options.desiredCount ?? service.desiredCount;
    const to = options.bumpDesiredCount;
    return to !== undefined && to > from ? { from, to, found: service.desiredCount } : undefined;
}
/** The same bump of a service that wants so many tasks now; nothing where that is as many, or more. */
function rebaseBump({ from, to, found }, now) {
    // What the user gives as the desired count stays what it is put back to.
    if (from !== found)
        return { from, to, found: now };
    return now < to ? { from: now, to, found: now } : undefined;
}
/** How many tasks the service wants while the rollout lasts. */
function rolloutCount(service, options) {
    return bumpOf(service, options)?.to ?? options.desiredCount ?? service.desiredCount;
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
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
;// CONCATENATED MODULE: ./lib/src/deploy/finish/restore-desired-count.js
/** Puts a raised desired count back, unless somebody else has set another one meanwhile. */




/** One answer that there is no such service can be an odd one; so many are not. */
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
    // Back already: the answer to an earlier request was lost.
    if (now === bump.from)
        return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) };
    const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`;
    return { done: true, count: now, notice: notice(text) };
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/service.js
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
            fingerprint(failure.reason),
            failure.container,
            failure.exitCode,
        ]);
        const group = groups.get(key);
        groups.set(key, { of: undefined, ...(group ?? failure), tasks: [...(group?.tasks ?? []), task.arn] });
    }
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
/** How one task ended. The events of the service tell what a load balancer saw of it. */
function failureOf(task, events) {
    const container = failedContainer(task);
    const said = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.$/, '');
    const seen = targetHealth(task, events);
    const reason = seen ? `${said}, ${seen}` : said;
    return {
        failureClass: classify(task, container),
        reason,
        stopCode: task.stopCode || undefined,
        container: container ? container.name : undefined,
        exitCode: container?.exitCode,
    };
}
/**
 * `port 5001: Health checks failed with these codes: [404]`, from the service event about this task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task, events) {
    const about = events.find(({ message }) => message.includes(`(task ${resourceName(task.arn)})`) && message.includes('is unhealthy in'));
    const answer = about && targetResponse(about.message);
    return answer && `port ${answer.port}: ${answer.reason}`;
}
/** The container that a task's end is about: the one with a reason, or the one that ended with an error. */
function failedContainer(task) {
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
    return classify(task, failedContainer(task));
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
;// CONCATENATED MODULE: ./lib/src/core/ecs/task.js
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
;// CONCATENATED MODULE: ./lib/src/core/watch/deployment-health.js
/**
 * What we do about a deployment ourselves, beside watching it: stop it when it is doomed, when the wait is over, or
 * when the workflow is cancelled. Decided from what was seen, and never against a deployment that is well.
 */



/**
 * Whether at least `after` of the deployment's tasks have failed and they are more than half of all that it started.
 * Slow is not failed: only tasks that ended by a failure count. A task that found no capacity does not (a rollback
 * would not find more), nor one that scaling or a Spot interruption stopped.
 */
function shouldFailFast(health, after, now) {
    if (after === 0)
        return false;
    const { stopped } = health;
    const failed = stopped.filter(task => isFailed(task) && classOf(task) !== 'placement').length;
    const { alive, allUp } = taskPresence(health);
    // Whatever failed before: with all tasks up and no failure for a while it may have come round.
    const recovered = allUp && !hasRecentFailure(stopped, now);
    return failed >= after && failed * 2 > stopped.length + alive && !recovered;
}
/**
 * How many tasks of the deployment are there, and whether they are all that the service wants. What the service shows
 * can be older than what its tasks show: what either of the two has seen counts.
 */
function taskPresence({ tracked, service, running = [] }) {
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
const recentFailureWindow = 45_000;
function hasRecentFailure(stopped, now) {
    return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < recentFailureWindow);
}
/**
 * Whether ECS calls the deployment completed, or every task that the service wants is up and none of the deployment's
 * tasks has failed. Such a deployment is never rolled back by us: what is left may be old tasks that drain slowly, or a
 * bake time.
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
 * Whether ECS has something to go back to: a deployment from before ours that had COMPLETED. Stopping one that has not
 * leaves the service with nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
function hasRollbackTarget(tracked) {
    return tracked.completedBefore;
}
;// CONCATENATED MODULE: ./lib/src/deploy/change/stop-deployment.js
/**
 * Asks ECS to end our own deployment and to roll back: StopServiceDeployment with stopType ROLLBACK, which may be
 * repeated: on one that rolls back already "it continues the rollback operation".
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
 * Rolls our own undecided deployment back, after one more look at it: never when all its tasks run and none has failed,
 * when ECS has completed it, stops it already or has nothing to go back to, or when it cannot be seen. Bounded to a few
 * seconds, which is what a cancelled workflow has.
 */








const unseen = 'it could not be seen';
const completed = 'ECS does not stop what it has completed';
async function rollBack(ports, request) {
    const { ecs, clock } = ports;
    const { target, tracked } = request;
    const [service, running] = await Promise.all([
        (0,attempt/* attempt */.C)(() => ecs.describeService(target, 'once')),
        (0,attempt/* attempt */.C)(() => readRunning(ecs, target, tracked.deploymentId)),
    ]);
    if (service.kind === 'failed' || service.value === 'missing')
        return { kind: 'rollback-not-sent', why: unseen };
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
        return unseen;
    if (isHealthy({ tracked, service, stopped, running })) {
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
    // Tasks that the main step saw to stop are forgotten here: the counts of the deployment have to do.
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
        return warning(`${text}: ${(0,redact/* redact */.E$)(rollback.why, [])}.`);
    }
    const why = rollback.kind === 'rollback-not-sent' ? rollback.why : 'nobody asked for it';
    return warning(`The deployment was not rolled back, since ${(0,redact/* redact */.E$)(why, [])}.`);
}

/***/ })

};
