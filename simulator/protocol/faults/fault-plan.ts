/** Deterministic: each fault has its own seed, so that adding one does not affect the others. */
import { AwsError } from '../../aws-error.js'
import { Random } from '../../ecs/random.js'
import { SecondaryRateLimit } from '../../github/github-error.js'
import type { Clock } from '../../time/clock.js'
import type { Call, Transform, WireResponse } from '../service.js'
import { alterMember } from './altered-response.js'
import { refuseSignature, timeOf } from './client-clock.js'
import type { Fault, Pace, When } from './fault.js'
import { type Malformation, malformations, malformed } from './malformed-response.js'
import { Throttle } from './token-bucket.js'

const notAws = ['github', 'web']

export type FaultEffect =
  | { readonly kind: 'refuse'; readonly error: AwsError }
  | { readonly kind: 'reset' }
  | { readonly kind: 'pace'; readonly pace: Pace }
  | { readonly kind: 'alter'; readonly transform: Transform }
  | { readonly kind: 'replace'; readonly response: (original: WireResponse | undefined) => WireResponse }

export interface InjectedFaults {
  readonly delayMs: number
  readonly before: FaultEffect | undefined
  readonly after: FaultEffect | undefined
  /** AWS's time, if a fault makes it differ from the client's. */
  readonly headers: Readonly<Record<string, string>> | undefined
  /** For the request log. */
  readonly kinds: readonly Fault['kind'][]
}

export interface Arrival {
  readonly service: string
  readonly call: Call
  /** X-Amz-Date */
  readonly signedAt: string | undefined
}

export interface FaultPlanOptions {
  readonly faults: readonly Fault[]
  readonly clock: Clock
  readonly seed: number
}

export class FaultPlan {
  readonly #clock: Clock
  readonly #seed: number
  readonly #armed: ArmedFault[] = []
  /** Also of those that were removed. */
  #count = 0

  constructor({ faults, clock, seed }: FaultPlanOptions) {
    this.#clock = clock
    this.#seed = seed
    this.add(faults)
  }

  add(faults: readonly Fault[]): void {
    for (const fault of faults) {
      this.#armed.push(new ArmedFault(fault, this.#clock, new Random(this.#seed + this.#count)))
      this.#count += 1
    }
  }

  removeAll(): void {
    this.#armed.splice(0)
  }

  /** The first fault before the effect and the first after it apply; delays add up. */
  inject(arrival: Arrival): InjectedFaults {
    const { service, call } = arrival
    const now = this.#clock.now()
    const triggered = this.#armed.filter(armed => armed.isTriggered(service, call, now))
    const effects = triggered.flatMap(armed => armed.effect(arrival) ?? [])
    const first = (when: When) => effects.find(effect => effect.when === when)?.effect
    return {
      delayMs: triggered.reduce((sum, armed) => sum + armed.delayMs(), 0),
      before: first('before-effect'),
      after: first('after-effect'),
      headers: triggered.map(armed => armed.headers()).find(Boolean),
      kinds: triggered.map(armed => armed.fault.kind),
    }
  }
}

class ArmedFault {
  readonly fault: Fault
  readonly #random: Random
  readonly #throttle: Throttle | undefined
  readonly #previous = new Map<string, object>()
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
    // By default, faults apply to AWS only.
    if (!services && !operations && notAws.includes(service)) return false
    if (from !== undefined && now < from) return false
    if (until !== undefined && now >= until) return false
    if (this.fault.kind === 'access-denied' && !hasTagLike(call, this.fault.tagKeys)) return false
    if (after && !(now >= (this.#startedAt ?? Number.POSITIVE_INFINITY) + after.ms)) return false
    this.#matched += 1
    if (this.#matched <= skip || this.#triggered >= times) return false
    // What is not replayed is remembered, too.
    if (this.fault.kind !== 'replayed-response' && this.#random.next() >= rate) return false
    if (this.#throttle?.take(operation)) return false
    this.#triggered += 1
    return true
  }

  /** For access-denied: the operation, or the tagging that comes with it. */
  #targetedAction(call: Call): string {
    const { kind, operations } = this.fault
    const denied = kind === 'access-denied' ? actionsOf(call) : []
    return denied.find(action => operations?.includes(action)) ?? call.operation
  }

  delayMs(): number {
    if (this.fault.kind !== 'latency') return 0
    return this.fault.ms + Math.round(this.#random.next() * (this.fault.jitterMs ?? 0))
  }

  headers(): Readonly<Record<string, string>> | undefined {
    const { fault } = this
    if (fault.kind !== 'client-clock' || fault.date === 'absent') return undefined
    return { date: new Date(timeOf(fault)).toUTCString() }
  }

  effect({ service, call, signedAt }: Arrival): TimedEffect | undefined {
    const { fault } = this
    switch (fault.kind) {
      case 'latency':
        return undefined
      case 'throttling':
        return refusal('ThrottlingException', 'Rate exceeded', 400)
      case 'expired-credentials':
        return refusal('ExpiredTokenException', 'The security token included in the request is expired', 403)
      case 'secondary-rate-limit':
        return refuse(new SecondaryRateLimit(fault.status ?? 403, fault.retryAfterSeconds))
      case 'client-clock': {
        const error = signedAt ? refuseSignature(timeOf(fault), signedAt) : undefined
        return error && refuse(error)
      }
      case 'access-denied': {
        const action = fault.action ?? `${service}:${this.#targetedAction(call)}`
        return refusal('AccessDeniedException', deniedMessage(action, call, fault), 400)
      }
      case 'server-error': {
        const { effect } = refusal('ServerException', 'Service Unavailable', 500)
        return { when: fault.when ?? 'before-effect', effect }
      }
      case 'connection-reset':
        return { when: fault.when ?? 'before-effect', effect: { kind: 'reset' } }
      case 'html-error':
        return { when: fault.when ?? 'before-effect', effect: { kind: 'replace', response: () => htmlError } }
      case 'truncated-response':
        return afterwards({ kind: 'replace', response: truncate })
      case 'malformed-response':
        return afterwards({ kind: 'replace', response: this.#malform(fault.how) })
      case 'altered-response': {
        const transform: Transform = response => alterMember(response, fault)
        return afterwards({ kind: 'alter', transform })
      }
      case 'replayed-response':
        return afterwards({ kind: 'alter', transform: this.#replay(call.operation) })
      case 'stalled-response':
        return afterwards({ kind: 'pace', pace: 'stalls' })
      case 'trickling-response':
        return afterwards({ kind: 'pace', pace: 'trickles' })
      case 'endless-response':
        return afterwards({ kind: 'pace', pace: 'endless' })
    }
  }

  #replay(operation: string): Transform {
    const isReplayed = this.#random.next() < (this.fault.rate ?? 1)
    return response => {
      const previous = this.#previous.get(operation)
      this.#previous.set(operation, structuredClone(response))
      return isReplayed && previous ? previous : response
    }
  }

  #malform(how: Malformation | undefined): (original: WireResponse | undefined) => WireResponse {
    const chosen =
      how ?? malformations[Math.floor(this.#random.next() * malformations.length)] ?? 'empty-body'
    return (original = htmlError) => malformed(original, chosen, this.#random)
  }
}

interface TimedEffect {
  readonly when: When
  readonly effect: FaultEffect
}

function afterwards(effect: FaultEffect): TimedEffect {
  return { when: 'after-effect', effect }
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

function hasTagLike({ input }: Call, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true
  const { tags } = (input ?? {}) as { readonly tags?: unknown }
  const keys = Array.isArray(tags) ? tags.map(({ key }) => String(key)) : []
  const isLike = (key: string, pattern: string) =>
    pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern
  return patterns.some(pattern => keys.some(key => isLike(key, pattern)))
}

function refusal(name: string, message: string, status: number): TimedEffect {
  return refuse(new AwsError(name, message, status))
}

function refuse(error: AwsError): TimedEffect {
  return { when: 'before-effect', effect: { kind: 'refuse', error } }
}

const defaultPrincipal = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions'

/** IAM's wording (docs.aws.amazon.com, IAM troubleshoot_access-denied). */
function deniedMessage(action: string, call: Call, { principal = defaultPrincipal, clause }: Words): string {
  return (
    `User: ${principal} is not authorized to perform: ${action} on resource: ${call.resource()} ` +
    (clause ?? `because no identity-based policy allows the ${action} action`)
  )
}

type Words = Pick<Extract<Fault, { kind: 'access-denied' }>, 'principal' | 'clause'>

const htmlError: WireResponse = {
  status: 500,
  contentType: 'text/html',
  body: '<html><head><title>500 Internal Server Error</title></head><body>Internal Server Error</body></html>',
}

function truncate(original: WireResponse | undefined): WireResponse {
  const { bytes: _, ...response } = original ?? htmlError
  return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) }
}
