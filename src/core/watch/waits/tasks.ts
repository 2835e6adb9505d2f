/** What becomes of the tasks: of the deployment, and of older ones. */
import { nextStep } from '../../diagnosis/classes.js'
import { revisionName } from '../../ecs/arn.js'
import { eventText } from '../../ecs/event-text.js'
import { primaryOf } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import {
  isDraining,
  isReady,
  type TargetHealth,
  unhealthyTargetsText,
} from '../../resources/target-health.js'
import { enumerate } from '../../text/enumerate.js'
import { interruptions } from '../interruptions.js'
import { quietFor } from '../pace.js'
import { countsText } from '../progress/task-counts.js'
import { currentTargets } from './current-targets.js'
import { countTasks, type Facts, lastMove, said, type Wait } from './wait.js'

const longer = nextStep('time-limit')

/** The other rows are about our deployment. */
export function rollsBack(facts: Facts): Wait | undefined {
  const { ours, running, service, tracked } = facts
  const primary = primaryOf(service)
  if (!primary || ours?.status === 'PRIMARY') return undefined
  const revision = revisionName(primary.taskDefinition)
  const share = `${primary.runningCount} of ${service.desiredCount} running`
  const text = `${revision} is the current revision again, ${share}`
  if (primary.runningCount >= service.desiredCount && running > 0 && isLeaving(facts)) {
    const wait = stopping({ revision: revisionName(tracked.taskDefinition), running }, service)
    return { ...wait, text: `${text}, and ${wait.text}` }
  }
  return {
    object: `${revision} to serve again (${share})`,
    text,
    failureClass: 'time-limit',
    next: longer,
  }
}

/** A container that others depend on (dependsOn) keeps a task in PENDING. */
export function stuckStart({ pending, tasks }: Facts): Wait | undefined {
  const starting = pending > 0 ? startingTasks(tasks) : []
  const causes = starting.flatMap(({ containers }) => {
    const ended = containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0)
    if (ended) return [{ name: ended.name, as: `exited with code ${ended.exitCode}` }]
    const sick = containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY')
    return sick ? [{ name: sick.name, as: 'is unhealthy' }] : []
  })
  const [first] = causes
  if (!first) return undefined
  return {
    object: `container ${first.name}, which others depend on and which ${first.as}`,
    text: `${countTasks(starting.length)} ${starting.length === 1 ? 'stays' : 'stay'} in PENDING: container ${first.name}, which others depend on, ${first.as}`,
    failureClass: first.as === 'is unhealthy' ? 'health-check' : 'container-exit',
    next: `Read the log of ${first.name}, and compare dependsOn of the other containers with how ${first.name} ends.`,
  }
}

export function interrupted({ last, tasks, running, service }: Facts): Wait | undefined {
  const counts = interruptions(tasks)
  const [first] = counts
  if (!first || (running >= service.desiredCount && first.at < last.at - quietFor)) return undefined
  const text = enumerate(counts.map(({ count, as }) => `${count} ${count === 1 ? 'task' : 'tasks'} ${as}`))
  const { failureClass, next } = first
  return { object: `tasks that run: ${text}`, isLogged: true, text, failureClass, next }
}

/** Older tasks that ECS has begun to stop. */
export function drains(facts: Facts): Wait | undefined {
  const { running, service, old } = facts
  const [first] = old
  if (running < service.desiredCount || running === 0 || !first || !isLeaving(facts)) return undefined
  const wait = stopping(first, service)
  return { ...wait, text: `all its tasks run, and ${wait.text}` }
}

function stopping({ revision, running }: Facts['old'][number], service: Facts['service']): Wait {
  const count = `${countTasks(running)} of ${revision}`
  const isBalanced = service.loadBalancers.length > 0
  const why = isBalanced
    ? 'the load balancer drains their connections (deregistration delay, 300 s unless set)'
    : 'their containers take long to end (stopTimeout)'
  return {
    object: `${count} to stop: ${why}`,
    text: `${count} ${running === 1 ? 'is' : 'are'} still stopping: ${why}`,
    failureClass: 'time-limit',
    next: isBalanced
      ? 'Raise wait-for-minutes, or lower the deregistration delay of the target group.'
      : 'Raise wait-for-minutes, or lower stopTimeout of the containers.',
  }
}

/** ECS stops older tasks only when newer ones are healthy. */
function isLeaving(facts: Facts): boolean {
  if (facts.last.serviceDeployment?.lifecycleStage === 'CLEAN_UP') return true
  const stops = lastMove(facts, ['stopped', 'begun draining connections on'])
  return stops !== undefined && stops >= (lastMove(facts, ['started']) ?? 0)
}

export function becomesHealthy(facts: Facts): Wait | undefined {
  const { checkedContainers, pending, running, service, tracked } = facts
  if (running === 0 || pending > 0) return undefined
  const targets = currentTargets(facts)
  const waiting = targets?.flatMap(one => one.targets.filter(isWaiting))
  const isBalanced = service.loadBalancers.length > 0 && waiting?.length !== 0
  const sick = unhealthyContainers(facts)
  const containers = sick ?? (isBalanced ? [] : checkedContainers)
  if (!isBalanced && containers.length === 0) return undefined
  const who = `${countTasks(running)} of ${revisionName(tracked.taskDefinition)}`
  const what =
    containers.length > 0
      ? `${containers.length === 1 ? 'container' : 'containers'} ${enumerate(containers)} of ${who}`
      : `the targets of ${who}`
  const unhealthy = unhealthyTargetsText(targets ?? [])
  const detail = unhealthy ?? waitingTargetsText(waiting ?? [])
  return {
    object: `${what} to become healthy`,
    text: `ECS waits for ${what} to become healthy${detail ? `: ${detail}` : ''}`,
    failureClass: 'health-check',
    next: unhealthy
      ? nextStep('health-check')
      : 'Make the app answer its health check sooner, or raise wait-for-minutes if it needs this long.',
  }
}

function isWaiting(target: TargetHealth): boolean {
  return !isDraining(target) && !isReady(target)
}

/** `2 of them are initial (Target registration is in progress)` */
function waitingTargetsText(waiting: readonly TargetHealth[]): string | undefined {
  const [first] = waiting
  if (!first) return undefined
  const reason = first.description ?? first.reason
  return `${waiting.length} ${waiting.length === 1 ? 'is' : 'are'} ${first.state}${reason ? ` (${reason})` : ''}`
}

/** Undefined if the tasks were not read. A container without a health check is UNKNOWN (API_Container). */
function unhealthyContainers({ checkedContainers, tasks }: Facts): readonly string[] | undefined {
  const up = tasks.filter(
    ({ desiredStatus, lastStatus }) => lastStatus === 'RUNNING' && desiredStatus === 'RUNNING',
  )
  if (up.length === 0) return undefined
  return checkedContainers.filter(name =>
    up.some(({ containers }) =>
      containers.some(container => container.name === name && container.healthStatus !== 'HEALTHY'),
    ),
  )
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
export function starting({ pending, running, service, tasks }: Facts): Wait | undefined {
  if (pending === 0) return undefined
  const states = startingTasks(tasks).map(({ lastStatus }) => lastStatus)
  const text = `${pending} of ${service.desiredCount} tasks are still starting`
  if (states.length > 0 && states.every(state => state === 'PROVISIONING')) {
    return {
      object: `${countTasks(pending)} in PROVISIONING: a network interface or an instance for them`,
      text: `${text}: they are in PROVISIONING, before a network interface and an instance are ready`,
      failureClass: 'placement',
      next: 'Check the free addresses of the subnets and, with a capacity provider, whether it adds instances.',
    }
  }
  const state = states.length > 0 ? ` (${[...new Set(states)].join(', ')})` : ''
  return {
    object: `${countTasks(pending)} to start${state}`,
    text: `${text}${state}, ${running} ${running === 1 ? 'runs' : 'run'}`,
    yieldsToTargets: true,
    failureClass: 'time-limit',
    next: 'Raise wait-for-minutes, if the start takes this long.',
  }
}

function startingTasks(tasks: readonly Task[]): Task[] {
  return tasks.filter(
    ({ lastStatus, desiredStatus }) =>
      desiredStatus === 'RUNNING' && /^(?:PROVISIONING|PENDING|ACTIVATING)$/.test(lastStatus),
  )
}

/** After failures. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html */
export function backsOff(facts: Facts): Wait | undefined {
  const { pending, running, service } = facts
  if (running + pending >= service.desiredCount) return undefined
  if (!said(facts, /unable to consistently start tasks successfully/)) return undefined
  return {
    object: 'ECS to try again: it starts tasks less often after failures',
    isLogged: true,
    text: 'ECS cannot start tasks consistently and tries less and less often',
    yieldsToTargets: true,
    failureClass: 'other',
    next: 'Read why tasks of the service stopped.',
  }
}

/** What is seen, where nothing says why. */
export function unexplained(facts: Facts): Wait {
  const { events, pending, running, service, tasks, tracked } = facts
  const ours = revisionName(tracked.taskDefinition)
  const missing = service.desiredCount - running - pending
  const what =
    missing > 0
      ? `ECS has not started ${missing} of ${service.desiredCount} tasks of ${ours}`
      : `all tasks of ${ours} run, but ECS has not completed the deployment`
  const counts = countsText(tracked, service)
  const event = events[0] && eventText(events[0].message)
  const stop = tasks.findLast(({ stoppedReason }) => stoppedReason)?.stoppedReason
  const details = [
    counts,
    event && `the last event is "${event}"`,
    stop && `the last task stopped with "${stop}"`,
  ]
  return {
    object: missing > 0 ? `ECS to start ${countTasks(missing)}` : 'ECS to complete the deployment',
    text: [what, ...details.filter(Boolean)].join('; '),
    yieldsToTargets: true,
    failureClass: 'other',
    next: missing > 0 ? 'Read the events of the service.' : longer,
  }
}
