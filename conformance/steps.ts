/** The steps and task definitions that worlds have in common. */
import type { JsonObject } from './json.js'
import type { Call, Poll } from './world.js'

const nginx = 'public.ecr.aws/nginx/nginx:1.27'
const busybox = 'public.ecr.aws/docker/library/busybox:1.37'
const missing = 'public.ecr.aws/docker/library/busybox:no-such-tag'

type Container = JsonObject & { readonly name: string; readonly image: string }

/** Answers on port 80. */
export function webServer(release: string, containerPort = 80): Container {
  return {
    name: 'app',
    image: nginx,
    essential: true,
    portMappings: [{ containerPort }],
    environment: [{ name: 'RELEASE', value: release }],
  }
}

/** Its process ends at once. */
export const crash: Container = command('exit 3')

/** Its process runs for an hour, and listens nowhere. */
export const idleProcess: Container = command('sleep 3600')

/** There is no such image. */
export const missingImage: Container = { name: 'app', image: missing, essential: true }

function command(script: string): Container {
  return { name: 'app', image: busybox, essential: true, command: ['sh', '-c', script] }
}

/** Saves the ARN of the revision under the name of the step. */
export function register(name: string, container: Container): Call {
  return {
    name,
    operation: 'RegisterTaskDefinition',
    input: {
      family: '<family>',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [container],
      ...tagged,
    },
    save: { [name]: 'taskDefinition.taskDefinitionArn' },
  }
}

const tagged = { tags: '<tags>' }

/** The circuit breaker with rollback, as the action turns it on. */
export const breakerOn = { deploymentCircuitBreaker: { enable: true, rollback: true } }
export const breakerOff = { deploymentCircuitBreaker: { enable: false, rollback: false } }

export interface ServiceInput {
  readonly taskDefinition: string
  readonly desiredCount?: number
  readonly deploymentConfiguration?: JsonObject
  readonly more?: JsonObject
}

export function createService(options: ServiceInput): Call {
  const { taskDefinition, desiredCount = 1, deploymentConfiguration = breakerOn, more = {} } = options
  return {
    name: 'create',
    operation: 'CreateService',
    input: {
      cluster: '<cluster>',
      serviceName: '<service>',
      taskDefinition,
      desiredCount,
      launchType: 'FARGATE',
      deploymentConfiguration,
      networkConfiguration: '<network>',
      ...more,
      ...tagged,
    },
  }
}

export function updateService(name: string, more: JsonObject): Call {
  return { name, operation: 'UpdateService', input: { cluster: '<cluster>', service: '<service>', ...more } }
}

const services = { cluster: '<cluster>', services: ['<service>'] }

export function readService(name: string): Call {
  return { name, operation: 'DescribeServices', input: services }
}

/** Until all deployments have completed: there is one then. */
export function awaitCompleted(name: string): Poll {
  return {
    ...readService(name),
    until: { path: 'services[0].deployments[].rolloutState', oneOf: ['COMPLETED'] },
    simulatedSeconds: 150,
  }
}

/** Until there are so many service deployments; saves the ARNs as `newest` and `before`. */
export function listDeployments(name: string, count: number): Poll {
  return {
    name,
    operation: 'ListServiceDeployments',
    input: { cluster: '<cluster>', service: '<service>' },
    until: { path: 'serviceDeployments', atLeast: count },
    liveSeconds: 2,
    simulatedSeconds: 5,
    atMostMinutes: 2,
    isInMotion: true,
    save: {
      newest: 'serviceDeployments[0].serviceDeploymentArn',
      ...(count > 1 && { before: 'serviceDeployments[1].serviceDeploymentArn' }),
    },
  }
}

const decided = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']

/** Until the service deployment has ended, however it ends. */
export function awaitDecision(name: string, simulatedSeconds = 75): Poll {
  return {
    ...readDeployments(name, ['<newest>']),
    until: { path: 'serviceDeployments[0].status', oneOf: decided },
    simulatedSeconds,
    save: { revision: 'serviceDeployments[0].targetServiceRevision.arn' },
  }
}

export function readDeployments(name: string, serviceDeploymentArns: readonly string[]): Call {
  return { name, operation: 'DescribeServiceDeployments', input: { serviceDeploymentArns } }
}

export function listTasks(name: string, desiredStatus: 'RUNNING' | 'STOPPED'): Call {
  return {
    name,
    operation: 'ListTasks',
    input: { cluster: '<cluster>', serviceName: '<service>', desiredStatus },
    save: { task: 'taskArns[0]' },
  }
}

/** The task that was saved as `task`. */
export function readTask(name: string): Call {
  return { name, operation: 'DescribeTasks', input: { cluster: '<cluster>', tasks: ['<task>'] } }
}
