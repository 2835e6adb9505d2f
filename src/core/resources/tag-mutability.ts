/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export interface TagMutability {
  /** MUTABLE or IMMUTABLE, each also WITH_EXCLUSION */
  readonly setting: string
  /** tags with the opposite setting; `*` is a wildcard: `dev-*` */
  readonly exclusions: readonly string[]
}

/** Undefined for an unknown setting. */
export function isImmutable({ setting, exclusions }: TagMutability, tag: string): boolean | undefined {
  const excluded = () => exclusions.some(filter => matches(filter, tag))
  switch (setting) {
    case 'IMMUTABLE':
      return true
    case 'MUTABLE':
      return false
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded()
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded()
    default:
      return undefined
  }
}

function matches(filter: string, tag: string): boolean {
  const [first = '', ...rest] = filter.split('*')
  const last = rest.pop()
  if (last === undefined) return tag === filter
  const end = tag.length - last.length
  if (!tag.startsWith(first) || !tag.endsWith(last) || first.length > end) return false
  let from = first.length
  for (const part of rest) {
    const found = tag.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}
