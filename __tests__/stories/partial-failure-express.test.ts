/** `on-partial-failure: rollback` with a service in Express mode: it goes back by its own call. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { expressWorld } from '../../simulator/scenarios/express-service.js'
import {
  commit,
  imageOf,
  port,
  targetGroup,
  targetGroupArn,
  webService,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { buildWorld } from '../../simulator/world/build-world.js'
import { expressUpdates, playExpress } from '../support/express-stories.js'
import type { Played } from '../support/play.js'
import { deployed, type StoryOverrides, stops } from '../support/web-stories.js'

const workerGroupArn = targetGroupArn.replace('web-prod', 'worker-prod')
const loadBalancers = [{ targetGroupArn: workerGroupArn, containerName: 'Main', containerPort: port }]
const worker = webService({ desiredCount: 1, serviceName: 'worker', loadBalancers })

/** `web` is the Express service; the load balancer of `worker` checks a path that the new image may lack. */
function openBoth(world: World, software: StoryOverrides['software']): void {
  const targetGroups = { [workerGroupArn]: targetGroup({ path: '/' }) }
  buildWorld(world, expressWorld({ history: [{ ago: '30m', targetGroups, services: [worker] }] }))
  world.images.add(imageOf(commit), { ...workingSoftware, ...software })
}

const playBoth = ({ inputs, software, ...story }: StoryOverrides) =>
  playExpress({
    setUp: world => openBoth(world, software),
    ...story,
    inputs: { service: 'web, worker', 'on-partial-failure': 'rollback', 'fail-fast-after': '0', ...inputs },
  })

function outcomesOf({ outputs }: Played): Record<string, string> {
  const entries: { service: string; outcome: string }[] = JSON.parse(outputs.services ?? '[]')
  return Object.fromEntries(entries.map(({ outcome, service }) => [service, outcome]))
}

const refusedWorker = { kind: 'access-denied', operations: ['UpdateService'] } as const

test('it is stopped while it rolls out', async () => {
  const played = await playBoth({ faults: [refusedWorker] })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', worker: 'refused' })
  expect([expressUpdates(played), stops(played)]).toStrictEqual([['web:8'], 1])
})

test('it gets the former revision where it cannot be stopped', async () => {
  const faults = [refusedWorker, { kind: 'access-denied', operations: ['StopServiceDeployment'] } as const]
  const played = await playBoth({ faults })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', worker: 'refused' })
  expect([expressUpdates(played), deployed(played)]).toStrictEqual([['web:8', 'web:7'], []])
})

test('it gets the former revision once it has completed', async () => {
  const played = await playBoth({
    software: { listens: { [port]: { '/health': 200 } } },
    settings: { breakerFires: false },
    inputs: { 'wait-for-minutes': '15', 'on-timeout': 'rollback' },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', worker: 'timed-out' })
  expect(expressUpdates(played)).toStrictEqual(['web:8', 'web:7'])
})
