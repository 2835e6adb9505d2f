import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const deniedUpdate: Scenario = {
  name: 'denied-update',
  title: 'The role may register a revision but not update the service.',
  outcome: 'refused',
  during: 'IAM denies UpdateService.',
  faults: [{ kind: 'access-denied', operations: ['UpdateService'] }],
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(workingSoftware))),
  files,
  inputs,
  expect: { revision: '8', 'failure-class': 'permissions', 'failure-reason': /ecs:UpdateService/ },
}
