/** Joins service deployments, service revisions and tags of task definitions. */
import { isRevisionOf } from '../ecs/arn.js'
import type {
  DeploymentStage,
  RanImage,
  ServiceDeployment,
  ServiceRevision,
} from '../ecs/service-deployment.js'
import { hasNoRollbackTarget, stageOf } from '../ecs/service-deployment.js'
import type { ServicePlan } from '../plan/plan.js'
import type { RevisionPlan } from '../plan/revision-plan.js'
import { withTag } from '../task-definition/image-tags.js'
import type { Provenance } from '../task-definition/tags.js'
import { provenanceIn } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { Tracked } from '../watch/tracked-deployment.js'
import { decisiveService, type Outcome, servingArns } from './outcome.js'
import { outcomes } from './outcomes.js'
import type { Rollout } from './rollout.js'
import { planOfService, type ServiceResult } from './service-result.js'

export interface PastDeployment {
  readonly arn: string
  readonly stage: DeploymentStage
  /** ECS had no deployment to roll back to */
  readonly noRollbackTarget: true | undefined
  readonly createdAt: number | undefined
  readonly finishedAt: number | undefined
  /** ARN */
  readonly taskDefinition: string | undefined
  readonly images: readonly RanImage[]
  readonly provenance: Provenance
}

export interface History {
  /** newest first */
  readonly deployments: readonly PastDeployment[]
  /** empty: none, or not known */
  readonly serving: readonly PastDeployment[]
  /** missing permissions, or errors of AWS */
  readonly unavailable: readonly string[]
}

export interface HistoryContext {
  readonly plan: ServicePlan
  readonly revision: RevisionPlan | undefined
  /** ARNs */
  readonly serving: readonly string[]
  /** of this run */
  readonly own: Pick<Tracked, 'deploymentId' | 'taskDefinition'> | undefined
}

export function historyContext(outcome: Outcome): HistoryContext | undefined {
  const service = decisiveService(outcome)
  const plan = service && planOfService(service)
  if (!plan || !outcomes[outcome.name].showsHistory || lostCredentials(service)) return undefined
  const before = plan.previous === undefined ? [] : [plan.previous]
  switch (service.kind) {
    case 'untouched':
    case 'unchanged':
    case 'unconfirmed':
      return { plan, revision: outcome.plan?.revision, serving: before, own: undefined }
    case 'started':
      return { ...ownContext(outcome, service.rollout), serving: before }
    case 'ended':
      return ownContext(outcome, service.rollout)
  }
}

function lostCredentials(service: ServiceResult): boolean {
  return (
    service.kind === 'ended' && service.result.kind === 'unknown' && service.result.lost === 'credentials'
  )
}

function ownContext(outcome: Outcome, { plan, tracked }: Rollout): HistoryContext {
  return { plan, revision: outcome.plan?.revision, serving: servingArns(outcome), own: tracked }
}

/** The task definition of a service revision. */
export function revisionFrom({ plan, own }: HistoryContext, revisionArn: string): string | undefined {
  if (own && isRevisionOf(revisionArn, own.deploymentId)) return own.taskDefinition
  return plan.observed.service.deployments.find(({ id }) => isRevisionOf(revisionArn, id))?.taskDefinition
}

/** `definitions`: by ARN, with tags */
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
    serving: context.serving.flatMap(arn => servingDeployment(deployments, arn) ?? []),
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
    images: imagesIn(revision, definition ?? {}).map(image => withTag(image, definition ?? {})),
    provenance: provenanceIn(definition ?? {}),
    noRollbackTarget: hasNoRollbackTarget(listed.statusReason) || undefined,
    taskDefinition,
    createdAt,
    finishedAt,
  }
}

function imagesIn(revision: ServiceRevision | undefined, definition: JsonObject): readonly RanImage[] {
  if (revision && revision.images.length > 0) return revision.images
  return imagesOf(definition).map(image => ({ ...image, digest: undefined }))
}

/** A revision can have several deployments: a success serves, else the one in progress. */
function servingDeployment(
  deployments: readonly PastDeployment[],
  serving: string,
): PastDeployment | undefined {
  const candidates = deployments.filter(({ taskDefinition }) => taskDefinition === serving)
  return (
    candidates.find(({ stage }) => stage === 'successful') ??
    candidates.find(({ stage }) => stage === 'ongoing')
  )
}
