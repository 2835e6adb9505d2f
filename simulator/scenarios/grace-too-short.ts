import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { filesOf, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const graceTooShort: Scenario = {
  name: 'grace-too-short',
  title:
    'The app needs two and a half minutes to start, but without a grace period the load balancer waits only one.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed({
        ...workingSoftware,
        startSeconds: 150,
        logs: ['Loading the model (about two minutes)', 'Running on http://0.0.0.0:5001'],
      }),
    ),
  ),
  files: filesOf({
    healthCheck: {
      command: ['CMD-SHELL', 'curl -fs http://localhost:5001/health'],
      interval: 10,
      retries: 3,
      startPeriod: 180,
    },
  }),
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /grace period/,
  },
}
