/**
 * UpdateService cannot change the task definition under every controller.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html
 */
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const controller = defineCheck({ id: 'controller', alwaysEnforced: true, run })

const remedies: ReadonlyMap<string, string> = new Map([
  ['CODE_DEPLOY', 'Deploy it through AWS CodeDeploy, or move the service to the ECS deployment controller.'],
  ['EXTERNAL', 'Deploy it with task sets, or move the service to the ECS deployment controller.'],
])

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const { name, controller: type } = observed.service
  const next = remedies.get(type)
  if (next === undefined) return []
  return [
    {
      result: 'refused',
      text: `service ${name} has the deployment controller ${type}, so UpdateService cannot change its task definition`,
      next,
    },
  ]
}
