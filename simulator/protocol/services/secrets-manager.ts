/** JSON 1.1. For clients that look whether the secrets of a task definition exist. */
import type { World } from '../../ecs/world.js'
import { describeSecret, getSecretValue } from '../../secrets-manager/get-secret.js'
import { schemas } from '../../secrets-manager/schemas.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { GetSecretValue: getSecretValue, DescribeSecret: describeSecret }

export function secretsManagerService(world: World, validateResponses: boolean): Service {
  return jsonRpc({
    name: 'secretsmanager',
    targetPrefix: 'secretsmanager',
    schemas,
    ...operationsOf(world, operations),
    resource: (_, input) => (input as { readonly SecretId?: string } | undefined)?.SecretId ?? '*',
    messageMember: 'Message',
    invalidRequest: 'ValidationException',
    validateResponses,
  })
}
