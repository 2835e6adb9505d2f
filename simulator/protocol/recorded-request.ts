import type { Fault } from './faults/fault.js'

/** A request in the log, in order of arrival. */
export interface RecordedRequest {
  readonly service: string
  readonly operation: string
  readonly input: unknown
  /** Time on the simulator's clock. */
  readonly at: number
  readonly requestId: string
  readonly unknownMembers: readonly string[]
  readonly faults: readonly Fault['kind'][]
  /** The HTTP status, or `reset`; undefined until the response is sent. */
  status?: number | 'reset'
  /** The name of the error, if any. */
  error?: string
}
