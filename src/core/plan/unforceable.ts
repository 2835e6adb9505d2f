/**
 * UpdateExpressGatewayService has no way to force a deployment of the revision that the service has already.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html
 */
import { isExpress } from '../ecs/service.js'
import type { Problem } from '../errors/problem.js'
import type { Plan } from './plan.js'
import { isSetAlready } from './service-plan.js'

export function unforceable({ revision, services }: Pick<Plan, 'revision' | 'services'>): Problem[] {
  const { origin } = revision
  const set = services.filter(
    ({ observed: { service } }) => isExpress(service) && isSetAlready(service, revision),
  )
  return set.map(({ observed: { service } }) => ({
    subject: 'service',
    text: `${service.name} is an Express service and is set to ${origin} already: ECS starts a deployment only for another revision`,
    next: `To deploy it again, register it as a new revision: name ${origin} in task-definition-arn and set tags, such as restarted=true.`,
  }))
}
