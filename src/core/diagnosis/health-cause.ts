/** Why tasks that run are not healthy: what is asked, against what the app says it does. */

import { portAdvice } from '../ecs/port-advice.js'
import { type Position, quote } from '../errors/problem.js'
import { containerPortPath, mappingOf, portedContainersOf } from '../task-definition/ports.js'
import { isObject, objectsIn, text } from '../text/json.js'
import { memberAt } from './container.js'
import type { Explanation, FailureEvidence } from './explanation.js'
import { nextStep } from './failure-group.js'
import { parseHealthCheckFailure } from './health-check-failure.js'
import { listeningPorts } from './listening-ports.js'

export function healthCause(evidence: FailureEvidence): Explanation {
  const { group, lines, checks, definition, targetGroups } = evidence
  const { port: asked, codes } = parseHealthCheckFailure(group.reason, definition, targetGroups)
  const heard = listeningPorts(lines)
  const [first] = heard
  if (asked !== undefined && first && heard.every(({ port }) => port !== asked)) {
    const ports = heard.map(({ port }) => port).join(' and ')
    return {
      detail: `the container listens on ${ports} (its log says ${quote(first.line)})`,
      next: portAdvice(asked, first.port),
      position: portAt(evidence, asked),
    }
  }
  const loopback = heard.find(({ port, line }) => port === asked && /\b127\.0\.0\.1\b/.test(line))
  if (loopback) {
    return {
      detail: `only the container itself can reach where it listens (its log says ${quote(loopback.line)})`,
      next: 'Make the app listen on 0.0.0.0.',
    }
  }
  if (/container health checks/i.test(group.reason)) return containerCheckCause(evidence)
  const answer = codes === undefined ? undefined : answered(codes)
  if (answer) return answer
  // What the checks found before the deployment; that something answers on the port speaks against those of ports.
  const warned = checks.find(
    ({ id, result }) =>
      result !== 'passed' && result !== 'unseen' && (codes ? id === 'grace-period' : foretelling.has(id)),
  )
  if (warned) {
    const { id, text, next, position } = warned
    const detail = id === 'grace-period' ? impatience(evidence) : `${id} had warned: ${text}`
    return { detail, next, position }
  }
  if (/timed? ?out/i.test(group.reason)) {
    return {
      next: 'Check that the security group of the task lets the load balancer in on this port, and that the app answers in time.',
    }
  }
  // Without a status code it could not connect, or was not understood (target-group-health-checks, reason codes).
  if (asked !== undefined && codes === undefined && lines.length > 0 && heard.length === 0) {
    const last = lines.findLast(line => line.trim() !== '')
    const words = last ? `name no port and end with ${quote(last)}` : 'name no port'
    const slow = maybeSlow(evidence)
    return {
      detail: `nothing seems to listen on ${asked}: the load balancer gets no answer, and the last lines of its log ${words}`,
      next: `Start what listens on ${asked}: look at the command of the container.${slow ? ` ${slow}` : ''}`,
    }
  }
  const slow = codes === undefined ? maybeSlow(evidence) : undefined
  return slow ? { next: `${nextStep(group)} ${slow}` } : {}
}

/** That the start may take longer than its task was given, which the task definition says itself. */
function impatience({ definition, lasted, gracePeriod = 0 }: FailureEvidence): string {
  const starts = objectsIn(definition.containerDefinitions).map(({ healthCheck }) =>
    isObject(healthCheck) && typeof healthCheck.startPeriod === 'number' ? healthCheck.startPeriod : 0,
  )
  const ended = lasted === undefined ? '' : `a task was stopped after ${lasted} s, `
  return `${ended}the start may take ${Math.max(0, ...starts)} s (startPeriod), the grace period of the service is ${gracePeriod} s`
}

/** Seconds in which ECS takes a task down after the load balancer gave it up, with some to spare. */
const takingDown = 60

/** A task that was stopped as soon as it could be may have needed more time only: what it says cannot tell. */
function maybeSlow({
  group,
  definition,
  lasted,
  gracePeriod,
  targetGroups,
}: FailureEvidence): string | undefined {
  if (lasted === undefined || gracePeriod === undefined) return undefined
  const { group: name } = parseHealthCheckFailure(group.reason, definition, targetGroups)
  const check = targetGroups?.find(one => one.name === name)?.healthCheck
  if (!check || lasted > Math.max(gracePeriod, check.interval * check.unhealthyThreshold) + takingDown)
    return undefined
  return `If it only starts slowly (a task was stopped after ${lasted} s), raise healthCheckGracePeriodSeconds of the service, ${gracePeriod} now.`
}

/** Where the task definition says that it is this port. */
function portAt({ definition, positionOf }: FailureEvidence, port: number): Position | undefined {
  const [mapping] = portedContainersOf(definition).flatMap(container => mappingOf(container, port) ?? [])
  return mapping && positionOf?.(containerPortPath(mapping))
}

/** The defaults are those of ECS (API_HealthCheck). */
function containerCheckCause(evidence: FailureEvidence): Explanation {
  const { definition } = evidence
  const validateResponses = objectsIn(definition.containerDefinitions).filter(one =>
    isObject(one.healthCheck),
  )
  const [only] = validateResponses.length === 1 ? validateResponses : []
  const name = text(only?.name)
  const next = `Run the health check command of ${name ?? 'the task definition'} in the image (is the program in it?), and compare startPeriod with what the start takes.`
  if (!only || name === undefined || !isObject(only.healthCheck)) return { next }
  const { retries = 3, interval = 30, startPeriod = 0 } = only.healthCheck
  return {
    detail: `the health check of ${name} failed ${retries} times, ${interval} s apart, after a startPeriod of ${startPeriod} s`,
    next,
    position: memberAt(evidence, name, 'healthCheck'),
  }
}

/** Checks that foretell that tasks will not become healthy. */
const foretelling: ReadonlySet<string> = new Set([
  'port-exposed',
  'port-environment',
  'health-port',
  'grace-period',
])

function answered(codes: string): Explanation | undefined {
  if (/\b40[13]\b/.test(codes))
    return {
      next: 'Let the health check in without a login, or check another path.',
    }
  if (/\b404\b/.test(codes))
    return {
      detail: 'the app answers, but does not know the path that is checked',
      next: 'Serve the health check path on the port that is checked, or correct the path of the target group.',
    }
  if (/\b30\d\b/.test(codes))
    return {
      detail: 'the app redirects the health check',
      next: 'Answer the health check path without a redirect, or let the matcher of the target group take this code.',
    }
  if (/\b5\d\d\b/.test(codes))
    return {
      next: 'Read the log of the app for what it lacks: a database, a setting.',
    }
  return undefined
}
