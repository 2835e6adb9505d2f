/**
 * A target group that a service registers its tasks in. Times are seconds.
 *
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
    /** a number as text, or `traffic-port` */
    readonly port: string | undefined
    readonly path: string | undefined
    readonly interval: number
    readonly healthyThreshold: number
    readonly unhealthyThreshold: number
  }
}
