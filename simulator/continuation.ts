export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextToken: string | undefined
}

export function pageFrom<Item>(all: readonly Item[], range: { from: number; size: number }): Page<Item> {
  const end = range.from + range.size
  return { items: all.slice(range.from, end), nextToken: end < all.length ? tokenFor(end) : undefined }
}

/** Undefined if the token is invalid. */
export function offsetIn(token: string | undefined): number | undefined {
  if (token === undefined) return 0
  const offset = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  return offset === undefined ? undefined : Number(offset)
}

function tokenFor(offset: number): string {
  return Buffer.from(`from:${offset}`).toString('base64')
}
