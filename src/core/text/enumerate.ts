/** Lists in sentences. Nothing else joins words with "and" or "or". */

/** `a, b and c` */
export function enumerate(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words
  return joined(shown, 'and')
}

/** `a, b or c` */
export function alternatives(words: readonly string[]): string {
  return joined(words, 'or')
}

export interface Noun {
  readonly one: string
  readonly many: string
}

/** `the alarm web-5xx`, `the alarms web-5xx and web-hosts`: the verb agrees with the number of names */
export function named({ one, many }: Noun, names: readonly string[]): string {
  return `the ${names.length === 1 ? one : many} ${enumerate(names)}`
}

/** `the secret A and the variables B and C`; kinds without names are left out */
export function namedByKind(kinds: readonly (Noun & { readonly names: readonly string[] })[]): string {
  const lists = kinds.filter(({ names }) => names.length > 0)
  const texts = lists.map(kind => named(kind, kind.names))
  const hasAnd = lists.slice(0, -1).some(({ names }) => names.length > 1)
  return hasAnd ? texts.join(', and ') : joined(texts, 'and')
}

function joined(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
