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

/** `web:9be21c4`, `web@sha256:1a2b3c4`; `web:9be21c4@sha256:1a2b3c4` with the digest of its tag */
export function shortImage(reference: string, resolved?: string): string {
  const image = parseImage(reference)
  if (!image) return reference
  const { repository, tag } = image
  const name = repository.slice(repository.lastIndexOf('/') + 1)
  const digest = (image.digest ?? resolved)?.slice(0, shortDigest)
  return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`
}

/** `sha256:` and seven digits */
const shortDigest = 14

/** Words that name an image in a registry; punctuation may follow. */
const imageWord =
  /(?<![\w./:@-])[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?/g

/** `failed to resolve ref web:9be21c4`: without registries, since tags are at the end */
export function shortenImages(text: string): string {
  return text.replace(imageWord, word => {
    const end = /[.:-]+$/.exec(word)?.[0] ?? ''
    const image = word.slice(0, word.length - end.length)
    const { digest, tag } = parseImage(image) ?? {}
    return digest || tag ? `${shortImage(image)}${end}` : word
  })
}
