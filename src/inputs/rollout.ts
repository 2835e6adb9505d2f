/** What a rollout changes of the service beside the task definition. Only what is given is sent, but for the breaker. */
import { quote } from '../core/errors/problem.js'
import type { ServiceOptions } from '../core/options/service-options.js'
import { readBreaker } from './breaker.js'
import { flag, type InputReader, list, oneOf, optionalFlag, optionalNumber, optionalOneOf } from './values.js'

/** Bounds: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function readRollout(reader: InputReader): ServiceOptions {
  const minimumHealthyPercent = optionalNumber(reader, 'minimum-healthy-percent', 0, 100)
  const maximumPercent = optionalNumber(reader, 'maximum-percent', 100, 10_000)
  const bakeTimeInMinutes = optionalNumber(reader, 'bake-time-minutes', 0, 1440)
  const desiredCount = optionalNumber(reader, 'desired-count', 0, 5_000)
  const bumpDesiredCount = optionalNumber(reader, 'bump-desired-count', 1, 5_000)
  const enableEcsManagedTags = optionalFlag(reader, 'enable-ecs-managed-tags')
  const propagateTags = optionalOneOf(reader, 'propagate-tags', [
    'SERVICE',
    'TASK_DEFINITION',
    'NONE',
  ] as const)
  const alarms = list(reader.get('alarms'), /[\n,]/)
  const rollback = flag(reader, 'alarms-rollback', true)

  if (minimumHealthyPercent === 100 && maximumPercent === 100) {
    reader.report(
      'maximum-percent',
      `${quote('100')} together with minimum-healthy-percent 100 lets no task start or stop`,
    )
  }
  if (desiredCount !== undefined && bumpDesiredCount !== undefined && bumpDesiredCount < desiredCount) {
    reader.report(
      'bump-desired-count',
      `${quote(String(bumpDesiredCount))} is less than desired-count, ${desiredCount}`,
    )
  }
  return {
    breaker: readBreaker(reader),
    inFlight: oneOf(reader, 'in-flight', ['supersede', 'wait', 'fail'] as const, 'supersede'),
    forceNewDeployment: flag(reader, 'force-new-deployment', false),
    minimumHealthyPercent,
    maximumPercent,
    bakeTimeInMinutes,
    desiredCount,
    bumpDesiredCount,
    enableEcsManagedTags,
    propagateTags,
    alarms: alarms.length === 0 ? undefined : { names: alarms, rollback },
  }
}
