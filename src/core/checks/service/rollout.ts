/** What the rollout could not be saved from. */
import { revisionName } from '../../ecs/arn.js'
import type { Service } from '../../ecs/service.js'
import { primaryOf, servingIn } from '../../ecs/service.js'
import { breakerAfter } from '../../settings/breaker.js'
import type { ServiceOptions } from '../../settings/service-settings.js'
import { rolloutCount } from '../../settings/service-settings.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'

export function checkRollout(service: Service, options: ServiceOptions): Check[] {
  const after = breakerAfter(service.breaker, options.breaker)
  const optional = options.breaker.threshold !== undefined || options.breaker.resetOnHealthyTask !== undefined
  const settings = optional ? ', so that its settings have no effect' : ''
  const completed = service.deployments.some(deployment => deployment.rolloutState === 'COMPLETED')
  return [
    after.enable
      ? passed('breaker-off')
      : {
          id: 'breaker-off',
          result: 'warning',
          text: `the circuit breaker is off and stays off${settings}: a revision that cannot start is retried for ever`,
          next: 'Leave out circuit-breaker: keep, so that the breaker is switched on with rollback.',
        },
    !after.rollback || completed
      ? passed('rollback-target')
      : {
          id: 'rollback-target',
          result: 'warning',
          text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
          next: 'Watch this deployment; after its first success rollbacks work.',
        },
    checkPrimary(service),
    checkDesiredCount(service, options),
    checkScheduling(service, options),
  ]
}

/** ECS sets the count of a DAEMON service by itself: one task an instance. */
function checkScheduling(service: Service, options: ServiceOptions): Check {
  const asked = options.desiredCount ?? options.bumpDesiredCount
  if (service.scheduling !== 'DAEMON' || asked === undefined) return passed('scheduling')
  return {
    id: 'scheduling',
    result: 'refused',
    text: `service ${service.name} is a DAEMON service, whose desired count ECS sets by itself`,
    next: 'Leave out desired-count and bump-desired-count.',
  }
}

/** What is replaced may not be what is PRIMARY. */
function checkPrimary(service: Service): Check {
  const primary = primaryOf(service)
  if (primary?.rolloutState !== 'FAILED') return passed('primary-failed')
  const serving = servingIn(service.deployments)
  const what = serving
    ? `what serves is ${revisionName(serving.taskDefinition)}`
    : 'no task of the service runs'
  return {
    id: 'primary-failed',
    result: 'warning',
    text: `the PRIMARY deployment, ${primary.id}, has FAILED: ${what}`,
    next: 'Nothing to do first: this deployment replaces it.',
  }
}

function checkDesiredCount(service: Service, options: ServiceOptions): Check {
  if (rolloutCount(service, options) > 0) return passed('desired-count')
  return {
    id: 'desired-count',
    result: 'warning',
    text: 'the service wants 0 tasks: the deployment will complete without starting one and proves nothing',
    next: 'Give bump-desired-count: 1, so that one task is started to verify it and stopped again.',
  }
}
