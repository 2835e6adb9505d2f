/**
 * The last deployments of a service: which revision, image and commit each of them ran and how it ended, joined from
 * service deployments, service revisions and the tags of task definitions. What is missing of them stays unknown.
 */
import { isRevisionOf } from '../ecs/arn.js'
import type {
  DeploymentStage,
  RanImage,
  ServiceDeployment,
  ServiceRevision,
} from '../ecs/service-deployment.js'
import { hasNoRollbackTarget, stageOf } from '../ecs/service-deployment.js'
import type { DeployPlan } from '../plan/plan.js'
import type { Provenance } from '../task-definition/tags.js'
import { provenanceIn } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { Outcome } from './outcome.js'

export interface PastDeployment {
  readonly arn: string
  readonly stage: DeploymentStage
  /** it failed, and ECS had nothing to roll back to */
  readonly noRollbackTarget: true | undefined
  readonly createdAt: number | undefined
  readonly finishedAt: number | undefined
  /** ARN of the task definition that it deployed */
  readonly taskDefinition: string | undefined
  readonly images: readonly RanImage[]
  readonly provenance: Provenance
}

export interface History {
  /** newest first */
  readonly deployments: readonly PastDeployment[]
  /** the one of them whose tasks serve now, as far as is known */
  readonly serving: PastDeployment | undefined
  /** why something is missing: permissions to allow, or what AWS said */
  readonly unavailable: readonly string[]
}

/** What a run knows without asking again. */
export interface HistoryContext {
  readonly plan: DeployPlan
  readonly serving: string | undefined
  /** the deployment of this run */
  readonly own: { readonly deploymentId: string; readonly taskDefinition: string } | undefined
}

/** Nothing where the outcome is not about a service, or where there is no time to ask. */
export function historyContext(outcome: Outcome): HistoryContext | undefined {
  switch (outcome.kind) {
    case 'planned':
      return outcome.plan.kind === 'deploy' ? known(outcome.plan) : undefined
    case 'lost':
      return known(outcome.plan)
    case 'started':
      return { ...known(outcome.rollout.plan), own: ownOf(outcome) }
    case 'ended': {
      const { result } = outcome
      if (result.kind === 'cancelled') return undefined
      // Nothing would be answered any more.
      if (result.kind === 'unknown' && result.lost === 'credentials') return undefined
      const { plan, serving } = outcome.rollout
      return { plan, serving, own: ownOf(outcome) }
    }
    default:
      return undefined
  }
}

function known(plan: DeployPlan): HistoryContext {
  return { plan, serving: plan.previous, own: undefined }
}

function ownOf({ rollout }: Extract<Outcome, { kind: 'started' | 'ended' }>): HistoryContext['own'] & object {
  return { deploymentId: rollout.tracked.deploymentId, taskDefinition: rollout.registered.arn }
}

/** The task definition of a service revision, where the service showed it as a deployment of its own. */
export function revisionFrom({ plan, own }: HistoryContext, revisionArn: string): string | undefined {
  if (own && isRevisionOf(revisionArn, own.deploymentId)) return own.taskDefinition
  return plan.observed.service.deployments.find(({ id }) => isRevisionOf(revisionArn, id))?.taskDefinition
}

/** What was read; `definitions` holds task definitions with their tags, by ARN. */
export interface HistoryData {
  readonly listed: readonly ServiceDeployment[]
  readonly revisions: readonly ServiceRevision[]
  readonly definitions: ReadonlyMap<string, JsonObject>
  readonly unavailable: readonly string[]
}

export function buildHistory(context: HistoryContext, data: HistoryData): History {
  const deployments = data.listed.map(listed => join(context, data, listed))
  return {
    deployments,
    unavailable: data.unavailable,
    serving: servingIn(deployments, context),
  }
}

function join(context: HistoryContext, data: HistoryData, listed: ServiceDeployment): PastDeployment {
  const { arn, targetRevisionArn: revisionArn = '', createdAt, finishedAt } = listed
  const revision = data.revisions.find(one => one.arn === revisionArn)
  const taskDefinition = revision?.taskDefinition ?? revisionFrom(context, revisionArn)
  const definition = data.definitions.get(taskDefinition ?? '')
  return {
    arn,
    stage: stageOf(listed),
    images:
      revision && revision.images.length > 0
        ? revision.images
        : imagesOf(definition ?? {}).map(image => ({ ...image, digest: undefined })),
    provenance: provenanceIn(definition ?? {}),
    noRollbackTarget: hasNoRollbackTarget(listed.statusReason) || undefined,
    taskDefinition,
    createdAt,
    finishedAt,
  }
}

/** A revision can have been deployed more than once: what serves came with a success, or is just coming up. */
function servingIn(
  deployments: readonly PastDeployment[],
  { serving }: HistoryContext,
): PastDeployment | undefined {
  const candidates = deployments.filter(({ taskDefinition }) => serving && taskDefinition === serving)
  return (
    candidates.find(({ stage }) => stage === 'successful') ??
    candidates.find(({ stage }) => stage === 'ongoing')
  )
}
