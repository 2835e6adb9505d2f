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
      const { TargetGroupArn } = (input ?? {}) as { readonly TargetGroupArn?: string }
      return operation.startsWith('Describe') ? '*' : (TargetGroupArn ?? '*')
    },
    validateResponses,
  })
}
