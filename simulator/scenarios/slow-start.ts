import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const slowStart: Scenario = {
  name: 'slow-start',
  title: 'The app needs two and a half minutes to start; the grace period covers it.',
  outcome: 'succeeded',
  ...inWorld(
    webWorld(
      { desiredCount: 2, service: { healthCheckGracePeriodSeconds: 300 } },
      pushed({ ...workingSoftware, startSeconds: 150 }),
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
