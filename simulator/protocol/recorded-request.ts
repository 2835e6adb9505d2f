import type { Fault } from './faults/fault.js'

/** One request as the server saw it, in the order of arrival. */
export interface RecordedRequest {
  readonly service: string
  readonly operation: string
  readonly input: unknown
  /** Time on the simulator's clock. */
  readonly at: number
  readonly requestId: string
  readonly unknownMembers: readonly string[]
  readonly faults: readonly Fault['kind'][]
  /** The HTTP status, or `reset`; absent until it is answered. */
  status?: number | 'reset'
  /** The name of the error that it was refused with. */
  error?: string
}
