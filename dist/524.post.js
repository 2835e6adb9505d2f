export const id = 524;
export const ids = [524];
export const modules = {

/***/ 1511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wk: () => (/* binding */ translateErrors),
  _P: () => (/* binding */ unusable)
});

// UNUSED EXPORTS: toApiError

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./lib/src/core/errors/api-error.js
var api_error = __webpack_require__(5397);
// EXTERNAL MODULE: ./lib/src/adapters/proxy.js
var proxy = __webpack_require__(7955);
// EXTERNAL MODULE: ./lib/src/adapters/aws/clock-refusal.js + 1 modules
var clock_refusal = __webpack_require__(6209);
// EXTERNAL MODULE: ./lib/src/core/errors/problem.js + 1 modules
var problem = __webpack_require__(7041);
;// CONCATENATED MODULE: ./lib/src/core/errors/regions.js
/** Only for suggestions: AWS adds regions between releases. */

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const knownRegions = [
    ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
    ...['ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
    ...['ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'cn-north-1'],
    ...['cn-northwest-1', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
    ...[
        'eu-west-1',
        'eu-west-2',
        'eu-west-3',
        'eusc-de-east-1',
        'il-central-1',
        'me-central-1',
        'me-south-1',
        'me-west-1',
    ],
    ...[
        'mx-central-1',
        'sa-east-1',
        'sa-west-1',
        'us-east-1',
        'us-east-2',
        'us-gov-east-1',
        'us-gov-west-1',
        'us-west-1',
    ],
    'us-west-2',
];
/** Undefined for a known region, and if none is close. */
function meantRegion(region) {
    return knownRegions.includes(region) ? undefined : (0,problem/* closest */.kp)(region, knownRegions);
}
;// CONCATENATED MODULE: ./lib/src/adapters/certificate-error.js
/** Certificates that Node does not accept: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const chainCodes = [
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'INVALID_CA',
];
const timeCodes = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const nameCodes = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'];
const otherCodes = ['CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'INVALID_PURPOSE', 'CERT_CHAIN_TOO_LONG'];
/** What to do; undefined for any other code. */
function certificateRemedy(code) {
    if (code === undefined)
        return undefined;
    if (chainCodes.includes(code))
        return 'if a proxy or firewall signs the connections of this runner, set NODE_EXTRA_CA_CERTS in the env of this step to the PEM file of its CA';
    if (timeCodes.includes(code))
        return 'check the clock of the runner, and the proxy or endpoint that presents this certificate';
    if (nameCodes.includes(code))
        return 'another host answers in its place: check the proxy, the DNS and AWS_ENDPOINT_URL of this step';
    if (otherCodes.includes(code))
        return 'check the proxy or endpoint that presents this certificate';
    return undefined;
}
/** Wrappers keep the error of the connection as their cause. */
function certificateCode(error) {
    let inner = error;
    for (let depth = 0; depth < 5 && typeof inner === 'object' && inner !== null; depth++) {
        const { code, cause } = inner;
        if (typeof code === 'string' && certificateRemedy(code) !== undefined)
            return code;
        inner = cause;
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/remedy.js


function remedyOf({ kind, message, error }, env) {
    const certificate = certificateCode(error);
    const certificateHelp = certificateRemedy(certificate);
    if (certificate && certificateHelp) {
        const said = `the certificate of the host is not accepted (${certificate}: ${message})`;
        return { kind: 'unreachable', message: said, remedy: certificateHelp };
    }
    return unknownRegion(error) ?? credentials(kind, message, env);
}
/** Before the domain of AWS: https://docs.aws.amazon.com/general/latest/gr/rande.html */
const regionInHost = /([a-z\d-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn)$/;
/** A region that this release does not know and that has no host; for a moment without DNS, see EAI_AGAIN. */
function unknownRegion(error) {
    const { code, hostname } = (error ?? {});
    if (code !== 'ENOTFOUND' || typeof hostname !== 'string')
        return undefined;
    const region = regionInHost.exec(hostname)?.[1];
    if (region === undefined || knownRegions.includes(region))
        return undefined;
    const meant = meantRegion(region);
    const question = meant ? `; did you mean ${meant}?` : '';
    return {
        kind: 'unreachable',
        message: `there is no host ${hostname} for the region ${region}${question}`,
        remedy: 'correct the region (AWS_REGION, or aws-region of aws-actions/configure-aws-credentials)',
    };
}
/** The SDK skips the keys where a profile is set: credential-provider-node, "AWS_PROFILE is set, skipping fromEnv". */
function credentials(kind, message, env) {
    if (kind === 'unconfigured' && /^Region is missing/.test(message) && env.AWS_DEFAULT_REGION) {
        const remedy = 'set AWS_REGION; AWS_DEFAULT_REGION is set, but the AWS SDK for JavaScript does not read it';
        return { kind, message: undefined, remedy };
    }
    // A region that is empty in the environment reaches the SDK as one.
    if (kind === 'unconfigured' && message.startsWith('Region not accepted: region=""')) {
        const remedy = 'set aws-region of aws-actions/configure-aws-credentials, or AWS_REGION';
        return { kind, message: 'AWS_REGION is empty', remedy };
    }
    const absent = kind === 'unconfigured' && !message.startsWith('Region ') ? absentKeys(env) : undefined;
    if (absent)
        return { kind, message: undefined, remedy: absent };
    const hasBoth = env.AWS_PROFILE && env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY;
    if (!hasBoth || (kind !== 'unconfigured' && kind !== 'expired'))
        return undefined;
    const remedy = 'AWS_PROFILE is set beside AWS_ACCESS_KEY_ID, so the profile is used and the keys are not: remove AWS_PROFILE from the env of this step to use the keys';
    return { kind, message: undefined, remedy };
}
/** The SDK takes no keys if one is missing, as after a secret that does not exist. */
function absentKeys(env) {
    if (env.AWS_PROFILE && !env.AWS_ACCESS_KEY_ID)
        return 'AWS_PROFILE is set, but the profile gives no credentials on this runner: remove AWS_PROFILE from the env of this step, and run aws-actions/configure-aws-credentials before it';
    if (env.AWS_PROFILE)
        return undefined;
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    const [set, ...more] = names.filter(name => env[name]);
    if (set === undefined || more.length > 0)
        return undefined;
    const empty = names.find(name => name !== set);
    return `${set} is set, but ${empty} is empty: check the secret that gives its value`;
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
    const said = (error ?? {});
    const { $metadata } = said;
    // A broken response may have anything in place of a text.
    const name = textOf(said.name) ?? 'Error';
    const message = textOf(said.message) ?? 'AWS sent an error without a message';
    const code = textOf(said.code);
    const kind = kindOf(name, message, $metadata?.httpStatusCode);
    if (parseErrors.includes(name)) {
        return new api_error/* ApiError */.hD({
            kind,
            operation,
            code: 'MalformedAnswer',
            message: 'AWS sent a response that cannot be read',
            cause: error,
        });
    }
    if ((0,clock_refusal/* isClockRefusal */.Xg)(said)) {
        return new api_error/* ApiError */.hD({
            kind: 'skewed',
            operation,
            code: name,
            message: (0,clock_refusal/* clockText */.Yi)(plain(message)),
            cause: error,
        });
    }
    const isAnswered = code === undefined || $metadata?.httpStatusCode !== undefined;
    const endpoint = isAnswered ? '' : (0,proxy/* endpointOf */.X5)(external_node_process_.env, operation);
    const route = isAnswered ? '' : `${endpoint}${(0,proxy/* routeOf */.Lu)(external_node_process_.env, external_node_process_.versions.node)}`;
    const remedied = remedyOf({ kind, message: plain(message), error }, external_node_process_.env);
    return new api_error/* ApiError */.hD({
        kind: remedied?.kind ?? kind,
        operation,
        code: code ?? name,
        message: `${remedied?.message ?? plain(message)}${route}`,
        remedy: remedied?.remedy ?? (endpoint === '' ? undefined : endpointRemedy),
        cause: error,
    });
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
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
    // Services have their own names for a denial, such as one of iam:PassRole.
    if (/ is not authorized to perform: /.test(message))
        return 'denied';
    if (status === 408)
        return 'unavailable';
    // Anything else (no answer, 5xx, no JSON) may pass.
    return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable';
}
/** Drops the SDK's hint for developers. */
function plain(message) {
    const [line = ''] = message.split('\n');
    const [said = ''] = line.split('Deserialization error: to see the raw response');
    return timeoutText(said) ?? said.trim();
}
/** Of @smithy/node-http-handler, which names its own settings instead. */
const timeouts = [
    { said: /exceeded the configured (\d+) ms requestTimeout/, what: 'AWS did not answer within' },
    { said: /request socket timed out after (\d+) ms/, what: 'AWS did not answer within' },
    {
        said: /did not establish a connection .* timeout of (\d+) ms/,
        what: 'AWS accepted no connection within',
    },
];
function timeoutText(message) {
    for (const { said, what } of timeouts) {
        const milliseconds = said.exec(message)?.[1];
        if (milliseconds !== undefined)
            return `${what} ${Number(milliseconds) / 1_000} s`;
    }
    return undefined;
}
const endpointRemedy = 'check that this address answers, or remove the variable';
async function translateErrors(operation, send) {
    try {
        return await send();
    }
    catch (error) {
        throw toApiError(error, operation);
    }
}
/** For an answer that is complete, but says nothing that helps. */
function unusable(operation, what) {
    const message = `AWS answered with ${what}`;
    return new api_error/* ApiError */.hD({ kind: 'unavailable', operation, code: 'UnusableAnswer', message });
}

/***/ }),

/***/ 8404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ AwsService)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./lib/src/retry/attempt.js
var attempt = __webpack_require__(7318);
// EXTERNAL MODULE: ./lib/src/retry/retry.js
var retry = __webpack_require__(8665);
// EXTERNAL MODULE: ./lib/src/adapters/proxy.js
var proxy = __webpack_require__(7955);
// EXTERNAL MODULE: ./lib/src/adapters/aws/api-error.js + 3 modules
var api_error = __webpack_require__(1511);
// EXTERNAL MODULE: ./lib/src/adapters/aws/clock-refusal.js + 1 modules
var clock_refusal = __webpack_require__(6209);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/src/adapters/aws/time-limit.js
var time_limit = __webpack_require__(6586);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/limit-response.js
/** An answer that trickles is never idle, and one without an end would fill the memory. */


/** Far more than 100 tasks, the most that an answer describes (API_DescribeTasks). */
const maxAnswerBytes = 8 * 1024 * 1024;
/** Reads each answer whole before anything else sees it. Raises TimeoutError or OversizedAnswer. */
function limitResponses(client, limits) {
    const read = next => async (args) => {
        const result = await next(args);
        const response = result.response;
        if (response.body instanceof external_node_stream_.Readable)
            response.body = await readAll(response.body, limits);
        return result;
    };
    const plugin = {
        // `low` is next to the connection.
        applyToStack: stack => stack.add(read, { name: 'limitResponse', step: 'deserialize', priority: 'low' }),
    };
    client.middlewareStack.use(plugin);
    return client;
}
async function readAll(body, { time, bytes }) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), time);
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of (0,external_node_stream_.addAbortSignal)(late.signal, body)) {
            size += chunk.length;
            // Leaving the loop closes the connection.
            if (size > bytes)
                throw oversized(bytes);
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw late.signal.aborted ? (0,time_limit/* timeoutError */.w2)(time) : error;
    }
    finally {
        clearTimeout(timer);
    }
    return new Uint8Array(Buffer.concat(chunks));
}
function oversized(bytes) {
    const error = new Error(`AWS answered with more than ${bytes / 1024 / 1024} MiB`);
    error.name = 'OversizedAnswer';
    return error;
}
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var schema = __webpack_require__(6890);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/required-members.js
/**
 * Members of answers that a decision needs, by operation. An answer without one counts as no answer: it is read again,
 * and a change may have taken effect. Absence of any other member means what its documentation says.
 */
const service = {
    serviceArn: true,
    serviceName: true,
    clusterArn: true,
    status: true,
    desiredCount: true,
    runningCount: true,
    pendingCount: true,
    deploymentConfiguration: {
        deploymentCircuitBreaker: {
            whenPresent: {
                enable: true,
                rollback: true,
                thresholdConfiguration: { whenPresent: { type: true, value: true } },
            },
        },
        alarms: { whenPresent: { enable: true } },
    },
    loadBalancers: { containerName: true, containerPort: true },
    deployments: {
        id: true,
        status: true,
        taskDefinition: true,
        desiredCount: true,
        pendingCount: true,
        runningCount: true,
    },
};
const alarm = { AlarmName: true, StateValue: true };
const requiredMembers = {
    DescribeServices: { services: { whenPresent: service } },
    UpdateService: { service },
    UpdateExpressGatewayService: { service: { serviceArn: true } },
    DescribeExpressGatewayService: { service: { serviceArn: true } },
    DescribeTaskDefinition: {
        taskDefinition: { taskDefinitionArn: true, family: true, containerDefinitions: true },
    },
    RegisterTaskDefinition: { taskDefinition: { taskDefinitionArn: true, revision: true } },
    ListServiceDeployments: { serviceDeployments: { serviceDeploymentArn: true, status: true } },
    DescribeServiceDeployments: { serviceDeployments: { serviceDeploymentArn: true, status: true } },
    DescribeServiceRevisions: { serviceRevisions: { serviceRevisionArn: true, taskDefinition: true } },
    ListTasks: { taskArns: true },
    DescribeTasks: { tasks: { taskArn: true, lastStatus: true, desiredStatus: true } },
    RunTask: { tasks: { whenPresent: { taskArn: true } } },
    DescribeAlarms: { MetricAlarms: { whenPresent: alarm }, CompositeAlarms: { whenPresent: alarm } },
    DescribeScalableTargets: {
        ScalableTargets: { whenPresent: { MinCapacity: true, MaxCapacity: true } },
    },
    DescribeTargetGroups: {
        TargetGroups: { TargetGroupArn: true, TargetGroupName: true, TargetType: true },
    },
    DescribeTargetGroupAttributes: { Attributes: { Key: true, Value: true } },
    DescribeTargetHealth: {
        TargetHealthDescriptions: { whenPresent: { Target: { Id: true }, TargetHealth: { State: true } } },
    },
    BatchGetImage: {
        images: { whenPresent: { imageId: { imageDigest: true }, imageManifest: true } },
        failures: { whenPresent: { failureCode: true } },
    },
    GetDownloadUrlForLayer: { downloadUrl: true },
};
/** The place of the first one that is missing. */
function findMissing(operation, answer) {
    const required = requiredMembers[operation];
    return required && missingIn(required, answer, '');
}
function missingIn(spec, structure, place) {
    for (const [name, needed] of Object.entries(spec)) {
        const value = structure[name];
        const here = place ? `${place}.${name}` : name;
        const missing = missingAt(needed, value, here);
        if (missing !== undefined)
            return missing;
    }
    return undefined;
}
function missingAt(needed, value, place) {
    const isAbsent = value === undefined || value === null || value === '';
    if (needed === true)
        return isAbsent ? place : undefined;
    const { whenPresent } = needed;
    if (isAbsent)
        return whenPresent ? undefined : place;
    const inner = (whenPresent ?? needed);
    if (!Array.isArray(value))
        return missingIn(inner, value, place);
    for (const [index, item] of value.entries()) {
        const missing = missingIn(inner, item, `${place}[${index}]`);
        if (missing !== undefined)
            return missing;
    }
    return undefined;
}
// EXTERNAL MODULE: ./lib/src/adapters/aws/sdk-schema.js
var sdk_schema = __webpack_require__(9697);
;// CONCATENATED MODULE: ./lib/src/adapters/aws/validate-responses.js
/** The SDK passes on answers of a wrong shape, which would surface later as our bugs. */



/** Raises MalformedAnswer or IncompleteAnswer. */
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
    const missing = findMissing(operationOf(context), answer);
    if (missing !== undefined)
        throw incomplete(missing);
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
function operationOf(context) {
    const { commandName = '' } = context;
    return commandName.replace(/Command$/, '');
}
function responseShape(context) {
    const { __smithy_context: details } = context;
    const operation = details?.operationSchema;
    if (!operation)
        return { kind: 'any' };
    const known = shapes.get(operation);
    if (known)
        return known;
    const [, , , , , response] = operation;
    const shape = (0,sdk_schema/* toShape */.$)(schema.NormalizedSchema.of(response));
    shapes.set(operation, shape);
    return shape;
}
function malformed(place) {
    const error = new Error(`AWS sent a response that its API does not describe, in ${place}`);
    error.name = 'MalformedAnswer';
    return error;
}
function incomplete(place) {
    const error = new Error(`AWS answered without ${place}`);
    error.name = 'IncompleteAnswer';
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









/** `requestTimeout` ends with the first byte; `socketTimeout` (default: 15 minutes) counts idle time. */
function clientConfig({ connect, answer }) {
    const agent = { proxyEnv: (0,proxy/* proxiesOf */._j)(external_node_process_.env) };
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
/** The same client; what it sends can be aborted. */
function abortable(client, abortSignal) {
    const { send } = client;
    const value = (command) => send.call(client, command, { abortSignal });
    return Object.create(client, { send: { value } });
}
/** Whatever the policy: a refused signature had no effect. */
async function signAgainOnce(send) {
    const first = await (0,attempt/* attempt */.CD)(send);
    if (first.kind === 'answered')
        return first.value;
    if (!(0,clock_refusal/* isWorthSigningAgain */.E6)(first.error.cause))
        throw first.error;
    return send();
}
class AwsService {
    #recipe;
    #clients = new Map();
    constructor(recipe) {
        this.#recipe = recipe;
    }
    /** Raises only ApiErrors. */
    async call({ operation, policy, region, send, read, }) {
        const { clock, load } = this.#recipe;
        const [sdk, client] = await Promise.all([load(), this.client(region)]);
        const sign = () => {
            const limit = { operation, time: this.#timeLeft() };
            return (0,api_error/* translateErrors */.wk)(operation, () => (0,time_limit/* limitTime */.DZ)(limit, late => send(abortable(client, late), sdk)));
        };
        return (0,retry/* retry */.L5)(policy, { clock }, async () => {
            const answer = await signAgainOnce(sign);
            // `validateResponses` has refused an incomplete one.
            return read(answer);
        });
    }
    async client(region) {
        const { config, create, load, timeouts } = this.#recipe;
        const { deadline: _, ...settings } = config;
        const sdk = await load();
        const key = region ?? '';
        const known = this.#clients.get(key);
        if (known)
            return known;
        const inRegion = region ? { region } : {};
        const client = create(sdk, { ...clientConfig(timeouts), ...settings, ...inRegion });
        limitResponses(validateResponses(client), { time: timeouts.total, bytes: maxAnswerBytes });
        this.#clients.set(key, client);
        return client;
    }
    #timeLeft() {
        const { clock, config, timeouts } = this.#recipe;
        return Math.min(timeouts.total, config.deadline?.timeLeft(clock) ?? timeouts.total);
    }
    /** Pending requests would keep the process alive. */
    close() {
        for (const client of this.#clients.values())
            client.destroy();
        this.#clients.clear();
    }
}

/***/ }),

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yi: () => (/* binding */ clockText),
  Xg: () => (/* binding */ isClockRefusal),
  E6: () => (/* binding */ isWorthSigningAgain)
});

;// CONCATENATED MODULE: ./lib/src/core/text/duration.js
/** `m:ss`, or `h:mm:ss` from an hour on */
function formatElapsed(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const pad = (n) => String(n).padStart(2, '0');
    const h = Math.floor(seconds / 3600);
    const m = Math.floor((seconds % 3600) / 60);
    return h > 0 ? `${h}:${pad(m)}:${pad(seconds % 60)}` : `${m}:${pad(seconds % 60)}`;
}
/** `2026-11-21 09:30 UTC` */
function formatTimestamp(at) {
    // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
    return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** `2026-11-21T09:30:12Z`, for programs */
function formatIso(at) {
    // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
    return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
function formatTimeOfDay(at) {
    // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
    return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}
function formatMinutes(minutes) {
    if (minutes >= 120)
        return `${Math.round(minutes / 60)} hours`;
    return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
function formatDuration(seconds) {
    return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;
}
;// CONCATENATED MODULE: ./lib/src/adapters/aws/clock-refusal.js
/**
 * AWS refuses signatures of a clock that is minutes off, before they have an effect.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */

/** Refused for their time alone. */
const byName = ['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed'];
/** Also refused for a wrong key. */
const bySignature = ['InvalidSignatureException', 'SignatureDoesNotMatch'];
function isClockRefusal(error) {
    const { name, message } = (error ?? {});
    if (typeof name !== 'string')
        return false;
    return byName.includes(name) || (bySignature.includes(name) && isAboutTime(String(message)));
}
function isAboutTime(message) {
    return /^Signature (?:expired|not yet current)/.test(message);
}
/** The SDK signs anew, by the time of AWS where the refusal has shown it. */
function isWorthSigningAgain(error) {
    if (isClockRefusal(error))
        return true;
    const { name, $metadata } = (error ?? {});
    // The SDK says this of every error while the clock is off.
    return $metadata?.clockSkewCorrected === true && bySignature.includes(String(name));
}
/** `the clock of this machine is 12 minutes behind the clock of AWS` */
function clockText(message) {
    const ahead = minutesAhead(message);
    if (!ahead)
        return `the clock of this machine is off, so AWS refuses what it signs (${message})`;
    const side = ahead > 0 ? 'ahead of' : 'behind';
    return `the clock of this machine is ${formatMinutes(Math.abs(ahead))} ${side} the clock of AWS, which refuses what it signs`;
}
/** `Signature expired: 20261130T083000Z is now earlier than 20261130T083700Z (20261130T084200Z - 5 min.)` */
function minutesAhead(message) {
    const times = /: (\d{8}T\d{6}Z) is (?:now earlier|still later) than \S+ \((\d{8}T\d{6}Z) [-+]/.exec(message);
    const [signed, received] = (times?.slice(1) ?? []).map(toMilliseconds);
    if (signed === undefined || received === undefined)
        return undefined;
    return Math.round((signed - received) / 60_000);
}
function toMilliseconds(basic) {
    return Date.parse(basic.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/***/ }),

/***/ 9697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ toShape)
/* harmony export */ });
/** A union counts as a structure. */
function toShape(schema, allowed = () => undefined) {
    if (schema.isStructSchema())
        return {
            kind: 'structure',
            members: once(() => membersOf(schema, allowed)),
            required: requiredIn(schema),
        };
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
/** Required members come first, and the schema has their number. */
function requiredIn(schema) {
    const [, , , , names, , count = 0] = schema.getSchema();
    return names.slice(0, count);
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

/***/ }),

/***/ 6586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ limitTime),
/* harmony export */   Pz: () => (/* binding */ optionalTimeouts),
/* harmony export */   Y8: () => (/* binding */ ecsTimeouts),
/* harmony export */   w2: () => (/* binding */ timeoutError)
/* harmony export */ });
/* unused harmony exports logsTimeouts, CallDeadline */
/* harmony import */ var _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/** Time that calls to AWS may take, in milliseconds. docs/security.md lists these numbers. */

const ecsTimeouts = { connect: 6_000, answer: 12_000, total: 20_000 };
/** For reads that only improve checks or reports. */
const optionalTimeouts = { connect: 3_000, answer: 5_000, total: 8_000 };
/** Logs are read last. */
const logsTimeouts = { connect: 2_000, answer: 4_000, total: 6_000 };
/** The moment by which all calls end, shared by the clients of a run. */
class CallDeadline {
    #at = Number.POSITIVE_INFINITY;
    set(at) {
        this.#at = at;
    }
    timeLeft(clock) {
        return this.#at - clock.now();
    }
}
/**
 * Raises a TimeoutError, and aborts `work`: what waited for credentials must not be sent after it was given up. Whoever
 * works on, such as a provider of credentials, is no longer waited for.
 */
async function limitTime({ operation, time }, work) {
    if (time <= 0) {
        const message = 'not sent, because the time of this step is up';
        throw new _core_errors_api_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD({ kind: 'out-of-time', operation, code: 'OutOfTime', message });
    }
    const aborter = new AbortController();
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(timeoutError(time));
            aborter.abort();
        }, time);
    });
    const answer = work(aborter.signal);
    answer.catch(() => { });
    try {
        return await Promise.race([answer, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
function timeoutError(time) {
    const error = new Error(`AWS did not finish its answer within ${Math.round(time / 100) / 10} s`);
    error.name = 'TimeoutError';
    return error;
}

/***/ }),

/***/ 7955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ routeOf),
/* harmony export */   X5: () => (/* binding */ endpointOf),
/* harmony export */   _j: () => (/* binding */ proxiesOf)
/* harmony export */ });
/* unused harmony export proxyProblems */
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
        : `, not through the proxy of ${name}: that requires Node 24.5, but this is ${node}`;
}
/** For a request that nothing answered. https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function endpointOf(env, operation) {
    const [service = ''] = operation.split(':');
    const suffix = endpointSuffixes[service];
    const names = [...(suffix ? [`AWS_ENDPOINT_URL_${suffix}`] : []), 'AWS_ENDPOINT_URL'];
    const set = names.find(name => env[name]);
    if (set === undefined || env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true')
        return '';
    return `, at another address than AWS's (${set})`;
}
/** Prefixes of IAM actions; one of a service wins over the general one. */
const endpointSuffixes = {
    'application-autoscaling': 'APPLICATION_AUTO_SCALING',
    cloudwatch: 'CLOUDWATCH',
    ecr: 'ECR',
    ecs: 'ECS',
    elasticloadbalancing: 'ELASTIC_LOAD_BALANCING_V2',
    logs: 'CLOUDWATCH_LOGS',
};
/** Values can contain passwords. */
function proxyProblems(env) {
    return names
        .filter(name => named(env, name) !== '' && !readUrl(named(env, name)))
        .map(name => ({
        subject: name,
        text: 'the environment variable is not the URL of an HTTP proxy such as http://proxy.example.com:3128; in a password, / is written %2F and % is %25',
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
