import { isRevisionOf } from '../../ecs/arn.js'
import { deploymentFailure } from '../../ecs/event-text.js'
import type { Deployment, Service } from '../../ecs/service.js'
import { deploymentOf, isRollingBack, primaryOf } from '../../ecs/service.js'
import type { DeploymentStage, ServiceDeployment } from '../../ecs/service-deployment.js'
import { stageOf } from '../../ecs/service-deployment.js'
import type { Tracked } from '../tracked-deployment.js'

export interface DeploymentView {
  readonly service: Service
  readonly ours: Deployment | undefined
  readonly primary: Deployment | undefined
  readonly serviceDeployment: ServiceDeployment | undefined
  readonly stage: DeploymentStage | undefined
  /** PRIMARY with our own revision */
  readonly isPrimary: boolean
  /** again, or in a stale read */
  readonly previousIsPrimary: boolean
  /** `previousIsPrimary`, and the read is not stale */
  readonly isRollingBack: boolean
  /** from a service event */
  readonly failure: string | undefined
  /** somebody else's: PRIMARY, or PRIMARY before ECS rolled back */
  readonly competingDeployment: Deployment | undefined
}

export function deploymentView(
  tracked: Tracked,
  service: Service,
  found: ServiceDeployment | undefined,
): DeploymentView {
  const { deploymentId } = tracked
  const primary = primaryOf(service)
  const ours = deploymentOf(service, deploymentId)
  const own = found && isOfDeployment(found, deploymentId) ? found : undefined
  const stage = own && stageOf(own)
  const isOurs = primary?.id === deploymentId
  const previousIsPrimary =
    primary !== undefined && !isOurs && isRollbackTarget(tracked, primary, { service, ours, own })
  // An older read could show anything.
  const isAfterOurs = ours !== undefined || stage === 'stopping' || stage === 'stopped'
  const rolledBackOver =
    previousIsPrimary && isAfterOurs ? service.deployments.find(one => isCompeting(tracked, one)) : undefined
  const isOverridden = primary !== undefined && !isOurs && !previousIsPrimary
  // The rollback that ours went over still stands in an older read.
  const saysRollingBack =
    primary !== undefined && primary.id !== tracked.overriddenRollback && isRollingBack(primary)
  return {
    service,
    ours,
    primary,
    serviceDeployment: stage && own,
    stage,
    isPrimary: isOurs && primary.taskDefinition === tracked.taskDefinition,
    previousIsPrimary,
    isRollingBack: previousIsPrimary && !rolledBackOver && (ours !== undefined || saysRollingBack),
    failure: failureIn(service, deploymentId),
    competingDeployment: isOverridden ? primary : rolledBackOver,
  }
}

function isOfDeployment({ targetRevisionArn }: ServiceDeployment, deploymentId: string): boolean {
  return targetRevisionArn === undefined || isRevisionOf(targetRevisionArn, deploymentId)
}

function failureIn({ events }: Service, id: string): string | undefined {
  const [newest] = events.flatMap(({ message }) => deploymentFailure(message, id) ?? [])
  return newest
}

/** Newer than ours: it was not there when ours began. */
function isCompeting({ deploymentId, before }: Tracked, { id, status }: Deployment): boolean {
  return status !== 'PRIMARY' && id !== deploymentId && !before.includes(id)
}

/**
 * AWS's texts and captures show an old deployment with its old id, but AWS does not promise that. So the target of the
 * rollback, ECS's texts and the revision count, too.
 */
function isRollbackTarget(
  tracked: Tracked,
  primary: Deployment,
  {
    service,
    ours,
    own,
  }: {
    readonly service: Service
    readonly ours: Deployment | undefined
    readonly own: ServiceDeployment | undefined
  },
): boolean {
  if (tracked.before.includes(primary.id)) return true
  const target = own?.rollback?.revisionArn
  if (target !== undefined && isRevisionOf(target, primary.id)) return true
  if (rollbackTargetIn(primary.rolloutStateReason) === primary.id) return true
  if (service.events.some(({ message }) => rollbackTargetIn(message) === primary.id)) return true
  const stage = own && stageOf(own)
  const isGoingBack = stage === 'rolling-back' || stage === 'rolled-back' || ours?.rolloutState === 'FAILED'
  return isGoingBack && tracked.deployedBefore.includes(primary.taskDefinition)
}

function rollbackTargetIn(text = ''): string | undefined {
  return /rolling back to deployment(?:Id)? (ecs-svc\/\d+)/.exec(text)?.[1]
}
