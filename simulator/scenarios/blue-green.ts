import { blueGreenWorld } from './blue-green-service.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, workingSoftware } from './web-service.js'

export const blueGreen: Scenario = {
  name: 'blue-green',
  title: 'Blue/green: both revisions run, the traffic shifts, and two minutes of bake time follow.',
  outcome: 'succeeded',
  ...inWorld(blueGreenWorld({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 2 }, pushed(workingSoftware))),
  files,
  inputs,
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
