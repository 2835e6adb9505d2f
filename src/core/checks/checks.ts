/** All checks, in the order of the report. docs/checks.md has a row for each. */
import type { Preflight } from '../options/plan-options.js'
import { isKnown, provenanceIn } from '../task-definition/tags.js'
import { alarmMissing } from './alarms/alarm-missing.js'
import { alarmNone } from './alarms/alarm-none.js'
import { alarmRinging } from './alarms/alarm-ringing.js'
import { alarmRunningTasks } from './alarms/alarm-running-tasks.js'
import { alarmUnhealthyHosts } from './alarms/alarm-unhealthy-hosts.js'
import { type Check, runCheck } from './check.js'
import type { CheckContext } from './check-context.js'
import { containerDependency } from './definition/container-dependency.js'
import { containerLimits } from './definition/container-limits.js'
import { containerName } from './definition/container-name.js'
import { containerSize } from './definition/container-size.js'
import { danglingReference } from './definition/dangling-reference.js'
import { definitionSize } from './definition/definition-size.js'
import { duplicateContainer } from './definition/duplicate-container.js'
import { environmentFile } from './definition/environment-file.js'
import { ephemeralStorage } from './definition/ephemeral-storage.js'
import { essential } from './definition/essential.js'
import { executionRole } from './definition/execution-role.js'
import { fargateSize } from './definition/fargate-size.js'
import { fargateUnsupported } from './definition/fargate-unsupported.js'
import { healthCheck } from './definition/health-check.js'
import { healthCommand } from './definition/health-command.js'
import { logDriver } from './definition/log-driver.js'
import { logGroup } from './definition/log-group.js'
import { networkMode } from './definition/network-mode.js'
import { placeholder } from './definition/placeholder.js'
import { proxyConfiguration } from './definition/proxy-configuration.js'
import { registryCredentials } from './definition/registry-credentials.js'
import { retiredMember } from './definition/retired-member.js'
import { volume } from './definition/volume.js'
import { imageArchitecture } from './image/image-architecture.js'
import { imageMissing } from './image/image-missing.js'
import { imageMoves } from './image/image-moves.js'
import { rollbackImage } from './image/rollback-image.js'
import { tagMoved } from './image/tag-moved.js'
import { duplicatePort } from './ports/duplicate-port.js'
import { healthPort } from './ports/health-port.js'
import { portBalancer } from './ports/port-balancer.js'
import { portBounds } from './ports/port-bounds.js'
import { portEnvironment } from './ports/port-environment.js'
import { portExposed } from './ports/port-exposed.js'
import { portHost } from './ports/port-host.js'
import { portName } from './ports/port-name.js'
import { portRange } from './ports/port-range.js'
import { portRegistry } from './ports/port-registry.js'
import { targetGroup } from './ports/target-group.js'
import { targetType } from './ports/target-type.js'
import { autoScaling } from './service/auto-scaling.js'
import { bakeTime } from './service/bake-time.js'
import { breakerOff } from './service/breaker-off.js'
import { breakerSlow } from './service/breaker-slow.js'
import { controller } from './service/controller.js'
import { desiredCount } from './service/desired-count.js'
import { drift } from './service/drift.js'
import { expressDefinition } from './service/express-definition.js'
import { expressService } from './service/express-service.js'
import { gracePeriod } from './service/grace-period.js'
import { launchVolume } from './service/launch-volume.js'
import { lifecycleStage } from './service/lifecycle-stage.js'
import { pauseHook } from './service/pause-hook.js'
import { percentStuck } from './service/percent-stuck.js'
import { primaryFailed } from './service/primary-failed.js'
import { rollbackTarget } from './service/rollback-target.js'
import { scheduling } from './service/scheduling.js'
import { serviceActive } from './service/service-active.js'
import { serviceNetwork } from './service/service-network.js'
import { servingGap } from './service/serving-gap.js'
import { slowRollout } from './service/slow-rollout.js'
import { duplicateVariable } from './variables/duplicate-variable.js'
import { secretInClear } from './variables/secret-in-clear.js'
import { secretReference } from './variables/secret-reference.js'
import { unnamedVariable } from './variables/unnamed-variable.js'
import { vanishedVariable } from './variables/vanished-variable.js'

const definitions = [
  serviceActive,
  controller,
  expressService,
  expressDefinition,
  imageMoves,
  tagMoved,
  imageMissing,
  imageArchitecture,
  placeholder,
  executionRole,
  secretReference,
  unnamedVariable,
  duplicateVariable,
  environmentFile,
  registryCredentials,
  logDriver,
  logGroup,
  fargateSize,
  fargateUnsupported,
  networkMode,
  ephemeralStorage,
  retiredMember,
  containerSize,
  containerLimits,
  containerName,
  essential,
  duplicateContainer,
  containerDependency,
  danglingReference,
  volume,
  proxyConfiguration,
  duplicatePort,
  portBounds,
  portRange,
  definitionSize,
  secretInClear,
  vanishedVariable,
  drift,
  portHost,
  portBalancer,
  portName,
  portRegistry,
  targetGroup,
  targetType,
  healthPort,
  portExposed,
  portEnvironment,
  healthCheck,
  healthCommand,
  gracePeriod,
  breakerOff,
  rollbackTarget,
  rollbackImage,
  primaryFailed,
  desiredCount,
  scheduling,
  serviceNetwork,
  launchVolume,
  breakerSlow,
  percentStuck,
  servingGap,
  slowRollout,
  bakeTime,
  pauseHook,
  lifecycleStage,
  autoScaling,
  alarmRinging,
  alarmMissing,
  alarmNone,
  alarmUnhealthyHosts,
  alarmRunningTasks,
] as const

export type CheckId = (typeof definitions)[number]['id']

export const checkIds: readonly CheckId[] = definitions.map(({ id }) => id)

const enforced: ReadonlySet<CheckId> = new Set(
  definitions.flatMap(({ id, alwaysEnforced }) => (alwaysEnforced ? id : [])),
)

export function runChecks(context: CheckContext, preflight: Preflight): Check<CheckId>[] {
  const checks = definitions.flatMap(definition => runCheck(definition, context))
  const isKnownHere = isKnown(provenanceIn(context.observed?.live ?? {}))
  return applyPreflight(
    checks.filter(({ isRecommendation }) => !(isRecommendation && isKnownHere)),
    preflight,
  )
}

/** If one of these is refused, no other check of the service is worth reporting. */
export function runServiceChecks(context: CheckContext): Check<CheckId>[] {
  return [serviceActive, controller].flatMap(definition => runCheck(definition, context))
}

function applyPreflight(checks: readonly Check<CheckId>[], preflight: Preflight): Check<CheckId>[] {
  switch (preflight) {
    case 'fail':
      return [...checks]
    case 'warn':
      return checks.map(check =>
        check.result === 'refused' && !isEnforced(check) ? { ...check, result: 'warning' } : check,
      )
    case 'off':
      return checks.filter(isEnforced)
  }
}

function isEnforced({ id, alwaysEnforced }: Check<CheckId>): boolean {
  return alwaysEnforced === true || enforced.has(id)
}
