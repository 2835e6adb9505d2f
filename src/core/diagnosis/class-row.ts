/** All that the action knows about one class of failures. Each file in classes/ has one row and is named as its id. */
import type { Explanation, FailureEvidence } from './evidence.js'
import type { Failure } from './failure.js'

/** How ECS says that one task ended. */
export interface TaskEnd {
  /** the reasons of the task and of its failed container */
  readonly text: string
  readonly stopCode: string | undefined
}

export interface ClassRow {
  readonly id: string
  /** Whether a task ended like this. The first row that matches decides. */
  readonly matchesTask: (end: TaskEnd) => boolean
  /** The same for the reason of a whole deployment. */
  readonly matchesDeployment: (reason: string) => boolean
  /** To follow a number of tasks: `could not pull web:8`. With ECS's words if there is no `detail`. */
  readonly describe: (evidence: FailureEvidence, detail: string | undefined) => string
  readonly explain: (evidence: FailureEvidence) => Explanation
  /** Used if `explain` has no better step. */
  readonly nextStep: (failure: Pick<Failure, 'reason' | 'container' | 'exitCode'>) => string
  /** whether the logs of such a task are worth reading */
  readonly hasLogs: boolean
  /** whether such a task counts for `fail-fast-after` */
  readonly countsForFailFast: boolean
}
