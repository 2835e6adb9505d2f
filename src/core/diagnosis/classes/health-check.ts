import { portAdvice } from '../../ecs/port-advice.js'
import { type Position, quote } from '../../errors/problem.js'
import { containerPortPath, mappingOf, portedContainersOf } from '../../task-definition/ports.js'
import { enumerate } from '../../text/enumerate.js'
import type { ClassRow } from '../class-row.js'
import { explainContainerCheck } from '../container-check.js'
import type { Explanation, FailureEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'
import { type HealthCheckFailure, parseHealthCheckFailure } from '../health-check-failure.js'
import { listeningPorts } from '../listening-ports.js'
import { lastLine } from '../main-log-line.js'
import { shortReason } from '../reason-text.js'
import { slowStartStep, slowStartText } from '../slow-start.js'

export const healthCheck = {
  id: 'health-check',
  matchesTask: end => /health checks/i.test(end.text),
  matchesDeployment: () => false,
  describe: describeHealthCheck,
  explain: evidence => {
    const check = parseHealthCheckFailure(evidence)
    return (
      explainPort(evidence, check) ??
      (isContainerCheck(evidence) ? explainContainerCheck(evidence) : undefined) ??
      explainStatusCode(check) ??
      explainWarning(evidence, check) ??
      explainTimeout(evidence) ??
      explainNoAnswer(evidence, check) ??
      noExplanation
    )
  },
  nextStep: () => usualStep,
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow

const usualStep =
  'Make the app answer the health check on the port and path that are checked, or correct the health check.'

function describeHealthCheck(evidence: FailureEvidence): string {
  if (isContainerCheck(evidence)) {
    const { container } = evidence.failure
    return `failed the container health check${container ? ` of ${container}` : ''}`
  }
  const { group, request, result = '', codes } = parseHealthCheckFailure(evidence)
  const failed = 'failed the load balancer health check'
  if (!request) return group ? `${failed} of target group ${group}` : failed
  if (codes) return `${failed} (${codes} on ${request})`
  if (/timed? ?out/i.test(result)) return `${failed} (no response in time on ${request})`
  const words = result === '' || /^health checks failed$/i.test(result) ? '' : `: ${shortReason(result)}`
  return `${failed} (${request}${words})`
}

function isContainerCheck({ failure }: FailureEvidence): boolean {
  return /container health checks/i.test(failure.reason)
}

/** The log shows another port or address. */
function explainPort(evidence: FailureEvidence, { port }: HealthCheckFailure): Explanation | undefined {
  const listening = listeningPorts(evidence.lines)
  const [first] = listening
  if (port === undefined || first === undefined) return undefined
  if (listening.every(one => one.port !== port)) {
    const ports = enumerate(listening.map(one => String(one.port)))
    return {
      detail: `the container listens on ${ports} (its log says ${quote(first.line)})`,
      next: portAdvice(port, first.port),
      position: portPosition(evidence, port),
    }
  }
  const loopback = listening.find(one => one.port === port && /\b127\.0\.0\.1\b/.test(one.line))
  if (!loopback) return undefined
  return {
    detail: `the app accepts connections from its own container only (its log says ${quote(loopback.line)})`,
    next: 'Make the app listen on 0.0.0.0.',
    position: undefined,
  }
}

function portPosition({ definition, positionOf }: FailureEvidence, port: number): Position | undefined {
  const [mapping] = portedContainersOf(definition).flatMap(container => mappingOf(container, port) ?? [])
  return mapping && positionOf?.(containerPortPath(mapping))
}

function explainStatusCode({ codes = '' }: HealthCheckFailure): Explanation | undefined {
  const position = undefined
  if (/\b40[13]\b/.test(codes)) {
    const next = 'Answer the health check path without authentication, or check another path.'
    return { detail: undefined, next, position }
  }
  if (/\b404\b/.test(codes)) {
    const detail = 'the app answers, but does not serve the path that is checked'
    const next =
      'Serve the health check path on the port that is checked, or correct the path of the target group.'
    return { detail, next, position }
  }
  if (/\b30\d\b/.test(codes)) {
    const detail = 'the app redirects the health check'
    const next =
      'Answer the health check path without a redirect, or add this code to the matcher of the target group.'
    return { detail, next, position }
  }
  if (/\b5\d\d\b/.test(codes)) {
    const next = 'Read the log of the app: a database or a setting may be missing.'
    return { detail: undefined, next, position }
  }
  return undefined
}

/** These predict unhealthy tasks. */
const predictingChecks: ReadonlySet<string> = new Set([
  'port-exposed',
  'port-environment',
  'health-port',
  'grace-period',
])

/** A status code shows that something answers on the port. */
function explainWarning(evidence: FailureEvidence, { codes }: HealthCheckFailure): Explanation | undefined {
  const warning = evidence.checks
    .filter(({ result }) => result !== 'passed' && result !== 'unseen')
    .find(({ id }) => (codes ? id === 'grace-period' : predictingChecks.has(id)))
  if (!warning) return undefined
  const { id, text, next, position } = warning
  const detail = id === 'grace-period' ? slowStartText(evidence) : `the check ${id} warned: ${text}`
  return { detail, next, position }
}

function explainTimeout({ failure }: FailureEvidence): Explanation | undefined {
  if (!/timed? ?out/i.test(failure.reason)) return undefined
  return {
    detail: undefined,
    next: 'Check that the security group of the task allows the load balancer on this port, and that the app answers in time.',
    position: undefined,
  }
}

/**
 * Without a status code the load balancer could not connect, or did not understand the answer (reason codes):
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
function explainNoAnswer(
  evidence: FailureEvidence,
  { port, codes }: HealthCheckFailure,
): Explanation | undefined {
  if (codes !== undefined) return undefined
  const { lines } = evidence
  const slow = slowStartStep(evidence)
  if (port === undefined || lines.length === 0 || listeningPorts(lines).length > 0)
    return slow ? { detail: undefined, next: `${usualStep} ${slow}`, position: undefined } : undefined
  const last = lastLine(lines)
  const words = last ? `contain no port and end with ${quote(last)}` : 'contain no port'
  return {
    detail: `nothing seems to listen on ${port}: the load balancer gets no response, and the last lines of its log ${words}`,
    next: `Start a server on ${port}: check the command of the container.${slow ? ` ${slow}` : ''}`,
    position: undefined,
  }
}
