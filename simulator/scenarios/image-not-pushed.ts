import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, imageOf, inputs, webWorld } from './web-service.js'

export const imageNotPushed: Scenario = {
  name: 'image-not-pushed',
  title: 'The image was never pushed, and ECR reports it before anything is registered.',
  outcome: 'refused',
  ...inWorld(webWorld({ desiredCount: 2 })),
  files,
  inputs: { ...inputs, image: imageOf('9be21c5') },
  expect: {
    'task-definition-arn': '',
    'deployment-id': '',
    'failure-reason': /image-missing: .*web:9be21c5 does not exist: the repository web has no tag 9be21c5/,
  },
}
