import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { stopTask } from '../behavior/task-stop.js'
import type { Operation } from '../operation.js'
import type { Task } from '../state/task.js'
import { taskShape } from '../wire/task-shape.js'
import type { World } from '../world.js'
import { findCluster, findService } from './find.js'
import { checkIds, checkList } from './identifiers.js'
import { page } from './page.js'
import { RunTask } from './run-task.js'

/** By desired status: a draining task counts as STOPPED. */
const ListTasks: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const { serviceName, family, startedBy, launchType, desiredStatus = 'RUNNING' } = input
  if (startedBy !== undefined && (serviceName !== undefined || family !== undefined)) {
    throw new AwsError(
      'InvalidParameterException',
      'Must specify only one of startedBy, family and serviceName.',
    )
  }
  const service = serviceName === undefined ? undefined : findService(world, cluster, serviceName)
  const arns = [...world.tasks.values()]
    .filter(task => task.clusterArn === cluster.arn && task.desiredStatus === desiredStatus)
    .filter(task => service === undefined || task.serviceArn === service.arn)
    .filter(task => family === undefined || task.taskDefinition.family === family)
    .filter(task => startedBy === undefined || task.startedBy === startedBy)
    .filter(task => launchType === undefined || task.launchType === launchType)
    .map(({ arn }) => arn)
  const { items, nextToken } = page(arns, input)
  return definedMembers({ taskArns: items, nextToken })
}

const DescribeTasks: Operation = (world, { cluster: reference, tasks: references, include = [] }) => {
  const cluster = findCluster(world, reference)
  checkList('Tasks', references, 100)
  checkIds('taskId', references, cluster)
  const tasks: object[] = []
  const failures: object[] = []
  for (const taskReference of references) {
    const arn = taskArn(world, cluster.name, taskReference)
    const task = world.tasks.get(arn)
    if (task === undefined || task.createdAt > world.now - world.settings.newTaskLagMs)
      failures.push({ arn, reason: 'MISSING' })
    else tasks.push({ ...taskShape(task), tags: include.includes('TAGS') ? task.tags : [] })
  }
  return { tasks, failures }
}

const StopTask: Operation = (world, { cluster: reference, task: taskReference, reason }) => {
  const cluster = findCluster(world, reference)
  checkIds('taskId', [taskReference], cluster)
  const task: Task | undefined = world.tasks.get(taskArn(world, cluster.name, taskReference))
  if (task === undefined)
    throw new AwsError('InvalidParameterException', 'The referenced task was not found.')
  stopTask(world, task, { code: 'UserInitiated', reason: reason ?? 'Task stopped by user' })
  return { task: { ...taskShape(task), tags: [] } }
}

export const tasks = { ListTasks, DescribeTasks, RunTask, StopTask }

function taskArn(world: World, cluster: string, reference: string): string {
  return world.arn(`task/${cluster}/${reference.slice(reference.lastIndexOf('/') + 1)}`)
}
