/** The definition decides, not the settings of the rollout (docs/adr/0010). */

import { revisionName } from '../ecs/arn.js'
import { primaryOf } from '../ecs/service.js'
import type { Notice } from '../errors/notice.js'
import { notice } from '../errors/notice.js'
import type { ServicePlan } from './plan.js'

export type Skip =
  /** `serving` is undefined where no task runs */
  | { readonly kind: 'skip'; readonly serving: string | undefined; readonly notices: readonly Notice[] }
  | { readonly kind: 'deploy'; readonly notices: readonly Notice[] }

/** Never skips over a failed or unfinished deployment: success would vouch for it. */
export function skipUnchanged(plan: ServicePlan): Skip {
  const { changes, previous, observed } = plan
  if (changes.length > 0 || previous === undefined) return { kind: 'deploy', notices: [] }
  const primary = primaryOf(observed.service)
  const again = `Nothing differs from ${revisionName(previous)}, but it is deployed again, since`
  if (primary?.taskDefinition === previous && (primary.rolloutState ?? 'COMPLETED') === 'COMPLETED') {
    if (observed.service.desiredCount === 0)
      return { kind: 'skip', notices: unsent(plan), serving: undefined }
    if (primary.runningCount > 0) return { kind: 'skip', serving: previous, notices: unsent(plan) }
    return { kind: 'deploy', notices: [notice(`${again} no task of it runs.`)] }
  }
  const state = primary
    ? `${primary.id} of ${revisionName(primary.taskDefinition)} is ${primary.rolloutState}`
    : 'there is no PRIMARY one'
  const text = `${again} its deployment is not the one that completed last: ${state}.`
  return { kind: 'deploy', notices: [notice(text)] }
}

/** Settings that wait for the next deployment. */
function unsent({ update, settings }: ServicePlan): Notice[] {
  const { deploymentConfiguration = {}, desiredCount, ...others } = update
  const moved = desiredCount !== undefined && desiredCount !== settings.before.desiredCount
  const names = [
    ...Object.keys(deploymentConfiguration),
    ...(moved ? ['desiredCount'] : []),
    ...Object.keys(others),
  ]
  if (names.length === 0) return []
  return [notice(`Not sent, since skip-unchanged found nothing to deploy: ${names.join(', ')}.`)]
}
