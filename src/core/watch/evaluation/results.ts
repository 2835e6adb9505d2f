import type { Deployment } from '../../ecs/service.js'
import type { Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import type { DeploymentView } from './deployment-view.js'

export function completed({
  service,
  ours,
  serviceDeployment,
}: DeploymentView): DeploymentResult | undefined {
  if (service.desiredCount === 0) return { kind: 'idle' }
  if (!ours || ours.runningCount === 0) return undefined
  return { kind: 'succeeded', running: ours.runningCount, completedAt: serviceDeployment?.finishedAt }
}

export function rolledBack({
  service,
  primary,
  failure,
  serviceDeployment,
}: DeploymentView): DeploymentResult {
  const reason = serviceDeployment?.rollback?.reason ?? serviceDeployment?.statusReason ?? failure
  return {
    kind: 'rolled-back',
    serving: primary?.taskDefinition ?? service.taskDefinition,
    reason: reason || undefined,
  }
}

export function failed(
  { ours }: DeploymentView,
  reason: string,
  { replacedBy }: { readonly replacedBy: Deployment | undefined },
): DeploymentResult {
  return { kind: 'failed', running: ours?.runningCount ?? 0, reason, replacedBy }
}

export function superseded(
  by: Deployment,
  stateWhenSuperseded: Extract<DeploymentResult, { kind: 'superseded' }>['stateWhenSuperseded'],
): DeploymentResult {
  return { kind: 'superseded', by, stateWhenSuperseded }
}

/** Only the breaker or an alarm leaves these traces. */
export function wasStoppedByEcs({ ours, serviceDeployment }: DeploymentView): boolean {
  const isTripped = serviceDeployment?.breaker?.status === 'TRIGGERED' || ours?.rolloutState === 'FAILED'
  return isTripped || (serviceDeployment?.triggeredAlarms.length ?? 0) > 0
}

export function stopReason({ breaker }: Tracked, { ours, serviceDeployment }: DeploymentView): string {
  const reason = ours?.rolloutState === 'FAILED' ? ours.rolloutStateReason : serviceDeployment?.statusReason
  if (reason !== undefined) return reason
  const hasAlarm = (serviceDeployment?.triggeredAlarms.length ?? 0) > 0
  const detector = hasAlarm ? 'a CloudWatch alarm stopped it' : 'the circuit breaker tripped'
  return breaker.rollback ? detector : `${detector}, and rollback is off`
}
