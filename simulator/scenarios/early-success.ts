import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const earlySuccess: Scenario = {
  name: 'early-success',
  title: 'Half of the tasks being healthy counts as success; old tasks stop afterward.',
  outcome: 'succeeded',
  ...inWorld(
    webWorld(
      {
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
      },
      pushed(workingSoftware),
    ),
  ),
  files,
  inputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
