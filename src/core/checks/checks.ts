/**
 * All checks of a deployment. A check is a function of what would be deployed and what was seen around it; to add one,
 * write it in the folder of its subject, name it in check.ts, list it here, and give it a row in docs/checks.md.
 */
import { checkAlarms } from './alarms/alarms.js'
import type { Check } from './check.js'
import type { CheckContext } from './check-context.js'
import { checkContainerSizes } from './definition/container-size.js'
import { checkDanglingReferences } from './definition/dangling-reference.js'
import { checkDefinitionSize } from './definition/definition-size.js'
import { checkDuplicateContainers } from './definition/duplicate-container.js'
import { checkEssential } from './definition/essential.js'
import { checkRoles } from './definition/execution-role.js'
import { checkFargateSize } from './definition/fargate-size.js'
import { checkHealthChecks } from './definition/health-check.js'
import { checkLogs } from './definition/log-group.js'
import { checkArchitecture } from './image/image-architecture.js'
import { checkMissingImages } from './image/image-missing.js'
import { checkMutableImages } from './image/image-moves.js'
import { checkDuplicatePorts } from './ports/duplicate-port.js'
import { checkImagePorts } from './ports/image-ports.js'
import { checkPortBounds } from './ports/port-bounds.js'
import { checkBalancedPorts, checkHostPorts } from './ports/port-mappings.js'
import { checkTargetGroups } from './ports/target-groups.js'
import type { Preflight } from './preflight.js'
import { applyPreflight } from './preflight.js'
import { checkAutoScaling } from './service/auto-scaling.js'
import { checkSlowBreaker } from './service/breaker-slow.js'
import { checkService } from './service/deployable.js'
import { checkDrift } from './service/drift.js'
import { checkGracePeriod } from './service/grace-period.js'
import { checkStuckPercents } from './service/percent-stuck.js'
import { checkRollout } from './service/rollout.js'
import { checkDuplicateVariables } from './variables/duplicate-variable.js'
import { checkSecretsInClear } from './variables/secret-in-clear.js'
import { checkSecretReferences } from './variables/secret-reference.js'
import { checkUnnamedVariables } from './variables/unnamed-variable.js'
import { checkVanishedVariables } from './variables/vanished-variable.js'

const checks: readonly ((context: CheckContext) => readonly Check[])[] = [
  ({ observed }) => (observed ? checkService(observed.service) : []),
  checkMutableImages,
  checkMissingImages,
  checkArchitecture,
  checkRoles,
  checkSecretReferences,
  checkUnnamedVariables,
  checkDuplicateVariables,
  checkLogs,
  checkFargateSize,
  checkContainerSizes,
  checkEssential,
  checkDuplicateContainers,
  checkDuplicatePorts,
  checkDanglingReferences,
  checkPortBounds,
  checkDefinitionSize,
  checkSecretsInClear,
  checkVanishedVariables,
  checkDrift,
  checkHostPorts,
  checkBalancedPorts,
  checkTargetGroups,
  checkImagePorts,
  checkHealthChecks,
  checkGracePeriod,
  ({ observed, rollout }) => (observed ? checkRollout(observed.service, rollout) : []),
  checkSlowBreaker,
  ({ observed, rollout }) => (observed ? [checkStuckPercents(observed.service, rollout)] : []),
  checkAutoScaling,
  checkAlarms,
]

export function runChecks(context: CheckContext, preflight: Preflight): Check[] {
  return applyPreflight(
    checks.flatMap(check => check(context)),
    preflight,
  )
}
