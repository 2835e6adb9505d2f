/** JSON 1.1. */
import * as sdk from '@aws-sdk/client-ecs'
import { type JsonRpcService, jsonRpc } from '../dialects/json-rpc.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import type { Service } from '../service.js'
import { iamResource } from './iam-resource.js'
import { type Operations, operationsOf } from './world-operations.js'

export interface EcsWorld {
  readonly region: string
  readonly account: string
  advance(): void
}

export interface EcsServiceOptions<World extends EcsWorld> {
  readonly world: World
  readonly operations: Operations<World>
  readonly unknownMembers?: JsonRpcService['unknownMembers']
  readonly validateResponses?: boolean
}

export function ecsService<World extends EcsWorld>(options: EcsServiceOptions<World>): Service {
  const { world, operations, unknownMembers = 'ignore', validateResponses = false } = options
  return jsonRpc({
    name: 'ecs',
    targetPrefix: 'AmazonEC2ContainerServiceV20141113',
    schemas: ecsSchemas,
    ...operationsOf(world, operations),
    resource: (operation, input) => iamResource(operation, input, world),
    unknownMembers,
    validateResponses,
  })
}

export const ecsSchemas = operationSchemas(sdk)
