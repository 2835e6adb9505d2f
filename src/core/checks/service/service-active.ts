import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const serviceActive = defineCheck({ id: 'service-active', alwaysEnforced: true, run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const { name, status } = observed.service
  if (status === 'ACTIVE') return []
  return [
    {
      result: 'refused',
      text: `service ${name} is ${status}, not ACTIVE`,
      next: 'Create the service again, or correct the inputs service and cluster.',
    },
  ]
}
