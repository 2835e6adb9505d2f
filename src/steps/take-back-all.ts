/** Sends all requests at once, also if the workflow is canceled meanwhile, and watches what they begin to its end. */
import { rollbackTarget } from '../core/outcome/requested-rollback.js'
import type { TakeBackReason } from '../core/outcome/rollback-attempt.js'
import { notTakenBack, takenBackByDeployment, takenBackByStop } from '../core/outcome/take-back-result.js'
import { type Watched, watchedOf } from '../core/outcome/watched.js'
import { redact } from '../core/redaction/redact.js'
import type { WatchState } from '../core/watch/watch-state.js'
import { type StartedRollback, startRollback } from '../deploy/rollback/start-rollback.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import { logField } from '../report/log/plan-lines.js'
import { resumedRequest } from './resume-watches.js'
import { attemptOf, definitionOf, rollbackRequest, startedText, untilItsEnd } from './rollback-requests.js'
import type { RunContext } from './run-context.js'
import { watching } from './time-limits.js'
import type { AllWatched, LeftService, PartlyWatched, WatchedService } from './watch.js'

type Watch = WatchedService | LeftService

/** What was watched, to its end or not. */
export function isWatch(one: PartlyWatched['watches'][number]): one is Watch {
  return one.kind === 'watched' || one.kind === 'left'
}

export interface Undone {
  readonly one: Watch
  readonly was: 'completed' | 'rolling-out'
}

interface TakeBackRequest {
  readonly reason: TakeBackReason
  readonly undone: readonly Undone[]
}

interface Started extends Undone {
  readonly started: StartedRollback
}

interface TakenBack {
  readonly services: AllWatched['watches']
  /** by the runner's clock */
  readonly waitEndsAt: number
}

export async function takeBackAll(
  run: RunContext,
  value: PartlyWatched,
  { reason, undone }: TakeBackRequest,
): Promise<TakenBack> {
  const { log, ports } = run
  const { clock, options, secrets } = value
  log.enter('Roll back')
  const waitEndsAt = ports.clock.now() + options.minutes * 60_000
  ports.endCallsBy(waitEndsAt + watching)
  const begunAt = clock.now()
  const all = await startAll(run, value, undone)
  const width = Math.max(...all.map(({ one }) => one.plan.observed.service.name.length))
  for (const { one, started } of all)
    log.line(
      logField(
        'rollback',
        `${one.plan.observed.service.name.padEnd(width)}  ${redact(startedText(started), secrets)}`,
      ),
    )
  const context = { reason, begunAt, value, all }
  const requests = new Map<Watch, WatchRequest>()
  for (const one of value.watches.filter(isWatch)) {
    const request = requestOf(one, context)
    if (request) requests.set(one, request)
  }
  const states = await watchAll({ ...ports, clock }, [...requests.values()], { log })
  const stateOf = new Map([...requests.keys()].map((one, nth) => [one, states[nth]]))
  const services = value.watches.map(one => {
    if (!isWatch(one)) return one
    const state = stateOf.get(one)
    const watched = watchedAfter(one, state, context)
    return { kind: 'watched', plan: one.plan, state: state ?? one.state, watched } as const
  })
  return { services, waitEndsAt }
}

/** A killed step leaves what was not sent to the post step. */
async function startAll(
  { ports, saved }: RunContext,
  { clock }: PartlyWatched,
  undone: readonly Undone[],
): Promise<readonly Started[]> {
  const targets = undone.map(({ one: { plan, state } }) => ({
    target: plan.observed.target,
    takeBack: rollbackTarget(state.context.tracked, plan),
  }))
  await saved.saveTakeBacks(targets)
  const canceled = new AbortController().signal
  const all = await Promise.all(
    undone.map(async ({ one, was }): Promise<Started> => {
      const subject = {
        plan: one.plan,
        tracked: one.state.context.tracked,
        isRollingOut: was === 'rolling-out',
      }
      return { one, was, started: await startRollback({ ...ports, clock, canceled }, subject) }
    }),
  )
  await saved.saveTakeBacks(targets.map(one => ({ ...one, takeBack: undefined })))
  return all
}

interface Context {
  readonly reason: TakeBackReason
  readonly begunAt: number
  readonly value: PartlyWatched
  readonly all: readonly Started[]
}

/** undefined: there is nothing more to watch */
function requestOf(one: Watch, { all, begunAt, reason, value }: Context): WatchRequest | undefined {
  const { options } = value
  const started = all.find(other => other.one === one)?.started
  if (started?.kind === 'begun' && started.by === 'deployment') return rollbackRequest(started, value)
  const { state } = one
  const resumed = resumedRequest(one, value)
  if (started?.kind !== 'begun') return isOpen(state) ? resumed : undefined
  const deadline = begunAt + options.minutes * 60_000
  const until = { ...state, end: undefined, context: { ...state.context, deadline } }
  const stoppedBecause = started.by === 'stop' ? reason.failure : undefined
  return { ...resumed, options: { ...options, ...untilItsEnd }, resumed: until, stoppedBecause }
}

function isOpen({ context, end }: WatchState): boolean {
  return !end || (end.result.kind === 'started' && context.options.interim !== undefined)
}

function watchedAfter(one: Watch, state: WatchState | undefined, context: Context): Watched {
  const { all, begunAt, reason, value } = context
  const { plan, secrets } = value
  const before = () => (one.kind === 'watched' ? one.watched : unfinished(one, context))
  const found = all.find(other => other.one === one)
  const after = (ended: WatchState) => watchedOf(ended, one.plan, plan.revision)
  if (!found) return state ? after(state) : before()
  const { started, was } = found
  if (started.kind !== 'begun') {
    const replacedBy = started.kind === 'not-sent' ? started.replacedBy : undefined
    const attempt = attemptOf(started, secrets)
    return notTakenBack(state ? after(state) : before(), { ...reason, was }, { attempt, replacedBy })
  }
  if (!state) throw new TypeError('a watch has no state')
  const begun = { ...reason, was, begunAt, to: started.to }
  // What ECS has begun itself is not because of another service.
  if (started.by !== 'deployment')
    return started.by === 'ecs' ? after(state) : takenBackByStop(after(state), begun)
  const back = watchedOf(state, started.plan, { definition: definitionOf(started) })
  return takenBackByDeployment(before(), back, begun)
}

/** Another deployment of ours has replaced it. */
function unfinished({ plan, state }: LeftService, { begunAt, value }: Context): Watched {
  const result = { kind: 'failed', running: 0, reason: 'it was replaced' } as const
  return watchedOf({ ...state, end: { result, at: begunAt } }, plan, value.plan.revision)
}
