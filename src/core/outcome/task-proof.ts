/** What a one-off task says of the revision that it verifies: only its own exit code disproves it. */
import { shortTask } from '../ecs/arn.js'
import type { PlacementFailure } from '../ecs/task.js'
import type { TaskResult } from './task-result.js'

export type TaskProof =
  | { readonly kind: 'proven' }
  | { readonly kind: 'disproven' | 'unproven'; readonly reason: string }
  | { readonly kind: 'canceled' }

/** Of a task that somebody or AWS stopped (API_Task). */
const stoppedByOthers = ['UserInitiated', 'SpotInterruption', 'TerminationNotice', 'InfrastructureHealth']

export function taskProof(result: TaskResult): TaskProof {
  switch (result.kind) {
    case 'succeeded':
      return { kind: 'proven' }
    case 'cancelled':
      return { kind: 'canceled' }
    case 'failed': {
      const isOwn = result.exitCode !== undefined && !stoppedByOthers.includes(result.stopCode ?? '')
      const [cause] = result.causes
      const detail = cause?.detail ? `; ${cause.detail}` : ''
      const why = cause ? `${cause.description}${detail}` : (result.reason ?? 'failed')
      return { kind: isOwn ? 'disproven' : 'unproven', reason: `${nameOf(result)} ${why}` }
    }
    case 'timed-out':
      return unproven(`${nameOf(result)} did not end within ${result.minutes} minutes and goes on`)
    case 'lost':
      return unproven(`it is not known how ${nameOf(result)} ended: ${result.reason}`)
    case 'not-placed':
      return unproven(`ECS could not place the verifying task: ${placement(result.failures)}`)
    case 'unconfirmed':
      return unproven(`it is not known whether the verifying task runs: ${result.reason}`)
    case 'started':
      throw new TypeError('a verifying task is waited for')
  }
}

function unproven(reason: string): TaskProof {
  return { kind: 'unproven', reason }
}

function nameOf({ arn, definition }: { readonly arn: string; readonly definition: string }): string {
  return `the verifying task ${shortTask(arn)} of ${definition}`
}

function placement(failures: readonly PlacementFailure[]): string {
  return failures.map(({ detail, reason }) => (detail ? `${reason} (${detail})` : reason)).join('; ')
}
