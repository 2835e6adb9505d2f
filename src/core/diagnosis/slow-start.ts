import { isObject, objectsIn } from '../text/json.js'
import type { FailureEvidence } from './evidence.js'
import { parseHealthCheckFailure } from './health-check-failure.js'

/** Seconds that ECS takes to stop an unhealthy task, with a margin. */
const stopMargin = 60

/** For a task stopped as soon as the grace period allowed. */
export function slowStartStep(evidence: FailureEvidence): string | undefined {
  const { shortestRun } = evidence
  const { gracePeriod, targetGroups } = evidence.service ?? {}
  if (shortestRun === undefined || gracePeriod === undefined) return undefined
  const { group } = parseHealthCheckFailure(evidence)
  const check = targetGroups?.find(({ name }) => name === group)?.healthCheck
  if (!check) return undefined
  const earliest = Math.max(gracePeriod, check.interval * check.unhealthyThreshold)
  if (shortestRun > earliest + stopMargin) return undefined
  return `If it only starts slowly (a task was stopped after ${shortestRun} s), raise healthCheckGracePeriodSeconds of the service (now ${gracePeriod}).`
}

export function slowStartText({ definition, shortestRun, service }: FailureEvidence): string {
  const startPeriods = objectsIn(definition.containerDefinitions).map(({ healthCheck }) =>
    isObject(healthCheck) && typeof healthCheck.startPeriod === 'number' ? healthCheck.startPeriod : 0,
  )
  const stopped = shortestRun === undefined ? '' : `a task was stopped after ${shortestRun} s, `
  return `${stopped}the start may take ${Math.max(0, ...startPeriods)} s (startPeriod), the grace period of the service is ${service?.gracePeriod ?? 0} s`
}
