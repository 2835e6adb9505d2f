/**
 * Rolls back our undecided deployment, unless one more poll finds it healthy, ended, unreadable or without a deployment
 * to roll back to. A canceled workflow has a few seconds for it.
 */

import type { Service, Target } from '../../core/ecs/service.js'
import { deploymentOf } from '../../core/ecs/service.js'
import { type DeploymentStage, stageOf } from '../../core/ecs/service-deployment.js'
import type { Task } from '../../core/ecs/task.js'
import { isTransient, unavailableReason } from '../../core/errors/api-error.js'
import { hasRollbackTarget, isHealthy } from '../../core/watch/deployment-health.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { RollbackStatus } from '../../core/watch/watch-result.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { findServiceDeployment } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'
import { stopDeployment } from '../change/stop-deployment.js'

type RollbackTarget = Pick<Tracked, 'deploymentId' | 'completedBefore'>

const unreadable = 'it could not be read'
const completed = 'ECS does not stop what it has completed'

export interface RollBackRequest {
  readonly target: Target
  readonly tracked: RollbackTarget
  readonly stopped: readonly Task[]
}

export async function rollBack(
  ports: Pick<Ports, 'ecs' | 'clock'>,
  request: RollBackRequest,
): Promise<RollbackStatus> {
  const { ecs, clock } = ports
  const { target, tracked } = request
  const [service, running] = await Promise.all([
    attempt(() => ecs.describeService(target, 'once')),
    attempt(() => readRunning(ecs, target, tracked.deploymentId)),
  ])
  if (service.kind === 'failed' || service.value === 'missing')
    return { kind: 'rollback-not-sent', why: unreadable }
  const up = running.kind === 'answered' ? running.value : undefined
  const why = refusalReason(request, service.value, up)
  if (why) return { kind: 'rollback-not-sent', why }
  const found = await find(ports, request)
  if ('why' in found) return { kind: 'rollback-not-sent', why: found.why }
  const result = await stopDeployment(ecs, clock, found.arn)
  if (result.kind === 'stopped') return { kind: 'rollback-requested' }
  return { kind: result.doubtful ? 'rollback-unconfirmed' : 'rollback-not-sent', why: result.why }
}

function refusalReason(
  { stopped, tracked }: RollBackRequest,
  service: Service,
  running: readonly Task[] | undefined,
): string | undefined {
  const ours = deploymentOf(service, tracked.deploymentId)
  if (ours?.rolloutState === 'COMPLETED') return completed
  if (!ours && !running) return unreadable
  if (isHealthy({ tracked, service, stopped, running })) {
    return 'all its tasks run and none has failed'
  }
  return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed'
}

const alreadyEnded: Partial<Readonly<Record<DeploymentStage, string>>> = {
  stopping: 'ECS is stopping it already',
  stopped: 'ECS has stopped it already',
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
