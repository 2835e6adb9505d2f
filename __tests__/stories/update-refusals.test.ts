/** ECS refuses UpdateService: its words, and a next step that fits them. Nothing serves differently afterwards. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import {
  call,
  cluster,
  commit,
  filesOf,
  imageOf,
  register,
  replayHistory,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import {
  associateCapacityProviders,
  deployed,
  playWeb,
  type StoryOverrides,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

/** Others deployed every three minutes, while the tasks of before drain for an hour. */
function deployOften(world: World): void {
  const now = world.now
  const tags = ['a000001', 'a000002', 'a000003', 'a000004']
  replayHistory(world, {
    desiredCount: 2,
    until: now - 12 * 60_000,
    targetGroup: { deregistrationDelaySeconds: 3_600 },
    // Tasks that drain count towards it.
    service: { deploymentConfiguration: { maximumPercent: 1_000 } },
  })
  for (const [index, tag] of tags.entries()) {
    world.images.add(imageOf(tag), workingSoftware)
    register(world, tag)
    update(world, { taskDefinition: 'web' })
    world.advanceTo(now - (9 - 3 * index) * 60_000)
  }
  world.images.add(imageOf(commit), workingSoftware)
}

/** The service was created when this was allowed. */
function withAttributes(members: object): (world: World) => void {
  return world => {
    const web = webOf(world)
    web.attributes = { ...web.attributes, ...members }
  }
}

/** Deleted after the plan, before UpdateService. */
const deletedMeanwhile: StoryOverrides = {
  onAnswered: (world, { operation }) => {
    if (operation === 'RegisterTaskDefinition') {
      call(world, 'DeleteService', { cluster, service: 'web', force: true })
    }
  },
}

const efs = {
  'task-definition.json': JSON.stringify({
    ...(JSON.parse(filesOf({})['task-definition.json']) as object),
    volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0' } }],
  }),
}

const rows: readonly (StoryOverrides & { name: string; words: string; next: RegExp })[] = [
  {
    name: 'five deployments still have tasks',
    setUp: deployOften,
    words: 'ECS refuses: 5 active deployments exist, unable to create new deployment.',
    next: /Wait until an older deployment has no task left.*\n +aws ecs describe-services --cluster prod --services web --region eu-west-1/,
  },
  {
    name: 'the service was deleted meanwhile',
    ...deletedMeanwhile,
    words: 'ECS refuses: Service was not ACTIVE.',
    next: /Somebody has deleted web: create it again/,
  },
  {
    name: 'its capacity provider is no longer associated with the cluster',
    also: world => {
      associateCapacityProviders(world, ['FARGATE'])
      withAttributes({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] })(world)
    },
    words: 'ECS refuses: The specified capacity provider strategy cannot contain a capacity provider',
    next: /Associate the capacity providers of web with the cluster/,
  },
  {
    name: 'its platform version lacks what the task definition needs',
    files: efs,
    also: withAttributes({ platformVersion: '1.3.0' }),
    words: 'ECS refuses: One or more of the requested capabilities are not supported.',
    next: /Set the platform version of web to LATEST/,
  },
  {
    name: 'its platform version no longer exists',
    also: withAttributes({ platformVersion: '1.4' }),
    words: 'ECS refuses: The specified platform does not exist.',
    next: /Set the platform version of web to one that exists, in full: LATEST or 1\.4\.0/,
  },
]

test.each(rows)('refused: $name', async ({ words, next, ...unusual }) => {
  const played = await playWeb(unusual)
  expect(played.outputs.outcome).toBe('refused')
  expect(deployed(played)).toEqual([])
  expect(verdict(played)).toMatch(/web:\d+ is registered, but the service was not changed\./)
  expect(verdict(played)).toContain(words)
  expect(verdict(played)).toMatch(next)
  expect(played.outputs['failure-reason']).toContain(words)
  expect(played.summary).toContain('**Next:**')
})
