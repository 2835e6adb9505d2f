/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

const last = 65_535

export const portBounds = defineCheck({ id: 'port-bounds', run })

function run(context: CheckContext): Findings {
  const mappings = containersOf(context.definition).flatMap(container =>
    listedIn(container, 'portMappings').map(mapping => ({ container: container.name, ...mapping })),
  )
  if (mappings.length === 0) return undefined
  return mappings.flatMap(({ container, value, path }) =>
    ['containerPort', 'hostPort'].flatMap((member): CheckFinding[] => {
      const port = value[member]
      if (typeof port !== 'number' || (Number.isInteger(port) && port >= 0 && port <= last)) return []
      return [
        {
          result: 'refused',
          text: `container ${container}: ${member} is ${port}, and ports go from 0 to ${last}`,
          next: `Correct ${member}.`,
          ...locate(context, [...path, member]),
        },
      ]
    }),
  )
}
