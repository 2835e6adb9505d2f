import type { Bucket, Category } from '../protocol/faults/token-bucket.js'

/** An account of which others leave hardly anything: the same small bucket for each kind of read. */
export function scarceReads(bucket: Bucket): Partial<Readonly<Record<Category, Bucket>>> {
  return {
    'service-read': bucket,
    'service-deployment': bucket,
    'service-revision': bucket,
    'cluster-resource-read': bucket,
    'task-definition-read': bucket,
  }
}
