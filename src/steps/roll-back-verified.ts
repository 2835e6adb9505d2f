/** Takes all services back to what served before their verification failed, and watches that to its end. */
import { revisionName } from '../core/ecs/arn.js'
import { withRollback } from '../core/outcome/verification-rollback.js'
import { watchedOf } from '../core/outcome/watched.js'
import { redact } from '../core/redaction/redact.js'
import { healthChecksIn } from '../core/task-definition/container-health-checks.js'
import type { JsonObject } from '../core/text/json.js'
import { type StartedRollback, startRollback } from '../deploy/verify/start-rollback.js'
import { type WatchRequest, watch as watchAll } from '../deploy/watch/watch.js'
import { logField } from '../report/log/plan-lines.js'
import type { RunContext } from './run-context.js'
import { watching } from './time-limits.js'
import type { AllWatched, WatchedService } from './watch.js'

type Begun = Extract<StartedRollback, { kind: 'begun' }>

interface Rollback {
  readonly service: WatchedService
  readonly started: StartedRollback
}

export interface RolledBack {
  readonly services: readonly WatchedService[]
  /** by the runner's clock */
  readonly waitEndsAt: number
}

export async function rollBackVerified(
  run: RunContext,
  value: AllWatched,
  services: readonly WatchedService[],
): Promise<RolledBack> {
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
    rollbacks.push({ service, started })
  }
  const begun = rollbacks.flatMap(({ started }) => (started.kind === 'begun' ? started : []))
  const requests = begun.map(started => requestOf(started, value))
  const states = await watchAll({ ...ports, clock }, requests, log)
  const rolledBack = rollbacks.map(({ service, started }) => {
    if (started.kind !== 'begun') return notBegun(service, started, value.secrets)
    const state = states[begun.indexOf(started)]
    if (!state) throw new TypeError('a watch has no state')
    const back = watchedOf(state, started.plan, { definition: definitionOf(started) })
    return { ...service, watched: withRollback(service.watched, back, { begunAt, to: started.to }) }
  })
  return { services: rolledBack, waitEndsAt }
}

function lineOf(started: StartedRollback): string {
  switch (started.kind) {
    case 'begun':
      return `to ${revisionName(started.to)}, ${started.tracked.deploymentId}`
    case 'no-target':
      return 'there is nothing to roll back to'
    case 'not-wanted':
    case 'unproven':
      return 'not wanted'
    case 'not-sent':
      return `not begun, because ${started.why}`
  }
}

function notBegun(
  service: WatchedService,
  started: Exclude<StartedRollback, Begun>,
  secrets: readonly string[],
): WatchedService {
  const { watched } = service
  const verificationRollback =
    started.kind === 'not-sent' ? { ...started, why: redact(started.why, secrets) } : started
  return { ...service, watched: { ...watched, rollout: { ...watched.rollout, verificationRollback } } }
}

/** As the deployment itself is watched, but nothing stops it. */
function requestOf({ plan, service, tracked, to }: Begun, { options, secrets }: AllWatched): WatchRequest {
  const { observed } = plan
  return {
    target: observed.target,
    tracked,
    options: { ...options, failFastAfter: 0, onCancel: 'leave', onTimeout: 'fail', waitUntil: 'completed' },
    service,
    answeredHook: undefined,
    eventsBefore: observed.service.events.map(({ id }) => id),
    targetGroups: observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    checkedContainers: healthChecksIn(definitionOf({ plan, to })).map(({ name }) => name),
    secrets,
  }
}

/** Known of the revision that served when the plan was made. */
function definitionOf({ plan: { observed }, to }: Pick<Begun, 'plan' | 'to'>): JsonObject {
  return observed.serving === to ? observed.live : {}
}
