/** A world file with many services, and two more images of each: one that works and one that crashes. */
import type { Document } from '../simulator/ecs/state/document.js'
import type { WorldDescription } from '../simulator/world/description.js'

export interface Size {
  readonly services: number
  readonly tasksEach: number
}

export const cluster = 'fleet'

export function serviceName(nth: number): string {
  return `service-${nth}`
}

export function worldOf({ services, tasksEach }: Size): WorldDescription {
  const all = Array.from({ length: services }, (_, nth) => nth)
  const listens = { listens: { 8080: { '/health': 200 } }, exposedPorts: [8080] }
  return {
    title: `${services} services with ${tasksEach} tasks each.`,
    clusters: { [cluster]: {} },
    targetGroups: Object.fromEntries(
      all.map(nth => [serviceName(nth), { path: '/health', deregistrationDelaySeconds: 60 }]),
    ),
    images: { '${registry}/app:v1': listens, '${registry}/app:v2': listens, '${registry}/app:v3': crashes },
    taskDefinitions: all.flatMap(nth => ['v1', 'v2', 'v3'].map(tag => definition(serviceName(nth), tag))),
    services: all.map(nth => service(serviceName(nth), tasksEach)),
  }
}

const crashes = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: DATABASE_URL is not set'] }

function definition(family: string, tag: string): Document {
  return {
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the simulator fills it in
    executionRoleArn: 'arn:aws:iam::${account}:role/ecsTaskExecutionRole',
    containerDefinitions: [
      {
        name: 'app',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the simulator fills it in
        image: '${registry}/app:'.concat(tag),
        portMappings: [{ containerPort: 8080 }],
      },
    ],
  }
}

function service(name: string, desiredCount: number): Document {
  return {
    cluster,
    serviceName: name,
    taskDefinition: `${name}:1`,
    desiredCount,
    launchType: 'FARGATE',
    loadBalancers: [{ targetGroupArn: name, containerName: 'app', containerPort: 8080 }],
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  }
}
