/** With `when: 'after-effect'` the change happens, and the client gets no response. */
import type { AlteredMember } from './altered-response.js'
import type { Malformation } from './malformed-response.js'
import type { Bucket, Category } from './token-bucket.js'

/** By default all requests to AWS. */
export interface FaultTarget {
  /** Such as `ecr`. Without services and operations: all of AWS, but neither GitHub nor hosts. */
  readonly services?: readonly string[]
  readonly operations?: readonly string[]
  /** On the simulator's clock. */
  readonly from?: number
  readonly until?: number
  /** After the first request of that operation. */
  readonly after?: { readonly operation: string; readonly ms: number }
  readonly skip?: number
  readonly times?: number
  /** The share of matching requests, chosen by the server's seed. */
  readonly rate?: number
}

export type When = 'before-effect' | 'after-effect'

export type Fault = FaultTarget &
  (
    | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
    /** The default buckets have the documented sizes. */
    | { readonly kind: 'throttling'; readonly buckets?: Partial<Readonly<Record<Category, Bucket>>> }
    | { readonly kind: 'server-error'; readonly when?: When }
    | { readonly kind: 'connection-reset'; readonly when?: When }
    | {
        readonly kind: 'access-denied'
        readonly principal?: string
        /** By default that of the request; a request can need others: `iam:PassRole`. */
        readonly action?: string
        /** IAM's last words, by default that no identity-based policy allows the action. */
        readonly clause?: string | undefined
        /** Only requests with such a tag, as by a condition on aws:TagKeys: `team:*`. */
        readonly tagKeys?: readonly string[]
      }
    | { readonly kind: 'expired-credentials' }
    /** Of GitHub: too many requests in a short time. */
    | {
        readonly kind: 'secondary-rate-limit'
        readonly status?: 403 | 429
        readonly retryAfterSeconds?: number
      }
    /** The clock of the client is off; without `date`, AWS's time is in no header, as behind some proxies. */
    | { readonly kind: 'client-clock'; readonly aheadMs: number; readonly date?: 'absent' }
    /** Status 500, as from a proxy. */
    | { readonly kind: 'html-error'; readonly when?: When }
    /** Status 200. */
    | { readonly kind: 'truncated-response' }
    /** The call takes effect; random without `how`. */
    | { readonly kind: 'malformed-response'; readonly how?: Malformation }
    /** One member is altered, such as `services[].deployments[].id`; the response of an error is not. */
    | ({ readonly kind: 'altered-response' } & AlteredMember)
    /** The response of the call before, of the same operation, as from a cache. */
    | { readonly kind: 'replayed-response' }
    /** Half of the response; then the connection stays open without data. */
    | { readonly kind: 'stalled-response' }
    /** Half of the response; then a byte every five seconds, endlessly. */
    | { readonly kind: 'trickling-response' }
    /** As fast as the client reads it. */
    | { readonly kind: 'endless-response' }
  )

/** What follows the first half of a response: nothing, a byte every five seconds, or endless data. */
export type Pace = 'stalls' | 'trickles' | 'endless'
