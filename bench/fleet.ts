/** An account with many services, all deployed at the same moment: most new images work, the others fail in several ways. */
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
  readonly behavior: string
  readonly outcome: 'succeeded' | 'rolled-back'
  readonly inputs: Readonly<Record<string, string>>
}

const behaviors: readonly { readonly behavior: string; readonly software: Software | undefined }[] = [
  { behavior: 'works', software: workingSoftware },
  { behavior: 'never-healthy', software: { ...workingSoftware, listens: { [port]: {} } } },
  { behavior: 'works', software: { ...workingSoftware, startSeconds: 30 } },
  { behavior: 'crash-at-start', software: { ...workingSoftware, exitsAfterSeconds: 1 } },
  { behavior: 'works', software: { ...workingSoftware, pullSeconds: 60 } },
  { behavior: 'image-missing', software: undefined },
  { behavior: 'works', software: workingSoftware },
]

const day = 86_400_000

/** Services of two tasks each, with a release that has been running since yesterday. */
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
  const { behavior, software } = behaviors[index % behaviors.length] as (typeof behaviors)[number]
  const image = `${repository}:release-${index + 1}`
  if (software) world.images.add(image, software)
  return {
    service,
    behavior,
    outcome: behavior === 'works' ? 'succeeded' : 'rolled-back',
    // Only a warning: the benchmark measures how missing images fail.
    inputs: { cluster, service, 'container-name': 'app', image, preflight: 'warn' },
  }
}
