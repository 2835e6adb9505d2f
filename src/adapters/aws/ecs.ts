/**
 * Amazon ECS through the AWS SDK. The SDK repeats nothing: its own retry would turn one UpdateService that answered
 * 500 into three deployments, each stopping the one before (docs/adr/0006). Patient reads are repeated here.
 */
import type { ECSClientConfig, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { isRevisionOf } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { ApiError } from '../../core/errors/api-error.js'
import { isObject } from '../../core/text/json.js'
import type { Clock, Ecs, ReadMode } from '../../ports.js'
import { reads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'
import {
  toListedServiceDeployment,
  toService,
  toServiceDeployment,
  toServiceRevision,
} from './ecs-mapping.js'
import { describeTasks, listTasks } from './ecs-tasks.js'
import { captureRawResponse, sendRawBody } from './raw-json.js'
import { taskDefinitionShape } from './task-definition-shape.js'

/** Requests for one patient read, unless the user says otherwise. */
const usualAttempts = 10

/** A deployment starts within moments of UpdateService: the newest ones are enough to find it among. */
const newestDeployments = 10

/** `close` breaks what is under way: a process that has told its outcome must not wait for an answer. */
export function connectEcs(clock: Clock, config: ECSClientConfig = {}): Ecs & { close(): void } {
  const client = validateResponses(
    new ECSClient({ ...clientConfig(6_000, 12_000), customUserAgent: [['ecs-safe-deploy']], ...config }),
  )
  return { ...callsOf(client, clock, usualAttempts), close: () => client.destroy() }
}

function callsOf(client: ECSClient, clock: Clock, attempts: number): Ecs {
  const as = <T>(mode: ReadMode, read: () => Promise<T>) =>
    mode === 'retry' ? retry(reads(attempts), { clock }, read) : read()

  return {
    taskDefinitionShape,

    region: () => client.config.region().catch(() => undefined),

    trying: others => callsOf(client, clock, others),

    describeService: (target, mode) => as(mode, () => describeService(client, target)),

    describeTaskDefinition: (name, mode = 'retry') => as(mode, () => describeTaskDefinition(client, name)),

    async findServiceDeployment(target, deploymentId) {
      const listed = await listServiceDeployments(client, target)
      return listed.find(({ targetRevisionArn }) => isRevisionOf(targetRevisionArn ?? '', deploymentId))
    },

    listServiceDeployments: target => listServiceDeployments(client, target),

    async describeServiceRevisions(arns) {
      const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })
      const answer = await call('ecs:DescribeServiceRevisions', () => client.send(command))
      return (answer.serviceRevisions ?? []).map(toServiceRevision)
    },

    async describeServiceDeployment(arn) {
      const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
      const answer = await call('ecs:DescribeServiceDeployments', () => client.send(command))
      const [deployment] = answer.serviceDeployments ?? []
      return deployment && toServiceDeployment(deployment)
    },

    hasRollbackInProgress: target => as('retry', () => hasRollbackInProgress(client, target)),

    listTasks: (target, which) => listTasks(client, target, which),

    describeTasks: (target, arns) => describeTasks(client, target, arns),

    async registerTaskDefinition(definition) {
      const command = new RegisterTaskDefinitionCommand({
        family: undefined,
        containerDefinitions: undefined,
      })
      sendRawBody(command, definition)
      const { taskDefinition } = await call('ecs:RegisterTaskDefinition', () => client.send(command))
      if (!taskDefinition?.taskDefinitionArn) throw without('the revision', 'ecs:RegisterTaskDefinition')
      return { arn: taskDefinition.taskDefinitionArn, revision: String(taskDefinition.revision ?? '') }
    },

    async updateService({ target, taskDefinition, update }) {
      const input = { ...target, taskDefinition, ...update } as UpdateServiceCommandInput
      const { service } = await call('ecs:UpdateService', () => client.send(new UpdateServiceCommand(input)))
      if (!service) throw without('the service', 'ecs:UpdateService')
      return toService(service)
    },

    async setDesiredCount(target, desiredCount) {
      const command = new UpdateServiceCommand({ ...target, desiredCount })
      await call('ecs:UpdateService', () => client.send(command))
    },

    async stopServiceDeployment(arn) {
      // ABORT is refused by ECS, and what it does without a type is not documented.
      const command = new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
      await call('ecs:StopServiceDeployment', () => client.send(command))
    },
  }
}

async function describeService(
  client: ECSClient,
  { cluster, service }: Target,
): Promise<Service | 'missing'> {
  const command = new DescribeServicesCommand({ cluster, services: [service] })
  const answer = await call('ecs:DescribeServices', () => client.send(command))
  const [found] = answer.services ?? []
  if (found) return toService(found)
  if ((answer.failures ?? []).some(failure => failure.reason === 'MISSING')) return 'missing'
  throw without('the service', 'ecs:DescribeServices')
}

async function listServiceDeployments(client: ECSClient, target: Target): Promise<ServiceDeployment[]> {
  const command = new ListServiceDeploymentsCommand({ ...target, maxResults: newestDeployments })
  const { serviceDeployments = [] } = await call('ecs:ListServiceDeployments', () => client.send(command))
  return serviceDeployments
    .filter(({ serviceDeploymentArn }) => serviceDeploymentArn !== undefined)
    .map(toListedServiceDeployment)
}

async function hasRollbackInProgress(client: ECSClient, target: Target): Promise<boolean> {
  const command = new ListServiceDeploymentsCommand({
    ...target,
    status: ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'],
  })
  const { serviceDeployments = [] } = await call('ecs:ListServiceDeployments', () => client.send(command))
  return serviceDeployments.length > 0
}

async function describeTaskDefinition(client: ECSClient, name: string) {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })
  const whole = captureRawResponse(command)
  await call('ecs:DescribeTaskDefinition', () => client.send(command))
  const { taskDefinition, tags } = whole()
  if (!isObject(taskDefinition)) throw without('the definition', 'ecs:DescribeTaskDefinition')
  return { arn: String(taskDefinition.taskDefinitionArn ?? name), definition: taskDefinition, tags }
}

/** An answer that lacks what was asked for is none: the SDK makes one of any JSON object, even an empty one. */
function without(what: string, operation: string): ApiError {
  return new ApiError('unavailable', operation, 'EmptyAnswer', `AWS answered without ${what}`)
}
