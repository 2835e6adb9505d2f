/** The deployment that is watched, and one snapshot of it. */

import type { BreakerSetting, Service } from '../ecs/service.js'
import type { ServiceDeployment } from '../ecs/service-deployment.js'

/** The deployment that UpdateService answered with, and what was there before it. */
export interface Tracked {
  /** `ecs-svc/6216346761948112104` */
  readonly deploymentId: string
  /** the task definition that it deploys */
  readonly taskDefinition: string
  /** ids of the deployments that were there before: if one is PRIMARY again, ECS rolled back */
  readonly before: readonly string[]
  /** the task definitions of these: ECS may roll back to one of them under a new deployment id */
  readonly deployedBefore: readonly string[]
  /** the task definition that served before */
  readonly previous: string | undefined
  /** one of them was COMPLETED: ECS can roll back */
  readonly completedBefore: boolean
  readonly breaker: BreakerSetting
  /** by the local clock, corrected where it is far off */
  readonly startedAt: number
}

/** What one poll found. The service is read after the service deployment, so that it can confirm it. */
export interface Snapshot {
  readonly at: number
  readonly service: Service | 'missing'
  readonly serviceDeployment: ServiceDeployment | undefined
}
