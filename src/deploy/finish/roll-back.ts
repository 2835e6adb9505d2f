/**
 * Rolls back our undecided deployment, unless one more poll finds it healthy, ended, unreadable or without a deployment
 * to roll back to. A canceled workflow has a few seconds for it.
 */

import type { Service, Target } from '../../core/ecs/service.js'
import { deploymentOf, targetGroupsOf } from '../../core/ecs/service.js'
import { type DeploymentStage, stageOf } from '../../core/ecs/service-deployment.js'
import type { Task } from '../../core/ecs/task.js'
import { isTransient } from '../../core/errors/api-error.js'
import { unavailableReason } from '../../core/errors/denial.js'
import { checksHealth } from '../../core/task-definition/containers.js'
import { hasRollbackTarget } from '../../core/watch/deployment-health.js'
import { mayBeHealthy, passContainerChecks, rollbackHealth } from '../../core/watch/rollback-health.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { RollbackStatus } from '../../core/watch/watch-result.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { findServiceDeployment } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'
import { stopDeployment } from '../change/stop-deployment.js'

type RollbackTarget = Pick<Tracked, 'deploymentId' | 'completedBefore' | 'taskDefinition'>

export type RollbackPorts = Pick<Ports, 'ecs' | 'clock' | 'loadBalancers'>

const unreadable = 'it could not be read'
const completed = 'ECS does not stop a completed deployment'

export interface RollBackRequest {
  readonly target: Target
  readonly tracked: RollbackTarget
  readonly stopped: readonly Task[]
}

export async function rollBack(ports: RollbackPorts, request: RollBackRequest): Promise<RollbackStatus> {
  const { ecs, clock } = ports
  const { target, tracked } = request
  const [service, running] = await Promise.all([
    attempt(() => ecs.describeService(target, 'once')),
    attempt(() => readRunning(ecs, target, tracked.deploymentId)),
  ])
  if (service.kind === 'failed' || service.value === 'missing')
    return { kind: 'rollback-not-sent', why: unreadable }
  const up = running.kind === 'answered' ? running.value : undefined
  const why =
    refusalReason(request, service.value, up) ??
    (await healthReason(ports, request, { service: service.value, running: up }))
  if (why) return { kind: 'rollback-not-sent', why }
  const found = await find(ports, request)
  if ('why' in found) return { kind: 'rollback-not-sent', why: found.why }
  const result = await stopDeployment(ecs, clock, found.arn)
  if (result.kind === 'stopped') return { kind: 'rollback-requested' }
  return { kind: result.doubtful ? 'rollback-unconfirmed' : 'rollback-not-sent', why: result.why }
}

function refusalReason(
  { tracked }: RollBackRequest,
  service: Service,
  running: readonly Task[] | undefined,
): string | undefined {
  const ours = deploymentOf(service, tracked.deploymentId)
  if (ours?.rolloutState === 'COMPLETED') return completed
  if (!ours && !running) return unreadable
  return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed'
}

/** Undefined unless it is healthy, or may be. */
async function healthReason(
  { clock, ...ports }: RollbackPorts,
  { stopped, tracked }: RollBackRequest,
  { service, running }: { readonly service: Service; readonly running: readonly Task[] | undefined },
): Promise<string | undefined> {
  const health = { tracked, service, stopped, running }
  if (!mayBeHealthy(health, clock.now())) return undefined
  const groups = targetGroupsOf(service)
  const [checksContainers, reads] = await Promise.all([
    hasContainerChecks(ports.ecs, tracked.taskDefinition, running),
    Promise.all(groups.map(group => attempt(() => ports.loadBalancers.targetHealth(group)))),
  ])
  const targets = reads.map(read => (read.kind === 'answered' ? read.value : undefined))
  switch (rollbackHealth(health, { targets, checksContainers })) {
    case 'not-healthy':
      return undefined
    case 'healthy':
      return healthyText(running, groups)
    case 'unknown': {
      const failed = reads.find(read => read.kind === 'failed')
      const why = failed ? `: ${unavailableReason(failed.error)}` : ''
      return `all its tasks are running, and whether their targets are healthy could not be read${why}`
    }
  }
}

function healthyText(running: readonly Task[] | undefined, groups: readonly string[]): string {
  if (groups.length > 0) return 'all its tasks are running and their targets are healthy'
  if (passContainerChecks(running)) return 'all its tasks are running and pass their container health checks'
  return 'all its tasks are running and none has failed'
}

/** ECS calls the health of a container UNKNOWN without a health check, and before its first result (API_Container). */
async function hasContainerChecks(
  ecs: Ecs,
  taskDefinition: string,
  running: readonly Task[] | undefined,
): Promise<boolean> {
  if (!running || passContainerChecks(running)) return false
  const read = await attempt(() => ecs.describeTaskDefinition(taskDefinition, 'once'))
  if (read.kind === 'failed') return false
  return checksHealth(read.value.definition)
}

const alreadyEnded: Partial<Readonly<Record<DeploymentStage, string>>> = {
  stopping: 'ECS is already stopping it',
  stopped: 'ECS has already stopped it',
  successful: completed,
}

type Found = { readonly arn: string } | { readonly why: string }

async function find(
  { ecs, clock }: Pick<Ports, 'ecs' | 'clock'>,
  { target, tracked }: RollBackRequest,
): Promise<Found> {
  let why = 'its service deployment was not found'
  const found = await pollUntil(findServiceDeployment, { clock }, async (): Promise<Found | undefined> => {
    const read = await attempt(() => ecs.findServiceDeployment(target, tracked.deploymentId))
    if (read.kind === 'answered') {
      const ended = read.value && alreadyEnded[stageOf(read.value)]
      return ended ? { why: ended } : read.value
    }
    why = `its service deployment could not be read (${unavailableReason(read.error)})`
    return isTransient(read.error) ? undefined : { why }
  })
  return found ?? { why }
}

async function readRunning(ecs: Ecs, target: Target, deploymentId: string): Promise<readonly Task[]> {
  const tasks = await ecs.describeTasks(target, await ecs.listTasks(target, { startedBy: deploymentId }))
  return tasks.filter(({ startedBy }) => startedBy === deploymentId)
}
