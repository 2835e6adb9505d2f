/** JSON 1.1. For clients that look whether the parameters of a task definition exist. */
import type { World } from '../../ecs/world.js'
import { getParameter, getParameters } from '../../ssm/get-parameters.js'
import { schemas } from '../../ssm/schemas.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { GetParameter: getParameter, GetParameters: getParameters }

export function ssmService(world: World, validateResponses: boolean): Service {
  return jsonRpc({
    name: 'ssm',
    targetPrefix: 'AmazonSSM',
    schemas,
    ...operationsOf(world, operations),
    resource: (_, input) => {
      const { Name, Names } = (input ?? {}) as { readonly Name?: string; readonly Names?: readonly string[] }
      const name = (Name ?? Names?.[0] ?? '*').replace(/^\//, '')
      return `arn:aws:ssm:${world.region}:${world.account}:parameter/${name}`
    },
    invalidRequest: 'ValidationException',
    validateResponses,
  })
}
