/** Turns requests and times into the figures that the benchmark prints. */

import { type Category, categoryOf } from '../simulator/protocol/faults/token-bucket.js'
import type { RecordedRequest } from '../simulator/protocol/recorded-request.js'

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export function max(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values)
}

/** Calls for each token bucket of ECS. */
export function callsByBucket(requests: readonly RecordedRequest[]): ReadonlyMap<Category, number> {
  const calls = new Map<Category, number>()
  for (const { service, operation } of requests) {
    const bucket = service === 'ecs' ? categoryOf(operation) : undefined
    if (bucket) calls.set(bucket, (calls.get(bucket) ?? 0) + 1)
  }
  return calls
}

/** The bucket with the most calls. */
export function busiest(requests: readonly RecordedRequest[]): {
  readonly bucket: string
  readonly bucketCalls: number
} {
  const calls = [...callsByBucket(requests)].toSorted((a, b) => b[1] - a[1])
  const [bucket, bucketCalls] = calls[0] ?? ['none', 0]
  return { bucket, bucketCalls }
}
