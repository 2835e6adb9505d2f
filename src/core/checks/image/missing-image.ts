import type { RegistryImage } from '../../resources/registry-image.js'
import type { EcrImage } from '../../task-definition/image-registry.js'

export type MissingKind = Exclude<RegistryImage['kind'], 'stored'>

export function missingText(kind: MissingKind, { account, region, repository, id: image }: EcrImage): string {
  if (kind === 'no-repository') return `account ${account} has no repository ${repository} in ${region}`
  const what = 'tag' in image ? `tag ${image.tag}` : `image with this digest`
  return `the repository ${repository} has no ${what}`
}
