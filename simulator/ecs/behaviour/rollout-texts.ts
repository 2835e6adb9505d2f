/**
 * What ECS writes into rolloutStateReason and statusReason. Those for alarms and for a rollback that a user asked for
 * are not published anywhere; here they are modelled on the ones that are.
 */
export type Cause = 'circuit-breaker' | 'alarm' | 'user'

export const noCandidate = 'No rollback candidate was found to run the rollback.'

export function inProgress(id: string): string {
  return `ECS deployment ecs-svc/${id} in progress.`
}

export function completed(id: string): string {
  return `ECS deployment ecs-svc/${id} completed.`
}

export function failedReason(cause: Cause): string {
  switch (cause) {
    case 'circuit-breaker':
      return 'ECS deployment circuit breaker: tasks failed to start.'
    case 'alarm':
      return 'ECS deployment failed: alarm detected.'
    case 'user':
      return 'ECS deployment failed: rollback requested.'
  }
}

export function rollingBackReason(cause: Cause, id: string, stop: string): string {
  const by = cause === 'circuit-breaker' ? 'ECS deployment circuit breaker' : 'ECS deployment'
  return `${by}: rolling back to deploymentId ecs-svc/${id}${stop}`
}

export function failedEvent(cause: Cause, id: string): string {
  const why = {
    'circuit-breaker': 'tasks failed to start',
    alarm: 'alarm detected',
    user: 'rollback requested',
  }[cause]
  return `(deployment ecs-svc/${id}) deployment failed: ${why}.`
}

export function rolledBackReason(cause: Cause): string {
  const why = {
    'circuit-breaker': 'the circuit breaker threshold was exceeded',
    alarm: 'an alarm was triggered',
    user: 'a rollback was requested',
  }[cause]
  return `Service deployment rolled back because ${why}.`
}
