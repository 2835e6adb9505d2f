import { type Notice, ofService } from '../core/errors/notice.js'
import type { WatchOptions } from '../core/options/watch-options.js'
import { hasFailed, isRollingBack } from '../core/outcome/partial-failure.js'
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
import { isRefusedUpdate, type Updated, type UpdatedService } from './update.js'

export interface WatchedService {
  readonly kind: 'watched'
  readonly plan: ServicePlan
  readonly state: WatchState
  readonly watched: Watched
}

/** Its watch has not ended, because another service failed. */
export interface LeftService {
  readonly kind: 'left'
  readonly plan: ServicePlan
  readonly state: WatchState
}

/** Its deployment goes on, and so does its watch. */
export function isInterim({ state, watched }: WatchedService): boolean {
  return watched.result.kind === 'started' && state.context.options.interim !== undefined
}

export interface PartlyWatched extends Omit<Updated, 'updates'> {
  /** in the order of the plan */
  readonly watches: readonly (WatchedService | LeftService | ServiceResult)[]
  readonly options: WatchOptions
  /** AWS's time */
  readonly clock: Clock
  /** the end of the wait, by the runner's clock */
  readonly waitEndsAt: number
}

export interface AllWatched extends Omit<PartlyWatched, 'watches'> {
  /** in the order of the plan */
  readonly watches: readonly (WatchedService | ServiceResult)[]
}

export const watch: RunStep<Updated, PartlyWatched> = {
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
    const isOver = options.onPartialFailure === 'rollback' ? isPartialFailure(updates) : undefined
    const states = await watchAll({ ...ports, clock }, requests, { log, isOver })
    const watches = updates.map((update): WatchedService | LeftService | ServiceResult => {
      if (update.kind !== 'updated') return update
      const state = states[started.indexOf(update)]
      if (!state) throw new TypeError('a watch has no state')
      const { plan } = update
      if (!state.end) return { kind: 'left', plan, state }
      return { kind: 'watched', plan, state, watched: watchedOf(state, plan, updated.plan.revision) }
    })
    return proceed({ ...updated, watches, options, clock, waitEndsAt }, clockNotices(skewMs))
  },
}

/** Then the others go back, and are not watched to the end of what they began. */
function isPartialFailure(updates: Updated['updates']) {
  if (updates.length < 2) return undefined
  const isRefused = updates.some(isRefusedUpdate)
  return (states: readonly WatchState[]) =>
    isRefused || states.some(state => isRollingBack(state) || (state.end && hasFailed(state.end.result)))
}

/** Of watches that have ended. */
export function watchNotices(watches: AllWatched['watches']): Notice[] {
  const watched = watches.flatMap(one => (one.kind === 'watched' ? one : []))
  return watched.flatMap(one => {
    if (isInterim(one)) return []
    const name = watched.length > 1 ? one.plan.observed.service.name : undefined
    return one.watched.notices.map(own => ofService(own, name))
  })
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
    stoppedBecause: undefined,
  }
}
