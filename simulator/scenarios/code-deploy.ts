import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  definitionOf,
  files,
  imageOf,
  inputs,
  releases,
  webCluster,
  webService,
  workingSoftware,
} from './web-service.js'

export const codeDeploy: Scenario = {
  name: 'code-deploy',
  title: 'The service has the CODE_DEPLOY controller: only AWS CodeDeploy may change its task definition.',
  outcome: 'refused',
  ...inWorld({
    ...webCluster(),
    begins: '1d',
    history: [
      {
        ago: '1d',
        taskDefinitions: [definitionOf(releases[6].tag)],
        images: { [imageOf(commit)]: workingSoftware },
        services: [webService({ desiredCount: 2, deploymentController: { type: 'CODE_DEPLOY' } })],
      },
    ],
  }),
  files,
  inputs,
  expect: { 'task-definition-arn': '', 'deployment-id': '' },
}
