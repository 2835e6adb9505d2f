import type { Target } from '../../core/ecs/service.js'
import { assertNever } from '../../core/errors/assert-never.js'
import { pauseBefore } from '../../core/watch/pace.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { WatchEffect, WatchEvent } from '../../core/watch/watch-event.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { stopDeployment } from '../change/stop-deployment.js'
import type { PacedEffect } from './poll.js'

export type WatchPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled' | 'loadBalancers' | 'alarms'>

export interface WatchedDeployment {
  readonly target: Target
  readonly tracked: Tracked
}

/** Polls and glances wait; other effects are due at once. */
export function dueAt(effect: WatchEffect, { clock }: Pick<Ports, 'clock'>): number {
  const now = clock.now()
  return isPaced(effect) ? now + pauseBefore(effect.pace, { random: clock.random(), now }) : now
}

export function isPaced(effect: WatchEffect): effect is PacedEffect {
  return effect.kind === 'poll' || effect.kind === 'glance'
}

export type PerformedEffect = Exclude<WatchEffect, { kind: 'log' }>

export async function perform(
  ports: WatchPorts,
  effect: Exclude<PerformedEffect, PacedEffect | { readonly kind: 'read-tasks' }>,
): Promise<WatchEvent> {
  const { ecs, clock, alarms, loadBalancers } = ports
  switch (effect.kind) {
    case 'read-target-health': {
      const targets = await attempt(() => loadBalancers.targetHealth(effect.group))
      return { kind: 'target-health-read', at: clock.now(), group: effect.group, targets }
    }
    case 'read-alarms': {
      const answer = await attempt(() => alarms.describe(effect.names))
      return { kind: 'alarms-read', at: clock.now(), alarms: answer }
    }
    case 'stop-deployment': {
      const result = await stopDeployment(ecs, clock, effect.arn)
      return { kind: 'stop-answered', at: clock.now(), result }
    }
    default:
      return assertNever(effect)
  }
}
