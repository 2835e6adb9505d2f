/** An account with many services, all deployed at the same moment: most of the new images work, others fail in each way. */
import type { Software } from '../simulator/ecs/resources/software.js'
import type { World } from '../simulator/ecs/world.js'
import {
  call,
  cluster,
  openCluster,
  port,
  repository,
  targetGroupArn,
  taskDefinition,
  workingSoftware,
} from '../simulator/scenarios/web-service.js'

export interface Member {
  readonly service: string
  readonly fate: string
  readonly outcome: 'succeeded' | 'rolled-back'
  readonly inputs: Readonly<Record<string, string>>
}

const fates: readonly { readonly fate: string; readonly software: Software | undefined }[] = [
  { fate: 'works', software: workingSoftware },
  { fate: 'never-healthy', software: { ...workingSoftware, listens: { [port]: {} } } },
  { fate: 'works', software: { ...workingSoftware, startSeconds: 30 } },
  { fate: 'crash-at-start', software: { ...workingSoftware, exitsAfterSeconds: 1 } },
  { fate: 'works', software: { ...workingSoftware, pullSeconds: 60 } },
  { fate: 'image-missing', software: undefined },
  { fate: 'works', software: workingSoftware },
]

const day = 86_400_000

/** Services of two tasks each, with a release that has run since yesterday. */
export function openFleet(world: World, size: number): readonly Member[] {
  const today = world.now
  world.startFrom(today - day)
  openCluster(world)
  const before = `${repository}:1f3c9e0`
  const members = Array.from({ length: size }, (_, index) => {
    const service = `web-${index + 1}`
    call(world, 'RegisterTaskDefinition', { ...taskDefinition(before), family: service })
    call(world, 'CreateService', {
      cluster,
      serviceName: service,
      taskDefinition: service,
      desiredCount: 2,
      launchType: 'FARGATE',
      loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: port }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
    })
    return member(world, service, index)
  })
  world.advanceTo(today)
  return members
}

function member(world: World, service: string, index: number): Member {
  const { fate, software } = fates[index % fates.length] as (typeof fates)[number]
  const image = `${repository}:release-${index + 1}`
  if (software) world.images.add(image, software)
  return {
    service,
    fate,
    outcome: fate === 'works' ? 'succeeded' : 'rolled-back',
    // ECR knows of the missing ones, too: what is measured is how they fail.
    inputs: { cluster, service, 'container-name': 'app', image, preflight: 'warn' },
  }
}
