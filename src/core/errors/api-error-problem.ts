/** For errors before anything was changed. */

import type { Target } from '../ecs/service.js'
import { redact } from '../redaction/redact.js'
import type { ApiError } from './api-error.js'
import { denialOf, denialText } from './denial.js'
import type { Problem } from './problem.js'
import { quote } from './problem.js'

interface ProblemContext {
  readonly target?: Target | undefined
  readonly region?: string | undefined
  /** values to redact: AWS may quote what it refuses */
  readonly hidden?: readonly string[] | undefined
}

export function toProblem(error: ApiError, { target, region, hidden = [] }: ProblemContext): Problem {
  const message = redact(error.message, hidden)
  const inside = message.replace(/\.$/, '')
  switch (error.kind) {
    case 'denied':
      return {
        subject: 'permissions',
        text: redact(`${denialText(error)}: ${denialOf(error).remedy}`, hidden),
      }
    case 'expired':
      return {
        subject: 'AWS',
        text: `the credentials are not accepted (${inside}): ${error.remedy ?? 'get new ones right before this step'}`,
      }
    case 'skewed':
      return { subject: 'clock', text: `${inside}: set it (NTP) and run the job again` }
    case 'unconfigured':
      return {
        subject: 'AWS',
        text: `${inside}: ${error.remedy ?? 'run aws-actions/configure-aws-credentials before this step'}`,
      }
    case 'unreachable':
      return { subject: error.operation, text: remedied(error, inside) }
    case 'missing':
      return missing(error, target, region)
    case 'rejected':
      return { subject: error.operation, text: `ECS refuses: ${message}` }
    case 'throttled':
      return {
        subject: error.operation,
        text: 'AWS throttles the calls of this account: run the job again later',
      }
    case 'unavailable':
      return {
        subject: error.operation,
        text: `AWS gave no usable response (${coded(error.code, inside)}): ${error.remedy ?? 'run the job again'}`,
      }
    case 'out-of-time':
      return { subject: error.operation, text: `${inside}: run the job again` }
  }
}

/** Node begins some messages with the code. */
function coded(code: string, inside: string): string {
  return inside.includes(code) ? inside : `${code}: ${inside}`
}

function remedied({ remedy }: ApiError, inside: string): string {
  if (remedy === undefined) return inside
  return inside.endsWith('?')
    ? `${inside} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`
    : `${inside}: ${remedy}`
}

function missing({ code }: ApiError, target: Target | undefined, region: string | undefined): Problem {
  if (code !== 'ClusterNotFoundException') return missingService(target, region)
  const cluster = target?.cluster ?? ''
  const why = cluster === defaultCluster ? ', which is used because the input cluster is not set,' : ''
  const advice =
    cluster === defaultCluster
      ? 'set cluster to the cluster of the service'
      : 'check the name, the account and the region'
  return { subject: 'cluster', text: `${quote(cluster)}${why} was not found${inRegion(region)}: ${advice}` }
}

/** Of the input `cluster`, as of ECS. */
const defaultCluster = 'default'

export function missingService(target: Target | undefined, region: string | undefined): Problem {
  const { cluster = '', service = '' } = target ?? {}
  const isDefault = cluster === defaultCluster
  const where = isDefault ? `${cluster}, which is used where the input cluster is not set` : cluster
  const advice = isDefault
    ? 'set cluster to the cluster of the service'
    : 'check the name, the cluster, the account and the region'
  return {
    subject: 'service',
    text: `${quote(service)} is not in cluster ${where}${isDefault ? '' : inRegion(region)}: ${advice}; this action creates no service, so create a new one first (with your infrastructure tool, or aws ecs create-service)`,
  }
}

export function inRegion(region: string | undefined): string {
  return region ? ` in ${region}` : ''
}
