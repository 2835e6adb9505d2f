import type { World } from '../ecs/world.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  createService,
  files,
  imageOf,
  inputs,
  releases,
  replayHistory,
  repository,
  taskDefinition,
  workingSoftware,
} from './web-service.js'

const hour = 3_600_000
const before = releases.at(-1)?.tag ?? ''
const apiRepository = repository.replace(/web$/, 'api')

export const monorepo: Scenario = {
  name: 'monorepo',
  title:
    'Two services of one repository, web and api. A push built both again, and only the image of api is another one than before.',
  outcome: 'no-change',
  setUp: world => {
    const now = world.now
    replayHistory(world, { desiredCount: 2, until: now - hour })
    deployByDigest(world)
    openApi(world)
    world.advanceTo(now)
    world.images.addTag(before, commit)
    world.images.add(`${apiRepository}:${commit}`, workingSoftware)
  },
  files,
  inputs: { ...inputs, 'image-policy': 'digest', 'skip-unchanged': 'true' },
  expect: {
    'task-definition-arn': '',
    'deployment-id': '',
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}

/** As `image-policy: digest` registers it. */
function deployByDigest(world: World): void {
  const digest = world.images.find(imageOf(before))?.digest
  call(world, 'RegisterTaskDefinition', taskDefinition(`${repository}@${digest}`))
  call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
}

function openApi(world: World): void {
  const image = `${apiRepository}:${before}`
  world.images.openRepository(apiRepository, { kind: 'IMMUTABLE' })
  world.images.add(image, workingSoftware)
  call(world, 'RegisterTaskDefinition', { ...taskDefinition(image), family: 'api' })
  createService(world, { desiredCount: 1, serviceName: 'api', taskDefinition: 'api', loadBalancers: [] })
}
