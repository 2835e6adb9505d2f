/**
 * What a rollout changes of a service beside its task definition, and the members of UpdateService that say so. ECS
 * merges `deploymentConfiguration` member by member, so what was not asked for is not sent and stays as it is.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */

import type { Service } from '../ecs/service.js'
import { definedMembers } from '../text/defined-members.js'
import type { BreakerOptions, BreakerUpdate } from './breaker.js'
import { breakerUpdate } from './breaker.js'

/** What to do about a deployment that is in progress already. A rollback in progress is always waited for. */
export type InFlightPolicy = 'supersede' | 'wait' | 'fail'

export interface ServiceOptions {
  readonly inFlight: InFlightPolicy
  readonly breaker: BreakerOptions
  readonly minimumHealthyPercent: number | undefined
  readonly maximumPercent: number | undefined
  readonly bakeTimeInMinutes: number | undefined
  /** CloudWatch alarms that fail the deployment */
  readonly alarms: { readonly names: readonly string[]; readonly rollback: boolean } | undefined
  readonly desiredCount: number | undefined
  /** the desired count while the rollout lasts */
  readonly bumpDesiredCount: number | undefined
  readonly forceNewDeployment: boolean
  readonly enableEcsManagedTags: boolean | undefined
  readonly propagateTags: 'SERVICE' | 'TASK_DEFINITION' | 'NONE' | undefined
}

/** Members of UpdateService beside cluster, service and taskDefinition. */
export interface ServiceUpdate {
  readonly deploymentConfiguration?: {
    readonly deploymentCircuitBreaker?: BreakerUpdate
    readonly minimumHealthyPercent?: number
    readonly maximumPercent?: number
    readonly bakeTimeInMinutes?: number
    readonly alarms?: {
      readonly alarmNames: readonly string[]
      readonly enable: true
      readonly rollback: boolean
    }
  }
  readonly desiredCount?: number
  readonly forceNewDeployment?: true
  readonly enableECSManagedTags?: boolean
  readonly propagateTags?: 'SERVICE' | 'TASK_DEFINITION' | 'NONE'
}

export function serviceUpdate(
  service: Service,
  options: ServiceOptions,
  bump: Bump | undefined,
): ServiceUpdate {
  const breaker = breakerUpdate(service.breaker, options.breaker)
  const { alarms, minimumHealthyPercent, maximumPercent, bakeTimeInMinutes } = options
  const configuration = definedMembers({
    deploymentCircuitBreaker: breaker,
    minimumHealthyPercent,
    maximumPercent,
    bakeTimeInMinutes,
    alarms: alarms && { alarmNames: alarms.names, enable: true as const, rollback: alarms.rollback },
  })
  return definedMembers({
    deploymentConfiguration: Object.keys(configuration).length > 0 ? configuration : undefined,
    desiredCount: bump?.to ?? options.desiredCount,
    forceNewDeployment: options.forceNewDeployment ? (true as const) : undefined,
    enableECSManagedTags: options.enableEcsManagedTags,
    propagateTags: options.propagateTags,
  })
}

/** A desired count that is raised for the rollout, and what it is put back to. */
export interface Bump {
  readonly from: number
  readonly to: number
  /** what it was before anything was changed: `from`, unless the user gives another count as well */
  readonly found: number
}

/** Nothing where the service wants that many tasks anyway. */
export function bumpOf(service: Service, options: ServiceOptions): Bump | undefined {
  const from = options.desiredCount ?? service.desiredCount
  const to = options.bumpDesiredCount
  return to !== undefined && to > from ? { from, to, found: service.desiredCount } : undefined
}

/** The same bump of a service that wants so many tasks now; nothing where that is as many, or more. */
export function rebaseBump({ from, to, found }: Bump, now: number): Bump | undefined {
  // What the user gives as the desired count stays what it is put back to.
  if (from !== found) return { from, to, found: now }
  return now < to ? { from: now, to, found: now } : undefined
}

/** How many tasks the service wants while the rollout lasts. */
export function rolloutCount(service: Service, options: ServiceOptions): number {
  return bumpOf(service, options)?.to ?? options.desiredCount ?? service.desiredCount
}

/**
 * What to set the desired count to after a rollout, or nothing when it is not ours any more: somebody (auto scaling, a
 * person) changed it meanwhile, and theirs stays. A read without a deployment of our task definition may be older than
 * our update, and then the count that it shows is too.
 */
export function restoredCount(bump: Bump, service: Service, taskDefinition: string): number | undefined {
  if (service.desiredCount === bump.to) return bump.from
  const maybeStale = service.deployments.every(deployment => deployment.taskDefinition !== taskDefinition)
  return maybeStale && service.desiredCount === bump.found ? bump.from : undefined
}
