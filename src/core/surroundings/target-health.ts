/**
 * What a load balancer says of the targets in a target group at one moment.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
export interface TargetHealth {
  /** an address or an instance id */
  readonly id: string
  readonly port?: number
  /** initial, healthy, unhealthy, unhealthy.draining, unused, draining or unavailable */
  readonly state: string
  /** `Target.ResponseCodeMismatch` */
  readonly reason?: string
  readonly description?: string
}

export interface TargetsSeen {
  readonly at: number
  /** ARN of the target group */
  readonly group: string
  readonly targets: readonly TargetHealth[]
}

/** `2 of 4 targets are unhealthy: Health checks failed with these codes: [404]`, of the last look at each group. */
export function unhealthyText(seen: readonly TargetsSeen[]): string | undefined {
  for (const { targets } of [...seen].reverse()) {
    const unhealthy = targets.filter(({ state }) => state === 'unhealthy')
    const [first] = unhealthy
    if (!first) continue
    const share = `${unhealthy.length} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'}`
    const why = first.description ?? first.reason
    return `${share} of the load balancer ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why ? `: ${why}` : ''}`
  }
  return undefined
}
