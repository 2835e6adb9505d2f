/** What ECS cannot do, in the words of its events. */

import { shortenEveryArn } from '../../ecs/arn.js'
import { placementFailures } from '../../ecs/event-text.js'
import { placementProblem } from '../../ecs/placement-problems.js'
import { missingPermission } from '../../errors/missing-permission.js'
import { percentRemedy, taskLimitsAt } from '../../settings/task-limits.js'
import { formatElapsed } from '../../text/duration.js'
import { countTasks, type Facts, lastMove, said, type Wait } from './wait.js'

export function targetsRefused(facts: Facts): Wait | undefined {
  const registering = said(facts, /failed to register targets in (.{1,200}?) with \(error (.{1,600})\)$/)
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  const found =
    registering ?? said(facts, /failed to describe target health on (.{1,200}?) with \(error (.{1,600})\)$/)
  if (!found) return undefined
  const [, group = 'the target group', error = ''] = found.match
  const what = registering ? 'register the tasks in' : 'read the health of the tasks in'
  const missing = missingPermission(error)
  return {
    object: `ECS to ${what} ${group}`,
    isLogged: true,
    text: `ECS cannot ${what} ${group}: ${error}`,
    failureClass: missing ? 'permissions' : 'health-check',
    next: missing ?? `Create ${group} again, or correct loadBalancers of the service.`,
  }
}

export function taskRefused(facts: Facts): Wait | undefined {
  const error = said(facts, /failed to launch a task with \(error (.{1,500}?)\)?$/)?.match[1]
  if (!error || facts.running >= facts.service.desiredCount) return undefined
  const role = /unable to assume the role '?([^\s']+)/.exec(error)?.[1]
  return {
    object: 'ECS to start a task',
    isLogged: true,
    text: `ECS cannot start a task: ${shortenEveryArn(error)}`,
    failureClass: role ? 'permissions' : 'resource-initialization',
    next: role
      ? `Check that the role ${role.slice(role.lastIndexOf('/') + 1)} exists, and let ecs-tasks.amazonaws.com assume it in its trust policy.`
      : 'Correct what ECS names, then deploy again.',
  }
}

export function noRoom(facts: Facts): Wait | undefined {
  const found = said(facts, /unable to stop or start tasks during a deployment/)
  if (!found || found.at < (lastMove(facts, ['started', 'stopped']) ?? 0)) return undefined
  const { service } = facts
  const count = service.desiredCount
  const { min, max } = taskLimitsAt(service, count)
  const limits = `of ${count} desired, at least ${min} must stay healthy (minimumHealthyPercent ${service.minimumHealthyPercent}) and at most ${max} may run (maximumPercent ${service.maximumPercent})`
  return {
    object: `room to start or stop a task: ${limits}`,
    text: `ECS may neither stop an old task nor start a new one: ${limits}`,
    failureClass: 'placement',
    next: percentRemedy(service, count),
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html */
export function protectedTasks(facts: Facts): Wait | undefined {
  const found = said(
    facts,
    /unable to scale in(?: due to \(reason (\d+) tasks? under protection\)|.*protected tasks)/,
  )
  const [old] = facts.old
  if (!found || !old) return undefined
  const count = found.match[1]
  const isOne = count === '1'
  const which = `${count === undefined ? 'tasks' : `${count} ${isOne ? 'task' : 'tasks'}`} of ${old.revision}`
  return {
    object: `the scale-in protection of ${which} to end`,
    text: `${which} ${isOne ? 'is' : 'are'} under scale-in protection, so ECS does not stop ${isOne ? 'it' : 'them'}`,
    failureClass: 'placement',
    next: 'Wait until the protection expires, or end it for these tasks (UpdateTaskProtection).',
  }
}

/** Capacity, network interfaces, quotas. */
export function unplaced({ events, pending, running, service, tracked }: Facts): Wait | undefined {
  const failures = placementFailures(events)
  if (!failures || running + pending >= service.desiredCount) return undefined
  const { reason, since } = failures
  return {
    object: `a place for ${countTasks(service.desiredCount - running - pending)}: ${reason}`,
    isLogged: true,
    text: `ECS could not place a task since ${formatElapsed(since - tracked.startedAt)}: ${reason}`,
    failureClass: 'placement',
    next: placementProblem(reason)?.next ?? 'Add capacity, or request less CPU and memory.',
  }
}

export function throttled(facts: Facts): Wait | undefined {
  if (!said(facts, /operations are being throttled/)) return undefined
  if (facts.running >= facts.service.desiredCount) return undefined
  return {
    object: 'AWS, which throttles what ECS does for this service',
    isLogged: true,
    text: 'AWS throttles what ECS does for this service',
    failureClass: 'placement',
    next: 'Deploy fewer services at once, or raise wait-for-minutes.',
  }
}
