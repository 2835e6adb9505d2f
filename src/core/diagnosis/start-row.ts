/** A reason for which a container could not be created or started. */
import type { Explanation, FailureEvidence } from './evidence.js'

export interface StartRow {
  readonly failureClass: 'container-exit' | 'resource-initialization' | 'permissions'
  readonly matches: RegExp
  readonly explain: (start: StartFailure) => Explanation
}

export interface StartFailure {
  readonly evidence: FailureEvidence
  readonly reason: string
  /** `app`, or `the container` */
  readonly name: string
  /** group `n` of `matches` */
  readonly group: (n: number) => string
}
