/**
 * Configurable faults between a client and AWS or GitHub. With `when: 'after-effect'` the change is made,
 * but the client does not get the response.
 */
import type { Malformation } from './malformed-response.js'
import type { Bucket, Category } from './token-bucket.js'

/** Which requests a fault applies to; by default all requests to AWS. */
export interface FaultTarget {
  /**
   * Service names such as `ecr`. Without services and operations, a fault applies to all of AWS but not to
   * GitHub.
   */
  readonly services?: readonly string[]
  readonly operations?: readonly string[]
  /** Time on the simulator's clock. */
  readonly from?: number
  readonly until?: number
  /** Starts this long after the first request of that operation. */
  readonly after?: { readonly operation: string; readonly ms: number }
  /** Skips this many matching requests. */
  readonly skip?: number
  /** The maximum number of injections. */
  readonly times?: number
  /** The share of matching requests, chosen by the server's seed. */
  readonly rate?: number
}

export type When = 'before-effect' | 'after-effect'

export type Fault = FaultTarget &
  (
    | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
    /** ThrottlingException by token buckets; the defaults are the documented sizes. */
    | { readonly kind: 'throttling'; readonly buckets?: Partial<Readonly<Record<Category, Bucket>>> }
    | { readonly kind: 'server-error'; readonly when?: When }
    | { readonly kind: 'connection-reset'; readonly when?: When }
    | { readonly kind: 'access-denied'; readonly principal?: string }
    | { readonly kind: 'expired-credentials' }
    /** Status 500 with an HTML page, as from a proxy. */
    | { readonly kind: 'html-error'; readonly when?: When }
    /** Status 200 with a truncated body. */
    | { readonly kind: 'truncated-response' }
    /** The call takes effect, but the response violates the API; random without `how`. */
    | { readonly kind: 'malformed-response'; readonly how?: Malformation }
    /** Half of the response; then the connection stays open without data. */
    | { readonly kind: 'stalled-response' }
  )
