/**
 * ECS configures the deployments of an Express service itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html
 * https://github.com/aws/containers-roadmap/issues/2813 (UpdateService cannot change them)
 */
import { isExpress } from '../../ecs/service.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const expressService = defineCheck({ id: 'express-service', alwaysEnforced: true, run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const { service } = observed
  if (!isExpress(service)) return []
  return [
    {
      result: 'refused',
      text: `service ${service.name} is an Express service (resourceManagementType ECS): ECS configures its deployments, and UpdateService cannot change their configuration`,
      next: 'Deploy it with aws-actions/amazon-ecs-deploy-express-service, which calls UpdateExpressGatewayService.',
    },
  ]
}
