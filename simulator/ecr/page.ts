import { AwsError } from '../aws-error.js'
import { continueFrom, tokenFor } from '../continuation.js'

export interface PageRequest {
  readonly nextToken?: string
  readonly maxResults?: number
}

/** A page of a list: 100 items by default, at most 1000. */
export function pageOf<Item>(
  all: readonly Item[],
  { nextToken, maxResults = 100 }: PageRequest,
): { items: readonly Item[]; nextToken?: { readonly nextToken: string } } {
  const from = continueFrom(nextToken)
  if (from === undefined) throw invalid('nextToken')
  if (maxResults < 1 || maxResults > 1000) throw invalid('maxResults')
  const until = from + maxResults
  const rest = until < all.length ? { nextToken: { nextToken: tokenFor(until) } } : {}
  return { items: all.slice(from, until), ...rest }
}

function invalid(member: string): AwsError {
  const message = `Invalid parameter at '${member}' failed to satisfy constraint: 'Invalid value'`
  return new AwsError('InvalidParameterException', message)
}
