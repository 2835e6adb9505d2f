/** How the watch of a rollback begins. */
import { revisionName } from '../core/ecs/arn.js'
import type { WatchOptions } from '../core/options/watch-options.js'
import type { RollbackAttempt } from '../core/outcome/rollback-attempt.js'
import { redact } from '../core/redaction/redact.js'
import { healthChecksIn } from '../core/task-definition/container-health-checks.js'
import { formatTimeOfDay } from '../core/text/duration.js'
import type { JsonObject } from '../core/text/json.js'
import type { StartedDeployment, StartedRollback } from '../deploy/rollback/start-rollback.js'
import type { WatchRequest } from '../deploy/watch/watch.js'

/** Nothing stops it. */
export const untilItsEnd = {
  failFastAfter: 0,
  onCancel: 'leave',
  onTimeout: 'fail',
  onPartialFailure: 'leave',
  waitUntil: 'completed',
  interim: undefined,
} as const

/** As the deployment itself is watched. */
export function rollbackRequest(
  { plan, service, tracked, to }: StartedDeployment,
  { options, secrets }: { readonly options: WatchOptions; readonly secrets: readonly string[] },
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
    stoppedBecause: undefined,
  }
}

/** Known of the revision that served when the plan was made. */
export function definitionOf({ plan: { observed }, to }: Pick<StartedDeployment, 'plan' | 'to'>): JsonObject {
  return observed.serving === to ? observed.live : {}
}

/** `to web:7, ecs-svc/5678902345678900295` */
export function startedText(started: StartedRollback): string {
  switch (started.kind) {
    case 'begun':
      return `to ${revisionName(started.to)}${begunBy(started)}`
    case 'no-target':
      return 'there is nothing to roll back to'
    case 'not-sent':
      return `not begun, because ${started.why}`
    case 'unconfirmed':
      return `not known to have begun: ${started.why}`
  }
}

function begunBy(started: Extract<StartedRollback, { kind: 'begun' }>): string {
  switch (started.by) {
    case 'stop':
      return ' by StopServiceDeployment'
    case 'ecs':
      return ': ECS has begun it already'
    case 'deployment':
      return `, ${started.tracked.deploymentId} at ${formatTimeOfDay(started.tracked.startedAt)}`
  }
}

export function attemptOf(
  started: Exclude<StartedRollback, { kind: 'begun' }>,
  secrets: readonly string[],
): RollbackAttempt {
  if (started.kind === 'no-target') return started
  return { kind: started.kind, why: redact(started.why, secrets) }
}
