/** API_UpdateTaskProtection, API_GetTaskProtection; the wording of the refusals is ours. */
import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { serviceOf } from '../behavior/service-of.js'
import type { Operation } from '../operation.js'
import type { Cluster } from '../state/cluster.js'
import type { Service } from '../state/service.js'
import { isDesiredRunning, type Task } from '../state/task.js'
import { epoch } from '../wire/epoch.js'
import type { World } from '../world.js'
import { findCluster } from './find.js'
import { checkIds, checkList } from './identifiers.js'

const minute = 60_000

const UpdateTaskProtection: Operation = (world, input) => {
  const { protectionEnabled, expiresInMinutes = 120, tasks: references } = input
  const cluster = findCluster(world, input.cluster)
  checkList('Tasks', references, 10)
  if (expiresInMinutes < 1 || expiresInMinutes > 2880) {
    const message = 'expiresInMinutes must be between 1 and 2880.'
    throw new AwsError('InvalidParameterException', message)
  }
  const protectedTasks: object[] = []
  const { found, failures } = lookup(world, cluster, references)
  for (const { task, service } of found) {
    if (protectionEnabled && isBlocked(world, service, task)) {
      failures.push({ arn: task.arn, reason: 'DEPLOYMENT_BLOCKED' })
      continue
    }
    task.protectedUntil = protectionEnabled ? world.now + expiresInMinutes * minute : undefined
    world.scheduleRun(service)
    protectedTasks.push(shapeOf(world, task))
  }
  return { protectedTasks, failures }
}

/** What it answers without tasks is not documented: refused as an empty list is. */
const GetTaskProtection: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const references: readonly string[] = input.tasks ?? []
  checkList('Tasks', references, 100)
  const { found, failures } = lookup(world, cluster, references)
  return { protectedTasks: found.map(({ task }) => shapeOf(world, task)), failures }
}

export const taskProtection = { UpdateTaskProtection, GetTaskProtection }

/** The reasons are those of api_failures_messages: only tasks of services can be protected. */
function lookup(world: World, cluster: Cluster, references: readonly string[]) {
  checkIds('taskId', references, cluster)
  const found: { readonly task: Task; readonly service: Service }[] = []
  const failures: { readonly arn: string; readonly reason: string }[] = []
  for (const reference of references) {
    const arn = world.arn(`task/${cluster.name}/${reference.split('/').at(-1)}`)
    const task = world.tasks.get(arn)
    const service = task && serviceOf(world, task)
    if (task === undefined) failures.push({ arn, reason: 'MISSING' })
    else if (service === undefined) failures.push({ arn, reason: 'TASK_NOT_VALID' })
    else found.push({ task, service })
  }
  return { found, failures }
}

/** "the service has more protected tasks than the desired count of tasks" (task-scale-in-protection) */
function isBlocked(world: World, service: Service, task: Task): boolean {
  const others = world
    .tasksOf(service)
    .filter(each => each !== task && isDesiredRunning(each) && isProtected(world, each))
  return others.length >= service.desiredCount
}

function isProtected({ now }: World, { protectedUntil }: Task): boolean {
  return protectedUntil !== undefined && protectedUntil > now
}

function shapeOf(world: World, task: Task): object {
  const protectionEnabled = isProtected(world, task)
  return definedMembers({
    taskArn: task.arn,
    protectionEnabled,
    expirationDate: protectionEnabled ? epoch(task.protectedUntil ?? 0) : undefined,
  })
}
