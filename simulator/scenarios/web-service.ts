import type { Software } from '../ecs/resources/software.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { Document } from '../ecs/state/document.js'
import type { World } from '../ecs/world.js'
import { applyChange, call } from '../world/apply-change.js'
import { buildWorld } from '../world/build-world.js'
import type { Change, DescribedTargetGroup, WorldDescription } from '../world/description.js'

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

type GroupMembers = Omit<DescribedTargetGroup, 'missing'>

export function targetGroup(members: GroupMembers = {}): DescribedTargetGroup {
  return {
    trafficPort: port,
    path: '/health',
    healthyThreshold: 2,
    unhealthyThreshold: 2,
    deregistrationDelaySeconds: 30,
    ...members,
  }
}

export function openTargetGroup(
  world: World,
  { arn = targetGroupArn, ...members }: Partial<TargetGroup> = {},
) {
  applyChange(world, { targetGroups: { [arn]: targetGroup(members) } })
}

/** Also the target group and earlier images, but no service. */
export function webCluster(group: GroupMembers = {}): Change {
  return {
    targetGroups: { [targetGroupArn]: targetGroup(group) },
    repositories: { [repository]: { tagMutability: 'IMMUTABLE' } },
    images: Object.fromEntries(releases.map(({ tag }) => [imageOf(tag), workingSoftware])),
    clusters: { [cluster]: {} },
  }
}

export function openCluster(world: World, group: GroupMembers = {}): void {
  applyChange(world, webCluster(group))
}

export type History = {
  readonly desiredCount: number
  /** Additional members of CreateService. */
  readonly service?: object
  readonly targetGroup?: GroupMembers
}

export type ReplayedHistory = History & {
  /** By default now. */
  readonly until?: number
}

/** Up to web:7. Of `more`, the history follows, and target groups are added. */
export function webWorld(
  { desiredCount, service, targetGroup }: History,
  more: WorldDescription = {},
): WorldDescription {
  const start = webCluster(targetGroup)
  return {
    begins: '42d',
    ...start,
    ...more,
    targetGroups: { ...start.targetGroups, ...more.targetGroups },
    history: [
      ...releases.map(({ tag, daysAgo }, index) => ({
        ago: `${daysAgo}d`,
        taskDefinitions: [definitionOf(tag)],
        ...(index === 0
          ? { services: [webService({ desiredCount, ...service })] }
          : { calls: [updateService({ taskDefinition: 'web' })] }),
      })),
      ...(more.history ?? []),
    ],
  }
}

/** The image of the commit that is to be deployed was pushed just now. */
export function pushed(software: Software): WorldDescription {
  return { history: [{ ago: 0, images: { [imageOf(commit)]: software } }] }
}

export function replayHistory(world: World, { until, ...history }: ReplayedHistory): void {
  buildWorld(world, webWorld(history), until === undefined ? {} : { until })
}

export function definitionOf(tag: string): Document {
  return { ...taskDefinition(imageOf(tag)) }
}

/** As the latest revision of web. */
export function register(world: World, tag: string): void {
  call(world, 'RegisterTaskDefinition', definitionOf(tag))
}

export function updateService(members: object): { readonly UpdateService: Document } {
  return { UpdateService: { cluster, service: 'web', ...members } }
}

type ServiceMembers = { readonly desiredCount: number; readonly [member: string]: unknown }

/** The members replace those of the service web; `desiredCount` has no default. */
export function webService(members: ServiceMembers): Document {
  return {
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
  }
}

export function createService(world: World, members: ServiceMembers): void {
  call(world, 'CreateService', webService(members))
}

export { call } from '../world/apply-change.js'
