/** Query protocol. */
import * as sdk from '@aws-sdk/client-elastic-load-balancing-v2'
import type { World } from '../../ecs/world.js'
import {
  createTargetGroup,
  deleteTargetGroup,
  modifyTargetGroup,
  modifyTargetGroupAttributes,
} from '../../elastic-load-balancing/change-target-groups.js'
import { addTags, describeTags, removeTags } from '../../elastic-load-balancing/describe-tags.js'
import { describeTargetGroupAttributes } from '../../elastic-load-balancing/describe-target-group-attributes.js'
import { describeTargetGroups } from '../../elastic-load-balancing/describe-target-groups.js'
import { describeTargetHealth } from '../../elastic-load-balancing/describe-target-health.js'
import {
  createListener,
  deleteListener,
  describeListenerAttributes,
  describeListeners,
  modifyListener,
  modifyListenerAttributes,
} from '../../elastic-load-balancing/listeners.js'
import {
  createLoadBalancer,
  deleteLoadBalancer,
  describeCapacityReservation,
  describeLoadBalancerAttributes,
  describeLoadBalancers,
  modifyLoadBalancerAttributes,
  setSecurityGroups,
  setSubnets,
} from '../../elastic-load-balancing/load-balancers.js'
import { query } from '../dialects/query.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetGroupAttributes: describeTargetGroupAttributes,
  DescribeTargetHealth: describeTargetHealth,
  DescribeTags: describeTags,
  AddTags: addTags,
  RemoveTags: removeTags,
  CreateTargetGroup: createTargetGroup,
  ModifyTargetGroup: modifyTargetGroup,
  ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
  DeleteTargetGroup: deleteTargetGroup,
  CreateLoadBalancer: createLoadBalancer,
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
  ModifyLoadBalancerAttributes: modifyLoadBalancerAttributes,
  DescribeCapacityReservation: describeCapacityReservation,
  SetSecurityGroups: setSecurityGroups,
  SetSubnets: setSubnets,
  DeleteLoadBalancer: deleteLoadBalancer,
  CreateListener: createListener,
  DescribeListeners: describeListeners,
  DescribeListenerAttributes: describeListenerAttributes,
  ModifyListener: modifyListener,
  ModifyListenerAttributes: modifyListenerAttributes,
  DeleteListener: deleteListener,
}
const schemas = operationSchemas(sdk)

export function elasticLoadBalancingService(world: World, validateResponses: boolean): Service {
  return query({
    name: 'elasticloadbalancing',
    signingName: 'elasticloadbalancing',
    version: '2015-12-01',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    schemas,
    ...operationsOf(world, operations),
    // Its Describe actions have no resource-level permissions.
    resource: (operation, input) => {
      const { TargetGroupArn, ListenerArn, LoadBalancerArn } = (input ?? {}) as {
        readonly TargetGroupArn?: string
        readonly ListenerArn?: string
        readonly LoadBalancerArn?: string
      }
      if (operation.startsWith('Describe')) return '*'
      return TargetGroupArn ?? ListenerArn ?? LoadBalancerArn ?? '*'
    },
    validateResponses,
  })
}
