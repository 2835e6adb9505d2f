import { type LifecycleStage, lifecycleStages } from '../../ecs/lifecycle-stages.js'
import type { WaitUntil } from '../../options/watch-options.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const lifecycleStage = defineCheck({ id: 'lifecycle-stage', run })

/** A rolling deployment shifts no traffic, but its hooks can name stages before a shift. */
const stagesBeforeShifts: readonly LifecycleStage[] = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
]

/**
 * Whether a deployment may never show the stage of `wait-until`. AWS describes the stages of deployments that shift
 * traffic; which of them a rolling deployment shows is not documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
 */
function run({ observed, waitUntil }: CheckContext): Findings {
  if (!observed || !isStage(waitUntil)) return undefined
  const { service, settings } = observed
  if (settings.after.strategy !== 'ROLLING') return []
  if (service.hasHooks && stagesBeforeShifts.includes(waitUntil)) return []
  const without = service.hasHooks ? '' : ' without lifecycle hooks'
  return [
    {
      result: 'warning',
      text: `wait-until is ${waitUntil}, but a rolling deployment${without} may never show this stage: this step would then wait until the deployment shows a later one or has ended`,
      next: 'Remove wait-until if this step should not end earlier.',
    },
  ]
}

function isStage(waitUntil: WaitUntil | undefined): waitUntil is LifecycleStage {
  const all: readonly (string | undefined)[] = lifecycleStages
  return all.includes(waitUntil)
}
