/**
 * ECS configures the deployments of an Express service itself: UpdateExpressGatewayService takes none of these.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html
 * https://github.com/aws/containers-roadmap/issues/2813 (nor does UpdateService)
 */
import type { PlainSetting } from '../ecs/plain-settings.js'
import type { ServiceOptions } from '../options/service-options.js'

/** A new revision starts a deployment anyway: `force-new-deployment` has its own refusal where there is none. */
export function inputsOfUpdateService(options: ServiceOptions): string[] {
  const others: Omit<ServiceOptions, PlainSetting> = options
  const { settingInputs, breaker, bumpDesiredCount, alarms, volume, ...rest } = others
  const { inFlight: _, forceNewDeployment: __, ...forgotten } = rest
  // Fails to compile if an option is neither sent nor refused.
  forgotten satisfies Record<string, never>
  const inputs = {
    // On with rollback is what ECS sets, too.
    'circuit-breaker': breaker.mode === 'stop',
    'circuit-breaker-threshold': breaker.threshold !== undefined,
    'circuit-breaker-reset-on-healthy-task': breaker.resetOnHealthyTask !== undefined,
    alarms: alarms !== undefined,
    'bump-desired-count': bumpDesiredCount !== undefined,
    'service-managed-ebs-volume': volume !== undefined,
  }
  return [...settingInputs, ...Object.entries(inputs).flatMap(([input, isSet]) => (isSet ? input : []))]
}
