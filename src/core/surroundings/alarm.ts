/** A CloudWatch alarm that guards a deployment. */
export interface Alarm {
  /** OK, ALARM or INSUFFICIENT_DATA */
  readonly state: string
  /** the metrics it goes by; absent where they are not told: a composite alarm, a query */
  readonly watches?: readonly Metric[]
}

export interface Metric {
  /** `AWS/ApplicationELB` */
  readonly namespace: string
  /** `UnHealthyHostCount` */
  readonly name: string
  readonly dimensions: ReadonlyMap<string, string>
}
