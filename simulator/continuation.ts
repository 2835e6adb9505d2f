/** Pagination tokens, opaque to clients. */

export function tokenFor(offset: number): string {
  return Buffer.from(`from:${offset}`).toString('base64')
}

/** Undefined if the token is invalid. */
export function continueFrom(token: string | undefined): number | undefined {
  if (token === undefined) return 0
  const offset = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  return offset === undefined ? undefined : Number(offset)
}
