/**
 * What changed between two looks, as lines for a person who waits: counts, service events, failed tasks against the
 * threshold, a rollback that starts. Nothing is said twice, and no minute passes in silence.
 */
import { lastPart, revisionName, shortenArns, shortTask } from './arn.js'
import { tripsAt } from './breaker.js'
import { failureOf } from './diagnose.js'
import { elapsed } from './elapsed.js'
import { longestSilence } from './pace.js'
import type { Deployment, Service } from './service.js'
import { deploymentOf, primaryOf } from './service.js'
import type { Task } from './task.js'
import { isFailed } from './task.js'
import type { Sight, Tracked, Verdict } from './verdict.js'

/** One line of the story, with its moment. */
export interface Happening {
  readonly at: number
  readonly text: string
}

/** What has been said already. */
export interface Told {
  readonly counts: string
  readonly events: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  readonly stage: string
  readonly breaker: string
  /** when the last piece of news was told, and the last line at all */
  readonly changedAt: number
  readonly lastAt: number
}

export function nothingTold(tracked: Tracked, eventsBefore: readonly string[]): Told {
  return {
    counts: '',
    events: new Set(eventsBefore),
    failed: new Set(),
    stage: 'rolling-out',
    breaker: '',
    changedAt: tracked.startedAt,
    lastAt: tracked.startedAt,
  }
}

export interface Telling {
  readonly happenings: readonly Happening[]
  readonly told: Told
}

/** The lines that this look adds. `tasks` are tasks of our deployment read with it, if any were. */
export function tell(
  tracked: Tracked,
  told: Told,
  sight: Sight,
  verdict: Verdict,
  tasks: readonly Task[],
): Telling {
  const { service } = sight
  if (service === 'missing') return { happenings: [], told }
  const say = (text: string): Happening => ({ at: sight.at, text })

  const fresh = service.events.filter(event => !told.events.has(event.id)).reverse()
  const failing = tasks.filter(task => isFailed(task) && !told.failed.has(task.arn))
  const untold = fresh.filter(({ message }) => !isAbout(message, failing))
  const events = merge(untold.map(event => eventText(event.message))).map(say)
  const failures = failing.map(task => say(failureText(service, task)))

  const breaker = breakerText(tracked, service, sight)
  const stage = verdict.kind === 'watching' ? verdict.stage : told.stage
  const turned = stage !== told.stage ? [say(stageText(tracked, service, stage))] : []
  const counts = countsText(tracked, service)
  const changed = counts !== told.counts && counts !== '' ? [say(counts)] : []
  const tripping = breaker !== '' && breaker !== told.breaker ? [say(breaker)] : []

  const news = [...events, ...failures, ...tripping, ...turned, ...changed]
  const quietFor = sight.at - told.lastAt
  const decided = verdict.kind === 'decided'
  const happenings =
    news.length === 0 && quietFor >= longestSilence && !decided
      ? [say(`no change for ${elapsed(sight.at - told.changedAt)}`)]
      : news
  return {
    happenings,
    told: {
      counts,
      events: new Set([...told.events, ...fresh.map(event => event.id)]),
      failed: new Set([...told.failed, ...failing.map(task => task.arn)]),
      stage,
      // A look without the service deployment is a gap: the count that was told before it still stands.
      breaker: breaker === '' && !sight.serviceDeployment ? told.breaker : breaker,
      changedAt: news.length > 0 ? sight.at : told.changedAt,
      lastAt: happenings.length > 0 ? sight.at : told.lastAt,
    },
  }
}

/** `(service web) has started 2 tasks: (task 3e7a…)` → `has started 2 tasks: 3e7a1395` */
function eventText(message: string): string {
  return shortenArns(message.replace(/^\(service [^\s,)]+(?:, taskSet [^)]+)?\) /, '').trim())
    .replace(/\s+/g, ' ')
    .replace(/\((?:task|deployment) ([^\s()]+)\)/g, '$1')
    .replace(/\(target-group ([^\s()]+)\)/g, 'target group $1')
    .replace(/\b[0-9a-f]{32}\b/g, id => id.slice(0, 8))
    .replace(/\.$/, '')
}

/** What a load balancer saw of a task is part of the line about its failure. */
function isAbout(message: string, failing: readonly Task[]): boolean {
  return (
    message.includes(' is unhealthy in ') &&
    failing.some(({ arn }) => message.includes(`(task ${lastPart(arn)})`))
  )
}

/** Events of one look that differ only in the task become one line. */
function merge(texts: readonly string[]): string[] {
  const lines = new Map<string, { readonly text: string; readonly tasks: string[] }>()
  for (const text of texts) {
    const named = /^[0-9a-f]{8}(?= )/.exec(text)?.[0]
    const key = named ? text.slice(named.length) : text
    const line = lines.get(key) ?? { text, tasks: [] }
    lines.set(key, { text: line.text, tasks: named ? [...line.tasks, named] : [] })
  }
  return [...lines].map(([key, { text, tasks }]) => (tasks.length > 1 ? tasks.join(', ') + key : text))
}

function failureText(service: Service, task: Task): string {
  const { reason, container, exitCode } = failureOf(task, service.events)
  const exit = exitCode === undefined ? '' : `, ${container} ended with exit code ${exitCode}`
  return `task ${shortTask(task.arn)} failed: ${reason}${exit}`
}

/** ECS's own count, by the service deployment where it may be read. Silent at 0 and where the breaker is off. */
function breakerText(tracked: Tracked, service: Service, { serviceDeployment }: Sight): string {
  const monitored = serviceDeployment?.breaker
  if (monitored?.status === 'TRIGGERED')
    return `circuit breaker tripped at ${monitored.failures} of ${monitored.threshold} failures`
  if (!tracked.breaker.enable || monitored?.status === 'DISABLED') return ''
  const failures = monitored?.failures ?? deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0
  const threshold = monitored?.threshold ?? tripsAt(tracked.breaker.threshold, service.desiredCount)
  return failures > 0 ? `circuit breaker counts ${failures} of ${threshold} failures` : ''
}

function stageText(tracked: Tracked, service: Service, stage: string): string {
  if (stage === 'rolling-back') {
    const serving = primaryOf(service)
    const back = serving && serving.id !== tracked.deploymentId ? serving.taskDefinition : tracked.previous
    return `rolling back${back ? ` to ${revisionName(back)}` : ''}`
  }
  return stage === 'stopping' ? 'the deployment is being stopped' : 'rolling out again'
}

/** `web:8 1 running, 1 starting of 2 · web:7 2 running` */
function countsText(tracked: Tracked, service: Service): string {
  const ours = deploymentOf(service, tracked.deploymentId)
  const others = service.deployments.filter(
    other => other.id !== tracked.deploymentId && (other.runningCount > 0 || other.pendingCount > 0),
  )
  const parts = [
    ...(ours ? [`${revisionName(ours.taskDefinition)} ${taskCounts(ours)} of ${service.desiredCount}`] : []),
    ...others.map(other => `${revisionName(other.taskDefinition)} ${taskCounts(other)}`),
  ]
  return parts.join(' · ')
}

function taskCounts({ runningCount, pendingCount }: Deployment): string {
  return pendingCount > 0 ? `${runningCount} running, ${pendingCount} starting` : `${runningCount} running`
}
