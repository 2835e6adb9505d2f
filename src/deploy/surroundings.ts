/**
 * Looks at what stands around a service, all at once, before anything is changed. Optional: what may not be read is
 * left unseen, with the permission that is missing.
 */
import { lastPart } from '../core/arn.js'
import { guarding } from '../core/checks/alarms.js'
import { Fault, whyUnseen } from '../core/fault.js'
import type { JsonObject } from '../core/json.js'
import type { Observed } from '../core/plan/plan.js'
import { bumpOf, type RolloutWish } from '../core/service/rollout.js'
import { notAsked, type Seen } from '../core/surroundings/seen.js'
import { noSurroundings, type Surroundings } from '../core/surroundings/surroundings.js'
import type { Ports } from '../ports.js'

/** What would be deployed, as far as it decides what to look at. */
export interface Draft {
  readonly definition: JsonObject
  readonly observed?: Observed
  readonly rollout: RolloutWish
}

export async function lookAround(
  ports: Pick<Ports, 'alarms' | 'scaling' | 'loadBalancers'>,
  draft: Draft,
): Promise<Surroundings> {
  const [alarmStates, scaling, targetGroups] = await Promise.all([
    lookAtAlarms(ports, draft),
    lookAtScaling(ports, draft),
    lookAtTargetGroups(ports, draft),
  ])
  return { ...noSurroundings, alarmStates, scaling, targetGroups }
}

async function lookAtAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  { observed, rollout }: Draft,
): Promise<Surroundings['alarmStates']> {
  const names = observed ? guarding(observed.service, rollout) : []
  return names.length === 0 ? notAsked : see(() => alarms.states(names))
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

async function see<T>(look: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { kind: 'seen', value: await look() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { kind: 'unseen', why: whyUnseen(fault) }
  }
}
