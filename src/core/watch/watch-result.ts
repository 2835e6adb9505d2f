/** How a watch ends: with what became of the deployment, or because we stopped watching it. */
import type { DeploymentResult } from './evaluate.js'

export type WatchResult = DeploymentResult | WatchInterruption

/** We stopped watching: the deployment goes on in ECS, unless we asked for a rollback. */
export type WatchInterruption =
  | { readonly kind: 'timed-out'; readonly minutes: number; readonly rollback: RollbackStatus }
  | { readonly kind: 'cancelled'; readonly rollback: RollbackStatus }

/** What became of a rollback that we could have asked for. */
export type RollbackStatus =
  | { readonly kind: 'left' }
  | { readonly kind: 'rollback-requested' }
  /** requested, but ECS did not confirm it */
  | { readonly kind: 'rollback-unconfirmed'; readonly why: string }
  | { readonly kind: 'rollback-not-sent'; readonly why: string }
