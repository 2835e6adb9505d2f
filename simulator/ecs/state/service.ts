import type { DeploymentConfiguration, SchedulingStrategy } from './deployment-configuration.js'
import type { Document, Tag } from './document.js'
import type { ServiceDeployment } from './service-deployment.js'
import type { Task } from './task.js'
import type { TaskDefinition } from './task-definition.js'

export type LoadBalancer = {
  readonly targetGroupArn?: string
  readonly containerName?: string
  readonly containerPort?: number
  readonly advancedConfiguration?: { readonly alternateTargetGroupArn?: string }
}

/** Each rollout creates one; a rollback creates none. */
export type ServiceRevision = {
  readonly digits: string
  readonly createdAt: number
  readonly taskDefinition: TaskDefinition
  readonly loadBalancers: readonly LoadBalancer[]
  /** With the target groups of its own tasks. */
  readonly targets: readonly LoadBalancer[]
  /** Echoed members such as networkConfiguration, launchType and platformVersion. */
  readonly attributes: Document
  /** By container: what its tag resolved to for the first task. */
  readonly digests: Map<string, string>
}

/** In Service.deployments. */
export type Deployment = {
  readonly id: string
  readonly revision: ServiceRevision
  status: 'PRIMARY' | 'ACTIVE'
  desiredCount: number
  failedTasks: number
  createdAt: number
  updatedAt: number
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'
  rolloutStateReason: string
  failedAt: number | undefined
  readonly beginsAt: number
  /** Consecutive tasks that never reached RUNNING; determines the start delay. */
  startFailures: number
  startsFrom: number
  /** Its tasks can serve. */
  everCompleted: boolean
  /** The end is decided; COMPLETED follows. */
  completing: boolean
  /** Alarms count until then. */
  bakesUntil: number | undefined
  deadlockReported: boolean
}

export type ServiceEvent = { readonly id: string; readonly createdAt: number; readonly message: string }

export type Controller = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'

export type Service = {
  readonly name: string
  readonly arn: string
  readonly clusterName: string
  readonly clusterArn: string
  readonly createdAt: number
  /** The request that created it, if it had a client token. */
  readonly creation: string | undefined
  readonly schedulingStrategy: SchedulingStrategy
  readonly controller: Controller
  /** ECS: an Express service. */
  resourceManagementType: 'ECS' | 'CUSTOMER'
  /** Only stored and echoed. */
  attributes: Document
  loadBalancers: readonly LoadBalancer[]
  healthCheckGracePeriodSeconds: number
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  desiredCount: number
  configuration: DeploymentConfiguration
  /** PRIMARY first, then the newest. */
  deployments: Deployment[]
  /** Oldest first. */
  serviceDeployments: ServiceDeployment[]
  revisions: ServiceRevision[]
  /** Newest first. */
  events: ServiceEvent[]
  tags: readonly Tag[]
  /** RUNNING, and not in their target groups yet. */
  registering: Task[]
  /** The steady state was reported since the last change. */
  steady: boolean
  nextRunAt: number | undefined
  /** Oldest first: what stale reads return until the given time. */
  stale: readonly { readonly until: number; readonly shape: object }[]
}

export function primaryOf(service: Service): Deployment {
  const primary = service.deployments.find(deployment => deployment.status === 'PRIMARY')
  if (primary === undefined) throw new Error(`service ${service.name} has no PRIMARY deployment`)
  return primary
}

export function olderThanPrimary(service: Service): Deployment[] {
  return service.deployments.filter(deployment => deployment.status !== 'PRIMARY')
}

export function serviceDeploymentOf(service: Service, digits: string): ServiceDeployment | undefined {
  return service.serviceDeployments.findLast(deployment => deployment.targetDigits === digits)
}
