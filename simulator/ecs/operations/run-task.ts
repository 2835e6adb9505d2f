/** API_RunTask; idempotent by client token, within a cluster (ECS_Idempotency). */
import { AwsError } from '../../aws-error.js'
import { startTask } from '../behavior/task-start.js'
import type { Operation } from '../operation.js'
import { capacityOf } from '../rules/task-capacity.js'
import { overridden, overridesRefusal, volumesRefusal } from '../rules/task-overrides.js'
import type { Cluster } from '../state/cluster.js'
import type { Document, Tag } from '../state/document.js'
import type { Task } from '../state/task.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { taskShape } from '../wire/task-shape.js'
import type { World } from '../world.js'
import { findActiveDefinition, findCluster } from './find.js'
import { checkFit } from './service-checks.js'
import { checkCapacityProviders, checkPlatform } from './update-limits.js'

export const RunTask: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const { clientToken, ...parameters } = input
  checkToken(clientToken)
  const token = `${cluster.arn} ${clientToken}`
  const known = clientToken === undefined ? undefined : world.clientTokens.get(token)
  if (known !== undefined) return repeated(known, JSON.stringify(parameters))
  const { tasks, failures } = place(world, cluster, input)
  // What ECS remembers of a request that started nothing is not documented.
  if (clientToken !== undefined && tasks.length > 0)
    world.clientTokens.set(token, { parameters: JSON.stringify(parameters), tasks })
  return { tasks: tasks.map(shape), failures }
}

function repeated(
  known: { readonly parameters: string; readonly tasks: readonly Task[] },
  parameters: string,
): object {
  if (known.parameters === parameters) return { tasks: known.tasks.map(shape), failures: [] }
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#API_RunTask_Errors
  throw new AwsError(
    'ConflictException',
    'The RunTask request could not be processed due to conflicts. The provided clientToken is already in use with a different RunTask request. The resourceIds are the existing task ARNs which are already associated with the clientToken.',
    400,
    { resourceIds: known.tasks.map(({ arn }) => arn) },
  )
}

function place(
  world: World,
  cluster: Cluster,
  input: Parameters<Operation>[1],
): { readonly tasks: readonly Task[]; readonly failures: readonly object[] } {
  const definition = findActiveDefinition(world, input.taskDefinition, 'InvalidParameterException')
  checkRequest(world, input, { cluster, definition })
  const { launchType, capacityProviderName } = capacityOf(cluster, input)
  if (launchType === 'EC2' && !world.capacity.hasContainerInstances) {
    // Seen in aws/amazon-ecs-cli, issue 1122.
    throw invalid('No Container Instances were found in your cluster.')
  }
  const { count = 1, enableExecuteCommand = false, overrides, platformVersion } = input
  const failures = unplaced(world, launchType, count)
  const tasks = Array.from({ length: Math.max(0, count - failures.length) }, () =>
    startTask(world, {
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      taskDefinition: overridden(definition, overrides),
      group: input.group ?? `family:${definition.family}`,
      launchType,
      startedBy: input.startedBy,
      service: undefined,
      deploymentId: undefined,
      loadBalancers: [],
      attributes: { enableExecuteCommand, overrides, capacityProviderName, platformVersion },
      networkConfiguration: input.networkConfiguration,
      tags: tagsOf(definition, input),
    }),
  )
  return { tasks, failures }
}

function checkRequest(
  world: World,
  input: Parameters<Operation>[1],
  { cluster, definition }: { readonly cluster: Cluster; readonly definition: TaskDefinition },
): void {
  const { count = 1, launchType, platformVersion, propagateTags, startedBy = '' } = input
  if (count < 1 || count > 10) throw invalid('count must be between 1 and 10.')
  // As in mapbox/ecs-watchbot, issue 78, where it was 36; now API_RunTask says 128. The letters that it names are not all:
  // fabfuel/ecs-deploy starts its tasks as "ECS Deploy".
  if (startedBy.length > 128) throw invalid('startedBy longer than 128.')
  if (propagateTags === 'SERVICE')
    throw invalid('propagateTags SERVICE is not supported when running a task.')
  // Seen in tflint-ruleset-aws, issue 349.
  if (launchType !== undefined && input.capacityProviderStrategy?.length > 0) {
    throw invalid(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    )
  }
  checkCapacityProviders(cluster.attributes, input)
  const { launchType: placed } = capacityOf(cluster, input)
  // Seen in aws/amazon-ecs-cli, issue 1040.
  if (placed === 'EC2' && platformVersion !== undefined)
    throw invalid('The platform version must be null when specifying an EC2 launch type.')
  checkPlatform(definition, input)
  const message = overridesRefusal(definition, input.overrides) ?? volumesRefusal(definition, input)
  if (message !== undefined) throw invalid(message)
  const { networkConfiguration, volumeConfigurations } = input
  checkFit(world, definition, {
    loadBalancers: [],
    attributes: { launchType: placed, networkConfiguration, volumeConfigurations },
  })
}

/** One failure for each task without room; there may be more than tasks. */
function unplaced({ capacity }: World, launchType: string, count: number): readonly object[] {
  if (capacity.available) return capacity.placementFailures
  return Array.from({ length: count }, () => {
    // api_failures_messages
    if (launchType === 'FARGATE') return { reason: noFargate }
    return { arn: containerInstance, reason: 'RESOURCE:MEMORY' }
  })
}

const noFargate =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone'
const containerInstance =
  'arn:aws:ecs:eu-west-1:123456789012:container-instance/prod/0c1d2e3f405162738495a6b7c8d9eaf0'

function checkToken(token: string | undefined): void {
  // Documented (ECS_Idempotency); the wording is ours.
  if (token === undefined || /^[!-~]{1,64}$/.test(token)) return
  throw invalid('clientToken must have 1 to 64 printable ASCII characters.')
}

function tagsOf(definition: TaskDefinition, { propagateTags, tags = [] }: Document): readonly Tag[] {
  const own = tags as readonly Tag[]
  if (propagateTags !== 'TASK_DEFINITION') return own
  const keys = new Set(own.map(({ key }) => key))
  return [...definition.tags.filter(({ key }) => !keys.has(key)), ...own]
}

function shape(task: Task): object {
  return { ...taskShape(task), tags: task.tags }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
