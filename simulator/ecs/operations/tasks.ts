import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { startTask } from '../behavior/task-start.js'
import { stopTask } from '../behavior/task-stop.js'
import type { Operation } from '../operation.js'
import type { Task } from '../state/task.js'
import { taskShape } from '../wire/task-shape.js'
import type { World } from '../world.js'
import { findActiveDefinition, findCluster, findService } from './find.js'
import { page } from './page.js'

/** Lists by desired status, so a draining task counts as STOPPED. */
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
  if (references.length > 100)
    throw new AwsError('InvalidParameterException', 'Tasks cannot be longer than 100.')
  const tasks: object[] = []
  const failures: object[] = []
  for (const taskReference of references) {
    const arn = taskArn(world, cluster.name, taskReference)
    const task = world.tasks.get(arn)
    if (task === undefined) failures.push({ arn, reason: 'MISSING' })
    else tasks.push({ ...taskShape(task), tags: include.includes('TAGS') ? task.tags : [] })
  }
  return { tasks, failures }
}

const RunTask: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const definition = findActiveDefinition(world, input.taskDefinition, 'InvalidParameterException')
  const count = input.count ?? 1
  if (count < 1 || count > 10)
    throw new AwsError('InvalidParameterException', 'count must be between 1 and 10.')
  const tasks = Array.from({ length: count }, () =>
    startTask(world, {
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      taskDefinition: definition,
      group: input.group ?? `family:${definition.family}`,
      launchType: input.launchType ?? 'EC2',
      startedBy: input.startedBy,
      service: undefined,
      deploymentId: undefined,
      loadBalancers: [],
      attributes: { enableExecuteCommand: input.enableExecuteCommand ?? false, overrides: input.overrides },
      networkConfiguration: input.networkConfiguration,
      tags: input.tags ?? [],
    }),
  )
  return { tasks: tasks.map(task => ({ ...taskShape(task), tags: task.tags })), failures: [] }
}

const StopTask: Operation = (world, { cluster: reference, task: taskReference, reason }) => {
  const cluster = findCluster(world, reference)
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
