/** Performs what the reducer in core/watch/ decides, for all services in one loop. */
import type { Annotation } from '../../core/errors/annotation.js'
import type { WatchOptions } from '../../core/options/watch-options.js'
import { begin, type Step, step } from '../../core/watch/reducer.js'
import type { Snapshot } from '../../core/watch/tracked-deployment.js'
import type { WatchContext } from '../../core/watch/watch-context.js'
import type { ServiceDeploymentRead, WatchEffect, WatchEvent } from '../../core/watch/watch-event.js'
import { initialWatch, type WatchState } from '../../core/watch/watch-state.js'
import { unlessCanceled } from '../../retry/cancellation.js'
import {
  dueAt,
  type Performance,
  perform,
  type WatchedDeployment,
  type WatchPorts,
} from './perform-effect.js'

export interface WatchRequest extends WatchedDeployment, Omit<WatchContext, 'deadline'> {
  readonly options: WatchOptions
  readonly service: Snapshot['service']
}

interface Watch {
  readonly deployment: WatchedDeployment
  state: WatchState
  pending: { readonly effect: Exclude<WatchEffect, { kind: 'log' }>; readonly due: number } | undefined
}

export interface WatchLog {
  readonly line: (line: string) => void
  readonly annotate: (annotation: Annotation) => void
}

interface LoopContext {
  readonly clock: WatchPorts['clock']
  readonly log: WatchLog
}

/** In the order of the requests. */
export async function watch(
  ports: WatchPorts,
  requests: readonly WatchRequest[],
  log: WatchLog,
): Promise<readonly WatchState[]> {
  const { clock, canceled } = ports
  const context = { clock, log }
  const watches = requests.map(request => open(request, context))
  for (;;) {
    const next = earliest(watches)
    if (!next?.pending) return watches.map(({ state }) => state)
    const { effect, due } = next.pending
    if (due > clock.now()) await clock.sleep(due - clock.now(), canceled)
    const event = await eventAfter(ports, next.deployment, effect)
    take(next, step(next.state, event), context)
  }
}

async function eventAfter(
  ports: WatchPorts,
  deployment: WatchedDeployment,
  effect: Performance['effect'],
): Promise<WatchEvent> {
  const { canceled, clock } = ports
  let interrupted: ServiceDeploymentRead | undefined
  const onRead = (read: ServiceDeploymentRead) => {
    interrupted = read
  }
  const answered = canceled.aborted
    ? undefined
    : await unlessCanceled(perform(ports, deployment, { effect, onRead }), canceled)
  return answered ?? { kind: 'canceled', at: clock.now(), interrupted }
}

function open(request: WatchRequest, context: LoopContext): Watch {
  const { options, service, tracked } = request
  const now = context.clock.now()
  const deadline = tracked.watchedFrom + options.minutes * 60_000
  const state = initialWatch({ ...request, deadline }, { at: now, service, serviceDeployment: undefined })
  const opened: Watch = { deployment: request, state, pending: undefined }
  take(opened, begin(state, now), context)
  return opened
}

function take(watch: Watch, { state, effects }: Step, { clock, log }: LoopContext): void {
  watch.state = state
  watch.pending = undefined
  for (const effect of effects) {
    if (effect.kind !== 'log') watch.pending = { effect, due: dueAt(effect, { clock }) }
    else if (effect.annotation) log.annotate(effect.annotation)
    else log.line(effect.line)
  }
}

function earliest(watches: readonly Watch[]): Watch | undefined {
  const waiting = watches.filter(({ pending }) => pending !== undefined)
  return waiting.sort((a, b) => (a.pending?.due ?? 0) - (b.pending?.due ?? 0))[0]
}
