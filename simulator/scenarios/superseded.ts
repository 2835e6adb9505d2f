import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  definitionOf,
  files,
  imageOf,
  inputs,
  updateService,
  webWorld,
  workingSoftware,
} from './web-service.js'

const hotfix = 'd3c0ffe'

export const superseded: Scenario = {
  name: 'superseded',
  title: 'A colleague deploys a hotfix while our tasks are starting.',
  outcome: 'superseded',
  during: 'A colleague registers web:9 and updates the service 40 seconds after our UpdateService.',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          { ago: 0, images: { [imageOf(commit)]: workingSoftware, [imageOf(hotfix)]: workingSoftware } },
        ],
        later: [
          {
            afterRollout: '40s',
            taskDefinitions: [definitionOf(hotfix)],
            calls: [updateService({ taskDefinition: 'web' })],
          },
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
