import type { Software } from '../ecs/resources/software.js'
import type { World } from '../ecs/world.js'
import { buildWorld } from '../world/build-world.js'
import type { WorldDescription } from '../world/description.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  port,
  releases,
  rolledBackToSeven,
  targetGroupArn,
  webWorld,
  workingSoftware,
} from './web-service.js'

export const verifyHost = 'web.example.com'

/** As examples/verification.yml has it. */
const internalHost = 'web.internal.example.com'

export const verifyInputs = {
  ...inputs,
  'verify-url': `http://${verifyHost}/version`,
  'verify-contains': commit,
} as const

/** It has a page that says which commit it was built from. */
export function softwareWithVersion(tag: string, page: { readonly status?: number } = {}): Software {
  return {
    ...workingSoftware,
    listens: { [port]: { '/health': 200, '/': 200, '/version': page.status ?? 200 } },
    pages: { '/version': `{"commit":"${tag}"}` },
  }
}

/** The service web behind a name. */
function worldWithHost(software: Software): WorldDescription {
  const deployed = releases.map(({ tag }) => [imageOf(tag), softwareWithVersion(tag)] as const)
  return webWorld(
    { desiredCount: 2 },
    {
      hosts: Object.fromEntries(
        [verifyHost, internalHost].map(name => [name, { targetGroup: targetGroupArn }]),
      ),
      history: [{ ago: 0, images: { ...Object.fromEntries(deployed), [imageOf(commit)]: software } }],
    },
  )
}

export function openWithHost(world: World, software: Software): void {
  buildWorld(world, worldWithHost(software))
}

export const verified: Scenario = {
  name: 'verified',
  title: 'The page of the new revision says which commit it was built from, three times in a row.',
  outcome: 'succeeded',
  ...inWorld(worldWithHost(softwareWithVersion(commit))),
  files,
  inputs: verifyInputs,
  expect: { revision: '8', 'serving-task-definition-arn': /task-definition\/web:8$/ },
}

export const verifyFails: Scenario = {
  name: 'verify-fails',
  title:
    'The new revision is healthy, but its page ends in an error: the step goes back to what served before.',
  outcome: 'rolled-back',
  ...inWorld(worldWithHost(softwareWithVersion(commit, { status: 500 }))),
  files,
  inputs: { ...verifyInputs, 'on-verify-failure': 'rollback' },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'verification',
    'failure-reason': /\/version: 500 instead of 200/,
  },
}
