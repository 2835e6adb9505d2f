/** JSON, stored and returned unchanged. */
export type Document = { readonly [member: string]: unknown }

export type Tag = { readonly key: string; readonly value?: string }

export function mergeTags(old: readonly Tag[], added: readonly Tag[]): Tag[] {
  const replaced = new Set(added.map(tag => tag.key))
  return [...old.filter(tag => !replaced.has(tag.key)), ...added]
}
