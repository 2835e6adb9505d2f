import { ofService } from '../core/errors/notice.js'
import type { WatchOptions } from '../core/options/watch-options.js'
import type { ServiceResult } from '../core/outcome/service-result.js'
import { type Watched, watchedOf } from '../core/outcome/watched.js'
import { interimStage } from '../core/plan/interim-stage.js'
import type { ServicePlan } from '../core/plan/plan.js'
import { healthChecksIn } from '../core/task-definition/container-health-checks.js'
import type { WatchState } from '../core/watch/watch-state.js'
import { clockNotices, withClockOffset } from '../deploy/change/clock-skew.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import type { Clock } from '../ports.js'
import { proceed, type RunStep } from './step.js'
import { watching } from './time-limits.js'
import type { Updated, UpdatedService } from './update.js'

export interface WatchedService {
  readonly kind: 'watched'
  readonly plan: ServicePlan
  readonly state: WatchState
  readonly watched: Watched
}

/** Its deployment goes on, and so does its watch. */
export function isInterim({ state, watched }: WatchedService): boolean {
  return watched.result.kind === 'started' && state.context.options.interim !== undefined
}

export interface AllWatched extends Omit<Updated, 'updates'> {
  /** in the order of the plan */
  readonly watches: readonly (WatchedService | ServiceResult)[]
  readonly options: WatchOptions
  /** AWS's time */
  readonly clock: Clock
  /** the end of the wait, by the runner's clock */
  readonly waitEndsAt: number
}

export const watch: RunStep<Updated, AllWatched> = {
  group: 'Watch',
  whenCanceled: 'perform',
  async perform(run, { updates, ...updated }) {
    const { inputs, log, ports } = run
    const { watch: options } = inputs
    if (!options) throw new TypeError('a run that does not watch ends after the update')
    const started = updates.filter(update => update.kind === 'updated')
    const skewMs = largest(started.map(update => update.skewMs))
    const clock = withClockOffset(ports.clock, skewMs)
    const latestStart = Math.max(...started.map(({ tracked }) => tracked.watchedFrom))
    const waitEndsAt = latestStart + skewMs + options.minutes * 60_000
    ports.endCallsBy(waitEndsAt + watching)
    const interim = interimStage(updated.plan, options)
    const requests = started.map(update => requestOf(update, { ...options, interim }, updated))
    const states = await watchAll({ ...ports, clock }, requests, log)
    const watches = updates.map((update): WatchedService | ServiceResult => {
      if (update.kind !== 'updated') return update
      const state = states[started.indexOf(update)]
      if (!state) throw new TypeError('a watch has no state')
      return {
        kind: 'watched',
        plan: update.plan,
        state,
        watched: watchedOf(state, update.plan, updated.plan.revision),
      }
    })
    const notices = watches.flatMap(one => {
      if (one.kind !== 'watched' || isInterim(one)) return []
      const name = started.length > 1 ? one.plan.observed.service.name : undefined
      return one.watched.notices.map(own => ofService(own, name))
    })
    return proceed({ ...updated, watches, options, clock, waitEndsAt }, [...clockNotices(skewMs), ...notices])
  },
}

/** One clock: what differs are the times of the answers. */
function largest(skews: readonly number[]): number {
  return skews.reduce((found, one) => (Math.abs(one) > Math.abs(found) ? one : found), 0)
}

function requestOf(
  { plan, service, tracked }: UpdatedService,
  options: WatchOptions,
  { plan: { revision }, secrets }: Pick<Updated, 'plan' | 'secrets'>,
): WatchRequest {
  const { observed } = plan
  return {
    target: observed.target,
    tracked,
    options,
    service,
    answeredHook: plan.decides?.hook.id,
    eventsBefore: observed.service.events.map(({ id }) => id),
    targetGroups: observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    checkedContainers: healthChecksIn(revision.definition).map(({ name }) => name),
    secrets,
    resumed: undefined,
  }
}
