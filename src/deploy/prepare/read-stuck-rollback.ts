/** Whether a rollback makes headway. Each read is optional: without them, it may. */
import { type Deployment, type Service, type Target, targetGroupsOf } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import type { StuckRollback } from '../../core/plan/stuck-rollback.js'
import { redact } from '../../core/redaction/redact.js'
import { stuckRollback } from '../../core/watch/rollback-headway.js'
import type { Ecs, Ports, TasksOf } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

export interface RollbackQuery {
  readonly target: Target
  readonly service: Service
  /** the PRIMARY, to which ECS rolls back */
  readonly deployment: Deployment
  /** values to redact */
  readonly secrets: readonly string[]
}

export type RollbackPorts = Pick<Ports, 'ecs' | 'clock' | 'loadBalancers'>

export async function readStuckRollback(
  { clock, ecs, loadBalancers }: RollbackPorts,
  { deployment, secrets, service, target }: RollbackQuery,
): Promise<StuckRollback | undefined> {
  const { id } = deployment
  const groups = targetGroupsOf(service)
  const [stopped, running, ...targets] = await Promise.all([
    readTasks(ecs, target, { which: 'stopped', id }),
    readTasks(ecs, target, { which: { startedBy: id }, id }),
    ...groups.map(group => attempt(() => loadBalancers.targetHealth(group))),
  ])
  const stuck = stuckRollback({
    service,
    deployment,
    stopped,
    running,
    targets: targets.map(read => (read.kind === 'answered' ? read.value : undefined)),
    now: clock.now(),
  })
  return stuck && { ...stuck, reason: stuck.reason && redact(stuck.reason, secrets) }
}

async function readTasks(
  ecs: Ecs,
  target: Target,
  { which, id }: { readonly which: TasksOf; readonly id: string },
): Promise<readonly Task[] | undefined> {
  const read = await attempt(async () => {
    const arns = await ecs.listTasks(target, which)
    return arns.length === 0 ? [] : ecs.describeTasks(target, arns)
  })
  return read.kind === 'answered' ? read.value.filter(({ startedBy }) => startedBy === id) : undefined
}
