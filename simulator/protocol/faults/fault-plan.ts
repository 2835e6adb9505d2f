/**
 * Decides for each request which faults to inject. Deterministic, with a separate seed per fault, so that
 * adding one does not affect the others.
 */
import { AwsError } from '../../aws-error.js'
import { Random } from '../../ecs/random.js'
import type { Clock } from '../../time/clock.js'
import type { Call, WireResponse } from '../service.js'
import type { Fault, When } from './fault.js'
import { type Malformation, malformations, malformed } from './malformed-response.js'
import { Throttle } from './token-bucket.js'

export type FaultEffect =
  | { readonly kind: 'refuse'; readonly error: AwsError }
  | { readonly kind: 'reset' | 'stall' }
  | { readonly kind: 'replace'; readonly response: (original: WireResponse | undefined) => WireResponse }

export interface InjectedFaults {
  readonly delayMs: number
  readonly before: FaultEffect | undefined
  readonly after: FaultEffect | undefined
  /** The injected faults, for the request log. */
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

  /** The first fault before the effect and the first after it apply; delays add up. */
  inject(service: string, call: Call): InjectedFaults {
    const now = this.#clock.now()
    const triggered = this.#armed.filter(armed => armed.isTriggered(service, call, now))
    const effects = triggered.flatMap(armed => armed.effect(service, call) ?? [])
    const first = (when: When) => effects.find(effect => effect.when === when)?.effect
    return {
      delayMs: triggered.reduce((sum, armed) => sum + armed.delayMs(), 0),
      before: first('before-effect'),
      after: first('after-effect'),
      kinds: triggered.map(armed => armed.fault.kind),
    }
  }
}

class ArmedFault {
  readonly fault: Fault
  readonly #random: Random
  readonly #throttle: Throttle | undefined
  #matched = 0
  #triggered = 0
  #startedAt: number | undefined

  constructor(fault: Fault, clock: Clock, random: Random) {
    this.fault = fault
    this.#random = random
    this.#throttle = fault.kind === 'throttling' ? new Throttle(clock, fault.buckets) : undefined
  }

  isTriggered(service: string, call: Call, now: number): boolean {
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
    if (operation === after?.operation) this.#startedAt ??= now
    if (services && !services.includes(service)) return false
    if (operations && !operations.includes(this.#targetedAction(call))) return false
    // Without an explicit target, faults apply to AWS only.
    if (!services && !operations && service === 'github') return false
    if (from !== undefined && now < from) return false
    if (until !== undefined && now >= until) return false
    if (after && !(now >= (this.#startedAt ?? Number.POSITIVE_INFINITY) + after.ms)) return false
    this.#matched += 1
    if (this.#matched <= skip || this.#triggered >= times) return false
    if (rate < 1 && this.#random.next() >= rate) return false
    if (this.#throttle?.take(operation)) return false
    this.#triggered += 1
    return true
  }

  /** For access-denied, the denied action: the operation or the tagging that comes with it. */
  #targetedAction(call: Call): string {
    const { kind, operations } = this.fault
    const denied = kind === 'access-denied' ? actionsOf(call) : []
    return denied.find(action => operations?.includes(action)) ?? call.operation
  }

  delayMs(): number {
    if (this.fault.kind !== 'latency') return 0
    return this.fault.ms + Math.round(this.#random.next() * (this.fault.jitterMs ?? 0))
  }

  effect(service: string, call: Call): { when: When; effect: FaultEffect } | undefined {
    const { fault } = this
    switch (fault.kind) {
      case 'latency':
        return undefined
      case 'throttling':
        return refusal('ThrottlingException', 'Rate exceeded', 400)
      case 'expired-credentials':
        return refusal('ExpiredTokenException', 'The security token included in the request is expired', 403)
      case 'access-denied':
        return refusal(
          'AccessDeniedException',
          deniedMessage(`${service}:${this.#targetedAction(call)}`, call, fault.principal),
          400,
        )
      case 'server-error':
        return {
          ...refusal('ServerException', 'Service Unavailable', 500),
          when: fault.when ?? 'before-effect',
        }
      case 'connection-reset':
        return { when: fault.when ?? 'before-effect', effect: { kind: 'reset' } }
      case 'html-error':
        return { when: fault.when ?? 'before-effect', effect: { kind: 'replace', response: () => htmlError } }
      case 'truncated-response':
        return { when: 'after-effect', effect: { kind: 'replace', response: truncate } }
      case 'malformed-response':
        return { when: 'after-effect', effect: { kind: 'replace', response: this.#malform(fault.how) } }
      case 'stalled-response':
        return { when: 'after-effect', effect: { kind: 'stall' } }
    }
  }

  #malform(how: Malformation | undefined): (original: WireResponse | undefined) => WireResponse {
    const chosen =
      how ?? malformations[Math.floor(this.#random.next() * malformations.length)] ?? 'empty-body'
    return (original = htmlError) => malformed(original, chosen, this.#random)
  }
}

/**
 * Creating a resource with tags needs a second permission
 * (AmazonECS/latest/developerguide/supported-iam-actions-tagging.html).
 */
function actionsOf({ operation, input }: Call): string[] {
  const { tags } = (input ?? {}) as { readonly tags?: unknown }
  const isTagging = /^(?:Create|Register|Run)/.test(operation) && Array.isArray(tags) && tags.length > 0
  return isTagging ? [operation, 'TagResource'] : [operation]
}

function refusal(name: string, message: string, status: number): { when: When; effect: FaultEffect } {
  return { when: 'before-effect', effect: { kind: 'refuse', error: new AwsError(name, message, status) } }
}

const defaultPrincipal = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions'

/** IAM's wording (docs.aws.amazon.com, IAM troubleshoot_access-denied). */
function deniedMessage(action: string, call: Call, principal = defaultPrincipal): string {
  return (
    `User: ${principal} is not authorized to perform: ${action} on resource: ${call.resource()} ` +
    `because no identity-based policy allows the ${action} action`
  )
}

const htmlError: WireResponse = {
  status: 500,
  contentType: 'text/html',
  body: '<html><head><title>500 Internal Server Error</title></head><body>Internal Server Error</body></html>',
}

function truncate(original: WireResponse | undefined): WireResponse {
  const { bytes: _, ...response } = original ?? htmlError
  return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) }
}
