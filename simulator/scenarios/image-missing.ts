import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, imageOf, inputs, rolledBackToSeven, webWorld } from './web-service.js'

export const imageMissing: Scenario = {
  name: 'image-missing',
  title:
    'The image was never pushed, and the role may not read ECR: no task can pull it, and ECS starts tasks with growing delays.',
  outcome: 'rolled-back',
  ...inWorld(webWorld({ desiredCount: 2 })),
  during: 'IAM denies all access to ECR.',
  faults: [{ kind: 'access-denied', services: ['ecr'] }],
  files,
  inputs: { ...inputs, image: imageOf('9be21c5') },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'image-pull',
    'failure-reason': /could not pull web:9be21c5; .*\/web has no tag 9be21c5/,
  },
}
