/** Starts a server for a scenario: its world with its history, and its faults. */
import { openWorld } from '../ecs/open-world.js'
import type { World } from '../ecs/world.js'
import type { SimulatorServer } from '../protocol/http-server.js'
import { type ServerOptions, startServer } from '../protocol/server.js'
import { openCodeRepository } from './code-repository.js'
import type { Scenario } from './scenario.js'

export type Opening = Omit<ServerOptions, 'world' | 'faults'>

export interface OpenScenario {
  readonly world: World
  readonly server: SimulatorServer
}

export async function openScenario(
  { setUp, settings, faults = [], event }: Pick<Scenario, 'setUp' | 'settings' | 'faults' | 'event'>,
  opening: Opening,
): Promise<OpenScenario> {
  const { clock, seed = 1 } = opening
  const world = openWorld({ clock, seed, ...(settings && { settings }) })
  openCodeRepository(world, event)
  setUp(world)
  return { world, server: await startServer({ ...opening, world, faults }) }
}
