import type { ContainerResponse } from './software.js'

export type TargetGroup = {
  readonly arn: string
  readonly targetType: 'ip' | 'instance'
  /** HTTP and HTTPS for an Application Load Balancer, TCP and TLS for a Network Load Balancer. */
  readonly trafficProtocol: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS'
  /** The default port; ECS registers each target with its own. */
  readonly trafficPort: number
  /** From here on, of the health check. */
  readonly protocol: 'HTTP' | 'TCP'
  readonly path: string
  readonly port: 'traffic-port' | number
  readonly intervalSeconds: number
  readonly timeoutSeconds: number
  readonly healthyThreshold: number
  readonly unhealthyThreshold: number
  /** Status codes such as "200", "200,302" or "200-399". */
  readonly matcher: string
  readonly deregistrationDelaySeconds: number
  readonly vpcId: string
  readonly tags: readonly TargetGroupTag[]
  /** Other attributes that somebody set; only echoed. */
  readonly attributes: Readonly<Record<string, string>>
  /** Nobody described it: it fits whatever uses it. */
  readonly isAssumed?: boolean
}

export type TargetGroupTag = { readonly Key: string; readonly Value?: string }

/** Defaults of CreateTargetGroup. */
const defaults = {
  targetType: 'ip',
  trafficProtocol: 'HTTP',
  trafficPort: 80,
  protocol: 'HTTP',
  path: '/',
  port: 'traffic-port',
  intervalSeconds: 30,
  timeoutSeconds: 6,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
  deregistrationDelaySeconds: 300,
  vpcId: 'vpc-0b1c2d3e4f5a60718',
  tags: [],
  attributes: {},
} as const

export class TargetGroups {
  /** Why ECS cannot shift test traffic, in its words (troubleshooting-blue-green). */
  shiftError: string | undefined
  /** Why ECS cannot register targets, in its words (troubleshooting-blue-green). */
  registrationError: string | undefined
  readonly #byArn = new Map<string, TargetGroup>()
  readonly #removed = new Set<string>()
  #onAssumed: ((arn: string) => void) | undefined

  add(group: Partial<TargetGroup> & Pick<TargetGroup, 'arn'>): TargetGroup {
    const complete = { ...defaults, ...group }
    this.#byArn.set(complete.arn, complete)
    this.#removed.delete(complete.arn)
    return complete
  }

  remove(arn: string): void {
    this.#byArn.delete(arn)
    this.#removed.add(arn)
  }

  /** Target groups that nothing is known of exist from then on, with the defaults of CreateTargetGroup. */
  assumeUnknown(onAssumed: (arn: string) => void): void {
    this.#onAssumed = onAssumed
  }

  find(arn: string): TargetGroup | undefined {
    const known = this.#byArn.get(arn)
    if (known !== undefined || this.#onAssumed === undefined || this.#removed.has(arn)) return known
    if (!/^arn:[^:]+:elasticloadbalancing:[^:]+:\d{12}:targetgroup\/[^/]+\/[^/]+$/.test(arn)) return undefined
    const assumed = this.add({ arn, isAssumed: true })
    this.#onAssumed(arn)
    return assumed
  }

  /** Without assuming it. */
  known(arn: string): TargetGroup | undefined {
    return this.#byArn.get(arn)
  }

  all(): TargetGroup[] {
    return [...this.#byArn.values()]
  }
}

/** Undefined if the check passes, otherwise the reason as in ECS events. */
export function healthCheckFailure(group: TargetGroup, response: ContainerResponse): string | undefined {
  if (response.kind === 'refused') return 'Health checks failed'
  if (group.protocol === 'TCP' || matches(group.matcher, response.code)) return undefined
  return `Health checks failed with these codes: [${response.code}]`
}

function matches(matcher: string, code: number): boolean {
  return matcher.split(',').some(part => {
    const [from, to = from] = part.split('-').map(Number)
    return from !== undefined && to !== undefined && code >= from && code <= to
  })
}
