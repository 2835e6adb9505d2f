export interface Alarm {
  /** OK, ALARM or INSUFFICIENT_DATA */
  readonly state: string
  /** undefined for a composite alarm or a query */
  readonly watches: readonly Metric[] | undefined
  /** undefined for a composite alarm */
  readonly condition: Condition | undefined
  /** in CloudWatch's words */
  readonly reason: string | undefined
  /** of the state, in milliseconds since the epoch */
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
 * What a metric alarm compares.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
 */
export interface Condition {
  /** metric name, or label or text of an expression */
  readonly measures: string
  /** `Sum`, `p99` */
  readonly statistic: string | undefined
  /** `GreaterThanThreshold` */
  readonly comparison: string | undefined
  /** undefined for anomaly detection */
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
 * The first quoted value that crosses the threshold. CloudWatch may quote all:
 * `[3.0 (22/11/26 02:41:00), 9.0 (22/11/26 02:40:00)]`.
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
