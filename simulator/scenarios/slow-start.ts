import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory, workingSoftware } from './web-service.js'

export const slowStart: Scenario = {
  name: 'slow-start',
  title: 'The app needs two and a half minutes to start; the grace period covers it.',
  outcome: 'succeeded',
  setUp: world => {
    replayHistory(world, { desiredCount: 2, service: { healthCheckGracePeriodSeconds: 300 } })
    world.images.add(imageOf(commit), { ...workingSoftware, startSeconds: 150 })
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
