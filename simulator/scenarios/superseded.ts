import { afterNextRollout } from './after-next-rollout.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  register,
  replayHistory,
  workingSoftware,
} from './web-service.js'

const hotfix = 'd3c0ffe'

export const superseded: Scenario = {
  name: 'superseded',
  title: 'A colleague deploys a hotfix while our tasks are starting.',
  outcome: 'superseded',
  during: 'A colleague registers web:9 and updates the service 40 seconds after our UpdateService.',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    world.images.add(imageOf(hotfix), workingSoftware)
    afterNextRollout(world, 40, () => {
      register(world, hotfix)
      call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
    })
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
