export const id = 441;
export const ids = [441];
export const modules = {

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectElasticLoadBalancing: () => (/* binding */ connectElasticLoadBalancing)
/* harmony export */ });
/* harmony import */ var _retry_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7318);
/* harmony import */ var _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4513);
/* harmony import */ var _api_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1511);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8404);
/* harmony import */ var _time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6586);





function connectElasticLoadBalancing(clock, config = {}) {
    const balancing = new _client_js__WEBPACK_IMPORTED_MODULE_3__/* .AwsService */ .x({
        clock,
        config,
        timeouts: _time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalTimeouts */ .Pz,
        load: () => Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19)),
        create: (sdk, settings) => new sdk.ElasticLoadBalancingV2Client(settings),
    });
    /** One missing group fails a request for all. */
    const targetGroup = (arn) => unlessMissing(() => balancing.call({
        operation: 'elasticloadbalancing:DescribeTargetGroups',
        policy: _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalReads */ .Mw,
        send: (client, sdk) => client.send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })),
        read({ TargetGroups: groups }) {
            // A missing one is an error.
            const group = groups.find(({ TargetGroupArn }) => TargetGroupArn === arn);
            if (!group)
                throw (0,_api_error_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)('elasticloadbalancing:DescribeTargetGroups', 'another target group');
            return [toTargetGroup(group)];
        },
    }));
    const deregistrationDelay = (arn) => unlessMissing(() => balancing.call({
        operation: 'elasticloadbalancing:DescribeTargetGroupAttributes',
        policy: _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalReads */ .Mw,
        send: (client, sdk) => client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn })),
        read: ({ Attributes: attributes }) => toDelay(attributes).map(seconds => [arn, seconds]),
    }));
    return {
        close: () => balancing.close(),
        targetGroups: async (arns) => (await Promise.all(arns.map(targetGroup))).flat(),
        deregistrationDelays: async (groups) => new Map((await Promise.all(groups.map(deregistrationDelay))).flat()),
        targetHealth: group => balancing.call({
            operation: 'elasticloadbalancing:DescribeTargetHealth',
            policy: _retry_policies_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .Oo,
            send: (client, sdk) => client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn: group })),
            read: ({ TargetHealthDescriptions = [] }) => TargetHealthDescriptions.map(toTargetHealth),
        }),
    };
}
async function unlessMissing(read) {
    const answer = await (0,_retry_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(read);
    if (answer.kind === 'answered')
        return answer.value;
    if (answer.error.kind !== 'missing')
        throw answer.error;
    return [];
}
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
function toDelay(attributes) {
    const seconds = attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value ?? '';
    return /^\d+$/.test(seconds) ? [Number(seconds)] : [];
}
function toTargetHealth({ Target, TargetHealth: health }) {
    return {
        id: Target.Id,
        state: health.State,
        port: Target.Port,
        reason: health.Reason,
        description: health.Description,
        revision: undefined,
    };
}
/** Defaults of API_CreateTargetGroup. */
function toTargetGroup(group) {
    return {
        arn: group.TargetGroupArn,
        name: group.TargetGroupName,
        targetType: group.TargetType,
        healthCheck: {
            enabled: group.HealthCheckEnabled ?? true,
            interval: group.HealthCheckIntervalSeconds ?? 30,
            healthyThreshold: group.HealthyThresholdCount ?? 5,
            unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
            protocol: group.HealthCheckProtocol,
            port: group.HealthCheckPort,
            path: group.HealthCheckPath,
        },
    };
}

/***/ })

};
