/** ECR DescribeRepositories (AmazonECR/latest/APIReference/API_DescribeRepositories.html). */
import type { Repository } from '../ecs/surroundings/images.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { pageOf } from './page.js'
import { findRepository, hostOf } from './registry.js'

export interface DescribeRepositoriesInput {
  readonly registryId?: string
  readonly repositoryNames?: readonly string[]
  readonly nextToken?: string
  readonly maxResults?: number
}

export function describeRepositories(world: World, input: DescribeRepositoriesInput): object {
  const { repositoryNames, registryId } = input
  if (repositoryNames?.length) {
    const named = repositoryNames.map(repositoryName =>
      findRepository(world, { repositoryName, ...(registryId !== undefined && { registryId }) }),
    )
    return { repositories: named.map(repository => repositoryShape(world, repository)) }
  }
  const own = world.images.repositories().filter(({ name }) => name.startsWith(`${hostOf(world)}/`))
  const { items, nextToken } = pageOf(own, input)
  return { repositories: items.map(repository => repositoryShape(world, repository)), ...nextToken }
}

function repositoryShape(world: World, { name: uri, createdAt, tagMutability }: Repository): object {
  const name = uri.slice(uri.indexOf('/') + 1)
  const { kind, exclusions } = tagMutability
  return {
    repositoryArn: `arn:aws:ecr:${world.region}:${world.account}:repository/${name}`,
    registryId: world.account,
    repositoryName: name,
    repositoryUri: uri,
    createdAt: epoch(createdAt),
    imageTagMutability: kind,
    ...(exclusions && {
      imageTagMutabilityExclusionFilters: exclusions.map(filter => ({ filterType: 'WILDCARD', filter })),
    }),
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  }
}
