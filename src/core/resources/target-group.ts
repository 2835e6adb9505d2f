/**
 * Times are seconds.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html
 */
export interface TargetGroup {
  readonly arn: string
  readonly name: string
  /** ip, instance, lambda or alb */
  readonly targetType: string
  readonly healthCheck: {
    readonly enabled: boolean
    readonly protocol: string | undefined
    /** number or `traffic-port` */
    readonly port: string | undefined
    readonly path: string | undefined
    readonly interval: number
    readonly healthyThreshold: number
    readonly unhealthyThreshold: number
  }
}

type HealthCheck = TargetGroup['healthCheck']

/** Undefined for `traffic-port`. */
export function fixedPort({ port = '' }: HealthCheck): number | undefined {
  return /^\d+$/.test(port) ? Number(port) : undefined
}

export function checkedPort(healthCheck: HealthCheck, trafficPort: number): number {
  return fixedPort(healthCheck) ?? trafficPort
}

/** `GET :5001/health` */
export function describeCheck(healthCheck: HealthCheck, trafficPort: number): string {
  const { protocol = '', path = '' } = healthCheck
  const method = protocol.startsWith('HTTP') ? 'GET' : protocol
  return `${method} :${checkedPort(healthCheck, trafficPort)}${path}`
}
