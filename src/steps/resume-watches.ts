/** Watches on, to the end, what was verified before ECS had completed it. */
import { type Notice, ofService } from '../core/errors/notice.js'
import { watchedOf } from '../core/outcome/watched.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import type { RunContext } from './run-context.js'
import { watching } from './time-limits.js'
import { type AllWatched, isInterim, type WatchedService } from './watch.js'

export interface Resumed {
  readonly services: readonly WatchedService[]
  /** by the runner's clock */
  readonly waitEndsAt: number
}

/** `pausedAt`: by the runner's clock. The time since then does not count. */
export async function resumeWatches(
  run: RunContext,
  value: AllWatched,
  { pausedAt, services }: { readonly pausedAt: number; readonly services: readonly WatchedService[] },
): Promise<Resumed> {
  const { log, ports } = run
  const paused = services.filter(isInterim)
  const waitEndsAt = value.waitEndsAt + (ports.clock.now() - pausedAt)
  if (paused.length === 0) return { services, waitEndsAt }
  log.enter('Watch on')
  ports.endCallsBy(waitEndsAt + watching)
  const requests = paused.map(one => resumedRequest(one, value))
  const states = await watchAll({ ...ports, clock: value.clock }, requests, { log })
  return {
    waitEndsAt,
    services: services.map(one => {
      const state = states[paused.indexOf(one)]
      if (!state) return one
      return { ...one, state, watched: watchedOf(state, one.plan, value.plan.revision) }
    }),
  }
}

/** What the watches since then found, and all that those with an interim end had found before it. */
export function noticesSince(before: AllWatched['watches'], after: AllWatched['watches']): Notice[] {
  return after.flatMap((one, nth) => {
    const earlier = before[nth]
    if (one.kind !== 'watched' || earlier?.kind !== 'watched') return []
    const said = isInterim(earlier) ? [] : earlier.watched.notices
    const name = after.length > 1 ? one.plan.observed.service.name : undefined
    return one.watched.notices.filter(own => !said.includes(own)).map(own => ofService(own, name))
  })
}

export function resumedRequest(
  { plan, state }: Pick<WatchedService, 'plan' | 'state'>,
  { options }: Pick<AllWatched, 'options'>,
): WatchRequest {
  return {
    ...state.context,
    target: plan.observed.target,
    options: { ...options, interim: undefined },
    service: state.last.service,
    resumed: state,
    stoppedBecause: undefined,
  }
}
