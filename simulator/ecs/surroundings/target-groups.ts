import type { Answer } from './software.js'

/** A load balancer's target group, as far as it decides whether a task is healthy and how long it drains. */
export type TargetGroup = {
  readonly arn: string
  readonly protocol: 'HTTP' | 'TCP'
  readonly path: string
  readonly port: 'traffic-port' | number
  readonly intervalSeconds: number
  readonly healthyThreshold: number
  readonly unhealthyThreshold: number
  /** Status codes such as "200", "200,302" or "200-399". */
  readonly matcher: string
  readonly deregistrationDelaySeconds: number
}

/** The defaults of elasticloadbalancing CreateTargetGroup. */
const defaults = {
  protocol: 'HTTP',
  path: '/',
  port: 'traffic-port',
  intervalSeconds: 30,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
  deregistrationDelaySeconds: 300,
} as const

export class TargetGroups {
  readonly #byArn = new Map<string, TargetGroup>()

  add(group: Partial<TargetGroup> & Pick<TargetGroup, 'arn'>): TargetGroup {
    const whole = { ...defaults, ...group }
    this.#byArn.set(whole.arn, whole)
    return whole
  }

  find(arn: string): TargetGroup | undefined {
    return this.#byArn.get(arn)
  }
}

/** Undefined where the check passes, else the load balancer's reason as ECS repeats it in its events. */
export function judge(group: TargetGroup, answer: Answer): string | undefined {
  if (answer.kind === 'refused') return 'Health checks failed'
  if (group.protocol === 'TCP' || matches(group.matcher, answer.code)) return undefined
  return `Health checks failed with these codes: [${answer.code}]`
}

function matches(matcher: string, code: number): boolean {
  return matcher.split(',').some(part => {
    const [from, to = from] = part.split('-').map(Number)
    return from !== undefined && to !== undefined && code >= from && code <= to
  })
}
