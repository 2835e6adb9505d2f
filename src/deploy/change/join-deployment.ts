/** Nothing is sent: what is in flight is followed from now on as if this run had started it (docs/adr/0042). */
import type { JoinCandidate } from '../../core/plan/join-candidate.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { clockSkew } from './clock-skew.js'
import type { StartResult } from './update-service.js'

export function joinDeployment(
  { settings }: Pick<ServicePlan, 'settings'>,
  { deployment, earlier, service }: JoinCandidate,
  now: number,
): Extract<StartResult, { kind: 'started' }> {
  const { createdAt = now, id, taskDefinition } = deployment
  // Only a clock that is behind shows in this.
  const skewMs = clockSkew(createdAt, createdAt, now)
  const watchedFrom = now - skewMs
  return {
    kind: 'started',
    service,
    skewMs,
    tracked: {
      deploymentId: id,
      taskDefinition,
      before: earlier.ids,
      deployedBefore: earlier.taskDefinitions,
      previous: earlier.serving,
      completedBefore: earlier.hasCompleted,
      overriddenRollback: undefined,
      breaker: settings.before.breaker,
      startedAt: Math.min(createdAt, watchedFrom),
      watchedFrom,
    },
  }
}
