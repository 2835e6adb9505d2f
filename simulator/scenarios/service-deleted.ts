import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { cluster, files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const serviceDeleted: Scenario = {
  name: 'service-deleted',
  title: 'The service is deleted during the deployment.',
  outcome: 'unknown',
  during: 'The service is force-deleted 50 seconds after our UpdateService.',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        ...pushed(workingSoftware),
        later: [
          { afterRollout: '50s', calls: [{ DeleteService: { cluster, service: 'web', force: true } }] },
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: { revision: '8', 'previous-task-definition-arn': /task-definition\/web:7$/ },
}
