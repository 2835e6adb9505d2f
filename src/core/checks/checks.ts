/**
 * All checks of a deployment. A check is a function of what would be deployed and what was seen around it; to add one,
 * write it in a file of its own, name it in check.ts, list it here, and give it a row in docs/checks.md.
 */
import { checkAlarms } from './alarms.js'
import type { Check } from './check.js'
import { checkGracePeriod } from './grace-period.js'
import { checkHealthChecks } from './health-check.js'
import { checkImagePorts } from './image-ports.js'
import { checkImages } from './images.js'
import { checkBalancedPorts, checkHostPorts } from './port-mappings.js'
import type { Preflight } from './preflight.js'
import { obey } from './preflight.js'
import { checkRollout } from './rollout.js'
import { checkScaling } from './scaling.js'
import { checkService } from './service.js'
import type { Subject } from './subject.js'
import { checkTargetGroups } from './target-groups.js'

const checks: readonly ((subject: Subject) => readonly Check[])[] = [
  ({ observed }) => (observed ? checkService(observed.service) : []),
  checkImages,
  checkHostPorts,
  checkBalancedPorts,
  checkTargetGroups,
  checkImagePorts,
  checkHealthChecks,
  checkGracePeriod,
  ({ observed, rollout }) => (observed ? checkRollout(observed.service, rollout) : []),
  checkScaling,
  checkAlarms,
]

export function runChecks(subject: Subject, preflight: Preflight): Check[] {
  return obey(
    checks.flatMap(check => check(subject)),
    preflight,
  )
}
