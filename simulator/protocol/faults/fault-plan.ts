/**
 * Decides, request by request, which faults strike. Deterministic: by the clock, by counting, and by a seed of each
 * fault's own, so that adding one fault does not move the others.
 */
import { AwsError } from '../../aws-error.js'
import { Random } from '../../ecs/random.js'
import type { Clock } from '../../time/clock.js'
import type { Answer, Call } from '../service.js'
import type { Fault, When } from './fault.js'
import { type Mangling, mangled, manglings } from './mangled-answer.js'
import { Throttle } from './token-bucket.js'

export type Mishap =
  | { readonly kind: 'refuse'; readonly error: AwsError }
  | { readonly kind: 'reset' | 'stall' }
  | { readonly kind: 'replace'; readonly answer: (original: Answer | undefined) => Answer }

export interface Struck {
  readonly delayMs: number
  readonly before?: Mishap
  readonly after?: Mishap
  /** The faults that struck, for the record. */
  readonly kinds: readonly Fault['kind'][]
}

export interface FaultPlanOptions {
  readonly faults: readonly Fault[]
  readonly clock: Clock
  readonly seed: number
}

export class FaultPlan {
  readonly #clock: Clock
  readonly #armed: readonly ArmedFault[]

  constructor({ faults, clock, seed }: FaultPlanOptions) {
    this.#clock = clock
    this.#armed = faults.map((fault, index) => new ArmedFault(fault, clock, new Random(seed + index)))
  }

  /** The first fault to strike before the effect and the first after it hold; delays add up. */
  strike(service: string, call: Call): Struck {
    const now = this.#clock.now()
    const struck = this.#armed.filter(armed => armed.strikes(service, call, now))
    const mishaps = struck.flatMap(armed => armed.mishap(service, call) ?? [])
    const first = (when: When) => mishaps.find(mishap => mishap.when === when)?.mishap
    const before = first('before-effect')
    const after = first('after-effect')
    return {
      delayMs: struck.reduce((sum, armed) => sum + armed.delayMs(), 0),
      ...(before && { before }),
      ...(after && { after }),
      kinds: struck.map(armed => armed.fault.kind),
    }
  }
}

class ArmedFault {
  readonly fault: Fault
  readonly #random: Random
  readonly #throttle: Throttle | undefined
  #met = 0
  #struck = 0
  #operationAt: number | undefined

  constructor(fault: Fault, clock: Clock, random: Random) {
    this.fault = fault
    this.#random = random
    this.#throttle = fault.kind === 'throttling' ? new Throttle(clock, fault.buckets) : undefined
  }

  strikes(service: string, call: Call, now: number): boolean {
    const { operation } = call
    const {
      services,
      operations,
      from,
      until,
      after,
      skip = 0,
      times = Number.POSITIVE_INFINITY,
      rate = 1,
    } = this.fault
    if (operation === after?.operation) this.#operationAt ??= now
    if (services && !services.includes(service)) return false
    if (operations && !operations.includes(this.#aimedAt(call))) return false
    // Credentials, rates and outages of AWS are not GitHub's.
    if (!services && !operations && service === 'github') return false
    if (from !== undefined && now < from) return false
    if (until !== undefined && now >= until) return false
    if (after && !(now >= (this.#operationAt ?? Number.POSITIVE_INFINITY) + after.ms)) return false
    this.#met += 1
    if (this.#met <= skip || this.#struck >= times) return false
    if (rate < 1 && this.#random.next() >= rate) return false
    if (this.#throttle?.admits(operation)) return false
    this.#struck += 1
    return true
  }

  /** Of what a denial denies, the operation or the tagging that comes with it; everything else meets operations. */
  #aimedAt(call: Call): string {
    const { kind, operations } = this.fault
    const denied = kind === 'access-denied' ? actionsOf(call) : []
    return denied.find(action => operations?.includes(action)) ?? call.operation
  }

  delayMs(): number {
    if (this.fault.kind !== 'latency') return 0
    return this.fault.ms + Math.round(this.#random.next() * (this.fault.jitterMs ?? 0))
  }

  mishap(service: string, call: Call): { when: When; mishap: Mishap } | undefined {
    const { fault } = this
    switch (fault.kind) {
      case 'latency':
        return undefined
      case 'throttling':
        return refuse('ThrottlingException', 'Rate exceeded', 400)
      case 'expired-credentials':
        return refuse('ExpiredTokenException', 'The security token included in the request is expired', 403)
      case 'access-denied':
        return refuse(
          'AccessDeniedException',
          deniedMessage(`${service}:${this.#aimedAt(call)}`, call, fault.principal),
          400,
        )
      case 'server-error':
        return {
          ...refuse('ServerException', 'Service Unavailable', 500),
          when: fault.when ?? 'before-effect',
        }
      case 'connection-reset':
        return { when: fault.when ?? 'before-effect', mishap: { kind: 'reset' } }
      case 'html-error':
        return { when: fault.when ?? 'before-effect', mishap: { kind: 'replace', answer: () => htmlError } }
      case 'truncated-answer':
        return { when: 'after-effect', mishap: { kind: 'replace', answer: truncate } }
      case 'mangled-answer':
        return { when: 'after-effect', mishap: { kind: 'replace', answer: this.#mangle(fault.how) } }
      case 'stalled-answer':
        return { when: 'after-effect', mishap: { kind: 'stall' } }
    }
  }

  #mangle(how: Mangling | undefined): (original: Answer | undefined) => Answer {
    const chosen = how ?? manglings[Math.floor(this.#random.next() * manglings.length)] ?? 'empty-body'
    return (original = htmlError) => mangled(original, chosen, this.#random)
  }
}

/** Tags at a creation take a second permission (AmazonECS/latest/developerguide/supported-iam-actions-tagging.html). */
function actionsOf({ operation, input }: Call): string[] {
  const { tags } = (input ?? {}) as { readonly tags?: unknown }
  const isTagging = /^(?:Create|Register|Run)/.test(operation) && Array.isArray(tags) && tags.length > 0
  return isTagging ? [operation, 'TagResource'] : [operation]
}

function refuse(name: string, message: string, status: number): { when: When; mishap: Mishap } {
  return { when: 'before-effect', mishap: { kind: 'refuse', error: new AwsError(name, message, status) } }
}

const defaultPrincipal = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions'

/** The wording of IAM (docs.aws.amazon.com, IAM troubleshoot_access-denied). */
function deniedMessage(action: string, call: Call, principal = defaultPrincipal): string {
  return (
    `User: ${principal} is not authorized to perform: ${action} on resource: ${call.resource()} ` +
    `because no identity-based policy allows the ${action} action`
  )
}

const htmlError: Answer = {
  status: 500,
  contentType: 'text/html',
  body: '<html><head><title>500 Internal Server Error</title></head><body>Internal Server Error</body></html>',
}

function truncate(original: Answer | undefined): Answer {
  const { bytes: _, ...whole } = original ?? htmlError
  return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) }
}
