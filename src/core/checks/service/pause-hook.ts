import { lifecycleStages } from '../../ecs/lifecycle-stages.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const pauseHook = defineCheck({ id: 'pause-hook', run })

/** `wait-until` and the pause hooks of the service (docs/adr/0045). */
function run({ observed, waitUntil }: CheckContext): Findings {
  if (!observed || waitUntil === undefined) return undefined
  const { pauseStages } = observed.service
  if (waitUntil === 'paused') return pauseStages.length > 0 ? [] : [withoutHook]
  if (pauseStages.length === 0) return undefined
  const before =
    waitUntil === 'completed' ? pauseStages : pauseStages.filter(stage => isBefore(stage, waitUntil))
  if (before.length === 0) return []
  return [
    {
      result: 'notice',
      text: `the service has a pause hook at ${before.join(', ')}: the deployment waits there for somebody to continue it, and this step with it`,
      next: 'Set wait-until: paused if this step should end there.',
    },
  ]
}

const withoutHook = {
  result: 'refused',
  text: 'wait-until is paused, but the service has no pause hook: the deployment would go on without anybody who decides',
  next: 'Add a lifecycle hook with targetType PAUSE to the deploymentConfiguration of the service, or remove wait-until.',
} as const

/** A hook can have a stage that no deployment shows. */
function isBefore(stage: string, goal: string): boolean {
  const shown = stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage
  const order: readonly string[] = lifecycleStages
  return order.indexOf(shown) < order.indexOf(goal)
}
