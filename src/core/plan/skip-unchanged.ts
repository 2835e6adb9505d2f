/** The definition decides, not the settings of the rollout (docs/adr/0010). */

import { revisionName } from '../ecs/arn.js'
import { primaryOf } from '../ecs/service.js'
import type { Notice } from '../errors/notice.js'
import { notice } from '../errors/notice.js'
import { enumerate } from '../text/enumerate.js'
import type { ServicePlan } from './plan.js'

export type Skip =
  /** `serving` is undefined where no task runs */
  | { readonly kind: 'skip'; readonly serving: string | undefined; readonly notices: readonly Notice[] }
  | { readonly kind: 'deploy'; readonly notices: readonly Notice[] }

/** Never skips over a failed or unfinished deployment: success would vouch for it. */
export function skipUnchanged(plan: ServicePlan): Skip {
  const { changes, previous, observed, settings } = plan
  if (changes.length > 0 || previous === undefined) return { kind: 'deploy', notices: [] }
  const primary = primaryOf(observed.service)
  const again = `Nothing differs from ${revisionName(previous)}, but it is deployed again because`
  if (primary?.taskDefinition === previous && (primary.rolloutState ?? 'COMPLETED') === 'COMPLETED') {
    if (settings.before.desiredCount === 0) return { kind: 'skip', notices: unsent(plan), serving: undefined }
    if (primary.runningCount > 0) return { kind: 'skip', serving: previous, notices: unsent(plan) }
    return { kind: 'deploy', notices: [notice(`${again} no task of it runs.`)] }
  }
  const state = primary
    ? `${primary.id} of ${revisionName(primary.taskDefinition)} is ${primary.rolloutState}`
    : 'there is no PRIMARY deployment'
  const text = `${again} its deployment is not the one that completed last: ${state}.`
  return { kind: 'deploy', notices: [notice(text)] }
}

/** Settings that wait for the next deployment. */
function unsent({ update, settings }: ServicePlan): Notice[] {
  // A restart that the user wants is never skipped.
  const { deploymentConfiguration = {}, desiredCount, forceNewDeployment: _, ...others } = update
  const names = Object.keys(deploymentConfiguration)
  const isChanged = desiredCount !== undefined && desiredCount !== settings.before.desiredCount
  if (isChanged) names.push('desiredCount')
  names.push(...Object.keys(others))
  if (names.length === 0) return []
  return [notice(`Not sent because there is nothing to deploy: ${enumerate(names)}.`)]
}
