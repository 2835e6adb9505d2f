/**
 * Looks at what stands around a service, all at once, before anything is changed. Optional: what may not be read is
 * left unseen, with the permission that is missing.
 */

import { guarding } from '../../core/checks/alarms/alarms.js'
import { lastPart } from '../../core/ecs/arn.js'
import type { Observed } from '../../core/options/plan-options.js'
import { notAsked } from '../../core/resources/lookup.js'
import type { Surroundings } from '../../core/resources/related-resources.js'
import { bumpOf, type RolloutWish } from '../../core/settings/service-settings.js'
import type { Ports } from '../../ports.js'
import { see } from '../retry/attempt.js'
import { type ImageDraft, lookAtImages } from './images.js'

/** What would be deployed, as far as it decides what to look at. */
export interface Draft extends ImageDraft {
  readonly observed?: Observed
  readonly rollout: RolloutWish
}

export async function lookAround(
  ports: Pick<Ports, 'alarms' | 'scaling' | 'registry' | 'loadBalancers'>,
  draft: Draft,
): Promise<Surroundings> {
  const [alarms, scaling, images, targetGroups] = await Promise.all([
    lookAtAlarms(ports, draft),
    lookAtScaling(ports, draft),
    lookAtImages(ports, draft),
    lookAtTargetGroups(ports, draft),
  ])
  return { alarms, scaling, images, targetGroups }
}

async function lookAtAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  { observed, rollout }: Draft,
): Promise<Surroundings['alarms']> {
  const names = observed ? guarding(observed.service, rollout) : []
  return names.length === 0 ? notAsked : see(() => alarms.describe(names))
}

/** Only a raised desired count can be in its way. */
async function lookAtScaling(
  { scaling }: Pick<Ports, 'scaling'>,
  { observed, rollout }: Draft,
): Promise<Surroundings['scaling']> {
  if (!observed || !bumpOf(observed.service, rollout)) return notAsked
  const { clusterArn, name } = observed.service
  return see(() => scaling.boundsOf(lastPart(clusterArn), name))
}

async function lookAtTargetGroups(
  { loadBalancers }: Pick<Ports, 'loadBalancers'>,
  { observed }: Draft,
): Promise<Surroundings['targetGroups']> {
  const arns = new Set(observed?.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups))
  return arns.size === 0 ? notAsked : see(() => loadBalancers.targetGroups([...arns]))
}
