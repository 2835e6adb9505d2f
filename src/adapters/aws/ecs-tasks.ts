/** The tasks of a service: listed, and described. */
import type { ECSClient, ListTasksCommandInput } from '@aws-sdk/client-ecs'
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs'
import { resourceName } from '../../core/ecs/arn.js'
import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import { call } from './api-error.js'
import { toTask } from './ecs-mapping.js'

/** ListTasks answers, and DescribeTasks takes, at most 100; five pages hold enough to know why a deployment fails. */
const pageSize = 100
const mostPages = 5

/**
 * ListTasks takes `startedBy` only alone, and stopped tasks only with a service: running tasks of a deployment are
 * asked for directly, stopped ones have to be picked out of those of the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export async function listTasks(
  client: ECSClient,
  { cluster, service }: Target,
  which: 'stopped' | { readonly startedBy: string },
): Promise<readonly string[]> {
  const filter: Partial<ListTasksCommandInput> =
    which === 'stopped' ? { serviceName: resourceName(service), desiredStatus: 'STOPPED' } : which
  const found: string[] = []
  let nextToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const list = new ListTasksCommand({
      cluster,
      ...filter,
      maxResults: pageSize,
      ...(nextToken ? { nextToken } : {}),
    })
    const { taskArns = [], nextToken: more } = await call('ecs:ListTasks', () => client.send(list))
    found.push(...taskArns)
    if (!more) break
    nextToken = more
  }
  return found
}

export async function describeTasks(
  client: ECSClient,
  { cluster }: Target,
  arns: readonly string[],
): Promise<readonly Task[]> {
  const found: Task[] = []
  for (let first = 0; first < arns.length; first += pageSize) {
    const describe = new DescribeTasksCommand({ cluster, tasks: arns.slice(first, first + pageSize) })
    const { tasks = [] } = await call('ecs:DescribeTasks', () => client.send(describe))
    found.push(...tasks.map(toTask))
  }
  return found
}
