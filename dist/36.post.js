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
/** Invalid values are left out: Node would end the process with the value in its message. */
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
/** For network errors: which proxy the request went through, or why through none. */
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
/** The values can have a password and are not shown. */
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
/** In the toolkit and most programs `amazonaws.com` includes its subdomains; Node needs a dot before it. */
function withItsSubdomains(host) {
    if (host === '')
        return [];
    return /^(?![.*]).*[a-z]/i.test(host) ? [host, `.${host}`] : [host];
}
/** As Node reads it. Many users leave the scheme out. */
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
/** Errors of the SDK as ApiErrors: by name and HTTP status, by text only where the SDK has no name. */



/** Names as AWS sends them: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
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
/** What the SDK raises for an answer that it cannot parse: its text means nothing to users. */
const parseErrors = ['SyntaxError', 'TypeError', 'RangeError'];
/** `operation` is an IAM action such as `ecs:DescribeServices`. */
function toApiError(error, operation) {
    if (error instanceof api_error/* ApiError */.hD)
        return error;
    const { name = 'Error', message = String(error), code, $metadata } = (error ?? {});
    const kind = kindOf(name, message, $metadata?.httpStatusCode);
    if (parseErrors.includes(name)) {
        return new api_error/* ApiError */.hD(kind, operation, 'MalformedAnswer', 'AWS answered with something that cannot be read', error);
    }
    const route = code !== undefined && $metadata?.httpStatusCode === undefined ? routeOf(external_node_process_.env, external_node_process_.versions.node) : '';
    return new api_error/* ApiError */.hD(kind, operation, code ?? name, `${plain(message)}${route}`, error);
}
function kindOf(name, message, status) {
    const known = kinds[name];
    if (known)
        return known;
    // The SDK has no name for a region that is missing or malformed.
    if (/^Region (?:is missing$|not accepted:)/.test(message))
        return 'unconfigured';
    if (status === 429)
        return 'throttled';
    if (status === 408)
        return 'unavailable';
    // Answered and understood: AWS refuses. Everything else (no answer, 5xx, an answer that is not JSON) may pass.
    return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable';
}
/** Without the hint for developers that the SDK appends. */
function plain(message) {
    return (message.split('\n')[0] ?? '')
        .replace(/\s*Deserialization error: to see the raw response.*$/, '')
        .trim();
}
/** Raises whatever goes wrong with a request as an ApiError. */
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
/** A union is a structure here: to the SDK it is one of which a single member is set. */
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
/** A string, or a list of strings, that takes only these values. */
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
/**
 * Refuses answers that are not of the shape that the API describes. The SDK's deserializer passes on what it finds: a
 * text in the place of a list would surface later, as a bug of ours.
 */


/** The client, raising MalformedAnswer for answers that are not of their operation's shape. */
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
/** The SDK keeps the schema of the operation with each request. */
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
/** The place of the first value of a wrong kind. Any member may be absent. */
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
/** Unlike `isObject`, of a value that holds what the SDK made of JSON: dates, too. */
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/client.js
/**
 * The recipe of every AWS client: made when first needed, one for each region. It sends each request once, waits for
 * nothing without end, goes through the runner's proxy and validates what it gets.
 */





/** ECS: nothing goes on without it. */
const ecsTimeouts = { connect: 6_000, answer: 12_000 };
/** A service whose answers make a check or a report better. */
const optionalTimeouts = { connect: 3_000, answer: 5_000 };
/** Logs are read last, when the outcome is known. */
const logsTimeouts = { connect: 2_000, answer: 4_000 };
/**
 * `requestTimeout` ends with the first byte of an answer. `socketTimeout` ends an answer that stalls after it; unless
 * set it is 15 minutes.
 */
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
/** One service of AWS. */
class AwsService {
    #recipe;
    #clients = new Map();
    constructor(recipe) {
        this.#recipe = recipe;
    }
    /** Raises an ApiError and nothing else. */
    async call({ operation, policy, region, send, read }) {
        const { clock, load } = this.#recipe;
        const [sdk, client] = await Promise.all([load(), this.client(region)]);
        return (0,retry/* retry */.L)(policy, { clock }, async () => read(await translateErrors(operation, () => send(client, sdk))));
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
    /** Ends the requests that are under way: a process that has reported its outcome must not wait for them. */
    close() {
        for (const client of this.#clients.values())
            client.destroy();
        this.#clients.clear();
    }
}
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
;// CONCATENATED MODULE: ./lib/src/core/settings/breaker.js
/** What ECS uses where a service says nothing. */
const defaultBreaker = {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    threshold: { type: 'BOUNDED_PERCENT', value: 50 },
};
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
;// CONCATENATED MODULE: ./lib/src/core/settings/task-limits.js
/**
 * How far the number of tasks may leave the desired count while a deployment replaces them.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
/** What ECS uses where a service says nothing: API_DeploymentConfiguration. */
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
/** Whether no old task may stop and none may start beside them all. */
function isDeadlocked({ min, max }, desiredCount) {
    return min >= desiredCount && max <= desiredCount;
}
/**
 * How many new tasks there can be while all of them fail: old ones are only stopped down to what has to stay. Traffic
 * shifting runs both revisions whole beside each other.
 */
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
/** A list has the status of a service deployment and no details. */
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
/** Invalid dates (numbers out of range) count as absent. */
function timeOf(date) {
    const at = date?.getTime();
    return at === undefined || Number.isNaN(at) ? undefined : at;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-tasks.js




/** What ListTasks answers and DescribeTasks takes at most. Five pages are enough to know why a deployment fails. */
const pageSize = 100;
const maxPages = 5;
/**
 * ListTasks takes `startedBy` only alone, and `desiredStatus: STOPPED` only with a service: the running tasks of a
 * deployment can be listed, its stopped ones are among those of the service.
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

/** Replaces the body that the SDK made, before it is measured and signed. */
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
/** The returned function gives the raw response, once the command was sent. */
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
/** Which members of a task definition are enums: the SDK's type declarations say so, its schemas do not. */

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
/** The values of a member, or of the items of a list; nothing if it takes any string. */
function allowedValues(structure, member) {
    const values = enums[`${structure}.${member}`];
    return values && Object.values(values);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/task-definition-shape.js
/** The SDK's schema of RegisterTaskDefinition, with the values that ECS knows, to check task definitions against. */




const taskDefinitionShape = toShape(schema.NormalizedSchema.of(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK), allowedValues);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs.js










/** Requests for one read that is retried, unless the user says otherwise. */
const usualAttempts = 10;
/** A deployment starts within moments of UpdateService: it is among the newest. */
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
/** Both go around the SDK's own idea of a task definition. */
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
        // ECS refuses ABORT, and does not document what it does without a type.
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
/** The SDK accepts any JSON object as an answer, even an empty one. */
function emptyAnswer(operation, missing) {
    return new api_error/* ApiError */.hD('unavailable', operation, 'EmptyAnswer', `AWS answered without ${missing}`);
}

/***/ })

};
