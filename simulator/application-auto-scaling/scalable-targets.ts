/** autoscaling/application/APIReference/API_RegisterScalableTarget.html and its neighbors */
import { AwsError } from '../aws-error.js'
import type { ScalableTarget } from '../ecs/resources/scalable-targets.js'
import type { World } from '../ecs/world.js'
import { checkTarget, findTarget, invalid, type TargetReference, targetArn } from './requests.js'

export interface RegisterScalableTargetInput extends TargetReference {
  readonly MinCapacity?: number
  readonly MaxCapacity?: number
  readonly SuspendedState?: {
    readonly DynamicScalingInSuspended?: boolean
    readonly DynamicScalingOutSuspended?: boolean
    readonly ScheduledScalingSuspended?: boolean
  }
  readonly Tags?: Readonly<Record<string, string>>
}

/** Registers or updates; both capacities are needed only for a new target. The wording of the refusals is ours. */
export function registerScalableTarget(world: World, input: RegisterScalableTargetInput): object {
  checkTarget(input)
  const { ResourceId: resourceId, Tags } = input
  const known = world.scalableTargets.find(resourceId)
  const min = input.MinCapacity ?? known?.min
  const max = input.MaxCapacity ?? known?.max
  if (min === undefined || max === undefined) {
    throw invalid('MinCapacity and MaxCapacity are required to register a new scalable target.')
  }
  if (min < 0 || max < 0) throw invalid('MinCapacity and MaxCapacity must not be negative.')
  if (min > max) throw invalid('Maximum capacity cannot be less than minimum capacity')
  const [, cluster, name] = resourceId.split('/')
  const service = world.services.get(world.arn(`service/${cluster}/${name}`))
  if (service === undefined || service.status === 'INACTIVE') {
    throw invalid(`ECS service doesn't exist: ${resourceId}`)
  }
  const target = world.scalableTargets.register(
    { resourceId, min, max, suspended: suspendedIn(input) },
    world.now,
  )
  if (Tags !== undefined) target.tags = Tags
  return { ScalableTargetARN: targetArn(world, target) }
}

function suspendedIn({ SuspendedState: state = {} }: RegisterScalableTargetInput) {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = state
  return {
    ...(DynamicScalingInSuspended !== undefined && { in: DynamicScalingInSuspended }),
    ...(DynamicScalingOutSuspended !== undefined && { out: DynamicScalingOutSuspended }),
    ...(ScheduledScalingSuspended !== undefined && { scheduled: ScheduledScalingSuspended }),
  }
}

/** "Deregistering a scalable target deletes the scaling policies that are associated with it." */
export function deregisterScalableTarget(world: World, input: TargetReference): object {
  checkTarget(input)
  world.scalableTargets.remove(findTarget(world, input).resourceId)
  return {}
}

type Resource = { readonly ResourceARN: string }

export function listTagsForResource(world: World, { ResourceARN }: Resource): object {
  return { Tags: byArn(world, ResourceARN).tags }
}

export function tagResource(
  world: World,
  { ResourceARN, Tags }: Resource & { readonly Tags: Readonly<Record<string, string>> },
): object {
  const target = byArn(world, ResourceARN)
  target.tags = { ...target.tags, ...Tags }
  return {}
}

export function untagResource(
  world: World,
  { ResourceARN, TagKeys }: Resource & { readonly TagKeys: readonly string[] },
): object {
  const target = byArn(world, ResourceARN)
  target.tags = Object.fromEntries(Object.entries(target.tags).filter(([key]) => !TagKeys.includes(key)))
  return {}
}

function byArn(world: World, arn: string): ScalableTarget {
  const target = world.scalableTargets.all().find(each => targetArn(world, each) === arn)
  if (target !== undefined) return target
  throw new AwsError('ResourceNotFoundException', `The specified resource does not exist: ${arn}`)
}
