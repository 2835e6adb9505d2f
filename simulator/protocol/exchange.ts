/** Produces the response to a call: its own, an error, or that of a fault. */
import { AwsError } from '../aws-error.js'
import type { FaultEffect, InjectedFaults } from './faults/fault-plan.js'
import type { Call, Service, WireRequest, WireResponse } from './service.js'

/** `reset`: the connection is cut without a response. `stalls`: the second half never arrives. */
export type ExchangeResult =
  | 'reset'
  | { readonly response: WireResponse; readonly error?: string; readonly stalls?: true }

export interface ServiceRequest {
  readonly service: Service
  readonly wire: WireRequest
}

export function exchange(
  request: ServiceRequest,
  call: Call,
  { before, after }: InjectedFaults,
): ExchangeResult {
  const result = before ? applyFault(request, before) : perform(request, call)
  return after && result !== 'reset' ? applyFault(request, after, result.response) : result
}

export function refuse({ service, wire }: ServiceRequest, error: AwsError): Exclude<ExchangeResult, 'reset'> {
  return { response: service.errorResponse(error, wire), error: error.name }
}

function perform(request: ServiceRequest, call: Call): ExchangeResult {
  try {
    return { response: call.perform() }
  } catch (error) {
    return refuse(request, error instanceof AwsError ? error : internalFailure(error))
  }
}

/** A bug in the simulator must not look like a response from AWS. */
function internalFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `The simulator failed: ${reason}`, 500)
}

function applyFault(request: ServiceRequest, effect: FaultEffect, original?: WireResponse): ExchangeResult {
  switch (effect.kind) {
    case 'reset':
      return 'reset'
    case 'stall':
      return { response: original ?? { status: 200, contentType: 'text/plain', body: '' }, stalls: true }
    case 'refuse':
      return refuse(request, effect.error)
    case 'replace':
      return { response: effect.response(original) }
  }
}
