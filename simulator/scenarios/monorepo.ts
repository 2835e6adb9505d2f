import { contentOf, topDocument } from '../ecs/resources/image-content.js'
import type { PastChange } from '../world/description.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  releases,
  repository,
  taskDefinition,
  updateService,
  webService,
  webWorld,
  workingSoftware,
} from './web-service.js'

const before = releases.at(-1)?.tag ?? ''
const apiRepository = repository.replace(/web$/, 'api')

/** As `image-policy: digest` registers it. */
const deployedByDigest: PastChange = {
  ago: '1h',
  taskDefinitions: [
    { ...taskDefinition(`${repository}@${topDocument(contentOf(imageOf(before), workingSoftware)).digest}`) },
  ],
  calls: [updateService({ taskDefinition: 'web' })],
}

const apiImage = `${apiRepository}:${before}`

const apiOpened: PastChange = {
  ago: '1h',
  repositories: { [apiRepository]: { tagMutability: 'IMMUTABLE' } },
  images: { [apiImage]: workingSoftware },
  taskDefinitions: [{ ...taskDefinition(apiImage), family: 'api' }],
  services: [webService({ desiredCount: 1, serviceName: 'api', taskDefinition: 'api', loadBalancers: [] })],
}

export const monorepo: Scenario = {
  name: 'monorepo',
  title:
    'Two services of one repository, web and api. A push built both again, and only the image of api is another one than before.',
  outcome: 'no-change',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          deployedByDigest,
          apiOpened,
          {
            ago: 0,
            images: {
              [imageOf(commit)]: { sameAs: imageOf(before) },
              [`${apiRepository}:${commit}`]: workingSoftware,
            },
          },
        ],
      },
    ),
  ),
  files,
  inputs: { ...inputs, 'image-policy': 'digest', 'skip-unchanged': 'true' },
  expect: {
    'task-definition-arn': '',
    'deployment-id': '',
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
