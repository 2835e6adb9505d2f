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

/** What is registered and does not leave; where all of it leaves, all of it: who drains is no target for anybody new. */
export function healthyTargets({ targets }: TargetsSeen): { readonly healthy: number; readonly of: number } {
  const staying = targets.filter(({ state }) => !/\bdraining$/.test(state))
  const healthy = targets.filter(({ state }) => state === 'healthy').length
  return { healthy, of: staying.length || targets.length }
}

/** Whether nobody answered behind this target group. Where it has no listener, nobody asks. */
export function isWithoutHealthy({ targets }: TargetsSeen): boolean {
  return !targets.some(({ state }) => state === 'healthy' || state === 'unused' || state === 'unavailable')
}

/** The looks that found no healthy target anywhere: of several target groups one may be idle by intention. */
export function outages(seen: readonly TargetsSeen[]): TargetsSeen[] {
  const groups = new Set(seen.map(({ group }) => group))
  return seen.filter(({ at, group }) => {
    const together = seen.filter(other => Math.abs(other.at - at) <= sameLook)
    const isWhole = new Set(together.map(other => other.group)).size === groups.size
    return isWhole && together.every(isWithoutHealthy) && group === together[0]?.group
  })
}

/** The groups are asked one after the other, within these milliseconds. */
const sameLook = 3_000

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
