import type { Bucket, Category } from '../protocol/faults/token-bucket.js'

/** As if others used up the account's limits. */
export function scarceReads(bucket: Bucket): Partial<Readonly<Record<Category, Bucket>>> {
  return {
    'service-read': bucket,
    'service-deployment': bucket,
    'service-revision': bucket,
    'cluster-resource-read': bucket,
    'task-definition-read': bucket,
  }
}
