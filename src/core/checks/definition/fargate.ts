import { isForFargate } from '../../task-definition/containers.js'
import type { CheckContext } from '../check-context.js'

/**
 * Whether Fargate's rules apply: ECS checks them in RegisterTaskDefinition for a file with
 * `requiresCompatibilities: ["FARGATE"]`, and in UpdateService for a service on Fargate ("Task definition does not
 * support launch_type FARGATE.").
 */
export function isOnFargate({
  definition,
  observed,
}: Pick<CheckContext, 'definition' | 'observed'>): boolean {
  return isForFargate(definition) || observed?.service.onFargate === true
}
