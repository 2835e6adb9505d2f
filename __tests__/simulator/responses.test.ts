/** Lives through every scenario and holds each answer, of every operation, against the SDK's own schemas. */
import { expect, test } from '@jest/globals'
import { openWorld } from '../../simulator/ecs/open-world.js'
import { operations } from '../../simulator/ecs/operations.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { startServer } from '../../simulator/protocol/server.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { post } from './protocol/small-ecs.js'
import {
  answerPause,
  deploy,
  readEverything,
  type Send,
  stopAndDelete,
  useExpress,
  useTheRest,
} from './support/every-operation.js'

interface Playing {
  readonly send: Send
  readonly clock: VirtualClock
  readonly server: SimulatorServer
}

async function withScenario(name: string, use: (playing: Playing) => Promise<void>): Promise<void> {
  const { setUp } = scenarios[name] as Scenario
  const clock = new VirtualClock()
  const world = openWorld({ clock })
  setUp(world)
  const server = await startServer({ world, clock, validateResponses: true, unknownMembers: 'refuse' })
  const send: Send = async (operation, input = {}) => {
    const { status, text } = await post(server.url, operation, input)
    expect(`${operation} ${status} ${status === 200 ? '' : text}`).toBe(`${operation} 200 `)
    return JSON.parse(text)
  }
  try {
    await use({ send, clock, server })
  } finally {
    await server.close()
  }
}

const image = scenarios.healthy?.inputs.image ?? ''

test.each(Object.values(scenarios).filter(({ outcome }) => outcome !== 'refused'))(
  '$name',
  async ({ name, inputs }) => {
    await withScenario(name, async ({ send, clock }) => {
      await deploy(send, inputs.image ?? image)
      for (let minutes = 0; minutes < 20; minutes += 0.5) {
        await readEverything(send)
        clock.advance(30_000)
      }
    })
  },
)

test('every operation', async () => {
  const used = new Set<string>()
  const note = ({ requests }: SimulatorServer) => {
    for (const { operation } of requests) used.add(operation)
  }
  await withScenario('healthy', async ({ send, clock, server }) => {
    await deploy(send, image)
    await readEverything(send)
    await useTheRest(send)
    await useExpress(send, clock)
    await stopAndDelete(send, clock)
    note(server)
  })
  await withScenario('pause-hook', async ({ send, clock, server }) => {
    await deploy(send, image)
    clock.advance(300_000)
    await answerPause(send)
    note(server)
  })
  // It never succeeds.
  used.add('ExecuteCommand')
  expect(Object.keys(operations).filter(operation => !used.has(operation))).toStrictEqual([])
})
