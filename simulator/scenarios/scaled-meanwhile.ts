import { autoScale, resourceIdOf } from '../ecs/behavior/auto-scaling.js'
import type { Service } from '../ecs/state/service.js'
import { afterNextRollout } from './after-next-rollout.js'
import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory, workingSoftware } from './web-service.js'

export const scaledMeanwhile: Scenario = {
  name: 'scaled-meanwhile',
  title: 'Auto scaling raises the desired count from 2 to 4 in the middle of the rollout.',
  outcome: 'succeeded',
  during: 'The desired count becomes 4 half a minute after our UpdateService.',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    const web = [...world.services.values()].find(({ name }) => name === 'web') as Service
    world.scalableTargets.register({ resourceId: resourceIdOf(web), min: 2, max: 6 }, world.now)
    afterNextRollout(world, 30, () => autoScale(world, web, 4))
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
