/** AmazonECR/latest/APIReference/API_DescribeRepositories.html */
import { definedMembers } from '../defined-members.js'
import type { Repository } from '../ecs/resources/images.js'
import { type RegistryPlace, registryHost } from '../ecs/resources/registry-host.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { pageOf } from './page.js'
import { findRepository, type RegionalRequest } from './registry.js'

export interface DescribeRepositoriesInput extends RegionalRequest {
  readonly registryId?: string
  readonly repositoryNames?: readonly string[]
  readonly nextToken?: string
  readonly maxResults?: number
}

export function describeRepositories(world: World, input: DescribeRepositoriesInput): object {
  const { repositoryNames, registryId, region } = input
  const place = { account: registryId ?? world.account, region }
  if (repositoryNames?.length) {
    const named = repositoryNames.map(repositoryName =>
      findRepository(world, { repositoryName, registryId: place.account, region }),
    )
    return { repositories: named.map(repository => repositoryShape(place, repository)) }
  }
  const own = world.images.repositories().filter(({ name }) => name.startsWith(`${registryHost(place)}/`))
  const { items, nextToken } = pageOf(own, input)
  return definedMembers({
    repositories: items.map(repository => repositoryShape(place, repository)),
    nextToken,
  })
}

function repositoryShape(
  { account, region }: RegistryPlace,
  { name: uri, createdAt, tagMutability }: Repository,
): object {
  const name = uri.slice(uri.indexOf('/') + 1)
  const { kind, exclusions } = tagMutability
  return definedMembers({
    repositoryArn: `arn:${region.startsWith('cn-') ? 'aws-cn' : 'aws'}:ecr:${region}:${account}:repository/${name}`,
    registryId: account,
    repositoryName: name,
    repositoryUri: uri,
    createdAt: epoch(createdAt),
    imageTagMutability: kind,
    imageTagMutabilityExclusionFilters: exclusions?.map(filter => ({ filterType: 'WILDCARD', filter })),
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  })
}
