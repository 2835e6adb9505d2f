/**
 * What Express mode asks of a task definition, and the deployments that it configures.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-update-full.html
 */
import type { Document } from '../state/document.js'
import type { PortMapping, TaskDefinition } from '../state/task-definition.js'

export const mainContainer = 'Main'

/** The wording of ECS is not published. */
export function expressRefusal(definition: TaskDefinition): string | undefined {
  const { requiresCompatibilities = [] } = definition.document
  if (!(requiresCompatibilities as readonly unknown[]).includes('FARGATE'))
    return 'The task definition must have FARGATE compatibility.'
  const main = definition.containers.find(({ name }) => name === mainContainer)
  if (main === undefined) return `The task definition must have a container named ${mainContainer}.`
  const [mapping, ...others] = (main.portMappings ?? []).filter(isTcp)
  const isComplete = mapping?.containerPort !== undefined && Boolean(mapping.name)
  if (isComplete && others.length === 0) return undefined
  return `The container ${mainContainer} must have a single TCP port mapping with a container port and a name.`
}

/** Of a definition that is not refused. */
export function mainPort({ containers }: TaskDefinition): number | undefined {
  const main = containers.find(({ name }) => name === mainContainer)
  return main?.portMappings?.find(isTcp)?.containerPort
}

function isTcp({ protocol = 'tcp' }: PortMapping): boolean {
  return protocol === 'tcp'
}

export function expressConfiguration(alarm: string): Document {
  return {
    strategy: 'CANARY',
    bakeTimeInMinutes: 3,
    canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 3 },
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: { alarmNames: [alarm], enable: true, rollback: true },
  }
}
