/**
 * Amazon ECS through the AWS SDK. Two clients: one that repeats reads patiently, one that sends everything once. All
 * changes go through the second: the SDK's own retry would turn one UpdateService that answered 500 into three
 * deployments, each stopping the one before (docs/adr/0006).
 */
import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { isRevisionOf } from '../core/arn.js'
import { Fault } from '../core/fault.js'
import { isObject } from '../core/json.js'
import type { Target } from '../core/service.js'
import type { Task } from '../core/task.js'
import type { Clock, Ecs, Patience, ServiceChange } from '../ports.js'
import { toService, toServiceDeployment, toTask } from './ecs-readings.js'
import { toFault } from './fault-translation.js'
import { keepWhole, sendWhole } from './opaque-json.js'
import { patience } from './retry.js'
import { taskDefinitionShape } from './task-definition-shape.js'

/** Requests for one patient read. */
const attempts = 10

/** A deployment starts within moments of UpdateService: the newest ones are enough to find it among. */
const newestDeployments = 10

/** DescribeTasks takes 100 ARNs. A large service has hundreds of stopped tasks, most of them merely replaced. */
const tasksAtOnce = 100
const mostTasks = 500

export function connectEcs(clock: Clock, config: ECSClientConfig = {}): Ecs {
  const common: ECSClientConfig = {
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    customUserAgent: [['ecs-safe-deploy']],
    ...config,
  }
  const patient = new ECSClient({ ...common, retryStrategy: patience(attempts, clock) })
  const once = new ECSClient({ ...common, maxAttempts: 1 })
  const reader = (how: Patience) => (how === 'patient' ? patient : once)

  return {
    taskDefinitionShape,

    async describeService(target, how) {
      const answer = await asking('ecs:DescribeServices', () =>
        reader(how).send(
          new DescribeServicesCommand({ cluster: target.cluster, services: [target.service] }),
        ),
      )
      const [service] = answer.services ?? []
      if (service) return toService(service)
      // An answer with neither the service nor a failure is no answer: the SDK makes one of an empty JSON object.
      if ((answer.failures ?? []).some(failure => failure.reason === 'MISSING')) return 'missing'
      throw new Fault(
        'unavailable',
        'ecs:DescribeServices',
        'EmptyAnswer',
        'ECS answered without the service',
      )
    },

    async describeTaskDefinition(name) {
      const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })
      const whole = keepWhole(command)
      await asking('ecs:DescribeTaskDefinition', () => patient.send(command))
      const { taskDefinition, tags } = whole()
      if (!isObject(taskDefinition)) {
        throw new Fault(
          'unavailable',
          'ecs:DescribeTaskDefinition',
          'EmptyAnswer',
          'ECS answered without the definition',
        )
      }
      return { arn: String(taskDefinition.taskDefinitionArn ?? name), definition: taskDefinition, tags }
    },

    async findServiceDeployment(target, deploymentId) {
      const answer = await asking('ecs:ListServiceDeployments', () =>
        once.send(new ListServiceDeploymentsCommand({ ...target, maxResults: newestDeployments })),
      )
      return answer.serviceDeployments?.find(deployment =>
        isRevisionOf(deployment.targetServiceRevisionArn ?? '', deploymentId),
      )?.serviceDeploymentArn
    },

    async describeServiceDeployment(arn) {
      const answer = await asking('ecs:DescribeServiceDeployments', () =>
        once.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })),
      )
      const [deployment] = answer.serviceDeployments ?? []
      return deployment && toServiceDeployment(deployment)
    },

    tasksOf: (target, deploymentId, which) => tasksOf(once, target, deploymentId, which),

    async registerTaskDefinition(definition) {
      const command = new RegisterTaskDefinitionCommand({
        family: undefined,
        containerDefinitions: undefined,
      })
      sendWhole(command, definition)
      const { taskDefinition } = await asking('ecs:RegisterTaskDefinition', () => once.send(command))
      if (!taskDefinition?.taskDefinitionArn) {
        throw new Fault(
          'unavailable',
          'ecs:RegisterTaskDefinition',
          'EmptyAnswer',
          'ECS answered without the revision',
        )
      }
      return { arn: taskDefinition.taskDefinitionArn, revision: String(taskDefinition.revision ?? '') }
    },

    async updateService({ target, taskDefinition, breaker }: ServiceChange) {
      const { service } = await asking('ecs:UpdateService', () =>
        once.send(
          new UpdateServiceCommand({
            ...target,
            taskDefinition,
            ...(breaker ? { deploymentConfiguration: { deploymentCircuitBreaker: breaker } } : {}),
          }),
        ),
      )
      if (!service)
        throw new Fault('unavailable', 'ecs:UpdateService', 'EmptyAnswer', 'ECS answered without the service')
      return toService(service)
    },
  }
}

/**
 * ListTasks takes `startedBy` only alone, and stopped tasks only with a service: running tasks of a deployment are
 * asked for directly, stopped ones are picked out of those of the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
async function tasksOf(
  client: ECSClient,
  { cluster, service }: Target,
  deploymentId: string,
  which: 'running' | 'stopped',
): Promise<readonly Task[]> {
  const filter =
    which === 'running'
      ? { startedBy: deploymentId }
      : ({ serviceName: service, desiredStatus: 'STOPPED' } as const)
  const found: Task[] = []
  let page: string | undefined
  for (let read = 0; read < mostTasks; read += tasksAtOnce) {
    const request = { cluster, ...filter, maxResults: tasksAtOnce, ...(page ? { nextToken: page } : {}) }
    const { taskArns = [], nextToken } = await asking('ecs:ListTasks', () =>
      client.send(new ListTasksCommand(request)),
    )
    if (taskArns.length === 0) break
    const { tasks = [] } = await asking('ecs:DescribeTasks', () =>
      client.send(new DescribeTasksCommand({ cluster, tasks: taskArns })),
    )
    found.push(...tasks.map(toTask).filter(task => task.startedBy === deploymentId))
    if (!nextToken) break
    page = nextToken
  }
  return found
}

async function asking<T>(operation: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toFault(error, operation)
  }
}
