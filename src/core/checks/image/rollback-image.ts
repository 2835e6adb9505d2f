/**
 * ECS rolls back to the last deployment that COMPLETED; a lifecycle policy of the repository may have deleted its image.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
import { revisionName } from '../../ecs/arn.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { pullThroughPrefix } from '../../task-definition/pull-through.js'
import { type ContainerImage, imagesOf } from '../../task-definition/task-definition.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { missingText } from './missing-image.js'

export const rollbackImage = defineCheck({ id: 'rollback-image', run })

function run({ observed, resources }: CheckContext): Findings {
  if (!observed) return undefined
  const { live, serving, service, settings } = observed
  const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  const { enable, rollback } = settings.after.breaker
  if (!enable || !rollback || !completed || completed.taskDefinition !== serving) return undefined
  const name = revisionName(completed.taskDefinition)
  return anyOf(imagesOf(live).flatMap(image => checkImage(image, name, resources)))
}

function checkImage(
  { container, image }: ContainerImage,
  revision: string,
  { images }: CheckContext['resources'],
): CheckFinding[] {
  const location = registryOf(image)
  const lookup = images.get(image)
  if (location?.kind !== 'ecr' || !lookup || lookup.kind === 'skipped') return []
  // ECR fetches such a tag again.
  if ('tag' in location.id && pullThroughPrefix(location.repository)) return []
  if (lookup.kind === 'unavailable') return [unavailable(lookup.why)]
  if (lookup.value.kind === 'stored') return [passed]
  return [
    {
      result: 'warning',
      text: `the circuit breaker rolls back to ${revision}, which could start no new task: the image ${image} of container ${container} no longer exists: ${missingText(lookup.value.kind, location)}`,
      next: 'Push that image again, or deploy a revision whose image exists first; let the lifecycle policy keep the images of services.',
    },
  ]
}
