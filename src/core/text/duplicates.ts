export function duplicates(items: readonly string[]): string[] {
  const known = new Set<string>()
  const repeated = new Set<string>()
  for (const item of items) {
    if (known.has(item)) repeated.add(item)
    known.add(item)
  }
  return [...repeated]
}
