/** ECR before one world, by its JSON 1.1 protocol. */
import * as sdk from '@aws-sdk/client-ecr'
import { batchGetImage } from '../../ecr/batch-get-image.js'
import { describeImages } from '../../ecr/describe-images.js'
import { describeRepositories } from '../../ecr/describe-repositories.js'
import { getDownloadUrlForLayer } from '../../ecr/layer-download.js'
import { listTagsForResource } from '../../ecr/list-tags-for-resource.js'
import type { World } from '../../ecs/world.js'
import { jsonRpc } from '../dialects/json-rpc.js'
import { operationSchemas } from '../schema/sdk-schemas.js'
import { originOf, type Service, signedRegion } from '../service.js'

// biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
type Operation = (world: World, input: any, origin: string) => object

const operations: Readonly<Record<string, Operation>> = {
  DescribeRepositories: describeRepositories,
  DescribeImages: describeImages,
  BatchGetImage: batchGetImage,
  GetDownloadUrlForLayer: getDownloadUrlForLayer,
  ListTagsForResource: listTagsForResource,
}
const schemas = operationSchemas(sdk)

export function ecrService(world: World, checkAnswers: boolean): Service {
  return jsonRpc({
    name: 'ecr',
    targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
    schemas,
    find: (operation, request) => {
      const perform = operations[operation]
      if (!perform) return undefined
      return (input: object) => {
        world.advance()
        const region = signedRegion(request) ?? world.region
        return perform(world, { ...input, region }, originOf(request))
      }
    },
    resource: (_, input) => `arn:aws:ecr:${world.region}:${world.account}:repository/${nameIn(input)}`,
    checkAnswers,
  })
}

function nameIn(input: unknown): string {
  const { repositoryName, repositoryNames } = (input ?? {}) as {
    readonly repositoryName?: string
    readonly repositoryNames?: readonly string[]
  }
  return repositoryName ?? repositoryNames?.[0] ?? '*'
}
