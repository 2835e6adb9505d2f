/**
 * A target group that a service registers its tasks in. Times are seconds.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html
 */
export interface TargetGroup {
  readonly arn: string
  readonly name: string
  /** HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC or TCP_QUIC; absent for a Lambda function */
  readonly protocol?: string
  readonly port?: number
  /** ip, instance, lambda or alb */
  readonly targetType: string
  readonly healthCheck: {
    readonly enabled: boolean
    readonly protocol?: string
    /** a number as text, or `traffic-port` */
    readonly port?: string
    readonly path?: string
    /** `200-299`, as HTTP or gRPC codes */
    readonly matcher?: string
    readonly interval: number
    readonly timeout: number
    readonly healthyThreshold: number
    readonly unhealthyThreshold: number
  }
}
