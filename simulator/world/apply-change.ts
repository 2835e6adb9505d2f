import { AwsError } from '../aws-error.js'
import { autoScale } from '../ecs/behavior/auto-scaling.js'
import { resourceName } from '../ecs/operations/find.js'
import { operations } from '../ecs/operations.js'
import type { Document } from '../ecs/state/document.js'
import type { Service } from '../ecs/state/service.js'
import type { World } from '../ecs/world.js'
import { applyResources } from './apply-resources.js'
import type { Change, DescribedImage, DescribedScaling, ServiceName } from './description.js'
import { withTargetGroupArns } from './names.js'
import type { Path } from './path.js'
import { suggestion } from './schema/check.js'

/** The world refuses what a description wants. */
export class RefusedChange extends Error {
  /** Of the member in the description. */
  readonly path: Path

  constructor(path: Path, error: AwsError, hint: string) {
    super(`${error.name}: ${error.message}${hint}`)
    this.path = path
  }
}

/** Now. `path` says where the change stands in its description. */
export function applyChange(world: World, change: Change, path: Path = []): void {
  for (const [reference, image] of Object.entries(change.images ?? {}))
    refusedAt([...path, 'images', reference], () => checkImage(world, reference, image))
  applyResources(world, change)
  for (const [clusterName, members] of Object.entries(change.clusters ?? {}))
    perform(world, [...path, 'clusters', clusterName], ['CreateCluster', { clusterName, ...members }])
  for (const [index, definition] of (change.taskDefinitions ?? []).entries())
    perform(world, [...path, 'taskDefinitions', index], ['RegisterTaskDefinition', definition])
  for (const [index, service] of (change.services ?? []).entries())
    perform(world, [...path, 'services', index], ['CreateService', service])
  for (const [index, scaling] of (change.scaling ?? []).entries())
    refusedAt([...path, 'scaling', index], () => applyScaling(world, scaling))
  for (const [index, call] of (change.calls ?? []).entries())
    for (const entry of Object.entries(call)) perform(world, [...path, 'calls', index, entry[0]], entry)
  for (const [index, service] of (change.stopDeployments ?? []).entries())
    refusedAt([...path, 'stopDeployments', index], () => stopDeployment(world, service))
}

function checkImage({ images }: World, reference: string, { sameAs }: DescribedImage): void {
  if (sameAs === undefined || images.hasForCopy(reference, sameAs)) return
  throw new AwsError('ImageNotFoundException', `the repository of ${reference} has no image ${sameAs}`)
}

function perform(world: World, path: Path, [operation, input]: readonly [string, Document]): object {
  const work = () => call(world, operation, withTargetGroupArns(input, world) as object)
  return refusedAt(path, work, () => unknownDefinition(world, input))
}

/** ECS does not say which. */
function unknownDefinition({ families }: World, { taskDefinition }: Document): string {
  if (typeof taskDefinition !== 'string') return ''
  const [family = ''] = resourceName(taskDefinition).split(':')
  const known = [...families.keys()]
  if (known.length === 0 || known.includes(family)) return ''
  return ` (${taskDefinition}${suggestion(family, known)})`
}

/** One operation of ECS. */
export function call(world: World, operation: string, input: object): object {
  const perform = operations[operation]
  if (perform === undefined) throw new Error(`no operation ${operation}`)
  return perform(world, input)
}

function refusedAt<T>(path: Path, work: () => T, hint = () => ''): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AwsError) throw new RefusedChange(path, error, hint())
    throw error
  }
}

function applyScaling(world: World, { min, max, suspended, desiredCount, ...name }: DescribedScaling): void {
  const resourceId = `service/${name.cluster ?? 'default'}/${name.service}`
  const known = world.scalableTargets.find(resourceId)
  const limits = { min: min ?? known?.min ?? 0, max: max ?? known?.max ?? desiredCount ?? 0 }
  if (limits.max < limits.min) throw new AwsError('ValidationException', 'max is smaller than min')
  world.scalableTargets.register({ resourceId, ...limits, ...(suspended && { suspended }) }, world.now)
  if (desiredCount !== undefined) autoScale(world, requireService(world, name), desiredCount)
}

function stopDeployment(world: World, name: ServiceName): void {
  const { arn, clusterName } = requireService(world, name)
  const described = call(world, 'DescribeServices', { cluster: clusterName, services: [arn] }) as {
    readonly services: readonly { readonly currentServiceDeployment?: string }[]
  }
  const serviceDeploymentArn = described.services[0]?.currentServiceDeployment
  if (serviceDeploymentArn === undefined)
    throw new AwsError('ServiceDeploymentNotFoundException', `${name.service} has no deployment to stop`)
  call(world, 'StopServiceDeployment', { serviceDeploymentArn })
}

function requireService(world: World, { cluster = 'default', service }: ServiceName): Service {
  const found = world.services.get(world.arn(`service/${cluster}/${service}`))
  if (found === undefined)
    throw new AwsError('ServiceNotFoundException', `the cluster ${cluster} has no service ${service}`)
  return found
}
