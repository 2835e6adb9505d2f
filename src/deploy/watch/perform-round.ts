/** Effects of several services that are due together: what one call of AWS can answer for many is read for all at once. */
import type { ServiceDeploymentRead, WatchEvent } from '../../core/watch/watch-event.js'
import {
  isPaced,
  type PerformedEffect,
  perform,
  type WatchedDeployment,
  type WatchPorts,
} from './perform-effect.js'
import { pollTogether } from './poll.js'
import { readTasksTogether } from './read-tasks.js'

export interface DueEffect extends WatchedDeployment {
  readonly effect: PerformedEffect
  /** the first half of a poll */
  readonly onRead: (read: ServiceDeploymentRead) => void
}

type Performed = readonly (readonly [DueEffect, WatchEvent])[]

/** In the order of the effects. */
export async function performRound(
  ports: WatchPorts,
  round: readonly DueEffect[],
): Promise<readonly WatchEvent[]> {
  const polls = round.flatMap(due => (isPaced(due.effect) ? { ...due, effect: due.effect, due } : []))
  const reads = round.flatMap(due =>
    due.effect.kind === 'read-tasks' ? { ...due, effect: due.effect, due } : [],
  )
  const performed = await Promise.all([
    together(polls, requests => pollTogether(ports, requests)),
    together(reads, requests => readTasksTogether(ports, requests)),
    ...round.map(due => alone(ports, due)),
  ])
  const events = new Map(performed.flat())
  return round.map(due => {
    const event = events.get(due)
    if (!event) throw new TypeError('an effect has no event')
    return event
  })
}

async function together<Request extends { readonly due: DueEffect }>(
  requests: readonly Request[],
  read: (requests: readonly Request[]) => Promise<readonly WatchEvent[]>,
): Promise<Performed> {
  if (requests.length === 0) return []
  const events = await read(requests)
  return events.flatMap((event, nth) => {
    const request = requests[nth]
    return request ? [[request.due, event] as const] : []
  })
}

async function alone(ports: WatchPorts, due: DueEffect): Promise<Performed> {
  const { effect } = due
  if (isPaced(effect) || effect.kind === 'read-tasks') return []
  return [[due, await perform(ports, effect)]]
}
