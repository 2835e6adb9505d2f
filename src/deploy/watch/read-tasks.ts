/** Tasks of some services of one cluster: a list for each service, and DescribeTasks for the tasks of all together. */
import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Answer, TaskList, WatchEffect, WatchEvent } from '../../core/watch/watch-event.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { withinPoll } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

type ReadPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export interface TasksRequest {
  readonly target: Target
  readonly tracked: Tracked
  readonly effect: Extract<WatchEffect, { kind: 'read-tasks' }>
}

interface Listed extends TasksRequest {
  readonly requestedAt: number
  readonly list: Answer<TaskList>
}

/** In the order of the requests. */
export async function readTasksTogether(
  ports: ReadPorts,
  requests: readonly TasksRequest[],
): Promise<readonly WatchEvent[]> {
  const listed = await Promise.all(requests.map(request => listTasks(ports, request)))
  // The next poll reads stopped tasks again; the others are read again at once.
  const [stopped, running] = await Promise.all([
    describeTasks(ports, listed.filter(isOfStopped)),
    describeTasks(
      ports,
      listed.filter(one => !isOfStopped(one)),
    ),
  ])
  return listed.map(one => {
    const { effect, list, requestedAt } = one
    const described = isOfStopped(one) ? stopped : running
    return {
      kind: 'tasks-read',
      at: ports.clock.now(),
      which: effect.which,
      requestedAt,
      list: list.kind === 'answered' ? list.value : undefined,
      tasks: tasksOf(one, described),
    }
  })
}

function isOfStopped({ effect }: TasksRequest): boolean {
  return effect.which === 'stopped'
}

async function listTasks(ports: ReadPorts, request: TasksRequest): Promise<Listed> {
  const { clock, ecs } = ports
  const { effect, target, tracked } = request
  const { list: known, which } = effect
  const requestedAt = clock.now()
  if (known) return { ...request, requestedAt, list: { kind: 'answered', value: known } }
  const selection = which === 'running' ? { startedBy: tracked.deploymentId } : which
  const list = await read(ports, {
    again: which !== 'stopped',
    work: async () => ({ at: clock.now(), arns: await ecs.listTasks(target, selection) }),
  })
  return { ...request, requestedAt, list }
}

async function describeTasks(ports: ReadPorts, listed: readonly Listed[]): Promise<Answer<readonly Task[]>> {
  const [first] = listed
  const arns = [...new Set(listed.flatMap(wantedOf))]
  if (!first || arns.length === 0) return { kind: 'answered', value: [] }
  return read(ports, {
    again: !isOfStopped(first),
    work: () => ports.ecs.describeTasks(first.target, arns),
  })
}

function read<T>(
  { canceled, clock }: ReadPorts,
  { again, work }: { readonly again: boolean; readonly work: () => Promise<T> },
): Promise<Answer<T>> {
  return attempt(again ? () => retry(withinPoll, { clock, canceled }, work) : work)
}

function wantedOf({ effect, list }: Listed): readonly string[] {
  return list.kind === 'answered' ? list.value.arns.filter(arn => !effect.skip.has(arn)) : []
}

function tasksOf(listed: Listed, described: Answer<readonly Task[]>): Answer<readonly Task[]> {
  if (listed.list.kind === 'failed') return listed.list
  const wanted = new Set(wantedOf(listed))
  if (wanted.size === 0) return { kind: 'answered', value: [] }
  if (described.kind === 'failed') return described
  return { kind: 'answered', value: described.value.filter(({ arn }) => wanted.has(arn)) }
}
