/** From requests and moments to the figures that the benchmark prints. */

import { type Category, categoryOf } from '../simulator/protocol/faults/token-bucket.js'
import type { RecordedRequest } from '../simulator/protocol/recorded-request.js'

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export function most(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values)
}

/** How often each of the buckets of ECS was asked for a token. */
export function callsByBucket(requests: readonly RecordedRequest[]): ReadonlyMap<Category, number> {
  const calls = new Map<Category, number>()
  for (const { service, operation } of requests) {
    const bucket = service === 'ecs' ? categoryOf(operation) : undefined
    if (bucket) calls.set(bucket, (calls.get(bucket) ?? 0) + 1)
  }
  return calls
}

/** The bucket that is asked most often, and how often a second. */
export function busiest(
  calls: ReadonlyMap<Category, number>,
  seconds: number,
): { readonly bucket: string; readonly perSecond: number } {
  const [bucket, count] = [...calls].toSorted((a, b) => b[1] - a[1])[0] ?? ['none', 0]
  return { bucket, perSecond: seconds > 0 ? count / seconds : 0 }
}
