import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const execFormat: Scenario = {
  name: 'exec-format',
  title: 'The image was built for ARM on a laptop, and the role may not read its architecture from ECR.',
  outcome: 'rolled-back',
  during: 'IAM denies all access to ECR.',
  faults: [{ kind: 'access-denied', services: ['ecr'] }],
  ...inWorld(webWorld({ desiredCount: 2 }, pushed({ ...workingSoftware, architectures: ['ARM64'] }))),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
    'failure-reason': /built for a different architecture than/,
  },
}
