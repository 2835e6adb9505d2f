import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { filesOf, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const containerUnhealthy: Scenario = {
  name: 'container-unhealthy',
  title:
    'The new base image lacks curl, which the container health check calls: the load balancer sees healthy targets, ECS does not.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld({ desiredCount: 2 }, pushed({ ...workingSoftware, containerHealthCheckPasses: false })),
  ),
  files: filesOf({
    healthCheck: {
      command: ['CMD-SHELL', 'curl -fs http://localhost:5001/health'],
      interval: 10,
      retries: 3,
    },
  }),
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /failed the container health check/,
  },
}
