import type { BreakerSetting, Service } from '../ecs/service.js'
import type { ServiceDeployment } from '../ecs/service-deployment.js'

/** The deployment that UpdateService started or that was joined, and what was there before. */
export interface Tracked {
  /** `ecs-svc/6216346761948112104` */
  readonly deploymentId: string
  readonly taskDefinition: string
  /** ids: if one is PRIMARY again, ECS rolled back */
  readonly before: readonly string[]
  /** task definitions: ECS may roll back to one under a new deployment id */
  readonly deployedBefore: readonly string[]
  /** the task definition that served */
  readonly previous: string | undefined
  /** ECS can roll back */
  readonly completedBefore: boolean
  /** id of the PRIMARY to which ECS was rolling back when ours began */
  readonly overriddenRollback: string | undefined
  readonly breaker: BreakerSetting
  /** by the local clock, corrected if far off */
  readonly startedAt: number
  /** the wait begins; later than the start if the deployment was joined */
  readonly watchedFrom: number
}

/** The service is read last, to confirm the service deployment. */
export interface Snapshot {
  readonly at: number
  readonly service: Service | 'missing'
  readonly serviceDeployment: ServiceDeployment | undefined
}
