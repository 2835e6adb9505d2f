import { inWorld } from './in-world.js'
import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { commit, definitionOf, files, imageOf, inputs, webCluster, webService } from './web-service.js'

export const firstDeployment: Scenario = {
  name: 'first-deployment',
  title:
    'No deployment ever completed: the service was created before its image existed, so ECS has nothing to roll back to.',
  outcome: 'failed',
  ...inWorld({
    ...webCluster(),
    begins: '3h',
    history: [
      {
        ago: '3h',
        taskDefinitions: [definitionOf('bootstrap')],
        services: [
          webService({
            desiredCount: 2,
            deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
          }),
        ],
      },
      { ago: 0, images: { [imageOf(commit)]: movedSoftware } },
    ],
  }),
  files,
  inputs,
  expect: {
    revision: '2',
    'task-definition-arn': /task-definition\/web:2$/,
    'previous-task-definition-arn': /task-definition\/web:1$/,
    'failure-class': 'health-check',
    'failure-reason': /failed the load balancer health check/,
  },
}
