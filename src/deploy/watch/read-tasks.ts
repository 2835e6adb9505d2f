import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { WatchEffect, WatchEvent } from '../../core/watch/watch-event.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { withinPoll } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export async function readTasks(
  { ecs, clock, canceled }: Pick<Ports, 'ecs' | 'clock' | 'canceled'>,
  { target, tracked }: { readonly target: Target; readonly tracked: Tracked },
  { which, list: known, skip }: Extract<WatchEffect, { kind: 'read-tasks' }>,
): Promise<WatchEvent> {
  const requestedAt = clock.now()
  const selection = which === 'running' ? { startedBy: tracked.deploymentId } : which
  let list = known

  async function read(): Promise<readonly Task[]> {
    list ??= { at: clock.now(), arns: await ecs.listTasks(target, selection) }
    const arns = list.arns.filter(arn => !skip.has(arn))
    return arns.length === 0 ? [] : await ecs.describeTasks(target, arns)
  }

  // The next poll reads stopped tasks again.
  const tasks = await attempt(() =>
    which === 'stopped' ? read() : retry(withinPoll, { clock, canceled }, read),
  )
  return { kind: 'tasks-read', at: clock.now(), which, requestedAt, list, tasks }
}
