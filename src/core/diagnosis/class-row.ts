/** One class of failures. Each class has a file in classes/. */
import type { Explanation, FailureEvidence } from './evidence.js'
import type { Failure } from './failure.js'

export interface TaskEnd {
  /** reasons of the task and of its failed container */
  readonly text: string
  readonly stopCode: string | undefined
  /** of the failed container */
  readonly exitCode: number | undefined
}

export interface ClassRow {
  readonly id: string
  /** The first row that matches decides. */
  readonly matchesTask: (end: TaskEnd) => boolean
  readonly matchesDeployment: (reason: string) => boolean
  /** To follow a number of tasks: `could not pull web:8`. With ECS's words if there is no `detail`. */
  readonly describe: (evidence: FailureEvidence, detail: string | undefined) => string
  readonly explain: (evidence: FailureEvidence) => Explanation
  /** if `explain` has no better step */
  readonly nextStep: (failure: Pick<Failure, 'reason' | 'container' | 'exitCode'>) => string
  /** logs worth reading */
  readonly hasLogs: boolean
  readonly countsForFailFast: boolean
}
