import { orMoveThePort } from '../../ecs/port-advice.js'
import { shortImage } from '../../task-definition/image.js'
import { enumerate } from '../../text/enumerate.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed } from '../check.js'
import type { CheckContext } from '../check-context.js'
import type { Balanced } from './balanced-containers.js'
import { balancedContainers, hasSamePorts, mappingPath } from './balanced-containers.js'
import { portVariables } from './port-variables.js'

export const portEnvironment = defineCheck({ id: 'port-environment', run })

function run(context: CheckContext): Findings {
  const findings = balancedContainers(context).flatMap(one => checkEnvironment(context, one))
  const problems = findings.filter(({ result }) => result !== 'passed')
  return problems.length > 0 ? problems : anyOf(findings.slice(0, 1))
}

/** What the serving revision sets the same way works. */
function checkEnvironment(context: CheckContext, balanced: Balanced): CheckFinding[] {
  const { container, config, image, live, balancer } = balanced
  const variables = portVariables(container, config)
  if (variables.length === 0) return []
  const before = live?.proven ? portVariables(live.container, live.config) : []
  const changed = variables.filter(
    ({ name, ports }) => !before.some(other => other.name === name && hasSamePorts(other.ports, ports)),
  )
  const balancers = context.observed?.service.loadBalancers ?? []
  const expected = balancers.filter(other => other.container === container.name).map(({ port }) => port)
  const hasExpected = variables.some(({ ports }) => ports.some(port => expected.includes(port)))
  if (hasExpected || changed.length === 0) return [passed]
  const values = changed.map(
    ({ name, ports, path }) =>
      `${name} is ${enumerate(ports.map(String))}${path ? '' : ` in ${shortImage(image)}`}`,
  )
  const names = enumerate(changed.map(({ name }) => name))
  return [
    {
      result: 'warning',
      text: `container ${container.name}: ${enumerate(values)}, but the load balancer sends requests to ${balancer.port}`,
      next: `Set ${names} to ${balancer.port} in the task definition, ${orMoveThePort}`,
      position: context.positionOf(changed[0]?.path ?? mappingPath(balanced) ?? container.path),
    },
  ]
}
