/**
 * A service and its classic deployments, as DescribeServices and UpdateService show them. Times are milliseconds since
 * the epoch. The other view of the same rollout is in service-deployment.ts.
 */

export interface Target {
  /** name or ARN */
  readonly cluster: string
  /** name or ARN */
  readonly service: string
}

/** Settings that decide how a deployment goes, as the service has them now. */
export interface ServiceConfiguration {
  readonly desiredCount: number
  readonly percents: Percents
  readonly breaker: BreakerSetting
  /** names of the alarms that fail its deployments; empty where that is off */
  readonly alarms: readonly string[]
  /** seconds after the start of a task in which ECS ignores that it is unhealthy */
  readonly gracePeriod: number
  /** ROLLING, BLUE_GREEN, LINEAR or CANARY */
  readonly strategy: string
}

/** All but the settings, which a deployment may change: see core/settings. */
export type ServiceState = Omit<Service, keyof ServiceConfiguration>

export interface Service extends ServiceConfiguration {
  readonly arn: string
  readonly name: string
  readonly clusterArn: string
  /** ACTIVE, DRAINING or INACTIVE */
  readonly status: string
  /** ECS, CODE_DEPLOY or EXTERNAL; absent in old services, which means ECS */
  readonly controller: string
  /** REPLICA or DAEMON */
  readonly scheduling: string
  readonly loadBalancers: readonly LoadBalancer[]
  readonly runningCount: number
  readonly pendingCount: number
  /** the task definition of the PRIMARY deployment */
  readonly taskDefinition: string
  readonly deployments: readonly Deployment[]
  /** newest first, at most 100 */
  readonly events: readonly ServiceEvent[]
}

/** What sends requests to a port of one of the containers. */
export interface LoadBalancer {
  readonly container: string
  readonly port: number
  /** ARNs, with that of the alternate one where the strategy has two; none for a Classic Load Balancer */
  readonly targetGroups: readonly string[]
}

/** How far the number of tasks may leave the desired count, in percent of it. */
export interface Percents {
  readonly minimumHealthy: number
  readonly maximum: number
}

/** The deployment circuit breaker as ECS shows it. */
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
  /** IN_PROGRESS, COMPLETED or FAILED; absent for controllers other than ECS */
  readonly rolloutState: string | undefined
  readonly rolloutStateReason: string | undefined
  readonly createdAt: number | undefined
}

export interface ServiceEvent {
  readonly id: string
  readonly at: number
  readonly message: string
}

export function primaryOf(service: Pick<Service, 'deployments'>): Deployment | undefined {
  return service.deployments.find(deployment => deployment.status === 'PRIMARY')
}

/**
 * The deployment whose tasks answer: the newest that COMPLETED and has tasks running, else the one with the most. A
 * PRIMARY that FAILED or still rolls out does not serve only because it is PRIMARY. Deployments are listed newest
 * first. Nothing where no task runs.
 */
export function servingIn(deployments: readonly Deployment[]): Deployment | undefined {
  const running = deployments.filter(({ runningCount }) => runningCount > 0)
  const most = [...running].sort((a, b) => b.runningCount - a.runningCount)[0]
  return running.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? most
}

export function deploymentOf(service: Service, id: string): Deployment | undefined {
  return service.deployments.find(deployment => deployment.id === id)
}

/**
 * The revision to compare with and to go back to: the one that serves; where no task runs, the one that last
 * completed, or the PRIMARY.
 */
export function servingBefore(service: Pick<Service, 'deployments' | 'taskDefinition'>): string | undefined {
  const completed = service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  const deployment = servingIn(service.deployments) ?? completed ?? primaryOf(service)
  return deployment?.taskDefinition ?? (service.taskDefinition || undefined)
}
