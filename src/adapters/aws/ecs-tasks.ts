import type { ECSClient, ListTasksCommandInput } from '@aws-sdk/client-ecs'
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs'
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import { once } from '../../retry/policies.js'
import type { AwsService } from './client.js'
import { toTask } from './ecs-mapping.js'

export type EcsService = AwsService<undefined, ECSClient>

/** Limit of both calls. Five pages show why a deployment fails. */
const pageSize = 100
const maxPages = 5

/**
 * `startedBy` is allowed only alone, and `desiredStatus: STOPPED` only with a service: a deployment's stopped tasks are
 * found there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export async function listTasks(
  ecs: EcsService,
  { cluster, service }: Target,
  which: 'stopped' | { readonly startedBy: string },
): Promise<readonly string[]> {
  const filter: Partial<ListTasksCommandInput> =
    which === 'stopped' ? { serviceName: resourceName(service), desiredStatus: 'STOPPED' } : which
  const found: string[] = []
  let nextToken: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const input: ListTasksCommandInput = { cluster, ...filter, maxResults: pageSize, nextToken }
    const answer = await ecs.call({
      operation: 'ecs:ListTasks',
      policy: once,
      send: client => client.send(new ListTasksCommand(input)),
      read: ({ taskArns = [], nextToken: next }) => ({ taskArns, next }),
    })
    found.push(...answer.taskArns)
    if (!answer.next) break
    nextToken = answer.next
  }
  return found
}

export async function describeTasks(
  ecs: EcsService,
  { cluster }: Target,
  arns: readonly string[],
): Promise<readonly Task[]> {
  const found: Task[] = []
  for (let first = 0; first < arns.length; first += pageSize) {
    const tasks = arns.slice(first, first + pageSize)
    const described = await ecs.call({
      operation: 'ecs:DescribeTasks',
      policy: once,
      send: client => client.send(new DescribeTasksCommand({ cluster, tasks })),
      read: answer => (answer.tasks ?? []).map(toTask),
    })
    found.push(...described)
  }
  return found
}
