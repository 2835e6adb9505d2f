/**
 * From a call to what goes back over the wire: the call's own answer, its refusal, or what a fault makes of it.
 */
import { AwsError } from '../aws-error.js'
import type { Mishap, Struck } from './faults/fault-plan.js'
import type { Answer, Call, Service, WireRequest } from './service.js'

/** `reset`: the connection is cut without an answer. `stalls`: the second half of it never comes. */
export type Ending = 'reset' | { readonly answer: Answer; readonly error?: string; readonly stalls?: true }

/** One request and the service that it is for. */
export interface Asked {
  readonly service: Service
  readonly wire: WireRequest
}

export function exchange(asked: Asked, call: Call, { before, after }: Struck): Ending {
  const ending = before ? suffer(asked, before) : perform(asked, call)
  return after && ending !== 'reset' ? suffer(asked, after, ending.answer) : ending
}

export function refuse({ service, wire }: Asked, error: AwsError): Exclude<Ending, 'reset'> {
  return { answer: service.refuse(error, wire), error: error.name }
}

function perform(asked: Asked, call: Call): Ending {
  try {
    return { answer: call.perform() }
  } catch (error) {
    return refuse(asked, error instanceof AwsError ? error : ownFailure(error))
  }
}

/** A mistake of the simulator must not look like an answer of AWS. */
function ownFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `The simulator failed: ${reason}`, 500)
}

function suffer(asked: Asked, mishap: Mishap, original?: Answer): Ending {
  switch (mishap.kind) {
    case 'reset':
      return 'reset'
    case 'stall':
      return { answer: original ?? { status: 200, contentType: 'text/plain', body: '' }, stalls: true }
    case 'refuse':
      return refuse(asked, mishap.error)
    case 'replace':
      return { answer: mishap.answer(original) }
  }
}
