/** The proof that what was deployed works, after the rollout has succeeded. */
import type { TaskOptions } from './task-options.js'

export interface VerifyOptions {
  readonly url: UrlOptions | undefined
  /** of the new revision */
  readonly task: TaskOptions | undefined
  readonly onFailure: 'fail' | 'rollback'
}

export interface UrlOptions {
  /** with its query */
  readonly url: string
  /** of the answer */
  readonly status: number
  /** text in the answer */
  readonly contains: string | undefined
  /** in a row */
  readonly successes: number
  readonly intervalSeconds: number
  readonly forSeconds: number
}
