/**
 * What Express mode asks of a task definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html (taskDefinitionArn)
 */
import { isExpress } from '../../ecs/service.js'
import { quote } from '../../errors/problem.js'
import { type Container, containersOf, isForFargate } from '../../task-definition/containers.js'
import { mainContainer, mainContainerOf, tcpMappingsOf } from '../../task-definition/express-container.js'
import { enumerate } from '../../text/enumerate.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const expressDefinition = defineCheck({ id: 'express-definition', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  if (!observed || !isExpress(observed.service)) return undefined
  const main = mainContainerOf(definition)
  return [...withoutFargate(context), ...(main ? ofPorts(context, main) : withoutMain(context))]
}

function withoutFargate({ definition, observed, positionOf }: CheckContext): CheckFinding[] {
  if (isForFargate(definition)) return []
  return [
    {
      result: 'refused',
      text: `${observed?.service.name} is an Express service, which runs on Fargate, but FARGATE is not in requiresCompatibilities`,
      next: 'Add "requiresCompatibilities": ["FARGATE"] to the task definition.',
      position: positionOf(['requiresCompatibilities']),
    },
  ]
}

function withoutMain({ definition, observed, positionOf }: CheckContext): CheckFinding[] {
  const containers = containersOf(definition)
  const names = containers.map(({ name }) => quote(name))
  const [only, ...others] = containers
  const which =
    only && others.length === 0 ? `the container ${only.name}` : 'the container that gets the traffic'
  return [
    {
      result: 'refused',
      text: `${observed?.service.name} is an Express service, which sends its traffic to a container named ${mainContainer}, but the task definition has ${names.length > 0 ? `only ${enumerate(names)}` : 'no container'}`,
      next: `Rename ${which} to ${mainContainer} in the task definition, and in container-name or images.`,
      position: positionOf(['containerDefinitions']),
    },
  ]
}

function ofPorts({ positionOf }: CheckContext, main: Container): CheckFinding[] {
  const mappings = tcpMappingsOf(main)
  const [mapping, ...others] = mappings
  const path = [...main.path, 'portMappings']
  const what = `the container ${mainContainer} of an Express service needs one TCP port mapping with a containerPort and a name`
  if (!mapping) {
    const next = `Add {"containerPort": …, "name": "http", "protocol": "tcp"} to the portMappings of ${mainContainer}.`
    return [{ result: 'refused', text: `${what}, but has none`, next, position: positionOf(path) }]
  }
  if (others.length > 0) {
    const next = 'Keep only that of the traffic: the containers of a task reach each other without mappings.'
    const position = positionOf(others[0]?.path ?? path)
    return [{ result: 'refused', text: `${what}, but has ${mappings.length}`, next, position }]
  }
  const { name, containerPort } = mapping.value
  const lacking = [
    ...(typeof containerPort === 'number' ? [] : ['containerPort']),
    ...(text(name) ? [] : ['name']),
  ]
  if (lacking.length === 0) return []
  return [
    {
      result: 'refused',
      text: `${what}, but its mapping has no ${enumerate(lacking)}`,
      next: `Add ${enumerate(lacking)} to the port mapping.`,
      position: positionOf(mapping.path),
    },
  ]
}
