/**
 * ECS configures the deployments of an Express service itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html
 * https://github.com/aws/containers-roadmap/issues/2813 (neither UpdateExpressGatewayService nor UpdateService can)
 */
import { scaleExpressCommand } from '../../ecs/cli-commands.js'
import { isExpress, type ServiceState } from '../../ecs/service.js'
import { inputsOfUpdateService } from '../../settings/express-inputs.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const expressService = defineCheck({ id: 'express-service', alwaysEnforced: true, run })

function run({ observed, resources, rollout }: CheckContext): Findings {
  if (!observed || !isExpress(observed.service)) return undefined
  const { service } = observed
  const inputs = inputsOfUpdateService(rollout)
  return [
    ...(inputs.length > 0 ? [notTaken(service, inputs)] : []),
    ...(resources.endpoint.kind === 'unavailable' ? [withoutEndpoint(resources.endpoint.why)] : []),
  ]
}

const counts: readonly string[] = ['desired-count', 'bump-desired-count']

function notTaken(service: ServiceState, inputs: readonly string[]): CheckFinding {
  const scale = inputs.some(input => counts.includes(input))
    ? ` To change how many tasks it runs: ${scaleExpressCommand(service)}`
    : ''
  return {
    result: 'refused',
    text: `${service.name} is an Express service: ECS configures its deployments (canary, circuit breaker with rollback, alarm), and UpdateExpressGatewayService takes only the revision, not ${inputs.join(', ')}`,
    next: `Remove ${inputs.length === 1 ? 'that input' : 'those inputs'}.${scale}`,
  }
}

function withoutEndpoint(why: string): CheckFinding {
  return { result: 'notice', text: `the output endpoint stays empty: ${why}`, next: '' }
}
