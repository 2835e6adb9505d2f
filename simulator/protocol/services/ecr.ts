/** JSON 1.1. */
import * as sdk from '@aws-sdk/client-ecr'
import { batchGetImage } from '../../ecr/batch-get-image.js'
import { describeImages } from '../../ecr/describe-images.js'
import { describeRepositories } from '../../ecr/describe-repositories.js'
import { getAuthorizationToken } from '../../ecr/get-authorization-token.js'
import { getDownloadUrlForLayer } from '../../ecr/layer-download.js'
import { listTagsForResource } from '../../ecr/list-tags-for-resource.js'
import type { World } from '../../ecs/world.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import { originOf, type Service, signedRegion } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  DescribeRepositories: describeRepositories,
  DescribeImages: describeImages,
  BatchGetImage: batchGetImage,
  GetAuthorizationToken: getAuthorizationToken,
  GetDownloadUrlForLayer: getDownloadUrlForLayer,
  ListTagsForResource: listTagsForResource,
}
const schemas = operationSchemas(sdk)

export function ecrService(world: World, validateResponses: boolean): Service {
  const { find, ...names } = operationsOf(world, operations)
  return jsonRpc({
    name: 'ecr',
    targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
    schemas,
    ...names,
    find: (operation, request) => {
      const origin = { region: signedRegion(request) ?? world.region, origin: originOf(request) }
      const perform = find(operation)
      return perform && (input => perform({ ...input, ...origin }))
    },
    resource: (_, input) =>
      `arn:aws:ecr:${world.region}:${world.account}:repository/${repositoryNameIn(input)}`,
    validateResponses,
  })
}

function repositoryNameIn(input: unknown): string {
  const { repositoryName, repositoryNames } = (input ?? {}) as {
    readonly repositoryName?: string
    readonly repositoryNames?: readonly string[]
  }
  return repositoryName ?? repositoryNames?.[0] ?? '*'
}
