/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
import { networkModeOf, portedContainersOf } from '../../task-definition/ports.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const portHost = defineCheck({ id: 'port-host', run })

function run({ definition, positionOf }: CheckContext): Findings {
  const mode = networkModeOf(definition)
  if (mode !== 'awsvpc' && mode !== 'host') return undefined
  return portedContainersOf(definition).flatMap(({ name, mappings }) =>
    mappings.flatMap(({ hostPort, containerPort, path }): CheckFinding[] => {
      // Under bridge, 0 means any port; its meaning here is not documented.
      if (!hostPort || !containerPort || hostPort === containerPort) return []
      return [
        {
          result: 'refused',
          text: `container ${name}: hostPort is ${hostPort} and containerPort is ${containerPort}, but with network mode ${mode} they must be the same`,
          next: `Remove hostPort, or set it to ${containerPort}.`,
          position: positionOf([...path, 'hostPort']),
        },
      ]
    }),
  )
}
