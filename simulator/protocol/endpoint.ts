/** Routes a request to its service, records it, injects faults. Knows no transport. */
import { AwsError } from '../aws-error.js'
import { Random } from '../ecs/random.js'
import type { WaitingClock } from '../time/clock.js'
import { type ExchangeResult, exchange, refuse } from './exchange.js'
import type { Fault } from './faults/fault.js'
import { FaultPlan } from './faults/fault-plan.js'
import { missingService } from './missing-service.js'
import type { RecordedRequest } from './recorded-request.js'
import type { Service, WireRequest, WireResponse } from './service.js'

export interface EndpointOptions {
  /** The first service that owns a request handles it. */
  readonly services: readonly Service[] | ((request: WireRequest) => readonly Service[])
  readonly clock: WaitingClock
  readonly faults?: readonly Fault[]
  readonly seed?: number
  readonly maxBodyBytes?: number
  readonly onResponse?: (request: RecordedRequest) => void
  /** Called with each response of an operation before faults alter it. */
  readonly onAnswer?: (operation: string, response: object) => void
}

const MEBIBYTE = 1024 * 1024

export class Endpoint {
  readonly maxBodyBytes: number
  /** In order of arrival. */
  readonly requests: RecordedRequest[] = []
  readonly #options: EndpointOptions
  readonly #random: Random
  readonly faults: FaultPlan

  constructor(options: EndpointOptions) {
    const { clock, faults = [], seed = 1, maxBodyBytes = MEBIBYTE } = options
    this.#options = options
    this.maxBodyBytes = maxBodyBytes
    this.#random = new Random(seed)
    this.faults = new FaultPlan({ faults, clock, seed })
  }

  nextRequestId(): string {
    return this.#random.uuid()
  }

  /** For every response. */
  headersOf(requestId: string): Readonly<Record<string, string>> {
    const { clock } = this.#options
    // The SDK takes a date that is more than five minutes off as clock skew, and retries rejected requests.
    const date = clock.followable ? { date: new Date(clock.now()).toUTCString() } : undefined
    return { ...date, 'x-amzn-RequestId': requestId }
  }

  async handle(wire: WireRequest, tooLarge = false): Promise<ExchangeResult> {
    const { services: offered, clock, onAnswer } = this.#options
    const services = typeof offered === 'function' ? offered(wire) : offered
    const service = services.find(candidate => candidate.owns(wire)) ?? missingService(wire, services)
    if (tooLarge) {
      const message = `The request is larger than ${this.maxBodyBytes} bytes.`
      return refuse({ service, wire }, new AwsError('RequestEntityTooLarge', message, 413))
    }
    const call = service.read(wire)
    const signedAt = wire.headers['x-amz-date']?.toString()
    const faults = this.faults.inject({ service: service.name, call, signedAt })
    const record: RecordedRequest = {
      service: service.name,
      operation: call.operation,
      input: call.input,
      at: clock.now(),
      requestId: wire.requestId,
      unknownMembers: call.unknownMembers,
      faults: faults.kinds,
    }
    this.requests.push(record)
    if (faults.delayMs > 0) await clock.wait(faults.delayMs)
    const observe = (response: object) => onAnswer?.(call.operation, response)
    const result = withHeaders(exchange({ service, wire, onAnswer: observe }, call, faults), faults.headers)
    record.status = result === 'reset' ? 'reset' : result.response.status
    if (result !== 'reset' && result.error) record.error = result.error
    this.#options.onResponse?.(record)
    return result
  }
}

function withHeaders(result: ExchangeResult, headers: WireResponse['headers']): ExchangeResult {
  if (result === 'reset' || !headers) return result
  const { response } = result
  return { ...result, response: { ...response, headers: { ...response.headers, ...headers } } }
}

export function plainText(status: number, text: string): WireResponse {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` }
}
