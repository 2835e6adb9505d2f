import { AwsError } from '../../aws-error.js'
import { continueFrom, tokenFor } from '../../continuation.js'

export type PageRequest = { readonly nextToken?: string; readonly maxResults?: number }

/** One page of a list and the token for the next page, if any. */
export function page<T>(
  items: readonly T[],
  request: PageRequest,
  limit = 100,
): { readonly items: readonly T[]; readonly token: { nextToken?: string } } {
  const size = request.maxResults ?? limit
  if (size < 1 || size > 100)
    throw new AwsError('InvalidParameterException', 'Maximum results must be between 1 and 100.')
  const from = continueFrom(request.nextToken)
  if (from === undefined) throw new AwsError('InvalidParameterException', 'Invalid token.')
  const until = from + size
  return {
    items: items.slice(from, until),
    token: until < items.length ? { nextToken: tokenFor(until) } : {},
  }
}
