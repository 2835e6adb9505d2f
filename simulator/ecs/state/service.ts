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

/** What a rollout brings into service; a rollback makes no new one. */
export type ServiceRevision = {
  readonly digits: string
  readonly createdAt: number
  readonly taskDefinition: TaskDefinition
  readonly loadBalancers: readonly LoadBalancer[]
  /** The load balancers with the target groups that its own tasks are in. */
  readonly targets: readonly LoadBalancer[]
  /** Members such as networkConfiguration, launchType and platformVersion, echoed only. */
  readonly attributes: Document
}

/** One entry of the classic Service.deployments. */
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
  failedAt?: number
  /** When the scheduler takes it up. */
  readonly beginsAt: number
  /** Tasks that in a row never reached RUNNING: what the start back-off goes by. */
  startFailures: number
  /** The scheduler starts no task of it before this. */
  startsFrom: number
  /** It completed once, so that its tasks serve or could serve again. */
  everCompleted: boolean
  /** Its end is decided and only COMPLETED has to follow. */
  completing: boolean
  /** Until then the alarms are watched, although everything else is through. */
  bakesUntil?: number
  /** Service events that are told once a deployment. */
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
  readonly schedulingStrategy: SchedulingStrategy
  readonly controller: Controller
  /** Members that the world only stores and echoes. */
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
  /** Tasks that became RUNNING and are not in their target groups yet. */
  registering: Task[]
  /** It said that it is steady and nothing has moved since. */
  steady: boolean
  /** The next time the scheduler looks at it. */
  nextRunAt?: number
  /** Oldest first: what reads answer until then, where reads lag behind updates. */
  stale?: readonly { readonly until: number; readonly shape: object }[]
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
