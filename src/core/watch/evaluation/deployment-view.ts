/** One snapshot from the point of view of our deployment: which deployment is PRIMARY, and what that means for ours. */
import { isRevisionOf } from '../../ecs/arn.js'
import { deploymentFailure } from '../../ecs/event-text.js'
import type { Deployment, Service } from '../../ecs/service.js'
import { deploymentOf, primaryOf } from '../../ecs/service.js'
import type { DeploymentStage, ServiceDeployment } from '../../ecs/service-deployment.js'
import { stageOf } from '../../ecs/service-deployment.js'
import type { Tracked } from '../tracked-deployment.js'

export interface DeploymentView {
  readonly service: Service
  readonly ours: Deployment | undefined
  readonly primary: Deployment | undefined
  readonly serviceDeployment: ServiceDeployment | undefined
  readonly stage: DeploymentStage | undefined
  /** ours is PRIMARY with our own revision */
  readonly isPrimary: boolean
  /** a deployment from before ours is PRIMARY: again, or still in a stale read */
  readonly previousIsPrimary: boolean
  /** the same, and the read is not stale: it contains our deployment, or says that ECS rolls back */
  readonly isRollingBack: boolean
  /** why ours failed, by an event of the service */
  readonly failure: string | undefined
  /** somebody else's deployment, which is PRIMARY or was before ECS rolled back */
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
  // A read from before our deployment could show anything.
  const isAfterOurs = ours !== undefined || stage === 'stopping' || stage === 'stopped'
  const rolledBackOver =
    previousIsPrimary && isAfterOurs ? service.deployments.find(one => isCompeting(tracked, one)) : undefined
  const isOverridden = primary !== undefined && !isOurs && !previousIsPrimary
  const saysRollingBack = /rolling back/i.test(primary?.rolloutStateReason ?? '')
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

/** Next to a PRIMARY from before, whatever was not there when ours began is newer than ours. */
function isCompeting({ deploymentId, before }: Tracked, { id, status }: Deployment): boolean {
  return status !== 'PRIMARY' && id !== deploymentId && !before.includes(id)
}

/**
 * Whether ECS went back to this PRIMARY. In AWS's texts and captures it is an old deployment with its old id, but nothing
 * promises that: the target of the rollback, what ECS says and the revision count as well.
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
