/** How the watch of a deployment ends: with what became of it, or because we stopped watching. */
import type { Deployment } from '../ecs/service.js'

export type WatchResult = DeploymentResult | WatchInterruption

export type DeploymentResult =
  /** `completedAt`: when ECS completed it, where the service deployment could be read */
  | { readonly kind: 'succeeded'; readonly running: number; readonly completedAt?: number | undefined }
  | { readonly kind: 'idle' }
  | { readonly kind: 'rolled-back'; readonly serving: string; readonly reason?: string | undefined }
  | {
      readonly kind: 'failed'
      readonly running: number
      readonly reason: string
      readonly replacedBy?: Deployment | undefined
    }
  | {
      readonly kind: 'superseded'
      readonly by: Deployment
      readonly stateWhenSuperseded: 'undecided' | 'completed' | 'rolling-back'
    }
  | {
      readonly kind: 'unknown'
      readonly reason: string
      /** what is gone, if that is the reason */
      readonly lost?: 'service' | 'credentials' | undefined
    }

/** We stopped watching: the deployment continues in ECS, unless we requested a rollback. */
export type WatchInterruption =
  | { readonly kind: 'timed-out'; readonly minutes: number; readonly rollback: RollbackStatus }
  | { readonly kind: 'cancelled'; readonly rollback: RollbackStatus }

/** What became of a rollback that we could have requested. */
export type RollbackStatus =
  | { readonly kind: 'left' }
  | { readonly kind: 'rollback-requested' }
  /** requested, but not confirmed by ECS */
  | { readonly kind: 'rollback-unconfirmed'; readonly why: string }
  | { readonly kind: 'rollback-not-sent'; readonly why: string }
