import { operations } from '../ecs/operations.js'
import type { Software } from '../ecs/resources/software.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'

/** The service of most scenarios: web on the cluster prod, behind a load balancer that checks /health. */

const account = '123456789012'
const region = 'eu-west-1'
export const repository = `${account}.dkr.ecr.${region}.amazonaws.com/web`
export const cluster = 'prod'
export const targetGroupArn = `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/web-prod/6d0ecf831eec9f09`
export const port = 5001
/** The app requires this secret. */
export const databaseUrl = `arn:aws:secretsmanager:${region}:${account}:secret:web/database-url-8Zk2Qp`
export const commit = '9be21c4'

const day = 86_400_000

export const workingSoftware: Software = {
  pullSeconds: 12,
  startSeconds: 4,
  listens: { [port]: { '/health': 200, '/': 200 } },
  exposedPorts: [port],
  environment: { PORT: `${port}` },
  logs: [`Running on http://0.0.0.0:${port}`],
}

/** Oldest first: web:1 to web:7. */
export const releases = [
  { tag: '2c9f0aa', daysAgo: 41 },
  { tag: '81d4e7b', daysAgo: 36 },
  { tag: 'c07a61d', daysAgo: 29 },
  { tag: '5b3e9f2', daysAgo: 20 },
  { tag: 'e44d018', daysAgo: 13 },
  { tag: 'a90c7d5', daysAgo: 6 },
  { tag: '1f3c9e0', daysAgo: 2 },
] as const

export function imageOf(tag: string): string {
  return `${repository}:${tag}`
}

export function taskDefinition(image: string, container: object = {}): object {
  return {
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    executionRoleArn: `arn:aws:iam::${account}:role/ecsTaskExecutionRole`,
    taskRoleArn: `arn:aws:iam::${account}:role/web`,
    containerDefinitions: [
      {
        name: 'app',
        image,
        essential: true,
        portMappings: [{ containerPort: port, protocol: 'tcp' }],
        environment: [
          { name: 'LOG_LEVEL', value: 'info' },
          { name: 'FEATURE_BANNER', value: '' },
        ],
        secrets: [
          {
            name: 'DATABASE_URL',
            valueFrom: databaseUrl,
          },
        ],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/web', 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
        },
        ...container,
      },
    ],
  }
}

/** The action replaces the image. */
export const files = filesOf({})

/** With additional members of the container. */
export function filesOf(container: object): { readonly 'task-definition.json': string } {
  const definition = taskDefinition('web', container)
  return { 'task-definition.json': `${JSON.stringify(definition, undefined, 2)}\n` }
}

export const inputs = {
  cluster,
  service: 'web',
  'task-definition': 'task-definition.json',
  'container-name': 'app',
  image: imageOf(commit),
} as const

/** When web:8 was rolled back. */
export const rolledBackToSeven = {
  revision: '8',
  'previous-task-definition-arn': /task-definition\/web:7$/,
  'serving-task-definition-arn': /task-definition\/web:7$/,
} as const

export function openTargetGroup(world: World, group: Partial<TargetGroup> = {}): void {
  world.targetGroups.add({
    arn: targetGroupArn,
    trafficPort: port,
    path: '/health',
    healthyThreshold: 2,
    unhealthyThreshold: 2,
    deregistrationDelaySeconds: 30,
    ...group,
  })
}

/** Also the target group and earlier images, but no service. */
export function openCluster(world: World, group: Partial<TargetGroup> = {}): void {
  openTargetGroup(world, group)
  world.images.openRepository(repository, { kind: 'IMMUTABLE' })
  for (const { tag } of releases) world.images.add(imageOf(tag), workingSoftware)
  call(world, 'CreateCluster', { clusterName: cluster })
}

export type History = {
  readonly desiredCount: number
  /** By default now. */
  readonly until?: number
  /** Additional members of CreateService. */
  readonly service?: object
  readonly targetGroup?: Partial<TargetGroup>
}

/** Up to web:7. */
export function replayHistory(world: World, history: History): void {
  const now = world.now
  world.startFrom(now - 42 * day)
  openCluster(world, history.targetGroup)
  for (const [index, { tag, daysAgo }] of releases.entries()) {
    world.advanceTo(now - daysAgo * day)
    register(world, tag)
    if (index === 0) createService(world, { desiredCount: history.desiredCount, ...history.service })
    else call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
  }
  world.advanceTo(history.until ?? now)
}

/** As the latest revision of web. */
export function register(world: World, tag: string): void {
  call(world, 'RegisterTaskDefinition', taskDefinition(imageOf(tag)))
}

/** The members replace those of the service web; `desiredCount` has no default. */
export function createService(
  world: World,
  members: { readonly desiredCount: number; readonly [member: string]: unknown },
): void {
  call(world, 'CreateService', {
    cluster,
    serviceName: 'web',
    taskDefinition: 'web',
    launchType: 'FARGATE',
    loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: port }],
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0f9e8d7c6b5a40312'],
        securityGroups: ['sg-0c4d2e6f8a1b3c5d7'],
        assignPublicIp: 'DISABLED',
      },
    },
    ...members,
  })
}

export function call(world: World, operation: string, input: object): object {
  const perform = operations[operation]
  if (perform === undefined) throw new Error(`no operation ${operation}`)
  return perform(world, input)
}
