/**
 * What can be known to be wrong before anything is changed. Each check has an id, and passes, warns or refuses with a
 * sentence and a remedy.
 */
import { requested } from '../service/breaker.js'
import type { RolloutWish } from '../service/rollout.js'
import type { Service } from '../service/service.js'
import { primaryOf, servingIn } from '../service/service.js'
import { whyMoving } from '../task-definition/image.js'
import type { ContainerImage } from '../task-definition/task-definition.js'

export interface Check {
  readonly id:
    | 'image-moves'
    | 'controller'
    | 'service-active'
    | 'breaker-off'
    | 'rollback-target'
    | 'desired-count'
    | 'scheduling'
    | 'primary-failed'
  readonly result: 'passed' | 'warning' | 'refused'
  /** what is wrong; empty when passed */
  readonly text: string
  readonly next: string
}

/**
 * Every image that would run. One that already runs with this reference warns, a new one refuses. Where the live
 * definition is not known, only the images that the user gave for this deployment refuse.
 */
export function checkImages(
  proposed: readonly ContainerImage[],
  live: readonly ContainerImage[] | 'unknown',
  given: readonly string[],
): Check[] {
  return proposed.map(({ container, image }) => {
    const why = whyMoving(image)
    if (!why) return passed('image-moves')
    const running = live === 'unknown' ? undefined : live.find(one => one.container === container)?.image
    const lenient = live === 'unknown' ? !given.includes(container) : running === image
    return {
      id: 'image-moves',
      result: lenient ? 'warning' : 'refused',
      text: `container ${container}: ${image} ${why}: the same revision could run other software tomorrow`,
      next: `Give ${container} an image with a tag that is pushed once (the commit), or a digest.`,
    }
  })
}

/** Whether this service can be deployed to by UpdateService at all. */
export function checkService(service: Service): Check[] {
  return [checkActive(service), checkController(service)]
}

function checkActive(service: Service): Check {
  if (service.status === 'ACTIVE') return passed('service-active')
  return {
    id: 'service-active',
    result: 'refused',
    text: `service ${service.name} is ${service.status}, not ACTIVE`,
    next: 'Create the service again, or correct the inputs service and cluster.',
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html */
function checkController(service: Service): Check {
  const remedies: Readonly<Record<string, string>> = {
    CODE_DEPLOY: 'Deploy it through AWS CodeDeploy, or move the service to the ECS deployment controller.',
    EXTERNAL: 'Deploy it with task sets, or move the service to the ECS deployment controller.',
  }
  const next = remedies[service.controller]
  if (!next) return passed('controller')
  return {
    id: 'controller',
    result: 'refused',
    text: `service ${service.name} has the deployment controller ${service.controller}, where UpdateService cannot change the task definition`,
    next,
  }
}

/** What the rollout could not be saved from. */
export function checkRollout(service: Service, wish: RolloutWish): Check[] {
  const after = requested(service.breaker, wish.breaker)
  const given = wish.breaker.threshold !== undefined || wish.breaker.resetOnHealthyTask !== undefined
  const settings = given ? ', so that its settings have no effect' : ''
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
    checkDesiredCount(service, wish),
    checkScheduling(service, wish),
  ]
}

/** ECS sets the count of a DAEMON service by itself: one task an instance. */
function checkScheduling(service: Service, wish: RolloutWish): Check {
  const asked = wish.desiredCount ?? wish.bumpDesiredCount
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
  return {
    id: 'primary-failed',
    result: 'warning',
    text: `the PRIMARY deployment, ${primary.id}, has FAILED: what serves is ${servingBefore(service) ?? 'not known'}`,
    next: 'This deployment replaces it; watch it closely.',
  }
}

function checkDesiredCount(service: Service, wish: RolloutWish): Check {
  if ((wish.bumpDesiredCount ?? wish.desiredCount ?? service.desiredCount) > 0) return passed('desired-count')
  return {
    id: 'desired-count',
    result: 'warning',
    text: 'the service wants 0 tasks: the deployment will complete without starting one and proves nothing',
    next: 'Give bump-desired-count: 1, so that one task is started to verify it and stopped again.',
  }
}

function passed(id: Check['id']): Check {
  return { id, result: 'passed', text: '', next: '' }
}

/**
 * The revision to compare with and to go back to: the one that serves; where no task runs, the one that last
 * completed, or the PRIMARY.
 */
export function servingBefore(service: Service): string | undefined {
  const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  const deployment = servingIn(service.deployments) ?? completed ?? primaryOf(service)
  return deployment?.taskDefinition ?? (service.taskDefinition || undefined)
}
