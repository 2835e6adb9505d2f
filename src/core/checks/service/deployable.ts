/** Whether the service can be deployed to at all. */
import type { Service } from '../../ecs/service.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'

/** Whether this service can be deployed to by UpdateService at all. */
export function checkService(service: Service): Check[] {
  return [checkActive(service), checkController(service)]
}

function checkActive(service: Service): Check {
  if (service.status === 'ACTIVE') return passed('service-active')
  return {
    id: 'service-active',
    result: 'refused',
    text: `service ${service.name} is ${service.status}, not ACTIVE`,
    next: 'Create the service again, or correct the inputs service and cluster.',
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html */
function checkController(service: Service): Check {
  const remedies: Readonly<Record<string, string>> = {
    CODE_DEPLOY: 'Deploy it through AWS CodeDeploy, or move the service to the ECS deployment controller.',
    EXTERNAL: 'Deploy it with task sets, or move the service to the ECS deployment controller.',
  }
  const next = remedies[service.controller]
  if (!next) return passed('controller')
  return {
    id: 'controller',
    result: 'refused',
    text: `service ${service.name} has the deployment controller ${service.controller}, where UpdateService cannot change the task definition`,
    next,
  }
}
