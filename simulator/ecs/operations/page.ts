import { AwsError } from '../../aws-error.js'
import { offsetIn, type Page, pageFrom } from '../../continuation.js'

export type PageRequest = { readonly nextToken?: string; readonly maxResults?: number }

export function page<T>(items: readonly T[], request: PageRequest, limit = 100): Page<T> {
  const size = request.maxResults ?? limit
  if (size < 1 || size > 100)
    throw new AwsError('InvalidParameterException', 'Maximum results must be between 1 and 100.')
  const from = offsetIn(request.nextToken)
  if (from === undefined) throw new AwsError('InvalidParameterException', 'Invalid token.')
  return pageFrom(items, { from, size })
}
