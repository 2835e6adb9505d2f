export type ContainerInstance = {
  readonly arn: string
  readonly ec2InstanceId: string
  readonly registeredAt: number
  status: 'ACTIVE' | 'DRAINING'
  /** Of PutAttributes. */
  readonly custom: Map<string, string | undefined>
}
