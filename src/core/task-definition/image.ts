/** Grammar: https://github.com/distribution/reference (name[:tag][@digest]). Only the host can have upper-case letters. */
export interface ImageReference {
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Only with a dot or a port, or localhost: `web:27` has a tag. */
const host = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::\\d+)?|[A-Za-z0-9-]+:\\d+'
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const pattern = new RegExp(
  `^(?<repository>(?:(?:${host})/)?${part}(?:/${part})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`,
)

/** Also a repository `sha256` with a tag, by the grammar; Docker refuses the digits alone, too. */
const bareDigest = /^(?:sha\d+:[0-9a-f]*|[0-9a-f]{64})$/

export function parseImage(reference: string): ImageReference | undefined {
  const groups = pattern.exec(reference)?.groups
  if (!groups?.repository || bareDigest.test(reference)) return undefined
  return {
    repository: groups.repository,
    tag: groups.tag || undefined,
    digest: groups.digest || undefined,
  }
}

/** By convention. */
const mutableTags: readonly string[] = [
  'latest', 'stable', 'edge', 'nightly', 'canary', 'current', 'release', 'main', 'master', 'trunk', 'head',
  'develop', 'development', 'dev', 'test', 'testing', 'qa', 'staging', 'stage', 'prod', 'production', 'live',
] // biome-ignore format: one list

export function mutableReason(reference: string): string | undefined {
  const image = parseImage(reference)
  if (!image) return undefined
  if (image.digest) return undefined
  if (!image.tag) return 'has no tag, which means latest'
  return mutableTags.includes(image.tag.toLowerCase())
    ? `has the tag ${image.tag}, which can move`
    : undefined
}

/** `web:9be21c4` */
export function shortImage(reference: string): string {
  const image = parseImage(reference)
  if (!image) return reference
  const name = image.repository.slice(image.repository.lastIndexOf('/') + 1)
  if (image.tag) return `${name}:${image.tag}`
  return image.digest ? `${name}@${image.digest.slice(0, 19)}` : name
}
