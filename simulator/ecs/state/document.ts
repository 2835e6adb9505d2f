/** JSON that the world stores and returns without understanding all of it. */
export type Document = { readonly [member: string]: unknown }

export type Tag = { readonly key: string; readonly value?: string }

/** Adds the given tags over the old ones, key by key. */
export function mergeTags(old: readonly Tag[], added: readonly Tag[]): Tag[] {
  const replaced = new Set(added.map(tag => tag.key))
  return [...old.filter(tag => !replaced.has(tag.key)), ...added]
}
