import type { Software } from '../ecs/resources/software.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

/**
 * The application moved to 5201; load balancer and task definition use 5001, where nothing serves /health.
 * The image exposes no port, so only the rollout reveals it.
 */
export const movedSoftware: Software = {
  ...workingSoftware,
  listens: { 5201: { '/health': 200, '/': 200 }, 5001: { '/metrics': 200 } },
  exposedPorts: [],
  environment: {},
  logs: ['Serving metrics on http://0.0.0.0:5001/metrics', 'Running on http://0.0.0.0:5201'],
}

export const portMismatch: Scenario = {
  name: 'port-mismatch',
  title:
    'The app moved from port 5001 to 5201, but the load balancer still uses 5001: every task runs, none is healthy. ' +
    'By default this is refused; here preflight: warn allows it.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed({
        ...movedSoftware,
        exposedPorts: [5201],
        environment: { PORT: '5201' },
      }),
    ),
  ),
  files,
  // The check of the image would stop the deployment.
  inputs: { ...inputs, preflight: 'warn' },
  expect: {
    ...rolledBackToSeven,
    'task-definition-arn': /task-definition\/web:8$/,
    'failure-class': 'health-check',
    'failure-reason': /failed the load balancer health check \(404 on .*5001/,
  },
}
