/** A rollback whose tasks only fail does not end, and nothing else can be deployed meanwhile (docs/adr/0041). */

export interface StuckRollback {
  readonly revision: string
  readonly failed: number
  /** of most of them, in AWS's words */
  readonly reason: string | undefined
  /** the service has no running task */
  readonly isOutage: boolean
}

export function stuckText({ failed, reason, revision }: StuckRollback): string {
  const tasks = failed === 1 ? '1 of its tasks has' : `${failed} of its tasks have`
  const why = reason === undefined ? '' : ` (${reason})`
  return `the rollback to ${revision} makes no headway: ${tasks} failed${why}, and none is healthy`
}
