/** Performs what the reducer in core/watch/ decides, for all services in one loop. */
import type { WatchOptions } from '../../core/options/watch-options.js'
import { begin, type Step, step } from '../../core/watch/reducer.js'
import type { Snapshot } from '../../core/watch/tracked-deployment.js'
import type { WatchContext } from '../../core/watch/watch-context.js'
import type { ServiceDeploymentRead, WatchEvent } from '../../core/watch/watch-event.js'
import { initialWatch, resumeWatch, type WatchState } from '../../core/watch/watch-state.js'
import { unlessCanceled } from '../../retry/cancellation.js'
import {
  dueAt,
  isPaced,
  type PerformedEffect,
  type WatchedDeployment,
  type WatchPorts,
} from './perform-effect.js'
import { performRound } from './perform-round.js'
import { namedLogs, type WatchLog } from './watch-log.js'

export interface WatchRequest extends WatchedDeployment, Omit<WatchContext, 'deadline'> {
  readonly options: WatchOptions
  readonly service: Snapshot['service']
  /** a watch that goes on after an interim end, or after another has ended all */
  readonly resumed: WatchState | undefined
  /** ECS has taken the request to stop it */
  readonly stoppedBecause: string | undefined
}

interface Watch {
  readonly deployment: WatchedDeployment
  readonly context: LoopContext
  state: WatchState
  pending: { readonly effect: PerformedEffect; readonly due: number } | undefined
}

interface LoopContext {
  readonly clock: WatchPorts['clock']
  readonly log: WatchLog
}

export interface WatchRun {
  readonly log: WatchLog
  /** Once it is, those that have not ended are left before their next poll or glance. */
  readonly isOver?: ((states: readonly WatchState[]) => boolean) | undefined
}

/** In the order of the requests. */
export async function watch(
  ports: WatchPorts,
  requests: readonly WatchRequest[],
  { log, isOver = () => false }: WatchRun,
): Promise<readonly WatchState[]> {
  const { clock, canceled } = ports
  const logs = namedLogs(log, requests)
  const watches = requests.map((request, nth) => open(request, { clock, log: logs[nth] ?? log }))
  for (;;) {
    const waiting = watches.filter(isWaiting)
    const next = earliest(waiting)
    if (!next || (!canceled.aborted && areLeft(watches, isOver))) return watches.map(({ state }) => state)
    const { due } = next.pending
    if (due > clock.now()) await clock.sleep(due - clock.now(), canceled)
    const round = canceled.aborted ? waiting : waiting.filter(one => isDue(one, { next, now: clock.now() }))
    const events = await eventsOf(ports, round)
    for (const [nth, one] of round.entries()) take(one, step(one.state, eventOf(events, nth)))
  }
}

function areLeft(watches: readonly Watch[], isOver: NonNullable<WatchRun['isOver']>): boolean {
  const canBeLeft = watches.every(({ pending }) => !pending || isPaced(pending.effect))
  return canBeLeft && isOver(watches.map(({ state }) => state))
}

type WaitingWatch = Watch & { readonly pending: NonNullable<Watch['pending']> }

function isWaiting(watch: Watch): watch is WaitingWatch {
  return watch.pending !== undefined
}

function earliest(waiting: readonly WaitingWatch[]): WaitingWatch | undefined {
  return waiting.toSorted((a, b) => a.pending.due - b.pending.due)[0]
}

/** What would come soon joins what is due: both cost one call. A short pause stays as long as it is. */
function isDue(
  watch: WaitingWatch,
  { next, now }: { readonly next: WaitingWatch; readonly now: number },
): boolean {
  const { due, effect } = watch.pending
  if (watch === next || due <= now) return true
  const leading = next.pending.effect
  if (!isPaced(effect) || !isPaced(leading) || effect.pace.atMost !== Number.POSITIVE_INFINITY) return false
  const sharesCalls = effect.kind === 'glance' || leading.kind === 'poll'
  return sharesCalls && due - now <= effect.pace.usual * joinable
}

/** Of its usual pause: more than the jitter. */
const joinable = 0.4

async function eventsOf(ports: WatchPorts, round: readonly WaitingWatch[]): Promise<readonly WatchEvent[]> {
  const { canceled, clock } = ports
  const interrupted = new Map<WaitingWatch, ServiceDeploymentRead>()
  const due = round.map(one => ({
    ...one.deployment,
    effect: one.pending.effect,
    onRead: (read: ServiceDeploymentRead) => void interrupted.set(one, read),
  }))
  const answered = canceled.aborted ? undefined : await unlessCanceled(performRound(ports, due), canceled)
  const at = clock.now()
  return answered ?? round.map(one => ({ kind: 'canceled', at, interrupted: interrupted.get(one) }))
}

function eventOf(events: readonly WatchEvent[], nth: number): WatchEvent {
  const event = events[nth]
  if (!event) throw new TypeError('an effect has no event')
  return event
}

function open(request: WatchRequest, context: LoopContext): Watch {
  const { options, service, tracked } = request
  const now = context.clock.now()
  const deadline = tracked.watchedFrom + options.minutes * 60_000
  const state = request.resumed
    ? resumeWatch(request.resumed, { at: now, options })
    : initialWatch({ ...request, deadline }, { at: now, service, serviceDeployment: undefined })
  const opened: Watch = { deployment: request, context, state, pending: undefined }
  const failure = request.stoppedBecause
  take(opened, failure === undefined ? begin(state, now) : step(state, { kind: 'stopped', at: now, failure }))
  return opened
}

function take(watch: Watch, { state, effects }: Step): void {
  const { clock, log } = watch.context
  watch.state = state
  watch.pending = undefined
  for (const effect of effects) {
    if (effect.kind !== 'log') watch.pending = { effect, due: dueAt(effect, { clock }) }
    else if (effect.annotation) log.annotate(effect.annotation)
    else log.line(effect.line)
  }
}
