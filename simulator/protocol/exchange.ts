/** The response to a call: its own, an error, or that of a fault. */
import { AwsError } from '../aws-error.js'
import type { Pace } from './faults/fault.js'
import type { FaultEffect, InjectedFaults } from './faults/fault-plan.js'
import type { Call, Service, Transform, WireRequest, WireResponse } from './service.js'

/** `reset` cuts the connection without a response. */
export type ExchangeResult =
  | 'reset'
  | { readonly response: WireResponse; readonly error?: string; readonly pace?: Pace }

export interface ServiceRequest {
  readonly service: Service
  readonly wire: WireRequest
  /** Called with the response before it is altered and written. */
  readonly onAnswer?: ((response: object) => void) | undefined
}

export function exchange(
  request: ServiceRequest,
  call: Call,
  { before, after }: InjectedFaults,
): ExchangeResult {
  const transform: Transform = response => {
    request.onAnswer?.(response)
    return after?.kind === 'alter' ? after.transform(response) : response
  }
  const result = before ? applyFault(request, before) : perform(request, call, transform)
  return after && result !== 'reset' ? applyFault(request, after, result.response) : result
}

export function refuse({ service, wire }: ServiceRequest, error: AwsError): Exclude<ExchangeResult, 'reset'> {
  return { response: service.errorResponse(error, wire), error: error.name }
}

function perform(request: ServiceRequest, call: Call, transform: Transform): ExchangeResult {
  try {
    return { response: call.perform(transform) }
  } catch (error) {
    return refuse(request, error instanceof AwsError ? error : internalFailure(error))
  }
}

/** A bug in the simulator must not look like a response from AWS. */
function internalFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `The simulator failed: ${reason}`, 500)
}

const emptyResponse: WireResponse = { status: 200, contentType: 'text/plain', body: '' }

function applyFault(request: ServiceRequest, effect: FaultEffect, original?: WireResponse): ExchangeResult {
  switch (effect.kind) {
    case 'reset':
      return 'reset'
    case 'pace':
      return { response: original ?? emptyResponse, pace: effect.pace }
    case 'refuse':
      return refuse(request, effect.error)
    case 'replace':
      return { response: effect.response(original) }
    case 'alter':
      return { response: original ?? emptyResponse }
  }
}
