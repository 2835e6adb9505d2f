/**
 * What can go wrong between a client and AWS or GitHub, as settings. `when: 'after-effect'` is the ambiguous case: the change
 * was made, the client does not hear of it.
 */
import type { Malformation } from './malformed-response.js'
import type { Bucket, Category } from './token-bucket.js'

/** Which requests a fault meets; without any of these, every one to AWS. */
export interface FaultTarget {
  /** Only these services: `ecr`. What names neither services nor operations meets all of AWS, and not GitHub. */
  readonly services?: readonly string[]
  readonly operations?: readonly string[]
  /** Time on the simulator's clock. */
  readonly from?: number
  readonly until?: number
  /** Only from so long after the first request of that operation on. */
  readonly after?: { readonly operation: string; readonly ms: number }
  /** Lets this many matching requests pass first. */
  readonly skip?: number
  /** Strikes at most this often. */
  readonly times?: number
  /** Strikes this share of the rest, chosen by the server's seed. */
  readonly rate?: number
}

export type When = 'before-effect' | 'after-effect'

export type Fault = FaultTarget &
  (
    | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
    /** ThrottlingException by token buckets; the sizes that are not given are the documented ones. */
    | { readonly kind: 'throttling'; readonly buckets?: Partial<Readonly<Record<Category, Bucket>>> }
    | { readonly kind: 'server-error'; readonly when?: When }
    | { readonly kind: 'connection-reset'; readonly when?: When }
    | { readonly kind: 'access-denied'; readonly principal?: string }
    | { readonly kind: 'expired-credentials' }
    /** A page of HTML with status 500, as a proxy or a broken front end answers. */
    | { readonly kind: 'html-error'; readonly when?: When }
    /** Status 200, and the JSON stops in the middle. */
    | { readonly kind: 'truncated-response' }
    /** The effect takes place, and the answer is none that the API describes; by chance where `how` is not given. */
    | { readonly kind: 'malformed-response'; readonly how?: Malformation }
    /** Half of the answer, and then nothing: the connection stays open. */
    | { readonly kind: 'stalled-response' }
  )
