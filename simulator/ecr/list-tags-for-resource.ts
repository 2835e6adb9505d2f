/** Repositories have no tags here. */
import { AwsError } from '../aws-error.js'
import type { World } from '../ecs/world.js'
import { findRepository } from './registry.js'

export interface ListTagsForResourceInput {
  readonly resourceArn: string
}

export function listTagsForResource(world: World, { resourceArn }: ListTagsForResourceInput): object {
  const match = /^arn:[\w-]+:ecr:([\w-]+):(\d{12}):repository\/(.+)$/.exec(resourceArn)
  const [, region = '', registryId = '', repositoryName = ''] = match ?? []
  if (!match) {
    // The error text is not documented.
    throw new AwsError(
      'InvalidParameterException',
      `Invalid parameter at 'resourceArn' failed to satisfy constraint: 'Invalid ARN'`,
    )
  }
  findRepository(world, { repositoryName, registryId, region })
  return { tags: [] }
}
