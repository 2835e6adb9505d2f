import type { Bucket, Category } from '../protocol/faults/token-bucket.js'

/** An account of which others leave hardly anything: the same small bucket for each kind of read. */
export function scarceReads(left: Bucket): Partial<Readonly<Record<Category, Bucket>>> {
  return {
    'service-read': left,
    'service-deployment': left,
    'service-revision': left,
    'cluster-resource-read': left,
    'task-definition-read': left,
  }
}
