/** Which revision `rollback: previous` means (docs/adr/0039). */
import { revisionNumber } from '../ecs/arn.js'
import type { DeploymentStage } from '../ecs/service-deployment.js'

export interface PastRevision {
  readonly stage: DeploymentStage
  /** ARN; undefined: ECS does not say */
  readonly taskDefinition: string | undefined
  readonly finishedAt: number | undefined
}

export interface Past {
  /** newest first: the newest of all, and those that succeeded */
  readonly deployments: readonly PastRevision[]
  /** of the PRIMARY deployment */
  readonly current: string
  /** older ones have not been read yet */
  readonly hasMore: boolean
}

export type PreviousRevision =
  | {
      readonly kind: 'found'
      readonly revision: string
      readonly from: string
      readonly finishedAt: number | undefined
      /** what ECS has rolled back since */
      readonly rolledBack: string | undefined
    }
  /** a rollback has left this revision: going there would undo it */
  | {
      readonly kind: 'left'
      readonly revision: string
      readonly from: string
      readonly older: string | undefined
    }
  | { readonly kind: 'none'; readonly from: string }
  /** a deployment succeeded, but not which revision is known */
  | { readonly kind: 'unknown' }
  /** read older ones first */
  | { readonly kind: 'more' }

export function previousRevision({ deployments, current, hasMore }: Past): PreviousRevision {
  const [newest] = deployments
  const from = (newest && isUndecided(newest.stage) ? newest.taskDefinition : undefined) ?? current
  const succeeded = deployments.filter(({ stage }) => stage === 'successful')
  const nth = succeeded.findIndex(({ taskDefinition }) => taskDefinition !== from)
  const found = succeeded[nth]
  if (!found) return hasMore ? { kind: 'more' } : { kind: 'none', from }
  const { finishedAt, taskDefinition: revision } = found
  if (revision === undefined) return { kind: 'unknown' }
  if (isNewer(revision, from)) {
    const before = succeeded.slice(nth + 1).map(({ taskDefinition }) => taskDefinition)
    if (before.includes(from)) {
      return { kind: 'left', revision, from, older: before.find(one => one !== from && one !== revision) }
    }
    if (hasMore) return { kind: 'more' }
  }
  const rolledBack = newest?.stage === 'rolled-back' ? newest.taskDefinition : undefined
  return { kind: 'found', revision, from, finishedAt, rolledBack }
}

/** Until then the newest deployment is what a rollback goes back from, whatever serves. */
export function isUndecided(stage: DeploymentStage): boolean {
  return stage === 'ongoing' || stage === 'stopping' || stage === 'rolling-back'
}

function isNewer(revision: string, other: string): boolean {
  const family = (arn: string) => arn.slice(0, arn.lastIndexOf(':'))
  return (
    family(revision) === family(other) && Number(revisionNumber(revision)) > Number(revisionNumber(other))
  )
}
