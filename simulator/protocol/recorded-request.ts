import type { Fault } from './faults/fault.js'

export interface RecordedRequest {
  readonly service: string
  readonly operation: string
  readonly input: unknown
  /** Time on the simulator's clock. */
  readonly at: number
  readonly requestId: string
  readonly unknownMembers: readonly string[]
  readonly faults: readonly Fault['kind'][]
  /** Undefined until the response is sent. */
  status?: number | 'reset'
  error?: string
}
