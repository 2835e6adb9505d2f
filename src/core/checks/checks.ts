/**
 * All checks of a deployment. A check is a function of what would be deployed and what was seen around it; to add one,
 * write it in a file of its own, name it in check.ts, list it here, and give it a row in docs/checks.md.
 */
import { checkAlarms } from './alarms.js'
import type { Check } from './check.js'
import { checkContainerSizes } from './container-size.js'
import { checkReferences } from './dangling-reference.js'
import { checkDefinitionSize } from './definition-size.js'
import { checkDetection } from './detection.js'
import { checkDrift } from './drift.js'
import { checkContainerNames } from './duplicate-container.js'
import { checkPorts } from './duplicate-port.js'
import { checkVariables } from './duplicate-variable.js'
import { checkEssential } from './essential.js'
import { checkRoles } from './execution-role.js'
import { checkFargateSize } from './fargate-size.js'
import { checkGracePeriod } from './grace-period.js'
import { checkHealthChecks } from './health-check.js'
import { checkArchitecture } from './image-architecture.js'
import { checkImagesExist } from './image-missing.js'
import { checkImagePorts } from './image-ports.js'
import { checkImages } from './images.js'
import { checkLogs } from './log-group.js'
import { checkPortBounds } from './port-bounds.js'
import { checkBalancedPorts, checkHostPorts } from './port-mappings.js'
import type { Preflight } from './preflight.js'
import { obey } from './preflight.js'
import { checkRollout } from './rollout.js'
import { checkRoom } from './room.js'
import { checkScaling } from './scaling.js'
import { checkSecretsInClear } from './secret-in-clear.js'
import { checkSecretReferences } from './secret-reference.js'
import { checkService } from './service.js'
import type { Subject } from './subject.js'
import { checkTargetGroups } from './target-groups.js'
import { checkVariableNames } from './unnamed-variable.js'

const checks: readonly ((subject: Subject) => readonly Check[])[] = [
  ({ observed }) => (observed ? checkService(observed.service) : []),
  checkImages,
  checkImagesExist,
  checkArchitecture,
  checkRoles,
  checkSecretReferences,
  checkVariableNames,
  checkVariables,
  checkLogs,
  checkFargateSize,
  checkContainerSizes,
  checkEssential,
  checkContainerNames,
  checkPorts,
  checkReferences,
  checkPortBounds,
  checkDefinitionSize,
  checkSecretsInClear,
  checkDrift,
  checkHostPorts,
  checkBalancedPorts,
  checkTargetGroups,
  checkImagePorts,
  checkHealthChecks,
  checkGracePeriod,
  ({ observed, rollout }) => (observed ? checkRollout(observed.service, rollout) : []),
  checkDetection,
  ({ observed, rollout }) => (observed ? [checkRoom(observed.service, rollout)] : []),
  checkScaling,
  checkAlarms,
]

export function runChecks(subject: Subject, preflight: Preflight): Check[] {
  return obey(
    checks.flatMap(check => check(subject)),
    preflight,
  )
}
