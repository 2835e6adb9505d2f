/** What one look shows of our deployment beside the others: who leads, who came back, who is a stranger. */
import { isRevisionOf } from '../ecs/arn.js'
import { deploymentFailure } from '../ecs/event-text.js'
import type { Deployment, Service } from '../ecs/service.js'
import { deploymentOf, primaryOf } from '../ecs/service.js'
import type { DeploymentStage, ServiceDeployment } from '../ecs/service-deployment.js'
import { stageOf } from '../ecs/service-deployment.js'
import type { Tracked } from './tracked-deployment.js'

/** What one look shows, in relation to our deployment. */
export interface DeploymentView {
  readonly service: Service
  readonly ours: Deployment | undefined
  readonly primary: Deployment | undefined
  readonly serviceDeployment: ServiceDeployment | undefined
  readonly stage: DeploymentStage | undefined
  /** we are PRIMARY with our own revision */
  readonly isPrimary: boolean
  /** a deployment from before ours is PRIMARY (again, or still in a stale read) */
  readonly previousIsPrimary: boolean
  /** the same, and the read cannot be an old one: it shows our deployment behind that PRIMARY, or says why */
  readonly isRollingBack: boolean
  /** why ours failed, as an event of the service tells it */
  readonly failure: string | undefined
  /** neither ours nor from before, and PRIMARY, or it was in between and ECS has gone back already */
  readonly competingDeployment: Deployment | undefined
}

export function deploymentView(
  tracked: Tracked,
  service: Service,
  found: ServiceDeployment | undefined,
): DeploymentView {
  const primary = primaryOf(service)
  const ours = deploymentOf(service, tracked.deploymentId)
  const isOurs = primary?.id === tracked.deploymentId
  const bound =
    found?.targetRevisionArn === undefined || isRevisionOf(found.targetRevisionArn, tracked.deploymentId)
  const serviceDeployment = bound ? found : undefined
  const stage = serviceDeployment && stageOf(serviceDeployment)
  const known =
    primary !== undefined && !isOurs && isRollbackTarget(tracked, service, primary, ours, serviceDeployment)
  // A read from before ours could show anything.
  const isAfterOurs = ours !== undefined || stage === 'stopping' || stage === 'stopped'
  const undone = known && isAfterOurs ? service.deployments.find(one => isCompeting(tracked, one)) : undefined
  const competingDeployment = primary && !isOurs && !known ? primary : undone
  return {
    service,
    isPrimary: isOurs && primary?.taskDefinition === tracked.taskDefinition,
    previousIsPrimary: known,
    isRollingBack:
      known && !undone && (ours !== undefined || /rolling back/i.test(primary.rolloutStateReason ?? '')),
    ours,
    primary,
    competingDeployment,
    failure: failureIn(service, tracked.deploymentId),
    serviceDeployment: serviceDeployment && stage ? serviceDeployment : undefined,
    stage: serviceDeployment && stage ? stage : undefined,
  }
}

function failureIn({ events }: Service, id: string): string | undefined {
  const [newest] = events.flatMap(({ message }) => deploymentFailure(message, id) ?? [])
  return newest
}

/** Behind a PRIMARY from before, such a deployment is newer than ours: what is older was there when ours began. */
function isCompeting({ deploymentId, before }: Tracked, { id, status }: Deployment): boolean {
  return status !== 'PRIMARY' && id !== deploymentId && !before.includes(id)
}

/**
 * Whether a PRIMARY that is not ours is what ECS went back to. AWS's texts and captures let it be an old deployment
 * under its old id; nothing promises that, so the rollback's own target, ECS's own words and the revision count, too.
 */
function isRollbackTarget(
  tracked: Tracked,
  service: Service,
  primary: Deployment,
  ours: Deployment | undefined,
  serviceDeployment: ServiceDeployment | undefined,
): boolean {
  if (tracked.before.includes(primary.id)) return true
  const target = serviceDeployment?.rollback?.revisionArn
  if (target !== undefined && isRevisionOf(target, primary.id)) return true
  const saysSo = (text = '') =>
    /rolling back to deployment(?:Id)? (ecs-svc\/\d+)/.exec(text)?.[1] === primary.id
  if (saysSo(primary.rolloutStateReason)) return true
  if (service.events.some(({ message }) => saysSo(message))) return true
  const stage = serviceDeployment && stageOf(serviceDeployment)
  const goingBack = stage === 'rolling-back' || stage === 'rolled-back' || ours?.rolloutState === 'FAILED'
  return goingBack && tracked.deployedBefore.includes(primary.taskDefinition)
}
