/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html */
import { findContainer, mappingOf } from '../../task-definition/ports.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const portRegistry = defineCheck({ id: 'port-registry', run })

function run({ definition, observed, positionOf }: CheckContext): Findings {
  const registries = observed?.service.registries ?? []
  if (registries.length === 0) return undefined
  return registries.flatMap(({ container: name, port }): CheckFinding[] => {
    const container = findContainer(definition, name)
    if (container && (port === undefined || mappingOf(container, port))) return []
    const path = container ? [...container.path, 'portMappings'] : ['containerDefinitions']
    const what = container ? `port ${port} of container ${name}` : `container ${name}`
    return [
      {
        result: 'refused',
        text: `service discovery of the service registers ${what}, which the task definition lacks`,
        next: `Add ${what} to the task definition, or change serviceRegistries of the service first.`,
        position: positionOf(path),
      },
    ]
  })
}
