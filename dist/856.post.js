export const id = 856;
export const ids = [856];
export const modules = {

/***/ 1856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectEcs: () => (/* binding */ connectEcs),
  newestDeployments: () => (/* binding */ newestDeployments)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(212);
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var ecs_arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/text/json.js + 1 modules
var json = __webpack_require__(9621);
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
// EXTERNAL MODULE: ./lib/src/adapters/aws/api-error.js + 3 modules
var api_error = __webpack_require__(1511);
// EXTERNAL MODULE: ./lib/src/adapters/aws/client.js + 3 modules
var client = __webpack_require__(8404);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-express.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html */


function updateExpressService(ecs, { serviceArn, taskDefinition: taskDefinitionArn }) {
    return ecs.call({
        operation: 'ecs:UpdateExpressGatewayService',
        policy: policies/* once */.Oo,
        send: client => client.send(new dist_cjs/* UpdateExpressGatewayServiceCommand */.omG({ serviceArn, taskDefinitionArn })),
        read: ({ service }) => service.targetConfiguration?.serviceRevisionArn || undefined,
    });
}
function endpointOf(ecs, serviceArn) {
    return ecs.call({
        operation: 'ecs:DescribeExpressGatewayService',
        policy: policies/* optionalReads */.Mw,
        send: client => client.send(new dist_cjs/* DescribeExpressGatewayServiceCommand */.UMo({ serviceArn })),
        read: ({ service }) => service.activeConfigurations?.[0]?.ingressPaths?.[0]?.endpoint || undefined,
    });
}
;// CONCATENATED MODULE: ./lib/src/core/ecs/plain-settings.js
/**
 * Settings that UpdateService takes as the user gives them, by their names there, with the defaults of ECS. A row is
 * all that it takes to read a setting, to know it before and after the update, and to send it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const serviceDefaults = {
    desiredCount: 0,
    /** seconds in which ECS ignores an unhealthy task after its start */
    healthCheckGracePeriodSeconds: 0,
    enableECSManagedTags: false,
    propagateTags: 'NONE',
};
/** In `deploymentConfiguration`. */
const deploymentDefaults = {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    bakeTimeInMinutes: 0,
};
/** API_DeploymentConfiguration */
const daemonPercents = { minimumHealthyPercent: 0, maximumPercent: 100 };
const plainSettings = Object.keys({ ...serviceDefaults, ...deploymentDefaults });
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
;// CONCATENATED MODULE: ./lib/src/core/settings/breaker.js
/** Defaults of ECS. */
const defaultBreaker = {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    threshold: { type: 'BOUNDED_PERCENT', value: 50 },
};
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
function isSameBreaker(one, other) {
    return (one.enable === other.enable &&
        one.rollback === other.rollback &&
        one.resetOnHealthyTask === other.resetOnHealthyTask &&
        one.threshold.type === other.threshold.type &&
        one.threshold.value === other.threshold.value);
}
function showBreaker(setting) {
    if (!setting.enable)
        return 'off';
    return setting.rollback ? 'on with rollback' : 'on without rollback';
}
/** `3 failed tasks (50% of 2, at least 3)` */
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
            // How ECS rounds here is not documented, so this shows the share.
            return `${threshold.value}% of ${desiredCount} ${desiredCount === 1 ? 'task' : 'tasks'} failing`;
    }
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/deployment-configuration-mapping.js

function toBreaker(breaker) {
    if (!breaker)
        return defaultBreaker;
    const { enable, rollback, thresholdConfiguration: threshold } = breaker;
    return {
        enable,
        rollback,
        resetOnHealthyTask: breaker.resetOnHealthyTask ?? defaultBreaker.resetOnHealthyTask,
        threshold: threshold
            ? { type: threshold.type, value: threshold.value }
            : defaultBreaker.threshold,
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function toEarlySuccessPercent({ earlySuccessCriteria: criteria, }) {
    return criteria?.enable ? (criteria.healthyPercent ?? 100) : undefined;
}
function toPauseStages({ lifecycleHooks = [] }) {
    const pauses = lifecycleHooks.filter(({ targetType }) => targetType === 'PAUSE');
    return [...new Set(pauses.flatMap(({ lifecycleStages = [] }) => lifecycleStages))];
}
/**
 * A canary waits once, a linear shift after each of its steps but the last. Defaults are those of the API.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 */
function toShiftMinutes({ strategy, canaryConfiguration: canary, linearConfiguration: linear, }) {
    if (strategy === 'CANARY')
        return canary?.canaryBakeTimeInMinutes ?? 10;
    if (strategy !== 'LINEAR')
        return 0;
    const steps = Math.ceil(100 / (linear?.stepPercent ?? 10));
    return (steps - 1) * (linear?.stepBakeTimeInMinutes ?? 6);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-mapping.js



function toService(service) {
    return {
        arn: service.serviceArn,
        name: service.serviceName,
        clusterArn: service.clusterArn,
        status: service.status,
        controller: service.deploymentController?.type ?? 'ECS',
        scheduling: service.schedulingStrategy ?? 'REPLICA',
        onFargate: isOnFargate(service),
        strategy: service.deploymentConfiguration.strategy ?? 'ROLLING',
        earlySuccessPercent: toEarlySuccessPercent(service.deploymentConfiguration),
        shiftMinutes: toShiftMinutes(service.deploymentConfiguration),
        pauseStages: toPauseStages(service.deploymentConfiguration),
        hasHooks: (service.deploymentConfiguration.lifecycleHooks ?? []).length > 0,
        ...toPlainSettings(service),
        managedBy: service.resourceManagementType ?? 'CUSTOMER',
        hasNetwork: service.networkConfiguration?.awsvpcConfiguration !== undefined,
        launch: toLaunch(service),
        loadBalancers: service.loadBalancers.map(toLoadBalancer),
        ...toReferences(service),
        alarms: service.deploymentConfiguration.alarms?.enable
            ? (service.deploymentConfiguration.alarms.alarmNames ?? [])
            : [],
        runningCount: service.runningCount,
        pendingCount: service.pendingCount,
        taskDefinition: service.taskDefinition ?? '',
        breaker: toBreaker(service.deploymentConfiguration.deploymentCircuitBreaker),
        deployments: inOrder(service.deployments.map(toDeployment)),
        events: (service.events ?? []).map(event => ({
            id: event.id ?? '',
            at: timeOf(event.createdAt) ?? 0,
            message: event.message ?? '',
        })),
    };
}
/** AWS promises no order: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html */
function inOrder(deployments) {
    const rank = ({ status }) => (status === 'PRIMARY' ? 0 : 1);
    return deployments.toSorted((a, b) => rank(a) - rank(b) || (b.createdAt ?? 0) - (a.createdAt ?? 0) || a.id.localeCompare(b.id));
}
function isOnFargate({ launchType, capacityProviderStrategy: strategy = [] }) {
    const isFargate = ({ capacityProvider }) => capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT';
    return launchType === 'FARGATE' || (strategy.length > 0 && strategy.every(isFargate));
}
function toPlainSettings(service) {
    const percents = service.schedulingStrategy === 'DAEMON' ? daemonPercents : {};
    return {
        ...orDefaults(service, serviceDefaults),
        ...orDefaults(service.deploymentConfiguration, { ...deploymentDefaults, ...percents }),
    };
}
function toLaunch(service) {
    const { capacityProviderStrategy = [], launchType, networkConfiguration, platformVersion } = service;
    return {
        network: networkConfiguration?.awsvpcConfiguration && asJson(networkConfiguration.awsvpcConfiguration),
        launchType,
        capacityProviderStrategy: capacityProviderStrategy.map(asJson),
        platformVersion,
    };
}
function asJson(structure) {
    return JSON.parse(JSON.stringify(structure));
}
/** Fails to compile if the shape has no such member. */
function orDefaults(shape, defaults) {
    const members = { ...shape };
    const entries = Object.entries(defaults).map(([name, value]) => [name, members[name] ?? value]);
    return Object.fromEntries(entries);
}
function toLoadBalancer(balancer) {
    const { targetGroupArn, advancedConfiguration } = balancer;
    return {
        container: balancer.containerName,
        port: balancer.containerPort,
        targetGroups: [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter(arn => arn !== undefined),
    };
}
/** What ECS uses for the next deployment stands in the PRIMARY one. */
function toReferences(service) {
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const connect = primary?.serviceConnectConfiguration;
    const connected = connect?.enabled ? (connect.services ?? []) : [];
    const lattices = primary?.vpcLatticeConfigurations ?? [];
    const named = (usedBy, portName) => portName ? [{ name: portName, usedBy }] : [];
    return {
        portNames: [
            ...connected.flatMap(({ portName }) => named('Service Connect', portName)),
            ...lattices.flatMap(({ portName }) => named('VPC Lattice', portName)),
        ],
        registries: (service.serviceRegistries ?? []).flatMap(({ containerName, containerPort }) => containerName ? [{ container: containerName, port: containerPort }] : []),
        // Others are of the task definition, such as S3 Files (terraform-provider-aws, pull request 48947).
        volumes: (primary?.volumeConfigurations ?? []).filter(({ managedEBSVolume }) => managedEBSVolume !== undefined),
    };
}
function toDeployment(deployment) {
    return {
        id: deployment.id,
        status: deployment.status,
        taskDefinition: deployment.taskDefinition,
        desiredCount: deployment.desiredCount,
        pendingCount: deployment.pendingCount,
        runningCount: deployment.runningCount,
        failedTasks: deployment.failedTasks ?? 0,
        rolloutState: deployment.rolloutState,
        rolloutStateReason: deployment.rolloutStateReason,
        createdAt: timeOf(deployment.createdAt),
    };
}
function toServiceDeployment(deployment) {
    const breaker = deployment.deploymentCircuitBreaker;
    const rollback = deployment.rollback;
    return {
        arn: deployment.serviceDeploymentArn,
        status: deployment.status,
        triggeredAlarms: deployment.alarms?.status === 'TRIGGERED'
            ? (deployment.alarms.triggeredAlarmNames ?? [service_deployment/* unnamedAlarm */.AB])
            : [],
        hooks: (deployment.lifecycleHookDetails ?? []).map(hook => ({
            id: hook.hookId ?? '',
            targetType: hook.targetType ?? '',
            status: hook.status ?? '',
            targetArn: hook.targetArn,
            expiresAt: timeOf(hook.expiresAt),
            timeoutAction: hook.timeoutAction,
        })),
        lifecycleStage: deployment.lifecycleStage,
        trafficWeight: deployment.targetServiceRevision?.requestedProductionTrafficWeight,
        statusReason: deployment.statusReason,
        targetRevisionArn: deployment.targetServiceRevision?.arn,
        createdAt: timeOf(deployment.createdAt),
        finishedAt: timeOf(deployment.finishedAt),
        breaker: breaker && {
            status: breaker.status ?? '',
            failures: breaker.failureCount ?? 0,
            threshold: breaker.threshold ?? 0,
        },
        rollback: rollback && {
            reason: rollback.reason,
            revisionArn: rollback.serviceRevisionArn,
            startedAt: timeOf(rollback.startedAt),
        },
    };
}
/** A list has no details. */
function toListedServiceDeployment(listed) {
    return {
        arn: listed.serviceDeploymentArn,
        status: listed.status,
        triggeredAlarms: [],
        hooks: [],
        statusReason: listed.statusReason,
        targetRevisionArn: listed.targetServiceRevisionArn,
        createdAt: timeOf(listed.createdAt),
        finishedAt: timeOf(listed.finishedAt),
        breaker: undefined,
        rollback: undefined,
        lifecycleStage: undefined,
        trafficWeight: undefined,
    };
}
function toServiceRevision(revision) {
    return {
        arn: revision.serviceRevisionArn,
        taskDefinition: revision.taskDefinition,
        images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
            container: containerName ?? '',
            image: image ?? '',
            digest: imageDigest,
        })),
    };
}
function toTask(task) {
    return {
        arn: task.taskArn,
        lastStatus: task.lastStatus,
        desiredStatus: task.desiredStatus,
        containers: (task.containers ?? []).map(container => ({
            name: container.name ?? '',
            healthStatus: container.healthStatus,
            exitCode: container.exitCode,
            reason: container.reason,
        })),
        addresses: addressesOf(task),
        startedBy: task.startedBy,
        taskDefinition: task.taskDefinitionArn,
        healthStatus: task.healthStatus,
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        createdAt: timeOf(task.createdAt),
        startedAt: timeOf(task.startedAt),
        stoppingAt: timeOf(task.stoppingAt),
        stoppedAt: timeOf(task.stoppedAt),
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html */
function addressesOf({ attachments = [] }) {
    const found = attachments
        .flatMap(({ details = [] }) => details)
        .flatMap(({ name, value }) => (name === 'privateIPv4Address' && value ? value : []));
    return found.length > 0 ? found : undefined;
}
/** Invalid dates count as absent. */
function timeOf(date) {
    const at = date?.getTime();
    return at === undefined || Number.isNaN(at) ? undefined : at;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-tasks.js




/** Limit of both calls. Five pages show why a deployment fails. */
const pageSize = 100;
const maxPages = 5;
/**
 * `startedBy` is allowed only alone, and `desiredStatus: STOPPED` only with a service: a deployment's stopped tasks are
 * found there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
async function listTasks(ecs, { cluster, service }, which) {
    const filter = filterOf((0,ecs_arn/* resourceName */.Iy)(service), which);
    const found = [];
    let nextToken;
    for (let page = 0; page < maxPages; page++) {
        const input = { cluster, ...filter, maxResults: pageSize, nextToken };
        const answer = await ecs.call({
            operation: 'ecs:ListTasks',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* ListTasksCommand */.MYg(input)),
            read: ({ taskArns, nextToken: next }) => ({ taskArns, next }),
        });
        found.push(...answer.taskArns);
        if (!answer.next)
            break;
        nextToken = answer.next;
    }
    return found;
}
function filterOf(serviceName, which) {
    if (typeof which !== 'string')
        return which;
    return { serviceName, desiredStatus: which === 'stopped' ? 'STOPPED' : 'RUNNING' };
}
async function describeTasks(ecs, { cluster }, arns) {
    const found = [];
    for (let first = 0; first < arns.length; first += pageSize) {
        const tasks = arns.slice(first, first + pageSize);
        const described = await ecs.call({
            operation: 'ecs:DescribeTasks',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks })),
            read: ({ tasks: described }) => described.map(toTask),
        });
        found.push(...described);
    }
    return found;
}
/** The same token starts no second task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html */
function runTask(ecs, request) {
    return ecs.call({
        operation: 'ecs:RunTask',
        policy: policies/* once */.Oo,
        send: client => client.send(new dist_cjs/* RunTaskCommand */._eD(request)),
        read: ({ tasks = [], failures = [] }) => ({
            tasks: tasks.map(({ taskArn }) => taskArn),
            failures: failures.map(({ arn, detail, reason = 'ECS gives no reason' }) => ({ arn, detail, reason })),
        }),
    });
}
function stopTask(ecs, cluster, { task, reason }) {
    return ecs.call({
        operation: 'ecs:StopTask',
        policy: policies/* once */.Oo,
        send: client => client.send(new dist_cjs/* StopTaskCommand */.PP1({ cluster, task, reason })),
        read: () => undefined,
    });
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/raw-json.js

/** Before the body is measured and signed. */
function sendRawBody(command, body) {
    const replace = next => args => {
        const { request } = args;
        request.body = JSON.stringify(body);
        return next(args);
    };
    command.middlewareStack.addRelativeTo(replace, {
        name: 'sendRawBody',
        relation: 'after',
        toMiddleware: 'serializerMiddleware',
    });
}
/** Call the result after the command was sent. */
function captureRawResponse(command) {
    let raw = {};
    const keep = next => async (args) => {
        const result = await next(args);
        const response = result.response;
        if (response.statusCode === 200 && response.body instanceof Uint8Array) {
            const parsed = JSON.parse(new TextDecoder().decode(response.body));
            if ((0,json/* isObject */.Gv)(parsed))
                raw = parsed;
        }
        return result;
    };
    command.middlewareStack.addRelativeTo(keep, {
        name: 'captureRawResponse',
        relation: 'after',
        toMiddleware: 'deserializerMiddleware',
    });
    return () => raw;
}
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var schema = __webpack_require__(6890);
// EXTERNAL MODULE: ./lib/src/adapters/aws/sdk-schema.js
var sdk_schema = __webpack_require__(9697);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/task-definition-enums.js
/** The SDK's types name these enums; its schemas do not. */

const enums = {
    'ContainerDefinition.versionConsistency': dist_cjs/* VersionConsistency */.XdR,
    'ContainerDependency.condition': dist_cjs/* ContainerCondition */.fBN,
    'Device.permissions': dist_cjs/* DeviceCgroupPermission */.aIU,
    'DockerVolumeConfiguration.scope': dist_cjs/* Scope */.HGh,
    'EFSAuthorizationConfig.iam': dist_cjs/* EFSAuthorizationConfigIAM */.Nng,
    'EFSVolumeConfiguration.transitEncryption': dist_cjs/* EFSTransitEncryption */.Rtg,
    'EnvironmentFile.type': dist_cjs/* EnvironmentFileType */.IV3,
    'FirelensConfiguration.type': dist_cjs/* FirelensConfigurationType */.XXJ,
    'LogConfiguration.logDriver': dist_cjs/* LogDriver */.$UG,
    'PortMapping.appProtocol': dist_cjs/* ApplicationProtocol */.X1g,
    'PortMapping.protocol': dist_cjs/* TransportProtocol */.gqe,
    'ProxyConfiguration.type': dist_cjs/* ProxyConfigurationType */.rWT,
    'RegisterTaskDefinitionRequest.ipcMode': dist_cjs/* IpcMode */.yzd,
    'RegisterTaskDefinitionRequest.networkMode': dist_cjs/* NetworkMode */.yvT,
    'RegisterTaskDefinitionRequest.pidMode': dist_cjs/* PidMode */.LXS,
    'RegisterTaskDefinitionRequest.requiresCompatibilities': dist_cjs/* Compatibility */.x$Y,
    'ResourceRequirement.type': dist_cjs/* ResourceType */.vtl,
    'RuntimePlatform.cpuArchitecture': dist_cjs/* CPUArchitecture */.kqD,
    'RuntimePlatform.operatingSystemFamily': dist_cjs/* OSFamily */.jwH,
    'TaskDefinitionPlacementConstraint.type': dist_cjs/* TaskDefinitionPlacementConstraintType */.Jhu,
    'Ulimit.name': dist_cjs/* UlimitName */.GKT,
};
function allowedValues(structure, member) {
    const values = enums[`${structure}.${member}`];
    return values && Object.values(values);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/task-definition-shape.js




const taskDefinitionShape = (0,sdk_schema/* toShape */.$)(schema.NormalizedSchema.of(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK), allowedValues);
// EXTERNAL MODULE: ./lib/src/adapters/aws/time-limit.js
var time_limit = __webpack_require__(6586);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs.js












/** Requests for one retried read. */
const usualAttempts = 10;
/** Our deployment has just started. */
const newestDeployments = 10;
function connectEcs(clock, config = {}) {
    const ecs = new client/* AwsService */.x({
        clock,
        config,
        timeouts: time_limit/* ecsTimeouts */.Y8,
        load: async () => undefined,
        create: (_, settings) => new dist_cjs/* ECSClient */.Zgc({ ...settings, customUserAgent: [['ecs-safe-deploy']] }),
    });
    return { ...callsOf(ecs, usualAttempts), close: () => ecs.close() };
}
function callsOf(ecs, attempts) {
    return {
        taskDefinitionShape: taskDefinitionShape,
        region: async () => (await ecs.client()).config.region().catch(() => undefined),
        trying: others => callsOf(ecs, others),
        ...serviceReads(ecs, attempts),
        ...taskDefinitionCalls(ecs, attempts),
        ...serviceChanges(ecs),
        updateExpressService: change => updateExpressService(ecs, change),
        endpointOf: serviceArn => endpointOf(ecs, serviceArn),
        listTasks: (target, which) => listTasks(ecs, target, which),
        describeTasks: (target, arns) => describeTasks(ecs, target, arns),
        runTask: request => runTask(ecs, request),
        stopTask: (cluster, stop) => stopTask(ecs, cluster, stop),
    };
}
function serviceReads(ecs, attempts) {
    return {
        describeService: ({ cluster, service }, mode) => ecs.call({
            operation: 'ecs:DescribeServices',
            policy: mode === 'retry' ? (0,policies/* reads */.Um)(attempts) : policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [service] })),
            read: answer => toServiceOrMissing(answer),
        }),
        describeServices: targets => ecs.call({
            operation: 'ecs:DescribeServices',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServicesCommand */.H7c({
                cluster: targets[0]?.cluster,
                services: targets.map(({ service }) => service),
            })),
            read(answer) {
                if (targets.length === 1)
                    return [toServiceOrMissing(answer)];
                return targets.map(({ service }) => toServiceOrMissing(onlyOf(answer, (0,ecs_arn/* resourceName */.Iy)(service))));
            },
        }),
        async findServiceDeployment(target, deploymentId) {
            const listed = await listServiceDeployments(ecs, target, newest);
            return listed.find(({ targetRevisionArn }) => (0,ecs_arn/* isRevisionOf */.rx)(targetRevisionArn ?? '', deploymentId));
        },
        listServiceDeployments: target => listServiceDeployments(ecs, target, newest),
        listPastDeployments: target => listServiceDeployments(ecs, target, { maxResults: 100, policy: (0,policies/* reads */.Um)(attempts) }),
        describeServiceRevisions: (arns, mode = 'once') => ecs.call({
            operation: 'ecs:DescribeServiceRevisions',
            policy: mode === 'retry' ? (0,policies/* reads */.Um)(attempts) : policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [...arns] })),
            read: ({ serviceRevisions }) => serviceRevisions.map(toServiceRevision),
        }),
        describeServiceDeployments: arns => ecs.call({
            operation: 'ecs:DescribeServiceDeployments',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [...arns] })),
            read: ({ serviceDeployments }) => serviceDeployments.map(toServiceDeployment),
        }),
        findRollbackInProgress: target => findRollbackInProgress(ecs, target, attempts),
    };
}
const newest = { maxResults: newestDeployments, policy: policies/* once */.Oo };
function listServiceDeployments(ecs, target, { maxResults, ...listing }) {
    return ecs.call({
        operation: 'ecs:ListServiceDeployments',
        policy: listing.policy,
        send: client => client.send(new dist_cjs/* ListServiceDeploymentsCommand */.jz8({ ...target, maxResults })),
        read: ({ serviceDeployments }) => serviceDeployments.map(toListedServiceDeployment),
    });
}
function findRollbackInProgress(ecs, target, attempts) {
    return ecs.call({
        operation: 'ecs:ListServiceDeployments',
        policy: (0,policies/* reads */.Um)(attempts),
        send: client => client.send(new dist_cjs/* ListServiceDeploymentsCommand */.jz8({
            ...target,
            status: ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'],
        })),
        read: ({ serviceDeployments }) => serviceDeployments.map(toListedServiceDeployment)[0],
    });
}
function taskDefinitionCalls(ecs, attempts) {
    return {
        describeTaskDefinition: (name, mode = 'retry') => ecs.call({
            operation: 'ecs:DescribeTaskDefinition',
            policy: mode === 'retry' ? (0,policies/* reads */.Um)(attempts) : policies/* once */.Oo,
            async send(client) {
                const command = new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$({ taskDefinition: name, include: ['TAGS'] });
                const rawResponse = captureRawResponse(command);
                await client.send(command);
                return rawResponse();
            },
            read({ taskDefinition, tags }) {
                if (!(0,json/* isObject */.Gv)(taskDefinition))
                    throw (0,api_error/* unusable */._P)('ecs:DescribeTaskDefinition', 'no task definition');
                return { arn: String(taskDefinition.taskDefinitionArn ?? name), definition: taskDefinition, tags };
            },
        }),
        registerTaskDefinition: definition => ecs.call({
            operation: 'ecs:RegisterTaskDefinition',
            policy: policies/* once */.Oo,
            send(client) {
                const command = new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl({
                    family: undefined,
                    containerDefinitions: undefined,
                });
                sendRawBody(command, definition);
                return client.send(command);
            },
            read: ({ taskDefinition: { taskDefinitionArn: arn, revision } }) => ({
                arn,
                revision: String(revision),
            }),
        }),
    };
}
function serviceChanges(ecs) {
    return {
        updateService: ({ target, taskDefinition, update }) => ecs.call({
            operation: 'ecs:UpdateService',
            policy: policies/* once */.Oo,
            send(client) {
                const input = { ...target, taskDefinition, ...update };
                return client.send(new dist_cjs/* UpdateServiceCommand */.kZr(input));
            },
            read: ({ service }) => toService(service),
        }),
        setDesiredCount: (target, desiredCount) => ecs.call({
            operation: 'ecs:UpdateService',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* UpdateServiceCommand */.kZr({ ...target, desiredCount })),
            read({ service }) {
                if (service.desiredCount === desiredCount)
                    return;
                throw (0,api_error/* unusable */._P)('ecs:UpdateService', `a desired count of ${service.desiredCount}`);
            },
        }),
        continueServiceDeployment: ({ action, hook, serviceDeploymentArn }) => ecs.call({
            operation: 'ecs:ContinueServiceDeployment',
            policy: policies/* once */.Oo,
            send(client) {
                const input = { serviceDeploymentArn, hookId: hook.id, action };
                return client.send(new dist_cjs/* ContinueServiceDeploymentCommand */.LrH(input));
            },
            read: () => undefined,
        }),
        // ECS refuses ABORT; the default is not documented.
        stopServiceDeployment: arn => ecs.call({
            operation: 'ecs:StopServiceDeployment',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* StopServiceDeploymentCommand */.a8L({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })),
            read: () => undefined,
        }),
    };
}
function onlyOf({ failures = [], services = [], ...answer }, name) {
    return {
        ...answer,
        services: services.filter(({ serviceName }) => serviceName === name),
        failures: failures.filter(({ arn }) => arn !== undefined && (0,ecs_arn/* resourceName */.Iy)(arn) === name),
    };
}
function toServiceOrMissing({ services: [service] = [], failures = [], }) {
    if (service)
        return toService(service);
    if (failures.some(({ reason }) => reason === 'MISSING'))
        return 'missing';
    throw (0,api_error/* unusable */._P)('ecs:DescribeServices', 'neither the service nor a failure');
}

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

/***/ })

};
