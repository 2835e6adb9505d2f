/** Takes all services back to what served before their verification failed, and watches that to its end. */
import { revisionName } from '../core/ecs/arn.js'
import type { VerificationResult } from '../core/outcome/verification-result.js'
import { withRollback, withStoppedDeployment } from '../core/outcome/verification-rollback.js'
import { withVerification } from '../core/outcome/verified.js'
import { type Watched, watchedOf } from '../core/outcome/watched.js'
import { redact } from '../core/redaction/redact.js'
import { healthChecksIn } from '../core/task-definition/container-health-checks.js'
import type { JsonObject } from '../core/text/json.js'
import type { WatchState } from '../core/watch/watch-state.js'
import { type StartedRollback, startRollback } from '../deploy/verify/start-rollback.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import { logField } from '../report/log/plan-lines.js'
import { type Resumed, resumedRequest } from './resume-watches.js'
import type { RunContext } from './run-context.js'
import { watching } from './time-limits.js'
import { type AllWatched, isInterim, type WatchedService } from './watch.js'

export interface RollbackRequest {
  readonly services: readonly WatchedService[]
  readonly verification: VerificationResult
}

type Begun = Extract<StartedRollback, { kind: 'begun' }>

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
    const started = await startRollback({ ...ports, clock }, service.watched)
    log.line(logField('rollback', redact(lineOf(started), value.secrets)))
    rollbacks.push({ service, started, request: requestOf(service, started, value) })
  }
  const requests = rollbacks.flatMap(({ request }) => request ?? [])
  const states = await watchAll({ ...ports, clock }, requests, log)
  const rolledBack = rollbacks.map(({ request, service, started }): WatchedService => {
    const state = request && states[requests.indexOf(request)]
    const failed = withVerification(service.watched, verification, undefined)
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
    return withoutRollback(ended, started, secrets)
  }
  const { to } = started
  if (started.by === 'stop') return withStoppedDeployment(failed, resumed() ?? failed, { to })
  if (!state) throw new TypeError('a watch has no state')
  const back = watchedOf(state, started.plan, { definition: definitionOf(started) })
  return withRollback(failed, back, { begunAt, to })
}

function verificationOf({ rollout }: Watched): VerificationResult {
  if (!rollout.verification) throw new TypeError('nothing was verified')
  return rollout.verification
}

function lineOf(started: StartedRollback): string {
  switch (started.kind) {
    case 'begun':
      return started.by === 'stop'
        ? `to ${revisionName(started.to)}: ECS shifts the traffic back`
        : `to ${revisionName(started.to)}, ${started.tracked.deploymentId}`
    case 'no-target':
      return 'there is nothing to roll back to'
    case 'not-wanted':
    case 'unproven':
      return 'not wanted'
    case 'not-sent':
      return `not begun, because ${started.why}`
    case 'unconfirmed':
      return `not known to have begun: ${started.why}`
  }
}

function withoutRollback(
  watched: Watched,
  started: Exclude<StartedRollback, Begun>,
  secrets: readonly string[],
): Watched {
  const verificationRollback = 'why' in started ? { ...started, why: redact(started.why, secrets) } : started
  return { ...watched, rollout: { ...watched.rollout, verificationRollback } }
}

function requestOf(
  service: WatchedService,
  started: StartedRollback,
  value: AllWatched,
): WatchRequest | undefined {
  if (started.kind !== 'begun') return isInterim(service) ? resumedRequest(service, value) : undefined
  const options = { ...value.options, ...untilItsEnd }
  if (started.by === 'stop') return { ...resumedRequest(service, value), options }
  return rollbackRequest(started, value)
}

/** Nothing stops it. */
const untilItsEnd = {
  failFastAfter: 0,
  onCancel: 'leave',
  onTimeout: 'fail',
  waitUntil: 'completed',
  interim: undefined,
} as const

/** As the deployment itself is watched. */
function rollbackRequest(
  { plan, service, tracked, to }: Begun,
  { options, secrets }: AllWatched,
): WatchRequest {
  const { observed } = plan
  return {
    target: observed.target,
    tracked,
    options: { ...options, ...untilItsEnd },
    service,
    answeredHook: undefined,
    eventsBefore: observed.service.events.map(({ id }) => id),
    targetGroups: observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    checkedContainers: healthChecksIn(definitionOf({ plan, to })).map(({ name }) => name),
    secrets,
    resumed: undefined,
  }
}

/** Known of the revision that served when the plan was made. */
function definitionOf({ plan: { observed }, to }: Pick<Begun, 'plan' | 'to'>): JsonObject {
  return observed.serving === to ? observed.live : {}
}
