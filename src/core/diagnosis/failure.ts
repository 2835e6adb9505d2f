export interface Failure {
  /** from ECS, ARNs shortened */
  readonly reason: string
  readonly stopCode: string | undefined
  readonly container: string | undefined
  readonly exitCode: number | undefined
  /** ARNs, oldest first */
  readonly tasks: readonly string[]
  /** `service`: perhaps of another deployment */
  readonly of: 'service' | undefined
}
