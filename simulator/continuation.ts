/** The token by which a client asks for the rest of a list: opaque to it, to us where to go on. */

export function tokenFor(offset: number): string {
  return Buffer.from(`from:${offset}`).toString('base64')
}

/** Where to go on; undefined when the token is none of ours. */
export function continueFrom(token: string | undefined): number | undefined {
  if (token === undefined) return 0
  const offset = /^from:(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  return offset === undefined ? undefined : Number(offset)
}
