/** The same end of one or more tasks, before it has a class. */
export interface Failure {
  /** what ECS says, ARNs shortened */
  readonly reason: string
  readonly stopCode: string | undefined
  readonly container: string | undefined
  readonly exitCode: number | undefined
  /** ARNs of the tasks, oldest first */
  readonly tasks: readonly string[]
  /** `service`: the tasks are of the service, but perhaps of another deployment */
  readonly of: 'service' | undefined
}
