import { replayBlueGreenHistory } from './blue-green-service.js'
import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, workingSoftware } from './web-service.js'

export const blueGreen: Scenario = {
  name: 'blue-green',
  title: 'Blue/green: both revisions run, the traffic shifts, and two minutes of bake time follow.',
  outcome: 'succeeded',
  setUp: world => {
    replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 2 })
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
