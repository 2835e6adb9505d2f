/** Times are milliseconds since the epoch. */
import type { JsonObject } from '../text/json.js'
import type { PlainSettings } from './plain-settings.js'
import type { VolumeConfiguration } from './volume-configuration.js'

export interface Target {
  /** name or ARN */
  readonly cluster: string
  /** name or ARN */
  readonly service: string
}

export interface ServiceConfiguration extends PlainSettings {
  readonly breaker: BreakerSetting
  /** alarms that fail deployments; empty if off */
  readonly alarms: readonly string[]
  /** ROLLING, BLUE_GREEN, LINEAR or CANARY */
  readonly strategy: string
  /** that ECS creates for each task */
  readonly volumes: readonly VolumeConfiguration[]
}

export type ServiceState = Omit<Service, keyof ServiceConfiguration>

export interface Service extends ServiceConfiguration {
  readonly arn: string
  readonly name: string
  readonly clusterArn: string
  /** ACTIVE, DRAINING or INACTIVE */
  readonly status: string
  /** ECS, CODE_DEPLOY or EXTERNAL; ECS if absent */
  readonly controller: string
  /** REPLICA or DAEMON */
  readonly scheduling: string
  /** by launch type or capacity providers */
  readonly onFargate: boolean
  /** ECS for an Express service, else CUSTOMER */
  readonly managedBy: string
  /** subnets for tasks with network mode awsvpc */
  readonly hasNetwork: boolean
  /** where its tasks run */
  readonly launch: TaskLaunch
  /** healthy tasks, in percent, that complete a deployment early */
  readonly earlySuccessPercent: number | undefined
  /** that a canary or linear deployment waits while traffic shifts, before its bake time */
  readonly shiftMinutes: number
  /** of its pause hooks: lifecycle stages */
  readonly pauseStages: readonly string[]
  /** lifecycle hooks of any kind */
  readonly hasHooks: boolean
  readonly loadBalancers: readonly LoadBalancer[]
  /** names of port mappings that the service uses */
  readonly portNames: readonly PortName[]
  readonly registries: readonly Registry[]
  readonly runningCount: number
  readonly pendingCount: number
  /** of the PRIMARY deployment */
  readonly taskDefinition: string
  readonly deployments: readonly Deployment[]
  /** newest first, at most 100 */
  readonly events: readonly ServiceEvent[]
}

/** As RunTask takes it, too. */
export interface TaskLaunch {
  /** awsvpcConfiguration */
  readonly network: JsonObject | undefined
  readonly launchType: string | undefined
  readonly capacityProviderStrategy: readonly JsonObject[]
  /** of Fargate */
  readonly platformVersion: string | undefined
}

export interface LoadBalancer {
  readonly container: string
  readonly port: number
  /** ARNs, including an alternate one; none for a Classic Load Balancer */
  readonly targetGroups: readonly string[]
}

export interface PortName {
  readonly name: string
  readonly usedBy: 'Service Connect' | 'VPC Lattice'
}

/** Service discovery with AWS Cloud Map. */
export interface Registry {
  readonly container: string
  readonly port: number | undefined
}

export interface BreakerSetting {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask: boolean
  readonly threshold: Threshold
}

export interface Threshold {
  readonly type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT'
  readonly value: number
}

export interface Deployment {
  /** `ecs-svc/6216346761948112104` */
  readonly id: string
  /** PRIMARY, ACTIVE or INACTIVE */
  readonly status: string
  readonly taskDefinition: string
  readonly desiredCount: number
  readonly pendingCount: number
  readonly runningCount: number
  readonly failedTasks: number
  /** IN_PROGRESS, COMPLETED or FAILED; only with the controller ECS */
  readonly rolloutState: string | undefined
  readonly rolloutStateReason: string | undefined
  readonly createdAt: number | undefined
}

export interface ServiceEvent {
  readonly id: string
  readonly at: number
  readonly message: string
}

export function isExpress({ managedBy }: Pick<Service, 'managedBy'>): boolean {
  return managedBy === 'ECS'
}

/** ARNs, each once. */
export function targetGroupsOf({ loadBalancers }: Pick<Service, 'loadBalancers'>): string[] {
  return [...new Set(loadBalancers.flatMap(({ targetGroups }) => targetGroups))]
}

export function primaryOf(service: Pick<Service, 'deployments'>): Deployment | undefined {
  return service.deployments.find(deployment => deployment.status === 'PRIMARY')
}

/** ECS says so in most cases. */
export function isRollingBack({ rolloutStateReason }: Deployment): boolean {
  return /rolling back/i.test(rolloutStateReason ?? '')
}

/**
 * The newest COMPLETED one with tasks, else the one with the most. A PRIMARY that FAILED or still rolls out need not
 * serve.
 */
export function servingIn(deployments: readonly Deployment[]): Deployment | undefined {
  const running = deployments.filter(({ runningCount }) => runningCount > 0)
  const most = [...running].sort((a, b) => b.runningCount - a.runningCount)[0]
  return running.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? most
}

export function deploymentOf(service: Service, id: string): Deployment | undefined {
  return service.deployments.find(deployment => deployment.id === id)
}

/** What to compare with and roll back to. */
export function servingBefore(service: Pick<Service, 'deployments' | 'taskDefinition'>): string | undefined {
  const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  const deployment = servingIn(service.deployments) ?? completed ?? primaryOf(service)
  return deployment?.taskDefinition ?? (service.taskDefinition || undefined)
}
