/**
 * What a load balancer says of the targets in a target group at one moment.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */

export interface TargetHealth {
  /** an address or an instance id */
  readonly id: string
  readonly port: number | undefined
  /** initial, healthy, unhealthy, unhealthy.draining, unused, draining or unavailable */
  readonly state: string
  /** `Target.ResponseCodeMismatch` */
  readonly reason: string | undefined
  readonly description: string | undefined
  /** of the task that it is; absent where that is not known */
  readonly revision: string | undefined
}

export interface TargetHealthSnapshot {
  readonly at: number
  /** ARN of the target group */
  readonly group: string
  readonly targets: readonly TargetHealth[]
}

/** What is registered and does not leave; where all of it leaves, all of it: who drains is no target for anybody new. */
export function healthyTargets({ targets }: Pick<TargetHealthSnapshot, 'targets'>): {
  readonly healthy: number
  readonly of: number
} {
  const staying = targets.filter(target => !isDraining(target))
  const healthy = targets.filter(({ state }) => state === 'healthy').length
  return { healthy, of: staying.length || targets.length }
}

export function isDraining({ state }: Pick<TargetHealth, 'state'>): boolean {
  return /\bdraining$/.test(state)
}

/** The targets of one revision; those of which it is not known are together. */
export interface RevisionShare {
  readonly revision: string | undefined
  readonly healthy: number
  readonly of: number
}

/** Newest revision first, the unknown ones last. */
export function revisionShares(all: readonly TargetHealth[]): RevisionShare[] {
  const revisions = [...new Set(all.map(({ revision }) => revision))]
  return revisions
    .map(revision => {
      const targets = all.filter(target => target.revision === revision)
      return { revision, ...healthyTargets({ targets }) }
    })
    .sort((a, b) => byRevision.compare(b.revision ?? '', a.revision ?? ''))
}

const byRevision = new Intl.Collator('en', { numeric: true })

/** A look at all target groups of a service, one after the other. */
export interface TargetHealthSummary {
  readonly at: number
  readonly healthy: number
  readonly of: number
  /** the same for each revision */
  readonly shares: readonly RevisionShare[]
  /** nobody answered, in any of them: of several target groups one may be idle by intention */
  readonly isOutage: boolean
}

export function summarizeTargetHealth(snapshots: readonly TargetHealthSnapshot[]): TargetHealthSummary[] {
  const groups = new Set(snapshots.map(({ group }) => group))
  const polls: TargetHealthSnapshot[][] = []
  for (const one of snapshots) {
    const poll = polls.at(-1)
    const isSame = poll?.every(({ at, group }) => one.at - at <= samePoll && one.group !== group)
    if (poll && isSame) poll.push(one)
    else polls.push([one])
  }
  return polls.map(poll => {
    const counts = poll.map(healthyTargets)
    const targets = poll.flatMap(one => one.targets)
    return {
      at: Math.min(...poll.map(({ at }) => at)),
      shares: revisionShares(targets),
      healthy: counts.reduce((sum, { healthy }) => sum + healthy, 0),
      of: counts.reduce((sum, { of }) => sum + of, 0),
      isOutage: poll.length === groups.size && poll.every(isWithoutHealthy),
    }
  })
}

/** `unused`: no load balancer uses the group; `unavailable`: it has no health checks (API_TargetHealth). */
function isWithoutHealthy({ targets }: TargetHealthSnapshot): boolean {
  return !targets.some(({ state }) => state === 'healthy' || state === 'unused' || state === 'unavailable')
}

/** All groups are asked within these milliseconds. */
const samePoll = 10_000

/** `2 of 4 targets are unhealthy: Health checks failed with these codes: [404]`, of the last look at each group. */
export function unhealthyTargetsText(snapshots: readonly TargetHealthSnapshot[]): string | undefined {
  for (const { targets } of [...snapshots].reverse()) {
    const unhealthy = targets.filter(({ state }) => state === 'unhealthy')
    const [first] = unhealthy
    if (!first) continue
    const share = `${unhealthy.length} of ${targets.length} ${targets.length === 1 ? 'target' : 'targets'}`
    const why = first.description ?? first.reason
    return `${share} of the load balancer ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why ? `: ${why}` : ''}`
  }
  return undefined
}
