/** What UpdateService refuses because of the state of the service and its cluster, in the words that ECS is seen to use. */
import { AwsError } from '../../aws-error.js'
import type { Document } from '../state/document.js'
import type { Service } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'

const maxDeployments = 5

/**
 * A deployment counts until all its tasks have stopped and drained.
 * https://github.com/aws/containers-roadmap/issues/2836
 */
export function checkDeployments(world: World, service: Service): void {
  const tasks = world.tasksOf(service).filter(({ lastStatus }) => lastStatus !== 'STOPPED')
  const held = new Set(tasks.map(({ deploymentId }) => deploymentId))
  const active = service.deployments.filter(({ id, status }) => status === 'PRIMARY' || held.has(id))
  if (active.length < maxDeployments) return
  throw invalid(`${active.length} active deployments exist, unable to create new deployment.`)
}

/**
 * A cluster of which no capacity providers were stated is believed to have those of its services.
 * https://github.com/dask/dask-cloudprovider/issues/328
 */
export function checkCapacityProviders(
  clusterAttributes: Document,
  { capacityProviderStrategy }: Document,
): void {
  const associated = clusterAttributes.capacityProviders as readonly string[] | undefined
  if (associated === undefined) return
  const strategy = (capacityProviderStrategy ?? []) as readonly { readonly capacityProvider: string }[]
  if (strategy.every(({ capacityProvider }) => associated.includes(capacityProvider))) return
  throw invalid(
    'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and try again.',
  )
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
const platforms = ['LATEST', '1.4.0', '1.3.0', '1.2.0', '1.1.0', '1.0.0']
const withEfs = ['LATEST', '1.4.0']

/**
 * https://github.com/jenkinsci/amazon-ecs-plugin/issues/218 (both texts), https://github.com/ansible/ansible/issues/70625
 * (EFS volumes)
 */
export function checkPlatform({ document }: TaskDefinition, { platformVersion }: Document): void {
  if (platformVersion === undefined) return
  const version = String(platformVersion)
  if (!platforms.includes(version)) {
    throw new AwsError('PlatformUnknownException', 'The specified platform does not exist.')
  }
  const volumes = (document.volumes ?? []) as readonly Document[]
  if (withEfs.includes(version) || !volumes.some(volume => volume.efsVolumeConfiguration !== undefined))
    return
  throw new AwsError(
    'PlatformTaskDefinitionIncompatibilityException',
    'One or more of the requested capabilities are not supported.',
  )
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
