import { afterNextRollout } from './after-next-rollout.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  replayHistory,
  workingSoftware,
} from './web-service.js'

export const serviceDeleted: Scenario = {
  name: 'service-deleted',
  title: 'The service is deleted during the deployment.',
  outcome: 'unknown',
  during: 'The service is force-deleted 50 seconds after our UpdateService.',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    afterNextRollout(world, 50, () => call(world, 'DeleteService', { cluster, service: 'web', force: true }))
  },
  files,
  inputs,
  expect: { revision: '8', 'previous-task-definition-arn': /task-definition\/web:7$/ },
}
