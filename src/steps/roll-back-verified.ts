/** Takes all services back to what served before their verification failed, and watches that to its end. */
import type { VerificationResult } from '../core/outcome/verification-result.js'
import { withStoppedDeployment, withVerificationRollback } from '../core/outcome/verification-rollback.js'
import { withVerification } from '../core/outcome/verified.js'
import { type Watched, watchedOf } from '../core/outcome/watched.js'
import { redact } from '../core/redaction/redact.js'
import type { WatchState } from '../core/watch/watch-state.js'
import { type StartedRollback, startRollback } from '../deploy/rollback/start-rollback.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import { logField } from '../report/log/plan-lines.js'
import { type Resumed, resumedRequest } from './resume-watches.js'
import { attemptOf, definitionOf, rollbackRequest, startedText, untilItsEnd } from './rollback-requests.js'
import type { RunContext } from './run-context.js'
import { watching } from './time-limits.js'
import { type AllWatched, isInterim, type WatchedService } from './watch.js'

export interface RollbackRequest {
  readonly services: readonly WatchedService[]
  readonly verification: VerificationResult
}

interface Rollback {
  readonly service: WatchedService
  readonly started: StartedRollback
  /** undefined: what there was to watch has ended */
  readonly request: WatchRequest | undefined
}

export async function rollBackVerified(
  run: RunContext,
  value: AllWatched,
  { services, verification }: RollbackRequest,
): Promise<Resumed> {
  const { log, ports } = run
  const { clock, options } = value
  log.enter('Roll back')
  const waitEndsAt = ports.clock.now() + options.minutes * 60_000
  ports.endCallsBy(waitEndsAt + watching)
  const begunAt = clock.now()
  const rollbacks: Rollback[] = []
  for (const service of services) {
    const started = await startRollback(
      { ...ports, clock },
      { ...service.watched.rollout, isRollingOut: false },
    )
    log.line(logField('rollback', redact(startedText(started), value.secrets)))
    rollbacks.push({ service, started, request: requestOf(service, started, value) })
  }
  const requests = rollbacks.flatMap(({ request }) => request ?? [])
  const states = await watchAll({ ...ports, clock }, requests, { log })
  const rolledBack = rollbacks.map(({ request, service, started }): WatchedService => {
    const state = request && states[requests.indexOf(request)]
    const failed = failedBy(service.watched, verification)
    const context = { begunAt, failed, service, started, state }
    return { ...service, watched: rolledBackTo(context, value) }
  })
  return { services: rolledBack, waitEndsAt }
}

interface EndContext {
  readonly begunAt: number
  readonly failed: Watched
  readonly service: WatchedService
  readonly started: StartedRollback
  readonly state: WatchState | undefined
}

function rolledBackTo({ begunAt, failed, service, started, state }: EndContext, value: AllWatched): Watched {
  const { plan, secrets } = value
  const resumed = () => (state ? watchedOf(state, service.plan, plan.revision) : undefined)
  if (started.kind !== 'begun') {
    const own = resumed()
    const ended = own ? withVerification(own, verificationOf(failed), undefined) : failed
    return { ...ended, rollout: { ...ended.rollout, verificationRollback: attemptOf(started, secrets) } }
  }
  const { to } = started
  if (started.by !== 'deployment') return withStoppedDeployment(failed, resumed() ?? failed, { to })
  if (!state) throw new TypeError('a watch has no state')
  const back = watchedOf(state, started.plan, { definition: definitionOf(started) })
  return withVerificationRollback(failed, back, { begunAt, to })
}

/** What has no tasks did not fail, but its revision is disproven, too. */
function failedBy(watched: Watched, verification: VerificationResult): Watched {
  if (watched.result.kind !== 'idle') return withVerification(watched, verification, undefined)
  return { ...watched, rollout: { ...watched.rollout, verification } }
}

function verificationOf({ rollout }: Watched): VerificationResult {
  if (!rollout.verification) throw new TypeError('nothing was verified')
  return rollout.verification
}

function requestOf(
  service: WatchedService,
  started: StartedRollback,
  value: AllWatched,
): WatchRequest | undefined {
  if (started.kind !== 'begun') return isInterim(service) ? resumedRequest(service, value) : undefined
  if (started.by === 'deployment') return rollbackRequest(started, value)
  return { ...resumedRequest(service, value), options: { ...value.options, ...untilItsEnd } }
}
