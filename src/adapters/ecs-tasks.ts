/** The tasks of one deployment. */
import type { ECSClient, ListTasksCommandInput } from '@aws-sdk/client-ecs'
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs'
import { lastPart } from '../core/arn.js'
import type { Target } from '../core/service/service.js'
import type { Task } from '../core/service/task.js'
import { toTask } from './ecs-readings.js'
import { asking } from './fault-translation.js'

/** ListTasks answers, and DescribeTasks takes, at most 100; five pages hold enough to know why a deployment fails. */
const pageSize = 100
const mostPages = 5

/**
 * ListTasks takes `startedBy` only alone, and stopped tasks only with a service: running tasks of a deployment are
 * asked for directly, stopped ones are picked out of those of the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export async function tasksOf(
  client: ECSClient,
  { cluster, service }: Target,
  deploymentId: string,
  which: 'running' | 'stopped',
): Promise<readonly Task[]> {
  const filter: Partial<ListTasksCommandInput> =
    which === 'running'
      ? { startedBy: deploymentId }
      : { serviceName: lastPart(service), desiredStatus: 'STOPPED' }
  const found: Task[] = []
  let nextToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const list = new ListTasksCommand({
      cluster,
      ...filter,
      maxResults: pageSize,
      ...(nextToken ? { nextToken } : {}),
    })
    const { taskArns = [], nextToken: more } = await asking('ecs:ListTasks', () => client.send(list))
    if (taskArns.length > 0) {
      const describe = new DescribeTasksCommand({ cluster, tasks: taskArns })
      const { tasks = [] } = await asking('ecs:DescribeTasks', () => client.send(describe))
      found.push(...tasks.map(toTask).filter(task => task.startedBy === deploymentId))
    }
    if (!more) break
    nextToken = more
  }
  return found
}
