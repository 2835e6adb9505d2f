import { AwsError } from '../aws-error.js'
import { continueFrom, tokenFor } from '../continuation.js'

export interface PageRequest {
  readonly nextToken?: string
  readonly maxResults?: number
}

/** A part of a list as ECR hands it out: 100 at a time, or as many as are asked for up to 1000. */
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
