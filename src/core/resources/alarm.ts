/** A CloudWatch alarm that guards a deployment. */
export interface Alarm {
  /** OK, ALARM or INSUFFICIENT_DATA */
  readonly state: string
  /** the metrics it goes by; absent where they are not told: a composite alarm, a query */
  readonly watches: readonly Metric[] | undefined
  /** when it goes off; absent where no number decides: a composite alarm */
  readonly condition: Condition | undefined
  /** why it is in its state, in CloudWatch's words */
  readonly reason: string | undefined
  /** when it came into its state: milliseconds since the epoch */
  readonly since: number | undefined
}

export interface Metric {
  /** `AWS/ApplicationELB` */
  readonly namespace: string
  /** `UnHealthyHostCount` */
  readonly name: string
  readonly dimensions: ReadonlyMap<string, string>
}

/**
 * What a metric alarm compares, member by member as far as CloudWatch tells it.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
 */
export interface Condition {
  /** name of the metric, or the label or text of an expression */
  readonly measures: string
  /** `Sum`, `p99` */
  readonly statistic: string | undefined
  /** `GreaterThanThreshold` */
  readonly comparison: string | undefined
  /** absent where a band takes its place: anomaly detection */
  readonly threshold: number | undefined
  /** seconds */
  readonly period: number | undefined
  readonly evaluationPeriods: number | undefined
  readonly datapointsToAlarm: number | undefined
}

const crossings: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
}

/**
 * The value that crossed the threshold: the first that does of those that CloudWatch quotes, which can be all that it
 * looked at, `[3.0 (22/11/26 02:41:00), 9.0 (22/11/26 02:40:00)]`.
 */
export function measured({ reason = '', condition }: Alarm): number | undefined {
  const { comparison = '', threshold } = condition ?? {}
  const crosses = crossings[comparison]
  if (!crosses || threshold === undefined) return undefined
  const quoted = /(-?\d+(?:\.\d+)?(?:E-?\d+)?) \(\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d\)/g
  return [...reason.matchAll(quoted)]
    .map(([, value]) => Number(value))
    .find(value => crosses(value, threshold))
}
