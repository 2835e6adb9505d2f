/** Why tasks that run are not healthy: what is asked, against what the app says it does. */
import { quote } from '../problem.js'
import { askedBy } from './asked.js'
import type { Finding, Findings } from './findings.js'
import { listening } from './listening.js'

export function healthCause({ group, lines, checks, definition, targetGroups }: Findings): Finding {
  const { port: asked, codes } = askedBy(group.reason, definition, targetGroups)
  const heard = listening(lines)
  const [first] = heard
  if (asked !== undefined && first && heard.every(({ port }) => port !== asked)) {
    const ports = heard.map(({ port }) => port).join(' and ')
    return {
      insight: `the container listens on ${ports} (its log says ${quote(first.line)})`,
      next: `Make the app listen on ${asked}, or change containerPort and the target group to ${first.port}.`,
    }
  }
  const loopback = heard.find(({ port, line }) => port === asked && /\b127\.0\.0\.1\b/.test(line))
  if (loopback) {
    return {
      insight: `only the container itself can reach where it listens (its log says ${quote(loopback.line)})`,
      next: 'Make the app listen on 0.0.0.0.',
    }
  }
  const answer = codes === undefined ? undefined : answered(codes)
  if (answer) return answer
  // What the checks found before the deployment; that something answers on the port speaks against those of ports.
  const warned = checks.find(
    ({ id, result }) =>
      result !== 'passed' && result !== 'unseen' && (codes ? id === 'grace-period' : foretelling.has(id)),
  )
  if (warned) return { insight: `${warned.id} had warned: ${warned.text}`, next: warned.next }
  if (/timed? ?out/i.test(group.reason)) {
    return {
      next: 'Check that the security group of the task lets the load balancer in on this port, and that the app answers in time.',
    }
  }
  if (/container health checks/i.test(group.reason)) {
    return {
      next: 'Run the health check command of the task definition in the image (is the program in it?), and compare startPeriod with what the start takes.',
    }
  }
  if (asked !== undefined && lines.length > 0 && heard.length === 0) {
    return { insight: `the last lines of its log do not say that it listens on ${asked}` }
  }
  return {}
}

/** Checks that foretell that tasks will not become healthy. */
const foretelling: ReadonlySet<string> = new Set([
  'port-exposed',
  'port-environment',
  'health-port',
  'grace-period',
])

function answered(codes: string): Finding | undefined {
  if (/\b40[13]\b/.test(codes))
    return {
      next: 'Let the health check in without a login, or check another path.',
    }
  if (/\b404\b/.test(codes))
    return {
      insight: 'the app answers, but does not know the path that is checked',
      next: 'Serve the health check path on the port that is checked, or correct the path of the target group.',
    }
  if (/\b30\d\b/.test(codes))
    return {
      insight: 'the app redirects the health check',
      next: 'Answer the health check path without a redirect, or let the matcher of the target group take this code.',
    }
  if (/\b5\d\d\b/.test(codes))
    return {
      next: 'Read the log of the app for what it lacks: a database, a setting.',
    }
  return undefined
}
