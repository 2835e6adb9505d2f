/** The deployment that is watched, and one look at it. */

import type { BreakerSetting, Service } from '../ecs/service.js'
import type { ServiceDeployment } from '../ecs/service-deployment.js'

/** The deployment that UpdateService answered with, and what was there before it. */
export interface Tracked {
  /** `ecs-svc/6216346761948112104` */
  readonly deploymentId: string
  /** the task definition that it deploys */
  readonly taskDefinition: string
  /** ids of the deployments that were there before: PRIMARY again means a rollback, not a stranger */
  readonly before: readonly string[]
  /** what they deployed: the same again while ours is rolled back means a rollback under a new id */
  readonly deployedBefore: readonly string[]
  /** the task definition that served before */
  readonly previous: string | undefined
  /** one of them was COMPLETED, so that ECS has something to roll back to */
  readonly completedBefore: boolean
  readonly breaker: BreakerSetting
  /** by the clock of the machine that watches, set right where it is far off */
  readonly startedAt: number
}

/** One look. The service is read after the service deployment, so that it confirms what that says. */
export interface Snapshot {
  readonly at: number
  readonly service: Service | 'missing'
  readonly serviceDeployment: ServiceDeployment | undefined
}
