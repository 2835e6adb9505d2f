/** The texts for alarms and requested rollbacks are not published; they follow the published ones. */
export type Cause =
  | { readonly kind: 'circuit-breaker' }
  | { readonly kind: 'alarm' }
  | { readonly kind: 'user' }
  | { readonly kind: 'hook'; readonly reason: string }

export const noCandidate = 'No rollback candidate was found to run the rollback.'

export function inProgress(id: string): string {
  return `ECS deployment ecs-svc/${id} in progress.`
}

export function completed(id: string): string {
  return `ECS deployment ecs-svc/${id} completed.`
}

export function failedReason(cause: Cause): string {
  switch (cause.kind) {
    case 'circuit-breaker':
      return 'ECS deployment circuit breaker: tasks failed to start.'
    case 'alarm':
      return 'ECS deployment failed: alarm detected.'
    case 'user':
      return 'ECS deployment failed: rollback requested.'
    case 'hook':
      return `ECS deployment failed: ${cause.reason}`
  }
}

export function rollingBackReason(cause: Cause, { id, fullStop }: { id: string; fullStop: boolean }): string {
  const by = cause.kind === 'circuit-breaker' ? 'ECS deployment circuit breaker' : 'ECS deployment'
  return `${by}: rolling back to deploymentId ecs-svc/${id}${fullStop ? '.' : ''}`
}

export function failedEvent(cause: Cause, id: string): string {
  const failed = `(deployment ecs-svc/${id}) deployment failed: `
  switch (cause.kind) {
    case 'circuit-breaker':
      return `${failed}tasks failed to start.`
    case 'alarm':
      return `${failed}alarm detected.`
    case 'user':
      return `${failed}rollback requested.`
    case 'hook':
      return `${failed}${cause.reason}`
  }
}

export function rolledBackReason(cause: Cause): string {
  switch (cause.kind) {
    case 'circuit-breaker':
      return 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
    case 'alarm':
      return 'Service deployment rolled back because an alarm was triggered.'
    case 'user':
      return 'Service deployment rolled back because a rollback was requested.'
    case 'hook':
      return cause.reason
  }
}
