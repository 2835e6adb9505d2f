import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory, workingSoftware } from './web-service.js'

export const deniedUpdate: Scenario = {
  name: 'denied-update',
  title: 'The role may register a revision but not update the service.',
  outcome: 'refused',
  during: 'IAM denies UpdateService.',
  faults: [{ kind: 'access-denied', operations: ['UpdateService'] }],
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
  },
  files,
  inputs,
  expect: { revision: '8', 'failure-class': 'permissions', 'failure-reason': /ecs:UpdateService/ },
}
