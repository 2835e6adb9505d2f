import { pullRequest } from './code-repository.js'
import { portMismatch } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { inputs } from './web-service.js'

/** `port-mismatch`, caught on the pull request. */
export const planPortMismatch: Scenario = {
  ...portMismatch,
  name: 'plan-port-mismatch',
  title:
    'A pull request moves the app to port 5201: its image exposes that port, but load balancer and task definition use 5001.',
  outcome: 'refused',
  event: pullRequest(17),
  inputs: { ...inputs, 'dry-run': 'true', 'pr-comment': 'true' },
  expect: {},
}
