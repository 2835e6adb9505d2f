/**
 * Which setting makes a rolling deployment slow, from the settings of this service. ECS takes a stopped task out of its
 * target groups and waits until they call it unused, at most for their deregistration delay.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html
 */
import { completedAt } from '../../ecs/event-text.js'
import { isExpress, primaryOf, type ServiceState } from '../../ecs/service.js'
import type { TargetGroup } from '../../resources/target-group.js'
import { maxConcurrentNewTasks } from '../../settings/task-limits.js'
import { formatDuration } from '../../text/duration.js'
import { enumerate } from '../../text/enumerate.js'
import { type CheckFinding, defineCheck, type Findings, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const slowRollout = defineCheck({ id: 'slow-rollout', run })

/** In seconds: what is saved below this is not worth a word. */
const worthSaving = 60
/** In seconds: longer than most requests. */
const shortDelay = 30

const developerGuide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide'

type Observed = NonNullable<CheckContext['observed']>

interface RolloutTime {
  /** in which ECS replaces all tasks */
  readonly rounds: number
  /** in seconds, at most: until the first health check, and then until old targets are unused */
  readonly check: number
  readonly drain: number
}

interface Saving {
  readonly seconds: number
  readonly how: string
  /** about the setting that `how` names */
  readonly docsUrl: string
}

function run(context: CheckContext): Findings {
  const { observed, resources } = context
  if (!observed || !isRolling(observed)) return undefined
  const delays = resources.deregistrationDelays
  if (delays.kind === 'skipped') return undefined
  if (delays.kind === 'unavailable') return [{ ...unavailable(delays.why), isRecommendation: true }]
  const groups = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : []
  const time: RolloutTime = {
    rounds: roundsOf(observed),
    check: Math.max(0, ...groups.flatMap(checkInterval)),
    drain: Math.max(0, ...delays.value.values()),
  }
  const largest = [shorterDrain(time, groups, delays.value), fewerRounds(time, observed)]
    .flat()
    .toSorted((a, b) => b.seconds - a.seconds)[0]
  return largest && largest.seconds >= worthSaving ? [advice(time, observed, largest)] : []
}

function isRolling({ service, settings }: Observed): boolean {
  const { strategy, rolloutCount } = settings.after
  return strategy === 'ROLLING' && rolloutCount > 0 && service.runningCount > 0 && !isExpress(service)
}

/** The tasks that `maxConcurrentNewTasks` lets start together. */
function roundsOf({ service, settings }: Observed): number {
  return Math.ceil(settings.after.rolloutCount / maxConcurrentNewTasks(settings.after, service.runningCount))
}

/**
 * A new target of an Application Load Balancer is healthy after one check that succeeds, whatever the healthy threshold.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function checkInterval({ healthCheck: { enabled, interval } }: TargetGroup): number[] {
  return enabled ? [interval] : []
}

function shorterDrain(
  { rounds, drain }: RolloutTime,
  groups: readonly TargetGroup[],
  delays: ReadonlyMap<string, number>,
): Saving[] {
  const names = groups.filter(({ arn }) => (delays.get(arn) ?? 0) > shortDelay).map(({ name }) => name)
  if (names.length === 0) return []
  const seconds = rounds * (drain - shortDelay)
  return [
    {
      seconds,
      how: `A deregistration delay (deregistration_delay.timeout_seconds) of ${shortDelay} s for target group ${enumerate(names)} saves up to ${seconds} s, if no request takes longer than that.`,
      docsUrl: `${developerGuide}/load-balancer-connection-draining.html`,
    },
  ]
}

function fewerRounds({ rounds, check, drain }: RolloutTime, { service }: Observed): Saving[] {
  if (rounds === 1 || service.scheduling === 'DAEMON') return []
  const seconds = (rounds - 1) * (check + drain)
  return [
    {
      seconds,
      how: `minimum-healthy-percent: 100 and maximum-percent: 200 replace all tasks in one round, which saves up to ${seconds} s, if there is room for twice the tasks.`,
      docsUrl: `${developerGuide}/service-options.html`,
    },
  ]
}

function advice(
  { rounds, check, drain }: RolloutTime,
  { service }: Observed,
  { docsUrl, how }: Saving,
): CheckFinding {
  const parts = [
    ...(check > 0 ? [`${check} s until the load balancer first checks a new task`] : []),
    ...(drain > 0 ? [`${drain} s until an old one has drained`] : []),
  ]
  const sum = rounds === 1 ? enumerate(parts) : `${rounds} rounds, each with ${enumerate(parts)}`
  const last = lastDuration(service)
  const measured = last === undefined ? '' : `. The last deployment took ${formatDuration(last)}`
  return {
    result: 'notice',
    text: `the settings of the service can add ${formatDuration(rounds * (check + drain))} to each deployment: at most ${sum}${measured}`,
    next: how,
    docsUrl,
    isRecommendation: true,
  }
}

/** In seconds, of the PRIMARY deployment. */
function lastDuration({ deployments, events }: ServiceState): number | undefined {
  const primary = primaryOf({ deployments })
  if (primary?.createdAt === undefined || primary.rolloutState !== 'COMPLETED') return undefined
  const completed = completedAt(events, primary.id)
  if (completed === undefined || completed <= primary.createdAt) return undefined
  return (completed - primary.createdAt) / 1000
}
