/** The SDK's retry would turn one UpdateService that answered 500 into three deployments (docs/adr/0006). */
import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import {
  ContinueServiceDeploymentCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  type DescribeServicesCommandOutput,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { isRevisionOf, resourceName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { isObject } from '../../core/text/json.js'
import type { Clock, Ecs } from '../../ports.js'
import { once, reads } from '../../retry/policies.js'
import type { RetryPolicy } from '../../retry/retry.js'
import { unusable } from './api-error.js'
import { type AwsConfig, AwsService } from './client.js'
import { endpointOf, updateExpressService } from './ecs-express.js'
import {
  toListedServiceDeployment,
  toService,
  toServiceDeployment,
  toServiceRevision,
} from './ecs-mapping.js'
import { describeTasks, type EcsService, listTasks, runTask, stopTask } from './ecs-tasks.js'
import { captureRawResponse, sendRawBody } from './raw-json.js'
import type { CompleteAnswer } from './required-members.js'
import { taskDefinitionShape } from './task-definition-shape.js'
import { ecsTimeouts } from './time-limit.js'

/** Requests for one retried read. */
const usualAttempts = 10

/** Our deployment has just started. */
export const newestDeployments = 10

export function connectEcs(clock: Clock, config: AwsConfig = {}): Ecs & { close(): void } {
  const ecs: EcsService = new AwsService({
    clock,
    config,
    timeouts: ecsTimeouts,
    load: async () => undefined,
    create: (_, settings) => new ECSClient({ ...settings, customUserAgent: [['ecs-safe-deploy']] }),
  })
  return { ...callsOf(ecs, usualAttempts), close: () => ecs.close() }
}

function callsOf(ecs: EcsService, attempts: number): Ecs {
  return {
    taskDefinitionShape,
    region: async () => (await ecs.client()).config.region().catch(() => undefined),
    trying: others => callsOf(ecs, others),
    ...serviceReads(ecs, attempts),
    ...taskDefinitionCalls(ecs, attempts),
    ...serviceChanges(ecs),
    updateExpressService: change => updateExpressService(ecs, change),
    endpointOf: serviceArn => endpointOf(ecs, serviceArn),
    listTasks: (target, which) => listTasks(ecs, target, which),
    describeTasks: (target, arns) => describeTasks(ecs, target, arns),
    runTask: request => runTask(ecs, request),
    stopTask: (cluster, stop) => stopTask(ecs, cluster, stop),
  }
}

type ServiceReads = Pick<
  Ecs,
  | 'describeService'
  | 'describeServices'
  | 'findServiceDeployment'
  | 'listServiceDeployments'
  | 'listPastDeployments'
  | 'describeServiceRevisions'
  | 'describeServiceDeployments'
  | 'findRollbackInProgress'
>

function serviceReads(ecs: EcsService, attempts: number): ServiceReads {
  return {
    describeService: ({ cluster, service }, mode) =>
      ecs.call({
        operation: 'ecs:DescribeServices',
        policy: mode === 'retry' ? reads(attempts) : once,
        send: client => client.send(new DescribeServicesCommand({ cluster, services: [service] })),
        read: answer => toServiceOrMissing(answer),
      }),

    describeServices: targets =>
      ecs.call({
        operation: 'ecs:DescribeServices',
        policy: once,
        send: client =>
          client.send(
            new DescribeServicesCommand({
              cluster: targets[0]?.cluster,
              services: targets.map(({ service }) => service),
            }),
          ),
        read(answer) {
          if (targets.length === 1) return [toServiceOrMissing(answer)]
          return targets.map(({ service }) => toServiceOrMissing(onlyOf(answer, resourceName(service))))
        },
      }),

    async findServiceDeployment(target, deploymentId) {
      const listed = await listServiceDeployments(ecs, target, newest)
      return listed.find(({ targetRevisionArn }) => isRevisionOf(targetRevisionArn ?? '', deploymentId))
    },

    listServiceDeployments: target => listServiceDeployments(ecs, target, newest),

    listPastDeployments: target =>
      listServiceDeployments(ecs, target, { maxResults: 100, policy: reads(attempts) }),

    describeServiceRevisions: (arns, mode = 'once') =>
      ecs.call({
        operation: 'ecs:DescribeServiceRevisions',
        policy: mode === 'retry' ? reads(attempts) : once,
        send: client => client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })),
        read: ({ serviceRevisions }) => serviceRevisions.map(toServiceRevision),
      }),

    describeServiceDeployments: arns =>
      ecs.call({
        operation: 'ecs:DescribeServiceDeployments',
        policy: once,
        send: client =>
          client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] })),
        read: ({ serviceDeployments }) => serviceDeployments.map(toServiceDeployment),
      }),

    findRollbackInProgress: target => findRollbackInProgress(ecs, target, attempts),
  }
}

interface Listing {
  readonly maxResults: number
  readonly policy: RetryPolicy
}

const newest: Listing = { maxResults: newestDeployments, policy: once }

function listServiceDeployments(
  ecs: EcsService,
  target: Target,
  { maxResults, ...listing }: Listing,
): Promise<ServiceDeployment[]> {
  return ecs.call({
    operation: 'ecs:ListServiceDeployments',
    policy: listing.policy,
    send: client => client.send(new ListServiceDeploymentsCommand({ ...target, maxResults })),
    read: ({ serviceDeployments }) => serviceDeployments.map(toListedServiceDeployment),
  })
}

function findRollbackInProgress(
  ecs: EcsService,
  target: Target,
  attempts: number,
): Promise<ServiceDeployment | undefined> {
  return ecs.call({
    operation: 'ecs:ListServiceDeployments',
    policy: reads(attempts),
    send: client =>
      client.send(
        new ListServiceDeploymentsCommand({
          ...target,
          status: ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'],
        }),
      ),
    read: ({ serviceDeployments }) => serviceDeployments.map(toListedServiceDeployment)[0],
  })
}

type TaskDefinitionCalls = Pick<Ecs, 'describeTaskDefinition' | 'registerTaskDefinition'>

function taskDefinitionCalls(ecs: EcsService, attempts: number): TaskDefinitionCalls {
  return {
    describeTaskDefinition: (name, mode = 'retry') =>
      ecs.call({
        operation: 'ecs:DescribeTaskDefinition',
        policy: mode === 'retry' ? reads(attempts) : once,
        async send(client) {
          const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })
          const rawResponse = captureRawResponse(command)
          await client.send(command)
          return rawResponse()
        },
        read({ taskDefinition, tags }) {
          if (!isObject(taskDefinition)) throw unusable('ecs:DescribeTaskDefinition', 'no task definition')
          return { arn: String(taskDefinition.taskDefinitionArn ?? name), definition: taskDefinition, tags }
        },
      }),

    registerTaskDefinition: definition =>
      ecs.call({
        operation: 'ecs:RegisterTaskDefinition',
        policy: once,
        send(client) {
          const command = new RegisterTaskDefinitionCommand({
            family: undefined,
            containerDefinitions: undefined,
          })
          sendRawBody(command, definition)
          return client.send(command)
        },
        read: ({ taskDefinition: { taskDefinitionArn: arn, revision } }) => ({
          arn,
          revision: String(revision),
        }),
      }),
  }
}

type ServiceChanges = Pick<
  Ecs,
  'updateService' | 'setDesiredCount' | 'stopServiceDeployment' | 'continueServiceDeployment'
>

function serviceChanges(ecs: EcsService): ServiceChanges {
  return {
    updateService: ({ target, taskDefinition, update }) =>
      ecs.call({
        operation: 'ecs:UpdateService',
        policy: once,
        send(client) {
          const input: object = { ...target, taskDefinition, ...update }
          return client.send(new UpdateServiceCommand(input as UpdateServiceCommandInput))
        },
        read: ({ service }) => toService(service),
      }),

    setDesiredCount: (target, desiredCount) =>
      ecs.call({
        operation: 'ecs:UpdateService',
        policy: once,
        send: client => client.send(new UpdateServiceCommand({ ...target, desiredCount })),
        read({ service }) {
          if (service.desiredCount === desiredCount) return
          throw unusable('ecs:UpdateService', `a desired count of ${service.desiredCount}`)
        },
      }),

    continueServiceDeployment: ({ action, hook, serviceDeploymentArn }) =>
      ecs.call({
        operation: 'ecs:ContinueServiceDeployment',
        policy: once,
        send(client) {
          const input = { serviceDeploymentArn, hookId: hook.id, action }
          return client.send(new ContinueServiceDeploymentCommand(input))
        },
        read: () => undefined,
      }),

    // ECS refuses ABORT; the default is not documented.
    stopServiceDeployment: arn =>
      ecs.call({
        operation: 'ecs:StopServiceDeployment',
        policy: once,
        send: client =>
          client.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })),
        read: () => undefined,
      }),
  }
}

type DescribedServices = CompleteAnswer<'ecs:DescribeServices', DescribeServicesCommandOutput>

function onlyOf(
  { failures = [], services = [], ...answer }: DescribedServices,
  name: string,
): DescribedServices {
  return {
    ...answer,
    services: services.filter(({ serviceName }) => serviceName === name),
    failures: failures.filter(({ arn }) => arn !== undefined && resourceName(arn) === name),
  }
}

function toServiceOrMissing({
  services: [service] = [],
  failures = [],
}: DescribedServices): Service | 'missing' {
  if (service) return toService(service)
  if (failures.some(({ reason }) => reason === 'MISSING')) return 'missing'
  throw unusable('ecs:DescribeServices', 'neither the service nor a failure')
}
