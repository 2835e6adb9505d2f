import type { Deployment } from '../ecs/service.js'

export type WatchResult = DeploymentResult | WatchInterruption

export type DeploymentResult =
  /** `completedAt`: from the service deployment */
  | { readonly kind: 'succeeded'; readonly running: number; readonly completedAt?: number | undefined }
  | { readonly kind: 'idle' }
  | { readonly kind: 'rolled-back'; readonly serving: string; readonly reason?: string | undefined }
  | {
      readonly kind: 'failed'
      readonly running: number
      readonly reason: string
      readonly replacedBy?: Deployment | undefined
      /** ECS had completed it; its tasks keep failing */
      readonly completedAt?: number | undefined
    }
  | {
      readonly kind: 'superseded'
      readonly by: Deployment
      readonly stateWhenSuperseded: 'undecided' | 'completed' | 'rolling-back'
    }
  | {
      readonly kind: 'unknown'
      readonly reason: string
      readonly lost?: 'service' | 'credentials' | undefined
    }

/** The deployment continues in ECS, unless we requested a rollback. */
export type WatchInterruption = ReachedGoal | UndecidedEnd

/** `wait-until` says that the step need not wait any longer. */
export type ReachedGoal =
  | { readonly kind: 'paused'; readonly hook: WaitingHook }
  /** `stage`: as ECS shows it now, perhaps after the wanted one */
  | { readonly kind: 'started'; readonly stage: string }

/** A pause hook that waits for a decision. */
export interface WaitingHook {
  readonly id: string
  readonly expiresAt: number | undefined
  /** at `expiresAt`: ROLLBACK or CONTINUE */
  readonly timeoutAction: string | undefined
}

export type UndecidedEnd =
  | { readonly kind: 'timed-out'; readonly minutes: number; readonly rollback: RollbackStatus }
  | { readonly kind: 'cancelled'; readonly rollback: RollbackStatus }

export type RollbackStatus =
  | { readonly kind: 'left' }
  | { readonly kind: 'rollback-requested' }
  | { readonly kind: 'rollback-unconfirmed'; readonly why: string }
  | { readonly kind: 'rollback-not-sent'; readonly why: string }
