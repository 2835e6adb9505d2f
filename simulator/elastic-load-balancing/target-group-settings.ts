/** What CreateTargetGroup and ModifyTargetGroup take; the wording of the refusals is ours. */
import { AwsError } from '../aws-error.js'
import { definedMembers } from '../defined-members.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'

export interface HealthCheckInput {
  readonly HealthCheckProtocol?: string
  readonly HealthCheckPort?: string
  readonly HealthCheckPath?: string
  readonly HealthCheckIntervalSeconds?: number
  readonly HealthCheckTimeoutSeconds?: number
  readonly HealthyThresholdCount?: number
  readonly UnhealthyThresholdCount?: number
  readonly Matcher?: { readonly HttpCode?: string; readonly GrpcCode?: string }
}

/** Only what the input has. */
export function healthCheckOf(input: HealthCheckInput): Partial<TargetGroup> {
  const { HealthCheckProtocol: protocol, HealthCheckPort: port } = input
  return definedMembers({
    protocol: protocol === undefined ? undefined : checkProtocol(protocol),
    port: port === undefined || port === 'traffic-port' ? port : Number(port),
    path: input.HealthCheckPath,
    intervalSeconds: input.HealthCheckIntervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount,
    unhealthyThreshold: input.UnhealthyThresholdCount,
    matcher: input.Matcher?.HttpCode,
  }) as Partial<TargetGroup>
}

/** HTTPS health checks are those of HTTP here. */
function checkProtocol(protocol: string): TargetGroup['protocol'] {
  if (protocol === 'HTTP' || protocol === 'HTTPS') return 'HTTP'
  if (protocol === 'TCP') return 'TCP'
  throw invalid(`Health check protocol '${protocol}' must be one of HTTP, HTTPS, TCP`)
}

/** The ranges of API_CreateTargetGroup. */
export function checkSettings(group: TargetGroup): void {
  const ranges = [
    ['HealthCheckIntervalSeconds', group.intervalSeconds, 5, 300],
    ['HealthCheckTimeoutSeconds', group.timeoutSeconds, 2, 120],
    ['HealthyThresholdCount', group.healthyThreshold, 2, 10],
    ['UnhealthyThresholdCount', group.unhealthyThreshold, 2, 10],
    ['Port', group.trafficPort, 1, 65_535],
  ] as const
  for (const [member, value, from, to] of ranges) {
    if (value < from || value > to) throw invalid(`${member} '${value}' must be between ${from} and ${to}`)
  }
  if (group.timeoutSeconds >= group.intervalSeconds && group.trafficProtocol.startsWith('HTTP')) {
    throw invalid('Health check interval must be greater than the timeout.')
  }
  if (group.protocol === 'HTTP' && !group.path.startsWith('/')) {
    throw invalid(`Health check path '${group.path}' must begin with a '/' character`)
  }
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message)
}
