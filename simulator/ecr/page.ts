import { AwsError } from '../aws-error.js'
import { offsetIn, type Page, pageFrom } from '../continuation.js'

export interface PageRequest {
  readonly nextToken?: string
  readonly maxResults?: number
}

/** 100 items by default, at most 1000. */
export function pageOf<Item>(all: readonly Item[], { nextToken, maxResults = 100 }: PageRequest): Page<Item> {
  const from = offsetIn(nextToken)
  if (from === undefined) throw invalid('nextToken')
  if (maxResults < 1 || maxResults > 1000) throw invalid('maxResults')
  return pageFrom(all, { from, size: maxResults })
}

function invalid(member: string): AwsError {
  const message = `Invalid parameter at '${member}' failed to satisfy constraint: 'Invalid value'`
  return new AwsError('InvalidParameterException', message)
}
