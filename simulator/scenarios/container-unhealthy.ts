import type { Scenario } from './scenario.js'
import {
  commit,
  filesOf,
  imageOf,
  inputs,
  replayHistory,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const containerUnhealthy: Scenario = {
  name: 'container-unhealthy',
  title:
    'The new base image lacks curl, which the container health check calls: the load balancer sees healthy targets, ECS does not.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), { ...workingSoftware, containerHealthCheckPasses: false })
  },
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
