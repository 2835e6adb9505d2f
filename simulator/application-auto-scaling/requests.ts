/** What the operations have in common (autoscaling/application/APIReference). */
import { createHash } from 'node:crypto'
import { ScalableDimension, ServiceNamespace } from '@aws-sdk/client-application-auto-scaling'
import { AwsError } from '../aws-error.js'
import type { ScalableTarget } from '../ecs/resources/scalable-targets.js'
import type { World } from '../ecs/world.js'

export const desiredCount = 'ecs:service:DesiredCount'

export interface TargetReference {
  readonly ServiceNamespace: string
  readonly ResourceId: string
  readonly ScalableDimension: string
}

/** Every target is an ECS service. */
export function checkTarget({
  ServiceNamespace,
  ResourceId,
  ScalableDimension: dimension,
}: TargetReference): void {
  checkNamespace(ServiceNamespace)
  checkDimension(dimension)
  if (ServiceNamespace !== 'ecs') throw invalid(`This simulator scales ecs only, not ${ServiceNamespace}.`)
  if (dimension !== desiredCount || !/^service\/[^/]+\/[^/]+$/.test(ResourceId)) {
    throw invalid('Unsupported service namespace, resource type or scalable dimension')
  }
}

export function checkNamespace(value: string): void {
  requireOneOf('serviceNamespace', value, Object.values(ServiceNamespace))
}

export function checkDimension(value: string): void {
  requireOneOf('scalableDimension', value, Object.values(ScalableDimension))
}

/** The words are those of the responses that AWS shows for a target that was never registered. */
export function findTarget(
  world: World,
  { ServiceNamespace, ResourceId, ScalableDimension }: TargetReference,
): ScalableTarget {
  const target = world.scalableTargets.find(ResourceId)
  if (target !== undefined) return target
  throw new AwsError(
    'ObjectNotFoundException',
    `No scalable target found for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}`,
  )
}

export function targetArn({ region, account }: World, { resourceId }: ScalableTarget): string {
  return `arn:aws:application-autoscaling:${region}:${account}:scalable-target/${idOf(resourceId)}`
}

export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function requireOneOf(member: string, value: string, values: readonly string[]): void {
  if (!values.includes(value))
    throw constraint(value, member, `satisfy enum value set: [${values.join(', ')}]`)
}

export function constraint(value: string, member: string, what: string): AwsError {
  return invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${what}`,
  )
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message)
}
