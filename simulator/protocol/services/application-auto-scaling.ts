/** JSON 1.1. */
import * as sdk from '@aws-sdk/client-application-auto-scaling'
import { describeScalableTargets } from '../../application-auto-scaling/describe-scalable-targets.js'
import {
  deregisterScalableTarget,
  listTagsForResource,
  registerScalableTarget,
  tagResource,
  untagResource,
} from '../../application-auto-scaling/scalable-targets.js'
import {
  deleteScalingPolicy,
  describeScalingPolicies,
  putScalingPolicy,
} from '../../application-auto-scaling/scaling-policies.js'
import type { World } from '../../ecs/world.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  DescribeScalableTargets: describeScalableTargets,
  RegisterScalableTarget: registerScalableTarget,
  DeregisterScalableTarget: deregisterScalableTarget,
  DescribeScalingPolicies: describeScalingPolicies,
  PutScalingPolicy: putScalingPolicy,
  DeleteScalingPolicy: deleteScalingPolicy,
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
}
const schemas = operationSchemas(sdk)

export function applicationAutoScalingService(world: World, validateResponses: boolean): Service {
  return jsonRpc({
    name: 'application-autoscaling',
    targetPrefix: 'AnyScaleFrontendService',
    schemas,
    ...operationsOf(world, operations),
    resource: () => `arn:aws:application-autoscaling:${world.region}:${world.account}:scalable-target/*`,
    messageMember: 'Message',
    invalidRequest: 'ValidationException',
    validateResponses,
  })
}
