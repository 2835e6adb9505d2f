/** `on-partial-failure: rollback` while ECS, or somebody else, acts on the same services at that moment. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { openThreeServices, threeServicesTakenBack } from '../../simulator/scenarios/three-services.js'
import {
  call,
  cluster,
  commit,
  imageOf,
  port,
  targetGroup,
  targetGroupArn,
  webService,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { buildWorld } from '../../simulator/world/build-world.js'
import { pausing } from '../support/pausing.js'
import { type Played, play } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { deployed, stops, text } from '../support/web-stories.js'

function outcomesOf({ outputs }: Played): Record<string, string> {
  const entries: { service: string; outcome: string }[] = JSON.parse(outputs.services ?? '[]')
  return Object.fromEntries(entries.map(({ outcome, service }) => [service, outcome]))
}

function stopOf(world: World, name: string): void {
  const service = [...world.services.values()].find(one => one.name === name)
  const arn = service?.serviceDeployments.at(-1)?.arn
  call(world, 'StopServiceDeployment', { serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
}

test('a service that goes back on its own already is left to ECS, and nothing says that somebody deployed', async () => {
  let updates = 0
  const played = await play({
    ...threeServicesTakenBack,
    setUp: world => {
      openThreeServices(world)
      world.images.add(imageOf(commit), { ...workingSoftware, startSeconds: 60 })
    },
    faults: [{ kind: 'access-denied', operations: ['UpdateService'], skip: 1, times: 1 }],
    onAnswered: (world, { operation }) => {
      if (operation === 'UpdateService' && ++updates === 2) stopOf(world, 'web')
    },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', api: 'refused', worker: 'refused' })
  expect([deployed(played).length, stops(played)]).toStrictEqual([1, 0])
  expect(text(played)).toContain('to web:7: ECS has begun it already')
  expect(text(played)).toMatch(/web:8 was rolled back; web:7 serves/)
  expect(text(played)).not.toMatch(/somebody else has deployed|transaction/)
})

test('a service that waits at its pause hook goes back with one whose time-out is rolled back', async () => {
  const group = targetGroupArn.replace('web-prod', 'worker-prod')
  const loadBalancers = [{ targetGroupArn: group, containerName: 'app', containerPort: port }]
  const hook = {
    targetType: 'PAUSE',
    lifecycleStages: ['POST_SCALE_UP'],
    timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
  }
  const worker = webService({ desiredCount: 1, serviceName: 'worker', loadBalancers })
  const story = pausing({ ago: 1_800_000, inputs: { 'wait-until': 'paused', service: 'web, worker' } })
  const played = await play({
    ...story,
    setUp: world => {
      const now = world.now
      story.setUp(world)
      buildWorld(world, { targetGroups: { [group]: targetGroup({ path: '/' }) }, services: [worker] })
      world.advanceTo(now)
      const deploymentConfiguration = { lifecycleHooks: [hook] }
      call(world, 'UpdateService', { cluster, service: 'worker', deploymentConfiguration })
      world.images.add(imageOf(commit), { ...workingSoftware, listens: { [port]: { '/health': 200 } } })
    },
    inputs: {
      ...story.inputs,
      'wait-for-minutes': '8',
      'on-timeout': 'rollback',
      'on-partial-failure': 'rollback',
      'fail-fast-after': '0',
    },
    settings: { breakerFires: false },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', worker: 'timed-out' })
})

test('the plan says that the services go back together', async () => {
  const { inputs } = threeServicesTakenBack
  const played = await play({ ...threeServicesTakenBack, inputs: { ...inputs, 'dry-run': 'true' } })
  const words = 'if one fails, the others go back to what served before (on-partial-failure)'
  expect(text(played)).toContain(`  together    ${words}`)
  expect(played.summary).toContain(words)
  expect(JSON.parse(played.outputs.plan ?? '')).toMatchObject({ onPartialFailure: 'rollback' })
  expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
})
