import type { Scenario } from './scenario.js'
import {
  commit,
  createService,
  files,
  imageOf,
  inputs,
  openCluster,
  register,
  releases,
  workingSoftware,
} from './web-service.js'

const day = 86_400_000

export const codeDeploy: Scenario = {
  name: 'code-deploy',
  title: 'The service has the CODE_DEPLOY controller: only AWS CodeDeploy may change its task definition.',
  outcome: 'refused',
  setUp: world => {
    const now = world.now
    world.startFrom(now - day)
    openCluster(world)
    register(world, releases[6].tag)
    world.images.add(imageOf(commit), workingSoftware)
    createService(world, { desiredCount: 2, deploymentController: { type: 'CODE_DEPLOY' } })
    world.advanceTo(now)
  },
  files,
  inputs,
  expect: { 'task-definition-arn': '', 'deployment-id': '' },
}
