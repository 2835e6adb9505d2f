/**
 * From a call to what goes back over the wire: the call's own answer, its refusal, or what a fault makes of it.
 */
import { AwsError } from '../aws-error.js'
import type { Mishap, Struck } from './fault-plan.js'
import type { Answer, Call, Service } from './service.js'

/** `reset`: the connection is cut without an answer. */
export type Ending = 'reset' | { readonly answer: Answer; readonly error?: string }

export function exchange(service: Service, call: Call, { before, after }: Struck): Ending {
  const ending = before ? suffer(service, before) : perform(service, call)
  return after && ending !== 'reset' ? suffer(service, after, ending.answer) : ending
}

export function refuse(service: Service, error: AwsError): Exclude<Ending, 'reset'> {
  return { answer: service.refuse(error), error: error.name }
}

function perform(service: Service, call: Call): Ending {
  try {
    return { answer: call.perform() }
  } catch (error) {
    return refuse(service, error instanceof AwsError ? error : ownFailure(error))
  }
}

/** A mistake of the simulator must not look like an answer of AWS. */
function ownFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new AwsError('InternalFailure', `The simulator failed: ${reason}`, 500)
}

function suffer(service: Service, mishap: Mishap, original?: Answer): Ending {
  switch (mishap.kind) {
    case 'reset':
      return 'reset'
    case 'refuse':
      return refuse(service, mishap.error)
    case 'replace':
      return { answer: mishap.answer(original) }
  }
}
