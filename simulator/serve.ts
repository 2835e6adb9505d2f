/** Serves one scenario until it is stopped, and says how a client reaches it. */
import { clientEnvironment } from './client-environment.js'
import { World } from './ecs/world.js'
import type { SimulatorServer } from './protocol/http-server.js'
import { startServer } from './protocol/server.js'
import type { Scenario } from './scenarios/scenario.js'
import { ScaledClock } from './time/scaled-clock.js'

export interface ServeOptions {
  readonly scenario: Scenario
  readonly port: number
  readonly speed: number
  /** URL of time-warp.js. */
  readonly preload: string
  readonly print: (text: string) => void
}

export async function serve({
  scenario,
  port,
  speed,
  preload,
  print,
}: ServeOptions): Promise<SimulatorServer> {
  const clock = new ScaledClock({ speed })
  const world = new World({ clock })
  scenario.setUp(world)
  const server = await startServer({ world, clock, port })
  const variables = {
    ...clientEnvironment(server, world.region),
    // A Node program follows the faster time with this; another client just sees ECS hurry.
    ...(speed !== 1 && { NODE_OPTIONS: `--import=${preload}`, ...clock.environment() }),
  }
  print(`${scenario.name}: ${scenario.title}`)
  print(
    `ECS at ${server.url}, time runs ${speed === 1 ? 'as it does' : `${speed} times faster`}. Ctrl-C stops it.`,
  )
  print('')
  for (const [name, value] of Object.entries(variables)) print(`export ${name}='${value}'`)
  print('')
  const { cluster = 'default', service } = scenario.inputs
  print(`aws ecs describe-services --cluster ${cluster} --services ${service}`)
  return server
}
