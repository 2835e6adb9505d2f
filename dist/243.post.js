export const id = 243;
export const ids = [243];
export const modules = {

/***/ 1243:
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
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
;// CONCATENATED MODULE: ./lib/src/adapters/proxy.js
const names = ['http_proxy', 'https_proxy'];
const thisMachine = ['localhost', '127.0.0.0-127.255.255.255', '::1'];
/** A value that is no proxy is left out: Node would end the process over it, with the value in its message. */
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
/** What to add to an error of the network: which proxy it went through, or why it did not. */
function routeOf(env, node) {
    const { https_proxy, http_proxy } = proxiesOf(env);
    const name = https_proxy ? 'https_proxy' : http_proxy ? 'http_proxy' : undefined;
    if (!name)
        return '';
    const [major = 0, minor = 0] = node.split('.').map(Number);
    return major > 24 || (major === 24 && minor >= 5)
        ? `, through the proxy of ${name}`
        : `, not through the proxy of ${name}: that takes Node 24.5, and this is ${node}`;
}
/** The values can hold a password: they are not told. */
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
/** To the toolkit, as to most programs, `amazonaws.com` is all that ends with it; Node asks for a dot before it. */
function withItsSubdomains(host) {
    return /^(?![.*]).*[a-z]/i.test(host) ? [host, `.${host}`] : host === '' ? [] : [host];
}
/** As Node reads it: many leave the scheme out, and Node knows it in lower case alone. */
function readUrl(value) {
    try {
        const url = new URL(/^\s*[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
        // Node decodes both, and breaks where they are no such text.
        decodeURIComponent(`${url.username}:${url.password}`);
        return /^https?:$/.test(url.protocol) ? url.href : undefined;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/api-error.js
/** SDK errors in the action's words: by name and HTTP status; by text only where the SDK gives no name. */



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
/** How the SDK stumbles over an answer that it cannot read: words of a language that mean nothing to users. */
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
    // The SDK has no name of its own for a region that was not given, or is none.
    if (/^Region (?:is missing$|not accepted:)/.test(message))
        return 'unconfigured';
    if (status === 429)
        return 'throttled';
    if (status === 408)
        return 'unavailable';
    // Answered and understood: ECS refuses. Everything else (no answer, 5xx, an answer that is no JSON) may pass.
    return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable';
}
/** The SDK appends a hint for developers of SDK clients; it says nothing to users of this action. */
function plain(message) {
    return (message.split('\n')[0] ?? '')
        .replace(/\s*Deserialization error: to see the raw response.*$/, '')
        .trim();
}
/** Makes a call and raises whatever goes wrong with it as a Fault. */
async function call(operation, call) {
    try {
        return await call();
    }
    catch (error) {
        throw toApiError(error, operation);
    }
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/sdk-schema.js
const any = { kind: 'any' };
function toShape(schema, allowed = () => undefined) {
    if (typeof schema === 'function')
        return toShape(schema(), allowed);
    if (typeof schema === 'number')
        return simple(schema);
    const [kind] = schema;
    switch (kind) {
        case 3: {
            const [, , structure, , names, schemas] = schema;
            const member = (name, i) => allowing(toShape(schemas[i] ?? 15, allowed), allowed(structure, name));
            return {
                kind: 'structure',
                members: once(() => Object.fromEntries(names.map((name, i) => [name, member(name, i)]))),
            };
        }
        case 1: {
            const [, , , , item] = schema;
            return { kind: 'list', item: once(() => toShape(item, allowed)) };
        }
        case 2: {
            const [, , , , , value] = schema;
            return { kind: 'map', value: once(() => toShape(value, allowed)) };
        }
        default:
            return typeof kind === 'number' && schema.length > 2 ? any : toShape((kind ?? 15), allowed);
    }
}
/** Numbers as the SDK encodes them: a kind in the low bits, 64 added for a list and 128 for a map of that kind. */
function simple(schema) {
    if (schema >= 128)
        return { kind: 'map', value: () => simple(schema - 128) };
    if (schema >= 64)
        return { kind: 'list', item: () => simple(schema - 64) };
    switch (schema) {
        case 0:
            return { kind: 'string', allowed: undefined };
        case 1:
            return { kind: 'number' };
        case 2:
            return { kind: 'boolean' };
        default:
            return any;
    }
}
/** A string, or a list of strings, that takes only these values. */
function allowing(shape, values) {
    if (!values)
        return shape;
    return shape.kind === 'list'
        ? { kind: 'list', item: () => ({ kind: 'string', allowed: values }) }
        : { kind: 'string', allowed: values };
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/client.js
/**
 * What every client of AWS has in common here: it repeats nothing, waits for nothing without end, goes through the
 * proxy of the runner, and takes no answer for one that is not of the shape that the API describes. The SDK's
 * deserialiser passes on what it finds: a text in the place of a list would otherwise surface somewhere as a mistake of
 * ours.
 */



/**
 * Settings of a client, in milliseconds. `requestTimeout` ends with the first byte of an answer; what comes to a halt
 * after it is given up by `socketTimeout`, which is a quarter of an hour if it is not set.
 */
function clientConfig(connect, answer) {
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
/** The client, raising MalformedAnswer for answers that are not of their operation's shape. */
function validateResponses(client) {
    client.middlewareStack.use(checkingAnswers);
    return client;
}
const check = (next, context) => async (args) => {
    const result = await next(args);
    const { $metadata: _, ...answer } = result.output;
    const place = findMismatch(shapeOfAnswer(context), answer, 'the answer');
    if (place !== undefined)
        throw malformed(place);
    return result;
};
const checkingAnswers = {
    applyToStack: stack => stack.addRelativeTo(check, {
        name: 'checkAnswer',
        relation: 'before',
        toMiddleware: 'deserializerMiddleware',
    }),
};
const shapes = new WeakMap();
/** The SDK keeps the schema of the operation, [9, namespace, name, traits, input, output], beside each request. */
function shapeOfAnswer(context) {
    const { operationSchema } = context.__smithy_context ?? {};
    if (!operationSchema)
        return { kind: 'any' };
    const known = shapes.get(operationSchema);
    if (known)
        return known;
    const shape = toShape(operationSchema[5]);
    shapes.set(operationSchema, shape);
    return shape;
}
function malformed(place) {
    const error = new Error(`AWS answered with something else than its API describes, in ${place}`);
    error.name = 'MalformedAnswer';
    return error;
}
/** Where the first value stands that is not of its shape. What is absent is: nearly all that AWS answers may be. */
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
            if (!isRecord(value))
                return place;
            return firstOf(Object.values(value), item => findMismatch(shape.value(), item, place));
        case 'structure': {
            if (!isRecord(value))
                return place;
            const members = shape.members();
            return firstOf(Object.entries(value), ([name, member]) => {
                const inside = Object.hasOwn(members, name) ? members[name] : undefined;
                return inside && member !== undefined ? findMismatch(inside, member, name) : undefined;
            });
        }
        case 'string':
        case 'boolean':
            return typeof value === shape.kind ? undefined : place;
    }
}
function firstOf(items, poll) {
    for (const item of items) {
        const found = poll(item);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
// EXTERNAL MODULE: ./lib/src/core/ecs/service-deployment.js
var service_deployment = __webpack_require__(5925);
// EXTERNAL MODULE: ./lib/src/core/settings/breaker.js
var settings_breaker = __webpack_require__(8292);
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
function isDeadlocked({ min: least, max: most }, desiredCount) {
    return least >= desiredCount && most <= desiredCount;
}
/** The percentages of the rollout: what is asked for, over what the service has. */
function requestedPercents({ percents }, options) {
    return {
        minimumHealthy: options.minimumHealthyPercent ?? percents.minimumHealthy,
        maximum: options.maximumPercent ?? percents.maximum,
    };
}
/**
 * How many new tasks there can be while all of them fail: old ones are only stopped down to what has to stay. Traffic
 * shifting runs both revisions whole beside each other.
 */
function maxConcurrentNewTasks(service, options, desiredCount) {
    if (service.strategy !== 'ROLLING')
        return desiredCount;
    const { min: least, max: most } = taskLimitsAt(requestedPercents(service, options), desiredCount);
    const staying = Math.min(service.runningCount, least);
    return Math.min(desiredCount, Math.max(1, most - staying));
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
        enable: breaker?.enable ?? settings_breaker/* defaultBreaker */.E2.enable,
        rollback: breaker?.rollback ?? settings_breaker/* defaultBreaker */.E2.rollback,
        resetOnHealthyTask: breaker?.resetOnHealthyTask ?? settings_breaker/* defaultBreaker */.E2.resetOnHealthyTask,
        threshold: threshold?.type !== undefined && threshold.value !== undefined
            ? { type: threshold.type, value: threshold.value }
            : settings_breaker/* defaultBreaker */.E2.threshold,
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
/** What a list says of a service deployment: how it stands, and nothing of why. */
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
/** A moment that is none (a number beyond what a date can be) is left out, as an absent one. */
function timeOf(date) {
    const at = date?.getTime();
    return at === undefined || Number.isNaN(at) ? undefined : at;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs-tasks.js




/** ListTasks answers, and DescribeTasks takes, at most 100; five pages hold enough to know why a deployment fails. */
const pageSize = 100;
const mostPages = 5;
/**
 * ListTasks takes `startedBy` only alone, and stopped tasks only with a service: running tasks of a deployment are
 * asked for directly, stopped ones have to be picked out of those of the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
async function listTasks(client, { cluster, service }, which) {
    const filter = which === 'stopped' ? { serviceName: (0,arn/* resourceName */.Iy)(service), desiredStatus: 'STOPPED' } : which;
    const found = [];
    let nextToken;
    for (let page = 0; page < mostPages; page++) {
        const list = new dist_cjs/* ListTasksCommand */.MYg({
            cluster,
            ...filter,
            maxResults: pageSize,
            ...(nextToken ? { nextToken } : {}),
        });
        const { taskArns = [], nextToken: more } = await call('ecs:ListTasks', () => client.send(list));
        found.push(...taskArns);
        if (!more)
            break;
        nextToken = more;
    }
    return found;
}
async function describeTasks(client, { cluster }, arns) {
    const found = [];
    for (let first = 0; first < arns.length; first += pageSize) {
        const describe = new dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks: arns.slice(first, first + pageSize) });
        const { tasks = [] } = await call('ecs:DescribeTasks', () => client.send(describe));
        found.push(...tasks.map(toTask));
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/raw-json.js

/** Replaces the body that the SDK made of its own idea of the request, before it is measured and signed. */
function sendRawBody(command, body) {
    const replace = next => args => {
        const { request } = args;
        request.body = JSON.stringify(body);
        return next(args);
    };
    command.middlewareStack.addRelativeTo(replace, {
        name: 'sendWhole',
        relation: 'after',
        toMiddleware: 'serializerMiddleware',
    });
}
/** Keeps the answer as it came; the function that comes back returns it once the command was sent. */
function captureRawResponse(command) {
    let whole = {};
    const keep = next => async (args) => {
        const result = await next(args);
        const response = result.response;
        const bytes = await collect(response.body);
        response.body = bytes;
        if (response.statusCode === 200) {
            const parsed = JSON.parse(new TextDecoder().decode(bytes));
            if ((0,json/* isObject */.Gv)(parsed))
                whole = parsed;
        }
        return result;
    };
    command.middlewareStack.addRelativeTo(keep, {
        name: 'keepWhole',
        relation: 'after',
        toMiddleware: 'deserializerMiddleware',
    });
    return () => whole;
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
/**
 * Which members of a task definition take only the values of an enum. The SDK's schemas do not link a member to its
 * enum, its type declarations do; this is that link.
 */

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
/** The values of a member, or of the items of a list; nothing where any string goes. */
function allowedValues(structure, member) {
    const values = enums[`${structure}.${member}`];
    return values && Object.values(values);
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/task-definition-shape.js
/** The SDK's schema of RegisterTaskDefinition, with the values that ECS knows, to check task definitions against. */



const taskDefinitionShape = toShape(dist_cjs/* RegisterTaskDefinitionRequest$ */.fSK, allowedValues);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/ecs.js












/** Requests for one patient read, unless the user says otherwise. */
const usualAttempts = 10;
/** A deployment starts within moments of UpdateService: the newest ones are enough to find it among. */
const newestDeployments = 10;
/** `close` breaks what is under way: a process that has told its outcome must not wait for an answer. */
function connectEcs(clock, config = {}) {
    const client = validateResponses(new dist_cjs/* ECSClient */.Zgc({ ...clientConfig(6_000, 12_000), customUserAgent: [['ecs-safe-deploy']], ...config }));
    return { ...callsOf(client, clock, usualAttempts), close: () => client.destroy() };
}
function callsOf(client, clock, attempts) {
    const as = (mode, read) => mode === 'retry' ? (0,retry/* retry */.L)((0,policies/* reads */.Um)(attempts), { clock }, read) : read();
    return {
        taskDefinitionShape: taskDefinitionShape,
        region: () => client.config.region().catch(() => undefined),
        trying: others => callsOf(client, clock, others),
        describeService: (target, mode) => as(mode, () => describeService(client, target)),
        describeTaskDefinition: (name, mode = 'retry') => as(mode, () => describeTaskDefinition(client, name)),
        async findServiceDeployment(target, deploymentId) {
            const listed = await listServiceDeployments(client, target);
            return listed.find(({ targetRevisionArn }) => (0,arn/* isRevisionOf */.rx)(targetRevisionArn ?? '', deploymentId));
        },
        listServiceDeployments: target => listServiceDeployments(client, target),
        async describeServiceRevisions(arns) {
            const command = new dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [...arns] });
            const answer = await call('ecs:DescribeServiceRevisions', () => client.send(command));
            return (answer.serviceRevisions ?? []).map(toServiceRevision);
        },
        async describeServiceDeployment(arn) {
            const command = new dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [arn] });
            const answer = await call('ecs:DescribeServiceDeployments', () => client.send(command));
            const [deployment] = answer.serviceDeployments ?? [];
            return deployment && toServiceDeployment(deployment);
        },
        hasRollbackInProgress: target => as('retry', () => hasRollbackInProgress(client, target)),
        listTasks: (target, which) => listTasks(client, target, which),
        describeTasks: (target, arns) => describeTasks(client, target, arns),
        async registerTaskDefinition(definition) {
            const command = new dist_cjs/* RegisterTaskDefinitionCommand */.$Hl({
                family: undefined,
                containerDefinitions: undefined,
            });
            sendRawBody(command, definition);
            const { taskDefinition } = await call('ecs:RegisterTaskDefinition', () => client.send(command));
            if (!taskDefinition?.taskDefinitionArn)
                throw without('the revision', 'ecs:RegisterTaskDefinition');
            return { arn: taskDefinition.taskDefinitionArn, revision: String(taskDefinition.revision ?? '') };
        },
        async updateService({ target, taskDefinition, update }) {
            const input = { ...target, taskDefinition, ...update };
            const { service } = await call('ecs:UpdateService', () => client.send(new dist_cjs/* UpdateServiceCommand */.kZr(input)));
            if (!service)
                throw without('the service', 'ecs:UpdateService');
            return toService(service);
        },
        async setDesiredCount(target, desiredCount) {
            const command = new dist_cjs/* UpdateServiceCommand */.kZr({ ...target, desiredCount });
            await call('ecs:UpdateService', () => client.send(command));
        },
        async stopServiceDeployment(arn) {
            // ABORT is refused by ECS, and what it does without a type is not documented.
            const command = new dist_cjs/* StopServiceDeploymentCommand */.a8L({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' });
            await call('ecs:StopServiceDeployment', () => client.send(command));
        },
    };
}
async function describeService(client, { cluster, service }) {
    const command = new dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [service] });
    const answer = await call('ecs:DescribeServices', () => client.send(command));
    const [found] = answer.services ?? [];
    if (found)
        return toService(found);
    if ((answer.failures ?? []).some(failure => failure.reason === 'MISSING'))
        return 'missing';
    throw without('the service', 'ecs:DescribeServices');
}
async function listServiceDeployments(client, target) {
    const command = new dist_cjs/* ListServiceDeploymentsCommand */.jz8({ ...target, maxResults: newestDeployments });
    const { serviceDeployments = [] } = await call('ecs:ListServiceDeployments', () => client.send(command));
    return serviceDeployments
        .filter(({ serviceDeploymentArn }) => serviceDeploymentArn !== undefined)
        .map(toListedServiceDeployment);
}
async function hasRollbackInProgress(client, target) {
    const command = new dist_cjs/* ListServiceDeploymentsCommand */.jz8({
        ...target,
        status: ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'],
    });
    const { serviceDeployments = [] } = await call('ecs:ListServiceDeployments', () => client.send(command));
    return serviceDeployments.length > 0;
}
async function describeTaskDefinition(client, name) {
    const command = new dist_cjs/* DescribeTaskDefinitionCommand */.Zy$({ taskDefinition: name, include: ['TAGS'] });
    const whole = captureRawResponse(command);
    await call('ecs:DescribeTaskDefinition', () => client.send(command));
    const { taskDefinition, tags } = whole();
    if (!(0,json/* isObject */.Gv)(taskDefinition))
        throw without('the definition', 'ecs:DescribeTaskDefinition');
    return { arn: String(taskDefinition.taskDefinitionArn ?? name), definition: taskDefinition, tags };
}
/** An answer that lacks what was asked for is none: the SDK makes one of any JSON object, even an empty one. */
function without(what, operation) {
    return new api_error/* ApiError */.hD('unavailable', operation, 'EmptyAnswer', `AWS answered without ${what}`);
}

/***/ })

};
