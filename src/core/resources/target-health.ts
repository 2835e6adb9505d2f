/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */

export interface TargetHealth {
  /** address or instance id */
  readonly id: string
  readonly port: number | undefined
  /** initial, healthy, unhealthy, unhealthy.draining, unused, draining or unavailable */
  readonly state: string
  /** `Target.ResponseCodeMismatch` */
  readonly reason: string | undefined
  readonly description: string | undefined
  /** undefined if unknown */
  readonly revision: string | undefined
}

export interface TargetHealthSnapshot {
  readonly at: number
  /** ARN */
  readonly group: string
  readonly targets: readonly TargetHealth[]
}

/** Ignores draining targets, which get no new requests, unless all drain. */
function healthyTargets({ targets }: Pick<TargetHealthSnapshot, 'targets'>): {
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

/** `unused`: no load balancer; `unavailable`: no health checks (API_TargetHealth). */
export function isReady({ state }: Pick<TargetHealth, 'state'>): boolean {
  return state === 'healthy' || state === 'unused' || state === 'unavailable'
}

/** Unknown revisions share one. */
export interface RevisionShare {
  readonly revision: string | undefined
  readonly healthy: number
  readonly of: number
}

/** Newest first, unknown last. */
export function revisionShares(all: readonly TargetHealth[]): RevisionShare[] {
  const revisions = [...new Set(all.map(({ revision }) => revision))]
  return revisions
    .map(revision => {
      const targets = all.filter(target => target.revision === revision)
      return { revision, ...healthyTargets({ targets }) }
    })
    .sort((a, b) => byRevision(b.revision ?? '', a.revision ?? ''))
}

/** Without a collator that each start would create, for 3 ms. */
function byRevision(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** One poll of all target groups of a service. */
export interface TargetHealthSummary {
  readonly at: number
  readonly healthy: number
  readonly of: number
  readonly shares: readonly RevisionShare[]
  /** no healthy target in any group: a single idle group may be intended */
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

function isWithoutHealthy({ targets }: TargetHealthSnapshot): boolean {
  return !targets.some(isReady)
}

/** Milliseconds for one poll of all groups. */
const samePoll = 10_000

/** `2 of 4 targets are unhealthy: Health checks failed with these codes: [404]` */
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
