import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const healthy: Scenario = {
  name: 'healthy',
  title: 'The new image works: two tasks replace two tasks.',
  outcome: 'succeeded',
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(workingSoftware))),
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
    'deployment-id': /^ecs-svc\/\d{19,20}$/,
  },
}
