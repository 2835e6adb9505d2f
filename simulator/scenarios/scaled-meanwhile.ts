import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { cluster, commit, files, imageOf, inputs, webWorld, workingSoftware } from './web-service.js'

export const scaledMeanwhile: Scenario = {
  name: 'scaled-meanwhile',
  title: 'Auto scaling raises the desired count from 2 to 4 in the middle of the rollout.',
  outcome: 'succeeded',
  during: 'The desired count becomes 4 half a minute after our UpdateService.',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          {
            ago: 0,
            images: { [imageOf(commit)]: workingSoftware },
            scaling: [{ cluster, service: 'web', min: 2, max: 6 }],
          },
        ],
        later: [{ afterRollout: '30s', scaling: [{ cluster, service: 'web', desiredCount: 4 }] }],
      },
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
