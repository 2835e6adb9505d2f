import type { FailureClass } from '../../core/diagnosis/classes.js'
import type { Reason } from './reason.js'

export interface RollbackReason {
  readonly why: string
  readonly failureClass: FailureClass
  /** `web:7` */
  readonly revision: string
}

export interface Message extends Reason {
  /** `web:8 did not become healthy; web:7 serves.` */
  readonly what: string
  /** `web:7, 2 of 2 healthy`, where `what` does not say it */
  readonly serves?: string | undefined
  /** why a rollback does not finish */
  readonly rollback?: RollbackReason | undefined
}
