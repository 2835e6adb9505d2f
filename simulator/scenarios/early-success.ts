import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory, workingSoftware } from './web-service.js'

export const earlySuccess: Scenario = {
  name: 'early-success',
  title: 'The service counts half of its tasks healthy as success and cleans up the old ones afterwards.',
  outcome: 'succeeded',
  setUp: world => {
    replayHistory(world, {
      desiredCount: 4,
      targetGroup: { deregistrationDelaySeconds: 300 },
      service: {
        deploymentConfiguration: {
          minimumHealthyPercent: 50,
          earlySuccessCriteria: {
            enable: true,
            healthyPercent: 50,
            sourceServiceRevisionCleanup: 'DEFERRED',
          },
        },
      },
    })
    world.images.add(imageOf(commit), workingSoftware)
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
