import type { ECSClient, ListTasksCommandInput, RunTaskCommandInput } from '@aws-sdk/client-ecs'
import { DescribeTasksCommand, ListTasksCommand, RunTaskCommand, StopTaskCommand } from '@aws-sdk/client-ecs'
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import type { JsonObject } from '../../core/text/json.js'
import type { RunTaskAnswer, TasksOf } from '../../ports.js'
import { once } from '../../retry/policies.js'
import type { AwsService } from './client.js'
import { toTask } from './ecs-mapping.js'

export type EcsService = AwsService<undefined, ECSClient>

/** Limit of both calls. Five pages show why a deployment fails. */
export const pageSize = 100
export const maxPages = 5

/**
 * `startedBy` is allowed only alone, and `desiredStatus: STOPPED` only with a service: a deployment's stopped tasks are
 * found there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export async function listTasks(
  ecs: EcsService,
  { cluster, service }: Target,
  which: TasksOf,
): Promise<readonly string[]> {
  const filter = filterOf(resourceName(service), which)
  const found: string[] = []
  let nextToken: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const input: ListTasksCommandInput = { cluster, ...filter, maxResults: pageSize, nextToken }
    const answer = await ecs.call({
      operation: 'ecs:ListTasks',
      policy: once,
      send: client => client.send(new ListTasksCommand(input)),
      read: ({ taskArns, nextToken: next }) => ({ taskArns, next }),
    })
    found.push(...answer.taskArns)
    if (!answer.next) break
    nextToken = answer.next
  }
  return found
}

function filterOf(serviceName: string, which: TasksOf): Partial<ListTasksCommandInput> {
  if (typeof which !== 'string') return which
  return { serviceName, desiredStatus: which === 'stopped' ? 'STOPPED' : 'RUNNING' }
}

export async function describeTasks(
  ecs: EcsService,
  { cluster }: Pick<Target, 'cluster'>,
  arns: readonly string[],
): Promise<readonly Task[]> {
  const found: Task[] = []
  for (let first = 0; first < arns.length; first += pageSize) {
    const tasks = arns.slice(first, first + pageSize)
    const described = await ecs.call({
      operation: 'ecs:DescribeTasks',
      policy: once,
      send: client => client.send(new DescribeTasksCommand({ cluster, tasks })),
      read: ({ tasks: described }) => described.map(toTask),
    })
    found.push(...described)
  }
  return found
}

/** The same token starts no second task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html */
export function runTask(ecs: EcsService, request: JsonObject): Promise<RunTaskAnswer> {
  return ecs.call({
    operation: 'ecs:RunTask',
    policy: once,
    send: client => client.send(new RunTaskCommand(request as unknown as RunTaskCommandInput)),
    read: ({ tasks = [], failures = [] }) => ({
      tasks: tasks.map(({ taskArn }) => taskArn),
      failures: failures.map(({ arn, detail, reason = 'ECS gives no reason' }) => ({ arn, detail, reason })),
    }),
  })
}

export function stopTask(
  ecs: EcsService,
  cluster: string,
  { task, reason }: { readonly task: string; readonly reason: string },
): Promise<void> {
  return ecs.call({
    operation: 'ecs:StopTask',
    policy: once,
    send: client => client.send(new StopTaskCommand({ cluster, task, reason })),
    read: () => undefined,
  })
}
