import type { Target } from '../ecs/service.js'
import type { ServicePlan } from '../plan/plan.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { OutcomeName } from './outcomes.js'
import type { TakeBack } from './rollback-attempt.js'
import type { Rollout } from './rollout.js'

/** `timed-out` and `unknown` are of a task that ran before. */
export type UntouchedName = 'planned' | 'refused' | 'cancelled' | 'timed-out' | 'unknown'

export type ServiceResult =
  | {
      readonly kind: 'untouched'
      readonly name: UntouchedName
      readonly target: Target
      /** undefined: not readable, or nothing planned */
      readonly plan: ServicePlan | undefined
    }
  /** no `serving`: no task runs */
  | { readonly kind: 'unchanged'; readonly plan: ServicePlan; readonly serving: string | undefined }
  /** the answer to UpdateService was lost */
  | { readonly kind: 'unconfirmed'; readonly plan: ServicePlan; readonly reason: string }
  /** updated, but not watched */
  | { readonly kind: 'started'; readonly rollout: Rollout }
  | { readonly kind: 'ended'; readonly result: WatchResult; readonly rollout: Rollout }

export function nameOfService(service: ServiceResult): OutcomeName {
  switch (service.kind) {
    case 'untouched':
      return service.name
    case 'unchanged':
      return 'no-change'
    case 'unconfirmed':
      return 'unknown'
    case 'started':
      return 'started'
    case 'ended':
      return service.result.kind
  }
}

export function targetOfService(service: ServiceResult): Target {
  switch (service.kind) {
    case 'untouched':
      return service.target
    case 'unchanged':
    case 'unconfirmed':
      return service.plan.observed.target
    case 'started':
    case 'ended':
      return service.rollout.plan.observed.target
  }
}

export function planOfService(service: ServiceResult): ServicePlan | undefined {
  switch (service.kind) {
    case 'untouched':
    case 'unchanged':
    case 'unconfirmed':
      return service.plan
    case 'started':
    case 'ended':
      return service.rollout.plan
  }
}

/** Of a service that was to go back because another one failed. */
export function takeBackOf(service: ServiceResult): TakeBack | undefined {
  return rolloutOfService(service)?.takeBack
}

export function rolloutOfService(service: ServiceResult): Rollout | undefined {
  return service.kind === 'started' || service.kind === 'ended' ? service.rollout : undefined
}
