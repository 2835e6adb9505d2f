export function truncateList<T>(items: readonly T[], most: number, rest: (count: number) => T): readonly T[] {
  return items.length <= most ? items : [...items.slice(0, most), rest(items.length - most)]
}
