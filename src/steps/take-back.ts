/** Once one of several services has failed, decides which others go back to what served before (docs/adr/0050). */
import { type Notice, notice } from '../core/errors/notice.js'
import { failureText, isRollingBack, undoingOf } from '../core/outcome/partial-failure.js'
import type { TakeBackReason } from '../core/outcome/rollback-attempt.js'
import { serviceNameOf } from '../core/outcome/several-services.js'
import { notTakenBack } from '../core/outcome/take-back-result.js'
import { enumerate } from '../core/text/enumerate.js'
import { stopTimedOut } from '../deploy/finish/finalize.js'
import type { RunContext } from './run-context.js'
import { proceed, type RunStep } from './step.js'
import { isWatch, takeBackAll, type Undone } from './take-back-all.js'
import { isRefusedUpdate } from './update.js'
import { type AllWatched, type PartlyWatched, type WatchedService, watchNotices } from './watch.js'

type Watch = PartlyWatched['watches'][number]
type EndedWatch = AllWatched['watches'][number]

export const takeBack: RunStep<PartlyWatched, AllWatched> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, before) {
    if (before.options.onPartialFailure === 'leave') return ended(before, before.watches.map(asEnded))
    const watches = await withStoppedTimeOuts(run, before)
    const value = { ...before, watches }
    const reason = reasonToTakeBack(watches)
    const undone = reason ? watches.flatMap(undoneOf) : []
    const isLeft = watches.some(({ kind }) => kind === 'left')
    if (!reason || (undone.length === 0 && !isLeft)) return ended(value, watches.map(asEnded))
    if (run.ports.canceled.aborted && !isLeft)
      return ended(
        value,
        watches.map(one => canceled(one, reason)),
      )
    const { services, waitEndsAt } = await takeBackAll(run, value, { reason, undone })
    return ended({ ...value, waitEndsAt }, services, noTransaction(reason, services))
  },
}

function ended(value: PartlyWatched, watches: readonly EndedWatch[], notices: readonly Notice[] = []) {
  return proceed({ ...value, watches }, [...watchNotices(watches), ...notices])
}

function asEnded(watch: Watch): EndedWatch {
  if (watch.kind === 'left') throw new TypeError('a watch was left, and nothing failed')
  return watch
}

/** Where their rollback can be the reason to take others back, it comes first. */
async function withStoppedTimeOuts(
  { ports, saved }: RunContext,
  { clock, options, secrets, watches }: PartlyWatched,
): Promise<readonly Watch[]> {
  const hasFailed = reasonToTakeBack(watches) !== undefined
  // Each that has timed out is rolled back anyway.
  const hasOthers = watches.some(one => !hasTimedOut(one) && undoneOf(one).length > 0)
  if (options.onTimeout === 'fail' || hasFailed || !hasOthers || ports.canceled.aborted) return watches
  return Promise.all(
    watches.map(async (one): Promise<Watch> => {
      if (!hasTimedOut(one)) return one
      const request = { plan: one.plan, options, watched: one.watched, secrets }
      const result = await stopTimedOut({ ...ports, clock, saved }, request)
      return { ...one, watched: { ...one.watched, result } }
    }),
  )
}

function hasTimedOut(one: Watch): one is WatchedService {
  return one.kind === 'watched' && one.watched.result.kind === 'timed-out'
}

/** The first that failed. */
function reasonToTakeBack(watches: readonly Watch[]): TakeBackReason | undefined {
  for (const one of watches) {
    const service = nameOf(one)
    if (isRefusedUpdate(one)) return { service, failure: `the update of ${service} was refused` }
    const text = failureIn(one)
    if (text !== undefined) return { service, failure: `${service} ${text}` }
  }
  return undefined
}

function failureIn(one: Watch): string | undefined {
  if (one.kind === 'left') return isRollingBack(one.state) ? 'was rolled back' : undefined
  return one.kind === 'watched' ? failureText(one.watched.result) : undefined
}

function nameOf(one: Watch): string {
  return isWatch(one) ? one.plan.observed.service.name : serviceNameOf(one)
}

function undoneOf(one: Watch): Undone[] {
  if (!isWatch(one)) return []
  const isRequested = one.kind === 'watched' && failureText(one.watched.result) !== undefined
  const was = isRequested ? undefined : undoingOf(one.state)
  return was === undefined ? [] : [{ one, was }]
}

/** What goes on when a workflow is canceled is said by `on-cancel`. */
function canceled(watch: Watch, reason: TakeBackReason): EndedWatch {
  const one = asEnded(watch)
  const [undone] = undoneOf(watch)
  if (one.kind !== 'watched' || !undone) return one
  const attempt = { kind: 'not-sent', why: 'the workflow was canceled' } as const
  const watched = notTakenBack(
    one.watched,
    { ...reason, was: undone.was },
    { attempt, replacedBy: undefined },
  )
  return { ...one, watched }
}

function noTransaction({ failure }: TakeBackReason, watches: readonly EndedWatch[]): Notice[] {
  const names = watches.filter(isTakenBack).map(nameOf)
  if (names.length === 0) return []
  const each = names.length > 1 ? 'each on its own' : 'on its own'
  const text = `ECS has no transaction over several services: once ${failure}, ${enumerate(names)} went back ${each} (on-partial-failure), and for a time the services may have run different revisions.`
  return [notice(text)]
}

function isTakenBack(one: EndedWatch): boolean {
  if (one.kind !== 'watched') return false
  const { result, rollout } = one.watched
  return rollout.takeBack !== undefined && result.kind === 'rolled-back'
}
