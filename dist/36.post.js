export const id = 36;
export const ids = [36];
export const modules = {

/***/ 4036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectEcs: () => (/* binding */ connectEcs)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var dist_cjs = __webpack_require__(212);
// EXTERNAL MODULE: ./lib/src/core/ecs/arn.js
var arn = __webpack_require__(5113);
// EXTERNAL MODULE: ./lib/src/core/errors/api-error.js
var api_error = __webpack_require__(5397);
// EXTERNAL MODULE: ./lib/src/core/text/json.js + 1 modules
var json = __webpack_require__(9621);
// EXTERNAL MODULE: ./lib/src/retry/policies.js
var policies = __webpack_require__(4513);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
;// CONCATENATED MODULE: ./lib/src/adapters/proxy.js
const names = ['http_proxy', 'https_proxy'];
const thisMachine = ['localhost', '127.0.0.0-127.255.255.255', '::1'];
/** Drops invalid values: Node would end the process and show them. */
function proxiesOf(env) {
    const proxies = names.flatMap(name => {
        const url = readUrl(named(env, name));
        return url ? [[name, url]] : [];
    });
    const hosts = named(env, 'no_proxy')
        .split(',')
        .flatMap(host => withItsSubdomains(host.trim()));
    return { ...Object.fromEntries(proxies), no_proxy: [...hosts, ...thisMachine].join(',') };
}
function routeOf(env, node) {
    const { https_proxy, http_proxy } = proxiesOf(env);
    if (!https_proxy && !http_proxy)
        return '';
    const name = https_proxy ? 'https_proxy' : 'http_proxy';
    const [major = 0, minor = 0] = node.split('.').map(Number);
    return major > 24 || (major === 24 && minor >= 5)
        ? `, through the proxy of ${name}`
        : `, not through the proxy of ${name}: that takes Node 24.5, and this is ${node}`;
}
/** Values can contain passwords. */
function proxyProblems(env) {
    return names
        .filter(name => named(env, name) !== '' && !readUrl(named(env, name)))
        .map(name => ({
        subject: name,
        text: 'the environment variable is no address of an HTTP proxy, such as http://proxy.example.com:3128; in a password, / is written %2F and % is %25',
    }));
}
function named(env, name) {
    return env[name] || env[name.toUpperCase()] || '';
}
/** `amazonaws.com` includes subdomains in most programs; Node needs a leading dot. */
function withItsSubdomains(host) {
    if (host === '')
        return [];
    return /^(?![.*]).*[a-z]/i.test(host) ? [host, `.${host}`] : [host];
}
/** Many users leave the scheme out. */
function readUrl(value) {
    try {
        const url = new URL(/^\s*[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
        // Node decodes both and fails if it cannot.
        decodeURIComponent(`${url.username}:${url.password}`);
        return /^https?:$/.test(url.protocol) ? url.href : undefined;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/api-error.js
/** By name and HTTP status; by text only where the SDK has no name. */



/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
const kinds = {
    AccessDeniedException: 'denied',
    AccessDenied: 'denied',
    UnauthorizedOperation: 'denied',
    ExpiredTokenException: 'expired',
    ExpiredToken: 'expired',
    UnrecognizedClientException: 'expired',
    InvalidClientTokenId: 'expired',
    InvalidSignatureException: 'expired',
    SignatureDoesNotMatch: 'expired',
    RequestExpired: 'expired',
    TokenRefreshRequired: 'expired',
    IncompleteSignature: 'expired',
    CredentialsProviderError: 'unconfigured',
    TokenProviderError: 'unconfigured',
    ThrottlingException: 'throttled',
    RequestThrottled: 'throttled',
    RequestThrottledException: 'throttled',
    SlowDown: 'throttled',
    Throttling: 'throttled',
    TooManyRequestsException: 'throttled',
    RequestLimitExceeded: 'throttled',
    ServerException: 'unavailable',
    InternalFailure: 'unavailable',
    ServiceUnavailable: 'unavailable',
    RequestTimeoutException: 'unavailable',
    TimeoutError: 'unavailable',
    ClusterNotFoundException: 'missing',
    ServiceNotFoundException: 'missing',
    ServiceDeploymentNotFoundException: 'missing',
    TargetGroupNotFoundException: 'missing',
};
/** The SDK could not parse the answer. */
const parseErrors = ['SyntaxError', 'TypeError', 'RangeError'];
function toApiError(error, operation) {
    if (error instanceof api_error/* ApiError */.hD)
        return error;
    const { name = 'Error', message = String(error), code, $metadata } = (error ?? {});
    const kind = kindOf(name, message, $metadata?.httpStatusCode);
    if (parseErrors.includes(name)) {
        return new api_error/* ApiError */.hD({
            kind,
            operation,
            code: 'MalformedAnswer',
            message: 'AWS answered with something that cannot be read',
            cause: error,
        });
    }
    const route = code !== undefined && $metadata?.httpStatusCode === undefined ? routeOf(external_node_process_.env, external_node_process_.versions.node) : '';
    return new api_error/* ApiError */.hD({
        kind,
        operation,
        code: code ?? name,
        message: `${plain(message)}${route}`,
        cause: error,
    });
}
function kindOf(name, message, status) {
    const known = kinds[name];
    if (known)
        return known;
    // The SDK has no name for these.
    if (/^Region (?:is missing$|not accepted:)/.test(message))
        return 'unconfigured';
    if (status === 429)
        return 'throttled';
    if (status === 408)
        return 'unavailable';
    // Anything else (no answer, 5xx, no JSON) may pass.
    return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable';
}
/** Drops the SDK's hint for developers. */
function plain(message) {
    return (message.split('\n')[0] ?? '')
        .replace(/\s*Deserialization error: to see the raw response.*$/, '')
        .trim();
}
async function translateErrors(operation, send) {
    try {
        return await send();
    }
    catch (error) {
        throw toApiError(error, operation);
    }
}
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var schema = __webpack_require__(6890);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/sdk-schema.js
/** A union counts as a structure. */
function toShape(schema, allowed = () => undefined) {
    if (schema.isStructSchema())
        return { kind: 'structure', members: once(() => membersOf(schema, allowed)) };
    if (schema.isListSchema())
        return { kind: 'list', item: once(() => toShape(schema.getValueSchema(), allowed)) };
    if (schema.isMapSchema())
        return { kind: 'map', value: once(() => toShape(schema.getValueSchema(), allowed)) };
    if (schema.isStringSchema())
        return { kind: 'string', allowed: undefined };
    if (schema.isNumericSchema())
        return { kind: 'number' };
    if (schema.isBooleanSchema())
        return { kind: 'boolean' };
    return { kind: 'any' };
}
function membersOf(schema, allowed) {
    const structure = schema.getName() ?? '';
    const members = [...schema.structIterator()].map(([name, member]) => [name, restrict(toShape(member, allowed), allowed(structure, name))]);
    return Object.fromEntries(members);
}
function restrict(shape, values) {
    if (!values)
        return shape;
    const value = { kind: 'string', allowed: values };
    return shape.kind === 'list' ? { kind: 'list', item: () => value } : value;
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/validate-responses.js
/** The SDK passes on answers of a wrong shape, which would surface later as our bugs. */


/** Raises MalformedAnswer. */
function validateResponses(client) {
    client.middlewareStack.use(validation);
    return client;
}
const validate = (next, context) => async (args) => {
    const result = await next(args);
    const { $metadata: _, ...answer } = result.output;
    const place = findMismatch(responseShape(context), answer, 'the answer');
    if (place !== undefined)
        throw malformed(place);
    return result;
};
const validation = {
    applyToStack: stack => stack.addRelativeTo(validate, {
        name: 'validateResponse',
        relation: 'before',
        toMiddleware: 'deserializerMiddleware',
    }),
};
const shapes = new WeakMap();
function responseShape(context) {
    const { __smithy_context: details } = context;
    const operation = details?.operationSchema;
    if (!operation)
        return { kind: 'any' };
    const known = shapes.get(operation);
    if (known)
        return known;
    const [, , , , , response] = operation;
    const shape = toShape(schema.NormalizedSchema.of(response));
    shapes.set(operation, shape);
    return shape;
}
function malformed(place) {
    const error = new Error(`AWS answered with something else than its API describes, in ${place}`);
    error.name = 'MalformedAnswer';
    return error;
}
/** Any member may be absent. */
function findMismatch(shape, value, place) {
    switch (shape.kind) {
        case 'any':
            return undefined;
        case 'number':
            return Number.isFinite(value) ? undefined : place;
        case 'list':
            if (!Array.isArray(value))
                return place;
            return firstOf(value, item => findMismatch(shape.item(), item, place));
        case 'map':
            if (!isMembers(value))
                return place;
            return firstOf(Object.values(value), item => findMismatch(shape.value(), item, place));
        case 'structure': {
            if (!isMembers(value))
                return place;
            const members = shape.members();
            return firstOf(Object.entries(value), ([name, member]) => {
                const expected = Object.hasOwn(members, name) ? members[name] : undefined;
                return expected && member !== undefined ? findMismatch(expected, member, name) : undefined;
            });
        }
        case 'string':
        case 'boolean':
            return typeof value === shape.kind ? undefined : place;
    }
}
function firstOf(items, check) {
    for (const item of items) {
        const found = check(item);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Unlike JSON, may hold dates. */
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/client.js
/** Clients are loaded when needed, one for each region, and send each request once. */





const ecsTimeouts = { connect: 6_000, answer: 12_000 };
/** For reads that only improve checks or reports. */
const optionalTimeouts = { connect: 3_000, answer: 5_000 };
/** Logs are read last. */
const logsTimeouts = { connect: 2_000, answer: 4_000 };
/** `requestTimeout` ends with the first byte, `socketTimeout` (default: 15 minutes) with the last. */
function clientConfig({ connect, answer }) {
    const agent = { proxyEnv: proxiesOf(external_node_process_.env) };
    const requestHandler = {
        httpAgent: agent,
        httpsAgent: agent,
        connectionTimeout: connect,
        requestTimeout: answer,
        socketTimeout: answer,
        throwOnRequestTimeout: true,
    };
    return { maxAttempts: 1, requestHandler };
}
class AwsService {
    #recipe;
    #clients = new Map();
    constructor(recipe) {
        this.#recipe = recipe;
    }
    /** Raises only ApiErrors. */
    async call({ operation, policy, region, send, read }) {
        const { clock, load } = this.#recipe;
        const [sdk, client] = await Promise.all([load(), this.client(region)]);
        return (0,retry/* retry */.L5)(policy, { clock }, async () => read(await translateErrors(operation, () => send(client, sdk))));
    }
    async client(region) {
        const { config, create, load, timeouts } = this.#recipe;
        const sdk = await load();
        const key = region ?? '';
        const known = this.#clients.get(key);
        if (known)
            return known;
        const inRegion = region ? { region } : {};
        const client = validateResponses(create(sdk, { ...clientConfig(timeouts), ...config, ...inRegion }));
        this.#clients.set(key, client);
        return client;
    }
    /** Pending requests would keep the process alive. */
    close() {
        for (const client of this.#clients.values())
            client.destroy();
        this.#clients.clear();
    }
}
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
;// CONCATENATED MODULE: ./lib/src/core/settings/task-limits.js
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
/** Defaults of ECS: API_DeploymentConfiguration. */
const defaultPercents = {
    REPLICA: { minimumHealthy: 100, maximum: 200 },
    DAEMON: { minimumHealthy: 0, maximum: 100 },
};
function taskLimitsAt({ minimumHealthy, maximum }, desiredCount) {
    return {
        min: Math.ceil((minimumHealthy * desiredCount) / 100),
        max: Math.floor((maximum * desiredCount) / 100),
    };
}
/** No old task may stop, no new one start. */
function isDeadlocked({ min, max }, desiredCount) {
    return min >= desiredCount && max <= desiredCount;
}
/** If all new tasks fail, old ones stop only down to the minimum. Traffic shifting runs both revisions in full. */
function maxConcurrentNewTasks({ strategy, percents, rolloutCount }, runningCount) {
    if (strategy !== 'ROLLING')
        return rolloutCount;
    const { min, max } = taskLimitsAt(percents, rolloutCount);
    return Math.min(rolloutCount, Math.max(1, max - Math.min(runningCount, min)));
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-mapping.js



function toService(service) {
    return {
        arn: service.serviceArn ?? '',
        name: service.serviceName ?? '',
        clusterArn: service.clusterArn ?? '',
        status: service.status ?? '',
        controller: service.deploymentController?.type ?? 'ECS',
        scheduling: service.schedulingStrategy ?? 'REPLICA',
        strategy: service.deploymentConfiguration?.strategy ?? 'ROLLING',
        percents: toPercents(service),
        loadBalancers: (service.loadBalancers ?? []).map(toLoadBalancer),
        gracePeriod: service.healthCheckGracePeriodSeconds ?? 0,
        alarms: service.deploymentConfiguration?.alarms?.enable
            ? (service.deploymentConfiguration.alarms.alarmNames ?? [])
            : [],
        desiredCount: service.desiredCount ?? 0,
        runningCount: service.runningCount ?? 0,
        pendingCount: service.pendingCount ?? 0,
        taskDefinition: service.taskDefinition ?? '',
        breaker: toBreaker(service.deploymentConfiguration?.deploymentCircuitBreaker),
        deployments: (service.deployments ?? []).map(toDeployment),
        events: (service.events ?? []).map(event => ({
            id: event.id ?? '',
            at: timeOf(event.createdAt) ?? 0,
            message: event.message ?? '',
        })),
    };
}
function toPercents({ deploymentConfiguration, schedulingStrategy }) {
    const defaults = defaultPercents[schedulingStrategy ?? 'REPLICA'];
    return {
        minimumHealthy: deploymentConfiguration?.minimumHealthyPercent ?? defaults.minimumHealthy,
        maximum: deploymentConfiguration?.maximumPercent ?? defaults.maximum,
    };
}
function toLoadBalancer(balancer) {
    const { targetGroupArn, advancedConfiguration } = balancer;
    return {
        container: balancer.containerName ?? '',
        port: balancer.containerPort ?? 0,
        targetGroups: [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter(arn => arn !== undefined),
    };
}
function toBreaker(breaker) {
    const threshold = breaker?.thresholdConfiguration;
    return {
        enable: breaker?.enable ?? defaultBreaker.enable,
        rollback: breaker?.rollback ?? defaultBreaker.rollback,
        resetOnHealthyTask: breaker?.resetOnHealthyTask ?? defaultBreaker.resetOnHealthyTask,
        threshold: threshold?.type !== undefined && threshold.value !== undefined
            ? { type: threshold.type, value: threshold.value }
            : defaultBreaker.threshold,
    };
}
function toDeployment(deployment) {
    return {
        id: deployment.id ?? '',
        status: deployment.status ?? '',
        taskDefinition: deployment.taskDefinition ?? '',
        desiredCount: deployment.desiredCount ?? 0,
        pendingCount: deployment.pendingCount ?? 0,
        runningCount: deployment.runningCount ?? 0,
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
        arn: deployment.serviceDeploymentArn ?? '',
        status: deployment.status ?? '',
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
        },
    };
}
/** A list has no details. */
function toListedServiceDeployment(listed) {
    return {
        arn: listed.serviceDeploymentArn ?? '',
        status: listed.status ?? '',
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
        arn: revision.serviceRevisionArn ?? '',
        taskDefinition: revision.taskDefinition ?? '',
        images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
            container: containerName ?? '',
            image: image ?? '',
            digest: imageDigest,
        })),
    };
}
function toTask(task) {
    return {
        arn: task.taskArn ?? '',
        lastStatus: task.lastStatus ?? '',
        desiredStatus: task.desiredStatus ?? '',
        containers: (task.containers ?? []).map(container => ({
            name: container.name ?? '',
            exitCode: container.exitCode,
            reason: container.reason,
        })),
        addresses: addressesOf(task),
        startedBy: task.startedBy,
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
    const filter = which === 'stopped' ? { serviceName: (0,arn/* resourceName */.Iy)(service), desiredStatus: 'STOPPED' } : which;
    const found = [];
    let nextToken;
    for (let page = 0; page < maxPages; page++) {
        const input = { cluster, ...filter, maxResults: pageSize, nextToken };
        const answer = await ecs.call({
            operation: 'ecs:ListTasks',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* ListTasksCommand */.MYg(input)),
            read: ({ taskArns = [], nextToken: next }) => ({ taskArns, next }),
        });
        found.push(...answer.taskArns);
        if (!answer.next)
            break;
        nextToken = answer.next;
    }
    return found;
}
async function describeTasks(ecs, { cluster }, arns) {
    const found = [];
    for (let first = 0; first < arns.length; first += pageSize) {
        const tasks = arns.slice(first, first + pageSize);
        const described = await ecs.call({
            operation: 'ecs:DescribeTasks',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks })),
            read: answer => (answer.tasks ?? []).map(toTask),
        });
        found.push(...described);
    }
    return found;
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
        const bytes = await collect(response.body);
        response.body = bytes;
        if (response.statusCode === 200) {
            const parsed = JSON.parse(new TextDecoder().decode(bytes));
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
async function collect(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
}
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




const taskDefinitionShape = toShape(schema.NormalizedSchema.of(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK), allowedValues);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs.js










/** Requests for one retried read. */
const usualAttempts = 10;
/** Our deployment has just started. */
const newestDeployments = 10;
function connectEcs(clock, config = {}) {
    const ecs = new AwsService({
        clock,
        config,
        timeouts: ecsTimeouts,
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
        listTasks: (target, which) => listTasks(ecs, target, which),
        describeTasks: (target, arns) => describeTasks(ecs, target, arns),
    };
}
function serviceReads(ecs, attempts) {
    return {
        describeService: ({ cluster, service }, mode) => ecs.call({
            operation: 'ecs:DescribeServices',
            policy: mode === 'retry' ? (0,policies/* reads */.Um)(attempts) : policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [service] })),
            read: toServiceOrMissing,
        }),
        async findServiceDeployment(target, deploymentId) {
            const listed = await listServiceDeployments(ecs, target);
            return listed.find(({ targetRevisionArn }) => (0,arn/* isRevisionOf */.rx)(targetRevisionArn ?? '', deploymentId));
        },
        listServiceDeployments: target => listServiceDeployments(ecs, target),
        describeServiceRevisions: arns => ecs.call({
            operation: 'ecs:DescribeServiceRevisions',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [...arns] })),
            read: ({ serviceRevisions = [] }) => serviceRevisions.map(toServiceRevision),
        }),
        describeServiceDeployment: arn => ecs.call({
            operation: 'ecs:DescribeServiceDeployments',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [arn] })),
            read: ({ serviceDeployments = [] }) => serviceDeployments.map(toServiceDeployment)[0],
        }),
        hasRollbackInProgress: target => hasRollbackInProgress(ecs, target, attempts),
    };
}
function listServiceDeployments(ecs, target) {
    return ecs.call({
        operation: 'ecs:ListServiceDeployments',
        policy: policies/* once */.Oo,
        send: client => client.send(new dist_cjs/* ListServiceDeploymentsCommand */.jz8({ ...target, maxResults: newestDeployments })),
        read: ({ serviceDeployments = [] }) => serviceDeployments
            .filter(({ serviceDeploymentArn }) => serviceDeploymentArn !== undefined)
            .map(toListedServiceDeployment),
    });
}
function hasRollbackInProgress(ecs, target, attempts) {
    return ecs.call({
        operation: 'ecs:ListServiceDeployments',
        policy: (0,policies/* reads */.Um)(attempts),
        send: client => client.send(new dist_cjs/* ListServiceDeploymentsCommand */.jz8({
            ...target,
            status: ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'],
        })),
        read: ({ serviceDeployments = [] }) => serviceDeployments.length > 0,
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
                    throw emptyAnswer('ecs:DescribeTaskDefinition', 'the definition');
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
            read({ taskDefinition }) {
                if (!taskDefinition?.taskDefinitionArn) {
                    throw emptyAnswer('ecs:RegisterTaskDefinition', 'the revision');
                }
                return { arn: taskDefinition.taskDefinitionArn, revision: String(taskDefinition.revision ?? '') };
            },
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
            read({ service }) {
                if (!service)
                    throw emptyAnswer('ecs:UpdateService', 'the service');
                return toService(service);
            },
        }),
        setDesiredCount: (target, desiredCount) => ecs.call({
            operation: 'ecs:UpdateService',
            policy: policies/* once */.Oo,
            send: client => client.send(new dist_cjs/* UpdateServiceCommand */.kZr({ ...target, desiredCount })),
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
function toServiceOrMissing({ services: [service] = [], failures = [], }) {
    if (service)
        return toService(service);
    if (failures.some(({ reason }) => reason === 'MISSING'))
        return 'missing';
    throw emptyAnswer('ecs:DescribeServices', 'the service');
}
/** The SDK accepts even an empty answer. */
function emptyAnswer(operation, missing) {
    return new api_error/* ApiError */.hD({
        kind: 'unavailable',
        operation,
        code: 'EmptyAnswer',
        message: `AWS answered without ${missing}`,
    });
}

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
