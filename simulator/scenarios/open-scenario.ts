import { openWorld } from '../ecs/open-world.js'
import type { World } from '../ecs/world.js'
import type { Endpoint } from '../protocol/endpoint.js'
import type { SimulatorServer } from '../protocol/http-server.js'
import { openEndpoint, type ServerOptions, startServer } from '../protocol/server.js'
import { openCodeRepository } from './code-repository.js'
import type { Scenario } from './scenario.js'

type Played = Pick<Scenario, 'setUp' | 'settings' | 'faults' | 'event'>

export type Opening = Omit<ServerOptions, 'world' | 'faults'>

export interface OpenScenario {
  readonly world: World
  readonly server: SimulatorServer
}

export async function openScenario(scenario: Played, opening: Opening): Promise<OpenScenario> {
  const options = optionsFor(scenario, opening)
  return { world: options.world, server: await startServer(options) }
}

/** For a client in this process. */
export function openScenarioInProcess(
  scenario: Played,
  opening: Omit<Opening, 'port'>,
): { readonly world: World; readonly endpoint: Endpoint } {
  const options = optionsFor(scenario, opening)
  return { world: options.world, endpoint: openEndpoint(options) }
}

function optionsFor({ setUp, settings, faults = [], event }: Played, opening: Opening) {
  const { clock, seed = 1 } = opening
  const world = openWorld({ clock, seed, settings })
  openCodeRepository(world, event)
  setUp(world)
  return { ...opening, world, faults }
}
